"""A tiny movement that no law knows: one kind of subject, a fact of every kind, two registers, two reviews.

Its domains are small, so that `possible` can visit every world.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from thidua.bodies import Body
from thidua.clauses import Clause, Criteria
from thidua.conditions import ALWAYS, Condition
from thidua.facts import amount, choice, choice_in_force, count, dated_count, day, judged, judged_yes_no, yes_no
from thidua.movements import Plan, Review, Setting, Vocabulary
from thidua.nodes import ReadingKind
from thidua.periods import Period, Survey
from thidua.provisions import Provision, Role
from thidua.quantities import HOUSEHOLDS
from thidua.readings import Level, LevelSwitch, Switch, by_reading, level_switch, reading
from thidua.records import records
from thidua.subjects import Subject
from thidua.texts import Text


def same(words: str) -> Text:
    """The same words in both languages: nobody reads them."""
    return Text(words, words)


class Place(Subject):
    """Who takes part in the invented movement."""


class Gift:
    """An entry of the first register."""


class Visit:
    """An entry of the second register."""


class Colour(Enum):
    """The options of a choice."""

    RED = same("red")
    GREEN = same("green")
    BLUE = same("blue")


COUNCIL = Body("council", same("hội đồng"), names=("the council",))

poor = dated_count(Place, "poor", same("poor"), HOUSEHOLDS, at_most=3)
near = dated_count(Place, "near", same("near"), HOUSEHOLDS, at_most=1)
jobs = count(Place, "jobs", same("jobs"), HOUSEHOLDS, at_most=2)
colour = choice_in_force(Place, "colour", Colour, same("colour"))
shape = choice(Place, "shape", Colour, same("shape"))
lends = yes_no(Place, "lends", same("lends"), holds=same("lends"), fails=same("does not lend"))
effort = judged(Place, "effort", same("effort"), question=same("effort?"), judges=(COUNCIL,))
honest = judged_yes_no(Place, "honest", same("honest"), question=same("honest?"), judges=(COUNCIL,))
left_on = day(Place, "left_on", same("left on"))
due_on = day(Place, "due_on", same("due on"))

given_on = day(Gift, "given_on", same("given on"))
promised_on = day(Gift, "promised_on", same("promised on"))
real = yes_no(Gift, "real", same("real"), holds=same("real"), fails=same("not real"))
worth = amount(Gift, "worth", same("worth"), at_most=2)
gifts = records(Place, "gifts", Gift, same("gifts"), fields=(given_on, promised_on, real, worth), dated_by=given_on)

made_on = day(Visit, "made_on", same("made on"))
useful = yes_no(Visit, "useful", same("useful"), holds=same("useful"), fails=same("not useful"))
paid = amount(Visit, "paid", same("paid"), at_most=2)
visits = records(Place, "visits", Visit, same("visits"), fields=(made_on, useful, paid), dated_by=made_on)

S2021 = Survey("2021", same("of 2021"), date(2022, 1, 10))
S2022 = Survey("2022", same("of 2022"), date(2023, 1, 12))
S2024 = Survey("2024", same("of 2024"), date(2025, 1, 8))
S2025 = Survey("2025", same("of 2025"), date(2026, 1, 9))
SURVEYS = (S2021, S2022, S2024, S2025)


def _reading(name: str, kind: ReadingKind, adopted: str | None, *options: str) -> Switch:
    given = {option: same(option) for option in options}
    return Switch(reading(name, kind, same(name), options=given, adopted=adopted, because=same("")))


SETTLED = _reading("B-01", ReadingKind.PREDICATE, "second", "first", "second")
OPEN = _reading("B-02", ReadingKind.PREDICATE, None, "first", "second")
ALSO_OPEN = _reading("B-03", ReadingKind.QUANTITY, None, "first", "second", "third")
WHICH_LEVEL = _reading("B-04", ReadingKind.PREDICATE, None, "low", "high").reading
SUFFICIENT: LevelSwitch = level_switch(WHICH_LEVEL, {"low": Level.DONE, "high": Level.EXCELLENT})
START = _reading("B-05", ReadingKind.MOMENT, "2021", "2021", "2022").reading
END = _reading("B-06", ReadingKind.MOMENT, "last", "last", "2025").reading
SINCE = _reading("B-07", ReadingKind.MOMENT, "launch", "launch", "period").reading
READINGS = (SETTLED.reading, OPEN.reading, ALSO_OPEN.reading, WHICH_LEVEL, START, END, SINCE)

COUNTS_FROM = date(2022, 6, 1)


def _review(name: str, window: Period, cut_off: date) -> Review:
    return Review(
        name,
        same(name),
        window,
        cut_off,
        start=by_reading(START, {"2021": S2021, "2022": S2022}),
        end=by_reading(END, {"last": None, "2025": S2025}),
        counts_from=by_reading(SINCE, {"launch": COUNTS_FROM, "period": date(2021, 1, 1)}),
    )


INTERIM = _review("interim", Period(date(2023, 10, 1), date(2024, 3, 31)), date(2023, 12, 15))
FINAL = _review("final", Period(date(2025, 10, 1), date(2026, 3, 31)), date(2025, 12, 15))
ON = date(2025, 12, 31)
CUT_OFF_DAY = FINAL.cut_off

VOCABULARY = Vocabulary(
    Place,
    "place",
    same("place"),
    (
        *(handle.fact for handle in (poor, near, jobs)),
        *(h.fact for h in (colour, shape, lends, effort, honest)),
        left_on.fact,
        due_on.fact,
    ),
    (gifts.register, visits.register),
)
FIRST, SECOND = "III.2.1-1", "III.2.1-2"


def plan_for(requires: Condition[Place], first: Condition[Place] = ALWAYS, second: Condition[Place] = ALWAYS) -> Plan:
    """A plan of one group with two clauses, which asks one thing."""
    heading = Provision("III.2.1", Role.HEADING, "2.1.", "2.1.")
    clauses = tuple(
        Clause(name, text=name, en=name, requires=condition) for name, condition in ((FIRST, first), (SECOND, second))
    )
    return Plan(
        "tiny",
        same("tiny"),
        same("nobody"),
        Period(date(2021, 1, 1), date(2025, 12, 31)),
        (Criteria(heading, Place, clauses, requires),),
        (VOCABULARY,),
        READINGS,
        SURVEYS,
        (INTERIM, FINAL),
    )


_ANY_PLAN = plan_for(ALWAYS)
AT_FINAL: Setting = _ANY_PLAN.setting(on=ON)
AT_INTERIM: Setting = _ANY_PLAN.setting(on=date(2023, 12, 31))
