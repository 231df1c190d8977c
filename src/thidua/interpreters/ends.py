"""Ends: between which bounds a number may lie; `None` where there is none on that side."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from thidua.quantities import Exact

Ends = tuple[Exact | None, Exact | None]
"""A lower and an upper bound, both included; `None` is unbounded."""


def over(part: Exact, whole: Exact | None) -> Exact:
    """A share of one bound; of a whole without bound nothing is left.

    >>> over(1, 4), over(1, None)
    (Fraction(1, 4), 0)
    """
    return 0 if whole is None else Fraction(part) / whole


def highest(one: Any, other: Any) -> Any:
    """The larger of two lower bounds, numbers or days: the one that says more.

    >>> highest(3, None), highest(3, 5)
    (3, 5)
    """
    return _of_both(max, one, other)


def lowest(one: Any, other: Any) -> Any:
    """The smaller of two upper bounds, numbers or days: the one that says more."""
    return _of_both(min, one, other)


def _of_both(choose: Callable[[Any, Any], Any], one: Any, other: Any) -> Any:
    return other if one is None else one if other is None else choose(one, other)
