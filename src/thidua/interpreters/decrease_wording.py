"""A fall by so much in words: so many households fewer, so many percentage points lower."""

from __future__ import annotations

from thidua.interpreters.wording import amount
from thidua.measures import fall_of
from thidua.measures import unit as unit_of
from thidua.nodes import Exactly, Op, Quantity
from thidua.periods import AT_REVIEW, When
from thidua.quantities import POINTS, SHARE, Unit

_HOW = {
    Op.AT_LEAST: ("giảm từ {} trở lên", "down by {} or more"),
    Op.MORE_THAN: ("giảm trên {}", "down by more than {}"),
    Op.AT_MOST: ("giảm không quá {}", "down by no more than {}"),
    Op.LESS_THAN: ("giảm dưới {}", "down by less than {}"),
}


def unit_said(term: Quantity) -> Unit:
    """The unit a term is told in: a difference of shares in percentage points."""
    counted = unit_of(term)
    return POINTS if counted == SHARE and fall_of(term) is not None else counted


def decrease_compared(what: str, op: Op, bound: Exactly, times: tuple[When, When], language: str) -> str:
    """By how much something must have fallen between two moments."""
    how = _HOW[op][0 if language == "vi" else 1].format(
        amount(bound.value, POINTS if bound.unit == SHARE else bound.unit, language)
    )
    return (
        f"{what} {how} {_between(times, language)}"
        if language == "vi"
        else f"{what}: {how} {_between(times, language)}"
    )


def decrease_said(what: str, times: tuple[When, When], language: str) -> str:
    """By how much something has fallen between two moments, as a noun phrase."""
    said = f"mức giảm {what}" if language == "vi" else f"the fall in {what}"
    return f"{said} {_between(times, language)}"


def _between(times: tuple[When, When], language: str) -> str:
    since, until = times
    said = f"so với {since.label.vi}" if language == "vi" else f"since {since.label.en}"
    if until == AT_REVIEW:
        return said
    return f"{said}, tính đến {until.label.vi}" if language == "vi" else f"{said}, to {until.label.en}"
