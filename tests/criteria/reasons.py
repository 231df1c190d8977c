"""One worked example for each of the 19 clauses: what is still open, what fails, and to whom it does not apply.

Everything is invented.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from attrs import frozen
from criteria.dossiers import NOTHING, Part, complete, counted, judged, last_survey, poverty
from criteria.invented import (
    agencys_help,
    contribution_,
    directive_,
    initiative_,
    met_agency,
    met_commune,
    met_village,
    report_,
    villages_help,
)
from criteria.people import help_, in_force, linkage_, livelihood_, met_enterprise, met_household, met_official

from thidua import DID_NOT_HAPPEN, Dossier, Level
from thidua.quantities import dong
from thidua.vocabulary import agency, commune, enterprise, household, official, village
from thidua.vocabulary.commune import Area
from thidua.vocabulary.contribution import Source
from thidua.vocabulary.household import Status
from thidua.vocabulary.initiative import Concern
from thidua.vocabulary.livelihood import Way

LAST = last_survey(date(2025, 12, 31))
LATE = date(2023, 6, 20)


@frozen
class Example:
    """A nominee who meets everything, but for what is taken off file, fails, or makes the clause not apply."""

    clause: str
    nominee: Callable[..., Dossier[Any]]
    open: dict[str, Part]
    fails: dict[str, Part]
    outside: dict[str, Part] | None = None


def out_of_poverty(**changes: Part) -> Dossier[Any]:
    """A household that left poverty."""
    return met_household(Status.ESCAPED, **changes)


def lender(**changes: Part) -> Dossier[Any]:
    """An enterprise that gives credit."""
    return met_enterprise(lends=True, **changes)


EXAMPLES = (
    Example(
        "III.2.1-1", met_agency,
        {
            "directives": complete(agency.directives, directive_("VB-01"), directive_("VB-02", issued=None)),
            "directives_quality": NOTHING,
        },
        {"directives": complete(agency.directives, directive_("VB-01"), directive_("VB-02", issued=LATE))},
    ),
    Example(
        "III.2.1-2", met_agency,
        {"policy_works": NOTHING, "encouragement": NOTHING},
        {"policy_review": judged(agency.policy_review, Level.DONE), "policy_works": complete(agency.policy_works)},
    ),
    Example(
        "III.2.1-3", met_agency,
        {"pupils_in_the_remit": NOTHING, "help_given": (agencys_help("GĐ-01", returned=None),)},
        {"help_given": complete(agency.help_given, agencys_help("GĐ-01", returned=LATE))},
    ),
    Example(
        "III.2.2-1", met_commune,
        {
            "officials_effort": NOTHING,
            "initiatives": complete(commune.initiatives, initiative_(commune.initiatives, "SK-01", None)),
        },
        {"officials_effort": judged(commune.officials_effort, Level.DONE)},
    ),
    Example(
        "III.2.2-2", met_commune,
        {"reports": complete(commune.reports, report_("BC-01"), report_("BC-02", sent=None), declared=3)},
        {"reports": complete(commune.reports, report_("BC-01"), report_("BC-02", sent=LATE))},
    ),
    Example(
        "III.2.2-3", met_commune,
        {"contributions": NOTHING},
        {
            "mobilising": judged(commune.mobilising, Level.NOT_DONE),
            "contributions": complete(commune.contributions),
        },
    ),
    Example(
        "III.2.2-4", met_commune,
        {"near_poor_households": counted(commune.near_poor_households, 40, None, at=LAST), "area": NOTHING},
        {"near_poor_households": counted(commune.near_poor_households, 40, 25, at=LAST)},
        {"area": (commune.area.recorded(Area.OUTSIDE, since=date(2021, 6, 4)),)},
    ),
    Example(
        "III.2.3-1", met_village,
        {"help_given": (villages_help("GĐ-01", None),)},
        {"help_given": complete(village.help_given, villages_help("GĐ-01", to_the_poor=False))},
    ),
    Example(
        "III.2.3-2", met_village,
        {"has_a_state_funded_model": NOTHING, "capital_recovered": NOTHING, "models_are_effective": NOTHING},
        {"rules_for_the_capital_adopted_on": (village.rules_for_the_capital_adopted_on.recorded(DID_NOT_HAPPEN),)},
        {"has_a_state_funded_model": (village.has_a_state_funded_model.recorded(False),)},
    ),
    Example(
        "III.2.3-3", met_village,
        {"mobilising": NOTHING, "contributions": (contribution_(village.contributions, "HĐ-01", None),)},
        {
            "contributions": complete(
                village.contributions, contribution_(village.contributions, "HĐ-01", Source.SOCIETY)
            )
        },
    ),
    Example(
        "III.2.3-4", met_village,
        {"poor_households": counted(village.poor_households, None, 3, at=LAST)},
        {"poor_households": counted(village.poor_households, 6, 5, at=LAST)},
        poverty(village, (0, 0), (0, 0)),
    ),
    Example(
        "III.2.4-1", met_household,
        {"registered_on": NOTHING},
        {"registered_on": (household.registered_on.recorded(DID_NOT_HAPPEN),)},
    ),
    Example(
        "III.2.4-2", met_household,
        {"joined_a_model": NOTHING, "model_is_effective": NOTHING, "income_before": NOTHING},
        {"income_now": (household.income_now.recorded(dong(800_000)),)},
    ),
    Example(
        "III.2.4-3", out_of_poverty,
        {"left_poverty_on": NOTHING, "help_given": NOTHING},
        {"left_poverty_on": (household.left_poverty_on.recorded(date(2023, 6, 15)),), "help_given": (help_("GĐ-01"),)},
        {"status": in_force(Status.POOR)},
    ),
    Example(
        "III.2.4-4", met_household,
        {"interest_paid_when_due": NOTHING, "late_payments_were_extended": NOTHING},
        {"loan_used_for_its_purpose": (household.loan_used_for_its_purpose.recorded(False),)},
        {"has_policy_loan": (household.has_policy_loan.recorded(False),)},
    ),
    Example(
        "III.2.5-1", met_official,
        {"stays_close_to_the_grassroots": NOTHING, "initiatives": NOTHING},
        {
            "initiatives": complete(
                official.initiatives,
                initiative_(official.initiatives, "SK-01", Concern.DIFFICULTIES, recognised=DID_NOT_HAPPEN),
            )
        },
    ),
    Example(
        "III.2.6-1", met_enterprise,
        {"contributions": (contribution_(enterprise.contributions, "HĐ-01", for_the_poor=None),)},
        {"contributions_are_practical": judged(enterprise.contributions_are_practical, Level.DONE)},
    ),
    Example(
        "III.2.6-2", met_enterprise,
        {"linkages": (linkage_("LK-01", None),), "livelihoods": (livelihood_("VL-01", poor_persons=None),)},
        {"livelihoods": complete(enterprise.livelihoods, livelihood_("VL-01", Way.JOBS, poor_persons=0))},
    ),
    Example(
        "III.2.6-3", lender,
        {"poor_borrowers": NOTHING, "credit_policy_works": NOTHING},
        {"credit_policy_works": judged(enterprise.credit_policy_works, Level.DONE)},
        {"gives_credit": (enterprise.gives_credit.recorded(False),)},
    ),
)  # fmt: skip
