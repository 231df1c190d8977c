"""awards_open(): for which forms a subject may be proposed at a review, by whom and to whom. Nobody wins here."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from small_plan import (
    COMMUNES,
    FORMS,
    ON,
    PLAN,
    ROUTES,
    XA_MAU,
    agreed,
    area,
    document,
    has_fund,
    jobs,
    paper,
    registered,
    under_inquiry,
)
from small_plan import Area as AreaOption

from thidua.conditions import ALWAYS, NEVER, NOT_APPLICABLE, Condition, all_of, any_of, not_, where
from thidua.dossiers import Dossier
from thidua.evidence import Paper
from thidua.interpreters.assess import assess
from thidua.interpreters.award import OpenAward, awards_open, awards_said
from thidua.subjects import Household
from thidua.verdicts import MET, NOT_MET, VERDICTS, F, M
from thidua.verdicts import NOT_APPLICABLE as OUTSIDE

CLEAR = paper(under_inquiry.recorded(False), number="20")
UNDER_INQUIRY = paper(under_inquiry.recorded(True), number="20")
OPEN = VERDICTS[M | F]


def awards(
    criteria: Condition[Any],
    *papers: Paper[Any],
    on: date = ON,
    review: str | None = None,
    asks: Condition[Any] | None = None,
) -> tuple[OpenAward, ...]:
    """The forms open to a commune whose criteria are as given."""
    clause = evolve(COMMUNES.clauses[0], requires=criteria, applies_where=None)
    group = evolve(COMMUNES, clauses=(clause,), requires=clause.is_met(), readings=())
    routes = ROUTES if asks is None else tuple(evolve(route, asks=asks.node) for route in ROUTES)
    plan = evolve(PLAN, contents=(group,), routes=routes)
    return awards_open(plan, assess(plan, Dossier(XA_MAU, papers), on=on, review=review))


def verdicts(*given: Any, **named: Any) -> list[Any]:
    return [award.verdict for award in awards(*given, **named)]


class TestWhichForms:
    """Those whose route is open to this kind of subject at this review, in the plan's order."""

    @pytest.mark.parametrize(
        ("on", "review", "forms"),
        [
            (date(2023, 12, 31), None, ["commendation"]),
            (ON, None, ["certificate", "commendation"]),
            (ON, "special", ["certificate"]),
        ],
    )
    def test_at_each_review(self, on: date, review: str | None, forms: list[str]) -> None:
        assert [award.form.id for award in awards(ALWAYS, CLEAR, on=on, review=review)] == forms

    def test_another_kind_of_subject_has_other_routes(self) -> None:
        dossier = Dossier(Household("H-01", "Hộ Mẫu"), (Paper(document(), registered.recorded(True)),))

        assert awards_open(PLAN, assess(PLAN, dossier, on=ON)) == ()

    def test_the_form_and_the_route_are_the_plan_s(self) -> None:
        certificate, commendation = awards(ALWAYS, CLEAR)

        assert (certificate.form, commendation.form) == FORMS
        assert (certificate.route, commendation.route) == (ROUTES[1], ROUTES[0])

    @pytest.mark.parametrize(
        ("on", "who"), [(date(2025, 6, 30), "Chủ tịch UBND huyện"), (date(2025, 7, 1), "Chủ tịch UBND xã")]
    )
    def test_who_decides_is_who_holds_on_the_day(self, on: date, who: str) -> None:
        award = awards(ALWAYS, Paper(None, under_inquiry.recorded(False)), on=on)[1]

        assert award.decided_by is not None
        assert award.decided_by.who.vi == who


