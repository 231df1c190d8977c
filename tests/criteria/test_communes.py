"""2.2. Đối với các xã."""

from __future__ import annotations

from datetime import date

import pytest
from criteria.dossiers import (
    AT_THE_FINAL,
    AT_THE_INTERIM,
    NOTHING,
    Part,
    assessed,
    cautions,
    complete,
    counted,
    judged,
    open_without,
    paper,
    poverty,
    stays_open_for,
    verdict,
    why_open,
    words,
)
from criteria.invented import contribution_, initiative_, met_commune, report_, settlement_

from thidua import DID_NOT_HAPPEN, MET, NOT_APPLICABLE, NOT_MET, Level, Paper, Verdict, explain
from thidua.clauses import Clause
from thidua.criteria import communes
from thidua.criteria.schedule import END_2021, END_2022, END_2023, END_2024
from thidua.errors import IncompleteError
from thidua.subjects import Commune
from thidua.vocabulary import commune, contribution, initiative, report, settlement
from thidua.vocabulary.commune import Area, Unit
from thidua.vocabulary.contribution import Source
from thidua.vocabulary.initiative import Concern

DUE = date(2023, 6, 15)
DAY_BEFORE, DAY_AFTER = date(2023, 6, 14), date(2023, 6, 16)
CUT_OFF, AFTER_THE_CUT_OFF = date(2025, 12, 31), date(2026, 1, 1)


class Bullet:
    clause: Clause[Commune]

    def of(self, **changes: Part) -> Verdict:
        return verdict(self.clause, met_commune(**changes))


class TestOfficialsStriveAndHaveInitiatives(Bullet):
    """
    Cán bộ, công chức, đặc biệt các đồng chí là cán bộ quản lý đơn vị cần có sự nỗ lực trong công tác tham mưu, chỉ
    đạo, bám sát cơ sở, có sáng kiến trong việc xây dựng, tham mưu ban hành cơ chế, chính sách hướng dẫn thực hiện và
    tháo gỡ khó khăn cho cơ sở trong việc thực hiện chương trình giảm nghèo của địa phương.
    """

    clause = communes.officials_strive_and_have_initiatives

    def test_met_when_the_officials_strive_and_there_is_an_initiative(self):
        assert self.of() == MET

    @pytest.mark.parametrize("part", ["officials_effort", "initiatives"])
    def test_open_without_the_paper_and_the_paper_is_named(self, part):
        assert open_without(self.clause, met_commune(**{part: NOTHING}), part)

    @pytest.mark.parametrize(
        ("level", "found"),
        [(Level.NOT_DONE, NOT_MET), (Level.DONE, NOT_MET), (Level.DONE_WELL, MET), (Level.EXCELLENT, MET)],
    )
    def test_the_effort_is_judged_and_done_well_suffices(self, level, found):
        assert self.of(officials_effort=judged(commune.officials_effort, level)) == found

    @pytest.mark.parametrize("by", ["Hội đồng TĐKT", "UBND huyện Quỳnh Nhai", "hội đồng thi đua - khen thưởng huyện"])
    def test_minutes_may_call_the_judging_body_by_its_usual_names(self, by):
        assert self.of(officials_effort=judged(commune.officials_effort, by=by)) == MET

    def test_the_commune_does_not_judge_its_own_officials(self):
        own = met_commune(officials_effort=judged(commune.officials_effort, by="UBND xã Ví Dụ"))

        assert stays_open_for(self.clause, own, commune.officials_effort.fact)
        assert "body_not_named" in cautions(assessed(own))

    @pytest.mark.parametrize(
        ("concern", "found"),
        [
            (Concern.POLICY, MET),
            (Concern.GUIDANCE, MET),
            (Concern.DIFFICULTIES, MET),
            (Concern.LIVELIHOODS, NOT_MET),
        ],
    )
    def test_the_initiative_is_about_policy_guidance_or_difficulties(self, concern, found):
        one = complete(commune.initiatives, initiative_(commune.initiatives, "SK-01", concern))

        assert self.of(initiatives=one) == found

    @pytest.mark.parametrize(
        ("recognised", "found"),
        [(CUT_OFF, MET), (AFTER_THE_CUT_OFF, NOT_MET), (DID_NOT_HAPPEN, NOT_MET)],
    )
    def test_it_must_be_recognised_by_the_cut_off(self, recognised, found):
        one = initiative_(commune.initiatives, "SK-01", Concern.POLICY, recognised=recognised)

        assert self.of(initiatives=complete(commune.initiatives, one)) == found

    def test_an_initiative_whose_recognition_is_not_on_file_leaves_it_open(self):
        one = complete(commune.initiatives, initiative_(commune.initiatives, "SK-01", Concern.POLICY, recognised=None))

        assert stays_open_for(self.clause, met_commune(initiatives=one), initiative.recognised_on.fact)

    def test_no_initiative_at_all_fails(self):
        assert self.of(initiatives=complete(commune.initiatives)) == NOT_MET


