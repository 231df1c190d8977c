"""Differences: how far a quantity may lie from what it is compared with, and in which steps it moves.

What is read twice is collected first, as where the comparison itself was judged; so both see one linear form.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from attrs import frozen

from thidua import nodes as n
from thidua.findings import Measure
from thidua.interpreters.ends import Ends, highest, lowest, over
from thidua.measures import unit
from thidua.quantities import SHARE, Exact, Unit

Atom = tuple[Exact, Measure]


@frozen
class Line:
    """What a difference may be: its bounds, and `offset + k·step`, the values it can take (any, without `step`)."""

    low: Exact | None
    high: Exact | None
    offset: Exact
    step: Exact | None
    unit: Unit

    def turned(self) -> Line:
        """The difference the other way round."""
        low, high = _minus(self.high), _minus(self.low)
        return Line(low, high, -self.offset, self.step, self.unit)

    def first_met(self, *, strictly: bool) -> Exact:
        """The smallest value it can take that is at least zero, or more than zero; zero where it moves in no steps."""
        if self.step is None:
            return 0
        rest = self.offset % self.step
        return self.step if strictly and rest == 0 else rest

    def below(self, bound: Exact, *, strictly: bool) -> Exact:
        """The largest value it can take up to a bound, or below it; the bound itself where it moves in no steps."""
        if self.step is None:
            return bound
        largest = bound - (bound - self.offset) % self.step
        return largest - self.step if strictly and largest == bound else largest


def line_of(*parts: tuple[Exact, Measure]) -> Line:
    """So many times each of these measures, added up."""
    constant: Exact = 0
    atoms: dict[object, Atom] = {}
    for factor, measure in parts:
        for times, atom, key in _atoms(factor, measure):
            if isinstance(atom.term, n.Exactly):
                constant += times * atom.term.value
            else:
                before = atoms[key][0] if key in atoms else 0
                atoms[key] = (before + times, atom)
    low: Exact | None = constant
    high: Exact | None = constant
    for times, atom in atoms.values():
        least, most = (atom.low, atom.high) if times >= 0 else (atom.high, atom.low)
        low = low if times == 0 else None if low is None or least is None else low + times * least
        high = high if times == 0 else None if high is None or most is None else high + times * most
    moving = [(times, atom) for times, atom in atoms.values() if times != 0]
    step = step_of([times for times, _ in moving]) if moving and all(_is_whole(atom) for _, atom in moving) else None
    return Line(low, high, constant, step, _unit(parts[0][1]))


def difference(left: Measure, right: Measure) -> Line:
    """The left less the right; of a share compared with a number, bounded by the whole cleared of its division too."""
    line = line_of((1, left), (-1, right))
    share = left.parts[0] if isinstance(left.term, n.At) else left
    if not isinstance(share.term, n.Quotient) or not isinstance(right.term, n.Exactly):
        return line
    part, whole = share.parts
    if whole.low is None or whole.low <= 0:
        return line
    apart = line_of((1, part), (-Fraction(right.term.value), whole))
    low = None if apart.low is None else over(apart.low, whole.high if apart.low >= 0 else whole.low)
    high = None if apart.high is None else over(apart.high, whole.low if apart.high >= 0 else whole.high)
    return Line(highest(line.low, low), lowest(line.high, high), 0, None, SHARE)


@frozen
class Fall:
    """By how much the end may lie below the last value that is still a fall, and what that value may be."""

    low: Exact | None
    high: Exact | None
    threshold: Ends
    step: Exact | None
    unit: Unit


def fall(node: n.Falls, start: Measure, end: Measure) -> Fall | None:
    """A fall as a distance at its end; none from zero, nor where nothing at all could be left and still be enough."""
    keep = 1 - node.by
    if start.low is None or (start.high is not None and start.high <= 0) or (keep == 0 and node.strictly):
        return None
    began, ended = line_of((1, start)), line_of((1, end))
    least = max(start.low, began.first_met(strictly=True))
    lowest = ended.below(keep * least, strictly=node.strictly)
    highest = None if start.high is None else ended.below(keep * start.high, strictly=node.strictly)
    low = None if end.high is None else lowest - end.high
    high = None if highest is None else highest - max(0, end.low or 0)
    return Fall(low, high, (lowest, highest), ended.step, ended.unit)


def _atoms(factor: Exact, measure: Measure) -> Iterator[tuple[Exact, Measure, object]]:
    match measure.term:
        case n.At():
            yield from _atoms(factor, measure.parts[0])
        case n.Sum():
            for part in measure.parts:
                yield from _atoms(factor, part)
        case n.Times(factor=more):
            yield from _atoms(factor * more, measure.parts[0])
        case n.ChooseQuantity() if len(measure.parts) == 1:
            yield from _atoms(factor, measure.parts[0])
        case n.Recorded():
            yield factor, measure, measure.place
        case _:
            yield factor, measure, (measure.term, tuple(places(measure)))


def places(measure: Measure) -> Iterator[str]:
    """The keys of the places a measure was read from."""
    if measure.place:
        yield measure.place
    for part in measure.parts:
        yield from places(part)


def _is_whole(atom: Measure) -> bool:
    """Whether an atom takes whole numbers alone."""
    match atom.term:
        case n.Recorded(fact=fact) | n.Total(of=fact):
            return fact.unit != SHARE
        case n.Number():
            return True
        case n.ChooseQuantity():
            return all(line.step == 1 and line.offset % 1 == 0 for line in map(_alone, atom.parts))
        case _:
            return False


def _alone(measure: Measure) -> Line:
    return line_of((1, measure))


def step_of(factors: list[Exact]) -> Exact:
    """The smallest amount by which so many times whole numbers, added up, can move."""
    fractions = [Fraction(factor) for factor in factors]
    below = lcm(*(fraction.denominator for fraction in fractions))
    step = Fraction(gcd(*(int(fraction * below) for fraction in fractions)), below)
    return int(step) if step.denominator == 1 else step


def _unit(measure: Measure) -> Unit:
    term: Any = measure.term
    return unit(term)


def _minus(end: Exact | None) -> Exact | None:
    return None if end is None else -end
