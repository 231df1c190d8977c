"""Bodies that judge: from their first day through their last, and whoever judges afterwards."""

from datetime import date

import pytest

from thidua.bodies import UNDECIDED, Body, Handover, judges_on, may_judge, sitting
from thidua.digests import digest
from thidua.errors import WrongValueError
from thidua.texts import Text
from thidua.vocabulary.bodies import BODIES, END_OF_DISTRICTS

LAST, FIRST = date(2025, 6, 30), date(2025, 7, 1)
OLD = Body("old", Text("Hội đồng cũ", "the old Council"), until=LAST)
NEW = Body("new", Text("Hội đồng mới", "the new Council"), since=FIRST)
OTHER = Body("other", Text("Ủy ban", "the Committee"))
TO_THE_NEW = Handover(((OLD, (NEW,)),))


class TestDays:
    """A body was there from its first day through its last."""

    @pytest.mark.parametrize(
        ("body", "there"),
        [(OLD, (True, False)), (NEW, (False, True)), (OTHER, (True, True))],
        ids=lambda given: getattr(given, "id", ""),
    )
    def test_both_included(self, body: Body, there: tuple[bool, bool]) -> None:
        assert (body.is_there_on(LAST), body.is_there_on(FIRST)) == there

    def test_it_has_ended_only_after_its_last_day(self) -> None:
        assert [OLD.has_ended_by(day) for day in (LAST, FIRST)] == [False, True]
        assert not OTHER.has_ended_by(date(2099, 1, 1))

    def test_the_wrong_way_round_is_refused(self) -> None:
        with pytest.raises(WrongValueError, match="body 'old': until=2025-06-30 comes before since=2025-07-01"):
            Body("old", OLD.label, since=FIRST, until=LAST)
        with pytest.raises(WrongValueError, match="until: expected a date"):
            Body("old", OLD.label, until="2025-06-30")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    def test_a_body_without_days_keeps_the_digest_it_had_before_there_were_any(self) -> None:
        assert digest(OTHER) == digest(Body("other", OTHER.label))
        assert digest(OTHER) == "sha256:766d4f5706b9b9c84605a502aaf344bf3f9ed8437a8f3343e53542fd7e3649ce"

    def test_the_bodies_of_the_district_ended_with_it(self) -> None:
        ended = {body.id: body.until for body in BODIES if body.until}

        assert ended == dict.fromkeys(
            ("district_council", "district_committee", "finance_office", "labour_office"), END_OF_DISTRICTS
        )
        assert all(bool(body.source) == body.reported == (body.until is not None) for body in BODIES)


class TestWhoJudges:
    """Who judges on a day: those that are there, and those a reading names for one that has ended."""

    def test_until_the_last_day_those_the_word_was_left_to(self) -> None:
        for handover in (UNDECIDED, Handover(), TO_THE_NEW):
            assert judges_on((OLD, OTHER), LAST, (handover,)) == (OLD, OTHER)

    def test_afterwards_the_others_and_whoever_took_over(self) -> None:
        assert judges_on((OLD, OTHER), FIRST, (Handover(),)) == (OTHER,)
        assert judges_on((OLD, OTHER), FIRST, (TO_THE_NEW,)) == (OTHER, NEW)
        assert judges_on((OTHER,), FIRST, (TO_THE_NEW,)) == (OTHER,)

    def test_nobody_takes_over_who_is_not_there_yet_or_no_more(self) -> None:
        gone = Handover(((OLD, (Body("next", NEW.label, since=date(2026, 1, 1)),)),))

        assert judges_on((OLD,), FIRST, (gone,)) == ()

    def test_with_nothing_adopted_those_that_may_under_every_option(self) -> None:
        assert judges_on((OLD, OTHER), FIRST, (TO_THE_NEW, Handover())) == (OTHER,)
        assert judges_on((OLD, OTHER), LAST, (TO_THE_NEW, Handover())) == (OLD, OTHER)

    @pytest.mark.parametrize(
        ("body", "handover", "may"),
        [
            (OLD, UNDECIDED, True),
            (OLD, Handover(), False),
            (OLD, TO_THE_NEW, False),
            (NEW, UNDECIDED, False),
            (NEW, Handover(), False),
            (NEW, TO_THE_NEW, True),
            (None, UNDECIDED, False),
        ],
    )
    def test_whose_judgement_of_a_later_day_is_read(self, body: Body | None, handover: Handover, may: bool) -> None:
        assert may_judge(body, (OLD,), FIRST, handover) is may

    def test_a_sitting_is_on_the_first_day_that_has_a_body(self) -> None:
        days = (FIRST, LAST)

        assert sitting((OLD,), days, (TO_THE_NEW,)) == (NEW, FIRST)
        assert sitting((OLD,), days, (Handover(),)) == (OLD, LAST)
        assert sitting((OLD,), (FIRST,), (Handover(),)) == (OLD, FIRST)
        assert sitting((), days, (UNDECIDED,)) == (None, FIRST)
