"""Of several editions of a plan one is in force on a day; before an amendment takes effect, nothing has changed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from attrs import evolve
from small_plan import DOSSIER, PLAN, XA_MAU, Area, area, paper, poverty_falls

from thidua.amendments import adopt_reading, amend, drop_group, mark_no_looser, repeal, set_threshold
from thidua.conditions import ALWAYS, all_of
from thidua.dossiers import Dossier
from thidua.editions import as_if_in_force, edition_in_force, floor_editions
from thidua.errors import NotInForceError, WrongValueError
from thidua.interpreters.assess import assess
from thidua.quantities import percent
from thidua.sources import Document

DECISION = Document("12/QĐ-UBND", date(2025, 6, 1), "UBND tỉnh Ví Dụ", "Quyết định")
FROM = date(2025, 9, 1)
STRICTER = amend(PLAN, set_threshold("III.2.1-1", "fall", percent(60), by=DECISION), effective=FROM, id="mau-2")
STRICTEST = amend(
    STRICTER, set_threshold("III.2.1-1", "fall", percent(70), by=DECISION), effective=date(2025, 11, 1), id="mau-3"
)
EDITIONS = (STRICTEST, PLAN, STRICTER)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2021, 1, 1), PLAN),
        (FROM - timedelta(1), PLAN),
        (FROM, STRICTER),
        (date(2025, 10, 31), STRICTER),
        (date(2025, 11, 1), STRICTEST),
        (date(2030, 1, 1), STRICTEST),
    ],
)
def test_the_last_that_has_taken_effect_is_in_force(on: date, expected: object) -> None:
    assert edition_in_force(EDITIONS, on) is expected


def test_verdicts_before_the_day_of_effect_are_unchanged() -> None:
    day = FROM - timedelta(1)
    edition = edition_in_force(EDITIONS, day)

    assert assess(edition, DOSSIER, on=day).found == assess(PLAN, DOSSIER, on=day).found
    assert assess(edition_in_force(EDITIONS, FROM), DOSSIER, on=FROM).plan is STRICTER


def test_where_none_has_taken_effect_it_says_so() -> None:
    with pytest.raises(NotInForceError, match="no edition is in force on 2025-08-31: mau-2 from 2025-09-01"):
        edition_in_force([STRICTER], FROM - timedelta(1))
    with pytest.raises(NotInForceError, match="none was given"):
        edition_in_force([], FROM)


def test_two_of_one_day_are_not_chosen_between() -> None:
    with pytest.raises(NotInForceError, match="2 editions took effect on one day, 2025-09-01: mau-2, other"):
        edition_in_force([PLAN, STRICTER, evolve(STRICTER, id="other")], FROM)
    with pytest.raises(NotInForceError, match="the first: mau, other"):
        edition_in_force([PLAN, evolve(PLAN, id="other")], FROM)


def test_a_day_is_a_day() -> None:
    with pytest.raises(WrongValueError, match="expected a date"):
        edition_in_force(EDITIONS, datetime(2025, 9, 1, 8))


def test_as_if_in_force_a_plan_answers_for_any_day() -> None:
    early = date(2025, 1, 1)

    assert assess(as_if_in_force(STRICTER), DOSSIER, on=early).setting.on == early
    assert as_if_in_force(STRICTER).amendments == STRICTER.amendments
    with pytest.raises(NotInForceError):
        assess(STRICTER, DOSSIER, on=early)


class TestFloors:
    """A mark compares what stood when it was made with what stands, each by the readings and reviews of its day."""

    MARKED = amend(
        PLAN, mark_no_looser("III.2.1-1", by=DECISION), mark_no_looser("III.2.1", by=DECISION), effective=FROM
    )
    LATER = amend(
        MARKED,
        set_threshold("III.2.1-1", "fall", percent(60), by=DECISION),
        adopt_reading("A-02", "at_least", by=DECISION),
        adopt_reading("A-09", "end_2022", by=DECISION),
        effective=FROM,
    )

    def test_of_a_clause_they_ask_that_clause_alone(self) -> None:
        stood, stands = floor_editions(self.LATER, self.LATER.floors[0]) or ()

        assert stood.item("III.2.1-1") == PLAN.item("III.2.1-1")
        assert stands.item("III.2.1-1") == self.LATER.item("III.2.1-1")
        assert [plan.criteria[0].requires for plan in (stood, stands)] == [all_of(ALWAYS, poverty_falls.is_met())] * 2
        assert [len(plan.contents) for plan in (stood, stands)] == [1, 1]

    def test_whom_a_clause_does_not_apply_to_passes_it(self) -> None:
        outside = Dossier(XA_MAU, (paper(area.recorded(Area.OUTSIDE, since=date(2021, 6, 4))),))
        stood, stands = floor_editions(self.LATER, self.LATER.floors[0]) or ()

        assert [assess(plan, outside, on=FROM).of("III.2.1-1").id for plan in (stood, stands)] == ["not_applicable"] * 2
        assert [assess(plan, outside, on=FROM).verdict.id for plan in (stood, stands)] == ["met", "met"]

    def test_of_a_group_they_ask_the_group(self) -> None:
        stood, stands = floor_editions(self.LATER, self.LATER.floors[1]) or ()

        assert stood.criteria == PLAN.criteria[:1]
        assert stands.criteria == self.LATER.criteria[:1]

    def test_each_is_judged_by_the_readings_of_its_day(self) -> None:
        stood, stands = floor_editions(self.LATER, self.LATER.floors[0]) or ()

        assert [plan.reading("A-02").adopted for plan in (stood, stands)] == ["more_than", "at_least"]
        assert [plan.setting(on=FROM).survey("start_of_period").id for plan in (stood, stands)] == ["2021", "2022"]
        assert [assess(plan, DOSSIER, on=FROM).verdict.id for plan in (stood, stands)] == ["undetermined"] * 2

    def test_what_is_gone_has_nothing_to_compare(self) -> None:
        without = amend(self.MARKED, repeal("III.2.1-1", by=DECISION), effective=FROM)
        dropped = amend(self.MARKED, drop_group("III.2.1", by=DECISION), effective=FROM)

        assert floor_editions(without, without.floors[0]) is None
        assert [floor_editions(dropped, floor) for floor in dropped.floors] == [None, None]
        assert floor_editions(without, without.floors[1]) is not None
