"""Text that is given: a field that holds text refuses all else, and says what to write."""

from __future__ import annotations

from typing import Any

from attrs import Attribute

from thidua.errors import WrongValueError


def is_text(owner: object, attribute: Attribute[Any], value: object) -> None:
    """The validator of a field that holds text: `WrongValueError` for a number, a date or nothing at all."""
    if not isinstance(value, str):
        write = "" if value is None else f"; write {str(value)!r}"
        msg = (
            f"{type(owner).__name__}: expected text for {attribute.name}= but got {value!r} "
            f"({type(value).__name__}){write}"
        )
        raise WrongValueError(msg)
