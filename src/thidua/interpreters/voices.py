"""The two voices in which an assessment is told: what its surveys are called, and who may judge on its day."""

from __future__ import annotations

from typing import Any

from thidua.findings import Assessment
from thidua.interpreters.found import Voice


def voices_of(assessment: Assessment[Any]) -> tuple[Voice, Voice]:
    """Vietnamese and English."""
    plan, setting = assessment.plan, assessment.setting
    surveys = {survey.id: survey.label for survey in plan.surveys}
    return Voice("vi", surveys, (plan, setting)), Voice("en", surveys, (plan, setting))
