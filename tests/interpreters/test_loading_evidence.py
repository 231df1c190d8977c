"""Bad input gets a clear error: what papers say of facts and registers, by code, place and the name that was meant."""

from __future__ import annotations

from typing import Any

import pytest
from dossier_documents import (
    COMPLETE,
    COUNTED,
    ENTRY,
    JUDGED,
    OURS,
    about,
    caught,
    document,
    paper,
    problems,
    read,
    said,
    without,
)

from thidua import InvalidDocumentError, load
from thidua.evidence import Complete, Entry, Evidence


class TestWhatIsSaid:
    def test_names_a_fact_or_a_register(self) -> None:
        assert said({}) == [("incomplete", "", "")]
        assert said({"value": 60, "at": "2021"}) == [("incomplete", "", "")]
        assert said([]) == [("wrong_type", "", "")]
        assert said(None) == [("incomplete", "", "")]

    def test_of_a_misspelt_fact(self) -> None:
        assert said({**COUNTED, "fact": "poor_housholds"}) == [("unknown_name", ".fact", "poor_households")]

    def test_of_a_fact_called_by_its_label(self) -> None:
        assert said({**COUNTED, "fact": "Số hộ nghèo đa chiều"}) == [("unknown_name", ".fact", "poor_households")]

    def test_of_a_fact_of_another_kind_of_subject(self) -> None:
        (problem,) = caught(document(paper({"fact": "left_poverty_on", "value": "2022-12-20"})))

        assert (problem.code, problem.path, problem.found) == (
            "wrong_owner",
            "$.papers[0].proves[0].fact",
            "left_poverty_on",
        )
        assert "hộ gia đình, không phải của xã" in problem.message.vi

    def test_of_a_register_of_another_kind_of_subject(self) -> None:
        assert about("household", ENTRY) == [("wrong_owner", "$.papers[0].proves[0].register", "")]

    def test_of_a_name_that_another_kind_has_but_this_kind_has_nearly(self) -> None:
        assert about("cooperative", {"fact": "households", "value": 1})[0][0] == "wrong_owner"
        ((code, _, near),) = said({"fact": "poor_household", "at": "2021", "value": 1})

        assert (code, near) == ("unknown_name", "poor_households")

    def test_of_a_register_given_as_a_fact_or_the_other_way_round(self) -> None:
        assert said({"fact": "reports", "value": 1}) == [("unknown_name", ".fact", "")]
        assert said({**ENTRY, "register": "area"}) == [("unknown_name", ".register", "")]

    def test_of_a_misspelt_register(self) -> None:
        assert said({**ENTRY, "register": "report"}) == [("unknown_name", ".register", "reports")]
        assert said({**COMPLETE, "register": "report"}) == [("unknown_name", ".register", "reports")]

    @pytest.mark.parametrize("given", [COUNTED, JUDGED])
    def test_of_a_fact_that_is_no_text(self, given: dict[str, Any]) -> None:
        assert said({**given, "fact": 5}) == [("wrong_type", ".fact", "")]

    @pytest.mark.parametrize("given", [ENTRY, COMPLETE])
    def test_of_a_register_that_is_no_text(self, given: dict[str, Any]) -> None:
        assert said({**given, "register": 5}) == [("wrong_type", ".register", "")]

    def test_with_a_misspelt_key_is_one_problem(self) -> None:
        assert said({"fcat": "area", "since": "2021-06-04", "value": "III"}) == [("unknown_field", ".fcat", "fact")]
        assert said({**without(COUNTED, "value"), "valeu": 60}) == [("unknown_field", ".valeu", "value")]
        assert said({**without(ENTRY, "fields"), "feilds": {}}) == [("unknown_field", ".feilds", "fields")]

    def test_a_year_that_is_a_number_is_offered_as_text(self) -> None:
        """The commonest slip of all: `"at": 2021`."""
        with pytest.raises(InvalidDocumentError) as refused:
            load(OURS, document(paper({**COUNTED, "at": 2021})))
        (problem,) = refused.value.problems

        assert problem.message.vi == 'cần chuỗi ký tự nhưng đã ghi 2021; ghi trong dấu ngoặc kép: "2021"'
        assert problem.message.en == 'expected text but got 2021; write it in quotation marks: "2021"'
        assert problem.nearest == "2021"

    def test_has_every_problem_it_has(self) -> None:
        assert said({"fact": "poor_households", "at": 2021, "value": -3, "by": "x"}) == [
            ("wrong_type", ".at", "2021"),
            ("out_of_range", ".value", ""),
            ("unknown_field", ".by", ""),
        ]

    def test_twice_and_differently_is_a_conflict_and_no_problem(self) -> None:
        dossier = load(OURS, document(paper(COUNTED), paper({**COUNTED, "value": 61})))

        assert len(dossier.papers) == 2


