"""Bodies that have ended, on a nominee's sheet: said once, however many words they would have had to judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from thidua.interpreters.competent import NOT_JUDGED
from thidua.interpreters.headline import addressed
from thidua.interpreters.html.grounds import grounds
from thidua.interpreters.html.parts import say
from thidua.interpreters.wording import capital, in_both
from thidua.texts import Text

Data = Mapping[str, Any]
WHO_JUDGES = Text("Cơ quan đánh giá", "Who judges")
SEE = in_both(lambda language: f"{say(language, 'xem', 'see')} “{WHO_JUDGES.in_(language)}”")
_MARK = "; "


def ended_told(data: Data, language: str) -> dict[str, list[str]]:
    """What is said of bodies that have ended, each with the clauses at which a judgement of theirs is awaited."""
    told: dict[str, list[str]] = {}
    for place, leaf in _leaves(data):
        note = _note(leaf, language)
        if note and place not in told.setdefault(note, []):
            told[note].append(place)
    return told


def ended_said(told: Mapping[str, Sequence[str]]) -> str:
    """Which bodies have ended, by the clauses they were to judge; then once what holds of all. Empty where none has."""
    notes = [note.split(_MARK) for note in told]
    shared = _ending(notes)
    lines = [
        f"{', '.join(places)}: {_MARK.join(note[: len(note) - len(shared)])}"
        for note, places in zip(notes, told.values(), strict=True)
    ]
    return " ".join(f"{line}." for line in (*lines, capital(_MARK.join(shared))) if line)


def without_ended(leaf: Data, language: str) -> Data:
    """A leaf whose finding leaves out the note on bodies that have ended, and says where the sheet tells of them."""
    if not _note(leaf, language):
        return leaf
    return {**leaf, "found": {language: f"{NOT_JUDGED.in_(language)} ({SEE.in_(language)})"}}


def _note(leaf: Data, language: str) -> str:
    head, found = f"{NOT_JUDGED.in_(language)}: ", leaf["found"][language]
    return found[len(head) :] if "judgement_pending" in leaf["reasons"] and found.startswith(head) else ""


def _leaves(data: Data) -> Iterator[tuple[str, Data]]:
    guard = addressed(data["group"])
    items = [*([] if guard is None else [(data["group"]["id"], guard)]), *((c["id"], c) for c in data["clauses"])]
    return ((place, leaf) for place, item in items for leaf in grounds(item))


def _ending(told: Sequence[Sequence[str]]) -> Sequence[str]:
    """The parts in which all end alike; none where there is but one, and never the whole of one."""
    if len(told) < 2:  # noqa: PLR2004  # one shares nothing
        return ()
    shared = 0
    while all(len(each) - 1 > shared and each[-1 - shared] == told[0][-1 - shared] for each in told):
        shared += 1
    return told[0][len(told[0]) - shared :]
