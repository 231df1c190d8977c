"""Promises about a change: kept ones pass, broken ones show a dossier, and what is not proved is never passed off."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from thidua import PLAN, adopting, as_if_in_force
from thidua.interpreters.comparing.results import Relation, Status
from thidua.testing import assert_equivalent, assert_no_looser, assert_no_stricter, assertions
from thidua.texts import Text

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
        assert message.splitlines()[1:3] == [
            "Nhóm III.2.2 “2.2. Đối với các xã”, tổng kết năm 2025 (xét ngày 31/12/2025).",
            "Hồ sơ phản ví dụ, số liệu giả định:",
        ]
        assert "Trước: không đạt; sau: đạt" in message
        assert "khác nhau ở III.2.2-4: không đạt → đạt" in message
        assert "Số hộ nghèo đa chiều (rà soát cuối năm 2021): 2 hộ" in message

    def test_and_in_english(self) -> None:
        with pytest.raises(AssertionError, match="somebody was met under the old one alone") as told:
            assert_no_stricter(LOOSER, PLAN, group=GROUP, language="en")
        assert str(told.value).splitlines()[1:3] == [
            "Group III.2.2 “2.2. Communes”, the final review of 2025 (judged on 31 December 2025).",
            "A counter-example, figures invented:",
        ]

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
        ("relation", "status", "proved", "passes", "how"),
        [
            (Relation.UNDECIDED, Status.NOT_DECIDED, False, False, ("; vì sổ", "; the register")),
            (Relation.UNDECIDED, Status.NOT_DECIDED, True, False, ("; vì sổ", "; the register")),
            (Relation.EQUIVALENT, Status.TESTED, True, False, (" (40 hồ sơ, hạt giống 7)", " (40 dossiers, seed 7)")),
            (Relation.EQUIVALENT, Status.TESTED, False, True, ()),
            (Relation.EQUIVALENT, Status.PROVED, True, True, ()),
        ],
    )
    def test_is_told(
        self,
        monkeypatch: pytest.MonkeyPatch,
        relation: Relation,
        status: Status,
        proved: bool,
        passes: bool,
        how: tuple[str, ...],
    ) -> None:
        compared = assert_equivalent(PLAN, PLAN, group=GROUP)
        tried: dict[str, Any] = {"examples": 40, "seed": 7} if status is Status.TESTED else {}
        reason = Text("vì sổ", "the register") if status is Status.NOT_DECIDED else None
        groups = tuple(
            evolve(one, relation=relation, status=status, moves=(), reason=reason, **tried) for one in compared.groups
        )
        monkeypatch.setattr(assertions, "compare", lambda *_, **__: evolve(compared, groups=groups))

        if passes:
            assert assert_no_looser(PLAN, PLAN, proved=proved).groups == groups
            return
        with pytest.raises(AssertionError) as told:
            assert_no_looser(PLAN, PLAN, proved=proved)
        with pytest.raises(AssertionError) as told_in_english:
            assert_no_looser(PLAN, PLAN, proved=proved, language="en")

        assert str(told.value).splitlines()[:2] == [
            "chưa chứng minh được:",
            f"  nhóm III.2.2 “2.2. Đối với các xã”, sơ kết năm 2023 (xét ngày 31/12/2023): {status.value.vi}{how[0]}",
        ]
        assert len(str(told.value).splitlines()) == 4
        assert str(told_in_english.value).splitlines()[1].endswith(f": {status.value.en}{how[1]}")
