"""An .xlsx file as grids. openpyxl is imported on first use: it is the extra `excel`."""

from __future__ import annotations

import warnings
from datetime import date, datetime, time, timedelta
from importlib import import_module
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import iterparse
from zipfile import ZipFile

from thidua.errors import ThiduaError
from thidua.interpreters.loading.letters import letters
from thidua.interpreters.loading.refusals import Refused, too_large
from thidua.limits import MOST_BYTES_OF_A_WORKBOOK, MOST_COLUMNS, MOST_SHEETS
from thidua.texts import Text, nfc
from thidua.workbooks.cells import tidied
from thidua.workbooks.grids import NOTE, Cell, Grid, Place, Room, Row, Troubles, What

_WHATS = {"f": What.FORMULA, "e": What.ERROR}
_TRUE = ("1", "true")


class ExcelMissingError(ThiduaError, ImportError):
    """The extra that reads and writes .xlsx files is not installed."""


def openpyxl() -> Any:
    """The package, or how to have it."""
    try:
        return import_module("openpyxl")
    except ImportError as error:
        msg = "reading and writing .xlsx files needs openpyxl: pip install 'thidua[excel]'; CSV files need nothing more"
        raise ExcelMissingError(msg) from error


def excel_grids(content: bytes, troubles: Troubles, file: Place) -> list[Grid]:
    """The sheets of a file, notes left out. What stands in the way of reading goes to the troubles."""
    load = openpyxl().load_workbook
    try:
        with warnings.catch_warnings(), ZipFile(BytesIO(content)) as archive:
            warnings.simplefilter(
                "ignore"
            )  # openpyxl tells what it would leave out on writing; nothing is written back
            _check_size(archive)
            book = load(BytesIO(content), read_only=True, keep_links=False)
            sheets = [sheet for sheet in book.worksheets if not sheet.title.startswith(NOTE)]
            _check_number(sheets)
            room = Room()
            return [_grid(sheet, order, archive, room, troubles) for order, sheet in enumerate(sheets)]
    except Refused as refused:
        troubles.add(file, refused)
    except Exception as error:  # noqa: BLE001  # openpyxl raises whatever the first wrong part of a file leads to
        vi = "không đọc được: không phải tệp .xlsx, tệp hỏng hoặc có mật khẩu"
        en = "cannot be read: no .xlsx file, a broken one, or one with a password"
        troubles.add(file, Refused(Text(vi, en), "unreadable", found=type(error).__name__, expected=".xlsx"))
    return []


def _check_size(archive: ZipFile) -> None:
    """Before anything is unpacked: no part of an archive gives more than its header says."""
    unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > MOST_BYTES_OF_A_WORKBOOK:
        found = f"{unpacked // 2**20} MB"
        vi, en = f"tệp quá lớn, {found} sau khi giải nén", f"the file is too large, {found} unpacked"
        raise too_large(vi, en, f"{MOST_BYTES_OF_A_WORKBOOK // 2**20} MB")


def _check_number(sheets: list[Any]) -> None:
    if len(sheets) > MOST_SHEETS:
        vi, en = "tệp có quá nhiều trang", "the file has too many sheets"
        raise too_large(vi, en, str(MOST_SHEETS))


def _grid(sheet: Any, order: int, archive: ZipFile, room: Room, troubles: Troubles) -> Grid:
    """One sheet, read as a stream, so that what is empty costs nothing; its size on paper is not believed."""
    name = nfc(sheet.title)
    part: str = sheet._worksheet_path  # noqa: SLF001  # nothing else says which part of the file a sheet is
    hidden_rows, hidden_columns, merged = _layout(archive, part)
    sheet.reset_dimensions()
    rows: dict[int, Row] = {}
    for number, raws in enumerate(sheet.iter_rows(), start=1):
        room.row([raw.value for raw in raws])
        row: Row = {}
        for at, raw in enumerate(raws, start=1):
            place = Place(order, name, number, at)
            try:
                cell = _cell(raw, place)
            except Refused as refused:
                troubles.add(place, refused)
                cell = Cell("", place, What.REFUSED)
            if cell:
                row[at] = cell
        if row:
            rows[number] = row
    areas = tuple(Place(order, name, top, left, bottom, right) for left, top, right, bottom in merged)
    hidden = sheet.sheet_state != "visible"
    return Grid(order, name, rows, hidden, frozenset(hidden_rows), frozenset(hidden_columns), areas)


def _cell(raw: Any, place: Place) -> Cell | None:
    value: object = raw.value
    if value is None or (isinstance(value, str) and not tidied(letters(value))):
        return None
    if not isinstance(value, str | bool | int | float | date | datetime | time | timedelta):
        value = "={…}"  # an array formula, which openpyxl keeps as an object
    return Cell(value, place, _WHATS.get(raw.data_type, What.VALUE), raw.number_format)


def _layout(archive: ZipFile, part: str) -> tuple[list[int], list[int], list[tuple[int, int, int, int]]]:
    """The rows and columns that are hidden, and the areas that are merged: a stream of cells does not tell."""
    bounds = openpyxl().utils.range_boundaries
    rows: list[int] = []
    columns: list[int] = []
    merged: list[tuple[int, int, int, int]] = []
    number = 0
    with archive.open(part) as source:
        for _, element in iterparse(source):  # noqa: S314  # expat refuses entities that grow, and knows no files
            match element.tag.rpartition("}")[2]:
                case "row":
                    before, number = number, int(element.get("r", number + 1))
                    if number <= before:
                        msg = f"row {number} comes after row {before}"
                        raise ValueError(msg)
                    if element.get("hidden") in _TRUE:
                        rows.append(number)
                    element.clear()
                case "col" if element.get("hidden") in _TRUE:
                    after = columns[-1] if columns else 0  # columns stand in their order, each once
                    last = min(int(element.get("max", 0)), MOST_COLUMNS)
                    columns.extend(range(max(int(element.get("min", 0)), after + 1), last + 1))
                case "mergeCell":
                    merged.append(bounds(element.get("ref", "")))
                case _:
                    pass
    return rows, columns, merged
