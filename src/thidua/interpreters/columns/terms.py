"""Bounding terms in columns: one `match` over the quantities, as `measure.py` bounds them for one subject."""

from __future__ import annotations

from functools import reduce
from typing import Any, Protocol, assert_never

from thidua import nodes as n
from thidua.interpreters.columns.ends import End, Ends, added, fixed, nothing_over, times, total
from thidua.interpreters.measure import Preparation
from thidua.interpreters.papers import survey_at
from thidua.knowledge import place_of
from thidua.nodes import Fact, Lives, Quantity
from thidua.periods import AT_REVIEW, When


class Counted(Protocol):
    """What terms over registers need: the ends of a number or of a total."""

    def number(self, term: n.Number) -> Ends:
        """How many entries meet a predicate."""
        ...

    def total(self, term: n.Total) -> Ends:
        """What the entries that meet a predicate add up to."""
        ...


class Reader(Protocol):
    """A table as terms and predicates see it."""

    @property
    def words(self) -> Any:
        """The module in whose words expressions are written: polars or narwhals."""
        ...

    def column(self, place: str) -> Any:
        """The column of a place, null where nothing is recorded; `None` when the table has none."""
        ...

    def parts_of_one(self, place: str) -> int:
        """How many units of the column make one of the fact: 100 for a share kept in percent."""
        ...


class Terms:
    """Bounds the terms of one table: its columns, its registers, the surveys that moments mean."""

    def __init__(self, reader: Reader, made: Preparation, counted: Counted) -> None:
        self.reader = reader
        self.made = made
        self.counted = counted

    def place(self, fact: Fact, when: When) -> str:
        """The place a fact is read from at a moment."""
        return place_of(fact, survey_at(when, self.made.surveys) if fact.lives is Lives.AT_SURVEYS else None)

    def ends(self, term: Quantity, when: When = AT_REVIEW) -> Ends:
        """The least and the most a term may be in each row."""
        match term:
            case n.Recorded(fact=fact):
                return self._recorded(fact, when)
            case n.Exactly(value=value):
                return fixed(value), fixed(value)
            case n.At(term=inner, when=other):
                return self.ends(inner, other)
            case n.Sum(parts=parts):
                found = [self.ends(part, when) for part in parts]
                return added([low for low, _ in found]), added([high for _, high in found])
            case n.Times(factor=factor, term=inner):
                return times(factor, self.ends(inner, when))
            case n.Quotient(part=part, whole=whole):
                return self._quotient(self.ends(part, when), self.ends(whole, when))
            case n.Number():
                return self.counted.number(term)
            case n.Total():
                return self.counted.total(term)
            case n.ChooseQuantity(reading=reading, options=options):
                found = [self.ends(option, when) for name, option in options if reading.adopted in (None, name)]
                low = reduce(lambda a, b: self._outer(a, b, least=True), (ends[0] for ends in found))
                return low, reduce(lambda a, b: self._outer(a, b, least=False), (ends[1] for ends in found))
            case _:
                assert_never(term)

    def _recorded(self, fact: Fact, when: When) -> Ends:
        place = self.place(fact, when)
        column = self.reader.column(place)
        if column is None:
            low, high = fact.low, fact.high
            return None if low is None else fixed(low), None if high is None else fixed(high)
        over, negative = self.reader.parts_of_one(place), fact.low is None or fact.low < 0
        return recorded_ends(self.wide(column), over, fact.low, fact.high, negative=negative)

    def wide(self, column: Any) -> Any:
        """The column in integers that sums and products have room in."""
        return column.cast(self.reader.words.Int64)

    def _outer(self, a: End | None, b: End | None, *, least: bool) -> End | None:
        """The lesser of two low ends, or the greater of two high ones; unbounded where one of them is."""
        if a is None or b is None:
            return None
        # brought over one denominator by adding nothing of the other
        left, right = total([a, nothing_over(b)]), total([b, nothing_over(a)])
        gaps, negative = a.gaps or b.gaps, a.negative or b.negative
        one, other = left.number, right.number
        if isinstance(one, int) and isinstance(other, int):
            return End(min(one, other) if least else max(one, other), left.over, gaps, negative)
        if isinstance(one, int):
            one, other = other, one
        closer, further = (one < other, one >= other) if least else (one > other, one <= other)
        words = self.reader.words
        return End(words.when(closer).then(one).when(further).then(other), left.over, gaps, negative)

    def _quotient(self, part: Ends, whole: Ends) -> Ends:
        """Ends of a share: none where the whole may be zero, and none divided."""
        least, most = whole
        if least is None or (isinstance(least.number, int) and least.number <= 0):
            return None, None
        low, high = part
        return self._over(low, near=least, far=most, least=True), self._over(high, near=least, far=most, least=False)

    def _over(self, end: End | None, *, near: End, far: End | None, least: bool) -> End | None:
        """One end of a part over the end of the whole that moves it outwards; nothing is left over no end at all."""
        if end is None:
            return None
        words = self.reader.words
        number, least_whole = self._column(end.number), self._column(near.number)
        known = (least_whole > 0).fill_null(value=False)
        over_near = number * near.over, least_whole * end.over
        over_far = (words.lit(0), words.lit(1))
        if far is not None:
            most_whole = self._column(far.number)
            bounded = ~most_whole.is_null()
            over_far = (
                words.when(bounded).then(number * far.over).otherwise(number * 0),
                words.when(bounded).then(most_whole * end.over).otherwise(least_whole * 0 + 1),
            )
        outwards = (number >= 0) if least else (number < 0)
        above, below = (
            words.when(outwards).then(self.wide(one)).otherwise(self.wide(other))
            for one, other in zip(over_far, over_near, strict=True)
        )
        one = self.wide(words.lit(1))
        return End(words.when(known).then(above), words.when(known).then(below).otherwise(one), gaps=True)

    def _column(self, number: Any) -> Any:
        return self.wide(self.reader.words.lit(number)) if isinstance(number, int) else number


def recorded_ends(column: Any, over: int, low: int | None, high: int | None, *, negative: bool) -> Ends:
    """The ends of one recorded column: its value where there is one, else the ends of what the fact may be."""
    least = End(column, over, gaps=True) if low is None else End(column.fill_null(low * over), over, negative=negative)
    most = (
        End(column, over, gaps=True, negative=negative)
        if high is None
        else End(column.fill_null(high * over), over, negative=negative)
    )
    return least, most
