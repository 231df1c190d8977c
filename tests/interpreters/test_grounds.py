"""What a clause's verdict rests on, in one line each."""

from __future__ import annotations

from attrs import evolve
from small_plan import COMMUNES, ON, PLAN, XA_MAU, has_fund, jobs, reading_of

from thidua.clauses import Clause
from thidua.conditions import Condition, any_of, not_, where
from thidua.dossiers import Dossier
from thidua.evidence import Paper
from thidua.interpreters.assess import assess
from thidua.interpreters.explanation import explanation
from thidua.interpreters.html.grounds import ground_said, grounds
from thidua.readings import Switch
from thidua.subjects import Commune


class TestGrounds:
    """Only what makes the verdict what it is."""

    def ground(self, condition: Condition[Commune], *papers: Paper[Commune]) -> list[tuple[str, str]]:
        clause = Clause("III.2.1-1", text="…", en="…", requires=condition)
        asked = evolve(COMMUNES, clauses=(clause,), requires=clause.is_met(), readings=())
        readings = {each.id: each for each in (*PLAN.readings, *clause.rests_on)}
        plan = evolve(PLAN, contents=(asked,), routes=(), readings=tuple(readings.values()))
        (node,) = explanation(assess(plan, Dossier(XA_MAU, papers), on=ON))["clauses"]
        return [(leaf["verdict"], ground_said(leaf, "vi")) for leaf in grounds(node)]

    def test_of_alternatives_the_one_that_is_met(self) -> None:
        both = any_of(has_fund.is_yes(), jobs.is_at_least(3))

        assert self.ground(both, Paper(None, has_fund.recorded(True))) == [("met", "có quỹ quay vòng vốn")]

    def test_what_is_denied_counts_with_the_verdict_on_the_whole(self) -> None:
        ((verdict, words),) = self.ground(not_(has_fund.is_yes()), Paper(None, has_fund.recorded(False)))

        assert (verdict, words) == ("met", "không có quỹ quay vòng vốn")

    def test_where_nothing_is_asked_the_reason_why(self) -> None:
        asked = where(has_fund.is_yes(), jobs.is_at_least(3))

        assert self.ground(asked, Paper(None, has_fund.recorded(False))) == [
            ("not_applicable", "không có quỹ quay vòng vốn")
        ]

    def test_where_it_is_open_whether_it_is_asked_both(self) -> None:
        found = self.ground(where(has_fund.is_yes(), jobs.is_at_least(3)))

        assert [verdict for verdict, _ in found] == ["undetermined", "undetermined"]

    def test_under_a_reading_not_adopted_every_option(self) -> None:
        switch = Switch(reading_of("C-02", "one", "other", adopted=None))
        asked = switch.choose(one=has_fund.is_yes(), other=not_(has_fund.is_yes()))

        assert [verdict for verdict, _ in self.ground(asked, Paper(None, has_fund.recorded(True)))] == [
            "met", "not_met",
        ]  # fmt: skip
