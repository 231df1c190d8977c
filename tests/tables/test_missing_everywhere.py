"""Over any predicate and any table, no more is counted as settled than `needs` finds; and the shapes that are rare."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest
from columnar import BACKENDS, Table, rows_of, tables
from hypothesis import given, settings
from hypothesis import strategies as st
from movement import (
    CUT_OFF_DAY,
    FIRST,
    ON,
    SECOND,
    Colour,
    Place,
    colour,
    gifts,
    jobs,
    left_on,
    plan_for,
    poor,
    real,
    worth,
)
from strategies import groups

from thidua import Completeness, Document, Minutes, Register, all_of, any_of, missing, needs, percent, tabulate
from thidua.conditions import ALWAYS, Condition
from thidua.knowledge import place_of
from thidua.periods import CUT_OFF, START_OF_PERIOD
from thidua.quantities import dong

MINUTES = Minutes(Document("01/BB", date(2025, 12, 1), "Hội đồng"), "the council", date(2025, 12, 1), "")


def told(condition: Condition[Place], records: Any = {}, **columns: Any) -> dict[str, tuple[int, ...]]:  # noqa: B006  # read only
    frame = pl.DataFrame({"code": [f"S{at}" for at in range(len(next(iter(columns.values()))))], **columns})
    found = missing(tabulate(plan_for(condition), Place, frame, on=ON, records=records))
    return {row[0]: row[1:] for row in found.rows()}


@settings(max_examples=10)
@given(data=st.data())
def test_law_over_any_predicate(data: st.DataObject) -> None:
    condition, clauses = data.draw(groups())
    table: Table = data.draw(tables(st.just((condition, clauses))))
    asked = [Condition(clauses[name]) if name in clauses else ALWAYS for name in (FIRST, SECOND)]
    plan = plan_for(condition, *asked)
    records = {name: kept.register_of("polars") for name, kept in table.registers.items()}
    documents = {name: MINUTES for name in ("honest", "effort") if name in table.frame.columns}
    result = tabulate(
        plan, Place, table.frame, on=ON, review=table.setting.review.id, records=records, documents=documents
    )
    found = {row["evidence"]: row for row in missing(result).to_dicts()}
    by_hand = dict.fromkeys(found, 0)
    for row in table.rows:
        for each in needs(result.explain(row["code"])).sets:
            if len(each) == 1 and each[0].kind in ("value", "correction", "judgement", "register", "entries"):
                what = each[0].what
                by_hand[place_of(what, each[0].survey) if each[0].survey else what.name] += 1

    assert {name: row for name, row in found.items() if name != "any" and row["settles"] > by_hand[name]} == {}


class TestRareShapes:
    """Days, sums, readings of one place in many leaves."""

    def test_a_day_that_did_not_happen_is_not_missing(self) -> None:
        days = {"left_on": [date(2020, 1, 1), None, None], "left_on.never": [None, True, None]}

        assert told(left_on.is_not_after(CUT_OFF), **days)["left_on"] == (1, 1, 1, 1)

    def test_nor_is_a_day_without_that_column(self) -> None:
        assert told(left_on.is_not_after(CUT_OFF), left_on=[date(2020, 1, 1), None])["left_on"] == (1, 1, 1, 1)

    @pytest.mark.parametrize("backend", BACKENDS)
    def test_a_sum_is_open_for_want_of_its_register_alone(self, backend: str) -> None:
        condition = gifts.total(worth).is_at_least(dong(3))
        entries = pl.DataFrame(
            {"code": ["S0", "S1"], "given_on": [CUT_OFF_DAY, CUT_OFF_DAY], "worth": [1, None]},
            {"code": pl.String, "given_on": pl.Date, "worth": pl.Int64},
        )
        frame = pl.DataFrame({"code": ["S0", "S1", "S2"]})
        records = {"gifts": Register(BACKENDS[backend](entries))}
        result = tabulate(plan_for(condition), Place, BACKENDS[backend](frame), on=ON, records=records)
        row = rows_of(missing(result))[1]

        assert (row["evidence"], row["missing"], row["open"], row["settles"]) == ("gifts", 3, 3, 2)

    def test_a_complete_register_is_not_missing(self) -> None:
        entries = pl.DataFrame({"code": ["S0"], "given_on": [CUT_OFF_DAY], "worth": [2]})
        register = Register(entries, Completeness(ON, "UBND"))

        assert told(gifts.total(worth).is_at_least(dong(3)), {"gifts": register}, jobs=[1])["gifts"][:2] == (0, 0)

    def test_a_count_is_open_for_want_of_its_register_alone_unless_an_entry_on_file_may_count(self) -> None:
        condition = gifts.number(where=real.is_yes()).is_at_least(2)
        entries = pl.DataFrame(
            {"code": ["S0", "S1"], "given_on": [CUT_OFF_DAY, CUT_OFF_DAY], "real": [True, None]},
            {"code": pl.String, "given_on": pl.Date, "real": pl.Boolean},
        )

        assert told(condition, {"gifts": Register(entries)}, jobs=[1, 1, 1])["gifts"][:3] == (3, 3, 2)

    def test_a_register_that_nothing_asks_about_is_not_among_what_is_missing(self) -> None:
        entries = pl.DataFrame({"code": ["S0"], "given_on": [CUT_OFF_DAY]})

        assert told(jobs.is_at_least(1), {"gifts": Register(entries)}, jobs=[1, None]) == {
            "any": (1, 1, 1, 1), "jobs": (1, 1, 1, 1),
        }  # fmt: skip

    def test_a_place_in_too_many_leaves_is_counted_as_settling_nothing(self) -> None:
        condition = all_of(
            any_of(*(all_of(jobs.is_at_least(1), poor.is_at_least(k) | jobs.is_at_least(2)) for k in (1, 2, 3))),
            *(jobs.is_at_least(1) | poor.at(START_OF_PERIOD).is_at_least(k) for k in (1, 2, 3)),
        )
        many = all_of(condition, *((jobs + poor).is_at_least(k) for k in range(1, 8)))

        assert told(many, colour=["RED"])["jobs"][2] == 0

    def test_a_choice_within_a_fall_is_supposed_apart(self) -> None:
        zero = colour.is_one_of(Colour.RED)
        condition = poor.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=zero)

        assert told(condition, jobs=[1])["colour"][0] == 1

    def test_nothing_is_missing_where_nothing_is_asked(self) -> None:
        assert told(ALWAYS, jobs=[1]) == {"any": (0, 0, 0, 0)}
