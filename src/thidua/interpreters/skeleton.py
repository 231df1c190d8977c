"""A tree of findings laid out flat, to be folded over and over with other sets of finals at its open leaves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from thidua import nodes as n
from thidua.findings import Finding
from thidua.interpreters.folding import Folding, folding
from thidua.interpreters.found import LEAVES
from thidua.nodes import Predicate
from thidua.verdicts import FINALS


class _Joint(NamedTuple):
    """A finding: its leaf, or how its parts fold; what it was found to be; whether its parts may change places."""

    leaf: Predicate | None
    fold: Folding | None
    parts: tuple[int, ...]
    mask: int
    any_order: bool


class Skeleton:
    """The findings of a tree, those below before those above; what is definite is folded no more."""

    def __init__(self, found: Finding) -> None:
        self.joints: list[_Joint] = []
        self.leaves: list[frozenset[Predicate]] = []
        self._placed: dict[int, int] = {}
        self._lay(found)

    def _lay(self, found: Finding) -> int:
        if id(found) in self._placed:
            return self._placed[id(found)]
        if found.mask in FINALS or isinstance(found.node, LEAVES):
            leaf = None if found.mask in FINALS else found.node
            joint = _Joint(leaf, None, (), found.mask, any_order=False)
            below = frozenset(() if leaf is None else (leaf,))
        else:
            parts = tuple(self._lay(part) for part in found.parts)
            any_order = isinstance(found.node, n.AllOf | n.AnyOf | n.Choose | n.AtLeast)
            joint = _Joint(None, folding(found.node), parts, found.mask, any_order)
            below = frozenset[Predicate]().union(*(self.leaves[part] for part in parts))
        self.joints.append(joint)
        self.leaves.append(below)
        self._placed[id(found)] = len(self.joints) - 1
        return len(self.joints) - 1

    def masks(self, given: Mapping[Predicate, int]) -> list[int]:
        """The set of finals of every finding, the whole last, when some leaves are taken for other sets."""
        masks: list[int] = []
        for leaf, fold, parts, mask, _ in self.joints:
            if fold is None:
                masks.append(mask if leaf is None else given.get(leaf, mask))
                continue
            state = fold.start
            for part in parts:
                state = fold.step(state, masks[part])
            masks.append(fold.finish(state))
        return masks

    def done(self, given: frozenset[Predicate]) -> list[bool]:
        """Of every finding, whether nothing below it will be taken for another set any more."""
        return [leaves <= given for leaves in self.leaves]

    def what_is_left(self, masks: list[int], done: list[bool]) -> object:
        """All that still matters of the leaves given: equal for trees that the others turn alike."""

        def left(place: int) -> object:
            if done[place] or masks[place] in FINALS:
                return masks[place]
            _, fold, parts, _, any_order = self.joints[place]
            if fold is None:
                return None
            if not any_order:
                return tuple(left(part) for part in parts)
            state = fold.start
            others: list[object] = []
            for part in parts:
                if done[part] or masks[part] in FINALS:
                    state = fold.step(state, masks[part])
                else:
                    others.append(left(part))
            return (state, *others)

        return left(len(self.joints) - 1)
