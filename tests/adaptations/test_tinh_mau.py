"""Tỉnh Mẫu does not exist; its page shows everything an adaptation can do. REWRITE_GOLDEN=1 keeps the words."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from thidua import PLAN, Document, Dossier, Paper, assess, edition_in_force, explain, history, percent
from thidua.adaptations.tinh_mau import DECISION, TINH_MAU, Cooperative, poor_members, poverty_rate, shares_profit
from thidua.criteria.schedule import END_2021, END_2024
from thidua.digests import digest
from thidua.enactments import Add, AddFacts, AddGroup, AdoptReading, MarkNoLooser, Repeal, Replace, SetThreshold
from thidua.interpreters.describe import describe
from thidua.subjects import Commune
from thidua.verdicts import MET, NOT_MET

GOLDEN = Path(__file__).parent / "golden"
ON = date(2025, 12, 31)
BEFORE = digest(PLAN)
CERTIFIED = Document("01/GXN", date(2025, 2, 1), "UBND xã Ví Dụ", "Giấy xác nhận")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_its_history_is_worded_as_kept(language: str) -> None:
    printed = history(TINH_MAU, language) + "\n"
    kept = GOLDEN / f"tinh-mau.{language}.txt"
    if "REWRITE_GOLDEN" in os.environ:
        kept.write_text(printed, encoding="utf-8")

    assert printed == kept.read_text(encoding="utf-8")


def test_every_amendment_cites_its_decision_and_its_day() -> None:
    assert {made.by for made in TINH_MAU.amendments} == {DECISION}
    assert {made.effective for made in TINH_MAU.amendments} == {TINH_MAU.in_force_from} == {date(2022, 10, 15)}


def test_the_page_shows_the_ways_of_amending() -> None:
    shown = {type(made.change) for made in TINH_MAU.amendments}

    assert {Add, AddFacts, AddGroup, AdoptReading, MarkNoLooser, Repeal, Replace, SetThreshold} <= shown


def test_what_it_does_not_name_is_as_it_was() -> None:
    touched = {made.target for made in TINH_MAU.amendments}
    ours: Any = {clause.id: clause.text for clause in PLAN.clauses}

    assert all(TINH_MAU.item(name).text == text for name, text in ours.items() if name not in touched)  # type: ignore[union-attr]  # clauses
    assert digest(PLAN) == BEFORE
    assert (PLAN.amendments, PLAN.in_force_from) == ((), None)


@pytest.mark.parametrize(("members", "shares", "expected"), [(1, True, MET), (0, True, NOT_MET), (1, False, NOT_MET)])
def test_its_own_kind_of_subject_is_judged_on_its_own_facts(members: int, shares: bool, expected: Any) -> None:
    paper = Paper(CERTIFIED, poor_members.recorded(members, at=END_2024), shares_profit.recorded(shares))
    found = assess(TINH_MAU, Dossier(Cooperative("HTX-01", "Hợp tác xã Ví Dụ"), (paper,)), on=ON)

    assert found.verdict == expected
    assert "hộ nghèo" in explain(found)


@pytest.mark.parametrize(("then", "now", "expected"), [(20, 14, MET), (20, "14.1", NOT_MET)])
def test_its_own_clause_reads_its_own_fact_of_our_communes(then: Any, now: Any, expected: Any) -> None:
    paper = Paper(
        CERTIFIED, poverty_rate.recorded(percent(then), at=END_2021), poverty_rate.recorded(percent(now), at=END_2024)
    )
    found = assess(TINH_MAU, Dossier(Commune("VD-01", "Xã Ví Dụ"), (paper,)), on=ON)

    assert found.of("III.2.2-5") == expected


def test_what_is_asked_says_the_new_number_and_the_new_reading() -> None:
    assert "đủ 04 năm trở lên" in describe(TINH_MAU.item("III.2.4-3").node)  # type: ignore[union-attr]  # a clause
    assert "đồng thời số hộ cận nghèo đa chiều giảm trên 50%" in describe(TINH_MAU.item("III.2.3-4").node)  # type: ignore[union-attr]  # as above


def test_before_its_day_our_plan_is_in_force() -> None:
    editions = (PLAN, TINH_MAU)

    assert edition_in_force(editions, date(2022, 10, 14)) is PLAN
    assert edition_in_force(editions, date(2022, 10, 15)) is TINH_MAU
