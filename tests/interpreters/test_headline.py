"""The first lines tell an officer the verdict, the decisive reason and the next step. Every figure is invented."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from thidua import PLAN, Dossier, Household, assess, explain, explanation, load
from thidua.interpreters.sections import SECTIONS

ON = date(2025, 12, 31)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "quynh-nhai"


def first_lines(name: str, language: str = "vi", on: date = ON, level: str = "dossier", **changes: Any) -> list[str]:
    """The lines before the setting, which is told in one line."""
    assessment = assess(PLAN, load(PLAN, (EXAMPLES / f"{name}.json").read_bytes()), on=on)
    lines = explain(explanation(assessment, level, **changes), language).splitlines()
    return lines[: next(i for i, line in enumerate(lines) if line.startswith(("Tổng kết", "Sơ kết", "The ")))]


class TestNotMet:
    """Không đạt: tiêu chí quyết định, còn thiếu bao nhiêu, và làm gì tiếp."""

    def test_by_how_much(self) -> None:
        asked = "tổng số hộ nghèo đa chiều và số hộ cận nghèo đa chiều giảm trên 50% so với đầu kỳ"
        assert first_lines("commune-02-chieng-bang") == [
            "Xã Chiềng Bằng (xã, mã QN-02): KHÔNG ĐẠT",
            "Lý do quyết định: không đạt III.2.2-4",
            f"Cụ thể: yêu cầu {asked}; mức giảm còn thiếu 1 hộ",
            "Việc tiếp theo: xem cách khắc phục",
        ]

    def test_in_english(self) -> None:
        counted = "multidimensionally poor households and multidimensionally near-poor households together"
        asked = f"{counted}: down by more than 50%"
        assert first_lines("commune-02-chieng-bang", "en")[1:] == [
            "Decisive: not met under III.2.2-4",
            f"In particular: required {asked} since the start of the period; the fall is short by 1 household",
            "Next: see what would help",
        ]

    def test_that_nothing_can_help(self) -> None:
        (*_, last) = first_lines("commune-02-chieng-bang", sections=["remedies"])
        assert last == "Việc tiếp theo: không còn cách nào trong kỳ xét này; xem lý do ở phần “Cách khắc phục”"
        (*_, last) = first_lines("commune-02-chieng-bang", "en", sections=["remedies"])
        assert last == "Next: nothing can help at this review any more; see why under “What would help”"

    def test_that_only_a_new_judgement_can_change_it(self) -> None:
        for language, said in (("vi", "nếu cơ quan có thẩm quyền đánh giá lại"), ("en", "only a new judgement")):
            (*_, last) = first_lines("village-02-vi-du-2", language, on=date(2025, 6, 20), sections=["remedies"])
            assert said in last

    def test_what_would_help(self) -> None:
        (*_, last) = first_lines("official-03-can-bo-c", on=date(2025, 6, 30), sections=["remedies"])
        assert last == ("Việc tiếp theo: sáng kiến SK-01: được cấp có thẩm quyền công nhận chậm nhất ngày 31/12/2025")

    def test_what_falls_short_by_nothing_that_can_be_counted_is_told_as_found(self) -> None:
        assert first_lines("agency-02-hoi-vi-du")[2].startswith("Cụ thể: ")
        assert "; còn thiếu" not in first_lines("agency-02-hoi-vi-du")[2]


class TestUndetermined:
    """Chưa đủ căn cứ: bổ sung gì, hoặc chờ ai đánh giá."""

    def test_who_must_judge(self) -> None:
        (*_, last) = first_lines("commune-08-muong-gion", on=date(2025, 6, 30))
        assert last.endswith("; chờ đánh giá của Hội đồng Thi đua - Khen thưởng huyện hoặc UBND huyện")

    def test_that_the_province_is_asked_where_who_must_judge_has_ended(self) -> None:
        (head, last) = first_lines("commune-08-muong-gion")[1:]
        assert head == "Chỉ còn chờ đánh giá: III.2.2-3"
        assert last.startswith("Việc tiếp theo: chưa có đánh giá: Hội đồng Thi đua - Khen thưởng huyện và UBND huyện")
        assert "xin ý kiến của tỉnh về cơ quan đánh giá thay" in last

    def test_what_is_missing(self) -> None:
        (*_, last) = first_lines("commune-06-ca-nang")
        assert "chưa có giấy tờ về số hộ cận nghèo đa chiều (rà soát cuối năm 2024)" in last

    def test_the_smallest_set_where_the_document_tells_it(self) -> None:
        (*_, last) = first_lines("commune-06-ca-nang", sections=["needs"])
        assert last == (
            "Việc tiếp theo: mục BC-02 (báo cáo định kỳ, đột xuất): ngày gửi báo cáo; "
            "số hộ cận nghèo đa chiều (rà soát cuối năm 2024)"
        )

    @pytest.mark.parametrize(("language", "tail"), [("vi", r"; và \d\d nội dung khác"), ("en", r"; and \d+ more")])
    def test_no_more_than_three_things(self, language: str, tail: str) -> None:
        assessment = assess(PLAN, Dossier(Household("VD-01", "Hộ Ví Dụ")), on=ON)
        next_step = explain(assessment, language).splitlines()[2]
        assert re.search(tail + "$", next_step)

    def test_whom_the_criteria_address_comes_first(self) -> None:
        assert first_lines("household-07-status-missing")[1].startswith("Còn thiếu căn cứ: đối tượng của nhóm tiêu chí")


class TestTheOthers:
    """Đạt thì chưa phải được khen; không thuộc đối tượng thì không xét."""

    def test_met(self) -> None:
        assert first_lines("commune-01-muong-giang")[-1] == (
            "Việc tiếp theo: xem hình thức khen thưởng nào còn được đề nghị, và những gì phải làm rõ trước khi đề nghị"
        )

    def test_not_addressed(self) -> None:
        assert first_lines("household-05-other")[1:] == [
            "Nhóm tiêu chí này không áp dụng cho đối tượng",
            "Việc tiếp theo: không xét theo nhóm tiêu chí này",
        ]

    def test_of_everybody_they_are_at_most_five_with_the_setting(self) -> None:
        for path in sorted(EXAMPLES.glob("*.json")):
            for level in ("public", "dossier"):
                assert 3 <= len(first_lines(path.stem, level=level, sections=list(SECTIONS))) <= 4
