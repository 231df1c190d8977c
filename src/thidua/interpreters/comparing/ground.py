"""The ground two editions are compared on: one group, one setting for each edition, their trees over common leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from thidua.clauses import Criteria
from thidua.coherence import NeverTogether
from thidua.interpreters.comparing.entries import Asked, Counted, Listener, Sorts, sorts_of
from thidua.interpreters.comparing.logic import Among, Signed, Tree, atoms
from thidua.interpreters.comparing.trees import Planter
from thidua.interpreters.comparing.worlds import Choice, Happened, Leaves, Place, Share
from thidua.movements import Plan, Setting
from thidua.nodes import Register
from thidua.subjects import Subject
from thidua.texts import Text


class Ground(NamedTuple):
    """Both editions on one kind of subject: settings, trees, the leaves they share, the sorts of entries.

    `never` is what either edition declares to be met of nobody.
    """

    plans: tuple[Plan, Plan]
    settings: tuple[Setting, Setting]
    kind: type[Subject]
    trees: tuple[Tree, Tree]
    leaves: Leaves
    sorts: Mapping[Register, Sorts]
    never: tuple[Tree, ...] = ()

    def choices(self) -> list[Choice]:
        """Every choice that either tree reads."""
        found = {atom.choice: None for tree in self.trees for atom in atoms(tree) if isinstance(atom, Among)}
        return list(found)

    def declared(self) -> tuple[NeverTogether, ...]:
        """What either edition declares that a subject cannot be."""
        return tuple(dict.fromkeys(each for plan in self.plans for each in plan.vocabulary(self.kind).cannot_be))


def ground_of(plans: tuple[Plan, Plan], settings: tuple[Setting, Setting], kind: type[Subject]) -> Ground:
    """The ground on which the criteria of a kind of subject are compared. `TooManyCells` when entries are too many."""
    criteria = tuple(plan.criteria_for(kind) for plan in plans)
    heard: dict[Register, dict[Asked, None]] = {}
    never = tuple(plan.vocabulary(kind).cannot_be for plan in plans)
    for edition in range(2):
        _planted(Planter(Leaves(), settings[edition], Listener(edition, heard)), criteria[edition], never[edition])
    sorts = {register: sorts_of(register, asked, settings) for register, asked in heard.items()}
    leaves = Leaves()
    planters = [Planter(leaves, settings[edition], Counted(edition, leaves, sorts)) for edition in range(2)]
    (old, first), (new, second) = map(_planted, planters, criteria, never)
    return Ground(plans, settings, kind, (old, new), leaves, sorts, tuple(dict.fromkeys((*first, *second))))


def _planted(
    planter: Planter, criteria: Criteria[Any], never: tuple[NeverTogether, ...]
) -> tuple[Tree, tuple[Tree, ...]]:
    """The tree of the group, and those of what cannot be."""
    return planter.group(criteria), tuple(planter.tree(each.node) for each in never)


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
