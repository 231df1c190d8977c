"""Values in the dossier format: plain JSON of one shape for each kind of fact, both ways."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Any, assert_never

from thidua.evidence import DAYS_OF_LIVING_MEMORY, DID_NOT_HAPPEN, Value, plain
from thidua.interpreters.loading.lookups import meant
from thidua.interpreters.loading.refusals import (
    TEXT,
    TRUE_OR_FALSE,
    WHOLE_NUMBER,
    Refused,
    clean,
    closest,
    is_object,
    offering,
    said_of,
    shown,
    unknown,
    wrong_type,
)
from thidua.interpreters.loading.structuring import day_of
from thidua.interpreters.wording import amount, in_both
from thidua.nodes import Fact, Kind
from thidua.quantities import DONG, SHARE, TIMES, Money, Percent, Unit, dong, number_of, percent
from thidua.texts import Text

NEVER = DID_NOT_HAPPEN.name
_DIGITS = re.compile(r"-?[0-9]{1,100}")
_PERCENT = re.compile(r"-?[0-9]{1,100}(\.[0-9]{1,100}|/(?!0+$)[0-9]{1,100})?")
_PERCENTAGE = Text('tỷ lệ phần trăm trong dấu ngoặc kép, ví dụ "4.5"', 'a percentage as text, such as "4.5"')
_MOST_PLACES = 20
_UNITS = {"dong": DONG, "percent": SHARE}


def value_of(fact: Fact, value: object) -> Value:
    """The value as evidence holds it; raises `Refused` where it is no value of the fact.

    A number is in the unit of its fact: whole numbers of households or of đồng, percentages as text. The unit may be
    said, `{"dong": 50000000}` or `{"percent": "4.5"}`, and is then checked.
    """
    match fact.kind:
        case Kind.YES_NO:
            if not isinstance(value, bool):
                raise wrong_type(value, TRUE_OR_FALSE)
            return plain(fact, value)
        case Kind.DAY:
            return DID_NOT_HAPPEN if value == NEVER else _day(fact, value)
        case Kind.CHOICE | Kind.JUDGED:
            return plain(fact, _option(fact, value))
        case Kind.NUMBER:
            return _number(fact, value)
        case _:
            assert_never(fact.kind)


def _day(fact: Fact, value: object) -> Value:
    try:
        day = day_of(value)
    except Refused:
        if isinstance(value, str) and closest(value, [NEVER]):
            raise unknown(Text("ngày", "day"), value, [NEVER], code="bad_date") from None
        raise
    if day not in DAYS_OF_LIVING_MEMORY:
        first, last = DAYS_OF_LIVING_MEMORY.first.year, DAYS_OF_LIVING_MEMORY.last.year
        message = Text(
            f"{said_of(fact).vi}: ngày phải từ năm {first} đến năm {last}; đã ghi {day}",
            f"{said_of(fact).en}: a day from {first} to {last} is expected; got {day}",
        )
        raise Refused(message, "out_of_range", found=str(day), expected=f"{first} to {last}")
    return plain(fact, day)


def _option(fact: Fact, value: object) -> str:
    names = [option.id for option in fact.options]
    if value is True or value is False:
        value = "YES" if value and "YES" in names else "NO" if "NO" in names else value
    if not isinstance(value, str):
        raise wrong_type(value, TEXT, hint=Text(f"một trong: {', '.join(names)}", f"one of: {', '.join(names)}"))
    if value not in names:
        near = meant(value, {option.id: option.label for option in fact.options})
        said, given = said_of(fact), clean(value)
        message = Text(f"“{given}” không phải là lựa chọn của {said.vi}", f"“{given}” is no option of {said.en}")
        raise offering(message, value, names, near=near)
    return value


def _number(fact: Fact, value: object) -> Value:
    unit = fact.unit or TIMES
    if is_object(value) and len(value) == 1 and set(value) <= set(_UNITS):
        ((said, value),) = value.items()
        if _UNITS[said] != unit:
            message = Text(
                f"{said_of(fact).vi} không tính bằng {_UNITS[said].label.vi}",
                f"{said_of(fact).en} is not counted in {_UNITS[said].label.en}",
            )
            raise Refused(message, "wrong_unit", found=said, expected=unit.id)
    number = _percentage(value) if unit == SHARE else _counted(unit, value)
    low, high = fact.low, fact.high
    if (low is not None and number_of(number) < low) or (high is not None and number_of(number) > high):
        must = in_both(lambda language: _bounds(fact, language))
        message = Text(
            f"{said_of(fact).vi} phải {must.vi}; đã ghi {shown(value)}",
            f"{said_of(fact).en} must be {must.en}; got {shown(value)}",
        )
        # the two numbers of a fraction do not fit together, which no schema can tell
        code = "cross_reference" if isinstance(value, str) and "/" in value else "out_of_range"
        raise Refused(message, code, found=shown(value), expected=must.en)
    return plain(fact, number)


def _bounds(fact: Fact, language: str) -> str:
    """What the number must be."""
    vi, unit = language == "vi", fact.unit or TIMES
    low = amount(fact.low or 0, unit, language)
    if fact.high is None:
        return f"từ {low} trở lên" if vi else f"at least {low}"
    high = amount(fact.high, unit, language)
    return f"từ {low} đến {high}" if vi else f"from {low} to {high}"


def _counted(unit: Unit, value: object) -> int | Money:
    if isinstance(value, int) and not isinstance(value, bool):
        return dong(value) if unit == DONG else value
    expected = in_both(lambda said: f"{WHOLE_NUMBER.in_(said)} ({unit.label.in_(said)})".removesuffix(" ()"))
    near = value.strip() if isinstance(value, str) and _DIGITS.fullmatch(value.strip()) else ""
    hint = Text(f"bỏ ngoặc kép, ghi {near}", f"write {near} without quotation marks") if near else None
    raise wrong_type(value, expected, hint=hint, near=near)


def _percentage(value: object) -> Percent:
    if isinstance(value, str) and _PERCENT.fullmatch(value):
        return percent(Fraction(value))
    written = shown(value).strip().removesuffix("%").strip().replace(",", ".")
    near = written if _PERCENT.fullmatch(written) else ""
    hint = Text(f'ghi "{near}"', f'write "{near}"') if near else None
    raise wrong_type(value, _PERCENTAGE, hint=hint, near=near)


def raw_value(fact: Fact, value: Value) -> Any:
    """A value of evidence as the format writes it; the inverse of `value_of`.

    >>> from thidua.texts import Text
    >>> raw_value(Fact("Commune", "left_on", Kind.DAY, Text("ngày", "day")), DID_NOT_HAPPEN)
    'DID_NOT_HAPPEN'
    """
    match value:
        case bool() | str():
            return value
        case date():
            return value.isoformat()
        case int() | Fraction():
            return _as_text(Fraction(value) * 100) if fact.unit == SHARE else int(value)
        case _:
            return NEVER


def _as_text(number: Fraction) -> str:
    """A number with its decimals where they end, or else as a fraction: both are exact."""
    places = next((places for places in range(_MOST_PLACES) if 10**places % number.denominator == 0), None)
    if places is None:
        return str(number)
    digits = f"{number.numerator * 10**places // number.denominator:0{places + 1}d}"
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits
