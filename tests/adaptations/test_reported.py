"""What is publicly known of two places: little, and each statement says how little, so that nobody takes it for all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from thidua import Document, Dossier, Paper, adopting, assess, cite, describe, explain, percent
from thidua.adaptations.bac_ninh import BAC_NINH
from thidua.adaptations.chau_thanh import CHAU_THANH
from thidua.adaptations.reported import Certainty, Locality, ReportedPlan, poor_rate, survey
from thidua.errors import NoReviewError
from thidua.movements import Plan

BOTH = pytest.mark.parametrize("place", [BAC_NINH, CHAU_THANH], ids=lambda place: place.plan.id)
PLACE = Locality("VD-01", "Địa phương Ví Dụ")
PUBLISHED = Document("01/QĐ-UBND", date(2025, 1, 20), "UBND Ví Dụ", "Quyết định công bố kết quả rà soát")


def verdict(plan: Plan, on: date, **rates: Any) -> str:
    """The verdict on invented rates, by the year of their survey."""
    said = [poor_rate.recorded(percent(rate), at=survey(int(year[1:]))) for year, rate in rates.items()]
    papers = (Paper(PUBLISHED, *said),) if said else ()
    return assess(plan, Dossier(PLACE, papers), on=on).verdict.id


class TestBacNinh:
    """As reported: an end rate below 1 % by 2025."""

    @pytest.mark.parametrize(("rate", "expected"), [("0.99", "met"), (1, "not_met"), ("1.2", "not_met"), (0, "met")])
    def test_the_end_rate_is_below_one_percent(self, rate: Any, expected: str) -> None:
        assert verdict(BAC_NINH.plan, date(2026, 2, 1), y2025=rate) == expected

    def test_without_the_last_survey_nothing_is_known(self) -> None:
        assert verdict(BAC_NINH.plan, date(2026, 2, 1), y2021=3) == "undetermined"
        assert verdict(BAC_NINH.plan, date(2026, 2, 1)) == "undetermined"

    def test_it_is_looked_at_after_that_survey(self) -> None:
        with pytest.raises(NoReviewError):
            verdict(BAC_NINH.plan, date(2025, 12, 31), y2025=0)


class TestChauThanh:
    """As reported: the poverty rate falls by 1 to 1.5 points in one year."""

    @pytest.mark.parametrize(
        ("option", "now", "expected"),
        [
            ("from_one", 4, "met"),
            ("from_one", "4.01", "not_met"),
            ("from_one", 2, "met"),
            ("from_one_and_a_half", 4, "not_met"),
            ("from_one_and_a_half", "3.5", "met"),
            ("within", 4, "met"),
            ("within", "3.5", "met"),
            ("within", "3.4", "not_met"),
            ("within", "4.1", "not_met"),
            (None, 4, "undetermined"),
        ],
    )
    def test_how_far_is_a_reading(self, option: str | None, now: Any, expected: str) -> None:
        plan = adopting(CHAU_THANH.plan, "R-02", option)

        assert verdict(plan, date(2025, 2, 1), y2023=5, y2024=now) == expected

    def test_its_fall_is_said_in_points(self) -> None:
        assert describe(CHAU_THANH.plan.clauses[0].node) == (
            "tỷ lệ hộ nghèo đa chiều giảm từ 1 điểm phần trăm trở lên so với đầu kỳ"
        )


class TestHonesty:
    """Nothing is shipped as the text of a plan that nobody here has seen."""

    @BOTH
    def test_no_statement_claims_to_be_seen_in_the_instrument(self, place: ReportedPlan) -> None:
        certainties = {each.certainty for each in place.statements}

        assert certainties == {Certainty.REPORTED, Certainty.UNKNOWN, Certainty.ASSUMED}

    @BOTH
    def test_what_is_reported_names_its_source(self, place: ReportedPlan) -> None:
        assert all(bool(each.source) == (each.certainty is Certainty.REPORTED) for each in place.statements)

    @BOTH
    def test_its_text_says_that_it_is_not_the_text(self, place: ReportedPlan) -> None:
        assert all("không phải nguyên văn" in clause.text for clause in place.plan.clauses)
        assert all("not the words" in clause.en for clause in place.plan.clauses)
        assert "phần được đưa tin" in place.plan.title.vi

    @BOTH
    def test_it_has_none_of_our_clauses_and_cites_no_place(self, place: ReportedPlan) -> None:
        assert [clause.id for clause in place.plan.clauses] == ["reported-1"]
        assert "chưa rõ vị trí" in place.plan.clauses[0].citation.vi
        assert cite("reported").en == "as reported; its place in the text is not known"

    @BOTH
    def test_every_explanation_carries_the_warning(self, place: ReportedPlan) -> None:
        (review,) = place.plan.reviews
        printed = explain(assess(place.plan, Dossier(PLACE, ()), on=review.window.first))

        assert "không phải nguyên văn" in printed

    @BOTH
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_tells_what_is_and_is_not_known(self, place: ReportedPlan, language: str) -> None:
        told = place.known(language).splitlines()

        assert told[0] == place.plan.title.in_(language)
        assert len(told) == 1 + len(place.statements)
        assert any(Certainty.UNKNOWN.value.in_(language) in line for line in told)

    @BOTH
    def test_assumed_days_are_marked(self, place: ReportedPlan) -> None:
        assert all(each.assumed for each in place.plan.surveys)
