"""What a value looks like in a notebook and on a console: one renderer for each kind, looked up when asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from thidua.clauses import Clause, Criteria
from thidua.conditions import Condition
from thidua.displays import Words
from thidua.dossiers import Dossier
from thidua.errors import WrongValueError
from thidua.evidence import Paper
from thidua.findings import Assessment, Finding
from thidua.interpreters.award import OpenAward, OpenAwards, awards_said
from thidua.interpreters.columns.population import Population
from thidua.interpreters.comparing.results import Comparison
from thidua.interpreters.comparing.said import comparison_said
from thidua.interpreters.describe import describe
from thidua.interpreters.explain import SHAPES, explain, node_said
from thidua.interpreters.filed_wording import dossier_said, paper_text
from thidua.interpreters.floors import FloorReport, floors_lines
from thidua.interpreters.headline import left
from thidua.interpreters.html.distances import margins_shown
from thidua.interpreters.html.editions import comparison_shown, impact_shown, sensitivity_shown
from thidua.interpreters.html.explained import explain_html, finding_shown
from thidua.interpreters.html.filed import dossier_shown, paper_shown
from thidua.interpreters.html.judged_tables import population_shown, table_impact_shown
from thidua.interpreters.html.markup import Markup, tag
from thidua.interpreters.html.outlined import outlined
from thidua.interpreters.html.parts import fragment, lines, word
from thidua.interpreters.html.plans import (
    clause_of_plan,
    group_shown,
    plan_shown,
    predicate_shown,
    provision_shown,
    reading_shown,
)
from thidua.interpreters.html.reports import award_shown, awards_shown, floors_shown, lint_shown
from thidua.interpreters.impact import Impact, impact_said
from thidua.interpreters.levels import LEVELS, checked_level
from thidua.interpreters.linting.results import LintReport, report_said
from thidua.interpreters.margins import Margins
from thidua.interpreters.margins_told import margins_said
from thidua.interpreters.needs import Needs
from thidua.interpreters.needs_wording import needs_lines, needs_told
from thidua.interpreters.outline import part_said, plan_said, reading_outlined
from thidua.interpreters.populations.changing import TableImpact, table_impact_said
from thidua.interpreters.populations.summary import population_said
from thidua.interpreters.receipt_check import ReceiptCheck
from thidua.interpreters.redaction import lowered_node
from thidua.interpreters.remedying.data import remedies_lines, remedies_told
from thidua.interpreters.remedying.remedy import Remedies
from thidua.interpreters.sections_lowered import needs_lowered, remedies_lowered, why_lowered
from thidua.interpreters.sensitivity import SensitivityReport, sensitivity_said
from thidua.interpreters.stored import StoredAssessment
from thidua.interpreters.telling import Teller, verdict_data
from thidua.interpreters.voice import Voice
from thidua.interpreters.why import Why
from thidua.interpreters.why_wording import why_lines, why_told
from thidua.interpreters.wording import checked_language
from thidua.movements import Plan
from thidua.nodes import Reading
from thidua.provisions import Provision
from thidua.verdicts import Verdict

Explained = Assessment[Any] | Mapping[str, Any]
Answer = Why | Needs | Remedies


def as_html(value: object, language: str = "vi", level: str = "dossier") -> Markup:
    """A value as a notebook shows it: the law's sentence, the four words with their shapes, required and found, papers.

    Of a plan, its groups, clauses, provisions, readings and conditions; a dossier and its papers, an assessment, a
    finding, a verdict; what `why`, `needs`, `remedies`, `margins` and `awards_open` found; a comparison, an impact, a
    sensitivity; the reports of `lint` and of floors; a judged table, by its summary, and what a change does to one; an
    explanation stored as data or read back, which says no more than it holds, and the check of its receipt. No script,
    nothing loaded, everything escaped, in the reader's own colours; shown when it is the last line of a cell. A lazy
    table is not computed. Raises `WrongValueError` for what has no such form, `UnknownNameError` for what is no level.

    >>> from thidua import PLAN
    >>> "giảm trên 50% so với đầu kỳ" in as_html(PLAN.item("III.2.2-4"))
    True
    """
    checked_language(language)
    checked_level(level)
    if isinstance(value, Words):
        return fragment(value.language, lines(value))
    if isinstance(value, StoredAssessment):
        return explain_html(value.document, language, level)
    if isinstance(value, Assessment | Mapping):
        return explain_html(cast(Explained, value), language, level)
    shown = _of_the_plan(value, language) or _of_many(value, language) or _of_one(value, language, level)
    if shown is None:
        raise _refused(value)
    return fragment(language, shown)


def _of_the_plan(value: object, language: str) -> Markup | None:
    match value:
        case Plan():
            return plan_shown(value, language)
        case Criteria():
            return group_shown(value, language)
        case Clause():
            return clause_of_plan(value, language)
        case Provision():
            return provision_shown(value, language)
        case Reading():
            return reading_shown(value, language)
        case Condition(node=node):
            return predicate_shown(node, language)
        case LintReport():
            return lint_shown(value, language)
        case FloorReport():
            return floors_shown(value, language)
        case _:
            return None


def _of_many(value: object, language: str) -> Markup | None:
    match value:
        case Comparison():
            return comparison_shown(value, language)
        case Impact():
            return impact_shown(value, language)
        case SensitivityReport():
            return sensitivity_shown(value, language)
        case Population():
            return population_shown(value, language)
        case TableImpact():
            return table_impact_shown(value, language)
        case _:
            return None


def _of_one(value: object, language: str, level: str) -> Markup | None:
    match value:
        case Verdict():
            return tag("p", word(value.id, language), left(verdict_data(value.mask), language))
        case Dossier():
            return dossier_shown(value, language, level)
        case Paper():
            return paper_shown(value, language, level)  # pyright: ignore[reportUnknownArgumentType]  # whoever owns it
        case Finding():
            return finding_shown(_told(value, level), language)
        case Why() | Needs() | Remedies():
            return outlined(_answered(value, language, level), 3)
        case Margins():
            return margins_shown(value, language, level)
        case OpenAwards():
            return awards_shown(value, language, level)
        case OpenAward():
            return award_shown(value, language, level)
        case ReceiptCheck():
            return _checked(value, language)
        case _:
            return None


def _checked(check: ReceiptCheck, language: str) -> Markup:
    lines = [difference.said(language) for difference in check.differences]
    return outlined((f"  {line}" for line in lines), 3) if lines else tag("p", f"✓ {check.said(language)}")


def as_text(value: object, language: str = "vi", level: str = "dossier") -> str:
    """The same value in plain text, as `print` writes it."""
    checked_language(language)
    checked_level(level)
    if isinstance(value, Words):
        return value
    said = _said_of_the_plan(value, language) or _said_of_many(value, language) or _said_of_one(value, language, level)
    if said is None:
        raise _refused(value)
    return Words(said, language, columns=isinstance(value, Population | TableImpact))


def _said_of_the_plan(value: object, language: str) -> str | None:
    match value:
        case Plan():
            return plan_said(value, language)
        case Criteria() | Clause() | Provision():
            return part_said(value, language)
        case Reading():
            return reading_outlined(value, language)
        case Condition(node=node):
            return describe(node, language)
        case LintReport():
            return report_said(value, language)
        case FloorReport():
            return "\n".join([value.asked(language), *floors_lines(value, language)])
        case _:
            return None


def _said_of_many(value: object, language: str) -> str | None:
    match value:
        case Comparison():
            return comparison_said(value, language)
        case Impact():
            return impact_said(value, language)
        case SensitivityReport():
            return sensitivity_said(value, language)
        case Population():
            return population_said(value, language)
        case TableImpact():
            return table_impact_said(value, language)
        case _:
            return None


def _said_of_one(value: object, language: str, level: str) -> str | None:
    match value:
        case StoredAssessment():
            return explain(value.document, language, level)
        case Assessment() | Mapping():
            return explain(cast(Explained, value), language, level)
        case Verdict():
            return f"{SHAPES[value.id]} {value.word.in_(language)}{left(verdict_data(value.mask), language)}"
        case Dossier():
            return dossier_said(value, language, level)
        case Paper():
            return paper_text(value, language, level)  # pyright: ignore[reportUnknownArgumentType]  # whoever owns it
        case Finding():
            return "\n".join(node_said(_told(value, level), language))
        case Why() | Needs() | Remedies():
            return "\n".join(_answered(value, language, level))
        case Margins():
            return margins_said(value, language, level)
        case OpenAwards():
            return awards_said(value, language, level)
        case OpenAward():
            return value.said(language, level)
        case ReceiptCheck():
            return value.said(language)
        case _:
            return None


def _answered(answer: Answer, language: str, level: str) -> Iterable[str]:
    """The lines of an answer about an assessment, as they may be read at a level."""
    if isinstance(answer, Why):
        return why_lines(why_lowered(why_told(answer), level), language)
    if isinstance(answer, Needs):
        return needs_lines(needs_lowered(needs_told(answer), level), language)
    return remedies_lines(remedies_lowered(remedies_told(answer), level), language)


def _told(finding: Finding, level: str) -> dict[str, Any]:
    """A finding by itself, as it may be read at a level; its surveys go by no name, since no plan is at hand."""
    node = Teller((Voice("vi", {}), Voice("en", {})), (), frozenset()).node(finding, "", decides=True)
    return node if level == LEVELS[-1] else lowered_node(node, level)


def _refused(value: object) -> WrongValueError:
    msg = (
        f"{type(value).__name__} has no form to be shown in; expected a plan, a group, a clause, a condition or "
        "another part of it, a dossier, an assessment, a finding, what was found by asking about these, or a stored "
        "explanation"
    )
    return WrongValueError(msg)
