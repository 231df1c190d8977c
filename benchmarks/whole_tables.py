"""Whole tables: five verdict columns by thidua's `tabulate` and by its peers, in one process, as ratios in one run.

    python benchmarks/whole_tables.py memory household 28000000   # five columns from a frame in memory
    python benchmarks/whole_tables.py memory commune 100000 1000000 --all
    python benchmarks/whole_tables.py conditions household 28000000
    python benchmarks/whole_tables.py parquet household 28000000  # file to counts; a process each, with its peak memory
    python benchmarks/whole_tables.py growth household            # 10^4 to 10^7 rows: time and memory

Before anything is timed, ten thousand rows of every peer are compared with the oracle; where sets and bounds decide
what the workload's rule leaves unknown, that is agreement, and how often is printed.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
import polars as pl
from peers import by_arrays, by_polars, by_sql
from peers.our_columns import CODES, as_codes, conditions_of, five, five_lazily, renamed
from workloads.data import WORKLOADS, frame, parquet
from workloads.oracle import ORACLES, UNKNOWN

from thidua.interpreters.columns.engine import WORDS

Array = np.ndarray[Any, Any]
Work = Callable[[], Any]
CHECKED = 10_000
LAPS = 7


def columns(given: Any) -> list[Array]:
    """The five codes of any peer as arrays."""
    if isinstance(given, pl.DataFrame):
        given = as_codes(given) if "verdict" in given.columns else given
        return [column.to_numpy() for column in given.get_columns()]
    if isinstance(given, list):
        return [np.asarray(column) for column in given]
    return [column.to_numpy() for column in given.columns]


def works(workload: str, rows: int, *, everyone: bool) -> dict[str, Work]:
    """What each peer does with the same rows, its own form of them made outside the timing."""
    drawn = frame(workload, rows)
    ours = renamed(drawn)
    found: dict[str, Work] = {
        "thidua": lambda: five(ours, workload),
        "polars, sets and bounds": lambda: by_polars.codes(drawn, workload, sets=True),
        "polars, without": lambda: by_polars.codes(drawn, workload, sets=False),
    }
    if not everyone:
        return found
    arrays = by_arrays.Arrays(drawn)
    found["NumPy"] = lambda: by_arrays.numpy(arrays, workload)
    try:
        import duckdb  # noqa: PLC0415  # every peer is optional
    except ImportError:
        print("left out: duckdb is not installed")
    else:
        connection = duckdb.connect()
        connection.register("arrow_rows", drawn.to_arrow())
        connection.execute("create table held as select * from arrow_rows")
        found["DuckDB"] = lambda: by_sql.codes(connection, "held", workload)
    try:
        held = by_arrays.pandas_frame(drawn)
    except ImportError:
        print("left out: pandas is not installed")
    else:
        found["pandas"] = lambda: by_arrays.pandas(held, workload)
    try:
        from peers import fisca  # noqa: PLC0415  # as above
    except ImportError:
        print("left out: openfisca-core is not installed")
    else:
        native = fisca.natives(workload, drawn)
        found["openfisca-core"] = lambda: [
            made.calculate(name, fisca.PERIOD)
            for made in [fisca.simulation(workload, native, rows)]
            for name in fisca.ASKED
        ]
    return found


def check(workload: str, *, everyone: bool, rows: int = CHECKED) -> dict[str, float]:
    """Every peer against the oracle; how often each decides what the workload's rule leaves unknown."""
    expected = np.array([ORACLES[workload](row) for row in frame(workload, rows).iter_rows(named=True)])
    earlier: dict[str, float] = {}
    for name, work in works(workload, rows, everyone=everyone).items():
        differs = np.column_stack(columns(work())) != expected
        assert not (differs & (expected != UNKNOWN)).any(), f"{name} differs from the oracle"
        earlier[name] = float(differs.any(axis=1).mean())
        assert not earlier[name] or name in {"thidua", "polars, sets and bounds"}, f"{name} decides too early"
    assert earlier["thidua"] == earlier["polars, sets and bounds"]
    return earlier


