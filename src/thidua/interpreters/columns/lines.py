"""Differences in columns: `differences.line_of` row by row, as whole numbers of the unit, or not at all.

A difference is put in columns where it moves in whole steps of its unit, or, of rates that are recorded as such, in
whole percent as tables keep them. Whatever has to be divided is left out: no engine keeps fractions.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from thidua import nodes as n
from thidua.interpreters.columns.ends import End
from thidua.interpreters.columns.reader import PERCENT
from thidua.interpreters.columns.terms import Terms
from thidua.interpreters.differences import step_of
from thidua.interpreters.linear import atoms, taken
from thidua.measures import unit
from thidua.nodes import Quantity
from thidua.periods import When
from thidua.quantities import SHARE, Exact


class Line(NamedTuple):
    """A constant and so many times each atom at a moment; `step` as in `differences`, `parts` of its unit make one."""

    constant: Exact
    atoms: tuple[tuple[Exact, Quantity, When], ...]
    step: Exact | None
    parts: int

    def first_met(self, *, strictly: bool, upwards: bool) -> Exact:
        """The smallest value it, or what is its opposite, can take that is at least zero, or more than zero."""
        if self.step is None:
            return 0
        rest = (self.constant if upwards else -self.constant) % self.step
        return self.step if strictly and rest == 0 else rest


def line_of(parts: list[tuple[Exact, Quantity, When]], terms: Terms) -> Line:
    """So many times each of these terms, added up, what is read twice collected."""
    constant: Exact = 0
    merged: dict[object, tuple[Exact, Quantity, When]] = {}
    for factor, term, when in parts:
        for times, atom, moment in atoms(factor, term, when):
            if isinstance(atom, n.Exactly):
                constant += times * atom.value
            else:
                key = _read_at(atom, moment, terms)
                before = merged[key][0] if key in merged else 0
                merged[key] = (before + times, atom, moment)
    found = tuple(atom for atom in merged.values() if atom[0] != 0)
    whole = bool(found) and all(_is_whole(term, when, terms) for _, term, when in found)
    step = step_of([factor for factor, _, _ in found]) if whole else None
    return Line(constant, found, step, PERCENT if unit(parts[0][1]) == SHARE else 1)


def whole_ends(line: Line, less: Exact, terms: Terms) -> tuple[Any, Any] | None:
    """The low and the high end of a line less a number, each a whole number, a column or `None` for unbounded.

    `None` for a line whose ends are not whole in every row.
    """
    constant = _whole(line.parts * (Fraction(line.constant) - less))
    if constant is None:
        return None
    low: Any = constant
    high: Any = constant
    for factor, term, when in line.atoms:
        least, most = terms.ends(term, when)
        if factor < 0:
            least, most = most, least
        added: list[Any] = []
        for end in (least, most):
            if end is not None and not isinstance(end.over, int):
                return None
            times = 0 if end is None else _whole(line.parts * Fraction(factor) / end.over)
            if times is None:
                return None
            added.append(None if end is None else _times(times, end))
        low, high = _plus(low, added[0]), _plus(high, added[1])
    return low, high


def _times(factor: int, end: End) -> Any:
    return end.number if factor == 1 else end.number * factor


def _plus(so_far: Any, more: Any) -> Any:
    if so_far is None or more is None:
        return None
    return more if isinstance(so_far, int) and so_far == 0 else more + so_far


def _whole(number: Fraction) -> int | None:
    return number.numerator if number.denominator == 1 else None


def _read_at(atom: Quantity, when: When, terms: Terms) -> object:
    """What tells an atom at a moment from others, as in `differences`."""
    return terms.place(atom.fact, when) if isinstance(atom, n.Recorded) else (atom, tuple(places(atom, when, terms)))


def places(term: Quantity, when: When, terms: Terms) -> Iterator[str]:
    """The places of facts that a term is read from."""
    match term:
        case n.Recorded(fact=fact):
            yield terms.place(fact, when)
        case n.At(term=inner, when=other):
            yield from places(inner, other, terms)
        case n.Sum(parts=parts):
            for part in parts:
                yield from places(part, when, terms)
        case n.Times(term=inner):
            yield from places(inner, when, terms)
        case n.Quotient(part=part, whole=whole):
            yield from places(part, when, terms)
            yield from places(whole, when, terms)
        case n.ChooseQuantity():
            for option in taken(term):
                yield from places(option, when, terms)
        case _:
            return


def registers(term: Quantity) -> Iterator[str]:
    """The registers that a term counts or adds up, by name."""
    match term:
        case n.Number(register=register) | n.Total(register=register):
            yield register.name
        case n.At(term=inner) | n.Times(term=inner):
            yield from registers(inner)
        case n.Sum(parts=parts):
            for part in parts:
                yield from registers(part)
        case n.Quotient(part=part, whole=whole):
            yield from registers(part)
            yield from registers(whole)
        case n.ChooseQuantity():
            for option in taken(term):
                yield from registers(option)
        case _:
            return


def _is_whole(term: Quantity, when: When, terms: Terms) -> bool:
    match term:
        case n.Recorded(fact=fact) | n.Total(of=fact):
            return fact.unit != SHARE
        case n.Number():
            return True
        case n.ChooseQuantity():
            lines = [line_of([(1, option, when)], terms) for option in taken(term)]
            return all(line.step == 1 and line.constant % 1 == 0 for line in lines)
        case _:
            return False
