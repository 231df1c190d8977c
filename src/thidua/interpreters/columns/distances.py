"""margins() in columns: how far each measured leaf lies from its threshold, row by row, in whole natural units.

Signed, on one line: zero or more is to spare, less than zero is short, so that `low` and `high` bound every row alike.
Null is unbounded; a leaf whose two ends are null in a row has no margin there, as where nothing is on file.

A leaf is put in columns where its distance is a whole number in every row: counts and amounts with whole factors,
recorded rates in whole percent, days, falls of counts without a constant. Left out are a share of one figure in
another, other fractions, steps of a scale that is judged, and the entries of a register, of which a row has many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from thidua import nodes as n
from thidua.interpreters.columns.days import DayColumn, day_column, later, numbered
from thidua.interpreters.columns.lines import Line, line_of, places, registers, whole_ends
from thidua.interpreters.columns.predicates import Found, Predicates
from thidua.interpreters.columns.truth import bits, both, either, opposite
from thidua.nodes import Op
from thidua.periods import AT_REVIEW


class Told(NamedTuple):
    """The ends of a distance before the verdict cuts them, how far a step reaches, and in which rows there is one."""

    low: Any
    high: Any
    step: int
    there: Any


def distances(judged: Mapping[str, Found], predicates: Predicates) -> dict[str, dict[str, Any]]:
    """The columns of every measured leaf of these clauses, by its path in the explanation."""
    made = Distances(predicates)
    return {
        path: columns
        for name, found in judged.items()
        for path, leaf, there in _leaves(found, name, there=True)
        if (columns := made.columns(path, leaf, there))
    }


def _leaves(found: Found, path: str, there: Any) -> Iterator[tuple[str, Found, Any]]:
    yield path, found, there
    if not isinstance(found.node, (n.ClauseMet, n.AreAll)):
        for index, part in enumerate(found.parts):
            yield from _leaves(part, f"{path}/{index}", both(there, found.there))


class Distances:
    """Writes the distances of leaves in the words of one table."""

    def __init__(self, predicates: Predicates) -> None:
        self.terms = predicates.terms
        self.reader = predicates.reader
        self.registers = predicates.registers
        self.days = predicates.setting.days
        self.words = predicates.reader.words

    def columns(self, path: str, found: Found, there: Any) -> dict[str, Any]:
        """The three columns of a leaf: its distance where it is known, and its two ends."""
        match found.node:
            case n.Compare():
                told = self._compared(found.node)
            case n.Falls():
                told = self._fallen(found.node)
            case n.CompareDays():
                told = self._days_apart(found.node)
            case _:
                told = None
        if told is None or told.there is False or (told.low is None and told.high is None):
            return {}
        low, high = self._whole(told.low), self._whole(told.high)
        met, fails, _ = bits(found.truth)
        some = both(both(told.there, there), either(~low.is_null(), ~high.is_null()))
        words, zero, short = self.words, self._whole(0), self._whole(-told.step)
        cut = both(some, opposite(fails))
        low = self._where(cut, words.when((low > 0).fill_null(value=False)).then(low).otherwise(zero), low)
        cut = both(some, opposite(met))
        high = self._where(
            cut, words.when((high < -told.step).fill_null(value=False)).then(high).otherwise(short), high
        )
        some = both(some, either(met, fails))
        low, high = words.when(some).then(low), words.when(some).then(high)
        exact = words.when((low == high).fill_null(value=False)).then(low)
        return {f"{path}.margin": exact, f"{path}.margin.low": low, f"{path}.margin.high": high}

    def _where(self, asked: Any, value: Any, other: Any) -> Any:
        if isinstance(asked, bool):
            return value if asked else other
        return self.words.when(asked).then(value).otherwise(other)

    def _whole(self, number: Any) -> Any:
        if number is None or isinstance(number, int):
            return self.words.lit(number).cast(self.words.Int64)
        return number.cast(self.words.Int64)

    def _heard_of(self, term: n.Quantity, when: Any) -> Any:
        """Whether anything is on file that a term is read from."""
        heard: Any = False
        for place in places(term, when, self.terms):
            column = self.reader.column(place)
            heard = heard if column is None else either(heard, ~column.is_null())
        for name in registers(term):
            held = self.registers.tables.get(name)
            if held is not None:
                heard = either(heard, either(held.held > 0, held.declared))
        return heard

    def _compared(self, node: n.Compare) -> Told | None:
        upwards = node.op in (Op.MORE_THAN, Op.AT_LEAST)
        strictly = node.op in (Op.MORE_THAN, Op.LESS_THAN)
        line = line_of([(1, node.left, AT_REVIEW), (-1, node.right, AT_REVIEW)], self.terms)
        first = line.first_met(strictly=strictly, upwards=upwards)
        step = line.parts * (line.step or 0)
        turned = line if upwards else _turned(line)
        ends = whole_ends(turned, first, self.terms)
        if ends is None or int(step) != step:
            return None
        heard = either(self._heard_of(node.left, AT_REVIEW), self._heard_of(node.right, AT_REVIEW))
        return Told(*ends, int(step), heard)

    def _fallen(self, node: n.Falls) -> Told | None:
        keep = 1 - node.by
        line = line_of([(1, node.term, node.until)], self.terms)
        began = line_of([(1, node.term, node.since)], self.terms)
        step = line.step
        starts, ends = self.terms.ends(node.term, node.since), self.terms.ends(node.term, node.until)
        whole = step is not None and int(step) == step and began.step is not None
        if not whole or (keep == 0 and node.strictly) or line.constant or began.constant or starts[0] is None:
            return None
        if any(end is not None and not (isinstance(end.over, int) and end.over == 1) for end in (*starts, *ends)):
            return None
        return self._fall(node, int(step or 1), starts, ends)

    def _fall(self, node: n.Falls, step: int, starts: Any, ends: Any) -> Told:
        start_low, start_high = (self._whole(None if end is None else end.number) for end in starts)
        end_low, end_high = (self._whole(None if end is None else end.number) for end in ends)
        words, first = self.words, self._whole(step)
        least = words.when((start_low > step).fill_null(value=False)).then(start_low).otherwise(first)
        last = words.when((end_low > 0).fill_null(value=False)).then(end_low).otherwise(self._whole(0))
        low = self._last(node, step, least) - end_high
        high = self._last(node, step, start_high) - last
        there = both(~start_low.is_null(), ~(start_high <= 0).fill_null(value=False))
        heard = either(self._heard_of(node.term, node.since), self._heard_of(node.term, node.until))
        return Told(low, high, step, both(there, heard))

    def _last(self, node: n.Falls, step: int, start: Any) -> Any:
        """The largest end that still is a fall from a start: whole steps, divided downwards, which is exact."""
        keep = 1 - node.by
        share = start * keep.numerator - (1 if node.strictly else 0)
        over = keep.denominator * step
        return share if over == 1 else (share // over) * step

    def _days_apart(self, node: n.CompareDays) -> Told | None:
        sides = [day_column(side, self.reader, self.days) for side in (node.left, node.right)]
        upwards = node.op in (Op.MORE_THAN, Op.AT_LEAST)
        first = 1 if node.op in (Op.MORE_THAN, Op.LESS_THAN) else 0
        earlier, later_one = reversed(sides) if upwards else sides
        heard: Any = False
        never: Any = False
        happened: Any = True
        for side in sides:
            told = False if side.never is None else side.never.fill_null(value=False)
            known = False if side.day is None or isinstance(side.day, date) else ~side.day.is_null()
            heard = either(heard, either(known, told))
            never = either(never, told)
            happened = both(happened, either(opposite(told), known))
        if any(side.day is None for side in sides):
            return None
        apart = self._ordinal(later_one) - self._ordinal(earlier) - first
        low = apart if never is False else self.words.when(~never).then(apart)
        return Told(low, apart, 1, both(heard, happened))

    def _ordinal(self, side: DayColumn) -> Any:
        """The number of a day, counted as `date.toordinal` does."""
        if isinstance(side.day, date):
            return later(side.day, side.years).toordinal()
        number = numbered(side, self.reader)
        year, month, day = number // 10_000, number // 100 % 100, number % 100
        # the year is counted from March, so that its last day alone depends on whether it is a leap year
        early = (month <= 2).cast(self.words.Int64)  # noqa: PLR2004  # January and February
        year = year - early
        return (
            year * 365 + year // 4 - year // 100 + year // 400 + (153 * (month + 12 * early - 3) + 2) // 5 + day - 306
        )


def _turned(line: Line) -> Line:
    atoms = tuple((-factor, term, when) for factor, term, when in line.atoms)
    return line._replace(constant=-line.constant, atoms=atoms)
