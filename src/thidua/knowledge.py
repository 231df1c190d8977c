"""Knowledge: what may still be true of each place, once the papers have been read.

A place is a fact (at a survey, for facts counted by surveys), a field of an entry, or a register. A row of a table is
a knowledge too; so the definition of meaning starts here, after all untidy questions about papers.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, assert_never

from attrs import field, frozen

from thidua.evidence import DID_NOT_HAPPEN, Complete, Entry, Evidence, Paper
from thidua.nodes import Fact, Kind, Register
from thidua.periods import Survey
from thidua.texts import Text


class Source(NamedTuple):
    """A paper, and what it says here."""

    paper: Paper[Any]
    said: Evidence[Any]


class Known(NamedTuple):
    """What may be true of one place.

    Numbers, days and steps of a scale lie between `low` and `high`, both included, `None` being unbounded; choices lie
    among `options` (`"yes"` and `"no"` for a yes or no). `never` says that a day may not have happened, `happens` that
    it may have; one of them always holds. `built` names the units whose figures were added up, with what is known of
    each.
    """

    low: Any = None
    high: Any = None
    options: frozenset[str] = frozenset()
    never: bool = False
    happens: bool = True
    sources: tuple[Source, ...] = ()
    conflict: bool = False
    built: tuple[tuple[str, Known | None], ...] = ()


class KnownEntry(NamedTuple):
    """One entry of a register: what may be true of each field, and whether it surely belongs."""

    key: str
    places: Mapping[str, Known]
    certain: bool = True
    sources: tuple[tuple[Paper[Any], Entry[Any]], ...] = ()


class KnownRegister(NamedTuple):
    """The entries held, how many more there may be (`None`: any number), how many of those held may not belong.

    `void` says that declarations of completeness are contradicted, by the entries or by one another.
    """

    entries: tuple[KnownEntry, ...] = ()
    unseen_low: int = 0
    unseen_high: int | None = None
    surplus: int = 0
    declared: tuple[tuple[Paper[Any], Complete[Any]], ...] = ()
    void: bool = False


UNHEARD_OF = KnownRegister()
"""A register of which nothing is recorded: any number of entries, of which nothing is known."""

CAUTIONS: Mapping[str, Text] = {
    "conflict": Text("các giấy tờ mâu thuẫn nhau", "papers contradict one another"),
    "undocumented": Text("chưa có văn bản kèm theo; vẫn được sử dụng", "without a document; used all the same"),
    "corrected": Text("đã được văn bản khác đính chính nên không xem xét", "corrected by another paper, so not read"),
    "corrects_unknown": Text("đính chính một văn bản không có trong hồ sơ", "corrects a paper that is not on file"),
    "issued_later": Text("ban hành sau ngày xét nên không xem xét", "issued after the day of assessment, so not read"),
    "another_survey": Text("thuộc kỳ rà soát khác nên không xem xét", "of another survey, so not read"),
    "not_in_force": Text("không có hiệu lực tại ngày chốt", "not in force at the cut-off"),
    "another_review": Text("đánh giá cho kỳ xét khác nên không xem xét", "a judgement for another review, so not read"),
    "body_not_named": Text(
        "cơ quan đánh giá không thuộc thẩm quyền nên không xem xét", "judged by a body that may not, so not read"
    ),
    "body_not_there": Text(
        "đánh giá đề ngày mà cơ quan đánh giá chưa có hoặc đã kết thúc hoạt động; vẫn được xem xét",
        "judged on a day when the body was not yet there, or had ended; read all the same",
    ),
    "minutes_before_sitting": Text(
        "biên bản đề ngày trước ngày đánh giá; vẫn được xem xét",
        "minutes dated before the day of the judgement; read all the same",
    ),
    "correction_before": Text(
        "văn bản đính chính đề ngày trước văn bản được đính chính; vẫn được xem xét",
        "a correction dated before what it corrects; read all the same",
    ),
    "outside_period": Text("ngoài thời gian tính thành tích", "outside the days that count"),
    "not_used": Text("kế hoạch không hỏi đến đối với đối tượng này", "not asked by the plan of such a subject"),
    "declaration_void": Text(
        "khai đủ nhưng số mục nộp không khớp nên không công nhận là đủ",
        "declared complete, but the entries on file contradict it, so the declaration is void",
    ),
    "not_taken_over": Text(
        "của đơn vị cũ, không chuyển sang đơn vị kế thừa", "of a former unit; does not go over to its successor"
    ),
    "unit_missing": Text(
        "chưa có hồ sơ của đơn vị cũ, nên số cộng chỉ là giới hạn",
        "there is no dossier of a former unit, so the sums are bounds only",
    ),
    "cannot_be": Text("các thông tin này không thể cùng đúng", "these facts cannot hold together"),
    "survey_assumed": Text(
        "ngày phê duyệt kết quả rà soát là giả định, chưa có nguồn",
        "the day the survey was approved is assumed, not known from a source",
    ),
}
"""The closed list of cautions, by code. None of them changes a verdict by itself."""


NOTHING_MORE = Text("", "")


@frozen(cache_hash=True)
class Caution:
    """Something the reader should know: a code of `CAUTIONS`, what it concerns, and the papers.

    `of` is the fact or register it is about; none where it is about a paper, or about a survey.
    """

    code: str
    about: Text
    papers: tuple[Paper[Any], ...] = ()
    detail: Text = NOTHING_MORE
    of: Fact | Register | None = field(default=None, eq=False)

    @property
    def text(self) -> Text:
        """The sentence of its code."""
        return CAUTIONS[self.code]


@frozen
class Knowledge:
    """What is known of one subject on a day, for a review: places, registers, moments, cautions.

    `places` are keyed by `place_of`, `days` by the id of a moment.
    """

    places: Mapping[str, Known] = field(factory=dict[str, Known], hash=False)
    registers: Mapping[str, KnownRegister] = field(factory=dict[str, KnownRegister], hash=False)
    days: Mapping[str, date] = field(factory=dict[str, date], hash=False)
    cautions: tuple[Caution, ...] = ()


def place_of(fact: Fact, survey: Survey | None) -> str:
    """The key of a place: the fact's name, with the survey for facts counted by surveys."""
    return fact.name if survey is None else f"{fact.name}@{survey.id}"


