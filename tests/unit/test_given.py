"""What is given wrongly is refused where it is given: what it was, what was expected, what to write instead."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
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
    all_of,
    amend,
    assess,
    checklist,
    dong,
    explanation,
    load,
    margins,
    needs,
    percent,
    read_explanation,
    remedies,
    request_letter,
    schema_of,
    tabulate,
    why,
    years,
)
from thidua.amendments import repeal
from thidua.criteria.schedule import END_2021
from thidua.errors import (
    DuplicateNameError,
    FloatRefusedError,
    InvalidAmendmentError,
    InvalidDocumentError,
    NotAPredicateError,
    NotAQuantityError,
    ThiduaError,
    WrongValueError,
)
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

    def test_a_dossier_is_no_kind_and_is_not_printed(self) -> None:
        assert refused(lambda: checklist(PLAN, wrong(NOBODY))) == (
            "checklist(): a kind of subject is a class, such as Commune, but got a Dossier; write Commune"
        )

    @pytest.mark.parametrize("call", [why, needs, remedies, margins, explanation, request_letter])
    def test_a_dossier_is_assessed_first(self, call: Any) -> None:
        assert refused(lambda: call(NOBODY)).endswith(
            "(): expected an Assessment but got a Dossier; assess it first, with assess(plan, dossier, on=…)"
        )
        assert refused(lambda: call(PLAN)).endswith("(): expected an Assessment but got a Plan")


class TestDays:
    """A day is a date; of text and of a time of day it is said how to make one."""

    @pytest.mark.parametrize(
        ("given", "write"),
        [
            (datetime(2025, 12, 31, 8, 30), "; write .date() after it"),
            ("31/12/2025", "; read text with date.fromisoformat('2025-06-20') or, day first, day_first('20/6/2025')"),
            (2025, "(int)"),
        ],
    )
    def test_of_an_assessment_a_document_and_a_fact(self, given: object, write: str) -> None:
        assessing = refused(lambda: assess(PLAN, NOBODY, on=wrong(given)))
        filing = refused(lambda: report.due_on.recorded(wrong(given)))

        assert assessing.startswith("on: expected a date such as date(2025, 6, 20) but got ")
        assert refused(lambda: Document("12", wrong(given), "UBND xã")) == assessing.replace("on:", "issued_on:", 1)
        assert filing.startswith("Report.due_on: expected a date from 1900 to 2199, or DID_NOT_HAPPEN but got ")
        assert assessing.endswith(write)
        assert filing.endswith(write)


class TestNumbers:
    """A number is written as Python writes it: no quotes around a count, a point before decimals."""

    def test_a_count_is_written_without_quotes(self) -> None:
        jobs = commune.poor_households
        told = "Commune.poor_households: expected a whole number but got "

        assert (
            refused(lambda: jobs.recorded(wrong(" 60 "), at=END_2021))
            == f"{told}' 60 ' (str); write 60, without quotes"
        )
        assert refused(lambda: jobs.recorded(wrong("sáu mươi"), at=END_2021)) == f"{told}'sáu mươi' (str)"

    @pytest.mark.parametrize("given", ["4,5", "1.000.000"])
    def test_a_comma_and_points_between_thousands_are_none(self, given: str) -> None:
        for call in (lambda: percent(given), lambda: dong(wrong(given))):
            assert refused(call, NotAQuantityError) == (
                f"expected an exact number, such as 7, '52.5' or '100/3', but got {given!r} (str)"
            )

    def test_nothing_is_no_number(self) -> None:
        assert refused(lambda: percent(wrong(None)), NotAQuantityError) == (
            "expected an exact number, such as 7, '52.5' or '100/3', but got None (NoneType)"
        )

    def test_a_bound_is_no_float(self) -> None:
        assert refused(lambda: commune.poor_households.is_at_least(wrong(2.5)), FloatRefusedError) == (
            "expected an exact quantity but got 2.5 (float); write a whole number, percent('2.5'), dong(…) or years(…)"
        )


class TestWholeThings:
    """A list where its parts are meant, a fact where evidence is, a file where its text is: what to write is said."""

    def test_a_paper_proves_evidence_one_by_one(self) -> None:
        said = commune.poor_households.recorded(60, at=END_2021)
        told = "a paper proves evidence, entries and declarations, as facts and registers make them; got "

        assert refused(lambda: Paper(RESOLUTION, wrong([said]))) == f"{told}list; write Paper(document, *proves)"
        assert refused(lambda: Paper(RESOLUTION, said, wrong(commune.reports), wrong(7))) == (
            f"{told}Records, int; write poor_households.recorded(60, at=…), say"
        )

    def test_predicates_are_combined_one_by_one(self) -> None:
        each = commune.poor_households.is_at_least(60)

        assert refused(lambda: all_of(wrong([each, each])), NotAPredicateError) == (
            "all_of() combines predicates but got a list; give them one by one, as all_of(*predicates)"
        )

    def test_amendments_are_given_one_by_one(self) -> None:
        several = wrong([repeal("III.2.2-4", by=RESOLUTION)])

        told = refused(lambda: amend(PLAN, several, effective=DAY), InvalidAmendmentError)
        assert told.endswith(
            "\n  a list is no amendment; expected what replace(…), repeal(…), set_threshold(…) and the like give one "
            "by one, as amend(plan, *amendments, …)"
        )

    def test_an_amendment_cites_a_document(self) -> None:
        assert refused(lambda: repeal("III.2.2-4", by=wrong("00/NQ-VD"))) == (
            "by= cites a Document but got '00/NQ-VD' (str); write Document(number, issued_on, issuer, title)"
        )

    @pytest.mark.parametrize("read", [lambda given: load(PLAN, given), read_explanation])
    def test_a_file_is_read_first(self, read: Any, tmp_path: Path) -> None:
        path = tmp_path / "xã.json"
        path.write_text("{}", encoding="utf-8")
        with path.open(encoding="utf-8") as opened:
            told = [refused(lambda given=given: read(given), InvalidDocumentError) for given in (path, opened)]

        assert all(each.endswith("; read the file first, with path.read_bytes() @ $") for each in told)
        assert refused(lambda: read([]), InvalidDocumentError).endswith("but got [...] @ $")

    @pytest.mark.parametrize(
        ("given", "told"),
        [
            ([NOBODY], "a list; make one of it, say with polars.DataFrame(…)"),
            ({"code": ["VD-01"]}, "a dict; make one of it, say with polars.DataFrame(…)"),
            ("communes.csv", "the text 'communes.csv'; read it first, say with polars.read_csv(path)"),
            (NOBODY, "a Dossier"),
        ],
    )
    def test_a_table_is_made_first(self, given: object, told: str) -> None:
        assert refused(lambda: tabulate(PLAN, Commune, given, on=ON)) == (
            f"expected a table of polars, pandas, pyarrow, DuckDB or PySpark but got {told}"
        )
