"""Who reads an outcome of an amended plan is told which documents amended it."""

from __future__ import annotations

from datetime import date

import pytest

from thidua import (
    PLAN,
    Commune,
    Document,
    Dossier,
    Plan,
    adopting,
    amend,
    assess,
    checklist,
    checklist_data,
    explain,
    explanation,
    percent,
)
from thidua.amendments import adopt_reading, set_threshold
from thidua.interpreters.html.explained import explain_html

ON = date(2025, 12, 31)
FIRST = Document("05/QĐ-UBND (giả định)", date(2022, 10, 3), "UBND tỉnh Ví Dụ", "Quyết định")
SECOND = Document("", date(2023, 2, 1), "UBND tỉnh Ví Dụ", "Kết luận về cách hiểu")
ONCE = amend(
    PLAN,
    set_threshold("III.2.2-4", "fall", percent(60), by=FIRST),
    adopt_reading("A-03", "each", by=FIRST),
    effective=date(2022, 10, 15),
)
TWICE = amend(ONCE, adopt_reading("A-02", "at_least", by=SECOND), effective=date(2023, 3, 1))
DOSSIER = Dossier(Commune("VD-01", "Xã Ví Dụ"))
NAMED = {
    "vi": "Kế hoạch đã được sửa đổi, bổ sung theo: 05/QĐ-UBND (giả định) (hiệu lực từ 15/10/2022) "
    "và Kết luận về cách hiểu (hiệu lực từ 01/3/2023)",
    "en": "The plan is amended by: 05/QĐ-UBND (giả định) (in force from 15 October 2022) "
    "and Kết luận về cách hiểu (in force from 1 March 2023)",
}


class TestExplained:
    """Kế hoạch đã được sửa đổi, bổ sung thì phần giải thích nêu tên văn bản sửa đổi, mỗi văn bản một lần."""

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_after_the_review_stands_each_document_once(self, language: str) -> None:
        assessment = assess(TWICE, DOSSIER, on=ON)

        assert explain(assessment, language).splitlines()[4] == NAMED[language]
        assert NAMED[language] in explain_html(assessment, language)

    def test_a_receipt_that_says_it_otherwise_is_quoted_as_it_stands(self) -> None:
        told = explanation(assess(PLAN, DOSSIER, on=ON))
        told["receipt"]["amendments"] = ["năm 2022, sửa mức giảm"]

        assert explain(told).splitlines()[4] == "Kế hoạch đã được sửa đổi, bổ sung theo: năm 2022, sửa mức giảm"

    @pytest.mark.parametrize("plan", [PLAN, adopting(PLAN, "A-02", "at_least")], ids=["published", "read otherwise"])
    def test_of_a_plan_that_no_document_amended_there_is_no_line(self, plan: Plan) -> None:
        assert "sửa đổi, bổ sung theo" not in explain(assess(plan, DOSSIER, on=ON))


class TestChecklist:
    """Danh mục hồ sơ nêu tên văn bản sửa đổi ngay dưới tên kế hoạch."""

    def test_names_the_documents_as_they_are_cited(self) -> None:
        said = " ".join(checklist(TWICE, Commune).split())

        assert f"sửa đổi, bổ sung theo: {FIRST.cite()} và {SECOND.cite()} Đối tượng: xã" in said
        assert [act["vi"] for act in checklist_data(TWICE, Commune)["plan"]["amended_by"]] == [
            FIRST.cite(),
            SECOND.cite(),
        ]
        assert f"The plan is amended by: {FIRST.cite('en')}" in " ".join(checklist(ONCE, Commune, "en").split())

    def test_is_as_before_for_the_plan_as_published(self) -> None:
        assert "sửa đổi" not in checklist(PLAN, Commune).split("Đối tượng")[0]
