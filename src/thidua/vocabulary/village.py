"""What can be known of a village or hamlet: bản, xóm."""

from thidua.changes import Changes
from thidua.facts import amount, dated_count, day, judged, yes_no
from thidua.kinds import Addressee
from thidua.movements import Vocabulary
from thidua.nodes import Sensitivity
from thidua.quantities import HOUSEHOLDS, PERSONS
from thidua.records import records
from thidua.subjects import Village
from thidua.texts import Text
from thidua.vocabulary import contribution
from thidua.vocabulary import help_given as one_help
from thidua.vocabulary.bodies import COMMUNE_COMMITTEE, COMMUNE_COUNCIL, DISTRICT_COUNCIL
from thidua.vocabulary.contribution import Contribution
from thidua.vocabulary.guards import GUARDS
from thidua.vocabulary.help_given import HelpGiven

_SURVEY = Text(
    "quyết định phê duyệt kết quả rà soát hộ nghèo, hộ cận nghèo, kèm danh sách của bản, xóm",
    "the decision approving the survey of poor and near-poor households, with the village's lists",
)
_JUDGES = (COMMUNE_COUNCIL, COMMUNE_COMMITTEE, DISTRICT_COUNCIL)

help_given = records(
    Village,
    "help_given",
    HelpGiven,
    Text("lần giúp đỡ hộ nghèo", "acts of help to households"),
    fields=(one_help.given_on, one_help.to_a_poor_household, one_help.means, one_help.escaped_on),
    dated_by=one_help.given_on,
    proof=Text(
        "xác nhận của hộ được giúp và của trưởng bản", "confirmation of the households helped and of the village head"
    ),
)
lives_of_the_helped = judged(
    Village,
    "lives_of_the_helped",
    Text(
        "kết quả các hộ được giúp phát triển sản xuất, ổn định cuộc sống",
        "how the households helped now produce and live",
    ),
    question=Text(
        "Các hộ nghèo được bản, xóm hỗ trợ đã phát triển sản xuất kinh doanh, ổn định cuộc sống ở mức nào?",
        "How far have the poor households helped by the village developed production and stabilised their lives?",
    ),
    judges=_JUDGES,
    proof=Text(
        "biên bản họp bản, xóm; xác nhận của UBND xã", "minutes of the village meeting; confirmation of the commune"
    ),
)
has_a_state_funded_model = yes_no(
    Village,
    "has_a_state_funded_model",
    Text("dự án, mô hình dùng vốn ngân sách nhà nước hỗ trợ", "a project or model supported with State capital"),
    holds=Text(
        "bản, xóm có dự án, mô hình giảm nghèo dùng vốn ngân sách nhà nước hỗ trợ",
        "the village has a poverty reduction project or model supported with State capital",
    ),
    fails=Text(
        "bản, xóm không có dự án, mô hình giảm nghèo dùng vốn ngân sách nhà nước hỗ trợ",
        "the village has no poverty reduction project or model supported with State capital",
    ),
    proof=Text(
        "quyết định phê duyệt dự án, mô hình; xác nhận của UBND xã",
        "the decision on the project or model; confirmation of the commune",
    ),
    changes=Changes.NEVER,  # says to whom a clause applies
)
rules_for_the_capital_adopted_on = day(
    Village,
    "rules_for_the_capital_adopted_on",
    Text("ngày thông qua quy chế quản lý, thu hồi, luân chuyển vốn", "the day the rules for the capital were adopted"),
    proof=Text("quy chế và biên bản họp nhân dân bản, xóm", "the rules and the minutes of the people's meeting"),
)
capital_is_kept = judged(
    Village,
    "capital_is_kept",
    Text("việc quản lý, duy trì phần vốn hỗ trợ", "managing and keeping the capital"),
    question=Text(
        "Bản, xóm quản lý, duy trì phần vốn ngân sách nhà nước hỗ trợ ở mức nào?",
        "How well does the village manage and keep the State capital?",
    ),
    judges=_JUDGES,
    proof=Text("sổ theo dõi vốn luân chuyển", "the ledger of the revolving capital"),
)
capital_recovered = yes_no(
    Village,
    "capital_recovered",
    Text("việc thu hồi phần vốn đến hạn", "the recovery of the capital due"),
    holds=Text("đã thu hồi được phần vốn đến hạn theo quy chế", "the capital due under the rules has been recovered"),
    fails=Text(
        "chưa thu hồi được phần vốn đến hạn theo quy chế", "the capital due under the rules has not been recovered"
    ),
    proof=Text("sổ theo dõi vốn luân chuyển, phiếu thu", "the ledger of the revolving capital, receipts"),
    changes=Changes.UP,  # what was due stays recovered
)
capital_rotated = yes_no(
    Village,
    "capital_rotated",
    Text("việc luân chuyển phần vốn thu hồi", "the rotation of the capital recovered"),
    holds=Text(
        "đã luân chuyển được phần vốn thu hồi cho hộ khác", "the capital recovered has gone to other households"
    ),
    fails=Text(
        "chưa luân chuyển được phần vốn thu hồi cho hộ khác", "the capital recovered has not gone to other households"
    ),
    proof=Text(
        "sổ theo dõi vốn luân chuyển, giấy nhận vốn", "the ledger of the revolving capital, receipts of the households"
    ),
    changes=Changes.UP,  # what was passed on stays so
)
models_are_effective = judged(
    Village,
    "models_are_effective",
    Text("hiệu quả của các mô hình giảm nghèo", "how effective the poverty reduction models are"),
    question=Text(
        "Hiệu quả của dự án, mô hình giảm nghèo, phát triển sản xuất được nâng cao ở mức nào?",
        "How far has the effect of the poverty reduction and production models been raised?",
    ),
    judges=_JUDGES,
    proof=Text("báo cáo kết quả, nghiệm thu dự án, mô hình", "reports on results, acceptance of the project or model"),
)
models_are_replicated = judged(
    Village,
    "models_are_replicated",
    Text("việc nhân rộng các mô hình giảm nghèo", "the replication of the poverty reduction models"),
    question=Text(
        "Các mô hình giảm nghèo được nhân rộng trên địa bàn và cộng đồng ở mức nào?",
        "How far have the poverty reduction models been replicated in the area and the community?",
    ),
    judges=_JUDGES,
    proof=Text("danh sách hộ, nhóm hộ làm theo mô hình", "the list of households and groups that follow the models"),
)
mobilising = judged(
    Village,
    "mobilising",
    Text(
        "hiệu quả huy động nguồn lực từ nhân dân, cộng đồng",
        "how effectively it mobilises the people and the community",
    ),
    question=Text(
        "Bản, xóm huy động nguồn lực từ nhân dân, cộng đồng để giảm nghèo bền vững có hiệu quả ở mức nào?",
        "How effectively does the village mobilise resources of the people and the community for poverty reduction?",
    ),
    judges=_JUDGES,
    proof=Text("biên bản họp bản, xóm, sổ huy động", "minutes of the village meeting, the ledger"),
)
contributions = records(
    Village,
    "contributions",
    Contribution,
    Text("khoản huy động", "contributions mobilised"),
    fields=contribution.FIELDS,
    dated_by=contribution.given_on,
    proof=Text("phiếu thu, sổ huy động có chữ ký người đóng góp", "receipts, the ledger signed by those who gave"),
)
contributions_target = amount(
    Village,
    "contributions_target",
    Text("chỉ tiêu huy động từ nhân dân, cộng đồng", "the target of what the people and the community are to give"),
    proof=Text("biên bản họp bản, xóm; kế hoạch của UBND xã", "minutes of the village meeting; the commune's plan"),
    changes=Changes.NEVER,  # set by others, or pledged: lowering it is no achievement
)
poor_households = dated_count(
    Village,
    "poor_households",
    Text("số hộ nghèo đa chiều", "multidimensionally poor households"),
    HOUSEHOLDS,
    proof=_SURVEY,
    sensitivity=Sensitivity.PUBLIC,
    changes=Changes.DOWN,  # no plan asks for more poverty
)
near_poor_households = dated_count(
    Village,
    "near_poor_households",
    Text("số hộ cận nghèo đa chiều", "multidimensionally near-poor households"),
    HOUSEHOLDS,
    proof=_SURVEY,
    sensitivity=Sensitivity.PUBLIC,
    changes=Changes.DOWN,  # no plan asks for more poverty
)
households = dated_count(
    Village,
    "households",
    Text("tổng số hộ dân cư", "all households"),
    HOUSEHOLDS,
    proof=_SURVEY,
    sensitivity=Sensitivity.PUBLIC,
    changes=Changes.NEVER,  # nobody is helped by there being more households to divide by
)
poor_persons = dated_count(
    Village,
    "poor_persons",
    Text("số nhân khẩu hộ nghèo đa chiều", "persons in poor households"),
    PERSONS,
    proof=_SURVEY,
    sensitivity=Sensitivity.PUBLIC,
    changes=Changes.DOWN,  # no plan asks for more poverty
)
near_poor_persons = dated_count(
    Village,
    "near_poor_persons",
    Text("số nhân khẩu hộ cận nghèo đa chiều", "persons in near-poor households"),
    PERSONS,
    proof=_SURVEY,
    sensitivity=Sensitivity.PUBLIC,
    changes=Changes.DOWN,  # no plan asks for more poverty
)

VOCABULARY = Vocabulary(
    Village,
    "village",
    Text("bản, xóm", "village"),
    facts=(
        lives_of_the_helped.fact,
        has_a_state_funded_model.fact,
        rules_for_the_capital_adopted_on.fact,
        capital_is_kept.fact,
        capital_recovered.fact,
        capital_rotated.fact,
        models_are_effective.fact,
        models_are_replicated.fact,
        mobilising.fact,
        contributions_target.fact,
        poor_households.fact,
        near_poor_households.fact,
        households.fact,
        poor_persons.fact,
        near_poor_persons.fact,
        *GUARDS,
    ),
    registers=(help_given.register, contributions.register),
    addressee=Addressee(
        Text("Ông (bà) Trưởng {name}", "the head of {name}"), ("bản", "xóm", "thôn", "khu", "tiểu khu", "tổ dân phố")
    ),
)
