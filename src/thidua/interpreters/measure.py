"""Measuring: a term, prepared once for a setting, gives bounds on what it may be.

`measurer` is one `match` over the terms. A comparison that reads a place more than once is bounded again as a linear
form, the coefficients of each place collected first, so that `2·(start − end) > start` reads `start` once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple, Protocol, assert_never

from thidua import nodes as n
from thidua.findings import Finding, Measure, new
from thidua.interpreters.ends import Ends, over
from thidua.interpreters.papers import survey_at
from thidua.knowledge import UNHEARD_OF, Known, KnownRegister, nothing_known, place_of
from thidua.nodes import Fact, Lives, Quantity
from thidua.periods import AT_REVIEW, Survey, When
from thidua.quantities import Exact
from thidua.verdicts import M

Places = Mapping[str, Known]


class Case(NamedTuple):
    """What a pass reads besides places: registers, days, and the findings on the clauses so far."""

    registers: Mapping[str, KnownRegister]
    days: Mapping[str, date]
    clauses: dict[str, Finding]


Judge = Callable[[Places, Case], Finding]
Measurer = Callable[[Places, Case], Measure]


class Preparation(Protocol):
    """What preparing a term needs: the surveys of the setting, and how a predicate over entries is prepared."""

    surveys: dict[str, Survey]

    def judge(self, node: n.Predicate) -> Judge:
        """The predicate, prepared."""
        ...


NO_PLACES: Places = {}


def measurer(term: Quantity, made: Preparation, when: When = AT_REVIEW) -> Measurer:
    """The term prepared: a function from what is known to a measure."""
    match term:
        case n.Recorded(fact=fact):
            return _recorded(term, fact, made, when)
        case n.Exactly(value=value):
            fixed = Measure(term, value, value, None, ())
            return lambda _places, _case: fixed
        case n.At(term=inner, when=other):
            below = measurer(inner, made, other)

            def at(places: Places, case: Case) -> Measure:
                part = below(places, case)
                return Measure(term, part[1], part[2], None, (part,))

            return at
        case n.Sum(parts=parts):
            addends = tuple(measurer(part, made, when) for part in parts)

            def add(places: Places, case: Case) -> Measure:
                found: list[Measure] = []
                low: Exact | None = 0
                high: Exact | None = 0
                for addend in addends:
                    part = addend(places, case)
                    low = None if low is None or part[1] is None else low + part[1]
                    high = None if high is None or part[2] is None else high + part[2]
                    found.append(part)
                return new(Measure, (term, low, high, None, tuple(found), None, (), ""))

            return add
        case n.Times(factor=factor, term=inner):
            below = measurer(inner, made, when)

            def multiply(places: Places, case: Case) -> Measure:
                part = below(places, case)
                low, high = times(factor, (part[1], part[2]))
                return new(Measure, (term, low, high, None, (part,), None, (), ""))

            return multiply
        case n.Quotient(part=above, whole=whole):
            over, under = measurer(above, made, when), measurer(whole, made, when)

            def divide(places: Places, case: Case) -> Measure:
                a, b = over(places, case), under(places, case)
                low, high = _quotient((a[1], a[2]), (b[1], b[2]))
                return new(Measure, (term, low, high, None, (a, b), None, (), ""))

            return divide
        case n.Number():
            return _number(term, made)
        case n.Total():
            return _total(term, made)
        case n.ChooseQuantity(reading=reading, options=options):
            taken = tuple(measurer(option, made, when) for name, option in options if reading.adopted in (None, name))

            def choose(places: Places, case: Case) -> Measure:
                found = tuple([option(places, case) for option in taken])
                lows, highs = [part[1] for part in found], [part[2] for part in found]
                low = None if None in lows else min(lows)
                high = None if None in highs else max(highs)
                return new(Measure, (term, low, high, None, found, None, (), ""))

            return choose
        case _:
            assert_never(term)


def _recorded(term: Quantity, fact: Fact, made: Preparation, when: When) -> Measurer:
    place = place_of(fact, survey_at(when, made.surveys) if fact.lives is Lives.AT_SURVEYS else None)
    return reader(Measure(term, fact.low, fact.high, None, (), place=place))


def reader(unknown: Measure) -> Measurer:
    """What is known of a place, as a measure; `unknown` is the one given where nothing is."""
    term, place = unknown.term, unknown.place

    def read(places: Places, _case: Case) -> Measure:
        known = places.get(place)
        if known is None:
            return unknown
        return new(Measure, (term, known[0], known[1], known, (), None, (), place))

    return read


def times(factor: Exact, bounds: Ends) -> Ends:
    """Ends multiplied; a negative factor turns them round."""
    low, high = bounds if factor >= 0 else (bounds[1], bounds[0])
    if factor == 0:
        return (0, 0)
    return (None if low is None else factor * low, None if high is None else factor * high)


def _quotient(part: Ends, whole: Ends) -> Ends:
    """Ends of a share; none at all wherever the whole may be zero."""
    least, most = whole
    if least is None or least <= 0:
        return (None, None)
    low, high = part
    return (
        None if low is None else over(low, most if low >= 0 else least),
        None if high is None else over(high, least if high >= 0 else most),
    )


def _number(term: n.Number, made: Preparation) -> Measurer:
    counts = made.judge(term.where)
    name = term.register.name

    def number(_places: Places, case: Case) -> Measure:
        held = case.registers.get(name, UNHEARD_OF)
        found = tuple([counts(entry.places, case) for entry in held.entries])
        low = high = 0
        for entry, finding in zip(held.entries, found, strict=True):
            low += finding[1] == M and entry.certain
            high += finding[1] & M
        low = max(0, low - held.surplus)
        if held.unseen_high == 0:
            return Measure(term, low, high, None, (), held, found)
        unseen = counts(NO_PLACES, case)[1]
        if unseen == M:
            low += held.unseen_low
        most: int | None = high
        if unseen & M:
            most = None if held.unseen_high is None else high + held.unseen_high
        return Measure(term, low, most, None, (), held, found)

    return number


def _total(term: n.Total, made: Preparation) -> Measurer:
    counts = made.judge(term.where)
    of, name = term.of, term.register.name
    domain = nothing_known(of)

    def total(_places: Places, case: Case) -> Measure:
        held = case.registers.get(name, UNHEARD_OF)
        found = tuple([counts(entry.places, case) for entry in held.entries])
        lows: list[Exact | None] = []
        highs: list[Exact | None] = []
        for entry, finding in zip(held.entries, found, strict=True):
            known = entry.places.get(of.name, domain)
            sure = finding[1] == M and entry.certain
            low, high = _share(sure, bool(finding[1] & M), (known.low, known.high))
            lows.append(low)
            highs.append(high)
        _drop(lows, held.surplus, largest=True)
        _drop(highs, held.surplus, largest=False)
        if held.unseen_high != 0:
            _unseen(lows, highs, held, counts(NO_PLACES, case)[1], (domain.low, domain.high))
        return Measure(term, _added(lows), _added(highs), None, (), held, found)

    return total


def _share(sure: bool, possible: bool, bounds: Ends) -> Ends:  # noqa: FBT001  # the two bits of a verdict
    if not possible:
        return (0, 0)
    if sure:
        return bounds
    low, high = bounds
    return (None if low is None else min(0, low), None if high is None else max(0, high))


def _drop(ends: list[Exact | None], surplus: int, *, largest: bool) -> None:
    """Leave out the entries that may not belong, where that moves the bound outwards."""
    for _ in range(min(surplus, len(ends))):
        known = [end for end in ends if end is not None and (end > 0 if largest else end < 0)]
        if known:
            ends.remove(max(known) if largest else min(known))


def _unseen(lows: list[Exact | None], highs: list[Exact | None], held: KnownRegister, mask: int, domain: Ends) -> None:
    """What the entries nobody has shown may add."""
    if not mask & M:
        return
    low, high = domain
    sure = held.unseen_low if mask == M else 0
    if low is None or low < 0:
        most = held.unseen_high
        lows.append(None if low is None or most is None else most * low)
    else:
        lows.append(sure * low)
    if high is None or (high > 0 and held.unseen_high is None):
        highs.append(None)
    else:
        highs.append((held.unseen_high or 0) * high if high > 0 else sure * high)


def _added(ends: list[Exact | None]) -> Exact | None:
    total: Exact = 0
    for end in ends:
        if end is None:
            return None
        total += end
    return total
