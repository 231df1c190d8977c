"""Reading the papers: all untidy questions are answered here, each with a caution; none decides a verdict."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from small_plan import (
    COMMUNE,
    END_2021,
    END_2022,
    END_2023,
    END_2024,
    HOUSEHOLD,
    ON,
    PLAN,
    XA_MAU,
    Area,
    Terrain,
    agreed,
    area,
    asking,
    assessed,
    counted,
    document,
    due_on,
    effort,
    founded_on,
    gift,
    gifts,
    halves,
    has_fund,
    jobs,
    judgement,
    paper,
    poor_households,
    poverty,
    reading_of,
    report,
    reports,
    sent_on,
    setting,
    terrain,
    under_inquiry,
)

from thidua.bodies import Body
from thidua.conditions import ALWAYS, Condition, all_of
from thidua.dossiers import Dossier
from thidua.errors import UnknownNameError
from thidua.evidence import Evidence, Paper
from thidua.facts import yes_no
from thidua.interpreters.assess import assess
from thidua.interpreters.papers import places_read, read_papers, survey_at
from thidua.knowledge import CAUTIONS, Caution, Knowledge
from thidua.periods import AT_REVIEW, CUT_OFF, START_OF_PERIOD
from thidua.readings import Level, Switch
from thidua.subjects import Commune
from thidua.texts import Text
from thidua.verdicts import MET, NOT_MET, VERDICTS, F, M

DUE = date(2025, 6, 20)
YES = paper(has_fund.recorded(True), number="10")
NO = paper(has_fund.recorded(False), number="11")
ON_TIME = sent_on.is_not_after(due_on)
EVERYTHING = all_of(
    has_fund.is_yes(), jobs.is_at_least(3), area.is_one_of(Area.I), effort.is_judged_at_least(Level.DONE),
    agreed.is_judged_so(), halves(), reports.are_all(ON_TIME), founded_on.is_not_after(CUT_OFF),
    gifts.number().is_at_least(1),
)  # fmt: skip


def read(
    *papers: Paper[Any], asks: Condition[Commune] = EVERYTHING, on: date = ON, review: str | None = None
) -> Knowledge:
    plan = asking(asks)
    return read_papers(plan, Dossier(XA_MAU, papers), plan.setting(on=on, review=review))


def cautions(*papers: Paper[Any], asks: Condition[Commune] = EVERYTHING, on: date = ON) -> list[Caution]:
    """Those about the papers; that a survey's day is assumed is said of every dossier."""
    return [caution for caution in read(*papers, asks=asks, on=on).cautions if caution.code != "survey_assumed"]


CASES: dict[str, tuple[Paper[Any], ...]] = {
    "conflict": (YES, NO),
    "undocumented": (Paper(None, has_fund.recorded(True)),),
    "corrected": (YES, Paper(document("12"), has_fund.recorded(False), corrects=YES.document)),
    "corrects_unknown": (Paper(document("12"), has_fund.recorded(True), corrects=document("99")),),
    "issued_later": (paper(has_fund.recorded(True), issued_on=date(2026, 1, 1)),),
    "another_survey": (counted(END_2023, 1, 1),),
    "not_in_force": (paper(area.recorded(Area.I, since=date(2025, 12, 16))),),
    "another_review": (judgement(on=date(2023, 12, 2)),),
    "body_not_named": (judgement(by="Một người nào đó"),),
    "minutes_before_sitting": (
        Paper(
            document(issued_on=date(2025, 12, 1)),
            effort.judged(Level.DONE_WELL, by="Hội đồng Mẫu", on=date(2025, 12, 2), reason="chủ động"),
        ),
    ),
    "outside_period": (paper(report("BC-01", date(2020, 12, 31))),),
    "not_used": (paper(terrain.recorded(Terrain.HIGH)),),
    "declaration_void": (paper(report("BC-01", DUE, DUE), reports.complete(entries=0, through=ON, by="Văn phòng xã")),),
    "survey_assumed": (),
}


OF_FORMER_UNITS = {"not_taken_over", "unit_missing"}
"""Cautions about the units a subject took over: `test_succession` has their cases, `test_coherence` what cannot be."""
OF_DAYS = {"body_not_there", "correction_before"}
"""Cautions about days that do not fit: `test_judged` and `TestCorrections` have their cases."""
READ = {"conflict", "undocumented", "corrected", "corrects_unknown", "declaration_void", "minutes_before_sitting"}
"""Cautions about what is read all the same."""


