"""Promises about a change: that it is no looser, no stricter, or the same, with a dossier where it is broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thidua.interpreters.comparing import EXAMPLES, compare
from thidua.interpreters.comparing.results import Comparison, Relation, Status, Witness
from thidua.interpreters.comparing.said import witness_said
from thidua.interpreters.edition_names import told_apart
from thidua.movements import Plan

_SAID = {
    "no_looser": (
        "bản mới KHÔNG được nới lỏng hơn bản cũ, nhưng có đối tượng chỉ đạt theo bản mới",
        "the new edition must be no looser, but somebody is met under it alone",
    ),
    "no_stricter": (
        "bản mới KHÔNG được chặt hơn bản cũ, nhưng có đối tượng chỉ đạt theo bản cũ",
        "the new edition must be no stricter, but somebody was met under the old one alone",
    ),
    "equivalent": (
        "hai bản phải tương đương, nhưng có đối tượng được kết luận khác nhau",
        "the editions must be equivalent, but somebody comes out differently",
    ),
}


def assert_no_looser(
    old: Plan,
    new: Plan,
    *,
    group: str | None = None,
    proved: bool = False,
    language: str = "vi",
    examples: int = EXAMPLES,
    seed: int = 0,
) -> Comparison:
    """That nobody is met under the new edition who was not under the old one.

    Otherwise `AssertionError` with a dossier that shows it, as small as can be, in Vietnamese or English. Where the
    editions could not be compared at all it is raised too; where they were only tried on invented dossiers it is when
    they must be `proved`. Gives the comparison.

    >>> from thidua import PLAN, adopting
    >>> looser = adopting(PLAN, "A-02", "at_least")
    >>> assert_no_looser(looser, PLAN, group="III.2.2").relation().value.en
    'stricter'
    """
    __tracebackhide__ = True
    compared = compare(old, new, group=group, examples=examples, seed=seed)
    return _held("no_looser", compared, _gained(compared), proved=proved, language=language)


def assert_no_stricter(
    old: Plan,
    new: Plan,
    *,
    group: str | None = None,
    proved: bool = False,
    language: str = "vi",
    examples: int = EXAMPLES,
    seed: int = 0,
) -> Comparison:
    """That nobody was met under the old edition who is not under the new one; otherwise as `assert_no_looser`."""
    __tracebackhide__ = True
    compared = compare(old, new, group=group, examples=examples, seed=seed)
    return _held("no_stricter", compared, _lost(compared), proved=proved, language=language)


def assert_equivalent(
    old: Plan,
    new: Plan,
    *,
    group: str | None = None,
    proved: bool = False,
    language: str = "vi",
    examples: int = EXAMPLES,
    seed: int = 0,
) -> Comparison:
    """That the same subjects are met under both editions; otherwise as `assert_no_looser`."""
    __tracebackhide__ = True
    compared = compare(old, new, group=group, examples=examples, seed=seed)
    return _held("equivalent", compared, [*_gained(compared), *_lost(compared)], proved=proved, language=language)


def _gained(compared: Comparison) -> list[tuple[str, str, Witness]]:
    return [(one.group, one.review, witness) for one in compared.groups for witness in one.gained]


def _lost(compared: Comparison) -> list[tuple[str, str, Witness]]:
    return [(one.group, one.review, witness) for one in compared.groups for witness in one.lost]


def _held(
    promise: str,
    compared: Comparison,
    against: Iterable[tuple[str, str, Witness]],
    *,
    proved: bool,
    language: str,
) -> Comparison:
    __tracebackhide__ = True
    shown = list(against)
    unsure = [one for one in compared.groups if one.relation is Relation.UNDECIDED]
    tested = [one for one in compared.groups if proved and one.status is not Status.PROVED]
    if shown:
        raise AssertionError("\n".join(_broken(promise, compared, shown, language)))
    if unsure or tested:
        told = ", ".join(f"{one.group} ({one.review})" for one in (*unsure, *tested))
        vi, en = f"chưa chứng minh được: {told}", f"could not be proved: {told}"
        raise AssertionError(vi if language == "vi" else en)
    return compared


def _broken(promise: str, compared: Comparison, shown: list[tuple[str, str, Witness]], language: str) -> Iterator[str]:
    """The promise, then the least dossier against it; how many others there are."""
    vi = language == "vi"
    yield f"{' → '.join(told_apart(compared.old.id, compared.new.id, language))}: {_SAID[promise][0 if vi else 1]}."
    group, review, witness = min(shown, key=lambda each: len(each[2].dossier.papers))
    yield f"{group}, {review}; {'hồ sơ phản ví dụ, số liệu giả định' if vi else 'a counter-example, figures invented'}:"
    yield from (f"  {line}" for line in witness_said(witness, language).splitlines())
    if len(shown) > 1:
        yield f"({'còn' if vi else 'and'} {len(shown) - 1} {'phản ví dụ khác' if vi else 'more'})"
