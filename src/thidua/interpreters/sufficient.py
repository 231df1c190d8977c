"""Which findings suffice: the smallest sets of leaves that give the verdict when nothing else is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from thidua import nodes as n
from thidua.findings import Finding
from thidua.interpreters.folding import State, folding, refold
from thidua.interpreters.found import LEAVES
from thidua.nodes import Predicate

Kept = frozenset[int]
"""Leaves that are kept, by their number in the order they are met."""


class Sufficient(NamedTuple):
    """The smallest sets, smallest first; whether the search was capped, so that there may be more."""

    sets: tuple[tuple[Finding, ...], ...]
    capped: bool


def is_leaf(node: Predicate) -> bool:
    """Whether something is found at a predicate, rather than combined."""
    return isinstance(node, LEAVES)


def is_leaf_of_group(node: Predicate) -> bool:
    """As `is_leaf`, seen from the group: a clause is one finding."""
    return isinstance(node, (*LEAVES, n.ClauseMet))


def sufficient(
    found: Finding, blank: Finding, *, at_most: int, leaf: Callable[[Predicate], bool] = is_leaf
) -> Sufficient:
    """The minimal sets of leaves that suffice for what was found; `blank` is the same tree with nothing known.

    A set suffices when the tree, with its leaves as found and every other leaf as it is with nothing known, still
    gives the same set of finals. Equal predicates are one leaf. No family of sets held on the way has more than
    `at_most`; where one had, the outcome is capped, and still holds only minimal sets.
    """
    search = _Search(at_most, leaf)
    kept = search.front(found, blank)[found.mask]
    if search.capped:
        kept = _smallest({search.shrunk(found, blank, each) for each in kept})
    return Sufficient(tuple(tuple(search.leaves[i] for i in sorted(each)) for each in kept), search.capped)


class _Search:
    def __init__(self, at_most: int, leaf: Callable[[Predicate], bool]) -> None:
        self.at_most, self.leaf = at_most, leaf
        self.numbers: dict[Predicate, int] = {}
        self.leaves: list[Finding] = []
        self.done: dict[int, dict[int, list[Kept]]] = {}
        self.capped = False

    def number(self, found: Finding) -> int:
        if found.node not in self.numbers:
            self.numbers[found.node] = len(self.leaves)
            self.leaves.append(found)
        return self.numbers[found.node]

    def front(self, found: Finding, blank: Finding) -> dict[int, list[Kept]]:
        """What keeping more of the leaves makes of a finding: for each set of finals the minimal sets of leaves."""
        if id(found) not in self.done:
            self.done[id(found)] = self._front(found, blank)
        return self.done[id(found)]

    def _front(self, found: Finding, blank: Finding) -> dict[int, list[Kept]]:
        if self.leaf(found.node):
            number = self.number(found)
            if found.mask == blank.mask:
                return {found.mask: [frozenset()]}
            return {found.mask: [frozenset({number})], blank.mask: [frozenset()]}
        start, step, finish = folding(found.node)
        so_far: dict[State, list[Kept]] = {start: [frozenset()]}
        for part, part_blank in zip(found.parts, blank.parts, strict=True):
            below = self.front(part, part_blank)
            reached: dict[State, set[Kept]] = {}
            for state, sets in so_far.items():
                for mask, more in below.items():
                    after = reached.setdefault(step(state, mask), set())
                    after.update(one | other for one in sets for other in more)
            so_far = {state: self.few(sets) for state, sets in reached.items()}
        ended: dict[int, set[Kept]] = {}
        for state, sets in so_far.items():
            ended.setdefault(finish(state), set()).update(sets)
        return {mask: self.few(sets) for mask, sets in ended.items()}

    def few(self, sets: Iterable[Kept]) -> list[Kept]:
        minimal = _smallest(sets)
        self.capped |= len(minimal) > self.at_most
        return minimal[: self.at_most]

    def shrunk(self, found: Finding, blank: Finding, kept: Kept) -> Kept:
        """The set without what it does not need, the last met first."""
        nothing = blank_masks(found, blank, self.leaf)

        def gives(numbers: Kept) -> bool:
            def mask_of(part: Finding) -> int | None:
                if not self.leaf(part.node):
                    return None
                return part.mask if self.numbers[part.node] in numbers else nothing[part.node]

            return refold(found, mask_of) == found.mask

        for number in sorted(kept, reverse=True):
            if gives(kept - {number}):
                kept -= {number}
        return kept


def blank_masks(found: Finding, blank: Finding, leaf: Callable[[Predicate], bool] = is_leaf) -> dict[Predicate, int]:
    """What each leaf may be with nothing known."""
    masks: dict[Predicate, int] = {}
    waiting, seen = [(found, blank)], {id(found)}
    while waiting:
        part, nothing = waiting.pop()
        if leaf(part.node):
            masks[part.node] = nothing.mask
            continue
        for pair in zip(part.parts, nothing.parts, strict=True):
            if id(pair[0]) not in seen:
                seen.add(id(pair[0]))
                waiting.append(pair)
    return masks


def _smallest(sets: Iterable[Kept]) -> list[Kept]:
    """The sets that hold no other, the smallest first, then in the order of the plan."""
    minimal: list[Kept] = []
    for each in sorted(set(sets), key=lambda kept: (len(kept), sorted(kept))):
        if not any(smaller <= each for smaller in minimal):
            minimal.append(each)
    return minimal
