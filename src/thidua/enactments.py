"""What an amendment changes, as data: one frozen value for each way, and the record of what was done."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, frozen
from attrs.validators import optional

from thidua.awards import AwardForm, Route
from thidua.clauses import Clause, Criteria
from thidua.coherence import NeverTogether
from thidua.conditions import Condition
from thidua.digests import ADDED_LATER
from thidua.errors import WrongValueError
from thidua.kinds import Vocabulary
from thidua.nodes import Fact, Reading, Register
from thidua.periods import Period, Survey, is_day
from thidua.provisions import Provision
from thidua.quantities import Money, Percent, Years
from thidua.readings import Level
from thidua.reviews import Review
from thidua.sources import Document
from thidua.texts import Sic, Text

Bound = int | Percent | Money | Years | Level | date
"""What a threshold can be set to."""


@frozen(cache_hash=True)
class Replace:
    """A clause, a provision or a group says something else; what is `None` stays as it is."""

    text: str | None = None
    en: str | None = None
    sic: tuple[Sic, ...] | None = None
    requires: Condition[Any] | None = None
    applies_where: Condition[Any] | None = None
    readings: tuple[Reading, ...] | None = None


@frozen(cache_hash=True)
class Repeal:
    """A clause or a provision is gone."""


@frozen(cache_hash=True)
class Add:
    """A clause or a provision is new; a clause counts wherever its group counts `counted_with`."""

    item: Clause[Any] | Provision
    after: str
    counted_with: str = ""


@frozen(cache_hash=True)
class SetThreshold:
    """A number of the law is another; `words` are those of the text that say it, before and after."""

    name: str
    value: Bound
    words: tuple[Text, Text] | None = None


@frozen(cache_hash=True)
class AdoptReading:
    """Another option of a reading is adopted, or none."""

    option: str | None
    because: Text | None = None


@frozen(cache_hash=True)
class MarkNoLooser:
    """A clause or a group may be made stricter, never looser."""


@frozen(cache_hash=True)
class AddGroup:
    """A kind of subject is asked something, in words of its own."""

    criteria: Criteria[Any]
    vocabulary: Vocabulary
    after: str


@frozen(cache_hash=True)
class DropGroup:
    """A kind of subject is no longer part of the plan."""


@frozen(cache_hash=True)
class AddFacts:
    """More can be told of a kind of subject, or it is said what it cannot be."""

    facts: tuple[Fact, ...]
    registers: tuple[Register, ...]
    cannot_be: tuple[NeverTogether, ...] = field(default=(), metadata={ADDED_LATER: True})


@frozen(cache_hash=True)
class AddSurveys:
    """More surveys can be named."""

    surveys: tuple[Survey, ...]


@frozen(cache_hash=True)
class AddAwards:
    """There are more forms of commendation, or more routes to them."""

    forms: tuple[AwardForm, ...]
    routes: tuple[Route, ...]


@frozen(cache_hash=True)
class ChangePeriod:
    """The movement lasts from another day, or to another."""

    period: Period


@frozen(cache_hash=True)
class ChangeReview:
    """A review is made at other times, or from other surveys."""

    review: Review


@frozen(cache_hash=True)
class AddReview:
    """A review is new."""

    review: Review


@frozen(cache_hash=True)
class DropReview:
    """A review is no longer made."""


Change = (
    Replace | Repeal | Add | SetThreshold | AdoptReading | MarkNoLooser | AddGroup | DropGroup | AddFacts | AddSurveys
    | AddAwards | ChangePeriod | ChangeReview | AddReview | DropReview
)  # fmt: skip
Stood = (
    Clause[Any] | Provision | Criteria[Any] | Reading | Review | Period | Vocabulary | tuple[Survey, ...]
    | tuple[AwardForm, ...] | None
)  # fmt: skip
"""What stands at a place of a plan; `None` where nothing does."""


def _is_document(_owner: object, _attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, Document):
        msg = (
            f"by= cites a Document but got {value!r} ({type(value).__name__}); "
            "write Document(number, issued_on, issuer, title)"
        )
        raise WrongValueError(msg)


@frozen(cache_hash=True)
class Amendment:
    """One change of one place, the document that makes it, and the day from which it has effect."""

    target: str
    change: Change
    by: Document = field(validator=_is_document)
    effective: date | None = field(default=None, validator=optional(is_day))

    @property
    def what(self) -> str:
        """The change and its target, for programmers: `replace III.2.2-4`."""
        name = self.change.name if isinstance(self.change, SetThreshold) else ""
        return " ".join(part for part in (_VERBS[type(self.change)], self.target, name) if part)


_VERBS = {
    Replace: "replace",
    Repeal: "repeal",
    Add: "add",
    SetThreshold: "set_threshold",
    AdoptReading: "adopt_reading",
    MarkNoLooser: "mark_no_looser",
    AddGroup: "add_group",
    DropGroup: "drop_group",
    AddFacts: "add_facts",
    AddSurveys: "add_surveys",
    AddAwards: "add_awards",
    ChangePeriod: "change_period",
    ChangeReview: "change_review",
    AddReview: "add_review",
    DropReview: "drop_review",
}


@frozen(cache_hash=True)
class Amended:
    """An amendment that was made: what stood at its target before, and what stands there since."""

    amendment: Amendment
    effective: date
    before: Stood
    after: Stood

    @property
    def target(self) -> str:
        """The place that was changed."""
        return self.amendment.target

    @property
    def change(self) -> Change:
        """What was changed there."""
        return self.amendment.change

    @property
    def by(self) -> Document:
        """The document that made it."""
        return self.amendment.by

    @property
    def line(self) -> str:
        """One line for a receipt: the day of effect, the change, the document.

        The content of the change is in the plan's digest, not here.
        """
        return f"{self.effective.isoformat()} {self.amendment.what} ({self.by.number or self.by.title})"

    @property
    def repealed(self) -> tuple[str, ...]:
        """The ids that are gone: the tombstones it left."""
        match self.before:
            case Criteria() if isinstance(self.change, DropGroup):
                return (self.before.id, *(clause.id for clause in self.before.clauses))
            case Clause() | Provision() if isinstance(self.change, Repeal):
                return (self.before.id,)
            case _:
                return ()


@frozen(cache_hash=True)
class Floor:
    """A clause or a group that may not be made looser than it stood when it was marked, in the plan of that day.

    `group` is its group as it stood; `readings`, `reviews` and `surveys` are those by which it was judged.
    """

    id: str
    group: Criteria[Any]
    readings: tuple[Reading, ...]
    reviews: tuple[Review, ...]
    surveys: tuple[Survey, ...]
    by: Document
    effective: date

    @property
    def item(self) -> Clause[Any] | Criteria[Any]:
        """What was marked."""
        return self.group if self.id == self.group.id else self.group.clause(self.id)
