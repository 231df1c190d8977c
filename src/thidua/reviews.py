"""Reviews of a movement, and the setting one assesses in: the day, the review, the survey each moment means."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from attrs import frozen

from thidua.errors import UnknownNameError, did_you_mean
from thidua.periods import CUT_OFF, END_OF_REVIEW_YEAR, ON_THE_DAY, Period, Survey
from thidua.readings import ByReading
from thidua.texts import Text


@frozen(cache_hash=True)
class Review:
    """An interim, final or special review: the days it is made on, the day up to which achievements count.

    `start` names the survey that is đầu kỳ. The survey that is cuối kỳ is `end` of the adopted option, and where that
    is none, the last one approved by the cut-off. Records count from `counts_from`. One that is `only_by_name` is never
    picked by the day alone.
    """

    id: str
    label: Text
    window: Period
    cut_off: date
    start: ByReading[Survey]
    end: ByReading[Survey | None]
    counts_from: ByReading[date]
    provisions: tuple[str, ...] = ()
    only_by_name: bool = False


@frozen(cache_hash=True)
class Setting:
    """When and for what one assesses: the day, the review, and the survey that each moment means."""

    on: date
    review: Review
    cut_off: date
    counts_from: date
    surveys: tuple[tuple[str, Survey], ...]

    @cached_property
    def days(self) -> Mapping[str, date]:
        """The moments that are days."""
        return {
            ON_THE_DAY.id: self.on,
            CUT_OFF.id: self.cut_off,
            END_OF_REVIEW_YEAR.id: date(self.review.cut_off.year, 12, 31),
        }

    def survey(self, moment: str) -> Survey:
        """The survey a moment means; `UnknownNameError` for a moment that is none."""
        for name, survey in self.surveys:
            if name == moment:
                return survey
        msg = f"moment {moment!r} is no survey{did_you_mean(moment, [name for name, _ in self.surveys])}"
        raise UnknownNameError(msg)
