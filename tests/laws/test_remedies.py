"""The laws of remedies, over generated predicates and what may be known of the places they read.

A remedy does what it says; nothing smaller does; the past stays as it is; every change there is was looked at; and the
order in which things are written does not matter.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any

from attrs import evolve
from exhaustive import fewest, too_many
from hypothesis import assume, given
from hypothesis import strategies as st
from knowledge_strategies import knowledge_for
from movement import CUT_OFF_DAY, END, plan_for
from possible import values
from shown import short
from strategies import FAMILIES, clause_conditions

from thidua import nodes as n
from thidua.conditions import ALWAYS, NEVER, all_of, any_of, at_least, where
from thidua.interpreters.remedying.changeable import Read, is_settled, levers_of, reads
from thidua.interpreters.remedying.levers import Moves, NewEntries, Option, after
from thidua.interpreters.remedying.outlook import Outlook, World
from thidua.interpreters.remedying.resolving import Resolving
from thidua.interpreters.remedying.search import Search
from thidua.interpreters.remedying.solving import solve
from thidua.knowledge import Known, KnownEntry, KnownRegister, nothing_known
from thidua.movements import Setting
from thidua.nodes import Fact, Kind, Predicate, Register
from thidua.verdicts import F, M

ON = CUT_OFF_DAY - timedelta(days=3)
"""Three days are left, so that all of them can be tried."""
CAP = 1_500
TRIES = 10


def looking_at_the_survey_to_come() -> Setting:
    """The final review, whose cuối kỳ is a survey not yet approved."""
    plan = plan_for(ALWAYS)
    readings = tuple(evolve(r, adopted="2025") if r.id == END.id else r for r in plan.readings)
    return evolve(plan, readings=readings).setting(on=CUT_OFF_DAY)


SETTINGS = (plan_for(ALWAYS).setting(on=CUT_OFF_DAY), looking_at_the_survey_to_come())


LEAVES = st.one_of(
    *(FAMILIES[name] for name in ("days", "how many entries", "what entries add up to", "numbers", "shares", "falls")),
    FAMILIES["constants, reviews, choices, yes or no, judgements"], FAMILIES["every entry of a register"],
)  # fmt: skip
ASKED = st.one_of(
    clause_conditions, LEAVES, st.builds(all_of, LEAVES, LEAVES), st.builds(any_of, LEAVES, LEAVES),
    st.builds(lambda a, b, c: all_of(any_of(a, b), c), LEAVES, LEAVES, LEAVES),
    st.builds(lambda a, b, c: at_least(2, a, b, c, if_fewer_applicable="cap"), LEAVES, LEAVES, LEAVES),
    st.builds(where, LEAVES, LEAVES),
)  # fmt: skip


class NotMet:
    """A predicate that is not met as things stand, three days before the cut-off."""

    def __init__(self, node: Predicate, ahead: Outlook) -> None:
        self.node, self.ahead = node, ahead

    def __repr__(self) -> str:
        return f"{short(self.node)} with {short(self.ahead.standing.places)} {short(self.ahead.standing.registers)}"

    def solved(self, node: Predicate | None = None) -> tuple[list[Moves], Search]:
        """The smallest moves, and the search that found them."""
        search = Search(self.ahead, CAP)
        return solve(search, [(node or self.node, M)]).found, search


@st.composite
def not_met(draw: st.DrawFn) -> NotMet:
    """A predicate with knowledge that leaves it not met."""
    for _ in range(TRIES):
        case = draw(standing())
        found = case.ahead.found(case.node, case.ahead.standing).mask
        if found in (F, M) and levers_of([case.node], case.ahead):
            return case if found == F else NotMet(n.Not(case.node), case.ahead)
    return NotMet(n.AllOf((case.node, NEVER.node)), case.ahead)


@st.composite
def standing(draw: st.DrawFn) -> NotMet:
    """A predicate with knowledge, met or not."""
    setting = draw(st.sampled_from(SETTINGS))
    asked = draw(ASKED)
    node = Resolving({}, setting.review.id).resolved(asked.node)
    if draw(st.sampled_from([True, False, False])):
        knowledge = draw(knowledge_for(node, setting, {}))
        places, registers = dict(knowledge.places), dict(knowledge.registers)
    else:
        read = list(dict.fromkeys(reads(node, dict(setting.surveys))))
        places = {what.place: draw(one_value(what.fact)) for what in read if isinstance(what, Read)}
        registers = {what.name: draw(filed(what)) for what in read if not isinstance(what, Read)}
    keyed = {
        name: held._replace(entries=tuple(e._replace(key=str(i)) for i, e in enumerate(held.entries)))
        for name, held in registers.items()
    }
    return NotMet(node, Outlook(ON, setting, World(places, keyed, setting.days)))


def one_value(fact: Fact) -> st.SearchStrategy[Known]:
    """What a good dossier says of a fact: one value; of a day, that it is past, to come, or did not happen."""
    if fact.kind is Kind.DAY:
        shifts = st.sampled_from([-1500, -1, 1, 2, 3, 4])
        days = shifts.map(lambda shift: ON + timedelta(shift)).map(lambda day: Known(day, day))
        return st.one_of(days, st.just(Known(never=True, happens=False)))
    given_values = values(fact, nothing_known(fact))
    if fact.kind in (Kind.CHOICE, Kind.YES_NO):
        return st.sampled_from(given_values).map(lambda option: Known(options=frozenset((option,))))
    return st.sampled_from(given_values).map(lambda value: Known(value, value))


def filed(register: Register) -> st.SearchStrategy[KnownRegister]:
    """A complete register of no, one or two entries, all of whose fields are filled in."""
    filled = st.fixed_dictionaries({fact.name: one_value(fact) for fact in register.fields})
    entries = st.lists(filled.map(lambda places: KnownEntry("", places)), max_size=2)
    return entries.map(lambda made: KnownRegister(tuple(made), 0, 0))


def touched(moves: Moves) -> int:
    """How many places and entries are changed."""
    return sum(len(lever.amounts(steps)) if isinstance(lever, NewEntries) else 1 for lever, steps in moves)


def smaller(moves: Moves) -> list[Moves]:
    """The same levers moved by less, or not at all; an option is another one, and not less."""
    ways = [(0, steps) if isinstance(lever, Option) else range(steps + 1) for lever, steps in moves]
    found = [
        tuple((lever, less) for (lever, _), less in zip(moves, chosen, strict=True) if less)
        for chosen in product(*ways)
    ]
    return [less for less in found if less != moves]


def reversed_(node: Any) -> Any:
    """The tree with all parts in the opposite order."""
    match node:
        case n.AllOf(parts=parts) | n.AnyOf(parts=parts) | n.AtLeast(parts=parts):
            return evolve(node, parts=tuple(reversed_(part) for part in reversed(parts)))
        case n.Not(part=part):
            return n.Not(reversed_(part))
        case n.Where(guard=guard, body=body):
            return n.Where(reversed_(guard), reversed_(body))
        case _:
            return node


class TestRemedies:
    """Every remedy, applied, gives met or a verdict open only for what is missing, and no smaller change does."""

    @given(not_met())
    def test_a_remedy_once_applied_does_what_it_says(self, case: NotMet) -> None:
        found, _ = case.solved()

        assert all(case.ahead.found(case.node, after(case.ahead.standing, moves)).mask & M for moves in found)

    @given(not_met())
    def test_no_smaller_change_of_the_same_facts_does(self, case: NotMet) -> None:
        found, _ = case.solved()

        for moves in found:
            for less in smaller(moves):
                assert not case.ahead.found(case.node, after(case.ahead.standing, less)).mask & M

    @given(not_met())
    def test_the_fewest_touched_are_as_few_as_an_exhaustive_search_finds(self, case: NotMet) -> None:
        assume(not too_many(case.node, case.ahead))
        found, search = case.solved()
        least = min(map(touched, found), default=None)
        by_trying = fewest(case.node, case.ahead)

        assert search.capped or by_trying is None or least == by_trying
        assert by_trying is not None or least is None or least > 2

    @given(not_met())
    def test_nothing_proposes_to_change_the_past(self, case: NotMet) -> None:
        ahead = case.ahead
        found, _ = case.solved()

        for moves in found:
            world = after(ahead.standing, moves)
            for what in reads(case.node, ahead.surveys):
                if isinstance(what, Read):
                    was, now = ahead.standing.places.get(what.place), world.places.get(what.place)
                    assert was == now or not (was is None or is_settled(what, ahead) or is_past(was, ahead.on))
                else:
                    held, after_it = ahead.standing.registers.get(what.name), world.registers.get(what.name)
                    before = held.entries if held else ()
                    entries = after_it.entries if after_it else ()
                    assert all(entry.places[what.dated_by].low > ON for entry in entries[len(before) :])
                    for entry, then in zip(before, entries, strict=False):
                        changed = [name for name in entry.places if entry.places[name] != then.places[name]]
                        assert not any(is_past(entry.places[name], ON) for name in changed)

    @given(not_met())
    def test_the_order_of_the_parts_does_not_matter(self, case: NotMet) -> None:
        found, search = case.solved()
        turned, other = case.solved(reversed_(case.node))

        assert search.capped or other.capped or said(found) == said(turned)


def is_past(known: Any, on: date) -> bool:
    """Whether a day has come, so that it can no longer be another."""
    return isinstance(known.low, date) and known.low <= on


def said(found: list[Moves]) -> set[frozenset[tuple[tuple[str, str], str, int]]]:
    """The moves, whatever their order."""
    return {frozenset((lever.about, type(lever).__name__, steps) for lever, steps in moves) for moves in found}