class TestWhetherOpen:
    """A form is open when the criteria are met and no guard stands against it; guards are questions until answered."""

    @pytest.mark.parametrize(
        ("criteria", "papers", "verdict"),
        [
            (ALWAYS, (CLEAR,), MET),
            (ALWAYS, (UNDER_INQUIRY,), NOT_MET),
            (ALWAYS, (), OPEN),
            (NEVER, (CLEAR,), NOT_MET),
            (NEVER, (), NOT_MET),
            (has_fund.is_yes(), (CLEAR,), OPEN),
            (has_fund.is_yes(), (UNDER_INQUIRY,), NOT_MET),
            (NOT_APPLICABLE, (CLEAR,), OUTSIDE),
            (NOT_APPLICABLE, (UNDER_INQUIRY,), OUTSIDE),
        ],
    )
    def test_of_each_case(self, criteria: Condition[Any], papers: Any, verdict: Any) -> None:
        assert verdicts(criteria, *papers) == [verdict, verdict]

    @pytest.mark.parametrize("criteria", [ALWAYS, NEVER, NOT_APPLICABLE, has_fund.is_yes()])
    def test_a_special_case_does_not_rest_on_the_criteria(self, criteria: Condition[Any]) -> None:
        assert verdicts(criteria, CLEAR, review="special") == [MET]
        assert verdicts(criteria, review="special") == [OPEN]

    def test_a_guard_that_does_not_apply_stands_against_nothing(self) -> None:
        assert verdicts(ALWAYS, asks=NOT_APPLICABLE) == [MET, MET]


class TestQuestions:
    """What is still to be answered on paper before the form is open, as noun phrases; each once."""

    def test_are_those_nobody_has_answered(self) -> None:
        asks = all_of(
            not_(under_inquiry.is_yes()), not_(under_inquiry.is_yes()), agreed.is_judged_so(), jobs.is_at_least(3)
        )
        award = awards(ALWAYS, asks=asks)[0]

        assert [question.vi for question in award.questions] == [
            "việc xem xét kỷ luật", "sự đồng thuận của nhân dân", "số việc làm tạo được từ 03 người trở lên",
        ]  # fmt: skip
        assert next(question.en for question in award.questions) == "an inquiry"

    def test_are_none_once_answered(self) -> None:
        assert awards(ALWAYS, CLEAR)[0].questions == ()

    def test_obstacles_are_what_the_papers_say_against_it(self) -> None:
        assert [obstacle.vi for obstacle in awards(ALWAYS, UNDER_INQUIRY)[0].obstacles] == ["đang bị xem xét kỷ luật"]
        assert awards(ALWAYS, CLEAR)[0].obstacles == ()
        assert awards(ALWAYS)[0].obstacles == ()

    def test_an_obstacle_of_the_plan_itself_is_described(self) -> None:
        assert [obstacle.en for obstacle in awards(ALWAYS, asks=all_of(NEVER, ALWAYS))[0].obstacles] == ["not met"]

    def test_a_number_too_small_is_said_with_what_was_asked(self) -> None:
        (obstacle,) = awards(ALWAYS, paper(jobs.recorded(2)), asks=jobs.is_at_least(3))[0].obstacles

        assert (
            obstacle.vi == "không đạt yêu cầu số việc làm tạo được từ 03 người trở lên (số việc làm tạo được: 2 người)"
        )
        assert obstacle.en == "not so: jobs created is at least 3 persons (jobs created: 2 persons)"

    def test_only_what_decides_stands_against_it(self) -> None:
        asks = any_of(where(has_fund.is_yes(), area.is_one_of(AreaOption.I)), NEVER)
        said = paper(has_fund.recorded(True), area.recorded(AreaOption.II, since=date(2021, 1, 1)), number="30")

        assert "khu vực của xã: xã khu vực II" in [
            obstacle.vi for obstacle in awards(ALWAYS, said, asks=asks)[0].obstacles
        ]


