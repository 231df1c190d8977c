"""remedies(): the smallest changes of the facts that would turn not met into met, for a group and for each clause."""

from __future__ import annotations

from typing import Any

from thidua import nodes as n
from thidua.errors import WrongValueError, handed
from thidua.findings import Assessment
from thidua.interpreters.arguments import check_assessment, check_given
from thidua.interpreters.remedying.changeable import levers_of
from thidua.interpreters.remedying.levers import Lever, Moves, after
from thidua.interpreters.remedying.lost import lost_for
from thidua.interpreters.remedying.outlook import A_DAY, Outlook, outlook, standing_today
from thidua.interpreters.remedying.remedy import Cost, FewestThenSmallest, Remedied, Remedies, Remedy, Waits
from thidua.interpreters.remedying.resolving import Resolving
from thidua.interpreters.remedying.search import Demand, Search
from thidua.interpreters.remedying.solving import solve
from thidua.interpreters.remedying.telling import changes_of, standing_in
from thidua.nodes import Predicate
from thidua.texts import Text
from thidua.verdicts import VERDICTS, F, M

FEWEST_THEN_SMALLEST = FewestThenSmallest()
CAP = 20_000
"""So many worlds are tried for each group and each clause."""


def remedies(assessment: Assessment[Any], *, cost: Cost = FEWEST_THEN_SMALLEST, cap: int = CAP) -> Remedies:
    """The smallest changes that would turn *not met* into *met*, or into a verdict open only for what is missing.

    Only what can still change is changed: nothing that has happened by the day of assessment, no figure of a survey
    already approved, no record already made, no judgement. What stands is taken to go on standing up to the cut-off of
    the review; where time alone is enough, the earliest day is given. No fact of a remedy can be left out of it or
    changed by less. `cost` ranks the alternatives; once `cap` worlds have been tried for a group or a clause the search
    stops and says so. Raises `WrongValueError` for what is no assessment, no cost or no number.

    >>> from datetime import date
    >>> from thidua import DID_NOT_HAPPEN, PLAN, Document, Dossier, Paper, Village, assess
    >>> from thidua.vocabulary import village
    >>> minutes = Document("01/BB", date(2025, 3, 1), "Bản Ví Dụ")
    >>> never = village.rules_for_the_capital_adopted_on.recorded(DID_NOT_HAPPEN)
    >>> model = village.has_a_state_funded_model.recorded(True)
    >>> dossier = Dossier(Village("B-01", "Bản Ví Dụ"), (Paper(minutes, model, never),))
    >>> found = remedies(assess(PLAN, dossier, on=date(2025, 6, 30)))
    >>> [change] = found.group.remedies[0].changes
    >>> change.fact.name, change.day
    ('rules_for_the_capital_adopted_on', datetime.date(2025, 12, 31))
    """
    check_assessment("remedies", assessment)
    _check_cost(cost)
    check_given("cap", cap, int, "a whole number")
    ahead = outlook(assessment, max(assessment.setting.on, assessment.setting.review.cut_off))
    resolving = Resolving(
        {clause.id: clause.node for clause in assessment.criteria.clauses}, assessment.setting.review.id
    )
    group = resolving.resolved(assessment.criteria.node)
    asked = [(name, resolving.resolved(n.ClauseMet(name)), finding.mask) for name, finding in assessment.clauses]
    days = _Days(assessment)
    return Remedies(
        assessment.setting.on,
        ahead.last,
        _remedied(assessment, assessment.criteria.id, group, assessment.found.mask, ahead, days, cost, cap),
        tuple(_remedied(assessment, name, node, mask, ahead, days, cost, cap) for name, node, mask in asked),
        cost.label,
        cap,
        assessment,
    )


def _check_cost(cost: object) -> None:
    if not (isinstance(getattr(cost, "label", None), Text) and callable(getattr(cost, "of", None))):
        msg = (
            f"cost=: expected a Cost, which has a label and of(remedy), but got {handed(cost)}; leave it out for the "
            "fewest changes first, or give FewestThenSmallest()"
        )
        raise WrongValueError(msg)


class _Days:
    """The days to come, one after the other, each with what stands on it; read once for a group and its clauses."""

    def __init__(self, assessment: Assessment[Any]) -> None:
        self.assessment = assessment
        self.read: list[Outlook] = []

    def waiting_for(self, node: Predicate) -> Waits | None:
        """The first day on which the predicate may be met without anything new happening."""
        setting = self.assessment.setting
        before = standing_today(self.assessment)
        last = max(setting.review.window.last, setting.review.cut_off)
        for index in range((last - setting.on).days):
            if index == len(self.read):
                self.read.append(outlook(self.assessment, setting.on + A_DAY * (index + 1)))
            ahead = self.read[index]
            finding = ahead.found(node, ahead.standing)
            if finding.mask & M:
                turned = [leaf.node for leaf in finding.walk() if not leaf.parts and leaf.mask & M]
                was = [part for part in turned if not before.found(part, before.standing).mask & M]
                return Waits(ahead.setting.on, tuple(dict.fromkeys(was)))
            before = ahead
        return None


def _remedied(
    assessment: Assessment[Any],
    place: str,
    node: Predicate,
    mask: int,
    ahead: Outlook,
    days: _Days,
    cost: Cost,
    cap: int,
) -> Remedied:
    if mask != F:
        return Remedied(place, VERDICTS[mask])
    search = Search(ahead, cap)
    waits = days.waiting_for(node)
    found: list[Remedy] = []
    if waits is not None:
        there = next(day for day in days.read if day.setting.on == waits.day)
        found.append(Remedy((waits,), there.found(node, there.standing).verdict, waits.day))
    solved = solve(search, [(node, M)])
    if solved.found != [()]:
        order = assessment.plan.vocabulary(assessment.criteria.subject).names()
        found += _told(solved.found, (node, M), search, order)
    ranked = sorted(
        found, key=lambda remedy: (cost.of(remedy), [(lever.about, steps) for lever, steps in remedy.moves])
    )
    capped = search.capped
    lost = () if found or capped else lost_for(solved.lost, search, assessment.plan)
    return Remedied(place, VERDICTS[mask], tuple(ranked), lost, capped)


def _told(found: list[Moves], demand: Demand, search: Search, order: list[str]) -> list[Remedy]:
    """The remedies, those that differ only in which of several figures moves being one."""
    ahead = search.ahead
    levers = levers_of([demand[0]], ahead)
    told: dict[tuple[object, ...], Remedy] = {}
    for moves in found:
        together: tuple[Lever, ...] = standing_in(search, moves, levers, demand)
        changes = changes_of(moves, together, demand[0], ahead, order)
        verdict = ahead.found(demand[0], after(ahead.standing, moves)).verdict
        told.setdefault(changes, Remedy(changes, verdict, ahead.last, moves))
    return list(told.values())
