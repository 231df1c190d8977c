"""What can still change, by what the language knows of each fact: the levers that a predicate leaves.

A figure of a survey already approved, a day that has come, a record already made and a judgement cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from thidua.changes import Changes
from thidua.interpreters.papers import survey_at
from thidua.interpreters.remedying.levers import DayToCome, Figure, Lever, Option
from thidua.interpreters.remedying.outlook import Outlook
from thidua.interpreters.remedying.profiles import new_entries
from thidua.knowledge import Known, place_of
from thidua.nodes import Fact, Kind, Lives, Node, Predicate, Register
from thidua.periods import Survey
from thidua.walks import reads_of


class Read(NamedTuple):
    """A place that a predicate reads, with its survey where it is counted by surveys."""

    fact: Fact
    place: str
    survey: Survey | None = None


def way_of(fact: Fact) -> Changes:
    """Which way a fact can move, where it can at all: as declared, or as it lives in time.

    What is judged for a review is not changed by facts; what is counted over a period only grows; all else moves
    freely.
    """
    if fact.kind is Kind.JUDGED:
        return Changes.NEVER
    if fact.changes is not None:
        return fact.changes
    return Changes.UP if fact.kind is Kind.NUMBER and fact.lives is Lives.OVER_THE_PERIOD else Changes.FREELY


def reads(node: Node, surveys: dict[str, Survey]) -> Iterator[Read | Register]:
    """The places and registers that a node reads, each as often as it does."""
    for what, when in reads_of(node):
        if isinstance(what, Fact):
            survey = None if when is None else survey_at(when, surveys)
            yield Read(what, place_of(what, survey), survey)
        else:
            yield what.register


def names_read(node: Predicate, surveys: dict[str, Survey]) -> frozenset[str]:
    """The keys of the places and registers that a predicate reads."""
    return frozenset(what.place if isinstance(what, Read) else what.name for what in reads(node, surveys))


def levers_of(asked: Iterable[Predicate], ahead: Outlook) -> tuple[Lever, ...]:
    """Everything these predicates read that can still change, in the order of its name."""
    asked = tuple(asked)
    if not ahead.is_open:
        return ()
    found = list(dict.fromkeys(what for node in asked for what in reads(node, ahead.surveys)))
    levers: list[Lever] = []
    for what in found:
        if isinstance(what, Register):
            levers.extend(_days_of_entries(what, ahead))
            levers.extend(new_entries(what, asked, ahead))
        else:
            levers.extend(_of_place(what, ahead))
    return tuple(sorted(levers, key=lambda lever: (lever.about, type(lever).__name__)))


def _of_place(read: Read, ahead: Outlook) -> Iterator[Lever]:
    known = ahead.standing.places.get(read.place)
    if known is None or is_settled(read, ahead):
        return
    fact, way = read.fact, way_of(read.fact)
    match fact.kind:
        case Kind.NUMBER:
            down = Figure(fact, read.place, known.low, up=False, survey=read.survey)
            up = Figure(fact, read.place, known.high, up=True, survey=read.survey)
            if way in (Changes.FREELY, Changes.DOWN) and down.size > 0:
                yield down
            if way in (Changes.FREELY, Changes.UP) and up.size > 0:
                yield up
        case Kind.DAY:
            yield from _days(fact, known, ahead)
        case _:
            options = tuple(value for value in _options(fact, way) if exactly_named(fact, value) not in known.options)
            if options:
                yield Option(fact, read.place, options)


def is_settled(read: Read, ahead: Outlook) -> bool:
    """Whether what is recorded can no longer change: by its declaration, or because its survey has been approved."""
    if way_of(read.fact) is Changes.NEVER:
        return True
    return read.survey is not None and read.survey.approved_on <= ahead.on


def exactly_named(fact: Fact, value: object) -> str:
    """An option by the name under which it is known."""
    return ("yes" if value else "no") if fact.kind is Kind.YES_NO else str(value)


def _options(fact: Fact, way: Changes) -> tuple[bool | str, ...]:
    if fact.kind is Kind.CHOICE:
        return tuple(option.id for option in fact.options)
    return {Changes.UP: (True,), Changes.DOWN: (False,)}.get(way, (True, False))


def _days(fact: Fact, known: Known, ahead: Outlook, register: Register | None = None, key: str = "") -> Iterator[Lever]:
    if not known.happens:
        yield DayToCome(fact, ahead.first, ahead.last, register=register, key=key)
    elif known.low == known.high and not known.never and ahead.first <= known.low:
        moves = (DayToCome(fact, ahead.first, ahead.last, known.low, later, register, key) for later in (False, True))
        yield from (move for move in moves if move.size > 0)


def _days_of_entries(register: Register, ahead: Outlook) -> Iterator[Lever]:
    """Days still to come of entries already made; what else was recorded of them stays."""
    held = ahead.standing.registers.get(register.name)
    days = [fact for fact in register.fields if fact.kind is Kind.DAY and fact.name != register.dated_by]
    for entry in held.entries if held else ():
        for fact in days:
            known = entry.places.get(fact.name)
            if known is not None and way_of(fact) is not Changes.NEVER:
                yield from _days(fact, known, ahead, register, entry.key)
