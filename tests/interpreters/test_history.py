"""history(): the adaptation as an officer could sign it. With REWRITE_GOLDEN=1 the words are kept; read them aloud."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from small_plan import (
    COMMUNES,
    FINAL,
    FORMS,
    INTERIM,
    PLAN,
    area,
    due_on,
    effort,
    gifts,
    has_fund,
    jobs,
    receipted,
    reports,
    under_inquiry,
)
from small_plan import Area as AreaOption

from thidua.amendments import (
    add,
    add_awards,
    add_facts,
    add_group,
    add_review,
    add_surveys,
    adopt_reading,
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
from thidua.conditions import ALWAYS, all_of, at_least
from thidua.enactments import Change
from thidua.facts import count, day, yes_no
from thidua.interpreters.history import history
from thidua.kinds import Vocabulary
from thidua.movements import Plan
from thidua.periods import Period, Survey
from thidua.provisions import Provision, Role
from thidua.quantities import PERSONS, percent
from thidua.readings import Level
from thidua.records import records
from thidua.sources import Document
from thidua.subjects import Household, Subject
from thidua.texts import Text

GOLDEN = Path(__file__).parent / "golden"
DECISION = Document("12/QĐ-UBND", date(2023, 2, 1), "UBND tỉnh Ví Dụ", "Quyết định")
LATER = Document("40/QĐ-UBND", date(2024, 5, 6), "UBND tỉnh Ví Dụ", "Quyết định")
FROM, FROM_THEN = date(2023, 2, 15), date(2024, 6, 1)


class Cooperative(Subject):
    """A kind of subject that the plan has never heard of."""


class Visit:
    """A visit paid."""


shares_profit = yes_no(
    Cooperative, "shares_profit", Text("việc chia lãi", "sharing its profit"),
    holds=Text("có chia lãi cho hộ nghèo", "it shares its profit with the poor"),
    fails=Text("không chia lãi cho hộ nghèo", "it does not share its profit with the poor"),
)  # fmt: skip
shares = Clause(
    "III.2.3-1", text="Chia lãi cho hộ nghèo.", en="Shares its profit with the poor.", requires=shares_profit.is_yes()
)
COOPERATIVES = Criteria(
    Provision("III.2.3", Role.HEADING, "2.3. Đối với hợp tác xã", "2.3. Cooperatives"),
    Cooperative,
    (shares,),
    shares.is_met(),
)
WORDS = Vocabulary(
    Cooperative, "cooperative", Text("hợp tác xã", "cooperative"), (shares_profit.fact, under_inquiry.fact)
)
members = count(Household, "members", Text("số nhân khẩu", "members"), PERSONS)
made_on = day(Visit, "made_on", Text("ngày thăm", "the day of the visit"))
visits = records(Household, "visits", Visit, Text("lần thăm hộ", "visits"), fields=(made_on,), dated_by=made_on)
OWN_FORM = evolve(FORMS[0], id="own", label=Text("Giấy khen của tỉnh Ví Dụ", "Certificate of commendation of Ví Dụ"))
END_2026 = Survey("2026", Text("rà soát cuối năm 2026", "the survey of end-2026"), date(2027, 1, 31))
BY_JUNE = all_of(
    reports.are_all(due_on.is_not_after(date(2025, 6, 30))), effort.is_judged_at_least(Level.DONE), jobs.is_at_least(5)
)
RECEIPTED_TWICE = gifts.number(where=receipted.is_yes()).is_at_least(2)
ONE_OF_TWO = at_least(1, *(clause.is_met() for clause in COMMUNES.clauses[:2]), if_fewer_applicable="cap")
COUNTED = at_least(2, *(clause.is_met() for clause in COMMUNES.clauses), if_fewer_applicable="cap")


def first() -> Plan:
    """Something of everything that can be done to clauses, groups and readings."""
    said: Any = {"by": DECISION}
    return amend(
        PLAN,
        set_threshold(
            "III.2.1-1", "fall", percent(60), **said,
            words=(Text("trên 50%", "more than 50 %"), Text("trên 60%", "more than 60 %")),
        ),
        replace("III.2.1-2", requires=BY_JUNE, applies_where=area.is_one_of(AreaOption.I), **said),
        repeal("III.2.1-3", **said),
        add(
            Clause(
                "III.2.1-4", text="Có quỹ vì người nghèo.", en="Has a fund for the poor.",
                requires=has_fund.is_yes(), applies_where=area.is_one_of(AreaOption.II),
            ),
            after="III.2.1-1", **said,
        ),
        add(
            Provision("I-1", Role.PURPOSE, "Giảm nghèo bền vững.", "To reduce poverty for good.", dash=True),
            after="I", **said,
        ),
        add(
            Provision("I-2", Role.PURPOSE, "Không để ai bị bỏ lại.", "To leave no one behind.", dash=True),
            after="III.2.2", **said,
        ),
        adopt_reading("A-02", "at_least", because=Text("theo câu chữ", "by the words"), **said),
        adopt_reading("A-09", None, **said),
        mark_no_looser("III.2.2", **said),
        add_group(COOPERATIVES, WORDS, after="III.2.1", **said),
        add_facts(Household, members, visits, **said),
        add_awards(OWN_FORM, evolve(PLAN.routes[0], form="own", subjects=(Cooperative, Household)), **said),
        effective=FROM,
        title=Text("Kế hoạch của tỉnh Ví Dụ", "The plan of Ví Dụ Province"),
        issuer=Text("UBND tỉnh Ví Dụ", "the People's Committee of Ví Dụ Province"),
    )  # fmt: skip


def second() -> Plan:
    """The first, amended again: what was added or replaced, the times, a group that is left out."""
    said: Any = {"by": LATER}
    return amend(
        first(),
        set_threshold("III.2.1-2", "effort", Level.EXCELLENT, **said),
        set_threshold("III.2.1-1", "fall", percent("62.5"), **said),
        replace("I", text="I. MỤC TIÊU", en="I. AIMS", **said),
        replace("III.2.1-4", requires=RECEIPTED_TWICE, applies_where=ALWAYS, **said),
        replace("III.2.1", requires=ONE_OF_TWO, **said),
        repeal("I-1", **said),
        drop_group("III.2.2", **said),
        add_surveys(END_2026, **said),
        change_period(Period(date(2022, 1, 1), date(2026, 12, 31)), **said),
        change_review(evolve(FINAL, cut_off=date(2025, 11, 30)), **said),
        drop_review("interim", **said),
        add_review(evolve(INTERIM, id="yearly", label=Text("xét hằng năm", "the yearly review")), **said),
        effective=FROM_THEN,
    )  # fmt: skip


@pytest.mark.parametrize("language", ["vi", "en"])
def test_is_worded_as_kept(language: str) -> None:
    printed = history(second(), language) + "\n"
    kept = GOLDEN / f"history.{language}.txt"
    if "REWRITE_GOLDEN" in os.environ:
        kept.write_text(printed, encoding="utf-8")

    assert printed == kept.read_text(encoding="utf-8")


def test_the_golden_texts_show_every_change() -> None:
    changes = {type(made.change) for made in second().amendments}

    assert changes == set(Change.__args__)


def test_cites_every_document_once_and_every_target() -> None:
    plan = second()
    printed = history(plan)

    assert printed.count("- Quyết định số 12/QĐ-UBND") == printed.count("- Quyết định số 40/QĐ-UBND") == 1
    assert all(f"({made.target})" in printed for made in plan.amendments if "." in made.target)


def test_says_how_a_day_and_a_k_of_n_change() -> None:
    strict = amend(
        amend(
            PLAN,
            replace("III.2.1-2", requires=BY_JUNE, by=DECISION), replace("III.2.1", requires=COUNTED, by=DECISION),
            effective=FROM,
        ),
        set_threshold("III.2.1-2", "due_on", date(2025, 7, 1), by=LATER),
        set_threshold("III.2.1-2", "jobs", 6, by=LATER),
        set_threshold("III.2.1", "at_least", 3, by=LATER),
        effective=FROM_THEN,
    )  # fmt: skip
    printed = history(strict)

    assert "Hạn nộp: trước đây 30/6/2025, nay 01/7/2025" in printed
    assert "Số việc làm tạo được: trước đây 5 người, nay 6 người" in printed
    assert "Số nội dung phải đạt: trước đây 2, nay 3" in printed
    assert "- 2.1. Đối với các xã: ít nhất 03 trong 03 nội dung" in printed


def test_a_plan_that_was_not_amended_says_so() -> None:
    assert history(PLAN).endswith("Chưa có nội dung nào được sửa đổi.")
    assert history(PLAN, "en").endswith("Nothing has been amended.")


def test_a_plan_as_if_in_force_names_no_day_for_itself() -> None:
    assert "Có hiệu lực, như dưới đây" not in history(evolve(first(), in_force_from=None))
    assert (
        "how criteria now count"
        not in history(amend(PLAN, adopt_reading("A-02", None, by=DECISION), effective=FROM), "en").lower()
    )


def test_a_review_is_told_with_the_survey_it_starts_from() -> None:
    earlier = amend(PLAN, change_review(evolve(FINAL, cut_off=date(2025, 11, 30)), by=DECISION), effective=FROM)

    assert "chốt thành tích ngày 30/11/2025, đầu kỳ: rà soát cuối năm 2021" in history(earlier)
    assert "cut-off 30 November 2025, from the survey of end-2021" in history(earlier, "en")


def test_a_day_of_effect_before_the_document_is_noted() -> None:
    """It may be meant; whoever signs must see it."""
    early, on_the_day = (
        amend(PLAN, repeal("III.2.1-1", by=DECISION), effective=day_) for day_ in (date(2023, 1, 31), date(2023, 2, 1))
    )

    assert "Lưu ý: ngày có hiệu lực trước ngày ban hành văn bản." in history(early)
    assert "Note: in effect before the document was issued." in history(early, "en")
    assert "Lưu ý" not in history(on_the_day)


def test_a_clause_is_told_by_where_it_stands_and_not_by_its_id() -> None:
    fund = Clause("III.2.1-4", place="III.2.1-2", text="Có quỹ.", en="Has a fund.", requires=has_fund.is_yes())
    work = Clause("III.2.1-5", text="Có việc làm.", en="Has work.", requires=jobs.is_at_least(1))
    both = amend(
        amend(PLAN, add(fund, after="III.2.1-1", by=DECISION), effective=FROM),
        add(work, after="III.2.1-4", by=LATER),
        effective=FROM,
    )

    assert "gạch đầu dòng thứ hai, điểm 2.1, khoản 2, mục III (III.2.1-4)" in history(both)
    assert "Đứng sau gạch đầu dòng thứ hai, điểm 2.1, khoản 2, mục III: “Có việc làm.”" in history(both)
