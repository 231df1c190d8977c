"""Typed quantities: numbers about a subject in one unit, whose verbs build nodes."""

from fractions import Fraction
from typing import Any

import pytest
from small_plan import (
    END_2021,
    END_2024,
    PLAN,
    STRICTLY,
    again,
    gifts,
    has_fund,
    households,
    jobs,
    near_poor_households,
    planned,
    poor_households,
    poverty,
    poverty_rate,
    value,
)

from thidua import nodes as n
from thidua.conditions import NOT_APPLICABLE
from thidua.errors import FloatRefusedError, NotAQuantityError, WrongUnitError, WrongValueError
from thidua.measures import DatedQuantity, Measured, Quantity, fall_of, unit
from thidua.periods import AT_REVIEW, START_OF_PERIOD
from thidua.quantities import DONG, HOUSEHOLDS, PERSONS, SHARE, TIMES, dong, percent, years

POOR, NEAR = poor_households.node, near_poor_households.node
GIVEN = gifts.total(value)


class TestUnits:
    """Two quantities add or compare only in one unit."""

    @pytest.mark.parametrize(
        ("term", "counted_in"),
        [
            (poor_households, HOUSEHOLDS),
            (jobs, PERSONS),
            (planned, DONG),
            (poverty_rate, SHARE),
            (poverty, HOUSEHOLDS),
            (poverty.times(2), HOUSEHOLDS),
            (poverty.at(START_OF_PERIOD), HOUSEHOLDS),
            (poor_households.as_share_of(households), SHARE),
            (gifts.number(), TIMES),
            (GIVEN, DONG),
            (STRICTLY.choose(more_than=jobs, at_least=jobs.times(2)), PERSONS),
        ],
    )
    def test_of_each_kind_of_term(self, term: Any, counted_in: Any) -> None:
        assert unit(term.node) == counted_in

    def test_of_a_number_of_the_law(self) -> None:
        assert unit(n.Exactly(3, HOUSEHOLDS)) == HOUSEHOLDS

    def test_of_a_number_that_has_none_is_times(self) -> None:
        assert unit(n.Recorded(n.Fact("Commune", "x", n.Kind.NUMBER, PLAN.title))) == TIMES

    @pytest.mark.parametrize(
        "build",
        [
            lambda: poor_households + jobs,
            lambda: poor_households - GIVEN,
            lambda: poor_households.as_share_of(jobs),
            lambda: poor_households.is_at_least(jobs),
            lambda: jobs.as_share_of(poor_households),
            lambda: gifts.number() + jobs,
            lambda: unit(STRICTLY.choose(more_than=jobs, at_least=poor_households).node),
        ],
    )
    def test_households_do_not_add_to_jobs_or_dong(self, build: Any) -> None:
        with pytest.raises(WrongUnitError, match=r"expected one unit but got (dong|household|item|person) and "):
            build()

    @pytest.mark.parametrize(
        ("term", "bound", "counted_in"),
        [
            (GIVEN, 50_000_000, "dong"),
            (GIVEN, percent(50), "dong"),
            (poverty_rate, 5, "share"),
            (poverty_rate, dong(5), "share"),
            (poor_households, percent(50), "household"),
            (poor_households, dong(5), "household"),
            (jobs, years(3), "person"),
        ],
    )
    def test_a_bound_in_another_unit_is_refused(self, term: Any, bound: Any, counted_in: str) -> None:
        with pytest.raises(
            WrongUnitError, match=rf"expected a bound in {counted_in} but got .*; use dong\(…\) for amounts"
        ):
            term.is_at_least(bound)

    def test_a_float_bound_is_refused(self) -> None:
        with pytest.raises(FloatRefusedError, match=r"3\.0 \(float\)"):
            jobs.is_at_least(3.0)

    def test_a_bound_that_is_no_number_is_refused(self) -> None:
        with pytest.raises(NotAQuantityError, match="expected a quantity but got 'ba'"):
            jobs.is_at_least("ba")


class TestSums:
    """Sums are nodes, in the order they are written."""

    def test_add_what_is_counted_alike(self) -> None:
        assert poverty.node == n.Sum((POOR, NEAR))
        assert (poverty + households).node == n.Sum((POOR, NEAR, households.node))

    def test_take_away_by_adding_minus_once(self) -> None:
        assert (poor_households - near_poor_households).node == n.Sum((POOR, n.Times(-1, NEAR)))

    def test_of_dated_quantities_are_dated(self) -> None:
        assert isinstance(poverty, DatedQuantity)

    def test_with_an_undated_quantity_are_not(self) -> None:
        assert not isinstance(poor_households + poor_households.at(END_2021), DatedQuantity)
        assert not isinstance(poor_households - near_poor_households, DatedQuantity)

    def test_multiply_exactly(self) -> None:
        assert jobs.times(2).node == n.Times(2, jobs.node)
        assert jobs.times(Fraction(1, 2)).node == n.Times(Fraction(1, 2), jobs.node)
        assert type(jobs.times(Fraction(4, 2)).node.factor) is int

    def test_never_by_a_float(self) -> None:
        with pytest.raises(FloatRefusedError):
            jobs.times(0.5)


