"""Untidy tables: each way of being untidy has one outcome, the same on every engine that can tell.

What is seen in the types of columns is an error before any work. So is what is seen in values, where the table is there
to be looked at; of a lazy table nothing is asked, and what a fact cannot be is not recorded.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from columnar import BACKENDS, CONNECTION, rows_of
from movement import CUT_OFF_DAY, ON, Colour, Place, colour, gifts, honest, jobs, left_on, lends, plan_for, poor, real

from thidua.conditions import ALWAYS, all_of
from thidua.errors import (
    DuplicateNameError,
    FloatRefusedError,
    IncompleteError,
    UnknownNameError,
    WrongValueError,
)
from thidua.interpreters.columns.engine import words_of
from thidua.interpreters.columns.naming import ENTRY_KEY
from thidua.interpreters.columns.supplied import Completeness, Minutes, Register
from thidua.interpreters.columns.tabulate import tabulate
from thidua.periods import CUT_OFF, START_OF_PERIOD
from thidua.sources import Document

EAGER = [name for name in BACKENDS if name not in ("polars, lazy", "duckdb")]
LAZY = ["polars, lazy", "duckdb"]
every = pytest.mark.parametrize("backend", BACKENDS)
eager = pytest.mark.parametrize("backend", EAGER)
lazy = pytest.mark.parametrize("backend", LAZY)
DOCUMENT = Document("01/BB", date(2025, 12, 1), "Hội đồng", "Biên bản")


def words(condition: Any, backend: str, records: Any = {}, documents: Any = {}, **columns: Any) -> list[str]:  # noqa: B006  # read only
    """The verdicts on a condition, row by row."""
    table = pl.DataFrame({"code": [f"S{at}" for at in range(len(next(iter(columns.values()))))], **columns})
    return judged(condition, BACKENDS[backend](table), records, documents)


def judged(condition: Any, frame: Any, records: Any = {}, documents: Any = {}) -> list[str]:  # noqa: B006  # read only
    made = tabulate(plan_for(condition), Place, frame, on=ON, records=records, documents=documents)
    rows = rows_of(made.frame)
    return [row["verdict"] for row in sorted(rows, key=lambda row: str(row.get("code")))]


class TestWithoutTheExtra:
    """Without the packages of the extra `frames`, judging a table says what to install."""

    def test_says_what_to_install(self) -> None:
        with pytest.raises(ImportError, match=r"judging tables needs no_such_engine: pip install 'thidua\[frames\]'"):
            words_of("no_such_engine")


@every
class TestNotRecorded:
    """What is missing stays open."""

    def test_a_null_is_not_recorded(self, backend: str) -> None:
        assert words(jobs.is_at_least(1), backend, jobs=[0, 1, None]) == ["not_met", "met", "undetermined"]

    def test_so_is_a_column_that_is_not_there(self, backend: str) -> None:
        assert words(jobs.is_at_least(1), backend, colour=["RED"]) == ["undetermined"]

    def test_so_is_a_column_of_nulls_alone(self, backend: str) -> None:
        table = pl.DataFrame({"code": ["S0"], "jobs": [None]}, schema={"code": pl.String, "jobs": pl.Int64})

        assert judged(jobs.is_at_least(1), BACKENDS[backend](table)) == ["undetermined"]

    def test_an_empty_table_has_no_verdicts(self, backend: str) -> None:
        table = pl.DataFrame({"code": [], "jobs": []}, schema={"code": pl.String, "jobs": pl.Int64})

        assert judged(jobs.is_at_least(1), BACKENDS[backend](table)) == []

    def test_a_day_that_did_not_happen_is_told_beside_it(self, backend: str) -> None:
        told = words(
            left_on.is_not_after(CUT_OFF), backend,
            **{"left_on": [date(2020, 1, 1), None, None], "left_on.never": [None, True, None]},
        )  # fmt: skip

        assert told == ["met", "not_met", "undetermined"]


class TestNaN:
    """NaN is how NumPy writes a gap; a float is taken where every value is a whole number."""

    @pytest.mark.parametrize("kind", ["pandas", "polars", "pyarrow"])
    def test_is_not_recorded(self, kind: str) -> None:
        values = {"code": ["S0", "S1"], "jobs": [1.0, float("nan")]}
        frame = {"pandas": pd.DataFrame, "polars": pl.DataFrame, "pyarrow": pa.table}[kind](values)

        assert judged(jobs.is_at_least(1), frame) == ["met", "undetermined"]

    @eager
    def test_a_float_that_is_no_whole_number_is_refused(self, backend: str) -> None:
        table = pl.DataFrame({"code": ["S0"], "jobs": [1.5]})
        frame = pd.DataFrame(table.to_dict(as_series=False)) if "pandas" in backend else table
        with pytest.raises(FloatRefusedError, match="'jobs'"):
            judged(jobs.is_at_least(1), frame.to_arrow() if backend == "pyarrow" else frame)

    @pytest.mark.parametrize("beyond", [float(2**53 + 2), float("inf"), -float("inf")])
    def test_nor_is_one_beyond_exactness_taken(self, beyond: float) -> None:
        with pytest.raises(FloatRefusedError):
            judged(jobs.is_at_least(1), pl.DataFrame({"code": ["S0"], "jobs": [beyond]}))

    @lazy
    def test_a_lazy_column_of_floats_is_refused_unseen(self, backend: str) -> None:
        table = pl.DataFrame({"code": ["S0"], "jobs": [1.0]})
        frame = table.lazy() if backend == "polars, lazy" else CONNECTION.from_arrow(table.to_arrow())
        with pytest.raises(FloatRefusedError, match="cast it to integers first"):
            judged(jobs.is_at_least(1), frame)


@every
class TestTypes:
    """A column of a type that its fact cannot have is refused before any work."""

    def test_days_as_text_are_refused(self, backend: str) -> None:
        with pytest.raises(WrongValueError, match="'left_on' holds String"):
            words(left_on.is_not_after(CUT_OFF), backend, left_on=["7/10/2022"])

    def test_numbers_as_text_are_refused(self, backend: str) -> None:
        with pytest.raises(WrongValueError, match="takes whole numbers"):
            words(jobs.is_at_least(1), backend, jobs=["1"])

    def test_all_problems_are_told_together(self, backend: str) -> None:
        with pytest.raises(WrongValueError, match=r"'jobs'.*'lends'"):
            words(ALWAYS, backend, jobs=["1"], lends=["yes"])


@eager
class TestValues:
    """What a fact cannot be is refused, where the table can be looked at."""

    def test_a_negative_count_is_refused(self, backend: str) -> None:
        with pytest.raises(WrongValueError, match="expected numbers from 0 to 2 but it goes from -1 to 1"):
            words(jobs.is_at_least(1), backend, jobs=[-1, 1])

    def test_an_option_that_is_none_is_refused_with_the_nearest(self, backend: str) -> None:
        with pytest.raises(WrongValueError, match=r"'GREN' is not one of its options; did you mean 'GREEN'"):
            words(colour.is_one_of(Colour.RED), backend, colour=["RED", "GREN"])

    def test_a_day_outside_living_memory_is_refused(self, backend: str) -> None:
        with pytest.raises(WrongValueError, match="expected days from 1900 to 2199"):
            words(left_on.is_not_after(CUT_OFF), backend, left_on=[date(1022, 10, 7)])


@lazy
class TestUnseenValues:
    """What a fact cannot be is not recorded in a table that is not looked at; it decides nothing."""

    def test_a_count_outside_its_domain(self, backend: str) -> None:
        assert words(jobs.is_at_least(1), backend, jobs=[-1, 7, 2]) == ["undetermined", "undetermined", "met"]

    def test_an_option_that_is_none(self, backend: str) -> None:
        told = words(colour.is_one_of(Colour.RED), backend, colour=["RED", "GREN", "BLUE"])

        assert told == ["met", "undetermined", "not_met"]


class TestSubjects:
    """One row, one subject."""

    @eager
    def test_two_rows_of_one_code_are_refused(self, backend: str) -> None:
        table = pl.DataFrame({"code": ["S0", "S0"], "jobs": [1, 2]})
        with pytest.raises(DuplicateNameError, match="'S0' stands in more than one row"):
            judged(jobs.is_at_least(1), BACKENDS[backend](table))

    @lazy
    def test_in_a_lazy_table_each_row_is_judged_and_none_explained(self, backend: str) -> None:
        table = pl.DataFrame({"code": ["S0", "S0"], "jobs": [0, 1]})
        made = tabulate(plan_for(jobs.is_at_least(1)), Place, BACKENDS[backend](table), on=ON)

        assert sorted(row["verdict"] for row in rows_of(made.frame)) == ["met", "not_met"]
        with pytest.raises(DuplicateNameError, match="'S0'"):
            made.explain("S0")

    @eager
    @pytest.mark.parametrize(
        ("codes", "said"),
        [
            (["S0", None, "S1"], "one row has none"),
            (["S0", " ", "S1"], "one row has none"),
            (["", None, "S1"], "2 rows have none"),
        ],
    )
    def test_a_row_without_a_code_is_refused(self, backend: str, codes: list[str | None], said: str) -> None:
        table = pl.DataFrame({"code": codes, "jobs": [0, 1, 2]})
        with pytest.raises(IncompleteError, match=f"every subject needs its code, and {said}"):
            judged(jobs.is_at_least(1), BACKENDS[backend](table))

    @every
    def test_a_table_without_codes_is_judged_but_not_explained(self, backend: str) -> None:
        made = tabulate(plan_for(jobs.is_at_least(1)), Place, BACKENDS[backend](pl.DataFrame({"jobs": [1]})), on=ON)

        assert rows_of(made.frame)[0]["verdict"] == "met"
        with pytest.raises(IncompleteError, match="no column 'code'"):
            made.explain("S0")

    @every
    def test_a_code_that_nobody_has_is_told(self, backend: str) -> None:
        made = tabulate(plan_for(ALWAYS), Place, BACKENDS[backend](pl.DataFrame({"code": ["S0"]})), on=ON)
        with pytest.raises(UnknownNameError, match="no subject has the code 'S1'"):
            made.explain("S1")


@every
class TestNames:
    """A column that reads like a fact and is none is an error; any other is the caller's own."""

    def test_a_slip_is_told_with_the_nearest_name(self, backend: str) -> None:
        with pytest.raises(UnknownNameError, match="'colur' is no fact; did you mean 'colour'"):
            words(ALWAYS, backend, colur=["RED"])

    def test_a_fact_without_its_moment_is_told(self, backend: str) -> None:
        with pytest.raises(UnknownNameError, match="'poor' names no moment"):
            words(ALWAYS, backend, poor=[1])

    def test_a_moment_that_is_none_is_told(self, backend: str) -> None:
        with pytest.raises(UnknownNameError, match="'poor@2020' is no fact at a moment"):
            words(ALWAYS, backend, **{"poor@2020": [1]})

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("poor_2021", "poor@2021"),
            ("Poor 2021", "poor@2021"),
            ("poor.review", "poor@review"),
            ("poor_start_of_perod", "poor@start_of_period"),
            ("left_on_never", "left_on.never"),
        ],
    )
    def test_a_name_joined_otherwise_is_told(self, backend: str, written: str, meant: str) -> None:
        with pytest.raises(UnknownNameError, match=f"column '{written}' is no fact; did you mean '{meant}'"):
            words(ALWAYS, backend, **{written: [1]})

    @pytest.mark.parametrize("column", ["Code", "CODES"])
    def test_codes_under_another_name_are_told(self, backend: str, column: str) -> None:
        with pytest.raises(UnknownNameError, match=f"column '{column}' is not where .* did you mean 'code'"):
            tabulate(plan_for(ALWAYS), Place, BACKENDS[backend](pl.DataFrame({column: ["S0"]})), on=ON)

    def test_beside_the_codes_such_a_column_is_the_callers_own(self, backend: str) -> None:
        frame = BACKENDS[backend](pl.DataFrame({"code": ["S0"], "codes": ["x"]}))
        (row,) = rows_of(tabulate(plan_for(ALWAYS), Place, frame, on=ON, reasons=False).frame)

        assert (row["codes"], row["verdict"]) == ("x", "met")

    def test_one_place_told_by_two_columns_is_refused(self, backend: str) -> None:
        with pytest.raises(DuplicateNameError, match="both tell 'poor@2021'"):
            words(ALWAYS, backend, **{"poor@2021": [1], f"poor@{START_OF_PERIOD.id}": [1]})

    def test_what_is_the_callers_own_is_kept(self, backend: str) -> None:
        frame = BACKENDS[backend](pl.DataFrame({"code": ["S0"], "province": ["Sơn La"], "jobs": [1]}))
        (row,) = rows_of(tabulate(plan_for(jobs.is_at_least(1)), Place, frame, on=ON, reasons=False).frame)

        assert list(row) == ["code", "province", "jobs", "verdict", "III.2.1-1", "III.2.1-2"]
        assert (row["province"], row["verdict"]) == ("Sơn La", "met")

    def test_names_kept_for_judging_are_refused(self, backend: str) -> None:
        with pytest.raises(WrongValueError, match="kept for judging"):
            words(ALWAYS, backend, __thidua_x=[1])


