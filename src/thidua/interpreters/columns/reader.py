"""A table as predicates see it: each place an expression over its column, null where nothing is recorded."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from thidua.interpreters.columns.engine import words_of
from thidua.nodes import Fact, Kind
from thidua.quantities import SHARE

PERCENT = 100


@frozen
class Column:
    """A column that tells a place: its name, the fact, what its values are, and whether they have been looked at.

    `holds` is the kind of value: `"integer"`, `"whole float"`, `"boolean"`, `"text"`, `"day"`, `"time"`, or `"option"`
    for a type that admits the options of the fact alone.
    """

    name: str
    fact: Fact
    holds: str
    checked: bool
    is_never: bool = False


@frozen
class TableReader:
    """Reads the columns of one table, in the words of its engine."""

    language: str
    columns: dict[str, Column]

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
        return None if column is None else expression(column, self.words)


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
            return value if column.checked else _within(value, fact, words)
        case Kind.DAY:
            return value.dt.date() if column.holds == "time" else value
        case Kind.YES_NO:
            return value
        case Kind.CHOICE | Kind.JUDGED:
            if column.holds == "boolean":
                return words.when(value).then(words.lit("YES")).when(~value).then(words.lit("NO"))
            options = [option.id for option in fact.options]
            return value if column.checked else words.when(value.is_in(options)).then(value)


def _within(value: Any, fact: Fact, words: Any) -> Any:
    parts = PERCENT if fact.unit == SHARE else 1
    if fact.low is not None and fact.high is not None:
        return words.when((value >= fact.low * parts) & (value <= fact.high * parts)).then(value)
    if fact.low is not None:
        return words.when(value >= fact.low * parts).then(value)
    return value if fact.high is None else words.when(value <= fact.high * parts).then(value)
