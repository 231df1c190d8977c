"""Criteria of an emulation movement that can be read, run, explained and compared.

A clause is a sentence of the plan, kept twice: once in its own words, once as data that every interpreter reads.

Every public name is imported when it is first asked for, so that `import thidua` costs next to nothing in a program
that only may need it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from thidua.amendments import adopting, amend
    from thidua.clauses import Clause
    from thidua.conditions import all_of, any_of, at_least, not_, unless, where
    from thidua.criteria import PLAN
    from thidua.dossiers import Dossier
    from thidua.editions import as_if_in_force, edition_in_force
    from thidua.errors import InvalidAmendmentError, InvalidDocumentError, ThiduaError
    from thidua.evidence import DID_NOT_HAPPEN, Paper
    from thidua.findings import Assessment
    from thidua.interpreters.asked import Asked, asked_of
    from thidua.interpreters.assess import assess
    from thidua.interpreters.award import OpenAward, OpenAwards, awards_open
    from thidua.interpreters.checklist import checklist
    from thidua.interpreters.checklist_data import checklist_data
    from thidua.interpreters.columns.population import Population
    from thidua.interpreters.columns.supplied import Completeness, Minutes, Register
    from thidua.interpreters.columns.tabulate import tabulate
    from thidua.interpreters.comparing import compare
    from thidua.interpreters.comparing.results import Comparison
    from thidua.interpreters.describe import describe
    from thidua.interpreters.explain import explain
    from thidua.interpreters.explanation import explanation
    from thidua.interpreters.filled_sheet import judgements
    from thidua.interpreters.floors import FloorFinding, FloorReport, floors_broken, floors_checked, floors_said
    from thidua.interpreters.history import history
    from thidua.interpreters.html.council import council_report
    from thidua.interpreters.html.display import as_html, as_text
    from thidua.interpreters.html.letterhead import Letterhead
    from thidua.interpreters.impact import Impact, impact, impact_said
    from thidua.interpreters.linting import lint
    from thidua.interpreters.linting.results import LintFinding, LintReport, lint_said
    from thidua.interpreters.loading import dump, load
    from thidua.interpreters.margins import margins
    from thidua.interpreters.markdown.explained import as_markdown
    from thidua.interpreters.needs import Need, Needs, needs
    from thidua.interpreters.needs_wording import needs_data, needs_text
    from thidua.interpreters.populations.changing import (
        TableImpact,
        impact_of_table,
        impact_of_table_said,
        sensitivity_of_table,
        sensitivity_of_table_said,
    )
    from thidua.interpreters.populations.deciding import decisive_clauses, decisive_clauses_said
    from thidua.interpreters.populations.missing import missing, missing_said
    from thidua.interpreters.populations.summary import summary, summary_said
    from thidua.interpreters.reading_back import read_explanation
    from thidua.interpreters.receipt_check import check_receipt
    from thidua.interpreters.redaction import redact
    from thidua.interpreters.remedying.data import remedies_data, remedies_text
    from thidua.interpreters.remedying.remedies import remedies
    from thidua.interpreters.remedying.remedy import Remedies, Remedy
    from thidua.interpreters.request_letter import request_letter
    from thidua.interpreters.schema import schema_of
    from thidua.interpreters.sensitivity import SensitivityReport, sensitivity, sensitivity_said
    from thidua.interpreters.sheet import judgement_form, judgement_sheet
    from thidua.interpreters.stored import StoredAssessment
    from thidua.interpreters.why import Reason, Why, why
    from thidua.interpreters.why_wording import why_data, why_text
    from thidua.movements import Plan
    from thidua.periods import day_first
    from thidua.pictures.changes import draw_sensitivity, draw_transitions
    from thidua.pictures.distances import draw_distances
    from thidua.pictures.tables import distance_plot, verdict_matrix
    from thidua.pictures.verdicts import draw_verdicts
    from thidua.quantities import dong, percent, years
    from thidua.readings import Level
    from thidua.sources import Document, cite
    from thidua.subjects import Agency, Commune, Enterprise, Household, Official, Subject, Village
    from thidua.successions import Crosswalk, succeed
    from thidua.verdicts import MET, NOT_APPLICABLE, NOT_MET, Verdict

__all__ = [
    "DID_NOT_HAPPEN",
    "MET",
    "NOT_APPLICABLE",
    "NOT_MET",
    "PLAN",
    "Agency",
    "Asked",
    "Assessment",
    "Clause",
    "Commune",
    "Comparison",
    "Completeness",
    "Crosswalk",
    "Document",
    "Dossier",
    "Enterprise",
    "FloorFinding",
    "FloorReport",
    "Household",
    "Impact",
    "InvalidAmendmentError",
    "InvalidDocumentError",
    "Letterhead",
    "Level",
    "LintFinding",
    "LintReport",
    "Minutes",
    "Need",
    "Needs",
    "Official",
    "OpenAward",
    "OpenAwards",
    "Paper",
    "Plan",
    "Population",
    "Reason",
    "Register",
    "Remedies",
    "Remedy",
    "SensitivityReport",
    "StoredAssessment",
    "Subject",
    "TableImpact",
    "ThiduaError",
    "Verdict",
    "Village",
    "Why",
    "adopting",
    "all_of",
    "amend",
    "any_of",
    "as_html",
    "as_if_in_force",
    "as_markdown",
    "as_text",
    "asked_of",
    "assess",
    "at_least",
    "awards_open",
    "check_receipt",
    "checklist",
    "checklist_data",
    "cite",
    "compare",
    "council_report",
    "day_first",
    "decisive_clauses",
    "decisive_clauses_said",
    "describe",
    "distance_plot",
    "dong",
    "draw_distances",
    "draw_sensitivity",
    "draw_transitions",
    "draw_verdicts",
    "dump",
    "edition_in_force",
    "explain",
    "explanation",
    "floors_broken",
    "floors_checked",
    "floors_said",
    "history",
    "impact",
    "impact_of_table",
    "impact_of_table_said",
    "impact_said",
    "judgement_form",
    "judgement_sheet",
    "judgements",
    "lint",
    "lint_said",
    "load",
    "margins",
    "missing",
    "missing_said",
    "needs",
    "needs_data",
    "needs_text",
    "not_",
    "percent",
    "read_explanation",
    "redact",
    "remedies",
    "remedies_data",
    "remedies_text",
    "request_letter",
    "schema_of",
    "sensitivity",
    "sensitivity_of_table",
    "sensitivity_of_table_said",
    "sensitivity_said",
    "succeed",
    "summary",
    "summary_said",
    "tabulate",
    "unless",
    "verdict_matrix",
    "where",
    "why",
    "why_data",
    "why_text",
    "years",
]

_HOMES = {
    "DID_NOT_HAPPEN": "thidua.evidence",
    "MET": "thidua.verdicts",
    "NOT_APPLICABLE": "thidua.verdicts",
    "NOT_MET": "thidua.verdicts",
    "PLAN": "thidua.criteria",
    "Agency": "thidua.subjects",
    "Asked": "thidua.interpreters.asked",
    "Assessment": "thidua.findings",
    "Clause": "thidua.clauses",
    "Commune": "thidua.subjects",
    "Comparison": "thidua.interpreters.comparing.results",
    "Completeness": "thidua.interpreters.columns.supplied",
    "Crosswalk": "thidua.successions",
    "Document": "thidua.sources",
    "Dossier": "thidua.dossiers",
    "Enterprise": "thidua.subjects",
    "FloorFinding": "thidua.interpreters.floors",
    "FloorReport": "thidua.interpreters.floors",
    "Household": "thidua.subjects",
    "Impact": "thidua.interpreters.impact",
    "InvalidAmendmentError": "thidua.errors",
    "InvalidDocumentError": "thidua.errors",
    "Letterhead": "thidua.interpreters.html.letterhead",
    "Level": "thidua.readings",
    "LintFinding": "thidua.interpreters.linting.results",
    "LintReport": "thidua.interpreters.linting.results",
    "Minutes": "thidua.interpreters.columns.supplied",
    "Need": "thidua.interpreters.needs",
    "Needs": "thidua.interpreters.needs",
    "Official": "thidua.subjects",
    "OpenAward": "thidua.interpreters.award",
    "OpenAwards": "thidua.interpreters.award",
    "Paper": "thidua.evidence",
    "Plan": "thidua.movements",
    "Population": "thidua.interpreters.columns.population",
    "Reason": "thidua.interpreters.why",
    "Register": "thidua.interpreters.columns.supplied",
    "Remedies": "thidua.interpreters.remedying.remedy",
    "Remedy": "thidua.interpreters.remedying.remedy",
    "SensitivityReport": "thidua.interpreters.sensitivity",
    "StoredAssessment": "thidua.interpreters.stored",
    "Subject": "thidua.subjects",
    "TableImpact": "thidua.interpreters.populations.changing",
    "ThiduaError": "thidua.errors",
    "Verdict": "thidua.verdicts",
    "Village": "thidua.subjects",
    "Why": "thidua.interpreters.why",
    "adopting": "thidua.amendments",
    "all_of": "thidua.conditions",
    "amend": "thidua.amendments",
    "any_of": "thidua.conditions",
    "as_html": "thidua.interpreters.html.display",
    "as_if_in_force": "thidua.editions",
    "as_markdown": "thidua.interpreters.markdown.explained",
    "as_text": "thidua.interpreters.html.display",
    "asked_of": "thidua.interpreters.asked",
    "assess": "thidua.interpreters.assess",
    "at_least": "thidua.conditions",
    "awards_open": "thidua.interpreters.award",
    "check_receipt": "thidua.interpreters.receipt_check",
    "checklist": "thidua.interpreters.checklist",
    "checklist_data": "thidua.interpreters.checklist_data",
    "cite": "thidua.sources",
    "compare": "thidua.interpreters.comparing",
    "council_report": "thidua.interpreters.html.council",
    "day_first": "thidua.periods",
    "decisive_clauses": "thidua.interpreters.populations.deciding",
    "decisive_clauses_said": "thidua.interpreters.populations.deciding",
    "describe": "thidua.interpreters.describe",
    "distance_plot": "thidua.pictures.tables",
    "dong": "thidua.quantities",
    "draw_distances": "thidua.pictures.distances",
    "draw_sensitivity": "thidua.pictures.changes",
    "draw_transitions": "thidua.pictures.changes",
    "draw_verdicts": "thidua.pictures.verdicts",
    "dump": "thidua.interpreters.loading",
    "edition_in_force": "thidua.editions",
    "explain": "thidua.interpreters.explain",
    "explanation": "thidua.interpreters.explanation",
    "floors_broken": "thidua.interpreters.floors",
    "floors_checked": "thidua.interpreters.floors",
    "floors_said": "thidua.interpreters.floors",
    "history": "thidua.interpreters.history",
    "impact": "thidua.interpreters.impact",
    "impact_of_table": "thidua.interpreters.populations.changing",
    "impact_of_table_said": "thidua.interpreters.populations.changing",
    "impact_said": "thidua.interpreters.impact",
    "judgement_form": "thidua.interpreters.sheet",
    "judgement_sheet": "thidua.interpreters.sheet",
    "judgements": "thidua.interpreters.filled_sheet",
    "lint": "thidua.interpreters.linting",
    "lint_said": "thidua.interpreters.linting.results",
    "load": "thidua.interpreters.loading",
    "margins": "thidua.interpreters.margins",
    "missing": "thidua.interpreters.populations.missing",
    "missing_said": "thidua.interpreters.populations.missing",
    "needs": "thidua.interpreters.needs",
    "needs_data": "thidua.interpreters.needs_wording",
    "needs_text": "thidua.interpreters.needs_wording",
    "not_": "thidua.conditions",
    "percent": "thidua.quantities",
    "read_explanation": "thidua.interpreters.reading_back",
    "redact": "thidua.interpreters.redaction",
    "remedies": "thidua.interpreters.remedying.remedies",
    "remedies_data": "thidua.interpreters.remedying.data",
    "remedies_text": "thidua.interpreters.remedying.data",
    "request_letter": "thidua.interpreters.request_letter",
    "schema_of": "thidua.interpreters.schema",
    "sensitivity": "thidua.interpreters.sensitivity",
    "sensitivity_of_table": "thidua.interpreters.populations.changing",
    "sensitivity_of_table_said": "thidua.interpreters.populations.changing",
    "sensitivity_said": "thidua.interpreters.sensitivity",
    "succeed": "thidua.successions",
    "summary": "thidua.interpreters.populations.summary",
    "summary_said": "thidua.interpreters.populations.summary",
    "tabulate": "thidua.interpreters.columns.tabulate",
    "unless": "thidua.conditions",
    "verdict_matrix": "thidua.pictures.tables",
    "where": "thidua.conditions",
    "why": "thidua.interpreters.why",
    "why_data": "thidua.interpreters.why_wording",
    "why_text": "thidua.interpreters.why_wording",
    "years": "thidua.quantities",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(_unknown(name), name=name)
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def _unknown(name: str) -> str:
    """What a name that is not public is refused with; the nearest one is sought only now, and not for Python's own."""
    near = "" if name.startswith("_") else import_module("thidua.errors").nearest(name, _HOMES)
    tail = f"; did you mean {near!r}?" if near else ""
    return f"module 'thidua' has no attribute {name!r}{tail}"


def __dir__() -> list[str]:
    return __all__