class TestWidths:
    """Integers of every width are one, and exact as far as they reach."""

    @pytest.mark.parametrize("dtype", [pl.Int8, pl.Int16, pl.Int32, pl.Int64, pl.UInt8, pl.UInt32, pl.UInt64])
    @pytest.mark.parametrize("kind", ["polars", "lazy", "pandas", "pyarrow", "duckdb"])
    def test_are_mixed_without_a_difference(self, dtype: Any, kind: str) -> None:
        condition = all_of((poor - jobs).is_at_least(1), (poor + jobs).is_at_most(4), poor.is_at_least(jobs))
        table = pl.DataFrame(
            {"code": ["a", "b", "c"], "poor@review": [3, 1, 2], "jobs": [1, 1, None]},
            schema_overrides={"poor@review": dtype, "jobs": pl.Int8},
        )
        frame = {
            "polars": lambda: table, "lazy": table.lazy, "pandas": lambda: table.to_arrow().to_pandas(),
            "pyarrow": table.to_arrow, "duckdb": lambda: CONNECTION.from_arrow(table.to_arrow()),
        }[kind]()  # fmt: skip

        assert judged(condition, frame) == ["met", "not_met", "undetermined"]

    @pytest.mark.parametrize("kind", ["polars", "lazy", "duckdb", "pyarrow"])
    def test_a_time_of_day_falls_on_its_day(self, kind: str) -> None:
        table = pl.DataFrame({"code": ["a", "b"], "left_on": [datetime(2025, 12, 15, 23), datetime(2025, 12, 16)]})
        frame = {
            "polars": lambda: table, "lazy": table.lazy, "pyarrow": table.to_arrow,
            "duckdb": lambda: CONNECTION.from_arrow(table.to_arrow()),
        }[kind]()  # fmt: skip

        assert judged(left_on.is_not_after(CUT_OFF), frame) == ["met", "not_met"]


