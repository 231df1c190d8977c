"""Assessing, against the executable specification: the same sets, node by node, over every world of a knowledge."""

from __future__ import annotations

from typing import Any

import pytest
from branches import reads_in_two_branches
from hypothesis import assume, event, given
from hypothesis import strategies as st
from knowledge_strategies import Case, cases, knowledge_for
from movement import AT_FINAL, OPEN, Place, gifts, lends, near, poor, real
from possible import possible, possible_throughout
from strategies import FAMILIES, clause_conditions, groups, leaves, of_family

from thidua.conditions import NOT_APPLICABLE, Condition, all_of, any_of, not_, unless, where
from thidua.interpreters.assess import judge
from thidua.knowledge import Knowledge, Known, KnownEntry, KnownRegister, place_of
from thidua.measures import Quantity
from thidua.nodes import AreAll, Quotient
from thidua.periods import START_OF_PERIOD
from thidua.quantities import percent
from thidua.verdicts import F, M, N
from thidua.walks import nodes_of

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of a strategy, where a draw fails


def alone(condition: Condition[Place]) -> tuple[Condition[Place], dict[str, Any]]:
    """A predicate that refers to no clause."""
    return condition, {}


def means_what_it_says(case: Case) -> None:
    """Every node of the tree is found as specified: exactly, or where something is read in two branches, no less."""
    specified = possible_throughout(case.predicate, case.knowledge, case.setting, case.clauses)
    for node, finals in specified.items():
        found = judge(node, case.knowledge, case.setting, case.clauses).mask
        assert found, "no set of finals is ever empty"
        assert finals & ~found == 0, "a final that a world allows was excluded"
        if not reads_in_two_branches(node, case.setting, case.clauses):
            assert found == finals, "a final that no world allows was left open"


class TestMeaning:
    """A verdict is the set of finals over all worlds of the knowledge: `assess` equals `possible` on every case where
    no place is read in two branches, and is never less cautious elsewhere."""

    @pytest.mark.parametrize("family", FAMILIES)
    @given(data=st.data())
    def test_a_predicate_alone_is_found_as_specified(self, family: str, data: st.DataObject) -> None:
        means_what_it_says(data.draw(cases(of_family(family).map(alone))))

    @given(cases(clause_conditions.map(alone)))
    def test_a_clause_is_found_as_specified(self, case: Case) -> None:
        means_what_it_says(case)

    @given(cases(groups()))
    def test_a_group_is_found_as_specified(self, case: Case) -> None:
        event(f"read in two branches: {reads_in_two_branches(case.predicate, case.setting, case.clauses)}")
        means_what_it_says(case)

    @given(cases(groups()))
    def test_a_finding_keeps_what_each_of_its_nodes_means_alone(self, case: Case) -> None:
        unvisited = [judge(case.predicate, case.knowledge, case.setting, case.clauses)]
        while unvisited:
            found = unvisited.pop()
            assert found.mask == judge(found.node, case.knowledge, case.setting, case.clauses).mask
            if not isinstance(found.node, AreAll):
                unvisited.extend(found.parts)


three = st.tuples(leaves(), leaves(), leaves())
LAWS: dict[str, Any] = {
    "associativity of all_of": lambda a, b, c: (all_of(a, all_of(b, c)), all_of(all_of(a, b), c)),
    "associativity of any_of": lambda a, b, c: (any_of(a, any_of(b, c)), any_of(any_of(a, b), c)),
    "commutativity of all_of": lambda a, b, c: (all_of(a, b, c), all_of(c, a, b)),
    "commutativity of any_of": lambda a, b, c: (any_of(a, b, c), any_of(c, a, b)),
    "De Morgan for all_of": lambda a, b, c: (not_(all_of(a, b, c)), any_of(not_(a), not_(b), not_(c))),
    "De Morgan for any_of": lambda a, b, c: (not_(any_of(a, b, c)), all_of(not_(a), not_(b), not_(c))),
    "double negation": lambda a, b, c: (not_(not_(where(a, b))), where(a, b)),
    "negation under a guard": lambda a, b, c: (not_(where(a, all_of(b, c))), where(a, not_(all_of(b, c)))),
}
"""Laws whose two sides read the same as often, so that they hold of what is found and not only of what is meant."""


class TestLawsOfTrees:
    """The laws of the verdicts hold between whole predicates."""

    @pytest.mark.parametrize("law", LAWS)
    @given(data=st.data())
    def test_both_sides_of_a_law_are_found_alike(self, law: str, data: st.DataObject) -> None:
        left, right = LAWS[law](*data.draw(three))
        knowledge = data.draw(knowledge_for(all_of(left, right).node, AT_FINAL, {}))
        assert judge(left.node, knowledge, AT_FINAL).mask == judge(right.node, knowledge, AT_FINAL).mask

    @given(data=st.data())
    def test_a_guard_is_shared_by_what_it_guards(self, data: st.DataObject) -> None:
        """`where(g, all_of(a, b)) = all_of(where(g, a), where(g, b))` in meaning; the right reads g twice, and may be
        found over-cautious. A share of nothing is open even in one world, and so may differ from itself."""
        guard, a, b = data.draw(three)
        assume(not any(isinstance(node, Quotient) for node in nodes_of(guard.node)))
        once, twice = where(guard, all_of(a, b)).node, all_of(where(guard, a), where(guard, b)).node
        knowledge = data.draw(knowledge_for(once, AT_FINAL, {}))
        assert possible(once, knowledge, AT_FINAL) == possible(twice, knowledge, AT_FINAL)
        assert judge(once, knowledge, AT_FINAL).mask & ~judge(twice, knowledge, AT_FINAL).mask == 0

    @given(data=st.data())
    def test_a_part_said_twice_means_no_more_than_once(self, data: st.DataObject) -> None:
        part = data.draw(leaves())
        knowledge = data.draw(knowledge_for(part.node, AT_FINAL, {}))
        for twice in (all_of(part, part), any_of(part, part)):
            assert judge(twice.node, knowledge, AT_FINAL).mask == judge(part.node, knowledge, AT_FINAL).mask


