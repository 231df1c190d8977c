"""Workbooks: what a template has in it, and that dossiers come out of a workbook as they went in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import small_plan
from attrs import evolve
from dossier_documents import OURS
from dossier_draws import dossiers
from filled_books import CODE_ROW, canonical
from hypothesis import assume, given, settings
from openpyxl import load_workbook

from thidua import PLAN, Commune, assess, load
from thidua.dossiers import Dossier
from thidua.errors import IncompleteError, UnknownNameError, WrongOwnerError, WrongValueError
from thidua.evidence import Complete, Entry, Evidence, Paper
from thidua.sources import Document
from thidua.subjects import Household, Subject
from thidua.texts import Text
from thidua.walks import nodes_of
from thidua.workbooks import read_workbook, template, write_workbook
from thidua.workbooks.cells import tidied
from thidua.workbooks.layout import layout, sheet_titles

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "quynh-nhai"
KINDS = [words.subject for words in PLAN.vocabularies]
REVIEW = "final-2025"
ON = date(2025, 12, 31)


def examples(kind: type[Subject]) -> list[Dossier[Any]]:
    everyone = [load(PLAN, path.read_bytes()) for path in sorted(EXAMPLES.glob("*.json"))]
    return [dossier for dossier in everyone if type(dossier.subject) is kind]


def verdicts(dossier: Dossier[Any]) -> list[Any]:
    assessment = assess(PLAN, dossier, on=ON)
    return [assessment.of(clause.id) for clause in assessment.criteria.clauses]


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


class TestRoundTrip:
    @pytest.mark.parametrize("ending", [".xlsx", ""], ids=["excel", "csv"])
    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
    def test_every_example_comes_back_as_it_is_in_json(self, kind: type[Subject], ending: str, tmp_path: Path):
        given_as_json = examples(kind)
        write_workbook(PLAN, given_as_json, tmp_path / f"book{ending}", review=REVIEW)

        back = read_workbook(PLAN, tmp_path / f"book{ending}")

        assert [canonical(dossier) for dossier in back] == [canonical(dossier) for dossier in given_as_json]
        assert [verdicts(dossier) for dossier in back] == [verdicts(dossier) for dossier in given_as_json]

    @given(dossiers())
    def test_whatever_a_dossier_says_in_csv(self, tmp_path_factory: pytest.TempPathFactory, dossier: Dossier[Any]):
        dossier = sayable(dossier)
        folder = tmp_path_factory.mktemp("book") / "csv"
        write_workbook(OURS, [dossier], folder)

        (back,) = read_workbook(OURS, folder)
        assert canonical(back) == canonical(dossier)

    @given(dossiers())
    @settings(max_examples=15)
    def test_whatever_a_dossier_says_in_excel(self, tmp_path_factory: pytest.TempPathFactory, dossier: Dossier[Any]):
        dossier = sayable(dossier)
        path = tmp_path_factory.mktemp("book") / "book.xlsx"
        write_workbook(OURS, [dossier], path, review=REVIEW)

        (back,) = read_workbook(OURS, path)
        assert canonical(back) == canonical(dossier)

    def test_a_conflict_a_correction_and_figures_without_a_document_come_back(self, tmp_path: Path):
        """Commune 07 has two figures for one moment, 08 a correction, 09 a figure nobody proves, 11 two areas."""
        several = [
            dossier for dossier in examples(Commune) if dossier.subject.code in ("QN-07", "QN-08", "QN-09", "QN-11")
        ]
        write_workbook(PLAN, several, tmp_path / "book.xlsx", review=REVIEW)

        sheet = load_workbook(tmp_path / "book.xlsx")["Xã"]
        rows = [cell.value for (cell,) in sheet.iter_rows(min_row=4, max_col=1) if cell.value]
        assert rows == ["QN-07", "QN-07", "QN-08", "QN-08", "QN-09", "QN-09", "QN-11", "QN-11"]

    def test_an_empty_template_says_nothing(self, tmp_path: Path):
        template(PLAN, "village", tmp_path / "book.xlsx")
        assert read_workbook(PLAN, tmp_path / "book.xlsx") == ()

    def test_a_document_that_is_only_corrected_is_listed(self, tmp_path: Path):
        before = Document("1/QĐ", date(2024, 1, 1), "UBND xã Ví Dụ")
        after = Document("2/QĐ", date(2025, 1, 1), "UBND xã Ví Dụ")
        counted = small_plan.poor_households.recorded(5, at=small_plan.END_2024)
        dossier = Dossier(Commune("VD-01", "Xã Ví Dụ"), (Paper(after, counted, corrects=before),))
        write_workbook(small_plan.PLAN, [dossier], tmp_path / "book")

        assert read_workbook(small_plan.PLAN, tmp_path / "book") == (dossier,)


def sayable(dossier: Dossier[Any]) -> Dossier[Any]:
    """The dossier in tidy words, without papers that prove nothing and corrections by no document."""

    def said(one: Any) -> Any:
        match one:
            case Entry():
                return evolve(one, key=tidy(one.key))
            case Complete():
                return evolve(one, by=tidy(one.by))
            case Evidence(judgement=judgement) if judgement is not None:
                words = {part: tidy(getattr(judgement, part)) for part in ("by", "reason", "dissent")}
                return evolve(one, judgement=evolve(judgement, **words))
            case _:
                return one

    def document(one: Document | None) -> Document | None:
        words = ("number", "issuer", "title")
        return one and evolve(one, **{part: tidy(getattr(one, part)) for part in words})

    def tidy(text: str) -> str:
        return tidied("".join(letter for letter in text if letter.isprintable()))

    try:
        subject = type(dossier.subject)(tidy(dossier.subject.code), tidy(dossier.subject.name))
        papers = [
            Paper(
                document(paper.document), *map(said, paper.proves), corrects=document(paper.document and paper.corrects)
            )
            for paper in dossier.papers
            if paper.proves
        ]
        tidied_up = Dossier[Any](subject, tuple(papers))
    except (IncompleteError, WrongValueError):
        assume(False)
        raise
    assume(all(one.judgement.by and one.judgement.reason for paper in papers for one in paper.proves
               if isinstance(one, Evidence) and one.judgement))  # fmt: skip
    return tidied_up


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


class TestWhatAWorkbookCannotSay:
    DOCUMENT = Document("1/QĐ", date(2025, 1, 1), "UBND xã Ví Dụ")

    def test_dossiers_of_several_kinds_or_none(self, tmp_path: Path):
        two = [Dossier(Commune("1", "Xã")), Dossier(Household("2", "Hộ"))]
        with pytest.raises(WrongOwnerError, match="Commune, Household"):
            write_workbook(PLAN, two, tmp_path / "book.xlsx")
        with pytest.raises(WrongOwnerError, match="got: none"):
            write_workbook(PLAN, [], tmp_path / "book.xlsx")

    def test_a_paper_that_proves_nothing(self, tmp_path: Path):
        with pytest.raises(WrongValueError, match="'1/QĐ' proves nothing"):
            write_workbook(PLAN, [Dossier(Commune("1", "Xã"), (Paper(self.DOCUMENT),))], tmp_path / "book")

    def test_a_correction_without_a_document(self, tmp_path: Path):
        counted = small_plan.poor_households.recorded(5, at=small_plan.END_2024)
        dossier = Dossier(Commune("1", "Xã"), (Paper(None, counted, corrects=self.DOCUMENT),))
        with pytest.raises(WrongValueError, match="a paper without a document"):
            write_workbook(small_plan.PLAN, [dossier], tmp_path / "book")

    @pytest.mark.parametrize("name", ["Xã\x07", "Xã" * 20_000], ids=["a bell", "a book"])
    def test_text_that_no_cell_holds(self, name: str, tmp_path: Path):
        with pytest.raises(WrongValueError, match="a cell holds"):
            write_workbook(PLAN, [Dossier(Commune("1", name))], tmp_path / "book.xlsx")
        assert list(tmp_path.iterdir()) == []
