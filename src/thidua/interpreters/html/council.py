"""The report for the Council: one page to read on a screen or to print on A4, laid out as administrative documents are.

Rendered from explanations alone, at the level they are told at. It supports a decision and makes none, and says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from thidua.errors import WrongValueError
from thidua.interpreters.explain import SHAPES, at_level
from thidua.interpreters.headline import addressed
from thidua.interpreters.html.explained import (
    RECEIPT,
    Layout,
    cautions_shown,
    findings_shown,
    readings_shown,
    receipt_shown,
)
from thidua.interpreters.html.letterhead import PRINTED, letterhead, signatures
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.page import page
from thidua.interpreters.html.parts import definitions, heading, listed, mark, say, table, word
from thidua.interpreters.levels import LEVELS, is_shown
from thidua.interpreters.wording import capital
from thidua.movements import Plan
from thidua.periods import written
from thidua.texts import Text
from thidua.verdicts import WORDS

Data = Mapping[str, Any]
TITLE = Text("Báo cáo kết quả xét tiêu chí thi đua trên hồ sơ", "Report on dossiers judged by the criteria")
SUPPORTS = Text(
    "Báo cáo này do phần mềm lập từ giấy tờ trong hồ sơ, để Hội đồng tham khảo khi xem xét. Báo cáo không phải là "
    "quyết định, không xếp hạng và không thay cho việc đánh giá của Hội đồng hay của cấp có thẩm quyền. “Chưa đủ căn "
    "cứ” không có nghĩa là không đạt; “đạt” mới chỉ là đạt tiêu chí, chưa phải là được khen thưởng.",
    "This report was made by software from the papers on file, for the Council to consult. It is no decision and no "
    "ranking, and does not take the place of the judgement of the Council or of any authority. “Undetermined” does not "
    "mean not met; “met” means that the criteria are met, and not that a commendation follows.",
)
_LAYOUT_DEPTH = 3


def council_report(
    plan: Plan, explanations: Iterable[Data], language: str = "vi", level: str = "dossier", forms: Sequence[str] = ()
) -> Markup:
    """One self-contained page for the Council: the movement, the table of nominees, then a page for each of them.

    Takes explanations as data, made under this plan; what is more sensitive than the level is not in it. `forms` are
    words on the forms of commendation of each, in the same order; at public level they are left out, since a form that
    is closed tells that something stands against it. Raises `UnknownNameError` for what is no level, `WrongValueError`
    for more or fewer forms than explanations.

    >>> from datetime import date
    >>> from thidua import PLAN, Commune, Dossier, assess, explanation
    >>> told = explanation(assess(PLAN, Dossier(Commune("VD-01", "Xã Ví Dụ")), on=date(2025, 12, 31)))
    >>> report = council_report(PLAN, [told])
    >>> "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in report, "không phải là quyết định" in report
    (True, True)
    """
    told = [at_level(data, level) for data in explanations]
    title = TITLE.in_(language)
    return page(
        title,
        language,
        letterhead(title, language),
        tag("p", SUPPORTS.in_(language), class_="supports"),
        *_movement(plan, told, language),
        *_nominees(told, language),
        tag("h2", say(language, "III. TỪNG ĐỐI TƯỢNG", "III. EACH NOMINEE"), class_="part"),
        *(
            _nominee(number, data, form, language)
            for number, (data, form) in enumerate(zip(told, _forms(forms, told, level), strict=True), start=1)
        ),
        *_readings(told, language),
        signatures(language),
        style=PRINTED,
    )


def _forms(forms: Sequence[str], told: Sequence[Data], level: str) -> Sequence[str]:
    if forms and len(forms) != len(told):
        msg = f"forms= has words for {len(forms)} nominees, and there are {len(told)} explanations"
        raise WrongValueError(msg)
    return forms if forms and is_shown(LEVELS[1], level) else [""] * len(told)


def _movement(plan: Plan, told: Sequence[Data], language: str) -> Iterator[Markup]:
    yield heading(2, say(language, "I. PHONG TRÀO VÀ VĂN BẢN", "I. THE MOVEMENT AND ITS DOCUMENTS"))
    surveys = {survey.label.in_(language): survey for survey in plan.surveys}
    used = dict.fromkeys(moment[language] for data in told for moment in data["moments"].values())
    assumed = say(language, "ngày phê duyệt giả định", "day of approval assumed")
    approved = [
        f"{name} ({written(surveys[name].approved_on, language)}{f', {assumed}' if surveys[name].assumed else ''})"
        for name in used
        if name in surveys
    ]
    reviews = dict.fromkeys(
        f"{capital(data['review']['label'][language])}, {written(date.fromisoformat(data['on']), language)}"
        for data in told
    )
    first, last = written(plan.period.first, language), written(plan.period.last, language)
    made = [f"{made.by.cite(language)}" for made in plan.amendments]
    yield joined(
        definitions(
            [
                (say(language, "Kế hoạch", "Plan"), plan.title.in_(language)),
                (say(language, "Cơ quan ban hành", "Issued by"), plan.issuer.in_(language)),
                (say(language, "Giai đoạn", "Period"), f"{first} – {last}"),
                (say(language, "Văn bản sửa đổi", "Amended by"), listed(dict.fromkeys(made))),
                (say(language, "Kỳ xét, ngày xét", "Review, day"), listed(reviews)),
                (say(language, "Kết quả rà soát", "Surveys"), listed(approved)),
            ]
        )
    )


def _nominees(told: Sequence[Data], language: str) -> Iterator[Markup]:
    """The nominees by group, each with the shape of every clause, and how many came out each way."""
    yield heading(2, say(language, "II. DANH SÁCH ĐỐI TƯỢNG ĐƯỢC XÉT", "II. THE NOMINEES"))
    numbered = list(enumerate(told, start=1))
    for _, group in groupby(numbered, key=lambda each: each[1]["group"]["id"]):
        members = list(group)
        first = members[0][1]
        head = [
            say(language, "STT", "No."),
            say(language, "Đối tượng", "Nominee"),
            *(clause["id"] for clause in first["clauses"]),
            say(language, "Kết luận", "Verdict"),
        ]
        rows = [
            [
                str(number),
                tag("bdi", name(data["subject"], number, language)),
                *(mark(clause["verdict"], language) for clause in data["clauses"]),  # in words below the table
                word(data["verdict"], language, data["word"][language]),
            ]
            for number, data in members
        ]
        title = first["group"]["text"][language]
        yield heading(3, title)
        yield table(head, rows, title)
        yield tag("p", _tally([data for _, data in members], language))
    shapes = "; ".join(f"{shape} {WORDS[verdict].in_(language)}" for verdict, shape in SHAPES.items())
    yield tag("p", f"{say(language, 'Ký hiệu', 'Shapes')}: {shapes}.", class_="setting")


def name(subject: Data, number: int, language: str) -> str:
    """The name, or the kind with a number where the name is withheld."""
    return subject["name"] or f"{capital(subject['label'][language])} {number}"


def _tally(told: Sequence[Data], language: str) -> str:
    counts = Counter(data["word"][language] for data in told)
    said = ", ".join(f"{count} {said}" for said, count in counts.items())
    waiting = sum(data["awaits_only_judgement"] for data in told)
    tail = say(language, f"; {waiting} chỉ còn chờ đánh giá", f"; {waiting} awaiting only judgement") if waiting else ""
    return f"{say(language, 'Tổng số', 'In all')} {len(told)}: {said}{tail}."


def _nominee(number: int, data: Data, forms: str, language: str) -> Markup:
    layout = Layout(language, depth=_LAYOUT_DEPTH, folds=False, number=f"{number}. ")
    lacking = list(dict.fromkeys(_lacking(data, language)))
    nothing = say(language, "không có nội dung nào chờ bổ sung", "nothing is waited for")
    first, *findings = findings_shown(data, layout)
    return tag(
        "section",
        first,
        heading(4, say(language, "Còn thiếu", "What is missing")),
        tag("ul", *(tag("li", said) for said in lacking or [nothing])),
        *findings,
        *cautions_shown(data, layout),
        heading(4, say(language, "Hình thức khen thưởng", "Forms of commendation")) if forms else None,
        tag("pre", forms) if forms else None,
        heading(4, RECEIPT.in_(language)),
        tag("div", receipt_shown(data["receipt"], language), class_="receipt"),
        class_="nominee",
        aria_label=name(data["subject"], number, language),
    )


def _lacking(data: Data, language: str) -> Iterator[str]:
    """What leaves clauses open, leaf by leaf: papers not on file, judgements awaited, registers not closed."""
    guard = addressed(data["group"])
    items = [*([] if guard is None else [guard]), *data["clauses"]]
    for leaf in (leaf for item in items if item["verdict"] == "undetermined" for leaf in _open(item)):
        missing = [each[language] for each in leaf["missing"]]
        yield from missing or [leaf["found"][language] or leaf["required"][language]]


def _open(node: Data) -> Iterator[Data]:
    if "found" in node:
        if node["verdict"] == "undetermined":
            yield node
        return
    for child in node.get("children", ()):
        yield from _open(child)


def _readings(told: Sequence[Data], language: str) -> Iterator[Markup]:
    """The readings of the law that the outcomes rest on, once for all nominees."""
    readings = readings_shown(told, language)
    if readings is not None:
        yield tag(
            "section",
            heading(2, say(language, "IV. CÁCH HIỂU ĐÃ DÙNG", "IV. READINGS RELIED ON")),
            readings,
            class_="annex",
        )
