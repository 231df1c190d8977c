"""The first lines of an explanation: the verdict, what decides it, what was found there, and what comes next.

Told from the document alone, so that one stored long ago opens in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.interpreters.levels import WITHHELD
from thidua.interpreters.wording import capital, joined, tally
from thidua.verdicts import WORDS

Data = Mapping[str, Any]
_MANY = 3


def addressed(group: Data) -> Data | None:
    """The condition that tells whom a group addresses; none where the plan leaves nothing to ask."""
    group = shown(group)
    if group["node"] != "Where" or shown(group["children"][0])["node"] == "Constant":
        return None
    guard: Data = group["children"][0]
    return guard


def shown(node: Data) -> Data:
    """The node that is said: what is below a reading, and the only part of a combination of one."""
    while node["node"] in ("Choose", "AllOf", "AnyOf") and len(node.get("children", ())) == 1:
        node = node["children"][0]
    return node


def left(node: Data, language: str) -> str:
    """The finals still possible, where one that counts is already ruled out."""
    possible = node["possible"]
    if node["verdict"] != "undetermined" or {"met", "not_met"} <= set(possible):
        return ""
    words = [WORDS[final].in_(language) for final in possible]
    if language == "vi":
        return f", chỉ còn khả năng {joined(words, 'hoặc')}"
    return f", can now only be {joined(words, 'or')}"


def headline(data: Data, language: str) -> Iterator[str]:
    """Four lines at most: who and which verdict, the clauses that decide, what was found first, the next step."""
    vi = language == "vi"
    yield f"{subject_said(data['subject'], language)}: {data['word'][language].upper()}{left(data, language)}"
    yield _decisive(data, language)
    leaves = list(_deciding_leaves(data)) if data["verdict"] in ("not_met", "undetermined") else []
    if data["verdict"] == "not_met" and leaves and leaves[0]["found"][language]:
        asked = leaves[0]["required"][language]
        yield f"{'Cụ thể: yêu cầu' if vi else 'In particular: required'} {asked}; {_found(leaves[0], language)}"
    yield f"{'Việc tiếp theo' if vi else 'Next'}: {_next(data, leaves, language)}"


def subject_said(subject: Data, language: str) -> str:
    """Who it is, by name, kind and code; by kind alone where the name is withheld."""
    vi, label = language == "vi", subject["label"][language]
    if subject["name"] is None:
        return f"{capital(label)} ({'không công bố tên, mã' if vi else 'name and code withheld'})"
    return f"{subject['name']} ({label}, {'mã' if vi else 'code'} {subject['code']})"


def _decisive(data: Data, language: str) -> str:
    vi = language == "vi"
    deciding = [clause["id"] for clause in _deciding_clauses(data)]
    guard = addressed(data["group"])
    if guard is not None and guard["verdict"] == "undetermined":
        deciding.insert(0, "đối tượng của nhóm tiêu chí" if vi else "whom these criteria address")
    listed = ", ".join(deciding) or ("theo quy định của kế hoạch" if vi else "by the plan itself")
    match data["verdict"]:
        case "not_met":
            return f"Lý do quyết định: không đạt {listed}" if vi else f"Decisive: not met under {listed}"
        case "undetermined" if data["awaits_only_judgement"]:
            return f"Chỉ còn chờ đánh giá: {listed}" if vi else f"Awaiting only judgement: {listed}"
        case "undetermined":
            return f"Còn thiếu căn cứ: {listed}" if vi else f"Still open: {listed}"
        case "met":
            return f"Đạt các tiêu chí: {listed}" if vi else f"Met: {listed}"
        case _:
            return (
                "Nhóm tiêu chí này không áp dụng cho đối tượng" if vi else "These criteria do not address the subject"
            )


def _deciding_clauses(data: Data) -> list[Data]:
    return [clause for clause in data["clauses"] if clause["decisive"] and clause["verdict"] == data["verdict"]]


def _deciding_leaves(data: Data) -> Iterator[Data]:
    """The leaves that decide, whom the group addresses first, then clause by clause."""
    guard = addressed(data["group"])
    if guard is not None and guard["verdict"] == "undetermined":
        yield from _leaves(guard)
    for clause in _deciding_clauses(data):
        yield from _leaves(clause)


def _leaves(node: Data) -> Iterator[Data]:
    below = [child for child in node.get("children", ()) if child["decisive"] and child["verdict"] != "met"]
    if "found" in node:
        yield node
    else:
        for child in below:
            yield from _leaves(child)


def _found(leaf: Data, language: str) -> str:
    """By how much it falls short, where that can be told, or else what was found."""
    margin = leaf.get("margin")
    short: str = margin["text"][language] if margin is not None and margin["side"] == "short" else ""
    return short or f"{'thực tế' if language == 'vi' else 'found'}: {leaf['found'][language]}"


def _next(data: Data, leaves: list[Data], language: str) -> str:
    vi = language == "vi"
    match data["verdict"]:
        case "met":
            return (
                "xem hình thức khen thưởng nào còn được đề nghị, và những gì phải làm rõ trước khi đề nghị"
                if vi
                else "see which forms of commendation may still be proposed, and what must be cleared up before"
            )
        case "not_met":
            return _remedy(data, language)
        case "undetermined":
            asked = list(dict.fromkeys(filter(None, _asked(data, leaves, language))))
            more = len(asked) - _MANY
            tail = (f"; và {tally(more)} nội dung khác" if vi else f"; and {more} more") if more > 0 else ""
            return ("; ".join(asked[:_MANY]) + tail) or WITHHELD.in_(language)
        case _:
            return "không xét theo nhóm tiêu chí này" if vi else "nothing is judged under these criteria"


def _asked(data: Data, leaves: list[Data], language: str) -> Iterator[str]:
    """What would settle it: the best set that the document tells, or else what its open leaves lack."""
    told = data.get("sections", {}).get("needs")
    if told is not None and told["sets"]:
        yield from (need["said"][language] for need in told["sets"][0])
        return
    for leaf in leaves:
        if leaf["missing"] and "judgement_pending" not in leaf["reasons"]:
            yield from (missing[language] for missing in leaf["missing"])
        else:
            yield leaf["found"][language]


def _remedy(data: Data, language: str) -> str:
    """The best of the ways that would help, where the document tells them."""
    vi = language == "vi"
    told = data.get("sections", {}).get("remedies")
    ways = [] if told is None else [way for way in told["group"]["remedies"] if way["changes"]]
    if ways:
        steps = [change["text"][language] for change in ways[0]["changes"]]
        return joined(steps, "và" if vi else "and", mark="; ")
    if told is not None and any(lost["code"] == "judged" for lost in told["group"]["lost"]):
        return (
            "chỉ thay đổi được nếu cơ quan có thẩm quyền đánh giá lại; xem phần “Cách khắc phục”"
            if vi
            else "only a new judgement by the competent body could change it; see “What would help”"
        )
    if told is not None:
        return (
            "không còn cách nào trong kỳ xét này; xem lý do ở phần “Cách khắc phục”"
            if vi
            else "nothing can help at this review any more; see why under “What would help”"
        )
    return "xem cách khắc phục" if vi else "see what would help"
