"""2.1. Đối với các cơ quan, Mặt trận tổ quốc huyện, đoàn thể, đơn vị: what is asked of agencies, bullet by bullet."""

from thidua.clauses import Clause, Criteria
from thidua.conditions import ALWAYS, NEVER, all_of, not_, where
from thidua.criteria.bullets import (
    MANY,
    NO_RETURN_TO_POVERTY,
    PROPOSING_IS_ENOUGH,
    PUPILS_IN_THE_REMIT,
    WHOSE_DIRECTIVES,
)
from thidua.criteria.initiatives import initiatives_or_solutions
from thidua.criteria.judging import WHO_JUDGES_AFTERWARDS
from thidua.criteria.moments import COUNTED_FROM
from thidua.criteria.readings import ONE_IS_ENOUGH, PURPOSE_PHRASES, SUFFICIENT, counted_together
from thidua.periods import CUT_OFF
from thidua.provisions import Provision, Role
from thidua.subjects import Agency
from thidua.texts import Sic
from thidua.vocabulary import agency, contribution, directive, help_given, policy_work
from thidua.vocabulary.contribution import Source
from thidua.vocabulary.initiative import Concern
from thidua.vocabulary.policy_work import Outcome

directives_are_good_and_on_time_with_initiatives = Clause(
    "III.2.1-1",
    text=(
        "Hoàn thành có chất lượng, đúng thời gian các văn bản chỉ đạo hướng dẫn thực hiện của các cấp có thẩm quyền "
        "(tỉnh, huyện). Có sáng kiến, giải pháp trong việc xây dựng, ban ngành hoặc trình cấp có thẩm quyền ban hành "
        "về cơ chế chính sách, hướng dẫn hoặc chỉ đạo tháo gỡ khó khăn cho cơ sở trong việc giảm nghèo."
    ),
    en=(
        "Completes with good quality and on time the documents directing and guiding implementation, of the competent "
        "levels (province, district). Has initiatives and solutions in drafting and issuing, or submitting to the "
        "competent authority for issue, mechanisms and policies, guidance, or direction that removes difficulties for "
        "the grassroots in reducing poverty."
    ),
    sic=(
        Sic("chỉ đạo hướng dẫn", "chỉ đạo, hướng dẫn", "thiếu dấu phẩy", "a missing comma"),
        Sic("ban ngành hoặc trình", "ban hành hoặc trình", "viết nhầm “ngành”", "a slip of the pen for “issue”"),
        Sic("cơ chế chính sách", "cơ chế, chính sách", "thiếu dấu phẩy", "a missing comma"),
    ),
    requires=all_of(
        agency.directives.are_all(directive.issued_on.is_not_after(directive.due_on)),
        agency.directives_quality.is_judged_at_least(SUFFICIENT),
        initiatives_or_solutions(
            agency.initiatives, Concern.POLICY, Concern.GUIDANCE, Concern.DIFFICULTIES
        ).is_at_least(1),
    ),
    readings=(WHOSE_DIRECTIVES, COUNTED_FROM),
)

policy_is_improved_and_good_work_encouraged = Clause(
    "III.2.1-2",
    text=(
        "Chủ động tích cực, nghiên cứu, rà soát, sửa đổi, bổ sung hoặc kiến nghị sửa đổi, bổ sung các chính sách giảm "
        "nghèo phù hợp tình hình và yêu cầu thực tế; khuyến khích và phát huy vai trò của tập thể, cá nhân thực hiện "
        "tốt chính sách, chương trình giảm nghèo."
    ),
    en=(
        "Actively and on its own initiative studies, reviews, amends and supplements, or proposes to amend and "
        "supplement, poverty reduction policies in keeping with the situation and practical needs; encourages "
        "collectives and individuals who carry out poverty reduction policies and programmes well, and promotes their "
        "role."
    ),
    sic=(
        Sic(
            "Chủ động tích cực, nghiên cứu",
            "Chủ động, tích cực nghiên cứu",
            "dấu phẩy đặt sai chỗ",
            "a misplaced comma",
        ),
    ),
    requires=all_of(
        agency.policy_review.is_judged_at_least(SUFFICIENT),
        agency.policy_works.number(
            where=PROPOSING_IS_ENOUGH.choose(
                either=policy_work.outcome.is_one_of(Outcome.AMENDED, Outcome.PROPOSED),
                amended_only=policy_work.outcome.is_one_of(Outcome.AMENDED),
            )
        ).is_at_least(1),
        agency.policy_fits_practice.is_judged_at_least(SUFFICIENT),
        agency.encouragement.is_judged_at_least(SUFFICIENT),
    ),
    readings=(COUNTED_FROM,),
)

