"""What was found at a leaf, in words: values with their units, papers not on file, judgements awaited.

Four families of sentences, never mixed: what is not on file is never worded as not met.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from thidua import nodes as n
from thidua.evidence import DID_NOT_HAPPEN, Judgement
from thidua.findings import Finding, Measure
from thidua.interpreters.built_wording import built_said
from thidua.interpreters.competent import awaited
from thidua.interpreters.day_wording import day_said
from thidua.interpreters.decrease_wording import unit_said
from thidua.interpreters.describe import level_said, term_said
from thidua.interpreters.voice import Voice
from thidua.interpreters.wording import amount, bounds, tally
from thidua.knowledge import Known, KnownRegister
from thidua.measures import unit
from thidua.nodes import Fact, Kind, Register
from thidua.periods import written
from thidua.quantities import SHARE, TIMES, Exact, Unit
from thidua.verdicts import FINALS, F, M, N

LEAVES = (n.Constant, n.IsOneOf, n.JudgedAtLeast, n.Compare, n.CompareDays, n.Falls, n.AreAll, n.AtReview)
"""The predicates at which something is found; all others combine."""


def found(finding: Finding, voice: Voice) -> str:
    """What was found at a leaf; empty for a predicate that combines."""
    decided = finding.mask in FINALS
    read_first = sorted(finding.measures, key=lambda measure: bool(_missing(measure, voice)))
    match finding.node:
        case n.IsOneOf(fact=fact):
            return _choice(fact, finding.known, voice)
        case n.JudgedAtLeast(fact=fact):
            return _judgement(fact, finding.known, voice)
        case n.Compare():
            return "; ".join(filter(None, (_quantity(measure, voice, decided=decided) for measure in read_first)))
        case n.CompareDays():
            return "; ".join(filter(None, (_day(measure, voice) for measure in read_first)))
        case n.Falls():
            return _fall(finding.node, finding.measures, voice)
        case n.AreAll(register=register) if finding.register is not None:
            return _register(register, finding.register, finding.parts, voice, decided=decided, counted=False)
        case _:
            return ""


def value_said(fact: Fact, value: Any, language: str) -> str:
    """A recorded value in words."""
    match value:
        case bool():
            said = fact.holds if value else fact.fails
            return said.in_(language) if said else str(value)
        case date():
            return written(value, language)
        case str():
            return level_said(fact, value, language)
        case _ if value is DID_NOT_HAPPEN:
            return "không có (đã xác nhận)" if language == "vi" else "never (on record)"
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
    said = _recorded(fact, known, voice)
    return said if fact.kind is Kind.YES_NO else f"{voice.label(fact)}: {said}"


def _recorded(fact: Fact, known: Known, voice: Voice) -> str:
    said = "; ".join(dict.fromkeys(value_said(fact, s.said.value, voice.language) for s in known.sources))
    return voice.say(f"các giấy tờ ghi khác nhau: {said}", f"papers disagree: {said}") if known.conflict else said


def _judgement(fact: Fact, known: Known | None, voice: Voice) -> str:
    if known is None:
        return awaited(fact, voice.within).in_(voice.language)
    said: list[str] = []
    for source in known.sources:
        judgement = source.said.judgement or Judgement("", date.min, "")
        level, reason = value_said(fact, source.said.value, voice.language), judgement.reason.rstrip(".")
        words = voice.say(
            f"{judgement.by} đánh giá “{level}” ngày {written(judgement.on)}: {reason}",
            f"{judgement.by} judged it “{level}” on {written(judgement.on, 'en')}: {reason}",
        )
        against = judgement.dissent.rstrip(".")
        said.append(words + voice.say(f" (ý kiến khác: {against})", f" (dissent: {against})") if against else words)
    return (voice.say("các đánh giá khác nhau: ", "judgements differ: ") if known.conflict else "") + "; ".join(said)


def leaves(measure: Measure) -> Iterator[Measure]:
    """The measures at which something is read."""
    for part in measure.parts:
        yield from leaves(part)
    if not measure.parts:
        yield measure


def _missing(measure: Measure, voice: Voice) -> list[str]:
    return list(
        dict.fromkeys(
            missing_said(leaf.term.fact, voice, leaf.place)
            for leaf in leaves(measure)
            if isinstance(leaf.term, n.Recorded | n.RecordedDay) and leaf.known is None
        )
    )


def _quantity(measure: Measure, voice: Voice, *, decided: bool) -> str:
    if isinstance(measure.term, n.Exactly | n.RecordedDay | n.ExactDay | n.DayOf | n.YearsAfter):
        return ""
    if measure.register is not None and isinstance(measure.term, n.Number | n.Total):
        said = _register(measure.term.register, measure.register, measure.entries, voice, decided=decided, counted=True)
        vague = measure.high is None and (not measure.low or (decided and isinstance(measure.term, n.Number)))
        if vague or not (measure.entries or measure.register.unseen_low):
            return said
        vi, en = ("tổng", "total") if isinstance(measure.term, n.Total) else ("số được tính:", "counted:")
        return f"{said}; {voice.say(vi, en)} {bounds(measure.low, measure.high, unit(measure.term), voice.language)}"
    if isinstance(measure.term, n.Recorded) and measure.known is None:
        return missing_said(measure.term.fact, voice, measure.place)
    value = _value(measure, unit_said(measure.term), voice) + _parts(measure, voice)
    details = [_quantity(leaf, voice, decided=decided) for leaf in leaves(measure) if leaf.register is not None]
    return "; ".join([f"{term_said(measure.term, voice.language)}: {value}", *details, *_missing(measure, voice)])


def _value(measure: Measure, what: Unit, voice: Voice) -> str:
    value = bounds(measure.low, measure.high, what, voice.language) + built_said(measure.known, what, voice.language)
    conflict = measure.known is not None and measure.known.conflict
    return value + voice.say(", các giấy tờ ghi khác nhau", ", papers disagree") if conflict else value


def _parts(measure: Measure, voice: Voice) -> str:
    read = [(leaf, leaf.term.fact) for leaf in leaves(measure) if isinstance(leaf.term, n.Recorded)]
    when = {leaf.place: voice.survey(leaf.place) if len({f for _, f in read}) < len(read) else "" for leaf, _ in read}
    said = [f"{voice.label(f)}{when[m.place]}: {_value(m, f.unit or TIMES, voice)}" for m, f in read if m.known]
    return f" ({'; '.join(said)})" if said and len(read) > 1 else ""


def _fall(node: n.Falls, measures: tuple[Measure, ...], voice: Voice) -> str:
    start, end = measures
    what = unit(node.term)
    said: list[str] = []
    for when, measure in ((node.since, start), (node.until, end)):
        place = next((leaf.place for leaf in leaves(measure) if leaf.place), "")
        value = _value(measure, what, voice)
        said.append(f"{when.label.in_(voice.language)}{voice.survey(place)}: {value}{_parts(measure, voice)}")
    first, last = start.low, end.low
    if first is not None and last is not None and first == start.high and last == end.high:
        said.append(_change(first, last, node, what, voice))
    elif first and first == start.high and last is not None and last < first:
        most = _moved(first, last, what, voice)
        less = _moved(first, end.high, what, voice) if end.high is not None and end.high < first else ""
        vi, en = (f"từ {less} đến {most}", f"{less} to {most}") if less else (f"nhiều nhất {most}", f"at most {most}")
        said.append(voice.say(f"giảm {vi}", f"down by {en}"))
    return "; ".join([*said, *_missing(start, voice), *_missing(end, voice)])


def _change(start: Exact, end: Exact, node: n.Falls, what: Unit, voice: Voice) -> str:
    if start == end == 0:
        return voice.say("đầu kỳ và cuối kỳ đều bằng không", "none at the start and none at the end")
    if start == end:
        return voice.say("không tăng, không giảm", "no change")
    if start == 0:
        some = amount(end, what, voice.language)
        return voice.say(f"đầu kỳ không có, cuối kỳ phát sinh {some}", f"none at the start, {some} at the end: a rise")
    way = ("giảm", "down") if end < start else ("tăng", "up")
    said = f"{voice.say(*way)} {_moved(start, end, what, voice)}"
    if node.strictly and 1 - Fraction(end) / start == node.by:
        share = amount(node.by, SHARE, voice.language)
        said += voice.say(f": đúng {share}, chưa phải trên {share}", f": exactly {share}, which is not more")
    return said


def _moved(start: Exact, end: Exact, what: Unit, voice: Voice) -> str:
    difference = abs(Fraction(start) - end)
    return f"{amount(difference, what, voice.language)} ({amount(difference / start, SHARE, voice.language)})"


def _day(measure: Measure, voice: Voice) -> str:
    if isinstance(measure.term, n.YearsAfter):
        below = _day(measure.parts[0], voice)
        if measure.low is None or measure.low != measure.high:
            return below
        span = tally(measure.term.years, voice.language)
        full = voice.say(f"đủ {span} năm vào {written(measure.low)}", f"{span} years on {written(measure.low, 'en')}")
        return f"{below} ({full})" if below else full
    if isinstance(measure.term, n.DayOf):
        return f"{day_said(measure.term, voice.language)}: {written(measure.low, voice.language)}"
    if not isinstance(measure.term, n.RecordedDay):
        return ""
    if measure.known is None:
        return missing_said(measure.term.fact, voice)
    return f"{voice.label(measure.term.fact)}: {_recorded(measure.term.fact, measure.known, voice)}"


def _register(
    register: Register, held: KnownRegister, entries: tuple[Finding, ...], voice: Voice, *, decided: bool, counted: bool
) -> str:
    label = voice.label(register)
    if not entries and held.unseen_high is None and not held.unseen_low and not held.void:
        return missing_said(register, voice)
    if not entries and held.unseen_high == 0:
        return voice.say(f"đã khai đủ: không có {label} nào", f"declared complete: no {label}")
    complete = voice.say(", đã khai đủ", ", declared complete") if held.unseen_high == 0 else ""
    vi = f"trong hồ sơ có {tally(len(entries))} {label}" if entries else f"trong hồ sơ chưa có {label} nào"
    said = [voice.say(vi, f"{label}: {len(entries) or 'none'} on file") + complete]
    if entries and not counted and all(f.mask == M for f in entries):
        said.append(voice.say("đều đạt", "all met"))
    groups = (
        (M, "được tính", "counted", counted),
        (F, *(("không được tính", "not counted") if counted else ("không đạt", "not met")), True),
        (0, "chưa đủ căn cứ", "undetermined", True),
        (N, "không áp dụng", "not applicable", True),
    )
    for mask, vi, en, told in groups:
        of_it = [(e.key, f) for e, f in zip(held.entries, entries, strict=True) if (f.mask in FINALS) * f.mask == mask]
        if of_it and told:
            said.append(f"{voice.say(vi, en)}: {', '.join(_entry(key, f, voice) for key, f in of_it)}")
    said.extend(_unseen(held, voice, decided=decided))
    return "; ".join(said)


def _unseen(held: KnownRegister, voice: Voice, *, decided: bool) -> Iterator[str]:
    if held.void:
        yield voice.say(
            "số khai và số nộp không khớp nên việc khai đủ không được công nhận",
            "what is declared and what is filed do not agree, so the declaration of completeness is void",
        )
    if held.unseen_low:
        more, vi, en = held.unseen_low, voice.counted("vi"), voice.counted("en")
        yield voice.say(
            f"còn {tally(more)} mục đã khai nhưng chưa có trong hồ sơ{vi}", f"{more} declared but not on file{en}"
        )
    if held.unseen_high is None and not held.void and not decided:
        through = written(max(said.through for _, said in held.declared), voice.language) if held.declared else ""
        vi = f"mới khai đủ đến hết ngày {through}, sau đó" if through else "chưa khai là đủ,"
        en = f"declared complete only through {through}" if through else "not declared complete"
        yield voice.say(f"{vi} có thể còn mục khác", f"{en}, so there may be more")


def _entry(key: str, finding: Finding, voice: Voice) -> str:
    if finding.mask == M:
        return key
    outside = finding.mask == N and isinstance(finding.node, n.Where)
    said = [found(leaf, voice) for leaf in deciding_leaves(finding.parts[0] if outside else finding)]
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
