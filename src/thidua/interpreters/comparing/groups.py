"""One group at one review: who is met under which edition, proved cell by cell or, where that fails, tested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from thidua.findings import Assessment
from thidua.interpreters.comparing.bench import Bench
from thidua.interpreters.comparing.cells import Cell, Search, TooManyCells
from thidua.interpreters.comparing.coherent import check_somebody, held
from thidua.interpreters.comparing.examples import Item, World, everything, items_of, world_of
from thidua.interpreters.comparing.ground import Ground, ground_of, read_by
from thidua.interpreters.comparing.outcomes import OUTCOMES, UNDETERMINED_, Masks
from thidua.interpreters.comparing.results import GroupComparison, Move, Relation, Status, Witness, relation_of
from thidua.interpreters.comparing.samples import sampled
from thidua.movements import Plan, Setting
from thidua.subjects import Subject
from thidua.texts import Text

TRIES = 6
"""So many cells are tried for a witness of one move."""
TOO_MANY = Text(
    "sổ có quá nhiều loại mục phải phân biệt để xét hết", "a register has too many sorts of entries to go through"
)

Ways = tuple[str, Masks, str, Masks]


def compare_group(
    plans: tuple[Plan, Plan],
    settings: tuple[Setting, Setting],
    kind: type[Subject],
    *,
    group: str,
    examples: int,
    seed: int,
) -> GroupComparison:
    """What the new edition is beside the old one for a kind of subject, in one setting of each."""
    review, on = settings[1].review.id, settings[1].on
    try:
        ground = ground_of(plans, settings, kind)
    except TooManyCells:
        return undecided(group, kind, review, on, TOO_MANY)
    check_somebody(ground.never, ground.leaves, kind.__name__, ground.declared())
    prover = _Prover(ground)
    moves = prover.moves()
    relation = _relation(moves)
    status, tried = Status.PROVED, 0
    if relation is Relation.UNDECIDED:
        moves = _with(moves, sampled(ground, prover.search, examples=examples, seed=seed), prover.bench)
        relation, status, tried = _relation(moves, silent=False), Status.TESTED, examples
    before, after = read_by(ground, 0), read_by(ground, 1)
    return GroupComparison(
        group,
        kind,
        review,
        on,
        relation,
        status,
        moves,
        prover.search.looked_at,
        tried,
        seed if tried else 0,
        reads_before=tuple(label for what, label in before.items() if what not in after),
        reads_after=tuple(label for what, label in after.items() if what not in before),
        open_difference=prover.open_difference() if relation is Relation.EQUIVALENT else None,
    )


def undecided(group: str, kind: type[Subject], review: str, on: date, reason: Text) -> GroupComparison:
    """A group of which nothing could be said, and why."""
    return GroupComparison(group, kind, review, on, Relation.UNDECIDED, Status.NOT_DECIDED, (), 0, reason=reason)


def _relation(moves: Iterable[Move], *, silent: bool | None = None) -> Relation:
    """The relation the moves make; what is not known of a move counts as `silent`."""
    gains = [m.possible if m.possible is not None else silent for m in moves if m.new == "met" != m.old]
    losses = [m.possible if m.possible is not None else silent for m in moves if m.old == "met" != m.new]
    return relation_of(gained=_some(gains), lost=_some(losses))


def _some(found: Sequence[bool | None]) -> bool | None:
    return True if True in found else None if None in found else False


def _with(moves: tuple[Move, ...], worlds: Iterable[World], bench: Bench) -> tuple[Move, ...]:
    """The moves with the witnesses found by trying, each judged as the others are."""
    found = {(move.old, move.new): move for move in moves}
    for world in worlds:
        items = items_of(world, bench.ground)
        if not bench.can_be(items):
            continue
        old, new = (_word(judged) for judged in bench.judged(items))
        move = found[old, new]
        if move.possible is None:
            ways = dict(OUTCOMES)
            witness = _witness(bench, items, (old, ways[old], new, ways[new]))
            found[old, new] = Move(old, new, possible=True, witness=witness if old != new else None)
    return tuple(found.values())


def _word(judged: Assessment[Any]) -> str:
    return next(word for word, ways in OUTCOMES if 1 << judged.found.mask & ways)


def _witness(bench: Bench, items: Sequence[Item], ways: Ways) -> Witness | None:
    """The papers as a witness, as few as make it one; all of them where undetermined is a way to come out."""
    _, old, _, new = ways
    least = not (old | new) & UNDETERMINED_
    return bench.witness(items, lambda a, b: bool(1 << a & old and 1 << b & new), least=least)


class _Prover:
    """Goes through the cells of one ground, move by move."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.search = Search(ground.trees, ground.leaves, held=held(ground.never))
        self.bench = Bench(ground)
        self.met: list[Item] = []

    def moves(self) -> tuple[Move, ...]:
        """Every pair of ways to come out, possible or not."""
        return tuple(self._move((old, before, new, after)) for old, before in OUTCOMES for new, after in OUTCOMES)

    def _move(self, ways: Ways) -> Move:
        old, before, new, after = ways
        if self.ground.trees[0] == self.ground.trees[1] and old != new:
            return Move(old, new, possible=False)
        tries = 0
        try:
            for cell in self.search.cells(before, after):
                tries += 1
                witness = self._found(cell, ways)
                if witness is not None:
                    return Move(old, new, possible=True, witness=witness if old != new else None)
                if tries == TRIES:
                    break
        except TooManyCells:
            return Move(old, new, possible=None)
        return Move(old, new, possible=None if tries else False)

    def _found(self, cell: Cell, ways: Ways) -> Witness | None:
        world = world_of(cell, self.ground, self.search.point)
        if world is None:
            return None
        full = items_of(everything(world, self.ground), self.ground)
        if not self.bench.can_be(full):
            return None
        if ways[0] == ways[2] == "met":
            self.met = full
        if not (ways[1] | ways[3]) & UNDETERMINED_:
            witness = _witness(self.bench, items_of(world, self.ground), ways)
            if witness is not None:
                return witness
        return _witness(self.bench, full, ways)

    def open_difference(self) -> Witness | None:
        """Papers on which equivalent editions differ while they are not all there: none, or one, or all but one."""
        if self.ground.trees[0] == self.ground.trees[1]:
            return None
        fewer = [[one for one in self.met if one is not item] for item in self.met]
        for items in ([], *([item] for item in self.met), *fewer):
            old, new = self.bench.judged(items)
            if old.found.mask != new.found.mask:
                return Witness(old, new)
        return None
