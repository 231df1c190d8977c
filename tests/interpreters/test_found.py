"""What was found, in words: four families of sentences, never mixed. “No evidence that” is never worded as “not”."""

from datetime import date
from fractions import Fraction
from itertools import chain, combinations
from typing import Any, ClassVar

import pytest
from attrs import evolve
from small_plan import (
    END_2021,
    END_2024,
    NOT_ADOPTED,
    ON,
    PLAN,
    SURVEYS,
    XA_MAU,
    Area,
    Terrain,
    agreed,
    area,
    assessed,
    counted,
    document,
    due_on,
    effort,
    finding,
    founded_on,
    gift,
    gifts,
    has_fund,
    jobs,
    judgement,
    paper,
    planned,
    poor_households,
    poverty,
    receipted,
    report,
    reports,
    sent_on,
    terrain,
    under_inquiry,
    value,
)

from thidua import nodes as n
from thidua.conditions import ALWAYS, NOT_APPLICABLE, Condition, all_of, any_of, at_review, not_, where
from thidua.dossiers import Dossier
from thidua.evidence import DID_NOT_HAPPEN, Evidence, Paper
from thidua.findings import Finding
from thidua.interpreters.assess import assess
from thidua.interpreters.explain import explain
from thidua.interpreters.found import LEAVES, deciding_leaves, found, value_said
from thidua.interpreters.needs_wording import needs_text
from thidua.interpreters.reasons import REASONS, reasons
from thidua.interpreters.voice import Voice
from thidua.knowledge import Known, Source
from thidua.periods import CUT_OFF, START_OF_PERIOD
from thidua.quantities import dong, percent, years
from thidua.readings import Level, Switch
from thidua.texts import Text

LABELS = {survey.id: survey.label for survey in SURVEYS}
VI, EN = Voice("vi", LABELS), Voice("en", LABELS)
YES, NO = paper(has_fund.recorded(True), number="10"), paper(has_fund.recorded(False), number="11")
ON_TIME = sent_on.is_not_after(due_on)
DUE = date(2025, 6, 20)
FALL = poverty.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)
CUT_OFF_DAY = date(2025, 12, 15)


def said(condition: Condition[Any], *papers: Paper[Any]) -> tuple[str, str]:
    """What was found, in both languages."""
    what = finding(condition, *papers)
    return found(what, VI), found(what, EN)


def complete(register: Any, entries: int, through: date = CUT_OFF_DAY) -> Any:
    return register.complete(entries=entries, through=through, by="Văn phòng xã")


class TestNothingOnFile:
    """What is not on file is said to be not on file, with the document that usually proves it."""

    @pytest.mark.parametrize(
        ("condition", "vi", "en"),
        [
            (
                has_fund.is_yes(),
                "chưa có giấy tờ về quỹ quay vòng vốn; thường chứng minh bằng: quyết định thành lập quỹ",
                "nothing on file about a rotating fund; usually proved by: the decision founding the fund",
            ),
            (terrain.is_one_of(Terrain.HIGH), "chưa có giấy tờ về địa hình", "nothing on file about the terrain"),
            (
                effort.is_judged_at_least(Level.DONE),
                "chờ đánh giá của Hội đồng Mẫu hoặc Phòng Mẫu",
                "awaiting the judgement of the Sample Council or the Sample Office",
            ),
            (jobs.is_at_least(3), "chưa có giấy tờ về số việc làm tạo được", "nothing on file about jobs created"),
            (
                poor_households.is_at_least(3),
                (
                    "chưa có giấy tờ về số hộ nghèo (rà soát cuối năm 2024); thường chứng minh bằng: quyết "
                    "định phê duyệt kết quả rà soát"
                ),
                (
                    "nothing on file about poor households (the survey of end-2024); usually proved by: the "
                    "decision approving the survey"
                ),
            ),
            (
                founded_on.is_not_after(date(2025, 1, 1)),
                "chưa có giấy tờ về ngày thành lập quỹ",
                "nothing on file about the day the fund was founded",
            ),
            (
                reports.are_all(ON_TIME),
                "chưa có giấy tờ về báo cáo; thường chứng minh bằng: sổ theo dõi báo cáo",
                "nothing on file about reports; usually proved by: the report register",
            ),
            (gifts.number().is_at_least(1), "chưa có giấy tờ về khoản đóng góp", "nothing on file about contributions"),
        ],
    )  # fmt: skip
    def test_of_each_kind_of_leaf(self, condition: Condition[Any], vi: str, en: str) -> None:
        assert said(condition) == (vi, en)

    def test_of_a_fall_each_missing_figure_is_named(self) -> None:
        vi, en = said(FALL, counted(END_2021, 60, 40), counted(END_2024, 40))

        assert "chưa có giấy tờ về số hộ cận nghèo (rà soát cuối năm 2024)" in vi
        assert "nothing on file about near-poor households (the survey of end-2024)" in en
        assert "cuối kỳ (rà soát cuối năm 2024): ít nhất 40 hộ" in vi

    def test_nobody_named_is_the_competent_body(self) -> None:
        nobody = evolve(finding(effort.is_judged_at_least(Level.DONE)).node, fact=evolve(effort.fact, judges=()))
        what = Finding(nobody, 3, None, (), ())

        assert found(what, VI) == "chờ đánh giá của cơ quan có thẩm quyền"
        assert found(what, EN) == "awaiting the judgement of the competent body"


