"""assess(): the cases worked by hand, each on a small plan. The laws it obeys are tested over generated cases."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from small_plan import (
    END_2021,
    END_2023,
    END_2024,
    FINAL,
    NOT_ADOPTED,
    ON,
    PLAN,
    STRICTLY,
    XA_MAU,
    Area,
    Form,
    Terrain,
    adopting,
    again,
    agreed,
    area,
    asking,
    assessed,
    counted,
    document,
    due_on,
    effort,
    founded_on,
    gift,
    gifts,
    given_on,
    halves,
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
    reading_of,
    receipted,
    report,
    reports,
    sent_on,
    setting,
    terrain,
    under_inquiry,
    value,
    verdict,
)
from small_plan import form as gift_form

from thidua import nodes as n
from thidua.conditions import (
    ALWAYS,
    NEVER,
    NOT_APPLICABLE,
    Condition,
    all_of,
    any_of,
    at_least,
    at_review,
    not_,
    unless,
    where,
)
from thidua.dossiers import Dossier
from thidua.errors import NoReviewError, UnknownNameError
from thidua.evidence import DID_NOT_HAPPEN, Paper
from thidua.findings import open_leaves
from thidua.interpreters.assess import assess, judge
from thidua.interpreters.papers import read_papers
from thidua.knowledge import Knowledge, Known, KnownEntry, KnownRegister
from thidua.periods import AT_REVIEW, CUT_OFF, END_OF_REVIEW_YEAR, ON_THE_DAY, START_OF_PERIOD, Moment
from thidua.quantities import DONG, dong, percent, years
from thidua.readings import Level, Switch
from thidua.subjects import Village
from thidua.texts import Text
from thidua.verdicts import MET, NOT_MET, VERDICTS, F, M, N
from thidua.verdicts import NOT_APPLICABLE as OUTSIDE

OPEN, CANNOT_FAIL = VERDICTS[M | F], VERDICTS[M | N]
YES = paper(has_fund.recorded(True), number="10")
NO = paper(has_fund.recorded(False), number="11")
WANTED = jobs.is_at_least(3)
ON_TIME = sent_on.is_not_after(due_on)


def fall(start: int, end: int, by: int = 50, **how: Any) -> Any:
    """The verdict on a fall of the poor households from one figure to another."""
    condition = poor_households.falls_by_more_than(
        percent(by), since=START_OF_PERIOD, **{"from_zero": NOT_APPLICABLE, **how}
    )
    return verdict(condition, counted(END_2021, start), counted(END_2024, end))


class TestFalls:
    """Quy mô hộ nghèo và hộ cận nghèo đa chiều giảm trên 50% so với đầu kỳ."""

    def test_100_to_50_is_not_met(self) -> None:
        assert fall(100, 50) == NOT_MET

    def test_100_to_49_is_met(self) -> None:
        assert fall(100, 49) == MET

    @pytest.mark.parametrize("end", [0, 50])
    def test_at_least_half_is_another_question(self, end: int) -> None:
        half = poor_households.falls_by_at_least(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)

        assert verdict(half, counted(END_2021, 100), counted(END_2024, end)) == MET
        assert verdict(half, counted(END_2021, 100), counted(END_2024, 51)) == NOT_MET

    @pytest.mark.parametrize("start", range(10, 400, 10))
    def test_at_30_percent_seven_tenths_left_is_never_met(self, start: int) -> None:
        assert fall(start, start * 7 // 10, by=30) == NOT_MET
        assert fall(start, start * 7 // 10 - 1, by=30) == MET

    def test_0_to_0_is_not_applicable(self) -> None:
        assert fall(0, 0) == OUTSIDE

    @pytest.mark.parametrize(("zero", "answer"), [(ALWAYS, MET), (NEVER, NOT_MET), (NOT_APPLICABLE, OUTSIDE)])
    def test_0_to_0_is_answered_by_a_reading_never_by_arithmetic(self, zero: Condition[Any], answer: Any) -> None:
        assert fall(0, 0, from_zero=zero) == answer

    @pytest.mark.parametrize("zero", [ALWAYS, NEVER, NOT_APPLICABLE])
    def test_0_to_3_is_not_met(self, zero: Condition[Any]) -> None:
        assert fall(0, 3, from_zero=zero) == NOT_MET

    @pytest.mark.parametrize("by", [0, 100])
    def test_the_ends_of_the_scale_are_exact(self, by: int) -> None:
        assert fall(10, 10, by=by) == NOT_MET
        assert fall(10, 9, by=by) == (MET if by == 0 else NOT_MET)
        assert fall(10, 0, by=by) == (MET if by == 0 else NOT_MET)

    def test_all_of_it_falls_by_at_least_all(self) -> None:
        every = poor_households.falls_by_at_least(percent(100), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)

        assert verdict(every, counted(END_2021, 10), counted(END_2024, 0)) == MET
        assert verdict(every, counted(END_2021, 10), counted(END_2024, 1)) == NOT_MET

    def test_poor_and_near_poor_are_summed_as_households(self) -> None:
        assert verdict(halves(), counted(END_2021, 60, 40), counted(END_2024, 49, 0)) == MET
        assert verdict(halves(), counted(END_2021, 60, 40), counted(END_2024, 25, 25)) == NOT_MET

    def test_of_a_share_it_is_exact(self) -> None:
        share = poor_households.as_share_of(households).falls_by_more_than(
            percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE
        )

        def figures(survey: Any, poor: int, all_: int) -> Paper[Any]:
            return Paper(
                document(survey.id, survey.approved_on),
                poor_households.recorded(poor, at=survey), households.recorded(all_, at=survey),
            )  # fmt: skip

        assert verdict(share, figures(END_2021, 30, 100), figures(END_2024, 15, 100)) == NOT_MET
        assert verdict(share, figures(END_2021, 30, 100), figures(END_2024, 15, 101)) == MET

    def test_of_a_share_whose_whole_may_be_zero_nothing_is_known(self) -> None:
        share = poor_households.as_share_of(households).falls_by_more_than(
            percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE
        )

        assert verdict(share, counted(END_2021, 30), counted(END_2024, 0)) == VERDICTS[M | F | N]
        assert verdict(share, *share_at((END_2021, 30, 100)), counted(END_2024, 0)) == OPEN

    def test_between_two_surveys_by_name(self) -> None:
        condition = poor_households.falls_by_more_than(
            percent(50), since=END_2021, until=END_2023, from_zero=NOT_APPLICABLE
        )

        assert verdict(condition, counted(END_2021, 100), counted(END_2023, 49), counted(END_2024, 100)) == MET

    def test_from_a_moment_to_itself_nothing_falls(self) -> None:
        condition = poor_households.falls_by_more_than(percent(50), since=AT_REVIEW, from_zero=NOT_APPLICABLE)

        assert verdict(condition) == VERDICTS[F | N]
        assert verdict(condition, counted(END_2024, 7)) == NOT_MET
        assert verdict(condition, counted(END_2024, 0)) == OUTSIDE


class TestBoundsDecideEarly:
    """Never sooner than the evidence allows, and as soon."""

    START = counted(END_2021, 60, 40)

    def test_with_60_poor_at_the_end_the_missing_near_poor_no_longer_matter(self) -> None:
        assert verdict(halves(), self.START, counted(END_2024, 60)) == NOT_MET

    def test_with_40_poor_at_the_end_they_do(self) -> None:
        assessment = assessed(halves(), self.START, counted(END_2024, 40))

        assert assessment.verdict == OPEN
        missing = [measure for leaf in open_leaves(assessment.found) for measure in leaf.measures]
        assert "near_poor_households@2024" in repr(missing)

    def test_with_50_poor_at_the_end_they_do_not(self) -> None:
        assert verdict(halves(), self.START, counted(END_2024, 50)) == NOT_MET

    def test_with_none_at_the_start_and_nothing_else_known(self) -> None:
        assert verdict(halves(), counted(END_2021, 0, 0)) == VERDICTS[F | N]

    def test_with_none_at_the_end_and_nothing_else_known(self) -> None:
        assert verdict(halves(), counted(END_2024, 0, 0)) == CANNOT_FAIL

    def test_with_nothing_known_anything_can_happen(self) -> None:
        assert verdict(halves()) == VERDICTS[M | F | N]

    def test_a_ceiling_of_the_fact_decides(self) -> None:
        assert verdict(jobs.is_at_most(1000)) == MET
        assert verdict(jobs.is_more_than(1000)) == NOT_MET
        assert verdict(jobs.is_at_least(0)) == MET

    def test_a_conflict_decides_where_both_papers_agree(self) -> None:
        one, other = paper(jobs.recorded(4), number="20"), paper(jobs.recorded(9), number="21")

        assert verdict(jobs.is_at_least(3), one, other) == MET
        assert verdict(jobs.is_at_least(5), one, other) == OPEN
        assert verdict(jobs.is_at_least(10), one, other) == NOT_MET


class TestComparisons:
    """Linear forms with the coefficients of each place collected before bounding; no division."""

    @pytest.mark.parametrize(
        ("verb", "at_2", "at_3", "at_4"),
        [
            ("is_at_least", NOT_MET, MET, MET),
            ("is_more_than", NOT_MET, NOT_MET, MET),
            ("is_at_most", MET, MET, NOT_MET),
            ("is_less_than", MET, NOT_MET, NOT_MET),
        ],
    )
    def test_each_at_its_boundary(self, verb: str, at_2: Any, at_3: Any, at_4: Any) -> None:
        condition = getattr(jobs, verb)(3)

        assert [verdict(condition, paper(jobs.recorded(count))) for count in (2, 3, 4)] == [at_2, at_3, at_4]
        assert verdict(condition) == OPEN

    def test_twice_start_less_end_against_start_reads_start_once(self) -> None:
        start, end = poor_households.at(START_OF_PERIOD), poor_households
        condition = (start - end).times(2).is_more_than(start)

        assert verdict(condition, counted(END_2024, 0)) == OPEN
        assert verdict(condition, counted(END_2021, 100), counted(END_2024, 50)) == NOT_MET
        assert verdict(condition, counted(END_2021, 100), counted(END_2024, 49)) == MET

    def test_a_quantity_is_never_more_than_itself(self) -> None:
        assert verdict(jobs.is_more_than(jobs)) == NOT_MET
        assert verdict(jobs.is_at_least(jobs)) == MET
        assert verdict((jobs + jobs).is_at_least(jobs.times(2))) == MET
        assert verdict(gifts.number().is_at_least(gifts.number())) == MET
        assert verdict(gifts.total(value).is_less_than(gifts.total(value))) == NOT_MET

    def test_what_is_read_twice_counts_once_each_way(self) -> None:
        condition = (poor_households + near_poor_households).is_at_least(poor_households)

        assert verdict(condition) == MET

    def test_numbers_of_the_law_are_collected_too(self) -> None:
        most = jobs + jobs
        bound: Any = evolve(jobs, node=n.Sum((jobs.node, n.Exactly(3, jobs.fact.unit))))

        assert verdict(most.is_at_least(bound), paper(jobs.recorded(3))) == MET
        assert verdict(most.is_at_least(bound), paper(jobs.recorded(2))) == NOT_MET

    def test_half_of_a_number_is_exact(self) -> None:
        assert (
            verdict(jobs.times(Fraction(1, 3)).is_at_least(jobs.times(Fraction(1, 3))), paper(jobs.recorded(1))) == MET
        )
        assert verdict(jobs.times(Fraction(1, 3)).is_at_least(1), paper(jobs.recorded(3))) == MET
        assert verdict(jobs.times(0).is_at_least(0)) == MET
        assert verdict(jobs.times(-1).is_at_most(0)) == MET

    def test_an_amount_against_a_target(self) -> None:
        raised = gifts.total(value).is_at_least(planned)
        filed = paper(gift("PT-01", 30), gift("PT-02", 20), gifts.complete(entries=2, through=ON, by="Văn phòng xã"))

        assert verdict(raised, filed, paper(planned.recorded(dong(50)), number="20")) == MET
        assert verdict(raised, filed, paper(planned.recorded(dong(51)), number="20")) == NOT_MET
        assert verdict(raised, filed) == OPEN

    def test_a_rate_published_by_a_survey(self) -> None:
        said = Paper(document("9", END_2024.approved_on), poverty_rate.recorded(percent("4.5"), at=END_2024))

        assert verdict(poverty_rate.is_at_most(percent("4.5")), said) == MET
        assert verdict(poverty_rate.is_less_than(percent("4.5")), said) == NOT_MET

    def test_another_moment_is_read_there(self) -> None:
        condition = poverty.at(START_OF_PERIOD).is_at_least(100)

        assert verdict(condition, counted(END_2021, 60, 40)) == MET
        assert verdict(condition, counted(END_2024, 60, 40)) == OPEN


def share_at(*figures: tuple[Any, int, int]) -> list[Paper[Any]]:
    return [
        Paper(
            document(survey.id, survey.approved_on), poor_households.recorded(poor, at=survey),
            households.recorded(all_, at=survey),
        )
        for survey, poor, all_ in figures
    ]  # fmt: skip


class TestQuotients:
    """A denominator that may be zero leaves a ratio undetermined unless a guard excludes it."""

    SHARE = poor_households.as_share_of(households)

    def test_a_share_is_compared_without_dividing(self) -> None:
        assert verdict(self.SHARE.is_at_most(percent(30)), *share_at((END_2024, 30, 100))) == MET
        assert verdict(self.SHARE.is_less_than(percent(30)), *share_at((END_2024, 30, 100))) == NOT_MET

    def test_a_whole_of_zero_leaves_it_open(self) -> None:
        assert verdict(self.SHARE.is_at_most(percent(30)), *share_at((END_2024, 0, 0))) == OPEN

    def test_a_whole_that_is_not_known_leaves_it_open(self) -> None:
        assert verdict(self.SHARE.is_at_most(percent(30)), counted(END_2024, 3)) == OPEN

    def test_a_guard_excludes_zero(self) -> None:
        condition = where(households.is_at_least(1), self.SHARE.is_at_most(percent(30)))

        assert verdict(condition, *share_at((END_2024, 0, 0))) == OUTSIDE

    def test_a_share_of_itself_is_all_of_it(self) -> None:
        assert verdict(households.as_share_of(households).is_at_least(percent(100)), *share_at((END_2024, 1, 7))) == MET

    def test_at_another_moment_it_is_read_there(self) -> None:
        condition = self.SHARE.at(START_OF_PERIOD).is_at_least(percent(30))

        assert verdict(condition, *share_at((END_2021, 30, 100), (END_2024, 1, 100))) == MET

    def test_two_shares_are_compared(self) -> None:
        condition = self.SHARE.is_less_than(self.SHARE.at(START_OF_PERIOD))

        assert verdict(condition, *share_at((END_2021, 30, 100), (END_2024, 29, 100))) == MET
        assert verdict(condition, *share_at((END_2021, 30, 100), (END_2024, 30, 100))) == NOT_MET

    @pytest.mark.parametrize(
        ("part", "whole", "low", "high"),
        [
            ((1, 1), (4, 4), Fraction(1, 4), Fraction(1, 4)),
            ((1, 2), (4, 8), Fraction(1, 8), Fraction(1, 2)),
            ((1, None), (4, 8), Fraction(1, 8), None),
            ((1, 2), (4, None), 0, Fraction(1, 2)),
            ((0, 2), (4, None), 0, Fraction(1, 2)),
            ((None, 2), (4, 8), None, Fraction(1, 2)),
            ((-2, -1), (4, 8), Fraction(-1, 2), Fraction(-1, 8)),
            ((-2, -1), (4, None), Fraction(-1, 2), 0),
            ((1, 2), (0, 8), None, None),
            ((1, 2), (None, 8), None, None),
        ],
    )
    def test_the_bounds_of_a_share_are_those_of_its_corners(self, part: Any, whole: Any, low: Any, high: Any) -> None:
        knowledge = Knowledge({"poor_households@2024": Known(*part), "households@2024": Known(*whole)})
        share = judge(self.SHARE.is_at_least(percent(30)).node, knowledge, setting()).measures[0]

        assert (share.low, share.high) == (low, high)


class TestChoicesAndJudgements:
    """Missing is never false; under a negation too."""

    @pytest.mark.parametrize("condition", [has_fund.is_yes(), not_(has_fund.is_yes()), terrain.is_one_of(Terrain.LOW)])
    def test_what_is_not_recorded_is_open(self, condition: Condition[Any]) -> None:
        assert verdict(condition) == OPEN

    def test_a_recorded_value_decides(self) -> None:
        assert [verdict(has_fund.is_yes(), said) for said in (YES, NO)] == [MET, NOT_MET]
        assert [verdict(not_(has_fund.is_yes()), said) for said in (YES, NO)] == [NOT_MET, MET]

    def test_every_option_together_is_met_whatever_it_is(self) -> None:
        assert verdict(area.is_one_of(*Area)) == MET

    @pytest.mark.parametrize(
        ("level", "found"),
        [(Level.NOT_DONE, NOT_MET), (Level.DONE, NOT_MET), (Level.DONE_WELL, MET), (Level.EXCELLENT, MET)],
    )
    def test_a_judgement_reaches_a_level_or_not(self, level: Level, found: Any) -> None:
        assert verdict(effort.is_judged_at_least(Level.DONE_WELL), judgement(level)) == found

    def test_the_lowest_level_is_always_reached(self) -> None:
        assert verdict(effort.is_judged_at_least(Level.NOT_DONE)) == MET

    def test_a_yes_or_no_is_judged_too(self) -> None:
        def said(value: bool) -> Paper[Any]:
            return Paper(document("BB"), agreed.judged(value, by="Hội đồng Mẫu", on=date(2025, 6, 30), reason="…"))

        assert [verdict(agreed.is_judged_so(), said(value)) for value in (True, False)] == [MET, NOT_MET]

    def test_without_a_judgement_numbers_do_not_help(self) -> None:
        everything = (YES, paper(jobs.recorded(1000), number="20"), counted(END_2021, 9, 9), counted(END_2024, 0, 0))

        assert verdict(effort.is_judged_at_least(Level.DONE), *everything) == OPEN


class TestDays:
    """A day recorded as not having happened fails every comparison; one not on file leaves it open."""

    @pytest.mark.parametrize(
        ("day", "found"),
        [
            (date(2025, 12, 14), MET),
            (date(2025, 12, 15), MET),
            (date(2025, 12, 16), NOT_MET),
            (DID_NOT_HAPPEN, NOT_MET),
        ],
    )
    def test_on_the_cut_off_or_before(self, day: Any, found: Any) -> None:
        assert verdict(founded_on.is_not_after(CUT_OFF), paper(founded_on.recorded(day))) == found

    def test_before_is_strict(self) -> None:
        assert verdict(founded_on.is_before(date(2025, 6, 1)), paper(founded_on.recorded(date(2025, 6, 1)))) == NOT_MET
        assert verdict(founded_on.is_before(date(2025, 6, 1)), paper(founded_on.recorded(date(2025, 5, 31)))) == MET

    def test_not_on_file_is_open(self) -> None:
        assert verdict(founded_on.is_not_after(CUT_OFF)) == OPEN

    def test_papers_that_disagree_leave_open_what_lies_between(self) -> None:
        early, late, never = (
            paper(founded_on.recorded(day), number=str(order))
            for order, day in enumerate((date(2025, 6, 1), date(2025, 12, 31), DID_NOT_HAPPEN))
        )

        assert verdict(founded_on.is_not_after(CUT_OFF), early, late) == OPEN
        assert verdict(founded_on.is_not_after(CUT_OFF), early, never) == OPEN
        assert verdict(founded_on.is_not_after(CUT_OFF), late, never) == NOT_MET

    @pytest.mark.parametrize(
        ("day", "leap", "found"),
        [
            (date(2022, 12, 15), "28_february", MET),
            (date(2022, 12, 16), "28_february", NOT_MET),
        ],
    )
    def test_three_full_years_before_the_cut_off(self, day: date, leap: Any, found: Any) -> None:
        condition = founded_on.is_at_least(years(3), before=CUT_OFF, leap=leap)

        assert verdict(condition, paper(founded_on.recorded(day))) == found

    @pytest.mark.parametrize(
        ("on", "leap", "found"),
        [
            (date(2023, 2, 27), "28_february", NOT_MET),
            (date(2023, 2, 28), "28_february", MET),
            (date(2023, 2, 28), "1_march", NOT_MET),
            (date(2023, 3, 1), "1_march", MET),
        ],
    )
    def test_an_escape_on_29_february_2020_counts_three_years_on_the_day_the_rule_says(
        self, on: date, leap: Any, found: Any
    ) -> None:
        condition = founded_on.is_at_least(years(3), before=ON_THE_DAY, leap=leap)

        assert (
            verdict(condition, paper(founded_on.recorded(date(2020, 2, 29)), issued_on=date(2022, 1, 1)), on=on)
            == found
        )

    def test_three_years_at_most_include_the_anniversary(self) -> None:
        condition = founded_on.is_at_most(years(3), before=CUT_OFF)

        assert verdict(condition, paper(founded_on.recorded(date(2022, 12, 15)))) == MET
        assert verdict(condition, paper(founded_on.recorded(date(2022, 12, 14)))) == NOT_MET
        assert verdict(condition) == OPEN

    def test_the_end_of_the_year_of_the_review_is_a_day(self) -> None:
        condition = founded_on.is_at_least(years(3), before=END_OF_REVIEW_YEAR)

        assert verdict(condition, paper(founded_on.recorded(date(2022, 12, 31)))) == MET

    @pytest.mark.parametrize("op", n.Op)
    def test_each_comparison_of_two_known_days(self, op: n.Op) -> None:
        holds = {
            n.Op.AT_MOST: (True, True, False), n.Op.LESS_THAN: (True, False, False),
            n.Op.AT_LEAST: (False, True, True), n.Op.MORE_THAN: (False, False, True),
        }[op]  # fmt: skip
        days = (date(2025, 6, 1), date(2025, 6, 2), date(2025, 6, 3))
        condition: Condition[Any] = Condition(
            n.CompareDays(n.RecordedDay(founded_on.fact), op, n.ExactDay(date(2025, 6, 2)))
        )

        found = [verdict(condition, paper(founded_on.recorded(day))) for day in days]
        assert found == [MET if so else NOT_MET for so in holds]

    @pytest.mark.parametrize("moment", [START_OF_PERIOD, Moment("someday", Text("", ""))])
    def test_a_moment_that_is_no_day_is_refused(self, moment: Moment) -> None:
        with pytest.raises(
            UnknownNameError,
            match=f"moment '{moment.id}' is no day; (there are: cut_off, end_of_review_year, on|did you mean)",
        ):
            verdict(founded_on.is_not_after(moment), paper(founded_on.recorded(ON)))


class TestRegisters:
    """All, how many, and how much, over the entries on file and those nobody has shown."""

    SENT, LATE, NEVER_SENT, NOT_ON_FILE = (
        report("BC-01", date(2025, 6, 20), date(2025, 6, 20)),
        report("BC-02", date(2025, 6, 20), date(2025, 6, 21)),
        report("BC-03", date(2025, 6, 20), DID_NOT_HAPPEN),
        report("BC-04", date(2025, 6, 20)),
    )

    @staticmethod
    def complete(entries: int) -> Any:
        return reports.complete(entries=entries, through=ON, by="Văn phòng xã")

    def test_a_report_recorded_as_never_sent_fails(self) -> None:
        assert verdict(reports.are_all(ON_TIME), paper(self.SENT, self.NEVER_SENT)) == NOT_MET

    def test_a_report_merely_not_on_file_leaves_it_open(self) -> None:
        assert verdict(reports.are_all(ON_TIME), paper(self.SENT, self.NOT_ON_FILE, self.complete(2))) == OPEN

    def test_all_on_time_and_complete_is_met(self) -> None:
        assert verdict(reports.are_all(ON_TIME), paper(self.SENT, self.complete(1))) == MET

    def test_an_entry_whose_filter_is_not_applicable_is_not_counted(self) -> None:
        early = due_on.is_before(date(2025, 1, 1))

        assert verdict(reports.are_all(ON_TIME, among=early), paper(self.LATE, self.complete(1))) == OUTSIDE

    def test_how_many_counts_what_meets_and_what_may(self) -> None:
        filed = paper(self.SENT, self.LATE, self.NOT_ON_FILE, self.complete(3))

        assert verdict(reports.number(where=ON_TIME).is_at_least(1), filed) == MET
        assert verdict(reports.number(where=ON_TIME).is_at_least(2), filed) == OPEN
        assert verdict(reports.number(where=ON_TIME).is_at_least(3), filed) == NOT_MET

    def test_an_open_register_bounds_from_below_only(self) -> None:
        filed = paper(self.SENT)

        assert verdict(reports.number().is_at_least(1), filed) == MET
        assert verdict(reports.number().is_at_least(2), filed) == OPEN
        assert verdict(reports.number().is_at_most(1), filed) == OPEN
        assert verdict(reports.number(where=NEVER).is_at_most(0), filed) == MET

    def test_how_much_adds_what_counts(self) -> None:
        total = gifts.total(value, where=receipted.is_yes())
        filed = paper(
            gift("PT-01", 30, receipt=True), gift("PT-02", 20, receipt=False),
            gifts.complete(entries=2, through=ON, by="Văn phòng xã"),
        )  # fmt: skip

        assert verdict(total.is_at_least(dong(30)), filed) == MET
        assert verdict(total.is_more_than(dong(30)), filed) == NOT_MET

    def test_how_much_is_bounded_by_what_may_count(self) -> None:
        total = gifts.total(value, where=receipted.is_yes())
        filed = paper(
            gift("PT-01", 30, receipt=True), gift("PT-02", 20), gift("PT-03", receipt=False),
            gifts.complete(entries=3, through=ON, by="Văn phòng xã"),
        )  # fmt: skip

        assert verdict(total.is_at_least(dong(30)), filed) == MET
        assert verdict(total.is_at_least(dong(50)), filed) == OPEN
        assert verdict(total.is_at_least(dong(51)), filed) == NOT_MET

    def test_an_entry_whose_value_is_not_on_file_may_be_worth_anything(self) -> None:
        filed = paper(gift("PT-01", 30), gift("PT-02"), gifts.complete(entries=2, through=ON, by="Văn phòng xã"))

        assert verdict(gifts.total(value).is_at_least(dong(30)), filed) == MET
        assert verdict(gifts.total(value).is_at_most(dong(30)), filed) == OPEN

    def test_an_entry_that_nobody_has_shown_may_be_worth_anything(self) -> None:
        filed = paper(gift("PT-01", 30), gifts.complete(entries=2, through=ON, by="Văn phòng xã"))

        assert verdict(gifts.total(value).is_at_most(dong(30)), filed) == OPEN
        assert verdict(gifts.total(value, where=NEVER).is_at_most(dong(0)), filed) == MET

    def test_how_much_of_entries_too_many_leaves_out_the_largest(self) -> None:
        filed = paper(
            gift("PT-01", 30), gift("PT-02", 20), gifts.complete(entries=1, through=ON, by="Văn phòng xã"),
        )  # fmt: skip

        assert verdict(gifts.total(value).is_at_least(dong(20)), filed) == MET
        assert verdict(gifts.total(value).is_at_least(dong(21)), filed) == OPEN

    def test_too_many_entries_may_each_be_the_one_that_does_not_belong(self) -> None:
        assert verdict(reports.are_all(ON_TIME), paper(self.SENT, self.LATE, self.complete(1))) == OPEN
        assert verdict(reports.are_all(ON_TIME), paper(self.LATE, self.LATE, self.complete(0))) == VERDICTS[M | F | N]

    def test_an_entry_is_read_with_its_own_facts(self) -> None:
        labour = paper(gifts.entry("PT-01", given_on.recorded(date(2025, 1, 1)), gift_form.recorded(Form.LABOUR)))

        assert verdict(gifts.number(where=gift_form.is_one_of(Form.LABOUR)).is_at_least(1), labour) == MET


BALANCE = evolve(value.fact, name="balance", low=None, high=None)


def summed(held: KnownRegister, fact: n.Fact = BALANCE, where_: Condition[Any] = ALWAYS) -> tuple[Any, Any]:
    """The bounds of what the entries of a register add up to."""
    books = evolve(gifts.register, fields=(given_on.fact, fact))
    asked = n.Compare(n.Total(books, fact, where_.node), n.Op.AT_LEAST, n.Exactly(0, DONG))
    total = judge(asked, Knowledge({}, {"gifts": held}), setting()).measures[0]
    return total.low, total.high


def entries(*balances: tuple[Any, Any], certain: bool = True) -> tuple[KnownEntry, ...]:
    return tuple(KnownEntry(str(key), {"balance": Known(*ends)}, certain) for key, ends in enumerate(balances))


class TestSumsOfWhatMayBeNegative:
    """Another place's field may be negative; entries that may not belong then move either bound outwards."""

    def test_a_certain_entry_counts_whatever_its_sign(self) -> None:
        assert summed(KnownRegister(entries((-3, -3), (4, 4)), unseen_high=0)) == (1, 1)

    def test_an_uncertain_entry_counts_perhaps(self) -> None:
        assert summed(KnownRegister(entries((-3, -2), certain=False), unseen_high=0)) == (-3, 0)
        assert summed(KnownRegister(entries((2, 3), certain=False), unseen_high=0)) == (0, 3)
        assert summed(KnownRegister(entries((None, None), certain=False), unseen_high=0)) == (None, None)

    def test_an_entry_too_many_is_left_out_where_that_widens(self) -> None:
        assert summed(KnownRegister(entries((-3, -3), (4, 4)), surplus=1, unseen_high=0)) == (-3, 4)
        assert summed(KnownRegister(entries((0, 0)), surplus=1, unseen_high=0)) == (0, 0)

    @pytest.mark.parametrize(
        ("low", "high", "unseen_high", "found"),
        [
            (None, None, 2, (None, None)),
            (-5, 10, 2, (-10, 20)),
            (-5, 10, None, (None, None)),
            (-5, -1, 2, (-10, -1)),
            (1, 10, 2, (1, 20)),
            (-5, 0, None, (None, 0)),
            (0, None, 2, (0, None)),
        ],
    )
    def test_entries_that_nobody_has_shown_lie_in_the_domain(
        self, low: Any, high: Any, unseen_high: Any, found: Any
    ) -> None:
        fact = evolve(BALANCE, low=low, high=high)

        assert summed(KnownRegister(unseen_low=1, unseen_high=unseen_high), fact) == found

    def test_entries_that_nobody_has_shown_count_perhaps(self) -> None:
        fact = evolve(BALANCE, low=-5, high=-1)
        held = KnownRegister(unseen_low=1, unseen_high=2)

        assert summed(held, fact, receipted.is_yes()) == (-10, 0)
        assert summed(held, fact, NEVER) == (0, 0)


