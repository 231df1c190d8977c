"""Drawing the rows: seeded, block by block, 5 % missing, integers only.

Every block of a million rows has a generator of its own, so row i is the same whatever the number of rows.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import numpy as np
import polars as pl

BLOCK = 1_000_000
SEED = 20260722
MISSING = 0.05
AREAS = ("I", "II", "III", "OUTSIDE")
STATUSES = ("POOR", "NEAR_POOR", "ESCAPED")
WORKLOADS = ("commune", "household")
FOLDER = Path(gettempdir()) / "thidua-benchmarks"
"""Where files are drawn, once; a machine may be asked to forget them."""

_EPOCH = date(1970, 1, 1)


def _day(day: date) -> int:
    return (day - _EPOCH).days


class _Draws:
    """The draws of one block, in a fixed order."""

    def __init__(self, workload: str, block: int) -> None:
        self.rng = np.random.default_rng((SEED, WORKLOADS.index(workload), block))
        self.columns: dict[str, pl.Series] = {}

    def integers(self, low: int, high: int) -> np.ndarray[Any, Any]:
        """Whole numbers from low to high, both included."""
        return self.rng.integers(low, high + 1, BLOCK)

    def happens(self, share: float) -> np.ndarray[Any, Any]:
        """Yes in that share of the rows."""
        return self.rng.random(BLOCK) < share

    def keep(
        self, name: str, values: np.ndarray[Any, Any], kind: Any, *, nullable: bool = True, absent: Any = None
    ) -> None:
        """Store a column; a nullable one is missing in 5 % of the rows, and wherever it is `absent`."""
        series = pl.Series(name, values)
        series = series.cat.to(kind) if isinstance(kind, pl.Enum) else series.cast(kind)
        if nullable:
            missing = self.happens(MISSING)
            gone = pl.Series(missing if absent is None else missing | absent)
            series = pl.select(pl.when(~gone).then(series).alias(name)).to_series()
        self.columns[name] = series


def _commune(block: int) -> pl.DataFrame:
    draws = _Draws("commune", block)
    area = draws.rng.choice(4, BLOCK, p=(0.25, 0.25, 0.25, 0.25))
    draws.keep("area", area.astype(np.uint8), pl.Enum(AREAS), nullable=False)
    draws.keep("is_ethnic_minority_mountainous", draws.happens(0.845), pl.Boolean, nullable=False)
    poor, near = draws.integers(1, 400), draws.integers(0, 300)
    share = draws.rng.choice((20, 30, 40, 50, 60, 80), BLOCK, p=(0.22, 0.22, 0.2, 0.12, 0.12, 0.12))
    for name, start in (("poor", poor), ("near_poor", near)):
        draws.keep(f"{name}_start", start, pl.Int32)
        draws.keep(f"{name}_end", start * share // 100, pl.Int32)
    allocated = draws.integers(100, 5_000) * 1_000_000
    spent = allocated - draws.integers(-4, 36) * 1_000_000
    draws.keep("budget_allocated", allocated, pl.Int64, nullable=False)
    draws.keep("budget_spent", spent, pl.Int64)
    due = draws.integers(_day(date(2025, 1, 15)), _day(date(2025, 12, 15)))
    draws.keep("settlement_due", due.astype(np.int32), pl.Date, nullable=False)
    draws.keep("settlement_done", (due - draws.integers(-4, 56)).astype(np.int32), pl.Date)
    required = draws.integers(4, 12)
    draws.keep("reports_required", required, pl.Int16, nullable=False)
    draws.keep("reports_on_time", required - draws.happens(0.11), pl.Int16)
    target = draws.integers(1, 500) * 1_000_000
    mobilised = np.where(draws.happens(0.03), 0, target + draws.integers(-10, 90) * 1_000_000)
    draws.keep("resources_mobilised", np.maximum(mobilised, 0), pl.Int64)
    draws.keep("resources_target", target, pl.Int64, nullable=False)
    draws.keep("initiatives", np.where(draws.happens(0.18), 0, draws.integers(1, 9)), pl.Int16)
    return pl.DataFrame(list(draws.columns.values()))


def _household(block: int) -> pl.DataFrame:
    draws = _Draws("household", block)
    status = draws.rng.choice(3, BLOCK, p=(0.3, 0.2, 0.5)).astype(np.uint8)
    draws.keep("status", status, pl.Enum(STATUSES), nullable=False)
    draws.keep("registered_to_escape", draws.happens(0.82), pl.Boolean)
    draws.keep("initiatives", np.where(draws.happens(0.1), 0, draws.integers(1, 5)), pl.Int16)
    draws.keep("jobs_created", np.where(draws.happens(0.1), 0, draws.integers(1, 5)), pl.Int16)
    draws.keep("income_growth", draws.integers(-20, 180), pl.Int32)
    escaped = draws.integers(_day(date(2020, 7, 1)), _day(date(2023, 3, 31)))
    draws.keep("escape_date", escaped.astype(np.int32), pl.Date, absent=status != STATUSES.index("ESCAPED"))
    draws.keep("households_helped", np.where(draws.happens(0.16), 0, draws.integers(1, 3)), pl.Int16)
    loan = draws.happens(0.506)
    draws.keep("has_loan", loan, pl.Boolean, nullable=False)
    for name in ("purpose_ok", "interest_on_time", "principal_on_time"):
        draws.keep(name, draws.happens(0.91), pl.Boolean, absent=~loan)
    return pl.DataFrame(list(draws.columns.values()))


_BLOCKS = {"commune": _commune, "household": _household}


def frame(workload: str, rows: int) -> pl.DataFrame:
    """The first rows of a workload, in memory, in one chunk a column."""
    blocks = [_BLOCKS[workload](block) for block in range(-(-rows // BLOCK))]
    return pl.concat(blocks).head(rows).rechunk()


def parquet(workload: str, rows: int) -> Path:
    """The file of a workload (snappy, row groups of a million), drawn when it is not there yet."""
    path = FOLDER / f"{workload}-{rows}.parquet"
    if not path.exists():
        FOLDER.mkdir(exist_ok=True)
        frame(workload, rows).write_parquet(path, compression="snappy", row_group_size=BLOCK)
    return path
