"""The report for the Council: what it holds, what it never holds, and that it decides nothing.

`REWRITE_GOLDEN=1 pytest tests/interpreters/test_council_report.py` writes the pages anew; print them first.
"""

from __future__ import annotations

import os
import re
from datetime import date
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from council_page import rows, said, sheets
from html_reading import read
from hypothesis import given, settings
from hypothesis import strategies as st
from sentinels import marked
from small_plan import DOSSIER, ON, PLAN, judgement

import thidua
from thidua.amendments import amend, set_threshold
from thidua.dossiers import Dossier
from thidua.errors import UnknownNameError, WrongValueError
from thidua.interpreters.assess import assess
from thidua.interpreters.award import awards_open
from thidua.interpreters.explanation import explanation
from thidua.interpreters.html.council import SUPPORTS, council_report
from thidua.interpreters.html.letterhead import Letterhead
from thidua.interpreters.sensitivity import sensitivity
from thidua.movements import Plan
from thidua.quantities import percent
from thidua.sources import Document
from thidua.subjects import Commune, Household

LANGUAGES = ("vi", "en")
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "quynh-nhai"
GOLDEN = Path(__file__).parent / "golden"
FAMILY_NAME = "Hộ Rất Riêng"
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&lt;\x00\x1b"
EMPTY = Dossier(Commune("VD-02", "Xã Trống"))
FAMILY = Dossier(Household("H-1", FAMILY_NAME))


def told(*dossiers: Dossier[Any], level: str = "dossier") -> list[dict[str, Any]]:
    return [explanation(assess(PLAN, dossier, on=ON), level) for dossier in dossiers]


def whole(*dossiers: Dossier[Any], language: str = "vi", level: str = "dossier", plan: Plan = thidua.PLAN) -> str:
    """The report with all there can be in it."""
    found = [assess(plan, dossier, on=ON) for dossier in dossiers]
    return council_report(
        plan,
        [explanation(each, "internal", ["needs", "remedies"]) for each in found],
        language,
        level,
        awards=[awards_open(plan, each) for each in found],
        sensitivity=sensitivity(plan, dossiers, on=ON, readings=["A-01", "A-02", "B-01"]),
    )


def example(name: str) -> Dossier[Any]:
    """A shipped example."""
    (path,) = EXAMPLES.glob(f"{name}-*.json")
    return thidua.load(thidua.PLAN, path.read_bytes())


FOUR = tuple(map(example, ("commune-02", "household-03", "household-07", "official-02")))
"""Not met, met, undetermined, not addressed."""


class TestLayout:
    """The habits of administrative documents: the State and its motto, number, place and day left blank."""

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("level", ["public", "dossier", "internal"])
    def test_is_one_strict_page_that_asks_nothing_of_any_network(self, language: str, level: str) -> None:
        page = whole(*FOUR, language=language, level=level)
        found = read(page)

        assert page.startswith("<!DOCTYPE html>\n<html lang=")
        assert len(found.named("h1")) == 1
        assert "@page{size:A4" in page
        assert "://" not in page

    def test_begins_with_the_state_and_leaves_blank_what_people_fill_in(self) -> None:
        text = read(council_report(PLAN, told(DOSSIER))).text

        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc" in text
        assert "Số: …………/BC-…………" in text
        assert "…………, ngày …… tháng …… năm ……" in text
        assert "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ (Chữ ký, dấu, họ và tên)" in text

    def test_ends_as_documents_do_and_every_annex_says_what_it_goes_with(self) -> None:
        head = Letterhead(day=date(2026, 1, 5))
        text = read(council_report(PLAN, told(DOSSIER), head=head)).text

        assert "– không áp dụng, không thuộc đối tượng./. Nơi nhận:" in text
        assert text.count("kèm theo Báo cáo số ………/BC-……… ngày 05 tháng 01 năm 2026") == 1
        assert text.count("(Kèm theo Báo cáo số ………/BC-……… ngày 05 tháng 01 năm 2026)") == 2

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_headings_leave_out_no_step(self, language: str) -> None:
        found = read(whole(*FOUR, language=language))
        depths = [int(name[1]) for name, _ in found.elements if name in ("h1", "h2", "h3", "h4")]

        assert depths[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(depths))

    def test_nothing_is_folded_away_on_paper(self) -> None:
        assert not read(whole(*FOUR)).named("details")

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("level", ["dossier", "public"])
    def test_reads_as_it_did(self, language: str, level: str) -> None:
        page = whole(*FOUR, language=language, level=level)
        shown = re.sub(r"<style>.*?</style>", "", page).replace("><", ">\n<")
        golden = GOLDEN / f"council.{level}.{language}.html"
        if os.environ.get("REWRITE_GOLDEN"):
            golden.write_text(shown, encoding="utf-8")

        assert shown == golden.read_text(encoding="utf-8")


