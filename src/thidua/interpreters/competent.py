"""Who may judge a word on the day of assessment, and what is said where those that judged it have ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from attrs import frozen

from thidua.bodies import Body, judges_on
from thidua.interpreters.wording import in_both, joined
from thidua.movements import Plan, Setting
from thidua.nodes import Fact
from thidua.periods import written
from thidua.texts import Text

Within = tuple[Plan, Setting] | None
"""The plan, and the setting of the day, where one is given."""
NOT_JUDGED = Text("chưa có đánh giá", "no judgement on file")
"""What is said, before the reason, where those that were to judge have ended."""
_NOBODY_NAMED = Text("cơ quan có thẩm quyền", "the competent body")


@frozen
class Competent:
    """The bodies that may judge a word, or those the plan left it to where none of them may any more.

    `ended` then says since when, whom to ask who judges now, and that minutes of before still count.
    """

    bodies: tuple[Body, ...]
    ended: Text | None = None

    def named(self, language: str) -> str:
        """The bodies, as a list in a sentence."""
        return bodies_said([body.label for body in self.bodies], language) or _NOBODY_NAMED.in_(language)

    def awaited(self, language: str) -> str:
        """That a judgement is awaited; of bodies that have ended, that nothing new is to be awaited of them."""
        if self.ended is not None:
            return f"{NOT_JUDGED.in_(language)}: {self.ended.in_(language)}"
        who = self.named(language)
        return f"chờ đánh giá của {who}" if language == "vi" else f"awaiting the judgement of {who}"


def competent(fact: Fact, plan: Plan, setting: Setting) -> Competent:
    """Who may judge a word on the day of assessment, as the plan reads who judges once a body has ended."""
    bodies = judges_on(fact.judges, setting.on, plan.handovers)
    over = [body for body in fact.judges if body.has_ended_by(setting.on)]
    if bodies or not over:
        return Competent(bodies or fact.judges)
    ask = next((handover.ask for handover in plan.handovers if handover.ask is not None), None)
    first = setting.review.window.first
    return Competent(tuple(over), in_both(lambda language: "; ".join(_ended(over, ask, first, language))))


def awaited(fact: Fact, within: Within) -> Text:
    """Whose judgement of a word is awaited, for a plan on its day, or of whom the plan leaves it to."""
    return in_both((Competent(fact.judges) if within is None else competent(fact, *within)).awaited)


def _ended(bodies: Sequence[Body], ask: Text | None, first: date, language: str) -> Iterator[str]:
    vi = language == "vi"
    lasts = sorted({body.until for body in bodies if body.until is not None})
    for last in lasts:
        labels = [body.label for body in bodies if body.until == last]
        who, day = bodies_said(labels, language, every=True), written(last + timedelta(days=1), language)
        yield f"{who} kết thúc hoạt động từ ngày {day}" if vi else f"{who} ended on {day}"
    if ask is not None:
        whom = ask.in_(language)
        yield f"xin ý kiến của {whom} về cơ quan đánh giá thay" if vi else f"ask {whom} who judges in their place"
    if lasts[-1] >= first:
        day = written(lasts[-1], language)
        yield (
            f"biên bản đánh giá đến hết ngày {day} vẫn được xem xét"
            if vi
            else f"minutes of judgements through {day} still count"
        )


def bodies_said(labels: Sequence[Text], language: str, *, every: bool = False) -> str:
    """The bodies that may judge, as a list in a sentence: one of them, or `every` one.

    >>> bodies_said([Text("hội nghị bản, xóm", ""), Text("UBND xã", ""), Text("UBND huyện", "")], "vi")
    'hội nghị bản, xóm; UBND xã hoặc UBND huyện'
    """
    named = [label.in_(language) for label in labels]
    mark = "; " if any("," in name for name in named) else ", "
    either, both = ("hoặc", "và") if language == "vi" else ("or", "and")
    return joined(named, both if every else either, mark=mark)


def through(body: Body) -> Text:
    """What a body is called where no day is given: with its last day, where it has one."""
    if body.until is None:
        return body.label
    last = body.until
    return Text(f"{body.label.vi} (đến hết ngày {written(last)})", f"{body.label.en} (through {written(last, 'en')})")


def body_data(body: Body) -> dict[str, Any]:
    """A body as plain data."""
    data: dict[str, Any] = {"id": body.id, "label": {"vi": body.label.vi, "en": body.label.en}}
    return data if body.until is None else {**data, "until": body.until.isoformat()}