class TestWhenItHolds:
    def test_at_is_missing_for_a_fact_at_surveys(self) -> None:
        assert said(without(COUNTED, "at")) == [("incomplete", ".at", "")]
        assert said({**COUNTED, "at": None}) == [("incomplete", ".at", "")]

    @pytest.mark.parametrize(("survey", "near"), [("END_2021", "2021"), ("2019", ""), ("cuối năm 2024", "2024")])
    def test_a_misspelt_survey(self, survey: str, near: str) -> None:
        assert said({**COUNTED, "at": survey}) == [("unknown_name", ".at", near)]

    def test_a_fact_at_surveys_has_no_days(self) -> None:
        assert said({**COUNTED, "since": "2021-06-04"}) == [("unknown_field", ".since", "at")]

    def test_since_is_missing_for_a_fact_in_force(self) -> None:
        assert said({"fact": "area", "value": "III"}) == [("incomplete", ".since", "")]

    def test_a_fact_in_force_has_no_survey(self) -> None:
        assert said({"fact": "area", "at": "2021", "value": "III"}) == [("unknown_field", ".at", "since")]

    @pytest.mark.parametrize("key", ["since", "until"])
    def test_days_in_force_are_days(self, key: str) -> None:
        given = {"fact": "area", "since": "2021-06-04", "until": "2025-01-01", "value": "III", key: "4/6/2021"}

        assert said(given) == [("bad_date", f".{key}", "2021-06-04")]

    def test_it_ends_before_it_begins(self) -> None:
        given = {"fact": "area", "since": "2021-06-04", "until": "2021-06-03", "value": "III"}

        assert said(given) == [("cross_reference", ".until", "")]

    def test_a_fact_over_the_period_has_neither(self) -> None:
        given = {"fact": "under_investigation", "at": "2021", "until": "2021-06-03", "value": True}

        assert said(given) == [("unknown_field", ".at", ""), ("unknown_field", ".until", "")]


