"""A witness is as small as can be: whatever is taken away from its papers, one of the two verdicts is another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from criteria.adopting import adopted

from thidua import PLAN, Document, Paper, amend, as_if_in_force, assess, compare, percent
from thidua.amendments import drop_group, repeal, replace, set_threshold
from thidua.conditions import ALWAYS, not_
from thidua.evidence import Complete, Entry, Said
from thidua.interpreters.comparing.results import Witness
from thidua.movements import Plan
from thidua.quantities import years
from thidua.vocabulary import commune, settlement

ACT = Document("05/QĐ-UBND", date(2023, 2, 1), "UBND huyện Ví Dụ", "Quyết định")
FROM = date(2023, 2, 15)
EDITIONS: dict[str, Plan] = {
    "a threshold lowered": amend(PLAN, set_threshold("III.2.2-4", "fall", percent(40), by=ACT), effective=FROM),
    "a clause repealed": amend(PLAN, repeal("III.2.2-2", by=ACT), effective=FROM),
    "a guard lifted": amend(PLAN, replace("III.2.2-4", applies_where=ALWAYS, by=ACT), effective=FROM),
    "years added": amend(PLAN, set_threshold("III.2.4-3", "years", years(4), by=ACT), effective=FROM),
    "a group dropped": amend(PLAN, drop_group("III.2.1", by=ACT), effective=FROM),
    "entries that must be one": amend(
        PLAN, replace("III.2.2-2", requires=commune.settlements.number().is_at_least(1), by=ACT), effective=FROM
    ),
    "entries that must be late": amend(
        PLAN,
        replace(
            "III.2.2-2",
            requires=commune.settlements.are_all(not_(settlement.approved_on.is_not_after(settlement.due_on))),
            by=ACT,
        ),
        effective=FROM,
    ),
    "exactly half": adopted("A-02", "at_least"),
    "every bullet": adopted("A-05", "every_bullet"),
    "each class": adopted("A-03", "each"),
}
GROUPS = {"years added": "III.2.4", "a group dropped": "III.2.1", "every bullet": "III.2.4"}
"""Which group a change is about; the communes otherwise."""


def smaller(said: tuple[Said[Any], ...]) -> Iterator[tuple[Said[Any], ...]]:
    """One paper fewer, an entry and its place in the declaration fewer, or one thing fewer said of an entry."""
    for one in said:
        others = tuple(other for other in said if other is not one)
        yield others
        if isinstance(one, Entry):
            declared = [other for other in others if isinstance(other, Complete) and other.register is one.register]
            yield tuple(evolve(o, entries=max(0, o.entries - 1)) if o in declared else o for o in others)
            for fact in one.facts:
                if fact.fact.name != one.register.dated_by:
                    left = evolve(one, facts=tuple(f for f in one.facts if f is not fact))
                    yield tuple(left if other is one else other for other in said)


def judged(plan: Plan, witness: Witness, said: tuple[Said[Any], ...]) -> str:
    was = witness.before
    document = Document("01/VD", date(2022, 1, 1), "UBND xã Ví Dụ")
    papers = tuple(Paper(document, one) for one in said)
    dossier = evolve(was.dossier, papers=papers)
    return assess(as_if_in_force(plan), dossier, on=was.setting.on, review=was.setting.review.id).verdict.id


class TestNothingCanBeTakenAway:
    """Judged again by `assess`, without each paper and each thing said of an entry in turn."""

    @pytest.mark.parametrize("change", EDITIONS)
    def test_of_a_witness(self, change: str) -> None:
        new = EDITIONS[change]
        found = compare(PLAN, new, review="final-2025", group=GROUPS.get(change, "III.2.2"))
        witnesses = [one for group in found.groups for one in (*group.gained, *group.lost)]

        assert witnesses
        for witness in witnesses:
            said = tuple(one for paper in witness.dossier.papers for one in paper.proves)
            both = (witness.before.plan, witness.after.plan)
            words = tuple(judged(plan, witness, said) for plan in both)
            assert words == (witness.old.id, witness.new.id)
            for fewer in smaller(said):
                assert tuple(judged(plan, witness, fewer) for plan in both) != words, fewer


def test_a_declaration_of_none_is_smaller_than_one_entry() -> None:
    (found,) = compare(PLAN, EDITIONS["a threshold lowered"], review="final-2025", group="III.2.2").groups
    said = [one for paper in found.gained[0].dossier.papers for one in paper.proves]

    assert [one.entries for one in said if isinstance(one, Complete)] == [0, 0]
    assert {one.register.name for one in said if isinstance(one, Entry)} == {"initiatives", "contributions"}
