"""explain() and explanation(): an assessment in words and as data. Wording is pinned by a golden text in each language.

`REWRITE_GOLDEN=1 pytest tests/interpreters/test_explain.py` writes the texts anew; read them aloud before keeping them.
"""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from small_plan import (
    COMMUNES,
    DOSSIER,
    END_2021,
    END_2024,
    NOT_ADOPTED,
    ON,
    PLAN,
    XA_MAU,
    Area,
    again,
    agreed,
    area,
    asking,
    assessed,
    counted,
    document,
    due_on,
    effort,
    gift,
    gifts,
    has_fund,
    jobs,
    judgement,
    paper,
    poverty,
    receipted,
    report,
    reports,
    sent_on,
    terrain,
    under_inquiry,
    value,
)
from small_plan import Terrain as TerrainOption

from thidua.conditions import ALWAYS, NEVER, NOT_APPLICABLE, Condition, all_of, any_of, at_least, not_, unless, where
from thidua.dossiers import Dossier
from thidua.evidence import Paper
from thidua.findings import Assessment, Finding
from thidua.interpreters.assess import assess
from thidua.interpreters.decisive import deciding
from thidua.interpreters.explain import explain
from thidua.interpreters.explanation import explanation
from thidua.periods import START_OF_PERIOD
from thidua.quantities import dong, percent
from thidua.readings import Level, Switch
from thidua.verdicts import NOT_APPLICABLE as OUTSIDE

GOLDEN = Path(__file__).parent.parent / "data" / "explanations"
YES, NO = paper(has_fund.recorded(True), number="10"), paper(has_fund.recorded(False), number="11")
WANTED = jobs.is_at_least(3)
ON_TIME = sent_on.is_not_after(due_on)
DUE = date(2025, 6, 20)
FULL = assess(PLAN, DOSSIER, on=ON)
DATA = explanation(FULL)


def nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("children", ()):
        yield from nodes(child)


