"""A reading whose alternatives never differ: whichever is adopted, every group comes out the same for everybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from attrs import evolve

from thidua.clauses import Criteria
from thidua.interpreters.comparing.cells import TooManyCells
from thidua.interpreters.comparing.outcomes import OUTCOMES
from thidua.interpreters.comparing.results import Status
from thidua.interpreters.linting.results import Fault, LintFinding
from thidua.interpreters.linting.worlds import Asking, Field, Truths, some
from thidua.movements import Plan, Setting
from thidua.nodes import Predicate, Reading
from thidua.subjects import Subject
from thidua.texts import Text
from thidua.walks import readings_of, rewrite

T = TypeVar("T")
ALL_WAYS = sum(ways for _, ways in OUTCOMES)
SAME = Text(
    "Chọn cách hiểu nào thì kết luận của mọi nhóm cũng như nhau đối với mọi đối tượng.",
    "Whichever option is adopted, every group comes out the same for everybody.",
)
ONE_OPTION = Text("Chỉ có một cách hiểu để chọn.", "There is but one option to adopt.")


def reading_faults(
    plan: Plan, settings: Sequence[Setting], truths: Mapping[type[Subject], Truths]
) -> Iterator[LintFinding]:
    """The readings that stand in trees and yet decide nothing there, the others being as adopted.

    Readings that act elsewhere, on a moment, a review or an award, are not judged by trees.
    """
    for reading in plan.readings:
        groups = [group for group in plan.criteria if any(reading in readings_of(tree) for tree in _trees(group))]
        if not groups:
            continue
        if len(reading.options) == 1:
            yield LintFinding(Fault.NO_DIFFERENCE, reading.id, ONE_OPTION)
            continue
        differs = some(
            _differs(group, reading, setting, truths[group.subject]) for setting in settings for group in groups
        )
        if not differs:
            status = Status.NOT_DECIDED if differs is None else Status.PROVED
            yield LintFinding(Fault.NO_DIFFERENCE, reading.id, SAME, status)


def _trees(group: Criteria[Any]) -> Iterator[Predicate]:
    yield group.node
    for clause in group.clauses:
        yield clause.node


def _differs(group: Criteria[Any], reading: Reading, setting: Setting, truths: Truths) -> bool | None:
    """Whether two options make a difference to somebody; `None` where that could not be told."""
    editions = [_adopting(group, reading, option.id) for option in reading.options]
    try:
        field = Field(editions, setting, truths)
    except TooManyCells:
        return None
    first, *others = field.roots
    return some(
        field.possible(Asking(first, one), Asking(other, ALL_WAYS & ~one))
        for other in others
        if other != first
        for _, one in OUTCOMES
    )


def _adopting(value: T, reading: Reading, option: str) -> T:
    adopted = evolve(reading, adopted=option)
    return rewrite(value, lambda _, now: adopted if now == reading else now)
