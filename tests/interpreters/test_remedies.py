"""remedies(): what would help, in the small plan whose words and figures are invented."""

from __future__ import annotations

import json
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve, frozen
from small_plan import (
    END_2021,
    END_2024,
    END_2025,
    LAST_SURVEY,
    NOT_ADOPTED,
    PLAN,
    XA_MAU,
    Area,
    Form,
    Terrain,
    area,
    asking,
    counted,
    due_on,
    effort,
    form,
    founded_on,
    gift,
    gifts,
    given_on,
    halves,
    has_fund,
    jobs,
    judgement,
    near_poor_households,
    paper,
    planned,
    poor_households,
    poverty_rate,
    receipted,
    report,
    reports,
    sent_on,
    terrain,
    value,
)

from thidua import DID_NOT_HAPPEN, assess, dong, percent, remedies, remedies_data, remedies_text, years
from thidua.changes import Changes
from thidua.conditions import ALWAYS, NEVER, Condition, all_of, any_of, at_least, at_review, not_, unless, where
from thidua.dossiers import Dossier
from thidua.evidence import Paper
from thidua.findings import Assessment
from thidua.interpreters.levels import LEVELS
from thidua.interpreters.remedying import solving
from thidua.interpreters.remedying.changeable import way_of
from thidua.interpreters.remedying.lost import LOST
from thidua.interpreters.remedying.remedy import Added, Becomes, Cost, Happens, Moved, Remedied, Remedy, Waits
from thidua.interpreters.sections_lowered import remedies_lowered
from thidua.movements import Plan
from thidua.nodes import Fact, Kind, ReadingKind
from thidua.periods import CUT_OFF
from thidua.quantities import Exact
from thidua.readings import Switch
from thidua.sources import Document
from thidua.subjects import Commune
from thidua.texts import Text

ON = date(2025, 6, 30)
CUT_OFF_DAY = date(2025, 12, 15)
FIRST = "III.2.1-1"


def ahead(plan: Plan) -> Plan:
    """The plan where cuối kỳ is the survey of the review's own year, which is approved only afterwards."""
    readings = tuple(evolve(r, adopted="same_year") if r.id == LAST_SURVEY.id else r for r in plan.readings)
    return evolve(plan, readings=readings)


def assessed(
    condition: Condition[Commune], *papers: Paper[Commune], on: date = ON, plan: Plan | None = None
) -> Assessment[Commune]:
    return assess(plan or asking(condition), Dossier(XA_MAU, papers), on=on)


def answer(condition: Condition[Commune], *papers: Paper[Commune], on: date = ON, plan: Plan | None = None) -> Remedied:
    """What would help the one clause."""
    return remedies(assessed(condition, *papers, on=on, plan=plan)).clauses[0]


def changes(condition: Condition[Commune], *papers: Paper[Commune], on: date = ON, plan: Plan | None = None) -> Any:
    """The changes of each remedy."""
    return [remedy.changes for remedy in answer(condition, *papers, on=on, plan=plan).remedies]


def codes(condition: Condition[Commune], *papers: Paper[Commune], on: date = ON, plan: Plan | None = None) -> list[str]:
    """Why nothing helps."""
    found = answer(condition, *papers, on=on, plan=plan)
    assert not found.remedies
    return [lost.code for lost in found.lost]


def said(condition: Condition[Commune], *papers: Paper[Commune], on: date = ON, plan: Plan | None = None) -> str:
    return remedies_text(assessed(condition, *papers, on=on, plan=plan))


def expected(poor: int, near_poor: int) -> Paper[Commune]:
    """Figures that the survey to come is expected to find, without a document yet."""
    figures = poor_households.recorded(poor, at=END_2025), near_poor_households.recorded(near_poor, at=END_2025)
    return Paper(None, *figures)


def filed(*said_: Any, entries: int, register: Any = gifts) -> Paper[Commune]:
    """A register declared complete on the day of assessment."""
    return paper(*said_, register.complete(entries=entries, through=ON, by="Văn phòng xã"), number="09/STD")


def _not_after(handle: Any, day: date) -> Condition[Any]:
    condition: Condition[Any] = handle.is_not_after(day)
    return condition


