"""The inverse of `load`: a dossier as plain data in the format it reads."""

from __future__ import annotations

from typing import Any, assert_never

from thidua.dossiers import Dossier, Succession
from thidua.errors import DuplicateNameError, UnknownNameError, did_you_mean, expect
from thidua.evidence import Complete, Entry, Evidence, Said
from thidua.interpreters.loading.shapes import (
    FORMAT,
    RawComplete,
    RawDocument,
    RawDossier,
    RawEntry,
    RawJudgement,
    RawPaper,
    RawSaid,
    RawSubject,
    RawSuccession,
    RawUnit,
    RawValue,
)
from thidua.interpreters.loading.structuring import converter
from thidua.interpreters.loading.trees import Bad
from thidua.interpreters.loading.values import raw_value
from thidua.movements import Plan, Vocabulary
from thidua.sources import Document
from thidua.subjects import Subject


def dump(plan: Plan, dossier: Dossier[Any]) -> dict[str, Any]:
    """The dossier as JSON-ready data, in the order of its papers; loading it gives an equal dossier.

    A paper gets an id, `p1` for the first, only where another corrects it. Raises `UnknownNameError` for a kind of
    subject, fact, register or survey that the plan does not know, `DuplicateNameError` for an entry that says one field
    twice.
    """
    expect(plan, Plan)
    expect(dossier, Dossier)
    raw = RawDossier(format=FORMAT, **_told(plan, dossier))
    data: dict[str, Any] = converter().unstructure(raw)
    return data


def _told(plan: Plan, dossier: Dossier[Any]) -> dict[str, Any]:
    """Who a dossier is about, its papers, and what was taken over."""
    subject: Subject = dossier.subject
    words = plan.vocabulary(type(subject))
    _check_words(plan, words, dossier)
    corrected = {paper.corrects for paper in dossier.papers if paper.corrects}
    names: dict[Document | None, str] = {}
    for number, paper in enumerate(dossier.papers, start=1):
        if paper.document in corrected:
            names.setdefault(paper.document, f"p{number}")
    papers: list[RawPaper | Bad] = [
        RawPaper(
            id=names[paper.document] if names.get(paper.document) == f"p{number}" else None,
            document=_document(paper.document),
            corrects=names.get(paper.corrects) or _document(paper.corrects),
            proves=[_said(said) for said in paper.proves],
        )
        for number, paper in enumerate(dossier.papers, start=1)
    ]
    who = RawSubject(kind=words.id, code=subject.code, name=subject.name)
    return {"subject": who, "papers": papers, "succession": _succession(plan, dossier.succession)}


def _succession(plan: Plan, succession: Succession[Any] | None) -> RawSuccession | None:
    if succession is None:
        return None
    return RawSuccession(
        document=_filed(succession.document),
        on=succession.on,
        units=[RawUnit(**_told(plan, unit)) for unit in succession.units],
        missing=list(succession.missing) or None,
        renaming=succession.renaming or None,
    )


def _check_words(plan: Plan, words: Vocabulary, dossier: Dossier[Any]) -> None:
    for paper in dossier.papers:
        for said in paper.proves:
            what = said.fact if isinstance(said, Evidence) else said.register
            if what not in words.facts and what not in words.registers:
                msg = f"plan {plan.id} does not know {what.owner}.{what.name}{did_you_mean(what.name, words.names())}"
                raise UnknownNameError(msg)
            at = said.at if isinstance(said, Evidence) else None
            if at is not None and at not in plan.surveys:
                msg = f"plan {plan.id} has no survey {at.id!r}{did_you_mean(at.id, [s.id for s in plan.surveys])}"
                raise UnknownNameError(msg)


def _document(document: Document | None) -> RawDocument | None:
    return None if document is None else _filed(document)


def _filed(document: Document) -> RawDocument:
    return RawDocument(
        number=document.number or None,
        issued_on=document.issued_on,
        issuer=document.issuer,
        title=document.title or None,
    )


def _said(said: Said[Any]) -> RawSaid:
    match said:
        case Evidence():
            return _evidence(said)
        case Entry(register=register, key=key, facts=facts):
            fields = {evidence.fact.name: raw_value(evidence.fact, evidence.value) for evidence in facts}
            if len(fields) < len(facts):
                msg = f"{register.owner}.{register.name} {key!r} says one field twice: give each source its own paper"
                raise DuplicateNameError(msg)
            return RawEntry(register=register.name, entry=key, fields=fields)
        case Complete(register=register):
            return RawComplete(register=register.name, complete=said.entries, through=said.through, by=said.by)
        case _:
            assert_never(said)


def _evidence(said: Evidence[Any]) -> RawValue | RawJudgement:
    name, value, judgement = said.fact.name, raw_value(said.fact, said.value), said.judgement
    if judgement is None:
        at = said.at.id if said.at else None
        return RawValue(fact=name, at=at, since=said.since, until=said.until, value=value)
    by, on, reason = judgement.by, judgement.on, judgement.reason
    return RawJudgement(fact=name, judged=value, by=by, on=on, reason=reason, dissent=judgement.dissent or None)