def in_turn(doing: Mapping[str, Work], laps: int = LAPS) -> dict[str, list[float]]:
    """Seconds of each, lap by lap, taken in turn after a lap that is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in doing}
    for lap in range(laps + 1):
        for name, work in doing.items():
            gc.collect()
            begun = perf_counter()
            made = work()
            if lap:
                taken[name].append(perf_counter() - begun)
            del made
    return taken


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """How many times as long ours takes: the median over the laps, since neighbours in a lap share the machine."""
    return median(mine / other for mine, other in zip(ours, theirs, strict=True))


def table(title: str, taken: Mapping[str, Sequence[float]]) -> None:
    """Print milliseconds, and thidua as a multiple of each."""
    print(f"\n{title}")
    for name, laps in taken.items():
        said = "" if name == "thidua" else f"   thidua takes {ratio(taken['thidua'], laps):8.3f} × as long"
        print(f"  {name:<26}{median(laps) * 1e3:12.2f} ms{said}")


def limit(drawn: pl.DataFrame) -> Work:
    """NumPy at the speed of memory: every byte of the columns read once, five fresh columns written, two threads."""
    buffers: list[Array] = []
    for series in drawn.to_arrow().columns:
        for chunk in series.chunks:
            buffers.extend(
                np.frombuffer(buffer, np.uint64, count=buffer.size // 8) for buffer in chunk.buffers() if buffer
            )
    pool = ThreadPoolExecutor(2)
    pieces = [piece for buffer in buffers for piece in np.array_split(buffer, 2)]

    def run() -> list[Array]:
        written = [np.empty(drawn.height, np.uint8) for _ in range(5)]
        halves = [half for column in written for half in np.array_split(column, 2)]
        list(pool.map(np.bitwise_or.reduce, pieces))
        list(pool.map(lambda half: half.fill(1), halves))
        return written

    return run


def memory(workload: str, sizes: Sequence[int], *, everyone: bool) -> None:
    """Five columns from a frame in memory."""
    earlier = check(workload, everyone=everyone)
    print(f"{workload}: all agree with the oracle; decided earlier by bounds: {earlier['thidua']:.2%} of the rows")
    for rows in sizes:
        doing = works(workload, rows, everyone=everyone)
        doing["memory limit"] = limit(frame(workload, rows))
        taken = in_turn(doing, laps=LAPS if rows > 200_000 else 5 * LAPS)
        table(f"{workload}: five verdict columns of {rows:,} rows in memory", taken)


def conditions(workload: str, rows: int) -> None:
    """The conditions' own columns beside the five, and the five alone."""
    ours, drawn = renamed(frame(workload, rows)), frame(workload, rows)
    both = [*by_polars.expressions(workload, sets=True), *by_polars.conditions(workload)]
    taken = in_turn(
        {
            "thidua": lambda: five(ours, workload),
            "thidua, conditions beside": lambda: conditions_of(ours, workload),
            "polars": lambda: by_polars.codes(drawn, workload, sets=True),
            "polars, conditions beside": lambda: drawn.lazy().select(both).collect(),
        }
    )
    print(f"\n{workload}: the conditions' columns beside the five, {rows:,} rows")
    for name in ("thidua", "polars"):
        alone, beside = taken[name], taken[f"{name}, conditions beside"]
        print(
            f"  {name:<8}{median(alone) * 1e3:10.1f} ms alone {median(beside) * 1e3:10.1f} ms beside "
            f"{ratio(beside, alone):6.2f} ×"
        )


def drawn_apart(workload: str, rows: int) -> None:
    """Draw the file in a process of its own, so that this one stays small."""
    asked = f"from workloads.data import parquet; parquet({workload!r}, {rows})"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", asked], check=True, env=environment)  # noqa: S603  # ourselves


def _counts(codes: pl.LazyFrame, names: Sequence[str]) -> pl.DataFrame:
    return codes.select(
        (pl.col(name).to_physical() == code).sum().alias(f"{name}.{code}") for name in names for code in range(4)
    ).collect(engine="streaming")


def stream(what: str, path: Path, workload: str) -> pl.DataFrame:
    """One way from a file to counts, or, `held`, to five columns in memory."""
    if what == "held":
        return five(renamed(pl.read_parquet(path)), workload)
    scanned = pl.scan_parquet(path)
    if what == "sum":
        return scanned.select(pl.all().to_physical().sum()).collect(engine="streaming")
    if what == "polars":
        return _counts(scanned.select(by_polars.expressions(workload, sets=True)), by_polars.NAMES)
    judged, names = five_lazily(renamed(scanned), workload)
    return _counts(judged, names)


