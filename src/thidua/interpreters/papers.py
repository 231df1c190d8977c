"""Reading the papers: a dossier, for a plan, a day and a review, becomes a knowledge.

All untidy questions live here: papers issued too late, corrections, conflicts, completeness, what nobody asked for.
The truth is taken to lie between sources that disagree, so a conflict widens and never decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from thidua.dossiers import Dossier
from thidua.errors import UnknownNameError, did_you_mean
from thidua.evidence import Complete, Entry, Evidence, Paper
from thidua.interpreters.registers import known_register
from thidua.knowledge import Caution, Knowledge, Known, Source, known, place_of
from thidua.movements import Plan, Setting
from thidua.nodes import (
    AreAll,
    At,
    Fact,
    Falls,
    IsOneOf,
    JudgedAtLeast,
    Lives,
    Node,
    Number,
    Recorded,
    RecordedDay,
    Register,
    Total,
)
from thidua.periods import AT_REVIEW, Survey, When
from thidua.subjects import Subject
from thidua.texts import Text
from thidua.walks import children

S = TypeVar("S", bound=Subject)


def read_papers(plan: Plan, dossier: Dossier[S], setting: Setting) -> Knowledge:
    """What may be true of every place the plan reads, with a caution for every paper left aside.

    Raises `UnknownNameError` for evidence of a fact that the plan's vocabulary does not hold.
    """
    wanted = places_read(plan, type(dossier.subject).__name__, setting.surveys)
    cautions: list[Caution] = []
    facts: dict[str, list[Source]] = {}
    entries: dict[Register, list[tuple[Paper[Any], Entry[Any]]]] = {}
    declared: dict[Register, list[tuple[Paper[Any], Complete[Any]]]] = {}
    for paper in _readable(dossier, setting.on, cautions):
        for said in paper.proves:
            match said:
                case Evidence():
                    place = _place(said, setting, wanted, paper, cautions)
                    if place:
                        facts.setdefault(place, []).append(Source(paper, said))
                case Entry(register=register):
                    if register.name in wanted:
                        entries.setdefault(register, []).append((paper, said))
                    else:
                        cautions.append(Caution("not_used", register.label, (paper,)))
                case Complete(register=register):
                    if register.name in wanted:
                        declared.setdefault(register, []).append((paper, said))
    _check_vocabulary(plan, dossier)
    places = {place: known(sources[0].said.fact, sources) for place, sources in facts.items()}
    for what in places.values():
        _caution_sources(what, cautions)
    registers = {
        register.name: known_register(
            register, entries.get(register, []), declared.get(register, []), setting, cautions
        )
        for register in {**entries, **declared}
    }
    for moment, survey in setting.surveys:
        if survey.assumed and moment == AT_REVIEW.id:
            cautions.append(Caution("survey_assumed", survey.label))
    return Knowledge(places, registers, setting.days, tuple(cautions))


def _caution_sources(what: Known, cautions: list[Caution]) -> None:
    label = what.sources[0].said.fact.label
    if what.conflict:
        cautions.append(Caution("conflict", label, tuple(source.paper for source in what.sources)))
    undocumented = tuple(source.paper for source in what.sources if source.paper.document is None)
    if undocumented:
        cautions.append(Caution("undocumented", label, undocumented))


def _readable(dossier: Dossier[Any], on: date, cautions: list[Caution]) -> Iterator[Paper[Any]]:
    issued = []
    for paper in dossier.papers:
        if paper.document is not None and paper.document.issued_on > on:
            cautions.append(Caution("issued_later", Text("", ""), (paper,)))
        else:
            issued.append(paper)
    corrected = {paper.corrects for paper in issued if paper.corrects is not None}
    if corrected:
        there = {paper.document for paper in issued}
        cautions.extend(
            Caution("corrects_unknown", Text("", ""), (paper,), paper.corrects.number)
            for paper in issued
            if paper.corrects is not None and paper.corrects not in there
        )
    for paper in issued:
        if paper.document is not None and paper.document in corrected:
            by = tuple(other for other in issued if other.corrects == paper.document)
            cautions.append(Caution("corrected", Text("", ""), (paper, *by)))
        else:
            yield paper


def _place(
    said: Evidence[Any], setting: Setting, wanted: frozenset[str], paper: Paper[Any], cautions: list[Caution]
) -> str | None:
    fact = said.fact
    place = place_of(fact, said.at)
    unread = None
    if place not in wanted:
        unread = "another_survey" if said.at is not None and _asked(fact, wanted) else "not_used"
    elif fact.lives is Lives.IN_FORCE:
        if (said.since and said.since > setting.cut_off) or (said.until and said.until < setting.cut_off):
            unread = "not_in_force"
    elif fact.lives is Lives.FOR_A_REVIEW:
        judgement = said.judgement
        if judgement is None or not setting.review.window.first <= judgement.on <= setting.on:
            unread = "another_review"
        elif not _may_judge(fact, judgement.by):
            unread = "body_not_named"
    if unread is None:
        return place
    detail = said.at.label.vi if said.at else said.judgement.by if said.judgement else ""
    cautions.append(Caution(unread, fact.label, (paper,), detail))
    return None


def _asked(fact: Fact, wanted: frozenset[str]) -> bool:
    return any(place.startswith(f"{fact.name}@") for place in wanted)


def _may_judge(fact: Fact, by: str) -> bool:
    """Whether minutes name a body that may judge: by its id, or by one of its names with the name of its place.

    “Hội đồng TĐKT” is the district's; “Hội đồng TĐKT xã …” goes on with another level, and is another body.
    """
    given = by.casefold()
    if not fact.judges or any(given == body.id for body in fact.judges):
        return True
    for name in (name.casefold() for body in fact.judges for name in (body.label.vi, *body.names)):
        if given == name:
            return True
        if given.startswith(f"{name} ") and given[len(name) :].split()[0] not in _LEVELS:
            return True
    return False


_LEVELS = frozenset(("xã", "phường", "thị", "huyện", "tỉnh", "thành", "trung", "bản", "thôn", "xóm", "tổ"))
"""Words that name another level of administration."""


def _check_vocabulary(plan: Plan, dossier: Dossier[Any]) -> None:
    facts, registers, names = _words(plan, type(dossier.subject).__name__)
    unknown = []
    for paper in dossier.papers:
        for said in paper.proves:
            what = said.fact if isinstance(said, Evidence) else said.register
            if what not in facts and what not in registers:
                unknown.append(f"{what.owner}.{what.name}{did_you_mean(what.name, names)}")
    if unknown:
        msg = f"plan {plan.id} does not know {', '.join(unknown)}"
        raise UnknownNameError(msg)


@lru_cache(maxsize=64)
def _words(plan: Plan, owner: str) -> tuple[frozenset[Fact], frozenset[Register], tuple[str, ...]]:
    words = plan.vocabulary(plan.kind(owner))
    return frozenset(words.facts), frozenset(words.registers), tuple(words.names())


@lru_cache(maxsize=64)
def places_read(plan: Plan, owner: str, surveys: tuple[tuple[str, Survey], ...]) -> frozenset[str]:
    """The keys of every place and register that the plan reads of a kind of subject, awards included.

    A memo of a pure function over frozen values: nothing can be seen of it but its speed.
    """
    kind = plan.kind(owner)
    criteria = plan.criteria_for(kind)
    trees: list[Node] = [criteria.node, *(clause.node for clause in criteria.clauses)]
    trees += [route.asks for route in plan.routes if kind in route.subjects]
    resolved = dict(surveys)
    return frozenset(place for tree in trees for place in _places(tree, AT_REVIEW, resolved))


def _places(node: Node, when: When, surveys: dict[str, Survey]) -> Iterator[str]:
    match node:
        case Recorded(fact=fact) if fact.lives is Lives.AT_SURVEYS:
            yield place_of(fact, survey_at(when, surveys))
        case Recorded(fact=fact) | RecordedDay(fact=fact) | IsOneOf(fact=fact) | JudgedAtLeast(fact=fact):
            yield fact.name
        case Number(register=register) | Total(register=register) | AreAll(register=register):
            yield register.name
        case At(term=term, when=other):
            yield from _places(term, other, surveys)
        case Falls(term=term, since=since, until=until, from_zero=zero):
            yield from _places(term, since, surveys)
            yield from _places(term, until, surveys)
            yield from _places(zero, when, surveys)
        case _:
            for child in children(node):
                yield from _places(child, when, surveys)


def survey_at(when: When, surveys: dict[str, Survey]) -> Survey:
    """The survey a moment means under this setting; a survey means itself."""
    if isinstance(when, Survey):
        return when
    if when.id not in surveys:
        msg = f"moment {when.id!r} is no survey{did_you_mean(when.id, surveys)}"
        raise UnknownNameError(msg)
    return surveys[when.id]
