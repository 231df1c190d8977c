"""request_letter(): the letter that asks a nominee to complete the file (công văn đề nghị bổ sung hồ sơ)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from thidua.displays import Words
from thidua.errors import NothingMissingError
from thidua.findings import Assessment, Finding
from thidua.interpreters.amended import amending
from thidua.interpreters.asked import sentence_of
from thidua.interpreters.competent import bodies_said
from thidua.interpreters.describe import describe
from thidua.interpreters.found import LEAVES
from thidua.interpreters.needs_wording import needs_data
from thidua.interpreters.printing import WIDTH, lines
from thidua.interpreters.wording import capital, checked_language, joined
from thidua.nodes import Predicate, Where
from thidua.periods import written
from thidua.subjects import Subject
from thidua.texts import Text
from thidua.verdicts import FINALS
from thidua.walks import facts_of

_LEFT = 40
"""How many letters the left of the two columns at the head holds."""
_DOTS = "." * 14
Need = Mapping[str, Any]


def request_letter(assessment: Assessment[Any], language: str = "vi") -> str:
    """The letter, ready to be numbered, dated and signed: what the nominee is asked to file, what bodies must judge.

    It has the parts of an official letter by Decree 30/2020/NĐ-CP; issuer, number, place, day, deadline and signature
    are left blank, and no one is named but the nominee. In English it is an unofficial translation. It asks for the
    smallest set of `needs`. Raises `NothingMissingError` when the verdict is definite, or no paper could settle it.

    >>> from datetime import date
    >>> from thidua import PLAN, Commune, Dossier, assess
    >>> letter = request_letter(assess(PLAN, Dossier(Commune("VD-01", "Xã Ví Dụ")), on=date(2025, 12, 31)))
    >>> "Kính gửi: Ủy ban nhân dân xã Ví Dụ" in letter
    True
    """
    checked_language(language)
    data = needs_data(assessment)
    if not data["sets"]:
        subject = assessment.dossier.subject
        msg = (
            f"nothing to ask {subject.code} for: the verdict is {assessment.verdict!r}; "
            "call needs() first, and write only when it is not empty"
        )
        raise NothingMissingError(msg)
    return Words("\n".join(_letter(assessment, data["sets"][0], language)), language, columns=True)


def _letter(assessment: Assessment[Any], asked: Sequence[Need], language: str) -> Iterator[str]:
    vi = language == "vi"
    papers = [need for need in asked if not need["judged"]]
    judgements = [need for need in asked if need["kind"] == "judgement"]
    readings = [need for need in asked if need["kind"] == "reading"]
    yield from _head(language)
    yield from _opening(assessment, language, only_judgements=not papers)
    number = 0
    for heading, listed, say in (
        (_PAPERS, papers, _by_document),
        (_JUDGEMENTS, judgements, _judged),
        (_READINGS, readings, _questions),
    ):
        if listed:
            number += 1
            yield ""
            yield from lines(f"{number}. {heading.in_(language)}", "  ", "     ")
            yield from say(assessment, listed, language)
    yield ""
    yield from lines(_closing(assessment, language), "  ", "")
    yield ""
    yield from _foot(vi=vi)


_PAPERS = Text("Giấy tờ, số liệu đề nghị bổ sung:", "Papers and figures to be filed:")
_JUDGEMENTS = Text(
    "Nội dung do cơ quan có thẩm quyền đánh giá; đề nghị gửi tài liệu làm căn cứ (nếu chưa gửi):",
    "To be judged by the competent bodies; please send what they are to look at, where it has not been sent:",
)
_READINGS = Text(
    "Nội dung cơ quan xét khen thưởng cần thống nhất cách hiểu (không đề nghị bổ sung giấy tờ):",
    "To be decided by those who consider the file, as the plan can be read in two ways (nothing is to be filed):",
)


_HEAD = {
    "vi": (
        ("TÊN CƠ QUAN CHỦ QUẢN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("TÊN CƠ QUAN BAN HÀNH", "Độc lập - Tự do - Hạnh phúc"),
        ("———————", "—" * 27),
        ("", ""),
        (f"Số: {_DOTS}", ".............., ngày ..... tháng ..... năm ........."),
        ("V/v đề nghị bổ sung", ""),
        ("hồ sơ đề nghị khen thưởng", ""),
    ),
    "en": (
        ("NAME OF THE SUPERIOR BODY", "SOCIALIST REPUBLIC OF VIET NAM"),
        ("NAME OF THE ISSUING BODY", "Independence - Freedom - Happiness"),
        ("———————", "—" * 34),
        ("", ""),
        (f"No.: {_DOTS}", ".............., day ..... month ..... year ........."),
        ("Re: completing the file", ""),
        ("proposed for commendation", ""),
    ),
}
"""What stands beside one another at the head."""


def _head(language: str) -> Iterator[str]:
    if language != "vi":
        yield "(Unofficial translation)"
        yield ""
    for one, other in _HEAD["vi" if language == "vi" else "en"]:
        yield f"{one:^{_LEFT}}{other:^{WIDTH - _LEFT}}".rstrip()
    yield ""


def _opening(assessment: Assessment[Any], language: str, *, only_judgements: bool) -> Iterator[str]:
    vi = language == "vi"
    plan, setting = assessment.plan, assessment.setting
    subject: Subject = assessment.dossier.subject
    words = plan.vocabulary(type(subject))
    kind, asked = words.label.in_(language), words.addressee.of(subject.name, language)
    name = words.addressee.within(subject.name, language)
    place = sentence_of(assessment.criteria).citation.in_(language)
    review, on = setting.review.label.in_(language), written(setting.on, language)
    to = f"Kính gửi: {asked}" if vi else f"To: {asked}"
    yield f"{to:^{WIDTH}}".rstrip()
    yield ""
    basis = plan.title.in_(language)
    issuer = plan.issuer.in_(language)
    acts = joined([act.in_(language) for act in amending(plan)], "và" if vi else "and")
    amended = (f", được sửa đổi, bổ sung theo {acts}" if vi else f", amended by {acts}") if acts else ""
    if vi:
        yield from lines(f"Căn cứ {basis} của {issuer}{amended};", "  ", "")
        said = (
            f"Qua xem xét hồ sơ của {name} ({kind}, mã {subject.code}) tại kỳ {review}, tính đến ngày {on}, hồ "
            f"sơ chưa đủ căn cứ để kết luận theo {place} của Kế hoạch. "
        )
        said += (
            "Các nội dung còn lại chỉ chờ đánh giá, cụ thể như sau:"
            if only_judgements
            else f"Đề nghị {asked} bổ sung hồ sơ, cụ thể như sau:"
        )
    else:
        yield from lines(f"Pursuant to the {basis}, of {issuer}{amended};", "  ", "")
        said = (
            f"The file of {name} ({kind}, code {subject.code}), considered at {review} as of {on}, does not "
            f"yet allow a conclusion under {place} of the Plan. "
        )
        said += (
            "What remains only awaits a judgement, as follows:"
            if only_judgements
            else "You are asked to complete it as follows:"
        )
    yield from lines(said, "  ", "")


def _by_document(assessment: Assessment[Any], needs: Sequence[Need], language: str) -> Iterator[str]:
    """What is to be filed, under the document that usually tells it, each document once."""
    vi = language == "vi"
    documents: dict[str, list[Need]] = {}
    for need in needs:
        told = need["document"] or {
            "vi": f"giấy tờ về {need['label']['vi']}",
            "en": f"a paper on {need['label']['en']}",
        }
        documents.setdefault(told[language], []).append(need)
    for letter, (document, told) in zip(_letters(language), documents.items(), strict=False):
        head = f"{letter}) {capital(document)}"
        yield from lines(f"{head}{', để xác định:' if vi else ', to establish:'}", "    ", "       ")
        for need in told:
            said = f"{_only_where(assessment, need, language)}{need['said'][language]}"
            yield from lines(f"- {said};", "       ", "         ")
        asking = {clause["id"]: clause["citation"][language] for need in told for clause in need["clauses"]}
        yield from lines(f"({_asked(list(asking.values()), language)})", "       ", "       ")


def _judged(assessment: Assessment[Any], needs: Sequence[Need], language: str) -> Iterator[str]:
    vi = language == "vi"
    for letter, need in zip(_letters(language), needs, strict=False):
        if "ended" in need:
            by = f": {need['ended'][language]}"
        else:
            bodies = bodies_said([Text(**body["label"]) for body in need["judges"]], language)
            by = f", do {bodies} đánh giá" if vi else f", to be judged by {bodies}"
        label = capital(f"{_only_where(assessment, need, language)}{need['label'][language]}")
        yield from lines(f"{letter}) {label}{by}.", "    ", "       ")
        if need["to_look_at"] is not None:
            look = need["to_look_at"][language]
            yield from lines(f"{'Tài liệu làm căn cứ' if vi else 'To look at'}: {look}.", "       ", "       ")
        asking = [clause["citation"][language] for clause in need["clauses"]]
        yield from lines(f"({_asked(asking, language)})", "       ", "       ")


def _questions(_: Assessment[Any], needs: Sequence[Need], language: str) -> Iterator[str]:
    for letter, need in zip(_letters(language), needs, strict=False):
        yield from lines(f"{letter}) {need['name']}: {need['label'][language]}", "    ", "       ")


def _asked(citations: Sequence[str], language: str) -> str:
    vi = language == "vi"
    return f"{'theo' if vi else 'under'} {joined(citations, 'và' if vi else 'and', mark='; ')}"


def _only_where(assessment: Assessment[Any], need: Need, language: str) -> str:
    """The case in which something is asked at all, while it is open whether the subject is one."""
    cases = [describe(case, language) for case in _cases(assessment, need)]
    if not cases:
        return ""
    return f"trong trường hợp {joined(cases, 'và')}: " if language == "vi" else f"where {joined(cases, 'and')}: "


def _cases(assessment: Assessment[Any], need: Need) -> list[Predicate]:
    """The guards still open before every place that reads it."""
    clauses = dict(assessment.clauses)
    name = need.get("register", need)["name"]
    before = [
        guards for place in need["clauses"] for guards in _guards(clauses.get(place["id"], assessment.found), name, ())
    ]
    return [guard for guard in before[0] if all(guard in guards for guards in before)] if before else []


def _guards(finding: Finding, name: str, before: tuple[Predicate, ...]) -> Iterator[tuple[Predicate, ...]]:
    if isinstance(finding.node, LEAVES):
        if any(what.name == name for what in facts_of(finding.node)):
            yield before
    elif isinstance(finding.node, Where):
        guard, body = finding.parts
        yield from _guards(guard, name, before)
        yield from _guards(body, name, before if guard.mask in FINALS else (*before, guard.node))
    else:
        for part in finding.parts:
            yield from _guards(part, name, before)


def _letters(language: str) -> Iterator[str]:
    """The letters of a list; the Vietnamese alphabet has its own."""
    alphabet = "abcdđeghiklmnopqrstuvxy" if language == "vi" else "abcdefghijklmnopqrstuvwxyz"
    yield from alphabet
    yield from (first + second for first in alphabet for second in alphabet)


def _closing(assessment: Assessment[Any], language: str) -> str:
    subject: Subject = assessment.dossier.subject
    asked = assessment.plan.vocabulary(type(subject)).addressee.of(subject.name, language)
    if language == "vi":
        return (
            f"Đề nghị {asked} gửi hồ sơ bổ sung về {_DOTS}{_DOTS} trước ngày ..... tháng ..... năm ......... để "
            "tổng hợp, trình cấp có thẩm quyền xem xét theo quy định./."
        )
    return (
        f"Please send what is asked to {_DOTS}{_DOTS} before the ..... day of ..... month, ......... year, so that the "
        "file can be put before the competent level as prescribed."
    )


def _foot(*, vi: bool) -> Iterator[str]:
    left = (
        ("Nơi nhận:", "- Như trên;", "- Lưu: VT, .....") if vi else ("To:", "- as above;", "- filed: archives, .....")
    )
    right = (
        ("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "(Chữ ký, dấu)", "Họ và tên")
        if vi
        else ("AUTHORITY AND POST OF THE SIGNATORY", "(signature, seal)", "full name")
    )
    for one, other in zip(left, right, strict=True):
        yield f"{one:<{_LEFT}}{other:^{WIDTH - _LEFT}}".rstrip()
