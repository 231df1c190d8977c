"""What Hypothesis draws: predicates of every shape over the invented movement, and knowledge for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from movement import (
    ALSO_OPEN,
    CUT_OFF_DAY,
    FIRST,
    OPEN,
    S2021,
    S2022,
    SECOND,
    SETTLED,
    SUFFICIENT,
    Colour,
    Gift,
    Place,
    Visit,
    colour,
    due_on,
    effort,
    gifts,
    given_on,
    honest,
    jobs,
    left_on,
    lends,
    made_on,
    near,
    paid,
    poor,
    promised_on,
    real,
    same,
    shape,
    useful,
    visits,
    worth,
)
from one_world import Clauses

from thidua.conditions import (
    ALWAYS,
    NEVER,
    NOT_APPLICABLE,
    Condition,
    all_of,
    any_of,
    at_least,
    at_review,
    not_,
    unless,
    where,
)
from thidua.measures import DatedQuantity, Quantity
from thidua.nodes import ClauseMet
from thidua.periods import AT_REVIEW, CUT_OFF, END_OF_REVIEW_YEAR, ON_THE_DAY, START_OF_PERIOD
from thidua.quantities import dong, percent, years
from thidua.readings import Level

MODES = st.sampled_from(["cap", "strict", "not_applicable"])
CONSTANTS = st.sampled_from([ALWAYS, NEVER, NOT_APPLICABLE])
DAYS = [
    date(2020, 2, 29), date(2022, 5, 31), date(2022, 6, 1), date(2022, 12, 15),
    CUT_OFF_DAY, CUT_OFF_DAY + timedelta(1), date(2025, 12, 31),
]  # fmt: skip
"""Days on both sides of each boundary: a leap day, the first that counts, three years before the cut-off and it."""
MOMENTS = [ON_THE_DAY, CUT_OFF, END_OF_REVIEW_YEAR]


# predicates


def compared(quantities: st.SearchStrategy[Any], bounds: st.SearchStrategy[Any]) -> st.SearchStrategy[Condition[Any]]:
    """One of the four comparisons of a quantity with a bound or with another quantity."""
    verbs: list[Callable[[Any, Any], Condition[Any]]] = [
        Quantity.is_at_least, Quantity.is_more_than, Quantity.is_at_most, Quantity.is_less_than,
    ]  # fmt: skip
    return st.builds(lambda verb, a, b: verb(a, b), st.sampled_from(verbs), quantities, bounds)


small = st.integers(-1, 4)
rarely_twice = st.sampled_from([1, 1, 1, 2])


def switched(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value that depends on a reading, adopted or not."""
    return st.one_of(
        st.builds(lambda a, b: SETTLED.choose(first=a, second=b), values, values),
        st.builds(lambda a, b: OPEN.choose(first=a, second=b), values, values),
        st.builds(lambda a, b, c: ALSO_OPEN.choose(first=a, second=b, third=c), values, values, values),
    )


def _gift(leaves: st.SearchStrategy[Condition[Gift]]) -> st.SearchStrategy[Condition[Gift]]:
    pairs = st.tuples(leaves, leaves)
    return st.one_of(
        pairs.map(lambda two: all_of(*two)), pairs.map(lambda two: any_of(*two)),
        pairs.map(lambda two: where(*two)), leaves.map(not_), switched(leaves),
    )  # fmt: skip


amounts = st.integers(0, 3).map(dong)
gift_leaves: st.SearchStrategy[Condition[Gift]] = st.one_of(
    st.just(real.is_yes()), CONSTANTS, compared(st.just(worth), amounts),
    st.just(promised_on.is_before(given_on)), st.sampled_from(DAYS).map(promised_on.is_not_after),
    st.sampled_from(MOMENTS).map(lambda moment: given_on.is_at_most(years(3), before=moment)),
)  # fmt: skip
gift_conditions = st.one_of(st.just(real.is_yes()), CONSTANTS, gift_leaves, _gift(gift_leaves))
visit_conditions: st.SearchStrategy[Condition[Visit]] = st.one_of(
    st.just(ALWAYS), st.just(useful.is_yes()), compared(st.just(paid), amounts),
    st.just(where(useful.is_yes(), made_on.is_not_after(CUT_OFF))),
)  # fmt: skip

dated_leaves: st.SearchStrategy[DatedQuantity[Place, int]] = st.sampled_from([poor, near, poor + near])
dated = st.one_of(dated_leaves, switched(dated_leaves))
shares = st.sampled_from([poor.as_share_of(poor + near), near.as_share_of(poor), jobs.as_share_of(poor - near)])
dated_shares = st.sampled_from([poor.as_share_of(poor + near), near.as_share_of(poor)])
numbers: st.SearchStrategy[Quantity[Place, int]] = st.one_of(
    dated, st.just(jobs), st.just(poor - jobs),
    st.builds(lambda a, when: a.at(when), dated, st.sampled_from([START_OF_PERIOD, AT_REVIEW, S2021, S2022])),
    st.builds(lambda a, b, k: a.times(k) - b.at(START_OF_PERIOD), dated, dated_leaves, rarely_twice),
)  # fmt: skip
counted = st.one_of(
    gift_conditions.map(lambda c: gifts.number(where=c)), visit_conditions.map(lambda c: visits.number(where=c)),
    st.builds(lambda c, d: gifts.number(where=c) - visits.number(where=d), gift_conditions, visit_conditions),
    switched(st.sampled_from([gifts.number(where=real.is_yes()), visits.number()])),
)  # fmt: skip
totals = st.one_of(
    gift_conditions.map(lambda c: gifts.total(worth, where=c)),
    visit_conditions.map(lambda c: visits.total(paid, where=c)),
)