class TestOnFile:
    """Recorded values are said as an officer writes them."""

    @pytest.mark.parametrize(
        ("condition", "papers", "vi", "en"),
        [
            (has_fund.is_yes(), (YES,), "có quỹ quay vòng vốn", "it has a rotating fund"),
            (has_fund.is_yes(), (NO,), "không có quỹ quay vòng vốn", "it has no rotating fund"),
            (
                has_fund.is_yes(), (YES, NO),
                "các giấy tờ ghi khác nhau: có quỹ quay vòng vốn; không có quỹ quay vòng vốn",
                "papers disagree: it has a rotating fund; it has no rotating fund",
            ),
            (
                area.is_one_of(Area.I), (paper(area.recorded(Area.II, since=DUE)),),
                "khu vực của xã: xã khu vực II", "the area of the commune: area II",
            ),
            (
                effort.is_judged_at_least(Level.DONE_WELL), (judgement(Level.DONE),),
                "Hội đồng Mẫu đánh giá “hoàn thành” ngày 02/12/2025: có sản phẩm cụ thể",
                "Hội đồng Mẫu judged it “fulfilled” on 2 December 2025: có sản phẩm cụ thể",
            ),
            (
                jobs.is_at_least(3), (paper(jobs.recorded(1000)),),
                "số việc làm tạo được: 1.000 người", "jobs created: 1,000 persons",
            ),
            (
                founded_on.is_not_after(CUT_OFF), (paper(founded_on.recorded(DID_NOT_HAPPEN)),),
                "ngày thành lập quỹ: không có (đã xác nhận); ngày chốt thành tích: 15/12/2025",
                "the day the fund was founded: never (on record); the cut-off day: 15 December 2025",
            ),
            (
                founded_on.is_at_least(years(3), before=CUT_OFF), (paper(founded_on.recorded(date(2020, 2, 29))),),
                "ngày thành lập quỹ: 29/02/2020 (đủ 03 năm vào 28/02/2023); ngày chốt thành tích: 15/12/2025",
                (
                    "the day the fund was founded: 29 February 2020 (3 years on 28 February 2023); the "
                    "cut-off day: 15 December 2025"
                ),
            ),
            (
                gifts.total(value).is_at_least(planned),
                (paper(gift("PT-01", 30), complete(gifts, 1), planned.recorded(dong(40))),),
                (
                    "trong hồ sơ có 01 khoản đóng góp, đã khai đủ; được tính: PT-01; tổng 30 đồng; số tiền "
                    "được giao huy động: 40 đồng"
                ),
                (
                    "contributions: 1 on file, declared complete; counted: PT-01; total 30 đồng; the amount "
                    "to be raised: 40 đồng"
                ),
            ),
        ],
    )  # fmt: skip
    def test_of_each_kind_of_leaf(self, condition: Condition[Any], papers: Any, vi: str, en: str) -> None:
        assert said(condition, *papers) == (vi, en)

    def test_a_judgement_is_said_with_its_dissent(self) -> None:
        minutes = Paper(
            document("BB"),
            effort.judged(
                Level.DONE, by="Hội đồng Mẫu", on=DUE, reason="có việc làm cụ thể.", dissent="01 ý kiến chưa rõ."
            ),
        )

        vi, en = said(effort.is_judged_at_least(Level.DONE), minutes)
        assert (
            vi
            == "Hội đồng Mẫu đánh giá “hoàn thành” ngày 20/6/2025: có việc làm cụ thể (ý kiến khác: 01 ý kiến chưa rõ)"
        )
        assert en.endswith("(dissent: 01 ý kiến chưa rõ)")

    def test_judgements_that_differ_are_each_said(self) -> None:
        other = Paper(document("BB-2"), effort.judged(Level.DONE, by="Phòng Mẫu", on=DUE, reason="…"))
        vi, en = said(effort.is_judged_at_least(Level.DONE_WELL), judgement(), other)

        assert vi.startswith("các đánh giá khác nhau: Hội đồng Mẫu đánh giá “hoàn thành tốt”")
        assert "; Phòng Mẫu đánh giá “hoàn thành”" in vi
        assert en.startswith("judgements differ: ")

    def test_figures_that_differ_are_said_with_their_range(self) -> None:
        vi, en = said(jobs.is_at_least(5), paper(jobs.recorded(4)), paper(jobs.recorded(9), number="20"))

        assert vi == "số việc làm tạo được: từ 4 đến 9 người, các giấy tờ ghi khác nhau"
        assert en == "jobs created: from 4 to 9 persons, papers disagree"

    def test_days_that_differ_are_each_said(self) -> None:
        two = (paper(founded_on.recorded(DUE)), paper(founded_on.recorded(date(2025, 7, 1)), number="20"))

        assert said(founded_on.is_not_after(CUT_OFF), *two)[0].startswith(
            "ngày thành lập quỹ: các giấy tờ ghi khác nhau: 20/6/2025; 01/7/2025"
        )
        assert "năm vào" not in said(founded_on.is_at_least(years(3), before=CUT_OFF), *two)[0]

    def test_a_sum_is_said_with_its_parts(self) -> None:
        vi, _ = said(poverty.is_at_most(3), counted(END_2024, 60, 40))

        assert vi == "tổng số hộ nghèo và số hộ cận nghèo: 100 hộ (số hộ nghèo: 60 hộ; số hộ cận nghèo: 40 hộ)"

    def test_a_number_of_entries_within_a_sum_is_said_with_them(self) -> None:
        twice = (gifts.number() + gifts.number()).is_at_least(2)
        vi, _ = said(twice, paper(gift("PT-01"), complete(gifts, 1)))

        assert "trong hồ sơ có 01 khoản đóng góp" in vi

    @pytest.mark.parametrize(
        ("fact", "recorded", "vi"),
        [
            (has_fund.fact, True, "có quỹ quay vòng vốn"),
            (evolve(has_fund.fact, holds=None), True, "True"),
            (founded_on.fact, DUE, "20/6/2025"),
            (founded_on.fact, DID_NOT_HAPPEN, "không có (đã xác nhận)"),
            (area.fact, "II", "xã khu vực II"),
            (planned.fact, 5, "5 đồng"),
            (evolve(jobs.fact, unit=None), 5, "5"),
        ],
    )
    def test_a_value_of_each_kind_is_said(self, fact: n.Fact, recorded: Any, vi: str) -> None:
        assert value_said(fact, recorded, "vi") == vi

    def test_a_judgement_without_its_minutes_is_still_said(self) -> None:
        bare: Evidence[Any] = Evidence(effort.fact, "DONE")
        known = Known(1, 1, sources=(Source(paper(), bare),))
        what = Finding(effort.is_judged_at_least(Level.DONE).node, 1, known, (), ())

        assert "đánh giá “hoàn thành”" in found(what, VI)


