"""What a term may be, in columns: two ends a row, exact, where null is unbounded.

An end is a whole number over a whole number, so that shares and percentages are compared by multiplying out and
nothing is ever divided. Null means that there is no end on that side; arithmetic carries it, and every comparison says
at once what it means there.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple

from thidua.quantities import Exact


class End(NamedTuple):
    """`number / over`, an expression or a number of the law over another, the second always above zero.

    `gaps` says that a row may be null: unbounded. `negative` says that a row may be below zero.
    """

    number: Any
    over: Any = 1
    gaps: bool = False
    negative: bool = True


Ends = tuple[End | None, End | None]
"""The low and the high end; `None` where no row has one."""


def fixed(value: Exact) -> End:
    """A number of the law."""
    exact = Fraction(value)
    return End(exact.numerator, exact.denominator, gaps=False, negative=exact < 0)


def times(factor: Exact, ends: Ends) -> Ends:
    """Ends multiplied; a negative factor turns them round."""
    if factor == 0:
        return fixed(0), fixed(0)
    low, high = ends if factor > 0 else (ends[1], ends[0])
    return None if low is None else scaled(factor, low), None if high is None else scaled(factor, high)


def scaled(factor: Exact, end: End) -> End:
    """So many times an end."""
    if factor == 1:
        return end
    exact = Fraction(factor)
    number = end.number if exact.numerator == 1 else end.number * exact.numerator
    over = end.over if exact.denominator == 1 else end.over * exact.denominator
    return End(number, over, end.gaps, end.negative or factor < 0)


def added(ends: Sequence[End | None]) -> End | None:
    """Ends added, brought over one denominator; unbounded where one of them is."""
    known = [end for end in ends if end is not None]
    return total(known) if len(known) == len(ends) else None


def nothing_over(end: End) -> End:
    """Zero, over what another end is over."""
    return End(0, end.over, negative=False)


def total(ends: Sequence[End]) -> End:
    """Ends added, all of them there."""
    over, factors = _common([end.over for end in ends])
    so_far: Any = 0
    for end, factor in zip(ends, factors, strict=True):
        part = end.number if _is(factor, 1) else end.number * factor
        so_far = part if _is(so_far, 0) else so_far if _is(part, 0) else so_far + part
    return End(so_far, over, any(end.gaps for end in ends), any(end.negative for end in ends))


def _common(overs: Sequence[Any]) -> tuple[Any, list[Any]]:
    """One denominator for all, and what each numerator is multiplied by."""
    numbers = [over for over in overs if isinstance(over, int)]
    shared = lcm(*numbers)
    columns = [over for over in overs if not isinstance(over, int)]
    whole: Any = shared
    for column in columns:
        whole = column if _is(whole, 1) else column * whole
    factors: list[Any] = []
    for at, over in enumerate(overs):
        factor: Any = shared // over if isinstance(over, int) else shared
        for other_at, other in enumerate(overs):
            if other_at != at and not isinstance(other, int):
                factor = other if _is(factor, 1) else other * factor
        factors.append(factor)
    return whole, factors


def _is(value: Any, number: int) -> bool:
    """Whether it is that number of the law; `==` of an expression is an expression."""
    return isinstance(value, int) and value == number


def compared(left: Any, right: Any, *, strictly: bool) -> Any:
    """`left > right`, or `left ≥ right`: an expression, or a plain answer about two numbers of the law."""
    if isinstance(left, int) and not isinstance(right, int):
        return right < left if strictly else right <= left
    return left > right if strictly else left >= right


def filled(answer: Any, *, where_null: bool) -> Any:
    """The answer with its nulls filled; a plain answer has none."""
    return answer if isinstance(answer, bool) else answer.fill_null(where_null)
