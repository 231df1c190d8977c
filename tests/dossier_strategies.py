"""What Hypothesis draws of papers: a truth and what papers say of it, and dossiers that say anything at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from movement import (
    CUT_OFF_DAY,
    ON,
    SURVEYS,
    Colour,
    Place,
    colour,
    due_on,
    effort,
    gifts,
    given_on,
    honest,
    jobs,
    left_on,
    lends,
    made_on,
    near,
    paid,
    poor,
    promised_on,
    real,
    shape,
    useful,
    visits,
    worth,
)
from strategies import DAYS

from thidua.dossiers import Dossier
from thidua.evidence import DID_NOT_HAPPEN, Complete, Entry, Evidence, Paper, Said, Value
from thidua.nodes import Fact, Kind
from thidua.quantities import dong
from thidua.readings import Level
from thidua.records import Records
from thidua.sources import Document

REGISTERS: tuple[Records[Place, Any], ...] = (gifts, visits)
THROUGH = [DAYS[2], DAYS[3], CUT_OFF_DAY, CUT_OFF_DAY + timedelta(1)]
"""Days through which a register is declared complete."""
JUDGED_ON = [date(2023, 10, 1), date(2025, 9, 30), date(2025, 10, 1), ON]
"""Days of minutes: two reviews, and the day between them that belongs to none."""
NAMES = st.sampled_from(["the council", "The Council of the district", "somebody else"])

perhaps_days = st.one_of(st.sampled_from(DAYS), st.just(DID_NOT_HAPPEN))
reasons: Mapping[str, Any] = {"reason": "it was so"}

gift_facts: Mapping[str, st.SearchStrategy[Evidence[Any]]] = {
    "given_on": st.sampled_from(DAYS).map(given_on.recorded),
    "promised_on": perhaps_days.map(promised_on.recorded),
    "real": st.booleans().map(real.recorded),
    "worth": st.integers(0, 2).map(lambda amount: worth.recorded(dong(amount))),
}
visit_facts: Mapping[str, st.SearchStrategy[Evidence[Any]]] = {
    "made_on": st.sampled_from(DAYS).map(made_on.recorded),
    "useful": st.booleans().map(useful.recorded),
    "paid": st.integers(0, 2).map(lambda amount: paid.recorded(dong(amount))),
}
FIELDS = {gifts.register: gift_facts, visits.register: visit_facts}


# what may be said, true or not


def _entries(records: Records[Place, Any]) -> st.SearchStrategy[Entry[Place]]:
    day = records.register.dated_by
    fields = FIELDS[records.register]
    told = st.fixed_dictionaries(
        {day: fields[day]}, optional={name: told for name, told in fields.items() if name != day}
    )
    return st.builds(lambda key, facts: records.entry(key, *facts.values()), st.sampled_from(["1", "2", "3"]), told)


ENTRIES = st.one_of(*map(_entries, REGISTERS))
"""Entries with their day and some of their other fields."""
DECLARATIONS: st.SearchStrategy[Complete[Place]] = st.builds(
    lambda records, number, through: records.complete(entries=number, through=through, by="the office"),
    st.sampled_from(REGISTERS), st.integers(0, 3), st.sampled_from(THROUGH),
)  # fmt: skip
"""Registers declared complete."""
_surveys = st.sampled_from([*SURVEYS, SURVEYS[0], SURVEYS[2]])
_until = st.sampled_from([None, None, CUT_OFF_DAY, CUT_OFF_DAY - timedelta(1)])
FACTS: st.SearchStrategy[Evidence[Place]] = st.one_of(
    st.builds(lambda value, at: poor.recorded(value, at=at), st.integers(0, 3), _surveys),
    st.builds(lambda value, at: near.recorded(value, at=at), st.integers(0, 1), _surveys),
    st.integers(0, 2).map(jobs.recorded), st.booleans().map(lends.recorded),
    st.sampled_from(Colour).map(shape.recorded),
    st.builds(
        lambda value, start, end: colour.recorded(value, since=start, until=None if end and end < start else end),
        st.sampled_from(Colour), st.sampled_from(DAYS), _until,
    ),
    perhaps_days.map(left_on.recorded), perhaps_days.map(due_on.recorded),
    st.builds(
        lambda level, by, on: effort.judged(level, by=by, on=on, **reasons),
        st.sampled_from(Level), NAMES, st.sampled_from(JUDGED_ON),
    ),
    st.builds(
        lambda value, by, on: honest.judged(value, by=by, on=on, **reasons),
        st.booleans(), NAMES, st.sampled_from(JUDGED_ON),
    ),
)  # fmt: skip
"""Anything about anything but registers."""
_ANYTHING = st.one_of(FACTS, ENTRIES, DECLARATIONS)


@st.composite
def anything_said(draw: st.DrawFn) -> Said[Place]:
    """Anything about anything."""
    return draw(_ANYTHING)


@cache
def values_of(fact: Fact) -> st.SearchStrategy[Value]:
    """Every value a fact may be said to have."""
    match fact.kind:
        case Kind.YES_NO:
            return st.booleans()
        case Kind.NUMBER:
            return st.integers(0, fact.high)
        case Kind.CHOICE | Kind.JUDGED:
            return st.sampled_from([option.id for option in fact.options])
        case Kind.DAY:
            return st.sampled_from(DAYS) if fact in (given_on.fact, made_on.fact) else perhaps_days


@st.composite
def retold(draw: st.DrawFn, said: Said[Place]) -> Said[Place]:
    """The same place, entry or register, with any values."""
    match said:
        case Evidence(fact=fact):
            return evolve(said, value=draw(values_of(fact)))
        case Entry(facts=facts):
            return evolve(said, facts=tuple(evolve(field, value=draw(values_of(field.fact))) for field in facts))
        case Complete():
            return evolve(said, entries=draw(st.integers(0, 3)))


ISSUED = [date(2022, 12, 31), ON - timedelta(1), ON]


def papers(
    said: st.SearchStrategy[Said[Place]], issued: Sequence[date] = (*ISSUED, ON + timedelta(1))
) -> st.SearchStrategy[Paper[Place]]:
    """Papers that say a thing or two; their numbers are told apart by `numbered`."""
    return st.builds(
        lambda day, told: Paper(Document("0", day, "an office"), *told),
        st.sampled_from(issued), st.lists(said, min_size=1, max_size=2),
    )  # fmt: skip


PAPERS = papers(anything_said())
OLD_PAPERS = papers(anything_said(), issued=ISSUED[:1])
"""Papers issued before any review."""


def numbered(drawn: Sequence[Paper[Place]], first: int = 1) -> tuple[Paper[Place], ...]:
    """The papers with a number each; those without a document stay so."""
    return tuple(
        Paper(paper.document and evolve(paper.document, number=str(number)), *paper.proves, corrects=paper.corrects)
        for number, paper in enumerate(drawn, first)
    )


_kinds = st.sampled_from(["plain", "plain", "plain", "undocumented", "corrects"])
_filings = st.lists(st.tuples(PAPERS, _kinds), max_size=5).flatmap(st.permutations)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier[Place]:
    """A dossier of papers that say anything, some without a document, some correcting another."""
    drawn = draw(_filings)
    filed = list(numbered([paper for paper, _ in drawn]))
    for place, (paper, kind) in enumerate(drawn):
        if kind == "undocumented" and not any(isinstance(said, Evidence) and said.judgement for said in paper.proves):
            filed[place] = Paper(None, *paper.proves)
        elif kind == "corrects" and place:
            filed[place] = Paper(filed[place].document, *paper.proves, corrects=filed[place - 1].document)
    return Dossier(Place("P-01", "A place"), tuple(filed))


_one_thing = st.one_of(
    _entries(gifts), _entries(gifts), DECLARATIONS.filter(lambda said: said.register == gifts.register)
)
_crowd = st.lists(_one_thing, max_size=6)


@st.composite
def crowded_dossiers(draw: st.DrawFn) -> Dossier[Place]:
    """A dossier about one register alone, so that its entries and declarations meet."""
    said = draw(_crowd)
    issued = Document("0", ISSUED[0], "an office")
    return Dossier(Place("P-01", "A place"), numbered([Paper(issued, each) for each in said]))
