"""A dossier as HTML: who it is about, and paper by paper what is on file."""

from __future__ import annotations

from typing import Any

from thidua.dossiers import Dossier
from thidua.evidence import Paper
from thidua.interpreters.filed_wording import NO_PAPERS, paper_said, subject_line
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.parts import folded, heading


def dossier_shown(dossier: Dossier[Any], language: str, level: str) -> Markup:
    """A dossier with its papers; what the level hides is said to be withheld."""
    papers = [paper_shown(paper, language, level) for paper in dossier.papers]
    who = tag("bdi", subject_line(dossier, level, language))
    return joined(heading(3, who), *(papers or [tag("p", NO_PAPERS.in_(language))]))


def paper_shown(paper: Paper[Any], language: str, level: str) -> Markup:
    """One paper, with what it proves."""
    cited, proves = paper_said(paper, language, level)
    told = tag("ul", *(tag("li", said) for said in proves)) if proves else None
    return folded(cited, told, open_=True, class_="item")
