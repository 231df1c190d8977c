"""The table of a nominee's sheet: every clause in its own words, with its verdict and what that rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from thidua.interpreters.headline import addressed, left
from thidua.interpreters.html.ended import without_ended
from thidua.interpreters.html.grounds import ground_said, grounds
from thidua.interpreters.html.lacking import lacking
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.nominee import Nominee
from thidua.interpreters.html.parts import mark, say, table, word

Data = Mapping[str, Any]
_LONG = 2_000
"""From how many letters on grounds may run over to the next page; shorter ones stay together."""


def clauses_shown(nominee: Nominee, language: str) -> Markup:
    """Every clause in its own words, with its verdict and what that rests on."""
    head = [
        say(language, "Tiêu chí, kết luận", "Criterion, verdict"),
        say(language, "Lời văn của kế hoạch", "In the words of the plan"),
        say(language, "Căn cứ", "Grounds"),
    ]
    group = nominee.data["group"]
    guard = addressed(group)
    told = {item.document for item in lacking(nominee.data, language).papers} - {""}
    rows = [] if guard is None else [_guard_row(group, guard, told, language)]
    rows += [_row(clause, told, language, asked=nominee.is_addressed) for clause in nominee.data["clauses"]]
    return table(head, rows, say(language, "Từng tiêu chí", "Criterion by criterion"))


def _guard_row(group: Data, guard: Data, told: Iterable[str], language: str) -> list[str]:
    verdict = "not_applicable" if guard["verdict"] == "not_met" else guard["verdict"]
    addresses = say(language, "Đối tượng của nhóm", "Whom the group addresses")
    said = {
        "met": say(language, "thuộc đối tượng", "addressed"),
        "not_applicable": say(language, "không thuộc đối tượng", "not addressed"),
    }
    return [
        joined(
            tag("strong", group["id"]),
            " ",
            word(verdict, language, said.get(verdict)),
            tag("span", addresses, class_="place"),
        ),
        tag("span", group["text"][language]),
        _grounds(guard, told, language) or "",
    ]


def _row(clause: Data, told: Iterable[str], language: str, *, asked: bool) -> list[str]:
    """A clause; of one that is not asked of the nominee only the sentence."""
    if asked:
        verdict = joined(word(clause["verdict"], language), left(clause, language))
    else:
        verdict = word("not_applicable", language, say(language, "không xét", "not judged"))
    place = tag("span", clause["citation"][language], class_="place")
    return [
        joined(tag("strong", clause["id"]), " ", verdict, place),
        tag("span", f"“{clause['text'][language]}”", class_="verbatim"),
        (_grounds(clause, told, language) if asked else None) or "",
    ]


def _grounds(node: Data, told: Iterable[str], language: str) -> Markup | None:
    """The grounds in one line each; a shape before those that count otherwise than the whole."""
    leaves = [without_ended(leaf, language) for leaf in grounds(node)]
    lines = dict.fromkeys((leaf["verdict"], _without_papers(ground_said(leaf, language), told)) for leaf in leaves)
    items = [
        tag("li", *([mark(verdict, language), " "] if verdict != node["verdict"] else []), said)
        for verdict, said in lines
        if said
    ]
    long = sum(len(item) for item in items) > _LONG
    return tag("ul", *items, class_="grounds long" if long else "grounds") if items else None


def _without_papers(said: str, told: Iterable[str]) -> str:
    """A ground without the papers that usually prove it, where they are told below of what is missing."""
    for paper in told:
        said = re.sub(rf"; [^;:]*: {re.escape(paper)}(?=[;)]|$)", "", said)
    return said
