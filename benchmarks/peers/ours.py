"""thidua on a row: its knowledge made outside the timing, verdict and tree of reasons inside."""

from __future__ import annotations

from datetime import date
from typing import Any

from workloads.oracle import MET, NOT_APPLICABLE, UNKNOWN, UNMET, Codes, Row, codes_of
from workloads.plan import KINDS, PLAN, SETTING

from peers.engines import Peer
from thidua.interpreters.assess import judge_group
from thidua.knowledge import Knowledge, Known
from thidua.verdicts import F, M, N

_SURVEYED = {"start": "2021", "end": "2024"}
_CODES = {F: UNMET, M: MET, N: NOT_APPLICABLE}


def place(column: str) -> str:
    """The place of a column: a count made at a survey is named by it."""
    fact, _, moment = column.rpartition("_")
    return f"{fact}@{_SURVEYED[moment]}" if moment in _SURVEYED else column


def known(value: Any) -> Known:
    """What a recorded value leaves possible: itself."""
    match value:
        case bool():
            return Known(options=frozenset(("yes" if value else "no",)))
        case str():
            return Known(options=frozenset((value,)))
        case int() | date():
            return Known(value, value)
        case _:
            msg = f"no value of a workload: {value!r}"
            raise TypeError(msg)


def knowledge(row: Row) -> Knowledge:
    """What is known of the subject of a row; what is missing is no place at all."""
    places = {place(name): known(value) for name, value in row.items() if value is not None}
    return Knowledge(places, {}, SETTING.days)


def codes(found: Any) -> Codes:
    """The four clauses and the whole."""
    whole, clauses = found
    masks = [*(clause.mask for _, clause in clauses), whole.mask]
    return codes_of(_CODES.get(mask, UNKNOWN) for mask in masks)


def thidua(workload: str) -> Peer:
    """thidua: every condition with what was read, and the whole tree."""
    kind = KINDS[workload]
    return Peer(
        "thidua",
        "every condition with its values, as a tree",
        knowledge,
        lambda held: judge_group(PLAN, kind, held, SETTING),
        codes,
    )
