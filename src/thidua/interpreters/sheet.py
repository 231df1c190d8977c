"""judgement_sheet(): the blank sheet on which the bodies named judge each open word that a dossier still awaits.

The same sheet is also data, `thidua.judgements/1`: what is filled in there is read back by `judgements`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from thidua.displays import Words
from thidua.dossiers import Dossier
from thidua.findings import Assessment
from thidua.interpreters.asked import places_of, sentence_of
from thidua.interpreters.assess import assess
from thidua.interpreters.competent import Competent, bodies_said, body_data, competent
from thidua.interpreters.on_file import OnFile, on_file
from thidua.interpreters.printing import BOX, lines, room
from thidua.interpreters.schema_values import Data, both
from thidua.interpreters.wording import checked_language, in_both, tally
from thidua.movements import Plan
from thidua.nodes import Fact, Kind
from thidua.periods import written
from thidua.sources import Document
from thidua.subjects import Subject
from thidua.texts import Text

FORMAT = "thidua.judgements/1"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def judgement_sheet(
    plan: Plan, dossier: Dossier[Any], language: str = "vi", *, on: date, review: str | None = None
) -> str:
    """The sheet as it is printed: for each word its question, the scale, the sentence, the papers, and room to write.

    It asks only what is still awaited and could still decide a clause; it never says which level would suffice.
    """
    checked_language(language)
    form = judgement_form(plan, dossier, on=on, review=review)
    return Words("\n".join(_printed(plan, form, language)), language, columns=True)


def judgement_form(plan: Plan, dossier: Dossier[Any], *, on: date, review: str | None = None) -> Data:
    """The sheet as JSON-ready data, one part for each circle of bodies; `None` is to be filled in.

    Of each part the body, the day and the minutes; of each word `judged`, `reason`, and `dissent` where there was any.
    """
    assessment = assess(plan, dossier, on=on, review=review)
    subject: Subject = dossier.subject
    parts: dict[Competent, list[Data]] = {}
    held = on_file(assessment)
    for each in held:
        fact = each.asked.what
        if isinstance(fact, Fact) and fact.kind is Kind.JUDGED and not each.documents and each.open_in:
            judges = competent(fact, plan, assessment.setting)
            parts.setdefault(judges, []).append(_word(fact, each, held, assessment))
    return {
        "format": FORMAT,
        "plan": plan.id,
        "review": assessment.setting.review.id,
        "on": assessment.setting.on.isoformat(),
        "subject": {"kind": plan.vocabulary(type(subject)).id, "code": subject.code, "name": subject.name},
        "parts": [
            {
                "judges": [body_data(body) for body in judges.bodies],
                **({} if judges.ended is None else {"ended": both(judges.ended)}),
                "judgements": words,
                "by": None,
                "on": None,
                "minutes": {"number": None, "issued_on": None, "issuer": None, "title": None},
            }
            for judges, words in parts.items()
        ],
    }


def _word(fact: Fact, word: OnFile, held: Sequence[OnFile], assessment: Assessment[Any]) -> Data:
    subject: Subject = assessment.dossier.subject
    places = {use.place for use in word.asked.clauses}
    clauses = [(item.id, sentence_of(item)) for item in places_of(assessment.plan, type(subject)) if item.id in places]
    forms = {use.place for use in word.asked.forms}
    beside = [each for each in held if any(use.place in places for use in each.asked.clauses)]
    documents = dict.fromkeys(document for each in beside for document in (*each.documents, *each.declared))
    return {
        "fact": fact.name,
        "label": both(fact.label),
        "question": None if fact.question is None else both(fact.question),
        "scale": [{"id": option.id, "label": both(option.label)} for option in fact.options],
        "clauses": [
            {"id": name, "citation": both(told.citation), "text": {"vi": told.text, "en": told.en}}
            for name, told in clauses
        ],
        "forms": [both(form.label) for form in assessment.plan.forms if form.id in forms],
        "to_look_at": None if fact.proof is None else both(fact.proof),
        "on_file": [both(in_both(document.cite)) for document in documents if isinstance(document, Document)],
        "judged": None,
        "reason": None,
        "dissent": None,
    }


# as it is printed


def _printed(plan: Plan, form: Data, language: str) -> Iterator[str]:
    vi = language == "vi"
    subject, review = form["subject"], plan.review(form["review"], date.fromisoformat(form["on"]))
    kind, on = plan.vocabulary(subject["kind"]).label.in_(language), written(date.fromisoformat(form["on"]), language)
    yield "PHIẾU ĐÁNH GIÁ" if vi else "JUDGEMENT SHEET"
    yield from lines(plan.title.in_(language))
    yield ""
    code = f"{kind}, {'mã' if vi else 'code'} {subject['code']}"
    yield from lines(f"{'Đối tượng' if vi else 'Subject'}: {subject['name']} ({code})")
    yield f"Kỳ xét: {review.label.vi}; ngày lập phiếu: {on}" if vi else f"Review: {review.label.en}; drawn up on {on}"
    count = sum(len(part["judgements"]) for part in form["parts"])
    if not count:
        yield "Không có nội dung nào chờ đánh giá." if vi else "Nothing awaits a judgement."
        return
    total = tally(count, language)
    yield f"Số nội dung chờ đánh giá: {total}" if vi else f"Awaiting judgement: {total}"
    number = 0
    for place, part in enumerate(form["parts"]):
        bodies = bodies_said([Text(**body["label"]) for body in part["judges"]], language)
        yield ""
        head = f"Nội dung do {bodies} đánh giá" if vi else f"To be judged by {bodies}"
        if "ended" in part:
            ended = part["ended"][language]
            head = f"Nội dung cần đánh giá ({ended})" if vi else f"To be judged ({ended})"
        yield from lines(f"{_ROMAN[place] if place < len(_ROMAN) else place + 1}. {head}", hanging="   ")
        for word in part["judgements"]:
            number += 1
            yield ""
            yield from _word_printed(word, number, language)
        yield ""
        yield from _signed(language)


def _word_printed(word: Data, number: int, language: str) -> Iterator[str]:
    vi = language == "vi"
    asked = word["question"] or word["label"]
    yield from lines(f"{number}. {asked[language]}", hanging="   ")
    for clause in word["clauses"]:
        cited = f"{'Tiêu chí' if vi else 'Criterion'}: {clause['citation'][language]}"
        yield from lines(f"{cited}: “{clause['text'][language]}”", "   ", "     ")
    if word["forms"]:
        asked_before = "; ".join(form[language] for form in word["forms"])
        yield from lines(f"{'Hỏi trước khi đề nghị' if vi else 'Asked before'}: {asked_before}", "   ", "     ")
    if word["to_look_at"]:
        yield from lines(f"{'Giấy tờ cần xem' if vi else 'To look at'}: {word['to_look_at'][language]}", "   ", "     ")
    if word["on_file"]:
        yield "   Đã có trong hồ sơ của tiêu chí này:" if vi else "   On file for this criterion:"
        for paper in word["on_file"]:
            yield from lines(f"- {paper[language]}", "     ", "       ")
    else:
        yield "   Hồ sơ của tiêu chí này chưa có giấy tờ nào." if vi else "   Nothing is on file for this criterion."
    yield "   Mức đánh giá (chọn một):" if vi else "   Judged (tick one):"
    for step in word["scale"]:
        yield f"     {BOX} {step['label'][language]}"
    yield from room("Lý do:" if vi else "Reason:", "   ", more=2)
    yield from room("Ý kiến khác (nếu có):" if vi else "Dissent (if any):", "   ", more=1)


def _signed(language: str) -> Iterator[str]:
    vi = language == "vi"
    yield from room("Cơ quan đánh giá:" if vi else "Judged by:", "   ")
    if vi:
        yield "   Ngày đánh giá: ..... / ..... / ........."
        yield "   Biên bản số: .................... ngày ..... / ..... / ........."
    else:
        yield "   Day of the judgement: ..... / ..... / ......... (day / month / year)"
        yield "   Minutes no.: .................... of ..... / ..... / ........."
    yield from room("Cơ quan ban hành biên bản:" if vi else "Issued by:", "   ")
    yield ""
    for line in (
        ("ĐẠI DIỆN CƠ QUAN ĐÁNH GIÁ", "(Chữ ký, dấu, họ và tên)")
        if vi
        else ("FOR THE BODY", "(signature, full name, seal)")
    ):
        yield f"{'':46}{line:^46}".rstrip()
