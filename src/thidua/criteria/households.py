"""2.4. Đối với hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo: what is asked of households, bullet by bullet."""

from thidua.clauses import Clause, Criteria
from thidua.conditions import ALWAYS, Condition, all_of, any_of, where
from thidua.criteria.eligibility import SAME_HOUSEHOLD
from thidua.criteria.initiatives import RECOGNISED
from thidua.criteria.judging import WHO_JUDGES_AFTERWARDS
from thidua.criteria.later_bullets import (
    BULLETS_OF_A_HOUSEHOLD,
    ESCAPE_TO_NEAR_POOR,
    EXTENDED_PAYMENTS,
    GOOD_WAYS_OF_A_HOUSEHOLD,
    HELP_COUNTS,
    LONG_ESCAPED,
    PARTS_OF_GOOD_WORK,
    THREE_YEARS_UNTIL,
    WITHOUT_A_LOAN,
)
from thidua.criteria.moments import COUNTED_FROM
from thidua.criteria.readings import LEAP_DAY, ONE_IS_ENOUGH, PURPOSE_PHRASES, SUFFICIENT
from thidua.handles import Day
from thidua.periods import CUT_OFF, END_OF_REVIEW_YEAR, Moment
from thidua.provisions import Provision, Role
from thidua.quantities import years
from thidua.subjects import Household
from thidua.texts import Sic
from thidua.vocabulary import help_given, household
from thidua.vocabulary.household import Status

THREE_YEARS = years(3)

takes_responsibility_and_registers = Clause(
    "III.2.4-1",
    text="Có ý thức trách nhiệm trong việc chủ động phát huy nội lực để thoát nghèo; tự nguyện đăng ký thoát nghèo.",
    en=(
        "Has a sense of responsibility in bringing its own strength into play, on its own initiative, to escape "
        "poverty; registers of its own will to escape poverty."
    ),
    requires=all_of(
        household.own_effort.is_judged_at_least(SUFFICIENT),
        household.registered_on.is_not_after(CUT_OFF),
    ),
)

_good_ways = household.good_ways.is_judged_at_least(SUFFICIENT)
_works_in_good_ways = GOOD_WAYS_OF_A_HOUSEHOLD.choose(
    judged=_good_ways,
    recognised=all_of(_good_ways, household.initiatives.number(where=RECOGNISED).is_at_least(1)),
)
_model_is_effective = household.model_is_effective.is_judged_at_least(SUFFICIENT)
_creates_jobs = household.jobs_created.is_at_least(1)
_raises_income = household.income_now.is_more_than(household.income_before)

works_in_good_ways_with_results = Clause(
    "III.2.4-2",
    text=(
        "Có sáng kiến, cách làm hay, hiệu quả trong phát triển sản xuất, phát triển ngành nghề, thực hiện có hiệu quả "
        "các mô hình giảm nghèo, tạo được việc làm và tăng thu nhập."
    ),
    en=(
        "Has initiatives and good, effective ways in developing production and trades, effectively carries out poverty "
        "reduction models, creates jobs and raises its income."
    ),
    requires=PARTS_OF_GOOD_WORK.choose(
        models_where_joined=all_of(
            _works_in_good_ways,
            where(household.joined_a_model.is_yes(), _model_is_effective),
            _creates_jobs,
            _raises_income,
        ),
        every_part=all_of(_works_in_good_ways, _model_is_effective, _creates_jobs, _raises_income),
        any_result=all_of(_works_in_good_ways, any_of(_model_is_effective, _creates_jobs, _raises_income)),
    ),
    readings=(COUNTED_FROM, ONE_IS_ENOUGH),
)

_escaped = ESCAPE_TO_NEAR_POOR.choose(
    does_not_count=household.status.is_one_of(Status.ESCAPED),
    counts=any_of(
        household.status.is_one_of(Status.ESCAPED),
        all_of(
            household.status.is_one_of(Status.NEAR_POOR),
            household.became_near_poor_on.is_not_after(CUT_OFF),
        ),
    ),
)


def _three_years_since(escape: Day[Household]) -> Condition[Household]:
    def until(moment: Moment) -> Condition[Household]:
        return LEAP_DAY.choose(
            february_28=escape.is_at_least(THREE_YEARS, before=moment, leap="28_february"),
            march_1=escape.is_at_least(THREE_YEARS, before=moment, leap="1_march"),
        )

    return THREE_YEARS_UNTIL.choose(to_the_cut_off=until(CUT_OFF), review_year=until(END_OF_REVIEW_YEAR))


_out_three_years = _three_years_since(household.left_poverty_on)
_helped = help_given.to_a_poor_household.is_yes()

