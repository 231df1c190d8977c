"""What can be known of a household. Having newly escaped poverty is derived from the day it did, never recorded."""

from enum import Enum

from thidua.changes import Changes
from thidua.coherence import never_together
from thidua.facts import amount, choice_in_force, count, day, judged, yes_no
from thidua.movements import Vocabulary
from thidua.nodes import Sensitivity
from thidua.periods import CUT_OFF
from thidua.quantities import PERSONS
from thidua.records import records
from thidua.subjects import Household
from thidua.texts import Text
from thidua.vocabulary import help_given as one_help
from thidua.vocabulary import initiative
from thidua.vocabulary.bodies import COMMUNE_COMMITTEE, COMMUNE_COUNCIL, DISTRICT_COUNCIL, POLICY_BANK, VILLAGE_MEETING
from thidua.vocabulary.guards import GUARDS


class Status(Enum):
    """What the yearly survey has recognised the household as."""

    POOR = Text("hộ nghèo", "poor")
    NEAR_POOR = Text("hộ cận nghèo", "near-poor")
    ESCAPED = Text("hộ đã thoát nghèo", "out of poverty")
    OTHER = Text("hộ khác", "none of these")


_JUDGES = (VILLAGE_MEETING, COMMUNE_COUNCIL, COMMUNE_COMMITTEE, DISTRICT_COUNCIL)
_BANK = Text(
    "xác nhận của Ngân hàng Chính sách xã hội hoặc tổ tiết kiệm và vay vốn",
    "confirmation of the Bank for Social Policies or of the savings and credit group",
)
_RECOGNITION = Text(
    "quyết định công nhận của Chủ tịch UBND xã và giấy chứng nhận hộ thoát nghèo",
    "the decision of the commune's Chairman and the certificate of a household out of poverty",
)

status = choice_in_force(
    Household,
    "status",
    Status,
    Text("diện hộ", "the status of the household"),
    proof=Text(
        "quyết định của Chủ tịch UBND xã công nhận hộ nghèo, hộ cận nghèo, hộ thoát nghèo, hộ thoát cận nghèo",
        "the decision of the commune's Chairman recognising poor, near-poor and escaped households",
    ),
    changes=Changes.NEVER,  # says to whom a clause applies
)
left_poverty_on = day(
    Household,
    "left_poverty_on",
    Text(
        "ngày được công nhận thoát nghèo (không còn là hộ nghèo, hộ cận nghèo)",
        "the day it was recognised as out of poverty (neither poor nor near-poor)",
    ),
    proof=_RECOGNITION,
)
became_near_poor_on = day(
    Household,
    "became_near_poor_on",
    Text(
        "ngày được công nhận thoát nghèo (nhưng còn là hộ cận nghèo)",
        "the day it was recognised as out of poverty (though still near-poor)",
    ),
    proof=_RECOGNITION,
)

_ESCAPE_HOLDS = Text(
    "ngày được công nhận là ngày của lần thoát nghèo còn được giữ vững; hộ đã trở lại danh sách thì chưa có ngày nào "
    "cho đến lần được công nhận tiếp theo",
    "the day is of an escape that still holds; a household that fell back has none until it is recognised anew",
)
poor_yet_out = never_together(
    status.is_one_of(Status.POOR, Status.NEAR_POOR), left_poverty_on.is_not_after(CUT_OFF), because=_ESCAPE_HOLDS
)
poor_yet_near_poor = never_together(
    status.is_one_of(Status.POOR), became_near_poor_on.is_not_after(CUT_OFF), because=_ESCAPE_HOLDS
)

own_effort = judged(
    Household,
    "own_effort",
    Text(
        "ý thức trách nhiệm của hộ trong việc chủ động phát huy nội lực để thoát nghèo",
        "the household's sense of responsibility in relying on its own strength to leave poverty",
    ),
    question=Text(
        "Hộ có ý thức trách nhiệm trong việc chủ động phát huy nội lực để thoát nghèo ở mức nào?",
        "How far does the household take responsibility for leaving poverty by its own strength?",
    ),
    judges=_JUDGES,
    proof=Text("biên bản họp bản, xóm; nhận xét của UBND xã", "minutes of the village meeting; the commune's opinion"),
)
registered_on = day(
    Household,
    "registered_on",
    Text("ngày tự nguyện đăng ký thoát nghèo", "the day it registered of its own will to leave poverty"),
    proof=Text(
        "đơn tự nguyện đăng ký thoát nghèo có chữ ký của chủ hộ, xác nhận của UBND xã",
        "the application signed by the head of household, confirmed by the commune",
    ),
)

