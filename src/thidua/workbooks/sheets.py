"""Grids as the sheets of a layout: which sheet is which and which column is which, told by their codes alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from attrs import frozen

from thidua.interpreters.loading.refusals import Refused, incomplete, unknown
from thidua.nodes import Register
from thidua.texts import Text
from thidua.workbooks.cells import read, tidied
from thidua.workbooks.grids import NOTE, Cell, Grid, Place, Row, Troubles, What
from thidua.workbooks.layout import Column, Table

_COLUMN = Text("mã cột", "code of a column")


class Said(Enum):
    """Stands for a cell that was refused."""

    REFUSED = "refused"


@frozen
class Line:
    """One row: what it says, by the codes of its columns, and where."""

    table: Table
    values: Mapping[str, Any]
    places: Mapping[str, Place]

    def place(self, *codes: str) -> Place:
        """The cell of the first of the columns that the sheet has, or else the first filled one of the row."""
        known = [self.places[code] for code in codes if code in self.places]
        return known[0] if known else self.places[next(iter(self.values))]

    def get(self, code: str) -> Any:
        """What the cell says; nothing where it is empty or was refused."""
        value = self.values.get(code)
        return None if value is Said.REFUSED else value

    def of(self, group: str) -> list[Column]:
        """The filled columns of one group."""
        return [column for code in self.values if (column := self.table.by_code[code]).group == group]

    def whole(self, group: str) -> bool:
        """Whether all that is needed of a group is given, and nothing in it was refused."""
        needed = (column.code for column in self.table.columns if column.group == group and column.needed)
        refused = any(self.values[column.code] is Said.REFUSED for column in self.of(group))
        return not refused and all(code in self.values for code in needed)


def code_row(grid: Grid, marks: Iterable[str]) -> tuple[int, str] | None:
    """The row of codes, and the mark it has: the first row that has one."""
    known = list(marks)
    for number in sorted(grid.rows):
        texts = {tidied(str(cell.value)) for cell in grid.rows[number].values()}
        found = next((mark for mark in known if mark in texts), None)
        if found:
            return number, found
    return None


def lines(grid: Grid, head: int, table: Table, registers: Mapping[str, Register], troubles: Troubles) -> Iterator[Line]:
    """The filled rows below the row of codes, each complete in itself."""
    columns = _columns(grid, head, table, troubles)
    body = {
        number: kept
        for number, row in sorted(grid.rows.items())
        if number > head and (kept := {at: cell for at, cell in row.items() if at in columns})
    }
    _check_seen(grid, body, troubles)
    _check_merged(grid, body, troubles)
    for number, row in body.items():
        places = {column.code: grid.place(number, at) for at, column in columns.items()}
        values = {
            column.code: _read(column, row[at], registers, troubles) for at, column in columns.items() if at in row
        }
        line = Line(table, values, places)
        for group in dict.fromkeys(column.group for column in table.columns):
            _check_needed(line, group, troubles)
        yield line


def _read(column: Column, cell: Cell, registers: Mapping[str, Register], troubles: Troubles) -> Any:
    if cell.what is What.REFUSED:
        return Said.REFUSED
    try:
        return read(column, cell, registers)
    except Refused as refused:
        troubles.add(cell.place, refused)
        return Said.REFUSED


def _columns(grid: Grid, head: int, table: Table, troubles: Troubles) -> dict[int, Column]:
    """The columns by their position. One without a code may hold nothing, so that nothing is passed over."""
    found: dict[int, Column] = {}
    notes: set[int] = set()
    for at, cell in sorted(grid.rows[head].items()):
        code = tidied(str(cell.value))
        column = table.by_code.get(code)
        if code.startswith(NOTE):
            notes.add(at)
        elif column is None:
            notes.add(at)
            troubles.add(cell.place, unknown(_COLUMN, code, table.by_code, code="unknown_field"))
        elif column in found.values():
            notes.add(at)
            first = next(place for place, other in found.items() if other == column)
            vi, en = (
                f"cột “{code}” đã có ở {grid.place(head, first)}",
                f"{code} stands at {grid.place(head, first)} too",
            )
            troubles.add(cell.place, Refused(Text(vi, en), "duplicate", found=code))
        else:
            found[at] = column
    stray = {at for number, row in grid.rows.items() if number > head for at in row} - notes - set(found)
    for at in sorted(stray):
        vi = f"cột có số liệu nhưng không có mã ở dòng {head}; nếu là ghi chú thì ghi “{NOTE}” vào ô này"
        en = (
            f"the column holds something but has no code in row {head}; if these are notes, write “{NOTE}” in this cell"
        )
        troubles.add(grid.place(head, at), Refused(Text(vi, en), "unknown_field", expected=NOTE))
    return found


def _check_seen(grid: Grid, body: Mapping[int, Row], troubles: Troubles) -> None:
    """What is hidden and holds something is refused: not read behind anyone's back, nor passed over."""
    vi = "đang bị ẩn nhưng có số liệu: bỏ ẩn (hoặc bỏ lọc) hoặc xóa"
    en = "hidden, but not empty: show it (or clear the filter), or delete it"
    refused = Refused(Text(vi, en), "hidden")
    columns = {at for row in body.values() for at in row}
    if grid.hidden and body:
        troubles.add(grid.place(), refused)
    for first, last in _runs(grid.hidden_rows & set(body)):
        troubles.add(grid.place(row=first)._replace(last_row=last), refused)
    for first, last in _runs(grid.hidden_columns & columns):
        troubles.add(grid.place(column=first)._replace(last_column=last), refused)


def _check_merged(grid: Grid, body: Mapping[int, Row], troubles: Troubles) -> None:
    """A merged area shows one value for several cells, and may hide others."""
    filled: dict[int, list[int]] = {}
    for number, row in body.items():
        for at in row:
            filled.setdefault(at, []).append(number)
    for area in grid.merged:
        for at in (at for at in filled if area.column <= at <= area.last_column):
            first = bisect_left(filled[at], area.row)
            if first < len(filled[at]) and filled[at][first] <= area.last_row:
                vi, en = (
                    "ô gộp: bỏ gộp và ghi giá trị vào từng ô",
                    "merged cells: unmerge them, write the value in each",
                )
                troubles.add(area, Refused(Text(vi, en), "merged"))


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers that follow one another, as first and last."""
    first = last = 0
    for number in sorted(numbers):
        if first and number > last + 1:
            yield first, last
            first = number
        first, last = first or number, number
    if first:
        yield first, last


def _check_needed(line: Line, group: str, troubles: Troubles) -> None:
    """Where something is said, the rest that belongs to it must be said too; a document alone says nothing."""
    filled = line.of(group)
    if not any(column.part != "document" for column in filled):
        return
    for column in line.table.columns:
        if column.group == group and column.needed and column.code not in line.values:
            vi, en = column.header("vi"), column.header("en")
            message = f"chưa ghi “{vi}” (cột {column.code})", f"“{en}” is not given (column {column.code})"
            troubles.add(line.place(column.code, filled[0].code), incomplete(*message, expected=column.code))
