"""Predicates with their owner: combined with words or with `&`, `|`, `~`, and with no truth value of their own."""

from datetime import date
from operator import ge, gt, le, lt
from typing import Any

import pytest
from small_plan import STRICTLY, Area, again, area, founded_on, has_fund, jobs, reports, sent_on, under_inquiry

from thidua import nodes as n
from thidua.conditions import (
    ALWAYS,
    NEVER,
    NOT_APPLICABLE,
    Condition,
    all_of,
    any_of,
    at_least,
    at_review,
    not_,
    unless,
    where,
)
from thidua.errors import (
    AmbiguousCountError,
    CountOutOfRangeError,
    EmptyCombinationError,
    MisplacedError,
    NoOrderError,
    NoTruthValueError,
)
from thidua.periods import CUT_OFF
from thidua.texts import Text

A, B = has_fund.is_yes(), jobs.is_at_least(3)
DISQUALIFIED = unless(A, under_inquiry.is_yes())


class TestTruth:
    """`bool()` of a predicate raises and says what to write instead."""

    def test_a_predicate_has_none(self) -> None:
        with pytest.raises(NoTruthValueError, match=r"combine with `&`, `\|`, `~`, and judge with `assess"):
            bool(A)

    def test_so_and_and_or_cannot_swallow_one(self) -> None:
        with pytest.raises(NoTruthValueError):
            A and B


class TestOrder:
    """`<`, `<=`, `>`, `>=` between predicates raise and say what to write instead."""

    @pytest.mark.parametrize(
        "compare", [lambda: A < B, lambda: A <= B, lambda: A > B, lambda: A >= B, lambda: A < 3, lambda: 3 < A]
    )
    def test_predicates_have_none(self, compare: Any) -> None:
        with pytest.raises(NoOrderError, match=r"compare quantities with is_at_least\(…\)"):
            compare()

    @pytest.mark.parametrize("order", [lt, le, gt, ge])
    def test_quantities_and_days_have_verbs_instead(self, order: Any) -> None:
        for other in (jobs, 3):
            with pytest.raises(NoOrderError, match=r"^a quantity is compared by a verb: is_at_least\(…\), "):
                order(jobs, other)
        for other in (founded_on, date(2025, 6, 20)):
            with pytest.raises(NoOrderError, match=r"^a day is compared by a verb: is_before\(…\), "):
                order(founded_on, other)


class TestEquality:
    """`==` and `hash` are structural; two predicates may mean the same and yet differ."""

    def test_equal_trees_are_equal(self) -> None:
        assert all_of(A, B) == all_of(has_fund.is_yes(), jobs.is_at_least(3))
        assert len({all_of(A, B), all_of(has_fund.is_yes(), jobs.is_at_least(3))}) == 1

    def test_order_is_kept_so_it_matters(self) -> None:
        assert all_of(A, B) != all_of(B, A)

    def test_nothing_is_simplified(self) -> None:
        assert all_of(A) != A
        assert not_(not_(A)) != A
        assert all_of(all_of(A, B), A).node == n.AllOf((n.AllOf((A.node, B.node)), A.node))

    def test_survives_pickling(self) -> None:
        tree = where(A, any_of(B, not_(A)))

        assert again(tree) == tree
        assert hash(again(tree)) == hash(tree)


class TestOperators:
    """`&`, `|`, `~` combine whole predicates in notebooks."""

    def test_build_the_same_nodes_as_the_words(self) -> None:
        assert A & B == all_of(A, B)
        assert A | B == any_of(A, B)
        assert ~A == not_(A)

    @pytest.mark.parametrize("combine", [lambda: A & True, lambda: A | True, lambda: True & A])
    def test_refuse_what_is_no_predicate(self, combine: Any) -> None:
        with pytest.raises(TypeError, match="unsupported operand"):
            combine()


