"""A fall by a share, judged over all that the two moments may have been.

With `keep = p/q` the share that may remain, a fall is met when `q·end < p·start` (`≤` when not strict). Zero to zero is
no pair for arithmetic: whatever `from_zero` says is said of it alone, and a rise from zero is not met.
"""

from __future__ import annotations

from thidua import nodes as n
from thidua.findings import Finding, new
from thidua.interpreters.linear import form_of, reads_twice
from thidua.interpreters.measure import Case, Judge, Places, Preparation, measurer
from thidua.periods import When
from thidua.quantities import Exact
from thidua.verdicts import F, M

End = Exact | None
_ONLY_ZERO = (0, 0, 0, 0)
"""The ends of a start and an end that are surely zero: of them only `from_zero` says anything."""


def falls(node: n.Falls, made: Preparation) -> Judge:
    """The fall, prepared: a function from what is known to a finding."""
    before, after = measurer(node.term, made, node.since), measurer(node.term, made, node.until)
    zero = made.judge(node.from_zero)
    keep = 1 - node.by
    p, q = keep.numerator, keep.denominator
    both: list[tuple[Exact, n.Quantity, When]] = [(p, node.term, node.since), (-q, node.term, node.until)]
    form = form_of(both, made) if reads_twice(both, made) else None
    strictly = node.strictly

    def judge(places: Places, case: Case) -> Finding:
        start, end = before(places, case), after(places, case)
        least, most, lowest, highest = start[1], start[2], end[1], end[2]
        zero_possible = _may_be_zero(least, most) and _may_be_zero(lowest, highest)
        if least is None or lowest is None:
            mask = M | F  # a share of a whole that may be zero: no comparison with it is known
        elif (least, most, lowest, highest) == _ONLY_ZERO:
            mask = 0
        elif form is None:
            mask = apart_from_zero(p, q, (least, most, lowest, highest), strictly=strictly)
        else:
            low, high = form.bounds(places, case)
            can = high is None or (high > 0 if strictly else high >= 0)
            must = low is not None and (low > 0 if strictly else low >= 0)
            mask = (M if can else 0) | (0 if must else F)
        if not zero_possible:
            return new(Finding, (node, mask, None, (start, end), (), None))
        answer = zero(places, case)
        return new(Finding, (node, mask | answer[1], None, (start, end), (answer,), None))

    return judge


def _may_be_zero(low: End, high: End) -> bool:
    return (low is None or low <= 0) and (high is None or high >= 0)


def apart_from_zero(p: int, q: int, bounds: tuple[End, End, End, End], *, strictly: bool) -> int:
    """The finals possible over every pair of start and end but zero to zero, neither of them ever negative.

    The best pair is the largest start with the smallest end, the worst the reverse. Where such a corner is zero to
    zero itself, the next pair along an edge decides.
    """
    least, most, lowest, highest = bounds
    s0, e0 = max(0, least or 0), max(0, lowest or 0)
    only_zero = most == 0 and highest == 0
    if only_zero:
        return 0
    return (M if _best(p, q, most, e0, strictly=strictly) else 0) | (
        F if _worst(p, q, s0, most, highest, strictly=strictly) else 0
    )


def _best(p: int, q: int, most: End, e0: Exact, *, strictly: bool) -> bool:
    """Whether some pair but zero to zero is a fall: the largest start, the smallest end."""
    if most is None:
        return p > 0 or (not strictly and e0 == 0)
    if strictly:
        return q * e0 < p * most
    return most > 0 and q * e0 <= p * most


def _worst(p: int, q: int, s0: Exact, most: End, highest: End, *, strictly: bool) -> bool:
    """Whether some pair but zero to zero is no fall: the smallest start, the largest end."""
    if highest is None:
        return True
    if s0 == 0 and highest == 0:
        # what is left is a start above zero with an end of zero: no fall only when all of it had to be exceeded
        return strictly and p == 0 and most != 0
    if strictly:
        return q * highest >= p * s0
    return q * highest > p * s0
