"""why(): the smallest sets of findings that a verdict rests on, or what leaves it open."""

from __future__ import annotations

from typing import ClassVar
from unittest.mock import patch

import pytest
from attrs import evolve
from hypothesis import assume, event, given
from hypothesis import strategies as st
from knowledge_strategies import Case, cases
from movement import FIRST, ON, SECOND, VOCABULARY, Place, jobs, lends, plan_for
from open_trees import (
    Found,
    answered,
    found_of,
    found_trees,
    leaves_of,
    minimal_by_trying_all,
    question,
    turning_by_trying_all,
)
from strategies import groups

from thidua import nodes as n
from thidua.conditions import ALWAYS, Condition, all_of, any_of
from thidua.dossiers import Dossier
from thidua.evidence import Paper
from thidua.findings import Assessment, Finding
from thidua.interpreters import decisive as decisive_module
from thidua.interpreters import pivotal as pivotal_module
from thidua.interpreters.assess import assess, judge
from thidua.interpreters.decisive import decisive
from thidua.interpreters.folding import folding, refold
from thidua.interpreters.found import LEAVES
from thidua.interpreters.pivotal import pivotal
from thidua.interpreters.sufficient import Sufficient, sufficient
from thidua.interpreters.why import nothing_known, why
from thidua.interpreters.why_wording import why_data
from thidua.knowledge import Knowledge
from thidua.nodes import Fact, Predicate, Sensitivity
from thidua.sources import Document
from thidua.verdicts import FINALS, M

MANY = 1_000


def nodes_in(outcome: Sufficient) -> set[frozenset[Predicate]]:
    """The predicates of each set."""
    return {frozenset(leaf.node for leaf in each) for each in outcome.sets}


class TestFolding:
    """The same three steps give what `assess` gives, part by part."""

    @given(cases(groups()))
    def test_a_tree_folded_again_gives_what_was_found(self, case: Case) -> None:
        found = judge(case.predicate, case.knowledge, case.setting, case.clauses)
        assert refold(found, lambda _: None) == found.mask


class TestSufficient:
    """Every `why` set re-derives the verdict alone, and no proper subset of it does."""

    @given(found_trees())
    def test_the_sets_are_those_that_trying_all_finds(self, found: Found) -> None:
        outcome = sufficient(found.finding, found.blank, at_most=MANY)
        event(f"sets: {len(outcome.sets)}")
        assert not outcome.capped
        assert nodes_in(outcome) == minimal_by_trying_all(found)

    @given(found_trees(again=True))
    def test_they_are_where_a_question_is_put_twice(self, found: Found) -> None:
        assert nodes_in(sufficient(found.finding, found.blank, at_most=MANY)) == minimal_by_trying_all(found)

    @given(cases(groups()))
    def test_they_are_over_facts_of_every_kind(self, case: Case) -> None:
        found = judge(case.predicate, case.knowledge, case.setting, case.clauses)
        blank = judge(case.predicate, Knowledge(days=case.setting.days), case.setting, case.clauses)
        outcome = sufficient(found, blank, at_most=MANY)
        assert nodes_in(outcome) == minimal_by_trying_all(Found(found, blank))

    @given(found_trees(most=8), st.integers(1, 3))
    def test_a_capped_search_says_so_and_holds_only_minimal_sets(self, found: Found, at_most: int) -> None:
        outcome = sufficient(found.finding, found.blank, at_most=at_most)
        every = minimal_by_trying_all(found)
        assert outcome.sets
        assert len(outcome.sets) <= at_most
        assert nodes_in(outcome) <= every
        assert outcome.capped or nodes_in(outcome) == every

    def test_the_smallest_comes_first(self) -> None:
        tree = n.AnyOf((n.AllOf((question(0), question(1))), question(2)))
        found = found_of(tree, answered(["yes", "yes", "yes"]))
        outcome = sufficient(found.finding, found.blank, at_most=MANY)
        assert [[leaf.node for leaf in each] for each in outcome.sets] == [[question(2)], [question(0), question(1)]]

    def test_what_a_capped_search_put_together_is_made_minimal(self) -> None:
        tree = n.AllOf((n.AnyOf((question(0), question(1))), n.AnyOf((question(1), question(2)))))
        found = found_of(tree, answered(["yes", "yes", "yes"]))
        outcome = sufficient(found.finding, found.blank, at_most=1)
        assert [[leaf.node for leaf in each] for each in outcome.sets] == [[question(1)]]

    def test_what_the_plan_alone_decides_rests_on_nothing(self) -> None:
        found = found_of(n.AnyOf((n.Constant(M), question(0))), answered(["yes"]))
        assert sufficient(found.finding, found.blank, at_most=MANY).sets == ((),)

    @given(found_trees(), st.randoms(use_true_random=False))
    def test_the_order_of_the_parts_does_not_matter(self, found: Found, random) -> None:
        def turned(node: Predicate) -> Predicate:
            match node:
                case n.AllOf(parts) | n.AnyOf(parts):
                    shuffled = [turned(part) for part in parts]
                    random.shuffle(shuffled)
                    return type(node)(tuple(shuffled))
                case n.Not(part):
                    return n.Not(turned(part))
                case n.Where(guard, body):
                    return n.Where(turned(guard), turned(body))
                case _:
                    return node

        knowledge = Knowledge({leaf.node.fact.name: leaf.known for leaf in leaves_of(found.finding) if leaf.known})
        other = found_of(turned(found.finding.node), knowledge)
        sets = nodes_in(sufficient(found.finding, found.blank, at_most=MANY))
        assert nodes_in(sufficient(other.finding, other.blank, at_most=MANY)) == sets


