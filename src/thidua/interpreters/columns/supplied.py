"""What a caller brings beside the table of subjects: registers, what declares them complete, documents and minutes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import field, frozen

from thidua.dossiers import Dossier
from thidua.errors import IncompleteError, UnknownNameError, WrongValueError, did_you_mean, handed
from thidua.evidence import Evidence, Judgement, Paper
from thidua.interpreters.arguments import check_given
from thidua.interpreters.columns.grouped import Declaration
from thidua.interpreters.columns.naming import Place
from thidua.interpreters.papers import read_papers
from thidua.knowledge import CAUTIONS
from thidua.movements import Plan, Setting, Vocabulary
from thidua.nodes import Kind
from thidua.periods import checked_day, is_day
from thidua.sources import Document
from thidua.subjects import Subject
from thidua.texts import nfc


@frozen
class Completeness:
    """That a register is complete: through which day, said by whom, and with how many entries.

    `through` is a day, or the column of the subjects' table that holds one for each subject. `entries` is the column
    that holds the number declared; without it, each subject's number is that of the entries in the table. A subject
    with no day or no number there has declared nothing.
    """

    through: date | str
    by: str = field(converter=nfc)
    entries: str | None = None

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.through, str):
            checked_day(self.through, "through")
        if not self.by.strip():
            msg = "a declaration of completeness says by whom"
            raise IncompleteError(msg)

    @property
    def declaration(self) -> Declaration:
        """What of it bears on a verdict."""
        return Declaration(self.through, self.entries)


@frozen(eq=False)
class Register:
    """A register of all subjects as one table, a row an entry: `code` names the subject, other columns are its facts.

    An entry may have a `key`; without one it is known by its place in the table. `complete` says whether entries may be
    missing: without it there may be any number more. `document` is the paper that proves the entries.
    """

    frame: Any
    complete: Completeness | None = None
    document: Document | None = None

    def __attrs_post_init__(self) -> None:
        if self.complete is not None:
            check_given("complete", self.complete, Completeness, "Completeness(through, by),")
        if self.document is not None:
            check_given("document", self.document, Document, "a Document")


TITLE = "Biên bản"
"""The title of the minutes of a row, of which the number and the day are told."""


@frozen
class MinutesByRow:
    """The columns that hold, for each row, the body that judged, the day of its sitting, and the number of its minutes.

    A row is read as `papers` reads one: not where a column is null, the body may not judge, or the day lies outside the
    window of the review or after the day of assessment. Made by `Minutes.by_row`.
    """

    by: str
    on: str
    number: str
    reason: str = field(converter=nfc)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the subjects' table that it stands in."""
        return self.by, self.on, self.number

    def minutes(self, row: Mapping[str, Any]) -> Minutes | None:
        """The minutes of one row; none where something of them is missing."""
        by, on, number = (row[name] for name in self.columns)
        if by is None or on is None or number is None or not str(by).strip():
            return None
        day = on.date() if isinstance(on, datetime) else on
        return Minutes(Document(str(number), day, str(by), TITLE), str(by), day, self.reason)


@frozen
class Minutes:
    """The minutes of the sitting at which a body judged every subject of a table, and what is said of it there."""

    document: Document
    by: str = field(converter=nfc)
    on: date = field(validator=is_day)
    reason: str = field(converter=nfc)
    dissent: str = field(default="", converter=nfc)

    @classmethod
    def by_row(cls, *, by: str, on: str, number: str, reason: str = "") -> MinutesByRow:
        """Minutes that differ by row: the columns that hold the body, the day of its sitting and the minutes' number.

        In a lazy table the column of bodies must be an enumeration, whose names can be told without looking at rows.
        """
        return MinutesByRow(by, on, number, reason)

    @property
    def judgement(self) -> Judgement:
        """The judgement they carry."""
        return Judgement(self.by, self.on, self.reason, self.dissent)