class TestFalls:
    """What fell, by how much, between which surveys."""

    @pytest.mark.parametrize(
        ("start", "end", "vi", "en"),
        [
            (100, 49, "giảm 51 hộ (51%)", "down 51 households (51%)"),
            (100, 50, "giảm 50 hộ (50%): đúng 50%, chưa phải trên 50%", (
                "down 50 households (50%): exactly 50%, which is not more"
            )),
            (3, 2, "giảm 1 hộ (khoảng 33,33%)", "down 1 household (about 33.33%)"),
            (100, 120, "tăng 20 hộ (20%)", "up 20 households (20%)"),
            (100, 100, "không tăng, không giảm", "no change"),
            (0, 0, "đầu kỳ và cuối kỳ đều bằng không", "none at the start and none at the end"),
            (0, 3, "đầu kỳ không có, cuối kỳ phát sinh 3 hộ", "none at the start, 3 households at the end: a rise"),
        ],
    )  # fmt: skip
    def test_is_said_in_natural_units(self, start: int, end: int, vi: str, en: str) -> None:
        fall = poor_households.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)
        both = said(fall, counted(END_2021, start), counted(END_2024, end))

        assert both[0].endswith(vi)
        assert both[1].endswith(en)
        assert both[0].startswith(
            f"đầu kỳ (rà soát cuối năm 2021): {start} hộ; cuối kỳ (rà soát cuối năm 2024): {end} hộ"
        )

    def test_the_most_it_can_be_is_said_while_a_figure_is_missing(self) -> None:
        vi, en = said(FALL, counted(END_2021, 60, 40), counted(END_2024, 40))

        assert "giảm nhiều nhất 60 hộ (60%)" in vi
        assert "down by at most 60 households (60%)" in en

    def test_a_range_is_said_while_papers_disagree(self) -> None:
        fall = poor_households.falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)
        two = [Paper(document(str(count)), poor_households.recorded(count, at=END_2024)) for count in (40, 60)]
        vi, en = said(fall, counted(END_2021, 100), *two)

        assert "giảm từ 40 hộ (40%) đến 60 hộ (60%)" in vi
        assert "down by 40 households (40%) to 60 households (60%)" in en

    def test_nothing_is_said_of_a_change_while_the_start_is_missing(self) -> None:
        vi, _ = said(FALL, counted(END_2024, 40, 0))

        assert "giảm" not in vi
        assert vi.startswith("đầu kỳ (rà soát cuối năm 2021): chưa biết; cuối kỳ (rà soát cuối năm 2024): 40 hộ")

    def test_of_a_place_without_a_survey_the_figures_stand_alone(self) -> None:
        vi, _ = said(
            jobs_fall := Condition(n.Falls(jobs.node, Fraction(1, 2), True, START_OF_PERIOD, END_2024, ALWAYS.node)),
            paper(jobs.recorded(4)),
        )

        assert jobs_fall.node.term == jobs.node
        assert "đầu kỳ: 4 người" in vi


