"""The forms of commendation and the readings that matter, as a nominee's sheet tells them."""

from __future__ import annotations

import pytest
from council_page import of_example, part, parts, said
from small_plan import DOSSIER, ON, PLAN

from thidua.interpreters.assess import assess
from thidua.interpreters.explanation import explanation
from thidua.interpreters.html.council import council_report

COMMENDATION = {"vi": "Khen thưởng", "en": "Commendation"}
READINGS = {"vi": "Cách hiểu", "en": "Readings"}


class TestCommendation:
    """Which forms are open, under which conditions; these are told once for all."""

    def test_conditions_go_by_number(self) -> None:
        page = of_example("commune-06")

        assert part(parts(page, "sheet")[0], COMMENDATION["vi"]) == (
            "? chưa đủ căn cứ để đề nghị xét (chưa kết luận III.2.2-2, III.2.2-4; làm rõ điều kiện 1–14): Huân chương "
            "Lao động (thêm điều kiện 15); Bằng khen của Thủ tướng Chính phủ (thêm điều kiện 16); Bằng khen của Chủ "
            "tịch UBND tỉnh (thêm điều kiện 17); Giấy khen (thêm điều kiện 18)."
        )
        assert "việc đang bị xem xét kỷ luật" in said(parts(page, "annex")[0])

    @pytest.mark.parametrize(
        ("name", "language", "told"),
        [
            ("enterprise-01", "en", "✓ may be proposed : Certificate of merit of the Chairman"),
            ("commune-01", "vi", "(vướng mắc: tập thể đã giải thể hoặc kết thúc hoạt động)"),
            ("commune-02", "en", "✗ may not be proposed (not met: III.2.2-4)"),
            ("official-02", "vi", "– không thuộc đối tượng : Huân chương Lao động"),
        ],
    )
    def test_each_word_has_its_forms(self, name: str, language: str, told: str) -> None:
        assert told in part(parts(of_example(name, language), "sheet")[0], COMMENDATION[language])

    def test_a_plan_that_opens_no_form_says_so(self) -> None:
        page = council_report(PLAN, [explanation(assess(PLAN, DOSSIER, on=ON))], awards=[()])

        assert part(parts(page, "sheet")[0], COMMENDATION["vi"]) == "Kế hoạch không mở hình thức nào."


class TestReadingsThatMatter:
    """On which readings the verdict turns: those that settle it the other way, then those that ask for more papers."""

    def test_says_what_the_verdict_would_be(self) -> None:
        page = of_example("commune-02", readings=["A-02", "A-04", "B-01"])

        assert part(parts(page, "sheet")[0], READINGS["vi"]) == (
            "Kết luận sẽ là đạt: A-02 “giảm từ mức đã định trở lên”. Sẽ phải bổ sung giấy tờ: A-04."
        )

    def test_where_none_does_it_says_so(self) -> None:
        page = of_example("commune-02", "en", readings=["A-12"])

        assert part(parts(page, "sheet")[0], READINGS["en"]).startswith("No other reading changes the verdict")

    def test_where_something_is_withheld_nothing_is_said_of_them(self) -> None:
        assert not part(parts(of_example("household-06", readings=["A-02"]), "sheet")[0], READINGS["vi"])
        assert part(parts(of_example("household-06", readings=["A-02"], level="internal"), "sheet")[0], "Biên nhận")
