"""2.6. Đối với doanh nghiệp: what is asked of enterprises, bullet by bullet."""

from thidua.clauses import Clause, Criteria
from thidua.conditions import Condition, all_of, any_of, where
from thidua.criteria.judging import WHO_JUDGES_AFTERWARDS
from thidua.criteria.later_bullets import CLASSES_OF_BORROWERS, CREDIT_CLAUSE_BINDS, PARTS_OF_WORK_WITH_THE_POOR
from thidua.criteria.moments import COUNTED_FROM
from thidua.criteria.readings import HOW_MUCH_IS_MOBILISED, ONE_IS_ENOUGH, SUFFICIENT
from thidua.provisions import Provision, Role
from thidua.subjects import Enterprise
from thidua.vocabulary import contribution, enterprise, linkage, livelihood
from thidua.vocabulary.linkage import Stage
from thidua.vocabulary.livelihood import Way

_for_the_poor = contribution.for_poverty_reduction.is_yes()

gives_concrete_practical_contributions = Clause(
    "III.2.6-1",
    text="Có những đóng góp cụ thể, thiết thực trong thực hiện công tác giảm nghèo và hỗ trợ người nghèo.",
    en="Makes concrete and practical contributions to the work of poverty reduction and to the support of the poor.",
    requires=all_of(
        HOW_MUCH_IS_MOBILISED.choose(
            any_amount=enterprise.contributions.number(where=_for_the_poor).is_at_least(1),
            target=enterprise.contributions.total(contribution.value, where=_for_the_poor).is_at_least(
                enterprise.contributions_target
            ),
        ),
        enterprise.contributions_are_practical.is_judged_at_least(SUFFICIENT),
    ),
    readings=(COUNTED_FROM,),
)


def _linked_in(*stages: Stage) -> Condition[Enterprise]:
    with_the_poor = all_of(linkage.with_the_poor.is_yes(), linkage.stage.is_one_of(*stages))
    return enterprise.linkages.number(where=with_the_poor).is_at_least(1)


def _brings_livelihoods_by(*ways: Way) -> Condition[Enterprise]:
    for_the_poor = all_of(livelihood.poor_persons.is_at_least(1), livelihood.way.is_one_of(*ways))
    return enterprise.livelihoods.number(where=for_the_poor).is_at_least(1)


_linked = _linked_in(Stage.PRODUCTION, Stage.PROCESSING, Stage.CONSUMPTION)
_brings_livelihoods = _brings_livelihoods_by(Way.MODEL, Way.TRAINING, Way.JOBS)

works_with_the_poor_and_brings_livelihoods = Clause(
    "III.2.6-2",
    text=(
        "Liên kết, phối hợp sản xuất, chế biến và tiêu thụ sản phẩm của người nghèo; triển khai thực hiện các mô hình "
        "giảm nghèo, dạy nghề và tạo việc làm đối với người nghèo."
    ),
    en=(
        "Links and cooperates in producing, processing and selling the products of the poor; carries out poverty "
        "reduction models, vocational training and job creation for the poor."
    ),
    requires=PARTS_OF_WORK_WITH_THE_POOR.choose(
        each_half=all_of(_linked, _brings_livelihoods),
        every_part=all_of(
            *(_linked_in(stage) for stage in Stage),
            *(_brings_livelihoods_by(way) for way in Way),
        ),
        either_half=any_of(_linked, _brings_livelihoods),
    ),
    readings=(COUNTED_FROM, ONE_IS_ENOUGH),
)

_carries_out_credit_policy = all_of(
    CLASSES_OF_BORROWERS.choose(
        any_class=(
            enterprise.poor_borrowers + enterprise.near_poor_borrowers + enterprise.newly_escaped_borrowers
        ).is_at_least(1),
        each_class=all_of(
            enterprise.poor_borrowers.is_at_least(1),
            enterprise.near_poor_borrowers.is_at_least(1),
            enterprise.newly_escaped_borrowers.is_at_least(1),
        ),
    ),
    enterprise.credit_policy_works.is_judged_at_least(SUFFICIENT),
)

carries_out_credit_policy_effectively = Clause(
    "III.2.6-3",
    text="Thực hiện hiệu quả chính sách tín dụng đối với hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo.",
    en="Effectively carries out credit policy for poor, near-poor and newly escaped households.",
    requires=CREDIT_CLAUSE_BINDS.choose(
        lenders_only=where(enterprise.gives_credit.is_yes(), _carries_out_credit_policy),
        every_enterprise=all_of(enterprise.gives_credit.is_yes(), _carries_out_credit_policy),
    ),
)

HEADING = Provision("III.2.6", Role.HEADING, text="2.6. Đối với doanh nghiệp", en="2.6. Enterprises")
CLAUSES = (
    gives_concrete_practical_contributions,
    works_with_the_poor_and_brings_livelihoods,
    carries_out_credit_policy_effectively,
)
ENTERPRISES = Criteria(
    HEADING,
    Enterprise,
    CLAUSES,
    requires=all_of(*(clause.is_met() for clause in CLAUSES)),
    readings=(WHO_JUDGES_AFTERWARDS,),
)
