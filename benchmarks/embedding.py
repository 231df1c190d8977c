"""What an application pays for one dossier: load + assess + dump beside other libraries on one document, as ratios.

The peers check its shape alone: cattrs structures it into plain classes, jsonschema validates it by the schema of its
kind. All three first agree about the shipped examples of communes, and about each with one mistake of shape in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from attrs import define, field
from cattrs import BaseValidationError, Converter
from jsonschema import Draft202012Validator

from thidua import PLAN, Commune, InvalidDocumentError, assess, dump, load, schema_of

FOLDER = Path(__file__).parent.parent / "examples" / "quynh-nhai"
ON = date(2025, 12, 31)
ROUNDS = 15
VALIDATOR = Draft202012Validator(schema_of(PLAN, Commune))


@define(kw_only=True)
class Subject:
    kind: str
    code: str
    name: str


@define(kw_only=True)
class Document:
    issued_on: date
    issuer: str
    number: str = ""
    title: str = ""


@define(kw_only=True)
class Said:
    """Anything a paper says; a careful program would tell four shapes apart."""

    fact: str = ""
    register: str = ""
    at: str = ""
    since: date | None = None
    until: date | None = None
    value: Any = None
    judged: Any = None
    by: str = ""
    on: date | None = None
    reason: str = ""
    dissent: str = ""
    entry: str = ""
    fields: dict[str, Any] = field(factory=dict)
    complete: int | None = None
    through: date | None = None


@define(kw_only=True)
class Paper:
    proves: list[Said]
    document: Document | None = None
    id: str = ""
    corrects: Any = None


@define(kw_only=True)
class Dossier:
    format: str
    subject: Subject
    papers: list[Paper]
    note: str = ""
    extra: Any = None


CONVERTER = Converter(forbid_extra_keys=True, omit_if_default=True)
CONVERTER.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
CONVERTER.register_unstructure_hook(date, date.isoformat)


def by_cattrs(text: str) -> bool:
    try:
        CONVERTER.structure(json.loads(text), Dossier)
    except BaseValidationError:
        return False
    return True


def by_jsonschema(text: str) -> bool:
    return VALIDATOR.is_valid(json.loads(text))


def by_thidua(text: str) -> bool:
    try:
        load(PLAN, text)
    except InvalidDocumentError:
        return False
    return True


def agreed(texts: list[str]) -> None:
    """Stops unless all three say the same of every document, whole and with a mistake in it."""
    mistakes = [
        ('"papers": [', '"paper": ['),
        ('"issued_on": "20', '"issued_on": "31/12/20'),
        ('"subject"', '"subjct"'),
    ]
    for text in texts:
        assert (by_thidua(text), by_cattrs(text), by_jsonschema(text)) == (True, True, True)
        for right, wrong in mistakes:
            broken = text.replace(right, wrong, 1)
            assert broken != text
            assert (by_thidua(broken), by_cattrs(broken), by_jsonschema(broken)) == (False, False, False)


def main() -> None:
    """Print the fastest microseconds per dossier, and ratios to cattrs reading and writing the same document."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("commune-*.json"))]
    agreed(texts)
    data = [json.loads(text) for text in texts]
    shapes = [CONVERTER.structure(each, Dossier) for each in data]
    dossiers = [load(PLAN, text) for text in texts]

    def through(text: str) -> str:
        dossier = load(PLAN, text)
        assess(PLAN, dossier, on=ON)
        return json.dumps(dump(PLAN, dossier))

    rows: list[tuple[str, Callable[[Any], object], list[Any]]] = [
        ("json.loads", json.loads, texts),
        ("cattrs: shapes from text, and back", lambda text: json.dumps(
            CONVERTER.unstructure(CONVERTER.structure(json.loads(text), Dossier))), texts),
        ("  of which from text", lambda text: CONVERTER.structure(json.loads(text), Dossier), texts),
        ("  of which back", lambda shape: json.dumps(CONVERTER.unstructure(shape)), shapes),
        ("jsonschema: validate text", by_jsonschema, texts),
        ("thidua: load + assess + dump, text to text", through, texts),
        ("  of which load", lambda text: load(PLAN, text), texts),
        ("  of which assess", lambda dossier: assess(PLAN, dossier, on=ON), dossiers),
        ("  of which dump", lambda dossier: json.dumps(dump(PLAN, dossier)), dossiers),
    ]  # fmt: skip
    taken: dict[str, list[float]] = {name: [] for name, _, _ in rows}
    for _ in range(ROUNDS):  # in turn, so that a busy moment of the machine falls on all of them
        for name, work, given in rows:
            begun = perf_counter()
            for each in given:
                work(each)
            taken[name].append((perf_counter() - begun) / len(given) * 1e6)
    yardstick = min(taken[rows[1][0]])
    for name, cost in taken.items():
        print(f"{name:<56} {min(cost):9.1f} µs   {min(cost) / yardstick:8.2f} × cattrs")


if __name__ == "__main__":
    main()
