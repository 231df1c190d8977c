"""The worlds of one group at one review, of which lint asks what can come out: cells, as compare() finds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from thidua.clauses import Criteria
from thidua.coherence import NeverTogether
from thidua.interpreters.comparing.cells import Cell, Search, TooManyCells
from thidua.interpreters.comparing.coherent import check_somebody, held
from thidua.interpreters.comparing.entries import Asked, Counted, Listener, sorts_of
from thidua.interpreters.comparing.linear_programs import TooManyBranches
from thidua.interpreters.comparing.logic import Among, Fixed, Tree, signed
from thidua.interpreters.comparing.outcomes import Masks
from thidua.interpreters.comparing.points import Within
from thidua.interpreters.comparing.trees import Planter, Registers
from thidua.interpreters.comparing.worlds import Form, Leaves
from thidua.movements import Setting
from thidua.nodes import Fact, Predicate, Register
from thidua.quantities import Exact
from thidua.verdicts import ANYTHING, F, M, N

IS_MET = 1 << M


def _possible(finals: int) -> Masks:
    return sum(1 << mask for mask in range(1, ANYTHING + 1) if mask & finals)


MAY_BE_MET, MAY_FAIL, MAY_APPLY = _possible(M), _possible(F), _possible(M | F)
"""The outcomes under which a final is possible still; a share of nothing, say, leaves two of them."""
NOT_PLAINLY_MET = _possible(F | N)


def some(found: Iterable[bool | None]) -> bool | None:
    """Whether one of them is so, the first that is; `None` where none is and of one it is not known."""
    unsure = False
    for one in found:
        if one:
            return True
        unsure = unsure or one is None
    return None if unsure else False


class Asking(NamedTuple):
    """A tree, and the ways in which it is to come out."""

    tree: Tree
    ways: Masks


class Truths(NamedTuple):
    """What holds of every subject of a kind, so that a world without it is none: what is given, what cannot be."""

    given: Predicate | None = None
    never: tuple[NeverTogether, ...] = ()


NOTHING_GIVEN = Truths()


class Field:
    """Several editions of one group in one setting, their trees over common leaves.

    `addressed` is whom the group addresses; `truths` is what holds of every subject. Raises `TooManyCells` where
    entries are of too many sorts, `InvalidPlanError` where what is declared leaves no subject at all.
    """

    def __init__(self, editions: Sequence[Criteria[Any]], setting: Setting, truths: Truths = NOTHING_GIVEN) -> None:
        self.setting = setting
        self.truths = truths
        heard: dict[Register, dict[Asked, None]] = {}
        listeners = [Listener(edition, heard) for edition in range(len(editions))]
        self._plant(editions, Leaves(), listeners)
        settings = (setting,) * len(editions)
        sorts = {register: sorts_of(register, asked, settings) for register, asked in heard.items()}
        self.leaves = Leaves()
        counted = [Counted(edition, self.leaves, sorts) for edition in range(len(editions))]
        self._plant(editions, self.leaves, counted)
        check_somebody(self.never, self.leaves, editions[0].subject.__name__, truths.never)

    def _plant(self, editions: Sequence[Criteria[Any]], leaves: Leaves, registers: Sequence[Registers]) -> None:
        self.planters = [Planter(leaves, self.setting, asked) for asked in registers]
        self.roots = [planter.group(group) for planter, group in zip(self.planters, editions, strict=True)]
        guard = editions[0].applies_where
        self.addressed = Fixed(M) if guard is None else self.planters[0].tree(guard.node)
        given = self.truths.given
        self.known = Fixed(M) if given is None else self.planters[0].tree(given)
        self.never = tuple(self.planters[0].tree(each.node) for each in self.truths.never)

    @property
    def root(self) -> Tree:
        """The group, in the first edition."""
        return self.roots[0]

    def clause(self, name: str) -> Tree:
        """A clause of it, in the first edition."""
        return self.planters[0].clauses[name]

    def option(self, fact: Fact, name: str) -> Tree:
        """That a choice is one option."""
        return Among(self.planters[0].place(fact), frozenset((name,)))

    def beside(self, leaf: int, value: Exact, sign: int) -> Tree:
        """That a number lies below a value, or above it."""
        return signed(self.leaves, Form(((leaf, 1),), -value), frozenset((sign,)))

    def possible(self, *asked: Asking) -> bool | None:
        """Whether all that is asked can come out together in a world; `None` where the search cannot tell."""
        search = self._search(asked)
        unsure = False
        try:
            for cell in search.cells(*(asking.ways for asking in asked)):
                if not cell.free and self._point(search, cell) is not None:
                    return True
                unsure = True
        except TooManyCells:
            return None
        return None if unsure else False

    def point(self, *asked: Asking) -> dict[int, Exact] | None:
        """The numbers of a world in which it all comes out; `None` where none was found."""
        search = self._search(asked)
        try:
            found = (self._point(search, cell) for cell in search.cells(*(asking.ways for asking in asked)))
            return next((point for point in found if point is not None), None)
        except TooManyCells:
            return None

    def _search(self, asked: Sequence[Asking]) -> Search:
        truths = ((self.known, IS_MET), *held(self.never))
        return Search([asking.tree for asking in asked], self.leaves, held=truths)

    @staticmethod
    def _point(search: Search, cell: Cell) -> dict[int, Exact] | None:
        within: Within = {}
        try:
            return search.point(cell, within)
        except TooManyBranches:
            return None
