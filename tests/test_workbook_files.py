"""Files as they come: hidden, merged and stray things, CSV of every make, files that are no workbook, and huge ones."""

from __future__ import annotations

import csv
import io
import sys
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from filled_books import CODE_ROW, FIRST, QD, XA, Book, csv_folder, refused
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from thidua import PLAN, InvalidDocumentError
from thidua.errors import CODES
from thidua.workbooks import ExcelMissingError, excel_input, grids, read_workbook, template, write_workbook

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


class TestTheFormOfASheet:
    def test_headers_names_of_sheets_and_the_order_of_columns_are_free(self, book: Book):
        sheet = book.sheet(POOR)
        sheet.title = normalize("NFD", "Bảng 1")
        sheet["A1"] = "BÁO CÁO TỔNG HỢP"
        sheet.unmerge_cells("H1:M1") if "H1:M1" in sheet.merged_cells else None
        sheet.insert_rows(1, 2)
        sheet.merge_cells("A1:F1")
        sheet.move_range(f"B{CODE_ROW + 2}:B{CODE_ROW + 2}", cols=300)
        sheet.cell(CODE_ROW + 3, 302).value = "Xã Ví Dụ"
        sheet.cell(CODE_ROW + 3, 1).value = "VD-01"
        assert [dossier.subject.name for dossier in book.read()] == ["Xã Ví Dụ"]

    def test_empty_lines_between_and_after_are_passed_over(self, book: Book):
        book.add(XA, {"commune:name": "  "}, {**XA, "commune:code": "VD-02"})
        book.cell("commune:code", 400).value = " \xa0 "
        assert [dossier.subject.code for dossier in book.read()] == ["VD-01", "VD-02"]

    def test_an_unknown_code_is_told_once_with_the_nearest(self, book: Book):
        book.add({**XA, POOR: 5}, {**XA, "commune:code": "VD-02", POOR: 6})
        book.cell(POOR, CODE_ROW).value = "poor_housholds@2024"
        (problem,) = book.refused()
        assert (problem.code, problem.path) == ("unknown_field", book.place(POOR, CODE_ROW))
        assert problem.nearest == POOR

    def test_a_code_that_stands_twice(self, book: Book):
        book.add(XA)
        book.cell("area", CODE_ROW).value = POOR
        book.add({**XA, POOR: 5})
        ((code, place),) = [problem for problem in book.problems() if problem[0] == "duplicate"]
        assert place == book.place(POOR, CODE_ROW)
        assert code == "duplicate"

    def test_a_column_without_a_code_may_hold_nothing(self, book: Book):
        book.add(XA)
        book.sheet(POOR).cell(FIRST, 301).value = "ghi chú"
        sheet = book.sheet(POOR).title
        (problem,) = book.refused()
        assert (problem.code, problem.path) == ("unknown_field", f"{sheet}!KO{CODE_ROW}")
        assert "ghi “#” vào ô này" in problem.message.vi

    def test_unless_it_says_that_it_holds_notes(self, book: Book):
        book.add(XA)
        book.sheet(POOR).cell(CODE_ROW, 301).value = "# ghi chú"
        book.sheet(POOR).cell(FIRST, 301).value = "=A1"
        book.sheet(POOR).cell(FIRST + 1, 301).value = "cộng: 1 xã"
        assert len(book.read()) == 1

    def test_a_sheet_without_codes_may_hold_nothing(self, book: Book):
        book.add(XA)
        book.book.create_sheet("Trống")
        book.book.create_sheet("Nháp")["B2"] = "ghi chú"
        book.book.create_sheet("#Nháp")["B2"] = "ghi chú"
        (problem,) = book.refused()
        assert (problem.code, problem.path) == ("incomplete", "Nháp")

    def test_sheets_of_one_kind_are_read_as_one(self, book: Book):
        book.add(XA)
        more = book.book.create_sheet("Xã khác")
        more.append(["commune:code", "commune:name", "is_dissolved"])
        more.append(["VD-02", "Xã Ví Dụ 2", True])
        assert [dossier.subject.code for dossier in book.read()] == ["VD-01", "VD-02"]

    def test_a_workbook_has_one_kind_of_subject(self, book: Book):
        book.add(XA)
        more = book.book.create_sheet("Bản")
        more.append(["village:code", "village:name"])
        more.append(["B-1", "Bản Ví Dụ"])
        (problem,) = book.refused()
        assert (problem.code, problem.path) == ("cross_reference", "Bản!1:1")

    def test_and_needs_its_sheet_of_subjects(self, tmp_path: Path):
        (problem,) = refused(csv_folder(tmp_path / "book", {"document.csv": [QD]}))
        assert (problem.code, problem.path) == ("incomplete", "book")
        assert "commune:code" in problem.expected


