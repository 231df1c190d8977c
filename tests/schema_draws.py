"""What Hypothesis draws from a schema, and values that look right to one reader and wrong to another."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st
from jsonschema import Draft202012Validator

DAYS = [
    ("2024-02-29", True), ("2000-02-29", True), ("1900-02-29", False), ("2100-02-29", False), ("2023-02-29", False),
    ("2023-02-28", True), ("2024-04-30", True), ("2024-04-31", False), ("2024-13-01", False), ("2024-00-10", False),
    ("2024-01-00", False), ("2024-12-31", True), ("0001-01-01", True), ("0000-01-01", False), ("0004-02-29", True),
    ("0000-02-29", False), ("9999-12-31", True), ("10000-01-01", False), ("2024-1-1", False), ("20240101", False),
    ("2024-W01-1", False), ("2024-01-01\n", False), (" 2024-01-01", False), ("1/1/2024", False), ("", False),
    ("\u0662\u0660\u0662\u0664-\u0660\u0661-\u0660\u0661", False),
]  # fmt: skip
"""Texts, and whether they are a day of the calendar as the format writes it."""
VALUES: list[Any] = [
    None, True, False, 0, 1, -1, 3, 3.0, 3.5, -0.0, 1e5, 2.0**53, 10**99, 10**100 - 1, 10**100, 5000, 5001,
    "", " ", "\t\n", "\x1f", "\x85", "\u2003", "\ufeff", "\u200b", "x", "x\n", "\ud800", "e\u0301", "👍",
    *(day for day, _ in DAYS),
    "1899-12-31", "1900-01-01", "2199-12-31", "2200-01-01", "DID_NOT_HAPPEN", "did_not_happen", "YES", "NO", "yes",
    "III", "iii", "Ⅲ", "POOR", "hộ nghèo", "DONE_WELL", "hoàn thành tốt", "2021", "1999", "commune", "thidua.dossier/1",
    "4.5", "100", "100.0", "100.00001", "101", "99.999", "0", "007", "-0", "-1", "1/3", "100/1", "1/0", "1/00", "4.",
    " 4.5", "4.5%", "4,5", "1" * 101, "50/0.5", ".5", "5e1", {"dong": 5}, {"dong": 5.0}, {"dong": -1}, {"dong": None},
    {"percent": "5"}, {"percent": 5}, {"household": 5}, {"dong": 5, "percent": "5"}, {}, [], [1], {"x": 1},
]  # fmt: skip
"""What is put at every place of a document."""


class Schema:
    """A schema by its name alone: Hypothesis prints what it draws from, and a schema runs over pages."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.whole = schema
        self.defined: dict[str, Any] = schema["$defs"]

    def __repr__(self) -> str:
        return self.whole["$id"].rpartition(":")[2]

    def allows(self, value: Any, part: dict[str, Any]) -> bool:
        """Whether a value is what a part of the schema asserts."""
        return Draft202012Validator({**part, "$defs": self.defined}).is_valid(value)


ANYTHING = st.recursive(st.one_of(st.none(), st.floats(), st.text(max_size=4)), st.lists, max_leaves=3)
POOL = [*(text for text in VALUES if isinstance(text, str)), "33.3", "200/3", "0.5/1", "an office"]


@cache
def texts(pattern: str, longest: int | None) -> st.SearchStrategy[str]:
    """Texts that a pattern allows, those that look alike among them."""
    validator = Draft202012Validator({"pattern": pattern, **({} if longest is None else {"maxLength": longest})})
    drawn = [st.sampled_from([text for text in POOL if validator.is_valid(text)])]
    if validator.is_valid("2024-01-01"):
        drawn.append(st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(str))
    if validator.is_valid("an office"):
        drawn.append(st.text(min_size=1, max_size=8).filter(validator.is_valid))
    return st.one_of(drawn)


@st.composite
def instances(draw: st.DrawFn, schema: Schema) -> Any:
    """A document that is valid by a schema of dossiers: drawn from the schema itself, by what it asserts alone."""

    def of(part: dict[str, Any]) -> Any:
        match part:
            case {"const": value}:
                return value
            case {"oneOf": options} | {"anyOf": options} if "properties" not in part:
                return of(draw(st.sampled_from(options)))
            case {"$ref": reference, "pattern": pattern}:
                below = schema.defined[reference.removeprefix("#/$defs/")]
                return draw(texts(below["pattern"], below["maxLength"]).filter(lambda text: re.search(pattern, text)))
            case {"$ref": reference}:
                return of(schema.defined[reference.removeprefix("#/$defs/")])
            case {"type": "object", "properties": keys, "required": required}:
                kept = {*required, *(key for key in keys if key not in required and draw(st.booleans()))}
                value = {key: of(keys[key]) for key in keys if key in kept}
                for name in draw(st.sampled_from(part.get("anyOf", [{}]))).get("properties", {}):
                    value[name] = of({"$ref": "#/$defs/filled"})
                if not schema.allows(value, part):
                    value.update({name: of(keys[name]) for name in part["then"]["required"]})
                return value
            case {"type": "array", "items": items}:
                return [of(items) for _ in range(draw(st.integers(1, 3)))]
            case {"type": "boolean"}:
                return draw(st.booleans())
            case {"type": "integer"}:
                whole = draw(st.integers(part.get("minimum", -(2**53)), part.get("maximum", 10**100 - 1)))
                return float(whole) if abs(whole) <= 2**53 and draw(st.booleans()) else whole
            case {"type": "string"}:
                return draw(texts(part["pattern"], part.get("maxLength")))
            case _:
                return draw(ANYTHING)

    return of(schema.whole)
