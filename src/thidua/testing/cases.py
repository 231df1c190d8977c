"""Cases in TOML: a dossier or changes to one, and the verdict that each clause is expected to come to.

A file names its plan and the day, and holds cases, each named by a sentence:

    plan = "thidua:PLAN"
    on = 2025-12-31

    [[case]]
    name = "Xã giảm đúng một nửa thì chưa đạt"
    dossier = "xa-mau.json"
    change = [{fact = "poor_households", at = "2024", value = 50}]
    expect = {"III.2.2-4" = "not_met"}

Dossiers are `thidua.dossier/1` in JSON beside the file, or written in the case itself. A change says anew what a fact
is, at a survey where it has several; without a value it is taken away.
"""

# what TOML holds is known once it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownLambdaType=false
# pyright: reportUnknownVariableType=false, reportUnknownParameterType=false

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import frozen

from thidua.dossiers import Dossier
from thidua.errors import InvalidDocumentError, ThiduaError, did_you_mean
from thidua.findings import Assessment
from thidua.interpreters.assess import assess
from thidua.interpreters.explain import explain
from thidua.interpreters.loading import load
from thidua.movements import Plan
from thidua.verdicts import WORDS as VERDICTS

FILE_KEYS = ("plan", "on", "review", "case")
CASE_KEYS = ("name", "dossier", "change", "expect", "on", "review")
CHANGE_KEYS = ("fact", "at", "value", "since", "until", "judged", "by", "on", "reason", "happened")
FORMAT = "thidua.dossier/1"
WORDS = tuple(VERDICTS)
CHANGED = {
    "number": "thay đổi của ca kiểm tra",
    "issued_on": "2022-01-01",
    "issuer": "Ca kiểm tra",
    "title": "Giả định",
}


@frozen
class Case:
    """One case: what is expected of which clause or group when a dossier is assessed; `place` says where it stands."""

    name: str
    place: str
    plan: Plan
    dossier: Dossier[Any]
    on: date
    review: str | None
    expect: tuple[tuple[str, str], ...]


class CaseError(ThiduaError, ValueError):
    """A file of cases that cannot be read; every mistake in it is told at its place."""


class CaseFailed(AssertionError):  # noqa: N818  # a case fails; that is no error of anybody
    """A case that came out otherwise than expected, with the explanation."""


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file. `CaseError` with every mistake in it, each at its place."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"{path.name}: {error}"
        raise CaseError(msg) from None
    reader = _Reader(path)
    cases = list(reader.cases(told))
    if reader.wrong:
        raise CaseError("\n".join(f"{path.name}: {each}" for each in reader.wrong))
    return tuple(cases)


def check_case(case: Case, language: str = "vi") -> Assessment[Any]:
    """Assess the case; `CaseFailed` with all that came out otherwise, and the explanation, in Vietnamese or English."""
    assessed = assess(case.plan, case.dossier, on=case.on, review=case.review)
    found = {name: finding.verdict.id for name, finding in assessed.clauses}
    found[case.plan.criteria_for(type(case.dossier.subject)).id] = assessed.verdict.id
    vi = language == "vi"
    labels = {word: text.in_(language) for word, text in VERDICTS.items()}
    wrong = [
        (
            f"  {place}: mong đợi {labels[word]}, kết luận {labels[found[place]]}"
            if vi
            else f"  {place}: expected {labels[word]}, found {labels[found[place]]}"
        )
        for place, word in case.expect
        if found[place] != word
    ]
    if wrong:
        head = f"{case.name} ({case.place})"
        raise CaseFailed("\n".join([head, *wrong, "", explain(assessed, language)]))
    return assessed


