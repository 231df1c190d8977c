"""Trees over worlds: what is asked of choices and of the signs of forms, combined as the plan combines it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeAlias

from attrs import frozen

from thidua.interpreters.comparing.worlds import Choice, Form, Leaves, scaled
from thidua.verdicts import F, IfFewer, M


@frozen(cache_hash=True)
class Fixed:
    """Always the same."""

    mask: int


@frozen(cache_hash=True)
class Among:
    """Met when a choice lies among these options."""

    choice: Choice
    options: frozenset[str]


@frozen(cache_hash=True)
class Signed:
    """Met when the form has one of these signs."""

    form: Form
    signs: frozenset[int]


@frozen(cache_hash=True)
class Free:
    """What these cells cannot tell: any of these masks, whatever else holds. `about` says which two are one."""

    about: Hashable
    masks: frozenset[int]


@frozen(cache_hash=True)
class If:
    """One tree where the test is met, another where it is not."""

    test: Tree
    then: Tree
    other: Tree


@frozen(cache_hash=True)
class Every:
    """As `all_of`."""

    parts: tuple[Tree, ...]


@frozen(cache_hash=True)
class AnyOne:
    """As `any_of`."""

    parts: tuple[Tree, ...]


@frozen(cache_hash=True)
class Count:
    """As `at_least`."""

    k: int
    parts: tuple[Tree, ...]
    if_fewer: IfFewer


@frozen(cache_hash=True)
class Negated:
    """As `not_`."""

    part: Tree


@frozen(cache_hash=True)
class Guarded:
    """As `where`."""

    guard: Tree
    body: Tree


@frozen(cache_hash=True)
class Lost:
    """As `unless`."""

    body: Tree
    disqualifier: Tree


@frozen(cache_hash=True)
class Either:
    """What a reading with nothing adopted leaves: all that its options allow."""

    parts: tuple[Tree, ...]


Atom: TypeAlias = Among | Signed | Free
Tree: TypeAlias = Fixed | Atom | If | Every | AnyOne | Count | Negated | Guarded | Lost | Either


def signed(leaves: Leaves, form: Form, signs: frozenset[int]) -> Tree:
    """Whether the form has one of these signs, said of the form as all do who ask for it."""
    whole, turned = scaled(form)
    wanted = frozenset(sign * turned for sign in signs)
    possible = leaves.signs(whole)
    if possible <= wanted or not possible & wanted:
        return Fixed(M if possible <= wanted else F)
    return Signed(whole, wanted)


def below(tree: Tree) -> tuple[Tree, ...]:
    """The trees directly below a tree."""
    match tree:
        case Every(parts=parts) | AnyOne(parts=parts) | Count(parts=parts) | Either(parts=parts):
            return parts
        case If(test=test, then=then, other=other):
            return test, then, other
        case Negated(part=part):
            return (part,)
        case Guarded(guard=guard, body=body):
            return guard, body
        case Lost(body=body, disqualifier=disqualifier):
            return body, disqualifier
        case _:
            return ()


def ordered(trees: Iterable[Tree]) -> list[Tree]:
    """The trees and all below them, each once, what is below before what is above."""
    found: dict[Tree, None] = {}

    def visit(tree: Tree) -> None:
        if tree not in found:
            for part in below(tree):
                visit(part)
            found[tree] = None

    for tree in trees:
        visit(tree)
    return list(found)


def atoms(tree: Tree) -> Iterator[Atom]:
    """The atoms of a tree, each once."""
    return (part for part in ordered([tree]) if isinstance(part, Atom))
