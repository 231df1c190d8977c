"""What importing costs, as ratios to `import attrs`: medians of processes run in turn, over the bare interpreter."""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter

ROUNDS = 15
STATEMENTS = (
    "pass",
    "import attrs",
    "import attrs, dateutil.relativedelta",
    "import thidua",
    "import thidua; thidua.assess; thidua.PLAN",
)


def seconds(statement: str) -> float:
    """One process, from start to end."""
    begun = perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)  # noqa: S603  # our own interpreter and statements
    return perf_counter() - begun


def main() -> None:
    """Print milliseconds over the bare interpreter, and the ratio to attrs."""
    for statement in STATEMENTS:
        seconds(statement)
    taken: dict[str, list[float]] = {statement: [] for statement in STATEMENTS}
    for _ in range(ROUNDS):
        for statement in STATEMENTS:
            taken[statement].append(seconds(statement))
    bare = median(taken["pass"])
    attrs = median(taken["import attrs"]) - bare
    for statement in STATEMENTS[1:]:
        cost = median(taken[statement]) - bare
        print(f"{statement:<60} {cost * 1000:7.1f} ms   {cost / attrs:5.2f} × import attrs")


if __name__ == "__main__":
    main()
