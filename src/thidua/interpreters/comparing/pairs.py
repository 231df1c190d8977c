"""Which group of one edition is put beside which of the other; one that stands alone, beside one that asks nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from attrs import evolve

from thidua.clauses import Criteria
from thidua.conditions import ALWAYS, NEVER
from thidua.editions import as_if_in_force
from thidua.interpreters.comparing.same_places import in_the_words_of
from thidua.movements import Plan
from thidua.subjects import Subject
from thidua.texts import Text

SILENT = (
    Text("bản cũ chưa quy định cho nhóm đối tượng này", "the old edition asks nothing of this group"),
    Text("bản mới không còn quy định cho nhóm đối tượng này", "the new edition asks nothing of this group"),
)
"""That an edition does not have a group: the old one, or the new one."""


class Pair(NamedTuple):
    """A group as each edition has it, `name` as the newest calls it; `silent` is the edition that does not have it."""

    name: str
    names: frozenset[str]
    editions: tuple[Plan, Plan]
    kinds: tuple[type[Subject], type[Subject]]
    silent: int | None = None

    def on(self, days: tuple[date, date]) -> tuple[date, date]:
        """The day under each edition; that of the edition which has the group, where only one has it."""
        return days if self.silent is None else (days[1 - self.silent], days[1 - self.silent])


def pairs_of(old: Plan, new: Plan) -> Iterator[Pair]:
    """The groups of both editions, in the order of the new one; those of the old one alone at the end.

    A group is the one of its id or, where there is none, the one that is asked of the same kind of subject.
    """
    was, now = as_if_in_force(old), in_the_words_of(old, as_if_in_force(new))
    left = {group.id: group for group in was.criteria}
    for group in now.criteria:
        same = left.get(group.id) or next((one for one in left.values() if _took_over(one, group, now)), None)
        if same is None:
            yield Pair(group.id, frozenset((group.id,)), (_asking_nobody(now, group), now), _twice(group), 0)
        else:
            del left[same.id]
            yield Pair(group.id, frozenset((group.id, same.id)), (was, now), (same.subject, group.subject))
    for group in left.values():
        yield Pair(group.id, frozenset((group.id,)), (was, _asking_nobody(was, group)), _twice(group), 1)


def _took_over(was: Criteria[Any], group: Criteria[Any], now: Plan) -> bool:
    """Whether a group has another id and is asked of the same kind of subject."""
    return was.subject is group.subject and all(was.id != other.id for other in now.criteria)


def _twice(group: Criteria[Any]) -> tuple[type[Subject], type[Subject]]:
    return group.subject, group.subject


def _asking_nobody(plan: Plan, group: Criteria[Any]) -> Plan:
    """The edition, a group of which asks nothing and is addressed to nobody."""
    silent = evolve(group, clauses=(), requires=ALWAYS, applies_where=NEVER, readings=())
    return evolve(plan, contents=tuple(silent if item is group else item for item in plan.contents))
