"""Papers that supply what `needs` lists, in any way."""

from __future__ import annotations

from datetime import date
from typing import Any

from criteria.dossiers import AT_THE_FINAL, IN_TIME
from hypothesis import strategies as st

from thidua import DID_NOT_HAPPEN, Agency, Commune, Dossier, Enterprise, Household, Need, Official, Village
from thidua.evidence import Complete, Entry, Evidence, Judgement, Paper, Said
from thidua.findings import Assessment
from thidua.knowledge import UNHEARD_OF
from thidua.nodes import Fact, Kind, Lives, Register
from thidua.sources import Document

KINDS = (Agency, Commune, Village, Household, Official, Enterprise)
DAYS = [date(2015, 6, 1), date(2022, 12, 31), date(2023, 1, 1), IN_TIME, date(2025, 12, 31), date(2026, 1, 1)]


def supplied(assessment: Assessment[Any], needs: tuple[Need, ...], data: st.DataObject) -> Dossier[Any]:
    """The dossier with everything in a set of needs."""
    said = [each for need in needs for each in _said(assessment, need, data)]
    papers = [Paper(Document(f"{i}/BS", AT_THE_FINAL, "UBND xã Ví Dụ"), each) for i, each in enumerate(said)]
    return assessment.dossier.with_(*papers)


def _said(assessment: Assessment[Any], need: Need, data: st.DataObject) -> list[Said[Any]]:
    what = need.what
    if isinstance(what, Register):
        return _register(assessment, what, need, data)
    assert isinstance(what, Fact)
    if need.register is not None:
        held = assessment.knowledge.registers[need.register.name]
        entry = next(entry for entry in held.entries if entry.key == need.entry)
        day = entry.places[need.register.dated_by].sources[0].said
        return [Entry(need.register, need.entry, (day, _value(what, need, data)))]
    return [_value(what, need, data)]


def _value(fact: Fact, need: Need, data: st.DataObject) -> Evidence[Any]:
    judgement = None
    if fact.kind is Kind.JUDGED:
        judgement = Judgement(fact.judges[0].label.vi, AT_THE_FINAL, "theo kết quả công tác")
    since = DAYS[0] if fact.lives is Lives.IN_FORCE else None
    return Evidence(fact, data.draw(_values(fact)), at=need.survey, since=since, judgement=judgement)


def _values(fact: Fact) -> st.SearchStrategy[Any]:
    match fact.kind:
        case Kind.YES_NO:
            return st.booleans()
        case Kind.NUMBER:
            return st.one_of(st.integers(0, 3), st.integers(0, 10**7))
        case Kind.DAY:
            return st.sampled_from([*DAYS, DID_NOT_HAPPEN])
        case _:
            return st.sampled_from([option.id for option in fact.options])


def _register(assessment: Assessment[Any], register: Register, need: Need, data: st.DataObject) -> list[Said[Any]]:
    setting = assessment.setting
    held = assessment.knowledge.registers.get(register.name, UNHEARD_OF)
    more = need.number or data.draw(st.integers(0, 3))
    days = [day for day in DAYS if setting.counts_from <= day <= setting.cut_off]
    entries: list[Said[Any]] = []
    for number in range(more):
        facts = [
            Evidence(fact, data.draw(st.sampled_from(days) if fact.name == register.dated_by else _values(fact)))
            for fact in register.fields
        ]
        entries.append(Entry(register, f"BS-{number}", tuple(facts)))
    return [*entries, Complete(register, len(held.entries) + more, setting.cut_off, "bộ phận văn thư")]