class TestCombinations:
    """Combinators are lifted point-wise to sets; no branch is skipped."""

    def test_of_all_and_of_one(self) -> None:
        assert verdict(all_of(has_fund.is_yes(), WANTED), YES) == OPEN
        assert verdict(all_of(has_fund.is_yes(), WANTED), NO) == NOT_MET
        assert verdict(any_of(has_fund.is_yes(), WANTED), YES) == MET
        assert verdict(any_of(has_fund.is_yes(), WANTED), NO) == OPEN

    @pytest.mark.parametrize(("mode", "found"), [("cap", MET), ("strict", NOT_MET), ("not_applicable", OUTSIDE)])
    def test_at_least_two_of_which_one_applies(self, mode: Any, found: Any) -> None:
        condition = at_least(2, has_fund.is_yes(), NOT_APPLICABLE, NOT_APPLICABLE, if_fewer_applicable=mode)

        assert verdict(condition, YES) == found

    @pytest.mark.parametrize("mode", ["cap", "strict", "not_applicable"])
    def test_at_least_one_of_which_none_applies_does_not_apply_in_any_mode(self, mode: Any) -> None:
        assert verdict(at_least(1, NOT_APPLICABLE, NOT_APPLICABLE, if_fewer_applicable=mode)) == OUTSIDE

    def test_where_the_guard_is_open_so_is_whether_it_applies(self) -> None:
        assert verdict(where(has_fund.is_yes(), ALWAYS)) == CANNOT_FAIL
        assert verdict(where(has_fund.is_yes(), NEVER), YES) == NOT_MET
        assert verdict(where(has_fund.is_yes(), NEVER), NO) == OUTSIDE

    def test_every_part_is_found_though_the_first_decides(self) -> None:
        found = assessed(all_of(has_fund.is_yes(), WANTED), NO).finding("III.2.1-1")

        assert [part.verdict for part in found.parts] == [NOT_MET, OPEN]

    def test_what_disqualifies_loses_the_whole(self) -> None:
        plan = asking(has_fund.is_yes(), group=unless(has_fund.is_yes(), under_inquiry.is_yes()))

        def found(*papers: Paper[Any]) -> Any:
            return assess(plan, Dossier(XA_MAU, papers), on=ON).verdict

        assert found(YES, paper(under_inquiry.recorded(False), number="20")) == MET
        assert found(YES, paper(under_inquiry.recorded(True), number="20")) == NOT_MET
        assert found(YES) == OPEN
        assert found(NO) == NOT_MET

    def test_the_review_is_known(self) -> None:
        at_the_final = at_review(Text("khi tổng kết", "at the final review"), "final")

        assert verdict(at_the_final) == MET
        assert verdict(at_the_final, on=date(2023, 6, 1)) == NOT_MET


