"""Which findings decide: those without which the verdict above would not stand, or would not be open."""

from __future__ import annotations

from typing import Any

from thidua import nodes as n
from thidua.findings import Assessment, Finding, open_parts
from thidua.verdicts import FINALS, F, M, N


def deciding(finding: Finding) -> tuple[bool, ...]:
    """For each part of a finding, whether it belongs to a smallest set of parts that gives the verdict.

    Linear in the number of parts. Where the verdict is open, the parts decide that leave it so.
    """
    masks = [part.mask for part in finding.parts]
    if finding.mask not in FINALS:
        return open_parts(finding)
    match finding.node:
        case n.AllOf() | n.AreAll():
            return tuple(mask == F if finding.mask == F else mask != N or finding.mask == N for mask in masks)
        case n.AnyOf():
            return tuple(mask == M if finding.mask == M else mask != N or finding.mask == N for mask in masks)
        case n.AtLeast():
            return tuple(mask == finding.mask or (finding.mask == F and mask == N) for mask in masks)
        case n.Where():
            guard, _ = masks
            if finding.mask != N:
                return (True, True)
            return (not guard & M, bool(guard & M))
        case n.Unless():
            body, disqualifier = masks
            if finding.mask != F:
                return (True, True)
            return (body == F, disqualifier == M)
        case _:
            return tuple(True for _ in masks)


def deciding_clauses(assessment: Assessment[Any]) -> tuple[str, ...]:
    """The clauses reached from the group through deciding findings alone, in the order of the plan."""
    reached: set[str] = set()
    waiting = [assessment.found]
    while waiting:
        finding = waiting.pop()
        if isinstance(finding.node, n.ClauseMet):
            reached.add(finding.node.clause)
            continue
        waiting.extend(part for part, decides in zip(finding.parts, deciding(finding), strict=True) if decides)
    return tuple(name for name, _ in assessment.clauses if name in reached)
