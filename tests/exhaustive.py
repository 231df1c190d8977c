"""Every change that could still be made, tried one after another: what `remedies` must find, found without any thought.

Written apart from the engine: of places it tries every value, of registers up to two new entries, in every way.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations_with_replacement, islice, product
from typing import Any

from possible import values

from thidua.changes import Changes
from thidua.evidence import DID_NOT_HAPPEN
from thidua.interpreters.remedying.changeable import Read, reads, way_of
from thidua.interpreters.remedying.outlook import Outlook, World
from thidua.knowledge import UNHEARD_OF, Known, KnownEntry
from thidua.nodes import Fact, Kind, Predicate, Register
from thidua.verdicts import M

MANY = 3_000
"""No case is tried that has more changes than this."""
TWO = 2


def fewest(node: Predicate, ahead: Outlook) -> int | None:
    """How many places and entries must at least be touched; `None` when nothing with up to two entries helps."""
    tried = sorted(changes(node, ahead), key=lambda change: change[0])
    return next((touched for touched, world in tried if ahead.found(node, world).mask & M), None)


def too_many(node: Predicate, ahead: Outlook) -> bool:
    """Whether trying everything takes too long."""
    return sum(1 for _ in islice(changes(node, ahead), MANY + 1)) > MANY


def changes(node: Predicate, ahead: Outlook) -> Iterator[tuple[int, World]]:
    """Every world that can still come about, with how many places and entries differ from what stands."""
    found = list(dict.fromkeys(reads(node, ahead.surveys)))
    places = [what for what in found if isinstance(what, Read)]
    registers = [what for what in found if isinstance(what, Register)]
    spaces = [[None, *others(what, ahead)] for what in places]
    books = [[(0, ahead.standing.registers.get(what.name, UNHEARD_OF)), *more(what, ahead)] for what in registers]
    for chosen in product(*spaces):
        changed = {what.place: known for what, known in zip(places, chosen, strict=True) if known is not None}
        for held in product(*books):
            kept = {what.name: book for what, (_, book) in zip(registers, held, strict=True)}
            world = World(
                {**ahead.standing.places, **changed}, {**ahead.standing.registers, **kept}, ahead.standing.days
            )
            yield len(changed) + sum(touched for touched, _ in held), world


def others(what: Read, ahead: Outlook) -> list[Known]:
    """What else may come to be true of a place: nothing of what is settled, past or not recorded."""
    held = ahead.standing.places.get(what.place)
    way = way_of(what.fact)
    if held is None or way is Changes.NEVER or (what.survey and what.survey.approved_on <= ahead.on):
        return []
    match what.fact.kind:
        case Kind.DAY:
            return [Known(day, day) for day in days_to_come(held, ahead)]
        case Kind.NUMBER:
            up = [v for v in range(4) if way is not Changes.DOWN and held.high < v <= (what.fact.high or 3)]
            down = [v for v in range(4) if way is not Changes.UP and v < held.low]
            return [Known(v, v) for v in (*up, *down)]
        case _:
            names = ["yes", "no"] if what.fact.kind is Kind.YES_NO else [option.id for option in what.fact.options]
            return [Known(options=frozenset((name,))) for name in names if name not in held.options]


def days_to_come(held: Known, ahead: Outlook) -> list[date]:
    """The days to which what has not happened, or what is arranged, may still come."""
    if not held.happens:
        last = ahead.last
    elif held.low == held.high and not held.never and held.low > ahead.on:
        last = max(ahead.last, held.low)
    else:
        return []
    days = [ahead.first + timedelta(shift) for shift in range((last - ahead.first).days + 1)]
    return [day for day in days if day != held.low]


def more(register: Register, ahead: Outlook) -> Iterator[tuple[int, Any]]:
    """The register with days of its entries moved, or with one or two new entries."""
    held = ahead.standing.registers.get(register.name, UNHEARD_OF)
    spaces = [[None, *moved(entry, register, ahead)] for entry in held.entries]
    blank = list(new(register, ahead))
    added = [(), *((entry,) for entry in blank), *combinations_with_replacement(blank, TWO)]
    for chosen in product(*spaces):
        entries = tuple(other or entry for entry, other in zip(held.entries, chosen, strict=True))
        touched = sum(other is not None for other in chosen)
        for extra in added:
            if touched or extra:
                yield touched + len(extra), held._replace(entries=entries + extra)


def moved(entry: KnownEntry, register: Register, ahead: Outlook) -> Iterator[KnownEntry]:
    """The entry with one of its days moved."""
    for fact in register.fields:
        known = entry.places.get(fact.name)
        if fact.kind is Kind.DAY and fact.name != register.dated_by and known is not None:
            for day in days_to_come(known, ahead):
                yield entry._replace(places={**entry.places, fact.name: Known(day, day)})


def new(register: Register, ahead: Outlook) -> Iterator[KnownEntry]:
    """Every entry that may be made, of the first day and of the last."""
    choices = [field_values(fact, register, ahead) for fact in register.fields]
    for chosen in product(*choices):
        yield KnownEntry("+", {fact.name: known for fact, known in zip(register.fields, chosen, strict=True)})


def field_values(fact: Fact, register: Register, ahead: Outlook) -> list[Known]:
    """What may be recorded in one field."""
    match fact.kind:
        case Kind.DAY:
            days = [Known(day, day) for day in (ahead.first, ahead.last)]
            return days if fact.name == register.dated_by else [*days, Known(never=True, happens=False)]
        case Kind.YES_NO:
            return [Known(options=frozenset((name,))) for name in ("yes", "no")]
        case _:
            return [Known(v, v) for v in values(fact, Known(fact.low, fact.high)) if v is not DID_NOT_HAPPEN]
