"""2.1. Đối với các cơ quan, Mặt trận tổ quốc huyện, đoàn thể, đơn vị."""

from __future__ import annotations

from datetime import date

import pytest
from criteria.dossiers import (
    NOTHING,
    Part,
    assessed,
    cautions,
    complete,
    judged,
    open_without,
    stays_open_for,
    verdict,
    why_open,
    words,
)
from criteria.invented import agencys_help, contribution_, directive_, initiative_, met_agency, policy_work_

from thidua import DID_NOT_HAPPEN, MET, NOT_APPLICABLE, NOT_MET, Level, Verdict
from thidua.clauses import Clause
from thidua.criteria import agencies
from thidua.subjects import Agency
from thidua.vocabulary import agency, directive, help_given, initiative, policy_work
from thidua.vocabulary.contribution import Source
from thidua.vocabulary.initiative import Concern, Form
from thidua.vocabulary.policy_work import Outcome

DUE = date(2023, 6, 15)
DAY_BEFORE, DAY_AFTER = date(2023, 6, 14), date(2023, 6, 16)
CUT_OFF, AFTER_THE_CUT_OFF = date(2025, 12, 31), date(2026, 1, 1)


class Bullet:
    clause: Clause[Agency]

    def of(self, **changes: Part) -> Verdict:
        return verdict(self.clause, met_agency(**changes))