def falling(zero: st.SearchStrategy[Condition[Place]]) -> st.SearchStrategy[Condition[Place]]:
    """A fall, strictly or not, since the start or since a survey, of a number or of a share."""
    return st.builds(
        lambda a, share, strictly, since, z: (a.falls_by_more_than if strictly else a.falls_by_at_least)(
            percent(share), since=since, from_zero=z
        ),
        st.one_of(dated, dated_shares), st.sampled_from([0, 30, 50, 100]), st.booleans(),
        st.sampled_from([START_OF_PERIOD, START_OF_PERIOD, S2022, AT_REVIEW]), zero,
    )  # fmt: skip


some_colours = st.lists(st.sampled_from(Colour), min_size=1, max_size=2, unique=True)
simple: st.SearchStrategy[Condition[Place]] = st.one_of(
    CONSTANTS, st.just(lends.is_yes()), st.just(honest.is_judged_so()),
    st.just(at_review(same("the final review"), "final")),
    some_colours.map(lambda options: colour.is_one_of(*options)),
    some_colours.map(lambda options: shape.is_one_of(*options)),
    st.sampled_from([*Level, SUFFICIENT]).map(effort.is_judged_at_least),
)  # fmt: skip
timed: st.SearchStrategy[Condition[Place]] = st.one_of(
    st.one_of(st.just(due_on), st.sampled_from(MOMENTS), st.sampled_from(DAYS)).map(left_on.is_not_after),
    st.one_of(st.just(left_on), st.sampled_from(MOMENTS), st.sampled_from(DAYS)).map(due_on.is_before),
    st.builds(
        lambda handle, verb, span, moment, leap: verb(handle, years(span), before=moment, leap=leap),
        st.sampled_from([left_on, due_on]), st.sampled_from([type(left_on).is_at_least, type(left_on).is_at_most]),
        st.sampled_from([3, 5]), st.sampled_from(MOMENTS), st.sampled_from(["28_february", "1_march"]),
    ),
)  # fmt: skip
every_entry: st.SearchStrategy[Condition[Place]] = st.one_of(
    gift_conditions.map(gifts.are_all), visit_conditions.map(visits.are_all),
    st.builds(lambda each, among: gifts.are_all(each, among=among), gift_leaves, gift_leaves),
)  # fmt: skip
FAMILIES: dict[str, st.SearchStrategy[Condition[Place]]] = {
    "constants, reviews, choices, yes or no, judgements": simple,
    "days": timed,
    "every entry of a register": every_entry,
    "how many entries": compared(counted, st.integers(-1, 2)),
    "what entries add up to": compared(totals, st.one_of(amounts, amounts, totals)),
    "numbers": compared(numbers, st.one_of(small, numbers)),
    "shares": compared(shares, st.sampled_from([0, 25, 50, 100]).map(percent)),
    "falls": falling(CONSTANTS),
}
"""Predicates that are no combination, by what they speak of."""


_leaves = st.one_of(*FAMILIES.values(), falling(simple))


@st.composite
def of_family(draw: st.DrawFn, family: str) -> Condition[Place]:
    """A predicate of one family."""
    return draw(FAMILIES[family])


@st.composite
def leaves(draw: st.DrawFn) -> Condition[Place]:
    """A predicate that is no combination."""
    return draw(_leaves)


def _combined(parts: st.SearchStrategy[Condition[Place]]) -> st.SearchStrategy[Condition[Place]]:
    several = st.lists(parts, min_size=1, max_size=3)
    return st.one_of(
        several.map(lambda given: all_of(*given)), several.map(lambda given: any_of(*given)), parts.map(not_),
        st.builds(where, parts, parts), switched(parts),
        st.builds(
            lambda given, k, mode: at_least(min(k, len(given)), *given, if_fewer_applicable=mode),
            several, st.integers(1, 3), MODES,
        ),
    )  # fmt: skip


clause_conditions = st.recursive(leaves(), _combined, max_leaves=3)
"""What a clause may require."""
referring = st.sampled_from([Condition[Place](ClauseMet(FIRST)), Condition[Place](ClauseMet(SECOND))])
group_conditions = st.one_of(
    clause_conditions,
    st.recursive(st.one_of(leaves(), leaves(), referring), _combined, max_leaves=3),
    st.builds(unless, clause_conditions, st.one_of(leaves(), referring)),
)
"""What a group may require: it may also refer to its two clauses, and lose all to a disqualifier."""


_groups = st.tuples(group_conditions, leaves(), clause_conditions)


@st.composite
def groups(draw: st.DrawFn) -> tuple[Condition[Place], Clauses]:
    """What a group requires, with its two clauses."""
    condition, first, second = draw(_groups)
    return condition, {FIRST: first.node, SECOND: second.node}
