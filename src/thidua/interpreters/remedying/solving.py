"""Taking demands apart: what is asked together is solved apart wherever it reads nothing in common.

Searching alone would do, but not in time: five clauses each short of one entry would be one search over five levers.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product
from math import prod
from typing import NamedTuple

from thidua import nodes as n
from thidua.interpreters.remedying.changeable import names_read
from thidua.interpreters.remedying.levers import Moves, after
from thidua.interpreters.remedying.outlook import World
from thidua.interpreters.remedying.search import Demand, Search, without_supersets
from thidua.verdicts import F, M, N

MOST_WAYS = 8
"""So many ways of meeting one part are combined with those of the others."""
MOST_TOGETHER = 512


class Solved(NamedTuple):
    """The moves that meet the demands, and where there are none the demands that nothing meets."""

    found: list[Moves]
    lost: tuple[Demand, ...] = ()


def solve(search: Search, demands: Sequence[Demand]) -> Solved:
    """The smallest moves that meet all demands; one empty list of moves where they are met as things stand."""
    standing = search.ahead.standing
    flat = list(dict.fromkeys(part for demand in demands for part in _together(demand, standing, search)))
    parts = _components(flat, search)
    solved = [_component(search, part) for part in parts]
    lost = tuple(demand for each in solved if not each.found for demand in each.lost)
    if lost:
        return Solved([], lost)
    many = len(solved) > 1 and any(len(each.found) > MOST_WAYS for each in solved)
    if many or prod(min(len(each.found), MOST_WAYS) for each in solved[1:]) > MOST_TOGETHER // MOST_WAYS:
        search.capped = True
    choices = [sorted(each.found, key=len)[:MOST_WAYS] if len(solved) > 1 else each.found for each in solved]
    joined = [tuple(move for moves in chosen for move in moves) for chosen in islice(product(*choices), MOST_TOGETHER)]
    kept = [moves for moves in joined if search.holds(demands, after(standing, moves))]
    if len(kept) < len(joined):
        kept = search.smallest(demands)
    return Solved(without_supersets(kept), () if kept else tuple(demands))


def _component(search: Search, demands: list[Demand]) -> Solved:
    """Demands that read something in common, one of them at least not met as things stand."""
    standing = search.ahead.standing
    failing = [demand for demand in demands if not search.holds([demand], standing)]
    alternatives = _either(failing[0]) if len(failing) == 1 else []
    if alternatives:
        kept = [demand for demand in demands if demand not in failing]
        solved = [solve(search, [*each, *kept]) for each in alternatives]
        found = without_supersets([moves for each in solved for moves in each.found])
        if found:
            return Solved(found)
        said = solved if len(solved) == 1 else solved[: len(solved) - _applies_no_more(failing[0])]
        return Solved([], tuple(dict.fromkeys(demand for each in said for demand in each.lost)))
    found = search.smallest(demands)
    return Solved(found, () if found else tuple(failing))


def _components(flat: list[Demand], search: Search) -> list[list[Demand]]:
    """The demands in groups that read nothing in common; groups that are met already are left out."""
    groups: list[tuple[list[Demand], frozenset[str]]] = []
    for demand in flat:
        names = names_read(demand[0], search.ahead.surveys)
        touched = [group for group in groups if group[1] & names]
        groups = [group for group in groups if not group[1] & names]
        members = [each for group in touched for each in group[0]]
        groups.append(([*members, demand], names.union(*(group[1] for group in touched))))
    return [members for members, _ in groups if not search.holds(members, search.ahead.standing)]


def _together(demand: Demand, standing: World, search: Search) -> list[Demand]:
    """The demands that a demand consists of, as far as they are all asked."""
    node, goal = demand
    below: list[Demand]
    match node:
        case n.AllOf(parts=parts) if goal & M and not goal & F:
            below = [(part, M | N) for part in parts]
        case n.AnyOf(parts=parts) if goal & F and not goal & M:
            below = [(part, F | N) for part in parts]
        case n.Not(part=part):
            below = [(part, _turned(goal))]
        case n.Where(guard=guard, body=body) if not goal & N:
            below = [(guard, M), (body, goal)]
        case n.Unless(body=body, disqualifier=lost) if not goal & F:
            below = [(body, goal), (lost, F | N)]
        case _:
            return [demand]
    if goal in (M, F) and search.holds(below, standing) and not search.holds([demand], standing):
        return [demand]
    return [part for each in below for part in _together(each, standing, search)]


def _either(demand: Demand) -> list[list[Demand]]:
    """The ways in which a demand can be met, each a list of demands; none where it cannot be told apart."""
    node, goal = demand
    match node:
        case n.AnyOf(parts=parts) if goal & M and not goal & F:
            return [[(part, M)] for part in parts] + ([[(part, N) for part in parts]] if goal & N else [])
        case n.AllOf(parts=parts) if goal & F and not goal & M:
            return [[(part, F)] for part in parts] + ([[(part, N) for part in parts]] if goal & N else [])
        case n.Where(guard=guard, body=body) if goal & N and goal & (M | F):
            return [[(guard, M), (body, goal)], [(guard, F | N)]]
        case n.Choose(options=options):
            return [[(option, goal)] for _, option in options]
        case _:
            return []


def _applies_no_more(demand: Demand) -> int:
    """How many of the ways, the last of them, are ways not to be asked: no reason is given why they are closed."""
    return 1 if demand[1] & N and not isinstance(demand[0], n.Choose) else 0


def _turned(goal: int) -> int:
    return (goal & N) | (F if goal & M else 0) | (M if goal & F else 0)
