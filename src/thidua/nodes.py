"""The closed language: what can be known, the readings, the terms and the predicates. Data only.

Nothing here can run itself. Every interpreter is one `match` over `Predicate`, `Quantity` and `DayTerm`, ended by
`assert_never`, so a new node is a type error until every interpreter has learnt it.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from thidua.bodies import Body
from thidua.changes import Changes
from thidua.displays import Shown
from thidua.periods import LeapRule, When
from thidua.quantities import Exact, Unit
from thidua.texts import Text
from thidua.verdicts import IfFewer


class Kind(Enum):
    """What the values of a fact are."""

    CHOICE = "choice"
    YES_NO = "yes_no"
    NUMBER = "number"
    DAY = "day"
    JUDGED = "judged"


class Lives(Enum):
    """How a fact lives in time; nothing is ever carried forward."""

    OVER_THE_PERIOD = "over_the_period"
    AT_SURVEYS = "at_surveys"
    IN_FORCE = "in_force"
    FOR_A_REVIEW = "for_a_review"


class Sensitivity(Enum):
    """Who may read the value of a fact."""

    PUBLIC = "public"
    DOSSIER = "dossier"
    INTERNAL = "internal"


@frozen(cache_hash=True)
class Option:
    """One value of a choice, or one step of a scale."""

    id: str
    label: Text


ANY_OWNER = "*"
"""The owner of facts that every kind of subject has, such as whether it is under investigation."""


@frozen(cache_hash=True)
class Fact:
    """What can be known about one subject, or about one entry of a register.

    `label` is a noun phrase; `holds` and `fails` are what is said of a yes or no. `proof` names the document that
    usually proves it, `question` what is asked of the body that judges. `changes` is said where `way_of` is wrong.
    """

    owner: str
    name: str
    kind: Kind
    label: Text
    lives: Lives = Lives.OVER_THE_PERIOD
    unit: Unit | None = None
    options: tuple[Option, ...] = ()
    low: int | None = None
    high: int | None = None
    holds: Text | None = None
    fails: Text | None = None
    question: Text | None = None
    judges: tuple[Body, ...] = ()
    proof: Text | None = None
    sensitivity: Sensitivity = Sensitivity.DOSSIER
    changes: Changes | None = None


@frozen(cache_hash=True)
class Register:
    """A register a subject keeps; `entry` owns the facts of its entries, `dated_by` is the day of an entry."""

    owner: str
    name: str
    entry: str
    label: Text
    fields: tuple[Fact, ...]
    dated_by: str
    proof: Text | None = None
    sensitivity: Sensitivity = Sensitivity.DOSSIER


class ReadingKind(Enum):
    """What a reading decides, and so where it acts."""

    PREDICATE = "predicate"
    QUANTITY = "quantity"
    MOMENT = "moment"
    REVIEW = "review"
    AWARD = "award"
    ELIGIBILITY = "eligibility"
    DEFINITION = "definition"
    PREPARATION = "preparation"
    CAUTION = "caution"
    NEVER_COMPUTED = "never_computed"


@frozen(cache_hash=True)
class Reading(Shown):
    """A question the text leaves open, its options, the one adopted, and why.

    With nothing adopted, the verdict is the union of what all options allow. `flagged` marks one to put to a lawyer.
    """

    id: str
    kind: ReadingKind
    question: Text
    options: tuple[Option, ...]
    adopted: str | None
    because: Text
    places: tuple[str, ...] = ()
    acts: Text | None = None
    by: Text = field(default=Text("nhóm biên soạn thidua", "the authors of thidua"))
    flagged: bool = False

    def option(self, name: str) -> Option:
        """The option of that name."""
        return next(option for option in self.options if option.id == name)


@frozen(cache_hash=True)
class Recorded:
    """What is recorded of a fact; a fact at surveys means the survey of the review, unless `At` says otherwise."""

    fact: Fact


@frozen(cache_hash=True)
class Exactly:
    """A number of the law."""

    value: Exact
    unit: Unit


@frozen(cache_hash=True)
class At:
    """A term at another moment."""

    term: Quantity
    when: When


@frozen(cache_hash=True)
class Sum:
    """Terms added."""

    parts: tuple[Quantity, ...]


@frozen(cache_hash=True)
class Times:
    """A term multiplied by a number of the law."""

    factor: Exact
    term: Quantity


@frozen(cache_hash=True)
class Quotient:
    """One quantity as a share of another; unknown wherever the whole may be zero."""

    part: Quantity
    whole: Quantity


@frozen(cache_hash=True)
class Number:
    """How many entries of a register meet a predicate."""

    register: Register
    where: Predicate


@frozen(cache_hash=True)
class Total:
    """What the entries that meet a predicate add up to."""

    register: Register
    of: Fact
    where: Predicate


@frozen(cache_hash=True)
class ChooseQuantity:
    """A quantity that depends on a reading."""

    reading: Reading
    options: tuple[tuple[str, Quantity], ...]


Quantity: TypeAlias = Recorded | Exactly | At | Sum | Times | Quotient | Number | Total | ChooseQuantity


@frozen(cache_hash=True)
class RecordedDay:
    """The day recorded of a fact."""

    fact: Fact


@frozen(cache_hash=True)
class ExactDay:
    """A day of the law."""

    day: date


@frozen(cache_hash=True)
class DayOf:
    """The day of assessment, the cut-off, or another moment that is a day."""

    when: When


@frozen(cache_hash=True)
class YearsAfter:
    """A day and so many calendar years."""

    term: DayTerm
    years: int
    leap: LeapRule = "28_february"


DayTerm: TypeAlias = RecordedDay | ExactDay | DayOf | YearsAfter


class Op(Enum):
    """How two terms are compared."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


