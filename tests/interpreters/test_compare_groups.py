"""Groups that only one edition has: dropped, added, under another id; nobody is met where nothing is asked of them."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from editions import with_group

from thidua import PLAN, Document, assess, compare
from thidua.adaptations.tinh_mau import TINH_MAU
from thidua.amendments import amend, drop_group
from thidua.conditions import NEVER
from thidua.interpreters.comparing.data import comparison_data
from thidua.interpreters.comparing.results import Change, Comparison, Relation, Status
from thidua.interpreters.comparing.said import comparison_said
from thidua.movements import Plan
from thidua.subjects import Enterprise
from thidua.testing import assert_equivalent, assert_no_looser, assert_no_stricter

DECISION = Document("05/QĐ-UBND", date(2023, 2, 1), "UBND huyện Ví Dụ", "Quyết định")
DROPPED = amend(PLAN, drop_group("III.2.6", by=DECISION), effective=date(2023, 2, 15), id="vi-du-2023")
FINAL = "final-2025"


def renumbered(group: str, name: str, plan: Plan = PLAN) -> Plan:
    """The plan with a group under another id, its clauses as they are."""
    heading = next(one.heading for one in plan.criteria if one.id == group)
    return with_group(group, plan, heading=evolve(heading, id=name))


class TestDropped:
    """Of enterprises nothing is asked any more: none can be met, so the edition is stricter."""

    def test_is_stricter_over_all(self) -> None:
        found = compare(PLAN, DROPPED, review=FINAL)

        assert (found.relation(), found.status()) == (Relation.STRICTER, Status.PROVED)
        assert [one.group for one in found.groups if one.relation is not Relation.EQUIVALENT] == ["III.2.6"]

    def test_the_witness_is_met_and_then_not_addressed(self) -> None:
        (found,) = compare(PLAN, DROPPED, review=FINAL, group="III.2.6").groups
        (witness,) = found.lost

        assert (witness.old.id, witness.new.id) == ("met", "not_applicable")
        assert assess(PLAN, witness.dossier, on=found.on, review=found.review).verdict == witness.old
        assert found.subject is Enterprise
        assert found.reads_before
        assert found.reads_after == ()

    def test_turned_round_it_is_looser(self) -> None:
        found = compare(DROPPED, PLAN, review=FINAL)

        assert found.relation() is Relation.LOOSER
        assert [witness.new.id for one in found.groups for witness in one.gained] == ["met"]

    def test_a_promise_is_broken_by_it(self) -> None:
        with pytest.raises(AssertionError, match="Trước: đạt; sau: không thuộc đối tượng"):
            assert_no_stricter(PLAN, DROPPED)
        with pytest.raises(AssertionError, match="hai bản phải tương đương"):
            assert_equivalent(PLAN, DROPPED)
        assert assert_no_looser(PLAN, DROPPED).relation() is Relation.STRICTER

    def test_a_group_that_nobody_could_meet_is_missed_by_nobody(self) -> None:
        old = with_group("III.2.6", requires=NEVER)
        new = evolve(old, contents=tuple(item for item in old.contents if item.id != "III.2.6"))

        assert compare(old, new, review=FINAL).relation() is Relation.EQUIVALENT

    @pytest.mark.parametrize(
        ("language", "told"),
        [("vi", "bản mới không còn quy định cho nhóm đối tượng này"), ("en", "the new edition asks nothing of this")],
    )
    def test_it_is_said(self, language: str, told: str) -> None:
        said = comparison_said(compare(PLAN, DROPPED, review=FINAL), language)

        assert told in said
        assert "III.2.6 “" in said

    def test_the_group_is_named_in_the_data_as_the_old_edition_has_it(self) -> None:
        data = comparison_data(compare(PLAN, DROPPED, review=FINAL, group="III.2.6"))

        assert data["groups"][0]["heading"]["vi"] == "2.6. Đối với doanh nghiệp"


class TestAdded:
    """Tỉnh Mẫu asks something of cooperatives, of which the plan has never heard: some are met now."""

    def test_is_looser(self) -> None:
        (found,) = compare(PLAN, TINH_MAU, review=FINAL, group="III.2.7").groups

        assert (found.relation, found.status) == (Relation.LOOSER, Status.PROVED)
        assert found.reason is not None
        assert found.reason.en == "the old edition asks nothing of this group"
        assert [(one.old.id, one.new.id) for one in found.gained] == [("not_applicable", "met")]


class TestDays:
    """A group of one edition is judged on that edition's own day."""

    @pytest.mark.parametrize("turned", [False, True])
    def test_the_day_is_that_of_the_edition_which_has_it(self, *, turned: bool) -> None:
        window = PLAN.review(FINAL, date.min).window
        later = evolve(window, first=date(2026, 1, 1), last=date(2026, 6, 30))
        reviews = tuple(evolve(one, window=later) if one.id == FINAL else one for one in DROPPED.reviews)
        old, new = PLAN, evolve(DROPPED, reviews=reviews)
        if turned:
            old, new = new, old

        (found,) = compare(old, new, review=FINAL, group="III.2.6").groups

        assert found.on == window.last
        assert found.relation is (Relation.LOOSER if turned else Relation.STRICTER)


class TestUnderAnotherId:
    """The same enterprises are asked the same in another place of the plan: nobody gains and nobody loses."""

    def test_is_equivalent(self) -> None:
        found = compare(PLAN, renumbered("III.2.6", "III.2.9"), review=FINAL)

        assert found.relation() is Relation.EQUIVALENT
        assert [one.group for one in found.groups][-1] == "III.2.9"
        assert Change.RENUMBERED in found.rules[-1].changes

    @pytest.mark.parametrize("name", ["III.2.6", "III.2.9"])
    def test_it_is_found_under_either(self, name: str) -> None:
        (found,) = compare(PLAN, renumbered("III.2.6", "III.2.9"), review=FINAL, group=name).groups

        assert found.group == "III.2.9"
        assert found.reason is None

    def test_an_unknown_group_is_told_with_both_editions(self) -> None:
        with pytest.raises(LookupError, match=r"vi-du-2023 has no group 'III.2.9'; did you mean 'III.2.6'"):
            compare(PLAN, DROPPED, group="III.2.9")


def test_the_whole_is_compared_with_itself() -> None:
    found: Comparison = compare(TINH_MAU, TINH_MAU, review=FINAL)

    assert found.relation() is Relation.EQUIVALENT
    assert [one.reason for one in found.groups] == [None] * 7