good_ways = judged(
    Household,
    "good_ways",
    Text(
        "sáng kiến, cách làm hay, hiệu quả của hộ trong phát triển sản xuất, phát triển ngành nghề",
        "the household's initiatives and good, effective ways in developing production and trades",
    ),
    question=Text(
        "Sáng kiến, cách làm của hộ trong phát triển sản xuất, phát triển ngành nghề hay và hiệu quả ở mức nào?",
        "How good and effective are the household's initiatives and ways in developing production and trades?",
    ),
    judges=_JUDGES,
    proof=Text("xác nhận của bản, xóm về cách làm và kết quả", "the village's confirmation of the ways and results"),
)
initiatives = records(
    Household,
    "initiatives",
    initiative.Initiative,
    Text("sáng kiến của hộ", "initiatives of the household"),
    fields=initiative.FIELDS,
    dated_by=initiative.applied_on,
    proof=Text("quyết định công nhận sáng kiến", "the decisions recognising the initiatives"),
)
joined_a_model = yes_no(
    Household,
    "joined_a_model",
    Text("việc tham gia mô hình giảm nghèo", "taking part in a poverty reduction model"),
    holds=Text("hộ tham gia mô hình giảm nghèo", "the household takes part in a poverty reduction model"),
    fails=Text("hộ không tham gia mô hình giảm nghèo nào", "the household takes part in no poverty reduction model"),
    proof=Text("danh sách hộ tham gia dự án, mô hình", "the list of households in the project or model"),
    changes=Changes.NEVER,  # says to whom a clause applies
)
model_is_effective = judged(
    Household,
    "model_is_effective",
    Text("hiệu quả thực hiện mô hình giảm nghèo của hộ", "how effectively the household carries out the models"),
    question=Text(
        "Hộ thực hiện các mô hình giảm nghèo có hiệu quả ở mức nào?",
        "How effectively does the household carry out the poverty reduction models?",
    ),
    judges=_JUDGES,
    proof=Text("biên bản nghiệm thu, báo cáo kết quả mô hình", "acceptance and reports on results of the model"),
)
jobs_created = count(
    Household,
    "jobs_created",
    Text(
        "số người có việc làm do hộ tạo ra (kể cả người trong hộ)",
        "the number of persons for whom it created work (its own members included)",
    ),
    PERSONS,
    proof=Text("xác nhận của bản, xóm hoặc UBND xã", "confirmation of the village or the commune"),
)
income_before = amount(
    Household,
    "income_before",
    Text("thu nhập bình quân đầu người một tháng của hộ lúc đầu kỳ", "its monthly income per head at the start"),
    proof=Text("phiếu rà soát hộ của năm đầu kỳ", "the survey form of the household at the start of the period"),
    sensitivity=Sensitivity.INTERNAL,
    changes=Changes.NEVER,  # a figure of the start
)
income_now = amount(
    Household,
    "income_now",
    Text("thu nhập bình quân đầu người một tháng của hộ tại kỳ xét", "its monthly income per head at the review"),
    proof=Text("phiếu rà soát hộ gần nhất, xác nhận của UBND xã", "the latest survey form, confirmed by the commune"),
    sensitivity=Sensitivity.INTERNAL,
)

help_given = records(
    Household,
    "help_given",
    one_help.HelpGiven,
    Text("lần giúp đỡ hộ khác", "acts of help to other households"),
    fields=one_help.FIELDS,
    dated_by=one_help.given_on,
    proof=Text(
        "xác nhận của hộ được giúp và của trưởng bản", "confirmation of the households helped and of the village head"
    ),
    sensitivity=Sensitivity.INTERNAL,
)

