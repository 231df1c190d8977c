"""comparison_said(): a comparison in words, as a drafter puts it beside the draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from thidua.interpreters.comparing.data import comparison_data, witness_data
from thidua.interpreters.comparing.results import Comparison, GroupComparison, Witness
from thidua.interpreters.edition_names import told_apart
from thidua.interpreters.wording import capital, checked_language
from thidua.periods import written
from thidua.verdicts import OUTSIDE, WORDS

Data = Mapping[str, Any]
_WAYS = {**WORDS, "not_applicable": OUTSIDE}
"""How a group comes out, in words."""


def comparison_said(comparison: Comparison | Data, language: str = "vi") -> str:
    """What changed and for whom, in Vietnamese or English; also of a comparison stored as data.

    Groups that are equivalent and ask for the same papers are named in one line; every other one is told at each review
    with who moves, and a witness for each way, all of its figures invented.
    """
    checked_language(language)
    return "\n".join(comparison_lines(comparison, language))


def comparison_lines(comparison: Comparison | Data, language: str) -> Iterator[str]:
    """The lines of it."""
    return _lines(comparison_data(comparison) if isinstance(comparison, Comparison) else comparison, language)


def group_named(comparison: Comparison, found: GroupComparison, language: str = "vi") -> str:
    """Which group, at which review, on which day: in words, with the place of the group in the plan."""
    old, new = comparison.old, comparison.new
    heading = next(one.heading for plan in (new, old) for one in plan.criteria if one.id == found.group)
    label = new.review(found.review, found.on).label.in_(language)
    words = heading.text if language == "vi" else heading.en
    day = written(found.on, language)
    if language == "vi":
        return f"nhóm {found.group} “{words}”, {label} (xét ngày {day})"
    return f"group {found.group} “{words}”, {label} (judged on {day})"


def witness_said(witness: Witness | Data, language: str = "vi") -> str:
    """One witness: both verdicts, the clauses that differ, and what its papers say."""
    return "\n".join(witness_lines(witness, language))


def witness_lines(witness: Witness | Data, language: str, indent: str = "") -> Iterator[str]:
    """The lines of it."""
    return _witness(witness_data(witness) if isinstance(witness, Witness) else witness, language, indent)


def _lines(data: Data, language: str) -> Iterator[str]:
    vi = language == "vi"
    names = " → ".join(told_apart(data["old"]["id"], data["new"]["id"], language))
    yield f"{'So sánh hai bản' if vi else 'Two editions compared'}: {names}"
    told = f"{data['relation_label'][language]} ({data['status_label'][language]})"
    yield f"{'Bản mới so với bản cũ' if vi else 'The new edition beside the old one'}: {told}"
    yield from _items(data["clauses"], "Tiêu chí thay đổi" if vi else "Clauses changed", language)
    yield from _items(data["rules"], "Cách tính chung thay đổi" if vi else "How clauses count together", language)
    yield from _items(data["provisions"], "Quy định khác thay đổi" if vi else "Other provisions changed", language)
    yield from _readings(data["readings"], language)
    for name, heading in (
        ("schedule", "Giai đoạn, kỳ xét, kỳ rà soát thay đổi" if vi else "Period, reviews and surveys changed"),
        ("awards", "Hình thức khen thưởng thay đổi" if vi else "Award forms changed"),
    ):
        if data[name]:
            labels = data.get(f"{name}_labels")
            called = data[name] if labels is None else [label[language] for label in labels]
            yield from ("", f"{heading}: {'; '.join(called)}")
    yield from _groups(data["groups"], language)


def _items(items: list[Data], heading: str, language: str) -> Iterator[str]:
    vi = language == "vi"
    if items:
        yield from ("", f"{heading}:")
    for item in items:
        ids: list[str] = [place for place in (item["old"], item["new"]) if place]
        name = " → ".join(dict.fromkeys(ids))
        ways = ", ".join(change["label"][language] for change in item["changes"])
        readings = f" ({', '.join(item['readings'])})" if item["readings"] else ""
        yield f"- {name} ({item['citation'][language]}): {ways}{readings}"
        for key, before, after in (
            ("requires", "yêu cầu trước" if vi else "required before", "yêu cầu sau" if vi else "required after"),
            ("text", "câu chữ trước" if vi else "text before", "câu chữ sau" if vi else "text after"),
        ):
            was, now = item.get(f"{key}_before"), item.get(f"{key}_after")
            if was != now:
                yield from (f"    {label}: {said[language]}" for label, said in ((before, was), (after, now)) if said)


def _readings(readings: list[Data], language: str) -> Iterator[str]:
    vi = language == "vi"
    if readings:
        yield from ("", "Cách hiểu thay đổi:" if vi else "Readings changed:")
    for reading in readings:
        yield f"- {reading['id']}: {reading['question'][language]}"
        for label, adopted in (
            ("trước" if vi else "before", reading["before"]),
            ("sau" if vi else "after", reading["after"]),
        ):
            nothing = "chưa chọn" if vi else "nothing adopted"
            yield f"    {label}: {adopted['label'][language] if adopted else nothing}"


def _groups(groups: list[Data], language: str) -> Iterator[str]:
    vi = language == "vi"
    yield from ("", "Ai được xét đạt, khi mọi điều đã biết:" if vi else "Who is met, once everything is known:")
    by_name: dict[str, list[Data]] = {}
    for group in groups:
        by_name.setdefault(group["group"], []).append(group)
    for name, found in by_name.items():
        head = f"- {name} “{found[0]['heading'][language]}”"
        if not any(map(_worth_telling, found)):
            told = f"{found[0]['relation_label'][language]} ({found[0]['status_label'][language]})"
            yield f"{head}: {told}"
            continue
        yield f"{head}:"
        for group in found:
            yield from _group(group, language)


def _worth_telling(group: Data) -> bool:
    asked = group["asks_for_different_papers"]
    moved = any(move["old"] != move["new"] and move["possible"] is not False for move in group["moves"])
    return moved or group["status"] != "proved" or any(asked.values())


def _group(group: Data, language: str) -> Iterator[str]:
    review = f"{group['review']['label'][language]}, {written(date.fromisoformat(group['on']), language)}"
    relation, status = group["relation_label"][language], group["status_label"][language]
    yield f"  {capital(review)}: {relation}{_how(group, status, language)}"
    if group["reason"]:
        yield f"    {group['reason'][language]}"
    for move in group["moves"]:
        yield from _move(move, language)
    yield from _papers(group["asks_for_different_papers"], language)


def _how(group: Data, status: str, language: str) -> str:
    vi = language == "vi"
    if group["status"] == "proved":
        cells = group["cells"]
        return f" ({status}, đã xét {cells} ô)" if vi else f" ({status}, {cells} cells looked at)"
    if group["status"] == "tested":
        tried, seed = group["examples"], group["seed"]
        return f" ({status}: {tried} hồ sơ, hạt giống {seed})" if vi else f" ({status}: {tried} dossiers, seed {seed})"
    return ""


def _move(move: Data, language: str) -> Iterator[str]:
    vi = language == "vi"
    if move["old"] == move["new"] or move["possible"] is False:
        return
    way = " → ".join(_WAYS[move[side]].in_(language) for side in ("old", "new"))
    if move["witness"] is None:
        yield f"    {way}: {'chưa biết có xảy ra hay không' if vi else 'not known whether it can be'}"
        return
    yield f"    {way}; {'ví dụ, số liệu giả định' if vi else 'for instance, all figures invented'}:"
    yield from _witness(move["witness"], language, "      ")


def _witness(witness: Data, language: str, indent: str) -> Iterator[str]:
    vi = language == "vi"
    before, after = witness["old"]["word"][language], witness["new"]["word"][language]
    yield f"{indent}{'Trước' if vi else 'Before'}: {before}; {'sau' if vi else 'after'}: {after}"
    for clause in witness["clauses"]:
        gone = "không có" if vi else "none"
        was, now = (side["word"][language] if side else gone for side in (clause["old"], clause["new"]))
        yield f"{indent}{'khác nhau ở' if vi else 'they differ in'} {clause['id']}: {was} → {now}"
    yield from (f"{indent}- {capital(paper[language])}" for paper in witness["papers"])


def _papers(asked: Data, language: str) -> Iterator[str]:
    vi = language == "vi"
    for key, label in (
        ("only_before", "chỉ bản cũ hỏi giấy tờ về" if vi else "only the old edition asks papers about"),
        ("only_after", "chỉ bản mới hỏi giấy tờ về" if vi else "only the new edition asks papers about"),
    ):
        if asked[key]:
            yield f"    {label}: {'; '.join(said[language] for said in asked[key])}"
    witness = asked["open_difference"]
    if witness is not None:
        how = (
            "khi hồ sơ còn thiếu, hai bản có thể kết luận khác nhau, ví dụ khi trong hồ sơ chỉ có:"
            if vi
            else "while papers are missing the editions may differ, for instance with nothing on file but:"
        )
        yield f"    {how}"
        yield from _witness(witness, language, "      ")
