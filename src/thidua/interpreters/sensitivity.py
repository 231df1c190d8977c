"""sensitivity(): whose verdict depends on which reading of the law. What an officer takes to a lawyer.

Each option of each reading is adopted in turn, all others as they are, and every dossier is judged again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Any

from attrs import frozen

from thidua.amendments import adopting
from thidua.displays import Shown, Words
from thidua.dossiers import Dossier
from thidua.errors import expect
from thidua.interpreters.arguments import check_given, check_no_table, readings_named
from thidua.interpreters.impact import Effect, effect_said, forms_called, impact, one_each
from thidua.interpreters.wording import checked_language, joined, tally
from thidua.movements import Plan
from thidua.nodes import Option, Reading


@frozen
class OptionEffect:
    """One option in place of the adopted one, and the dossiers of which anything moves."""

    option: Option
    effects: tuple[Effect, ...]


@frozen
class ReadingEffect:
    """What hangs on one reading."""

    reading: Reading
    options: tuple[OptionEffect, ...]

    @property
    def matters(self) -> bool:
        """Whether some option moves something for some dossier."""
        return any(option.effects for option in self.options)


@frozen
class PairEffect:
    """Two options adopted together, and the dossiers whose verdict only the two of them together change."""

    readings: tuple[Reading, Reading]
    options: tuple[Option, Option]
    effects: tuple[Effect, ...]


@frozen
class SensitivityReport(Shown):
    """For each reading of the plan in order: whose verdict depends on it."""

    plan: Plan
    on: date
    review: str
    dossiers: int
    readings: tuple[ReadingEffect, ...]
    pairs: tuple[PairEffect, ...] = ()

    @property
    def matter(self) -> tuple[ReadingEffect, ...]:
        """The readings on which something hangs for these dossiers."""
        return tuple(effect for effect in self.readings if effect.matters)

    @property
    def quiet(self) -> tuple[ReadingEffect, ...]:
        """The readings on which nothing hangs for these dossiers, as they are now."""
        return tuple(effect for effect in self.readings if not effect.matters)


def sensitivity(
    plan: Plan,
    dossiers: Iterable[Dossier[Any]],
    *,
    on: date,
    review: str | None = None,
    readings: Iterable[str] | None = None,
    pairs: bool = False,
) -> SensitivityReport:
    """What hangs on each reading for these dossiers; with `pairs`, what hangs only on two of them together.

    `readings` names those to look at, all of them otherwise; pairs of all take minutes. A reading that moves nothing
    may still matter once more papers are on file. One that acts outside what is computed, as its kind says, moves
    nothing here. Raises as `impact` does, and `UnknownNameError` for an unknown reading.

    >>> from datetime import date
    >>> from thidua import PLAN, Document, Dossier, Household, Paper
    >>> from thidua.vocabulary import household
    >>> survey = Document("1", date(2024, 1, 31), "UBND xã Ví Dụ")
    >>> no_loan = Paper(survey, household.has_policy_loan.recorded(False))  # A-08: a household without a loan
    >>> found = sensitivity(PLAN, [Dossier(Household("VD-1", "Hộ Ví Dụ"), (no_loan,))], on=date(2025, 12, 31))
    >>> "A-08" in [effect.reading.id for effect in found.matter]
    True
    """
    expect(plan, Plan)
    check_no_table("sensitivity", dossiers)
    check_given("dossiers", dossiers, Iterable, "a list of dossiers")
    given = one_each(dossiers)
    asked = readings_named(plan, readings)
    named = review or plan.setting(on=on, review=review).review.id
    effects = tuple(ReadingEffect(reading, _options(plan, reading, given, on, named)) for reading in asked)
    together = _pairs(plan, effects, given, on, named) if pairs else ()
    return SensitivityReport(plan, on, named, len(given), effects, together)


def _options(
    plan: Plan, reading: Reading, dossiers: tuple[Dossier[Any], ...], on: date, review: str
) -> tuple[OptionEffect, ...]:
    others = [option for option in reading.options if option.id != reading.adopted]
    plans = [adopting(plan, reading.id, option.id) for option in others]
    return tuple(
        OptionEffect(option, impact(plan, other, dossiers, on=on, review=review).changed)
        for option, other in zip(others, plans, strict=True)
    )


def _pairs(
    plan: Plan, effects: tuple[ReadingEffect, ...], dossiers: tuple[Dossier[Any], ...], on: date, review: str
) -> tuple[PairEffect, ...]:
    """Two readings at a time; what either moves alone is left out."""
    found: list[PairEffect] = []
    for one, other in combinations(effects, 2):
        for first in one.options:
            plan_of_first = adopting(plan, one.reading.id, first.option.id)
            for second in other.options:
                both = adopting(plan_of_first, other.reading.id, second.option.id)
                moved = impact(plan, both, dossiers, on=on, review=review).changed
                alone = {(e.kind, e.subject.code) for e in (*first.effects, *second.effects) if e.before != e.after}
                new = tuple(e for e in moved if e.before != e.after and (e.kind, e.subject.code) not in alone)
                if new:
                    found.append(PairEffect((one.reading, other.reading), (first.option, second.option), new))
    return tuple(found)


def sensitivity_said(result: SensitivityReport, language: str = "vi") -> str:
    """The readings on which something hangs, option by option and dossier by dossier; then all others."""
    expect(result, SensitivityReport)
    checked_language(language)
    return Words("\n".join(_lines(result, language)), language)


def _lines(result: SensitivityReport, language: str) -> Iterator[str]:
    vi = language == "vi"
    matter, quiet, forms = result.matter, result.quiet, forms_called(result.plan, language=language)
    yield (
        f"{tally(result.dossiers)} hồ sơ; {tally(len(matter))} cách hiểu có ảnh hưởng, {tally(len(quiet))} không"
        if vi
        else f"dossiers: {result.dossiers}; readings that matter to them: {len(matter)}, that do not: {len(quiet)}"
    )
    for effect in matter:
        reading = effect.reading
        yield ""
        yield f"{reading.id}: {reading.question.in_(language)}"
        adopted = "" if reading.adopted is None else reading.option(reading.adopted).label.in_(language)
        yield f"  {'đang dùng' if vi else 'adopted'}: {adopted or ('chưa chọn' if vi else 'none')}"
        for option in effect.options:
            if option.effects:
                yield f"  {'nếu' if vi else 'if'}: {option.option.label.in_(language)}"
                for moved in option.effects:
                    yield f"    {effect_said(moved, language, forms)}"
    for pair in result.pairs:
        yield ""
        ids = joined([reading.id for reading in pair.readings], "và" if vi else "and")
        labels = "; ".join(option.label.in_(language) for option in pair.options)
        yield f"{ids}, {'cùng lúc' if vi else 'together'}: {labels}"
        for moved in pair.effects:
            yield f"    {effect_said(moved, language, forms)}"
    if quiet:
        yield ""
        ids = ", ".join(effect.reading.id for effect in quiet)
        head = (
            "Không ảnh hưởng đến các hồ sơ này, với giấy tờ hiện có" if vi else "Nothing hangs on these, as papers are"
        )
        yield f"{head}: {ids}"
