"""describe(): the sentence a predicate stands for. It is tested as behaviour: total, in both languages, told apart."""

from collections import Counter
from datetime import date
from enum import Enum
from fractions import Fraction
from itertools import chain
from typing import Any, get_args

import pytest
from small_plan import (
    END_2021,
    END_2023,
    NOT_ADOPTED,
    PLAN,
    STRICTLY,
    Area,
    Terrain,
    adopting,
    agreed,
    area,
    due_on,
    effort,
    founded_on,
    gifts,
    halves,
    has_fund,
    households,
    jobs,
    near_poor_households,
    officials_strive,
    planned,
    poor_households,
    poverty,
    poverty_rate,
    receipted,
    reports,
    sent_on,
    terrain,
    under_inquiry,
    value,
)

from thidua import nodes as n
from thidua.conditions import (
    ALWAYS,
    NEVER,
    NOT_APPLICABLE,
    Condition,
    all_of,
    any_of,
    at_least,
    at_review,
    not_,
    unless,
    where,
)
from thidua.facts import choice
from thidua.interpreters.day_wording import day_said
from thidua.interpreters.describe import describe, term_said
from thidua.periods import CUT_OFF, END_OF_REVIEW_YEAR, ON_THE_DAY, START_OF_PERIOD
from thidua.quantities import dong, percent, years
from thidua.readings import Level, Switch
from thidua.subjects import Commune
from thidua.texts import Text
from thidua.walks import nodes_of

YES, WANTED = has_fund.is_yes(), jobs.is_at_least(3)
ON_TIME = sent_on.is_not_after(due_on)
SHARE = poor_households.as_share_of(households)
OPEN = Switch(NOT_ADOPTED)


def days(op: n.Op) -> Condition[Any]:
    return Condition(n.CompareDays(n.RecordedDay(sent_on.fact), op, n.ExactDay(date(2025, 6, 20))))


def compared(op: n.Op) -> Condition[Any]:
    return Condition(n.Compare(jobs.node, op, jobs.times(2).node))


