"""What a case changes of a dossier before it is read: a fact is said anew, or taken away."""

# what TOML holds is known once it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownLambdaType=false
# pyright: reportUnknownVariableType=false, reportUnknownParameterType=false

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from thidua.errors import did_you_mean
from thidua.interpreters.loading.refusals import clean, is_list, is_object

KEYS = ("fact", "at", "value", "since", "until", "judged", "by", "on", "reason", "happened")
PAPER = {
    "number": "thay đổi của ca kiểm tra",
    "issued_on": "2022-01-01",
    "issuer": "Ca kiểm tra",
    "title": "Giả định",
}


def make_change(document: dict[str, Any], change: dict[str, Any]) -> str:
    """Changes one fact of the document; what is wrong with the change, or nothing.

    What is no list of papers is left as it is, for load() to tell of.
    """
    fact, at = change["fact"], change.get("at")
    papers = document.setdefault("papers", [])
    if not is_list(papers):
        return ""
    said = [one for paper in papers for one in _said_in(paper)]
    if change.keys() <= {"fact", "at"} and not any(_is_of(one, fact, at) for one in said):
        return _nothing_to_take_away(said, fact, at)
    papers[:] = _without(papers, fact, at)
    if change.keys() - {"fact", "at"}:
        papers.append({"document": PAPER, "proves": [plain(change)]})
    return ""


def plain(value: Any) -> Any:
    """The value as JSON says it: days as text."""
    match value:
        case date():  # a moment is written out too, and refused at its place by load()
            return value.isoformat()
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case list():
            return [plain(item) for item in value]
        case _:
            return value


def _without(papers: list[Any], fact: str, at: object) -> Iterator[Any]:
    """The papers, but for what they say of a fact; one that says nothing any more is gone."""
    for paper in papers:
        kept = [one for one in _said_in(paper) if not _is_of(one, fact, at)]
        if len(kept) == len(_said_in(paper)):
            yield paper
        elif kept:
            yield {**paper, "proves": kept}


def _said_in(paper: object) -> list[Any]:
    said = paper.get("proves") if is_object(paper) else None
    return said if is_list(said) else []


def _is_of(said: object, fact: str, at: object) -> bool:
    return is_object(said) and said.get("fact") == fact and (at is None or said.get("at") == at)


def _nothing_to_take_away(said: list[Any], fact: str, at: object) -> str:
    facts = {one["fact"] for one in said if is_object(one) and isinstance(one.get("fact"), str)}
    if fact not in facts:
        return f"nothing is said of '{clean(fact)}' that could be taken away{did_you_mean(fact, facts)}"
    surveys = {str(one["at"]) for one in said if _is_of(one, fact, None) and "at" in one}
    return f"nothing is said of {fact} at {clean(str(at))!r} that could be taken away{did_you_mean(at, surveys)}"
