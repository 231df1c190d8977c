"""A change of plan over a table moves each row as it moves the row's dossier."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any

import polars as pl
import pytest
from columnar import BACKENDS, rows_of
from hypothesis import given, settings
from tables.drawn import ON, judged, minutes, registers, subjects

from thidua import (
    PLAN,
    Commune,
    Document,
    Household,
    Register,
    adopting,
    amend,
    impact,
    impact_of_table,
    impact_of_table_said,
    percent,
    sensitivity,
    sensitivity_of_table,
    sensitivity_of_table_said,
    tabulate,
)
from thidua.amendments import drop_group, repeal, set_threshold
from thidua.errors import UnknownNameError, WrongValueError

ACT = Document("00/QĐ-VD", date(2025, 1, 2), "UBND huyện Ví Dụ")
DAY = date(2025, 1, 2)
STRICTER = amend(PLAN, set_threshold("III.2.2-4", "fall", percent(60), by=ACT), effective=DAY)
SHORTER = amend(PLAN, repeal("III.2.2-3", by=ACT), effective=DAY)
WITHOUT = amend(PLAN, drop_group("III.2.2", by=ACT), effective=DAY)
COMMUNES = pl.DataFrame(
    {
        "code": ["VD-01", "VD-02", "VD-03"],
        "area": ["III", "III", "OUTSIDE"],
        "poor_households@2021": [60, 60, 60],
        "near_poor_households@2021": [40, 40, 40],
        "poor_households@2024": [25, 10, 25],
        "near_poor_households@2024": [20, 10, 20],
    }
)
every = pytest.mark.parametrize("backend", BACKENDS)


@settings(max_examples=10)
@given(table=subjects(gaps=8), held=registers())
def test_law_the_moves_are_those_of_the_rows(table: pl.DataFrame, held: Any) -> None:
    for new in (STRICTER, SHORTER):
        by_hand: Counter[tuple[str, str, str]] = Counter()
        before, after = judged(table, held), judged(table, held, plan=new)
        for code in table["code"]:
            was, now = before.explain(code), after.explain(code)
            names = dict.fromkeys(("verdict", *dict(was.clauses), *dict(now.clauses)))
            for name in names:
                words = [
                    one.verdict.id if name == "verdict" else dict(one.clauses)[name].verdict.id
                    if name in dict(one.clauses)
                    else "not_applicable"
                    for one in (was, now)
                ]  # fmt: skip
                if words[0] != words[1]:
                    by_hand[name, *words] += 1
        records = {name: Register(frame, complete) for name, (frame, complete) in held.items()}
        found = impact_of_table(PLAN, new, Commune, table, on=ON, records=records, documents=minutes())

        assert {(row[0], row[1], row[2]): row[3] for row in found.moves.rows()} == by_hand


@every
class TestOnEveryEngine:
    """What comes in comes out."""

    def test_who_moves_stands_in_the_table(self, backend: str) -> None:
        found = impact_of_table(PLAN, STRICTER, Commune, BACKENDS[backend](COMMUNES), on=ON)
        told = {row["code"]: (row["III.2.2-4.before"], row["III.2.2-4.after"]) for row in rows_of(found.frame)}

        assert type(found.frame) is type(BACKENDS[backend](COMMUNES))
        assert told == {
            "VD-01": ("met", "not_met"), "VD-02": ("met", "met"), "VD-03": ("not_applicable", "not_applicable"),
        }  # fmt: skip
        assert [tuple(row.values()) for row in rows_of(found.moves)] == [
            ("verdict", "undetermined", "not_met", 1),
            ("III.2.2-4", "met", "not_met", 1),
        ]

    def test_a_group_that_was_dropped_addresses_nobody(self, backend: str) -> None:
        found = impact_of_table(PLAN, WITHOUT, Commune, BACKENDS[backend](COMMUNES), on=ON)
        moves = [tuple(row.values()) for row in rows_of(found.moves)]

        assert moves[0] == ("verdict", "undetermined", "not_applicable", 3)
        said = impact_of_table_said(found).splitlines()
        assert re.split("  +", said[3]) == ["Kết luận", "? chưa đủ căn cứ", "– không thuộc đối tượng", "3"]
        assert re.split("  +", said[4])[:3] == ["III.2.2-1", "? chưa đủ căn cứ", "– không áp dụng"]

    def test_readings(self, backend: str) -> None:
        found = sensitivity_of_table(PLAN, Commune, BACKENDS[backend](COMMUNES), on=ON, readings=["A-02"])

        assert type(found) is type(BACKENDS[backend](COMMUNES))
        assert rows_of(found) == []
        exactly = COMMUNES.with_columns(pl.lit(25, pl.Int64).alias("near_poor_households@2024"))
        moved = rows_of(sensitivity_of_table(PLAN, Commune, BACKENDS[backend](exactly), on=ON, readings=["A-02"]))
        assert {(row["clause"], row["before"], row["after"], row["subjects"]) for row in moved} == {
            ("verdict", "not_met", "undetermined", 1),
            ("III.2.2-4", "not_met", "met", 1),
        }


class TestReadings:
    """Each option of each reading is adopted in turn."""

    def test_of_none_nothing_moves(self) -> None:
        found = sensitivity_of_table(PLAN, Commune, COMMUNES, on=ON, readings=[])

        assert found.rows() == []
        assert found.columns == ["reading", "option", "clause", "before", "after", "subjects"]

    def test_an_unknown_reading(self) -> None:
        with pytest.raises(UnknownNameError):
            sensitivity_of_table(PLAN, Commune, COMMUNES, on=ON, readings=["A-99"])

    def test_all_of_them(self) -> None:
        households = pl.DataFrame({"code": ["H-1"], "has_policy_loan": [False]})
        found = sensitivity_of_table(PLAN, Household, households, on=ON)
        base = tabulate(PLAN, Household, households, on=ON).frame

        assert "A-08" in found["reading"].to_list()
        for row in found.iter_rows(named=True):
            other = adopting(PLAN, row["reading"], row["option"])
            assert row["before"] == base[row["clause"]][0]
            assert row["after"] == tabulate(other, Household, households, on=ON).frame[row["clause"]][0]


class TestWords:
    """In both languages."""

    def test_of_an_impact(self) -> None:
        found = impact_of_table(PLAN, STRICTER, Commune, COMMUNES, on=ON)

        assert impact_of_table_said(found).splitlines()[3].split() == (
            ["Kết", "luận", "?", "chưa", "đủ", "căn", "cứ", "✗", "không", "đạt", "1"]
        )
        assert " ".join(impact_of_table_said(found, "en").splitlines()[4].split()) == "III.2.2-4 ✓ met ✗ not met 1"

    def test_of_no_impact(self) -> None:
        found = impact_of_table(PLAN, PLAN, Commune, COMMUNES, on=ON)

        assert impact_of_table_said(found).startswith(
            f"Xét theo cả hai kế hoạch: {PLAN.id} (bản cũ) và {PLAN.id} (bản mới)\n"
        )
        assert impact_of_table_said(found).endswith("Không có gì thay đổi")
        assert impact_of_table_said(found, "en").endswith("Nothing moved")

    def test_of_readings(self) -> None:
        households = pl.DataFrame({"code": ["H-1"], "has_policy_loan": [False]})
        found = sensitivity_of_table(PLAN, Household, households, on=ON, readings=["A-08"])

        assert sensitivity_of_table_said(PLAN, found).startswith("01 cách hiểu có ảnh hưởng đến bảng này\nA-08: ")
        assert "\nif: " in sensitivity_of_table_said(PLAN, found, "en")


class TestATableIsAskedAboutAsATable:
    """A call on dossiers that is handed a table, or what was judged of one, names the call on tables."""

    @pytest.mark.parametrize("given", [COMMUNES, COMMUNES.lazy(), tabulate(PLAN, Commune, COMMUNES, on=ON)])
    def test_whose_name_is_said(self, given: Any) -> None:
        with pytest.raises(WrongValueError, match=r"^impact\(\): .*; for a table write impact_of_table\(…\)$"):
            impact(PLAN, STRICTER, given, on=ON)
        with pytest.raises(
            WrongValueError, match=r"^sensitivity\(\): .*; for a table write sensitivity_of_table\(…\)$"
        ):
            sensitivity(PLAN, given, on=ON)
