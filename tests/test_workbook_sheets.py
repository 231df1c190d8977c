"""Sheets as people leave them: moved, hidden and merged things, stray columns, notes."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from filled_books import CODE_ROW, FIRST, QD, XA, Book, csv_folder, refused

POOR = "poor_households@2024"
SURVEY = "survey@2024:document"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


class TestTheFormOfASheet:
    def test_headers_names_of_sheets_and_the_order_of_columns_are_free(self, book: Book):
        sheet = book.sheet(POOR)
        sheet.title = normalize("NFD", "Bảng 1")
        sheet["A1"] = "BÁO CÁO TỔNG HỢP"
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
            ("hidden", "Xã!5:6"),
            ("hidden", "Xã!9:9"),
        ]
        assert "bỏ ẩn" in problems[0].message.vi

    def test_hidden_columns_that_hold_something(self, book: Book):
        book.add({**XA, POOR: 5, SURVEY: "V1"}, QD)
        sheet = book.sheet(POOR)
        for code in (POOR, SURVEY, "area"):
            sheet.column_dimensions[book.cell(code).column_letter].hidden = True
        letters = [book.cell(code).column_letter for code in (POOR, SURVEY)]
        assert book.problems() == [("hidden", f"Xã!{letter}:{letter}") for letter in letters]

    def test_hidden_sheets_that_hold_something(self, book: Book):
        book.add(XA, QD)
        for code in ("document:id", "reports:entry"):
            book.sheet(code).sheet_state = "hidden"
        assert book.problems() == [("hidden", "Văn bản")]

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
        (problem,) = [problem for problem in book.refused() if problem.code == "merged"]
        assert problem.path == "Xã!B4:B5"

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
        assert book.problems() == [("formula", book.place(POOR))]
