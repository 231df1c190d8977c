"""Documents of the dossier format, made by hand, and a plan that has facts of every shape."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from thidua import PLAN, InvalidDocumentError, load
from thidua.bodies import Body
from thidua.errors import Problem
from thidua.facts import amount, count, dated_rate, judged_yes_no
from thidua.movements import Plan, Vocabulary
from thidua.quantities import PERSONS
from thidua.subjects import Subject
from thidua.texts import Text


class Cooperative(Subject):
    """A kind of subject of another place."""


COUNCIL = Body("council", Text("Hội đồng", "the council"))
poverty_rate = dated_rate(Cooperative, "poverty_rate", Text("tỷ lệ hộ nghèo", "the poverty rate"))
members = count(Cooperative, "members", Text("số thành viên", "members"), PERSONS, at_most=5_000)
capital = amount(Cooperative, "capital", Text("vốn điều lệ", "the capital"))
honest = judged_yes_no(
    Cooperative,
    "honest",
    Text("tính trung thực", "honesty"),
    question=Text("Có trung thực không?", "Is it honest?"),
    judges=(COUNCIL,),
)
OURS: Plan = evolve(
    PLAN,
    vocabularies=(
        *PLAN.vocabularies,
        Vocabulary(
            Cooperative,
            "cooperative",
            Text("hợp tác xã", "cooperative"),
            (poverty_rate.fact, members.fact, capital.fact, honest.fact),
        ),
    ),
)
"""The plan of Quỳnh Nhai with one more kind of subject, which has a rate, a ceiling and a judged yes or no."""


DOCUMENT = {"number": "12/BC-UBND", "issued_on": "2022-01-12", "issuer": "UBND xã"}
JUDGED = {"fact": "mobilising", "judged": "DONE_WELL", "by": "Hội đồng", "on": "2025-12-02", "reason": "chủ động"}
COUNTED = {"fact": "poor_households", "at": "2021", "value": 60}
ENTRY = {"register": "reports", "entry": "BC-01", "fields": {"due_on": "2023-06-15", "sent_on": "2023-06-14"}}
COMPLETE = {"register": "reports", "complete": 1, "through": "2025-12-15", "by": "Văn phòng xã"}


def document(*papers: Any, **top: Any) -> dict[str, Any]:
    """A document about a commune."""
    subject = {"kind": "commune", "code": "QN-01", "name": "Xã Ví Dụ"}
    return {"format": "thidua.dossier/1", "subject": subject, "papers": list(papers), **top}


def paper(*proves: Any, **more: Any) -> dict[str, Any]:
    """A paper with a document."""
    return {"document": DOCUMENT, "proves": list(proves), **more}


def without(data: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key not in keys}


def problems(given: Any) -> list[tuple[str, str, str]]:
    """The code, the place and the nearest name of every problem."""
    return [(problem.code, problem.path, problem.nearest) for problem in caught(given)]


def caught(given: Any) -> tuple[Problem, ...]:
    """The problems themselves."""
    with pytest.raises(InvalidDocumentError) as error:
        load(OURS, given)
    return error.value.problems


def said(given: Any) -> list[tuple[str, str, str]]:
    """The problems of one thing that a paper says, by their place in it."""
    at = "$.papers[0].proves[0]"
    found = problems(document(paper(given)))
    assert all(path.startswith(at) for _, path, _ in found)
    return [(code, path.removeprefix(at), near) for code, path, near in found]


def about(kind: str, given: Any) -> list[tuple[str, str, str]]:
    """The problems of one thing said of another kind of subject."""
    subject = {"kind": kind, "code": "1", "name": "Ví Dụ"}
    return problems(document(paper(given), subject=subject))


def read(given: Any, kind: str = "commune") -> Any:
    """What is read of one thing that a paper says."""
    subject = {"kind": kind, "code": "1", "name": "Ví Dụ"}
    return load(OURS, document(paper(given), subject=subject)).papers[0].proves[0]
