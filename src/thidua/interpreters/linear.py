"""Comparisons as linear forms: the coefficients of each place collected before anything is bounded."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from thidua import nodes as n
from thidua.findings import Measure
from thidua.interpreters.measure import Case, Measurer, Places, Preparation, measurer, times
from thidua.interpreters.papers import survey_at
from thidua.knowledge import place_of
from thidua.nodes import Lives, Quantity
from thidua.periods import AT_REVIEW, When
from thidua.quantities import Exact

Atom = tuple[object, ...]


class Form(NamedTuple):
    """A constant, and so many times each of the atoms, all different."""

    constant: Exact
    atoms: tuple[tuple[Exact, Measurer], ...]

    def bounds(self, places: Places, case: Case) -> tuple[Exact | None, Exact | None]:
        """What the form may be: exact, since every atom is read once."""
        low: Exact | None = self.constant
        high: Exact | None = self.constant
        for factor, measure in self.atoms:
            found: Measure = measure(places, case)
            least, most = times(factor, (found.low, found.high))
            low = None if low is None or least is None else low + least
            high = None if high is None or most is None else high + most
        return low, high


def form_of(parts: list[tuple[Exact, Quantity, When]], made: Preparation) -> Form:
    """The sum of so many times each term at a moment, with equal atoms merged."""
    constant, found = collected(parts, made)
    return Form(constant, tuple((factor, measurer(atom, made, moment)) for factor, atom, moment in found))


def collected(
    parts: list[tuple[Exact, Quantity, When]], made: Preparation
) -> tuple[Exact, list[tuple[Exact, Quantity, When]]]:
    """A constant, and so many times each atom at a moment, all different and none taken no times."""
    constant: Exact = 0
    merged: dict[Atom, tuple[Exact, Quantity, When]] = {}
    for factor, term, when in parts:
        for times_, atom, moment in atoms(factor, term, when):
            if isinstance(atom, n.Exactly):
                constant += times_ * atom.value
            else:
                key, means = _read_at(atom, moment, made)
                before = merged[key][0] if key in merged else 0
                merged[key] = (before + times_, atom, means)
    return constant, [atom for atom in merged.values() if atom[0] != 0]


def reads_twice(parts: list[tuple[Exact, Quantity, When]], made: Preparation) -> bool:
    """Whether an atom stands in these terms more than once, so that they must be collected."""
    keys = [
        _read_at(atom, moment, made)[0]
        for factor, term, when in parts
        for _, atom, moment in atoms(factor, term, when)
        if not isinstance(atom, n.Exactly)
    ]
    return len(keys) != len(set(keys))


def atoms(factor: Exact, term: Quantity, when: When) -> Iterator[tuple[Exact, Quantity, When]]:
    """So many times each of the terms that a quantity adds up, at its moment: sums and settled readings undone."""
    match term:
        case n.At(term=inner, when=other):
            yield from atoms(factor, inner, other)
        case n.Sum(parts=parts):
            for part in parts:
                yield from atoms(factor, part, when)
        case n.Times(factor=more, term=inner):
            yield from atoms(factor * more, inner, when)
        case n.ChooseQuantity() if len(taken(term)) == 1:
            yield from atoms(factor, taken(term)[0], when)
        case _:
            yield factor, term, when


def taken(term: n.ChooseQuantity) -> list[Quantity]:
    """The options that a reading leaves."""
    return [option for name, option in term.options if term.reading.adopted in (None, name)]


def _read_at(atom: Quantity, when: When, made: Preparation) -> tuple[Atom, When]:
    """What tells an atom at a moment from others, and the moment; the present one where an atom knows no other."""
    match atom:
        case n.Recorded(fact=fact) if fact.lives is Lives.AT_SURVEYS:
            return (place_of(fact, survey_at(when, made.surveys)),), when
        case n.Recorded(fact=fact):
            return (fact.name,), AT_REVIEW
        case n.Number() | n.Total():
            return (atom,), AT_REVIEW
        case _:
            return (atom, survey_at(when, made.surveys)), when


def cleared(left: Quantity, right: Quantity, made: Preparation) -> Clearing | None:
    """A share compared with a number of the law, cleared of its division: `p / w ≥ c` as `p − c·w ≥ 0`, given w > 0."""
    when: When = AT_REVIEW
    if isinstance(left, n.At):
        when = left.when
        left = left.term
    if isinstance(left, n.Quotient) and isinstance(right, n.Exactly):
        parts: list[tuple[Exact, Quantity, When]] = [(1, left.part, when), (-Fraction(right.value), left.whole, when)]
        return Clearing(form_of(parts, made), measurer(left.whole, made, when))
    return None


class Clearing(NamedTuple):
    """A form to compare with zero, and the whole that must be more than zero for it to mean anything."""

    form: Form
    whole: Measurer

    def bounds(self, places: Places, case: Case) -> tuple[Exact | None, Exact | None]:
        """What the form may be; nothing is known while the whole may be zero."""
        least = self.whole(places, case).low
        if least is None or least <= 0:
            return (None, None)
        return self.form.bounds(places, case)
