"""Registers in columns: from counts of entries a subject holds to numbers, totals and what is said of every entry.

The counts come from one group-by of the register's table. With `surplus` the entries too many for a declaration, which
are any of those held, and `more`/`must` whether an entry nobody has shown may or must exist:

- every entry: over the entries held, met when those surely not met are no more than the surplus and one can be met;
  not met when one can be; not applicable when those surely applicable are no more than the surplus. What an unseen
  entry may be is known without the table; joining it is `all_of` of two, by force where one must exist, by choice
  where one may.
- how many: from those surely counted, less the surplus, to those that may be, and as many more as may exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from thidua import nodes as n
from thidua.interpreters.assess import Prepared
from thidua.interpreters.columns.ends import Ends, fixed
from thidua.interpreters.columns.truth import Truth, constant
from thidua.interpreters.measure import NO_PLACES, Case
from thidua.nodes import Predicate
from thidua.verdicts import ALL, M, N


class Registers:
    """What terms over registers may be in every row of the subjects' table."""

    def __init__(self, made: Prepared, days: Mapping[str, date]) -> None:
        self.made = made
        self.days = days

    def unseen(self, each: Predicate) -> int:
        """What a predicate may be of an entry of which nothing is known."""
        return self.made.judge(each)(NO_PLACES, Case({}, self.days, {})).mask

    def are_all(self, node: n.AreAll) -> Truth:
        """Every entry meets a predicate."""
        return constant(N | ALL[N][self.unseen(node.each)])

    def number(self, term: n.Number) -> Ends:
        """How many entries meet a predicate."""
        return fixed(0), None if self.unseen(term.where) & M else fixed(0)

    def total(self, term: n.Total) -> Ends:
        """What the entries that meet a predicate add up to."""
        low, high = term.of.low, term.of.high
        if not self.unseen(term.where) & M:
            return fixed(0), fixed(0)
        return None if low is None or low < 0 else fixed(0), None if high is None or high > 0 else fixed(0)
