"""as_markdown(): an explanation for pull requests and chats. The words are those of `explain`; only marks are added.

Rendered from the document alone, so that one stored long ago is shown in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from thidua.displays import Words
from thidua.findings import Assessment
from thidua.interpreters.explain import (
    APPLIES,
    CAUTIONS,
    READINGS,
    SHAPES,
    WHOM,
    adopted_readings,
    at_level,
    caution_said,
    clause_head,
    clause_points,
    clauses_told,
    node_said,
    reading_said,
    setting_said,
)
from thidua.interpreters.headline import addressed, headline
from thidua.interpreters.markdown.marks import escaped, heading, labelled, listed, outlined, quoted, table
from thidua.interpreters.sections import SECTIONS
from thidua.interpreters.stored import StoredAssessment
from thidua.interpreters.tables import in_groups
from thidua.interpreters.wording import checked_language

Data = Mapping[str, Any]
_DEPTH = 2


def as_markdown(
    assessment: Assessment[Any] | StoredAssessment | Data, language: str = "vi", level: str = "dossier"
) -> str:
    r"""What `explain` says, as Markdown for a pull request or a chat: headings, the law quoted, lists of points.

    Takes an assessment, or an explanation stored as data or read back, which says no more than it holds; the sections
    it was made with are in it. Whatever is text stays text: no name and no paper can make a mark, an element or a link.
    Raises `WrongValueError` for what is no explanation, `UnknownNameError` for what is no language or no level.

    >>> from datetime import date
    >>> from thidua import PLAN, Commune, Dossier, assess
    >>> told = as_markdown(assess(PLAN, Dossier(Commune("VD-01", "Xã *Ví Dụ*")), on=date(2025, 12, 31)), "en")
    >>> print(told.splitlines()[0])
    ## ? Xã \*Ví Dụ\* (commune, code VD-01): UNDETERMINED
    """
    checked_language(language)
    told = assessment.document if isinstance(assessment, StoredAssessment) else assessment
    return Words("\n\n".join(_blocks(at_level(told, level), language)), language)


def _blocks(data: Data, language: str) -> Iterator[str]:
    first, *lines = headline(data, language)
    yield heading(_DEPTH, f"{SHAPES[data['verdict']]} {first}")
    yield from (labelled(line) for line in lines)
    yield escaped(setting_said(data, language))
    guard = addressed(data["group"])
    if guard is not None:
        yield heading(_DEPTH + 1, WHOM.in_(language))
        yield listed(node_said(guard, language, head=APPLIES))
    for clause in clauses_told(data):
        yield heading(_DEPTH + 1, clause_head(clause, language))
        yield quoted(f"“{clause['text'][language]}”")
        yield listed(clause_points(clause, language))
    for name, section in data.get("sections", {}).items():
        if name in SECTIONS:
            yield from outlined(SECTIONS[name].said(section, language), _DEPTH + 1)
    readings = [f"{reading['id']}: {reading_said(reading, language)}" for reading in adopted_readings(data)]
    cautions = [caution_said(caution, language) for caution in data["cautions"]]
    for title, told in ((READINGS, readings), (CAUTIONS, cautions)):
        if told:
            yield heading(_DEPTH + 1, title.in_(language))
            yield listed(f"- {said}" for said in told)


def explained_together(explanations: Sequence[Data], after: Iterable[Iterable[str]], language: str, level: str) -> str:
    """A table of all, then each explained, with lines of text told after it; a rule between them."""
    first: list[str] = []
    for title, rows, said in in_groups(explanations, language):
        first += [heading(_DEPTH, title), table(rows), escaped(said)]
    pages = ["\n\n".join(first)]
    for data, more in zip(explanations, after, strict=True):
        pages.append("\n\n".join([as_markdown(data, language, level), *outlined(more, _DEPTH + 1)]))
    return "\n\n---\n\n".join(pages)
