"""lint(): what is wrong with a plan though it can be read and run.

What a clause can come to is asked of complete worlds, cell by cell, with the engine of `compare`: what it does not find
in any cell does not exist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from thidua.clauses import Criteria
from thidua.conditions import Condition
from thidua.editions import as_if_in_force
from thidua.errors import ThiduaError, WrongValueError, expect, handed
from thidua.interpreters.arguments import check_given
from thidua.interpreters.comparing.cells import TooManyCells
from thidua.interpreters.comparing.results import Status
from thidua.interpreters.linting.amendments import amendment_faults
from thidua.interpreters.linting.clauses import clause_faults
from thidua.interpreters.linting.readings import reading_faults
from thidua.interpreters.linting.results import Fault, LintFinding, LintReport
from thidua.interpreters.linting.words import faults_as_written
from thidua.interpreters.linting.worlds import Field, Truths
from thidua.movements import Plan, Setting
from thidua.reviews import Review
from thidua.subjects import Subject
from thidua.texts import Text

TOO_MANY = Text(
    "Sổ có quá nhiều loại mục phải phân biệt để xét hết.", "A register has too many sorts of entries to go through."
)


def lint(plan: Plan, *, given: Mapping[type[Subject], Condition[Any]] | None = None) -> LintReport:
    """The faults of a plan, group by group, then of its readings and its amendments; none, where nothing was found.

    A fault of a clause is told where it shows at every review of the plan, made on its last day, under the readings
    adopted; one that only some subjects of a group meet with, such as escaped households, is told of them. A reading is
    tried on the last day of each review and on 28 February. What the plan's vocabularies say cannot be is no world;
    `given` is what else holds of every real subject of a kind, though nobody has declared it. The report is the tuple
    of the faults; shown, an empty one too says what was asked.

    Raises `InvalidPlanError` where what is declared of a kind leaves no subject of it at all, `WrongValueError` for a
    `given` that is no condition for each kind.

    >>> from thidua import PLAN, adopting, lint
    >>> lint(PLAN)
    ()
    >>> strict = adopting(PLAN, "A-06", "heading_rules")
    >>> [(found.place, found.code) for found in lint(strict)][0]
    ('III.2.4-3', 'hardly_satisfiable')
    """
    expect(plan, Plan)
    checked: Mapping[type[Subject], Condition[Any]] = {} if given is None else _checked(given)
    more = {kind: condition.node for kind, condition in checked.items()}
    kinds = [group.subject for group in plan.criteria]
    truths = {kind: Truths(more.get(kind), plan.vocabulary(kind).cannot_be) for kind in kinds}
    settings = list(_settings(plan, _last_day))
    found = [fault for group in plan.criteria for fault in _of_group(group, settings, truths[group.subject])]
    scaled = not any(fault.fault in (Fault.NO_SCALE, Fault.OUTSIDE_ITS_UNIT) for fault in found)
    tried = [*settings, *_settings(plan, _leap_day)] if scaled else []
    faults = [*found, *(reading_faults(plan, tried, truths) if tried else ()), *amendment_faults(plan)]
    return LintReport(faults, plan, (each.review.label for each in settings), len(plan.readings) if tried else 0)


def _checked(given: Mapping[type[Subject], Condition[Any]]) -> Mapping[type[Subject], Condition[Any]]:
    expected = "conditions by kind of subject, such as {Commune: …},"
    check_given("given", given, Mapping, expected)
    stated: Mapping[type[Subject], object] = given
    for kind, condition in stated.items():
        check_given("given", kind, type, expected)
        if not isinstance(condition, Condition):
            msg = f"given={{{kind.__name__}: …}}: expected a Condition but got {handed(condition)}"
            raise WrongValueError(msg)
    return given


def _settings(plan: Plan, day_of: Callable[[Review], date]) -> Iterator[Setting]:
    """The reviews of the plan, each made on one day of its own; those that cannot be made then are left out."""
    always = as_if_in_force(plan)
    for review in plan.reviews:
        try:
            yield always.setting(on=day_of(review), review=review.id)
        except ThiduaError:
            continue


def _last_day(review: Review) -> date:
    return review.window.last


def _leap_day(review: Review) -> date:
    """The day on which calendar years that began on 29 February are full, before the year is out."""
    return date(review.window.last.year, 2, 28)


def _of_group(group: Criteria[Any], settings: list[Setting], truths: Truths) -> Iterator[LintFinding]:
    written = list(faults_as_written(group))
    yield from written
    if any(fault.fault in (Fault.NO_SCALE, Fault.OUTSIDE_ITS_UNIT) for fault in written):
        return
    try:
        fields = [Field((group,), setting, truths) for setting in settings]
    except TooManyCells:
        yield LintFinding(Fault.UNSATISFIABLE, group.id, TOO_MANY, Status.NOT_DECIDED)
        return
    if fields:
        yield from clause_faults(group, fields)
