"""Households, an official and enterprises that meet everything asked of them, and the questions put before an award."""

from __future__ import annotations

from datetime import date
from typing import Any

from criteria.dossiers import AT_THE_FINAL, IN_TIME, Part, judged, known, met
from criteria.invented import contribution_, initiative_

from thidua import Dossier
from thidua.evidence import DidNotHappen, Entry
from thidua.facts import YesNo
from thidua.quantities import dong
from thidua.subjects import Enterprise, Household, Official
from thidua.vocabulary import enterprise, guards, help_given, household, linkage, livelihood, official
from thidua.vocabulary.household import Status
from thidua.vocabulary.initiative import Concern
from thidua.vocabulary.linkage import Stage
from thidua.vocabulary.livelihood import Way

LONG_AGO = date(2015, 6, 1)
THREE_YEARS_BEFORE_THE_FINAL = date(2022, 12, 31)


def in_force(status: Status) -> Part:
    """The household's status, in force since before the period."""
    return (household.status.recorded(status, since=LONG_AGO),)


def help_(
    key: str,
    *,
    given: date = IN_TIME,
    to_the_poor: bool | None = True,
    escaped: date | DidNotHappen | None = None,
) -> Entry[Household]:
    """Help a household gave to another."""
    return household.help_given.entry(
        key,
        help_given.given_on.recorded(given),
        *known(help_given.to_a_poor_household, to_the_poor),
        *known(help_given.escaped_on, escaped),
    )


def met_household(status: Status = Status.POOR, /, *, on: date = AT_THE_FINAL, **changes: Part) -> Dossier[Household]:
    """A household with a loan that meets whatever 2.4 asks of its status; one out of poverty left it long ago."""
    parts: dict[str, Part] = {
        "status": in_force(status),
        "own_effort": judged(household.own_effort, on=on),
        "registered_on": (household.registered_on.recorded(LONG_AGO),),
        "good_ways": judged(household.good_ways, on=on),
        "joined_a_model": (household.joined_a_model.recorded(True),),
        "model_is_effective": judged(household.model_is_effective, on=on),
        "jobs_created": (household.jobs_created.recorded(2),),
        "income_before": (household.income_before.recorded(dong(900_000)),),
        "income_now": (household.income_now.recorded(dong(1_600_000)),),
        "has_policy_loan": (household.has_policy_loan.recorded(True),),
        "loan_used_for_its_purpose": (household.loan_used_for_its_purpose.recorded(True),),
        "interest_paid_when_due": (household.interest_paid_when_due.recorded(True),),
        "principal_paid_when_due": (household.principal_paid_when_due.recorded(True),),
        "loan_works": judged(household.loan_works, on=on),
    }
    if status is Status.ESCAPED:
        parts["left_poverty_on"] = (household.left_poverty_on.recorded(LONG_AGO),)
        parts["help_given"] = (help_("GĐ-01"),)
    return met(Household("HO-01", "Hộ Ví Dụ"), parts, changes, on)


def met_official(*, on: date = AT_THE_FINAL, **changes: Part) -> Dossier[Official]:
    """An official who meets 2.5."""
    parts: dict[str, Part] = {
        "works_on_poverty_reduction": (official.works_on_poverty_reduction.recorded(True),),
        "effort": judged(official.effort, on=on),
        "stays_close_to_the_grassroots": judged(official.stays_close_to_the_grassroots, on=on),
        "initiatives": (initiative_(official.initiatives, "SK-01", Concern.DIFFICULTIES),),
    }
    return met(Official("CB-01", "Cán bộ Ví Dụ"), parts, changes, on)


def linkage_(
    key: str, stage: Stage | None = Stage.PRODUCTION, *, signed: date = IN_TIME, with_the_poor: bool | None = True
) -> Entry[Enterprise]:
    """A linkage of an enterprise."""
    return enterprise.linkages.entry(
        key,
        linkage.signed_on.recorded(signed),
        *known(linkage.stage, stage),
        *known(linkage.with_the_poor, with_the_poor),
    )


def livelihood_(
    key: str, way: Way | None = Way.JOBS, *, begun: date = IN_TIME, poor_persons: int | None = 5
) -> Entry[Enterprise]:
    """A model, a class or an intake of workers."""
    return enterprise.livelihoods.entry(
        key,
        livelihood.begun_on.recorded(begun),
        *known(livelihood.way, way),
        *known(livelihood.poor_persons, poor_persons),
    )


def met_enterprise(*, lends: bool = False, on: date = AT_THE_FINAL, **changes: Part) -> Dossier[Enterprise]:
    """An enterprise that meets 2.6, as a lender or as one that does not lend."""
    parts: dict[str, Part] = {
        "contributions": (contribution_(enterprise.contributions, "HĐ-01"),),
        "contributions_are_practical": judged(enterprise.contributions_are_practical, on=on),
        "linkages": (linkage_("LK-01"),),
        "livelihoods": (livelihood_("VL-01"),),
        "gives_credit": (enterprise.gives_credit.recorded(lends),),
    }
    if lends:
        parts |= {
            "poor_borrowers": (enterprise.poor_borrowers.recorded(30),),
            "near_poor_borrowers": (enterprise.near_poor_borrowers.recorded(12),),
            "newly_escaped_borrowers": (enterprise.newly_escaped_borrowers.recorded(7),),
            "credit_policy_works": judged(enterprise.credit_policy_works, on=on),
        }
    return met(Enterprise("DN-01", "Doanh nghiệp Ví Dụ"), parts, changes, on)


# what is asked before an award


def answered(guard: YesNo[Any], answer: bool) -> dict[str, Part]:
    """An answer to one question."""
    return {guard.fact.name: (guard.recorded(answer),)}


NOTHING_AGAINST = {
    name: part
    for guard in (
        guards.discipline_pending,
        guards.under_investigation,
        guards.under_inspection,
        guards.complaint_being_verified,
        guards.press_report_being_verified,
        guards.was_disciplined,
        guards.made_false_declaration,
        guards.commended_for_the_same,
        guards.commended_at_interim,
        guards.is_dissolved,
        guards.nominator_is_dissolved,
        guards.based_outside_the_district,
        guards.is_force_or_association,
    )
    for name, part in answered(guard, False).items()
}
STANDARDS_MET = {
    name: part
    for guard in (
        guards.meets_third_class_standards,
        guards.meets_prime_ministers_standards,
        guards.meets_provincial_standards,
        guards.meets_local_standards,
        guards.helped_the_poor,
        guards.receiver_completed_dossier,
    )
    for name, part in answered(guard, True).items()
}
ANSWERED = {**NOTHING_AGAINST, **STANDARDS_MET}
"""Every question answered so that nothing stands in the way, at any review and of any kind of subject."""
