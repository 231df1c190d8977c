"""Entries that can still be added to a register: one for each way in which they would count differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product
from math import ceil

from thidua import nodes as n
from thidua.evidence import DID_NOT_HAPPEN, Value
from thidua.interpreters.remedying.levers import FEW_ENTRIES, MOST_ENTRIES, Lever, NewEntries, exactly
from thidua.interpreters.remedying.outlook import A_DAY, Outlook, World
from thidua.knowledge import UNHEARD_OF
from thidua.nodes import Fact, Kind, Predicate, Register
from thidua.quantities import SHARE, TIMES
from thidua.verdicts import F, N
from thidua.walks import nodes_of

MOST_PROFILES = 2_000
"""How many ways of filling in a new entry are looked at."""

Asked = n.Number | n.Total | n.AreAll
Fields = tuple[tuple[Fact, Value], ...]


def new_entries(register: Register, asked: Iterable[Predicate], ahead: Outlook) -> Iterator[Lever]:
    """The entries that may be added, dated on a day to come, filled in as far as these predicates read them."""
    terms = list(
        dict.fromkeys(
            node for each in asked for node in nodes_of(each) if isinstance(node, Asked) and node.register == register
        )
    )
    predicates = [term.each if isinstance(term, n.AreAll) else term.where for term in terms]
    added_up = [(term.of, where) for term, where in zip(terms, predicates, strict=True) if isinstance(term, n.Total)]
    counted = [(where, N if isinstance(term, n.AreAll) else F) for term, where in zip(terms, predicates, strict=True)]
    held = ahead.standing.registers.get(register.name, UNHEARD_OF)
    most = min(max(FEW_ENTRIES, _counted_to(asked) + len(held.entries) + 1), MOST_ENTRIES)
    seen: set[tuple[object, ...]] = set()
    summed = {of.name for of, _ in added_up}
    for fields in _profiles(register, predicates, summed, ahead):
        masks = tuple(_mask(where, fields, ahead) for where, _ in counted)
        if masks in seen or all(mask == neutral for mask, (_, neutral) in zip(masks, counted, strict=True)):
            continue
        seen.add(masks)
        yield NewEntries(register, tuple(fields), most=most)
    for of in dict.fromkeys(of for of, _ in added_up):
        wheres = [where for what, where in added_up if what == of]
        kept: set[tuple[object, ...]] = set()
        for fields in _profiles(register, predicates, summed, ahead):
            rest = tuple(pair for pair in fields if pair[0] != of)
            masks = tuple(_mask(where, (*rest, (of, _much(of))), ahead) for where in predicates)
            counts = any(_mask(where, (*rest, (of, _much(of))), ahead) != F for where in wheres)
            if masks not in kept and counts:
                kept.add(masks)
                yield NewEntries(register, rest, of, most)


def _counted_to(asked: Iterable[Predicate]) -> int:
    """The largest number of entries that a predicate speaks of."""
    numbers = [
        node.value for each in asked for node in nodes_of(each) if isinstance(node, n.Exactly) and node.unit == TIMES
    ]
    return ceil(max(numbers, default=0))


def _much(of: Fact) -> int:
    return 1 if of.high is None else of.high


def _mask(where: Predicate, fields: Fields, ahead: Outlook) -> int:
    places = {fact.name: exactly(fact, value) for fact, value in fields}
    return ahead.found(where, World(places, {}, ahead.standing.days)).mask


def _profiles(register: Register, predicates: list[Predicate], summed: set[str], ahead: Outlook) -> Iterator[Fields]:
    """Every way of filling in the fields that are read, what is usual first."""
    read = {
        node.fact.name
        for predicate in predicates
        for node in nodes_of(predicate)
        if isinstance(node, n.Recorded | n.RecordedDay | n.IsOneOf)
    }
    facts = [fact for fact in register.fields if fact.name in read | summed | {register.dated_by}]
    limits = [node for predicate in predicates for node in nodes_of(predicate)]
    choices = [_values(fact, limits, fact.name == register.dated_by, ahead) for fact in facts]
    for values in islice(product(*choices), MOST_PROFILES):
        yield tuple(zip(facts, values, strict=True))


def _values(fact: Fact, limits: list[n.Node], dates: bool, ahead: Outlook) -> list[Value]:  # noqa: FBT001  # one field
    match fact.kind:
        case Kind.YES_NO:
            return [True, False]
        case Kind.NUMBER:
            return _numbers(fact, limits)
        case Kind.DAY:
            named = sorted(node.day for node in limits if isinstance(node, n.ExactDay))
            near = [day + A_DAY * shift for day in named for shift in (-1, 0, 1)]
            inside = {day for day in (ahead.first, ahead.last, *near) if ahead.first <= day <= ahead.last}
            days = sorted(inside, reverse=True)
            return [*days] if dates else [*days, DID_NOT_HAPPEN]
        case _:
            return [option.id for option in fact.options]


def _numbers(fact: Fact, limits: list[n.Node]) -> list[Value]:
    step = 1 if fact.unit != SHARE else None
    bounds = [node.value for node in limits if isinstance(node, n.Exactly) and node.unit == fact.unit]
    near = [bound + shift for bound in bounds for shift in ((-1, 0, 1) if step else (0,))]
    inside = [
        value
        for value in dict.fromkeys((fact.low or 0, *sorted(near)))
        if (fact.low is None or value >= fact.low) and (fact.high is None or value <= fact.high)
    ]
    return [*inside]
