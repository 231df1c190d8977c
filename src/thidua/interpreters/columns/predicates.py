"""Predicates in columns: one `match` over the closed set, giving what each node may be in every row."""

from __future__ import annotations

from typing import Any, NamedTuple, assert_never

from thidua import nodes as n
from thidua.interpreters.assess import Prepared
from thidua.interpreters.columns.comparisons import compare
from thidua.interpreters.columns.days import compare_days
from thidua.interpreters.columns.falls import falls
from thidua.interpreters.columns.naming import OURS
from thidua.interpreters.columns.registers import Registers
from thidua.interpreters.columns.terms import Reader, Terms
from thidua.interpreters.columns.truth import (
    Bits,
    Guarded,
    Kleene,
    Truth,
    all_truth,
    any_truth,
    at_least_truth,
    constant,
    not_truth,
    one_of_truths,
    unless_truth,
    where_truth,
)
from thidua.knowledge import nothing_known
from thidua.movements import Setting
from thidua.nodes import Fact, Kind, Predicate
from thidua.verdicts import F, M

COSTLY = (n.IsOneOf, n.JudgedAtLeast, n.Compare, n.CompareDays, n.Falls, n.AreAll)
"""The leaves that read columns."""


class Found(NamedTuple):
    """What a node may be in every row, and the nodes below it: a finding, for all rows at once.

    `there` says in which rows the parts have a say: of a fall, where it may be zero to zero.
    """

    node: Predicate
    truth: Truth
    parts: tuple[Found, ...] = ()
    there: Any = True


class Predicates:
    """Judges predicates over one table.

    `kept` gathers, where it is given, what each leaf is in columns of its own: computed once, however many clauses and
    outputs read it.
    """

    def __init__(
        self, reader: Reader, setting: Setting, registers: Registers, kept: dict[str, Any] | None = None
    ) -> None:
        self.reader = reader
        self.setting = setting
        self.registers = registers
        self.terms = Terms(reader, Prepared(setting.review.id, dict(setting.surveys)), registers)
        self.clauses: dict[str, Found] = {}
        self.kept = kept
        self._leaves: dict[Predicate, Found] = {}

    def found(self, node: Predicate) -> Found:
        """The node and all below it."""
        if self.kept is None or not isinstance(node, COSTLY):
            return self._found(node)
        if node not in self._leaves:
            found = self._found(node)
            name = f"{OURS}_{len(self._leaves)}"
            truth, columns = staged(found.truth, name, self.reader.words)
            there = found.there
            if not isinstance(there, bool):
                columns[f"{name}_there"], there = there, self.reader.words.col(f"{name}_there")
            self.kept.update(columns)
            self._leaves[node] = found._replace(truth=truth, there=there)
        return self._leaves[node]

    def _within(self, node: Predicate) -> Found:
        """A node inside a leaf: it gets no column of its own, for that of the leaf is made in the same step."""
        kept, self.kept = self.kept, None
        answer = self.found(node)
        self.kept = kept
        return answer

    def _found(self, node: Predicate) -> Found:
        match node:
            case n.Constant(mask=mask):
                return Found(node, constant(mask))
            case n.AtReview(reviews=reviews):
                return Found(node, constant(M if self.setting.review.id in reviews else F))
            case n.IsOneOf(fact=fact, members=members):
                return Found(node, self._is_one_of(fact, frozenset(members)))
            case n.JudgedAtLeast(fact=fact, level=level):
                return Found(node, self._judged(fact, level))
            case n.Compare():
                return Found(node, compare(node, self.terms))
            case n.CompareDays():
                return Found(node, compare_days(node, self.reader, self.setting.days))
            case n.Falls(from_zero=from_zero):
                answer = self._within(from_zero)
                truth, there = falls(node, self.terms, answer.truth)
                return Found(node, truth, (answer,), there)
            case n.AreAll():
                return Found(node, self.registers.are_all(node))
            case n.AllOf(parts=parts):
                below = tuple(map(self.found, parts))
                return Found(node, all_truth([part.truth for part in below]), below)
            case n.AnyOf(parts=parts):
                below = tuple(map(self.found, parts))
                return Found(node, any_truth([part.truth for part in below]), below)
            case n.AtLeast(k=k, parts=parts, if_fewer_applicable=mode):
                below = tuple(map(self.found, parts))
                return Found(node, at_least_truth(k, [part.truth for part in below], mode, self._number), below)
            case n.Not(part=part):
                one = self.found(part)
                return Found(node, not_truth(one.truth), (one,))
            case n.Where(guard=guard, body=body):
                asked, then = self.found(guard), self.found(body)
                return Found(node, where_truth(asked.truth, then.truth), (asked, then))
            case n.Unless(body=body, disqualifier=disqualifier):
                kept, lost = self.found(body), self.found(disqualifier)
                return Found(node, unless_truth(kept.truth, lost.truth), (kept, lost))
            case n.Choose(reading=reading, options=options):
                below = tuple(self.found(option) for name, option in options if reading.adopted in (None, name))
                return Found(node, one_of_truths([part.truth for part in below]), below)
            case n.ClauseMet(clause=clause):
                return Found(node, self.clauses[clause].truth, (self.clauses[clause],))
            case _:
                assert_never(node)

    def _number(self, holds: Any) -> Any:
        return holds.cast(self.reader.words.Int64)

    def _is_one_of(self, fact: Fact, wanted: frozenset[str]) -> Truth:
        domain = nothing_known(fact).options
        column = self.reader.column(fact.name)
        if domain <= wanted:
            return constant(M)
        if column is None:
            return constant(M | F)
        if fact.kind is Kind.YES_NO:
            return Kleene(column if "yes" in wanted else ~column)
        return Kleene(_among(column, wanted))

    def _judged(self, fact: Fact, level: str) -> Truth:
        steps = [option.id for option in fact.options]
        asked = steps.index(level)
        column = self.reader.column(fact.name)
        if not asked:
            return constant(M)
        if column is None:
            return constant(M | F)
        return Kleene(_among(column, frozenset(steps[asked:])))


def _among(column: Any, wanted: frozenset[str]) -> Any:
    """Whether a text is one of these; null where there is none."""
    first, *others = sorted(wanted)
    if not others:
        return column == first
    return column.is_in([first, *others])


def staged(truth: Truth, name: str, words: Any) -> tuple[Truth, dict[str, Any]]:
    """The truth read from columns of its own, and what goes into them."""
    if isinstance(truth, Kleene):
        return Kleene(words.col(name)), {name: truth.holds}
    if isinstance(truth, Guarded):
        asked, then = f"{name}_asked", f"{name}_then"
        return Guarded(words.col(asked), words.col(then)), {asked: truth.asked, then: truth.then}
    kept: list[Any] = []
    made: dict[str, Any] = {}
    for expression, final in zip(truth, ("met", "fails", "skips"), strict=True):
        if isinstance(expression, bool):
            kept.append(expression)
        else:
            kept.append(words.col(f"{name}_{final}"))
            made[f"{name}_{final}"] = expression
    return Bits(*kept), made