def all_nodes(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for part in (data["group"], *data["clauses"]):
        yield from nodes(part)


class TestGolden:
    """The whole text of one assessment, in each language, as it will be printed."""

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_is_word_for_word_what_is_kept(self, language: str) -> None:
        kept = GOLDEN / f"xa-mau.{language}.txt"
        said = explain(FULL, language) + "\n"
        if os.environ.get("REWRITE_GOLDEN"):
            kept.write_text(said, encoding="utf-8")

        assert said == kept.read_text(encoding="utf-8")


class TestText:
    """Per clause the verdict, required / found, the papers relied on, the reading, the citation; decisive first."""

    def test_begins_with_the_subject_and_the_verdict(self) -> None:
        first, second, third, fourth, fifth = explain(FULL).splitlines()[:5]

        assert first == "Xã Mẫu (xã, mã VD-01): KHÔNG ĐẠT"
        assert second == "Lý do quyết định: không đạt III.2.1-2"
        assert "Tổng kết năm 2025; ngày xét 31/12/2025, tính thành tích đến 15/12/2025" in fifth
        assert third.startswith("Cụ thể: yêu cầu mọi báo cáo đều có ngày gửi không muộn hơn hạn nộp; ")
        assert fourth == "Việc tiếp theo: xem cách khắc phục"
        assert "đầu kỳ: rà soát cuối năm 2021; cuối kỳ: rà soát cuối năm 2024" in fifth
        assert third.startswith("Cụ thể: yêu cầu mọi báo cáo đều có ngày gửi không muộn hơn hạn nộp; ")
        assert fourth == "Việc tiếp theo: xem cách khắc phục"

    def test_puts_decisive_clauses_first(self) -> None:
        heads = [line.split(":")[0] for line in explain(FULL).splitlines() if line[:2] in ("✗ ", "? ", "✓ ", "– ")]

        assert heads == ["✗ III.2.1-2", "? III.2.1-1", "? III.2.1-3"]

    def test_cites_the_place_and_the_words_of_each_clause(self) -> None:
        text = explain(FULL)

        assert "(gạch đầu dòng thứ nhất, điểm 2.1, khoản 2, mục III)" in text
        assert "“Quy mô hộ nghèo và hộ cận nghèo giảm trên 50% so với đầu kỳ.”" in text

    def test_names_the_missing_paper(self) -> None:
        assert "chưa có giấy tờ về số hộ cận nghèo (rà soát cuối năm 2024)" in explain(FULL)
        assert "nothing on file about near-poor households (the survey of end-2024)" in explain(FULL, "en")

    def test_names_the_papers_relied_on(self) -> None:
        assert "giấy tờ: Quyết định số 02/STD ngày 30/6/2025 của UBND huyện Mẫu" in explain(FULL)
        assert "papers: Quyết định no. 02/STD of 30 June 2025, UBND huyện Mẫu" in explain(FULL, "en")

    def test_prints_the_reading_and_whether_to_put_it_to_counsel(self) -> None:
        assert "A-02: Hiểu A-02 thế nào? – hiểu là more_than (nên hỏi ý kiến pháp chế)" in explain(FULL)
        assert "A-02: How is A-02 read? – read as more_than (to be put to counsel)" in explain(FULL, "en")

    def test_is_silent_about_a_reading_of_which_nothing_is_adopted(self) -> None:
        either = Switch(NOT_ADOPTED).choose(one=has_fund.is_yes(), other=WANTED)

        assert "hiểu là" not in explain(assessed(either, YES))

    def test_is_rendered_from_the_data_alone(self) -> None:
        for language in ("vi", "en"):
            assert explain(DATA, language) == explain(FULL, language)
            assert explain(json.loads(json.dumps(DATA)), language) == explain(FULL, language)

    @pytest.mark.parametrize(
        ("condition", "papers", "vi", "en"),
        [
            (has_fund.is_yes(), (YES,), "Đạt các tiêu chí: III.2.1-1", "Met: III.2.1-1"),
            (has_fund.is_yes(), (NO,), "Lý do quyết định: không đạt III.2.1-1", "Decisive: not met under III.2.1-1"),
            (has_fund.is_yes(), (), "Còn thiếu căn cứ: III.2.1-1", "Still open: III.2.1-1"),
            (agreed.is_judged_so(), (), "Chỉ còn chờ đánh giá: III.2.1-1", "Awaiting only judgement: III.2.1-1"),
            (
                NOT_APPLICABLE, (),
                "Nhóm tiêu chí này không áp dụng cho đối tượng", "These criteria do not address the subject",
            ),
        ],
    )  # fmt: skip
    def test_says_what_to_do_next(self, condition: Condition[Any], papers: Any, vi: str, en: str) -> None:
        assessment = assessed(condition, *papers)

        assert explain(assessment).splitlines()[1] == vi
        assert explain(assessment, "en").splitlines()[1] == en

    def test_what_is_not_addressed_is_outside(self) -> None:
        first = explain(assessed(NOT_APPLICABLE)).splitlines()[0]

        assert first.endswith("KHÔNG THUỘC ĐỐI TƯỢNG")

    def test_surveys_are_named_only_where_criteria_read_any(self) -> None:
        assert "đầu kỳ" not in explain(assessed(has_fund.is_yes(), YES))

    def test_what_cannot_happen_any_more_is_ruled_out(self) -> None:
        assessment = assessed(where(has_fund.is_yes(), WANTED), paper(jobs.recorded(3)))

        assert "CHƯA ĐỦ CĂN CỨ, chỉ còn khả năng đạt hoặc không áp dụng" in explain(assessment)
        assert "UNDETERMINED, can now only be met or not applicable" in explain(assessment, "en")


def said(condition: Condition[Any], *papers: Paper[Any], language: str = "vi") -> str:
    return explain(assessed(condition, *papers), language)


class TestTrees:
    """Every leaf is said as required, then found; combinations only where they group something."""

    def test_where_the_guard_holds_the_body_stands_under_it(self) -> None:
        text = said(where(has_fund.is_yes(), WANTED), YES)

        assert "  ✓ điều kiện áp dụng: có quỹ quay vòng vốn\n" in text
        assert "\n    ? yêu cầu: số việc làm tạo được từ 03 người trở lên\n" in text

    def test_where_it_does_not_the_body_is_not_asked(self) -> None:
        text = said(where(has_fund.is_yes(), WANTED), NO)

        assert "  – không yêu cầu: số việc làm tạo được từ 03 người trở lên\n" in text
        assert "    – điều kiện áp dụng: có quỹ quay vòng vốn\n      thực tế: không có quỹ quay vòng vốn" in text
        assert "not asked: jobs created" in said(where(has_fund.is_yes(), WANTED), NO, language="en")

    def test_one_of_several_is_grouped_with_its_verdict(self) -> None:
        assert "  một trong các nội dung sau: → đạt\n" in said(any_of(has_fund.is_yes(), WANTED), YES)
        assert "one of these: → met" in said(any_of(has_fund.is_yes(), WANTED), YES, language="en")

    def test_enough_of_several_too(self) -> None:
        assert "  đủ số nội dung trong các nội dung sau: → chưa đủ căn cứ\n" in said(
            at_least(2, has_fund.is_yes(), WANTED), YES
        )

    def test_one_of_one_is_that_one(self) -> None:
        assert said(any_of(has_fund.is_yes()), YES) == said(has_fund.is_yes(), YES)

    def test_a_list_within_a_choice_is_grouped_too(self) -> None:
        text = said(any_of(all_of(has_fund.is_yes(), terrain.is_one_of(TerrainOption.LOW)), WANTED), YES)

        assert "    đồng thời các nội dung sau: → chưa đủ căn cứ\n      ✓ yêu cầu: có quỹ quay vòng vốn\n" in text

    def test_a_negated_leaf_is_said_as_what_is_required(self) -> None:
        text = said(not_(under_inquiry.is_yes()), paper(under_inquiry.recorded(False)))

        assert "✓ yêu cầu: không bị xem xét kỷ luật\n    thực tế: không bị xem xét kỷ luật" in text

    def test_a_negated_combination_is_grouped(self) -> None:
        assert "không có điều sau: → không đạt" in said(not_(any_of(has_fund.is_yes(), WANTED)), YES)

    def test_an_open_reading_shows_every_option(self) -> None:
        text = said(Switch(NOT_ADOPTED).choose(one=has_fund.is_yes(), other=WANTED))

        assert "yêu cầu: có quỹ quay vòng vốn" in text
        assert "yêu cầu: số việc làm tạo được" in text

    def test_what_the_plan_itself_decides_is_said_without_a_finding(self) -> None:
        told = said(all_of(has_fund.is_yes(), NEVER), YES)
        assert "  ✗ yêu cầu: không đạt" in told.splitlines()
        assert "Lý do quyết định: không đạt theo quy định của kế hoạch" in told.splitlines()

    def test_a_clause_that_rests_on_another_names_it(self) -> None:
        first = asking(has_fund.is_yes(), ALWAYS).clauses[0]
        plan = asking(has_fund.is_yes(), first.is_met())

        assert "  ✓ yêu cầu: đạt tiêu chí III.2.1-1" in explain(assess(plan, Dossier(XA_MAU, (YES,)), on=ON))

    def test_how_far_a_figure_is_from_what_is_asked(self) -> None:
        assert "\n    chênh lệch: đạt, dư 2 người\n" in said(jobs.is_at_least(3), paper(jobs.recorded(5)))
        assert "\n    margin: short by 2 persons\n" in said(jobs.is_at_least(5), paper(jobs.recorded(3)), language="en")

    def test_of_days_and_judgements_only_where_they_fall_short(self) -> None:
        assert "chênh lệch" not in said(effort.is_judged_at_least(Level.DONE), judgement())
        assert "chênh lệch: còn thiếu 1 bậc" in said(effort.is_judged_at_least(Level.EXCELLENT), judgement())

    def test_of_what_is_negated_or_not_known_it_is_not_told(self) -> None:
        assert "chênh lệch" not in said(not_(jobs.is_at_least(3)), paper(jobs.recorded(5)))
        assert "chênh lệch" not in said(gifts.number().is_at_least(1), paper(gift("1")))
        assert "chênh lệch" not in said(where(jobs.is_at_least(3), has_fund.is_yes()), paper(jobs.recorded(5)))

    def test_a_fall_from_nothing_to_nothing_says_what_answers_it(self) -> None:
        fall = poverty.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NEVER)
        text = said(fall, counted(END_2021, 0, 0), counted(END_2024, 0, 0))

        assert "thực tế: đầu kỳ (rà soát cuối năm 2021): 0 hộ" in text
        assert "đầu kỳ và cuối kỳ đều bằng không" in text