class TestDirectivesAreGoodAndOnTimeWithInitiatives(Bullet):
    """
    Hoàn thành có chất lượng, đúng thời gian các văn bản chỉ đạo hướng dẫn thực hiện của các cấp có thẩm quyền (tỉnh,
    huyện). Có sáng kiến, giải pháp trong việc xây dựng, ban ngành hoặc trình cấp có thẩm quyền ban hành về cơ chế
    chính sách, hướng dẫn hoặc chỉ đạo tháo gỡ khó khăn cho cơ sở trong việc giảm nghèo.
    """

    clause = agencies.directives_are_good_and_on_time_with_initiatives

    def test_met_when_documents_are_on_time_and_good_and_there_is_an_initiative(self):
        assert self.of() == MET

    @pytest.mark.parametrize("part", ["directives", "directives_quality", "initiatives"])
    def test_open_without_the_paper_and_the_paper_is_named(self, part):
        assert open_without(self.clause, met_agency(**{part: NOTHING}), part)

    # đúng thời gian

    @pytest.mark.parametrize(("issued", "found"), [(DAY_BEFORE, MET), (DUE, MET), (DAY_AFTER, NOT_MET)])
    def test_a_document_is_on_time_on_the_day_it_is_due(self, issued, found):
        assert self.of(directives=complete(agency.directives, directive_("VB-01", DUE, issued))) == found

    def test_one_late_document_among_many_is_enough_to_fail(self):
        late = directive_("VB-02", DUE, DAY_AFTER)

        assert self.of(directives=(directive_("VB-01"), late)) == NOT_MET

    def test_a_document_never_issued_fails(self):
        never = complete(agency.directives, directive_("VB-01", issued=DID_NOT_HAPPEN))

        assert self.of(directives=never) == NOT_MET

    def test_a_document_whose_day_of_issue_is_not_on_file_is_not_late(self):
        unknown = complete(agency.directives, directive_("VB-01"), directive_("VB-02", issued=None))

        assert stays_open_for(self.clause, met_agency(directives=unknown), directive.issued_on.fact)

    def test_a_list_that_is_not_declared_complete_leaves_it_open(self):
        found = assessed(met_agency(directives=(directive_("VB-01"),)))

        assert found.of(self.clause).id == "undetermined"
        assert why_open(found, self.clause) == {"evidence", "register_open"}

    def test_where_no_document_was_due_the_rest_is_judged(self):
        assert self.of(directives=complete(agency.directives)) == MET
        assert self.of(directives=complete(agency.directives), initiatives=complete(agency.initiatives)) == NOT_MET

    def test_a_document_due_after_the_cut_off_does_not_count(self):
        later = directive_("VB-02", date(2026, 1, 15), DID_NOT_HAPPEN)
        dossier = met_agency(directives=complete(agency.directives, directive_("VB-01"), later, declared=1))

        assert verdict(self.clause, dossier) == MET
        assert "outside_period" in cautions(assessed(dossier))

    # có chất lượng

    @pytest.mark.parametrize(
        ("level", "found"),
        [(Level.NOT_DONE, NOT_MET), (Level.DONE, NOT_MET), (Level.DONE_WELL, MET), (Level.EXCELLENT, MET)],
    )
    def test_the_quality_is_judged_and_done_well_suffices(self, level, found):
        assert self.of(directives_quality=judged(agency.directives_quality, level)) == found

    def test_a_judgement_by_a_body_that_may_not_judge_is_none(self):
        dossier = met_agency(directives_quality=judged(agency.directives_quality, by="Trường THCS Ví Dụ"))

        assert stays_open_for(self.clause, dossier, agency.directives_quality.fact)
        assert "body_not_named" in cautions(assessed(dossier))

    def test_a_judgement_made_for_another_review_is_none(self):
        dossier = met_agency(directives_quality=judged(agency.directives_quality, on=date(2023, 12, 20)))

        assert stays_open_for(self.clause, dossier, agency.directives_quality.fact)
        assert "another_review" in cautions(assessed(dossier))

    # có sáng kiến, giải pháp

    @pytest.mark.parametrize("concern", [Concern.POLICY, Concern.GUIDANCE, Concern.DIFFICULTIES])
    def test_an_initiative_on_any_of_the_three_matters_suffices(self, concern):
        assert self.of(initiatives=(initiative_(agency.initiatives, "SK-01", concern),)) == MET

    @pytest.mark.parametrize("concern", [Concern.PUPILS, Concern.LIVELIHOODS, Concern.OTHER])
    def test_an_initiative_on_another_matter_does_not_count(self, concern):
        other = complete(agency.initiatives, initiative_(agency.initiatives, "SK-01", concern))

        assert self.of(initiatives=other) == NOT_MET

    @pytest.mark.parametrize(
        ("recognised", "found"),
        [(CUT_OFF, MET), (AFTER_THE_CUT_OFF, NOT_MET), (DID_NOT_HAPPEN, NOT_MET)],
    )
    def test_it_must_be_recognised_by_the_cut_off(self, recognised, found):
        one = initiative_(agency.initiatives, "SK-01", Concern.POLICY, recognised=recognised)

        assert self.of(initiatives=complete(agency.initiatives, one)) == found

    def test_a_solution_too_must_be_recognised(self):
        solution = initiative_(
            agency.initiatives, "GP-01", Concern.POLICY, recognised=DID_NOT_HAPPEN, form=Form.SOLUTION
        )

        assert self.of(initiatives=complete(agency.initiatives, solution)) == NOT_MET

    @pytest.mark.parametrize(
        ("unknown", "field"),
        [
            (initiative_(agency.initiatives, "SK-01", Concern.POLICY, recognised=None), initiative.recognised_on),
            (initiative_(agency.initiatives, "SK-01", None), initiative.concern),
        ],
    )
    def test_an_initiative_that_is_not_fully_on_file_leaves_it_open(self, unknown, field):
        dossier = met_agency(initiatives=complete(agency.initiatives, unknown))

        assert stays_open_for(self.clause, dossier, field.fact)

    def test_an_initiative_from_before_the_period_does_not_count(self):
        old = initiative_(agency.initiatives, "SK-01", Concern.POLICY, applied=date(2020, 12, 31))
        first_day = initiative_(agency.initiatives, "SK-01", Concern.POLICY, applied=date(2021, 1, 1))

        assert self.of(initiatives=complete(agency.initiatives, old, declared=0)) == NOT_MET
        assert self.of(initiatives=complete(agency.initiatives, first_day)) == MET


