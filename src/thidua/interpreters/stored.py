"""What a stored explanation tells, as typed values: an assessment read back, years later and without its plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from thidua.displays import Shown
from thidua.errors import UnknownNameError, did_you_mean
from thidua.interpreters.explain import explain
from thidua.interpreters.receipts import body_digest
from thidua.texts import Text
from thidua.verdicts import Verdict


@frozen
class Receipt:
    """What the outcome depended on, by content, and for whom it was told."""

    library: str
    plan: str
    plan_digest: str
    amendments: tuple[str, ...]
    dossier_digest: str | None
    dossier_holds: str | None
    on: date
    review: str
    level: str
    sections: tuple[str, ...]
    body_digest: str


@frozen
class StoredNode:
    """One node: what was required, what was found, why. Below a leaf that is withheld nothing is told."""

    path: str
    node: str
    verdict: Verdict
    decisive: bool
    required: Text
    found: Text | None = None
    reasons: tuple[str, ...] = ()
    withheld: bool = False
    children: tuple[StoredNode, ...] = ()

    def walk(self) -> Iterator[StoredNode]:
        """The node and all nodes below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@frozen
class StoredClause:
    """One clause in its own words: its place, the readings it rested on with the option adopted, what was found."""

    id: str
    text: Text
    citation: Text
    readings: tuple[tuple[str, str | None], ...]
    found: StoredNode

    @property
    def verdict(self) -> Verdict:
        """The verdict on the clause, with what was still possible."""
        return self.found.verdict


@frozen
class StoredAssessment(Shown):
    """An assessment read back: verdicts with what was still possible, reasons, receipt.

    The name and the code are none where they are withheld. `document` is the whole explanation.
    """

    kind: str
    code: str | None
    name: str | None
    on: date
    review: str
    cut_off: date
    awaits_only_judgement: bool
    found: StoredNode
    clauses: tuple[StoredClause, ...]
    cautions: tuple[str, ...]
    receipt: Receipt
    document: Mapping[str, Any] = field(repr=False, hash=False)

    @property
    def verdict(self) -> Verdict:
        """The verdict on the group as a whole."""
        return self.found.verdict

    @property
    def is_intact(self) -> bool:
        """Whether the document says what it said when its receipt was made."""
        return body_digest(self.document) == self.receipt.body_digest

    def clause(self, name: str) -> StoredClause:
        """The clause of that id; `UnknownNameError` with the nearest one otherwise."""
        clauses = {clause.id: clause for clause in self.clauses}
        if name not in clauses:
            msg = f"the explanation has no clause {name!r}{did_you_mean(name, clauses)}"
            raise UnknownNameError(msg)
        return clauses[name]

    def of(self, name: str) -> Verdict:
        """The verdict on a clause."""
        return self.clause(name).verdict

    def said(self, language: str = "vi", level: str = "internal") -> str:
        """The explanation in words: all that it holds, or less at a lower level."""
        return explain(self.document, language, level)
