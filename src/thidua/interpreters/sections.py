"""Optional sections of an explanation: a closed list, each with what makes it, lowers it to a level and says it.

A section is asked for by name, stands in the document under `sections`, and is recorded in the receipt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from thidua.errors import UnknownNameError, did_you_mean
from thidua.findings import Assessment
from thidua.interpreters.arguments import names_given
from thidua.interpreters.needs_wording import needs_data, needs_lines
from thidua.interpreters.remedying.data import remedies_data, remedies_lines
from thidua.interpreters.sections_lowered import needs_lowered, remedies_lowered, why_lowered
from thidua.interpreters.why_wording import why_data, why_lines

Data = dict[str, Any]


@frozen
class Section:
    """How one section is made, what of it may be read at a lower level, and its lines of text in a language.

    `lowered` must be such that lowering in two steps is lowering in one, and must drop what it does not know.
    """

    produced: Callable[[Assessment[Any]], Data]
    lowered: Callable[[Data, str], Data]
    said: Callable[[Mapping[str, Any], str], Iterable[str]]


SECTIONS: Mapping[str, Section] = {
    "why": Section(why_data, why_lowered, why_lines),
    "needs": Section(needs_data, needs_lowered, needs_lines),
    "remedies": Section(remedies_data, remedies_lowered, remedies_lines),
}
"""Every section there is, in the order in which they are told."""


def checked_sections(names: Iterable[str]) -> tuple[str, ...]:
    """The sections of these names, each once, in the order of `SECTIONS`.

    Raises `UnknownNameError` for one there is not, `WrongValueError` for what is no list of names.
    """
    asked = set(names_given("sections", names, "why"))
    unknown = sorted(asked - set(SECTIONS))
    if unknown:
        listed = ", ".join(f"{name!r}{did_you_mean(name, SECTIONS)}" for name in unknown)
        msg = f"an explanation has no section {listed}"
        raise UnknownNameError(msg)
    return tuple(name for name in SECTIONS if name in asked)


def produced(assessment: Assessment[Any], names: Sequence[str]) -> Data:
    """The sections of an assessment, at the highest level."""
    return {name: SECTIONS[name].produced(assessment) for name in checked_sections(names)}


def lowered(sections: Mapping[str, Data], level: str) -> Data:
    """The sections as they may be read at a level."""
    return {name: SECTIONS[name].lowered(sections[name], level) for name in checked_sections(sections)}
