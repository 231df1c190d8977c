"""Where a verdict is promised to be exact: no place, register or open reading is read in two branches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from one_world import Clauses, OverRegister, World, place
from possible import reads

from thidua import nodes as n
from thidua.movements import Setting
from thidua.nodes import Predicate
from thidua.periods import AT_REVIEW, When
from thidua.walks import children, readings_of

Reads = Counter[object]


def reads_in_two_branches(predicate: Predicate, setting: Setting, clauses: Clauses | None = None) -> bool:
    """Whether something is read more than once, so that a verdict may be over-cautious, though never wrong.

    A comparison reads a place once, however often it names it: its coefficients are collected. So does a share compared
    with a number, as `part ≥ number · whole`. Otherwise that reaches neither into a share, nor into a quantity that
    waits for a reading, nor from one term over a register to another.
    """
    empty = World({}, {}, {}, {}, setting, clauses or {}, {})
    return any(times > 1 for times in _reads(predicate, empty).values())


def _reads(node: Predicate, world: World) -> Reads:
    match node:
        case n.Compare(n.At(n.Quotient() as share, moment), op, n.Exactly() as bound):
            return _reads(n.Compare(n.At(share.part, moment), op, n.Sum((n.At(share.whole, moment), bound))), world)
        case n.Compare(n.Quotient(part, whole), op, n.Exactly() as bound):
            return _reads(n.Compare(part, op, n.Sum((whole, bound))), world)
        case n.Compare(left, _, right):
            return _merged([*_atoms(left, world, AT_REVIEW), *_atoms(right, world, AT_REVIEW)])
        case n.Falls(term=term, since=since, until=until, from_zero=zero):
            # zero to zero stands apart from arithmetic, which then no longer is one linear form: nothing is collected
            both = [*_atoms(term, world, since), *_atoms(term, world, until)]
            return _total(once for _, once in both) + _reads(zero, world)
        case n.CompareDays():
            return Counter(what for what, _ in reads(node, world))  # type: ignore[misc]  # days read places alone
        case n.AreAll():
            return _over_register(node, world)
        case n.Choose(reading, options):
            followed = [_reads(option, world) for name, option in options if reading.adopted in (None, name)]
            return _either(followed) + Counter([reading] if reading.adopted is None else [])
        case n.ClauseMet(clause):
            return _reads(world.clauses[clause], world)
        case n.IsOneOf(fact=fact) | n.JudgedAtLeast(fact=fact):
            return Counter([place(fact, AT_REVIEW, world)])
        case _:
            return _total(_reads(child, world) for child in children(node))  # type: ignore[arg-type]  # predicates


def _total(parts: Iterator[Reads]) -> Reads:
    return sum(parts, Counter())


def _either(options: list[Reads]) -> Reads:
    most: Reads = Counter()
    for option in options:
        most |= option
    return most


def _merged(atoms: list[tuple[object, Reads]]) -> Reads:
    return _total(iter(dict(atoms).values()))


def _atoms(term: n.Quantity, world: World, when: When) -> Iterator[tuple[object, Reads]]:
    """What a linear form adds up, each with what reading it once reads; equal ones are merged."""
    match term:
        case n.At(inner, moment):
            yield from _atoms(inner, world, moment)
        case n.Sum(parts):
            for part in parts:
                yield from _atoms(part, world, when)
        case n.Times(_, inner):
            yield from _atoms(inner, world, when)
        case n.Recorded(fact):
            read = place(fact, when, world)
            yield read, Counter([read])
        case n.Number() | n.Total():
            yield term, _over_register(term, world)
        case n.ChooseQuantity(reading, options) if reading.adopted is not None:
            yield from _atoms(dict(options)[reading.adopted], world, when)
        case n.ChooseQuantity(reading, options):
            followed = [_merged([*_atoms(option, world, when)]) for _, option in options]
            yield (term, when), _either(followed) + Counter([reading])
        case n.Quotient(part, whole):
            yield (term, when), _total(once for side in (part, whole) for _, once in _atoms(side, world, when))
        case _:
            pass


def _over_register(term: OverRegister, world: World) -> Reads:
    """The register, and what is read more than once of each of its entries."""
    inside = _reads(term.each if isinstance(term, n.AreAll) else term.where, world)
    if isinstance(term, n.Total):
        inside += Counter([term.of.name])
    again: Reads = Counter({(term, field): times for field, times in inside.items() if times > 1})
    for_every_entry: Reads = Counter({reading: 2 for reading in readings_of(term) if reading.adopted is None})
    return Counter([term.register]) + again + for_every_entry
