"""Content hashes of values: the same for equal values, in any process, under any hash seed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from typing import Any, cast

from attrs import fields, has

ADDED_LATER = "added_later"
"""Marks a field that a later version added: while it holds its default, the hashes of older values stay the same."""


def canonical(value: object) -> Any:
    """The value as plain JSON data, with the class of every frozen value beside its fields.

    >>> canonical(Fraction(1, 2))
    '1/2'
    """
    match value:
        case None | bool() | int() | str():
            return value
        case Fraction():
            return str(value)
        case date():
            return value.isoformat()
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case type():
            return value.__name__
        case tuple() | list():
            return [canonical(item) for item in cast(Iterable[object], value)]
        case frozenset():
            return sorted(map(canonical, cast(Iterable[object], value)))
        case Mapping():
            items = cast(Mapping[str, object], value)
            return {key: canonical(items[key]) for key in sorted(items)}
        case _:
            kind = type(value)
            if has(kind):
                kept = [attribute for attribute in fields(kind) if attribute.eq]
                first = [canonical(getattr(value, a.name)) for a in kept if ADDED_LATER not in a.metadata]
                later = [a for a in kept if ADDED_LATER in a.metadata and getattr(value, a.name) != a.default]
                return [kind.__name__, *first, *([a.name, canonical(getattr(value, a.name))] for a in later)]
            msg = f"no canonical form for {value!r} ({type(value).__name__})"
            raise TypeError(msg)


def digest(value: object) -> str:
    """The SHA-256 of the canonical form, with its name before it.

    >>> digest(())[:15]
    'sha256:4f53cda1'
    """
    text = json.dumps(canonical(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"sha256:{sha256(text.encode()).hexdigest()}"
