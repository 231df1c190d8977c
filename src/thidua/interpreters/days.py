"""Days: what a day may be, and what that says of a comparison."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from thidua import nodes as n
from thidua.errors import UnknownNameError, did_you_mean
from thidua.findings import Finding, Measure, new
from thidua.interpreters.measure import Case, Judge, Measurer, Places, reader
from thidua.nodes import DayTerm, Op
from thidua.periods import LeapRule, years_after
from thidua.verdicts import F, M


def compare_days(node: n.CompareDays) -> Judge:
    """The comparison, prepared; not met when one of the days did not happen, whatever the other."""
    left, right = day_measurer(node.left), day_measurer(node.right)
    strictly = node.op in (Op.LESS_THAN, Op.MORE_THAN)
    turned = node.op in (Op.AT_LEAST, Op.MORE_THAN)

    def compare(places: Places, case: Case) -> Finding:
        a, b = left(places, case), right(places, case)
        if _never(a) or _never(b):
            mask = F
        else:
            mask = _order(b, a, strictly=strictly) if turned else _order(a, b, strictly=strictly)
            if _perhaps_never(a) or _perhaps_never(b):
                mask |= F
        return new(Finding, (node, mask, None, (a, b), (), None))

    return compare


def _never(day: Measure) -> bool:
    known = day[3]
    return known is not None and not known.happens


def _perhaps_never(day: Measure) -> bool:
    known = day[3]
    return known is not None and known.never


def _order(earlier: Measure, later: Measure, *, strictly: bool) -> int:
    """Whether one day is not after the other, or before it; a bound that is not there decides nothing."""
    low, high, low_, high_ = earlier[1], earlier[2], later[1], later[2]
    if strictly:
        can = low is None or high_ is None or low < high_
        must = high is not None and low_ is not None and high < low_
    else:
        can = low is None or high_ is None or low <= high_
        must = high is not None and low_ is not None and high <= low_
    return (M if can else 0) | (0 if must else F)


def day_measurer(term: DayTerm) -> Measurer:
    """The day prepared: a function from what is known to the days it may be."""
    match term:
        case n.RecordedDay(fact=fact):
            return reader(Measure(term, None, None, None, (), place=fact.name))
        case n.ExactDay(day=day):
            fixed = Measure(term, day, day, None, ())
            return lambda _places, _case: fixed
        case n.DayOf(when=when):
            name = when.id

            def moment(_places: Places, case: Case) -> Measure:
                day = case.days.get(name)
                if day is None:
                    msg = f"moment {name!r} is no day{did_you_mean(name, case.days)}"
                    raise UnknownNameError(msg)
                return new(Measure, (term, day, day, None, (), None, (), ""))

            return moment
        case n.YearsAfter(term=inner, years=years, leap=leap):
            below = day_measurer(inner)

            def later(places: Places, case: Case) -> Measure:
                part = below(places, case)
                return Measure(term, _later(part[1], years, leap), _later(part[2], years, leap), part[3], (part,))

            return later
        case _:
            assert_never(term)


def _later(day: date | None, years: int, leap: LeapRule) -> date | None:
    return None if day is None else years_after(day, years, leap)
