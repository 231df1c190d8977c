"""Documents that prove, and places in a plan that are cited as an officer cites them."""

from datetime import date
from typing import Any
from unicodedata import normalize

import pytest
from small_plan import again

from thidua.errors import IncompleteError, UnknownNameError
from thidua.sources import Document, cite

REPORT = Document("12/BC-UBND", date(2025, 6, 20), "UBND xã Ví Dụ", "Báo cáo")


class TestDocument:
    """A document has a number, a day, an issuer and a title."""

    def test_two_are_one_when_all_four_agree(self) -> None:
        assert Document("12/BC-UBND", date(2025, 6, 20), "UBND xã Ví Dụ", "Báo cáo") == REPORT
        assert Document("12/BC-UBND", date(2025, 6, 21), "UBND xã Ví Dụ", "Báo cáo") != REPORT

    def test_typed_on_another_keyboard_it_is_the_same(self) -> None:
        typed = Document(*(normalize("NFD", text) for text in ("12/BC-UBND",)), date(2025, 6, 20),
                         normalize("NFD", "UBND xã Ví Dụ"), normalize("NFD", "Báo cáo"))  # fmt: skip

        assert typed == REPORT
        assert hash(typed) == hash(REPORT)

    def test_survives_pickling(self) -> None:
        assert again(REPORT) == REPORT

    @pytest.mark.parametrize(
        ("number", "issuer", "title"), [("12/BC-UBND", " ", "Báo cáo"), (" ", "UBND xã Ví Dụ", "")]
    )
    def test_that_cannot_be_found_again_is_refused(self, number: str, issuer: str, title: str) -> None:
        with pytest.raises(IncompleteError, match="a document needs its issuer, and its number or its title"):
            Document(number, date(2025, 6, 20), issuer, title)

    @pytest.mark.parametrize(
        ("number", "title", "vi", "en"),
        [
            ("12/BC", "Báo cáo", "Báo cáo số 12/BC ngày 02/6/2025 của xã", "Báo cáo no. 12/BC of 2 June 2025, xã"),
            ("12/BC", "", "12/BC ngày 02/6/2025 của xã", "12/BC of 2 June 2025, xã"),
            ("", "Biên bản", "Biên bản ngày 02/6/2025 của xã", "Biên bản of 2 June 2025, xã"),
        ],
    )
    def test_is_named_as_an_officer_names_it(self, number: str, title: str, vi: str, en: str) -> None:
        document = Document(number, date(2025, 6, 2), "xã", title)

        assert (document.cite(), document.cite("en")) == (vi, en)


class TestCitation:
    """The place of a clause prints as “gạch đầu dòng thứ tư, điểm 2.2, khoản 2, mục III”."""

    @pytest.mark.parametrize(
        ("place", "vi", "en"),
        [
            (
                "III.2.2-4",
                "gạch đầu dòng thứ tư, điểm 2.2, khoản 2, mục III",
                "fourth dash, point 2.2, clause 2, section III",
            ),
            (
                "III.2.4-1",
                "gạch đầu dòng thứ nhất, điểm 2.4, khoản 2, mục III",
                "first dash, point 2.4, clause 2, section III",
            ),
            ("II-3", "gạch đầu dòng thứ ba, mục II", "third dash, section II"),
            ("I.1", "khoản 1, mục I", "clause 1, section I"),
            ("IV", "mục IV", "section IV"),
            ("head", "phần mở đầu", "the opening"),
            ("end-12", "gạch đầu dòng thứ 12, phần kết", "12th dash, the closing"),
        ],
    )
    def test_of_each_form_of_place(self, place: str, vi: str, en: str) -> None:
        assert (cite(place).vi, cite(place).en) == (vi, en)

    @pytest.mark.parametrize(("order", "nth"), [(11, "11th"), (13, "13th"), (20, "20th"), (21, "21st"), (112, "112th")])
    def test_of_orders_in_figures_as_english_ends_them(self, order: int, nth: str) -> None:
        assert cite(f"II-{order}").en == f"{nth} dash, section II"

    def test_where_there_is_no_dash_it_is_a_paragraph(self) -> None:
        assert cite("III.2.5-1", dash=False).vi == "đoạn thứ nhất, điểm 2.5, khoản 2, mục III"
        assert cite("III.2.5-1", dash=False).en == "first paragraph, point 2.5, clause 2, section III"

    @pytest.mark.parametrize("place", ["", "-1", "III.2.x-1", "III.2-a", "III.2.2-0", "III.2.2-", None, 2])
    def test_of_what_is_no_place_is_refused(self, place: Any) -> None:
        with pytest.raises(UnknownNameError, match=r"is no place in a plan; expected a form such as 'III.2.2-4'"):
            cite(place)