DAY = date(2025, 1, 1)


@every
class TestRegisters:
    """Entries belong to subjects by code; what declares them complete stands in the call or in columns."""

    def _gifts(self, backend: str, *rows: tuple[Any, ...], complete: Completeness | None = None) -> dict[str, Register]:
        schema = {"code": pl.String, "given_on": pl.Date, "real": pl.Boolean}
        return {"gifts": Register(BACKENDS[backend](pl.DataFrame(rows, schema, orient="row")), complete)}

    def test_those_of_unknown_subjects_are_nobodys(self, backend: str) -> None:
        held = self._gifts(backend, ("S0", DAY, True), ("S9", DAY, False), complete=Completeness(ON, "UBND"))

        assert words(gifts.are_all(real.is_yes()), backend, held, jobs=[1, 1]) == ["met", "not_applicable"]

    def test_codes_that_are_numbers_meet_their_digits(self, backend: str) -> None:
        held = self._gifts(backend, ("1", DAY, True), complete=Completeness(ON, "UBND"))

        assert judged(gifts.number().is_at_least(1), BACKENDS[backend](pl.DataFrame({"code": [1, 2]})), held) == [
            "met",
            "not_met",
        ]

    def test_codes_that_are_days_are_refused(self, backend: str) -> None:
        table = BACKENDS[backend](pl.DataFrame({"code": [DAY]}))
        with pytest.raises(WrongValueError, match="codes are texts or whole numbers"):
            judged(gifts.number().is_at_least(1), table, self._gifts(backend, ("S0", DAY, True)))

    def test_a_number_of_entries_declared_as_text_is_refused(self, backend: str) -> None:
        held = self._gifts(backend, ("S0", DAY, True), complete=Completeness(ON, "UBND", "declared"))
        with pytest.raises(WrongValueError, match="declared"):
            words(gifts.number().is_at_least(1), backend, held, declared=["một"])

    def test_without_a_declaration_there_may_be_more(self, backend: str) -> None:
        held = self._gifts(backend, ("S0", DAY, True))

        assert words(gifts.are_all(real.is_yes()), backend, held, jobs=[1]) == ["undetermined"]

    def test_a_number_declared_that_is_not_reached_leaves_the_rest_open(self, backend: str) -> None:
        held = self._gifts(
            backend, ("S0", DAY, True), ("S1", DAY, True), complete=Completeness(CUT_OFF_DAY, "UBND", "declared")
        )

        assert words(gifts.number().is_at_most(1), backend, held, declared=[1, 2]) == ["met", "not_met"]

    def test_two_entries_of_one_key_are_refused_where_they_can_be_seen(self, backend: str) -> None:
        entries = pl.DataFrame(
            {ENTRY_KEY: ["01", "01"], "code": ["S0", "S0"], "given_on": [DAY, DAY], "real": [True, True]}
        )
        held = {"gifts": Register(BACKENDS[backend](entries), Completeness(ON, "UBND"))}

        if backend in LAZY:
            assert words(gifts.number().is_at_least(2), backend, held, jobs=[0]) == ["met"]
        else:
            with pytest.raises(DuplicateNameError, match="gifts: entry '01' of 'S0' stands there twice"):
                words(gifts.number().is_at_least(2), backend, held, jobs=[0])

    def test_a_table_without_days_is_refused(self, backend: str) -> None:
        held = {"gifts": Register(BACKENDS[backend](pl.DataFrame({"code": ["S0"]})))}
        with pytest.raises(IncompleteError, match="needs the columns 'given_on'"):
            words(ALWAYS, backend, held, jobs=[1])

    def test_subjects_without_codes_are_refused(self, backend: str) -> None:
        with pytest.raises(IncompleteError, match="joined by the codes"):
            judged(ALWAYS, BACKENDS[backend](pl.DataFrame({"jobs": [1]})), self._gifts(backend, ("S0", DAY, True)))

    def test_a_register_that_is_none_is_told(self, backend: str) -> None:
        with pytest.raises(UnknownNameError, match="no register 'gift'; did you mean 'gifts'"):
            words(ALWAYS, backend, {"gift": self._gifts(backend, ("S0", DAY, True))["gifts"]}, jobs=[1])

    def test_a_column_that_declares_must_be_there(self, backend: str) -> None:
        held = self._gifts(backend, ("S0", DAY, True), complete=Completeness(ON, "UBND", "declared"))
        with pytest.raises(UnknownNameError, match="no column 'declared'"):
            words(ALWAYS, backend, held, jobs=[1])

    def test_a_register_on_another_engine_is_refused(self, backend: str) -> None:
        other = "pyarrow" if backend != "pyarrow" else "duckdb"
        with pytest.raises(WrongValueError, match="bring both to one engine"):
            words(ALWAYS, backend, self._gifts(other, ("S0", DAY, True)), jobs=[1])


