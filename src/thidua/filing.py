"""Filing: what papers say, sorted by place. It depends on no day, review or plan, so a dossier does it once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple, assert_never

from thidua.evidence import Complete, Entry, Evidence, Paper
from thidua.knowledge import Known, KnownEntry, Source, known, place_of
from thidua.nodes import Register

Declared = tuple[Paper[Any], Complete[Any]]
"""A declaration that a register is complete, and the paper that makes it."""


class FiledEntry(NamedTuple):
    """One entry of a register, all that papers say of it under its key, and between which days it lies."""

    entry: KnownEntry
    first: date
    last: date


class FiledRegister(NamedTuple):
    """A register: its entries, and the declarations that it is complete."""

    register: Register
    entries: tuple[FiledEntry, ...]
    declared: tuple[Declared, ...]


class Filing(NamedTuple):
    """What is said of each place and of each register."""

    facts: tuple[tuple[str, Known], ...]
    registers: tuple[FiledRegister, ...]


def file_papers(papers: Iterable[Paper[Any]]) -> Filing:
    """The papers sorted by what they speak of; values that disagree are kept as a conflict."""
    facts: dict[str, list[Source]] = {}
    entries: dict[Register, dict[str, list[tuple[Paper[Any], Entry[Any]]]]] = {}
    declared: dict[Register, list[Declared]] = {}
    for paper in papers:
        for said in paper.proves:
            match said:
                case Evidence():
                    facts.setdefault(place_of(said.fact, said.at), []).append(Source(paper, said))
                case Entry():
                    entries.setdefault(said.register, {}).setdefault(said.key, []).append((paper, said))
                case Complete():
                    declared.setdefault(said.register, []).append((paper, said))
                case _:
                    assert_never(said)
    return Filing(
        tuple((place, known(sources[0].said.fact, sources)) for place, sources in facts.items()),
        tuple(
            FiledRegister(
                register,
                tuple(_entry(register, key, filed) for key, filed in entries.get(register, {}).items()),
                tuple(declared.get(register, ())),
            )
            for register in {**entries, **declared}
        ),
    )


def _entry(register: Register, key: str, filed: list[tuple[Paper[Any], Entry[Any]]]) -> FiledEntry:
    said: dict[str, list[Source]] = {}
    for paper, entry in filed:
        for evidence in entry.facts:
            said.setdefault(evidence.fact.name, []).append(Source(paper, evidence))
    places = {name: known(sources[0].said.fact, sources) for name, sources in said.items()}
    day = places[register.dated_by]
    return FiledEntry(KnownEntry(key, places, sources=tuple(filed)), day.low, day.high)
