"""decisive_clauses(): which clauses decide most verdicts, and which leave most of them open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from thidua.displays import Words
from thidua.errors import IncompleteError
from thidua.interpreters.columns.door import rows
from thidua.interpreters.columns.engine import WORDS, words_of
from thidua.interpreters.columns.naming import OURS
from thidua.interpreters.columns.population import Population
from thidua.interpreters.columns.program import VERDICT
from thidua.interpreters.explain import SHAPES
from thidua.interpreters.populations.counting import counts, grouped_by, names_of, number_said, words_for
from thidua.interpreters.populations.summary import CLAUSE, value_said
from thidua.interpreters.tables import aligned
from thidua.verdicts import WORDS as SAID

DECISIVE, SUBJECTS = "decisive", "subjects"


def decisive_clauses(result: Population[Any], *, by: str | Sequence[str] | None = None) -> Any:
    """For how many subjects each clause decides the group's verdict, the most common first, by word of that verdict.

    A table of the caller's own type, lazy where the judged one is: `by`, `clause`, `subjects`, and for each of the four
    words how many of those have that verdict; of an undetermined one the clause helps to leave it open. More than one
    clause may decide one verdict, so the lines add up to more than the subjects.

    Raises `IncompleteError` for a table judged without reasons, `UnknownNameError` for a column that is not there.

    >>> from datetime import date
    >>> import polars
    >>> from thidua import PLAN, Commune, tabulate
    >>> figures = {"poor_households@2021": [60], "near_poor_households@2021": [40], "poor_households@2024": [55]}
    >>> communes = polars.DataFrame({"code": ["VD-01"], "area": ["III"], **figures})
    >>> decisive_clauses(tabulate(PLAN, Commune, communes, on=date(2025, 12, 31))).row(0)
    ('III.2.2-4', 1, 0, 1, 0, 0)
    """
    return words_of("narwhals").to_native(_counted(result, grouped_by(result, by, (CLAUSE, SUBJECTS, *WORDS))))


def _counted(result: Population[Any], by: Sequence[str]) -> Any:
    if DECISIVE not in names_of(result.frame):
        msg = "the table was judged without reasons, so nothing tells which clauses decide: tabulate(…, reasons=True)"
        raise IncompleteError(msg)
    narwhals = words_for(result.frame)
    table = narwhals.from_native(result.frame)
    ends = narwhals.lit("; "), narwhals.lit(";")
    listed = narwhals.concat_str(ends[0], narwhals.col(DECISIVE).fill_null(""), ends[1])
    verdict = narwhals.col(VERDICT).cast(narwhals.String)
    asked: dict[tuple[str, ...], dict[str, Any]] = {}
    for clause in result.criteria.clauses:
        decides = listed.str.contains(f"; {clause.id};", literal=True)
        asked[clause.id,] = {SUBJECTS: decides, **{word: decides & (verdict == word) for word in WORDS}}
    lines = counts(table, by, (CLAUSE,), asked)
    rank = f"{OURS}_rank"
    order = {clause.id: f"{at:03}" for at, clause in enumerate(result.criteria.clauses)}
    chain: Any = narwhals.lit("")
    for name, at in order.items():
        chain = narwhals.when(narwhals.col(CLAUSE) == name).then(narwhals.lit(at)).otherwise(chain)
    lines = lines.with_columns(chain.alias(rank))
    lines = lines.sort([*by, SUBJECTS, rank], descending=[*(False for _ in by), True, False]).drop(rank)
    return narwhals.maybe_reset_index(lines) if lines.implementation.is_pandas() else lines


def decisive_clauses_said(
    result: Population[Any], language: str = "vi", *, by: str | Sequence[str] | None = None
) -> str:
    """The same in words. Of a lazy table this computes the counts. Raises as `decisive_clauses` does."""
    lines = _lines(result, language, grouped_by(result, by, (CLAUSE, SUBJECTS, *WORDS)))
    return Words("\n".join(lines), language, columns=True)


def _lines(result: Population[Any], language: str, by: list[str]) -> Iterator[str]:
    vi = language == "vi"
    yield "Tiêu chí quyết định kết luận" if vi else "What decides the verdicts"
    shown = [*reversed(WORDS)]
    lines = [
        [
            *by,
            "Tiêu chí" if vi else "Clause",
            "Số đối tượng" if vi else "Subjects",
            *(f"{SHAPES[word]} {SAID[word].in_(language)}" for word in shown),
        ]
    ]
    for row in rows(_counted(result, by)):
        numbers = (number_said(row[what], language) for what in (SUBJECTS, *shown))
        lines.append([*(value_said(row[column]) for column in by), row[CLAUSE], *numbers])
    yield from aligned(lines)
