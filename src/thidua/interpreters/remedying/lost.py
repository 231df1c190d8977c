"""Why nothing helps: for each leaf that keeps the verdict, what it is that cannot change any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from thidua import nodes as n
from thidua.findings import Finding, Measure
from thidua.interpreters.found import LEAVES, leaves
from thidua.interpreters.remedying.changeable import Read, is_settled, levers_of, reads
from thidua.interpreters.remedying.outlook import Outlook
from thidua.interpreters.remedying.remedy import Lost
from thidua.interpreters.remedying.search import Demand, Search
from thidua.movements import Plan, Review
from thidua.nodes import Predicate
from thidua.texts import Text
from thidua.verdicts import F, M, N

LOST = {
    "by_the_plan": Text("do kế hoạch quy định như vậy", "the plan itself says so"),
    "cut_off_passed": Text(
        "đã đến ngày chốt thành tích nên kết quả sau đó không được tính",
        "the cut-off has come, so nothing that happens after it counts",
    ),
    "judged": Text(
        "đã có đánh giá; chỉ cơ quan có thẩm quyền mới được đánh giá lại, dữ kiện không thay thế được",
        "it has been judged; only the body that may judge can do so again, and no fact stands in for that",
    ),
    "survey_approved": Text(
        "số liệu thuộc kỳ rà soát đã được phê duyệt nên không thay đổi được",
        "the figures are of a survey already approved, so they cannot change",
    ),
    "too_late": Text("chỉ đủ điều kiện sau ngày chốt thành tích", "it will be so only after the cut-off"),
    "happened": Text("việc đã diễn ra nên không thay đổi được", "it has happened and cannot be changed"),
    "recorded": Text(
        "mục đã ghi trong sổ, kể cả mục quá hạn, không thay đổi được; thêm mục mới cũng không khắc phục được",
        "entries already made, those past their day among them, cannot be changed, and new ones do not mend them",
    ),
    "does_not_change": Text(
        "dữ kiện này không thuộc diện có thể thay đổi để đạt tiêu chí",
        "this is not something that can be changed in order to meet what is asked",
    ),
    "out_of_reach": Text(
        "dữ kiện còn thay đổi được nhưng không mức thay đổi nào đủ",
        "it can still change, but no change is enough",
    ),
    "together": Text(
        "mỗi nội dung còn thay đổi được nhưng không thể cùng đạt",
        "each of these can still change, but they cannot all be met at once",
    ),
}
"""Why a verdict is lost for good: a closed list. New codes may be added, none is ever given another meaning."""


def lost_for(demands: Iterable[Demand], search: Search, plan: Plan) -> tuple[Lost, ...]:
    """The leaves that keep these demands from being met, each once, with the reason."""
    ahead = search.ahead
    found: dict[Predicate, Lost] = {}
    for demand in demands:
        alone = bool(search.smallest([demand]))
        for leaf in _keeping(ahead.found(demand[0], ahead.standing), demand[1]):
            found.setdefault(leaf.node, Lost(leaf, "together") if alone else _lost(leaf, ahead, plan))
    return tuple(found.values())


def _keeping(finding: Finding, goal: int) -> Iterator[Finding]:
    """The leaves below a finding that keep it from what is asked of it."""
    if isinstance(finding.node, LEAVES):
        yield finding
        return
    turned = (goal & N) | (F if goal & M else 0) | (M if goal & F else 0)
    wanted = turned if isinstance(finding.node, n.Not) else goal
    below = [part for part in finding.parts if not part.mask & wanted]
    for part in below or finding.parts:
        yield from _keeping(part, wanted)


def _lost(leaf: Finding, ahead: Outlook, plan: Plan) -> Lost:
    node = leaf.node
    read = list(dict.fromkeys(reads(node, ahead.surveys)))
    facts = [what for what in read if isinstance(what, Read)]
    if isinstance(node, n.Constant | n.AtReview):
        return Lost(leaf, "by_the_plan")
    if isinstance(node, n.JudgedAtLeast):
        return Lost(leaf, "judged")
    late = _day_needed(leaf)
    if late is not None:
        return Lost(leaf, "too_late", late, _in_time(late, ahead, plan))
    approved = [what.survey for what in facts if what.survey is not None and what.survey.approved_on <= ahead.on]
    moving = [what for what in facts if not is_settled(what, ahead)]
    if approved and not any(what.survey for what in moving):
        return Lost(leaf, "survey_approved", approved[-1].approved_on, survey=approved[-1])
    if not ahead.is_open:
        return Lost(leaf, "cut_off_passed", ahead.last)
    if isinstance(node, n.AreAll) or (read and not facts):
        return Lost(leaf, "recorded")
    if levers_of([node], ahead):
        return Lost(leaf, "out_of_reach")
    if isinstance(node, n.CompareDays) and any(_has_come(measure, ahead.on) for measure in leaf.measures):
        return Lost(leaf, "happened")
    return Lost(leaf, "does_not_change")


def _has_come(measure: Measure, on: date) -> bool:
    return any(
        isinstance(leaf.term, n.RecordedDay) and leaf.high is not None and leaf.high <= on for leaf in leaves(measure)
    )


def _day_needed(leaf: Finding) -> date | None:
    """The day on which a span of years is full, when that is known and comes after the last that counts."""
    node: Any = leaf.node
    if not isinstance(node, n.CompareDays) or not isinstance(node.left, n.YearsAfter) or leaf.mask != F:
        return None
    full, until = leaf.measures[0].low, leaf.measures[1].high
    late = isinstance(node.right, n.DayOf) and node.op in (n.Op.AT_MOST, n.Op.LESS_THAN)
    return full if late and full is not None and until is not None and full > until else None


def _in_time(day: date, ahead: Outlook, plan: Plan) -> Text | None:
    """The first later review whose cut-off the day does not miss."""
    later: list[Review] = [
        review
        for review in plan.reviews
        if not review.only_by_name and review.cut_off >= day and review.cut_off > ahead.setting.review.cut_off
    ]
    return min(later, key=lambda review: review.cut_off).label if later else None
