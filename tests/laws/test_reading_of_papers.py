"""Reading the papers, against brute force: which registers there may be, and which values, given what papers say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations_with_replacement, product
from typing import Any

import pytest
from contradictions import agrees, counts, read
from dossier_strategies import THROUGH, dossiers
from hypothesis import assume, given
from hypothesis import strategies as st
from movement import (
    AT_FINAL,
    AT_INTERIM,
    COUNTS_FROM,
    CUT_OFF_DAY,
    ON,
    S2021,
    S2022,
    S2024,
    Colour,
    Place,
    colour,
    effort,
    gifts,
    given_on,
    honest,
    jobs,
    left_on,
    lends,
    near,
    plan_for,
    poor,
    shape,
    visits,
)
from strategies import DAYS

from thidua.conditions import Condition, all_of
from thidua.dossiers import Dossier
from thidua.evidence import DID_NOT_HAPPEN, Evidence, Paper, Said
from thidua.interpreters.papers import read_papers
from thidua.knowledge import Knowledge, Known, KnownRegister, place_of
from thidua.movements import Setting
from thidua.nodes import Kind
from thidua.periods import START_OF_PERIOD
from thidua.readings import Level
from thidua.sources import Document

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of a strategy, where a draw fails

EVERYTHING: Condition[Place] = all_of(
    poor.is_at_least(1), poor.at(START_OF_PERIOD).is_at_least(1), near.is_at_least(1), jobs.is_at_least(1),
    colour.is_one_of(Colour.RED), shape.is_one_of(Colour.RED), lends.is_yes(), effort.is_judged_at_least(Level.DONE),
    left_on.is_not_after(ON), gifts.number().is_at_least(1), visits.number().is_at_least(1),
)  # fmt: skip
PLAN = plan_for(EVERYTHING)
OLD = Document("1", DAYS[0], "an office")
SETTINGS = st.sampled_from([AT_FINAL, AT_INTERIM])
SOME_DAYS = sorted([*DAYS, AT_INTERIM.cut_off, COUNTS_FROM - timedelta(90)])
"""Days before, between and after all that bounds a register here."""
AT_MOST = 4
"""Brute force tries no more unseen entries than this; papers declare three at most."""


def knowledge(setting: Setting, *said: Said[Place], document: Document | None = OLD) -> Knowledge:
    """What one paper says to a plan that asks of everything."""
    return read_papers(PLAN, Dossier(Place("P-01", "A place"), (Paper(document, *said),)), setting)


def register_of(setting: Setting, days: dict[str, Sequence[date]], marks: Sequence[tuple[int, date]]) -> KnownRegister:
    """What is known of the gifts when entries are filed on these days and declared through those."""
    filed = [gifts.entry(key, given_on.recorded(day)) for key, said in days.items() for day in said]
    declared = [gifts.complete(entries=number, through=through, by="the office") for number, through in marks]
    return knowledge(setting, *filed, *declared).registers["gifts"]


def registers(
    setting: Setting, days: dict[str, Sequence[date]], marks: Sequence[tuple[int, date]]
) -> Iterator[tuple[frozenset[str], int]]:
    """Every register that agrees with all of this: which of the filed entries count, and how many others do.

    An entry filed on several days has one of them or one between. A declaration counts the entries from the first day
    that counts through its own.
    """
    spans = [[day for day in SOME_DAYS if min(said) <= day <= max(said)] for said in days.values()]
    for filed in product(*spans):
        for size in range(AT_MOST + 1):
            for unseen in combinations_with_replacement(SOME_DAYS, size):
                there = (*filed, *unseen)
                if all(sum(setting.counts_from <= day <= last for day in there) == number for number, last in marks):
                    inside = frozenset(key for key, day in zip(days, filed, strict=True) if in_time(day, setting))
                    yield inside, sum(in_time(day, setting) for day in unseen)


def in_time(day: date, setting: Setting) -> bool:
    """Whether an entry of that day counts."""
    return setting.counts_from <= day <= setting.cut_off


one_day_each = st.lists(st.sampled_from(DAYS), max_size=3).map(
    lambda days: {str(i): [day] for i, day in enumerate(days)}
)
several_days_each = st.lists(st.lists(st.sampled_from(DAYS), min_size=1, max_size=2), max_size=3).map(
    lambda days: {str(i): said for i, said in enumerate(days)}
)
declared = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(THROUGH)), max_size=2)


class TestRegistersThatAgree:
    """The entries held, how many more there may be: as many as some register allows that agrees with the papers."""

    @given(SETTINGS, one_day_each, declared)
    def test_exactly_the_registers_that_agree_with_the_papers_are_possible(
        self, setting: Setting, days: dict[str, Sequence[date]], marks: list[tuple[int, date]]
    ) -> None:
        worlds = set(registers(setting, days, marks))
        assume(worlds)
        known = register_of(setting, days, marks) if days or marks else KnownRegister()
        most = AT_MOST if known.unseen_high is None else known.unseen_high
        kept = frozenset(entry.key for entry in known.entries)
        assert worlds == {(kept, unseen) for unseen in range(known.unseen_low, most + 1)}
        assert known.surplus == 0
        assert all(entry.certain for entry in known.entries)

    @given(SETTINGS, several_days_each, declared)
    def test_where_days_conflict_no_register_that_agrees_is_excluded(
        self, setting: Setting, days: dict[str, Sequence[date]], marks: list[tuple[int, date]]
    ) -> None:
        assume(days or marks)
        known = register_of(setting, days, marks)
        certain = {entry.key for entry in known.entries if entry.certain}
        perhaps = {entry.key for entry in known.entries}
        for inside, unseen in registers(setting, days, marks):
            assert len(certain - inside) <= known.surplus
            assert inside <= perhaps
            assert known.unseen_low <= unseen <= (AT_MOST if known.unseen_high is None else known.unseen_high)


def told_apart(marks: list[tuple[int, date]]) -> list[tuple[int, date]]:
    """With two declarations more, of one day and of different numbers: no register agrees with both."""
    return [*marks, (0, CUT_OFF_DAY), (1, CUT_OFF_DAY)]


class TestRegistersThatDoNotAgree:
    """A contradicted declaration is none, with a caution."""

    @given(SETTINGS, one_day_each, st.one_of(declared, declared.map(told_apart)))
    def test_when_no_register_agrees_the_register_is_open(
        self, setting: Setting, days: dict[str, Sequence[date]], marks: list[tuple[int, date]]
    ) -> None:
        assume(not any(registers(setting, days, marks)))
        known = register_of(setting, days, marks)
        assert (known.unseen_low, known.unseen_high) == (0, None)
        assert {entry.key for entry in known.entries} == {key for key, [day] in days.items() if in_time(day, setting)}

    @given(one_day_each, st.integers(0, 2))
    def test_as_many_may_not_belong_as_were_filed_beyond_the_number(
        self, days: dict[str, Sequence[date]], number: int
    ) -> None:
        filed = sum(in_time(day, AT_FINAL) for [day] in days.values())
        known = register_of(AT_FINAL, days, [(number, CUT_OFF_DAY)])
        assert known.surplus == max(0, filed - number)

    @given(one_day_each, declared)
    def test_a_void_declaration_is_cautioned_and_no_other(
        self, days: dict[str, Sequence[date]], marks: list[tuple[int, date]]
    ) -> None:
        filed = [gifts.entry(key, given_on.recorded(day)) for key, [day] in days.items()]
        said = [gifts.complete(entries=number, through=through, by="the office") for number, through in marks]
        void = any(caution.code == "declaration_void" for caution in knowledge(AT_FINAL, *filed, *said).cautions)
        assert void == (not any(registers(AT_FINAL, days, marks)))


def on_days(*days: date) -> dict[str, Sequence[date]]:
    """Entries on these days, one each."""
    return {str(number): [day] for number, day in enumerate(days, 1)}


class TestWorkedRegisters:
    """Registers worked by hand."""

    INSIDE = DAYS[3]
    LATE = CUT_OFF_DAY + timedelta(1)

    def test_seven_declared_and_six_filed_leave_one_unseen(self) -> None:
        known = register_of(AT_FINAL, on_days(*[self.INSIDE] * 6), [(7, CUT_OFF_DAY)])
        assert (len(known.entries), known.unseen_low, known.unseen_high, known.surplus) == (6, 1, 1, 0)

    def test_six_declared_and_seven_filed_void_the_declaration(self) -> None:
        known = register_of(AT_FINAL, on_days(*[self.INSIDE] * 7), [(6, CUT_OFF_DAY)])
        assert (len(known.entries), known.unseen_low, known.unseen_high, known.surplus) == (7, 0, None, 1)

    def test_a_register_complete_through_an_earlier_day_is_open_after_it(self) -> None:
        known = register_of(AT_FINAL, on_days(self.INSIDE), [(2, self.INSIDE)])
        assert (known.unseen_low, known.unseen_high) == (1, None)

    def test_a_register_complete_through_a_later_day_counts_what_came_after_the_cut_off(self) -> None:
        known = register_of(AT_FINAL, on_days(self.INSIDE, self.LATE), [(3, self.LATE)])
        assert ([entry.key for entry in known.entries], known.unseen_low, known.unseen_high) == (["1"], 0, 1)

    @pytest.mark.parametrize(
        ("day", "kept"),
        [(COUNTS_FROM - timedelta(1), False), (COUNTS_FROM, True), (CUT_OFF_DAY, True), (LATE, False)],
    )
    def test_an_entry_counts_from_the_first_day_through_the_cut_off(self, day: date, kept: bool) -> None:
        known = register_of(AT_FINAL, on_days(day), [])
        assert [entry.key for entry in known.entries] == (["1"] if kept else [])

    def test_an_entry_whose_day_is_disputed_across_the_cut_off_may_not_belong(self) -> None:
        known = register_of(AT_FINAL, {"1": [CUT_OFF_DAY, self.LATE]}, [])
        assert [entry.certain for entry in known.entries] == [False]

    @pytest.mark.parametrize("days_before", [1, 2, 400])
    def test_a_declaration_through_a_day_before_any_that_counts_says_nothing(self, days_before: int) -> None:
        known = register_of(AT_FINAL, {}, [(2, COUNTS_FROM - timedelta(days_before))])
        assert (known.entries, known.unseen_low, known.unseen_high) == ((), 0, None)

    def test_equal_keys_are_one_entry_and_their_disagreement_is_a_conflict(self) -> None:
        known = register_of(AT_FINAL, {"1": [self.INSIDE, CUT_OFF_DAY]}, [(1, CUT_OFF_DAY)])
        (entry,) = known.entries
        day = entry.places["given_on"]
        assert (day.low, day.high, day.conflict) == (self.INSIDE, CUT_OFF_DAY, True)
        assert (known.unseen_low, known.unseen_high) == (0, 0)


class TestFacts:
    """A place may have what its sources say, and between numbers and days that disagree all that lies between."""

    @given(dossiers(), SETTINGS)
    def test_a_place_may_have_exactly_what_its_sources_leave(self, dossier: Dossier[Place], setting: Setting) -> None:
        known = read_papers(PLAN, dossier, setting)
        told = [said for said in read(dossier, setting) if isinstance(said, Evidence)]
        start, end = (survey for _, survey in setting.surveys)
        undated = (jobs, colour, shape, lends, effort, left_on)
        asked = [(poor.fact, start), (poor.fact, end), (near.fact, end), *((handle.fact, None) for handle in undated)]
        for fact, survey in asked:
            values = [said.value for said in told if said.fact == fact and said.at in (None, survey)]
            place = known.places.get(place_of(fact, survey))
            assert (place is None) == (not values)
            if place is not None:
                assert {value for value in every_value(fact) if allows(place, fact, value)} == {
                    value for value in every_value(fact) if agrees(fact, value, values)
                }
                assert place.conflict == (len(set(values)) > 1)


def every_value(fact: Any) -> list[Any]:
    """Every value a fact may have; of days, those on both sides of a boundary."""
    match fact.kind:
        case Kind.YES_NO:
            return [False, True]
        case Kind.NUMBER:
            return list(range(fact.high + 1))
        case Kind.DAY:
            return [*DAYS, DID_NOT_HAPPEN]
        case _:
            return [option.id for option in fact.options]


def allows(place: Known, fact: Any, value: Any) -> bool:
    """Whether a value is one of those a place may have."""
    match fact.kind:
        case Kind.YES_NO:
            return ("yes" if value else "no") in place.options
        case Kind.CHOICE:
            return value in place.options
        case Kind.JUDGED:
            return bool(place.low <= [option.id for option in fact.options].index(value) <= place.high)
        case Kind.DAY if value is DID_NOT_HAPPEN:
            return place.never
        case _:
            return bool(place.happens and place.low <= value <= place.high)


class TestPapersLeftAside:
    """Papers issued later are not read; nothing is carried forward; who may not judge is not heard."""

    def codes(self, setting: Setting, *said: Said[Place], document: Document | None = OLD) -> set[str]:
        """The codes of the cautions on one paper."""
        cautions = knowledge(setting, *said, document=document).cautions
        return {caution.code for caution in cautions} - {"survey_assumed"}

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            (poor.recorded(1, at=S2022), "another_survey"),
            (colour.recorded(Colour.RED, since=CUT_OFF_DAY + timedelta(1)), "not_in_force"),
            (colour.recorded(Colour.RED, since=DAYS[0], until=CUT_OFF_DAY - timedelta(1)), "not_in_force"),
            (effort.judged(Level.DONE, by="the council", on=date(2023, 12, 1), reason="so"), "another_review"),
            (effort.judged(Level.DONE, by="the council", on=ON + timedelta(1), reason="so"), "another_review"),
            (effort.judged(Level.DONE, by="somebody else", on=ON, reason="so"), "body_not_named"),
            (honest.judged(value=True, by="the council", on=ON, reason="so"), "not_used"),
            (gifts.entry("1", given_on.recorded(COUNTS_FROM - timedelta(1))), "outside_period"),
        ],
    )
    def test_what_is_not_read_is_cautioned_and_leaves_nothing(self, said: Said[Place], code: str) -> None:
        assert self.codes(AT_FINAL, said) == {code}
        known = knowledge(AT_FINAL, said)
        assert not known.places
        assert not any(register.entries for register in known.registers.values())

    @pytest.mark.parametrize(
        "said",
        [
            poor.recorded(1, at=S2021),
            poor.recorded(1, at=S2024),
            colour.recorded(Colour.RED, since=CUT_OFF_DAY),
            colour.recorded(Colour.RED, since=DAYS[0], until=CUT_OFF_DAY),
            effort.judged(Level.DONE, by="The Council of the district", on=ON, reason="so"),
            effort.judged(Level.DONE, by="council", on=AT_FINAL.review.window.first, reason="so"),
        ],
    )
    def test_what_is_read_stands_without_a_caution(self, said: Evidence[Place]) -> None:
        assert counts(said, AT_FINAL)
        assert self.codes(AT_FINAL, said, document=Document("1", ON, "an office")) == set()
        assert len(knowledge(AT_FINAL, said).places) == 1

    def test_a_value_without_a_document_is_used_with_a_caution(self) -> None:
        assert self.codes(AT_FINAL, jobs.recorded(1), document=None) == {"undocumented"}
        assert knowledge(AT_FINAL, jobs.recorded(1), document=None).places["jobs"].low == 1

    @pytest.mark.parametrize(("issued", "codes"), [(ON, set()), (ON + timedelta(1), {"issued_later"})])
    def test_a_paper_is_read_when_it_was_issued_by_the_day_of_assessment(self, issued: date, codes: set[str]) -> None:
        assert self.codes(AT_FINAL, jobs.recorded(1), document=Document("2", issued, "an office")) == codes

    def test_a_figure_of_the_interim_survey_never_stands_in_for_the_final_one(self) -> None:
        figure = poor.recorded(1, at=S2022)
        assert place_of(poor.fact, S2022) in knowledge(AT_INTERIM, figure).places
        assert not knowledge(AT_FINAL, figure).places
