"""Reading a register: which entries count, how many more there may be, whether a declaration holds.

A declaration counts the entries from the first day that counts through its own day. One that the entries on file
contradict is void: the register is open, and as many of the entries held as are too many may not belong.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Any, NamedTuple

from thidua.evidence import Complete, Entry, Paper
from thidua.knowledge import Caution, Known, KnownEntry, KnownRegister, Source, known
from thidua.movements import Setting
from thidua.nodes import Register

Filed = tuple[Paper[Any], Entry[Any]]
Declared = tuple[Paper[Any], Complete[Any]]


class _Dated(NamedTuple):
    entry: KnownEntry
    first: date
    last: date


def known_register(
    register: Register,
    filed: list[Filed],
    declared: list[Declared],
    setting: Setting,
    cautions: list[Caution],
) -> KnownRegister:
    """What is known of a register at the cut-off of the setting."""
    counting, later = _entries(register, filed, setting, cautions)
    everything = [*counting, *later]
    marks = sorted({(said.through, said.entries) for _, said in declared})
    excess = _excess(marks, everything, setting.counts_from - timedelta(days=1))
    entries = tuple(dated.entry for dated in counting)
    if excess is not None:
        cautions.append(Caution("declaration_void", register.label, tuple(paper for paper, _ in declared)))
        return KnownRegister(entries, surplus=min(excess, len(entries)), declared=tuple(declared))
    low, high = 0, None
    for through, number in marks:
        if through <= setting.cut_off:
            low = max(low, number - sum(dated.first <= through for dated in everything))
        if through >= setting.cut_off:
            sure = sum(dated.entry.certain for dated in counting)
            after = sum(dated.first > setting.cut_off and dated.last <= through for dated in later)
            high = number - sure - after if high is None else min(high, number - sure - after)
    return KnownRegister(entries, low, high, declared=tuple(declared))


def _entries(
    register: Register, filed: list[Filed], setting: Setting, cautions: list[Caution]
) -> tuple[list[_Dated], list[_Dated]]:
    """The entries that count or may count, and those surely after the cut-off; equal keys are one entry."""
    by_key: dict[str, list[Filed]] = {}
    for paper, entry in filed:
        by_key.setdefault(entry.key, []).append((paper, entry))
    counting, later = [], []
    for key, sources in by_key.items():
        said: dict[str, list[Source]] = {}
        for paper, entry in sources:
            for evidence in entry.facts:
                said.setdefault(evidence.fact.name, []).append(Source(paper, evidence))
        places = {name: known(found[0].said.fact, found) for name, found in said.items()}
        for what in places.values():
            if what.conflict:
                papers = tuple(source.paper for source in what.sources)
                cautions.append(Caution("conflict", what.sources[0].said.fact.label, papers, key))
        if any(paper.document is None for paper, _ in sources):
            cautions.append(Caution("undocumented", register.label, tuple(p for p, _ in sources), key))
        day: Known = places[register.dated_by]
        inside = setting.counts_from <= day.low and day.high <= setting.cut_off
        outside = day.high < setting.counts_from or day.low > setting.cut_off
        dated = _Dated(KnownEntry(key, places, inside, tuple(sources)), day.low, day.high)
        if not outside:
            counting.append(dated)
        else:
            cautions.append(Caution("outside_period", register.label, tuple(p for p, _ in sources), key))
            if day.low > setting.cut_off:
                later.append(dated)
    return counting, later


def _excess(marks: list[tuple[date, int]], entries: list[_Dated], before: date) -> int | None:
    """How many entries are too many for the declarations; `None` when they can all be true together.

    Between two declarations lie as many entries as their numbers differ by; `before` is the day before the first that
    counts, when there are none.
    """
    contradicted = False
    excess = 0
    for (since, fewer), (through, number) in combinations([(before, 0), *marks], 2):
        surely = sum(since < dated.first and dated.last <= through for dated in entries)
        if surely > number - fewer or (since == through and number != fewer):
            contradicted = True
            excess = max(excess, min(surely, surely - (number - fewer)))
    return excess if contradicted else None
