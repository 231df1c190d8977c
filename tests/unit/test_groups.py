"""How the clauses of a group count together when one joins them or is gone: as many may be missing as before."""

from __future__ import annotations

from typing import Any

import pytest
from small_plan import STRICTLY, has_fund

from thidua import nodes as n
from thidua.conditions import Condition, all_of, any_of, at_least, not_, unless, where
from thidua.errors import MisplacedError
from thidua.groups import joined_by, without

A, B, C, D = (Condition[Any](n.ClauseMet(name)) for name in "ABCD")
FUND = has_fund.is_yes()


def strictly(k: int, *parts: Condition[Any]) -> Condition[Any]:
    return at_least(k, *parts, if_fewer_applicable="strict")


class TestJoining:
    """A new clause counts wherever another counts, right after it."""

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (all_of(A, B), all_of(A, D, B)),
            (any_of(A, B), any_of(A, D, B)),
            (strictly(2, A, B), strictly(3, A, D, B)),
            (strictly(1, A, B), strictly(2, A, D, B)),
            (A, all_of(A, D)),
            (all_of(A), all_of(A, D)),
            (where(FUND, A), where(FUND, all_of(A, D))),
            (unless(all_of(A, B), FUND), unless(all_of(A, D, B), FUND)),
            (all_of(any_of(A, B), all_of(A, C)), all_of(any_of(A, D, B), all_of(A, D, C))),
            (
                STRICTLY.choose(more_than=all_of(A, B), at_least=B),
                STRICTLY.choose(more_than=all_of(A, D, B), at_least=B),
            ),
        ],
    )
    def test_stands_after_the_other(self, before: Condition[Any], after: Condition[Any]) -> None:
        assert joined_by(before, "D", beside="A") == after

    @pytest.mark.parametrize("requires", [all_of(B, C), all_of(B, not_(A))])
    def test_beside_what_is_not_counted_is_refused(self, requires: Condition[Any]) -> None:
        with pytest.raises(MisplacedError, match="counted_with="):
            joined_by(requires, "D", beside="A")


class TestLeaving:
    """The clauses that are left count as before."""

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (all_of(A, B), all_of(B)),
            (any_of(A, B), any_of(B)),
            (strictly(2, A, B), strictly(1, B)),
            (strictly(2, A, B, C), strictly(1, B, C)),
            (strictly(1, A, B), strictly(1, B)),
            (all_of(B, not_(A)), all_of(B)),
            (all_of(B, where(FUND, A)), all_of(B)),
            (all_of(B, any_of(A)), all_of(B)),
            (unless(B, A), B),
            (all_of(B, STRICTLY.choose(more_than=A, at_least=all_of(A))), all_of(B)),
            (all_of(B, C), all_of(B, C)),
            (A, None),
            (all_of(A), None),
            (unless(A, FUND), None),
        ],
    )
    def test_leaves_the_others(self, before: Condition[Any], after: Condition[Any] | None) -> None:
        assert without(before, "A") == after

    @pytest.mark.parametrize("requires", [all_of(B, where(A, C)), STRICTLY.choose(more_than=A, at_least=B)])
    def test_what_rests_on_it_alone_must_be_said_anew(self, requires: Condition[Any]) -> None:
        with pytest.raises(MisplacedError, match="rests on 'A' alone"):
            without(requires, "A")
