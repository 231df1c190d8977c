"""From a cell to a dossier: invented papers that say what holds there, for `bench` to judge under both editions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple

from thidua.bodies import sitting
from thidua.evidence import DID_NOT_HAPPEN, Complete, Entry, Evidence, Judgement, Said, Value
from thidua.interpreters.comparing.cells import Cell, domain
from thidua.interpreters.comparing.day_trees import FIRST, LAST
from thidua.interpreters.comparing.entries import Sort, Sorts
from thidua.interpreters.comparing.ground import Ground
from thidua.interpreters.comparing.linear_programs import TooManyBranches
from thidua.interpreters.comparing.points import Within, is_day
from thidua.interpreters.comparing.worlds import Amounts, Choice, Entries, Form, Happened, Leaves, Place, Share
from thidua.movements import Setting
from thidua.nodes import Fact, Kind, Lives
from thidua.quantities import Exact

MOST_ENTRIES = 60
"""A dossier with more entries of one sort is no example."""
YEARS_AROUND = (0, 5, 200)
"""Days of an example lie among the days that count or, where none fits, so many years around them."""

NO_NUMBERS: dict[int, Exact] = {}

Numbers = Mapping[int, Exact]
Point = Callable[[Cell, Within], dict[int, Exact] | None]


class Item(NamedTuple):
    """What one paper says, as each edition is given it; of an entry, whether it counts there."""

    old: tuple[Said[Any], ...]
    new: tuple[Said[Any], ...]
    counts: tuple[bool, ...] = (False, False)

    def of(self, edition: int) -> tuple[Said[Any], ...]:
        """As one edition is given it."""
        return self.new if edition else self.old


class World(NamedTuple):
    """What is true in an example: an option of each choice, a number of each leaf."""

    choices: Mapping[Choice, str]
    numbers: Numbers


def world_of(cell: Cell, ground: Ground, point: Point) -> World | None:
    """A world of the cell, its days and shares as natural as can be; none where its numbers could not be settled."""
    choices = {choice: _least(choice, options) for choice, options in cell.choices.items()}
    windows = (window_of(ground.settings, ground.leaves, cell.signs, years) for years in YEARS_AROUND)
    try:
        numbers = next((found for window in windows if (found := point(cell, window)) is not None), NO_NUMBERS)
    except TooManyBranches:
        return None
    return World(choices, _with_shares(numbers, ground.leaves))


def _least(choice: Choice, options: frozenset[str]) -> str:
    """The first option in the order of the fact; a yes before a no."""
    if isinstance(choice, Happened) or choice.fact.kind is Kind.YES_NO:
        return "yes" if "yes" in options else "no"
    return next(option.id for option in choice.fact.options if option.id in options)


def window_of(settings: Sequence[Setting], leaves: Leaves, forms: Mapping[Form, Any], years: int) -> Within:
    """Where days and shares of an example lie: from the first day that counts, so many years around; below one."""
    first = min(setting.counts_from for setting in settings).toordinal() - 366 * years
    last = max(setting.cut_off for setting in settings).toordinal() + 366 * years
    window: dict[int, tuple[Exact, Exact]] = {}
    for leaf in {leaf for form in forms for leaf, _ in form.terms}:
        if is_day(leaves.all[leaf]):
            window[leaf] = max(first, FIRST), min(last, LAST)
        elif isinstance(leaves.all[leaf], Share) and years != YEARS_AROUND[-1]:
            window[leaf] = 0, 1
    return window


def _with_shares(numbers: dict[int, Exact], leaves: Leaves) -> dict[int, Exact]:
    """Parts and wholes that have the shares the point asks for: all parts so many times larger, wholes to fit."""
    shares = [(share, Fraction(r)) for leaf, r in numbers.items() if isinstance(share := leaves.all[leaf], Share) and r]
    found = dict(numbers)
    for share, _ in shares:
        for leaf, _ in (*share.part.terms, *share.whole.terms):
            found.setdefault(leaf, leaves.bounds[leaf].low)
        if share.part.value(found) == 0 and share.part.terms:
            found[share.part.terms[0][0]] += 1
    scale = lcm(*((Fraction(share.part.value(found)) / r).denominator for share, r in shares))
    for leaf in {leaf for share, _ in shares for leaf, _ in share.part.terms}:
        found[leaf] *= scale
    for share, r in shares:
        if share.whole.terms:
            leaf, k = share.whole.terms[0]
            found[leaf] += (share.part.value(found) / r - share.whole.value(found)) / k
    return found


def everything(world: World, ground: Ground) -> World:
    """The world with what the cell leaves open filled in, so that nothing either edition reads is unknown."""
    choices = dict(world.choices)
    for choice in ground.choices():
        choices.setdefault(choice, _least(choice, domain(choice)))
    numbers = dict(world.numbers)
    cut_off = ground.settings[0].cut_off.toordinal()
    for leaf, what in enumerate(ground.leaves.all):
        if not isinstance(what, Share):
            numbers.setdefault(leaf, cut_off if is_day(what) else ground.leaves.bounds[leaf].low)
    return World(choices, numbers)


# papers


def items_of(world: World, ground: Ground) -> list[Item]:
    """What the papers say, one item each; nothing where a number is none that evidence can hold."""
    items: list[Item] = []
    told: dict[Place, Value | None] = {}
    for choice, option in world.choices.items():
        if isinstance(choice, Happened):
            told.setdefault(choice.place, DID_NOT_HAPPEN if option == "no" else None)
        else:
            told[choice] = option == "yes" if choice.fact.kind is Kind.YES_NO else option
    for leaf, number in world.numbers.items():
        what = ground.leaves.all[leaf]
        if isinstance(what, Place) and told.get(what) is not DID_NOT_HAPPEN:
            told[what] = _value(what, number)
    several = {place.fact for place in told if place.in_force} if _two_cut_offs(ground) else set[Fact]()
    for place, value in told.items():
        said = _evidence(place, ground.settings[0].cut_off if value is None else value, ground, place.fact in several)
        items.append(Item((said,), (said,)))
    for sorts in ground.sorts.values():
        items.extend(_register(sorts, world, ground))
    return items


def _two_cut_offs(ground: Ground) -> bool:
    return ground.settings[0].cut_off != ground.settings[1].cut_off


def _evidence(place: Place, value: Value, ground: Ground, several: bool) -> Evidence[Any]:  # noqa: FBT001  # of the place
    fact, setting = place.fact, ground.settings[0]
    if fact.lives is Lives.FOR_A_REVIEW:
        days = (min(one.on for one in ground.settings), max(one.review.window.first for one in ground.settings))
        handovers = [handover for plan in ground.plans for handover in plan.handovers]
        body, on = sitting(fact.judges, days, handovers)
        by = "Hội đồng Ví Dụ" if body is None else body.label.vi
        return Evidence(fact, value, judgement=Judgement(by, on, "số liệu giả định để so sánh"))
    if fact.lives is Lives.IN_FORCE:
        since = place.in_force if several else min(setting.counts_from, setting.cut_off)
        return Evidence(fact, value, since=since, until=place.in_force if several else None)
    return Evidence(fact, value, at=place.survey)


def _register(sorts: Sorts, world: World, ground: Ground) -> Iterator[Item]:
    """The entries, a paper each, and the declaration that there are no others."""
    register = sorts.register
    numbers = {
        ground.leaves.all[leaf]: int(number)
        for leaf, number in world.numbers.items()
        if isinstance(what := ground.leaves.all[leaf], Entries | Amounts) and what.register == register
    }
    if not numbers:
        return
    filed: list[tuple[Entry[Any], Sort]] = []
    for i, sort in enumerate(sorts.sorts):
        amounts = {leaf.of: total for leaf, total in numbers.items() if isinstance(leaf, Amounts) and leaf.sort == i}
        count = min(numbers.get(Entries(register, i), 0), MOST_ENTRIES)
        for nth in range(count):
            facts = _fields(sort, sorts, ground, {of: _portion(of, total, nth) for of, total in amounts.items()})
            filed.append((Entry(register, f"{len(filed) + 1:02d}", facts), sort))
    for entry, sort in filed:
        yield Item((entry,), (entry,), sort.counts)
    declared: list[Complete[Any]] = [
        Complete(register, sum(sort.counts[i] for _, sort in filed), setting.cut_off, "bộ phận văn thư")
        for i, setting in enumerate(ground.settings)
    ]
    yield Item((declared[0],), (declared[1],))


def _portion(of: Fact, total: int, nth: int) -> int:
    """What the nth entry adds to a total: as much as may be, the first ones first."""
    if of.high is None:
        return total if nth == 0 else 0
    return max(0, min(of.high, total - nth * of.high))


def _fields(sort: Sort, sorts: Sorts, ground: Ground, amounts: Mapping[Fact, int]) -> tuple[Evidence[Any], ...]:
    """What is said of an entry of a sort."""
    values = dict[Fact, Value](amounts)
    for choice, options in sort.cell.choices.items():
        if not isinstance(choice, Happened):
            option = _least(choice, options)
            values[choice.fact] = option == "yes" if choice.fact.kind is Kind.YES_NO else option
    values = _numbers(sort, sorts, ground) | values
    for choice, options in sort.cell.choices.items():
        if isinstance(choice, Happened) and "yes" not in options:
            values[choice.place.fact] = DID_NOT_HAPPEN
        elif isinstance(choice, Happened):
            values.setdefault(choice.place.fact, ground.settings[0].cut_off)
    order = [field for field in sorts.register.fields if field in values]
    return tuple(Evidence(field, values[field]) for field in order)


def _numbers(sort: Sort, sorts: Sorts, ground: Ground) -> dict[Fact, Value]:
    """The numbers of an entry, its days as near to those that count as may be."""
    leaves = sorts.search.leaves
    windows = (window_of(ground.settings, leaves, sort.cell.signs, years) for years in YEARS_AROUND)
    numbers = next(
        (found for window in windows if (found := sorts.search.point(sort.cell, window)) is not None), NO_NUMBERS
    )
    places = {place: number for leaf, number in numbers.items() if isinstance(place := leaves.all[leaf], Place)}
    return {place.fact: _value(place, number) for place, number in places.items()}


def _value(place: Place, number: Exact) -> Value:
    return date.fromordinal(int(number)) if is_day(place) else number
