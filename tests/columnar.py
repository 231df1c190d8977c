"""Tables for the tests: rows drawn with gaps, the same rows on every engine, and what each row knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
from attrs import frozen
from hypothesis import strategies as st
from movement import _ANY_PLAN, AT_FINAL, AT_INTERIM, VOCABULARY, Place
from one_world import Clauses, World
from possible import reads
from shown import printed
from strategies import DAYS

from thidua.conditions import Condition
from thidua.findings import Finding
from thidua.interpreters.assess import Prepared
from thidua.interpreters.columns.door import check_values, columns_of
from thidua.interpreters.columns.engine import engine_of, opened, words_of
from thidua.interpreters.columns.naming import places_of_columns
from thidua.interpreters.columns.predicates import Found, Predicates
from thidua.interpreters.columns.reader import TableReader
from thidua.interpreters.columns.registers import Registers
from thidua.interpreters.columns.tabulate import mask
from thidua.knowledge import Knowledge, Known
from thidua.movements import Setting
from thidua.nodes import Fact, Falls, Kind, Predicate

Row = Mapping[str, Any]
TYPES = {
    Kind.NUMBER: pl.Int64, Kind.DAY: pl.Date, Kind.YES_NO: pl.Boolean, Kind.CHOICE: pl.String, Kind.JUDGED: pl.String,
}  # fmt: skip


def as_pandas(table: pl.DataFrame) -> pd.DataFrame:
    """As an analyst has it: floats with NaN for gaps, objects for Booleans, timestamps for days."""
    frame = pd.DataFrame({name: table[name].to_list() for name in table.columns})
    for name, dtype in table.schema.items():
        if dtype == pl.Date:
            frame[name] = pd.to_datetime(frame[name])
        elif dtype == pl.Int64 and table[name].null_count():
            frame[name] = frame[name].astype("float64")
    return frame


def as_nullable_pandas(table: pl.DataFrame) -> pd.DataFrame:
    """With the nullable types of pandas."""
    frame = as_pandas(table)
    for name, dtype in table.schema.items():
        if dtype != pl.Date:
            wanted = {pl.Int64: "Int64", pl.Boolean: "boolean", pl.String: "string"}[dtype]
            frame[name] = pd.array(table[name].to_list(), dtype=wanted)
    return frame


def as_arrow(table: pl.DataFrame) -> pa.Table:
    """As Arrow has it."""
    types = {pl.Int64: pa.int64(), pl.Boolean: pa.bool_(), pl.String: pa.string(), pl.Date: pa.date32()}
    return pa.table({n: pa.array(table[n].to_list(), types[dtype.base_type()]) for n, dtype in table.schema.items()})


CONNECTION = duckdb.connect()
BACKENDS: dict[str, Callable[[pl.DataFrame], Any]] = {
    "polars": lambda table: table,
    "polars, lazy": lambda table: table.lazy(),
    "pandas": as_pandas,
    "pandas, nullable": as_nullable_pandas,
    "pyarrow": as_arrow,
    "duckdb": lambda table: CONNECTION.from_arrow(as_arrow(table)),
}
"""The same table on every engine."""


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """The rows of a table of any engine."""
    match frame:
        case pl.DataFrame():
            return frame.to_dicts()
        case pl.LazyFrame():
            return frame.collect().to_dicts()
        case pd.DataFrame():
            return frame.to_dict("records")
        case pa.Table():
            return frame.to_pylist()
        case _:
            return frame.to_arrow_table().to_pylist()


def known(fact: Fact, value: Any, never: bool | None) -> Known | None:
    """What a row knows of a place."""
    if fact.kind is Kind.DAY and never:
        return Known(value, value, never=True, happens=value is not None)
    if value is None:
        return None
    match fact.kind:
        case Kind.YES_NO:
            return Known(options=frozenset(("yes" if value else "no",)))
        case Kind.CHOICE:
            return Known(options=frozenset((value,)))
        case Kind.JUDGED:
            rank = [option.id for option in fact.options].index(value)
            return Known(rank, rank)
        case _:
            return Known(value, value)


def knowledge_of(row: Row, places: Mapping[str, Fact], setting: Setting) -> Knowledge:
    """What a row knows."""
    told = {place: known(fact, row.get(place), row.get(f"{place}.never")) for place, fact in places.items()}
    return Knowledge({place: what for place, what in told.items() if what is not None}, {}, setting.days)


def values(fact: Fact) -> st.SearchStrategy[Any]:
    """What a column may hold."""
    match fact.kind:
        case Kind.NUMBER:
            return st.integers(0, fact.high if fact.high is not None else 5)
        case Kind.DAY:
            return st.sampled_from(DAYS)
        case Kind.YES_NO:
            return st.booleans()
        case _:
            return st.sampled_from([option.id for option in fact.options])


@printed
@frozen
class Table:
    """A predicate, the clauses it may refer to, and rows of what it reads."""

    predicate: Predicate
    clauses: Clauses
    setting: Setting
    places: Mapping[str, Fact]
    rows: tuple[Row, ...]

    @property
    def frame(self) -> pl.DataFrame:
        """The rows, with a column for each place that some row may tell."""
        schema: dict[str, Any] = {"code": pl.String}
        for place, fact in self.places.items():
            schema[place] = TYPES[fact.kind]
            if fact.kind is Kind.DAY:
                schema[f"{place}.never"] = pl.Boolean
        return pl.DataFrame(list(self.rows), schema=schema)


@st.composite
def tables(draw: st.DrawFn, asked: st.SearchStrategy[tuple[Condition[Place], Clauses]]) -> Table:
    """A predicate with a table of most of what it reads, some of it missing."""
    setting = draw(st.sampled_from([AT_FINAL, AT_FINAL, AT_INTERIM]))
    condition, clauses = draw(asked)
    world = World({}, {}, {}, setting.days, setting, clauses, {})
    read = dict(what for what in reads(condition.node, world) if isinstance(what, tuple))
    left_out = draw(st.sampled_from([None, None, *read]))
    places = {place: fact for place, fact in read.items() if place != left_out}
    columns: dict[str, st.SearchStrategy[Any]] = {}
    for place, fact in places.items():
        columns[place] = st.one_of(values(fact), values(fact), st.none())
        if fact.kind is Kind.DAY:
            columns[f"{place}.never"] = st.sampled_from([None, None, False, True])
    drawn = draw(st.lists(st.fixed_dictionaries(columns), min_size=0, max_size=6))
    rows = tuple({"code": f"S{order}", **row} for order, row in enumerate(drawn))
    return Table(condition.node, clauses, setting, places, rows)


def in_columns(table: Table, backend: str) -> tuple[Found, list[dict[str, int]]]:
    """The nodes of a predicate, and the set of finals of each, by its number, in every row."""
    frame = BACKENDS[backend](table.frame)
    engine = engine_of(frame)
    schema = words_of("narwhals").from_native(frame).collect_schema()
    places = places_of_columns(schema.names(), _ANY_PLAN, VOCABULARY, table.setting)
    held = opened(frame, engine, [place.column for place in places.values()])
    columns = columns_of(held, places, lazy=engine.lazy)
    if not engine.lazy:
        check_values(held, columns, engine.words)
    reader = TableReader("polars" if engine.name == "polars" else "narwhals", columns)
    made = Prepared(table.setting.review.id, dict(table.setting.surveys))
    predicates = Predicates(reader, table.setting, Registers(made, table.setting.days))
    for name, node in table.clauses.items():
        predicates.clauses[name] = predicates.found(node)
    found = predicates.found(table.predicate)
    masks = [mask(part, reader.words).alias(str(order)) for order, part in enumerate(_walk(found))]
    order = "code" if "code" in schema.names() and engine.name != "pandas" else "__thidua.row"
    made_of_it = held.with_columns(*masks).sort(order).select(*(str(at) for at in range(len(masks))))
    native = made_of_it.to_native() if hasattr(made_of_it, "to_native") else made_of_it
    return found, rows_of(native)


def _walk(found: Found) -> Iterator[Found]:
    yield found
    for part in found.parts:
        yield from _walk(part)


def side_by_side(found: Found, finding: Finding, row: Mapping[str, int]) -> list[tuple[Predicate, int, int]]:
    """Each node, with the finals that the columns and the definition leave it."""
    compared: list[tuple[Predicate, int, int]] = []
    numbered = iter(range(len(row)))

    def visit(part: Found, defined: Finding | None) -> None:
        at = next(numbered)
        if defined is not None:
            compared.append((part.node, row[str(at)], defined.mask))
        below = defined.parts if defined is not None else ()
        told = below if below or not isinstance(part.node, Falls) else (None,)
        for inner, definition in zip(
            part.parts, told if defined is not None else [None] * len(part.parts), strict=True
        ):
            visit(inner, definition)

    visit(found, finding)
    return compared
