"""What can be known of a commune."""

from enum import Enum

from thidua.changes import Changes
from thidua.facts import amount, choice_in_force, dated_count, judged
from thidua.kinds import Addressee
from thidua.movements import Vocabulary
from thidua.nodes import Sensitivity
from thidua.quantities import HOUSEHOLDS, PERSONS
from thidua.records import records
from thidua.subjects import Commune
from thidua.texts import Text
from thidua.vocabulary import contribution, initiative, report, settlement
from thidua.vocabulary.bodies import DISTRICT_COMMITTEE, DISTRICT_COUNCIL, FINANCE_OFFICE
from thidua.vocabulary.contribution import Contribution
from thidua.vocabulary.guards import GUARDS
from thidua.vocabulary.initiative import Initiative
from thidua.vocabulary.report import Report
from thidua.vocabulary.settlement import Settlement


class Unit(Enum):
    """What unit of commune level it is."""

    COMMUNE = Text("xã", "commune")
    TOWNSHIP = Text("thị trấn", "township")


class Area(Enum):
    """Where it stands in the ethnic-minority and mountain area."""

    I = Text("khu vực I", "area I")  # the law calls it so
    II = Text("khu vực II", "area II")
    III = Text("khu vực III", "area III")
    OUTSIDE = Text("ngoài vùng đồng bào dân tộc thiểu số và miền núi", "outside the ethnic-minority and mountain area")


_SURVEY = Text(
    "quyết định phê duyệt kết quả rà soát hộ nghèo, hộ cận nghèo, kèm danh sách",
    "the decision approving the survey of poor and near-poor households, with its lists",
)

