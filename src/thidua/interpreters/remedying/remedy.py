"""What a remedy is: changes of the facts, each as small as it can be, and the verdict they would lead to."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, Protocol, TypeAlias

from attrs import field, frozen

from thidua.displays import Shown
from thidua.evidence import Value
from thidua.findings import Assessment, Finding
from thidua.interpreters.remedying.levers import Moves
from thidua.nodes import Fact, Predicate, Register
from thidua.periods import Survey
from thidua.quantities import Exact
from thidua.texts import Text
from thidua.verdicts import Verdict


@frozen
class Moved:
    """A figure moves by so much at least, from what it stands at to a bound; of several, their sum does."""

    facts: tuple[Fact, ...]
    up: bool
    by: Exact
    start: Exact
    survey: Survey | None = None

    @property
    def to(self) -> Exact:
        """What it must come to, at least or at most."""
        return self.start + self.by if self.up else self.start - self.by


@frozen
class Added:
    """So many new entries of a register, made on a day to come up to `by`; what `of` says adds up to `amount`.

    `fields` lists for each field the values any of which will do; of days the first and the last.
    """

    register: Register
    count: int
    fields: tuple[tuple[Fact, tuple[Value, ...]], ...]
    by: date
    of: Fact | None = None
    amount: Exact = 0


@frozen
class Happens:
    """Something that has not happened happens, by that day; something arranged is moved to it."""

    fact: Fact
    day: date
    arranged: date | None = None
    register: Register | None = None
    entry: str = ""


@frozen
class Becomes:
    """A choice becomes another option, a yes or no the other."""

    fact: Fact
    value: Value


@frozen
class Waits:
    """Time alone: nothing need change but the day, which must come. `until` says what is then so."""

    day: date
    until: tuple[Predicate, ...] = ()


Made: TypeAlias = Moved | Added | Happens | Becomes
"""A change that somebody makes."""
Change: TypeAlias = Made | Waits


@frozen
class Remedy:
    """Changes that together turn not met into the verdict given, made after the day of assessment and by `by`.

    `moves` are the same changes, as they were tried.
    """

    changes: tuple[Change, ...]
    verdict: Verdict
    by: date
    moves: Moves = field(default=(), repr=False)


@frozen
class Lost:
    """What keeps the verdict for good: what was found, a code of `LOST`, and the day that matters."""

    found: Finding
    code: str
    day: date | None = None
    later_review: Text | None = None
    survey: Survey | None = None


@frozen
class Remedied:
    """The answer for a group or a clause: its verdict and the remedies, best first, or the reasons why none is left.

    Both are empty where the verdict is anything but not met. `capped` says that some possibilities were left untried,
    so that there may be other remedies, or smaller ones of other facts.
    """

    place: str
    verdict: Verdict
    remedies: tuple[Remedy, ...] = ()
    lost: tuple[Lost, ...] = ()
    capped: bool = False


@frozen
class Remedies(Shown):
    """The answers for a group and for each of its clauses, and the days left: none once the cut-off has passed.

    `assessment` is the one asked about; what would help is compared without it.
    """

    on: date
    cut_off: date
    group: Remedied
    clauses: tuple[Remedied, ...]
    cost: Text
    cap: int
    assessment: Assessment[Any] = field(repr=False, eq=False)

    @property
    def is_past_the_cut_off(self) -> bool:
        """Whether nothing that happens from now on can count."""
        return self.on >= self.cut_off


class Cost(Protocol):
    """What is the better remedy: the one whose cost, compared number by number, is less."""

    @property
    def label(self) -> Text:
        """The cost in words."""
        ...

    def of(self, remedy: Remedy) -> tuple[Exact, ...]:
        """The cost of a remedy."""
        ...


_FEWEST_THEN_SMALLEST = Text(
    "ít dữ kiện phải thay đổi nhất trước, rồi đến mức thay đổi tương đối nhỏ nhất",
    "fewest facts touched first, then the smallest relative change",
)


@frozen
class FewestThenSmallest:
    """How many facts and entries are touched, then how much of what they stand at is moved; a new entry is all new."""

    label: Text = _FEWEST_THEN_SMALLEST

    def of(self, remedy: Remedy) -> tuple[Exact, ...]:
        """The number of facts and entries, then the sum of the relative changes.

        >>> from thidua.verdicts import MET
        >>> FewestThenSmallest().of(Remedy((), MET, date(2025, 12, 31)))
        (0, Fraction(0, 1))
        """
        touched = sum(_touched(change) for change in remedy.changes)
        return (touched, sum((_relative(change) for change in remedy.changes), Fraction(0)))


def _touched(change: Change) -> int:
    match change:
        case Added(count=count):
            return count
        case Waits():
            return 0
        case _:
            return 1


def _relative(change: Change) -> Fraction:
    match change:
        case Moved(by=by, start=start):
            return Fraction(by) / max(Fraction(1), abs(Fraction(start)))
        case Added(count=count):
            return Fraction(count)
        case _:
            return Fraction(0)
