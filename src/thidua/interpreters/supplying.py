"""Supplying what is open, in every way that makes a difference.

Numbers and days are tried at both ends of every stretch over which no leaf changes, options one by one, registers with
every kind of entry that the leaves can tell apart. Where entries are added up, one of them makes up every sum that the
others leave short, so that what is tried does not grow with how large a figure may be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from itertools import combinations, combinations_with_replacement, pairwise
from math import ceil, floor
from typing import Any, NamedTuple

from thidua import nodes as n
from thidua.evidence import DAYS_OF_LIVING_MEMORY
from thidua.interpreters.assess import Prepared
from thidua.interpreters.measure import Case, Judge
from thidua.interpreters.openings import (
    OpenField,
    Opening,
    OpenPlace,
    condition_of,
    dated_by,
    fields_of,
    known_field,
    said_as,
    terms_over,
)
from thidua.knowledge import UNHEARD_OF, Known, KnownEntry, KnownRegister, nothing_known
from thidua.movements import Setting
from thidua.nodes import Fact, Kind, Predicate, Register
from thidua.quantities import SHARE
from thidua.walks import OverRegister, nodes_of

FEW = 8
"""So many values next to one another are all tried; of more, those on both sides of every change."""
FAR = 10**12
"""A number beyond every threshold, where the fact has no bound of its own."""
STEPS = 10_000
"""A share is tried in steps of a ten-thousandth."""
AT_MOST_ADDED = 4
"""Of the entries a register may still get, so many are told apart; further ones are like one of these."""
AT_MOST_ASKED = 200
"""Where more entries than these are asked for, no number of them is tried."""


class Told(NamedTuple):
    """What is known, as far as some leaves read it."""

    places: Mapping[str, Known]
    registers: Mapping[str, KnownRegister]


class Leaves:
    """Leaves with the setting they are judged in: what they may be, once something is told."""

    def __init__(self, nodes: Sequence[Predicate], made: Prepared, setting: Setting) -> None:
        self.nodes, self.setting = tuple(nodes), setting
        self._judges = [made.judge(node) for node in nodes]
        self._made = made
        self._terms: dict[Register, tuple[tuple[OverRegister, Judge], ...]] = {}

    def masks(self, told: Told) -> tuple[int, ...]:
        """The finals each leaf may have."""
        case = Case(told.registers, self.setting.days, {})
        return tuple([judge(told.places, case).mask for judge in self._judges])

    def terms(self, register: Register) -> tuple[tuple[OverRegister, Judge], ...]:
        """The terms of the leaves over a register, and how what they ask of an entry is judged."""
        if register not in self._terms:
            found = dict.fromkeys(term for node in self.nodes for term in terms_over(node, register))
            self._terms[register] = tuple((term, self._made.judge(condition_of(term))) for term in found)
        return self._terms[register]

    def entry_masks(self, register: Register, entry: KnownEntry) -> tuple[int, ...]:
        """What an entry is to each of the terms over its register."""
        case = Case({}, self.setting.days, {})
        return tuple([judge(entry.places, case).mask for _, judge in self.terms(register)])

    def added_up(self, register: Register) -> tuple[Fact, ...]:
        """The fields of a register that are added up."""
        return tuple(dict.fromkeys(term.of for term, _ in self.terms(register) if isinstance(term, n.Total)))


def ways(opening: Opening, told: Told, leaves: Leaves) -> Iterator[Told]:
    """The ways of supplying one thing, as far as the leaves can tell them apart."""
    if isinstance(opening, OpenPlace):
        place, fact = opening.place, opening.fact

        def with_(value: Any) -> Told:
            return told._replace(places={**told.places, place: said_as(fact, value)})

        known = told.places.get(place) or nothing_known(fact)
        yield from map(with_, values(fact, known, lambda value: leaves.masks(with_(value))))
    elif isinstance(opening, OpenField):
        yield from _ways_of_field(opening, told, leaves)
    else:
        yield from _ways_of_rest(opening.register, told, leaves)


def values(fact: Fact, known: Known, tells: Callable[[Any], object]) -> list[Any]:
    """Values that a place may have: all of a few, otherwise both ends of every stretch that tells the same."""
    match fact.kind:
        case Kind.CHOICE | Kind.YES_NO:
            return sorted(known.options)
        case Kind.JUDGED:
            return list(range(known.low, known.high + 1))
        case Kind.DAY:
            first, last = known.low or DAYS_OF_LIVING_MEMORY.first, known.high or DAYS_OF_LIVING_MEMORY.last
            days = _ends(first.toordinal(), last.toordinal(), lambda day: tells(date.fromordinal(day)))
            never = [None] if known.never else []
            return [*never, *map(date.fromordinal, days)] if known.happens else never
        case _:
            low, high = (-FAR if known.low is None else known.low), (FAR if known.high is None else known.high)
            if fact.unit == SHARE:
                least, most = ceil(low * STEPS), floor(high * STEPS)
                steps = _ends(least, most, lambda step: tells(Fraction(step, STEPS)))
                return sorted({low, high, *(Fraction(step, STEPS) for step in steps)})
            return _ends(int(low), int(high), tells)


def _ends(low: int, high: int, tells: Callable[[int], object]) -> list[int]:
    """Both ends of every stretch of integers that tell the same."""
    if high - low < FEW:
        return list(range(low, high + 1))
    told: dict[int, object] = {}

    def heard(step: int) -> object:
        if step not in told:
            told[step] = tells(step)
        return told[step]

    steps = sorted({low, high, *(low + step for step in (1, 2, 3)), *_doubling(low, high)})
    ends = {low, high}
    for one, other in pairwise(steps):
        first = one
        while heard(first) != heard(other):
            below, above = first, other
            while above - below > 1:
                middle = (below + above) // 2
                if heard(middle) == heard(first):
                    below = middle
                else:
                    above = middle
            ends |= {below, above}
            first = above
    return sorted(ends)


def _doubling(low: int, high: int) -> Iterator[int]:
    step = 4
    while low + step < high:
        yield low + step
        step *= 4


def _ways_of_field(opening: OpenField, told: Told, leaves: Leaves) -> Iterator[Told]:
    register, fact = opening.register, opening.fact
    held = told.registers[register.name]
    place = next((i for i, entry in enumerate(held.entries) if entry.key == opening.entry), None)
    if place is None:
        yield told
        return
    entry = held.entries[place]

    def counts(value: Any) -> bool:
        if fact != dated_by(register):
            return True
        return bool(leaves.setting.counts_from <= value <= leaves.setting.cut_off)

    def with_(value: Any) -> Told:
        filled = _with(entry, fact, value)._replace(certain=entry.certain or fact == dated_by(register))
        entries = (*held.entries[:place], *([filled] if counts(value) else []), *held.entries[place + 1 :])
        return told._replace(registers={**told.registers, register.name: held._replace(entries=entries)})

    def tells(value: Any) -> object:
        if fact in leaves.added_up(register):
            return leaves.masks(with_(value))
        return counts(value), leaves.entry_masks(register, _with(entry, fact, value))

    yield from (with_(value) for value in values(fact, known_field(entry, fact), tells))


def signature(
    register: Register, held: KnownRegister, leaves: Leaves, waiting: frozenset[str] = frozenset()
) -> tuple[Any, ...]:
    """All that leaves can tell of the entries of a register, in no order; those waiting for more by their keys."""
    added = leaves.added_up(register)
    rows = [
        (
            entry.key if entry.key in waiting else "",
            entry.certain,
            leaves.entry_masks(register, entry),
            *(known_field(entry, of)[:2] for of in added),
        )
        for entry in held.entries
    ]
    return tuple(sorted(rows, key=repr))


def _ways_of_rest(register: Register, told: Told, leaves: Leaves) -> Iterator[Told]:
    held = told.registers.get(register.name, UNHEARD_OF)
    kinds = _kinds_of_entry(register, held, told, leaves)
    for left_out in range(held.surplus + 1):
        for kept in combinations(held.entries, max(0, len(held.entries) - left_out)):
            for added in _added(kinds, held, _numbers_asked(register, leaves)):
                yield _complete(register, (*kept, *added), told)
                for others, one, fact in _summed(register, added, leaves):
                    yield from _with_every_sum(register, (*kept, *others), one, fact, told, leaves)


def _complete(register: Register, entries: tuple[KnownEntry, ...], told: Told) -> Told:
    return told._replace(registers={**told.registers, register.name: KnownRegister(entries, 0, 0)})


def _summed(
    register: Register, added: Sequence[KnownEntry], leaves: Leaves
) -> Iterator[tuple[tuple[KnownEntry, ...], KnownEntry, Fact]]:
    """Each entry added that may make up what all others leave short of a sum, with the others added.

    The kinds hold only the figures at which one entry alone makes a difference; of a field of few values, every figure.
    """
    for fact in leaves.added_up(register):
        if _has_few_values(fact):
            continue
        seen: list[Mapping[str, Known]] = []
        for place, one in enumerate(added):
            rest = {name: known for name, known in one.places.items() if name != fact.name}
            if rest not in seen:
                seen.append(rest)
                yield (*added[:place], *added[place + 1 :]), one, fact


def _with_every_sum(
    register: Register, others: tuple[KnownEntry, ...], one: KnownEntry, fact: Fact, told: Told, leaves: Leaves
) -> Iterator[Told]:
    def with_(value: Any) -> Told:
        return _complete(register, (*others, _with(one, fact, value)), told)

    yield from map(with_, values(fact, nothing_known(fact), lambda value: leaves.masks(with_(value))))


def _has_few_values(fact: Fact) -> bool:
    return fact.unit != SHARE and fact.low is not None and fact.high is not None and fact.high - fact.low < FEW


def _numbers_asked(register: Register, leaves: Leaves) -> list[int]:
    """How many entries the leaves ask for; of a sum, how many of the largest figure reach it."""
    asked: list[int] = []
    for leaf in leaves.nodes:
        exact = [node.value for node in nodes_of(leaf) if isinstance(node, n.Exactly)]
        for term in terms_over(leaf, register):
            largest = 1 if isinstance(term, n.Number) else term.of.high if isinstance(term, n.Total) else None
            asked += [ceil(value / largest) for value in exact if largest]
    return asked


def _added(kinds: Sequence[KnownEntry], held: KnownRegister, asked: Sequence[int]) -> Iterator[tuple[KnownEntry, ...]]:
    """The entries that may be added, of so many kinds; where more are asked for, those further are of one kind."""
    enough = min(AT_MOST_ADDED, max((2, *(number + 1 for number in asked))))
    further = [more for number in asked for more in (number, number + 1) if enough < more <= AT_MOST_ASKED]
    for number in dict.fromkeys(max(held.unseen_low, more) for more in sorted({*range(enough + 1), *further})):
        if held.unseen_high is not None and number > held.unseen_high:
            return
        for mixed in combinations_with_replacement(kinds, min(number, enough)):
            for filler in kinds if number > enough else kinds[:1]:
                yield (*mixed, *[filler] * (number - len(mixed)))


def _kinds_of_entry(register: Register, held: KnownRegister, told: Told, leaves: Leaves) -> list[KnownEntry]:
    """One entry of every kind that the leaves can tell apart, all that is asked of it recorded."""
    day = dated_by(register)
    counts = Known(leaves.setting.counts_from, leaves.setting.cut_off)
    kinds = [KnownEntry("", {day.name: counts})]
    fields = dict.fromkeys(fact for term, _ in leaves.terms(register) for fact in fields_of(term) if fact != day)

    def tells(kind: KnownEntry, fact: Fact, value: Any) -> tuple[Any, ...]:
        entry = _with(kind, fact, value)
        return leaves.masks(_complete(register, (*held.entries, entry), told)), leaves.entry_masks(register, entry)

    for fact in (day, *fields):
        told_apart: dict[object, KnownEntry] = {}
        last = fact == [day, *fields][-1]
        for kind in kinds:
            for value in values(fact, known_field(kind, fact), partial(tells, kind, fact)):
                entry = _with(kind, fact, value)
                figures = tuple(known_field(entry, of)[:2] for of in leaves.added_up(register))
                apart = (tells(kind, fact, value), figures, *(() if last else (value,)))
                told_apart.setdefault(apart, entry)
        kinds = list(told_apart.values())
    return kinds


def _with(entry: KnownEntry, fact: Fact, value: Any) -> KnownEntry:
    return entry._replace(places={**entry.places, fact.name: said_as(fact, value)})
