"""From moves to changes: what was tried on places and registers, said of facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from thidua import nodes as n
from thidua.evidence import Value
from thidua.interpreters.remedying.levers import DayToCome, Figure, Lever, Moves, NewEntries, Option, after, exactly
from thidua.interpreters.remedying.outlook import Outlook, World
from thidua.interpreters.remedying.remedy import Added, Becomes, Happens, Made, Moved
from thidua.interpreters.remedying.search import Demand, Search
from thidua.nodes import Fact, Kind, Predicate, Register
from thidua.walks import nodes_of


def changes_of(
    moves: Moves, together: tuple[Lever, ...], asked: Predicate, ahead: Outlook, order: Sequence[str]
) -> tuple[Made, ...]:
    """The moves as changes; those of levers that stand in for one another are one change of their sum.

    `order` lists the names of facts and registers as the vocabulary does.
    """
    joint = [(lever, steps) for lever, steps in moves if lever in together and isinstance(lever, Figure)]
    changes: list[Made] = []
    figures = [lever for lever in together if isinstance(lever, Figure)]
    figures.sort(key=lambda lever: order.index(lever.fact.name))
    if joint:
        by = sum(steps * lever.step for lever, steps in joint)
        start = sum(lever.start for lever in figures)
        changes.append(Moved(tuple(f.fact for f in figures), figures[0].up, by, start, figures[0].survey))
    changes += [_change(lever, steps, asked, ahead) for lever, steps in moves if (lever, steps) not in joint]
    return tuple(sorted(changes, key=lambda change: order.index(_name(change))))


def _name(change: Made) -> str:
    match change:
        case Moved(facts=facts):
            return facts[0].name
        case Added(register=register):
            return register.name
        case Happens(register=Register() as register):
            return register.name
        case Happens(fact=fact) | Becomes(fact=fact):
            return fact.name
        case _:
            assert_never(change)


def _change(lever: Lever, steps: int, asked: Predicate, ahead: Outlook) -> Made:
    match lever:
        case Figure():
            return Moved((lever.fact,), lever.up, steps * lever.step, lever.start, lever.survey)
        case Option(fact=fact, options=options):
            return Becomes(fact, options[steps - 1])
        case DayToCome(fact=fact, arranged=arranged, register=register, key=key):
            return Happens(fact, lever.value(steps), arranged, register, key)
        case NewEntries(register=register, fields=fields, of=of):
            amounts = lever.amounts(steps)
            by = next(day for fact, day in fields if fact.name == register.dated_by and isinstance(day, date))
            return Added(register, len(amounts), _accepted(lever, asked, ahead), by, of, sum(amounts))
        case _:
            assert_never(lever)


def _accepted(lever: NewEntries, asked: Predicate, ahead: Outlook) -> tuple[tuple[Fact, tuple[Value, ...]], ...]:
    """For each field but the day of the entry, the values with which the entries count as they do with the one tried.

    A field of which any value will do is left out.
    """
    terms = [node for node in nodes_of(asked) if isinstance(node, n.Number | n.Total | n.AreAll)]
    wheres = [t.each if isinstance(t, n.AreAll) else t.where for t in terms if t.register == lever.register]

    def counts(fact: Fact, value: Value) -> tuple[int, ...]:
        filled = {f.name: exactly(f, value if f == fact else v) for f, v in lever.fields}
        world = World(filled, {}, ahead.standing.days)
        return tuple(ahead.found(where, world).mask for where in wheres)

    accepted: list[tuple[Fact, tuple[Value, ...]]] = []
    for fact, tried in lever.fields:
        among: tuple[Value, ...] = {
            Kind.YES_NO: (True, False),
            Kind.CHOICE: tuple(option.id for option in fact.options),
            Kind.DAY: tuple(dict.fromkeys((ahead.first, tried, ahead.last))),
        }.get(fact.kind, ())
        if fact.name != lever.register.dated_by:
            as_tried = counts(fact, tried)
            kept = tuple(value for value in among if counts(fact, value) == as_tried) or (tried,)
            if fact.kind is Kind.DAY or kept != among:
                accepted.append((fact, kept))
    return tuple(accepted)


def standing_in(search: Search, moves: Moves, levers: tuple[Lever, ...], demand: Demand) -> tuple[Lever, ...]:
    """The figures of which it does not matter which one moves: one step more of one is one step less of another."""
    moved = [lever for lever, _ in moves if isinstance(lever, Figure)]
    if not moved:
        return ()
    steps = dict(moves)
    first = moved[0]
    group = [first]
    for other in levers:
        if isinstance(other, Figure) and other != first and _alike(first, other):
            exchanged = {**steps, first: steps[first] - 1, other: steps.get(other, 0) + 1}
            if exchanged[other] > other.size:
                exchanged = {**steps, first: steps[first] + 1, other: steps.get(other, 0) - 1}
            rest = tuple((lever, many) for lever, many in exchanged.items() if many)
            if exchanged[first] <= first.size and search.holds([demand], after(search.ahead.standing, rest)):
                group.append(other)
    return tuple(sorted(group, key=lambda lever: lever.about)) if len(group) > 1 else ()


def _alike(one: Figure, other: Figure) -> bool:
    return one.up == other.up and one.survey == other.survey and one.fact.unit == other.fact.unit
