"""Two plans without a review in common are not put side by side, and it is said what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from thidua import PLAN, Commune, Document, Dossier, compare, impact, impact_of_table
from thidua.adaptations.bac_ninh import BAC_NINH
from thidua.amendments import add_review, amend, drop_review
from thidua.errors import NoReviewError, UnknownNameError, WrongValueError
from thidua.interpreters.comparing.results import Relation
from thidua.testing import assert_equivalent, assert_no_looser, assert_no_stricter

DECISION = Document("05/QĐ-UBND", date(2022, 1, 1), "UBND tỉnh Ví Dụ", "Quyết định")
OTHER = BAC_NINH.plan
DOSSIER = Dossier(Commune("VD-01", "Xã Ví Dụ"))
ON = date(2025, 12, 31)
CALLS: list[Callable[[], Any]] = [
    lambda: compare(PLAN, OTHER),
    lambda: compare(PLAN, OTHER, review="final-2025"),
    lambda: compare(PLAN, OTHER, on=ON),
    lambda: assert_no_looser(PLAN, OTHER),
    lambda: assert_no_stricter(PLAN, OTHER),
    lambda: assert_equivalent(PLAN, OTHER),
    lambda: impact(PLAN, OTHER, [DOSSIER], on=ON),
    lambda: impact_of_table(PLAN, OTHER, Commune, None, on=ON),
]


class TestNone:
    """Reviews of the one, reviews of the other, and how to say that two of them are one."""

    @pytest.mark.parametrize("call", CALLS)
    def test_every_call_says_what_to_do(self, call: Callable[[], Any]) -> None:
        with pytest.raises(NoReviewError) as told:
            call()

        message = str(told.value)
        assert "have no review in common, so nobody can be judged under both" in message
        assert "there are: interim-2023, final-2025, special and after-the-survey" in message
        assert "Give two editions of one movement, such as a plan and what amend() makes of it" in message
        assert "Nearest to one another are 'final-2025' and 'after-the-survey'" in message
        assert "add_review(evolve(new.reviews[0], id='final-2025'), by=…)" in message

    def test_what_it_says_to_do_is_enough(self) -> None:
        new = OTHER
        named = amend(new, add_review(evolve(new.reviews[0], id="final-2025"), by=DECISION), effective=date(2022, 1, 1))

        assert compare(PLAN, named).relation() is Relation.INCOMPARABLE

    def test_names_that_are_alike_are_nearer_than_days(self) -> None:
        reviews = tuple(evolve(one, id=f"{one.id}-bis") for one in reversed(PLAN.reviews))

        with pytest.raises(NoReviewError, match="Nearest to one another are 'interim-2023' and 'interim-2023-bis'"):
            compare(PLAN, evolve(PLAN, reviews=reviews, routes=()))

    def test_without_any_there_is_nothing_to_rename(self) -> None:
        with pytest.raises(NoReviewError, match=r"special and none\. Give two editions .* amend\(\) makes of it$"):
            compare(PLAN, evolve(PLAN, reviews=(), routes=()))


class TestOne:
    """The review of the day, or the one named, is one of both plans."""

    def test_a_review_that_the_new_plan_dropped(self) -> None:
        new = amend(PLAN, drop_review("interim-2023", by=DECISION), effective=date(2022, 1, 1), id="vi-du")

        with pytest.raises(
            NoReviewError,
            match="plan vi-du has no review 'interim-2023', for which quynh-nhai-2021-2025 is judged on 2023-12-01; "
            "name one of both with review=…; there are: final-2025, special",
        ):
            impact(PLAN, new, [DOSSIER], on=date(2023, 12, 1))
        assert impact(PLAN, new, [DOSSIER], on=date(2023, 12, 1), review="special").review == "special"

    def test_a_misspelt_one(self) -> None:
        with pytest.raises(UnknownNameError, match="did you mean 'final-2025'"):
            impact(PLAN, PLAN, [DOSSIER], on=ON, review="final")


def test_what_is_reported_of_a_plan_is_no_plan() -> None:
    with pytest.raises(WrongValueError, match=r"expected a Plan but got a ReportedPlan; give its \.plan$"):
        compare(PLAN, BAC_NINH)  # type: ignore[arg-type]  # what is tested
    with pytest.raises(WrongValueError, match=r"got the class ReportedPlan$"):
        compare(PLAN, type(BAC_NINH))  # type: ignore[arg-type]  # what is tested