_in_the_remit = PUPILS_IN_THE_REMIT.choose(
    where_in_the_remit=agency.pupils_in_the_remit.is_yes(),
    every_agency=ALWAYS,
)
_outside_the_remit = PUPILS_IN_THE_REMIT.choose(
    where_in_the_remit=not_(agency.pupils_in_the_remit.is_yes()),
    every_agency=NEVER,
)
_for_pupils = initiatives_or_solutions(agency.initiatives, Concern.PUPILS)
_for_the_poor = initiatives_or_solutions(agency.initiatives, Concern.LIVELIHOODS)
_for_both = initiatives_or_solutions(agency.initiatives, Concern.PUPILS, Concern.LIVELIHOODS)
_escaped = help_given.escaped_on.is_not_after(CUT_OFF)

_many_for_both = all_of(
    _for_pupils.is_at_least(1),
    _for_the_poor.is_at_least(1),
    MANY.choose(
        two=_for_both.is_at_least(2),
        three=_for_both.is_at_least(3),
        two_of_each=all_of(_for_pupils.is_at_least(2), _for_the_poor.is_at_least(2)),
    ),
)
_many_for_the_poor = MANY.choose(
    two=_for_the_poor.is_at_least(2),
    three=_for_the_poor.is_at_least(3),
    two_of_each=_for_the_poor.is_at_least(2),
)
_mobilises_and_helps = all_of(
    agency.mobilising.is_judged_at_least(SUFFICIENT),
    agency.contributions.number(where=contribution.source.is_one_of(Source.PEOPLE, Source.SOCIETY)).is_at_least(1),
    where(_in_the_remit, _many_for_both),
    where(_outside_the_remit, _many_for_the_poor),
    NO_RETURN_TO_POVERTY.choose(
        any_return=agency.help_given.are_all(not_(help_given.returned_on.is_not_after(CUT_OFF)), among=_escaped),
        judged=agency.escape_lasts.is_judged_so(),
    ),
)
_with_results = all_of(
    where(_in_the_remit, agency.help_to_pupils.is_judged_at_least(SUFFICIENT)),
    agency.help_to_the_poor.is_judged_at_least(SUFFICIENT),
    agency.help_given.number(where=_escaped).is_at_least(1),
)

resources_are_mobilised_for_pupils_and_the_poor = Clause(
    "III.2.1-3",
    text=(
        "Chủ động, tích cực thực hiện tốt công tác xã hội hóa, huy động nguồn lực, có nhiều sáng kiến, giải pháp giúp "
        "đỡ những học sinh có hoàn cảnh khó khăn vươn lên trong học tập, giúp cho người nghèo tham gia phát triển sản "
        "suất kinh doanh, làm kinh tế giỏi, ổn định vươn lên thoát nghèo bền vững, không tái nghèo."
    ),
    en=(
        "Actively and on its own initiative carries out well the work of drawing in non-State resources (xã hội hóa) "
        "and of mobilising resources, and has many initiatives and solutions that help pupils in difficult "
        "circumstances to rise in their studies and help the poor to take part in developing production and business, "
        "to do well economically, and to rise stably and lastingly out of poverty without returning to it."
    ),
    sic=(Sic("sản suất", "sản xuất", "viết sai chính tả", "a misspelling"),),
    requires=PURPOSE_PHRASES.choose(
        purpose=_mobilises_and_helps,
        condition=all_of(_mobilises_and_helps, _with_results),
    ),
    readings=(COUNTED_FROM, ONE_IS_ENOUGH),
)

HEADING = Provision(
    "III.2.1",
    Role.HEADING,
    text="2.1. Đối với các cơ quan, Mặt trận tổ quốc huyện, đoàn thể, đơn vị.",
    en="2.1. Agencies, the Fatherland Front of the district, mass organisations and units.",
)
CLAUSES = (
    directives_are_good_and_on_time_with_initiatives,
    policy_is_improved_and_good_work_encouraged,
    resources_are_mobilised_for_pupils_and_the_poor,
)
AGENCIES = Criteria(
    HEADING,
    Agency,
    CLAUSES,
    requires=counted_together(*(clause.is_met() for clause in CLAUSES)),
    readings=(WHO_JUDGES_AFTERWARDS,),
)
