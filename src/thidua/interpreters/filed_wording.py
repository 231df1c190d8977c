"""A dossier in words: each paper with what it proves, as far as the reader may know it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from thidua.dossiers import Dossier
from thidua.evidence import Complete, Entry, Evidence, Paper, Said
from thidua.interpreters.found import value_said
from thidua.interpreters.levels import LEVELS, WITHHELD, is_shown, sensitivity_of_said
from thidua.interpreters.wording import capital, tally
from thidua.periods import written
from thidua.texts import Text

NO_DOCUMENT = Text("chưa có văn bản kèm theo", "no document beside it")
NO_PAPERS = Text("hồ sơ chưa có giấy tờ nào", "no paper on file")


def dossier_said(dossier: Dossier[Any], language: str = "vi", level: str = "dossier") -> str:
    """Who the dossier is about, then paper by paper what it proves; what the level hides is said to be withheld."""
    lines = [subject_line(dossier, level, language)]
    lines += [f"  {line}" for paper in dossier.papers for line in _lines(paper, language, level)]
    if len(lines) == 1:
        lines.append(f"  {NO_PAPERS.in_(language)}")
    return "\n".join(lines)


def paper_text(paper: Paper[Any], language: str = "vi", level: str = "dossier") -> str:
    """One paper, what it proves below it."""
    return "\n".join(_lines(paper, language, level))


def _lines(paper: Paper[Any], language: str, level: str) -> Iterator[str]:
    cited, proves = paper_said(paper, language, level)
    yield cited
    yield from (f"  - {said}" for said in proves)


def subject_line(dossier: Dossier[Any], level: str, language: str) -> str:
    """Name and code; at public level neither, since no plan is at hand that says who is a person."""
    if not is_shown(LEVELS[1], level):
        return WITHHELD.in_(language)
    return f"{dossier.subject.name} ({dossier.subject.code})"


def paper_said(paper: Paper[Any], language: str, level: str) -> tuple[str, list[str]]:
    """A paper as it is cited, with what it says; one of which nothing may be read is not cited either."""
    shown = [_is_shown(said, level) for said in paper.proves] or [is_shown(LEVELS[1], level)]
    cited = _cited(paper, language) if any(shown) else capital(WITHHELD.in_(language))
    return cited, [_said(said, language, level) for said in paper.proves]


def _is_shown(said: Said[Any], level: str) -> bool:
    return is_shown(sensitivity_of_said((said,)), level)


def _cited(paper: Paper[Any], language: str) -> str:
    cited = NO_DOCUMENT.in_(language) if paper.document is None else paper.document.cite(language)
    if paper.corrects is None:
        return capital(cited)
    return f"{capital(cited)} ({'đính chính' if language == 'vi' else 'corrects'}: {paper.corrects.cite(language)})"


def _said(said: Said[Any], language: str, level: str) -> str:
    what = said.fact if isinstance(said, Evidence) else said.register
    if not _is_shown(said, level):
        return f"{what.label.in_(language)}: {WITHHELD.in_(language)}"
    match said:
        case Evidence():
            return evidence_said(said, language)
        case Entry(register=register, key=key, facts=facts):
            fields = "; ".join(evidence_said(fact, language) for fact in facts)
            return f"{register.label.in_(language)}, {key}: {fields}"
        case Complete(register=register, entries=entries, through=through, by=by):
            day = written(through, language)
            label = register.label.in_(language)
            if language == "vi":
                counted = f"{tally(entries)} mục" if entries else "không có mục nào"
                return f"{label}: {by} khai đủ đến hết ngày {day}, {counted}"
            return f"{label}: declared complete by {by}, {entries} in all through {day}"
        case _:
            assert_never(said)


def evidence_said(said: Evidence[Any], language: str) -> str:
    """One fact with its value, the survey or the days it holds for, and who judged it."""
    vi = language == "vi"
    parts = [f"{said.fact.label.in_(language)}: {value_said(said.fact, said.value, language)}"]
    if said.at is not None:
        parts.append(said.at.label.in_(language))
    if said.since is not None:
        parts.append(f"{'từ' if vi else 'since'} {written(said.since, language)}")
    if said.until is not None:
        parts.append(f"{'đến' if vi else 'until'} {written(said.until, language)}")
    if said.judgement is not None:
        by, on = said.judgement.by, written(said.judgement.on, language)
        parts.append(f"{by} đánh giá ngày {on}" if vi else f"judged by {by} on {on}")
    return ", ".join(parts)
