"""Declaring facts: each says how it lives in time, its unit and its range."""

from datetime import date
from typing import Any

import pytest
from small_plan import (
    COUNCIL,
    Area,
    again,
    agreed,
    area,
    effort,
    founded_on,
    has_fund,
    jobs,
    planned,
    poor_households,
    poverty_rate,
    terrain,
    under_inquiry,
)

from thidua.facts import options_of
from thidua.nodes import ANY_OWNER, Kind, Lives, Sensitivity
from thidua.quantities import DONG, HOUSEHOLDS, SHARE

DAY = date(2025, 6, 20)


class TestDeclarations:
    """Facts declare how they live in time, their unit and their range."""

    @pytest.mark.parametrize(
        ("handle", "kind", "lives", "unit"),
        [
            (terrain, Kind.CHOICE, Lives.OVER_THE_PERIOD, None),
            (area, Kind.CHOICE, Lives.IN_FORCE, None),
            (has_fund, Kind.YES_NO, Lives.OVER_THE_PERIOD, None),
            (founded_on, Kind.DAY, Lives.OVER_THE_PERIOD, None),
            (poor_households, Kind.NUMBER, Lives.AT_SURVEYS, HOUSEHOLDS),
            (poverty_rate, Kind.NUMBER, Lives.AT_SURVEYS, SHARE),
            (planned, Kind.NUMBER, Lives.OVER_THE_PERIOD, DONG),
            (effort, Kind.JUDGED, Lives.FOR_A_REVIEW, None),
            (agreed, Kind.JUDGED, Lives.FOR_A_REVIEW, None),
        ],
    )
    def test_of_each_kind(self, handle: Any, kind: Kind, lives: Lives, unit: Any) -> None:
        assert (handle.fact.kind, handle.fact.lives, handle.fact.unit) == (kind, lives, unit)

    def test_the_options_are_those_of_the_enumeration(self) -> None:
        assert [option.id for option in options_of(Area)] == ["I", "II", "OUTSIDE"]
        assert options_of(Area)[0].label.vi == "xã khu vực I"

    def test_a_count_is_never_negative_and_may_have_a_ceiling(self) -> None:
        assert (jobs.fact.low, jobs.fact.high) == (0, 1000)
        assert (poor_households.fact.low, poor_households.fact.high) == (0, None)
        assert (poverty_rate.fact.low, poverty_rate.fact.high) == (0, 1)

    def test_what_every_kind_of_subject_has_is_owned_by_all(self) -> None:
        assert under_inquiry.fact.owner == ANY_OWNER

    def test_a_judged_fact_keeps_its_question_and_its_judges(self) -> None:
        assert effort.fact.question is not None
        assert effort.fact.judges[0] == COUNCIL

    def test_a_fact_is_read_within_its_dossier_unless_it_says_otherwise(self) -> None:
        assert has_fund.fact.sensitivity is Sensitivity.DOSSIER

    @pytest.mark.parametrize("handle", [terrain, area, has_fund, founded_on, effort, agreed])
    def test_a_handle_is_a_value(self, handle: Any) -> None:
        assert again(handle) == handle
        assert hash(again(handle)) == hash(handle)
