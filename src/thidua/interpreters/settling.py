"""Which openings settle an open verdict, however they turn out: a search over the tree of findings.

Leaves that read nothing open in common are settled apart from one another, so each circle of leaves is searched by
itself and only what its leaves may become is folded together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from thidua import nodes as n
from thidua.findings import Finding
from thidua.interpreters.assess import Prepared
from thidua.interpreters.openings import OpenField, Opening, OpenPlace, openings
from thidua.interpreters.pivotal import pivotal, turned_by_a_reading, turning
from thidua.interpreters.skeleton import Skeleton
from thidua.interpreters.sufficient import is_leaf
from thidua.interpreters.supplying import Leaves, Told, signature, ways
from thidua.knowledge import UNHEARD_OF, Knowledge
from thidua.movements import Setting
from thidua.nodes import Predicate
from thidua.verdicts import FINALS
from thidua.walks import nodes_of

Chosen = frozenset[Opening]
Masks = tuple[int, ...]
WAYS_EACH = 5
"""So many ways of supplying may be tried, all in all, for each of those that a search may follow at one step."""


class Settling(NamedTuple):
    """The minimal sets of openings that settle a verdict, and the openings of which one alone may settle it.

    Where `settles` is false, not even everything together always does: the one set is then all that is open.
    """

    sets: tuple[tuple[Opening, ...], ...]
    alone: frozenset[Opening]
    read_by: Mapping[Opening, tuple[Predicate, ...]]
    settles: bool
    capped: bool


def settling(found: Finding, knowledge: Knowledge, setting: Setting, *, at_most: int) -> Settling:
    """The sets, smallest first; no more than `at_most` ways are followed at any step, and a capped search says so.

    A capped search never leaves out what is needed: it may list more than is.
    """
    if found.mask in FINALS:
        return Settling((), frozenset(), {}, settles=True, capped=False)
    search = _Search(found, knowledge, setting, at_most)
    every = frozenset(search.openings)
    alone = frozenset(opening for opening in search.openings if search.may_settle(opening))
    shown = search.settles(every)
    settles = shown or (search.capped and _is_definite_once_known(found, search.leaves))
    sets = search.minimal(every) if shown else [every]
    ordered = tuple(tuple(one for one in search.openings if one in each) for each in sets)
    return Settling(tuple(filter(None, ordered)), alone, search.read_by, settles, search.capped)


class _Budget:
    """How many more ways may be tried, in all circles together; one way with many entries on file counts as several."""

    def __init__(self, left: int) -> None:
        self.left = left


class _Circle:
    """Leaves that read open things in common, the leaves' openings, and what they may become."""

    def __init__(self, leaves: Leaves, opened: tuple[Opening, ...], told: Told, budget: _Budget) -> None:
        self.leaves, self.told, self.budget = leaves, told, budget
        self.openings = tuple(sorted(opened, key=_entry_by_entry))
        self.capped = False
        registers = {each.register.name for each in opened if not isinstance(each, OpenPlace)}
        held = sum(len(told.registers.get(name, UNHEARD_OF).entries) for name in registers)
        self.price = 1 + held // 4
        self.known: dict[Chosen, list[Masks]] = {}

    @cached_property
    def as_it_is(self) -> Masks:
        """What the leaves may be now."""
        return self.leaves.masks(self.told)

    def become(self, chosen: Chosen) -> list[Masks]:
        """What the leaves may be once these openings are supplied, in each way there is."""
        within = chosen & frozenset(self.openings)
        if within not in self.known:
            self.known[within] = self._become(within)
        return self.known[within]

    def most_open(self, chosen: Chosen) -> list[Masks]:
        """Of these, those that leave most open: what they leave definite, all others do."""
        every = self.become(chosen)
        return [one for one in every if not any(one != other and _within(one, other) for other in every)]

    def _become(self, chosen: Chosen) -> list[Masks]:
        if chosen and self.budget.left <= 0:
            self.capped = True
            return [self.as_it_is]
        ended: dict[Masks, None] = {}
        states: dict[object, Told] = {(): self.told}
        order = sorted(chosen, key=self.openings.index)
        for place, opening in enumerate(order):
            reached: dict[object, Told] = {}
            for told in states.values():
                for after in ways(opening, told, self.leaves):
                    self.budget.left -= self.price
                    masks = self.leaves.masks(after)
                    if all(mask in FINALS for mask in masks):
                        ended[masks] = None
                    else:
                        reached.setdefault((masks, self._key(after, order[place + 1 :])), after)
                    if self.budget.left <= 0:
                        self.capped = True
                        return list(dict.fromkeys((self.as_it_is, *ended)))
            states = reached
        ended.update(dict.fromkeys(self.leaves.masks(told) for told in states.values()))
        return list(ended)

    def _key(self, told: Told, still: Sequence[Opening]) -> object:
        """All that tells one state from another, while some openings are still to be supplied."""
        places = tuple(told.places.get(each.place) for each in self.openings if isinstance(each, OpenPlace))
        rest: list[object] = []
        for register in dict.fromkeys(each.register for each in self.openings if not isinstance(each, OpenPlace)):
            held = told.registers.get(register.name, UNHEARD_OF)
            waiting = frozenset(
                each.entry for each in still if isinstance(each, OpenField) and each.register == register
            )
            rest.append((held.unseen_high, held.surplus, signature(register, held, self.leaves, waiting)))
        return places, tuple(rest)


