"""Typed handles on facts. Their verbs build nodes; S is whose fact it is, C what its options are."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from typing import Any, Generic, TypeVar, cast

from attrs import frozen

from thidua import nodes
from thidua.conditions import Condition, unordered
from thidua.errors import IncompleteError, WrongValueError
from thidua.evidence import DidNotHappen, Evidence, Judgement, plain
from thidua.nodes import Fact, Op
from thidua.periods import LeapRule, Moment
from thidua.quantities import Years
from thidua.readings import Level, LevelSwitch

S = TypeVar("S")
C = TypeVar("C", bound=Enum)


@frozen(cache_hash=True)
class Choice(Generic[S, C]):
    """One of a list of options, over the whole period or in one entry."""

    fact: Fact

    def is_one_of(self, *members: C) -> Condition[S]:
        """The value lies among these."""
        return Condition(nodes.IsOneOf(self.fact, _names(self.fact, members)))

    def recorded(self, value: C) -> Evidence[S]:
        """Evidence of the option."""
        return Evidence(self.fact, plain(self.fact, value))


@frozen(cache_hash=True)
class ChoiceInForce(Generic[S, C]):
    """One of a list of options, in force from a day; what counts is what is in force at the cut-off."""

    fact: Fact

    def is_one_of(self, *members: C) -> Condition[S]:
        """The value in force lies among these."""
        return Condition(nodes.IsOneOf(self.fact, _names(self.fact, members)))

    def recorded(self, value: C, *, since: date, until: date | None = None) -> Evidence[S]:
        """Evidence of the option in force from a day, through another when one is given."""
        return Evidence(self.fact, plain(self.fact, value), since=since, until=until)


def _names(fact: Fact, members: tuple[Enum, ...]) -> tuple[str, ...]:
    if not members:
        msg = f"{fact.owner}.{fact.name}: is_one_of() needs at least one option"
        raise WrongValueError(msg)
    return tuple(cast(str, plain(fact, member)) for member in members)


@frozen(cache_hash=True)
class YesNo(Generic[S]):
    """A yes or a no."""

    fact: Fact

    def is_yes(self) -> Condition[S]:
        """It is so. That it is not recorded is neither."""
        return Condition(nodes.IsOneOf(self.fact, ("yes",)))

    def recorded(self, value: bool) -> Evidence[S]:  # noqa: FBT001  # the value is what is said, not a mode
        """Evidence that it is so, or that it is not."""
        return Evidence(self.fact, plain(self.fact, value))


@unordered("a day is compared by a verb: is_before(…), is_not_after(…), or is_at_least(years(…), before=…)")
@frozen(cache_hash=True)
class Day(Generic[S]):
    """A day on which something happened, or was due."""

    fact: Fact

    @property
    def node(self) -> nodes.DayTerm:
        """The term it stands for."""
        return nodes.RecordedDay(self.fact)

    def is_not_after(self, other: Day[S] | Moment | date) -> Condition[S]:
        """On that day or before; not met when it did not happen."""
        return Condition(nodes.CompareDays(self.node, Op.AT_MOST, _day(other)))

    def is_before(self, other: Day[S] | Moment | date) -> Condition[S]:
        """Before that day; not met when it did not happen."""
        return Condition(nodes.CompareDays(self.node, Op.LESS_THAN, _day(other)))

    def is_at_least(self, span: Years, *, before: Moment, leap: LeapRule = "28_february") -> Condition[S]:
        """So many full calendar years lie between the day and the moment, or more."""
        later = nodes.YearsAfter(self.node, _years(span), leap)
        return Condition(nodes.CompareDays(later, Op.AT_MOST, nodes.DayOf(before)))

    def is_at_most(self, span: Years, *, before: Moment, leap: LeapRule = "28_february") -> Condition[S]:
        """No more than so many calendar years lie between the day and the moment, the anniversary included."""
        later = nodes.YearsAfter(self.node, _years(span), leap)
        return Condition(nodes.CompareDays(later, Op.AT_LEAST, nodes.DayOf(before)))

    def recorded(self, value: date | DidNotHappen) -> Evidence[S]:
        """Evidence of the day, or that it did not happen."""
        return Evidence(self.fact, plain(self.fact, value))


def _day(other: object) -> nodes.DayTerm:
    match other:
        case Day():
            return other.node
        case Moment():
            return nodes.DayOf(other)
        case date() if not isinstance(other, datetime):
            return nodes.ExactDay(other)
        case _:
            msg = f"expected a day or a moment but got {other!r} ({type(other).__name__})"
            raise WrongValueError(msg)


def _years(span: object) -> int:
    if not isinstance(span, Years):
        msg = f"expected a span such as years(3) but got {span!r} ({type(span).__name__})"
        raise WrongValueError(msg)
    return span.years


@frozen(cache_hash=True)
class Judged(Generic[S]):
    """An open word of the plan that a body judges on the official scale, for one review. Software never does."""

    fact: Fact

    def is_judged_at_least(self, level: Level | LevelSwitch) -> Condition[S]:
        """A body that may judge it has put it at this level or above."""
        if isinstance(level, LevelSwitch):
            options = tuple((name, nodes.JudgedAtLeast(self.fact, step.name)) for name, step in level.levels)
            return Condition(nodes.Choose(level.reading, options))
        return Condition(nodes.JudgedAtLeast(self.fact, cast(str, plain(self.fact, level))))

    def judged(self, level: Level, *, by: str, on: date, reason: str, dissent: str = "") -> Evidence[S]:
        """Evidence of the judgement; its minutes are the paper that carries it."""
        return _judgement(self.fact, level, by, on, reason, dissent)


@frozen(cache_hash=True)
class JudgedYesNo(Generic[S]):
    """An open word of the plan that a body judges with a yes or a no, for one review."""

    fact: Fact

    def is_judged_so(self) -> Condition[S]:
        """A body that may judge it has said yes."""
        return Condition(nodes.JudgedAtLeast(self.fact, "YES"))

    def judged(self, value: bool, *, by: str, on: date, reason: str, dissent: str = "") -> Evidence[S]:  # noqa: FBT001  # as above
        """Evidence of the judgement; its minutes are the paper that carries it."""
        return _judgement(self.fact, value, by, on, reason, dissent)


def _judgement(fact: Fact, value: object, by: str, on: date, reason: str, dissent: str) -> Evidence[Any]:
    missing = [name for name, given in (("by", by), ("reason", reason)) if not given.strip()]
    if missing:
        msg = f"{fact.owner}.{fact.name}: a judgement needs its body and its reason; missing: {', '.join(missing)}"
        raise IncompleteError(msg)
    return Evidence(fact, plain(fact, value), judgement=Judgement(by, on, reason, dissent))
