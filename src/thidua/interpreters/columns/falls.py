"""A fall by a share, in columns: `apart_from_zero` of the interpreters, row by row.

With `keep = p/q` the share that may remain, the best pair of a row is the largest start with the smallest end, the
worst the reverse; zero to zero is taken out of both and answered by `from_zero`. Shares are compared by multiplying
out: a start `a/b` and an end `c/d` fall when `q·c·b < p·a·d`.
"""

from __future__ import annotations

from typing import Any

from thidua import nodes as n
from thidua.interpreters.columns.comparisons import above, sides
from thidua.interpreters.columns.ends import End, compared, filled
from thidua.interpreters.columns.terms import Terms
from thidua.interpreters.columns.truth import Bits, Truth, bits, both, either, opposite
from thidua.interpreters.linear import collected, reads_twice
from thidua.periods import When
from thidua.quantities import Exact


def falls(node: n.Falls, terms: Terms, zero: Truth) -> tuple[Truth, Any]:
    """The fall, and whether it may be zero to zero; `zero` is what is found on that."""
    start, end = terms.ends(node.term, node.since), terms.ends(node.term, node.until)
    keep = 1 - node.by
    p, q = keep.numerator, keep.denominator
    both_moments: list[tuple[Exact, n.Quantity, When]] = [(p, node.term, node.since), (-q, node.term, node.until)]
    zero_possible = both(_may_be_zero(*start), _may_be_zero(*end))
    if start[0] is None or end[0] is None:
        moved = Bits(met=True, fails=True, skips=False)
    elif reads_twice(both_moments, terms.made):
        constant, atoms = collected(both_moments, terms.made)
        low, high = sides(constant, atoms, terms)
        moved = Bits(
            above(high, strictly=node.strictly, where_null=True),
            opposite(above(low, strictly=node.strictly, where_null=False)),
            skips=False,
        )
        some = opposite(both(both(*map(_is_zero, start)), both(*map(_is_zero, end))))
        moved = _unless_unbounded(Bits(both(moved.met, some), both(moved.fails, some), skips=False), start[0], end[0])
    else:
        moved = _apart_from_zero(p, q, (start[0], start[1], end[0], end[1]), terms, strictly=node.strictly)
        moved = _unless_unbounded(moved, start[0], end[0])
    answer = bits(zero)
    found = Bits(
        either(moved.met, both(zero_possible, answer.met)),
        either(moved.fails, both(zero_possible, answer.fails)),
        both(zero_possible, answer.skips),
    )
    return found, zero_possible


def _may_be_zero(low: End | None, high: End | None) -> Any:
    below = True if low is None else _asked(low, low.number <= 0, where_null=True)
    above_it = True if high is None else _asked(high, high.number >= 0, where_null=True)
    return both(below, above_it)


def _asked(end: End, answer: Any, *, where_null: bool) -> Any:
    """What was asked of an end, answered too where it is not there."""
    return filled(answer, where_null=where_null) if end.gaps else answer


def _unless_unbounded(moved: Bits, *lows: End) -> Bits:
    """Either, where a low end is not there: a share of a whole that may be zero."""
    for low in lows:
        if low.gaps:
            unbounded = low.number.is_null()
            moved = Bits(either(moved.met, unbounded), either(moved.fails, unbounded), skips=False)
    return moved


def _apart_from_zero(
    p: int, q: int, ends: tuple[End, End | None, End, End | None], terms: Terms, *, strictly: bool
) -> Bits:
    least, most, lowest, highest = ends
    s0, e0 = _not_below_zero(least, terms), _not_below_zero(lowest, terms)
    only_zero = both(_is_zero(most), _is_zero(highest))
    best = _best(p, q, most, e0, strictly=strictly)
    worst = _worst(p, q, s0, most, highest, strictly=strictly)
    return Bits(both(best, opposite(only_zero)), both(worst, opposite(only_zero)), skips=False)


def _not_below_zero(end: End, terms: Terms) -> End:
    """No end below zero; where there is none, zero."""
    if not end.negative and not end.gaps:
        return end
    if isinstance(end.number, int):
        return End(max(0, end.number), end.over, negative=False)
    words = terms.reader.words
    zero = terms.wide(words.lit(0))
    return End(words.when(end.number > 0).then(end.number).otherwise(zero), end.over, negative=False)


def _is_zero(end: End | None) -> Any:
    return False if end is None else _asked(end, end.number == 0, where_null=False)


def _best(p: int, q: int, most: End | None, e0: End, *, strictly: bool) -> Any:
    """Whether some pair but zero to zero is a fall: the largest start, the smallest end."""
    unbounded = True if p > 0 else False if strictly else e0.number == 0
    if most is None:
        return unbounded
    fall = _asked(most, _scaled(p, most, q, e0, strictly=strictly), where_null=False)
    if not strictly:
        fall = both(_asked(most, compared(most.number, 0, strictly=True), where_null=False), fall)
    return either(fall, both(most.number.is_null(), unbounded)) if most.gaps else fall


def _worst(p: int, q: int, s0: End, most: End | None, highest: End | None, *, strictly: bool) -> Any:
    """Whether some pair but zero to zero is no fall: the smallest start, the largest end."""
    if highest is None:
        return True
    no_fall = _asked(highest, _scaled(q, highest, p, s0, strictly=not strictly), where_null=True)
    corner = both(s0.number == 0, _is_zero(highest))
    if corner is False:
        return no_fall
    at_corner: Any = False
    if strictly and p == 0:
        at_corner = True if most is None else _asked(most, most.number != 0, where_null=True)
    return either(both(corner, at_corner), both(opposite(corner), no_fall))


def _scaled(a: int, left: End, b: int, right: End, *, strictly: bool) -> Any:
    """`a·left > b·right` (`≥` when not strict), multiplied out."""
    one, other = left.number * a * right.over, right.number * b * left.over
    return compared(one, other, strictly=strictly)
