"""Papers that meet the criteria of a kind of subject: what drawn dossiers start from, so that some of them are met."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from thidua.editions import as_if_in_force
from thidua.errors import ThiduaError
from thidua.evidence import Said
from thidua.interpreters.comparing.cells import EVERY_MASK, Search, TooManyCells
from thidua.interpreters.comparing.examples import everything, items_of, world_of
from thidua.interpreters.comparing.ground import ground_of
from thidua.interpreters.comparing.outcomes import MET_
from thidua.movements import Plan, Setting
from thidua.subjects import Subject

FROM_EACH_REVIEW = 4
Told = tuple[Said[Any], ...]


def met_papers(plan: Plan, kind: type[Subject]) -> tuple[Told, ...]:
    """What complete papers say that meet the criteria at some review: a few, told apart by which conditions hold.

    None, where nobody can meet them or the search for it was given up.
    """
    return tuple(dict.fromkeys(told for setting in _settings(plan) for told in _met(plan, kind, setting)))


def _settings(plan: Plan) -> Iterator[Setting]:
    always = as_if_in_force(plan)
    for review in plan.reviews:
        try:
            yield always.setting(on=review.window.last, review=review.id)
        except ThiduaError:
            continue


def _met(plan: Plan, kind: type[Subject], setting: Setting) -> Iterator[Told]:
    try:
        ground = ground_of((plan, plan), (setting, setting), kind)
        search = Search(ground.trees, ground.leaves)
        for cell in islice(search.cells(MET_, EVERY_MASK), FROM_EACH_REVIEW):
            world = world_of(cell, ground, search.point)
            if world is not None:
                yield tuple(one for item in items_of(everything(world, ground), ground) for one in item[0])
    except TooManyCells:
        return