class TestFundsSettledAndReportsSentOnTime(Bullet):
    """
    Phân bổ, sử dụng kinh phí đúng chế độ và quyết toán đúng thời gian quy định. Thực hiện nghiêm chế độ báo cáo định
    kỳ, đột xuất theo yêu cầu của cơ quan quản lý.
    """

    clause = communes.funds_settled_and_reports_sent_on_time

    def test_met_when_funds_settlements_and_reports_are_in_order(self):
        assert self.of() == MET

    @pytest.mark.parametrize("part", ["funds_by_the_rules", "settlements", "reports"])
    def test_open_without_the_paper_and_the_paper_is_named(self, part):
        assert open_without(self.clause, met_commune(**{part: NOTHING}), part)

    # phân bổ, sử dụng kinh phí đúng chế độ

    @pytest.mark.parametrize(("level", "found"), [(Level.DONE, NOT_MET), (Level.DONE_WELL, MET)])
    def test_allocation_and_use_of_funds_are_judged(self, level, found):
        assert self.of(funds_by_the_rules=judged(commune.funds_by_the_rules, level)) == found

    def test_the_finance_office_may_judge_the_funds(self):
        assert self.of(funds_by_the_rules=judged(commune.funds_by_the_rules, by="Phòng Tài chính - Kế hoạch")) == MET

    # quyết toán đúng thời gian quy định

    @pytest.mark.parametrize(
        ("approved", "found"),
        [(DAY_BEFORE, MET), (DUE, MET), (DAY_AFTER, NOT_MET), (DID_NOT_HAPPEN, NOT_MET)],
    )
    def test_accounts_are_settled_in_time_on_the_day_they_are_due(self, approved, found):
        assert self.of(settlements=complete(commune.settlements, settlement_("QT-01", DUE, approved))) == found

    def test_a_settlement_whose_approval_is_not_on_file_leaves_it_open(self):
        unknown = complete(commune.settlements, settlement_("QT-01", approved=None))

        assert stays_open_for(self.clause, met_commune(settlements=unknown), settlement.approved_on.fact)

    # thực hiện nghiêm chế độ báo cáo định kỳ, đột xuất

    @pytest.mark.parametrize(("sent", "found"), [(DAY_BEFORE, MET), (DUE, MET), (DAY_AFTER, NOT_MET)])
    def test_a_report_is_on_time_on_the_day_it_is_due(self, sent, found):
        assert self.of(reports=complete(commune.reports, report_("BC-01", DUE, sent))) == found

    def test_a_report_recorded_as_never_sent_fails(self):
        assert self.of(reports=complete(commune.reports, report_("BC-01", sent=DID_NOT_HAPPEN))) == NOT_MET

    def test_a_report_merely_not_on_file_leaves_it_open(self):
        unknown = complete(commune.reports, report_("BC-01"), report_("BC-02", sent=None))

        assert stays_open_for(self.clause, met_commune(reports=unknown), report.sent_on.fact)

    def test_seven_declared_and_six_filed_leave_the_seventh_unknown(self):
        filed = [report_(f"BC-{number:02}") for number in range(1, 7)]
        found = assessed(met_commune(reports=complete(commune.reports, *filed, declared=7)))
        register = found.knowledge.registers["reports"]

        assert len(register.entries) == 6
        assert (register.unseen_low, register.unseen_high) == (1, 1)
        assert found.of(self.clause).id == "undetermined"
        assert "entries_not_filed" in why_open(found, self.clause)

    def test_nobody_gains_by_withholding_a_late_report(self):
        on_time = [report_(f"BC-{number:02}") for number in range(1, 7)]
        late = report_("BC-07", DUE, DAY_AFTER)

        assert self.of(reports=complete(commune.reports, *on_time, late)) == NOT_MET
        assert MET in self.of(reports=complete(commune.reports, *on_time, declared=7))
        assert self.of(reports=complete(commune.reports, *on_time, declared=7)) != MET

    def test_six_declared_and_seven_filed_void_the_declaration(self):
        filed = [report_(f"BC-{number:02}") for number in range(1, 8)]
        found = assessed(met_commune(reports=complete(commune.reports, *filed, declared=6)))

        assert found.of(self.clause).id == "undetermined"
        assert "declaration_void" in cautions(found)

    def test_of_more_reports_than_were_declared_the_late_one_may_be_one_too_many(self):
        filed = [report_(f"BC-{number:02}") for number in range(1, 7)]
        late = report_("BC-07", DUE, DAY_AFTER)
        reports = complete(commune.reports, *filed, late, declared=6)

        assert set(self.of(reports=reports)) == {MET, NOT_MET}

    def test_a_register_declared_complete_before_the_cut_off_is_open_after_that_day(self):
        early = complete(commune.reports, report_("BC-01"), through=date(2025, 11, 30))

        assert self.of(reports=early).id == "undetermined"

    def test_a_late_report_fails_even_while_the_register_is_open(self):
        assert self.of(reports=(report_("BC-01", DUE, DAY_AFTER),)) == NOT_MET

    def test_where_no_report_was_due_the_rest_is_judged(self):
        none_due = complete(commune.reports)

        assert self.of(reports=none_due) == MET
        assert self.of(reports=none_due, funds_by_the_rules=judged(commune.funds_by_the_rules, Level.DONE)) == NOT_MET


