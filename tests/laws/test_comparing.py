"""The laws of compare(): what is proved impossible never happens, and what is said to happen does."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import event, given, settings
from hypothesis import strategies as st
from movement import AT_FINAL, FIRST, SECOND, Place, colour, gifts, jobs, lends, plan_for, real, visits
from strategies import compared as compared_with
from strategies import dated_leaves, groups, shares, small, some_colours, timed
from truths import Truth, truths

from thidua import all_of, any_of, assess, compare, not_, percent, where
from thidua.coherence import NeverTogether, never_together
from thidua.conditions import Condition
from thidua.errors import InvalidPlanError
from thidua.interpreters.assess import judge
from thidua.interpreters.comparing.results import GroupComparison, Relation, Status
from thidua.movements import Plan
from thidua.nodes import Unless
from thidua.texts import Text
from thidua.verdicts import VERDICTS, M

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of a strategy, where a draw fails

WHY = Text("không thể cùng đúng", "they exclude one another")
Asked = tuple[Condition[Place], dict[str, Any]]


def edition(asked: Asked) -> Plan:
    """A plan of the tiny movement that asks one thing."""
    condition, clauses = asked
    return plan_for(condition, Condition(clauses[FIRST]), Condition(clauses[SECOND]))


def compared(old: Plan, new: Plan, **more: Any) -> GroupComparison:
    """The only group, at the final review."""
    (found,) = compare(old, new, review="final", on=AT_FINAL.on, **more).groups
    return found


def word(plan: Plan, truth: Truth) -> str:
    """How a complete world comes out."""
    criteria = plan.criteria[0]
    clauses = {clause.id: clause.node for clause in criteria.clauses}
    return VERDICTS[judge(criteria.node, truth.known(AT_FINAL), AT_FINAL, clauses).mask].id


@st.composite
def editions(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """Two editions that have something in common, as editions do."""
    one, other = draw(groups()), draw(groups())
    (first, clauses), (second, _) = one, other
    new = [second]
    if not isinstance(first.node, Unless):
        new += [not_(first), all_of(first, first)]
        if not isinstance(second.node, Unless):
            new += [all_of(first, second), any_of(first, second), where(second, first)]
    return edition(one), edition((draw(st.sampled_from(new)), clauses))


of_facts: st.SearchStrategy[Condition[Place]] = st.one_of(
    st.just(lends.is_yes()), some_colours.map(lambda options: colour.is_one_of(*options)), timed,
    compared_with(st.one_of(dated_leaves, st.just(jobs)), st.one_of(small, dated_leaves)),
    compared_with(shares, st.sampled_from([0, 50]).map(percent)),
    compared_with(st.sampled_from([gifts.number(where=real.is_yes()), visits.number()]), st.integers(0, 2)),
)  # fmt: skip
pairs_of_facts = st.tuples(of_facts, of_facts)
truths_of_facts = st.one_of(
    of_facts,
    of_facts.map(not_),
    pairs_of_facts.map(lambda two: any_of(*two)),
    pairs_of_facts.map(lambda two: all_of(*two)),
)
declarations = st.lists(truths_of_facts, min_size=1, max_size=2).map(lambda parts: never_together(*parts, because=WHY))


def declaring(plan: Plan, never: list[NeverTogether]) -> Plan:
    (words,) = plan.vocabularies
    return evolve(plan, vocabularies=(evolve(words, cannot_be=tuple(never)),))


class TestWhatCannotBe:
    """Worlds that are declared impossible are left out, all of them and no other."""

    @settings(max_examples=60)
    @given(editions(), st.lists(declarations, min_size=1, max_size=2), st.lists(truths(), min_size=1, max_size=6))
    def test_who_can_be_moves_in_no_way_proved_impossible(
        self, pair: tuple[Plan, Plan], never: list[NeverTogether], worlds: list[Truth]
    ) -> None:
        known = [truth.known(AT_FINAL) for truth in worlds]
        can_be = [
            truth
            for truth, what in zip(worlds, known, strict=True)
            if all(judge(each.node, what, AT_FINAL).mask != M for each in never)
        ]
        old, new = (declaring(plan, never) for plan in pair)
        try:
            found = compared(old, new, examples=20)
        except InvalidPlanError:
            event("nobody can be")
            assert can_be == []
            return
        event(f"{found.status.name}, {len(can_be)} of {len(worlds)} can be")
        moves = {(move.old, move.new): move.possible for move in found.moves}

        for truth in can_be:
            assert moves[word(old, truth), word(new, truth)] is not False
        for witness in found.witnesses:
            cautions = (*witness.before.knowledge.cautions, *witness.after.knowledge.cautions)
            assert "cannot_be" not in [caution.code for caution in cautions]

    @settings(max_examples=30)
    @given(editions(), st.lists(declarations, min_size=1, max_size=2))
    def test_what_is_impossible_anyway_stays_impossible(
        self, pair: tuple[Plan, Plan], never: list[NeverTogether]
    ) -> None:
        free = {(move.old, move.new): move.possible for move in compared(*pair, examples=20).moves}
        try:
            fewer = compared(*(declaring(plan, never) for plan in pair), examples=20)
        except InvalidPlanError:
            return

        for move in fewer.moves:
            if free[move.old, move.new] is False:
                assert not move.possible


class TestSoundness:
    """A move that is proved impossible happens in no complete world; one said to happen has a dossier that shows it."""

    @settings(max_examples=40)
    @given(editions(), st.lists(truths(), min_size=1, max_size=6))
    def test_no_world_moves_in_a_way_proved_impossible(self, pair: tuple[Plan, Plan], worlds: list[Truth]) -> None:
        old, new = pair
        found = compared(old, new, examples=20)
        moves = {(move.old, move.new): move.possible for move in found.moves}
        event(f"{found.status.name} {found.relation.name}")

        for truth in worlds:
            assert moves[word(old, truth), word(new, truth)] is not False

    @settings(max_examples=40)
    @given(editions())
    def test_every_witness_stands(self, pair: tuple[Plan, Plan]) -> None:
        found = compared(*pair, examples=20)

        for move in found.moves:
            if move.witness is not None:
                told = (move.witness.before, move.witness.after)
                again = [assess(a.plan, a.dossier, on=a.setting.on, review=a.setting.review.id) for a in told]
                assert [one.verdict.id for one in again] == [move.old, move.new]

    @settings(max_examples=30)
    @given(groups())
    def test_an_edition_beside_itself_is_equivalent(self, asked: Asked) -> None:
        plan = edition(asked)
        found = compared(plan, plan)

        assert (found.relation, found.status) == (Relation.EQUIVALENT, Status.PROVED)
        assert not found.witnesses

    @settings(max_examples=30)
    @given(editions())
    def test_the_other_way_round_it_is_the_other_word(self, pair: tuple[Plan, Plan]) -> None:
        turned = {Relation.STRICTER: Relation.LOOSER, Relation.LOOSER: Relation.STRICTER}
        forth, back = compared(*pair), compared(*reversed(pair))

        if forth.status is back.status is Status.PROVED:
            assert back.relation is turned.get(forth.relation, forth.relation)
