"""Which clauses decide over a table are those that decide its rows, assessed one by one."""

from __future__ import annotations

from collections import Counter
from typing import Any

import polars as pl
import pytest
from columnar import BACKENDS, rows_of
from hypothesis import given, settings
from tables.drawn import ON, judged, registers, subjects

from thidua import PLAN, Commune, decisive_clauses, decisive_clauses_said, tabulate
from thidua.errors import IncompleteError
from thidua.interpreters.columns.engine import WORDS
from thidua.interpreters.decisive import deciding_clauses

COMMUNES = pl.DataFrame(
    {
        "code": ["VD-01", "VD-02", "VD-03"],
        "area": ["III", "III", "OUTSIDE"],
        "poor_households@2021": [60, 60, 60],
        "near_poor_households@2021": [40, 40, 40],
        "poor_households@2024": [55, 70, 25],
    }
)


@settings(max_examples=15)
@given(table=subjects(), held=registers())
def test_law_the_counts_are_those_of_the_rows(table: pl.DataFrame, held: Any) -> None:
    result = judged(table, held)
    by_hand: Counter[tuple[str, str]] = Counter()
    for code in table["code"]:
        assessment = result.explain(code)
        by_hand.update((name, assessment.verdict.id) for name in deciding_clauses(assessment))
    found = decisive_clauses(result).to_dicts()

    assert {(row["clause"], word): row[word] for row in found for word in WORDS if row[word]} == by_hand
    assert all(row["subjects"] == sum(row[word] for word in WORDS) for row in found)


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_most_common_stands_first_in_each_group(backend: str) -> None:
    found = decisive_clauses(tabulate(PLAN, Commune, BACKENDS[backend](COMMUNES), on=ON), by="area")
    lines = [(row["area"], row["clause"], row["subjects"], row["not_met"]) for row in rows_of(found)]

    assert type(found) is type(BACKENDS[backend](COMMUNES))
    assert lines[0] == ("III", "III.2.2-4", 2, 2)
    assert [line[:2] for line in lines[4:]] == [("OUTSIDE", f"III.2.2-{at}") for at in (1, 2, 3, 4)]


def test_in_words() -> None:
    result = tabulate(PLAN, Commune, COMMUNES, on=ON)

    assert decisive_clauses_said(result).splitlines()[3].split() == ["III.2.2-4", "2", "0", "0", "2", "0"]
    assert decisive_clauses_said(result, "en", by="area").splitlines()[3].split()[:3] == ["III", "III.2.2-4", "2"]


def test_a_table_judged_without_reasons_cannot_tell() -> None:
    with pytest.raises(IncompleteError, match="reasons=True"):
        decisive_clauses(tabulate(PLAN, Commune, COMMUNES, on=ON, reasons=False))
