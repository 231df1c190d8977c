"""`assess`: judges dossiers on file, all of them or none."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from thidua.cli.dossiers import dossiers_in
from thidua.cli.refusals import Refusal, check_review
from thidua.errors import ThiduaError
from thidua.findings import Assessment
from thidua.interpreters.assess import assess
from thidua.interpreters.award import awards_lines, awards_open
from thidua.interpreters.explain import explain
from thidua.interpreters.explanation import explanation
from thidua.interpreters.levels import LEVELS
from thidua.interpreters.markdown.explained import explained_together
from thidua.interpreters.sections import SECTIONS
from thidua.interpreters.tables import table
from thidua.movements import Plan

FORMAT = "thidua.assessments/1"
_RULE = "─" * 80


def assessed(given: argparse.Namespace, plan: Plan) -> str:
    """A table of all, then each explained, as text or as Markdown; or all as data."""
    language: str = given.language
    assessments = judged_on_file(given, plan)
    sections = [name for name in SECTIONS if getattr(given, name)]
    told = [explanation(assessment, given.level, sections) for assessment in assessments]
    if given.format == "json":
        return json.dumps({"format": FORMAT, "assessments": told}, ensure_ascii=False, indent=2)
    awards = [_awards(plan, judged, language, given.level) for judged in assessments]
    if given.format == "markdown":
        return explained_together(told, awards, language, given.level)
    pages = [
        "\n\n".join(filter(None, [explain(data, language, given.level), "\n".join(more)]))
        for data, more in zip(told, awards, strict=True)
    ]
    return f"\n\n{_RULE}\n\n".join([table(told, language), *pages])


def judged_on_file(given: argparse.Namespace, plan: Plan) -> list[Assessment[Any]]:
    """Every dossier of the paths, judged, by group in the order of the plan; refuses all when one cannot be read."""
    return [assessment for _, assessment in judged_by_path(given, plan)]


def judged_by_path(given: argparse.Namespace, plan: Plan) -> list[tuple[Path, Assessment[Any]]]:
    """The same, each with the file it was read from."""
    language: str = given.language
    check_review(plan, given.on, given.review, language)
    reports: list[str] = []
    dossiers = list(dossiers_in(plan, given.paths, language, reports))
    judged: list[tuple[Path, Assessment[Any]]] = []
    for path, dossier in dossiers:
        try:
            judged.append((path, assess(plan, dossier, on=given.on, review=given.review)))
        except ThiduaError as error:
            reports.append(f"{path}: {error}")
    if reports:
        raise Refusal("\n".join(reports))
    order = [group.id for group in plan.criteria]
    judged.sort(key=lambda each: order.index(each[1].criteria.id))
    return judged


def _awards(plan: Plan, judged: Assessment[Any], language: str, level: str) -> list[str]:
    """The forms of commendation; not for everybody, since one that is closed tells that something stands against it."""
    if level == LEVELS[0]:
        return []
    head = "Hình thức khen thưởng" if language == "vi" else "Forms of commendation"
    return [f"{head}:", *(f"  {line}" for line in awards_lines(awards_open(plan, judged), language, level))]
