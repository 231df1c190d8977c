"""The page of all facts: what a paper can say of each kind of subject, under its name in the code and in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clause_table import KINDS
from marked_up import code, plain, table

from thidua import PLAN
from thidua.movements import common_facts
from thidua.nodes import Kind, Lives
from thidua.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.nodes import Fact, Register

TITLE = Text("Các thông tin", "Facts")
INTRODUCTION = Text(
    "Những điều giấy tờ có thể cho biết về từng loại đối tượng. Tên ghi ở đây dùng chung cho mã nguồn, cho JSON và cho"
    " các cột của bảng: `village.poor_households` trong Python là `poor_households` trong hồ sơ của bản. Trang này được"
    " lập từ chính mã nguồn.",
    "What a paper can say of each kind of subject. The names are those of the code, of JSON and of the columns of a"
    " table: `village.poor_households` in Python is `poor_households` in the dossier of a village. This page is written"
    " from the code.",
)
HEAD = (
    Text("Tên", "Name"), Text("Thông tin", "What it is"), Text("Loại", "Kind"), Text("Khi nào", "When"),
    Text("Giấy tờ thường dùng", "Usual paper"),
)  # fmt: skip
FIELDS = (*HEAD[:3], HEAD[4])
LIVES = {
    Lives.OVER_THE_PERIOD: Text("trong cả kỳ", "over the period"),
    Lives.AT_SURVEYS: Text("theo từng lần rà soát, `at=`", "at each survey, `at=`"),
    Lives.IN_FORCE: Text("có hiệu lực từ ngày, `since=`", "in force from a day, `since=`"),
    Lives.FOR_A_REVIEW: Text("cho một kỳ xét", "for a review"),
}
JUDGED_BY = Text("do {bodies} đánh giá", "judged by {bodies}")
REGISTER = Text("Sổ theo dõi: {label}", "A register: {label}")
ENTRY = Text(
    "Mỗi mục có mã riêng và các trường sau; mục tính theo `{dated_by}`. Giấy tờ thường dùng: {proof}.",
    "Each entry has a key of its own and these fields; it counts by `{dated_by}`. Usual paper: {proof}.",
)
COMMON = Text("Chung cho mọi loại đối tượng", "Of every kind of subject")
ASKED_BEFORE = Text(
    "Những điều được hỏi trước khi đề nghị khen thưởng; xem `awards_open`.",
    "What is asked before a commendation is proposed; see `awards_open`.",
)


def page(language: str) -> str:
    """The page in a language."""
    return "\n".join(_page("vi" if language == "vi" else "en"))


def _page(language: str) -> Iterator[str]:
    common = common_facts(PLAN)
    yield f"# {TITLE.in_(language)}\n"
    yield INTRODUCTION.in_(language) + "\n"
    for words in PLAN.vocabularies:
        label = plain(words.label.in_(language))
        yield f"## {label[:1].upper()}{label[1:]}\n"
        yield f"{code(f'thidua.{words.subject.__name__}')}, {code(f'thidua.vocabulary.{words.id}')}\n"
        yield from _facts([fact for fact in words.facts if fact not in common], language)
        for register in words.registers:
            yield from _register(register, language)
    yield f"## {COMMON.in_(language)}\n"
    yield f"{ASKED_BEFORE.in_(language)} {code('thidua.vocabulary.guards')}\n"
    yield from _facts(common, language)


def _facts(facts: list[Fact] | tuple[Fact, ...], language: str) -> Iterator[str]:
    yield from table([head.in_(language) for head in HEAD], [_row(fact, language) for fact in facts])


def _register(register: Register, language: str) -> Iterator[str]:
    proof = plain(register.proof.in_(language)) if register.proof else "–"
    yield f"### {REGISTER.in_(language).format(label=plain(register.label.in_(language)))}\n"
    yield f"{code(register.name)}. {ENTRY.in_(language).format(dated_by=register.dated_by, proof=proof)}\n"
    rows = [_row(field, language) for field in register.fields]
    yield from table([head.in_(language) for head in FIELDS], [[*row[:3], row[4]] for row in rows])


def _row(fact: Fact, language: str) -> list[str]:
    return [
        code(fact.name),
        plain((fact.question or fact.label).in_(language)),
        _kind(fact, language),
        LIVES[fact.lives].in_(language),
        plain(fact.proof.in_(language)) if fact.proof else "–",
    ]


def _kind(fact: Fact, language: str) -> str:
    if fact.kind is Kind.JUDGED:
        bodies = "; ".join(plain(body.label.in_(language)) for body in fact.judges)
        return JUDGED_BY.in_(language).format(bodies=bodies)
    if fact.kind is Kind.CHOICE:
        return "; ".join(f"{code(option.id)} {plain(option.label.in_(language))}" for option in fact.options)
    return plain((fact.unit.label if fact.unit else KINDS[fact.kind]).in_(language))
