"""summary(): how many subjects are found met, not met, open or not addressed, clause by clause and group by group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from thidua.interpreters.columns.door import rows
from thidua.interpreters.columns.engine import WORDS, words_of
from thidua.interpreters.columns.population import Population
from thidua.interpreters.columns.program import VERDICT
from thidua.interpreters.populations.counting import counts, grouped_by, names_of, number_said, words_for
from thidua.interpreters.tables import aligned
from thidua.verdicts import WORDS as SAID

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
    return "\n".join(_lines(result, language, grouped_by(result, by, (CLAUSE, PART, *WORDS))))


def _lines(result: Population[Any], language: str, by: list[str]) -> Iterator[str]:
    vi = language == "vi"
    yield result.criteria.heading.text if vi else result.criteria.heading.en
    found = rows(_counted(result, by))
    shown = [*reversed(WORDS)]
    head = [*by, "Tiêu chí" if vi else "Clause", *(SAID[word].in_(language) for word in shown)]
    lines = [head]
    for row in found:
        name = ("Kết luận" if vi else "Verdict") if row[CLAUSE] == VERDICT else row[CLAUSE]
        if row[PART] == MEASURED:
            name += " (phần đo đếm được)" if vi else " (measured part)"
        counted = [number_said(row[word], language) for word in shown]
        lines.append([*(value_said(row[column]) for column in by), name, *counted])
    yield from aligned(lines)


def value_said(value: object) -> str:
    """What stands in a column to group by, a dash where there is nothing."""
    return "–" if value is None or value != value else str(value)  # noqa: PLR0124  # NaN alone differs from itself
