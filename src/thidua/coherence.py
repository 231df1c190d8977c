"""What cannot be: facts that never hold together of one subject, whatever a plan asks.

It is a truth about the facts, never a rule of the plan, and turns no verdict: papers that say otherwise are assessed as
they stand, with a caution. What is proved of a plan is proved of subjects that can be, and its examples are such.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from attrs import field, frozen
from attrs.validators import instance_of

from thidua.conditions import Condition, combined
from thidua.errors import MisplacedError
from thidua.nodes import AllOf, AtReview, Choose, ChooseQuantity, ClauseMet, Predicate
from thidua.texts import Text
from thidua.walks import can_be_not_applicable, facts_of, nodes_of

S = TypeVar("S")


@frozen(cache_hash=True)
class NeverTogether:
    """Predicates over facts that are never all met of one subject, and why: a declaration of its vocabulary.

    Raises `MisplacedError` with all that does not belong in a truth about facts: a reading, a review, a clause, a part
    that reads no fact, or one that can be not applicable, so that nobody could say whether it holds.
    """

    parts: tuple[Predicate, ...]
    because: Text = field(validator=instance_of(Text))

    def __attrs_post_init__(self) -> None:
        wrong = list(dict.fromkeys(fault for part in self.parts for fault in _faults(part)))
        if wrong:
            msg = f"never_together(…) says what is true of facts, so it cannot hold {'; '.join(wrong)}"
            raise MisplacedError(msg)

    @property
    def node(self) -> Predicate:
        """That all of them are met, which cannot be."""
        return AllOf(self.parts)


def never_together(*conditions: Condition[S], because: Text) -> NeverTogether:
    """These are never all met of one subject; `because` says why, in both languages.

    It stands in `Vocabulary(…, cannot_be=(…,))`, or comes with `add_facts`. At `CUT_OFF` and the surveys of a review it
    is said of every review. Raises `EmptyCombinationError` for none at all, `MisplacedError` as `NeverTogether` does.

    >>> from thidua.periods import CUT_OFF
    >>> from thidua.vocabulary import household
    >>> from thidua.vocabulary.household import Status
    >>> poor_and_out = never_together(
    ...     household.status.is_one_of(Status.POOR),
    ...     household.left_poverty_on.is_not_after(CUT_OFF),
    ...     because=Text("hộ nghèo là hộ chưa thoát nghèo", "a poor household has not left poverty"),
    ... )
    >>> poor_and_out in household.VOCABULARY.cannot_be
    False
    """
    return NeverTogether(combined("never_together", conditions), because)


def _faults(part: Predicate) -> Iterator[str]:
    for node in nodes_of(part):
        match node:
            case Choose(reading=reading) | ChooseQuantity(reading=reading):
                yield f"reading {reading.id}, which decides what the plan means"
            case AtReview(reviews=reviews):
                yield f"the review {', '.join(reviews)}"
            case ClauseMet(clause=clause):
                yield f"clause {clause}"
            case _:
                pass
    if not facts_of(part):
        yield "a part that reads no fact"
    elif can_be_not_applicable(part):
        yield "a part that can be not applicable, such as where(…) or are_all(…): say it with all_of(…) or number(…)"
