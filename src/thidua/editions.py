"""Editions of a plan: the one in force on a day, and what would be if one had been."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import evolve

from thidua.errors import NotInForceError
from thidua.movements import Plan
from thidua.periods import checked_day


def as_if_in_force(plan: Plan) -> Plan:
    """The plan as if it had always been in force, to ask what would have been; its history stays."""
    return evolve(plan, in_force_from=None)


def edition_in_force(editions: Sequence[Plan], on: date) -> Plan:
    """Of several editions of a plan the one in force on a day: the last that has taken effect by then.

    Raises `NotInForceError` when none has, or when two took effect on one day.
    """
    checked_day(on, "on")
    taken = [plan for plan in editions if plan.in_force_from is None or plan.in_force_from <= on]
    if not taken:
        days = ", ".join(f"{plan.id} from {plan.in_force_from}" for plan in editions) or "none was given"
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