SAID: list[tuple[Condition[Any], str, str]] = [
    (ALWAYS, "đạt", "met"),
    (NEVER, "không đạt", "not met"),
    (NOT_APPLICABLE, "không áp dụng", "not applicable"),
    (YES, "có quỹ quay vòng vốn", "it has a rotating fund"),
    (not_(YES), "không có quỹ quay vòng vốn", "it has no rotating fund"),
    (area.is_one_of(Area.I), "khu vực của xã là xã khu vực I", "the area of the commune is area I"),
    (
        area.is_one_of(Area.I, Area.II),
        "khu vực của xã là xã khu vực I hoặc xã khu vực II",
        "the area of the commune is area I or area II",
    ),
    (
        effort.is_judged_at_least(Level.DONE_WELL),
        "sự nỗ lực của cán bộ xã được đánh giá từ mức “hoàn thành tốt” trở lên",
        "the effort of its officials: judged “well fulfilled” or better",
    ),
    (
        agreed.is_judged_so(),
        "sự đồng thuận của nhân dân được đánh giá là có",
        "the people's consent: judged to be so",
    ),
    (jobs.is_at_least(3), "số việc làm tạo được từ 03 người trở lên", "jobs created is at least 3 persons"),
    (jobs.is_more_than(3), "số việc làm tạo được trên 03 người", "jobs created is more than 3 persons"),
    (jobs.is_at_most(3), "số việc làm tạo được không quá 03 người", "jobs created is at most 3 persons"),
    (jobs.is_less_than(3), "số việc làm tạo được dưới 03 người", "jobs created is less than 3 persons"),
    (
        gifts.total(value).is_at_least(dong(50_000_000)),
        "tổng giá trị của khoản đóng góp từ 50.000.000 đồng trở lên",
        "total value of contributions is at least 50,000,000 đồng",
    ),
    (
        gifts.total(value, where=receipted.is_yes()).is_at_least(planned),
        "tổng giá trị của khoản đóng góp (có phiếu thu) không thấp hơn số tiền được giao huy động",
        "total value of contributions (receipted) is no less than the amount to be raised",
    ),
    (gifts.number().is_at_least(2), "có ít nhất 02 khoản đóng góp", "contributions: at least 2"),
    (
        gifts.number(where=receipted.is_yes()).is_at_most(2),
        "số khoản đóng góp (có phiếu thu) không quá 02",
        "the number of contributions (receipted) is at most 2",
    ),
    (
        SHARE.is_less_than(percent("4.5")),
        "tỷ lệ số hộ nghèo trên tổng số hộ dưới 4,5%",
        "poor households as a share of all households is less than 4.5%",
    ),
    (
        poverty_rate.is_less_than(poverty_rate.at(START_OF_PERIOD)),
        "tỷ lệ hộ nghèo thấp hơn tỷ lệ hộ nghèo đầu kỳ",
        "the poverty rate is less than the poverty rate at the start of the period",
    ),
    (
        (poor_households.at(START_OF_PERIOD) - poor_households).is_more_than(near_poor_households.times(2)),
        "mức giảm số hộ nghèo so với đầu kỳ nhiều hơn 2 lần số hộ cận nghèo",
        "the fall in poor households since the start of the period is more than 2 times near-poor households",
    ),
    (
        halves(),
        "tổng số hộ nghèo và số hộ cận nghèo giảm trên 50% so với đầu kỳ",
        "poor households and near-poor households together: down by more than 50% since the start of the period",
    ),
    (
        halves(from_zero=NEVER),
        "tổng số hộ nghèo và số hộ cận nghèo giảm trên 50% so với đầu kỳ (từ không đến không: không đạt)",
        (
            "poor households and near-poor households together: down by more than 50% since the "
            "start of the period (zero to zero: not met)"
        ),
    ),
    (
        poor_households.falls_by_at_least(percent("12.5"), since=END_2021, until=END_2023, from_zero=NOT_APPLICABLE),
        "số hộ nghèo giảm từ 12,5% trở lên so với rà soát cuối năm 2021, tính đến rà soát cuối năm 2023",
        "poor households: down by 12.5% or more since the survey of end-2021 to the survey of end-2023",
    ),
    (reports.are_all(ON_TIME), "mọi báo cáo đều có ngày gửi không muộn hơn hạn nộp",
     "for all reports, the day it was sent is no later than the day it was due"),
    (
        gifts.are_all(receipted.is_yes(), among=value.is_at_least(dong(5))),
        "mọi khoản đóng góp mà giá trị từ 5 đồng trở lên đều đạt yêu cầu: có phiếu thu",
        "for all contributions of which value is at least 5 đồng, receipted",
    ),
    (
        founded_on.is_at_least(years(3), before=CUT_OFF),
        "từ ngày thành lập quỹ đến ngày chốt thành tích đủ 03 năm trở lên",
        "from the day the fund was founded to the cut-off day: 3 years or more",
    ),
    (
        founded_on.is_at_least(years(3), before=CUT_OFF, leap="1_march"),
        "từ ngày thành lập quỹ đến ngày chốt thành tích đủ 03 năm trở lên (ngày 29/02 tròn năm vào ngày 01/3)",
        "from the day the fund was founded to the cut-off day: 3 years or more (29 February comes round on 1 March)",
    ),
    (
        founded_on.is_at_most(years(3), before=ON_THE_DAY),
        "từ ngày thành lập quỹ đến ngày xét không quá 03 năm",
        "from the day the fund was founded to the day of assessment: no more than 3 years",
    ),
    (
        founded_on.is_not_after(END_OF_REVIEW_YEAR),
        "ngày thành lập quỹ không muộn hơn hết năm xét",
        "the day the fund was founded is no later than the end of the year of the review",
    ),
    (days(n.Op.LESS_THAN), "ngày gửi trước 20/6/2025", "the day it was sent is before 20 June 2025"),
    (days(n.Op.AT_LEAST), "ngày gửi không sớm hơn 20/6/2025", "the day it was sent is no earlier than 20 June 2025"),
    (days(n.Op.MORE_THAN), "ngày gửi sau 20/6/2025", "the day it was sent is after 20 June 2025"),
    (
        at_review(Text("tổng kết năm 2025", "the final review of 2025"), "final"),
        "kỳ xét là tổng kết năm 2025",
        "the review is the final review of 2025",
    ),
    (
        not_(at_review(Text("tổng kết năm 2025", "the final review of 2025"), "final")),
        "kỳ xét không phải là tổng kết năm 2025",
        "the review is not the final review of 2025",
    ),
    (all_of(YES, area.is_one_of(Area.I)), "có quỹ quay vòng vốn và khu vực của xã là xã khu vực I",
     "it has a rotating fund and the area of the commune is area I"),
    (
        all_of(YES, WANTED, terrain.is_one_of(Terrain.HIGH)),
        "có quỹ quay vòng vốn; đồng thời số việc làm tạo được từ 03 người trở lên; đồng thời địa hình là vùng cao",
        "it has a rotating fund; and jobs created is at least 3 persons; and the terrain is highland",
    ),
    (any_of(YES, WANTED), "có quỹ quay vòng vốn; hoặc số việc làm tạo được từ 03 người trở lên",
     "it has a rotating fund; or jobs created is at least 3 persons"),
    (
        all_of(any_of(YES, terrain.is_one_of(Terrain.LOW)), area.is_one_of(Area.I)),
        "(có quỹ quay vòng vốn hoặc địa hình là vùng thấp); đồng thời khu vực của xã là xã khu vực I",
        "(it has a rotating fund or the terrain is lowland); and the area of the commune is area I",
    ),
    (at_least(1, YES, WANTED), (
        "ít nhất 01 trong 02 nội dung: có quỹ quay vòng vốn; số việc làm tạo được từ 03 người trở "
        "lên"
    ),
     "at least 1 of 2: it has a rotating fund; jobs created is at least 3 persons"),
    (
        at_least(1, YES, where(YES, WANTED), if_fewer_applicable="strict"),
        (
            "ít nhất 01 trong 02 nội dung: có quỹ quay vòng vốn; (trong trường hợp có quỹ quay vòng "
            "vốn: số việc làm tạo được từ 03 người trở lên) (ít nội dung áp dụng được hơn thì không "
            "đạt)"
        ),
        (
            "at least 1 of 2: it has a rotating fund; (where it has a rotating fund: jobs created is "
            "at least 3 persons) (not met where fewer apply)"
        ),
    ),
    (not_(WANTED), "không phải: số việc làm tạo được từ 03 người trở lên", "not: jobs created is at least 3 persons"),
    (not_(all_of(YES, WANTED)), (
        "không phải: (có quỹ quay vòng vốn; đồng thời số việc làm tạo được từ 03 người trở lên)"
    ),
     "not: (it has a rotating fund; and jobs created is at least 3 persons)"),
    (not_(ON_TIME), "không có ngày gửi tính đến hạn nộp", "the day it was sent has not come by the day it was due"),
    (reports.are_all(not_(sent_on.is_not_after(CUT_OFF))), (
        "mọi báo cáo đều không có ngày gửi tính đến ngày chốt thành tích"
    ),
     "for all reports, the day it was sent has not come by the cut-off day"),
    (where(YES, WANTED), "trong trường hợp có quỹ quay vòng vốn: số việc làm tạo được từ 03 người trở lên",
     "where it has a rotating fund: jobs created is at least 3 persons"),
    (
        unless(WANTED, under_inquiry.is_yes()),
        "số việc làm tạo được từ 03 người trở lên, trừ khi đang bị xem xét kỷ luật",
        "jobs created is at least 3 persons, unless it is under inquiry",
    ),
    (
        OPEN.choose(one=YES, other=WANTED),
        "có quỹ quay vòng vốn hoặc số việc làm tạo được từ 03 người trở lên (tùy cách hiểu C-01)",
        "it has a rotating fund or jobs created is at least 3 persons (depending on reading C-01)",
    ),
    (
        OPEN.choose(one=jobs, other=jobs.times(2)).is_at_least(3),
        "số việc làm tạo được hoặc 2 lần số việc làm tạo được (tùy cách hiểu C-01) từ 03 người trở lên",
        "jobs created or 2 times jobs created (depending on reading C-01) is at least 3 persons",
    ),
    (officials_strive.is_met(), "đạt tiêu chí III.2.1-3", "III.2.1-3 is met"),
    (compared(n.Op.AT_LEAST), "số việc làm tạo được không ít hơn 2 lần số việc làm tạo được",
     "jobs created is no less than 2 times jobs created"),
    (compared(n.Op.LESS_THAN), "số việc làm tạo được ít hơn 2 lần số việc làm tạo được",
     "jobs created is less than 2 times jobs created"),
    (compared(n.Op.AT_MOST), "số việc làm tạo được không nhiều hơn 2 lần số việc làm tạo được",
     "jobs created is no more than 2 times jobs created"),
]  # fmt: skip


