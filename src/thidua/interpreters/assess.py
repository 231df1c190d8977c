"""assess(): the verdict and its reasons, in one pass, with no branch skipped.

This is the definition of what a plan means. A predicate is prepared once for a setting, its readings and moments
resolved, and then judged on any number of cases: pure, sound, monotone. `tests/laws` states the laws it obeys.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar, assert_never

from thidua import nodes as n
from thidua.dossiers import Dossier
from thidua.findings import Assessment, Finding, new
from thidua.interpreters.arguments import check_case
from thidua.interpreters.coherence import Never, cautioned
from thidua.interpreters.days import compare_days
from thidua.interpreters.every_entry import are_all
from thidua.interpreters.falls import falls
from thidua.interpreters.linear import cleared, form_of, reads_twice
from thidua.interpreters.measure import Case, Judge, Places, measurer
from thidua.interpreters.papers import read_papers
from thidua.knowledge import Knowledge, nothing_known
from thidua.movements import Plan, Setting
from thidua.nodes import Op, Predicate, Quantity
from thidua.periods import AT_REVIEW, Survey, When
from thidua.quantities import Exact
from thidua.subjects import Subject
from thidua.verdicts import ALL, ANY, NOT, UNLESS, WHERE, F, M, N, at_least_mask

S = TypeVar("S", bound=Subject)


def assess(plan: Plan, dossier: Dossier[S], *, on: date, review: str | None = None) -> Assessment[S]:
    """The verdict on a dossier and the tree of findings it rests on, as of a day, for a review.

    What no paper says stays undetermined, unless the rest already decides. Papers that together say what cannot be are
    taken as they are, with a caution. Raises `NoReviewError` when no review is
    made on that day and none is named, `UnknownNameError` for evidence that the plan does not know.
    """
    check_case("assess", plan, dossier)
    setting = _setting(plan, on, review)
    knowledge = read_papers(plan, dossier, setting)
    kind = type(dossier.subject)
    group = _prepared(plan, kind.__name__, setting.review.id, setting.surveys)
    found, clauses = _judged_as(group, knowledge)
    if group.never:
        knowledge = cautioned(knowledge, group.never)
    return Assessment(plan, dossier, plan.criteria_for(kind), setting, knowledge, found, clauses)


def judge_group(
    plan: Plan, kind: type[Subject], knowledge: Knowledge, setting: Setting
) -> tuple[Finding, tuple[tuple[str, Finding], ...]]:
    """What is found from a knowledge on the group of a kind of subject as a whole, and on each of its clauses."""
    return _judged_as(_prepared(plan, kind.__name__, setting.review.id, setting.surveys), knowledge)


def judge(
    predicate: Predicate, knowledge: Knowledge, setting: Setting, clauses: Mapping[str, Predicate] | None = None
) -> Finding:
    """What is found on any predicate from a knowledge; `clauses` are those it may refer to, in order."""
    found: dict[str, Finding] = {}
    case = Case(knowledge.registers, knowledge.days, found)
    for name, clause in (clauses or {}).items():
        found[name] = _judge(clause, setting.review.id, setting.surveys)(knowledge.places, case)
    return _judge(predicate, setting.review.id, setting.surveys)(knowledge.places, case)


@lru_cache(maxsize=256)
def _setting(plan: Plan, on: date, review: str | None) -> Setting:
    return plan.setting(on=on, review=review)


@lru_cache(maxsize=256)
def _judge(predicate: Predicate, review: str, surveys: tuple[tuple[str, Survey], ...]) -> Judge:
    """The predicate, prepared; a memo as below."""
    return Prepared(review, dict(surveys)).judge(predicate)


@lru_cache(maxsize=64)
def _prepared(plan: Plan, owner: str, review: str, surveys: tuple[tuple[str, Survey], ...]) -> _Group:
    """A group made ready. A memo of a pure function over frozen values."""
    made = Prepared(review, dict(surveys))
    kind = plan.kind(owner)
    criteria = plan.criteria_for(kind)
    return _Group(
        tuple((clause.id, made.judge(clause.node)) for clause in criteria.clauses),
        made.judge(criteria.node),
        tuple((each, tuple(map(made.judge, each.parts))) for each in plan.vocabulary(kind).cannot_be),
    )


class _Group(NamedTuple):
    """The clauses of a group, the group as a whole, and what its subjects cannot be."""

    clauses: tuple[tuple[str, Judge], ...]
    whole: Judge
    never: tuple[Never, ...]


def _judged_as(group: _Group, knowledge: Knowledge) -> tuple[Finding, tuple[tuple[str, Finding], ...]]:
    places = knowledge.places
    clauses: dict[str, Finding] = {}
    case = Case(knowledge.registers, knowledge.days, clauses)
    for name, judged in group.clauses:
        clauses[name] = judged(places, case)
    return group.whole(places, case), tuple(clauses.items())


class Prepared:
    """Prepares predicates for one setting: its review, and the survey each moment means."""

    def __init__(self, review: str, surveys: dict[str, Survey]) -> None:
        self.review = review
        self.surveys = surveys

    def judge(self, node: Predicate) -> Judge:
        """The predicate, prepared: a function from what is known to a finding."""
        match node:
            case n.Constant(mask=mask):
                return _fixed(node, mask)
            case n.AtReview(reviews=reviews):
                return _fixed(node, M if self.review in reviews else F)
            case n.IsOneOf(fact=fact, members=options):
                return _is_one_of(node, fact, frozenset(options))
            case n.JudgedAtLeast(fact=fact, level=level):
                steps = [option.id for option in fact.options]
                return _judged(node, fact, steps.index(level))
            case n.Compare():
                return _compare(node, self)
            case n.CompareDays():
                return compare_days(node)
            case n.Falls():
                return falls(node, self)
            case n.AreAll():
                return are_all(node, self.judge(node.each))
            case n.AllOf(parts=parts):
                return _fold(node, [self.judge(part) for part in parts], ALL)
            case n.AnyOf(parts=parts):
                return _fold(node, [self.judge(part) for part in parts], ANY)
            case n.AtLeast(k=k, parts=parts, if_fewer_applicable=mode):
                children = [self.judge(part) for part in parts]

                def at_least(places: Places, case: Case) -> Finding:
                    found = tuple([child(places, case) for child in children])
                    mask = at_least_mask(k, [part[1] for part in found], mode)
                    return new(Finding, (node, mask, None, (), found, None))

                return at_least
            case n.Not(part=part):
                return _one(node, self.judge(part), NOT)
            case n.Where(guard=guard, body=body):
                return _pair(node, self.judge(guard), self.judge(body), WHERE)
            case n.Unless(body=body, disqualifier=disqualifier):
                return _pair(node, self.judge(body), self.judge(disqualifier), UNLESS)
            case n.Choose(reading=reading, options=options):
                return _choose(node, [self.judge(o) for name, o in options if reading.adopted in (None, name)])
            case n.ClauseMet(clause=clause):

                def refer(_places: Places, case: Case) -> Finding:
                    found = case.clauses[clause]
                    return new(Finding, (node, found[1], None, (), (found,), None))

                return refer
            case _:
                assert_never(node)


def _fixed(node: Predicate, mask: int) -> Judge:
    found = Finding(node, mask, None, (), ())
    return lambda _places, _case: found


def _is_one_of(node: Predicate, fact: n.Fact, wanted: frozenset[str]) -> Judge:
    place = fact.name
    domain = nothing_known(fact).options
    unknown = Finding(node, _among(domain, wanted), None, (), ())

    def is_one_of(places: Places, _case: Case) -> Finding:
        known = places.get(place)
        return unknown if known is None else new(Finding, (node, _among(known[2], wanted), known, (), (), None))

    return is_one_of


def _among(options: frozenset[str], wanted: frozenset[str]) -> int:
    return (0 if options.isdisjoint(wanted) else M) | (0 if options <= wanted else F)


def _judged(node: Predicate, fact: n.Fact, asked: int) -> Judge:
    place = fact.name
    unknown = Finding(node, M | F if asked else M, None, (), ())

    def judged(places: Places, _case: Case) -> Finding:
        known = places.get(place)
        if known is None:
            return unknown
        mask = (M if known[1] >= asked else 0) | (F if known[0] < asked else 0)
        return new(Finding, (node, mask, known, (), (), None))

    return judged


def _compare(node: n.Compare, made: Prepared) -> Judge:
    left, right = measurer(node.left, made), measurer(node.right, made)
    signs = _SIGNS[node.op]
    both: list[tuple[Exact, Quantity, When]] = [(1, node.left, AT_REVIEW), (-1, node.right, AT_REVIEW)]
    clearing = cleared(node.left, node.right, made)
    collected = form_of(both, made) if reads_twice(both, made) else None
    form = clearing if clearing is not None else collected

    def compare(places: Places, case: Case) -> Finding:
        a, b = left(places, case), right(places, case)
        if form is None:
            low = None if a[1] is None or b[2] is None else a[1] - b[2]
            high = None if a[2] is None or b[1] is None else a[2] - b[1]
        else:
            low, high = form.bounds(places, case)
        return new(Finding, (node, signs(low, high), None, (a, b), (), None))

    return compare


def _at_least_zero(low: Any, high: Any) -> int:
    return (M if high is None or high >= 0 else 0) | (F if low is None or low < 0 else 0)


def _more_than_zero(low: Any, high: Any) -> int:
    return (M if high is None or high > 0 else 0) | (F if low is None or low <= 0 else 0)


_SIGNS: Mapping[Op, Callable[[Any, Any], int]] = {
    Op.AT_LEAST: _at_least_zero,
    Op.MORE_THAN: _more_than_zero,
    Op.AT_MOST: lambda low, high: NOT[_more_than_zero(low, high)],
    Op.LESS_THAN: lambda low, high: NOT[_at_least_zero(low, high)],
}
"""What a difference says of a comparison: from its bounds to the finals possible."""


def _fold(node: Predicate, children: list[Judge], table: tuple[tuple[int, ...], ...]) -> Judge:
    def fold(places: Places, case: Case) -> Finding:
        mask = N
        found: list[Finding] = []
        for child in children:
            part = child(places, case)
            mask = table[mask][part[1]]
            found.append(part)
        return new(Finding, (node, mask, None, (), tuple(found), None))

    return fold


def _one(node: Predicate, below: Judge, table: tuple[int, ...]) -> Judge:
    def one(places: Places, case: Case) -> Finding:
        found = below(places, case)
        return new(Finding, (node, table[found[1]], None, (), (found,), None))

    return one


def _pair(node: Predicate, first: Judge, second: Judge, table: tuple[tuple[int, ...], ...]) -> Judge:
    def pair(places: Places, case: Case) -> Finding:
        a, b = first(places, case), second(places, case)
        return new(Finding, (node, table[a[1]][b[1]], None, (), (a, b), None))

    return pair


def _choose(node: Predicate, options: list[Judge]) -> Judge:
    if len(options) == 1:
        return _one(node, options[0], tuple(range(8)))

    def choose(places: Places, case: Case) -> Finding:
        found = tuple([option(places, case) for option in options])
        mask = 0
        for part in found:
            mask |= part[1]
        return new(Finding, (node, mask, None, (), found, None))

    return choose
