"""A small plan of an invented district, worded in full, with two registers and two reviews; every figure is made up.

`movement` has the domains that the laws are searched in; this one has the words that officers read.
"""

from __future__ import annotations

import pickle
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from attrs import evolve

from thidua.awards import AwardForm, Decider, Route
from thidua.bodies import Body
from thidua.clauses import Clause, Criteria
from thidua.conditions import NOT_APPLICABLE, Condition, all_of, any_of, not_
from thidua.dossiers import Dossier
from thidua.evidence import DID_NOT_HAPPEN, Evidence, Paper, Said
from thidua.facts import (
    amount,
    choice,
    choice_in_force,
    count,
    dated_count,
    dated_rate,
    day,
    judged,
    judged_yes_no,
    yes_no,
)
from thidua.findings import Assessment, Finding
from thidua.handles import YesNo
from thidua.interpreters.assess import assess
from thidua.movements import Plan, Review, Setting, Vocabulary
from thidua.nodes import ReadingKind
from thidua.periods import START_OF_PERIOD, Period, Survey
from thidua.provisions import Provision, Role
from thidua.quantities import HOUSEHOLDS, PERSONS, dong, percent
from thidua.readings import Level, Switch, by_reading, level_switch, reading
from thidua.records import records
from thidua.sources import Document
from thidua.subjects import Commune, Household
from thidua.texts import Text
from thidua.verdicts import Verdict

T = TypeVar("T")


class Report:
    """A report owed."""


class Gift:
    """A contribution received."""


class Area(Enum):
    I = Text("xã khu vực I", "area I")  # noqa: E741  # the law's own name
    II = Text("xã khu vực II", "area II")
    OUTSIDE = Text("ngoài vùng", "outside the area")


class Terrain(Enum):
    HIGH = Text("vùng cao", "highland")
    LOW = Text("vùng thấp", "lowland")


class Form(Enum):
    MONEY = Text("tiền", "money")
    LABOUR = Text("công lao động", "labour")


COUNCIL = Body("council", Text("Hội đồng Mẫu", "the Sample Council"), names=("HĐ Mẫu",))
OFFICE = Body("office", Text("Phòng Mẫu", "the Sample Office"))
COUNCIL_OF_THE_COMMUNE = Body("commune_council", Text("Hội đồng Mẫu xã", "the commune's Sample Council"))

area = choice_in_force(
    Commune, "area", Area, Text("khu vực của xã", "the area of the commune"),
    proof=Text("quyết định công nhận khu vực", "the decision on areas"),
)  # fmt: skip
terrain = choice(Commune, "terrain", Terrain, Text("địa hình", "the terrain"))
poor_households = dated_count(
    Commune, "poor_households", Text("số hộ nghèo", "poor households"), HOUSEHOLDS,
    proof=Text("quyết định phê duyệt kết quả rà soát", "the decision approving the survey"),
)  # fmt: skip
near_poor_households = dated_count(
    Commune, "near_poor_households", Text("số hộ cận nghèo", "near-poor households"), HOUSEHOLDS,
    proof=Text("quyết định phê duyệt kết quả rà soát", "the decision approving the survey"),
)  # fmt: skip
households = dated_count(Commune, "households", Text("tổng số hộ", "all households"), HOUSEHOLDS)
poverty_rate = dated_rate(Commune, "poverty_rate", Text("tỷ lệ hộ nghèo", "the poverty rate"))
jobs = count(Commune, "jobs", Text("số việc làm tạo được", "jobs created"), PERSONS, at_most=1000)
planned = amount(Commune, "planned", Text("số tiền được giao huy động", "the amount to be raised"))
has_fund = yes_no(
    Commune, "has_fund", Text("quỹ quay vòng vốn", "a rotating fund"),
    holds=Text("có quỹ quay vòng vốn", "it has a rotating fund"),
    fails=Text("không có quỹ quay vòng vốn", "it has no rotating fund"),
    proof=Text("quyết định thành lập quỹ", "the decision founding the fund"),
)  # fmt: skip
founded_on = day(Commune, "founded_on", Text("ngày thành lập quỹ", "the day the fund was founded"))
effort = judged(
    Commune, "effort", Text("sự nỗ lực của cán bộ xã", "the effort of its officials"),
    question=Text("Cán bộ xã nỗ lực ở mức nào?", "How far do its officials strive?"),
    judges=(COUNCIL, OFFICE),
)  # fmt: skip
agreed = judged_yes_no(
    Commune, "agreed", Text("sự đồng thuận của nhân dân", "the people's consent"),
    question=Text("Nhân dân có đồng thuận không?", "Do the people consent?"), judges=(COUNCIL,),
)  # fmt: skip

