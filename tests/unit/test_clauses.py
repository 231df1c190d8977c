"""A clause is a sentence of the plan, kept twice; criteria are the clauses asked of one kind of subject."""

from typing import Any

import pytest
from attrs import evolve
from small_plan import (
    COMMUNES,
    COUNTED_TOGETHER,
    HEADING,
    STRICTLY,
    SUFFICIENT,
    again,
    due_on,
    has_fund,
    jobs,
    officials_strive,
    poverty_falls,
    registered,
    reports,
    reports_on_time,
    sent_on,
    under_inquiry,
)

from thidua import nodes as n
from thidua.clauses import Clause, Criteria
from thidua.conditions import Condition, all_of, unless, where
from thidua.digests import digest
from thidua.errors import DuplicateNameError, MisplacedError, UnknownNameError, WrongOwnerError, WrongValueError
from thidua.subjects import Commune
from thidua.texts import Sic

YES = has_fund.is_yes()
ON_TIME = sent_on.is_not_after(due_on)
DISQUALIFIED = unless(YES, under_inquiry.is_yes())


def clause(name: str = "III.2.1-1", requires: Condition[Any] = YES, **changes: Any) -> Clause[Any]:
    return Clause(name, text="Có vươ lên.", en="Rises.", requires=requires, **changes)


class TestClause:
    """It holds the verbatim text, an English rendering, and a tree of nodes."""

    def test_what_it_requires_stands_under_where_it_applies(self) -> None:
        assert clause().node == YES.node
        assert clause(applies_where=jobs.is_at_least(1)).node == where(jobs.is_at_least(1), YES).node

    def test_its_line_and_its_place_say_whether_there_is_a_dash(self) -> None:
        assert clause().line == "- Có vươ lên."
        assert clause(dash=False).line == "Có vươ lên."
        assert clause().citation.vi.startswith("gạch đầu dòng thứ nhất")
        assert clause(dash=False).citation.vi.startswith("đoạn thứ nhất")

    def test_its_id_never_changes_and_its_place_is_what_is_cited(self) -> None:
        moved = clause(place="III.2.7-3")

        assert moved.id == clause().id
        assert moved.citation.vi == "gạch đầu dòng thứ ba, điểm 2.7, khoản 2, mục III"
        assert clause(place="III.2.7-3", dash=False).citation.vi.startswith("đoạn thứ ba")
        assert digest(clause(place="")) == digest(clause()) != digest(moved)

    def test_a_place_that_is_none_is_refused(self) -> None:
        with pytest.raises(UnknownNameError, match=r"'III\.2\.x-1' is no place in a plan"):
            clause(place="III.2.x-1")

    def test_its_slips_are_corrected_beside_the_text(self) -> None:
        slip = Sic("vươ lên", "vươn lên", "thiếu chữ n", "a missing letter")

        assert clause(sic=(slip,)).corrected == "Có vươn lên."

    def test_a_slip_that_is_not_there_is_refused(self) -> None:
        with pytest.raises(WrongValueError, match=r"III.2.1-1: the slip 'x' stands 0 times in the text"):
            clause(sic=(Sic("x", "y", "…", "…"),))

    def test_rests_on_the_readings_in_its_tree_and_then_on_the_others(self) -> None:
        assert poverty_falls.rests_on == (STRICTLY.reading,)
        assert officials_strive.rests_on == (SUFFICIENT.reading,)
        assert evolve(poverty_falls, readings=(COUNTED_TOGETHER, STRICTLY.reading)).rests_on == (
            STRICTLY.reading,
            COUNTED_TOGETHER,
        )

    def test_can_be_referred_to(self) -> None:
        assert clause().is_met().node == n.ClauseMet("III.2.1-1")

    @pytest.mark.parametrize(
        "misplaced",
        [
            {"requires": DISQUALIFIED},
            {"applies_where": DISQUALIFIED},
            {"requires": reports.are_all(unless(ON_TIME, ON_TIME))},
        ],
    )
    def test_nothing_can_disqualify_below_the_root_of_a_group(self, misplaced: Any) -> None:
        with pytest.raises(MisplacedError, match=r"III.2.1-1: .*stands only at the root of a group, not in a clause"):
            clause(**misplaced)

    def test_is_a_value(self) -> None:
        assert again(poverty_falls) == poverty_falls
        assert hash(again(poverty_falls)) == hash(poverty_falls)


