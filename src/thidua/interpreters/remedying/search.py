"""The smallest moves that meet every demand, found by trying: few levers before many, each no further than it must.

A demand is a predicate and the finals one of which must be possible. Whatever is returned was tried on the world it
makes, so it does not matter whether a place is read twice or one clause is met at the cost of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, permutations
from typing import assert_never

from thidua.interpreters.found import LEAVES
from thidua.interpreters.remedying.changeable import levers_of, names_read
from thidua.interpreters.remedying.levers import (
    ANY_NUMBER,
    MOST_ENTRIES,
    DayToCome,
    Figure,
    Lever,
    Moves,
    NewEntries,
    Option,
)
from thidua.interpreters.remedying.outlook import Outlook, World
from thidua.nodes import Predicate, Register
from thidua.walks import nodes_of

Demand = tuple[Predicate, int]
_Leaf = tuple[Predicate, frozenset[str]]
FEW = 12
"""So many steps are all tried; of more, those at which something changes."""
MOST_LEVERS = 4
"""No more levers than this are moved together for what cannot be taken apart."""


class Search:
    """The trying, and how much of it there was: `capped` once something was left untried."""

    def __init__(self, ahead: Outlook, cap: int) -> None:
        self.ahead, self.cap = ahead, cap
        self.tried = 0
        self.capped = False

    def holds(self, demands: Sequence[Demand], world: World) -> bool:
        """Whether one of the finals asked for is possible, for each demand."""
        self.tried += 1
        return all(self.ahead.found(node, world).mask & goal for node, goal in demands)

    def smallest(self, demands: Sequence[Demand]) -> list[Moves]:
        """The moves that meet the demands: no lever can be left out, none moved less while the others stay."""
        levers = levers_of([node for node, _ in demands], self.ahead)
        leaves = _leaves(demands, self.ahead)
        self.capped |= any(isinstance(lever, NewEntries) and lever.most == MOST_ENTRIES for lever in levers)
        found: list[Moves] = []
        enough: list[frozenset[Lever]] = []
        for many in range(1, len(levers) + 1):
            for chosen in combinations(levers, many):
                if len({lever.about for lever in chosen}) < many or any(few <= set(chosen) for few in enough):
                    continue
                if self.tried >= self.cap or many > MOST_LEVERS:
                    self.capped = True
                    return found
                ways = self._ways(chosen, demands, leaves)
                if ways:
                    enough.append(frozenset(chosen))
                    found.extend(ways)
        return found

    def _ways(self, chosen: tuple[Lever, ...], demands: Sequence[Demand], leaves: list[_Leaf]) -> list[Moves]:
        """How far these levers must be moved, all of them: none of the ways within another."""
        ways: dict[tuple[int, ...], None] = {}
        given = tuple(range(len(chosen)))
        all_tried = all(lever.size <= FEW for lever in chosen)
        for order in (given,) if all_tried else permutations(given):
            for steps in self._steps([chosen[index] for index in order], demands, leaves, self.ahead.standing, ()):
                by_lever = dict(zip(order, steps, strict=True))
                ways[tuple(by_lever[index] for index in range(len(chosen)))] = None
        return [
            tuple(zip(chosen, way, strict=True))
            for way in sorted(ways)
            if not any(other != way and _within(chosen, other, way) for other in ways)
        ]

    def _steps(
        self, left: list[Lever], demands: Sequence[Demand], leaves: list[_Leaf], world: World, done: tuple[int, ...]
    ) -> Iterator[tuple[int, ...]]:
        lever, rest = left[0], left[1:]
        for steps in self._worth_trying(lever, leaves, world, last=not rest):
            if self.tried >= self.cap:
                self.capped = True
                return
            moved = lever.moved(world, steps)
            if rest:
                yield from self._steps(rest, demands, leaves, moved, (*done, steps))
            elif self.holds(demands, moved):
                yield (*done, steps)
                if not isinstance(lever, Option):
                    return

    def _worth_trying(self, lever: Lever, leaves: list[_Leaf], world: World, *, last: bool) -> Iterator[int]:
        if lever.size <= FEW or isinstance(lever, Option):
            yield from range(1, lever.size + 1)
            return
        steps = {1} if last or lever.size == ANY_NUMBER else {1, lever.size}
        for node, names in leaves:
            if lever_reads(lever) in names:
                steps |= self._changes(lever, node, world)
        yield from sorted(steps)

    def _changes(self, lever: Lever, node: Predicate, world: World) -> set[int]:
        """The steps at which what is found on a leaf becomes another: where it does, by halving."""
        seen: dict[int, int] = {}

        def mask(steps: int) -> int:
            if steps not in seen:
                seen[steps] = self.ahead.found(node, lever.moved(world, steps) if steps else world).mask
            return seen[steps]

        marks = [0, 1]
        while marks[-1] * 2 < lever.size:
            marks.append(marks[-1] * 2)
        marks += [lever.size - 1, lever.size]
        found: set[int] = set()
        waiting = list(pairwise(marks))
        while waiting:
            low, high = waiting.pop()
            if low >= high or mask(low) == mask(high):
                continue
            if high - low == 1:
                found.add(high)
                continue
            middle = (low + high) // 2
            waiting += [(low, middle), (middle, high)]
        return found


def _leaves(demands: Sequence[Demand], ahead: Outlook) -> list[_Leaf]:
    nodes = dict.fromkeys(part for node, _ in demands for part in nodes_of(node) if isinstance(part, LEAVES))
    return [(node, names_read(node, ahead.surveys)) for node in nodes]


def lever_reads(lever: Lever) -> str:
    """The key of the place or register that a lever moves."""
    match lever:
        case NewEntries(register=register) | DayToCome(register=Register() as register):
            return register.name
        case DayToCome(fact=fact):
            return fact.name
        case Figure(place=place) | Option(place=place):
            return place
        case _:
            assert_never(lever)


def _within(chosen: tuple[Lever, ...], less: tuple[int, ...], more: tuple[int, ...]) -> bool:
    """Whether one way moves no lever further than another; of options none is less than the next."""
    return all(a == b if isinstance(lever, Option) else a <= b for lever, a, b in zip(chosen, less, more, strict=True))


def without_supersets(found: list[Moves]) -> list[Moves]:
    """Those of which no other is a part: the same levers, fewer of them or none moved further."""
    by_lever = [dict(moves) for moves in found]
    kept: list[Moves] = []
    for index, (moves, steps) in enumerate(zip(found, by_lever, strict=True)):
        smaller = any(
            _part_of(other, steps) and (other != steps or before < index)
            for before, other in enumerate(by_lever)
            if before != index
        )
        if not smaller:
            kept.append(moves)
    return kept


def _part_of(less: dict[Lever, int], more: dict[Lever, int]) -> bool:
    return all(
        lever in more and (steps == more[lever] if isinstance(lever, Option) else steps <= more[lever])
        for lever, steps in less.items()
    )
