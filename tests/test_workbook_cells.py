"""What may stand in a cell, what is refused there and how it is told to write it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import small_plan
from dossier_documents import OURS
from filled_books import QD, XA, Book

from thidua.evidence import DID_NOT_HAPPEN, Evidence
from thidua.workbooks.written import number

POOR = "poor_households@2024"
AREA = {**XA, "area": "III", "area:since": "4/6/2021"}
FULL = {"complete:register": "reports", "complete:subject": "VD-01"}
REPORT = {"reports:subject": "VD-01", "reports:entry": "1", "reports.due_on": "1/6/2023", "reports.sent_on": "1/6/2023"}
JUDGED = {
    "mobilising": "hoàn thành tốt", "mobilising:by": "UBND huyện", "mobilising:on": date(2025, 6, 18),
    "mobilising:reason": "Vận động được nhiều.", "mobilising:document": "V1",
}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def told(book: Book, code: str, value: Any) -> Any:
    """The one thing that is said when one cell of a commune is filled in."""
    book.add({**XA, code: value})
    (dossier,) = book.read()
    (paper,) = dossier.papers
    (said,) = paper.proves
    assert isinstance(said, Evidence)
    return said.value


def refusal(book: Book, code: str, value: Any) -> Any:
    """Why it is refused; its place is that cell, and nothing else is wrong."""
    book.add({**XA, code: value})
    (problem,) = book.refused()
    assert problem.path == book.place(code)
    return problem


class TestWholeNumbers:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            (1250, 1250), (12.0, 12), (0, 0), ("1250", 1250), (" 1250\xa0", 1250), ("1 250", 1250), ("1\xa0250", 1250),
            ("1\u202f250", 1250), ("1.250.000", 1250000), ("1,250,000", 1250000), ("1.250,00", 1250),
            ("1,250.0", 1250), ("12.0", 12), ("12,0", 12), ("007", 7), ("1 250,0", 1250),
        ],
    )  # fmt: skip
    def test_that_mean_one_thing(self, book: Book, written: Any, meant: int):
        assert told(book, POOR, written) == meant

    @pytest.mark.parametrize(
        ("written", "near"), [("1.250", "1250"), ("1,250", "1250"), ("36.500", "36500"), ("-1.250", "1250")]
    )
    def test_that_may_mean_two_things_are_refused_with_both(self, book: Book, written: str, near: str):
        problem = refusal(book, POOR, written)
        assert problem.code == "ambiguous"
        assert problem.nearest == near
        assert f"ghi {near}, không có dấu phân cách" in problem.message.vi

    def test_the_two_meanings_are_spelt_out(self, book: Book):
        message = refusal(book, POOR, "1.250").message
        assert message.vi.startswith("“1.250” có thể là 1250, cũng có thể là 1,25:")
        assert message.en.startswith("“1.250” may be 1250, or 1.25:")

    @pytest.mark.parametrize(
        "written",
        [12.5, "12,5", "12.50", True, date(2025, 1, 2), datetime(2025, 1, 2), time(8), timedelta(hours=30), "25 hộ",
         "hai", "-", "1.25.00", "1.250,500.0", "5%", "1/2", "x", 2.0**60, 1e300, 12.3456],
    )  # fmt: skip
    def test_that_are_none_are_refused(self, book: Book, written: Any):
        assert refusal(book, POOR, written).code == "wrong_type"

    def test_a_number_that_lost_its_thousands_in_another_country_is_shown_what_it_may_have_been(self, book: Book):
        assert "nếu muốn ghi 1.250 thì ghi 1250" in refusal(book, POOR, 1.25).message.vi

    def test_a_cell_shown_as_a_percentage_is_no_count(self, book: Book):
        book.add({**XA, POOR: 12})
        book.cell(POOR).number_format = "0%"
        assert book.problems() == [("wrong_type", book.place(POOR))]

    def test_below_zero(self, book: Book):
        assert refusal(book, POOR, -3).code == "out_of_range"

    def test_a_hundred_digits_are_a_slip(self, book: Book):
        assert refusal(book, POOR, "9" * 101).code == "too_large"

    def test_digits_of_other_scripts_are_none(self, book: Book):
        assert refusal(book, POOR, "١٢").code == "wrong_type"

    def test_a_sign_is_read(self):
        assert number("−12") == -12
        assert number("+ 12") == Fraction(12)


class TestPercentages:
    @pytest.fixture
    def book(self, tmp_path: Path) -> Book:
        return Book(tmp_path, plan=small_plan.PLAN)

    @pytest.mark.parametrize(
        ("written", "share"),
        [("4,5", Fraction(9, 200)), ("4.5%", Fraction(9, 200)), ("4,5 %", Fraction(9, 200)), (4.5, Fraction(9, 200)),
         (12, Fraction(3, 25)), ("17.835", Fraction(3567, 20000)), ("0", 0), (0, 0), ("100/3", Fraction(1, 3)),
         ("0,8", Fraction(1, 125))],
    )  # fmt: skip
    def test_are_exact(self, book: Book, written: Any, share: Any):
        assert told(book, "poverty_rate@2024", written) == share

    @pytest.mark.parametrize("form", ["0%", "0.0%", "0.00%;[Red]-0.00%"])
    def test_a_cell_shown_as_a_percentage_counts_in_wholes(self, book: Book, form: str):
        book.add({**XA, "poverty_rate@2024": 0.045})
        book.cell("poverty_rate@2024").number_format = form
        ((paper,),) = [dossier.papers for dossier in book.read()]
        assert paper.proves[0].value == Fraction(9, 200)

    def test_a_sign_that_is_only_shown_changes_nothing(self, book: Book):
        book.add({**XA, "poverty_rate@2024": 0.8})
        book.cell("poverty_rate@2024").number_format = '0.0"%"'
        ((paper,),) = [dossier.papers for dossier in book.read()]
        assert paper.proves[0].value == Fraction(1, 125)

    @pytest.mark.parametrize("written", [0.8, 1, 0.045])
    def test_a_bare_fraction_may_mean_two_things(self, book: Book, written: Any):
        problem = refusal(book, "poverty_rate@2024", written)
        assert problem.code == "ambiguous"
        assert "ghi cả dấu %" in problem.message.vi

    @pytest.mark.parametrize("written", ["a", "4,5,5", "5/0", True, date(2025, 1, 2), 1e300, "=A1"])
    def test_that_are_none_are_refused(self, book: Book, written: Any):
        assert refusal(book, "poverty_rate@2024", written).code in ("wrong_type", "formula")

    def test_more_than_all(self, book: Book):
        assert refusal(book, "poverty_rate@2024", "101").code == "out_of_range"


class TestDays:
    DAY = "left_poverty_on"

    @pytest.fixture
    def book(self, tmp_path: Path) -> Book:
        return Book(tmp_path, kind="household")

    @pytest.fixture
    def who(self) -> dict[str, str]:
        return {"household:code": "HO-1", "household:name": "Hộ số 1"}

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            (date(2025, 6, 20), date(2025, 6, 20)), (datetime(2025, 6, 20), date(2025, 6, 20)),
            ("20/6/2025", date(2025, 6, 20)), (" 20-06-2025 ", date(2025, 6, 20)), ("2025-06-20", date(2025, 6, 20)),
            ("7/10/2022", date(2022, 10, 7)), ("không diễn ra", DID_NOT_HAPPEN), ("Không  diễn ra", DID_NOT_HAPPEN),
            (normalize("NFD", "không diễn ra"), DID_NOT_HAPPEN), ("DID NOT HAPPEN", DID_NOT_HAPPEN),
        ],
    )  # fmt: skip
    def test_day_first_iso_or_a_date_cell(self, book: Book, who: dict[str, str], written: Any, meant: Any):
        book.add({**who, self.DAY: written})
        ((paper,),) = [dossier.papers for dossier in book.read()]
        assert paper.proves[0].value == meant

    @pytest.mark.parametrize(
        ("written", "code"),
        [
            ("6/20/2025", "bad_date"), ("30/2/2025", "bad_date"), ("20/6/25", "bad_date"), ("tháng 6/2025", "bad_date"),
            ("chưa có", "bad_date"), ("không", "bad_date"), ("-", "bad_date"), (45827, "wrong_type"),
            (2025, "wrong_type"),
            (45827.5, "wrong_type"), (True, "wrong_type"), (datetime(2025, 6, 20, 8, 30), "wrong_type"),
            (time(8, 30), "wrong_type"), ("20/6/1825", "out_of_range"),
        ],
    )  # fmt: skip
    def test_anything_else_is_refused(self, book: Book, who: dict[str, str], written: Any, code: str):
        book.add({**who, self.DAY: written})
        assert book.problems() == [(code, book.place(self.DAY))]

    def test_a_date_cell_may_be_stored_as_iso(self, book: Book, who: dict[str, str]):
        book.book.iso_dates = True
        book.add({**who, self.DAY: date(2025, 6, 20)})
        ((paper,),) = [dossier.papers for dossier in book.read()]
        assert paper.proves[0].value == date(2025, 6, 20)

    def test_a_word_is_told_the_one_there_is_and_that_a_cell_may_be_empty(self, book: Book, who: dict[str, str]):
        book.add({**who, self.DAY: "chưa có"})
        (problem,) = book.refused()
        assert problem.nearest == "không diễn ra"
        assert problem.message.vi.endswith("chưa có giấy tờ thì để trống")

    def test_the_day_of_a_document_cannot_fail_to_come(self, book: Book):
        book.add({**QD, "document:issued_on": "không diễn ra"})
        assert book.problems() == [("bad_date", book.place("document:issued_on"))]


class TestOptions:
    @pytest.mark.parametrize(
        "written", ["khu vực III", "  KHU VỰC  iii", "III", "area III", normalize("NFD", "khu vực III")]
    )
    def test_by_either_label_or_by_name(self, book: Book, written: str):
        book.add({**XA, "area": written, "area:since": "4/6/2021"})
        ((paper,),) = [dossier.papers for dossier in book.read()]
        assert paper.proves[0].value == "III"

    @pytest.mark.parametrize("written", ["khu vực 3", "IIII", "có", 3, 1.5, True, date(2021, 6, 4)])
    def test_anything_else_is_refused(self, book: Book, written: Any):
        book.add({**XA, "area": written, "area:since": "4/6/2021"})
        ((code, place),) = book.problems()
        assert code in ("unknown_name", "wrong_type")
        assert place == book.place("area")

    def test_the_nearest_is_offered_as_it_is_listed(self, book: Book):
        book.add({**XA, "area": "khu vục III", "area:since": "4/6/2021"})
        (problem,) = book.refused()
        assert problem.nearest == "khu vực III"
        assert problem.message.vi.startswith(
            "“khu vục III” không có trong danh sách: khu vực I; khu vực II; khu vực III;"
        )

    @pytest.mark.parametrize(
        ("written", "meant"), [("có", True), (" CÓ ", True), ("không", False), ("yes", True), (False, False)]
    )
    def test_yes_and_no(self, book: Book, written: Any, meant: Any):
        assert told(book, "is_dissolved", written) is meant

    @pytest.mark.parametrize("written", [1, 0, "x", "đã giải thể", "?", "chưa"])
    def test_that_are_neither(self, book: Book, written: Any):
        assert refusal(book, "is_dissolved", written).code == "wrong_type"

    @pytest.mark.parametrize(("written", "meant"), [("có", "YES"), ("không", "NO"), (True, "YES"), (False, "NO")])
    def test_a_judgement_that_is_a_yes_or_a_no(self, tmp_path: Path, written: Any, meant: str):
        book = Book(tmp_path, "cooperative", OURS)
        judged = {code.replace("mobilising", "honest"): value for code, value in JUDGED.items()} | {"honest": written}
        book.add({"cooperative:code": "1", "cooperative:name": "HTX Ví Dụ", **judged}, QD)
        ((paper,),) = [dossier.papers for dossier in book.read()]
        assert paper.proves[0].value == meant


class TestText:
    def test_blanks_and_letters_typed_otherwise_make_no_difference(self, book: Book):
        name = normalize("NFD", " Xã \xa0 Ví\u200b Dụ ")
        book.add({"commune:code": " VD-01\u200b", "commune:name": name})
        (dossier,) = book.read()
        assert (dossier.subject.code, dossier.subject.name) == ("VD-01", "Xã Ví Dụ")

    def test_lines_are_kept(self, book: Book):
        book.add({**XA, **JUDGED, "mobilising:reason": "Một.\r\n  Hai. \n"}, QD)
        ((paper,),) = [dossier.papers for dossier in book.read()]
        assert paper.proves[0].judgement.reason == "Một.\nHai."

    @pytest.mark.parametrize(("written", "meant"), [(14, "14"), (14.0, "14"), ("014", "014")])
    def test_a_code_of_digits(self, book: Book, written: Any, meant: str):
        book.add({**XA, "commune:code": written})
        assert book.read()[0].subject.code == meant

    @pytest.mark.parametrize("written", [date(2025, 12, 5), 1.5, True, 2**60])
    def test_what_a_spreadsheet_has_made_something_else_of_is_refused(self, book: Book, written: Any):
        book.add({**QD, "document:number": written})
        assert book.problems() == [("wrong_type", book.place("document:number"))]

    def test_a_number_shown_with_zeros_it_has_not_is_refused(self, book: Book):
        book.add({**XA, "commune:code": 7})
        book.cell("commune:code").number_format = "000"
        assert book.problems() == [("wrong_type", book.place("commune:code"))]


class TestFormulas:
    @pytest.mark.parametrize(
        "code",
        [POOR, "area", "area:since", "is_dissolved", "commune:name", "document:id", "complete:register",
         "reports.sent_on"],
    )  # fmt: skip
    def test_are_refused_with_the_way_out(self, book: Book, code: str):
        whole = next((row for row in (AREA, QD, FULL, REPORT) if code in row), XA)
        book.add(*([XA] if whole is not XA else []), {**whole, code: "=A1"})
        problem = next(problem for problem in book.refused() if problem.path == book.place(code, book.last(code)))
        assert (problem.code, problem.found) == ("formula", "=A1")
        assert "dán giá trị" in problem.message.vi

    @pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", " #VALUE! "])
    def test_and_so_is_what_a_failed_one_leaves(self, book: Book, error: str):
        book.add({**XA, "commune:name": error})
        ((code, place),) = book.problems()
        assert (code, place) == ("formula", book.place("commune:name"))
