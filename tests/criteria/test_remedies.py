"""For each of the 19 clauses one dossier that does not meet it, and what would help: golden texts, read aloud.

All is invented. `REWRITE_GOLDEN=1 pytest tests/criteria/test_remedies.py` writes the texts anew.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from criteria.dossiers import complete, counted, judged, met
from criteria.invented import (
    contribution_,
    initiative_,
    met_agency,
    met_commune,
    met_village,
    policy_work_,
    report_,
    villages_help,
)
from criteria.people import help_, linkage_, livelihood_, met_enterprise, met_household, met_official

from thidua import DID_NOT_HAPPEN, PLAN, Dossier, Level, assess, remedies_data, remedies_text
from thidua.criteria.schedule import END_2021, END_2023
from thidua.quantities import dong
from thidua.subjects import Commune, Village
from thidua.vocabulary import agency, commune, enterprise, household, official, village
from thidua.vocabulary.commune import Area
from thidua.vocabulary.help_given import Means
from thidua.vocabulary.household import Status
from thidua.vocabulary.initiative import Concern
from thidua.vocabulary.policy_work import Outcome

ON = date(2025, 6, 30)
"""Half a year before the cut-off of the final review."""
BEFORE_A_SURVEY = date(2024, 6, 1)
"""At a special case that day, the survey of end-2024 is still to come before the cut-off."""
GOLDEN = Path(__file__).parent / "golden" / "remedies"

EXAMPLES: dict[str, tuple[Dossier[Any], date, str | None]] = {
    "III.2.1-1": (
        met_agency(
            on=ON,
            directives_quality=judged(agency.directives_quality, Level.DONE_WELL, on=ON),
            initiatives=complete(
                agency.initiatives, initiative_(agency.initiatives, "SK-02", Concern.PUPILS), through=ON
            ),
        ), ON, None,
    ),
    "III.2.1-2": (
        met_agency(
            on=ON,
            policy_works=complete(agency.policy_works, policy_work_("RS-01", Outcome.REVIEWED), through=ON),
        ), ON, None,
    ),
    "III.2.1-3": (
        met_agency(
            on=ON,
            initiatives=complete(
                agency.initiatives, initiative_(agency.initiatives, "SK-01", Concern.POLICY), through=ON
            ),
            contributions=complete(agency.contributions, through=ON),
        ), ON, None,
    ),
    "III.2.2-1": (
        met_commune(
            on=ON,
            initiatives=complete(
                commune.initiatives,
                initiative_(commune.initiatives, "SK-01", Concern.GUIDANCE, recognised=DID_NOT_HAPPEN),
                through=ON,
            ),
        ), ON, None,
    ),
    "III.2.2-2": (
        met_commune(
            on=ON,
            reports=complete(
                commune.reports, report_("BC-01"), report_("BC-02", date(2025, 5, 1), date(2025, 5, 3)), through=ON
            ),
        ), ON, None,
    ),
    "III.2.2-3": (met_commune(on=ON, contributions=complete(commune.contributions, through=ON)), ON, None),
    "III.2.2-4": (
        met(
            Commune("X-01", "Xã Ví Dụ"),
            {
                "area": (commune.area.recorded(Area.III, since=END_2021.approved_on),),
                "poor_households": counted(commune.poor_households, 60, 40, at=END_2023),
                "near_poor_households": counted(commune.near_poor_households, 40, 21, at=END_2023),
            },
            {}, BEFORE_A_SURVEY,
        ), BEFORE_A_SURVEY, "special",
    ),
    "III.2.3-1": (
        met_village(
            on=ON,
            help_given=complete(village.help_given, villages_help("GĐ-01", Means.OTHER), through=ON),
        ), ON, None,
    ),
    "III.2.3-2": (
        met_village(
            on=ON,
            rules_for_the_capital_adopted_on=(village.rules_for_the_capital_adopted_on.recorded(DID_NOT_HAPPEN),),
            capital_rotated=(village.capital_rotated.recorded(False),),
        ), ON, None,
    ),
    "III.2.3-3": (
        met_village(
            on=ON,
            mobilising=judged(village.mobilising, Level.NOT_DONE, on=ON),
            contributions=complete(village.contributions, through=ON),
        ), ON, None,
    ),
    "III.2.3-4": (
        met(
            Village("B-01", "Bản Ví Dụ"),
            {
                "poor_households": counted(village.poor_households, 6, 4, at=END_2023),
                "near_poor_households": counted(village.near_poor_households, 4, 1, at=END_2023),
            },
            {}, BEFORE_A_SURVEY,
        ), BEFORE_A_SURVEY, "special",
    ),
    "III.2.4-1": (
        met_household(on=ON, registered_on=(household.registered_on.recorded(DID_NOT_HAPPEN),)), ON, None,
    ),
    "III.2.4-2": (
        met_household(
            on=ON,
            jobs_created=(household.jobs_created.recorded(0),),
            income_now=(household.income_now.recorded(dong(900_000)),),
        ), ON, None,
    ),
    "III.2.4-3": (
        met_household(
            Status.ESCAPED, on=ON,
            left_poverty_on=(household.left_poverty_on.recorded(date(2022, 9, 15)),),
            help_given=(help_("GĐ-01"),),
        ), ON, None,
    ),
    "III.2.4-4": (
        met_household(
            on=ON,
            interest_paid_when_due=(household.interest_paid_when_due.recorded(False),),
            late_payments_were_extended=(household.late_payments_were_extended.recorded(False),),
        ), ON, None,
    ),
    "III.2.5-1": (
        met_official(
            on=ON,
            effort=(),
            initiatives=complete(official.initiatives, through=ON),
        ), ON, None,
    ),
    "III.2.6-1": (
        met_enterprise(
            on=ON,
            contributions=complete(
                enterprise.contributions,
                contribution_(enterprise.contributions, "HĐ-01", for_the_poor=False),
                through=ON,
            ),
        ), ON, None,
    ),
    "III.2.6-2": (
        met_enterprise(
            on=ON,
            linkages=complete(enterprise.linkages, linkage_("LK-01", with_the_poor=False), through=ON),
            livelihoods=complete(enterprise.livelihoods, livelihood_("VL-01", poor_persons=0), through=ON),
        ), ON, None,
    ),
    "III.2.6-3": (
        met_enterprise(
            lends=True, on=ON,
            poor_borrowers=(enterprise.poor_borrowers.recorded(0),),
            near_poor_borrowers=(enterprise.near_poor_borrowers.recorded(0),),
            newly_escaped_borrowers=(enterprise.newly_escaped_borrowers.recorded(0),),
        ), ON, None,
    ),
}  # fmt: skip


class TestTheNineteenClauses:
    """When nothing can help, it says so and why; else in words: “giảm thêm ít nhất 12 hộ nghèo, cận nghèo”."""

    def test_every_clause_has_its_example(self) -> None:
        assert list(EXAMPLES) == [clause.id for clause in PLAN.clauses]

    @pytest.mark.parametrize("language", ["vi", "en"])
    @pytest.mark.parametrize("clause", EXAMPLES)
    def test_what_would_help(self, clause: str, language: str) -> None:
        dossier, on, review = EXAMPLES[clause]
        text = remedies_text(assess(PLAN, dossier, on=on, review=review), language)
        golden = GOLDEN / f"{clause}.{language}.txt"
        if os.environ.get("REWRITE_GOLDEN"):
            golden.write_text(text + "\n", encoding="utf-8")

        assert text + "\n" == golden.read_text(encoding="utf-8")

    @pytest.mark.parametrize("clause", EXAMPLES)
    def test_the_example_does_not_meet_its_clause_and_is_answered(self, clause: str) -> None:
        dossier, on, review = EXAMPLES[clause]
        data = remedies_data(assess(PLAN, dossier, on=on, review=review))
        answer = next(each for each in data["clauses"] if each["place"] == clause)

        assert answer["verdict"] == "not_met"
        assert bool(answer["remedies"]) is not bool(answer["lost"])
        assert not answer["capped"]
