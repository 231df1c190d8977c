"""Findings as data: each node with what is required, what was found, how far it is, and on what it rests.

Everything is told here, as for those who verify; `redaction` leaves out what others may not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from thidua import nodes as n
from thidua.clauses import Clause, Criteria
from thidua.findings import Finding, awaits_only_judgement
from thidua.interpreters.decisive import deciding
from thidua.interpreters.describe import describe
from thidua.interpreters.evidence_data import document_data, evidence_of, papers_of
from thidua.interpreters.found import LEAVES, found, leaves, missing_said
from thidua.interpreters.levels import LEVELS, sensitivity_of_caution, sensitivity_of_leaf
from thidua.interpreters.margins import Margin, Threshold, margin_of
from thidua.interpreters.reasons import reasons
from thidua.interpreters.voice import Voice
from thidua.interpreters.wording import in_both
from thidua.knowledge import Caution
from thidua.nodes import Fact, Reading
from thidua.quantities import SHARE
from thidua.texts import Text
from thidua.verdicts import VERDICTS
from thidua.walks import facts_of

Data = dict[str, Any]


class Teller:
    """Tells findings as data, in both languages at once."""

    def __init__(self, voices: tuple[Voice, Voice], cautions: Sequence[Caution], reached: frozenset[int]) -> None:
        self.vi, self.en = voices
        self.cautions = [caution.of for caution in cautions]
        self.reached = reached

    def group(self, group: Criteria[Any], finding: Finding) -> Data:
        """The group as a whole: how its clauses count together."""
        return {
            "id": group.id,
            "text": {"vi": group.heading.text, "en": group.heading.en},
            "citation": both(group.heading.citation),
            **self.node(finding, group.id),
            "readings": [_reading(reading) for reading in group.rests_on],
        }

    def clause(self, group: Criteria[Any], clause: Clause[Any], finding: Finding) -> Data:
        """A clause in its own words, with its place and its readings."""
        return {
            "id": clause.id,
            "group": group.id,
            "text": {"vi": clause.text, "en": clause.en},
            "corrected": clause.corrected,
            "citation": both(clause.citation),
            **self.node(finding, clause.id),
            "awaits_only_judgement": awaits_only_judgement(finding),
            "readings": [_reading(reading) for reading in clause.rests_on],
        }

    def node(self, finding: Finding, path: str, *, decides: bool | None = None, inside: str = LEVELS[0]) -> Data:
        """A node and all below it; `inside` is the sensitivity of the register whose entry it speaks of.

        What is decisive belongs to some `why`; below a leaf, in the entries of a register, `decides` says so.
        """
        node = finding.node
        decisive = id(finding) in self.reached if decides is None else decides
        data: Data = {
            "path": path,
            "node": type(node).__name__,
            **verdict_data(finding.mask),
            "decisive": decisive,
            "required": both(in_both(lambda language: describe(node, language))),
        }
        if isinstance(node, n.ClauseMet):
            return {**data, "clause": node.clause}
        if isinstance(node, n.Choose):
            data["reading"] = node.reading.id
        leaf = isinstance(node, LEAVES)
        if leaf:
            inside = sensitivity_of_leaf(node, inside)
            data.update(self._leaf(finding, inside))
        parts = zip(finding.parts, deciding(finding), strict=True)
        below = leaf or decides is not None
        children = [
            self.node(part, f"{path}/{index}", decides=decisive and one if below else None, inside=inside)
            for index, (part, one) in enumerate(parts)
        ]
        if isinstance(node, n.AreAll) and finding.register is not None:
            for entry, child in zip(finding.register.entries, children, strict=True):
                child["entry"] = entry.key
        if children:
            data["children"] = children
        return data

    def _leaf(self, finding: Finding, sensitivity: str) -> Data:
        distance = margin_of(finding)
        read = facts_of(finding.node)
        return {
            "found": {"vi": found(finding, self.vi), "en": found(finding, self.en)},
            "reasons": reasons(finding),
            "missing": [
                {"vi": missing_said(fact, self.vi, place), "en": missing_said(fact, self.en, place)}
                for fact, place in _missing(finding)
            ],
            "sensitivity": sensitivity,
            "withheld": False,
            "papers": papers_of(finding),
            "evidence": evidence_of(finding),
            "threshold": None if distance is None or distance[0] is None else _threshold(distance[0]),
            "margin": None if distance is None else _margin(distance[1]),
            "cautions": [place for place, of in enumerate(self.cautions) if of in read],
        }


def _missing(finding: Finding) -> list[tuple[Fact, str]]:
    """The facts, each at its place, that a leaf compares and of which nothing is on file."""
    read = [leaf for measure in finding.measures for leaf in leaves(measure) if leaf.known is None]
    terms = [(leaf.term, leaf.place) for leaf in read]
    found = [(term.fact, place) for term, place in terms if isinstance(term, n.Recorded | n.RecordedDay)]
    return list(dict.fromkeys(found))


def verdict_data(mask: int) -> Data:
    """A verdict with the finals still possible."""
    verdict = VERDICTS[mask]
    return {"verdict": verdict.id, "possible": [final.id for final in verdict]}


def both(text: Text) -> Data:
    """The same words in both languages."""
    return {"vi": text.vi, "en": text.en}


def _reading(reading: Reading) -> Data:
    adopted = both(reading.option(reading.adopted).label) if reading.adopted is not None else None
    return {
        "id": reading.id,
        "question": both(reading.question),
        "adopted": reading.adopted,
        "adopted_label": adopted,
        "because": both(reading.because),
        "flagged": reading.flagged,
    }


def _threshold(threshold: Threshold) -> Data:
    times = 100 if threshold.unit == SHARE else 1
    return {
        "low": _number(threshold.low, times),
        "high": _number(threshold.high, times),
        "unit": "percent" if threshold.unit == SHARE else threshold.unit.id,
        "exclusive": threshold.exclusive,
        "text": both(threshold.text),
    }


def _margin(margin: Margin) -> Data:
    times = 100 if margin.unit == SHARE else 1
    low, high = margin.share or (None, None)
    return {
        "side": margin.side,
        "low": _number(margin.low, times),
        "high": _number(margin.high, times),
        "unit": "percentage_point" if margin.unit == SHARE else margin.unit.id,
        "percent": None if margin.share is None else {"low": _number(low, 100), "high": _number(high, 100)},
        "text": both(margin.text),
    }


def _number(value: Any, times: int) -> Any:
    """A number as JSON keeps it exactly: whole, or as the text of a fraction; a day as ISO writes it."""
    if value is None or isinstance(value, date):
        return None if value is None else value.isoformat()
    number = Fraction(value) * times
    return int(number) if number.denominator == 1 else str(number)


def caution_data(caution: Caution) -> Data:
    """A caution with its papers."""
    return {
        "code": caution.code,
        "text": both(caution.text),
        "sensitivity": sensitivity_of_caution(caution),
        "withheld": False,
        "about": both(caution.about),
        "detail": both(caution.detail),
        "papers": [document_data(paper.document) for paper in caution.papers if paper.document is not None],
    }
