"""Where verdicts turn: the days and numbers at and next to every threshold of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from thidua import nodes as n
from thidua.clauses import Clause, Criteria
from thidua.evidence import DAYS_OF_LIVING_MEMORY
from thidua.movements import Plan
from thidua.nodes import Fact
from thidua.periods import years_after
from thidua.quantities import DONG, SHARE, Exact
from thidua.thresholds import Threshold, thresholds
from thidua.walks import nodes_of

SMALL = (0, 1, 2, 3)
BASES = (2, 10, 100)
"""Figures from which a share falls to a whole number or next to one."""
STEP = Fraction(1, 1000)


def boundary_days(plan: Plan) -> tuple[date, ...]:
    """The cut-offs, first days that count, days of approval and days of the law, so many years back; one day about."""
    found = dict.fromkeys(_days(plan))
    spans = sorted({node.years for tree in _trees(plan) for node in nodes_of(tree) if isinstance(node, n.YearsAfter)})
    found.update(dict.fromkeys(years_after(day, -span) for day in list(found) for span in spans))
    found.update(dict.fromkeys((date(2020, 2, 29), date(2024, 2, 29))))
    near = dict.fromkeys(day + timedelta(shift) for day in found for shift in (0, 1, -1))
    return tuple(day for day in near if day in DAYS_OF_LIVING_MEMORY)


def boundary_numbers(plan: Plan, fact: Fact) -> tuple[Exact, ...]:
    """The values of a fact that are small, or at and next to a number of the law in its unit, or to which it falls."""
    found: dict[Exact, None] = dict.fromkeys((Fraction(0), Fraction(1)) if fact.unit == SHARE else SMALL)
    for each in _thresholds(plan):
        found.update(dict.fromkeys(_near(each, fact)))
    low, high = fact.low or 0, fact.high
    return tuple(value for value in found if value >= low and (high is None or value <= high))


def _near(found: Threshold, fact: Fact) -> Iterator[Exact]:
    if not isinstance(found.value, Exact):
        return
    if found.unit == fact.unit:
        step = STEP if fact.unit == SHARE else 1
        yield from (found.value, found.value - step, found.value + step)
    elif found.unit == SHARE and fact.unit != DONG:
        for base in BASES:
            left = int(base * (1 - found.value))
            yield from (base, left, left - 1, left + 1)


def _thresholds(plan: Plan) -> Iterator[Threshold]:
    items: tuple[Clause[object] | Criteria[object], ...] = (*plan.clauses, *plan.criteria)  # type: ignore[type-var]  # of any kind of subject
    for item in items:
        yield from thresholds(item)


def _trees(plan: Plan) -> Iterator[n.Predicate]:
    for group in plan.criteria:
        yield group.node
        yield from (clause.node for clause in group.clauses)


def _days(plan: Plan) -> Iterator[date]:
    for review in plan.reviews:
        yield from (review.cut_off, review.window.last, review.window.first)
        yield from (day for _, day in review.counts_from.options)
    yield from (survey.approved_on for survey in plan.surveys)
    for tree in _trees(plan):
        yield from (node.day for node in nodes_of(tree) if isinstance(node, n.ExactDay))
