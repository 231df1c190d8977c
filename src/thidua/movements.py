"""An emulation movement: the plan, the words it knows, its surveys, its reviews, and what was amended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from attrs import field, frozen

from thidua.awards import AwardForm, Route
from thidua.bodies import UNDECIDED, Body, Handover
from thidua.clauses import Clause, Criteria
from thidua.digests import ADDED_LATER
from thidua.displays import Shown
from thidua.enactments import Amended, Floor
from thidua.errors import (
    IncompleteError,
    InvalidPlanError,
    NoReviewError,
    NotInForceError,
    UnknownNameError,
    did_you_mean,
)
from thidua.kinds import Vocabulary
from thidua.nodes import ANY_OWNER, Fact, Predicate, Reading
from thidua.periods import AT_REVIEW, START_OF_PERIOD, Period, Survey, checked_day
from thidua.provisions import Provision
from thidua.readings import ByReading
from thidua.reviews import Review, Setting
from thidua.subjects import Subject
from thidua.texts import Text
from thidua.walks import facts_of, readings_of

__all__ = ["Plan", "Review", "Setting", "Vocabulary", "common_facts"]

T = TypeVar("T")
S = TypeVar("S", bound=Subject)


@frozen(cache_hash=True)
class Plan(Shown):
    """A plan: its sentences in order, its readings, surveys, reviews and awards, and the words it knows.

    Building it checks that ids are unique, that every fact read is in a vocabulary, and that a reading has one value
    throughout; all errors are raised together, in one message.

    A plan that was amended is another plan. It is in force, as it stands, from `in_force_from`; `amendments` tells what
    was done to it, oldest first, and `floors` what may not be made looser. `handover` says who judges once a body that
    judged has ended.
    """

    id: str
    title: Text
    issuer: Text
    period: Period
    contents: tuple[Provision | Criteria[Any], ...]
    vocabularies: tuple[Vocabulary, ...]
    readings: tuple[Reading, ...]
    surveys: tuple[Survey, ...]
    reviews: tuple[Review, ...]
    forms: tuple[AwardForm, ...] = ()
    routes: tuple[Route, ...] = ()
    bodies: tuple[Body, ...] = ()
    in_force_from: date | None = None
    amendments: tuple[Amended, ...] = field(default=())
    floors: tuple[Floor, ...] = field(default=())
    handover: ByReading[Handover] | None = field(default=None, metadata={ADDED_LATER: True})

    def __attrs_post_init__(self) -> None:
        wrong = dict.fromkeys((*_twice(self), *_unknown_facts(self), *_lost_routes(self), *_two_values(self)))
        if wrong:
            raise InvalidPlanError(f"plan {self.id}: " + "; ".join(wrong))

    @cached_property
    def criteria(self) -> tuple[Criteria[Any], ...]:
        """The groups of subjects, in the order of the plan."""
        return tuple(item for item in self.contents if isinstance(item, Criteria))

    @cached_property
    def clauses(self) -> tuple[Clause[Any], ...]:
        """Every clause, in the order of the plan."""
        return tuple(clause for criteria in self.criteria for clause in criteria.clauses)

    def lines(self) -> Iterator[tuple[str, str]]:
        """Every line of the plan with its id: as published, or as amended, without what is gone."""
        for item in self.contents:
            if isinstance(item, Provision):
                yield item.id, item.line
            else:
                yield item.id, item.heading.line
                for clause in item.clauses:
                    yield clause.id, clause.line

    def vocabulary(self, kind: type[Subject] | str) -> Vocabulary:
        """The words of a kind of subject, by its class or its name in documents; `UnknownNameError` otherwise."""
        for words in self.vocabularies:
            if kind in (words.subject, words.id):
                return words
        name = kind if isinstance(kind, str) else getattr(kind, "__name__", repr(kind))
        known = [words.id for words in self.vocabularies]
        msg = f"plan {self.id} knows no kind of subject {name!r}{did_you_mean(name.lower(), known)}"
        raise UnknownNameError(msg)

    def kind(self, owner: str) -> type[Subject]:
        """The class of a kind of subject, by its name; `UnknownNameError` otherwise."""
        for words in self.vocabularies:
            if words.subject.__name__ == owner:
                return words.subject
        msg = f"plan {self.id} knows no {owner!r}{did_you_mean(owner, [w.subject.__name__ for w in self.vocabularies])}"
        raise UnknownNameError(msg)

    def criteria_for(self, kind: type[S]) -> Criteria[S]:
        """What the plan asks of a kind of subject; `UnknownNameError` when it asks nothing."""
        for criteria in self.criteria:
            if criteria.subject is kind:
                return criteria
        msg = f"plan {self.id} has no criteria for {kind.__name__}"
        raise UnknownNameError(msg)

    def item(self, place: str) -> Provision | Criteria[Any] | Clause[Any]:
        """The provision, group or clause of that id; `UnknownNameError` with the nearest one otherwise."""
        items = {item.id: item for item in (*self.contents, *self.clauses)}
        if place not in items:
            gone = self.gone.get(place)
            tail = f": repealed by {gone.by.cite('en')}" if gone is not None else did_you_mean(place, items)
            msg = f"plan {self.id} has no {place!r}{tail}"
            raise UnknownNameError(msg)
        return items[place]

    @cached_property
    def gone(self) -> Mapping[str, Amended]:
        """What was repealed, by its id, with the amendment that did it. No such id is ever given again."""
        return {place: made for made in self.amendments for place in made.repealed}

    def amended(self, place: str) -> tuple[Amended, ...]:
        """What was done to a clause, a group, a provision, a reading or a review, oldest first."""
        return tuple(made for made in self.amendments if place == made.target or place in made.repealed)

    def reading(self, name: str) -> Reading:
        """The reading of that id; `UnknownNameError` with the nearest one otherwise."""
        for reading in self.readings:
            if reading.id == name:
                return reading
        msg = f"plan {self.id} has no reading {name!r}{did_you_mean(name, [r.id for r in self.readings])}"
        raise UnknownNameError(msg)

    def by_reading(self, value: ByReading[T]) -> T:
        """What a value is under the adopted option; `IncompleteError` when nothing is adopted."""
        adopted = self.reading(value.reading.id).adopted
        if adopted is None:
            msg = f"{value.reading.id} decides a moment or a day: one of its options must be adopted to assess"
            raise IncompleteError(msg)
        return value.of(adopted)

    @cached_property
    def handovers(self) -> tuple[Handover, ...]:
        """What the adopted option says of bodies that ended; what every option says when nothing is adopted."""
        if self.handover is None:
            return (UNDECIDED,)
        adopted = self.reading(self.handover.reading.id).adopted
        return tuple(what for name, what in self.handover.options if adopted in (None, name))

    def review(self, name: str | None, on: date) -> Review:
        """The review of that id, or the one whose window holds the day; `NoReviewError` when there is none."""
        if name is None:
            for review in self.reviews:
                if on in review.window and not review.only_by_name:
                    return review
            windows = ", ".join(f"{r.id} ({r.window.first} to {r.window.last})" for r in self.reviews)
            msg = f"no review is made on {on}: name one with review=…; there are: {windows}"
            raise NoReviewError(msg)
        for review in self.reviews:
            if review.id == name:
                return review
        msg = f"plan {self.id} has no review {name!r}{did_you_mean(name, [r.id for r in self.reviews])}"
        raise UnknownNameError(msg)

    def setting(self, *, on: date, review: str | None = None) -> Setting:
        """The day and review one assesses for, with every moment resolved from the plan and the review alone.

        Raises `NotInForceError` for a day before the plan took effect, `NoReviewError` when no review is made then.
        """
        checked_day(on, "on")
        if self.in_force_from is not None and on < self.in_force_from:
            msg = (
                f"plan {self.id} is in force from {self.in_force_from}, not yet on {on}: choose the edition of the day "
                "with edition_in_force(editions, on), or ask what would be with as_if_in_force(plan)"
            )
            raise NotInForceError(msg)
        chosen = self.review(review, on)
        if on < chosen.window.first:
            msg = f"review {chosen.id} opens on {chosen.window.first}; it cannot be made on {on}"
            raise NoReviewError(msg)
        cut_off = min(on, chosen.cut_off)
        end = self.by_reading(chosen.end)
        if end is None:
            approved = [survey for survey in self.surveys if survey.approved_on <= cut_off]
            if not approved:
                msg = f"no survey was approved by {cut_off}, so review {chosen.id} has no cuối kỳ"
                raise NoReviewError(msg)
            end = max(approved, key=lambda survey: survey.approved_on)
        surveys = ((START_OF_PERIOD.id, self.by_reading(chosen.start)), (AT_REVIEW.id, end))
        return Setting(on, chosen, cut_off, self.by_reading(chosen.counts_from), surveys)


def _twice(plan: Plan) -> Iterator[str]:
    ids = [item.id for item in (*plan.contents, *plan.clauses)]
    for what, names in (
        ("place", ids),
        ("reading", [reading.id for reading in plan.readings]),
        ("review", [review.id for review in plan.reviews]),
        ("survey", [survey.id for survey in plan.surveys]),
        ("kind", [words.id for words in plan.vocabularies]),
        *((f"fact of {words.id}", words.names()) for words in plan.vocabularies),
    ):
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield f"{what} {name!r} is given more than once"


def _asked(plan: Plan) -> Iterator[tuple[str, type[Subject], Predicate, tuple[Reading, ...]]]:
    """Every tree of the plan: where it stands, of which kind of subject it is asked, the readings listed beside it."""
    for criteria in plan.criteria:
        items: tuple[Clause[Any] | Criteria[Any], ...] = (*criteria.clauses, criteria)
        for item in items:
            yield item.id, criteria.subject, item.node, item.readings
    for route in plan.routes:
        for kind in route.subjects:
            yield f"the route to {route.form}", kind, route.asks, route.readings
    for words in plan.vocabularies:
        for declared in words.cannot_be:
            yield f"what {words.id} cannot be", words.subject, declared.node, ()


def _unknown_facts(plan: Plan) -> Iterator[str]:
    vocabularies = {words.subject: (words, {*words.facts, *words.registers}) for words in plan.vocabularies}
    for where, kind, tree, _ in _asked(plan):
        if kind not in vocabularies:
            yield f"{where} is asked of {kind.__name__}, of which no vocabulary is given"
            continue
        words, known = vocabularies[kind]
        for what in facts_of(tree):
            if what not in known:
                names = words.names()
                tail = "; it is declared otherwise there" if what.name in names else did_you_mean(what.name, names)
                yield f"{where} reads {what.name!r} of {words.id}{tail}"


def _lost_routes(plan: Plan) -> Iterator[str]:
    for route in plan.routes:
        for what, given, known in (
            ("form", (route.form,), [form.id for form in plan.forms]),
            ("review", route.reviews, [review.id for review in plan.reviews]),
        ):
            for name in given:
                if name not in known:
                    yield f"the route to {route.form}: {what} {name!r} is not the plan's{did_you_mean(name, known)}"


def _two_values(plan: Plan) -> Iterator[str]:
    adopted = {reading.id: reading for reading in plan.readings}
    used = {reading: f"form {form.id}" for form in plan.forms for reading in form.readings}
    for where, _, tree, listed in _asked(plan):
        used.update(dict.fromkeys((*readings_of(tree), *listed), where))
    for reading, where in used.items():
        if adopted.get(reading.id) != reading:
            yield f"{where}: reading {reading.id!r} is not the plan's reading of that id"
    for review in plan.reviews:
        for name in (review.start.reading.id, review.end.reading.id, review.counts_from.reading.id):
            if name not in adopted:
                yield f"review {review.id}: reading {name!r} is not the plan's"
    if plan.handover is not None and plan.handover.reading.id not in adopted:
        yield f"handover: reading {plan.handover.reading.id!r} is not the plan's"


def common_facts(plan: Plan) -> tuple[Fact, ...]:
    """The facts that every kind of subject has, such as those the guards of awards ask."""
    return tuple(dict.fromkeys(f for words in plan.vocabularies for f in words.facts if f.owner == ANY_OWNER))
