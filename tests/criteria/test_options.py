"""What each option of a reading does: cases that tell the options apart."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from attrs import frozen
from criteria.adopting import adopted, switches
from criteria.dossiers import AT_THE_FINAL, AT_THE_INTERIM, assessed, complete, counted, judged, poverty
from criteria.invented import (
    agencys_help,
    contribution_,
    initiative_,
    met_agency,
    met_commune,
    met_village,
    policy_work_,
    villages_help,
)
from criteria.people import help_, linkage_, livelihood_, met_enterprise, met_household

from thidua import DID_NOT_HAPPEN, Dossier, Level, dong
from thidua.criteria.schedule import END_2020, END_2021, END_2022, END_2024, END_2025
from thidua.vocabulary import agency, commune, enterprise, household, village
from thidua.vocabulary.commune import Area, Unit
from thidua.vocabulary.help_given import Means
from thidua.vocabulary.household import Status
from thidua.vocabulary.initiative import Concern, Form
from thidua.vocabulary.linkage import Stage
from thidua.vocabulary.livelihood import Way
from thidua.vocabulary.policy_work import Outcome

M, F, N = "met", "not_met", "not_applicable"
MOMENTS = ("A-09", "A-10", "B-09")


@frozen
class Case:
    """A dossier, and what each option of a reading says of it: of a clause, or of its group."""

    reading: str
    place: str
    dossier: Dossier[Any]
    by_option: dict[str, str]
    on: date = AT_THE_FINAL


def commune_with(figures: dict[str, tuple[int, int]]) -> Dossier[Any]:
    """A commune with those figures at the start and at the end of the period."""
    return met_commune(
        **{name: counted(getattr(commune, name), start, end, at=END_2024) for name, (start, end) in figures.items()}
    )


def scale(poor: tuple[int, int], near_poor: tuple[int, int]) -> Dossier[Any]:
    return commune_with({"poor_households": poor, "near_poor_households": near_poor})


def rates_and_persons(households: tuple[int, int], all_: tuple[int, int], persons: tuple[int, int]) -> Dossier[Any]:
    none = (0, 0)
    return commune_with(
        {
            "poor_households": households,
            "near_poor_households": none,
            "households": all_,
            "poor_persons": persons,
            "near_poor_persons": none,
        }
    )


def initiatives_of_an_agency(*concerns: Concern, pupils: bool = True) -> Dossier[Any]:
    entries = [initiative_(agency.initiatives, f"SK-{number}", concern) for number, concern in enumerate(concerns)]
    return met_agency(
        initiatives=complete(agency.initiatives, *entries),
        pupils_in_the_remit=(agency.pupils_in_the_remit.recorded(pupils),),
    )


def fallen_by_the_interim(start: int, end: int) -> Dossier[Any]:
    return met_commune(on=AT_THE_INTERIM, **poverty(commune, (start, 0), (end, 0), on=AT_THE_INTERIM))


def at_surveys(**figures: int) -> Dossier[Any]:
    """Poor households at several surveys; there are no near-poor ones."""
    surveys = {f"of_{survey.id}": survey for survey in (END_2020, END_2021, END_2022, END_2024, END_2025)}
    return met_commune(
        poor_households=tuple(commune.poor_households.recorded(n, at=surveys[of]) for of, n in figures.items()),
        near_poor_households=tuple(commune.near_poor_households.recorded(0, at=surveys[of]) for of in figures),
    )


def applied_on(day: date) -> Dossier[Any]:
    return met_commune(initiatives=(initiative_(commune.initiatives, "SK-01", Concern.POLICY, applied=day),))


def escaped_on(day: date) -> Dossier[Any]:
    return met_household(Status.ESCAPED, left_poverty_on=(household.left_poverty_on.recorded(day),))


OUTSIDE_THE_AREA = (commune.area.recorded(Area.OUTSIDE, since=date(2021, 6, 4)),)
LOW_FUNDS = judged(commune.funds_by_the_rules, Level.NOT_DONE)
LOW_EFFORT = judged(commune.officials_effort, Level.NOT_DONE)
SOLUTION = initiative_(agency.initiatives, "GP-01", Concern.POLICY, recognised=DID_NOT_HAPPEN, form=Form.SOLUTION)
POLICY_ONLY = initiative_(commune.initiatives, "SK-01", Concern.POLICY)
TEN_OF_FIFTY = {
    "contributions": complete(commune.contributions, contribution_(commune.contributions, "HĐ-01", value=10)),
    "contributions_target": (commune.contributions_target.recorded(dong(50)),),
}
BACK_AGAIN = complete(agency.help_given, agencys_help("GĐ-01", returned=date(2024, 6, 1)))
LENDS_TO_THE_POOR_ALONE = {
    "near_poor_borrowers": (enterprise.near_poor_borrowers.recorded(0),),
    "newly_escaped_borrowers": (enterprise.newly_escaped_borrowers.recorded(0),),
}
NEAR_POOR_LONG_AGO = {
    "became_near_poor_on": (household.became_near_poor_on.recorded(date(2020, 1, 15)),),
    "left_poverty_on": (household.left_poverty_on.recorded(DID_NOT_HAPPEN),),
    "help_given": (help_("GĐ-01"),),
}
EXTENDED = {
    "interest_paid_when_due": (household.interest_paid_when_due.recorded(False),),
    "late_payments_were_extended": (household.late_payments_were_extended.recorded(True),),
}
NO_MODEL = {
    "joined_a_model": (household.joined_a_model.recorded(False),),
    "model_is_effective": judged(household.model_is_effective, Level.NOT_DONE),
}
NO_JOBS = {"jobs_created": (household.jobs_created.recorded(0),)}
JOBS_ALONE = complete(enterprise.livelihoods, livelihood_("VL-01", Way.JOBS))
ALL_LIVELIHOODS = complete(enterprise.livelihoods, *(livelihood_(f"VL-{way.name}", way) for way in Way))
ALL_LINKAGES = complete(enterprise.linkages, *(linkage_(f"LK-{stage.name}", stage) for stage in Stage))

CASES = (
    Case(
        "A-01",
        "III.2.2",
        met_commune(area=OUTSIDE_THE_AREA),
        {"all_applicable": M, "all_strictly": F, "all_but_one": M, "any_one": M},
    ),
    Case(
        "A-01",
        "III.2.2",
        met_commune(funds_by_the_rules=LOW_FUNDS),
        {"all_applicable": F, "all_strictly": F, "all_but_one": M, "any_one": M},
    ),
    Case(
        "A-01",
        "III.2.2",
        met_commune(funds_by_the_rules=LOW_FUNDS, officials_effort=LOW_EFFORT),
        {"all_applicable": F, "all_strictly": F, "all_but_one": F, "any_one": M},
    ),
    Case("A-02", "III.2.2-4", scale((100, 50), (0, 0)), {"more_than": F, "at_least": M}),
    Case("A-03", "III.2.2-4", scale((60, 40), (40, 5)), {"together": M, "each": F, "poor_only": F}),
    Case("A-03", "III.2.2-4", scale((60, 25), (40, 40)), {"together": F, "each": F, "poor_only": M}),
    Case(
        "A-04",
        "III.2.2-4",
        rates_and_persons((100, 49), (1000, 400), (400, 200)),
        {"households": M, "rate": F, "persons": F},
    ),
    Case(
        "A-04",
        "III.2.2-4",
        rates_and_persons((100, 60), (500, 1000), (400, 300)),
        {"households": F, "rate": M, "persons": F},
    ),
    Case(
        "A-05",
        "III.2.4-3",
        met_household(Status.POOR, left_poverty_on=(household.left_poverty_on.recorded(DID_NOT_HAPPEN),)),
        {"by_state": N, "every_bullet": F, "any_bullet": N},
    ),
    Case(
        "A-05",
        "III.2.4",
        met_household(Status.POOR, own_effort=judged(household.own_effort, Level.NOT_DONE)),
        {"by_state": F, "every_bullet": F, "any_bullet": M},
    ),
    Case("A-06", "III.2.4", escaped_on(date(2021, 5, 20)), {"bullet_rules": M, "heading_rules": N}),
    Case("A-07", "III.2.6-3", met_enterprise(), {"lenders_only": N, "every_enterprise": F}),
    Case(
        "A-08",
        "III.2.4-4",
        met_household(has_policy_loan=(household.has_policy_loan.recorded(False),)),
        {"not_applicable": N, "not_met": F},
    ),
    Case(
        "A-09",
        "III.2.2-4",
        at_surveys(of_2020=100, of_2021=90, of_2022=80, of_2024=42),
        {"end_2021": M, "end_2020": M, "end_2022": F},
    ),
    Case(
        "A-09",
        "III.2.2-4",
        at_surveys(of_2020=100, of_2021=90, of_2022=80, of_2024=48),
        {"end_2021": F, "end_2020": M, "end_2022": F},
    ),
    Case("A-10", "III.2.2-4", at_surveys(of_2021=100, of_2024=60, of_2025=40), {"last_approved": F, "same_year": M}),
    Case(
        "A-11", "III.2.2", fallen_by_the_interim(100, 70), {"inform_only": M, "full": F, "half": M}, on=AT_THE_INTERIM
    ),
    Case(
        "A-11", "III.2.2", fallen_by_the_interim(100, 75), {"inform_only": M, "full": F, "half": F}, on=AT_THE_INTERIM
    ),
    Case("A-12", "III.2.2-4", scale((0, 0), (0, 0)), {"not_applicable": N, "met": M, "not_met": F}),
    Case("A-12", "III.2.2-4", scale((0, 3), (0, 0)), {"not_applicable": F, "met": F, "not_met": F}),
    Case(
        "A-15",
        "III.2.2-4",
        met_commune(area=OUTSIDE_THE_AREA, **poverty(commune, (100, 0), (50, 0))),
        {"by_the_list": N, "every_commune": F},
    ),
    Case(
        "A-21",
        "III.2.1-2",
        met_agency(policy_works=complete(agency.policy_works, policy_work_("KN-01", Outcome.PROPOSED))),
        {"either": M, "amended_only": F},
    ),
    Case(
        "A-22",
        "III.2.1-3",
        initiatives_of_an_agency(Concern.LIVELIHOODS, Concern.LIVELIHOODS, pupils=False),
        {"where_in_the_remit": M, "every_agency": F},
    ),
    Case(
        "A-23",
        "III.2.3-1",
        met_village(help_given=complete(village.help_given, villages_help("GĐ-01", Means.TECHNIQUE))),
        {"any_help": M, "all_three": F},
    ),
    Case(
        "A-24",
        "III.2.3-2",
        met_village(has_a_state_funded_model=(village.has_a_state_funded_model.recorded(False),)),
        {"not_applicable": N, "not_met": F},
    ),
    Case("A-25", "III.2.4-3", escaped_on(date(2022, 12, 31)), {"to_the_cut_off": M, "review_year": M}),
    Case(
        "A-25",
        "III.2.4-3",
        met_household(
            Status.ESCAPED,
            on=date(2025, 6, 30),
            left_poverty_on=(household.left_poverty_on.recorded(date(2022, 7, 1)),),
        ),
        {"to_the_cut_off": F, "review_year": M},
        on=date(2025, 6, 30),
    ),
    Case(
        "A-26",
        "III.2.4-3",
        met_household(
            Status.ESCAPED, help_given=complete(household.help_given, help_("GĐ-01", escaped=DID_NOT_HAPPEN))
        ),
        {"one_helped": M, "one_escaped": F},
    ),
    Case(
        "A-31",
        "III.2.1-3",
        met_agency(help_given=BACK_AGAIN, escape_lasts=judged(agency.escape_lasts, level=True)),
        {"any_return": F, "judged": M},
    ),
    Case("A-32", "III.2.4-4", met_household(**EXTENDED), {"on_time": M, "late": F}),
    Case(
        "A-33",
        "III.2.4-3",
        met_household(Status.NEAR_POOR, **NEAR_POOR_LONG_AGO),
        {"does_not_count": N, "counts": M},
    ),
    Case(
        "B-01",
        "III.2.2-3",
        met_commune(mobilising=judged(commune.mobilising, Level.DONE)),
        {"done": M, "done_well": F, "excellent": F},
    ),
    Case("B-01", "III.2.2-3", met_commune(), {"done": M, "done_well": M, "excellent": F}),
    Case(
        "B-02",
        "III.2.1-3",
        met_agency(help_to_the_poor=judged(agency.help_to_the_poor, Level.DONE)),
        {"purpose": M, "condition": F},
    ),
    Case(
        "B-02",
        "III.2.3-1",
        met_village(lives_of_the_helped=judged(village.lives_of_the_helped, Level.DONE)),
        {"purpose": M, "condition": F},
    ),
    Case(
        "B-02",
        "III.2.4-4",
        met_household(left_poverty_on=(household.left_poverty_on.recorded(DID_NOT_HAPPEN),)),
        {"purpose": M, "condition": F},
    ),
    Case(
        "B-03",
        "III.2.1-3",
        initiatives_of_an_agency(Concern.PUPILS, Concern.LIVELIHOODS),
        {"two": M, "three": F, "two_of_each": F},
    ),
    Case(
        "B-03",
        "III.2.1-3",
        initiatives_of_an_agency(Concern.PUPILS, Concern.LIVELIHOODS, Concern.LIVELIHOODS),
        {"two": M, "three": M, "two_of_each": F},
    ),
    Case(
        "B-04",
        "III.2.1-1",
        met_agency(initiatives=complete(agency.initiatives, SOLUTION)),
        {"recognised": F, "applied": M},
    ),
    Case("B-05", "III.2.2-3", met_commune(**TEN_OF_FIFTY), {"any_amount": M, "target": F}),
    Case(
        "B-06",
        "III.2.4-2",
        met_household(**NO_MODEL),
        {"models_where_joined": M, "every_part": F, "any_result": M},
    ),
    Case(
        "B-06",
        "III.2.4-2",
        met_household(**NO_JOBS),
        {"models_where_joined": F, "every_part": F, "any_result": M},
    ),
    Case(
        "B-07",
        "III.2.6-2",
        met_enterprise(livelihoods=JOBS_ALONE),
        {"each_half": M, "every_part": F, "either_half": M},
    ),
    Case(
        "B-07",
        "III.2.6-2",
        met_enterprise(linkages=complete(enterprise.linkages), livelihoods=JOBS_ALONE),
        {"each_half": F, "every_part": F, "either_half": M},
    ),
    Case(
        "B-07",
        "III.2.6-2",
        met_enterprise(linkages=ALL_LINKAGES, livelihoods=ALL_LIVELIHOODS),
        {"each_half": M, "every_part": M, "either_half": M},
    ),
    Case(
        "B-08",
        "III.2.2",
        met_commune(unit=(commune.unit.recorded(Unit.TOWNSHIP, since=date(2025, 1, 1)),)),
        {"counts": M, "does_not_count": N},
    ),
    Case("B-09", "III.2.2-1", applied_on(date(2022, 7, 11)), {"start_of_the_period": M, "launch": "undetermined"}),
    Case("B-09", "III.2.2-1", applied_on(date(2022, 7, 12)), {"start_of_the_period": M, "launch": M}),
    Case(
        "B-10",
        "III.2.4-3",
        met_household(
            Status.ESCAPED,
            on=date(2023, 2, 28),
            left_poverty_on=(household.left_poverty_on.recorded(date(2020, 2, 29)),),
            help_given=(help_("GĐ-01", given=date(2022, 8, 1)),),
        ),
        {"february_28": M, "march_1": F},
        on=date(2023, 2, 28),
    ),
    Case(
        "B-11",
        "III.2.2-1",
        met_commune(initiatives=complete(commune.initiatives, POLICY_ONLY)),
        {"any_matter": M, "each_matter": F},
    ),
    Case(
        "B-12",
        "III.2.3-2",
        met_village(models_are_replicated=judged(village.models_are_replicated, Level.DONE)),
        {"results": F, "purpose": M},
    ),
    Case(
        "B-18",
        "III.2.3-2",
        met_village(capital_rotated=(village.capital_rotated.recorded(False),)),
        {"results": F, "rules_only": M},
    ),
    Case(
        "B-14", "III.2.4-2", met_household(initiatives=complete(household.initiatives)), {"judged": M, "recognised": F}
    ),
    Case(
        "B-15",
        "III.2.6-3",
        met_enterprise(lends=True, **LENDS_TO_THE_POOR_ALONE),
        {"any_class": M, "each_class": F},
    ),
)


def found_at(case: Case, option: str | None) -> Any:
    """The verdict of the case with that option adopted."""
    found = assessed(case.dossier, on=case.on, plan=adopted(case.reading, option))
    return found.verdict if case.place == found.criteria.id else found.of(case.place)


def by_option(cases: tuple[Case, ...]) -> list[Any]:
    return [
        pytest.param(case, option, id=f"{case.reading}-{option}-{case.place}")
        for case in cases
        for option in case.by_option
    ]


@pytest.mark.parametrize(("case", "option"), by_option(CASES))
def test_with_an_option_adopted_the_case_is_judged_as_the_option_says(case, option):
    assert found_at(case, option).id == case.by_option[option]


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=f"{case.reading}-{case.place}") for case in CASES if case.reading not in MOMENTS],
)
def test_with_nothing_adopted_what_any_option_says_remains_possible(case):
    verdicts = [found_at(case, option) for option in case.by_option]

    assert all(verdict in found_at(case, None) for verdict in verdicts)


@pytest.mark.parametrize("reading", switches(), ids=lambda reading: reading.id)
def test_the_cases_tell_all_options_of_a_switch_apart(reading):
    cases = [case for case in CASES if case.reading == reading.id]
    options = [option.id for option in reading.options]

    assert all(list(case.by_option) == options for case in cases)
    assert all(
        any(case.by_option[one] != case.by_option[other] for case in cases) for one, other in combinations(options, 2)
    )
