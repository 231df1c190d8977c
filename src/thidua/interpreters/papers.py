"""Reading the papers: a dossier, for a plan, a day and a review, becomes a knowledge.

All untidy questions live here: papers issued too late, corrections, conflicts, completeness, what nobody asked for.
The truth is taken to lie between sources that disagree, so a conflict widens and never decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from thidua.dossiers import Dossier
from thidua.errors import UnknownNameError, did_you_mean
from thidua.evidence import Paper
from thidua.filing import Filing, file_papers
from thidua.interpreters.judged import judgements_read
from thidua.interpreters.registers import known_register
from thidua.interpreters.succession import taken_over
from thidua.knowledge import NOTHING_MORE, Caution, Knowledge, Known, KnownRegister, Source, known, place_of
from thidua.movements import Plan, Setting
from thidua.nodes import (
    Fact,
    Lives,
    Node,
    Register,
)
from thidua.periods import AT_REVIEW, Survey, When
from thidua.sources import Document
from thidua.subjects import Subject
from thidua.texts import Text
from thidua.walks import reads_of

S = TypeVar("S", bound=Subject)


def read_papers(plan: Plan, dossier: Dossier[S], setting: Setting) -> Knowledge:
    """What may be true of every place the plan reads, with a caution for every paper left aside.

    What a subject took over from units that ended is added. Raises `UnknownNameError` for evidence of a fact that the
    plan's vocabulary does not hold.
    """
    own = _own_papers(plan, dossier, setting)
    if dossier.succession is None:
        return own
    return taken_over(own, dossier.succession, setting, lambda unit, then: read_papers(plan, unit, then))


def _own_papers(plan: Plan, dossier: Dossier[S], setting: Setting) -> Knowledge:
    owner = type(dossier.subject).__name__
    wanted = places_read(plan, owner, setting.surveys)
    cautions: list[Caution] = []
    readable = _readable(dossier, setting.on, cautions)
    filing = dossier.filing if len(readable) == len(dossier.papers) else file_papers(readable)
    _check_vocabulary(plan, owner, dossier.filing)
    places: dict[str, Known] = {}
    for place, what in filing.facts:
        if place not in wanted:
            _not_asked(what, wanted, cautions)
            continue
        held = _held(what, setting, plan, cautions)
        if held is not None:
            places[place] = held
            _caution_sources(held, cautions)
    registers: dict[str, KnownRegister] = {}
    for filed in filing.registers:
        if filed.register.name in wanted:
            registers[filed.register.name] = known_register(filed, setting, cautions)
        else:
            papers = dict.fromkeys(paper for entry in filed.entries for paper, _ in entry.entry.sources)
            papers.update(dict.fromkeys(paper for paper, _ in filed.declared))
            cautions.append(Caution("not_used", filed.register.label, tuple(papers), of=filed.register))
    for moment, survey in setting.surveys if reads_surveys(wanted) else ():
        if survey.assumed and moment == AT_REVIEW.id:
            cautions.append(Caution("survey_assumed", survey.label))
    return Knowledge(places, registers, setting.days, tuple(cautions))


def _caution_sources(what: Known, cautions: list[Caution]) -> None:
    fact = what.sources[0].said.fact
    if what.conflict:
        cautions.append(Caution("conflict", fact.label, tuple(source.paper for source in what.sources), of=fact))
    undocumented = tuple(source.paper for source in what.sources if source.paper.document is None)
    if undocumented:
        cautions.append(Caution("undocumented", fact.label, undocumented, of=fact))


def _readable(dossier: Dossier[Any], on: date, cautions: list[Caution]) -> list[Paper[Any]]:
    """The papers issued by the day that no other of them corrects."""
    issued: list[Paper[Any]] = []
    for paper in dossier.papers:
        if paper.document is not None and paper.document.issued_on > on:
            cautions.append(Caution("issued_later", Text("", ""), (paper,)))
        else:
            issued.append(paper)
    corrected = {paper.corrects for paper in issued if paper.corrects is not None}
    if corrected:
        there = {paper.document for paper in issued}
        cautions.extend(
            Caution("corrects_unknown", Text("", ""), (paper,), Text(paper.corrects.number, paper.corrects.number))
            for paper in issued
            if paper.corrects is not None and paper.corrects not in there
        )
    if not corrected:
        return issued
    corrections: dict[Document, list[Paper[Any]]] = {}
    for paper in issued:
        if paper.corrects is not None:
            corrections.setdefault(paper.corrects, []).append(paper)
            if paper.document is not None and paper.document.issued_on < paper.corrects.issued_on:
                what = Text(paper.corrects.cite("vi"), paper.corrects.cite("en"))
                cautions.append(Caution("correction_before", Text("", ""), (paper,), what))
    readable: list[Paper[Any]] = []
    for paper in issued:
        if paper.document is not None and paper.document in corrections:
            cautions.append(Caution("corrected", Text("", ""), (paper, *corrections[paper.document])))
        else:
            readable.append(paper)
    return readable


def _not_asked(what: Known, wanted: frozenset[str], cautions: list[Caution]) -> None:
    """A caution for what the plan does not read, at this survey or at all."""
    said = what.sources[0].said
    code = "another_survey" if said.at is not None and _asked(said.fact, wanted) else "not_used"
    papers = tuple(source.paper for source in what.sources)
    detail = said.at.label if said.at is not None else NOTHING_MORE
    cautions.append(Caution(code, said.fact.label, papers, detail, said.fact))


def _held(what: Known, setting: Setting, plan: Plan, cautions: list[Caution]) -> Known | None:
    """What is left of a place once what is not in force, or is no judgement for this review, is put aside."""
    fact = what.sources[0].said.fact
    match fact.lives:
        case Lives.IN_FORCE:
            kept = _in_force(fact, what.sources, setting, cautions)
        case Lives.FOR_A_REVIEW:
            kept = judgements_read(fact, what.sources, setting, plan, cautions)
        case _:
            return what
    if len(kept) == len(what.sources):
        return what
    return known(fact, kept) if kept else None


def _in_force(fact: Fact, sources: Sequence[Source], setting: Setting, cautions: list[Caution]) -> list[Source]:
    kept: list[Source] = []
    for source in sources:
        late = source.said.since is not None and source.said.since > setting.cut_off
        over = source.said.until is not None and source.said.until < setting.cut_off
        if late or over:
            cautions.append(Caution("not_in_force", fact.label, (source.paper,), of=fact))
        else:
            kept.append(source)
    return kept


def reads_surveys(places: frozenset[str]) -> bool:
    """Whether anything counted by surveys is among the places."""
    return any("@" in place for place in places)


def _asked(fact: Fact, wanted: frozenset[str]) -> bool:
    return any(place.startswith(f"{fact.name}@") for place in wanted)


def _check_vocabulary(plan: Plan, owner: str, filing: Filing) -> None:
    facts, registers, names = _words(plan, owner)
    told = [what.sources[0].said.fact for _, what in filing.facts]
    unknown: list[Fact | Register] = [fact for fact in told if fact not in facts]
    unknown += [filed.register for filed in filing.registers if filed.register not in registers]
    if unknown:
        listed = ", ".join(f"{what.owner}.{what.name}{did_you_mean(what.name, names)}" for what in unknown)
        msg = f"plan {plan.id} does not know {listed}"
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
    return frozenset(
        place_of(what, None if when is None else survey_at(when, resolved))
        if isinstance(what, Fact)
        else what.register.name
        for tree in trees
        for what, when in reads_of(tree)
    )


def survey_at(when: When, surveys: dict[str, Survey]) -> Survey:
    """The survey a moment means under this setting; a survey means itself."""
    if isinstance(when, Survey):
        return when
    if when.id not in surveys:
        msg = f"moment {when.id!r} is no survey{did_you_mean(when.id, surveys)}"
        raise UnknownNameError(msg)
    return surveys[when.id]
