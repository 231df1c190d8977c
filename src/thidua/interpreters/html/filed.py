"""A dossier as HTML: who it is about, and paper by paper what is on file."""

from __future__ import annotations

from typing import Any

from thidua.dossiers import Dossier
from thidua.interpreters.filed_wording import NO_PAPERS, papers_said, subject_line
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.parts import folded, heading


def dossier_shown(dossier: Dossier[Any], language: str, level: str) -> Markup:
    """A dossier with its papers; what the level hides is said to be withheld."""
    papers = [
        folded(cited, tag("ul", *(tag("li", said) for said in proves)) if proves else None, open_=True, class_="item")
        for cited, proves in papers_said(dossier, language, level)
    ]
    who = tag("bdi", subject_line(dossier, level, language))
    return joined(heading(3, who), *(papers or [tag("p", NO_PAPERS.in_(language))]))
