"""Exact numbers that carry their meaning; floats are refused at the door."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from thidua.errors import FloatRefusedError, NotAQuantityError, WrongValueError
from thidua.texts import Text

Exact = int | Fraction
"""What a measured number is inside: never a float."""
LARGEST_WHOLE_FLOAT = 2**53
"""Beyond it a float no longer tells neighbouring whole numbers apart, where a table or a file held one."""


@frozen(cache_hash=True)
class Unit:
    """What is counted. Two quantities add or compare only in one unit."""

    id: str
    label: Text


HOUSEHOLDS = Unit("household", Text("hộ", "households"))
VILLAGES = Unit("village", Text("bản, xóm", "villages"))
PERSONS = Unit("person", Text("người", "persons"))
TIMES = Unit("item", Text("", ""))
"""Entries of a register, counted."""
DONG = Unit("dong", Text("đồng", "đồng"))
SHARE = Unit("share", Text("%", "%"))
"""A pure ratio; shown as a percentage."""
POINTS = Unit("point", Text("điểm phần trăm", "percentage points"))
"""How the difference of two shares is said; it is counted as a share."""
YEARS = Unit("year", Text("năm", "years"))


def exact(number: int | str | Fraction | Decimal) -> Fraction:
    """The number without loss.

    Raises `FloatRefusedError` for a float or a Boolean, `NotAQuantityError` for what is no number.

    >>> exact("52.5")
    Fraction(105, 2)
    """
    if isinstance(number, bool | float):
        msg = f"expected an exact number but got {number!r} ({type(number).__name__}); write it as text, such as '52.5'"
        raise FloatRefusedError(msg)
    try:
        return Fraction(number)
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as error:
        msg = f"expected an exact number, such as 7, '52.5' or '100/3', but got {number!r} ({type(number).__name__})"
        raise NotAQuantityError(msg) from error


def whole(number: int) -> int:
    """The number, when it is an integer; `FloatRefusedError` or `NotAQuantityError` otherwise."""
    value = exact(number)
    if value.denominator != 1:
        msg = f"expected a whole number but got {number!r}"
        raise NotAQuantityError(msg)
    return int(value)


@frozen(cache_hash=True)
class Percent:
    """A share, kept as an exact fraction of one."""

    share: Fraction = field(converter=exact)


@frozen(cache_hash=True)
class Money:
    """A sum in whole đồng."""

    dong: int = field(converter=whole)


@frozen(cache_hash=True)
class Years:
    """A span in calendar years; `WrongValueError` for less than none."""

    years: int = field(converter=whole)

    def __attrs_post_init__(self) -> None:
        if self.years < 0:
            msg = f"a span is 0 years or more but got {self.years}; to count back, swap the two days"
            raise WrongValueError(msg)


def percent(number: int | str | Fraction | Decimal) -> Percent:
    """So many hundredths, exactly.

    >>> percent(50).share
    Fraction(1, 2)
    """
    return Percent(exact(number) / 100)


def dong(number: int) -> Money:
    """So many whole đồng.

    >>> dong(40_000_000)
    Money(dong=40000000)
    """
    return Money(number)


def years(number: int) -> Years:
    """So many calendar years.

    >>> years(3)
    Years(years=3)
    """
    return Years(number)


def number_of(value: object) -> Exact:
    """The bare exact number under a typed quantity.

    >>> number_of(percent(30))
    Fraction(3, 10)
    """
    match value:
        case bool() | float():
            msg = (
                f"expected an exact quantity but got {value!r} ({type(value).__name__}); "
                "write a whole number, percent('2.5'), dong(…) or years(…)"
            )
            raise FloatRefusedError(msg)
        case int() | Fraction():
            return value
        case Money(dong=amount):
            return amount
        case Percent(share=share):
            return share
        case Years(years=span):
            return span
        case _:
            msg = f"expected a quantity but got {value!r} ({type(value).__name__}); use percent(…), dong(…) or years(…)"
            raise NotAQuantityError(msg)


def unit_of(value: object) -> Unit | None:
    """The unit a typed quantity brings with it; a bare integer takes the unit of what it is compared with."""
    match value:
        case Money():
            return DONG
        case Percent():
            return SHARE
        case Years():
            return YEARS
        case _:
            return None
