"""What a comparison of two editions says: clause by clause, and per group and review who is met under each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any

from attrs import frozen

from thidua.displays import Shown
from thidua.dossiers import Dossier
from thidua.errors import UnknownNameError, did_you_mean
from thidua.findings import Assessment
from thidua.movements import Plan
from thidua.subjects import Subject
from thidua.texts import Text
from thidua.verdicts import Verdict


class Relation(Enum):
    """What the new edition is beside the old one, by who is met once everything is known."""

    EQUIVALENT = Text("tương đương", "equivalent")
    STRICTER = Text("chặt hơn", "stricter")
    LOOSER = Text("nới hơn", "looser")
    INCOMPARABLE = Text("không so sánh được (vừa chặt hơn vừa nới hơn)", "incomparable (stricter and looser at once)")
    UNDECIDED = Text("chưa kết luận được", "not decided")


class Status(Enum):
    """How it is known."""

    PROVED = Text("đã chứng minh", "proved")
    TESTED = Text("mới thử trên hồ sơ giả định, chưa chứng minh", "tested on invented dossiers, not proved")
    NOT_DECIDED = Text("chưa kết luận được", "not decided")


class Change(Enum):
    """What has become of a clause. A threshold is a number, a span, a day or a level, and whether it counts itself."""

    UNCHANGED = Text("không thay đổi", "unchanged")
    ADDED = Text("bổ sung", "added")
    REPEALED = Text("bãi bỏ", "repealed")
    RENUMBERED = Text("đánh số lại", "renumbered")
    LOGIC = Text("sửa nội dung điều kiện", "logic changed")
    THRESHOLD = Text("sửa ngưỡng", "threshold changed")
    READING = Text("đổi cách hiểu", "reading changed")
    TEXT = Text("sửa câu chữ", "text changed")
    CITATION = Text("sửa dẫn chiếu", "citation changed")


def relation_of(*, gained: bool | None, lost: bool | None) -> Relation:
    """The word for whether somebody gains and whether somebody loses; `None` is not known."""
    if gained and lost:
        return Relation.INCOMPARABLE
    if gained is None or lost is None:
        return Relation.UNDECIDED
    return Relation.LOOSER if gained else Relation.STRICTER if lost else Relation.EQUIVALENT


def together(relations: Iterable[Relation]) -> Relation:
    """Several relations as one: looser here and stricter there cannot be compared."""
    found = set(relations)
    gains = bool(found & {Relation.LOOSER, Relation.INCOMPARABLE})
    loses = bool(found & {Relation.STRICTER, Relation.INCOMPARABLE})
    unsure = Relation.UNDECIDED in found
    return relation_of(gained=gains or (None if unsure else False), lost=loses or (None if unsure else False))


@frozen
class ItemChange:
    """One clause, group or provision of either edition, and what has become of it; `old` and `new` are its ids there.

    `readings` are the ids of readings that changed and bear on it. One clause can change in more than one way; `only`
    is the way where it is one alone: text only, citation only.
    """

    old: str | None
    new: str | None
    changes: tuple[Change, ...]
    readings: tuple[str, ...] = ()

    @property
    def only(self) -> Change | None:
        """The one way in which it changed, or that it did not; `None` where there are several."""
        return self.changes[0] if len(self.changes) == 1 else None


@frozen
class Witness:
    """A subject on whom the two editions differ: its papers, as few and as small as can be, judged under both.

    The papers are the same twice, but for what one edition does not know, and for declarations of completeness where
    the editions count entries from or through different days.
    """

    before: Assessment[Any]
    after: Assessment[Any]

    @property
    def dossier(self) -> Dossier[Any]:
        """The papers, as the old edition is given them."""
        return self.before.dossier

    @property
    def old(self) -> Verdict:
        """The verdict under the old edition."""
        return self.before.verdict

    @property
    def new(self) -> Verdict:
        """The verdict under the new edition."""
        return self.after.verdict


@frozen
class Move:
    """Whether a subject that comes out one way under the old edition can come out so under the new.

    `possible` is `None` where that is not known. `old` and `new` are `met`, `not_met`, `not_applicable`, or
    `undetermined` for what not even full knowledge decides, such as a share of nothing.
    """

    old: str
    new: str
    possible: bool | None
    witness: Witness | None = None


@frozen
class GroupComparison:
    """One group of subjects at one review.

    `moves` is the matrix of transitions between finals. `reads_before` and `reads_after` are what only one edition
    asks papers about; `open_difference` is a dossier on which editions that are equivalent differ, papers missing.
    `reason` says why nothing could be said, or which edition does not have the group.
    """

    group: str
    subject: type[Subject]
    review: str
    on: date
    relation: Relation
    status: Status
    moves: tuple[Move, ...]
    cells: int
    examples: int = 0
    seed: int = 0
    reads_before: tuple[Text, ...] = ()
    reads_after: tuple[Text, ...] = ()
    open_difference: Witness | None = None
    reason: Text | None = None

    @property
    def gained(self) -> tuple[Witness, ...]:
        """Who is met under the new edition only."""
        return tuple(m.witness for m in self.moves if m.witness and m.new == "met" != m.old)

    @property
    def lost(self) -> tuple[Witness, ...]:
        """Who is met under the old edition only."""
        return tuple(m.witness for m in self.moves if m.witness and m.old == "met" != m.new)

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """Everyone who comes out differently, one for each way."""
        return tuple(m.witness for m in self.moves if m.witness)

    @property
    def asks_for_different_papers(self) -> bool:
        """Whether the editions differ in what they ask papers about, or among what is undetermined."""
        return bool(self.reads_before or self.reads_after or self.open_difference)


@frozen
class Comparison(Shown):
    """Two editions of a plan side by side.

    `clauses`, `rules` (how the clauses of a group count together) and `provisions` say what has become of each item;
    `readings`, `schedule` (reviews and surveys, and `period` for the period of the plan) and `awards` (forms, for their
    routes too) are the ids of those that differ. `groups` are the groups of either edition, at each review compared.
    """

    old: Plan
    new: Plan
    clauses: tuple[ItemChange, ...]
    rules: tuple[ItemChange, ...]
    provisions: tuple[ItemChange, ...]
    readings: tuple[str, ...]
    schedule: tuple[str, ...]
    awards: tuple[str, ...]
    groups: tuple[GroupComparison, ...]

    def of(self, group: str, review: str | None = None) -> tuple[GroupComparison, ...]:
        """What was found on a group, at every review or at one; `UnknownNameError` when it was not compared."""
        found = tuple(one for one in self.groups if one.group == group and review in (None, one.review))
        if not found:
            known = [one.group for one in self.groups] + [one.review for one in self.groups if one.group == group]
            wrong = group if review is None or group not in known else review
            msg = f"no comparison of {wrong!r}{did_you_mean(wrong, dict.fromkeys(known))}"
            raise UnknownNameError(msg)
        return found

    def relation(self, group: str | None = None) -> Relation:
        """The new edition beside the old one over all reviews, of one group or of all."""
        over = self.groups if group is None else self.of(group)
        return together(one.relation for one in over)

    def status(self, group: str | None = None) -> Status:
        """How surely that is known: as surely as the least sure part."""
        over = self.groups if group is None else self.of(group)
        return next(
            (s for s in (Status.NOT_DECIDED, Status.TESTED) if any(one.status is s for one in over)), Status.PROVED
        )

    def clause(self, name: str) -> ItemChange:
        """What has become of a clause, by its id in either edition; `UnknownNameError` otherwise."""
        for change in self.clauses:
            if name in (change.new, change.old):
                return change
        known = [change.new or change.old or "" for change in self.clauses]
        msg = f"neither edition has a clause {name!r}{did_you_mean(name, known)}"
        raise UnknownNameError(msg)
