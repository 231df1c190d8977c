"""Never run: mistakes that type checkers must refuse, one on each line that says so, and nothing else."""

from datetime import date

from thidua import Clause, Commune, Document, Dossier, Level, Paper, all_of, dong, percent
from thidua.amendments import repeal, set_threshold
from thidua.conditions import ALWAYS
from thidua.criteria.falls import STRICTLY
from thidua.criteria.schedule import END_2021
from thidua.evidence import Evidence
from thidua.periods import CUT_OFF, START_OF_PERIOD
from thidua.vocabulary import commune, contribution, household, initiative, report
from thidua.vocabulary.commune import Area
from thidua.vocabulary.household import Status

DOCUMENT = Document("1", date(2025, 1, 1), "x")
POOR = commune.poor_households
GIVEN = commune.contributions.total(contribution.value)
IN_AREA = commune.area.is_one_of(Area.I)
REGISTERED = household.registered_on.is_not_after(CUT_OFF)
DUE = report.due_on.recorded(date(2025, 1, 1))
LOAN = household.has_policy_loan.recorded(True)

commune.area.falls_by_more_than(percent(50), since=START_OF_PERIOD)  # refused: a choice does not fall
commune.poor_housholds.is_at_most(3)  # refused: a misspelt fact
POOR.falls_by_more_than(50, since=START_OF_PERIOD, from_zero=ALWAYS)  # refused: a bare 50
POOR.falls_by_more_than(percent(50), from_zero=ALWAYS)  # refused: since= forgotten
POOR.falls_by_more_than(percent(50), since=START_OF_PERIOD)  # refused: from_zero= forgotten
commune.reports.are_all(contribution.for_poverty_reduction.is_yes())  # refused: an entry of another register
commune.area.is_one_of(Status.POOR)  # refused: an option of another choice
all_of(IN_AREA, REGISTERED)  # refused: two kinds of subject in one clause
POOR.recorded(3)  # refused: at= forgotten
GIVEN.is_at_least(50_000_000)  # refused: an amount without đồng
POOR + GIVEN  # refused: đồng added to households
commune.initiatives.number().falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=ALWAYS)  # refused: undated
STRICTLY.choose(more_than=IN_AREA, at_least=REGISTERED)  # refused: two kinds of subject under one reading
Clause("x", text="", en="", requires=IN_AREA, applies_where=REGISTERED)  # refused: a guard of another kind of subject
commune.reports.entry("1", initiative.applied_on.recorded(date(2025, 1, 1)))  # refused: a field of another entry
Dossier(Commune("1", "x"), (Paper(DOCUMENT, LOAN),))  # refused: evidence about another kind of subject
POOR.decreases_by_at_least(percent(1), since=START_OF_PERIOD)  # refused: percentage points of a count
set_threshold("III.2.2-4", "fall", 0.6, by=DOCUMENT)  # refused: a float
repeal("III.2.2-4")  # refused: no document
household.left_poverty_on.is_at_least(3, before=CUT_OFF)  # refused: a bare 3
commune.officials_effort.judged(Level.DONE, on=date(2025, 1, 1), reason="x")  # refused: a judgement without a body
POOR.falls_by_more_than(percent(50.0), since=START_OF_PERIOD, from_zero=ALWAYS)  # refused: a float
commune.area.recorded(Status.POOR, since=date(2025, 1, 1))  # refused: a value of another choice
report.sent_on.is_not_after(commune.area)  # refused: a day against a choice
commune.contributions.total(contribution.source)  # refused: a sum of what is no number
commune.reports.complete(through=date(2025, 12, 15), by="x")  # refused: entries= forgotten
POOR > 3  # refused: a quantity is compared by a verb
POOR.recorded(dong(3), at=END_2021)  # refused: đồng for households
Paper[Commune](DOCUMENT, DUE)  # refused: a field of an entry outside its entry
not_counted: Evidence[Commune] = LOAN  # refused: another kind of subject
