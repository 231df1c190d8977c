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
from one_world import Clauses, OverRegister, World
from possible import reads
from shown import printed
from strategies import DAYS

from thidua.conditions import Condition
from thidua.evidence import DID_NOT_HAPPEN, Complete, Entry, Evidence, Paper
from thidua.filing import file_papers
from thidua.findings import Finding
from thidua.interpreters.columns.grouped import Declaration
from thidua.interpreters.columns.grouping import grouping
from thidua.interpreters.columns.opening import opened_tables
from thidua.interpreters.columns.predicates import Found
from thidua.interpreters.columns.program import Program, judging, mask
from thidua.interpreters.columns.supplied import Completeness
from thidua.interpreters.columns.supplied import Register as Told
from thidua.interpreters.columns.tabulate import judged
from thidua.interpreters.registers import known_register
from thidua.knowledge import UNHEARD_OF, Knowledge, Known, KnownRegister
from thidua.movements import Setting
from thidua.nodes import AreAll, Fact, Kind, Predicate, Register

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


def knowledge_of(row: Row, table: Table) -> Knowledge:
    """What a row knows, with the entries and the declarations of its registers."""
    told = {place: known(fact, row.get(place), row.get(f"{place}.never")) for place, fact in table.places.items()}
    held = {name: told_register.known(row, table.setting) for name, told_register in table.registers.items()}
    return Knowledge({place: what for place, what in told.items() if what is not None}, held, table.setting.days)


@printed
@frozen
class Kept:
    """The table of one register, and how it is declared complete: of all subjects, or by columns of theirs."""

    register: Register
    entries: tuple[Row, ...]
    declaration: Declaration | None

    @property
    def frame(self) -> pl.DataFrame:
        """The entries of every subject."""
        schema: dict[str, Any] = {"code": pl.String}
        for fact in self.register.fields:
            schema[fact.name] = TYPES[fact.kind]
            if fact.kind is Kind.DAY and fact.name != self.register.dated_by:
                schema[f"{fact.name}.never"] = pl.Boolean
        return pl.DataFrame(list(self.entries), schema=schema)

    def register_of(self, backend: str) -> Told:
        """The register as a caller gives it."""
        said = self.declaration
        complete = None if said is None else Completeness(said.through, "UBND", said.entries)
        return Told(BACKENDS[backend](self.frame), complete)

    def known(self, row: Row, setting: Setting) -> KnownRegister:
        """What a row knows of it, read from papers that say the same."""
        mine = [entry for entry in self.entries if entry["code"] == row["code"]]
        said: list[Any] = [
            Entry(self.register, str(order), tuple(evidence(self.register, entry)))
            for order, entry in enumerate(mine, start=1)
        ]
        declared = self.declaration
        if declared is not None:
            through = row[declared.through] if isinstance(declared.through, str) else declared.through
            if through is not None and (declared.entries is None or row[declared.entries] is not None):
                inside = [e for e in mine if setting.counts_from <= e[self.register.dated_by] <= through]
                number = len(inside) if declared.entries is None else row[declared.entries]
                said.append(Complete(self.register, number, through, "UBND"))
        filed = file_papers([Paper(None, *said)]).registers
        return known_register(filed[0], setting, []) if filed else UNHEARD_OF


def evidence(register: Register, entry: Row) -> Iterator[Evidence[Any]]:
    """What an entry tells."""
    for fact in register.fields:
        if entry[fact.name] is not None:
            yield Evidence(fact, entry[fact.name])
        if entry.get(f"{fact.name}.never"):
            yield Evidence(fact, DID_NOT_HAPPEN)


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
    registers: Mapping[str, Kept]

    @property
    def frame(self) -> pl.DataFrame:
        """The rows, with a column for each place that some row may tell."""
        schema: dict[str, Any] = {"code": pl.String}
        for place, fact in self.places.items():
            schema[place] = TYPES[fact.kind]
            if fact.kind is Kind.DAY:
                schema[f"{place}.never"] = pl.Boolean
        for kept in self.registers.values():
            for name in kept.declaration.columns if kept.declaration else ():
                schema[name] = pl.Date if name.endswith("through") else pl.Int64
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
    read_registers = {
        what.register.name: what.register for what in reads(condition.node, world) if isinstance(what, OverRegister)
    }
    declarations = {name: draw(declared(name)) for name in read_registers if draw(st.integers(0, 9))}
    for declaration in filter(None, declarations.values()):
        if isinstance(declaration.through, str):
            columns[declaration.through] = st.sampled_from([None, *DAYS])
        if declaration.entries:
            columns[declaration.entries] = st.sampled_from([None, 0, 1, 2, 3])
    drawn = draw(st.lists(st.fixed_dictionaries(columns), min_size=0, max_size=5))
    rows = tuple({"code": f"S{order}", **row} for order, row in enumerate(drawn))
    codes = [row["code"] for row in rows]
    registers = {
        name: Kept(
            read_registers[name], tuple(draw(st.lists(entries(read_registers[name], [*codes, "S9"]), max_size=8))), said
        )
        for name, said in declarations.items()
    }
    return Table(condition.node, clauses, setting, places, rows, registers)


def declared(name: str) -> st.SearchStrategy[Declaration | None]:
    """How a register is declared complete, if it is."""
    through = st.one_of(st.sampled_from(DAYS), st.just(f"{name}.through"))
    entries = st.sampled_from([None, f"{name}.entries", f"{name}.entries"])
    return st.one_of(st.none(), st.builds(Declaration, through, entries), st.builds(Declaration, through, entries))


def entries(register: Register, codes: list[str]) -> st.SearchStrategy[Row]:
    """One entry, of a subject of the table or of none."""
    columns: dict[str, st.SearchStrategy[Any]] = {"code": st.sampled_from(codes)}
    for fact in register.fields:
        dated = fact.name == register.dated_by
        columns[fact.name] = values(fact) if dated else st.one_of(values(fact), values(fact), st.none())
        if fact.kind is Kind.DAY and not dated:
            columns[f"{fact.name}.never"] = st.sampled_from([None, None, False, True])
    return st.fixed_dictionaries(columns)


def in_columns(table: Table, backend: str) -> tuple[Found, list[dict[str, int]]]:
    """The nodes of a predicate, and the set of finals of each, by its number, in every row."""
    records = {name: kept.register_of(backend) for name, kept in table.registers.items()}
    tables = opened_tables(_ANY_PLAN, VOCABULARY, table.setting, BACKENDS[backend](table.frame), records)
    engine = tables.engine
    predicates, grouped = judging(engine, table.setting, tuple(tables.columns.items()), tables.told)
    for name, node in table.clauses.items():
        predicates.clauses[name] = predicates.found(node)
    found = predicates.found(table.predicate)
    masks = tuple(mask(part, predicates.reader.words).alias(str(order)) for order, part in enumerate(_walk(found)))
    counts = tuple(grouping(one) for one in grouped if one.flags)
    held = judged(tables, Program(counts, (masks,), (), (), ()))
    made_of_it = held.sort("code").select(*(str(at) for at in range(len(masks))))
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
        below = () if defined is None or isinstance(part.node, AreAll) else defined.parts
        told = below or [None] * len(part.parts)  # of a fall, zero to zero is not answered where it cannot be
        for inner, definition in zip(part.parts, told, strict=True):
            visit(inner, definition)

    visit(found, finding)
    return compared
