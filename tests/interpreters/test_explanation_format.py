"""`thidua.explanation/1`: its schema, its golden documents, its digests, and that within the version it only grows.

With REWRITE_GOLDEN=1 the golden documents are written anew. What is under `explanation-1.0` is what has been promised,
and is never rewritten.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from enum import Enum
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sentinels import LEVELS, ON, Marked, marked
from small_plan import DOSSIER, again
from small_plan import PLAN as SMALL

from thidua import PLAN, assess, explain, explanation, load, read_explanation, redact
from thidua.digests import digest
from thidua.interpreters.found import LEAVES
from thidua.interpreters.reasons import REASONS
from thidua.interpreters.receipts import body_digest, plan_digest
from thidua.knowledge import CAUTIONS
from thidua.nodes import Predicate, Sensitivity
from thidua.texts import Text

TESTS = Path(__file__).resolve().parents[1]
EXAMPLES = sorted((TESTS.parent / "examples" / "quynh-nhai").glob("*.json"))
GOLDEN = TESTS / "data" / "explanations"
PROMISED = TESTS / "data" / "explanation-1.0"
SCHEMA = json.loads((files("thidua") / "schemas" / "explanation.json").read_text(encoding="utf-8"))
FULL = assess(SMALL, DOSSIER, on=ON)
KINDS = st.sampled_from(PLAN.vocabularies)


def strict(schema: Any) -> Any:
    """The schema as it would be if nothing could be added: every key must be declared."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: strict(value) for key, value in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        made.setdefault("unevaluatedProperties", False)
    return made


def _as_parts(schema: Any) -> Any:
    """`node` stands within `clause` and `group`, which add keys: only where it stands alone may it be closed."""
    closed = strict(schema)
    open_node = {key: value for key, value in closed["$defs"]["node"].items() if key != "unevaluatedProperties"}
    closed["$defs"]["part"] = {**open_node, "unevaluatedProperties": False}
    open_node["properties"]["children"]["items"]["$ref"] = "#/$defs/part"
    closed["$defs"]["node"] = open_node
    return closed


OPEN, CLOSED = Draft202012Validator(SCHEMA), Draft202012Validator(_as_parts(SCHEMA))


def mistakes(document: Any, validator: Draft202012Validator = CLOSED) -> list[str]:
    return [f"{error.json_path}: {error.message[:120]}" for error in validator.iter_errors(document)]


class TestSchema:
    """JSON Schema 2020-12, shipped with the package; whatever `explanation` makes is valid, and declared in full."""

    def test_is_itself_valid(self) -> None:
        Draft202012Validator.check_schema(SCHEMA)

    @pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
    def test_every_example_is_valid_at_every_level(self, path: Path) -> None:
        assessment = assess(PLAN, load(PLAN, path.read_bytes()), on=ON)

        assert [mistakes(explanation(assessment, level)) for level in LEVELS] == [[], [], []]

    @settings(max_examples=10)
    @given(KINDS.flatmap(marked), st.sampled_from(LEVELS))
    def test_so_is_anything_else(self, case: Marked, level: str) -> None:
        assert mistakes(explanation(assess(PLAN, case.dossier, on=ON), level)) == []

    def test_a_key_that_is_not_declared_is_found(self) -> None:
        """Else the tests above could not fail."""
        for place in ("clauses", "cautions"):
            wrong = deepcopy(explanation(FULL))
            wrong[place][0]["new"] = 1
            assert mistakes(wrong)
            assert not mistakes(wrong, OPEN)

    @pytest.mark.parametrize(
        ("where", "listed"),
        [
            (("$defs", "node", "properties", "reasons", "items"), list(REASONS)),
            (("$defs", "node", "properties", "node"), [kind.__name__ for kind in get_args(Predicate)]),
            (("$defs", "node", "allOf", 0, "if", "properties", "node"), [kind.__name__ for kind in LEAVES]),
            (("$defs", "caution", "properties", "code"), list(CAUTIONS)),
            (("$defs", "level"), [level.value for level in Sensitivity]),
        ],
    )  # fmt: skip
    def test_its_closed_lists_are_those_of_the_library(self, where: tuple[Any, ...], listed: list[str]) -> None:
        inside: Any = SCHEMA
        for step in where:
            inside = inside[step]

        assert inside["enum"] == listed

    def test_a_leaf_says_what_was_found_and_why(self) -> None:
        wrong = deepcopy(explanation(FULL))
        del wrong["clauses"][1]["reasons"]

        assert mistakes(wrong, OPEN) == ["$.clauses[1]: 'reasons' is a required property"]


