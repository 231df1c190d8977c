"""checklist(): the papers a nominee's file needs (danh mục hồ sơ), in the order of the plan, ticked where they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from thidua.displays import Words
from thidua.dossiers import Dossier
from thidua.interpreters.amended import amended_line
from thidua.interpreters.checklist_data import checklist_data
from thidua.interpreters.printing import BOX, NEITHER, TICKED, lines
from thidua.interpreters.schema_values import Data
from thidua.interpreters.wording import capital, checked_language, tally
from thidua.movements import Plan
from thidua.periods import written
from thidua.subjects import Subject


def checklist(
    plan: Plan,
    kind: type[Subject],
    language: str = "vi",
    *,
    dossier: Dossier[Any] | None = None,
    on: date | None = None,
    review: str | None = None,
) -> str:
    """The list of papers for a kind of subject, as it is printed; of a dossier, with what is on file and what is not.

    What is missing though no longer needed is said to be so. Raises `IncompleteError` where a dossier or a review is
    given without the day, `on=`.
    """
    checked_language(language)
    data = checklist_data(plan, kind, dossier=dossier, on=on, review=review)
    return Words("\n".join(_printed(data, language)), language, columns=True)


def _printed(data: Data, language: str) -> Iterator[str]:
    vi = language == "vi"
    yield "DANH MỤC HỒ SƠ" if vi else "LIST OF PAPERS"
    yield from lines(data["plan"]["title"][language])
    for line in amended_line([act[language] for act in data["plan"]["amended_by"]], language):
        yield from lines(line)
    yield ""
    yield from _head(data, language)
    number = 0
    for part in data["parts"]:
        number += 1
        yield ""
        head = f"{number}. {capital(part['citation'][language])}"
        yield from lines(f"{head}: “{part['text'][language]}”", hanging="   ")
        yield from _papers(part["documents"], number, language)
    if data["before_proposing"]:
        yield ""
        head = "Nội dung cần làm rõ trước khi đề nghị khen thưởng" if vi else "To be answered before proposing an award"
        yield f"{number + 1}. {head}"
        yield from _papers(data["before_proposing"], number + 1, language)
    if data["subject"] is not None:
        yield ""
        yield _total(data, language)


def _head(data: Data, language: str) -> Iterator[str]:
    vi = language == "vi"
    kind, subject, review = data["kind"]["label"][language], data["subject"], data["review"]
    who = "Đối tượng" if vi else "Subject"
    if subject is None:
        yield f"{who}: {kind}"
    else:
        yield from lines(f"{who}: {subject['name']} ({kind}, {'mã' if vi else 'code'} {subject['code']})")
    if review is not None:
        on, cut_off = (written(date.fromisoformat(data[key]), language) for key in ("on", "cut_off"))
        if vi:
            yield f"Kỳ xét: {review['label']['vi']}; ngày xét: {on}; ngày chốt thành tích: {cut_off}"
        else:
            yield f"Review: {review['label']['en']}; assessed on {on}; cut-off day {cut_off}"
    if subject is not None:
        marks = f"{TICKED} đã có; {BOX} còn thiếu hoặc chưa đủ; {NEITHER} không cần bổ sung, vì không làm đổi kết luận"
        yield (
            marks
            if vi
            else f"{TICKED} on file; {BOX} missing or not enough; {NEITHER} not needed, as nothing hangs on it"
        )


def _papers(documents: list[Data], number: int, language: str) -> Iterator[str]:
    for place, document in enumerate(documents, start=1):
        marks = {_mark(item) for item in document["tells"]}
        mark = next(mark for mark in (BOX, TICKED, NEITHER) if mark in marks)
        head = f"{mark} {number}.{place}. {capital(document['document'][language])}"
        yield from lines(head, "   ", " " * 5)
        for item in document["tells"]:
            mark = _mark(item) if "on_file" in item else "-"
            yield from lines(f"{mark} {_label(item, language)}", " " * 7, " " * 9)
            for line in _state_said(item, language):
                yield from lines(line, " " * 9, " " * 11)


def _mark(item: Data) -> str:
    """Ticked when on file, empty when missing or when no dossier is given, a dash when nothing hangs on it."""
    return TICKED if item.get("on_file") else BOX if item.get("needed", True) else NEITHER


def _label(item: Data, language: str) -> str:
    vi = language == "vi"
    said: str = item["label"][language]
    if "when" in item:
        said += f", {item['when'][language]}"
    if "at" in item and item["at"]["label"] != item["when"]:
        said += f" ({item['at']['label'][language]})"
    if "fields" in item:
        fields = ", ".join(field["label"][language] for field in item["fields"])
        said += f" (mỗi mục ghi: {fields})" if vi else f" (each entry with: {fields})"
    if "to_look_at" in item:
        said += f"; căn cứ: {item['to_look_at']['vi']}" if vi else f"; to look at: {item['to_look_at']['en']}"
    if not item.get("every_form", True):
        forms = ", ".join(form["label"][language] for form in item["forms"])
        said += f" (đối với {forms})" if vi else f" (for {forms})"
    return said


def _state_said(item: Data, language: str) -> Iterator[str]:
    """What is on file, and what is not: on a line each."""
    if "on_file" not in item:
        return
    vi = language == "vi"
    there = [paper[language] for paper in item["papers"]]
    if item.get("entries"):
        count = tally(item["entries"], language)
        there.insert(0, f"{count} mục" if vi else f"entries: {count}")
    if there:
        yield f"{'Đã có' if vi else 'On file'}: {'; '.join(there)}"
    codes = [lack["code"] for lack in item["lacks"]]
    if item["needed"] and codes == ["judgement_pending"]:
        yield "Chờ đánh giá" if vi else "Awaiting a judgement"
    elif item["needed"] and codes != ["missing"]:
        lacks = "; ".join(lack["text"][language] for lack in item["lacks"])
        head = ("Chưa đủ" if vi else "Not enough") if there else ("Còn thiếu" if vi else "Missing")
        yield f"{head}: {lacks}"


def _total(data: Data, language: str) -> str:
    documents = [document for part in data["parts"] for document in part["documents"]] + data["before_proposing"]
    needed = sum(item["needed"] for document in documents for item in document["tells"])
    if not needed:
        return "Không cần bổ sung giấy tờ nào nữa." if language == "vi" else "Nothing more is needed."
    count = tally(needed, language)
    return f"Còn thiếu hoặc chưa đủ: {count} nội dung." if language == "vi" else f"Missing or not enough: {count}."
