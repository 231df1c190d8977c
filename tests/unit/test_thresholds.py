"""Thresholds: the numbers of the law in a clause, each with a name, so that an amendment can address them."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from typing import Any

import pytest
from small_plan import (
    STRICTLY,
    SUFFICIENT,
    agreed,
    due_on,
    effort,
    founded_on,
    gifts,
    halves,
    has_fund,
    households,
    jobs,
    near_poor_households,
    officials_strive,
    planned,
    poor_households,
    poverty_falls,
    poverty_rate,
    reports,
    value,
)

from thidua import PLAN
from thidua import nodes as n
from thidua.conditions import NOT_APPLICABLE, Condition, all_of, any_of, at_least, not_, where
from thidua.errors import CountOutOfRangeError, UnknownNameError, WrongUnitError, WrongValueError
from thidua.interpreters.describe import describe
from thidua.nodes import Node
from thidua.periods import CUT_OFF, ON_THE_DAY, START_OF_PERIOD
from thidua.quantities import SHARE, YEARS, dong, percent, years
from thidua.readings import Level
from thidua.thresholds import threshold, thresholds, with_threshold
from thidua.walks import nodes_of

POVERTY = poor_households + near_poor_households


def named(item: Any) -> dict[str, Any]:
    return {each.name: each.value for each in thresholds(item)}


class TestNames:
    """A threshold is named by what is measured; names are unique, and one threshold has one name."""

    @pytest.mark.parametrize(
        ("condition", "expected"),
        [
            (halves(), {"fall": Fraction(1, 2)}),
            (poverty_rate.decreases_by_at_least(percent(1), since=START_OF_PERIOD), {"fall": Fraction(1, 100)}),
            (poor_households.decreases_by_more_than(10, since=START_OF_PERIOD), {"fall": 10}),
            (jobs.is_at_least(3), {"jobs": 3}),
            (poor_households.at(START_OF_PERIOD).is_at_most(9), {"poor_households": 9}),
            (poor_households.times(2).is_at_most(9), {"poor_households": 9}),
            (poor_households.as_share_of(households).is_less_than(percent(1)), {"poor_households": Fraction(1, 100)}),
            (gifts.number().is_at_least(2), {"gifts": 2}),
            (gifts.total(value).is_at_least(dong(5)), {"gifts_value": 5}),
            (founded_on.is_at_least(years(3), before=CUT_OFF), {"years": 3}),
            (due_on.is_not_after(date(2025, 6, 30)), {"due_on": date(2025, 6, 30)}),
            (effort.is_judged_at_least(Level.DONE), {"effort": "DONE"}),
            (at_least(1, has_fund.is_yes(), agreed.is_judged_so()), {"at_least": 1}),
            (gifts.total(value).is_at_least(planned), {}),
            (has_fund.is_yes(), {}),
            (agreed.is_judged_so(), {}),
            (effort.is_judged_at_least(SUFFICIENT), {}),
            (due_on.is_not_after(CUT_OFF), {}),
            (Condition(n.CompareDays(n.DayOf(CUT_OFF), n.Op.AT_MOST, n.ExactDay(date(2025, 1, 1)))), {}),
            (
                Condition(n.CompareDays(n.YearsAfter(n.DayOf(CUT_OFF), 2), n.Op.AT_MOST, n.DayOf(ON_THE_DAY))),
                {"years": 2},
            ),
            (
                Condition(n.CompareDays(n.YearsAfter(founded_on.node, 2), n.Op.AT_MOST, n.ExactDay(date(2025, 1, 1)))),
                {"founded_on": date(2025, 1, 1), "years": 2},
            ),
        ],
    )
    def test_say_what_is_measured(self, condition: Condition[Any], expected: dict[str, Any]) -> None:
        assert named(condition) == expected

    def test_a_number_of_the_law_against_another_is_no_threshold(self) -> None:
        unit = n.Exactly(1, SHARE)

        assert named(Condition(n.Compare(unit, n.Op.AT_MOST, unit))) == {}

    def test_a_bound_on_the_left_or_within_a_sum_or_an_option_is_one(self) -> None:
        five = n.Exactly(5, poor_households.fact.unit)  # type: ignore[arg-type]  # it is counted in households
        poor = poor_households.node
        chosen = n.ChooseQuantity(STRICTLY.reading, (("more_than", five), ("at_least", poor)))

        for node in (
            n.Compare(five, n.Op.AT_MOST, poor),
            n.Compare(poor, n.Op.AT_LEAST, n.Sum((five, near_poor_households.node))),
            n.Compare(poor, n.Op.AT_LEAST, chosen),
        ):
            assert named(Condition(node)) == {"poor_households": 5}
            assert named(with_threshold(Condition(node), "poor_households", 7)) == {"poor_households": 7}

    def test_a_comparison_of_nothing_measured_is_called_a_number(self) -> None:
        node = n.Compare(n.Sum((n.Exactly(1, SHARE),)), n.Op.AT_MOST, n.Sum(()))

        assert named(Condition(node)) == {"number": 1}

    def test_two_falls_that_differ_are_told_apart_by_what_falls(self) -> None:
        def falls(of: Any, by: int) -> Condition[Any]:
            found: Condition[Any] = of.falls_by_more_than(percent(by), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)
            return found

        both = all_of(falls(poor_households, 50), falls(near_poor_households, 25))

        assert named(both) == {
            "fall_of_poor_households": Fraction(1, 2), "fall_of_near_poor_households": Fraction(1, 4)
        }  # fmt: skip
        assert named(any_of(falls(POVERTY, 50), falls(POVERTY, 25))) == {
            "fall_of_poor_households_1": Fraction(1, 2), "fall_of_poor_households_2": Fraction(1, 4)
        }  # fmt: skip
        assert named(all_of(falls(poor_households, 50), falls(near_poor_households, 50))) == {"fall": Fraction(1, 2)}

    def test_filters_of_registers_have_thresholds_of_their_own(self) -> None:
        large = value.is_at_least(dong(1_000))

        assert named(gifts.number(where=large).is_at_least(2)) == {"gifts": 2, "value": 1_000}
        assert named(gifts.are_all(large)) == {"value": 1_000}

    @pytest.mark.parametrize("item", [*PLAN.clauses, *PLAN.criteria], ids=lambda item: item.id)
    def test_of_the_plan_are_unique_and_labelled(self, item: Any) -> None:
        found = thresholds(item)

        assert len({each.name for each in found}) == len(found)
        assert all(each.label.vi and each.label.en and each.where for each in found)

    def test_of_the_plan(self) -> None:
        assert named(PLAN.item("III.2.2-4")) == {"fall": Fraction(1, 2)}
        assert named(PLAN.item("III.2.4-3")) == {"years": 3, "help_given": 1}
        assert named(PLAN.item("III.2.1-3")) == {
            "contributions": 1, "initiatives_1": 1, "initiatives_2": 2, "initiatives_3": 3, "help_given": 1
        }  # fmt: skip

    def test_one_threshold_stands_under_both_options_of_a_reading(self) -> None:
        (fall,) = thresholds(poverty_falls)
        falls = [node for node in nodes_of(poverty_falls.node) if isinstance(node, n.Falls)]

        assert (fall.value, fall.unit) == (Fraction(1, 2), SHARE)
        assert [id(node) for node in fall.where] == [id(node) for node in falls]
        assert len(falls) == 2


class TestSetting:
    """A threshold is set at every place where it stands, in its unit, and nothing else is touched."""

    @pytest.mark.parametrize(
        ("condition", "name", "value_", "said"),
        [
            (halves(), "fall", percent(60), "tổng số hộ nghèo và số hộ cận nghèo giảm trên 60% so với đầu kỳ"),
            (founded_on.is_at_least(years(3), before=CUT_OFF), "years", years(4), "đủ 04 năm trở lên"),
            (gifts.total(value).is_at_least(dong(5)), "gifts_value", dong(7), "từ 7 đồng trở lên"),
            (due_on.is_not_after(date(2025, 6, 30)), "due_on", date(2025, 7, 1), "không muộn hơn 01/7/2025"),
            (effort.is_judged_at_least(Level.DONE), "effort", Level.EXCELLENT, "“hoàn thành xuất sắc”"),
            (at_least(1, has_fund.is_yes(), agreed.is_judged_so()), "at_least", 2, "ít nhất 02 trong 02"),
        ],
    )
    def test_changes_what_is_required(self, condition: Condition[Any], name: str, value_: Any, said: str) -> None:
        changed = with_threshold(condition, name, value_)

        assert said in describe(changed)
        assert len(list(nodes_of(changed.node))) == len(list(nodes_of(condition.node)))

    def test_to_what_it_is_changes_nothing(self) -> None:
        assert with_threshold(poverty_falls, "fall", percent(50)) == poverty_falls

    def test_of_a_clause_leaves_its_guard_and_its_words(self) -> None:
        changed = with_threshold(poverty_falls, "fall", percent(60))

        assert changed.applies_where is poverty_falls.applies_where
        assert changed.text == poverty_falls.text
        assert all(node.by == Fraction(3, 5) for node in nodes_of(changed.node) if isinstance(node, n.Falls))

    def test_of_a_group_leaves_its_clauses(self) -> None:
        group: Any = PLAN.item("III.2.2")
        changed = with_threshold(group, "fall", percent(30))

        assert all(new is old for new, old in zip(changed.clauses, group.clauses, strict=True))
        assert named(changed)["fall"] == Fraction(3, 10)

    def test_what_was_shared_stays_shared(self) -> None:
        clause: Any = PLAN.item("III.2.2-4")
        changed = with_threshold(clause, "fall", percent(60))

        def objects(tree: Node) -> int:
            return len(list(nodes_of(tree)))

        assert objects(changed.node) == objects(clause.node)


class TestRefusals:
    """A threshold unknown, of another unit or out of range is an error that says what there is."""

    @pytest.mark.parametrize(
        ("condition", "name", "value_", "error", "message"),
        [
            (halves(), "fal", percent(60), UnknownNameError, "did you mean 'fall'"),
            (has_fund.is_yes(), "fall", percent(60), UnknownNameError, "there is none"),
            (effort.is_judged_at_least(SUFFICIENT), "effort", Level.DONE, UnknownNameError, "follows reading B-01"),
            (halves(), "fall", years(3), WrongUnitError, "is a share"),
            (halves(), "fall", 60, WrongUnitError, "is a share"),
            (halves(), "fall", 0.6, WrongUnitError, "is a share"),
            (jobs.is_at_least(3), "jobs", percent(3), WrongUnitError, "is a person"),
            (due_on.is_not_after(date(2025, 6, 30)), "due_on", datetime(2025, 7, 1, 12), WrongUnitError, "is a day"),
            (effort.is_judged_at_least(Level.DONE), "effort", 2, WrongUnitError, "is a level"),
            (halves(), "fall", percent(101), WrongValueError, "0 to 100 %"),
            (at_least(1, has_fund.is_yes(), agreed.is_judged_so()), "at_least", 3, CountOutOfRangeError, "1 to 2"),
        ],
    )
    def test_says_what_is_wrong(
        self, condition: Condition[Any], name: str, value_: Any, error: type[Exception], message: str
    ) -> None:
        with pytest.raises(error, match=message):
            with_threshold(condition, name, value_)

    def test_a_choice_of_other_things_is_not_taken_for_a_level(self) -> None:
        chosen = STRICTLY.choose(more_than=effort.is_judged_at_least(Level.DONE), at_least=has_fund.is_yes())

        assert named(chosen) == {"effort": "DONE"}
        with pytest.raises(UnknownNameError, match="'effort'"):
            threshold(where(chosen, not_(officials_strive.requires)), "efort")

    def test_years_have_their_unit(self) -> None:
        assert threshold(founded_on.is_at_least(years(3), before=CUT_OFF), "years").unit == YEARS
        assert named(reports.are_all(due_on.is_not_after(CUT_OFF))) == {}
