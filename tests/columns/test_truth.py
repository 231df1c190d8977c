"""The forms in which a table holds verdicts, over every combination of true, false and null."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import product
from typing import Any

import polars as pl
import pytest

from thidua.interpreters.columns.engine import Engine
from thidua.interpreters.columns.truth import (
    Bits,
    Guarded,
    Kleene,
    Truth,
    all_truth,
    any_truth,
    bits,
    constant,
    not_truth,
    where_truth,
)
from thidua.verdicts import ALL, ANY, NOT, VERDICTS, WHERE, F, M, N

NAMES = ("a", "b", "c", "d")
ROWS = pl.DataFrame(list(product((True, False, None), repeat=4)), schema=dict.fromkeys(NAMES, pl.Boolean), orient="row")
A, B, C, D = (pl.col(name) for name in NAMES)
KLEENE, GUARDED, AGAIN = Kleene(A), Guarded(B, C), Guarded(D, A)
PLAIN = Bits(~D.fill_null(value=False), D.fill_null(value=True), skips=False)
PARTS: dict[str, tuple[Truth, Any]] = {
    "kleene": (KLEENE, lambda a, b, c, d: _mask(a)),
    "guarded": (GUARDED, lambda a, b, c, d: WHERE[_mask(b)][_mask(c)]),
    "guarded again": (AGAIN, lambda a, b, c, d: WHERE[_mask(d)][_mask(a)]),
    "bits": (PLAIN, lambda a, b, c, d: NOT[_mask(d)]),
    "always": (constant(M), lambda a, b, c, d: M),
}


def _mask(value: bool | None) -> int:
    return M | F if value is None else M if value else F


def masks(truth: Truth) -> list[int]:
    made = [pl.lit(one) if isinstance(one, bool) else one for one in bits(truth)]
    found = ROWS.with_columns(met=made[0], fails=made[1], skips=made[2]).select("met", "fails", "skips")
    return [M * met + F * fails + N * skips for met, fails, skips in found.rows()]


def lifted(names: Sequence[str], table: Sequence[Sequence[int]]) -> list[int]:
    return [reduce(lambda x, y: table[x][y], [PARTS[name][1](*row) for name in names], N) for row in ROWS.rows()]


COMBINATIONS = [names for size in (1, 2, 3) for names in product(PARTS, repeat=size)]


class TestForms:
    """Whatever the forms of the parts, the whole is their lift, row by row."""

    @pytest.mark.parametrize("names", COMBINATIONS, ids=" & ".join)
    def test_all_of(self, names: tuple[str, ...]) -> None:
        assert masks(all_truth([PARTS[name][0] for name in names])) == lifted(names, ALL)

    @pytest.mark.parametrize("names", COMBINATIONS, ids=" | ".join)
    def test_any_of(self, names: tuple[str, ...]) -> None:
        assert masks(any_truth([PARTS[name][0] for name in names])) == lifted(names, ANY)

    @pytest.mark.parametrize("name", PARTS)
    def test_not(self, name: str) -> None:
        part, mask = PARTS[name]

        assert masks(not_truth(part)) == [NOT[mask(*row)] for row in ROWS.rows()]

    @pytest.mark.parametrize(("guard", "body"), list(product(PARTS, repeat=2)))
    def test_where(self, guard: str, body: str) -> None:
        (asked, of_guard), (then, of_body) = PARTS[guard], PARTS[body]

        assert masks(where_truth(asked, then)) == [WHERE[of_guard(*row)][of_body(*row)] for row in ROWS.rows()]


class TestTheCheapForms:
    """Where one or two nullable Booleans are enough, no more are made."""

    def test_a_guarded_clause_is_two(self) -> None:
        assert isinstance(where_truth(Kleene(A), Kleene(B)), Guarded)

    def test_a_group_of_guarded_clauses_beside_one_that_always_applies_is_one(self) -> None:
        assert isinstance(all_truth([KLEENE, GUARDED, AGAIN, constant(M)]), Kleene)
        assert isinstance(any_truth([KLEENE, GUARDED, AGAIN]), Kleene)

    @pytest.mark.parametrize("name", ["kleene", "guarded", "bits"])
    def test_words_are_those_of_the_set(self, name: str) -> None:
        truth, mask = PARTS[name]
        words = ROWS.select(Engine("polars", lazy=False).word(truth).alias("word"))["word"].to_list()

        assert words == [VERDICTS[mask(*row)].id for row in ROWS.rows()]