class TestResourcesAreMobilised(Bullet):
    """
    Chủ động, tích cực huy động các nguồn lực trong xã hội để thực hiện các mục tiêu giảm nghèo bền vững.
    """

    clause = communes.resources_are_mobilised

    def test_met_when_mobilising_is_done_well_and_something_was_mobilised(self):
        assert self.of() == MET

    @pytest.mark.parametrize("part", ["mobilising", "contributions"])
    def test_open_without_the_paper_and_the_paper_is_named(self, part):
        assert open_without(self.clause, met_commune(**{part: NOTHING}), part)

    # chủ động, tích cực

    @pytest.mark.parametrize(("level", "found"), [(Level.DONE, NOT_MET), (Level.DONE_WELL, MET)])
    def test_initiative_is_judged(self, level, found):
        assert self.of(mobilising=judged(commune.mobilising, level)) == found

    def test_initiative_without_a_judgement_stays_open_whatever_the_numbers_say(self):
        lavish = tuple(
            contribution_(commune.contributions, f"HĐ-{number:03}", value=1_000_000_000) for number in range(100)
        )

        assert open_without(self.clause, met_commune(mobilising=NOTHING, contributions=lavish), "mobilising")

    def test_initiative_without_minutes_is_refused(self):
        (evidence,) = judged(commune.mobilising)

        with pytest.raises(IncompleteError, match="minutes"):
            Paper(None, evidence)

    # huy động các nguồn lực trong xã hội

    @pytest.mark.parametrize(
        ("source", "found"),
        [(Source.PEOPLE, MET), (Source.SOCIETY, MET), (Source.STATE_BUDGET, NOT_MET)],
    )
    def test_the_resources_are_those_of_society_not_of_the_budget(self, source, found):
        given = complete(commune.contributions, contribution_(commune.contributions, "HĐ-01", source))

        assert self.of(contributions=given) == found

    @pytest.mark.parametrize(("for_the_poor", "found"), [(True, MET), (False, NOT_MET)])
    def test_the_resources_serve_poverty_reduction(self, for_the_poor, found):
        one = contribution_(commune.contributions, "HĐ-01", for_the_poor=for_the_poor)

        assert self.of(contributions=complete(commune.contributions, one)) == found

    @pytest.mark.parametrize(
        ("unknown", "field"),
        [
            (contribution_(commune.contributions, "HĐ-01", None), contribution.source),
            (contribution_(commune.contributions, "HĐ-01", for_the_poor=None), contribution.for_poverty_reduction),
        ],
    )
    def test_a_contribution_that_is_not_fully_on_file_leaves_it_open(self, unknown, field):
        dossier = met_commune(contributions=complete(commune.contributions, unknown))

        assert stays_open_for(self.clause, dossier, field.fact)

    @pytest.mark.parametrize("value", [1, None])
    def test_any_amount_counts_even_one_whose_value_is_not_on_file(self, value):
        one = contribution_(commune.contributions, "HĐ-01", value=value)

        assert self.of(contributions=complete(commune.contributions, one)) == MET

    def test_nothing_mobilised_fails(self):
        assert self.of(contributions=complete(commune.contributions)) == NOT_MET


class TestPovertyFallsByMoreThanHalf(Bullet):
    """
    Đối với xã khu vực III, xã khu vực II, xã khu vực I vùng đồng bào dân tộc thiểu số và miền núi quy mô hộ nghèo và
    hộ cận nghèo đa chiều giảm trên 50% so với đầu kỳ.
    """

    clause = communes.poverty_falls_by_more_than_half

    @staticmethod
    def area(*areas: Area) -> Part:
        return tuple(commune.area.recorded(area, since=date(2021, 6, 4)) for area in areas)

    # giảm trên 50% so với đầu kỳ

    @pytest.mark.parametrize(
        ("start", "end", "found"),
        [
            (100, 49, MET),
            (100, 50, NOT_MET),
            (101, 50, MET),
            (99, 50, NOT_MET),
            (1, 0, MET),
            (2, 1, NOT_MET),
            (100, 100, NOT_MET),
            (100, 130, NOT_MET),
            (0, 3, NOT_MET),
            (0, 0, NOT_APPLICABLE),
        ],
    )
    def test_the_fall_is_strictly_more_than_half(self, start, end, found):
        assert self.of(**poverty(commune, (start, 0), (end, 0))) == found

    @pytest.mark.parametrize(
        ("start", "end", "found"),
        [
            ((60, 40), (49, 0), MET),
            ((60, 40), (10, 40), NOT_MET),
            ((60, 40), (0, 49), MET),
            ((0, 100), (50, 0), NOT_MET),
        ],
    )
    def test_poor_and_near_poor_households_are_counted_together(self, start, end, found):
        assert self.of(**poverty(commune, start, end)) == found

    def test_the_explanation_shows_both_figures_the_fall_and_the_margin(self):
        said = explain(assessed(met_commune(**poverty(commune, (100, 0), (50, 0)))))

        assert "đầu kỳ (rà soát cuối năm 2021): 100 hộ" in said
        assert "cuối kỳ (rà soát cuối năm 2024): 50 hộ" in said
        assert "giảm 50 hộ (50%)" in said

    # what is not on file

    def test_sixty_poor_of_a_hundred_fail_already_without_the_near_poor(self):
        found = assessed(met_commune(**poverty(commune, (60, 40), (60, None))))

        assert found.of(self.clause) == NOT_MET
        assert "giảm nhiều nhất 40 hộ (40%)" in explain(found)

    def test_forty_poor_of_a_hundred_leave_it_open_and_the_missing_paper_is_named(self):
        dossier = met_commune(**poverty(commune, (60, 40), (40, None)))

        assert stays_open_for(self.clause, dossier, commune.near_poor_households.fact)
        assert "số hộ cận nghèo đa chiều (rà soát cuối năm 2024)" in explain(assessed(dossier))

    @pytest.mark.parametrize(("poor", "found"), [(49, "undetermined"), (50, "not_met")])
    def test_it_is_decided_as_soon_as_the_poor_alone_are_half(self, poor, found):
        assert self.of(**poverty(commune, (60, 40), (poor, None))).id == found

    @pytest.mark.parametrize("part", ["poor_households", "near_poor_households"])
    def test_open_without_the_figures_and_the_paper_is_named(self, part):
        assert open_without(self.clause, met_commune(**{part: NOTHING}), part)

    def test_an_unknown_start_leaves_it_open_and_the_missing_paper_is_named(self):
        dossier = met_commune(**poverty(commune, (None, 40), (25, 15)))

        assert stays_open_for(self.clause, dossier, commune.poor_households.fact)
        assert "số hộ nghèo đa chiều (rà soát cuối năm 2021)" in explain(assessed(dossier))

    def test_with_none_left_at_the_end_it_cannot_fail_whatever_the_start(self):
        found = self.of(**poverty(commune, (None, None), (0, 0)))

        assert set(found) == {MET, NOT_APPLICABLE}

    def test_an_interim_figure_never_stands_in_for_the_missing_one(self):
        for survey in (END_2022, END_2023):
            poor = counted(commune.poor_households, 60, 0, at=survey)
            near_poor = counted(commune.near_poor_households, 40, 0, at=survey)
            dossier = met_commune(poor_households=poor, near_poor_households=near_poor)

            assert stays_open_for(self.clause, dossier, commune.poor_households.fact)
            assert "another_survey" in cautions(assessed(dossier))

    def test_papers_that_disagree_leave_it_open_where_the_disagreement_matters(self):
        near_the_boundary = met_commune(**poverty(commune, (100, 0), (49, 0)))
        far_from_it = met_commune(**poverty(commune, (100, 0), (20, 0)))
        other_30 = paper(commune.poor_households.recorded(30, at=END_2024), number="other")
        other_50 = paper(commune.poor_households.recorded(50, at=END_2024), number="other")

        assert verdict(self.clause, far_from_it.with_(other_30)) == MET
        assert verdict(self.clause, near_the_boundary.with_(other_50)).id == "undetermined"
        assert "conflict" in cautions(assessed(near_the_boundary.with_(other_50)))

    # xã khu vực III, xã khu vực II, xã khu vực I

    @pytest.mark.parametrize("area", [Area.III, Area.II, Area.I])
    def test_it_is_asked_of_communes_of_the_three_areas(self, area):
        assert self.of(area=self.area(area)) == MET
        assert self.of(area=self.area(area), **poverty(commune, (100, 0), (50, 0))) == NOT_MET

    def test_it_is_not_asked_of_a_commune_outside_the_area(self):
        assert self.of(area=self.area(Area.OUTSIDE), **poverty(commune, (100, 0), (50, 0))) == NOT_APPLICABLE

    def test_an_unknown_area_leaves_it_open_and_the_paper_is_named(self):
        assert open_without(self.clause, met_commune(area=NOTHING), "area")

    def test_an_unknown_area_cannot_fail_a_commune_whose_poverty_fell(self):
        found = assessed(met_commune(area=NOTHING))

        assert set(found.of(self.clause)) == {MET, NOT_APPLICABLE}
        assert found.verdict == MET

    def test_which_of_the_three_areas_does_not_matter(self):
        assert self.of(area=self.area(Area.III, Area.I)) == MET

    def test_the_area_in_force_at_the_cut_off_counts(self):
        left_the_area = (
            commune.area.recorded(Area.III, since=date(2021, 6, 4), until=date(2025, 6, 30)),
            commune.area.recorded(Area.OUTSIDE, since=date(2025, 7, 1)),
        )

        assert self.of(area=left_the_area) == NOT_APPLICABLE
        assert self.of(area=left_the_area[:1]).id == "undetermined"


BULLETS = (
    TestOfficialsStriveAndHaveInitiatives,
    TestFundsSettledAndReportsSentOnTime,
    TestResourcesAreMobilised,
    TestPovertyFallsByMoreThanHalf,
)
CLAUSES = ("III.2.2-1", "III.2.2-2", "III.2.2-3", "III.2.2-4")
JUDGED = ("officials_effort", "funds_by_the_rules", "mobilising")


def failing(clause: str, on: date = AT_THE_FINAL) -> dict[str, Part]:
    return {
        "III.2.2-1": {"officials_effort": judged(commune.officials_effort, Level.DONE, on=on)},
        "III.2.2-2": {"reports": complete(commune.reports, report_("BC-01", DUE, DAY_AFTER), through=on)},
        "III.2.2-3": {"contributions": complete(commune.contributions, through=on)},
        "III.2.2-4": poverty(commune, (100, 0), (50, 0), on=on),
    }[clause]


def test_each_class_carries_its_bullet_in_the_words_of_the_plan():
    assert [bullet.clause for bullet in BULLETS] == list(communes.CLAUSES)
    assert [words(bullet) for bullet in BULLETS] == [clause.text for clause in communes.CLAUSES]


class TestTheGroup:
    def test_met_when_every_clause_is_met(self):
        found = assessed(met_commune())

        assert found.verdict == MET
        assert {found.of(clause) for clause in communes.CLAUSES} == {MET}

    @pytest.mark.parametrize("failed", CLAUSES)
    def test_not_met_when_a_single_clause_is_not(self, failed):
        found = assessed(met_commune(**failing(failed)))

        assert [clause.id for clause in communes.CLAUSES if found.of(clause) == NOT_MET] == [failed]
        assert found.verdict == NOT_MET

    def test_a_clause_that_does_not_apply_is_left_out(self):
        found = assessed(met_commune(**poverty(commune, (0, 0), (0, 0))))

        assert found.of("III.2.2-4") == NOT_APPLICABLE
        assert found.verdict == MET

    def test_awaits_only_judgement_when_everything_measured_is_on_file(self):
        found = assessed(met_commune(**dict.fromkeys(JUDGED, NOTHING)))

        assert found.verdict.id == "undetermined"
        assert found.awaits_only_judgement

    def test_does_not_await_only_judgement_while_a_paper_is_missing(self):
        found = assessed(met_commune(mobilising=NOTHING, **poverty(commune, (60, 40), (40, None))))

        assert found.verdict.id == "undetermined"
        assert not found.awaits_only_judgement

    def test_a_failed_clause_decides_whatever_else_is_missing(self):
        missing = dict.fromkeys((*JUDGED, "initiatives", "settlements", "contributions", "area"), NOTHING)

        assert assessed(met_commune(**{**missing, **failing("III.2.2-2")})).verdict == NOT_MET

    def test_a_township_counts_among_the_communes(self):
        township = (commune.unit.recorded(Unit.TOWNSHIP, since=date(2025, 1, 1)),)

        assert assessed(met_commune(unit=township)).verdict == MET


