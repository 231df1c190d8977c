"""compare(): what a new edition of a plan changes, and for whom."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from criteria.adopting import adopted
from editions import requiring, with_clause, with_group

from thidua import MET, NOT_MET, PLAN, Document, amend, assess
from thidua.amendments import set_threshold
from thidua.conditions import NOT_APPLICABLE, all_of, any_of, not_
from thidua.criteria.falls import HALF
from thidua.errors import NoReviewError, UnknownNameError
from thidua.interpreters.comparing import compare
from thidua.interpreters.comparing.results import Change, Comparison, GroupComparison, Relation, Status, Witness
from thidua.periods import START_OF_PERIOD
from thidua.quantities import percent
from thidua.vocabulary import commune, enterprise
from thidua.vocabulary.commune import Area

FINAL = "final-2025"


def at_the_final(new: Any, group: str, old: Any = PLAN) -> GroupComparison:
    """One group at the final review."""
    (found,) = compare(old, new, group=group, review=FINAL).groups
    return found


def figures(witness: Witness) -> dict[str, Any]:
    """What the papers of a witness say, by fact and survey."""
    said = [one for paper in witness.dossier.papers for one in paper.proves if hasattr(one, "fact")]
    return {one.fact.name + (f"@{one.at.id}" if one.at else ""): one.value for one in said}  # type: ignore[union-attr]  # chosen above


def checked(comparison: Comparison) -> None:
    """Every witness is judged again, from its papers alone."""
    for group in comparison.groups:
        for move in group.moves:
            if move.witness is None:
                continue
            before, after = move.witness.before, move.witness.after
            again = [
                assess(one.plan, one.dossier, on=one.setting.on, review=one.setting.review.id)
                for one in (before, after)
            ]
            assert [one.verdict.id for one in again] == [move.old, move.new]


class TestTheSameEdition:
    """An edition beside itself is equivalent, group by group, at every review."""

    def test_is_equivalent_and_proved(self) -> None:
        found = compare(PLAN, PLAN)

        assert found.relation() is Relation.EQUIVALENT
        assert found.status() is Status.PROVED
        assert {(one.group, one.review) for one in found.groups} == {
            (criteria.id, review.id) for criteria in PLAN.criteria for review in PLAN.reviews
        }
        assert not any(one.asks_for_different_papers or one.witnesses for one in found.groups)


class TestNarrowerGuard:
    """Who is no longer asked is no longer refused: to narrow where a clause applies makes the award looser."""

    def test_area_iii_alone_is_looser(self) -> None:
        new = with_clause("III.2.2-4", applies_where=commune.area.is_one_of(Area.III))
        found = at_the_final(new, "III.2.2")

        assert (found.relation, found.status) == (Relation.LOOSER, Status.PROVED)
        assert (found.gained[0].old, found.gained[0].new) == (NOT_MET, MET)
        assert figures(found.gained[0])["area"] in ("I", "II")

    def test_every_area_but_iii_is_looser_too(self) -> None:
        new = with_clause("III.2.2-4", applies_where=commune.area.is_one_of(Area.I, Area.II))

        assert at_the_final(new, "III.2.2").relation is Relation.LOOSER


class TestStrictness:
    """“Giảm trên 50%” and “giảm từ 50% trở lên” differ at exactly 50 %, and nowhere else."""

    def test_at_least_is_looser_with_exactly_half_as_witness(self) -> None:
        found = at_the_final(adopted("A-02", "at_least"), "III.2.2")
        told = figures(found.gained[0])
        start, end = (
            sum(told[f"{kind}_households@{survey}"] for kind in ("poor", "near_poor")) for survey in ("2021", "2024")
        )

        assert (found.relation, found.status) == (Relation.LOOSER, Status.PROVED)
        assert (start, end) == (2, 1)

    def test_the_other_way_round_is_stricter(self) -> None:
        found = at_the_final(PLAN, "III.2.2", old=adopted("A-02", "at_least"))

        assert (found.relation, found.status) == (Relation.STRICTER, Status.PROVED)


class TestThreshold:
    """50 % → 60 %."""

    def test_a_higher_threshold_is_stricter(self) -> None:
        poor = commune.poor_households + commune.near_poor_households
        falls = {
            share: poor.falls_by_more_than(percent(share), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)
            for share in (50, 60)
        }
        old, new = (requiring("III.2.2-4", falls[share]) for share in (50, 60))

        assert HALF == percent(50)
        assert at_the_final(old, "III.2.2").relation is Relation.EQUIVALENT
        assert at_the_final(new, "III.2.2").relation is Relation.STRICTER
        assert at_the_final(old, "III.2.2", old=new).relation is Relation.LOOSER

    def test_between_two_whole_numbers_there_is_none(self) -> None:
        jobs = enterprise.poor_borrowers
        old = requiring("III.2.6-3", jobs.is_more_than(1))
        new = requiring("III.2.6-3", jobs.is_at_least(2))

        assert at_the_final(new, "III.2.6", old=old).relation is Relation.EQUIVALENT
        assert at_the_final(new, "III.2.6", old=old).status is Status.PROVED


class TestUndetermined:
    """Who is met once everything is known may be the same, though other papers are asked for."""

    def test_a_question_that_changes_nothing_asks_for_other_papers(self) -> None:
        extra = any_of(commune.unit.is_one_of(commune.Unit.COMMUNE), not_(commune.unit.is_one_of(commune.Unit.COMMUNE)))
        before = PLAN.criteria_for(commune.VOCABULARY.subject)
        new = with_group("III.2.2", requires=all_of(before.requires, extra))
        found = at_the_final(new, "III.2.2")

        assert (found.relation, found.status) == (Relation.EQUIVALENT, Status.PROVED)
        assert found.asks_for_different_papers
        assert [label.en for label in found.reads_after] == ["the kind of unit"]
        assert found.open_difference is not None
        assert not found.open_difference.new.is_definite


class TestSettings:
    """A comparison says for which review, and on which day."""

    def test_one_review_on_one_day(self) -> None:
        found = compare(PLAN, PLAN, group="III.2.5", on=date(2025, 12, 1)).groups

        assert [(one.review, one.on) for one in found] == [(FINAL, date(2025, 12, 1))]

    def test_the_interim_review_asks_less_of_communes(self) -> None:
        found = compare(PLAN, adopted("A-02", "at_least"), group="III.2.2")

        assert [one.relation for one in found.groups] == [Relation.EQUIVALENT, Relation.LOOSER, Relation.LOOSER]
        assert found.relation("III.2.2") is Relation.LOOSER

    def test_unknown_names_are_refused(self) -> None:
        with pytest.raises(UnknownNameError, match=r"has no group 'III.2.9'; did you mean 'III.2.6'"):
            compare(PLAN, PLAN, group="III.2.9")
        with pytest.raises(UnknownNameError, match="has no review 'final'"):
            compare(PLAN, PLAN, review="final")
        with pytest.raises(NoReviewError):
            compare(PLAN, PLAN, on=date(2024, 5, 1))


OTHERS = [
    (reading.id, option.id, group.id)
    for reading in PLAN.readings
    for option in reading.options
    for group in PLAN.criteria
    if option.id != reading.adopted and any(place.startswith(group.id) for place in reading.places)
]


class TestEveryReading:
    """Whatever a reading is changed to, the groups it bears on are compared by proof, and every witness stands."""

    @pytest.mark.parametrize(("name", "option", "group"), OTHERS)
    def test_witnesses_stand(self, name: str, option: str, group: str) -> None:
        found = compare(PLAN, adopted(name, option), review=FINAL, group=group)

        checked(found)
        assert found.status() is Status.PROVED


class TestAmended:
    """An edition amended beside the one before, judged as if both had always been in force."""

    def test_a_threshold_set_from_a_later_day(self) -> None:
        by = Document("01/QĐ-VD", date(2025, 1, 5), "UBND huyện Ví Dụ", "Quyết định")
        sixty = set_threshold("III.2.2-4", "fall", percent(60), by=by)
        new = amend(PLAN, sixty, effective=date(2025, 2, 1), id="vi-du", title=PLAN.title)
        found = compare(PLAN, new, group="III.2.2")

        assert (found.relation(), found.status()) == (Relation.STRICTER, Status.PROVED)
        assert [one.relation for one in found.groups] == [Relation.EQUIVALENT, Relation.STRICTER, Relation.STRICTER]
        assert found.clause("III.2.2-4").only is Change.THRESHOLD
