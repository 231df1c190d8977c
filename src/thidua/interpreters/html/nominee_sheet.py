"""A nominee's sheet: the one page of A4 that a member of the Council reads about it.

What each part says at length stands in the annex; a link leads there, and one from there leads back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from attrs import evolve

from thidua.interpreters.explain import setting_said
from thidua.interpreters.headline import left, subject_said
from thidua.interpreters.html.commendation import Conditions, commendation_shown
from thidua.interpreters.html.ended import WHO_JUDGES, ended_said, ended_told
from thidua.interpreters.html.explained import receipt_shown
from thidua.interpreters.html.helping import helping
from thidua.interpreters.html.lacking import Item, Lacking, lacking
from thidua.interpreters.html.letterhead import Letterhead
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.nominee import Nominee, link
from thidua.interpreters.html.parts import heading, say, word
from thidua.interpreters.html.sheet_clauses import clauses_shown
from thidua.interpreters.levels import WITHHELD
from thidua.interpreters.wording import capital, tally
from thidua.verdicts import WORDS

Data = Mapping[str, Any]
_DEFINITE = ("met", "not_met", "not_applicable")


def sheet_shown(nominee: Nominee, conditions: Conditions, level: str, language: str, head: Letterhead) -> Markup:
    """The sheet: verdict and reasons, clause by clause; what is missing, what would help, papers, forms, receipt."""
    data = nominee.data
    number = str(nominee.number)
    return tag(
        "section",
        tag(
            "p",
            say(
                language,
                f"Phiếu số {number} – {head.attached(language)} – để Hội đồng tham khảo, không phải là quyết định",
                f"Sheet {number} – {head.attached(language)} – for the Council to consult; not a decision",
            ),
            tag(
                "span",
                " · ",
                link(f"row-{number}", say(language, "danh sách", "list")),
                " · ",
                link(f"detail-{number}", say(language, "chi tiết", "details"), f"sheet-{number}"),
                class_="leads",
            ),
            class_="running",
        ),
        heading(
            3,
            f"{number}. ",
            tag("bdi", subject_said(data["subject"], language)),
            " ",
            word(data["verdict"], language, data["word"][language]),
            left(data, language),
        ),
        tag("p", setting_said(data, language), class_="setting"),
        tag("p", nominee.decided(language), class_="reason"),
        clauses_shown(nominee, language),
        *_parts(nominee, conditions, level, language),
        class_="sheet",
        aria_label=say(language, f"Phiếu số {number}: ", f"Sheet {number}: ") + nominee.name(language),
    )


def _parts(nominee: Nominee, conditions: Conditions, level: str, language: str) -> Iterator[Markup]:
    """The parts below the clauses, each with its heading beside it."""
    data = nominee.data
    yield _part(say(language, "Còn thiếu", "What is missing"), *_missing(nominee, language), class_="part missing")
    ended = ended_said(ended_told(data, language))
    if ended:
        yield _part(WHO_JUDGES.in_(language), tag("p", ended), class_="part brief")
    helps = [tag("p", line) for line in helping(data, language)]
    if helps:
        yield _part(say(language, "Cách khắc phục", "What would help"), *helps)
    papers = {paper["cite"][language]: paper for paper in _papers([data["group"], *data["clauses"]])}
    if papers:
        listed = tag("ul", *(tag("li", cited) for cited in _by_issuer(papers.values(), language)), class_="run")
        yield _part(say(language, f"Giấy tờ ({len(papers)})", f"Papers ({len(papers)})"), listed)
    if nominee.awards is not None:
        yield _part(
            say(language, "Khen thưởng", "Commendation"),
            commendation_shown(nominee.awards, conditions, level, language),
            class_="part brief",
        )
    if nominee.turns is not None:
        yield _part(say(language, "Cách hiểu", "Readings"), _turns(nominee, language), class_="part brief")
    if data["cautions"]:
        cautions = (tag("li", said) for said in _cautions(data["cautions"], language))
        yield _part(say(language, "Lưu ý", "Cautions"), tag("ul", *cautions, class_="run"))
    yield _part(say(language, "Ý kiến Hội đồng", "Opinion"), tag("p", class_="leader"))
    receipt = tag("div", receipt_shown(data["receipt"], language), class_="receipt")
    yield _part(say(language, "Biên nhận", "Receipt"), receipt, class_="part last")


def _part(title: str, *inside: str | None, class_: str = "part") -> Markup:
    return tag("div", heading(4, title), tag("div", *inside), class_=class_)


def _missing(nominee: Nominee, language: str) -> Iterator[Markup]:
    """What is missing: first what is to be filed, then, apart, what a body has to judge."""
    found = lacking(nominee.data, language)
    if nominee.data["verdict"] in _DEFINITE:
        yield tag("p", say(language, "Không cần bổ sung gì để kết luận.", "Nothing more is needed for a verdict."))
        return
    if found.papers:
        yield _items(say(language, "Giấy tờ, xác nhận phải bổ sung", "Papers to be filed"), found.papers)
    if found.judgements:
        title = say(language, "Phần phải đánh giá, phần mềm không làm thay", "To be judged; software cannot")
        yield tag("div", _items(title, found.judgements), class_="judged")
    yield from (tag("p", said) for said in _besides(found, language))


def _items(title: str, items: tuple[Item, ...]) -> Markup:
    return joined(tag("p", tag("strong", f"{title} ({len(items)}):")), *_lists(items))


def _lists(items: tuple[Item, ...]) -> Iterator[Markup]:
    """The items numbered through; of those that ask for the same, or are told by the same paper, that is said once."""
    start = 1
    for head, members in groupby(_headed(items), key=itemgetter(0)):
        told = [item for _, item in members]
        if head:
            yield tag("p", f"{capital(head)}:")
        lines = (tag("li", said(item)) for item in told)
        first = None if start == 1 else str(start)
        yield tag("ol", *lines, start=first, class_="alike" if head else None)
        start += len(told)


def _headed(items: tuple[Item, ...]) -> Iterator[tuple[str, Item]]:
    """Each item after what it has in common with those beside it: what is to be sent, or else the paper and clause."""
    for asked, members in groupby(items, key=lambda item: item.asked):
        for paper, alike in groupby(members, key=lambda item: "" if asked or not item.document else _paper(item)):
            told = list(alike)
            head = (asked or paper) if len(told) > 1 else ""
            short = (evolve(item, asked="") if asked else Item(item.said) for item in told)
            yield from zip([head] * len(told), short if head else told, strict=True)


def _paper(item: Item) -> str:
    return said(evolve(item, said=""))


def said(item: Item) -> str:
    """What is missing, in one line."""
    whole = ": ".join(filter(None, (item.said, item.asked)))
    told = " – ".join(filter(None, (whole, item.document)))
    clauses = f"[{', '.join(item.clauses)}]" if item.clauses else ""
    return " ".join(filter(None, (told, clauses)))


def _besides(found: Lacking, language: str) -> Iterator[str]:
    if found.others:
        yield say(
            language,
            f"Hoặc một trong {tally(found.others)} cách bổ sung khác, nêu ở phần chi tiết.",
            f"Or one of {found.others} other ways, told in the details.",
        )
    yield from found.notes


def _papers(nodes: Iterable[Data]) -> Iterator[Data]:
    for node in nodes:
        yield from node.get("papers", ())
        yield from _papers(node.get("children", ()))


def _by_issuer(papers: Iterable[Data], language: str) -> Iterator[str]:
    """The papers, those of one issuer together."""
    issued: dict[str, list[str]] = {}
    for paper in papers:
        cited = paper["cite"][language]
        ends = f" của {paper['issuer']}", f", {paper['issuer']}"
        issued.setdefault(paper["issuer"], []).append(cited.removesuffix(ends[0]).removesuffix(ends[1]))
    for issuer, cited in issued.items():
        yield f"{issuer}: {'; '.join(dict.fromkeys(cited))}"


def _cautions(cautions: Iterable[Data], language: str) -> Iterator[str]:
    """What a reader should know, those that say the same together; the papers they name stand in the annex."""
    about: dict[str, list[str]] = {}
    for caution in cautions:
        papers = [paper["cite"][language] for paper in caution.get("papers", ())]
        named = caution["about"][language] or next(iter(papers), WITHHELD.in_(language))
        about.setdefault(caution["text"][language], []).append(named)
    for text, named in about.items():
        yield f"{'; '.join(dict.fromkeys(named))}: {text}"


def _turns(nominee: Nominee, language: str) -> Markup:
    """The readings under which the verdict would be another: first those that settle it the other way."""
    turns = nominee.turns or ()
    if not turns:
        nothing = say(
            language,
            "Với giấy tờ hiện có, không cách hiểu nào khác làm thay đổi kết luận.",
            "No other reading changes the verdict, as the papers are.",
        )
        return tag("p", nothing)
    lines: list[Markup] = []
    for verdict in _DEFINITE:
        told = [
            f"{turn.reading.id} “{turn.option.label.in_(language)}”" for turn in turns if turn.verdict.id == verdict
        ]
        if told:
            would_be = say(language, "Kết luận sẽ là", "Would be")
            lines.append(tag("li", f"{would_be} {WORDS[verdict].in_(language)}: {'; '.join(told)}."))
    open_ = ", ".join(dict.fromkeys(turn.reading.id for turn in turns if turn.verdict.id == "undetermined"))
    if open_:
        lines.append(
            tag(
                "li",
                say(language, f"Sẽ phải bổ sung giấy tờ: {open_}.", f"Would ask for more papers: {open_}."),
            )
        )
    return tag("ul", *lines)