class TestWords:
    """The form, whether it is open, who proposes to whom, and what is still asked. It never says that anyone wins."""

    def test_of_a_form_that_is_open(self) -> None:
        commendation = awards(ALWAYS, CLEAR)[1]

        assert commendation.said() == (
            "Giấy khen: đủ điều kiện để được đề nghị xét\n"
            "  nơi đề nghị: UBND xã; gửi: Hội đồng Mẫu\n"
            "  hồ sơ do UBND xã hoàn thiện\n"
            "  thẩm quyền quyết định: Chủ tịch UBND xã"
        )
        assert commendation.said("en") == (
            "certificate of commendation: may be proposed\n"
            "  proposed by the commune, to the Sample Council\n"
            "  the dossier is completed by the commune\n"
            "  decided by the commune Chairman"
        )

    def test_of_a_special_case_the_unit_that_was_helped_completes_the_dossier(self) -> None:
        assert "  hồ sơ do đơn vị được giúp hoàn thiện" in awards(NEVER, CLEAR, review="special")[0].said()

    def test_of_one_still_to_be_answered(self) -> None:
        said = awards(ALWAYS)[0].said()

        assert said.splitlines()[0] == "Bằng khen: chưa đủ căn cứ để đề nghị xét"
        assert said.splitlines()[-1] == "  cần làm rõ: việc xem xét kỷ luật"
        assert awards(ALWAYS)[0].said("en").splitlines()[-1] == "  to be answered: an inquiry"

    def test_of_one_with_something_against_it(self) -> None:
        award = awards(ALWAYS, UNDER_INQUIRY)[0]

        assert award.said() == (
            "Bằng khen: không đủ điều kiện để được đề nghị xét\n  vướng mắc: đang bị xem xét kỷ luật"
        )
        assert award.said("en").endswith("  against it: it is under inquiry")

    def test_the_criteria_that_stand_against_it_are_named(self) -> None:
        failed, open_ = awards(NEVER, CLEAR)[0], awards(has_fund.is_yes(), CLEAR)[0]

        assert "\n  không đạt tiêu chí: III.2.1-1" in failed.said()
        assert "\n  criteria not met: III.2.1-1" in failed.said("en")
        assert "\n  chưa kết luận được tiêu chí: III.2.1-1" in open_.said()
        assert "\n  criteria still open: III.2.1-1" in open_.said("en")

    def test_a_special_case_names_no_criteria(self) -> None:
        assert "tiêu chí" not in awards(NEVER, CLEAR, review="special")[0].said()

    def test_of_a_subject_that_is_not_addressed(self) -> None:
        assert awards(NOT_APPLICABLE, CLEAR)[0].said().splitlines()[0] == "Bằng khen: không thuộc đối tượng"

    def test_a_decider_known_only_from_a_report_is_marked(self) -> None:
        (certificate, _) = awards(ALWAYS, CLEAR)
        assert certificate.decided_by is not None
        reported = evolve(certificate, decided_by=evolve(certificate.decided_by, reported=True))

        assert "thẩm quyền quyết định: tỉnh (theo nguồn đã đăng)" in reported.said()
        assert "decided by the province (as reported)" in reported.said("en")

    def test_nobody_need_decide_on_the_day(self) -> None:
        (certificate, _) = awards(ALWAYS, CLEAR)

        assert "thẩm quyền" not in evolve(certificate, decided_by=None).said()

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_nobody_wins(self, language: str) -> None:
        said = awards_said(awards(ALWAYS, CLEAR), language)

        assert not any(word in said for word in ("được tặng", "được thưởng", "wins", "awarded", "tiêu biểu"))


class TestTogether:
    """The questions that every form shares are put once before them."""

    def test_are_put_once(self) -> None:
        said = awards_said(awards(ALWAYS))

        assert said.splitlines()[0] == "Cần làm rõ cho mọi hình thức: việc xem xét kỷ luật."
        assert said.count("việc xem xét kỷ luật") == 1
        assert awards_said(awards(ALWAYS), "en").startswith("To be answered for every form: an inquiry.")

    def test_each_form_keeps_its_own(self) -> None:
        certificate, commendation = awards(ALWAYS)
        other = evolve(certificate, guards=awards(ALWAYS, asks=agreed.is_judged_so())[0].guards)

        said = awards_said((other, commendation))
        assert "  cần làm rõ: sự đồng thuận của nhân dân" in said
        assert "  cần làm rõ: việc xem xét kỷ luật" in said

    def test_of_a_single_form_they_stand_with_it(self) -> None:
        assert "  cần làm rõ: việc xem xét kỷ luật" in awards_said(awards(ALWAYS, review="special"))

    def test_of_no_form_at_all(self) -> None:
        assert awards_said(()) == "Kế hoạch không mở hình thức nào."
        assert awards_said((), "en") == "The plan opens no form."
