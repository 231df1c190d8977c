"""compare(): what a new edition of a plan changes, clause by clause, and for whom.

Who is met is compared over complete worlds, everything known and nothing open, readings as each edition adopts them.
The worlds fall into cells, in each of which every comparison comes out one way; the search goes through all that
matter, so what it does not find does not exist. Nobody is said to gain or lose before a dossier was made of it and
judged by `assess` under both editions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thidua.editions import as_if_in_force
from thidua.errors import ThiduaError, UnknownNameError, did_you_mean, expect
from thidua.interpreters.comparing.editions import clause_changes, differing, provision_changes, rule_changes
from thidua.interpreters.comparing.groups import compare_group, undecided
from thidua.interpreters.comparing.results import Comparison, GroupComparison
from thidua.interpreters.comparing.same_places import in_the_words_of
from thidua.interpreters.reviews_of_both import reviews_of_both
from thidua.movements import Plan
from thidua.subjects import Subject
from thidua.texts import Text

EXAMPLES = 400
"""So many invented dossiers are tried where nothing could be proved."""
OTHER_SUBJECTS = Text("hai bản quy định cho hai loại đối tượng khác nhau", "it is asked of another kind of subject")


def compare(
    old: Plan,
    new: Plan,
    *,
    review: str | None = None,
    on: date | None = None,
    group: str | None = None,
    examples: int = EXAMPLES,
    seed: int = 0,
) -> Comparison:
    """What the new edition changes: clause by clause, and who is met under it beside who was.

    Groups are compared where both editions have them, at every review both have, on the last day both may be made, as
    if both had always been in force; `review`, `on` and `group` narrow that. Where a proof fails, `examples` dossiers
    drawn by `seed` are tried, and the status says so. `UnknownNameError` for a group that one of the editions does not
    have, `NoReviewError` when they have no review in common, or none on that day.

    >>> from thidua import PLAN, compare
    >>> compare(PLAN, PLAN, group="III.2.5").relation("III.2.5").value.en
    'equivalent'
    """
    expect(old, Plan)
    expect(new, Plan)
    settings = list(_settings(old, new, review, on))
    ever = as_if_in_force(old), in_the_words_of(old, as_if_in_force(new))
    groups = [item.id for item in new.criteria if any(item.id == other.id for other in old.criteria)]
    if group is not None:
        groups = [_group(old, group), _group(new, group)][:1]
    found = [_compared(*ever, name, days, examples=examples, seed=seed) for name in groups for days in settings]
    return Comparison(
        old,
        new,
        clause_changes(old, new),
        rule_changes(old, new),
        provision_changes(old, new),
        readings=differing(old.readings, new.readings),
        schedule=differing((*old.reviews, *old.surveys), (*new.reviews, *new.surveys)),
        awards=differing(old.forms, new.forms),
        groups=tuple(found),
    )


def _group(plan: Plan, name: str) -> str:
    known = [criteria.id for criteria in plan.criteria]
    if name not in known:
        msg = f"plan {plan.id} has no group {name!r}{did_you_mean(name, known)}"
        raise UnknownNameError(msg)
    return name


def _settings(old: Plan, new: Plan, review: str | None, on: date | None) -> Iterator[tuple[str, date, date]]:
    """The reviews to compare at, each with the day it is made on under the old edition and under the new."""
    names = reviews_of_both(old, new)
    if review is None and on is not None:
        review = new.review(None, on).id
    if review is not None:
        names = tuple(plan.review(review, date.min).id for plan in (old, new))[:1]
    for name in names:
        first, second = old.review(name, date.min).window, new.review(name, date.min).window
        day = on or min(first.last, second.last)
        common = on is not None or day >= max(first.first, second.first)
        yield (name, day, day) if common else (name, first.last, second.last)


def _compared(
    old: Plan, new: Plan, group: str, at: tuple[str, date, date], *, examples: int, seed: int
) -> GroupComparison:
    review, day, later = at
    kind, kind_ = _kind(old, group), _kind(new, group)
    try:
        settings = old.setting(on=day, review=review), new.setting(on=later, review=review)
    except ThiduaError as error:
        return undecided(group, kind_, review, later, Text(f"chưa lập được kỳ xét: {error}", f"no setting: {error}"))
    if kind is not kind_:
        return undecided(group, kind_, review, later, OTHER_SUBJECTS)
    return compare_group((old, new), settings, kind, group=group, examples=examples, seed=seed)


def _kind(plan: Plan, group: str) -> type[Subject]:
    return next(criteria.subject for criteria in plan.criteria if criteria.id == group)