def _not_before(handle: Any, day: date) -> Condition[Any]:
    condition: Condition[Any] = handle.is_before(day)
    return not_(condition)


class TestFigures:
    """“giảm thêm ít nhất 12 hộ nghèo, cận nghèo”: a figure of a survey to come, to the household."""

    def test_the_sum_falls_by_what_is_wanting_whichever_of_the_two_falls(self) -> None:
        plan = ahead(asking(halves()))
        [[change]] = changes(halves(), counted(END_2021, 60, 40), expected(40, 21), plan=plan)

        assert isinstance(change, Moved)
        assert [fact.name for fact in change.facts] == ["poor_households", "near_poor_households"]
        assert (change.up, change.by, change.start, change.to, change.survey) == (False, 12, 61, 49, END_2025)

    def test_exactly_half_is_one_household_short(self) -> None:
        plan = ahead(asking(halves()))
        [[change]] = changes(halves(), counted(END_2021, 60, 40), expected(30, 20), plan=plan)

        assert change.by == 1

    def test_more_than_one_of_the_two_can_bear_is_shared(self) -> None:
        plan = ahead(asking(halves()))
        found = changes(halves(), counted(END_2021, 6, 4), expected(5, 5), plan=plan)

        assert [[change.by for change in each] for each in found] == [[6]]

    def test_of_a_baseline_of_zero_a_rise_is_undone_as_far_as_zero_to_zero_counts(self) -> None:
        plan = ahead(asking(halves(from_zero=ALWAYS)))
        [found] = changes(halves(from_zero=ALWAYS), counted(END_2021, 0, 0), expected(1, 1), plan=plan)

        assert [(change.by, change.to) for change in found] == [(1, 0), (1, 0)]

    def test_and_nothing_helps_where_zero_to_zero_does_not_count(self) -> None:
        plan = ahead(asking(halves(from_zero=NEVER)))

        assert codes(halves(from_zero=NEVER), counted(END_2021, 0, 0), expected(1, 1), plan=plan) == ["out_of_reach"]

    def test_a_survey_already_approved_stays(self) -> None:
        found = answer(halves(), counted(END_2021, 60, 40), counted(END_2024, 40, 21))

        assert [(lost.code, lost.survey, lost.day) for lost in found.lost] == [
            ("survey_approved", END_2024, date(2025, 1, 31))
        ]
        assert "số liệu rà soát cuối năm 2024 đã được phê duyệt ngày 31/01/2025 nên không thay đổi được" in said(
            halves(), counted(END_2021, 60, 40), counted(END_2024, 40, 21)
        )

    def test_a_rate_moves_by_hundredths_of_a_percentage_point(self) -> None:
        asked = poverty_rate.is_less_than(percent(10))
        survey = Paper(None, poverty_rate.recorded(percent("10.5"), at=END_2025))
        [[change]] = changes(asked, survey, plan=ahead(asking(asked)))

        assert (change.by, change.to) == (Fraction(51, 10_000), Fraction(999, 10_000))
        assert "giảm thêm ít nhất 0,51 điểm phần trăm đối với tỷ lệ hộ nghèo" in said(
            asked, survey, plan=ahead(asking(asked))
        )

    def test_what_is_counted_over_the_period_only_grows(self) -> None:
        [[change]] = changes(jobs.is_at_least(10), paper(jobs.recorded(3)))

        assert (change.up, change.by, change.to) == (True, 7, 10)
        assert codes(jobs.is_at_most(2), paper(jobs.recorded(3))) == ["out_of_reach"]

    def test_what_cannot_grow_so_far_is_out_of_reach(self) -> None:
        assert codes(jobs.is_at_least(1001), paper(jobs.recorded(3))) == ["out_of_reach"]

    def test_in_english(self) -> None:
        plan = ahead(asking(halves()))
        papers = counted(END_2021, 60, 40), expected(40, 21)

        assert "at least 12 fewer households: poor households and near-poor households" in remedies_text(
            assessed(halves(), *papers, plan=plan), "en"
        )