class TestCombinators:
    """A combinator without children, or k outside 1…n, is an error when built."""

    @pytest.mark.parametrize(
        ("build", "name"), [(all_of, "all_of"), (any_of, "any_of"), (lambda: at_least(1), "at_least")]
    )
    def test_without_children_are_refused(self, build: Any, name: str) -> None:
        with pytest.raises(EmptyCombinationError, match=rf"{name}\(\) needs at least one predicate"):
            build()

    @pytest.mark.parametrize("build", [all_of, any_of, not_, lambda x: at_least(1, x), lambda x: where(A, x)])
    @pytest.mark.parametrize("given", [True, "có", A.node, jobs])
    def test_refuse_what_is_no_predicate(self, build: Any, given: object) -> None:
        with pytest.raises(TypeError, match=r"combines predicates but got .*; use a fact's verb"):
            build(given)

    @pytest.mark.parametrize(("constant", "mask"), [(ALWAYS, 1), (NEVER, 2), (NOT_APPLICABLE, 4)])
    def test_three_constants_stand_for_the_finals(self, constant: Condition[Any], mask: int) -> None:
        assert constant.node == n.Constant(mask)


class TestAtLeast:
    """The keyword is required as soon as a child can be not applicable."""

    @pytest.mark.parametrize("k", [-1, 0, 3])
    def test_k_outside_the_children_is_refused(self, k: int) -> None:
        with pytest.raises(CountOutOfRangeError, match=rf"at_least\({k}, …\) of 2 predicates: expected 1 to 2"):
            at_least(k, A, B)

    def test_an_optional_child_asks_what_fewer_means(self) -> None:
        with pytest.raises(AmbiguousCountError, match='say if_fewer_applicable="cap", "strict" or "not_applicable"'):
            at_least(1, A, where(A, B))

    @pytest.mark.parametrize("mode", ["cap", "strict", "not_applicable"])
    def test_the_answer_is_kept_in_the_node(self, mode: Any) -> None:
        tree = at_least(1, A, where(A, B), if_fewer_applicable=mode)

        assert tree.node == n.AtLeast(1, (A.node, where(A, B).node), mode)

    def test_without_optional_children_nothing_need_be_said(self) -> None:
        assert at_least(2, A, B).node == n.AtLeast(2, (A.node, B.node), "cap")


class TestUnless:
    """Only at the root of a group: nothing above may skip it."""

    def test_stands_at_the_root(self) -> None:
        assert DISQUALIFIED.node == n.Unless(A.node, under_inquiry.is_yes().node)

    @pytest.mark.parametrize(
        ("build", "name"),
        [
            (lambda x: all_of(A, x), "all_of"),
            (lambda x: any_of(x, A), "any_of"),
            (lambda x: at_least(1, x, A), "at_least"),
            (not_, "not_"),
            (lambda x: where(A, x), "where"),
            (lambda x: where(x, A), "where"),
            (lambda x: unless(x, A), "unless"),
            (lambda x: unless(A, x), "unless"),
            (lambda x: x & A, "all_of"),
            (lambda x: A | x, "any_of"),
            (lambda x: ~x, "not_"),
            (lambda x: STRICTLY.choose(more_than=A, at_least=x), "A-02.choose"),
        ],
    )
    def test_stands_nowhere_else(self, build: Any, name: str) -> None:
        with pytest.raises(MisplacedError, match=rf"only at the root of a group, not inside {name}\(\)"):
            build(DISQUALIFIED)


class TestAtReview:
    """Some things are asked at some reviews only."""

    def test_names_the_reviews_by_id(self) -> None:
        label = Text("khi tổng kết", "at the final review")

        assert at_review(label, "final", "special").node == n.AtReview(("final", "special"), label)

    def test_needs_a_review(self) -> None:
        with pytest.raises(EmptyCombinationError, match=r"at_review\(\) needs at least one review"):
            at_review(Text("", ""))


def test_predicates_over_an_entry_are_ordinary_predicates() -> None:
    tree = all_of(sent_on.is_not_after(CUT_OFF), not_(sent_on.is_before(CUT_OFF)))

    assert reports.are_all(tree).node == n.AreAll(reports.register, tree.node)
    assert area.is_one_of(Area.I) != area.is_one_of(Area.II)
