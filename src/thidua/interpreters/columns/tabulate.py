"""tabulate(): a whole table of subjects judged at once, on the engine that holds it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from thidua.interpreters.arguments import check_given, check_kind, check_plan
from thidua.interpreters.columns.engine import ROW, closed
from thidua.interpreters.columns.grouping import counted
from thidua.interpreters.columns.opening import Tables, opened_tables
from thidua.interpreters.columns.population import Population
from thidua.interpreters.columns.program import Asked, Program, program
from thidua.interpreters.columns.sittings import with_sittings
from thidua.interpreters.columns.supplied import MinutesByRow, Proof, Register, check_proofs, proofs_of, registers_named
from thidua.movements import Plan
from thidua.subjects import Subject

S = TypeVar("S", bound=Subject)
NOTHING: Mapping[Any, Any] = {}


def tabulate(
    plan: Plan,
    kind: type[S],
    subjects: Any,
    *,
    on: date,
    review: str | None = None,
    records: Mapping[Any, Register] = NOTHING,
    documents: Mapping[Any, Proof] = NOTHING,
    reasons: bool = True,
    possible: bool = False,
    margins: bool = False,
) -> Population[S]:
    """The verdict on every subject of a table, and on each clause, row by row what `assess` finds.

    `subjects` is a table of polars (eager or lazy), pandas, pyarrow, DuckDB or PySpark, one row a subject: `code`,
    perhaps `name`, and a column for each fact, named as `columns.naming` says. Null is not recorded, and so is a
    column that is not there. Rates are whole percent, as integers. `records` gives each register's table as
    `Register(frame, complete=…)`; `documents` what proves a column, and for a judged one its `Minutes`, or
    `Minutes.by_row` with the columns that hold them. A column that reads like a fact by a slip is an `UnknownNameError`
    with the nearest name, and any other is yours. A table without `code` is judged all the same, but none of its rows
    can be explained; with it, a row whose code is blank is an `IncompleteError`.

    Of a lazy table types alone are looked at, and nothing is computed: the result is lazy. Of any other, values are
    looked at first; one that its fact cannot have is a `WrongValueError` or a `FloatRefusedError`, before any work.

    `reasons` adds what was measured alone, the decisive clauses, the codes of reasons and whether only judgement is
    awaited; they cost up to about twenty times the verdicts, so give `reasons=False` where verdicts are enough.
    `possible` adds the finals still possible. `margins` adds for each measured leaf, named by its path in the
    explanation, the distance to its threshold where it is known, as `III.2.2-4.margin`, and its ends,
    `III.2.2-4.margin.low` and `III.2.2-4.margin.high`, as `columns.distances` says: in whole natural units, less than
    zero being short; null is unbounded, or nothing to measure.

    >>> import polars
    >>> from thidua import PLAN, Commune
    >>> communes = polars.DataFrame(
    ...     {
    ...         "code": ["VD-01", "VD-02"],
    ...         "area": ["III", "OUTSIDE"],
    ...         "poor_households@start_of_period": [60, 60],
    ...         "near_poor_households@start_of_period": [40, 40],
    ...         "poor_households@review": [25, 25],
    ...         "near_poor_households@review": [24, 30],
    ...     }
    ... )
    >>> tabulate(PLAN, Commune, communes, on=date(2025, 12, 31)).frame["III.2.2-4"].to_list()
    ['met', 'not_applicable']
    """
    check_plan("tabulate", plan, kind, subjects)
    check_kind("tabulate", plan, kind)
    check_given("records", records, Mapping, "a Register for each register, such as {initiatives: Register(frame)},")
    check_given("documents", documents, Mapping, "what proves each column, such as {area: Document(…)},")
    setting = plan.setting(on=on, review=review)
    words = plan.vocabulary(kind)
    given = registers_named(records, words)
    sittings = [proof for proof in documents.values() if isinstance(proof, MinutesByRow)]
    tables = opened_tables(plan, words, setting, subjects, given, sittings)
    proofs = proofs_of(documents, tables.places)
    check_proofs(plan, kind, setting, tables.places, proofs)
    if sittings:
        tables = with_sittings(plan, kind, setting, tables, proofs)
    engine = tables.engine
    columns = tuple(tables.columns.items())
    steps = program(Asked(plan, kind, setting, engine, columns, tables.told, reasons, possible, margins))
    frame = closed(judged(tables, steps), engine, subjects, steps.new, steps.words)
    return Population(plan, kind, setting, frame, steps.verdicts, steps.margins, tables, given, proofs)


def judged(tables: Tables, steps: Program) -> Any:
    """The subjects' table with the registers counted and every step added, rows in their order."""
    table, engine = tables.subjects, tables.engine
    for each in steps.groupings:
        table = counted(each, table, tables.entries[each.register], engine)
    if steps.groupings and not engine.lazy and engine.name != "polars":
        table = table.sort(ROW)
    for step in steps.steps:
        if step:
            table = table.with_columns(*step)
    return table
