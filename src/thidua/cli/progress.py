"""A bar on long work, on standard error and only on a terminal."""

from __future__ import annotations

import sys
from typing import Self

WIDTH = 30


class Bar:
    """How far work has come; nothing is drawn where nobody looks. Used as a context, it clears itself away."""

    def __init__(self, steps: int) -> None:
        self.steps, self.done, self.drawn = steps, 0, sys.stderr.isatty()

    def step(self, doing: str) -> None:
        """One more step is begun."""
        if self.drawn:
            full = WIDTH * self.done // self.steps
            print(f"\r\x1b[K{'█' * full}{'░' * (WIDTH - full)} {doing}", end="", file=sys.stderr, flush=True)  # noqa: T201  # drawing is its work
        self.done += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)  # noqa: T201  # as above
