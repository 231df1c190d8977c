"""What a tree may still come to in part of the worlds: a set of masks, each of them what `assess` would find in one.

In a complete world a mask is a final; only a share of nothing, and a reading with nothing adopted, leave more than one
final there. A set of masks is kept as bits: bit m says that mask m may come out.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, reduce
from typing import assert_never

from thidua.interpreters.comparing.logic import (
    Among,
    AnyOne,
    Atom,
    Count,
    Either,
    Every,
    Fixed,
    Free,
    Guarded,
    If,
    Lost,
    Negated,
    Signed,
    Tree,
    below,
    ordered,
)
from thidua.verdicts import ALL, ANY, ANYTHING, FINALS, NOT, UNLESS, WHERE, F, IfFewer, M, N, at_least_final, members

Masks = int
MET_, NOT_MET_, NOT_APPLICABLE_ = 1 << M, 1 << F, 1 << N
UNDETERMINED_ = sum(1 << mask for mask in range(1, ANYTHING + 1) if mask not in FINALS)
OUTCOMES: tuple[tuple[str, Masks], ...] = (
    ("met", MET_),
    ("not_met", NOT_MET_),
    ("not_applicable", NOT_APPLICABLE_),
    ("undetermined", UNDETERMINED_),
)
"""What can come out of a complete world; undetermined only where not even full knowledge decides."""


def masks_in(masks: Masks) -> list[int]:
    """The masks of a set."""
    return [mask for mask in range(1, ANYTHING + 1) if masks >> mask & 1]


def several(masks: Masks) -> bool:
    """Whether more than one mask is left."""
    return masks & (masks - 1) != 0


@cache
def _pairs(first: Masks, second: Masks, table: tuple[tuple[int, ...], ...]) -> Masks:
    found = 0
    for a in masks_in(first):
        for b in masks_in(second):
            found |= 1 << table[a][b]
    return found


_UNION = tuple(tuple(a | b for b in range(8)) for a in range(8))


@cache
def _negated(masks: Masks) -> Masks:
    return sum(1 << NOT[mask] for mask in masks_in(masks))


Reached = frozenset[tuple[int, int]]


@cache
def _counted(k: int, parts: tuple[Masks, ...], if_fewer: IfFewer) -> Masks:
    """As `at_least_mask`, for every choice of masks: what matters is how many apply and how many of them are met."""
    ways: set[Reached] = {frozenset({(0, 0)})}
    for masks in parts:
        ways = {
            frozenset(
                (applicable + (final != N), met + (final == M)) for applicable, met in way for final in members(mask)
            )
            for way in ways
            for mask in masks_in(masks)
        }
    found = 0
    for way in ways:
        mask = 0
        for applicable, met in way:
            mask |= at_least_final(k, (M,) * met + (F,) * (applicable - met), if_fewer)
        found |= 1 << mask
    return found


Reader = Callable[[Among | Signed | Free], Masks]


class Program:
    """Trees made ready to be judged over and over: every part once, what is below before what is above."""

    def __init__(self, *roots: Tree) -> None:
        self.trees = ordered(roots)
        self.atoms = {i: tree for i, tree in enumerate(self.trees) if isinstance(tree, Atom)}
        places = {tree: i for i, tree in enumerate(self.trees)}
        self.below = [tuple(places[part] for part in below(tree)) for tree in self.trees]
        self.roots = [places[root] for root in roots]

    def judge(self, read: Reader) -> list[Masks]:
        """What each part may come to, the atoms being as `read` says."""
        found: list[Masks] = []
        for tree, parts in zip(self.trees, self.below, strict=True):
            found.append(self._one(tree, parts, found, read))
        return found

    @staticmethod
    def _one(tree: Tree, parts: tuple[int, ...], found: list[Masks], read: Reader) -> Masks:
        match tree:
            case Among() | Signed() | Free():
                return read(tree)
            case Fixed(mask=mask):
                return 1 << mask
            case Every():
                return _folded(parts, found, ALL)
            case AnyOne():
                return _folded(parts, found, ANY)
            case Either():
                return _folded(parts, found, _UNION)
            case Count(k=k, if_fewer=if_fewer):
                return _counted(k, tuple(found[part] for part in parts), if_fewer)
            case Negated():
                return _negated(found[parts[0]])
            case Guarded():
                return _pairs(found[parts[0]], found[parts[1]], WHERE)
            case Lost():
                return _pairs(found[parts[0]], found[parts[1]], UNLESS)
            case If():
                test, then, other = (found[part] for part in parts)
                return (then if test & MET_ else 0) | (other if test & ~MET_ else 0)
            case _:
                assert_never(tree)

    def open_atoms(self, found: list[Masks]) -> list[int]:
        """The atoms that keep a root open, as far down as openness reaches."""
        waiting = [root for root in self.roots if several(found[root])]
        seen = set(waiting)
        atoms: list[int] = []
        while waiting:
            place = waiting.pop()
            if place in self.atoms:
                atoms.append(place)
            for part in self._matter(place, found):
                if part not in seen and several(found[part]):
                    seen.add(part)
                    waiting.append(part)
        return atoms

    def _matter(self, place: int, found: list[Masks]) -> tuple[int, ...]:
        parts = self.below[place]
        if isinstance(self.trees[place], If):
            test, then, other = parts
            masks = found[test]
            return (test, *((then,) if masks & MET_ else ()), *((other,) if masks & ~MET_ else ()))
        return parts


def _folded(parts: tuple[int, ...], found: list[Masks], table: tuple[tuple[int, ...], ...]) -> Masks:
    return reduce(lambda masks, part: _pairs(masks, found[part], table), parts[1:], found[parts[0]])
