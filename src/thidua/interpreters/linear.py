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
    constant, atoms = collected(parts, made)
    return Form(constant, tuple((factor, measurer(atom, made, moment)) for factor, atom, moment in atoms))


def collected(
    parts: list[tuple[Exact, Quantity, When]], made: Preparation
) -> tuple[Exact, list[tuple[Exact, Quantity, When]]]:
    """A constant, and so many times each atom at a moment, all different and none taken no times."""
    constant: Exact = 0
    merged: dict[Atom, tuple[Exact, Quantity, When]] = {}
    for factor, term, when in parts:
        for times_, atom, moment, key in _atoms(factor, term, when, made):
            if isinstance(atom, n.Exactly):
                constant += times_ * atom.value
            else:
                before = merged.get(key, (0, atom, moment))[0]
                merged[key] = (before + times_, atom, moment)
    return constant, [atom for atom in merged.values() if atom[0] != 0]


def reads_twice(parts: list[tuple[Exact, Quantity, When]], made: Preparation) -> bool:
    """Whether an atom stands in these terms more than once, so that they must be collected."""
    keys = [
        key
        for factor, term, when in parts
        for _, atom, _, key in _atoms(factor, term, when, made)
        if not isinstance(atom, n.Exactly)
    ]
    return len(keys) != len(set(keys))


def _atoms(
    factor: Exact, term: Quantity, when: When, made: Preparation
) -> Iterator[tuple[Exact, Quantity, When, Atom]]:
    match term:
        case n.At(term=inner, when=other):
            yield from _atoms(factor, inner, other, made)
        case n.Sum(parts=parts):
            for part in parts:
                yield from _atoms(factor, part, when, made)
        case n.Times(factor=inner_factor, term=inner):
            yield from _atoms(factor * inner_factor, inner, when, made)
        case n.ChooseQuantity(reading=reading, options=options) if reading.adopted is not None:
            yield from _atoms(factor, dict(options)[reading.adopted], when, made)
        case n.Recorded(fact=fact) if fact.lives is Lives.AT_SURVEYS:
            yield factor, term, when, (place_of(fact, survey_at(when, made.surveys)),)
        case n.Recorded(fact=fact):
            yield factor, term, AT_REVIEW, (fact.name,)
        case n.Number() | n.Total():
            yield factor, term, AT_REVIEW, (term,)
        case _:
            yield factor, term, when, (term, survey_at(when, made.surveys))


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
