"""Files as they come: CSV of every make, files that are no workbook, and huge ones."""

from __future__ import annotations

import sys
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from filled_books import QD, XA, Book, csv_folder, refused

from thidua import PLAN
from thidua.limits import MOST_BYTES_OF_A_WORKBOOK
from thidua.workbooks import ExcelMissingError, grids, read_workbook, template

POOR = "poor_households@2024"
SURVEY = "survey@2024:document"
XA_CSV = {"commune.csv": [{**XA, POOR: 25, SURVEY: "V1"}], "document.csv": [QD]}


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def said(path: Path) -> Any:
    """The one value of the one dossier."""
    (dossier,) = read_workbook(PLAN, path)
    (paper,) = dossier.papers
    return paper.proves[0].value


class TestCsv:
    @pytest.mark.parametrize("mark", [True, False], ids=["with a mark", "without"])
    @pytest.mark.parametrize("between", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
    def test_of_every_make(self, tmp_path: Path, between: str, mark: bool):
        folder = csv_folder(tmp_path / "book", XA_CSV, between=between, mark=mark)
        assert said(folder) == 25

    def test_letters_typed_otherwise(self, tmp_path: Path):
        folder = csv_folder(tmp_path / "book", {"xã.csv": [{**XA, "commune:name": normalize("NFD", "Xã Ví Dụ")}]})
        (dossier,) = read_workbook(PLAN, folder)
        assert dossier.subject.name == "Xã Ví Dụ"

    def test_one_file_is_the_sheet_of_subjects(self, tmp_path: Path):
        path = tmp_path / "xã.CSV"
        path.write_text(f"commune:code,commune:name,{POOR}\nVD-01,Xã Ví Dụ,25\n", encoding="utf-8")
        assert said(path) == 25

    def test_places_are_those_a_spreadsheet_shows(self, tmp_path: Path):
        path = tmp_path / "xã.csv"
        text = f'"Bảng\nsố 1"\n\ncommune:code;commune:name;{POOR}\n\nVD-01;"Xã\nVí Dụ";1.250\n'
        path.write_text(text, encoding="utf-8")
        assert [(problem.code, problem.path) for problem in refused(path)] == [("ambiguous", "xã.csv!C5")]

    @pytest.mark.parametrize(("value", "code"), [("=1+1", "formula"), ("#N/A", "formula"), ("có", "wrong_type")])
    def test_formulas_and_errors_are_text_there_and_refused(self, tmp_path: Path, value: str, code: str):
        folder = csv_folder(tmp_path / "book", {"commune.csv": [{**XA, POOR: value}]})
        assert [(problem.code, problem.path) for problem in refused(folder)] == [(code, "commune.csv!C2")]

    def test_what_spreadsheets_write_for_yes_and_no(self, tmp_path: Path):
        assert said(csv_folder(tmp_path / "book", {"commune.csv": [{**XA, "is_dissolved": "TRUE"}]})) is True

    def test_files_of_other_kinds_and_notes_are_left_alone(self, tmp_path: Path):
        folder = csv_folder(tmp_path / "book", {**XA_CSV, "#ghi chú.csv": [{"a": "b"}]})
        (folder / "đọc.txt").write_text("x", encoding="utf-8")
        assert said(folder) == 25

    @pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
    def test_another_encoding(self, tmp_path: Path, encoding: str):
        path = tmp_path / "xã.csv"
        path.write_bytes("commune:code,commune:name\n1,Xã ã\n".encode(encoding))
        (problem,) = refused(path)
        assert (problem.code, problem.path, problem.expected) == ("unreadable", "xã.csv", "UTF-8")

    @pytest.mark.parametrize("text", ['commune:code,commune:name\n1,"Xã\n', '"a"b\ncommune:code,commune:name\n'])
    def test_quotation_marks_that_never_end_or_end_early(self, tmp_path: Path, text: str):
        path = tmp_path / "xã.csv"
        path.write_text(text, encoding="utf-8")
        (problem,) = refused(path)
        assert (problem.code, problem.expected) == ("unreadable", "CSV")

    def test_a_folder_without_files(self, tmp_path: Path):
        (problem,) = refused(tmp_path)
        assert (problem.code, problem.path) == ("incomplete", tmp_path.name)

    def test_the_template_in_csv_is_filled_in_and_read(self, tmp_path: Path):
        template(PLAN, "commune", tmp_path / "book", review="final-2025")
        path = tmp_path / "book" / "commune.csv"
        text = path.read_text(encoding="utf-8-sig")
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        assert text.startswith("Mã xã,Tên xã,")
        path.write_text(f"{text}VD-01,Xã Ví Dụ\n", encoding="utf-8")
        assert [dossier.subject.code for dossier in read_workbook(PLAN, tmp_path / "book")] == ["VD-01"]


class TestNoWorkbook:
    @pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 an older one, or locked"])
    def test_other_bytes(self, tmp_path: Path, content: bytes):
        (tmp_path / "book.xlsx").write_bytes(content)
        (problem,) = refused(tmp_path / "book.xlsx")
        assert (problem.code, problem.path) == ("unreadable", "book.xlsx")

    def test_an_archive_of_something_else(self, tmp_path: Path):
        with zipfile.ZipFile(tmp_path / "book.xlsx", "w") as archive:
            archive.writestr("a", "b")
        (problem,) = refused(tmp_path / "book.xlsx")
        assert problem.code == "unreadable"

    def test_rows_out_of_order_are_a_broken_file(self, book: Book, tmp_path: Path):
        book.add(XA, {**XA, "commune:code": "VD-02"})
        book.book.save(book.path)
        changed(book.path, b'<row r="5"', b'<row r="3"')
        (problem,) = refused(book.path)
        assert (problem.code, problem.path) == ("unreadable", "book.xlsx")

    @pytest.mark.parametrize("name", ["book.xls", "book.ods", "book"])
    def test_other_endings(self, tmp_path: Path, name: str):
        (tmp_path / name).write_bytes(b"x")
        (problem,) = refused(tmp_path / name)
        assert (problem.code, problem.path) == ("unreadable", name)
        assert problem.expected == ".xlsx, .csv"

    def test_a_path_that_is_not_there(self, tmp_path: Path):
        with pytest.raises(OSError, match=r"book\.xlsx"):
            read_workbook(PLAN, tmp_path / "book.xlsx")

    def test_without_the_extra(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setitem(sys.modules, "openpyxl", None)
        (tmp_path / "book.xlsx").write_bytes(b"x")
        for use in (lambda: read_workbook(PLAN, tmp_path / "book.xlsx"), lambda: template(PLAN, "commune", "new.xlsx")):
            with pytest.raises(ExcelMissingError, match=r"pip install 'thidua\[excel\]'"):
                use()
        assert said(csv_folder(tmp_path / "book", XA_CSV)) == 25


def changed(path: Path, old: bytes, new: bytes) -> None:
    """The file with other bytes in the first sheet that has the old ones."""
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    name = next(name for name, content in parts.items() if name.startswith("xl/worksheets/") and old in content)
    parts[name] = parts[name].replace(old, new, 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


class TestHuge:
    def test_a_bomb_is_not_unpacked(self, tmp_path: Path):
        with zipfile.ZipFile(tmp_path / "book.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/workbook.xml", b" " * (MOST_BYTES_OF_A_WORKBOOK + 1))
        tracemalloc.start()
        (problem,) = refused(tmp_path / "book.xlsx")
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert (problem.code, problem.path) == ("too_large", "book.xlsx")
        assert peak < MOST_BYTES_OF_A_WORKBOOK / 8

    @pytest.mark.parametrize(
        "area", ['<mergeCell ref="A1:XFD1048576"/>', '<mergeCell ref="A4:A1048576"/>'], ids=["all", "a column"]
    )
    def test_a_merged_area_costs_nothing(self, book: Book, area: str):
        book.add(XA)
        book.book.save(book.path)
        changed(book.path, b'<mergeCell ref="C1:F1" />', area.encode())
        problems = refused(book.path)
        assert "merged" in [problem.code for problem in problems]

    def test_a_lone_cell_far_down_is_read(self, book: Book):
        book.add(XA)
        book.cell("commune:code", 1_048_000).value = "VD-02"
        book.cell("commune:name", 1_048_000).value = "Xã xa"
        assert [dossier.subject.code for dossier in book.read()] == ["VD-01", "VD-02"]

    def test_a_row_beyond_all_rows(self, book: Book):
        book.add(XA)
        book.book.save(book.path)
        changed(book.path, b'<row r="4"', b'<row r="99999999999"')
        (problem,) = refused(book.path)
        assert (problem.code, problem.path) == ("too_large", "book.xlsx")

    def test_more_cells_than_are_kept(self, book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(grids, "MOST_CELLS", 1_000)
        book.add(*({**XA, POOR: 5} for _ in range(40)))
        assert next(code for code, _ in book.problems()) == "too_large"

    def test_a_csv_file_of_many_cells_or_bytes(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        from thidua.workbooks import files  # noqa: PLC0415  # patched here alone

        folder = csv_folder(tmp_path / "book", {"commune.csv": [{**XA, POOR: 5}] * 20})
        monkeypatch.setattr(grids, "MOST_CELLS", 30)
        assert [(problem.code, problem.path) for problem in refused(folder)] == [("too_large", "commune.csv")]
        monkeypatch.setattr(files, "MOST_BYTES_OF_A_WORKBOOK", 30)
        assert [(problem.code, problem.path) for problem in refused(folder)] == [("too_large", "commune.csv")]

    def test_a_field_longer_than_any(self, tmp_path: Path):
        folder = csv_folder(tmp_path / "book", {"commune.csv": [{**XA, "commune:name": "x" * 200_000}]})
        (problem,) = refused(folder)
        assert (problem.code, problem.path) == ("unreadable", "commune.csv")

    def test_two_thousand_subjects(self, tmp_path: Path):
        rows = [{**XA, "commune:code": f"VD-{number}", POOR: number, SURVEY: "V1"} for number in range(2_000)]
        found = read_workbook(PLAN, csv_folder(tmp_path / "book", {"commune.csv": rows, "document.csv": [QD]}))
        assert len(found) == 2_000