class _Search:
    def __init__(self, found: Finding, knowledge: Knowledge, setting: Setting, at_most: int) -> None:
        self.skeleton, self.at_most, self.steps = Skeleton(found), at_most, 0
        self.too_many = False
        self.settled: dict[Chosen, bool] = {}
        surveys = dict(setting.surveys)
        made = Prepared(setting.review.id, surveys)
        read: dict[Predicate, tuple[Opening, ...]] = {
            each.node: openings(each.node, knowledge.places, knowledge.registers, surveys)
            for each in turning(found, is_leaf)
            if is_leaf(each.node)
        }
        self.leaves = tuple(read)
        self.openings = tuple(dict.fromkeys(opening for opened in read.values() for opening in opened))
        self.read_by = {
            opening: tuple(leaf for leaf, opened in read.items() if opening in opened) for opening in self.openings
        }
        told = Told(knowledge.places, knowledge.registers)
        self.circles: list[_Circle] = []
        budget = _Budget(WAYS_EACH * at_most)
        for nodes in _circles(read):
            leaves = Leaves(nodes, made, setting)
            opened = tuple(o for o in self.openings if any(o in read[leaf] for leaf in nodes))
            self.circles.append(_Circle(leaves, opened, told, budget))

    @property
    def capped(self) -> bool:
        return self.too_many or any(circle.capped for circle in self.circles)

    def may_settle(self, opening: Opening) -> bool:
        """Whether some way of supplying one thing alone makes the verdict definite."""
        return any(
            self.skeleton.masks(dict(zip(circle.leaves.nodes, masks, strict=True)))[-1] in FINALS
            for circle in self.circles
            if opening in circle.openings
            for masks in circle.become(frozenset({opening}))
        )

    def settles(self, chosen: Chosen) -> bool:
        """Whether the verdict is definite in every way of supplying these openings."""
        if chosen not in self.settled:
            first = sorted(self.circles, key=lambda circle: chosen.issuperset(circle.openings))
            given: list[frozenset[Predicate]] = [frozenset()]
            for circle in first:
                given.append(given[-1].union(circle.leaves.nodes))
            self.steps = 0
            done = [self.skeleton.done(each) for each in given]
            self.settled[chosen] = self._settles(first, chosen, {}, done, [set() for _ in given])
        return self.settled[chosen]

    def _settles(
        self,
        circles: Sequence[_Circle],
        chosen: Chosen,
        given: dict[Predicate, int],
        done: list[list[bool]],
        seen: list[set[object]],
    ) -> bool:
        masks = self.skeleton.masks(given)
        if masks[-1] in FINALS:
            return True
        if not circles:
            return False
        left = self.skeleton.what_is_left(masks, done[-1 - len(circles)])
        if left in seen[len(circles)]:
            return True
        self.steps += 1
        if self.steps > self.at_most:
            self.too_many = True
            return False
        first, *others = circles
        for became in first.most_open(chosen):
            if not self._settles(
                others, chosen, {**given, **dict(zip(first.leaves.nodes, became, strict=True))}, done, seen
            ):
                return False
        seen[len(circles)].add(left)
        return True

    def minimal(self, every: Chosen) -> list[Chosen]:
        """The minimal sets: all hold what the rest together cannot do without."""
        always = frozenset(one for one in self.openings if not self.settles(every - {one}))
        others = [one for one in self.openings if one not in always]
        found: list[Chosen] = []
        tried = 0
        for size in range(len(others) + 1):
            for more in combinations(others, size):
                chosen = always | frozenset(more)
                if any(smaller <= chosen for smaller in found):
                    continue
                tried += 1
                if tried > self.at_most:
                    self.too_many = True
                    return found or [self._shrunk(every, others)]
                if self.settles(chosen):
                    found.append(chosen)
            if found and size == 0:
                break
        return found

    def _shrunk(self, chosen: Chosen, others: Sequence[Opening]) -> Chosen:
        for one in reversed(others):
            if self.settles(chosen - {one}):
                chosen -= {one}
        return chosen


def _entry_by_entry(opening: Opening) -> tuple[int, str, str]:
    """Places first, then one entry after another, and what else a register holds last."""
    if isinstance(opening, OpenPlace):
        return 0, "", ""
    if isinstance(opening, OpenField):
        return 1, opening.register.name, opening.entry
    return 2, opening.register.name, ""


def _is_definite_once_known(found: Finding, leaves: Sequence[Predicate]) -> bool:
    """Whether a tree is definite as soon as all that its leaves read is known: no reading open, no share of nothing."""
    return not any(map(turned_by_a_reading, pivotal(found).values())) and not any(
        isinstance(node, n.Quotient) or (isinstance(node, n.ChooseQuantity) and node.reading.adopted is None)
        for leaf in leaves
        for node in nodes_of(leaf)
    )


def _within(one: Masks, other: Masks) -> bool:
    return all(a & ~b == 0 for a, b in zip(one, other, strict=True))


def _circles(read: Mapping[Predicate, Sequence[Opening]]) -> list[list[Predicate]]:
    """The leaves in circles that read nothing open in common."""
    circles: list[tuple[list[Predicate], set[Opening]]] = []
    for leaf, opened in read.items():
        joined: tuple[list[Predicate], set[Opening]] = ([leaf], set(opened))
        apart: list[tuple[list[Predicate], set[Opening]]] = []
        for nodes, held in circles:
            if held.isdisjoint(joined[1]):
                apart.append((nodes, held))
            else:
                joined = (nodes + joined[0], held | joined[1])
        circles = [*apart, joined]
    return [nodes for nodes, _ in circles]
