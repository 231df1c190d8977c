"""amend(): another plan, every change citing its document and its day; the plan amended stays as it was."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from typing import Any

import pytest
import small_plan
from attrs import evolve
from small_plan import (
    COMMUNES,
    END_2025,
    FINAL,
    FIRST_SURVEY,
    FORMS,
    INTERIM,
    PLAN,
    STRICTLY,
    Report,
    due_on,
    effort,
    gifts,
    halves,
    has_fund,
    households,
    officials_strive,
    poverty_falls,
    registered,
    sent_on,
)  # fmt: skip
from small_plan import (
    adopting as with_option,
)

from thidua import nodes as n
from thidua.amendments import (
    add,
    add_awards,
    add_facts,
    add_group,
    add_review,
    add_surveys,
    adopt_reading,
    adopting,
    amend,
    change_period,
    change_review,
    drop_group,
    drop_review,
    mark_no_looser,
    repeal,
    replace,
    set_threshold,
)
from thidua.clauses import Clause, Criteria
from thidua.conditions import ALWAYS, Condition, all_of, any_of, at_least, not_, where
from thidua.digests import digest
from thidua.dossiers import Dossier
from thidua.enactments import Amendment
from thidua.errors import InvalidAmendmentError, NotInForceError, UnknownNameError, WrongValueError
from thidua.facts import dated_count, yes_no
from thidua.interpreters.assess import assess
from thidua.interpreters.award import awards_open
from thidua.interpreters.describe import describe
from thidua.interpreters.explanation import receipt
from thidua.kinds import Vocabulary
from thidua.periods import Period, Survey
from thidua.provisions import Provision, Role
from thidua.quantities import HOUSEHOLDS, percent, years
from thidua.readings import Switch
from thidua.records import records
from thidua.sources import Document
from thidua.subjects import Commune, Household, Subject
from thidua.texts import Sic, Text
from thidua.thresholds import threshold
from thidua.walks import readings_of, walk

DECISION = Document("12/QĐ-UBND", date(2023, 2, 1), "UBND tỉnh Ví Dụ", "Quyết định")
LATER = Document("40/QĐ-UBND", date(2024, 5, 6), "UBND tỉnh Ví Dụ", "Quyết định")
SINCE = date(2023, 2, 15)


def made(*amendments: Amendment, plan: Any = PLAN) -> Any:
    """The plan as amended from one day on."""
    return amend(plan, *amendments, effective=SINCE)


def problems(*amendments: Amendment, plan: Any = PLAN) -> tuple[str, ...]:
    """What is wrong with amendments."""
    with pytest.raises(InvalidAmendmentError) as caught:
        made(*amendments, plan=plan)
    return caught.value.problems


HAS_FUND = has_fund.is_yes()


def clause(name: str, requires: Condition[Any] = HAS_FUND, **more: Any) -> Clause[Any]:
    return Clause(name, text="Có quỹ vì người nghèo.", en="Has a fund for the poor.", requires=requires, **more)


class Cooperative(Subject):
    """A kind of subject that the plan has never heard of."""


shares_profit = yes_no(
    Cooperative, "shares_profit", Text("việc chia lãi", "sharing its profit"),
    holds=Text("có chia lãi cho hộ nghèo", "it shares its profit with the poor"),
    fails=Text("không chia lãi cho hộ nghèo", "it does not share its profit with the poor"),
)  # fmt: skip
helps = Clause("III.2.3-1", text="Chia lãi cho hộ nghèo.", en="Shares its profit.", requires=shares_profit.is_yes())
HEADING = Provision("III.2.3", Role.HEADING, "2.3. Đối với hợp tác xã", "2.3. Cooperatives")
COOPERATIVES = Criteria(HEADING, Cooperative, (helps,), helps.is_met())
WORDS = Vocabulary(Cooperative, "cooperative", Text("hợp tác xã", "cooperative"), (shares_profit.fact,))


class TestThePlanAmended:
    """The base plan is unchanged; without amendments the new plan is the old one."""

    def test_no_amendment_is_the_identity(self) -> None:
        assert amend(PLAN) is PLAN
        assert amend(PLAN).in_force_from is None

    def test_the_base_keeps_its_digest(self) -> None:
        before = digest(PLAN)
        made(repeal("III.2.1-2", by=DECISION), adopt_reading("A-02", "at_least", by=DECISION))

        assert digest(PLAN) == before

    def test_the_place_that_adopts_it_gives_its_own_names(self) -> None:
        plan = amend(PLAN, id="vi-du", title=Text("Kế hoạch Ví Dụ", "The Plan of Ví Dụ"), issuer=Text("Tỉnh", "It"))

        assert (plan.id, plan.title.en, plan.issuer.en) == ("vi-du", "The Plan of Ví Dụ", "It")
        assert plan.contents == PLAN.contents

    @pytest.mark.parametrize(
        "named",
        [{"id": "vi-du"}, {"title": Text("Kế hoạch Ví Dụ", "The Plan of Ví Dụ")}, {"issuer": Text("Tỉnh", "It")}],
        ids=["its id", "its title", "who issues it"],
    )
    def test_what_it_does_not_name_anew_keeps_its_name(self, named: Any) -> None:
        assert amend(PLAN, **named) == evolve(PLAN, **named)

    def test_nothing_in_an_amended_plan_can_be_called_but_the_classes_of_subjects(self) -> None:
        plan = made(
            set_threshold("III.2.1-1", "fall", percent(60), by=DECISION),
            add_group(COOPERATIVES, WORDS, after="III.2.2", by=DECISION),
            repeal("III.2.1-2", by=DECISION),
            mark_no_looser("III.2.2-1", by=DECISION),
        )
        everything = list(walk(plan))

        assert all(isinstance(value, type) and issubclass(value, Subject) for value in everything if callable(value))
        assert all(isinstance(value, Hashable) for value in everything)
        assert small_plan.again(plan) == plan


class TestReplacing:
    """A clause, a group or a provision says something else; what is not given stays."""

    def test_changes_what_is_given_and_keeps_the_rest(self) -> None:
        plan = made(replace("III.2.1-3", requires=has_fund.is_yes(), by=DECISION))
        new = plan.item("III.2.1-3")

        assert new.requires == has_fund.is_yes()
        assert (new.text, new.en) == (officials_strive.text, officials_strive.en)

    def test_new_words_drop_the_notes_on_old_slips(self) -> None:
        slip = Sic("Cán bộ", "Các cán bộ", "thiếu chữ", "a missing word")
        with_slip = made(replace("III.2.1-3", sic=(slip,), by=DECISION))
        plan = amend(with_slip, replace("III.2.1-3", text="Khác.", en="Other.", by=LATER), effective=date(2024, 6, 1))

        assert with_slip.item("III.2.1-3").sic == (slip,)
        assert (plan.item("III.2.1-3").text, plan.item("III.2.1-3").sic) == ("Khác.", ())

    def test_always_lifts_a_guard(self) -> None:
        plan = made(replace("III.2.1-1", applies_where=ALWAYS, by=DECISION))

        assert poverty_falls.applies_where is not None
        assert plan.item("III.2.1-1").applies_where is None

    def test_of_a_group_says_anew_how_its_clauses_count(self) -> None:
        group = COMMUNES
        any_one = any_of(*(each.is_met() for each in group.clauses))
        plan = made(replace("III.2.1", text="2.1. Các xã", en="2.1. All communes", requires=any_one, by=DECISION))
        new = plan.item("III.2.1")

        assert (new.heading.text, new.requires) == ("2.1. Các xã", any_one)
        assert new.clauses == group.clauses

    def test_of_a_provision_gives_other_words(self) -> None:
        plan = made(replace("I", text="I. MỤC TIÊU", en="I. AIMS", readings=(FIRST_SURVEY,), by=DECISION))

        assert next(iter(plan.lines())) == ("I", "I. MỤC TIÊU")
        assert plan.item("I").readings == (FIRST_SURVEY,)

    def test_readings_brought_along_are_read_as_the_plan_reads_them(self) -> None:
        asked = halves(40)
        plan = made(adopt_reading("A-02", "at_least", by=DECISION), replace("III.2.1-3", requires=asked, by=DECISION))
        new = plan.item("III.2.1-3")

        assert {reading.adopted for reading in readings_of(new.node)} == {"at_least"}
        assert "giảm từ 40% trở lên" in describe(new.node)

    def test_readings_new_to_the_plan_come_along(self) -> None:
        own = Switch(small_plan.reading_of("X-01", "one", "other", adopted="other"))
        asked = own.choose(one=has_fund.is_yes(), other=not_(has_fund.is_yes()))
        plan = made(replace("III.2.1-3", requires=asked, by=DECISION))

        assert plan.reading("X-01") == own.reading

    @pytest.mark.parametrize(
        ("amendment", "message"),
        [
            (replace("III.2.1-3", by=DECISION), "nothing would change"),
            (replace("III.2.1-3", text="Khác.", by=DECISION), "both languages"),
            (replace("III.2.1-4", sic=(), by=DECISION), "did you mean 'III.2.1-"),
            (replace("I", requires=has_fund.is_yes(), by=DECISION), "a provision (heading); it asks nothing"),
            (replace("III.2.1-3", requires=registered.is_yes(), by=DECISION), "facts of Household; expected facts of"),
            (replace("III.2.1", applies_where=registered.is_yes(), by=DECISION), "facts of Household; expected"),
            (replace("III.2.1", requires=Condition(n.ClauseMet("III.2.1-9")), by=DECISION), "did you mean 'III.2.1-"),
            (
                replace(
                    "III.2.1-3",
                    requires=Switch(evolve(STRICTLY.reading, options=STRICTLY.reading.options[::-1])).choose(
                        more_than=has_fund.is_yes(), at_least=has_fund.is_yes()
                    ),
                    by=DECISION,
                ),
                "is not the plan's reading of that id",
            ),
            (replace("III.2.1-3", sic=(Sic("không có", "x", "x", "x"),), by=DECISION), "stands 0 times"),
        ],
    )
    def test_refuses(self, amendment: Amendment, message: str) -> None:
        (problem,) = problems(amendment)

        assert message in problem
        assert problem.startswith(amendment.what)
        assert "12/QĐ-UBND" in problem


class TestRepealing:
    """What is repealed leaves a tombstone, and its id is never given again."""

    def test_takes_the_clause_out_of_its_group(self) -> None:
        plan = made(repeal("III.2.1-2", by=DECISION))

        assert [each.id for each in plan.item("III.2.1").clauses] == ["III.2.1-1", "III.2.1-3"]
        assert "III.2.1-2" not in dict(plan.lines())
        assert describe(plan.item("III.2.1").node) == "đạt tiêu chí III.2.1-1 và đạt tiêu chí III.2.1-3"

    def test_leaves_a_tombstone(self) -> None:
        plan = made(repeal("III.2.1-2", by=DECISION))

        assert plan.gone["III.2.1-2"].by == DECISION
        assert plan.gone["III.2.1-2"].before == PLAN.item("III.2.1-2")
        assert plan.gone["III.2.1-2"].after is None
        with pytest.raises(UnknownNameError, match=r"'III\.2\.1-2': repealed by Quyết định no\. 12/QĐ-UBND"):
            plan.item("III.2.1-2")

    def test_of_what_is_gone_is_an_error(self) -> None:
        plan = made(repeal("III.2.1-2", by=DECISION))

        assert "repealed by" in problems(repeal("III.2.1-2", by=LATER), plan=plan)[0]
        assert (
            "an id is never given again"
            in problems(add(clause("III.2.1-2"), after="III.2.1-1", by=LATER), plan=plan)[0]
        )

    def test_of_a_provision(self) -> None:
        plan = made(repeal("I", by=DECISION))

        assert "I" not in dict(plan.lines())
        assert plan.gone["I"].by == DECISION

    def test_of_the_last_clause_or_of_a_group_is_refused(self) -> None:
        assert "drop_group('III.2.2', …)" in problems(repeal("III.2.2-1", by=DECISION))[0]
        assert "drop_group('III.2.1', …)" in problems(repeal("III.2.1", by=DECISION))[0]

    def test_of_a_clause_that_another_refers_to_is_refused(self) -> None:
        referring = made(replace("III.2.1-3", requires=poverty_falls.is_met(), by=DECISION))

        assert "refers to clause 'III.2.1-1'" in problems(repeal("III.2.1-1", by=LATER), plan=referring)[0]


class TestAdding:
    """A new clause counts where the clause before it counts, or another that is named."""

    def test_puts_the_clause_after_another_and_counts_it(self) -> None:
        plan = made(add(clause("III.2.1-4"), after="III.2.1-1", by=DECISION))
        group = plan.item("III.2.1")

        assert [each.id for each in group.clauses] == ["III.2.1-1", "III.2.1-4", "III.2.1-2", "III.2.1-3"]
        assert [part.clause for part in group.node.parts] == ["III.2.1-1", "III.2.1-4", "III.2.1-2", "III.2.1-3"]
        assert ("III.2.1-4", "- Có quỹ vì người nghèo.") in list(plan.lines())
        assert plan.amended("III.2.1-4")[0].before is None
        assert plan.amended("III.2.1-4")[0].after == clause("III.2.1-4")

    def test_after_the_heading_it_is_the_first(self) -> None:
        plan = made(add(clause("III.2.1-4"), after="III.2.1", by=DECISION))

        assert [each.id for each in plan.item("III.2.1").clauses][:2] == ["III.2.1-4", "III.2.1-1"]

    def test_counts_with_the_one_that_is_named(self) -> None:
        either = any_of(*(each.is_met() for each in COMMUNES.clauses[:2]))
        grouped = made(replace("III.2.1", requires=all_of(either, COMMUNES.clauses[2].is_met()), by=DECISION))
        plan = made(add(clause("III.2.1-4"), after="III.2.1-3", counted_with="III.2.1-1", by=LATER), plan=grouped)

        assert describe(plan.item("III.2.1").node) == (
            "(đạt tiêu chí III.2.1-1, đạt tiêu chí III.2.1-4 hoặc đạt tiêu chí III.2.1-2); "
            "đồng thời đạt tiêu chí III.2.1-3"
        )

    def test_of_a_provision(self) -> None:
        line = Provision("I-1", Role.PURPOSE, "Giảm nghèo bền vững.", "To reduce poverty for good.", dash=True)
        plan = made(add(line, after="I", by=DECISION))

        assert list(plan.lines())[:2] == [("I", "I. MỤC ĐÍCH"), ("I-1", "- Giảm nghèo bền vững.")]

    def test_takes_the_place_of_one_repealed_in_the_same_call(self) -> None:
        plan = made(repeal("III.2.1-2", by=DECISION), add(clause("III.2.1-4"), after="III.2.1-2", by=DECISION))

        assert [each.id for each in plan.item("III.2.1").clauses] == ["III.2.1-1", "III.2.1-4", "III.2.1-3"]

    @pytest.mark.parametrize(
        ("amendment", "message"),
        [
            (add(clause("III.2.1-3"), after="III.2.1-1", by=DECISION), "is there already: change it with replace("),
            (add(clause("III.2.1-x"), after="III.2.1-1", by=DECISION), "is no place in a plan"),
            (add(clause("III.2.1-4"), after="III.2.1-8", by=DECISION), "did you mean 'III.2.1-"),
            (add(clause("III.2.1-4"), after="I", by=DECISION), "a clause belongs to a group"),
            (add(clause("III.2.2-2"), after="III.2.2-1", by=DECISION), "facts of Commune; expected facts of Household"),
            (
                add(clause("III.2.1-4"), after="III.2.1-3", counted_with="III.2.2-1", by=DECISION),
                "does not count 'III.2.2-1'",
            ),
            (
                add(clause("III.2.1-4", applies_where=registered.is_yes()), after="III.2.1-3", by=DECISION),
                "of Household",
            ),
            (add(HEADING, after="III.2.1-1", by=DECISION), "is a clause within one"),
        ],
    )
    def test_refuses(self, amendment: Amendment, message: str) -> None:
        (problem,) = problems(amendment)

        assert message in problem


class TestThresholds:
    """A threshold is set under every option of a reading, with its words when they are given."""

    def test_is_set_with_its_words(self) -> None:
        words = (Text("trên 50%", "more than 50 %"), Text("trên 60%", "more than 60 %"))
        plan = made(set_threshold("III.2.1-1", "fall", percent(60), words=words, by=DECISION))
        new = plan.item("III.2.1-1")

        assert threshold(new, "fall").value == percent(60).share
        assert "giảm trên 60% so với đầu kỳ" in new.text
        assert "more than 60 %" in new.en

    def test_without_words_the_text_stays(self) -> None:
        plan = made(set_threshold("III.2.1-1", "fall", percent(60), by=DECISION))

        assert plan.item("III.2.1-1").text == poverty_falls.text

    def test_of_a_group(self) -> None:
        counting = at_least(2, *(each.is_met() for each in COMMUNES.clauses), if_fewer_applicable="cap")
        grouped = made(replace("III.2.1", requires=counting, by=DECISION))
        words = (Text("Đối với các xã", "Communes"), Text("Các xã", "All communes"))
        plan = made(set_threshold("III.2.1", "at_least", 1, words=words, by=LATER), plan=grouped)

        assert threshold(plan.item("III.2.1"), "at_least").value == 1
        assert plan.item("III.2.1").heading.text == "2.1. Các xã"

    @pytest.mark.parametrize(
        ("amendment", "message"),
        [
            (set_threshold("III.2.1-1", "fal", percent(60), by=DECISION), "did you mean 'fall'"),
            (set_threshold("III.2.1-1", "fall", years(3), by=DECISION), "is a share"),
            (set_threshold("III.2.1-3", "effort", 2, by=DECISION), "follows reading B-01"),
            (set_threshold("III.2.9-1", "fall", percent(60), by=DECISION), "did you mean"),
            (set_threshold("I", "fall", percent(60), by=DECISION), "it asks nothing"),
            (
                set_threshold(
                    "III.2.1-1", "fall", percent(60), words=(Text("60%", "60 %"), Text("7", "7")), by=DECISION
                ),
                "'60%' stand 0 times",
            ),
        ],
    )
    def test_refuses(self, amendment: Amendment, message: str) -> None:
        assert message in problems(amendment)[0]


class TestReadings:
    """A reading has one value throughout: clauses, groups, reviews, forms and routes."""

    def test_is_adopted_wherever_the_plan_holds_it(self) -> None:
        with_forms = evolve(
            PLAN, forms=(evolve(FORMS[0], readings=(STRICTLY.reading,)), *FORMS[1:]),
            routes=(evolve(PLAN.routes[0], readings=(STRICTLY.reading,)), *PLAN.routes[1:]),
        )  # fmt: skip
        plan = made(adopt_reading("A-02", "at_least", by=DECISION), plan=with_forms)
        held = {value for value in walk((plan.contents, plan.readings, plan.forms, plan.routes, plan.reviews))
                if isinstance(value, n.Reading) and value.id == "A-02"}  # fmt: skip

        assert len(held) == 1
        assert {reading.adopted for reading in held} == {"at_least"}
        assert held == {plan.reading("A-02")}

    def test_says_who_adopted_it_and_why(self) -> None:
        because = Text("theo câu chữ mới", "by the new words")
        plan = made(
            adopt_reading("A-02", "at_least", because=because, by=DECISION),
            adopt_reading("A-01", "any", by=DECISION),
        )

        assert plan.reading("A-02").because == because
        assert plan.reading("A-02").by.vi == DECISION.cite()
        assert plan.reading("A-01").because.vi == f"theo {DECISION.cite()}"

    def test_of_a_moment_changes_the_survey(self) -> None:
        plan = made(adopt_reading("A-09", "end_2022", by=DECISION))

        assert plan.setting(on=date(2025, 12, 31)).survey("start_of_period").id == "2022"

    def test_may_be_adopted_by_nobody(self) -> None:
        assert made(adopt_reading("A-02", None, by=DECISION)).reading("A-02").adopted is None

    def test_refuses_what_is_unknown(self) -> None:
        assert "did you mean 'A-02'" in problems(adopt_reading("A-2", "at_least", by=DECISION))[0]
        assert "did you mean 'at_least'" in problems(adopt_reading("A-02", "atleast", by=DECISION))[0]

    def test_as_a_question_leaves_no_history(self) -> None:
        plan = adopting(PLAN, "A-02", "at_least")

        assert (plan.amendments, plan.in_force_from) == ((), None)
        assert plan.reading("A-02") == evolve(PLAN.reading("A-02"), adopted="at_least")
        assert adopting(PLAN, "A-02", "more_than") is PLAN
        assert adopting(plan, "A-02", "more_than") == PLAN
        assert with_option(STRICTLY, "at_least").reading == plan.reading("A-02")
        with pytest.raises(UnknownNameError, match="did you mean 'at_least'"):
            adopting(PLAN, "A-02", "atleast")


class TestGroups:
    """A place asks of a kind of subject of its own, and leaves out one of ours."""

    def test_of_a_kind_never_heard_of(self) -> None:
        plan = made(add_group(COOPERATIVES, WORDS, after="III.2.1", by=DECISION))
        dossier = Dossier(Cooperative("HTX-1", "Hợp tác xã Ví Dụ"), ())

        assert [criteria.id for criteria in plan.criteria] == ["III.2.1", "III.2.3", "III.2.2"]
        assert assess(plan, dossier, on=date(2025, 12, 31)).verdict.id == "undetermined"

    def test_one_is_dropped_with_its_words_and_its_routes(self) -> None:
        for_both = evolve(PLAN.routes[0], subjects=(Commune, Household))
        plan = made(drop_group("III.2.1", by=DECISION), plan=evolve(PLAN, routes=(for_both, *PLAN.routes[1:])))

        assert [criteria.id for criteria in plan.criteria] == ["III.2.2"]
        assert [words.id for words in plan.vocabularies] == ["household"]
        assert [route.subjects for route in plan.routes] == [(Household,)]
        assert set(plan.gone) == {"III.2.1", "III.2.1-1", "III.2.1-2", "III.2.1-3"}
        assert plan.amended("III.2.1-2") == plan.amended("III.2.1") != ()

    def test_more_can_be_told_of_a_kind(self) -> None:
        own = dated_count(Commune, "lonely", Text("số hộ neo đơn", "lonely households"), HOUSEHOLDS)
        visits = records(
            Commune, "visits", Report, Text("lần thăm", "visits"), fields=(due_on, sent_on), dated_by=due_on
        )
        asked = all_of(own.is_at_most(3), visits.number().is_at_least(1))
        plan = made(
            add_facts(Commune, own, visits, by=DECISION),
            add(clause("III.2.1-4", asked), after="III.2.1-3", by=DECISION),
        )

        assert plan.vocabulary(Commune).facts[-1] == own.fact
        assert plan.vocabulary(Commune).registers[-1] == visits.register
        assert plan.vocabulary(Household) == PLAN.vocabulary(Household)
        assert (
            "reads 'lonely' of commune" in problems(add(clause("III.2.1-4", asked), after="III.2.1-3", by=DECISION))[0]
        )

    @pytest.mark.parametrize(
        ("amendment", "message"),
        [
            (add_group(COOPERATIVES, PLAN.vocabulary(Commune), after="I", by=DECISION), "words are those of Commune"),
            (add_group(COOPERATIVES, WORDS, after="III.2.1-1", by=DECISION), "a clause within one"),
            (
                add_group(
                    evolve(COMMUNES, heading=HEADING, clauses=(), requires=ALWAYS),
                    PLAN.vocabulary(Commune),
                    after="I",
                    by=DECISION,
                ),
                "Commune is asked in III.2.1 already",
            ),
            (
                add_group(evolve(COOPERATIVES, heading=evolve(HEADING, id="III.2.1")), WORDS, after="I", by=DECISION),
                "is there already",
            ),
            (drop_group("III.2.1-1", by=DECISION), "is no group of subjects; did you mean 'III.2.1'"),
            (drop_group("III.9", by=DECISION), "has no 'III.9'"),
            (add_facts(Cooperative, shares_profit, by=DECISION), "knows no 'Cooperative'"),
            (add_facts(Commune, shares_profit, by=DECISION), "facts of Cooperative; expected facts of Commune"),
            (add_facts(Commune, has_fund, by=DECISION), "'has_fund' is given more than once"),
        ],
    )
    def test_refuses(self, amendment: Amendment, message: str) -> None:
        assert message in problems(amendment)[0]


class TestTimes:
    """The period, the reviews and the surveys of the place."""

    def test_can_be_changed(self) -> None:
        end_2026 = Survey("2026", Text("rà soát cuối năm 2026", "the survey of end-2026"), date(2027, 1, 31))
        period = Period(date(2022, 1, 1), date(2026, 12, 31))
        final = evolve(FINAL, window=period, cut_off=date(2026, 12, 15))
        yearly = evolve(INTERIM, id="yearly")
        plan = made(
            change_period(period, by=DECISION), change_review(final, by=DECISION), add_review(yearly, by=DECISION),
            drop_review("interim", by=DECISION), add_surveys(end_2026, by=DECISION),
        )  # fmt: skip

        assert (plan.period, plan.surveys) == (period, (*PLAN.surveys, end_2026))
        assert [review.id for review in plan.reviews] == ["special", "final", "yearly"]
        assert plan.review("final", date(2025, 1, 1)).window == period
        assert [route.reviews for route in plan.routes] == [("final",), ("final",), ("special",)]
        assert [(made.before, made.after) for made in plan.amendments] == [
            (PLAN.period, period), (FINAL, final), (None, yearly), (INTERIM, None), (PLAN.surveys, plan.surveys)
        ]  # fmt: skip

    def test_a_route_to_no_review_is_gone(self) -> None:
        plan = made(drop_review("special", by=DECISION))

        assert [route.special for route in plan.routes] == [False, False]

    def test_a_review_takes_the_readings_as_adopted(self) -> None:
        plan = made(
            adopt_reading("A-09", "end_2022", by=DECISION),
            change_review(evolve(FINAL, cut_off=date(2025, 1, 1)), by=DECISION),
        )

        assert plan.review("final", SINCE).start.reading.adopted == "end_2022"

    def test_refuses_what_is_unknown_or_known(self) -> None:
        assert "did you mean 'final'" in problems(drop_review("finale", by=DECISION))[0]
        assert "did you mean 'final'" in problems(change_review(evolve(FINAL, id="finale"), by=DECISION))[0]
        assert "review 'final' is given more than once" in problems(add_review(FINAL, by=DECISION))[0]
        assert "survey '2025' is given more than once" in problems(add_surveys(END_2025, by=DECISION))[0]


class TestAwards:
    """A place proposes its own subjects for forms of ours, or of its own."""

    def test_can_be_added_for_a_kind_of_its_own(self) -> None:
        form = evolve(FORMS[0], id="own", label=Text("Giấy khen của hợp tác xã", "a commendation of cooperatives"))
        ours = evolve(PLAN.routes[0], subjects=(Cooperative,), asks=ALWAYS.node)
        own = evolve(ours, form="own", readings=(STRICTLY.reading,))
        plan = made(
            add_group(COOPERATIVES, WORDS, after="III.2.1", by=DECISION),
            adopt_reading("A-02", "at_least", by=DECISION),
            add_awards(form, ours, own, by=DECISION),
        )
        found = assess(plan, Dossier(Cooperative("HTX-1", "Hợp tác xã Ví Dụ"), ()), on=date(2025, 12, 31))

        assert [award.form.id for award in awards_open(plan, found)] == ["commendation", "own"]
        assert plan.routes[-1].readings == (plan.reading("A-02"),)
        assert (plan.amendments[-1].before, plan.amendments[-1].after) == (PLAN.forms, plan.forms)

    def test_refuses_what_is_unknown_or_known(self) -> None:
        to_nowhere = evolve(PLAN.routes[0], form="certifcate")

        assert "form 'certificate' is given more than once" in problems(add_awards(FORMS[0], by=DECISION))[0]
        assert "did you mean 'certificate'" in problems(add_awards(to_nowhere, by=DECISION))[0]


class TestMarks:
    """A clause or a group that may not be made looser is kept as it stood when it was marked."""

    def test_keep_what_was_marked(self) -> None:
        plan = made(mark_no_looser("III.2.1-1", by=DECISION), mark_no_looser("III.2.2", by=DECISION))
        later = amend(plan, set_threshold("III.2.1-1", "fall", percent(40), by=LATER), effective=date(2024, 6, 1))

        assert [floor.id for floor in later.floors] == ["III.2.1-1", "III.2.2"]
        assert later.floors[0].item == poverty_falls != later.item("III.2.1-1")
        assert (later.floors[0].by, later.floors[0].effective) == (DECISION, SINCE)

    def test_of_a_provision_are_refused(self) -> None:
        assert "it asks nothing" in problems(mark_no_looser("I", by=DECISION))[0]


class TestTogether:
    """All amendments of a call are made, or none; all that is wrong is said at once."""

    def test_every_problem_is_told(self) -> None:
        found = problems(
            repeal("III.2.1-9", by=DECISION),
            set_threshold("III.2.1-1", "fall", years(1), by=DECISION),
            adopt_reading("A-2", "x", by=LATER),
        )

        assert len(found) == 3
        assert [each.split(":")[0] for each in found] == [
            "repeal III.2.1-9", "set_threshold III.2.1-1 fall", "adopt_reading A-2"
        ]  # fmt: skip
        with pytest.raises(InvalidAmendmentError, match="plan mau cannot be amended so: 2 problems"):
            made(repeal("III.2.1-9", by=DECISION), repeal("III.2.1-8", by=DECISION))
        with pytest.raises(InvalidAmendmentError, match=r"1 problem\n"):
            made(repeal("III.2.1-9", by=DECISION))

    @pytest.mark.parametrize(
        "two",
        [
            (repeal("III.2.1-1", by=DECISION), repeal("III.2.1-1", by=DECISION)),
            (repeal("III.2.1-1", by=DECISION), set_threshold("III.2.1-1", "fall", percent(60), by=DECISION)),
            (set_threshold("III.2.1-1", "fall", percent(60), by=DECISION), mark_no_looser("III.2.1-1", by=DECISION)),
            (
                set_threshold("III.2.1-1", "fall", percent(6), by=DECISION),
                set_threshold("III.2.1-1", "fall", percent(7), by=LATER),
            ),
            (adopt_reading("A-02", "at_least", by=DECISION), adopt_reading("A-02", None, by=DECISION)),
        ],
    )
    def test_two_of_one_target_are_refused(self, two: tuple[Amendment, ...]) -> None:
        assert any("is amended twice in one call" in problem for problem in problems(*two))

    def test_two_thresholds_of_one_clause_are_two_targets(self) -> None:
        asked = gifts.number().is_at_least(2) & households.is_at_least(5)
        plan = made(replace("III.2.1-3", requires=asked, by=DECISION))
        later = made(
            set_threshold("III.2.1-3", "gifts", 3, by=LATER),
            set_threshold("III.2.1-3", "households", 6, by=LATER),
            plan=plan,
        )

        assert [threshold(later.item("III.2.1-3"), name).value for name in ("gifts", "households")] == [3, 6]

    def test_nothing_is_amended_in_a_group_that_is_dropped(self) -> None:
        found = problems(drop_group("III.2.1", by=DECISION), repeal("III.2.1-1", by=DECISION))

        assert "its group III.2.1 is dropped in the same call" in found[0]

    def test_a_group_counts_anew_when_its_clauses_are_there(self) -> None:
        both = any_of(Condition(n.ClauseMet("III.2.1-1")), Condition(n.ClauseMet("III.2.1-4")))
        for order in (1, -1):
            plan = made(
                *(
                    replace("III.2.1", requires=both, by=DECISION),
                    add(clause("III.2.1-4"), after="III.2.1-3", by=DECISION),
                    repeal("III.2.1-2", by=DECISION),
                )[::order]
            )

            assert plan.item("III.2.1").requires == both


class TestWhatIsNone:
    """Something that is no amendment is refused by name, all of it at once, with what was expected."""

    def test_words_for_an_amendment(self) -> None:
        words: Any = "III.2.1-1"
        nothing: Any = None

        with pytest.raises(InvalidAmendmentError, match="2 problems") as caught:
            amend(PLAN, words, repeal("III.2.1-1", by=DECISION), nothing, effective=SINCE)
        expected = "is no amendment; expected what replace(…), repeal(…), set_threshold(…) and the like give"
        assert caught.value.problems == (f"'III.2.1-1' (str) {expected}", f"None (NoneType) {expected}")

    def test_a_list_is_given_one_by_one(self) -> None:
        several: Any = [repeal("III.2.1-1", by=DECISION)]

        with pytest.raises(InvalidAmendmentError, match=r"give one by one, as amend\(plan, \*amendments, …\)$"):
            amend(PLAN, several, effective=SINCE)


class TestDays:
    """Each amendment has effect from a day; a plan asked about a day before says so."""

    def test_a_day_must_be_given(self) -> None:
        with pytest.raises(InvalidAmendmentError, match="from which day"):
            amend(PLAN, repeal("III.2.1-1", by=DECISION))

    def test_a_day_is_a_day_and_a_document_a_document(self) -> None:
        day: Any = "2023-02-15"
        number: Any = "12/QĐ-UBND"

        with pytest.raises(WrongValueError, match="effective: expected a date such as"):
            repeal("III.2.1-1", by=DECISION, effective=day)
        with pytest.raises(WrongValueError, match="effective: expected a date such as"):
            amend(PLAN, repeal("III.2.1-1", by=DECISION), effective=day)
        with pytest.raises(WrongValueError, match="by= cites a Document but got '12/QĐ-UBND'"):
            repeal("III.2.1-1", by=number)

    def test_its_own_day_comes_before_that_of_the_call(self) -> None:
        plan = amend(
            PLAN, repeal("III.2.1-1", by=DECISION, effective=date(2023, 5, 1)), repeal("III.2.1-2", by=DECISION),
            effective=SINCE,
        )  # fmt: skip

        assert [made.effective for made in plan.amendments] == [date(2023, 5, 1), SINCE]
        assert plan.in_force_from == date(2023, 5, 1)

    def test_a_later_edition_is_in_force_from_the_latest_day(self) -> None:
        plan = amend(made(repeal("III.2.1-1", by=DECISION)), repeal("III.2.1-2", by=LATER), effective=date(2022, 1, 1))

        assert plan.in_force_from == SINCE

    def test_before_that_day_it_is_not_in_force(self) -> None:
        plan = made(repeal("III.2.1-1", by=DECISION))

        assert plan.setting(on=SINCE).on == SINCE
        with pytest.raises(NotInForceError, match=r"in force from 2023-02-15, not yet on 2023-02-14.*edition_in_force"):
            assess(plan, small_plan.DOSSIER, on=date(2023, 2, 14))

    def test_the_receipt_lists_what_was_amended(self) -> None:
        plan = made(set_threshold("III.2.1-1", "fall", percent(60), by=DECISION), repeal("III.2.1-2", by=DECISION))
        found = receipt(assess(plan, small_plan.DOSSIER, on=date(2025, 12, 31)))

        assert found["amendments"] == [
            "2023-02-15 set_threshold III.2.1-1 fall (12/QĐ-UBND)", "2023-02-15 repeal III.2.1-2 (12/QĐ-UBND)"
        ]  # fmt: skip

    def test_guards_of_a_new_clause_are_asked(self) -> None:
        plan = made(replace("III.2.1-2", applies_where=has_fund.is_yes(), by=DECISION))

        assert plan.item("III.2.1-2").node == where(has_fund.is_yes(), PLAN.item("III.2.1-2").requires).node  # type: ignore[union-attr]  # it is a clause
        assert effort.fact in plan.vocabulary(Commune).facts