class TestCautions:
    """Conflicting evidence, undocumented evidence and unread evidence are reported; each code by a case."""

    def test_every_code_has_its_case(self) -> None:
        assert set(CASES) == set(CAUTIONS) - OF_FORMER_UNITS - OF_DAYS - {"cannot_be"}

    @pytest.mark.parametrize("code", CASES)
    def test_each_is_given_with_its_papers(self, code: str) -> None:
        given = {caution.code: caution for caution in read(*CASES[code]).cautions}

        assert set(given) == {code, "survey_assumed"}
        assert all(paper in CASES[code] for paper in given[code].papers)
        assert bool(given[code].papers) == (code != "survey_assumed")

    @pytest.mark.parametrize(
        "code",
        sorted(set(CASES) - READ),
    )
    def test_what_is_left_aside_leaves_every_verdict_as_it_was(self, code: str) -> None:
        without, with_them = read(), read(*CASES[code])

        assert with_them.places == without.places
        assert {name: held.entries for name, held in with_them.registers.items() if held.entries} == {}
        assert assessed(EVERYTHING, *CASES[code]).verdict == assessed(EVERYTHING).verdict

    def test_an_undocumented_value_is_used_like_any_other(self) -> None:
        assert assessed(has_fund.is_yes(), *CASES["undocumented"]).verdict == MET

    def test_a_corrected_paper_is_read_as_if_only_the_correction_were_there(self) -> None:
        _, correction = CASES["corrected"]

        assert read(*CASES["corrected"]).places == read(correction).places
        assert assessed(has_fund.is_yes(), *CASES["corrected"]).verdict == NOT_MET

    def test_what_corrects_a_paper_that_is_not_on_file_is_read(self) -> None:
        assert assessed(has_fund.is_yes(), *CASES["corrects_unknown"]).verdict == MET
        assert cautions(*CASES["corrects_unknown"])[0].detail.vi == "99"

    def test_a_conflict_leaves_both_possible(self) -> None:
        assert assessed(has_fund.is_yes(), YES).verdict == MET
        assert assessed(has_fund.is_yes(), YES, NO).verdict == VERDICTS[M | F]

    def test_a_conflict_names_both_sources(self) -> None:
        (caution,) = cautions(YES, NO)

        assert (caution.about, caution.papers) == (has_fund.fact.label, (YES, NO))

    def test_two_papers_that_agree_are_none(self) -> None:
        assert cautions(YES, paper(has_fund.recorded(True), number="12")) == []


class TestCorrections:
    """A correction issued after the day of assessment is not read, so it corrects nothing."""

    def test_issued_later_corrects_nothing_yet(self) -> None:
        later = Paper(document("12", date(2026, 1, 1)), has_fund.recorded(False), corrects=YES.document)

        assert assessed(has_fund.is_yes(), YES, later).verdict == MET
        assert [caution.code for caution in cautions(YES, later)] == ["issued_later"]

    def test_of_a_correction_leaves_only_the_last(self) -> None:
        second = Paper(document("12"), has_fund.recorded(False), corrects=YES.document)
        third = Paper(document("13"), has_fund.recorded(True), corrects=second.document)

        assert assessed(has_fund.is_yes(), YES, second, third).verdict == MET
        assert [caution.code for caution in cautions(YES, second, third)] == ["corrected", "corrected"]

    @pytest.mark.parametrize(
        ("issued_on", "codes"),
        [
            (date(2025, 6, 29), {"corrected", "correction_before"}),
            (date(2025, 6, 30), {"corrected"}),
            (date(2025, 7, 1), {"corrected"}),
        ],
    )
    def test_dated_before_what_it_corrects_is_read_with_a_caution(self, issued_on: date, codes: set[str]) -> None:
        correction = Paper(document("12", issued_on), has_fund.recorded(False), corrects=YES.document)
        given = {caution.code: caution for caution in cautions(YES, correction)}

        assert set(given) == codes
        assert assessed(has_fund.is_yes(), YES, correction).verdict == NOT_MET
        if "correction_before" in codes:
            assert given["correction_before"].papers == (correction,)
            assert given["correction_before"].detail.vi == "Quyết định số 10 ngày 30/6/2025 của UBND huyện Mẫu"

    def test_withdraws_all_that_the_other_proved(self) -> None:
        first = paper(has_fund.recorded(True), jobs.recorded(5), number="10")
        second = Paper(document("12"), has_fund.recorded(True), corrects=first.document)

        assert "jobs" not in read(first, second).places

    def test_a_paper_without_a_document_can_correct(self) -> None:
        correction = Paper(None, has_fund.recorded(False), corrects=YES.document)

        assert assessed(has_fund.is_yes(), YES, correction).verdict == NOT_MET


