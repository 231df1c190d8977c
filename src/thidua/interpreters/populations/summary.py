"""summary(): how many subjects are found met, not met, open or not addressed, clause by clause and group by group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from thidua.displays import Words
from thidua.interpreters.columns.door import rows
from thidua.interpreters.columns.engine import WORDS, words_of
from thidua.interpreters.columns.population import Population
from thidua.interpreters.columns.program import VERDICT
from thidua.interpreters.explain import SHAPES
from thidua.interpreters.populations.counting import counts, grouped_by, names_of, number_said, words_for
from thidua.interpreters.tables import aligned
from thidua.interpreters.wording import checked_language
from thidua.periods import written
from thidua.texts import Text
from thidua.verdicts import WORDS as SAID

NOT_COMPUTED = Text(
    "Bảng chỉ được tính khi cần và chưa được tính; gọi summary(…) để tính.",
    "The table is lazy and was not computed; summary(…) counts it.",
)
CLAUSE, PART, WHOLE, MEASURED = "clause", "part", "whole", "measured"


def summary(result: Population[Any], *, by: str | Sequence[str] | None = None) -> Any:
    """How many subjects have each of the four words, for the group's verdict and for each clause.

    A table of the caller's own type, lazy where the judged one is: the columns `by`, then `clause` (`verdict` for the
    group as a whole), `part` (`whole`, and `measured` for what is left when judgements are set aside), and a count for
    each of `not_applicable`, `not_met`, `undetermined`, `met`. Most groups wait for the Council, so the measured
    part is often the line to read. Raises `UnknownNameError` for a column to group by that is not there.

    >>> from datetime import date
    >>> import polars
    >>> from thidua import PLAN, Commune, tabulate
    >>> communes = polars.DataFrame({"code": ["VD-01", "VD-02", "VD-03"], "area": ["III", "OUTSIDE", "III"]})
    >>> found = summary(tabulate(PLAN, Commune, communes, on=date(2025, 12, 31)), by="area")
    >>> found.filter(polars.col("clause") == "III.2.2-4", polars.col("part") == "whole").rows()
    [('III', 'III.2.2-4', 'whole', 0, 0, 2, 0), ('OUTSIDE', 'III.2.2-4', 'whole', 1, 0, 0, 0)]
    """
    columns = grouped_by(result, by, (CLAUSE, PART, *WORDS))
    return words_of("narwhals").to_native(_counted(result, columns))


def _counted(result: Population[Any], by: Sequence[str]) -> Any:
    narwhals = words_for(result.frame)
    table = narwhals.from_native(result.frame)
    names = names_of(result.frame)
    asked: dict[tuple[str, ...], dict[str, Any]] = {}
    for name in result.verdicts:
        for part, column in ((WHOLE, name), (MEASURED, f"{name}.{MEASURED}")):
            if column in names:
                spelt = narwhals.col(column).cast(narwhals.String)
                asked[name, part] = {word: spelt == word for word in WORDS}
    return counts(table, by, (CLAUSE, PART), asked)


def summary_said(result: Population[Any], language: str = "vi", *, by: str | Sequence[str] | None = None) -> str:
    """The counts in words: a line for each clause, the group first. Of a lazy table this computes the counts.

    Raises as `summary` does.
    """
    lines = _lines(result, language, grouped_by(result, by, (CLAUSE, PART, *WORDS)))
    return Words("\n".join(lines), language, columns=True)


def summary_rows(result: Population[Any]) -> list[dict[str, Any]]:
    """The counts of the whole table, a line each; of a lazy one this computes them."""
    return rows(_counted(result, []))


def population_said(result: Population[Any], language: str = "vi") -> str:
    """A judged table in words: under which plan, at which review, and the counts; a lazy one is not computed."""
    checked_language(language)
    setting = judged_at(result, language)
    if result.is_lazy:
        return "\n".join([_heading(result, language), setting, NOT_COMPUTED.in_(language)])
    return f"{setting}\n{summary_said(result, language)}"


def judged_at(result: Population[Any], language: str) -> str:
    """The plan, the review and the day."""
    on, review = written(result.setting.on, language), result.setting.review.label.in_(language)
    vi, en = f"{result.plan.id}; {review}; ngày xét {on}", f"{result.plan.id}; {review}; assessed on {on}"
    return vi if language == "vi" else en


def _heading(result: Population[Any], language: str) -> str:
    return result.criteria.heading.text if language == "vi" else result.criteria.heading.en


def line_name(row: Mapping[str, Any], language: str) -> str:
    """What a line of the counts is about: a clause or the group, the whole of it or what is measured."""
    vi = language == "vi"
    name: str = ("Kết luận" if vi else "Verdict") if row[CLAUSE] == VERDICT else row[CLAUSE]
    if row[PART] == MEASURED:
        name += " (phần đo đếm được)" if vi else " (measured part)"
    return name


def _lines(result: Population[Any], language: str, by: list[str]) -> Iterator[str]:
    vi = language == "vi"
    yield _heading(result, language)
    found = rows(_counted(result, by))
    shown = [*reversed(WORDS)]
    head = [*by, "Tiêu chí" if vi else "Clause", *(f"{SHAPES[word]} {SAID[word].in_(language)}" for word in shown)]
    lines = [head]
    for row in found:
        counted = [number_said(row[word], language) for word in shown]
        lines.append([*(value_said(row[column]) for column in by), line_name(row, language), *counted])
    yield from aligned(lines)


def value_said(value: object) -> str:
    """What stands in a column to group by, a dash where there is nothing."""
    return "–" if value is None or value != value else str(value)  # noqa: PLR0124  # NaN alone differs from itself