class TestRegisters:
    """Entries by their keys: those that count, those that do not, those still open, and those nobody has shown."""

    def test_that_a_declaration_counts_from_the_first_day_that_counts(self) -> None:
        """Đơn vị đếm cả các mục cũ hơn thì phải được nhắc, nếu không sẽ đi tìm mục không có."""
        assessment = assessed(reports.are_all(ON_TIME), paper(self.SENT, complete(reports, 2)))

        assert "còn 01 mục đã khai nhưng chưa có trong hồ sơ (số khai chỉ tính từ ngày 01/01/2021)" in explain(
            assessment
        )
        assert "1 declared but not on file (the number declared counts from 1 January 2021)" in explain(
            assessment, "en"
        )
        assert "01 mục đã khai nhưng chưa nộp (số khai chỉ tính từ ngày 01/01/2021)" in needs_text(assessment)

    SENT, LATE, OPEN = report("BC-01", DUE, DUE), report("BC-02", DUE, date(2025, 6, 21)), report("BC-03", DUE)

    @pytest.mark.parametrize(
        ("entries", "vi", "en"),
        [
            (
                (SENT, complete(reports, 1)),
                "trong hồ sơ có 01 báo cáo, đã khai đủ; đều đạt", "reports: 1 on file, declared complete; all met",
            ),
            ((complete(reports, 0),), "đã khai đủ: không có báo cáo nào", "declared complete: no reports"),
            (
                (SENT, complete(reports, 2)),
                "trong hồ sơ có 01 báo cáo; đều đạt; còn 01 mục đã khai nhưng chưa có trong hồ sơ",
                "reports: 1 on file; all met; 1 declared but not on file",
            ),
            (
                (SENT,), "trong hồ sơ có 01 báo cáo; đều đạt; chưa khai là đủ, có thể còn mục khác",
                "reports: 1 on file; all met; not declared complete, so there may be more",
            ),
            (
                (SENT, complete(reports, 1, through=DUE)),
                "trong hồ sơ có 01 báo cáo; đều đạt; mới khai đủ đến hết ngày 20/6/2025, sau đó có thể còn mục khác",
                "reports: 1 on file; all met; declared complete only through 20 June 2025, so there may be more",
            ),
            (
                (SENT, LATE, complete(reports, 2)),
                "trong hồ sơ có 02 báo cáo, đã khai đủ; không đạt: BC-02 (ngày gửi: 21/6/2025; hạn nộp: 20/6/2025)",
                (
                    "reports: 2 on file, declared complete; not met: BC-02 (the day it was sent: 21 June "
                    "2025; the day it was due: 20 June 2025)"
                ),
            ),
            (
                (OPEN, complete(reports, 1)),
                (
                    "trong hồ sơ có 01 báo cáo, đã khai đủ; chưa đủ căn cứ: BC-03 (hạn nộp: 20/6/2025; chưa "
                    "có giấy tờ về ngày gửi; thường chứng minh bằng: sổ công văn đi)"
                ),
                (
                    "reports: 1 on file, declared complete; undetermined: BC-03 (the day it was due: 20 June "
                    "2025; nothing on file about the day it was sent; usually proved by: the outgoing "
                    "register)"
                ),
            ),
            (
                (SENT, complete(reports, 0)),
                (
                    "trong hồ sơ có 01 báo cáo; đều đạt; số khai và số nộp không khớp nên việc khai đủ không "
                    "được công nhận"
                ),
                (
                    "reports: 1 on file; all met; what is declared and what is filed do not agree, so the "
                    "declaration of completeness is void"
                ),
            ),
        ],
    )  # fmt: skip
    def test_all_of_them(self, entries: Any, vi: str, en: str) -> None:
        assert said(reports.are_all(ON_TIME), paper(*entries)) == (vi, en)

    def test_declarations_that_contradict_one_another_are_void(self) -> None:
        two = (paper(complete(reports, 1), number="30"), paper(complete(reports, 2), number="31"))

        assert said(reports.are_all(ON_TIME), paper(self.SENT), *two)[0].endswith("việc khai đủ không được công nhận")
        assert said(reports.are_all(ON_TIME), *two)[0].startswith(
            "trong hồ sơ chưa có báo cáo nào; số khai và số nộp không khớp"
        )
        assert "declaration_void" in reasons(finding(reports.are_all(ON_TIME), *two))

    def test_those_outside_the_filter_are_told_apart(self) -> None:
        some = reports.are_all(ON_TIME, among=due_on.is_before(date(2025, 1, 1)))
        vi, en = said(some, paper(self.SENT, complete(reports, 1)))

        assert "không áp dụng: BC-01 (hạn nộp: 20/6/2025)" in vi
        assert "not applicable: BC-01" in en

    def test_how_many_of_them(self) -> None:
        counts = reports.number(where=ON_TIME).is_at_least(2)
        vi, en = said(counts, paper(self.SENT, self.LATE, self.OPEN, complete(reports, 3)))

        assert "được tính: BC-01" in vi
        assert "không được tính: BC-02" in vi
        assert "chưa đủ căn cứ: BC-03" in vi
        assert vi.endswith("số được tính: từ 1 đến 2")
        assert en.endswith("counted: from 1 to 2")

    def test_an_entry_nobody_has_shown_counts_perhaps(self) -> None:
        vi, _ = said(reports.number(where=ON_TIME).is_at_least(1), paper(complete(reports, 2)))

        assert (
            vi
            == "trong hồ sơ chưa có báo cáo nào; còn 02 mục đã khai nhưng chưa có trong hồ sơ; số được tính: từ 0 đến 2"
        )

    def test_a_complete_empty_register_has_none(self) -> None:
        assert (
            said(gifts.number().is_at_least(1), paper(complete(gifts, 0)))[0]
            == "đã khai đủ: không có khoản đóng góp nào"
        )

    def test_why_an_entry_counts_or_not_is_said_through_combinations(self) -> None:
        both = gifts.are_all(all_of(receipted.is_yes(), not_(value.is_less_than(dong(10)))))
        vi, _ = said(both, paper(gift("PT-01", 5, receipt=True), gift("PT-02", 50, receipt=False), complete(gifts, 2)))

        assert "PT-01 (giá trị: 5 đồng)" in vi
        assert "PT-02 (không có phiếu thu)" in vi


