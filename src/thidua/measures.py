"""Typed quantities: numbers about S in the unit of V, whose verbs build nodes.

V keeps đồng from being added to households; the unit inside keeps households from being added to jobs.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Generic, TypeVar, assert_never, overload

from attrs import frozen

from thidua import nodes
from thidua.conditions import Condition, unordered
from thidua.errors import WrongUnitError, WrongValueError
from thidua.evidence import Evidence, plain
from thidua.nodes import Op
from thidua.periods import AT_REVIEW, Survey, When
from thidua.quantities import SHARE, TIMES, Exact, Money, Percent, Unit, exact, number_of, unit_of

S = TypeVar("S")
V = TypeVar("V", int, Money, Percent)


def unit(term: nodes.Quantity) -> Unit:
    """The unit a term is counted in; `WrongUnitError` where a sum mixes two."""
    match term:
        case nodes.Recorded(fact=fact) | nodes.Total(of=fact):
            return fact.unit or TIMES
        case nodes.Exactly(unit=given):
            return given
        case nodes.At(term=inner) | nodes.Times(term=inner):
            return unit(inner)
        case nodes.Quotient():
            return SHARE
        case nodes.Number():
            return TIMES
        case nodes.Sum(parts=parts):
            return _one([unit(part) for part in parts])
        case nodes.ChooseQuantity(options=options):
            return _one([unit(option) for _, option in options])
        case _:
            assert_never(term)


def _one(units: list[Unit]) -> Unit:
    if len(set(units)) > 1:
        msg = f"expected one unit but got {' and '.join(sorted({u.id for u in units}))}"
        raise WrongUnitError(msg)
    return units[0]


@unordered("a quantity is compared by a verb: is_at_least(…), is_more_than(…), is_at_most(…), is_less_than(…)")
@frozen(cache_hash=True)
class Quantity(Generic[S, V]):
    """A number about S."""

    node: nodes.Quantity

    def __add__(self, other: Quantity[S, V]) -> Quantity[S, V]:
        return Quantity(_sum(self.node, other.node))

    def __sub__(self, other: Quantity[S, V]) -> Quantity[S, V]:
        return Quantity(_sum(self.node, nodes.Times(-1, other.node)))

    def times(self, factor: Exact) -> Quantity[S, V]:
        """So many times the quantity, exactly."""
        return Quantity(nodes.Times(_factor(factor), self.node))

    def as_share_of(self, whole: Quantity[S, V]) -> Quantity[S, Percent]:
        """The quantity as a share of another; unknown wherever the whole may be zero."""
        _one([unit(self.node), unit(whole.node)])
        return Quantity(nodes.Quotient(self.node, whole.node))

    def is_at_least(self, bound: V | Quantity[S, V]) -> Condition[S]:
        """No less than the bound."""
        return self._compare(Op.AT_LEAST, bound)

    def is_more_than(self, bound: V | Quantity[S, V]) -> Condition[S]:
        """Strictly more than the bound."""
        return self._compare(Op.MORE_THAN, bound)

    def is_at_most(self, bound: V | Quantity[S, V]) -> Condition[S]:
        """No more than the bound."""
        return self._compare(Op.AT_MOST, bound)

    def is_less_than(self, bound: V | Quantity[S, V]) -> Condition[S]:
        """Strictly less than the bound."""
        return self._compare(Op.LESS_THAN, bound)

    def _compare(self, op: Op, bound: V | Quantity[S, V]) -> Condition[S]:
        if isinstance(bound, Quantity):
            _one([unit(self.node), unit(bound.node)])
            return Condition(nodes.Compare(self.node, op, bound.node))
        mine = unit(self.node)
        brought = unit_of(bound)
        if (brought or mine) != mine or (brought is None and mine.id in ("dong", "share")):
            msg = f"expected a bound in {mine.id} but got {bound!r}; use dong(…) for amounts, percent(…) for shares"
            raise WrongUnitError(msg)
        return Condition(nodes.Compare(self.node, op, nodes.Exactly(number_of(bound), mine)))


@frozen(cache_hash=True)
class DatedQuantity(Quantity[S, V]):
    """A number known at surveys; on its own it means the survey of the review."""

    def at(self, when: When) -> Quantity[S, V]:
        """The quantity at another moment, or at a survey by name."""
        return Quantity(nodes.At(self.node, when))

    @overload
    def __add__(self, other: DatedQuantity[S, V]) -> DatedQuantity[S, V]: ...
    @overload
    def __add__(self, other: Quantity[S, V]) -> Quantity[S, V]: ...
    def __add__(self, other: Quantity[S, V]) -> Quantity[S, V]:
        both = _sum(self.node, other.node)
        return DatedQuantity(both) if isinstance(other, DatedQuantity) else Quantity(both)

    def as_share_of(self, whole: Quantity[S, V]) -> DatedQuantity[S, Percent]:
        """The quantity as a share of another; unknown wherever the whole may be zero."""
        _one([unit(self.node), unit(whole.node)])
        return DatedQuantity(nodes.Quotient(self.node, whole.node))

    def falls_by_more_than(
        self, share: Percent, *, since: When, from_zero: Condition[S], until: When = AT_REVIEW
    ) -> Condition[S]:
        """Falls by strictly more than a share; `from_zero` answers zero to zero, a rise from zero is not met."""
        return self._falls(share, strictly=True, since=since, until=until, from_zero=from_zero)

    def falls_by_at_least(
        self, share: Percent, *, since: When, from_zero: Condition[S], until: When = AT_REVIEW
    ) -> Condition[S]:
        """Falls by a share or more; `from_zero` answers zero to zero, a rise from zero is not met."""
        return self._falls(share, strictly=False, since=since, until=until, from_zero=from_zero)

    def decreases_by_at_least(self, bound: V, *, since: When, until: When = AT_REVIEW) -> Condition[S]:
        """Is lower by so much or more: so many households, or, of a rate, so many percentage points."""
        return self._change(since, until).is_at_least(bound)

    def decreases_by_more_than(self, bound: V, *, since: When, until: When = AT_REVIEW) -> Condition[S]:
        """Is lower by more than so much: so many households, or, of a rate, so many percentage points."""
        return self._change(since, until).is_more_than(bound)

    def _change(self, since: When, until: When) -> Quantity[S, V]:
        now = self if until == AT_REVIEW else self.at(until)
        return self.at(since) - now

    def _falls(
        self, share: Percent, *, strictly: bool, since: When, until: When, from_zero: Condition[S]
    ) -> Condition[S]:
        if not isinstance(share, Percent):
            msg = f"expected a share such as percent(50) but got {share!r} ({type(share).__name__})"
            raise WrongUnitError(msg)
        return Condition(nodes.Falls(self.node, checked_fall(share.share), strictly, since, until, from_zero.node))


def _sum(left: nodes.Quantity, right: nodes.Quantity) -> nodes.Quantity:
    _one([unit(left), unit(right)])
    parts = left.parts if isinstance(left, nodes.Sum) else (left,)
    return nodes.Sum((*parts, right))


def checked_fall(share: Fraction) -> Fraction:
    """The share by which a quantity falls, when it can fall by so much; `WrongValueError` otherwise."""
    if not 0 <= share <= 1:
        msg = f"a quantity falls by 0 to 100 %; got {share * 100} %"
        raise WrongValueError(msg)
    return share


def fall_of(term: nodes.Quantity) -> tuple[nodes.Quantity, When, When] | None:
    """What falls, and from when to when, where a term is the difference of one quantity between two moments."""
    match term:
        case nodes.Sum(parts=(nodes.At(term=start, when=since), nodes.Times(factor=-1, term=end))):
            now, until = (end.term, end.when) if isinstance(end, nodes.At) else (end, AT_REVIEW)
            return (start, since, until) if now == start else None
        case _:
            return None


def _factor(factor: Exact) -> Exact:
    number = exact(factor)
    return int(number) if number.denominator == 1 else number


@frozen(cache_hash=True)
class Measured(Quantity[S, V]):
    """A number over the whole period, or in one entry of a register."""

    fact: nodes.Fact

    def recorded(self, value: V) -> Evidence[S]:
        """Evidence of its value, exact and in its unit."""
        return Evidence(self.fact, plain(self.fact, value))


@frozen(cache_hash=True)
class DatedMeasured(DatedQuantity[S, V]):
    """A number counted by surveys."""

    fact: nodes.Fact

    def recorded(self, value: V, *, at: Survey) -> Evidence[S]:
        """Evidence of its value at one survey."""
        if not isinstance(at, Survey):
            msg = f"{self.fact.name}: at= names a survey such as END_2021 but got {at!r}"
            raise WrongValueError(msg)
        return Evidence(self.fact, plain(self.fact, value), at=at)


def measured(fact: nodes.Fact) -> Any:
    """The handle of a declared number. The declaring functions of `facts` give it its type."""
    kind: Any = DatedMeasured if fact.lives is nodes.Lives.AT_SURVEYS else Measured
    return kind(nodes.Recorded(fact), fact)
