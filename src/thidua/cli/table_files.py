"""Tables on file: CSV and Parquet in, CSV and Parquet out, through polars."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from thidua.cli.refusals import why_not
from thidua.interpreters.columns.engine import words_of
from thidua.interpreters.columns.naming import Place, places_of_columns, places_of_entries
from thidua.movements import Plan, Setting, Vocabulary
from thidua.nodes import Kind
from thidua.workbooks.cells import ERRORS, GUARD, RUN, YES_OR_NO

TABLES = (".csv", ".parquet")
_NO = {
    Kind.NUMBER: ("không phải số nguyên", "is no whole number"),
    Kind.DAY: ("không phải ngày dạng 2025-12-31 hoặc 31/12/2025", "is no day as 2025-12-31 or 31/12/2025"),
    Kind.YES_NO: ("không phải “có” hoặc “không”", "is neither “có” (yes) nor “không” (no)"),
}
Places = Callable[[Sequence[str]], Mapping[str, Place]]


def subjects_in(paths: Sequence[Path], plan: Plan, words: Vocabulary, setting: Setting, *, stream: bool) -> Any:
    """The subjects' table, of one file or of several of the same columns."""
    return _tables(paths, lambda names: places_of_columns(names, plan, words, setting), stream=stream)


def entries_in(paths: Sequence[Path], words: Vocabulary, name: str, *, stream: bool) -> Any:
    """The table of a register."""
    register = next(one for one in words.registers if one.name == name)
    return _tables(paths, lambda names: places_of_entries(names, register), stream=stream)


def _tables(paths: Sequence[Path], places: Places, *, stream: bool) -> Any:
    polars = words_of("polars")
    found = [_table(path, places, stream=stream) for path in paths]
    try:
        return found[0] if len(found) == 1 else polars.concat(found)
    except polars.exceptions.PolarsError as error:
        raise Unreadable(paths[-1], error) from None


class Unreadable(Exception):  # noqa: N818  # told as a refusal, in the language asked for
    """A file that is no table of ours."""

    def __init__(self, path: Path, because: Exception) -> None:
        self.path, self.because = path, because
        super().__init__(path, because)

    def said(self, language: str) -> str:
        """In words."""
        head = "không đọc được" if language == "vi" else "cannot be read"
        why = why_not(self.because, language) if isinstance(self.because, OSError) else str(self.because)
        return f"{self.path}: {head} ({why.splitlines()[0]})"


class Misread(Exception):  # noqa: N818  # as above
    """Cells of a file that are not what their column holds."""

    def __init__(self, path: Path, cells: Sequence[tuple[int, str, str, Kind]]) -> None:
        self.path, self.cells = path, cells
        super().__init__(path, cells)

    def said(self, language: str) -> str:
        """In words, a line each."""
        row, at = ("dòng", 0) if language == "vi" else ("row", 1)
        return "\n".join(
            f"{self.path}, {row} {number}, {column}: “{cell}” {_NO[kind][at]}"
            for number, column, cell, kind in self.cells
        )


def _table(path: Path, places: Places, *, stream: bool) -> Any:
    polars = words_of("polars")
    try:
        with path.open("rb"):
            pass
        if path.suffix.lower() == ".parquet":
            table = polars.scan_parquet(path)
            table.collect_schema()
        else:
            table = polars.scan_csv(path, infer_schema=False, encoding="utf8")
            table = _typed(path, table, places, stream=stream)
        return table if stream else table.collect()
    except (OSError, polars.exceptions.PolarsError) as error:
        raise Unreadable(path, error) from None


def _typed(path: Path, table: Any, places: Places, *, stream: bool) -> Any:
    """Cells of facts as what they hold; an empty cell is null. All other columns stay text."""
    polars = words_of("polars")
    names = table.collect_schema().names()
    told = {place.column: Kind.YES_NO if place.is_never else place.fact.kind for place in places(names).values()}
    read = {name: _cell(polars.col(name), kind, strict=stream) for name, kind in told.items() if kind in _NO}
    if not stream:
        wrong = list(_misread(table, read, told))
        if wrong:
            raise Misread(path, wrong)
    return table.with_columns(made.alias(name) for name, made in read.items())


def _cell(text: Any, kind: Kind, *, strict: bool) -> Any:
    polars = words_of("polars")
    text = text.str.strip_chars()
    text = polars.when(text != "").then(text)
    match kind:
        case Kind.NUMBER:
            return text.cast(polars.Int64, strict=strict)
        case Kind.DAY:
            iso = text.str.to_date("%Y-%m-%d", strict=False)
            rest = polars.when(iso.is_null()).then(text)
            return iso.fill_null(rest.str.to_date("%d/%m/%Y", strict=strict))
        case _:
            folded = text.str.to_lowercase()
            if strict:
                return folded.replace_strict(YES_OR_NO, return_dtype=polars.Boolean)
            return folded.replace_strict(YES_OR_NO, default=None, return_dtype=polars.Boolean)


def _misread(table: Any, read: Mapping[str, Any], told: Mapping[str, Kind]) -> Iterator[tuple[int, str, str, Kind]]:
    """The first cell of each column that cannot be read; the head of a file is its first row."""
    polars = words_of("polars")
    for name, made in read.items():
        text = polars.col(name).str.strip_chars()
        lost = table.with_row_index("__thidua_row", 2).filter((text != "") & made.is_null())
        for row in lost.select("__thidua_row", name).head(1).collect().rows():
            yield row[0], name, row[1], told[name]


def guarded_cells(table: Any) -> Any:
    """The table with texts that no spreadsheet takes for formulas, column names too, and words as text."""
    polars = words_of("polars")
    schema = table.collect_schema()
    made: list[Any] = []
    for name, dtype in schema.items():
        column = polars.col(name)
        if dtype == polars.String or dtype in (polars.Enum, polars.Categorical):
            text = column.cast(polars.String)
            runs = text.str.strip_chars().is_in(list(ERRORS))
            for start in (*RUN, GUARD):
                runs |= text.str.starts_with(start)
            column = polars.when(runs).then(polars.lit(GUARD) + text).otherwise(text)
        made.append(column.alias(_guarded_name(name)))
    return table.select(made)


def _guarded_name(name: str) -> str:
    return f"{GUARD}{name}" if name.startswith((*RUN, GUARD)) else name


def write(table: Any, path: Path) -> None:
    """The table as a file of that ending, beside its place until it is whole; a lazy one is streamed."""
    begun = path.with_name(f".{path.name}.part")
    lazy = not hasattr(table, "height")
    try:
        if path.suffix.lower() == ".parquet":
            table.sink_parquet(begun) if lazy else table.write_parquet(begun)
        else:
            guarded = guarded_cells(table)
            guarded.sink_csv(begun, include_bom=True) if lazy else guarded.write_csv(begun, include_bom=True)
        with path.open("xb"):  # nobody has taken the place meanwhile
            pass
        begun.replace(path)
    finally:
        begun.unlink(missing_ok=True)