due_on = day(Report, "due_on", Text("hạn nộp", "the day it was due"))
sent_on = day(
    Report, "sent_on", Text("ngày gửi", "the day it was sent"), proof=Text("sổ công văn đi", "the outgoing register")
)
reports = records(
    Commune, "reports", Report, Text("báo cáo", "reports"), fields=(due_on, sent_on), dated_by=due_on,
    proof=Text("sổ theo dõi báo cáo", "the report register"),
)  # fmt: skip

given_on = day(Gift, "given_on", Text("ngày nhận", "the day it was received"))
form = choice(Gift, "form", Form, Text("hình thức", "the form"))
value = amount(Gift, "value", Text("giá trị", "value"))
receipted = yes_no(
    Gift, "receipted", Text("phiếu thu", "a receipt"),
    holds=Text("có phiếu thu", "receipted"), fails=Text("không có phiếu thu", "not receipted"),
)  # fmt: skip
gifts = records(
    Commune, "gifts", Gift, Text("khoản đóng góp", "contributions"),
    fields=(given_on, form, value, receipted), dated_by=given_on,
)  # fmt: skip

under_inquiry: YesNo[Any] = yes_no(
    None, "under_inquiry", Text("việc xem xét kỷ luật", "an inquiry"),
    holds=Text("đang bị xem xét kỷ luật", "it is under inquiry"),
    fails=Text("không bị xem xét kỷ luật", "it is not under inquiry"),
)  # fmt: skip

registered = yes_no(
    Household, "registered", Text("việc đăng ký thoát nghèo", "registering to leave poverty"),
    holds=Text("đã đăng ký thoát nghèo", "it has registered"),
    fails=Text("chưa đăng ký thoát nghèo", "it has not registered"),
)  # fmt: skip

END_2021 = Survey("2021", Text("rà soát cuối năm 2021", "the survey of end-2021"), date(2022, 1, 31))
END_2022 = Survey(
    "2022", Text("rà soát cuối năm 2022", "the survey of end-2022"), date(2023, 1, 12), assumed=False, source="invented"
)
END_2023 = Survey("2023", Text("rà soát cuối năm 2023", "the survey of end-2023"), date(2024, 1, 31))
END_2024 = Survey("2024", Text("rà soát cuối năm 2024", "the survey of end-2024"), date(2025, 1, 31))
END_2025 = Survey("2025", Text("rà soát cuối năm 2025", "the survey of end-2025"), date(2026, 1, 31))
SURVEYS = (END_2021, END_2022, END_2023, END_2024, END_2025)


def reading_of(
    name: str, *options: str, adopted: str | None, kind: ReadingKind = ReadingKind.PREDICATE, flagged: bool = False
) -> Any:
    """A reading whose options are called by their names."""
    return reading(
        name, kind, Text(f"Hiểu {name} thế nào?", f"How is {name} read?"),
        options={option: Text(f"hiểu là {option}", f"read as {option}") for option in options},
        adopted=adopted, because=Text("theo câu chữ", "by the words"), flagged=flagged,
    )  # fmt: skip