class TestWhomItAddresses:
    """A group may address some subjects only; the reader is told first whether this one is among them."""

    PLAN = evolve(PLAN, contents=(evolve(COMMUNES, applies_where=area.is_one_of(Area.I)),))
    AREA_I, AREA_II = (paper(area.recorded(option, since=DUE), number="05") for option in (Area.I, Area.II))

    def text(self, *papers: Paper[Any], language: str = "vi") -> str:
        return explain(assess(self.PLAN, Dossier(XA_MAU, papers), on=ON), language)

    def test_one_that_it_does_not_is_told_why_and_nothing_else(self) -> None:
        text = self.text(self.AREA_II)

        assert text.startswith("Xã Mẫu (xã, mã VD-01): KHÔNG THUỘC ĐỐI TƯỢNG\n")
        assert "Đối tượng của nhóm tiêu chí:\n  – điều kiện áp dụng: khu vực của xã là xã khu vực I\n" in text
        assert "yêu cầu:" not in text

    def test_one_that_it_may_is_told_what_is_missing(self) -> None:
        text = self.text()

        assert "Còn thiếu căn cứ: đối tượng của nhóm tiêu chí, III.2.1-1" in text.splitlines()[1]
        assert (
            "  ? điều kiện áp dụng: khu vực của xã là xã khu vực I\n    thực tế: chưa có giấy tờ về khu vực của xã"
            in text
        )
        assert "Still open: whom these criteria address" in self.text(language="en")
        assert "Whom these criteria address:" in self.text(language="en")

    def test_one_that_it_does_is_told_so(self) -> None:
        assert "  ✓ điều kiện áp dụng: khu vực của xã là xã khu vực I\n" in self.text(self.AREA_I)

    def test_a_group_that_addresses_everybody_asks_nothing(self) -> None:
        plan = evolve(PLAN, contents=(evolve(COMMUNES, applies_where=ALWAYS),))

        assert "Đối tượng của nhóm tiêu chí" not in explain(assess(plan, Dossier(XA_MAU), on=ON))


