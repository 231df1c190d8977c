"""dossiers(): what Hypothesis draws of the papers about a subject, close to where verdicts turn."""

# Hypothesis infers nothing of what lambdas are given.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownLambdaType=false
# pyright: reportUnknownVariableType=false, reportUnknownParameterType=false

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, TypeVar, assert_never

from attrs import evolve
from hypothesis import strategies as st

from thidua.bodies import sitting
from thidua.dossiers import Dossier
from thidua.evidence import DID_NOT_HAPPEN, Complete, Entry, Evidence, Judgement, Paper, Said, Value
from thidua.movements import Plan
from thidua.nodes import Fact, Kind, Lives, Register
from thidua.periods import Survey
from thidua.sources import Document
from thidua.subjects import Subject
from thidua.testing.boundaries import boundary_days, boundary_numbers
from thidua.testing.met_dossiers import Told, met_papers
from thidua.testing.told import told
from thidua.walks import facts_of

S = TypeVar("S", bound=Subject)
ISSUER = "Cơ quan Ví Dụ"
REASON = "số liệu giả định"
MOST_ENTRIES = 3
MOST_CHANGES = 3


def dossiers(plan: Plan, kind: type[S], *, complete: bool = False) -> st.SearchStrategy[Dossier[S]]:
    """Dossiers of one kind of subject, all figures invented: what its criteria read, and nothing else.

    Days and numbers lie at and next to every threshold of the plan; papers are missing, contradict one another or say
    that something did not happen; registers are open, declared complete, or declared wrongly. Half of them start from
    papers that meet the criteria, of which a few are changed or taken away. A `complete` one leaves nothing open that
    its criteria read at one review or at all. It shrinks towards no papers at all. `UnknownNameError` for a kind
    that the plan asks nothing of.
    """
    drawing = _Drawing(plan, complete=complete)
    read = dict.fromkeys(what for tree in _trees(plan, kind) for what in facts_of(tree))
    anything = st.tuples(*(drawing.about(what) for what in read)).map(
        lambda said: [one for each in said for one in each]
    )
    bases = met_papers(plan, kind)
    drawn = st.one_of(anything, drawing.nearly_met(bases)) if bases else anything
    made = drawn.map(lambda said: Dossier(kind("VD-01", "Ví Dụ"), _papers(said)))
    return told(f"dossiers({plan.id}, {kind.__name__})", made)


def _trees(plan: Plan, kind: type[S]) -> list[Any]:
    group = plan.criteria_for(kind)
    return [group.node, *(clause.node for clause in group.clauses)]


def _papers(said: list[Said[Any]]) -> tuple[Paper[Any], ...]:
    """A paper each, so that one taken away takes nothing else with it."""
    return tuple(
        Paper(Document(f"{number:02d}/VD", date(2022, 1, 1), ISSUER), one) for number, one in enumerate(said, start=1)
    )