STRICTLY = Switch(reading_of("A-02", "more_than", "at_least", adopted="more_than", flagged=True))
SUFFICIENT = level_switch(
    reading_of("B-01", "done", "done_well", adopted="done_well"), {"done": Level.DONE, "done_well": Level.DONE_WELL}
)
FIRST_SURVEY = reading_of("A-09", "end_2021", "end_2022", adopted="end_2021", kind=ReadingKind.MOMENT)
LAST_SURVEY = reading_of("A-10", "last_approved", "same_year", adopted="last_approved", kind=ReadingKind.MOMENT)
COUNTED_FROM = reading_of("B-08", "period", "launch", adopted="period", kind=ReadingKind.MOMENT)
COUNTED_TOGETHER = reading_of("A-01", "all", "any", adopted="all")
NOT_ADOPTED = reading_of("C-01", "one", "other", adopted=None)
READINGS = (
    STRICTLY.reading, SUFFICIENT.reading, FIRST_SURVEY, LAST_SURVEY, COUNTED_FROM, COUNTED_TOGETHER, NOT_ADOPTED,
)  # fmt: skip

PERIOD = Period(date(2021, 1, 1), date(2025, 12, 31))


def _review(name: str, label: Text, year: int, of_its_year: Survey) -> Review:
    return Review(
        name, label, Period(date(year, 1, 1), date(year, 12, 31)), date(year, 12, 15),
        start=by_reading(FIRST_SURVEY, {"end_2021": END_2021, "end_2022": END_2022}),
        end=by_reading(LAST_SURVEY, {"last_approved": None, "same_year": of_its_year}),
        counts_from=by_reading(COUNTED_FROM, {"period": date(2021, 1, 1), "launch": date(2022, 7, 12)}),
    )  # fmt: skip


INTERIM = _review("interim", Text("sơ kết năm 2023", "the interim review of 2023"), 2023, END_2023)
FINAL = _review("final", Text("tổng kết năm 2025", "the final review of 2025"), 2025, END_2025)
SPECIAL = evolve(FINAL, id="special", label=Text("trường hợp đặc biệt", "a special case"), only_by_name=True)
REVIEWS = (SPECIAL, INTERIM, FINAL)
ON = date(2025, 12, 31)

COMMUNE = Vocabulary(
    Commune, "commune", Text("xã", "commune"),
    facts=tuple(
        handle.fact
        for handle in (
            area, terrain, poor_households, near_poor_households, households, poverty_rate, jobs, planned, has_fund,
            founded_on, effort, agreed, under_inquiry,
        )
    ),
    registers=(reports.register, gifts.register),
)  # fmt: skip
HOUSEHOLD = Vocabulary(Household, "household", Text("hộ", "household"), facts=(registered.fact, under_inquiry.fact))

poverty = poor_households + near_poor_households


def halves(by: int = 50, from_zero: Condition[Any] = NOT_APPLICABLE) -> Condition[Commune]:
    """Poverty falls by more than a share since the start of the period; zero to zero as said."""
    return STRICTLY.choose(
        more_than=poverty.falls_by_more_than(percent(by), since=START_OF_PERIOD, from_zero=from_zero),
        at_least=poverty.falls_by_at_least(percent(by), since=START_OF_PERIOD, from_zero=from_zero),
    )


