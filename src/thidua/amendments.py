"""Amendments: how another place, or a later decision, adopts a plan with what differs.

Each verb gives one amendment, as data: `amend` makes them, all or none, and gives another plan. The plan amended stays
as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Protocol

from attrs import evolve

from thidua import enactments as c
from thidua.amending import make, step_of
from thidua.awards import AwardForm, Route
from thidua.clauses import Clause, Criteria
from thidua.coherence import NeverTogether
from thidua.conditions import Condition
from thidua.drafts import Draft
from thidua.enactments import Amended, Amendment, Bound, Stood
from thidua.errors import InvalidAmendmentError, ThiduaError, UnknownNameError, did_you_mean, expect, handed
from thidua.kinds import Vocabulary
from thidua.movements import Plan
from thidua.nodes import Fact, Reading
from thidua.periods import Period, Survey
from thidua.provisions import Provision
from thidua.records import Records
from thidua.reviews import Review
from thidua.sources import Document
from thidua.texts import Sic, Text


class HasFact(Protocol):
    """The handle of a fact."""

    @property
    def fact(self) -> Fact:
        """Its declaration."""
        ...


def replace(
    target: str,
    *,
    by: Document,
    effective: date | None = None,
    text: str | None = None,
    en: str | None = None,
    sic: tuple[Sic, ...] | None = None,
    requires: Condition[Any] | None = None,
    applies_where: Condition[Any] | None = None,
    readings: tuple[Reading, ...] | None = None,
) -> Amendment:
    """A clause, a group or a provision says something else; what is not given stays. `ALWAYS` lifts a guard.

    For a group, `text` and `en` are those of its heading, `requires` says anew how its clauses count.
    """
    return Amendment(target, c.Replace(text, en, sic, requires, applies_where, readings), by, effective)


def repeal(target: str, *, by: Document, effective: date | None = None) -> Amendment:
    """A clause or a provision is gone. Its id is never given again.

    The group counts the clauses that are left; of k of n, as many may be missing as before.
    """
    return Amendment(target, c.Repeal(), by, effective)


def add(
    item: Clause[Any] | Provision, *, after: str, by: Document, effective: date | None = None, counted_with: str = ""
) -> Amendment:
    """A clause or a provision is new, and stands after another; after the heading of a group it is the first.

    A clause counts wherever its group counts `counted_with`, which is the clause before it unless another is named.
    """
    return Amendment(item.id, c.Add(item, after, counted_with), by, effective)


def set_threshold(
    target: str,
    name: str,
    value: Bound,
    *,
    by: Document,
    effective: date | None = None,
    words: tuple[Text, Text] | None = None,
) -> Amendment:
    """A threshold of a clause or a group is another, under every option of a reading; `thresholds` lists the names.

    `words` are those of the text that say it, before and after, each standing once; without them the text stays as it
    is, though the number is another.
    """
    return Amendment(target, c.SetThreshold(name, value, words), by, effective)


def adopt_reading(
    reading: str, option: str | None, *, by: Document, effective: date | None = None, because: Text | None = None
) -> Amendment:
    """Another option of a reading is adopted throughout the plan, or none at all."""
    return Amendment(reading, c.AdoptReading(option, because), by, effective)


def mark_no_looser(target: str, *, by: Document, effective: date | None = None) -> Amendment:
    """A clause or a group may be made stricter from now on, never looser than it stands.

    The mark on a clause is about that clause alone: how its group counts it, all or any one, and whom the group
    addresses is kept only by marking the group, by the id of its heading.
    """
    return Amendment(target, c.MarkNoLooser(), by, effective)


def add_group(
    criteria: Criteria[Any], vocabulary: Vocabulary, *, after: str, by: Document, effective: date | None = None
) -> Amendment:
    """A kind of subject is asked something; it may be one that the plan has never heard of."""
    return Amendment(criteria.id, c.AddGroup(criteria, vocabulary, after), by, effective)


def drop_group(target: str, *, by: Document, effective: date | None = None) -> Amendment:
    """A kind of subject is no longer part of the plan: neither asked anything, nor proposed for anything."""
    return Amendment(target, c.DropGroup(), by, effective)


def add_facts(
    kind: type[Any], *told: HasFact | Records[Any, Any] | NeverTogether, by: Document, effective: date | None = None
) -> Amendment:
    """More can be told of a kind of subject: facts and registers of the place's own, and what it cannot be."""
    facts = tuple(each.fact for each in told if not isinstance(each, Records | NeverTogether))
    registers = tuple(each.register for each in told if isinstance(each, Records))
    cannot_be = tuple(each for each in told if isinstance(each, NeverTogether))
    return Amendment(kind.__name__, c.AddFacts(facts, registers, cannot_be), by, effective)


