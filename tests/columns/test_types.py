"""What a column's type already rules out is not looked for in its values, and nothing else is let through."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from movement import ON, Colour, Place, jobs, plan_for, shape

from thidua import all_of, tabulate
from thidua.errors import WrongValueError

PLAN = plan_for(all_of(jobs.is_at_least(1), shape.is_one_of(Colour.RED)))


def judged(*, lazy: bool = False, **columns: Any) -> list[str]:
    table = pl.DataFrame(columns)
    frame = tabulate(PLAN, Place, table.lazy() if lazy else table, on=ON, reasons=False).frame
    words: list[str] = (frame.collect() if lazy else frame)["verdict"].to_list()
    return words


class TestWholeNumbers:
    """`jobs` are 0 to 2."""

    @pytest.mark.parametrize("dtype", [pl.Int8, pl.UInt8, pl.Int64, pl.UInt64])
    def test_of_any_width_are_read(self, dtype: Any) -> None:
        assert judged(jobs=pl.Series([0, 1, None], dtype=dtype), shape=["RED"] * 3) == [
            "not_met",
            "met",
            "undetermined",
        ]

    @pytest.mark.parametrize("dtype", [pl.UInt8, pl.Int32])
    def test_too_large_are_refused(self, dtype: Any) -> None:
        with pytest.raises(WrongValueError, match=r"'jobs'.* it goes from 1 to 7"):
            judged(jobs=pl.Series([1, 7], dtype=dtype))

    def test_below_zero_are_refused(self) -> None:
        with pytest.raises(WrongValueError, match=r"'jobs'.* it goes from -1 to 2"):
            judged(jobs=pl.Series([-1, 2], dtype=pl.Int8))

    @pytest.mark.parametrize("dtype", [pl.UInt8, pl.Int8])
    def test_that_the_fact_cannot_be_are_not_recorded_in_a_lazy_table(self, dtype: Any) -> None:
        assert judged(lazy=True, jobs=pl.Series([0, 1, 7], dtype=dtype), shape=["RED"] * 3) == [
            "not_met",
            "met",
            "undetermined",
        ]


class TestOptions:
    """`shape` is red, green or blue."""

    @pytest.mark.parametrize("lazy", [True, False])
    @pytest.mark.parametrize("dtype", [pl.String, pl.Enum(["BLUE", "RED"])])
    def test_are_read_whatever_holds_them(self, dtype: Any, lazy: bool) -> None:
        told = pl.Series(["RED", "BLUE", None], dtype=dtype)

        assert judged(lazy=lazy, jobs=[1, 1, 1], shape=told) == ["met", "not_met", "undetermined"]

    def test_that_are_none_are_refused(self) -> None:
        with pytest.raises(WrongValueError, match="'shape': 'BLACK' is not one of its options"):
            judged(shape=pl.Series(["RED", "BLACK"], dtype=pl.Enum(["BLACK", "RED"])))

    def test_that_are_none_are_not_recorded_in_a_lazy_table(self) -> None:
        told = pl.Series(["RED", "BLACK"], dtype=pl.Enum(["BLACK", "RED"]))

        assert judged(lazy=True, jobs=[1, 1], shape=told) == ["met", "undetermined"]
