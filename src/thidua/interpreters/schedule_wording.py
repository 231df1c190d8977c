"""Periods, surveys and reviews in words."""

from __future__ import annotations

from thidua.periods import Period, Survey, written
from thidua.reviews import Review


def period_said(period: Period, language: str = "vi") -> str:
    """From which day to which."""
    first, last = written(period.first, language), written(period.last, language)
    return f"từ ngày {first} đến ngày {last}" if language == "vi" else f"from {first} to {last}"


def survey_said(survey: Survey, language: str = "vi") -> str:
    """What a survey is called, and the day it was approved; that the day is assumed is said."""
    vi, day = language == "vi", written(survey.approved_on, language)
    approved = f"phê duyệt ngày {day}" if vi else f"approved on {day}"
    assumed = "" if not survey.assumed else " (ngày giả định)" if vi else " (an assumed day)"
    return f"{survey.label.in_(language)}, {approved}{assumed}"


def review_said(review: Review, language: str = "vi") -> str:
    """When a review is made, up to which day achievements count, and from which survey on, where that is settled."""
    vi, cut_off = language == "vi", written(review.cut_off, language)
    said = f"{period_said(review.window, language)}, {'chốt thành tích ngày' if vi else 'cut-off'} {cut_off}"
    adopted = review.start.reading.adopted
    if adopted is None:
        return said
    start = review.start.of(adopted).label.in_(language)
    return f"{said}, đầu kỳ: {start}" if vi else f"{said}, from {start}"
