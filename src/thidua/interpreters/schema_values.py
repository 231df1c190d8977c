"""Values, days and words in JSON Schema, as the dossier format takes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from thidua.evidence import DAYS_OF_LIVING_MEMORY, DID_NOT_HAPPEN
from thidua.limits import MOST_DIGITS, MOST_LETTERS
from thidua.nodes import Fact, Kind, Option
from thidua.quantities import DONG, SHARE
from thidua.readings import YesOrNo
from thidua.texts import Text

Data = dict[str, Any]

_CENTURIES = range(DAYS_OF_LIVING_MEMORY.first.year // 100, DAYS_OF_LIVING_MEMORY.last.year // 100 + 1)
_COMMON = (
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])"
)
_LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29"
_PLACES = "[0-9]{1,100}"
_UP_TO_HUNDRED = rf"100(?:\.0{{1,100}})?|[0-9]{{1,2}}(?:\.{_PLACES})?"
_FRACTION = rf"{_PLACES}/(?!0+$){_PLACES}"
_NO_LETTERS = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff"
_BLANKS = r"\s\u001c-\u001f\u0085"


def closed(properties: Data, *optional: str, **more: Any) -> Data:
    """An object that has these keys and no other; all are required but those named."""
    required = [name for name in properties if name not in optional]
    return {**more, "type": "object", "properties": properties, "required": required, "additionalProperties": False}


def named(label: Text, about: Text | None = None, **more: Any) -> Data:
    """Title and description in Vietnamese, which JSON Schema has one of each for, and in both languages beside them."""
    told: Data = {"title": label.vi}
    annotated: Data = {"label": both(label)}
    if about is not None:
        told["description"] = about.vi
        annotated["description"] = both(about)
    return {**told, "x-thidua": {**annotated, **more}}


def both(text: Text) -> Data:
    """The words in both languages."""
    return {"vi": text.vi, "en": text.en}


def listed(options: Iterable[tuple[Any, Text]]) -> Data:
    """One of several values, each with what it is called."""
    return {"oneOf": [{"const": value, **named(label)} for value, label in options]}


def definitions() -> Data:
    """What the other parts of a schema refer to."""
    days = DAYS_OF_LIVING_MEMORY
    return {
        "text": {"type": "string", "pattern": f"^[^{_NO_LETTERS}]*$", "maxLength": MOST_LETTERS},
        "filled": {
            "type": "string",
            "pattern": f"^[^{_NO_LETTERS}]*[^{_BLANKS}{_NO_LETTERS}][^{_NO_LETTERS}]*$",
            "maxLength": MOST_LETTERS,
        },
        "day": {
            **named(Text("ngày, dạng năm-tháng-ngày", "a day, as year-month-day")),
            "type": "string",
            "format": "date",
            "pattern": f"^(?!0000)(?:[0-9]{{4}}-(?:{_COMMON})|{_LEAP})$",
            "maxLength": 10,
        },
        "evidence_day": {
            **named(
                Text(
                    f"ngày, từ năm {days.first.year} đến năm {days.last.year}",
                    f"a day from {days.first.year} to {days.last.year}",
                )
            ),
            "$ref": "#/$defs/day",
            "pattern": f"^(?:{'|'.join(map(str, _CENTURIES))})",
        },
        "whole": {
            **named(Text("số nguyên, không âm", "a whole number, not negative")),
            "type": "integer",
            "minimum": 0,
            "exclusiveMaximum": 10**MOST_DIGITS,
        },
    }


def value_schema(fact: Fact) -> Data:
    """What evidence of a fact may hold."""
    match fact.kind:
        case Kind.YES_NO:
            return {"type": "boolean"}
        case Kind.DAY:
            never = {"const": DID_NOT_HAPPEN.name, **named(Text("xác nhận là không có", "on record as never"))}
            return {"anyOf": [day_schema(), never]}
        case Kind.CHOICE | Kind.JUDGED:
            return listed(_spoken(fact.options))
        case Kind.NUMBER if fact.unit == SHARE:
            share = _share(fact)
            return {"anyOf": [share, _in_unit("percent", share)]}
        case Kind.NUMBER if fact.unit == DONG:
            amount = _whole(fact)
            return {"anyOf": [amount, _in_unit("dong", amount)]}
        case _:
            return _whole(fact)


def day_schema() -> Data:
    """A day that evidence may hold, of something that happened."""
    return {"$ref": "#/$defs/evidence_day"}


def _spoken(options: tuple[Option, ...]) -> list[tuple[Any, Text]]:
    """The options by their names; yes and no also as true and false."""
    found: list[tuple[Any, Text]] = [(option.id, option.label) for option in options]
    names = {option.id for option in options}
    return found + [(step is YesOrNo.YES, step.value) for step in YesOrNo if step.name in names]


def _whole(fact: Fact) -> Data:
    if fact.low == 0 and fact.high is None:
        return {"$ref": "#/$defs/whole"}
    least = {"exclusiveMinimum": -(10**MOST_DIGITS)} if fact.low is None else {"minimum": fact.low}
    most = {"exclusiveMaximum": 10**MOST_DIGITS} if fact.high is None else {"maximum": fact.high}
    return {"type": "integer", **least, **most}


def _share(fact: Fact) -> Data:
    """A percentage as text. How the two numbers of a fraction compare, no pattern can tell: `load` looks at that."""
    decimal = _UP_TO_HUNDRED if fact.high == 1 else rf"{_PLACES}(?:\.{_PLACES})?"
    if fact.low is None:
        decimal = rf"{decimal}|-{_PLACES}(?:\.{_PLACES})?"
    label = Text('tỷ lệ phần trăm trong dấu ngoặc kép, ví dụ "4.5"', 'a percentage as text, such as "4.5"')
    return {**named(label), "type": "string", "pattern": rf"^(?:{decimal}|{_FRACTION})$(?!\n)"}


def _in_unit(unit: str, value: Data) -> Data:
    return closed({unit: value}, **named(Text("ghi kèm đơn vị", "with its unit")))