class TestPolicyIsImprovedAndGoodWorkEncouraged(Bullet):
    """
    Chủ động tích cực, nghiên cứu, rà soát, sửa đổi, bổ sung hoặc kiến nghị sửa đổi, bổ sung các chính sách giảm nghèo
    phù hợp tình hình và yêu cầu thực tế; khuyến khích và phát huy vai trò của tập thể, cá nhân thực hiện tốt chính
    sách, chương trình giảm nghèo.
    """

    clause = agencies.policy_is_improved_and_good_work_encouraged

    def test_met_when_policy_is_studied_and_amended_and_good_work_encouraged(self):
        assert self.of() == MET

    @pytest.mark.parametrize("part", ["policy_review", "policy_works", "policy_fits_practice", "encouragement"])
    def test_open_without_the_paper_and_the_paper_is_named(self, part):
        assert open_without(self.clause, met_agency(**{part: NOTHING}), part)

    @pytest.mark.parametrize(
        ("part", "word"),
        [
            ("policy_review", agency.policy_review),
            ("policy_fits_practice", agency.policy_fits_practice),
            ("encouragement", agency.encouragement),
        ],
    )
    @pytest.mark.parametrize(("level", "found"), [(Level.DONE, NOT_MET), (Level.DONE_WELL, MET)])
    def test_each_judged_word_must_be_done_well(self, part, word, level, found):
        assert self.of(**{part: judged(word, level)}) == found

    @pytest.mark.parametrize(
        ("outcome", "found"),
        [(Outcome.AMENDED, MET), (Outcome.PROPOSED, MET), (Outcome.REVIEWED, NOT_MET)],
    )
    def test_to_amend_or_to_propose_counts_and_to_review_alone_does_not(self, outcome, found):
        assert self.of(policy_works=complete(agency.policy_works, policy_work_("KN-01", outcome))) == found

    def test_no_work_on_policy_at_all_fails(self):
        assert self.of(policy_works=complete(agency.policy_works)) == NOT_MET

    def test_work_whose_outcome_is_not_on_file_leaves_it_open(self):
        unknown = complete(agency.policy_works, policy_work_("KN-01", None))

        assert stays_open_for(self.clause, met_agency(policy_works=unknown), policy_work.outcome.fact)

    @pytest.mark.parametrize(("done", "found"), [(CUT_OFF, MET), (AFTER_THE_CUT_OFF, NOT_MET)])
    def test_work_counts_up_to_the_cut_off(self, done, found):
        number = 1 if done <= CUT_OFF else 0
        works = complete(agency.policy_works, policy_work_("KN-01", done=done), declared=number)

        assert self.of(policy_works=works) == found

    def test_words_never_judged_stay_open_however_much_was_done(self):
        many = tuple(policy_work_(f"KN-{number:02}", Outcome.AMENDED) for number in range(40))

        assert open_without(self.clause, met_agency(policy_review=NOTHING, policy_works=many), "policy_review")