def without_version(data: dict[str, Any]) -> dict[str, Any]:
    """The document as it would be in any version of the library."""
    return {**data, "receipt": {**data["receipt"], "library": "thidua"}}


class TestGolden:
    """The whole document of one assessment, at each level, to the letter."""

    @pytest.mark.parametrize("level", LEVELS)
    def test_is_what_is_kept(self, level: str) -> None:
        kept = GOLDEN / f"xa-mau.{level}.json"
        made = json.dumps(without_version(explanation(FULL, level)), ensure_ascii=False, indent=1) + "\n"
        if os.environ.get("REWRITE_GOLDEN"):
            kept.write_text(made, encoding="utf-8", newline="\n")

        assert made == kept.read_text(encoding="utf-8")


class Season(Enum):
    DRY = Text("mùa khô", "the dry season")


@frozen
class Counted:
    """A value of every kind that a digest takes."""

    word: str
    number: int
    share: Fraction
    day: date
    season: Season
    nothing: None
    many: frozenset[str]
    nested: tuple[Any, ...]
    named: dict[str, Any]


COUNTED = Counted(
    "hộ nghèo", 10**30, Fraction(1, 3), date(2025, 12, 31), Season.DRY, None, frozenset(("b", "a", "ộ")),
    (True, (1, ())), {"z": 1, "a": [Text("có", "yes")]},
)  # fmt: skip


class TestDigests:
    """Hashes are the same in every process, under every hash seed, on every version of Python."""

    def test_of_a_value_of_every_kind_is_pinned(self) -> None:
        assert digest(COUNTED) == "sha256:0b24dea82365fc7c04135317ff627bf3db2db9132c76a8ffa0b55b50b92eb76c"

    def test_of_a_document_is_pinned(self) -> None:
        kept = json.loads((PROMISED / "xa-mau.internal.json").read_text(encoding="utf-8"))

        assert (
            body_digest(kept)
            == kept["receipt"]["body_digest"]
            == "sha256:04634b96dd135bc752b21cf9e189ee3c37b0153bf77cde4c1ed40ce60a73e6db"
        )

    def test_are_the_same_in_other_processes_and_under_other_seeds(self) -> None:
        script = (
            "import sys; sys.path[:0] = sys.argv[1:]\n"
            "from test_explanation_format import COUNTED, digests; print(*digests())"
        )
        made = {
            subprocess.run(
                [sys.executable, "-c", script, str(Path(__file__).parent), str(TESTS)],
                env={**os.environ, "PYTHONHASHSEED": seed},
                check=True, capture_output=True, text=True, encoding="utf-8",
            ).stdout.split()[-1]
            for seed in ("0", "1", "4711")
        }  # fmt: skip

        assert made == {digests()[-1]}

    @settings(max_examples=8)
    @given(KINDS.flatmap(marked), st.sampled_from(LEVELS))
    def test_equal_receipts_equal_bodies(self, case: Marked, level: str) -> None:
        """At every level; and whatever of a dossier may be read there changes the receipt."""
        first = explanation(assess(PLAN, case.dossier, on=ON), level)
        second = explanation(assess(PLAN, again(case.dossier), on=ON), level)
        for other in (second, explanation(assess(PLAN, case.dossier.with_(), on=ON, review="interim-2023"), level)):
            assert (other["receipt"] == first["receipt"]) == (other == first)
        assert first == second


