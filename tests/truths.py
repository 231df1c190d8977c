"""Complete worlds, and papers that say nothing but what is true of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from attrs import evolve, frozen
from dossier_strategies import FIELDS, ISSUED, REGISTERS, THROUGH, numbered, papers, perhaps_days, reasons
from hypothesis import strategies as st
from movement import (
    CUT_OFF_DAY,
    SURVEYS,
    Colour,
    Place,
    colour,
    due_on,
    effort,
    honest,
    jobs,
    left_on,
    lends,
    near,
    poor,
    shape,
)
from shown import printed
from strategies import DAYS

from thidua.evidence import DID_NOT_HAPPEN, Complete, Entry, Evidence, Paper, Said
from thidua.knowledge import Knowledge, Known, KnownEntry, KnownRegister, place_of
from thidua.movements import Setting
from thidua.nodes import Fact, Kind, Lives, Register
from thidua.readings import Level
from thidua.records import Records


@printed
@frozen
class Truth:
    """All there is to know of a place, in every year and for every review; nothing is missing."""

    facts: tuple[Evidence[Place], ...]
    entries: tuple[Entry[Place], ...]

    def number(self, register: Register, setting: Setting, through: date) -> int:
        """How many entries lie between the first day that counts and another, both included."""
        days = [day_of(entry) for entry in self.entries if entry.register == register]
        return sum(setting.counts_from <= day <= through for day in days)

    def known(self, setting: Setting) -> Knowledge:
        """The knowledge that leaves one world: this one, as it counts for a setting."""
        places = {
            place_of(fact.fact, fact.at): exactly(fact.fact, fact.value) for fact in self.facts if holds(fact, setting)
        }
        registers = {
            records.register.name: KnownRegister(tuple(
                KnownEntry(entry.key, {field.fact.name: exactly(field.fact, field.value) for field in entry.facts})
                for entry in self.entries
                if entry.register == records.register and setting.counts_from <= day_of(entry) <= setting.cut_off
            ), 0, 0)
            for records in REGISTERS
        }  # fmt: skip
        return Knowledge(places, registers, setting.days)


def day_of(entry: Entry[Any]) -> date:
    """The day of an entry."""
    return next(field.value for field in entry.facts if field.fact.name == entry.register.dated_by)  # type: ignore[return-value]  # an entry has its day


def holds(said: Evidence[Place], setting: Setting) -> bool:
    """Whether something true is what a setting asks of: in force at its cut-off, judged for its review."""
    if said.fact.lives is Lives.IN_FORCE:
        return (said.since or date.min) <= setting.cut_off <= (said.until or date.max)
    if said.judgement:
        return said.judgement.on in setting.review.window
    return True


def exactly(fact: Fact, value: Any) -> Known:
    """One value, and no other."""
    match fact.kind:
        case Kind.YES_NO:
            return Known(options=frozenset({"yes" if value else "no"}))
        case Kind.CHOICE:
            return Known(options=frozenset({value}))
        case Kind.JUDGED:
            rank = [option.id for option in fact.options].index(value)
            return Known(rank, rank)
        case Kind.DAY if value is DID_NOT_HAPPEN:
            return Known(never=True, happens=False)
        case Kind.DAY | Kind.NUMBER:
            return Known(value, value)


_counts = st.tuples(*(
    st.integers(0, handle.fact.high).map(lambda value, handle=handle, survey=survey: handle.recorded(value, at=survey))  # type: ignore[misc]  # bound now
    for handle in (poor, near)
    for survey in SURVEYS
))  # fmt: skip
_judged = st.tuples(*(
    values.map(lambda value, handle=handle, on=on: handle.judged(value, by="the council", on=on, **reasons))  # type: ignore[misc]  # bound now
    for handle, values in ((effort, st.sampled_from(Level)), (honest, st.booleans()))
    for on in (date(2023, 12, 1), date(2025, 12, 1))
))  # fmt: skip
_colours = st.builds(
    lambda before, after, changed: (
        colour.recorded(before, since=date(2021, 1, 1), until=changed - timedelta(1)),
        colour.recorded(after, since=changed),
    ),
    st.sampled_from(Colour), st.sampled_from(Colour),
    st.sampled_from([CUT_OFF_DAY, CUT_OFF_DAY + timedelta(1), DAYS[3]]),
)  # fmt: skip
_others = st.tuples(
    st.integers(0, 2).map(jobs.recorded), st.booleans().map(lends.recorded),
    st.sampled_from(Colour).map(shape.recorded),
    perhaps_days.map(left_on.recorded), perhaps_days.map(due_on.recorded),
)  # fmt: skip
_registers = st.tuples(*(
    st.lists(st.fixed_dictionaries(dict(FIELDS[records.register])), max_size=3).map(
        lambda rows, records=records: tuple(records.entry(str(i), *row.values()) for i, row in enumerate(rows, 1))  # type: ignore[misc]  # bound now
    )
    for records in REGISTERS
))  # fmt: skip


def truths() -> st.SearchStrategy[Truth]:
    """Complete worlds."""
    facts = st.tuples(_counts, _judged, _colours, _others).map(
        lambda each: tuple(fact for part in each for fact in part)
    )
    return st.builds(lambda told, filed: Truth(told, tuple(e for each in filed for e in each)), facts, _registers)


@st.composite
def true_of(draw: st.DrawFn, truth: Truth, setting: Setting) -> Said[Place]:
    """One true thing: a fact, an entry with some of its fields, or how many entries there are through a day."""
    index = draw(st.integers(0, 2 * len(truth.facts)))
    if index < len(truth.facts):
        return truth.facts[index]
    if index % 2 and truth.entries:
        entry = truth.entries[index % len(truth.entries)]
        kept = draw(st.integers(0, 15))
        day = entry.register.dated_by
        told = (field for i, field in enumerate(entry.facts) if kept >> i & 1 or field.fact.name == day)
        return evolve(entry, facts=tuple(told))
    return declared(truth, REGISTERS[index // 2 % 2], draw(_through), setting)


_through = st.sampled_from(THROUGH)


def declared(truth: Truth, records: Records[Place, Any], through: date, setting: Setting) -> Complete[Place]:
    """The true number of entries through a day."""
    number = truth.number(records.register, setting, through)
    return records.complete(entries=number, through=through, by="the office")


@st.composite
def true_papers(draw: st.DrawFn, truth: Truth, setting: Setting) -> tuple[Paper[Place], ...]:
    """Papers that say nothing but what is true, and not all of it."""
    return numbered(draw(st.lists(papers(true_of(truth, setting), issued=ISSUED[:1]), max_size=6)), 100)
