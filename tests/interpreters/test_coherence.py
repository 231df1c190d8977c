"""What cannot be, in the interpreters: a caution on papers; in proofs and examples, worlds that are left out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from criteria.people import met_household
from hypothesis import given
from hypothesis import strategies as st
from small_plan import (
    ON,
    XA_MAU,
    Area,
    area,
    asking,
    assessed,
    effort,
    founded_on,
    has_fund,
    households,
    jobs,
    poor_households,
)

from thidua import PLAN, Dossier, Household, Paper, adopting, all_of, any_of, assess, compare, explain, lint, not_
from thidua import nodes as n
from thidua.amendments import add_group, amend
from thidua.clauses import Clause, Criteria
from thidua.coherence import NeverTogether, never_together
from thidua.conditions import ALWAYS, Condition
from thidua.errors import InvalidPlanError
from thidua.evidence import DID_NOT_HAPPEN
from thidua.facts import count, yes_no
from thidua.findings import Assessment
from thidua.interpreters.comparing import cells
from thidua.interpreters.comparing.results import Comparison, Relation, Status
from thidua.interpreters.explanation import explanation
from thidua.interpreters.linting.results import lint_said
from thidua.kinds import Vocabulary
from thidua.movements import Plan
from thidua.periods import CUT_OFF
from thidua.provisions import Provision, Role
from thidua.quantities import HOUSEHOLDS, dong, percent
from thidua.readings import Level
from thidua.sources import Document
from thidua.subjects import Commune, Subject
from thidua.texts import Text
from thidua.vocabulary import household
from thidua.vocabulary.household import Status as State

WHY = Text("xã khu vực I chưa lập quỹ nào", "no commune of area I has founded a fund yet")
NO_FUND_IN_I = never_together(area.is_one_of(Area.I), founded_on.is_not_after(CUT_OFF), because=WHY)
FOUNDED = founded_on.is_not_after(CUT_OFF)
DECISION = Document("01/QĐ", date(2024, 1, 5), "UBND huyện Mẫu", "Quyết định")


def declaring(plan: Plan, *declared: NeverTogether) -> Plan:
    words = evolve(plan.vocabulary(Commune), cannot_be=declared)
    return evolve(plan, vocabularies=tuple(words if w.subject is Commune else w for w in plan.vocabularies))


class WaterGroup(Subject):
    """A group of households that shares its water: a kind of subject of an invented place."""


members = count(WaterGroup, "members", Text("số hộ dùng nước", "households that share the water"), HOUSEHOLDS)
small = yes_no(
    WaterGroup, "small", Text("quy mô nhỏ", "a small group"),
    holds=Text("là tổ quy mô nhỏ", "it is small"), fails=Text("không phải tổ quy mô nhỏ", "it is not small"),
)  # fmt: skip
SMALL_HAS_FIVE = never_together(
    small.is_yes(), members.is_more_than(5),
    because=Text("tổ quy mô nhỏ có không quá 05 hộ", "a small group has five households at most"),
)  # fmt: skip
shares = Clause(
    "III.2.7-1",
    text="Là tổ quy mô nhỏ, có từ 05 hộ trở lên.",
    en="Is a small group of five households or more.",
    requires=all_of(small.is_yes(), members.is_at_least(5)),
)
WATER_GROUPS = Criteria(
    Provision("III.2.7", Role.HEADING, text="2.7. Đối với tổ dùng nước", en="2.7. Water user groups"),
    WaterGroup,
    (shares,),
    requires=shares.is_met(),
)
WATER_WORDS = Vocabulary(
    WaterGroup, "water_group", Text("tổ dùng nước", "water user group"), (members.fact, small.fact),
    cannot_be=(SMALL_HAS_FIVE,),
)  # fmt: skip


class TestPapers:
    """Papers that say what cannot be are assessed as they stand, with a caution that names them and says why."""

    def told(self, status: State, left: Any, *, on: date = date(2025, 12, 31)) -> Assessment[Household]:
        paper = Paper(
            DECISION,
            household.status.recorded(status, since=date(2024, 1, 5)),
            household.left_poverty_on.recorded(left),
        )
        return assess(PLAN, Dossier(Household("VD-01", "Hộ Ví Dụ"), (paper,)), on=on)

    def codes(self, *given: Any) -> list[str]:
        return [caution.code for caution in self.told(*given).knowledge.cautions]

    def test_a_poor_household_that_has_left_poverty(self) -> None:
        """One that left and fell back has no day of leaving until it is recognised anew."""
        found = self.told(State.POOR, date(2020, 1, 1))
        (caution,) = found.knowledge.cautions

        assert caution.code == "cannot_be"
        assert [paper.document for paper in caution.papers] == [DECISION]
        assert caution.of in (household.status.fact, household.left_poverty_on.fact)
        assert (
            "diện hộ; ngày được công nhận thoát nghèo (không còn là hộ nghèo, hộ cận nghèo): các thông tin này không "
            "thể cùng đúng; ngày được công nhận là ngày của lần thoát nghèo còn được giữ vững" in explain(found)
        )
        assert "these facts cannot hold together; the day is of an escape that still holds" in explain(found, "en")

    @pytest.mark.parametrize(
        ("status", "left"),
        [
            (State.ESCAPED, date(2020, 1, 1)),
            (State.OTHER, date(2020, 1, 1)),
            (State.POOR, DID_NOT_HAPPEN),
            (State.NEAR_POOR, date(2026, 1, 1)),
        ],
    )
    def test_what_can_be_is_no_cause_for_caution(self, status: State, left: Any) -> None:
        assert self.codes(status, left) == []

    def test_a_near_poor_household_has_become_near_poor_and_a_poor_one_has_not(self) -> None:
        for status, cautions in ((State.NEAR_POOR, 0), (State.POOR, 1)):
            paper = Paper(
                DECISION,
                household.status.recorded(status, since=date(2024, 1, 5)),
                household.became_near_poor_on.recorded(date(2024, 1, 5)),
            )
            counts = adopting(PLAN, "A-33", "counts")
            found = assess(counts, Dossier(Household("VD-01", "Hộ Ví Dụ"), (paper,)), on=date(2025, 12, 31))

            assert len(found.knowledge.cautions) == cautions

    def test_papers_that_disagree_do_not_surely_say_what_cannot_be(self) -> None:
        still, out = (
            Paper(DECISION, household.left_poverty_on.recorded(left)) for left in (DID_NOT_HAPPEN, date(2020, 1, 1))
        )
        poor = Paper(DECISION, household.status.recorded(State.POOR, since=date(2024, 1, 5)))
        found = assess(PLAN, Dossier(Household("VD-01", "Hộ Ví Dụ"), (poor, still, out)), on=date(2025, 12, 31))

        assert [caution.code for caution in found.knowledge.cautions] == ["conflict"]

    def test_the_invented_households_of_the_tests_can_be(self) -> None:
        for status in (State.POOR, State.ESCAPED):
            found = assess(PLAN, met_household(status), on=date(2025, 12, 31))

            assert "cannot_be" not in [caution.code for caution in found.knowledge.cautions]

    @given(
        st.sampled_from(State),
        st.sampled_from((DID_NOT_HAPPEN, date(2019, 1, 1), date(2022, 12, 31), date(2025, 12, 31), date(2026, 1, 2))),
        st.sampled_from(("heading_rules", "bullet_rules")),
    )
    def test_no_declaration_turns_a_verdict(self, status: State, left: Any, option: str) -> None:
        plan = adopting(PLAN, "A-06", option)
        none = evolve(plan, vocabularies=tuple(evolve(words, cannot_be=()) for words in plan.vocabularies))
        dossier = self.told(status, left).dossier
        with_, without = (assess(each, dossier, on=date(2025, 12, 31)) for each in (plan, none))

        assert (with_.found, with_.clauses) == (without.found, without.clauses)

    def test_numbers_are_weighed_as_conditions_weigh_them(self) -> None:
        more_poor_than_all = never_together(poor_households.is_more_than(households), because=WHY)
        survey = assessed(ALWAYS).plan.surveys[3]
        asked = all_of(poor_households.is_at_most(9), households.is_at_least(1), jobs.is_at_least(0))
        plan = declaring(asking(asked), more_poor_than_all)

        def codes(poor: int, all_: int) -> list[str]:
            paper = Paper(DECISION, poor_households.recorded(poor, at=survey), households.recorded(all_, at=survey))
            found = assess(plan, Dossier(XA_MAU, (paper,)), on=ON)
            return [caution.code for caution in found.knowledge.cautions if caution.code != "survey_assumed"]

        assert (codes(5, 5), codes(6, 5)) == ([], ["cannot_be"])

    def test_what_is_most_sensitive_says_who_reads_the_caution(self) -> None:
        """A caution that rests on what only verifiers read is withheld from everybody else."""
        poor_with_income = never_together(
            household.status.is_one_of(State.POOR), household.income_now.is_more_than(dong(10**7)), because=WHY
        )
        words = tuple(
            evolve(w, cannot_be=(poor_with_income,)) if w.subject is Household else w for w in PLAN.vocabularies
        )
        paper = Paper(
            DECISION,
            household.status.recorded(State.POOR, since=date(2024, 1, 5)),
            household.income_now.recorded(dong(10**8)),
        )
        found = assess(
            evolve(PLAN, vocabularies=words),
            Dossier(Household("VD-01", "Hộ Ví Dụ"), (paper,)),
            on=date(2025, 12, 31),
        )

        assert explanation(found, "dossier")["cautions"][0]["withheld"]
        assert not explanation(found, "internal")["cautions"][0]["withheld"]


def both(before: Condition[Any], after: Condition[Any], *declared: NeverTogether) -> Comparison:
    old, new = declaring(asking(before), *declared), declaring(asking(after), *declared)
    return compare(old, new, review="final")


class TestComparing:
    """Nobody who cannot be gains or loses."""

    NARROWER = all_of(FOUNDED, not_(area.is_one_of(Area.I)))

    def test_a_change_that_only_concerns_who_cannot_be_changes_nothing(self) -> None:
        assert both(FOUNDED, self.NARROWER).relation() is Relation.STRICTER
        assert both(FOUNDED, self.NARROWER, NO_FUND_IN_I).relation() is Relation.EQUIVALENT
        assert both(FOUNDED, self.NARROWER, NO_FUND_IN_I).status() is Status.PROVED

    def test_what_one_edition_alone_declares_is_true_for_both(self) -> None:
        plain, declared = asking(FOUNDED), declaring(asking(self.NARROWER), NO_FUND_IN_I)

        assert compare(plain, declared, review="final").relation() is Relation.EQUIVALENT
        assert compare(declared, plain, review="final").relation() is Relation.EQUIVALENT

    def test_witnesses_are_of_subjects_that_can_be(self) -> None:
        """Of area I or founded: whoever loses the first way has no fund."""
        before, after = any_of(area.is_one_of(Area.I), jobs.is_at_least(3)), FOUNDED
        for group in both(before, after, NO_FUND_IN_I).groups:
            assert group.relation is Relation.INCOMPARABLE
            for witness in group.witnesses:
                cautions = (*witness.before.knowledge.cautions, *witness.after.knowledge.cautions)
                assert "cannot_be" not in [caution.code for caution in cautions]

    def test_what_was_only_tried_is_tried_on_subjects_that_can_be(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cells, "CELLS", 1)
        (free,) = both(FOUNDED, self.NARROWER).groups
        (tried,) = both(FOUNDED, self.NARROWER, NO_FUND_IN_I).groups

        assert (free.status, free.relation) == (Status.TESTED, Relation.STRICTER)
        assert tried.status is Status.TESTED
        assert tried.witnesses == ()

    def test_what_cells_cannot_tell_is_still_no_witness(self) -> None:
        """Two days with calendar years between them are no number: cells leave it open, papers show it."""
        years_later = n.CompareDays(
            n.YearsAfter(n.RecordedDay(founded_on.fact), 0), n.Op.AT_MOST, n.RecordedDay(founded_on.fact)
        )
        never = NeverTogether((n.IsOneOf(area.fact, ("I",)), years_later), WHY)
        (found,) = both(FOUNDED, self.NARROWER, never).groups

        assert found.lost == ()
        assert found.relation is not Relation.STRICTER

    def test_what_not_even_full_knowledge_decides_excludes_nobody(self) -> None:
        """A share of nothing is neither more than half nor not."""
        share = poor_households.as_share_of(households).is_more_than(percent(50))
        never = never_together(share, because=WHY)
        before = all_of(households.is_at_most(0), poor_households.is_at_most(0), has_fund.is_yes())

        assert both(before, has_fund.is_yes(), never).relation() is Relation.LOOSER
        assert both(before, all_of(before, jobs.is_at_least(1)), never).relation() is Relation.STRICTER


class TestLinting:
    """A place's own kind, with its own declaration: what follows is found without being told."""

    def found(self, condition: Condition[Commune], *declared: NeverTogether) -> list[tuple[str, str]]:
        return [(one.place, one.code) for one in lint(declaring(asking(has_fund.is_yes(), condition), *declared))]

    def test_what_only_who_cannot_be_could_meet(self) -> None:
        both_asked = all_of(area.is_one_of(Area.I), FOUNDED)

        assert self.found(both_asked) == []
        assert self.found(both_asked, NO_FUND_IN_I) == [("III.2.1-2", "unsatisfiable"), ("III.2.1", "unsatisfiable")]

    def test_what_only_who_cannot_be_could_fail(self) -> None:
        sound = any_of(not_(area.is_one_of(Area.I)), not_(FOUNDED))

        assert self.found(sound) == []
        assert self.found(sound, NO_FUND_IN_I) == [("III.2.1-2", "vacuous")]

    def test_what_is_given_besides_still_counts(self) -> None:
        plan = declaring(asking(has_fund.is_yes(), FOUNDED), NO_FUND_IN_I)
        faults = lint(plan, given={Commune: area.is_one_of(Area.I)})

        assert [(one.place, one.code) for one in faults] == [
            ("III.2.1-2", "unsatisfiable"),
            ("III.2.1", "unsatisfiable"),
        ]


