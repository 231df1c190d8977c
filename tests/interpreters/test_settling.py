"""settling(): which openings settle an open verdict, in any way they turn out; against trying everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, combinations_with_replacement, product
from math import prod
from typing import Any

from attrs import evolve
from hypothesis import assume, event, given
from hypothesis import strategies as st
from knowledge_strategies import Case, cases
from movement import (
    AT_FINAL,
    CUT_OFF_DAY,
    FIRST,
    SECOND,
    Colour,
    colour,
    due_on,
    effort,
    gifts,
    given_on,
    honest,
    jobs,
    left_on,
    lends,
    near,
    poor,
    promised_on,
    real,
    worth,
)
from open_trees import subsets
from strategies import DAYS, compared, falling

from thidua import nodes as n
from thidua.conditions import ALWAYS, NEVER, NOT_APPLICABLE, Condition, all_of, any_of, at_least, not_, where
from thidua.interpreters.assess import judge
from thidua.interpreters.openings import OpenField, Opening, OpenPlace, OpenRest, said_as
from thidua.interpreters.settling import Settling, settling
from thidua.knowledge import Knowledge, Known, KnownEntry, KnownRegister, nothing_known
from thidua.nodes import Kind
from thidua.periods import CUT_OFF, START_OF_PERIOD
from thidua.quantities import dong, years
from thidua.readings import Level
from thidua.verdicts import FINALS
from thidua.walks import nodes_of

MANY = 100_000
NEAR_DAYS = sorted(
    {
        (day + timedelta(shift)).replace(year=day.year + years)
        for day in DAYS[1:]
        for shift in (-1, 0, 1)
        for years in (-5, -3, 0, 3, 5)
    }
)


def settled(case: Case) -> Settling:
    """What settles a case."""
    found = judge(case.predicate, case.knowledge, case.setting, case.clauses)
    return settling(found, case.knowledge, case.setting, at_most=MANY)


def values(opening: OpenPlace, knowledge: Knowledge) -> list[Known]:
    """Every value of a place that tests can tell from the others."""
    fact = opening.fact
    known = knowledge.places.get(opening.place, nothing_known(fact))
    match fact.kind:
        case Kind.CHOICE | Kind.YES_NO:
            return [said_as(fact, option) for option in sorted(known.options)]
        case Kind.DAY:
            low, high = known.low or date.min, known.high or date.max
            days: list[Any] = [day for day in {*NEAR_DAYS, low, high} if low <= day <= high and day.year > 1]
            return [said_as(fact, day) for day in [*sorted(days), *([None] if known.never else [])] if day != date.max]
        case _:
            return [said_as(fact, number) for number in range(known.low, known.high + 1)]


def always_definite(case: Case, chosen: frozenset[OpenPlace], choices: dict[OpenPlace, list[Known]]) -> bool:
    """Whether the verdict is definite in every way of supplying these places."""
    openings = sorted(chosen, key=repr)
    for told in product(*(choices[opening] for opening in openings)):
        places = {**case.knowledge.places, **{o.place: known for o, known in zip(openings, told, strict=True)}}
        after = evolve(case.knowledge, places=places)
        if judge(case.predicate, after, case.setting, case.clauses).mask not in FINALS:
            return False
    return True


def minimal_by_trying_all(case: Case, openings: list[OpenPlace]) -> set[frozenset[OpenPlace]]:
    """The minimal sets of places."""
    choices = {opening: values(opening, case.knowledge) for opening in openings}
    assume(prod(map(len, choices.values())) <= 400)
    found: list[frozenset[OpenPlace]] = []
    for chosen in subsets(openings):
        if not any(smaller <= chosen for smaller in found) and always_definite(case, chosen, choices):
            found.append(chosen)
    return set(found)


def combined(parts: st.SearchStrategy[Condition[Any]]) -> st.SearchStrategy[Condition[Any]]:
    several = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        several.map(lambda given: all_of(*given)),
        several.map(lambda given: any_of(*given)),
        parts.map(not_),
        st.builds(where, parts, parts),
        several.map(lambda given: at_least(2, *given, if_fewer_applicable="cap")),
    )


figures = st.sampled_from([poor, near, poor + near, poor.at(START_OF_PERIOD), jobs, poor - jobs, poor.times(2) - near])
places: st.SearchStrategy[Condition[Any]] = st.one_of(
    st.sampled_from(
        [lends.is_yes(), honest.is_judged_so(), colour.is_one_of(Colour.RED), colour.is_one_of(Colour.BLUE)]
    ),
    st.sampled_from(Level).map(effort.is_judged_at_least),
    compared(figures, st.integers(0, 3)),
    falling(st.sampled_from([ALWAYS, NEVER, NOT_APPLICABLE, lends.is_yes()])).filter(
        lambda fall: (
            fall.node.since == START_OF_PERIOD
            and not any(isinstance(node, n.Quotient | n.ChooseQuantity) for node in nodes_of(fall.node))
        )
    ),
    st.sampled_from([due_on, CUT_OFF, *DAYS[1:4]]).map(left_on.is_not_after),
    st.sampled_from([3, 5]).map(lambda span: left_on.is_at_least(years(span), before=CUT_OFF)),
)
of_places = st.recursive(places, combined, max_leaves=5)
asked_of_places = of_places.map(lambda condition: (condition, {FIRST: ALWAYS.node, SECOND: ALWAYS.node}))


class TestPlaces:
    """Every set, once supplied in any way, makes the verdict definite, and no proper subset always does."""

    @given(cases(asked_of_places))
    def test_the_sets_are_those_that_trying_all_finds(self, case: Case) -> None:
        outcome = settled(case)
        openings = list(outcome.read_by)
        event(f"open: {len(openings)}")
        if judge(case.predicate, case.knowledge, case.setting, case.clauses).mask in FINALS:
            assert outcome.sets == ()
            return
        assume(len(openings) <= 4)
        expected = minimal_by_trying_all(case, openings)
        event(f"sets: {len(expected)} of {sorted(map(len, expected))}")
        assert not outcome.capped
        assert outcome.settles
        assert {frozenset(each) for each in outcome.sets} == expected


ENTRIES_OF_A_KIND = [
    KnownEntry("new", {
        "given_on": said_as(given_on.fact, DAYS[3]),
        "promised_on": said_as(promised_on.fact, promised),
        "real": Known(options=frozenset({answer})),
        "worth": Known(amount, amount),
    })
    for answer, promised, amount in product(["yes", "no"], [DAYS[2], CUT_OFF_DAY, None], [0, 1, 2])
]  # fmt: skip
"""An entry of every kind that the questions below can tell apart."""
of_gifts: st.SearchStrategy[Condition[Any]] = st.one_of(
    st.sampled_from([
        gifts.are_all(real.is_yes()), gifts.are_all(promised_on.is_not_after(DAYS[3]), among=real.is_yes()),
        gifts.total(worth).is_at_least(dong(2)), gifts.total(worth, where=real.is_yes()).is_more_than(dong(0)),
        lends.is_yes(),
    ]),
    st.integers(0, 2).map(lambda k: gifts.number(where=real.is_yes()).is_at_least(k)),
    st.integers(1, 2).map(lambda k: gifts.number(where=promised_on.is_not_after(DAYS[3])).is_less_than(k)),
)  # fmt: skip
of_a_register = st.recursive(of_gifts, combined, max_leaves=3)


@st.composite
def gift_registers(draw: st.DrawFn) -> KnownRegister:
    """Up to two entries of which little is known, and perhaps some more."""
    some = st.fixed_dictionaries(
        {},
        optional={
            "real": st.sampled_from(["yes", "no"]).map(lambda answer: Known(options=frozenset({answer}))),
            "worth": st.sampled_from([Known(0, 0), Known(2, 2), Known(1, 2)]),
            "promised_on": st.sampled_from([Known(DAYS[2], DAYS[2]), Known(never=True, happens=False)]),
        },
    )
    day = st.sampled_from([Known(DAYS[3], DAYS[3])] * 3 + [Known(DAYS[3], CUT_OFF_DAY + timedelta(1))])
    days = st.lists(st.tuples(day, some), max_size=2)
    entries = tuple(
        KnownEntry(str(i), {"given_on": given, **rest}, certain=given.low == given.high)
        for i, (given, rest) in enumerate(draw(days))
    )
    low, high = draw(st.sampled_from([(0, 0), (0, 0), (1, 1), (0, 2), (0, None)]))
    surplus = draw(st.sampled_from([0, 0, 0, min(1, len(entries))]))
    return KnownRegister(entries, low, None if surplus else high, surplus)


def completed(held: KnownRegister, chosen: frozenset[Opening]) -> Iterator[KnownRegister]:
    """The register in every way of supplying what is chosen of it."""
    rows: list[list[KnownEntry | None]] = []
    for entry in held.entries:
        kinds: list[KnownEntry | None] = [entry]
        for opening in chosen:
            if isinstance(opening, OpenField) and opening.entry == entry.key:
                kinds = [after for kind in kinds for after in filled(kind, opening)]
        rows.append(kinds)
    rest = any(isinstance(opening, OpenRest) for opening in chosen)
    for row in product(*rows):
        kept = tuple(entry for entry in row if entry is not None)
        if not rest:
            yield held._replace(entries=kept)
            continue
        most = held.unseen_low + 2 if held.unseen_high is None else held.unseen_high
        for left_out in range(min(held.surplus, len(kept)) + 1):
            for belong in combinations(kept, len(kept) - left_out):
                for number in range(held.unseen_low, most + 1):
                    for added in combinations_with_replacement(ENTRIES_OF_A_KIND, number):
                        yield KnownRegister((*belong, *added), 0, 0)


def filled(entry: KnownEntry | None, opening: OpenField) -> Iterator[KnownEntry | None]:
    """An entry with one more field recorded; none, where its day turns out not to count."""
    if entry is None:
        yield None
        return
    known = entry.places.get(opening.fact.name, nothing_known(opening.fact))
    of_field: dict[str, Any] = {
        "given_on": lambda: [known.low, known.high],
        "real": lambda: sorted(known.options),
        "promised_on": lambda: [DAYS[2], CUT_OFF_DAY, None],
        "worth": lambda: range(known.low, known.high + 1),
    }
    for value in of_field[opening.fact.name]():
        if opening.fact == given_on.fact and value > CUT_OFF_DAY:
            yield None
        else:
            certain = entry.certain or opening.fact == given_on.fact
            yield entry._replace(
                places={**entry.places, opening.fact.name: said_as(opening.fact, value)}, certain=certain
            )


class TestRegisters:
    """To supply a register is to file all other entries there are, any number with anything recorded of all that is
    asked, and a declaration of completeness that agrees."""

    @given(of_a_register, gift_registers(), st.sampled_from([None, "yes"]))
    def test_the_sets_are_those_that_trying_all_finds(
        self, condition: Condition[Any], held: KnownRegister, answer: str | None
    ) -> None:
        places = {} if answer is None else {"lends": Known(options=frozenset({answer}))}
        knowledge = Knowledge(places, {"gifts": held}, AT_FINAL.days)
        found = judge(condition.node, knowledge, AT_FINAL)
        outcome = settling(found, knowledge, AT_FINAL, at_most=MANY)
        openings = list(outcome.read_by)
        event(f"open: {len(openings)}")
        if found.mask in FINALS:
            assert outcome.sets == ()
            return
        assume(len(openings) <= 4)
        expected: list[frozenset[Opening]] = []
        for chosen in subsets(openings):
            answers = ["yes", "no"] if any(isinstance(o, OpenPlace) for o in chosen) else [answer]
            told = [{} if each is None else {"lends": Known(options=frozenset({each}))} for each in answers]
            if not any(smaller <= chosen for smaller in expected) and all(
                judge(condition.node, Knowledge(place, {"gifts": way}, AT_FINAL.days), AT_FINAL).mask in FINALS
                for way in completed(held, chosen)
                for place in told
            ):
                expected.append(chosen)
        assert outcome.settles
        assert not outcome.capped
        assert {frozenset(each) for each in outcome.sets} == set(expected)