class TestReadings:
    """A reading with nothing adopted gives the union of its options' sets."""

    def test_the_adopted_option_is_followed(self) -> None:
        choose = STRICTLY.choose(more_than=has_fund.is_yes(), at_least=NEVER)

        assert verdict(choose, YES) == MET

    def test_another_option_can_be_adopted(self) -> None:
        choose = adopting(STRICTLY, "at_least").choose(more_than=has_fund.is_yes(), at_least=NEVER)

        assert verdict(choose, YES) == NOT_MET

    def test_with_nothing_adopted_every_option_is_possible(self) -> None:
        choose = Switch(NOT_ADOPTED).choose(one=has_fund.is_yes(), other=NOT_APPLICABLE)

        assert verdict(choose, YES) == CANNOT_FAIL
        assert verdict(choose, NO) == VERDICTS[F | N]
        assert len(assessed(choose, YES).finding("III.2.1-1").parts) == 2

    def test_of_a_quantity_too(self) -> None:
        either = Switch(NOT_ADOPTED).choose(one=jobs, other=jobs.times(2))
        said = paper(jobs.recorded(3))

        assert verdict(either.is_at_least(3), said) == MET
        assert verdict(either.is_at_least(4), said) == OPEN
        assert verdict(either.is_at_least(7), said) == NOT_MET
        assert verdict(either.is_at_least(either), said) == MET
        assert verdict(either.is_at_least(3)) == OPEN

    def test_of_a_quantity_the_adopted_option_is_counted(self) -> None:
        chosen = Switch(reading_of("C-02", "one", "other", adopted="other")).choose(one=jobs, other=jobs.times(2))

        assert verdict(chosen.is_at_least(6), paper(jobs.recorded(3))) == MET
        assert verdict(chosen.is_at_least(jobs + jobs)) == MET