class TestWhatItHolds:
    """The movement and its documents, the table of nominees, then a sheet for each of them."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_says_that_it_supports_a_decision_and_makes_none(self, language: str) -> None:
        page = council_report(PLAN, told(DOSSIER), language)
        on_each = {
            "vi": "– để Hội đồng tham khảo, không phải là quyết định",
            "en": "– for the Council to consult; not a",
        }

        assert SUPPORTS.in_(language) in read(page).text
        assert all(on_each[language] in sheet for sheet in sheets(page))

    @pytest.mark.parametrize(("language", "none"), [("vi", "Không có đối tượng nào"), ("en", "There are no nominees")])
    def test_a_report_of_nobody_says_so(self, language: str, none: str) -> None:
        page = council_report(PLAN, [], language)

        assert none in read(page).text
        assert "Phụ lục" not in page
        assert "Annex" not in page

    def test_names_the_movement_its_days_and_the_surveys_read(self) -> None:
        text = read(council_report(PLAN, told(DOSSIER))).text

        assert "Kế hoạch Mẫu" in text
        assert "01/01/2021 – 31/12/2025" in text
        assert "Sửa đổi, bổ sung không có" in text
        assert "Tổng kết năm 2025, 31/12/2025" in text
        assert "rà soát cuối năm 2021 (31/01/2022, ngày phê duyệt giả định)" in text
        assert "Mức công bố người xử lý hồ sơ" in text

    def test_a_survey_with_a_source_is_not_called_assumed_and_a_strange_one_is_left_out(self) -> None:
        surveys = tuple(evolve(s, assumed=False, source="bịa") if s.id == "2021" else s for s in PLAN.surveys)
        text = read(council_report(evolve(PLAN, surveys=surveys), told(DOSSIER))).text
        strange = [{**data, "moments": {"start_of_period": {"vi": "lạ", "en": "odd"}}} for data in told(DOSSIER)]
        strange[0]["moments"]["review"] = strange[0]["moments"]["start_of_period"]

        assert "rà soát cuối năm 2021 (31/01/2022)" in text
        assert "Kết quả rà soát" not in read(council_report(PLAN, strange)).text

    @pytest.mark.parametrize(
        ("language", "named"),
        [
            ("vi", "00/QĐ-VD ngày 02/01/2025 của UBND huyện Mẫu, hiệu lực từ 02/01/2025: III.2.2-4, III.2.3-4"),
            ("en", "00/QĐ-VD of 2 January 2025, UBND huyện Mẫu, in effect from 2 January 2025: III.2.2-4, III.2.3-4"),
        ],
    )
    def test_names_the_amendments_in_force_and_what_they_touch(self, language: str, named: str) -> None:
        act = Document("00/QĐ-VD", date(2025, 1, 2), "UBND huyện Mẫu")
        changes = (set_threshold(place, "fall", percent(60), by=act) for place in ("III.2.2-4", "III.2.3-4"))
        amended = amend(thidua.PLAN, *changes, effective=date(2025, 1, 2))

        assert named in read(council_report(amended, [], language)).text

    def test_readings_are_told_once_for_all(self) -> None:
        text = read(council_report(PLAN, told(DOSSIER, EMPTY))).text

        assert text.count("Hiểu A-02 thế nào?") == 1
        assert "(nên hỏi ý kiến pháp chế)" in text

    def test_without_readings_and_forms_there_is_no_annex_of_them(self) -> None:
        page = council_report(PLAN, told(FAMILY))

        assert [said(head) for head in re.findall(r"<h2.*?</h2>", page)][2:] == [
            "Phụ lục I. PHIẾU TỪNG ĐỐI TƯỢNG", "Phụ lục II CHI TIẾT CĂN CỨ",
        ]  # fmt: skip


class TestInput:
    """What cannot be reported is refused, and nothing in it is taken for markup."""

    def test_a_nominee_is_told_of_once(self) -> None:
        with pytest.raises(WrongValueError, match="told of twice: commune 'VD-01' by explanations 1 and 3"):
            council_report(PLAN, told(DOSSIER, EMPTY, evolve(DOSSIER, papers=(judgement(),))))

    def test_those_whose_codes_are_withheld_are_not_compared(self) -> None:
        families = told(FAMILY, Dossier(Household("H-2", "Hộ Khác")), level="public")

        assert len(sheets(council_report(PLAN, families, level="public"))) == 2

    def test_forms_are_as_many_as_nominees(self) -> None:
        with pytest.raises(WrongValueError, match="forms for 1 nominees, and there are 2 explanations"):
            council_report(PLAN, told(DOSSIER, EMPTY), awards=[()])

    def test_a_sensitivity_of_another_day_or_review_is_refused(self) -> None:
        with pytest.raises(WrongValueError, match="of 2025-12-30 and review 'final', an explanation of 2025-12-31"):
            council_report(PLAN, told(DOSSIER), sensitivity=sensitivity(PLAN, [DOSSIER], on=date(2025, 12, 30)))

    @pytest.mark.parametrize(("language", "level"), [("vj", "dossier"), ("vi", "publik")])
    def test_what_is_no_language_or_level_is_refused(self, language: str, level: str) -> None:
        with pytest.raises(UnknownNameError, match=r"'(vj|publik)'"):
            council_report(PLAN, told(DOSSIER), language, level)

    def test_takes_an_explanation_that_was_read_back(self) -> None:
        (data,) = told(DOSSIER)

        assert council_report(PLAN, [thidua.read_explanation(data).document]) == council_report(PLAN, [data])

    def test_whatever_is_text_is_escaped(self) -> None:
        dossier = Dossier(Commune(HOSTILE, HOSTILE), DOSSIER.papers)
        head = Letterhead(superior=HOSTILE, agency=HOSTILE, place=HOSTILE)
        page = council_report(PLAN, told(dossier), head=head)

        read(page)
        assert "<script" not in page.lower()
        assert escape("<script>alert(1)</script>") in page


class TestLevels:
    """Sensitive facts are never printed at public level."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_persons_go_by_number_at_public_level(self, language: str) -> None:
        page = whole(FAMILY, *FOUR[:1], language=language, level="public")
        kind = {"vi": "Hộ gia đình 2", "en": "Household 2"}[language]

        assert FAMILY_NAME not in page
        assert "H-1" not in page
        assert [row[1] for row in rows(page, "list")][1] == kind

    def test_neither_forms_nor_readings_that_matter_are_for_everybody(self) -> None:
        page, dossier = whole(FOUR[0], level="public"), whole(FOUR[0])

        for title in ("Khen thưởng</h4>", "Cách hiểu</h4>", "HÌNH THỨC KHEN THƯỞNG"):
            assert title not in page
            assert title in dossier

    @settings(max_examples=6, deadline=None)
    @given(st.sampled_from(thidua.PLAN.vocabularies).flatmap(marked), st.sampled_from(LANGUAGES))
    def test_nothing_forbidden_is_printed(self, found: Any, language: str) -> None:
        for level in ("public", "dossier"):
            page = whole(found.dossier, language=language, level=level)
            assert [word for word in found.forbidden(level) if word in page] == []
