"""on_file(): of what is asked, what a dossier holds and what it lacks, and whether what it lacks could still decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from thidua.findings import Assessment, Finding
from thidua.interpreters.asked import Asked, asked_of
from thidua.interpreters.award import awards_open
from thidua.interpreters.found import LEAVES
from thidua.interpreters.wording import tally
from thidua.knowledge import UNHEARD_OF, Known, KnownRegister
from thidua.nodes import Fact, Kind, Predicate, Register
from thidua.sources import Document
from thidua.subjects import Subject
from thidua.texts import Text
from thidua.verdicts import FINALS, N

LACKS = {
    "missing": Text("chưa có giấy tờ", "nothing on file"),
    "judgement_pending": Text("chờ đánh giá", "awaiting a judgement"),
    "conflict": Text("các giấy tờ ghi khác nhau", "papers disagree"),
    "field_missing": Text("chưa có giấy tờ về", "nothing on file about"),
    "entries_not_filed": Text("mục đã khai nhưng chưa nộp", "entries declared but not on file"),
    "declaration_void": Text("số khai và số nộp không khớp", "more entries on file than declared"),
    "register_open": Text("chưa khai là đủ", "not declared complete"),
}
"""What may be lacking, by code; new ones may be added, none is ever given another meaning."""


@frozen
class Lack:
    """A code of `LACKS`, with the entry and the field concerned, or how many entries are not on file."""

    code: str
    entry: str = ""
    field: Fact | None = None
    number: int = 0

    def said(self, language: str = "vi") -> str:
        """The lack in words."""
        said = LACKS[self.code].in_(language)
        if self.number:
            said = f"{tally(self.number, language)} {said}"
        if self.field is not None:
            label, mark = self.field.label.in_(language), ":" if self.code == "conflict" else ""
            said = f"{said}{mark} {label} ({'mục' if language == 'vi' else 'entry'} {self.entry})"
        return said


@frozen
class OnFile:
    """One thing asked: the documents that tell it, what is lacking, and the places it leaves undetermined.

    `open_in` holds the ids of the clauses, group or forms that more papers about it could still decide. Of a register
    `declared` are the documents that declare it complete; a value without a document counts as `None`.
    """

    asked: Asked
    documents: tuple[Document | None, ...]
    lacks: tuple[Lack, ...]
    open_in: frozenset[str]
    declared: tuple[Document | None, ...] = ()
    entries: int = 0


def on_file(assessment: Assessment[Any]) -> tuple[OnFile, ...]:
    """Everything asked of the subject for the review assessed, in the order of the plan, with what is on file of it."""
    setting, knowledge = assessment.setting, assessment.knowledge
    subject: Subject = assessment.dossier.subject
    opened = dict(_open_conditions(assessment))
    found: list[OnFile] = []
    for asked in asked_of(assessment.plan, type(subject), on=setting.on, review=setting.review.id):
        open_in = frozenset(
            use.place for use in (*asked.clauses, *asked.forms) if use.condition in opened.get(use.place, ())
        )
        if isinstance(asked.what, Register):
            held = knowledge.registers.get(asked.place, UNHEARD_OF)
            filed = tuple(dict.fromkeys(paper.document for entry in held.entries for paper, _ in entry.sources))
            declared = tuple(dict.fromkeys(paper.document for paper, _ in held.declared))
            lacks = tuple(_lacks_of_register(held, asked.fields))
            found.append(OnFile(asked, filed, lacks, open_in, declared, len(held.entries)))
        else:
            known = knowledge.places.get(asked.place)
            sources = known.sources if known else ()
            documents = tuple(dict.fromkeys(source.paper.document for source in sources))
            found.append(OnFile(asked, documents, tuple(_lacks_of_fact(asked.what, known)), open_in))
    return tuple(found)


def _open_conditions(assessment: Assessment[Any]) -> Iterator[tuple[str, set[Predicate]]]:
    """The conditions that leave each place open; none in criteria that do not address the subject."""
    if assessment.found.mask != N:
        yield assessment.criteria.id, set(_open_leaves(assessment.found))
        for name, finding in assessment.clauses:
            yield name, set(_open_leaves(finding))
    for award in awards_open(assessment.plan, assessment):
        if award.verdict.mask not in FINALS:
            yield award.form.id, set(_open_leaves(award.guards))


def _open_leaves(finding: Finding) -> Iterator[Predicate]:
    if finding.mask in FINALS:
        return
    if isinstance(finding.node, LEAVES):
        yield finding.node
    else:
        for part in finding.parts:
            yield from _open_leaves(part)


def _lacks_of_fact(fact: Fact, known: Known | None) -> Iterator[Lack]:
    if known is None:
        yield Lack("judgement_pending" if fact.kind is Kind.JUDGED else "missing")
    elif known.conflict:
        yield Lack("conflict")


def _lacks_of_register(held: KnownRegister, fields: tuple[Fact, ...]) -> Iterator[Lack]:
    if not held.entries and not held.declared:
        yield Lack("missing")
    for entry in held.entries:
        for field in fields:
            known = entry.places.get(field.name)
            if known is None:
                yield Lack("field_missing", entry.key, field)
            elif known.conflict:
                yield Lack("conflict", entry.key, field)
    if held.void:
        yield Lack("declaration_void")
    elif held.unseen_high is None:
        yield Lack("register_open")
    if held.unseen_high:
        yield Lack("entries_not_filed", number=held.unseen_high)
