"""The answers in plain Python: four clause codes and the overall one, from a row as a dictionary.

A condition over a missing value is unknown; a clause and the whole are Kleene conjunctions; a clause whose guard fails
is not applicable, and passed over. Unlike thidua it draws no bounds: one missing figure makes its condition unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

UNMET, MET, UNKNOWN, NOT_APPLICABLE = range(4)
Row = Mapping[str, Any]
Codes = tuple[int, int, int, int, int]


def codes_of(found: Iterable[int]) -> Codes:
    """The four clauses and the whole, as the codes they came to."""
    first, second, third, fourth, whole = found
    return first, second, third, fourth, whole


THREE_YEARS_BEFORE = date(2022, 12, 31)
"""Three calendar years before the assessment of 2025-12-31, the day itself included."""


def condition(test: Callable[..., bool], *values: Any) -> int:
    """Whether the test holds; unknown where a value is missing."""
    if any(value is None for value in values):
        return UNKNOWN
    return MET if test(*values) else UNMET


def all_of(*codes: int) -> int:
    """The Kleene conjunction, passing over what is not applicable."""
    if UNMET in codes:
        return UNMET
    return UNKNOWN if UNKNOWN in codes else MET


def commune(row: Row) -> Codes:
    """The codes of a commune: clauses a, b, c, d of 2.2 and the whole."""
    a = condition(lambda number: number >= 1, row["initiatives"])
    b = all_of(
        condition(lambda spent, allocated: spent <= allocated, row["budget_spent"], row["budget_allocated"]),
        condition(lambda done, due: done <= due, row["settlement_done"], row["settlement_due"]),
        condition(lambda sent, required: sent >= required, row["reports_on_time"], row["reports_required"]),
    )
    c = all_of(
        condition(lambda found: found > 0, row["resources_mobilised"]),
        condition(lambda found, target: found >= target, row["resources_mobilised"], row["resources_target"]),
    )
    d = NOT_APPLICABLE
    if row["area"] != "OUTSIDE" and row["is_ethnic_minority_mountainous"]:
        d = condition(
            lambda poor, near, poor_, near_: 2 * (poor_ + near_) < poor + near,
            row["poor_start"],
            row["near_poor_start"],
            row["poor_end"],
            row["near_poor_end"],
        )
    return a, b, c, d, all_of(a, b, c, d)


def household(row: Row) -> Codes:
    """The codes of a household: clauses a, b, c, d of 2.4 and the whole."""
    a = condition(bool, row["registered_to_escape"])
    b = all_of(
        condition(lambda number: number >= 1, row["initiatives"]),
        condition(lambda number: number >= 1, row["jobs_created"]),
        condition(lambda growth: growth > 0, row["income_growth"]),
    )
    c = NOT_APPLICABLE
    if row["status"] == "ESCAPED":
        c = all_of(
            condition(lambda day: day <= THREE_YEARS_BEFORE, row["escape_date"]),
            condition(lambda number: number >= 1, row["households_helped"]),
        )
    d = NOT_APPLICABLE
    if row["has_loan"]:
        d = all_of(*(condition(bool, row[name]) for name in ("purpose_ok", "interest_on_time", "principal_on_time")))
    return a, b, c, d, all_of(a, b, c, d)


ORACLES: Mapping[str, Callable[[Row], Codes]] = {"commune": commune, "household": household}
