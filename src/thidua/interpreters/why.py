"""why(): the smallest sets of findings that a verdict rests on, or what leaves it open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from thidua import nodes as n
from thidua.displays import Shown
from thidua.dossiers import Dossier
from thidua.findings import Assessment, Finding
from thidua.interpreters.arguments import check_assessment, check_given
from thidua.interpreters.assess import assess
from thidua.interpreters.found import LEAVES
from thidua.interpreters.pivotal import turning
from thidua.interpreters.sufficient import is_leaf, is_leaf_of_group, sufficient
from thidua.nodes import Predicate
from thidua.verdicts import FINALS, Verdict


@frozen
class Reason:
    """A finding, and the places where the plan asks for it: the ids of clauses, or of the group itself.

    Seen from the group a clause is one finding: then `finding.node` refers to it.
    """

    finding: Finding
    places: tuple[str, ...]


Sets = tuple[tuple[Reason, ...], ...]


@frozen
class Why(Shown):
    """What a verdict rests on.

    `place` is the id of the group or the clause asked about. `sets` hold findings, smallest sets first; `clauses` the
    same with each clause as one finding, and is `sets` again for a clause. Of an open verdict each set is one finding
    that could still turn it. `capped` says that there may be more sets than these, each of which still holds.
    `assessment` is the one asked about; what is found is compared without it.
    """

    place: str
    verdict: Verdict
    sets: Sets
    clauses: Sets
    capped: bool
    assessment: Assessment[Any] = field(repr=False, eq=False)


def why(assessment: Assessment[Any], *, of: str | None = None, at_most: int = 24) -> Why:
    """What the verdict on a group, or `of` one of its clauses, rests on.

    Of a definite verdict: the minimal sets of findings that suffice. A finding stands at a leaf of the tree: something
    measured, judged, counted or fixed by the plan; equal leaves are one finding. A set suffices when the tree still
    gives the same verdict with its findings kept and every other leaf replaced by all that it could be if no paper
    were on file. What the plan alone decides is in no set, so the empty set alone suffices where the papers decide
    nothing.

    Of an open verdict: each open finding that could still turn it alone, however the others turn out; a reading not
    adopted is one where its options differ.

    No more than `at_most` sets are held at any point of the search; where there were more, the answer says that it
    is capped. Raises `UnknownNameError` for a clause of another group.

    >>> from datetime import date
    >>> from thidua import PLAN, Commune, Dossier, Document, Paper
    >>> from thidua.vocabulary import commune, report
    >>> due, sent = report.due_on.recorded(date(2023, 6, 15)), report.sent_on.recorded(date(2023, 6, 16))
    >>> late = commune.reports.entry("BC-01", due, sent)
    >>> log = Paper(Document("04/SCV", date(2025, 12, 15), "UBND xã Ví Dụ"), late)
    >>> found = why(assess(PLAN, Dossier(Commune("VD-01", "Xã Ví Dụ"), (log,)), on=date(2025, 12, 31)))
    >>> found.verdict, [[reason.places for reason in each] for each in found.sets]
    ({not_met}, [[('III.2.2-2',)]])
    """
    check_assessment("why", assessment)
    check_given("at_most", at_most, int, "a whole number")
    place = assessment.criteria.id if of is None else assessment.criteria.clause(of).id
    found = assessment.found if of is None else assessment.finding(of)
    places = standing(assessment, of)
    if found.mask not in FINALS:
        sets = _told([(each,) for each in turning(found, is_leaf)], places)
        clauses = _told([(each,) for each in turning(found, is_leaf_of_group)], places)
        return Why(place, found.verdict, sets, sets if of else clauses, False, assessment)  # noqa: FBT003  # in order
    blank = nothing_known(assessment)
    empty = blank.found if of is None else blank.finding(of)
    below = sufficient(found, empty, at_most=at_most)
    above = below if of else sufficient(found, empty, at_most=at_most, leaf=is_leaf_of_group)
    capped = below.capped or above.capped
    return Why(place, found.verdict, _told(below.sets, places), _told(above.sets, places), capped, assessment)


def _told(sets: Iterable[tuple[Finding, ...]], places: dict[Predicate, tuple[str, ...]]) -> Sets:
    return tuple(tuple(Reason(one, places[one.node]) for one in each) for each in sets)


def nothing_known(assessment: Assessment[Any]) -> Assessment[Any]:
    """The same assessment of a dossier without papers: every leaf as it is with nothing known."""
    setting = assessment.setting
    return assess(assessment.plan, Dossier(assessment.dossier.subject), on=setting.on, review=setting.review.id)


def standing(assessment: Assessment[Any], of: str | None) -> dict[Predicate, tuple[str, ...]]:
    """Where each finding stands: in the clauses, in their order, and then in the group around them."""
    items = [(name, found) for name, found in assessment.clauses if of in (None, name)]
    if of is None:
        items.append((assessment.criteria.id, assessment.found))
    places: dict[Predicate, dict[str, None]] = {}
    for name, found in items:
        waiting = [found]
        while waiting:
            each = waiting.pop()
            at = each.node.clause if isinstance(each.node, n.ClauseMet) else name
            if isinstance(each.node, (*LEAVES, n.Choose, n.ClauseMet)):
                places.setdefault(each.node, {})[at] = None
            if not isinstance(each.node, (*LEAVES, n.ClauseMet)):
                waiting.extend(each.parts)
    return {node: tuple(where) for node, where in places.items()}
