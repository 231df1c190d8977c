"""Typed handles on facts: their verbs build nodes."""

from datetime import date
from typing import Any

import pytest
from small_plan import (
    SUFFICIENT,
    Area,
    Terrain,
    agreed,
    area,
    due_on,
    effort,
    founded_on,
    has_fund,
    sent_on,
    terrain,
)

from thidua import nodes as n
from thidua.errors import WrongValueError
from thidua.evidence import DID_NOT_HAPPEN
from thidua.periods import CUT_OFF, END_OF_REVIEW_YEAR, ON_THE_DAY
from thidua.quantities import years
from thidua.readings import Level

DAY = date(2025, 6, 20)


class TestChoices:
    """The value lies among these."""

    @pytest.mark.parametrize("handle", [terrain, area])
    def test_need_an_option(self, handle: Any) -> None:
        with pytest.raises(
            WrongValueError, match=rf"Commune\.{handle.fact.name}: is_one_of\(\) needs at least one option"
        ):
            handle.is_one_of()

    def test_name_their_members_in_order(self) -> None:
        assert area.is_one_of(Area.II, Area.I).node == n.IsOneOf(area.fact, ("II", "I"))
        assert terrain.is_one_of(Terrain.LOW).node == n.IsOneOf(terrain.fact, ("LOW",))

    def test_are_recorded_over_the_period_or_in_force_from_a_day(self) -> None:
        assert terrain.recorded(Terrain.HIGH).value == "HIGH"
        assert area.recorded(Area.I, since=DAY).since == DAY


class TestYesAndNo:
    """That it is not recorded is neither."""

    def test_asks_for_yes(self) -> None:
        assert has_fund.is_yes().node == n.IsOneOf(has_fund.fact, ("yes",))

    def test_is_recorded_as_one_or_the_other(self) -> None:
        assert [has_fund.recorded(value).value for value in (True, False)] == [True, False]


class TestDays:
    """A day on which something happened, or was due."""

    def test_is_compared_with_a_day_a_moment_or_a_date(self) -> None:
        sent = n.RecordedDay(sent_on.fact)

        assert sent_on.is_not_after(due_on).node == n.CompareDays(sent, n.Op.AT_MOST, n.RecordedDay(due_on.fact))
        assert sent_on.is_before(CUT_OFF).node == n.CompareDays(sent, n.Op.LESS_THAN, n.DayOf(CUT_OFF))
        assert sent_on.is_before(DAY).node == n.CompareDays(sent, n.Op.LESS_THAN, n.ExactDay(DAY))

    @pytest.mark.parametrize("other", ["2025-06-20", 3, area])
    def test_is_not_compared_with_anything_else(self, other: Any) -> None:
        with pytest.raises(WrongValueError, match="expected a day or a moment but got"):
            sent_on.is_not_after(other)

    def test_so_many_years_or_more_lie_before_a_moment(self) -> None:
        later = n.YearsAfter(n.RecordedDay(founded_on.fact), 3, "28_february")

        assert founded_on.is_at_least(years(3), before=CUT_OFF).node == n.CompareDays(
            later, n.Op.AT_MOST, n.DayOf(CUT_OFF)
        )

    def test_so_many_years_at_most_lie_before_a_moment(self) -> None:
        later = n.YearsAfter(n.RecordedDay(founded_on.fact), 3, "1_march")

        assert founded_on.is_at_most(years(3), before=ON_THE_DAY, leap="1_march").node == n.CompareDays(
            later, n.Op.AT_LEAST, n.DayOf(ON_THE_DAY)
        )

    @pytest.mark.parametrize("verb", ["is_at_least", "is_at_most"])
    def test_a_bare_three_is_no_span(self, verb: str) -> None:
        with pytest.raises(WrongValueError, match=r"expected a span such as years\(3\) but got 3 \(int\)"):
            getattr(founded_on, verb)(3, before=END_OF_REVIEW_YEAR)

    def test_is_recorded_or_said_not_to_have_happened(self) -> None:
        assert founded_on.recorded(DAY).value == DAY
        assert founded_on.recorded(DID_NOT_HAPPEN).value is DID_NOT_HAPPEN


class TestJudged:
    """A judged fact has a question, an ordered scale and the bodies that may judge it."""

    def test_is_asked_at_one_level(self) -> None:
        assert effort.is_judged_at_least(Level.DONE).node == n.JudgedAtLeast(effort.fact, "DONE")

    def test_or_at_the_level_that_one_reading_says_suffices(self) -> None:
        assert effort.is_judged_at_least(SUFFICIENT).node == n.Choose(
            SUFFICIENT.reading,
            (
                ("done", n.JudgedAtLeast(effort.fact, "DONE")),
                ("done_well", n.JudgedAtLeast(effort.fact, "DONE_WELL")),
            ),
        )

    def test_the_scale_is_the_official_one_lowest_first(self) -> None:
        assert [option.label.vi for option in effort.fact.options] == [
            "không hoàn thành",
            "hoàn thành",
            "hoàn thành tốt",
            "hoàn thành xuất sắc",
        ]

    def test_or_a_yes_or_a_no(self) -> None:
        assert agreed.is_judged_so().node == n.JudgedAtLeast(agreed.fact, "YES")
        assert [option.id for option in agreed.fact.options] == ["NO", "YES"]
        assert agreed.judged(False, by="Hội đồng Mẫu", on=DAY, reason="…").value == "NO"

    def test_a_level_that_the_scale_has_not_is_refused(self) -> None:
        with pytest.raises(
            WrongValueError, match=r"Commune\.effort: 'DONE_WEL' is not one of .*did you mean 'DONE_WELL'\?"
        ):
            effort.is_judged_at_least("DONE_WEL")
