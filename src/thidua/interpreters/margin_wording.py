"""Margins in words: what is to spare and what is short, with their units, in both languages."""

from __future__ import annotations

from datetime import date
from typing import Any, assert_never

from thidua import nodes as n
from thidua.interpreters.describe import level_said
from thidua.interpreters.wording import amount, bounds, in_both
from thidua.nodes import Op
from thidua.periods import written
from thidua.quantities import SHARE, Exact, Unit
from thidua.texts import Text

Counted = n.Compare | n.CompareDays | n.Falls | n.JudgedAtLeast
"""The leaves that lie somewhere on a line, nearer to a threshold or farther from it."""
DAY = Unit("day", Text("ngày", "days"))
STEP = Unit("step", Text("bậc", "steps"))
_POINTS = Unit("percentage point", Text("điểm phần trăm", "percentage points"))

_SPARE = {
    "days": ("sớm {}", "{} early"),
    "steps": ("cao hơn mức yêu cầu {}", "{} above what is asked"),
    "": ("dư {}", "{} to spare"),
}
_SHORT = {
    "days": ("muộn {}", "{} late"),
    "falls": ("mức giảm còn thiếu {}", "the fall is short by {}"),
    "at most": ("vượt mức {}", "over by {}"),
    "": ("còn thiếu {}", "short by {}"),
}


def margin_said(node: Counted, side: str, low: Exact | None, high: Exact | None, unit: Unit) -> Text:
    """The distance in words: what is to spare of what is met, what is short of what is not, or either where open."""
    what, low, high = _told(node, unit), _scaled(low, unit), _scaled(high, unit)
    return in_both(lambda language: _said(node, side, low, high, what, language))


def _said(node: Counted, side: str, low: Exact | None, high: Exact | None, what: Unit, language: str) -> str:
    vi = language == "vi"
    which = 0 if vi else 1
    kind = _kind(node)
    spare, short = _SPARE.get(kind, _SPARE[""])[which], _SHORT.get(kind, _SHORT[""])[which]
    if side == "open":
        met, not_met = ("nếu đạt thì", "nếu không đạt thì") if vi else ("if met,", "if not met,")
        parts = [
            f"{where} {word.format(bounds(None, most, what, language))}"
            for where, word, most in ((not_met, short, None if low is None else -low), (met, spare, high))
            if most is not None and most > 0
        ]
        return "; ".join(parts) or ("chưa rõ cách mức bao nhiêu" if vi else "how far is not known")
    if side == "short":
        if low == high == 0:
            return "đúng bằng mức, chưa đạt" if vi else "exactly at the bound, which does not meet it"
        if high is None and not low:
            return "chưa rõ còn thiếu bao nhiêu" if vi else "by how much it is short is not known"
        return short.format(bounds(low, high, what, language))
    if low == high == 0:
        return "đạt, vừa đúng mức" if vi else "met, with nothing to spare"
    if high is None and not low:
        return "đạt, chưa rõ dư bao nhiêu" if vi else "met, by how much is not known"
    said = spare.format(bounds(low, high, what, language))
    return f"đạt, {said}" if vi else f"met with {said}" if kind not in ("days", "steps") else f"met, {said}"


def threshold_said(node: Counted, low: Any, high: Any, unit: Unit, *, exclusive: bool) -> Text:
    """The last value that still meets, in words."""
    return in_both(lambda language: _threshold(node, low, high, unit, language, exclusive=exclusive))


def _threshold(node: Counted, low: Any, high: Any, unit: Unit, language: str, *, exclusive: bool) -> str:
    vi = language == "vi"
    upwards = _upwards(node)
    if isinstance(node, n.JudgedAtLeast):
        said = level_said(node.fact, node.level, language)
        return f"từ mức “{said}” trở lên" if vi else f"“{said}” or above"
    if isinstance(node, n.CompareDays):
        ends = [written(end, language) for end in dict.fromkeys((low, high)) if isinstance(end, date)]
        said = (" đến " if vi else " to ").join(ends)
        return (f"từ {said}" if upwards else f"đến hết {said}") if vi else f"{'from' if upwards else 'by'} {said}"
    what = unit if unit == SHARE else _told(node, unit)
    if low is None or low != high:
        said = bounds(low, high, what, language)
        return f"mức phải đạt: {said}" if vi else f"the bound: {said}"
    at_least, at_most = (("trên", "dưới") if exclusive else ("ít nhất", "nhiều nhất")) if vi else (
        ("more than", "less than") if exclusive else ("at least", "at most")
    )  # fmt: skip
    return f"{at_least if upwards else at_most} {amount(low, what, language)}"


def _kind(node: Counted) -> str:
    match node:
        case n.Falls():
            return "falls"
        case n.JudgedAtLeast():
            return "steps"
        case n.CompareDays(left=n.YearsAfter()):
            return "at most" if _upwards(node) else ""  # a span of at most, or of at least, so many years
        case n.CompareDays():
            return "" if _upwards(node) else "days"
        case n.Compare():
            return "" if _upwards(node) else "at most"
        case _:
            assert_never(node)


def _upwards(node: Counted) -> bool:
    """Whether more, or later, is better."""
    match node:
        case n.Compare(op=op) | n.CompareDays(op=op):
            return op in (Op.AT_LEAST, Op.MORE_THAN)
        case _:
            return isinstance(node, n.JudgedAtLeast)


def _told(node: Counted, unit: Unit) -> Unit:
    """The unit that is said: entries by what they are called in Vietnamese, shares in percentage points."""
    if isinstance(node, n.Compare) and isinstance(node.left, n.Number):
        return Unit("", Text(node.left.register.label.vi, ""))
    return _POINTS if unit == SHARE else unit


def _scaled(value: Exact | None, unit: Unit) -> Exact | None:
    return value * 100 if value is not None and unit == SHARE else value
