"""The page of all clauses, written from the plan itself, so that it cannot differ from what is run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua import PLAN, describe
from thidua.walks import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from thidua.clauses import Clause, Criteria
    from thidua.nodes import Fact, Reading, Register

INTRODUCTION = """\
# The clauses

Every sentence of section III.2 of the plan, in the order of the plan: {count} clauses. The Vietnamese text is the text
as issued, its slips included; the English is a rendering and has no force. This page is written from the code.
"""


def write(page: Path) -> None:
    """Write the page, and leave it alone when nothing has changed."""
    text = "\n".join(_page())
    if not page.exists() or page.read_text(encoding="utf-8") != text:
        page.write_text(text, encoding="utf-8")


def _page() -> Iterator[str]:
    clauses = [clause for criteria in PLAN.criteria for clause in criteria.clauses]
    yield INTRODUCTION.format(count=len(clauses))
    yield from _table(
        ["Clause", "Nguyên văn", "English", "Facts", "Readings"],
        [
            [
                f"[{clause.id}](#{_anchor(clause)})",
                clause.text,
                clause.en,
                ", ".join(f"`{what.name}`" for what in facts_of(clause.node)),
                ", ".join(reading.id for reading in clause.rests_on) or "–",
            ]
            for clause in clauses
        ],
    )
    for criteria in PLAN.criteria:
        yield from _group(criteria)


def _group(criteria: Criteria[Any]) -> Iterator[str]:
    yield f"## {criteria.heading.text}\n"
    yield f"*{criteria.heading.en}* Asked of: `{criteria.subject.__name__}`.\n"
    yield f"How the clauses count together: {describe(criteria.node, 'en')}.\n"
    for clause in criteria.clauses:
        yield from _clause(clause)


def _clause(clause: Clause[Any]) -> Iterator[str]:
    yield f"({_anchor(clause)})=\n### {clause.id}\n"
    yield f"*{clause.citation.vi}* · {clause.citation.en}\n"
    yield "> " + clause.line.replace("- ", r"\- ", 1 if clause.dash else 0) + "\n"
    for slip in clause.sic:
        yield f"Sic: “{slip.written}”, read as “{slip.read}” ({slip.why_vi}; {slip.why_en}).\n"
    yield f"{clause.en}\n"
    yield f"Yêu cầu: {describe(clause.node, 'vi')}.\n"
    yield f"Required: {describe(clause.node, 'en')}.\n"
    yield from _table(["Fact", "Tên gọi", "Meaning", "Kind"], [_fact(what) for what in facts_of(clause.node)])
    if clause.rests_on:
        yield from _table(
            ["Reading", "Question", "Adopted", "Because"], [_reading(reading) for reading in clause.rests_on]
        )


def _fact(what: Fact | Register) -> list[str]:
    kind = getattr(what, "kind", None)
    return [f"`{what.name}`", what.label.vi, what.label.en, kind.value.replace("_", " ") if kind else "register"]


def _reading(reading: Reading) -> list[str]:
    adopted = reading.option(reading.adopted).label.en if reading.adopted else "nothing: every option stays possible"
    return [reading.id, reading.question.en, adopted, reading.because.en]


def _anchor(clause: Clause[Any]) -> str:
    return "clause-" + clause.id.replace(".", "-").lower()


def _table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "| " + " | ".join("---" for _ in head) + " |"
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"
    yield ""
