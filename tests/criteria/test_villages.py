"""2.3. Đối với bản, xóm."""

from __future__ import annotations

from datetime import date

import pytest
from criteria.dossiers import (
    AT_THE_FINAL,
    AT_THE_INTERIM,
    NOTHING,
    Part,
    assessed,
    cautions,
    complete,
    counted,
    judged,
    open_without,
    poverty,
    stays_open_for,
    verdict,
    words,
)
from criteria.invented import contribution_, met_village, villages_help

from thidua import DID_NOT_HAPPEN, MET, NOT_APPLICABLE, NOT_MET, Level, Verdict, explain
from thidua.clauses import Clause
from thidua.criteria import villages
from thidua.criteria.schedule import END_2023
from thidua.subjects import Village
from thidua.vocabulary import contribution, help_given, village
from thidua.vocabulary.contribution import Source
from thidua.vocabulary.help_given import Means

CUT_OFF, AFTER_THE_CUT_OFF = date(2025, 12, 31), date(2026, 1, 1)


class Bullet:
    clause: Clause[Village]

    def of(self, **changes: Part) -> Verdict:
        return verdict(self.clause, met_village(**changes))


class TestPoorHouseholdsAreHelped(Bullet):
    """
    Hỗ trợ vốn, chia sẻ kinh nghiệm, kỹ thuật để hộ nghèo phát triển sản xuất kinh doanh, ổn định cuộc sống và thoát
    nghèo.
    """

    clause = villages.poor_households_are_helped

    def test_met_when_a_poor_household_was_helped(self):
        assert self.of() == MET

    def test_open_without_the_paper_and_the_paper_is_named(self):
        assert open_without(self.clause, met_village(help_given=NOTHING), "help_given")

    # hỗ trợ vốn, chia sẻ kinh nghiệm, kỹ thuật

    @pytest.mark.parametrize(
        ("means", "found"),
        [(Means.CAPITAL, MET), (Means.EXPERIENCE, MET), (Means.TECHNIQUE, MET), (Means.OTHER, NOT_MET)],
    )
    def test_capital_experience_or_technique_any_one_is_enough(self, means, found):
        assert self.of(help_given=complete(village.help_given, villages_help("GĐ-01", means))) == found

    # hộ nghèo

    @pytest.mark.parametrize(("to_the_poor", "found"), [(True, MET), (False, NOT_MET)])
    def test_the_household_helped_is_a_poor_one(self, to_the_poor, found):
        one = villages_help("GĐ-01", to_the_poor=to_the_poor)

        assert self.of(help_given=complete(village.help_given, one)) == found

    @pytest.mark.parametrize(
        ("unknown", "field"),
        [
            (villages_help("GĐ-01", None), help_given.means),
            (villages_help("GĐ-01", to_the_poor=None), help_given.to_a_poor_household),
        ],
    )
    def test_help_that_is_not_fully_on_file_leaves_it_open(self, unknown, field):
        dossier = met_village(help_given=complete(village.help_given, unknown))

        assert stays_open_for(self.clause, dossier, field.fact)

    def test_no_help_at_all_fails(self):
        assert self.of(help_given=complete(village.help_given)) == NOT_MET

    @pytest.mark.parametrize(("given", "found"), [(CUT_OFF, MET), (AFTER_THE_CUT_OFF, NOT_MET)])
    def test_help_counts_up_to_the_cut_off(self, given, found):
        number = 1 if given <= CUT_OFF else 0
        one = complete(village.help_given, villages_help("GĐ-01", given=given), declared=number)

        assert self.of(help_given=one) == found

    # phát triển sản xuất kinh doanh, ổn định cuộc sống và thoát nghèo: chỉ là mục đích

    def test_a_stable_life_and_escape_are_the_purpose_and_not_judged_apart(self):
        not_escaped = complete(village.help_given, villages_help("GĐ-01", escaped=DID_NOT_HAPPEN))
        lives = judged(village.lives_of_the_helped, Level.NOT_DONE)

        assert self.of(help_given=not_escaped, lives_of_the_helped=lives) == MET


