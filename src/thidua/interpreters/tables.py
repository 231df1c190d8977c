"""Assessments side by side: for each group a table of its subjects against its clauses, in the four words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any
from unicodedata import combining, east_asian_width

from thidua.interpreters.explain import SHAPES
from thidua.interpreters.wording import capital
from thidua.verdicts import WORDS

Data = Mapping[str, Any]


def table(explanations: Iterable[Data], language: str = "vi") -> str:
    """One table for each group of subjects that follow one another: a line each, a column for each clause, a tally."""
    return "\n\n".join(
        "\n".join([title, *aligned(rows), said]) for title, rows, said in in_groups(explanations, language)
    )


def in_groups(explanations: Iterable[Data], language: str) -> Iterator[tuple[str, list[list[str]], str]]:
    """For each group of subjects that follow one another its title, its rows below their head, and the tally."""
    for _, group in groupby(explanations, key=lambda data: data["group"]["id"]):
        members = list(group)
        yield members[0]["group"]["text"][language], _rows(members, language), _tally(members, language)


def _rows(explanations: list[Data], language: str) -> list[list[str]]:
    vi = language == "vi"
    first = explanations[0]
    told = [_name(data["subject"], number, language) for number, data in enumerate(explanations, start=1)]
    names = Counter(told)
    ids = [clause["id"] for clause in first["clauses"]]
    rows = [["Đối tượng" if vi else "Subject", *ids, "Kết luận" if vi else "Verdict"]]
    for name, data in zip(told, explanations, strict=True):
        said = name if names[name] == 1 else f"{name} ({_one_line(data['subject']['code'] or '–')})"
        cells = [f"{SHAPES[c['verdict']]} {WORDS[c['verdict']].in_(language)}" for c in data["clauses"]]
        rows.append([said, *cells, f"{SHAPES[data['verdict']]} {data['word'][language]}"])
    return rows


def _name(subject: Data, number: int, language: str) -> str:
    """The name, or a number where the name is withheld."""
    name = subject["name"]
    return _one_line(f"{capital(subject['label'][language])} {number}" if name is None else name)


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines with their cells one below the other, the head underlined."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()
        if number == 0:
            yield "  ".join("─" * wide for wide in widths)


def width(text: str) -> int:
    """How many columns a terminal gives the text.

    >>> width("Xã Mường Giàng"), width("中")
    (14, 2)
    """
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _one_line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _tally(explanations: list[Data], language: str) -> str:
    vi = language == "vi"
    counts = Counter(data["verdict"] for data in explanations)
    words = {data["verdict"]: data["word"][language] for data in explanations}
    said = [f"{counts[verdict]} {words[verdict]}" for verdict in SHAPES if counts[verdict]]
    waiting = sum(data["awaits_only_judgement"] for data in explanations)
    tail = f"; {waiting} chỉ còn chờ đánh giá" if vi else f"; {waiting} awaiting only judgement"
    total = f"{'Tổng số' if vi else 'In all'} {len(explanations)}: {', '.join(said)}"
    return total + (tail if waiting else "")
