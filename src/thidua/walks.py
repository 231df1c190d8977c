"""Walking a tree of nodes, and rewriting it: what it reads, which readings it rests on, what can be not applicable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from operator import is_
from typing import Any, TypeVar, cast, get_args

from attrs import evolve, fields, has

from thidua.nodes import (
    AllOf,
    AnyOf,
    AreAll,
    At,
    AtLeast,
    Choose,
    ChooseQuantity,
    ClauseMet,
    Constant,
    Fact,
    Falls,
    IsOneOf,
    JudgedAtLeast,
    Lives,
    Node,
    Not,
    Number,
    Predicate,
    Reading,
    Recorded,
    RecordedDay,
    Register,
    Total,
    Unless,
    Where,
)
from thidua.periods import AT_REVIEW, When
from thidua.texts import Text
from thidua.verdicts import N

T = TypeVar("T")
OverRegister = Number | Total | AreAll
"""What counts, adds up or asks the entries of a register."""
READERS = (Recorded, RecordedDay, IsOneOf, JudgedAtLeast, Number, Total, AreAll)
"""The nodes that read a fact or a register themselves."""


def walk(value: object) -> Iterator[object]:
    """The value and everything below it, in the order it is written; what is shared comes as often as it stands."""
    yield value
    if isinstance(value, tuple):
        for item in cast(tuple[object, ...], value):
            yield from walk(item)
    else:
        kind = type(value)
        if has(kind):
            for attribute in fields(kind):
                yield from walk(getattr(value, attribute.name))


_KINDS = frozenset(get_args(Node))


def children(node: Node) -> Iterator[Node]:
    """The nodes directly below a node."""
    for name in _names(cast(type, type(node))):
        value = getattr(node, name)
        if type(value) in _KINDS:
            yield value
        elif type(value) is tuple:
            yield from _nodes(cast(tuple[object, ...], value))


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a kind of node: asked for at every step of every walk."""
    return tuple(attribute.name for attribute in fields(kind)) if has(kind) else ()


def _nodes(items: tuple[object, ...]) -> Iterator[Node]:
    """The nodes in a tuple, or in the tuples it holds: the options of a reading come with their names."""
    for item in items:
        if type(item) in _KINDS:
            yield cast(Node, item)
        elif type(item) is tuple:
            yield from _nodes(cast(tuple[object, ...], item))


def nodes_of(node: Node) -> Iterator[Node]:
    """The node and all nodes below it, in the order they are met; what several branches share comes once."""
    seen: set[int] = set()
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if id(current) not in seen:
            seen.add(id(current))
            yield current
            waiting.extend(reversed(tuple(children(current))))


def rewrite(value: T, change: Callable[[Any, Any], Any]) -> T:
    """The value with a change made to it and to everything below it, from the leaves up.

    `change` is handed what stood there, and the same with all below it rewritten; it gives back what is to stand there
    now. What was shared stays shared, and where nothing changes the very same object is given back. Declarations, such
    as facts, are left as they are.
    """
    made: dict[int, Any] = {}

    def again(was: Any) -> Any:
        if id(was) not in made:
            made[id(was)] = change(was, below(was))
        return made[id(was)]

    def below(was: Any) -> Any:
        if isinstance(was, tuple):
            items = cast(tuple[object, ...], was)
            new = tuple(map(again, items))
            return items if all(map(is_, new, items)) else new
        if isinstance(was, _DECLARED):
            return was
        parts = {name: getattr(was, name) for name in _names(was.__class__)}
        changed = {name: new for name, part in parts.items() if (new := again(part)) is not part}
        return evolve(was, **changed) if changed else was

    rewritten: T = again(value)
    return rewritten


_DECLARED = (Fact, Register, Text)


def facts_of(node: Node) -> tuple[Fact | Register, ...]:
    """The facts and registers read, each once, in the order they are met. Fields of entries are not listed apart."""
    seen: set[int] = set()
    found: dict[Fact | Register, None] = {}
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        match current:
            case Number(register=register) | Total(register=register) | AreAll(register=register):
                found[register] = None
            case Recorded(fact=fact) | RecordedDay(fact=fact) | IsOneOf(fact=fact) | JudgedAtLeast(fact=fact):
                found[fact] = None
            case _:
                waiting.extend(reversed(tuple(children(current))))
    return tuple(found)


def reads_of(
    node: Node, below: Callable[[Node], Iterator[Node]] = children, when: When = AT_REVIEW
) -> Iterator[tuple[Fact | OverRegister, When | None]]:
    """What a tree reads, each as often as it does: facts, with the moment of those counted by surveys, and registers.

    `below` says which branches are followed. What is asked of an entry is read of the entry, and not listed.
    """
    match node:
        case Recorded(fact=fact) if fact.lives is Lives.AT_SURVEYS:
            yield fact, when
        case Recorded(fact=fact) | RecordedDay(fact=fact) | IsOneOf(fact=fact) | JudgedAtLeast(fact=fact):
            yield fact, None
        case Number() | Total() | AreAll():
            yield node, None
        case At(term=term, when=other):
            yield from reads_of(term, below, other)
        case Falls(term=term, since=since, until=until, from_zero=zero):
            yield from reads_of(term, below, since)
            yield from reads_of(term, below, until)
            yield from reads_of(zero, below, when)
        case _:
            for child in below(node):
                yield from reads_of(child, below, when)


def readings_of(node: Node) -> tuple[Reading, ...]:
    """Every reading in the tree, each once, in the order they are met."""
    found = {n.reading: None for n in nodes_of(node) if isinstance(n, Choose | ChooseQuantity)}
    return tuple(found)


def readings_in_force(node: Node) -> tuple[Reading, ...]:
    """The readings the tree rests on as adopted: those that stand only under an option not taken are left out."""
    return tuple(dict.fromkeys(_in_force(node)))


def _in_force(node: Node) -> Iterator[Reading]:
    if isinstance(node, Choose | ChooseQuantity):
        yield node.reading
        for name, option in node.options:
            if node.reading.adopted in (None, name):
                yield from _in_force(option)
    else:
        for child in children(node):
            yield from _in_force(child)


def owners_of(node: Predicate) -> frozenset[str]:
    """Whose facts the tree reads, entries apart."""
    return frozenset(what.owner for what in facts_of(node))


def can_be_not_applicable(node: Predicate) -> bool:
    """Whether some evidence could make the predicate not applicable: decided by the tree alone."""
    match node:
        case Constant(mask=mask):
            return bool(mask & N)
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return all(can_be_not_applicable(part) for part in parts)
        case AtLeast(parts=parts, if_fewer_applicable=mode):
            optional = [can_be_not_applicable(part) for part in parts]
            return any(optional) if mode == "not_applicable" else all(optional)
        case Not(part=part):
            return can_be_not_applicable(part)
        case Where() | AreAll():
            return True
        case Unless(body=body):
            return can_be_not_applicable(body)
        case Falls(from_zero=zero):
            return can_be_not_applicable(zero)
        case Choose(options=options):
            return any(can_be_not_applicable(option) for _, option in options)
        case _:
            return isinstance(node, ClauseMet)