class TestResourcesAreMobilisedForPupilsAndThePoor(Bullet):
    """
    Chủ động, tích cực thực hiện tốt công tác xã hội hóa, huy động nguồn lực, có nhiều sáng kiến, giải pháp giúp đỡ
    những học sinh có hoàn cảnh khó khăn vươn lên trong học tập, giúp cho người nghèo tham gia phát triển sản suất kinh
    doanh, làm kinh tế giỏi, ổn định vươn lên thoát nghèo bền vững, không tái nghèo.
    """

    clause = agencies.resources_are_mobilised_for_pupils_and_the_poor

    @staticmethod
    def about(*concerns: Concern, register_complete: bool = True) -> Part:
        entries = tuple(initiative_(agency.initiatives, f"SK-{n}", c) for n, c in enumerate(concerns))
        return complete(agency.initiatives, *entries) if register_complete else entries

    @staticmethod
    def remit(value: bool) -> Part:
        return (agency.pupils_in_the_remit.recorded(value),)

    def test_met_when_resources_are_mobilised_and_initiatives_help_pupils_and_the_poor(self):
        assert self.of() == MET

    @pytest.mark.parametrize("part", ["mobilising", "contributions", "initiatives", "help_given"])
    def test_open_without_the_paper_and_the_paper_is_named(self, part):
        assert open_without(self.clause, met_agency(**{part: NOTHING}), part)

    # chủ động, tích cực thực hiện tốt công tác xã hội hóa, huy động nguồn lực

    @pytest.mark.parametrize(("level", "found"), [(Level.DONE, NOT_MET), (Level.DONE_WELL, MET)])
    def test_mobilising_is_judged(self, level, found):
        assert self.of(mobilising=judged(agency.mobilising, level)) == found

    @pytest.mark.parametrize(
        ("source", "found"),
        [(Source.PEOPLE, MET), (Source.SOCIETY, MET), (Source.STATE_BUDGET, NOT_MET)],
    )
    def test_what_is_mobilised_comes_from_society_not_from_the_budget(self, source, found):
        given = complete(agency.contributions, contribution_(agency.contributions, "HĐ-01", source))

        assert self.of(contributions=given) == found

    def test_nothing_mobilised_fails(self):
        assert self.of(contributions=complete(agency.contributions)) == NOT_MET

    # nhiều sáng kiến, giải pháp giúp đỡ học sinh, giúp cho người nghèo

    @pytest.mark.parametrize(
        ("concerns", "found"),
        [
            ((), NOT_MET),
            ((Concern.PUPILS,), NOT_MET),
            ((Concern.PUPILS, Concern.PUPILS), NOT_MET),
            ((Concern.LIVELIHOODS, Concern.LIVELIHOODS), NOT_MET),
            ((Concern.PUPILS, Concern.LIVELIHOODS), MET),
        ],
    )
    def test_with_pupils_in_the_remit_many_is_two_and_one_for_each(self, concerns, found):
        assert self.of(initiatives=self.about(*concerns)) == found

    @pytest.mark.parametrize(
        ("concerns", "found"),
        [
            ((Concern.LIVELIHOODS,), NOT_MET),
            ((Concern.LIVELIHOODS, Concern.PUPILS), NOT_MET),
            ((Concern.LIVELIHOODS, Concern.LIVELIHOODS), MET),
        ],
    )
    def test_without_pupils_in_the_remit_two_for_the_poor_are_asked(self, concerns, found):
        assert self.of(pupils_in_the_remit=self.remit(False), initiatives=self.about(*concerns)) == found

    def test_initiatives_that_are_not_recognised_are_not_among_the_many(self):
        poor = initiative_(agency.initiatives, "SK-01", Concern.LIVELIHOODS, recognised=DID_NOT_HAPPEN)
        pupils = initiative_(agency.initiatives, "SK-02", Concern.PUPILS)

        assert self.of(initiatives=complete(agency.initiatives, poor, pupils)) == NOT_MET

    def test_an_unknown_remit_leaves_it_open(self):
        assert open_without(self.clause, met_agency(pupils_in_the_remit=NOTHING), "pupils_in_the_remit")

    def test_an_unknown_remit_no_longer_matters_when_there_are_enough_for_either_case(self):
        enough = self.about(Concern.PUPILS, Concern.LIVELIHOODS, Concern.LIVELIHOODS)

        assert self.of(pupils_in_the_remit=NOTHING, initiatives=enough) == MET

    def test_a_register_that_is_open_never_says_that_there_are_too_few(self):
        few = self.about(Concern.PUPILS, register_complete=False)

        assert self.of(initiatives=few).id == "undetermined"

    # không tái nghèo

    @pytest.mark.parametrize(
        ("returned", "found"),
        [(date(2024, 1, 31), NOT_MET), (CUT_OFF, NOT_MET), (AFTER_THE_CUT_OFF, MET), (DID_NOT_HAPPEN, MET)],
    )
    def test_no_household_helped_out_of_poverty_is_back_on_the_list_by_the_cut_off(self, returned, found):
        helped = complete(agency.help_given, agencys_help("GĐ-01", returned=returned))

        assert self.of(help_given=helped) == found

    def test_a_return_that_is_not_on_file_is_not_excluded(self):
        helped = complete(agency.help_given, agencys_help("GĐ-01", returned=None))

        assert stays_open_for(self.clause, met_agency(help_given=helped), help_given.returned_on.fact)

    def test_a_household_that_has_not_escaped_cannot_have_returned(self):
        helped = complete(agency.help_given, agencys_help("GĐ-01", escaped=DID_NOT_HAPPEN, returned=None))

        assert self.of(help_given=helped) == MET

    def test_where_no_household_was_helped_the_rest_is_judged(self):
        assert self.of(help_given=complete(agency.help_given)) == MET

    # vươn lên trong học tập, làm kinh tế giỏi, ổn định: chỉ là mục đích

    def test_results_of_the_help_are_the_purpose_and_not_judged_apart(self):
        poor = judged(agency.help_to_the_poor, Level.NOT_DONE)
        pupils = judged(agency.help_to_pupils, Level.NOT_DONE)

        assert self.of(help_to_the_poor=poor, help_to_pupils=pupils) == MET


