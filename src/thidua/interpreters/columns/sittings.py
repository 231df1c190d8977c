"""Minutes row by row: a table judged by many bodies, on days of their own, each row read as its own paper would be.

A judgement counts in a row where its minutes have a number, name a body that may judge and fall in the window of the
review, up to the day of assessment; anywhere else it is not read, as `papers` leaves it aside. Which names are those of
such a body is asked of `papers` itself, once for each name there is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from thidua.dossiers import Dossier
from thidua.errors import WrongValueError
from thidua.evidence import Evidence, Judgement, Paper
from thidua.interpreters.columns.door import check_values, columns_of, rows
from thidua.interpreters.columns.engine import words_of
from thidua.interpreters.columns.naming import OURS, Place
from thidua.interpreters.columns.opening import Tables
from thidua.interpreters.columns.reader import expression
from thidua.interpreters.columns.supplied import TITLE, MinutesByRow, Proof
from thidua.interpreters.papers import read_papers
from thidua.movements import Plan, Setting
from thidua.nodes import Fact, Kind
from thidua.sources import Document
from thidua.subjects import Subject


def with_sittings(
    plan: Plan, kind: type[Subject], setting: Setting, tables: Tables, proofs: Mapping[str, Proof]
) -> Tables:
    """The tables with each judgement kept only in the rows whose minutes are read.

    Raises `WrongValueError` for bodies of a lazy table that are no enumeration, since their names cannot be looked at.
    """
    columns = dict(tables.columns)
    made: list[Any] = []
    words = tables.engine.words
    for key, column in tables.columns.items():
        proof = proofs.get(key)
        if isinstance(proof, MinutesByRow):
            name = f"{OURS}_judged_{key}"
            asked = _asked(plan, kind, setting, tables, column.fact, proof)
            made.append(words.when(asked).then(words.col(column.name)).alias(name))
            columns[key] = evolve(column, name=name)
    if not made:
        return tables
    return evolve(tables, subjects=tables.subjects.with_columns(*made), columns=columns)


def _asked(plan: Plan, kind: type[Subject], setting: Setting, tables: Tables, fact: Fact, proof: MinutesByRow) -> Any:
    """Whether the minutes of a row are read."""
    words, table = tables.engine.words, tables.subjects
    day = _day(fact)
    told = columns_of(table, {proof.on: Place(proof.on, day)}, lazy=tables.engine.lazy)
    by = _names(tables, proof.by)
    read = [name for name in by if _may(plan, kind, setting, fact, name)]
    if proof.on not in told or not read:
        return words.lit(value=False)
    if not tables.engine.lazy:
        check_values(table, told, words)
    on = expression(told[proof.on], words)
    first = setting.review.window.first
    asked = words.col(proof.by).cast(words.String).is_in(read) & (on >= first) & (on <= setting.on)
    return (asked & ~words.col(proof.number).is_null()).fill_null(value=False)


def _day(fact: Fact) -> Fact:
    """The day of a sitting, as a column is checked."""
    return Fact(fact.owner, "on", Kind.DAY, fact.label)


def _names(tables: Tables, column: str) -> list[str]:
    """The names of bodies in a column, from its type or from its values."""
    narwhals = words_of("narwhals")
    dtype = narwhals.from_native(tables.subjects, pass_through=True).collect_schema()[column]
    if dtype == narwhals.Enum:
        return list(dtype.categories)
    if tables.engine.lazy:
        msg = (
            f"column {column!r} holds {dtype} in a lazy table, whose names of bodies cannot be looked at: "
            "make it an enumeration, or collect the table first"
        )
        raise WrongValueError(msg)
    return [str(row[column]) for row in rows(tables.subjects.select(column).drop_nulls().unique())]


def _may(plan: Plan, kind: type[Subject], setting: Setting, fact: Fact, name: str) -> bool:
    """Whether the definition reads a judgement of that body."""
    if not name.strip():
        return False
    last = min(setting.on, setting.review.window.last)
    said: Evidence[Any] = Evidence(fact, fact.options[0].id, judgement=Judgement(name, last, ""))
    document = Document("-", last, name, TITLE)
    knowledge = read_papers(plan, Dossier(kind("-", "-"), (Paper(document, said),)), setting)
    return "body_not_named" not in {caution.code for caution in knowledge.cautions}
