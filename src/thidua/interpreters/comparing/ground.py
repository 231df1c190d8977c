"""The ground two editions are compared on: one group, one setting for each edition, their trees over common leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from thidua.clauses import Criteria
from thidua.interpreters.comparing.entries import Asked, Counted, Listener, Sorts, sorts_of
from thidua.interpreters.comparing.logic import Among, Signed, Tree, atoms
from thidua.interpreters.comparing.trees import Planter
from thidua.interpreters.comparing.worlds import Choice, Happened, Leaves, Place, Share
from thidua.movements import Plan, Setting
from thidua.nodes import Register
from thidua.subjects import Subject
from thidua.texts import Text


class Ground(NamedTuple):
    """Both editions on one kind of subject: settings, trees, the leaves they share, the sorts of entries."""

    plans: tuple[Plan, Plan]
    settings: tuple[Setting, Setting]
    kind: type[Subject]
    trees: tuple[Tree, Tree]
    leaves: Leaves
    sorts: Mapping[Register, Sorts]

    def choices(self) -> list[Choice]:
        """Every choice that either tree reads."""
        found = {atom.choice: None for tree in self.trees for atom in atoms(tree) if isinstance(atom, Among)}
        return list(found)


def ground_of(plans: tuple[Plan, Plan], settings: tuple[Setting, Setting], kind: type[Subject]) -> Ground:
    """The ground on which the criteria of a kind of subject are compared. `TooManyCells` when entries are too many."""
    criteria = tuple(plan.criteria_for(kind) for plan in plans)
    heard: dict[Register, dict[Asked, None]] = {}
    for edition in range(2):
        Planter(Leaves(), settings[edition], Listener(edition, heard)).group(criteria[edition])
    sorts = {register: sorts_of(register, asked, settings) for register, asked in heard.items()}
    leaves = Leaves()
    old, new = (_tree(edition, criteria, settings, leaves, sorts) for edition in range(2))
    return Ground(plans, settings, kind, (old, new), leaves, sorts)


def _tree(
    edition: int,
    criteria: tuple[Criteria[Any], ...],
    settings: tuple[Setting, Setting],
    leaves: Leaves,
    sorts: Mapping[Register, Sorts],
) -> Tree:
    return Planter(leaves, settings[edition], Counted(edition, leaves, sorts)).group(criteria[edition])


def read_by(ground: Ground, edition: int) -> dict[object, Text]:
    """What papers one edition asks about: places and registers, with their labels."""
    found: dict[object, Text] = {}
    for atom in atoms(ground.trees[edition]):
        if isinstance(atom, Among):
            place = atom.choice.place if isinstance(atom.choice, Happened) else atom.choice
            found[place] = place_label(place)
        elif isinstance(atom, Signed):
            for leaf, _ in atom.form.terms:
                found.update(_labels(ground, leaf))
    return found


def _labels(ground: Ground, number: int) -> Iterator[tuple[object, Text]]:
    leaf = ground.leaves.all[number]
    if isinstance(leaf, Place):
        yield leaf, place_label(leaf)
    elif isinstance(leaf, Share):
        for below, _ in (*leaf.part.terms, *leaf.whole.terms):
            yield from _labels(ground, below)
    else:
        yield leaf.register, leaf.register.label


def place_label(place: Place) -> Text:
    """A place in words: the fact, and the survey where there is one."""
    label = place.fact.label
    if place.survey is None:
        return label
    return Text(f"{label.vi} ({place.survey.label.vi})", f"{label.en} ({place.survey.label.en})")