class TestTheInterimReviewOf2023:
    """A-11: at the interim review the fall is judged to inform, and not counted."""

    @staticmethod
    def fallen(start: int, end: int, on: date):
        return met_commune(on=on, **poverty(commune, (start, 0), (end, 0), on=on))

    def test_the_fall_is_judged_and_not_counted(self):
        found = assessed(self.fallen(100, 50, AT_THE_INTERIM), on=AT_THE_INTERIM)

        assert found.setting.review.id == "interim-2023"
        assert found.of("III.2.2-4") == NOT_MET
        assert found.verdict == MET

    def test_the_same_fall_counts_at_the_final_review(self):
        assert assessed(self.fallen(100, 50, AT_THE_FINAL)).verdict == NOT_MET

    def test_missing_figures_hold_nothing_up(self):
        found = assessed(met_commune(on=AT_THE_INTERIM, poor_households=NOTHING), on=AT_THE_INTERIM)

        assert found.of("III.2.2-4").id == "undetermined"
        assert found.verdict == MET

    @pytest.mark.parametrize("failed", CLAUSES[:3])
    def test_every_other_clause_counts(self, failed):
        found = assessed(met_commune(on=AT_THE_INTERIM, **failing(failed, AT_THE_INTERIM)), on=AT_THE_INTERIM)

        assert found.of(failed) == NOT_MET
        assert found.verdict == NOT_MET

    def test_its_last_survey_is_that_of_2022_approved_in_january(self):
        figures = counted(commune.poor_households, 100, 10, at=END_2022)
        found = assessed(
            met_commune(on=AT_THE_INTERIM, poor_households=figures, near_poor_households=NOTHING), on=AT_THE_INTERIM
        )

        assert dict(found.setting.surveys) == {"start_of_period": END_2021, "review": END_2022}
        assert "cuối kỳ (rà soát cuối năm 2022): ít nhất 10 hộ" in explain(found)
