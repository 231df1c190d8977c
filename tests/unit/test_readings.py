"""Where the text is silent or says two things, the tree holds every option and the reading says which is adopted."""

from typing import Any

import pytest
from small_plan import (
    FIRST_SURVEY,
    NOT_ADOPTED,
    STRICTLY,
    again,
    founded_on,
    has_fund,
    jobs,
    near_poor_households,
    poor_households,
)

from thidua import nodes as n
from thidua.conditions import ALWAYS, Condition
from thidua.errors import UnknownNameError, WrongValueError
from thidua.measures import DatedQuantity, Quantity
from thidua.nodes import ReadingKind
from thidua.readings import ByReading, Level, Switch, by_reading, level_switch, reading
from thidua.texts import Text

WORDS = Text("…", "…")


class TestChoose:
    """`reading.choose(option=…, other=…)` is a node over quantities or over predicates."""

    def test_over_predicates_is_a_predicate(self) -> None:
        chosen = STRICTLY.choose(at_least=ALWAYS, more_than=has_fund.is_yes())

        assert isinstance(chosen, Condition)
        assert chosen.node == n.Choose(
            STRICTLY.reading, (("more_than", has_fund.is_yes().node), ("at_least", ALWAYS.node))
        )

    def test_over_dated_quantities_is_a_dated_quantity(self) -> None:
        chosen = STRICTLY.choose(more_than=poor_households, at_least=near_poor_households)

        assert isinstance(chosen, DatedQuantity)
        assert chosen.node == n.ChooseQuantity(
            STRICTLY.reading, (("more_than", poor_households.node), ("at_least", near_poor_households.node))
        )

    def test_over_a_dated_and_an_undated_quantity_is_undated(self) -> None:
        assert type(STRICTLY.choose(more_than=poor_households, at_least=jobs)) is Quantity

    def test_a_misspelt_option_is_answered_with_the_nearest(self) -> None:
        with pytest.raises(
            UnknownNameError, match=r"A-02: 'more' is not one of its options; did you mean 'more_than'?"
        ):
            STRICTLY.choose(more=ALWAYS, at_least=ALWAYS)

    def test_every_option_must_be_given(self) -> None:
        with pytest.raises(WrongValueError, match="A-02: nothing is said for 'at_least'; every option must be given"):
            STRICTLY.choose(more_than=ALWAYS)

    @pytest.mark.parametrize("other", [jobs, founded_on, True])
    def test_a_predicate_and_something_else_are_refused(self, other: Any) -> None:
        with pytest.raises(TypeError, match=r"A-02\.choose\(\) combines predicates but got"):
            STRICTLY.choose(more_than=ALWAYS, at_least=other)


class TestDeclaring:
    """One value per reading: its adopted option is checked against its options."""

    def test_keeps_the_options_in_order(self) -> None:
        assert [option.id for option in STRICTLY.reading.options] == ["more_than", "at_least"]

    def test_a_misspelt_adoption_is_answered_with_the_nearest(self) -> None:
        with pytest.raises(
            UnknownNameError, match=r"A-99: adopted='met' is not one of its options; did you mean 'meet'?"
        ):
            reading("A-99", ReadingKind.PREDICATE, WORDS, options={"meet": WORDS}, adopted="met", because=WORDS)

    def test_nothing_need_be_adopted(self) -> None:
        assert NOT_ADOPTED.adopted is None


class TestLevels:
    """The level that suffices is one reading for the whole plan, not nineteen silent choices."""

    def test_each_option_is_a_level(self) -> None:
        switch = level_switch(STRICTLY.reading, {"at_least": Level.DONE, "more_than": Level.EXCELLENT})

        assert switch.levels == (("more_than", Level.EXCELLENT), ("at_least", Level.DONE))

    def test_every_option_must_be_given(self) -> None:
        with pytest.raises(WrongValueError, match="A-02: nothing is said for 'more_than', 'at_least'"):
            level_switch(STRICTLY.reading, {})


class TestOutsideTheTree:
    """A reading of a moment or a day gives a value of the plan for each of its options."""

    def test_gives_the_value_of_an_option(self) -> None:
        value: ByReading[int] = by_reading(FIRST_SURVEY, {"end_2022": 2, "end_2021": 1})

        assert (value.of("end_2021"), value.of("end_2022")) == (1, 2)

    def test_a_misspelt_option_is_answered_with_the_nearest(self) -> None:
        with pytest.raises(
            UnknownNameError, match=r"A-09: 'end2021' is not one of its options; did you mean 'end_2021'?"
        ):
            by_reading(FIRST_SURVEY, {"end2021": 1, "end_2022": 2})


@pytest.mark.parametrize(
    "value", [STRICTLY, Switch(NOT_ADOPTED), by_reading(STRICTLY.reading, {"more_than": 1, "at_least": None})]
)
def test_a_switch_is_a_value(value: object) -> None:
    assert again(value) == value
    assert hash(again(value)) == hash(value)
