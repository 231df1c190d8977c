"""What is wrong with a clause by its logic: nobody fails it, nobody is asked, nobody can meet it, others ask it too.

All is asked of a whole group in the worlds it addresses, at every review; a fault is told where it shows at each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from attrs import evolve

from thidua import nodes as n
from thidua.clauses import Criteria
from thidua.errors import MisplacedError
from thidua.groups import without
from thidua.interpreters.comparing.logic import Tree
from thidua.interpreters.comparing.results import Status
from thidua.interpreters.comparing.worlds import Place
from thidua.interpreters.linting.pinned import Pinned, pinned, pinned_said
from thidua.interpreters.linting.results import Fault, LintFinding
from thidua.interpreters.linting.worlds import (
    IS_MET,
    MAY_APPLY,
    MAY_BE_MET,
    MAY_FAIL,
    NOT_PLAINLY_MET,
    Asking,
    Field,
    some,
)
from thidua.nodes import Fact, Kind
from thidua.quantities import Exact
from thidua.texts import Text
from thidua.walks import nodes_of

EVERYBODY_PASSES = Text("Không ai bị hỏi mà lại không đạt.", "Nobody who is asked can fail it.")
NOBODY_IS_ASKED = Text("Không đối tượng nào thuộc diện áp dụng.", "There is nobody to whom it applies.")
NOBODY_CAN = Text("Các điều kiện loại trừ nhau.", "Its conditions exclude one another.")
OTHERS_DECIDE = Text(
    "Bỏ tiêu chí này thì kết luận của nhóm không đổi đối với bất kỳ ai.",
    "Without it, the group comes out the same for everybody.",
)
NOT_COUNTED = Text(
    "Cách tính chung của nhóm không nhắc đến tiêu chí này.", "How the clauses of the group count does not name it."
)


class Scope(NamedTuple):
    """Some subjects of a group: those of one option of a choice it guards by, or all of them."""

    about: Text | None
    fact: Fact | None = None
    option: str = ""

    def within(self, field: Field) -> tuple[Asking, ...]:
        """What holds of them."""
        return () if self.fact is None else (Asking(field.option(self.fact, self.option), IS_MET),)


def clause_faults(group: Criteria[Any], fields: Sequence[Field]) -> Iterator[LintFinding]:
    """The faults of a group and its clauses that show at every review."""
    scopes = [Scope(None), *_scopes(group)]
    meetable = _everywhere(fields, [field.root for field in fields], MAY_BE_MET, Scope(None))
    counted = _counted(group)
    for name in [clause.id for clause in group.clauses]:
        if name not in counted:
            yield LintFinding(Fault.DEAD, name, NOT_COUNTED)
            continue
        found = list(_of_item(name, fields, scopes, [field.clause(name) for field in fields]))
        yield from found
        if not found and meetable:
            yield from _shadowed(group, name, fields)
    yield from _of_item(group.id, fields, scopes, [field.root for field in fields])


def _counted(group: Criteria[Any]) -> frozenset[str]:
    """The clauses that the group refers to, or another clause does."""
    trees = (group.node, *(clause.node for clause in group.clauses))
    return frozenset(node.clause for tree in trees for node in nodes_of(tree) if isinstance(node, n.ClauseMet))


def _of_item(
    name: str, fields: Sequence[Field], scopes: Sequence[Scope], trees: Sequence[Tree]
) -> Iterator[LintFinding]:
    """The faults of a clause, or of the group as a whole."""
    asked = _everywhere(fields, trees, MAY_APPLY, Scope(None))
    if asked is not True:
        yield _finding(Fault.DEAD, name, NOBODY_IS_ASKED, asked)
        return
    fails = _everywhere(fields, trees, MAY_FAIL, Scope(None))
    if fails is not True:
        yield _finding(Fault.VACUOUS, name, EVERYBODY_PASSES, fails)
        return
    yield from _satisfiable(name, fields, scopes, trees)


def _satisfiable(
    place: str, fields: Sequence[Field], scopes: Sequence[Scope], trees: Sequence[Tree]
) -> Iterator[LintFinding]:
    """That nobody can meet it, or only on one day or with one number: of all subjects, else of each kind of them."""
    for scope in scopes:
        if _everywhere(fields, trees, MAY_APPLY, scope) is False:
            continue
        met = _everywhere(fields, trees, MAY_BE_MET, scope)
        if met is True:
            yield from (found := list(_hardly(place, fields, trees, scope)))
        else:
            yield from (found := [_finding(Fault.UNSATISFIABLE, place, NOBODY_CAN, met, scope.about)])
        if found and scope.about is None:
            return


def _hardly(place: str, fields: Sequence[Field], trees: Sequence[Tree], scope: Scope) -> Iterator[LintFinding]:
    """That it can be met at each review only where a day or a number is just one."""
    found: list[Pinned] = []
    for field, tree in zip(fields, trees, strict=True):
        asked = (Asking(field.addressed, MAY_BE_MET), Asking(tree, MAY_BE_MET), *scope.within(field))
        point = field.point(*asked)
        here = [] if point is None else list(_pinned(field, asked, point))
        if point is not None and not here:
            return
        found += here
    yield LintFinding(Fault.HARDLY_SATISFIABLE, place, pinned_said(found), about=scope.about)


def _everywhere(fields: Sequence[Field], trees: Sequence[Tree], ways: int, scope: Scope) -> bool | None:
    """Whether it can come out so at some review, of those the group addresses; `None` where that is not known."""
    return some(
        field.possible(Asking(field.addressed, MAY_BE_MET), Asking(tree, ways), *scope.within(field))
        for field, tree in zip(fields, trees, strict=True)
    )


def _finding(fault: Fault, place: str, reason: Text, found: bool | None, about: Text | None = None) -> LintFinding:  # noqa: FBT001  # what a search found
    return LintFinding(fault, place, reason, Status.NOT_DECIDED if found is None else Status.PROVED, about)


def _scopes(group: Criteria[Any]) -> list[Scope]:
    """The kinds of subjects a group tells apart in whom it addresses, by a choice it reads there."""
    if group.applies_where is None:
        return []
    facts = dict.fromkeys(node.fact for node in nodes_of(group.applies_where.node) if isinstance(node, n.IsOneOf))
    return [
        Scope(option.label, fact, option.id) for fact in facts if fact.kind is Kind.CHOICE for option in fact.options
    ]


def _shadowed(group: Criteria[Any], name: str, fields: Sequence[Field]) -> Iterator[LintFinding]:
    """That the group comes out met for the same subjects without the clause."""
    try:
        left = without(group.requires, name)
    except MisplacedError:
        return
    if left is None or left == group.requires:
        return
    decides = some(_decides(group, evolve(group, requires=left), field) for field in fields)
    if not decides:
        yield _finding(Fault.SHADOWED, name, OTHERS_DECIDE, decides)


def _decides(group: Criteria[Any], fewer: Criteria[Any], field: Field) -> bool | None:
    both = Field((group, fewer), field.setting, field.truths)
    return some(
        both.possible(Asking(one, IS_MET), Asking(other, NOT_PLAINLY_MET))
        for one, other in (both.roots, reversed(both.roots))
    )


def _pinned(field: Field, asked: Sequence[Asking], point: Mapping[int, Exact]) -> Iterator[Pinned]:
    """The days and numbers that can be but one wherever all that comes out, those at the end of their range apart."""
    for leaf, value in point.items():
        place, bounds = field.leaves.all[leaf], field.leaves.bounds[leaf]
        if isinstance(place, Place) and value not in (bounds.low, bounds.high):
            sides = (Asking(field.beside(leaf, value, sign), IS_MET) for sign in (-1, 1))
            if all(field.possible(*asked, side) is False for side in sides):
                yield pinned(place, value, field.setting)
