"""asked_of(): what a plan asks of a kind of subject, at which survey, by which of its sentences, and in what words.

Schema, checklist and judgement sheet are all made from it. Readings are taken as adopted; with none adopted, as all.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from attrs import frozen

from thidua import nodes as n
from thidua.clauses import Clause, Criteria
from thidua.errors import IncompleteError, expect
from thidua.interpreters.found import LEAVES
from thidua.interpreters.papers import survey_at
from thidua.knowledge import place_of
from thidua.movements import Plan, Setting
from thidua.nodes import Fact, Node, Op, Predicate, Register
from thidua.periods import Survey, When
from thidua.provisions import Provision
from thidua.subjects import Subject
from thidua.walks import READERS, children, facts_of, reads_of

Place = Clause[Any] | Criteria[Any]


class Use(NamedTuple):
    """The id of a clause, a group or a form of commendation, and the condition there that reads something.

    Of a register also the fields read, and whether it must be declared complete before the condition can be met.
    """

    place: str
    condition: Predicate
    fields: tuple[Fact, ...] = ()
    complete: bool = False


@frozen
class Asked:
    """A fact, at a survey where it is counted by surveys, or a register: what is asked for, and everywhere it is used.

    `when` is the moment the plan names, `survey` the one it means on the day of assessment, where one is given.
    `forms` are uses by the questions put before a form of commendation.
    """

    what: Fact | Register
    when: When | None
    survey: Survey | None
    clauses: tuple[Use, ...]
    forms: tuple[Use, ...]

    @property
    def place(self) -> str:
        """Where knowledge keeps it."""
        return self.what.name if isinstance(self.what, Register) else place_of(self.what, self.survey)

    @property
    def fields(self) -> tuple[Fact, ...]:
        """The fields that are read of its entries; none of a fact."""
        return tuple(dict.fromkeys(fact for use in (*self.clauses, *self.forms) for fact in use.fields))


def asked_of(
    plan: Plan, kind: type[Subject], *, on: date | None = None, review: str | None = None
) -> tuple[Asked, ...]:
    """Everything that is asked of a kind of subject, in the order of the plan, each thing once.

    Without a day, for any review but special cases, with moments by their names; `review` alone is an
    `IncompleteError`, since what a moment means depends on the day.
    """
    expect(plan, Plan)
    if on is None and review is not None:
        msg = f"asked_of(): review={review!r} needs on=…, the day of assessment"
        raise IncompleteError(msg)
    setting = None if on is None else plan.setting(on=on, review=review)
    surveys = {} if setting is None else dict(setting.surveys)
    found: dict[tuple[Fact | Register, When | None], _Uses] = {}

    def uses(read: _Read) -> _Uses:
        means = read.when if read.when is None or setting is None else survey_at(read.when, surveys)
        return found.setdefault((read.what, means), _Uses(read.when, {}, {}))

    for item in places_of(plan, kind):
        for read in _reads(item.node, item.id):
            uses(read).clauses[read.use] = None
    for route in plan.routes:
        if kind in route.subjects and _is_open(route.reviews, setting, special=route.special):
            for read in _reads(route.asks, route.form):
                uses(read).forms[read.use] = None
    return tuple(
        Asked(what, kept.when, means if isinstance(means, Survey) else None, tuple(kept.clauses), tuple(kept.forms))
        for (what, means), kept in found.items()
    )


class _Uses(NamedTuple):
    when: When | None
    clauses: dict[Use, None]
    forms: dict[Use, None]


class _Read(NamedTuple):
    what: Fact | Register
    when: When | None
    use: Use


def places_of(plan: Plan, kind: type[Subject]) -> tuple[Place, ...]:
    """The group that addresses a kind of subject and then its clauses; nothing where the plan has none."""
    found: list[Place] = []
    for group in plan.criteria:
        if group.subject is kind:
            found.extend((group, *group.clauses))
    return tuple(found)


def sentence_of(item: Place) -> Provision | Clause[Any]:
    """The words of the plan at a place: of a group its heading."""
    return item.heading if isinstance(item, Criteria) else item


def only_under(item: Place) -> dict[Fact | Register, tuple[str, ...]]:
    """What is not read as the readings are adopted, with the fewest of them that must change for it to be read."""
    read = {what for what, _ in _terms(item.node)}
    found: dict[Fact | Register, tuple[str, ...]] = {}
    for what, changed in sorted(_changing(item.node, ()), key=lambda pair: len(pair[1])):
        if what not in read:
            found.setdefault(what, changed)
    return found


def _changing(node: Node, changed: tuple[str, ...]) -> Iterator[tuple[Fact | Register, tuple[str, ...]]]:
    """What is read under any option, with the readings that must change on the way to it."""
    if isinstance(node, READERS):
        yield from ((what, changed) for what, _ in _terms(node))
    elif isinstance(node, n.Choose | n.ChooseQuantity):
        for name, option in node.options:
            kept = node.reading.adopted in (None, name) or node.reading.id in changed
            yield from _changing(option, changed if kept else (*changed, node.reading.id))
    else:
        for child in children(node):
            yield from _changing(child, changed)


def _is_open(reviews: tuple[str, ...], setting: Setting | None, *, special: bool) -> bool:
    return not special if setting is None else setting.review.id in reviews


def taken(node: Node) -> Iterator[Node]:
    """The nodes directly below a node, of a reading the adopted option alone."""
    if isinstance(node, n.Choose | n.ChooseQuantity):
        yield from (option for name, option in node.options if node.reading.adopted in (None, name))
    else:
        yield from children(node)


def _reads(node: Node, place: str, *, negated: bool = False) -> Iterator[_Read]:
    if isinstance(node, LEAVES):
        for what, when in dict.fromkeys(_terms(node)):
            if isinstance(what, Register):
                fields = tuple(dict.fromkeys(_fields(node, what)))
                use = Use(place, node, fields, negated or not _enough_from_below(node, what))
            else:
                use = Use(place, node)
            yield _Read(what, when, use)
    else:
        for child in taken(node):
            yield from _reads(child, place, negated=negated ^ isinstance(node, n.Not))


def _terms(node: Node) -> Iterator[tuple[Fact | Register, When | None]]:
    for what, when in reads_of(node, taken):
        yield what if isinstance(what, Fact) else what.register, when


def _fields(node: Node, register: Register) -> Iterator[Fact]:
    """The fields of a register that a condition reads, the day of an entry first."""
    match node:
        case n.Number(register=held, where=each) | n.AreAll(register=held, each=each) if held == register:
            yield next(fact for fact in register.fields if fact.name == register.dated_by)
            yield from (fact for fact, _ in _terms(each) if isinstance(fact, Fact))
        case n.Total(register=held, of=of, where=each) if held == register:
            yield next(fact for fact in register.fields if fact.name == register.dated_by)
            yield from (fact for fact, _ in _terms(each) if isinstance(fact, Fact))
            yield of
        case _:
            for child in taken(node):
                yield from _fields(child, register)


def _enough_from_below(node: Predicate, register: Register) -> bool:
    """Whether entries on file can meet a condition however many more there are: a number that must be reached."""
    if not isinstance(node, n.Compare):
        return False
    more, less = (node.left, node.right) if node.op in (Op.AT_LEAST, Op.MORE_THAN) else (node.right, node.left)
    return register not in facts_of(less) and _only_adds(more)


def _only_adds(term: Node) -> bool:
    match term:
        case n.Number() | n.Total() | n.Recorded() | n.Exactly():
            return True
        case n.Sum() | n.ChooseQuantity():
            return all(map(_only_adds, taken(term)))
        case n.Times(factor=factor, term=inner):
            return factor >= 0 and _only_adds(inner)
        case _:
            return False
