"""The parts of compare(): least points of linear programs, clause by clause, and what happens where a proof fails."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from attrs import evolve
from criteria.adopting import adopted
from editions import rewritten, with_clause, with_group
from hypothesis import given
from hypothesis import strategies as st
from movement import (
    AT_FINAL,
    OPEN,
    Place,
    due_on,
    gifts,
    jobs,
    left_on,
    lends,
    near,
    plan_for,
    poor,
    promised_on,
    real,
    worth,
)

from thidua import PLAN, all_of, any_of, compare, not_
from thidua import nodes as n
from thidua.conditions import ALWAYS, NEVER, NOT_APPLICABLE, Condition
from thidua.errors import UnknownNameError, WrongValueError
from thidua.evidence import DID_NOT_HAPPEN, Entry, Evidence
from thidua.interpreters.comparing import cells, groups, linear_programs
from thidua.interpreters.comparing.entries import Counted
from thidua.interpreters.comparing.linear_programs import Program, Row, TooManyBranches, least_point
from thidua.interpreters.comparing.logic import Free
from thidua.interpreters.comparing.results import Change, GroupComparison, Relation, Status, Witness, together
from thidua.interpreters.comparing.said import comparison_said
from thidua.interpreters.comparing.trees import NoRegisters, Planter
from thidua.interpreters.comparing.worlds import Leaves, NotLinear
from thidua.nodes import Op, Option
from thidua.periods import AT_REVIEW, CUT_OFF, ON_THE_DAY, START_OF_PERIOD
from thidua.quantities import HOUSEHOLDS, dong, percent
from thidua.subjects import Village
from thidua.texts import Text
from thidua.vocabulary import commune
from thidua.walks import rewrite

BOX = 5


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """A few rows over three whole numbers in a box."""
    row = st.builds(
        Row, st.tuples(*[st.integers(-3, 3)] * 3), st.integers(-6, 6), st.sampled_from(["=", ">=", ">=", ">"])
    )
    box = tuple(Row(tuple(-1 if i == j else 0 for j in range(3)), BOX, ">=") for i in range(3))
    asks = draw(st.sampled_from([(), ((0, 1),)]))
    return Program((*draw(st.lists(row, max_size=4)), *box), (True,) * 3, (1, 2, 3), asks)


def holds(row: Row, point: tuple[Any, ...]) -> bool:
    value = row.constant + sum(a * x for a, x in zip(row.coefficients, point, strict=True))
    return {"=": value == 0, ">=": value >= 0, ">": value > 0}[row.op]


class TestLeastPoint:
    """The cheapest whole point where every row holds: none is found only where there is none."""

    @given(programs())
    def test_is_what_trying_every_point_finds(self, program: Program) -> None:
        every = [
            point
            for point in product(range(BOX + 1), repeat=3)
            if all(holds(row, point) for row in program.rows) and all(not point[i] or point[j] for i, j in program.asks)
        ]
        found = least_point(program)

        assert (found is None) == (not every)
        if found is not None:
            assert tuple(map(int, found)) in every
            assert sum(c * x for c, x in zip(program.costs, found, strict=True)) == min(
                sum(c * x for c, x in zip(program.costs, point, strict=True)) for point in every
            )

    def test_what_need_not_be_whole_lies_strictly_between(self) -> None:
        rows = (Row((2,), -1, ">"), Row((-3,), 2, ">"), Row((1,), 0, ">="))
        found = least_point(Program(rows, (False,), (1,)))

        assert found is not None
        assert Fraction(1, 2) < found[0] < Fraction(2, 3)

    def test_nothing_lies_strictly_between_a_number_and_itself(self) -> None:
        rows = (Row((2,), -1, ">"), Row((-2,), 1, ">"), Row((1,), -1, "="))

        assert least_point(Program(rows[:2], (False,), (1,))) is None
        assert least_point(Program(rows[2:], (False,), (1,))) == (1,)

    def test_a_half_is_no_whole_number(self) -> None:
        assert least_point(Program((Row((2,), -1, "="),), (True,), (1,))) is None
        assert least_point(Program((Row((2,), -1, ">="), Row((-2,), 1, ">=")), (True,), (1,))) is None

    def test_a_row_without_variables_holds_or_not(self) -> None:
        assert least_point(Program((Row((0,), 0, "="),), (True,), (1,))) == (0,)
        assert least_point(Program((Row((0,), -1, ">="),), (True,), (1,))) is None

    def test_the_same_row_twice_is_said_once(self) -> None:
        assert least_point(Program((Row((1, 1), -2, "="),) * 2, (True, True), (1, 2))) == (2, 0)

    def test_without_a_bound_it_stops_at_a_point(self) -> None:
        found = least_point(Program((Row((1,), -3, ">="),), (True,), (-1,)))

        assert found is not None
        assert found[0] >= 3

    def test_odd_and_even_at_once_is_given_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        rows = (Row((1, 1, -2, 0), 0, "="), Row((1, -1, 0, -2), -1, "="))

        monkeypatch.setattr(linear_programs, "LIMIT", 25)
        with pytest.raises(TooManyBranches):
            least_point(Program(rows, (True,) * 4, (1,) * 4), limit=25)


def tiny(old: Condition[Place], new: Condition[Place], **more: Any) -> GroupComparison:
    """Two editions of the tiny movement that ask one thing each."""
    (found,) = compare(plan_for(old), plan_for(new), review="final", on=AT_FINAL.on, **more).groups
    return found


def days(left: n.DayTerm, op: Op, right: n.DayTerm) -> Condition[Place]:
    return Condition(n.CompareDays(left, op, right))


LEFT, DUE = n.RecordedDay(left_on.fact), n.RecordedDay(due_on.fact)
DAY, NEXT = n.ExactDay(date(2025, 6, 1)), n.ExactDay(date(2025, 6, 2))


class TestDays:
    """Days compared, with calendar years between them or without."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (days(LEFT, Op.MORE_THAN, DAY), days(LEFT, Op.AT_LEAST, NEXT)),
            (days(LEFT, Op.LESS_THAN, NEXT), days(LEFT, Op.AT_MOST, DAY)),
            (days(DAY, Op.AT_MOST, LEFT), days(LEFT, Op.AT_LEAST, DAY)),
            (days(n.DayOf(CUT_OFF), Op.MORE_THAN, LEFT), left_on.is_before(CUT_OFF)),
            (days(DAY, Op.LESS_THAN, NEXT), ALWAYS),
            (days(n.DayOf(ON_THE_DAY), Op.AT_MOST, n.YearsAfter(DAY, 0)), NEVER),
            (
                days(n.YearsAfter(LEFT, 1), Op.AT_MOST, n.ExactDay(date(2025, 3, 1))),
                left_on.is_not_after(date(2024, 3, 1)),
            ),
            (
                days(n.YearsAfter(LEFT, 1, "1_march"), Op.LESS_THAN, n.ExactDay(date(2025, 3, 1))),
                left_on.is_before(date(2024, 2, 29)),
            ),
            (days(LEFT, Op.LESS_THAN, DUE), days(DUE, Op.MORE_THAN, LEFT)),
        ],
    )
    def test_two_ways_to_say_one_thing(self, one: Condition[Place], other: Condition[Place]) -> None:
        found = tiny(one, other)

        assert (found.relation, found.status) == (Relation.EQUIVALENT, Status.PROVED)

    def test_on_the_leap_day_the_rules_differ(self) -> None:
        fall = n.ExactDay(date(2025, 2, 28))
        early, late = (days(n.YearsAfter(LEFT, 1, rule), Op.AT_MOST, fall) for rule in ("28_february", "1_march"))
        found = tiny(early, late)

        assert (found.relation, found.status) == (Relation.STRICTER, Status.PROVED)
        (said,) = (one for paper in found.lost[0].dossier.papers for one in paper.proves)
        assert isinstance(said, Evidence)
        assert said.value == date(2024, 2, 29)


