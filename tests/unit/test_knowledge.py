"""Knowledge: what may still be true of each place, once the papers have been read."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from small_plan import (
    END_2021,
    Terrain,
    again,
    area,
    effort,
    founded_on,
    has_fund,
    jobs,
    paper,
    poor_households,
    poverty_rate,
    terrain,
)

from thidua.evidence import DID_NOT_HAPPEN
from thidua.knowledge import (
    CAUTIONS,
    UNHEARD_OF,
    Caution,
    Knowledge,
    Known,
    KnownRegister,
    Source,
    known,
    nothing_known,
    place_of,
)
from thidua.quantities import percent
from thidua.readings import Level
from thidua.texts import Text

EARLY, LATE = date(2024, 3, 1), date(2024, 6, 1)


def read(*said: Any) -> Known:
    """What these leave possible, each said in a paper of its own."""
    sources = [Source(paper(one, number=str(order)), one) for order, one in enumerate(said)]
    return known(said[0].fact, sources)


def judged(level: Level) -> Any:
    return effort.judged(level, by="Hội đồng Mẫu", on=LATE, reason="…")


class TestNothingKnown:
    """Nothing recorded is the fact's own domain: never false, zero, empty or a default."""

    @pytest.mark.parametrize(
        ("handle", "domain"),
        [
            (poor_households, Known(0, None)),
            (jobs, Known(0, 1000)),
            (poverty_rate, Known(0, 1)),
            (founded_on, Known(None, None, never=True)),
            (has_fund, Known(options=frozenset(("yes", "no")))),
            (area, Known(options=frozenset(("I", "II", "OUTSIDE")))),
            (effort, Known(0, 3)),
        ],
    )
    def test_of_each_kind_of_fact(self, handle: Any, domain: Known) -> None:
        assert nothing_known(handle.fact) == domain

    def test_of_a_register_is_any_number_of_entries(self) -> None:
        assert KnownRegister(entries=(), unseen_low=0, unseen_high=None, surplus=0) == UNHEARD_OF


class TestOneSource:
    """One paper leaves one value."""

    @pytest.mark.parametrize(
        ("said", "low", "high"),
        [
            (jobs.recorded(7), 7, 7),
            (poverty_rate.recorded(percent("4.5"), at=END_2021), Fraction(9, 200), Fraction(9, 200)),
            (founded_on.recorded(EARLY), EARLY, EARLY),
            (judged(Level.DONE_WELL), 2, 2),
        ],
    )
    def test_bounds_what_has_an_order(self, said: Any, low: Any, high: Any) -> None:
        assert read(said)[:2] == (low, high)

    @pytest.mark.parametrize(
        ("said", "option"),
        [(has_fund.recorded(True), "yes"), (has_fund.recorded(False), "no"), (terrain.recorded(Terrain.LOW), "LOW")],
    )
    def test_names_what_has_none(self, said: Any, option: str) -> None:
        assert read(said).options == {option}

    def test_a_day_that_did_not_happen_never_did(self) -> None:
        found = read(founded_on.recorded(DID_NOT_HAPPEN))

        assert (found.low, found.high, found.never, found.happens) == (None, None, True, False)

    def test_keeps_its_source(self) -> None:
        assert read(jobs.recorded(7)).sources[0].said == jobs.recorded(7)


class TestConflict:
    """A second value from another paper: the hull of numbers and days, the union of options."""

    @pytest.mark.parametrize(
        ("one", "other", "low", "high"),
        [
            (jobs.recorded(9), jobs.recorded(7), 7, 9),
            (founded_on.recorded(LATE), founded_on.recorded(EARLY), EARLY, LATE),
            (judged(Level.EXCELLENT), judged(Level.DONE), 1, 3),
        ],
    )
    def test_widens_to_the_hull(self, one: Any, other: Any, low: Any, high: Any) -> None:
        found = read(one, other)

        assert (found.low, found.high, found.conflict) == (low, high, True)

    @pytest.mark.parametrize(
        ("one", "other", "options"),
        [
            (has_fund.recorded(True), has_fund.recorded(False), {"yes", "no"}),
            (terrain.recorded(Terrain.LOW), terrain.recorded(Terrain.HIGH), {"LOW", "HIGH"}),
        ],
    )
    def test_widens_to_the_union(self, one: Any, other: Any, options: set[str]) -> None:
        found = read(one, other)

        assert (found.options, found.conflict) == (options, True)

    def test_a_day_may_or_may_not_have_happened(self) -> None:
        found = read(founded_on.recorded(EARLY), founded_on.recorded(DID_NOT_HAPPEN))

        assert (found.low, found.high, found.never, found.happens, found.conflict) == (EARLY, EARLY, True, True, True)

    def test_the_same_value_twice_is_none(self) -> None:
        found = read(jobs.recorded(7), jobs.recorded(7))

        assert found.conflict is False
        assert len(found.sources) == 2


class TestPlaces:
    """A place is a fact, at a survey for facts counted by surveys."""

    def test_is_keyed_by_name_and_survey(self) -> None:
        assert place_of(jobs.fact, None) == "jobs"
        assert place_of(poor_households.fact, END_2021) == "poor_households@2021"


class TestCautions:
    """A closed list of codes, each with its sentence in both languages."""

    def test_each_has_a_sentence_in_both_languages(self) -> None:
        assert all(text.vi.strip() and text.en.strip() for text in CAUTIONS.values())

    def test_a_caution_says_the_sentence_of_its_code(self) -> None:
        assert Caution("conflict", Text("", "")).text == CAUTIONS["conflict"]

    def test_knowledge_survives_pickling(self) -> None:
        knowledge = Knowledge(
            {"jobs": read(jobs.recorded(7))}, {}, {"on": LATE}, (Caution("not_used", Text("a", "b")),)
        )

        assert again(knowledge) == knowledge
