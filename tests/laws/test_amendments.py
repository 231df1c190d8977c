"""The laws of amending: nothing changes nothing, disjoint amendments commute, the history keeps its order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from small_plan import DOSSIER, PLAN, has_fund, jobs

from thidua.amendments import (
    add,
    add_facts,
    adopt_reading,
    adopting,
    amend,
    change_period,
    mark_no_looser,
    repeal,
    replace,
    set_threshold,
)
from thidua.clauses import Clause
from thidua.conditions import ALWAYS
from thidua.digests import digest
from thidua.editions import edition_in_force
from thidua.enactments import Amendment
from thidua.errors import NotInForceError
from thidua.facts import dated_count
from thidua.interpreters.assess import assess
from thidua.movements import Plan
from thidua.nodes import Reading
from thidua.periods import Period
from thidua.quantities import HOUSEHOLDS, percent
from thidua.sources import Document
from thidua.subjects import Commune
from thidua.texts import Text
from thidua.walks import walk

DECISIONS = [Document(f"{number}/QĐ-UBND", date(2023, 2, number), "UBND tỉnh Ví Dụ") for number in (1, 2, 3)]
DAYS = [date(2021, 1, 1), date(2023, 6, 1), date(2025, 6, 1)]
ASKED_ON = [date(2023, 5, 31), date(2023, 6, 1), date(2025, 5, 31), date(2025, 6, 1), date(2025, 12, 31)]
DIGEST = digest(PLAN)
OWN = dated_count(Commune, "lonely", Text("số hộ neo đơn", "lonely households"), HOUSEHOLDS)
NEW = Clause("III.2.1-7", text="Có việc làm.", en="Has jobs.", requires=jobs.is_at_least(1))
OPTIONS = [(reading.id, option) for reading in PLAN.readings for option in (*(o.id for o in reading.options), None)]


@st.composite
def amendments(draw: st.DrawFn) -> Amendment:
    """One amendment of the small plan."""
    said: dict[str, Any] = {"by": draw(st.sampled_from(DECISIONS)), "effective": draw(st.sampled_from(DAYS))}
    return draw(
        st.one_of(
            st.integers(0, 100).map(lambda share: set_threshold("III.2.1-1", "fall", percent(share), **said)),
            st.sampled_from(OPTIONS).map(lambda chosen: adopt_reading(*chosen, **said)),
            st.sampled_from(["III.2.1-1", "III.2.1-2", "III.2.1-3", "I"]).map(lambda target: repeal(target, **said)),
            st.just(replace("III.2.1-3", requires=has_fund.is_yes(), **said)),
            st.just(replace("III.2.1-1", applies_where=ALWAYS, **said)),
            st.sampled_from(["III.2.1-2", "III.2.1"]).map(lambda after: add(NEW, after=after, **said)),
            st.just(mark_no_looser("III.2.2-1", **said)),
            st.just(add_facts(Commune, OWN, **said)),
            st.just(change_period(Period(date(2022, 1, 1), date(2025, 12, 31)), **said)),
        )
    )


@st.composite
def disjoint(draw: st.DrawFn) -> list[Amendment]:
    """Amendments of targets of their own; a clause that others stand after is not repealed."""
    drawn = draw(st.lists(amendments(), min_size=2, max_size=5, unique_by=lambda each: each.target))
    named = {getattr(each.change, "after", "") for each in drawn}
    kept = [each for each in drawn if not (each.what == f"repeal {each.target}" and each.target in named)]
    repealed = [each for each in kept if each.what.startswith("repeal III")]
    return [each for each in kept if each not in repealed[1:]]


def one_by_one(made: list[Amendment]) -> Plan:
    plan = PLAN
    for each in made:
        plan = amend(plan, each)
    return plan


def but_its_history(plan: Plan) -> Plan:
    return evolve(plan, amendments=(), readings=tuple(sorted(plan.readings, key=lambda reading: reading.id)))


@given(amendments())
def test_the_plan_amended_is_another_and_the_base_is_unchanged(made: Amendment) -> None:
    plan = amend(PLAN, made)

    assert digest(PLAN) == DIGEST != digest(plan)
    assert plan.amendments[0].amendment == made


@given(disjoint())
def test_the_empty_amendment_is_the_identity(made: list[Amendment]) -> None:
    plan = amend(PLAN, *made)

    assert amend(plan) == plan


@given(disjoint(), st.randoms(use_true_random=False))
def test_disjoint_amendments_commute_and_the_history_keeps_their_order(made: list[Amendment], random: Any) -> None:
    shuffled = random.sample(made, len(made))
    one, other = amend(PLAN, *made), amend(PLAN, *shuffled)

    assert but_its_history(one) == but_its_history(other)
    assert [each.amendment for each in one.amendments] == made
    assert [each.amendment for each in other.amendments] == shuffled


@given(disjoint(), st.randoms(use_true_random=False))
def test_amending_at_once_or_one_by_one_in_any_order_is_the_same(made: list[Amendment], random: Any) -> None:
    """A mark keeps what stood on its day, and so the order in which marks and readings came."""
    shuffled = random.sample(made, len(made))
    one, other = one_by_one(shuffled), amend(PLAN, *made)

    assert but_its_history(evolve(one, floors=())) == but_its_history(evolve(other, floors=()))
    assert [floor.id for floor in one.floors] == [floor.id for floor in other.floors]


@given(disjoint(), st.sampled_from(ASKED_ON))
def test_verdicts_before_the_day_of_effect_are_unchanged(made: list[Amendment], on: date) -> None:
    plan = amend(PLAN, *made)
    edition = edition_in_force([PLAN, plan], on)

    if any(on < (each.effective or on) for each in made):
        assert assess(edition, DOSSIER, on=on).found == assess(PLAN, DOSSIER, on=on).found
        with pytest.raises(NotInForceError):
            assess(plan, DOSSIER, on=on)
    else:
        assert edition is plan


@given(st.sampled_from(OPTIONS), st.sampled_from(OPTIONS))
def test_alternatives_of_a_reading_not_adopted_never_leak(first: Any, second: Any) -> None:
    plan = adopting(adopting(PLAN, *first), *second)
    wanted = {reading.id: reading.adopted for reading in PLAN.readings} | dict([first, second])
    held = {(value.id, value.adopted) for value in walk(plan) if isinstance(value, Reading)}

    assert held == set(wanted.items())


@given(st.sampled_from(OPTIONS))
def test_adopting_what_was_adopted_gives_the_plan_back(chosen: Any) -> None:
    name, _ = chosen

    assert adopting(adopting(PLAN, *chosen), name, PLAN.reading(name).adopted) == PLAN