class TestFamilies:
    """Four families of sentences: nothing undetermined is worded as not met, and nothing decided as not yet known."""

    PAPERS = (
        counted(END_2021, 60, 40),
        counted(END_2024, 20, 29),
        paper(area.recorded(Area.II, since=DUE), number="20"),
        paper(report("BC-01", DUE, DUE), complete(reports, 1), number="21"),
        judgement(),
        paper(gift("PT-01", 60_000_000, receipt=True), number="22"),
        NO,
    )
    NOT_YET = (
        "chưa có giấy tờ",
        "chờ đánh giá",
        "chưa đủ căn cứ",
        "có thể còn",
        "khác nhau",
        "ít nhất",
        "từ ",
        "chưa có trong",
    )

    def leaves(self) -> Any:
        for size in range(len(self.PAPERS) + 1):
            for papers in combinations(self.PAPERS, size):
                assessment = assess(PLAN, Dossier(XA_MAU, papers), on=ON)
                for _, clause in assessment.clauses:
                    yield from (leaf for leaf in clause.walk() if isinstance(leaf.node, LEAVES))

    def test_what_is_undetermined_says_what_is_not_yet_known(self) -> None:
        for leaf in self.leaves():
            if leaf.verdict.id == "undetermined":
                vi, en = found(leaf, VI), found(leaf, EN)
                assert any(words in vi for words in self.NOT_YET), vi
                assert "không đạt" not in vi
                assert "not met" not in en

    def test_what_is_decided_awaits_nothing(self) -> None:
        for leaf in self.leaves():
            if leaf.verdict.is_definite and isinstance(leaf.node, n.IsOneOf | n.JudgedAtLeast):
                vi = found(leaf, VI)
                assert "chờ đánh giá" not in vi
                assert "chưa có giấy tờ" not in vi

    def test_a_predicate_that_combines_has_found_nothing_itself(self) -> None:
        assert said(all_of(has_fund.is_yes(), jobs.is_at_least(1))) == ("", "")

    def test_nor_has_one_that_the_plan_itself_decides(self) -> None:
        assert said(ALWAYS) == ("", "")
        assert said(at_review(Text("tổng kết", "final"), "final")) == ("", "")


