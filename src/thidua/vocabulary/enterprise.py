"""What can be known of an enterprise."""

from thidua.changes import Changes
from thidua.facts import amount, count, judged, yes_no
from thidua.movements import Vocabulary
from thidua.quantities import HOUSEHOLDS
from thidua.records import records
from thidua.subjects import Enterprise
from thidua.texts import Text
from thidua.vocabulary import contribution, linkage, livelihood
from thidua.vocabulary.bodies import DISTRICT_COMMITTEE, DISTRICT_COUNCIL
from thidua.vocabulary.contribution import Contribution
from thidua.vocabulary.guards import GUARDS
from thidua.vocabulary.linkage import Linkage
from thidua.vocabulary.livelihood import Livelihood

_JUDGES = (DISTRICT_COUNCIL, DISTRICT_COMMITTEE)
_LOANS = Text("báo cáo dư nợ theo diện hộ, tỷ lệ nợ quá hạn", "outstanding loans by class of household, overdue rate")

contributions = records(
    Enterprise,
    "contributions",
    Contribution,
    Text("khoản đóng góp", "contributions of the enterprise"),
    fields=contribution.FIELDS,
    dated_by=contribution.given_on,
    proof=Text(
        "chứng từ đóng góp, danh sách thụ hưởng, xác nhận của đơn vị được nhận hỗ trợ",
        "receipts, list of beneficiaries, confirmation of the unit that received the support",
    ),
)
contributions_target = amount(
    Enterprise,
    "contributions_target",
    Text("mức đóng góp đã đăng ký, cam kết", "the contribution it registered or pledged"),
    proof=Text("bản đăng ký, văn bản cam kết đóng góp", "the registration or pledge"),
    changes=Changes.NEVER,  # set by others, or pledged: lowering it is no achievement
)
contributions_are_practical = judged(
    Enterprise,
    "contributions_are_practical",
    Text(
        "tính thiết thực của các đóng góp cho công tác giảm nghèo và hỗ trợ người nghèo",
        "how practical its contributions to poverty reduction and to the poor are",
    ),
    question=Text(
        "Các đóng góp của doanh nghiệp trong công tác giảm nghèo và hỗ trợ người nghèo thiết thực ở mức nào?",
        "How practical are the enterprise's contributions to poverty reduction and support of the poor?",
    ),
    judges=_JUDGES,
    proof=Text("nhận xét của địa phương, đơn vị được nhận hỗ trợ", "the opinion of the place or unit that was helped"),
)
linkages = records(
    Enterprise,
    "linkages",
    Linkage,
    Text("việc liên kết, phối hợp", "linkages"),
    fields=linkage.FIELDS,
    dated_by=linkage.signed_on,
    proof=Text("hợp đồng với hộ nghèo, khối lượng tiêu thụ", "contracts with poor households, volumes sold"),
)
livelihoods = records(
    Enterprise,
    "livelihoods",
    Livelihood,
    Text("mô hình, lớp dạy nghề, đợt tạo việc làm", "models, classes and intakes of workers"),
    fields=livelihood.FIELDS,
    dated_by=livelihood.begun_on,
    proof=Text(
        "hồ sơ mô hình, danh sách lớp dạy nghề, hợp đồng lao động",
        "papers of the models, class lists, labour contracts",
    ),
)
gives_credit = yes_no(
    Enterprise,
    "gives_credit",
    Text("chức năng cho vay, cấp tín dụng", "the function of giving credit"),
    holds=Text("doanh nghiệp có chức năng cấp tín dụng", "the enterprise has the function of giving credit"),
    fails=Text(
        "doanh nghiệp không có chức năng cấp tín dụng", "the enterprise does not have the function of giving credit"
    ),
    proof=Text("giấy phép hoạt động, giấy chứng nhận đăng ký", "licence, certificate of registration"),
    changes=Changes.NEVER,  # says to whom a clause applies
)
poor_borrowers = count(
    Enterprise,
    "poor_borrowers",
    Text("số hộ nghèo được vay vốn", "the number of poor households that received loans"),
    HOUSEHOLDS,
    proof=_LOANS,
)
near_poor_borrowers = count(
    Enterprise,
    "near_poor_borrowers",
    Text("số hộ cận nghèo được vay vốn", "the number of near-poor households that received loans"),
    HOUSEHOLDS,
    proof=_LOANS,
)
newly_escaped_borrowers = count(
    Enterprise,
    "newly_escaped_borrowers",
    Text("số hộ mới thoát nghèo được vay vốn", "the number of newly escaped households that received loans"),
    HOUSEHOLDS,
    proof=_LOANS,
)
credit_policy_works = judged(
    Enterprise,
    "credit_policy_works",
    Text(
        "hiệu quả thực hiện chính sách tín dụng đối với hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo",
        "how effectively it carries out credit policy for poor, near-poor and newly escaped households",
    ),
    question=Text(
        "Doanh nghiệp thực hiện chính sách tín dụng đối với hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo "
        "hiệu quả ở mức nào?",
        "How effectively does the enterprise carry out credit policy for poor, near-poor and newly escaped households?",
    ),
    judges=_JUDGES,
    proof=_LOANS,
)

VOCABULARY = Vocabulary(
    Enterprise,
    "enterprise",
    Text("doanh nghiệp", "enterprise"),
    facts=(
        contributions_target.fact,
        contributions_are_practical.fact,
        gives_credit.fact,
        poor_borrowers.fact,
        near_poor_borrowers.fact,
        newly_escaped_borrowers.fact,
        credit_policy_works.fact,
        *GUARDS,
    ),
    registers=(contributions.register, linkages.register, livelihoods.register),
)
