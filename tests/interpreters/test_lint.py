"""lint(): a plan with one fault is found with that fault, at that place; a plan without is found with none."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from attrs import evolve
from small_plan import (
    NOT_ADOPTED,
    READINGS,
    STRICTLY,
    Area,
    adopting,
    area,
    asking,
    effort,
    founded_on,
    gifts,
    halves,
    has_fund,
    jobs,
    poor_households,
    poverty_rate,
    reading_of,
    receipted,
    value,
)
from small_plan import PLAN as SMALL

from thidua import PLAN, Document, Household, all_of, any_of, at_least, lint, not_, where
from thidua import adopting as plan_adopting
from thidua import nodes as n
from thidua.amendments import amend, replace
from thidua.conditions import ALWAYS, NEVER, Condition
from thidua.interpreters import linting
from thidua.interpreters.comparing import cells
from thidua.interpreters.comparing.results import Status
from thidua.interpreters.linting import readings as linting_readings
from thidua.interpreters.linting.results import Fault, LintFinding, lint_said
from thidua.interpreters.linting.worlds import some
from thidua.movements import Plan
from thidua.nodes import Op
from thidua.periods import AT_REVIEW, CUT_OFF, ON_THE_DAY, START_OF_PERIOD
from thidua.quantities import PERSONS, SHARE, dong, percent, years
from thidua.readings import Level, Switch
from thidua.vocabulary import household
from thidua.vocabulary.household import Status as State

SOUND = has_fund.is_yes()


def found(plan: Plan, **options: Any) -> list[tuple[str, str]]:
    return [(fault.place, fault.code) for fault in lint(plan, **options)]


class TestThePlanItself:
    """The plan of Quỳnh Nhai, as read: every clause can be met and failed, every reading makes a difference."""

    def test_has_none_of_these_faults(self) -> None:
        """A-25 differs before the year is out, B-10 on 28 February; on the last days alone they would not."""
        assert lint(PLAN) == ()

    def test_a_strict_a06_leaves_the_third_anniversary_alone(self) -> None:
        faults = lint(plan_adopting(PLAN, "A-06", "heading_rules"))
        clause, group = faults

        assert (clause.place, clause.code, clause.about) == ("III.2.4-3", "hardly_satisfiable", None)
        assert (group.place, group.code) == ("III.2.4", "hardly_satisfiable")
        assert group.about is not None
        assert group.about.vi == "hộ đã thoát nghèo"
        assert {fault.status for fault in faults} == {Status.PROVED}
        assert clause.reason.vi == (
            "Chỉ đạt được vào đúng ngày tròn 03 năm kể từ ngày được công nhận thoát nghèo (không còn là hộ nghèo, hộ "
            "cận nghèo): khi ngày đó là 31/12/2020 (sơ kết năm 2023) hoặc 31/12/2022 (tổng kết năm 2025; xét trường "
            "hợp đặc biệt); sớm hơn hay muộn hơn đều không đạt."
        )
        assert clause.reason.en == (
            "It can be met only on the third anniversary of the day it was recognised as out of poverty (neither poor "
            "nor near-poor): where that day is 31 December 2020 (the interim review of 2023) or 31 December 2022 (the "
            "final review of 2025; a special case), and neither sooner nor later."
        )

    def test_every_bullet_of_every_household_leaves_it_to_every_household(self) -> None:
        """That a poor household has not left poverty is declared of households, so it is found without being told."""
        strict = plan_adopting(plan_adopting(PLAN, "A-06", "heading_rules"), "A-05", "every_bullet")
        faults = lint(strict)

        assert [(one.place, one.about, one.code, one.status) for one in faults] == [
            ("III.2.4-3", None, "hardly_satisfiable", Status.PROVED),
            ("III.2.4", None, "hardly_satisfiable", Status.PROVED),
        ]
        assert all("vào đúng ngày tròn 03 năm" in one.reason.vi for one in faults)
        assert all("only on the third anniversary" in one.reason.en for one in faults)

    def test_without_the_declaration_it_can_be_given(self) -> None:
        strict = plan_adopting(plan_adopting(PLAN, "A-06", "heading_rules"), "A-05", "every_bullet")
        undeclared = evolve(strict, vocabularies=tuple(evolve(words, cannot_be=()) for words in strict.vocabularies))
        poor_is_not_out = any_of(
            household.status.is_one_of(State.ESCAPED), not_(household.left_poverty_on.is_not_after(CUT_OFF))
        )
        whole = lint(undeclared, given={Household: poor_is_not_out})

        assert {(one.place, one.about and one.about.vi) for one in lint(undeclared)} == {
            ("III.2.4-3", "hộ đã thoát nghèo"),
            ("III.2.4", "hộ đã thoát nghèo"),
        }
        assert [(one.place, one.about) for one in whole] == [("III.2.4-3", None), ("III.2.4", None)]

    def test_what_is_given_is_asked_of_its_kind_alone(self) -> None:
        nobody = household.status.is_one_of(State.POOR)

        assert ("III.2.4-3", "dead") in found(PLAN, given={Household: nobody})
        assert {place[:7] for place, _ in found(PLAN, given={Household: nobody})} >= {"III.2.4"}


class TestByLogic:
    """A clause nobody fails, nobody is asked, nobody meets, or others ask already."""

    def test_a_sound_plan_has_no_fault(self) -> None:
        assert found(SMALL) == []
        assert found(asking(SOUND, jobs.is_at_least(3))) == []

    @pytest.mark.parametrize(
        "condition",
        [
            ALWAYS,
            jobs.is_at_least(0),
            any_of(has_fund.is_yes(), not_(has_fund.is_yes())),
            any_of(jobs.is_at_least(3), jobs.is_less_than(5)),
            gifts.number(where=receipted.is_yes()).is_at_most(gifts.number()),
        ],
    )
    def test_vacuous(self, condition: Condition[Any]) -> None:
        assert ("III.2.1-2", "vacuous") in found(asking(SOUND, condition))
        assert ("III.2.1-1", "vacuous") not in found(asking(SOUND, condition))

    @pytest.mark.parametrize(
        "guard", [NEVER, all_of(area.is_one_of(Area.I), area.is_one_of(Area.II)), jobs.is_more_than(1000)]
    )
    def test_dead(self, guard: Condition[Any]) -> None:
        assert found(asking(SOUND, where(guard, effort.is_judged_at_least(Level.DONE))))[0] == ("III.2.1-2", "dead")

    def test_dead_because_the_group_addresses_nobody_it_is_asked_of(self) -> None:
        plan = asking(SOUND, where(area.is_one_of(Area.I), jobs.is_at_least(1)))
        (group,) = plan.criteria
        others = evolve(group, applies_where=area.is_one_of(Area.II))

        assert ("III.2.1-2", "dead") in found(evolve(plan, contents=(others,)))
        assert found(plan) == []

    @pytest.mark.parametrize(
        ("other", "shadowed"),
        [
            (jobs.is_at_least(5), "III.2.1-1"),
            (jobs.is_at_least(2), "III.2.1-2"),
            (all_of(jobs.is_at_least(3), has_fund.is_yes()), "III.2.1-1"),
        ],
    )
    def test_shadowed(self, other: Condition[Any], shadowed: str) -> None:
        assert found(asking(jobs.is_at_least(3), other)) == [(shadowed, "shadowed")]

    def test_one_of_several_is_shadowed_by_the_one_that_is_easier(self) -> None:
        plan = asking(jobs.is_at_least(3), jobs.is_at_least(5))
        (group,) = plan.criteria
        either = evolve(group, requires=any_of(*(clause.is_met() for clause in group.clauses)))

        assert found(evolve(plan, contents=(either,))) == [("III.2.1-2", "shadowed")]

    def test_a_clause_the_group_does_not_count_alone_is_not_said_to_be_shadowed(self) -> None:
        """A guard of another clause: taking it away says nothing."""
        plan = asking(SOUND, jobs.is_at_least(3))
        (group,) = plan.criteria
        one, other = (clause.is_met() for clause in group.clauses)

        assert found(evolve(plan, contents=(evolve(group, requires=where(one, other)),))) == []

    def test_a_clause_that_the_group_does_not_count_is_dead(self) -> None:
        """Whatever it asks, nobody is asked; a clause that another one refers to is counted with it."""
        plan = asking(SOUND, jobs.is_at_least(3))
        (group,) = plan.criteria
        one, other = (clause.is_met() for clause in group.clauses)
        forgotten = evolve(plan, contents=(evolve(group, requires=one),))
        referred = evolve(group.clauses[1], requires=all_of(one, group.clauses[1].requires))
        through_another = evolve(plan, contents=(evolve(group, clauses=(group.clauses[0], referred), requires=other),))

        assert found(forgotten) == [("III.2.1-2", "dead")]
        assert "Cách tính chung của nhóm không nhắc đến tiêu chí này." in lint_said(lint(forgotten))
        assert found(through_another) == []

    def test_a_group_that_everybody_meets_or_that_addresses_nobody_is_told(self) -> None:
        plan = asking(SOUND)
        (group,) = plan.criteria
        (one,) = (clause.is_met() for clause in group.clauses)
        met = evolve(plan, contents=(evolve(group, requires=any_of(one, ALWAYS)),))
        nobody = evolve(plan, contents=(evolve(group, applies_where=all_of(jobs.is_at_least(2), jobs.is_at_most(1))),))

        assert ("III.2.1", "vacuous") in found(met)
        assert ("III.2.1", "dead") in found(nobody)

    @pytest.mark.parametrize(
        "condition",
        [
            NEVER,
            jobs.is_less_than(0),
            all_of(has_fund.is_yes(), not_(has_fund.is_yes())),
            all_of(founded_on.is_before(date(2023, 1, 1)), not_(founded_on.is_not_after(date(2023, 1, 1)))),
            poor_households.falls_by_more_than(percent(100), since=START_OF_PERIOD, from_zero=NEVER),
        ],
    )
    def test_unsatisfiable(self, condition: Condition[Any]) -> None:
        assert found(asking(SOUND, condition)) == [("III.2.1-2", "unsatisfiable"), ("III.2.1", "unsatisfiable")]

    def test_unsatisfiable_together(self) -> None:
        assert found(asking(jobs.is_at_least(3), jobs.is_less_than(3))) == [("III.2.1", "unsatisfiable")]

    def test_unsatisfiable_for_a_kind_of_subject(self) -> None:
        plan = asking(SOUND, any_of(area.is_one_of(Area.I), jobs.is_less_than(0)))
        (group,) = plan.criteria
        addressed = evolve(group, applies_where=area.is_one_of(Area.I, Area.II))
        faults = lint(evolve(plan, contents=(addressed,)))

        assert [(one.place, one.code, one.about and one.about.en) for one in faults] == [
            ("III.2.1-2", "unsatisfiable", "area II"),
            ("III.2.1", "unsatisfiable", "area II"),
        ]

    @pytest.mark.parametrize(
        ("condition", "told"),
        [
            (
                all_of(
                    founded_on.is_at_least(years(3), before=CUT_OFF), founded_on.is_at_most(years(3), before=CUT_OFF)
                ),
                "on the third anniversary of the day the fund was founded: where that day is 15 December 2022",
            ),
            (all_of(jobs.is_at_least(5), jobs.is_at_most(5)), "jobs created is exactly 5 persons"),
            (
                all_of(founded_on.is_not_after(date(2024, 2, 1)), not_(founded_on.is_before(date(2024, 2, 1)))),
                "exactly 1 February 2024",
            ),
        ],
    )
    def test_hardly_satisfiable(self, condition: Condition[Any], told: str) -> None:
        plan = asking(SOUND, all_of(condition, founded_on.is_not_after(ON_THE_DAY)))
        clause, group = lint(plan)

        assert (clause.place, clause.code, group.place, group.code) == (
            "III.2.1-2", "hardly_satisfiable", "III.2.1", "hardly_satisfiable",
        )  # fmt: skip
        assert told in clause.reason.en

    def test_none_at_all_is_no_narrow_number(self) -> None:
        """That there must be no poor household is a bound, not a coincidence."""
        assert found(asking(SOUND, poor_households.is_at_most(0))) == []

    def test_at_one_review_alone_it_is_no_fault(self) -> None:
        in_2025_nobody = where(founded_on.is_not_after(date(2024, 1, 1)), jobs.is_at_least(1))

        assert found(asking(SOUND, in_2025_nobody)) == []


class TestAsWritten:
    """A number outside its unit, a judged word without a scale, a clause nobody could cite."""

    @pytest.mark.parametrize(
        "condition",
        [
            n.Compare(n.Recorded(jobs.fact), Op.AT_LEAST, n.Exactly(1001, PERSONS)),
            n.Compare(n.Recorded(jobs.fact), Op.AT_LEAST, n.Exactly(Fraction(5, 2), PERSONS)),
            n.Compare(n.Recorded(jobs.fact), Op.AT_LEAST, n.Exactly(-1, PERSONS)),
            poverty_rate.is_less_than(percent(101)).node,
            poverty_rate.decreases_by_at_least(percent(101), since=START_OF_PERIOD).node,
            poor_households.decreases_by_at_least(-1, since=START_OF_PERIOD).node,
            gifts.number(where=receipted.is_yes()).is_at_least(-1).node,
            gifts.total(value, where=receipted.is_yes()).is_at_least(dong(-1)).node,
            poor_households.as_share_of(poor_households).is_at_least(percent(-1)).node,
            n.Falls(n.Recorded(poor_households.fact), Fraction(3, 2), True, START_OF_PERIOD, AT_REVIEW, NEVER.node),
            n.Compare(n.Recorded(jobs.fact), Op.AT_LEAST, n.Exactly(Fraction(1, 2), SHARE)),
        ],
        ids=str,
    )  # fmt: skip
    def test_outside_its_unit(self, condition: n.Predicate) -> None:
        (fault, *_) = [one for one in lint(asking(SOUND, Condition(condition))) if one.code == "outside_its_unit"]

        assert fault.place == "III.2.1-2"
        assert all(told[0].isupper() for told in (fault.reason.vi, fault.reason.en))

    @pytest.mark.parametrize(
        ("value_", "vi", "en"),
        [
            (
                1001,
                "1.001 người nằm ngoài các giá trị có thể có.",
                "1,001 persons lies outside all values there can be.",
            ),
            (Fraction(5, 2), "2,5 người không phải số nguyên.", "2.5 persons is no whole number."),
        ],
    )
    def test_says_in_both_languages_why(self, value_: Any, vi: str, en: str) -> None:
        asked: Condition[Any] = Condition(n.Compare(n.Recorded(jobs.fact), Op.AT_LEAST, n.Exactly(value_, PERSONS)))
        (fault,) = [one for one in lint(asking(SOUND, asked)) if one.code == "outside_its_unit"]

        assert fault.reason.vi == f"Ngưỡng “{jobs.fact.label.vi}”: {vi}"
        assert fault.reason.en == f"The threshold “{jobs.fact.label.en}”: {en}"

    @pytest.mark.parametrize(
        "condition",
        [
            poverty_rate.is_less_than(percent(100)),
            poverty_rate.decreases_by_at_least(percent("1.5"), since=START_OF_PERIOD),
            (poor_households.times(2) - poor_households).is_at_least(3),
            poor_households.as_share_of(poor_households.times(3)).is_at_least(percent(20)),
            gifts.total(value).is_at_least(dong(5)),
        ],
    )
    def test_within_its_unit(self, condition: Condition[Any]) -> None:
        assert "outside_its_unit" not in [code for _, code in found(asking(SOUND, condition))]

    @pytest.mark.parametrize(
        ("changes", "told"),
        [
            ({"options": ()}, "thang đánh giá phải có ít nhất hai mức"),
            ({"options": effort.fact.options[:2]}, "mức “DONE_WELL” không có trong thang đánh giá"),
            ({"question": None}, "chưa nêu câu hỏi cho cơ quan đánh giá"),
            ({"judges": ()}, "chưa nêu cơ quan đánh giá"),
        ],
    )
    def test_no_scale(self, changes: dict[str, Any], told: str) -> None:
        word = evolve(effort.fact, **changes)
        plan = asking(SOUND)
        (group,) = plan.criteria
        words = evolve(
            plan.vocabularies[0], facts=(*(f for f in plan.vocabularies[0].facts if f.name != "effort"), word)
        )
        asked = evolve(group.clauses[0], requires=Condition(n.JudgedAtLeast(word, "DONE_WELL")))
        faults = lint(evolve(plan, contents=(evolve(group, clauses=(asked,)),), vocabularies=(words,)))

        assert [(one.place, one.code) for one in faults] == [("III.2.1-1", "no_scale")]
        assert faults[0].reason.vi == f"Nội dung “{word.label.vi}”: {told}."
        assert faults[0].reason.en.startswith(f"The judged word “{word.label.en}”: ")

    def test_no_citation(self) -> None:
        plan = asking(SOUND, jobs.is_at_least(3))
        (group,) = plan.criteria
        unnamed = evolve(group.clauses[0], id="quy-tien")
        silent = evolve(group.clauses[1], text=" ")
        both = all_of(unnamed.is_met(), silent.is_met())

        assert found(evolve(plan, contents=(evolve(group, clauses=(unnamed, silent), requires=both),))) == [
            ("quy-tien", "no_citation"),
            ("III.2.1-2", "no_citation"),
        ]

    def test_a_heading_is_cited_too(self) -> None:
        plan = asking(SOUND, jobs.is_at_least(3))
        (group,) = plan.criteria

        assert found(evolve(plan, contents=(evolve(group, heading=evolve(group.heading, text="")),))) == [
            ("III.2.1", "no_citation")
        ]


def switch(name: str, *options: str) -> Switch:
    return Switch(reading_of(name, *options, adopted=options[0]))


class TestAmendments:
    """An amendment that has effect before its document was issued asks for a second look; it is made all the same."""

    DECISION = Document("12/QĐ-UBND", date(2023, 2, 1), "UBND tỉnh Ví Dụ", "Quyết định")

    def since(self, day: date) -> list[LintFinding]:
        new = amend(asking(SOUND), replace("III.2.1-1", requires=jobs.is_at_least(1), by=self.DECISION), effective=day)
        return list(lint(new))

    def test_from_its_day_on(self) -> None:
        assert self.since(date(2023, 2, 1)) == []

    def test_before_its_day(self) -> None:
        (finding,) = self.since(date(2023, 1, 31))

        assert (finding.place, finding.code) == ("III.2.1-1", "before_its_document")
        assert finding.reason.vi == (
            "Có hiệu lực từ ngày 31/01/2023, trước ngày ban hành Quyết định số 12/QĐ-UBND ngày 01/02/2023 của UBND "
            "tỉnh Ví Dụ; cần xem lại thẩm quyền quy định hiệu lực trở về trước."
        )
        assert finding.reason.en.startswith("In effect from 31 January 2023, before its document was issued (")


class TestReadings:
    """A reading whose alternatives never differ decides nothing, and only confuses."""

    def test_alternatives_that_mean_the_same(self) -> None:
        same = switch("X-01", "one", "other").choose(one=jobs.is_at_least(3), other=jobs.is_more_than(2))

        assert found(asking(SOUND, same)) == [("X-01", "no_difference")]

    def test_alternatives_that_others_make_the_same(self) -> None:
        hidden = switch("X-01", "one", "other").choose(one=jobs.is_at_least(3), other=jobs.is_at_least(4))

        assert ("X-01", "no_difference") in found(asking(jobs.is_at_least(9), hidden))

    def test_but_one_option(self) -> None:
        assert found(asking(switch("X-01", "one").choose(one=SOUND))) == [("X-01", "no_difference")]

    def test_alternatives_that_differ(self) -> None:
        assert found(asking(SOUND, halves())) == []
        assert (
            found(
                asking(
                    SOUND,
                    adopting(STRICTLY, None).choose(
                        more_than=jobs.is_at_least(3), at_least=founded_on.is_not_after(CUT_OFF)
                    ),
                )
            )
            == []
        )

    def test_a_reading_that_stands_in_no_tree_is_not_judged_by_trees(self) -> None:
        assert NOT_ADOPTED in READINGS
        assert "C-01" not in [place for place, _ in found(SMALL)]


class TestNotDecided:
    """Where the search is given up, nothing is claimed: a finding says that it is not decided."""

    def test_a_search_that_was_given_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cells, "CELLS", 1)
        faults = lint(asking(SOUND, at_least(1, jobs.is_at_least(3), poor_households.is_at_least(2))))

        assert faults
        assert {one.status for one in faults} == {Status.NOT_DECIDED}

    def test_a_register_with_too_many_sorts_of_entries(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def too_many(*_: object) -> object:
            raise cells.TooManyCells

        monkeypatch.setattr(linting, "Field", too_many)
        monkeypatch.setattr(linting_readings, "Field", too_many)
        faults = lint(asking(SOUND, halves()))

        assert ("III.2.1", Status.NOT_DECIDED) in [(one.place, one.status) for one in faults]
        assert ("A-02", Status.NOT_DECIDED) in [(one.place, one.status) for one in faults]

    def test_without_a_review_nothing_is_claimed(self) -> None:
        """No review is ever made, so no clause is ever judged."""
        plan = asking(NEVER)

        assert lint(evolve(plan, reviews=(), forms=())) == ()


class TestTelling:
    """A line each, in both languages, with the code and how it is known."""

    FAULTS = lint(asking(SOUND, NEVER))

    def test_in_vietnamese(self) -> None:
        assert lint_said(self.FAULTS).splitlines() == [
            "- III.2.1-2: không ai đạt được [unsatisfiable]. Các điều kiện loại trừ nhau. (đã chứng minh)",
            "- III.2.1: không ai đạt được [unsatisfiable]. Các điều kiện loại trừ nhau. (đã chứng minh)",
        ]
        assert lint_said(()) == "Không thấy lỗi nào."

    def test_in_english(self) -> None:
        first, _ = lint_said(self.FAULTS, "en").splitlines()

        assert first == "- III.2.1-2: unsatisfiable [unsatisfiable]. Its conditions exclude one another. (proved)"
        assert lint_said((), "en") == "Nothing was found."

    def test_codes_are_a_closed_list(self) -> None:
        assert [fault.code for fault in Fault] == [
            "vacuous", "dead", "shadowed", "unsatisfiable", "hardly_satisfiable", "outside_its_unit", "no_scale",
            "no_citation", "no_difference", "before_its_document",
        ]  # fmt: skip

    def test_findings_are_values(self) -> None:
        first, second = lint(asking(SOUND, NEVER)), self.FAULTS

        assert first == second
        assert isinstance(first[0], LintFinding)


@pytest.mark.parametrize("asked", list(product([True, False, None], repeat=3)), ids=str)
def test_of_several_questions_one_answered_yes_is_enough_and_one_left_open_leaves_it_open(
    asked: tuple[bool | None, ...],
) -> None:
    assert some(asked) is (True if True in asked else None if None in asked else False)
    assert some(()) is False