class TestSentences:
    """The sentence a predicate stands for, in Vietnamese or English, as an officer would write it."""

    @pytest.mark.parametrize(("predicate", "vi", "en"), SAID)
    def test_of_each_predicate(self, predicate: Condition[Any], vi: str, en: str) -> None:
        assert (describe(predicate), describe(predicate, "en")) == (vi, en)
        assert describe(predicate.node) == vi

    def test_every_kind_of_predicate_is_said(self) -> None:
        said = {type(node) for predicate, _, _ in SAID for node in nodes_of(predicate.node)}

        assert set(get_args(n.Predicate)) | set(get_args(n.Quantity)) | set(get_args(n.DayTerm)) <= said

    def test_a_reading_is_said_as_adopted(self) -> None:
        by = {option: describe(adopting(STRICTLY, option).choose(more_than=YES, at_least=WANTED)) for option in
              ("more_than", "at_least")}  # fmt: skip

        assert by == {"more_than": describe(YES), "at_least": describe(WANTED)}

    def test_a_reading_whose_options_say_the_same_is_not_mentioned(self) -> None:
        assert describe(OPEN.choose(one=YES, other=YES)) == describe(YES)

    def test_a_combination_within_one_of_the_same_kind_needs_no_brackets(self) -> None:
        flat = all_of(YES, WANTED, area.is_one_of(Area.I))

        assert describe(all_of(YES, all_of(WANTED, area.is_one_of(Area.I)))) == describe(flat)
        assert describe(all_of(all_of(flat))) == describe(flat)

    def test_a_combination_of_one_is_that_one(self) -> None:
        assert describe(any_of(WANTED)) == describe(WANTED)

    def test_a_sentence_has_no_full_stop(self) -> None:
        assert [said for _, vi, en in SAID for said in (vi, en) if said.endswith(".")] == []