def digests() -> list[str]:
    """Every kind of digest there is, and one of them all."""
    made = [digest(COUNTED), plan_digest(PLAN), plan_digest(SMALL), digest(DOSSIER)]
    for path in EXAMPLES[::5]:
        assessment = assess(PLAN, load(PLAN, path.read_bytes()), on=ON)
        made += [digest(explanation(assessment, level)) for level in LEVELS]
    return [*made, digest(made)]


def lost(old: Any, new: Any, path: str = "$") -> Iterator[str]:
    """What a schema promised and another does not keep: a key, a value of a list, a type, something always there."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key, promised in old.items():
            if key in ("description", "title"):
                continue
            here = f"{path}.{key}"
            if key not in new:
                yield here
            elif key in ("enum", "required"):
                yield from (f"{here}: {each}" for each in promised if each not in new[key])
                if key == "required":
                    yield from (
                        f"{here}: {each} is asked of older documents" for each in new[key] if each not in promised
                    )
            else:
                yield from lost(promised, new[key], here)
    elif isinstance(old, list) and isinstance(new, list):
        if len(new) < len(old):
            yield path
        for place, (promised, kept) in enumerate(zip(old, new, strict=False)):
            yield from lost(promised, kept, f"{path}[{place}]")
    elif old != new:
        yield f"{path}: {old!r} became {new!r}"


class TestOnlyGrows:
    """Within a major version nothing is taken away, renamed or given another type; what was stored is read for ever."""

    OLD = json.loads((PROMISED / "schema.json").read_text(encoding="utf-8"))
    STORED = sorted(path for path in PROMISED.glob("*.json") if path.name != "schema.json")
    each = pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)

    def test_nothing_that_was_promised_is_lost(self) -> None:
        assert list(lost(self.OLD, SCHEMA)) == []

    @pytest.mark.parametrize(
        ("steps", "value"),
        [
            (("$defs", "node", "properties", "found"), ...),
            (("$defs", "node", "properties", "reasons", "items", "enum"), list(REASONS)[1:]),
            (("$defs", "margin", "properties", "low"), {"type": "string"}),
            (("$defs", "receipt", "required"), []),
            (("$defs", "subject", "required"), ["kind", "label", "personal", "code", "name", "born_on"]),
            (("$defs", "threshold", "properties", "low", "anyOf"), []),
            (("properties", "format", "const"), "thidua.explanation/2"),
        ],
    )  # fmt: skip
    def test_and_what_is_lost_is_found(self, steps: tuple[str, ...], value: Any) -> None:
        newer = deepcopy(SCHEMA)
        inside = newer
        for step in steps[:-1]:
            inside = inside[step]
        if value is ...:
            del inside[steps[-1]]
        else:
            inside[steps[-1]] = value

        assert list(lost(self.OLD, newer))

    def test_there_is_a_stored_document_of_every_kind_and_level(self) -> None:
        told = [json.loads(path.read_text(encoding="utf-8")) for path in self.STORED]

        assert {data["subject"]["kind"] for data in told} == {words.id for words in PLAN.vocabularies}
        assert {data["receipt"]["level"] for data in told} == set(LEVELS)

    @each
    def test_what_was_stored_is_valid(self, path: Path) -> None:
        assert mistakes(json.loads(path.read_text(encoding="utf-8")), OPEN) == []

    @each
    def test_what_was_stored_is_read_told_and_lowered(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        stored = read_explanation(text)

        assert stored.is_intact
        for language in ("vi", "en"):
            said = explain(json.loads(text), language, "internal")
            assert said == stored.said(language)
            assert json.loads(text)["word"][language].upper() in said.splitlines()[0]
        assert read_explanation(redact(json.loads(text), "public")).verdict == stored.verdict
