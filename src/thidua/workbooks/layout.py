"""The sheets of a workbook and their columns: all that a plan knows of a kind of subject, laid out to be filled in.

A column has a code that no other has: `poor_households@2024`, or `area:since` where it says more of a fact than its
value. Codes are how a workbook is read back; headers are for people and may be reworded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cached_property
from typing import assert_never

from attrs import frozen

from thidua.interpreters.wording import capital
from thidua.movements import Plan, Vocabulary
from thidua.nodes import Fact, Kind, Lives, Register
from thidua.periods import Survey
from thidua.quantities import SHARE
from thidua.subjects import Subject
from thidua.texts import Text

LONGEST_TITLE = 31
"""Letters that a spreadsheet allows in the name of a sheet."""
_NOT_IN_TITLES = str.maketrans(dict.fromkeys(r"[]:*?/\!'", " "))
_FORM = Text("", "")


class Reads(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    KEY = "key"
    DAY = "day"
    PERHAPS_DAY = "perhaps_day"
    WHOLE = "whole"
    PERCENT = "percent"
    YES_NO = "yes_no"
    OPTION = "option"
    SUBJECT = "subject"
    DOCUMENT = "document"
    REGISTER = "register"


@frozen
class Column:
    """A column: its code and header, what its cells hold, and the fact or the survey it tells something of.

    Columns of one `group` say one thing together; where one of them is filled in, the `needed` ones must be.
    """

    code: str
    label: Text
    reads: Reads
    group: str = ""
    part: str = "value"
    heading: Text = _FORM
    fact: Fact | None = None
    survey: Survey | None = None
    needed: bool = False

    def header(self, language: str) -> str:
        """What people call it, with what it belongs to."""
        heading, label = self.heading.in_(language), self.label.in_(language)
        return capital(f"{heading}: {label}" if heading else label)


@frozen
class Table:
    """A sheet: the columns it may have. Its first column marks it, so the name of a sheet is free."""

    id: str
    title: Text
    columns: tuple[Column, ...]
    register: Register | None = None

    @cached_property
    def by_code(self) -> dict[str, Column]:
        """The columns by their codes."""
        return {column.code: column for column in self.columns}

    @property
    def mark(self) -> str:
        """The code that tells this sheet from the others."""
        return self.columns[0].code


@frozen
class Layout:
    """The sheets of one kind of subject."""

    words: Vocabulary
    subjects: Table
    registers: tuple[Table, ...]
    complete: Table
    documents: Table

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every sheet, in the order they are filled in."""
        return (self.subjects, *self.registers, self.complete, self.documents)


def layout(plan: Plan, kind: type[Subject] | str, surveys: Sequence[Survey] | None = None) -> Layout:
    """The sheets for a kind of subject; with columns for every survey of the plan unless some are named."""
    words = plan.vocabulary(kind)
    kept = tuple(plan.surveys if surveys is None else surveys)
    return Layout(
        words,
        Table(words.id, words.label, tuple(_subject_columns(words, kept))),
        tuple(Table(r.name, r.label, tuple(_register_columns(r)), r) for r in words.registers),
        Table("complete", Text("khai đủ sổ", "complete registers"), _COMPLETE),
        Table("document", Text("văn bản", "documents"), _DOCUMENTS),
    )


def sheet_titles(tables: Sequence[Table]) -> dict[str, str]:
    """A name for each sheet, in Vietnamese, that spreadsheets allow, no two alike."""
    given: dict[str, str] = {}
    for table in tables:
        plain = " ".join(capital(table.title.vi).translate(_NOT_IN_TITLES).split())
        title = plain[:LONGEST_TITLE].rstrip()
        number = 1
        while title.casefold() in {other.casefold() for other in given.values()}:
            number += 1
            title = f"{plain[: LONGEST_TITLE - len(str(number)) - 1].rstrip()} {number}"
        given[table.id] = title
    return given


_CODE = Text("mã", "code")
_NAME = Text("tên", "name")
_DOCUMENT = Text("mã văn bản", "document")


def _subject_columns(words: Vocabulary, surveys: tuple[Survey, ...]) -> Iterator[Column]:
    yield Column(f"{words.id}:code", _of(_CODE, words.label), Reads.KEY, part="code")
    yield Column(f"{words.id}:name", _of(_NAME, words.label), Reads.TEXT, part="name")
    counted = [fact for fact in words.facts if fact.lives is Lives.AT_SURVEYS]
    for fact in words.facts:
        if fact not in counted:
            yield from _fact_columns(fact)
        elif fact == counted[0]:
            for survey in surveys:
                yield from _survey_columns(counted, survey)


def _survey_columns(counted: list[Fact], survey: Survey) -> Iterator[Column]:
    group = f"survey@{survey.id}"
    for fact in counted:
        code = f"{fact.name}@{survey.id}"
        yield Column(code, said(fact), reads(fact), group, heading=survey.label, fact=fact, survey=survey)
    yield Column(
        f"{group}:document", _DOCUMENT, Reads.DOCUMENT, group, part="document", heading=survey.label, survey=survey
    )


