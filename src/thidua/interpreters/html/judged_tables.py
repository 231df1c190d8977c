"""Judged tables as HTML: how many came out how under which sentence; a lazy table is said to be lazy, not computed."""

from __future__ import annotations

from typing import Any

from thidua.interpreters.columns.population import Population
from thidua.interpreters.columns.program import VERDICT
from thidua.interpreters.explain import SHAPES
from thidua.interpreters.html.compared import editions_said, review_said
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.parts import definitions, folded, heading, say, table, word
from thidua.interpreters.populations import changing
from thidua.interpreters.populations.changing import AFTER, BEFORE, SUBJECTS, TableImpact, move_rows
from thidua.interpreters.populations.counting import number_said
from thidua.interpreters.populations.summary import (
    CLAUSE,
    NOT_COMPUTED,
    PART,
    WHOLE,
    judged_at,
    line_name,
    summary_rows,
)
from thidua.periods import written


def population_shown(result: Population[Any], language: str) -> Markup:
    """A table's summary: the group, the four words counted for it and for each clause, its sentences, the columns."""
    group = result.criteria
    sentences = [(clause.id, clause.text if language == "vi" else clause.en) for clause in group.clauses]
    read = [(tag("code", column), tag("code", place)) for place, column in result.read.items()]
    title = say(language, f"Cột đã đọc ({len(read)})", f"Columns that were read ({len(read)})")
    return joined(
        heading(3, group.heading.text if language == "vi" else group.heading.en),
        tag("p", judged_at(result, language), class_="setting"),
        tag("p", NOT_COMPUTED.in_(language)) if result.is_lazy else _counts(summary_rows(result), language),
        folded(say(language, "Nguyên văn tiêu chí", "The clauses in their own words"), definitions(sentences)),
        folded(title, definitions(read)) if read else None,
    )


def _counts(counted: list[dict[str, Any]], language: str) -> Markup:
    [whole] = [row for row in counted if row[CLAUSE] == VERDICT and row[PART] == WHOLE]
    total = number_said(sum(whole[each] for each in SHAPES), language)
    rows = [[line_name(row, language), *(number_said(row[each], language) for each in SHAPES)] for row in counted]
    head = [say(language, "Tiêu chí", "Clause"), *(word(each, language) for each in SHAPES)]
    label = say(language, "Số đối tượng theo từng tiêu chí", "Subjects by clause")
    return joined(tag("p", say(language, f"Số đối tượng: {total}", f"Subjects: {total}")), table(head, rows, label))


def table_impact_shown(result: TableImpact, language: str) -> Markup:
    """What a change of plan does to a whole table: how many move from which word to which."""
    on = written(result.on, language)
    review = review_said(result.new, result.review, language)
    setting = say(language, f"{review}; ngày xét {on}", f"{review}; assessed on {on}")
    return joined(
        heading(3, editions_said(result.old, result.new, language)),
        tag("p", setting, class_="setting"),
        tag("p", changing.NOT_COMPUTED.in_(language)) if result.is_lazy else _moves(move_rows(result), language),
    )


def _moves(moves: list[dict[str, Any]], language: str) -> Markup:
    if not moves:
        return tag("p", say(language, "Không có gì thay đổi.", "Nothing moved."))
    head = (
        say(language, "Tiêu chí", "Clause"),
        say(language, "Trước", "Before"),
        say(language, "Sau", "After"),
        say(language, "Số đối tượng", "Subjects"),
    )
    rows = [
        (
            say(language, "Kết luận", "Verdict") if move[CLAUSE] == VERDICT else move[CLAUSE],
            *(word(move[mark], language, changing.word_of(move, mark).in_(language)) for mark in (BEFORE, AFTER)),
            number_said(move[SUBJECTS], language),
        )
        for move in moves
    ]
    return table(head, rows)
