"""needs(): which papers and judgements not on file would settle a verdict, as minimal sets."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from thidua import nodes as n
from thidua.displays import Shown
from thidua.findings import Assessment, Finding
from thidua.interpreters.arguments import check_assessment, check_given
from thidua.interpreters.openings import OpenField, Opening, OpenPlace, is_open
from thidua.interpreters.pivotal import pivotal, turned_by_a_reading
from thidua.interpreters.settling import settling
from thidua.interpreters.why import standing
from thidua.knowledge import UNHEARD_OF, Known
from thidua.nodes import Fact, Kind, Predicate, Reading, Register
from thidua.periods import Survey
from thidua.verdicts import FINALS, Verdict

KINDS = ("value", "correction", "former_units", "judgement", "field", "entries", "register", "reading")
"""What may be needed: a paper on a fact, one that says which of several is right, the figures of former units that a
sum still lacks, a judgement, a field of an entry on file, entries declared but not on file, the rest of a register, and
that a reading be adopted."""


@frozen
class Need:
    """One thing that is needed, of one of `KINDS`.

    `survey` is the survey whose figure it is, `entry` the entry a field belongs to, `number` how many entries are not
    on file. `places` are the ids of the clauses that ask for it, and of the group where that asks itself.
    `may_settle_alone` says that some way it may turn out would settle the verdict by itself. `units` names the former
    units whose figures a sum lacks, "" being the time since they were taken over.
    """

    kind: str
    what: Fact | Register | Reading
    survey: Survey | None
    entry: str
    register: Register | None
    number: int
    places: tuple[str, ...]
    may_settle_alone: bool
    units: tuple[str, ...] = ()

    @property
    def judged(self) -> bool:
        """Whether a body must judge it, rather than a paper tell it."""
        return self.kind in ("judgement", "reading")


@frozen
class Needs(Shown):
    """What would settle a verdict.

    `sets` are minimal: each, once supplied in any way, makes the verdict definite, and no part of it always does. What
    settles alone comes before what settles together, and measured before judged. Empty when the verdict is definite.

    Where `settles` is false papers alone cannot always do it, because a reading is not adopted, or the share of nothing
    is asked for: the one set is then all that is open. `capped` says that the search was cut short: every set still
    settles the verdict, but there may be others, and one may hold more than it needs. `assessment` is the one asked
    about; what is needed is compared without it.
    """

    place: str
    verdict: Verdict
    sets: tuple[tuple[Need, ...], ...]
    settles: bool
    capped: bool
    assessment: Assessment[Any] = field(repr=False, eq=False)


def needs(assessment: Assessment[Any], *, of: str | None = None, at_most: int = 2_000) -> Needs:
    """What would settle the verdict on a group, or `of` one of its clauses.

    To supply a fact is to put on file any one value that is still possible; of papers that disagree, a correction that
    leaves one of the values between them. To supply a judgement is any level. To supply a register is to file all other
    entries there are, any number with anything recorded of all that is asked, and a declaration of completeness that
    agrees; to supply a field of an entry on file is any value of it. At most `at_most` ways of anything are followed.

    Raises `UnknownNameError` for a clause of another group, `WrongValueError` for what is no assessment or no number.

    >>> from datetime import date
    >>> from thidua import PLAN, Dossier, Official, assess
    >>> found = assess(PLAN, Dossier(Official("CB-01", "Cán bộ Ví Dụ")), on=date(2025, 12, 31))
    >>> [(need.kind, need.what.name) for need in needs(found).sets[0]][:2]
    [('value', 'works_on_poverty_reduction'), ('register', 'initiatives')]
    """
    check_assessment("needs", assessment)
    check_given("at_most", at_most, int, "a whole number")
    place = assessment.criteria.id if of is None else assessment.criteria.clause(of).id
    found = assessment.found if of is None else assessment.finding(of)
    if found.mask in FINALS:
        return Needs(place, found.verdict, (), settles=True, capped=False, assessment=assessment)
    search = settling(found, assessment.knowledge, assessment.setting, at_most=at_most)
    places = standing(assessment, of)
    readings = _readings(found, places)
    made = {
        opening: _need(assessment, opening, _asking(search.read_by[opening], places), alone=opening in search.alone)
        for each in search.sets
        for opening in each
    }
    sets = [[*sorted((made[one] for one in each), key=_rank)] for each in search.sets]
    if not search.settles:
        sets = [[*(sets[0] if sets else []), *readings]]
    ranked = sorted(sets, key=lambda each: (len(each), sum(need.judged for need in each)))
    return Needs(
        place,
        found.verdict,
        tuple(tuple(each) for each in ranked if each),
        settles=search.settles,
        capped=search.capped,
        assessment=assessment,
    )


def _rank(need: Need) -> tuple[bool, bool]:
    return (need.judged, not need.may_settle_alone)


def _asking(leaves: tuple[Predicate, ...], places: dict[Predicate, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for leaf in leaves for place in places[leaf]))


def _need(assessment: Assessment[Any], opening: Opening, places: tuple[str, ...], *, alone: bool) -> Need:
    knowledge = assessment.knowledge
    if isinstance(opening, OpenPlace):
        known = knowledge.places.get(opening.place)
        units = _units_unsaid(opening.fact, known)
        kind = "value" if known is None else "former_units" if units else "correction"
        kind = "judgement" if opening.fact.kind is Kind.JUDGED else kind
        return Need(kind, opening.fact, opening.survey, "", None, 0, places, alone, units)
    if isinstance(opening, OpenField):
        return Need("field", opening.fact, None, opening.entry, opening.register, 0, places, alone)
    number = knowledge.registers.get(opening.register.name, UNHEARD_OF).unseen_low
    return Need("entries" if number else "register", opening.register, None, "", None, number, places, alone)


def _units_unsaid(fact: Fact, known: Known | None) -> tuple[str, ...]:
    """The former units that leave a sum open; none where papers disagree, which no further figure can settle."""
    if known is None or known.conflict:
        return ()
    return tuple(name for name, part in known.built if is_open(fact, part))


def _readings(found: Finding, places: dict[Predicate, tuple[str, ...]]) -> list[Need]:
    """The readings not adopted that leave a verdict open."""
    asked: dict[Reading, dict[str, None]] = {}
    for each in pivotal(found).values():
        if isinstance(each.node, n.Choose) and turned_by_a_reading(each):
            asked.setdefault(each.node.reading, {}).update(dict.fromkeys(places[each.node]))
    return [
        Need("reading", reading, None, "", None, 0, tuple(at), may_settle_alone=False) for reading, at in asked.items()
    ]
