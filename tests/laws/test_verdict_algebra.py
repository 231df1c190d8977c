"""The laws of the verdicts, tried on every case: three finals, seven sets of finals, nothing is sampled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import permutations, product

import pytest

from thidua.conditions import ALWAYS, NEVER, NOT_APPLICABLE, at_least, where
from thidua.errors import AmbiguousCountError, CountOutOfRangeError
from thidua.verdicts import (
    ALL,
    ANY,
    ANYTHING,
    FINALS,
    MET,
    NOT,
    NOT_MET,
    UNLESS,
    VERDICTS,
    WHERE,
    F,
    IfFewer,
    M,
    N,
    all_final,
    any_final,
    at_least_final,
    at_least_mask,
    lift,
    members,
    not_final,
    unless_final,
    where_final,
)

SETS = range(1, 8)
MODES: tuple[IfFewer, ...] = ("cap", "strict", "not_applicable")
Combinator = Callable[[Iterable[int]], int]
Table = tuple[tuple[int, ...], ...]

FOLDS = pytest.mark.parametrize(("final", "table"), [(all_final, ALL), (any_final, ANY)], ids=["all_of", "any_of"])


def at_least_of(k: int, mode: IfFewer) -> Combinator:
    """`at_least` as a function of its children alone."""
    return lambda finals: at_least_final(k, tuple(finals), mode)


def folded(table: Table, masks: Iterable[int]) -> int:
    """Children combined one by one."""
    found = N
    for mask in masks:
        found = table[found][mask]
    return found


class TestFinals:
    """Combinators are defined on the three finals: met, not met, not applicable."""

    def test_all_of_drops_not_applicable_then_not_met_wins(self) -> None:
        said = {(a, b): all_final((a, b)) for a, b in product(FINALS, repeat=2)}
        assert said == {
            (M, M): M, (M, F): F, (M, N): M,
            (F, M): F, (F, F): F, (F, N): F,
            (N, M): M, (N, F): F, (N, N): N,
        }  # fmt: skip

    def test_any_of_drops_not_applicable_then_met_wins(self) -> None:
        said = {(a, b): any_final((a, b)) for a, b in product(FINALS, repeat=2)}
        assert said == {
            (M, M): M, (M, F): M, (M, N): M,
            (F, M): M, (F, F): F, (F, N): F,
            (N, M): M, (N, F): F, (N, N): N,
        }  # fmt: skip

    def test_not_swaps_met_and_not_met_and_keeps_not_applicable(self) -> None:
        assert {final: not_final(final) for final in FINALS} == {M: F, F: M, N: N}

    def test_where_gives_the_body_when_the_guard_is_met_and_not_applicable_otherwise(self) -> None:
        said = {(guard, body): where_final(guard, body) for guard, body in product(FINALS, repeat=2)}
        assert said == {
            (M, M): M, (M, F): F, (M, N): N,
            (F, M): N, (F, F): N, (F, N): N,
            (N, M): N, (N, F): N, (N, N): N,
        }  # fmt: skip

    def test_unless_gives_not_met_when_the_disqualifier_is_met_and_the_body_otherwise(self) -> None:
        said = {(body, lost): unless_final(body, lost) for body, lost in product(FINALS, repeat=2)}
        assert said == {
            (M, M): F, (M, F): M, (M, N): M,
            (F, M): F, (F, F): F, (F, N): F,
            (N, M): F, (N, F): N, (N, N): N,
        }  # fmt: skip

    @pytest.mark.parametrize("mode", MODES)
    def test_at_least_of_no_applicable_child_is_not_applicable_in_every_mode(self, mode: IfFewer) -> None:
        assert at_least_final(1, (N,), mode) == at_least_final(2, (N, N, N), mode) == N

    @pytest.mark.parametrize(("mode", "said"), [("cap", M), ("strict", F), ("not_applicable", N)])
    def test_at_least_two_of_one_that_is_met_depends_on_what_fewer_means(self, mode: IfFewer, said: int) -> None:
        assert at_least_final(2, (M, N), mode) == said

    @pytest.mark.parametrize("mode", MODES)
    def test_at_least_counts_those_met_once_enough_apply(self, mode: IfFewer) -> None:
        assert at_least_final(2, (M, M, F), mode) == at_least_final(2, (M, N, M), mode) == M
        assert at_least_final(2, (M, F, F), mode) == at_least_final(2, (M, N, F), mode) == F


class TestLifting:
    """A verdict is a non-empty set of the finals still possible; combinators are lifted to sets point by point."""

    def test_tables_are_their_definition_lifted(self) -> None:
        for x, y in product(SETS, repeat=2):
            choices = list(product(members(x), members(y)))
            assert ALL[x][y] == union(all_final(pair) for pair in choices)
            assert ANY[x][y] == union(any_final(pair) for pair in choices)
            assert WHERE[x][y] == union(where_final(*pair) for pair in choices)
            assert UNLESS[x][y] == union(unless_final(*pair) for pair in choices)

    def test_negation_is_its_definition_lifted(self) -> None:
        assert [NOT[x] for x in SETS] == [union(not_final(final) for final in members(x)) for x in SETS]

    def test_no_set_is_ever_empty(self) -> None:
        assert all(table[x][y] in SETS for table in (ALL, ANY, WHERE, UNLESS) for x, y in product(SETS, repeat=2))
        assert all(NOT[x] in SETS for x in SETS)

    def test_nothing_combined_with_anything_is_nothing(self) -> None:
        assert all(table[0][x] == table[x][0] == 0 for table in (ALL, ANY, WHERE, UNLESS) for x in range(8))

    def test_a_smaller_set_never_gives_a_larger_one(self) -> None:
        for table, x, y, wider in product((ALL, ANY, WHERE, UNLESS), SETS, SETS, SETS):
            assert table[x][y] & ~table[x | wider][y] == 0
            assert table[x][y] & ~table[x][y | wider] == 0

    @FOLDS
    def test_many_children_are_folded_two_by_two(self, final: Combinator, table: Table) -> None:
        for masks in product(SETS, repeat=3):
            assert folded(table, masks) == lift(final, masks)

    @pytest.mark.parametrize("mode", MODES)
    @pytest.mark.parametrize("size", [1, 2, 3, 4])
    def test_at_least_is_its_definition_lifted(self, size: int, mode: IfFewer) -> None:
        for k, masks in product(range(1, size + 1), product(SETS, repeat=size)):
            brute_force = union(at_least_final(k, choice, mode) for choice in product(*map(members, masks)))
            assert at_least_mask(k, list(masks), mode) == brute_force

    @pytest.mark.parametrize("k", [0, 3])
    def test_at_least_of_a_number_outside_its_children_is_refused(self, k: int) -> None:
        with pytest.raises(CountOutOfRangeError):
            at_least_mask(k, [M, F], "cap")

    def test_not_met_stays_possible_while_the_disqualifier_can_be_met(self) -> None:
        assert all(UNLESS[body][lost] & F for body, lost in product(SETS, SETS) if lost & M)


def union(finals: Iterable[int]) -> int:
    """Finals as one set."""
    found = 0
    for final in finals:
        found |= final
    return found


@FOLDS
class TestLawsOfAllOfAndAnyOf:
    """Associativity and commutativity of the verdict, and idempotence, on finals and lifted."""

    def test_associativity_on_finals(self, final: Combinator, table: Table) -> None:
        del table
        for a, b, c in product(FINALS, repeat=3):
            assert final((final((a, b)), c)) == final((a, final((b, c)))) == final((a, b, c))

    def test_associativity_lifted(self, final: Combinator, table: Table) -> None:
        for x, y, z in product(SETS, repeat=3):
            assert table[table[x][y]][z] == table[x][table[y][z]] == lift(final, (x, y, z))

    def test_commutativity_on_finals(self, final: Combinator, table: Table) -> None:
        del table
        for finals in product(FINALS, repeat=3):
            assert {final(order) for order in permutations(finals)} == {final(finals)}

    def test_commutativity_lifted(self, final: Combinator, table: Table) -> None:
        del final
        assert all(table[x][y] == table[y][x] for x, y in product(SETS, repeat=2))

    def test_idempotence_on_finals(self, final: Combinator, table: Table) -> None:
        del table
        assert all(final((a, a)) == a for a in FINALS)

    def test_idempotence_lifted(self, final: Combinator, table: Table) -> None:
        """It holds of sets too, though the two are then chosen apart: what is chosen is always one of them."""
        assert all(table[x][x] == x for x in SETS)
        assert all(final((a, b)) in (a, b) for a, b in product(FINALS, repeat=2))

    def test_not_applicable_is_neutral(self, final: Combinator, table: Table) -> None:
        del final
        assert all(table[N][x] == table[x][N] == x for x in SETS)


class TestNegation:
    """De Morgan and double negation, on finals and lifted."""

    def test_de_morgan_on_finals(self) -> None:
        for a, b in product(FINALS, repeat=2):
            assert not_final(all_final((a, b))) == any_final((not_final(a), not_final(b)))
            assert not_final(any_final((a, b))) == all_final((not_final(a), not_final(b)))

    def test_de_morgan_lifted(self) -> None:
        for x, y in product(SETS, repeat=2):
            assert NOT[ALL[x][y]] == ANY[NOT[x]][NOT[y]]
            assert NOT[ANY[x][y]] == ALL[NOT[x]][NOT[y]]

    def test_double_negation_on_finals(self) -> None:
        assert all(not_final(not_final(a)) == a for a in FINALS)

    def test_double_negation_lifted(self) -> None:
        assert all(NOT[NOT[x]] == x for x in SETS)

    def test_what_is_not_known_stays_so_under_a_negation(self) -> None:
        assert NOT[M | F] == M | F
        assert NOT[ANYTHING] == ANYTHING


class TestWhere:
    """`not_(where(g, b)) = where(g, not_(b))` and `where(g, all_of(a, b)) = all_of(where(g, a), where(g, b))`."""

    def test_a_negation_passes_into_the_body_on_finals(self) -> None:
        for guard, body in product(FINALS, repeat=2):
            assert not_final(where_final(guard, body)) == where_final(guard, not_final(body))

    def test_a_negation_passes_into_the_body_lifted(self) -> None:
        for guard, body in product(SETS, repeat=2):
            assert NOT[WHERE[guard][body]] == WHERE[guard][NOT[body]]

    @pytest.mark.parametrize("final", [all_final, any_final], ids=["all_of", "any_of"])
    def test_a_guard_is_shared_by_all_of_its_body_on_finals(self, final: Combinator) -> None:
        for guard, a, b in product(FINALS, repeat=3):
            assert where_final(guard, final((a, b))) == final((where_final(guard, a), where_final(guard, b)))

    @FOLDS
    def test_a_definite_guard_is_shared_by_all_of_its_body_lifted(self, final: Combinator, table: Table) -> None:
        del final
        for guard, x, y in product(FINALS, SETS, SETS):
            assert WHERE[guard][table[x][y]] == table[WHERE[guard][x]][WHERE[guard][y]]

    @FOLDS
    def test_a_guard_written_twice_is_over_cautious_and_never_wrong(self, final: Combinator, table: Table) -> None:
        """Lifted, the law is an inclusion: an open guard read in two branches is taken to differ between them."""
        del final
        for guard, x, y in product(SETS, repeat=3):
            assert WHERE[guard][table[x][y]] & ~table[WHERE[guard][x]][WHERE[guard][y]] == 0

    def test_a_guard_written_twice_can_be_over_cautious(self) -> None:
        guard, a, b = M | F, M, F
        assert WHERE[guard][ALL[a][b]] == F | N
        assert ALL[WHERE[guard][a]][WHERE[guard][b]] == ANYTHING


class TestAtLeast:
    """With `"cap"`, at least one is any of, and at least n of n is all of."""

    @pytest.mark.parametrize("size", [1, 2, 3])
    def test_at_least_one_is_any_of_in_every_mode(self, size: int) -> None:
        for masks, mode in product(product(SETS, repeat=size), MODES):
            assert at_least_mask(1, list(masks), mode) == folded(ANY, masks)

    @pytest.mark.parametrize("size", [1, 2, 3])
    def test_at_least_all_is_all_of_when_capped(self, size: int) -> None:
        for masks in product(SETS, repeat=size):
            assert at_least_mask(size, list(masks), "cap") == folded(ALL, masks)

    @pytest.mark.parametrize("mode", MODES)
    def test_the_modes_agree_where_everything_applies(self, mode: IfFewer) -> None:
        for k, masks in product((1, 2, 3), product((M, F, M | F), repeat=3)):
            assert at_least_mask(k, list(masks), mode) == at_least_mask(k, list(masks), "cap")

    @pytest.mark.parametrize("mode", MODES)
    def test_the_order_of_the_children_never_matters(self, mode: IfFewer) -> None:
        for k, masks in product((1, 2, 3), product(SETS, repeat=3)):
            assert len({at_least_mask(k, list(order), mode) for order in permutations(masks)}) == 1

    def test_the_keyword_is_required_as_soon_as_a_child_can_be_not_applicable(self) -> None:
        with pytest.raises(AmbiguousCountError):
            at_least(1, ALWAYS, where(ALWAYS, NEVER))
        assert at_least(1, ALWAYS, NEVER) == at_least(1, ALWAYS, NEVER, if_fewer_applicable="cap")


class TestNonLaws:
    """What does not hold, with its counter-example; therefore no published tree is ever simplified or reordered."""

    def test_absorption_fails(self) -> None:
        """`all_of(a, any_of(a, b)) = a` fails when a does not apply."""
        a, b = N, F
        assert all_final((a, any_final((a, b)))) == F != a
        assert any_final((a, all_final((a, M)))) == M != a

    def test_distributivity_fails(self) -> None:
        """`all_of(a, any_of(b, c)) = any_of(all_of(a, b), all_of(a, c))` fails when b does not apply."""
        a, b, c = M, N, F
        assert all_final((a, any_final((b, c)))) == F
        assert any_final((all_final((a, b)), all_final((a, c)))) == M

    def test_guards_do_not_join(self) -> None:
        """`where(g, where(h, b)) = where(all_of(g, h), b)` fails when g does not apply."""
        guard, second, body = N, M, M
        assert where_final(guard, where_final(second, body)) == N
        assert where_final(all_final((guard, second)), body) == M

    def test_strict_is_not_all_of(self) -> None:
        """`at_least(n, …, if_fewer_applicable="strict") = all_of(…)` fails when one does not apply."""
        assert at_least_final(2, (M, N), "strict") == F
        assert all_final((M, N)) == M

    def test_at_least_is_not_idempotent_when_strict_or_not_applicable_below_its_number(self) -> None:
        """Repeating a child adds to the count: `at_least(2, a, b)` and `at_least(2, a, a, b)` differ."""
        assert at_least_final(2, (M, F), "cap") == F
        assert at_least_final(2, (M, M, F), "cap") == M

    def test_the_excluded_middle_is_not_seen_of_sets(self) -> None:
        """`all_of(a, not_(a))` is never met on finals; lifted, a is read in two branches, and met stays possible."""
        assert all(all_final((a, not_final(a))) != M for a in FINALS)
        assert ALL[M | F][NOT[M | F]] == M | F
        assert ALL[M | N][NOT[M | N]] & M

    @pytest.mark.parametrize("constant", [NOT_APPLICABLE, NEVER])
    def test_a_disqualifier_that_is_not_met_changes_nothing(self, constant: object) -> None:
        lost = N if constant == NOT_APPLICABLE else F
        assert all(UNLESS[x][lost] == x for x in SETS)


class TestVerdict:
    """A singleton is that final; anything larger is undetermined, and keeps its set."""

    def test_a_single_final_is_definite_and_named(self) -> None:
        assert [VERDICTS[final].id for final in FINALS] == ["met", "not_met", "not_applicable"]
        assert all(VERDICTS[final].is_definite for final in FINALS)

    def test_every_larger_set_is_undetermined(self) -> None:
        larger = [VERDICTS[x] for x in SETS if x not in FINALS]
        assert {verdict.id for verdict in larger} == {"undetermined"}
        assert not any(verdict.is_definite for verdict in larger)

    def test_cannot_fail_any_more_is_not_anything_can_happen(self) -> None:
        assert VERDICTS[M | N] != VERDICTS[ANYTHING]
        assert NOT_MET not in VERDICTS[M | N]
        assert list(VERDICTS[M | N]) == [MET, VERDICTS[N]]

    def test_a_set_lies_in_a_verdict_when_all_of_it_is_possible(self) -> None:
        for x, y in product(SETS, repeat=2):
            assert (VERDICTS[x] in VERDICTS[y]) == (set(members(x)) <= set(members(y)))
