"""dump() and load() are inverse, and load() gives a dossier or a list of problems, whatever it is given."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from unicodedata import normalize

import pytest
from attrs import evolve
from dossier_documents import OURS
from dossier_draws import anything, damaged, dossiers
from hypothesis import given
from hypothesis import strategies as st

from thidua import Commune, Document, Dossier, InvalidDocumentError, Paper, dump, load
from thidua.criteria.schedule import END_2021
from thidua.errors import CODES, DuplicateNameError, UnknownNameError
from thidua.evidence import Entry
from thidua.facts import count
from thidua.quantities import PERSONS
from thidua.subjects import Subject
from thidua.texts import Text
from thidua.vocabulary import commune, report


def outcome(document: Any) -> Dossier[Any] | tuple[str, ...]:
    """The dossier, or the codes of the problems; any other exception is a failure of the loader."""
    try:
        return load(OURS, document)
    except InvalidDocumentError as error:
        check(error)
        return tuple(problem.code for problem in error.problems)


def check(error: InvalidDocumentError) -> None:
    """Every problem is of the closed list, at a place, in both languages, and each takes a line that can be printed."""
    assert error.problems
    for problem in error.problems:
        assert problem.code in CODES
        assert problem.path.startswith("$")
        assert problem.message.vi
        assert problem.message.en
    for language in ("vi", "en"):
        _, *lines = error.report(language).split("\n")
        assert len(lines) == len(error.problems)
        assert all(line.isprintable() for line in lines)


class TestRoundTrip:
    @given(dossiers())
    def test_every_dossier_is_the_same_after_dump_and_load(self, dossier: Dossier[Any]) -> None:
        data = dump(OURS, dossier)

        assert load(OURS, data) == dossier
        assert load(OURS, json.dumps(data)) == dossier
        assert load(OURS, json.dumps(data, ensure_ascii=False).encode()) == dossier
        assert dump(OURS, load(OURS, data)) == data

    @given(dossiers())
    def test_the_data_is_plain_json(self, dossier: Dossier[Any]) -> None:
        data = dump(OURS, dossier)

        assert json.loads(json.dumps(data)) == data

    @given(dossiers())
    def test_decomposed_letters_are_the_same_letters(self, dossier: Dossier[Any]) -> None:
        text = json.dumps(dump(OURS, dossier), ensure_ascii=False)

        assert load(OURS, normalize("NFD", text)) == dossier

    def test_only_a_corrected_paper_gets_an_id(self) -> None:
        first, second, third, absent = (Document(str(n), date(2022, 1, n), "UBND xã") for n in (1, 2, 3, 4))
        papers = (
            Paper[Commune](second, corrects=first),
            Paper[Commune](first),
            Paper[Commune](first),
            Paper[Commune](third, corrects=absent),
            Paper[Commune](None, corrects=third),
        )

        dumped = dump(OURS, Dossier(Commune("QN-01", "Xã Ví Dụ"), papers))["papers"]

        assert [paper.get("id") for paper in dumped] == [None, "p2", None, "p4", None]
        assert [paper.get("corrects") for paper in dumped] == [
            "p2",
            None,
            None,
            {"number": "4", "issued_on": "2022-01-04", "issuer": "UBND xã"},
            "p4",
        ]

    def test_keys_stand_in_the_order_in_which_they_are_read(self) -> None:
        paper = Paper(
            Document("1", date(2022, 1, 12), "UBND xã", "Báo cáo"), commune.poor_households.recorded(60, at=END_2021)
        )

        data = dump(OURS, Dossier(Commune("QN-01", "Xã Ví Dụ"), (paper,)))

        assert list(data) == ["format", "subject", "papers"]
        assert list(data["papers"][0]) == ["document", "proves"]
        assert list(data["papers"][0]["document"]) == ["number", "issued_on", "issuer", "title"]
        assert data["papers"][0]["proves"] == [{"fact": "poor_households", "at": "2021", "value": 60}]


class TestWhatDumpRefuses:
    def test_a_kind_of_subject_that_the_plan_does_not_know(self) -> None:
        class Ward(Subject):
            pass

        with pytest.raises(UnknownNameError, match="Ward"):
            dump(OURS, Dossier(Ward("P-01", "Phường Ví Dụ")))

    def test_a_fact_that_the_plan_does_not_know(self) -> None:
        strange = count(Commune, "poor_housholds", Text("số hộ", "households"), PERSONS)

        with pytest.raises(UnknownNameError, match="poor_households"):
            dump(OURS, Dossier(Commune("QN-01", "Xã Ví Dụ"), (Paper(None, strange.recorded(1)),)))

    def test_a_survey_that_the_plan_does_not_know(self) -> None:
        strange = commune.poor_households.recorded(60, at=evolve(END_2021, approved_on=date(2022, 2, 1)))

        with pytest.raises(UnknownNameError, match="2021"):
            dump(OURS, Dossier(Commune("QN-01", "Xã Ví Dụ"), (Paper(None, strange),)))

    def test_an_entry_that_says_one_field_twice(self) -> None:
        days = [report.due_on.recorded(date(2023, 6, day)) for day in (15, 16)]

        with pytest.raises(DuplicateNameError, match="BC-01"):
            dump(
                OURS,
                Dossier(
                    Commune("QN-01", "Xã Ví Dụ"), (Paper(None, Entry(commune.reports.register, "BC-01", tuple(days))),)
                ),
            )


class TestWhateverIsGiven:
    """Every outcome is a dossier or a list of problems."""

    @given(st.binary(max_size=80) | st.text(max_size=80))
    def test_bytes_and_text(self, document: bytes | str) -> None:
        assert isinstance(outcome(document), tuple)

    @given(anything)
    def test_json(self, data: Any) -> None:
        assert isinstance(outcome(json.dumps(data)), tuple)

    @given(st.dictionaries(st.text() | st.integers() | st.none(), anything))
    def test_mappings(self, data: dict[Any, Any]) -> None:
        assert isinstance(outcome(data), tuple)

    @given(st.data(), dossiers())
    def test_damaged_dossiers(self, data: st.DataObject, dossier: Dossier[Any]) -> None:
        document = data.draw(damaged(dump(OURS, dossier)))

        assert outcome(document) == outcome(json.dumps(document))
