"""Editions of a plan: the one in force on a day, what would be if one had been, and what a mark compares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from attrs import evolve

from thidua.clauses import Criteria
from thidua.conditions import ALWAYS, Condition, all_of
from thidua.enactments import Floor
from thidua.errors import NotInForceError, expect, expect_each
from thidua.movements import Plan
from thidua.nodes import ClauseMet
from thidua.periods import checked_day


def as_if_in_force(plan: Plan) -> Plan:
    """The plan as if it had always been in force, to ask what would have been; its history stays."""
    expect(plan, Plan)
    return evolve(plan, in_force_from=None)


def edition_in_force(editions: Sequence[Plan], on: date) -> Plan:
    """Of several editions of a plan the one in force on a day: the last that has taken effect by then.

    Raises `NotInForceError` when none has, or when two took effect on one day.
    """
    checked_day(on, "on")
    given = expect_each(editions, Plan)
    taken = [plan for plan in given if plan.in_force_from is None or plan.in_force_from <= on]
    if not taken:
        days = ", ".join(f"{plan.id} from {plan.in_force_from}" for plan in given) or "none was given"
        msg = f"no edition is in force on {on}: {days}"
        raise NotInForceError(msg)
    latest = max(taken, key=_since).in_force_from
    last = [plan for plan in taken if plan.in_force_from == latest]
    if len(last) > 1:
        msg = f"{len(last)} editions took effect on one day, {latest or 'the first'}: {', '.join(p.id for p in last)}"
        raise NotInForceError(msg)
    return last[0]


def _since(plan: Plan) -> date:
    return plan.in_force_from or date.min


def floor_editions(plan: Plan, floor: Floor) -> tuple[Plan, Plan] | None:
    """Two plans that ask one thing: what was marked as it stood, and as it stands; nothing where it is gone.

    Each has the readings, reviews and surveys of its day, and is in force on any day. Whoever a clause does not apply
    to passes it, as in its group, so that to ask it of fewer is to make it looser. The mark is kept when nobody passes
    the second who would not have passed the first.
    """
    now = next((group for group in plan.criteria if group.id == floor.group.id), None)
    if now is None or floor.id in plan.gone:
        return None
    alone = evolve(
        as_if_in_force(plan), contents=(_asking(now, floor.id),), forms=(), routes=(), amendments=(), floors=()
    )
    stood = evolve(
        alone, contents=(_asking(floor.group, floor.id),), readings=floor.readings, reviews=floor.reviews,
        surveys=floor.surveys,
    )  # fmt: skip
    return stood, alone


def _asking(group: Criteria[Any], place: str) -> Criteria[Any]:
    """The group, asking one clause alone where a clause is meant."""
    if place == group.id:
        return group
    return evolve(group, requires=all_of(ALWAYS, Condition[Any](ClauseMet(place))), applies_where=None, readings=())