def _fact_columns(fact: Fact) -> Iterator[Column]:
    """What a fact needs: its value, when or by whom, and the document. A yes or a no is headed by what a yes says."""
    name = fact.name

    def more(part: str, vi: str, en: str, reads: Reads, *, needed: bool = False) -> Column:
        return Column(f"{name}:{part}", Text(vi, en), reads, name, part, fact.label, fact, needed=needed)

    if fact.kind is Kind.JUDGED:
        yield Column(
            name, Text("mức đánh giá", "judged"), Reads.OPTION, name, heading=fact.label, fact=fact, needed=True
        )
        yield more("by", "cơ quan đánh giá", "judged by", Reads.TEXT, needed=True)
        yield more("on", "ngày đánh giá", "judged on", Reads.DAY, needed=True)
        yield more("reason", "lý do", "reason", Reads.TEXT, needed=True)
        yield more("dissent", "ý kiến khác, nếu có", "dissent, if any", Reads.TEXT)
        yield more("document", "mã biên bản", "minutes", Reads.DOCUMENT, needed=True)
        return
    heading = said(fact)
    label = Text("có hoặc không", "yes or no") if fact.kind is Kind.YES_NO else Text("giá trị", "value")
    yield Column(name, label, reads(fact), name, heading=heading, fact=fact, needed=True)
    if fact.lives is Lives.IN_FORCE:
        yield more("since", "có hiệu lực từ ngày", "in force since", Reads.DAY, needed=True)
        yield more("until", "đến hết ngày, nếu đã hết hiệu lực", "until, where it has ended", Reads.DAY)
    yield Column(f"{name}:document", _DOCUMENT, Reads.DOCUMENT, name, "document", heading, fact)


def said(fact: Fact) -> Text:
    """What a fact is headed by: a yes or a no by what a yes says, a number with its unit."""
    label = fact.holds if fact.kind is Kind.YES_NO and fact.holds else fact.label
    if fact.unit is None or not fact.unit.label.vi:
        return label
    return Text(f"{label.vi} ({fact.unit.label.vi})", f"{label.en} ({fact.unit.label.en})")


def reads(fact: Fact) -> Reads:
    """What the cells of a fact hold."""
    match fact.kind:
        case Kind.YES_NO:
            return Reads.YES_NO
        case Kind.DAY:
            return Reads.PERHAPS_DAY
        case Kind.CHOICE | Kind.JUDGED:
            return Reads.OPTION
        case Kind.NUMBER:
            return Reads.PERCENT if fact.unit == SHARE else Reads.WHOLE
        case _:
            assert_never(fact.kind)


_SUBJECT = Text("mã đối tượng", "code of the subject")


def _register_columns(register: Register) -> Iterator[Column]:
    name = register.name
    yield Column(f"{name}:subject", _SUBJECT, Reads.SUBJECT, name, "subject", needed=True)
    yield Column(f"{name}:entry", Text("mã mục trong sổ", "key of the entry"), Reads.KEY, name, "entry", needed=True)
    for fact in register.fields:
        dated = fact.name == register.dated_by
        yield Column(
            f"{name}.{fact.name}",
            said(fact),
            Reads.DAY if dated else reads(fact),
            name,
            fact.name,
            fact=fact,
            needed=dated,
        )
    yield Column(f"{name}:document", _DOCUMENT, Reads.DOCUMENT, name, "document")


def _form(table: str, part: str, vi: str, en: str, reads: Reads, *, needed: bool = False) -> Column:
    return Column(f"{table}:{part}", Text(vi, en), reads, table, part, needed=needed)


_COMPLETE = (
    _form("complete", "register", "sổ", "register", Reads.REGISTER, needed=True),
    _form("complete", "subject", _SUBJECT.vi, _SUBJECT.en, Reads.SUBJECT, needed=True),
    _form("complete", "entries", "số mục trong sổ", "number of entries", Reads.WHOLE, needed=True),
    _form("complete", "through", "đủ đến hết ngày", "complete through", Reads.DAY, needed=True),
    _form("complete", "by", "đơn vị khai", "declared by", Reads.TEXT, needed=True),
    _form("complete", "document", _DOCUMENT.vi, _DOCUMENT.en, Reads.DOCUMENT),
)
_DOCUMENTS = (
    _form("document", "id", "mã văn bản trong bảng này", "its code in this workbook", Reads.KEY, needed=True),
    _form("document", "number", "số, ký hiệu", "number", Reads.TEXT),
    _form("document", "issued_on", "ngày ban hành", "issued on", Reads.DAY, needed=True),
    _form("document", "issuer", "cơ quan ban hành", "issuer", Reads.TEXT, needed=True),
    _form("document", "title", "tên văn bản", "title", Reads.TEXT),
    _form("document", "corrects", "đính chính văn bản có mã", "corrects the document", Reads.DOCUMENT),
)


def _of(what: Text, label: Text) -> Text:
    return Text(f"{what.vi} {label.vi}", f"{what.en} of the {label.en}")