class TestRegisters:
    """What entries add up to, what they may say, and what only one edition knows of."""

    def test_a_total_is_shared_among_as_many_entries_as_it_takes(self) -> None:
        found = tiny(gifts.total(worth).is_at_least(dong(3)), gifts.total(worth).is_at_least(dong(4)))
        entries = [said for paper in found.lost[0].dossier.papers for said in paper.proves if isinstance(said, Entry)]

        assert (found.relation, found.status) == (Relation.STRICTER, Status.PROVED)
        assert sum(e.value for said in entries for e in said.facts if e.fact == worth.fact) == 3  # type: ignore[misc]  # numbers

    def test_a_target_may_be_nothing_or_out_of_reach(self) -> None:
        found = compare(PLAN, adopted("B-05", "target"), group="III.2.6", review="final-2025")

        assert (found.relation(), found.status()) == (Relation.INCOMPARABLE, Status.PROVED)

    def test_what_did_not_happen_is_said_of_an_entry(self) -> None:
        never = gifts.number(where=not_(promised_on.is_not_after(date(2199, 12, 31)))).is_at_least(1)
        found = tiny(NEVER, never)
        told = [e.value for paper in found.gained[0].dossier.papers for said in paper.proves
                if isinstance(said, Entry) for e in said.facts]  # fmt: skip

        assert DID_NOT_HAPPEN in told

    def test_a_far_day_is_found_where_no_near_one_will_do(self) -> None:
        found = tiny(NEVER, left_on.is_before(date(1950, 1, 1)))

        assert found.relation is Relation.LOOSER

    def test_a_fact_that_only_the_new_edition_knows(self) -> None:
        words = plan_for(ALWAYS).vocabularies[0]
        fewer = evolve(words, facts=tuple(fact for fact in words.facts if fact != lends.fact))
        old = evolve(plan_for(jobs.is_at_least(1)), vocabularies=(fewer,))
        new = plan_for(all_of(jobs.is_at_least(1), lends.is_yes()))
        (found,) = compare(old, new, review="final", on=AT_FINAL.on).groups

        assert (found.relation, found.status) == (Relation.STRICTER, Status.PROVED)
        assert len(found.lost[0].before.dossier.papers) == len(found.lost[0].after.dossier.papers) - 1

    def test_an_entry_that_a_reading_leaves_open_is_never_proved_away(self) -> None:
        open_ = OPEN.choose(first=real.is_yes(), second=not_(real.is_yes()))
        found = tiny(NEVER, gifts.number(where=open_).is_at_least(1), examples=20)

        assert found.status is Status.TESTED

    def test_a_difference_may_fall_through_zero(self) -> None:
        fall = Condition[Place](
            n.Falls((poor - near).node, Fraction(1, 2), True, START_OF_PERIOD, AT_REVIEW, ALWAYS.node)  # strictly
        )
        found = tiny(NEVER, fall)

        assert found.relation in (Relation.LOOSER, Relation.UNDECIDED)

    def test_an_amount_that_may_be_less_than_nothing_is_no_form(self) -> None:
        counted = Counted(0, Leaves(), {})

        with pytest.raises(NotLinear):
            counted.total(n.Total(gifts.register, evolve(worth.fact, low=None), ALWAYS.node))

    def test_nor_is_a_number_that_may_be(self) -> None:
        unbounded = n.Recorded(evolve(jobs.fact, low=None))
        tree = Planter(Leaves(), AT_FINAL, NoRegisters()).tree(n.Compare(unbounded, Op.AT_LEAST, unbounded))

        assert isinstance(tree, Free)

    def test_a_moment_that_is_no_day_is_refused_as_assess_refuses_it(self) -> None:
        with pytest.raises(UnknownNameError, match="is no day"):
            tiny(ALWAYS, days(LEFT, Op.AT_MOST, n.DayOf(START_OF_PERIOD)))


