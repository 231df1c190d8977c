"""Filled or empty sheets as an .xlsx file: headers, lists to choose from, checks on numbers and days, and a guide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from thidua.errors import WrongValueError
from thidua.evidence import DAYS_OF_LIVING_MEMORY
from thidua.interpreters.wording import capital
from thidua.workbooks.cells import NEVER, guarded
from thidua.workbooks.excel_input import openpyxl
from thidua.workbooks.explaining import GUIDE, HEADERS, how, meaning
from thidua.workbooks.filling import Filled, options_written, registers_written
from thidua.workbooks.grids import NOTE, letters
from thidua.workbooks.layout import Column, Layout, Reads, Table

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

GUIDE_TITLE = f"{NOTE} Giải thích"
LISTS_TITLE = f"{NOTE} Danh mục"
GROUPS, LABELS, CODES = 1, 2, 3
"""The rows above the first that is filled in."""
_ROOM = 500
_FIRST_DAY = date(1900, 3, 1)
"""Before it, spreadsheets have a 29 February 1900, and no days at all; such days are written as text."""
_MOST = 10**15
"""Beyond it, spreadsheets round; such numbers are written as text."""
_LONGEST_TEXT = 32_767
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_PROMPT = 255
_LONGEST_PROMPT_TITLE = 32
_WIDTHS = {Reads.TEXT: 30, Reads.OPTION: 22, Reads.REGISTER: 26, Reads.KEY: 14, Reads.SUBJECT: 14, Reads.DAY: 13,
           Reads.PERHAPS_DAY: 14, Reads.WHOLE: 14, Reads.PERCENT: 12, Reads.YES_NO: 18, Reads.DOCUMENT: 12}  # fmt: skip
_FORMS = {Reads.DAY: "dd/mm/yyyy", Reads.PERHAPS_DAY: "dd/mm/yyyy", Reads.WHOLE: "#,##0", Reads.YES_NO: "General"}
_SHADES = ("E8EEF7", "F4EEDD")
_GUIDE_WIDTHS = (18, 34, 26, 44, 34, 34, 44, 34, 70)


class ExcelOutput:
    """One workbook, sheet by sheet."""

    def __init__(self, sheets: Layout, titles: Mapping[str, str], rows: Mapping[str, list[Filled]]) -> None:
        self.sheets, self.titles, self.rows = sheets, titles, rows
        self.styles: Any = openpyxl().styles
        self.book: Workbook = openpyxl().Workbook()
        self.lists: dict[tuple[str, ...], str] = {}

    def content(self, explained: Sequence[Sequence[str]]) -> bytes:
        """The file."""
        self.book.properties.creator = "thidua"
        lists = self.book.create_sheet(LISTS_TITLE)
        for table in self.sheets.tables:
            self._sheet(self.book.create_sheet(self.titles[table.id]), table, lists)
        self._guide(self.book.create_sheet(GUIDE_TITLE), explained)
        self.book.move_sheet(lists, len(self.book.sheetnames))
        self.book.remove(self.book.worksheets[0])
        out = BytesIO()
        self.book.save(out)
        return out.getvalue()

    # the sheets that are filled in

    def _sheet(self, sheet: Worksheet, table: Table, lists: Worksheet) -> None:
        rows = self.rows[table.id]
        last = CODES + len(rows) + _ROOM
        groups = list(dict.fromkeys(column.group for column in table.columns))
        for at, column in enumerate(table.columns, start=1):
            shade = _SHADES[groups.index(column.group) % len(_SHADES)]
            for row, text in ((GROUPS, self._heading(table, at)), (LABELS, column.label.vi), (CODES, column.code)):
                cell = self._write(sheet, row, at, capital(text) if row != CODES else text)
                cell.font = self.styles.Font(bold=row != CODES, italic=row == CODES, size=8 if row == CODES else 10,
                                             color="808080" if row == CODES else "000000")  # fmt: skip
                cell.fill = self.styles.PatternFill("solid", fgColor=shade)
                cell.alignment = self.styles.Alignment(wrap_text=True, vertical="top")
            dimension = sheet.column_dimensions[letters(at)]
            dimension.width = _WIDTHS[column.reads]
            dimension.number_format = _FORMS.get(column.reads, "@")
            area = f"{letters(at)}{CODES + 1}:{letters(at)}{last}"
            self._check(sheet, column, area, lists)
        self._merge_headings(sheet, table)
        for number, filled in enumerate(rows, start=CODES + 1):
            for at, column in enumerate(table.columns, start=1):
                if column.code in filled:
                    cell = self._write(sheet, number, at, filled[column.code])
                    cell.number_format = _FORMS.get(column.reads, "@")
                    cell.alignment = self.styles.Alignment(wrap_text=column.reads is Reads.TEXT, vertical="top")
        sheet.row_dimensions[GROUPS].height, sheet.row_dimensions[LABELS].height = 30, 62
        sheet.freeze_panes = f"{'C' if table in (self.sheets.subjects, *self.sheets.registers) else 'B'}{CODES + 1}"

    def _heading(self, table: Table, at: int) -> str:
        """The heading over a group, once."""
        column = table.columns[at - 1]
        before = table.columns[at - 2] if at > 1 else None
        return column.heading.vi if column.heading.vi and not _together(before, column) else ""

    def _merge_headings(self, sheet: Worksheet, table: Table) -> None:
        first = 0
        for at, column in enumerate(table.columns):
            follower = table.columns[at + 1] if at + 1 < len(table.columns) else None
            if not _together(column, follower):
                if at > first and column.heading.vi:
                    sheet.merge_cells(start_row=GROUPS, end_row=GROUPS, start_column=first + 1, end_column=at + 1)
                first = at + 1

    def _write(self, sheet: Worksheet, row: int, at: int, value: str | int | date) -> Any:
        cell: Any = sheet.cell(row, at)
        if (isinstance(value, date) and value < _FIRST_DAY) or (isinstance(value, int) and value > _MOST):
            value = str(value)
        if isinstance(value, str):
            value = guarded(value)
            if len(value) > _LONGEST_TEXT or _UNWRITABLE.search(value):
                place = f"{sheet.title}!{letters(at)}{row}"
                msg = f"{place}: a cell holds {_LONGEST_TEXT} letters at most, and no control ones; got {value[:40]!r}"
                raise WrongValueError(msg)
        cell.value = value if value != "" else None
        return cell

    # what may be filled in

    def _check(self, sheet: Worksheet, column: Column, area: str, lists: Worksheet) -> None:
        rule: Any = openpyxl().worksheet.datavalidation.DataValidation(
            allow_blank=True, **self._rule(column, area, lists)
        )
        prompt = f"{capital(meaning(column))}. Cách ghi: {how(column)}"
        rule.promptTitle = capital(column.label.vi)[:_LONGEST_PROMPT_TITLE]
        rule.prompt = prompt if len(prompt) <= _LONGEST_PROMPT else f"{prompt[: _LONGEST_PROMPT - 1]}…"
        rule.showInputMessage = True
        rule.errorTitle, rule.error = "Chưa đúng", f"Cách ghi: {how(column)}"[:_LONGEST_PROMPT]
        rule.add(area)
        sheet.add_data_validation(rule)

    def _rule(self, column: Column, area: str, lists: Worksheet) -> dict[str, Any]:
        """What a spreadsheet checks while a cell is typed; reading checks all of it again."""
        fact, corner = column.fact, area.partition(":")[0]
        first, last = (f"DATE({day.year},{day.month},{day.day})" for day in
                       (DAYS_OF_LIVING_MEMORY.first, DAYS_OF_LIVING_MEMORY.last))  # fmt: skip
        match column.reads:
            case Reads.YES_NO:
                return {"type": "list", "formula1": '"có,không"', "showErrorMessage": True}
            case Reads.OPTION if fact:
                return self._listed(options_written(fact), lists)
            case Reads.REGISTER:
                return self._listed(registers_written(self.sheets), lists)
            case Reads.SUBJECT | Reads.DOCUMENT:
                table = self.sheets.subjects if column.reads is Reads.SUBJECT else self.sheets.documents
                room = CODES + len(self.rows[table.id]) + _ROOM
                title = self.titles[table.id].replace("'", "''")
                return {"type": "list", "formula1": f"'{title}'!$A${CODES + 1}:$A${room}", "showErrorMessage": True}
            case Reads.DAY:
                bounds = {"operator": "between", "formula1": first, "formula2": last}
                return {"type": "date", **bounds, "showErrorMessage": True}
            case Reads.PERHAPS_DAY:
                day = f"AND(ISNUMBER({corner}),{corner}>={first},{corner}<={last})"
                return {"type": "custom", "formula1": f'OR({day},{corner}="{NEVER.vi}")', "showErrorMessage": True}
            case Reads.WHOLE:
                low, high = (fact.low, fact.high) if fact else (0, None)
                if high is None:
                    limits = {"operator": "greaterThanOrEqual", "formula1": str(low or 0)}
                else:
                    limits = {"operator": "between", "formula1": str(low or 0), "formula2": str(high)}
                return {"type": "whole", **limits, "showErrorMessage": True}
            case _ if fact and column.part == "by" and fact.judges:
                return {**self._listed((body.label.vi for body in fact.judges), lists), "showErrorMessage": False}
            case _:
                return {"type": None}

    def _listed(self, options: Any, lists: Worksheet) -> dict[str, Any]:
        """A list to choose from, kept on a sheet of its own: options have commas, and lists in a rule are short."""
        kept = tuple(options)
        if kept not in self.lists:
            at = len(self.lists) + 1
            for row, option in enumerate(kept, start=1):
                self._write(lists, row, at, option)
            self.lists[kept] = f"'{LISTS_TITLE}'!${letters(at)}$1:${letters(at)}${len(kept)}"
        return {"type": "list", "formula1": self.lists[kept], "showErrorMessage": True}

    # the guide

    def _guide(self, sheet: Worksheet, explained: Sequence[Sequence[str]]) -> None:
        for row, line in enumerate(GUIDE, start=1):
            self._write(sheet, row, 1, line)
        head = len(GUIDE) + 2
        for row, cells in enumerate((HEADERS, *explained), start=head):
            for at, text in enumerate(cells, start=1):
                cell = self._write(sheet, row, at, text)
                cell.alignment = self.styles.Alignment(wrap_text=True, vertical="top")
                cell.font = self.styles.Font(bold=row == head)
        for at, width in enumerate(_GUIDE_WIDTHS, start=1):
            sheet.column_dimensions[letters(at)].width = width
        sheet.freeze_panes = f"A{head + 1}"


def _together(one: Column | None, other: Column | None) -> bool:
    return one is not None and other is not None and one.group == other.group and one.heading == other.heading
