"""The report for the Council: one page to read on a screen or to print on A4, laid out as administrative documents are.

Rendered from explanations, at the level they are told at. It supports a decision and makes none, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from thidua.errors import WrongValueError, expect
from thidua.interpreters.award import OpenAward
from thidua.interpreters.explain import SHAPES, at_level, each_at_level
from thidua.interpreters.html.annex import details_shown
from thidua.interpreters.html.commendation import Conditions, routes_shown
from thidua.interpreters.html.council_style import PRINTED, continued
from thidua.interpreters.html.explained import LEVEL_WORDS, readings_shown
from thidua.interpreters.html.letterhead import BLANK, Letterhead, letterhead, signatures
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.nominee import Nominee
from thidua.interpreters.html.nominee_sheet import sheet_shown
from thidua.interpreters.html.nominees import ROOT_WORDS, nominees_shown
from thidua.interpreters.html.page import page
from thidua.interpreters.html.parts import definitions, heading, listed, say
from thidua.interpreters.levels import LEVELS, checked_level
from thidua.interpreters.sensitivity import SensitivityReport
from thidua.interpreters.turning import Turn, turns_of
from thidua.interpreters.wording import capital, checked_language
from thidua.movements import Plan
from thidua.periods import written
from thidua.texts import Text
from thidua.verdicts import WORDS

Data = Mapping[str, Any]
TITLE = Text("Báo cáo", "Report")
SUBJECT = Text("Kết quả xét tiêu chí thi đua trên hồ sơ", "Dossiers judged by the criteria of emulation")
SUPPORTS = Text(
    "Báo cáo này do phần mềm lập từ giấy tờ trong hồ sơ, để Hội đồng tham khảo khi xem xét. Báo cáo không phải là "
    "quyết định, không xếp hạng và không thay cho việc đánh giá của Hội đồng hay của cấp có thẩm quyền. “Chưa đủ căn "
    "cứ” không có nghĩa là không đạt; “đạt” mới chỉ là đạt tiêu chí, chưa phải là được khen thưởng.",
    "This report was made by software from the papers on file, for the Council to consult. It is no decision and no "
    "ranking, and does not take the place of the judgement of the Council or of any authority. “Undetermined” does not "
    "mean not met; “met” means that the criteria are met, and not that a commendation follows.",
)


def council_report(
    plan: Plan,
    explanations: Iterable[Data],
    language: str = "vi",
    level: str = "dossier",
    *,
    awards: Sequence[Sequence[OpenAward]] = (),
    sensitivity: SensitivityReport | None = None,
    head: Letterhead = BLANK,
) -> Markup:
    """One self-contained page for the Council: the movement, the table of nominees, a sheet of A4 for each, annexes.

    Takes explanations as data, made under this plan; the sections `needs` and `remedies`, where they have them, tell
    what is missing and what would help. Groups stand in the order of the plan, nominees in the order given. `awards`
    are the forms open to each, in that order, and `sensitivity` names the readings on which a verdict turns. What is
    more sensitive than the level is not in it: at public level neither forms nor readings that matter, since a form
    that is closed tells that something stands against it.

    Raises `UnknownNameError` for what is no language or level; `WrongValueError` for what is no explanation, for a
    nominee told of twice, for more or fewer `awards` than explanations, and for a sensitivity of another day or review.

    >>> from datetime import date
    >>> from thidua import PLAN, Commune, Dossier, assess, explanation
    >>> told = explanation(assess(PLAN, Dossier(Commune("VD-01", "Xã Ví Dụ")), on=date(2025, 12, 31)))
    >>> report = council_report(PLAN, [told])
    >>> "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in report, "không phải là quyết định" in report
    (True, True)
    """
    checked_language(language)
    expect(plan, Plan)
    told = each_at_level(explanations, LEVELS[-1])
    nominees = _nominees(plan, told, awards, sensitivity, checked_level(level))
    title = say(language, f"{TITLE.vi} {SUBJECT.vi[0].lower()}{SUBJECT.vi[1:]}", f"{TITLE.en}: {SUBJECT.en}")
    return page(
        title,
        language,
        letterhead(TITLE.in_(language), SUBJECT.in_(language), head, language),
        tag("p", SUPPORTS.in_(language), class_="supports"),
        heading(2, say(language, "I. PHONG TRÀO VÀ VĂN BẢN", "I. THE MOVEMENT AND ITS DOCUMENTS")),
        _movement(plan, [each.data for each in nominees], level, language),
        heading(2, say(language, "II. KẾT QUẢ XÉT TỪNG NHÓM ĐỐI TƯỢNG", "II. THE NOMINEES, GROUP BY GROUP")),
        *nominees_shown(nominees, language),
        tag("p", _shapes(language), class_="setting"),
        signatures(language),
        *_annexes(nominees, level, language, head),
        style=PRINTED + continued([each.number for each in nominees], language),
    )


def _nominees(
    plan: Plan,
    told: Sequence[Data],
    awards: Sequence[Sequence[OpenAward]],
    sensitivity: SensitivityReport | None,
    level: str,
) -> list[Nominee]:
    """The nominees by the groups of the plan, numbered, with all that may be read of them."""
    if awards and len(awards) != len(told):
        msg = f"awards= has forms for {len(awards)} nominees, and there are {len(told)} explanations"
        raise WrongValueError(msg)
    _check_each_once(told)
    order = {group.id: place for place, group in enumerate(plan.criteria)}
    places = sorted(range(len(told)), key=lambda i: order.get(told[i]["group"]["id"], len(order)))
    found: list[Nominee] = []
    for number, place in enumerate(places, start=1):
        data = at_level(told[place], level)
        forms, turns = None, None
        if level != LEVELS[0]:
            forms = tuple(awards[place]) if awards else None
            turns = _turns(told[place], data, sensitivity)
        found.append(Nominee(number, data, forms, turns))
    return found


def _check_each_once(documents: Sequence[Data]) -> None:
    """A nominee stands in a report once, with all its papers in one dossier."""
    met: dict[tuple[str, str], int] = {}
    twice: list[str] = []
    for number, data in enumerate(documents, start=1):
        kind, code = data["subject"]["kind"], data["subject"]["code"]
        if code is not None and met.setdefault((kind, code), number) != number:
            twice.append(f"{kind} {code!r} by explanations {met[kind, code]} and {number}")
    if twice:
        msg = f"a nominee stands in a report once; told of twice: {'; '.join(twice)}"
        raise WrongValueError(msg)


def _turns(document: Data, data: Data, sensitivity: SensitivityReport | None) -> tuple[Turn, ...] | None:
    """The readings that matter; not where something is withheld, since another verdict would tell of it."""
    if sensitivity is None or any(_withholds(node) for node in (data["group"], *data["clauses"])):
        return None
    day, review = document["on"], document["review"]["id"]
    if (day, review) != (sensitivity.on.isoformat(), sensitivity.review):
        msg = (
            f"sensitivity= is of {sensitivity.on} and review {sensitivity.review!r}, an explanation of {day} and "
            f"review {review!r}; make it for the same day and review"
        )
        raise WrongValueError(msg)
    return turns_of(sensitivity, document["subject"]["kind"], document["subject"]["code"])


def _withholds(node: Data) -> bool:
    return bool(node.get("withheld")) or any(_withholds(child) for child in node.get("children", ()))


def _movement(plan: Plan, told: Sequence[Data], level: str, language: str) -> Markup | None:
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
    return definitions(
        [
            (say(language, "Kế hoạch", "Plan"), plan.title.in_(language)),
            (say(language, "Cơ quan ban hành", "Issued by"), plan.issuer.in_(language)),
            (say(language, "Giai đoạn", "Period"), f"{first} – {last}"),
            (say(language, "Sửa đổi, bổ sung", "Amended by"), _amended(plan, language)),
            (say(language, "Kỳ xét, ngày xét", "Review, day"), listed(reviews)),
            (say(language, "Kết quả rà soát", "Surveys"), listed(approved)),
            (say(language, "Mức công bố", "Who may read it"), LEVEL_WORDS[level].in_(language)),
        ]
    )


def _amended(plan: Plan, language: str) -> str | None:
    """The amendments in force: by which document, from which day, what each touches."""
    touched: dict[tuple[str, str], list[str]] = {}
    for made in plan.amendments:
        by = made.by.cite(language), written(made.effective, language)
        touched.setdefault(by, []).append(made.target)
    if not touched:
        return say(language, "không có", "none")
    return listed(
        say(language, f"{cited}, hiệu lực từ {day}: ", f"{cited}, in effect from {day}: ")
        + ", ".join(dict.fromkeys(targets))
        for (cited, day), targets in touched.items()
    )


def _shapes(language: str) -> str:
    said = {verdict: dict.fromkeys((WORDS[verdict], ROOT_WORDS[verdict])) for verdict in SHAPES}
    shapes = "; ".join(
        f"{shape} {', '.join(each.in_(language) for each in said[verdict])}" for verdict, shape in SHAPES.items()
    )
    return say(language, f"Ký hiệu: {shapes}./.", f"Shapes: {shapes}.")


def _annexes(nominees: Sequence[Nominee], level: str, language: str, head: Letterhead) -> Iterator[Markup]:
    """The sheets, the forms of commendation, the readings, the details; none where there is no nominee."""
    if not nominees:
        return
    annex = say(language, "Phụ lục", "Annex")
    forms = [award for nominee in nominees for award in nominee.awards or ()]
    conditions = Conditions.of(forms)
    title = say(language, "PHIẾU TỪNG ĐỐI TƯỢNG", "A SHEET FOR EACH NOMINEE")
    yield tag("h2", f"{annex} I. {title}", class_="part")
    yield from (sheet_shown(nominee, conditions, level, language, head) for nominee in nominees)
    numerals = iter(("II", "III", "IV"))
    attached = tag("p", tag("em", f"({capital(head.attached(language))})"), class_="attached")

    def titled(vi: str, en: str) -> Markup:
        return joined(tag("h2", f"{annex} {next(numerals)}", tag("br"), say(language, vi, en)), attached)

    if forms:
        yield routes_shown(forms, conditions, titled("HÌNH THỨC KHEN THƯỞNG", "FORMS OF COMMENDATION"), language)
    readings = readings_shown([nominee.data for nominee in nominees], language)
    if readings is not None:
        yield tag("section", titled("CÁCH HIỂU ĐÃ DÙNG", "READINGS RELIED ON"), readings, class_="annex")
    yield details_shown(nominees, titled("CHI TIẾT CĂN CỨ", "DETAILS"), language)
