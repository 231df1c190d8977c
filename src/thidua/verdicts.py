"""Verdicts: non-empty sets of the finals still possible, and the combinators lifted to them.

The finals are met, not met and not applicable. One of them alone is that final; more than one is undetermined, and
keeps its set: "cannot fail any more" is not "anything can happen". XACML's extended Indeterminate is the ancestor.

Inside, a set is three bits, `M`, `F` and `N`; a lifted combinator is a table made once from its definition on finals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Final, Literal, NoReturn

from attrs import frozen

from thidua.displays import html_of
from thidua.errors import CountOutOfRangeError, NoTruthValueError, WrongValueError
from thidua.texts import Text

M: Final = 1
"""met"""
F: Final = 2
"""not met"""
N: Final = 4
"""not applicable"""
FINALS: Final = (M, F, N)
ANYTHING: Final = M | F | N

IfFewer = Literal["cap", "strict", "not_applicable"]


@frozen(cache_hash=True)
class Verdict:
    """A set of finals, as three bits; `WrongValueError` for what is none, and for the empty set."""

    mask: int

    def __attrs_post_init__(self) -> None:
        mask: object = self.mask
        if type(mask) is not int or not 0 < mask <= ANYTHING:
            msg = f"a verdict is a set of finals, and not empty: write MET, NOT_MET or NOT_APPLICABLE; got {mask!r}"
            raise WrongValueError(msg)

    def __contains__(self, final: Verdict) -> bool:
        """Whether `final` is still possible, or a whole set of finals is."""
        return final.mask & ~self.mask == 0

    def __iter__(self) -> Iterator[Verdict]:
        """The finals still possible, one by one."""
        return (VERDICTS[final] for final in members(self.mask))

    @property
    def is_definite(self) -> bool:
        """Whether one final alone is left."""
        return self.mask in FINALS

    @property
    def id(self) -> str:
        """The word in code and JSON: `met`, `not_met`, `not_applicable`, `undetermined`."""
        return _IDS.get(self.mask, "undetermined")

    @property
    def word(self) -> Text:
        """The word an officer reads."""
        return WORDS[self.id]

    @property
    def word_of_group(self) -> Text:
        """The word at the root of a group, which addresses a subject or does not."""
        return OUTSIDE if self.mask == N else self.word

    def __repr__(self) -> str:
        return "{" + ", ".join(_IDS[final] for final in members(self.mask)) + "}"

    def _repr_html_(self) -> str:
        return html_of(self)

    def __bool__(self) -> NoReturn:
        msg = "a verdict is neither true nor false: compare it, `verdict == MET`, or ask `MET in verdict`"
        raise NoTruthValueError(msg)


_IDS: Final = {M: "met", F: "not_met", N: "not_applicable"}
WORDS: Final = {
    "met": Text("đạt", "met"),
    "not_met": Text("không đạt", "not met"),
    "not_applicable": Text("không áp dụng", "not applicable"),
    "undetermined": Text("chưa đủ căn cứ", "undetermined"),
}
OUTSIDE: Final = Text("không thuộc đối tượng", "not addressed")
"""The word for not applicable at the root of a group."""


def members(mask: int) -> list[int]:
    """The finals in a set."""
    return [final for final in FINALS if final & mask]


def all_final(finals: Iterable[int]) -> int:
    """Drop not applicable; none left, not applicable; any not met, not met; else met."""
    kept = {final for final in finals if final != N}
    return N if not kept else F if F in kept else M


def any_final(finals: Iterable[int]) -> int:
    """Drop not applicable; none left, not applicable; any met, met; else not met."""
    kept = {final for final in finals if final != N}
    return N if not kept else M if M in kept else F


def not_final(final: int) -> int:
    """Met and not met change places; not applicable stays."""
    return {M: F, F: M, N: N}[final]


def where_final(guard: int, body: int) -> int:
    """The body where the guard is met; elsewhere the question does not arise."""
    return body if guard == M else N


def unless_final(body: int, disqualifier: int) -> int:
    """Not met when the disqualifier is met, otherwise the body."""
    return F if disqualifier == M else body


def at_least_final(k: int, finals: Iterable[int], if_fewer: IfFewer) -> int:
    """At least k met among those that apply; no applicable child is not applicable in every mode."""
    applicable = [final for final in finals if final != N]
    met = sum(final == M for final in applicable)
    if not applicable:
        return N
    if if_fewer == "not_applicable" and len(applicable) < k:
        return N
    needed = min(k, len(applicable)) if if_fewer == "cap" else k
    return M if met >= needed else F


def lift(final: Callable[[tuple[int, ...]], int], masks: Iterable[int]) -> int:
    """A combinator on finals, applied to every choice from the sets: the definition the tables are made from."""
    found = 0
    for choice in product(*(members(mask) for mask in masks)):
        found |= final(choice)
    return found


def _table(final: Callable[[int, int], int]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(lift(lambda pair: final(*pair), (x, y)) for y in range(8)) for x in range(8))


ALL: Final = _table(lambda a, b: all_final((a, b)))
ANY: Final = _table(lambda a, b: any_final((a, b)))
WHERE: Final = _table(where_final)
UNLESS: Final = _table(unless_final)
NOT: Final = tuple(lift(lambda one: not_final(*one), (x,)) for x in range(8))


def at_least_mask(k: int, masks: list[int], if_fewer: IfFewer) -> int:
    """`at_least` lifted, in time linear in the number of distinct sets rather than in the number of choices.

    A choice matters only through how many children apply and how many of them are met, so the reachable pairs are
    gathered child by child.
    """
    if not 1 <= k <= len(masks):
        msg = f"k={k} of {len(masks)} predicates: expected 1 to {len(masks)}"
        raise CountOutOfRangeError(msg)
    reached = {(0, 0)}
    for mask in masks:
        reached = {
            (applicable + (final != N), met + (final == M)) for applicable, met in reached for final in members(mask)
        }
    found = 0
    for applicable, met in reached:
        found |= at_least_final(k, (M,) * met + (F,) * (applicable - met), if_fewer)
    return found


VERDICTS: Final = {mask: Verdict(mask) for mask in range(1, 8)}
MET: Final = VERDICTS[M]
NOT_MET: Final = VERDICTS[F]
NOT_APPLICABLE: Final = VERDICTS[N]
