"""Papers that together say what cannot be: a caution, and no verdict is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from thidua.coherence import NeverTogether
from thidua.evidence import Paper
from thidua.findings import Finding, Measure
from thidua.interpreters.levels import LEVELS, sensitivity_of
from thidua.interpreters.measure import Case, Judge
from thidua.knowledge import Caution, Knowledge
from thidua.texts import Text
from thidua.verdicts import M
from thidua.walks import facts_of

Never = tuple[NeverTogether, tuple[Judge, ...]]
"""What cannot be, and its parts made ready to be judged."""


def cautioned(knowledge: Knowledge, never: Iterable[Never]) -> Knowledge:
    """The knowledge, with a caution for each thing that cannot be and surely is by what is known."""
    case = Case(knowledge.registers, knowledge.days, {})
    found: list[Caution] = []
    for declared, parts in never:
        met: list[Finding] = []
        for part in parts:
            finding = part(knowledge.places, case)
            if finding[1] != M:
                break
            met.append(finding)
        else:
            found.append(_caution(declared, met))
    return evolve(knowledge, cautions=(*knowledge.cautions, *found)) if found else knowledge


def _caution(declared: NeverTogether, met: Iterable[Finding]) -> Caution:
    facts = facts_of(declared.node)
    about = Text("; ".join(fact.label.vi for fact in facts), "; ".join(fact.label.en for fact in facts))
    most = max(facts, key=lambda fact: LEVELS.index(sensitivity_of(fact)))
    papers = dict.fromkeys(paper for finding in met for paper in _papers(finding))
    return Caution("cannot_be", about, tuple(papers), declared.because, most)


def _papers(found: Finding) -> Iterator[Paper[Any]]:
    for finding in found.walk():
        for known in (finding.known, *(measure.known for one in finding.measures for measure in _all(one))):
            yield from (source.paper for source in known.sources) if known else ()


def _all(measure: Measure) -> Iterator[Measure]:
    yield measure
    for part in measure.parts:
        yield from _all(part)
