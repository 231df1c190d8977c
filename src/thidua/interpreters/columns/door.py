"""Looking at a table before any work is done: what each column holds, and whether its values can be what the fact is.

Types are looked at in every table. Values are looked at where the table is there to be looked at; of a lazy one nothing
is asked, and what a fact cannot be counts there as not recorded. All problems are raised together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from attrs import evolve

from thidua.errors import FloatRefusedError, ThiduaError, WrongValueError, did_you_mean
from thidua.evidence import DAYS_OF_LIVING_MEMORY
from thidua.interpreters.columns.engine import words_of
from thidua.interpreters.columns.naming import Place
from thidua.interpreters.columns.reader import Column, reach
from thidua.nodes import Kind
from thidua.quantities import LARGEST_WHOLE_FLOAT, SHARE

_WANTED = {
    Kind.NUMBER: "whole numbers",
    Kind.DAY: "days (a date column; parse text with the engine's own to_date)",
    Kind.YES_NO: "Booleans",
    Kind.CHOICE: "the ids of options, as text",
    Kind.JUDGED: "the ids of levels, as text, or Booleans for a judgement that is a yes or a no",
}

_WHOLE_PERCENT = (
    "rates as integers, in whole percent (4 is 4 %); decimals are not taken, nor rounded: a rate of 4.5 % goes into "
    "a dossier, which keeps it exactly"
)


def columns_of(opened: Any, places: Mapping[str, Place], *, lazy: bool) -> dict[str, Column]:
    """What the columns of a table hold, by place; a column of another type tells nothing when it is all null.

    Raises `FloatRefusedError` or `WrongValueError` for columns whose type the fact cannot have.
    """
    schema = words_of("narwhals").from_native(opened, pass_through=True).collect_schema()
    found: dict[str, Column] = {}
    refused: list[ThiduaError] = []
    for key, place in places.items():
        try:
            holds = _holds(schema[place.column], place, lazy=lazy)
        except ThiduaError as error:
            if lazy or not all_null(opened, place.column):
                refused.append(error)
        else:
            checked = not lazy or holds == "option"
            made = Column(place.column, place.fact, holds, checked=checked, is_never=place.is_never)
            found[key] = evolve(made, span=_span(schema[place.column])) if holds == "integer" else made
    raise_all(refused)
    return found


def _span(dtype: Any) -> tuple[int, int]:
    """The least and the most that a type of integers can hold."""
    size = int(str(dtype).lstrip("UInt"))
    return (0, 2**size - 1) if dtype.is_unsigned_integer() else (-(2 ** (size - 1)), 2 ** (size - 1) - 1)


def raise_all(refused: list[ThiduaError]) -> None:
    """The problems as one error of the first one's class."""
    if refused:
        raise type(refused[0])("; ".join(map(str, refused)))


def all_null(opened: Any, column: str) -> bool:
    """Whether a table has nothing in a column, which then may be of any type."""
    return rows(opened.select(column).drop_nulls().head(1)) == []


def _holds(dtype: Any, place: Place, *, lazy: bool) -> str:
    """What a column holds."""
    narwhals = words_of("narwhals")
    kind = Kind.YES_NO if place.is_never else place.fact.kind
    if kind is Kind.NUMBER and dtype.is_integer():
        return "integer"
    if kind is Kind.NUMBER and dtype.is_float():
        if not lazy:
            return "whole float"
        msg = (
            f"column {place.column!r} holds floats ({dtype}) in a lazy table, whose values cannot be looked at: "
            "cast it to integers first"
        )
        raise FloatRefusedError(msg)
    if kind is Kind.YES_NO and dtype == narwhals.Boolean:
        return "boolean"
    if kind is Kind.JUDGED and dtype == narwhals.Boolean and [o.id for o in place.fact.options] == ["NO", "YES"]:
        return "boolean"
    if kind in (Kind.CHOICE, Kind.JUDGED) and dtype == narwhals.Enum:
        return "option" if {*dtype.categories} <= {option.id for option in place.fact.options} else "text"
    if kind in (Kind.CHOICE, Kind.JUDGED) and dtype in (narwhals.String, narwhals.Categorical):
        return "text"
    if kind is Kind.DAY and dtype == narwhals.Date:
        return "day"
    if kind is Kind.DAY and dtype == narwhals.Datetime and dtype.time_zone is None:
        return "time"
    wanted = _WHOLE_PERCENT if kind is Kind.NUMBER and place.fact.unit == SHARE else _WANTED[kind]
    msg = f"column {place.column!r} holds {dtype}; {place.fact.owner}.{place.fact.name} takes {wanted}"
    raise WrongValueError(msg)