class TestDaysOfPapers:
    """`on` is the day of assessment: papers issued later are not read."""

    def test_one_issued_on_the_day_is_read(self) -> None:
        assert assessed(has_fund.is_yes(), paper(has_fund.recorded(True), issued_on=ON)).verdict == MET

    def test_one_without_a_document_is_read(self) -> None:
        assert "has_fund" in read(*CASES["undocumented"]).places


class TestSurveys:
    """An interim figure on file for 2023 never stands in for the missing one of 2025."""

    def test_only_the_surveys_of_the_review_are_read(self) -> None:
        knowledge = read(counted(END_2021, 60, 40), counted(END_2022, 30, 20), counted(END_2024, 20, 9))

        assert sorted(knowledge.places) == [
            "near_poor_households@2021", "near_poor_households@2024",
            "poor_households@2021", "poor_households@2024",
        ]  # fmt: skip

    def test_the_missing_figure_stays_missing(self) -> None:
        assert assessed(halves(), counted(END_2021, 60, 40), counted(END_2022, 1, 1)).verdict == VERDICTS[M | F]

    def test_at_the_interim_review_the_other_is_read(self) -> None:
        knowledge = read(counted(END_2022, 30, 20), counted(END_2024, 20, 9), on=date(2023, 6, 30))

        assert sorted(knowledge.places) == ["near_poor_households@2022", "poor_households@2022"]

    def test_the_caution_names_the_survey(self) -> None:
        assert {c.detail for c in cautions(*CASES["another_survey"])} == {END_2023.label}

    def test_a_survey_named_in_the_tree_is_read_whatever_the_review(self) -> None:
        asks = poverty.at(END_2023).is_at_most(3)

        assert cautions(counted(END_2023, 1, 1), asks=asks) == []

    def test_a_survey_whose_day_is_known_is_no_caution(self) -> None:
        assert [c.code for c in read(on=date(2023, 6, 30)).cautions] == []
        assert [c.code for c in read(on=ON).cautions] == ["survey_assumed"]

    def test_a_moment_that_is_a_day_is_no_survey(self) -> None:
        surveys = dict(setting().surveys)

        assert survey_at(START_OF_PERIOD, surveys) == END_2021
        assert survey_at(END_2023, surveys) == END_2023
        with pytest.raises(UnknownNameError, match="moment 'cut_off' is no survey"):
            survey_at(CUT_OFF, surveys)
        with pytest.raises(UnknownNameError, match="moment 'cut_off' is no survey"):
            assess(asking(poverty.at(CUT_OFF).is_at_most(3)), Dossier(XA_MAU), on=ON)


class TestInForce:
    """What counts is what is in force at the cut-off, 15/12/2025; nothing is carried forward silently."""

    @pytest.mark.parametrize(
        ("since", "until", "counts"),
        [
            (date(2021, 6, 4), None, True),
            (date(2025, 12, 15), date(2025, 12, 15), True),
            (date(2025, 12, 16), None, False),
            (date(2021, 6, 4), date(2025, 12, 14), False),
        ],
    )
    def test_from_its_first_day_through_its_last(self, since: date, until: date | None, counts: bool) -> None:
        said = paper(area.recorded(Area.I, since=since, until=until))

        assert ("area" in read(said).places) is counts
        assert [caution.code for caution in cautions(said)] == ([] if counts else ["not_in_force"])

    def test_one_after_the_other_is_no_conflict(self) -> None:
        said = (
            area.recorded(Area.II, since=date(2021, 6, 4), until=date(2023, 12, 31)),
            area.recorded(Area.I, since=date(2024, 1, 1)),
        )

        assert assessed(area.is_one_of(Area.I), paper(*said)).verdict == MET


