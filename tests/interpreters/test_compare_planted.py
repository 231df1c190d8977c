"""Small edits of the real plan, each with its class worked out by hand: all must be classified right, and proved.

Stricter: whoever is met under the edit was met before, and somebody no longer is. Looser: the other way round.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
from attrs import evolve
from criteria.adopting import adopted
from editions import with_clause, with_group, with_nodes

from thidua import PLAN, Level, Plan, all_of, any_of, at_least, not_, unless
from thidua import nodes as n
from thidua.conditions import ALWAYS, NEVER, NOT_APPLICABLE, Condition
from thidua.interpreters.comparing import compare
from thidua.interpreters.comparing.results import Change, Relation, Status
from thidua.nodes import Op
from thidua.quantities import dong
from thidua.vocabulary import commune, contribution, enterprise, guards, household
from thidua.vocabulary.commune import Area
from thidua.vocabulary.household import Status as HouseholdStatus

EQUIVALENT, STRICTER, LOOSER, INCOMPARABLE = (
    Relation.EQUIVALENT,
    Relation.STRICTER,
    Relation.LOOSER,
    Relation.INCOMPARABLE,
)
LOGIC, THRESHOLD, READING = Change.LOGIC, Change.THRESHOLD, Change.READING


class Planted(NamedTuple):
    """One edit: where, the edition it makes, what it must be found to be, and why."""

    clause: str
    edition: Callable[[], Plan]
    relation: Relation
    change: Change
    why: str


def nodes(clause: str, change: Callable[[Any], Any]) -> Callable[[], Plan]:
    """An edit of every node of what a clause requires that `change` knows."""
    return lambda: with_nodes(clause, change)


def swap(kind: type, **fields: Any) -> Callable[[Any], Any]:
    """Another value of a field, in every node of a kind."""
    return lambda node: evolve(node, **fields) if isinstance(node, kind) else node


def level(old: str, new: str) -> Callable[[Any], Any]:
    """Another level of judgement that suffices."""
    return lambda node: evolve(node, level=new) if isinstance(node, n.JudgedAtLeast) and node.level == old else node


def bound(old: int, new: int, op: Op | None = None) -> Callable[[Any], Any]:
    """Another number that is compared with, and perhaps another way to compare."""

    def change(node: Any) -> Any:
        if isinstance(node, n.Compare) and isinstance(node.right, n.Exactly) and node.right.value == old:
            return evolve(node, op=op or node.op, right=evolve(node.right, value=new))
        return node

    return change


def op(kind: type, old: Op, new: Op) -> Callable[[Any], Any]:
    """Another way to compare."""
    return lambda node: evolve(node, op=new) if isinstance(node, kind) and node.op is old else node


def options(fact: str, *members: str) -> Callable[[Any], Any]:
    """Other options of a choice that count."""
    return lambda node: (
        evolve(node, members=members) if isinstance(node, n.IsOneOf) and node.fact.name == fact else node
    )


def without(fact: str) -> Callable[[Any], Any]:
    """Whatever reads a fact or a register no longer asked, in every combination it stands in."""

    def change(node: Any) -> Any:
        if not isinstance(node, n.AllOf):
            return node
        kept = tuple(part for part in node.parts if not reads(part, fact))
        return evolve(node, parts=kept) if kept else node

    return change


def reads(node: Any, fact: str) -> bool:
    match node:
        case n.IsOneOf(fact=what) | n.JudgedAtLeast(fact=what):
            return bool(what.name == fact)
        case n.AreAll(register=register) | n.Compare(left=n.Number(register=register)):
            return bool(register.name == fact)
        case n.CompareDays(left=n.RecordedDay(fact=what)) | n.Compare(left=n.Recorded(fact=what)):
            return bool(what.name == fact)
        case n.Choose(options=given):
            return all(reads(option, fact) for _, option in given)
        case _:
            return False


def any_instead(node: Any) -> Any:
    """Every `all_of` an `any_of`."""
    return n.AnyOf(node.parts) if isinstance(node, n.AllOf) else node


def requires(clause: str, condition: Condition[Any]) -> Callable[[], Plan]:
    return lambda: with_clause(clause, requires=condition)


def guarded(clause: str, condition: Condition[Any] | None) -> Callable[[], Plan]:
    return lambda: with_clause(clause, applies_where=condition)


def group(place: str, **fields: Any) -> Callable[[], Plan]:
    return lambda: with_group(place, **fields)


def reading(name: str, option: str) -> Callable[[], Plan]:
    return lambda: adopted(name, option)


def met(*clauses: str) -> tuple[Condition[Any], ...]:
    return tuple(Condition(n.ClauseMet(clause)) for clause in clauses)


def now(clause: str) -> Condition[Any]:
    return next(one for one in PLAN.clauses if one.id == clause).requires


ENTERPRISE = tuple(f"III.2.6-{i}" for i in (1, 2, 3))
OF_COMMUNES = PLAN.criteria[1].requires
OFFICIALS = PLAN.criteria[4]

PLANTED = [
    # thresholds
    Planted("III.2.2-4", nodes("III.2.2-4", swap(n.Falls, by=Fraction(3, 5))), STRICTER, THRESHOLD, "50 % → 60 %"),
    Planted("III.2.2-4", nodes("III.2.2-4", swap(n.Falls, by=Fraction(2, 5))), LOOSER, THRESHOLD, "50 % → 40 %"),
    Planted(
        "III.2.2-4",
        nodes("III.2.2-4", swap(n.Falls, by=Fraction(1))),
        STRICTER,
        THRESHOLD,
        "none can fall by more than all",
    ),
    Planted("III.2.2-4", nodes("III.2.2-4", swap(n.Falls, by=Fraction(0))), LOOSER, THRESHOLD, "any fall at all"),
    Planted(
        "III.2.3-4", nodes("III.2.3-4", swap(n.Falls, by=Fraction(501, 1000))), STRICTER, THRESHOLD, "1000 → 499,5"
    ),
    Planted("III.2.2-1", nodes("III.2.2-1", bound(1, 2)), STRICTER, THRESHOLD, "two initiatives, not one"),
    Planted("III.2.2-1", nodes("III.2.2-1", bound(1, 0, Op.MORE_THAN)), EQUIVALENT, THRESHOLD, "more than none is one"),
    Planted("III.2.2-1", nodes("III.2.2-1", bound(1, 0)), LOOSER, THRESHOLD, "none is enough"),
    Planted("III.2.2-3", nodes("III.2.2-3", bound(1, 3)), STRICTER, THRESHOLD, "three contributions"),
    Planted("III.2.3-1", nodes("III.2.3-1", bound(1, 2)), STRICTER, THRESHOLD, "two poor households helped"),
    Planted("III.2.4-2", nodes("III.2.4-2", bound(1, 2)), STRICTER, THRESHOLD, "two persons in work"),
    Planted("III.2.4-2", nodes("III.2.4-2", bound(1, 1, Op.MORE_THAN)), STRICTER, THRESHOLD, "more than one person"),
    Planted("III.2.4-3", nodes("III.2.4-3", swap(n.YearsAfter, years=2)), LOOSER, THRESHOLD, "out for two years"),
    Planted("III.2.4-3", nodes("III.2.4-3", swap(n.YearsAfter, years=5)), STRICTER, THRESHOLD, "out for five years"),
    Planted("III.2.4-3", nodes("III.2.4-3", bound(1, 2)), STRICTER, THRESHOLD, "two others helped"),
    Planted("III.2.6-3", nodes("III.2.6-3", bound(1, 10)), STRICTER, THRESHOLD, "ten borrowers"),
    Planted("III.2.2-1", nodes("III.2.2-1", level("DONE_WELL", "EXCELLENT")), STRICTER, THRESHOLD, "judged excellent"),
    Planted("III.2.2-1", nodes("III.2.2-1", level("DONE_WELL", "DONE")), LOOSER, THRESHOLD, "judged done"),
    Planted("III.2.5-1", nodes("III.2.5-1", level("DONE_WELL", "EXCELLENT")), STRICTER, THRESHOLD, "judged excellent"),
    # strictness
    Planted(
        "III.2.2-4", nodes("III.2.2-4", swap(n.Falls, strictly=False)), LOOSER, THRESHOLD, "exactly 50 % is enough"
    ),
    Planted(
        "III.2.3-4", nodes("III.2.3-4", swap(n.Falls, strictly=False)), LOOSER, THRESHOLD, "exactly 50 % is enough"
    ),
    Planted(
        "III.2.4-2",
        nodes("III.2.4-2", op(n.Compare, Op.MORE_THAN, Op.AT_LEAST)),
        LOOSER,
        THRESHOLD,
        "as much as before",
    ),
    Planted(
        "III.2.2-1",
        nodes("III.2.2-1", op(n.CompareDays, Op.AT_MOST, Op.LESS_THAN)),
        STRICTER,
        THRESHOLD,
        "on the cut-off",
    ),
    Planted(
        "III.2.2-2",
        nodes("III.2.2-2", op(n.CompareDays, Op.AT_MOST, Op.LESS_THAN)),
        STRICTER,
        THRESHOLD,
        "on the due day",
    ),
    Planted(
        "III.2.4-1",
        nodes("III.2.4-1", op(n.CompareDays, Op.AT_MOST, Op.LESS_THAN)),
        STRICTER,
        THRESHOLD,
        "on the cut-off",
    ),
    Planted(
        "III.2.4-3", nodes("III.2.4-3", op(n.CompareDays, Op.AT_MOST, Op.AT_LEAST)), INCOMPARABLE, LOGIC, "out for less"
    ),
    # guards
    Planted(
        "III.2.2-4", guarded("III.2.2-4", commune.area.is_one_of(Area.III)), LOOSER, LOGIC, "areas I and II go free"
    ),
    Planted(
        "III.2.2-4", guarded("III.2.2-4", commune.area.is_one_of(Area.III, Area.II)), LOOSER, LOGIC, "area I goes free"
    ),
    Planted("III.2.2-4", guarded("III.2.2-4", None), STRICTER, LOGIC, "asked outside the area too"),
    Planted(
        "III.2.2-4", guarded("III.2.2-4", commune.area.is_one_of(Area.OUTSIDE)), INCOMPARABLE, LOGIC, "asked of others"
    ),
    Planted("III.2.2-4", guarded("III.2.2-4", NEVER), LOOSER, LOGIC, "asked of nobody"),
    Planted(
        "III.2.4-3",
        guarded("III.2.4-3", household.status.is_one_of(HouseholdStatus.ESCAPED, HouseholdStatus.NEAR_POOR)),
        STRICTER,
        LOGIC,
        "asked of the near-poor too",
    ),
    Planted(
        "III.2.3-2",
        nodes("III.2.3-2", lambda x: x.body if isinstance(x, n.Where) else x),
        STRICTER,
        LOGIC,
        "asked where there is no State model",
    ),
    Planted(
        "III.2.4-4",
        nodes("III.2.4-4", lambda x: evolve(x, guard=n.Not(x.guard)) if isinstance(x, n.Where) else x),
        INCOMPARABLE,
        LOGIC,
        "asked of those without a loan",
    ),
    Planted(
        "III.2.6-3",
        nodes("III.2.6-3", lambda x: x.body if isinstance(x, n.Where) else x),
        STRICTER,
        LOGIC,
        "asked of those who give no credit",
    ),
    Planted(
        "III.2.4",
        group("III.2.4", applies_where=household.status.is_one_of(HouseholdStatus.POOR)),
        STRICTER,
        LOGIC,
        "addresses the poor alone",
    ),
    Planted("III.2.4", group("III.2.4", applies_where=None), LOOSER, LOGIC, "addresses every household"),
    Planted("III.2.5", group("III.2.5", applies_where=None), LOOSER, LOGIC, "addresses every official"),
    Planted(
        "III.2.5", group("III.2.5", applies_where=not_(OFFICIALS.applies_where)), INCOMPARABLE, LOGIC, "the others"
    ),
    # options
    Planted(
        "III.2.3-3", nodes("III.2.3-3", options("source", "PEOPLE", "SOCIETY")), LOOSER, LOGIC, "society counts too"
    ),
    Planted("III.2.2-3", nodes("III.2.2-3", options("source", "PEOPLE")), STRICTER, LOGIC, "society no longer counts"),
    Planted("III.2.2-3", nodes("III.2.2-3", options("source", "STATE_BUDGET")), INCOMPARABLE, LOGIC, "the State alone"),
    Planted(
        "III.2.2-3", nodes("III.2.2-3", options("source", "SOCIETY", "PEOPLE")), EQUIVALENT, LOGIC, "in another order"
    ),
    # combinators
    Planted("III.2.2-2", nodes("III.2.2-2", without("reports")), LOOSER, LOGIC, "no report asked"),
    Planted("III.2.2-2", nodes("III.2.2-2", any_instead), LOOSER, LOGIC, "one of the three"),
    Planted("III.2.1-2", nodes("III.2.1-2", without("encouragement")), LOOSER, LOGIC, "no encouragement asked"),
    Planted("III.2.3-2", nodes("III.2.3-2", without("capital_rotated")), LOOSER, LOGIC, "need not be rotated"),
    Planted("III.2.4-4", nodes("III.2.4-4", without("principal_paid_when_due")), LOOSER, LOGIC, "interest alone"),
    Planted("III.2.5-1", nodes("III.2.5-1", without("effort")), LOOSER, LOGIC, "no effort asked"),
    Planted("III.2.6-2", nodes("III.2.6-2", any_instead), LOOSER, LOGIC, "one half is enough"),
    Planted("III.2.2-4", requires("III.2.2-4", not_(now("III.2.2-4"))), INCOMPARABLE, LOGIC, "who did not fall"),
    Planted("III.2.2-4", requires("III.2.2-4", not_(not_(now("III.2.2-4")))), EQUIVALENT, LOGIC, "twice not"),
    Planted("III.2.2-4", requires("III.2.2-4", all_of(now("III.2.2-4"), now("III.2.2-4"))), EQUIVALENT, LOGIC, "twice"),
    Planted(
        "III.2.6-1",
        requires(
            "III.2.6-1",
            all_of(
                enterprise.contributions.total(
                    contribution.value, where=contribution.for_poverty_reduction.is_yes()
                ).is_at_least(dong(1)),
                enterprise.contributions_are_practical.is_judged_at_least(Level.DONE_WELL),
            ),
        ),
        STRICTER,
        LOGIC,
        "a gift of nothing is none",
    ),
    Planted("III.2.6", group("III.2.6", requires=any_of(*met(*ENTERPRISE))), LOOSER, LOGIC, "one clause"),
    Planted(
        "III.2.6",
        group("III.2.6", requires=at_least(2, *met(*ENTERPRISE), if_fewer_applicable="cap")),
        LOOSER,
        LOGIC,
        "one clause may be missing",
    ),
    Planted(
        "III.2.6",
        group("III.2.6", requires=at_least(3, *met(*ENTERPRISE), if_fewer_applicable="strict")),
        STRICTER,
        LOGIC,
        "what does not apply counts as missing",
    ),
    Planted("III.2.6", group("III.2.6", requires=all_of(*met(*ENTERPRISE[:2]))), LOOSER, LOGIC, "credit left out"),
    Planted(
        "III.2.6", group("III.2.6", requires=all_of(*reversed(met(*ENTERPRISE)))), EQUIVALENT, LOGIC, "another order"
    ),
    Planted(
        "III.2.2",
        group("III.2.2", requires=unless(OF_COMMUNES, guards.under_investigation.is_yes())),
        STRICTER,
        LOGIC,
        "lost while under investigation",
    ),
    Planted(
        "III.2.2",
        group("III.2.2", requires=all_of(OF_COMMUNES, not_(guards.under_investigation.is_yes()))),
        STRICTER,
        LOGIC,
        "as much as to say unless",
    ),
    # zero at the start
    Planted(
        "III.2.2-4",
        nodes("III.2.2-4", swap(n.Falls, from_zero=NEVER.node)),
        STRICTER,
        LOGIC,
        "none then or now: not met",
    ),
    Planted(
        "III.2.2-4",
        nodes("III.2.2-4", swap(n.Falls, from_zero=ALWAYS.node)),
        EQUIVALENT,
        LOGIC,
        "met, or does not apply",
    ),
    Planted(
        "III.2.2-4", nodes("III.2.2-4", swap(n.Falls, from_zero=NOT_APPLICABLE.node)), EQUIVALENT, LOGIC, "as adopted"
    ),
    # readings
    Planted("III.2.2-4", reading("A-02", "at_least"), LOOSER, READING, "exactly 50 % is enough"),
    Planted("III.2.2-4", reading("A-03", "each"), STRICTER, READING, "when each falls, both together do"),
    Planted("III.2.2-4", reading("A-03", "poor_only"), INCOMPARABLE, READING, "the near-poor may rise or fall"),
    Planted("III.2.2-4", reading("A-04", "rate"), INCOMPARABLE, READING, "the number of households moves too"),
    Planted("III.2.2-4", reading("A-12", "not_met"), STRICTER, READING, "none then or now: not met"),
    Planted("III.2.2-4", reading("A-15", "every_commune"), STRICTER, READING, "asked outside the area too"),
    Planted("III.2.3-1", reading("A-23", "all_three"), STRICTER, READING, "all three kinds of help"),
    Planted("III.2.4-4", reading("A-32", "late"), STRICTER, READING, "extended is late"),
    Planted("III.2.6-2", reading("B-07", "either_half"), LOOSER, READING, "one half is enough"),
    Planted("III.2.6-2", reading("B-07", "every_part"), STRICTER, READING, "every stage and every way"),
]


@pytest.mark.parametrize("planted", PLANTED, ids=[f"{one.clause} {one.why}" for one in PLANTED])
def test_a_planted_change_is_classified_right(planted: Planted) -> None:
    new = planted.edition()
    name = next(item.id for item in PLAN.criteria if planted.clause.startswith(item.id))
    forth, back = (compare(*pair, group=name, review="final-2025") for pair in ((PLAN, new), (new, PLAN)))
    items = {change.new: change for change in (*forth.clauses, *forth.rules)}
    turned = {STRICTER: LOOSER, LOOSER: STRICTER}

    assert (forth.relation(), forth.status()) == (planted.relation, Status.PROVED)
    assert (back.relation(), back.status()) == (turned.get(planted.relation, planted.relation), Status.PROVED)
    assert items[planted.clause].only is planted.change
    assert {name for name, change in items.items() if change.only is not Change.UNCHANGED} >= {planted.clause}
