"""Clauses and criteria: a sentence of the plan, kept twice, and the sentences asked of one kind of subject."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from attrs import field, frozen

from thidua import nodes
from thidua.conditions import Condition
from thidua.digests import ADDED_LATER
from thidua.displays import Shown
from thidua.errors import DuplicateNameError, MisplacedError, UnknownNameError, WrongOwnerError, did_you_mean
from thidua.nodes import ANY_OWNER, Reading
from thidua.provisions import Provision, check_slips
from thidua.sources import cite
from thidua.subjects import Subject
from thidua.texts import Sic, Text, corrected, nfc
from thidua.walks import children, nodes_of, owners_of, readings_in_force

S = TypeVar("S", bound=Subject)


@frozen(cache_hash=True)
class Clause(Shown, Generic[S]):
    """A sentence of the plan in its own words, with an English rendering, and what it requires, as data.

    The id never changes once issued. It is the place in the text in which the clause was first issued; where it stands
    elsewhere now, `place` says so and is cited. `readings` lists those that bear on it without standing in its tree.
    Raises `UnknownNameError` for a place that is none.
    """

    id: str
    text: str = field(converter=nfc, kw_only=True)
    en: str = field(converter=nfc, kw_only=True)
    requires: Condition[S] = field(kw_only=True)
    applies_where: Condition[S] | None = field(default=None, kw_only=True)
    dash: bool = field(default=True, kw_only=True)
    sic: tuple[Sic, ...] = field(default=(), kw_only=True)
    readings: tuple[Reading, ...] = field(default=(), kw_only=True)
    place: str = field(default="", kw_only=True, metadata={ADDED_LATER: True})

    def __attrs_post_init__(self) -> None:
        if self.place:
            cite(self.place, dash=self.dash)
        check_slips(self.id, self.text, self.sic)
        if any(isinstance(node, nodes.Unless) for node in nodes_of(self.node)):
            msg = f"{self.id}: unless(…) stands only at the root of a group, not in a clause"
            raise MisplacedError(msg)

    @property
    def node(self) -> nodes.Predicate:
        """What it requires, under the guard of where it applies."""
        if self.applies_where is None:
            return self.requires.node
        return nodes.Where(self.applies_where.node, self.requires.node)

    @property
    def line(self) -> str:
        """The line as published, its dash included."""
        return f"- {self.text}" if self.dash else self.text

    @property
    def corrected(self) -> str:
        """The text as it is read, slips replaced."""
        return corrected(self.text, self.sic)

    @property
    def citation(self) -> Text:
        """Its place, spelt out."""
        return cite(self.place or self.id, dash=self.dash)

    @property
    def rests_on(self) -> tuple[Reading, ...]:
        """The readings that bear on it as adopted, those in the tree first."""
        return tuple(dict.fromkeys((*readings_in_force(self.node), *self.readings)))

    def is_met(self) -> Condition[S]:
        """The clause, as a part of what its group requires."""
        return Condition(nodes.ClauseMet(self.id))


@frozen(cache_hash=True)
class Criteria(Shown, Generic[S]):
    """What is asked of one kind of subject: its clauses in the order of the plan, and how they count together."""

    heading: Provision
    subject: type[S]
    clauses: tuple[Clause[S], ...]
    requires: Condition[S]
    applies_where: Condition[S] | None = None
    readings: tuple[Reading, ...] = ()

    def __attrs_post_init__(self) -> None:
        ids = [clause.id for clause in self.clauses]
        twice = sorted({name for name in ids if ids.count(name) > 1})
        if twice:
            msg = f"{self.id}: clause {twice[0]} is given more than once"
            raise DuplicateNameError(msg)
        owner = self.subject.__name__
        trees = [(clause.id, clause.node) for clause in self.clauses] + [(self.id, self.node)]
        for name, tree in trees:
            strange = sorted(owners_of(tree) - {owner, ANY_OWNER})
            if strange:
                msg = f"{name}: reads facts of {', '.join(strange)}; expected facts of {owner}"
                raise WrongOwnerError(msg)
            for node in nodes_of(tree):
                if isinstance(node, nodes.ClauseMet):
                    self._check_reference(name, node.clause, ids)
        if any(isinstance(node, nodes.Unless) for child in children(self.node) for node in nodes_of(child)):
            msg = f"{self.id}: unless(…) stands only at the root of a group, so that nothing above may skip it"
            raise MisplacedError(msg)

    def _check_reference(self, name: str, clause: str, ids: list[str]) -> None:
        if clause not in ids:
            msg = f"{name}: refers to clause {clause!r}{did_you_mean(clause, ids)}"
            raise UnknownNameError(msg)
        if name in ids and ids.index(clause) >= ids.index(name):
            msg = f"{name}: refers to clause {clause!r}, which does not come before it"
            raise MisplacedError(msg)

    @property
    def id(self) -> str:
        """The place of its heading."""
        return self.heading.id

    @property
    def node(self) -> nodes.Predicate:
        """How the clauses count together, under the guard of whom the group addresses."""
        if self.applies_where is None:
            return self.requires.node
        return nodes.Where(self.applies_where.node, self.requires.node)

    @property
    def rests_on(self) -> tuple[Reading, ...]:
        """The readings that bear on the group as a whole, as adopted."""
        return tuple(dict.fromkeys((*readings_in_force(self.node), *self.readings)))

    def clause(self, name: str) -> Clause[Any]:
        """The clause of that id; `UnknownNameError` otherwise."""
        found = next((clause for clause in self.clauses if clause.id == name), None)
        if found is None:
            msg = f"{self.id} has no clause {name!r}{did_you_mean(name, [c.id for c in self.clauses])}"
            raise UnknownNameError(msg)
        return found
