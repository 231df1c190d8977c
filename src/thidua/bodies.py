"""The bodies that judge: what minutes call them, the days they were there, and who judges once one has ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import field, frozen
from attrs.validators import optional

from thidua.digests import ADDED_LATER
from thidua.errors import WrongValueError
from thidua.periods import is_day
from thidua.texts import Text

_LATER = {ADDED_LATER: True}


@frozen(cache_hash=True)
class Body:
    """A body that may judge, and the names by which minutes call it.

    It was there from `since` through `until`, both included; none of them where it has no such day. `source` says what
    tells the days, and `reported` that its text was not read. Raises `WrongValueError` for days the wrong way round.

    >>> council = Body("council", Text("Hội đồng Ví Dụ", "the Sample Council"), until=date(2025, 6, 30))
    >>> council.is_there_on(date(2025, 6, 30)), council.is_there_on(date(2025, 7, 1))
    (True, False)
    """

    id: str
    label: Text
    names: tuple[str, ...] = ()
    since: date | None = field(default=None, validator=optional(is_day), metadata=_LATER)
    until: date | None = field(default=None, validator=optional(is_day), metadata=_LATER)
    source: str = field(default="", metadata=_LATER)
    reported: bool = field(default=False, metadata=_LATER)

    def __attrs_post_init__(self) -> None:
        if self.since and self.until and self.until < self.since:
            msg = f"body {self.id!r}: until={self.until} comes before since={self.since}"
            raise WrongValueError(msg)

    def is_there_on(self, day: date) -> bool:
        """Whether it was there on that day."""
        return (self.since is None or self.since <= day) and not self.has_ended_by(day)

    def has_ended_by(self, day: date) -> bool:
        """Whether its last day was before that day."""
        return self.until is not None and self.until < day


@frozen(cache_hash=True)
class Handover:
    """Who judges what was left to bodies that have ended: what one option of a reading says.

    `to` names the bodies that judge from then on, for each that ended. With `reads_outside`, a judgement of a day on
    which its body was not there is read all the same, with a caution; otherwise it is left aside. `ask` is whoever has
    to say who judges, where that is open.
    """

    to: tuple[tuple[Body, tuple[Body, ...]], ...] = ()
    reads_outside: bool = False
    ask: Text | None = None


UNDECIDED = Handover(reads_outside=True, ask=Text("cấp có thẩm quyền", "the competent level"))
"""What holds in a plan that says nothing of it."""


def judges_on(judges: Sequence[Body], day: date, handovers: Sequence[Handover]) -> tuple[Body, ...]:
    """Which bodies may judge on a day what is left to `judges`: those that may under every one of the handovers."""
    first, *others = [_judges(judges, day, each) for each in handovers]
    return tuple(body for body in first if all(body in other for other in others))


def may_judge(body: Body | None, judges: Sequence[Body], day: date, handover: Handover) -> bool:
    """Whether a judgement that a body made on a day is read, of a word left to `judges`."""
    return body in _judges(judges, day, handover) or (handover.reads_outside and body in judges)


def sitting(judges: Sequence[Body], days: Sequence[date], handovers: Sequence[Handover]) -> tuple[Body | None, date]:
    """A body and a day on which it may judge a word left to `judges`: the first of the days that has one.

    Where none of them has, the first body on the first day; no body where anybody may judge.
    """
    found = ((body, day) for day in days for body in judges_on(judges, day, handovers)[:1])
    return next(found, (judges[0] if judges else None, days[0]))


def _judges(judges: Sequence[Body], day: date, handover: Handover) -> tuple[Body, ...]:
    after = [new for old, to in handover.to if old in judges and old.has_ended_by(day) for new in to]
    return tuple(dict.fromkeys(body for body in (*judges, *after) if body.is_there_on(day)))
