"""DuckDB judges Parquet larger than the memory it may use: what it reads, it reads once, and writes as it goes."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl
import pytest
from tables.drawn import ON

from thidua import PLAN, Commune, summary, tabulate

ROWS = 2_000_000
LIMIT = 40_000_000
FIGURES = [f"{fact}@{year}" for fact in ("poor_households", "near_poor_households") for year in (2021, 2024)]


@pytest.mark.slow
def test_parquet_larger_than_memory_is_judged(tmp_path: Path) -> None:
    told, judged = tmp_path / "communes.parquet", tmp_path / "judged.parquet"
    figures = ", ".join(
        f'CASE WHEN hash(row, {n}) % 20 > 0 THEN (hash(row, {n}) % 100)::BIGINT END AS "{name}"'
        for n, name in enumerate(FIGURES)
    )
    area = "['I', 'II', 'III', 'OUTSIDE'][1 + row % 4] AS area"
    table = f"SELECT 'VD-' || hash(row)::VARCHAR AS code, {area}, {figures} FROM range({ROWS}) t(row)"  # noqa: S608  # written here
    connection = duckdb.connect()
    connection.execute(f"COPY ({table}) TO '{told}' (COMPRESSION uncompressed)")
    connection.execute(f"SET memory_limit = '{LIMIT}B'; SET threads = 1; SET preserve_insertion_order = false")
    connection.execute(f"SET temp_directory = '{tmp_path}'")
    made = tabulate(PLAN, Commune, connection.read_parquet(str(told)), on=ON, reasons=False)
    made.frame.write_parquet(str(judged))
    expected = summary(tabulate(PLAN, Commune, pl.scan_parquet(told), on=ON, reasons=False)).collect().rows()

    assert told.stat().st_size > LIMIT
    assert summary(made).fetchall() == expected
    assert pl.scan_parquet(judged).select(pl.len()).collect().item() == ROWS
