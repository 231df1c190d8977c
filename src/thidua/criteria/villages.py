"""2.3. Đối với bản, xóm: what is asked of villages and hamlets, bullet by bullet."""

from thidua.clauses import Clause, Criteria
from thidua.conditions import Condition, all_of, where
from thidua.criteria.bullets import (
    ANY_HELP_COUNTS,
    RAISED_AND_REPLICATED,
    RULES_OR_RESULTS,
    WITHOUT_A_STATE_MODEL,
)
from thidua.criteria.falls import HALF, QUARTER, SMALL_AT_START, Poor, counted_with_the_fall, poverty_falls
from thidua.criteria.judging import WHO_JUDGES_AFTERWARDS
from thidua.criteria.moments import COUNTED_FROM, FIRST_SURVEY, HALF_AT_THE_INTERIM, LAST_SURVEY, MERGED_UNITS
from thidua.criteria.readings import HOW_MUCH_IS_MOBILISED, ONE_IS_ENOUGH, PURPOSE_PHRASES, SUFFICIENT
from thidua.periods import CUT_OFF
from thidua.provisions import Provision, Role
from thidua.subjects import Village
from thidua.texts import Sic
from thidua.vocabulary import contribution, help_given, village
from thidua.vocabulary.contribution import Source
from thidua.vocabulary.help_given import Means


def _helped_with(*means: Means) -> Condition[Village]:
    to_the_poor = all_of(help_given.to_a_poor_household.is_yes(), help_given.means.is_one_of(*means))
    return village.help_given.number(where=to_the_poor).is_at_least(1)


_helps = ANY_HELP_COUNTS.choose(
    any_help=_helped_with(Means.CAPITAL, Means.EXPERIENCE, Means.TECHNIQUE),
    all_three=all_of(
        _helped_with(Means.CAPITAL),
        _helped_with(Means.EXPERIENCE),
        _helped_with(Means.TECHNIQUE),
    ),
)
_a_poor_household_escaped = all_of(
    help_given.to_a_poor_household.is_yes(),
    help_given.escaped_on.is_not_after(CUT_OFF),
)

poor_households_are_helped = Clause(
    "III.2.3-1",
    text=(
        "Hỗ trợ vốn, chia sẻ kinh nghiệm, kỹ thuật để hộ nghèo phát triển sản xuất kinh doanh, ổn định cuộc sống và "
        "thoát nghèo."
    ),
    en=(
        "Supports with capital and shares experience and technique, so that poor households develop production and "
        "business, stabilise their lives and escape poverty."
    ),
    requires=PURPOSE_PHRASES.choose(
        purpose=_helps,
        condition=all_of(
            _helps,
            village.lives_of_the_helped.is_judged_at_least(SUFFICIENT),
            village.help_given.number(where=_a_poor_household_escaped).is_at_least(1),
        ),
    ),
    readings=(COUNTED_FROM, ONE_IS_ENOUGH),
)

_has_rules = village.rules_for_the_capital_adopted_on.is_not_after(CUT_OFF)
_capital_is_kept_and_rotated = RULES_OR_RESULTS.choose(
    results=all_of(
        _has_rules,
        village.capital_is_kept.is_judged_at_least(SUFFICIENT),
        village.capital_recovered.is_yes(),
        village.capital_rotated.is_yes(),
    ),
    rules_only=_has_rules,
)
_state_capital = RAISED_AND_REPLICATED.choose(
    results=all_of(
        _capital_is_kept_and_rotated,
        village.models_are_effective.is_judged_at_least(SUFFICIENT),
        village.models_are_replicated.is_judged_at_least(SUFFICIENT),
    ),
    purpose=_capital_is_kept_and_rotated,
)

state_capital_is_kept_and_rotated = Clause(
    "III.2.3-2",
    text=(
        "Xây dựng đực quy chế quản lý, duy trì, thu hồi và luân chuyển được phần vốn của ngân sách nhà nước hỗ trợ "
        "thực hiện dự án mô hình giảm nghèo, phát triển sản xuất nhằm nâng cao hiệu quả và nhân rộng được các mô hình "
        "giảm nghèo trên địa bàn và cộng đồng."
    ),
    en=(
        "Has drawn up rules to manage, and keeps, recovers and rotates, the State budget capital that supports "
        "projects and models of poverty reduction and production development, so as to raise the effectiveness of the "
        "poverty reduction models and replicate them in the area and the community."
    ),
    sic=(
        Sic("Xây dựng đực", "Xây dựng được", "viết sai chính tả", "a misspelling"),
        Sic("dự án mô hình", "dự án, mô hình", "thiếu dấu phẩy", "a missing comma"),
    ),
    requires=WITHOUT_A_STATE_MODEL.choose(
        not_applicable=where(village.has_a_state_funded_model.is_yes(), _state_capital),
        not_met=all_of(village.has_a_state_funded_model.is_yes(), _state_capital),
    ),
)

_from_the_people = all_of(
    contribution.source.is_one_of(Source.PEOPLE),
    contribution.for_poverty_reduction.is_yes(),
)

people_are_mobilised_effectively = Clause(
    "III.2.3-3",
    text=(
        "Huy động có hiệu quả nguồn lực từ nhân dân, cộng đồng để thực hiện chương trình mục tiêu quốc gia giảm nghèo "
        "bền vững."
    ),
    en=(
        "Effectively mobilises the resources of the people and the community to carry out the national target "
        "programme on sustainable poverty reduction."
    ),
    requires=all_of(
        village.mobilising.is_judged_at_least(SUFFICIENT),
        HOW_MUCH_IS_MOBILISED.choose(
            any_amount=village.contributions.number(where=_from_the_people).is_at_least(1),
            target=village.contributions.total(contribution.value, where=_from_the_people).is_at_least(
                village.contributions_target
            ),
        ),
    ),
    readings=(COUNTED_FROM,),
)

_poor = Poor(village.poor_households, village.households, village.poor_persons)
_near_poor = Poor(village.near_poor_households, village.households, village.near_poor_persons)

poverty_falls_by_more_than_half = Clause(
    "III.2.3-4",
    text="Quy mô hộ nghèo và hộ cận nghèo đa chiều giảm trên 50% so với đầu kỳ.",
    en=(
        "The scale of multidimensionally poor and near-poor households falls by more than 50 % since the start of the "
        "period."
    ),
    requires=poverty_falls(HALF, _poor, _near_poor),
    readings=(FIRST_SURVEY, LAST_SURVEY, HALF_AT_THE_INTERIM.reading, SMALL_AT_START, MERGED_UNITS),
)

HEADING = Provision("III.2.3", Role.HEADING, text="2.3. Đối với bản, xóm", en="2.3. Villages and hamlets")
CLAUSES = (
    poor_households_are_helped,
    state_capital_is_kept_and_rotated,
    people_are_mobilised_effectively,
    poverty_falls_by_more_than_half,
)
VILLAGES = Criteria(
    HEADING,
    Village,
    CLAUSES,
    requires=counted_with_the_fall(
        poor_households_are_helped.is_met(),
        state_capital_is_kept_and_rotated.is_met(),
        people_are_mobilised_effectively.is_met(),
        fall=poverty_falls_by_more_than_half.is_met(),
        half_way=poverty_falls(QUARTER, _poor, _near_poor),
    ),
    readings=(WHO_JUDGES_AFTERWARDS,),
)
