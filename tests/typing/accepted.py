"""Never run: what authors and callers write. Strict type checkers must accept every line, with these types."""
# pyright: strict

from datetime import date
from typing import Any, assert_type

from thidua import (
    DID_NOT_HAPPEN,
    MET,
    PLAN,
    Assessment,
    Clause,
    Commune,
    Document,
    Dossier,
    Household,
    Level,
    OpenAwards,
    Paper,
    Plan,
    StoredAssessment,
    Subject,
    Verdict,
    all_of,
    amend,
    any_of,
    assess,
    at_least,
    awards_open,
    check_receipt,
    day_first,
    describe,
    dong,
    explain,
    explanation,
    margins,
    not_,
    percent,
    read_explanation,
    redact,
    unless,
    where,
    years,
)
from thidua.amendments import add_facts, set_threshold
from thidua.conditions import ALWAYS, NOT_APPLICABLE, Condition
from thidua.criteria.falls import STRICTLY
from thidua.criteria.readings import SUFFICIENT
from thidua.criteria.schedule import END_2021
from thidua.evidence import Complete, Entry, Evidence
from thidua.facts import count, yes_no
from thidua.handles import YesNo
from thidua.measures import DatedMeasured, DatedQuantity, Measured, Quantity
from thidua.periods import CUT_OFF, START_OF_PERIOD
from thidua.quantities import PERSONS, Money, Percent
from thidua.records import Records
from thidua.texts import Text
from thidua.vocabulary import commune, contribution, household, report
from thidua.vocabulary.commune import Area
from thidua.vocabulary.contribution import Contribution
from thidua.vocabulary.household import Status
from thidua.vocabulary.report import Report

assert_type(commune.poor_households, DatedMeasured[Commune, int])
assert_type(commune.contributions, Records[Commune, Contribution])
assert_type(commune.reports, Records[Commune, Report])

both = commune.poor_households + commune.near_poor_households
assert_type(both, DatedQuantity[Commune, int])
assert_type(both.at(START_OF_PERIOD), Quantity[Commune, int])
assert_type(both.at(START_OF_PERIOD) - both, Quantity[Commune, int])
assert_type(both.as_share_of(commune.households), DatedQuantity[Commune, Percent])
assert_type(both.is_at_most(3), Condition[Commune])
assert_type(both.is_less_than(both.at(END_2021)), Condition[Commune])
assert_type(both.as_share_of(commune.households).is_at_most(percent("4.5")), Condition[Commune])

fall = both.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)
assert_type(fall, Condition[Commune])
assert_type(
    STRICTLY.choose(
        more_than=fall,
        at_least=both.falls_by_at_least(percent(50), since=END_2021, until=CUT_OFF, from_zero=ALWAYS),
    ),
    Condition[Commune],
)
assert_type(STRICTLY.choose(more_than=both, at_least=commune.poor_households), DatedQuantity[Commune, int])
assert_type(STRICTLY.choose(more_than=both.times(2), at_least=both.times(3)), Quantity[Commune, int])

raised = commune.contributions.total(contribution.value, where=contribution.for_poverty_reduction.is_yes())
assert_type(raised, Quantity[Commune, Money])
assert_type(raised.is_at_least(dong(50_000_000)), Condition[Commune])
assert_type(raised.is_at_least(commune.contributions_target), Condition[Commune])
assert_type(commune.reports.number(), Quantity[Commune, int])
assert_type(commune.reports.are_all(report.sent_on.is_not_after(report.due_on)), Condition[Commune])
assert_type(
    commune.reports.are_all(report.sent_on.is_not_after(CUT_OFF), among=report.due_on.is_before(date(2025, 1, 1))),
    Condition[Commune],
)

assert_type(household.left_poverty_on.is_at_least(years(3), before=CUT_OFF), Condition[Household])
assert_type(household.status.is_one_of(Status.POOR, Status.NEAR_POOR), Condition[Household])
assert_type(household.own_effort.is_judged_at_least(SUFFICIENT), Condition[Household])
assert_type(household.own_effort.is_judged_at_least(Level.DONE), Condition[Household])

