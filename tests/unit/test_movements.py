"""A plan: its sentences in order, the words it knows, its surveys and reviews; moments resolved from them alone."""

import os
import pickle
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from small_plan import (
    COMMUNE,
    COMMUNES,
    COUNTED_FROM,
    END_2021,
    END_2022,
    END_2023,
    END_2024,
    END_2025,
    FINAL,
    FIRST_SURVEY,
    HOUSEHOLD,
    INTERIM,
    LAST_SURVEY,
    PLAN,
    READINGS,
    REVIEWS,
    ROUTES,
    STRICTLY,
    SURVEYS,
    adopting,
    again,
    asking,
    has_fund,
    jobs,
    officials_strive,
    poor_households,
    reports,
    reports_on_time,
    under_inquiry,
)

from thidua.errors import IncompleteError, InvalidPlanError, NoReviewError, UnknownNameError, WrongValueError
from thidua.movements import Plan, common_facts
from thidua.periods import AT_REVIEW, CUT_OFF, END_OF_REVIEW_YEAR, ON_THE_DAY, START_OF_PERIOD
from thidua.provisions import Provision, Role
from thidua.subjects import Commune, Household, Village


def with_readings(**adopted: str | None) -> Plan:
    """The plan with other options adopted, by the id of the reading without its dash."""
    changed = {name.replace("_", "-"): option for name, option in adopted.items()}
    readings = tuple(
        evolve(reading, adopted=changed[reading.id]) if reading.id in changed else reading for reading in READINGS
    )
    return evolve(PLAN, readings=readings)


class TestSentences:
    """Headings, provisions and clauses, joined in order, are the plan."""

    def test_every_line_comes_with_its_id(self) -> None:
        assert list(PLAN.lines()) == [
            ("I", "I. MỤC ĐÍCH"),
            ("III.2.1", "2.1. Đối với các xã"),
            ("III.2.1-1", "- Quy mô hộ nghèo và hộ cận nghèo giảm trên 50% so với đầu kỳ."),
            ("III.2.1-2", "- Thực hiện nghiêm chế độ báo cáo."),
            ("III.2.1-3", "- Cán bộ nỗ lực công tác; huy động được nguồn lực."),
            ("III.2.2", "2.2. Đối với hộ nghèo"),
            ("III.2.2-1", "- Tự nguyện đăng ký thoát nghèo."),
        ]

    def test_the_clauses_come_in_the_order_of_the_plan(self) -> None:
        assert [clause.id for clause in PLAN.clauses] == ["III.2.1-1", "III.2.1-2", "III.2.1-3", "III.2.2-1"]

    @pytest.mark.parametrize("place", ["I", "III.2.1", "III.2.1-2"])
    def test_each_is_found_by_id(self, place: str) -> None:
        assert PLAN.item(place).id == place

    def test_an_unknown_id_is_answered_with_the_nearest(self) -> None:
        with pytest.raises(UnknownNameError, match=r"plan mau has no 'III.2.1-22'; did you mean 'III.2.1-2'\?"):
            PLAN.item("III.2.1-22")


class TestWords:
    """A kind of subject is known by its class or by its name in documents."""

    @pytest.mark.parametrize("kind", [Commune, "commune"])
    def test_of_a_kind(self, kind: Any) -> None:
        assert PLAN.vocabulary(kind) == COMMUNE

    def test_are_its_facts_and_registers(self) -> None:
        assert COMMUNE.names()[:2] == ["area", "terrain"]
        assert COMMUNE.names()[-2:] == ["reports", "gifts"]

    @pytest.mark.parametrize("kind", ["comune", "Commune"])
    def test_a_misspelt_kind_is_answered_with_the_nearest(self, kind: str) -> None:
        with pytest.raises(
            UnknownNameError, match=rf"plan mau knows no kind of subject '{kind}'; did you mean 'commune'\?"
        ):
            PLAN.vocabulary(kind)

    def test_a_kind_the_plan_does_not_know_is_refused(self) -> None:
        with pytest.raises(UnknownNameError, match="knows no kind of subject 'Village'; there are: commune, household"):
            PLAN.vocabulary(Village)

    @pytest.mark.parametrize("kind", [None, 1, [Commune]])
    def test_so_is_what_is_no_kind_at_all(self, kind: Any) -> None:
        with pytest.raises(UnknownNameError, match=r"knows no kind of subject .*; there are: commune, household"):
            PLAN.vocabulary(kind)

    def test_a_class_is_found_by_its_name(self) -> None:
        assert PLAN.kind("Household") is Household
        with pytest.raises(UnknownNameError, match=r"plan mau knows no 'Comune'; did you mean 'Commune'\?"):
            PLAN.kind("Comune")

    def test_criteria_are_found_by_kind(self) -> None:
        assert PLAN.criteria_for(Commune) == COMMUNES
        with pytest.raises(UnknownNameError, match="plan mau has no criteria for Village"):
            PLAN.criteria_for(Village)

    def test_some_facts_are_common_to_every_kind(self) -> None:
        assert common_facts(PLAN) == (under_inquiry.fact,)


