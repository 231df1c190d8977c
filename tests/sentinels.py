"""Dossiers of the real plan filled with marks that occur nowhere else, each with the level at which it may be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

from attrs import define, field
from hypothesis import strategies as st

from thidua import PLAN
from thidua.dossiers import Dossier
from thidua.evidence import DID_NOT_HAPPEN, Complete, Entry, Evidence, Judgement, Paper, Said
from thidua.movements import Vocabulary
from thidua.nodes import Fact, Kind, Lives, Register
from thidua.periods import written
from thidua.sources import Document

ON = date(2025, 12, 31)
LEVELS = ("public", "dossier", "internal")
FIRST_DAY = date(2023, 3, 2)
"""Days from here on are marks: none of them is a day of the plan."""


@define
class Marked:
    """A dossier, and every mark in it with the lowest level at which it may be read."""

    dossier: Dossier[Any]
    marks: dict[str, str]

    def forbidden(self, level: str) -> list[str]:
        """The marks that may not be read at a level."""
        return [mark for mark, least in self.marks.items() if LEVELS.index(least) > LEVELS.index(level)]


@define
class Marker:
    """Hands out marks: words, numbers and days, all different."""

    draw: st.DrawFn
    marks: dict[str, str] = field(factory=dict[str, str])
    numbers: Iterator[int] = field(factory=lambda: count(1))

    def word(self, level: str) -> str:
        """A word in no language."""
        mark = f"Qx{next(self.numbers)}zW"
        self.marks[mark] = level
        return mark

    def number(self, level: str) -> int:
        """A number of eight digits and more."""
        number = 31_415_900 + 104_729 * next(self.numbers)
        self.marks[str(number)] = level
        return number

    def day(self, level: str) -> date:
        """A day in both languages and in ISO."""
        day = FIRST_DAY + timedelta(next(self.numbers))
        for said in (day.isoformat(), written(day), written(day, "en")):
            self.marks[said] = level
        return day

    def value(self, fact: Fact, level: str) -> Any:
        """A value of a fact: marked where the fact takes what can be marked."""
        match fact.kind:
            case Kind.YES_NO:
                return self.draw(st.booleans())
            case Kind.CHOICE | Kind.JUDGED:
                return self.draw(st.sampled_from([option.id for option in fact.options]))
            case Kind.DAY:
                return self.day(level) if self.draw(st.integers(0, 4)) else DID_NOT_HAPPEN
            case Kind.NUMBER:
                assert fact.high is None, "a number that is bounded cannot be marked"
                return self.number(level)

    def evidence(self, fact: Fact, level: str) -> Iterator[Evidence[Any]]:
        """What is said of a fact: at every survey, in force, judged, or once."""
        match fact.lives:
            case Lives.AT_SURVEYS:
                for survey in PLAN.surveys:
                    yield Evidence(fact, self.value(fact, level), at=survey)
            case Lives.IN_FORCE:
                yield Evidence(fact, self.value(fact, level), since=self.day(level))
            case Lives.FOR_A_REVIEW:
                body = self.draw(st.sampled_from(fact.judges)).label.vi
                strange = self.draw(st.sampled_from([f"{body} {self.word(level)}", self.word(level)]))
                judged = Judgement(strange, date(2025, 12, 20), self.word(level), self.word(level))
                yield Evidence(fact, self.value(fact, level), judgement=judged)
            case Lives.OVER_THE_PERIOD:
                yield Evidence(fact, self.value(fact, level))

    def register(self, register: Register, level: str) -> Iterator[Said[Any]]:
        """Entries of a register, and sometimes how many there are."""
        entries = self.draw(st.integers(0, 3))
        for _ in range(entries):
            fields = [
                Evidence[Any](each, self.day(level) if each.name == register.dated_by else self.value(each, level))
                for each in register.fields
                if each.name == register.dated_by or self.draw(st.booleans())
            ]
            yield Entry(register, self.word(level), tuple(fields))
        declared = self.draw(st.sampled_from([None, entries, entries + 1, entries - 1]))
        if declared is not None and declared >= 0:
            yield Complete(register, declared, date(2025, 12, 15), self.word(level))

    def paper(self, said: Said[Any], level: str) -> Iterator[Paper[Any]]:
        """A paper that says one thing; sometimes without a document, issued too late, contradicted or corrected."""
        judged = isinstance(said, Evidence) and said.judgement is not None
        how = self.draw(st.sampled_from(["plain", "plain", "plain", "undocumented", "late", "twice", "corrected"]))
        if how == "undocumented" and not judged:
            yield Paper(None, said)
            return
        document = self.document(level, date(2026, 1, 2) if how == "late" else date(2025, 12, 22))
        yield Paper(document, said)
        if how == "twice":
            yield Paper(self.document(level, date(2025, 12, 23)), said)
        if how == "corrected":
            before = self.draw(st.sampled_from([document, self.document(level, date(2025, 12, 1))]))
            yield Paper(self.document(level, date(2025, 12, 24)), said, corrects=before)

    def document(self, level: str, day: date) -> Document:
        """A document all of whose words are marks."""
        return Document(self.word(level), day, self.word(level), self.word(level))


def level_of(what: Fact | Register) -> str:
    """The lowest level at which what is said of a fact or in a register may be read."""
    lowest = what.sensitivity.value
    judged = isinstance(what, Fact) and what.kind is Kind.JUDGED
    return "dossier" if lowest == "public" and (judged or isinstance(what, Register)) else lowest


@st.composite
def marked(draw: st.DrawFn, words: Vocabulary) -> Marked:
    """A dossier of one kind of subject with something marked in every place."""
    marker = Marker(draw)
    named = "dossier" if words.personal else "public"
    subject = words.subject(marker.word(named), marker.word(named))
    papers: list[Paper[Any]] = []
    for fact in words.facts:
        if draw(st.integers(0, 3)):
            level = level_of(fact)
            for said in marker.evidence(fact, level):
                # a value everybody may read still stands on a paper that not everybody may
                papers.extend(marker.paper(said, max(level, "dossier", key=LEVELS.index)))
    for register in words.registers:
        level = max((level_of(register), *map(level_of, register.fields)), key=LEVELS.index)
        for each in marker.register(register, level):
            papers.extend(marker.paper(each, level))
    return Marked(Dossier(subject, tuple(draw(st.permutations(papers)))), marker.marks)
