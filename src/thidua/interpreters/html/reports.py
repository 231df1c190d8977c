"""What was found of a plan and of an assessment: faults, marks that hold or not, forms of commendation, reasons."""

from __future__ import annotations

from collections.abc import Sequence

from thidua.interpreters.award import (
    FOR_EVERY_FORM,
    OpenAward,
    OpenAwards,
    award_lines,
    award_word,
    awards_lines,
    note_lines,
    shared_questions,
)
from thidua.interpreters.floors import FloorReport, floors_lines
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.outlined import outlined
from thidua.interpreters.html.parts import definitions, folded, heading, listed, say, table, word
from thidua.interpreters.linting.results import Fault, LintReport, nothing_found, place_said
from thidua.interpreters.wording import capital
from thidua.texts import Text


def lint_shown(report: LintReport, language: str) -> Markup:
    """The faults of a plan in a table, or that there are none; then what was asked and what was looked for."""
    head = (
        say(language, "Ở đâu", "Where"),
        say(language, "Lỗi", "Fault"),
        say(language, "Thấy gì", "What was found"),
        say(language, "Mức chắc chắn", "How sure"),
    )
    rows = [
        (
            place_said(found, language),
            joined(found.fault.value.in_(language), " ", tag("code", found.code)),
            capital(found.reason.in_(language)),
            found.status.value.in_(language),
        )
        for found in report
    ]
    sought = listed(fault.value.in_(language) for fault in Fault)
    return joined(
        heading(3, f"{say(language, 'Soát lỗi kế hoạch', 'Faults of the plan')} {report.plan.id}"),
        tag("p", tag("strong", f"✓ {nothing_found(language)}")) if not rows else table(head, rows),
        tag("p", report.asked(language), class_="setting"),
        folded(say(language, "Các lỗi đã tìm", "What was looked for"), sought),
    )


def floors_shown(report: FloorReport, language: str) -> Markup:
    """The marks that nothing may be made looser, each with what was found."""
    lines = floors_lines(report, language)
    return joined(
        heading(3, say(language, "Nội dung không được nới lỏng", "What may not be made looser")),
        tag("p", report.asked(language), class_="setting"),
        outlined(lines, 4),
    )


def awards_shown(awards: OpenAwards, language: str, level: str) -> Markup:
    """The forms of commendation, each with its word; what every one of them asks, once before them."""
    shared = shared_questions(awards)
    asked = definitions([(FOR_EVERY_FORM.in_(language), listed(each.in_(language) for each in shared))])
    shown = [_award(award, language, level, shared) for award in awards]
    return joined(
        heading(3, say(language, "Hình thức khen thưởng", "Forms of commendation")),
        asked,
        *(shown or [outlined(awards_lines(awards, language, level), 4)]),
        *_notes(awards, language),
    )


def award_shown(award: OpenAward, language: str, level: str) -> Markup:
    """One form of commendation."""
    return joined(_award(award, language, level, []), *_notes([award], language))


def _notes(awards: Sequence[OpenAward], language: str) -> list[Markup]:
    return [tag("p", line, class_="setting") for line in note_lines(awards, language)]


def _award(award: OpenAward, language: str, level: str, shared: list[Text]) -> Markup:
    own = tuple(question for question in award.questions if question not in shared)
    _, *lines = award_lines(award, own, language, level)
    head = joined(
        word(award.verdict.id, language, award_word(award).in_(language)),
        " ",
        tag("strong", award.form.label.in_(language)),
    )
    return folded(head, outlined(lines, 4), open_=True, class_="item")