class TestJudgements:
    """A judgement counts for the review in whose window it was made, by a body that may judge."""

    @pytest.mark.parametrize(
        ("on", "code"),
        [
            (date(2025, 1, 1), None),
            (date(2025, 12, 31), None),
            (date(2024, 12, 31), "another_review"),
        ],
    )
    def test_in_the_window_of_the_review(self, on: date, code: str | None) -> None:
        assert [caution.code for caution in cautions(judgement(on=on))] == ([code] if code else [])

    def test_not_after_the_day_of_assessment(self) -> None:
        minutes = Paper(
            document("BB-02", date(2025, 6, 1)), effort.judged(Level.DONE, by="Hội đồng Mẫu", on=DUE, reason="…")
        )

        assert [caution.code for caution in cautions(minutes, on=date(2025, 6, 10))] == ["another_review"]

    @pytest.mark.parametrize(
        "by",
        [
            "Hội đồng Mẫu",
            "hội đồng mẫu huyện Mẫu",
            "HĐ Mẫu",
            "council",
            "Phòng Mẫu",
            "Phòng Mẫu (bộ phận thi đua)",
            "Phòng Mẫu, họp",
        ],
    )
    def test_by_a_body_called_by_one_of_its_names(self, by: str) -> None:
        assert "effort" in read(judgement(by=by)).places

    @pytest.mark.parametrize("by", ["Chi bộ", "Hội đồng", "ông A", "Hội đồng Mẫu xã Ví Dụ", "Phòng Mẫuu"])
    def test_by_nobody_else(self, by: str) -> None:
        (caution,) = cautions(judgement(by=by))

        assert (caution.code, caution.detail.vi) == ("body_not_named", by)

    @pytest.mark.parametrize("later", [0, 1])
    def test_minutes_dated_before_the_sitting_are_read_with_a_caution(self, later: int) -> None:
        sat = date(2025, 12, 2)
        minutes = Paper(
            document("BB-02", sat - timedelta(days=later)),
            effort.judged(Level.DONE_WELL, by="Hội đồng Mẫu", on=sat, reason="…"),
        )

        assert [caution.code for caution in cautions(minutes)] == ["minutes_before_sitting"] * later
        assert read(minutes).places["effort"].low == read(judgement()).places["effort"].low

    def test_by_anybody_where_the_fact_names_none(self) -> None:
        anybody = evolve(effort, fact=evolve(effort.fact, judges=()))
        facts = tuple(anybody.fact if fact == effort.fact else fact for fact in COMMUNE.facts)
        group = evolve(PLAN.criteria[0], clauses=(), requires=anybody.is_judged_at_least(Level.DONE))
        plan = evolve(PLAN, contents=(group,), vocabularies=(evolve(COMMUNE, facts=facts), HOUSEHOLD))
        minutes = Paper(document("BB-02"), anybody.judged(Level.DONE, by="ông A", on=DUE, reason="…"))

        assert assess(plan, Dossier(XA_MAU, (minutes,)), on=ON).verdict == MET

    def test_by_a_body_that_was_not_there_yet_is_read_with_a_caution(self) -> None:
        new = Body("new", Text("Ban Mới", "the New Board"), since=date(2025, 12, 1))
        later = evolve(effort, fact=evolve(effort.fact, judges=(new,)))
        facts = tuple(later.fact if fact == effort.fact else fact for fact in COMMUNE.facts)
        group = evolve(PLAN.criteria[0], clauses=(), requires=later.is_judged_at_least(Level.DONE))
        plan = evolve(PLAN, contents=(group,), vocabularies=(evolve(COMMUNE, facts=facts), HOUSEHOLD))
        minutes = Paper(document("BB-02"), later.judged(Level.DONE, by="Ban Mới", on=DUE, reason="…"))
        found = assess(plan, Dossier(XA_MAU, (minutes,)), on=ON)
        (caution,) = [each for each in found.knowledge.cautions if each.of == later.fact]

        assert found.verdict == MET
        assert (caution.code, caution.detail.vi) == ("body_not_there", "Ban Mới, có từ 01/12/2025")

    def test_evidence_without_a_judgement_is_none(self) -> None:
        bare: Evidence[Commune] = Evidence(effort.fact, "DONE")

        assert [caution.code for caution in cautions(paper(bare))] == ["another_review"]


