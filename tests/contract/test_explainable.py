"""A plan is data through and through: nothing in it can run, everything in it can be said in both languages."""

from collections.abc import Hashable
from typing import Any
from unicodedata import is_normalized

import pytest

from thidua.clauses import Clause, Criteria
from thidua.criteria import PLAN
from thidua.interpreters.describe import describe
from thidua.movements import Vocabulary
from thidua.nodes import Fact, Kind, Reading, ReadingKind, Register
from thidua.provisions import Provision
from thidua.subjects import Subject
from thidua.texts import Text
from thidua.walks import walk

EVERYTHING = list(walk(PLAN))
FACTS = {f"{fact.owner}.{fact.name}": fact for fact in EVERYTHING if isinstance(fact, Fact)}
REGISTERS = {f"{register.owner}.{register.name}": register for register in EVERYTHING if isinstance(register, Register)}
JUDGED = {name: fact for name, fact in FACTS.items() if fact.kind is Kind.JUDGED}


def is_said(text: Text | None) -> bool:
    """Whether there are words in both languages."""
    return text is not None and bool(text.vi.strip()) and bool(text.en.strip())


class TestData:
    """A plan value contains no callable; a test walks it and proves it."""

    def test_nothing_in_a_plan_can_be_called_but_the_classes_of_subjects(self) -> None:
        called = [value for value in EVERYTHING if callable(value)]

        assert all(isinstance(value, type) and issubclass(value, Subject) for value in called)

    def test_everything_in_a_plan_is_hashable(self) -> None:
        assert all(isinstance(value, Hashable) for value in EVERYTHING)
        assert isinstance(hash(PLAN), int)

    def test_there_are_no_floats_lists_or_dictionaries(self) -> None:
        assert {type(value).__name__ for value in EVERYTHING} & {"float", "list", "dict", "set", "bytes"} == set()

    def test_every_word_is_in_unicode_nfc(self) -> None:
        assert [text for text in EVERYTHING if isinstance(text, str) and not is_normalized("NFC", text)] == []

    def test_the_walk_comes_to_every_vocabulary_clause_and_reading(self) -> None:
        assert {words.id for words in EVERYTHING if isinstance(words, Vocabulary)} == {
            "agency", "commune", "village", "household", "official", "enterprise",
        }  # fmt: skip
        assert len({clause.id for clause in EVERYTHING if isinstance(clause, Clause)}) == 19
        assert {reading.id for reading in EVERYTHING if isinstance(reading, Reading)} == {
            reading.id for reading in PLAN.readings
        }


@pytest.mark.parametrize("name", FACTS)
class TestFacts:
    """Every fact has its label in both languages, its options, and the document that usually proves it."""

    def test_is_labelled_with_all_its_options(self, name: str) -> None:
        fact = FACTS[name]

        assert is_said(fact.label)
        assert all(is_said(option.label) for option in fact.options)
        assert len({option.label.vi for option in fact.options}) == len(fact.options)

    def test_names_the_document_that_usually_proves_it(self, name: str) -> None:
        assert is_said(FACTS[name].proof)

    def test_says_what_is_said_of_yes_and_of_no(self, name: str) -> None:
        fact = FACTS[name]
        if fact.kind is Kind.YES_NO:
            assert is_said(fact.holds)
            assert is_said(fact.fails)
            assert fact.holds != fact.fails
        else:
            assert (fact.holds, fact.fails) == (None, None)

    def test_a_number_has_its_unit_and_nothing_else_has(self, name: str) -> None:
        fact = FACTS[name]

        assert (fact.unit is not None) == (fact.kind is Kind.NUMBER)

    def test_a_choice_or_a_scale_has_options_and_nothing_else_has(self, name: str) -> None:
        fact = FACTS[name]

        assert bool(fact.options) == (fact.kind in (Kind.CHOICE, Kind.JUDGED))


@pytest.mark.parametrize("name", JUDGED)
class TestJudgedFacts:
    """A judged fact has a question in both languages and the bodies that may judge it."""

    def test_has_a_question(self, name: str) -> None:
        question = JUDGED[name].question

        assert is_said(question)
        assert question is not None
        assert (question.vi.rstrip()[-1], question.en.rstrip()[-1]) == ("?", "?")

    def test_has_judges_that_are_named(self, name: str) -> None:
        assert JUDGED[name].judges
        assert all(is_said(body.label) for body in JUDGED[name].judges)


def test_only_a_judged_fact_has_a_question() -> None:
    assert [name for name, fact in FACTS.items() if name not in JUDGED and (fact.question or fact.judges)] == []


@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_is_labelled_and_proved(name: str) -> None:
    register = REGISTERS[name]

    assert is_said(register.label)
    assert is_said(register.proof)
    assert register.dated_by in {fact.name for fact in register.fields}


@pytest.mark.parametrize("reading", PLAN.readings, ids=lambda reading: reading.id)
class TestReadings:
    """Question in both languages, options, one adopted and why."""

    def test_is_worded(self, reading: Reading) -> None:
        assert is_said(reading.question)
        assert is_said(reading.because)
        assert all(is_said(option.label) for option in reading.options)

    def test_adopts_one_of_several_options_but_where_nothing_is_computed(self, reading: Reading) -> None:
        names = [option.id for option in reading.options]

        assert len(set(names)) == len(names) >= (1 if reading.kind is ReadingKind.NEVER_COMPUTED else 2)
        assert reading.adopted in names

    def test_bears_on_places_of_the_plan(self, reading: Reading) -> None:
        assert [place for place in reading.places if not PLAN.item(place)] == []


@pytest.mark.parametrize("item", [*PLAN.criteria, *PLAN.clauses], ids=lambda item: item.id)
class TestClauses:
    """Every clause is cited and described in both languages."""

    def test_is_described(self, item: Criteria[Any] | Clause[Any]) -> None:
        said = [describe(item.node, language) for language in ("vi", "en")]

        assert all(said)
        assert said[0] != said[1]

    def test_is_cited(self, item: Criteria[Any] | Clause[Any]) -> None:
        cited = item.citation if isinstance(item, Clause) else item.heading.citation

        assert is_said(cited)
        assert cited.vi.endswith("mục III")


@pytest.mark.parametrize(
    "item", [item for item in PLAN.contents if isinstance(item, Provision)], ids=lambda item: item.id
)
def test_a_provision_is_cited_with_its_role(item: Provision) -> None:
    assert is_said(item.citation)
    assert is_said(item.role.value)


def test_forms_routes_surveys_and_reviews_are_worded() -> None:
    worded = [
        *(form.label for form in PLAN.forms),
        *(decider.who for form in PLAN.forms for decider in form.deciders),
        *(text for route in PLAN.routes for text in (route.proposed_by, route.proposed_to, route.dossier_by)),
        *(survey.label for survey in PLAN.surveys),
        *(review.label for review in PLAN.reviews),
        *(words.label for words in PLAN.vocabularies),
    ]

    assert all(is_said(text) for text in worded)
