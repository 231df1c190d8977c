"""What was found at a leaf, in words: values with their units, papers not on file, judgements awaited.

Four families of sentences, never mixed: what is not on file is never worded as not met.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import frozen

from thidua import nodes as n
from thidua.evidence import DID_NOT_HAPPEN, Judgement
from thidua.findings import Finding, Measure
from thidua.interpreters.describe import day_said, level_said, term_said
from thidua.interpreters.wording import amount, bounds, day, joined, tally
from thidua.knowledge import Known, KnownRegister
from thidua.measures import unit
from thidua.nodes import Fact, Kind, Register
from thidua.quantities import SHARE, TIMES, Exact
from thidua.texts import Text
from thidua.verdicts import FINALS, F, M, N

LEAVES = (n.Constant, n.IsOneOf, n.JudgedAtLeast, n.Compare, n.CompareDays, n.Falls, n.AreAll, n.AtReview)
"""The predicates at which something is found; all others combine."""


@frozen
class Voice:
    """A language, and what the surveys are called in it."""

    language: str
    surveys: Mapping[str, Text]

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


def found(finding: Finding, voice: Voice) -> str:
    """What was found at a leaf; empty for a predicate that combines."""
    match finding.node:
        case n.IsOneOf(fact=fact):
            return _choice(fact, finding.known, voice)
        case n.JudgedAtLeast(fact=fact):
            return _judgement(fact, finding.known, voice)
        case n.Compare():
            return "; ".join(filter(None, (_quantity(measure, voice) for measure in finding.measures)))
        case n.CompareDays():
            return "; ".join(filter(None, (_day(measure, voice) for measure in finding.measures)))
        case n.Falls():
            return _fall(finding.node, finding.measures, voice)
        case n.AreAll(register=register) if finding.register is not None:
            return _register(register, finding.register, finding.parts, voice)
        case _:
            return ""


def value_said(fact: Fact, value: Any, language: str) -> str:
    """A recorded value in words."""
    match value:
        case bool():
            said = fact.holds if value else fact.fails
            return said.in_(language) if said else str(value)
        case date():
            return day(value)
        case str():
            return level_said(fact, value, language)
        case _ if value is DID_NOT_HAPPEN:
            return "không có (đã xác nhận)" if language == "vi" else "did not happen"
        case _:
            return amount(value, fact.unit or TIMES, language)


def missing_said(what: Fact | Register, voice: Voice, place: str = "") -> str:
    """That nothing is on file, and which document usually proves it."""
    proof = what.proof.in_(voice.language) if what.proof else ""
    label = voice.label(what) + voice.survey(place)
    tail = voice.say(f"; thường chứng minh bằng: {proof}", f"; usually proved by: {proof}") if proof else ""
    return voice.say(f"chưa có giấy tờ về {label}{tail}", f"nothing on file about {label}{tail}")


def _choice(fact: Fact, known: Known | None, voice: Voice) -> str:
    if known is None:
        return missing_said(fact, voice)
    said = [value_said(fact, source.said.value, voice.language) for source in known.sources]
    said = list(dict.fromkeys(said))
    if known.conflict:
        return voice.say(f"các giấy tờ ghi khác nhau: {'; '.join(said)}", f"papers disagree: {'; '.join(said)}")
    return said[0] if fact.kind is Kind.YES_NO else f"{voice.label(fact)}: {said[0]}"


def _judgement(fact: Fact, known: Known | None, voice: Voice) -> str:
    if known is None:
        bodies = [body.label.in_(voice.language) for body in fact.judges]
        who = joined(bodies, voice.say("hoặc", "or")) or voice.say("cơ quan có thẩm quyền", "the competent body")
        return voice.say(f"chờ đánh giá của {who}", f"awaiting the judgement of {who}")
    said = []
    for source in known.sources:
        judgement = source.said.judgement or Judgement("", date.min, "")
        level = value_said(fact, source.said.value, voice.language)
        words = voice.say(
            f"{judgement.by} đánh giá “{level}” ngày {day(judgement.on)}: {judgement.reason}",
            f"{judgement.by} judged it “{level}” on {day(judgement.on)}: {judgement.reason}",
        )
        if judgement.dissent:
            words += voice.say(f" (ý kiến khác: {judgement.dissent})", f" (dissent: {judgement.dissent})")
        said.append(words)
    return "; ".join(said)


def leaves(measure: Measure) -> Iterator[Measure]:
    """The measures at which something is read."""
    if measure.parts:
        for part in measure.parts:
            yield from leaves(part)
    else:
        yield measure


def _missing(measure: Measure, voice: Voice) -> list[str]:
    return list(
        dict.fromkeys(
            missing_said(leaf.term.fact, voice, leaf.place)
            for leaf in leaves(measure)
            if isinstance(leaf.term, n.Recorded | n.RecordedDay) and leaf.known is None
        )
    )


def _quantity(measure: Measure, voice: Voice) -> str:
    if isinstance(measure.term, n.Exactly | n.RecordedDay | n.ExactDay | n.DayOf | n.YearsAfter):
        return ""
    if measure.register is not None and isinstance(measure.term, n.Number | n.Total):
        said = _register(measure.term.register, measure.register, measure.entries, voice, counted=True)
        if not measure.entries and not measure.register.unseen_low:
            return said
        value = bounds(measure.low, measure.high, unit(measure.term), voice.language)
        if isinstance(measure.term, n.Total):
            value = voice.say(f"tổng {value}", f"total {value}")
        else:
            value = voice.say(f"số được tính: {value}", f"counted: {value}")
        return f"{said}; {value}"
    value = bounds(measure.low, measure.high, unit(measure.term), voice.language)
    said = f"{term_said(measure.term, voice.language)}: {value}" + _parts(measure, voice)
    below = [leaf for leaf in leaves(measure) if leaf.register is not None]
    details = [_quantity(leaf, voice) for leaf in below]
    return "; ".join([said, *details, *_missing(measure, voice)])


def _parts(measure: Measure, voice: Voice) -> str:
    read = [leaf for leaf in leaves(measure) if isinstance(leaf.term, n.Recorded) and leaf.known is not None]
    if len([leaf for leaf in leaves(measure) if isinstance(leaf.term, n.Recorded)]) < 2:  # noqa: PLR2004  # one is no sum
        return ""
    said = [
        f"{term_said(leaf.term, voice.language)}: {bounds(leaf.low, leaf.high, unit(leaf.term), voice.language)}"
        for leaf in read
        if not isinstance(leaf.term, n.RecordedDay | n.ExactDay | n.DayOf | n.YearsAfter)
    ]
    return f" ({'; '.join(said)})" if said else ""


def _fall(node: n.Falls, measures: tuple[Measure, ...], voice: Voice) -> str:
    start, end = measures
    what = unit(node.term)
    said = []
    for when, measure in ((node.since, start), (node.until, end)):
        place = next((leaf.place for leaf in leaves(measure) if leaf.place), "")
        value = bounds(measure.low, measure.high, what, voice.language)
        said.append(f"{when.label.in_(voice.language)}{voice.survey(place)}: {value}{_parts(measure, voice)}")
    first: Exact | None = start.low
    last: Exact | None = end.low
    if first is not None and last is not None and first == start.high and last == end.high:
        said.append(_change(first, last, node, voice))
    elif first and first == start.high and last is not None and last < first:
        difference = Fraction(first) - last
        most = f"{amount(difference, what, voice.language)} ({amount(difference / first, SHARE, voice.language)})"
        said.append(voice.say(f"giảm nhiều nhất {most}", f"down by at most {most}"))
    return "; ".join([*said, *_missing(start, voice), *_missing(end, voice)])


def _change(start: Exact, end: Exact, node: n.Falls, voice: Voice) -> str:
    what = unit(node.term)
    if start == end == 0:
        return voice.say("đầu kỳ và cuối kỳ đều bằng không", "none at the start and none at the end")
    if start == end:
        return voice.say("không tăng, không giảm", "no change")
    if start == 0:
        return voice.say(
            "đầu kỳ không có, nay phát sinh: không đạt mức giảm", "none at the start and some now: that is no fall"
        )
    difference = abs(Fraction(start) - end)
    moved = amount(difference, what, voice.language)
    share = amount(difference / Fraction(start), SHARE, voice.language)
    return voice.say(
        f"{'giảm' if end < start else 'tăng'} {moved} ({share})", f"{'down' if end < start else 'up'} {moved} ({share})"
    )


def _day(measure: Measure, voice: Voice) -> str:
    if isinstance(measure.term, n.YearsAfter):
        below = _day(measure.parts[0], voice)
        if measure.low is None or measure.low != measure.high:
            return below
        span = tally(measure.term.years, voice.language)
        return below + voice.say(f" (đủ {span} năm vào {day(measure.low)})", f" ({span} years on {day(measure.low)})")
    if isinstance(measure.term, n.DayOf):
        return f"{day_said(measure.term, voice.language)}: {day(measure.low)}"
    if not isinstance(measure.term, n.RecordedDay):
        return ""
    if measure.known is None:
        return missing_said(measure.term.fact, voice)
    known, label = measure.known, voice.label(measure.term.fact)
    said = list(dict.fromkeys(value_said(measure.term.fact, s.said.value, voice.language) for s in known.sources))
    if known.conflict:
        listed = "; ".join(said)
        return voice.say(f"{label}: các giấy tờ ghi khác nhau: {listed}", f"{label}: papers disagree: {listed}")
    return f"{label}: {said[0]}"


def _register(
    register: Register, held: KnownRegister, entries: tuple[Finding, ...], voice: Voice, *, counted: bool = False
) -> str:
    label, language = voice.label(register), voice.language
    if not entries and held.unseen_high is None and not held.unseen_low:
        return missing_said(register, voice)
    if not entries and held.unseen_high == 0:
        return voice.say(f"đã khai đủ: không có {label} nào", f"declared complete: no {label}")
    count = tally(len(entries), language)
    said = [voice.say(f"có {count} {label} trong hồ sơ", f"{count} {label} on file")]
    words = (
        ((M, "tính được", "counts"), (F, "không tính", "does not count")) if counted else ((F, "không đạt", "not met"),)
    )
    for mask, vi, en in words:
        keys = [_entry(e.key, f, voice) for e, f in zip(held.entries, entries, strict=True) if f.mask == mask]
        if keys:
            said.append(f"{voice.say(vi, en)}: {', '.join(keys)}")
    if entries and not counted and all(f.mask == M for f in entries):
        said.append(voice.say("đều đạt", "all met"))
    unsure = [_entry(e.key, f, voice) for e, f in zip(held.entries, entries, strict=True) if f.mask not in FINALS]
    if unsure:
        said.append(voice.say(f"chưa đủ căn cứ: {', '.join(unsure)}", f"undetermined: {', '.join(unsure)}"))
    outside = [e.key for e, f in zip(held.entries, entries, strict=True) if f.mask == N]
    if outside:
        said.append(voice.say(f"không áp dụng: {', '.join(outside)}", f"not applicable: {', '.join(outside)}"))
    said.extend(_unseen(held, voice))
    return "; ".join(said)


def _unseen(held: KnownRegister, voice: Voice) -> Iterator[str]:
    if held.surplus:
        yield voice.say(
            "số khai và số nộp không khớp nên việc khai đủ không được công nhận",
            "more are filed than declared, so the declaration of completeness is void",
        )
    if held.unseen_low:
        count = tally(held.unseen_low, voice.language)
        yield voice.say(f"còn {count} mục đã khai nhưng chưa có trong hồ sơ", f"{count} declared but not on file")
    if held.unseen_high is None and not held.surplus:
        yield voice.say("chưa khai là đủ, có thể còn mục khác", "not declared complete, so there may be more")


def _entry(key: str, finding: Finding, voice: Voice) -> str:
    if finding.mask in (M, N):
        return key
    said = [found(leaf, voice) for leaf in deciding_leaves(finding)]
    return f"{key} ({'; '.join(dict.fromkeys(filter(None, said)))})" if any(said) else key


def deciding_leaves(finding: Finding) -> Iterator[Finding]:
    """The leaves that give a finding its verdict."""
    if isinstance(finding.node, LEAVES):
        yield finding
        return
    for part in finding.parts:
        wanted = {M: F, F: M}.get(finding.mask, finding.mask) if isinstance(finding.node, n.Not) else finding.mask
        if part.mask == wanted or (finding.mask not in FINALS and part.mask not in FINALS):
            yield from deciding_leaves(part)