class TestStateCapitalIsKeptAndRotated(Bullet):
    """
    Xây dựng đực quy chế quản lý, duy trì, thu hồi và luân chuyển được phần vốn của ngân sách nhà nước hỗ trợ thực hiện
    dự án mô hình giảm nghèo, phát triển sản xuất nhằm nâng cao hiệu quả và nhân rộng được các mô hình giảm nghèo trên
    địa bàn và cộng đồng.
    """

    clause = villages.state_capital_is_kept_and_rotated

    PARTS = (
        "rules_for_the_capital_adopted_on",
        "capital_is_kept",
        "capital_recovered",
        "capital_rotated",
        "models_are_effective",
        "models_are_replicated",
    )

    def test_met_when_there_are_rules_and_the_capital_is_kept_recovered_and_rotated(self):
        assert self.of() == MET

    @pytest.mark.parametrize("part", PARTS)
    def test_open_without_the_paper_and_the_paper_is_named(self, part):
        assert open_without(self.clause, met_village(**{part: NOTHING}), part)

    # xây dựng được quy chế

    @pytest.mark.parametrize(
        ("adopted", "found"),
        [(CUT_OFF, MET), (AFTER_THE_CUT_OFF, NOT_MET), (DID_NOT_HAPPEN, NOT_MET)],
    )
    def test_the_rules_were_adopted_by_the_cut_off(self, adopted, found):
        rules = (village.rules_for_the_capital_adopted_on.recorded(adopted),)

        assert self.of(rules_for_the_capital_adopted_on=rules) == found

    # quản lý, duy trì; nâng cao hiệu quả; nhân rộng được các mô hình

    @pytest.mark.parametrize(
        ("part", "word"),
        [
            ("capital_is_kept", village.capital_is_kept),
            ("models_are_effective", village.models_are_effective),
            ("models_are_replicated", village.models_are_replicated),
        ],
    )
    @pytest.mark.parametrize(("level", "found"), [(Level.DONE, NOT_MET), (Level.DONE_WELL, MET)])
    def test_each_judged_word_must_be_done_well(self, part, word, level, found):
        assert self.of(**{part: judged(word, level)}) == found

    # thu hồi và luân chuyển được phần vốn

    @pytest.mark.parametrize(("recovered", "found"), [(True, MET), (False, NOT_MET)])
    def test_the_capital_due_was_recovered(self, recovered, found):
        assert self.of(capital_recovered=(village.capital_recovered.recorded(recovered),)) == found

    @pytest.mark.parametrize(("rotated", "found"), [(True, MET), (False, NOT_MET)])
    def test_the_capital_recovered_was_rotated(self, rotated, found):
        assert self.of(capital_rotated=(village.capital_rotated.recorded(rotated),)) == found

    # phần vốn của ngân sách nhà nước hỗ trợ thực hiện dự án, mô hình

    def test_it_is_not_asked_of_a_village_without_a_state_funded_model(self):
        none = (village.has_a_state_funded_model.recorded(False),)

        assert self.of(has_a_state_funded_model=none) == NOT_APPLICABLE
        assert self.of(has_a_state_funded_model=none, **dict.fromkeys(self.PARTS, NOTHING)) == NOT_APPLICABLE

    def test_not_to_know_whether_there_is_a_model_leaves_it_open(self):
        dossier = met_village(has_a_state_funded_model=NOTHING)

        assert open_without(self.clause, dossier, "has_a_state_funded_model")
        assert set(verdict(self.clause, dossier)) == {MET, NOT_APPLICABLE}


