"""What a table lacks, and what each piece of evidence would settle, are what `needs` finds row by row."""

from __future__ import annotations

from collections import Counter
from typing import Any

import polars as pl
import pytest
from columnar import BACKENDS, rows_of
from hypothesis import given, settings
from hypothesis import strategies as st
from tables.drawn import ON, columns, judged, registers, subjects

from thidua import PLAN, Commune, Population, missing, missing_said, needs, tabulate
from thidua.errors import UnknownNameError
from thidua.knowledge import place_of
from thidua.nodes import Kind

every = pytest.mark.parametrize("backend", BACKENDS)
CLAUSES = [clause.id for clause in PLAN.criteria_for(Commune).clauses]
COMMUNES = pl.DataFrame(
    {
        "code": ["VD-01", "VD-02", "VD-03", "VD-04"],
        "area": ["III", "OUTSIDE", "III", None],
        "poor_households@2021": [60, 60, 60, 50],
        "near_poor_households@2021": [40, 40, 40, 50],
        "poor_households@2024": [25, 25, None, 10],
        "near_poor_households@2024": [None, 30, 50, 9],
    }
)


def settled_by_hand(result: Population[Any], codes: list[str], of: str | None) -> tuple[Counter[str], int]:
    """How many verdicts each piece of evidence settles alone, and how many some one does, as `needs` finds it."""
    found: Counter[str] = Counter()
    some = 0
    for code in codes:
        alone = [each[0] for each in needs(result.explain(code), of=of).sets if len(each) == 1]
        papers = [need for need in alone if need.kind in ("value", "judgement", "register", "entries")]
        some += bool(papers)
        for need in papers:
            found[place_of(need.what, need.survey) if need.survey else need.what.name] += 1
    return found, some


def told(result: Population[Any], of: str | None, *, measured: bool = False) -> dict[str, dict[str, int]]:
    return {row["evidence"]: row for row in rows_of(missing(result, of=of, measured=measured))}


@settings(max_examples=25)
@given(table=subjects(gaps=3), held=registers(), of=st.sampled_from([None, *CLAUSES]))
def test_law_never_more_is_settled_than_needs_finds(table: pl.DataFrame, held: Any, of: str | None) -> None:
    result = judged(table, held)
    found = told(result, of)
    by_hand, some = settled_by_hand(result, table["code"].to_list(), of)

    assert found["any"]["settles"] <= some
    for name, row in found.items():
        assert name == "any" or row["settles"] <= by_hand[name]
        assert row["settles"] <= row["open"] <= row["missing"] <= len(table)


@settings(max_examples=25)
@given(table=subjects(gaps=1000), of=st.sampled_from([None, *CLAUSES]), data=st.data())
def test_law_where_one_place_of_a_row_is_missing_it_is_what_needs_finds(
    table: pl.DataFrame, of: str | None, data: st.DataObject
) -> None:
    left_out = data.draw(st.sampled_from(sorted(columns())))
    table = table.with_columns(pl.lit(None).cast(table.schema[left_out]).alias(left_out))
    held = data.draw(registers())
    result = judged(table, held)
    found = told(result, of)
    by_hand, _ = settled_by_hand(result, table["code"].to_list(), of)

    if left_out in found:
        assert found[left_out]["missing"] == len(table)
        assert found[left_out]["settles"] == by_hand[left_out]


@given(table=subjects(gaps=2))
def test_law_what_is_missing_is_what_is_null(table: pl.DataFrame) -> None:
    found = told(judged(table, {}), None)
    for name, row in found.items():
        if name in table.columns:
            assert row["missing"] == table[name].null_count()


@every
class TestOnEveryEngine:
    """What comes in comes out."""

    def test_the_figure_that_settles_most_stands_first(self, backend: str) -> None:
        found = missing(tabulate(PLAN, Commune, BACKENDS[backend](COMMUNES), on=ON), of="III.2.2-4")
        lines = [tuple(row.values()) for row in rows_of(found)]

        assert type(found) is type(BACKENDS[backend](COMMUNES))
        assert lines[0] == ("any", 3, 2, 2, 2)
        assert set(lines[1:3]) == {("near_poor_households@2024", 1, 1, 1, 1), ("area", 1, 1, 1, 1)}

    def test_registers_without_a_table_are_missing_of_everybody(self, backend: str) -> None:
        found = missing(tabulate(PLAN, Commune, BACKENDS[backend](COMMUNES), on=ON))
        lines = {row["evidence"]: row["missing"] for row in rows_of(found)}

        assert lines["reports"] == len(COMMUNES)


class TestMeasured:
    """With judgements set aside, what is left is worth reading while the Council has not sat."""

    def test_no_judgement_is_among_what_is_missing(self) -> None:
        result = tabulate(PLAN, Commune, COMMUNES, on=ON)
        judgements = {fact.name for fact in PLAN.vocabulary(Commune).facts if fact.kind is Kind.JUDGED}

        assert judgements & told(result, None).keys()
        assert not judgements & told(result, None, measured=True).keys()

    def test_another_groups_clause_is_refused(self) -> None:
        with pytest.raises(UnknownNameError):
            missing(tabulate(PLAN, Commune, COMMUNES, on=ON), of="III.2.4-1")


class TestWords:
    """In words, with the names that officers use."""

    def test_in_vietnamese(self) -> None:
        said = missing_said(tabulate(PLAN, Commune, COMMUNES, on=ON), of="III.2.2-4").splitlines()

        assert said[0] == "Giấy tờ còn thiếu để xét III.2.2-4"
        assert said[3].split() == ["Chỉ", "một", "trong", "các", "giấy", "tờ", "này", "3", "2", "2", "2"]
        assert any(line.startswith("Khu vực") for line in said)

    def test_in_english_of_the_measured_part(self) -> None:
        said = missing_said(tabulate(PLAN, Commune, COMMUNES, on=ON), "en", measured=True).splitlines()

        assert said[0] == "What is missing to judge III.2.2 (measured part)"
        assert said[3].startswith("Any one of these")
