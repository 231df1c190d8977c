"""A plan while it is being amended: what stands where, and what comes in its place."""

from __future__ import annotations

from typing import Any, TypeVar

from attrs import define, evolve

from thidua.awards import AwardForm, Route
from thidua.bodies import Handover
from thidua.clauses import Clause, Criteria
from thidua.enactments import Floor
from thidua.errors import DuplicateNameError, UnknownNameError, did_you_mean
from thidua.kinds import Vocabulary
from thidua.movements import Plan
from thidua.nodes import Reading
from thidua.periods import Period, Survey
from thidua.provisions import Provision
from thidua.readings import ByReading
from thidua.reviews import Review
from thidua.sources import cite
from thidua.walks import rewrite

T = TypeVar("T")
Line = Provision | Criteria[Any]
Item = Provision | Criteria[Any] | Clause[Any]


@define
class Draft:
    """A plan in parts. Only the plan made of them at the end is checked as a whole."""

    base: Plan
    period: Period
    contents: tuple[Line, ...]
    vocabularies: tuple[Vocabulary, ...]
    readings: tuple[Reading, ...]
    surveys: tuple[Survey, ...]
    reviews: tuple[Review, ...]
    forms: tuple[AwardForm, ...]
    routes: tuple[Route, ...]
    floors: tuple[Floor, ...]
    handover: ByReading[Handover] | None

    @classmethod
    def of(cls, plan: Plan) -> Draft:
        """The draft that changes nothing."""
        return cls(
            plan, plan.period, plan.contents, plan.vocabularies, plan.readings, plan.surveys, plan.reviews, plan.forms,
            plan.routes, plan.floors, plan.handover,
        )  # fmt: skip

    def plan(self) -> Plan:
        """The plan as drafted; `InvalidPlanError` when its parts do not fit."""
        return evolve(
            self.base, period=self.period, contents=self.contents, vocabularies=self.vocabularies,
            readings=self.readings, surveys=self.surveys, reviews=self.reviews, forms=self.forms, routes=self.routes,
            floors=self.floors, handover=self.handover,
        )  # fmt: skip

    def places(self) -> dict[str, Item]:
        """Every line of the plan by its id."""
        there: dict[str, Item] = {}
        for line in self.contents:
            there[line.id] = line
            if isinstance(line, Criteria):
                there |= {clause.id: clause for clause in line.clauses}
        return there

    def item(self, target: str) -> Item:
        """What stands at a place; `UnknownNameError` with the nearest one, or with what repealed it."""
        there = self.places()
        if target not in there:
            gone = self.base.gone.get(target)
            why = f": repealed by {gone.by.cite('en')}" if gone is not None else did_you_mean(target, there)
            msg = f"plan {self.base.id} has no {target!r}{why}"
            raise UnknownNameError(msg)
        return there[target]

    def group(self, clause: str) -> Criteria[Any]:
        """The group of a clause that is there."""
        groups = (line for line in self.contents if isinstance(line, Criteria))
        return next(group for group in groups if clause in (each.id for each in group.clauses))

    def put(self, old: Item, new: Any) -> None:
        """Let something of the same sort stand where something stood."""
        if isinstance(old, Clause):
            group = self.group(old.id)
            self.put(group, evolve(group, clauses=tuple(new if each is old else each for each in group.clauses)))
        else:
            self.contents = tuple(new if line is old else line for line in self.contents)

    def insert(self, after: Item, line: Line) -> None:
        """Let a line stand after another."""
        index = next(order for order, each in enumerate(self.contents, start=1) if each is after)
        self.contents = (*self.contents[:index], line, *self.contents[index:])

    def check_new(self, *places: str) -> None:
        """Whether ids are places, and were never given: `DuplicateNameError` otherwise, repealed ones included."""
        there = self.places()
        for place in places:
            cite(place)
            gone = self.base.gone.get(place)
            if gone is not None:
                msg = f"{place!r} was repealed by {gone.by.cite('en')}; an id is never given again"
                raise DuplicateNameError(msg)
            if place in there:
                msg = f"{place!r} is there already: change it with replace({place!r}, …)"
                raise DuplicateNameError(msg)

    def brought(self, value: T) -> T:
        """A value from outside with the plan's own readings in it, as adopted; readings new to the plan come along."""
        known = {reading.id: reading for reading in self.readings}
        strange: list[str] = []

        def ours(_was: object, now: object) -> object:
            if not isinstance(now, Reading):
                return now
            mine = known.setdefault(now.id, now)
            if (mine.kind, mine.question, mine.options) != (now.kind, now.question, now.options):
                strange.append(now.id)
            return mine

        taken = rewrite(value, ours)
        if strange:
            msg = f"reading {strange[0]!r} is not the plan's reading of that id: give it an id of its own"
            raise DuplicateNameError(msg)
        self.readings = tuple(known.values())
        return taken

    def adopt(self, reading: Reading) -> None:
        """Let a reading be this one wherever the plan holds it: trees, lists beside them, reviews and awards."""

        def anew(_was: object, now: object) -> object:
            return reading if isinstance(now, Reading) and now.id == reading.id else now

        parts = (self.contents, self.readings, self.reviews, self.forms, self.routes, self.handover)
        self.contents, self.readings, self.reviews, self.forms, self.routes, self.handover = rewrite(parts, anew)
