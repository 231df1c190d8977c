"""One sharp question, at least, of every place of the invented movement, and what a dossier answers."""

from __future__ import annotations

from hypothesis import strategies as st
from movement import (
    AT_FINAL,
    AT_INTERIM,
    FIRST,
    SECOND,
    Colour,
    Place,
    colour,
    due_on,
    effort,
    gifts,
    given_on,
    honest,
    jobs,
    left_on,
    lends,
    made_on,
    near,
    paid,
    plan_for,
    poor,
    promised_on,
    real,
    shape,
    useful,
    visits,
    worth,
)
from one_world import Clauses
from strategies import DAYS

from thidua.conditions import ALWAYS, NOT_APPLICABLE, Condition, all_of
from thidua.dossiers import Dossier
from thidua.evidence import Paper
from thidua.interpreters.assess import judge
from thidua.interpreters.papers import read_papers
from thidua.knowledge import Knowledge
from thidua.movements import Setting
from thidua.nodes import Predicate
from thidua.periods import START_OF_PERIOD
from thidua.quantities import dong, percent
from thidua.readings import Level

Asked = tuple[Condition[Place], Clauses]
SETTINGS = st.sampled_from([AT_FINAL, AT_FINAL, AT_INTERIM])

QUESTIONS: tuple[Condition[Place], ...] = (
    *(quantity.is_at_least(k) for k in (1, 2, 3) for quantity in (poor, poor.at(START_OF_PERIOD))),
    near.is_at_least(1), near.at(START_OF_PERIOD).is_at_least(1), *(jobs.is_at_least(k) for k in (1, 2)),
    (poor + near).falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE),
    *(handle.is_one_of(option) for handle in (colour, shape) for option in Colour),
    lends.is_yes(), honest.is_judged_so(), *(effort.is_judged_at_least(level) for level in Level),
    *(handle.is_not_after(day) for handle in (left_on, due_on) for day in DAYS),
    *(gifts.number().is_at_least(k) for k in (1, 2, 3, 4)), *(visits.number().is_at_least(k) for k in (1, 2, 3, 4)),
    *(gifts.number(where=real.is_yes()).is_at_least(k) for k in (1, 2)), gifts.are_all(real.is_yes()),
    *(gifts.total(worth).is_at_least(dong(k)) for k in (1, 2, 4)), visits.total(paid).is_more_than(dong(2)),
    gifts.are_all(promised_on.is_before(given_on)), gifts.are_all(given_on.is_not_after(DAYS[3])),
    visits.are_all(useful.is_yes()), visits.are_all(useful.is_yes(), among=made_on.is_not_after(DAYS[3])),
)  # fmt: skip
"""One sharp question, at least, of every place the movement knows."""
PLAN = plan_for(all_of(*QUESTIONS))
ANYTHING: Asked = (ALWAYS, {FIRST: ALWAYS.node, SECOND: ALWAYS.node})
"""No question beside those."""


def verdicts(dossier: Dossier[Place], setting: Setting, asked: Asked) -> dict[Predicate, int]:
    """The sets of finals that a dossier leaves possible for every question, and for one more predicate."""
    known = read_papers(PLAN, dossier, setting)
    found = {question.node: judge(question.node, known, setting).mask for question in QUESTIONS}
    condition, clauses = asked
    known = knowledge(dossier, setting, asked)
    return {**found, condition.node: judge(condition.node, known, setting, clauses).mask}


def knowledge(dossier: Dossier[Place], setting: Setting, asked: Asked) -> Knowledge:
    """What a dossier says, to a plan that asks one thing."""
    condition, clauses = asked
    return read_papers(plan_for(condition, Condition(clauses[FIRST]), Condition(clauses[SECOND])), dossier, setting)


def a_place(*filed: Paper[Place]) -> Dossier[Place]:
    """A dossier of these papers."""
    return Dossier(Place("P-01", "A place"), filed)


def only_shrinks(before: dict[Predicate, int], after: dict[Predicate, int]) -> bool:
    """Whether each set stays as it is or loses finals."""
    return all(finals & ~before[node] == 0 for node, finals in after.items())
