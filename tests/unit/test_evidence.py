"""Evidence: what papers say, checked against what a fact can be before it is ever kept."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from unicodedata import normalize

import pytest
from attrs.exceptions import FrozenInstanceError
from small_plan import (
    END_2021,
    Area,
    Form,
    Terrain,
    again,
    agreed,
    area,
    counted,
    document,
    due_on,
    effort,
    founded_on,
    gift,
    gifts,
    given_on,
    has_fund,
    jobs,
    judgement,
    paper,
    planned,
    poor_households,
    poverty_rate,
    report,
    reports,
    sent_on,
    terrain,
)
from small_plan import form as gift_form

from thidua.errors import (
    FloatRefusedError,
    IncompleteError,
    WrongOwnerError,
    WrongUnitError,
    WrongValueError,
)
from thidua.evidence import DID_NOT_HAPPEN, Complete, Entry, Judgement, Paper, plain
from thidua.quantities import dong, percent, years
from thidua.readings import Level

DAY = date(2025, 6, 20)


class TestValues:
    """Evidence holds what is exact and plain; a choice or a level by the name of its option."""

    @pytest.mark.parametrize(
        ("handle", "given", "kept"),
        [
            (has_fund, True, True),
            (has_fund, False, False),
            (jobs, 0, 0),
            (jobs, 1000, 1000),
            (jobs, Fraction(3), 3),
            (planned, dong(50_000_000), 50_000_000),
            (poverty_rate, percent("17.83"), Fraction(1783, 10_000)),
            (poverty_rate, percent(100), Fraction(1)),
            (founded_on, DAY, DAY),
            (founded_on, DID_NOT_HAPPEN, DID_NOT_HAPPEN),
            (area, Area.II, "II"),
            (terrain, Terrain.HIGH, "HIGH"),
            (terrain, "LOW", "LOW"),
            (effort, Level.DONE_WELL, "DONE_WELL"),
            (agreed, True, "YES"),
            (agreed, False, "NO"),
        ],
    )
    def test_are_kept_plain(self, handle: Any, given: object, kept: object) -> None:
        found = plain(handle.fact, given)

        assert found == kept
        assert type(found) is type(kept)

    @pytest.mark.parametrize("handle", [has_fund, jobs, planned, poverty_rate, founded_on, area, effort])
    @pytest.mark.parametrize("given", [1.0, 0.5, float("nan")])
    def test_a_float_is_refused_for_every_kind_of_fact(self, handle: Any, given: float) -> None:
        with pytest.raises(
            FloatRefusedError, match=rf"Commune\.{handle.fact.name}: expected an exact value but got {given}"
        ):
            plain(handle.fact, given)

    @pytest.mark.parametrize("given", [1, 0, "có", None])
    def test_a_yes_or_no_is_true_or_false(self, given: object) -> None:
        with pytest.raises(WrongValueError, match=r"Commune\.has_fund: expected True or False but got"):
            plain(has_fund.fact, given)

    @pytest.mark.parametrize("given", [True, "7", None, Decimal(7), Fraction(1, 2)])
    def test_a_count_is_a_whole_number(self, given: object) -> None:
        with pytest.raises(WrongValueError, match=r"Commune\.jobs: expected a whole number but got"):
            plain(jobs.fact, given)

    def test_a_negative_count_is_refused(self) -> None:
        with pytest.raises(WrongValueError, match=r"Commune\.poor_households: expected at least 0 but got -1 \(int\)"):
            poor_households.recorded(-1, at=END_2021)

    def test_a_count_above_its_range_is_refused(self) -> None:
        with pytest.raises(WrongValueError, match="expected at least 0 and at most 1000 but got 1001"):
            jobs.recorded(1001)

    def test_a_rate_above_the_whole_is_refused(self) -> None:
        with pytest.raises(WrongValueError, match="poverty_rate"):
            poverty_rate.recorded(percent(101), at=END_2021)

    @pytest.mark.parametrize("given", ["2025-06-20", datetime(2025, 6, 20), date(25, 6, 20), date(2200, 1, 1), 2025])
    def test_a_day_is_a_date_of_living_memory(self, given: object) -> None:
        with pytest.raises(WrongValueError, match="expected a date from 1900 to 2199, or DID_NOT_HAPPEN but got"):
            plain(founded_on.fact, given)

    def test_a_misspelt_option_is_answered_with_the_nearest(self) -> None:
        with pytest.raises(
            WrongValueError, match=r"Commune\.terrain: 'HIHG' is not one of its options; did you mean 'HIGH'\?"
        ):
            plain(terrain.fact, "HIHG")

    def test_an_option_of_another_choice_is_answered_with_those_there_are(self) -> None:
        with pytest.raises(WrongValueError, match="there are: I, II, OUTSIDE"):
            plain(area.fact, Form.MONEY)


class TestUnits:
    """A wrong unit is refused, with what was expected and what was given."""

    def test_an_amount_is_in_dong(self) -> None:
        with pytest.raises(
            WrongUnitError, match=r"Commune\.planned: expected an amount such as dong\(50_000_000\) but got 5"
        ):
            plain(planned.fact, 5)

    def test_a_rate_is_in_percent(self) -> None:
        with pytest.raises(
            WrongUnitError, match=r"Commune\.poverty_rate: expected a share such as percent\('4.5'\) but got 4"
        ):
            plain(poverty_rate.fact, 4)

    @pytest.mark.parametrize("given", [dong(3), percent(3)])
    def test_a_count_is_in_its_own_unit(self, given: object) -> None:
        with pytest.raises(WrongUnitError, match=r"Commune\.poor_households: counted in household but got"):
            plain(poor_households.fact, given)

    def test_a_span_of_years_is_no_count(self) -> None:
        with pytest.raises(WrongValueError, match="expected a whole number but got Years"):
            plain(jobs.fact, years(3))


class TestEvidence:
    """One thing said about a fact: its value, and when it holds."""

    def test_holds_from_one_day_to_another(self) -> None:
        said = area.recorded(Area.II, since=date(2021, 6, 4), until=date(2025, 6, 30))

        assert (said.since, said.until) == (date(2021, 6, 4), date(2025, 6, 30))

    def test_does_not_end_before_it_begins(self) -> None:
        with pytest.raises(WrongValueError, match=r"Commune\.area: until=2021-06-03 comes before since=2021-06-04"):
            area.recorded(Area.II, since=date(2021, 6, 4), until=date(2021, 6, 3))

    @pytest.mark.parametrize(
        "said",
        [
            has_fund.recorded(True),
            poor_households.recorded(3, at=END_2021),
            planned.recorded(dong(5)),
            poverty_rate.recorded(percent("4.5"), at=END_2021),
            founded_on.recorded(DID_NOT_HAPPEN),
            area.recorded(Area.I, since=DAY),
            effort.judged(Level.DONE, by="Hội đồng Mẫu", on=DAY, reason="…", dissent="…"),
            gift("PT-01", 5, receipt=True),
            reports.complete(entries=1, through=DAY, by="Văn phòng xã"),
            paper(has_fund.recorded(True)),
            counted(END_2021, 3, 4),
            judgement(),
        ],
    )
    def test_is_a_value(self, said: Any) -> None:
        assert again(said) == said
        assert hash(again(said)) == hash(said)
        with pytest.raises(FrozenInstanceError):
            said.fact = None

    def test_that_it_did_not_happen_stays_the_one_value_it_is(self) -> None:
        assert again(DID_NOT_HAPPEN) is DID_NOT_HAPPEN


class TestEntries:
    """An entry of a register has a key and a day; equal keys are one entry."""

    def test_typed_on_another_keyboard_the_key_is_the_same(self) -> None:
        assert report(normalize("NFD", "BC-Đợt"), DAY) == report("BC-Đợt", DAY)

    def test_without_a_key_is_refused(self) -> None:
        with pytest.raises(
            IncompleteError, match=r"Commune\.reports: an entry needs a key, such as its number in the register"
        ):
            reports.entry(" ", due_on.recorded(DAY))

    def test_without_its_day_is_refused(self) -> None:
        with pytest.raises(IncompleteError, match=r"Commune\.reports 'BC-01': an entry needs its day, 'due_on'"):
            reports.entry("BC-01", sent_on.recorded(DAY))

    def test_with_a_day_that_did_not_happen_is_refused(self) -> None:
        with pytest.raises(IncompleteError, match="an entry needs its day, 'due_on'"):
            reports.entry("BC-01", due_on.recorded(DID_NOT_HAPPEN))

    def test_another_field_may_not_have_happened(self) -> None:
        assert report("BC-01", DAY, DID_NOT_HAPPEN).facts[1].value is DID_NOT_HAPPEN

    def test_a_field_of_another_register_is_refused_with_the_nearest(self) -> None:
        with pytest.raises(
            WrongOwnerError, match=r"Commune\.reports 'BC-01': Gift\.given_on is no field of it; did you mean"
        ):
            Entry(reports.register, "BC-01", (due_on.recorded(DAY), given_on.recorded(DAY)))
        with pytest.raises(WrongOwnerError, match=r"Report\.sent_on is no field of it; did you mean 'given_on'\?"):
            Entry(gifts.register, "PT-01", (given_on.recorded(DAY), sent_on.recorded(DAY)))

    def test_an_option_of_an_entry_is_kept_by_name(self) -> None:
        assert gifts.entry("PT-01", given_on.recorded(DAY), gift_form.recorded(Form.LABOUR)).facts[1].value == "LABOUR"


class TestCompleteness:
    """A declaration says by whom, through which day and how many entries."""

    def test_counts_none_for_an_empty_register(self) -> None:
        assert reports.complete(entries=0, through=DAY, by="Văn phòng xã").entries == 0

    @pytest.mark.parametrize("entries", [-1, 1.0, True, "7", None])
    def test_counts_its_entries(self, entries: Any) -> None:
        with pytest.raises(
            WrongValueError, match=rf"Commune\.reports: a declaration .* counts its entries; got entries={entries!r}"
        ):
            reports.complete(entries=entries, through=DAY, by="Văn phòng xã")

    def test_says_by_whom(self) -> None:
        with pytest.raises(IncompleteError, match=r"Commune\.reports: a declaration of completeness says by whom"):
            Complete(reports.register, 1, DAY, " ")


class TestJudgements:
    """A judgement without body, date and minutes is refused."""

    def test_holds_body_day_reason_and_dissent(self) -> None:
        said = effort.judged(
            Level.DONE, by="Hội đồng Mẫu", on=DAY, reason="có việc làm cụ thể", dissent="01 ý kiến khác"
        )

        assert said.judgement == Judgement("Hội đồng Mẫu", DAY, "có việc làm cụ thể", "01 ý kiến khác")

    def test_without_minutes_is_refused(self) -> None:
        said = effort.judged(Level.DONE, by="Hội đồng Mẫu", on=DAY, reason="…")

        with pytest.raises(
            IncompleteError, match="a judgement needs its minutes; effort came in a paper without a document"
        ):
            Paper(None, said)

    @pytest.mark.parametrize(
        ("by", "reason", "missing"), [("", "…", "by"), ("Hội đồng Mẫu", " ", "reason"), ("", "", "by, reason")]
    )
    def test_without_body_or_reason_is_refused(self, by: str, reason: str, missing: str) -> None:
        with pytest.raises(IncompleteError, match=rf"Commune\.effort: a judgement needs .*; missing: {missing}$"):
            effort.judged(Level.DONE, by=by, on=DAY, reason=reason)


class TestPapers:
    """A paper is a document with what it proves, so a document is given once."""

    def test_may_come_without_a_document_for_what_is_measured(self) -> None:
        assert Paper(None, has_fund.recorded(True)).document is None

    def test_may_correct_another(self) -> None:
        assert Paper(document("02"), has_fund.recorded(True), corrects=document("01")).corrects == document("01")

    def test_cannot_correct_itself(self) -> None:
        with pytest.raises(WrongValueError, match="a paper cannot correct itself: '01'"):
            Paper(document("01"), has_fund.recorded(True), corrects=document("01"))

    def test_it_corrects_a_document_and_says_so_where_it_was_given_the_paper(self) -> None:
        corrected: Any = Paper(document("01"), has_fund.recorded(True))

        with pytest.raises(WrongValueError, match=r"None but got Paper; write corrects=paper\.document"):
            Paper(document("02"), has_fund.recorded(False), corrects=corrected)


class TestDays:
    """A day is a date wherever one is kept; a text or a time of day is refused with the name of the place."""

    @pytest.mark.parametrize("given", ["2025-06-20", datetime(2025, 6, 20), 2025])
    @pytest.mark.parametrize(
        "build",
        [
            lambda day: document("01", day),
            lambda day: reports.complete(entries=1, through=day, by="Văn phòng xã"),
            lambda day: effort.judged(Level.DONE, by="Hội đồng Mẫu", on=day, reason="…"),
            lambda day: area.recorded(Area.I, since=day),
            lambda day: area.recorded(Area.I, since=DAY, until=day),
            founded_on.is_not_after,
        ],
    )
    def test_anything_else_is_refused(self, build: Any, given: object) -> None:
        with pytest.raises(WrongValueError, match=r"expected a (day|date)"):
            build(given)
