"""2.5. Đối với cán bộ, công chức, viên chức làm công tác giảm nghèo."""

from __future__ import annotations

from datetime import date

import pytest
from criteria.adopting import adopted
from criteria.dossiers import (
    AT_THE_FINAL,
    NOTHING,
    Part,
    assessed,
    cautions,
    complete,
    judged,
    open_without,
    stays_open_for,
    verdict,
    words,
)
from criteria.invented import initiative_
from criteria.people import met_official

from thidua import DID_NOT_HAPPEN, MET, NOT_APPLICABLE, NOT_MET, PLAN, Level, Verdict, explain
from thidua.criteria.officials import CLAUSES, OFFICIALS, strives_stays_close_and_has_initiatives
from thidua.evidence import DidNotHappen, Entry
from thidua.facts import Day, Judged
from thidua.movements import Plan
from thidua.subjects import Official
from thidua.verdicts import VERDICTS, F, M, N
from thidua.vocabulary import initiative, official
from thidua.vocabulary.initiative import Concern, Form

ADVICE = (Concern.POLICY, Concern.GUIDANCE, Concern.DIFFICULTIES)
THE_DAY_AFTER = date(2026, 1, 1)
NOT_ASSIGNED = (official.works_on_poverty_reduction.recorded(False),)


def of_the_official(key: str, concern: Concern | None = Concern.POLICY, **changes: object) -> Entry[Official]:
    return initiative_(official.initiatives, key, concern, **changes)


class TestStrivesStaysCloseAndHasInitiatives:
    """
    Cán bộ, công chức, viên chức nỗ lực công tác, bám sát cơ sở, có sáng kiến trong việc xây dựng, tham mưu ban hành cơ
    chế, chính sách, hướng dẫn thực hiện và tháo gỡ khó khăn cho cơ sở trong thực hiện chương trình giảm nghèo.
    """

    clause = strives_stays_close_and_has_initiatives

    def of(self, *, plan: Plan = PLAN, **changes: Part) -> Verdict:
        return verdict(self.clause, met_official(**changes), plan=plan)

    def test_is_met_by_effort_closeness_to_the_grassroots_and_an_initiative(self):
        assert self.of() == MET

    @pytest.mark.parametrize("part", ["effort", "stays_close_to_the_grassroots", "initiatives"])
    def test_a_part_that_is_not_on_file_stays_open(self, part: str):
        assert open_without(self.clause, met_official(**{part: NOTHING}), part)

    @pytest.mark.parametrize("word", [official.effort, official.stays_close_to_the_grassroots])
    @pytest.mark.parametrize(
        ("level", "expected"),
        [(Level.NOT_DONE, NOT_MET), (Level.DONE, NOT_MET), (Level.DONE_WELL, MET), (Level.EXCELLENT, MET)],
    )
    def test_work_well_done_is_just_enough(self, word: Judged[Official], level: Level, expected: Verdict):
        assert self.of(**{word.fact.name: judged(word, level)}) == expected

    @pytest.mark.parametrize("concern", ADVICE)
    def test_one_initiative_on_policy_guidance_or_difficulties_is_just_enough(self, concern: Concern):
        assert self.of(initiatives=complete(official.initiatives, of_the_official("SK-01", concern))) == MET

    @pytest.mark.parametrize("concern", [Concern.PUPILS, Concern.LIVELIHOODS, Concern.OTHER])
    def test_an_initiative_on_another_matter_does_not_count(self, concern: Concern):
        assert self.of(initiatives=complete(official.initiatives, of_the_official("SK-01", concern))) == NOT_MET

    def test_an_official_known_to_have_none_fails(self):
        assert self.of(initiatives=complete(official.initiatives)) == NOT_MET

    @pytest.mark.parametrize(
        ("recognised", "expected"), [(AT_THE_FINAL, MET), (THE_DAY_AFTER, NOT_MET), (DID_NOT_HAPPEN, NOT_MET)]
    )
    def test_an_initiative_is_recognised_by_the_cut_off(self, recognised: date | DidNotHappen, expected: Verdict):
        one = of_the_official("SK-01", recognised=recognised)

        assert self.of(initiatives=complete(official.initiatives, one)) == expected

    @pytest.mark.parametrize(
        ("applied", "entries", "expected"),
        [
            (date(2020, 12, 31), 0, NOT_MET),
            (date(2021, 1, 1), 1, MET),
            (AT_THE_FINAL, 1, MET),
            (THE_DAY_AFTER, 0, NOT_MET),
        ],
    )
    def test_an_initiative_is_applied_within_the_days_that_count(self, applied: date, entries: int, expected: Verdict):
        one = of_the_official("SK-01", applied=applied)

        assert self.of(initiatives=complete(official.initiatives, one, declared=entries)) == expected

    @pytest.mark.parametrize(
        ("unknown", "field"),
        [
            (of_the_official("SK-01", recognised=None), initiative.recognised_on),
            (of_the_official("SK-01", None), initiative.concern),
        ],
    )
    def test_what_is_not_known_of_the_initiative_stays_open(self, unknown: Entry[Official], field: Day[Official]):
        assert stays_open_for(self.clause, met_official(initiatives=(unknown,)), field.fact)

    def test_a_solution_nobody_recognised_is_no_initiative(self):
        solution = of_the_official("GP-01", recognised=DID_NOT_HAPPEN, form=Form.SOLUTION)
        register = complete(official.initiatives, solution)

        assert self.of(initiatives=register) == NOT_MET
        assert self.of(initiatives=register, plan=adopted("B-04", "applied")) == NOT_MET

    def test_an_initiative_on_each_matter_is_asked_for_only_where_each_is(self):
        each_matter = adopted("B-11", "each_matter")
        three = (of_the_official(f"SK-{number}", concern) for number, concern in enumerate(ADVICE))

        assert self.of(initiatives=complete(official.initiatives, *three), plan=each_matter) == MET
        assert (
            self.of(initiatives=complete(official.initiatives, of_the_official("SK-01")), plan=each_matter) == NOT_MET
        )