class TestWhatCannotBeSeen:
    def test_hidden_rows_that_hold_something(self, book: Book):
        book.add(*({**XA, "commune:code": f"VD-{number}"} for number in range(8)))
        for row in (FIRST + 1, FIRST + 2, FIRST + 5, FIRST + 300):
            book.sheet(POOR).row_dimensions[row].hidden = True
        problems = book.refused()
        assert [(problem.code, problem.path) for problem in problems] == [
            ("wrong_type", "Xã!5:6"),
            ("wrong_type", "Xã!9:9"),
        ]
        assert "bỏ ẩn" in problems[0].message.vi

    def test_hidden_columns_that_hold_something(self, book: Book):
        book.add({**XA, POOR: 5, SURVEY: "V1"}, QD)
        sheet = book.sheet(POOR)
        for code in (POOR, SURVEY, "area"):
            sheet.column_dimensions[book.cell(code).column_letter].hidden = True
        letters = [book.cell(code).column_letter for code in (POOR, SURVEY)]
        assert book.problems() == [("wrong_type", f"Xã!{letter}:{letter}") for letter in letters]

    def test_hidden_sheets_that_hold_something(self, book: Book):
        book.add(XA, QD)
        for code in ("document:id", "reports:entry"):
            book.sheet(code).sheet_state = "hidden"
        assert book.problems() == [("wrong_type", "Văn bản")]

    def test_the_row_of_codes_may_be_hidden(self, book: Book):
        book.add(XA)
        book.sheet(POOR).row_dimensions[CODE_ROW].hidden = True
        assert len(book.read()) == 1

    def test_merged_cells_that_hold_something(self, book: Book):
        book.add(XA, {**XA, "commune:code": "VD-02"})
        sheet = book.sheet(POOR)
        sheet.merge_cells("B4:B5")
        sheet.merge_cells("A300:A301")
        sheet.cell(FIRST, 400)
        (problem,) = [problem for problem in book.refused() if problem.found == "merged"]
        assert (problem.code, problem.path) == ("wrong_type", "Xã!B4:B5")

    def test_merged_cells_of_notes_are_nobodys_business(self, book: Book):
        book.add(XA)
        sheet = book.sheet(POOR)
        sheet.cell(CODE_ROW, 301).value = "#"
        sheet.cell(FIRST, 301).value = "ghi chú"
        sheet.merge_cells(start_row=FIRST, end_row=FIRST + 3, start_column=301, end_column=302)
        assert len(book.read()) == 1

    def test_formulas_over_several_cells(self, book: Book):
        from openpyxl.worksheet.formula import ArrayFormula  # noqa: PLC0415  # only here

        book.add({**XA, POOR: 5})
        letter = book.cell(POOR).column_letter
        book.sheet(POOR)[f"{letter}4"] = ArrayFormula(f"{letter}4:{letter}5", "=A1:A2")
        assert book.problems() == [("wrong_type", book.place(POOR))]


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
        assert [(problem.code, problem.path) for problem in refused(path)] == [("wrong_type", "xã.csv!C5")]

    @pytest.mark.parametrize(("value", "code"), [("=1+1", "wrong_type"), ("#N/A", "wrong_type"), ("có", "wrong_type")])
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
        assert (problem.code, problem.path, problem.expected) == ("wrong_type", "xã.csv", "UTF-8")

    @pytest.mark.parametrize("text", ['commune:code,commune:name\n1,"Xã\n', '"a"b\ncommune:code,commune:name\n'])
    def test_quotation_marks_that_never_end_or_end_early(self, tmp_path: Path, text: str):
        path = tmp_path / "xã.csv"
        path.write_text(text, encoding="utf-8")
        (problem,) = refused(path)
        assert (problem.code, problem.expected) == ("wrong_type", "CSV")

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
        assert (problem.code, problem.path) == ("wrong_type", "book.xlsx")

    def test_an_archive_of_something_else(self, tmp_path: Path):
        with zipfile.ZipFile(tmp_path / "book.xlsx", "w") as archive:
            archive.writestr("a", "b")
        (problem,) = refused(tmp_path / "book.xlsx")
        assert problem.code == "wrong_type"

    def test_rows_out_of_order_are_a_broken_file(self, book: Book, tmp_path: Path):
        book.add(XA, {**XA, "commune:code": "VD-02"})
        book.book.save(book.path)
        changed(book.path, b'<row r="5"', b'<row r="3"')
        (problem,) = refused(book.path)
        assert (problem.code, problem.path) == ("wrong_type", "book.xlsx")

    @pytest.mark.parametrize("name", ["book.xls", "book.ods", "book"])
    def test_other_endings(self, tmp_path: Path, name: str):
        (tmp_path / name).write_bytes(b"x")
        (problem,) = refused(tmp_path / name)
        assert (problem.code, problem.path) == ("wrong_type", name)
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
            archive.writestr("xl/workbook.xml", b" " * (grids.MOST_BYTES + 1))
        tracemalloc.start()
        (problem,) = refused(tmp_path / "book.xlsx")
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert (problem.code, problem.path) == ("out_of_range", "book.xlsx")
        assert peak < grids.MOST_BYTES / 8

    @pytest.mark.parametrize(
        "area", ['<mergeCell ref="A1:XFD1048576"/>', '<mergeCell ref="A4:A1048576"/>'], ids=["all", "a column"]
    )
    def test_a_merged_area_costs_nothing(self, book: Book, area: str):
        book.add(XA)
        book.book.save(book.path)
        changed(book.path, b'<mergeCell ref="C1:F1" />', area.encode())
        problems = refused(book.path)
        assert "merged" in [problem.found for problem in problems]

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
        assert (problem.code, problem.path) == ("out_of_range", "Xã!A1048576")

    def test_more_cells_than_are_kept(self, book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(excel_input, "MOST_CELLS", 1_000)
        book.add(*({**XA, POOR: 5} for _ in range(40)))
        assert next(code for code, _ in book.problems()) == "out_of_range"

    def test_a_csv_file_of_many_cells_or_bytes(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        from thidua.workbooks import csv_files, files  # noqa: PLC0415  # patched here alone

        folder = csv_folder(tmp_path / "book", {"commune.csv": [{**XA, POOR: 5}] * 20})
        monkeypatch.setattr(csv_files, "MOST_CELLS", 30)
        assert [(problem.code, problem.path) for problem in refused(folder)] == [("out_of_range", "commune.csv")]
        monkeypatch.setattr(files, "MOST_BYTES", 30)
        assert [(problem.code, problem.path) for problem in refused(folder)] == [("out_of_range", "commune.csv")]

    def test_a_field_longer_than_any(self, tmp_path: Path):
        folder = csv_folder(tmp_path / "book", {"commune.csv": [{**XA, "commune:name": "x" * 200_000}]})
        (problem,) = refused(folder)
        assert (problem.code, problem.path) == ("wrong_type", "commune.csv")

    def test_two_thousand_subjects(self, tmp_path: Path):
        rows = [{**XA, "commune:code": f"VD-{number}", POOR: number, SURVEY: "V1"} for number in range(2_000)]
        found = read_workbook(PLAN, csv_folder(tmp_path / "book", {"commune.csv": rows, "document.csv": [QD]}))
        assert len(found) == 2_000


class TestInjection:
    def test_no_cell_written_for_a_user_begins_a_formula(self, tmp_path: Path):
        from thidua import Commune, Dossier  # noqa: PLC0415

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