def nothing_known(fact: Fact) -> Known:
    """What may be true of a fact of which nothing is recorded: its own domain."""
    match fact.kind:
        case Kind.NUMBER:
            return Known(fact.low, fact.high)
        case Kind.DAY:
            return Known(None, None, never=True)
        case Kind.YES_NO:
            return Known(options=frozenset(("yes", "no")))
        case Kind.CHOICE:
            return Known(options=frozenset(option.id for option in fact.options))
        case Kind.JUDGED:
            return Known(0, len(fact.options) - 1)
        case _:
            assert_never(fact.kind)


def known(fact: Fact, sources: list[Source]) -> Known:
    """What the sources together leave possible: a hull of numbers and days, a union of options."""
    values = {source.said.value for source in sources}
    conflict = len(values) > 1
    from_ = tuple(sources)
    match fact.kind:
        case Kind.NUMBER:
            numbers = [value for value in values if isinstance(value, int | Fraction)]
            return Known(min(numbers), max(numbers), sources=from_, conflict=conflict)
        case Kind.DAY:
            days = [value for value in values if isinstance(value, date)]
            never = DID_NOT_HAPPEN in values
            low, high = (min(days), max(days)) if days else (None, None)
            return Known(low, high, never=never, happens=bool(days), sources=from_, conflict=conflict)
        case Kind.YES_NO:
            options = frozenset("yes" if value else "no" for value in values)
            return Known(options=options, sources=from_, conflict=conflict)
        case Kind.CHOICE:
            return Known(options=frozenset(map(str, values)), sources=from_, conflict=conflict)
        case Kind.JUDGED:
            steps = [option.id for option in fact.options]
            ranks = [steps.index(str(value)) for value in values]
            return Known(min(ranks), max(ranks), sources=from_, conflict=conflict)
        case _:
            assert_never(fact.kind)