@frozen(cache_hash=True)
class Constant:
    """Met, not met or not applicable, whatever is known."""

    mask: int


@frozen(cache_hash=True)
class IsOneOf:
    """A choice, or a yes or no, lies among the members."""

    fact: Fact
    members: tuple[str, ...]


@frozen(cache_hash=True)
class JudgedAtLeast:
    """A body has judged the fact to reach a level of its scale. Nobody else decides it."""

    fact: Fact
    level: str


@frozen(cache_hash=True)
class Compare:
    """Two quantities of one unit compared."""

    left: Quantity
    op: Op
    right: Quantity


@frozen(cache_hash=True)
class CompareDays:
    """Two days compared; not met when one of them did not happen."""

    left: DayTerm
    op: Op
    right: DayTerm


@frozen(cache_hash=True)
class Falls:
    """A quantity falls by a share since a moment; zero to zero is answered by `from_zero`, never by arithmetic."""

    term: Quantity
    by: Fraction
    strictly: bool
    since: When
    until: When
    from_zero: Predicate


@frozen(cache_hash=True)
class AreAll:
    """Every entry of a register meets a predicate."""

    register: Register
    each: Predicate


@frozen(cache_hash=True)
class AtReview:
    """The assessment is made for one of these reviews."""

    reviews: tuple[str, ...]
    label: Text


@frozen(cache_hash=True)
class AllOf:
    """Every applicable part is met."""

    parts: tuple[Predicate, ...]


@frozen(cache_hash=True)
class AnyOf:
    """An applicable part is met."""

    parts: tuple[Predicate, ...]


@frozen(cache_hash=True)
class AtLeast:
    """At least k of the applicable parts are met."""

    k: int
    parts: tuple[Predicate, ...]
    if_fewer_applicable: IfFewer


@frozen(cache_hash=True)
class Not:
    """The part is not met."""

    part: Predicate


@frozen(cache_hash=True)
class Where:
    """The body, asked only where the guard is met."""

    guard: Predicate
    body: Predicate


@frozen(cache_hash=True)
class Unless:
    """The body, lost when the disqualifier is met. Only at the root of a group: nothing above may skip it."""

    body: Predicate
    disqualifier: Predicate


@frozen(cache_hash=True)
class Choose:
    """A predicate that depends on a reading."""

    reading: Reading
    options: tuple[tuple[str, Predicate], ...]


@frozen(cache_hash=True)
class ClauseMet:
    """Another clause of the same group."""

    clause: str


Predicate: TypeAlias = (
    Constant | IsOneOf | JudgedAtLeast | Compare | CompareDays | Falls | AreAll | AtReview | AllOf
    | AnyOf | AtLeast | Not | Where | Unless | Choose | ClauseMet
)  # fmt: skip
Node: TypeAlias = Predicate | Quantity | DayTerm
