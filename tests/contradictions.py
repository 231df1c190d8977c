"""Which papers contradict one another, decided from what they say alone, with no engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from movement import Place
from truths import day_of, holds

from thidua.dossiers import Dossier
from thidua.evidence import DID_NOT_HAPPEN, Complete, Entry, Evidence, Said, Value
from thidua.movements import Setting
from thidua.nodes import Fact, Kind, Register


def read(dossier: Dossier[Place], setting: Setting) -> list[Said[Place]]:
    """What a setting reads of a dossier: papers issued by its day and not corrected, about what it asks."""
    issued = [paper for paper in dossier.papers if not paper.document or paper.document.issued_on <= setting.on]
    corrected = {paper.corrects for paper in issued if paper.corrects}
    accepted = [said for paper in issued if paper.document not in corrected for said in paper.proves]
    return [said for said in accepted if not isinstance(said, Evidence) or counts(said, setting)]


def counts(said: Evidence[Place], setting: Setting) -> bool:
    """Whether a setting reads it: in force at its cut-off, judged by who may, for its review and by its day."""
    named = said.judgement is None or (
        said.judgement.by.lower().removeprefix("the ").startswith("council") and said.judgement.on <= setting.on
    )
    return holds(said, setting) and named


def agrees(fact: Fact, value: Value, others: list[Value]) -> bool:
    """Whether a value lies within what others leave possible: between numbers and days, among options."""
    if fact.kind is Kind.JUDGED:
        steps = [option.id for option in fact.options]
        return agrees(
            Fact("", "", Kind.NUMBER, fact.label), steps.index(str(value)), [steps.index(str(o)) for o in others]
        )
    if fact.kind is Kind.NUMBER or (fact.kind is Kind.DAY and value is not DID_NOT_HAPPEN):
        ordered: list[Any] = [other for other in others if other is not DID_NOT_HAPPEN]
        return bool(ordered) and min(ordered) <= value <= max(ordered)
    return value in others


def contradicts(said: Said[Place], earlier: list[Said[Place]], setting: Setting) -> bool:
    """Whether something said cannot be true together with some of what was said before."""
    match said:
        case Evidence(fact=fact, value=value):
            others = values(earlier, said)
            return bool(others) and not agrees(fact, value, others)
        case Entry(facts=facts):
            known = [(field, fields(earlier, said, field.fact)) for field in facts]
            outside = any(others and not agrees(field.fact, field.value, others) for field, others in known)
            day = day_of(said)
            return outside or any(
                first < day <= last for first, last in overfull([*earlier, said], said.register, setting)
            )
        case Complete(register=register, through=through):
            return any(through in ends for ends in overfull([*earlier, said], register, setting))


def tells_nothing_new(said: Said[Place], earlier: list[Said[Place]]) -> bool:
    """Whether everything it speaks of was spoken of before, so that it can only agree or contradict."""
    if isinstance(said, Entry) and any(isinstance(e, Entry) and same_entry(e, said) for e in earlier):
        return all(fields(earlier, said, field.fact) for field in said.facts)
    return True


def values(earlier: list[Said[Place]], said: Evidence[Place]) -> list[Value]:
    """The values told before of the same place."""
    return [e.value for e in earlier if isinstance(e, Evidence) and (e.fact, e.at) == (said.fact, said.at)]


def same_entry(one: Entry[Place], other: Entry[Place]) -> bool:
    """Equal keys are one entry."""
    return (one.register, one.key) == (other.register, other.key)


def fields(earlier: list[Said[Place]], said: Entry[Place], fact: Fact) -> list[Value]:
    """The values told before of one field of the same entry."""
    entries = [e for e in earlier if isinstance(e, Entry) and same_entry(e, said)]
    return [field.value for e in entries for field in e.facts if field.fact == fact]


def overfull(told: list[Said[Place]], register: Register, setting: Setting) -> Iterator[tuple[date, date]]:
    """The days after one and through another that hold more entries than were declared to lie between them.

    An entry to which papers give several days is held by each of them.
    """
    filed = [e for e in told if isinstance(e, Entry) and e.register == register]
    marks = sorted((e.through, e.entries) for e in told if isinstance(e, Complete) and e.register == register)
    for (first, fewer), (last, number) in combinations([(setting.counts_from - timedelta(1), 0), *marks], 2):
        keys = {entry.key for entry in filed if first < day_of(entry) <= last}
        if len(keys) > number - fewer or (first == last and number != fewer):
            yield first, last
