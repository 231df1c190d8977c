"""Walking a tree of nodes: what it reads, which readings it rests on, whether a part can be not applicable."""

from typing import Any

import pytest
from small_plan import (
    COMMUNES,
    NOT_ADOPTED,
    PLAN,
    STRICTLY,
    area,
    due_on,
    effort,
    gifts,
    halves,
    has_fund,
    jobs,
    near_poor_households,
    officials_strive,
    poor_households,
    poverty_falls,
    reports,
    sent_on,
    under_inquiry,
    value,
)
from small_plan import Area as AreaOption

from thidua import nodes as n
from thidua.conditions import ALWAYS, NEVER, NOT_APPLICABLE, all_of, any_of, at_least, at_review, not_, unless, where
from thidua.periods import START_OF_PERIOD
from thidua.quantities import dong, percent
from thidua.readings import Level, Switch
from thidua.texts import Text
from thidua.walks import can_be_not_applicable, children, facts_of, nodes_of, owners_of, readings_of, rewrite, walk

YES = has_fund.is_yes()
ON_TIME = sent_on.is_not_after(due_on)


class TestWalk:
    """The value and everything below it, in the order it is written."""

    def test_comes_to_every_leaf(self) -> None:
        seen = list(walk((1, ("hai", n.At(poor_households.node, START_OF_PERIOD)))))

        assert seen[:2] == [(1, ("hai", n.At(poor_households.node, START_OF_PERIOD))), 1]
        assert "đầu kỳ" in seen

    def test_comes_to_what_is_shared_as_often_as_it_stands(self) -> None:
        seen = list(walk(all_of(YES, YES)))

        assert seen.count(has_fund.fact) == 2

    def test_reaches_every_clause_of_a_plan(self) -> None:
        found = [value for value in walk(PLAN) if value in COMMUNES.clauses]

        assert found == list(COMMUNES.clauses)


class TestNodes:
    """Declarations and readings are no nodes."""

    def test_the_children_are_those_directly_below(self) -> None:
        assert list(children(all_of(YES, ALWAYS).node)) == [YES.node, ALWAYS.node]

    def test_options_of_a_reading_are_children(self) -> None:
        chosen = STRICTLY.choose(more_than=YES, at_least=NEVER)

        assert list(children(chosen.node)) == [YES.node, NEVER.node]

    def test_all_of_them_are_walked_from_the_top(self) -> None:
        tree = where(YES, not_(ALWAYS)).node

        assert [type(node).__name__ for node in nodes_of(tree)] == ["Where", "IsOneOf", "Not", "Constant"]


class TestWhatIsRead:
    """The facts and registers read, each once, in the order they are met."""

    def test_of_a_fall_of_a_sum(self) -> None:
        assert facts_of(poverty_falls.node) == (area.fact, poor_households.fact, near_poor_households.fact)

    def test_a_register_stands_for_the_fields_of_its_entries(self) -> None:
        assert facts_of(reports.are_all(ON_TIME).node) == (reports.register,)
        assert facts_of(gifts.total(value).is_at_least(dong(1)).node) == (gifts.register,)

    def test_a_day_is_read_from_its_fact(self) -> None:
        assert facts_of(ON_TIME.node) == (sent_on.fact, due_on.fact)

    def test_whose_facts_they_are_entries_apart(self) -> None:
        assert owners_of(all_of(YES, reports.are_all(ON_TIME), under_inquiry.is_yes()).node) == {"Commune", "*"}
        assert owners_of(ON_TIME.node) == {"Report"}

    def test_readings_are_gathered_each_once(self) -> None:
        assert readings_of(poverty_falls.node) == (STRICTLY.reading,)
        assert readings_of(all_of(officials_strive.requires, halves(), halves()).node) == (
            officials_strive.rests_on[0],
            STRICTLY.reading,
        )
        quantity = STRICTLY.choose(more_than=jobs, at_least=jobs.times(2))
        assert readings_of(quantity.is_at_least(3).node) == (STRICTLY.reading,)


def _falls(zero: Any) -> Any:
    return poor_households.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=zero)


class TestWhatCanBeNotApplicable:
    """Decided by the tree alone: whether some evidence could make a predicate not applicable."""

    @pytest.mark.parametrize(
        ("predicate", "can"),
        [
            (ALWAYS, False),
            (NOT_APPLICABLE, True),
            (YES, False),
            (area.is_one_of(AreaOption.I), False),
            (effort.is_judged_at_least(Level.DONE), False),
            (jobs.is_at_least(3), False),
            (ON_TIME, False),
            (at_review(Text("", ""), "final"), False),
            (reports.are_all(ON_TIME), True),
            (where(YES, YES), True),
            (not_(where(YES, YES)), True),
            (not_(YES), False),
            (all_of(NOT_APPLICABLE, YES), False),
            (all_of(NOT_APPLICABLE, where(YES, YES)), True),
            (any_of(NOT_APPLICABLE, YES), False),
            (any_of(NOT_APPLICABLE, NOT_APPLICABLE), True),
            (at_least(1, NOT_APPLICABLE, YES, if_fewer_applicable="cap"), False),
            (at_least(1, NOT_APPLICABLE, NOT_APPLICABLE, if_fewer_applicable="strict"), True),
            (at_least(1, NOT_APPLICABLE, YES, if_fewer_applicable="not_applicable"), True),
            (at_least(1, YES, YES, if_fewer_applicable="not_applicable"), False),
            (unless(YES, NOT_APPLICABLE), False),
            (unless(NOT_APPLICABLE, YES), True),
            (_falls(NOT_APPLICABLE), True),
            (_falls(NEVER), False),
            (Switch(NOT_ADOPTED).choose(one=YES, other=NOT_APPLICABLE), True),
            (Switch(NOT_ADOPTED).choose(one=YES, other=NEVER), False),
            (poverty_falls.is_met(), True),
        ],
    )
    def test_of_each_kind_of_predicate(self, predicate: Any, can: bool) -> None:
        assert can_be_not_applicable(predicate.node) is can


class TestRewriting:
    """A change is made at every place where it belongs; what is shared stays shared, what does not change is itself."""

    def test_is_handed_what_stood_there_and_what_it_has_become(self) -> None:
        seen: list[tuple[Any, Any]] = []

        def twice(was: Any, now: Any) -> Any:
            if isinstance(now, n.AllOf | n.IsOneOf):
                seen.append((was, now))
            return n.Not(now) if now == YES.node else now

        tree = all_of(YES, ON_TIME).node

        assert rewrite(tree, twice) == n.AllOf((n.Not(YES.node), ON_TIME.node))
        assert seen == [(YES.node, YES.node), (tree, n.AllOf((n.Not(YES.node), ON_TIME.node)))]

    def test_without_a_change_gives_the_very_same_object(self) -> None:
        assert rewrite(PLAN, lambda _was, now: now) is PLAN

    def test_what_is_shared_stays_shared(self) -> None:
        shared = any_of(YES, ON_TIME)
        tree = all_of(shared, not_(shared)).node
        new: Any = rewrite(tree, lambda _was, now: n.Not(now) if now == YES.node else now)

        assert new.parts[0] is new.parts[1].part
        assert new.parts[0].parts[1] is ON_TIME.node

    def test_facts_are_left_as_they_are(self) -> None:
        touched: list[Any] = []
        rewrite(YES.node, lambda was, now: touched.append(was) or now)

        assert [type(value) for value in touched] == [n.Fact, str, tuple, n.IsOneOf]