class TestOfficials:
    """Đối với cán bộ, công chức, viên chức làm công tác giảm nghèo"""

    def test_the_one_clause_met_is_enough(self):
        assert assessed(met_official()).verdict == MET

    def test_the_one_clause_not_met_is_enough_to_fail(self):
        found = assessed(met_official(initiatives=complete(official.initiatives)))

        assert found.verdict == NOT_MET
        assert "không đạt III.2.5-1" in explain(found)

    def test_an_official_who_does_other_work_is_not_addressed(self):
        found = assessed(met_official(works_on_poverty_reduction=NOT_ASSIGNED))

        assert found.verdict == NOT_APPLICABLE
        assert "KHÔNG THUỘC ĐỐI TƯỢNG" in explain(found)

    def test_an_official_whose_assignment_is_not_on_file_may_yet_not_be_addressed(self):
        found = assessed(met_official(works_on_poverty_reduction=NOTHING))
        failing = assessed(met_official(works_on_poverty_reduction=NOTHING, initiatives=complete(official.initiatives)))

        assert found.verdict == VERDICTS[M | N]
        assert failing.verdict == VERDICTS[F | N]
        assert "chưa có giấy tờ về việc được phân công làm công tác giảm nghèo" in explain(found)
        assert "quyết định, văn bản phân công nhiệm vụ" in explain(found)

    def test_awaits_only_judgement_when_only_judgements_are_missing(self):
        unjudged = dict.fromkeys(("effort", "stays_close_to_the_grassroots"), NOTHING)

        assert assessed(met_official(**unjudged)).awaits_only_judgement
        assert not assessed(met_official(**unjudged, initiatives=NOTHING)).awaits_only_judgement

    @pytest.mark.parametrize("option", ["all_applicable", "all_strictly", "all_but_one", "any_one"])
    def test_with_one_clause_every_way_of_counting_is_the_same(self, option: str):
        plan = adopted("A-01", option)

        assert assessed(met_official(), plan=plan).verdict == MET
        assert assessed(met_official(initiatives=complete(official.initiatives)), plan=plan).verdict == NOT_MET

    @pytest.mark.parametrize("by", ["Phòng LĐTBXH", "UBND huyện Quỳnh Nhai", "Hội đồng TĐKT xã Ví Dụ", "UBND xã Ví Dụ"])
    def test_is_judged_by_the_district_or_the_commune(self, by: str):
        assert assessed(met_official(effort=judged(official.effort, by=by))).verdict == MET

    def test_nobody_else_judges(self):
        found = assessed(met_official(effort=judged(official.effort, by="Công ty Ví Dụ")))

        assert found.verdict.id == "undetermined"
        assert "body_not_named" in cautions(found)


def test_the_bullet_is_tested_under_its_own_words():
    assert (strives_stays_close_and_has_initiatives,) == CLAUSES
    assert words(TestStrivesStaysCloseAndHasInitiatives) == strives_stays_close_and_has_initiatives.text
    assert OFFICIALS.heading.text == f"2.5. {words(TestOfficials)}"