READ_ALL_THE_SAME = frozenset(
    ("not_used", "survey_assumed", "body_not_there", "minutes_before_sitting", "correction_before")
)
"""Cautions of a judgement that is read for all that, or would be if it were asked for."""

Proof = Document | Minutes | MinutesByRow
"""What proves a column: the document of what was measured, the minutes of what was judged."""


def proofs_of(documents: Mapping[Any, Proof], places: Mapping[str, Place]) -> dict[str, Proof]:
    """The proof of each place, given for its column, or for its fact and so for all columns of it."""
    found: dict[str, Proof] = {}
    columns = {place.column: key for key, place in places.items()}
    facts = {place.fact.name for place in places.values()}
    for given, proof in documents.items():
        name = given if isinstance(given, str) else getattr(getattr(given, "fact", given), "name", repr(given))
        if name not in columns and name not in facts:
            msg = f"documents=: the table has no column of {name!r}{did_you_mean(name, {*columns, *facts})}"
            raise UnknownNameError(msg)
        proved: object = proof
        if not isinstance(proved, Proof):
            msg = f"documents={{{name!r}: …}}: expected a Document, or Minutes of a judgement, but got {handed(proved)}"
            raise WrongValueError(msg)
        for key, place in places.items():
            if name == place.column or (name == place.fact.name and columns.get(name) is None):
                found[key] = proof
    return found


def check_proofs(
    plan: Plan, kind: type[Subject], setting: Setting, places: Mapping[str, Place], proofs: Mapping[str, Proof]
) -> None:
    """Every judgement has minutes that the plan would read, and no document is issued after the day of assessment.

    Raises `IncompleteError` for a judgement without body, day or minutes, `WrongValueError` for one that would not be
    read: asked of the definition itself, with a dossier of nothing else.
    """
    lacking: list[str] = []
    unread: list[str] = []
    for key, place in places.items():
        proof = proofs.get(key)
        if isinstance(proof, MinutesByRow):
            if place.fact.kind is not Kind.JUDGED:
                unread.append(f"{place.column!r}: minutes of each row are those of judgements, and this is none")
            continue
        document = proof.document if isinstance(proof, Minutes) else proof
        if place.fact.kind is Kind.JUDGED and not isinstance(proof, Minutes):
            lacking.append(repr(place.column))
        elif isinstance(proof, Minutes) and place.fact.kind is Kind.JUDGED:
            said: Evidence[Any] = Evidence(place.fact, place.fact.options[0].id, judgement=proof.judgement)
            knowledge = read_papers(plan, Dossier(kind("-", "-"), (Paper(proof.document, said),)), setting)
            codes = {caution.code for caution in knowledge.cautions} - READ_ALL_THE_SAME
            unread += [f"{place.column!r}: {CAUTIONS[code].en}" for code in sorted(codes)]
        elif document is not None and document.issued_on > setting.on:
            unread.append(f"{place.column!r}: {CAUTIONS['issued_later'].en}")
    if lacking:
        msg = (
            f"a judgement needs its body, its day and its minutes: give documents={{fact: Minutes(…)}} for columns "
            f"{', '.join(lacking)}"
        )
        raise IncompleteError(msg)
    if unread:
        raise WrongValueError("; ".join(unread))


def registers_named(records: Mapping[Any, Any], words: Vocabulary) -> dict[str, Register]:
    """The registers by name, whether they are given by name or by handle."""
    known = [register.name for register in words.registers]
    found: dict[str, Register] = {}
    for given, register in records.items():
        name = given if isinstance(given, str) else getattr(getattr(given, "register", given), "name", repr(given))
        if name not in known:
            msg = f"records=: {words.id} keeps no register {name!r}{did_you_mean(name, known)}"
            raise UnknownNameError(msg)
        if not isinstance(register, Register):
            msg = f"records={{{name!r}: …}}: expected Register(frame, complete=…) but got {type(register).__name__}"
            raise WrongValueError(msg)
        found[name] = register
    return found