class TestCautions:
    """Conflicting, undocumented and unread evidence is told at the end, with its papers."""

    def test_are_listed_with_what_they_are_about(self) -> None:
        text = explain(FULL)

        assert "\nLưu ý:\n" in text
        assert "  - quỹ quay vòng vốn: chưa có văn bản kèm theo; vẫn được sử dụng\n" in text
        assert (
            "  - số việc làm tạo được: kế hoạch không hỏi đến đối với đối tượng này [Quyết định số 06/QĐ-UBND" in text
        )

    def test_a_paper_that_is_not_read_is_named_itself(self) -> None:
        later = paper(has_fund.recorded(True), number="99", issued_on=date(2026, 1, 1))

        assert "  - Quyết định số 99 ngày 01/01/2026 của UBND huyện Mẫu: ban hành sau ngày xét" in said(
            has_fund.is_yes(), later
        )

    def test_what_more_there_is_to_say_stands_in_brackets(self) -> None:
        strange = judgement(by="Chi bộ")

        assert "  - sự nỗ lực của cán bộ xã (Chi bộ): cơ quan đánh giá không thuộc thẩm quyền" in said(
            effort.is_judged_at_least(Level.DONE), strange
        )

    def test_a_dossier_without_any_has_no_such_heading(self) -> None:
        assert "Lưu ý" not in said(has_fund.is_yes(), YES)
        assert "Cautions" not in said(has_fund.is_yes(), YES, language="en")


