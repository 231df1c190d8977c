"""openfisca-core: the workloads as variables of one entity.

It has no null, no not applicable, and 32-bit integers: a missing value is a number that no value here is, codes are
computed in formulas, and amounts in đồng come as the sign of their difference, worked out beforehand.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable
from workloads.oracle import THREE_YEARS_BEFORE, Row

PERIOD = "2025"
MISSING = -10_000
ASKED = ("code_a", "code_b", "code_c", "code_d", "code_whole")
_EPOCH = date(1970, 1, 1)
_BY = (THREE_YEARS_BEFORE - _EPOCH).days

INPUTS: Mapping[str, tuple[str, ...]] = {
    "commune": (
        "in_area", "is_ethnic_minority_mountainous", "poor_start", "near_poor_start", "poor_end", "near_poor_end",
        "budget_left", "settlement_due", "settlement_done", "reports_required", "reports_on_time",
        "resources_mobilised_sign", "resources_over_target", "initiatives",
    ),
    "household": (
        "escaped", "registered_to_escape", "initiatives", "jobs_created", "income_growth", "escape_date",
        "households_helped", "has_loan", "purpose_ok", "interest_on_time", "principal_on_time",
    ),
}  # fmt: skip


def _condition(met: Any, *values: Any) -> Any:
    missing = np.zeros_like(met)
    for value in values:
        missing |= value == MISSING
    return np.where(missing, 2, met.astype(np.int32))


def _all(*codes: Any) -> Any:
    unmet, unknown = codes[0] == 0, codes[0] == 2
    for code in codes[1:]:
        unmet = unmet | (code == 0)
        unknown = unknown | (code == 2)
    return np.where(unmet, 0, np.where(unknown, 2, 1))


def _commune() -> Mapping[str, Any]:
    def a(one: Any, period: Any) -> Any:
        initiatives = one("initiatives", period)
        return _condition(initiatives >= 1, initiatives)

    def b(one: Any, period: Any) -> Any:
        left, done, sent = (one(name, period) for name in ("budget_left", "settlement_done", "reports_on_time"))
        return _all(
            _condition(left >= 0, left),
            _condition(done <= one("settlement_due", period), done),
            _condition(sent >= one("reports_required", period), sent),
        )

    def c(one: Any, period: Any) -> Any:
        sign, over = one("resources_mobilised_sign", period), one("resources_over_target", period)
        return _all(_condition(sign > 0, sign), _condition(over >= 0, over))

    def d(one: Any, period: Any) -> Any:
        poor, near, poor_, near_ = (
            one(name, period) for name in ("poor_start", "near_poor_start", "poor_end", "near_poor_end")
        )
        code = _condition(2 * (poor_ + near_) < poor + near, poor, near, poor_, near_)
        applies = (one("in_area", period) == 1) & (one("is_ethnic_minority_mountainous", period) == 1)
        return np.where(applies, code, 3)

    return {"code_a": a, "code_b": b, "code_c": c, "code_d": d}


def _household() -> Mapping[str, Any]:
    def a(one: Any, period: Any) -> Any:
        registered = one("registered_to_escape", period)
        return _condition(registered == 1, registered)

    def b(one: Any, period: Any) -> Any:
        ideas, jobs, growth = (one(name, period) for name in ("initiatives", "jobs_created", "income_growth"))
        return _all(_condition(ideas >= 1, ideas), _condition(jobs >= 1, jobs), _condition(growth > 0, growth))

    def c(one: Any, period: Any) -> Any:
        day, helped = one("escape_date", period), one("households_helped", period)
        code = _all(_condition(day <= _BY, day), _condition(helped >= 1, helped))
        return np.where(one("escaped", period) == 1, code, 3)

    def d(one: Any, period: Any) -> Any:
        said = [one(name, period) for name in ("purpose_ok", "interest_on_time", "principal_on_time")]
        return np.where(one("has_loan", period) == 1, _all(*(_condition(one_ == 1, one_) for one_ in said)), 3)

    return {"code_a": a, "code_b": b, "code_c": c, "code_d": d}


def _whole(one: Any, period: Any) -> Any:
    return _all(*(one(name, period) for name in ASKED[:4]))


@cache
def system(workload: str) -> TaxBenefitSystem:
    """The tax and benefit system that holds the workload."""
    entity = build_entity(key="one", plural="ones", label="One", is_person=True)
    made = TaxBenefitSystem([entity])
    formulas = {**{"commune": _commune, "household": _household}[workload](), "code_whole": _whole}
    for name in (*INPUTS[workload], *formulas):
        body: dict[str, Any] = {
            "value_type": int,
            "entity": entity,
            "definition_period": DateUnit.YEAR,
            "label": name,
            "default_value": MISSING,
        }
        if name in formulas:
            body["formula"] = formulas[name]
        made.add_variable(type(name, (Variable,), body))
    return made


def simulation(workload: str, native: Mapping[str, Any], count: int, *, trace: bool = False) -> Any:
    """A simulation of so many subjects, its inputs set."""
    made = SimulationBuilder().build_default_simulation(system(workload), count=count)
    made.trace = trace
    for name, values in native.items():
        made.set_input(name, PERIOD, values)
    return made


def _sign(a: Any, b: Any) -> Any:
    return MISSING if a is None or b is None else (a > b) - (a < b)


def native(workload: str, row: Row) -> dict[str, Any]:
    """One row as arrays of one."""
    derived: dict[str, Any] = {}
    if workload == "commune":
        derived = {
            "in_area": row["area"] != "OUTSIDE",
            "budget_left": _sign(row["budget_allocated"], row["budget_spent"]),
            "resources_mobilised_sign": _sign(row["resources_mobilised"], 0),
            "resources_over_target": _sign(row["resources_mobilised"], row["resources_target"]),
        }
    else:
        derived = {"escaped": row["status"] == "ESCAPED"}
    return {name: np.array([_plain(derived.get(name, row.get(name)))], np.int32) for name in INPUTS[workload]}


def natives(workload: str, frame: Any) -> dict[str, Any]:
    """The rows of a polars frame as arrays."""
    import polars as pl  # noqa: PLC0415  # needed for whole tables only

    col = pl.col
    derived = {
        "in_area": col("area") != "OUTSIDE",
        "budget_left": (col("budget_allocated") - col("budget_spent")).sign(),
        "resources_mobilised_sign": col("resources_mobilised").sign(),
        "resources_over_target": (col("resources_mobilised") - col("resources_target")).sign(),
        "escaped": col("status") == "ESCAPED",
    }
    asked = [derived.get(name, col(name).to_physical()).alias(name) for name in INPUTS[workload]]
    held = frame.select(one.cast(pl.Int32).fill_null(MISSING) for one in asked)
    return {name: held[name].to_numpy() for name in INPUTS[workload]}


def _plain(value: Any) -> int:
    if value is None:
        return MISSING
    return (value - _EPOCH).days if isinstance(value, date) else int(value)
