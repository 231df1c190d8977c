"""The head of an administrative document, after Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from html_reading import read

from thidua.errors import WrongValueError
from thidua.interpreters.html.letterhead import BLANK, Letterhead, letterhead


class TestWhatIsGivenIsFilledIn:
    """What is left out stays a blank to be filled in by hand; the number always does."""

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("vi", "UBND HUYỆN VÍ DỤ PHÒNG NỘI VỤ Số: …………/BC-…………"),
            ("en", "UBND HUYỆN VÍ DỤ PHÒNG NỘI VỤ No.: …………/BC-…………"),
        ],
    )
    def test_the_authorities_are_in_capitals(self, language: str, said: str) -> None:
        head = Letterhead(superior="UBND huyện Ví Dụ", agency="Phòng Nội vụ")

        assert said in read(letterhead("Báo cáo", "Kết quả", head, language)).text

    @pytest.mark.parametrize(("language", "said"), [("vi", "CƠ QUAN LẬP BÁO CÁO …"), ("en", "REPORTING AUTHORITY …")])
    def test_nothing_given_is_blank(self, language: str, said: str) -> None:
        assert said in read(letterhead("Báo cáo", "Kết quả", BLANK, language)).text


class TestTheDay:
    """Ngày dưới 10 và tháng 1, 2 phải ghi thêm số 0 phía trước."""

    @pytest.mark.parametrize(
        ("day", "language", "said"),
        [
            (date(2026, 1, 5), "vi", "Ví Dụ, ngày 05 tháng 01 năm 2026"),
            (date(2026, 12, 15), "vi", "Ví Dụ, ngày 15 tháng 12 năm 2026"),
            (date(2026, 3, 5), "vi", "Ví Dụ, ngày 05 tháng 3 năm 2026"),
            (date(2026, 1, 5), "en", "Ví Dụ, 5 January 2026"),
            (None, "vi", "Ví Dụ, ngày …… tháng …… năm ……"),
            (None, "en", "Ví Dụ, day …… month …… year ……"),
        ],
    )
    def test_is_written_as_the_decree_asks(self, day: date | None, language: str, said: str) -> None:
        assert Letterhead(place="Ví Dụ", day=day).dated(language) == said

    def test_a_place_left_out_is_blank(self) -> None:
        assert Letterhead(day=date(2026, 1, 5)).dated("vi") == "…………, ngày 05 tháng 01 năm 2026"

    @pytest.mark.parametrize(
        ("day", "language", "said"),
        [
            (None, "vi", "kèm theo Báo cáo số ………/BC-……… ngày …… tháng …… năm ……"),
            (None, "en", "with Report No. ………/BC-………"),
            (date(2026, 1, 5), "vi", "kèm theo Báo cáo số ………/BC-……… ngày 05 tháng 01 năm 2026"),
            (date(2026, 1, 5), "en", "with Report No. ………/BC-……… of 5 January 2026"),
        ],
    )
    def test_stands_on_every_annex(self, day: date | None, language: str, said: str) -> None:
        assert Letterhead(day=day).attached(language) == said

    def test_a_time_of_day_is_no_day(self) -> None:
        with pytest.raises(WrongValueError, match="day"):
            Letterhead(day=datetime(2026, 1, 5))
