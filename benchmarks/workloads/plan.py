"""The two workloads as a plan of an invented district, in the language of thidua."""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import partial
from typing import TypeVar

from thidua.clauses import Clause, Criteria
from thidua.conditions import NOT_APPLICABLE, Condition, all_of
from thidua.facts import amount, choice, count, dated_count, day, yes_no
from thidua.handles import YesNo
from thidua.measures import measured
from thidua.movements import Plan, Review, Vocabulary
from thidua.nodes import AllOf, Fact, Kind, ReadingKind
from thidua.periods import ON_THE_DAY, START_OF_PERIOD, Period, Survey
from thidua.provisions import Provision, Role
from thidua.quantities import HOUSEHOLDS, PERSONS, TIMES, Unit, dong, percent, years
from thidua.readings import by_reading, reading
from thidua.subjects import Commune, Household, Subject
from thidua.texts import Text

S = TypeVar("S", bound=Subject)


def same(words: str) -> Text:
    """The same words in both languages: a benchmark prints no explanation."""
    return Text(words, words)


class Area(Enum):
    I = same("I")  # noqa: E741  # the law calls it so
    II = same("II")
    III = same("III")
    OUTSIDE = same("outside")


class Status(Enum):
    POOR = same("poor")
    NEAR_POOR = same("near-poor")
    ESCAPED = same("escaped")


def _yes(owner: type[S], name: str) -> YesNo[S]:
    return yes_no(owner, name, same(name), holds=same(name), fails=same(f"not {name}"))


area = choice(Commune, "area", Area, same("area"))
ethnic = _yes(Commune, "is_ethnic_minority_mountainous")
poor = dated_count(Commune, "poor", same("poor households"), HOUSEHOLDS)
near_poor = dated_count(Commune, "near_poor", same("near-poor households"), HOUSEHOLDS)
budget_allocated = amount(Commune, "budget_allocated", same("budget allocated"))
budget_spent = amount(Commune, "budget_spent", same("budget spent"))
settlement_due = day(Commune, "settlement_due", same("day the accounts are due"))
settlement_done = day(Commune, "settlement_done", same("day the accounts were settled"))
reports_required = count(Commune, "reports_required", same("reports required"), TIMES)
reports_on_time = count(Commune, "reports_on_time", same("reports sent on time"), TIMES)
mobilised = amount(Commune, "resources_mobilised", same("resources mobilised"))
target = amount(Commune, "resources_target", same("target"))
initiatives = count(Commune, "initiatives", same("initiatives"), TIMES)

status = choice(Household, "status", Status, same("status"))
registered = _yes(Household, "registered_to_escape")
own_initiatives = count(Household, "initiatives", same("initiatives"), TIMES)
jobs = count(Household, "jobs_created", same("jobs created"), PERSONS)
PERMILLE = Unit("permille", same("‰"))
growth = measured(Fact("Household", "income_growth", Kind.NUMBER, same("growth of income"), unit=PERMILLE))
escaped_on = day(Household, "escape_date", same("day of escape"))
helped = count(Household, "households_helped", same("households helped"), HOUSEHOLDS)
has_loan = _yes(Household, "has_loan")
purpose_ok = _yes(Household, "purpose_ok")
interest_on_time = _yes(Household, "interest_on_time")
principal_on_time = _yes(Household, "principal_on_time")


def _criteria(
    place: str, kind: type[S], *requires: Condition[S], guards: dict[int, Condition[S]], beside: bool = False
) -> Criteria[S]:
    """Four clauses that count together; with `beside`, each of their conditions as a clause that does not count."""
    parts = [nodes.parts if isinstance(nodes := one.node, AllOf) else (nodes,) for one in requires] if beside else []
    every = (*requires, *(Condition[S](part) for group in parts for part in group))
    clauses = tuple(
        Clause(f"{place}-{number}", text=place, en=place, requires=condition, applies_where=guards.get(number))
        for number, condition in enumerate(every, 1)
    )
    heading = Provision(place, Role.HEADING, text=place, en=place)
    counted = all_of(*(clause.is_met() for clause in clauses[: len(requires)]))
    return Criteria(heading, kind, clauses, requires=counted)


_communes = partial(
    _criteria,
    "III.2.2",
    Commune,
    initiatives.is_at_least(1),
    all_of(
        budget_spent.is_at_most(budget_allocated),
        settlement_done.is_not_after(settlement_due),
        reports_on_time.is_at_least(reports_required),
    ),
    all_of(mobilised.is_more_than(dong(0)), mobilised.is_at_least(target)),
    (poor + near_poor).falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE),
    guards={4: all_of(area.is_one_of(Area.I, Area.II, Area.III), ethnic.is_yes())},
)
_households = partial(
    _criteria,
    "III.2.4",
    Household,
    registered.is_yes(),
    all_of(own_initiatives.is_at_least(1), jobs.is_at_least(1), growth.is_more_than(0)),
    all_of(escaped_on.is_at_least(years(3), before=ON_THE_DAY), helped.is_at_least(1)),
    all_of(purpose_ok.is_yes(), interest_on_time.is_yes(), principal_on_time.is_yes()),
    guards={3: status.is_one_of(Status.ESCAPED), 4: has_loan.is_yes()},
)

ON = date(2025, 12, 31)
START, END = Survey("2021", same("2021"), date(2022, 1, 10)), Survey("2024", same("2024"), date(2025, 1, 8))
_only = reading(
    "W-01",
    ReadingKind.MOMENT,
    same("which survey, and from which day?"),
    options={"given": same("the one given")},
    adopted="given",
    because=same("the workload says so"),
)
_review = Review(
    "final",
    same("final"),
    Period(date(2025, 10, 1), date(2026, 3, 31)),
    date(2025, 12, 15),
    start=by_reading(_only, {"given": START}),
    end=by_reading(_only, {"given": END}),
    counts_from=by_reading(_only, {"given": date(2021, 1, 1)}),
)
_words = (
    Vocabulary(
        Commune,
        "commune",
        same("commune"),
        (
            *(area.fact, ethnic.fact, poor.fact, near_poor.fact, budget_allocated.fact, budget_spent.fact),
            *(settlement_due.fact, settlement_done.fact, reports_required.fact, reports_on_time.fact),
            *(mobilised.fact, target.fact, initiatives.fact),
        ),
    ),
    Vocabulary(
        Household,
        "household",
        same("household"),
        (
            *(status.fact, registered.fact, own_initiatives.fact, jobs.fact, growth.fact, escaped_on.fact),
            *(helped.fact, has_loan.fact, purpose_ok.fact, interest_on_time.fact, principal_on_time.fact),
        ),
    ),
)


def _plan(*, beside: bool) -> Plan:
    return Plan(
        "workloads",
        same("workloads"),
        same("nobody"),
        Period(date(2021, 1, 1), date(2025, 12, 31)),
        (_communes(beside=beside), _households(beside=beside)),
        _words,
        (_only,),
        (START, END),
        (_review,),
    )


PLAN = _plan(beside=False)
CONDITIONS_BESIDE = _plan(beside=True)
"""The same plan with a verdict on each condition too."""
KINDS: dict[str, type[Subject]] = {"commune": Commune, "household": Household}
SETTING = PLAN.setting(on=ON)