class TestEntries:
    """“thêm 01 sáng kiến được công nhận”: entries are added, dated on a day to come; those made stay."""

    def test_as_many_as_are_wanting(self) -> None:
        asked = gifts.number(where=receipted.is_yes()).is_at_least(3)
        [[change]] = changes(asked, filed(gift("PT-01", receipt=True), entries=1))

        assert isinstance(change, Added)
        assert (change.count, change.by) == (2, CUT_OFF_DAY)
        assert [(fact.name, values) for fact, values in change.fields] == [("receipted", (True,))]

    def test_as_much_as_is_wanting(self) -> None:
        asked = gifts.total(value, where=receipted.is_yes()).is_at_least(planned)
        papers = paper(planned.recorded(dong(50_000_000))), filed(gift("PT-01", 20_000_000, receipt=True), entries=1)
        [[change]] = changes(asked, *papers)

        assert (change.count, change.amount) == (1, 30_000_000)
        assert "thêm 01 khoản đóng góp (có phiếu thu; giá trị cộng lại ít nhất 30.000.000 đồng)" in said(asked, *papers)

    def test_any_of_the_options_that_count(self) -> None:
        asked = gifts.number(where=not_(form.is_one_of(Form.LABOUR))).is_at_least(1)

        assert "hình thức: tiền" in said(asked, filed(entries=0))

    def test_what_must_not_be_so_and_what_must_be_dated(self) -> None:
        late = reports.number(where=all_of(not_(sent_on.is_not_after(due_on)), due_on.is_not_after(CUT_OFF)))

        assert "thêm 01 báo cáo" in said(late.is_at_least(1), filed(entries=0, register=reports))

    def test_a_value_no_less_than_asked(self) -> None:
        asked = gifts.number(where=value.is_at_least(dong(500))).is_at_least(1)

        assert "giá trị: ít nhất 500 đồng" in said(asked, filed(entries=0))

    def test_a_day_of_its_own(self) -> None:
        asked = gifts.number(where=given_on.is_before(date(2025, 8, 1))).is_at_least(1)
        [[change]] = changes(asked, filed(entries=0))

        assert change.by == date(2025, 7, 31)

    def test_other_days_of_an_entry_are_said_with_it(self) -> None:
        before = gifts.number(where=given_on.is_not_after(date(2025, 8, 1)))
        by = reports.number(where=all_of(sent_on.is_not_after(date(2025, 8, 1)), due_on.is_not_after(CUT_OFF)))
        on = reports.number(where=all_of(*(c(sent_on, date(2025, 8, 1)) for c in (_not_after, _not_before))))

        assert "chậm nhất ngày 01/8/2025" in said(before.is_at_least(1), filed(entries=0))
        assert "(gửi chậm nhất ngày 01/8/2025)" in said(by.is_at_least(1), filed(entries=0, register=reports))
        assert "(ngày gửi: 01/8/2025)" in said(on.is_at_least(1), filed(entries=0, register=reports))

    def test_too_many_cannot_be_taken_back(self) -> None:
        assert codes(gifts.number().is_at_most(0), filed(gift("PT-01"), entries=1)) == ["recorded"]

    def test_an_entry_past_its_day_stays_late(self) -> None:
        late = report("BC-01", date(2025, 6, 1), date(2025, 6, 2))
        asked = reports.are_all(sent_on.is_not_after(due_on))

        assert codes(asked, filed(late, entries=1, register=reports)) == ["recorded"]

    def test_what_did_not_happen_to_one_may_still_happen(self) -> None:
        unsent = report("BC-01", date(2025, 6, 1), DID_NOT_HAPPEN)
        [[change]] = changes(reports.are_all(sent_on.is_not_after(CUT_OFF)), filed(unsent, entries=1, register=reports))

        assert isinstance(change, Happens)
        assert (change.entry, change.day) == ("BC-01", CUT_OFF_DAY)


