"""The optional sections as they may be read at a lower level: what is not known to be harmless is left out.

What is asked, of whom, by which clause and why it is open is for everybody. A value, an entry, a day and what would
have to change are not, where what they speak of is more sensitive than the level.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from thidua.interpreters.levels import WITHHELD, is_shown
from thidua.interpreters.reasons import NOTHING_ON_FILE, TELLING

Data = dict[str, Any]
_REASON = ("places", "verdict", "required", "clause", "reading", "reasons", "sensitivity")
_NEED = (
    "kind", "name", "label", "document", "clauses", "judged", "may_settle_alone", "survey", "register", "judges",
    "to_look_at", "ended", "sensitivity",
)  # fmt: skip
_OF_ENTRIES = ("field", "entries", "correction", "former_units")
"""The needs that tell what is on file: which entries, how many, that papers disagree, and whose figures are there."""


def why_lowered(data: Mapping[str, Any], level: str) -> Data:
    """The reasons, without what was found where that is more sensitive than the level."""
    kept = picked(data, ("place", "verdict", "possible", "word", "capped"))
    for key in ("sets", "clauses"):
        if key in data:
            kept[key] = [[_reason(reason, level) for reason in each] for each in data[key]]
    return kept


def needs_lowered(data: Mapping[str, Any], level: str) -> Data:
    """What is needed, without what is on file where that is more sensitive than the level."""
    kept = picked(data, ("place", "verdict", "possible", "settles", "capped"))
    return {**kept, "sets": [[_need(need, level) for need in each] for each in data["sets"]]}


def remedies_lowered(data: Mapping[str, Any], level: str) -> Data:
    """The ways that would help, without those that speak of something more sensitive than the level."""
    kept = picked(data, ("on", "cut_off", "is_past_the_cut_off", "ranked_by", "cap"))
    clauses = [_answer(answer, level) for answer in data["clauses"]]
    return {**kept, "group": _answer(data["group"], level), "clauses": clauses}


def _reason(reason: Mapping[str, Any], level: str) -> Data:
    kept = picked(reason, _REASON)
    if "found" in reason:
        on_file = not NOTHING_ON_FILE.issuperset(reason["reasons"])
        withheld = reason["withheld"] or (on_file and not is_shown(reason["sensitivity"], level))
        kept |= {"withheld": withheld, "found": _withheld() if withheld else reason["found"]}
        if withheld:
            kept["reasons"] = [code for code in reason["reasons"] if code not in TELLING]
    return kept


def _need(need: Mapping[str, Any], level: str) -> Data:
    kept = picked(need, _NEED)
    withheld = need["withheld"] or (need["kind"] in _OF_ENTRIES and not is_shown(need["sensitivity"], level))
    if withheld:
        said = {language: f"{need['label'][language]} ({WITHHELD.in_(language)})" for language in ("vi", "en")}
        return {**kept, "withheld": True, "said": said}
    return {**kept, "withheld": False, "said": need["said"], **picked(need, ("entry", "number"))}


def _answer(answer: Mapping[str, Any], level: str) -> Data:
    return {
        **picked(answer, ("place", "title", "verdict", "capped")),
        "remedies": [_remedy(remedy, level) for remedy in answer["remedies"]],
        "lost": [_lost(lost, level) for lost in answer["lost"]],
    }


def _remedy(remedy: Mapping[str, Any], level: str) -> Data:
    """A remedy whose parts may all be read, or no more than where it leads to."""
    kept = picked(remedy, ("leads_to", "possible"))
    if all(is_shown(change["sensitivity"], level) for change in remedy["changes"]) and "by" in remedy:
        return {**kept, "changes": remedy["changes"], "by": remedy["by"]}
    return {**kept, "changes": []}


def _lost(lost: Mapping[str, Any], level: str) -> Data:
    kept = picked(lost, ("code", "node", "sensitivity"))
    if "day" in lost and is_shown(lost["sensitivity"], level):
        return {**kept, "day": lost["day"], "text": lost["text"]}
    return {**kept, "text": _withheld()}


def _withheld() -> Data:
    return {"vi": WITHHELD.vi, "en": WITHHELD.en}


def picked(data: Mapping[str, Any], keys: Iterable[str]) -> Data:
    """What data holds under these keys, where it does."""
    return {key: data[key] for key in keys if key in data}