poverty_falls = Clause(
    "III.2.1-1",
    text="Quy mô hộ nghèo và hộ cận nghèo giảm trên 50% so với đầu kỳ.",
    en="The scale of poor and near-poor households falls by more than 50 % since the start of the period.",
    requires=halves(),
    applies_where=area.is_one_of(Area.I, Area.II),
)
reports_on_time = Clause(
    "III.2.1-2",
    text="Thực hiện nghiêm chế độ báo cáo.",
    en="Keeps strictly to the reporting rules.",
    requires=reports.are_all(sent_on.is_not_after(due_on)),
)
officials_strive = Clause(
    "III.2.1-3",
    text="Cán bộ nỗ lực công tác; huy động được nguồn lực.",
    en="Its officials strive; resources are raised.",
    requires=all_of(
        effort.is_judged_at_least(SUFFICIENT),
        any_of(gifts.total(value, where=receipted.is_yes()).is_at_least(dong(50_000_000)), has_fund.is_yes()),
    ),
)
CLAUSES = (poverty_falls, reports_on_time, officials_strive)
HEADING = Provision("III.2.1", Role.HEADING, "2.1. Đối với các xã", "2.1. Communes")
COMMUNES = Criteria(
    HEADING, Commune, CLAUSES, all_of(*(clause.is_met() for clause in CLAUSES)), readings=(COUNTED_TOGETHER,)
)
registers_to_leave = Clause(
    "III.2.2-1", text="Tự nguyện đăng ký thoát nghèo.", en="Registers of its own will.", requires=registered.is_yes()
)
HOUSEHOLDS_ASKED = Criteria(
    Provision("III.2.2", Role.HEADING, "2.2. Đối với hộ nghèo", "2.2. Poor households"),
    Household, (registers_to_leave,), registers_to_leave.is_met(),
)  # fmt: skip

FORMS = (
    AwardForm(
        "certificate", "III.3-1", Text("Bằng khen", "certificate of merit"), (Decider(Text("tỉnh", "the province")),)
    ),
    AwardForm(
        "commendation", "III.3-2", Text("Giấy khen", "certificate of commendation"),
        (
            Decider(Text("Chủ tịch UBND huyện", "the district Chairman"), until=date(2025, 6, 30)),
            Decider(Text("Chủ tịch UBND xã", "the commune Chairman"), since=date(2025, 7, 1)),
        ),
    ),
)  # fmt: skip


def _route(to: str, *reviews: str, special: bool = False) -> Route:
    return Route(
        to, reviews, (Commune,), Text("UBND xã", "the commune"), Text("Hội đồng Mẫu", "the Sample Council"),
        Text("đơn vị được giúp", "the unit that was helped") if special else Text("UBND xã", "the commune"),
        not_(under_inquiry.is_yes()).node, ("III.3-1",), special=special,
    )  # fmt: skip


ROUTES = (
    _route("commendation", "interim", "final"),
    _route("certificate", "final"),
    _route("certificate", "special", special=True),
)
PLAN = Plan(
    "mau", Text("Kế hoạch Mẫu", "The Sample Plan"), Text("UBND huyện Mẫu", "the Sample District"), PERIOD,
    (Provision("I", Role.HEADING, "I. MỤC ĐÍCH", "I. PURPOSE"), COMMUNES, HOUSEHOLDS_ASKED),
    (COMMUNE, HOUSEHOLD), READINGS, SURVEYS, REVIEWS, FORMS, ROUTES, bodies=(COUNCIL_OF_THE_COMMUNE,),
)  # fmt: skip
"""The plan in full: three clauses, a second group, two forms of award."""


def adopting(switch: Switch, option: str | None) -> Switch:
    """The same reading with another option adopted, or none."""
    return Switch(evolve(switch.reading, adopted=option))


def asking(*conditions: Condition[Commune], group: Condition[Commune] | None = None) -> Plan:
    """A plan that asks each of these in a clause, and all of them of a commune."""
    clauses = tuple(
        Clause(f"III.2.1-{order}", text="…", en="…", requires=condition)
        for order, condition in enumerate(conditions, start=1)
    )
    together = all_of(*(clause.is_met() for clause in clauses)) if group is None else group
    asked = evolve(COMMUNES, clauses=clauses, requires=together, readings=())
    rests = [*asked.rests_on, *(reading for clause in clauses for reading in clause.rests_on)]
    given = {known.id: known for known in (*READINGS, *rests)}
    return evolve(PLAN, contents=(asked,), readings=tuple(given.values()), routes=())


XA_MAU = Commune("VD-01", "Xã Mẫu")


