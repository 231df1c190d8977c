"""3. Hình thức khen thưởng: which forms are open to whom at which review, and what is asked before."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from criteria.adopting import adopted
from criteria.dossiers import AT_THE_FINAL, AT_THE_INTERIM, NOTHING, Part, assessed, complete, words
from criteria.invented import met_agency, met_commune, met_village
from criteria.people import ANSWERED, answered, in_force, met_enterprise, met_household, met_official

from thidua import (
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    PLAN,
    Dossier,
    Household,
    OpenAward,
    OpenAwards,
    as_html,
    awards_open,
    describe,
)
from thidua.awards import AwardForm
from thidua.criteria.schedule import REVIEWS
from thidua.interpreters.award import awards_said
from thidua.interpreters.html import markup as html
from thidua.movements import Plan
from thidua.nodes import Sensitivity
from thidua.subjects import Agency, Commune, Enterprise, Official, Subject, Village
from thidua.texts import Text
from thidua.vocabulary import enterprise, guards, household
from thidua.vocabulary.household import Status
from thidua.walks import facts_of

INTERIM, FINAL, SPECIAL = (review.id for review in REVIEWS)
ON = {INTERIM: AT_THE_INTERIM, FINAL: AT_THE_FINAL, SPECIAL: AT_THE_FINAL}
MEETS_ALL: dict[type[Subject], Callable[..., Dossier[Any]]] = {
    Agency: met_agency,
    Commune: met_commune,
    Village: met_village,
    Household: met_household,
    Official: met_official,
    Enterprise: met_enterprise,
}
BODIES = (Agency, Commune, Village, Enterprise)
OWN_UNIT = "cơ quan, đơn vị hoặc UBND xã nơi đạt thành tích"
RECEIVER = "đơn vị được nhận hỗ trợ"
BY_GUIDANCE = "cơ quan có thẩm quyền theo Hướng dẫn của Ban Thi đua - Khen thưởng Trung ương"
BY_THE_LETTER = "cấp có thẩm quyền theo Công văn số 45/HĐTĐKT ngày 10/8/2020"
PRESIDENT, PRIME_MINISTER = "Chủ tịch nước", "Thủ tướng Chính phủ"
PROVINCE, DISTRICT, COMMUNE = "Chủ tịch UBND tỉnh", "Chủ tịch UBND huyện", "Chủ tịch UBND xã"
AT_THE_FINAL_TO_THE_PLACE = f"{DISTRICT} (từ 01/7/2025: {COMMUNE})"

OPEN = {
    INTERIM: {
        "provincial_merit": (OWN_UNIT, PROVINCE, OWN_UNIT, PROVINCE),
        "local_commendation": (OWN_UNIT, DISTRICT, OWN_UNIT, DISTRICT),
    },
    FINAL: {
        "labour_order": (BY_GUIDANCE, "cấp Nhà nước theo Hướng dẫn đó", BY_GUIDANCE, PRESIDENT),
        "prime_ministers_merit": (BY_GUIDANCE, "cấp Nhà nước theo Hướng dẫn đó", BY_GUIDANCE, PRIME_MINISTER),
        "provincial_merit": (OWN_UNIT, f"{PROVINCE}, do Sở Nội vụ tham mưu", OWN_UNIT, PROVINCE),
        "local_commendation": (OWN_UNIT, AT_THE_FINAL_TO_THE_PLACE, OWN_UNIT, COMMUNE),
    },
    SPECIAL: {
        "labour_order": (RECEIVER, BY_THE_LETTER, RECEIVER, PRESIDENT),
        "prime_ministers_merit": (RECEIVER, BY_THE_LETTER, RECEIVER, PRIME_MINISTER),
        "provincial_merit": (RECEIVER, BY_THE_LETTER, RECEIVER, PROVINCE),
        "local_commendation": (RECEIVER, BY_THE_LETTER, RECEIVER, COMMUNE),
    },
}
"""The forms open at each review: who proposes, to whom, who completes the dossier, who decides."""


def awards(
    kind: type[Subject] = Household,
    review: str = FINAL,
    *,
    plan: Plan = PLAN,
    on: date | None = None,
    **changes: Part,
) -> dict[str, OpenAward]:
    """The forms open to a subject that meets its criteria, every question answered but for the changes."""
    dossier = MEETS_ALL[kind](on=on or ON[review], **{**ANSWERED, **changes})
    found = assessed(dossier, on=on or ON[review], review=review, plan=plan)
    return {award.form.id: award for award in awards_open(plan, found)}


def verdicts(kind: type[Subject] = Household, review: str = FINAL, *, plan: Plan = PLAN, **changes: Part) -> set[str]:
    """The verdicts on all the forms, each once."""
    return {award.verdict.id for award in awards(kind, review, plan=plan, **changes).values()}


KINDS = pytest.mark.parametrize("kind", MEETS_ALL, ids=lambda kind: kind.__name__)
EVERY_REVIEW = pytest.mark.parametrize("review", OPEN)


class TestWhichFormsAreOpen:
    @KINDS
    @EVERY_REVIEW
    def test_to_a_subject_that_meets_its_criteria_with_nothing_against_it(self, kind: type[Subject], review: str):
        opened = awards(kind, review)

        assert list(opened) == list(OPEN[review])
        assert {award.verdict for award in opened.values()} == {MET}

    @KINDS
    @EVERY_REVIEW
    def test_by_whom_to_whom_and_who_decides(self, kind: type[Subject], review: str):
        routes = {
            form: (award.route.proposed_by.vi, award.route.proposed_to.vi, award.route.dossier_by.vi, decider(award))
            for form, award in awards(kind, review).items()
        }

        assert routes == OPEN[review]

    @KINDS
    @EVERY_REVIEW
    def test_the_route_says_all_that(self, kind: type[Subject], review: str):
        for form, award in awards(kind, review).items():
            assert all(part in award.said() for part in (award.form.label.vi, *OPEN[review][form]))
            assert award.route.proposed_by.en in award.said("en")

    @pytest.mark.parametrize("review", [INTERIM, FINAL])
    def test_not_to_a_subject_that_does_not_meet_its_criteria(self, review: str):
        assert verdicts(review=review, jobs_created=(household.jobs_created.recorded(0),)) == {"not_met"}
        assert verdicts(Enterprise, review, linkages=complete(enterprise.linkages)) == {"not_met"}

    @pytest.mark.parametrize("review", [INTERIM, FINAL])
    def test_not_yet_while_a_criterion_is_open(self, review: str):
        assert verdicts(review=review, jobs_created=NOTHING) == {"undetermined"}

    @pytest.mark.parametrize("review", [INTERIM, FINAL])
    def test_a_subject_the_criteria_do_not_address_is_no_nominee(self, review: str):
        assert verdicts(review=review, status=in_force(Status.OTHER)) == {"not_applicable"}

    def test_a_subject_that_may_not_be_addressed_is_not_refused(self):
        unknown = awards(status=NOTHING)["provincial_merit"].verdict

        assert MET in unknown
        assert NOT_APPLICABLE in unknown

    def test_a_form_that_fails_its_standards_is_closed_alone(self):
        closed = awards(**answered(guards.meets_provincial_standards, False))

        assert [form for form, award in closed.items() if award.verdict == NOT_MET] == ["provincial_merit"]


class TestQuestionsAskedBefore:
    against = (
        guards.discipline_pending,
        guards.under_investigation,
        guards.under_inspection,
        guards.complaint_being_verified,
        guards.press_report_being_verified,
        guards.made_false_declaration,
        guards.commended_for_the_same,
    )
    lifted = (
        (guards.was_disciplined, guards.achieved_after_discipline),
        (guards.nominator_is_dissolved, guards.successor_nominates),
        (guards.commended_at_interim, guards.achieved_after_interim),
    )

    @KINDS
    @EVERY_REVIEW
    def test_unanswered_they_leave_every_form_open(self, kind: type[Subject], review: str):
        unanswered = awards(kind, review, **dict.fromkeys(ANSWERED, NOTHING))

        for award in unanswered.values():
            assert award.verdict.id == "undetermined"
            assert award.obstacles == ()
            assert {guard.fact.label for guard in self.against} <= set(award.questions)

    @KINDS
    @EVERY_REVIEW
    @pytest.mark.parametrize("guard", against, ids=lambda guard: guard.fact.name)
    def test_each_of_them_is_asked_and_stands_against_when_it_is_so(
        self, kind: type[Subject], review: str, guard: guards.YesNo[Any]
    ):
        for award in awards(kind, review, **{guard.fact.name: NOTHING}).values():
            assert award.verdict.id == "undetermined"
            assert award.questions == (guard.fact.label,)
            assert guard.fact.label.vi in award.said()
            assert guard.fact.label.en in award.said("en")
        for award in awards(kind, review, **answered(guard, True)).values():
            assert award.verdict == NOT_MET
            assert award.questions == ()
            assert award.obstacles == (guard.fact.holds,)
            assert guard.fact.holds.vi in award.said(level="internal")
            assert (guard.fact.holds.vi in award.said()) == (guard.fact.sensitivity is not Sensitivity.INTERNAL)

    @pytest.mark.parametrize(("guard", "lifts"), lifted, ids=lambda guard: guard.fact.name)
    def test_some_are_lifted_by_another_answer(self, guard: guards.YesNo[Any], lifts: guards.YesNo[Any]):
        assert verdicts(**answered(guard, True)) == {"undetermined"}
        assert verdicts(**answered(guard, True), **answered(lifts, True)) == {"met"}
        assert verdicts(**answered(guard, True), **answered(lifts, False)) == {"not_met"}

    @KINDS
    def test_a_dissolved_body_is_not_proposed_at_the_final_review(self, kind: type[Subject]):
        dissolved = verdicts(kind, **answered(guards.is_dissolved, True))

        assert dissolved == ({"not_met"} if kind in BODIES else {"met"})
        assert verdicts(kind, INTERIM, **answered(guards.is_dissolved, True)) == {"met"}

    def test_the_standards_of_a_form_are_asked_of_that_form_alone(self):
        unknown = awards(**dict.fromkeys([guards.meets_prime_ministers_standards.fact.name], NOTHING))

        assert [form for form, award in unknown.items() if award.verdict.id == "undetermined"] == [
            "prime_ministers_merit"
        ]
        assert "việc đáp ứng tiêu chuẩn tặng Bằng khen của Thủ tướng" in unknown["prime_ministers_merit"].said()

    def test_what_all_forms_ask_is_asked_once(self):
        said = awards_said(list(awards(under_investigation=NOTHING).values()))

        assert said.count("việc đang bị điều tra") == 1

    def test_an_answer_against_closes_the_form_whatever_else_is_unanswered(self):
        others_open = {**dict.fromkeys(ANSWERED, NOTHING), **answered(guards.under_investigation, True)}

        assert verdicts(**others_open) == {"not_met"}


class TestWhoDecidesOnTheCertificateOfCommendation:
    """A-29: the Chairman, of the district through 30/6/2025 and of the commune afterwards."""

    @pytest.mark.parametrize(
        ("review", "on", "expected"),
        [
            (INTERIM, date(2023, 1, 31), DISTRICT),
            (INTERIM, date(2023, 12, 31), DISTRICT),
            (SPECIAL, date(2024, 6, 1), DISTRICT),
            (SPECIAL, date(2025, 6, 30), DISTRICT),
            (SPECIAL, date(2025, 7, 1), COMMUNE),
            (FINAL, date(2025, 1, 31), DISTRICT),
            (FINAL, date(2025, 6, 30), DISTRICT),
            (FINAL, date(2025, 7, 1), COMMUNE),
            (FINAL, date(2025, 12, 31), COMMUNE),
        ],
    )
    def test_until_the_end_of_the_districts_it_is_theirs(self, review: str, on: date, expected: str):
        assert decider(awards(review=review, on=on)["local_commendation"]) == expected

    @pytest.mark.parametrize("form", PLAN.forms, ids=lambda form: form.id)
    def test_from_then_on_no_district_decides_anything(self, form: AwardForm):
        last_days = [one.until or date.max for one in form.deciders if "huyện" in one.who.vi]

        assert all(day <= date(2025, 6, 30) for day in last_days)

    @pytest.mark.parametrize("form", PLAN.forms, ids=lambda form: form.id)
    def test_on_every_day_one_authority_decides_on_a_form(self, form: AwardForm):
        for days in range((date(2026, 12, 31) - date(2022, 1, 1)).days):
            day = date(2022, 1, 1) + timedelta(days=days)
            assert sum(one.holds_on(day) for one in form.deciders) == 1

    def test_what_was_not_read_in_the_law_is_said_to_be_reported(self):
        assert "theo nguồn đã đăng" in awards(review=INTERIM)["local_commendation"].said()
        assert "theo nguồn đã đăng" in awards()["labour_order"].said()
        assert "theo nguồn đã đăng" not in awards()["local_commendation"].said()


class TestSpecialCases:
    """
    Khen thưởng cho tập thể, gia đình, cá nhân có thành tích xuất sắc trong việc đóng góp, hỗ trợ thiết thực các huyện
    nghèo, xã hoặc thôn, bản đặc biệt khó khăn và người nghèo thực hiện khen thưởng theo Công văn hướng dẫn số
    45/HĐTĐKT ngày 10/8/2020 của Hội đồng Thi đua - Khen thưởng tỉnh về việc hướng dẫn quy trình khen thưởng các trường
    hợp đặc biệt (Đơn vị được nhận hỗ trợ hoàn thỉện hồ sơ theo quy định).
    """

    helped = (guards.helped_a_poor_district, guards.helped_a_hard_place, guards.helped_the_poor)

    def test_are_tested_under_the_words_of_the_plan(self):
        assert words(TestSpecialCases) == PLAN.item("III.3.4-1").text

    @KINDS
    def test_do_not_rest_on_the_criteria(self, kind: type[Subject]):
        stranger = MEETS_ALL[kind](**ANSWERED)
        bare = Dossier(stranger.subject, tuple(paper for paper in stranger.papers if paper.document.number in ANSWERED))
        found = assessed(bare, review=SPECIAL)

        assert found.verdict.id == "undetermined"
        assert {award.verdict for award in awards_open(PLAN, found)} == {MET}

    def test_a_household_the_criteria_do_not_address_may_have_helped(self):
        assert verdicts(review=SPECIAL, status=in_force(Status.OTHER)) == {"met"}

    @pytest.mark.parametrize("helped", helped, ids=lambda guard: guard.fact.name)
    def test_help_to_any_of_the_three_is_enough(self, helped: guards.YesNo[Any]):
        nobody = {name: part for guard in self.helped for name, part in answered(guard, False).items()}

        assert verdicts(Enterprise, SPECIAL, **{**nobody, **answered(helped, True)}) == {"met"}
        assert verdicts(Enterprise, SPECIAL, **nobody) == {"not_met"}

    def test_the_unit_that_was_helped_completes_the_dossier(self):
        for award in awards(Enterprise, SPECIAL).values():
            assert award.route.dossier_by.vi == award.route.proposed_by.vi == RECEIVER
            assert "hồ sơ do đơn vị được nhận hỗ trợ hoàn thiện" in award.said()
            assert "the dossier is completed by the unit that received the support" in award.said("en")
            assert "III.3.4-1" in award.route.provisions
            assert award.route.note is not None
            assert "không phải đơn vị của người được đề nghị" in award.route.note.vi

    def test_until_it_has_the_form_is_not_open(self):
        completed = guards.receiver_completed_dossier

        assert verdicts(Enterprise, SPECIAL, **answered(completed, False)) == {"not_met"}
        unknown = awards(Enterprise, SPECIAL, **{completed.fact.name: NOTHING})
        assert all(award.questions == (completed.fact.label,) for award in unknown.values())

    def test_at_the_other_reviews_nobody_asks_whom_it_helped(self):
        asked = {*self.helped, guards.receiver_completed_dossier}
        unknown = dict.fromkeys([guard.fact.name for guard in asked], NOTHING)

        assert verdicts(Enterprise, FINAL, **unknown) == {"met"}
        assert verdicts(Enterprise, INTERIM, **unknown) == {"met"}


class TestReadings:
    def test_a_17_the_forces_and_associations_are_considered_as_agencies(self):
        force = answered(guards.is_force_or_association, True)
        council = adopted("A-17", "council")

        assert verdicts(Agency, **force) == {"met"}
        assert verdicts(Agency, **force, plan=adopted("A-17", "ineligible")) == {"not_met"}
        assert verdicts(Agency, **force, plan=council) == {"undetermined"}
        assert verdicts(Agency, **force, **answered(guards.council_takes_it_up, True), plan=council) == {"met"}
        assert verdicts(Agency, **force, **answered(guards.council_takes_it_up, False), plan=council) == {"not_met"}
        assert verdicts(Agency, plan=adopted("A-17", "ineligible")) == {"met"}

    @KINDS
    def test_a_18_villages_households_and_individuals_are_considered(self, kind: type[Subject]):
        ineligible = verdicts(kind, plan=adopted("A-18", "ineligible"))

        assert ineligible == ({"not_met"} if kind in (Village, Household, Official) else {"met"})

    @pytest.mark.parametrize("kind", [Agency, Enterprise])
    def test_a_19_those_from_outside_are_considered_as_those_inside(self, kind: type[Subject]):
        outside = answered(guards.based_outside_the_district, True)
        special_only = adopted("A-19", "special_only")

        assert verdicts(kind, **outside) == {"met"}
        assert verdicts(kind, **outside, plan=special_only) == {"not_met"}
        assert verdicts(kind, SPECIAL, **outside, plan=special_only) == {"met"}
        assert verdicts(kind, plan=special_only) == {"met"}

    def test_a_27_the_movement_lasts_five_years_by_its_name_not_from_its_launch(self):
        from_the_launch = awards(plan=adopted("A-27", "launch"))

        assert [form for form, award in from_the_launch.items() if award.verdict == NOT_MET] == ["labour_order"]
        assert verdicts(review=SPECIAL, plan=adopted("A-27", "launch")) == {"met"}

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_a_27_what_stands_against_it_is_said_in_a_sentence(self, language: str):
        (obstacle,) = awards(plan=adopted("A-27", "launch"))["labour_order"].obstacles

        assert re.match(r"\w", obstacle.in_(language))
        assert "( " not in obstacle.in_(language)
        assert {"vi": "05 năm", "en": "5 years"}[language] in obstacle.in_(language)

    @pytest.mark.parametrize("review", [FINAL, SPECIAL])
    def test_a_28_the_third_class_is_proposed_or_any_whose_own_standards_are_met(self, review: str):
        higher = {
            **answered(guards.meets_third_class_standards, False),
            **answered(guards.meets_higher_class_standards, True),
        }
        any_class = adopted("A-28", "any")

        assert awards(review=review, **higher)["labour_order"].verdict == NOT_MET
        assert awards(review=review, **higher, plan=any_class)["labour_order"].verdict == MET
        assert awards(review=review, plan=any_class)["labour_order"].verdict == MET

    def test_a_30_one_commended_at_the_interim_review_is_proposed_for_new_achievements_only(self):
        again = answered(guards.commended_at_interim, True)
        new, old = (answered(guards.achieved_after_interim, answer) for answer in (True, False))
        barred = adopted("A-30", "bar")

        assert verdicts(**again, **new) == {"met"}
        assert verdicts(**again, **old) == {"not_met"}
        assert verdicts(**again, **new, plan=barred) == {"not_met"}
        assert verdicts(plan=barred) == {"met"}

    def test_a_35_nobody_is_computed_to_be_outstanding(self):
        assert all("A-35" in [reading.id for reading in route.readings] for route in PLAN.routes)


FORBIDDEN = {
    "vi": (
        r"được tặng|được trao|được nhận (danh hiệu|bằng|giấy|huân)|đoạt|giành|trúng|thắng|xứng đáng|đáng được|"
        r"chắc chắn|đương nhiên|đứng đầu|xếp (thứ|hạng)|người được khen|sẽ được|tốt nhất|được chọn|lựa chọn"
    ),
    "en": (
        r"\b(wins?|winners?|won|winning|awarded|deserves?|deserving|merits|entitled|guaranteed|granted|receives|"
        r"earns?|earned|best|ranks?|ranked|selected|chosen|chooses|will be|shall be|honou?red|is commended|prize)\b"
    ),
}
NEVER_OF_A_SUBJECT = {"vi": "tiêu biểu|xuất sắc", "en": "outstanding|exemplary"}


class TestNobodyWins:
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_no_text_of_a_form_or_route_says_that_somebody_wins(self, language: str):
        said = [text.in_(language) for text in texts()] + [describe(route.asks, language) for route in PLAN.routes]

        assert len(said) > 100
        assert [text for text in said if re.search(FORBIDDEN[language], text, re.IGNORECASE)] == []
        assert [text for text in said if re.search(NEVER_OF_A_SUBJECT[language], text, re.IGNORECASE)] == []

    @KINDS
    @EVERY_REVIEW
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_nor_does_what_is_said_of_the_forms_open(self, kind: type[Subject], review: str, language: str):
        outcomes = (
            awards(kind, review),
            awards(kind, review, **dict.fromkeys(ANSWERED, NOTHING)),
            awards(kind, review, **answered(guards.under_investigation, True)),
        )
        for opened in outcomes:
            said = awards_said(list(opened.values()), language)

            assert not re.search(FORBIDDEN[language], said, re.IGNORECASE)
            assert not re.search(NEVER_OF_A_SUBJECT[language], said, re.IGNORECASE)

    def test_the_most_that_is_said_is_that_one_may_be_proposed(self):
        award = awards()["provincial_merit"]

        assert award.said().startswith(
            "Bằng khen của Chủ tịch UBND tỉnh: đủ điều kiện để được đề nghị xét\n  nơi đề nghị: "
        )
        assert award.said("en").startswith(
            "Certificate of merit of the Chairman of the provincial People's Committee: may be proposed\n"
        )

    @EVERY_REVIEW
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_what_was_not_read_of_the_law_is_told_once(self, review: str, language: str):
        opened = OpenAwards(awards(review=review).values())
        notes = {award.route.note for award in opened}

        for note in notes:
            assert awards_said(opened, language).count(note.in_(language)) == 1
            assert as_html(opened, language).count(html.text(note.in_(language))) == 1
        for award in opened:
            assert award.said(language).count(award.route.note.in_(language)) == 1
            assert as_html(award, language).count(html.text(award.route.note.in_(language))) == 1

    def test_of_an_order_the_comments_of_the_public_are_to_be_asked_about(self):
        said = awards()["labour_order"].said()

        assert "  Lưu ý: Đến hết năm 2023, hồ sơ đề nghị tặng huân chương phải được công khai để lấy ý kiến" in said

    def test_nothing_is_noted_for_whom_no_form_addresses(self):
        opened = list(awards(status=in_force(Status.OTHER)).values())

        assert {award.verdict for award in opened} == {NOT_APPLICABLE}
        assert "Lưu ý" not in awards_said(opened)

    def test_every_text_is_in_both_languages(self):
        assert [text for text in texts() if not text.vi or not text.en or text.vi == text.en] == []


class TestRoutes:
    @pytest.mark.parametrize("form", PLAN.forms, ids=lambda form: form.id)
    def test_every_form_is_a_line_of_the_plan(self, form: AwardForm):
        assert form.label.vi.split(" của ")[0] in PLAN.item(form.provision).text

    def test_every_route_cites_the_lines_it_comes_from(self):
        for route in PLAN.routes:
            assert len(route.provisions) > 1
            assert all(PLAN.item(place).text for place in route.provisions)

    @EVERY_REVIEW
    def test_every_kind_of_subject_has_one_route_to_each_form_of_a_review(self, review: str):
        routes = [route for route in PLAN.routes if review in route.reviews]

        assert all(len(route.subjects) == len(route.reviews) == 1 for route in routes)
        assert sorted((route.form, route.subjects[0].__name__) for route in routes) == sorted(
            (form, kind.__name__) for form in OPEN[review] for kind in MEETS_ALL
        )

    def test_only_special_cases_leave_the_criteria_aside(self):
        assert {route.reviews for route in PLAN.routes if route.special} == {(SPECIAL,)}
        assert {route.reviews for route in PLAN.routes if not route.special} == {(INTERIM,), (FINAL,)}


def decider(award: OpenAward) -> str:
    assert award.decided_by is not None
    return award.decided_by.who.vi


def texts() -> list[Text]:
    """What forms, routes and the questions on them say, each once; readings are questions and say nothing."""
    said: dict[Text | None, None] = {}
    for form in PLAN.forms:
        said.update(dict.fromkeys((form.label, *(one.who for one in form.deciders))))
    for route in PLAN.routes:
        said.update(dict.fromkeys((route.proposed_by, route.proposed_to, route.dossier_by, route.note)))
        for fact in facts_of(route.asks):
            said.update(dict.fromkeys((fact.label, fact.holds, fact.fails, fact.proof)))
    return [text for text in said if text is not None]
