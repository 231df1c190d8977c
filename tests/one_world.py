"""One world: every place has a value, every register its answers, every open reading an option.

Judging it is plain arithmetic on finals. Only a share of nothing stays open: of it nothing can be said.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, assert_never

from thidua import nodes as n
from thidua.evidence import DID_NOT_HAPPEN
from thidua.knowledge import place_of
from thidua.movements import Setting
from thidua.nodes import Fact, Lives, Op, Predicate, Reading
from thidua.periods import AT_REVIEW, Survey, When, years_after
from thidua.verdicts import (
    F,
    M,
    all_final,
    any_final,
    at_least_final,
    lift,
    not_final,
    unless_final,
    where_final,
)

Clauses = Mapping[str, Predicate]
OverRegister = n.Number | n.Total | n.AreAll


class World(NamedTuple):
    """One way everything may be. An entry of a register is a small world: its fields are its places."""

    places: Mapping[str, Any]
    registers: Mapping[OverRegister, Any]
    options: Mapping[str, str]
    days: Mapping[str, date]
    setting: Setting
    clauses: Clauses
    seen: dict[Predicate, int]


def place(fact: Fact, when: When, world: World) -> str:
    """Where a fact is read."""
    if fact.lives is not Lives.AT_SURVEYS:
        return place_of(fact, None)
    return place_of(fact, when if isinstance(when, Survey) else world.setting.survey(when.id))


def final(node: Predicate, world: World) -> int:
    """The final of a predicate in one world; more than one only where a share of nothing is compared."""
    mask = _final(node, world)
    world.seen[node] |= mask
    return mask


def _final(node: Predicate, world: World) -> int:
    match node:
        case n.Constant(mask):
            return mask
        case n.AtReview(reviews):
            return met(world.setting.review.id in reviews)
        case n.IsOneOf(fact, wanted):
            return met(world.places[place(fact, AT_REVIEW, world)] in wanted)
        case n.JudgedAtLeast(fact, level):
            return met(world.places[fact.name] >= [option.id for option in fact.options].index(level))
        case n.Compare(left, op, right):
            return compared(number(left, world), op, number(right, world))
        case n.CompareDays(left_day, op, right_day):
            days = day(left_day, world), day(right_day, world)
            return F if DID_NOT_HAPPEN in days else compared(days[0], op, days[1])
        case n.Falls(term, by, strictly, since, until, from_zero):
            start, end = number(term, world, since), number(term, world, until)
            answer = final(from_zero, world)
            if start == end == 0:
                return answer
            fall = compared(end, Op.LESS_THAN if strictly else Op.AT_MOST, None if start is None else (1 - by) * start)
            return fall | answer if {start, end} <= {0, None} else fall
        case n.AreAll():
            return int(world.registers[node])
        case n.AllOf(parts):
            return lift(all_final, [final(part, world) for part in parts])
        case n.AnyOf(parts):
            return lift(any_final, [final(part, world) for part in parts])
        case n.AtLeast(k, parts, if_fewer):
            return lift(lambda given: at_least_final(k, given, if_fewer), [final(part, world) for part in parts])
        case n.Not(part):
            return lift(lambda given: not_final(*given), [final(part, world)])
        case n.Where(guard, body):
            return lift(lambda given: where_final(*given), [final(guard, world), final(body, world)])
        case n.Unless(body, disqualifier):
            return lift(lambda given: unless_final(*given), [final(body, world), final(disqualifier, world)])
        case n.Choose(reading, options):
            return {name: final(option, world) for name, option in options}[option_of(reading, world)]
        case n.ClauseMet(clause):
            return final(world.clauses[clause], world)
        case _:
            assert_never(node)


def met(holds: bool) -> int:
    """Met or not met."""
    return M if holds else F


def compared(left: Any, op: Op, right: Any) -> int:
    """One value beside another; nothing can be said of a share of nothing."""
    if left is None or right is None:
        return M | F
    return met(
        {
            Op.AT_LEAST: left >= right,
            Op.MORE_THAN: left > right,
            Op.AT_MOST: left <= right,
            Op.LESS_THAN: left < right,
        }[op]
    )


def option_of(reading: Reading, world: World) -> str:
    """The option followed: the one adopted or, while none is, the one of this world."""
    return reading.adopted or world.options[reading.id]


def number(term: n.Quantity, world: World, when: When = AT_REVIEW) -> Any:
    """The number a term is in one world; `None` for a share of nothing, or of less than nothing."""
    match term:
        case n.Recorded(fact):
            return world.places[place(fact, when, world)]
        case n.Exactly(value):
            return value
        case n.At(inner, moment):
            return number(inner, world, moment)
        case n.Sum(parts):
            numbers = [number(part, world, when) for part in parts]
            return None if None in numbers else sum(numbers)
        case n.Times(factor, inner):
            multiplied = number(inner, world, when)
            return None if multiplied is None else factor * multiplied
        case n.Quotient(part, whole):
            above, below = number(part, world, when), number(whole, world, when)
            return None if above is None or below is None or below <= 0 else Fraction(above) / below
        case n.Number() | n.Total():
            return world.registers[term]
        case n.ChooseQuantity(reading, options):
            return number(dict(options)[option_of(reading, world)], world, when)
        case _:
            assert_never(term)


def day(term: n.DayTerm, world: World) -> Any:
    """The day a term is in one world, or that it did not happen."""
    match term:
        case n.RecordedDay(fact):
            return world.places[fact.name]
        case n.ExactDay(exactly):
            return exactly
        case n.DayOf(moment):
            return world.days[moment.id]
        case n.YearsAfter(inner, years, leap):
            earlier = day(inner, world)
            return earlier if earlier is DID_NOT_HAPPEN else years_after(earlier, years, leap)
        case _:
            assert_never(term)