class TestCriteria:
    """The clauses in the order of the plan, and how they count together."""

    def test_take_the_place_of_their_heading(self) -> None:
        assert COMMUNES.id == "III.2.1"

    def test_find_a_clause_by_id(self) -> None:
        assert COMMUNES.clause("III.2.1-2") == reports_on_time

    def test_answer_an_unknown_id_with_the_nearest(self) -> None:
        with pytest.raises(UnknownNameError, match=r"III\.2\.1 has no clause 'III.2.1-22'; did you mean 'III.2.1-2'\?"):
            COMMUNES.clause("III.2.1-22")

    def test_may_address_some_subjects_only(self) -> None:
        guarded = evolve(COMMUNES, applies_where=YES)

        assert guarded.node == where(YES, COMMUNES.requires).node

    def test_rest_on_readings_of_their_own(self) -> None:
        assert COMMUNES.rests_on == (COUNTED_TOGETHER,)

    def test_a_clause_given_twice_is_refused(self) -> None:
        with pytest.raises(DuplicateNameError, match=r"III.2.1: clause III.2.1-1 is given more than once"):
            Criteria(HEADING, Commune, (clause(), clause()), YES)

    def test_a_fact_of_another_kind_of_subject_is_refused(self) -> None:
        with pytest.raises(WrongOwnerError, match=r"III.2.1-1: reads facts of Household; expected facts of Commune"):
            Criteria(HEADING, Commune, (clause(requires=registered.is_yes()),), YES)
        with pytest.raises(WrongOwnerError, match=r"III.2.1: reads facts of Report; expected facts of Commune"):
            Criteria(HEADING, Commune, (clause(),), ON_TIME)

    def test_a_reference_to_no_clause_is_answered_with_the_nearest(self) -> None:
        with pytest.raises(
            UnknownNameError, match=r"III\.2\.1: refers to clause 'III.2.1-9'; did you mean 'III.2.1-1'\?"
        ):
            Criteria(HEADING, Commune, (clause(),), Condition(n.ClauseMet("III.2.1-9")))

    def test_a_clause_may_refer_to_one_before_it(self) -> None:
        second = clause("III.2.1-2", requires=all_of(clause().is_met(), YES))

        assert Criteria(HEADING, Commune, (clause(), second), second.is_met()).clauses == (clause(), second)

    @pytest.mark.parametrize("name", ["III.2.1-1", "III.2.1-2"])
    def test_but_not_to_itself_or_to_one_after_it(self, name: str) -> None:
        first = clause(requires=Condition(n.ClauseMet(name)))

        with pytest.raises(
            MisplacedError, match=f"III.2.1-1: refers to clause '{name}', which does not come before it"
        ):
            Criteria(HEADING, Commune, (first, clause("III.2.1-2")), YES)

    def test_may_be_lost_at_the_root(self) -> None:
        assert Criteria(HEADING, Commune, (clause(),), DISQUALIFIED).node == DISQUALIFIED.node

    def test_nothing_above_may_skip_what_disqualifies(self) -> None:
        with pytest.raises(MisplacedError, match=r"III\.2\.1: unless\(…\) stands only at the root of a group"):
            Criteria(HEADING, Commune, (clause(),), DISQUALIFIED, applies_where=YES)
        with pytest.raises(MisplacedError, match=r"III\.2\.1: unless\(…\) stands only at the root of a group"):
            Criteria(HEADING, Commune, (clause(),), Condition(n.Not(DISQUALIFIED.node)))

    def test_are_a_value(self) -> None:
        assert again(COMMUNES) == COMMUNES
        assert hash(again(COMMUNES)) == hash(COMMUNES)
