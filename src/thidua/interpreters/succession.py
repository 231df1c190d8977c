"""What a successor takes over from units that ended: their numbers added, their registers joined, the rest left.

A number counted at a survey approved before that day is the sum over the units. So is an amount of the period, with
what the successor has added since. Of a unit without a dossier, and of a successor that has not said what came after,
no more than the fact's own bounds is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from attrs import evolve

from thidua.dossiers import Dossier, Succession
from thidua.evidence import Evidence
from thidua.interpreters.ends import highest, lowest
from thidua.knowledge import (
    UNHEARD_OF,
    Caution,
    Knowledge,
    Known,
    KnownRegister,
    known,
    nothing_known,
)
from thidua.movements import Setting
from thidua.nodes import Fact, Kind, Lives
from thidua.quantities import SHARE
from thidua.texts import Text

Reader = Callable[[Dossier[Any], Setting], Knowledge]
"""Reads the papers of a unit, as of the last day it was there."""


class _Unit(NamedTuple):
    """A unit that ended, by name and code, and what is known of it; of one without a dossier nothing is."""

    name: str
    code: str
    knowledge: Knowledge


def taken_over(own: Knowledge, succession: Succession[Any], setting: Setting, read: Reader) -> Knowledge:
    """The knowledge of a successor: from its own papers, and from those of the units that it took over."""
    ended = setting.cut_off if succession.renaming else succession.on - timedelta(days=1)
    then = evolve(setting, cut_off=min(setting.cut_off, ended))
    units = [_Unit(unit.subject.name, unit.subject.code, read(unit, then)) for unit in succession.units]
    units += [_Unit(code, code, Knowledge()) for code in succession.missing]
    cautions = [*own.cautions, *(caution for unit in units for caution in unit.knowledge.cautions)]
    cautions += [Caution("unit_missing", Text(code, code)) for code in succession.missing]
    lived_on = setting.cut_off > then.cut_off
    places = dict(own.places)
    for place in dict.fromkeys(place for unit in units for place in unit.knowledge.places):
        held = [(unit.name, unit.knowledge.places.get(place)) for unit in units]
        said = next(what for _, what in held if what is not None).sources[0].said
        if succession.renaming:
            places[place] = _agreed(said.fact, own.places.get(place), held[0][1], cautions)
        elif _still_growing(said) and lived_on:
            places[place] = _sum(said.fact, [*held, ("", own.places.get(place))])
        elif _adds_up(said, succession):
            places[place] = _agreed(said.fact, own.places.get(place), _sum(said.fact, held), cautions)
        else:
            papers = tuple(source.paper for _, what in held if what is not None for source in what.sources)
            cautions.append(Caution("not_taken_over", said.fact.label, papers))
    registers = _joined(own.registers, units, lived_on=lived_on)
    return Knowledge(places, registers, own.days, tuple(dict.fromkeys(cautions)))


def _counts(fact: Fact) -> bool:
    """Whether it is a number that adds up over units: a share of something does not."""
    return fact.kind is Kind.NUMBER and fact.unit != SHARE


def _still_growing(said: Evidence[Any]) -> bool:
    """Whether it is an amount of the period, to which a successor goes on adding."""
    return _counts(said.fact) and said.fact.lives is Lives.OVER_THE_PERIOD


def _adds_up(said: Evidence[Any], succession: Succession[Any]) -> bool:
    if said.at is not None:
        return _counts(said.fact) and said.at.approved_on < succession.on
    return _still_growing(said)


def _sum(fact: Fact, held: list[tuple[str, Known | None]]) -> Known:
    """The sum over the units, each as far as it is known."""
    parts = [what or nothing_known(fact) for _, what in held]
    lows, highs = [part.low for part in parts], [part.high for part in parts]
    return Known(
        None if None in lows else sum(lows),
        None if None in highs else sum(highs),
        sources=tuple(source for part in parts for source in part.sources),
        conflict=any(part.conflict for part in parts),
        built=tuple(held),
    )


def _agreed(fact: Fact, own: Known | None, before: Known | None, cautions: list[Caution]) -> Known:
    """What the successor's own papers and those of its units say together of one place.

    As everywhere, what agrees narrows, and a contradiction widens.
    """
    if own is None or before is None:
        return own or before or nothing_known(fact)
    sources = own.sources + before.sources
    if fact.kind is not Kind.NUMBER:
        both = known(fact, list(sources))
    else:
        low, high = highest(own.low, before.low), lowest(own.high, before.high)
        conflict = own.conflict or (low is not None and high is not None and low > high)
        if conflict:
            low = None if None in (own.low, before.low) else min(own.low, before.low)
            high = None if None in (own.high, before.high) else max(own.high, before.high)
        both = Known(low, high, sources=sources, conflict=conflict, built=before.built)
    if both.conflict:
        cautions.append(Caution("conflict", fact.label, tuple(source.paper for source in sources)))
    return both


def _joined(own: Mapping[str, KnownRegister], units: Iterable[_Unit], *, lived_on: bool) -> Mapping[str, KnownRegister]:
    """The registers of all, entries known by the unit's code before their key; open while one of them is."""
    listed = list(units)
    joined = dict(own)
    for name in dict.fromkeys(name for unit in listed for name in unit.knowledge.registers):
        parts = [_of_unit(unit.knowledge.registers.get(name, UNHEARD_OF), unit.code) for unit in listed]
        if lived_on or name in own:
            parts.append(own.get(name, UNHEARD_OF))
        highs = [part.unseen_high for part in parts]
        joined[name] = KnownRegister(
            tuple(entry for part in parts for entry in part.entries),
            sum(part.unseen_low for part in parts),
            None if None in highs else sum(high for high in highs if high is not None),
            sum(part.surplus for part in parts),
            tuple(declared for part in parts for declared in part.declared),
            void=any(part.void for part in parts),
        )
    return joined


def _of_unit(register: KnownRegister, code: str) -> KnownRegister:
    return register._replace(entries=tuple(e._replace(key=f"{code}: {e.key}") for e in register.entries))
