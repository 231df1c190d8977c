"""In which language something found is told, and what its words need to know of the plan and the review."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import frozen

from thidua.findings import Assessment
from thidua.interpreters.competent import Within
from thidua.nodes import Fact, Register
from thidua.periods import written
from thidua.texts import Text


@frozen
class Voice:
    """A language, what the surveys are called in it, and for which plan and day, where there is one."""

    language: str
    surveys: Mapping[str, Text]
    within: Within = None

    @property
    def vi(self) -> bool:
        """Whether it is Vietnamese."""
        return self.language == "vi"

    def say(self, vi: str, en: str) -> str:
        """One of two wordings."""
        return vi if self.vi else en

    def survey(self, place: str) -> str:
        """The survey a place belongs to, with a space before it; empty for other places."""
        _, _, survey = place.partition("@")
        return f" ({self.surveys[survey].in_(self.language)})" if survey in self.surveys else ""

    def label(self, what: Fact | Register) -> str:
        """What a fact or register is called."""
        return what.label.in_(self.language)

    def counted(self, language: str) -> str:
        """From which day on a declaration counts the entries, with a space before it; one that counts older ones errs.

        Empty where the day is not known.
        """
        return "" if self.within is None else f" ({from_the_first_day(self.within[1].counts_from, language)})"


def from_the_first_day(first: date, language: str) -> str:
    """That the number declared is of the days that count alone."""
    day = written(first, language)
    return f"số khai chỉ tính từ ngày {day}" if language == "vi" else f"the number declared counts from {day}"


def voices(assessment: Assessment[Any]) -> tuple[Voice, Voice]:
    """Vietnamese and English, of an assessment."""
    plan, setting = assessment.plan, assessment.setting
    surveys = {survey.id: survey.label for survey in plan.surveys}
    return Voice("vi", surveys, (plan, setting)), Voice("en", surveys, (plan, setting))
