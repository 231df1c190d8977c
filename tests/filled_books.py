"""Workbooks filled in by hand: a template, and rows of cells named by the codes of their columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from openpyxl import load_workbook

from thidua import PLAN, InvalidDocumentError
from thidua.dossiers import Dossier
from thidua.errors import CODES, Problem
from thidua.movements import Plan
from thidua.workbooks import read_workbook, template

CODE_ROW = 3
FIRST = 4

XA = {"commune:code": "VD-01", "commune:name": "Xã Ví Dụ"}
QD = {
    "document:id": "V1",
    "document:number": "1/QĐ",
    "document:issued_on": "20/6/2025",
    "document:issuer": "UBND huyện",
}

Cells = Mapping[str, Any]


@cache
def _blank(kind: str, plan: Plan) -> bytes:
    """A template without its notes, made once."""
    with TemporaryDirectory() as folder:
        template(plan, kind, Path(folder) / "book.xlsx")
        book = load_workbook(Path(folder) / "book.xlsx")
    for sheet in book.worksheets:
        if sheet.title.startswith("#"):
            book.remove(sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


class Book:
    """A template in memory, with a way to fill it in."""

    def __init__(self, folder: Path, kind: str = "commune", plan: Plan = PLAN) -> None:
        self.path = folder / "book.xlsx"
        self.plan = plan
        self.book = load_workbook(BytesIO(_blank(kind, plan)))
        self.columns = {
            cell.value: (sheet, cell.column)
            for sheet in self.book.worksheets
            if not sheet.title.startswith("#")
            for cell in sheet[CODE_ROW]
        }
        self.next: dict[str, int] = {}

    def add(self, *rows: Cells) -> Book:
        """Each of the rows below those of its sheet."""
        for row in rows:
            sheet = self.columns[next(iter(row))][0]
            number = self.next.get(sheet.title, FIRST)
            self.next[sheet.title] = number + 1
            for code, value in row.items():
                self.cell(code, number).value = value
        return self

    def cell(self, code: str, row: int = FIRST) -> Any:
        """The cell of a column."""
        sheet, column = self.columns[code]
        return sheet.cell(row, column)

    def last(self, code: str) -> int:
        """The last row filled in of its sheet."""
        return self.next[self.columns[code][0].title] - 1

    def place(self, code: str, row: int = FIRST) -> str:
        """Where it is, as problems say it."""
        cell = self.cell(code, row)
        return f"{cell.parent.title}!{cell.coordinate}"

    def sheet(self, code: str) -> Any:
        """The sheet of a column."""
        return self.columns[code][0]

    def read(self) -> tuple[Dossier[Any], ...]:
        """What it says."""
        self.book.save(self.path)
        return read_workbook(self.plan, self.path)

    def problems(self) -> list[tuple[str, str]]:
        """The code and the place of all that is wrong with it."""
        return [(problem.code, problem.path) for problem in self.refused()]

    def refused(self) -> tuple[Problem, ...]:
        """All that is wrong with it."""
        self.book.save(self.path)
        return refused(self.path, self.plan)


def refused(path: Path, plan: Plan = PLAN) -> tuple[Problem, ...]:
    """All that is wrong with a file; each says what, where, and in both languages."""
    with pytest.raises(InvalidDocumentError) as caught:
        read_workbook(plan, path)
    assert caught.value.source == str(path)
    for problem in caught.value.problems:
        assert problem.code in CODES
        assert problem.message.vi
        assert problem.message.en
        assert problem.message.vi != problem.message.en
        assert "\n" not in problem.line("vi")
    return caught.value.problems


def csv_folder(folder: Path, tables: Mapping[str, Sequence[Cells]], *, between: str = ",", mark: bool = False) -> Path:
    """A folder of CSV files without headers for people: the row of codes, then the rows."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        codes = list(dict.fromkeys(code for row in rows for code in row))
        lines = [codes, *([str(row.get(code, "")) for code in codes] for row in rows)]
        text = "\n".join(between.join(line) for line in lines)
        (folder / name).write_text(text, encoding="utf-8-sig" if mark else "utf-8")
    return folder


def canonical(dossier: Dossier[Any]) -> Any:
    """What a dossier says, whatever the order, each document once: what a workbook keeps."""
    papers: dict[Any, set[Any]] = {}
    for paper in dossier.papers:
        papers.setdefault((paper.document, paper.corrects), set()).update(_unordered(said) for said in paper.proves)
    return dossier.subject, papers


def _unordered(said: Any) -> Any:
    facts = getattr(said, "facts", None)
    return said if facts is None else (said.register, said.key, frozenset(facts))
