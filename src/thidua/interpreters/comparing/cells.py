"""The search through cells: parts of the worlds in which every comparison that matters comes out one way.

It splits the worlds by one atom at a time, and leaves a part as soon as nothing wanted can come out there or no world
is in it: a count between 1 and 2, a fall by more than all. So every cell is looked at, though few one by one, and what
is not found does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple, assert_never

from thidua.interpreters.comparing.linear_programs import TooManyBranches
from thidua.interpreters.comparing.logic import Among, Atom, Free, Signed, Tree
from thidua.interpreters.comparing.outcomes import MET_, NOT_MET_, Masks, Program, masks_in, several
from thidua.interpreters.comparing.points import Within, have_a_point, least_numbers, together
from thidua.interpreters.comparing.worlds import Choice, Form, Happened, Leaves
from thidua.nodes import Kind
from thidua.quantities import Exact

CELLS = 20_000
"""So many parts are looked at before a search is given up."""


class Cell(NamedTuple):
    """Part of the worlds: what each choice may be, the signs each form may have, what is said of what is free."""

    choices: dict[Choice, frozenset[str]]
    signs: dict[Form, frozenset[int]]
    free: dict[object, int]


EVERYWHERE = Cell({}, {}, {})
EVERY_MASK: Masks = sum(1 << mask for mask in range(1, 8))


class TooManyCells(Exception):  # noqa: N818  # not an error: the caller tests instead of proving
    """The search was given up."""


def domain(choice: Choice) -> frozenset[str]:
    """All that a choice may be."""
    if isinstance(choice, Happened) or choice.fact.kind is Kind.YES_NO:
        return frozenset(("yes", "no"))
    return frozenset(option.id for option in choice.fact.options)


class Search:
    """Trees over the same leaves, searched for the worlds in which they come out in given ways.

    `start` is the part of the worlds that is searched, `held` what holds in every world: trees with the ways in which
    they come out, those that do not being none.
    """

    def __init__(
        self,
        trees: Sequence[Tree],
        leaves: Leaves,
        start: Cell = EVERYWHERE,
        *,
        held: Sequence[tuple[Tree, Masks]] = (),
    ) -> None:
        self.leaves = leaves
        self.program = Program(*trees, *(tree for tree, _ in held))
        self.looked_at = 0
        self._asked = len(trees)
        self._held = tuple(ways for _, ways in held)
        self._start = start
        self._solved: dict[frozenset[tuple[Form, frozenset[int]]], bool] = {}
        self._order = _order(self.program, trees)

    def cells(self, *wanted: Masks) -> Iterator[Cell]:
        """The cells in which every tree comes out in one of the ways wanted of it."""
        for cell, _ in self._walk(wanted, apart=False):
            yield cell

    def outcomes(self) -> Iterator[tuple[Cell, tuple[int, ...]]]:
        """Every way in which the trees come out together, with a cell of it, perhaps more than once."""
        for cell, found in self._walk((EVERY_MASK,) * self._asked, apart=True):
            yield cell, tuple(masks_in(masks)[0] for masks in found)

    def _walk(self, asked: Sequence[Masks], *, apart: bool) -> Iterator[tuple[Cell, tuple[Masks, ...]]]:
        """Raises `TooManyCells` when the search had to be given up."""
        wanted = (*asked, *self._held)
        waiting = [self._start]
        budget = self.looked_at + CELLS
        while waiting:
            cell = waiting.pop()
            self.looked_at += 1
            if self.looked_at > budget:
                raise TooManyCells
            found = self.program.judge(partial(self._read, cell))
            roots = tuple(found[root] for root in self.program.roots)
            if not all(masks & ways for masks, ways in zip(roots, wanted, strict=True)):
                continue
            settled = all(masks & ~ways == 0 for masks, ways in zip(roots, wanted, strict=True))
            outcome = roots[: self._asked]
            if settled and not (apart and any(map(several, outcome))):
                yield cell, outcome
                continue
            atom = min(self.program.open_atoms(found), key=self._order.__getitem__)
            waiting.extend(reversed(self._split(self.program.atoms[atom], cell)))

    def _read(self, cell: Cell, atom: Among | Signed | Free) -> Masks:
        match atom:
            case Among(choice=choice, options=options):
                left = cell.choices.get(choice) or domain(choice)
                return (MET_ if left & options else 0) | (NOT_MET_ if left - options else 0)
            case Signed(form=form, signs=signs):
                possible = cell.signs.get(form) or self.leaves.signs(form)
                return (MET_ if possible & signs else 0) | (NOT_MET_ if possible - signs else 0)
            case Free(about=about, masks=masks):
                given = cell.free.get(about)
                return 1 << given if given else sum(1 << mask for mask in masks)
            case _:
                assert_never(atom)

    def _split(self, atom: Atom, cell: Cell) -> list[Cell]:
        """The cell in parts, in each of which the atom comes out one way; those without a world are left out."""
        match atom:
            case Among(choice=choice, options=options):
                left = cell.choices.get(choice) or domain(choice)
                return [
                    cell._replace(choices={**cell.choices, choice: part}) for part in (left & options, left - options)
                ]
            case Signed(form=form, signs=signs):
                possible = cell.signs.get(form) or self.leaves.signs(form)
                parts = [*_convex(possible & signs), *_convex(possible - signs)]
                split = [cell._replace(signs={**cell.signs, form: part}) for part in parts]
                return [part for part in split if self._has_a_world(part, form)]
            case Free(about=about, masks=masks):
                return [cell._replace(free={**cell.free, about: mask}) for mask in sorted(masks)]
            case _:
                assert_never(atom)

    def _has_a_world(self, cell: Cell, form: Form) -> bool:
        """Whether numbers give their signs to a form just split and to those that share leaves with it."""
        signs = together(form, cell.signs, self.leaves)
        key = frozenset(signs.items())
        if key not in self._solved:
            try:
                self._solved[key] = have_a_point(self.leaves, signs)
            except TooManyBranches:
                self._solved[key] = True
        return self._solved[key]

    def point(self, cell: Cell, within: Within) -> dict[int, Exact] | None:
        """The numbers of an example of the cell, as `least_numbers` gives them."""
        return least_numbers(self.leaves, cell.signs, within)


def _convex(signs: frozenset[int]) -> list[frozenset[int]]:
    """The signs in parts that one linear condition can say each."""
    if signs == frozenset((-1, 1)):
        return [frozenset((1,)), frozenset((-1,))]
    return [signs] if signs else []


def _order(program: Program, trees: Sequence[Tree]) -> dict[int, tuple[int, int]]:
    """Which atoms are split first: those of one tree alone, then of parts that differ, the rest, what else is held."""
    each = [set(Program(tree).trees) for tree in trees]
    asked = set[Tree]().union(*each)
    shared = asked.intersection(*each)
    beside: set[int] = set()
    for tree, parts in zip(program.trees, program.below, strict=True):
        if tree in asked and tree not in shared:
            beside.update(parts)

    def rank(place: int, tree: Tree) -> int:
        if tree not in asked:
            return 3
        return 0 if tree not in shared else 1 if place in beside else 2

    return {i: (rank(i, tree), i) for i, tree in enumerate(program.trees)}
