"""The report for the Council: what it holds, what it never holds, and that it decides nothing."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from html_reading import read
from hypothesis import given, settings
from sentinels import marked
from small_plan import COMMUNES, DOSSIER, ON, PLAN, XA_MAU, effort, has_fund, judgement

import thidua
from thidua.amendments import amend, set_threshold
from thidua.clauses import Clause
from thidua.dossiers import Dossier
from thidua.errors import UnknownNameError, WrongValueError
from thidua.interpreters.assess import assess
from thidua.interpreters.explanation import explanation
from thidua.interpreters.html.council import SUPPORTS, council_report
from thidua.quantities import percent
from thidua.sources import Document
from thidua.subjects import Commune, Household
from thidua.vocabulary import household

LANGUAGES = ("vi", "en")


def told(*dossiers: Dossier[Any], level: str = "dossier") -> list[dict[str, Any]]:
    return [explanation(assess(PLAN, dossier, on=ON), level) for dossier in dossiers]


EMPTY = Dossier(Commune("VD-02", "Xã Trống"))
FAMILY = Dossier(Household("H-1", "Hộ Mẫu"))


class TestLayout:
    """The habits of administrative documents: the State and its motto, number, place and day left blank."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_is_one_strict_page(self, language: str) -> None:
        report = council_report(PLAN, told(DOSSIER, EMPTY, FAMILY), language)
        found = read(report)

        assert report.startswith("<!DOCTYPE html>\n<html lang=")
        assert len(found.named("h1")) == 1
        assert "@page{size:A4" in report

    def test_begins_with_the_state_and_leaves_blank_what_people_fill_in(self) -> None:
        text = read(council_report(PLAN, told(DOSSIER))).text

        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc" in text
        assert "Số: …………/…………" in text
        assert "…………, ngày …… tháng …… năm ……" in text

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_headings_leave_out_no_step(self, language: str) -> None:
        found = read(council_report(PLAN, told(DOSSIER, EMPTY), language))
        depths = [int(name[1]) for name, _ in found.elements if name in ("h1", "h2", "h3", "h4")]

        assert depths[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(depths))

    def test_nothing_is_folded_away_on_paper(self) -> None:
        assert not read(council_report(PLAN, told(DOSSIER, EMPTY))).named("details")