class TestComparisons:
    """Verbs, not operators: each says one comparison."""

    @pytest.mark.parametrize(
        ("verb", "op"),
        [
            ("is_at_least", n.Op.AT_LEAST),
            ("is_more_than", n.Op.MORE_THAN),
            ("is_at_most", n.Op.AT_MOST),
            ("is_less_than", n.Op.LESS_THAN),
        ],
    )
    def test_of_a_number_with_the_law_or_with_another(self, verb: str, op: n.Op) -> None:
        assert getattr(jobs, verb)(3).node == n.Compare(jobs.node, op, n.Exactly(3, PERSONS))
        assert getattr(GIVEN, verb)(planned).node == n.Compare(GIVEN.node, op, planned.node)

    def test_an_amount_is_compared_in_dong_and_a_rate_in_percent(self) -> None:
        assert GIVEN.is_at_least(dong(5)).node.right == n.Exactly(5, DONG)
        assert poverty_rate.is_at_most(percent(5)).node.right == n.Exactly(Fraction(1, 20), SHARE)

    def test_a_share_is_a_quotient_and_dated_with_its_part(self) -> None:
        share = poor_households.as_share_of(households)

        assert share.node == n.Quotient(POOR, households.node)
        assert isinstance(share, DatedQuantity)
        assert type(jobs.as_share_of(jobs)) is Quantity

    def test_another_moment_is_named(self) -> None:
        assert poor_households.at(END_2021).node == n.At(POOR, END_2021)


class TestFalls:
    """A fall is one node: it has its own sentence in the law."""

    def test_by_more_than_a_share(self) -> None:
        fall = poverty.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)

        assert fall.node == n.Falls(poverty.node, Fraction(1, 2), True, START_OF_PERIOD, AT_REVIEW, NOT_APPLICABLE.node)

    def test_by_a_share_or_more_until_another_moment(self) -> None:
        fall = poverty.falls_by_at_least(percent(30), since=END_2021, until=END_2024, from_zero=has_fund.is_yes())

        assert fall.node == n.Falls(poverty.node, Fraction(3, 10), False, END_2021, END_2024, has_fund.is_yes().node)

    def test_a_bare_fifty_is_refused(self) -> None:
        with pytest.raises(WrongUnitError, match=r"expected a share such as percent\(50\) but got 50 \(int\)"):
            poverty.falls_by_more_than(50, since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)

    @pytest.mark.parametrize("share", [-1, 101])
    def test_nothing_falls_by_less_than_nothing_or_more_than_all(self, share: int) -> None:
        with pytest.raises(WrongValueError, match=f"a quantity falls by 0 to 100 %; got {share} %"):
            poverty.falls_by_more_than(percent(share), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)


class TestHandles:
    """A handle records what it declares, exact and in its unit."""

    def test_a_number_over_the_period_is_recorded_alone(self) -> None:
        assert isinstance(jobs, Measured)
        assert jobs.recorded(7).value == 7

    def test_a_number_counted_by_surveys_names_its_survey(self) -> None:
        assert poor_households.recorded(7, at=END_2021).at == END_2021

    @pytest.mark.parametrize("at", [START_OF_PERIOD, "2021", None])
    def test_a_moment_is_no_survey(self, at: Any) -> None:
        with pytest.raises(WrongValueError, match="poor_households: at= names a survey such as END_2021 but got"):
            poor_households.recorded(7, at=at)

    @pytest.mark.parametrize("handle", [jobs, poor_households, poverty, GIVEN])
    def test_is_a_value(self, handle: Any) -> None:
        assert again(handle) == handle
        assert hash(again(handle)) == hash(handle)


class TestDecreases:
    """A fall by so much, of a rate in percentage points, is a difference compared: no node of its own."""

    def test_is_the_start_less_the_end(self) -> None:
        falls = poverty_rate.decreases_by_at_least(percent(1), since=START_OF_PERIOD)

        assert falls == (poverty_rate.at(START_OF_PERIOD) - poverty_rate).is_at_least(percent(1))
        assert falls != poverty_rate.decreases_by_more_than(percent(1), since=START_OF_PERIOD)

    @pytest.mark.parametrize(
        ("condition", "expected"),
        [
            (
                poor_households.decreases_by_more_than(5, since=START_OF_PERIOD),
                (poor_households.node, START_OF_PERIOD, AT_REVIEW),
            ),
            (
                poor_households.decreases_by_at_least(5, since=END_2021, until=END_2024),
                (poor_households.node, END_2021, END_2024),
            ),
            ((poor_households.at(END_2021) - near_poor_households).is_at_least(5), None),
            (poor_households.is_at_least(5), None),
        ],
    )
    def test_is_known_again(self, condition: Any, expected: Any) -> None:
        assert fall_of(condition.node.left) == expected

    def test_keeps_its_unit(self) -> None:
        with pytest.raises(WrongUnitError):
            poverty_rate.decreases_by_at_least(1, since=START_OF_PERIOD)  # type: ignore[arg-type]  # refused when run too
