"""Thresholds: the numbers of the law that stand in a clause, each by a name, so that an amendment can address them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from fractions import Fraction
from typing import Any, TypeVar, assert_never, cast

from attrs import evolve, frozen

from thidua import nodes as n
from thidua.clauses import Clause, Criteria
from thidua.conditions import Condition, checked_count
from thidua.errors import UnknownNameError, WrongUnitError, did_you_mean
from thidua.measures import checked_fall, fall_of
from thidua.nodes import Node
from thidua.quantities import DONG, SHARE, TIMES, YEARS, Exact, Money, Percent, Unit, Years, number_of, unit_of
from thidua.readings import Level
from thidua.texts import Text
from thidua.walks import nodes_of, rewrite

Holder = Clause[Any] | Criteria[Any] | Condition[Any]
H = TypeVar("H", Clause[Any], Criteria[Any], Condition[Any])

FALL = Text("mức giảm", "the fall")
SPAN = Text("số năm", "the number of years")
HOW_MANY = Text("số nội dung phải đạt", "how many must be met")


@frozen(cache_hash=True)
class Threshold:
    """A number, a day or a level of the law in a clause.

    `unit` is none for a day or a level; a level is the id of a step of its scale. `where` are the nodes that hold it:
    more than one when it stands under several options of a reading, where it is one threshold all the same.
    """

    name: str
    label: Text
    value: Exact | date | str
    unit: Unit | None
    where: tuple[Node, ...]


@frozen
class _Found:
    name: str
    fuller: str
    label: Text
    value: Exact | date | str
    unit: Unit | None
    node: Node


def thresholds(item: Holder) -> tuple[Threshold, ...]:
    """The thresholds of a clause, a group or a condition, in the order they are met, each with a name of its own.

    A name says what is measured: `"fall"`, `"years"`, `"at_least"` for k of n, and else the fact or register. Numbers
    of one name and one value are one threshold. Numbers of one name that differ take a fuller name, such as
    `"fall_of_poor_households"`, and where that does not tell them apart, an order after it. A level that follows a
    reading is none: it is changed with the reading.

    >>> from thidua import PLAN
    >>> [(each.name, str(each.value)) for each in thresholds(PLAN.item("III.2.2-4"))]
    [('fall', '1/2')]
    """
    found = list(dict.fromkeys(_found(item.node)))
    holders: dict[str, list[_Found]] = {}
    for each, name in zip(found, _names(found), strict=True):
        holders.setdefault(name, []).append(each)
    return tuple(
        Threshold(name, first.label, first.value, first.unit, tuple(each.node for each in (first, *others)))
        for name, (first, *others) in holders.items()
    )


def threshold(item: Holder, name: str) -> Threshold:
    """The threshold of that name; `UnknownNameError` with the nearest one, or with the reading that decides it."""
    there = {each.name: each for each in thresholds(item)}
    if name in there:
        return there[name]
    for node in nodes_of(item.node):
        if isinstance(node, n.Choose) and name in _levels_of(node):
            msg = f"the level of {name!r} follows reading {node.reading.id}: change it with adopt_reading(…)"
            raise UnknownNameError(msg)
    msg = f"no threshold {name!r}{did_you_mean(name, there)}" if there else f"no threshold {name!r}: there is none"
    raise UnknownNameError(msg)


def with_threshold(item: H, name: str, value: object) -> H:
    """The clause, group or condition with another value of a threshold, at every place where it stands.

    Raises `UnknownNameError` for a threshold it does not have, `WrongUnitError` for a value of another unit,
    `WrongValueError` or `CountOutOfRangeError` for one that cannot be asked.
    """
    found = threshold(item, name)
    bound = _bound(found, value)
    held = {id(node) for node in found.where}

    def again(condition: Any) -> Any:
        return rewrite(condition, lambda was, now: _with(now, bound) if id(was) in held else now)

    if isinstance(item, Condition):
        new = again(item)
    else:
        new = evolve(item, requires=again(item.requires), applies_where=again(item.applies_where))
    return cast(H, new)


def _names(found: list[_Found]) -> list[str]:
    """The names, made fuller and then numbered where one name would stand for several values."""
    names = _told_apart(found, [each.name for each in found], [each.fuller for each in found])
    orders: dict[str, dict[object, int]] = {}
    for each, name in zip(found, names, strict=True):
        orders.setdefault(name, {}).setdefault(each.value, len(orders[name]) + 1)
    numbered = [f"{name}_{orders[name][each.value]}" for each, name in zip(found, names, strict=True)]
    return _told_apart(found, names, numbered)


def _told_apart(found: list[_Found], names: list[str], instead: list[str]) -> list[str]:
    values: dict[str, set[object]] = {}
    for each, name in zip(found, names, strict=True):
        values.setdefault(name, set()).add((each.value, each.unit))
    return [other if len(values[name]) > 1 else name for name, other in zip(names, instead, strict=True)]


def _found(tree: Node) -> Iterator[_Found]:
    nodes = list(nodes_of(tree))
    by_reading = {
        id(option) for node in nodes if isinstance(node, n.Choose) and _levels_of(node) for _, option in node.options
    }
    for node in nodes:
        match node:
            case n.Falls(term=term, by=by):
                yield _Found("fall", f"fall_of_{next(iter(_measured(term)))}", FALL, by, SHARE, node)
            case n.Compare(left=left, right=right):
                bounds = (*_exact(left), *_exact(right))
                if len(bounds) == 1:
                    yield _compared(node, bounds[0])
            case n.CompareDays(left=left, right=n.ExactDay(day=day)):
                fact = _fact_of(left)
                if fact is not None:
                    yield _Found(fact.name, fact.name, fact.label, day, None, node)
            case n.YearsAfter(term=term, years=years):
                fact = _fact_of(term)
                yield _Found("years", f"years_after_{fact.name}" if fact else "years", SPAN, years, YEARS, node)
            case n.AtLeast(k=k):
                yield _Found("at_least", "at_least", HOW_MANY, k, TIMES, node)
            case n.JudgedAtLeast(fact=fact, level=level) if _is_a_scale(fact) and id(node) not in by_reading:
                yield _Found(fact.name, fact.name, fact.label, level, None, node)
            case _:
                pass


def _is_a_scale(fact: n.Fact) -> bool:
    """Whether there is more to ask than a yes."""
    return len(fact.options) > 2  # noqa: PLR2004  # no and yes


def _compared(node: n.Compare, bound: n.Exactly) -> _Found:
    measured = _measured(node.left, node.right)
    names = tuple(measured) or ("number",)
    if fall_of(node.left) is not None:
        return _Found("fall", f"fall_of_{names[0]}", FALL, bound.value, bound.unit, node)
    labels = measured.values()
    label = Text(" và ".join(each.vi for each in labels), " and ".join(each.en for each in labels))
    return _Found(names[0], "_and_".join(names), label, bound.value, bound.unit, node)


def _levels_of(node: n.Choose) -> tuple[str, ...]:
    """The fact whose level a reading decides, when that is all the reading decides here."""
    facts = {option.fact.name if isinstance(option, n.JudgedAtLeast) else "" for _, option in node.options}
    return tuple(facts) if len(facts) == 1 and "" not in facts else ()


def _exact(term: n.Quantity) -> tuple[n.Exactly, ...]:
    """The numbers of the law in a term, those in the filters of registers apart."""
    match term:
        case n.Exactly():
            return (term,)
        case n.Sum(parts=parts):
            return tuple(bound for part in parts for bound in _exact(part))
        case n.ChooseQuantity(options=options):
            return tuple(bound for _, option in options for bound in _exact(option))
        case _:
            return ()


def _measured(*terms: n.Quantity) -> dict[str, Text]:
    """The names and labels of what terms measure, each once, what registers are filtered by apart."""
    found: dict[str, Text] = {}
    for term in terms:
        match term:
            case n.Recorded(fact=fact):
                found[fact.name] = fact.label
            case n.Number(register=register):
                found[register.name] = register.label
            case n.Total(register=register, of=of):
                found[f"{register.name}_{of.name}"] = of.label
            case n.At(term=inner) | n.Times(term=inner):
                found |= _measured(inner)
            case n.Sum(parts=parts):
                found |= _measured(*parts)
            case n.Quotient(part=part, whole=whole):
                found |= _measured(part, whole)
            case n.ChooseQuantity(options=options):
                found |= _measured(*(option for _, option in options))
            case n.Exactly():
                pass
            case _:
                assert_never(term)
    return found


def _fact_of(term: n.DayTerm) -> n.Fact | None:
    match term:
        case n.RecordedDay(fact=fact):
            return fact
        case n.YearsAfter(term=inner):
            return _fact_of(inner)
        case _:
            return None


def _bound(found: Threshold, value: object) -> Exact | date | str:
    """The value as it stands in a node, once it is of the kind and the unit of the threshold."""
    match value:
        case Level() if isinstance(found.value, str):
            return value.name
        case date() if isinstance(found.value, date) and not isinstance(value, datetime):
            return value
        case int() | Percent() | Money() | Years() if found.unit is not None:
            brought = unit_of(value)
            if brought == found.unit or (brought is None and found.unit not in (SHARE, DONG, YEARS)):
                return number_of(value)
        case _:
            pass
    what = found.unit.id if found.unit is not None else "level" if isinstance(found.value, str) else "day"
    msg = f"threshold {found.name!r} is a {what}; got {value!r}; use percent(…), dong(…), years(…), a Level or a date"
    raise WrongUnitError(msg)


def _with(node: Any, bound: Any) -> Any:
    """The node that holds a threshold, with another value."""
    match node:
        case n.Falls():
            return evolve(node, by=checked_fall(Fraction(bound)))
        case n.Compare(left=left, right=right):
            return evolve(node, left=_reset(left, bound), right=_reset(right, bound))
        case n.CompareDays():
            return evolve(node, right=n.ExactDay(bound))
        case n.YearsAfter():
            return evolve(node, years=bound)
        case n.AtLeast(parts=parts):
            return evolve(node, k=checked_count(bound, parts))
        case _:
            return evolve(node, level=bound)


def _reset(term: n.Quantity, bound: Exact) -> n.Quantity:
    match term:
        case n.Exactly():
            return evolve(term, value=bound)
        case n.Sum(parts=parts):
            return evolve(term, parts=tuple(_reset(part, bound) for part in parts))
        case n.ChooseQuantity(options=options):
            return evolve(term, options=tuple((name, _reset(option, bound)) for name, option in options))
        case _:
            return term
