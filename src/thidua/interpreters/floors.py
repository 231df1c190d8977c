"""floors_broken(): whether what may not be made looser was made looser, with a dossier that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Self

from attrs import frozen

from thidua.clauses import Criteria
from thidua.displays import Shown, Words
from thidua.editions import floor_editions
from thidua.enactments import Floor
from thidua.errors import NoReviewError, expect, expect_each
from thidua.interpreters.comparing import EXAMPLES, compare
from thidua.interpreters.comparing.results import Comparison, Status, Witness
from thidua.interpreters.comparing.said import witness_lines
from thidua.movements import Plan
from thidua.texts import Text


@frozen
class FloorFinding:
    """A mark, and what comparing the clause as it stood with the clause as it stands has shown.

    `gone` says that the clause or its group is there no more: nothing is asked, so the mark is broken. `comparison` is
    none then, and where the two editions have no review in common to be compared at.
    """

    floor: Floor
    comparison: Comparison | None
    gone: bool = False

    @property
    def broken(self) -> bool:
        """Whether somebody meets what stands who would not have met what stood, or nothing is asked any more."""
        return self.gone or bool(self.witnesses)

    @property
    def status(self) -> Status:
        """How surely that is known. A broken mark is proved by its witness, whatever is not known beside it."""
        if self.gone or self.witnesses:
            return Status.PROVED
        return Status.NOT_DECIDED if self.comparison is None else self.comparison.status()

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """Dossiers that meet what stands and would not have met what stood."""
        groups = () if self.comparison is None else self.comparison.groups
        return tuple(witness for group in groups for witness in group.gained)


class FloorReport(tuple[FloorFinding, ...], Shown):  # noqa: SLOT001  # a tuple has no slots but empty ones
    """What was found on the marks of a plan, a tuple; it knows the plan, so that an empty one says what was asked."""

    plan: Plan

    def __new__(cls, found: Iterable[FloorFinding], plan: Plan) -> Self:
        """What was found in a plan."""
        made = super().__new__(cls, found)
        made.plan = plan
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self), self.plan

    def asked(self, language: str = "vi") -> str:
        """How many marks were checked."""
        vi, en = "số nội dung được đánh dấu không được nới lỏng, đã xét", "marks as no looser, checked"
        return f"{self.plan.id}: {vi if language == 'vi' else en}: {len(self.plan.floors)}"


def floors_checked(plan: Plan, *, examples: int = EXAMPLES, seed: int = 0) -> FloorReport:
    """Every mark of a plan with what was found on it, in the order they were made: kept, broken or not decided.

    Where nothing can be proved, `examples` dossiers drawn by `seed` are tried, and the status says so; see `compare`.
    """
    expect(plan, Plan)
    return FloorReport((_checked(plan, floor, examples, seed) for floor in plan.floors), plan)


def floors_broken(plan: Plan, *, examples: int = EXAMPLES, seed: int = 0) -> FloorReport:
    """The marks that do not hold, each with its witnesses.

    None are given where every mark holds, or where nothing was found against it: `floors_checked` tells those apart.

    >>> from datetime import date
    >>> from thidua import PLAN, Document, amend, floors_broken, percent
    >>> from thidua.amendments import mark_no_looser, set_threshold
    >>> province = Document("01/QĐ-UBND", date(2022, 9, 1), "UBND tỉnh Ví Dụ", "Quyết định")
    >>> district = Document("02/QĐ-UBND", date(2023, 2, 1), "UBND huyện Ví Dụ", "Quyết định")
    >>> marked = amend(PLAN, mark_no_looser("III.2.3-4", by=province), effective=date(2022, 9, 1))
    >>> looser = amend(marked, set_threshold("III.2.3-4", "fall", percent(40), by=district), effective=date(2023, 2, 1))
    >>> [finding.floor.id for finding in floors_broken(looser)], floors_broken(marked)
    (['III.2.3-4'], ())
    """
    checked = floors_checked(plan, examples=examples, seed=seed)
    return FloorReport((finding for finding in checked if finding.broken), plan)


def floors_said(findings: Iterable[FloorFinding], language: str = "vi") -> str:
    """What was found on marks, in words: kept, broken or not decided, how that is known, and who shows it."""
    return Words("\n".join(floors_lines(findings, language)), language)


def floors_lines(findings: Iterable[FloorFinding], language: str) -> list[str]:
    """The lines of it."""
    vi, en = (
        "Không thấy nội dung nào được đánh dấu không được nới lỏng mà bị nới lỏng.",
        "Nothing that is marked as no looser was found looser.",
    )
    lines = [line for finding in expect_each(findings, FloorFinding) for line in _said(finding, language)]
    return lines or [vi if language == "vi" else en]


def _checked(plan: Plan, floor: Floor, examples: int, seed: int) -> FloorFinding:
    editions = floor_editions(plan, floor)
    if editions is None:
        return FloorFinding(floor, None, gone=True)
    try:
        return FloorFinding(floor, compare(*editions, group=floor.group.id, examples=examples, seed=seed))
    except NoReviewError:
        return FloorFinding(floor, None)


def _said(finding: FloorFinding, language: str) -> Iterator[str]:
    vi = language == "vi"
    item = finding.floor.item
    place = (item.heading if isinstance(item, Criteria) else item).citation.in_(language)
    marked = "không được nới lỏng theo" if vi else "no looser by"
    yield f"- {finding.floor.id} ({place}); {marked} {finding.floor.by.cite(language)}: {_found(finding, language)}"
    for witness in finding.witnesses:
        told = "ví dụ, số liệu giả định" if vi else "for instance, all figures invented"
        yield f"  {told}:"
        yield from witness_lines(witness, language, "    ")


def _found(finding: FloorFinding, language: str) -> str:
    vi = language == "vi"
    how: Text = finding.status.value
    if finding.gone:
        return "không còn; không ai phải đạt nội dung này nữa" if vi else "gone; nobody is asked for it any more"
    if finding.broken:
        word = "đã bị nới lỏng" if vi else "made looser"
    elif finding.status is Status.NOT_DECIDED:
        return how.in_(language)
    else:
        word = "chưa bị nới lỏng" if vi else "not made looser"
    return f"{word} ({how.in_(language)})"
