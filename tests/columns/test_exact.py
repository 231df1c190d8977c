"""Amounts are compared exactly, to the last đồng: beyond what a float can tell apart, and up to a stated limit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import polars as pl
import pyarrow as pa
import pytest
import small_plan
from columnar import BACKENDS, CONNECTION, rows_of
from small_plan import ON, asking, planned

from thidua.conditions import Condition
from thidua.errors import FloatRefusedError, WrongValueError
from thidua.interpreters.columns.reader import LARGEST
from thidua.interpreters.columns.tabulate import tabulate
from thidua.quantities import dong
from thidua.subjects import Commune

FAR = 2**53
every = pytest.mark.parametrize("backend", BACKENDS)


def words(condition: Condition[Commune], backend: str, **columns: Any) -> list[str]:
    table = pl.DataFrame({"code": [f"S{at}" for at in range(len(next(iter(columns.values()))))], **columns})
    made = tabulate(asking(condition), Commune, BACKENDS[backend](table), on=ON, reasons=False)
    return [row["verdict"] for row in sorted(rows_of(made.frame), key=lambda row: str(row["code"]))]


@every
class TestAmounts:
    """Neighbours beyond 2^53 are told apart, alone, multiplied and added."""

    def test_against_a_number_of_the_law(self, backend: str) -> None:
        told = words(planned.is_more_than(dong(FAR)), backend, planned=[FAR - 1, FAR, FAR + 1])

        assert told == ["not_met", "not_met", "met"]

    def test_against_a_number_beyond_all(self, backend: str) -> None:
        assert words(planned.is_more_than(dong(10**30)), backend, planned=[FAR]) == ["not_met"]

    def test_multiplied(self, backend: str) -> None:
        told = words(planned.times(3).is_at_least(dong(3 * FAR + 1)), backend, planned=[FAR, FAR + 1])

        assert told == ["not_met", "met"]

    def test_two_columns(self, backend: str) -> None:
        # the linear form has two atoms, of counts of one unit
        asked = (small_plan.poor_households.times(100) - small_plan.near_poor_households).is_at_least(1)
        names = ("poor_households@review", "near_poor_households@review")
        told = words(asked, backend, **dict(zip(names, ([10**8, 10**8], [10**10, 10**10 - 1]), strict=True)))

        assert told == ["not_met", "met"]


@pytest.mark.parametrize("backend", [name for name in BACKENDS if "lazy" not in name and name != "duckdb"])
def test_beyond_the_limit_is_refused(backend: str) -> None:
    with pytest.raises(WrongValueError, match=f"expected numbers from 0 to {LARGEST}"):
        words(planned.is_more_than(dong(1)), backend, planned=[LARGEST + 1])


@pytest.mark.parametrize("backend", ["polars, lazy", "duckdb"])
def test_beyond_the_limit_is_not_recorded_where_nobody_looks(backend: str) -> None:
    assert words(planned.is_more_than(dong(1)), backend, planned=[LARGEST, LARGEST + 1]) == ["met", "undetermined"]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("given", [Decimal("4.5"), "4.5"], ids=["decimal", "text"])
def test_a_rate_with_decimals_is_refused_and_not_rounded(backend: str, given: Decimal | str) -> None:
    """Rates of tables are whole percent; the message says where 4.5 % is kept exactly."""
    table = pa.table({"code": ["S0"], "poverty_rate@review": [given]})
    frames: dict[str, Any] = {
        "polars": pl.DataFrame(table),
        "polars, lazy": pl.DataFrame(table).lazy(),
        "pyarrow": table,
        "duckdb": CONNECTION.from_arrow(table),
    }
    frame = frames.get(backend, table.to_pandas())
    with pytest.raises(WrongValueError, match="rates as integers, in whole percent"):
        tabulate(small_plan.PLAN, Commune, frame, on=ON)


@pytest.mark.parametrize("backend", ["polars", "pandas", "pyarrow"])
def test_nor_is_one_as_a_float(backend: str) -> None:
    table = pl.DataFrame({"code": ["S0"], "poverty_rate@review": [4.5]})
    frames: dict[str, Any] = {"polars": table, "pandas": table.to_pandas(), "pyarrow": table.to_arrow()}
    with pytest.raises(FloatRefusedError, match="expected whole numbers but 1 of its floats are none"):
        tabulate(small_plan.PLAN, Commune, frames[backend], on=ON)
