"""A dossier (hồ sơ): everything the papers say about one subject. Built bit by bit; every step gives a new one."""

from __future__ import annotations

from typing import Generic, TypeVar

from attrs import evolve, frozen

from thidua.errors import UnknownNameError, WrongOwnerError, WrongValueError
from thidua.evidence import Evidence, Paper
from thidua.nodes import ANY_OWNER
from thidua.sources import Document
from thidua.subjects import Subject

S = TypeVar("S", bound=Subject)


@frozen
class Dossier(Generic[S]):
    """The papers about one subject. What no paper says is not known; it is never false, zero or empty.

    Raises `WrongOwnerError` for evidence about another kind of subject, `WrongValueError` for papers that correct one
    another in a circle.
    """

    subject: S
    papers: tuple[Paper[S], ...] = ()

    def __attrs_post_init__(self) -> None:
        kind = type(self.subject).__name__
        strange = [
            f"{what.owner}.{what.name}"
            for paper in self.papers
            for said in paper.proves
            for what in [said.fact if isinstance(said, Evidence) else said.register]
            if what.owner not in (kind, ANY_OWNER)
        ]
        if strange:
            msg = f"{', '.join(strange)}: not known of a {kind}, which {self.subject.code} is"
            raise WrongOwnerError(msg)
        corrects = {paper.document: paper.corrects for paper in self.papers if paper.corrects}
        for start in corrects:
            after = corrects.get(start)
            while after is not None and after != start:
                after = corrects.get(after)
            if after is not None:
                msg = (
                    f"papers correct one another in a circle, from {start.number if start else 'a paper'!r} back to it"
                )
                raise WrongValueError(msg)

    def with_(self, *papers: Paper[S]) -> Dossier[S]:
        """The dossier with more papers."""
        return evolve(self, papers=(*self.papers, *papers))

    def without(self, document: Document) -> Dossier[S]:
        """The dossier without a document and all that it proves; `UnknownNameError` when it is not there."""
        kept = tuple(paper for paper in self.papers if paper.document != document)
        if len(kept) == len(self.papers):
            there = "; ".join(paper.document.number for paper in self.papers if paper.document) or "none"
            msg = f"no paper is document {document.number!r}; there are: {there}"
            raise UnknownNameError(msg)
        return evolve(self, papers=kept)
