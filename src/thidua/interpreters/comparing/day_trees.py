"""Days as numbers: a comparison of days asks on which side of one day, or of another, a recorded day lies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from thidua import nodes as n
from thidua.evidence import DAYS_OF_LIVING_MEMORY
from thidua.interpreters.comparing.logic import Among, Fixed, If, Tree, signed
from thidua.interpreters.comparing.worlds import Bounds, Form, Happened, Leaves, NotLinear, Place
from thidua.nodes import Op
from thidua.periods import years_after
from thidua.verdicts import F, M

FIRST, LAST = DAYS_OF_LIVING_MEMORY.first.toordinal(), DAYS_OF_LIVING_MEMORY.last.toordinal()
MEETS: Mapping[Op, frozenset[int]] = {
    Op.AT_LEAST: frozenset((0, 1)),
    Op.MORE_THAN: frozenset((1,)),
    Op.AT_MOST: frozenset((-1, 0)),
    Op.LESS_THAN: frozenset((-1,)),
}
"""The signs of left minus right that meet a comparison."""
_TURNED = {Op.AT_LEAST: Op.AT_MOST, Op.MORE_THAN: Op.LESS_THAN, Op.AT_MOST: Op.AT_LEAST, Op.LESS_THAN: Op.MORE_THAN}

Days = Mapping[str, date]
Spans = tuple[n.YearsAfter, ...]


def day_form(leaves: Leaves, place: Place) -> Form:
    """A recorded day as a number."""
    return leaves.form(place, Bounds(FIRST, LAST, whole=True))


def compare_days(node: n.CompareDays, leaves: Leaves, days: Days) -> Tree:
    """The comparison; not met when one of the days did not happen.

    Raises `NotLinear` for two recorded days with calendar years between them.
    """
    (left, years), (right, later) = _shifted(node.left), _shifted(node.right)
    op = node.op
    if isinstance(left, n.RecordedDay) and isinstance(right, n.RecordedDay):
        if years or later:
            raise NotLinear
        first, second = Place(left.fact), Place(right.fact)
        ordered = signed(leaves, day_form(leaves, first).minus(day_form(leaves, second)), MEETS[op])
        return _if_happened(first, _if_happened(second, ordered))
    if isinstance(right, n.RecordedDay):
        left, years, right, later, op = right, later, left, years, _TURNED[op]
    bound = _known_day(right, later, days)
    if not isinstance(left, n.RecordedDay):
        return Fixed(M if _compared(_known_day(left, years, days), op, bound) else F)
    place = Place(left.fact)
    return _if_happened(place, _threshold(day_form(leaves, place), years, op, bound, leaves))


def _if_happened(place: Place, tree: Tree) -> Tree:
    return If(Among(Happened(place), frozenset(("yes",))), tree, Fixed(F))


def _known_day(term: n.DayTerm, years: Spans, days: Days) -> date:
    match term:
        case n.ExactDay(day=day):
            return _after(day, years)
        case n.DayOf(when=when) if when.id in days:
            return _after(days[when.id], years)
        case _:
            raise NotLinear


def _threshold(day: Form, years: Spans, op: Op, bound: date, leaves: Leaves) -> Tree:
    """A day with calendar years added against a known day: the days that meet it lie on one side of one day."""
    upwards = op in (Op.AT_LEAST, Op.MORE_THAN)
    low, high = FIRST, LAST + 1
    while low < high:
        middle = (low + high) // 2
        if _compared(_after(date.fromordinal(middle), years), op, bound) is upwards:
            high = middle
        else:
            low = middle + 1
    return signed(leaves, day.plus(Form((), -low)), frozenset((0, 1)) if upwards else frozenset((-1,)))


def _shifted(term: n.DayTerm) -> tuple[n.DayTerm, Spans]:
    """The day below all calendar years that are added, and those, the innermost first."""
    if not isinstance(term, n.YearsAfter):
        return term, ()
    inner, years = _shifted(term.term)
    return inner, (*years, term)


def _after(day: date, years: Spans) -> date:
    for span in years:
        day = years_after(day, span.years, span.leap)
    return day


def _compared(left: date, op: Op, right: date) -> bool:
    match op:
        case Op.AT_LEAST:
            return left >= right
        case Op.MORE_THAN:
            return left > right
        case Op.AT_MOST:
            return left <= right
        case Op.LESS_THAN:
            return left < right
        case _:
            assert_never(op)
