"""What leaves a verdict open: the findings each of which alone, however the others turn out, could still turn it.

A finding is pivotal when the other open findings can be settled so that it alone decides between two verdicts. Every
place where a finding stands is settled for itself, as `assess` folds it. Linear in the number of findings, but for
`at_least`, which compares all counts that its own parts can reach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, product

from thidua import nodes as n
from thidua.findings import Finding
from thidua.interpreters.folding import State, folding
from thidua.interpreters.found import LEAVES
from thidua.nodes import Predicate
from thidua.verdicts import members

Pair = tuple[int, int]
"""Two finals, the smaller first, between which something still decides."""


def pivotal(found: Finding) -> dict[int, Finding]:
    """The open findings that can still turn the verdict, by identity, with those on the way down to them.

    Of a reading not adopted the finding on it is among them where its options differ. Empty for a definite verdict.
    """
    wanted: dict[int, tuple[Finding, set[Pair]]] = {}
    order = _from_the_root(found)
    wanted[id(found)] = (found, set(combinations(members(found.mask), 2)))
    for each in order:
        pairs = wanted[id(each)][1] if id(each) in wanted else set[Pair]()
        if not pairs or isinstance(each.node, LEAVES):
            continue
        for part, turns in zip(each.parts, _turned(each, pairs), strict=True):
            if turns:
                wanted.setdefault(id(part), (part, set()))[1].update(turns)
    return {key: each for key, (each, pairs) in wanted.items() if pairs}


def turned_by_a_reading(found: Finding) -> bool:
    """Whether a reading not adopted leaves a finding open by itself: two of its options can differ."""
    return isinstance(found.node, n.Choose) and any(
        final != other
        for one, another in combinations(found.parts, 2)
        for final, other in product(members(one.mask), members(another.mask))
    )


def turning(found: Finding, leaf: Callable[[Predicate], bool]) -> Iterator[Finding]:
    """The leaves that can still turn an open verdict, and readings that can, each once, in the order of the plan."""
    wanted = pivotal(found)
    seen: set[Predicate] = set()
    waiting = [found]
    while waiting:
        each = waiting.pop()
        if id(each) not in wanted:
            continue
        if (leaf(each.node) or turned_by_a_reading(each)) and each.node not in seen:
            seen.add(each.node)
            yield each
        if not leaf(each.node):
            waiting.extend(reversed(each.parts))


def _from_the_root(found: Finding) -> list[Finding]:
    """Every finding above a leaf before those below it; what is referred to twice after both references."""
    done: set[int] = set()
    after: list[Finding] = []
    waiting: list[tuple[Finding, bool]] = [(found, False)]
    while waiting:
        each, left = waiting.pop()
        if left:
            after.append(each)
        elif id(each) not in done:
            done.add(id(each))
            waiting.append((each, True))
            if not isinstance(each.node, LEAVES):
                waiting.extend((part, False) for part in reversed(each.parts))
    return after[::-1]


def _turned(found: Finding, pairs: set[Pair]) -> list[set[Pair]]:
    """For each part, the pairs of its finals that some way of settling its siblings turns into one of these pairs."""
    if isinstance(found.node, n.Choose):
        return [{pair for pair in combinations(members(part.mask), 2) if pair in pairs} for part in found.parts]
    start, step, finish = folding(found.node)
    before: list[set[State]] = [{start}]
    for part in found.parts:
        before.append({step(state, final) for state in before[-1] for final in members(part.mask)})
    turned: list[set[Pair]] = [set() for _ in found.parts]
    # from the end: which pairs of states, once this far, end in a pair of finals that is wanted
    leading = {
        (one, other) for one, other in product(before[-1], repeat=2) if _pair(finish(one), finish(other)) in pairs
    }
    for place in range(len(found.parts) - 1, -1, -1):
        finals = members(found.parts[place].mask)
        earlier: set[tuple[State, State]] = set()
        for state in before[place]:
            turned[place].update(
                (a, b) for a, b in combinations(finals, 2) if (step(state, a), step(state, b)) in leading
            )
        for one, other in product(before[place], repeat=2):
            if any((step(one, final), step(other, final)) in leading for final in finals):
                earlier.add((one, other))
        leading = earlier
    return turned


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one <= other else (other, one)
