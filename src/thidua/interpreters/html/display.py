"""What a value looks like in a notebook and on a console: one renderer for each kind, looked up when asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from thidua.clauses import Clause, Criteria
from thidua.dossiers import Dossier
from thidua.errors import WrongValueError
from thidua.findings import Assessment, Finding
from thidua.interpreters.comparing.results import Comparison
from thidua.interpreters.comparing.said import comparison_said
from thidua.interpreters.explain import explain, node_said
from thidua.interpreters.filed_wording import dossier_said
from thidua.interpreters.html.editions import comparison_shown, impact_shown, sensitivity_shown
from thidua.interpreters.html.explained import explain_html, finding_shown
from thidua.interpreters.html.filed import dossier_shown
from thidua.interpreters.html.markup import Markup
from thidua.interpreters.html.parts import fragment
from thidua.interpreters.html.plans import clause_of_plan, group_shown, plan_shown
from thidua.interpreters.impact import Impact, impact_said
from thidua.interpreters.levels import LEVELS, checked_level
from thidua.interpreters.outline import part_said, plan_said
from thidua.interpreters.redaction import lowered_node
from thidua.interpreters.sensitivity import SensitivityReport, sensitivity_said
from thidua.interpreters.telling import Teller
from thidua.interpreters.wording import checked_language
from thidua.movements import Plan

Explained = Assessment[Any] | Mapping[str, Any]


def as_html(value: object, language: str = "vi", level: str = "dossier") -> Markup:
    """A value as a notebook shows it: the law's sentence, the four words with their shapes, required and found, papers.

    Of a plan, group, clause, dossier, assessment, finding, comparison, impact or sensitivity, or of an explanation
    stored as data, which says no more than it holds. No script, nothing loaded, everything escaped, in the reader's own
    colours; shown when it is the last line of a cell. Raises `WrongValueError` for what has no such form,
    `UnknownNameError` for what is no level.

    >>> from thidua import PLAN
    >>> "giảm trên 50% so với đầu kỳ" in as_html(PLAN.item("III.2.2-4"))
    True
    """
    checked_language(language)
    checked_level(level)
    if isinstance(value, Assessment | Mapping):
        return explain_html(cast(Explained, value), language, level)
    return fragment(language, _shown(value, language, level))


def _shown(value: object, language: str, level: str) -> Markup:
    match value:
        case Plan():
            return plan_shown(value, language)
        case Criteria():
            return group_shown(value, language)
        case Clause():
            return clause_of_plan(value, language)
        case Dossier():
            return dossier_shown(value, language, level)
        case Finding():
            return finding_shown(_told(value, level), language)
        case Comparison():
            return comparison_shown(value, language)
        case Impact():
            return impact_shown(value, language)
        case SensitivityReport():
            return sensitivity_shown(value, language)
        case _:
            raise _refused(value)


def as_text(value: object, language: str = "vi", level: str = "dossier") -> str:
    """The same value in plain text, as `print` writes it."""
    checked_language(language)
    checked_level(level)
    match value:
        case Plan():
            return plan_said(value, language)
        case Criteria() | Clause():
            return part_said(value, language)
        case Dossier():
            return dossier_said(value, language, level)
        case Assessment() | Mapping():
            return explain(cast(Explained, value), language, level)
        case Finding():
            return "\n".join(node_said(_told(value, level), language))
        case Comparison():
            return comparison_said(value, language)
        case Impact():
            return impact_said(value, language)
        case SensitivityReport():
            return sensitivity_said(value, language)
        case _:
            raise _refused(value)


def _told(finding: Finding, level: str) -> dict[str, Any]:
    """A finding by itself, as it may be read at a level; its surveys go by no name, since no plan is at hand."""
    node = Teller({}, (), frozenset()).node(finding, "", decides=True)
    return node if level == LEVELS[-1] else lowered_node(node, level)


def _refused(value: object) -> WrongValueError:
    msg = (
        f"{type(value).__name__} has no form to be shown in; expected a plan, group, clause, dossier, assessment, "
        "finding, comparison, impact or sensitivity, or an explanation stored as data"
    )
    return WrongValueError(msg)
