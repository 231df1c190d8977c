"""What papers could still tell a leaf: the places, the fields of entries and the registers it reads that are open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from thidua import nodes as n
from thidua.interpreters.asked import taken
from thidua.interpreters.papers import survey_at
from thidua.knowledge import UNHEARD_OF, Known, KnownEntry, KnownRegister, nothing_known, place_of
from thidua.nodes import Fact, Kind, Node, Predicate, Register
from thidua.periods import Survey
from thidua.walks import OverRegister, reads_of

Kept = Mapping[str, KnownRegister]


class OpenPlace(NamedTuple):
    """A fact of which more than one value may be true, at a survey where it is counted by surveys."""

    place: str
    fact: Fact
    survey: Survey | None


class OpenField(NamedTuple):
    """A field of an entry on file of which more than one value may be true."""

    register: Register
    entry: str
    fact: Fact


class OpenRest(NamedTuple):
    """Which other entries a register has, with all that is asked of them, and which of those held belong."""

    register: Register


Opening = OpenPlace | OpenField | OpenRest
"""One thing that papers could still tell."""


def openings(
    leaf: Predicate, places: Mapping[str, Known], registers: Kept, surveys: dict[str, Survey]
) -> tuple[Opening, ...]:
    """What a leaf reads that is not known exactly, each once, in the order it is read."""
    found: dict[Opening, None] = {}
    for read, when in reads_of(leaf, taken):
        if isinstance(read, Fact):
            survey = None if when is None else survey_at(when, surveys)
            place = place_of(read, survey)
            if is_open(read, places.get(place)):
                found[OpenPlace(place, read, survey)] = None
        else:
            held = registers.get(read.register.name, UNHEARD_OF)
            found.update(dict.fromkeys(_of_register(read, held)))
    return tuple(found)


def terms_over(leaf: Node, register: Register) -> Iterator[OverRegister]:
    """The terms of a leaf that count, add up or ask every entry of a register."""
    if isinstance(leaf, OverRegister) and leaf.register == register:
        yield leaf
    for child in taken(leaf):
        yield from terms_over(child, register)


def condition_of(term: OverRegister) -> Predicate:
    """What a term asks of an entry."""
    return term.each if isinstance(term, n.AreAll) else term.where


def fields_of(term: OverRegister) -> tuple[Fact, ...]:
    """The fields that a term reads of an entry."""
    facts = [read for read, _ in reads_of(condition_of(term), taken) if isinstance(read, Fact)]
    return tuple(dict.fromkeys([*facts, term.of] if isinstance(term, n.Total) else facts))


def is_open(fact: Fact, known: Known | None) -> bool:
    """Whether more than one value may be true."""
    known = nothing_known(fact) if known is None else known
    match fact.kind:
        case Kind.CHOICE | Kind.YES_NO:
            return len(known.options) > 1
        case Kind.DAY:
            return known.happens and (known.never or known.low is None or known.low != known.high)
        case _:
            return known.low is None or known.low != known.high


def dated_by(register: Register) -> Fact:
    """The day of an entry."""
    return next(fact for fact in register.fields if fact.name == register.dated_by)


def known_field(entry: KnownEntry, fact: Fact) -> Known:
    """What may be true of a field."""
    return entry.places.get(fact.name) or nothing_known(fact)


def _of_register(term: OverRegister, held: KnownRegister) -> Iterator[OpenField | OpenRest]:
    register = term.register
    for entry in held.entries:
        fields = [fact for fact in fields_of(term) if is_open(fact, known_field(entry, fact))]
        if not entry.certain and is_open(dated_by(register), known_field(entry, dated_by(register))):
            fields.append(dated_by(register))
        for fact in dict.fromkeys(fields):
            yield OpenField(register, entry.key, fact)
    if held.unseen_high != 0 or held.surplus:
        yield OpenRest(register)


def said_as(fact: Fact, value: Any) -> Known:
    """A place that is known exactly; a day that did not happen is `None`."""
    match fact.kind:
        case Kind.CHOICE | Kind.YES_NO:
            return Known(options=frozenset({value}))
        case Kind.DAY if value is None:
            return Known(never=True, happens=False)
        case _:
            return Known(value, value)
