"""Which findings decide: those without which the verdict above would not stand, or would not be open."""

from __future__ import annotations

from typing import Any, NamedTuple

from thidua import nodes as n
from thidua.findings import Assessment, Finding, open_parts
from thidua.interpreters.folding import State, folding
from thidua.interpreters.found import LEAVES
from thidua.interpreters.pivotal import pivotal
from thidua.verdicts import FINALS, F, M, N


def deciding(finding: Finding) -> tuple[bool, ...]:
    """For each part of a finding, whether it belongs to a smallest set of parts that gives the verdict.

    Linear in the number of parts. Where the verdict is open, the parts decide that leave it so.
    """
    masks = [part.mask for part in finding.parts]
    if finding.mask not in FINALS:
        return open_parts(finding)
    match finding.node:
        case n.AllOf() | n.AreAll():
            return tuple(mask == F if finding.mask == F else mask != N or finding.mask == N for mask in masks)
        case n.AnyOf():
            return tuple(mask == M if finding.mask == M else mask != N or finding.mask == N for mask in masks)
        case n.AtLeast():
            return tuple(mask == finding.mask or (finding.mask == F and mask == N) for mask in masks)
        case n.Where():
            guard, _ = masks
            if finding.mask != N:
                return (True, True)
            return (not guard & M, bool(guard & M))
        case n.Unless():
            body, disqualifier = masks
            if finding.mask != F:
                return (True, True)
            return (body == F, disqualifier == M)
        case _:
            return tuple(True for _ in masks)


def deciding_clauses(assessment: Assessment[Any]) -> tuple[str, ...]:
    """The clauses reached from the group through deciding findings alone, in the order of the plan."""
    reached: set[str] = set()
    waiting = [assessment.found]
    while waiting:
        finding = waiting.pop()
        if isinstance(finding.node, n.ClauseMet):
            reached.add(finding.node.clause)
            continue
        waiting.extend(part for part, decides in zip(finding.parts, deciding(finding), strict=True) if decides)
    return tuple(name for name, _ in assessment.clauses if name in reached)


def decisive(found: Finding, blank: Finding) -> frozenset[int]:
    """The findings that belong to some `why`, by identity, with those on the way down to them.

    Of a definite verdict: the leaves of any minimal set that suffices, `blank` being the same tree with nothing known.
    Exact where no leaf stands twice; every place of one that does is taken for itself. Of an open verdict: what can
    still turn it. Every finding is visited once on the way up and once on the way down.
    """
    if found.mask not in FINALS:
        return frozenset(pivotal(found))
    return _Bearing(found, blank).reached()


class _Tight(NamedTuple):
    """A set of leaves, told by what it gives and by what is left of that when one leaf is taken out of it."""

    gives: State
    without_one: frozenset[State]


class _Bearing:
    """Which leaves bear a definite verdict. A set is tight when without any one of its leaves it gives more finals.

    How a tight set goes together with others depends on its kind alone, of which a finding has only a few. So the
    kinds are gathered on the way up, and those that the verdict can be made of are followed on the way down.
    """

    def __init__(self, found: Finding, blank: Finding) -> None:
        self.found = found
        self.kinds: dict[int, set[_Tight]] = {}
        self.steps: dict[int, list[list[tuple[_Tight, _Tight, _Tight]]]] = {}
        self.last: dict[int, dict[_Tight, _Tight]] = {}
        self.order: list[Finding] = []
        self._gather(found, blank)

    def _gather(self, found: Finding, blank: Finding) -> None:
        waiting: list[tuple[Finding, Finding, bool]] = [(found, blank, False)]
        while waiting:
            each, nothing, below_done = waiting.pop()
            if id(each) in self.kinds:
                continue
            if isinstance(each.node, LEAVES):
                kinds = {_Tight(nothing.mask, frozenset())}
                if each.mask != nothing.mask:
                    kinds.add(_Tight(each.mask, frozenset({nothing.mask})))
                self.kinds[id(each)] = kinds
            elif below_done:
                self._combine(each)
                self.order.append(each)
            else:
                waiting.append((each, nothing, True))
                waiting.extend((part, empty, False) for part, empty in zip(each.parts, nothing.parts, strict=True))

    def _combine(self, found: Finding) -> None:
        start, step, finish = folding(found.node)
        states = {_Tight(start, frozenset())}
        steps: list[list[tuple[_Tight, _Tight, _Tight]]] = []
        for part in found.parts:
            taken: list[tuple[_Tight, _Tight, _Tight]] = []
            for so_far in states:
                for more in self.kinds[id(part)]:
                    gives = step(so_far.gives, more.gives)
                    left = {step(one, more.gives) for one in so_far.without_one}
                    left |= {step(so_far.gives, one) for one in more.without_one}
                    if gives not in left:
                        taken.append((so_far, more, _Tight(gives, frozenset(left))))
            steps.append(taken)
            states = {after for _, _, after in taken}
        last: dict[_Tight, _Tight] = {}
        for state in states:
            kind = _Tight(finish(state.gives), frozenset(map(finish, state.without_one)))
            if kind.gives not in kind.without_one:
                last[state] = kind
        self.kinds[id(found)] = set(last.values())
        self.steps[id(found)], self.last[id(found)] = steps, last

    def reached(self) -> frozenset[int]:
        wanted: dict[int, set[_Tight]] = {
            id(self.found): {kind for kind in self.kinds[id(self.found)] if kind.gives == self.found.mask}
        }
        for each in reversed(self.order):
            kinds = wanted.get(id(each), set())
            states = {state for state, kind in self.last[id(each)].items() if kind in kinds}
            for part, taken in zip(reversed(each.parts), reversed(self.steps[id(each)]), strict=True):
                leading = [(so_far, more) for so_far, more, after in taken if after in states]
                wanted.setdefault(id(part), set()).update(more for _, more in leading)
                states = {so_far for so_far, _ in leading}
        return frozenset(key for key, kinds in wanted.items() if any(kind.without_one for kind in kinds))
