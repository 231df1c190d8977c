"""A table as predicates see it: each place an expression over its column, null where nothing is recorded."""

from __future__ import annotations

from functools import reduce
from typing import Any

from attrs import frozen

from thidua.interpreters.columns.engine import words_of
from thidua.interpreters.columns.naming import OURS
from thidua.nodes import Fact, Kind
from thidua.quantities import SHARE

PERCENT = 100
LARGEST = 10**16
"""No number of a table may lie beyond it, either way: sums of hundreds of them, times a hundred, fit 64 bits.

In đồng it is ten million tỷ, about what the whole country produces in a year.
"""
LARGEST_IN_A_SHARE = 10**8
"""The same for what stands in a share of one column in another, where columns are multiplied with one another."""


@frozen
class Column:
    """A column that tells a place: its name, the fact, what its values are, and whether they have been looked at.

    `holds` is the kind of value: `"integer"`, `"whole float"`, `"boolean"`, `"text"`, `"day"`, `"time"`, or `"option"`
    for a type that admits the options of the fact alone. `span` is what its type can hold, of whole numbers.
    """

    name: str
    fact: Fact
    holds: str
    checked: bool
    is_never: bool = False
    largest: int = LARGEST
    span: tuple[int, int] = (-(2**63), 2**63 - 1)

    @property
    def is_plain(self) -> bool:
        """Whether it is read as it stands."""
        if self.is_never or self.holds == "day" or self.fact.kind is Kind.YES_NO:
            return True
        return self.checked and self.holds in ("integer", "text", "option")


@frozen
class TableReader:
    """Reads the columns of one table, in the words of its engine."""

    language: str
    columns: dict[str, Column]
    kept: dict[str, Any] | None = None
    """Gathers, where it is given, columns that must be brought to what predicates read, each brought there once."""

    @property
    def words(self) -> Any:
        """The module in whose words expressions are written."""
        return words_of(self.language)

    def parts_of_one(self, place: str) -> int:
        """100 for a share, which tables keep in percent."""
        return PERCENT if self.columns[place].fact.unit == SHARE else 1

    def column(self, place: str) -> Any:
        """The expression of a place, or `None` when the table has no such column."""
        column = self.columns.get(place)
        if column is None:
            return None
        made = expression(column, self.words)
        if self.kept is None or column.is_plain:
            return made
        name = f"{OURS}_read_{place}"
        self.kept[name] = made
        return self.words.col(name)


def expression(column: Column, words: Any) -> Any:
    """The values of a column; what the fact cannot be counts as not recorded, unless that has been ruled out."""
    value = words.col(column.name)
    if column.is_never:
        return value
    fact = column.fact
    match fact.kind:
        case Kind.NUMBER:
            if column.holds == "whole float":
                value = value.fill_nan(None).cast(words.Int64)
            return value if column.checked else _within(value, column, words)
        case Kind.DAY:
            return value.dt.date() if column.holds == "time" else value
        case Kind.YES_NO:
            return value
        case _:
            if column.holds == "boolean":
                return words.when(value).then(words.lit("YES")).when(~value).then(words.lit("NO"))
            options = [option.id for option in fact.options]
            return value if column.checked else words.when(value.is_in(options)).then(value)


def reach(column: Column) -> tuple[int, int]:
    """The least and the most that the values of a column of numbers may be."""
    fact = column.fact
    parts = PERCENT if fact.unit == SHARE else 1
    low = -column.largest if fact.low is None else fact.low * parts
    return low, column.largest if fact.high is None else fact.high * parts


def _within(value: Any, column: Column, words: Any) -> Any:
    (low, high), (least, most) = reach(column), column.span
    asked = ([value >= low] if least < low else []) + ([value <= high] if most > high else [])
    return words.when(reduce(lambda a, b: a & b, asked)).then(value) if asked else value
