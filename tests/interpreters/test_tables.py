"""Assessments side by side: a table for each group, in the four words, with a tally."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import pytest

from thidua.interpreters.tables import table, width
from thidua.verdicts import OUTSIDE, WORDS


def told(name: str, verdict: str, *clauses: str, code: str = "", group: str = "III.2.2", waits: bool = False) -> Any:
    """As much of an explanation as a table reads."""
    word = OUTSIDE if verdict == "not_applicable" else WORDS[verdict]
    return {
        "subject": {"name": name, "code": code},
        "group": {"id": group, "text": {"vi": f"Nhóm {group}", "en": f"Group {group}"}},
        "verdict": verdict,
        "word": {"vi": word.vi, "en": word.en},
        "awaits_only_judgement": waits,
        "clauses": [{"id": f"{group}-{order}", "verdict": clause} for order, clause in enumerate(clauses, 1)],
    }


def test_a_row_for_each_subject_and_a_column_for_each_clause() -> None:
    rows = [
        told("Xã Mường Giàng", "met", "met", "not_applicable"),
        told("Xã A", "not_met", "not_met", "undetermined"),
    ]

    assert table(rows) == (
        "Nhóm III.2.2\n"
        "Đối tượng       III.2.2-1    III.2.2-2         Kết luận\n"
        "──────────────  ───────────  ────────────────  ───────────\n"
        "Xã Mường Giàng  ✓ đạt        – không áp dụng   ✓ đạt\n"
        "Xã A            ✗ không đạt  ? chưa đủ căn cứ  ✗ không đạt\n"
        "Tổng số 2: 1 đạt, 1 không đạt"
    )


def test_in_english_with_those_who_wait_for_a_judgement_alone() -> None:
    rows = [
        told("A", "undetermined", "undetermined", waits=True),
        told("B", "undetermined", "undetermined"),
        told("C", "not_applicable", "met"),
    ]

    assert table(rows, "en") == (
        "Group III.2.2\n"
        "Subject  III.2.2-1       Verdict\n"
        "───────  ──────────────  ───────────────\n"
        "A        ? undetermined  ? undetermined\n"
        "B        ? undetermined  ? undetermined\n"
        "C        ✓ met           – not addressed\n"
        "In all 3: 2 undetermined, 1 not addressed; 1 awaiting only judgement"
    )


def test_those_who_wait_are_counted_in_vietnamese_too() -> None:
    assert table([told("A", "undetermined", waits=True)]).endswith(
        "Tổng số 1: 1 chưa đủ căn cứ; 1 chỉ còn chờ đánh giá"
    )


def test_each_group_has_a_table_of_its_own() -> None:
    said = table([told("A", "met"), told("B", "met", group="III.2.3")])

    assert said.count("Tổng số 1: 1 đạt") == 2
    assert "\n\nNhóm III.2.3\n" in said


def test_two_of_one_name_are_told_apart_by_their_codes() -> None:
    said = table(
        [told("Hộ A", "met", code="HO-01"), told("Hộ A", "met", code="HO-02"), told("Hộ B", "met", code="HO-03")]
    )

    assert "Hộ A (HO-01)" in said
    assert "Hộ A (HO-02)" in said
    assert "HO-03" not in said


def test_a_name_takes_one_line_whatever_is_in_it() -> None:
    said = table([told("Xã\n\x1b[31mA\u200b", "met", "met")])

    assert "\nXã [31mA" in said
    assert "\x1b" not in said


def test_no_assessment_is_no_table() -> None:
    assert table([]) == ""


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("Xã", 2), (normalize("NFD", "Xã"), 2), ("khoản – điểm", 12), ("中", 2), ("✓", 1)]
)
def test_width_is_what_a_terminal_shows(text: str, columns: int) -> None:
    assert width(text) == columns
