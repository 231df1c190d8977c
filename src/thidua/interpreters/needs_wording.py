"""needs_data() and needs_text(): what would settle a verdict, as plain data in both languages, and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from thidua.displays import Words
from thidua.errors import WrongValueError
from thidua.findings import Assessment
from thidua.interpreters.competent import Competent, body_data, competent
from thidua.interpreters.levels import LEVELS, highest, sensitivity_of
from thidua.interpreters.needs import Need, Needs, needs
from thidua.interpreters.schema_values import Data, both
from thidua.interpreters.voice import from_the_first_day
from thidua.interpreters.why_wording import cited
from thidua.interpreters.wording import checked_language, in_both, joined, tally
from thidua.movements import Setting
from thidua.nodes import Fact, Reading, Register
from thidua.periods import written
from thidua.texts import Text


def needs_data(assessment: Assessment[Any], *, of: str | None = None, at_most: int = 2_000) -> Data:
    """`needs` as JSON-ready data: of every need what it is, the document that usually tells it, and who asks for it."""
    return needs_told(needs(assessment, of=of, at_most=at_most))


def needs_told(answer: Needs) -> Data:
    """The same of an answer that is at hand."""
    assessment = answer.assessment
    return {
        "place": cited(assessment, answer.place),
        "verdict": answer.verdict.id,
        "possible": [final.id for final in answer.verdict],
        "settles": answer.settles,
        "capped": answer.capped,
        "sets": [[need_data(assessment, need) for need in each] for each in answer.sets],
    }


def needs_text(needs: Assessment[Any] | Needs | Mapping[str, Any], language: str = "vi") -> str:
    """`needs` in words, from an assessment, from what `needs` found, or from what `needs_data` gave.

    Raises `WrongValueError` for anything else.

    >>> from datetime import date
    >>> from thidua import PLAN, Dossier, Official, assess
    >>> found = assess(PLAN, Dossier(Official("CB-01", "Cán bộ Ví Dụ")), on=date(2025, 12, 31))
    >>> print(needs_text(found, "en").splitlines()[0])
    To settle III.2.5, all of these:
    """
    checked_language(language)
    match needs:
        case Assessment():
            data: Mapping[str, Any] = needs_data(needs)
        case Needs():
            data = needs_told(needs)
        case {"place": _, "verdict": _, "settles": _, "capped": _, "sets": _}:
            data = needs
        case _:
            msg = f"{type(needs).__name__}: expected an assessment, what needs() found, or what needs_data() gave"
            raise WrongValueError(msg)
    return Words("\n".join(needs_lines(data, language)), language)


def need_data(assessment: Assessment[Any], need: Need) -> Data:
    """One need as data, with the sentence that names it and the document that usually tells it."""
    what = need.what
    setting = assessment.setting
    judges = competent(what, assessment.plan, setting) if isinstance(what, Fact) and what.judges else None
    read = [thing for thing in (what, need.register) if isinstance(thing, Fact | Register)]
    data: Data = {
        "kind": need.kind,
        "name": what.id if isinstance(what, Reading) else what.name,
        "label": both(what.question if isinstance(what, Reading) else what.label),
        "said": both(in_both(lambda language: _said(need, language, setting, judges))),
        "document": None if (document := _document(need)) is None else both(document),
        "clauses": [cited(assessment, place) for place in need.places],
        "judged": need.judged,
        "may_settle_alone": need.may_settle_alone,
        "sensitivity": LEVELS[0] if isinstance(what, Reading) else highest(map(sensitivity_of, read)),
        "withheld": False,
    }
    if need.survey is not None:
        data["survey"] = {"id": need.survey.id, "label": both(need.survey.label)}
    if need.register is not None:
        data["register"] = {"name": need.register.name, "label": both(need.register.label)}
    if need.entry:
        data["entry"] = need.entry
    if need.number:
        data["number"] = need.number
    if isinstance(what, Fact) and judges is not None:
        data["judges"] = [body_data(body) for body in judges.bodies]
        data["to_look_at"] = None if what.proof is None else both(what.proof)
        if judges.ended is not None:
            data["ended"] = both(judges.ended)
    return data


def _said(need: Need, language: str, setting: Setting, judges: Competent | None) -> str:
    vi = language == "vi"
    what, first, day = need.what, setting.counts_from, written(setting.cut_off, language)
    if isinstance(what, Reading):
        asked = what.question.in_(language)
        return f"chọn cách hiểu {what.id}: {asked}" if vi else f"adopting a reading of {what.id}: {asked}"
    label = what.label.in_(language)
    if need.survey is not None:
        label += f" ({need.survey.label.in_(language)})"
    register = need.register.label.in_(language) if need.register is not None else ""
    match need.kind:
        case "correction":
            vi_said = f"văn bản đính chính về {label}, vì các giấy tờ trong hồ sơ ghi khác nhau"
            return vi_said if vi else f"a correction about {label}, as the papers on file disagree"
        case "former_units":
            return label + _of_units(need.units, language)
        case "judgement":
            if judges is not None and judges.ended is not None:
                ended = judges.ended.in_(language)
                return f"đánh giá về {label} ({ended})" if vi else f"a judgement on {label} ({ended})"
            bodies = (judges or Competent(())).named(language)
            return f"đánh giá của {bodies} về {label}" if vi else f"the judgement of {bodies} on {label}"
        case "field":
            return f"mục {need.entry} ({register}): {label}" if vi else f"entry {need.entry} ({register}): {label}"
        case "entries":
            count = tally(need.number, language)
            said = f"{count} mục đã khai nhưng chưa nộp" if vi else f"{count} declared but not on file"
            return f"{label}: {said} ({from_the_first_day(first, language)})"
        case "register":
            return (
                f"{label}: các mục chưa có trong hồ sơ, kèm xác nhận đã kê khai đủ từ ngày {written(first)} đến "
                f"hết ngày {day}; nếu không có "
                "thì xác nhận là không có"
                if vi
                else f"{label}: the entries not on file, with a declaration that they are complete from "
                f"{written(first, 'en')} through {day}; if there are none, a declaration that there are none"
            )
        case _:
            return label


def _of_units(units: tuple[str, ...], language: str) -> str:
    """Whose figures a sum lacks: those of former units, and what came since they were taken over."""
    former = [name for name in units if name]
    vi = language == "vi"
    parts: list[str] = []
    if former:
        many = len(former) > 1
        head = ("của các đơn vị cũ" if many else "của đơn vị cũ") if vi else f"of the former unit{'s' if many else ''}"
        parts.append(f"{head} {joined(former, 'và' if vi else 'and')}")
    if len(former) < len(units):
        parts.append("từ khi kế thừa" if vi else "since they were taken over")
    return f" {joined(parts, 'và' if vi else 'and')}"


def _document(need: Need) -> Text | None:
    """The document that usually tells it; of a judgement its minutes."""
    if need.kind == "judgement":
        return Text("biên bản đánh giá", "minutes of the judgement")
    if isinstance(need.what, Fact | Register) and need.what.proof is not None:
        return need.what.proof
    return need.register.proof if need.register is not None else None


# in words


def needs_lines(data: Mapping[str, Any], language: str) -> Iterator[str]:
    """The lines of what `needs_data` gave."""
    vi = language == "vi"
    place, sets = data["place"]["id"], data["sets"]
    if not sets:
        if data["verdict"] == "undetermined":
            yield f"Không giấy tờ nào kết luận được {place}." if vi else f"No paper can settle {place}."
        else:
            yield f"Không cần bổ sung gì để kết luận {place}." if vi else f"Nothing more is needed to settle {place}."
        return
    if len(sets) == 1:
        together = len(sets[0]) > 1
        vi_head = f"Để kết luận {place}, cần {'đủ các nội dung sau' if together else 'nội dung sau'}:"
        yield vi_head if vi else f"To settle {place}, {'all of these' if together else 'this'}:"
        yield from _numbered(sets[0], place, language)
    else:
        yield f"Để kết luận {place}, cần một trong các nhóm sau:" if vi else f"To settle {place}, one of these groups:"
        for number, each in enumerate(sets, start=1):
            yield f"  {'Nhóm' if vi else 'Group'} {tally(number, language)}:"
            yield from _numbered(each, place, language, "    ")
    if any(need["may_settle_alone"] for each in sets for need in each if len(each) > 1):
        yield (
            "  (*) Riêng nội dung này cũng có thể đủ để kết luận, tùy kết quả."
            if vi
            else "  (*) This alone may be enough, depending on how it turns out."
        )
    if not data["settles"]:
        yield ("  Riêng giấy tờ chưa chắc đủ để kết luận." if vi else "  Papers alone may not be enough to settle it.")
    if data["capped"]:
        yield (
            "  (Tìm chưa hết: có thể có cách bổ sung ít hơn.)"
            if vi
            else "  (The search was cut short: less may be enough.)"
        )


def _numbered(listed: Sequence[Mapping[str, Any]], asked: str, language: str, indent: str = "  ") -> Iterator[str]:
    vi = language == "vi"
    for number, need in enumerate(listed, start=1):
        mark = " (*)" if need["may_settle_alone"] and len(listed) > 1 else ""
        said = f"{need['said'][language]}{mark}"
        if need["document"] is not None:
            said += f"; {'giấy tờ thường dùng' if vi else 'usual paper'}: {need['document'][language]}"
        asking = ", ".join(clause["id"] for clause in need["clauses"])
        yield f"{indent}{number}. {said}" + (f" [{asking}]" if asking != asked else "")
