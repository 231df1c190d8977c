"""The plan in words: all its lines, or one group, clause, provision or reading with everything that bears on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from thidua import nodes as n
from thidua.clauses import Clause, Criteria
from thidua.conditions import Condition
from thidua.interpreters.competent import bodies_said, through
from thidua.interpreters.describe import describe, shown
from thidua.interpreters.wording import TO_COUNSEL, capital
from thidua.movements import Plan
from thidua.nodes import Fact, Kind, Lives, Node, Reading, Register
from thidua.provisions import Provision
from thidua.quantities import TIMES
from thidua.texts import Sic, Text
from thidua.walks import READERS, children, facts_of

_LIVES = {
    Lives.OVER_THE_PERIOD: Text("trong cả kỳ", "over the period"),
    Lives.AT_SURVEYS: Text("theo từng kỳ rà soát", "at each survey"),
    Lives.IN_FORCE: Text("có hiệu lực từ ngày nào đến ngày nào", "in force from one day to another"),
    Lives.FOR_A_REVIEW: Text("cho từng kỳ xét", "for each review"),
}


def plan_said(plan: Plan, language: str = "vi") -> str:
    """The title, the issuer, and every line of the plan with its id: as published, or in English."""
    lines = [plan.title.in_(language), plan.issuer.in_(language), ""]
    for item in plan.contents:
        parts: list[Provision | Clause[Any]] = [item] if isinstance(item, Provision) else [item.heading, *item.clauses]
        lines += [f"[{part.id}] {_line(part, language)}" for part in parts]
    return "\n".join(lines)


def _line(part: Provision | Clause[Any], language: str) -> str:
    if language == "vi":
        return part.line
    return f"- {part.en}" if part.dash else part.en


def item_said(plan: Plan, place: str, language: str = "vi") -> str:
    """A group, clause or provision of that id, or a reading; `UnknownNameError` for what is none of them."""
    readings = {reading.id: reading for reading in plan.readings}
    if place in readings:
        return reading_outlined(readings[place], language)
    item = plan.item(place)
    if not isinstance(item, Provision):
        return part_said(item, language)
    bearing = (reading for reading in plan.readings if place in reading.places)
    return "\n".join(_provision(item, tuple(dict.fromkeys((*item.readings, *bearing))), language))


def part_said(part: Criteria[Any] | Clause[Any] | Provision, language: str = "vi") -> str:
    """A group or a clause, with everything that bears on it; a provision with the readings it names."""
    if isinstance(part, Provision):
        return "\n".join(_provision(part, part.readings, language))
    return "\n".join(_group(part, language) if isinstance(part, Criteria) else _clause(part, language))


def reading_outlined(reading: Reading, language: str = "vi") -> str:
    """A reading: its question, its options, the one adopted, why and by whom."""
    return "\n".join(_reading(reading, language, ""))


def _group(group: Criteria[Any], language: str) -> Iterator[str]:
    vi = language == "vi"
    yield from _provision(group.heading, (), language)
    yield ""
    for clause in group.clauses:
        yield f"[{clause.id}] {_line(clause, language)}"
    yield ""
    if group.applies_where is not None:
        yield f"{'Áp dụng khi' if vi else 'Applies where'}: {describe(group.applies_where, language)}"
    yield f"{'Tính chung' if vi else 'Together'}: {describe(group.requires, language)}"
    yield from _readings(group.rests_on, language)


def _provision(provision: Provision, readings: Sequence[Reading], language: str) -> Iterator[str]:
    yield f"{provision.id} ({provision.citation.in_(language)}): {provision.role.value.in_(language)}"
    yield from _words(provision, language)
    yield from _readings(readings, language)


def _clause(clause: Clause[Any], language: str) -> Iterator[str]:
    vi = language == "vi"
    yield f"{clause.id} ({clause.citation.in_(language)})"
    yield from _words(clause, language)
    yield ""
    if clause.applies_where is not None:
        yield f"{'Áp dụng khi' if vi else 'Applies where'}: {describe(clause.applies_where, language)}"
    yield "Yêu cầu:" if vi else "Required:"
    yield from (f"  - {part}" for part in _parts(clause.requires, language))
    yield ""
    yield "Thông tin cần có và giấy tờ:" if vi else "What it reads, and the papers:"
    read = dict.fromkeys(_read(clause.node))
    for what in read:
        yield from _register(what, language) if isinstance(what, Register) else _fact(what, language)
    unread = [what for what in facts_of(clause.node) if what not in read]
    others = ", ".join(f"{what.label.in_(language)} [{what.name}]" for what in unread)
    if others:
        yield f"  - {'Chỉ khi chọn cách hiểu khác' if vi else 'Only under another reading'}: {others}"
    yield from _readings(clause.rests_on, language)


def _read(node: Node) -> Iterator[Fact | Register]:
    """What is read under the options adopted."""
    if isinstance(node, n.Choose | n.ChooseQuantity):
        for name, option in node.options:
            if node.reading.adopted in (None, name):
                yield from _read(option)
    elif isinstance(node, READERS):
        yield from facts_of(node)
    else:
        for child in children(node):
            yield from _read(child)


def _words(part: Provision | Clause[Any], language: str) -> Iterator[str]:
    vi = language == "vi"
    yield f"  {'Nguyên văn' if vi else 'Text'}: “{part.text}”"
    if part.sic:
        yield f"  {'Đọc là' if vi else 'Read as'}: “{part.corrected}”"
        yield from (_slip(slip, language) for slip in part.sic)
    yield f"  {'Bản tiếng Anh' if vi else 'In English'}: “{part.en}”"


def _slip(slip: Sic, language: str) -> str:
    return f"    “{slip.written}” → “{slip.read}”: {slip.why_vi if language == 'vi' else slip.why_en}"


def _parts(condition: Condition[Any], language: str) -> list[str]:
    node = shown(condition.node)
    return [describe(part, language) for part in (node.parts if isinstance(node, n.AllOf) else (node,))]


def _fact(fact: Fact, language: str) -> Iterator[str]:
    vi = language == "vi"
    label, lives = capital(fact.label.in_(language)), _LIVES[fact.lives].in_(language)
    yield f"  - {label} [{fact.name}]: {_values(fact, language)}; {lives}"
    if fact.question is not None:
        yield f"    {'câu hỏi' if vi else 'question'}: {fact.question.in_(language)}"
        bodies = bodies_said([through(body) for body in fact.judges], language)
        yield f"    {'cơ quan đánh giá' if vi else 'judged by'}: {bodies}"
    yield from _proof(fact.proof, language)


def _values(fact: Fact, language: str) -> str:
    vi = language == "vi"
    match fact.kind:
        case Kind.YES_NO:
            return "có hoặc không" if vi else "yes or no"
        case Kind.DAY:
            return "ngày" if vi else "a day"
        case Kind.NUMBER:
            unit = (fact.unit or TIMES).label.in_(language)
            return f"số, tính bằng {unit}" if vi else f"a number, in {unit}"
        case Kind.CHOICE | Kind.JUDGED:
            options = " | ".join(option.label.in_(language) for option in fact.options)
            return f"một trong: {options}" if vi else f"one of: {options}"
        case _:
            assert_never(fact.kind)


def _register(register: Register, language: str) -> Iterator[str]:
    vi = language == "vi"
    yield f"  - {capital(register.label.in_(language))} [{register.name}], {'mỗi mục ghi' if vi else 'each with'}:"
    for fact in register.fields:
        day = (" (ngày của mục)" if vi else " (its day)") if fact.name == register.dated_by else ""
        yield f"      {fact.label.in_(language)} [{fact.name}]: {_values(fact, language)}{day}"
    yield from _proof(register.proof, language)


def _proof(proof: Text | None, language: str) -> Iterator[str]:
    if proof is not None:
        yield f"    {'thường chứng minh bằng' if language == 'vi' else 'usually proved by'}: {proof.in_(language)}"


def _readings(readings: Sequence[Reading], language: str) -> Iterator[str]:
    if readings:
        yield ""
        yield "Cách hiểu:" if language == "vi" else "Readings:"
    for reading in readings:
        yield from _reading(reading, language, "  ")


def _reading(reading: Reading, language: str, indent: str) -> Iterator[str]:
    vi = language == "vi"
    yield f"{indent}{reading.id}: {reading.question.in_(language)}"
    adopted = " (được chọn)" if vi else " (adopted)"
    for option in reading.options:
        mark = adopted if option.id == reading.adopted else ""
        yield f"{indent}  {'●' if mark else '○'} {option.id}: {option.label.in_(language)}{mark}"
    if reading.adopted is None:
        yield f"{indent}  {'chưa chọn cách nào' if vi else 'none is adopted'}"
    yield f"{indent}  {'vì' if vi else 'because'}: {reading.because.in_(language)}"
    if reading.acts is not None:
        yield f"{indent}  {'áp dụng ở' if vi else 'acts'}: {reading.acts.in_(language)}"
    by = reading.by.in_(language)
    flag = TO_COUNSEL.in_(language) if reading.flagged else ""
    yield f"{indent}  {'người chọn' if vi else 'by'}: {by}{flag}"
