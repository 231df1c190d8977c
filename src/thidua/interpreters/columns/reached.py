"""Which parts of nodes decide, and which leave them open: `decisive` and `findings`, for all rows at once.

A part is reached in a row when every node above it is decided, or left open, by it there. Each answer is a plain
Boolean without nulls.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from thidua import nodes as n
from thidua.interpreters.columns.predicates import Found
from thidua.interpreters.columns.truth import Bits, bits, both, either, opposite
from thidua.interpreters.found import LEAVES

EVERY_ROW = True


def is_open(truth: Bits) -> Any:
    """More than one final is possible."""
    met, fails, skips = truth
    return either(both(met, fails), both(skips, either(met, fails)))


def only_met(truth: Bits) -> Any:
    """Nothing but met is possible."""
    return both(truth.met, opposite(either(truth.fails, truth.skips)))


def only_fails(truth: Bits) -> Any:
    """Nothing but not met is possible."""
    return both(truth.fails, opposite(either(truth.met, truth.skips)))


def only_skips(truth: Bits) -> Any:
    """Nothing but not applicable is possible."""
    return both(truth.skips, opposite(either(truth.met, truth.fails)))


def open_parts(found: Found) -> tuple[Any, ...]:
    """For each part of an open node, whether it helps to leave it open."""
    whole = bits(found.truth)
    told: list[Any] = []
    for part in found.parts:
        one = bits(part.truth)
        matters: Any = True
        match found.node:
            case n.AllOf():
                matters = either(whole.skips, one.fails)
            case n.AnyOf():
                matters = either(whole.skips, one.met)
            case _:
                pass
        told.append(both(is_open(one), matters))
    return tuple(told)


def deciding_parts(found: Found) -> tuple[Any, ...]:
    """For each part, whether it belongs to a smallest set that gives the verdict, or leaves it open."""
    whole = bits(found.truth)
    opened = is_open(whole)
    settled = _settling(found, whole)
    return tuple(
        either(both(opened, opens), both(opposite(opened), settles))
        for opens, settles in zip(open_parts(found), settled, strict=True)
    )


def _settling(found: Found, whole: Bits) -> list[Any]:
    """For each part of a node that has its verdict, whether it settles it."""
    parts = [bits(part.truth) for part in found.parts]
    applies = [either(only_skips(whole), opposite(only_skips(part))) for part in parts]
    match found.node:
        case n.AllOf():
            return [_if(only_fails(whole), only_fails(part), other) for part, other in zip(parts, applies, strict=True)]
        case n.AnyOf():
            return [_if(only_met(whole), only_met(part), other) for part, other in zip(parts, applies, strict=True)]
        case n.AtLeast():
            return [
                either(
                    either(both(only_met(whole), only_met(part)), both(only_skips(whole), only_skips(part))),
                    both(only_fails(whole), either(only_fails(part), only_skips(part))),
                )
                for part in parts
            ]
        case n.Where():
            return [
                _if(only_skips(whole), opposite(parts[0].met), other=True),
                _if(only_skips(whole), parts[0].met, other=True),
            ]
        case n.Unless():
            return [
                _if(only_fails(whole), only_fails(parts[0]), other=True),
                _if(only_fails(whole), only_met(parts[1]), other=True),
            ]
        case _:
            return [True for _ in parts]


def _if(asked: Any, then: Any, other: Any) -> Any:
    return either(both(asked, then), both(opposite(asked), other))


def leaves_reached(found: Found, reach: Any = EVERY_ROW) -> Iterator[tuple[Found, Any]]:
    """The leaves that decide, and the clauses referred to that do, each with the rows in which they do."""
    if isinstance(found.node, (*LEAVES, n.ClauseMet)):
        yield found, reach
        return
    for part, decides in zip(found.parts, deciding_parts(found), strict=True):
        yield from leaves_reached(part, both(reach, decides))


def open_leaves(found: Found, reach: Any) -> Iterator[tuple[Found, Any]]:
    """The nodes that leave a verdict open, as far down as openness reaches or to a clause, and in which rows."""
    if reach is False:
        return
    if isinstance(found.node, n.ClauseMet):
        yield found, reach
        return
    below: Any = False
    for part, opens in zip(found.parts, open_parts(found), strict=True):
        there = both(opens, found.there)
        below = either(below, there)
        yield from open_leaves(part, both(reach, there))
    yield found, both(reach, opposite(below))
