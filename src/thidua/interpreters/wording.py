"""Numbers, days and lists as an officer writes them, in Vietnamese and in English."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from thidua.errors import UnknownNameError, did_you_mean
from thidua.quantities import DONG, POINTS, SHARE, Exact, Unit
from thidua.texts import Text

LANGUAGES = ("vi", "en")
TO_COUNSEL = Text(" (nên hỏi ý kiến pháp chế)", " (to be put to counsel)")
"""Stands behind a reading that is for lawyers to settle."""


def checked_language(language: str) -> str:
    """The language, when it is one there are words in; `UnknownNameError` otherwise.

    >>> checked_language("vi")
    'vi'
    """
    if language not in LANGUAGES:
        msg = f"there are words in 'vi' and 'en', and none in {language!r}{did_you_mean(language, LANGUAGES)}"
        raise UnknownNameError(msg)
    return language


def in_both(say: Callable[[str], str]) -> Text:
    """The same thing said in Vietnamese and in English."""
    return Text(say("vi"), say("en"))


def number(value: Exact, language: str = "vi") -> str:
    """A number with its separators; at most two decimals, `about` where they do not say it all.

    >>> number(1250), number(Fraction(105, 2)), number(1250, "en"), number(Fraction(1, 3))
    ('1.250', '52,5', '1,250', 'khoảng 0,33')
    """
    rounded = round(Fraction(value), 2)
    whole, hundredths = divmod(abs(rounded), 1)
    text = f"{int(whole):,}"
    decimals = f"{int(hundredths * 100):02d}".rstrip("0")
    if decimals:
        text += f".{decimals}"
    if language == "vi":
        text = text.translate({ord(","): ".", ord("."): ","})
    sign = "-" if rounded < 0 else ""
    about = "" if rounded == value else ("khoảng " if language == "vi" else "about ")
    return f"{about}{sign}{text}"


def amount(value: Exact, unit: Unit, language: str = "vi") -> str:
    """A number with its unit.

    >>> amount(Fraction(21, 40), SHARE), amount(50_000_000, DONG)
    ('52,5%', '50.000.000 đồng')
    """
    if unit == SHARE:
        return f"{number(Fraction(value) * 100, language)}%"
    if unit == POINTS:
        value = Fraction(value) * 100
    label = unit.label.in_(language)
    if label and value == 1 and language == "en" and unit != DONG:
        label = label.removesuffix("s") if unit == POINTS else unit.id
    return f"{number(value, language)} {label}" if label else number(value, language)


def tally(count: int, language: str = "vi") -> str:
    """A small number as it is written in Vietnamese documents, two digits at least.

    >>> tally(1), tally(12), tally(1, "en")
    ('01', '12', '1')
    """
    return f"{count:02d}" if language == "vi" else str(count)


def bounds(low: Exact | None, high: Exact | None, unit: Unit, language: str = "vi") -> str:
    """What a number may be.

    >>> from thidua.quantities import HOUSEHOLDS, TIMES
    >>> bounds(40, None, HOUSEHOLDS), bounds(3, 5, TIMES, "en")
    ('ít nhất 40 hộ', 'from 3 to 5')
    """
    vi = language == "vi"
    if low is not None and low == high:
        return amount(low, unit, language)
    if high is None and not low:
        return "chưa biết" if vi else "not known"
    if high is None:
        return f"{'ít nhất' if vi else 'at least'} {amount(low or 0, unit, language)}"
    if low is None:
        return f"{'nhiều nhất' if vi else 'at most'} {amount(high, unit, language)}"
    ends = amount(low, unit, language).removesuffix(f" {unit.label.in_(language)}"), amount(high, unit, language)
    return f"từ {ends[0]} đến {ends[1]}" if vi else f"from {ends[0]} to {ends[1]}"


def joined(parts: Sequence[str], last: str, *, mark: str = ", ") -> str:
    """A list in a sentence.

    >>> joined(["a", "b", "c"], "và")
    'a, b và c'
    """
    if len(parts) < 2:  # noqa: PLR2004  # one or none needs no conjunction
        return "".join(parts)
    return f"{mark.join(parts[:-1])} {last} {parts[-1]}"


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
