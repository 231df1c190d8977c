"""Counts of the four words over a table are those of its rows, assessed one by one."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import polars as pl
import pytest
from attrs import evolve
from columnar import BACKENDS, rows_of
from hypothesis import given, settings
from tables.drawn import ON, judged, registers, subjects

from thidua import PLAN, Commune, Population, summary, summary_said, tabulate
from thidua.errors import UnknownNameError, WrongValueError
from thidua.interpreters.columns.engine import WORDS

every = pytest.mark.parametrize("backend", BACKENDS)
COMMUNES = pl.DataFrame(
    {
        "code": ["VD-01", "VD-02", "VD-03", "VD-04"],
        "area": ["III", "OUTSIDE", "III", None],
        "poor_households@2021": [60, 60, 60, 50],
        "near_poor_households@2021": [40, 40, 40, 50],
        "poor_households@2024": [25, 25, 30, 10],
        "near_poor_households@2024": [24, 30, 30, 9],
    }
)


def by_hand(result: Population[Any], table: pl.DataFrame, by: list[str]) -> dict[tuple[Any, ...], Counter[str]]:
    """The same counts, row by row, as `assess` finds them."""
    found: dict[tuple[Any, ...], Counter[str]] = {}
    for row in table.to_dicts():
        assessment = result.explain(row["code"])
        told = {"verdict": assessment.verdict, **{name: finding.verdict for name, finding in assessment.clauses}}
        for name, verdict in told.items():
            found.setdefault((*(row[column] for column in by), name), Counter())[verdict.id] += 1
    return found


@settings(max_examples=15)
@given(table=subjects(), held=registers())
def test_law_the_counts_are_those_of_the_rows(table: pl.DataFrame, held: Any) -> None:
    result = judged(table, held)
    for by in ([], ["area"]):
        told = {
            (*(row[column] for column in by), row["clause"]): Counter({word: row[word] for word in WORDS if row[word]})
            for row in summary(result, by=by).to_dicts()
            if row["part"] == "whole" and (by or len(table))
        }

        assert told == by_hand(result, table, by)


@every
class TestOnEveryEngine:
    """What comes in comes out, and a lazy table stays lazy."""

    def test_counts_by_area(self, backend: str) -> None:
        found = summary(tabulate(PLAN, Commune, BACKENDS[backend](COMMUNES), on=ON), by="area")
        told = {row["area"]: [row[word] for word in WORDS] for row in rows_of(found) if row["clause"] == "III.2.2-4"}

        assert type(found) is type(BACKENDS[backend](COMMUNES))
        assert {key: told[key] for key in ("III", "OUTSIDE")} == {"III": [0, 1, 0, 1], "OUTSIDE": [1, 0, 0, 0]}
        assert len(told) == 3

    def test_lines_stand_in_the_order_of_the_plan(self, backend: str) -> None:
        result = tabulate(PLAN, Commune, BACKENDS[backend](COMMUNES), on=ON)
        told = [row["clause"] for row in rows_of(summary(result))]

        assert list(dict.fromkeys(told)) == list(result.verdicts)

    def test_nobody_is_counted_in_an_empty_table(self, backend: str) -> None:
        found = summary(tabulate(PLAN, Commune, BACKENDS[backend](COMMUNES.clear()), on=ON))

        assert {row[word] for row in rows_of(found) for word in WORDS} == {0}


class TestWords:
    """The counts as text."""

    def test_in_vietnamese(self) -> None:
        said = summary_said(tabulate(PLAN, Commune, COMMUNES, on=ON)).splitlines()

        assert said[0] == "2.2. Đối với các xã"
        assert said[1].split("  ")[0] == "Tiêu chí"
        assert next(line for line in said if line.startswith("III.2.2-4")).split() == ["III.2.2-4", "1", "1", "1", "1"]

    def test_in_english_by_area(self) -> None:
        said = summary_said(tabulate(PLAN, Commune, COMMUNES, on=ON), "en", by="area").splitlines()

        assert said[1].split()[:5] == ["area", "Clause", "✓", "met", "?"]
        assert any(line.startswith("–") for line in said)

    def test_of_measured_parts(self) -> None:
        frame = COMMUNES.with_columns(pl.lit("met").alias("verdict.measured"))
        result = tabulate(PLAN, Commune, COMMUNES, on=ON)
        told = evolve(result, frame=frame.join(result.frame.select("code", *result.verdicts), on="code"))

        assert any("(phần đo đếm được)" in line for line in summary_said(told).splitlines())
        assert any("(measured part)" in line for line in summary_said(told, "en").splitlines())


class TestRefused:
    """A column to group by is there, and is not one that the counts need."""

    def test_a_misspelt_column(self) -> None:
        with pytest.raises(UnknownNameError, match="no column 'aera'; did you mean 'area'"):
            summary(tabulate(PLAN, Commune, COMMUNES, on=date(2025, 12, 31)), by="aera")

    def test_a_column_of_the_counts(self) -> None:
        table = COMMUNES.with_columns(pl.lit("x").alias("part"))
        with pytest.raises(WrongValueError, match="'part' of their own"):
            summary(tabulate(PLAN, Commune, table, on=ON), by="part")