class TestPeopleAreMobilisedEffectively(Bullet):
    """
    Huy động có hiệu quả nguồn lực từ nhân dân, cộng đồng để thực hiện chương trình mục tiêu quốc gia giảm nghèo bền
    vững.
    """

    clause = villages.people_are_mobilised_effectively

    def test_met_when_the_people_gave_and_it_was_effective(self):
        assert self.of() == MET

    @pytest.mark.parametrize("part", ["mobilising", "contributions"])
    def test_open_without_the_paper_and_the_paper_is_named(self, part):
        assert open_without(self.clause, met_village(**{part: NOTHING}), part)

    # có hiệu quả

    @pytest.mark.parametrize(("level", "found"), [(Level.DONE, NOT_MET), (Level.DONE_WELL, MET)])
    def test_the_effect_is_judged(self, level, found):
        assert self.of(mobilising=judged(village.mobilising, level)) == found

    @pytest.mark.parametrize("by", ["Hội đồng TĐKT xã Ví Dụ", "UBND xã Ví Dụ", "Hội đồng TĐKT huyện"])
    def test_the_commune_or_the_district_may_judge(self, by):
        assert self.of(mobilising=judged(village.mobilising, by=by)) == MET

    def test_the_village_does_not_judge_itself(self):
        own = met_village(mobilising=judged(village.mobilising, by="Hội nghị bản"))

        assert stays_open_for(self.clause, own, village.mobilising.fact)
        assert "body_not_named" in cautions(assessed(own))

    # nguồn lực từ nhân dân, cộng đồng

    @pytest.mark.parametrize(
        ("source", "found"),
        [(Source.PEOPLE, MET), (Source.SOCIETY, NOT_MET), (Source.STATE_BUDGET, NOT_MET)],
    )
    def test_the_resources_are_those_of_the_people_and_the_community(self, source, found):
        given = complete(village.contributions, contribution_(village.contributions, "HĐ-01", source))

        assert self.of(contributions=given) == found

    @pytest.mark.parametrize(("for_the_poor", "found"), [(True, MET), (False, NOT_MET)])
    def test_the_resources_serve_poverty_reduction(self, for_the_poor, found):
        one = contribution_(village.contributions, "HĐ-01", for_the_poor=for_the_poor)

        assert self.of(contributions=complete(village.contributions, one)) == found

    @pytest.mark.parametrize(
        ("unknown", "field"),
        [
            (contribution_(village.contributions, "HĐ-01", None), contribution.source),
            (contribution_(village.contributions, "HĐ-01", for_the_poor=None), contribution.for_poverty_reduction),
        ],
    )
    def test_a_contribution_that_is_not_fully_on_file_leaves_it_open(self, unknown, field):
        dossier = met_village(contributions=complete(village.contributions, unknown))

        assert stays_open_for(self.clause, dossier, field.fact)

    def test_nothing_mobilised_fails(self):
        assert self.of(contributions=complete(village.contributions)) == NOT_MET


class TestPovertyFallsByMoreThanHalf(Bullet):
    """
    Quy mô hộ nghèo và hộ cận nghèo đa chiều giảm trên 50% so với đầu kỳ.
    """

    clause = villages.poverty_falls_by_more_than_half

    @pytest.mark.parametrize(
        ("start", "end", "found"),
        [
            (100, 49, MET),
            (100, 50, NOT_MET),
            (7, 3, MET),
            (7, 4, NOT_MET),
            (1, 0, MET),
            (0, 3, NOT_MET),
            (0, 0, NOT_APPLICABLE),
        ],
    )
    def test_the_fall_is_strictly_more_than_half(self, start, end, found):
        assert self.of(**poverty(village, (start, 0), (end, 0))) == found

    @pytest.mark.parametrize(("start", "end", "found"), [((6, 4), (4, 0), MET), ((6, 4), (1, 4), NOT_MET)])
    def test_poor_and_near_poor_households_are_counted_together(self, start, end, found):
        assert self.of(**poverty(village, start, end)) == found

    def test_it_is_asked_of_every_village(self):
        assert NOT_APPLICABLE not in self.of(**poverty(village, (1, None), (None, None)))

    @pytest.mark.parametrize("part", ["poor_households", "near_poor_households"])
    def test_open_without_the_figures_and_the_paper_is_named(self, part):
        assert open_without(self.clause, met_village(**{part: NOTHING}), part)

    @pytest.mark.parametrize(("poor", "found"), [(60, "not_met"), (50, "not_met"), (40, "undetermined")])
    def test_it_is_decided_as_soon_as_the_poor_alone_are_half(self, poor, found):
        assert self.of(**poverty(village, (60, 40), (poor, None))).id == found

    def test_the_explanation_names_the_missing_paper(self):
        dossier = met_village(**poverty(village, (60, 40), (40, None)))

        assert stays_open_for(self.clause, dossier, village.near_poor_households.fact)
        assert "số hộ cận nghèo đa chiều (rà soát cuối năm 2024)" in explain(assessed(dossier))

    def test_an_interim_figure_never_stands_in_for_the_missing_one(self):
        poor = counted(village.poor_households, 6, 0, at=END_2023)
        near_poor = counted(village.near_poor_households, 4, 0, at=END_2023)
        dossier = met_village(poor_households=poor, near_poor_households=near_poor)

        assert stays_open_for(self.clause, dossier, village.poor_households.fact)
        assert "another_survey" in cautions(assessed(dossier))


