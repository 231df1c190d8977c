"""What Hypothesis draws of the dossier format: dossiers of every kind, damaged documents, anything at all."""

from __future__ import annotations

from datetime import date
from math import inf, nan
from typing import Any

from dossier_documents import OURS
from hypothesis import strategies as st

from thidua.dossiers import Dossier
from thidua.evidence import DAYS_OF_LIVING_MEMORY, DID_NOT_HAPPEN, Complete, Entry, Evidence, Judgement, Paper, Said
from thidua.movements import Vocabulary
from thidua.nodes import Fact, Kind, Lives, Register
from thidua.quantities import DONG, SHARE
from thidua.sources import Document

days = st.dates(DAYS_OF_LIVING_MEMORY.first, DAYS_OF_LIVING_MEMORY.last)
NO_LETTERS = [*map(chr, range(9)), "\x0b", "\x0c", *map(chr, range(14, 32)), "\ufffe", "\uffff"]
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=NO_LETTERS), max_size=12)
"""Texts without what no page can hold, which is refused at the door."""
told = words.filter(str.strip)


def values(fact: Fact) -> st.SearchStrategy[Any]:
    """Whatever evidence of the fact may hold."""
    match fact.kind:
        case Kind.YES_NO:
            return st.booleans()
        case Kind.DAY:
            return st.one_of(days, st.just(DID_NOT_HAPPEN))
        case Kind.CHOICE | Kind.JUDGED:
            return st.sampled_from([option.id for option in fact.options])
        case Kind.NUMBER if fact.unit == SHARE:
            return st.fractions(0, 1)
        case Kind.NUMBER:
            return st.integers(0, fact.high if fact.high is not None else 10**15 if fact.unit == DONG else None)


@st.composite
def evidence(draw: st.DrawFn, fact: Fact) -> Evidence[Any]:
    """Something said of a fact, as its handle would say it."""
    value = draw(values(fact))
    match fact.lives:
        case Lives.AT_SURVEYS:
            return Evidence(fact, value, at=draw(st.sampled_from(OURS.surveys)))
        case Lives.IN_FORCE:
            since, until = sorted((draw(days), draw(days)))
            return Evidence(fact, value, since=since, until=draw(st.sampled_from([None, until])))
        case Lives.FOR_A_REVIEW:
            return Evidence(fact, value, judgement=Judgement(draw(told), draw(days), draw(told), draw(words)))
        case Lives.OVER_THE_PERIOD:
            return Evidence(fact, value)


@st.composite
def said_of_a_register(draw: st.DrawFn, register: Register) -> Entry[Any] | Complete[Any]:
    """An entry with its day, or a declaration that the register is complete."""
    if draw(st.booleans()):
        return Complete(register, draw(st.integers(0)), draw(st.dates()), draw(told))
    kept = [fact for fact in register.fields if fact.name == register.dated_by or draw(st.booleans())]
    facts = [Evidence[Any](fact, draw(days if fact.name == register.dated_by else values(fact))) for fact in kept]
    return Entry(register, draw(told), tuple(draw(st.permutations(facts))))


def said(vocabulary: Vocabulary) -> st.SearchStrategy[Said[Any]]:
    """Anything that may be said of a kind of subject."""
    about_registers = [said_of_a_register(register) for register in vocabulary.registers]
    return st.one_of(*(evidence(fact) for fact in vocabulary.facts), *about_registers)


documents = st.builds(Document, number=words, issued_on=st.dates(), issuer=told, title=told) | st.builds(
    Document, number=told, issued_on=st.dates(), issuer=told
)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier[Any]:
    """A dossier of any kind of subject: its papers may share a document, have none, correct one another."""
    vocabulary = draw(st.sampled_from(OURS.vocabularies))
    pool = draw(st.lists(documents, min_size=2, max_size=4, unique=True))
    papers: list[Paper[Any]] = []
    for proves in draw(st.lists(st.lists(said(vocabulary), max_size=3), max_size=5)):
        judged = any(isinstance(each, Evidence) and each.judgement for each in proves)
        place = draw(st.integers(0, len(pool) - 1))
        documented = judged or draw(st.booleans())
        earlier = draw(st.sampled_from([None, *pool[:place]])) if documented else draw(st.sampled_from([None, *pool]))
        papers.append(Paper(pool[place] if documented else None, *proves, corrects=earlier))
    return Dossier(vocabulary.subject(draw(told), draw(told)), tuple(draw(st.permutations(papers))))


anything = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(-(2**53), 2**53),
        st.sampled_from([nan, inf, -inf]),
        st.text(max_size=6),
        days.map(date.isoformat),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
"""Whatever JSON can say, and what Python lets it say besides."""


@st.composite
def damaged(draw: st.DrawFn, data: Any) -> Any:
    """The data with something in it replaced, left out, renamed or put twice."""
    places = list(_places(data))
    for _ in range(draw(st.integers(1, 3))):
        inside, key = draw(st.sampled_from(places))
        what = draw(st.sampled_from(["replace", "leave out", "rename"]))
        if what == "replace":
            inside[key] = draw(anything)
        elif isinstance(inside, list):
            inside[key] = inside[key - 1]
        elif key in inside:
            value = inside.pop(key)
            if what == "rename":
                inside[key[::-1] if draw(st.booleans()) else key + draw(st.characters())] = value
    return data


def _places(value: Any) -> Any:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in steps:
        yield value, key
        yield from _places(inner)
