"""What a comparison says, held to drawn dossiers: stricter is never met by the new edition alone."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from criteria.adopting import adopted
from hypothesis import given, settings

from thidua import PLAN, Commune, Household, Village, assess, compare
from thidua.interpreters.comparing.results import Relation
from thidua.movements import Plan
from thidua.testing import dossiers
from thidua.verdicts import MET

FINAL = date(2025, 12, 31)
EDITIONS = [
    ("A-02", "at_least", Commune, "III.2.2"),
    ("A-03", "each", Village, "III.2.3"),
    ("A-06", "heading_rules", Household, "III.2.4"),
    ("A-26", "one_escaped", Household, "III.2.4"),
    ("B-01", "done", Commune, "III.2.2"),
]


@cache
def relation(reading: str, option: str, group: str) -> Relation:
    return compare(PLAN, adopted(reading, option), group=group, on=FINAL).relation(group)


def is_met(plan: Plan, dossier: Any) -> bool:
    return assess(plan, dossier, on=FINAL).verdict == MET


@pytest.mark.parametrize(("reading", "option", "kind", "group"), EDITIONS)
def test_stricter_is_met_by_nobody_anew_and_looser_loses_nobody(
    reading: str, option: str, kind: type[Any], group: str
) -> None:
    edition, word = adopted(reading, option), relation(reading, option, group)

    @settings(max_examples=40)
    @given(dossiers(PLAN, kind))
    def held(dossier: Any) -> None:
        before, after = is_met(PLAN, dossier), is_met(edition, dossier)
        if word in (Relation.STRICTER, Relation.EQUIVALENT):
            assert not (after and not before)
        if word in (Relation.LOOSER, Relation.EQUIVALENT):
            assert not (before and not after)

    assert word is not Relation.UNDECIDED
    held()
