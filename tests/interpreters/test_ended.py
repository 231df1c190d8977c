"""Bodies that have ended: a nominee's sheet tells of them once, however many words they would have had to judge."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from council_page import EXAMPLES, of_example, part, parts, said

import thidua
from thidua.interpreters.assess import assess
from thidua.interpreters.competent import NOT_JUDGED
from thidua.interpreters.explanation import explanation
from thidua.interpreters.html.council import council_report
from thidua.interpreters.html.ended import WHO_JUDGES, ended_said, ended_told, without_ended

ON = date(2025, 12, 31)
ASKED = {"vi": "xin ý kiến của tỉnh về cơ quan đánh giá thay", "en": "ask the province who judges in their place"}
LANGUAGES = ("vi", "en")


@cache
def told(name: str) -> Any:
    """The explanation of an example."""
    (path,) = EXAMPLES.glob(f"{name}-*.json")
    return explanation(assess(thidua.PLAN, thidua.load(thidua.PLAN, path.read_bytes()), on=ON), "dossier", ["needs"])


def sheet_of(data: Any, language: str = "vi") -> str:
    (sheet,) = parts(council_report(thidua.PLAN, [data], language), "sheet")
    return sheet


class TestOnASheet:
    """Which bodies have ended, since when, whom to ask, and that minutes of before still count: each said once."""

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("name", ["commune-08", "successor-01"])
    def test_is_said_once(self, name: str, language: str) -> None:
        (sheet,) = parts(of_example(name, language), "sheet")
        below = part(sheet, WHO_JUDGES.in_(language))

        assert said(sheet).lower().count(ASKED[language]) == below.lower().count(ASKED[language]) == 1

    def test_each_body_stands_by_the_clauses_it_was_to_judge(self) -> None:
        assert part(sheet_of(told("successor-01")), WHO_JUDGES.vi) == (
            "III.2.2-1, III.2.2-3: Hội đồng Thi đua - Khen thưởng huyện và UBND huyện kết thúc hoạt động từ ngày "
            "01/7/2025. III.2.2-2: Phòng Tài chính - Kế hoạch huyện, Hội đồng Thi đua - Khen thưởng huyện và UBND "
            "huyện kết thúc hoạt động từ ngày 01/7/2025. Xin ý kiến của tỉnh về cơ quan đánh giá thay; biên bản đánh "
            "giá đến hết ngày 30/6/2025 vẫn được xem xét."
        )

    def test_the_clause_and_the_list_lead_there(self) -> None:
        sheet = sheet_of(told("successor-01"))

        assert said(sheet).count("chưa có đánh giá (xem “Cơ quan đánh giá”)") == 3
        assert "1. " not in part(sheet, "Còn thiếu")
        assert "việc phân bổ, sử dụng kinh phí đúng chế độ [III.2.2-2]" in part(sheet, "Còn thiếu")

    def test_without_the_section_of_needs_too(self) -> None:
        data = {key: value for key, value in told("successor-01").items() if key != "sections"}
        sheet = sheet_of(data)

        assert said(sheet).lower().count(ASKED["vi"]) == 1
        assert "chưa có đánh giá (xem “Cơ quan đánh giá”) [III.2.2-1]" in part(sheet, "Còn thiếu")

    def test_a_note_that_no_finding_tells_stays_with_what_is_missing(self) -> None:
        data = told("commune-08")
        (need,) = data["sections"]["needs"]["sets"][0]
        ended = {"vi": "Ban Mẫu đã giải thể", "en": "the Board of Mẫu is no more"}
        strange = {**need, "ended": ended, "said": {"vi": "đánh giá (Ban Mẫu đã giải thể)", "en": "…"}}
        needs = {**data["sections"]["needs"], "sets": [[strange]]}

        assert "đánh giá (Ban Mẫu đã giải thể)" in part(sheet_of({**data, "sections": {"needs": needs}}), "Còn thiếu")

    @pytest.mark.parametrize("name", ["commune-01", "commune-07", "household-07"])
    def test_where_all_bodies_are_there_nothing_is_said_of_them(self, name: str) -> None:
        assert WHO_JUDGES.vi not in said(sheet_of(told(name)))


class TestInWords:
    @pytest.mark.parametrize(
        ("notes", "words"),
        [
            ({}, ""),
            ({"a ended; ask b": ["1", "2"]}, "1, 2: a ended; ask b."),
            ({"a ended; ask b": ["1"], "c ended; ask b": ["2"]}, "1: a ended. 2: c ended. Ask b."),
            ({"a; x ended; ask b; old ones count": ["1"], "c ended; ask b; old ones count": ["2"]},
             "1: a; x ended. 2: c ended. Ask b; old ones count."),
            ({"a ended": ["1"], "b ended": ["2"]}, "1: a ended. 2: b ended."),
            ({"a ended; ask b": ["1"], "ask b": ["2"]}, "1: a ended; ask b. 2: ask b."),
        ],
    )  # fmt: skip
    def test_what_holds_of_all_is_said_at_the_end(self, notes: dict[str, list[str]], words: str) -> None:
        assert ended_said(notes) == words

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_only_a_judgement_that_is_awaited_is_told_of(self, language: str) -> None:
        found = {language: f"{NOT_JUDGED.in_(language)}: a ended"}
        leaf = {"found": found, "reasons": ["judgement_pending"], "verdict": "undetermined"}
        other = {**leaf, "reasons": ["missing"]}

        assert WHO_JUDGES.in_(language) in without_ended(leaf, language)["found"][language]
        assert without_ended(other, language) is other

    def test_a_clause_is_named_once(self) -> None:
        assert list(ended_told(told("successor-01"), "en").values()) == [["III.2.2-1", "III.2.2-3"], ["III.2.2-2"]]
