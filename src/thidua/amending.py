"""Making amendments: what each change does to a plan.

The changes of one call are made in an order of their own, so that the order they are listed in does not matter: what
can be told, then readings, then clauses added, changed and repealed, then how groups count, then all else.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, assert_never

from attrs import evolve

from thidua import enactments as c
from thidua.clauses import Clause, Criteria
from thidua.conditions import ALWAYS, Condition
from thidua.drafts import Draft
from thidua.enactments import Amendment, Floor
from thidua.errors import DuplicateNameError, MisplacedError, UnknownNameError, WrongOwnerError, WrongValueError
from thidua.errors import did_you_mean as near
from thidua.groups import joined_by, without
from thidua.nodes import ANY_OWNER
from thidua.provisions import Provision
from thidua.sources import Document
from thidua.texts import Text
from thidua.thresholds import with_threshold
from thidua.walks import owners_of

_ORDER: tuple[tuple[type[c.Change], ...], ...] = (
    (c.AddSurveys, c.AddGroup),
    (c.AddFacts,),
    (c.AdoptReading,),
    (c.Add,),
    (c.SetThreshold, c.Replace),
    (c.Repeal,),
    (),
    (c.DropGroup, c.ChangePeriod, c.ChangeReview, c.AddReview, c.DropReview),
    (c.AddAwards,),
    (c.MarkNoLooser,),
)
_GROUPS_COUNT = 6
"""How a group counts is said anew when its clauses are what they will be."""


def step_of(amendment: Amendment, groups: Iterable[str]) -> int:
    """When an amendment is made."""
    if isinstance(amendment.change, c.SetThreshold | c.Replace) and amendment.target in groups:
        return _GROUPS_COUNT
    return next(order for order, kinds in enumerate(_ORDER) if isinstance(amendment.change, kinds))


def make(draft: Draft, target: str, change: c.Change, by: Document, effective: date) -> None:
    """One change made to a draft; an error says what is wrong with it."""
    match change:
        case c.Replace():
            _replace(draft, target, change)
        case c.Repeal():
            _repeal(draft, target)
        case c.Add(item=item, after=after, counted_with=beside):
            if isinstance(item, Clause):
                _add_clause(draft, item, after, beside)
            else:
                _add_line(draft, item, after)
        case c.SetThreshold():
            _set(draft, target, change)
        case c.AdoptReading(option=option, because=because):
            _adopt(draft, target, option, because, by)
        case c.MarkNoLooser():
            group = _group_of(draft, _asking(draft, target))
            floor = Floor(target, group, draft.readings, draft.reviews, draft.surveys, by, effective)
            draft.floors = (*draft.floors, floor)
        case c.AddGroup():
            _add_group(draft, change)
        case c.DropGroup():
            _drop_group(draft, target)
        case c.AddFacts():
            _add_facts(draft, target, change)
        case c.AddSurveys(surveys=surveys):
            draft.surveys = (*draft.surveys, *surveys)
        case c.AddAwards(forms=forms, routes=routes):
            _check_forms(draft, [form.id for form in forms])
            draft.forms = (*draft.forms, *draft.brought(forms))
            draft.routes = (*draft.routes, *draft.brought(routes))
        case c.ChangePeriod(period=period):
            draft.period = period
        case c.ChangeReview(review=review):
            _check_review(draft, target)
            draft.reviews = tuple(draft.brought(review) if old.id == target else old for old in draft.reviews)
        case c.AddReview(review=review):
            draft.reviews = (*draft.reviews, draft.brought(review))
        case c.DropReview():
            _check_review(draft, target)
            draft.reviews = tuple(review for review in draft.reviews if review.id != target)
            left = (evolve(r, reviews=tuple(name for name in r.reviews if name != target)) for r in draft.routes)
            draft.routes = tuple(route for route in left if route.reviews)
        case _:
            assert_never(change)


def _asking(draft: Draft, target: str) -> Clause[Any] | Criteria[Any]:
    """The clause or group of that id; `MisplacedError` for a provision, which asks nothing."""
    item = draft.item(target)
    if isinstance(item, Provision):
        msg = f"{target} is a provision ({item.role.value.en}); it asks nothing of anybody"
        raise MisplacedError(msg)
    return item


def _check_owner(owner: str, *conditions: Condition[Any] | None) -> None:
    strange = sorted({o for each in conditions if each is not None for o in owners_of(each.node)} - {owner, ANY_OWNER})
    if strange:
        msg = f"it reads facts of {', '.join(strange)}; expected facts of {owner}"
        raise WrongOwnerError(msg)


def _replace(draft: Draft, target: str, change: c.Replace) -> None:
    item = draft.item(target)
    if (change.text is None) != (change.en is None):
        msg = "words come in both languages: give text=… and en=…"
        raise WrongValueError(msg)
    words: dict[str, Any] = {} if change.text is None else {"text": change.text, "en": change.en, "sic": ()}
    words |= {} if change.sic is None else {"sic": change.sic}
    given = {"requires": change.requires, "applies_where": change.applies_where, "readings": change.readings}
    asked = {name: value for name, value in given.items() if value is not None}
    if not words and not asked:
        msg = "nothing would change: give text=… with en=…, sic=…, requires=…, applies_where=… or readings=…"
        raise WrongValueError(msg)
    if asked.keys() - {"readings"}:
        group = _group_of(draft, _asking(draft, target))
        _check_owner(group.subject.__name__, change.requires, change.applies_where)
    brought: dict[str, Any] = {name: draft.brought(value) for name, value in asked.items()}
    if change.applies_where == ALWAYS:
        brought["applies_where"] = None
    if isinstance(item, Criteria):
        draft.put(item, evolve(item, heading=evolve(item.heading, **words), **brought))
    else:
        draft.put(item, evolve(item, **words, **brought))


def _group_of(draft: Draft, item: Clause[Any] | Criteria[Any]) -> Criteria[Any]:
    return item if isinstance(item, Criteria) else draft.group(item.id)


def _set(draft: Draft, target: str, change: c.SetThreshold) -> None:
    item = _asking(draft, target)
    if isinstance(item, Criteria):
        heading = _reworded(item.heading, change.words)
        draft.put(item, evolve(with_threshold(item, change.name, change.value), heading=heading))
    else:
        draft.put(item, _reworded(with_threshold(item, change.name, change.value), change.words))


def _reworded(line: Any, words: tuple[Text, Text] | None) -> Any:
    """The line with other words where the words stand; they stand once in each language."""
    if words is None:
        return line
    old, new = words
    for said, written in ((line.text, old.vi), (line.en, old.en)):
        if said.count(written) != 1:
            msg = f"the words {written!r} stand {said.count(written)} times in {said!r}, expected once"
            raise WrongValueError(msg)
    return evolve(line, text=line.text.replace(old.vi, new.vi), en=line.en.replace(old.en, new.en))


def _repeal(draft: Draft, target: str) -> None:
    item = draft.item(target)
    if isinstance(item, Provision):
        draft.contents = tuple(line for line in draft.contents if line is not item)
        return
    if isinstance(item, Criteria):
        msg = f"{target} is a group of subjects: drop it with drop_group({target!r}, …)"
        raise MisplacedError(msg)
    group = draft.group(target)
    left = without(group.requires, target)
    if left is None:
        msg = f"nothing would be asked any more: drop the group with drop_group({group.id!r}, …)"
        raise MisplacedError(msg)
    kept = tuple(clause for clause in group.clauses if clause is not item)
    draft.put(group, evolve(group, clauses=kept, requires=left))


def _add_clause(draft: Draft, clause: Clause[Any], after: str, beside: str) -> None:
    draft.check_new(clause.id)
    anchor = draft.item(after)
    if isinstance(anchor, Provision):
        msg = f"a clause belongs to a group: after= names a clause or the heading of a group, and {after} is neither"
        raise MisplacedError(msg)
    group = _group_of(draft, anchor)
    _check_owner(group.subject.__name__, clause.requires, clause.applies_where)
    place = 0 if isinstance(anchor, Criteria) else group.clauses.index(anchor) + 1
    company = beside or group.clauses[max(0, place - 1)].id
    clauses = (*group.clauses[:place], draft.brought(clause), *group.clauses[place:])
    draft.put(group, evolve(group, clauses=clauses, requires=joined_by(group.requires, clause.id, beside=company)))


def _add_line(draft: Draft, provision: Provision, after: str) -> None:
    draft.check_new(provision.id)
    anchor = draft.item(after)
    if isinstance(anchor, Clause):
        msg = f"a provision stands outside the groups, and {after} is a clause within one"
        raise MisplacedError(msg)
    draft.insert(anchor, draft.brought(provision))


def _adopt(draft: Draft, target: str, option: str | None, because: Text | None, by: Document) -> None:
    reading = draft.base.reading(target)
    names = [each.id for each in reading.options]
    if option is not None and option not in names:
        msg = f"reading {target} has no option {option!r}{near(option, names)}"
        raise UnknownNameError(msg)
    cited = Text(by.cite("vi"), by.cite("en"))
    why = because or Text(f"theo {cited.vi}", f"as decided by {cited.en}")
    draft.adopt(evolve(reading, adopted=option, because=why, by=cited))


def _add_group(draft: Draft, change: c.AddGroup) -> None:
    criteria, words = change.criteria, change.vocabulary
    if criteria.subject is not words.subject:
        msg = f"the words are those of {words.subject.__name__}; expected those of {criteria.subject.__name__}"
        raise WrongOwnerError(msg)
    asked = [line.id for line in draft.contents if isinstance(line, Criteria) and line.subject is criteria.subject]
    if asked:
        msg = f"{criteria.subject.__name__} is asked in {asked[0]} already: add clauses there"
        raise DuplicateNameError(msg)
    draft.check_new(criteria.id, *(clause.id for clause in criteria.clauses))
    anchor = draft.item(change.after)
    if isinstance(anchor, Clause):
        msg = f"a group stands after a provision or a group, and {change.after} is a clause within one"
        raise MisplacedError(msg)
    draft.insert(anchor, draft.brought(criteria))
    draft.vocabularies = (*draft.vocabularies, words)


def _drop_group(draft: Draft, target: str) -> None:
    group = draft.item(target)
    if not isinstance(group, Criteria):
        groups = [line.id for line in draft.contents if isinstance(line, Criteria)]
        msg = f"{target} is no group of subjects{near(target, groups)}"
        raise MisplacedError(msg)
    draft.contents = tuple(line for line in draft.contents if line is not group)
    draft.vocabularies = tuple(words for words in draft.vocabularies if words.subject is not group.subject)
    left = (evolve(r, subjects=tuple(s for s in r.subjects if s is not group.subject)) for r in draft.routes)
    draft.routes = tuple(route for route in left if route.subjects)


def _add_facts(draft: Draft, target: str, change: c.AddFacts) -> None:
    known = [words.subject.__name__ for words in draft.vocabularies]
    if target not in known:
        msg = f"the plan knows no {target!r}{near(target, known)}"
        raise UnknownNameError(msg)
    owners = {*(fact.owner for fact in change.facts), *(register.owner for register in change.registers)}
    strange = sorted(owners - {target, ANY_OWNER})
    if strange:
        msg = f"these are facts of {', '.join(strange)}; expected facts of {target}"
        raise WrongOwnerError(msg)
    draft.vocabularies = tuple(
        evolve(
            words,
            facts=(*words.facts, *change.facts),
            registers=(*words.registers, *change.registers),
            cannot_be=(*words.cannot_be, *change.cannot_be),
        )
        if words.subject.__name__ == target
        else words
        for words in draft.vocabularies
    )


def _check_forms(draft: Draft, new: list[str]) -> None:
    known = [form.id for form in draft.forms]
    twice = [name for name in new if (*known, *new).count(name) > 1]
    if twice:
        msg = f"form {twice[0]!r} is given more than once"
        raise DuplicateNameError(msg)


def _check_review(draft: Draft, target: str) -> None:
    known = [review.id for review in draft.reviews]
    if target not in known:
        msg = f"the plan has no review {target!r}{near(target, known)}"
        raise UnknownNameError(msg)
