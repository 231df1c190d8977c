"""A case: a dossier, and the verdict that each clause is expected to come to."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import frozen

from thidua.dossiers import Dossier
from thidua.findings import Assessment
from thidua.interpreters.assess import assess
from thidua.interpreters.explain import explain
from thidua.movements import Plan
from thidua.verdicts import WORDS as VERDICTS


@frozen
class Case:
    """One case: what is expected of which clause or group when a dossier is assessed; `place` says where it stands."""

    name: str
    place: str
    plan: Plan
    dossier: Dossier[Any]
    on: date
    review: str | None
    expect: tuple[tuple[str, str], ...]


class CaseFailed(AssertionError):  # noqa: N818  # a case fails; that is no error of anybody
    """A case that came out otherwise than expected, with the explanation."""


def check_case(case: Case, language: str = "vi") -> Assessment[Any]:
    """Assess the case; `CaseFailed` with all that came out otherwise, and the explanation, in Vietnamese or English."""
    assessed = assess(case.plan, case.dossier, on=case.on, review=case.review)
    found = {name: finding.verdict.id for name, finding in assessed.clauses}
    found[assessed.criteria.id] = assessed.verdict.id
    vi = language == "vi"
    labels = {word: text.in_(language) for word, text in VERDICTS.items()}
    wrong = [
        (
            f"  {place}: mong đợi {labels[word]}, kết luận {labels[found[place]]}"
            if vi
            else f"  {place}: expected {labels[word]}, found {labels[found[place]]}"
        )
        for place, word in case.expect
        if found[place] != word
    ]
    if wrong:
        head = f"{case.name} ({case.place})"
        raise CaseFailed("\n".join([head, *wrong, "", explain(assessed, language)]))
    return assessed
