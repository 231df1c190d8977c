"""How far from the threshold, in columns: what `margins` tells of the same row, on every engine, to the last unit.

Signed on one line: to spare is zero or more, short is less than zero.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pandas as pd
import polars as pl
import pytest
from columnar import BACKENDS, Table, knowledge_of, rows_of, tables
from hypothesis import given, settings
from hypothesis import strategies as st
from movement import _ANY_PLAN, CUT_OFF_DAY, FIRST, ON, VOCABULARY, Place, jobs, left_on, plan_for, poor
from one_world import Clauses
from strategies import FAMILIES, groups, of_family

from thidua.conditions import ALWAYS
from thidua.findings import Finding
from thidua.interpreters.assess import judge
from thidua.interpreters.columns.distances import distances
from thidua.interpreters.columns.grouping import grouping
from thidua.interpreters.columns.opening import opened_tables
from thidua.interpreters.columns.program import Program, judging
from thidua.interpreters.columns.tabulate import judged, tabulate
from thidua.interpreters.margins import Margin, margin_of
from thidua.nodes import AreAll, ClauseMet
from thidua.periods import CUT_OFF, START_OF_PERIOD
from thidua.quantities import SHARE, percent

NO_CLAUSES: Clauses = {}
OTHERS = [name for name in BACKENDS if name != "polars"]
MEASURED = st.one_of(
    *(of_family(name) for name in FAMILIES if name in ("days", "how many entries", "numbers", "falls"))
)
FEWER = settings(max_examples=max(10, settings().max_examples // 5))


def signed(margin: Margin | None) -> tuple[Any, Any]:
    """The ends of a margin on one line, rates in percent."""
    if margin is None:
        return None, None
    parts = 100 if margin.unit == SHARE else 1
    low, high = (None if end is None else end * parts for end in (margin.low, margin.high))
    if margin.side == "short":
        return (None if high is None else -high), (None if low is None else -low)
    return low, high


def below(finding: Finding, path: str) -> dict[str, Finding]:
    found = {path: finding}
    if not isinstance(finding.node, (ClauseMet, AreAll)):
        for index, part in enumerate(finding.parts):
            found |= below(part, f"{path}/{index}")
    return found


def wrong(table: Table, backend: str) -> list[object]:
    """The leaves whose columns tell another distance than the definition, row by row."""
    records = {name: kept.register_of(backend) for name, kept in table.registers.items()}
    opened = opened_tables(_ANY_PLAN, VOCABULARY, table.setting, BACKENDS[backend](table.frame), records)
    predicates, held = judging(opened.engine, table.setting, tuple(opened.columns.items()), opened.told)
    for name, node in table.clauses.items():
        predicates.clauses[name] = predicates.found(node)
    made = distances({"X": predicates.found(table.predicate)}, predicates)
    steps = tuple(one.alias(name) for columns in made.values() for name, one in columns.items())
    counts = tuple(grouping(one) for one in held if one.flags)
    found = (
        judged(opened, Program(counts, (steps,), (), (), ()))
        .sort("code")
        .select("code", *(name for columns in made.values() for name in columns))
    )
    native = found.to_native() if hasattr(found, "to_native") else found
    rows = rows_of(native)
    assert len(rows) == len(table.rows)
    differing: list[object] = []
    for row, told in zip(table.rows, rows, strict=True):
        leaves = below(judge(table.predicate, knowledge_of(row, table), table.setting, table.clauses), "X")
        for path in made:
            defined = margin_of(leaves[path]) if path in leaves else None
            low, high = signed(defined[1] if defined else None)
            exact = low if low == high else None
            seen = tuple(told[f"{path}.margin{end}"] for end in ("", ".low", ".high"))
            seen = tuple(None if end is None or end != end else end for end in seen)
            if seen != (exact, low, high):
                differing.append((path, leaves.get(path), row, seen, (exact, low, high)))
    return differing


class TestEqualToMargins:
    """The distance of every leaf that stands in columns is the one `margins` tells, exact, open, short and to spare."""

    @pytest.mark.parametrize("family", FAMILIES)
    @given(data=st.data())
    def test_leaves(self, family: str, data: st.DataObject) -> None:
        assert wrong(data.draw(tables(of_family(family).map(lambda asked: (asked, NO_CLAUSES)))), "polars") == []

    @given(tables(groups()))
    def test_whole_groups(self, table: Table) -> None:
        assert wrong(table, "polars") == []

    @pytest.mark.parametrize("backend", OTHERS)
    @given(tables(MEASURED.map(lambda asked: (asked, NO_CLAUSES))))
    @FEWER
    def test_leaves_on_other_engines(self, backend: str, table: Table) -> None:
        assert wrong(table, backend) == []


every = pytest.mark.parametrize("backend", BACKENDS)
Told = tuple[Any, Any, Any]


def columns(condition: Any, backend: str, **given_columns: Any) -> list[Told]:
    """The distance of a condition that is one leaf, and its two ends, row by row."""
    count = len(next(iter(given_columns.values())))
    table = pl.DataFrame({"code": [f"S{at}" for at in range(count)], **given_columns})
    plan = plan_for(condition, condition)
    made = tabulate(plan, Place, BACKENDS[backend](table), on=ON, margins=True, reasons=False)
    assert made.margins == (FIRST,)
    rows = sorted(rows_of(made.frame), key=lambda row: str(row["code"]))
    return [(plain(row, ""), plain(row, ".low"), plain(row, ".high")) for row in rows]


def plain(row: Any, end: str) -> Any:
    value = row[f"{FIRST}.margin{end}"]
    return None if value is pd.NA else value


@every
class TestInNaturalUnits:
    """From the threshold, the last value that still meets: to spare from zero on, short below it."""

    def test_a_count(self, backend: str) -> None:
        told = columns(jobs.is_at_least(1), backend, jobs=[0, 1, 2, None])

        assert told == [(-1, -1, -1), (0, 0, 0), (1, 1, 1), (None, None, None)]

    def test_days(self, backend: str) -> None:
        days = [CUT_OFF_DAY - timedelta(days=3), CUT_OFF_DAY, CUT_OFF_DAY + timedelta(days=365)]

        assert columns(left_on.is_not_after(CUT_OFF), backend, left_on=days) == [
            (3, 3, 3), (0, 0, 0), (-365, -365, -365),
        ]  # fmt: skip

    def test_a_fall_is_measured_at_its_end(self, backend: str) -> None:
        fall = poor.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=ALWAYS)
        told = columns(fall, backend, **{"poor@start_of_period": [3, 3, 3, 3, 0], "poor@review": [2, 1, 0, None, 0]})

        assert told == [(-1, -1, -1), (0, 0, 0), (1, 1, 1), (None, -2, 1), (None, None, None)]

    def test_a_unit_of_the_step_is_the_least_that_is_short(self, backend: str) -> None:
        assert columns(jobs.is_more_than(1), backend, jobs=[1, 2]) == [(-1, -1, -1), (0, 0, 0)]
