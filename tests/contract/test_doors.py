"""What is handed in where a plan, an assessment or a dossier is expected is named, and nothing fails further inside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from thidua import (
    PLAN,
    Commune,
    Dossier,
    adopting,
    as_if_in_force,
    asked_of,
    assess,
    awards_open,
    checklist,
    dump,
    explanation,
    floors_broken,
    history,
    lint,
    margins,
    needs,
    remedies,
    schema_of,
    sensitivity,
    tabulate,
    why,
)
from thidua.errors import WrongValueError

ON = date(2025, 12, 31)
DOSSIER = Dossier(Commune("VD-01", "Xã Ví Dụ"))
FOUND = assess(PLAN, DOSSIER, on=ON)
PLANS: dict[str, Callable[[Any], object]] = {
    "adopting": lambda given: adopting(given, "A-02", "at_least"),
    "as_if_in_force": as_if_in_force,
    "asked_of": lambda given: asked_of(given, Commune),
    "awards_open": lambda given: awards_open(given, FOUND),
    "checklist": lambda given: checklist(given, Commune),
    "dump": lambda given: dump(given, DOSSIER),
    "floors_broken": floors_broken,
    "history": history,
    "lint": lint,
    "schema_of": lambda given: schema_of(given, Commune),
    "sensitivity": lambda given: sensitivity(given, [], on=ON),
    "tabulate": lambda given: tabulate(given, Commune, {"code": []}, on=ON),
}
ASSESSMENTS: dict[str, Callable[[Any], object]] = {
    "awards_open": lambda given: awards_open(PLAN, given),
    "explanation": explanation,
    "margins": margins,
    "needs": needs,
    "remedies": remedies,
    "why": why,
}


@pytest.mark.parametrize(
    ("given", "named"), [(None, "nothing"), ("x", "the text 'x'"), (DOSSIER, "a Dossier"), (FOUND, "an A")]
)
@pytest.mark.parametrize("call", PLANS)
def test_where_a_plan_is_expected(call: str, given: object, named: str) -> None:
    with pytest.raises(WrongValueError, match=f"expected a Plan but got {named}"):
        PLANS[call](given)


@pytest.mark.parametrize(("given", "named"), [(None, "nothing"), (Commune, "the class Commune"), (PLAN, "a Plan")])
@pytest.mark.parametrize("call", ASSESSMENTS)
def test_where_an_assessment_is_expected(call: str, given: object, named: str) -> None:
    with pytest.raises(WrongValueError, match=f"expected an Assessment but got {named}"):
        ASSESSMENTS[call](given)


def test_where_a_dossier_is_expected() -> None:
    given: Any = FOUND

    with pytest.raises(WrongValueError, match="expected a Dossier but got an Assessment"):
        dump(PLAN, given)


@pytest.mark.parametrize("kind", [None, 1, "communes"])
@pytest.mark.parametrize("call", [checklist, schema_of])
def test_where_a_kind_of_subject_is_expected(call: Callable[..., object], kind: Any) -> None:
    with pytest.raises(WrongValueError, match="a kind of subject is a class, such as Commune, but got"):
        call(PLAN, kind)
