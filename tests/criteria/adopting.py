"""The plan as it would be with another option of a reading adopted."""

from __future__ import annotations

from functools import cache

from thidua import PLAN
from thidua.amendments import adopting
from thidua.movements import Plan
from thidua.nodes import Reading
from thidua.walks import readings_of


@cache
def adopted(name: str, option: str | None) -> Plan:
    """The plan with that option of a reading adopted throughout, or with none."""
    return adopting(PLAN, name, option)


def switches() -> list[Reading]:
    """The readings that stand in the trees of the criteria, each once."""
    trees = [clause.node for clause in PLAN.clauses] + [criteria.node for criteria in PLAN.criteria]
    return list(dict.fromkeys(reading for tree in trees for reading in readings_of(tree)))