# what a household owes and how it pays is between it and the bank: those who verify the dossier read it, nobody else
has_policy_loan = yes_no(
    Household,
    "has_policy_loan",
    Text("việc vay vốn Ngân hàng Chính sách xã hội", "a loan from the Bank for Social Policies"),
    holds=Text(
        "hộ có vay vốn Ngân hàng Chính sách xã hội", "the household has a loan from the Bank for Social Policies"
    ),
    fails=Text(
        "hộ không vay vốn Ngân hàng Chính sách xã hội", "the household has no loan from the Bank for Social Policies"
    ),
    proof=_BANK,
    sensitivity=Sensitivity.INTERNAL,
    changes=Changes.NEVER,  # says to whom a clause applies
)
loan_used_for_its_purpose = yes_no(
    Household,
    "loan_used_for_its_purpose",
    Text("mục đích sử dụng vốn vay", "what the loan was used for"),
    holds=Text("hộ sử dụng vốn vay đúng mục đích", "the household used the loan for its proper purpose"),
    fails=Text("hộ sử dụng vốn vay không đúng mục đích", "the household did not use the loan for its proper purpose"),
    proof=Text(
        "biên bản kiểm tra sử dụng vốn vay, xác nhận của Ngân hàng Chính sách xã hội",
        "the record of inspection of the loan's use, confirmation of the Bank for Social Policies",
    ),
    sensitivity=Sensitivity.INTERNAL,
    changes=Changes.NEVER,  # a fault of the past stays one
)
interest_paid_when_due = yes_no(
    Household,
    "interest_paid_when_due",
    Text("việc trả lãi", "payment of interest"),
    holds=Text("hộ trả lãi đúng hạn", "the household paid interest when it was due"),
    fails=Text("hộ có kỳ trả lãi quá hạn ban đầu", "the household paid some interest after it was first due"),
    proof=_BANK,
    sensitivity=Sensitivity.INTERNAL,
    changes=Changes.NEVER,  # a fault of the past stays one
)
principal_paid_when_due = yes_no(
    Household,
    "principal_paid_when_due",
    Text("việc trả gốc", "repayment of principal"),
    holds=Text(
        "hộ trả đúng hạn mọi khoản gốc đã đến hạn",
        "the household repaid whatever principal fell due when it was due",
    ),
    fails=Text("hộ có kỳ trả gốc quá hạn ban đầu", "the household repaid some principal after it was first due"),
    proof=_BANK,
    sensitivity=Sensitivity.INTERNAL,
    changes=Changes.NEVER,  # a fault of the past stays one
)
late_payments_were_extended = yes_no(
    Household,
    "late_payments_were_extended",
    Text("việc được ngân hàng cho gia hạn", "extension granted by the bank"),
    holds=Text(
        "mọi khoản trả sau hạn ban đầu đều được ngân hàng cho gia hạn và được trả trong thời gian gia hạn",
        "whatever was paid after it was first due was paid within an extension granted by the bank",
    ),
    fails=Text(
        "có khoản trả sau hạn ban đầu mà không được gia hạn hoặc quá cả thời gian gia hạn",
        "something was paid late without an extension, or after the extension too",
    ),
    proof=Text("văn bản gia hạn nợ của Ngân hàng Chính sách xã hội", "the bank's decision extending the debt"),
    sensitivity=Sensitivity.INTERNAL,
    changes=Changes.NEVER,  # a fault of the past stays one
)
loan_works = judged(
    Household,
    "loan_works",
    Text("hiệu quả sử dụng vốn vay của hộ", "how effectively the household uses the loan"),
    question=Text(
        "Hộ nâng cao hiệu quả sử dụng vốn vay Ngân hàng Chính sách xã hội ở mức nào?",
        "How far has the household made its loan from the Bank for Social Policies more effective?",
    ),
    judges=(*_JUDGES, POLICY_BANK),
    proof=Text(
        "nhận xét của tổ tiết kiệm và vay vốn, kết quả sản xuất của hộ",
        "the opinion of the savings and credit group, the household's results",
    ),
    sensitivity=Sensitivity.INTERNAL,
)

VOCABULARY = Vocabulary(
    Household,
    "household",
    Text("hộ gia đình", "household"),
    facts=(
        status.fact,
        left_poverty_on.fact,
        became_near_poor_on.fact,
        own_effort.fact,
        registered_on.fact,
        good_ways.fact,
        joined_a_model.fact,
        model_is_effective.fact,
        jobs_created.fact,
        income_before.fact,
        income_now.fact,
        has_policy_loan.fact,
        loan_used_for_its_purpose.fact,
        interest_paid_when_due.fact,
        principal_paid_when_due.fact,
        late_payments_were_extended.fact,
        loan_works.fact,
        *GUARDS,
    ),
    registers=(initiatives.register, help_given.register),
    cannot_be=(poor_yet_out, poor_yet_near_poor),
    # a family: the list of poor households is posted in its own village alone (24/2021/QĐ-TTg, as reported), not to all
    personal=True,
)
