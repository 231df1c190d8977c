"""floors_broken(): a clause marked so may be made stricter, never looser; the proof is a dossier."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from thidua import PLAN, Document, amend, percent
from thidua.amendments import adopt_reading, drop_group, mark_no_looser, repeal, replace, set_threshold
from thidua.enactments import Amendment
from thidua.interpreters.comparing.results import Relation, Status
from thidua.interpreters.floors import floors_broken, floors_checked, floors_said
from thidua.vocabulary import commune
from thidua.vocabulary.commune import Area

PROVINCE = Document("01/QĐ-UBND", date(2022, 9, 1), "UBND tỉnh Ví Dụ", "Quyết định")
DISTRICT = Document("02/QĐ-UBND", date(2023, 2, 1), "UBND huyện Ví Dụ", "Quyết định")
FROM = date(2023, 2, 1)
MARKED = amend(PLAN, mark_no_looser("III.2.2-4", by=PROVINCE), effective=date(2022, 9, 1))
ONLY_AREA_III = commune.area.is_one_of(Area.III)


@pytest.mark.parametrize(
    "amendment",
    [
        set_threshold("III.2.2-4", "fall", percent(60), by=DISTRICT),
        set_threshold("III.2.2-4", "fall", percent(50), by=DISTRICT),
        replace("III.2.2-4", text="Giảm hơn một nửa.", en="Falls by more than half.", by=DISTRICT),
        repeal("III.2.2-1", by=DISTRICT),
        adopt_reading("A-01", "any_one", by=DISTRICT),
    ],
    ids=lambda amendment: amendment.what,
)
def test_what_is_stricter_or_elsewhere_keeps_the_mark(amendment: Amendment) -> None:
    plan = amend(MARKED, amendment, effective=FROM)

    assert floors_broken(plan) == ()
    assert {finding.status for finding in floors_checked(plan)} == {Status.PROVED}


@pytest.mark.parametrize(
    "amendment",
    [
        set_threshold("III.2.2-4", "fall", percent(40), by=DISTRICT),
        adopt_reading("A-02", "at_least", by=DISTRICT),
        adopt_reading("A-03", "poor_only", by=DISTRICT),
    ],
    ids=lambda amendment: amendment.what,
)
def test_what_is_looser_breaks_it_with_a_witness(amendment: Amendment) -> None:
    (finding,) = floors_broken(amend(MARKED, amendment, effective=FROM))

    assert finding.floor.id == "III.2.2-4"
    assert finding.status is Status.PROVED
    assert finding.witnesses
    assert all(witness.new.id == "met" != witness.old.id for witness in finding.witnesses)


def test_how_a_group_counts_is_kept_by_the_mark_on_the_group() -> None:
    """That any one clause is enough leaves each clause as hard as it was; only the group became easier."""
    both = amend(
        PLAN, mark_no_looser("III.2.3-4", by=PROVINCE), mark_no_looser("III.2.3", by=PROVINCE),
        effective=date(2022, 9, 1),
    )  # fmt: skip
    (finding,) = floors_broken(amend(both, adopt_reading("A-01", "any_one", by=DISTRICT), effective=FROM))

    assert finding.floor.id == "III.2.3"
    assert finding.status is Status.PROVED


def test_what_is_asked_of_fewer_is_looser() -> None:
    """Narrowed to area III, 2.2-4 lets through whoever else would have failed it, whether it or its group is marked."""
    narrower = replace("III.2.2-4", applies_where=ONLY_AREA_III, by=DISTRICT)
    of_the_group = amend(PLAN, mark_no_looser("III.2.2", by=PROVINCE), effective=date(2022, 9, 1))

    for marked in (MARKED, of_the_group):
        (finding,) = floors_broken(amend(marked, narrower, effective=FROM))
        assert finding.comparison is not None
        assert finding.comparison.relation() is Relation.LOOSER
        assert finding.witnesses


@pytest.mark.parametrize("amendment", [repeal("III.2.2-4", by=DISTRICT), drop_group("III.2.2", by=DISTRICT)])
def test_what_is_gone_is_asked_of_nobody(amendment: Amendment) -> None:
    (finding,) = floors_broken(amend(MARKED, amendment, effective=FROM))

    assert (finding.comparison, finding.status, finding.witnesses) == (None, Status.PROVED, ())


def test_a_plan_without_marks_breaks_none() -> None:
    assert floors_broken(PLAN) == ()


def test_is_told_in_both_languages_with_how_it_is_known_and_who_shows_it() -> None:
    plan = amend(MARKED, set_threshold("III.2.2-4", "fall", percent(40), by=DISTRICT), effective=FROM)
    vietnamese, english = (floors_said(floors_broken(plan), language) for language in ("vi", "en"))

    assert vietnamese.startswith(
        "- III.2.2-4 (gạch đầu dòng thứ tư, điểm 2.2, khoản 2, mục III); không được nới lỏng theo Quyết định số "
        "01/QĐ-UBND"
    )
    assert "đã bị nới lỏng (đã chứng minh)" in vietnamese
    assert "Trước: không đạt; sau: đạt" in vietnamese
    assert "made looser (proved)" in english
    assert "Before: not met; after: met" in english


def test_a_mark_that_is_kept_and_one_that_is_gone_are_told_too() -> None:
    of_the_group = amend(PLAN, mark_no_looser("III.2.2", by=PROVINCE), effective=date(2022, 9, 1))
    gone = amend(of_the_group, drop_group("III.2.2", by=DISTRICT), effective=FROM)

    assert "chưa bị nới lỏng (đã chứng minh)" in floors_said(floors_checked(of_the_group))
    assert "not made looser (proved)" in floors_said(floors_checked(of_the_group), "en")
    assert "không còn; không ai phải đạt nội dung này nữa" in floors_said(floors_broken(gone))
    assert "gone; nobody is asked for it any more" in floors_said(floors_broken(gone), "en")
    assert floors_said(()) == "Không thấy nội dung nào được đánh dấu không được nới lỏng mà bị nới lỏng."
    assert floors_said((), "en") == "Nothing that is marked as no looser was found looser."


def test_editions_without_a_review_in_common_are_not_decided() -> None:
    """A mark of a plan whose reviews have all been put aside for others: nothing speaks for it, nothing against it."""
    others = tuple(evolve(review, id=f"{review.id}-new") for review in MARKED.reviews)
    (finding,) = floors_checked(evolve(MARKED, reviews=others, forms=(), routes=()))

    assert (finding.broken, finding.status, finding.witnesses) == (False, Status.NOT_DECIDED, ())
    assert floors_said([finding]).endswith(": chưa kết luận được")


def test_a_mark_broken_at_one_review_is_proved_by_its_witness_though_another_is_not_decided() -> None:
    (finding,) = floors_broken(
        amend(MARKED, set_threshold("III.2.2-4", "fall", percent(40), by=DISTRICT), effective=FROM)
    )
    assert finding.comparison is not None
    groups = finding.comparison.groups
    unsure = evolve(groups[0], relation=Relation.UNDECIDED, status=Status.NOT_DECIDED, moves=())

    found = evolve(finding, comparison=evolve(finding.comparison, groups=(unsure, *groups)))

    assert (found.broken, found.status) == (True, Status.PROVED)
