"""A fall by so much, in words: of a rate in percentage points, of a count in what is counted."""

from __future__ import annotations

from typing import Any

import pytest
from small_plan import (
    END_2021,
    END_2022,
    END_2024,
    assessed,
    households,
    near_poor_households,
    paper,
    poor_households,
    poverty_rate,
)

from thidua.conditions import Condition
from thidua.interpreters.describe import describe, term_said
from thidua.interpreters.explain import explain
from thidua.periods import START_OF_PERIOD
from thidua.quantities import percent

FALL = poverty_rate.at(START_OF_PERIOD) - poverty_rate


@pytest.mark.parametrize(
    ("condition", "vi", "en"),
    [
        (
            poverty_rate.decreases_by_at_least(percent(1), since=START_OF_PERIOD),
            "tỷ lệ hộ nghèo giảm từ 1 điểm phần trăm trở lên so với đầu kỳ",
            "the poverty rate: down by 1 percentage point or more since the start of the period",
        ),
        (
            poverty_rate.decreases_by_more_than(percent("1.5"), since=START_OF_PERIOD),
            "tỷ lệ hộ nghèo giảm trên 1,5 điểm phần trăm so với đầu kỳ",
            "the poverty rate: down by more than 1.5 percentage points since the start of the period",
        ),
        (
            FALL.is_at_most(percent(2)),
            "tỷ lệ hộ nghèo giảm không quá 2 điểm phần trăm so với đầu kỳ",
            "the poverty rate: down by no more than 2 percentage points since the start of the period",
        ),
        (
            FALL.is_less_than(percent(2)),
            "tỷ lệ hộ nghèo giảm dưới 2 điểm phần trăm so với đầu kỳ",
            "the poverty rate: down by less than 2 percentage points since the start of the period",
        ),
        (
            poor_households.decreases_by_at_least(10, since=END_2021, until=END_2022),
            "số hộ nghèo giảm từ 10 hộ trở lên so với rà soát cuối năm 2021, tính đến rà soát cuối năm 2022",
            "poor households: down by 10 households or more since the survey of end-2021, to the survey of end-2022",
        ),
    ],
)
def test_is_required_in_words(condition: Condition[Any], vi: str, en: str) -> None:
    assert (describe(condition), describe(condition, "en")) == (vi, en)


def test_as_a_term_it_is_a_noun_phrase() -> None:
    assert term_said(FALL.node) == "mức giảm tỷ lệ hộ nghèo so với đầu kỳ"
    assert term_said(FALL.node, "en") == "the fall in the poverty rate since the start of the period"
    assert "trừ" in term_said((poor_households.at(END_2021) - near_poor_households).node)


def test_is_found_in_points_with_both_surveys_named() -> None:
    falls = poor_households.as_share_of(households).decreases_by_at_least(percent(2), since=START_OF_PERIOD)
    printed = explain(
        assessed(
            falls,
            paper(
                poor_households.recorded(40, at=END_2021), households.recorded(400, at=END_2021),
                poor_households.recorded(36, at=END_2024), households.recorded(400, at=END_2024),
            ),
        )
    )  # fmt: skip

    assert "mức giảm tỷ lệ số hộ nghèo trên tổng số hộ so với đầu kỳ: 1 điểm phần trăm (số hộ nghèo (rà soát" in printed
    assert "số hộ nghèo (rà soát cuối năm 2024): 36 hộ" in printed
