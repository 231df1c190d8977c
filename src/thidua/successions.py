"""Places that merge: the dossier of a successor, from those of the units that ended.

A crosswalk is keyed by code and dated, for a name can mean another area before and after. Nothing is added up here:
the dossier keeps the papers of each unit apart, and they are read as what they are when one assesses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from attrs import evolve, field, frozen

from thidua.dossiers import Dossier, Succession
from thidua.errors import UnknownNameError, WrongOwnerError, WrongValueError, did_you_mean, expect, expect_each
from thidua.periods import is_day
from thidua.sources import Document
from thidua.subjects import Subject
from thidua.texts import nfc_of_text

S = TypeVar("S", bound=Subject)


_BECAME = "a crosswalk says for each successor's code the codes of its old units, as {'VD-10': ('VD-01', 'VD-02')}"


def _pairs(given: Mapping[str, Iterable[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    pairs: object = given
    if not isinstance(pairs, Mapping):
        msg = f"{_BECAME}, but got {pairs!r} ({type(pairs).__name__})"
        raise WrongValueError(msg)
    loose = [f"{new!r}: {old!r}" for new, old in given.items() if isinstance(old, str)]
    if loose:
        msg = f"{_BECAME}, but got the text {', '.join(loose)}; write the codes in brackets, with a comma"
        raise WrongValueError(msg)
    return tuple((nfc_of_text(new), tuple(map(nfc_of_text, old))) for new, old in given.items())


def _codes(given: Iterable[str]) -> frozenset[str]:
    if isinstance(given, str):
        msg = f"renamed= lists codes of successors but got the text {given!r}; write ({given!r},)"
        raise WrongValueError(msg)
    return frozenset(map(nfc_of_text, given))


def _is_code(code: object) -> bool:
    return isinstance(code, str) and bool(code.strip())


@frozen
class Crosswalk:
    """Which units became which on a day, by which document: for each successor's code, the codes of the old units.

    A unit whose area went to several successors cannot be added up, so it may not stand under two of them.
    `renamed` names the successors that are one old unit under a new name or code.

    >>> from thidua import Document
    >>> resolution = Document("00/NQ-VD", date(2025, 6, 16), "Cơ quan Ví Dụ", "Nghị quyết về việc sắp xếp đơn vị")
    >>> merged = Crosswalk(resolution, date(2025, 7, 1), {"VD-10": ("VD-01", "VD-02")})
    >>> merged.successor_of("VD-01")
    'VD-10'
    """

    document: Document
    on: date = field(validator=is_day)
    became: tuple[tuple[str, tuple[str, ...]], ...] = field(converter=_pairs)
    renamed: frozenset[str] = field(default=frozenset[str](), converter=_codes)

    def __attrs_post_init__(self) -> None:
        document: object = self.document
        if not isinstance(document, Document):
            msg = (
                f"a crosswalk rests on a Document but got {document!r} ({type(document).__name__}); "
                "write Document(number, issued_on, issuer, title)"
            )
            raise WrongValueError(msg)
        wrong = [f"{code!r} is no code; a code is text" for code in self._codes() if not _is_code(code)]
        if wrong:
            msg = f"{_BECAME}, but {'; '.join(wrong)}"
            raise WrongValueError(msg)
        old = Counter(code for _, units in self.became for code in set(units))
        wrong = [f"{code} is divided among several successors" for code, times in sorted(old.items()) if times > 1]
        wrong += [
            f"{code} is given {times} times as a unit of {new}"
            for new, units in self.became
            for code, times in Counter(units).items()
            if times > 1
        ]
        wrong += [f"{new} succeeds no unit" for new, units in self.became if not units]
        for code in sorted(self.renamed):
            if len(self.units_of(code)) > 1:
                wrong.append(f"{code} succeeds several units, so it is no renaming")
        if wrong:
            raise WrongValueError("a crosswalk adds whole units up: " + "; ".join(wrong))

    def _codes(self) -> Iterator[object]:
        for new, units in self.became:
            yield from (new, *units)

    def units_of(self, successor: str) -> tuple[str, ...]:
        """The codes of the units that a successor took over; `UnknownNameError` for a code that is no successor."""
        became = dict(self.became)
        if successor not in became:
            msg = f"the crosswalk of {self.on} has no successor {successor!r}{did_you_mean(successor, became)}"
            raise UnknownNameError(msg)
        return became[successor]

    def successor_of(self, code: str) -> str:
        """The code of the unit that succeeds another; `UnknownNameError` for a unit that did not end."""
        became = {unit: new for new, units in self.became for unit in units}
        if code not in became:
            msg = f"the crosswalk of {self.on} ends no unit {code!r}{did_you_mean(code, became)}"
            raise UnknownNameError(msg)
        return became[code]

    def may_be_nominated(self, code: str, on: date) -> bool:
        """Whether the unit is there on a day: one that has ended is not nominated, its successor nominates."""
        if on >= self.on:
            return not any(code in units and code != new for new, units in self.became)
        return not any(code == new and code not in units for new, units in self.became)


def succeed(dossier: Dossier[S], units: Iterable[Dossier[S]], crosswalk: Crosswalk) -> Dossier[S]:
    """The dossier of a successor together with those of the units it took over.

    When it is assessed, numbers counted at surveys before that day and amounts of the period are added over the units,
    and the entries of their registers joined; a unit of the crosswalk without a dossier leaves bounds. Judgements and
    what is in force go over only in a declared renaming. The successor's own papers speak of what came after, and of
    surveys. Reading A-14.

    Raises `UnknownNameError` for a subject that the crosswalk does not name as a successor, `WrongOwnerError` for units
    that are not the successor's, `WrongValueError` for one given twice, for one that took over its own only after it
    had ended, or for a dossier that has succeeded before.

    >>> from thidua import Commune, Document, Dossier
    >>> resolution = Document("00/NQ-VD", date(2025, 6, 16), "Cơ quan Ví Dụ", "Nghị quyết về việc sắp xếp đơn vị")
    >>> merged = Crosswalk(resolution, date(2025, 7, 1), {"VD-10": ("VD-01", "VD-02")})
    >>> new = succeed(Dossier(Commune("VD-10", "Xã Mới")), [Dossier(Commune("VD-01", "Xã Ví Dụ"))], merged)
    >>> new.succession.missing
    ('VD-02',)
    """
    expect(dossier, Dossier)
    expect(crosswalk, Crosswalk)
    given = expect_each(units, Dossier)
    wanted = crosswalk.units_of(dossier.subject.code)
    if dossier.succession is not None:
        msg = f"{dossier.subject.code} has taken over its units already; give all of them in one crosswalk"
        raise WrongValueError(msg)
    codes = Counter(unit.subject.code for unit in given)
    kind = type(dossier.subject).__name__
    strange = [code for code in codes if code not in wanted]
    if strange:
        of = "; ".join(f"{code}{did_you_mean(code, wanted)}" for code in strange)
        msg = f"not among the units of {kind} that {dossier.subject.code} took over: {of}"
        raise WrongOwnerError(msg)
    subjects = [unit.subject for unit in given if type(unit.subject) is not type(dossier.subject)]
    others = [f"{one.code} is a {type(one).__name__}" for one in subjects]
    if others:
        msg = f"{dossier.subject.code} is a {kind} and takes over units of that kind: {'; '.join(others)}"
        raise WrongOwnerError(msg)
    later = [
        f"{unit.subject.code} took over its own on {unit.succession.on}"
        for unit in given
        if unit.succession is not None and unit.succession.on > crosswalk.on
    ]
    if later:
        msg = f"a unit that ended on {crosswalk.on} takes nothing over after that day: {'; '.join(later)}"
        raise WrongValueError(msg)
    twice = [code for code, times in codes.items() if times > 1]
    if twice:
        msg = f"one dossier for each unit; given twice: {', '.join(twice)}"
        raise WrongValueError(msg)
    ordered = tuple(sorted(given, key=lambda unit: wanted.index(unit.subject.code)))
    missing = tuple(code for code in wanted if code not in codes)
    renaming = dossier.subject.code in crosswalk.renamed
    taken = Succession(crosswalk.document, crosswalk.on, ordered, missing, renaming)
    return evolve(dossier, succession=taken)