class TestPivotal:
    """Of an open verdict: each open finding that could still turn it alone, however the others turn out."""

    @given(st.one_of(found_trees(), found_trees(again=True)))
    def test_it_is_what_trying_all_finds(self, found: Found) -> None:
        turning = pivotal(found.finding)
        leaves = {leaf.node for leaf in turning.values() if isinstance(leaf.node, LEAVES)}
        event(f"open: {found.finding.mask not in FINALS}")
        assert leaves == turning_by_trying_all(found.finding)

    @given(found_trees())
    def test_nothing_turns_a_definite_verdict(self, found: Found) -> None:
        assume(found.finding.mask in FINALS)
        assert not pivotal(found.finding)


class TestDecisive:
    """A leaf is decisive when it belongs to some `why`: exactly, where no leaf stands twice."""

    @given(found_trees())
    def test_a_leaf_is_decisive_when_it_is_in_some_why(self, found: Found) -> None:
        if found.finding.mask in FINALS:
            expected = {node for each in minimal_by_trying_all(found) for node in each}
        else:
            expected = turning_by_trying_all(found.finding)
        reached = decisive(found.finding, found.blank)
        assert {leaf.node for leaf in leaves_of(found.finding) if id(leaf) in reached} == expected

    @given(found_trees())
    def test_the_way_down_to_a_decisive_leaf_is_decisive(self, found: Found) -> None:
        reached = decisive(found.finding, found.blank)

        def agrees(each: Finding) -> None:
            if not isinstance(each.node, LEAVES):
                assert (id(each) in reached) >= any(id(part) in reached for part in each.parts)
                for part in each.parts:
                    agrees(part)

        agrees(found.finding)

    @pytest.mark.parametrize("answer", [True, False, None])
    def test_a_clause_referred_to_twice_is_taken_once(self, answer: bool | None) -> None:
        twice, other = Condition[Place](n.ClauseMet(FIRST)), jobs.is_at_least(1)
        plan = plan_for(all_of(twice, any_of(twice, other)), first=lends.is_yes())
        said = () if answer is None else (Paper(Document("1", ON, "an office"), lends.recorded(answer)),)
        found = assess(plan, Dossier(Place("P-01", "A place"), said), on=ON)
        blank = nothing_known(found)
        (leaf,) = sufficient(found.found, blank.found, at_most=1).sets[0] or [found.clauses[0][1]]
        assert leaf.node == lends.is_yes().node
        assert id(found.clauses[0][1]) in decisive(found.found, blank.found)

    def test_a_capped_search_takes_a_clause_referred_to_twice_once(self) -> None:
        twice = Condition[Place](n.ClauseMet(FIRST))
        plan = plan_for(
            all_of(twice, any_of(twice, jobs.is_at_least(2))), first=any_of(lends.is_yes(), jobs.is_at_least(1))
        )
        said: ClassVar = Paper(Document("1", ON, "an office"), lends.recorded(True), jobs.recorded(1))
        found = assess(plan, Dossier(Place("P-01", "A place"), (said,)), on=ON)
        outcome = sufficient(found.found, nothing_known(found).found, at_most=1)
        assert outcome.capped
        assert nodes_in(outcome) == {frozenset({lends.is_yes().node})}

    @pytest.mark.parametrize("answer", ["yes", "no", None])
    @pytest.mark.parametrize("size", [10, 100, 1_000, 10_000])
    def test_every_finding_is_visited_once_up_and_once_down(self, size: int, answer: str | None) -> None:
        wide = size // 10
        rows = [n.AnyOf(tuple(question(10 * row + i) for i in range(9))) for row in range(wide)]
        found = found_of(n.AllOf(tuple(rows)), answered([answer] * size))
        steps = [0]

        def counted(node: Predicate):
            made = folding(node)

            def step(state, mask):
                steps[0] += 1
                return made.step(state, mask)

            return made._replace(step=step)

        with patch.object(decisive_module, "folding", counted), patch.object(pivotal_module, "folding", counted):
            assert decisive(found.finding, found.blank)
        assert steps[0] <= 40 * size


