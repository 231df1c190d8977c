"""What a world is made of: the places two editions read, as variables, and quantities as forms over them.

A leaf is a number of a world: a count, an amount, a day, how many entries of one sort a register has. A form is so many
times each leaf and a constant; what a comparison asks of a world is the sign of a form. Everything else is a choice
among a few options.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import gcd, lcm
from typing import NamedTuple, TypeAlias

from thidua.nodes import Fact, Register
from thidua.periods import Survey
from thidua.quantities import Exact


class Place(NamedTuple):
    """A fact where and when it is read: at a survey, in force on a day, or simply."""

    fact: Fact
    survey: Survey | None = None
    in_force: date | None = None


class Happened(NamedTuple):
    """Whether a day happened at all: `"yes"` or `"no"`."""

    place: Place


class Entries(NamedTuple):
    """How many entries of one sort a register has; `sort` is its place among the sorts."""

    register: Register
    sort: int


class Amounts(NamedTuple):
    """What a field of the entries of one sort adds up to."""

    register: Register
    sort: int
    of: Fact


class Share(NamedTuple):
    """One form as a share of another, where the other is more than zero; `positive` where both are."""

    part: Form
    whole: Form
    positive: bool


Leaf: TypeAlias = Place | Entries | Amounts | Share


class Bounds(NamedTuple):
    """Between what a leaf lies, and whether it is whole."""

    low: Exact
    high: Exact | None
    whole: bool


class Form(NamedTuple):
    """So many times each leaf, by its number, and a constant."""

    terms: tuple[tuple[int, Exact], ...]
    constant: Exact

    def times(self, factor: Exact) -> Form:
        """So many times the form."""
        if factor == 0:
            return ZERO
        return Form(tuple((leaf, factor * k) for leaf, k in self.terms), factor * self.constant)

    def plus(self, other: Form) -> Form:
        """Both added, equal leaves merged."""
        collected = dict(self.terms)
        for leaf, k in other.terms:
            collected[leaf] = collected.get(leaf, 0) + k
        return Form(tuple((leaf, k) for leaf, k in sorted(collected.items()) if k != 0), self.constant + other.constant)

    def minus(self, other: Form) -> Form:
        """The difference."""
        return self.plus(other.times(-1))

    def value(self, point: Mapping[int, Exact]) -> Exact:
        """What it is at a point."""
        return self.constant + sum(k * point[leaf] for leaf, k in self.terms)


ZERO = Form((), 0)


def scaled(form: Form) -> tuple[Form, int]:
    """The form in whole numbers without a common divisor, its first coefficient positive; and −1 when turned round."""
    numbers = [Fraction(k) for _, k in form.terms] + [Fraction(form.constant)]
    scale = Fraction(lcm(*(number.denominator for number in numbers)))
    common = gcd(*(int(number * scale) for number in numbers)) or 1
    turned = -1 if form.terms and form.terms[0][1] < 0 else 1
    factor = turned * scale / common
    return Form(tuple((leaf, int(k * factor)) for leaf, k in form.terms), int(form.constant * factor)), turned


class Leaves:
    """The leaves of two trees, each with its number and its bounds."""

    def __init__(self) -> None:
        self.all: list[Leaf] = []
        self.bounds: list[Bounds] = []
        self._numbers: dict[Leaf, int] = {}

    def form(self, leaf: Leaf, bounds: Bounds) -> Form:
        """The leaf as a form."""
        if leaf not in self._numbers:
            self._numbers[leaf] = len(self.all)
            self.all.append(leaf)
            self.bounds.append(bounds)
        return Form(((self._numbers[leaf], 1),), 0)

    def number(self, leaf: Leaf) -> int:
        """The number of a leaf that is read."""
        return self._numbers[leaf]

    def signs(self, form: Form) -> frozenset[int]:
        """The signs the form may have by the bounds of its leaves."""
        low: Exact | None = form.constant
        high: Exact | None = form.constant
        for leaf, k in form.terms:
            least, most, _ = self.bounds[leaf]
            first, last = (least, most) if k > 0 else (most, least)
            low = None if low is None or first is None else low + k * first
            high = None if high is None or last is None else high + k * last
        return frozenset(
            sign
            for sign, possible in (
                (-1, low is None or low < 0),
                (0, (low is None or low <= 0) and (high is None or high >= 0)),
                (1, high is None or high > 0),
            )
            if possible
        )


Choice: TypeAlias = Place | Happened


class NotLinear(Exception):  # noqa: N818  # not an error: the comparison becomes free
    """A quantity that no form says."""
