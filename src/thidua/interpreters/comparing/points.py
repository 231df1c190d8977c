"""The numbers of an example: the least that give forms the signs they must have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from thidua.interpreters.comparing.linear_programs import LIMIT, Program, Row, least_point
from thidua.interpreters.comparing.worlds import Amounts, Entries, Form, Leaves, Place, Share
from thidua.nodes import Kind
from thidua.quantities import Exact

Signs = Mapping[Form, frozenset[int]]
Within = Mapping[int, tuple[Exact, Exact | None]]
LATER, MORE = -1, 1000
"""What a day costs, and what anything else does: few and small, and days as late as may be."""
_OPS: Mapping[frozenset[int], tuple[int, str]] = {
    frozenset((1,)): (1, ">"),
    frozenset((0, 1)): (1, ">="),
    frozenset((0,)): (1, "="),
    frozenset((-1,)): (-1, ">"),
    frozenset((-1, 0)): (-1, ">="),
}


def least_numbers(leaves: Leaves, signs: Signs, within: Within) -> dict[int, Exact] | None:
    """The least number of each leaf read, days as late as may be; `None` where the signs exclude one another.

    `within` narrows the bounds of leaves. Raises `TooManyBranches` where whole numbers could not be settled.
    """
    found: dict[int, Exact] = {}
    left: dict[Form, frozenset[int]] = dict(signs)
    while left:
        part = together(next(iter(left)), left, leaves)
        numbers = _solved(leaves, part, within, limit=LIMIT)
        if numbers is None:
            return None
        found |= numbers
        left = {form: allowed for form, allowed in left.items() if form not in part}
    return found


def have_a_point(leaves: Leaves, signs: Signs) -> bool:
    """Whether some numbers give the forms these signs. Raises `TooManyBranches` where that could not be settled."""
    return _solved(leaves, signs, {}, limit=0) is not None


def together(form: Form, signs: Signs, leaves: Leaves) -> dict[Form, frozenset[int]]:
    """The forms that share leaves with one, directly or through others, and their signs."""
    found = {form: signs[form]}
    reached = _touched(form, leaves)
    waiting = [(other, _touched(other, leaves)) for other in signs if other != form]
    grown = True
    while grown:
        near = [(other, touched) for other, touched in waiting if touched & reached]
        waiting = [(other, touched) for other, touched in waiting if not touched & reached]
        for other, touched in near:
            found[other] = signs[other]
            reached |= touched
        grown = bool(near)
    return found


def _touched(form: Form, leaves: Leaves) -> frozenset[int]:
    return frozenset(_used(leaves, (form,)))


def _solved(leaves: Leaves, signs: Signs, within: Within, *, limit: int) -> dict[int, Exact] | None:
    used = _used(leaves, signs)
    place = {leaf: i for i, leaf in enumerate(used)}
    ends = [within.get(leaf, (leaves.bounds[leaf].low, leaves.bounds[leaf].high)) for leaf in used]
    rows = [_row(form, allowed, place, ends) for form, allowed in signs.items() if allowed in _OPS]
    asks: list[tuple[int, int]] = []
    for leaf, i in place.items():
        low, high = ends[i]
        what = leaves.all[leaf]
        if high is not None:
            rows.append(Row(_line({i: -1}, len(used)), high - low, ">="))
        if isinstance(what, Share) and what.positive:
            rows.append(Row(_line({i: 1}, len(used)), 0, ">"))
        if isinstance(what, Amounts):
            entries = place[_entries(leaves, what)]
            asks.append((i, entries))
            if what.of.high is not None:
                rows.append(Row(_line({i: -1, entries: what.of.high}, len(used)), 0, ">="))
    whole = tuple(leaves.bounds[leaf].whole for leaf in used)
    costs = tuple(LATER if is_day(leaves.all[leaf]) else MORE for leaf in used)
    found = least_point(Program(tuple(rows), whole, costs, tuple(asks)), limit=limit)
    if found is None:
        return None
    return {leaf: _plain(found[i] + ends[i][0]) for leaf, i in place.items()}


def is_day(leaf: object) -> bool:
    """Whether a leaf is a day."""
    return isinstance(leaf, Place) and leaf.fact.kind is Kind.DAY


def _used(leaves: Leaves, forms: Iterable[Form]) -> list[int]:
    """The leaves of the forms, and how many entries there are wherever their amounts are read."""
    used = {leaf for form in forms for leaf, _ in form.terms}
    amounts = [what for what in (leaves.all[leaf] for leaf in used) if isinstance(what, Amounts)]
    return sorted(used | {_entries(leaves, what) for what in amounts})


def _entries(leaves: Leaves, amounts: Amounts) -> int:
    return leaves.number(Entries(amounts.register, amounts.sort))


def _row(form: Form, allowed: frozenset[int], place: Mapping[int, int], ends: list[tuple[Exact, Exact | None]]) -> Row:
    turned, op = _OPS[allowed]
    line = _line({place[leaf]: turned * k for leaf, k in form.terms}, len(place))
    constant = form.constant + sum(k * ends[place[leaf]][0] for leaf, k in form.terms)
    return Row(line, turned * constant, op)


def _line(coefficients: Mapping[int, Exact], size: int) -> tuple[Exact, ...]:
    return tuple(coefficients.get(i, 0) for i in range(size))


def _plain(number: Exact) -> Exact:
    return int(number) if Fraction(number).denominator == 1 else number
