"""Every place of the folder is data through and through, said in both languages, with no list to be entered in."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from unicodedata import is_normalized

import pytest

from thidua import adaptations, history
from thidua.adaptations.reported import ReportedPlan
from thidua.digests import digest
from thidua.interpreters.describe import describe
from thidua.interpreters.outline import item_said, plan_said
from thidua.movements import Plan
from thidua.nodes import Fact
from thidua.subjects import Subject
from thidua.walks import walk

PLACES = {
    name: held.plan if isinstance(held, ReportedPlan) else held
    for module in pkgutil.iter_modules(adaptations.__path__)
    for name, held in vars(import_module(f"thidua.adaptations.{module.name}")).items()
    if isinstance(held, Plan | ReportedPlan) and name != "PLAN"
}
EACH = pytest.mark.parametrize("plan", PLACES.values(), ids=PLACES)


def test_the_places_are_found_by_their_files() -> None:
    assert set(PLACES) >= {"TINH_MAU", "BAC_NINH", "CHAU_THANH"}
    assert len({plan.id for plan in PLACES.values()}) == len(PLACES)


@EACH
def test_nothing_in_it_can_be_called_but_the_classes_of_subjects(plan: Plan) -> None:
    called = [value for value in walk(plan) if callable(value)]

    assert all(isinstance(value, type) and issubclass(value, Subject) for value in called)


@EACH
def test_every_fact_of_its_own_is_labelled_and_proved(plan: Plan) -> None:
    facts = {value for value in walk(plan) if isinstance(value, Fact)}

    assert [fact.name for fact in facts if not (fact.label.vi and fact.label.en and fact.proof)] == []


@EACH
def test_every_word_is_in_unicode_nfc(plan: Plan) -> None:
    assert [text for text in walk(plan) if isinstance(text, str) and not is_normalized("NFC", text)] == []


@EACH
@pytest.mark.parametrize("language", ["vi", "en"])
def test_is_said_whole_and_clause_by_clause(plan: Plan, language: str) -> None:
    assert plan.title.in_(language) in plan_said(plan, language)
    assert all(describe(clause.node, language) for clause in plan.clauses)
    assert all(clause.id in item_said(plan, clause.id, language) for clause in plan.clauses)
    assert history(plan, language).split("\n")[1] == plan.title.in_(language)


@EACH
def test_has_a_digest_of_its_own(plan: Plan) -> None:
    assert sum(digest(plan) == digest(other) for other in PLACES.values()) == 1
