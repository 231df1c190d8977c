"""The public strategies: they draw what the library accepts, near where verdicts turn, and shrink to little."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from small_plan import PLAN as SMALL
from small_plan import asking, jobs

from thidua import PLAN, Commune, Dossier, Household, assess, describe, dump, load, percent, tabulate, testing
from thidua.amendments import adopting
from thidua.conditions import NEVER
from thidua.evidence import DID_NOT_HAPPEN, Complete, Entry, Evidence
from thidua.measures import unit
from thidua.movements import Plan
from thidua.nodes import Compare
from thidua.quantities import dong
from thidua.testing import dossiers, plans, predicates, tables
from thidua.testing.boundaries import boundary_days, boundary_numbers
from thidua.testing.met_dossiers import met_papers
from thidua.thresholds import with_threshold
from thidua.verdicts import MET
from thidua.vocabulary import commune, household
from thidua.walks import nodes_of

KINDS = [words.subject for words in PLAN.vocabularies]
FINAL = date(2025, 12, 31)
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # find() writes out what it found
SEARCH = settings(
    max_examples=300, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)  # fmt: skip
SHRINKING = settings(SEARCH, phases=[Phase.generate, Phase.shrink])


class TestBoundaries:
    """Values lie at and next to every threshold of the plan."""

    def test_of_a_fall_by_half_lie_about_half(self) -> None:
        numbers = boundary_numbers(PLAN, commune.poor_households.fact)

        assert {100, 50, 49, 51} <= set(numbers)
        assert all(number >= 0 for number in numbers)

    def test_of_a_rate_lie_between_none_and_all(self) -> None:
        rate = adopting(PLAN, "A-04", "rate")

        assert {0, 1} <= set(boundary_numbers(rate, household.jobs_created.fact))

    def test_days_lie_about_cut_offs_and_anniversaries(self) -> None:
        days = set(boundary_days(PLAN))

        assert {date(2025, 12, 31), date(2025, 12, 30), date(2026, 1, 1)} <= days
        assert {date(2022, 12, 31), date(2022, 12, 30), date(2023, 1, 1), date(2020, 2, 29)} <= days

    def test_a_changed_threshold_moves_them(self) -> None:
        (group,) = asking(jobs.is_at_least(700)).criteria

        assert {699, 700, 701} <= set(
            boundary_numbers(asking(with_threshold(group.clauses[0].requires, "jobs", 700)), jobs.fact)
        )


class TestDossiers:
    """Dossiers of a kind: loadable, of every verdict, untidy, and quick to shrink."""

    @pytest.mark.parametrize("kind", KINDS)
    def test_can_be_stored_and_read_back(self, kind: type[Any]) -> None:
        @settings(max_examples=10)
        @given(dossiers(PLAN, kind))
        def stored(dossier: Any) -> None:
            assert load(PLAN, dump(PLAN, dossier)) == dossier

        stored()

    @pytest.mark.parametrize("word", ["met", "not_met", "not_applicable", "undetermined"])
    def test_come_to_every_verdict(self, word: str) -> None:
        found = find(dossiers(PLAN, Household), lambda d: assess(PLAN, d, on=FINAL).verdict.id == word, settings=SEARCH)

        assert assess(PLAN, found, on=FINAL).verdict.id == word

    @pytest.mark.parametrize("kind", KINDS)
    def test_some_complete_ones_are_met(self, kind: type[Any]) -> None:
        met = find(
            dossiers(PLAN, kind, complete=True), lambda d: assess(PLAN, d, on=FINAL).verdict == MET, settings=SEARCH
        )

        assert met.papers

    def test_shrink_to_the_one_paper_that_matters(self) -> None:
        def is_not_met(dossier: Any) -> bool:
            return assess(PLAN, dossier, on=FINAL).verdict.id == "not_met"

        found = find(dossiers(PLAN, Household), is_not_met, settings=SHRINKING)

        assert len(found.papers) <= 3

    @pytest.mark.parametrize(
        "untidy",
        [
            lambda said: [one for one in said if isinstance(one, Evidence) and one.value is DID_NOT_HAPPEN],
            lambda said: (
                len({one.fact for one in said if isinstance(one, Evidence)})
                < len([one for one in said if isinstance(one, Evidence) and one.at is None and one.judgement is None])
            ),
            lambda said: [one for one in said if isinstance(one, Entry)],
            lambda said: [one for one in said if isinstance(one, Complete) and one.entries != _filed(said, one)],
        ],
        ids=["did not happen", "conflict", "entries", "declared wrongly"],
    )
    def test_are_untidy(self, untidy: Any) -> None:
        found = find(dossiers(PLAN, Household), lambda d: bool(untidy(_said(d))), settings=SEARCH)

        assert found.papers

    def test_of_a_plan_that_nobody_can_meet_are_drawn_all_the_same(self) -> None:
        nobody = asking(NEVER, jobs.is_at_least(1))

        assert met_papers(nobody, Commune) == ()
        assert find(dossiers(nobody, Commune), lambda d: bool(d.papers), settings=SEARCH)


def _said(dossier: Any) -> list[Any]:
    return [one for paper in dossier.papers for one in paper.proves]


def _filed(said: list[Any], declared: Complete[Any]) -> int:
    return len([one for one in said if isinstance(one, Entry) and one.register == declared.register])


class TestPredicates:
    """Predicates over the words of the plan can be said, and asked in a plan."""

    @given(predicates(SMALL, Commune))
    def test_can_be_said_and_asked(self, condition: Any) -> None:
        assert describe(condition)
        assert describe(condition, "en")
        assert asking(condition).clauses[0].requires == condition

    @given(predicates(SMALL, Commune))
    def test_compare_what_is_of_one_unit(self, condition: Any) -> None:
        compared = [node for node in nodes_of(condition.node) if isinstance(node, Compare)]

        assert all(unit(node.left) == unit(node.right) for node in compared)


AMOUNTS = asking(jobs.is_at_least(3), jobs.is_at_least(0))


class TestPlans:
    """Editions that differ a little: valid, and the plan itself among them."""

    @settings(max_examples=10)
    @given(plans(PLAN))
    def test_are_plans(self, plan: Plan) -> None:
        assert plan.id == PLAN.id
        assert len(plan.clauses) == len(PLAN.clauses)

    def test_shrink_to_the_plan_itself(self) -> None:
        assert find(plans(SMALL), lambda _: True, settings=SHRINKING) == SMALL

    def test_change_readings_and_thresholds(self) -> None:
        assert find(plans(SMALL), lambda plan: plan.reading("A-02").adopted == "at_least", settings=SEARCH)
        stricter = find(plans(SMALL), lambda plan: _fall(plan) > percent(50).share, settings=SHRINKING)
        dearer = find(plans(SMALL), lambda plan: _raised(plan) != dong(50_000_000).dong, settings=SHRINKING)

        assert _fall(stricter) == percent(51).share
        assert _raised(dearer) in (49_999_999, 50_000_001)

    def test_never_ask_for_less_than_nothing(self) -> None:
        least = find(plans(AMOUNTS), lambda plan: plan.clauses[1] != AMOUNTS.clauses[1], settings=SHRINKING)

        assert least.clauses[1].requires == jobs.is_at_least(1)


def _fall(plan: Plan) -> Any:
    return next(each.value for each in _numbers(plan, 0) if each.name == "fall")


def _raised(plan: Plan) -> Any:
    return next(each.value for each in _numbers(plan, 2) if each.name == "gifts_value")


def _numbers(plan: Plan, clause: int) -> Any:
    from thidua.thresholds import thresholds  # noqa: PLC0415  # only here

    return thresholds(plan.clauses[clause])


class TestTables:
    """Tables that tabulate() takes as they are, row for row as the single case is judged."""

    @settings(max_examples=15)
    @given(st.data())
    def test_can_be_judged(self, data: st.DataObject) -> None:
        kind = data.draw(st.sampled_from(KINDS))
        table = data.draw(tables(PLAN, kind))
        frame = pl.DataFrame(table, strict=False)

        judged = tabulate(PLAN, kind, frame, on=FINAL).frame

        assert judged["code"].to_list() == table["code"]
        assert judged["verdict"].null_count() == 0

    def test_shrink_to_one_row_of_nulls(self) -> None:
        least = find(tables(PLAN, Commune), lambda _: True, settings=SHRINKING)

        assert least.pop("code") == ["VD-01"]
        assert {value for column in least.values() for value in column} == {None}


def test_nothing_is_imported_before_it_is_asked_for_and_a_misspelt_name_is_told() -> None:
    with pytest.raises(AttributeError, match=r"module 'thidua\.testing' has no attribute 'dosiers'"):
        _ = testing.dosiers
    assert all(getattr(testing, name) for name in testing.__all__)


class TestCounterExamples:
    """What Hypothesis prints of a dossier that breaks a property: its papers in words, nothing withheld."""

    def test_a_drawn_dossier_is_printed_in_words(self) -> None:
        @SHRINKING
        @given(dossiers(PLAN, Household))
        def nobody_has_income(dossier: Dossier[Household]) -> None:
            told = [said.fact for paper in dossier.papers for said in paper.proves if isinstance(said, Evidence)]
            assert household.income_now.fact not in told

        with pytest.raises(AssertionError) as caught:
            nobody_has_income()
        shown = "\n".join(caught.value.__notes__)

        assert "dossier=Ví Dụ (VD-01)" in shown
        assert "- thu nhập bình quân đầu người một tháng của hộ tại kỳ xét: " in shown
        assert "không công bố" not in shown
        assert "Fact(" not in shown
