"""Promises about a change: that it is no looser, no stricter, or the same, with a dossier where it is broken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from thidua.evidence import Entry
from thidua.interpreters.comparing import EXAMPLES, compare
from thidua.interpreters.comparing.results import Comparison, GroupComparison, Relation, Status, Witness
from thidua.interpreters.comparing.said import group_named, witness_said
from thidua.interpreters.edition_names import told_apart
from thidua.interpreters.wording import capital
from thidua.movements import Plan
from thidua.texts import Text

_SAID = {
    "no_looser": Text(
        "bản mới KHÔNG được nới lỏng hơn bản cũ, nhưng có đối tượng chỉ đạt theo bản mới",
        "the new edition must be no looser, but somebody is met under it alone",
    ),
    "no_stricter": Text(
        "bản mới KHÔNG được chặt hơn bản cũ, nhưng có đối tượng chỉ đạt theo bản cũ",
        "the new edition must be no stricter, but somebody was met under the old one alone",
    ),
    "equivalent": Text(
        "hai bản phải tương đương, nhưng có đối tượng được kết luận khác nhau",
        "the editions must be equivalent, but somebody comes out differently",
    ),
}


class Shown(NamedTuple):
    """A dossier against a promise, and the group and review at which it is one."""

    group: GroupComparison
    witness: Witness


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


def _gained(compared: Comparison) -> list[Shown]:
    return [Shown(one, witness) for one in compared.groups for witness in one.gained]


def _lost(compared: Comparison) -> list[Shown]:
    return [Shown(one, witness) for one in compared.groups for witness in one.lost]


def _held(promise: str, compared: Comparison, against: list[Shown], *, proved: bool, language: str) -> Comparison:
    __tracebackhide__ = True
    if against:
        raise AssertionError("\n".join(_broken(promise, compared, against, language)))
    unsure = [
        one
        for one in compared.groups
        if one.relation is Relation.UNDECIDED or (proved and one.status is not Status.PROVED)
    ]
    if unsure:
        head = "chưa chứng minh được:" if language == "vi" else "could not be proved:"
        raise AssertionError("\n".join([head, *(f"  {_unsure(one, compared, language)}" for one in unsure)]))
    return compared


def _broken(promise: str, compared: Comparison, against: list[Shown], language: str) -> Iterator[str]:
    """The promise, then the least dossier against it; how many others there are."""
    vi = language == "vi"
    yield f"{' → '.join(told_apart(compared.old.id, compared.new.id, language))}: {_SAID[promise].in_(language)}."
    least = min(against, key=_size)
    yield f"{capital(group_named(compared, least.group, language))}."
    yield f"{'Hồ sơ phản ví dụ, số liệu giả định' if vi else 'A counter-example, figures invented'}:"
    yield from (f"  {line}" for line in witness_said(least.witness, language).splitlines())
    if len(against) > 1:
        yield f"({'còn' if vi else 'and'} {len(against) - 1} {'phản ví dụ khác' if vi else 'more'})"


def _size(shown: Shown) -> tuple[int, int]:
    """How much there is to read: papers, and what their entries say."""
    papers = shown.witness.dossier.papers
    said = [one for paper in papers for one in paper.proves]
    return len(papers), sum(len(one.facts) for one in said if isinstance(one, Entry))


def _unsure(found: GroupComparison, compared: Comparison, language: str) -> str:
    """The group, how far one has come, and why no further where that is known."""
    how = found.status.value.in_(language)
    if found.status is Status.TESTED:
        tried = "{} hồ sơ, hạt giống {}" if language == "vi" else "{} dossiers, seed {}"
        how = f"{how} ({tried.format(found.examples, found.seed)})"
    why = "" if found.reason is None else f"; {found.reason.in_(language)}"
    return f"{group_named(compared, found, language)}: {how}{why}"
