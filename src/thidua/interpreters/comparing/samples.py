"""Invented worlds, drawn by a seed: what is tried where nothing could be proved."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from random import Random

from thidua.interpreters.comparing.cells import Cell, Search, TooManyCells, domain
from thidua.interpreters.comparing.examples import World, everything, world_of
from thidua.interpreters.comparing.ground import Ground
from thidua.interpreters.comparing.outcomes import MET_
from thidua.interpreters.comparing.points import is_day
from thidua.interpreters.comparing.worlds import Share
from thidua.quantities import Exact

BASES = 10
"""So many worlds that look met under each edition are started from."""
SMALL = (0, 1, 2, 3, 5, 10)
SHARES = tuple(Fraction(tenth, 10) for tenth in range(11))
CHANGED = 3
"""As many places of a world as that, at most, are drawn anew."""


def sampled(ground: Ground, search: Search, *, examples: int, seed: int) -> Iterator[World]:
    """Complete worlds close to being met: a few places of one that looks met are drawn anew, near the thresholds."""
    random = Random(seed)  # noqa: S311  # no secret: the same examples for the same seed
    bases = [everything(World({}, {}), ground), *_bases(ground, search)]
    near = _near(ground)
    places = [*ground.choices(), *(leaf for leaf in range(len(ground.leaves.all)) if leaf in near)]
    for _ in range(examples):
        base = random.choice(bases)
        choices, numbers = dict(base.choices), dict(base.numbers)
        for place in random.sample(places, min(len(places), random.randint(0, CHANGED))):
            if isinstance(place, int):
                numbers[place] = random.choice(near[place])
            else:
                choices[place] = random.choice(sorted(domain(place)))
        yield World(choices, numbers)


def _bases(ground: Ground, search: Search) -> Iterator[World]:
    every = sum(1 << mask for mask in range(1, 8))
    for wanted in ((MET_, every), (every, MET_)):
        try:
            cells: list[Cell] = list(islice(search.cells(*wanted), BASES))
        except TooManyCells:
            continue
        worlds = (world_of(cell, ground, search.point) for cell in cells)
        yield from (everything(world, ground) for world in worlds if world is not None)


def _near(ground: Ground) -> dict[int, list[Exact]]:
    """The numbers worth trying: small ones, those beside a threshold, and the days around the days that count."""
    found: dict[int, list[Exact]] = {}
    for leaf, what in enumerate(ground.leaves.all):
        if isinstance(what, Share):
            continue
        low, high, whole = ground.leaves.bounds[leaf]
        if is_day(what):
            days = [day.toordinal() for s in ground.settings for day in (s.counts_from, s.cut_off, s.on)]
            found[leaf] = [day + shift for day in days for shift in (-1100, -366, -1, 0, 1)]
        else:
            tried = SMALL if whole else SHARES
            found[leaf] = [n for n in tried if n >= low and (high is None or n <= high)]
    return found
