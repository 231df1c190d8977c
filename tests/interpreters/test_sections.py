"""Optional sections of an explanation: asked for by name, recorded in the receipt, lowered with the rest, told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from small_plan import DOSSIER, ON, PLAN

from thidua import assess, check_receipt, explain, explanation, read_explanation, redact
from thidua.errors import UnknownNameError, WrongValueError
from thidua.findings import Assessment
from thidua.interpreters import sections
from thidua.interpreters.sections import Section
from thidua.interpreters.sections_lowered import why_lowered
from thidua.interpreters.why_wording import why_data

FULL = assess(PLAN, DOSSIER, on=ON)


def _produced(assessment: Assessment[Any]) -> dict[str, Any]:
    return {"papers": len(assessment.dossier.papers), "first": "02/STD"}


def _lowered(data: dict[str, Any], level: str) -> dict[str, Any]:
    return {key: data[key] for key in ("papers", *(("first",) if level != "public" else ())) if key in data}


def _said(data: Any, language: str) -> Iterator[str]:
    yield f"{'Số giấy tờ' if language == 'vi' else 'Papers'}: {data['papers']}"


@pytest.fixture
def one_section(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "SECTIONS", {"papers": Section(_produced, _lowered, _said)})
    monkeypatch.setattr("thidua.interpreters.explain.SECTIONS", sections.SECTIONS)


class TestNone:
    """Without any the document has no such part, and a name that there is not is refused."""

    def test_the_receipt_says_so(self) -> None:
        data = explanation(FULL)

        assert data["receipt"]["sections"] == []
        assert "sections" not in data

    def test_a_section_that_there_is_not_is_refused(self) -> None:
        with pytest.raises(UnknownNameError, match="no section 'dreams'"):
            explanation(FULL, sections=["dreams"])
        with pytest.raises(UnknownNameError, match="no section 'dreams'"):
            redact({**explanation(FULL), "sections": {"dreams": {}}}, "public")

    def test_one_of_a_later_version_is_passed_over_in_the_words(self) -> None:
        assert explain({**explanation(FULL), "sections": {"dreams": {}}}) == explain(FULL)


@pytest.mark.usefixtures("one_section")
class TestOne:
    """A section stands in the document and in the receipt, at each level what it may say."""

    def test_stands_under_its_name(self) -> None:
        data = explanation(FULL, sections=["papers"])

        assert data["sections"] == {"papers": {"papers": 7, "first": "02/STD"}}
        assert data["receipt"]["sections"] == ["papers"]
        assert data["receipt"]["body_digest"] != explanation(FULL)["receipt"]["body_digest"]

    def test_is_lowered(self) -> None:
        data = explanation(FULL, "internal", ["papers"])

        assert redact(data, "public") == explanation(FULL, "public", ["papers"])
        assert redact(data, "public")["sections"] == {"papers": {"papers": 7}}

    def test_is_told(self) -> None:
        data = explanation(FULL, sections=["papers"])

        assert "\n\nSố giấy tờ: 7\n" in explain(data)
        assert "\n\nPapers: 7\n" in explain(data, "en")

    def test_is_made_again_when_the_receipt_is_checked(self) -> None:
        stored = read_explanation(json.dumps(explanation(FULL, sections=["papers", "papers"])))

        assert stored.receipt.sections == ("papers",)
        assert check_receipt(PLAN, DOSSIER, stored).agrees


class TestTheReasonsOfAClause:
    """Asked of one clause the reasons have no view from the group, at no level."""

    def test_none_is_made_up_when_they_are_lowered(self) -> None:
        data = why_data(FULL, of=FULL.clauses[0][0])
        lowered = why_lowered(data, "public")

        assert "clauses" not in lowered
        assert [len(each) for each in lowered["sets"]] == [len(each) for each in data["sets"]]
        assert "clauses" in why_lowered(why_data(FULL), "public")


def test_one_name_is_not_taken_for_a_list_of_letters() -> None:
    with pytest.raises(WrongValueError, match=r"sections='why' is one name; .* sections=\['why'\]"):
        explanation(FULL, sections="why")
