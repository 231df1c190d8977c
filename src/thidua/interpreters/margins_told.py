"""Margins as they may be read at a level: clause by clause what is asked, the threshold, and how far from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from thidua.interpreters.explain import REQUIRED, SHAPES
from thidua.interpreters.explanation import explanation
from thidua.interpreters.headline import subject_said
from thidua.interpreters.margins import Margins
from thidua.texts import Text

Data = Mapping[str, Any]
TITLE = Text("Chênh lệch so với mức phải đạt", "Margins")
ENTRY = Text("mục trong sổ", "entry")
THRESHOLD = Text("ngưỡng", "threshold")
MARGIN = Text("chênh lệch", "margin")
NOTHING = Text("Không có chênh lệch nào tính được.", "There is nothing to count.")
MORE = Text("Có nội dung không công bố nên không nêu ở đây.", "What is withheld is left out here.")


class Told(NamedTuple):
    """Whose margins, the clauses with those of their leaves that have one, and whether something is withheld."""

    subject: Data
    clauses: list[tuple[Data, list[Data]]]
    withheld: bool


def margins_told(margins: Margins, level: str) -> Told:
    """The margins as they may be read at a level.

    Whether anything is withheld is told of the whole: of a leaf not even that it has a margin is.
    """
    data = explanation(margins.assessment, level)
    clauses = {clause["id"]: clause for clause in data["clauses"]}
    nodes = {node["path"]: node for clause in data["clauses"] for node in _below(clause)}
    shown = [each for each in margins if nodes.get(each.path, {}).get("margin")]
    by_clause = groupby(shown, lambda each: each.clause)
    told = [(clauses[name], [nodes[each.path] for each in group]) for name, group in by_clause]
    return Told(data["subject"], told, any(node.get("withheld") for node in nodes.values()))


def _below(node: Data, entry: str = "") -> Iterator[Data]:
    """A node and all below it, each with the key of the entry it is about."""
    entry = node.get("entry", entry)
    yield {**node, "entry": entry}
    for child in node.get("children", ()):
        yield from _below(child, entry)


def lines_of(leaf: Data, language: str) -> list[tuple[str, str | None]]:
    """What is told of a leaf, each with what it is called."""
    threshold = leaf["threshold"] and leaf["threshold"]["text"][language]
    return [
        (REQUIRED.in_(language), leaf["required"][language]),
        (ENTRY.in_(language), leaf["entry"] or None),
        (THRESHOLD.in_(language), threshold),
        (MARGIN.in_(language), leaf["margin"]["text"][language]),
    ]


def margins_said(margins: Margins, language: str, level: str) -> str:
    """The margins in plain text."""
    return "\n".join(_lines(margins_told(margins, level), language))


def _lines(told: Told, language: str) -> Iterator[str]:
    yield f"{TITLE.in_(language)}: {subject_said(told.subject, language)}"
    for clause, leaves in told.clauses:
        yield f"{clause['id']} ({clause['citation'][language]})"
        for leaf in leaves:
            told_of = [f"{term}: {said}" for term, said in lines_of(leaf, language) if said]
            yield f"  {SHAPES[leaf['verdict']]} {told_of[0]}"
            yield from (f"    {line}" for line in told_of[1:])
    yield from closing(told, language)


def closing(told: Told, language: str) -> Iterator[str]:
    """What is said where there is nothing to count, and where something is withheld."""
    if not told.clauses:
        yield NOTHING.in_(language)
    if told.withheld:
        yield MORE.in_(language)
