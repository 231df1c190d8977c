"""Findings: what was found at each node, the verdict and its reasons in one tree."""

from typing import Any

import pytest
from small_plan import (
    ON,
    PLAN,
    XA_MAU,
    again,
    agreed,
    effort,
    finding,
    has_fund,
    jobs,
    judgement,
    paper,
    reports_on_time,
)

from thidua.conditions import Condition, all_of, any_of
from thidua.dossiers import Dossier
from thidua.errors import UnknownNameError
from thidua.findings import awaits_only_judgement, open_leaves
from thidua.interpreters.assess import assess
from thidua.readings import Level
from thidua.verdicts import MET, VERDICTS, F, M

OPEN = VERDICTS[M | F]
YES = paper(has_fund.recorded(True))
STRIVES = effort.is_judged_at_least(Level.DONE)


class TestFinding:
    """A finding keeps its node, so that required and found stay together."""

    def test_says_what_is_still_possible(self) -> None:
        assert finding(has_fund.is_yes()).verdict == OPEN
        assert finding(has_fund.is_yes(), YES).verdict == MET

    def test_keeps_what_it_rests_on(self) -> None:
        found = finding(has_fund.is_yes(), YES)

        assert found.node == has_fund.is_yes().node
        assert found.known is not None
        assert found.known.sources[0].paper == YES

    def test_a_measure_keeps_its_place_and_its_bounds(self) -> None:
        left, right = finding(jobs.is_at_least(3)).measures

        assert (left.place, left.low, left.high, left.known) == ("jobs", 0, 1000, None)
        assert (right.low, right.high) == (3, 3)

    def test_is_walked_from_the_top(self) -> None:
        found = finding(all_of(has_fund.is_yes(), any_of(STRIVES)))

        assert [type(part.node).__name__ for part in found.walk()] == ["AllOf", "IsOneOf", "AnyOf", "JudgedAtLeast"]

    def test_survives_pickling(self) -> None:
        found = finding(all_of(has_fund.is_yes(), jobs.is_at_least(3)), YES)

        assert again(found) == found


class TestOpenLeaves:
    """The findings that leave a verdict open, as far down as openness reaches."""

    @pytest.mark.parametrize(
        ("condition", "leaves"),
        [
            (has_fund.is_yes(), []),
            (jobs.is_at_least(3), ["Compare"]),
            (all_of(has_fund.is_yes(), STRIVES, any_of(jobs.is_at_least(3), agreed.is_judged_so())),
             ["JudgedAtLeast", "Compare", "JudgedAtLeast"]),
        ],
    )  # fmt: skip
    def test_are_found_below_what_is_open(self, condition: Condition[Any], leaves: list[str]) -> None:
        assert [type(leaf.node).__name__ for leaf in open_leaves(finding(condition, YES))] == leaves

    def test_of_a_finding_that_awaits_only_judgement(self) -> None:
        assert awaits_only_judgement(finding(all_of(has_fund.is_yes(), STRIVES), YES)) is True
        assert awaits_only_judgement(finding(all_of(jobs.is_at_least(3), STRIVES), YES)) is False
        assert awaits_only_judgement(finding(STRIVES, judgement())) is False


class TestAssessment:
    """The verdict on one dossier with its reasons: findings on the group and on each of its clauses."""

    assessment = assess(PLAN, Dossier(XA_MAU, (YES,)), on=ON)

    def test_answers_for_the_group(self) -> None:
        assert self.assessment.verdict == self.assessment.found.verdict

    def test_answers_for_a_clause_by_id_or_by_itself(self) -> None:
        assert self.assessment.finding("III.2.1-2") == self.assessment.finding(reports_on_time)
        assert self.assessment.of("III.2.1-2") == self.assessment.finding(reports_on_time).verdict

    def test_a_clause_it_has_not_is_answered_with_the_nearest(self) -> None:
        with pytest.raises(
            UnknownNameError, match=r"III\.2\.1 has no clause 'III\.2\.1-33'; did you mean 'III\.2\.1-3'"
        ):
            self.assessment.of("III.2.1-33")
