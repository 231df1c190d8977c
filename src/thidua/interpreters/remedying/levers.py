"""Levers: what can still change, each by so many steps away from how it stands. The least step is the first."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from thidua.evidence import DID_NOT_HAPPEN, Value
from thidua.interpreters.remedying.outlook import World
from thidua.knowledge import UNHEARD_OF, Known, KnownEntry
from thidua.nodes import Fact, Kind, Register
from thidua.periods import Survey
from thidua.quantities import SHARE, Exact

ANY_NUMBER = 10**15
"""More steps than any figure of a district can move."""
FEW_ENTRIES, MOST_ENTRIES = 16, 512
"""New entries of one kind are tried up to what the predicates count to, at least and at most so many."""


def exactly(fact: Fact, value: Value) -> Known:
    """That a fact has one value."""
    match fact.kind:
        case Kind.DAY if value is DID_NOT_HAPPEN:
            return Known(None, None, never=True, happens=False)
        case Kind.YES_NO:
            return Known(options=frozenset(("yes" if value else "no",)))
        case Kind.CHOICE:
            return Known(options=frozenset((str(value),)))
        case _:
            return Known(value, value)


@frozen(cache_hash=True)
class Figure:
    """A number moves up or down. Shares move by hundredths of a percentage point, as they are published."""

    fact: Fact
    place: str
    start: Exact
    up: bool
    survey: Survey | None = None

    @property
    def about(self) -> tuple[str, str]:
        """What it moves."""
        return ("", self.place)

    @property
    def step(self) -> Exact:
        """The least that it moves by."""
        least: Exact = Fraction(1, 10_000) if self.fact.unit == SHARE else 1
        return least

    @property
    def size(self) -> int:
        """How many steps there are to the end of what the fact can be."""
        end = self.fact.high if self.up else self.fact.low
        return ANY_NUMBER if end is None else int(abs(Fraction(end) - self.start) / self.step)

    def value(self, steps: int) -> Exact:
        """The number after so many steps."""
        return self.start + (steps if self.up else -steps) * self.step

    def moved(self, world: World, steps: int) -> World:
        """The world with the number so moved."""
        return _set(world, self.place, exactly(self.fact, self.value(steps)))


@frozen(cache_hash=True)
class Option:
    """A choice becomes another option, a yes or no the other; each step is one of the options, none before another."""

    fact: Fact
    place: str
    options: tuple[Value, ...]

    @property
    def about(self) -> tuple[str, str]:
        """What it changes."""
        return ("", self.place)

    @property
    def size(self) -> int:
        """How many options there are."""
        return len(self.options)

    def moved(self, world: World, steps: int) -> World:
        """The world with that option."""
        return _set(world, self.place, exactly(self.fact, self.options[steps - 1]))


@frozen(cache_hash=True)
class DayToCome:
    """A day still to come.

    One that has not happened happens, the last day that counts being the least step; one that is arranged is moved day
    by day, earlier or later.
    """

    fact: Fact
    first: date
    last: date
    arranged: date | None = None
    later: bool = False
    register: Register | None = None
    key: str = ""

    @property
    def about(self) -> tuple[str, str]:
        """What it moves."""
        return (self.register.name + "/" + self.key if self.register else "", self.fact.name)

    @property
    def size(self) -> int:
        """How many days there are to move to."""
        if self.arranged is None:
            return (self.last - self.first).days + 1
        return (self.last - self.arranged).days if self.later else (self.arranged - self.first).days

    def value(self, steps: int) -> date:
        """The day after so many steps."""
        if self.arranged is None:
            return self.last - timedelta(days=steps - 1)
        return self.arranged + timedelta(days=steps if self.later else -steps)

    def moved(self, world: World, steps: int) -> World:
        """The world with that day."""
        known = exactly(self.fact, self.value(steps))
        if self.register is None:
            return _set(world, self.fact.name, known)
        held = world.registers[self.register.name]
        entries = tuple(
            entry._replace(places={**entry.places, self.fact.name: known}) if entry.key == self.key else entry
            for entry in held.entries
        )
        return world._replace(registers={**world.registers, self.register.name: held._replace(entries=entries)})


@frozen(cache_hash=True)
class NewEntries:
    """Entries are added to a register, all alike: so many, or, where `of` is given, as few as add up to so much."""

    register: Register
    fields: tuple[tuple[Fact, Value], ...]
    of: Fact | None = None
    most: int = FEW_ENTRIES

    @property
    def about(self) -> tuple[str, str]:
        """What it adds."""
        filled_in = ", ".join(f"{fact.name}={value}" for fact, value in self.fields)
        return (self.register.name, f"{filled_in} {self.of.name if self.of else ''}")

    @property
    def size(self) -> int:
        """How many may be added, or how much."""
        if self.of is None:
            return self.most
        return ANY_NUMBER if self.of.high is None else self.most * self.of.high

    def amounts(self, steps: int) -> tuple[int, ...]:
        """What each of the new entries adds, where they add up to so much."""
        if self.of is None:
            return (0,) * steps
        most = self.of.high or steps
        return (most,) * (steps // most) + ((steps % most,) if steps % most else ())

    def moved(self, world: World, steps: int) -> World:
        """The world with the new entries."""
        held = world.registers.get(self.register.name, UNHEARD_OF)
        places = {fact.name: exactly(fact, value) for fact, value in self.fields}
        added = tuple(
            KnownEntry(
                f"+{len(held.entries) + index}",
                places if self.of is None else {**places, self.of.name: Known(much, much)},
            )
            for index, much in enumerate(self.amounts(steps))
        )
        more = held._replace(entries=held.entries + added)
        return world._replace(registers={**world.registers, self.register.name: more})


Lever: TypeAlias = Figure | Option | DayToCome | NewEntries
Move = tuple[Lever, int]
Moves = tuple[Move, ...]
"""Levers, each moved by so many steps."""


def _set(world: World, place: str, known: Known) -> World:
    return world._replace(places={**world.places, place: known})


def after(world: World, moves: Moves) -> World:
    """The world once everything in the list is done."""
    for lever, steps in moves:
        world = lever.moved(world, steps)
    return world