class TestWhatItHolds:
    """The movement and its documents, the table of nominees, then each of them."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_says_that_it_supports_a_decision_and_makes_none(self, language: str) -> None:
        assert SUPPORTS.in_(language) in read(council_report(PLAN, [], language)).text

    def test_names_the_movement_its_days_and_the_surveys_read(self) -> None:
        text = read(council_report(PLAN, told(DOSSIER))).text

        assert "Kế hoạch Mẫu" in text
        assert "01/01/2021 – 31/12/2025" in text
        assert "Tổng kết năm 2025, 31/12/2025" in text
        assert "rà soát cuối năm 2021 (31/01/2022, ngày phê duyệt giả định)" in text

    def test_a_survey_with_a_source_is_not_called_assumed_and_a_strange_one_is_left_out(self) -> None:
        surveys = tuple(evolve(s, assumed=False, source="bịa") if s.id == "2021" else s for s in PLAN.surveys)
        text = read(council_report(evolve(PLAN, surveys=surveys), told(DOSSIER))).text
        strange = [{**data, "moments": {"start_of_period": {"vi": "lạ", "en": "odd"}}} for data in told(DOSSIER)]
        strange[0]["moments"]["review"] = strange[0]["moments"]["start_of_period"]

        assert "rà soát cuối năm 2021 (31/01/2022)" in text
        assert "Kết quả rà soát" not in read(council_report(PLAN, strange)).text

    def test_names_the_documents_that_amended_the_plan(self) -> None:
        act = Document("00/QĐ-VD", date(2025, 1, 2), "UBND huyện Mẫu")
        change = set_threshold("III.2.2-4", "fall", percent(60), by=act)
        amended = amend(thidua.PLAN, change, effective=date(2025, 1, 2))

        assert "Văn bản sửa đổi 00/QĐ-VD ngày 02/01/2025" in read(council_report(amended, [])).text

    def test_lists_each_nominee_under_its_group_and_counts(self) -> None:
        found = read(council_report(PLAN, told(DOSSIER, EMPTY, FAMILY)))

        assert len(found.named("table")) == 2
        assert "Tổng số 2: 1 không đạt, 1 chưa đủ căn cứ." in found.text
        assert len([each for each in found.named("section") if each.get("class") == "nominee"]) == 3

    def test_counts_who_only_awaits_a_judgement(self) -> None:
        clause = Clause("III.2.1-1", text="…", en="…", requires=effort.is_judged_at_least(thidua.Level.DONE))
        group = evolve(COMMUNES, clauses=(clause,), requires=clause.is_met(), readings=())
        plan = evolve(PLAN, contents=(group,), routes=())
        report = council_report(plan, [explanation(assess(plan, EMPTY, on=ON))])

        assert "1 chỉ còn chờ đánh giá." in read(report).text

    def test_gives_the_law_word_for_word_the_papers_and_the_receipt(self) -> None:
        (data,) = told(DOSSIER)
        text = read(council_report(PLAN, [data])).text

        assert all(clause.text in text for clause in COMMUNES.clauses)
        assert "05/QĐ-UBND" in text
        assert data["receipt"]["body_digest"] in text

    def test_says_what_is_missing_and_where_nothing_is(self) -> None:
        complete = Dossier(XA_MAU, (*DOSSIER.papers, judgement()))
        missing = read(council_report(PLAN, told(EMPTY))).text.split("Còn thiếu ", 2)[2].split("III.2.1-1")[0]

        assert "chưa có giấy tờ về khu vực của xã" in missing
        assert "chờ đánh giá của Hội đồng Mẫu" in missing
        assert (
            "chưa có giấy tờ về số hộ cận nghèo (rà soát cuối năm 2024)"
            in read(council_report(PLAN, told(complete))).text.split("Còn thiếu")[1]
        )

    def test_where_nothing_is_missing_it_says_so(self) -> None:
        clause = Clause("III.2.1-1", text="…", en="…", requires=has_fund.is_yes())
        group = evolve(COMMUNES, clauses=(clause,), requires=clause.is_met(), readings=())
        plan = evolve(PLAN, contents=(group,), routes=())
        report = council_report(plan, [explanation(assess(plan, DOSSIER, on=ON))])

        assert "Còn thiếu không có nội dung nào chờ bổ sung" in read(report).text
        assert "CÁCH HIỂU ĐÃ DÙNG" not in read(report).text

    def test_whom_the_group_addresses_may_be_missing_too(self) -> None:
        group = evolve(COMMUNES, applies_where=has_fund.is_yes())
        plan = evolve(PLAN, contents=(group,), routes=())
        text = read(council_report(plan, [explanation(assess(plan, EMPTY, on=ON))])).text

        assert "chưa có giấy tờ về quỹ quay vòng vốn" in text.split("Còn thiếu")[1].split("Đối tượng của nhóm")[0]

    def test_forms_of_commendation_stand_with_their_nominee(self) -> None:
        report = council_report(PLAN, told(DOSSIER, EMPTY), forms=["hình thức một", "hình thức hai"])

        assert report.index("hình thức một") < report.index("Xã Trống", report.index("hình thức một"))
        assert "<pre>hình thức hai</pre>" in report

    def test_forms_are_as_many_as_nominees_and_not_for_everybody(self) -> None:
        with pytest.raises(WrongValueError, match="words for 1 nominees, and there are 2 explanations"):
            council_report(PLAN, told(DOSSIER, EMPTY), forms=["một"])
        assert "hình thức một" not in council_report(PLAN, told(DOSSIER), level="public", forms=["hình thức một"])

    def test_readings_are_told_once_for_all(self) -> None:
        text = read(council_report(PLAN, told(DOSSIER, EMPTY))).text

        assert text.count("Hiểu A-02 thế nào?") == 1
        assert "(nên hỏi ý kiến pháp chế)" in text


class TestLevels:
    """Sensitive facts are never printed at public level."""

    def test_persons_go_by_number_at_public_level(self) -> None:
        family = Dossier(thidua.Household("H-1", "Hộ Rất Riêng"))
        data = explanation(assess(thidua.PLAN, family, on=ON), "internal")
        text = read(council_report(thidua.PLAN, [data], level="public")).text

        assert "Hộ Rất Riêng" not in text
        assert "Hộ gia đình 1" in text
        assert "1. Hộ gia đình (không công bố tên, mã)" in text

    @settings(max_examples=15, deadline=None)
    @given(marked(household.VOCABULARY))
    def test_nothing_forbidden_is_printed(self, found: Any) -> None:
        data = explanation(assess(thidua.PLAN, found.dossier, on=ON), "internal")
        for level in ("public", "dossier"):
            text = read(council_report(thidua.PLAN, [data], level=level)).text
            assert [word for word in found.forbidden(level) if word in text] == []

    def test_what_is_no_level_is_refused(self) -> None:
        with pytest.raises(UnknownNameError, match="publik"):
            council_report(PLAN, told(DOSSIER), level="publik")
