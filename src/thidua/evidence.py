"""Evidence: what papers say. A paper is a document with everything it proves, so a document is given once."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from typing import Any, Generic, TypeVar, assert_never

from attrs import field, frozen
from attrs.validators import optional

from thidua.displays import Shown
from thidua.errors import (
    FloatRefusedError,
    IncompleteError,
    WrongOwnerError,
    WrongUnitError,
    WrongValueError,
    did_you_mean,
)
from thidua.nodes import Fact, Kind, Register
from thidua.periods import Period, Survey, is_day, made_a_day
from thidua.quantities import DONG, SHARE, Money, Percent
from thidua.sources import Document
from thidua.spelling import is_text
from thidua.texts import nfc_of_text

S = TypeVar("S")


class DidNotHappen(Enum):
    """Evidence that something did not happen, which is not the absence of evidence."""

    DID_NOT_HAPPEN = "did_not_happen"


DAYS_OF_LIVING_MEMORY = Period(date(1900, 1, 1), date(2199, 12, 31))
"""Days that evidence may hold; one outside them is a slip of typing."""
DID_NOT_HAPPEN = DidNotHappen.DID_NOT_HAPPEN
Value = bool | int | Fraction | str | date | DidNotHappen
"""What evidence holds: exact and plain. A choice or a level is held by the name of its option."""


@frozen(cache_hash=True)
class Judgement:
    """Who judged, on which day, for what reason, and what was said against. The minutes are the paper itself."""

    by: str = field(converter=nfc_of_text, validator=is_text)
    on: date = field(validator=is_day)
    reason: str = field(converter=nfc_of_text, validator=is_text)
    dissent: str = field(default="", converter=nfc_of_text, validator=is_text)


@frozen(cache_hash=True)
class Evidence(Generic[S]):
    """One thing said about a fact: its value, and when it holds."""

    fact: Fact
    value: Value
    at: Survey | None = None
    since: date | None = field(default=None, validator=optional(is_day))
    until: date | None = field(default=None, validator=optional(is_day))
    judgement: Judgement | None = None

    def __attrs_post_init__(self) -> None:
        if self.since and self.until and self.until < self.since:
            msg = f"{self.fact.owner}.{self.fact.name}: until={self.until} comes before since={self.since}"
            raise WrongValueError(msg)


@frozen(cache_hash=True)
class Entry(Generic[S]):
    """One entry of a register, known by its key; equal keys are one entry."""

    register: Register
    key: str = field(converter=nfc_of_text, validator=is_text)
    facts: tuple[Evidence[Any], ...]

    def __attrs_post_init__(self) -> None:
        name = f"{self.register.owner}.{self.register.name}"
        if not self.key.strip():
            msg = f"{name}: an entry needs a key, such as its number in the register"
            raise IncompleteError(msg)
        loose = [type(told).__name__ for told in self.facts if not isinstance(told, Evidence)]
        if loose:
            msg = (
                f"{name} {self.key!r}: an entry holds evidence of its fields, such as "
                f"{self.register.dated_by}.recorded(day), but got {', '.join(loose)}"
            )
            raise WrongValueError(msg)
        strange = [e.fact for e in self.facts if e.fact not in self.register.fields]
        if strange:
            known = [fact.name for fact in self.register.fields]
            given = ", ".join(f"{fact.owner}.{fact.name}" for fact in strange)
            msg = f"{name} {self.key!r}: {given} is no field of it{did_you_mean(strange[0].name, known)}"
            raise WrongOwnerError(msg)
        days = [e.value for e in self.facts if e.fact.name == self.register.dated_by]
        if not days or DID_NOT_HAPPEN in days:
            msg = f"{name} {self.key!r}: an entry needs its day, {self.register.dated_by!r}"
            raise IncompleteError(msg)


@frozen(cache_hash=True)
class Complete(Generic[S]):
    """The register is declared complete: by whom, through which day, and with how many entries."""

    register: Register
    entries: int
    through: date = field(validator=is_day)
    by: str = field(converter=nfc_of_text, validator=is_text)

    def __attrs_post_init__(self) -> None:
        name = f"{self.register.owner}.{self.register.name}"
        if isinstance(self.entries, bool) or not isinstance(self.entries, int) or self.entries < 0:
            msg = f"{name}: a declaration of completeness counts its entries; got entries={self.entries!r}"
            raise WrongValueError(msg)
        if not self.by.strip():
            msg = f"{name}: a declaration of completeness says by whom"
            raise IncompleteError(msg)


Said = Evidence[S] | Entry[S] | Complete[S]


@frozen(init=False)
class Paper(Shown, Generic[S]):
    """A document and what it proves. Without a document, measured values are used with a caution.

    `corrects` names the document this one replaces: the dossier is then read as if only the correction were there.
    Raises `IncompleteError` for a judgement without minutes.
    """

    document: Document | None
    proves: tuple[Said[S], ...]
    corrects: Document | None = None

    def __init__(self, document: Document | None, *proves: Said[S], corrects: Document | None = None) -> None:
        _check_parts(document, proves, corrects)
        self.__attrs_init__(document, proves, corrects)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # attrs makes it
        judged = [e.fact.name for e in proves if isinstance(e, Evidence) and e.judgement]
        if document is None and judged:
            msg = f"a judgement needs its minutes; {', '.join(judged)} came in a paper without a document"
            raise IncompleteError(msg)
        if corrects is not None and corrects == document:
            msg = f"a paper cannot correct itself: {corrects.number!r}"
            raise WrongValueError(msg)


def _check_parts(document: object, proves: tuple[object, ...], corrects: object) -> None:
    """A paper begins with its document, or with None; what it proves follows."""
    for name, given in (("document", document), ("corrects", corrects)):
        if given is not None and not isinstance(given, Document):
            kind = type(given).__name__
            write = f"{name}=paper.document" if kind == Paper.__name__ else "Paper(document, …)"
            msg = f"a paper's {name} is a Document or None but got {kind}; write {write}"
            raise WrongValueError(msg)
    strange = [type(said).__name__ for said in proves if not isinstance(said, Evidence | Entry | Complete)]
    if strange:
        listed = any(isinstance(said, list | tuple) for said in proves)
        write = "Paper(document, *proves)" if listed else "poor_households.recorded(60, at=…), say"
        msg = (
            "a paper proves evidence, entries and declarations, as facts and registers make them; "
            f"got {', '.join(strange)}; write {write}"
        )
        raise WrongValueError(msg)


def plain(fact: Fact, value: object) -> Value:
    """The value as evidence holds it, checked against what the fact can be.

    Raises `FloatRefusedError`, `WrongUnitError` or `WrongValueError`, each naming the fact, what was given and what
    was expected.
    """
    name = f"{fact.owner}.{fact.name}"
    if isinstance(value, float):
        msg = f"{name}: expected an exact value but got {value!r} (float); write it as an integer or as text"
        raise FloatRefusedError(msg)
    match fact.kind:
        case Kind.YES_NO:
            if isinstance(value, bool):
                return value
            raise _refusal(name, value, "True or False")
        case Kind.NUMBER:
            return _number(fact, name, value)
        case Kind.DAY:
            if value is DID_NOT_HAPPEN:
                return DID_NOT_HAPPEN
            if isinstance(value, date) and not isinstance(value, datetime) and value in DAYS_OF_LIVING_MEMORY:
                return value
            raise _refusal(name, value, "a date from 1900 to 2199, or DID_NOT_HAPPEN", made_a_day(value))
        case Kind.CHOICE | Kind.JUDGED:
            option = value.name if isinstance(value, Enum) else value
            names = [option.id for option in fact.options]
            if isinstance(option, bool):
                option = "YES" if option else "NO"
            if isinstance(option, str) and option in names:
                return option
            msg = f"{name}: {value!r} is not one of its options{did_you_mean(str(option), names)}"
            raise WrongValueError(msg)
        case _:
            assert_never(fact.kind)


def _number(fact: Fact, name: str, value: object) -> Value:
    number: object = value
    if fact.unit == DONG:
        if not isinstance(value, Money):
            msg = f"{name}: expected an amount such as dong(50_000_000) but got {value!r} ({type(value).__name__})"
            raise WrongUnitError(msg)
        number = value.dong
    elif fact.unit == SHARE:
        if not isinstance(value, Percent):
            msg = f"{name}: expected a share such as percent('4.5') but got {value!r} ({type(value).__name__})"
            raise WrongUnitError(msg)
        number = value.share
    elif isinstance(value, Money | Percent):
        msg = f"{name}: counted in {fact.unit.id if fact.unit else 'units'} but got {value!r}"
        raise WrongUnitError(msg)
    if isinstance(number, bool) or not isinstance(number, int | Fraction) or not _counts(number, fact):
        digits = value.strip() if isinstance(value, str) else ""
        raise _refusal(name, value, "a whole number", f"; write {digits}, without quotes" if digits.isdecimal() else "")
    if (fact.low is not None and number < fact.low) or (fact.high is not None and number > fact.high):
        high = "" if fact.high is None else f" and at most {fact.high}"
        raise _refusal(name, value, f"at least {fact.low}{high}")
    return number if fact.unit == SHARE else int(number)


def _counts(number: int | Fraction, fact: Fact) -> bool:
    return fact.unit == SHARE or number.denominator == 1


def _refusal(name: str, value: object, expected: str, write: str = "") -> WrongValueError:
    return WrongValueError(f"{name}: expected {expected} but got {value!r} ({type(value).__name__}){write}")