area = commune.area.is_one_of(Area.I, Area.II)
assert_type(all_of(area, fall), Condition[Commune])
assert_type(any_of(area, not_(fall)), Condition[Commune])
assert_type(at_least(1, area, fall, if_fewer_applicable="cap"), Condition[Commune])
assert_type(where(area, fall), Condition[Commune])
assert_type(unless(fall, area), Condition[Commune])
assert_type(area & fall | ~area, Condition[Commune])

clause = Clause("III.2.2-4", text="…", en="…", requires=fall, applies_where=area)
assert_type(clause, Clause[Commune])
assert_type(clause.is_met(), Condition[Commune])


class Cooperative(Subject):
    """Another place's kind of subject, declared in one line."""


members = count(Cooperative, "members", Text("số thành viên", "members"), PERSONS)
assert_type(members, Measured[Cooperative, int])
assert_type(members.is_at_least(7), Condition[Cooperative])
anybody: YesNo[Any] = yes_no(None, "is_clear", Text("…", "…"), holds=Text("…", "…"), fails=Text("…", "…"))
cleared: Condition[Cooperative] = all_of(members.is_at_least(7), anybody.is_yes())

DOCUMENT = Document("12/BC-UBND", day_first("20/6/2025"), "UBND xã Ví Dụ", "Báo cáo")
figure = commune.poor_households.recorded(60, at=END_2021)
assert_type(figure, Evidence[Commune])
judged = commune.officials_effort.judged(Level.DONE, by="Hội đồng", on=date(2025, 12, 2), reason="…")
assert_type(judged, Evidence[Commune])
entry = commune.reports.entry(
    "BC-01", report.due_on.recorded(date(2025, 6, 20)), report.sent_on.recorded(DID_NOT_HAPPEN)
)
assert_type(entry, Entry[Commune])
complete = commune.reports.complete(entries=1, through=date(2025, 12, 15), by="Văn phòng xã")
assert_type(complete, Complete[Commune])

paper: Paper[Commune] = Paper(DOCUMENT, figure, judged, entry, complete)
undocumented: Paper[Commune] = Paper(None, commune.area.recorded(Area.I, since=date(2021, 6, 4)))
dossier = Dossier(Commune("VD-01", "Xã Ví Dụ"), (paper,)).with_(undocumented).without(DOCUMENT).without(undocumented)
assert_type(dossier, Dossier[Commune])

assessment = assess(PLAN, dossier, on=date(2025, 12, 31), review="final-2025")
assert_type(assessment, Assessment[Commune])
assert_type(assessment.verdict, Verdict)
assert_type(assessment.of(clause), Verdict)
assert_type(assessment.verdict == MET, bool)
assert_type(MET in assessment.verdict, bool)
assert_type(explain(assessment, "en"), str)
assert_type(explanation(assessment), dict[str, Any])
assert_type(explain(assessment, "vi", "public"), str)
assert_type(redact(explanation(assessment, "internal"), level="public"), dict[str, Any])
stored = read_explanation(explanation(assessment, level="dossier"))
assert_type(stored, StoredAssessment)
assert_type(stored.of("III.2.2-4"), Verdict)
assert_type(check_receipt(PLAN, dossier, stored).agrees, bool)
assert_type([each.margin.text for each in margins(assessment)], list[Text])
assert_type(describe(fall), str)
assert_type(awards_open(PLAN, assessment), OpenAwards)
assert_type(PLAN, Plan)
stricter = amend(
    PLAN,
    set_threshold("III.2.2-4", "fall", percent(60), by=DOCUMENT),
    add_facts(Commune, commune.poor_households, commune.reports, by=DOCUMENT),
    effective=date(2025, 7, 1),
)
assert_type(stricter, Plan)
