"""What importing costs, as ratios to `import attrs`: medians of processes run in turn, over the bare interpreter.

Every process reads compiled files, as an installed package has them: a warm-up writes those that are not there yet.
"""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROUNDS = 15
STATEMENTS = (
    "pass",
    "import attrs",
    "import attrs, dateutil.relativedelta",
    "import thidua",
    "import thidua; thidua.assess; thidua.PLAN",
)


def seconds(statement: str, compiled: str) -> float:
    """One process, from start to end."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True, env=environment)  # noqa: S603  # our own interpreter
    return perf_counter() - begun


def main() -> None:
    """Print milliseconds over the bare interpreter, and the ratio to attrs."""
    taken: dict[str, list[float]] = {statement: [] for statement in STATEMENTS}
    with TemporaryDirectory() as compiled:
        for statement in STATEMENTS:
            seconds(statement, compiled)
        for _ in range(ROUNDS):
            for statement in STATEMENTS:
                taken[statement].append(seconds(statement, compiled))
    bare = median(taken["pass"])
    attrs = median(taken["import attrs"]) - bare
    for statement in STATEMENTS[1:]:
        cost = median(taken[statement]) - bare
        print(f"{statement:<60} {cost * 1000:7.1f} ms   {cost / attrs:5.2f} × import attrs")


if __name__ == "__main__":
    main()
