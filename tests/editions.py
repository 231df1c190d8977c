"""Other editions of a plan, made by small edits: what a drafter may change, one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from attrs import evolve, fields, has

from thidua import PLAN
from thidua.clauses import Criteria
from thidua.conditions import Condition
from thidua.movements import Plan, Vocabulary
from thidua.nodes import Fact, Predicate, Register
from thidua.texts import Text

LEFT_ALONE = Fact | Register | Text | Vocabulary
Change = Callable[[Any], Any]


def rewritten(value: Any, change: Change) -> Any:
    """The value with every frozen part below it put through `change`, the innermost first."""
    known: dict[int, Any] = {}

    def again(old: Any) -> Any:
        if id(old) not in known:
            known[id(old)] = old, _again(old)
        return known[id(old)][1]

    def _again(old: Any) -> Any:
        if isinstance(old, tuple):
            items = tuple(map(again, old))
            return old if all(new is was for new, was in zip(items, old, strict=True)) else items
        if isinstance(old, LEFT_ALONE) or not has(type(old)):
            return old
        parts = {part.name: getattr(old, part.name) for part in fields(type(old)) if part.init}
        changed = {name: new for name, was in parts.items() if (new := again(was)) is not was}
        return change(evolve(old, **changed) if changed else old)

    return again(value)


def with_group(group: str, plan: Plan = PLAN, **changes: Any) -> Plan:
    """The plan with some fields of a group replaced."""
    contents = tuple(evolve(item, **changes) if item.id == group else item for item in plan.contents)
    return evolve(plan, contents=contents)


def with_clause(clause: str, plan: Plan = PLAN, **changes: Any) -> Plan:
    """The plan with some fields of a clause replaced."""
    criteria = _home(clause, plan)
    clauses = tuple(evolve(item, **changes) if item.id == clause else item for item in criteria.clauses)
    return with_group(criteria.id, plan, clauses=clauses)


def requiring(clause: str, condition: Condition[Any], plan: Plan = PLAN) -> Plan:
    """The plan with another requirement of a clause."""
    return with_clause(clause, plan, requires=condition)


def with_nodes(clause: str, change: Change, plan: Plan = PLAN) -> Plan:
    """The plan with every node of what a clause requires put through `change`, which must change something."""
    before = _home(clause, plan).clause(clause).requires
    after: Predicate = rewritten(before.node, change)
    assert after != before.node, f"nothing of {clause} was changed"
    return requiring(clause, Condition(after), plan)


def _home(clause: str, plan: Plan) -> Criteria[Any]:
    return next(item for item in plan.criteria if any(one.id == clause for one in item.clauses))


@cache
def clause_alone(plan: Plan, clause: str) -> Plan:
    """The plan with nothing asked of a group but one of its clauses."""
    criteria = _home(clause, plan)
    return with_group(criteria.id, plan, requires=criteria.clause(clause).is_met(), applies_where=None)