out_three_years_and_helps_others = Clause(
    "III.2.4-3",
    text=(
        "Thoát nghèo từ 03 năm trở lên và tạo điều kiện, giúp đỡ, hỗ trợ các hộ nghèo khác trên địa bàn cùng vươ lên "
        "thoát nghèo."
    ),
    en=(
        "Escaped poverty three years ago or more, and makes it possible for other poor households of the place, helps "
        "and supports them, to rise out of poverty together."
    ),
    sic=(Sic("vươ lên", "vươn lên", "viết thiếu chữ n", "a missing letter"),),
    applies_where=BULLETS_OF_A_HOUSEHOLD.choose(by_state=_escaped, every_bullet=ALWAYS, any_bullet=_escaped),
    requires=all_of(
        ESCAPE_TO_NEAR_POOR.choose(
            does_not_count=_out_three_years,
            counts=any_of(_out_three_years, _three_years_since(household.became_near_poor_on)),
        ),
        HELP_COUNTS.choose(
            one_helped=household.help_given.number(where=_helped).is_at_least(1),
            one_escaped=household.help_given.number(
                where=all_of(_helped, help_given.escaped_on.is_not_after(CUT_OFF))
            ).is_at_least(1),
        ),
    ),
    readings=(COUNTED_FROM,),
)

_paid_when_due = all_of(household.interest_paid_when_due.is_yes(), household.principal_paid_when_due.is_yes())
_uses_the_loan_well = all_of(
    household.loan_used_for_its_purpose.is_yes(),
    EXTENDED_PAYMENTS.choose(
        on_time=any_of(_paid_when_due, household.late_payments_were_extended.is_yes()),
        late=_paid_when_due,
    ),
    household.loan_works.is_judged_at_least(SUFFICIENT),
)
_loan_asks = PURPOSE_PHRASES.choose(
    purpose=_uses_the_loan_well,
    condition=all_of(
        _uses_the_loan_well,
        ESCAPE_TO_NEAR_POOR.choose(
            does_not_count=household.left_poverty_on.is_not_after(CUT_OFF),
            counts=any_of(
                household.left_poverty_on.is_not_after(CUT_OFF), household.became_near_poor_on.is_not_after(CUT_OFF)
            ),
        ),
    ),
)

uses_the_policy_loan_well = Clause(
    "III.2.4-4",
    text=(
        "Sử dụng vay vốn Ngân hàng chính sách xã hội đúng múc đích, trả lãi, trả gốc đúng hạn, nâng cao hiệu quả sử "
        "dụng vốn, vượt khó vươn lên thoát nghèo (nếu có)."
    ),
    en=(
        "Uses a loan of the Bank for Social Policies for its proper purpose, pays interest and principal on time, and "
        "raises the effectiveness with which it uses the capital, overcoming difficulties to rise out of poverty (if "
        "any)."
    ),
    sic=(
        Sic("Sử dụng vay vốn", "Sử dụng vốn vay", "đảo chữ", "two words in the wrong order"),
        Sic("Ngân hàng chính sách", "Ngân hàng Chính sách", "tên riêng phải viết hoa", "a proper name without capital"),
        Sic("múc đích", "mục đích", "viết sai dấu thanh", "a wrong tone mark"),
    ),
    requires=WITHOUT_A_LOAN.choose(
        not_applicable=where(household.has_policy_loan.is_yes(), _loan_asks),
        not_met=all_of(household.has_policy_loan.is_yes(), _loan_asks),
    ),
)

_newly_escaped = LEAP_DAY.choose(
    february_28=household.left_poverty_on.is_at_most(THREE_YEARS, before=CUT_OFF, leap="28_february"),
    march_1=household.left_poverty_on.is_at_most(THREE_YEARS, before=CUT_OFF, leap="1_march"),
)

HEADING = Provision(
    "III.2.4",
    Role.HEADING,
    text="2.4. Đối với hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo",
    en="2.4. Poor households, near-poor households and newly escaped households",
)
CLAUSES = (
    takes_responsibility_and_registers,
    works_in_good_ways_with_results,
    out_three_years_and_helps_others,
    uses_the_policy_loan_well,
)
_every_clause = all_of(*(clause.is_met() for clause in CLAUSES))
HOUSEHOLDS = Criteria(
    HEADING,
    Household,
    CLAUSES,
    applies_where=LONG_ESCAPED.choose(
        bullet_rules=household.status.is_one_of(Status.POOR, Status.NEAR_POOR, Status.ESCAPED),
        heading_rules=any_of(
            household.status.is_one_of(Status.POOR, Status.NEAR_POOR),
            all_of(household.status.is_one_of(Status.ESCAPED), _newly_escaped),
        ),
    ),
    requires=BULLETS_OF_A_HOUSEHOLD.choose(
        by_state=_every_clause,
        every_bullet=_every_clause,
        any_bullet=any_of(*(clause.is_met() for clause in CLAUSES)),
    ),
    readings=(SAME_HOUSEHOLD, WHO_JUDGES_AFTERWARDS),
)