def knowing(**places: Known) -> Knowledge:
    """Knowledge of counts at the two moments of the final review: `poor_2021`, `near_2024` and so on."""
    at = {"2021": dict(AT_FINAL.surveys)["start_of_period"], "2024": dict(AT_FINAL.surveys)["review"]}
    facts = {"poor": poor.fact, "near": near.fact}
    keys = {name: place_of(facts[name.split("_")[0]], at[name.split("_")[1]]) for name in places}
    return Knowledge({keys[name]: known for name, known in places.items()}, {}, AT_FINAL.days)


class TestKnownCases:
    """The specification itself, on cases worked by hand; the engine beside it."""

    def found(self, condition: Condition[Place], knowledge: Knowledge) -> int:
        """What both say; it is an error when they differ."""
        specified = possible(condition.node, knowledge, AT_FINAL)
        assert judge(condition.node, knowledge, AT_FINAL).mask == specified
        return specified

    def halves(self, scale: Any, zero: Condition[Place]) -> Condition[Place]:
        """A fall by more than half."""
        fall: Condition[Place] = scale.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=zero)
        return fall

    @pytest.mark.parametrize(("start", "end", "said"), [(2, 1, F), (3, 1, M), (0, 1, F), (0, 0, N), (1, 0, M)])
    def test_a_fall_by_more_than_half(self, start: int, end: int, said: int) -> None:
        known = knowing(poor_2021=Known(start, start), poor_2024=Known(end, end))
        assert self.found(self.halves(poor, NOT_APPLICABLE), known) == said

    def test_a_part_that_exceeds_the_threshold_alone_decides(self) -> None:
        known = knowing(poor_2021=Known(2, 2), near_2021=Known(0, 0), poor_2024=Known(2, 2))
        assert self.found(self.halves(poor + near, lends.is_yes()), known) == F

    def test_a_missing_part_that_could_decide_leaves_it_open(self) -> None:
        known = knowing(poor_2021=Known(3, 3), near_2021=Known(0, 0), poor_2024=Known(1, 1))
        assert self.found(self.halves(poor + near, lends.is_yes()), known) == M | F

    def test_a_fall_of_a_share_of_nothing_is_open(self) -> None:
        known = knowing(near_2021=Known(0, 0), poor_2021=Known(0, 0), near_2024=Known(0, 0), poor_2024=Known(1, 1))
        assert self.found(self.halves(near.as_share_of(poor), lends.is_yes()), known) == M | F

    def test_twice_the_fall_beside_the_start_reads_the_start_once(self) -> None:
        start: Quantity[Place, int] = poor.at(START_OF_PERIOD)
        doubled = (start - poor).times(2).is_more_than(start)
        assert self.found(doubled, knowing(poor_2021=Known(2, 3), poor_2024=Known(1, 1))) == M | F
        assert self.found(doubled, knowing(poor_2021=Known(2, 3), poor_2024=Known(0, 0))) == M

    @pytest.mark.parametrize(
        ("register", "said"),
        [
            (KnownRegister(), M | F | N),
            (KnownRegister((), 0, 0), N),
            (KnownRegister((KnownEntry("1", {"real": Known(options=frozenset({"yes"}))}),), 0, 0), M),
            (KnownRegister((KnownEntry("1", {"real": Known(options=frozenset({"yes"}))}),), 0, None), M | F),
            (KnownRegister((KnownEntry("1", {"real": Known(options=frozenset({"no"}))}),), 0, None), F),
            (KnownRegister((KnownEntry("1", {"real": Known(options=frozenset({"no"}))}, certain=False),), 0, 0), F | N),
            (KnownRegister((KnownEntry("1", {"real": Known(options=frozenset({"no"}))}),), 0, 0, 1), F | N),
            (KnownRegister((), 1, 1), M | F),
        ],
    )
    def test_every_entry_of_a_register(self, register: KnownRegister, said: int) -> None:
        knowledge = Knowledge({}, {"gifts": register}, AT_FINAL.days)
        assert self.found(gifts.are_all(real.is_yes()), knowledge) == said

    def test_a_reading_that_nobody_adopted_is_the_union_of_its_options(self) -> None:
        nothing = Knowledge({}, {"gifts": KnownRegister((), 0, 0)}, AT_FINAL.days)
        chosen: Condition[Place] = OPEN.choose(first=gifts.are_all(real.is_yes()), second=lends.is_yes())
        assert self.found(chosen, nothing) == M | F | N

    def test_a_disqualifier_that_may_be_met_leaves_not_met_open(self) -> None:
        known = Knowledge({"lends": Known(options=frozenset({"yes"}))}, {}, AT_FINAL.days)
        assert self.found(unless(lends.is_yes(), poor.is_at_least(1)), known) == M | F
