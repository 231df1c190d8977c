"""impact(): who gains and who loses when one plan takes the place of another, under which clause.

Every dossier is judged under both plans, on one day and for one review; nothing is estimated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any

from attrs import frozen

from thidua.displays import Shown, Words
from thidua.dossiers import Dossier
from thidua.editions import as_if_in_force
from thidua.errors import DuplicateNameError, expect, expect_each
from thidua.interpreters.arguments import check_no_table
from thidua.interpreters.assess import assess
from thidua.interpreters.award import awards_open
from thidua.interpreters.edition_names import told_apart
from thidua.interpreters.reviews_of_both import review_of_both
from thidua.interpreters.wording import checked_language, tally
from thidua.movements import Plan
from thidua.subjects import Subject
from thidua.texts import Text
from thidua.verdicts import MET, NOT_APPLICABLE, Verdict


class Outcome(Enum):
    """What a change of plan does to the verdict on one subject."""

    GAINS = Text("nay đạt", "now met")
    LOSES = Text("không còn đạt", "no longer met")
    LACKS_EVIDENCE = Text("nay chưa đủ căn cứ", "now lacks evidence")
    SETTLED = Text("nay đã rõ là không đạt hoặc không thuộc đối tượng", "now settled, as not met or not addressed")
    OTHERWISE = Text("đổi kết luận theo cách khác", "changed otherwise")
    SAME = Text("không đổi kết luận", "the same verdict")


@frozen
class Moved:
    """The verdict on something before and after: a clause or a form of award, by its id."""

    id: str
    before: Verdict
    after: Verdict


@frozen
class Effect:
    """What the change does to one subject: its verdicts, and every clause and form of award that moved."""

    subject: Subject
    kind: str
    before: Verdict
    after: Verdict
    clauses: tuple[Moved, ...]
    awards: tuple[Moved, ...]

    @property
    def outcome(self) -> Outcome:
        """In a word, what happens to the subject."""
        if self.before == self.after:
            return Outcome.SAME
        if self.after == MET:
            return Outcome.GAINS
        if not self.after.is_definite:
            return Outcome.LACKS_EVIDENCE if self.before.is_definite else Outcome.OTHERWISE
        if self.before == MET:
            return Outcome.LOSES
        return Outcome.OTHERWISE if self.before.is_definite else Outcome.SETTLED

    @property
    def changes(self) -> bool:
        """Whether anything moved at all."""
        return bool(self.before != self.after or self.clauses or self.awards)


@frozen
class Impact(Shown):
    """The effects of a change on dossiers, in the order they were given."""

    old: Plan
    new: Plan
    on: date
    review: str
    effects: tuple[Effect, ...]

    def who(self, outcome: Outcome) -> tuple[Effect, ...]:
        """The effects of one kind."""
        return tuple(effect for effect in self.effects if effect.outcome is outcome)

    @property
    def changed(self) -> tuple[Effect, ...]:
        """The subjects of whom anything moved."""
        return tuple(effect for effect in self.effects if effect.changes)


def impact(old: Plan, new: Plan, dossiers: Iterable[Dossier[Any]], *, on: date, review: str | None = None) -> Impact:
    """What the new plan does to each dossier, judged as if both plans were in force on that day.

    A kind of subject of which a plan asks nothing is not addressed by it. Raises as `assess` does, for either plan,
    `NoReviewError` for a review that only one of them has, `DuplicateNameError` for two dossiers of one subject.

    >>> from datetime import date
    >>> from thidua import PLAN, Commune, Document, Dossier, percent
    >>> from thidua.amendments import amend, set_threshold
    >>> act = Document("00/QĐ-VD", date(2025, 1, 2), "UBND huyện Ví Dụ")
    >>> stricter = amend(PLAN, set_threshold("III.2.2-4", "fall", percent(60), by=act), effective=date(2025, 1, 2))
    >>> dossiers = [Dossier(Commune("VD-01", "Xã Ví Dụ"))]
    >>> impact(PLAN, stricter, dossiers, on=date(2025, 12, 31)).effects[0].outcome.name
    'SAME'
    """
    check_no_table("impact", dossiers)
    before, after = as_if_in_force(old), as_if_in_force(new)
    named = review_of_both(before, after, on=on, review=review)
    effects = tuple(_effect(before, after, dossier, on, named) for dossier in one_each(dossiers))
    return Impact(old, new, on, named, effects)


def one_each(dossiers: Iterable[Dossier[Any]]) -> tuple[Dossier[Any], ...]:
    """The dossiers, one for each subject: who is counted twice is no two; `DuplicateNameError` otherwise."""
    given = expect_each(dossiers, Dossier)
    subjects: list[Subject] = [dossier.subject for dossier in given]
    often = Counter((type(subject), subject.code) for subject in subjects)
    twice = [f"{kind.__name__} {code!r}" for (kind, code), times in often.items() if times > 1]
    if twice:
        msg = f"one dossier for each subject; given more than once: {', '.join(twice)}"
        raise DuplicateNameError(msg)
    return given


def _effect(old: Plan, new: Plan, dossier: Dossier[Any], on: date, review: str) -> Effect:
    was, now = _judged(old, dossier, on, review), _judged(new, dossier, on, review)
    subject: Subject = dossier.subject
    words = (old if _addresses(old, dossier) else new).vocabulary(type(subject))
    return Effect(subject, words.id, was[0], now[0], _moved(was[1], now[1]), _moved(was[2], now[2]))


def _addresses(plan: Plan, dossier: Dossier[Any]) -> bool:
    return any(criteria.subject is type(dossier.subject) for criteria in plan.criteria)


def _judged(
    plan: Plan, dossier: Dossier[Any], on: date, review: str
) -> tuple[Verdict, dict[str, Verdict], dict[str, Verdict]]:
    if not _addresses(plan, dossier):
        return NOT_APPLICABLE, {}, {}
    assessment = assess(plan, dossier, on=on, review=review)
    forms = {award.form.id: award.verdict for award in awards_open(plan, assessment)}
    return assessment.verdict, {name: found.verdict for name, found in assessment.clauses}, forms


def _moved(before: dict[str, Verdict], after: dict[str, Verdict]) -> tuple[Moved, ...]:
    names = dict.fromkeys((*before, *after))
    pairs = ((name, before.get(name, NOT_APPLICABLE), after.get(name, NOT_APPLICABLE)) for name in names)
    return tuple(Moved(name, was, now) for name, was, now in pairs if was != now)


_ORDER = (Outcome.GAINS, Outcome.LOSES, Outcome.LACKS_EVIDENCE, Outcome.SETTLED, Outcome.OTHERWISE)


def impact_said(result: Impact, language: str = "vi") -> str:
    """The effects in words: how many of each kind, then who, from which verdict to which, and under which clause."""
    expect(result, Impact)
    checked_language(language)
    return Words("\n".join(_lines(result, language)), language)


def _lines(result: Impact, language: str) -> Iterator[str]:
    vi = language == "vi"
    total = len(result.effects)
    old, new = told_apart(result.old.id, result.new.id, language)
    forms = forms_called(result.old, result.new, language=language)
    yield (
        f"{tally(total)} hồ sơ được xét theo cả hai kế hoạch: {old} và {new}"
        if vi
        else f"{total} {'dossier' if total == 1 else 'dossiers'} judged under both plans: {old} and {new}"
    )
    for outcome in _ORDER:
        effects = result.who(outcome)
        if effects:
            yield ""
            yield f"{outcome.value.in_(language)} ({tally(len(effects), language)}):"
            for effect in effects:
                yield f"  {effect_said(effect, language, forms)}"
    below = [effect for effect in result.who(Outcome.SAME) if effect.changes]
    if below:
        yield ""
        yield (
            f"kết luận không đổi, nhưng có tiêu chí hoặc hình thức thay đổi ({tally(len(below))}):"
            if vi
            else f"the same verdict, but a clause or a form moved ({len(below)}):"
        )
        for effect in below:
            yield f"  {effect_said(effect, language, forms)}"
    same = len([effect for effect in result.effects if not effect.changes])
    yield ""
    yield f"không có gì thay đổi: {tally(same)}" if vi else f"nothing moved: {same}"


def forms_called(*plans: Plan, language: str) -> Mapping[str, str]:
    """What the forms of commendation of some plans are called, by their ids."""
    return {form.id: form.label.in_(language) for plan in plans for form in plan.forms}


def effect_said(effect: Effect, language: str, forms: Mapping[str, str]) -> str:
    """One subject in one line; the forms of award only where they do not just follow from the verdict."""
    name = f"{effect.subject.name} ({effect.subject.code})"
    words = "" if effect.before == effect.after else f": {_from_to(effect.before, effect.after, language, group=True)}"
    parts = [f"{moved.id} {_from_to(moved.before, moved.after, language)}" for moved in effect.clauses]
    if effect.before == effect.after:
        head = "hình thức" if language == "vi" else "form"
        moved = ((forms.get(each.id, each.id), _from_to(each.before, each.after, language)) for each in effect.awards)
        parts += [f"{head} {called}: {said}" for called, said in moved]
    return f"{name}{words}" + (f"; {'; '.join(parts)}" if parts else "")


def _from_to(before: Verdict, after: Verdict, language: str, *, group: bool = False) -> str:
    """From one word to another; where both are undetermined, with what is still possible. A `group` addresses."""

    def said(verdict: Verdict) -> str:
        return (verdict.word_of_group if group else verdict.word).in_(language)

    if before.id == after.id:
        sets = ("/".join(said(final) for final in one) for one in (before, after))
        return " → ".join(f"{said(before)} ({possible})" for possible in sets)
    return f"{said(before)} → {said(after)}"
