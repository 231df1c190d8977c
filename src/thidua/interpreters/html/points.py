"""What is required and what was found, node by node, as a list with shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.interpreters.explain import APPLIES, GROUPING, OUT, REQUIRED, TOGETHER, tells_margin
from thidua.interpreters.headline import shown
from thidua.interpreters.html.markup import Markup, tag
from thidua.interpreters.html.parts import definitions, listed, mark, say, word
from thidua.interpreters.wording import capital
from thidua.texts import Text

Data = Mapping[str, Any]


def points(nodes: Iterator[Markup]) -> Markup | None:
    """The list of some points; none where there are none."""
    told = list(nodes)
    return tag("ul", *told, class_="points") if told else None


def point(node: Data, language: str, head: Text = REQUIRED) -> Iterator[Markup]:
    """The points of a node, decisive ones first, in the order in which they are also told in text."""
    if "found" in node:
        yield _leaf(node, language, head)
        return
    if node["node"] == "ClauseMet":
        yield _item(node["verdict"], language, definitions([_required(node, language, head)]))
        return
    children = sorted(node.get("children", ()), key=lambda child: not child["decisive"])
    if node["node"] == "Where":
        guard, body = node["children"]
        yield from _where(guard, body, language)
        return
    if node["node"] == "Not" and "found" in children[0]:
        told = {**children[0], "verdict": node["verdict"], "required": node["required"], "margin": None}
        yield _leaf(told, language, head)
        return
    grouping = GROUPING.get(node["node"])
    if grouping and (len(children) > 1 or node["node"] == "Not"):
        yield _grouped(node, children, grouping, language, head)
        return
    for child in children:
        yield from point(child, language, head)


def _item(verdict: str, language: str, *inside: str | None) -> Markup:
    return tag("li", mark(verdict, language), tag("div", *inside))


def _required(node: Data, language: str, head: Text) -> tuple[str, str]:
    return capital(head.in_(language)), node["required"][language]


def _where(guard: Data, body: Data, language: str) -> Iterator[Markup]:
    if guard["verdict"] not in OUT:
        yield from point(guard, language, APPLIES)
        yield from point(body, language)
        return
    term = say(language, "Không yêu cầu", "Not asked")
    yield _item(
        "not_applicable",
        language,
        definitions([(term, body["required"][language])]),
        points(point(guard, language, APPLIES)),
    )


def _grouped(node: Data, children: list[Data], grouping: tuple[str, str], language: str, head: Text) -> Markup:
    def below() -> Iterator[Markup]:
        for child in children:
            inner = shown(child)
            if inner["node"] == "AllOf":
                yield _grouped(inner, inner["children"], TOGETHER, language, head)
            else:
                yield from point(child, language, head)

    said = tag("p", capital(grouping[0 if language == "vi" else 1]), " ", word(node["verdict"], language))
    return _item(node["verdict"], language, said, points(below()))


def _leaf(node: Data, language: str, head: Text) -> Markup:
    verdict = "not_applicable" if head is APPLIES and node["verdict"] == "not_met" else node["verdict"]
    margin = node["margin"]["text"][language] if head is REQUIRED and tells_margin(node) else None
    told = [
        _required(node, language, head),
        (say(language, "Thực tế", "Found"), node["found"][language] or None),
        (say(language, "Chênh lệch", "Margin"), margin),
        (say(language, "Giấy tờ", "Papers"), listed(paper["cite"][language] for paper in node.get("papers", ()))),
    ]
    return _item(verdict, language, definitions(told))
