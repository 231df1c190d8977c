"""Whether linear conditions hold together at some point, and at which least one: exact, whole where it must be whole.

A simplex over fractions with Bland's rule, so that it always ends, and branching on what must be whole. Everything here
is small: a comparison of two editions asks of a handful of quantities.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor, gcd, lcm
from typing import NamedTuple

from thidua.quantities import Exact

LIMIT = 100
"""So many branches are tried for a cheaper point, or before a question of whole numbers is given up."""


class Row(NamedTuple):
    """`coefficients · x + constant` is zero, at least zero, or more than zero."""

    coefficients: tuple[Exact, ...]
    constant: Exact
    op: str


class Program(NamedTuple):
    """Rows over variables that are never negative: which are whole, which are worth what, which ask for another.

    `costs` is what a unit of each variable costs where the least point is asked for; a pair `(i, j)` of `asks` says
    that variable i is zero unless variable j is one or more.
    """

    rows: tuple[Row, ...]
    whole: tuple[bool, ...]
    costs: tuple[Exact, ...]
    asks: tuple[tuple[int, int], ...] = ()


class TooManyBranches(Exception):  # noqa: N818  # not an error: the caller goes on with "may be"
    """The question was given up."""


Point = tuple[Fraction, ...]


def least_point(program: Program, *, limit: int = LIMIT) -> Point | None:
    """A point where every row holds, the cheapest that `limit` branches find; `None` when there is none.

    With `limit` 0 the first point found will do. Raises `TooManyBranches` when no point was found within the limit, and
    yet none is excluded.
    """
    rows = _tightened(program.rows, program.whole)
    if rows is None:
        return None
    best: Point | None = None
    waiting: list[tuple[Row, ...]] = [rows]
    tried = 0
    while waiting and tried <= (limit if best is not None else max(limit, LIMIT)):
        current = waiting.pop()
        tried += 1
        point = _relaxed(current, program.costs)
        if point is None or (best is not None and _cost(program.costs, point) >= _cost(program.costs, best)):
            continue
        for found in (point, _scaled(point)):
            if _holds_at(found, rows, program) and (
                best is None or _cost(program.costs, found) < _cost(program.costs, best)
            ):
                best = found
        if best is not None and not limit:
            return best
        branches = _branches(point, program)
        if branches is not None:
            waiting.extend((*current, branch) for branch in branches)
    if waiting and best is None:
        raise TooManyBranches
    return best


def _scaled(point: Point) -> Point:
    """So many times the point that all of it is whole: in a cone, as good a point as any."""
    scale = lcm(*(value.denominator for value in point))
    return tuple(value * scale for value in point)


def _holds_at(point: Point, rows: Sequence[Row], program: Program) -> bool:
    if _branches(point, program) is not None:
        return False
    return all(
        _holds(row.constant + sum(a * value for a, value in zip(row.coefficients, point, strict=True) if a), row.op)
        for row in rows
    )


def _cost(costs: Sequence[Exact], point: Point) -> Fraction:
    return sum((cost * value for cost, value in zip(costs, point, strict=True)), Fraction(0))


def _branches(point: Point, program: Program) -> tuple[Row, Row] | None:
    """Two rows one of which holds, when the point breaks what must be whole or what asks for another."""
    size = len(point)
    for i, value in enumerate(point):
        if program.whole[i] and value.denominator != 1:
            below = Row(_unit(size, i, -1), floor(value), ">=")
            above = Row(_unit(size, i, 1), -floor(value) - 1, ">=")
            return above, below
    for i, j in program.asks:
        if point[i] > 0 and point[j] < 1:
            return Row(_unit(size, i, -1), 0, ">="), Row(_unit(size, j, 1), -1, ">=")
    return None


def _unit(size: int, place: int, value: int) -> tuple[int, ...]:
    return tuple(value if i == place else 0 for i in range(size))


def _tightened(rows: Sequence[Row], whole: Sequence[bool]) -> tuple[Row, ...] | None:
    """The rows in whole numbers, drawn in as far as whole variables allow; `None` when one cannot hold at all."""
    found: list[Row] = []
    for row in rows:
        scale = lcm(*(Fraction(a).denominator for a in row.coefficients), Fraction(row.constant).denominator)
        coefficients = tuple(int(a * scale) for a in row.coefficients)
        constant, op = int(row.constant * scale), row.op
        common = gcd(*coefficients)
        if common == 0:
            if not _holds(constant, op):
                return None
            continue
        if all(is_whole for is_whole, a in zip(whole, coefficients, strict=True) if a):
            if op == ">":
                constant, op = constant - 1, ">="
            if op == "=" and constant % common:
                return None
            coefficients, constant = tuple(a // common for a in coefficients), constant // common
        found.append(Row(coefficients, constant, op))
    return tuple(found)


def _holds(value: Exact, op: str) -> bool:
    return {"=": value == 0, ">=": value >= 0, ">": value > 0}[op]


def _relaxed(rows: Sequence[Row], costs: Sequence[Exact]) -> Point | None:
    """The cheapest point that need not be whole. Where a row is strict, half of the room there is is left."""
    strict = [row for row in rows if row.op == ">"]
    if not strict:
        return _simplex(rows, costs)
    room = [
        Row((*row.coefficients, -1 if row.op == ">" else 0), row.constant, "=" if row.op == "=" else ">=")
        for row in rows
    ]
    size = len(costs)
    most = Row((*(0,) * size, -1), 1, ">=")
    widest = _simplex([*room, most], (*(0,) * size, -1))
    if widest is None or widest[-1] <= 0:
        return None
    narrowed = [Row(row.coefficients, row.constant - widest[-1] / 2, ">=") if row.op == ">" else row for row in rows]
    return _simplex(narrowed, costs)


def _simplex(rows: Sequence[Row], costs: Sequence[Exact]) -> Point | None:
    """The cheapest point where the rows hold, by the two phases; a program without a bound stops where it starts."""
    size = len(costs)
    slack = [i for i, row in enumerate(rows) if row.op == ">="]
    width = size + len(slack) + len(rows)
    table: list[list[Fraction]] = []
    for i, row in enumerate(rows):
        line = [Fraction(a) for a in row.coefficients] + [Fraction(0)] * (width - size) + [Fraction(-row.constant)]
        if row.op == ">=":
            line[size + slack.index(i)] = Fraction(-1)
        if line[-1] < 0:
            line = [-value for value in line]
        line[size + len(slack) + i] = Fraction(1)
        table.append(line)
    basis = [size + len(slack) + i for i in range(len(rows))]
    artificial = size + len(slack)
    _descend(table, basis, [Fraction(0)] * artificial + [Fraction(1)] * len(rows), width)
    if any(basis[i] >= artificial and table[i][-1] for i in range(len(table))):
        return None
    _pivot_out(table, basis, artificial)
    table = [[*line[:artificial], line[-1]] for line in table]
    _descend(table, basis, [*map(Fraction, costs), *[Fraction(0)] * len(slack)], artificial)
    point = [Fraction(0)] * artificial
    for i, place in enumerate(basis):
        point[place] = table[i][-1]
    return tuple(point[:size])


def _pivot_out(table: list[list[Fraction]], basis: list[int], artificial: int) -> None:
    """Artificial variables that are left in the basis at zero leave it; a line that says nothing is dropped."""
    for i in reversed(range(len(table))):
        if basis[i] >= artificial:
            column = next((j for j in range(artificial) if table[i][j]), None)
            if column is None:
                del table[i], basis[i]
            else:
                _pivot(table, basis, i, column)


def _descend(table: list[list[Fraction]], basis: list[int], costs: list[Fraction], width: int) -> None:
    """Pivot by Bland's rule until nothing is cheaper."""
    while True:
        reduced = list(costs)
        for i, place in enumerate(basis):
            price = costs[place]
            if price:
                line = table[i]
                for j in range(width):
                    if line[j]:
                        reduced[j] -= price * line[j]
        column = next((j for j in range(width) if reduced[j] < 0), None)
        if column is None:
            return
        ratios = [(line[-1] / line[column], basis[i], i) for i, line in enumerate(table) if line[column] > 0]
        if not ratios:
            return
        _pivot(table, basis, min(ratios)[2], column)


def _pivot(table: list[list[Fraction]], basis: list[int], row: int, column: int) -> None:
    pivot = table[row][column]
    line = table[row] = [value / pivot if value else value for value in table[row]]
    for i, other in enumerate(table):
        factor = other[column]
        if i != row and factor:
            table[i] = [a - factor * b if b else a for a, b in zip(other, line, strict=True)]
    basis[row] = column
