"""Declaring facts: what can be known of a kind of subject or of an entry, each with its typed handle.

`changes` says which way a fact can still move, where the default of `way_of` would be wrong.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeVar, cast

from thidua.bodies import Body
from thidua.changes import Changes
from thidua.handles import Choice, ChoiceInForce, Day, Judged, JudgedYesNo, YesNo
from thidua.measures import DatedMeasured, Measured, measured
from thidua.nodes import ANY_OWNER, Fact, Kind, Lives, Option, Sensitivity
from thidua.quantities import DONG, SHARE, Money, Percent, Unit
from thidua.readings import Level, YesOrNo
from thidua.texts import Text

S = TypeVar("S")
C = TypeVar("C", bound=Enum)


def _owner(owner: type[S] | None) -> str:
    return ANY_OWNER if owner is None else owner.__name__


def options_of(options: type[Enum]) -> tuple[Option, ...]:
    """The options of an enumeration whose values are labels in both languages."""
    return tuple(Option(member.name, member.value) for member in options)


def choice(
    owner: type[S],
    name: str,
    options: type[C],
    label: Text,
    *,
    proof: Text | None = None,
    sensitivity: Sensitivity = Sensitivity.DOSSIER,
    changes: Changes | None = None,
) -> Choice[S, C]:
    """Declare a choice."""
    listed = options_of(options)
    return Choice(
        Fact(
            _owner(owner),
            name,
            Kind.CHOICE,
            label,
            options=listed,
            proof=proof,
            sensitivity=sensitivity,
            changes=changes,
        )
    )


def choice_in_force(
    owner: type[S],
    name: str,
    options: type[C],
    label: Text,
    *,
    proof: Text | None = None,
    sensitivity: Sensitivity = Sensitivity.DOSSIER,
    changes: Changes | None = None,
) -> ChoiceInForce[S, C]:
    """Declare a choice that is in force from one day to another."""
    listed = options_of(options)
    return ChoiceInForce(
        Fact(
            _owner(owner),
            name,
            Kind.CHOICE,
            label,
            Lives.IN_FORCE,
            options=listed,
            proof=proof,
            sensitivity=sensitivity,
            changes=changes,
        )
    )


def yes_no(
    owner: type[S] | None,
    name: str,
    label: Text,
    *,
    holds: Text,
    fails: Text,
    proof: Text | None = None,
    sensitivity: Sensitivity = Sensitivity.DOSSIER,
    changes: Changes | None = None,
) -> YesNo[S]:
    """Declare a yes or no, with what is said of each; `owner=None` for what every kind of subject has."""
    return YesNo(
        Fact(
            _owner(owner),
            name,
            Kind.YES_NO,
            label,
            holds=holds,
            fails=fails,
            proof=proof,
            sensitivity=sensitivity,
            changes=changes,
        )
    )


def day(
    owner: type[S],
    name: str,
    label: Text,
    *,
    proof: Text | None = None,
    sensitivity: Sensitivity = Sensitivity.DOSSIER,
    changes: Changes | None = None,
) -> Day[S]:
    """Declare a day."""
    return Day(Fact(_owner(owner), name, Kind.DAY, label, proof=proof, sensitivity=sensitivity, changes=changes))


def count(
    owner: type[S],
    name: str,
    label: Text,
    unit: Unit,
    *,
    proof: Text | None = None,
    at_most: int | None = None,
    sensitivity: Sensitivity = Sensitivity.DOSSIER,
    changes: Changes | None = None,
) -> Measured[S, int]:
    """Declare a count over the period; never negative."""
    fact = Fact(
        _owner(owner),
        name,
        Kind.NUMBER,
        label,
        unit=unit,
        low=0,
        high=at_most,
        proof=proof,
        sensitivity=sensitivity,
        changes=changes,
    )
    return cast(Measured[S, int], measured(fact))


def dated_count(
    owner: type[S],
    name: str,
    label: Text,
    unit: Unit,
    *,
    proof: Text | None = None,
    at_most: int | None = None,
    sensitivity: Sensitivity = Sensitivity.DOSSIER,
    changes: Changes | None = None,
) -> DatedMeasured[S, int]:
    """Declare a count made by surveys; never negative."""
    fact = Fact(
        _owner(owner),
        name,
        Kind.NUMBER,
        label,
        Lives.AT_SURVEYS,
        unit,
        low=0,
        high=at_most,
        proof=proof,
        sensitivity=sensitivity,
        changes=changes,
    )
    return cast(DatedMeasured[S, int], measured(fact))


def amount(
    owner: type[S],
    name: str,
    label: Text,
    *,
    proof: Text | None = None,
    at_most: int | None = None,
    sensitivity: Sensitivity = Sensitivity.DOSSIER,
    changes: Changes | None = None,
) -> Measured[S, Money]:
    """Declare an amount in whole đồng; never negative."""
    fact = Fact(
        _owner(owner),
        name,
        Kind.NUMBER,
        label,
        unit=DONG,
        low=0,
        high=at_most,
        proof=proof,
        sensitivity=sensitivity,
        changes=changes,
    )
    return cast(Measured[S, Money], measured(fact))


def dated_rate(
    owner: type[S],
    name: str,
    label: Text,
    *,
    proof: Text | None = None,
    sensitivity: Sensitivity = Sensitivity.DOSSIER,
    changes: Changes | None = None,
) -> DatedMeasured[S, Percent]:
    """Declare a rate published by surveys, from 0 to 100 %."""
    fact = Fact(
        _owner(owner),
        name,
        Kind.NUMBER,
        label,
        Lives.AT_SURVEYS,
        SHARE,
        low=0,
        high=1,
        proof=proof,
        sensitivity=sensitivity,
        changes=changes,
    )
    return cast(DatedMeasured[S, Percent], measured(fact))


def judged(
    owner: type[S],
    name: str,
    label: Text,
    *,
    question: Text,
    judges: tuple[Body, ...],
    proof: Text | None = None,
    sensitivity: Sensitivity = Sensitivity.DOSSIER,
) -> Judged[S]:
    """Declare an open word judged on the official scale."""
    return Judged(_judged_fact(owner, name, label, question, judges, proof, sensitivity, Level))


def judged_yes_no(
    owner: type[S],
    name: str,
    label: Text,
    *,
    question: Text,
    judges: tuple[Body, ...],
    proof: Text | None = None,
    sensitivity: Sensitivity = Sensitivity.DOSSIER,
) -> JudgedYesNo[S]:
    """Declare an open word judged with a yes or a no."""
    return JudgedYesNo(_judged_fact(owner, name, label, question, judges, proof, sensitivity, YesOrNo))


def _judged_fact(
    owner: type[S],
    name: str,
    label: Text,
    question: Text,
    judges: tuple[Body, ...],
    proof: Text | None,
    sensitivity: Sensitivity,
    scale: type[Enum],
) -> Fact:
    return Fact(
        _owner(owner),
        name,
        Kind.JUDGED,
        label,
        Lives.FOR_A_REVIEW,
        options=options_of(scale),
        question=question,
        judges=judges,
        proof=proof,
        sensitivity=sensitivity,
    )
