"""Trees over many small questions, with some of them answered: what reasons and needs are searched in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, product
from typing import Any, TypeVar

from attrs import frozen
from hypothesis import strategies as st
from movement import ALSO_OPEN, AT_FINAL, same

from thidua import nodes as n
from thidua.findings import Finding
from thidua.interpreters.assess import judge
from thidua.interpreters.folding import refold
from thidua.interpreters.found import LEAVES
from thidua.knowledge import Knowledge, Known
from thidua.nodes import Fact, IsOneOf, Kind, Predicate
from thidua.verdicts import F, M, N, members

T = TypeVar("T")
FACTS = tuple(Fact("Place", f"q{i}", Kind.YES_NO, same(f"q{i}")) for i in range(10_000))


def question(number: int) -> Predicate:
    """Whether the answer to a question is yes."""
    return IsOneOf(FACTS[number], ("yes",))


CONSTANTS = st.sampled_from([n.Constant(M), n.Constant(F), n.Constant(N)])


@st.composite
def trees(draw: st.DrawFn, *, again: bool = False, most: int = 6) -> Predicate:
    """A tree over at most so many leaves; `again` says that a question may stand in it more than once."""
    numbers = iter(range(most))
    left = [most]

    def leaf() -> Predicate:
        left[0] -= 1
        if draw(st.integers(0, 11)) == 0:
            return draw(CONSTANTS)
        number = next(numbers)
        return question(draw(st.integers(0, 3)) if again else number)

    def node(depth: int) -> Predicate:
        kind = draw(st.sampled_from(["leaf", "all", "any", "not", "where", "least", "choose"])) if depth else "leaf"
        if kind == "leaf" or left[0] < 2:
            return leaf()
        several = range(draw(st.integers(1, min(3, left[0]))))
        match kind:
            case "not":
                return n.Not(node(depth - 1))
            case "where":
                return n.Where(node(depth - 1), node(depth - 1) if left[0] else n.Constant(M))
            case "choose":
                parts = [node(depth - 1) if left[0] else n.Constant(F) for _ in range(3)]
                return n.Choose(ALSO_OPEN.reading, tuple(zip(("first", "second", "third"), parts, strict=True)))
        parts = [node(depth - 1) for _ in several if left[0]]
        if kind == "least":
            mode: Any = draw(st.sampled_from(["cap", "strict", "not_applicable"]))
            return n.AtLeast(draw(st.integers(1, len(parts))), tuple(parts), mode)
        return (n.AllOf if kind == "all" else n.AnyOf)(tuple(parts))

    made = node(3)
    if draw(st.integers(0, 5)) == 0 and left[0]:
        return n.Unless(made, node(1))
    return made


@frozen
class Found:
    """What is found of a tree, and what is found of it with nothing known."""

    finding: Finding
    blank: Finding


def found_of(tree: Predicate, knowledge: Knowledge) -> Found:
    """Both findings of a tree."""
    nothing = Knowledge(days=AT_FINAL.days)
    return Found(judge(tree, knowledge, AT_FINAL), judge(tree, nothing, AT_FINAL))


@st.composite
def found_trees(draw: st.DrawFn, *, again: bool = False, most: int = 6) -> Found:
    """A tree with each question answered yes, no or not at all."""
    tree = draw(trees(again=again, most=most))
    answers = draw(st.lists(st.sampled_from(["yes", "yes", "no", "no", None]), min_size=most, max_size=most))
    return found_of(tree, answered(answers))


def answered(answers: Sequence[str | None]) -> Knowledge:
    """The knowledge of these answers, `None` for one not given."""
    places = {FACTS[i].name: Known(options=frozenset({each})) for i, each in enumerate(answers) if each}
    return Knowledge(places, days=AT_FINAL.days)


def leaves_of(finding: Finding) -> list[Finding]:
    """The leaves of a tree, one for every place in it."""
    if isinstance(finding.node, LEAVES):
        return [finding]
    return [leaf for part in finding.parts for leaf in leaves_of(part)]


def subsets(items: Sequence[T]) -> Iterator[frozenset[T]]:
    """Every choice of some, none or all, the smallest first."""
    chosen = chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))
    return (frozenset(each) for each in chosen)


def minimal_by_trying_all(found: Found) -> set[frozenset[Predicate]]:
    """The minimal sets of leaves that give the verdict when every other leaf is as with nothing known."""
    blank = {leaf.node: leaf.mask for leaf in leaves_of(found.blank)}
    suffice: list[frozenset[Predicate]] = []
    for kept in subsets(list(dict.fromkeys(leaf.node for leaf in leaves_of(found.finding)))):
        if any(smaller <= kept for smaller in suffice):
            continue

        def mask_of(each: Finding, kept: frozenset[Predicate] = kept) -> int | None:
            if not isinstance(each.node, LEAVES):
                return None
            return each.mask if each.node in kept else blank[each.node]

        if refold(found.finding, mask_of) == found.finding.mask:
            suffice.append(kept)
    return set(suffice)


def turning_by_trying_all(finding: Finding) -> set[Predicate]:
    """The leaves that alone decide between two verdicts, in some way of settling every other place in the tree."""
    leaves = leaves_of(finding)
    choices = choosing(finding)
    turning: set[Predicate] = set()
    for place, leaf in enumerate(leaves):
        others = [members(each.mask) if i != place else [0] for i, each in enumerate(leaves)]
        for settled in product(*others):
            for options in product(*(range(len(each.parts)) for each in choices)):
                chosen = dict(zip(map(id, choices), options, strict=True))
                ends = set()
                for final in members(leaf.mask):
                    given = iter([final if i == place else each for i, each in enumerate(settled)])
                    ends.add(settle(finding, given, chosen))
                if len(ends) > 1:
                    turning.add(leaf.node)
    return turning


def choosing(finding: Finding) -> list[Finding]:
    """The readings not adopted, one for every place in the tree."""
    here = [finding] if isinstance(finding.node, n.Choose) else []
    return here + [each for part in finding.parts for each in choosing(part)]


def settle(finding: Finding, given: Iterator[int], chosen: dict[int, int]) -> int:
    """The final of a tree whose leaves have these finals, in their order, with these options chosen."""
    if isinstance(finding.node, LEAVES):
        return next(given)
    finals = [settle(part, given, chosen) for part in finding.parts]
    if isinstance(finding.node, n.Choose):
        return finals[chosen[id(finding)]]
    parts = iter(finals)
    return refold(finding, lambda each: None if each is finding else next(parts))
