"""Rows that say something together: what belongs to a fact, to a document, to a register; all that is wrong at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from filled_books import QD, XA, Book, canonical

from thidua import PLAN, load
from thidua.errors import Problem
from thidua.evidence import Complete, Entry
from thidua.sources import Document

POOR = "poor_households@2024"
SURVEY = "survey@2024:document"
JUDGED = {
    "mobilising": "hoàn thành tốt", "mobilising:by": "UBND huyện", "mobilising:on": date(2025, 6, 18),
    "mobilising:reason": "Vận động được nhiều.", "mobilising:document": "V1",
}  # fmt: skip
REPORT = {
    "reports:subject": "VD-01", "reports:entry": "BC-01", "reports.due_on": "10/6/2023",
    "reports.sent_on": "không diễn ra", "reports:document": "V1",
}  # fmt: skip
FULL = {
    "complete:register": "báo cáo định kỳ, đột xuất", "complete:subject": "VD-01", "complete:entries": 7,
    "complete:through": "15/12/2025", "complete:by": "Văn phòng UBND xã", "complete:document": "V1",
}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


class TestAWholeBook:
    def test_says_what_the_same_dossier_says_in_json(self, book: Book):
        book.add({**XA, POOR: "1 250", SURVEY: "V1", "is_dissolved": "có", **JUDGED}, QD, REPORT, FULL)
        document = {"number": "1/QĐ", "issued_on": "2025-06-20", "issuer": "UBND huyện"}
        judged = {"judged": "DONE_WELL", "by": "UBND huyện", "on": "2025-06-18", "reason": "Vận động được nhiều."}
        fields = {"due_on": "2023-06-10", "sent_on": "DID_NOT_HAPPEN"}
        proved: list[dict[str, Any]] = [
            {"fact": "poor_households", "at": "2024", "value": 1250},
            {"fact": "mobilising", **judged},
            {"register": "reports", "entry": "BC-01", "fields": fields},
            {"register": "reports", "complete": 7, "through": "2025-12-15", "by": "Văn phòng UBND xã"},
        ]
        as_json = load(PLAN, {
            "format": "thidua.dossier/1",
            "subject": {"kind": "commune", "code": "VD-01", "name": "Xã Ví Dụ"},
            "papers": [{"document": document, "proves": proved}, {"proves": [{"fact": "is_dissolved", "value": True}]}],
        })  # fmt: skip

        assert book.read() == (as_json,)

    def test_every_mistake_is_told_at_once_in_the_order_of_the_sheets(self, book: Book):
        book.add(
            {**XA, POOR: "1.250", "area": "khu vực 3", "area:since": "32/1/2021", "mobilising": "hoàn thành"},
            {"commune:name": "Xã Không Mã"},
            {**REPORT, "reports:subject": "VD-10", "reports.due_on": None},
            {**FULL, "complete:entries": "bảy", "complete:register": "báo cáo"},
            {**QD, "document:issuer": None},
            {**QD, "document:number": None},
        )
        assert book.problems() == [
            ("unknown_name", book.place("area")),
            ("bad_date", book.place("area:since")),
            ("ambiguous", book.place(POOR)),
            ("incomplete", book.place("mobilising:by")),
            ("incomplete", book.place("mobilising:on")),
            ("incomplete", book.place("mobilising:reason")),
            ("incomplete", book.place("mobilising:document")),
            ("incomplete", book.place("commune:code", 5)),
            ("cross_reference", book.place("reports:subject")),
            ("incomplete", book.place("reports.due_on")),
            ("unknown_name", book.place("complete:register")),
            ("wrong_type", book.place("complete:entries")),
            ("incomplete", book.place("document:issuer")),
            ("duplicate", book.place("document:id", 5)),
            ("incomplete", book.place("document:number", 5)),
        ]

    def test_the_report_names_the_file_and_each_cell(self, book: Book):
        book.add({**XA, POOR: "1.250"})
        (problem,) = book.refused()
        assert problem.line("vi").endswith(f"@ {book.place(POOR)}")


class TestOneSubjectInSeveralRows:
    def test_says_all_that_the_rows_say(self, book: Book):
        """Two figures from two documents are a conflict, for assessing to tell; nothing is dropped."""
        book.add({**XA, POOR: 25, SURVEY: "V1"}, {"commune:code": "VD-01", POOR: 26, SURVEY: "V2"},
                 QD, {**QD, "document:id": "V2", "document:number": "2/QĐ"})  # fmt: skip
        (dossier,) = book.read()
        assert [said.value for paper in dossier.papers for said in paper.proves] == [25, 26]
        assert dossier.subject.name == "Xã Ví Dụ"

    def test_its_name_must_not_change(self, book: Book):
        book.add(XA, {**XA, "commune:name": "Xã Khác"})
        (problem,) = book.refused()
        assert (problem.code, problem.path) == ("cross_reference", book.place("commune:name", 5))
        assert "“VD-01” là Xã Ví Dụ ở Xã!B4" in problem.message.vi

    def test_any_row_may_name_it_and_one_must(self, book: Book):
        book.add({"commune:code": "VD-01"}, XA)
        assert [dossier.subject.name for dossier in book.read()] == ["Xã Ví Dụ"]
        book.add({"commune:code": "VD-02"}, {"commune:code": "VD-02"})
        assert book.problems() == [("incomplete", book.place("commune:name", 6))]


class TestWhatBelongsTogether:
    @pytest.mark.parametrize("part", ["by", "on", "reason", "document"])
    def test_a_judgement_needs_its_body_day_reason_and_minutes(self, book: Book, part: str):
        judged = {code: value for code, value in JUDGED.items() if code != f"mobilising:{part}"}
        book.add({**XA, **judged}, QD)
        assert book.problems() == [("incomplete", book.place(f"mobilising:{part}"))]

    def test_a_reason_without_its_level(self, book: Book):
        book.add({**XA, **JUDGED, "mobilising": None}, QD)
        assert book.problems() == [("incomplete", book.place("mobilising"))]

    def test_dissent_is_kept(self, book: Book):
        book.add({**XA, **JUDGED, "mobilising:dissent": "01/09 thành viên"}, QD)
        ((paper,),) = [dossier.papers for dossier in book.read()]
        assert paper.proves[0].judgement.dissent == "01/09 thành viên"

    def test_what_is_in_force_says_since_when(self, book: Book):
        book.add({**XA, "area": "khu vực I"})
        (problem,) = book.refused()
        assert (problem.code, problem.path, problem.expected) == ("incomplete", book.place("area:since"), "area:since")

    def test_and_does_not_end_before_it_begins(self, book: Book):
        book.add({**XA, "area": "khu vực I", "area:since": "4/6/2021", "area:until": "3/6/2021"})
        assert book.problems() == [("cross_reference", book.place("area:until"))]

    def test_where_a_needed_column_was_deleted_the_row_is_told(self, book: Book):
        book.add({**XA, "area": "khu vực I", "area:since": "4/6/2021"})
        since = book.cell("area:since")
        book.sheet("area").delete_cols(since.column)
        assert book.problems() == [("incomplete", book.place("area"))]

    def test_where_the_column_of_codes_is_left_but_empty(self, book: Book):
        book.add({POOR: 5})
        assert book.problems() == [("incomplete", book.place("commune:code"))]

    def test_an_entry_needs_its_subject_key_and_day(self, book: Book):
        book.add(XA, {"reports.sent_on": "1/6/2023"})
        assert book.problems() == [
            ("incomplete", book.place("reports:subject")),
            ("incomplete", book.place("reports:entry")),
            ("incomplete", book.place("reports.due_on")),
        ]

    def test_the_day_of_an_entry_cannot_fail_to_come(self, book: Book):
        book.add(XA, QD, {**REPORT, "reports.due_on": "không diễn ra"})
        assert book.problems() == [("bad_date", book.place("reports.due_on"))]

    def test_a_declaration_needs_all_but_its_document(self, book: Book):
        book.add(XA, {"complete:register": "reports"})
        parts = ("subject", "entries", "through", "by")
        assert book.problems() == [("incomplete", book.place(f"complete:{part}")) for part in parts]

    def test_a_count_below_zero_is_told_at_its_cell(self, book: Book):
        book.add(XA, {**FULL, "complete:entries": -1, "complete:document": None})
        assert book.problems() == [("out_of_range", book.place("complete:entries"))]

    def test_a_field_out_of_range_is_told_at_its_cell(self, book: Book):
        gift = {"contributions:subject": "VD-01", "contributions:entry": "1", "contributions.given_on": "1/6/2023"}
        book.add(XA, {**gift, "contributions.value": -5})
        assert book.problems() == [("out_of_range", book.place("contributions.value"))]


class TestDocuments:
    def test_a_code_that_is_not_listed(self, book: Book):
        book.add({**XA, POOR: 5, SURVEY: "V10", **JUDGED, "mobilising:document": "V2"}, REPORT, FULL, QD)
        problems = book.refused()
        assert [(problem.code, problem.path) for problem in problems] == [
            ("cross_reference", book.place(SURVEY)), ("cross_reference", book.place("mobilising:document")),
        ]  # fmt: skip
        assert problems[0].nearest == "V1"

    def test_a_document_may_be_copied_down_where_nothing_is_said(self, book: Book):
        book.add({**XA, SURVEY: "V1", "mobilising:document": "V1"}, {"reports:document": "V1"}, QD)
        assert [dossier.papers for dossier in book.read()] == [()]

    def test_needs_its_number_or_its_title(self, book: Book):
        book.add({**QD, "document:number": None, "document:title": "Sổ theo dõi"}, {**XA, POOR: 5, SURVEY: "V1"})
        (dossier,) = book.read()
        assert dossier.papers[0].document == Document("", date(2025, 6, 20), "UBND huyện", "Sổ theo dõi")

    def test_one_that_is_wrong_is_told_once_and_what_it_proves_is_still_looked_at(self, book: Book):
        book.add({**QD, "document:issued_on": "hôm qua"}, {**XA, POOR: -5, SURVEY: "V1"})
        assert book.problems() == [("out_of_range", book.place(POOR)), ("bad_date", book.place("document:issued_on"))]

    def test_one_that_corrects_another(self, book: Book):
        book.add({**XA, POOR: 25, SURVEY: "V2"}, QD, {**QD, "document:id": "V2", "document:number": "2/QĐ",
                                                      "document:corrects": "V1"})  # fmt: skip
        (dossier,) = book.read()
        (paper,) = dossier.papers
        assert paper.corrects == evolve(paper.document, number="1/QĐ")

    def test_none_corrects_itself_nor_one_that_is_not_listed(self, book: Book):
        book.add({**QD, "document:corrects": "V1"}, {**QD, "document:id": "V2", "document:corrects": "V9"},
                 {**XA, POOR: 1, SURVEY: "V1"})  # fmt: skip
        assert book.problems() == [
            ("cross_reference", book.place("document:corrects")),
            ("cross_reference", book.place("document:corrects", 5)),
        ]  # fmt: skip

    def test_nor_do_they_correct_one_another_in_a_circle(self, book: Book):
        book.add({**XA, POOR: 1, SURVEY: "V1"}, {"commune:code": "VD-01", POOR: 2, SURVEY: "V2"},
                 {**QD, "document:corrects": "V2"},
                 {**QD, "document:id": "V2", "document:number": "2/QĐ", "document:corrects": "V1"})  # fmt: skip
        assert book.problems() == [("cross_reference", book.place("document:corrects"))]

    def test_a_judgement_without_minutes_is_refused_and_a_figure_without_a_document_is_not(self, book: Book):
        book.add({**XA, POOR: 5})
        ((paper,),) = [dossier.papers for dossier in book.read()]
        assert paper.document is None


class TestRegisters:
    def test_equal_keys_are_told_as_they_stand(self, book: Book):
        book.add(XA, QD, REPORT, {**REPORT, "reports.sent_on": "9/6/2023"})
        (dossier,) = book.read()
        assert [said.key for paper in dossier.papers for said in paper.proves if isinstance(said, Entry)] == [
            "BC-01"
        ] * 2

    @pytest.mark.parametrize("name", ["báo cáo định kỳ, đột xuất", "Báo cáo  định kỳ, đột xuất", "reports"])
    def test_a_register_is_named_by_what_it_is_called_or_by_its_name(self, book: Book, name: str):
        book.add(XA, QD, {**FULL, "complete:register": name})
        (dossier,) = book.read()
        ((said,),) = [paper.proves for paper in dossier.papers]
        assert isinstance(said, Complete)
        assert said.register.name == "reports"

    def test_an_unknown_subject_is_offered_the_nearest(self, book: Book):
        book.add({**XA, "commune:code": "QN-01"}, QD, {**REPORT, "reports:subject": "QN-1"})
        (problem,) = book.refused()
        assert (problem.code, problem.nearest) == ("cross_reference", "QN-01")


def test_a_problem_with_no_cell_of_its_own_is_told_at_the_subject(book: Book, monkeypatch: pytest.MonkeyPatch):
    """What the loader finds wrong with a dossier as a whole stands at the code of its subject."""
    from thidua.errors import InvalidDocumentError  # noqa: PLC0415  # as the loader raises it
    from thidua.texts import Text  # noqa: PLC0415  # needed by this test alone
    from thidua.workbooks import reading  # noqa: PLC0415  # as above

    def refuse(*_: Any) -> Any:
        raise InvalidDocumentError([Problem("incomplete", "$.subject.code", Text("thiếu", "missing"))])

    monkeypatch.setattr(reading, "load", refuse)
    book.add(XA)
    assert book.problems() == [("incomplete", book.place("commune:code"))]


def test_canonical_is_the_same_for_a_dossier_and_its_copy(book: Book):
    book.add(XA, QD, REPORT)
    (dossier,) = book.read()
    assert canonical(dossier) == canonical(evolve(dossier))
