"""What Hypothesis draws of knowledge: for a predicate, what may be true of the places it reads."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import Any

from attrs import frozen
from hypothesis import assume
from hypothesis import strategies as st
from movement import AT_FINAL, AT_INTERIM, Place
from one_world import Clauses, OverRegister, World
from possible import reads, worlds
from shown import printed
from strategies import DAYS

from thidua.conditions import Condition
from thidua.knowledge import Knowledge, Known, KnownEntry, KnownRegister
from thidua.movements import Setting
from thidua.nodes import Fact, Kind, Predicate, Register

WORLDS = 3_000
"""No case is drawn that leaves more worlds open than this."""


@cache
def known(fact: Fact) -> st.SearchStrategy[Known]:
    """What may be known of one place: one value, a few, or anything."""
    match fact.kind:
        case Kind.CHOICE | Kind.YES_NO:
            names = ["no", "yes"] if fact.kind is Kind.YES_NO else [option.id for option in fact.options]
            chosen = st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True)
            return chosen.map(lambda options: Known(options=frozenset(options)))
        case Kind.NUMBER | Kind.JUDGED:
            steps = range(len(fact.options)) if fact.kind is Kind.JUDGED else range((fact.high or 0) + 1)
            return interval(list(steps)).map(lambda ends: Known(*ends))
        case Kind.DAY:
            certain = interval(DAYS).map(lambda ends: Known(*ends))
            half = st.sampled_from(DAYS).flatmap(lambda d: st.sampled_from([Known(d, None), Known(None, d)]))
            never = st.just(Known(None, None, never=True, happens=False))
            perhaps = interval(DAYS).map(lambda ends: Known(*ends, never=True))
            return st.one_of(certain, certain, half, never, perhaps)


def interval(steps: list[Any]) -> st.SearchStrategy[tuple[Any, Any]]:
    """Two of the steps in order, or one twice."""
    index = st.integers(0, len(steps) - 1)
    return st.one_of(
        index.map(lambda i: (steps[i], steps[i])),
        st.tuples(index, index).map(lambda ij: (steps[min(ij)], steps[max(ij)])),
    )


@cache
def known_entries(register: Register) -> st.SearchStrategy[KnownEntry]:
    """What may be known of one entry."""
    some = st.fixed_dictionaries({}, optional={fact.name: known(fact) for fact in register.fields})
    return st.tuples(some, st.sampled_from([True, True, True, False])).map(lambda drawn: KnownEntry("1", *drawn))


@cache
def known_registers(register: Register) -> st.SearchStrategy[KnownRegister]:
    """What may be known of a register: up to two entries, some unseen, some too many."""
    unseen = st.sampled_from([(0, 0), (0, 0), (0, 0), (0, 1), (0, 1), (0, None), (0, None), (1, 1), (1, 2), (1, None)])
    return st.builds(
        lambda entries, more, surplus: KnownRegister(tuple(entries), more[0], more[1], surplus),
        st.lists(known_entries(register), max_size=2), unseen, st.sampled_from([0, 0, 0, 1, 2]),
    )  # fmt: skip


@printed
@frozen
class Case:
    """A predicate, the clauses it may refer to, and what is known."""

    predicate: Predicate
    clauses: Clauses
    knowledge: Knowledge
    setting: Setting


@st.composite
def cases(draw: st.DrawFn, asked: st.SearchStrategy[tuple[Condition[Place], Clauses]]) -> Case:
    """A predicate with knowledge of most of what it reads, leaving not too many worlds open."""
    setting = draw(st.sampled_from([AT_FINAL, AT_FINAL, AT_INTERIM]))
    condition, clauses = draw(asked)
    return Case(condition.node, clauses, draw(knowledge_for(condition.node, setting, clauses)), setting)


@st.composite
def knowledge_for(draw: st.DrawFn, predicate: Predicate, setting: Setting, clauses: Clauses) -> Knowledge:
    """Knowledge of most of what a predicate reads."""
    read = list(dict.fromkeys(reads(predicate, World({}, {}, {}, setting.days, setting, clauses, {}))))
    kept = draw(st.sets(st.sampled_from(read))) if read else read
    places = {what[0]: draw(known(what[1])) for what in read if isinstance(what, tuple) and what in kept}
    registers = {what.register for what in read if isinstance(what, OverRegister) and what in kept}
    by_name = sorted(registers, key=lambda register: register.name)
    knowledge = Knowledge(places, {each.name: draw(known_registers(each)) for each in by_name}, setting.days)
    assume(few_worlds(predicate, knowledge, setting, clauses))
    return knowledge


def few_worlds(predicate: Predicate, knowledge: Knowledge, setting: Setting, clauses: Clauses) -> bool:
    """Whether brute force is quick."""
    opened = worlds(predicate, knowledge, World({}, {}, {}, setting.days, setting, clauses, {}))
    return sum(1 for _ in islice(opened, WORLDS + 1)) <= WORLDS