def add_surveys(*surveys: Survey, by: Document, effective: date | None = None) -> Amendment:
    """More surveys can be named, such as those of a later year."""
    return Amendment("surveys", c.AddSurveys(surveys), by, effective)


def add_awards(*awards: AwardForm | Route, by: Document, effective: date | None = None) -> Amendment:
    """There are more forms of commendation, or more routes to them: for a kind of subject or a review of the place."""
    forms = tuple(award for award in awards if isinstance(award, AwardForm))
    routes = tuple(award for award in awards if isinstance(award, Route))
    return Amendment("awards", c.AddAwards(forms, routes), by, effective)


def change_period(period: Period, *, by: Document, effective: date | None = None) -> Amendment:
    """The movement lasts from another day, or to another."""
    return Amendment("period", c.ChangePeriod(period), by, effective)


def change_review(review: Review, *, by: Document, effective: date | None = None) -> Amendment:
    """The review of that id is made at other times, or from other surveys."""
    return Amendment(review.id, c.ChangeReview(review), by, effective)


def add_review(review: Review, *, by: Document, effective: date | None = None) -> Amendment:
    """A review is new."""
    return Amendment(review.id, c.AddReview(review), by, effective)


def drop_review(target: str, *, by: Document, effective: date | None = None) -> Amendment:
    """A review is no longer made, and no award proposed at it."""
    return Amendment(target, c.DropReview(), by, effective)


def amend(
    plan: Plan,
    *amendments: Amendment,
    effective: date | None = None,
    id: str | None = None,  # noqa: A002  # what a plan calls its name
    title: Text | None = None,
    issuer: Text | None = None,
) -> Plan:
    """Another plan: this one with every amendment made, and each in its history. Without any it is the plan itself.

    `effective` is the day of effect of the amendments that name none of their own. The edition as it stands is in force
    from the last of these days; asked about a day before, it raises `NotInForceError`. `id`, `title` and `issuer` are
    those of the place that adopts it.

    Raises `InvalidAmendmentError` with every problem: a target unknown or gone, two amendments of one target, a
    reading, an option or a threshold unknown, a threshold of another unit, facts of another kind of subject, no day of
    effect, an id given before, what is no amendment. A day of effect before the document's is kept: `history` says so.

    >>> from datetime import date
    >>> from thidua import PLAN, Document, describe, percent
    >>> decision = Document("12/QĐ-UBND", date(2023, 2, 1), "UBND tỉnh Ví Dụ", "Quyết định")
    >>> stricter = amend(
    ...     PLAN, set_threshold("III.2.3-4", "fall", percent(60), by=decision), effective=date(2023, 2, 15)
    ... )
    >>> print(describe(stricter.item("III.2.3-4").requires))
    tổng số hộ nghèo đa chiều và số hộ cận nghèo đa chiều giảm trên 60% so với đầu kỳ
    """
    expect(plan, Plan)
    strange = [_no_amendment(each) for each in amendments if not isinstance(each, Amendment)]
    if strange:
        raise InvalidAmendmentError(plan.id, strange)
    called = plan
    if id or title or issuer:
        called = evolve(plan, id=id or plan.id, title=title or plan.title, issuer=issuer or plan.issuer)
    if not amendments:
        return called
    dated = tuple(evolve(each, effective=each.effective or effective) for each in amendments)
    draft = Draft.of(called)
    groups = [criteria.id for criteria in plan.criteria]
    wrong: dict[int, str] = {}
    for order, each in sorted(enumerate(dated), key=lambda one: step_of(one[1], groups)):
        try:
            make(draft, each.target, each.change, each.by, each.effective or plan.period.first)
        except ThiduaError as error:
            wrong[order] = f"{each.what}: {error} [{each.by.cite('en')}]"
    problems = [*_without_a_day(dated), *_of_one_target(called, dated), *(wrong[order] for order in sorted(wrong))]
    new = called
    try:
        new = draft.plan()
    except ThiduaError as error:
        problems.append(str(error))
    if problems:
        raise InvalidAmendmentError(plan.id, dict.fromkeys(problems))
    days = [each.effective for each in dated if each.effective is not None]
    made = tuple(Amended(one, day, _stood(plan, one), _stood(new, one)) for one, day in zip(dated, days, strict=True))
    since = max(days if plan.in_force_from is None else (plan.in_force_from, *days))
    return evolve(new, amendments=(*plan.amendments, *made), in_force_from=since)


