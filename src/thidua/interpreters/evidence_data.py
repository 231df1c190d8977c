"""The evidence a finding rests on, as data: what each paper says there, and the documents, each once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from thidua.digests import canonical
from thidua.evidence import Complete, Entry, Evidence, Paper, Said
from thidua.findings import Finding
from thidua.interpreters.found import leaves
from thidua.interpreters.loading.values import raw_value
from thidua.knowledge import Known, KnownRegister
from thidua.sources import Document
from thidua.texts import Text

Data = dict[str, Any]


def papers_of(finding: Finding) -> list[Data]:
    """The documents relied on, each once, in the order they are met."""
    return [document_data(document) for document in _documents(finding)]


def evidence_of(finding: Finding) -> list[Data]:
    """What the papers say of what a leaf reads, values as in a dossier; `paper` is a place in the list of documents."""
    documents = _documents(finding)
    return [
        {**_said_data(said), "paper": None if paper.document is None else documents.index(paper.document)}
        for paper, said in _said(finding)
    ]


def document_data(document: Document) -> Data:
    """A document as data, with the way it is cited."""
    cited = Text(document.cite("vi"), document.cite("en"))
    return {
        **dict(zip(("number", "issued_on", "issuer", "title"), canonical(document)[1:], strict=True)),
        "cite": {"vi": cited.vi, "en": cited.en},
    }


def _documents(finding: Finding) -> list[Document]:
    return list(dict.fromkeys(paper.document for paper, _ in _said(finding) if paper.document is not None))


def _said(finding: Finding) -> Iterator[tuple[Paper[Any], Said[Any]]]:
    """Every paper relied on with what it says here: of a place, an entry, or that a register is complete."""
    yield from _of_place(finding.known)
    for measure in finding.measures:
        for leaf in leaves(measure):
            yield from _of_place(leaf.known)
            yield from _of_register(leaf.register)
    yield from _of_register(finding.register)


def _of_place(known: Known | None) -> Iterator[tuple[Paper[Any], Said[Any]]]:
    yield from known.sources if known is not None else ()


def _of_register(held: KnownRegister | None) -> Iterator[tuple[Paper[Any], Said[Any]]]:
    if held is not None:
        for entry in held.entries:
            yield from entry.sources
        yield from held.declared


def _said_data(said: Said[Any]) -> Data:
    match said:
        case Evidence(fact=fact, value=value):
            days = {key: day.isoformat() for key in ("since", "until") if (day := getattr(said, key)) is not None}
            at = {} if said.at is None else {"at": said.at.id}
            judged = said.judgement
            by = {} if judged is None else {"by": judged.by, "on": judged.on.isoformat(), "reason": judged.reason}
            against = {"dissent": judged.dissent} if judged is not None and judged.dissent else {}
            return {"fact": fact.name, **at, **days, "value": raw_value(fact, value), **by, **against}
        case Entry(register=register, key=key, facts=facts):
            fields = {each.fact.name: raw_value(each.fact, each.value) for each in facts}
            return {"register": register.name, "entry": key, "fields": fields}
        case Complete(register=register):
            through = said.through.isoformat()
            return {"register": register.name, "complete": said.entries, "through": through, "by": said.by}
        case _:
            assert_never(said)