@eager
def test_an_entry_without_subject_or_day_is_refused(backend: str) -> None:
    for row in (("S0", None), (None, DAY)):
        frame = BACKENDS[backend](pl.DataFrame([row], {"code": pl.String, "given_on": pl.Date}, orient="row"))
        with pytest.raises(IncompleteError, match="some have none"):
            words(ALWAYS, backend, {"gifts": Register(frame)}, jobs=[1])


def enumerated(frame: Any, names: tuple[str, ...]) -> Any:
    """A lazy table whose column of bodies is of a type that tells their names."""
    if isinstance(frame, pl.LazyFrame):
        return frame.with_columns(pl.col("by").cast(pl.Enum(names)))
    CONNECTION.execute(f"create or replace temp table known as select unnest({list(names)}) as name")
    CONNECTION.execute("drop type if exists bodies")
    CONNECTION.execute("create type bodies as enum (select name from known)")
    return frame.project('* replace (cast("by" as bodies) as "by")')


@every
class TestJudgements:
    """A column of judgements names its body, its day and its minutes, or is refused before any work."""

    def test_without_minutes_is_refused(self, backend: str) -> None:
        with pytest.raises(IncompleteError, match="needs its body, its day and its minutes"):
            words(honest.is_judged_so(), backend, honest=["YES"])

    def test_with_minutes_is_used(self, backend: str) -> None:
        minutes = {honest: Minutes(DOCUMENT, "hội đồng", date(2025, 12, 1), "")}

        assert words(honest.is_judged_so(), backend, documents=minutes, honest=["YES", "NO", None]) == [
            "met", "not_met", "undetermined",
        ]  # fmt: skip

    def test_a_yes_or_a_no_may_be_a_boolean(self, backend: str) -> None:
        minutes = {"honest": Minutes(DOCUMENT, "hội đồng", date(2025, 12, 1), "")}

        assert words(honest.is_judged_so(), backend, documents=minutes, honest=[True, False]) == ["met", "not_met"]

    def test_by_a_body_that_may_not_judge_is_refused(self, backend: str) -> None:
        with pytest.raises(WrongValueError, match="judged by a body that may not"):
            words(
                honest.is_judged_so(), backend, documents={honest: Minutes(DOCUMENT, "ai đó", ON, "")}, honest=["YES"]
            )

    def test_minutes_of_each_row_are_read_as_papers_reads_them(self, backend: str) -> None:
        table = pl.DataFrame({
            "code": [f"S{at}" for at in range(7)],
            "honest": ["YES"] * 7,
            "by": ["hội đồng", "hội đồng", "hội đồng", "ai đó", None, "hội đồng", "hội đồng"],
            "sat_on": [date(2025, 12, 1), ON, date(2026, 1, 5), ON, ON, None, ON],
            "minutes": ["1", "2", "3", "4", "5", "6", None],
        })  # fmt: skip
        frame = BACKENDS[backend](table)
        if backend in LAZY:
            frame = enumerated(frame, ("ai đó", "hội đồng"))
        minutes = {honest: Minutes.by_row(by="by", on="sat_on", number="minutes")}
        made = tabulate(plan_for(honest.is_judged_so()), Place, frame, on=ON, documents=minutes)
        told = {row["code"]: row["verdict"] for row in rows_of(made.frame)}

        assert [told[f"S{at}"] for at in range(7)] == ["met"] * 2 + ["undetermined"] * 5
        assert [made.explain(code).verdict.id for code in sorted(told)] == [told[code] for code in sorted(told)]
        assert made.read == {"honest": "honest"}

    def test_minutes_of_each_row_stand_in_columns_that_are_there(self, backend: str) -> None:
        minutes = {honest: Minutes.by_row(by="by", on="sat_on", number="minutes")}
        with pytest.raises(UnknownNameError, match="no column 'by', which tells minutes"):
            words(honest.is_judged_so(), backend, documents=minutes, honest=["YES"])

    def test_nothing_but_a_judgement_has_minutes_of_each_row(self, backend: str) -> None:
        minutes = {"jobs": Minutes.by_row(by="by", on="sat_on", number="minutes")}
        with pytest.raises(WrongValueError, match="'jobs': minutes of each row are those of judgements"):
            words(ALWAYS, backend, documents=minutes, jobs=[1], by=["hội đồng"], sat_on=[ON], minutes=["1"])

    def test_a_document_issued_later_is_refused(self, backend: str) -> None:
        late = Document("02", date(2026, 1, 15), "UBND", "x")
        with pytest.raises(WrongValueError, match="issued after the day of assessment"):
            words(ALWAYS, backend, documents={"jobs": late}, jobs=[1])

    def test_a_document_of_no_column_is_told(self, backend: str) -> None:
        with pytest.raises(UnknownNameError, match="no column of 'job'; did you mean 'jobs'"):
            words(ALWAYS, backend, documents={"job": DOCUMENT}, jobs=[1])


