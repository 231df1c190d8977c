"""NumPy (values beside masks of what is there) and pandas (nullable types), written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import Any

import numpy as np
import polars as pl
from workloads.oracle import MET, NOT_APPLICABLE, THREE_YEARS_BEFORE, UNKNOWN, UNMET

Array = np.ndarray[Any, Any]
_BY = np.datetime64(THREE_YEARS_BEFORE).astype("datetime64[D]").astype(np.int32)


class Arrays:
    """The columns of a frame as values, with what is there where something is missing."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self.values: dict[str, Array] = {}
        self.there: dict[str, Array | None] = {}
        for series in frame:
            plain = series.to_physical()
            blank = False if plain.dtype == pl.Boolean else 0
            self.values[series.name] = plain.fill_null(blank).to_numpy()
            self.there[series.name] = series.is_not_null().to_numpy() if series.null_count() else None

    def condition(self, met: Array, *names: str) -> tuple[Array, Array]:
        """Known to be met, known to be not met."""
        there = [mask for name in names if (mask := self.there[name]) is not None]
        if not there:
            return met, ~met
        known = reduce(np.logical_and, there)
        return met & known, ~met & known


def _all(*conditions: tuple[Array, Array]) -> tuple[Array, Array]:
    return reduce(np.logical_and, [t for t, _ in conditions]), reduce(np.logical_or, [f for _, f in conditions])


def _code(condition: tuple[Array, Array]) -> Array:
    met, unmet = condition
    code = np.full(met.shape, UNKNOWN, np.uint8)
    code[met] = MET
    code[unmet] = UNMET
    return code


def _where(guard: Array, condition: tuple[Array, Array]) -> Array:
    code = _code(condition)
    code[~guard] = NOT_APPLICABLE
    return code


def numpy(arrays: Arrays, workload: str) -> list[Array]:
    """The five codes of a workload."""
    v, ask = arrays.values, arrays.condition
    if workload == "household":
        a = ask(v["registered_to_escape"], "registered_to_escape")
        b = _all(
            ask(v["initiatives"] >= 1, "initiatives"),
            ask(v["jobs_created"] >= 1, "jobs_created"),
            ask(v["income_growth"] > 0, "income_growth"),
        )
        c = _all(ask(v["escape_date"] <= _BY, "escape_date"), ask(v["households_helped"] >= 1, "households_helped"))
        d = _all(*(ask(v[name], name) for name in ("purpose_ok", "interest_on_time", "principal_on_time")))
        guards = {"c": v["status"] == 2, "d": v["has_loan"]}
    else:
        a = ask(v["initiatives"] >= 1, "initiatives")
        b = _all(
            ask(v["budget_spent"] <= v["budget_allocated"], "budget_spent"),
            ask(v["settlement_done"] <= v["settlement_due"], "settlement_done"),
            ask(v["reports_on_time"] >= v["reports_required"], "reports_on_time"),
        )
        c = _all(
            ask(v["resources_mobilised"] > 0, "resources_mobilised"),
            ask(v["resources_mobilised"] >= v["resources_target"], "resources_mobilised"),
        )
        names = ("poor_start", "near_poor_start", "poor_end", "near_poor_end")
        fall = 2 * (v["poor_end"] + v["near_poor_end"]) < v["poor_start"] + v["near_poor_start"]
        d = ask(fall, *names)
        guards = {"d": (v["area"] != 3) & v["is_ethnic_minority_mountainous"]}
    clauses = {"a": a, "b": b, "c": c, "d": d}
    codes = [_where(guards[key], one) if key in guards else _code(one) for key, one in clauses.items()]
    passed = [(one[0] | ~guards[key], one[1] & guards[key]) if key in guards else one for key, one in clauses.items()]
    return [*codes, _code(_all(*passed))]


def pandas_frame(frame: pl.DataFrame) -> Any:
    """The frame in pandas' nullable types; choices as their numbers, days as days."""
    import pandas as pd  # noqa: PLC0415  # every peer is optional

    kinds: Mapping[Any, str] = {pl.Boolean: "boolean", pl.Int16: "Int16", pl.Int32: "Int32", pl.Int64: "Int64"}
    columns = {}
    for series in frame:
        if series.dtype == pl.Date:
            columns[series.name] = pd.Series(series.to_numpy().astype("datetime64[s]"))
        elif series.dtype in kinds:
            plain = series.fill_null(False if series.dtype == pl.Boolean else 0).to_numpy()
            array = pd.array(plain, dtype=kinds[series.dtype])
            array[series.is_null().to_numpy()] = pd.NA
            columns[series.name] = pd.Series(array)
        else:
            columns[series.name] = pd.Series(series.to_physical().to_numpy())
    return pd.DataFrame(columns)


def pandas(frame: Any, workload: str) -> list[Any]:
    """The five codes of a workload."""
    import pandas as pd  # noqa: PLC0415  # as above

    def code(condition: Any) -> Any:
        return condition.astype("UInt8").fillna(UNKNOWN).astype("uint8")

    def day(name: str, other: Any) -> Any:
        return (frame[name] <= other).astype("boolean").mask(frame[name].isna())

    if workload == "household":
        a = frame["registered_to_escape"]
        b = (frame["initiatives"] >= 1) & (frame["jobs_created"] >= 1) & (frame["income_growth"] > 0)
        c = day("escape_date", pd.Timestamp(THREE_YEARS_BEFORE)) & (frame["households_helped"] >= 1)
        d = frame["purpose_ok"] & frame["interest_on_time"] & frame["principal_on_time"]
        guards = {"c": frame["status"] == 2, "d": frame["has_loan"]}
    else:
        a = frame["initiatives"] >= 1
        b = (
            (frame["budget_spent"] <= frame["budget_allocated"])
            & day("settlement_done", frame["settlement_due"])
            & (frame["reports_on_time"] >= frame["reports_required"])
        )
        found = frame["resources_mobilised"]
        c = (found > 0) & (found >= frame["resources_target"])
        d = 2 * (frame["poor_end"] + frame["near_poor_end"]) < frame["poor_start"] + frame["near_poor_start"]
        guards = {"d": (frame["area"] != 3) & frame["is_ethnic_minority_mountainous"]}
    clauses = {"a": a, "b": b, "c": c, "d": d}
    codes = [
        code(one).where(guards[k].astype(bool), NOT_APPLICABLE) if k in guards else code(one)
        for k, one in clauses.items()
    ]
    passed = [~guards[k] | one if k in guards else one for k, one in clauses.items()]
    return [*codes, code(reduce(lambda x, y: x & y, passed))]
