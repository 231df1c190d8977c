"""One register's table, grouped by subject once: every count and sum that the plan asks of it, each computed once.

Entries count from the first day that counts to the cut-off, both included. A declaration with a number says how many
lie between that first day and its own day: too few filed, and the rest has not been shown; too many, and it is void,
the register open, and as many entries as are too many may not belong.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from attrs import define, field, frozen

from thidua.interpreters.columns.ends import End, fixed
from thidua.interpreters.columns.naming import OURS
from thidua.interpreters.columns.predicates import Predicates
from thidua.interpreters.columns.reader import TableReader
from thidua.interpreters.columns.registers import Registers, Unseen
from thidua.interpreters.columns.terms import recorded_ends
from thidua.interpreters.columns.truth import Bits, bits, both, either, opposite
from thidua.movements import Setting
from thidua.nodes import Fact, Predicate, Register


@frozen
class Declaration:
    """Complete through a day or a column of days, with as many entries as a column says, or as the table holds."""

    through: date | str
    entries: str | None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the subjects' table that it stands in."""
        return tuple(name for name in (self.through, self.entries) if isinstance(name, str))


class Share(NamedTuple):
    """What entries add on one side: the column, and whether entries too many leave out the largest or the smallest."""

    column: str
    leaves_out: bool
    least: bool


