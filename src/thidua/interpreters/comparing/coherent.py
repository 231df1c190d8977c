"""The worlds that can be: those in which nothing is met that a vocabulary says is met of nobody."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.coherence import NeverTogether
from thidua.errors import InvalidPlanError
from thidua.interpreters.comparing.cells import EVERY_MASK, Search, TooManyCells
from thidua.interpreters.comparing.logic import Tree
from thidua.interpreters.comparing.outcomes import MET_, Masks
from thidua.interpreters.comparing.worlds import Leaves

CAN_BE: Masks = EVERY_MASK & ~MET_
"""How what cannot be comes out of a world that can: anything but met. What a world leaves open excludes none."""


def held(never: Iterable[Tree]) -> tuple[tuple[Tree, Masks], ...]:
    """What holds in every world, as a search is told it."""
    return tuple((tree, CAN_BE) for tree in never)


def check_somebody(never: Iterable[Tree], leaves: Leaves, kind: str, declared: Iterable[NeverTogether]) -> None:
    """Raises `InvalidPlanError` where what is declared excludes every world: it contradicts itself.

    All that is asked of such a kind would be proved of nobody.
    """
    search = Search((), leaves, held=held(never))
    try:
        nobody = next(search.cells(), None) is None
    except TooManyCells:
        return
    if nobody:
        why = "; ".join(dict.fromkeys(each.because.en for each in declared))
        msg = f"what {kind} cannot be contradicts itself: it leaves no {kind} at all ({why})"
        raise InvalidPlanError(msg)
