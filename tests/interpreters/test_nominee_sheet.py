"""A nominee's sheet: verdict, reasons, what is missing, what would help, papers, forms, readings, receipt."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from council_page import AT_THE_END, EXAMPLES, of_example, part, parts, rows, said
from html_reading import read
from small_plan import COMMUNES, DOSSIER, ON, PLAN, effort, has_fund, jobs, reading_of

import thidua
from thidua.clauses import Clause
from thidua.conditions import ALWAYS, NEVER, Condition, not_, unless
from thidua.dossiers import Dossier
from thidua.evidence import Paper
from thidua.interpreters.assess import assess
from thidua.interpreters.explanation import explanation
from thidua.interpreters.html.council import council_report
from thidua.interpreters.levels import WITHHELD
from thidua.interpreters.remedying.data import remedied_said
from thidua.readings import Switch
from thidua.subjects import Commune
from thidua.vocabulary import commune, report

MISSING = {"vi": "Còn thiếu", "en": "What is missing"}
HELPS = {"vi": "Cách khắc phục", "en": "What would help"}
EMPTY = Dossier(Commune("VD-02", "Xã Trống"))


def of_condition(condition: Condition[Commune], *papers: Paper[Commune], **group: Any) -> str:
    """The report on a commune of which one thing is asked."""
    clause = Clause("III.2.1-1", text="…", en="…", requires=condition)
    asked = evolve(COMMUNES, clauses=(clause,), requires=clause.is_met(), readings=(), **group)
    readings = {each.id: each for each in (*PLAN.readings, *clause.rests_on)}
    plan = evolve(PLAN, contents=(asked,), routes=(), readings=tuple(readings.values()))
    return council_report(plan, [explanation(assess(plan, Dossier(EMPTY.subject, papers), on=ON))])


def edited(name: str, section: str, **changes: Any) -> str:
    """The report on an example whose section says something else."""
    (path,) = EXAMPLES.glob(f"{name}-*.json")
    found = assess(thidua.PLAN, thidua.load(thidua.PLAN, path.read_bytes()), on=AT_THE_END)
    told = explanation(found, "dossier", [section])
    data = {**told, "sections": {section: {**told["sections"][section], **changes}}}
    return council_report(thidua.PLAN, [data])


class TestReasons:
    """What decides stands first; every clause with its verdict, its sentence, and what the verdict rests on."""

    @pytest.mark.parametrize(
        ("name", "language", "decided"),
        [
            ("commune-02", "vi", "Không đạt III.2.2-4 (mức giảm còn thiếu 1 hộ)"),
            ("commune-02", "en", "Not met: III.2.2-4 (the fall is short by 1 household)"),
            ("commune-04", "vi", "Không đạt III.2.2-4"),
            ("household-06", "vi", "Không đạt III.2.4-1 (còn thiếu 1 bậc), III.2.4-2, III.2.4-4"),
            ("commune-01", "vi", "Đạt các tiêu chí: III.2.2-1, III.2.2-2, III.2.2-3, III.2.2-4"),
            ("commune-08", "vi", "Chỉ còn chờ đánh giá: III.2.2-3"),
            ("official-02", "vi", "Nhóm tiêu chí này không áp dụng cho đối tượng"),
        ],
    )
    def test_what_decides(self, name: str, language: str, decided: str) -> None:
        (found,) = re.findall(r'<p class="reason">(.*?)</p>', of_example(name, language))

        assert said(found) == decided

    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            ("commune-02", "Không đạt III.2.2-4 (mức giảm còn thiếu 1 hộ)"),
            ("commune-09", "Không đạt III.2.2-2 (trong hồ sơ có 04 báo cáo"),
            ("official-02", "Yêu cầu cán bộ, công chức, viên chức được phân công làm công tác giảm nghèo; thực tế:"),
        ],
    )
    def test_the_table_tells_what_was_found(self, name: str, reason: str) -> None:
        ((*_, found, _missing),) = rows(of_example(name), "list")

        assert found.startswith(reason)

    def test_of_those_not_addressed_no_clause_is_judged(self) -> None:
        (sheet,) = parts(of_example("official-02"), "sheet")

        assert "– không xét" in said(sheet)
        assert "– không thuộc đối tượng" in said(sheet)

    def test_a_ground_that_counts_otherwise_has_its_shape(self) -> None:
        switch = Switch(reading_of("C-02", "one", "other", adopted=None))
        page = of_condition(
            switch.choose(one=has_fund.is_yes(), other=not_(has_fund.is_yes())), Paper(None, has_fund.recorded(True))
        )
        (sheet,) = parts(page, "sheet")

        assert 'aria-label="đạt">✓</span> có quỹ quay vòng vốn' in sheet

    def test_what_the_plan_itself_decides(self) -> None:
        assert "Lý do quyết định: không đạt theo quy định của kế hoạch" in read(of_condition(NEVER)).text
        assert "Đạt các tiêu chí: theo quy định của kế hoạch" in read(of_condition(ALWAYS)).text

    def test_a_disqualifier_decides_without_any_clause(self) -> None:
        clause = Clause("III.2.1-1", text="…", en="…", requires=jobs.is_at_least(1))
        asked = evolve(COMMUNES, clauses=(clause,), requires=unless(clause.is_met(), has_fund.is_yes()), readings=())
        plan = evolve(PLAN, contents=(asked,), routes=())
        papers = (Paper(None, has_fund.recorded(True)), Paper(None, jobs.recorded(2)))
        page = council_report(plan, [explanation(assess(plan, Dossier(EMPTY.subject, papers), on=ON))])

        assert "Lý do quyết định: không đạt theo quy định của kế hoạch" in read(page).text


class TestWhatIsMissing:
    """What is to be filed, and apart from it what a body has to judge; software judges nothing."""

    def test_papers_and_judgements_stand_apart(self) -> None:
        page = of_example("successor-01")
        missing = part(parts(page, "sheet")[0], MISSING["vi"])
        papers, judgements = missing.split("Phần phải đánh giá, phần mềm không làm thay (3):")

        assert papers.startswith("Giấy tờ, xác nhận phải bổ sung (8):")
        assert "phê duyệt quyết toán có ngày tháng [III.2.2-2]" in papers
        assert "việc phân bổ, sử dụng kinh phí đúng chế độ [III.2.2-2]" in judgements
        assert rows(page, "list")[0][-1] == "08 giấy tờ; 03 đánh giá"

    @pytest.mark.parametrize(
        ("language", "declared", "decision"),
        [
            ("vi", "nếu không có thì xác nhận là không có", "Quyết định phê duyệt kết quả rà soát hộ nghèo"),
            ("en", "if there are none, a declaration that there are none", "The decision approving the survey of poor"),
        ],
    )
    def test_what_is_asked_of_several_is_said_once(self, language: str, declared: str, decision: str) -> None:
        page = of_example("successor-01", language)
        missing = part(parts(page, "sheet")[0], MISSING[language])

        assert missing.count(declared) == missing.count(decision) == 1
        assert re.findall("<ol([^>]*)>", parts(page, "sheet")[0]) == [' class="alike"', ' start="5" class="alike"', ""]

    def test_what_stands_by_itself_is_numbered_through(self) -> None:
        page = of_example("household-07")
        (first,) = re.findall(r"<ol>.*?</ol>", parts(page, "sheet")[0])

        assert first.count("<li>") == 4
        assert "nếu không có thì xác nhận là không có – xác nhận của hộ được giúp" in said(first)

    def test_numbers_go_on_after_what_was_said_once(self) -> None:
        (path,) = EXAMPLES.glob("successor-01-*.json")
        found = assess(thidua.PLAN, thidua.load(thidua.PLAN, path.read_bytes()), on=AT_THE_END)
        (needed, *_) = explanation(found, "dossier", ["needs"])["sections"]["needs"]["sets"]
        page = edited("successor-01", "needs", sets=[[needed[4], *needed[:3], needed[3] | {"kind": "value"}]])

        assert re.findall(r"<ol([^>]*)>", parts(page, "sheet")[0]) == ["", ' start="2" class="alike"', ' start="5"']

    def test_grounds_leave_out_the_papers_that_are_told_below(self) -> None:
        (sheet,) = parts(of_example("successor-01"), "sheet")
        (unlisted,) = parts(edited("successor-01", "remedies"), "sheet")

        assert "thường chứng minh bằng" not in said(sheet)
        assert "chưa có giấy tờ về báo cáo định kỳ, đột xuất" in said(sheet)
        assert "thường chứng minh bằng: quyết định công nhận sáng kiến" in said(unlisted)

    @pytest.mark.parametrize(("entries", "kind"), [(3, "grounds"), (40, "grounds long")])
    def test_only_grounds_that_are_longer_than_a_page_may_be_broken(self, entries: int, kind: str) -> None:
        reports = [commune.reports.entry(f"BC-{n}", report.due_on.recorded(date(2024, 5, 1))) for n in range(entries)]
        found = assess(thidua.PLAN, Dossier(EMPTY.subject, (Paper(None, *reports),)), on=AT_THE_END)
        page = council_report(thidua.PLAN, [explanation(found)])

        assert f'<ul class="{kind}">' in page
        assert ("grounds long" in page) is (kind == "grounds long")

    @pytest.mark.parametrize(
        ("language", "counted"),
        [("vi", "01 đánh giá; chỉ còn chờ đánh giá"), ("en", "1 judgement; awaiting only judgement")],
    )
    def test_awaiting_only_judgement_is_said_in_the_table(self, language: str, counted: str) -> None:
        assert rows(of_example("commune-08", language), "list")[0][-1] == counted

    def test_a_verdict_that_is_settled_needs_nothing(self) -> None:
        page = of_example("commune-02")

        assert part(parts(page, "sheet")[0], MISSING["vi"]) == "Không cần bổ sung gì để kết luận."
        assert rows(page, "list")[0][-1] == "không thiếu"

    def test_without_the_section_it_is_what_is_open(self) -> None:
        page = council_report(PLAN, [explanation(assess(PLAN, EMPTY, on=ON))])
        missing = part(parts(page, "sheet")[0], MISSING["vi"])

        assert (
            "chưa có giấy tờ về khu vực của xã; thường chứng minh bằng: quyết định công nhận khu vực [III.2.1-1]"
            in missing
        )
        assert "chờ đánh giá của Hội đồng Mẫu" in missing.split("Phần phải đánh giá")[1]

    def test_whom_the_group_addresses_may_be_missing_too(self) -> None:
        page = of_condition(jobs.is_at_least(1), applies_where=has_fund.is_yes())

        assert (
            "chưa có giấy tờ về quỹ quay vòng vốn; thường chứng minh bằng: quyết định thành lập quỹ [III.2.1]"
            in part(parts(page, "sheet")[0], MISSING["vi"])
        )

    def test_a_leaf_that_lacks_no_paper_says_what_was_found(self) -> None:
        page = council_report(PLAN, [explanation(assess(PLAN, DOSSIER, on=ON))])
        missing = of_condition(effort.is_judged_at_least(thidua.Level.DONE))

        assert "chưa có giấy tờ" not in part(parts(missing, "sheet")[0], MISSING["vi"])
        assert part(parts(page, "sheet")[0], MISSING["vi"]) == "Không cần bổ sung gì để kết luận."

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"sets": []}, "Không giấy tờ nào kết luận được."),
            ({"settles": False}, "Riêng giấy tờ chưa chắc đủ để kết luận."),
            ({"capped": True}, "Tìm chưa hết: có thể có cách bổ sung ít hơn."),
        ],
    )
    def test_says_where_papers_may_not_be_enough(self, changes: dict[str, Any], said: str) -> None:
        page = edited("commune-07", "needs", **changes)

        assert said in part(parts(page, "sheet")[0], MISSING["vi"])

    def test_names_the_shortest_way_and_counts_the_others(self) -> None:
        (path,) = EXAMPLES.glob("commune-07-*.json")
        found = assess(thidua.PLAN, thidua.load(thidua.PLAN, path.read_bytes()), on=AT_THE_END)
        needed = explanation(found, "dossier", ["needs"])["sections"]["needs"]["sets"]
        page = edited("commune-07", "needs", sets=needed * 3)

        assert "Hoặc một trong 02 cách bổ sung khác" in part(parts(page, "sheet")[0], MISSING["vi"])


class TestWhatWouldHelp:
    """What would turn not met into met; where nothing can, why, without saying again what was found."""

    def test_where_something_can_still_change_it_says_what(self) -> None:
        page = of_example("official-03", on=date(2025, 6, 25))

        assert part(parts(page, "sheet")[0], HELPS["vi"]).startswith(
            "Cách 1: sáng kiến SK-01: được cấp có thẩm quyền công nhận chậm nhất ngày 31/12/2025. Cách 2: thêm 01"
        )

    def test_where_nothing_can_it_says_why(self) -> None:
        page = of_example("commune-02")

        assert part(parts(page, "sheet")[0], HELPS["vi"]) == (
            "Không còn cách nào trong kỳ xét này: III.2.2-4: số liệu rà soát cuối năm 2024 đã được phê duyệt ngày "
            "31/01/2025 nên không thay đổi được."
        )

    def test_where_only_a_new_judgement_could_it_says_so(self) -> None:
        page = of_example("household-06", "en")

        assert part(parts(page, "sheet")[0], HELPS["en"]).startswith("Without a new judgement nothing helps: III.2.4-1")

    def test_a_way_is_told_and_the_group_speaks_where_no_clause_does(self) -> None:
        way = {"changes": [], "leads_to": "met", "possible": ["met"]}
        lost = {"code": "cut_off_passed", "text": {"vi": "đã muộn", "en": "too late"}}
        group = {"place": "III.2.2", "title": {"vi": "…", "en": "…"}, "verdict": "not_met", "capped": False}
        ways = edited("commune-02", "remedies", group={**group, "remedies": [way], "lost": []})
        late = edited("commune-02", "remedies", group={**group, "remedies": [], "lost": [lost]}, clauses=[])
        none = edited("commune-02", "remedies", group={**group, "remedies": [], "lost": []}, clauses=[])

        assert part(parts(ways, "sheet")[0], HELPS["vi"]) == "Cách 1: gồm những việc không công bố."
        assert part(parts(late, "sheet")[0], HELPS["vi"]).endswith("III.2.2: đã muộn.")
        assert not part(parts(none, "sheet")[0], HELPS["vi"])

    def test_a_reason_that_may_not_be_read_is_said_to_be_there(self) -> None:
        lost = {"code": "cut_off_passed", "text": {"vi": WITHHELD.vi, "en": WITHHELD.en}}
        group = {"place": "III.2.2", "title": {"vi": "…", "en": "…"}, "verdict": "not_met", "capped": False}
        told = {**group, "remedies": [], "lost": [lost]}
        late = edited("commune-02", "remedies", group=told, clauses=[])

        assert part(parts(late, "sheet")[0], HELPS["vi"]).endswith("III.2.2: có lý do không công bố.")
        assert list(remedied_said(told, "vi")) == ["  Không còn cách nào, vì:", "    - Có lý do không công bố."]
        assert list(remedied_said(told, "en"))[1] == "    - For a reason that is withheld."

    def test_who_is_met_needs_no_help(self) -> None:
        assert not part(parts(of_example("commune-01"), "sheet")[0], HELPS["vi"])


class TestPapersAndCautions:
    """The papers used, by issuer; the cautions, those that say the same together."""

    def test_papers_of_one_issuer_stand_together(self) -> None:
        (sheet,) = parts(of_example("commune-02"), "sheet")
        (title,) = re.findall(r"<h4>(Giấy tờ \(\d+\))</h4>", sheet)
        told = part(sheet, title)

        assert told.count("UBND huyện Quỳnh Nhai: ") == 1
        assert "của UBND huyện Quỳnh Nhai" not in told

    def test_cautions_stand_on_the_sheet_and_with_their_papers_in_the_annex(self) -> None:
        page = of_example("commune-08")
        (sheet,), (detail,) = parts(page, "sheet"), parts(page, "detail")

        assert "đã được văn bản khác đính chính nên không xem xét" in part(sheet, "Lưu ý")
        assert "[" not in part(sheet, "Lưu ý")
        assert "Lưu ý" in said(detail)

    def test_there_is_room_for_the_council_and_the_receipt_in_full(self) -> None:
        (sheet,) = parts(of_example("commune-02"), "sheet")
        receipt = part(sheet, "Biên nhận")

        assert part(sheet, "Ý kiến Hội đồng") == ""
        assert "Ý kiến Hội đồng" in sheet
        assert len(re.findall(r"sha256:[0-9a-f]{64}", receipt)) == 3
