"""What a spreadsheet holds before anything is made of it: filled cells, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import NamedTuple

from attrs import frozen

from thidua.errors import InvalidDocumentError, Problem
from thidua.interpreters.loading.refusals import Enough, Refused, too_large, too_many
from thidua.limits import MOST_BYTES_OF_A_WORKBOOK, MOST_CELLS, MOST_PROBLEMS, MOST_ROWS

NOTE = "#"
"""Sheets whose name, and columns whose code begins with it are notes, and not read."""
_LETTERS = 26


class Place(NamedTuple):
    """Where something stands: a cell or a range of a sheet, whole rows, whole columns, or the sheet itself.

    >>> str(Place(0, "Xã", 7, 3)), str(Place(0, "Xã", 7, 0, 12)), str(Place(0, "Xã"))
    ('Xã!C7', 'Xã!7:12', 'Xã')
    """

    order: int
    sheet: str
    row: int = 0
    column: int = 0
    last_row: int = 0
    last_column: int = 0

    def __str__(self) -> str:
        first = f"{letters(self.column)}{self.row or ''}"
        last = f"{letters(self.last_column or self.column)}{self.last_row or self.row or ''}"
        if not first:
            return self.sheet
        whole = not (self.row and self.column)
        return f"{self.sheet}!{first}:{last}" if whole or last != first else f"{self.sheet}!{first}"


def letters(column: int) -> str:
    """The name of a column.

    >>> letters(3), letters(28), letters(0)
    ('C', 'AB', '')
    """
    name = ""
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        name = f"{chr(ord('A') + letter)}{name}"
    return name


class What(Enum):
    """What stands in a cell: a value, a formula, what a failed formula leaves, or what was refused already."""

    VALUE = "value"
    FORMULA = "formula"
    ERROR = "error"
    REFUSED = "refused"


Written = str | bool | int | float | date | datetime | time | timedelta


class Cell(NamedTuple):
    """A filled cell."""

    value: Written
    place: Place
    what: What = What.VALUE
    form: str = "General"


Row = dict[int, Cell]


@frozen
class Grid:
    """A sheet: its filled cells by row and column, and what of them is hidden or merged."""

    order: int
    name: str
    rows: dict[int, Row]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Place, ...] = ()

    def place(self, row: int = 0, column: int = 0) -> Place:
        """A place on it."""
        return Place(self.order, self.name, row, column)


class Troubles:
    """What is wrong with a workbook, gathered in any order and told in the order of the places."""

    def __init__(self) -> None:
        self.found: dict[tuple[Place, str, str], Problem] = {}

    def __bool__(self) -> bool:
        return bool(self.found)

    def add(self, place: Place, refused: Refused | Problem) -> None:
        """One more, unless it is told already; raises `Enough` when it is one too many."""
        message = refused.message
        near = refused.near if isinstance(refused, Refused) else refused.nearest
        problem = Problem(refused.code, str(place), message, refused.found, refused.expected, near)
        self.found.setdefault((place, refused.code, message.en), problem)
        if len(self.found) > MOST_PROBLEMS:
            raise Enough

    def error(self, source: str) -> InvalidDocumentError:
        """All of them."""
        kept = [self.found[key] for key in sorted(list(self.found)[:MOST_PROBLEMS])]
        if len(self.found) > MOST_PROBLEMS:
            more = too_many()
            kept.append(Problem(more.code, kept[-1].path, more.message, expected=more.expected))
        return InvalidDocumentError(kept, source)


class Room:
    """How much of a workbook may still be read; raises `Refused` when it is used up."""

    def __init__(self) -> None:
        self._cells, self._rows, self._letters = MOST_CELLS, MOST_ROWS, MOST_BYTES_OF_A_WORKBOOK

    def row(self, values: Sequence[object]) -> None:
        """One row more, with what stands in its cells."""
        self._rows -= 1
        self._cells -= len(values)
        self._letters -= sum(len(value) for value in values if isinstance(value, str))
        if min(self._rows, self._cells, self._letters) < 0:
            vi = "tệp quá lớn: xóa các cột, dòng trống đã định dạng, hoặc chia thành nhiều tệp"
            en = "the file is too large: delete empty rows and columns that are formatted, or split it"
            rows, cells, letters = MOST_ROWS, MOST_CELLS, MOST_BYTES_OF_A_WORKBOOK
            vi_most, en_most = (
                f"{rows} dòng, {cells} ô, {letters} chữ",
                f"{rows} rows, {cells} cells, {letters} letters",
            )
            raise too_large(vi, en, vi_most, en_most)
