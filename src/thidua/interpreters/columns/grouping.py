"""Grouping a register's table by subject and laying the counts beside the subjects, without a row of either lost.

Where completeness is declared subject by subject, entries are grouped by subject and declaration, so that a row of the
subjects' table is judged by the declaration that it holds itself.
"""

from __future__ import annotations

from typing import Any

from attrs import frozen

from thidua.interpreters.columns.engine import Engine
from thidua.interpreters.columns.grouped import Grouped, Share
from thidua.interpreters.columns.naming import KEY


@frozen
class Grouping:
    """The steps that count one register: made once, applied to any tables of the same columns.

    `said` are the columns of the subjects' table that declare it, their names among the entries, the names under which
    both are grouped, and what stands there for null, which is equal to nothing.
    """

    register: str
    since: Any
    flags: tuple[Any, ...]
    counts: tuple[str, ...]
    said: tuple[tuple[str, str, str, Any], ...]
    filed: str
    surplus: Any
    shares: tuple[Share, ...]


def grouping(held: Grouped) -> Grouping:
    """The steps for what has been asked of a register."""
    shares = tuple(share for share in held.shares.values() if share.leaves_out)
    filed, surplus = held.surplus_of_entries if shares else ("", None)
    flags = tuple(flag.alias(name) for name, flag in held.flags.items())
    return Grouping(held.register.name, held.since, flags, tuple(held.flags), held.said, filed, surplus, shares)


def counted(steps: Grouping, table: Any, entries: Any, engine: Engine) -> Any:
    """The subjects' table with the counts of a register beside it."""
    words = engine.words
    keys = [KEY, *(key for _, _, key, _ in steps.said)]
    if steps.said:
        table = table.with_columns(*(words.col(name).fill_null(null).alias(key) for name, _, key, null in steps.said))
        told = (words.col(name).alias(inside) for name, inside, _, _ in steps.said)
        entries = entries.join(table.select(*map(words.col, keys), *told).unique(), on=KEY, how="inner")
    entries = entries.filter(steps.since).with_columns(*steps.flags)
    if steps.shares:
        filed = f"{steps.filed}_all"
        base = entries.group_by(keys).agg(words.col(steps.filed).sum().alias(filed))
        entries = entries.join(base, on=keys, how="left").with_columns(steps.surplus.alias(steps.filed + "_surplus"))
        for share in steps.shares:
            entries = _without(share, words.col(steps.filed + "_surplus"), entries, keys, engine)
    grouped = entries.group_by(keys).agg(*(words.col(name).sum() for name in steps.counts))
    if engine.name == "polars":
        table = table.join(grouped, on=keys, how="left", maintain_order="left")
    else:
        table = table.join(grouped, on=keys, how="left")
    return table.with_columns(*(words.col(name).cast(words.Int64).fill_null(0) for name in steps.counts))


def _without(share: Share, surplus: Any, entries: Any, keys: list[str], engine: Engine) -> Any:
    """What entries add, with nothing for as many as are too many, taken where that moves the sum outwards."""
    words, ordered, rank = engine.words, f"{share.column}_ordered", f"{share.column}_rank"
    value = words.col(share.column)
    entries = entries.with_columns((value * -1 if share.least else value).alias(ordered))
    if engine.lazy or engine.name == "polars":
        entries = entries.with_columns(words.col(ordered).rank("ordinal").over(keys).alias(rank))
    else:
        entries = entries.with_row_index(rank, order_by=[*keys, ordered])
        first = entries.group_by(keys).agg(words.col(rank).min().alias(f"{rank}_first"))
        entries = entries.join(first, on=keys, how="left")
        entries = entries.with_columns((words.col(rank) - words.col(f"{rank}_first") + 1).alias(rank))
    moves = words.col(ordered) < 0
    left_out = moves & (words.col(rank).cast(words.Int64) <= surplus)
    return entries.with_columns(words.when(left_out).then(words.lit(0)).otherwise(value).alias(share.column))
