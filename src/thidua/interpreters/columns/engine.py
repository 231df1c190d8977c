"""The engines a table may be on, and how a table is opened and closed again: what comes in comes out.

polars is spoken natively, since translating narwhals' expressions at every call would cost more than judging a hundred
thousand rows; a lazy frame stays lazy, an eager one is judged by polars' lazy engine and collected. DuckDB and
Spark are lazy and are spoken through narwhals. pandas becomes Arrow at the door, because NumPy has no null for
integers, days and Booleans; Arrow tables are eager and stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Literal

from attrs import frozen

from thidua.errors import WrongValueError, handed
from thidua.interpreters.columns.truth import Guarded, Kleene, Truth, bits, both, either

Name = Literal["polars", "pandas", "pyarrow", "duckdb", "pyspark"]
WORDS = ("not_applicable", "not_met", "undetermined", "met")
"""The four words as a column holds them, in the order of the enumeration: the lowest first."""
SPARK = "thidua.interpreters.columns.spark_words"
ROW = "__thidua_row"
"""The column that keeps rows in order."""


@frozen
class Engine:
    """Which engine holds a table, and whether it is lazy: whether nothing is computed until the caller asks."""

    name: Name
    lazy: bool

    @property
    def words(self) -> Any:
        """The module in whose words expressions are written."""
        return words_of(self.language)

    @property
    def language(self) -> str:
        """The name of that module."""
        return {"polars": "polars", "pyspark": SPARK}.get(self.name, "narwhals")

    def word(self, truth: Truth) -> Any:
        """The word of a verdict: an expression that `closed` makes an enumeration.

        polars takes a null under `when` for false, so there nullable Booleans need not be made plain first.
        """
        words = self.words
        said = [words.lit(word) if self._spells else words.lit(code) for code, word in enumerate(WORDS)]
        if self.name == "polars":
            said = [words.lit(word, dtype=words.Enum(WORDS)) for word in WORDS]
        not_applicable, not_met, undetermined, is_met = said
        if self.name == "polars" and isinstance(truth, Kleene):
            return words.when(truth.holds).then(is_met).when(~truth.holds).then(not_met).otherwise(undetermined)
        if self.name == "polars" and isinstance(truth, Guarded):
            asked, then = truth
            answered = words.when(asked & then).then(is_met).when(asked & ~then).then(not_met)
            return answered.when(~asked).then(not_applicable).otherwise(undetermined)
        met, fails, skips = bits(truth)
        two = _two_of(met, fails, skips)
        choices = [(two, undetermined), (met, is_met), (fails, not_met), (skips, not_applicable)]
        return self._first(choices)

    @property
    def said(self) -> str:
        """The engine in words."""
        return f"{'lazy' if self.lazy else 'eager'} {self.name}"

    @property
    def _spells(self) -> bool:
        """Whether a word is spelt in each row; elsewhere it is a code until the table is closed."""
        return self.name in ("duckdb", "pyspark")

    def _first(self, choices: Sequence[tuple[Any, Any]]) -> Any:
        """The value of the first Boolean that holds, of which one surely does."""
        words = self.words
        open_ones = [(asked, value) for asked, value in choices if asked is not False]
        settled = next((at for at, (asked, _) in enumerate(open_ones) if asked is True), len(open_ones) - 1)
        *before, (_, last) = open_ones[: settled + 1]
        chain: Any = None
        for asked, value in before:
            chain = words.when(asked).then(value) if chain is None else chain.when(asked).then(value)
        return last if chain is None else chain.otherwise(last)


def _two_of(met: Any, fails: Any, skips: Any) -> Any:
    return either(both(met, fails), both(skips, either(met, fails)))


def words_of(name: str) -> Any:
    """A package of the extra `frames`, imported when a table is judged and not before; `ImportError` without it."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        msg = f"judging tables needs {name}: pip install 'thidua[frames]'"
        raise ModuleNotFoundError(msg, name=name) from error


def engine_of(frame: Any) -> Engine:
    """Which engine holds a table; `WrongValueError` for what is no table of a known one."""
    narwhals = words_of("narwhals")
    try:
        known = narwhals.from_native(frame)
    except TypeError:
        known = None
    name = None if known is None else known.implementation.value
    if name not in ("polars", "pandas", "pyarrow", "duckdb", "pyspark"):
        what = handed(frame)
        if isinstance(frame, str):
            tail = "; read it first, say with polars.read_csv(path)"
        elif isinstance(frame, Mapping | Sequence):
            tail = "; make one of it, say with polars.DataFrame(…)"
        else:
            tail = ""
        msg = f"expected a table of polars, pandas, pyarrow, DuckDB or PySpark but got {what}{tail}"
        raise WrongValueError(msg)
    return Engine(name, lazy=isinstance(known, narwhals.LazyFrame))


def opened(frame: Any, engine: Engine, columns: Sequence[str] | None) -> Any:
    """The table as expressions are applied to it; of pandas and Arrow only the columns read, `None` being all."""
    match engine.name:
        case "polars":
            return frame.lazy()
        case "pandas" | "pyarrow":
            pyarrow = words_of("pyarrow")
            if engine.name == "pandas":
                read = frame[list(frame.columns if columns is None else columns)].assign(**{ROW: range(len(frame))})
                table = pyarrow.Table.from_pandas(read, preserve_index=False)
            else:
                table = frame.select(list(frame.column_names if columns is None else columns))
                table = table.append_column(ROW, pyarrow.array(range(len(frame)), pyarrow.int64()))
            for at, known in enumerate(table.schema):
                if pyarrow.types.is_null(known.type):  # Arrow joins no column without a type
                    table = table.set_column(at, known.name, pyarrow.nulls(len(table), pyarrow.string()))
            return words_of("narwhals").from_native(table)
        case _:
            return words_of("narwhals").from_native(frame)


def closed(made: Any, engine: Engine, frame: Any, new: Sequence[str], words: Sequence[str]) -> Any:
    """The table given, with the new columns beside its own, those of words as enumerations."""
    match engine.name:
        case "polars":
            table = made.select(*frame.collect_schema().names(), *new)
            return table if engine.lazy else table.collect()
        case "pandas":
            return _beside(frame, made.select(*new).to_native(), words)
        case "pyarrow":
            table = _spelt(made.select(*new).to_native(), words)
            for name in new:
                frame = frame.append_column(name, table.column(name))
            return frame
        case _:
            names = [*words_of("narwhals").from_native(frame).collect_schema().names(), *new]
            return made.select(*map(engine.words.col, names)).to_native()


def _spelt(table: Any, words: Sequence[str]) -> Any:
    """The codes of verdicts as an ordered dictionary of words."""
    pyarrow = words_of("pyarrow")
    spelt = pyarrow.array(WORDS)
    for name in words:
        codes = table.column(name).combine_chunks().cast(pyarrow.int8())
        values = pyarrow.DictionaryArray.from_arrays(codes, spelt, ordered=True)
        table = table.set_column(table.schema.get_field_index(name), name, values)
    return table


def _beside(frame: Any, table: Any, words: Sequence[str]) -> Any:
    """The caller's frame with the new columns, on its own index."""
    pandas, pyarrow = words_of("pandas"), words_of("pyarrow")
    new: dict[str, Any] = {}
    for name in table.column_names:
        values = table.column(name)
        if name in words:
            new[name] = pandas.Categorical.from_codes(values.to_numpy(), list(WORDS), ordered=True)
        else:
            new[name] = values.to_pandas(types_mapper={pyarrow.int64(): pandas.Int64Dtype()}.get).array
    return frame.assign(**new)
