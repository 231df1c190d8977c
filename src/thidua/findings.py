"""Findings: what was found at each node. Light tuples while they are made, read through names.

A finding keeps its node, so *required* and *found* stay together, and every number can be said in words later.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast

from attrs import frozen

from thidua.clauses import Clause, Criteria
from thidua.displays import Shown, bundle_of, html_of, text_of
from thidua.dossiers import Dossier
from thidua.knowledge import Knowledge, Known, KnownRegister
from thidua.movements import Plan, Setting
from thidua.nodes import AllOf, AnyOf, DayTerm, JudgedAtLeast, Predicate, Quantity
from thidua.subjects import Subject
from thidua.verdicts import ANYTHING, FINALS, VERDICTS, F, M, N, Verdict

S = TypeVar("S", bound=Subject)
T = TypeVar("T")


class Measure(NamedTuple):
    """What is known of a term: its bounds, what was read, the terms below, the findings on the entries counted.

    `place` is the key of the place a recorded term was read from.
    """

    term: Quantity | DayTerm
    low: Any
    high: Any
    known: Known | None
    parts: tuple[Measure, ...]
    register: KnownRegister | None = None
    entries: tuple[Finding, ...] = ()
    place: str = ""


class Finding(NamedTuple):
    """What is known of a predicate: the set of finals still possible, and on what it rests."""

    node: Predicate
    mask: int
    known: Known | None
    measures: tuple[Measure, ...]
    parts: tuple[Finding, ...]
    register: KnownRegister | None = None

    @property
    def verdict(self) -> Verdict:
        """The finals still possible."""
        return VERDICTS[self.mask]

    def walk(self) -> Iterator[Finding]:
        """The finding and all findings below it."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def _repr_html_(self) -> str:
        return html_of(self)

    def _repr_mimebundle_(self, **_asked: object) -> dict[str, str]:
        return bundle_of(self)

    def __str__(self) -> str:
        return text_of(self)


class _New(Protocol):
    def __call__(self, kind: type[T], fields: tuple[object, ...], /) -> T: ...


new: _New = cast(_New, tuple.__new__)  # pyright: ignore[reportUnknownMemberType]  # it is as generic as `tuple`
"""`new(Finding, (node, mask, known, measures, parts, register))`, all fields given: 60 % of the time of `Finding(…)`.

Making findings and measures is most of what a pass does.
"""


@frozen
class Assessment(Shown, Generic[S]):
    """The verdict on one dossier with its reasons: findings on the group and on each of its clauses."""

    plan: Plan
    dossier: Dossier[S]
    criteria: Criteria[S]
    setting: Setting
    knowledge: Knowledge
    found: Finding
    clauses: tuple[tuple[str, Finding], ...]

    @property
    def verdict(self) -> Verdict:
        """The verdict on the group as a whole."""
        return self.found.verdict

    def finding(self, clause: Clause[S] | str) -> Finding:
        """What was found on a clause; `UnknownNameError` for a clause of another group."""
        name = self.criteria.clause(clause if isinstance(clause, str) else clause.id).id
        return dict(self.clauses)[name]

    def of(self, clause: Clause[S] | str) -> Verdict:
        """The verdict on a clause."""
        return self.finding(clause).verdict

    @property
    def awaits_only_judgement(self) -> bool:
        """Whether nothing measured is missing any more: every open leaf is a judgement not yet made."""
        return awaits_only_judgement(self.found)


def open_parts(found: Finding) -> tuple[bool, ...]:
    """For each part of an open finding, whether it helps to leave it open.

    Where the whole surely applies, a part of `all_of` that cannot fail any more no longer matters, nor does a part of
    `any_of` that cannot be met.
    """
    applies = not found.mask & N
    match found.node:
        case AllOf() if applies:
            matters = F
        case AnyOf() if applies:
            matters = M
        case _:
            matters = ANYTHING
    return tuple(part.mask not in FINALS and bool(part.mask & matters) for part in found.parts)


def open_leaves(found: Finding) -> Iterator[Finding]:
    """The findings that leave a verdict open, as far down as openness reaches."""
    if found.mask in FINALS:
        return
    below = [part for part, opens in zip(found.parts, open_parts(found), strict=True) if opens]
    if not below or isinstance(found.node, JudgedAtLeast):
        yield found
    for part in below:
        yield from open_leaves(part)


def awaits_only_judgement(found: Finding) -> bool:
    """Whether a finding is open, and only for judgements not yet made."""
    leaves = list(open_leaves(found))
    return bool(leaves) and all(isinstance(leaf.node, JudgedAtLeast) and leaf.known is None for leaf in leaves)