def assessed(
    condition: Condition[Commune], *papers: Paper[Commune], on: date = ON, review: str | None = None
) -> Assessment[Commune]:
    """The assessment of a dossier against a plan that asks one thing."""
    return assess(asking(condition), Dossier(XA_MAU, papers), on=on, review=review)


def finding(condition: Condition[Commune], *papers: Paper[Commune], on: date = ON) -> Finding:
    """What is found on one condition."""
    return assessed(condition, *papers, on=on).finding("III.2.1-1")


def verdict(condition: Condition[Commune], *papers: Paper[Commune], on: date = ON) -> Verdict:
    """The verdict on one condition."""
    return finding(condition, *papers, on=on).verdict


def setting(on: date = ON, review: str | None = None) -> Setting:
    """The day and review of the small plan."""
    return PLAN.setting(on=on, review=review)


def document(number: str = "01/QĐ-UBND", issued_on: date = date(2025, 6, 30), title: str = "Quyết định") -> Document:
    """A document of the invented district."""
    return Document(number, issued_on, "UBND huyện Mẫu", title)


def paper(*said: Said[Commune], number: str = "01/QĐ-UBND", issued_on: date = date(2025, 6, 30)) -> Paper[Commune]:
    """A decision that proves these."""
    return Paper(document(number, issued_on), *said)


def counted(survey: Survey, poor: int | None = None, near_poor: int | None = None) -> Paper[Commune]:
    """The figures of one survey; those that are None are not on file."""
    said: list[Evidence[Commune]] = []
    if poor is not None:
        said.append(poor_households.recorded(poor, at=survey))
    if near_poor is not None:
        said.append(near_poor_households.recorded(near_poor, at=survey))
    return Paper(document(f"{survey.id}/QĐ-UBND", survey.approved_on), *said)


def report(key: str, due: date, sent: Any = None) -> Any:
    """One report, sent when a day is given."""
    said = [due_on.recorded(due)] + ([] if sent is None else [sent_on.recorded(sent)])
    return reports.entry(key, *said)


def gift(key: str, dong_given: int | None = None, *, receipt: bool | None = None, on: date = date(2024, 5, 1)) -> Any:
    """One contribution."""
    said = [given_on.recorded(on)]
    if dong_given is not None:
        said.append(value.recorded(dong(dong_given)))
    if receipt is not None:
        said.append(receipted.recorded(receipt))
    return gifts.entry(key, *said)


def judgement(level: Level = Level.DONE_WELL, by: str = "Hội đồng Mẫu", on: date = date(2025, 12, 2)) -> Paper[Commune]:
    """Minutes that judge the effort of the officials."""
    return Paper(
        Document("BB-01", on, "Hội đồng Mẫu", "Biên bản"),
        effort.judged(level, by=by, on=on, reason="có sản phẩm cụ thể"),
    )


DOSSIER = Dossier(
    XA_MAU,
    (
        counted(END_2021, 60, 40),
        counted(END_2024, 40),
        paper(area.recorded(Area.II, since=date(2021, 6, 4)), number="05/QĐ-UBND"),
        paper(
            report("BC-01", date(2024, 6, 20), date(2024, 6, 20)),
            report("BC-02", date(2025, 6, 20), DID_NOT_HAPPEN),
            reports.complete(entries=2, through=date(2025, 12, 15), by="Văn phòng xã"),
            number="02/STD",
        ),
        paper(gift("PT-01", 60_000_000, receipt=True), gift("PT-02", 5_000_000), number="03/STD"),
        Paper(None, has_fund.recorded(False)),
        paper(jobs.recorded(3), number="06/QĐ-UBND"),
    ),
)
"""Something of everything: a fall not yet known, a report never sent, a judgement awaited, a value undocumented."""


def again(value: T) -> T:
    """The value after it has been pickled and read back."""
    copy: T = pickle.loads(pickle.dumps(value))
    return copy
