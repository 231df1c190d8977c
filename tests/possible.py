"""The executable specification: what a predicate may be, found by visiting every world a knowledge leaves open.

Slow and obvious on purpose; every interpreter is tested against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations, product
from math import ceil, floor
from typing import Any, TypeVar

from one_world import Clauses, OverRegister, World, final, place

from thidua import nodes as n
from thidua.evidence import DID_NOT_HAPPEN
from thidua.knowledge import UNHEARD_OF, Knowledge, Known, KnownEntry, KnownRegister, nothing_known
from thidua.movements import Setting
from thidua.nodes import Fact, Kind, Predicate, Reading
from thidua.periods import AT_REVIEW, When
from thidua.verdicts import M, N, all_final, members
from thidua.walks import children, readings_of

FAR_PAST, FAR_FUTURE = date(1900, 1, 1), date(2199, 12, 31)
"""Days before and after every day that tests speak of; they stand for a bound that is not known."""
FURTHER = 5
"""Where any number of unseen entries may exist: as many more than the least are tried."""

K = TypeVar("K")


def possible(predicate: Predicate, knowledge: Knowledge, setting: Setting, clauses: Clauses | None = None) -> int:
    """The finals of a predicate over all worlds of a knowledge."""
    return possible_throughout(predicate, knowledge, setting, clauses)[predicate]


def possible_throughout(
    predicate: Predicate, knowledge: Knowledge, setting: Setting, clauses: Clauses | None = None
) -> dict[Predicate, int]:
    """The same, for the predicate and every one below it; those asked of entries are not listed."""
    seen: dict[Predicate, int] = defaultdict(int)
    for world in worlds(predicate, knowledge, World({}, {}, {}, knowledge.days, setting, clauses or {}, seen)):
        final(predicate, world)
    return seen


def worlds(predicate: Predicate, knowledge: Knowledge, empty: World) -> Iterator[World]:
    """Every world of a knowledge, as far as the predicate can tell them apart."""
    read = list(dict.fromkeys(reads(predicate, empty)))
    places = {
        place: values(fact, knowledge.places.get(place, nothing_known(fact)))
        for place, fact in (what for what in read if isinstance(what, tuple))
    }
    readings = {what.id: [option.id for option in what.options] for what in read if isinstance(what, Reading)}
    asked: dict[n.Register, list[OverRegister]] = defaultdict(list)
    for what in read:
        if isinstance(what, OverRegister):
            asked[what.register].append(what)
    for options in choices(readings):
        chosen = empty._replace(options=options)
        answers = {
            tuple(terms): register_answers(terms, knowledge.registers.get(register.name, UNHEARD_OF), chosen)
            for register, terms in asked.items()
        }
        for answered in choices(answers):
            pairs = (zip(terms, given, strict=True) for terms, given in answered.items())
            registers = {term: answer for each in pairs for term, answer in each}
            for held in choices(places):
                yield chosen._replace(places=held, registers=registers)


def choices(spaces: Mapping[K, Any]) -> Iterator[dict[K, Any]]:
    """One of each, in every way."""
    return (dict(zip(spaces, chosen, strict=True)) for chosen in product(*spaces.values()))


def reads(node: n.Node, world: World, when: When = AT_REVIEW) -> Iterator[tuple[str, Fact] | Reading | OverRegister]:
    """The places, open readings and terms over registers that a node reads."""
    match node:
        case n.Recorded(fact=fact) | n.RecordedDay(fact=fact) | n.IsOneOf(fact=fact) | n.JudgedAtLeast(fact=fact):
            yield place(fact, when, world), fact
        case n.Number() | n.Total() | n.AreAll():
            yield node
            yield from (reading for reading in readings_of(node) if reading.adopted is None)
        case n.At(term, moment):
            yield from reads(term, world, moment)
        case n.Falls(term=term, since=since, until=until, from_zero=zero):
            yield from (*reads(term, world, since), *reads(term, world, until), *reads(zero, world))
        case n.ClauseMet(clause):
            yield from reads(world.clauses[clause], world)
        case _:
            if isinstance(node, n.Choose | n.ChooseQuantity) and node.reading.adopted is None:
                yield node.reading
            for child in children(node):
                yield from reads(child, world, when)


def values(fact: Fact, known: Known) -> list[Any]:
    """Every value the fact may have; of many days the first, the last and some between."""
    match fact.kind:
        case Kind.CHOICE | Kind.YES_NO:
            return sorted(known.options)
        case Kind.NUMBER | Kind.JUDGED:
            return sorted({known.low, known.high, *range(ceil(known.low), floor(known.high) + 1)})
        case Kind.DAY:
            first, last = known.low or FAR_PAST, known.high or FAR_FUTURE
            near = {first, first + timedelta(1), last - timedelta(1), last, first + (last - first) // 2}
            days = sorted(day for day in near if first <= day <= last) if known.happens else []
            return [*days, *([DID_NOT_HAPPEN] if known.never else [])]


def register_answers(terms: list[OverRegister], known: KnownRegister, world: World) -> set[tuple[int, ...]]:
    """What terms over one register answer together, in each of the ways the register may be."""
    blank = entry_answers(terms, KnownEntry("", {}), world)
    sure = [entry_answers(terms, entry, world) for entry in known.entries if entry.certain]
    unsure = [entry_answers(terms, entry, world) for entry in known.entries if not entry.certain]
    most = known.unseen_low + FURTHER if known.unseen_high is None else known.unseen_high
    found = set()
    for left_out in range(min(known.surplus, len(sure)) + 1):
        for kept, more in product(combinations(sure, len(sure) - left_out), subsets(unsure)):
            for unseen in range(known.unseen_low, most + 1):
                found |= together(terms, [*kept, *more, *[blank] * unseen])
    return found


def together(terms: list[OverRegister], entries: list[set[tuple[int, ...]]]) -> set[tuple[int, ...]]:
    """What the terms answer when these are all the entries, each in one of its ways."""
    found = {tuple(N if isinstance(term, n.AreAll) else 0 for term in terms)}
    for ways in entries:
        found = {
            tuple(
                all_final((a, b)) if isinstance(t, n.AreAll) else a + b
                for t, a, b in zip(terms, before, way, strict=True)
            )
            for before, way in product(found, ways)
        }
    return found


def subsets(items: list[K]) -> list[tuple[K, ...]]:
    """Every choice of some, none or all of them."""
    return [chosen for size in range(len(items) + 1) for chosen in combinations(items, size)]


def entry_answers(terms: list[OverRegister], entry: KnownEntry, world: World) -> set[tuple[int, ...]]:
    """What one entry says to each term: a final, or the number it adds."""
    asked = [term.each if isinstance(term, n.AreAll) else term.where for term in terms]
    added = {term.of.name: term.of for term in terms if isinstance(term, n.Total)}
    read = added | {what[0]: what[1] for each in asked for what in reads(each, world) if isinstance(what, tuple)}
    found = set()
    for row in choices(
        {name: values(fact, entry.places.get(name, nothing_known(fact))) for name, fact in read.items()}
    ):
        inside = world._replace(places=row, seen=defaultdict(int))
        finals = product(*(members(final(predicate, inside)) for predicate in asked))
        found |= {
            tuple(entry_answer(term, given, row) for term, given in zip(terms, each, strict=True)) for each in finals
        }
    return found


def entry_answer(term: OverRegister, given: int, row: Mapping[str, Any]) -> int:
    """What one entry says to one term, given the final of what the term asks of it."""
    match term:
        case n.AreAll():
            return given
        case n.Number():
            return 1 if given == M else 0
        case n.Total(of=fact):
            return int(row[fact.name]) if given == M else 0
