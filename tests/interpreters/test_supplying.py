"""Supplying a register whose entries are added up: against filing every figure, and with bounded work."""

from __future__ import annotations

from itertools import combinations_with_replacement, product
from typing import Any

import pytest
import small_plan
from hypothesis import event, example, given
from hypothesis import strategies as st
from small_plan import XA_MAU, assessed, gift, gifts, has_fund, paper, planned, receipted, value

from thidua.conditions import Condition, all_of, any_of
from thidua.dossiers import Dossier
from thidua.facts import amount, day, yes_no
from thidua.interpreters.assess import Prepared, assess
from thidua.interpreters.needs import needs
from thidua.interpreters.openings import OpenRest, said_as
from thidua.interpreters.request_letter import request_letter
from thidua.interpreters.supplying import Leaves, Told, ways
from thidua.knowledge import Known, KnownEntry, KnownRegister
from thidua.quantities import dong
from thidua.records import records
from thidua.subjects import Commune
from thidua.texts import Text
from thidua.verdicts import F, M

MOST = 12
SAME = Text("…", "…")
SETTING = small_plan.setting()


class Sum:
    """An entry with a figure that has more values than are all tried."""


paid_on = day(Sum, "paid_on", SAME)
paid = amount(Sum, "paid", SAME, at_most=MOST)
checked = yes_no(Sum, "checked", SAME, holds=SAME, fails=SAME)
sums = records(Commune, "sums", Sum, SAME, fields=(paid_on, paid, checked), dated_by=paid_on)


def filed(figure: int, answer: str) -> KnownEntry:
    """An entry of which everything is recorded."""
    day_said, paid_said = said_as(paid_on.fact, SETTING.cut_off), said_as(paid.fact, figure)
    return KnownEntry("", {"paid_on": day_said, "paid": paid_said, "checked": said_as(checked.fact, answer)})


EVERY_ENTRY = [filed(*each) for each in product(range(MOST + 1), ["yes", "no"])]
NOTHING_ASKED: dict[str, Any] = {}
asked_of_entries: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just(NOTHING_ASKED),
    st.just({"where": checked.is_yes()}),
    st.integers(1, MOST).map(lambda least: {"where": paid.is_at_least(dong(least))}),
)


@st.composite
def questions(draw: st.DrawFn) -> list[Condition[Any]]:
    """Bounds of sums, some with little between them, and perhaps how many entries there are."""
    asked: list[Condition[Any]] = []
    for least in draw(st.lists(st.integers(1, 2 * MOST), min_size=1, max_size=2)):
        total = sums.total(paid, **draw(asked_of_entries))
        asked.append(total.is_at_least(dong(least)))
        if draw(st.booleans()):
            asked.append(total.is_less_than(dong(least + draw(st.integers(1, 3)))))
    if draw(st.booleans()):
        asked.append(sums.number(**draw(asked_of_entries)).is_at_least(draw(st.integers(1, 2))))
    return asked


@st.composite
def held_registers(draw: st.DrawFn) -> KnownRegister:
    """At most one entry, not all of it known, and up to two more not on file."""
    places = {"paid_on": said_as(paid_on.fact, SETTING.cut_off)}
    low = draw(st.integers(0, 5))
    some = st.fixed_dictionaries(
        {},
        optional={
            "paid": st.integers(low, low + 6).map(lambda high: Known(low, high)),
            "checked": st.sampled_from(["yes", "no"]).map(lambda answer: said_as(checked.fact, answer)),
        },
    )
    entries = tuple(KnownEntry("1", {**places, **rest}) for rest in draw(st.lists(some, max_size=1)))
    low, high = draw(st.sampled_from([(0, 1), (0, 2), (1, 2), (2, 2)]))
    return KnownRegister(entries, low, high, draw(st.integers(0, len(entries))))


class TestSums:
    """To supply a register is to file all other entries there are, with any figure recorded of each."""

    @given(questions(), held_registers())
    @example([sums.total(paid).is_at_least(dong(15)), sums.total(paid).is_less_than(dong(18))], KnownRegister((), 2, 2))
    @example([sums.total(paid, where=paid.is_at_least(dong(5))).is_at_least(dong(17))], KnownRegister((), 0, 2))
    def test_the_leaves_become_all_that_filing_every_figure_makes_them(
        self, asked: list[Condition[Any]], held: KnownRegister
    ) -> None:
        leaves = Leaves([each.node for each in asked], Prepared(SETTING.review.id, dict(SETTING.surveys)), SETTING)
        told = Told({}, {"sums": held})
        assert held.unseen_high is not None
        complete = (
            KnownRegister((*kept, *added), 0, 0)
            for kept in (held.entries, held.entries[held.surplus :])
            for number in range(held.unseen_low, held.unseen_high + 1)
            for added in combinations_with_replacement(EVERY_ENTRY, number)
        )
        every = {leaves.masks(Told({}, {"sums": register})) for register in complete}
        event(f"outcomes: {len(every)}")
        assert {leaves.masks(way) for way in ways(OpenRest(sums.register), told, leaves)} == every


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One for each time that leaves were judged; a search that judges without end fails."""
    times: list[int] = []
    masks = Leaves.masks

    def counted(self: Leaves, told: Told) -> tuple[int, ...]:
        times.append(1)
        assert len(times) < 150_000, "the search judges the leaves without end"
        return masks(self, told)

    monkeypatch.setattr(Leaves, "masks", counted)
    return times


class TestWork:
    """How much is tried does not grow with how large an amount may be."""

    def test_of_a_commune_with_no_papers(self, judged: list[int]) -> None:
        found = assess(small_plan.PLAN, Dossier(XA_MAU), on=small_plan.ON)
        answer = needs(found)
        assert (answer.settles, answer.capped, [len(each) for each in answer.sets]) == (True, False, [9])
        assert 0 < len(judged) < 10_000
        assert "khoản đóng góp" in request_letter(found)

    @pytest.mark.parametrize("papers", [(), (paper(gift("1", 60_000_000), gift("2"), gift("3", receipt=True)),)])
    def test_of_amounts_beside_a_number_and_an_amount_not_known(
        self, judged: list[int], papers: tuple[Any, ...]
    ) -> None:
        kept = {"where": receipted.is_yes()}
        several = all_of(gifts.number(**kept).is_at_least(3), gifts.total(value, **kept).is_at_least(planned.times(2)))
        found = assessed(any_of(several, gifts.total(value).is_at_least(planned)), *papers)
        assert needs(found).settles
        assert judged


class TestMany:
    """A number of entries beyond those that are told apart can still be reached, and is then not passed over."""

    @pytest.mark.parametrize("least", [4, 5, 7, 199])
    @pytest.mark.parametrize("kept", [NOTHING_ASKED, {"where": receipted.is_yes()}])
    def test_a_number(self, least: int, kept: dict[str, Any]) -> None:
        found = assessed(all_of(gifts.number(**kept).is_at_least(least), has_fund.is_yes()))
        assert [[each.what for each in one] for one in needs(found).sets] == [[gifts.register, has_fund.fact]]

    def test_a_sum_of_figures_that_are_bounded(self) -> None:
        little = sums.total(paid).is_at_least(dong(5 * MOST))
        leaves = Leaves((little.node,), Prepared(SETTING.review.id, dict(SETTING.surveys)), SETTING)
        told = Told({}, {"sums": KnownRegister((), 0, None)})
        assert {leaves.masks(way) for way in ways(OpenRest(sums.register), told, leaves)} == {(M,), (F,)}
