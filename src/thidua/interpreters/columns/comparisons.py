"""Comparing quantities in columns: the collected linear form of a comparison, its ends told apart from zero.

A form that reads one recorded column is that column compared with a whole number of the law, found by dividing here and
not in the rows; since one place is then compared once, it is a nullable Boolean. Any other form is bounded on both
sides, its positive terms on the left and its negative ones on the right, so that two columns compared are compared
as they stand.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple

from thidua import nodes as n
from thidua.interpreters.columns.ends import End, compared, filled, fixed, nothing_over, scaled, total
from thidua.interpreters.columns.reader import LARGEST
from thidua.interpreters.columns.terms import Terms
from thidua.interpreters.columns.truth import Bits, Kleene, Truth, bits, constant, either, not_truth, opposite
from thidua.interpreters.linear import collected
from thidua.nodes import Op, Quantity
from thidua.periods import AT_REVIEW, When
from thidua.quantities import Exact
from thidua.verdicts import F, M

Parts = list[tuple[Exact, Quantity, When]]


class Sides(NamedTuple):
    """One end of a form, its positive terms apart from its negative ones; `gaps` says that a row may be null."""

    left: Any
    right: Any
    gaps: bool


def compare(node: n.Compare, terms: Terms) -> Truth:
    """The comparison."""
    if node.op in (Op.AT_MOST, Op.LESS_THAN):
        opposite_op = Op.MORE_THAN if node.op is Op.AT_MOST else Op.AT_LEAST
        return not_truth(_above_zero(n.Compare(node.left, opposite_op, node.right), terms))
    return _above_zero(node, terms)


def _above_zero(node: n.Compare, terms: Terms) -> Truth:
    strictly = node.op is Op.MORE_THAN
    share, when = (node.left.term, node.left.when) if isinstance(node.left, n.At) else (node.left, AT_REVIEW)
    if isinstance(share, n.Quotient) and isinstance(node.right, n.Exactly):
        parts: Parts = [(1, share.part, when), (-Fraction(node.right.value), share.whole, when)]
        whole, _ = terms.ends(share.whole, when)
        return _known_where(_form(parts, terms, strictly=strictly), _is_above_zero(whole))
    return _form([(1, node.left, AT_REVIEW), (-1, node.right, AT_REVIEW)], terms, strictly=strictly)


def _is_above_zero(whole: End | None) -> Any:
    if whole is None:
        return False
    answer = compared(whole.number, 0, strictly=True)
    return filled(answer, where_null=False) if whole.gaps else answer


def _known_where(form: Truth, known: Any) -> Truth:
    if known is True:
        return form
    unknown, opened = opposite(known), bits(form)
    return Bits(either(opened.met, unknown), either(opened.fails, unknown), skips=False)


def _form(parts: Parts, terms: Terms, *, strictly: bool) -> Truth:
    number, atoms = collected(parts, terms.made)
    match atoms:
        case [(factor, n.Recorded() as recorded, when)]:
            return _one_column(recorded, factor, number, when, terms, strictly=strictly)
        case _:
            pass
    low, high = sides(number, atoms, terms)
    met = above(high, strictly=strictly, where_null=True)
    return Bits(met, opposite(above(low, strictly=strictly, where_null=False)), skips=False)


def sides(number: Exact, atoms: Parts, terms: Terms) -> tuple[Sides | None, Sides | None]:
    """The low and the high end of a form."""
    lows: list[tuple[Exact, End | None]] = [(1, fixed(number))]
    highs = list(lows)
    for factor, term, when in atoms:
        low, high = terms.ends(term, when)
        lows.append((factor, low if factor > 0 else high))
        highs.append((factor, high if factor > 0 else low))
    return _sides(lows), _sides(highs)


def _sides(parts: list[tuple[Exact, End | None]]) -> Sides | None:
    """Positive terms on the left, negative ones on the right, all over one denominator that falls away."""
    ends: list[tuple[End, bool]] = []
    for factor, end in parts:
        if end is None:
            return None
        ends.append((scaled(factor if factor > 0 else -factor, end), factor > 0))
    left = total([fixed(0), *(end if positive else nothing_over(end) for end, positive in ends)])
    right = total([fixed(0), *(nothing_over(end) if positive else end for end, positive in ends)])
    return Sides(left.number, right.number, any(end.gaps for end, _ in ends))


def above(sides: Sides | None, *, strictly: bool, where_null: bool) -> Any:
    """Whether an end of a form is more than zero, or at least zero; `where_null` where there is no end."""
    if sides is None:
        return where_null
    answer = compared(sides.left, sides.right, strictly=strictly)
    return filled(answer, where_null=where_null) if sides.gaps else answer


def _one_column(
    recorded: n.Recorded, factor: Exact, number: Exact, when: When, terms: Terms, *, strictly: bool
) -> Truth:
    """`factor · column + number` compared with zero, as the column compared with a whole number."""
    fact = recorded.fact
    ends = [None if end is None else factor * end + number for end in (fact.low, fact.high)]
    low, high = ends if factor > 0 else ends[::-1]
    met = high is None or (high > 0 if strictly else high >= 0)
    fails = low is None or (low <= 0 if strictly else low < 0)
    place = terms.place(fact, when)
    column = terms.reader.column(place)
    if column is None or not (met and fails):
        return constant((M if met else 0) | (F if fails else 0))
    bound = -Fraction(number) / factor * terms.reader.parts_of_one(place)
    bound = max(min(bound, Fraction(2 * LARGEST)), Fraction(-2 * LARGEST))  # no value lies beyond, and no literal may
    if factor > 0:
        return Kleene(column >= (floor(bound) + 1 if strictly else ceil(bound)))
    return Kleene(column <= (ceil(bound) - 1 if strictly else floor(bound)))