class TestCapped:
    """Where there were more sets than may be held the answer says so, of findings and of clauses alike."""

    said = Paper(Document("1", ON, "an office"), lends.recorded(True), jobs.recorded(1))

    def found(self, group: Condition[Place], first: Condition[Place], second: Condition[Place]) -> Assessment[Place]:
        plan = plan_for(group, first=first, second=second)
        return assess(plan, Dossier(Place("P-01", "A place"), (self.said,)), on=ON)

    def test_of_findings(self) -> None:
        found = self.found(Condition(n.ClauseMet(FIRST)), any_of(lends.is_yes(), jobs.is_at_least(1)), ALWAYS)
        every, one = why(found), why(found, at_most=1)

        assert (len(every.sets), len(every.clauses), every.capped) == (2, 1, False)
        assert (len(one.sets), len(one.clauses), one.capped) == (1, 1, True)

    def test_of_clauses(self) -> None:
        either = any_of(Condition[Place](n.ClauseMet(FIRST)), Condition[Place](n.ClauseMet(SECOND)))
        found = self.found(either, lends.is_yes(), lends.is_yes())
        every, one = why(found), why(found, at_most=1)

        assert (len(every.sets), len(every.clauses), every.capped) == (1, 2, False)
        assert (len(one.sets), len(one.clauses), one.capped) == (1, 1, True)

    def test_of_one_clause_its_own_findings_are_counted(self) -> None:
        found = self.found(Condition(n.ClauseMet(FIRST)), any_of(lends.is_yes(), jobs.is_at_least(1)), lends.is_yes())

        assert why(found, of=FIRST, at_most=1).capped
        assert not why(found, of=SECOND, at_most=1).capped


class TestSensitivity:
    """A reason tells how sensitive the most sensitive thing is that it reads; what says nothing of itself is public."""

    @pytest.mark.parametrize("sensitivity", Sensitivity)
    def test_is_that_of_the_fact_read(self, sensitivity: Sensitivity) -> None:
        fact = evolve(lends.fact, sensitivity=sensitivity)
        found = self.found(Condition(evolve(lends.is_yes().node, fact=fact)), fact)

        assert [reason["sensitivity"] for each in why_data(found)["sets"] for reason in each] == [sensitivity.value]

    def found(self, asked: Condition[Place], fact: Fact) -> Assessment[Place]:
        words = evolve(VOCABULARY, facts=tuple(fact if each.name == fact.name else each for each in VOCABULARY.facts))
        group = evolve(plan_for(ALWAYS).criteria[0], requires=asked)
        plan = evolve(plan_for(ALWAYS), contents=(group,), vocabularies=(words,))
        return assess(plan, Dossier(Place("P-01", "A place")), on=ON)