unit = choice_in_force(
    Commune,
    "unit",
    Unit,
    Text("loại đơn vị hành chính", "the kind of unit"),
    proof=Text("nghị quyết về sắp xếp đơn vị hành chính", "the resolution on administrative units"),
    sensitivity=Sensitivity.PUBLIC,
    changes=Changes.NEVER,  # says to whom a clause applies
)
area = choice_in_force(
    Commune,
    "area",
    Area,
    Text("khu vực của xã", "the area of the commune"),
    proof=Text(
        "quyết định phê duyệt danh sách xã khu vực III, II, I đang có hiệu lực",
        "the decision in force that approves the list of communes of areas III, II and I",
    ),
    sensitivity=Sensitivity.PUBLIC,
    changes=Changes.NEVER,  # says to whom a clause applies
)
poor_households = dated_count(
    Commune,
    "poor_households",
    Text("số hộ nghèo đa chiều", "multidimensionally poor households"),
    HOUSEHOLDS,
    proof=_SURVEY,
    sensitivity=Sensitivity.PUBLIC,
    changes=Changes.DOWN,  # no plan asks for more poverty
)
near_poor_households = dated_count(
    Commune,
    "near_poor_households",
    Text("số hộ cận nghèo đa chiều", "multidimensionally near-poor households"),
    HOUSEHOLDS,
    proof=_SURVEY,
    sensitivity=Sensitivity.PUBLIC,
    changes=Changes.DOWN,  # no plan asks for more poverty
)
households = dated_count(
    Commune,
    "households",
    Text("tổng số hộ dân cư", "all households"),
    HOUSEHOLDS,
    proof=_SURVEY,
    sensitivity=Sensitivity.PUBLIC,
    changes=Changes.NEVER,  # nobody is helped by there being more households to divide by
)
poor_persons = dated_count(
    Commune,
    "poor_persons",
    Text("số nhân khẩu hộ nghèo đa chiều", "persons in poor households"),
    PERSONS,
    proof=_SURVEY,
    sensitivity=Sensitivity.PUBLIC,
    changes=Changes.DOWN,  # no plan asks for more poverty
)
near_poor_persons = dated_count(
    Commune,
    "near_poor_persons",
    Text("số nhân khẩu hộ cận nghèo đa chiều", "persons in near-poor households"),
    PERSONS,
    proof=_SURVEY,
    sensitivity=Sensitivity.PUBLIC,
    changes=Changes.DOWN,  # no plan asks for more poverty
)
officials_effort = judged(
    Commune,
    "officials_effort",
    Text(
        "sự nỗ lực của cán bộ, công chức xã trong tham mưu, chỉ đạo, bám sát cơ sở",
        "the effort of its officials in advising, directing and staying close to the grassroots",
    ),
    question=Text(
        "Cán bộ, công chức xã, nhất là cán bộ quản lý, nỗ lực trong tham mưu, chỉ đạo, bám sát cơ sở ở mức nào?",
        "How far do the commune's officials, managers above all, strive in advising, directing and staying close to "
        "the grassroots?",
    ),
    judges=(DISTRICT_COUNCIL, DISTRICT_COMMITTEE),
    proof=Text(
        "sổ công tác cơ sở, phân công phụ trách địa bàn, kết quả xếp loại hằng năm",
        "field diaries, assignments to villages, yearly ratings",
    ),
)
initiatives = records(
    Commune,
    "initiatives",
    Initiative,
    Text("sáng kiến", "initiatives"),
    fields=(initiative.applied_on, initiative.recognised_on, initiative.concern),
    dated_by=initiative.applied_on,
    proof=Text("quyết định công nhận sáng kiến", "the decisions recognising the initiatives"),
)
funds_by_the_rules = judged(
    Commune,
    "funds_by_the_rules",
    Text("việc phân bổ, sử dụng kinh phí đúng chế độ", "allocating and using funds by the rules"),
    question=Text(
        "Xã phân bổ, sử dụng kinh phí đúng chế độ ở mức nào?",
        "How well does the commune follow the rules in allocating and using funds?",
    ),
    judges=(FINANCE_OFFICE, DISTRICT_COUNCIL, DISTRICT_COMMITTEE),
    proof=Text(
        "quyết định phân bổ, thông báo thẩm định quyết toán, kết luận thanh tra, kiểm toán",
        "decisions of allocation, notices of appraisal, findings of inspection and audit",
    ),
)
settlements = records(
    Commune,
    "settlements",
    Settlement,
    Text("lần quyết toán", "settlements of accounts"),
    fields=settlement.FIELDS,
    dated_by=settlement.due_on,
    proof=Text("phê duyệt quyết toán có ngày tháng", "approvals of settlement, dated"),
)
reports = records(
    Commune,
    "reports",
    Report,
    Text("báo cáo định kỳ, đột xuất", "periodic and requested reports"),
    fields=report.FIELDS,
    dated_by=report.due_on,
    proof=Text("sổ theo dõi báo cáo có hạn nộp và ngày gửi", "the report register, with due and sent dates"),
)
mobilising = judged(
    Commune,
    "mobilising",
    Text(
        "sự chủ động, tích cực huy động các nguồn lực trong xã hội", "its initiative in mobilising society's resources"
    ),
    question=Text(
        "Xã chủ động, tích cực huy động các nguồn lực trong xã hội để giảm nghèo bền vững ở mức nào?",
        "How actively and on its own initiative does the commune mobilise society's resources for poverty reduction?",
    ),
    judges=(DISTRICT_COUNCIL, DISTRICT_COMMITTEE),
    proof=Text(
        "kế hoạch huy động, kết quả so với kế hoạch, biên bản", "the plan of mobilisation, results against it, minutes"
    ),
)
contributions = records(
    Commune,
    "contributions",
    Contribution,
    Text("khoản huy động", "contributions mobilised"),
    fields=contribution.FIELDS,
    dated_by=contribution.given_on,
    proof=Text(
        "phiếu thu, sổ theo dõi, xác nhận của Mặt trận Tổ quốc",
        "receipts, ledger, confirmation of the Fatherland Front",
    ),
)
contributions_target = amount(
    Commune,
    "contributions_target",
    Text("chỉ tiêu huy động nguồn lực trong xã hội", "the target of resources to be mobilised"),
    proof=Text("kế hoạch, nghị quyết giao chỉ tiêu", "the plan or resolution that sets the target"),
    changes=Changes.NEVER,  # set by others, or pledged: lowering it is no achievement
)

VOCABULARY = Vocabulary(
    Commune,
    "commune",
    Text("xã", "commune"),
    facts=(
        unit.fact,
        area.fact,
        poor_households.fact,
        near_poor_households.fact,
        households.fact,
        poor_persons.fact,
        near_poor_persons.fact,
        officials_effort.fact,
        funds_by_the_rules.fact,
        mobilising.fact,
        contributions_target.fact,
        *GUARDS,
    ),
    registers=(initiatives.register, settlements.register, reports.register, contributions.register),
    addressee=Addressee(
        Text("Ủy ban nhân dân {name}", "the People's Committee of {name}"), ("xã", "phường", "thị trấn")
    ),
)