class TestData:
    """An assessment can be turned into plain JSON-ready data, in both languages at once, with its receipt."""

    def test_is_plain_json(self) -> None:
        assert json.loads(json.dumps(DATA, allow_nan=False)) == DATA

    def test_names_its_format(self) -> None:
        assert DATA["format"] == "thidua.explanation/1"

    def test_is_equal_for_an_assessment_that_was_pickled(self) -> None:
        assert explanation(again(FULL)) == DATA

    def test_the_receipt_says_what_the_outcome_depends_on(self) -> None:
        receipt = DATA["receipt"]

        assert set(receipt) == {
            "library", "plan", "plan_digest", "amendments", "dossier_digest", "dossier_holds", "on", "review", "level",
            "sections", "body_digest",
        }  # fmt: skip
        assert receipt["library"].startswith("thidua ")
        assert (receipt["plan"], receipt["on"], receipt["review"]) == ("mau", "2025-12-31", "final")

    def test_equal_receipts_equal_bodies(self) -> None:
        assert explanation(assess(PLAN, again(DOSSIER), on=ON)) == DATA

    @pytest.mark.parametrize(
        ("other", "changed"),
        [
            (lambda: assess(PLAN, DOSSIER, on=date(2025, 12, 30)), "on"),
            (lambda: assess(PLAN, DOSSIER, on=ON, review="special"), "review"),
            (lambda: assess(PLAN, DOSSIER.with_(judgement()), on=ON), "dossier_digest"),
            (lambda: assess(evolve(PLAN, issuer=PLAN.title), DOSSIER, on=ON), "plan_digest"),
        ],
    )
    def test_whatever_it_depends_on_changes_the_receipt(self, other: Any, changed: str) -> None:
        receipt = explanation(other())["receipt"]

        assert {key for key in receipt if receipt[key] != DATA["receipt"][key]} - {"body_digest"} == {changed}

    def test_says_who_was_judged_when_and_for_what(self) -> None:
        assert DATA["subject"] == {
            "kind": "commune", "label": {"vi": "xã", "en": "commune"}, "personal": False,
            "code": "VD-01", "name": "Xã Mẫu",
        }  # fmt: skip
        assert (DATA["on"], DATA["cut_off"], DATA["review"]["id"]) == ("2025-12-31", "2025-12-15", "final")
        assert DATA["moments"]["review"] == {"vi": "rà soát cuối năm 2024", "en": "the survey of end-2024"}

    def test_keeps_what_is_still_possible(self) -> None:
        assert (DATA["verdict"], DATA["possible"]) == ("not_met", ["not_met"])
        assert [(clause["verdict"], clause["possible"]) for clause in DATA["clauses"]] == [
            ("undetermined", ["met", "not_met"]),
            ("not_met", ["not_met"]),
            ("undetermined", ["met", "not_met"]),
        ]

    def test_the_clauses_come_in_the_order_of_the_plan(self) -> None:
        assert [clause["id"] for clause in DATA["clauses"]] == ["III.2.1-1", "III.2.1-2", "III.2.1-3"]
        assert [clause["decisive"] for clause in DATA["clauses"]] == [False, True, False]

    def test_each_clause_has_its_words_its_place_and_its_readings(self) -> None:
        clause = DATA["clauses"][0]

        assert clause["text"]["vi"] == clause["corrected"] == PLAN.clauses[0].text
        assert clause["citation"]["vi"] == PLAN.clauses[0].citation.vi
        assert [reading["id"] for reading in clause["readings"]] == ["A-02"]
        assert (clause["readings"][0]["adopted"], clause["readings"][0]["flagged"]) == ("more_than", True)
        assert clause["awaits_only_judgement"] is False
        assert DATA["clauses"][2]["awaits_only_judgement"] is True

    def test_a_reading_with_nothing_adopted_says_so(self) -> None:
        either = Switch(NOT_ADOPTED).choose(one=has_fund.is_yes(), other=WANTED)
        clause = explanation(assessed(either))["clauses"][0]

        assert (clause["readings"][0]["adopted"], clause["readings"][0]["adopted_label"]) == (None, None)
        assert clause["reading"] == "C-01"
        assert len(clause["children"]) == 2

    def test_each_node_says_required_in_both_languages(self) -> None:
        assert all(node["required"]["vi"] and node["required"]["en"] for node in all_nodes(DATA))

    def test_each_leaf_says_found_why_and_on_which_papers(self) -> None:
        leaves = [node for node in all_nodes(DATA) if "found" in node]

        assert all({"reasons", "papers"} <= set(leaf) for leaf in leaves)
        register = next(leaf for leaf in leaves if leaf["node"] == "AreAll")
        assert register["papers"][0] == {
            "number": "02/STD", "issued_on": "2025-06-30", "issuer": "UBND huyện Mẫu", "title": "Quyết định",
            "cite": {
                "vi": "Quyết định số 02/STD ngày 30/6/2025 của UBND huyện Mẫu",
                "en": "Quyết định no. 02/STD of 30 June 2025, UBND huyện Mẫu",
            },
        }  # fmt: skip
        assert register["reasons"] == ["evidence"]

    def test_the_paths_tell_every_node_apart(self) -> None:
        paths = [node["path"] for node in all_nodes(DATA)]

        assert len(set(paths)) == len(paths)
        assert "III.2.1-1/1/0" in paths

    def test_each_entry_of_a_register_is_named(self) -> None:
        register = next(node for node in all_nodes(DATA) if node["node"] == "AreAll")

        assert [(child["entry"], child["verdict"]) for child in register["children"]] == [
            ("BC-01", "met"),
            ("BC-02", "not_met"),
        ]

    def test_a_reference_names_its_clause_and_is_not_told_twice(self) -> None:
        references = DATA["group"]["children"]

        assert [child["clause"] for child in references] == ["III.2.1-1", "III.2.1-2", "III.2.1-3"]
        assert all("children" not in child for child in references)

    def test_the_cautions_have_their_codes_and_papers(self) -> None:
        assert {caution["code"] for caution in DATA["cautions"]} == {"not_used", "undocumented", "survey_assumed"}
        used = next(caution for caution in DATA["cautions"] if caution["code"] == "not_used")
        assert [paper["number"] for paper in used["papers"]] == ["06/QĐ-UBND"]

    def test_the_papers_of_a_count_are_those_of_its_entries_and_declarations(self) -> None:
        counts = gifts.number(where=receipted.is_yes()).is_at_least(1)
        declaration = Paper(document("07"), gifts.complete(entries=1, through=DUE, by="Văn phòng xã"))
        data = explanation(assessed(counts, paper(gift("PT-01", 5, receipt=True), number="06"), declaration))

        assert [paper["number"] for paper in data["clauses"][0]["papers"]] == ["06", "07"]

    def test_a_value_without_a_document_relies_on_none(self) -> None:
        data = explanation(assessed(has_fund.is_yes(), Paper(None, has_fund.recorded(True))))

        assert data["clauses"][0]["papers"] == []


