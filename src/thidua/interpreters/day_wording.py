"""Days and their comparisons in words."""

from __future__ import annotations

from typing import assert_never

from thidua import nodes as n
from thidua.interpreters.wording import tally
from thidua.nodes import DayTerm, Op
from thidua.periods import written


def day_said(term: DayTerm, language: str = "vi") -> str:
    """A day as a noun phrase."""
    match term:
        case n.RecordedDay(fact=fact):
            return fact.label.in_(language)
        case n.ExactDay(day=given):
            return written(given, language)
        case n.DayOf(when=when):
            return when.label.in_(language)
        case n.YearsAfter(term=inner, years=years):
            said = day_said(inner, language)
            span = tally(years, language)
            after = f"{span} năm sau {said}" if language == "vi" else f"{span} years after {said}"
            return after + _leap(term, language)
        case _:
            assert_never(term)


def days_compared(node: n.CompareDays, language: str = "vi") -> str:
    """What a comparison of two days requires."""
    vi = language == "vi"
    if isinstance(node.left, n.YearsAfter) and node.op in (Op.AT_MOST, Op.AT_LEAST):
        from_, to = day_said(node.left.term, language), day_said(node.right, language)
        span = tally(node.left.years, language)
        if node.op is Op.AT_MOST:
            said = f"từ {from_} đến {to} đủ {span} năm trở lên" if vi else f"from {from_} to {to}: {span} years or more"
        else:
            most = f"không quá {span} năm" if vi else f": no more than {span} years"
            said = f"từ {from_} đến {to} {most}" if vi else f"from {from_} to {to}{most}"
        return said + _leap(node.left, language)
    how = {
        Op.AT_MOST: ("không muộn hơn", "is no later than"),
        Op.LESS_THAN: ("trước", "is before"),
        Op.AT_LEAST: ("không sớm hơn", "is no earlier than"),
        Op.MORE_THAN: ("sau", "is after"),
    }[node.op][0 if vi else 1]
    return f"{day_said(node.left, language)} {how} {day_said(node.right, language)}"


def _leap(term: n.YearsAfter, language: str) -> str:
    if term.leap == "28_february":
        return ""
    return " (ngày 29/02 tròn năm vào ngày 01/3)" if language == "vi" else " (29 February comes round on 1 March)"
