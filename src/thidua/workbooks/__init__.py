"""Workbooks: dossiers in spreadsheets, because that is where the data is.

`template` writes a workbook to be filled in, `read_workbook` reads it back, `write_workbook` fills one from dossiers.
A path that ends in .xlsx is an Excel workbook, one without an ending a folder of CSV files; a single .csv file is the
sheet of subjects alone.
"""

from __future__ import annotations

from thidua.workbooks.excel_input import ExcelMissingError
from thidua.workbooks.files import read_workbook
from thidua.workbooks.published import Caution, PublishedRow, PublishedTable, poverty_tables, read_table
from thidua.workbooks.writing import template, write_workbook

__all__ = [
    "Caution",
    "ExcelMissingError",
    "PublishedRow",
    "PublishedTable",
    "poverty_tables",
    "read_table",
    "read_workbook",
    "template",
    "write_workbook",
]
