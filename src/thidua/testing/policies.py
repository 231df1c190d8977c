"""predicates() and plans(): what Hypothesis draws of policies, as a drafter may write or change them."""

# Hypothesis infers nothing of what lambdas are given.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownLambdaType=false
# pyright: reportUnknownVariableType=false, reportUnknownParameterType=false

from __future__ import annotations

from fractions import Fraction
from typing import Any, assert_never

from attrs import evolve
from hypothesis import strategies as st

from thidua import nodes as n
from thidua.amendments import adopting
from thidua.clauses import Clause, Criteria
from thidua.conditions import Condition, all_of, any_of, not_, where
from thidua.movements import Plan
from thidua.nodes import Fact, Kind, Lives, Op, Register
from thidua.periods import AT_REVIEW, CUT_OFF, START_OF_PERIOD
from thidua.quantities import DONG, SHARE, TIMES, YEARS, Exact, Percent, dong, percent, years
from thidua.subjects import Subject
from thidua.testing.boundaries import boundary_days, boundary_numbers
from thidua.testing.told import told
from thidua.thresholds import Threshold, thresholds, with_threshold
from thidua.verdicts import F, M

MOST_LEAVES = 4
MOST_CHANGES = 2
ONE_HUNDREDTH = Fraction(1, 100)
SHARES = (0, 1, 25, 40, 50, 60, 100)


def predicates(plan: Plan, kind: type[Subject]) -> st.SearchStrategy[Condition[Any]]:
    """Predicates about a kind of subject, over the words the plan knows of it: leaves near its thresholds, combined."""
    words = plan.vocabulary(kind)
    leaves = [_of_fact(plan, fact) for fact in words.facts] + [_of_register(each) for each in words.registers]
    drawn = st.recursive(st.one_of(leaves), _combined, max_leaves=MOST_LEAVES)
    return told(f"predicates({plan.id}, {kind.__name__})", drawn)


def _combined(parts: st.SearchStrategy[Condition[Any]]) -> st.SearchStrategy[Condition[Any]]:
    several = st.lists(parts, min_size=1, max_size=3)
    return st.one_of(
        several.map(lambda given: all_of(*given)),
        several.map(lambda given: any_of(*given)),
        parts.map(not_),
        st.builds(where, parts, parts),
    )


def _of_fact(plan: Plan, fact: Fact) -> st.SearchStrategy[Condition[Any]]:
    match fact.kind:
        case Kind.YES_NO:
            return st.just(Condition[Any](n.IsOneOf(fact, ("yes",))))
        case Kind.CHOICE:
            members = st.lists(st.sampled_from([option.id for option in fact.options]), min_size=1, unique=True)
            return members.map(lambda names: Condition(n.IsOneOf(fact, tuple(names))))
        case Kind.JUDGED:
            return st.sampled_from([option.id for option in fact.options[1:]]).map(
                lambda level: Condition(n.JudgedAtLeast(fact, level))
            )
        case Kind.DAY:
            bounds = st.one_of(st.just(n.DayOf(CUT_OFF)), st.sampled_from(boundary_days(plan)).map(n.ExactDay))
            return st.builds(
                lambda op, bound: Condition(n.CompareDays(n.RecordedDay(fact), op, bound)), st.sampled_from(Op), bounds
            )
        case Kind.NUMBER:
            return _of_number(plan, fact)
        case _:
            assert_never(fact.kind)


def _of_number(plan: Plan, fact: Fact) -> st.SearchStrategy[Condition[Any]]:
    term, unit = n.Recorded(fact), fact.unit or TIMES
    compared: st.SearchStrategy[Condition[Any]] = st.builds(
        lambda op, bound: Condition(n.Compare(term, op, n.Exactly(bound, unit))),
        st.sampled_from(Op),
        st.sampled_from(boundary_numbers(plan, fact)),
    )
    if fact.lives is not Lives.AT_SURVEYS:
        return compared
    fallen = st.builds(
        lambda share, strictly: Condition[Any](
            n.Falls(term, percent(share).share, strictly, START_OF_PERIOD, AT_REVIEW, n.Constant(F))
        ),
        st.sampled_from(SHARES),
        st.booleans(),
    )
    return st.one_of(compared, fallen)


def _of_register(register: Register) -> st.SearchStrategy[Condition[Any]]:
    return st.sampled_from((0, 1, 2)).map(
        lambda number: Condition(n.Compare(n.Number(register, n.Constant(M)), Op.AT_LEAST, n.Exactly(number, TIMES)))
    )


def plans(plan: Plan) -> st.SearchStrategy[Plan]:
    """Editions of a plan that differ from it a little: another option of a reading, a threshold next to what it was.

    Each reading and each clause is changed once at most. It shrinks towards the plan itself.
    """
    adopted = [(reading.id, option.id) for reading in plan.readings for option in reading.options]
    numbers = [
        (clause.id, found.name, value)
        for clause in plan.clauses
        for found in thresholds(clause)
        for value in _beside(found)
    ]
    drawn: list[st.SearchStrategy[Any]] = [st.sampled_from(each) for each in (adopted, numbers) if each]
    several = st.lists(st.one_of(drawn), max_size=MOST_CHANGES, unique_by=lambda change: change[0])
    return told(f"plans({plan.id})", several.map(lambda changes: _changed(plan, changes)))


def _beside(found: Threshold) -> tuple[object, ...]:
    """A little less and a little more, in the unit of the threshold; nothing for days, levels and k of n."""
    if not isinstance(found.value, Exact) or found.name == "at_least":
        return ()
    if found.unit == SHARE:
        shares = (found.value - ONE_HUNDREDTH, found.value + ONE_HUNDREDTH)
        return tuple(Percent(share) for share in shares if 0 <= share <= 1)
    value = int(found.value)
    near = [each for each in (value - 1, value + 1) if each >= 0]
    if found.unit == YEARS:
        return tuple(years(each) for each in near)
    return tuple(dong(each) if found.unit == DONG else each for each in near)


def _changed(plan: Plan, changes: list[Any]) -> Plan:
    for change in changes:
        plan = adopting(plan, *change) if len(change) == 2 else _with(plan, *change)  # noqa: PLR2004  # a reading
    return plan


def _with(plan: Plan, clause: str, name: str, value: object) -> Plan:
    """The plan with another threshold in a clause."""
    contents = tuple(
        evolve(item, clauses=tuple(_reset(each, name, value) if each.id == clause else each for each in item.clauses))
        if isinstance(item, Criteria)
        else item
        for item in plan.contents
    )
    return evolve(plan, contents=contents)


def _reset(clause: Clause[Any], name: str, value: object) -> Clause[Any]:
    return with_threshold(clause, name, value)
