"""turns_of(): on which readings of the law the verdict on one subject turns, as a sensitivity report found it."""

from __future__ import annotations

from attrs import frozen

from thidua.interpreters.sensitivity import SensitivityReport
from thidua.nodes import Option, Reading
from thidua.verdicts import Verdict


@frozen
class Turn:
    """An option that is not adopted, and the other verdict it would give."""

    reading: Reading
    option: Option
    verdict: Verdict


def turns_of(report: SensitivityReport, kind: str, code: str) -> tuple[Turn, ...]:
    """The options that would give one subject another verdict, in the order of the plan's readings."""
    return tuple(
        Turn(effect.reading, other.option, moved.after)
        for effect in report.matter
        for other in effect.options
        for moved in other.effects
        if (moved.kind, moved.subject.code) == (kind, code) and moved.before != moved.after
    )
