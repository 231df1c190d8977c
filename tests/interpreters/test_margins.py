"""margins(): the distance to every threshold, in natural units, on met clauses too.

Against the slow definition: moved by its margin a quantity still meets, and moved one step more it does not.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from knowledge_strategies import Case, cases
from small_plan import (
    END_2021,
    END_2024,
    NOT_ADOPTED,
    ON,
    XA_MAU,
    agreed,
    asking,
    assessed,
    counted,
    due_on,
    effort,
    founded_on,
    gift,
    gifts,
    has_fund,
    households,
    jobs,
    judgement,
    near_poor_households,
    paper,
    planned,
    poor_households,
    poverty,
    poverty_rate,
    report,
    reports,
    sent_on,
    value,
)
from strategies import groups

from thidua import nodes as n
from thidua.conditions import ALWAYS, NOT_APPLICABLE, Condition
from thidua.dossiers import Dossier
from thidua.evidence import DID_NOT_HAPPEN, Paper
from thidua.findings import Finding
from thidua.interpreters.assess import assess, judge
from thidua.interpreters.margins import Margin, MarginAt, Threshold, margin_of, margins
from thidua.nodes import Op, ReadingKind
from thidua.periods import CUT_OFF, START_OF_PERIOD
from thidua.quantities import SHARE, dong, percent, years
from thidua.readings import Level, Switch
from thidua.verdicts import F, M

ON_TIME = sent_on.is_not_after(due_on)


def told(condition: Condition[Any], *papers: Paper[Any]) -> MarginAt | None:
    """The margin at the root of a clause that asks one thing."""
    found = margins(assessed(condition, *papers))
    return next((each for each in found if each.path == each.clause), None)


def margin(condition: Condition[Any], *papers: Paper[Any]) -> Margin:
    found = told(condition, *papers)
    assert found is not None
    return found.margin


def threshold(condition: Condition[Any], *papers: Paper[Any]) -> Threshold:
    found = told(condition, *papers)
    assert found is not None
    assert found.threshold is not None
    return found.threshold


def fell(start: int, end: int | None, *, by: int = 50, strictly: bool = True) -> MarginAt | None:
    asked = poor_households.falls_by_more_than if strictly else poor_households.falls_by_at_least
    papers = [counted(END_2021, start)] + ([] if end is None else [counted(END_2024, end)])
    return told(asked(percent(by), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE), *papers)


class TestFalls:
    """“giảm trên 50% so với đầu kỳ”: a household is whole, and half of a hundred is not yet more than half."""

    @pytest.mark.parametrize(
        ("start", "end", "strictly", "vi", "en"),
        [
            (100, 50, True, "mức giảm còn thiếu 1 hộ", "the fall is short by 1 household"),
            (100, 49, True, "đạt, vừa đúng mức", "met, with nothing to spare"),
            (100, 44, True, "đạt, dư 5 hộ", "met with 5 households to spare"),
            (101, 50, True, "đạt, vừa đúng mức", "met, with nothing to spare"),
            (100, 50, False, "đạt, vừa đúng mức", "met, with nothing to spare"),
            (101, 51, False, "mức giảm còn thiếu 1 hộ", "the fall is short by 1 household"),
            (1, 1, True, "mức giảm còn thiếu 1 hộ", "the fall is short by 1 household"),
        ],
    )
    def test_counts_whole_households(self, start: int, end: int, strictly: bool, vi: str, en: str) -> None:
        found = fell(start, end, strictly=strictly)

        assert found is not None
        assert (found.margin.text.vi, found.margin.text.en) == (vi, en)

    def test_the_threshold_is_the_last_figure_that_still_meets(self) -> None:
        found = fell(100, 44)

        assert found is not None
        assert found.threshold is not None
        assert (found.threshold.low, found.threshold.high, found.threshold.exclusive) == (49, 49, False)
        assert (found.threshold.text.vi, found.threshold.text.en) == ("nhiều nhất 49 hộ", "at most 49 households")

    def test_the_share_is_of_the_start(self) -> None:
        found = fell(100, 44)

        assert found is not None
        assert found.margin.share == (Fraction(1, 20), Fraction(1, 20))

    def test_there_is_none_from_zero(self) -> None:
        assert fell(0, 0) is None
        assert fell(0, 3) is None

    def test_nor_where_nothing_left_would_be_enough(self) -> None:
        assert fell(10, 0, by=100) is None
        assert fell(10, 1, by=100, strictly=False) is not None

    def test_nor_where_nothing_is_on_file(self) -> None:
        assert told(poverty.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=ALWAYS)) is None

    def test_a_missing_figure_leaves_a_range(self) -> None:
        fall = poverty.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)
        found = margin(fall, counted(END_2021, 60, 40), counted(END_2024, 40))

        assert (found.side, found.low, found.high) == ("open", None, 9)
        assert (found.text.vi, found.text.en) == (
            "nếu đạt thì dư nhiều nhất 9 hộ",
            "if met, at most 9 households to spare",
        )

    def test_a_missing_figure_may_leave_no_doubt(self) -> None:
        fall = poverty.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)
        found = margin(fall, counted(END_2021, 60, 40), counted(END_2024, 61))

        assert (found.side, found.low, found.high) == ("short", 12, None)
        assert found.text.vi == "mức giảm còn thiếu ít nhất 12 hộ"
        assert found.text.en == "the fall is short by at least 12 households"

    def test_two_missing_figures_leave_nothing_to_count(self) -> None:
        fall = poverty.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)

        assert told(fall, counted(END_2021, 60)) is None

    def test_an_unknown_start_bounds_nothing_above(self) -> None:
        fall = poor_households.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)
        found = told(fall, counted(END_2024, 3))

        assert found is not None
        assert (found.margin.low, found.margin.high) == (-3, None)
        assert found.threshold is not None
        assert found.threshold.text.vi == "mức phải đạt: chưa biết"

    def test_a_rate_falls_by_any_fraction(self) -> None:
        fall = poverty_rate.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)
        found = told(
            fall,
            paper(poverty_rate.recorded(percent("8.5"), at=END_2021), poverty_rate.recorded(percent("4"), at=END_2024)),
        )

        assert found is not None
        assert found.threshold is not None
        assert (found.threshold.low, found.threshold.exclusive) == (Fraction("0.0425"), True)
        assert found.margin.text.vi == "đạt, dư 0,25 điểm phần trăm"
        assert found.margin.share is None


class TestComparisons:
    """A figure beside a number of the law, or beside another figure."""

    @pytest.mark.parametrize(
        ("condition", "vi", "en", "bound"),
        [
            (jobs.is_at_least(3), "đạt, dư 2 người", "met with 2 persons to spare", "ít nhất 3 người"),
            (jobs.is_more_than(3), "đạt, dư 1 người", "met with 1 person to spare", "ít nhất 4 người"),
            (jobs.is_more_than(5), "còn thiếu 1 người", "short by 1 person", "ít nhất 6 người"),
            (jobs.is_at_most(5), "đạt, vừa đúng mức", "met, with nothing to spare", "nhiều nhất 5 người"),
            (jobs.is_less_than(5), "vượt mức 1 người", "over by 1 person", "nhiều nhất 4 người"),
        ],
    )
    def test_counts_to_the_last_number_that_meets(
        self, condition: Condition[Any], vi: str, en: str, bound: str
    ) -> None:
        found = told(condition, paper(jobs.recorded(5)))

        assert found is not None
        assert found.threshold is not None
        assert (found.margin.text.vi, found.margin.text.en, found.threshold.text.vi) == (vi, en, bound)

    def test_the_share_is_of_the_threshold(self) -> None:
        assert margin(jobs.is_at_least(4), paper(jobs.recorded(5))).share == (Fraction(1, 4), Fraction(1, 4))
        assert margin(jobs.is_at_least(0), paper(jobs.recorded(5))).share is None

    def test_entries_are_called_what_they_are_in_vietnamese(self) -> None:
        papers = (paper(gift("1"), gift("2")), paper(gifts.complete(entries=2, through=date(2025, 12, 15), by="x")))
        short = margin(gifts.number().is_at_least(3), *papers)

        assert (short.text.vi, short.text.en) == ("còn thiếu 1 khoản đóng góp", "short by 1")

    def test_an_open_register_may_hold_more(self) -> None:
        short = margin(gifts.number().is_at_least(3), paper(gift("1")))
        enough = margin(gifts.number().is_at_least(1), paper(gift("1"), gift("2")))

        assert (short.side, short.low, short.high) == ("open", -2, None)
        assert (enough.side, enough.low, enough.high) == ("spare", 1, None)
        assert enough.text.vi == "đạt, dư ít nhất 1 khoản đóng góp"

    def test_just_enough_in_an_open_register(self) -> None:
        enough = margin(gifts.number().is_at_least(1), paper(gift("1")))

        assert enough.text.vi == "đạt, chưa rõ dư bao nhiêu"
        assert enough.text.en == "met, by how much is not known"

    def test_money_is_counted_in_dong(self) -> None:
        total = gifts.total(value).is_at_least(dong(50))
        found = margin(
            total, paper(gift("1", 20), gift("2", 10), gifts.complete(entries=2, through=date(2025, 12, 15), by="x"))
        )

        assert found.text.vi == "còn thiếu 20 đồng"
        assert found.share == (Fraction(2, 5), Fraction(2, 5))

    def test_two_figures_that_move_in_steps_of_two(self) -> None:
        found = told((jobs + jobs).is_at_least(5), paper(jobs.recorded(3)))

        assert found is not None
        assert found.threshold is not None
        assert (found.threshold.low, found.margin.low, found.margin.side) == (6, 0, "spare")

    def test_a_threshold_that_is_itself_a_figure(self) -> None:
        found = told(
            poor_households.is_at_most(near_poor_households),
            counted(END_2024, 5, 3),
        )

        assert found is not None
        assert found.threshold is not None
        assert (found.threshold.low, found.margin.side, found.margin.low) == (3, "short", 2)

    def test_a_share_is_apart_by_percentage_points(self) -> None:
        rate = poor_households.as_share_of(households).is_at_most(percent(4))
        found = told(rate, counted(END_2024, 5), paper(households.recorded(100, at=END_2024)))

        assert found is not None
        assert found.threshold is not None
        assert (found.margin.low, found.margin.high) == (Fraction(1, 100), Fraction(1, 100))
        assert (found.margin.text.vi, found.margin.text.en) == (
            "vượt mức 1 điểm phần trăm",
            "over by 1 percentage point",
        )
        assert found.threshold.text.vi == "nhiều nhất 4%"

    def test_a_share_of_what_may_be_nothing_has_none(self) -> None:
        assert told(poor_households.as_share_of(households).is_at_most(percent(4)), counted(END_2024, 5)) is None

    def test_a_share_whose_whole_is_open_above(self) -> None:
        rate = poor_households.as_share_of(households).is_at_least(percent(4))
        papers = (paper(households.recorded(50, at=END_2024)), counted(END_2024, 1))

        assert margin(rate, *papers).text.vi == "còn thiếu 2 điểm phần trăm"

    def test_of_a_rate_that_may_be_just_too_high_nobody_knows_by_how_much(self) -> None:
        rate = poverty.as_share_of(households).is_less_than(percent(4))
        found = margin(rate, counted(END_2024, 4), paper(households.recorded(100, at=END_2024)))

        assert (found.side, found.low, found.high) == ("short", 0, None)
        assert found.text.vi == "chưa rõ còn thiếu bao nhiêu"

    def test_a_figure_at_another_moment(self) -> None:
        earlier = poor_households.at(START_OF_PERIOD).is_at_least(3)

        assert margin(earlier, counted(END_2021, 4)).text.vi == "đạt, dư 1 hộ"

    def test_a_clause_that_rests_on_another_does_not_repeat_it(self) -> None:
        first = asking(jobs.is_at_least(3), ALWAYS).clauses[0]
        plan = asking(jobs.is_at_least(3), first.is_met())
        found = margins(assess(plan, Dossier(XA_MAU, (paper(jobs.recorded(5)),)), on=ON))

        assert [(each.clause, each.path) for each in found] == [("III.2.1-1", "III.2.1-1")]

    def test_exactly_at_a_rate_that_must_be_exceeded(self) -> None:
        found = told(poverty_rate.is_less_than(percent(4)), paper(poverty_rate.recorded(percent(4), at=END_2024)))

        assert found is not None
        assert found.threshold is not None
        assert (found.margin.side, found.margin.low, found.threshold.exclusive) == ("short", 0, True)
        assert found.margin.text.vi == "đúng bằng mức, chưa đạt"
        assert found.threshold.text.vi == "dưới 4%"

    def test_an_open_reading_keeps_whole_numbers_whole(self) -> None:
        either = Switch(NOT_ADOPTED).choose(one=jobs.is_at_least(2), other=jobs.is_at_least(4))
        found = margins(assessed(either, paper(jobs.recorded(3))))

        assert [(each.path, each.margin.text.vi) for each in found] == [
            ("III.2.1-1/0", "đạt, dư 1 người"), ("III.2.1-1/1", "còn thiếu 1 người"),
        ]  # fmt: skip

    def test_a_figure_counted_twice_moves_in_steps_of_two(self) -> None:
        found = margin(jobs.times(2).is_at_least(9), paper(jobs.recorded(3)))

        assert (found.side, found.low, found.high) == ("short", 4, 4)

    def test_a_quantity_under_an_adopted_reading_is_the_figure_adopted(self) -> None:
        adopted = Switch(evolve(NOT_ADOPTED, kind=ReadingKind.QUANTITY, adopted="other"))
        either = adopted.choose(one=jobs, other=jobs.times(2))

        assert margin(either.is_at_least(9), paper(jobs.recorded(3))) == margin(
            jobs.times(2).is_at_least(9), paper(jobs.recorded(3))
        )

    def test_beyond_the_domain_there_is_nothing_to_count(self) -> None:
        assert told(has_fund.is_yes(), paper(has_fund.recorded(True))) is None
        assert told(planned.is_at_least(dong(5))) is None


class TestDays:
    """Early or late, by days; what never came has no distance."""

    def test_the_last_day_is_the_day_it_was_due(self) -> None:
        due = date(2025, 6, 20)
        papers = [paper(report("1", due, due + timedelta(days)), number="5") for days in (-3, 0, 2)]
        found = [margins(assessed(reports.are_all(ON_TIME), each))[0] for each in papers]

        assert [each.margin.text.vi for each in found] == ["đạt, sớm 3 ngày", "đạt, vừa đúng mức", "muộn 2 ngày"]
        assert [each.margin.text.en for each in found][::2] == ["met, 3 days early", "2 days late"]
        assert {each.path for each in found} == {"III.2.1-1/0"}
        assert found[0].threshold is not None
        assert (found[0].threshold.low, found[0].threshold.text.vi) == (due, "đến hết 20/6/2025")

    def test_before_and_after(self) -> None:
        founded = paper(founded_on.recorded(date(2025, 6, 20)))

        assert margin(founded_on.is_before(date(2025, 6, 20)), founded).text.vi == "muộn 1 ngày"
        for op, first in ((Op.AT_LEAST, date(2025, 6, 21)), (Op.MORE_THAN, date(2025, 6, 20))):
            late = Condition[Any](n.CompareDays(n.RecordedDay(founded_on.fact), op, n.ExactDay(first)))
            assert margin(late, founded).text.vi == "còn thiếu 1 ngày"
            assert threshold(late, founded).text.vi == "từ 21/6/2025"

    def test_a_span_of_years_is_long_enough_or_not(self) -> None:
        founded = paper(founded_on.recorded(date(2022, 12, 20)))

        assert margin(founded_on.is_at_least(years(3), before=CUT_OFF), founded).text.vi == "còn thiếu 5 ngày"
        assert margin(founded_on.is_at_least(years(2), before=CUT_OFF), founded).text.vi == "đạt, dư 360 ngày"
        assert margin(founded_on.is_at_most(years(3), before=CUT_OFF), founded).text.vi.startswith("đạt, dư")
        assert margin(founded_on.is_at_most(years(2), before=CUT_OFF), founded).text.vi.startswith("vượt mức")

    def test_what_never_came_has_no_distance(self) -> None:
        assert told(founded_on.is_before(date(2025, 6, 20)), paper(founded_on.recorded(DID_NOT_HAPPEN))) is None

    def test_what_may_never_have_come_is_bounded_on_one_side(self) -> None:
        never, came = (
            paper(founded_on.recorded(DID_NOT_HAPPEN)),
            paper(founded_on.recorded(date(2025, 6, 21)), number="9"),
        )
        open_ = margin(founded_on.is_before(date(2025, 6, 25)), never, came)
        short = margin(founded_on.is_before(date(2025, 6, 20)), never, came)

        assert (open_.side, open_.low, open_.high) == ("open", None, 3)
        assert (short.side, short.low, short.high) == ("short", 2, None)

    def test_a_day_not_on_file_has_none(self) -> None:
        due = date(2025, 6, 20)
        found = margins(assessed(reports.are_all(ON_TIME), paper(report("1", due))))

        assert found == ()


class TestScales:
    """Steps above or below what is asked; a yes or no has none between."""

    def test_counts_the_steps_between(self) -> None:
        asked = effort.is_judged_at_least(Level.DONE_WELL)
        said = [margin(asked, judgement(level)).text for level in (Level.DONE, Level.DONE_WELL, Level.EXCELLENT)]

        assert [text.vi for text in said] == ["còn thiếu 1 bậc", "đạt, vừa đúng mức", "đạt, cao hơn mức yêu cầu 1 bậc"]
        assert said[2].en == "met, 1 step above what is asked"
        assert threshold(asked, judgement()).text.vi == "từ mức “hoàn thành tốt” trở lên"

    def test_a_judgement_awaited_has_none(self) -> None:
        assert told(effort.is_judged_at_least(Level.DONE_WELL)) is None

    def test_nor_has_a_yes_or_no(self) -> None:
        said = agreed.judged(True, by="Hội đồng Mẫu", on=date(2025, 12, 2), reason="có")

        assert told(agreed.is_judged_so(), paper(said)) is None


def below(finding: Finding) -> list[Finding]:
    """Every finding, entries counted by a term apart."""
    return [finding, *(each for part in finding.parts for each in below(part))]


class TestLaws:
    """A margin and its verdict never disagree, and moving by the margin comes exactly to the threshold."""

    @given(cases(groups()))
    def test_it_is_to_spare_exactly_when_met_and_short_exactly_when_not(self, case: Case) -> None:
        for leaf in below(judge(case.predicate, case.knowledge, case.setting, case.clauses)):
            found = margin_of(leaf)
            if found is not None:
                side, low, high = found[1].side, found[1].low, found[1].high
                assert side == {M: "spare", F: "short"}.get(leaf.mask, "open")
                assert low is None or high is None or low <= high
                if side != "open":
                    assert low is not None
                    assert low >= 0
                    assert low > 0 or side == "spare" or found[0] is None or found[0].unit == SHARE

    @given(st.integers(0, 60), st.sampled_from(Op), st.integers(0, 60))
    def test_moving_a_count_by_its_margin_comes_to_the_threshold(self, counted_: int, op: Op, bound: int) -> None:
        verbs = {
            Op.AT_LEAST: jobs.is_at_least, Op.MORE_THAN: jobs.is_more_than,
            Op.AT_MOST: jobs.is_at_most, Op.LESS_THAN: jobs.is_less_than,
        }  # fmt: skip

        def holds(value: int) -> bool:
            left, right = value, bound
            return {
                Op.AT_LEAST: left >= right, Op.MORE_THAN: left > right,
                Op.AT_MOST: left <= right, Op.LESS_THAN: left < right,
            }[op]  # fmt: skip

        found = margin(verbs[op](bound), paper(jobs.recorded(counted_)))
        towards = 1 if op in (Op.AT_LEAST, Op.MORE_THAN) else -1
        moved = counted_ + towards * int(found.low or 0) * (-1 if found.side == "spare" else 1)

        assert (found.low, found.side) == (found.high, "spare" if holds(counted_) else "short")
        assert holds(moved)
        assert not holds(moved - towards)
        assert threshold(verbs[op](bound), paper(jobs.recorded(counted_))).low == moved

    @given(st.integers(1, 60), st.integers(0, 60), st.integers(1, 99), st.booleans())
    def test_moving_the_end_of_a_fall_by_its_margin_comes_to_the_threshold(
        self, start: int, end: int, by: int, strictly: bool
    ) -> None:
        def falls(value: int) -> bool:
            fallen, asked = 100 * (start - value), by * start
            return fallen > asked if strictly else fallen >= asked

        found = fell(start, end, by=by, strictly=strictly)

        assert found is not None
        distance = int(found.margin.low or 0)
        moved = end + distance if found.margin.side == "spare" else end - distance
        assert found.margin.low == found.margin.high
        assert found.margin.side == ("spare" if falls(end) else "short")
        assert falls(moved)
        assert not falls(moved + 1)

    @given(cases(groups()))
    def test_more_knowledge_is_never_outside_the_range(self, case: Case) -> None:
        """One world of what is known: its margin lies within the bounds."""
        places = {
            name: known._replace(high=known.low) if known.low is not None and not known.never else known
            for name, known in case.knowledge.places.items()
        }
        narrower = evolve(case.knowledge, places=places)
        wide = below(judge(case.predicate, case.knowledge, case.setting, case.clauses))
        narrow = below(judge(case.predicate, narrower, case.setting, case.clauses))
        for before, after in zip(wide, narrow, strict=False):
            if before.node != after.node:
                break
            outer, inner = margin_of(before), margin_of(after)
            if outer is not None and inner is not None:
                (low, high), (least, most) = signed(outer[1]), signed(inner[1])
                assert low is None or (least is not None and low <= least)
                assert high is None or (most is not None and most <= high)


def signed(found: Margin) -> tuple[Any, Any]:
    """The bounds of a margin, less than zero where it is short."""
    if found.side != "short":
        return found.low, found.high
    return None if found.high is None else -found.high, None if found.low is None else -found.low