def of_sums(*parts: n.Quantity) -> str:
    return term_said(n.Sum(parts))


class Comma(Enum):
    MANY = Text("đường, điện", "roads, power")
    ONE = Text("nước", "water")


def test_options_that_hold_a_comma_are_quoted() -> None:
    works = choice(Commune, "works", Comma, Text("công trình", "the works"))

    assert describe(works.is_one_of(Comma.MANY, Comma.ONE)) == "công trình là “đường, điện” hoặc “nước”"


class TestTerms:
    """Terms are said as noun phrases."""

    def test_a_sum_of_what_is_only_taken_away(self) -> None:
        assert of_sums(jobs.times(-1).node, jobs.times(-1).node) == "0 trừ số việc làm tạo được và số việc làm tạo được"

    def test_a_sum_with_another_factor_keeps_it(self) -> None:
        assert (
            of_sums(jobs.node, jobs.times(Fraction(1, 2)).node)
            == "tổng số việc làm tạo được và 0,5 lần số việc làm tạo được"
        )

    def test_a_number_of_the_law_has_its_unit(self) -> None:
        assert term_said(jobs.is_at_least(3).node.right) == "3 người"

    def test_a_day_and_so_many_years(self) -> None:
        later = n.YearsAfter(n.RecordedDay(founded_on.fact), 3)

        assert (day_said(later), day_said(later, "en")) == (
            "03 năm sau ngày thành lập quỹ",
            "3 years after the day the fund was founded",
        )

    def test_a_quantity_follows_the_adopted_reading(self) -> None:
        assert term_said(STRICTLY.choose(more_than=jobs, at_least=jobs.times(2)).node) == "số việc làm tạo được"


DIFFERENT: list[Condition[Any]] = [
    *(predicate for predicate, _, _ in SAID),
    *(
        at_least(2, where(YES, WANTED), WANTED, if_fewer_applicable=mode)
        for mode in ("cap", "strict", "not_applicable")
    ),
    *(at_least(k, YES, WANTED, under_inquiry.is_yes()) for k in (1, 2, 3)),
    *(halves(by) for by in (30, 60)),
    halves(from_zero=ALWAYS),
    poor_households.falls_by_more_than(percent(50), since=END_2021, from_zero=NOT_APPLICABLE),
    poor_households.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE),
    poor_households.falls_by_at_least(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE),
    *(founded_on.is_at_most(years(3), before=CUT_OFF, leap=leap) for leap in ("28_february", "1_march")),
    founded_on.is_at_least(years(4), before=CUT_OFF),
    founded_on.is_before(CUT_OFF),
    founded_on.is_not_after(CUT_OFF),
    *(effort.is_judged_at_least(level) for level in Level if level is not Level.DONE_WELL),
    poverty.is_at_least(3),
    poverty.at(START_OF_PERIOD).is_at_least(3),
    poverty.at(END_2021).is_at_least(3),
    where(WANTED, YES),
    all_of(WANTED, YES),
    not_(any_of(YES, WANTED)),
    all_of(not_(YES), WANTED),
    any_of(all_of(YES, WANTED), under_inquiry.is_yes()),
    all_of(YES, any_of(WANTED, under_inquiry.is_yes())),
    reports.are_all(all_of(ON_TIME, due_on.is_before(CUT_OFF))),
    gifts.number(where=receipted.is_yes()).is_at_least(2),
    gifts.number(where=not_(receipted.is_yes())).is_at_least(2),
]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_different_predicates_read_differently(language: str) -> None:
    said = Counter(describe(predicate, language) for predicate in DIFFERENT)

    assert [sentence for sentence, times in said.items() if times > 1] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_predicate_of_the_small_plan_has_a_sentence(language: str) -> None:
    trees = chain.from_iterable(nodes_of(item.node) for item in (*PLAN.clauses, *PLAN.criteria))
    predicates = [node for node in trees if isinstance(node, n.Predicate)]

    assert all(describe(node, language).strip() for node in predicates)


def test_a_clause_and_a_group_are_described_as_their_nodes() -> None:
    group = PLAN.criteria[0]
    assert describe(group) == describe(group.node)
    assert describe(group.clauses[0]) == describe(group.clauses[0].node)