class TestReadings:
    """The adopted option lives in the reading itself, one value per reading in a plan."""

    def test_are_found_by_id(self) -> None:
        assert PLAN.reading("A-02") == STRICTLY.reading

    def test_an_unknown_id_is_answered_with_the_nearest(self) -> None:
        with pytest.raises(UnknownNameError, match=r"plan mau has no reading 'A-022'; did you mean 'A-02'\?"):
            PLAN.reading("A-022")

    def test_decide_a_value_of_the_plan(self) -> None:
        assert PLAN.by_reading(FINAL.start) == END_2021
        assert with_readings(A_09="end_2022").by_reading(FINAL.start) == END_2022


class TestBuilding:
    """All errors of a badly built plan are raised together, in one message."""

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            ({"contents": (*PLAN.contents, PLAN.contents[0])}, "place 'I' is given more than once"),
            ({"readings": (*READINGS, READINGS[0])}, "reading 'A-02' is given more than once"),
            ({"reviews": (*REVIEWS, FINAL)}, "review 'final' is given more than once"),
            ({"surveys": (*SURVEYS, END_2021)}, "survey '2021' is given more than once"),
            ({"vocabularies": (COMMUNE, HOUSEHOLD, HOUSEHOLD)}, "kind 'household' is given more than once"),
            (
                {"vocabularies": (evolve(COMMUNE, facts=(*COMMUNE.facts, jobs.fact)), HOUSEHOLD)},
                "fact of commune 'jobs' is given more than once",
            ),
            (
                {"vocabularies": (evolve(COMMUNE, registers=COMMUNE.registers[1:]), HOUSEHOLD)},
                "III.2.1-2 reads 'reports' of commune; did you mean 'effort'?",
            ),
            ({"vocabularies": (COMMUNE,)}, "III.2.2 is asked of Household, of which no vocabulary is given"),
            (
                {"readings": tuple(evolve(r, adopted="at_least") if r.id == "A-02" else r for r in READINGS)},
                "III.2.1-1: reading 'A-02' is not the plan's reading of that id",
            ),
            ({"readings": READINGS[:-2]}, "III.2.1: reading 'A-01' is not the plan's reading of that id"),
            (
                {"readings": tuple(r for r in READINGS if r.id != "A-10")},
                "review final: reading 'A-10' is not the plan's",
            ),
            (
                {"routes": (evolve(ROUTES[0], form="medal"),)},
                "the route to medal: form 'medal' is not the plan's; there are: certificate, commendation",
            ),
            (
                {"routes": (evolve(ROUTES[0], reviews=("finl",)),)},
                "the route to commendation: review 'finl' is not the plan's; did you mean 'final'?",
            ),
            (
                {"routes": (evolve(ROUTES[0], subjects=(Village,)),)},
                "the route to commendation is asked of Village, of which no vocabulary is given",
            ),
            (
                {"routes": (evolve(ROUTES[0], asks=jobs.is_at_least(1).node, subjects=(Household,)),)},
                "the route to commendation reads 'jobs' of household; there are: registered, under_inquiry",
            ),
            (
                {"routes": (evolve(ROUTES[0], asks=adopting(STRICTLY, None).choose(
                    more_than=has_fund.is_yes(), at_least=has_fund.is_yes()).node),)},
                "the route to commendation: reading 'A-02' is not the plan's reading of that id",
            ),
        ],
    )  # fmt: skip
    def test_each_error_is_told(self, changes: dict[str, Any], message: str) -> None:
        with pytest.raises(InvalidPlanError) as raised:
            evolve(PLAN, **changes)
        assert message in str(raised.value)
        assert str(raised.value).startswith("plan mau: ")

    def test_every_error_is_told_at_once(self) -> None:
        with pytest.raises(InvalidPlanError) as raised:
            evolve(
                PLAN,
                contents=(*PLAN.contents, Provision("I", Role.HEADING, "x", "x")),
                vocabularies=(evolve(COMMUNE, facts=COMMUNE.facts[:2]), HOUSEHOLD),
                readings=(*READINGS[1:], READINGS[-1]),
                surveys=(*SURVEYS, END_2021),
            )
        told = str(raised.value).removeprefix("plan mau: ").split("; ")

        for start in (
            "place 'I' is given", "reading 'C-01' is given", "survey '2021' is given",
            "III.2.1-1 reads 'poor_households'",
            "III.2.1-1 reads 'near_poor_households'", "III.2.1-3 reads 'effort'", "III.2.1-1: reading 'A-02' is not",
        ):  # fmt: skip
            assert any(error.startswith(start) for error in told), start

    def test_a_misspelt_fact_is_answered_with_the_nearest(self) -> None:
        other = evolve(poor_households.fact, name="poor_housholds")
        plan = {
            "vocabularies": (
                evolve(COMMUNE, facts=(other, *(f for f in COMMUNE.facts if f != poor_households.fact))),
                HOUSEHOLD,
            )
        }

        with pytest.raises(
            InvalidPlanError, match=r"reads 'poor_households' of commune; did you mean 'poor_housholds'\?"
        ):
            evolve(PLAN, **plan)

    def test_a_fact_declared_otherwise_is_said_to_be(self) -> None:
        other = evolve(poor_households.fact, low=1)
        facts = tuple(other if fact == poor_households.fact else fact for fact in COMMUNE.facts)

        with pytest.raises(
            InvalidPlanError, match=r"reads 'poor_households' of commune; it is declared otherwise there"
        ):
            evolve(PLAN, vocabularies=(evolve(COMMUNE, facts=facts), HOUSEHOLD))


