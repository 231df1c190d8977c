"""Nothing that is written runs, and nothing that is read raises anything but listed problems."""

from __future__ import annotations

import csv
import io
from importlib import resources
from pathlib import Path
from time import process_time
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from thidua import PLAN, Commune, Dossier, InvalidDocumentError
from thidua.errors import CODES
from thidua.limits import MOST_LETTERS, MOST_MARKS, MOST_PROBLEMS, MOST_SHEETS
from thidua.workbooks import grids, read_table, read_workbook, write_workbook
from thidua.workbooks.cells import guarded, unguarded

POOR = "poor_households@2024"
SURVEY = "survey@2024:document"


class TestInjection:
    @pytest.mark.parametrize("text", ["=1+1", "+84 912", "-5", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''", "#NULL!"])
    def test_text_that_could_run_is_guarded_and_comes_back(self, text: str):
        assert guarded(text) == f"'{text}"
        assert unguarded(guarded(text)) == text

    @pytest.mark.parametrize("text", ["Xã Ví Dụ", "1=1", "'tên'", "", "'"])
    def test_other_text_is_left_alone(self, text: str):
        assert unguarded(text) == text
        assert unguarded(guarded(text)) == text

    def test_no_cell_written_for_a_user_begins_a_formula(self, tmp_path: Path):
        texts = ["=HYPERLINK(A1)", "+1", "-1", "@x"]
        dossiers = [Dossier(Commune(text, text)) for text in texts]
        write_workbook(PLAN, dossiers, tmp_path / "book.xlsx")
        write_workbook(PLAN, dossiers, tmp_path / "book")

        cells = [cell for sheet in load_workbook(tmp_path / "book.xlsx") for row in sheet for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert [cell.coordinate for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))] == []
        for path in (tmp_path / "book").iterdir():
            for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")):
                assert [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
        assert [dossier.subject.name for dossier in read_workbook(PLAN, tmp_path / "book")] == texts
        assert [dossier.subject.name for dossier in read_workbook(PLAN, tmp_path / "book.xlsx")] == texts


class TestLimits:
    """More than is read is refused at its place, and no file is slow."""

    def test_texts_in_cells(self, tmp_path: Path):
        for name, write in (("a.csv", csv_of), ("a.xlsx", excel_of)):
            long, marked = "x" * (MOST_LETTERS + 1), "a" + "\u0301" * (MOST_MARKS + 1)
            (tmp_path / name).write_bytes(write([["commune:code", "commune:name"], ["VD-01", long], ["VD-02", marked]]))
            sheet = "a.csv" if name == "a.csv" else "Sheet"

            assert problems(tmp_path / name) == [("too_large", f"{sheet}!B2"), ("too_large", f"{sheet}!B3")]

    def test_letters_that_are_none(self, tmp_path: Path):
        (tmp_path / "a.csv").write_bytes(b"commune:code,commune:name\nVD-01,X\x01\n")

        assert problems(tmp_path / "a.csv") == [("not_json", "a.csv!B2")]

    def test_sheets(self, tmp_path: Path):
        book = Workbook()
        for _ in range(MOST_SHEETS):
            book.create_sheet()
        book.save(tmp_path / "a.xlsx")

        assert problems(tmp_path / "a.xlsx") == [("too_large", "a.xlsx")]

    def test_files_of_a_folder(self, tmp_path: Path):
        for number in range(MOST_SHEETS + 1):
            (tmp_path / f"{number}.csv").write_bytes(b"")

        assert problems(tmp_path)[0] == ("too_large", tmp_path.name)

    def test_cells_of_all_sheets_together(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(grids, "MOST_CELLS", 10)
        for name in ("a.csv", "b.csv"):
            (tmp_path / name).write_text("document:id,document:number\n" + "V1,1\n" * 3, "utf-8")

        assert ("too_large", "b.csv") in problems(tmp_path)
        assert ("too_large", "a.csv") not in problems(tmp_path)

    def test_problems(self, tmp_path: Path):
        (tmp_path / "a.csv").write_bytes(csv_of([["commune:code", "commune:name", POOR], *[["VD-01", "X", "?"]] * 300]))
        found = problems(tmp_path / "a.csv")

        assert found[:2] == [("wrong_type", "a.csv!C2"), ("wrong_type", "a.csv!C3")]
        assert len(found) == MOST_PROBLEMS + 1
        assert found[-1][0] == "too_many"

    def test_problems_of_a_published_table(self, tmp_path: Path):
        figures = resources.files("thidua") / "data" / "poverty-by-region.csv"
        head = figures.read_text("utf-8").splitlines()[0]
        (tmp_path / "a.csv").write_text(head + "\n" + ("?," * head.count(",") + "?\n") * 300, "utf-8")
        with pytest.raises(InvalidDocumentError) as error:
            read_table(tmp_path / "a.csv")

        assert error.value.problems[-1].code == "too_many"

    @pytest.mark.parametrize(
        "content",
        [
            b"commune:code;commune:name\n" + b";" * 4_000_000, b"commune:code;commune:name\n" + b"\n" * 4_000_000,
            ("commune:code;commune:name\n" + ("a" + "\u0301\u0316" * 4_900 + ";x\n") * 300).encode(),
            (";".join(["commune:code", *(f"poor_housholds@{number}" for number in range(9_000))]) + "\n").encode(),
        ],
        ids=["columns", "rows", "marks", "codes"],
    )  # fmt: skip
    def test_what_would_be_slow(self, tmp_path: Path, content: bytes):
        (tmp_path / "a.csv").write_bytes(content)
        begun = process_time()

        assert problems(tmp_path / "a.csv")
        assert process_time() - begun < 15

    @pytest.mark.parametrize(
        "part",
        [
            b"<cols>" + b'<col min="1" max="16384" hidden="1"/>' * 5_000 + b"</cols><sheetData/>",
            b'<sheetData><row r="1"><c r="A1"/></row><row r="1048576"><c r="A1048576"/></row></sheetData>',
            b"<sheetData/><mergeCells>" + b'<mergeCell ref="A5:XFD5"/>' * 5_000 + b"</mergeCells>",
        ],
        ids=["columns", "rows", "merged"],
    )
    def test_what_would_be_slow_in_excel(self, tmp_path: Path, part: bytes):
        names = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        book, out = Workbook(), io.BytesIO()
        for _ in range(4):
            book.create_sheet()
        book.save(out)
        with ZipFile(out) as whole, ZipFile(tmp_path / "a.xlsx", "w", ZIP_DEFLATED) as copy:
            for name in whole.namelist():
                sheet = f'<worksheet xmlns="{names}">'.encode() + part + b"</worksheet>"
                copy.writestr(name, sheet if name.startswith("xl/worksheets/") else whole.read(name))
        begun = process_time()

        assert problems(tmp_path / "a.xlsx")
        assert process_time() - begun < 30


def problems(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(InvalidDocumentError) as error:
        read_workbook(PLAN, path)
    return [(problem.code, problem.path) for problem in error.value.problems]


def csv_of(rows: list[list[str]]) -> bytes:
    return "\n".join(",".join(row) for row in rows).encode()


def excel_of(rows: list[list[str]]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


class TestFuzz:
    """Every outcome is dossiers or listed problems, never another exception."""

    @given(st.binary(max_size=200), st.sampled_from(["a.xlsx", "a.csv"]))
    def test_bytes(self, tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str):
        self.read(tmp_path_factory, name, content)

    @given(st.lists(st.lists(st.one_of(st.text(max_size=8), st.sampled_from(["1", "có", "1/1/2025", "V1", "III", ""])),
                             max_size=12), max_size=5))  # fmt: skip
    def test_cells_of_csv(self, tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]):
        codes = ["commune:code", "commune:name", POOR, SURVEY, "area", "area:since", "area:until", "mobilising",
                 "mobilising:on", "is_dissolved", "contributions_target"]  # fmt: skip
        text = "\n".join(";".join(cell.replace(";", "") for cell in row) for row in [codes, *rows])
        self.read(tmp_path_factory, "a.csv", text.encode("utf-8", "replace"))

    @given(
        st.lists(
            st.lists(
                st.one_of(
                    st.integers(-5, 10**18), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times(),
                    st.timedeltas(), st.text(st.characters(min_codepoint=32, max_codepoint=0x2000), max_size=8),
                    st.none(),
                ),
                max_size=7,
            ),
            max_size=4,
        )
    )  # fmt: skip
    @settings(max_examples=40)
    def test_cells_of_excel(self, tmp_path_factory: pytest.TempPathFactory, rows: list[list[Any]]):
        book = Workbook()
        book.active.append(
            ["commune:code", "commune:name", POOR, "area", "area:since", "mobilising:on", "is_dissolved"]
        )
        for row in rows:
            book.active.append(row)
        out = io.BytesIO()
        book.save(out)
        self.read(tmp_path_factory, "a.xlsx", out.getvalue())

    @given(st.integers(0, 10**6), st.binary(min_size=1, max_size=4))
    @settings(max_examples=40)
    def test_a_damaged_workbook(self, tmp_path_factory: pytest.TempPathFactory, at: int, instead: bytes):
        content = bytearray(WHOLE)
        at %= len(content)
        content[at : at + len(instead)] = instead
        self.read(tmp_path_factory, "a.xlsx", bytes(content))

    def read(self, factory: pytest.TempPathFactory, name: str, content: bytes) -> None:
        path = factory.mktemp("fuzz") / name
        path.write_bytes(content)
        told = CODES
        try:
            read_workbook(PLAN, path)
        except InvalidDocumentError as error:
            told = [problem.code for problem in error.problems]
        assert told
        assert set(told) <= set(CODES)


def _whole() -> bytes:
    book = Workbook()
    book.active.append(["commune:code", "commune:name", POOR])
    book.active.append(["VD-01", "Xã Ví Dụ", 5])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


WHOLE = _whole()
