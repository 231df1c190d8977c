"""A document as a plain tree: JSON text or a mapping, in NFC, with all that JSON lets slip refused in its place.

What is too large is refused before it is unfolded, so that no document takes more than seconds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import Enum
from io import IOBase
from math import isfinite
from os import PathLike
from typing import Any, NamedTuple, cast

from thidua.interpreters.loading.letters import letters
from thidua.interpreters.loading.refusals import OBJECT, Path, Problems, Refused, clean, too_large, wrong_type
from thidua.limits import MOST_BYTES, MOST_DIGITS, MOST_LEVELS, MOST_VALUES
from thidua.quantities import LARGEST_WHOLE_FLOAT
from thidua.texts import Text

_QUOTED = re.compile(r'"[^"\\]*+(?:\\.?[^"\\]*+)*+"?', re.DOTALL)
"""A text as JSON writes it; also one that does not end, so that none is looked at twice."""


class Bad(Enum):
    """Stands for what has been refused already, so that nothing more is said of it."""

    BAD = "bad"


BAD = Bad.BAD


_READ_FIRST = Text("đọc tệp trước, bằng path.read_bytes()", "read the file first, with path.read_bytes()")


class _TooMuch(Exception):  # noqa: N818  # never leaves this module: it is told as a `Problem`
    """More values than are read: nothing is said of the rest."""


class _Pairs(NamedTuple):
    pairs: list[tuple[str, object]]


class _Written(NamedTuple):
    """A number as it was written: a whole one, one with a point or an exponent, or what JSON has no word for."""

    text: str


def tree_of(document: str | bytes | Mapping[Any, Any], problems: Problems, levels: int = MOST_LEVELS) -> Any:
    """The document as dicts, lists, texts, whole numbers, true, false and null; `BAD` where something was refused.

    What stands under `extra` is nobody's business here: its place is kept, its content is not read.
    """
    try:
        value: object = _parsed(document) if isinstance(document, str | bytes) else document
        if not isinstance(value, _Pairs | Mapping):
            raise wrong_type(value, OBJECT, hint=_READ_FIRST if isinstance(value, PathLike | IOBase) else None)
        return _Tidying(problems, levels).tidied(cast(object, value), ())
    except Refused as refused:
        problems.add((), refused)
    except _TooMuch:
        vi, en = "tài liệu có quá nhiều giá trị", "the document holds too many values"
        problems.add((), too_large(vi, en, str(MOST_VALUES)))
    return BAD


def _parsed(document: str | bytes) -> object:
    if len(document) > MOST_BYTES:
        most = f"{MOST_BYTES // 2**20} MB"
        vi, en = "tài liệu quá lớn", "the document is too large"
        raise too_large(vi, en, most)
    try:
        text = document.decode("utf-8-sig") if isinstance(document, bytes) else document.removeprefix("\ufeff")
        _check_count(text)
        return json.loads(
            text, object_pairs_hook=_Pairs, parse_float=_Written, parse_int=_Written, parse_constant=_Written
        )
    except UnicodeDecodeError as error:
        first = error.start + 1
        message = Text(f"không phải UTF-8, sai từ byte thứ {first}", f"this is no UTF-8, from byte {first} on")
        raise Refused(message, "not_json") from None
    except json.JSONDecodeError as error:
        place = f"dòng {error.lineno}, cột {error.colno}", f"line {error.lineno}, column {error.colno}"
        vi, en = f"không phải JSON: lỗi ở {place[0]}", f"this is no JSON: {error.msg}, {place[1]}"
        if error.doc.rstrip().endswith(".json"):  # the name of a file instead of what stands in it
            vi, en = f"{vi}; {_READ_FIRST.vi}", f"{en}; {_READ_FIRST.en}"
        raise Refused(Text(vi, en), "not_json", found=place[1]) from None
    except RecursionError:
        raise _too_deep(MOST_LEVELS) from None


def _check_count(text: str) -> None:
    """Before anything is made of the text: each value but the first follows a comma or opens a list or an object."""
    if text.count(",") + text.count("[") + text.count("{") > MOST_VALUES:
        bare = _QUOTED.sub("", text)
        if bare.count(",") + bare.count("[") + bare.count("{") > MOST_VALUES:
            raise _TooMuch


class _Tidying:
    """Goes through one document, and stops when it holds too much: what holds itself has no end."""

    def __init__(self, problems: Problems, levels: int) -> None:
        self._problems = problems
        self._levels = levels
        self._left = MOST_VALUES

    def tidied(self, value: object, path: Path) -> Any:
        """The value as plain data."""
        self._left -= 1
        if self._left < 0:
            raise _TooMuch
        try:
            if len(path) > self._levels:
                raise _too_deep(self._levels)
            match value:
                case None | bool():
                    return value
                case str():
                    return letters(value)
                case _Written() | int() | float():
                    return _whole(value)
                case _Pairs(pairs=pairs):
                    return dict(self._items(iter(pairs), path))
                case Mapping():
                    return dict(self._items(iter(cast(Mapping[object, object], value).items()), path))
                case list() | tuple():
                    items = cast(Sequence[object], value)
                    return [self.tidied(item, (*path, index)) for index, item in enumerate(items)]
                case _:
                    return value
        except Refused as refused:
            self._problems.add(path, refused)
            return BAD

    def _items(self, pairs: Iterator[tuple[object, object]], path: Path) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for given, value in pairs:
            if not isinstance(given, str):
                message = Text("tên mục phải là chuỗi ký tự", "a key must be text")
                self._problems.add(path, Refused(message, "wrong_type", found=type(given).__name__))
                continue
            key = self._key(given, path)
            if key is None:
                continue
            here = (*path, key)
            if key in seen:
                vi, en = f"mục “{clean(key)}” ghi hai lần", f"the key “{clean(key)}” is given twice"
                self._problems.add(here, Refused(Text(vi, en), "duplicate", found=clean(key)))
                yield key, BAD
            else:
                seen.add(key)
                yield key, None if here == ("extra",) else self.tidied(value, here)

    def _key(self, given: str, path: Path) -> str | None:
        try:
            return letters(given)
        except Refused as refused:
            self._problems.add(path, refused)
            return None


def _whole(value: _Written | int | float) -> int:  # noqa: PYI041  # to a reader of numbers they differ
    """The number, when it is whole: a count given as 3.0 is a count. A float holds no more digits than it can."""
    number: Decimal | int
    if isinstance(value, int):
        number = int(value)
        large = abs(number) >= 10**MOST_DIGITS
    else:
        text = value.text if isinstance(value, _Written) else repr(value)
        number = _decimal(text)
        large = number.adjusted() >= MOST_DIGITS
        vague = isinstance(value, float) and isfinite(value) and abs(value) > LARGEST_WHOLE_FLOAT
        if vague or (not large and number != number.to_integral_value()):
            message = Text(
                f'{clean(text)} không phải số nguyên; tỷ lệ phần trăm ghi trong dấu ngoặc kép, ví dụ "4.5"',
                f'{clean(text)} is no whole number; a percentage is written as text, such as "4.5"',
            )
            raise Refused(message, "float", found=clean(text), expected="a whole number, or a percentage as text")
    if large:
        raise too_long()
    return int(number)


def too_long() -> Refused:
    """A number with more digits than are read."""
    return too_large("số quá dài", "the number is too long", f"{MOST_DIGITS} chữ số", f"{MOST_DIGITS} digits")


def _decimal(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("Infinity")
    if not number.is_finite():
        message = Text(f"{clean(text)} không phải số của JSON", f"{clean(text)} is no number of JSON")
        raise Refused(message, "not_json", found=clean(text))
    return number


def _too_deep(levels: int) -> Refused:
    message = Text(f"lồng nhau quá {levels} cấp", f"lists and objects stand more than {levels} levels deep")
    return Refused(message, "too_deep", expected=f"at most {levels} levels")