@define
class Grouped:
    """What is asked of one register, gathered while the plan is read, and then grouped."""

    register: Register
    reader: TableReader
    setting: Setting
    declaration: Declaration | None
    checked: bool
    flags: dict[str, Any] = field(factory=dict[str, Any])
    shares: dict[str, Share] = field(factory=dict[str, Share])
    _bits: dict[Predicate, Bits] = field(factory=dict[Predicate, Bits])
    _names: dict[tuple[Any, ...], str] = field(factory=dict[tuple[Any, ...], str])

    @property
    def words(self) -> Any:
        """The module in whose words expressions are written."""
        return self.reader.words

    @property
    def day(self) -> Any:
        """The day of an entry."""
        return self.reader.column(self.register.dated_by)

    @property
    def unsure(self) -> Any:
        """Whether an entry may not count: its day is not there, in a table whose values could not be looked at."""
        return False if self.checked else self.day.is_null()

    @property
    def inside(self) -> Any:
        """Whether an entry counts, or may."""
        return either((self.day <= self.setting.cut_off).fill_null(value=False), self.unsure)

    @property
    def since(self) -> Any:
        """Whether an entry lies on or after the first day that counts, or may."""
        return either((self.day >= self.setting.counts_from).fill_null(value=False), self.unsure)

    def column(self, name: str) -> str:
        """The name of a column that is there only while a table is judged."""
        return f"{OURS}_{self.register.name}_{name}"

    def entry(self, predicate: Predicate) -> Bits:
        """What a predicate may be of each entry; an entry that may not count may be left out."""
        found = self._bits.get(predicate)
        if found is None:
            judged = Predicates(self.reader, self.setting, Registers.none(self.setting))
            met, fails, skips = bits(judged.found(predicate).truth)
            found = self._bits[predicate] = Bits(met, fails, either(skips, self.unsure))
        return found

    def count(self, predicate: Predicate, which: str) -> Any:
        """How many entries are so."""
        met, fails, skips = self.entry(predicate)
        told = {
            "sure": both(met, opposite(either(fails, skips))),
            "can": met,
            "fails": fails,
            "only_fails": opposite(either(met, skips)),
            "applies": opposite(skips),
        }[which]
        return self._counted(("count", predicate, which), both(told, self.inside))

    def _counted(self, asked: tuple[Any, ...], flag: Any) -> Any:
        """The column of a count, made when first asked for; nobody is counted where the flag never holds."""
        if flag is False:
            return 0
        name = self._names.get(asked)
        if name is None:
            name = self._names[asked] = self.column(str(len(self._names)))
            self.flags[name] = self._integer(flag)
        return self.words.col(name)

    def _integer(self, flag: Any) -> Any:
        return self.words.lit(1) if flag is True else flag.cast(self.words.Int64)

    @property
    def held(self) -> Any:
        """How many entries count, or may."""
        return self._counted(("held",), self.inside)

    @property
    def filed(self) -> Any:
        """How many entries surely lie within the days a declaration covers."""
        last = self.words.col(self.column("through")) if self._through_is_a_column else self._said.through
        return self._counted(("filed",), (self.day <= last).fill_null(value=False))

    @property
    def undated(self) -> Any:
        """How many entries have no day."""
        return self._counted(("undated",), self.unsure)

    @property
    def _said(self) -> Declaration:
        """The declaration, asked only where there is one."""
        return self.declaration or Declaration(date.min, None)

    @property
    def _through_is_a_column(self) -> bool:
        return isinstance(self._said.through, str)

    @property
    def said(self) -> tuple[tuple[str, str, str, Any], ...]:
        """The columns of the subjects' table that declare it.

        Their names, their names among the entries and as keys, and what stands for null in a key.
        """
        told = (("through", self._said.through, date.min), ("number", self._said.entries, -1))
        return tuple(
            (name, self.column(what), self.column(f"{what}_key"), null)
            for what, name, null in told
            if isinstance(name, str)
        )

    @property
    def surplus_of_entries(self) -> tuple[str, Any]:
        """The flag of entries filed, and how many entries of the same subject are too many, beside each of them."""
        words = self.words
        self.filed  # noqa: B018  # asked for, so that it is counted
        name = self._names["filed",]
        filed, number = words.col(f"{name}_all"), words.col(self.column("number")).cast(words.Int64)
        through = words.col(self.column("through")) >= self.setting.counts_from if self._through_is_a_column else True
        return name, words.when(both(through, filed > number)).then(filed - number).otherwise(words.lit(0))

    @property
    def declared(self) -> Any:
        """Whether anything is declared of the days that count."""
        through, words = self._said.through, self.words
        known: Any = self.declaration is not None
        if isinstance(through, str):
            known = (words.col(through) >= self.setting.counts_from).fill_null(value=False)
        elif through < self.setting.counts_from:
            known = False
        number = self._said.entries
        return known if number is None else both(known, ~words.col(number).is_null())

    @property
    def unseen(self) -> Unseen:
        """Entries too many, and entries that nobody has shown."""
        through, cut_off, since = self._said.through, self.setting.cut_off, self.setting.counts_from
        words = self.words
        if isinstance(through, str):
            day = words.col(through)
            known, before, after = day >= since, day <= cut_off, day >= cut_off
        elif through < since:
            return Unseen(0, 0, None, may=True, must=False)
        else:
            known, before, after = True, through <= cut_off, through >= cut_off
        if self._said.entries is None:
            reaches = both(known, after)
            most = _where(reaches, self.undated, words)
            return Unseen(0, 0, most, may=_may(most), must=False)
        number = words.col(self._said.entries).cast(words.Int64)
        filed = self.filed
        agrees = both(known, filed <= number)
        surplus = words.when(both(known, filed > number)).then(filed - number).otherwise(filed * 0)
        most = _where(both(agrees, after), number - filed, words)
        if before is False:
            return Unseen(surplus, 0, most, may=_may(most), must=False)
        short = number - filed - self.undated
        least = words.when(both(both(agrees, before), short > 0)).then(short).otherwise(filed * 0)
        return Unseen(surplus, least, most, may=_may(most), must=least > 0)

    def sum(self, of: Fact, predicate: Predicate, *, least: bool) -> End:
        """The least or the most that entries add up to."""
        met, fails, skips = self.entry(predicate)
        can = both(met, self.inside)
        sure = both(can, opposite(either(fails, skips)))
        if can is False:
            return fixed(0)
        end = self._end(of, least=least)
        if end is None:
            nobody = self._counted(("unbounded", of, predicate, least), can) == 0
            return End(self.words.when(nobody).then(self.words.lit(0)), gaps=True)
        asked = ("sum", of, predicate, least)
        if asked not in self._names:
            name = self._names[asked] = self.column(str(len(self._names)))
            self.flags[name] = self._share(end, sure, can, least=least)
            leaves_out = self._said.entries is not None and (least or end.negative)
            self.shares[name] = Share(name, leaves_out, least)
        added = self.words.col(self._names[asked])
        if not end.gaps:
            return End(added, end.over, negative=end.negative)
        nobody = self._counted(("unbounded", of, predicate, least), both(can, end.number.is_null())) == 0
        return End(self.words.when(nobody).then(added), end.over, gaps=True, negative=end.negative)

    def _end(self, of: Fact, *, least: bool) -> End | None:
        """One end of what a field of an entry may be."""
        column = self.reader.column(of.name)
        if column is None:
            end = of.low if least else of.high
            return None if end is None else fixed(end)
        negative = of.low is None or of.low < 0
        wide = column.cast(self.words.Int64)
        ends = recorded_ends(wide, self.reader.parts_of_one(of.name), of.low, of.high, negative=negative)
        return ends[0] if least else ends[1]

    def _share(self, end: End, sure: Any, can: Any, *, least: bool) -> Any:
        """What each entry adds: its end where it surely counts, what moves the sum outwards where it may."""
        words = self.words
        number = words.lit(end.number) if isinstance(end.number, int) else end.number
        zero = words.lit(0)
        known = ~number.is_null()
        outwards = (number < 0) if least else (number > 0)
        counts = either(both(sure, known), both(can, outwards.fill_null(value=False)))
        return words.when(counts).then(number).otherwise(zero).cast(words.Int64)


def _where(asked: Any, value: Any, words: Any) -> Any:
    """The value where it is asked; null, or `None` when it never is."""
    if isinstance(asked, bool):
        return value if asked else None
    return words.when(asked).then(words.lit(value) if isinstance(value, int) else value)


def _may(most: Any) -> Any:
    """Whether there may be an entry nobody has shown."""
    if most is None or isinstance(most, int):
        return most != 0
    return (most != 0).fill_null(value=True)
