"""Minutes row by row: a table judged by many bodies, on days of their own, each row read as its own paper would be.

A judgement counts in a row where its minutes have a number, name a body that may judge and fall in the window of the
review, up to the day of assessment; anywhere else it is not read, as `papers` leaves it aside. Which names are those of
such a body is asked of `papers` itself, once for each name there is.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
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
from thidua.interpreters.judged import bodies_of
from thidua.interpreters.papers import read_papers
from thidua.movements import Plan, Setting
from thidua.nodes import Fact, Kind
from thidua.periods import Period
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
    spans = [
        (span, [name for name in by if _may(plan, kind, setting, fact, name, span.first)])
        for span in _spans(plan, setting)
    ]
    if proof.on not in told or not any(read for _, read in spans):
        return words.lit(value=False)
    if not tables.engine.lazy:
        check_values(table, told, words)
    on, who = expression(told[proof.on], words), words.col(proof.by).cast(words.String)
    asked = words.lit(value=False)
    for span, read in spans:
        asked = asked | (who.is_in(read) & (on >= span.first) & (on <= span.last))
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


def _spans(plan: Plan, setting: Setting) -> list[Period]:
    """The days of the review up to the day of assessment, parted where a body begins or ends."""
    first, last, day = setting.review.window.first, setting.on, timedelta(days=1)
    turns = {body.since for body in bodies_of(plan)} | {b.until + day for b in bodies_of(plan) if b.until}
    firsts = [first, *sorted(turn for turn in turns if turn is not None and first < turn <= last)]
    return [Period(*span) for span in zip(firsts, [*(turn - day for turn in firsts[1:]), last], strict=True)]


def _may(plan: Plan, kind: type[Subject], setting: Setting, fact: Fact, name: str, on: date) -> bool:
    """Whether the definition reads a judgement that the body made on a day."""
    if not name.strip():
        return False
    said: Evidence[Any] = Evidence(fact, fact.options[0].id, judgement=Judgement(name, on, ""))
    document = Document("-", on, name, TITLE)
    knowledge = read_papers(plan, Dossier(kind("-", "-"), (Paper(document, said),)), setting)
    return "body_not_named" not in {caution.code for caution in knowledge.cautions}