class TestReviews:
    """`review=None` takes the plan's review whose window holds `on`."""

    @pytest.mark.parametrize(
        ("on", "review"),
        [
            (date(2023, 1, 1), "interim"),
            (date(2023, 12, 31), "interim"),
            (date(2025, 1, 1), "final"),
            (date(2025, 12, 31), "final"),
        ],
    )
    def test_is_the_one_whose_window_holds_the_day(self, on: date, review: str) -> None:
        assert PLAN.review(None, on).id == review

    @pytest.mark.parametrize("on", [date(2022, 12, 31), date(2024, 6, 1), date(2026, 1, 1)])
    def test_on_a_day_outside_every_window_one_must_be_named(self, on: date) -> None:
        with pytest.raises(
            NoReviewError, match=rf"no review is made on {on}: name one .*final \(2025-01-01 to 2025-12-31\)"
        ):
            PLAN.setting(on=on)

    def test_can_be_named(self) -> None:
        assert PLAN.review("interim", date(2026, 1, 1)) == INTERIM
        assert PLAN.review("special", date(2025, 6, 1)).only_by_name

    def test_a_misspelt_name_is_answered_with_the_nearest(self) -> None:
        with pytest.raises(UnknownNameError, match=r"plan mau has no review 'finall'; did you mean 'final'\?"):
            PLAN.setting(on=date(2025, 6, 1), review="finall")

    def test_is_not_made_before_its_window_opens(self) -> None:
        with pytest.raises(NoReviewError, match="review final opens on 2025-01-01; it cannot be made on 2024-12-31"):
            PLAN.setting(on=date(2024, 12, 31), review="final")

    def test_may_be_made_after_its_window_when_named(self) -> None:
        setting = PLAN.setting(on=date(2026, 3, 1), review="final")

        assert (setting.on, setting.cut_off) == (date(2026, 3, 1), date(2025, 12, 15))

    @pytest.mark.parametrize("on", ["2025-12-31", datetime(2025, 12, 31), None])
    def test_the_day_of_assessment_is_a_date(self, on: Any) -> None:
        with pytest.raises(WrongValueError, match="on: expected a date such as"):
            PLAN.setting(on=on)


