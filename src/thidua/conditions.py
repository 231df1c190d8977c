"""Predicates with their owner: what authors combine. Nodes stay plain; the owner is for the type checker."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, NoReturn, TypeVar

from attrs import frozen

from thidua import nodes, verdicts
from thidua.displays import Shown
from thidua.errors import (
    AmbiguousCountError,
    CountOutOfRangeError,
    EmptyCombinationError,
    MisplacedError,
    NoOrderError,
    NotAPredicateError,
    NoTruthValueError,
    handed,
)
from thidua.texts import Text
from thidua.verdicts import IfFewer
from thidua.walks import can_be_not_applicable

S = TypeVar("S")
T = TypeVar("T")


def unordered(told: str) -> Callable[[T], T]:
    """Makes `<`, `<=`, `>`, `>=` of a class raise `NoOrderError` with what to write instead; type checkers see none."""

    def refuse(_self: object, _other: object) -> NoReturn:
        raise NoOrderError(told)

    def decorated(kind: T) -> T:
        for sign in ("__lt__", "__le__", "__gt__", "__ge__"):
            setattr(kind, sign, refuse)
        return kind

    return decorated


@unordered("predicates have no order: compare quantities with is_at_least(…), is_more_than(…) and so on")
@frozen(cache_hash=True)
class Condition(Shown, Generic[S]):
    """A predicate about S. Equality is structural; two predicates may mean the same and yet differ."""

    node: nodes.Predicate

    def __and__(self, other: Condition[S]) -> Condition[S]:
        return all_of(self, other) if isinstance(other, Condition) else NotImplemented

    def __or__(self, other: Condition[S]) -> Condition[S]:
        return any_of(self, other) if isinstance(other, Condition) else NotImplemented

    def __invert__(self) -> Condition[S]:
        return not_(self)

    def __bool__(self) -> NoReturn:
        msg = "a predicate has no truth value: combine with `&`, `|`, `~`, and judge with `assess(plan, dossier, …)`"
        raise NoTruthValueError(msg)


ALWAYS: Condition[Any] = Condition(nodes.Constant(verdicts.M))
"""Met, whatever is known."""
NEVER: Condition[Any] = Condition(nodes.Constant(verdicts.F))
"""Not met, whatever is known."""
NOT_APPLICABLE: Condition[Any] = Condition(nodes.Constant(verdicts.N))
"""Not applicable, whatever is known."""


def all_of(*conditions: Condition[S]) -> Condition[S]:
    """Every applicable one is met; not applicable when none applies."""
    return Condition(nodes.AllOf(combined("all_of", conditions)))


def any_of(*conditions: Condition[S]) -> Condition[S]:
    """One applicable one is met; not applicable when none applies."""
    return Condition(nodes.AnyOf(combined("any_of", conditions)))


def at_least(k: int, *conditions: Condition[S], if_fewer_applicable: IfFewer | None = None) -> Condition[S]:
    """At least k of the applicable ones are met.

    When fewer than k apply: `"cap"` asks for all that apply, `"strict"` is then not met, `"not_applicable"` does not
    apply. The keyword must be given as soon as one of them can be not applicable (`AmbiguousCountError`). A k outside
    1…n is a `CountOutOfRangeError`.
    """
    parts = combined("at_least", conditions)
    checked_count(k, parts)
    if if_fewer_applicable is None and any(can_be_not_applicable(part) for part in parts):
        msg = 'one of these can be not applicable: say if_fewer_applicable="cap", "strict" or "not_applicable"'
        raise AmbiguousCountError(msg)
    return Condition(nodes.AtLeast(k, parts, if_fewer_applicable or "cap"))


def not_(condition: Condition[S]) -> Condition[S]:
    """Met and not met change places; what is not applicable or not known stays so."""
    (part,) = combined("not_", (condition,))
    return Condition(nodes.Not(part))


def where(guard: Condition[S], body: Condition[S]) -> Condition[S]:
    """The body, asked only where the guard is met; elsewhere not applicable."""
    asked, then = combined("where", (guard, body))
    return Condition(nodes.Where(asked, then))


def unless(body: Condition[S], disqualifier: Condition[S]) -> Condition[S]:
    """The body, lost when the disqualifier is met. Only at the root of a group."""
    kept, lost = combined("unless", (body, disqualifier))
    return Condition(nodes.Unless(kept, lost))


def at_review(label: Text, *reviews: str) -> Condition[Any]:
    """The assessment is made for one of these reviews, by id; `label` says it in words."""
    if not reviews:
        msg = "at_review() needs at least one review"
        raise EmptyCombinationError(msg)
    return Condition(nodes.AtReview(reviews, label))


def checked_count(k: int, parts: tuple[nodes.Predicate, ...]) -> int:
    """How many of these must be met, when it is one of them to all; `CountOutOfRangeError` otherwise."""
    if not 1 <= k <= len(parts):
        msg = f"at_least({k}, …) of {len(parts)} predicates: expected 1 to {len(parts)}"
        raise CountOutOfRangeError(msg)
    return k


def combined(name: str, conditions: tuple[object, ...]) -> tuple[nodes.Predicate, ...]:
    """The nodes that `name` combines, checked: at least one, predicates all, none of them an `unless`."""
    if not conditions:
        msg = f"{name}() needs at least one predicate"
        raise EmptyCombinationError(msg)
    parts: list[nodes.Predicate] = []
    for condition in conditions:
        if not isinstance(condition, Condition):
            what, write = f"{condition!r} ({type(condition).__name__})", "use a fact's verb"
            several = handed(condition)
            if isinstance(condition, list | tuple):
                what, write = several, f"give them one by one, as {name}(*predicates)"
            msg = f"{name}() combines predicates but got {what}; {write}"
            raise NotAPredicateError(msg)
        if isinstance(condition.node, nodes.Unless):
            msg = f"unless(…) stands only at the root of a group, not inside {name}()"
            raise MisplacedError(msg)
        parts.append(condition.node)
    return tuple(parts)
