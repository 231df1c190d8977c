"""What can be known of an agency, a Fatherland Front, a mass organisation or another unit."""

from thidua.changes import Changes
from thidua.facts import judged, judged_yes_no, yes_no
from thidua.movements import Vocabulary
from thidua.records import records
from thidua.subjects import Agency
from thidua.texts import Text
from thidua.vocabulary import contribution, directive, initiative, policy_work
from thidua.vocabulary import help_given as one_help
from thidua.vocabulary.bodies import DISTRICT_COMMITTEE, DISTRICT_COUNCIL
from thidua.vocabulary.contribution import Contribution
from thidua.vocabulary.directive import Directive
from thidua.vocabulary.guards import GUARDS
from thidua.vocabulary.help_given import HelpGiven
from thidua.vocabulary.initiative import Initiative
from thidua.vocabulary.policy_work import PolicyWork

directives = records(
    Agency,
    "directives",
    Directive,
    Text("văn bản chỉ đạo, hướng dẫn phải ban hành", "documents of direction and guidance due"),
    fields=directive.FIELDS,
    dated_by=directive.due_on,
    proof=Text("danh mục văn bản có hạn và ngày ban hành", "the list of documents due and issued, with dates"),
)
directives_quality = judged(
    Agency,
    "directives_quality",
    Text("chất lượng các văn bản chỉ đạo, hướng dẫn", "the quality of its documents of direction and guidance"),
    question=Text(
        "Các văn bản chỉ đạo, hướng dẫn thực hiện đơn vị đã hoàn thành có chất lượng ở mức nào?",
        "How good are the documents of direction and guidance that the agency has completed?",
    ),
    judges=(DISTRICT_COUNCIL, DISTRICT_COMMITTEE),
    proof=Text(
        "biên bản đánh giá; không có văn bản đôn đốc, phê bình",
        "minutes of evaluation; no letters of reminder or reproach",
    ),
)
initiatives = records(
    Agency,
    "initiatives",
    Initiative,
    Text("sáng kiến, giải pháp", "initiatives and solutions"),
    fields=initiative.FIELDS,
    dated_by=initiative.applied_on,
    proof=Text("quyết định công nhận sáng kiến", "the decisions recognising the initiatives"),
)
policy_review = judged(
    Agency,
    "policy_review",
    Text(
        "sự chủ động, tích cực nghiên cứu, rà soát chính sách giảm nghèo",
        "its initiative in studying and reviewing poverty reduction policy",
    ),
    question=Text(
        "Đơn vị chủ động, tích cực nghiên cứu, rà soát các chính sách giảm nghèo ở mức nào?",
        "How actively and on its own initiative does the agency study and review poverty reduction policy?",
    ),
    judges=(DISTRICT_COUNCIL, DISTRICT_COMMITTEE),
    proof=Text(
        "kế hoạch, đăng ký thi đua, kết quả so với kế hoạch", "its plan, its registration, results against the plan"
    ),
)
policy_works = records(
    Agency,
    "policy_works",
    PolicyWork,
    Text("việc rà soát, sửa đổi, kiến nghị chính sách giảm nghèo", "pieces of work on poverty reduction policy"),
    fields=policy_work.FIELDS,
    dated_by=policy_work.done_on,
    proof=Text(
        "tờ trình, dự thảo, phiếu tiếp nhận, văn bản được ban hành", "submissions, drafts, receipts, documents issued"
    ),
)
policy_fits_practice = judged(
    Agency,
    "policy_fits_practice",
    Text(
        "sự phù hợp của các sửa đổi, kiến nghị với tình hình và yêu cầu thực tế",
        "how its amendments and proposals fit the situation and practical needs",
    ),
    question=Text(
        "Các nội dung sửa đổi, bổ sung hoặc kiến nghị phù hợp với tình hình và yêu cầu thực tế ở mức nào?",
        "How well do the amendments or proposals fit the situation and practical needs?",
    ),
    judges=(DISTRICT_COUNCIL, DISTRICT_COMMITTEE),
    proof=Text(
        "biên bản đánh giá; ý kiến của cơ quan tiếp nhận",
        "minutes of evaluation; the view of the body that received them",
    ),
)
encouragement = judged(
    Agency,
    "encouragement",
    Text(
        "việc khuyến khích, phát huy vai trò của tập thể, cá nhân thực hiện tốt chính sách giảm nghèo",
        "its encouragement of collectives and individuals who carry out poverty reduction policy well",
    ),
    question=Text(
        "Đơn vị khuyến khích, phát huy vai trò của tập thể, cá nhân thực hiện tốt chính sách giảm nghèo ở mức nào?",
        "How well does the agency encourage collectives and individuals who carry out poverty reduction policy well?",
    ),
    judges=(DISTRICT_COUNCIL, DISTRICT_COMMITTEE),
    proof=Text(
        "quyết định khen thưởng, văn bản nhân rộng điển hình",
        "decisions of commendation, documents spreading good examples",
    ),
)
mobilising = judged(
    Agency,
    "mobilising",
    Text("công tác xã hội hóa, huy động nguồn lực", "its work of mobilising resources in society"),
    question=Text(
        "Đơn vị chủ động, tích cực thực hiện công tác xã hội hóa, huy động nguồn lực ở mức nào?",
        "How actively and well does the agency mobilise resources in society?",
    ),
    judges=(DISTRICT_COUNCIL, DISTRICT_COMMITTEE),
    proof=Text(
        "kế hoạch huy động, kết quả so với kế hoạch, biên bản", "the plan of mobilisation, results against it, minutes"
    ),
)
contributions = records(
    Agency,
    "contributions",
    Contribution,
    Text("khoản huy động, đóng góp", "contributions mobilised"),
    fields=(contribution.given_on, contribution.value, contribution.source),
    dated_by=contribution.given_on,
    proof=Text(
        "phiếu thu, sổ theo dõi, xác nhận của Mặt trận Tổ quốc",
        "receipts, ledger, confirmation of the Fatherland Front",
    ),
)
pupils_in_the_remit = yes_no(
    Agency,
    "pupils_in_the_remit",
    Text("chức năng, nhiệm vụ liên quan đến học sinh", "a function or task that concerns pupils"),
    holds=Text("đơn vị có chức năng, nhiệm vụ liên quan đến học sinh", "the agency has a task that concerns pupils"),
    fails=Text(
        "đơn vị không có chức năng, nhiệm vụ liên quan đến học sinh", "the agency has no task that concerns pupils"
    ),
    proof=Text("quyết định quy định chức năng, nhiệm vụ", "the decision on its functions and tasks"),
    changes=Changes.NEVER,  # says to whom a clause applies
)
help_to_pupils = judged(
    Agency,
    "help_to_pupils",
    Text(
        "kết quả giúp học sinh khó khăn vươn lên trong học tập",
        "what its help has done for pupils in difficult circumstances",
    ),
    question=Text(
        "Học sinh có hoàn cảnh khó khăn được đơn vị giúp đỡ đã vươn lên trong học tập ở mức nào?",
        "How far have the pupils helped by the agency risen in their studies?",
    ),
    judges=(DISTRICT_COUNCIL, DISTRICT_COMMITTEE),
    proof=Text("xác nhận của nhà trường", "confirmation of the schools"),
)
help_to_the_poor = judged(
    Agency,
    "help_to_the_poor",
    Text(
        "kết quả giúp người nghèo sản xuất kinh doanh, làm kinh tế giỏi, ổn định",
        "what its help has done for the poor in production, business and a stable economy",
    ),
    question=Text(
        "Người nghèo được đơn vị giúp đỡ đã phát triển sản xuất kinh doanh, làm kinh tế giỏi, ổn định ở mức nào?",
        "How far have the poor helped by the agency developed production and business and a stable economy?",
    ),
    judges=(DISTRICT_COUNCIL, DISTRICT_COMMITTEE),
    proof=Text("xác nhận của UBND xã nơi hộ được giúp cư trú", "confirmation of the communes of the households helped"),
)
help_given = records(
    Agency,
    "help_given",
    HelpGiven,
    Text("lần giúp đỡ hộ nghèo", "acts of help to households"),
    fields=(one_help.given_on, one_help.escaped_on, one_help.returned_on),
    dated_by=one_help.given_on,
    proof=Text(
        "danh sách hộ được giúp, quyết định công nhận hộ thoát nghèo",
        "the list of households helped, decisions of escape",
    ),
)
escape_lasts = judged_yes_no(
    Agency,
    "escape_lasts",
    Text("việc các hộ được giúp thoát nghèo bền vững, không tái nghèo", "the lasting escape of the households helped"),
    question=Text(
        "Các hộ được đơn vị giúp đỡ có thoát nghèo bền vững, không tái nghèo không?",
        "Have the households helped by the agency left poverty for good, without return?",
    ),
    judges=(DISTRICT_COUNCIL, DISTRICT_COMMITTEE),
    proof=Text("xác nhận của UBND xã", "confirmation of the communes"),
)

VOCABULARY = Vocabulary(
    Agency,
    "agency",
    Text("cơ quan, đơn vị", "agency or unit"),
    facts=(
        directives_quality.fact,
        policy_review.fact,
        policy_fits_practice.fact,
        encouragement.fact,
        mobilising.fact,
        pupils_in_the_remit.fact,
        help_to_pupils.fact,
        help_to_the_poor.fact,
        escape_lasts.fact,
        *GUARDS,
    ),
    registers=(
        directives.register,
        initiatives.register,
        policy_works.register,
        contributions.register,
        help_given.register,
    ),
)
