"""Comparing days in columns: one nullable Boolean a comparison, since a day that is not recorded may be any day.

Null compared with anything is null, met or not met, as `days.py` of the interpreters finds it. A day that surely did
not happen is not met whatever the other; one of which both is told is not met where the day says so, else either.

A day and so many calendar years later rises with the day, so compared with a fixed day it is the day itself compared
with the last, or the first, that still passes. Compared with another column, days are numbered year, month, day, so
that a year more is ten thousand more, and 29 February is moved by the plan's rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import reduce
from typing import Any, NamedTuple, assert_never

from thidua import nodes as n
from thidua.evidence import DAYS_OF_LIVING_MEMORY
from thidua.interpreters.columns.terms import Reader
from thidua.interpreters.columns.truth import Bits, Kleene, Truth, constant
from thidua.nodes import DayTerm, Op
from thidua.periods import LeapRule, years_after
from thidua.verdicts import F, M

Years = tuple[tuple[int, LeapRule], ...]
"""Calendar years added one after another, each with its rule for 29 February."""


class DayColumn(NamedTuple):
    """A day of the table, or one of the law, with years added to it; `never` is the column that says it did not happen.

    `day` is `None` for a day that the table does not have.
    """

    day: Any
    years: Years = ()
    never: Any = None
    place: str = ""


def day_column(term: DayTerm, reader: Reader, days: Mapping[str, date]) -> DayColumn:
    """Where a day stands in the table."""
    match term:
        case n.RecordedDay(fact=fact):
            return DayColumn(reader.column(fact.name), (), reader.column(never(fact.name)), fact.name)
        case n.ExactDay(day=day):
            return DayColumn(day)
        case n.DayOf(when=when):
            return DayColumn(days[when.id])
        case n.YearsAfter(term=inner, years=years, leap=leap):
            below = day_column(inner, reader, days)
            return below._replace(years=(*below.years, (years, leap)))
        case _:
            assert_never(term)


def never(name: str) -> str:
    """The column beside a day that says, where true, that it did not happen."""
    return f"{name}.never"


def compare_days(node: n.CompareDays, reader: Reader, days: Mapping[str, date]) -> Truth:
    """The comparison; not met where one of the days did not happen."""
    left, right = day_column(node.left, reader, days), day_column(node.right, reader, days)
    happened = [_happened(side, reader) for side in (left, right) if side.never is not None]
    order = _order(node.op, left, right, reader)
    if not happened:
        return order
    if isinstance(order, Kleene):
        return Kleene(reduce(lambda a, b: a & b, [order.holds, *happened]))
    return Bits(met=reduce(lambda a, b: a & b, happened).fill_null(value=True), fails=True, skips=False)


def _happened(side: DayColumn, reader: Reader) -> Any:
    """True where nothing says that the day did not happen, false where that alone is said, null where both are."""
    words = reader.words
    told = side.never.fill_null(value=False)
    if side.day is None:
        return ~told
    return words.when(~told).then(words.lit(value=True)).when(side.day.is_null()).then(words.lit(value=False))


def _order(op: Op, left: DayColumn, right: DayColumn, reader: Reader) -> Truth:
    if op in (Op.AT_LEAST, Op.MORE_THAN):
        return _order(Op.AT_MOST if op is Op.AT_LEAST else Op.LESS_THAN, right, left, reader)
    if left.day is None or right.day is None:
        return constant(M | F)
    strictly = op is Op.LESS_THAN
    if isinstance(left.day, date) and isinstance(right.day, date):
        first, second = later(left.day, left.years), later(right.day, right.years)
        return constant(M if first < second or (first == second and not strictly) else F)
    if isinstance(right.day, date):
        return Kleene(left.day <= _last(left.years, later(right.day, right.years), strictly=strictly))
    if isinstance(left.day, date):
        return Kleene(right.day > _last(right.years, later(left.day, left.years), strictly=not strictly))
    one, other = left.day, right.day
    if left.years or right.years:
        one, other = numbered(left, reader), numbered(right, reader)
    return Kleene(one < other if strictly else one <= other)


def later(day: date, years: Years) -> date:
    """A day and so many calendar years later."""
    for span, leap in years:
        day = years_after(day, span, leap)
    return day


def _last(years: Years, bound: date, *, strictly: bool) -> date:
    """The last day which, so many years later, comes before the bound, or not after it.

    Days that can be recorded lie in living memory; the day before the first stands for none of them.
    """
    if not years:
        return bound - timedelta(days=1) if strictly else bound
    low, high = DAYS_OF_LIVING_MEMORY.first.toordinal() - 1, DAYS_OF_LIVING_MEMORY.last.toordinal()
    while low < high:
        middle = (low + high + 1) // 2
        reached = later(date.fromordinal(middle), years)
        if reached < bound or (reached == bound and not strictly):
            low = middle
        else:
            high = middle - 1
    return date.fromordinal(low)


def numbered(side: DayColumn, reader: Reader) -> Any:
    """The day as a number that orders like it: year, month and day, two digits each of the last two."""
    words = reader.words
    day = side.day
    year, inside = (
        day.dt.year().cast(words.Int64),
        day.dt.month().cast(words.Int64) * 100 + day.dt.day().cast(words.Int64),
    )
    for span, leap in side.years:
        year = year + span
        is_leap = ((year % 4 == 0) & (year % 100 != 0)) | (year % 400 == 0)
        moved = 228 if leap == "28_february" else 301
        inside = words.when((inside == 229) & ~is_leap).then(words.lit(moved)).otherwise(inside)  # noqa: PLR2004  # MMDD
    return year * 10_000 + inside
