"""2.4. Đối với hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from criteria.adopting import adopted
from criteria.dossiers import (
    AT_THE_FINAL,
    AT_THE_INTERIM,
    NOTHING,
    Part,
    assessed,
    cautions,
    complete,
    explained,
    judged,
    open_without,
    stays_open_for,
    verdict,
    words,
)
from criteria.invented import initiative_
from criteria.people import (
    LONG_AGO,
    THREE_YEARS_BEFORE_THE_FINAL,
    help_,
    in_force,
    met_household,
)

from thidua import DID_NOT_HAPPEN, MET, NOT_APPLICABLE, NOT_MET, PLAN, Dossier, Household, Level, Verdict, explain
from thidua.clauses import Clause
from thidua.criteria.households import (
    CLAUSES,
    HOUSEHOLDS,
    out_three_years_and_helps_others,
    takes_responsibility_and_registers,
    uses_the_policy_loan_well,
    works_in_good_ways_with_results,
)
from thidua.facts import Judged
from thidua.interpreters.assess import judge
from thidua.movements import Plan
from thidua.nodes import Choose
from thidua.quantities import dong
from thidua.verdicts import VERDICTS, F, M, N
from thidua.vocabulary import help_given, household
from thidua.vocabulary.household import Status
from thidua.vocabulary.initiative import Concern

CANNOT_FAIL = VERDICTS[M | N]
CANNOT_BE_MET = VERDICTS[F | N]
THE_DAY_AFTER = timedelta(days=1)
ADDRESSED = (Status.POOR, Status.NEAR_POOR, Status.ESCAPED)
EITHER = (True, False)
FROM_THE_LAUNCH = adopted("B-09", "launch")
HEADING_RULES = adopted("A-06", "heading_rules")
FAILURES = {
    "III.2.4-1": {"own_effort": judged(household.own_effort, Level.NOT_DONE)},
    "III.2.4-2": {"jobs_created": (household.jobs_created.recorded(0),)},
    "III.2.4-3": {"left_poverty_on": (household.left_poverty_on.recorded(AT_THE_FINAL),)},
    "III.2.4-4": {"loan_used_for_its_purpose": (household.loan_used_for_its_purpose.recorded(False),)},
}
"""A change for each clause that fails it, and no other."""


def escaped(left: date, *, on: date = AT_THE_FINAL) -> Dossier[Household]:
    """A household that left poverty on that day and meets all else."""
    return met_household(
        Status.ESCAPED,
        on=on,
        left_poverty_on=(household.left_poverty_on.recorded(left),),
        help_given=(help_("GĐ-01", given=date(2021, 5, 1)),),
    )


def addressed_by(plan: Plan) -> Choose:
    """Whom the group addresses, by A-06."""
    guard = plan.criteria_for(Household).applies_where
    assert guard is not None
    assert isinstance(guard.node, Choose)
    return guard.node


class Bullet:
    clause: Clause[Household]

    def of(self, status: Status = Status.POOR, /, *, plan: Plan = PLAN, **changes: Part) -> Verdict:
        return verdict(self.clause, met_household(status, **changes), plan=plan)


class TestTakesResponsibilityAndRegisters(Bullet):
    """
    Có ý thức trách nhiệm trong việc chủ động phát huy nội lực để thoát nghèo; tự nguyện đăng ký thoát nghèo.
    """

    clause = takes_responsibility_and_registers

    @pytest.mark.parametrize("status", ADDRESSED)
    def test_is_met_by_effort_and_registration(self, status: Status):
        assert self.of(status) == MET

    def test_work_well_done_is_just_enough(self):
        well = judged(household.own_effort, Level.DONE_WELL)
        merely = judged(household.own_effort, Level.DONE)

        assert self.of(own_effort=well) == MET
        assert self.of(own_effort=merely) == NOT_MET

    def test_effort_nobody_judged_stays_open(self):
        assert open_without(self.clause, met_household(own_effort=NOTHING), "own_effort")

    def test_a_registration_counts_up_to_the_cut_off(self):
        on_the_day = (household.registered_on.recorded(AT_THE_FINAL),)
        too_late = (household.registered_on.recorded(AT_THE_FINAL + THE_DAY_AFTER),)

        assert self.of(registered_on=on_the_day) == MET
        assert self.of(registered_on=too_late) == NOT_MET

    def test_a_household_known_not_to_have_registered_fails(self):
        never = (household.registered_on.recorded(DID_NOT_HAPPEN),)

        assert self.of(registered_on=never) == NOT_MET

    def test_a_registration_not_on_file_is_no_failure(self):
        assert open_without(self.clause, met_household(registered_on=NOTHING), "registered_on")


class TestWorksInGoodWaysWithResults(Bullet):
    """
    Có sáng kiến, cách làm hay, hiệu quả trong phát triển sản xuất, phát triển ngành nghề, thực hiện có hiệu quả các
    mô hình giảm nghèo, tạo được việc làm và tăng thu nhập.
    """

    clause = works_in_good_ways_with_results

    @pytest.mark.parametrize("status", ADDRESSED)
    def test_is_met_by_good_ways_models_jobs_and_income(self, status: Status):
        assert self.of(status) == MET

    @pytest.mark.parametrize("word", [household.good_ways, household.model_is_effective])
    def test_work_well_done_is_just_enough(self, word: Judged[Household]):
        well, merely = judged(word, Level.DONE_WELL), judged(word, Level.DONE)

        assert self.of(**{word.fact.name: well}) == MET
        assert self.of(**{word.fact.name: merely}) == NOT_MET

    @pytest.mark.parametrize("part", ["good_ways", "model_is_effective", "jobs_created", "income_before", "income_now"])
    def test_a_part_that_is_not_on_file_stays_open(self, part: str):
        assert open_without(self.clause, met_household(**{part: NOTHING}), part)

    def test_good_ways_need_no_recognition(self):
        unrecognised = (initiative_(household.initiatives, "SK-01", Concern.LIVELIHOODS, recognised=DID_NOT_HAPPEN),)

        assert self.of(initiatives=unrecognised) == MET

    def test_unless_initiatives_must_be_recognised(self):
        plan = adopted("B-14", "recognised")
        recognised = (initiative_(household.initiatives, "SK-01", Concern.LIVELIHOODS),)
        none = complete(household.initiatives)

        assert self.of(initiatives=recognised, plan=plan) == MET
        assert self.of(initiatives=none, plan=plan) == NOT_MET

    def test_models_are_not_asked_of_a_household_in_none(self):
        outside = (household.joined_a_model.recorded(False),)

        assert self.of(joined_a_model=outside, model_is_effective=NOTHING) == MET

    def test_whether_it_joined_a_model_matters_only_until_the_model_is_judged_well(self):
        unknown = met_household(joined_a_model=NOTHING)
        unjudged = met_household(joined_a_model=NOTHING, model_is_effective=NOTHING)

        assert verdict(self.clause, unknown) == MET
        assert open_without(self.clause, unjudged, "joined_a_model")

    def test_one_person_in_work_is_just_enough(self):
        one, none = ((household.jobs_created.recorded(number),) for number in (1, 0))

        assert self.of(jobs_created=one) == MET
        assert self.of(jobs_created=none) == NOT_MET

    @pytest.mark.parametrize(("now", "expected"), [(900_001, MET), (900_000, NOT_MET), (899_999, NOT_MET)])
    def test_income_must_have_risen_by_any_amount(self, now: int, expected: Verdict):
        risen = (household.income_now.recorded(dong(now)),)

        assert self.of(income_now=risen) == expected

    def test_no_income_at_all_cannot_have_risen_whatever_it_was_before(self):
        nothing = (household.income_now.recorded(dong(0)),)

        assert self.of(income_before=NOTHING, income_now=nothing) == NOT_MET

    def test_one_result_is_enough_only_where_any_result_is(self):
        ineffective = judged(household.model_is_effective, Level.NOT_DONE)
        idle = (household.jobs_created.recorded(0),)
        only_income = met_household(model_is_effective=ineffective, jobs_created=idle)

        assert verdict(self.clause, only_income) == NOT_MET
        assert verdict(self.clause, only_income, plan=adopted("B-06", "any_result")) == MET

    def test_good_ways_are_asked_for_even_where_any_result_is_enough(self):
        poor_ways = judged(household.good_ways, Level.DONE)

        assert self.of(good_ways=poor_ways, plan=adopted("B-06", "any_result")) == NOT_MET

    def test_models_are_asked_of_all_where_every_part_is(self):
        outside = met_household(joined_a_model=(household.joined_a_model.recorded(False),), model_is_effective=NOTHING)

        assert verdict(self.clause, outside, plan=adopted("B-06", "every_part")).id == "undetermined"


class TestOutThreeYearsAndHelpsOthers(Bullet):
    """
    Thoát nghèo từ 03 năm trở lên và tạo điều kiện, giúp đỡ, hỗ trợ các hộ nghèo khác trên địa bàn cùng vươ lên thoát
    nghèo.
    """

    clause = out_three_years_and_helps_others

    @pytest.mark.parametrize(
        ("left", "expected"),
        [
            (THREE_YEARS_BEFORE_THE_FINAL - THE_DAY_AFTER, MET),
            (THREE_YEARS_BEFORE_THE_FINAL, MET),
            (THREE_YEARS_BEFORE_THE_FINAL + THE_DAY_AFTER, NOT_MET),
        ],
    )
    def test_three_full_years_lie_between_the_decision_and_the_cut_off(self, left: date, expected: Verdict):
        assert verdict(self.clause, escaped(left)) == expected

    @pytest.mark.parametrize(
        ("plan", "last_day_short", "anniversary"),
        [
            (PLAN, date(2023, 2, 27), date(2023, 2, 28)),
            (adopted("B-10", "march_1"), date(2023, 2, 28), date(2023, 3, 1)),
        ],
    )
    def test_an_escape_on_29_february_2020_is_three_years_old_on(
        self, plan: Plan, last_day_short: date, anniversary: date
    ):
        leap_day = date(2020, 2, 29)

        assert verdict(self.clause, escaped(leap_day, on=last_day_short), on=last_day_short, plan=plan) == NOT_MET
        assert verdict(self.clause, escaped(leap_day, on=anniversary), on=anniversary, plan=plan) == MET

    def test_the_years_run_to_the_cut_off_not_to_the_end_of_the_year(self):
        midsummer = date(2025, 6, 30)
        later_that_year = escaped(date(2022, 10, 1), on=midsummer)

        assert verdict(self.clause, later_that_year, on=midsummer) == NOT_MET
        assert verdict(self.clause, later_that_year, on=midsummer, plan=adopted("A-25", "review_year")) == MET

    def test_even_to_the_end_of_the_year_they_must_be_full(self):
        plan = adopted("A-25", "review_year")
        midsummer = date(2025, 6, 30)
        just, short = (escaped(left, on=midsummer) for left in (date(2022, 12, 31), date(2023, 1, 1)))

        assert verdict(self.clause, just, on=midsummer, plan=plan) == MET
        assert verdict(self.clause, short, on=midsummer, plan=plan) == NOT_MET

    def test_the_day_it_left_is_not_on_file(self):
        assert open_without(self.clause, met_household(Status.ESCAPED, left_poverty_on=NOTHING), "left_poverty_on")

    def test_it_is_recorded_that_it_never_left(self):
        never = (household.left_poverty_on.recorded(DID_NOT_HAPPEN),)

        assert self.of(Status.ESCAPED, left_poverty_on=never) == NOT_MET

    def test_one_poor_household_helped_is_just_enough(self):
        none = met_household(Status.ESCAPED, help_given=complete(household.help_given))

        assert self.of(Status.ESCAPED, help_given=(help_("GĐ-01"),)) == MET
        assert verdict(self.clause, none) == NOT_MET

    def test_help_to_a_household_that_is_not_poor_does_not_count(self):
        to_another = help_("GĐ-01", to_the_poor=False)
        known = met_household(Status.ESCAPED, help_given=complete(household.help_given, to_another))
        open_ = met_household(Status.ESCAPED, help_given=(to_another,))

        assert verdict(self.clause, known) == NOT_MET
        assert verdict(self.clause, open_).id == "undetermined"

    def test_whether_the_household_helped_was_poor_is_not_on_file(self):
        unknown = met_household(Status.ESCAPED, help_given=(help_("GĐ-01", to_the_poor=None),))

        assert stays_open_for(self.clause, unknown, help_given.to_a_poor_household.fact)

    def test_no_help_is_on_file(self):
        assert open_without(self.clause, met_household(Status.ESCAPED, help_given=NOTHING), "help_given")

    @pytest.mark.parametrize(
        ("plan", "given", "entries", "expected"),
        [
            (PLAN, date(2020, 12, 31), 0, NOT_MET),
            (PLAN, date(2021, 1, 1), 1, MET),
            (PLAN, AT_THE_FINAL, 1, MET),
            (PLAN, AT_THE_FINAL + THE_DAY_AFTER, 0, NOT_MET),
            (FROM_THE_LAUNCH, date(2022, 7, 11), 0, NOT_MET),
            (FROM_THE_LAUNCH, date(2022, 7, 12), 1, MET),
        ],
    )
    def test_help_counts_from_the_first_day_that_counts_to_the_cut_off(
        self, plan: Plan, given: date, entries: int, expected: Verdict
    ):
        helped = complete(household.help_given, help_("GĐ-01", given=given), declared=entries)

        assert self.of(Status.ESCAPED, help_given=helped, plan=plan) == expected

    def test_the_household_helped_need_not_have_escaped(self):
        still_poor = complete(household.help_given, help_("GĐ-01", escaped=DID_NOT_HAPPEN))
        escaped_too = complete(household.help_given, help_("GĐ-01", escaped=AT_THE_FINAL))
        one_escaped = adopted("A-26", "one_escaped")

        assert self.of(Status.ESCAPED, help_given=still_poor) == MET
        assert self.of(Status.ESCAPED, help_given=still_poor, plan=one_escaped) == NOT_MET
        assert self.of(Status.ESCAPED, help_given=escaped_too, plan=one_escaped) == MET

    @pytest.mark.parametrize("status", [Status.POOR, Status.NEAR_POOR])
    def test_a_household_still_poor_is_never_failed(self, status: Status):
        escapes = (
            NOTHING,
            (household.left_poverty_on.recorded(DID_NOT_HAPPEN),),
            (household.left_poverty_on.recorded(AT_THE_FINAL),),
        )
        helps = (NOTHING, complete(household.help_given), (help_("GĐ-01", to_the_poor=False),))
        for left, helped in product(escapes, helps):
            found = assessed(met_household(status, left_poverty_on=left, help_given=helped))

            assert found.of(self.clause) == NOT_APPLICABLE
            assert found.verdict == MET

    def test_a_household_whose_status_is_not_on_file_is_not_yet_failed(self):
        never = (household.left_poverty_on.recorded(DID_NOT_HAPPEN),)

        assert self.of(Status.ESCAPED, status=NOTHING) == CANNOT_FAIL
        assert self.of(status=NOTHING, left_poverty_on=never) == CANNOT_BE_MET
        assert open_without(self.clause, met_household(status=NOTHING, left_poverty_on=never), "status")

    def test_a_near_poor_household_has_escaped_only_where_leaving_the_list_of_the_poor_is_enough(self):
        left_the_poor = (household.became_near_poor_on.recorded(LONG_AGO),)
        near_poor = met_household(Status.NEAR_POOR, became_near_poor_on=left_the_poor, help_given=(help_("GĐ-01"),))
        never_poor = met_household(
            Status.NEAR_POOR, became_near_poor_on=(household.became_near_poor_on.recorded(DID_NOT_HAPPEN),)
        )

        assert verdict(self.clause, near_poor) == NOT_APPLICABLE
        assert verdict(self.clause, near_poor, plan=adopted("A-33", "counts")) == MET
        assert verdict(self.clause, never_poor, plan=adopted("A-33", "counts")) == NOT_APPLICABLE

    def test_where_it_is_enough_the_years_run_from_leaving_the_list_of_the_poor(self):
        changes = {
            "became_near_poor_on": (household.became_near_poor_on.recorded(LONG_AGO),),
            "left_poverty_on": (household.left_poverty_on.recorded(date(2024, 6, 1)),),
        }

        assert self.of(Status.ESCAPED, **changes) == NOT_MET
        assert self.of(Status.ESCAPED, **changes, plan=adopted("A-33", "counts")) == MET


class TestUsesThePolicyLoanWell(Bullet):
    """
    Sử dụng vay vốn Ngân hàng chính sách xã hội đúng múc đích, trả lãi, trả gốc đúng hạn, nâng cao hiệu quả sử dụng
    vốn, vượt khó vươn lên thoát nghèo (nếu có).
    """

    clause = uses_the_policy_loan_well
    late_interest = (household.interest_paid_when_due.recorded(False),)
    late_principal = (household.principal_paid_when_due.recorded(False),)
    another_use = (household.loan_used_for_its_purpose.recorded(False),)
    no_loan = (household.has_policy_loan.recorded(False),)

    @pytest.mark.parametrize("status", ADDRESSED)
    def test_is_met_by_use_for_the_purpose_punctual_payments_and_effect(self, status: Status):
        assert self.of(status) == MET

    def test_another_use_fails(self):
        assert self.of(loan_used_for_its_purpose=self.another_use) == NOT_MET

    def test_work_well_done_is_just_enough(self):
        well, merely = (judged(household.loan_works, level) for level in (Level.DONE_WELL, Level.DONE))

        assert self.of(loan_works=well) == MET
        assert self.of(loan_works=merely) == NOT_MET

    @pytest.mark.parametrize("late", ["interest", "principal"])
    def test_a_late_payment_is_on_time_only_within_an_extension(self, late: str):
        name = f"{late}_paid_when_due"
        changes = {name: getattr(self, f"late_{late}")}
        within, beyond = ((household.late_payments_were_extended.recorded(answer),) for answer in EITHER)

        assert self.of(**changes, late_payments_were_extended=within) == MET
        assert self.of(**changes, late_payments_were_extended=beyond) == NOT_MET
        assert open_without(self.clause, met_household(**changes), "late_payments_were_extended")

    def test_an_extension_does_not_help_where_the_first_due_day_counts(self):
        extended = met_household(
            interest_paid_when_due=self.late_interest,
            late_payments_were_extended=(household.late_payments_were_extended.recorded(True),),
        )

        assert verdict(self.clause, extended, plan=adopted("A-32", "late")) == NOT_MET

    @pytest.mark.parametrize(
        "part", ["loan_used_for_its_purpose", "interest_paid_when_due", "principal_paid_when_due", "loan_works"]
    )
    def test_a_part_that_is_not_on_file_stays_open(self, part: str):
        assert open_without(self.clause, met_household(**{part: NOTHING}), part)

    def test_does_not_apply_without_a_loan(self):
        without = met_household(
            has_policy_loan=self.no_loan, loan_used_for_its_purpose=NOTHING, interest_paid_when_due=NOTHING,
            principal_paid_when_due=NOTHING, loan_works=NOTHING,
        )  # fmt: skip

        assert verdict(self.clause, without) == NOT_APPLICABLE
        assert assessed(without).verdict == MET

    def test_having_no_loan_is_no_fault_whatever_else_is_said_of_one(self):
        strange = met_household(has_policy_loan=self.no_loan, loan_used_for_its_purpose=self.another_use)

        assert verdict(self.clause, strange) == NOT_APPLICABLE

    def test_having_none_fails_only_where_a_loan_is_asked_for(self):
        without = met_household(has_policy_loan=self.no_loan)

        assert verdict(self.clause, without, plan=adopted("A-08", "not_met")) == NOT_MET

    @pytest.mark.parametrize("status", ADDRESSED)
    def test_cannot_fail_when_only_the_loan_is_unknown_and_the_household_is_met(self, status: Status):
        found = assessed(met_household(status, has_policy_loan=NOTHING))

        assert found.of(self.clause) == CANNOT_FAIL
        assert "có vay vốn" in explained(found, self.clause)
        assert found.verdict == MET

    def test_is_not_failed_by_another_use_of_a_loan_it_may_not_have(self):
        found = assessed(met_household(has_policy_loan=NOTHING, loan_used_for_its_purpose=self.another_use))

        assert found.of(self.clause) == CANNOT_BE_MET
        assert found.verdict.id == "undetermined"

    def test_rising_out_of_poverty_is_its_purpose_and_not_asked_of_a_poor_household(self):
        still_poor = met_household(left_poverty_on=(household.left_poverty_on.recorded(DID_NOT_HAPPEN),))

        assert verdict(self.clause, still_poor) == MET
        assert verdict(self.clause, still_poor, plan=adopted("B-02", "condition")) == NOT_MET
        assert self.of(Status.ESCAPED, plan=adopted("B-02", "condition")) == MET


class TestHouseholds:
    """Đối với hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo"""

    @pytest.mark.parametrize("status", ADDRESSED)
    def test_each_of_the_three_states_meets_it_when_all_that_is_asked_of_it_is_met(self, status: Status):
        assert assessed(met_household(status)).verdict == MET

    @pytest.mark.parametrize("clause", FAILURES)
    def test_one_clause_not_met_is_enough_to_fail(self, clause: str):
        found = assessed(met_household(Status.ESCAPED, **FAILURES[clause]))

        assert [name for name, finding in found.clauses if finding.verdict == NOT_MET] == [clause]
        assert found.verdict == NOT_MET
        assert f"không đạt {clause}" in explain(found)

    def test_awaits_only_judgement_beside_a_clause_that_cannot_fail_any_more(self):
        found = assessed(met_household(has_policy_loan=NOTHING, own_effort=NOTHING))

        assert {found.verdict.id, found.of("III.2.4-4").id} == {"undetermined"}
        assert found.awaits_only_judgement
        assert explain(found, "en").splitlines()[1] == "Awaiting only judgement: III.2.4-1"

    def test_awaits_only_judgement_when_only_judgements_are_missing(self):
        unjudged = dict.fromkeys(("own_effort", "good_ways", "model_is_effective", "loan_works"), NOTHING)
        found = assessed(met_household(Status.ESCAPED, **unjudged))

        assert found.verdict.id == "undetermined"
        assert found.awaits_only_judgement
        assert not assessed(met_household(Status.ESCAPED, **unjudged, jobs_created=NOTHING)).awaits_only_judgement

    def test_another_household_is_not_addressed(self):
        found = assessed(met_household(Status.OTHER))

        assert found.verdict == NOT_APPLICABLE
        assert "KHÔNG THUỘC ĐỐI TƯỢNG" in explain(found)

    def test_a_household_whose_status_is_not_on_file_may_yet_not_be_addressed(self):
        found = assessed(met_household(status=NOTHING))
        failing = assessed(met_household(status=NOTHING, **FAILURES["III.2.4-2"]))

        assert found.verdict == VERDICTS[M | F | N]
        assert failing.verdict == CANNOT_BE_MET
        assert "chưa có giấy tờ về diện hộ" in explain(found)

    def test_the_status_in_force_at_the_cut_off_is_the_one_that_counts(self):
        freed = (
            household.status.recorded(Status.POOR, since=LONG_AGO, until=date(2024, 12, 31)),
            household.status.recorded(Status.ESCAPED, since=date(2025, 1, 1)),
        )
        left = (household.left_poverty_on.recorded(date(2025, 1, 1)),)
        changes = {"status": freed, "left_poverty_on": left}

        assert assessed(met_household(**changes)).of("III.2.4-3") == NOT_MET
        assert assessed(met_household(**changes, on=AT_THE_INTERIM), on=AT_THE_INTERIM).verdict == MET

    def test_papers_that_disagree_on_the_status_leave_it_open(self):
        both = (*in_force(Status.POOR), *in_force(Status.OTHER))
        found = assessed(met_household(status=both))

        assert found.verdict == CANNOT_FAIL
        assert "conflict" in cautions(found)

    def test_newly_escaped_is_derived_and_cannot_be_recorded(self):
        names = PLAN.vocabulary(Household).names()

        assert [status.name for status in Status] == ["POOR", "NEAR_POOR", "ESCAPED", "OTHER"]
        assert not [name for name in names if "newly" in name]

    @pytest.mark.parametrize(
        ("left", "addressed"),
        [
            (THREE_YEARS_BEFORE_THE_FINAL - THE_DAY_AFTER, False),
            (THREE_YEARS_BEFORE_THE_FINAL, True),
            (THREE_YEARS_BEFORE_THE_FINAL + THE_DAY_AFTER, True),
        ],
    )
    def test_newly_escaped_is_three_years_at_most_the_anniversary_included(self, left: date, addressed: bool):
        found = assessed(escaped(left), plan=HEADING_RULES)

        assert (found.verdict != NOT_APPLICABLE) == addressed

    def test_a_household_long_out_of_poverty_is_considered_unless_the_heading_rules(self):
        long_out = escaped(LONG_AGO)

        assert assessed(long_out).verdict == MET
        assert assessed(long_out, plan=HEADING_RULES).verdict == NOT_APPLICABLE

    def test_where_the_heading_rules_only_the_day_of_the_third_anniversary_meets_both(self):
        before, on_it, after = (
            assessed(escaped(THREE_YEARS_BEFORE_THE_FINAL + timedelta(days=days)), plan=HEADING_RULES)
            for days in (-1, 0, 1)
        )

        assert (before.verdict, on_it.verdict, after.verdict) == (NOT_APPLICABLE, MET, NOT_MET)

    def test_one_out_of_poverty_for_less_than_three_years_fails_under_both(self):
        newly = escaped(date(2024, 6, 1))

        assert assessed(newly).verdict == NOT_MET
        assert assessed(newly, plan=HEADING_RULES).verdict == NOT_MET

    def test_the_heading_asks_for_the_day_it_left_poverty(self):
        unknown = assessed(met_household(Status.ESCAPED, left_poverty_on=NOTHING), plan=HEADING_RULES)

        assert unknown.verdict.id == "undetermined"
        assert NOT_APPLICABLE in unknown.verdict

    @pytest.mark.parametrize(("option", "last"), [("february_28", date(2023, 2, 28)), ("march_1", date(2023, 3, 1))])
    def test_the_last_day_of_being_newly_escaped_after_29_february(self, option: str, last: date):
        plan = adopted("B-10", option)
        (heading,) = [rule for name, rule in addressed_by(plan).options if name == "heading_rules"]
        for on, expected in ((last, MET), (last + THE_DAY_AFTER, NOT_MET)):
            found = assessed(escaped(date(2020, 2, 29), on=on), on=on, plan=plan)

            assert judge(heading, found.knowledge, found.setting).verdict == expected

    def test_the_third_clause_is_asked_of_the_poor_only_where_every_clause_is_asked_of_all(self):
        never = (household.left_poverty_on.recorded(DID_NOT_HAPPEN),)
        still_poor = met_household(left_poverty_on=never)

        assert assessed(still_poor).verdict == MET
        assert assessed(still_poor, plan=adopted("A-05", "every_bullet")).verdict == NOT_MET

    def test_one_clause_is_enough_where_any_is(self):
        any_bullet = adopted("A-05", "any_bullet")
        failing = {name: part for change in FAILURES.values() for name, part in change.items()}
        but_the_loan = {**failing, "loan_used_for_its_purpose": (household.loan_used_for_its_purpose.recorded(True),)}

        assert assessed(met_household(Status.ESCAPED, **but_the_loan), plan=any_bullet).verdict == MET
        assert assessed(met_household(Status.ESCAPED, **failing), plan=any_bullet).verdict == NOT_MET
        assert assessed(met_household(), plan=any_bullet).of("III.2.4-3") == NOT_APPLICABLE

    @pytest.mark.parametrize(
        ("word", "by"),
        [
            (household.own_effort, "Hội nghị bản Ví Dụ"),
            (household.good_ways, "UBND xã Ví Dụ"),
            (household.loan_works, "Phòng giao dịch NHCSXH huyện Ví Dụ"),
        ],
    )
    def test_is_judged_close_to_home_and_its_loan_by_the_bank_too(self, word: Judged[Household], by: str):
        assert assessed(met_household(**{word.fact.name: judged(word, by=by)})).verdict == MET

    def test_the_bank_judges_nothing_but_the_loan(self):
        found = assessed(met_household(own_effort=judged(household.own_effort, by="NHCSXH")))

        assert found.of("III.2.4-1").id == "undetermined"
        assert "body_not_named" in cautions(found)

    def test_a_judgement_made_for_the_interim_review_is_not_carried_to_the_final(self):
        earlier = judged(household.own_effort, on=AT_THE_INTERIM)
        found = assessed(met_household(own_effort=earlier))

        assert found.of("III.2.4-1").id == "undetermined"
        assert "another_review" in cautions(found)


BULLETS = {
    takes_responsibility_and_registers: TestTakesResponsibilityAndRegisters,
    works_in_good_ways_with_results: TestWorksInGoodWaysWithResults,
    out_three_years_and_helps_others: TestOutThreeYearsAndHelpsOthers,
    uses_the_policy_loan_well: TestUsesThePolicyLoanWell,
}


def test_each_bullet_is_tested_under_its_own_words():
    assert tuple(BULLETS) == CLAUSES
    assert [words(tested) for tested in BULLETS.values()] == [clause.text for clause in CLAUSES]
    assert HOUSEHOLDS.heading.text == f"2.4. {words(TestHouseholds)}"