def counted(what: str, path: Path, workload: str) -> list[dict[int, int]]:
    """How often each of the workload's codes comes in each of the five columns of a file."""
    meaning = tuple(CODES[word] for word in WORDS) if what == "thidua" else range(4)
    (counts,) = stream(what, path, workload).rows()
    return [dict(sorted(zip(meaning, counts[at : at + 4], strict=True))) for at in range(0, len(counts), 4)]


def _alone(what: str, workload: str, rows: int) -> tuple[float, float]:
    """Seconds and peak megabytes of one way in a process of its own."""
    arguments = [sys.executable, __file__, "_stream", what, workload, str(rows)]
    said = subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603  # ourselves
    return float(said[-2]), float(said[-1])


def peak() -> float:
    """The most memory this process has held so far, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        said = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
        return float(said["VmHWM"].split()[0]) / 1024
    import resource  # noqa: PLC0415  # elsewhere, where it also counts what the parent held when it forked

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def from_parquet(workload: str, rows: int) -> None:
    """File to counts of the four words, against the streaming sum of the same columns."""
    drawn_apart(workload, rows)
    taken: dict[str, list[tuple[float, float]]] = {what: [] for what in ("thidua", "polars", "sum")}
    for _ in range(LAPS):
        for what, laps in taken.items():
            laps.append(_alone(what, workload, rows))
    print(f"\n{workload}: from Parquet to counts, {rows:,} rows, a process each")
    for what, laps in taken.items():
        seconds, most = median(lap[0] for lap in laps), median(lap[1] for lap in laps)
        times = ratio([lap[0] for lap in taken["thidua"]], [lap[0] for lap in laps])
        print(f"  {what:<8}{seconds:8.3f} s   peak {most:7.0f} MB   thidua takes {times:5.2f} × as long")


def growth(workload: str) -> None:
    """Time and memory from 10^4 to 10^7 rows; the slope of a straight line through the origin is 1."""
    seconds: dict[int, float] = {}
    print(f"\n{workload}: growth")
    for rows in (10_000, 100_000, 1_000_000, 10_000_000):
        ours = renamed(frame(workload, rows))
        seconds[rows] = median(in_turn({"thidua": partial(five, ours, workload)})["thidua"])
        drawn_apart(workload, rows)
        streamed, most = _alone("thidua", workload, rows)
        _, held = _alone("held", workload, rows)
        each = seconds[rows] / rows * 1e9
        print(
            f"  {rows:>12,} rows in memory {seconds[rows] * 1e3:8.2f} ms, {each:6.1f} ns a row, peak {held:5.0f} MB; "
            f"streamed {streamed:6.3f} s, peak {most:5.0f} MB"
        )
    last, before = 10_000_000, 1_000_000
    slope = np.log(seconds[last] / seconds[before]) / np.log(last / before)
    print(f"  slope from {before:,} to {last:,} rows: {slope:.2f}")


def main() -> None:
    """Run what is asked for."""
    if sys.argv[1:2] == ["_stream"]:
        _, _, what, workload, size = sys.argv
        path = parquet(workload, int(size))
        stream(what, parquet(workload, 10_000), workload)
        begun = perf_counter()
        stream(what, path, workload)
        print(perf_counter() - begun, peak())
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("memory", "conditions", "parquet", "growth"))
    parser.add_argument("workload", choices=WORKLOADS)
    parser.add_argument("rows", type=int, nargs="*", default=[1_000_000])
    parser.add_argument("--all", action="store_true", help="NumPy, DuckDB, pandas and openfisca-core too")
    asked = parser.parse_args()
    match asked.what:
        case "memory":
            memory(asked.workload, asked.rows, everyone=asked.all)
        case "conditions":
            conditions(asked.workload, asked.rows[0])
        case "parquet":
            from_parquet(asked.workload, asked.rows[0])
        case _:
            growth(asked.workload)


if __name__ == "__main__":
    main()