def part(verdict: int) -> Finding:
    return Finding(ALWAYS.node, verdict, None, (), ())


def flags(condition: Condition[Any], verdict: int, *parts: int) -> tuple[bool, ...]:
    return deciding(Finding(condition.node, verdict, None, (), tuple(part(mask) for mask in parts)))


A = has_fund.is_yes()
MET, FAILS, NA, EITHER = 1, 2, 4, 3


class TestDeciding:
    """Decisive is what belongs to a smallest set of parts that gives the verdict; of an open one, the open parts."""

    @pytest.mark.parametrize(
        ("condition", "verdict", "parts", "decide"),
        [
            (all_of(A, A, A), FAILS, (FAILS, MET, EITHER), (True, False, False)),
            (all_of(A, A, A), MET, (MET, NA, MET), (True, False, True)),
            (all_of(A, A), NA, (NA, NA), (True, True)),
            (all_of(A, A), EITHER, (MET, EITHER), (False, True)),
            (any_of(A, A, A), MET, (FAILS, MET, EITHER), (False, True, False)),
            (any_of(A, A), FAILS, (FAILS, NA), (True, False)),
            (any_of(A, A), NA, (NA, NA), (True, True)),
            (at_least(2, A, A, A), MET, (MET, FAILS, MET), (True, False, True)),
            (at_least(2, A, A, A), FAILS, (FAILS, MET, NA), (True, False, True)),
            (where(A, A), MET, (MET, MET), (True, True)),
            (where(A, A), NA, (FAILS, MET), (True, False)),
            (where(A, A), NA, (MET, NA), (False, True)),
            (unless(A, A), MET, (MET, FAILS), (True, True)),
            (unless(A, A), FAILS, (FAILS, FAILS), (True, False)),
            (unless(A, A), FAILS, (MET, MET), (False, True)),
            (not_(A), FAILS, (MET,), (True,)),
        ],
    )
    def test_of_each_combination(self, condition: Condition[Any], verdict: int, parts: Any, decide: Any) -> None:
        assert flags(condition, verdict, *parts) == decide

    def test_only_what_decides_up_to_the_top_is_marked(self) -> None:
        both = all_of(any_of(A, WANTED), terrain.is_one_of(TerrainOption.LOW))
        low = paper(terrain.recorded(TerrainOption.LOW), jobs.recorded(1), number="20")
        clause = explanation(assessed(both, YES, low))["clauses"][0]

        marked = {node["required"]["vi"]: node["decisive"] for node in nodes(clause)}
        assert marked["có quỹ quay vòng vốn"] is True
        assert marked["số việc làm tạo được từ 03 người trở lên"] is False
        assert marked["địa hình là vùng thấp"] is True

    def test_nothing_below_what_does_not_decide_is_marked(self) -> None:
        clause = explanation(assessed(any_of(all_of(WANTED, WANTED), A), YES, paper(jobs.recorded(1))))["clauses"][0]

        assert [node["decisive"] for node in nodes(clause["children"][0])] == [False, False, False]


class TestAssessment:
    """What an assessment answers by itself."""

    def test_the_finding_of_a_clause_is_walked_from_the_top(self) -> None:
        found = FULL.finding("III.2.1-3")

        assert [type(finding.node).__name__ for finding in found.walk()] == [
            "AllOf", "Choose", "JudgedAtLeast", "AnyOf", "Compare", "IsOneOf",
        ]  # fmt: skip

    def test_a_group_that_is_not_addressed_is_outside(self) -> None:
        assessment: Assessment[Any] = assessed(where(A, WANTED), NO)

        assert assessment.verdict == OUTSIDE
        assert explanation(assessment)["word"]["en"] == "not addressed"

    def test_a_total_says_its_sum(self) -> None:
        total = gifts.total(value).is_at_least(dong(5))

        assert "tổng 5 đồng" in said(
            total, paper(gift("PT-01", 5), gifts.complete(entries=1, through=ON, by="Văn phòng"))
        )
        assert "mọi báo cáo" in said(reports.are_all(ON_TIME), paper(report("BC-01", DUE)))
