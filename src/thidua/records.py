"""Registers: the entries a subject keeps, and what is said of all, some or their sum.

An entry is a small dossier: predicates over it are ordinary predicates over its facts, and an entry that nobody has
shown is that predicate judged with nothing recorded.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, Generic, TypeVar

from attrs import frozen

from thidua import nodes
from thidua.conditions import ALWAYS, Condition, where
from thidua.errors import DuplicateNameError, WrongOwnerError, did_you_mean
from thidua.evidence import Complete, Entry, Evidence
from thidua.handles import Day
from thidua.measures import Measured, Quantity
from thidua.nodes import Register, Sensitivity
from thidua.quantities import Money, Percent
from thidua.texts import Text
from thidua.walks import owners_of

S = TypeVar("S")
R = TypeVar("R")
V = TypeVar("V", int, Money, Percent)


@frozen(cache_hash=True)
class Records(Generic[S, R]):
    """A register S keeps, whose entries are R."""

    register: Register

    def are_all(self, each: Condition[R], *, among: Condition[R] | None = None) -> Condition[S]:
        """Every entry meets it, of those `among` when given.

        Not applicable for a register declared complete and empty; never met while the register is open.
        """
        asked = each if among is None else where(among, each)
        return Condition(nodes.AreAll(self.register, self._checked(asked)))

    def number(self, *, where: Condition[R] = ALWAYS) -> Quantity[S, int]:
        """How many entries meet it; an open register bounds it from below only."""
        return Quantity(nodes.Number(self.register, self._checked(where)))

    def total(self, of: Measured[R, V], *, where: Condition[R] = ALWAYS) -> Quantity[S, V]:
        """What the entries that meet it add up to."""
        if of.fact not in self.register.fields:
            raise self._stranger(of.fact.name)
        return Quantity(nodes.Total(self.register, of.fact, self._checked(where)))

    def entry(self, key: str, *facts: Evidence[R]) -> Entry[S]:
        """Evidence of one entry, with its key and its day; `DuplicateNameError` for a field given twice."""
        entry: Entry[S] = Entry(self.register, key, facts)
        twice = [name for name, times in Counter(said.fact.name for said in facts).items() if times > 1]
        if twice:
            msg = (
                f"{self.register.owner}.{self.register.name} {key!r}: {', '.join(twice)} given twice; where papers "
                "disagree, give the entry in each of them, with the same key"
            )
            raise DuplicateNameError(msg)
        return entry

    def complete(self, *, entries: int, through: date, by: str) -> Complete[S]:
        """Evidence that the register is complete through a day, and how many entries it has."""
        return Complete(self.register, entries, through, by)

    def _checked(self, condition: Condition[R]) -> nodes.Predicate:
        strange = sorted(owners_of(condition.node) - {self.register.entry})
        if strange:
            raise self._stranger(strange[0])
        return condition.node

    def _stranger(self, name: str) -> WrongOwnerError:
        known = [fact.name for fact in self.register.fields]
        return WrongOwnerError(
            f"{self.register.owner}.{self.register.name} holds entries of {self.register.entry}; "
            f"got {name!r}{did_you_mean(name, known)}"
        )


def records(
    owner: type[S],
    name: str,
    entry: type[R],
    label: Text,
    *,
    fields: tuple[Any, ...],
    dated_by: Day[R],
    proof: Text | None = None,
    sensitivity: Sensitivity = Sensitivity.DOSSIER,
) -> Records[S, R]:
    """Declare a register: the handles of the fields of its entries, and which of them is the day of an entry."""
    facts = tuple(handle.fact for handle in fields)
    for fact in facts:
        if fact.owner != entry.__name__:
            msg = f"{owner.__name__}.{name}: {fact.name} is a fact of {fact.owner}; expected facts of {entry.__name__}"
            raise WrongOwnerError(msg)
        if sum(fact.name == other.name for other in facts) > 1:
            msg = f"{owner.__name__}.{name}: field {fact.name!r} is given more than once"
            raise DuplicateNameError(msg)
    register = Register(owner.__name__, name, entry.__name__, label, facts, dated_by.fact.name, proof, sensitivity)
    if dated_by.fact not in facts:
        msg = f"{owner.__name__}.{name}: {dated_by.fact.name!r}, the day of an entry, is not among its fields"
        raise WrongOwnerError(msg)
    return Records(register)