def check_values(opened: Any, columns: Mapping[str, Column], words: Any) -> None:
    """Every value is one that its fact can have: `WrongValueError` or `FloatRefusedError`, all columns together."""
    questions = _questions(tuple(columns.values()), words)
    if not questions:
        return
    (answers,) = rows(opened.select(expression for _, asked in questions for expression in asked))
    told = iter(answers.values())
    refused: list[ThiduaError] = []
    for column, asked in questions:
        refused.extend(_refusals(column, list(islice(told, len(asked))), opened, words))
    raise_all(refused)


@lru_cache(maxsize=64)
def _questions(columns: tuple[Column, ...], words: Any) -> tuple[tuple[Column, tuple[Any, ...]], ...]:
    """What is asked of each column of which something has to be asked."""
    asked = ((column, tuple(_asked(column, words))) for column in columns)
    return tuple(
        (column, tuple(one.alias(f"{column.name}#{at}") for at, one in enumerate(given)))
        for column, given in asked
        if given
    )


def rows(made: Any) -> list[dict[str, Any]]:
    """The rows of a small table, of polars or of narwhals."""
    if hasattr(made, "collect"):
        made = made.collect()
    found: list[dict[str, Any]] = made.rows(named=True)
    return found


def _asked(column: Column, words: Any) -> Iterator[Any]:
    value = words.col(column.name)
    if column.is_never or column.fact.kind is Kind.YES_NO:
        return
    match column.holds:
        case "integer":
            # what the type rules out is not looked for: every pass over a column counts
            (low, high), (least, most) = reach(column), column.span
            if least < low:
                yield value.min()
            if most > high:
                yield value.max()
        case "whole float":
            known = value.fill_nan(None)
            yield known.min()
            yield known.max()
            yield (known % 1 != 0).sum()
        case "day":
            yield value.min()
            yield value.max()
        case "time":
            yield value.dt.date().min()
            yield value.dt.date().max()
        case "text":
            yield (~value.is_in([option.id for option in column.fact.options])).sum()
        case _:
            return


def _refusals(column: Column, told: list[Any], opened: Any, words: Any) -> Iterator[ThiduaError]:
    fact = column.fact
    match column.holds:
        case "whole float" if told[2]:
            msg = f"column {column.name!r}: expected whole numbers but {told[2]} of its floats are none"
            yield FloatRefusedError(msg)
        case "whole float" if told[0] is not None and max(-told[0], told[1]) > LARGEST_WHOLE_FLOAT:
            msg = f"column {column.name!r}: its floats go beyond 2^53, where they no longer are exact; use integers"
            yield FloatRefusedError(msg)
        case "integer" | "whole float":
            ends, (low, high) = told[:2], reach(column)
            if ends[0] is not None and not (low <= ends[0] and ends[-1] <= high):
                least, most = ends if len(ends) > 1 else _range(column, opened, words)
                goes = f"it goes from {least} to {most}"
                msg = f"column {column.name!r}: expected numbers from {low} to {high} but {goes}"
                yield WrongValueError(msg)
        case "day" | "time":
            if told[0] is not None and not (told[0] in DAYS_OF_LIVING_MEMORY and told[1] in DAYS_OF_LIVING_MEMORY):
                msg = f"column {column.name!r}: expected days from 1900 to 2199 but it goes from {told[0]} to {told[1]}"
                yield WrongValueError(msg)
        case "text" if told[0]:
            options = [option.id for option in fact.options]
            value = words.col(column.name)
            strange = str(rows(opened.filter(~value.is_in(options)).select(column.name).head(1))[0][column.name])
            msg = f"column {column.name!r}: {strange!r} is not one of its options{did_you_mean(strange, options)}"
            yield WrongValueError(msg)
        case _:
            return


def _range(column: Column, opened: Any, words: Any) -> tuple[Any, Any]:
    value = words.col(column.name)
    (found,) = rows(opened.select(value.min().alias("least"), value.max().alias("most")))
    return found["least"], found["most"]