BULLETS = (
    TestPoorHouseholdsAreHelped,
    TestStateCapitalIsKeptAndRotated,
    TestPeopleAreMobilisedEffectively,
    TestPovertyFallsByMoreThanHalf,
)
CLAUSES = ("III.2.3-1", "III.2.3-2", "III.2.3-3", "III.2.3-4")
JUDGED = ("capital_is_kept", "models_are_effective", "models_are_replicated", "mobilising")


def failing(clause: str, on: date = AT_THE_FINAL) -> dict[str, Part]:
    return {
        "III.2.3-1": {"help_given": complete(village.help_given, through=on)},
        "III.2.3-2": {"capital_rotated": (village.capital_rotated.recorded(False),)},
        "III.2.3-3": {"mobilising": judged(village.mobilising, Level.DONE, on=on)},
        "III.2.3-4": poverty(village, (10, 0), (5, 0), on=on),
    }[clause]


def test_each_class_carries_its_bullet_in_the_words_of_the_plan():
    assert [bullet.clause for bullet in BULLETS] == list(villages.CLAUSES)
    assert [words(bullet) for bullet in BULLETS] == [clause.text for clause in villages.CLAUSES]


class TestTheGroup:
    def test_met_when_every_clause_is_met(self):
        found = assessed(met_village())

        assert found.verdict == MET
        assert {found.of(clause) for clause in villages.CLAUSES} == {MET}

    @pytest.mark.parametrize("failed", CLAUSES)
    def test_not_met_when_a_single_clause_is_not(self, failed):
        found = assessed(met_village(**failing(failed)))

        assert [clause.id for clause in villages.CLAUSES if found.of(clause) == NOT_MET] == [failed]
        assert found.verdict == NOT_MET

    def test_a_village_without_a_state_funded_model_can_meet_the_rest(self):
        found = assessed(met_village(has_a_state_funded_model=(village.has_a_state_funded_model.recorded(False),)))

        assert found.of("III.2.3-2") == NOT_APPLICABLE
        assert found.verdict == MET

    def test_a_clause_that_cannot_fail_does_not_hold_up_the_group(self):
        found = assessed(met_village(has_a_state_funded_model=NOTHING))

        assert found.of("III.2.3-2").id == "undetermined"
        assert found.verdict == MET

    def test_awaits_only_judgement_when_everything_measured_is_on_file(self):
        found = assessed(met_village(**dict.fromkeys(JUDGED, NOTHING)))

        assert found.verdict.id == "undetermined"
        assert found.awaits_only_judgement

    def test_does_not_await_only_judgement_while_a_paper_is_missing(self):
        found = assessed(met_village(mobilising=NOTHING, capital_recovered=NOTHING))

        assert found.verdict.id == "undetermined"
        assert not found.awaits_only_judgement


class TestTheInterimReviewOf2023:
    """A-11: at the interim review the fall is judged to inform, and not counted."""

    @pytest.mark.parametrize("failed", CLAUSES)
    def test_every_clause_counts_but_the_fall(self, failed):
        found = assessed(met_village(on=AT_THE_INTERIM, **failing(failed, AT_THE_INTERIM)), on=AT_THE_INTERIM)

        assert found.of(failed) == NOT_MET
        assert found.verdict == (MET if failed == "III.2.3-4" else NOT_MET)
