"""How the clauses of a group count together, when one joins them or is gone."""

from __future__ import annotations

from typing import Any, TypeVar

from attrs import evolve

from thidua import nodes as n
from thidua.conditions import Condition
from thidua.errors import MisplacedError
from thidua.nodes import Predicate
from thidua.walks import nodes_of, rewrite

S = TypeVar("S")


def joined_by(requires: Condition[S], clause: str, *, beside: str) -> Condition[S]:
    """The new clause counts wherever another counts, right after it.

    Of k of n it becomes k + 1 of n + 1: as many may be missing as before. Raises `MisplacedError` when the group does
    not count the other, or counts that it is not met.
    """
    anchor, new = n.ClauseMet(beside), n.ClauseMet(clause)
    there = list(nodes_of(requires.node))
    if anchor not in there or n.Not(anchor) in there:
        msg = f"the group does not count {beside!r} as a part: name with counted_with=… one that it does"
        raise MisplacedError(msg)
    both = n.AllOf((anchor, new))

    def join(_was: Any, now: Any) -> Any:
        match now:
            case n.ClauseMet():
                return both if now == anchor else now
            case n.AllOf(parts=parts) | n.AnyOf(parts=parts) | n.AtLeast(parts=parts) if both in parts and now != both:
                grown = tuple(part for old in parts for part in (both.parts if old == both else (old,)))
                return _counting(now, grown, len(grown) - len(parts))
            case _:
                return now

    return Condition(rewrite(requires.node, join))


def without(requires: Condition[S], clause: str) -> Condition[S] | None:
    """What is left when a clause no longer counts; nothing, where nothing else did.

    Of k of n it becomes k - 1 of n - 1, never below one: as many may be missing as before. Raises `MisplacedError`
    where only one of the options of a reading, or the guard of another part, would be left empty.
    """
    gone = n.ClauseMet(clause)

    def leave(_was: Any, now: Any) -> Any:
        match now:
            case n.AllOf(parts=parts) | n.AnyOf(parts=parts) | n.AtLeast(parts=parts) if gone in parts:
                kept = tuple(part for part in parts if part != gone)
                return _counting(now, kept, len(kept) - len(parts)) if kept else gone
            case n.Not(part=part) if part == gone:
                return gone
            case n.Where(guard=guard, body=body) if gone in (guard, body):
                return gone if body == gone else _stuck(clause)
            case n.Unless(body=body, disqualifier=disqualifier) if gone in (body, disqualifier):
                return gone if body == gone else body
            case n.Choose(options=options) if gone in dict(options).values():
                return gone if set(dict(options).values()) == {gone} else _stuck(clause)
            case _:
                return now

    left: Predicate = rewrite(requires.node, leave)
    return None if left == gone else Condition(left)


def _counting(node: n.AllOf | n.AnyOf | n.AtLeast, parts: tuple[Predicate, ...], more: int) -> Predicate:
    if isinstance(node, n.AtLeast):
        return evolve(node, parts=parts, k=max(1, node.k + more))
    return evolve(node, parts=parts)


def _stuck(clause: str) -> Predicate:
    msg = f"the group rests on {clause!r} alone somewhere: say anew how it counts, with replace(group, requires=…)"
    raise MisplacedError(msg)
