"""The explanation document: an assessment as plain JSON-ready data, in both languages, with its receipt.

Text, Markdown and HTML are all rendered from it, so wording exists once and a stored assessment renders too.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from thidua import nodes as n
from thidua.clauses import Clause, Criteria
from thidua.digests import canonical, digest
from thidua.evidence import Paper
from thidua.findings import Assessment, Finding, Measure, awaits_only_judgement
from thidua.interpreters.decisive import deciding, deciding_clauses
from thidua.interpreters.describe import describe
from thidua.interpreters.found import LEAVES, Voice, found, leaves
from thidua.interpreters.papers import places_read, reads_surveys
from thidua.interpreters.reasons import reasons
from thidua.interpreters.wording import in_both
from thidua.knowledge import Caution
from thidua.movements import Plan
from thidua.nodes import Reading
from thidua.sources import Document
from thidua.subjects import Subject
from thidua.texts import Text
from thidua.verdicts import OUTSIDE, VERDICTS

FORMAT = "thidua.explanation/1"
Data = dict[str, Any]


def explanation(assessment: Assessment[Any]) -> Data:
    """The assessment as data: receipt, group, clauses in the order of the plan, cautions.

    Nothing in it needs this library to be read. What is undetermined keeps the set of what is still possible.
    """
    plan, setting = assessment.plan, assessment.setting
    surveys = {survey.id: survey.label for survey in plan.surveys}
    teller = _Teller(surveys)
    subject: Subject = assessment.dossier.subject
    words = plan.vocabulary(type(subject))
    group = assessment.criteria
    surveyed = reads_surveys(places_read(plan, type(subject).__name__, setting.surveys))
    outside = assessment.verdict.id == "not_applicable"
    return {
        "format": FORMAT,
        "receipt": receipt(assessment),
        "subject": {
            "kind": words.id,
            "label": _both(words.label),
            "code": subject.code,
            "name": subject.name,
        },
        "on": setting.on.isoformat(),
        "review": {"id": setting.review.id, "label": _both(setting.review.label)},
        "cut_off": setting.cut_off.isoformat(),
        "moments": {moment: _both(survey.label) for moment, survey in (setting.surveys if surveyed else ())},
        **_verdict(assessment.found.mask),
        "word": _both(OUTSIDE if outside else assessment.verdict.word),
        "awaits_only_judgement": assessment.awaits_only_judgement,
        "group": {
            "id": group.id,
            "text": {"vi": group.heading.text, "en": group.heading.en},
            **teller.node(assessment.found, group.id, decisive=True),
            "readings": [_reading(reading) for reading in group.rests_on],
        },
        "clauses": [
            teller.clause(group, group.clause(name), finding, decisive=decisive)
            for (name, finding), decisive in zip(assessment.clauses, _clauses_deciding(assessment), strict=True)
        ],
        "cautions": [_caution(caution) for caution in assessment.knowledge.cautions],
    }


def receipt(assessment: Assessment[Any]) -> Data:
    """What the outcome depends on, by content: equal receipts, equal bodies."""
    from importlib.metadata import version  # noqa: PLC0415  # costs more than the rest of the import; asked for rarely

    return {
        "library": f"thidua {version('thidua')}",
        "plan": assessment.plan.id,
        "plan_digest": plan_digest(assessment.plan),
        "amendments": [made.line for made in assessment.plan.amendments],
        "dossier_digest": digest(assessment.dossier),
        "on": assessment.setting.on.isoformat(),
        "review": assessment.setting.review.id,
    }


@lru_cache(maxsize=16)
def plan_digest(plan: Plan) -> str:
    """The content hash of a plan: the same in every process."""
    return digest(plan)


def _clauses_deciding(assessment: Assessment[Any]) -> list[bool]:
    reached = deciding_clauses(assessment)
    return [name in reached for name, _ in assessment.clauses]


class _Teller:
    """Tells findings as data, in both languages at once."""

    def __init__(self, surveys: Mapping[str, Text]) -> None:
        self.vi, self.en = Voice("vi", surveys), Voice("en", surveys)

    def clause(self, group: Criteria[Any], clause: Clause[Any], finding: Finding, *, decisive: bool) -> Data:
        return {
            "id": clause.id,
            "group": group.id,
            "text": {"vi": clause.text, "en": clause.en},
            "corrected": clause.corrected,
            "citation": _both(clause.citation),
            **self.node(finding, clause.id, decisive=decisive),
            "awaits_only_judgement": awaits_only_judgement(finding),
            "readings": [_reading(reading) for reading in clause.rests_on],
        }

    def node(self, finding: Finding, path: str, *, decisive: bool) -> Data:
        node = finding.node
        leaf = isinstance(node, LEAVES)
        data: Data = {
            "path": path,
            "node": type(node).__name__,
            **_verdict(finding.mask),
            "decisive": decisive,
            "required": _both(in_both(lambda language: describe(node, language))),
        }
        if isinstance(node, n.ClauseMet):
            return {**data, "clause": node.clause}
        if isinstance(node, n.Choose):
            data["reading"] = node.reading.id
        if leaf:
            data["found"] = {"vi": found(finding, self.vi), "en": found(finding, self.en)}
            data["reasons"] = reasons(finding)
            data["papers"] = _papers(finding)
        parts = zip(finding.parts, deciding(finding), strict=True)
        children = [
            self.node(part, f"{path}/{index}", decisive=decisive and decides)
            for index, (part, decides) in enumerate(parts)
        ]
        if isinstance(node, n.AreAll) and finding.register is not None:
            for entry, child in zip(finding.register.entries, children, strict=True):
                child["entry"] = entry.key
        if children:
            data["children"] = children
        return data


def _verdict(mask: int) -> Data:
    verdict = VERDICTS[mask]
    return {"verdict": verdict.id, "possible": [final.id for final in verdict]}


def _both(text: Text) -> Data:
    return {"vi": text.vi, "en": text.en}


def _reading(reading: Reading) -> Data:
    adopted = _both(reading.option(reading.adopted).label) if reading.adopted is not None else None
    return {
        "id": reading.id,
        "question": _both(reading.question),
        "adopted": reading.adopted,
        "adopted_label": adopted,
        "because": _both(reading.because),
        "flagged": reading.flagged,
    }


def _papers(finding: Finding) -> list[Data]:
    """The documents relied on, each once, in the order they are met."""
    papers: list[Paper[Any]] = [source.paper for source in finding.known.sources] if finding.known else []
    for measure in finding.measures:
        papers.extend(_papers_of(measure))
    held = finding.register
    if held is not None:
        papers.extend(paper for entry in held.entries for paper, _ in entry.sources)
        papers.extend(paper for paper, _ in held.declared)
    documents = dict.fromkeys(paper.document for paper in papers if paper.document is not None)
    return [document_data(document) for document in documents]


def _papers_of(measure: Measure) -> list[Paper[Any]]:
    papers: list[Paper[Any]] = []
    for leaf in leaves(measure):
        papers.extend(source.paper for source in (leaf.known.sources if leaf.known else ()))
        if leaf.register is not None:
            papers.extend(paper for entry in leaf.register.entries for paper, _ in entry.sources)
            papers.extend(paper for paper, _ in leaf.register.declared)
    return papers


def document_data(document: Document) -> Data:
    """A document as data, with the way it is cited."""
    cited = Text(document.cite("vi"), document.cite("en"))
    return {
        **dict(zip(("number", "issued_on", "issuer", "title"), canonical(document)[1:], strict=True)),
        "cite": _both(cited),
    }


def _caution(caution: Caution) -> Data:
    return {
        "code": caution.code,
        "text": _both(caution.text),
        "about": _both(caution.about),
        "detail": _both(caution.detail),
        "papers": [document_data(paper.document) for paper in caution.papers if paper.document is not None],
    }
