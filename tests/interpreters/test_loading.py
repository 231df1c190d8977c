"""Bad input gets a clear error: every problem of a document, with its code, its place and the name that was meant."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from dossier_documents import COUNTED, DOCUMENT, OURS, caught, document, paper, problems, said

from thidua import Document, InvalidDocumentError, load

OTHER = {**DOCUMENT, "number": "13/BC-UBND"}


class TestTheDocument:
    @pytest.mark.parametrize(
        ("given", "code"),
        [
            ("", "not_json"),
            ("{", "not_json"),
            (b"\xff\xfe{", "not_json"),
            ("[" * 100_000, "too_deep"),
            ('{"a":' * 100_000, "too_deep"),
            ("[]", "wrong_type"),
            ("5", "wrong_type"),
            ("null", "incomplete"),
            ("NaN", "wrong_type"),
            ([], "wrong_type"),
        ],
    )
    def test_that_is_no_object_is_one_problem(self, given: Any, code: str) -> None:
        assert problems(given) == [(code, "$", "")]

    def test_of_another_format_is_told_nothing_else(self) -> None:
        assert problems({"format": "thidua.explanation/1", "receipt": {}}) == [("unknown_name", "$.format", "")]

    def test_of_a_misspelt_format_is_told_the_right_one(self) -> None:
        assert problems(document(format="thidua.dosier/1")) == [("unknown_name", "$.format", "thidua.dossier/1")]

    def test_that_is_empty_lacks_its_parts(self) -> None:
        assert problems({}) == [("incomplete", f"$.{key}", "") for key in ("format", "subject", "papers")]

    def test_may_carry_a_note_and_anything_under_extra(self) -> None:
        text = json.dumps(document(note="Số liệu giả định", extra={"a": [1.5, None]}))

        assert load(OURS, text.replace('"a"', '"b": NaN, "b"')) == load(OURS, document())

    def test_may_begin_with_a_byte_order_mark(self) -> None:
        text = json.dumps(document())

        assert load(OURS, "\ufeff" + text) == load(OURS, text.encode("utf-8-sig")) == load(OURS, text)

    def test_names_its_file_in_the_report(self) -> None:
        with pytest.raises(InvalidDocumentError, match=r"^xã\.json: 1 problem\n  this is no JSON"):
            load(OURS, "{", source="xã.json")

    def test_is_not_the_name_of_its_file(self) -> None:
        with pytest.raises(InvalidDocumentError, match=r"column 1; read the file first, with path\.read_bytes\(\)"):
            load(OURS, "xã.json")


class TestAnyValue:
    def test_a_key_given_twice(self) -> None:
        text = json.dumps(document()).replace('"code": "QN-01"', '"code": "QN-01", "code": "QN-02"')

        assert problems(text) == [("duplicate", "$.subject.code", "")]

    def test_a_key_given_twice_in_two_spellings_of_one_letter(self) -> None:
        assert problems({**document(), "\u00e9": 1, "e\u0301": 1}) == [
            ("duplicate", "$.é", ""),
            ("unknown_field", "$.é", ""),
        ]

    @pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
    def test_what_json_has_no_word_for(self, word: str) -> None:
        assert said({**COUNTED, "value": float(word)}) == [("not_json", ".value", "")]
        text = json.dumps(document(paper(COUNTED))).replace("60", word)
        assert problems(text) == [("not_json", "$.papers[0].proves[0].value", "")]

    def test_half_a_character(self) -> None:
        text = json.dumps(document()).replace("Xã Ví Dụ", "\\ud800").replace("X\\u00e3 V\\u00ed D\\u1ee5", "\\ud800")

        assert problems(text) == [("not_json", "$.subject.name", "")]

    @pytest.mark.parametrize("value", [3.5, 0.1, 2.0**60, 1e-400 + 0.5])
    def test_a_float_that_is_no_whole_number(self, value: float) -> None:
        assert said({**COUNTED, "value": value}) == [("float", ".value", "")]

    @pytest.mark.parametrize("value", ["60.0", "6e1", "600E-1"])
    def test_a_whole_number_with_a_point_is_a_whole_number(self, value: str) -> None:
        text = json.dumps(document(paper(COUNTED))).replace("60", value)

        assert (
            load(OURS, text)
            == load(OURS, document(paper(COUNTED)))
            == load(OURS, document(paper({**COUNTED, "value": 60.0})))
        )

    @pytest.mark.parametrize("value", ["9" * 101, "9" * 5_000, "1e100", "1e999999999", "1e99999999999999999999"])
    def test_a_number_too_long_to_be_one(self, value: str) -> None:
        text = json.dumps(document(paper(COUNTED))).replace("60", value)

        assert problems(text) in (
            [("too_large", "$.papers[0].proves[0].value", "")],
            [("not_json", "$.papers[0].proves[0].value", "")],
        )
        assert said({**COUNTED, "value": 10**5_000}) == [("too_large", ".value", "")]

    def test_lists_within_lists_without_end(self) -> None:
        loop: list[Any] = []
        loop.append(loop)

        assert problems(document(note=loop)) == [
            ("wrong_type", "$.note", ""),
            ("too_deep", "$.note" + "[0]" * 32, ""),
        ]

    def test_a_key_that_is_no_text(self) -> None:
        assert problems({**document(), 5: 1}) == [("wrong_type", "$", "")]

    def test_a_python_value_that_json_does_not_have(self) -> None:
        assert said({**COUNTED, "at": date(2021, 1, 1)}) == [("wrong_type", ".at", "")]

    def test_a_tuple_is_a_list(self) -> None:
        assert load(OURS, document(papers=(paper(COUNTED),))) == load(OURS, document(paper(COUNTED)))

    def test_unknown_keys_with_the_nearest_one(self) -> None:
        found = problems(document({"documnt": DOCUMENT, "prooves": []}, nots="x", zzz=1))

        assert found == [
            ("unknown_field", "$.papers[0].documnt", "document"),
            ("unknown_field", "$.papers[0].prooves", "proves"),
            ("unknown_field", "$.nots", "note"),
            ("unknown_field", "$.zzz", ""),
        ]

    @pytest.mark.parametrize("papers", [{}, "", 5, True])
    def test_an_object_or_text_is_no_list(self, papers: Any) -> None:
        assert problems(document(papers=papers)) == [("wrong_type", "$.papers", "")]

    @pytest.mark.parametrize("subject", [[], "", 5, True])
    def test_a_list_or_text_is_no_object(self, subject: Any) -> None:
        assert problems(document(subject=subject)) == [("wrong_type", "$.subject", "")]


class TestTheSubject:
    def test_a_misspelt_kind(self) -> None:
        subject = {"kind": "comune", "code": "QN-01", "name": "Xã Ví Dụ"}

        assert problems(document(subject=subject)) == [("unknown_name", "$.subject.kind", "commune")]

    def test_a_kind_called_by_its_label(self) -> None:
        subject = {"kind": "Hộ gia đình", "code": "QN-01", "name": "Hộ Ví Dụ"}

        assert problems(document(subject=subject)) == [("unknown_name", "$.subject.kind", "household")]

    def test_the_rest_is_read_as_of_the_kind_that_was_meant(self) -> None:
        subject = {"kind": "comune", "code": "QN-01", "name": "Xã Ví Dụ"}

        assert problems(document(paper({**COUNTED, "fact": "poor_housholds"}), subject=subject)) == [
            ("unknown_name", "$.subject.kind", "commune"),
            ("unknown_name", "$.papers[0].proves[0].fact", "poor_households"),
        ]

    def test_the_facts_of_a_kind_that_nobody_knows_are_left_alone(self) -> None:
        subject = {"kind": "ward", "code": "QN-01", "name": "Phường Ví Dụ"}

        assert problems(document(paper(COUNTED, 5), subject=subject)) == [
            ("unknown_name", "$.subject.kind", ""),
            ("wrong_type", "$.papers[0].proves[1]", ""),
        ]

    def test_an_empty_code_or_name(self) -> None:
        subject = {"kind": "commune", "code": "", "name": " "}

        assert problems(document(subject=subject)) == [
            ("incomplete", "$.subject.code", ""),
            ("incomplete", "$.subject.name", ""),
        ]

    def test_a_code_that_is_a_number(self) -> None:
        subject = {"kind": 1, "code": 1, "name": None}

        assert problems(document(subject=subject)) == [
            ("wrong_type", "$.subject.kind", ""),
            ("wrong_type", "$.subject.code", ""),
            ("incomplete", "$.subject.name", ""),
        ]


class TestPapers:
    def test_a_date_written_day_first(self) -> None:
        (problem,) = caught(document(paper(document={**DOCUMENT, "issued_on": "7/10/2022"})))

        assert (problem.code, problem.path, problem.nearest) == (
            "bad_date",
            "$.papers[0].document.issued_on",
            "2022-10-07",
        )
        assert "ghi 2022-10-07" in problem.message.vi
        assert "write 2022-10-07" in problem.message.en
        assert (problem.found, problem.expected) == ("7/10/2022", "YYYY-MM-DD")

    @pytest.mark.parametrize("day", ["2022-02-30", "2022-2-3", "12/2022", "hôm nay", "20220112", "2022-01-12T00:00"])
    def test_a_day_that_is_none(self, day: str) -> None:
        assert problems(document(paper(document={**DOCUMENT, "issued_on": day}))) == [
            ("bad_date", "$.papers[0].document.issued_on", "")
        ]

    def test_a_document_needs_an_issuer_and_a_number_or_a_title(self) -> None:
        assert problems(document(paper(document={"issued_on": "2022-01-12", "issuer": " ", "title": ""}))) == [
            ("incomplete", "$.papers[0].document.issuer", ""),
            ("incomplete", "$.papers[0].document.number", ""),
        ]
        assert problems(document(paper(document={}))) == [
            ("incomplete", "$.papers[0].document.issued_on", ""),
            ("incomplete", "$.papers[0].document.issuer", ""),
            ("incomplete", "$.papers[0].document.number", ""),
        ]

    @pytest.mark.parametrize("key", ["number", "title"])
    def test_a_number_or_title_that_is_no_text(self, key: str) -> None:
        assert problems(document(paper(document={**DOCUMENT, key: 5}))) == [
            ("wrong_type", f"$.papers[0].document.{key}", "")
        ]

    def test_an_undocumented_paper_has_no_document_or_null(self) -> None:
        assert load(OURS, document({"proves": [COUNTED]})) == load(
            OURS, document({"document": None, "proves": [COUNTED]})
        )

    def test_a_title_alone_names_a_document(self) -> None:
        titled = {"title": "Danh sách", "issued_on": "2022-01-12", "issuer": "UBND xã"}
        dossier = load(OURS, document(paper(document=titled)))

        assert dossier.papers[0].document == Document("", date(2022, 1, 12), "UBND xã", "Danh sách")


class TestCorrections:
    def test_of_a_paper_named_here_or_told_in_full(self) -> None:
        by_name = load(OURS, document(paper(id="a"), paper(document=OTHER, corrects="a")))
        in_full = load(OURS, document(paper(), paper(document=OTHER, corrects=DOCUMENT)))

        assert by_name == in_full
        assert by_name.papers[1].corrects == by_name.papers[0].document

    def test_of_an_unknown_paper(self) -> None:
        assert problems(document(paper(id="report"), paper(document=OTHER, corrects="reprot"))) == [
            ("cross_reference", "$.papers[1].corrects", "report")
        ]

    def test_by_the_paper_itself(self) -> None:
        assert problems(document(paper(id="p1", corrects="p1"))) == [("cross_reference", "$.papers[0].corrects", "")]
        assert problems(document(paper(corrects=DOCUMENT))) == [("cross_reference", "$.papers[0].corrects", "")]

    def test_of_a_paper_without_a_document(self) -> None:
        assert problems(document({"id": "p1", "proves": []}, paper(corrects="p1"))) == [
            ("cross_reference", "$.papers[1].corrects", "")
        ]

    def test_in_a_circle(self) -> None:
        third = {**DOCUMENT, "number": "14/BC-UBND"}
        circle = (
            paper(document=third, corrects="a"),
            paper(id="a", corrects="b"),
            paper(id="b", document=OTHER, corrects="a"),
        )

        assert problems(document(*circle)) == [("cross_reference", "$.papers[1].corrects", "")]

    def test_in_two_circles(self) -> None:
        documents = [{**DOCUMENT, "number": str(number)} for number in range(4)]
        circles = [
            paper(id=str(number), document=each, corrects=str(number ^ 1)) for number, each in enumerate(documents)
        ]

        assert problems(document(*circles)) == [
            ("cross_reference", "$.papers[0].corrects", ""),
            ("cross_reference", "$.papers[2].corrects", ""),
        ]

    def test_by_a_name_that_two_papers_have(self) -> None:
        assert problems(document(paper(id="p1"), paper(id="p1"), paper(id=" "))) == [
            ("cross_reference", "$.papers[1].id", ""),
            ("incomplete", "$.papers[2].id", ""),
        ]

    def test_that_are_neither_text_nor_a_document(self) -> None:
        assert problems(document(5, paper(id=5, corrects=5), {"proves": 5, "document": 5})) == [
            ("wrong_type", "$.papers[0]", ""),
            ("wrong_type", "$.papers[1].id", ""),
            ("wrong_type", "$.papers[1].corrects", ""),
            ("wrong_type", "$.papers[2].proves", ""),
            ("wrong_type", "$.papers[2].document", ""),
        ]
