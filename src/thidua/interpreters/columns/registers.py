"""Registers in columns: from counts of entries a subject holds to numbers, totals and what is said of every entry.

The counts come from one group-by of the register's table. With `surplus` the entries too many for a declaration, which
are any of those held, and `more`/`must` whether an entry nobody has shown may or must exist:

- every entry: over the entries held, met when those surely not met are no more than the surplus and one can be met;
  not met when one can be; not applicable when those surely applicable are no more than the surplus. What an unseen
  entry may be is known without the table; joining it is `all_of` of two, by force where one must exist, by choice
  where one may.
- how many: from those surely counted, less the surplus, to those that may be, and as many more as may exist.
- what they add up to: likewise, each entry between the ends of what it may add.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, Protocol

from thidua import nodes as n
from thidua.interpreters.assess import Prepared
from thidua.interpreters.columns.ends import End, Ends, added, fixed
from thidua.interpreters.columns.truth import Bits, Truth, both, constant, either, opposite
from thidua.interpreters.measure import NO_PLACES, Case
from thidua.movements import Setting
from thidua.nodes import Predicate
from thidua.verdicts import ALL, F, M, N


class Unseen(NamedTuple):
    """Entries too many, and how many nobody has shown: from `least` to `most`, where null or `None` is no end.

    `may` and `must` say whether there may be one, and whether there must.
    """

    surplus: Any
    least: Any
    most: Any
    may: Any
    must: Any


class Held(Protocol):
    """One register's table, grouped by subject; what is asked of it is counted once, whoever asks."""

    @property
    def unseen(self) -> Unseen:
        """Entries too many, and entries that nobody has shown."""
        ...

    @property
    def words(self) -> Any:
        """The module in whose words expressions are written."""
        ...

    @property
    def held(self) -> Any:
        """How many entries count, or may."""
        ...

    @property
    def declared(self) -> Any:
        """Whether anything is declared of the days that count."""
        ...

    def count(self, predicate: Predicate, which: str) -> Any:
        """How many entries, by what they are.

        Surely met is `"sure"`, possibly met `"can"`, possibly not met `"fails"`, only not met `"only_fails"`, surely
        applicable `"applies"`.
        """
        ...

    def sum(self, of: n.Fact, predicate: Predicate, *, least: bool) -> End:
        """The least or the most that entries add up to, those too many left out where that moves it outwards."""
        ...


class Registers:
    """What terms over registers may be in every row of the subjects' table; one without a table is unheard of."""

    def __init__(self, made: Prepared, days: Mapping[str, date], tables: Mapping[str, Held] | None = None) -> None:
        self.made = made
        self.days = days
        self.tables = tables or {}

    @classmethod
    def none(cls, setting: Setting) -> Registers:
        """No table of any register, as for the predicates over entries."""
        return cls(Prepared(setting.review.id, dict(setting.surveys)), setting.days)

    def blank(self, each: Predicate) -> int:
        """What a predicate may be of an entry of which nothing is known."""
        return self.made.judge(each)(NO_PLACES, Case({}, self.days, {})).mask

    def codes(self, register: str, opened: Any) -> Iterator[tuple[str, Any]]:
        """The codes of what is known of a register, each with the rows in which it applies."""
        held = self.tables.get(register)
        if held is None:
            yield "missing", opened
            return
        surplus, _, most, may, must = held.unseen
        some, unbounded = held.held > 0, most is None or (False if isinstance(most, int) else most.is_null())
        not_filed = both(must, opened)
        endless = both(both(unbounded, opened), opposite(must))
        yield "evidence", either(some, opposite(may))
        yield "declaration_void", False if isinstance(surplus, int) else surplus > 0
        yield "entries_not_filed", not_filed
        yield "register_open", both(endless, either(some, held.declared))
        yield "missing", both(endless, opposite(either(some, held.declared)))

    def are_all(self, node: n.AreAll) -> Truth:
        """Every entry meets a predicate."""
        blank, held = self.blank(node.each), self.tables.get(node.register.name)
        if held is None:
            return constant(N | ALL[N][blank])
        surplus, _, _, may, must = held.unseen
        met = both(held.count(node.each, "only_fails") <= surplus, held.count(node.each, "can") > 0)
        fails = held.count(node.each, "fails") > 0
        skips = held.count(node.each, "applies") <= surplus
        meets, breaks, leaves = bool(blank & M), bool(blank & F), bool(blank & N)
        joined = Bits(
            both(both(either(met, skips), meets or leaves), either(met, meets)),
            either(fails, breaks),
            both(skips, leaves),
        )
        kept = opposite(must)
        return Bits(
            *(either(both(seen, kept), both(more, may)) for seen, more in zip((met, fails, skips), joined, strict=True))
        )

    def number(self, term: n.Number) -> Ends:
        """How many entries meet a predicate."""
        blank, held = self.blank(term.where), self.tables.get(term.register.name)
        if held is None:
            return fixed(0), None if blank & M else fixed(0)
        surplus, least, most, _, _ = held.unseen
        low = _not_below_zero(held.count(term.where, "sure"), surplus, held.words)
        if blank == M:
            low = _sum(low, least)
        high = held.count(term.where, "can")
        if not blank & M:
            return End(low, negative=False), End(high, negative=False)
        if most is None:
            return End(low, negative=False), None
        return End(low, negative=False), End(_sum(high, most), gaps=not isinstance(most, int), negative=False)

    def total(self, term: n.Total) -> Ends:
        """What the entries that meet a predicate add up to."""
        blank, held = self.blank(term.where), self.tables.get(term.register.name)
        domain = tuple(None if end is None else fixed(end) for end in (term.of.low, term.of.high))
        if held is None:
            return _unseen_share(blank, Unseen(0, 0, None, may=True, must=False), (domain[0], domain[1]), None)
        low, high = held.sum(term.of, term.where, least=True), held.sum(term.of, term.where, least=False)
        more_low, more_high = _unseen_share(blank, held.unseen, (domain[0], domain[1]), held.words)
        return added([low, more_low]), added([high, more_high])


def _not_below_zero(count: Any, surplus: Any, words: Any) -> Any:
    if isinstance(surplus, int):
        return count
    return words.when(count > surplus).then(count - surplus).otherwise(count * 0)


def _sum(count: Any, more: Any) -> Any:
    return count if isinstance(more, int) and more == 0 else count + more


def _unseen_share(blank: int, unseen: Unseen, domain: Ends, words: Any) -> Ends:
    """What the entries nobody has shown may add, where they may count at all."""
    if not blank & M:
        return fixed(0), fixed(0)
    low, high = domain
    sure = unseen.least if blank == M else 0
    return _far(low, sure, unseen.most, words, least=True), _far(high, sure, unseen.most, words, least=False)


def _far(end: End | None, sure: Any, most: Any, words: Any, *, least: bool) -> End | None:
    """As many entries as move an end outwards, each at the end of what it may be."""
    if end is None:
        if most is None or isinstance(most, int):
            return fixed(0) if most == 0 else None
        return End(words.when(most == 0).then(most), gaps=True)
    if end.number == 0:
        return fixed(0)
    outwards = (end.number < 0) if least else (end.number > 0)
    if not outwards:
        return End(sure * end.number, end.over)
    if most is None:
        return None
    return End(most * end.number, end.over, gaps=not isinstance(most, int))