class TestClauses:
    """A clause can be a part of what its group, or a later clause, requires."""

    def test_the_group_rests_on_its_clauses(self) -> None:
        assessment = assess(PLAN, Dossier(XA_MAU), on=ON)

        assert [name for name, _ in assessment.clauses] == ["III.2.1-1", "III.2.1-2", "III.2.1-3"]
        assert [part.node for part in assessment.found.parts] == [n.ClauseMet(name) for name, _ in assessment.clauses]
        assert assessment.found.parts[0].parts == (assessment.finding("III.2.1-1"),)

    def test_a_reference_is_found_as_the_clause_was(self) -> None:
        assert assessed(has_fund.is_yes(), NO).verdict == NOT_MET
        assert assessed(has_fund.is_yes(), YES).of("III.2.1-1") == MET

    def test_any_predicate_can_be_judged_with_the_clauses_it_refers_to(self) -> None:
        knowledge = read_papers(asking(has_fund.is_yes()), Dossier(XA_MAU, (YES,)), setting())
        found = judge(n.ClauseMet("first"), knowledge, setting(), {"first": has_fund.is_yes().node})

        assert found.verdict == MET

    def test_the_clause_of_another_group_is_refused(self) -> None:
        with pytest.raises(UnknownNameError, match=r"III.2.1 has no clause 'III.2.2-1'; did you mean"):
            assess(PLAN, Dossier(XA_MAU), on=ON).of("III.2.2-1")

    def test_a_clause_can_be_given_itself(self) -> None:
        assessment = assess(PLAN, Dossier(XA_MAU), on=ON)

        assert assessment.of(PLAN.clauses[0]) == assessment.of("III.2.1-1")


