"""What cannot be: a declaration of a vocabulary, as data, that says what facts never hold together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from small_plan import COMMUNE, INTERIM, NOT_ADOPTED, Area, area, founded_on, has_fund, jobs, reports, sent_on
from small_plan import PLAN as SMALL

from thidua import Document, all_of, amend, history, where
from thidua import nodes as n
from thidua.amendments import add_facts
from thidua.coherence import NeverTogether, never_together
from thidua.conditions import ALWAYS, Condition, at_review
from thidua.digests import canonical
from thidua.errors import (
    EmptyCombinationError,
    InvalidAmendmentError,
    InvalidPlanError,
    MisplacedError,
    NotAPredicateError,
)
from thidua.facts import yes_no
from thidua.periods import CUT_OFF
from thidua.readings import Switch
from thidua.subjects import Commune, Household
from thidua.texts import Text
from thidua.vocabulary import household

WHY = Text("xã ngoài vùng không có quỹ", "communes outside the area have no fund")
NO_FUND_OUTSIDE = never_together(area.is_one_of(Area.OUTSIDE), has_fund.is_yes(), because=WHY)
BY = Document("12/QĐ-UBND", date(2023, 2, 1), "UBND tỉnh Ví Dụ", "Quyết định")


class TestDeclaring:
    """It is a truth about facts: no reading, no review, no clause can change it."""

    def test_it_is_data(self) -> None:
        again = never_together(area.is_one_of(Area.OUTSIDE), has_fund.is_yes(), because=WHY)

        assert again == NO_FUND_OUTSIDE == NeverTogether((again.parts), WHY)
        assert again.node == n.AllOf(again.parts)

    def test_one_condition_alone_can_be_what_never_holds(self) -> None:
        assert len(never_together(jobs.is_more_than(900), because=WHY).parts) == 1

    @pytest.mark.parametrize(
        ("condition", "told"),
        [
            (Switch(NOT_ADOPTED).choose(one=has_fund.is_yes(), other=jobs.is_at_least(1)), "reading C-01"),
            (all_of(has_fund.is_yes(), at_review(Text("sơ kết", "interim"), INTERIM.id)), "the review interim"),
            (Condition[Any](n.ClauseMet("III.2.1-1")), "clause III.2.1-1"),
            (ALWAYS, "reads no fact"),
            (where(has_fund.is_yes(), jobs.is_at_least(1)), "can be not applicable"),
            (reports.are_all(sent_on.is_not_after(CUT_OFF)), "can be not applicable"),
        ],
    )
    def test_what_is_no_truth_about_facts_is_refused(self, condition: Condition[Any], told: str) -> None:
        with pytest.raises(MisplacedError, match=told):
            never_together(condition, because=WHY)

    def test_a_reading_among_numbers_is_refused_too(self) -> None:
        choosing = n.ChooseQuantity(NOT_ADOPTED, (("one", n.Recorded(jobs.fact)), ("other", n.Recorded(jobs.fact))))

        with pytest.raises(MisplacedError, match="reading C-01"):
            NeverTogether((n.Compare(choosing, n.Op.AT_LEAST, n.Recorded(jobs.fact)),), WHY)

    def test_everything_wrong_is_told_at_once(self) -> None:
        with pytest.raises(MisplacedError, match=r"clause III\.2\.1-1.*reads no fact"):
            never_together(Condition[Commune](n.ClauseMet("III.2.1-1")), ALWAYS, because=WHY)

    def test_nothing_at_all_is_refused(self) -> None:
        with pytest.raises(EmptyCombinationError, match="never_together"):
            never_together(because=WHY)

    def test_what_is_no_predicate_is_refused(self) -> None:
        with pytest.raises(NotAPredicateError, match="never_together"):
            never_together(has_fund, because=WHY)  # type: ignore[arg-type]  # what is tested

    def test_it_says_why_in_both_languages(self) -> None:
        with pytest.raises(TypeError, match="because"):
            never_together(has_fund.is_yes(), because="vì vậy")  # type: ignore[arg-type]  # what is tested


def declaring(*declared: NeverTogether) -> Any:
    words = evolve(COMMUNE, cannot_be=declared)
    return evolve(SMALL, vocabularies=(words, *SMALL.vocabularies[1:]))


class TestInAPlan:
    """A declaration of a kind reads facts of that kind; a plan refuses any other, with the nearest name."""

    def test_a_plan_takes_it(self) -> None:
        assert declaring(NO_FUND_OUTSIDE).vocabulary(Commune).cannot_be == (NO_FUND_OUTSIDE,)

    def test_a_fact_it_does_not_know_is_an_error_with_the_nearest(self) -> None:
        misspelt = yes_no(
            Commune, "has_funds", Text("quỹ", "a fund"), holds=Text("có", "it has"), fails=Text("không", "it has not")
        )

        with pytest.raises(
            InvalidPlanError, match=r"what commune cannot be reads 'has_funds'.*did you mean 'has_fund'"
        ):
            declaring(never_together(misspelt.is_yes(), because=WHY))

    def test_a_fact_of_another_kind_is_an_error(self) -> None:
        of_a_household = never_together(household.status.is_one_of(household.Status.POOR), because=WHY)

        with pytest.raises(InvalidPlanError, match="what commune cannot be reads 'status'"):
            declaring(of_a_household)

    def test_it_belongs_to_what_a_plan_says_and_one_without_any_is_hashed_as_before(self) -> None:
        """Cautions, proofs and examples rest on it, so two plans that differ in it are two."""
        assert declaring() == SMALL
        assert "cannot_be" not in str(canonical(COMMUNE))
        assert "cannot_be" in str(canonical(declaring(NO_FUND_OUTSIDE).vocabulary(Commune)))


class TestAdding:
    """A place says it of a kind it adopts, beside the facts that it adds."""

    def test_it_comes_with_add_facts_and_stands_in_the_history(self) -> None:
        new = amend(SMALL, add_facts(Commune, NO_FUND_OUTSIDE, by=BY), effective=date(2023, 3, 1))

        assert new.vocabulary(Commune).cannot_be == (NO_FUND_OUTSIDE,)
        assert SMALL.vocabulary(Commune).cannot_be == ()
        assert "- không bao giờ cùng đúng: xã ngoài vùng không có quỹ" in history(new, "vi")
        assert "- never together: communes outside the area have no fund" in history(new, "en")

    def test_of_another_kind_it_is_an_error(self) -> None:
        with pytest.raises(InvalidAmendmentError, match="what household cannot be reads 'area'"):
            amend(SMALL, add_facts(Household, NO_FUND_OUTSIDE, by=BY), effective=date(2023, 3, 1))

    def test_facts_and_what_they_cannot_be_come_together(self) -> None:
        pagoda = yes_no(
            Commune, "pagoda", Text("chùa", "a pagoda"), holds=Text("có", "it has"), fails=Text("không", "it has not")
        )
        never = never_together(pagoda.is_yes(), founded_on.is_not_after(CUT_OFF), because=WHY)
        new = amend(SMALL, add_facts(Commune, pagoda, never, by=BY), effective=date(2023, 3, 1))

        assert pagoda.fact in new.vocabulary(Commune).facts
        assert new.vocabulary(Commune).cannot_be == (never,)
