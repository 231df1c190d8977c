"""Periods, moments and surveys. There is no clock; dates are ISO, or day first through one named function."""

from datetime import date
from typing import Any

import pytest
from small_plan import END_2021, again

from thidua.errors import BadDateError, WrongValueError
from thidua.periods import (
    AT_REVIEW,
    CUT_OFF,
    END_OF_REVIEW_YEAR,
    ON_THE_DAY,
    START_OF_PERIOD,
    LeapRule,
    Moment,
    Period,
    day_first,
    iso_day,
    written,
    years_after,
)
from thidua.texts import Text


class TestPeriod:
    """Days from the first to the last, both included."""

    period = Period(date(2021, 1, 1), date(2025, 12, 31))

    @pytest.mark.parametrize(
        ("day", "inside"),
        [
            (date(2020, 12, 31), False),
            (date(2021, 1, 1), True),
            (date(2025, 12, 31), True),
            (date(2026, 1, 1), False),
        ],
    )
    def test_holds_its_ends(self, day: date, inside: bool) -> None:
        assert (day in self.period) is inside

    def test_may_be_one_day(self) -> None:
        assert date(2025, 1, 1) in Period(date(2025, 1, 1), date(2025, 1, 1))

    def test_does_not_end_before_it_begins(self) -> None:
        with pytest.raises(WrongValueError, match="got 2025-01-02 to 2025-01-01"):
            Period(date(2025, 1, 2), date(2025, 1, 1))

    @pytest.mark.parametrize("value", [period, END_2021, START_OF_PERIOD])
    def test_is_compared_and_hashed_by_value_also_after_pickling(self, value: object) -> None:
        assert again(value) == value
        assert hash(again(value)) == hash(value)


class TestMoments:
    """A moment is a name; which survey or day it means is decided by the plan and its review."""

    def test_have_names_of_their_own(self) -> None:
        moments = (START_OF_PERIOD, AT_REVIEW, CUT_OFF, ON_THE_DAY, END_OF_REVIEW_YEAR)

        assert len({moment.id for moment in moments}) == len({moment.label.vi for moment in moments}) == 5

    def test_are_equal_by_value(self) -> None:
        assert Moment("cut_off", Text("ngày chốt thành tích", "the cut-off day")) == CUT_OFF


class TestCalendarYears:
    """An escape recorded on 29/02/2020 counts three years on a stated, tested day."""

    def test_three_years_after_a_leap_day_are_full_on_28_february(self) -> None:
        assert years_after(date(2020, 2, 29), 3) == date(2023, 2, 28)
        assert years_after(date(2020, 2, 29), 3, "28_february") == date(2023, 2, 28)

    def test_or_on_1_march_where_the_reading_says_so(self) -> None:
        assert years_after(date(2020, 2, 29), 3, "1_march") == date(2023, 3, 1)

    @pytest.mark.parametrize("leap", ["28_february", "1_march"])
    def test_into_another_leap_year_the_rule_makes_no_difference(self, leap: LeapRule) -> None:
        assert years_after(date(2020, 2, 29), 4, leap) == date(2024, 2, 29)

    @pytest.mark.parametrize("leap", ["28_february", "1_march"])
    def test_every_other_day_keeps_its_name(self, leap: LeapRule) -> None:
        assert years_after(date(2022, 12, 15), 3, leap) == date(2025, 12, 15)


class TestIsoDays:
    """A day is written `2022-10-07`; anything else is refused with the way to write it."""

    def test_is_read(self) -> None:
        assert iso_day("2022-10-07") == date(2022, 10, 7)

    @pytest.mark.parametrize(
        "text", ["7/10/2022", "20221007", "2022-W40-5", "2022-10-7", " 2022-10-07", None, 20221007]
    )
    def test_anything_else_is_refused(self, text: Any) -> None:
        with pytest.raises(BadDateError, match=r"expected a day such as '2022-10-07' but got .*call day_first\(\)"):
            iso_day(text)

    @pytest.mark.parametrize("text", ["2023-02-29", "2022-13-01"])
    def test_what_is_no_day_of_the_calendar_is_refused(self, text: str) -> None:
        with pytest.raises(BadDateError, match="is not a day of the calendar"):
            iso_day(text)


class TestDayFirst:
    """`7/10/2022` is 7 October."""

    @pytest.mark.parametrize("text", ["7/10/2022", "07/10/2022", "7-10-2022", "7.10.2022", " 7/10/2022 "])
    def test_the_day_comes_first(self, text: str) -> None:
        assert day_first(text) == date(2022, 10, 7)

    @pytest.mark.parametrize("text", ["2022-10-07", "7/10/22", "ngày 7/10/2022", "", None, date(2022, 10, 7)])
    def test_anything_else_is_refused(self, text: Any) -> None:
        with pytest.raises(
            BadDateError, match=r"expected a day such as '7/10/2022' but got .*; for ISO text call iso_day\(\)"
        ):
            day_first(text)

    @pytest.mark.parametrize("text", ["29/2/2023", "10/13/2022"])
    def test_what_is_no_day_of_the_calendar_is_refused(self, text: str) -> None:
        with pytest.raises(BadDateError, match="is not a day of the calendar"):
            day_first(text)


class TestWritten:
    """Days are written as documents write them: “20/6/2025”, with a zero before days below 10 and months below 3."""

    @pytest.mark.parametrize(
        ("day", "vi", "en"),
        [
            (date(2025, 6, 20), "20/6/2025", "20 June 2025"),
            (date(2025, 6, 2), "02/6/2025", "2 June 2025"),
            (date(2023, 1, 12), "12/01/2023", "12 January 2023"),
            (date(2020, 2, 29), "29/02/2020", "29 February 2020"),
            (date(2022, 10, 7), "07/10/2022", "7 October 2022"),
            (date(2025, 3, 1), "01/3/2025", "1 March 2025"),
        ],
    )
    def test_in_both_languages(self, day: date, vi: str, en: str) -> None:
        assert (written(day), written(day, "en")) == (vi, en)

    def test_reads_back_to_the_same_day(self) -> None:
        assert day_first(written(date(2022, 10, 7))) == date(2022, 10, 7)
