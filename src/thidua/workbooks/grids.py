"""What a spreadsheet holds before anything is made of it: filled cells, each with its place."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import NamedTuple

from attrs import frozen

from thidua.errors import InvalidDocumentError, Problem
from thidua.interpreters.loading.refusals import Refused
from thidua.texts import Text

MOST_BYTES = 32 * 1024 * 1024
"""Of one file, once unpacked."""
MOST_CELLS = 2_000_000
"""Of one sheet, empty ones between filled ones included."""
MOST_ROWS = 1_048_576
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
    """What stands in a cell: a value, a formula, or what a failed formula leaves."""

    VALUE = "value"
    FORMULA = "formula"
    ERROR = "error"


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
        """One more, unless it is told already."""
        message = refused.message
        near = refused.near if isinstance(refused, Refused) else refused.nearest
        problem = Problem(refused.code, str(place), message, refused.found, refused.expected, near)
        self.found.setdefault((place, refused.code, message.en), problem)

    def error(self, source: str) -> InvalidDocumentError:
        """All of them."""
        return InvalidDocumentError((self.found[key] for key in sorted(self.found)), source)


def too_large(message: Text, expected: str) -> Refused:
    """More than is read into memory."""
    return Refused(message, "out_of_range", expected=expected)