class TestDays:
    """Days: the past cannot change; what has not happened still may, up to the cut-off."""

    def test_what_did_not_happen_may_happen_by_the_cut_off(self) -> None:
        [[change]] = changes(founded_on.is_not_after(CUT_OFF), paper(founded_on.recorded(DID_NOT_HAPPEN)))

        assert (change.day, change.arranged) == (CUT_OFF_DAY, None)

    def test_what_is_arranged_can_be_moved(self) -> None:
        asked = founded_on.is_not_after(date(2025, 9, 1))
        arranged = paper(founded_on.recorded(date(2025, 10, 1)))
        [[change]] = changes(asked, arranged)

        assert (change.day, change.arranged) == (date(2025, 9, 1), date(2025, 10, 1))
        assert "chuyển ngày thành lập quỹ từ 01/10/2025 sang 01/9/2025 hoặc sớm hơn" in said(asked, arranged)

    def test_later_too(self) -> None:
        asked = not_(founded_on.is_not_after(date(2025, 9, 1)))

        assert "sang 02/9/2025 hoặc muộn hơn" in said(asked, paper(founded_on.recorded(date(2025, 8, 1))))

    def test_what_has_happened_stays(self) -> None:
        assert codes(founded_on.is_not_after(date(2025, 1, 1)), paper(founded_on.recorded(date(2025, 3, 1)))) == [
            "happened"
        ]

    @pytest.mark.parametrize(
        ("left", "leap", "expected"),
        [
            (date(2022, 9, 15), "28_february", date(2025, 9, 15)),
            (date(2022, 7, 1), "28_february", date(2025, 7, 1)),
            (CUT_OFF_DAY.replace(year=2022), "28_february", CUT_OFF_DAY),
        ],
    )
    def test_time_alone_does_it_on_the_third_anniversary(self, left: date, leap: Any, expected: date) -> None:
        asked = founded_on.is_at_least(years(3), before=CUT_OFF, leap=leap)
        [[change]] = changes(asked, paper(founded_on.recorded(left)))

        assert isinstance(change, Waits)
        assert change.day == expected

    @pytest.mark.parametrize(("leap", "expected"), [("28_february", (2, 28)), ("1_march", (3, 1))])
    def test_the_leap_day_comes_round_as_the_reading_says(self, leap: Any, expected: tuple[int, int]) -> None:
        asked = founded_on.is_at_least(years(5), before=CUT_OFF, leap=leap)
        [[change]] = changes(
            asked, paper(founded_on.recorded(date(2020, 2, 29)), issued_on=date(2025, 1, 2)), on=date(2025, 2, 1)
        )

        assert (change.day.month, change.day.day) == expected

    def test_an_anniversary_after_the_cut_off_is_too_late_for_this_review(self) -> None:
        asked = founded_on.is_at_least(years(3), before=CUT_OFF)
        found = answer(asked, paper(founded_on.recorded(date(2022, 12, 16))))

        assert [(lost.code, lost.day, lost.later_review) for lost in found.lost] == [
            ("too_late", date(2025, 12, 16), None)
        ]
        assert "đến ngày 16/12/2025 mới đủ, sau ngày chốt thành tích." in said(
            asked, paper(founded_on.recorded(date(2022, 12, 16)))
        )

    def test_but_perhaps_in_time_for_the_next(self) -> None:
        asked = founded_on.is_at_least(years(3), before=CUT_OFF)
        founded = paper(founded_on.recorded(date(2021, 3, 1)), issued_on=date(2023, 1, 2))

        assert "đến ngày 01/3/2024 mới đủ, sau ngày chốt thành tích; kịp cho kỳ tổng kết năm 2025" in said(
            asked, founded, on=date(2023, 6, 30)
        )


class TestChoices:
    """A choice or a yes or no changes where it may, as its declaration says."""

    def test_a_no_becomes_a_yes(self) -> None:
        [[change]] = changes(has_fund.is_yes(), paper(has_fund.recorded(False)))

        assert (change.fact, change.value) == (has_fund.fact, True)
        assert "bảo đảm có quỹ quay vòng vốn" in said(has_fund.is_yes(), paper(has_fund.recorded(False)))

    def test_a_choice_becomes_another(self) -> None:
        [[change]] = changes(terrain.is_one_of(Terrain.HIGH), paper(terrain.recorded(Terrain.LOW)))

        assert isinstance(change, Becomes)
        assert "địa hình chuyển thành vùng cao" in said(
            terrain.is_one_of(Terrain.HIGH), paper(terrain.recorded(Terrain.LOW))
        )

    @pytest.mark.parametrize(
        ("declared", "kind", "expected"),
        [
            (None, Kind.JUDGED, Changes.NEVER),
            (None, Kind.NUMBER, Changes.UP),
            (None, Kind.YES_NO, Changes.FREELY),
            (Changes.DOWN, Kind.NUMBER, Changes.DOWN),
        ],
    )
    def test_what_is_declared_goes_before_what_is_usual(
        self, declared: Changes | None, kind: Kind, expected: Changes
    ) -> None:
        assert way_of(Fact("Commune", "x", kind, Text("x", "x"), changes=declared)) is expected

    def test_a_judgement_is_no_fact_to_be_changed(self) -> None:
        from thidua.readings import Level  # noqa: PLC0415  # one test asks for it

        asked = effort.is_judged_at_least(Level.EXCELLENT)

        assert codes(asked, judgement(Level.DONE, on=date(2025, 3, 1))) == ["judged"]