class TestDecidingLeaves:
    """The leaves that give a finding its verdict."""

    @pytest.mark.parametrize(
        ("condition", "papers", "count"),
        [
            (all_of(has_fund.is_yes(), jobs.is_at_least(1)), (NO,), 1),
            (all_of(has_fund.is_yes(), jobs.is_at_least(1)), (YES,), 1),
            (any_of(has_fund.is_yes(), jobs.is_at_least(1)), (), 2),
            (not_(has_fund.is_yes()), (YES,), 1),
            (where(has_fund.is_yes(), jobs.is_at_least(1)), (YES,), 1),
            (has_fund.is_yes(), (YES,), 1),
        ],
    )
    def test_are_found_through_combinations(self, condition: Condition[Any], papers: Any, count: int) -> None:
        assert len(list(deciding_leaves(finding(condition, *papers)))) == count


class TestReasons:
    """Reason codes: why a leaf has the verdict it has, from a closed list that programs can rely on."""

    CASES: ClassVar[dict[str, tuple[Condition[Any], tuple[Paper[Any], ...]]]] = {
        "evidence": (has_fund.is_yes(), (YES,)),
        "by_the_plan": (ALWAYS, ()),
        "missing": (jobs.is_at_least(1), ()),
        "judgement_pending": (agreed.is_judged_so(), ()),
        "conflict": (has_fund.is_yes(), (YES, NO)),
        "did_not_happen": (founded_on.is_not_after(CUT_OFF), (paper(founded_on.recorded(DID_NOT_HAPPEN)),)),
        "register_open": (reports.are_all(ON_TIME), (paper(report("BC-01", DUE, DUE)),)),
        "entries_not_filed": (reports.are_all(ON_TIME), (paper(complete(reports, 1)),)),
        "declaration_void": (reports.are_all(ON_TIME), (paper(report("BC-01", DUE, DUE), complete(reports, 0)),)),
        "zero_at_start": (FALL, (counted(END_2021, 0, 0), counted(END_2024, 3, 0))),
    }

    @pytest.mark.parametrize("code", REASONS)
    def test_each_has_its_case(self, code: str) -> None:
        condition, papers = self.CASES[code]

        assert code in reasons(finding(condition, *papers))

    @pytest.mark.parametrize(
        ("condition", "papers", "codes"),
        [
            (has_fund.is_yes(), (), ["missing"]),
            (founded_on.is_not_after(CUT_OFF), (), ["missing"]),
            (reports.are_all(ON_TIME), (), ["missing"]),
            (gifts.number().is_at_least(1), (paper(gift("PT-01")),), ["evidence"]),
            (gifts.number().is_at_least(2), (paper(gift("PT-01")),), ["evidence", "register_open"]),
            (FALL, (counted(END_2021, 60, 40), counted(END_2024, 40)), ["evidence", "missing"]),
            (jobs.is_at_least(5), (paper(jobs.recorded(4)), paper(jobs.recorded(9), number="2")), ["conflict"]),
            (reports.are_all(ON_TIME), (paper(complete(reports, 0)),), ["evidence"]),
            (reports.are_all(ON_TIME), (paper(complete(reports, 0, through=DUE)),), ["register_open"]),
        ],
    )
    def test_are_listed_each_once(self, condition: Condition[Any], papers: Any, codes: list[str]) -> None:
        assert reasons(finding(condition, *papers)) == codes

    def test_each_is_worded_in_both_languages(self) -> None:
        assert all(text.vi and text.en for text in REASONS.values())


def test_every_leaf_of_a_plan_is_said_in_both_languages() -> None:
    trees = chain.from_iterable(clause.walk() for _, clause in assess(PLAN, Dossier(XA_MAU), on=ON).clauses)
    said_of = [(found(leaf, VI), found(leaf, EN)) for leaf in trees
               if isinstance(leaf.node, LEAVES) and not isinstance(leaf.node, n.Constant)]  # fmt: skip

    assert all(vi and en and vi != en for vi, en in said_of)


def test_an_option_of_a_reading_not_adopted_is_found_like_any_other() -> None:
    either = Switch(NOT_ADOPTED).choose(one=has_fund.is_yes(), other=under_inquiry.is_yes())

    assert next(found(part, VI) for part in finding(either, YES).parts) == "có quỹ quay vòng vốn"
