"""CSV files as grids, and rows as CSV: UTF-8 with or without a mark, with commas, semicolons or tabs between cells."""

from __future__ import annotations

import csv
from collections.abc import Container, Iterable, Sequence
from io import StringIO
from itertools import islice

from thidua.interpreters.loading.letters import letters
from thidua.interpreters.loading.refusals import Refused, clean
from thidua.limits import MOST_COLUMNS
from thidua.texts import Text
from thidua.workbooks.cells import tidied
from thidua.workbooks.grids import Cell, Grid, Place, Room, Row, Troubles, What

_BETWEEN = (",", ";", "\t")
_HEAD = 30
"""Rows among which the one with the codes is looked for, to tell what stands between the cells."""
_LONGEST_CODE = 1_000


def csv_grid(content: bytes, place: Place, marks: Container[str], room: Room, troubles: Troubles) -> Grid | None:
    """One file of a workbook, as far as there is room.

    What stands between its cells is told by the row of codes, never guessed from the data.
    """
    try:
        text = _decoded(content)
        between = next((mark for mark in _BETWEEN if _has_codes(text, mark, marks)), _BETWEEN[0])
        return Grid(place.order, place.sheet, _rows(text, between, place, room, troubles))
    except Refused as refused:
        troubles.add(place, refused)
        return None


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        vi = f"không phải UTF-8, sai từ byte thứ {error.start + 1}; lưu lại dạng “CSV UTF-8”"
        en = f"this is no UTF-8, from byte {error.start + 1} on; save it as “CSV UTF-8”"
        raise Refused(Text(vi, en), "unreadable", expected="UTF-8") from None


def _reader(text: str, between: str) -> Iterable[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=between, strict=True)


def _has_codes(text: str, between: str, marks: Container[str]) -> bool:
    try:
        head = islice(_reader(text, between), _HEAD)
        return any(tidied(cell) in marks for row in head for cell in row[:MOST_COLUMNS] if len(cell) <= _LONGEST_CODE)
    except csv.Error:
        return False


def _rows(text: str, between: str, place: Place, room: Room, troubles: Troubles) -> dict[int, Row]:
    rows: dict[int, Row] = {}
    number = 0
    try:
        for number, written in enumerate(_reader(text, between), start=1):
            room.row(written)
            row: Row = {}
            for column, value in enumerate(written, start=1):
                here = place._replace(row=number, column=column)
                try:
                    said = letters(value)
                except Refused as refused:
                    troubles.add(here, refused)
                    row[column] = Cell("", here, What.REFUSED)
                    continue
                if tidied(said):
                    row[column] = Cell(said, here, _what(said))
            if row:
                rows[number] = row
    except csv.Error as error:
        after = f"sau dòng {number}", f"after row {number}"
        vi, en = (
            f"không phải CSV, lỗi {after[0]} ({clean(str(error))})",
            f"this is no CSV, {after[1]}: {clean(str(error))}",
        )
        raise Refused(Text(vi, en), "unreadable", expected="CSV") from None
    return rows


def _what(value: str) -> What:
    return What.FORMULA if value.lstrip().startswith("=") else What.VALUE


def csv_text(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as a file, with the mark by which spreadsheets know UTF-8. Cells that could run are guarded already."""
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")
