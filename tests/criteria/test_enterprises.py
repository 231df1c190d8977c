"""2.6. Đối với doanh nghiệp."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from criteria.adopting import adopted
from criteria.dossiers import (
    AT_THE_FINAL,
    NOTHING,
    Part,
    assessed,
    complete,
    explained,
    judged,
    open_without,
    stays_open_for,
    verdict,
    words,
)
from criteria.invented import contribution_
from criteria.people import linkage_, livelihood_, met_enterprise

from thidua import MET, NOT_APPLICABLE, NOT_MET, PLAN, Level, Verdict, explain
from thidua.clauses import Clause
from thidua.criteria.enterprises import (
    CLAUSES,
    ENTERPRISES,
    carries_out_credit_policy_effectively,
    gives_concrete_practical_contributions,
    works_with_the_poor_and_brings_livelihoods,
)
from thidua.movements import Plan
from thidua.quantities import dong
from thidua.records import Records
from thidua.subjects import Enterprise
from thidua.verdicts import VERDICTS, F, M, N
from thidua.vocabulary import contribution, enterprise, linkage, livelihood
from thidua.vocabulary.linkage import Stage
from thidua.vocabulary.livelihood import Way

LEVELS = [(Level.NOT_DONE, NOT_MET), (Level.DONE, NOT_MET), (Level.DONE_WELL, MET), (Level.EXCELLENT, MET)]
DAYS_THAT_COUNT = [
    (date(2020, 12, 31), 0, NOT_MET),
    (date(2021, 1, 1), 1, MET),
    (AT_THE_FINAL, 1, MET),
    (date(2026, 1, 1), 0, NOT_MET),
]
"""The day of an entry, how many entries of the period are then declared, and what follows."""


class Bullet:
    clause: Clause[Enterprise]
    lends = False

    def of(self, *, plan: Plan = PLAN, **changes: Part) -> Verdict:
        return verdict(self.clause, met_enterprise(lends=self.lends, **changes), plan=plan)


class TestGivesConcretePracticalContributions(Bullet):
    """
    Có những đóng góp cụ thể, thiết thực trong thực hiện công tác giảm nghèo và hỗ trợ người nghèo.
    """

    clause = gives_concrete_practical_contributions
    register = enterprise.contributions

    def test_one_contribution_judged_practical_is_just_enough(self):
        assert self.of(contributions=complete(self.register, contribution_(self.register, "HĐ-01"))) == MET

    def test_an_enterprise_known_to_have_given_nothing_fails(self):
        assert self.of(contributions=complete(self.register)) == NOT_MET

    def test_a_contribution_to_another_purpose_does_not_count(self):
        other = contribution_(self.register, "HĐ-01", for_the_poor=False)

        assert self.of(contributions=complete(self.register, other)) == NOT_MET
        assert self.of(contributions=(other,)).id == "undetermined"

    @pytest.mark.parametrize("part", ["contributions", "contributions_are_practical"])
    def test_a_part_that_is_not_on_file_stays_open(self, part: str):
        assert open_without(self.clause, met_enterprise(**{part: NOTHING}), part)

    def test_a_purpose_that_is_not_on_file_stays_open(self):
        unknown = met_enterprise(contributions=(contribution_(self.register, "HĐ-01", for_the_poor=None),))

        assert stays_open_for(self.clause, unknown, contribution.for_poverty_reduction.fact)

    @pytest.mark.parametrize(("level", "expected"), LEVELS)
    def test_well_done_is_practical_enough(self, level: Level, expected: Verdict):
        assert self.of(contributions_are_practical=judged(enterprise.contributions_are_practical, level)) == expected

    @pytest.mark.parametrize(("given", "entries", "expected"), DAYS_THAT_COUNT)
    def test_it_is_given_within_the_days_that_count(self, given: date, entries: int, expected: Verdict):
        one = contribution_(self.register, "HĐ-01", given=given)

        assert self.of(contributions=complete(self.register, one, declared=entries)) == expected

    @pytest.mark.parametrize(("sum_given", "expected"), [(40_000_000, MET), (39_999_999, NOT_MET)])
    def test_a_pledge_is_to_be_reached_only_where_a_target_is(self, sum_given: int, expected: Verdict):
        target = adopted("B-05", "target")
        pledge = (enterprise.contributions_target.recorded(dong(40_000_000)),)
        given = complete(
            self.register,
            contribution_(self.register, "HĐ-01", value=sum_given),
            contribution_(self.register, "HĐ-02", value=90_000_000, for_the_poor=False),
        )

        assert self.of(contributions=given, contributions_target=pledge, plan=target) == expected
        assert self.of(contributions=given, contributions_target=pledge) == MET
        assert self.of(contributions=given, plan=target).id == "undetermined"


class TestWorksWithThePoorAndBringsLivelihoods(Bullet):
    """
    Liên kết, phối hợp sản xuất, chế biến và tiêu thụ sản phẩm của người nghèo; triển khai thực hiện các mô hình giảm
    nghèo, dạy nghề và tạo việc làm đối với người nghèo.
    """

    clause = works_with_the_poor_and_brings_livelihoods

    @pytest.mark.parametrize("stage", Stage)
    def test_one_linkage_at_any_stage_is_just_enough(self, stage: Stage):
        assert self.of(linkages=complete(enterprise.linkages, linkage_("LK-01", stage))) == MET

    @pytest.mark.parametrize("way", Way)
    def test_one_model_class_or_intake_is_just_enough(self, way: Way):
        assert self.of(livelihoods=complete(enterprise.livelihoods, livelihood_("VL-01", way))) == MET

    @pytest.mark.parametrize("half", [enterprise.linkages, enterprise.livelihoods])
    def test_neither_half_makes_up_for_the_other(self, half: Records[Enterprise, Any]):
        assert self.of(**{half.register.name: complete(half)}) == NOT_MET

    def test_unless_either_half_is_enough(self):
        either_half = adopted("B-07", "either_half")
        no_linkages, no_livelihoods = complete(enterprise.linkages), complete(enterprise.livelihoods)

        assert self.of(linkages=no_linkages, plan=either_half) == MET
        assert self.of(livelihoods=no_livelihoods, plan=either_half) == MET
        assert self.of(linkages=no_linkages, livelihoods=no_livelihoods, plan=either_half) == NOT_MET

    def test_all_six_are_asked_for_only_where_every_part_is(self):
        every_part = adopted("B-07", "every_part")
        linkages = [linkage_(f"LK-{number}", stage) for number, stage in enumerate(Stage)]
        livelihoods = [livelihood_(f"VL-{number}", way) for number, way in enumerate(Way)]
        all_stages = complete(enterprise.linkages, *linkages)
        all_ways = complete(enterprise.livelihoods, *livelihoods)

        assert self.of(linkages=all_stages, livelihoods=all_ways, plan=every_part) == MET
        for index in range(len(Stage)):
            one_less = complete(enterprise.linkages, *(linkages[:index] + linkages[index + 1 :]))
            assert self.of(linkages=one_less, livelihoods=all_ways, plan=every_part) == NOT_MET
        for index in range(len(Way)):
            one_less = complete(enterprise.livelihoods, *(livelihoods[:index] + livelihoods[index + 1 :]))
            assert self.of(linkages=all_stages, livelihoods=one_less, plan=every_part) == NOT_MET

    def test_a_linkage_about_other_products_does_not_count(self):
        other = linkage_("LK-01", with_the_poor=False)

        assert self.of(linkages=complete(enterprise.linkages, other)) == NOT_MET
        assert self.of(linkages=(other,)).id == "undetermined"

    @pytest.mark.parametrize(("persons", "expected"), [(0, NOT_MET), (1, MET)])
    def test_one_poor_person_who_takes_part_is_just_enough(self, persons: int, expected: Verdict):
        one = livelihood_("VL-01", poor_persons=persons)

        assert self.of(livelihoods=complete(enterprise.livelihoods, one)) == expected

    @pytest.mark.parametrize("part", ["linkages", "livelihoods"])
    def test_a_half_that_is_not_on_file_stays_open(self, part: str):
        assert open_without(self.clause, met_enterprise(**{part: NOTHING}), part)

    def test_whose_products_they_are_is_not_on_file(self):
        unknown = met_enterprise(linkages=(linkage_("LK-01", with_the_poor=None),))

        assert stays_open_for(self.clause, unknown, linkage.with_the_poor.fact)

    def test_how_many_poor_persons_take_part_is_not_on_file(self):
        unknown = met_enterprise(livelihoods=(livelihood_("VL-01", poor_persons=None),))

        assert stays_open_for(self.clause, unknown, livelihood.poor_persons.fact)

    @pytest.mark.parametrize(
        "changes", [{"linkages": (linkage_("LK-01", None),)}, {"livelihoods": (livelihood_("VL-01", None),)}]
    )
    def test_a_kind_that_is_not_on_file_matters_only_where_every_part_is_asked_for(self, changes: dict[str, Part]):
        assert self.of(**changes) == MET
        assert self.of(**changes, plan=adopted("B-07", "every_part")).id == "undetermined"

    @pytest.mark.parametrize(("day", "entries", "expected"), DAYS_THAT_COUNT)
    def test_both_halves_are_done_within_the_days_that_count(self, day: date, entries: int, expected: Verdict):
        linked = complete(enterprise.linkages, linkage_("LK-01", signed=day), declared=entries)
        begun = complete(enterprise.livelihoods, livelihood_("VL-01", begun=day), declared=entries)

        assert self.of(linkages=linked) == expected
        assert self.of(livelihoods=begun) == expected


class TestCarriesOutCreditPolicyEffectively(Bullet):
    """
    Thực hiện hiệu quả chính sách tín dụng đối với hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo.
    """

    clause = carries_out_credit_policy_effectively
    lends = True
    borrowers = (enterprise.poor_borrowers, enterprise.near_poor_borrowers, enterprise.newly_escaped_borrowers)

    def lent_to(self, *households: int) -> dict[str, Part]:
        """How many poor, near-poor and newly escaped households borrowed."""
        return {
            loans.fact.name: (loans.recorded(number),) for loans, number in zip(self.borrowers, households, strict=True)
        }

    def test_a_lender_meets_it_by_lending_with_effect(self):
        assert self.of() == MET

    @pytest.mark.parametrize("households", [(1, 0, 0), (0, 1, 0), (0, 0, 1)])
    def test_one_household_of_any_class_is_just_enough(self, households: tuple[int, int, int]):
        assert self.of(**self.lent_to(*households)) == MET
        assert self.of(**self.lent_to(*households), plan=adopted("B-15", "each_class")) == NOT_MET

    @pytest.mark.parametrize(
        ("households", "expected"), [((1, 1, 1), MET), ((9, 9, 0), NOT_MET), ((9, 0, 9), NOT_MET), ((0, 9, 9), NOT_MET)]
    )
    def test_one_household_of_each_class_is_just_enough_where_each_is_asked_for(
        self, households: tuple[int, int, int], expected: Verdict
    ):
        assert self.of(**self.lent_to(*households), plan=adopted("B-15", "each_class")) == expected

    def test_a_lender_that_lent_to_none_of_them_fails(self):
        assert self.of(**self.lent_to(0, 0, 0)) == NOT_MET

    def test_a_class_not_on_file_does_not_matter_once_another_has_borrowed(self):
        one_known = {**self.lent_to(0, 0, 3), "poor_borrowers": NOTHING, "near_poor_borrowers": NOTHING}
        none_known = {**self.lent_to(0, 0, 0), "poor_borrowers": NOTHING}

        assert self.of(**one_known) == MET
        assert open_without(self.clause, met_enterprise(lends=True, **none_known), "poor_borrowers")

    @pytest.mark.parametrize(("level", "expected"), LEVELS)
    def test_well_done_is_effective_enough(self, level: Level, expected: Verdict):
        assert self.of(credit_policy_works=judged(enterprise.credit_policy_works, level)) == expected

    def test_the_effect_nobody_judged_stays_open(self):
        assert open_without(self.clause, met_enterprise(lends=True, credit_policy_works=NOTHING), "credit_policy_works")

    def test_does_not_apply_to_an_enterprise_that_does_not_lend(self):
        assert verdict(self.clause, met_enterprise()) == NOT_APPLICABLE
        assert assessed(met_enterprise()).verdict == MET

    def test_fails_it_only_where_every_enterprise_is_bound(self):
        assert verdict(self.clause, met_enterprise(), plan=adopted("A-07", "every_enterprise")) == NOT_MET
        assert self.of(plan=adopted("A-07", "every_enterprise")) == MET

    def test_whether_it_lends_is_not_on_file(self):
        unknown = met_enterprise(lends=True, gives_credit=NOTHING)
        failing = met_enterprise(lends=True, gives_credit=NOTHING, **self.lent_to(0, 0, 0))

        assert verdict(self.clause, unknown) == VERDICTS[M | N]
        assert verdict(self.clause, failing) == VERDICTS[F | N]
        assert enterprise.gives_credit.fact.proof.vi in explained(assessed(unknown), self.clause)
        assert assessed(unknown).verdict == MET
        assert assessed(failing).verdict.id == "undetermined"


FAILURES = {
    "III.2.6-1": {"contributions": complete(enterprise.contributions)},
    "III.2.6-2": {"linkages": complete(enterprise.linkages)},
    "III.2.6-3": {"credit_policy_works": judged(enterprise.credit_policy_works, Level.NOT_DONE)},
}
"""A change for each clause that fails it, and no other."""


class TestEnterprises:
    """Đối với doanh nghiệp"""

    @pytest.mark.parametrize("lends", [True, False])
    def test_is_met_when_all_that_is_asked_of_it_is_met(self, lends: bool):
        assert assessed(met_enterprise(lends=lends)).verdict == MET

    @pytest.mark.parametrize("clause", FAILURES)
    def test_one_clause_not_met_is_enough_to_fail(self, clause: str):
        found = assessed(met_enterprise(lends=True, **FAILURES[clause]))

        assert [name for name, finding in found.clauses if finding.verdict == NOT_MET] == [clause]
        assert found.verdict == NOT_MET
        assert f"không đạt {clause}" in explain(found)

    @pytest.mark.parametrize("lends", [True, False])
    def test_awaits_only_judgement_when_only_judgements_are_missing(self, lends: bool):
        unjudged = {"contributions_are_practical": NOTHING, "credit_policy_works": NOTHING}

        assert assessed(met_enterprise(lends=lends, **unjudged)).awaits_only_judgement
        assert not assessed(met_enterprise(lends=lends, **unjudged, linkages=NOTHING)).awaits_only_judgement


BULLETS = {
    gives_concrete_practical_contributions: TestGivesConcretePracticalContributions,
    works_with_the_poor_and_brings_livelihoods: TestWorksWithThePoorAndBringsLivelihoods,
    carries_out_credit_policy_effectively: TestCarriesOutCreditPolicyEffectively,
}


def test_each_bullet_is_tested_under_its_own_words():
    assert tuple(BULLETS) == CLAUSES
    assert [words(tested) for tested in BULLETS.values()] == [clause.text for clause in CLAUSES]
    assert ENTERPRISES.heading.text == f"2.6. {words(TestEnterprises)}"
