"""The page of all clauses, written from the plan itself, so that it cannot differ from what is run.

In English or in Vietnamese: the plan speaks both. The examples are the golden texts that the tests hold, and each
clause links the test class of which it is the docstring.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marked_up import code, folded, plain, spoken, table, unbroken
from property_list import properties

from thidua import PLAN, asked_of, describe
from thidua.nodes import Fact, Kind
from thidua.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.clauses import Clause, Criteria
    from thidua.interpreters.asked import Asked
    from thidua.nodes import Reading

TESTS = Path(__file__).parents[1] / "tests"
EXAMPLES = TESTS / "criteria" / "golden_reasons"

KINDS = {
    Kind.CHOICE: Text("lựa chọn", "a choice"),
    Kind.YES_NO: Text("có hoặc không", "yes or no"),
    Kind.NUMBER: Text("số", "a number"),
    Kind.DAY: Text("ngày", "a day"),
    Kind.JUDGED: Text("đánh giá", "judged"),
}
US = PLAN.reading("A-01").by
REGISTER = Text("sổ theo dõi", "a register")
TITLE = Text("Các tiêu chí", "The clauses")
INTRODUCTION = Text(
    "Toàn bộ {count} tiêu chí ở khoản 2 mục III của kế hoạch, theo đúng thứ tự của kế hoạch. Phần trích là nguyên"
    " văn như đã ban hành, kể cả lỗi đánh máy; bản tiếng Anh chỉ để tham khảo. Trang này được lập tự động từ chính"
    " nội dung mà chương trình dùng để xét. Ví dụ và số liệu đều là giả định; lời văn của từng ví dụ được kiểm thử"
    " giữ đúng từng chữ. Cách hiểu nào không ghi ai chọn thì do {us} chọn.",
    "Every sentence of section III.2 of the plan, in the order of the plan: {count} clauses. The Vietnamese text is"
    " the text as issued, its slips included; the English is a rendering and has no force. This page is written from"
    " the code. The examples and their figures are invented, and their words are held by tests. A reading is adopted"
    " by {us} where nobody else is named.",
)
COUNTED = Text("Cách tính chung các tiêu chí", "How the clauses count together")
ASKED_OF = Text("Áp dụng đối với", "Asked of")
ENGLISH = Text("Bản dịch tiếng Anh", "English rendering")
REQUIRED = Text("Yêu cầu", "Required")
SIC = Text("Lỗi trong nguyên văn", "Sic")
READ_AS = Text("đọc là", "read as")
ASKED = Text("Thông tin và giấy tờ", "Facts and papers")
ASKED_HEAD = (
    Text("Thông tin", "Fact"), Text("Tên dùng trong tệp", "Name"), Text("Loại", "Kind"), Text("Thời điểm", "At"),
    Text("Giấy tờ thường dùng", "Usual paper"), Text("Ai được xem", "Who may read it"),
)  # fmt: skip
READINGS = Text("Cách hiểu", "Readings")
READINGS_HEAD = (
    Text("Mã", "Reading"), Text("Câu hỏi", "Question"),
    Text("Các phương án, phương án được chọn in đậm", "Options, the adopted one in bold"), Text("Lý do", "Because"),
)  # fmt: skip
TO_COUNSEL = Text("nên hỏi ý kiến pháp chế", "to be put to a lawyer")
NOTHING_ADOPTED = Text("chưa chọn phương án nào", "nothing is adopted")
VERDICTS = Text("Ví dụ về từng kết luận", "An example of each verdict")
MET = Text("Đạt", "Met")
NOT_MET = Text("Không đạt", "Not met")
OPEN = Text("Chưa đủ căn cứ", "Undetermined")
NEVER_N_A = Text(
    "không có trường hợp nào; theo các cách hiểu được chọn, tiêu chí này áp dụng đối với mọi đối tượng thuộc loại"
    " nêu trên.",
    "never; as its readings stand, it applies to every subject of its kind.",
)
NOT_APPLICABLE = Text("Không áp dụng", "Not applicable")
HELD_BY = Text("Kiểm thử tại", "Held by")
CASES = Text("{count} trường hợp đã kiểm thử (tên bằng tiếng Anh)", "{count} cases that hold it")
LEVELS = {
    "public": Text("công khai", "everybody"),
    "dossier": Text("người xử lý hồ sơ", "who handles the dossier"),
    "internal": Text("người thẩm định", "who verifies it"),
}


def page(language: str) -> str:
    """The page in a language."""
    return "\n".join(_page("vi" if language == "vi" else "en"))


def _page(language: str) -> Iterator[str]:
    yield f"# {TITLE.in_(language)}\n"
    yield INTRODUCTION.in_(language).format(count=len(PLAN.clauses), us=US.in_(language)) + "\n"
    heads = (Text("Tiêu chí", "Clause"), Text("Nguyên văn", "English rendering"), READINGS)
    yield from table([head.in_(language) for head in heads], [_row(clause, language) for clause in PLAN.clauses])
    for criteria in PLAN.criteria:
        yield from _group(criteria, language)


def _row(clause: Clause[Any], language: str) -> list[str]:
    rests_on = ", ".join(unbroken(reading.id) for reading in clause.rests_on) or "–"
    said = plain(clause.en if language == "en" else clause.text)
    return [f"[{unbroken(clause.id)}](#{_anchor(clause)})", said, rests_on]


def _group(criteria: Criteria[Any], language: str) -> Iterator[str]:
    asked = asked_of(PLAN, criteria.subject)
    yield f"## {spoken(plain(criteria.heading.text), 'vi', language)}\n"
    kind = PLAN.vocabulary(criteria.subject).label.in_(language)
    heading = f"*{plain(criteria.heading.en)}* " if language == "en" else ""
    yield f"{heading}{ASKED_OF.in_(language)}: {kind} ({code(criteria.subject.__name__)}).\n"
    yield f"{COUNTED.in_(language)}: {plain(describe(criteria.node, language))}.\n"
    yield from _readings(criteria.rests_on, language)
    for clause in criteria.clauses:
        yield from _clause(clause, asked, language)


def _clause(clause: Clause[Any], asked: tuple[Asked, ...], language: str) -> Iterator[str]:
    yield f"({_anchor(clause)})=\n### {clause.id}\n"
    yield f"*{clause.citation.in_(language)}*\n"
    yield "> " + spoken((r"\- " if clause.dash else "") + plain(clause.text), "vi", language) + "\n"
    for slip in clause.sic:
        why = plain(slip.why_vi if language == "vi" else slip.why_en)
        written, read = (spoken(plain(each), "vi", language) for each in (slip.written, slip.read))
        as_read = f"“{written}”, {READ_AS.in_(language)} “{read}”"
        yield f"{SIC.in_(language)}: {as_read} ({why}).\n"
    yield f"{ENGLISH.in_(language)}: {spoken(plain(clause.en), 'en', language)}\n"
    yield f"**{REQUIRED.in_(language)}:** {plain(describe(clause.node, language))}.\n"
    yield f"**{ASKED.in_(language)}**\n"
    yield from table(
        [head.in_(language) for head in ASKED_HEAD],
        [_asked(each, language) for each in asked if any(use.place == clause.id for use in each.clauses)],
    )
    yield from _readings(clause.rests_on, language)
    yield f"**{VERDICTS.in_(language)}**\n"
    yield from _examples(clause, language)
    path, name = held_by()[clause.id]
    yield f"{HELD_BY.in_(language)}: {code(name)}, {{download}}`{path.name} <../../tests/criteria/{path.name}>`.\n"
    cases = [spoken(plain(each.says), "en", language) for each in properties(path) if each.where == name]
    yield from folded(
        CASES.in_(language).format(count=len(cases)),
        [*(f"- {says}" for says in cases), ""],
    )


def _asked(asked: Asked, language: str) -> list[str]:
    what = asked.what
    kind = KINDS[what.kind] if isinstance(what, Fact) else REGISTER
    fields = f" ({', '.join(plain(each.label.in_(language)) for each in asked.fields)})" if asked.fields else ""
    return [
        plain(what.label.in_(language)) + fields,
        code(what.name),
        kind.in_(language),
        plain(asked.when.label.in_(language)) if asked.when else "–",
        plain(what.proof.in_(language)) if what.proof else "–",
        LEVELS[what.sensitivity.value].in_(language),
    ]


def _readings(readings: tuple[Reading, ...], language: str) -> Iterator[str]:
    if readings:
        yield f"**{READINGS.in_(language)}**\n"
        yield from table(
            [head.in_(language) for head in READINGS_HEAD], [_reading(reading, language) for reading in readings]
        )


def _reading(reading: Reading, language: str) -> list[str]:
    options = [
        f"**{plain(option.label.in_(language))}**"
        if option.id == reading.adopted
        else plain(option.label.in_(language))
        for option in reading.options
    ]
    if reading.adopted is None:
        options.append(f"*{NOTHING_ADOPTED.in_(language)}*")
    flag = f" (*{TO_COUNSEL.in_(language)}*)" if reading.flagged else ""
    by = "" if reading.by == US else f"; {plain(reading.by.in_(language))}"
    because = plain(reading.because.in_(language)) + by
    return [unbroken(reading.id), plain(reading.question.in_(language)), "; ".join(options) + flag, because]


def _examples(clause: Clause[Any], language: str) -> Iterator[str]:
    """The golden text of a clause: what it needs, and why it is open, not met, met and perhaps not applicable."""
    needs, opened, failed, met, *outside = (
        (EXAMPLES / f"{clause.id}.{language}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    )
    for word, told in ((MET, [met]), (NOT_MET, [failed]), (OPEN, [opened, needs]), (NOT_APPLICABLE, outside)):
        if told:
            yield from folded(word.in_(language), (line for each in told for line in _said(each)))
    if not outside:
        yield f"{NOT_APPLICABLE.in_(language)}: {NEVER_N_A.in_(language)}\n"


def _said(told: str) -> Iterator[str]:
    """A golden text as Markdown, its numbered lines as a list."""
    for line in told.splitlines():
        numbered = re.fullmatch(r"\s+(\d+\.) (.*)", line)
        yield f"{numbered[1]} {plain(numbered[2])}" if numbered else f"\n{plain(line.strip())}\n"
    yield ""


@cache
def held_by() -> dict[str, tuple[Path, str]]:
    """For each clause the test class of which it is the docstring. A clause without one stops the build."""
    found: dict[str, tuple[Path, str]] = {}
    for path in sorted((TESTS / "criteria").glob("test_*.py")):
        for each in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(each, ast.ClassDef):
                said = " ".join((ast.get_docstring(each) or "").split())
                found |= {clause.id: (path, each.name) for clause in _group_of(path) if clause.text in said}
    missing = [clause.id for clause in PLAN.clauses if clause.id not in found]
    if missing:
        msg = f"no test class has the sentence as its docstring: {', '.join(missing)}"
        raise LookupError(msg)
    return found


def _group_of(path: Path) -> tuple[Clause[Any], ...]:
    """The clauses a file of tests is about, by its name; two groups hold the same sentence."""
    subject = {"agencies": "Agency", "households": "Household"}.get(path.stem.removeprefix("test_"))
    subject = subject or path.stem.removeprefix("test_").removesuffix("s").capitalize()
    return tuple(c for criteria in PLAN.criteria if criteria.subject.__name__ == subject for c in criteria.clauses)


def _anchor(clause: Clause[Any]) -> str:
    return "clause-" + clause.id.replace(".", "-").lower()