class _Reader:
    """Reads one file, and keeps every mistake with its place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.wrong: list[str] = []

    def cases(self, told: Mapping[str, Any]) -> Iterator[Case]:
        """The cases that can be made; of the others it is kept what is wrong."""
        self._known(told, FILE_KEYS, "")
        plan = self._plan(told.get("plan"))
        listed = told.get("case")
        if not isinstance(listed, list) or not listed:
            self.wrong.append("[[case]]: a file of cases has at least one")
            return
        for number, given in enumerate(listed, start=1):
            case = self._case(given, told, plan, f"case {number}")
            if case is not None:
                yield case

    def _known(self, told: Mapping[str, Any], keys: tuple[str, ...], place: str) -> None:
        for name in told:
            if name not in keys:
                self.wrong.append(f"{place}{': ' if place else ''}no key {name!r}{did_you_mean(name, keys)}")

    def _plan(self, named: object) -> Plan | None:
        home, mark, name = named.partition(":") if isinstance(named, str) else ("", "", "")
        if not mark:
            self.wrong.append(f'plan: expected "module:NAME", such as "thidua:PLAN", but got {named!r}')
            return None
        try:
            plan = getattr(import_module(home), name)
        except (ImportError, AttributeError) as error:
            self.wrong.append(f"plan: {error}")
            return None
        if not isinstance(plan, Plan):
            self.wrong.append(f"plan: {named!r} is no plan but {type(plan).__name__}")
            return None
        return plan

    def _case(self, given: object, told: Mapping[str, Any], plan: Plan | None, place: str) -> Case | None:
        if not isinstance(given, dict):
            self.wrong.append(f"{place}: expected a table but got {given!r}")
            return None
        before = len(self.wrong)
        name = given.get("name")
        if not isinstance(name, str) or not name.strip():
            self.wrong.append(f"{place}: name: a case is named by a sentence")
        else:
            place = f"{place} “{name}”"
        self._known(given, CASE_KEYS, place)
        on = given.get("on", told.get("on"))
        if not isinstance(on, date) or isinstance(on, datetime):
            self.wrong.append(f"{place}: on: expected a day such as 2025-12-31 but got {on!r}")
        document = self._document(given.get("dossier"), place)
        if document is not None:
            self._changed(document, given.get("change", []), place)
        dossier = None if plan is None or document is None else self._dossier(plan, document, place)
        expect = () if plan is None or dossier is None else self._expected(plan, dossier, given.get("expect"), place)
        review = given.get("review", told.get("review"))
        if plan is not None and isinstance(on, date) and len(self.wrong) == before:
            try:
                _ = plan.setting(on=on, review=review)
            except ThiduaError as error:
                self.wrong.append(f"{place}: {error}")
        if plan is None or dossier is None or not isinstance(on, date) or len(self.wrong) > before:
            return None
        return Case(str(name), f"{self.path.name}, {place.partition(' “')[0]}", plan, dossier, on, review, expect)

    def _document(self, given: object, place: str) -> dict[str, Any] | None:
        if isinstance(given, dict):
            return {"format": FORMAT, **given}
        if not isinstance(given, str):
            self.wrong.append(f"{place}: dossier: expected the name of a file, or a dossier, but got {given!r}")
            return None
        import json  # noqa: PLC0415  # only where a dossier lies in a file

        try:
            read = json.loads((self.path.parent / given).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            self.wrong.append(f"{place}: dossier {given!r}: {error}")
            return None
        if not isinstance(read, dict):
            self.wrong.append(f"{place}: dossier {given!r}: expected an object")
            return None
        return read

    def _changed(self, document: dict[str, Any], changes: object, place: str) -> None:
        """What a fact is said to be anew, in place of all that was said of it there."""
        if not isinstance(changes, list):
            self.wrong.append(f"{place}: change: expected a list of tables but got {changes!r}")
            return
        for number, change in enumerate(changes, start=1):
            at = f"{place}: change {number}"
            if not isinstance(change, dict) or not isinstance(change.get("fact"), str):
                self.wrong.append(f"{at}: names the fact that is changed, fact = …")
                continue
            self._known(change, CHANGE_KEYS, at)
            _forget(document, change["fact"], change.get("at"))
            if len(change.keys() - {"fact", "at"}):
                told = {key: _plain(value) for key, value in change.items()}
                document.setdefault("papers", []).append({"document": CHANGED, "proves": [told]})

    def _dossier(self, plan: Plan, document: dict[str, Any], place: str) -> Dossier[Any] | None:
        try:
            return load(plan, _plain(document))
        except InvalidDocumentError as error:
            self.wrong.append(f"{place}: dossier: {error}")
            return None

    def _expected(self, plan: Plan, dossier: Dossier[Any], given: object, place: str) -> tuple[tuple[str, str], ...]:
        if not isinstance(given, dict) or not given:
            self.wrong.append(f'{place}: expect: what each clause comes to, such as {{"III.2.2-4" = "met"}}')
            return ()
        try:
            group = plan.criteria_for(type(dossier.subject))
        except ThiduaError as error:
            self.wrong.append(f"{place}: {error}")
            return ()
        places = [group.id, *(clause.id for clause in group.clauses)]
        for name, word in given.items():
            if name not in places:
                self.wrong.append(f"{place}: expect: {group.id} has no {name!r}{did_you_mean(name, places)}")
            if word not in WORDS:
                self.wrong.append(f"{place}: expect {name}: {word!r} is no verdict{did_you_mean(str(word), WORDS)}")
        return tuple(given.items())


def _forget(document: dict[str, Any], fact: str, at: object) -> None:
    papers: list[dict[str, Any]] = []
    for paper in document.get("papers", []):
        kept = [one for one in paper["proves"] if one.get("fact") != fact or (at is not None and one.get("at") != at)]
        if kept:
            papers.append({**paper, "proves": kept})
    document["papers"] = papers


def _plain(value: Any) -> Any:
    """The value as JSON says it: days as text."""
    match value:
        case date():  # a moment is written out too, and refused at its place by load()
            return value.isoformat()
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case list():
            return [_plain(item) for item in value]
        case _:
            return value
