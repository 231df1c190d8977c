"""How a predicate that combines folds what is found of its parts, one part after another.

The same three steps serve every question that is put to a tree of findings again: what if this were not known, what
if that were settled. They give what `assess` gives, part by part.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from thidua import nodes as n
from thidua.findings import Finding
from thidua.interpreters.found import LEAVES
from thidua.nodes import Predicate
from thidua.verdicts import ALL, ANY, NOT, UNLESS, WHERE, F, M, N, at_least_final, members

State = Any


class Folding(NamedTuple):
    """Where a fold begins, what one more part makes of it, and the set of finals it ends in."""

    start: State
    step: Callable[[State, int], State]
    finish: Callable[[State], int]


def folding(node: Predicate) -> Folding:
    """The fold of a predicate over the sets of finals of its parts, in their order."""
    match node:
        case n.AllOf():
            return Folding(N, _through(ALL), _as_it_is)
        case n.AnyOf():
            return Folding(N, _through(ANY), _as_it_is)
        case n.Choose():
            return Folding(0, _either, _as_it_is)
        case n.AtLeast():
            return Folding(frozenset({(0, 0)}), _one_more, _counting(node))
        case n.Where():
            return Folding((), _beside, _of_two(WHERE))
        case n.Unless():
            return Folding((), _beside, _of_two(UNLESS))
        case n.Not():
            return Folding((), _beside, _turned)
        case _:
            return Folding((), _beside, _the_one)


_Table = tuple[tuple[int, ...], ...]


def _through(table: _Table) -> Callable[[State, int], State]:
    def step(so_far: int, mask: int) -> int:
        return table[so_far][mask]

    return step


def _of_two(table: _Table) -> Callable[[State], int]:
    def finish(pair: tuple[int, int]) -> int:
        return table[pair[0]][pair[1]]

    return finish


def _either(so_far: int, mask: int) -> int:
    return so_far | mask


def _turned(one: tuple[int, ...]) -> int:
    return NOT[one[0]]


def _the_one(one: tuple[int, ...]) -> int:
    return one[0]


def _as_it_is(mask: int) -> int:
    return mask


def _beside(so_far: tuple[int, ...], mask: int) -> tuple[int, ...]:
    return (*so_far, mask)


def _one_more(reached: frozenset[tuple[int, int]], mask: int) -> frozenset[tuple[int, int]]:
    """How many parts apply and how many of them are met, with one part more."""
    return frozenset(
        (applicable + (final != N), met + (final == M)) for applicable, met in reached for final in members(mask)
    )


def _counting(node: n.AtLeast) -> Callable[[State], int]:
    def counted(reached: frozenset[tuple[int, int]]) -> int:
        found = 0
        for applicable, met in reached:
            finals = (M,) * met + (F,) * (applicable - met)
            found |= at_least_final(node.k, finals, node.if_fewer_applicable)
        return found

    return counted


def refold(finding: Finding, mask_of: Callable[[Finding], int | None]) -> int:
    """The set of finals of a tree in which some findings are taken for another set; `None` folds what is below."""
    done: dict[int, int] = {}

    def fold(found: Finding) -> int:
        if id(found) not in done:
            given = mask_of(found)
            if given is None and isinstance(found.node, LEAVES):
                given = found.mask
            if given is None:
                start, step, finish = folding(found.node)
                state = start
                for part in found.parts:
                    state = step(state, fold(part))
                given = finish(state)
            done[id(found)] = given
        return done[id(found)]

    return fold(finding)
