"""Remedies as plain JSON-ready data in both languages, and as text rendered from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, assert_never

from thidua.digests import canonical
from thidua.displays import Words
from thidua.errors import WrongValueError
from thidua.findings import Assessment
from thidua.interpreters.levels import LEVELS, WITHHELD, highest, sensitivity_of, sensitivity_of_leaf
from thidua.interpreters.remedying.remedies import CAP, FEWEST_THEN_SMALLEST, remedies
from thidua.interpreters.remedying.remedy import (
    Added,
    Becomes,
    Change,
    Cost,
    Happens,
    Lost,
    Moved,
    Remedied,
    Remedies,
    Waits,
)
from thidua.interpreters.remedying.saying import change_said, lost_said
from thidua.interpreters.voice import Voice, voices
from thidua.interpreters.wording import capital, checked_language
from thidua.periods import iso_day, written
from thidua.texts import Text

Data = dict[str, Any]
MOST = 3
"""How many alternatives are told of each."""
WITHHELD_STEPS = Text("gồm những việc không công bố", "steps that are withheld")
WITHHELD_REASON = Text("có lý do không công bố", "for a reason that is withheld")


def remedies_data(assessment: Assessment[Any], *, cost: Cost = FEWEST_THEN_SMALLEST, cap: int = CAP) -> Data:
    """What would turn not met into met, for the group and for each clause, as data that needs no library to be read.

    Only a group or a clause that is not met has `remedies`, best first, or `lost`, the reasons why nothing can help.
    """
    return remedies_told(remedies(assessment, cost=cost, cap=cap))


def remedies_told(found: Remedies) -> Data:
    """The same of an answer that is at hand."""
    assessment = found.assessment
    tell = _Teller(*voices(assessment))
    group = assessment.criteria
    return {
        "on": found.on.isoformat(),
        "cut_off": found.cut_off.isoformat(),
        "is_past_the_cut_off": found.is_past_the_cut_off,
        "ranked_by": _both(found.cost),
        "cap": found.cap,
        "group": tell.remedied(found.group, _both(Text(group.heading.text, group.heading.en))),
        "clauses": [tell.remedied(each, _both(group.clause(each.place).citation)) for each in found.clauses],
    }


def remedies_text(
    remedies: Assessment[Any] | Remedies | Mapping[str, Any], language: str = "vi", *, most: int = MOST
) -> str:
    """The same as text: for what is not met, at most so many alternatives, or why nothing can help.

    From an assessment, from what `remedies` found, or from what `remedies_data` gave, perhaps long ago. Raises
    `WrongValueError` for anything else.
    """
    checked_language(language)
    match remedies:
        case Assessment():
            data: Mapping[str, Any] = remedies_data(remedies)
        case Remedies():
            data = remedies_told(remedies)
        case {"group": _, "clauses": _, "cut_off": _, "is_past_the_cut_off": _}:
            data = remedies
        case _:
            said = type(remedies).__name__
            msg = f"{said}: expected an assessment, what remedies() found, or what remedies_data() gave"
            raise WrongValueError(msg)
    return Words("\n".join(remedies_lines(data, language, most)), language)


class _Teller:
    """Tells remedies as data, in both languages at once."""

    def __init__(self, vi: Voice, en: Voice) -> None:
        self.vi, self.en = vi, en

    def remedied(self, answer: Remedied, title: Data) -> Data:
        """The answer for a group or a clause."""
        return {
            "place": answer.place,
            "title": title,
            "verdict": answer.verdict.id,
            "remedies": [
                {
                    "changes": [self._change(change) for change in remedy.changes],
                    "leads_to": remedy.verdict.id,
                    "possible": [final.id for final in remedy.verdict],
                    "by": remedy.by.isoformat(),
                }
                for remedy in answer.remedies
            ],
            "lost": [self._lost(lost) for lost in answer.lost],
            "capped": answer.capped,
        }

    def _change(self, change: Change) -> Data:
        said = {"vi": change_said(change, self.vi), "en": change_said(change, self.en)}
        return {**_plain(change), "text": said, "sensitivity": _sensitivity(change)}

    def _lost(self, lost: Lost) -> Data:
        return {
            "code": lost.code,
            "node": type(lost.found.node).__name__,
            "day": lost.day.isoformat() if lost.day else None,
            "sensitivity": sensitivity_of_leaf(lost.found.node, LEVELS[0]),
            "text": {"vi": lost_said(lost, self.vi), "en": lost_said(lost, self.en)},
        }


def _sensitivity(change: Change) -> str:
    """That of the most sensitive thing a change speaks of."""
    match change:
        case Moved(facts=facts):
            return highest(map(sensitivity_of, facts))
        case Added(register=register):
            return sensitivity_of(register)
        case Happens(fact=fact, register=register):
            return highest((sensitivity_of(fact), *(() if register is None else (sensitivity_of(register),))))
        case Becomes(fact=fact):
            return sensitivity_of(fact)
        case Waits(until=until):
            return highest(sensitivity_of_leaf(node, LEVELS[0]) for node in until)
        case _:
            assert_never(change)


def _plain(change: Change) -> Data:
    match change:
        case Moved(facts=facts, up=up, by=by, start=start, survey=survey):
            return {
                "change": "moved",
                "facts": [fact.name for fact in facts],
                "way": "up" if up else "down",
                "by": _number(by),
                "from": _number(start),
                "to": _number(change.to),
                "survey": survey.id if survey else None,
            }
        case Added(register=register, count=count, fields=fields, of=of, amount=amount):
            filled = {fact.name: canonical(values) for fact, values in fields}
            total = {} if of is None else {"of": of.name, "amount": _number(amount)}
            return {
                "change": "added",
                "register": register.name,
                "entries": count,
                "fields": filled,
                "by": change.by.isoformat(),
            } | total
        case Happens(fact=fact, day=day, arranged=arranged, register=register, entry=entry):
            where = {} if register is None else {"register": register.name, "entry": entry}
            was = arranged.isoformat() if arranged else None
            return {"change": "happens", "fact": fact.name, "day": day.isoformat(), "arranged": was, **where}
        case Becomes(fact=fact, value=value):
            return {"change": "becomes", "fact": fact.name, "value": canonical(value)}
        case Waits(day=day):
            return {"change": "waits", "until": day.isoformat()}
        case _:
            assert_never(change)


def _number(value: int | Fraction) -> int | str:
    return int(value) if Fraction(value).denominator == 1 else str(value)


def _both(text: Text) -> Data:
    return {"vi": text.vi, "en": text.en}


def remedies_lines(data: Mapping[str, Any], language: str, most: int = MOST) -> Iterator[str]:
    """The lines of what `remedies_data` gave."""
    vi = language == "vi"
    failing = [each for each in (data["group"], *data["clauses"]) if each["verdict"] == "not_met"]
    yield "Cách khắc phục:" if vi else "What would help:"
    if not failing:
        yield "Không có nội dung nào không đạt." if vi else "Nothing is found not met."
        return
    cut_off = written(iso_day(data["cut_off"]), language)
    if data["is_past_the_cut_off"]:
        yield (
            f"Đã đến ngày chốt thành tích ({cut_off}): kết quả sau ngày đó không được tính."
            if vi
            else f"The cut-off has come ({cut_off}): nothing that happens after it counts."
        )
    else:
        yield (
            f"Tính đến ngày chốt thành tích {cut_off}; chỉ nêu những gì còn thay đổi được."
            if vi
            else f"Up to the cut-off, {cut_off}; only what can still change is named."
        )
    for each in failing:
        yield ""
        yield f"{each['place']} ({each['title'][language].rstrip('.')}): " + ("không đạt" if vi else "not met")
        yield from remedied_said(each, language, most)


def remedied_said(answer: Mapping[str, Any], language: str, most: int = 3) -> Iterator[str]:
    """What would help one group or clause, or why nothing can, line by line."""
    vi = language == "vi"
    for number, remedy in enumerate(answer["remedies"][:most], 1):
        head = f"  Cách {number}: " if vi else f"  Way {number}: "
        if not remedy["changes"]:
            yield f"{head}{WITHHELD_STEPS.in_(language)}{_then(remedy, vi=vi)}."
            continue
        if len(remedy["changes"]) == 1:
            yield f"{head}{remedy['changes'][0]['text'][language]}{_then(remedy, vi=vi)}."
            continue
        yield head + ("làm đủ các việc sau" if vi else "all of these") + _then(remedy, vi=vi) + ":"
        yield from (f"    - {capital(change['text'][language])}." for change in remedy["changes"])
    more = len(answer["remedies"]) - most
    if more > 0:
        yield f"  Còn {more:02d} cách khác." if vi else f"  There are {more} other ways."
    if answer["lost"]:
        judged = any(lost["code"] == "judged" for lost in answer["lost"])
        if judged:
            yield (
                "  Không tự khắc phục được nếu không được đánh giá lại, vì:" if vi else "  Without a new judgement, no:"
            )
        else:
            yield "  Không còn cách nào, vì:" if vi else "  Nothing can help any more, because:"
        yield from dict.fromkeys(f"    - {capital(lost_in(lost, language))}." for lost in answer["lost"])
    if answer["capped"]:
        yield (
            "  (Số phương án quá nhiều nên chưa thử hết; có thể còn cách khác.)"
            if vi
            else "  (There were too many possibilities to try them all; there may be other ways.)"
        )


def lost_in(lost: Mapping[str, Any], language: str) -> str:
    """Why nothing can help, or that the reason is withheld."""
    text: str = lost["text"][language]
    return WITHHELD_REASON.in_(language) if text == WITHHELD.in_(language) else text


def _then(remedy: Data, *, vi: bool) -> str:
    if remedy["leads_to"] == "met":
        return ""
    return (
        " (sau đó chỉ còn thiếu giấy tờ hoặc đánh giá)"
        if vi
        else " (after which only papers or judgements are missing)"
    )
