"""Both editions judging invented papers: nothing is reported of a cell before this was done.

Papers, and what each entry of a register says, are then taken away one by one as long as both verdicts stay, so that
what is left is what the difference rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from attrs import evolve

from thidua.dossiers import Dossier
from thidua.evidence import Complete, Entry, Evidence, Paper, Said
from thidua.findings import Assessment
from thidua.interpreters.assess import assess
from thidua.interpreters.comparing.examples import Item
from thidua.interpreters.comparing.ground import Ground
from thidua.interpreters.comparing.results import Witness
from thidua.periods import Survey
from thidua.sources import Document

ISSUER = "UBND xã Ví Dụ"
Judged = Callable[[int, int], bool]


class Bench:
    """Both editions, ready to judge dossiers made of items."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._known = [_known_names(ground, edition) for edition in range(2)]

    def judged(self, items: Sequence[Item]) -> tuple[Assessment[Any], Assessment[Any]]:
        """What each edition finds on these papers; what its vocabulary does not know is not given to it."""
        old, new = (self._assess(edition, items) for edition in range(2))
        return old, new

    def _assess(self, edition: int, items: Sequence[Item]) -> Assessment[Any]:
        known, setting = self._known[edition], self.ground.settings[edition]
        surveys = self.ground.plans[edition].surveys
        papers: list[Paper[Any]] = []
        for number, item in enumerate(items, 1):
            said = tuple(one for one in item.of(edition) if _what(one) in known and _when(one) in (None, *surveys))
            if said:
                papers.append(Paper(Document(f"{number:02d}/VD", _issued(self.ground), ISSUER), *said))
        dossier = Dossier(self.ground.kind("VD-01", "Ví Dụ"), tuple(papers))
        return assess(self.ground.plans[edition], dossier, on=setting.on, review=setting.review.id)

    def can_be(self, items: Sequence[Item]) -> bool:
        """Whether neither edition says of these papers that what they say cannot be."""
        if not self.ground.never:
            return True
        cautions = (one for judged in self.judged(items) for one in judged.knowledge.cautions)
        return all(one.code != "cannot_be" for one in cautions)

    def witness(self, items: Sequence[Item], holds: Judged, *, least: bool) -> Witness | None:
        """The witness these papers are, when both verdicts are as wanted; `least` takes away what it does not need."""
        judged = self.judged(items)
        if not holds(judged[0].found.mask, judged[1].found.mask):
            return None
        return Witness(*(self.judged(self._least(items, holds)) if least else judged))

    def _least(self, items: Sequence[Item], holds: Judged) -> Sequence[Item]:
        """The papers without all that can be taken away: once through, and again while something was."""
        kept, fewer = items, self._fewer(items, holds)
        while fewer != kept:
            kept, fewer = fewer, self._fewer(fewer, holds)
        return kept

    def _fewer(self, items: Sequence[Item], holds: Judged) -> Sequence[Item]:
        """The papers after each was left out, and each part of an entry, where both verdicts stay as wanted."""
        kept = items
        for item in reversed(items):
            for smaller in (None, *_parts_left_out(item)):
                fewer = _with(kept, item, smaller)
                old, new = self.judged(fewer)
                if holds(old.found.mask, new.found.mask):
                    kept = fewer
                    break
        return kept


def _parts_left_out(item: Item) -> Iterator[Item]:
    """An entry without one of the things it says; it keeps its day."""
    for entry in item.old:
        if isinstance(entry, Entry):
            for fact in reversed(entry.facts):
                if fact.fact.name != entry.register.dated_by:
                    left = evolve(entry, facts=tuple(one for one in entry.facts if one is not fact))
                    yield item._replace(old=(left,), new=(left,))


def _with(items: Sequence[Item], item: Item, other: Item | None) -> Sequence[Item]:
    """The papers with another in the place of one, or none; where an entry is gone, fewer are declared."""
    if other is not None:
        return [other if one is item else one for one in items]
    gone = {one.register for one in item.old if isinstance(one, Entry)}
    return [_declaring_fewer(one, item) if _declares(one, gone) else one for one in items if one is not item]


def _declares(item: Item, registers: set[Any]) -> bool:
    return any(isinstance(one, Complete) and one.register in registers for one in item.old)


def _declaring_fewer(item: Item, gone: Item) -> Item:
    """A declaration that counts an entry less, in each edition in which that entry counts."""
    old, new = (tuple(_less(one, counts) for one in item.of(edition)) for edition, counts in enumerate(gone.counts))
    return item._replace(old=old, new=new)


def _less(said: Said[Any], number: int) -> Said[Any]:
    return evolve(said, entries=said.entries - number) if isinstance(said, Complete) else said


def _issued(ground: Ground) -> date:
    return min(setting.on for setting in ground.settings)


def _known_names(ground: Ground, edition: int) -> frozenset[object]:
    words = ground.plans[edition].vocabulary(ground.kind)
    return frozenset((*words.facts, *words.registers))


def _what(said: Said[Any]) -> object:
    return said.fact if isinstance(said, Evidence) else said.register


def _when(said: Said[Any]) -> Survey | None:
    return said.at if isinstance(said, Evidence) else None
