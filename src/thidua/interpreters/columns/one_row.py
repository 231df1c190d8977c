"""One row of a judged table as a dossier, so that it can be assessed, and explained, like any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from attrs import evolve

from thidua.dossiers import Dossier
from thidua.errors import DuplicateNameError, UnknownNameError
from thidua.evidence import DID_NOT_HAPPEN, Complete, Entry, Evidence, Paper, Value
from thidua.interpreters.columns.door import rows
from thidua.interpreters.columns.naming import CODE, ENTRY_KEY, KEY, NAME
from thidua.interpreters.columns.opening import Tables
from thidua.interpreters.columns.program import Told
from thidua.interpreters.columns.reader import PERCENT, Column, reach
from thidua.interpreters.columns.supplied import Minutes, MinutesByRow, Proof, Register
from thidua.movements import Plan, Setting
from thidua.nodes import Fact, Kind, Lives
from thidua.quantities import SHARE
from thidua.sources import Document
from thidua.subjects import Subject


def row_of(table: Any, column: str, subject_id: object, words: Any) -> dict[str, Any]:
    """The one row of a subject.

    `UnknownNameError` when there is none, `DuplicateNameError` when there are several.
    """
    found = rows(table.filter(words.col(column) == words.lit(subject_id)).head(2))
    if not found:
        msg = f"no subject has the code {subject_id!r}"
        raise UnknownNameError(msg)
    if len(found) > 1:
        msg = f"{subject_id!r} stands in more than one row, so it is not one subject"
        raise DuplicateNameError(msg)
    return found[0]


def dossier_of(
    plan: Plan,
    kind: type[Subject],
    setting: Setting,
    tables: Tables,
    row: Mapping[str, Any],
    proofs: Mapping[str, Proof],
    records: Mapping[str, Register],
) -> Dossier[Any]:
    """What a row and its entries tell, as papers: one for each document, one for all that has none."""
    said: dict[Document | None, list[Any]] = {}
    surveys = {survey.id: survey for survey in plan.surveys}
    for key, column in tables.columns.items():
        proof = proofs.get(key)
        place = tables.places[key]
        told = evidence(column, row[place.column])
        if isinstance(proof, MinutesByRow):
            proof = proof.minutes(row)
            told = None if proof is None else told
        if told is None:
            continue
        if place.survey is not None:
            told = evolve(told, at=surveys[place.survey])
        if isinstance(proof, Minutes):
            told = evolve(told, judgement=proof.judgement)
        if place.fact.lives is Lives.IN_FORCE:
            told = evolve(told, since=setting.cut_off)
        said.setdefault(proof.document if isinstance(proof, Minutes) else proof, []).append(told)
    for register in tables.told:
        given = records[register.register.name]
        said.setdefault(given.document, []).extend(_register(register, given, setting, tables, row))
    code = str(row[CODE])
    papers = tuple(Paper(document, *told) for document, told in said.items() if told)
    return Dossier(kind(code, str(row.get(NAME) or code)), papers)


def evidence(column: Column, value: object) -> Evidence[Any] | None:
    """What a cell tells; nothing where it is null."""
    if value is None or value != value:  # noqa: PLR0124  # NaN alone differs from itself
        return None
    if column.is_never:
        return Evidence(column.fact, DID_NOT_HAPPEN) if value else None
    if not column.checked and not _can_be(column, value):
        return None
    return Evidence(column.fact, _plain(column.fact, value))


def _can_be(column: Column, value: Any) -> bool:
    """Whether a fact can have the value; a lazy table is not looked at, and what it cannot have is not recorded."""
    match column.fact.kind:
        case Kind.NUMBER:
            low, high = reach(column)
            return bool(low <= value <= high)
        case Kind.CHOICE | Kind.JUDGED:
            return isinstance(value, bool) or str(value) in [option.id for option in column.fact.options]
        case _:
            return True


def _plain(fact: Fact, value: Any) -> Value:
    match fact.kind:
        case Kind.NUMBER:
            return Fraction(int(value), PERCENT) if fact.unit == SHARE else int(value)
        case Kind.DAY:
            return value.date() if isinstance(value, datetime) else value
        case Kind.YES_NO:
            return bool(value)
        case _:
            return ("YES" if value else "NO") if isinstance(value, bool) else str(value)


def _register(
    told: Told, given: Register, setting: Setting, tables: Tables, row: Mapping[str, Any]
) -> Iterator[Entry[Any] | Complete[Any]]:
    words, register = tables.engine.words, told.register
    mine = rows(tables.entries[register.name].filter(words.col(KEY) == words.lit(str(row[CODE]))))
    days: list[date] = []
    for order, entry in enumerate(mine, start=1):
        facts = [evidence(column, entry[column.name]) for _, column in told.columns]
        known = tuple(fact for fact in facts if fact is not None)
        days += [fact.value for fact in known if fact.fact.name == register.dated_by and isinstance(fact.value, date)]
        yield Entry(register, str(entry.get(ENTRY_KEY) or order), known)
    said = told.declaration
    if said is None or given.complete is None:
        return
    through = row[said.through] if isinstance(said.through, str) else said.through
    through = through.date() if isinstance(through, datetime) else through
    number = row[said.entries] if said.entries else sum(setting.counts_from <= d <= through for d in days if through)
    if through is not None and number is not None:
        yield Complete(register, int(number), through, given.complete.by)
