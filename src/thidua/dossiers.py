"""A dossier (hồ sơ): everything the papers say about one subject. Built bit by bit; every step gives a new one."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Any, Generic, TypeVar

from attrs import evolve, field, frozen

from thidua.digests import ADDED_LATER
from thidua.displays import Shown, text_of
from thidua.errors import UnknownNameError, WrongOwnerError, WrongValueError
from thidua.evidence import Evidence, Paper
from thidua.filing import Filing, file_papers
from thidua.nodes import ANY_OWNER
from thidua.sources import Document
from thidua.subjects import Subject

S = TypeVar("S", bound=Subject)


@frozen
class Dossier(Shown, Generic[S]):
    """The papers about one subject. What no paper says is not known; it is never false, zero or empty.

    Raises `WrongOwnerError` for evidence about another kind of subject, `WrongValueError` for papers that are no tuple
    or that correct one another in a circle. `succession` holds what the subject took over from units that ended;
    `succeed` makes it.
    """

    subject: S
    papers: tuple[Paper[S], ...] = ()
    succession: Succession[S] | None = field(default=None, metadata={ADDED_LATER: True})

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # noqa: FBT001  # as pretty printers call it
        """How Hypothesis prints a counter-example: as `repr` does, nothing withheld, but in words."""
        printer.text(text_of(self, level="internal"))

    def __attrs_post_init__(self) -> None:
        subject: object = self.subject
        if not isinstance(subject, Subject):
            msg = f"subject= is a subject such as Commune(code, name) but got {subject!r} ({type(subject).__name__})"
            raise WrongValueError(msg)
        papers: object = self.papers
        if not isinstance(papers, tuple):
            write = "(paper,) or call with_(paper)" if isinstance(papers, Paper) else "tuple(papers)"
            msg = f"papers= is a tuple of papers but got {type(papers).__name__}; write {write}"
            raise WrongValueError(msg)
        loose = [type(paper).__name__ for paper in self.papers if not isinstance(paper, Paper)]
        if loose:
            msg = f"papers= holds papers, made with Paper(document, …), but got {', '.join(loose)}"
            raise WrongValueError(msg)
        kind = type(self.subject).__name__
        strange = [
            f"{what.owner}.{what.name}"
            for paper in self.papers
            for said in paper.proves
            for what in [said.fact if isinstance(said, Evidence) else said.register]
            if what.owner not in (kind, ANY_OWNER)
        ]
        if strange:
            msg = f"{', '.join(strange)}: not known of a {kind}, which {self.subject.code} is; take what a {kind} has"
            raise WrongOwnerError(msg)
        others = [u.subject.code for u in self.former() if type(u.subject) is not type(self.subject)]
        if others:
            msg = f"{kind} {self.subject.code} takes over units of its own kind, and so not {', '.join(others)}"
            raise WrongOwnerError(msg)
        corrects: dict[Document | None, list[Document]] = {}
        for paper in self.papers:
            if paper.corrects is not None:
                corrects.setdefault(paper.document, []).append(paper.corrects)
        try:
            TopologicalSorter(corrects).prepare()
        except CycleError as error:
            circle = error.args[1]
            start = next(document for document in corrects if document is not None and document in circle)
            msg = f"papers correct one another in a circle, from {start.number or start.title} back to it"
            raise WrongValueError(msg) from None

    @cached_property
    def filing(self) -> Filing:
        """What its papers say, sorted by place; made when first asked for."""
        return file_papers(self.papers)

    def former(self) -> tuple[Dossier[S], ...]:
        """The dossiers of the units it took over, if any."""
        return () if self.succession is None else self.succession.units

    def with_(self, *papers: Paper[S]) -> Dossier[S]:
        """The dossier with more papers."""
        return evolve(self, papers=(*self.papers, *papers))

    def without(self, what: Document | Paper[S]) -> Dossier[S]:
        """The dossier without a document and all that it proves, or without a paper such as one that has no document.

        `UnknownNameError` when it is not there.
        """
        given: object = what
        if not isinstance(given, Document | Paper):
            msg = f"without() takes a document or a paper of the dossier but got {given!r} ({type(given).__name__})"
            raise WrongValueError(msg)
        kept = tuple(paper for paper in self.papers if what not in (paper, paper.document))
        if len(kept) == len(self.papers):
            document = what.document if isinstance(what, Paper) else what
            sought = (
                "the one given, without a document" if document is None else f"document {_named(document)!r} as given"
            )
            there = "; ".join(_named(paper.document) for paper in self.papers if paper.document) or "none"
            msg = f"no paper is {sought}; there are: {there}"
            raise UnknownNameError(msg)
        return evolve(self, papers=kept)


def _named(document: Document) -> str:
    return document.number or document.title


@frozen
class Succession(Generic[S]):
    """The units that ended on a day, as their own papers tell of them, and those of which no dossier is at hand.

    `renaming` says that one unit only took another name or code: then everything goes over, judgements too.
    """

    document: Document
    on: date
    units: tuple[Dossier[S], ...]
    missing: tuple[str, ...] = ()
    renaming: bool = False

    def __attrs_post_init__(self) -> None:
        codes = [unit.subject.code for unit in self.units] + list(self.missing)
        if not codes or len(codes) > len(set(codes)) or (self.renaming and (len(codes) > 1 or self.missing)):
            msg = f"a succession has former units, each once, and a renaming has one with its dossier; got {codes}"
            raise WrongValueError(msg)
