"""An agency, a commune and a village that meet everything asked of them, and the entries of their registers."""

from __future__ import annotations

from datetime import date
from typing import Any

from criteria.dossiers import AT_THE_FINAL, IN_TIME, Part, complete, judged, known, met, poverty

from thidua import DID_NOT_HAPPEN, Dossier
from thidua.evidence import DidNotHappen, Entry
from thidua.quantities import dong
from thidua.records import Records
from thidua.subjects import Agency, Commune, Village
from thidua.vocabulary import (
    agency,
    commune,
    contribution,
    directive,
    help_given,
    initiative,
    policy_work,
    report,
    settlement,
    village,
)
from thidua.vocabulary.commune import Area
from thidua.vocabulary.contribution import Source
from thidua.vocabulary.help_given import Means
from thidua.vocabulary.initiative import Concern, Form
from thidua.vocabulary.policy_work import Outcome


def directive_(key: str, due: date = IN_TIME, issued: date | DidNotHappen | None = IN_TIME) -> Entry[Agency]:
    """A document of direction that was due."""
    return agency.directives.entry(key, directive.due_on.recorded(due), *known(directive.issued_on, issued))


def report_(key: str, due: date = IN_TIME, sent: date | DidNotHappen | None = IN_TIME) -> Entry[Commune]:
    """A report that was due."""
    return commune.reports.entry(key, report.due_on.recorded(due), *known(report.sent_on, sent))


def settlement_(key: str, due: date = IN_TIME, approved: date | DidNotHappen | None = IN_TIME) -> Entry[Commune]:
    """A settlement of accounts that was due."""
    return commune.settlements.entry(key, settlement.due_on.recorded(due), *known(settlement.approved_on, approved))


def initiative_(
    register: Records[Any, Any],
    key: str,
    concern: Concern | None,
    *,
    applied: date = IN_TIME,
    recognised: date | DidNotHappen | None = IN_TIME,
    form: Form | None = None,
) -> Entry[Any]:
    """An initiative or a solution."""
    return register.entry(
        key,
        initiative.applied_on.recorded(applied),
        *known(initiative.recognised_on, recognised),
        *known(initiative.concern, concern),
        *known(initiative.form, form),
    )


def contribution_(
    register: Records[Any, Any],
    key: str,
    source: Source | None = Source.PEOPLE,
    *,
    given: date = IN_TIME,
    value: int | None = None,
    for_the_poor: bool | None = True,
) -> Entry[Any]:
    """A contribution; an agency's register does not ask what it is for."""
    asked = contribution.for_poverty_reduction.fact in register.register.fields
    return register.entry(
        key,
        contribution.given_on.recorded(given),
        *known(contribution.source, source),
        *known(contribution.value, None if value is None else dong(value)),
        *known(contribution.for_poverty_reduction, for_the_poor if asked else None),
    )


def policy_work_(key: str, outcome: Outcome | None = Outcome.PROPOSED, *, done: date = IN_TIME) -> Entry[Agency]:
    """A piece of work on policy."""
    return agency.policy_works.entry(key, policy_work.done_on.recorded(done), *known(policy_work.outcome, outcome))


def agencys_help(
    key: str,
    escaped: date | DidNotHappen | None = IN_TIME,
    returned: date | DidNotHappen | None = DID_NOT_HAPPEN,
    *,
    given: date = IN_TIME,
) -> Entry[Agency]:
    """Help an agency gave to a household, and what became of it."""
    return agency.help_given.entry(
        key,
        help_given.given_on.recorded(given),
        *known(help_given.escaped_on, escaped),
        *known(help_given.returned_on, returned),
    )


def villages_help(
    key: str,
    means: Means | None = Means.CAPITAL,
    *,
    given: date = IN_TIME,
    to_the_poor: bool | None = True,
    escaped: date | DidNotHappen | None = None,
) -> Entry[Village]:
    """Help a village gave to a household."""
    return village.help_given.entry(
        key,
        help_given.given_on.recorded(given),
        *known(help_given.to_a_poor_household, to_the_poor),
        *known(help_given.means, means),
        *known(help_given.escaped_on, escaped),
    )


def met_agency(*, on: date = AT_THE_FINAL, **changes: Part) -> Dossier[Agency]:
    """An agency that meets 2.1, one of whose tasks concerns pupils."""
    parts: dict[str, Part] = {
        "directives": complete(agency.directives, directive_("VB-01"), through=on),
        "directives_quality": judged(agency.directives_quality, on=on),
        "initiatives": (
            initiative_(agency.initiatives, "SK-01", Concern.POLICY),
            initiative_(agency.initiatives, "SK-02", Concern.LIVELIHOODS),
            initiative_(agency.initiatives, "SK-03", Concern.PUPILS),
        ),
        "policy_review": judged(agency.policy_review, on=on),
        "policy_works": (policy_work_("KN-01"),),
        "policy_fits_practice": judged(agency.policy_fits_practice, on=on),
        "encouragement": judged(agency.encouragement, on=on),
        "mobilising": judged(agency.mobilising, on=on),
        "contributions": (contribution_(agency.contributions, "HĐ-01"),),
        "pupils_in_the_remit": (agency.pupils_in_the_remit.recorded(True),),
        "help_given": complete(agency.help_given, agencys_help("GĐ-01"), through=on),
    }
    return met(Agency("CQ-01", "Cơ quan Ví Dụ"), parts, changes, on)


def met_commune(*, on: date = AT_THE_FINAL, **changes: Part) -> Dossier[Commune]:
    """A commune of area III that meets 2.2: its poor and near-poor households fall from 100 to 40."""
    parts: dict[str, Part] = {
        "officials_effort": judged(commune.officials_effort, on=on),
        "initiatives": (initiative_(commune.initiatives, "SK-01", Concern.GUIDANCE),),
        "funds_by_the_rules": judged(commune.funds_by_the_rules, on=on),
        "settlements": complete(commune.settlements, settlement_("QT-01"), through=on),
        "reports": complete(commune.reports, report_("BC-01"), through=on),
        "mobilising": judged(commune.mobilising, on=on),
        "contributions": (contribution_(commune.contributions, "HĐ-01"),),
        "area": (commune.area.recorded(Area.III, since=date(2021, 6, 4)),),
        **poverty(commune, (60, 40), (25, 15), on=on),
    }
    return met(Commune("X-01", "Xã Ví Dụ"), parts, changes, on)


def met_village(*, on: date = AT_THE_FINAL, **changes: Part) -> Dossier[Village]:
    """A village with a State-funded model that meets 2.3: its poor and near-poor households fall from 10 to 4."""
    parts: dict[str, Part] = {
        "help_given": (villages_help("GĐ-01"),),
        "has_a_state_funded_model": (village.has_a_state_funded_model.recorded(True),),
        "rules_for_the_capital_adopted_on": (village.rules_for_the_capital_adopted_on.recorded(IN_TIME),),
        "capital_is_kept": judged(village.capital_is_kept, on=on),
        "capital_recovered": (village.capital_recovered.recorded(True),),
        "capital_rotated": (village.capital_rotated.recorded(True),),
        "models_are_effective": judged(village.models_are_effective, on=on),
        "models_are_replicated": judged(village.models_are_replicated, on=on),
        "mobilising": judged(village.mobilising, on=on),
        "contributions": (contribution_(village.contributions, "HĐ-01"),),
        **poverty(village, (6, 4), (3, 1), on=on),
    }
    return met(Village("B-01", "Bản Ví Dụ"), parts, changes, on)
