"""Reading a register: which entries count, how many more there may be, whether a declaration holds.

A declaration counts the entries from the first day that counts through its own day. One that the entries on file
contradict is void: the register is open, and as many of the entries held as are too many may not belong.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from thidua.filing import Declared, FiledEntry, FiledRegister
from thidua.knowledge import Caution, KnownEntry, KnownRegister
from thidua.movements import Setting
from thidua.nodes import Register
from thidua.texts import Text


def known_register(filed: FiledRegister, setting: Setting, cautions: list[Caution]) -> KnownRegister:
    """What is known of a register at the cut-off of the setting."""
    counting, later = _counting(filed, setting, cautions)
    dated = [entry for _, entry in counting] + later
    declared = _declared(filed, setting, cautions)
    marks = sorted({(said.through, said.entries) for _, said in declared})
    said = [_days(entry, filed.register) for entry in dated] if marks else []
    excess = _excess(marks, said, setting.counts_from - timedelta(days=1))
    entries = tuple(entry for entry, _ in counting)
    if excess is not None:
        held = (paper for entry in dated for paper, _ in entry.entry.sources)
        papers = tuple(dict.fromkeys((*(paper for paper, _ in declared), *held)))
        cautions.append(Caution("declaration_void", filed.register.label, papers, of=filed.register))
        return KnownRegister(entries, surplus=min(excess, len(entries)), declared=declared, void=True)
    low, high = 0, None
    for through, number in marks:
        if through <= setting.cut_off:
            low = max(low, number - sum(entry.first <= through for entry in dated))
        if through >= setting.cut_off:
            sure = sum(entry.certain for entry in entries)
            after = sum(entry.last <= through for entry in later)
            high = number - sure - after if high is None else min(high, number - sure - after)
    return KnownRegister(entries, low, high, declared=declared)


def _declared(filed: FiledRegister, setting: Setting, cautions: list[Caution]) -> tuple[Declared, ...]:
    """The declarations that say something of the days that count."""
    early = tuple(paper for paper, said in filed.declared if said.through < setting.counts_from)
    if not early:
        return filed.declared
    cautions.append(Caution("outside_period", filed.register.label, early, of=filed.register))
    return tuple(one for one in filed.declared if one[1].through >= setting.counts_from)


def _counting(
    filed: FiledRegister, setting: Setting, cautions: list[Caution]
) -> tuple[list[tuple[KnownEntry, FiledEntry]], list[FiledEntry]]:
    """The entries that count or may count, and those surely after the cut-off."""
    first, last, register = setting.counts_from, setting.cut_off, filed.register
    counting: list[tuple[KnownEntry, FiledEntry]] = []
    later: list[FiledEntry] = []
    for dated in filed.entries:
        entry = dated.entry
        _caution_sources(entry, register, cautions)
        if dated.last < first or dated.first > last:
            papers = tuple(paper for paper, _ in entry.sources)
            cautions.append(Caution("outside_period", register.label, papers, Text(entry.key, entry.key), register))
            if dated.first > last:
                later.append(dated)
        else:
            inside = first <= dated.first and dated.last <= last
            counting.append((entry if inside else entry._replace(certain=False), dated))
    return counting, later


def _caution_sources(entry: KnownEntry, register: Register, cautions: list[Caution]) -> None:
    for what in entry.places.values():
        if what.conflict:
            papers = tuple(source.paper for source in what.sources)
            label, key = what.sources[0].said.fact.label, Text(entry.key, entry.key)
            cautions.append(Caution("conflict", label, papers, key, register))
    if any(paper.document is None for paper, _ in entry.sources):
        papers = tuple(paper for paper, _ in entry.sources)
        cautions.append(Caution("undocumented", register.label, papers, Text(entry.key, entry.key), register))


def _days(dated: FiledEntry, register: Register) -> list[date]:
    """Every day that some paper gives the entry."""
    said = (source.said.value for source in dated.entry.places[register.dated_by].sources)
    return [day for day in said if isinstance(day, date)]


def _excess(marks: list[tuple[date, int]], entries: list[list[date]], before: date) -> int | None:
    """How many entries are too many for the declarations; `None` when they can all be true together.

    Between two declarations lie as many entries as their numbers differ by; `before` is the day before the first that
    counts, when there are none. So that one contradiction more never takes another back, an entry whose day is disputed
    lies on each of its days, and what is too many between any two declarations adds up.
    """
    contradicted = False
    excess = 0
    for (since, fewer), (through, number) in combinations([(before, 0), *marks], 2):
        filed = sum(any(since < day <= through for day in days) for days in entries)
        if filed > number - fewer or (since == through and number != fewer):
            contradicted = True
            excess += max(0, min(filed, filed - (number - fewer)))
    return excess if contradicted else None
