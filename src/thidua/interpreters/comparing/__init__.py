"""compare(): what a new edition of a plan changes, clause by clause, and for whom.

Who is met is compared over complete worlds, everything known and nothing open, readings as each edition adopts them.
The worlds fall into cells, in each of which every comparison comes out one way; the search goes through all that
matter, so what it does not find does not exist. Nobody is said to gain or lose before a dossier was made of it and
judged by `assess` under both editions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from thidua.errors import ThiduaError, UnknownNameError, WrongValueError, did_you_mean, expect
from thidua.interpreters.arguments import check_given
from thidua.interpreters.comparing.editions import (
    award_changes,
    clause_changes,
    differing,
    provision_changes,
    rule_changes,
    schedule_changes,
)
from thidua.interpreters.comparing.groups import compare_group, undecided
from thidua.interpreters.comparing.pairs import SILENT, Pair, pairs_of
from thidua.interpreters.comparing.results import Comparison, GroupComparison
from thidua.interpreters.reviews_of_both import reviews_of_both
from thidua.movements import Plan
from thidua.periods import checked_day
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

    Groups are compared at every review both editions have, on the last day both may be made, as if both had always been
    in force; `review`, `on` and `group` narrow that. A group that one edition does not have addresses nobody there, so
    to drop one is stricter and to add one looser, where somebody can be met. Where a proof fails, `examples` dossiers
    drawn by `seed` are tried, and the status says so. `UnknownNameError` for a group that neither edition has,
    `NoReviewError` when they have no review in common, or none on that day.

    >>> from thidua import PLAN, compare
    >>> compare(PLAN, PLAN, group="III.2.5").relation("III.2.5").value.en
    'equivalent'
    """
    expect(old, Plan)
    expect(new, Plan)
    if on is not None:
        checked_day(on, "on")
    for name, number in (("examples", examples), ("seed", seed)):
        check_given(name, number, int, "a whole number")
    if examples < 0:
        msg = f"examples={examples}: expected how many invented dossiers are tried, 0 or more"
        raise WrongValueError(msg)
    settings = list(_settings(old, new, review, on))
    pairs = list(pairs_of(old, new))
    if group is not None:
        _check_group(old, new, group)
        pairs = [pair for pair in pairs if group in pair.names]
    found = [_compared(pair, days, examples=examples, seed=seed) for pair in pairs for days in settings]
    return Comparison(
        old,
        new,
        clause_changes(old, new),
        rule_changes(old, new),
        provision_changes(old, new),
        readings=differing(old.readings, new.readings),
        schedule=schedule_changes(old, new),
        awards=award_changes(old, new),
        groups=tuple(found),
    )


def _check_group(old: Plan, new: Plan, name: str) -> None:
    known = dict.fromkeys(criteria.id for plan in (new, old) for criteria in plan.criteria)
    if name not in known:
        names = " and ".join(dict.fromkeys((old.id, new.id)))
        msg = f"plan {names} has no group {name!r}{did_you_mean(name, known)}"
        raise UnknownNameError(msg)


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


def _compared(pair: Pair, at: tuple[str, date, date], *, examples: int, seed: int) -> GroupComparison:
    review, (day, later) = at[0], pair.on(at[1:])
    (old, new), (kind, kind_) = pair.editions, pair.kinds
    try:
        settings = old.setting(on=day, review=review), new.setting(on=later, review=review)
    except ThiduaError as error:
        why = Text(f"chưa lập được kỳ xét: {error}", f"no setting: {error}")
        return undecided(pair.name, kind_, review, later, why)
    if kind is not kind_:
        return undecided(pair.name, kind_, review, later, OTHER_SUBJECTS)
    found = compare_group(pair.editions, settings, kind, group=pair.name, examples=examples, seed=seed)
    return found if pair.silent is None else evolve(found, reason=SILENT[pair.silent])
