"""margins(): how far what was found lies from what is asked, in natural units, on either side of the threshold.

A margin counts from the threshold: the last value that still meets. Counts move in whole steps, so that 100 → 50
against “more than 50 %” is short by one household, and 100 → 44 has five to spare.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from typing import Any, Self

from attrs import evolve, frozen

from thidua import nodes as n
from thidua.displays import Shown
from thidua.findings import Assessment, Finding, Measure
from thidua.interpreters.arguments import check_assessment
from thidua.interpreters.describe import describe
from thidua.interpreters.differences import difference, fall
from thidua.interpreters.ends import Ends
from thidua.interpreters.found import leaves
from thidua.interpreters.margin_wording import DAY, STEP, Counted, margin_said, threshold_said
from thidua.interpreters.wording import in_both
from thidua.knowledge import UNHEARD_OF
from thidua.nodes import Op
from thidua.quantities import SHARE, Exact, Unit
from thidua.texts import Text
from thidua.verdicts import VERDICTS, F, M, N, Verdict

Told = tuple["Threshold | None", "Margin"]


@frozen
class Threshold:
    """The last value that still meets, between two bounds where it depends on a figure not fully known.

    With `exclusive` the value itself does not meet any more: of a rate there is no last one above 4 %. In `unit`; a day
    of `date`, a step of a scale by its rank.
    """

    low: Exact | date | None
    high: Exact | date | None
    unit: Unit
    exclusive: bool
    text: Text


@frozen
class Margin:
    """How far from the threshold: `spare` where met, `short` where not, `open` where neither is certain.

    `low` and `high` bound the distance, both included, `None` being unbounded. Of an open one they are signed: less
    than zero is short. `share` is the same against the threshold, or for a fall against its start, as a share; none
    where that means nothing.
    """

    side: str
    low: Exact | None
    high: Exact | None
    unit: Unit
    share: tuple[Exact | None, Exact | None] | None
    text: Text


@frozen
class MarginAt:
    """The margin of one leaf: its clause, its path in the explanation, what is required there, what was found."""

    clause: str
    path: str
    required: Text
    verdict: Verdict
    threshold: Threshold | None
    margin: Margin


class Margins(tuple[MarginAt, ...], Shown):  # noqa: SLOT001  # a tuple has no slots but empty ones
    """The margins of an assessment, a tuple of them; it knows which, so that it is shown as that may be read."""

    assessment: Assessment[Any]

    def __new__(cls, told: Iterable[MarginAt], assessment: Assessment[Any]) -> Self:
        """The margins of an assessment."""
        made = super().__new__(cls, told)
        made.assessment = assessment
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self), self.assessment


def margins(assessment: Assessment[Any]) -> Margins:
    """The margins of an assessment, clause by clause in the order of the plan; on met clauses too.

    A leaf has none where there is nothing to count: no figure on file, a yes or no, a day recorded as never having
    come, a fall from zero. Paths are those of `explanation`.

    >>> from datetime import date
    >>> from thidua import PLAN, Document, Dossier, Paper, Village, assess
    >>> from thidua.criteria.schedule import END_2021, END_2024
    >>> from thidua.vocabulary import village
    >>> survey = Document("98/QĐ-UBND", date(2025, 1, 31), "UBND huyện Ví Dụ")
    >>> counted = [
    ...     fact.recorded(value, at=at)
    ...     for fact, values in ((village.poor_households, (60, 30)), (village.near_poor_households, (40, 20)))
    ...     for at, value in zip((END_2021, END_2024), values)
    ... ]
    >>> dossier = Dossier(Village("VD-01", "Bản Ví Dụ"), (Paper(survey, *counted),))
    >>> for each in margins(assess(PLAN, dossier, on=date(2025, 12, 31))):
    ...     print(each.clause, each.threshold.text.vi, each.margin.text.vi, sep="; ")
    III.2.3-4; nhiều nhất 49 hộ; mức giảm còn thiếu 1 hộ
    """
    check_assessment("margins", assessment)
    return Margins(_margins(assessment), assessment)


def _margins(assessment: Assessment[Any]) -> Iterator[MarginAt]:
    for name, finding in assessment.clauses:
        for path, leaf in _below(finding, name):
            told = margin_of(leaf)
            if told is not None:
                required = in_both(partial(describe, leaf.node))
                yield MarginAt(name, path, required, VERDICTS[leaf.mask], *told)


def _below(finding: Finding, path: str) -> Iterator[tuple[str, Finding]]:
    yield path, finding
    if not isinstance(finding.node, n.ClauseMet):
        for index, part in enumerate(finding.parts):
            yield from _below(part, f"{path}/{index}")


def margin_of(finding: Finding) -> Told | None:
    """The threshold of a leaf and the distance to it; nothing where there is none to count."""
    if finding.measures and not any(_is_heard_of(leaf) for measure in finding.measures for leaf in leaves(measure)):
        return None
    match finding.node:
        case n.Compare():
            return _compared(finding.node, finding)
        case n.Falls():
            return _fallen(finding.node, finding)
        case n.CompareDays():
            return _days_apart(finding.node, finding)
        case n.JudgedAtLeast():
            return _judged(finding.node, finding)
        case _:
            return None


def _is_heard_of(leaf: Measure) -> bool:
    """Whether anything on file tells of it."""
    return leaf.known is not None or leaf.register not in (None, UNHEARD_OF)


def _compared(node: n.Compare, finding: Finding) -> Told | None:
    left, right = finding.measures
    upwards = node.op in (Op.MORE_THAN, Op.AT_LEAST)
    strictly = node.op in (Op.MORE_THAN, Op.LESS_THAN)
    line = difference(left, right) if upwards else difference(left, right).turned()
    first = line.first_met(strictly=strictly)
    margin = _margin(node, finding.mask, (_plus(line.low, -first), _plus(line.high, -first)), line.unit, line.step or 0)
    if margin is None:
        return None
    moved = first if upwards else -first
    ends = (_plus(right.low, moved), _plus(right.high, moved))
    exclusive = strictly and line.step is None
    exactly = ends[0] if ends[0] == ends[1] and line.unit != SHARE else None
    return _threshold(node, ends, line.unit, exclusive=exclusive), _against(margin, exactly)


def _fallen(node: n.Falls, finding: Finding) -> Told | None:
    start, end = finding.measures
    line = fall(node, start, end)
    if line is None:
        return None
    margin = _margin(node, finding.mask, (line.low, line.high), line.unit, line.step or 0)
    if margin is None:
        return None
    exclusive = node.strictly and line.step is None
    whole = start.low if start.low == start.high and line.unit != SHARE else None
    return _threshold(node, line.threshold, line.unit, exclusive=exclusive), _against(margin, whole)


def _days_apart(node: n.CompareDays, finding: Finding) -> Told | None:
    left, right = finding.measures
    read = [day.known for day in finding.measures if day.known is not None]
    if not all(known.happens for known in read):
        return None
    upwards = node.op in (Op.MORE_THAN, Op.AT_LEAST)
    first = 1 if node.op in (Op.MORE_THAN, Op.LESS_THAN) else 0
    earlier, later = (right, left) if upwards else (left, right)
    low, high = _days(earlier.high, later.low, first), _days(earlier.low, later.high, first)
    if any(known.never for known in read):
        low = None
    margin = _margin(node, finding.mask, (low, high), DAY, 1)
    if margin is None:
        return None
    moved = timedelta(first if upwards else -first)
    ends = tuple(None if day is None else day + moved for day in (right.low, right.high))
    return _threshold(node, ends, DAY, exclusive=False) if any(ends) else None, margin


def _days(earlier: date | None, later: date | None, first: int) -> int | None:
    return None if earlier is None or later is None else (later - earlier).days - first


def _judged(node: n.JudgedAtLeast, finding: Finding) -> Told | None:
    known = finding.known
    if known is None or len(node.fact.options) < 3:  # noqa: PLR2004  # a yes or no has no steps between
        return None
    asked = [option.id for option in node.fact.options].index(node.level)
    margin = _margin(node, finding.mask, (known.low - asked, known.high - asked), STEP, 1)
    return None if margin is None else (_threshold(node, (asked, asked), STEP, exclusive=False), margin)


def _margin(node: Counted, mask: int, ends: Ends, unit: Unit, step: Exact) -> Margin | None:
    """The distance on the side that the verdict says; what the verdict excludes is cut off, since it is never wrong."""
    low, high = ends
    if mask == N or (low is None and high is None):
        return None
    if not mask & F:
        low = max(0, low or 0)
    if not mask & M:
        high = -step if high is None else min(high, -step)
    side = "spare" if mask == M else "short" if mask == F else "open"
    if side == "short":
        low, high = _minus(high), _minus(low)
    return Margin(side, low, high, unit, None, margin_said(node, side, low, high, unit))


def _threshold(node: Counted, ends: tuple[Any, ...], unit: Unit, *, exclusive: bool) -> Threshold:
    low, high = ends
    return Threshold(low, high, unit, exclusive, threshold_said(node, low, high, unit, exclusive=exclusive))


def _against(margin: Margin, whole: Exact | None) -> Margin:
    """The margin with its share of a whole, where there is one."""
    if whole is None or whole <= 0:
        return margin
    share = tuple(None if end is None else Fraction(end) / whole for end in (margin.low, margin.high))
    return evolve(margin, share=(share[0], share[1]))


def _plus(end: Exact | None, more: Exact) -> Exact | None:
    return None if end is None else end + more


def _minus(end: Exact | None) -> Exact | None:
    return None if end is None else -end
