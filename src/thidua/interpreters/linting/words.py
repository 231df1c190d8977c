"""What is wrong with a clause as written: a number outside its unit, a judged word without a scale, no citation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from thidua import nodes as n
from thidua.clauses import Clause, Criteria
from thidua.errors import UnknownNameError, WrongUnitError
from thidua.interpreters.linting.results import Fault, LintFinding
from thidua.interpreters.wording import amount
from thidua.measures import fall_of, unit
from thidua.nodes import Fact, JudgedAtLeast
from thidua.quantities import SHARE, Exact
from thidua.texts import Text
from thidua.thresholds import Threshold, thresholds
from thidua.walks import nodes_of

NO_PLACE = Text(
    "Mã của tiêu chí không chỉ ra mục, khoản, điểm nào.", "The id of the clause names no section, clause or point."
)
NO_WORDS = Text("Tiêu chí không có lời văn.", "The clause has no words.")


def faults_as_written(group: Criteria[Any]) -> Iterator[LintFinding]:
    """The faults of the clauses of a group, and of how it counts them, that need no world to be seen."""
    items: tuple[Clause[Any] | Criteria[Any], ...] = (*group.clauses, group)
    for item in items:
        yield from _not_cited(item)
        yield from _not_scaled(item)
        yield from _outside(item)


def _not_cited(item: Clause[Any] | Criteria[Any]) -> Iterator[LintFinding]:
    line = item.heading if isinstance(item, Criteria) else item
    try:
        _ = line.citation
    except UnknownNameError:
        yield LintFinding(Fault.NO_CITATION, item.id, NO_PLACE)
    if not line.text.strip():
        yield LintFinding(Fault.NO_CITATION, item.id, NO_WORDS)


def _not_scaled(item: Clause[Any] | Criteria[Any]) -> Iterator[LintFinding]:
    """A body cannot judge what has no steps, no question, nobody to judge it, or is asked for a step that is none."""
    judged = dict.fromkeys(node for node in nodes_of(item.node) if isinstance(node, JudgedAtLeast))
    for node in judged:
        missing = _missing(node.fact, node.level)
        if missing is not None:
            label = node.fact.label
            reason = Text(f"Nội dung “{label.vi}”: {missing.vi}.", f"The judged word “{label.en}”: {missing.en}.")
            yield LintFinding(Fault.NO_SCALE, item.id, reason)


def _missing(fact: Fact, level: str) -> Text | None:
    steps = [option.id for option in fact.options]
    if len(steps) < 2:  # noqa: PLR2004  # a scale has steps to tell apart
        return Text("thang đánh giá phải có ít nhất hai mức", "a scale has two steps or more")
    if level not in steps:
        return Text(f"mức “{level}” không có trong thang đánh giá", f"“{level}” is no step of the scale")
    if fact.question is None:
        return Text("chưa nêu câu hỏi cho cơ quan đánh giá", "nothing says what the body is asked")
    if not fact.judges:
        return Text("chưa nêu cơ quan đánh giá", "no body is named to judge it")
    return None


def _outside(item: Clause[Any] | Criteria[Any]) -> Iterator[LintFinding]:
    try:
        found = thresholds(item)
        for node in nodes_of(item.node):
            if isinstance(node, n.Compare):
                _ = unit(n.Sum((node.left, node.right)))
    except WrongUnitError as error:
        reason = Text(f"Hai đơn vị khác nhau: {error}.", f"Two units: {error}.")
        yield LintFinding(Fault.OUTSIDE_ITS_UNIT, item.id, reason)
        return
    for each in found:
        wrong = _wrong(each)
        if wrong is not None:
            reason = Text(f"Ngưỡng “{each.label.vi}”: {wrong.vi}.", f"The threshold “{each.label.en}”: {wrong.en}.")
            yield LintFinding(Fault.OUTSIDE_ITS_UNIT, item.id, reason)


def _wrong(found: Threshold) -> Text | None:
    """Why no measured value could ever lie on either side of it, or why it is none of its unit."""
    if not isinstance(found.value, Exact) or found.unit is None:
        return None
    low, high, whole = _range(found)
    vi, en = (amount(found.value, found.unit, language) for language in ("vi", "en"))
    if (low is not None and found.value < low) or (high is not None and found.value > high):
        return Text(f"{vi} nằm ngoài các giá trị có thể có", f"{en} lies outside all values there can be")
    if whole and found.value.denominator != 1:
        return Text(f"{vi} không phải số nguyên", f"{en} is no whole number")
    return None


def _range(found: Threshold) -> tuple[Exact | None, Exact | None, bool]:
    """Between what the measured values lie, and whether they are whole."""
    term = next((node.left for node in found.where if isinstance(node, n.Compare)), None)
    whole = found.unit != SHARE
    if term is None:
        return 0, None if whole else 1, whole
    if fall_of(term) is not None:
        return (0, None, whole) if whole else (-1, 1, False)
    match term:
        case n.Recorded(fact=fact) | n.At(term=n.Recorded(fact=fact)):
            return fact.low or 0, fact.high if whole else 1, whole
        case n.Number() | n.Total():
            return 0, None, whole
        case n.Quotient():
            return 0, None, False
        case _:
            return None, None, False
