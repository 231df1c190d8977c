"""Templates: the sheets and columns of a form, what may be typed in it, and the sheet that explains it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import small_plan
from attrs import evolve
from dossier_documents import OURS
from filled_books import CODE_ROW
from openpyxl import load_workbook

from thidua import PLAN, Commune
from thidua.errors import UnknownNameError, WrongValueError
from thidua.texts import Text
from thidua.walks import nodes_of
from thidua.workbooks import template
from thidua.workbooks.layout import layout, sheet_titles

REVIEW = "final-2025"


@pytest.fixture
def commune(tmp_path: Path) -> Any:
    template(PLAN, Commune, tmp_path / "xã.xlsx", review=REVIEW)
    return load_workbook(tmp_path / "xã.xlsx")


def codes(sheet: Any) -> list[str]:
    return [cell.value for cell in sheet[CODE_ROW]]


def rules(sheet: Any, code: str) -> Any:
    """The check on the first cell to be filled in of a column."""
    letter = next(cell.column_letter for cell in sheet[CODE_ROW] if cell.value == code)
    return next(rule for rule in sheet.data_validations.dataValidation if f"{letter}4" in rule.sqref)


def listed(book: Any, rule: Any) -> list[str]:
    title, _, area = rule.formula1.rpartition("!")
    return [cell.value for (cell,) in book[title.strip("'")][area.replace("$", "")]]


class TestTemplate:
    def test_a_sheet_of_subjects_one_for_each_register_completeness_documents_and_two_notes(self, commune: Any):
        assert commune.sheetnames == [
            "Xã", "Sáng kiến", "Lần quyết toán", "Báo cáo định kỳ, đột xuất", "Khoản huy động", "Khai đủ sổ", "Văn bản",
            "# Giải thích", "# Danh mục",
        ]  # fmt: skip

    def test_a_column_for_each_fact_and_moment_the_review_reads(self, commune: Any):
        of_the_poor = [code for code in codes(commune["Xã"]) if code.startswith("poor_households")]
        assert of_the_poor == ["poor_households@2021", "poor_households@2024"]
        assert codes(commune["Xã"])[:2] == ["commune:code", "commune:name"]
        judged = [code for code in codes(commune["Xã"]) if code.startswith("mobilising")]
        assert judged == ["mobilising"] + [
            f"mobilising:{part}" for part in ("by", "on", "reason", "dissent", "document")
        ]
        in_force = [code for code in codes(commune["Xã"]) if code.startswith("area")]
        assert in_force == ["area", "area:since", "area:until", "area:document"]

    @pytest.mark.parametrize("words", PLAN.vocabularies, ids=lambda words: words.id)
    def test_every_fact_and_field_of_every_kind_has_its_column(self, words: Any, tmp_path: Path):
        template(PLAN, words.id, tmp_path / "book.xlsx")
        book = load_workbook(tmp_path / "book.xlsx")
        there = {code for sheet in book if not sheet.title.startswith("#") for code in codes(sheet)}
        fields = {f"{register.name}.{fact.name}" for register in words.registers for fact in register.fields}
        assert {fact.name for fact in words.facts} | fields <= {code.partition("@")[0] for code in there}

    def test_without_a_review_every_survey_of_the_plan(self, tmp_path: Path):
        template(PLAN, "commune", tmp_path / "book.xlsx")
        sheet = load_workbook(tmp_path / "book.xlsx")["Xã"]
        surveys = [code[-4:] for code in codes(sheet) if code.startswith("poor_persons")]
        assert surveys == [survey.id for survey in PLAN.surveys]

    def test_headers_are_vietnamese_with_units(self, commune: Any):
        sheet = commune["Xã"]
        labels = dict(zip(codes(sheet), [cell.value for cell in sheet[2]], strict=True))
        assert labels["poor_households@2021"] == "Số hộ nghèo đa chiều (hộ)"
        assert labels["contributions_target"] == "Giá trị"
        assert labels["mobilising:reason"] == "Lý do"
        headings = [cell.value for cell in sheet[1] if cell.value]
        assert "Rà soát cuối năm 2021" in headings
        assert "Chỉ tiêu huy động nguồn lực trong xã hội (đồng)" in headings

    def test_panes_are_frozen_and_columns_wide_enough(self, commune: Any):
        assert commune["Xã"].freeze_panes == "C4"
        assert commune["Văn bản"].freeze_panes == "B4"
        assert commune["Xã"].column_dimensions["B"].width >= 20

    def test_no_two_sheets_have_one_name_and_none_a_name_that_spreadsheets_refuse(self):
        tables = layout(OURS, "commune").tables
        titles = ["báo cáo", "Báo cáo", "báo/cáo: [năm] *?\\", "x" * 40, "x" * 35]
        named = [evolve(table, title=Text(title, title)) for table, title in zip(tables, titles, strict=False)]
        assert list(sheet_titles(named).values()) == [
            "Báo cáo", "Báo cáo 2", "Báo cáo năm", f"X{'x' * 30}", f"X{'x' * 28} 2",
        ]  # fmt: skip

    def test_nothing_is_hidden(self, commune: Any):
        assert {sheet.sheet_state for sheet in commune} == {"visible"}

    def test_lists_to_choose_from(self, commune: Any):
        sheet = commune["Xã"]
        areas = ["khu vực I", "khu vực II", "khu vực III", "ngoài vùng đồng bào dân tộc thiểu số và miền núi"]
        assert listed(commune, rules(sheet, "area")) == areas
        levels = ["không hoàn thành", "hoàn thành", "hoàn thành tốt", "hoàn thành xuất sắc"]
        assert listed(commune, rules(sheet, "mobilising")) == levels
        assert rules(sheet, "is_dissolved").formula1 == '"có,không"'
        assert listed(commune, rules(commune["Khai đủ sổ"], "complete:register"))[0] == "sáng kiến"

    def test_bodies_are_suggested_and_not_required(self, commune: Any):
        rule = rules(commune["Xã"], "mobilising:by")
        assert "UBND huyện" in listed(commune, rule)
        assert not rule.showErrorMessage

    def test_codes_are_chosen_from_the_sheets_that_list_them(self, commune: Any):
        assert rules(commune["Xã"], "area:document").formula1.startswith("'Văn bản'!$A$4:")
        assert rules(commune["Khoản huy động"], "contributions:subject").formula1.startswith("'Xã'!$A$4:")

    def test_numbers_and_days_are_checked_while_they_are_typed(self, commune: Any):
        sheet = commune["Xã"]
        whole = rules(sheet, "poor_households@2021")
        assert (whole.type, whole.operator, whole.formula1) == ("whole", "greaterThanOrEqual", "0")
        assert rules(sheet, "area:since").type == "date"
        perhaps = rules(commune["Báo cáo định kỳ, đột xuất"], "reports.sent_on")
        assert perhaps.type == "custom"
        assert "không diễn ra" in perhaps.formula1

    def test_a_number_with_a_highest_is_checked_for_it(self, tmp_path: Path):
        template(small_plan.PLAN, "commune", tmp_path / "book.xlsx")
        rule = rules(load_workbook(tmp_path / "book.xlsx")["Xã"], "jobs")
        assert (rule.operator, rule.formula1, rule.formula2) == ("between", "0", "1000")

    def test_every_column_is_explained_with_the_clauses_that_read_it_in_their_own_words(self, commune: Any):
        explained = {row[2]: row for row in commune["# Giải thích"].iter_rows(values_only=True) if row[2]}
        everywhere = [code for sheet in commune if not sheet.title.startswith("#") for code in codes(sheet)]
        assert [code for code in everywhere if code not in explained] == []

        for clause in PLAN.criteria_for(Commune).clauses:
            for node in nodes_of(clause.node):
                fact = getattr(node, "fact", None)
                if fact is None or fact.owner != "Commune":
                    continue
                column = next(code for code in everywhere if code.partition("@")[0] == fact.name)
                assert clause.citation.vi in explained[column][7]
                assert clause.text in explained[column][8]
        assert explained["mobilising"][3].endswith("ở mức nào?")
        assert explained["contributions.for_poverty_reduction"][3].startswith("Có: ")
        assert "quyết định phê duyệt kết quả rà soát" in explained["poor_households@2024"][6].lower()
        assert "điều kiện đề nghị" in explained["is_dissolved"][7]

    def test_a_fact_that_no_clause_reads_says_so(self, tmp_path: Path):
        template(OURS, "cooperative", tmp_path / "book.xlsx")
        rows = load_workbook(tmp_path / "book.xlsx")["# Giải thích"].iter_rows(values_only=True)
        assert next(row for row in rows if row[2] == "members")[7] == "không có tiêu chí nào dùng; ghi để tham khảo"

    def test_nothing_is_written_over_a_file_that_may_be_filled_in(self, tmp_path: Path):
        template(PLAN, Commune, tmp_path / "book.xlsx")
        with pytest.raises(FileExistsError, match="may have been filled in"):
            template(PLAN, Commune, tmp_path / "book.xlsx")

    def test_an_empty_file_is_no_loss(self, tmp_path: Path):
        (tmp_path / "book.xlsx").touch()
        template(PLAN, Commune, tmp_path / "book.xlsx")

    def test_another_ending_is_refused(self, tmp_path: Path):
        with pytest.raises(WrongValueError, match=r"ends in \.xlsx"):
            template(PLAN, Commune, tmp_path / "book.ods")

    def test_an_unknown_kind_or_review_is_refused(self, tmp_path: Path):
        with pytest.raises(UnknownNameError, match="commune"):
            template(PLAN, "comune", tmp_path / "book.xlsx")
        with pytest.raises(UnknownNameError, match="final-2025"):
            template(PLAN, Commune, tmp_path / "book.xlsx", review="final-2024")
        assert list(tmp_path.iterdir()) == []
