"""A newcomer's path: from a clone to the first explained verdict, by the README's first command as it stands there.

Beside it, in turn, an empty environment that is given the same dependencies and nothing else: the ratio of the two says
what of the path is ours. Needs what the README needs: git, Python, pip, and an index of packages.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 3
DEPENDENCIES = (
    "python3 -m venv .venv && .venv/bin/python -m pip install -q 'attrs>=23.2' 'cattrs>=24.1' 'python-dateutil>=2.8.2'"
)


def readme_command() -> str:
    """The command after the mark `command: run`."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- command: run -->\n```sh\n(.+)\n```", readme)
    assert found, "README.md: no command after its mark"
    return found[1]


def seconds(command: str, folder: Path) -> tuple[float, str]:
    """How long a command takes in a folder, and what it prints."""
    begun = perf_counter()
    told = subprocess.run(  # noqa: S602  # the README's own line, which is written for a shell
        command, shell=True, check=True, cwd=folder, capture_output=True, text=True, encoding="utf-8"
    ).stdout
    return perf_counter() - begun, told


def main() -> None:
    """Print the seconds of each part in each round, and the medians of the ratios."""
    command = readme_command()
    *_, judging = command.split(" && ")
    whole: list[float] = []
    share: list[float] = []
    for _ in range(ROUNDS):
        with TemporaryDirectory() as bare, TemporaryDirectory() as fresh:
            clone, _ = seconds(f"git clone -q {ROOT} clone", Path(fresh))
            path, told = seconds(command, Path(fresh) / "clone")
            assert "III.2.2-4: KHÔNG ĐẠT" in told
            assert "thực tế:" in told
            again, _ = seconds(judging, Path(fresh) / "clone")
            dependencies, _ = seconds(DEPENDENCIES, Path(bare))
        whole.append((clone + path) / dependencies)
        share.append(again / (clone + path))
        print(f"clone {clone:.1f} s, command {path:.1f} s, judging {again:.1f} s; dependencies {dependencies:.1f} s")
    print(f"clone and command / dependencies alone: {median(whole):.2f}; of it judging: {median(share):.0%}")


if __name__ == "__main__":
    main()
