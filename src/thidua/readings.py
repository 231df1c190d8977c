"""Readings as switches: where the text is silent or says two things, the tree holds every option."""

from __future__ import annotations

from enum import Enum
from typing import Any, Generic, TypeVar, overload

from attrs import frozen

from thidua import nodes
from thidua.conditions import Condition, combined
from thidua.errors import UnknownNameError, WrongValueError, did_you_mean
from thidua.measures import DatedQuantity, Quantity
from thidua.nodes import Option, Reading, ReadingKind
from thidua.quantities import Money, Percent
from thidua.texts import Text

S = TypeVar("S")
V = TypeVar("V", int, Money, Percent)
T = TypeVar("T")


class Level(Enum):
    """The official scale, lowest first."""

    NOT_DONE = Text("không hoàn thành", "not fulfilled")
    DONE = Text("hoàn thành", "fulfilled")
    DONE_WELL = Text("hoàn thành tốt", "well fulfilled")
    EXCELLENT = Text("hoàn thành xuất sắc", "excellently fulfilled")


class YesOrNo(Enum):
    """The scale of a judgement that is a yes or a no."""

    NO = Text("không", "no")
    YES = Text("có", "yes")


@frozen(cache_hash=True)
class Switch:
    """A reading that stands in the tree; `choose` says what each of its options means there."""

    reading: Reading

    @overload
    def choose(self, **options: Condition[S]) -> Condition[S]: ...
    @overload
    def choose(self, **options: DatedQuantity[S, V]) -> DatedQuantity[S, V]: ...
    @overload
    def choose(self, **options: Quantity[S, V]) -> Quantity[S, V]: ...
    def choose(self, **options: Any) -> Any:
        """The node that follows the adopted option; every option must be given, by its name.

        Raises `UnknownNameError` for a misspelt or missing option.
        """
        _same_options(self.reading, options)
        names = [option.id for option in self.reading.options]
        chosen = tuple(options[name] for name in names)
        if not all(isinstance(branch, Quantity) for branch in chosen):
            branches = combined(f"{self.reading.id}.choose", chosen)
            condition: Condition[Any] = Condition(nodes.Choose(self.reading, tuple(zip(names, branches, strict=True))))
            return condition
        kind: Any = DatedQuantity if all(isinstance(branch, DatedQuantity) for branch in chosen) else Quantity
        terms = tuple((name, branch.node) for name, branch in zip(names, chosen, strict=True))
        return kind(nodes.ChooseQuantity(self.reading, terms))


@frozen(cache_hash=True)
class LevelSwitch:
    """A reading of which level of a scale suffices: one for the whole plan, not one silent choice a clause."""

    reading: Reading
    levels: tuple[tuple[str, Level], ...]


@frozen(cache_hash=True)
class ByReading(Generic[T]):
    """A value of the plan, such as a survey or a day, that depends on a reading outside the tree."""

    reading: Reading
    options: tuple[tuple[str, T], ...]

    def of(self, option: str) -> T:
        """The value under one option."""
        return dict(self.options)[option]


def reading(
    id: str,  # noqa: A002  # the law's own word for what names a reading
    kind: ReadingKind,
    question: Text,
    *,
    options: dict[str, Text],
    adopted: str | None,
    because: Text,
    places: tuple[str, ...] = (),
    acts: Text | None = None,
    flagged: bool = False,
) -> Reading:
    """A reading, its adopted option checked against its options."""
    if adopted is not None and adopted not in options:
        msg = f"{id}: adopted={adopted!r} is not one of its options{did_you_mean(adopted, options)}"
        raise UnknownNameError(msg)
    listed = tuple(Option(name, label) for name, label in options.items())
    return Reading(id, kind, question, listed, adopted, because, places, acts, flagged=flagged)


def level_switch(given: Reading, levels: dict[str, Level]) -> LevelSwitch:
    """The reading that says which level suffices."""
    _same_options(given, levels)
    return LevelSwitch(given, tuple((option.id, levels[option.id]) for option in given.options))


def by_reading(given: Reading, options: dict[str, T]) -> ByReading[T]:
    """A value for each option of a reading outside the tree."""
    _same_options(given, options)
    return ByReading(given, tuple((option.id, options[option.id]) for option in given.options))


def _same_options(given: Reading, options: dict[str, Any]) -> None:
    names = [option.id for option in given.options]
    unknown = [name for name in options if name not in names]
    if unknown:
        msg = f"{given.id}: {unknown[0]!r} is not one of its options{did_you_mean(unknown[0], names)}"
        raise UnknownNameError(msg)
    missing = [name for name in names if name not in options]
    if missing:
        msg = f"{given.id}: nothing is said for {', '.join(map(repr, missing))}; every option must be given"
        raise WrongValueError(msg)