def adopting(plan: Plan, reading: str, option: str | None) -> Plan:
    """The plan as it would be with another option of a reading adopted, or none: a question, not an amendment.

    It has no history of it, and is in force on the days the plan is. Raises `UnknownNameError` for a reading or an
    option that is none of the plan's.
    """
    expect(plan, Plan)
    known = plan.reading(reading)
    names = [each.id for each in known.options]
    if option is not None and option not in names:
        msg = f"reading {reading} has no option {option!r}{did_you_mean(option, names)}"
        raise UnknownNameError(msg)
    if option == known.adopted:
        return plan
    draft = Draft.of(plan)
    draft.adopt(evolve(known, adopted=option))
    return draft.plan()


def _no_amendment(given: object) -> str:
    what, several = handed(given), isinstance(given, list | tuple)
    told = f"{what if several else f'{given!r} ({type(given).__name__})'} is no amendment; expected what replace(…), "
    tail = " one by one, as amend(plan, *amendments, …)" if several else ""
    return f"{told}repeal(…), set_threshold(…) and the like give{tail}"


def _without_a_day(amendments: Iterable[Amendment]) -> Iterator[str]:
    for each in amendments:
        if each.effective is None:
            yield f"{each.what}: from which day? Give effective=… with it, or for all with amend(…, effective=…)"


def _of_one_target(plan: Plan, amendments: Sequence[Amendment]) -> Iterator[str]:
    """Amendments that would change one place twice: nobody could tell which of them is meant."""
    whole = Counter(each.target for each in amendments if not isinstance(each.change, c.SetThreshold))
    seen: set[tuple[str, str]] = set()
    for each in amendments:
        name = each.change.name if isinstance(each.change, c.SetThreshold) else ""
        twice = (each.target, name) in seen or (name and whole[each.target])
        seen.add((each.target, name))
        if twice:
            yield f"{each.what}: {each.target} is amended twice in one call; amend once, or in two editions"
    dropped = {
        clause.id: group.id
        for group in plan.criteria
        for clause in group.clauses
        if any(each.target == group.id and isinstance(each.change, c.DropGroup) for each in amendments)
    }
    for each in amendments:
        if each.target in dropped:
            yield f"{each.what}: its group {dropped[each.target]} is dropped in the same call"


def _stood(plan: Plan, amendment: Amendment) -> Stood:
    """What stands in a plan at the target of an amendment."""
    name = amendment.target
    found: Iterable[Stood]
    match amendment.change:
        case c.ChangePeriod():
            return plan.period
        case c.AddSurveys():
            return plan.surveys
        case c.AddAwards():
            return plan.forms
        case c.AdoptReading():
            found = (reading for reading in plan.readings if reading.id == name)
        case c.ChangeReview() | c.AddReview() | c.DropReview():
            found = (review for review in plan.reviews if review.id == name)
        case c.AddFacts():
            found = (words for words in plan.vocabularies if words.subject.__name__ == name)
        case _:
            found = (item for item in (*plan.contents, *plan.clauses) if item.id == name)
    return next(iter(found), None)
