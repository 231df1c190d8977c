"""The table of nominees: how many came out each way, then group by group who, with what decides and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from thidua.interpreters.explain import SHAPES
from thidua.interpreters.html.lacking import lacking
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.nominee import Nominee, link
from thidua.interpreters.html.parts import heading, say, table, word
from thidua.interpreters.wording import tally
from thidua.texts import Text
from thidua.verdicts import OUTSIDE, WORDS

ROOT_WORDS = {**{verdict: WORDS[verdict] for verdict in SHAPES}, "not_applicable": OUTSIDE}
"""The four words as they are said of a nominee."""
_IN_ORDER = Text(
    "Trong mỗi nhóm, các đối tượng được ghi theo thứ tự đưa hồ sơ vào; thứ tự này không phải là xếp hạng. Số ở "
    "cột “Phiếu số” dẫn đến phiếu của đối tượng tại Phụ lục I.",
    "Within each group nominees stand in the order in which their dossiers were given, which is no ranking. The number "
    "of a sheet leads to the sheet of the nominee.",
)


def nominees_shown(nominees: Sequence[Nominee], language: str) -> Iterator[Markup]:
    """The totals by group and verdict, then the nominees of each group in the order given."""
    if not nominees:
        yield tag("p", say(language, "Không có đối tượng nào được xét.", "There are no nominees."))
        return
    groups = [list(members) for _, members in groupby(nominees, key=lambda each: each.data["group"]["id"])]
    yield _totals(groups, language)
    yield tag("p", _IN_ORDER.in_(language))
    for members in groups:
        yield from _group(members, language)


def _totals(groups: Sequence[Sequence[Nominee]], language: str) -> Markup:
    head = [
        say(language, "Nhóm đối tượng", "Group"),
        say(language, "Số hồ sơ", "Dossiers"),
        *(word(verdict, language, said.in_(language)) for verdict, said in ROOT_WORDS.items()),
        say(language, "Trong đó chỉ còn chờ đánh giá", "Of these, awaiting only judgement"),
    ]
    rows = [[members[0].data["group"]["text"][language], *_counts(members)] for members in groups]
    everybody = [each for members in groups for each in members]
    rows.append([tag("strong", say(language, "Cộng", "In all")), *map(_strong, _counts(everybody))])
    title = say(language, "Tổng hợp kết luận theo nhóm đối tượng", "Verdicts by group")
    return joined(heading(3, title), tag("div", table(head, rows, title), class_="totals"))


def _counts(members: Sequence[Nominee]) -> list[str]:
    verdicts = [each.data["verdict"] for each in members]
    waiting = sum(each.data["awaits_only_judgement"] for each in members)
    return [str(len(members)), *(str(verdicts.count(verdict)) for verdict in ROOT_WORDS), str(waiting)]


def _strong(said: str) -> Markup:
    return tag("strong", said)


def _group(members: Sequence[Nominee], language: str) -> Iterator[Markup]:
    head = [
        say(language, "Phiếu số", "Sheet"),
        say(language, "Đối tượng (loại, mã)", "Nominee (kind, code)"),
        say(language, "Kết luận", "Verdict"),
        say(language, "Lý do quyết định", "What decides"),
        say(language, "Còn thiếu", "Missing"),
    ]
    title = members[0].data["group"]["text"][language]
    yield heading(3, title)
    yield tag("div", table(head, (_row(each, language) for each in members), title), class_="list")


def _row(nominee: Nominee, language: str) -> list[str]:
    data, number = nominee.data, str(nominee.number)
    kind, code = data["subject"]["label"][language], data["subject"]["code"]
    return [
        link(f"sheet-{number}", number, f"row-{number}"),
        joined(tag("bdi", nominee.name(language)), None if code is None else f" ({kind}, {code})"),
        word(data["verdict"], language, data["word"][language]),
        nominee.reason(language),
        _missing(nominee, language),
    ]


def _missing(nominee: Nominee, language: str) -> str:
    """How much is missing: papers, and judgements by themselves."""
    found = lacking(nominee.data, language)
    papers, judgements = len(found.papers), len(found.judgements)
    told: list[str] = []
    if papers:
        told.append(say(language, f"{tally(papers)} giấy tờ", f"{papers} paper{'s' * (papers > 1)}"))
    if judgements:
        told.append(say(language, f"{tally(judgements)} đánh giá", f"{judgements} judgement{'s' * (judgements > 1)}"))
    if nominee.data["awaits_only_judgement"]:
        told.append(say(language, "chỉ còn chờ đánh giá", "awaiting only judgement"))
    return "; ".join(told) or say(language, "không thiếu", "nothing")