class TestCombinations:
    """What is asked together is met together; what is asked in another way is another remedy."""

    def test_everything_wanting_is_done(self) -> None:
        asked = all_of(has_fund.is_yes(), jobs.is_at_least(5))
        [found] = changes(asked, paper(has_fund.recorded(False), jobs.recorded(3)))

        assert {type(change) for change in found} == {Becomes, Moved}

    def test_alternatives_are_ranked_by_how_much_they_change(self) -> None:
        asked = any_of(jobs.is_at_least(30), has_fund.is_yes(), all_of(has_fund.is_yes(), jobs.is_at_least(5)))
        found = changes(asked, paper(has_fund.recorded(False), jobs.recorded(3)))

        assert [[type(change) for change in each] for each in found] == [[Becomes], [Moved]]

    def test_k_of_n(self) -> None:
        asked = at_least(2, has_fund.is_yes(), jobs.is_at_least(5), terrain.is_one_of(Terrain.HIGH))
        said_ = paper(has_fund.recorded(False), jobs.recorded(3), terrain.recorded(Terrain.HIGH))

        assert len(changes(asked, said_)) == 2

    def test_a_guard_met_is_followed_and_one_that_fails_is_none(self) -> None:
        asked = where(terrain.is_one_of(Terrain.HIGH), jobs.is_at_least(5))
        found = changes(asked, paper(terrain.recorded(Terrain.HIGH), jobs.recorded(3)))

        assert [[type(change) for change in each] for each in found] == [[Moved]]

    def test_not_to_be_asked_at_all_is_no_way_of_meeting_everything(self) -> None:
        asked = all_of(
            where(has_fund.is_yes(), jobs.is_at_least(5)), where(terrain.is_one_of(Terrain.HIGH), jobs.is_at_least(4))
        )
        found = changes(asked, paper(has_fund.recorded(True), jobs.recorded(3), terrain.recorded(Terrain.LOW)))

        assert [Moved] in [[type(change) for change in each] for each in found]
        assert [Becomes] not in [[type(change) for change in each] for each in found]

    def test_what_does_not_apply_may_have_to_apply_first(self) -> None:
        high = terrain.is_one_of(Terrain.HIGH)
        asked = any_of(jobs.is_at_least(2000), all_of(where(high, has_fund.is_yes()), where(high, jobs.is_at_least(9))))
        said_ = paper(has_fund.recorded(True), jobs.recorded(3), terrain.recorded(Terrain.LOW))

        assert [[type(change) for change in each] for each in changes(asked, said_)] == [[Becomes, Moved]]

    @pytest.mark.parametrize("most", ["MOST_WAYS", "MOST_TOGETHER"])
    def test_too_many_ways_are_not_all_combined_and_it_says_so(
        self, most: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(solving, most, 1)
        asked = all_of(any_of(has_fund.is_yes(), jobs.is_at_least(5)), terrain.is_one_of(Terrain.HIGH))
        said_ = paper(has_fund.recorded(False), jobs.recorded(3), terrain.recorded(Terrain.LOW))

        assert answer(asked, said_).capped

    def test_what_must_not_be_is_undone_altogether_or_in_one_part(self) -> None:
        said_ = paper(has_fund.recorded(True), terrain.recorded(Terrain.HIGH))
        both = has_fund.is_yes(), terrain.is_one_of(Terrain.HIGH)

        assert [len(found) for found in changes(not_(any_of(*both)), said_)] == [2]
        assert [len(found) for found in changes(not_(all_of(*both)), said_)] == [1, 1]

    def test_a_quantity_that_depends_on_a_reading_is_read_as_adopted(self) -> None:
        switch = Switch(evolve(NOT_ADOPTED, kind=ReadingKind.QUANTITY, adopted="other"))
        [[change]] = changes(switch.choose(one=jobs, other=jobs.times(2)).is_at_least(9), paper(jobs.recorded(3)))

        assert change.to == 5

    def test_of_what_cannot_be_told_apart_every_part_that_fails_is_named(self) -> None:
        happened = paper(founded_on.recorded(date(2025, 1, 2)))
        asked = at_least(2, not_(founded_on.is_not_after(CUT_OFF)), NEVER, founded_on.is_before(date(2025, 1, 2)))

        assert sorted(codes(asked, happened)) == ["by_the_plan", "happened", "happened"]

    def test_two_demands_of_one_fact_that_cannot_both_be_met(self) -> None:
        asked = all_of(jobs.is_at_least(5), any_of(jobs.is_at_most(4), jobs.is_at_least(2000)))

        assert codes(asked, paper(jobs.recorded(4))) == ["together"]

    def test_a_disqualifier_is_undone_where_it_can_be(self) -> None:
        group = unless(ALWAYS, has_fund.is_yes())
        plan = asking(ALWAYS, group=group)
        found = remedies(assessed(ALWAYS, paper(has_fund.recorded(True)), plan=plan)).group

        assert [type(change) for remedy in found.remedies for change in remedy.changes] == [Becomes]

    def test_a_disqualifier_that_cannot_be_is_named(self) -> None:
        group = unless(ALWAYS, founded_on.is_not_after(CUT_OFF))
        plan = asking(ALWAYS, group=group)
        found = remedies(assessed(ALWAYS, paper(founded_on.recorded(date(2025, 1, 2))), plan=plan)).group

        assert [lost.code for lost in found.lost] == ["happened"]

    def test_a_reading_with_nothing_adopted_is_met_under_either_option(self) -> None:
        switch = Switch(evolve(NOT_ADOPTED, kind=ReadingKind.PREDICATE))
        asked = switch.choose(one=jobs.is_at_least(5), other=has_fund.is_yes())

        assert len(changes(asked, paper(has_fund.recorded(False), jobs.recorded(3)))) == 2

    def test_the_plan_itself(self) -> None:
        assert codes(all_of(NEVER, has_fund.is_yes()), paper(has_fund.recorded(True))) == ["by_the_plan"]
        assert codes(at_review(Text("sơ kết", "interim"), "interim")) == ["by_the_plan"]


class TestRemediesDone:
    """Once it is done and on paper, the verdict of `assess` is what was said."""

    def judged_again(self, condition: Condition[Commune], *papers: Paper[Commune], on: date = CUT_OFF_DAY) -> str:
        return assessed(condition, *papers, on=on).of(FIRST).id

    def test_so_many_entries_more_and_no_fewer(self) -> None:
        asked = gifts.number(where=receipted.is_yes()).is_at_least(3)
        first = filed(gift("PT-01", receipt=True), entries=1)
        [[change]] = changes(asked, first)
        new = [gift(f"PT-1{i}", receipt=True, on=change.by) for i in range(change.count)]
        closed = gifts.complete(entries=3, through=CUT_OFF_DAY, by="Văn phòng xã")
        one_fewer = gifts.complete(entries=2, through=CUT_OFF_DAY, by="Văn phòng xã")

        assert self.judged_again(asked, first, paper(*new, closed, number="10/STD")) == "met"
        assert self.judged_again(asked, first, paper(*new[1:], one_fewer, number="10/STD")) == "not_met"

    def test_a_day_to_come_and_not_one_later(self) -> None:
        asked = founded_on.is_not_after(CUT_OFF)
        [[change]] = changes(asked, paper(founded_on.recorded(DID_NOT_HAPPEN)))

        assert self.judged_again(asked, paper(founded_on.recorded(change.day))) == "met"
        assert self.judged_again(asked, paper(founded_on.recorded(change.day + timedelta(1)))) == "not_met"

    def test_the_day_to_wait_for_and_not_one_sooner(self) -> None:
        asked = founded_on.is_at_least(years(3), before=CUT_OFF)
        founded = paper(founded_on.recorded(date(2022, 9, 15)))
        [[change]] = changes(asked, founded)

        assert self.judged_again(asked, founded, on=change.day) == "met"
        assert self.judged_again(asked, founded, on=change.day - timedelta(1)) == "not_met"

    def test_the_figure_and_not_one_household_more(self) -> None:
        plan = ahead(asking(halves()))
        [[change]] = changes(halves(), counted(END_2021, 60, 40), expected(40, 21), plan=plan)

        for poor, verdict in ((change.to - 21, "met"), (change.to - 20, "not_met")):
            assert answer(halves(), counted(END_2021, 60, 40), expected(int(poor), 21), plan=plan).verdict.id == verdict


class TestTheAnswer:
    """What is answered: for the group and for each clause, up to the cut-off, ranked by a stated cost."""

    def test_what_is_missing_is_left_to_what_is_needed(self) -> None:
        asked = all_of(has_fund.is_yes(), jobs.is_at_least(5))
        [remedy] = answer(asked, paper(has_fund.recorded(False))).remedies

        assert remedy.verdict.id == "undetermined"
        assert "sau đó chỉ còn thiếu giấy tờ hoặc đánh giá" in said(asked, paper(has_fund.recorded(False)))

    def test_nothing_is_answered_but_for_not_met(self) -> None:
        found = remedies(assessed(has_fund.is_yes(), paper(has_fund.recorded(True))))

        assert (found.group.remedies, found.group.lost) == ((), ())
        assert "Không có nội dung nào không đạt." in said(has_fund.is_yes(), paper(has_fund.recorded(True)))

    @pytest.mark.parametrize("on", [CUT_OFF_DAY, date(2025, 12, 31)])
    def test_once_the_cut_off_has_come_nothing_helps_and_it_says_so(self, on: date) -> None:
        fund = paper(has_fund.recorded(False))

        assert codes(has_fund.is_yes(), fund, on=on) == ["cut_off_passed"]
        assert remedies(assessed(has_fund.is_yes(), fund, on=on)).is_past_the_cut_off
        for language, words in (("vi", "Đã đến ngày chốt thành tích (15/12/2025)"), ("en", "The cut-off has come")):
            assert words in remedies_text(assessed(has_fund.is_yes(), fund, on=on), language)

    def test_the_cost_can_be_another(self) -> None:
        @frozen
        class MostFirst:
            label: Text = PLAN.title

            def of(self, remedy: Remedy) -> tuple[Exact, ...]:
                return (-sum(isinstance(change, Moved) for change in remedy.changes),)

        cost: Cost = MostFirst()
        asked = any_of(jobs.is_at_least(30), has_fund.is_yes())
        found = remedies(assessed(asked, paper(has_fund.recorded(False), jobs.recorded(3))), cost=cost)

        assert [type(remedy.changes[0]) for remedy in found.group.remedies] == [Moved, Becomes]
        assert found.cost == PLAN.title

    def test_a_search_that_stops_early_says_so(self) -> None:
        asked = any_of(jobs.is_at_least(30), has_fund.is_yes(), terrain.is_one_of(Terrain.HIGH))
        said_ = paper(has_fund.recorded(False), jobs.recorded(3), terrain.recorded(Terrain.LOW))
        found = assessed(at_least(2, asked, NEVER), said_)

        assert remedies(found, cap=1).group.capped
        assert remedies(found, cap=1).group.lost == ()
        assert "chưa thử hết" in "\n".join(line for line in remedies_text_of(found, cap=1).splitlines() if line)

    @pytest.mark.parametrize(("asked", "capped"), [(100, False), (1000, True)])
    def test_more_entries_than_can_be_tried(self, asked: int, capped: bool) -> None:  # what is expected
        found = answer(gifts.number().is_at_least(asked), filed(gift("PT-01"), entries=1))

        assert [change.count for remedy in found.remedies for change in remedy.changes] == ([] if capped else [99])
        assert found.capped is capped

    def test_within_many_steps_too(self) -> None:
        asked = at_least(2, jobs.is_at_least(500), planned.is_at_least(dong(10**9)), NEVER)
        found = assessed(asked, paper(jobs.recorded(3), planned.recorded(dong(1))))

        assert remedies(found, cap=12).group.capped
        assert not remedies(found).group.capped

    def test_no_more_alternatives_are_told_than_asked_for(self) -> None:
        asked = any_of(jobs.is_at_least(30), has_fund.is_yes())
        found = assessed(asked, paper(has_fund.recorded(False), jobs.recorded(3)))

        assert "Còn 01 cách khác." in remedies_text(found, most=1)

    def test_every_reason_is_said_in_both_languages(self) -> None:
        assert all(text.vi and text.en and text.vi != text.en for text in LOST.values())

    def test_the_data_are_plain_json(self) -> None:
        asked = all_of(
            has_fund.is_yes(), jobs.is_at_least(5), founded_on.is_not_after(CUT_OFF), gifts.number().is_at_least(1)
        )
        said_ = paper(has_fund.recorded(False), jobs.recorded(3), founded_on.recorded(DID_NOT_HAPPEN))
        data = remedies_data(assessed(asked, said_, filed(entries=0)))
        kinds = [change["change"] for change in data["group"]["remedies"][0]["changes"]]

        assert json.loads(json.dumps(data)) == data
        assert sorted(kinds) == ["added", "becomes", "happens", "moved"]

    def test_time_that_must_pass_is_told_by_its_day_and_as_sensitive_as_what_it_waits_for(self) -> None:
        now = paper(area.recorded(Area.II, since=date(2021, 6, 4), until=date(2025, 8, 31)))
        then = paper(area.recorded(Area.I, since=date(2025, 9, 1)), number="02")
        [way] = remedies_data(assessed(area.is_one_of(Area.I), now, then))["group"]["remedies"]
        [change] = way["changes"]

        assert (change["change"], change["until"]) == ("waits", "2025-09-01")
        assert change["sensitivity"] == area.fact.sensitivity.value

    @pytest.mark.parametrize(
        ("language", "head"), [("vi", "  Cách 1: làm đủ các việc sau"), ("en", "  Way 1: all of these")]
    )
    def test_several_changes_that_go_together_stand_one_to_a_line(self, language: str, head: str) -> None:
        asked = all_of(has_fund.is_yes(), jobs.is_at_least(5))
        found = assessed(asked, paper(has_fund.recorded(False), jobs.recorded(3)))
        lines = remedies_text(found, language).splitlines()
        at = next(i for i, line in enumerate(lines) if line.startswith(head))

        assert [line.startswith("    - ") for line in lines[at + 1 : at + 3]] == [True, True]
        assert lines[at].endswith(":")

    def test_a_paper_not_yet_issued_is_not_read(self) -> None:
        later = Paper(Document("99/QĐ", ON + timedelta(1), "UBND huyện Mẫu"), has_fund.recorded(True))

        assert changes(has_fund.is_yes(), paper(has_fund.recorded(False)), later) != []

    def test_what_takes_effect_later_does_it_by_itself(self) -> None:
        asked = area.is_one_of(Area.I)
        now = paper(area.recorded(Area.II, since=date(2021, 6, 4), until=date(2025, 8, 31)))
        then = paper(area.recorded(Area.I, since=date(2025, 9, 1)), number="02")
        [[change]] = changes(asked, now, then)

        assert change.day == date(2025, 9, 1)


def remedies_text_of(found: Assessment[Any], *, cap: int) -> str:
    return remedies_text(remedies_data(found, cap=cap))


class TestWithheld:
    """What names something above a reader's level is not told; that there is a way is."""

    def test_a_way_is_counted_and_not_told(self) -> None:
        data = remedies_data(assessed(has_fund.is_yes(), paper(has_fund.recorded(False))))
        (way,) = data["group"]["remedies"]
        above = [{**change, "sensitivity": LEVELS[-1]} for change in way["changes"]]
        lowered = remedies_lowered(
            {**data, "group": {**data["group"], "remedies": [{**way, "changes": above}]}}, "public"
        )

        assert [each["changes"] for each in lowered["group"]["remedies"]] == [[]]
        assert "Way 1: steps that are withheld." in remedies_text(lowered, "en")