class TestAssessing:
    """The plan comes first, the day is given, the review is the plan's."""

    def test_at_the_interim_review_of_2023(self) -> None:
        assessment = assess(PLAN, Dossier(XA_MAU), on=date(2023, 12, 31))

        assert (assessment.setting.review.id, assessment.setting.survey(AT_REVIEW.id).id) == ("interim", "2022")

    def test_a_review_can_be_named(self) -> None:
        assert assess(PLAN, Dossier(XA_MAU), on=ON, review="special").setting.review.id == "special"

    def test_on_a_day_of_no_review_one_must_be_named(self) -> None:
        with pytest.raises(NoReviewError):
            assess(PLAN, Dossier(XA_MAU), on=date(2024, 6, 1))

    def test_a_kind_of_subject_that_the_plan_does_not_address_is_refused(self) -> None:
        with pytest.raises(UnknownNameError, match="Village"):
            assess(PLAN, Dossier(Village("1", "Bản Mẫu")), on=ON)

    def test_two_days_of_one_review_are_prepared_apart(self) -> None:
        condition = founded_on.is_at_least(years(3), before=ON_THE_DAY)
        said = paper(founded_on.recorded(date(2022, 6, 15)), issued_on=date(2022, 7, 1))

        assert [verdict(condition, said, on=date(2025, 6, day)) for day in (14, 15)] == [NOT_MET, MET]

    def test_a_day_before_the_cut_off_is_its_own_cut_off(self) -> None:
        assert assess(PLAN, Dossier(XA_MAU), on=date(2025, 3, 1)).setting.cut_off == date(2025, 3, 1)
        assert FINAL.cut_off == date(2025, 12, 15)

    def test_an_assessment_survives_pickling(self) -> None:
        assessment = assessed(halves(), counted(END_2021, 60, 40), counted(END_2024, 40))

        assert again(assessment) == assessment