class TestMoments:
    """Moments resolve from the plan and the review alone, to a named survey, never from what happens to be on file."""

    def test_at_the_interim_review_of_2023_the_end_is_the_survey_of_2022(self) -> None:
        setting = PLAN.setting(on=date(2023, 12, 31))

        assert dict(setting.surveys) == {START_OF_PERIOD.id: END_2021, AT_REVIEW.id: END_2022}

    def test_at_the_final_review_of_2025_the_end_is_the_survey_of_2024(self) -> None:
        setting = PLAN.setting(on=date(2025, 12, 31))

        assert dict(setting.surveys) == {START_OF_PERIOD.id: END_2021, AT_REVIEW.id: END_2024}

    def test_a_survey_approved_on_the_day_counts_and_one_a_day_later_does_not(self) -> None:
        assert PLAN.setting(on=date(2025, 1, 31)).survey(AT_REVIEW.id) == END_2024
        assert PLAN.setting(on=date(2025, 1, 30)).survey(AT_REVIEW.id) == END_2023
        assert PLAN.setting(on=date(2023, 1, 12)).survey(AT_REVIEW.id) == END_2022
        assert PLAN.setting(on=date(2023, 1, 11)).survey(AT_REVIEW.id) == END_2021

    def test_the_order_in_which_surveys_are_listed_does_not_matter(self) -> None:
        turned = evolve(PLAN, surveys=tuple(reversed(SURVEYS)))

        assert turned.setting(on=date(2025, 12, 31)).surveys == PLAN.setting(on=date(2025, 12, 31)).surveys

    def test_another_reading_takes_the_survey_of_the_review_s_own_year(self) -> None:
        setting = with_readings(A_10="same_year").setting(on=date(2025, 12, 31))

        assert setting.survey(AT_REVIEW.id) == END_2025

    def test_another_reading_takes_another_start(self) -> None:
        assert with_readings(A_09="end_2022").setting(on=date(2025, 12, 31)).survey(START_OF_PERIOD.id) == END_2022

    def test_without_any_approved_survey_there_is_no_review(self) -> None:
        plan = evolve(PLAN, surveys=(END_2025,))

        with pytest.raises(NoReviewError, match="no survey was approved by 2025-12-15, so review final has no cuối kỳ"):
            plan.setting(on=date(2025, 12, 31))

    @pytest.mark.parametrize(
        ("reading", "name"), [(FIRST_SURVEY, "A_09"), (LAST_SURVEY, "A_10"), (COUNTED_FROM, "B_08")]
    )
    def test_a_moment_whose_reading_adopts_nothing_is_not_resolved(self, reading: Any, name: str) -> None:
        with pytest.raises(
            IncompleteError, match=f"{reading.id} decides a moment or a day: one of its options must be adopted"
        ):
            with_readings(**{name: None}).setting(on=date(2025, 12, 31))

    def test_the_moments_that_are_days(self) -> None:
        days = PLAN.setting(on=date(2025, 6, 1)).days

        assert days == {
            ON_THE_DAY.id: date(2025, 6, 1),
            CUT_OFF.id: date(2025, 6, 1),
            END_OF_REVIEW_YEAR.id: date(2025, 12, 31),
        }

    def test_achievements_count_up_to_the_cut_off_of_the_review(self) -> None:
        assert PLAN.setting(on=date(2025, 12, 31)).cut_off == date(2025, 12, 15)

    def test_and_from_the_day_that_the_reading_says(self) -> None:
        assert PLAN.setting(on=date(2025, 12, 31)).counts_from == date(2021, 1, 1)
        assert with_readings(B_08="launch").setting(on=date(2025, 12, 31)).counts_from == date(2022, 7, 12)

    def test_a_moment_that_is_a_day_is_no_survey(self) -> None:
        with pytest.raises(UnknownNameError, match="moment 'cut_off' is no survey; there are: review, start_of_period"):
            PLAN.setting(on=date(2025, 12, 31)).survey(CUT_OFF.id)


class TestValue:
    """A plan is frozen, hashable and picklable by value, in another process too."""

    def test_survives_pickling(self) -> None:
        assert PLAN.clauses
        assert again(PLAN) == PLAN
        assert hash(again(PLAN)) == hash(PLAN)
        assert again(PLAN).clauses == PLAN.clauses

    def test_so_does_a_setting(self) -> None:
        setting = PLAN.setting(on=date(2025, 12, 31))

        assert again(setting) == setting
        assert again(setting).days == setting.days

    def test_is_found_in_a_set_under_another_hash_seed(self, tmp_path: Path) -> None:
        pickled = tmp_path / "plan.pickle"
        pickled.write_bytes(pickle.dumps(PLAN))
        code = (
            "import pickle, sys; from pathlib import Path; from small_plan import PLAN;"
            "read = pickle.loads(Path(sys.argv[1]).read_bytes());"
            "assert read == PLAN and hash(read) == hash(PLAN) and read in {PLAN}"
        )
        path = os.pathsep.join([str(Path(__file__).parent.parent), *filter(None, sys.path)])
        for seed in ("1", "2"):
            subprocess.run(
                [sys.executable, "-c", code, str(pickled)], check=True,
                env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
            )  # fmt: skip

    def test_two_plans_that_ask_different_things_differ(self) -> None:
        assert asking(has_fund.is_yes()) != asking(has_fund.is_yes() & has_fund.is_yes())
        assert asking(has_fund.is_yes()) == asking(has_fund.is_yes())
        assert reports_on_time != officials_strive
        assert reports.register in COMMUNE.registers
