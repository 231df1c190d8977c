"""why_data() and why_text(): what a verdict rests on, as plain data in both languages, and as an officer reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from thidua import nodes as n
from thidua.displays import Words
from thidua.errors import WrongValueError
from thidua.findings import Assessment
from thidua.interpreters.asked import sentence_of
from thidua.interpreters.describe import describe
from thidua.interpreters.found import found
from thidua.interpreters.levels import LEVELS, sensitivity_of_leaf
from thidua.interpreters.reasons import reasons
from thidua.interpreters.schema_values import Data, both
from thidua.interpreters.voice import Voice, voices
from thidua.interpreters.why import Reason, Sets, Why, why
from thidua.interpreters.wording import checked_language, in_both, tally
from thidua.texts import Text
from thidua.verdicts import OUTSIDE

_BY_THE_PLAN = Text(
    "Theo quy định của kế hoạch, không phụ thuộc giấy tờ trong hồ sơ.", "By the plan itself, whatever the papers."
)


def why_data(assessment: Assessment[Any], *, of: str | None = None, at_most: int = 24) -> Data:
    """`why` as JSON-ready data: of every reason what is required, what was found, and the sentences that ask it.

    `clauses` holds the sets seen from the group, a clause as one reason; of a clause it is left out.
    """
    return why_told(why(assessment, of=of, at_most=at_most))


def why_told(answer: Why) -> Data:
    """The same of an answer that is at hand."""
    assessment = answer.assessment
    told_in = voices(assessment)
    data: Data = {
        "place": cited(assessment, answer.place),
        "verdict": answer.verdict.id,
        "possible": [final.id for final in answer.verdict],
        "word": both(_word(assessment, answer.place)),
        "capped": answer.capped,
        "sets": _told(assessment, answer.sets, told_in),
    }
    if answer.place == assessment.criteria.id:
        data["clauses"] = _told(assessment, answer.clauses, told_in)
    return data


def why_text(why: Assessment[Any] | Why | Mapping[str, Any], language: str = "vi") -> str:
    """`why` in words, from an assessment, from what `why` found, or from what `why_data` gave.

    Raises `WrongValueError` for anything else.

    >>> from datetime import date
    >>> from thidua import PLAN, Dossier, Document, Official, Paper, assess
    >>> from thidua.vocabulary import official
    >>> paper = Paper(
    ...     Document("05/QĐ", date(2025, 5, 5), "UBND xã Ví Dụ"), official.works_on_poverty_reduction.recorded(False)
    ... )
    >>> found = assess(PLAN, Dossier(Official("CB-01", "Cán bộ Ví Dụ"), (paper,)), on=date(2025, 12, 31))
    >>> why_text(found, "en").splitlines()[0]
    'Why not addressed (III.2.5):'
    """
    checked_language(language)
    match why:
        case Assessment():
            data: Mapping[str, Any] = why_data(why)
        case Why():
            data = why_told(why)
        case {"place": _, "verdict": _, "word": _, "capped": _, "sets": _}:
            data = why
        case _:
            msg = f"{type(why).__name__}: expected an assessment, what why() found, or what why_data() gave"
            raise WrongValueError(msg)
    return Words("\n".join(why_lines(data, language)), language)


def cited(assessment: Assessment[Any], place: str) -> Data:
    """A clause or a group, with the way it is cited."""
    group = assessment.criteria
    told = sentence_of(group if place == group.id else group.clause(place))
    return {"id": place, "citation": both(told.citation)}


def _word(assessment: Assessment[Any], place: str) -> Text:
    if place != assessment.criteria.id:
        return assessment.of(place).word
    return OUTSIDE if assessment.verdict.id == "not_applicable" else assessment.verdict.word


def _told(assessment: Assessment[Any], sets: Sets, voices: tuple[Voice, Voice]) -> list[list[Data]]:
    return [[_reason(assessment, reason, voices) for reason in each] for each in sets]


def _reason(assessment: Assessment[Any], reason: Reason, voices: tuple[Voice, Voice]) -> Data:
    finding = reason.finding
    data: Data = {
        "places": [cited(assessment, place) for place in reason.places],
        "verdict": finding.verdict.id,
        "required": both(in_both(lambda language: describe(finding.node, language))),
    }
    if isinstance(finding.node, n.ClauseMet):
        return {**data, "clause": finding.node.clause}
    data |= {
        "reasons": reasons(finding),
        "sensitivity": sensitivity_of_leaf(finding.node, LEVELS[0]),
        "withheld": False,
    }
    if isinstance(finding.node, n.Choose):
        data["reading"] = {"id": finding.node.reading.id, "question": both(finding.node.reading.question)}
    return {**data, "found": {"vi": found(finding, voices[0]), "en": found(finding, voices[1])}}


# in words


def why_lines(data: Mapping[str, Any], language: str) -> Iterator[str]:
    """The lines of what `why_data` gave."""
    vi = language == "vi"
    verdict, sets, place = data["verdict"], data["sets"], data["place"]["id"]
    yield f"{'Vì sao' if vi else 'Why'} {data['word'][language]} ({place}):"
    if verdict != "undetermined" and sets == [[]]:
        yield f"  {_BY_THE_PLAN.in_(language)}"
    elif verdict == "undetermined":
        if len(sets) > 1:
            vi_head = "Mỗi nội dung sau còn để ngỏ và riêng nó vẫn có thể quyết định kết luận:"
            yield f"  {vi_head if vi else 'Each of these is open, and could still decide it alone:'}"
        yield from _numbered([each[0] for each in sets], place, language)
    elif len(sets) == 1:
        if len(sets[0]) > 1:
            yield "  Dựa trên đồng thời các căn cứ sau:" if vi else "  It rests on all of these together:"
        yield from _numbered(sets[0], place, language)
    elif all(len(each) == 1 for each in sets):
        yield "  Mỗi căn cứ sau tự nó đã đủ:" if vi else "  Each of these alone is enough:"
        yield from _numbered([each[0] for each in sets], place, language)
    else:
        yield "  Mỗi nhóm căn cứ sau tự nó đã đủ:" if vi else "  Each of these groups alone is enough:"
        for number, each in enumerate(sets, start=1):
            yield f"  {'Nhóm' if vi else 'Group'} {tally(number, language)}:"
            yield from _numbered(each, place, language, "    ")
    if data["capped"]:
        yield "  (Có thể còn nhóm căn cứ khác chưa liệt kê.)" if vi else "  (There may be other groups, not listed.)"


def _numbered(reasons: Sequence[Data], asked: str, language: str, indent: str = "  ") -> Iterator[str]:
    vi = language == "vi"
    for number, reason in enumerate(reasons, start=1):
        places = ", ".join(place["id"] for place in reason["places"] if place["id"] != asked)
        head = f"{indent}{number}. {places}{': ' if places else ''}"
        if "reading" in reason:
            reading = reason["reading"]
            unsettled = "chưa chọn cách hiểu" if vi else "no reading is adopted of"
            yield f"{head}{unsettled} {reading['id']}: {reading['question'][language]}"
            continue
        required, found_ = reason["required"][language], reason["found"][language]
        yield head + (f"yêu cầu: {required}; thực tế: {found_}" if vi else f"required: {required}; found: {found_}")