class TestVocabulary:
    """What the plan does not use is unread; a name unknown to its vocabulary is an error with the nearest right one."""

    funds = yes_no(
        Commune,
        "has_fnd",
        Text("quỹ", "a fund"),
        holds=Text("có quỹ", "it has"),
        fails=Text("không có quỹ", "it has not"),
    )

    def test_an_unknown_fact_is_answered_with_the_nearest(self) -> None:
        with pytest.raises(
            UnknownNameError, match=r"plan mau does not know Commune\.has_fnd; did you mean 'has_fund'\?"
        ):
            read(paper(self.funds.recorded(True)))

    def test_all_of_them_are_named_at_once(self) -> None:
        strange = evolve(reports, register=evolve(reports.register, name="reprots"))
        said = strange.entry("BC-01", due_on.recorded(DUE))

        with pytest.raises(
            UnknownNameError, match=r"Commune\.has_fnd; did .*, Commune\.reprots; did you mean 'reports'"
        ):
            read(paper(self.funds.recorded(True), said))

    def test_another_declaration_under_a_known_name_is_unknown(self) -> None:
        other = evolve(has_fund, fact=evolve(has_fund.fact, label=Text("khác", "other")))

        with pytest.raises(UnknownNameError, match=r"Commune\.has_fund"):
            read(paper(other.recorded(True)))

    def test_even_in_a_paper_that_is_not_read(self) -> None:
        with pytest.raises(UnknownNameError):
            read(paper(self.funds.recorded(True), issued_on=date(2026, 6, 1)))

    @pytest.mark.parametrize(
        "said",
        [
            terrain.recorded(Terrain.HIGH),
            gift("PT-01"),
            gifts.complete(entries=0, through=DUE, by="Văn phòng xã"),
            poor_households.recorded(3, at=END_2024),
        ],
    )
    def test_what_the_plan_does_not_use_is_left_aside(self, said: Any) -> None:
        (caution,) = cautions(paper(said), asks=has_fund.is_yes())

        assert caution.code == "not_used"

    def test_what_is_said_twice_is_cautioned_once(self) -> None:
        (caution,) = cautions(paper(gift("PT-01"), gift("PT-02"), gift("PT-03")), asks=has_fund.is_yes())

        assert caution.code == "not_used"

    def test_what_only_an_award_asks_is_used(self) -> None:
        assert "under_inquiry" in places_read(PLAN, "Commune", setting().surveys)
        knowledge = read_papers(PLAN, Dossier(XA_MAU, (paper(under_inquiry.recorded(False)),)), setting())
        assert "under_inquiry" in knowledge.places


class TestPlacesRead:
    """The keys of every place that the plan reads, under the moments of the setting."""

    @pytest.mark.parametrize(
        ("asks", "places"),
        [
            (has_fund.is_yes(), {"has_fund"}),
            (effort.is_judged_at_least(Level.DONE), {"effort"}),
            (founded_on.is_not_after(CUT_OFF), {"founded_on"}),
            (jobs.is_at_least(3), {"jobs"}),
            (poor_households.is_at_least(3), {"poor_households@2024"}),
            (poor_households.at(START_OF_PERIOD).is_at_least(3), {"poor_households@2021"}),
            (poor_households.at(END_2023).is_at_least(3), {"poor_households@2023"}),
            (reports.are_all(ON_TIME), {"reports"}),
            (gifts.number().is_at_least(1), {"gifts"}),
            (
                halves(from_zero=has_fund.is_yes()),
                {
                    "poor_households@2021", "poor_households@2024", "near_poor_households@2021",
                    "near_poor_households@2024", "has_fund",
                },
            ),
            (ALWAYS, set()),
        ],
    )  # fmt: skip
    def test_of_each_kind_of_node(self, asks: Condition[Commune], places: set[str]) -> None:
        assert places_read(asking(asks), "Commune", setting().surveys) == places

    def test_every_option_of_a_reading_is_read(self) -> None:
        either = Switch(reading_of("C-02", "one", "other", adopted="one"))
        asks = either.choose(one=has_fund.is_yes(), other=jobs.is_at_least(1))

        assert places_read(asking(asks), "Commune", setting().surveys) == {"has_fund", "jobs"}

    def test_the_moments_are_days_of_the_setting(self) -> None:
        assert read().days == setting().days
        assert AT_REVIEW.id not in read().days
