"""Promises about a change: kept ones pass, broken ones show a dossier, and what is not proved is never passed off."""

from __future__ import annotations

import pytest
from attrs import evolve

from thidua import PLAN, adopting, as_if_in_force
from thidua.interpreters.comparing.results import Relation, Status
from thidua.testing import assert_equivalent, assert_no_looser, assert_no_stricter, assertions

LOOSER = adopting(PLAN, "A-02", "at_least")
GROUP = "III.2.2"


class TestKept:
    def test_the_same_plan_keeps_every_promise(self) -> None:
        for promise in (assert_no_looser, assert_no_stricter, assert_equivalent):
            assert promise(PLAN, as_if_in_force(PLAN), group=GROUP, proved=True).relation() is Relation.EQUIVALENT

    def test_stricter_is_no_looser_and_looser_no_stricter(self) -> None:
        assert assert_no_looser(LOOSER, PLAN, group=GROUP).relation() is Relation.STRICTER
        assert assert_no_stricter(PLAN, LOOSER, group=GROUP).relation() is Relation.LOOSER


class TestBroken:
    def test_a_counter_example_in_vietnamese(self) -> None:
        with pytest.raises(AssertionError) as told:
            assert_no_looser(PLAN, LOOSER, group=GROUP)

        message = str(told.value)
        assert message.splitlines()[0] == (
            f"{PLAN.id} (bản cũ) → {PLAN.id} (bản mới): bản mới KHÔNG được nới lỏng hơn bản cũ, nhưng có đối tượng chỉ "
            "đạt theo bản mới."
        )
        assert "hồ sơ phản ví dụ, số liệu giả định:" in message
        assert "Trước: không đạt; sau: đạt" in message
        assert "khác nhau ở III.2.2-4: không đạt → đạt" in message
        assert "Số hộ nghèo đa chiều (rà soát cuối năm 2021): 2 hộ" in message

    def test_and_in_english(self) -> None:
        with pytest.raises(AssertionError, match="somebody was met under the old one alone") as told:
            assert_no_stricter(LOOSER, PLAN, group=GROUP, language="en")
        assert "a counter-example, figures invented:" in str(told.value)

    def test_either_way_breaks_equivalence(self) -> None:
        for old, new in ((PLAN, LOOSER), (LOOSER, PLAN)):
            with pytest.raises(AssertionError, match="hai bản phải tương đương"):
                assert_equivalent(old, new, group=GROUP)

    def test_others_are_counted(self) -> None:
        with pytest.raises(AssertionError, match=r"\(còn \d phản ví dụ khác\)"):
            assert_no_looser(PLAN, LOOSER)
        with pytest.raises(AssertionError, match=r"\(and \d more\)"):
            assert_no_looser(PLAN, LOOSER, language="en")


class TestNotProved:
    """What was not compared, or only tried, is told and not passed off as kept."""

    @pytest.mark.parametrize(
        ("relation", "status", "proved", "passes"),
        [
            (Relation.UNDECIDED, Status.NOT_DECIDED, False, False),
            (Relation.EQUIVALENT, Status.TESTED, True, False),
            (Relation.EQUIVALENT, Status.TESTED, False, True),
            (Relation.EQUIVALENT, Status.PROVED, True, True),
        ],
    )
    def test_is_told(
        self, monkeypatch: pytest.MonkeyPatch, relation: Relation, status: Status, proved: bool, passes: bool
    ) -> None:
        compared = assert_equivalent(PLAN, PLAN, group=GROUP)
        groups = tuple(evolve(one, relation=relation, status=status, moves=()) for one in compared.groups)
        monkeypatch.setattr(assertions, "compare", lambda *_, **__: evolve(compared, groups=groups))

        if passes:
            assert assert_no_looser(PLAN, PLAN, proved=proved).groups == groups
            return
        with pytest.raises(AssertionError, match="chưa chứng minh được: III"):
            assert_no_looser(PLAN, PLAN, proved=proved)
        with pytest.raises(AssertionError, match="could not be proved: III"):
            assert_no_looser(PLAN, PLAN, proved=proved, language="en")