class TestOwnKind:
    """A kind of subject the plan never heard of, with facts of its own and what it cannot be."""

    def test_lint_finds_it_of_the_plan_that_adopts_it(self) -> None:
        decision = Document("05/QĐ-UBND", date(2023, 2, 1), "UBND tỉnh Mẫu", "Quyết định")
        plan = amend(
            PLAN, add_group(WATER_GROUPS, WATER_WORDS, after="III.2.6", by=decision), effective=date(2023, 2, 15)
        )
        told = lint_said([fault for fault in lint(plan) if fault.place.startswith("III.2.7")], "vi").splitlines()

        why = (
            "hầu như không ai đạt được [hardly_satisfiable]. Chỉ đạt được khi số hộ dùng nước đúng là 5 hộ (sơ kết năm "
            "2023; tổng kết năm 2025; xét trường hợp đặc biệt). (đã chứng minh)"
        )

        assert told == [f"- III.2.7-1: {why}", f"- III.2.7: {why}"]


class TestContradictions:
    """A declaration that leaves nobody is an error: all that is asked would be proved of no one."""

    NOBODY = (
        never_together(has_fund.is_yes(), because=WHY),
        never_together(not_(has_fund.is_yes()), because=Text("xã nào cũng có quỹ", "every commune has a fund")),
    )
    TOLD = "what Commune cannot be contradicts itself: it leaves no Commune at all .*every commune has a fund"

    def test_lint_says_so(self) -> None:
        with pytest.raises(InvalidPlanError, match=self.TOLD):
            lint(declaring(asking(FOUNDED), *self.NOBODY))

    def test_compare_says_so(self) -> None:
        with pytest.raises(InvalidPlanError, match=self.TOLD):
            both(FOUNDED, effort.is_judged_at_least(Level.DONE), *self.NOBODY)

    def test_one_edition_may_contradict_the_other(self) -> None:
        old, new = (declaring(asking(FOUNDED), each) for each in self.NOBODY)

        with pytest.raises(InvalidPlanError, match=self.TOLD):
            compare(old, new, review="final")

    def test_one_alone_can_leave_nobody(self) -> None:
        whole = never_together(jobs.is_at_least(0), because=WHY)

        with pytest.raises(InvalidPlanError, match="leaves no Commune"):
            lint(declaring(asking(FOUNDED), whole))
