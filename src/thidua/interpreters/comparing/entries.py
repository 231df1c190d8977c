"""Registers: how many entries there are of each sort, a sort being all that the two editions can tell of an entry.

Entries on which every predicate of both editions comes out alike are one sort, and a complete register is, to both, how
many it has of each. So a number of entries is a sum of such counts, and `are_all` asks which of them are zero. Whether
an entry lies within the days that count belongs to its sort too, since the editions may count from different days.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from thidua import nodes as n
from thidua.interpreters.comparing.cells import Cell, Search
from thidua.interpreters.comparing.day_trees import day_form
from thidua.interpreters.comparing.logic import Every, Fixed, If, Signed, Tree, signed
from thidua.interpreters.comparing.trees import NoRegisters, Planter, Registers
from thidua.interpreters.comparing.worlds import (
    ZERO,
    Amounts,
    Bounds,
    Entries,
    Form,
    Happened,
    Leaves,
    NotLinear,
    Place,
    scaled,
)
from thidua.movements import Setting
from thidua.nodes import Predicate, Register
from thidua.quantities import SHARE
from thidua.verdicts import M, N


class Asked(NamedTuple):
    """A predicate asked of the entries of a register by one of the editions."""

    edition: int
    predicate: Predicate


class Sort(NamedTuple):
    """Every that can be told of an entry: which editions count it, what their predicates find, and where it lies."""

    counts: tuple[bool, ...]
    finds: Mapping[Asked, int]
    cell: Cell


class Sorts(NamedTuple):
    """The sorts of the entries of one register, and the search that found them, which knows their numbers."""

    register: Register
    sorts: tuple[Sort, ...]
    search: Search


class Listener(Registers):
    """Hears what a tree asks of registers, and answers nothing."""

    def __init__(self, edition: int, heard: dict[Register, dict[Asked, None]]) -> None:
        self.edition = edition
        self.heard = heard

    def _hear(self, register: Register, predicate: Predicate) -> None:
        self.heard.setdefault(register, {})[Asked(self.edition, predicate)] = None

    def number(self, term: n.Number) -> Form:
        """Nothing."""
        self._hear(term.register, term.where)
        return ZERO

    def total(self, term: n.Total) -> Form:
        """Nothing."""
        self._hear(term.register, term.where)
        return ZERO

    def are_all(self, node: n.AreAll) -> Tree:
        """Nothing."""
        self._hear(node.register, node.each)
        return Fixed(N)


def sorts_of(register: Register, asked: Mapping[Asked, None], settings: tuple[Setting, ...]) -> Sorts:
    """The sorts of the entries of a register. Raises `TooManyCells` where they cannot all be found."""
    leaves = Leaves()
    planters = [Planter(leaves, setting, NoRegisters()) for setting in settings]
    dated_by = next(field for field in register.fields if field.name == register.dated_by)
    counted = [_counted(planter, dated_by) for planter in planters]
    judged = [planters[one.edition].tree(one.predicate) for one in asked]
    start = Cell({Happened(Place(dated_by)): frozenset(("yes",))}, {}, {})
    search = Search((*counted, *judged), leaves, start)
    found: dict[tuple[int, ...], Sort] = {}
    for cell, masks in search.outcomes():
        counts = tuple(mask == M for mask in masks[: len(settings)])
        if any(counts) and masks not in found:
            found[masks] = Sort(counts, dict(zip(asked, masks[len(settings) :], strict=True)), cell)
    return Sorts(register, tuple(found.values()), search)


def _counted(planter: Planter, dated_by: n.Fact) -> Tree:
    """Whether an entry of that day lies within the days that count."""
    day, setting = day_form(planter.leaves, Place(dated_by)), planter.setting
    from_ = day.minus(Form((), setting.counts_from.toordinal()))
    until = Form((), setting.cut_off.toordinal()).minus(day)
    return Every((signed(planter.leaves, from_, frozenset((0, 1))), signed(planter.leaves, until, frozenset((0, 1)))))


class Counted(Registers):
    """What one edition asks of registers, said of how many entries there are of each sort."""

    def __init__(self, edition: int, leaves: Leaves, sorts: Mapping[Register, Sorts]) -> None:
        self.edition = edition
        self.leaves = leaves
        self.sorts = sorts

    def number(self, term: n.Number) -> Form:
        """How many entries meet a predicate."""
        form = ZERO
        for i in self._meeting(term.register, term.where):
            form = form.plus(self._entries(term.register, i))
        return form

    def total(self, term: n.Total) -> Form:
        """What they add up to."""
        if term.of.low != 0:
            raise NotLinear
        form = ZERO
        for i in self._meeting(term.register, term.where):
            self._entries(term.register, i)
            bounds = Bounds(0, None, term.of.unit != SHARE)
            form = form.plus(self.leaves.form(Amounts(term.register, i, term.of), bounds))
        return form

    def are_all(self, node: n.AreAll) -> Tree:
        """Whether all do: what each sort that is there says, together."""
        asked = Asked(self.edition, node.each)
        said: dict[int, Form] = {}
        for i, sort in enumerate(self.sorts[node.register].sorts):
            mask = sort.finds[asked]
            if sort.counts[self.edition] and mask != N:
                said[mask] = said.get(mask, ZERO).plus(self._entries(node.register, i))
        there = frozenset((1,))
        return Every(
            (Fixed(N), *(If(Signed(scaled(form)[0], there), Fixed(mask), Fixed(N)) for mask, form in said.items()))
        )

    def _meeting(self, register: Register, predicate: Predicate) -> list[int]:
        asked = Asked(self.edition, predicate)
        found: list[int] = []
        for i, sort in enumerate(self.sorts[register].sorts):
            if sort.counts[self.edition] and sort.finds[asked] & M:
                if sort.finds[asked] != M:
                    raise NotLinear
                found.append(i)
        return found

    def _entries(self, register: Register, sort: int) -> Form:
        return self.leaves.form(Entries(register, sort), Bounds(0, None, whole=True))
