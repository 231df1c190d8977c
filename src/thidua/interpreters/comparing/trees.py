"""From the predicates of a plan to trees over worlds: readings, moments and references resolved for one setting.

A tree says of a complete world just what `assess` says of it. What cells cannot tell, such as two days with calendar
years between them, becomes `Free`: it may be anything, so a proof that something cannot be is never a wrong one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, assert_never

from thidua import nodes as n
from thidua.clauses import Criteria
from thidua.interpreters.comparing.day_trees import MEETS, compare_days, day_form
from thidua.interpreters.comparing.logic import (
    Among,
    AnyOne,
    Count,
    Either,
    Every,
    Fixed,
    Free,
    Guarded,
    If,
    Lost,
    Negated,
    Tree,
    signed,
)
from thidua.interpreters.comparing.worlds import ZERO, Bounds, Form, Leaves, NotLinear, Place, Share
from thidua.interpreters.papers import survey_at
from thidua.movements import Setting
from thidua.nodes import Fact, Kind, Lives, Predicate, Quantity
from thidua.periods import AT_REVIEW, When
from thidua.quantities import SHARE
from thidua.verdicts import F, M
from thidua.walks import facts_of

OPEN = M | F


class Registers(Protocol):
    """What the sorts of entries say of the terms over registers."""

    def number(self, term: n.Number) -> Form:
        """How many entries meet a predicate; `NotLinear` where an entry may leave it open."""
        ...

    def total(self, term: n.Total) -> Form:
        """What they add up to; `NotLinear` likewise."""
        ...

    def are_all(self, node: n.AreAll) -> Tree:
        """Whether all do."""
        ...


class NoRegisters(Registers):
    """What an entry of a register has of registers of its own: nothing is told of any."""

    def number(self, term: n.Number) -> Form:  # noqa: ARG002  # as Registers asks it
        """Never a form."""
        raise NotLinear

    def total(self, term: n.Total) -> Form:  # noqa: ARG002  # likewise
        """Never a form."""
        raise NotLinear

    def are_all(self, node: n.AreAll) -> Tree:  # noqa: ARG002  # likewise
        """Never a tree."""
        raise NotLinear


class Planter:
    """Makes trees for one setting; `registers` says what is asked of registers."""

    def __init__(self, leaves: Leaves, setting: Setting, registers: Registers) -> None:
        self.leaves = leaves
        self.setting = setting
        self.surveys = dict(setting.surveys)
        self.registers = registers
        self.clauses: dict[str, Tree] = {}
        self._made: dict[Predicate, Tree] = {}

    def group(self, criteria: Criteria[Any]) -> Tree:
        """The tree of a group, its clauses first."""
        for clause in criteria.clauses:
            self.clauses[clause.id] = self.tree(clause.node)
        return self.tree(criteria.node)

    def tree(self, node: Predicate) -> Tree:
        """The tree of a predicate; equal predicates give one tree."""
        if node not in self._made:
            self._made[node] = self._tree(node)
        return self._made[node]

    def _tree(self, node: Predicate) -> Tree:
        match node:
            case n.Constant(mask=mask):
                return Fixed(mask)
            case n.AtReview(reviews=reviews):
                return Fixed(M if self.setting.review.id in reviews else F)
            case n.IsOneOf(fact=fact, members=members):
                return Among(self.place(fact), frozenset(members))
            case n.JudgedAtLeast(fact=fact, level=level):
                steps = [option.id for option in fact.options]
                return Among(self.place(fact), frozenset(steps[steps.index(level) :]))
            case n.Compare():
                return self._or_free(node, lambda: self._compare(node))
            case n.CompareDays():
                return self._or_free(node, lambda: compare_days(node, self.leaves, self.setting.days))
            case n.Falls():
                return self._or_free(node, lambda: self._falls(node))
            case n.AreAll():
                return self._or_free(node, lambda: self.registers.are_all(node))
            case n.AllOf(parts=parts):
                return Every(tuple(map(self.tree, parts)))
            case n.AnyOf(parts=parts):
                return AnyOne(tuple(map(self.tree, parts)))
            case n.AtLeast(k=k, parts=parts, if_fewer_applicable=mode):
                return Count(k, tuple(map(self.tree, parts)), mode)
            case n.Not(part=part):
                return Negated(self.tree(part))
            case n.Where(guard=guard, body=body):
                return Guarded(self.tree(guard), self.tree(body))
            case n.Unless(body=body, disqualifier=disqualifier):
                return Lost(self.tree(body), self.tree(disqualifier))
            case n.Choose(reading=reading, options=options):
                followed = [self.tree(option) for name, option in options if reading.adopted in (None, name)]
                return followed[0] if len(followed) == 1 else Either(tuple(followed))
            case n.ClauseMet(clause=clause):
                return self.clauses[clause]
            case _:
                assert_never(node)

    def _or_free(self, node: Predicate, make: Callable[[], Tree]) -> Tree:
        try:
            return make()
        except NotLinear:
            for what in facts_of(node):
                if isinstance(what, Fact):
                    self._heard_of(what)
            return Free((node, self.setting.surveys, self.setting.cut_off), frozenset((M, F, OPEN)))

    def _heard_of(self, fact: Fact) -> None:
        """A place that no form reads, though a dossier may say something of it."""
        moments = tuple(self.surveys.values()) if fact.lives is Lives.AT_SURVEYS else (AT_REVIEW,)
        for moment in moments:
            if fact.kind is Kind.DAY:
                day_form(self.leaves, self.place(fact))
            elif fact.kind is Kind.NUMBER:
                self.leaves.form(self.place(fact, moment), Bounds(fact.low or 0, fact.high, fact.unit != SHARE))

    def place(self, fact: Fact, when: When = AT_REVIEW) -> Place:
        """Where a fact is read in this setting."""
        if fact.lives is Lives.AT_SURVEYS:
            return Place(fact, survey=survey_at(when, self.surveys))
        return Place(fact, in_force=self.setting.cut_off if fact.lives is Lives.IN_FORCE else None)

    # quantities

    def _recorded(self, fact: Fact, when: When) -> Form:
        if fact.low is None:
            raise NotLinear
        return self.leaves.form(self.place(fact, when), Bounds(fact.low, fact.high, fact.unit != SHARE))

    def form(self, term: Quantity, when: When = AT_REVIEW) -> tuple[Form, tuple[Form, ...]]:
        """A quantity as a form, and the wholes that must be more than zero for it to mean anything."""
        match term:
            case n.Recorded(fact=fact):
                return self._recorded(fact, when), ()
            case n.Exactly(value=value):
                return Form((), value), ()
            case n.At(term=inner, when=other):
                return self.form(inner, other)
            case n.Sum(parts=parts):
                total = ZERO
                wholes: tuple[Form, ...] = ()
                for part in parts:
                    form, more = self.form(part, when)
                    total, wholes = total.plus(form), (*wholes, *more)
                return total, wholes
            case n.Times(factor=factor, term=inner):
                form, wholes = self.form(inner, when)
                return form.times(factor), wholes if factor else ()
            case n.Quotient():
                share = self._share(term, when)._replace(positive=False)
                return self._leaf(share), (share.whole,)
            case n.Number():
                return self.registers.number(term), ()
            case n.Total():
                return self.registers.total(term), ()
            case n.ChooseQuantity(reading=reading, options=options):
                if reading.adopted is None:
                    raise NotLinear
                return self.form(dict(options)[reading.adopted], when)
            case _:
                assert_never(term)

    def _sign(self, form: Form, signs: frozenset[int]) -> Tree:
        return signed(self.leaves, form, signs)

    def _where_whole(self, wholes: tuple[Form, ...], tree: Tree, otherwise: Tree) -> Tree:
        for whole in wholes:
            tree = If(self._sign(whole, frozenset((1,))), tree, otherwise)
        return tree

    def _compare(self, node: n.Compare) -> Tree:
        share = node.left.term if isinstance(node.left, n.At) else node.left
        when = node.left.when if isinstance(node.left, n.At) else AT_REVIEW
        if isinstance(share, n.Quotient) and isinstance(node.right, n.Exactly):
            (part, first), (whole, second) = self.form(share.part, when), self.form(share.whole, when)
            cleared = self._sign(part.minus(whole.times(node.right.value)), MEETS[node.op])
            return self._where_whole((whole, *first, *second), cleared, Fixed(OPEN))
        (left, first), (right, second) = self.form(node.left), self.form(node.right)
        return self._where_whole((*first, *second), self._sign(left.minus(right), MEETS[node.op]), Fixed(OPEN))

    def _falls(self, node: n.Falls) -> Tree:
        answer = self.tree(node.from_zero)
        if isinstance(node.term, n.Quotient):
            return self._share_falls(node, node.term, answer)
        (start, first), (end, second) = self.form(node.term, node.since), self.form(node.term, node.until)
        if first or second:
            raise NotLinear
        fallen = self._fallen(start, end, node)
        return self._at_zero(start, self._at_zero(end, answer, fallen), fallen)

    def _fallen(self, start: Form, end: Form, node: n.Falls) -> Tree:
        gap = start.times(1 - node.by).minus(end)
        return self._sign(gap, frozenset((1,)) if node.strictly else frozenset((0, 1)))

    def _share_falls(self, node: n.Falls, term: n.Quotient, answer: Tree) -> Tree:
        """A share is zero where its part is, and means nothing where its whole is; assess says so of both moments."""
        start, end = self._share(term, node.since), self._share(term, node.until)
        if start == end:
            raise NotLinear
        left = Fixed(M if node.by < 1 or not node.strictly else F)
        both = self._fallen(self._leaf(start), self._leaf(end), node)
        measured = self._at_zero(
            start.part, self._at_zero(end.part, answer, Fixed(F)), self._at_zero(end.part, left, both)
        )
        open_, unknown = Fixed(OPEN), Either((Fixed(OPEN), answer))
        return If(
            self._sign(start.whole, frozenset((1,))),
            If(self._sign(end.whole, frozenset((1,))), measured, self._at_zero(start.part, unknown, open_)),
            If(self._sign(end.whole, frozenset((1,))), self._at_zero(end.part, unknown, open_), unknown),
        )

    def _share(self, term: n.Quotient, when: When) -> Share:
        (part, first), (whole, second) = self.form(term.part, when), self.form(term.whole, when)
        if first or second or -1 in self.leaves.signs(part):
            raise NotLinear
        return Share(part, whole, positive=True)

    def _leaf(self, share: Share) -> Form:
        return self.leaves.form(share, Bounds(0, None, whole=False))

    def _at_zero(self, form: Form, at: Tree, elsewhere: Tree) -> Tree:
        test = self._sign(form, frozenset((0,)))
        return elsewhere if test == Fixed(F) else If(test, at, elsewhere)
