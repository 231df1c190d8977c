"""Supposing: the verdict on every row, with some leaves taken for what they would be once a place is supplied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from itertools import product
from typing import Any

from attrs import frozen

from thidua.interpreters.assess import judge
from thidua.interpreters.columns.population import Population
from thidua.interpreters.columns.predicates import Found, Predicates
from thidua.interpreters.columns.reached import is_open, only_met
from thidua.interpreters.columns.truth import Bits, Truth, bits, both, constant, either, opposite
from thidua.interpreters.found import LEAVES
from thidua.interpreters.openings import OpenField, OpenPlace, OpenRest, openings, said_as
from thidua.knowledge import Knowledge
from thidua.nodes import Kind, Predicate
from thidua.verdicts import F, M, N

MOST_WAYS = 64
"""How many suppositions about one place are followed; where there are more, nothing is counted as settled by it."""


def whole_of(predicates: Predicates, trees: Mapping[str, Predicate], asked: Predicate) -> Found:
    """What is asked about, judged in every row, with the clauses it may refer to."""
    predicates.clauses = {}
    for name, tree in trees.items():
        predicates.clauses[name] = predicates.found(tree)
    return predicates.found(asked)


def leaves_of(found: Found) -> Iterator[Found]:
    """The leaves below."""
    if isinstance(found.node, LEAVES):
        yield found
        return
    for part in found.parts:
        yield from leaves_of(part)


def reads_of(leaf: Predicate, result: Population[Any]) -> tuple[OpenPlace | OpenRest, ...]:
    """The places and registers that a leaf reads."""
    read = openings(leaf, {}, {}, dict(result.setting.surveys))
    return tuple(each for each in read if not isinstance(each, OpenField))


@frozen
class Suppose:
    """A verdict on the rows of a table whose leaves are given."""

    predicates: Predicates
    trees: Mapping[str, Predicate]
    asked: Predicate
    given: Mapping[Predicate, Truth]

    def verdict(self, masks: Mapping[Predicate, int]) -> Bits:
        """What the verdict may be then."""
        told = {leaf: constant(mask) for leaf, mask in masks.items()}
        predicates = _Supposing(self.predicates, {**self.given, **told})
        return bits(whole_of(predicates, self.trees, self.asked).truth)


class _Supposing(Predicates):
    """Judges predicates with leaves that are given."""

    def __init__(self, like: Predicates, given: Mapping[Predicate, Truth]) -> None:
        super().__init__(like.reader, like.setting, like.registers)
        self.given = given

    def found(self, node: Predicate) -> Found:
        """The node and all below it, leaves as they are given."""
        told = self.given.get(node) if isinstance(node, LEAVES) else None
        return super().found(node) if told is None else Found(node, told)


def _ways(opening: OpenPlace | OpenRest, leaves: tuple[Predicate, ...], result: Population[Any]) -> list[Any] | None:
    """What the leaves would be, each way it may be supplied; `None` where each leaf has to be supposed apart."""
    if isinstance(opening, OpenRest) or opening.fact.kind not in (Kind.CHOICE, Kind.YES_NO, Kind.JUDGED):
        return None
    if any(each != opening for leaf in leaves for each in reads_of(leaf, result)):
        return None
    setting, fact = result.setting, opening.fact
    ids: list[Any] = [option.id for option in fact.options] or ["yes", "no"]
    told = range(len(ids)) if fact.kind is Kind.JUDGED else ids
    known = [Knowledge({opening.place: said_as(fact, value)}, {}, setting.days) for value in told]
    return [dict(zip(leaves, [judge(leaf, one, setting).mask for leaf in leaves], strict=True)) for one in known]


def settled(
    opening: OpenPlace | OpenRest, leaves: tuple[Predicate, ...], suppose: Suppose, result: Population[Any]
) -> tuple[Any, Any]:
    """Whether the verdict is definite whatever is supplied, and whether it is met in some way."""
    ways = _ways(opening, leaves, result)
    may: Any = True
    if ways is None:
        apart = [
            [(leaf, mask, may) for mask, may in zip((M, F, N), bits(suppose.given[leaf]), strict=True)]
            for leaf in leaves
        ]
        supposed = [
            ({leaf: mask for leaf, mask, _ in way}, reduce(both, [may for _, _, may in way])) for way in product(*apart)
        ]
    else:
        supposed = [(way, may) for way in ways]
    supposed = [(way, may) for way, may in supposed if may is not False]
    if len(supposed) > MOST_WAYS:
        return False, False
    settles: Any = True
    meets: Any = False
    for way, may in supposed:
        verdict = suppose.verdict(way)
        settles = both(settles, either(opposite(may), opposite(is_open(verdict))))
        meets = either(meets, both(may, only_met(verdict)))
    return settles, meets