@lazy
def test_the_names_of_bodies_in_a_lazy_table_are_those_of_an_enumeration(backend: str) -> None:
    """They cannot be looked at, so a column of text is refused, unseen."""
    minutes = {honest: Minutes.by_row(by="by", on="sat_on", number="minutes")}
    with pytest.raises(WrongValueError, match="make it an enumeration, or collect the table first"):
        words(
            honest.is_judged_so(), backend, documents=minutes, honest=["YES"], by=["hội đồng"], sat_on=[ON],
            minutes=["1"],
        )  # fmt: skip


@every
def test_minutes_without_a_body_or_a_day_are_not_read(backend: str) -> None:
    minutes = {honest: Minutes.by_row(by="by", on="sat_on", number="minutes")}
    table = pl.DataFrame(
        {"code": ["S0"], "honest": ["YES"], "by": [" "], "sat_on": [None], "minutes": ["1"]},
        schema_overrides={"sat_on": pl.Date},
    )
    frame = BACKENDS[backend](table)
    if backend in LAZY:
        frame = enumerated(frame, (" ",))
    made = tabulate(plan_for(honest.is_judged_so()), Place, frame, on=ON, documents=minutes)

    assert [row["verdict"] for row in rows_of(made.frame)] == ["undetermined"]
    assert made.explain("S0").verdict.id == "undetermined"


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(WrongValueError, match="expected a table of polars"):
        tabulate(plan_for(ALWAYS), Place, [{"code": "S0"}], on=ON)


