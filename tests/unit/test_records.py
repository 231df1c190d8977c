"""Registers: predicates over an entry are ordinary predicates over the entry's facts."""

from datetime import date
from typing import Any

import pytest
from small_plan import (
    Gift,
    Report,
    again,
    due_on,
    gifts,
    given_on,
    has_fund,
    jobs,
    receipted,
    reports,
    sent_on,
    value,
)

from thidua import nodes as n
from thidua.conditions import ALWAYS, all_of, where
from thidua.errors import DuplicateNameError, WrongOwnerError
from thidua.evidence import Complete, Entry
from thidua.records import records
from thidua.subjects import Commune
from thidua.texts import Text

ON_TIME = sent_on.is_not_after(due_on)
WORDS = Text("sổ", "register")


class TestVerbs:
    """All, some, or their sum."""

    def test_every_entry(self) -> None:
        assert reports.are_all(ON_TIME).node == n.AreAll(reports.register, ON_TIME.node)

    def test_every_entry_among_some_is_asked_under_a_guard(self) -> None:
        among = due_on.is_before(date(2025, 1, 1))

        assert reports.are_all(ON_TIME, among=among).node == n.AreAll(reports.register, where(among, ON_TIME).node)

    def test_how_many(self) -> None:
        assert gifts.number().node == n.Number(gifts.register, ALWAYS.node)
        assert gifts.number(where=receipted.is_yes()).node == n.Number(gifts.register, receipted.is_yes().node)

    def test_what_they_add_up_to(self) -> None:
        assert gifts.total(value).node == n.Total(gifts.register, value.fact, ALWAYS.node)


class TestStrangers:
    """A fact of one record used for another is refused, with the fields there are."""

    @pytest.mark.parametrize(
        "build",
        [
            lambda: reports.are_all(receipted.is_yes()),
            lambda: reports.are_all(ON_TIME, among=receipted.is_yes()),
            lambda: reports.number(where=all_of(ON_TIME, receipted.is_yes())),
        ],
    )
    def test_of_another_register(self, build: Any) -> None:
        with pytest.raises(WrongOwnerError, match=r"Commune\.reports holds entries of Report; got 'Gift'"):
            build()

    def test_of_the_subject_itself(self) -> None:
        with pytest.raises(WrongOwnerError, match=r"Commune\.gifts holds entries of Gift; got 'Commune'"):
            gifts.total(value, where=has_fund.is_yes())

    def test_a_sum_of_what_no_entry_has(self) -> None:
        with pytest.raises(
            WrongOwnerError, match=r"Commune\.gifts holds entries of Gift; got 'jobs'; there are: form, given_on"
        ):
            gifts.total(jobs)


class TestEvidence:
    """Entries and declarations of completeness are evidence about the register."""

    def test_an_entry_has_its_key_and_its_facts(self) -> None:
        said = reports.entry("BC-01", due_on.recorded(date(2025, 6, 20)))

        assert said == Entry(reports.register, "BC-01", (due_on.recorded(date(2025, 6, 20)),))

    def test_a_declaration_counts_and_names_who_made_it(self) -> None:
        said = reports.complete(entries=7, through=date(2025, 12, 15), by="Văn phòng xã")

        assert said == Complete(reports.register, 7, date(2025, 12, 15), "Văn phòng xã")


class TestDeclaring:
    """A register is declared with the fields of its entries, one of which is the day of an entry."""

    def test_knows_its_fields_and_the_day_of_an_entry(self) -> None:
        assert reports.register.fields == (due_on.fact, sent_on.fact)
        assert (reports.register.dated_by, reports.register.entry) == ("due_on", "Report")

    def test_a_day_that_is_no_field_is_refused(self) -> None:
        with pytest.raises(
            WrongOwnerError, match=r"Commune\.x: 'due_on', the day of an entry, is not among its fields"
        ):
            records(Commune, "x", Report, WORDS, fields=(sent_on,), dated_by=due_on)

    def test_a_field_of_another_entry_is_refused(self) -> None:
        with pytest.raises(WrongOwnerError, match=r"Commune\.x: given_on is a fact of Gift; expected facts of Report"):
            records(Commune, "x", Report, WORDS, fields=(due_on, given_on), dated_by=due_on)

    def test_a_field_given_twice_is_refused(self) -> None:
        with pytest.raises(DuplicateNameError, match=r"Commune\.x: field 'given_on' is given more than once"):
            records(Commune, "x", Gift, WORDS, fields=(given_on, given_on), dated_by=given_on)

    def test_a_handle_is_a_value(self) -> None:
        assert again(gifts) == gifts
        assert hash(again(gifts)) == hash(gifts)