BULLETS = (
    TestDirectivesAreGoodAndOnTimeWithInitiatives,
    TestPolicyIsImprovedAndGoodWorkEncouraged,
    TestResourcesAreMobilisedForPupilsAndThePoor,
)
FAILING = {
    "III.2.1-1": {"directives_quality": judged(agency.directives_quality, Level.DONE)},
    "III.2.1-2": {"encouragement": judged(agency.encouragement, Level.DONE)},
    "III.2.1-3": {"contributions": complete(agency.contributions)},
}
JUDGED = ("directives_quality", "policy_review", "policy_fits_practice", "encouragement", "mobilising")


def test_each_class_carries_its_bullet_in_the_words_of_the_plan():
    assert [bullet.clause for bullet in BULLETS] == list(agencies.CLAUSES)
    assert [words(bullet) for bullet in BULLETS] == [clause.text for clause in agencies.CLAUSES]


class TestTheGroup:
    def test_met_when_every_clause_is_met(self):
        found = assessed(met_agency())

        assert found.verdict == MET
        assert {found.of(clause) for clause in agencies.CLAUSES} == {MET}

    @pytest.mark.parametrize("failed", FAILING)
    def test_not_met_when_a_single_clause_is_not(self, failed):
        found = assessed(met_agency(**FAILING[failed]))

        assert [clause.id for clause in agencies.CLAUSES if found.of(clause) == NOT_MET] == [failed]
        assert found.verdict == NOT_MET

    def test_awaits_only_judgement_when_everything_measured_is_on_file(self):
        found = assessed(met_agency(**dict.fromkeys(JUDGED, NOTHING)))

        assert found.verdict.id == "undetermined"
        assert found.awaits_only_judgement

    def test_does_not_await_only_judgement_while_a_paper_is_missing(self):
        found = assessed(met_agency(encouragement=NOTHING, contributions=NOTHING))

        assert found.verdict.id == "undetermined"
        assert not found.awaits_only_judgement

    def test_an_empty_dossier_fails_nothing(self):
        found = assessed(met_agency(**dict.fromkeys(met_parts(), NOTHING)))

        assert found.verdict.id == "undetermined"
        assert NOT_APPLICABLE not in {found.of(clause) for clause in agencies.CLAUSES}
        assert all(MET in found.of(clause) and NOT_MET in found.of(clause) for clause in agencies.CLAUSES)


def met_parts() -> list[str]:
    return [paper.document.number for paper in met_agency().papers if paper.document]
