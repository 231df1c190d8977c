"""Bad input gets a clear error: values of another type, another unit, another list, or out of bounds."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from dossier_documents import COUNTED, about, caught, document, paper, read, said, without

from thidua import DID_NOT_HAPPEN
from thidua.interpreters.loading.values import raw_value


class TestValues:
    @pytest.mark.parametrize("value", ["60", "60 hộ", True, [], {}, {"household": 60}, {"dong": 1, "percent": "1"}])
    def test_a_count_is_a_whole_number(self, value: Any) -> None:
        ((code, path, near),) = said({**COUNTED, "value": value})

        assert (code, path) == ("wrong_type", ".value")
        assert near == ("60" if value == "60" else "")

    def test_a_count_is_never_negative(self) -> None:
        assert said({**COUNTED, "value": -1}) == [("out_of_range", ".value", "")]

    def test_a_count_has_its_ceiling(self) -> None:
        (problem,) = caught(
            document(
                paper({"fact": "members", "value": 5_001}), subject={"kind": "cooperative", "code": "1", "name": "HTX"}
            )
        )

        assert problem.code == "out_of_range"
        assert "từ 0 người đến 5.000 người" in problem.message.vi

    @pytest.mark.parametrize("value", [{"dong": 60}, {"percent": "60"}])
    def test_a_count_is_in_no_other_unit(self, value: Any) -> None:
        assert said({**COUNTED, "value": value}) == [("wrong_unit", ".value", "")]

    def test_no_value_is_no_evidence(self) -> None:
        assert said({**COUNTED, "value": None}) == [("incomplete", ".value", "")]
        assert said(without(COUNTED, "value")) == [("incomplete", ".value", "")]

    def test_an_amount_is_in_dong(self) -> None:
        plain = read({"fact": "capital", "value": 50_000_000}, "cooperative")

        assert plain == read({"fact": "capital", "value": {"dong": 50_000_000}}, "cooperative")
        assert plain.value == 50_000_000
        assert about("cooperative", {"fact": "capital", "value": {"dong": 0.5}}) == [
            ("float", "$.papers[0].proves[0].value.dong", "")
        ]

    @pytest.mark.parametrize(
        ("text", "share"),
        [("4.5", Fraction(45, 1000)), ("0", Fraction(0)), ("100", Fraction(1)), ("100/3", Fraction(1, 3))],
    )
    def test_a_rate_is_a_percentage_as_text(self, text: str, share: Fraction) -> None:
        given = {"fact": "poverty_rate", "at": "2021", "value": text}

        assert read(given, "cooperative").value == share
        assert read({**given, "value": {"percent": text}}, "cooperative").value == share

    @pytest.mark.parametrize("text", ["0", "4.5", "0.05", "100", "12.345", "1/3", "100/3"])
    def test_a_rate_is_written_as_it_is_read(self, text: str) -> None:
        evidence = read({"fact": "poverty_rate", "at": "2021", "value": text}, "cooperative")

        assert raw_value(evidence.fact, evidence.value) == text

    @pytest.mark.parametrize(
        ("value", "code", "near"),
        [
            ("4,5", "wrong_type", "4.5"),
            ("4.5%", "wrong_type", "4.5"),
            (4, "wrong_type", "4"),
            (True, "wrong_type", ""),
            ("1/0", "wrong_type", ""),
            ("1e5", "wrong_type", ""),
            ("9" * 200, "wrong_type", ""),
            (4.5, "float", ""),
            ("100.5", "out_of_range", ""),
            ("-1", "out_of_range", ""),
            ({"dong": 4}, "wrong_unit", ""),
        ],
    )
    def test_a_rate_is_nothing_else(self, value: Any, code: str, near: str) -> None:
        given = {"fact": "poverty_rate", "at": "2021", "value": value}

        assert about("cooperative", given) == [(code, "$.papers[0].proves[0].value", near)]

    @pytest.mark.parametrize(("value", "near"), [("iii", "III"), ("Khu vực II", "II"), ("V", ""), ("xã khu vực 9", "")])
    def test_a_misspelt_option(self, value: str, near: str) -> None:
        ((code, path, found),) = said({"fact": "area", "since": "2021-06-04", "value": value})

        assert (code, path) == ("unknown_name", ".value")
        assert found == near

    @pytest.mark.parametrize("value", [3, True, ["III"]])
    def test_an_option_is_text(self, value: Any) -> None:
        assert said({"fact": "area", "since": "2021-06-04", "value": value}) == [("wrong_type", ".value", "")]

    @pytest.mark.parametrize("value", ["có", "true", 1, 0])
    def test_a_yes_or_no_is_true_or_false(self, value: Any) -> None:
        assert said({"fact": "under_investigation", "value": value}) == [("wrong_type", ".value", "")]

    @pytest.mark.parametrize(
        ("value", "code", "near"),
        [
            ("did not happen", "bad_date", "DID_NOT_HAPPEN"),
            ("20/12/2022", "bad_date", "2022-12-20"),
            ("2205-12-20", "out_of_range", ""),
            (20221220, "wrong_type", ""),
            (False, "wrong_type", ""),
        ],
    )
    def test_a_day_that_is_none(self, value: Any, code: str, near: str) -> None:
        given = {"fact": "left_poverty_on", "value": value}

        assert about("household", given) == [(code, "$.papers[0].proves[0].value", near)]

    def test_a_day_or_that_it_did_not_happen(self) -> None:
        assert read({"fact": "left_poverty_on", "value": "2022-12-20"}, "household").value == date(2022, 12, 20)
        assert read({"fact": "left_poverty_on", "value": "DID_NOT_HAPPEN"}, "household").value is DID_NOT_HAPPEN
