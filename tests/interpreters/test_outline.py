"""The plan in words: every line as published, and all that bears on a group, a clause, a provision or a reading."""

from __future__ import annotations

from typing import Any

import pytest
import small_plan
from attrs import evolve

from thidua import PLAN
from thidua.clauses import Clause, Criteria
from thidua.conditions import all_of
from thidua.errors import UnknownNameError
from thidua.interpreters.describe import describe
from thidua.interpreters.outline import item_said, plan_said
from thidua.provisions import Provision
from thidua.walks import facts_of

LANGUAGES = ("vi", "en")
CLAUSES = [clause.id for clause in PLAN.clauses]


def test_the_whole_plan_is_its_title_and_its_lines() -> None:
    title, issuer, blank, *lines = plan_said(PLAN).split("\n")

    assert (title, issuer, blank) == (PLAN.title.vi, PLAN.issuer.vi, "")
    assert lines == [f"[{place}] {line}" for place, line in PLAN.lines()]


def test_the_whole_plan_in_english_has_the_same_places() -> None:
    lines = plan_said(PLAN, "en").split("\n")

    assert lines[0] == PLAN.title.en
    assert [line.split("]")[0] for line in lines[3:]] == [f"[{place}" for place, _ in PLAN.lines()]
    assert f"[III.2.2-4] - {PLAN.item('III.2.2-4').en}" in lines  # type: ignore[union-attr]  # it is a clause


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", CLAUSES)
def test_a_clause_is_said_with_all_that_bears_on_it(place: str, language: str) -> None:
    clause: Any = PLAN.item(place)
    said = item_said(PLAN, place, language)

    assert said.startswith(f"{place} ({clause.citation.in_(language)})\n")
    assert f"“{clause.text}”" in said
    assert f"“{clause.en}”" in said
    assert f"“{clause.corrected}”" in said
    assert all((slip.why_vi if language == "vi" else slip.why_en) in said for slip in clause.sic)
    for what in facts_of(clause.node):
        assert f"[{what.name}]" in said
    for reading in clause.rests_on:
        assert f"  {reading.id}: {reading.question.in_(language)}\n" in said
        assert all(f" {option.id}: {option.label.in_(language)}" in said for option in reading.options)
        assert reading.because.in_(language) in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("item", PLAN.contents, ids=lambda item: item.id)
def test_a_group_or_a_provision_is_said(item: Provision | Criteria[Any], language: str) -> None:
    said = item_said(PLAN, item.id, language)

    assert said.startswith(item.id)
    if isinstance(item, Criteria):
        assert all(f"[{clause.id}] " in said for clause in item.clauses)
        assert describe(item.requires, language) in said
    else:
        assert item.text in said


class TestAClause:
    def test_says_units_moments_and_usual_proofs(self) -> None:
        said = item_said(PLAN, "III.2.2-4")

        assert "Số hộ nghèo đa chiều [poor_households]: số, tính bằng hộ; theo từng kỳ rà soát" in said
        assert "thường chứng minh bằng: quyết định phê duyệt kết quả rà soát" in said
        assert "Khu vực của xã [area]: một trong: " in said

    def test_says_who_judges_and_what_is_asked(self) -> None:
        said = item_said(small_plan.PLAN, "III.2.1-3", "en")

        assert "question: How far do its officials strive?" in said
        assert "judged by: the Sample Council or the Sample Office" in said

    def test_says_the_fields_of_a_register_and_which_is_its_day(self) -> None:
        said = item_said(small_plan.PLAN, "III.2.1-2", "en")

        assert "Reports [reports], each with:\n      the day it was due [due_on]: a day (its day)\n" in said

    def test_tells_apart_what_is_read_only_under_another_reading(self) -> None:
        said = item_said(PLAN, "III.2.2-4")
        (line,) = [line for line in said.split("\n") if "Chỉ khi chọn cách hiểu khác" in line]

        assert "[poor_persons]" in line
        assert "[poor_households]" not in line

    def test_has_a_line_for_each_part_that_is_required(self) -> None:
        clause: Clause[Any] = evolve(
            small_plan.reports_on_time, requires=all_of(small_plan.has_fund.is_yes(), small_plan.agreed.is_judged_so())
        )
        plan = small_plan.asking(clause.requires)

        assert "Yêu cầu:\n  - có quỹ quay vòng vốn\n  - sự đồng thuận" in item_said(plan, "III.2.1-1")

    def test_says_where_it_applies(self) -> None:
        assert "\nÁp dụng khi: khu vực của xã là " in item_said(small_plan.PLAN, "III.2.1-1")
        assert "\nApplies where: " in item_said(small_plan.PLAN, "III.2.1-1", "en")


class TestAReading:
    def test_marks_the_option_adopted(self) -> None:
        said = item_said(PLAN, "A-02")

        assert "  ● more_than: phải giảm trên mức đã định (được chọn)\n" in said
        assert "  ○ at_least: giảm từ mức đã định trở lên\n" in said

    def test_says_that_none_is_adopted(self) -> None:
        assert "chưa chọn cách nào" in item_said(small_plan.PLAN, "C-01")
        assert "none is adopted" in item_said(small_plan.PLAN, "C-01", "en")

    def test_says_that_it_should_be_put_to_counsel(self) -> None:
        assert "(nên hỏi ý kiến pháp chế)" in item_said(small_plan.PLAN, "A-02")
        assert "(to be put to counsel)" in item_said(small_plan.PLAN, "A-02", "en")

    def test_that_is_not_adopted_reads_what_every_option_reads(self) -> None:
        open_reading = small_plan.Switch(small_plan.NOT_ADOPTED)
        choice = open_reading.choose(one=small_plan.has_fund.is_yes(), other=small_plan.agreed.is_judged_so())
        said = item_said(small_plan.asking(choice), "III.2.1-1")

        assert "[has_fund]" in said
        assert "[agreed]" in said
        assert "Chỉ khi chọn cách hiểu khác" not in said


def test_what_is_no_place_and_no_reading_is_unknown() -> None:
    with pytest.raises(UnknownNameError, match=r"III\.2\.2-4"):
        item_said(PLAN, "III.2.2-44")
