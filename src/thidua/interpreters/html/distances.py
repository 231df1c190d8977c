"""Margins as HTML: under each clause what is asked, with its shape, the threshold, and how far from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.interpreters.headline import subject_said
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.parts import definitions, heading, mark
from thidua.interpreters.html.points import points
from thidua.interpreters.margins import Margins
from thidua.interpreters.margins_told import TITLE, closing, lines_of, margins_told
from thidua.interpreters.wording import capital

Data = Mapping[str, Any]


def margins_shown(margins: Margins, language: str, level: str) -> Markup:
    """The margins of an assessment, as they may be read at a level."""
    told = margins_told(margins, level)
    return joined(
        heading(3, f"{TITLE.in_(language)}: ", tag("bdi", subject_said(told.subject, language))),
        *(part for clause, leaves in told.clauses for part in _clause(clause, leaves, language)),
        *(tag("p", said) for said in closing(told, language)),
    )


def _clause(clause: Data, leaves: list[Data], language: str) -> Iterator[Markup | None]:
    place = tag("span", f"({clause['citation'][language]})", class_="place")
    yield tag("p", tag("strong", clause["id"]), " ", place)
    yield points(_leaf(leaf, language) for leaf in leaves)


def _leaf(leaf: Data, language: str) -> Markup:
    told = [(capital(term), said) for term, said in lines_of(leaf, language)]
    return tag("li", mark(leaf["verdict"], language), tag("div", definitions(told)))