class TestWhereAProofFails:
    """What cells cannot tell is tested, and the status says so: never “proved”."""

    def test_calendar_years_between_two_recorded_days(self) -> None:
        three_years = days(n.YearsAfter(LEFT, 3), Op.AT_MOST, DUE)
        found = tiny(three_years, all_of(three_years, lends.is_yes()), examples=400, seed=3)

        assert (found.relation, found.status) == (Relation.STRICTER, Status.TESTED)
        assert (found.examples, found.seed, len(found.lost)) == (400, 3, 1)

    def test_the_same_seed_finds_the_same(self) -> None:
        three_years = days(n.YearsAfter(LEFT, 3), Op.AT_MOST, DUE)
        once, again = (tiny(three_years, lends.is_yes(), examples=60, seed=5) for _ in range(2))

        assert once == again

    def test_too_many_cells(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cells, "CELLS", 2)
        found = tiny(lends.is_yes(), all_of(lends.is_yes(), jobs.is_at_least(1), poor.is_at_least(1)), examples=200)

        assert (found.relation, found.status) == (Relation.STRICTER, Status.TESTED)

    @pytest.mark.parametrize("most", [1, 3])
    def test_no_more_cells_are_tried_for_a_move_than_said(self, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
        """No day comes before another and three years after it at once, though no cell can tell."""
        tried: Counter[tuple[str, str]] = Counter()
        found_in = groups._Prover._found

        def counting(prover: groups._Prover, cell: cells.Cell, ways: groups.Ways) -> Witness | None:
            tried[ways[0], ways[2]] += 1
            return found_in(prover, cell, ways)

        monkeypatch.setattr(groups, "TRIES", most)
        monkeypatch.setattr(groups._Prover, "_found", counting)
        never = all_of(days(n.YearsAfter(LEFT, 3), Op.AT_MOST, DUE), days(DUE, Op.LESS_THAN, LEFT))
        ways = any_of(lends.is_yes(), jobs.is_at_least(1), poor.is_at_least(1), near.is_at_least(1))
        found = tiny(NEVER, all_of(never, ways), examples=20)
        (gain,) = (move for move in found.moves if (move.old, move.new) == ("not_met", "met"))

        assert (found.relation, found.status, gain.possible) == (Relation.EQUIVALENT, Status.TESTED, None)
        assert tried["not_met", "met"] == most

    def test_too_many_sorts_of_entries(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cells, "CELLS", 2)
        found = tiny(gifts.number().is_at_least(1), gifts.number().is_at_least(2))

        assert (found.relation, found.status, found.moves) == (Relation.UNDECIDED, Status.NOT_DECIDED, ())
        assert found.reason is not None

    def test_odd_and_even_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(linear_programs, "LIMIT", 1)
        kinds = (commune.poor_households, commune.near_poor_households, commune.households)
        x, y, z = (handle.node for handle in kinds)
        w = n.At(commune.households.node, START_OF_PERIOD)
        one = n.Exactly(1, HOUSEHOLDS)
        none = n.Exactly(0, HOUSEHOLDS)
        even = n.Sum((x, y, n.Times(-2, z)))
        odd = n.Sum((x, n.Times(-1, y), n.Times(-2, w)))
        both = [
            Condition[Any](n.Compare(*each))
            for each in (
                (even, Op.AT_LEAST, none),
                (even, Op.AT_MOST, none),
                (odd, Op.AT_LEAST, one),
                (odd, Op.AT_MOST, one),
            )
        ]
        old = with_group("III.2.2", requires=NEVER)
        new = with_group("III.2.2", requires=all_of(*both))
        (found,) = compare(old, new, group="III.2.2", review="final-2025", examples=20).groups

        assert (found.relation, found.status) == (Relation.EQUIVALENT, Status.TESTED)

    def test_nothing_is_told_of_registers_of_an_entry(self) -> None:
        none = NoRegisters()
        number, total = gifts.number().node, gifts.total(worth).node
        assert isinstance(number, n.Number)
        assert isinstance(total, n.Total)
        with pytest.raises(NotLinear):
            none.number(number)
        with pytest.raises(NotLinear):
            none.total(total)
        with pytest.raises(NotLinear):
            none.are_all(n.AreAll(gifts.register, ALWAYS.node))


class TestShares:
    """A share of nothing is undetermined even when everything is known; everywhere else shares are compared exactly."""

    def test_a_share_compared_with_a_number_is_cleared_of_its_division(self) -> None:
        share = poor.as_share_of(poor + near)
        found = tiny(share.is_at_least(percent(50)), share.is_more_than(percent(50)))

        assert (found.relation, found.status) == (Relation.STRICTER, Status.PROVED)
        assert ("undetermined", "undetermined", True) in {(m.old, m.new, m.possible) for m in found.moves}

    def test_two_shares(self) -> None:
        now, then = (poor.as_share_of(poor + near), poor.as_share_of(poor + near).at(START_OF_PERIOD))
        found = tiny(now.is_less_than(then), now.is_at_most(then))

        assert found.relation is Relation.LOOSER

    def test_shares_of_a_fixed_whole(self) -> None:
        four, two = n.Exactly(4, HOUSEHOLDS), n.Exactly(2, HOUSEHOLDS)
        of_four, of_two = n.Quotient(poor.node, four), n.Quotient(near.node, two)
        at_least, more = (Condition[Place](n.Compare(of_four, op, of_two)) for op in (Op.AT_LEAST, Op.MORE_THAN))

        assert tiny(at_least, more).relation is Relation.STRICTER

    def test_a_fall_of_a_share_by_all_of_it(self) -> None:
        share = poor.as_share_of(poor + near)
        falls = [
            share.falls_by_at_least(percent(by), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE) for by in (100, 50)
        ]

        assert tiny(*falls).relation is Relation.LOOSER

    def test_what_no_form_says_may_be_anything(self) -> None:
        less = jobs.as_share_of(poor - near)
        part = (poor - near).as_share_of(jobs)
        twice = Condition[Place](
            n.Falls(
                n.Sum((poor.as_share_of(near).node, near.as_share_of(poor).node)),
                Fraction(1, 2),
                True,
                START_OF_PERIOD,
                AT_FINAL_SURVEY,
                NOT_APPLICABLE.node,
            )
        )
        same = poor.as_share_of(near).falls_by_more_than(
            percent(50), since=START_OF_PERIOD, until=START_OF_PERIOD, from_zero=NOT_APPLICABLE
        )
        for asked in (less.is_at_least(percent(50)), part.is_at_least(less), twice, same):
            assert tiny(asked, asked).relation is Relation.EQUIVALENT
            assert tiny(asked, NEVER).status in (Status.PROVED, Status.TESTED)


AT_FINAL_SURVEY = AT_FINAL.survey("review")


class TestClauseByClause:
    """Added, repealed, renumbered; text, citation, reading, threshold, logic."""

    def test_an_added_and_a_repealed_clause(self) -> None:
        clauses = PLAN.criteria[5].clauses
        shorter = with_group("III.2.6", clauses=clauses[:2], requires=clauses[0].is_met())
        forth, back = compare(PLAN, shorter, group="III.2.6"), compare(shorter, PLAN, group="III.2.6")

        assert forth.clause("III.2.6-3").only is Change.REPEALED
        assert back.clause("III.2.6-3").only is Change.ADDED
        assert {change.new: change.only for change in forth.rules}["III.2.6"] is Change.LOGIC

    def test_a_renumbered_clause_is_followed_in_what_refers_to_it(self) -> None:
        clauses = PLAN.criteria[5].clauses
        moved = evolve(clauses[2], id="III.2.6-4")
        rule: Any = rewritten(
            PLAN.criteria[5].requires.node,
            lambda node: n.ClauseMet("III.2.6-4") if node == n.ClauseMet("III.2.6-3") else node,
        )
        new = with_group("III.2.6", clauses=(*clauses[:2], moved), requires=Condition(rule))
        found = compare(PLAN, new, group="III.2.6")

        assert (found.clause("III.2.6-4").old, found.clause("III.2.6-4").changes) == ("III.2.6-3", (Change.RENUMBERED,))
        assert {change.new: change.only for change in found.rules}["III.2.6"] is Change.UNCHANGED
        assert found.relation() is Relation.EQUIVALENT

    def test_text_alone_and_citation_alone(self) -> None:
        text = with_clause("III.2.5-1", en="Officials strive.")
        dash = with_clause("III.2.5-1", dash=True)
        moved = with_clause("III.2.5-1", place="III.2.5-2")

        assert compare(PLAN, moved, group="III.2.5").clause("III.2.5-1").only is Change.CITATION
        assert compare(PLAN, text, group="III.2.5").clause("III.2.5-1").only is Change.TEXT
        assert compare(PLAN, dash, group="III.2.5").clause("III.2.5-1").only is Change.CITATION
        assert "chỉ sửa dẫn chiếu" in comparison_said(compare(PLAN, dash, group="III.2.5"))

    def test_a_reading_that_no_longer_bears_on_a_clause(self) -> None:
        fewer = with_clause("III.2.5-1", readings=())

        assert compare(PLAN, fewer, group="III.2.5").clause("III.2.5-1").readings == ("B-09",)

    def test_nothing_adopted(self) -> None:
        """At exactly 50 % the options disagree: undetermined where it was not met, and no longer met where it was."""
        nothing = adopted("A-02", None)
        found = compare(PLAN, nothing, group="III.2.3", review="final-2025")
        moves = {(move.old, move.new) for move in found.groups[0].moves if move.possible and move.old != move.new}

        assert found.clause("III.2.3-4").only is Change.READING
        assert (found.relation(), moves) == (Relation.EQUIVALENT, {("not_met", "undetermined")})
        assert "sau: chưa chọn" in comparison_said(found)
        assert compare(adopted("A-02", "at_least"), nothing, group="III.2.3").relation() is Relation.STRICTER


class TestWords:
    """A label, a question or a proof is no condition: to change it makes nobody gain or lose."""

    def test_a_new_label_of_a_fact_is_text_alone(self) -> None:
        fact = evolve(commune.area.fact, label=Text("khu vực", "the area"))
        new = relabelled({commune.area.fact: fact})
        found = compare(PLAN, new, group="III.2.2", review="final-2025")

        assert (found.relation(), found.status()) == (Relation.EQUIVALENT, Status.PROVED)
        assert not found.groups[0].asks_for_different_papers
        assert found.clause("III.2.2-4").only is Change.TEXT

    def test_a_new_label_of_a_register_too(self) -> None:
        register = commune.reports.register
        new = relabelled({register: evolve(register, label=Text("báo cáo", "reports"))})

        assert compare(PLAN, new, group="III.2.2", review="final-2025").relation() is Relation.EQUIVALENT

    def test_an_option_more_makes_another_fact(self) -> None:
        fact = commune.area.fact
        more = evolve(fact, options=(*fact.options, Option("IV", Text("khu vực IV", "area IV"))))
        fields = commune.reports.register.fields
        register = evolve(commune.reports.register, fields=(*fields, evolve(fields[0], name="asked_on")))
        new = relabelled({fact: more, commune.reports.register: register})
        found = compare(PLAN, new, group="III.2.2", review="final-2025")

        assert found.clause("III.2.2-4").only is Change.LOGIC
        assert found.groups[0].asks_for_different_papers


def relabelled(others: dict[Any, Any]) -> Any:
    """The plan with other declarations in place of some."""
    return rewrite(PLAN, lambda _was, now: others.get(now, now) if isinstance(now, n.Fact | n.Register) else now)


class TestWhatCannotBeCompared:
    """Subjects of another kind, days on which nobody assesses."""

    def test_a_day_before_the_review_opens(self) -> None:
        (found,) = compare(PLAN, PLAN, group="III.2.5", review="final-2025", on=date(2024, 5, 1)).groups

        assert (found.relation, found.status) == (Relation.UNDECIDED, Status.NOT_DECIDED)
        assert found.reason is not None
        assert "opens on 2025-01-01" in found.reason.en
        assert "chưa kết luận được" in comparison_said(
            compare(PLAN, PLAN, group="III.2.5", review="final-2025", on=date(2024, 5, 1))
        )

    def test_another_kind_of_subject(self) -> None:
        other = with_group("III.2.2", subject=Village, clauses=(), requires=ALWAYS, readings=())
        (found,) = compare(PLAN, other, group="III.2.2", review="final-2025").groups

        assert (found.status, found.subject) == (Status.NOT_DECIDED, Village)

    def test_windows_that_do_not_meet(self) -> None:
        final = PLAN.reviews[1]
        later = evolve(final, window=evolve(final.window, first=date(2026, 1, 1), last=date(2026, 6, 30)))
        new = evolve(PLAN, reviews=(PLAN.reviews[0], later, PLAN.reviews[2]))
        (found,) = compare(PLAN, new, group="III.2.5", review="final-2025").groups

        assert (found.on, found.relation) == (date(2026, 6, 30), Relation.EQUIVALENT)

    @pytest.mark.parametrize(
        ("given", "told"),
        [
            ({"on": "2025-12-31"}, r"on: expected a date such as date\(2025, 6, 20\) but got '2025-12-31'"),
            ({"examples": -1}, "examples=-1: expected how many invented dossiers are tried, 0 or more"),
            ({"examples": "many"}, "examples=: expected a whole number but got the text 'many'"),
            ({"seed": 0.5}, "seed=: expected a whole number but got a float"),
        ],
    )
    def test_what_is_no_day_and_no_number(self, given: dict[str, Any], told: str) -> None:
        with pytest.raises(WrongValueError, match=told):
            compare(PLAN, PLAN, group="III.2.5", **given)

    def test_unknown_names(self) -> None:
        found = compare(PLAN, PLAN, group="III.2.5", review="final-2025")

        with pytest.raises(UnknownNameError, match=r"no comparison of 'III.2.6'"):
            found.of("III.2.6")
        with pytest.raises(UnknownNameError, match="no comparison of 'final'; did you mean 'final-2025'"):
            found.of("III.2.5", "final")
        with pytest.raises(UnknownNameError, match=r"neither edition has a clause 'III.2.5-9'"):
            found.clause("III.2.5-9")


class TestTogether:
    """Several groups, or reviews, as one word."""

    @pytest.mark.parametrize(
        ("relations", "word"),
        [
            ([], Relation.EQUIVALENT),
            ([Relation.STRICTER, Relation.EQUIVALENT], Relation.STRICTER),
            ([Relation.STRICTER, Relation.LOOSER], Relation.INCOMPARABLE),
            ([Relation.LOOSER, Relation.UNDECIDED], Relation.UNDECIDED),
            ([Relation.INCOMPARABLE, Relation.UNDECIDED], Relation.INCOMPARABLE),
        ],
    )
    def test_one_word(self, relations: list[Relation], word: Relation) -> None:
        assert together(relations) is word


class TestOpenDifference:
    """What differs among undetermined alone is told apart."""

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_is_told(self, language: str) -> None:
        unit = commune.unit.is_one_of(commune.Unit.COMMUNE)
        old = with_group("III.2.2", requires=commune.area.is_one_of(commune.Area.III))
        new = with_group("III.2.2", requires=all_of(old.criteria[1].requires, any_of(unit, not_(unit))))
        found = compare(old, new, group="III.2.2", review="final-2025")
        said = comparison_said(found, language)

        assert found.relation() is Relation.EQUIVALENT
        assert ("khi hồ sơ còn thiếu" if language == "vi" else "while papers are missing") in said
        assert Text("loại đơn vị hành chính", "the kind of unit").en in said or language == "vi"
