"""Counting rows of a table on its own engine: one look at the table, and the counts as a small table.

Everything is counted in one aggregation, so that a table of millions is read once; only its one row, or a row for each
group, is turned into a line for each thing counted. A lazy table is not computed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from thidua.errors import UnknownNameError, WrongValueError, did_you_mean, expect
from thidua.interpreters.columns.engine import SPARK, words_of
from thidua.interpreters.columns.naming import OURS
from thidua.interpreters.columns.population import Population

_ORDER, _WHICH, _COUNT = f"{OURS}_order", f"{OURS}_which", f"{OURS}_count"
_DIGITS = 6
Counted = Mapping[tuple[str, ...], Mapping[str, Any]]
"""Booleans without nulls to be counted, by the line they belong to and the column of that line."""


def names_of(frame: Any) -> list[str]:
    """The columns of a table of any engine."""
    names: list[str] = words_of("narwhals").from_native(frame, pass_through=True).collect_schema().names()
    return names


def words_for(frame: Any) -> Any:
    """The words in which columns of a table are named, once narwhals holds it."""
    narwhals = words_of("narwhals")
    spark = narwhals.from_native(frame, pass_through=True).implementation.is_pyspark()
    return words_of(SPARK) if spark else narwhals


def grouped_by(result: Population[Any], by: str | Sequence[str] | None, new: Sequence[str]) -> list[str]:
    """The columns to group by, each once.

    Raises `UnknownNameError` for one that is not there, `WrongValueError` for one whose name the counts need.
    """
    expect(result, Population)
    asked = list(dict.fromkeys([by] if isinstance(by, str) else by or ()))
    names = names_of(result.frame)
    lost = [f"the table has no column {name!r}{did_you_mean(name, names)}" for name in asked if name not in names]
    if lost:
        raise UnknownNameError("by=: " + "; ".join(lost))
    taken = [name for name in asked if name in new]
    if taken:
        msg = f"by=: the counts have a column {taken[0]!r} of their own; rename yours first"
        raise WrongValueError(msg)
    return asked


def counts(table: Any, by: Sequence[str], heads: Sequence[str], asked: Counted) -> Any:
    """A line for each thing counted, for each group: `by`, then `heads` that name the line, then its counts.

    `table` is in the words of narwhals, and so is what comes back. Lines stand in the order of `asked`, within groups.
    """
    narwhals = words_of("narwhals")
    columns = list(dict.fromkeys(name for told in asked.values() for name in told))
    wide = {
        f"{order:0{_DIGITS}}{columns.index(name):0{_DIGITS}}": holds.cast(narwhals.Int64)
        for order, told in enumerate(asked.values())
        for name, holds in told.items()
    }
    sums = [narwhals.col(name).sum() for name in wide]
    keys = map(words_for(table).col, by)
    flags = table.select(*keys, *(made.alias(name) for name, made in wide.items()))
    found = flags.group_by(by).agg(*sums) if by else flags.select(*sums)
    turn = _unnested if found.implementation.is_duckdb() else _unpivoted
    lines = turn(found, by, columns, list(wide))
    lines = lines.sort([*by, _ORDER])
    named = [
        _chosen([(f"{order:0{_DIGITS}}", line[at]) for order, line in enumerate(asked)], narwhals).alias(head)
        for at, head in enumerate(heads)
    ]
    told = lines.select(*by, *named, *columns)
    return narwhals.maybe_reset_index(told) if told.implementation.is_pandas() else told


def _unpivoted(found: Any, by: Sequence[str], columns: Sequence[str], wide: Sequence[str]) -> Any:
    """The sums of one row, or of one for each group, below one another, and those of one line side by side again."""
    narwhals = words_of("narwhals")
    long = found.unpivot(on=wide, index=list(by), variable_name=_WHICH, value_name=_COUNT)
    long = long.with_columns(narwhals.col(_WHICH).str.slice(0, _DIGITS).alias(_ORDER))
    of = narwhals.col(_WHICH).str.slice(_DIGITS, _DIGITS)
    told = [
        narwhals.when(of == f"{at:0{_DIGITS}}")
        .then(narwhals.col(_COUNT).cast(narwhals.Int64).fill_null(0))
        .otherwise(narwhals.lit(0))
        .alias(name)
        for at, name in enumerate(columns)
    ]
    return long.with_columns(*told).group_by([*by, _ORDER]).agg(*(narwhals.col(name).sum() for name in columns))


def _unnested(found: Any, by: Sequence[str], columns: Sequence[str], wide: Sequence[str]) -> Any:
    """The same in DuckDB's own words: what narwhals says there needs the connection that Python has by default."""
    lines: dict[str, dict[str, str]] = {}
    for name in wide:
        lines.setdefault(name[:_DIGITS], {})[columns[int(name[_DIGITS:])]] = name
    structs = (
        f"{{{_ORDER}: '{order}', "
        + ", ".join(f"{_quoted(column)}: coalesce({_quoted(name)}, 0)::BIGINT" for column, name in told.items())
        + "}"
        for order, told in lines.items()
    )
    made = found.to_native().project(
        ", ".join([*map(_quoted, by), f"unnest([{', '.join(structs)}], recursive := true)"])
    )
    return words_of("narwhals").from_native(made)


def _quoted(name: str) -> str:
    """A name as SQL takes it."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _chosen(named: list[tuple[str, str]], narwhals: Any) -> Any:
    """The name of a line, by its order."""
    (_, first), *others = named
    if not others:
        return narwhals.lit(first)
    (order, name), *more = others
    chain = narwhals.when(narwhals.col(_ORDER) == order).then(narwhals.lit(name))
    for order, name in more:
        chain = chain.when(narwhals.col(_ORDER) == order).then(narwhals.lit(name))
    return chain.otherwise(narwhals.lit(first))


def number_said(number: int, language: str = "vi") -> str:
    """A count as it stands in a table.

    >>> number_said(2303), number_said(2303, "en")
    ('2.303', '2,303')
    """
    return f"{number:,}".replace(",", ".") if language == "vi" else f"{number:,}"
