"""What is missing: the papers and confirmations to be filed, and apart from them what a body has to judge."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from attrs import frozen

from thidua.interpreters.headline import addressed
from thidua.interpreters.html.ended import ended_told, without_ended
from thidua.interpreters.html.parts import say

Data = Mapping[str, Any]


@frozen
class Item:
    """One thing that is missing: in words, with the paper that usually tells it, and the clauses that ask for it.

    `asked` is what is to be sent, where that is asked of several things in the same words.
    """

    said: str
    document: str = ""
    clauses: tuple[str, ...] = ()
    asked: str = ""


@frozen
class Lacking:
    """What would settle a verdict; `others` is how many other sets of papers would do so too."""

    papers: tuple[Item, ...]
    judgements: tuple[Item, ...]
    others: int = 0
    notes: tuple[str, ...] = ()


def lacking(data: Data, language: str) -> Lacking:
    """What would settle the verdict: the first set of `needs` where the explanation has it, else what is open.

    Nothing is missing where the verdict is settled, whatever else some clause could still show.
    """
    if data["verdict"] != "undetermined":
        return Lacking((), ())
    told = data.get("sections", {}).get("needs")
    if told is None:
        return _apart(list(dict.fromkeys(_open_items(data, language))))
    sets: list[list[Data]] = told["sets"]
    ended = ended_told(data, language)
    first = [(need["judged"], _item(need, ended, language)) for needs in sets[:1] for need in needs]
    return _apart(first, len(sets[1:]), tuple(_notes(told, language)))


def _apart(items: list[tuple[bool, Item]], others: int = 0, notes: tuple[str, ...] = ()) -> Lacking:
    papers, judgements = ([item for judged, item in items if judged is which] for which in (False, True))
    return Lacking(tuple(papers), tuple(judgements), others, notes)


def _notes(told: Data, language: str) -> Iterator[str]:
    if not told["sets"]:
        yield say(language, "Không giấy tờ nào kết luận được.", "No paper can settle it.")
    elif not told["settles"]:
        yield say(language, "Riêng giấy tờ chưa chắc đủ để kết luận.", "Papers alone may not be enough to settle it.")
    if told["capped"]:
        yield say(
            language,
            "Tìm chưa hết: có thể có cách bổ sung ít hơn.",
            "The search was cut short: less may be enough.",
        )


def _item(need: Data, ended: Container[str], language: str) -> Item:
    """A need; of a judgement that bodies which have ended were to give, and of which the sheet tells, what it is on."""
    document = "" if need["document"] is None or need["judged"] else need["document"][language]
    clauses = tuple(clause["id"] for clause in need["clauses"])
    label, said = need["label"][language], need["said"][language]
    if "ended" in need and need["ended"][language] in ended:
        return Item(label, document, clauses)
    if need["kind"] == "register" and said.startswith(f"{label}: "):
        return Item(label, document, clauses, said.removeprefix(f"{label}: "))
    return Item(said, document, clauses)


def _open_items(data: Data, language: str) -> Iterator[tuple[bool, Item]]:
    guard = addressed(data["group"])
    items = [*([] if guard is None else [(data["group"]["id"], guard)]), *((c["id"], c) for c in data["clauses"])]
    for place, item in items:
        if item["verdict"] == "undetermined":
            for leaf in _open(item):
                judged = "judgement_pending" in leaf["reasons"]
                missing = [each[language] for each in leaf["missing"]] if not judged else []
                for said in missing or [without_ended(leaf, language)["found"][language] or leaf["required"][language]]:
                    yield judged, Item(said, clauses=(place,))


def _open(node: Data) -> Iterator[Data]:
    if "found" in node:
        if node["verdict"] == "undetermined":
            yield node
        return
    for child in node.get("children", ()):
        yield from _open(child)
