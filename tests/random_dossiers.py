"""Dossiers of every kind of subject over a plan, drawn with a seed: files of papers as they may be, untidy too."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

from thidua.dossiers import Dossier
from thidua.evidence import DID_NOT_HAPPEN, Complete, Entry, Evidence, Judgement, Paper, Said, Value
from thidua.movements import Plan, Vocabulary
from thidua.nodes import Fact, Kind, Lives, Register
from thidua.quantities import SHARE
from thidua.sources import Document

_FIRST, _DAYS = date(2019, 1, 1), 2_600
_OFFICES = [
    "UBND xã Ví Dụ",
    "Hội đồng Thi đua - Khen thưởng huyện",
    "Phòng Nội vụ",
    "Tổ giúp việc “Ví Dụ”",
    "Ban <B> & 'C'",
]
_REASONS = ["Có kế hoạch, có kết quả.", "dòng một\ndòng hai\t3", "=1+1", "ý kiến khác 👍", "a\u0301 b"]


def random_dossiers(plan: Plan, number: int, seed: int) -> list[Dossier[Any]]:
    """So many dossiers, the kinds in turn."""
    drawing = _Drawing(plan, Random(seed))
    kinds = plan.vocabularies
    return [drawing.dossier(kinds[index % len(kinds)], index) for index in range(number)]


class _Drawing:
    def __init__(self, plan: Plan, random: Random) -> None:
        self._plan, self._random = plan, random

    def dossier(self, words: Vocabulary, index: int) -> Dossier[Any]:
        said = [self._fact(fact) for fact in words.facts if self._random.random() < 0.7]
        said += [each for register in words.registers if self._random.random() < 0.7 for each in self._filed(register)]
        said += [self._fact(self._random.choice(words.facts)) for _ in range(self._random.randrange(3))]
        self._random.shuffle(said)
        papers: list[Paper[Any]] = []
        while said:
            proves = [said.pop() for _ in range(min(len(said), self._random.randint(1, 6)))]
            judged = any(isinstance(each, Evidence) and each.judgement for each in proves)
            documented = judged or self._random.random() < 0.9
            document = (
                Document(f"{len(papers) + 1}/VD", self._day(), self._random.choice(_OFFICES)) if documented else None
            )
            corrects = self._random.choice(papers).document if papers and self._random.random() < 0.1 else None
            papers.append(Paper(document, *proves, corrects=corrects))
        return Dossier(words.subject(f"VD-{index:05}", f"Đối tượng ví dụ {index}"), tuple(papers))

    def _filed(self, register: Register) -> list[Said[Any]]:
        entries: list[Said[Any]] = [self._entry(register, str(key)) for key in range(self._random.randrange(5))]
        if self._random.random() < 0.7:
            number = max(0, len(entries) + self._random.choice([0, 0, 0, 0, 1, -1]))
            through = self._random.choice([date(2025, 12, 31), self._day()])
            entries.append(Complete(register, number, through, self._random.choice(_OFFICES)))
        return entries

    def _entry(self, register: Register, key: str) -> Entry[Any]:
        facts = [
            Evidence[Any](fact, self._day() if fact.name == register.dated_by else self._value(fact))
            for fact in register.fields
            if fact.name == register.dated_by or self._random.random() < 0.8
        ]
        return Entry(register, key, tuple(facts))

    def _fact(self, fact: Fact) -> Evidence[Any]:
        value = self._value(fact)
        match fact.lives:
            case Lives.AT_SURVEYS:
                return Evidence(fact, value, at=self._random.choice(self._plan.surveys))
            case Lives.IN_FORCE:
                since, until = sorted((self._day(), self._day()))
                return Evidence(fact, value, since=since, until=self._random.choice([None, None, until]))
            case Lives.FOR_A_REVIEW:
                by = self._random.choice([*(body.label.vi for body in fact.judges), self._random.choice(_OFFICES)])
                on, reason = self._random.choice([date(2025, 12, 20), self._day()]), self._random.choice(_REASONS)
                return Evidence(fact, value, judgement=Judgement(by, on, reason, self._random.choice(["", "", reason])))
            case Lives.OVER_THE_PERIOD:
                return Evidence(fact, value)

    def _value(self, fact: Fact) -> Value:
        match fact.kind:
            case Kind.YES_NO:
                return self._random.random() < 0.7
            case Kind.DAY:
                return DID_NOT_HAPPEN if self._random.random() < 0.1 else self._day()
            case Kind.CHOICE:
                return self._random.choice(fact.options).id
            case Kind.JUDGED:
                return self._random.choice([*fact.options, *fact.options[-2:]]).id
            case Kind.NUMBER if fact.unit == SHARE:
                return Fraction(self._random.randrange(10_000), self._random.choice([10_000, 30_000]))
            case Kind.NUMBER:
                return self._random.choice([0, 1, 3, 49, 50, 51, 100, self._random.randrange(10**9)])

    def _day(self) -> date:
        return _FIRST + timedelta(self._random.randrange(_DAYS))
