"""Clause by clause: what was added, repealed, renumbered, and in which ways the rest has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, cast

from attrs import evolve, fields, has

from thidua import nodes as n
from thidua.clauses import Clause, Criteria
from thidua.interpreters.comparing.results import Change, ItemChange
from thidua.movements import Plan
from thidua.nodes import Fact, Op, Reading, Register
from thidua.provisions import Provision
from thidua.texts import Sic, Text
from thidua.walks import readings_in_force

_DIRECTION = {Op.AT_LEAST: "up", Op.MORE_THAN: "up", Op.AT_MOST: "down", Op.LESS_THAN: "down"}
_THRESHOLDS: Mapping[type, tuple[str, ...]] = {
    n.Exactly: ("value",),
    n.Times: ("factor",),
    n.Falls: ("by", "strictly"),
    n.YearsAfter: ("years", "leap"),
    n.ExactDay: ("day",),
    n.JudgedAtLeast: ("level",),
    n.AtLeast: ("k",),
}
"""The fields that hold a number of the law, a day, a span or a level."""
PERIOD = "period"
"""The period of a plan, among what its schedule holds."""


class Side(NamedTuple):
    """What an item holds, as far as it is compared."""

    node: n.Predicate | None
    words: object
    citation: object
    readings: tuple[Reading, ...]


def clause_changes(old: Plan, new: Plan) -> tuple[ItemChange, ...]:
    """Every clause of both editions in the order of the new one, those repealed at the end."""
    return _changes(old.clauses, new.clauses, _of_clause)


def rule_changes(old: Plan, new: Plan) -> tuple[ItemChange, ...]:
    """Every group of both editions: how its clauses count together, and whom it addresses."""
    moved = _moved(old.clauses, new.clauses, _of_clause)
    return _changes(old.criteria, new.criteria, _of_group, {was: now for now, was in moved.items()})


def provision_changes(old: Plan, new: Plan) -> tuple[ItemChange, ...]:
    """Every sentence of both editions that is no clause."""
    before, after = (tuple(item for item in plan.contents if isinstance(item, Provision)) for plan in (old, new))
    return _changes(before, after, _of_provision)


def differing(old: Iterable[Any], new: Iterable[Any]) -> tuple[str, ...]:
    """The ids of what stands in one edition only, or differs."""
    before, after = {item.id: item for item in old}, {item.id: item for item in new}
    return tuple(name for name in {**before, **after} if before.get(name) != after.get(name))


def schedule_changes(old: Plan, new: Plan) -> tuple[str, ...]:
    """The ids of the reviews and surveys that stand in one edition only, or differ; `period` where that does."""
    period = () if old.period == new.period else (PERIOD,)
    return (*period, *differing((*old.reviews, *old.surveys), (*new.reviews, *new.surveys)))


def award_changes(old: Plan, new: Plan) -> tuple[str, ...]:
    """The ids of the forms that stand in one edition only, or differ, themselves or in the routes to them."""
    forms = differing(old.forms, new.forms)
    before, after = _routes(old), _routes(new)
    routes = (name for name in {**before, **after} if before.get(name) != after.get(name))
    return tuple(dict.fromkeys((*forms, *routes)))


def _routes(plan: Plan) -> dict[str, list[object]]:
    """What the routes to each form say; which option of a reading is adopted is told of the reading."""
    found: dict[str, list[object]] = {}
    for route in plan.routes:
        rest = tuple(getattr(route, a.name) for a in fields(type(route)) if a.name not in ("asks", "readings"))
        found.setdefault(route.form, []).append((_bare(route.asks), rest))
    return found


def _of_clause(clause: Clause[Any]) -> Side:
    told = (clause.text, clause.en, clause.sic)
    return Side(
        clause.node, told, _rest(clause, "text", "en", "sic", "requires", "applies_where", "readings"), clause.readings
    )


def _of_group(group: Criteria[Any]) -> Side:
    heading = group.heading
    return Side(group.node, (heading.text, heading.en, heading.sic), heading.dash, group.readings)


def _of_provision(provision: Provision) -> Side:
    return Side(
        None, (provision.text, provision.en, provision.sic), (provision.dash, provision.role), provision.readings
    )


def _rest(item: Any, *but: str) -> tuple[object, ...]:
    """All other fields: where it stands, and who made it so."""
    return tuple(getattr(item, a.name) for a in fields(item.__class__) if a.name not in (*but, "id"))


def _changes(
    old: Sequence[Any], new: Sequence[Any], side: Callable[[Any], Side], names: Mapping[str, str] | None = None
) -> tuple[ItemChange, ...]:
    """What has become of every item; `names` are the new ids of clauses, where those are other items."""
    before, after = {item.id: item for item in old}, {item.id: item for item in new}
    moved = _moved(old, new, side)
    names = {was: now for now, was in moved.items()} if names is None else names
    found: list[ItemChange] = []
    for name, item in after.items():
        was = moved.get(name, name)
        if was not in before:
            found.append(ItemChange(None, name, (Change.ADDED,)))
            continue
        ways, readings = _ways(side(before[was]), side(item), names)
        changes = (*((Change.RENUMBERED,) if was != name else ()), *ways) or (Change.UNCHANGED,)
        found.append(ItemChange(was, name, changes, readings))
    kept = {change.old for change in found}
    return (*found, *(ItemChange(name, None, (Change.REPEALED,)) for name in before if name not in kept))


def _moved(old: Sequence[Any], new: Sequence[Any], side: Callable[[Any], Side]) -> dict[str, str]:
    """New ids with old ones, where an id is gone and its words, or all that it requires, stand under another."""
    kept = {item.id for item in old} & {item.id for item in new}
    gone = {item.id: side(item) for item in old if item.id not in kept}
    found: dict[str, str] = {}
    for item in new:
        if item.id not in kept:
            now = side(item)
            same = (was for was, its in gone.items() if its.words == now.words or (its.node and its.node == now.node))
            was = next(same, None)
            if was is not None:
                del gone[was]
                found[item.id] = was
    return found


def _ways(old: Side, new: Side, names: Mapping[str, str]) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """In which ways an item has changed, and the readings that have."""
    ways: list[Change] = []
    if old.node is not None and new.node is not None:
        was, now = (_bare(_renamed(old.node, names))), _bare(new.node)
        if _shape(was) != _shape(now):
            ways.append(Change.LOGIC)
        elif was != now:
            ways.append(Change.THRESHOLD)
    readings = _readings_changed(old, new)
    if readings:
        ways.append(Change.READING)
    if old.words != new.words or (Change.LOGIC not in ways and _labels(old.node) != _labels(new.node)):
        ways.append(Change.TEXT)
    if old.citation != new.citation:
        ways.append(Change.CITATION)
    return tuple(ways), readings


def _readings_changed(old: Side, new: Side) -> tuple[str, ...]:
    """The readings of an item that differ; one that comes or goes with the logic is no change of a reading."""
    before, after = ({r.id: r for r in (*_in(side.node), *side.readings)} for side in (old, new))
    listed = {r.id for r in old.readings} ^ {r.id for r in new.readings}
    return tuple(
        name
        for name in {**before, **after}
        if (name in before and name in after and before[name] != after[name])
        or (name in listed and (name in before) != (name in after))
    )


def _in(node: n.Predicate | None) -> tuple[Reading, ...]:
    return () if node is None else readings_in_force(node)


def _renamed(node: n.Predicate, names: Mapping[str, str]) -> n.Predicate:
    """The tree with references to clauses under their new ids."""
    if not names:
        return node
    return cast(n.Predicate, _rewritten(node, lambda part: _reference(part, names)))


def _reference(part: object, names: Mapping[str, str]) -> object:
    return n.ClauseMet(names.get(part.clause, part.clause)) if isinstance(part, n.ClauseMet) else part


def _rewritten(value: object, change: Callable[[object], object]) -> object:
    if isinstance(value, tuple):
        return tuple(_rewritten(item, change) for item in cast(tuple[object, ...], value))
    if not isinstance(value, n.Node):
        return value
    parts = {a.name: _rewritten(getattr(value, a.name), change) for a in fields(type(value))}
    return change(evolve(cast(Any, value), **parts))


@cache
def _bare(node: n.Predicate) -> object:
    """A tree as plain tuples: labels left out, and which option of a reading is adopted."""
    return _plain(node)


@cache
def _shape(bare: object) -> object:
    """A bare tree with its thresholds left out."""
    if not isinstance(bare, tuple):
        return bare
    items = cast(tuple[object, ...], bare)
    if items and items[0] == "threshold":
        return ("threshold", items[1])
    return tuple(map(_shape, items))


def _plain(value: object) -> object:
    match value:
        case Fact():
            options = tuple(option.id for option in value.options)
            unit = value.unit.id if value.unit else None
            return ("fact", value.owner, value.name, value.kind, value.lives, unit, options, value.low, value.high)
        case Register():
            return ("register", value.owner, value.name, value.dated_by)
        case Reading():
            return ("reading", value.id, tuple(option.id for option in value.options))
        case Op():
            return ("threshold", _DIRECTION[value], value)
        case Text():
            return None
        case tuple():
            return tuple(_plain(item) for item in cast(tuple[object, ...], value))
        case _ if isinstance(value, n.Node):
            numbers = _THRESHOLDS.get(type(value), ())
            return (
                type(value).__name__,
                *(
                    ("threshold", a.name, getattr(value, a.name))
                    if a.name in numbers
                    else _plain(getattr(value, a.name))
                    for a in fields(type(value))
                ),
            )
        case _:
            return value


def _labels(node: object) -> tuple[object, ...]:
    """The words that stand in a tree: of facts, registers, reviews; those of readings belong to the readings."""
    return tuple(dict.fromkeys(_words(node)))


def _words(value: object) -> Iterator[object]:
    if isinstance(value, Text | Sic):
        yield value
    elif isinstance(value, tuple):
        for item in cast(tuple[object, ...], value):
            yield from _words(item)
    elif has(kind := type(value)) and not isinstance(value, Reading):
        for a in fields(kind):
            yield from _words(getattr(value, a.name))
