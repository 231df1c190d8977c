"""PySpark in local mode: the same table, the same verdicts as polars, and nothing is computed until it is asked for.

Needs Java and pyspark. Run with: pytest -m spark
"""

from __future__ import annotations

import importlib.util
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tables.drawn import MINUTES, ON

from thidua import PLAN, Commune, Completeness, Minutes, Population, Register, missing, summary, tabulate
from thidua.nodes import Kind

if shutil.which("java") is None:
    pytest.skip("Spark needs Java, and no program java is on the path", allow_module_level=True)
if importlib.util.find_spec("pyspark") is None:
    pytest.skip("pyspark is not installed: pip install pyspark", allow_module_level=True)

pytestmark = pytest.mark.spark
GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "duckdb-and-spark.md"
AREAS = ["I", "II", "III", "OUTSIDE", None]
ROWS = 200
FIGURES = [f"{fact}@{year}" for fact in ("poor_households", "near_poor_households") for year in (2021, 2024)]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from pyspark.sql import SparkSession  # noqa: PLC0415  # of an extra

    folder = tmp_path_factory.mktemp("spark")
    session = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", str(folder))
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()


def communes() -> pl.DataFrame:
    """Figures with gaps, made by counting, so that they are the same in every run."""
    rows = [
        {
            "code": f"VD-{at:03}",
            "area": AREAS[at % 5],
            **{name: None if (at + 3 * n) % 7 == 0 else (at * (n + 2)) % 90 for n, name in enumerate(FIGURES)},
            "officials_effort": [None, "DONE", "DONE_WELL", "NOT_DONE"][at % 4],
        }
        for at in range(ROWS)
    ]
    return pl.DataFrame(rows, {"code": pl.String, "area": pl.String, **dict.fromkeys(FIGURES, pl.Int64),
                               "officials_effort": pl.String})  # fmt: skip


def reports() -> pl.DataFrame:
    rows = [
        {"code": f"VD-{at % ROWS:03}", "due_on": date(2023, 6, 15), "sent_on": date(2023, 6, 10 + at % 7)}
        for at in range(3 * ROWS // 2)
    ]
    return pl.DataFrame(rows)


def judged(made: Any) -> Population[Commune]:
    judges = {fact.name: fact.judges[0].label.vi for fact in PLAN.vocabulary(Commune).facts if fact.kind is Kind.JUDGED}
    minutes = Minutes(MINUTES, judges["officials_effort"], date(2025, 12, 2), "")
    register = Register(made(reports()), Completeness(ON, "UBND xã"))
    return tabulate(
        PLAN, Commune, made(communes()), on=ON, records={"reports": register}, documents={"officials_effort": minutes}
    )


def test_gives_the_same_verdicts_as_polars(spark: Any) -> None:
    made = judged(lambda table: spark.createDataFrame(table.to_arrow()))
    expected = judged(lambda table: table)
    found = {row["code"]: row.asDict() for row in made.frame.collect()}

    assert len(found) == ROWS
    for row in expected.frame.to_dicts():
        told = found[row["code"]]
        assert {name: told[name] for name in expected.verdicts} == {name: row[name] for name in expected.verdicts}
        assert told["decisive"] == row["decisive"]


def test_the_guide_runs_as_it_stands(spark: Any, tmp_path: Path) -> None:
    assert spark  # the session that the guide gets
    table = communes().drop("officials_effort")
    table.write_parquet(tmp_path / "communes.parquet")
    found = re.search(r"<!-- example: spark -->\n```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    program = re.sub(
        r'"(\w+\.parquet)"', lambda name: repr(str(tmp_path / name[1])), found[1]
    )  # Java stays where it is
    exec(program, {})  # noqa: S102  # it is ours, and this is how it is run
    written = pl.read_parquet(tmp_path / "judged.parquet" / "*.parquet").sort("code")
    expected = tabulate(PLAN, Commune, table, on=ON).frame.sort("code")

    assert written.rows() == expected.select("code", "verdict", "III.2.2-4").rows()


def test_counts_are_those_of_polars(spark: Any) -> None:
    made = judged(lambda table: spark.createDataFrame(table.to_arrow()))
    expected = judged(lambda table: table)

    assert [tuple(row) for row in summary(made, by="area").collect()] == summary(expected, by="area").rows()
    found = {row["evidence"]: tuple(row) for row in missing(made, of="III.2.2-4").collect()}
    assert found == {row[0]: row for row in missing(expected, of="III.2.2-4").rows()}


def test_one_row_is_explained(spark: Any) -> None:
    made = judged(lambda table: spark.createDataFrame(table.to_arrow()))

    assert made.explain("VD-012").verdict.id == judged(lambda table: table).explain("VD-012").verdict.id
