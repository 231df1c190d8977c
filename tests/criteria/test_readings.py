"""The readings of the plan: what is open in its text, what may be read, what is adopted and why."""

from __future__ import annotations

from collections import Counter

import pytest
from criteria.adopting import adopted, switches
from criteria.dossiers import assessed
from criteria.invented import met_commune

from thidua import PLAN
from thidua.errors import IncompleteError
from thidua.nodes import Reading, ReadingKind

IN_THE_TREE = (ReadingKind.PREDICATE, ReadingKind.QUANTITY)
BESIDE_THE_CRITERIA = (ReadingKind.ELIGIBILITY, ReadingKind.AWARD, ReadingKind.NEVER_COMPUTED)
READINGS = pytest.mark.parametrize("reading", PLAN.readings, ids=lambda reading: reading.id)


class TestTheRegister:
    def test_every_question_of_the_register_is_answered_exactly_once(self):
        asked = [f"A-{number:02}" for number in range(1, 36)] + [f"B-{number:02}" for number in range(1, 19)]

        assert Counter(reading.id for reading in PLAN.readings) == Counter(asked)

    @READINGS
    def test_it_has_a_question_options_and_a_reason_in_both_languages(self, reading):
        texts = [reading.question, reading.because, reading.by, *(option.label for option in reading.options)]

        assert all(text.vi.strip() and text.en.strip() and text.vi != text.en for text in texts)

    @READINGS
    def test_there_is_a_choice_unless_nothing_is_computed(self, reading):
        fewest = 1 if reading.kind is ReadingKind.NEVER_COMPUTED else 2

        assert len({option.id for option in reading.options}) == len(reading.options) >= fewest

    @READINGS
    def test_the_adopted_option_is_one_of_its_own(self, reading):
        assert reading.adopted in {option.id for option in reading.options}

    @READINGS
    def test_it_names_places_of_the_plan(self, reading):
        assert reading.places
        assert all(PLAN.item(place) for place in reading.places)

    @READINGS
    def test_it_stands_in_a_tree_or_says_where_it_acts(self, reading):
        assert (reading in switches()) == (reading.kind in IN_THE_TREE)
        assert (reading.acts is None) == (reading.kind in IN_THE_TREE)

    @READINGS
    def test_it_is_shown_with_the_clauses_and_groups_it_names(self, reading):
        if reading.kind not in BESIDE_THE_CRITERIA:
            assert [place for place in reading.places if reading not in shown_with(place)] == []


def shown_with(place: str) -> tuple[Reading, ...]:
    """The readings that an explanation of a clause or a group shows; those of a provision are all its own."""
    for criteria in PLAN.criteria:
        if place == criteria.id:
            return (*criteria.rests_on, *(reading for clause in criteria.clauses for reading in clause.rests_on))
        for clause in criteria.clauses:
            if place == clause.id:
                return (*clause.rests_on, *criteria.rests_on)
    return PLAN.readings


@READINGS
def test_the_plan_builds_with_any_option_adopted_and_changes_nowhere_else(reading):
    for option in reading.options:
        plan = adopted(reading.id, option.id)

        assert plan.reading(reading.id).adopted == option.id
        assert (plan == PLAN) == (option.id == reading.adopted)
        assert list(plan.lines()) == list(PLAN.lines())


@pytest.mark.parametrize("name", ["A-09", "A-10", "B-09"])
def test_a_reading_that_decides_a_moment_must_be_settled_to_assess(name):
    with pytest.raises(IncompleteError, match=name):
        assessed(met_commune(), plan=adopted(name, None))