_NOT_YET = "not to be computed yet"


class TestLaziness:
    """A lazy table stays lazy: nothing is computed behind the caller's back."""

    def test_nothing_is_collected(self) -> None:
        def fail(_: pl.DataFrame) -> pl.DataFrame:
            raise AssertionError(_NOT_YET)

        table = pl.DataFrame({"code": ["S0"], "jobs": [1], "lends": [True]})
        trap = table.lazy().map_batches(fail, schema=table.schema)
        entries = pl.DataFrame({"code": ["S0"], "given_on": [DAY], "real": [True]})
        held = {"gifts": Register(entries.lazy().map_batches(fail, schema=entries.schema), Completeness(ON, "UBND"))}
        asked = all_of(jobs.is_at_least(1), lends.is_yes(), gifts.number().is_at_least(1))
        made = tabulate(plan_for(asked), Place, trap, on=ON, records=held)

        assert isinstance(made.frame, pl.LazyFrame)
        with pytest.raises(AssertionError, match=_NOT_YET):
            made.frame.collect()

    def test_an_eager_register_may_stand_beside_lazy_subjects(self) -> None:
        entries = pl.DataFrame({"code": ["S0"], "given_on": [DAY], "real": [True]})
        table = pl.LazyFrame({"code": ["S0"]})

        assert judged(gifts.number().is_at_least(1), table, {"gifts": Register(entries)}) == ["met"]

    def test_what_comes_in_comes_out(self) -> None:
        table = pl.DataFrame({"code": ["S0"], "jobs": [1]})
        for make in BACKENDS.values():
            frame = make(table)
            made = tabulate(plan_for(jobs.is_at_least(1)), Place, frame, on=ON).frame

            assert type(made) is type(frame)

    def test_pandas_keeps_its_index(self) -> None:
        frame = pd.DataFrame({"code": ["a", "b"], "jobs": [0, 1]}, index=[7, 3])
        made = tabulate(plan_for(jobs.is_at_least(1)), Place, frame, on=ON).frame

        assert list(made.index) == [7, 3]
        assert made["verdict"].dtype.ordered
        assert list(made["verdict"]) == ["not_met", "met"]
        assert list(frame.columns) == ["code", "jobs"]
