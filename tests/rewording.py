"""A value with every text in it replaced, however deep: words of the law, labels, names, papers, reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from attrs import fields, has

from thidua.subjects import Subject
from thidua.texts import Text

WORDS = {
    "text", "en", "written", "read", "why_vi", "why_en", "reason", "dissent", "number", "issuer", "title", "name",
    "cite", "by", "said",
}  # fmt: skip
"""The names of fields that hold text as such; a fact, a register and an entry keep theirs, by which they are found."""


def reworded(value: Any, text: str) -> Any:
    """The same with that text everywhere."""
    return _Rewording(text).of(value)


class _Rewording:
    def __init__(self, text: str) -> None:
        self.text = text
        self.made: dict[int, tuple[Any, Any]] = {}

    def of(self, value: Any) -> Any:
        known = self.made.get(id(value))
        if known is None:
            known = self.made[id(value)] = (value, self._made(value))
        return known[1]

    def _made(self, value: Any) -> Any:
        match value:
            case None | str() | int() | Fraction() | date() | Enum() | type():
                return value
            case Text():
                return Text(self.text, self.text)
            case {"vi": str(), "en": str()}:
                return {"vi": self.text, "en": self.text}
            case Mapping():
                told = {key: self._field(key, each) for key, each in value.items()}
                return told | {"code": self.text} if "personal" in value and value["code"] is not None else told
            case tuple() if hasattr(value, "_fields"):
                return type(value)(*map(self.of, value))
            case tuple() if getattr(value, "__dict__", None):
                return type(value)(*map(self.of, value.__getnewargs__()))
            case tuple() | list():
                return type(value)(map(self.of, value))
            case Subject():
                return type(value)(self.text, self.text)
            case _ if has(type(value)):
                return self._instance(value)
            case _:
                return value

    def _instance(self, value: Any) -> Any:
        """Another of its class, field by field, since a class may refuse at its door what is to be shown here."""
        made = object.__new__(type(value))
        names = [field.name for field in fields(type(value))]
        for name in names:
            each = getattr(value, name)
            object.__setattr__(made, name, self.of(each) if {"owner", "key"} & {*names} else self._field(name, each))
        if hasattr(type(value), "_attrs_cached_hash"):
            object.__setattr__(made, "_attrs_cached_hash", None)
        return made

    def _field(self, name: Any, value: Any) -> Any:
        return self.text if name in WORDS and isinstance(value, str) else self.of(value)
