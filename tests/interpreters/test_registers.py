"""Reading a register: which entries count, how many more there may be, whether a declaration of completeness holds."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from small_plan import ON, PLAN, READINGS, XA_MAU, document, paper, report, reports, sent_on, setting, verdict
from small_plan import due_on as due

from thidua.dossiers import Dossier
from thidua.evidence import Paper
from thidua.interpreters.papers import read_papers
from thidua.knowledge import KnownRegister
from thidua.texts import Text
from thidua.verdicts import MET, NOT_APPLICABLE, NOT_MET, VERDICTS, F, M, N

CUT_OFF = date(2025, 12, 15)
COUNTS_FROM = date(2021, 1, 1)
DUE = date(2025, 6, 20)
ON_TIME = reports.are_all(sent_on.is_not_after(due))


def read(*papers: Paper[Any]) -> tuple[KnownRegister, list[str]]:
    """What is known of the reports, and the cautions about them."""
    knowledge = read_papers(PLAN, Dossier(XA_MAU, papers), setting(ON))
    about = [
        caution.code for caution in knowledge.cautions if caution.about in (reports.register.label, due.fact.label)
    ]
    return knowledge.registers["reports"], about


def filed(count: int, *, first: date = DUE) -> Paper[Any]:
    """So many reports, each due a day after the one before and sent on the day it was due."""
    days = [first + timedelta(days=order) for order in range(count)]
    return paper(*(report(f"BC-{order:02}", day, day) for order, day in enumerate(days, start=1)))


def declared(entries: int, through: date = CUT_OFF, number: str = "02") -> Paper[Any]:
    return Paper(document(number), reports.complete(entries=entries, through=through, by="Văn phòng xã"))


class TestOpen:
    """A register is open until it is declared complete: it bounds from below only."""

    def test_holds_what_is_filed_and_perhaps_more(self) -> None:
        held, cautions = read(filed(3))

        assert [entry.key for entry in held.entries] == ["BC-01", "BC-02", "BC-03"]
        assert (held.unseen_low, held.unseen_high, cautions) == (0, None, [])

    def test_never_lets_all_of_it_be_met(self) -> None:
        assert verdict(ON_TIME, filed(3)) == VERDICTS[M | F]
        assert verdict(ON_TIME) == VERDICTS[M | F | N]

    def test_can_fail_already(self) -> None:
        assert verdict(ON_TIME, paper(report("BC-01", DUE, DUE + timedelta(days=1)))) == NOT_MET

    def test_equal_keys_are_one_entry(self) -> None:
        held, _ = read(paper(report("BC-01", DUE)), Paper(document("03"), report("BC-01", DUE, DUE)))

        assert len(held.entries) == 1
        assert set(held.entries[0].places) == {"due_on", "sent_on"}
        assert len(held.entries[0].sources) == 2


class TestComplete:
    """A declaration says through which day and how many entries."""

    def test_as_many_filed_as_declared_are_all_there_are(self) -> None:
        held, cautions = read(filed(3), declared(3))

        assert (held.unseen_low, held.unseen_high, held.surplus, cautions) == (0, 0, 0, [])
        assert verdict(ON_TIME, filed(3), declared(3)) == MET

    def test_a_complete_empty_register_asks_nothing(self) -> None:
        held, _ = read(declared(0))

        assert (held.entries, held.unseen_high) == ((), 0)
        assert verdict(ON_TIME, declared(0)) == NOT_APPLICABLE

    def test_7_declared_and_6_filed_the_seventh_is_an_entry_of_which_nothing_is_known(self) -> None:
        held, cautions = read(filed(6), declared(7))

        assert (len(held.entries), held.unseen_low, held.unseen_high, cautions) == (6, 1, 1, [])
        assert verdict(reports.number().is_at_least(7), filed(6), declared(7)) == MET
        assert verdict(reports.number().is_at_most(7), filed(6), declared(7)) == MET
        assert verdict(ON_TIME, filed(6), declared(7)) == VERDICTS[M | F]

    def test_6_declared_and_7_filed_the_declaration_is_void_with_a_caution(self) -> None:
        held, cautions = read(filed(7), declared(6))

        assert (len(held.entries), held.unseen_low, held.unseen_high, held.surplus) == (7, 0, None, 1)
        assert cautions == ["declaration_void"]
        assert verdict(ON_TIME, filed(7), declared(6)) == VERDICTS[M | F]
        assert verdict(reports.number().is_at_least(7), filed(7), declared(6)) == VERDICTS[M | F]
        assert verdict(reports.number().is_at_least(6), filed(7), declared(6)) == MET

    def test_a_declaration_keeps_its_paper(self) -> None:
        held, _ = read(declared(0))

        assert [said.by for _, said in held.declared] == ["Văn phòng xã"]


class TestThroughAnEarlierDay:
    """It is open for days after that."""

    def test_what_came_after_it_is_not_counted_by_it(self) -> None:
        held, cautions = read(filed(3), declared(1, through=DUE))

        assert (len(held.entries), held.unseen_low, held.unseen_high, cautions) == (3, 0, None, [])

    def test_what_it_counts_and_nobody_filed_is_an_entry_all_the_same(self) -> None:
        held, _ = read(filed(3), declared(2, through=DUE))

        assert (held.unseen_low, held.unseen_high) == (1, None)

    def test_all_of_an_open_register_is_never_met(self) -> None:
        assert verdict(ON_TIME, filed(3), declared(3, through=CUT_OFF - timedelta(days=1))) == VERDICTS[M | F]
        assert verdict(ON_TIME, filed(3), declared(3, through=CUT_OFF)) == MET

    def test_two_that_follow_one_another_both_hold(self) -> None:
        held, cautions = read(filed(3), declared(1, through=DUE), declared(3, number="03"))

        assert (held.unseen_low, held.unseen_high, cautions) == (0, 0, [])

    def test_between_two_lie_as_many_as_they_differ_by(self) -> None:
        held, cautions = read(filed(3), declared(1, through=DUE), declared(2, number="03"))

        assert (held.surplus, held.unseen_high, cautions) == (2, None, ["declaration_void"])

    def test_two_that_count_the_same_days_differently_are_none(self) -> None:
        held, cautions = read(filed(1), declared(1), declared(2, number="03"))

        assert (held.surplus, held.unseen_high, cautions) == (0, None, ["declaration_void"])

    def test_a_later_number_that_is_smaller_is_none(self) -> None:
        held, cautions = read(declared(5, through=DUE), declared(2, number="03"))

        assert (held.unseen_high, cautions) == (None, ["declaration_void"])

    def test_one_through_a_later_day_is_complete_through_the_cut_off(self) -> None:
        later = paper(report("BC-99", CUT_OFF + timedelta(days=1)), number="04")
        held, cautions = read(filed(2), later, declared(3, through=ON))

        assert (len(held.entries), held.unseen_low, held.unseen_high) == (2, 0, 0)
        assert cautions == ["outside_period"]

    def test_one_through_a_later_day_leaves_open_when_the_rest_came(self) -> None:
        held, _ = read(filed(2), declared(3, through=ON))

        assert (held.unseen_low, held.unseen_high) == (0, 1)

    def test_the_narrowest_of_two_through_later_days_counts(self) -> None:
        held, _ = read(filed(2), declared(4, through=ON), declared(3, through=ON - timedelta(days=1), number="03"))

        assert held.unseen_high == 1

    def test_one_through_a_day_before_any_that_counts_says_nothing(self) -> None:
        held, cautions = read(filed(2), declared(5, through=COUNTS_FROM - timedelta(days=1)))

        assert (held.unseen_low, held.unseen_high, held.surplus) == (0, None, 0)
        assert cautions == ["outside_period"]


class TestDays:
    """Records count from the day the reading says, up to the cut-off."""

    @pytest.mark.parametrize(
        ("day", "counts"),
        [
            (COUNTS_FROM - timedelta(days=1), False),
            (COUNTS_FROM, True),
            (CUT_OFF, True),
            (CUT_OFF + timedelta(days=1), False),
        ],
    )
    def test_an_entry_outside_them_is_left_aside_with_a_caution(self, day: date, counts: bool) -> None:
        held, cautions = read(paper(report("BC-01", day, day)))

        assert len(held.entries) == counts
        assert cautions == ([] if counts else ["outside_period"])

    def test_from_the_launch_where_the_reading_says_so(self) -> None:
        readings = tuple(evolve(r, adopted="launch") if r.id == "B-08" else r for r in READINGS)
        plan = evolve(PLAN, readings=readings)
        dossier = Dossier(XA_MAU, (paper(report("BC-01", date(2022, 7, 11)), report("BC-02", date(2022, 7, 12))),))

        held = read_papers(plan, dossier, plan.setting(on=ON)).registers["reports"]

        assert [entry.key for entry in held.entries] == ["BC-02"]


class TestUncertain:
    """An entry whose papers disagree about its day may or may not belong."""

    inside, outside = (
        Paper(document("03"), report("BC-01", DUE, DUE)),
        Paper(document("04"), report("BC-01", CUT_OFF + timedelta(days=3), DUE)),
    )

    def test_is_held_as_uncertain_with_a_caution(self) -> None:
        held, cautions = read(self.inside, self.outside)

        assert [entry.certain for entry in held.entries] == [False]
        assert cautions == ["conflict"]

    def test_may_be_among_those_that_nobody_has_shown(self) -> None:
        held, cautions = read(self.inside, self.outside, declared(1))

        assert (held.unseen_low, held.unseen_high, cautions) == (0, 1, ["conflict"])

    def test_voids_a_declaration_that_would_be_right_only_without_it(self) -> None:
        """Or a paper that disputes an entry too many would make a void declaration hold again."""
        held, cautions = read(self.inside, self.outside, declared(0))

        assert (held.unseen_high, held.surplus, cautions) == (None, 1, ["conflict", "declaration_void"])

    def test_voids_none_by_days_that_do_not_count(self) -> None:
        """Of the two days the paper names one is the eve of the first that counts, the other after the cut-off."""
        eve = Paper(document("03"), report("BC-01", COUNTS_FROM - timedelta(days=1), DUE))
        held, cautions = read(eve, self.outside, declared(0))
        first = Paper(document("03"), report("BC-01", COUNTS_FROM, DUE))

        assert ([entry.certain for entry in held.entries], held.unseen_high, cautions) == ([False], 0, ["conflict"])
        assert read(first, self.outside, declared(0))[1] == ["conflict", "declaration_void"]

    def test_counts_perhaps(self) -> None:
        assert verdict(reports.number().is_at_least(1), self.inside, self.outside, declared(1)) == VERDICTS[M | F]

    def test_a_register_may_be_empty_without_it(self) -> None:
        assert NOT_APPLICABLE in verdict(ON_TIME, self.inside, self.outside, declared(0))


class TestEntries:
    """An entry that rests on no document is used, with a caution."""

    def test_without_a_document_is_used(self) -> None:
        held, cautions = read(Paper(None, report("BC-01", DUE, DUE)))

        assert (len(held.entries), cautions) == (1, ["undocumented"])

    def test_whose_papers_disagree_about_a_field_are_in_conflict(self) -> None:
        knowledge = read_papers(
            PLAN,
            Dossier(XA_MAU, (paper(report("BC-01", DUE, DUE)), Paper(document("03"), report("BC-01", DUE, CUT_OFF)))),
            setting(),
        )
        conflict = next(caution for caution in knowledge.cautions if caution.code == "conflict")

        assert (conflict.about, conflict.detail) == (sent_on.fact.label, Text("BC-01", "BC-01"))
        assert len(conflict.papers) == 2
