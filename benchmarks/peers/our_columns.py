"""thidua on a table: the same rows under the names that `tabulate` knows, its words as the workload's codes."""

from __future__ import annotations

from typing import Any, TypeVar

import polars as pl
from workloads.oracle import MET, NOT_APPLICABLE, UNKNOWN, UNMET
from workloads.plan import CONDITIONS_BESIDE, KINDS, ON, PLAN

from thidua import tabulate

T = TypeVar("T", pl.DataFrame, pl.LazyFrame)

_NAMES = {
    f"{fact}_{ours}": f"{fact}@{moment}"
    for fact in ("poor", "near_poor")
    for ours, moment in (("start", "start_of_period"), ("end", "review"))
}
CODES = {"not_met": UNMET, "met": MET, "undetermined": UNKNOWN, "not_applicable": NOT_APPLICABLE}


def renamed(frame: T) -> T:
    """The frame with counts named by the moment they were made at."""
    return frame.rename(_NAMES, strict=False)


def names(workload: str) -> list[str]:
    """The columns that `tabulate` adds: the clauses and the group."""
    return [*(clause.id for clause in PLAN.criteria_for(KINDS[workload]).clauses), "verdict"]


def five(frame: pl.DataFrame, workload: str) -> pl.DataFrame:
    """The four clauses and the group, as the words `tabulate` gives."""
    judged: pl.DataFrame = tabulate(PLAN, KINDS[workload], frame, on=ON, reasons=False).frame
    return judged[names(workload)]


def five_lazily(frame: pl.LazyFrame, workload: str) -> tuple[pl.LazyFrame, list[str]]:
    """The same of a lazy frame, and the names of the columns."""
    judged: Any = tabulate(PLAN, KINDS[workload], frame, on=ON, reasons=False).frame
    return judged.select(names(workload)), names(workload)


def conditions_of(frame: pl.DataFrame, workload: str) -> pl.DataFrame:
    """The five, and the verdict on each condition."""
    judged: pl.DataFrame = tabulate(CONDITIONS_BESIDE, KINDS[workload], frame, on=ON, reasons=False).frame
    return judged.select(pl.exclude(frame.columns))


def as_codes(judged: pl.DataFrame) -> pl.DataFrame:
    """The words as the workload's codes."""
    return judged.select(pl.all().cast(pl.String).replace_strict(CODES, return_dtype=pl.UInt8))