class TestAwaitsOnlyJudgement:
    """“Awaiting only judgement” is a state that tables and reports count by itself."""

    def test_when_every_open_leaf_is_a_judgement_not_yet_made(self) -> None:
        both = all_of(effort.is_judged_at_least(Level.DONE), agreed.is_judged_so(), has_fund.is_yes())

        assert assessed(both, YES).awaits_only_judgement is True
        assert assessed(both).awaits_only_judgement is False

    def test_not_when_the_verdict_stands_already(self) -> None:
        both = all_of(effort.is_judged_at_least(Level.DONE), has_fund.is_yes())

        assert assessed(both, NO).awaits_only_judgement is False
        assert assessed(both, YES, judgement()).awaits_only_judgement is False

    def test_what_is_open_without_deciding_does_not_count(self) -> None:
        either = all_of(effort.is_judged_at_least(Level.DONE), any_of(has_fund.is_yes(), WANTED))

        assert assessed(either, YES).awaits_only_judgement is True

    def test_a_conflict_between_judgements_awaits_more_than_one(self) -> None:
        two = (
            judgement(Level.DONE_WELL),
            Paper(document("BB-02"), effort.judged(Level.DONE, by="Phòng Mẫu", on=date(2025, 6, 30), reason="…")),
        )

        assert assessed(effort.is_judged_at_least(Level.DONE_WELL), *two).awaits_only_judgement is False

    def test_a_fact_on_file_is_read_though_only_judgement_is_missing(self) -> None:
        assert verdict(near_poor_households.is_at_least(0)) == MET