class _Drawing:
    """The strategies of one plan."""

    def __init__(self, plan: Plan, *, complete: bool) -> None:
        self.plan = plan
        self.complete = complete
        self.days = st.sampled_from(boundary_days(plan))

    def about(self, what: Fact | Register) -> st.SearchStrategy[list[Said[Any]]]:
        """What papers say of a fact or a register: perhaps nothing, perhaps two things."""
        if isinstance(what, Register):
            return self.register(what)
        places = self.places(what)
        return st.tuples(*places).map(lambda said: [one for each in said for one in each])

    def nearly_met(self, bases: tuple[Told, ...]) -> st.SearchStrategy[list[Said[Any]]]:
        """Papers that meet the criteria, a few of them changed or taken away."""
        return st.sampled_from(bases).flatmap(self._changed)

    def _changed(self, base: Told) -> st.SearchStrategy[list[Said[Any]]]:
        places = st.lists(st.sampled_from(range(len(base))), max_size=MOST_CHANGES, unique=True)
        return places.flatmap(
            lambda chosen: st.tuples(*(self._other(base[place]) for place in chosen)).map(
                lambda others: _with(base, dict(zip(chosen, others, strict=True)))
            )
        )

    def _other(self, said: Said[Any]) -> st.SearchStrategy[Said[Any] | None]:
        """Nothing in its place, or another value; entries and declarations stay in a complete dossier."""
        if not isinstance(said, Evidence):
            return st.just(said) if self.complete else st.just(None)
        other = self.values(said.fact).map(lambda value: evolve(said, value=value))
        return other if self.complete else st.one_of(st.none(), other)

    def places(self, fact: Fact) -> list[st.SearchStrategy[list[Said[Any]]]]:
        """What is said of a fact, at each survey or of each review where there are several."""
        value = self.values(fact)
        match fact.lives:
            case Lives.AT_SURVEYS:
                return [self._filed(value.map(partial(_counted, fact, survey))) for survey in self.plan.surveys]
            case Lives.IN_FORCE:
                first = min(day for review in self.plan.reviews for _, day in review.counts_from.options)
                if self.complete:
                    return [self._filed(value.map(lambda v: Evidence(fact, v, since=first)))]
                since = st.one_of(st.just(first), self.days)
                return [self._filed(st.builds(lambda v, day: Evidence(fact, v, since=day), value, since))]
            case Lives.FOR_A_REVIEW:
                windows = dict.fromkeys((review.window.last, review.window.first) for review in self.plan.reviews)
                sat = [sitting(fact.judges, days, self.plan.handovers) for days in windows]
                named = [(ISSUER if body is None else body.label.vi, day) for body, day in sat]
                return [self._filed(value.map(partial(_judged, fact, by, day))) for by, day in dict.fromkeys(named)]
            case Lives.OVER_THE_PERIOD:
                return [self._filed(value.map(lambda v: Evidence(fact, v)))]
            case _:
                assert_never(fact.lives)

    def _filed(self, evidence: st.SearchStrategy[Evidence[Any]]) -> st.SearchStrategy[list[Said[Any]]]:
        """Missing, said once, or said twice and perhaps otherwise."""
        once: st.SearchStrategy[list[Said[Any]]] = evidence.map(lambda one: [one])
        if self.complete:
            return once
        twice: st.SearchStrategy[list[Said[Any]]] = st.tuples(evidence, evidence).map(_both)
        return st.one_of(st.just([]), once, once, once, twice)

    def values(self, fact: Fact) -> st.SearchStrategy[Value]:
        """What evidence of a fact may hold, near its thresholds."""
        match fact.kind:
            case Kind.YES_NO:
                return st.sampled_from([True, False])
            case Kind.DAY:
                return st.one_of(self.days, self.days, self.days, st.just(DID_NOT_HAPPEN))
            case Kind.CHOICE:
                return st.sampled_from([option.id for option in fact.options])
            case Kind.JUDGED:
                return st.sampled_from([option.id for option in reversed(fact.options)])
            case Kind.NUMBER:
                return st.sampled_from(boundary_numbers(self.plan, fact))
            case _:
                assert_never(fact.kind)

    def register(self, register: Register) -> st.SearchStrategy[list[Said[Any]]]:
        """Entries, and perhaps a declaration that there are so many."""
        entries = st.lists(self._fields(register), max_size=MOST_ENTRIES)
        declared = st.just(0) if self.complete else st.sampled_from([None, 0, 0, 0, 1, -1])
        through = st.just(max(review.window.last for review in self.plan.reviews))
        if not self.complete:
            through = st.one_of(through, self.days)
        return st.builds(lambda filed, more, day: _register(register, filed, more, day), entries, declared, through)

    def _fields(self, register: Register) -> st.SearchStrategy[tuple[Evidence[Any], ...]]:
        fields: list[st.SearchStrategy[list[Evidence[Any]]]] = []
        for field in register.fields:
            dates_it = field.name == register.dated_by
            values = (
                self.days.map(partial(_of_entry, field))
                if dates_it
                else self.values(field).map(partial(_of_entry, field))
            )
            fields.append(values if dates_it or self.complete else st.one_of(st.just([]), values, values))
        return st.tuples(*fields).map(lambda said: tuple(each for few in said for each in few))


def _both(said: tuple[Evidence[Any], Evidence[Any]]) -> list[Said[Any]]:
    return [*said]


def _with(base: Told, others: dict[int, Said[Any] | None]) -> list[Said[Any]]:
    changed = (others.get(place, said) for place, said in enumerate(base))
    return [one for one in changed if one is not None]


def _counted(fact: Fact, survey: Survey, value: Value) -> Evidence[Any]:
    return Evidence(fact, value, at=survey)


def _of_entry(fact: Fact, value: Value) -> list[Evidence[Any]]:
    return [Evidence(fact, value)]


def _judged(fact: Fact, by: str, on: date, value: Value) -> Evidence[Any]:
    return Evidence(fact, value, judgement=Judgement(by, on, REASON))


def _register(
    register: Register, filed: list[tuple[Evidence[Any], ...]], more: int | None, through: date
) -> list[Said[Any]]:
    entries: list[Said[Any]] = [Entry(register, f"{key:02d}", facts) for key, facts in enumerate(filed, start=1)]
    if more is not None:
        entries.append(Complete(register, max(0, len(filed) + more), through, "bộ phận văn thư"))
    return entries
