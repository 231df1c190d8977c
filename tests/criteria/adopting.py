"""The plan as it would be with another option of a reading adopted."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import evolve, fields, has

from thidua import PLAN
from thidua.movements import Plan, Vocabulary
from thidua.nodes import Fact, Reading, Register
from thidua.texts import Text
from thidua.walks import readings_of

WITHOUT_READINGS = Fact | Register | Text | Vocabulary


@cache
def adopted(name: str, option: str | None) -> Plan:
    """The plan with that option of a reading adopted throughout, or with none."""
    assert option in {None, *(known.id for known in PLAN.reading(name).options)}
    rewritten: dict[int, Any] = {}

    def again(value: Any) -> Any:
        if id(value) not in rewritten:
            rewritten[id(value)] = _again(value)
        return rewritten[id(value)]

    def _again(value: Any) -> Any:
        match value:
            case Reading(id=given):
                return evolve(value, adopted=option) if given == name else value
            case tuple():
                items = tuple(again(item) for item in value)
                return value if all(map(_same, items, value)) else items
            case _ if isinstance(value, WITHOUT_READINGS) or not has(type(value)):
                return value
        parts = {part.name: getattr(value, part.name) for part in fields(type(value))}
        changed = {part: new for part, old in parts.items() if not _same(new := again(old), old)}
        return evolve(value, **changed) if changed else value

    plan: Plan = again(PLAN)
    return plan


def switches() -> list[Reading]:
    """The readings that stand in the trees of the criteria, each once."""
    trees = [clause.node for clause in PLAN.clauses] + [criteria.node for criteria in PLAN.criteria]
    return list(dict.fromkeys(reading for tree in trees for reading in readings_of(tree)))


def _same(new: object, old: object) -> bool:
    return new is old
