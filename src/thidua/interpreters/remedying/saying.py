"""Remedies in words: what to do, in Vietnamese and in English, and why nothing helps where nothing does."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import assert_never

from thidua import nodes as n
from thidua.evidence import Value
from thidua.interpreters.describe import describe, level_said
from thidua.interpreters.found import found
from thidua.interpreters.remedying.lost import LOST
from thidua.interpreters.remedying.remedy import Added, Becomes, Change, Happens, Lost, Moved, Waits
from thidua.interpreters.voice import Voice
from thidua.interpreters.wording import amount, joined, tally
from thidua.nodes import Fact, Kind
from thidua.periods import written
from thidua.quantities import DONG, SHARE, TIMES, Exact, Unit


def change_said(change: Change, voice: Voice) -> str:
    """One change, as it is asked of an officer."""
    match change:
        case Moved():
            return _moved(change, voice)
        case Added():
            return _added(change, voice)
        case Happens():
            return _happens(change, voice)
        case Becomes(fact=fact, value=value):
            return _becomes(fact, value, voice)
        case Waits(day=day, until=until):
            said = joined([describe(node, voice.language) for node in until], voice.say("và", "and"), mark="; ")
            on = written(day, voice.language)
            tail = voice.say(f": khi đó, {said}", f", when this holds: {said}") if said else ""
            return voice.say(f"chờ đến ngày {on}{tail}", f"wait until {on}{tail}")
        case _:
            assert_never(change)


def _moved(change: Moved, voice: Voice) -> str:
    unit = change.facts[0].unit or TIMES
    by, at = _so_much(change.by, unit, voice), amount(change.start, unit, voice.language)
    to = amount(change.to, unit, voice.language)
    names = _names(change.facts, unit, voice)
    if voice.vi:
        how, end = ("tăng thêm", "lên ít nhất") if change.up else ("giảm thêm", "xuống còn không quá")
        said = f"{how} ít nhất {by}{names} (từ {at} {end} {to})"
    else:
        how, end = ("more", "at least") if change.up else ("fewer", "no more than")
        number, _, counted = by.partition(" ")
        if unit in (SHARE, DONG):
            much = f"{by} {'higher' if change.up else 'lower'}"
        else:
            much = f"{number} {how} {counted}".rstrip()
        said = f"at least {much}:{names} (from {at} to {end} {to})"
    if change.survey is not None:
        label = change.survey.label.in_(voice.language)
        said += voice.say(f", theo kết quả {label}", f", by {label}")
    return said


def _so_much(by: Exact, unit: Unit, voice: Voice) -> str:
    if unit == SHARE:
        points = amount(by, SHARE, voice.language).removesuffix("%")
        return voice.say(f"{points} điểm phần trăm", f"{points} percentage points")
    said = amount(by, unit, voice.language)
    few = voice.vi and isinstance(by, int) and by < 10 and unit != DONG  # noqa: PLR2004  # below ten, written with a zero
    return said.replace(str(by), tally(int(by)), 1) if few else said


def _names(facts: tuple[Fact, ...], unit: Unit, voice: Voice) -> str:
    """What moves, its unit not said twice: “12 hộ” of “số hộ nghèo” and “số hộ cận nghèo” are “nghèo, cận nghèo”."""
    labels = [fact.label.in_(voice.language) for fact in facts]
    counted = f"số {unit.label.vi} "
    if voice.vi and unit.label.vi and all(label.startswith(counted) for label in labels):
        return " " + ", ".join(_said_once([label.removeprefix(counted) for label in labels]))
    together = joined(labels, voice.say("và", "and"))
    return voice.say(f" {'đối với ' if len(facts) == 1 else 'tính chung '}{together}", f" {together}")


def _said_once(names: list[str]) -> list[str]:
    """Names without the last words they share, but for the last name: “nghèo, cận nghèo đa chiều”."""
    words = [name.split() for name in names]
    shared = 0
    while len({tuple(each[-shared - 1 :]) for each in words}) == 1 and all(len(each) > shared + 1 for each in words):
        shared += 1
    return [*(" ".join(each[: len(each) - shared]) for each in words[:-1]), names[-1]]


def _added(change: Added, voice: Voice) -> str:
    label, count = voice.label(change.register), tally(change.count, voice.language)
    said = voice.say(f"thêm {count} {label}", f"{count} more: {label}")
    filled = [_field(fact, values, change.by, voice) for fact, values in change.fields if fact != change.of]
    if change.of is not None:
        worth, of = amount(change.amount, change.of.unit or TIMES, voice.language), voice.label(change.of)
        filled.append(voice.say(f"{of} cộng lại ít nhất {worth}", f"{of}: together at least {worth}"))
    if filled:
        said += f" ({'; '.join(filled)})"
    by = written(change.by, voice.language)
    return said + voice.say(f", chậm nhất ngày {by}", f", by {by}")


def _field(fact: Fact, values: tuple[Value, ...], by: date, voice: Voice) -> str:
    """What a new entry must say in one of its fields."""
    label = voice.label(fact)
    match values[-1]:
        case bool() as value:
            return _so(fact, value=value, voice=voice)
        case date() as value:
            if value == by:
                return _event(label, voice)
            day = written(value, voice.language)
            if len(values) == 1:
                return f"{label}: {day}"
            return voice.say(f"{_event(label, voice)} chậm nhất ngày {day}", f"{label}: no later than {day}")
        case str():
            options = [level_said(fact, str(value), voice.language) for value in values]
            if any("," in option for option in options):
                options = [f"“{option}”" for option in options]
            return f"{label}: {joined(options, voice.say('hoặc', 'or'))}"
        case int() | Fraction() as value:
            least = voice.say("ít nhất ", "at least ") if value > (fact.low or 0) else ""
            return f"{label}: {least}{_so_much(value, fact.unit or TIMES, voice)}"
        case _:
            return voice.say(f"không có {label}", f"without {label}")


def _so(fact: Fact, *, value: bool, voice: Voice) -> str:
    said = fact.holds if value else fact.fails
    return said.in_(voice.language) if said else voice.label(fact)


def _event(label: str, voice: Voice) -> str:
    """What happens on a day, from what the day is called: “ngày thông qua quy chế” is “thông qua quy chế”."""
    if voice.vi:
        return label.removeprefix("ngày ") if label.startswith("ngày ") else f"có {label}"
    return label.removeprefix("the day ")


def _happens(change: Happens, voice: Voice) -> str:
    day, label = written(change.day, voice.language), voice.label(change.fact)
    of = "" if change.register is None else f"{voice.label(change.register)} {change.entry}: "
    if change.arranged is None:
        event = _event(label, voice)
        return of + voice.say(f"{event} chậm nhất ngày {day}", f"{label}: no later than {day}")
    was = written(change.arranged, voice.language)
    vi, en = ("sớm hơn", "earlier") if change.day < change.arranged else ("muộn hơn", "later")
    return of + voice.say(f"chuyển {label} từ {was} sang {day} hoặc {vi}", f"{label}: from {was} to {day} or {en}")


def _becomes(fact: Fact, value: Value, voice: Voice) -> str:
    if fact.kind is Kind.YES_NO:
        said = _so(fact, value=bool(value), voice=voice)
        return voice.say(f"bảo đảm {said}", f"see to it that {said}")
    option = level_said(fact, str(value), voice.language)
    return voice.say(f"{voice.label(fact)} chuyển thành {option}", f"{voice.label(fact)} becomes {option}")


def lost_said(lost: Lost, voice: Voice) -> str:
    """What was found, and why it cannot change any more."""
    reason = LOST[lost.code].in_(voice.language)
    day = written(lost.day, voice.language) if lost.day is not None else ""
    match lost.code:
        case "too_late":
            said = voice.say(f"đến ngày {day} mới đủ, sau ngày chốt thành tích", f"so only on {day}, after the cut-off")
            if lost.later_review is not None:
                next_one = lost.later_review.in_(voice.language)
                said += voice.say(f"; kịp cho kỳ {next_one}", f"; in time for {next_one}")
            reason = said
        case "survey_approved" if lost.survey is not None:
            label = lost.survey.label.in_(voice.language)
            reason = voice.say(
                f"số liệu {label} đã được phê duyệt ngày {day} nên không thay đổi được",
                f"the figures of {label} were approved on {day}, so they cannot change",
            )
        case "cut_off_passed":
            reason += voice.say(f" (ngày {day})", f" ({day})")
        case _:
            pass
    node = lost.found.node
    what = describe(node, voice.language) if isinstance(node, n.Constant) else found(lost.found, voice)
    return f"{what}; {reason}" if what else reason
