"""Corners of the columns, where the law alone answers, or nothing does: every row is still what `assess` finds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl
import pytest
import small_plan
from attrs import evolve
from movement import (
    CUT_OFF_DAY,
    ON,
    S2021,
    VOCABULARY,
    Place,
    due_on,
    gifts,
    honest,
    jobs,
    left_on,
    lends,
    near,
    plan_for,
    poor,
    visits,
    worth,
)

import thidua
from thidua import nodes as n
from thidua.conditions import ALWAYS, Condition, all_of, any_of, not_, unless, where
from thidua.errors import IncompleteError, UnknownNameError, WrongValueError
from thidua.interpreters.columns.population import Population
from thidua.interpreters.columns.supplied import Completeness, Minutes, Register
from thidua.interpreters.columns.tabulate import tabulate
from thidua.nodes import Op
from thidua.periods import AT_REVIEW, CUT_OFF, START_OF_PERIOD
from thidua.quantities import HOUSEHOLDS, SHARE, percent
from thidua.sources import Document
from thidua.subjects import Commune

DAY = date(2025, 1, 1)
MINUTES = Minutes(Document("01/BB", date(2025, 12, 1), "hội đồng", "Biên bản"), "hội đồng", date(2025, 12, 1), "")


def made_of(asked: Any, columns: Mapping[str, Any], records: Any = {}, documents: Any = {}) -> Population[Place]:  # noqa: B006  # read only
    """A condition as the requirement and, where it may be one, as a clause, with all that a table can be asked for."""
    condition = asked if isinstance(asked, Condition) else Condition(asked)
    count = len(next(iter(columns.values())))
    table = pl.DataFrame({"code": [f"S{at}" for at in range(count)], **columns})
    plan = plan_for(condition, ALWAYS if isinstance(condition.node, n.Unless) else condition)
    return tabulate(plan, Place, table, on=ON, records=records, documents=documents, possible=True, margins=True)


def words(asked: Any, columns: Mapping[str, Any], records: Any = {}) -> list[str]:  # noqa: B006  # read only
    """The verdicts, each the one that `assess` finds: `explain` raises where it finds another."""
    made = made_of(asked, columns, records)
    told: list[str] = made.frame["verdict"].to_list()
    assert [made.explain(code).verdict.id for code in made.frame["code"]] == told
    return told


def one_more(term: Any) -> n.Quantity:
    return n.Sum((term.node, n.Exactly(1, HOUSEHOLDS)))


class TestShares:
    """A share is known only where its whole is more than zero."""

    def test_a_whole_without_a_low_end_leaves_it_open(self) -> None:
        share = gifts.number().as_share_of(gifts.number() - visits.number())

        assert words(share.is_at_least(percent(50)), {"jobs": [1]}) == ["undetermined"]

    def test_a_whole_that_the_law_puts_above_zero_never_does(self) -> None:
        share = n.Quotient(poor.node, one_more(near))
        asked = n.Compare(share, Op.AT_LEAST, n.Exactly(1, SHARE))

        assert words(asked, {"poor@review": [0, 2, 1]}) == ["not_met", "met", "undetermined"]

    def test_its_part_may_be_of_another_moment_than_its_whole(self) -> None:
        share = n.Quotient(n.At(poor.node, S2021), near.node)
        told = words(
            n.Compare(share, Op.AT_LEAST, n.Sum((n.Exactly(1, SHARE), n.Times(0, share)))),
            {"poor@2021": [1, 0, None], "near@review": [1, 1, 1]},
        )

        assert told == ["met", "not_met", "undetermined"]

    def test_two_shares_are_compared_by_their_ends(self) -> None:
        left = n.Quotient(n.At(poor.node, S2021), one_more(near))
        right = n.Quotient(gifts.number().node, one_more(near))

        assert words(n.Compare(left, Op.AT_LEAST, right), {"poor@2021": [3]}) == ["undetermined"]

    def test_a_whole_without_a_high_end_may_make_it_as_small_as_can_be(self) -> None:
        entries = pl.DataFrame({"code": ["S0"], "given_on": [DAY]})
        share = n.Quotient(one_more(jobs), gifts.number().node)
        asked = n.Compare(
            n.Sum((share, n.Times(-1, n.Quotient(jobs.node, one_more(near))))), Op.LESS_THAN, n.Exactly(-2, SHARE)
        )

        assert words(asked, {"jobs": [0]}, {"gifts": Register(entries)}) == ["not_met"]

    def test_no_times_a_part_is_no_share(self) -> None:
        share = n.Quotient(n.Times(0, gifts.number().node), one_more(near))
        other = n.Quotient(jobs.node, one_more(near))

        assert words(n.Compare(other, Op.MORE_THAN, share), {"jobs": [0], "near@review": [1]}) == ["not_met"]


class TestDays:
    """A day of the law needs no column; a day of the table may be told only not to have happened."""

    def test_told_only_not_to_have_happened(self) -> None:
        assert words(left_on.is_not_after(CUT_OFF), {"left_on.never": [True, None]}) == ["not_met", "undetermined"]

    @pytest.mark.parametrize(("op", "told"), [(Op.AT_MOST, "met"), (Op.LESS_THAN, "not_met")])
    def test_two_of_the_law_give_one_answer(self, op: Op, told: str) -> None:
        assert words(n.CompareDays(n.ExactDay(CUT_OFF_DAY), op, n.DayOf(CUT_OFF)), {"jobs": [1]}) == [told]

    def test_a_year_after_29_february_is_the_28th(self) -> None:
        asked = n.CompareDays(n.YearsAfter(left_on.node, 1), Op.AT_MOST, due_on.node)
        columns = {
            "left_on": [date(2024, 2, 29), date(2024, 2, 29), date(2023, 3, 1), None],
            "due_on": [date(2025, 2, 28), date(2025, 2, 27), date(2024, 3, 1), date(2025, 1, 1)],
        }

        assert words(asked, columns) == ["met", "not_met", "met", "undetermined"]


class TestFalls:
    """A fall is judged from what ends there are."""

    def test_from_a_difference_that_may_be_below_zero(self) -> None:
        change = n.Sum((poor.node, n.Times(-1, near.node)))
        asked = n.Falls(change, Fraction(1, 2), True, START_OF_PERIOD, AT_REVIEW, ALWAYS.node)

        assert words(asked, {"poor@review": [3, None], "near@review": [0, None]}) == ["not_met", "undetermined"]

    def test_from_a_survey_to_itself_zero_is_answered_by_the_reading_alone(self) -> None:
        asked = n.Falls(poor.node, Fraction(1, 2), True, AT_REVIEW, AT_REVIEW, ALWAYS.node)

        assert words(asked, {"poor@review": [0, 1, None]}) == ["met", "not_met", "undetermined"]

    def test_from_a_start_that_may_be_anything(self) -> None:
        fall = small_plan.poor_households.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=ALWAYS)
        table = pl.DataFrame({"code": ["S0", "S1"], "poor_households@review": [4, 0]})
        made = tabulate(small_plan.asking(fall), Commune, table, on=small_plan.ON, reasons=True)

        assert made.frame["verdict"].to_list() == ["undetermined", "met"]
        assert [made.explain(code).verdict.id for code in ("S0", "S1")] == ["undetermined", "met"]
        assert not any("zero_at_start" in str(row) for row in made.frame.rows())

    def test_what_has_to_be_divided_has_no_distance_in_columns(self) -> None:
        half = n.Times(2, n.Times(Fraction(1, 2), poor.node))
        asked = n.Falls(half, Fraction(1, 2), True, START_OF_PERIOD, AT_REVIEW, ALWAYS.node)
        made = made_of(asked, {"poor@start_of_period": [3], "poor@review": [1]})

        assert made.frame["verdict"].to_list() == ["met"]
        assert made.margins == ()


class TestDistancesOfRates:
    """A rate has a distance in columns where it moves in whole percent, as tables keep it."""

    @pytest.mark.parametrize(
        ("asked", "there"),
        [
            (small_plan.poverty_rate.is_at_most(percent(5)), True),
            (small_plan.poverty_rate.is_at_most(percent(Fraction(5, 2))), False),
            (small_plan.poverty_rate.times(Fraction(1, 2)).is_at_most(percent(5)), False),
        ],
        ids=["whole", "a part of a percent", "half of a rate"],
    )
    def test_it_is_left_out_elsewhere(self, asked: Condition[Commune], there: bool) -> None:
        table = pl.DataFrame({"code": ["S0"], "poverty_rate@review": [2]})
        made = tabulate(small_plan.asking(asked), Commune, table, on=small_plan.ON, margins=True)

        assert made.frame["verdict"].to_list() == ["met"]
        assert bool(made.margins) is there


class TestJudgementsInside:
    """What is measured is told beside the verdict wherever in a clause a judgement stands."""

    @pytest.mark.parametrize(
        ("asked", "measured"),
        [
            (all_of(jobs.is_at_least(1), not_(honest.is_judged_so())), "met"),
            (any_of(where(lends.is_yes(), honest.is_judged_so()), jobs.is_at_least(2)), "not_met"),
            (where(jobs.is_at_least(1), any_of(honest.is_judged_so(), jobs.is_at_least(2))), "not_met"),
            (unless(jobs.is_at_least(1), honest.is_judged_so()), "met"),
        ],
        ids=["not", "any", "where", "unless"],
    )
    def test_it_drops_out(self, asked: Condition[Place], measured: str) -> None:
        made = made_of(asked, {"jobs": [1], "lends": [True], "honest": ["YES"]}, documents={honest: MINUTES})

        assert made.frame["verdict.measured"].to_list() == [measured]


class TestUnless:
    """Of what disqualifies, the reason is the part that does."""

    def test_the_reason_is_what_disqualifies(self) -> None:
        asked = unless(jobs.is_at_least(1), lends.is_yes())

        assert words(asked, {"jobs": [1, 1, 0], "lends": [True, False, False]}) == ["not_met", "met", "not_met"]


class TestRefused:
    """What cannot be a register, or a declaration of one, is refused by name."""

    def test_nobody_says_that_it_is_complete(self) -> None:
        with pytest.raises(IncompleteError, match="says by whom"):
            Completeness(DAY, " ")

    def test_a_bare_table_is_no_register(self) -> None:
        with pytest.raises(WrongValueError, match=r"expected Register\(frame, complete=…\) but got DataFrame"):
            words(ALWAYS, {"jobs": [1]}, {"gifts": pl.DataFrame({"code": ["S0"], "given_on": [DAY]})})

    @pytest.mark.parametrize(
        ("given", "told"),
        [
            ({"complete": DAY}, r"complete=: expected Completeness\(through, by\), but got"),
            ({"complete": True}, r"complete=: expected Completeness\(through, by\), but got"),
            ({"document": "07/QĐ"}, "document=: expected a Document but got the text '07/QĐ'"),
        ],
    )
    def test_a_bare_day_declares_nothing_and_a_number_is_no_document(self, given: Any, told: str) -> None:
        with pytest.raises(WrongValueError, match=told):
            Register(pl.DataFrame({"code": ["S0"], "given_on": [DAY]}), **given)

    def test_what_proves_a_column_is_a_document_or_minutes(self) -> None:
        with pytest.raises(WrongValueError, match=r"documents=\{'jobs': …\}: expected a Document, or Minutes .* got"):
            made_of(jobs.is_at_least(1), {"jobs": [1]}, documents={"jobs": "07/QĐ"})

    def test_a_misspelt_column_of_a_register(self) -> None:
        entries = pl.DataFrame({"code": ["S0"], "given_on": [DAY], "worht": [1]})
        with pytest.raises(UnknownNameError, match="register gifts: column 'worht' is no fact; did you mean 'worth'"):
            words(ALWAYS, {"jobs": [1]}, {"gifts": Register(entries)})


class TestNothingTold:
    """A column of nulls of any type tells nothing."""

    def test_of_a_declaration(self) -> None:
        entries = pl.DataFrame({"code": ["S0"], "given_on": [DAY]})
        held = {"gifts": Register(entries, Completeness("through", "UBND"))}
        told = words(gifts.number().is_at_least(2), {"through": pl.Series([None], dtype=pl.String)}, held)

        assert told == ["undetermined"]

    def test_of_a_judgement_with_minutes_of_each_row(self) -> None:
        minutes = {honest: Minutes.by_row(by="by", on="sat_on", number="minutes")}
        columns = {"honest": pl.Series([None], dtype=pl.Int64), "by": ["hội đồng"], "sat_on": [ON], "minutes": ["1"]}

        assert made_of(honest.is_judged_so(), columns, documents=minutes).frame["verdict"].to_list() == ["undetermined"]


class TestTotals:
    """What a field may be without end leaves a total without one, where any entry may count."""

    @pytest.mark.parametrize("told", [{}, {"value": [None, None]}, {"value": [5, None]}, {"value": [5, 6]}])
    def test_of_an_amount_without_an_end(self, told: dict[str, Any]) -> None:
        columns = {name: pl.Series(values, dtype=pl.Int64) for name, values in told.items()}
        dated = small_plan.gifts.register.dated_by
        entries = pl.DataFrame({"code": ["S0", "S0"], dated: [DAY, DAY], **columns})
        held = {small_plan.gifts: Register(entries, Completeness(small_plan.ON, "UBND"))}
        asked = n.Compare(
            n.Total(small_plan.gifts.register, small_plan.value.fact, ALWAYS.node),
            Op.AT_LEAST,
            n.Exactly(1, small_plan.value.fact.unit),
        )
        table = pl.DataFrame({"code": ["S0", "S1"]})
        made = tabulate(
            small_plan.asking(Condition(asked)), Commune, table, on=small_plan.ON, records=held, reasons=True
        )

        known = bool(told) and told["value"][0] == 5
        assert made.frame["verdict"].to_list() == ["met" if known else "undetermined", "not_met"]
        assert [made.explain(code).verdict.id for code in ("S0", "S1")] == made.frame["verdict"].to_list()


class TestLeastOfAnEntry:
    """An entry that is declared and not shown adds the least that an entry can be, and no less."""

    def test_what_has_not_been_shown_counts(self) -> None:
        least_one = evolve(worth.fact, low=1)
        register = evolve(
            gifts.register, fields=tuple(least_one if f == worth.fact else f for f in gifts.register.fields)
        )
        total = n.Total(register, least_one, ALWAYS.node)
        vocabulary = evolve(VOCABULARY, registers=(register, visits.register))
        entries = pl.DataFrame({"code": ["S0", "S1"], "given_on": [DAY, DAY], "worth": [1, 1]})
        held = {"gifts": Register(entries, Completeness(CUT_OFF_DAY, "UBND", "declared"))}
        table = pl.DataFrame({"code": ["S0", "S1"], "declared": [2, 1]})
        asked = Condition(n.Compare(total, Op.AT_LEAST, n.Exactly(2, least_one.unit)))
        plan = plan_for(ALWAYS)
        plan = evolve(plan, vocabularies=(vocabulary,), contents=(evolve(plan.criteria[0], requires=asked),))
        made = tabulate(plan, Place, table, on=ON, records=held)

        assert made.frame["verdict"].to_list() == ["met", "not_met"]
        assert [made.explain(code).verdict.id for code in ("S0", "S1")] == ["met", "not_met"]


def test_a_count_too_large_for_its_fact_is_told_with_the_least_of_its_column() -> None:
    """Of a type without negative numbers only the most is looked for; the message still tells both ends."""
    with pytest.raises(WrongValueError, match="expected numbers from 0 to 2 but it goes from 1 to 7"):
        words(ALWAYS, {"jobs": pl.Series([7, 1], dtype=pl.UInt8)})


def test_minutes_of_each_row_leave_other_columns_as_they_are() -> None:
    minutes = {honest: Minutes.by_row(by="by", on="sat_on", number="minutes")}
    columns = {"jobs": [1, 1], "honest": ["YES", "YES"], "by": ["the council", None], "sat_on": [ON] * 2}
    made = made_of(
        all_of(jobs.is_at_least(1), honest.is_judged_so()), {**columns, "minutes": ["1", "2"]}, documents=minutes
    )

    assert made.frame["verdict"].to_list() == ["met", "undetermined"]
    assert [made.explain(code).verdict.id for code in ("S0", "S1")] == ["met", "undetermined"]


def test_entries_with_keys_of_their_own_are_counted_and_explained_by_their_clauses() -> None:
    entries = pl.DataFrame({"code": ["S0", "S0"], "key": ["01", "02"], "given_on": [DAY, DAY]})
    made = made_of(gifts.number().is_at_least(2), {"jobs": [1]}, {"gifts": Register(entries)})

    assert made.frame["verdict"].to_list() == ["met"]
    assert made.explain("S0").verdict.id == "met"
    assert made.criteria == made.plan.criteria_for(Place)


def test_a_lazy_row_is_explained_without_the_value_that_its_fact_cannot_have() -> None:
    """What a fact cannot be counts as not recorded in a lazy table, and so it does where one row of it is explained."""
    table = pl.LazyFrame({"code": ["VD-01"], "poor_households@2021": [-5], "near_poor_households@2021": [3]})

    assessment = tabulate(thidua.PLAN, Commune, table, on=date(2025, 12, 31)).explain("VD-01")

    assert sorted(assessment.knowledge.places) == ["near_poor_households@2021"]


@pytest.mark.parametrize(("number", "word"), [(0, "not_met"), (1, "met"), (None, "undetermined")])
def test_zero_to_zero_may_be_answered_by_another_figure(number: int | None, word: str) -> None:
    """What answers zero to zero may itself be a comparison, in a table with its reasons as in one without."""
    asked = poor.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=jobs.is_at_least(1))
    assert words(asked, {"poor@start_of_period": [0], "poor@review": [0], "jobs": [number]}) == [word]