class TestJudgements:
    def test_is_read_whole(self) -> None:
        judged = read({**JUDGED, "dissent": "một ý kiến khác"})

        assert isinstance(judged, Evidence)
        assert judged.judgement is not None
        assert (judged.value, judged.judgement.dissent) == ("DONE_WELL", "một ý kiến khác")

    @pytest.mark.parametrize("key", ["by", "on", "reason", "judged"])
    def test_without_body_date_reason_or_level(self, key: str) -> None:
        assert said(without(JUDGED, key)) == [("incomplete", f".{key}", "")]

    @pytest.mark.parametrize("key", ["by", "reason"])
    def test_with_an_empty_body_or_reason(self, key: str) -> None:
        assert said({**JUDGED, key: " "}) == [("incomplete", f".{key}", "")]

    @pytest.mark.parametrize("key", ["by", "reason", "dissent"])
    def test_with_a_body_reason_or_dissent_that_is_no_text(self, key: str) -> None:
        assert said({**JUDGED, key: 5}) == [("wrong_type", f".{key}", "")]

    def test_in_a_paper_without_a_document(self) -> None:
        assert problems(document({"proves": [JUDGED]})) == [("incomplete", "$.papers[0].proves[0]", "")]

    def test_on_a_scale_that_is_another(self) -> None:
        assert said({**JUDGED, "judged": "hoàn thành tốt"}) == [("unknown_name", ".judged", "DONE_WELL")]
        assert said({**JUDGED, "judged": 3}) == [("wrong_type", ".judged", "")]

    @pytest.mark.parametrize(("value", "option"), [(True, "YES"), (False, "NO"), ("YES", "YES")])
    def test_a_yes_or_no_may_be_true_or_false(self, value: Any, option: str) -> None:
        assert read({**JUDGED, "fact": "honest", "judged": value}, "cooperative").value == option

    def test_of_a_fact_that_nobody_judges(self) -> None:
        assert said({**JUDGED, "fact": "area"}) == [("unknown_field", ".judged", "value")]

    def test_a_judged_fact_has_no_plain_value(self) -> None:
        assert said({"fact": "mobilising", "value": "DONE_WELL"}) == [("unknown_field", ".value", "judged")]


class TestRegisters:
    def test_entries_and_declarations_are_read_whole(self) -> None:
        assert isinstance(read(ENTRY), Entry)
        assert isinstance(read(COMPLETE), Complete)

    @pytest.mark.parametrize(
        ("fields", "found"),
        [
            ({"sent_on": "2023-06-14"}, [("incomplete", ".fields.due_on", "")]),
            ({"due_on": "DID_NOT_HAPPEN"}, [("incomplete", ".fields.due_on", "")]),
            ({"due_on": "15/6/2023"}, [("bad_date", ".fields.due_on", "2023-06-15")]),
            ({"due": "2023-06-15"}, [("unknown_field", ".fields.due", "due_on")]),
            (
                {"due_on": "2023-06-15", "sent": "x", "zzz": 1},
                [("unknown_field", ".fields.sent", "sent_on"), ("unknown_field", ".fields.zzz", "")],
            ),
            ({"due_on": "2023-06-15", "sent_on": 1.5}, [("float", ".fields.sent_on", "")]),
            ([], [("wrong_type", ".fields", "")]),
        ],
    )
    def test_an_entry_has_its_day_and_known_fields(self, fields: Any, found: list[tuple[str, str, str]]) -> None:
        assert said({**ENTRY, "fields": fields}) == found

    def test_an_entry_has_its_key(self) -> None:
        assert said(without(ENTRY, "entry")) == [("incomplete", ".entry", "")]
        assert said({**ENTRY, "entry": " "}) == [("incomplete", ".entry", "")]
        assert said({**ENTRY, "entry": 1}) == [("wrong_type", ".entry", "")]

    @pytest.mark.parametrize("key", ["by", "through"])
    def test_a_declaration_says_by_whom_and_through_which_day(self, key: str) -> None:
        assert said(without(COMPLETE, key)) == [("incomplete", f".{key}", "")]

    @pytest.mark.parametrize(
        ("key", "value", "code", "near"),
        [
            ("complete", -1, "out_of_range", ""),
            ("complete", True, "wrong_type", ""),
            ("complete", "4", "wrong_type", ""),
            ("complete", 4.5, "float", ""),
            ("through", "15/12/2025", "bad_date", "2025-12-15"),
            ("by", "", "incomplete", ""),
            ("by", 5, "wrong_type", ""),
        ],
    )
    def test_a_declaration_is_a_count_a_day_and_a_name(self, key: str, value: Any, code: str, near: str) -> None:
        assert said({**COMPLETE, key: value}) == [(code, f".{key}", near)]

    def test_a_declaration_that_the_entries_contradict_is_no_problem(self) -> None:
        assert load(OURS, document(paper({**COMPLETE, "complete": 0}, ENTRY)))
