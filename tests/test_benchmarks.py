"""The benchmarks' peers all give the workloads' answers; nothing here depends on a time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
sys.path.append(str(BENCHMARKS))

pl = pytest.importorskip("polars", reason="the workloads are drawn with polars")
import beside_engines  # noqa: E402  # the path above is what finds them
import whole_tables  # noqa: E402  # as above
from peers.by_hand import by_hand  # noqa: E402  # as above
from peers.engines import PEERS, Peer  # noqa: E402  # as above
from peers.our_columns import as_codes, conditions_of, five, renamed  # noqa: E402  # as above
from peers.ours import thidua  # noqa: E402  # as above
from workloads import data  # noqa: E402  # as above
from workloads.data import WORKLOADS, frame  # noqa: E402  # as above
from workloads.oracle import MET, NOT_APPLICABLE, ORACLES, UNKNOWN, UNMET, Row  # noqa: E402  # as above

ROWS = 1_000
each_workload = pytest.mark.parametrize("workload", WORKLOADS)


def installed(peer: Callable[[str], Peer], workload: str) -> Peer:
    try:
        return peer(workload)
    except ImportError as error:
        pytest.skip(f"{error.name} is not installed")


def a_commune(**changed: Any) -> Row:
    """Everything met, to the last household."""
    met: dict[str, Any] = {
        "area": "III", "is_ethnic_minority_mountainous": True, "poor_start": 60, "near_poor_start": 40,
        "poor_end": 25, "near_poor_end": 24, "budget_allocated": 10**9, "budget_spent": 10**9,
        "settlement_due": date(2025, 1, 31), "settlement_done": date(2025, 1, 31), "reports_required": 4,
        "reports_on_time": 4, "resources_mobilised": 5, "resources_target": 5, "initiatives": 1,
    }  # fmt: skip
    return met | changed


def a_household(**changed: Any) -> Row:
    """Everything met, to the last day."""
    met: dict[str, Any] = {
        "status": "ESCAPED", "registered_to_escape": True, "initiatives": 1, "jobs_created": 1, "income_growth": 1,
        "escape_date": date(2022, 12, 31), "households_helped": 1, "has_loan": True, "purpose_ok": True,
        "interest_on_time": True, "principal_on_time": True,
    }  # fmt: skip
    return met | changed


class TestRows:
    """Row i is the same whatever the number of rows, and about one value in twenty is missing."""

    @each_workload
    def test_do_not_depend_on_how_many_are_drawn(self, workload: str) -> None:
        assert frame(workload, ROWS).head(10).equals(frame(workload, 10))

    @each_workload
    def test_miss_one_value_in_twenty(self, workload: str) -> None:
        drawn = frame(workload, 20_000)
        gaps = drawn.select("initiatives", "reports_on_time" if workload == "commune" else "jobs_created").null_count()

        assert all(0.04 < gap / drawn.height < 0.06 for gap in gaps.row(0))

    @each_workload
    def test_show_every_answer(self, workload: str) -> None:
        answers = {ORACLES[workload](row)[4] for row in frame(workload, ROWS).iter_rows(named=True)}

        assert answers == {UNMET, MET, UNKNOWN}


class TestTheOracle:
    """The boundaries of the workloads, worked by hand."""

    @pytest.mark.parametrize(
        ("row", "codes"),
        [
            (a_commune(), (MET, MET, MET, MET, MET)),
            (a_commune(near_poor_end=25), (MET, MET, MET, UNMET, UNMET)),
            (a_commune(poor_end=None, near_poor_end=90), (MET, MET, MET, UNKNOWN, UNKNOWN)),
            (a_commune(area="OUTSIDE", poor_end=None), (MET, MET, MET, NOT_APPLICABLE, MET)),
            (a_commune(budget_spent=10**9 + 1, initiatives=None), (UNKNOWN, UNMET, MET, MET, UNMET)),
            (a_commune(resources_mobilised=None), (MET, MET, UNKNOWN, MET, UNKNOWN)),
        ],
    )
    def test_answers_communes(self, row: Row, codes: tuple[int, ...]) -> None:
        assert ORACLES["commune"](row) == codes

    @pytest.mark.parametrize(
        ("row", "codes"),
        [
            (a_household(), (MET, MET, MET, MET, MET)),
            (a_household(escape_date=date(2022, 12, 31) + timedelta(days=1)), (MET, MET, UNMET, MET, UNMET)),
            (a_household(status="POOR", escape_date=None), (MET, MET, NOT_APPLICABLE, MET, MET)),
            (a_household(has_loan=False, purpose_ok=None), (MET, MET, MET, NOT_APPLICABLE, MET)),
            (a_household(income_growth=0, jobs_created=None), (MET, UNMET, MET, MET, UNMET)),
            (a_household(registered_to_escape=None), (UNKNOWN, MET, MET, MET, UNKNOWN)),
        ],
    )
    def test_answers_households(self, row: Row, codes: tuple[int, ...]) -> None:
        assert ORACLES["household"](row) == codes


class TestOneSubject:
    """Every peer gives the oracle's answers; thidua decides earlier where bounds do."""

    @each_workload
    @pytest.mark.parametrize("peer", [by_hand, *PEERS], ids=lambda peer: peer.__name__)
    def test_peers_agree(self, workload: str, peer: Callable[[str], Peer]) -> None:
        rows: list[Row] = frame(workload, 100 if peer.__name__ == "openfisca" else ROWS).to_dicts()

        found = beside_engines.disagreements(installed(peer, workload), rows, [ORACLES[workload](row) for row in rows])

        assert found == (0, 0)

    @pytest.mark.parametrize(("workload", "sooner"), [("commune", True), ("household", False)])
    def test_thidua_agrees_or_decides_earlier(self, workload: str, sooner: bool) -> None:
        rows: list[Row] = frame(workload, ROWS).to_dicts()

        wrong, earlier = beside_engines.disagreements(thidua(workload), rows, [ORACLES[workload](row) for row in rows])

        assert wrong == 0
        assert bool(earlier) is sooner

    def test_bounds_decide_without_the_last_figure(self) -> None:
        peer = thidua("commune")
        row = a_commune(poor_end=None, near_poor_end=90)

        assert peer.codes(peer.explain(peer.native(row))) == (MET, MET, MET, UNMET, UNMET)


class TestWholeTables:
    """The five columns of every peer are the oracle's; those with bounds decide the same rows earlier."""

    @each_workload
    def test_agree(self, workload: str) -> None:
        found = whole_tables.check(workload, everyone=True, rows=ROWS)

        assert found["thidua"] == found["polars, sets and bounds"]
        assert (found["thidua"] > 0) is (workload == "commune")

    @each_workload
    def test_say_the_same_of_a_file(self, workload: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(data, "FOLDER", tmp_path / "drawn")
        path = data.parquet(workload, ROWS)

        by_us, by_polars = (whole_tables.counted(what, path, workload) for what in ("thidua", "polars"))

        assert by_us == by_polars
        assert all(sum(counts.values()) == ROWS for counts in by_us)

    @each_workload
    def test_stand_beside_the_conditions(self, workload: str) -> None:
        table = renamed(frame(workload, ROWS))
        beside = conditions_of(table, workload)

        assert beside.width == 5 + {"commune": 7, "household": 9}[workload]
        assert beside.select(five(table, workload).columns).equals(five(table, workload))

    def test_are_read_as_codes(self) -> None:
        words = pl.DataFrame({"verdict": ["not_met", "met", "undetermined", "not_applicable"]})

        assert as_codes(words)["verdict"].to_list() == [UNMET, MET, UNKNOWN, NOT_APPLICABLE]
