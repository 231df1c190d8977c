"""Facts and registers of two editions that are one place: they differ in their words alone, or in who proves them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from thidua.movements import Plan
from thidua.nodes import Fact, Register
from thidua.walks import rewrite


def in_the_words_of(old: Plan, new: Plan) -> Plan:
    """The new edition with the old one's facts and registers where only labels, questions, proofs or judges differ.

    What is true of a subject does not hang on how it is called, so a new label alone makes nobody gain or lose.
    """
    facts = {(fact.owner, fact.name): fact for fact in _facts(old)}
    registers = {(r.owner, r.name): r for words in old.vocabularies for r in words.registers}

    def fact_of(fact: Fact) -> Fact:
        known = facts.get((fact.owner, fact.name), fact)
        return known if _shape(known) == _shape(fact) else fact

    def change(_was: Any, now: Any) -> Any:
        if isinstance(now, Fact):
            return fact_of(now)
        if isinstance(now, Register):
            held = evolve(now, fields=tuple(map(fact_of, now.fields)))
            known = registers.get((now.owner, now.name), held)
            same = (known.entry, known.fields, known.dated_by) == (held.entry, held.fields, held.dated_by)
            return known if same else held
        return now

    return rewrite(new, change)


def _facts(plan: Plan) -> Iterator[Fact]:
    for words in plan.vocabularies:
        yield from words.facts
        for register in words.registers:
            yield from register.fields


def _shape(fact: Fact) -> tuple[object, ...]:
    """What a value may be, and when it holds."""
    options = tuple(option.id for option in fact.options)
    return fact.kind, fact.lives, fact.unit and fact.unit.id, options, fact.low, fact.high
