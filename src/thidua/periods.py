"""Periods, named moments, household surveys and calendar years. There is no clock: every day is given.

A moment is a name, such as the start of the period; which survey it means is decided by the plan and its review,
never by what happens to be on file.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Literal

from attrs import Attribute, frozen
from dateutil.relativedelta import relativedelta

from thidua.errors import BadDateError, WrongValueError
from thidua.texts import Text


def checked_day(value: object, name: str) -> date:
    """The value, when it is a date; `WrongValueError` for text and for a time of day, saying how to make it one."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    given = f"{value!r} ({type(value).__name__})"
    msg = f"{name}: expected a date such as date(2025, 6, 20) but got {given}{made_a_day(value)}"
    raise WrongValueError(msg)


def made_a_day(value: object) -> str:
    """How text or a time of day is made a date, as the tail of a message; nothing of anything else.

    >>> made_a_day(datetime(2025, 6, 20, 8, 30))
    '; write .date() after it'
    """
    if isinstance(value, datetime):
        return "; write .date() after it"
    if isinstance(value, str):
        return "; read text with date.fromisoformat('2025-06-20') or, day first, day_first('20/6/2025')"
    return ""


def is_day(_owner: object, attribute: Attribute[Any], value: object) -> None:
    """`checked_day`, as a validator of a field."""
    checked_day(value, attribute.name)


@frozen(cache_hash=True)
class Period:
    """Days from the first to the last, both included."""

    first: date
    last: date

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            msg = f"a period ends on or after the day it begins; got {self.first} to {self.last}"
            raise WrongValueError(msg)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@frozen(cache_hash=True)
class Survey:
    """A yearly survey of poor and near-poor households: whose figures, and the day they were approved.

    `assumed` says that the day of approval is not known to us from a source but assumed.
    """

    id: str
    label: Text
    approved_on: date
    assumed: bool = True
    source: str = ""


@frozen(cache_hash=True)
class Moment:
    """A named point of time, resolved by the review under which one assesses."""

    id: str
    label: Text


START_OF_PERIOD = Moment("start_of_period", Text("đầu kỳ", "the start of the period"))
AT_REVIEW = Moment("review", Text("cuối kỳ", "the end of the period"))
"""The survey a review looks at: cuối kỳ."""
CUT_OFF = Moment("cut_off", Text("ngày chốt thành tích", "the cut-off day"))
ON_THE_DAY = Moment("on", Text("ngày xét", "the day of assessment"))
END_OF_REVIEW_YEAR = Moment("end_of_review_year", Text("hết năm xét", "the end of the year of the review"))

When = Moment | Survey
"""At a named moment, or at one survey by name."""


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def written(day: date, language: str = "vi") -> str:
    """A day as documents write it: in Vietnamese with a zero before days below 10 and months below 3.

    >>> written(date(2025, 6, 20)), written(date(2025, 1, 7)), written(date(2025, 1, 7), "en")
    ('20/6/2025', '07/01/2025', '7 January 2025')
    """
    if language == "vi":
        month = f"{day.month:02d}" if _MONTHS[day.month - 1] in ("January", "February") else str(day.month)
        return f"{day.day:02d}/{month}/{day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


LeapRule = Literal["28_february", "1_march"]


@lru_cache(maxsize=4096)
def years_after(day: date, years: int, leap: LeapRule = "28_february") -> date:
    """The same day so many calendar years later; `leap` says what becomes of 29 February in a year without one.

    >>> years_after(date(2020, 2, 29), 3)
    datetime.date(2023, 2, 28)
    >>> years_after(date(2020, 2, 29), 3, "1_march")
    datetime.date(2023, 3, 1)
    """
    later = day + relativedelta(years=years)
    return later + relativedelta(days=1) if leap == "1_march" and later.day != day.day else later


_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def iso_day(text: str) -> date:
    """A day written as ISO 8601, `2022-10-07`; `BadDateError` for anything else.

    >>> iso_day("2022-10-07")
    datetime.date(2022, 10, 7)
    """
    if not isinstance(text, str) or not _ISO.fullmatch(text):
        msg = f"expected a day such as '2022-10-07' but got {text!r}; for day-first text call day_first()"
        raise BadDateError(msg)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        msg = f"{text!r} is not a day of the calendar"
        raise BadDateError(msg) from error


_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def day_first(text: str) -> date:
    """A day written the Vietnamese way, day first; `BadDateError` for anything else.

    >>> day_first("7/10/2022")
    datetime.date(2022, 10, 7)
    """
    match = _DAY_FIRST.fullmatch(text.strip()) if isinstance(text, str) else None
    if not match:
        msg = f"expected a day such as '7/10/2022' but got {text!r}; for ISO text call iso_day()"
        raise BadDateError(msg)
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day)
    except ValueError as error:
        msg = f"{text!r} is not a day of the calendar"
        raise BadDateError(msg) from error
