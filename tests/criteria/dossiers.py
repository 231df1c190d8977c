"""What the tests of the criteria say of dossiers: papers, judgements, registers, and what is found.

Everything is invented. A dossier is made of parts: what is said of one fact or register, under its name, one paper to
each. `invented` has, for each kind of subject, parts that meet everything; a change gives a part other evidence, and
`NOTHING` takes it off file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import ModuleType
from typing import Any

from thidua import PLAN, Document, Dossier, Level, Paper, assess, explain
from thidua.clauses import Clause
from thidua.criteria.schedule import END_2021
from thidua.evidence import Entry, Evidence, Said
from thidua.facts import Judged, JudgedYesNo
from thidua.findings import Assessment, open_leaves
from thidua.interpreters.competent import competent
from thidua.interpreters.reasons import reasons
from thidua.measures import DatedMeasured
from thidua.movements import Plan
from thidua.nodes import Fact, Register
from thidua.periods import Survey
from thidua.records import Records
from thidua.subjects import Subject
from thidua.verdicts import Verdict

AT_THE_FINAL = date(2025, 12, 31)
AT_THE_INTERIM = date(2023, 12, 31)
IN_TIME = date(2023, 6, 15)
"""A day that counts at both reviews."""

Part = tuple[Said[Any], ...]
NOTHING: Part = ()


# what papers say


def paper(*said: Said[Any], number: str = "01/VD", on: date = AT_THE_FINAL) -> Paper[Any]:
    """An invented document with what it proves."""
    return Paper(Document(number, on, "UBND xã Ví Dụ"), *said)


def judged(
    word: Judged[Any] | JudgedYesNo[Any], level: Any = Level.DONE_WELL, *, on: date = AT_THE_FINAL, by: str = ""
) -> Part:
    """A judgement by a body that may make it."""
    return (word.judged(level, by=by or word.fact.judges[0].label.vi, on=on, reason="theo kết quả công tác"),)


def complete(
    register: Records[Any, Any], *entries: Entry[Any], declared: int | None = None, through: date = AT_THE_FINAL
) -> Part:
    """Entries, and the declaration that there are no others; `declared` where it names another number."""
    number = len(entries) if declared is None else declared
    return (*entries, register.complete(entries=number, through=through, by="bộ phận văn thư"))


def counted(households: DatedMeasured[Any, int], start: int | None, end: int | None, *, at: Survey) -> Part:
    """Figures of đầu kỳ and of cuối kỳ; `None` for one that is not on file."""
    figures = ((END_2021, start), (at, end))
    return tuple(households.recorded(figure, at=survey) for survey, figure in figures if figure is not None)


def poverty(
    words: ModuleType,
    start: tuple[int | None, int | None],
    end: tuple[int | None, int | None],
    *,
    on: date = AT_THE_FINAL,
) -> dict[str, Part]:
    """Poor and near-poor households of a commune or a village, at the start and at the end of the period."""
    at = last_survey(on)
    return {
        "poor_households": counted(words.poor_households, start[0], end[0], at=at),
        "near_poor_households": counted(words.near_poor_households, start[1], end[1], at=at),
    }


def last_survey(on: date) -> Survey:
    """The survey that is cuối kỳ on that day."""
    return PLAN.setting(on=on).survey("review")


def known(handle: Any, value: object) -> tuple[Evidence[Any], ...]:
    """Evidence of a field of an entry, unless nothing is known of it."""
    return () if value is None else (handle.recorded(value),)


def met(subject: Subject, parts: Mapping[str, Part], changes: Mapping[str, Part], on: date) -> Dossier[Any]:
    """The dossier of the parts as changed, every paper issued on the day of assessment."""
    strange = changes.keys() - set(PLAN.vocabulary(type(subject)).names())
    assert not strange, f"{type(subject).__name__} has no {sorted(strange)}"
    held = {**parts, **changes}
    return Dossier(subject, tuple(paper(*said, number=name, on=on) for name, said in held.items() if said))


# what is found


def assessed(
    dossier: Dossier[Any], *, on: date = AT_THE_FINAL, review: str | None = None, plan: Plan = PLAN
) -> Assessment[Any]:
    """The assessment, at the final review unless another day is given."""
    return assess(plan, dossier, on=on, review=review)


def verdict(clause: Clause[Any], dossier: Dossier[Any], *, on: date = AT_THE_FINAL, plan: Plan = PLAN) -> Verdict:
    """The verdict on one clause."""
    return assessed(dossier, on=on, plan=plan).of(clause)


def explained(found: Assessment[Any], clause: Clause[Any], language: str = "vi") -> str:
    """What the explanation says of one clause, to those who verify the dossier."""
    blocks = explain(found, language, "internal").split("\n\n")
    return next(block for block in blocks if f" {clause.id}: " in block.splitlines()[0])


def stays_open_for(
    clause: Clause[Any], dossier: Dossier[Any], what: Fact | Register, *, on: date = AT_THE_FINAL
) -> bool:
    """Whether the clause is undetermined, and the explanation names what would settle it: a paper or a judgement."""
    found = assessed(dossier, on=on)
    said = explain(found, level="internal")
    if isinstance(what, Fact) and what.judges:
        bodies = competent(what, found.plan, found.setting).bodies
        named = "judgement_pending" in why_open(found, clause) and all(body.label.vi in said for body in bodies)
    else:
        named = what.label.vi in said and what.proof is not None and what.proof.vi in said
    return found.of(clause).id == "undetermined" and named


def why_open(found: Assessment[Any], clause: Clause[Any]) -> set[str]:
    """The reason codes of what leaves a clause open."""
    return {code for leaf in open_leaves(found.finding(clause)) for code in reasons(leaf)}


def open_without(clause: Clause[Any], dossier: Dossier[Any], part: str, *, on: date = AT_THE_FINAL) -> bool:
    """As `stays_open_for`, for a part that was taken off file."""
    words = PLAN.vocabulary(type(dossier.subject))
    declared: tuple[Fact | Register, ...] = (*words.facts, *words.registers)
    (what,) = (what for what in declared if what.name == part)
    return stays_open_for(clause, dossier, what, on=on)


def cautions(found: Assessment[Any]) -> set[str]:
    """The codes of the cautions of an assessment."""
    return {caution.code for caution in found.knowledge.cautions}


def words(bullet: type) -> str:
    """The docstring of a test class as one line: the bullet it tests, in the words of the plan."""
    return " ".join((bullet.__doc__ or "").split())
