"""What stands, looked at from a later day: nothing new happens, and the moments that are days have moved on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from attrs import evolve

from thidua.findings import Assessment, Finding
from thidua.interpreters.assess import Prepared
from thidua.interpreters.measure import Case, Judge
from thidua.interpreters.papers import read_papers
from thidua.knowledge import Knowledge, Known, KnownRegister
from thidua.movements import Setting
from thidua.nodes import Predicate

A_DAY = timedelta(days=1)


class World(NamedTuple):
    """What is known of every place and register, and which day each moment is."""

    places: Mapping[str, Known]
    registers: Mapping[str, KnownRegister]
    days: Mapping[str, date]


class Outlook:
    """A later day, the surveys that count on it, and what stands if nothing more happens until then.

    Something can still happen from `first` to `last`: after the day of assessment, up to the cut-off of the review. A
    figure of a survey not yet approved stands as the survey before it left it.
    """

    def __init__(self, on: date, setting: Setting, standing: World) -> None:
        self.on, self.setting, self.standing = on, setting, standing
        self.surveys = dict(setting.surveys)
        self.first, self.last = on + A_DAY, setting.review.cut_off
        self._made = Prepared(setting.review.id, self.surveys)
        self._judges: dict[int, tuple[Predicate, Judge]] = {}

    @property
    def is_open(self) -> bool:
        """Whether a day is left on which something can happen that counts."""
        return self.first <= self.last

    def found(self, node: Predicate, world: World) -> Finding:
        """What is found on a predicate that refers to no clause."""
        held = self._judges.get(id(node))
        if held is None:
            held = self._judges[id(node)] = (node, self._made.judge(node))
        return held[1](world.places, Case(world.registers, world.days, {}))


def outlook(assessment: Assessment[Any], by: date) -> Outlook:
    """What the papers read on the day of assessment will say on a day no earlier, unless something new happens."""
    plan, now = assessment.plan, assessment.setting
    setting = plan.setting(on=by, review=now.review.id)
    issued = tuple(
        paper for paper in assessment.dossier.papers if paper.document is None or paper.document.issued_on <= now.on
    )
    later = read_papers(plan, evolve(assessment.dossier, papers=issued), setting)
    places = {**assessment.knowledge.places, **later.places}
    for (_, survey), (_, next_survey) in zip(now.surveys, setting.surveys, strict=True):
        for place, known in assessment.knowledge.places.items():
            name, _, counted_by = place.partition("@")
            if counted_by == survey.id:
                places.setdefault(f"{name}@{next_survey.id}", known)
    registers = {name: _standing(assessment.knowledge.registers[name], held) for name, held in later.registers.items()}
    return Outlook(now.on, setting, World(places, registers, setting.days))


def _standing(now: KnownRegister, later: KnownRegister) -> KnownRegister:
    """The register as it will be: one that is complete today gets no entry that nobody knows of."""
    if later.void or now.void or now.unseen_high is None or later.unseen_high is not None:
        return later
    return later._replace(unseen_low=now.unseen_low, unseen_high=now.unseen_high)


def standing_today(assessment: Assessment[Any]) -> Outlook:
    """What stands on the day of assessment itself."""
    knowledge: Knowledge = assessment.knowledge
    world = World(knowledge.places, knowledge.registers, knowledge.days)
    return Outlook(assessment.setting.on, assessment.setting, world)
