"""What is given wrongly is refused where it is given: what it was, what was expected, what to write instead."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from thidua import (
    PLAN,
    Commune,
    Crosswalk,
    Document,
    Dossier,
    Household,
    Paper,
    assess,
    checklist,
    schema_of,
    tabulate,
    years,
)
from thidua.errors import DuplicateNameError, ThiduaError, WrongValueError
from thidua.evidence import Judgement
from thidua.vocabulary import commune, report

ON = date(2025, 12, 31)
DAY = date(2025, 7, 1)
RESOLUTION = Document("00/NQ-VD", date(2025, 6, 16), "Cơ quan Ví Dụ", "Nghị quyết")
NOBODY = Dossier(Commune("VD-01", "Xã Ví Dụ"))


def refused(call: Any, error: type[ThiduaError] = WrongValueError) -> str:
    """What a call is refused with."""
    with pytest.raises(error) as told:
        call()
    return str(told.value)


def wrong(value: object) -> Any:
    """A value that no type checker would let pass."""
    return value


class TestText:
    """A code, a name, a number of a document is text, as it stands on paper."""

    def test_a_number_is_written_between_quotes(self) -> None:
        assert refused(lambda: Commune(wrong(5), "Xã")) == "Commune: expected text for code= but got 5 (int); write '5'"
        assert refused(lambda: Commune("5", wrong(1.5))).startswith("Commune: expected text for name= but got 1.5")

    def test_nothing_is_not_written_at_all(self) -> None:
        assert (
            refused(lambda: Commune("VD-01", wrong(None))) == "Commune: expected text for name= but got None (NoneType)"
        )

    def test_in_documents_judgements_entries_and_declarations_too(self) -> None:
        sat = commune.reports.entry
        calls = (
            lambda: Document(wrong(12), DAY, "UBND xã"),
            lambda: Document("12", DAY, wrong(12)),
            lambda: Document("12", DAY, "UBND xã", wrong(12)),
            lambda: Judgement(wrong(12), DAY, "tốt"),
            lambda: Judgement("Hội đồng", DAY, wrong(12)),
            lambda: Judgement("Hội đồng", DAY, "tốt", wrong(12)),
            lambda: sat(wrong(12), report.due_on.recorded(DAY)),
            lambda: commune.reports.complete(entries=1, through=DAY, by=wrong(12)),
        )

        assert [refused(call).endswith("but got 12 (int); write '12'") for call in calls] == [True] * len(calls)


class TestCrosswalks:
    """A crosswalk: its document, its day, and for each successor the codes of the old units."""

    def test_rests_on_a_document(self) -> None:
        assert refused(lambda: Crosswalk(wrong("x"), DAY, {"VD-10": ("VD-01",)})) == (
            "a crosswalk rests on a Document but got 'x' (str); write Document(number, issued_on, issuer, title)"
        )

    def test_is_a_mapping(self) -> None:
        told = refused(lambda: Crosswalk(RESOLUTION, DAY, wrong(["VD-01"])))

        assert "as {'VD-10': ('VD-01', 'VD-02')}, but got ['VD-01'] (list)" in told

    def test_takes_no_text_for_a_list_of_codes(self) -> None:
        units = refused(lambda: Crosswalk(RESOLUTION, DAY, {"VD-10": "VD-01"}))
        renamed = refused(lambda: Crosswalk(RESOLUTION, DAY, {"VD-10": ("VD-01",)}, renamed="VD-10"))

        assert units.endswith("but got the text 'VD-10': 'VD-01'; write the codes in brackets, with a comma")
        assert renamed == "renamed= lists codes of successors but got the text 'VD-10'; write ('VD-10',)"


class TestSpans:
    """A span is no years or more."""

    def test_less_than_none_is_refused(self) -> None:
        assert refused(lambda: years(-1)) == "a span is 0 years or more but got -1; to count back, swap the two days"

    def test_none_is_a_span(self) -> None:
        assert years(0).years == 0


class TestEntries:
    """An entry of a paper says each of its fields once; papers that disagree are papers of their own."""

    def test_a_field_given_twice_is_refused(self) -> None:
        due = report.due_on.recorded(DAY)
        told = refused(
            lambda: commune.reports.entry("BC-01", due, report.due_on.recorded(ON)), error=DuplicateNameError
        )

        assert told == (
            "Commune.reports 'BC-01': due_on given twice; where papers disagree, give the entry in each of them, with "
            "the same key"
        )

    def test_in_two_papers_it_is_a_conflict(self) -> None:
        first, second = (commune.reports.entry("BC-01", report.due_on.recorded(day)) for day in (DAY, ON))
        papers = (Paper(RESOLUTION, first), Paper(Document("01/VD", DAY, "UBND xã"), second))
        found = assess(PLAN, Dossier(Commune("VD-01", "Xã Ví Dụ"), papers), on=ON)

        assert "conflict" in {caution.code for caution in found.knowledge.cautions}

    def test_what_is_no_evidence_is_refused(self) -> None:
        assert refused(lambda: commune.reports.entry("BC-01", wrong(DAY))) == (
            "Commune.reports 'BC-01': an entry holds evidence of its fields, such as due_on.recorded(day), but got date"
        )


class TestArguments:
    """The plan comes first, then the dossier or the kind of subject, which is a class."""

    def test_swapped(self) -> None:
        told = refused(lambda: assess(wrong(NOBODY), wrong(PLAN), on=ON))

        assert told == "assess(): expected a Plan but got a Dossier; the plan comes first: swap them"
        table = pl.DataFrame({"code": ["VD-01"]})
        for call in (
            lambda: tabulate(wrong(Commune), wrong(PLAN), table, on=ON),
            lambda: tabulate(wrong(table), wrong(Commune), PLAN, on=ON),
            lambda: checklist(wrong(Commune), wrong(PLAN)),
            lambda: schema_of(wrong(Commune), wrong(PLAN)),
        ):
            assert refused(call).endswith("the plan comes first: swap them")

    def test_left_out(self) -> None:
        told = refused(lambda: assess(wrong("quynh-nhai-2021-2025"), NOBODY, on=ON))

        assert told == (
            "assess(): expected a Plan but got the text 'quynh-nhai-2021-2025'; the plan comes first, such as PLAN"
        )

    def test_a_subject_is_no_dossier(self) -> None:
        told = refused(lambda: assess(PLAN, wrong(Commune("VD-01", "Xã Ví Dụ")), on=ON))

        assert told == "assess(): expected a Dossier but got a Commune; write Dossier(subject)"
        assert refused(lambda: assess(PLAN, wrong(None), on=ON)) == (
            "assess(): expected a Dossier but got nothing; write Dossier(subject, papers), or load(plan, …)"
        )

    @pytest.mark.parametrize(
        ("kind", "tail"),
        [
            ("commune", "'commune'; write Commune, without quotes"),
            ("Household", "'Household'; write Household, without quotes"),
            ("comune", "'comune'; write Commune, without quotes"),
            ("xyz", "'xyz'; there are: Agency, Commune, Enterprise, Household, Official, Village"),
            (7, "7; there are: Agency, Commune, Enterprise, Household, Official, Village"),
            (Household("VD-01", "Hộ Ví Dụ"), "; write Household"),
        ],
    )
    def test_a_kind_is_a_class(self, kind: object, tail: str) -> None:
        for call in (
            lambda: tabulate(PLAN, wrong(kind), pl.DataFrame({"code": ["VD-01"]}), on=ON),
            lambda: checklist(PLAN, wrong(kind)),
            lambda: schema_of(PLAN, wrong(kind)),
        ):
            told = refused(call)
            assert "a kind of subject is a class, such as Commune, but got" in told
            assert told.endswith(tail)
