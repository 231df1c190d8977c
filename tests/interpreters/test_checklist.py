"""checklist(): the papers a nominee's file needs, ticked where they are. With REWRITE_GOLDEN=1 the words are kept."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small_plan import (
    END_2021,
    END_2024,
    ON,
    XA_MAU,
    Area,
    area,
    asking,
    counted,
    effort,
    gift,
    gifts,
    halves,
    has_fund,
    jobs,
    judgement,
    paper,
    poor_households,
    receipted,
    report,
    reports,
    sent_on,
)
from small_plan import PLAN as SMALL

from thidua import PLAN, Commune, Dossier, Household, Level, Paper, all_of, any_of, checklist, checklist_data, load
from thidua.conditions import Condition
from thidua.errors import IncompleteError, NoReviewError, UnknownNameError, WrongOwnerError
from thidua.interpreters.printing import WIDTH
from thidua.subjects import Subject

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "quynh-nhai"
DAY = date(2025, 12, 31)


def example(name: str) -> Dossier[Any]:
    return load(PLAN, (EXAMPLES / f"{name}.json").read_bytes(), source=name)


def kept(name: str, said: str) -> str:
    """The words as they are kept, after they were written anew where that is asked."""
    file = GOLDEN / name
    if "REWRITE_GOLDEN" in os.environ:
        file.write_text(f"{said}\n", encoding="utf-8", newline="\n")
    return file.read_text(encoding="utf-8").removesuffix("\n")


class TestWords:
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_of_a_commune_whose_papers_are_not_all_there(self, language):
        said = checklist(PLAN, Commune, language, dossier=example("commune-06-ca-nang"), on=DAY)

        assert said == kept(f"checklist-commune-06.{language}.txt", said)

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_of_a_household_with_no_dossier(self, language):
        said = checklist(PLAN, Household, language)

        assert said == kept(f"checklist-household.{language}.txt", said)

    @pytest.mark.parametrize("name", [path.stem for path in sorted(EXAMPLES.glob("*.json"))])
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_fits_on_paper(self, name, language):
        dossier = example(name)
        lines = checklist(PLAN, type(dossier.subject), language, dossier=dossier, on=DAY).splitlines()

        assert all(len(line) <= WIDTH and line == line.rstrip() for line in lines)
        assert not any("None" in line or "_" in line for line in lines)


def part(condition: Condition[Commune], *papers: Paper[Commune]) -> list[dict[str, Any]]:
    """The documents of one clause, with what is on file."""
    data = checklist_data(asking(condition), Commune, dossier=Dossier(XA_MAU, papers), on=ON)
    documents: list[dict[str, Any]] = data["parts"][0]["documents"]
    return documents


def printed(condition: Condition[Commune], *papers: Paper[Commune]) -> list[str]:
    """The lines of one clause, with what is on file."""
    said = checklist(asking(condition), Commune, dossier=Dossier(XA_MAU, papers), on=ON)
    return [line.strip() for line in said.partition("1. Gạch")[2].splitlines()[1:] if line]


on_time = reports.are_all(sent_on.is_not_after(ON))
receipted_gift = gifts.number(where=receipted.is_yes()).is_at_least(1)
declared = paper(reports.complete(entries=1, through=ON, by="UBND xã Mẫu"), number="02/XN")


class TestMarks:
    """What is on file is ticked, what is missing is not, what nothing hangs on is neither."""

    def test_a_fact_on_file_and_one_that_is_not(self):
        assert printed(all_of(has_fund.is_yes(), jobs.is_at_least(1)), paper(has_fund.recorded(True))) == [
            "☑ 1.1. Quyết định thành lập quỹ",
            "☑ quỹ quay vòng vốn",
            "Đã có: Quyết định số 01/QĐ-UBND ngày 30/6/2025 của UBND huyện Mẫu",
            "☐ 1.2. Giấy tờ về số việc làm tạo được",
            "☐ số việc làm tạo được",
            "Còn thiếu hoặc chưa đủ: 01 nội dung.",
        ]

    def test_a_value_without_a_document(self):
        assert "Đã có: số liệu chưa có văn bản kèm theo" in printed(
            has_fund.is_yes(), Paper(None, has_fund.recorded(True))
        )

    def test_a_judgement_awaited_and_one_made(self):
        asked = effort.is_judged_at_least(Level.DONE_WELL)

        assert printed(asked)[:3] == [
            "☐ 1.1. Biên bản đánh giá của Hội đồng Mẫu hoặc Phòng Mẫu",
            "☐ sự nỗ lực của cán bộ xã",
            "Chờ đánh giá",
        ]
        assert printed(asked, judgement())[0].startswith("☑")
        assert printed(asked, judgement())[-1] == "Không cần bổ sung giấy tờ nào nữa."

    def test_papers_that_disagree_are_not_enough(self):
        two = [paper(has_fund.recorded(told), number=str(told)) for told in (True, False)]

        assert "Chưa đủ: các giấy tờ ghi khác nhau" in printed(has_fund.is_yes(), *two)

    def test_papers_that_disagree_where_it_does_not_matter_are_enough(self):
        two = [paper(jobs.recorded(told), number=str(told)) for told in (5, 6)]

        assert printed(jobs.is_at_least(1), *two)[0].startswith("☑")

    def test_what_nothing_hangs_on_is_a_dash(self):
        lines = printed(any_of(has_fund.is_yes(), jobs.is_at_least(1)), paper(has_fund.recorded(True)))

        assert [line[0] for line in lines if line[0] in "☑☐–"] == ["☑", "☑", "–", "–"]
        assert lines[-1] == "Không cần bổ sung giấy tờ nào nữa."

    def test_a_document_is_ticked_when_what_is_still_needed_of_it_is_there(self):
        figures = [counted(END_2021, 100, 0), counted(END_2024, 60)]
        lines = printed(halves(), *figures)

        assert [line[0] for line in lines if line[0] in "☑☐–"] == ["☑", "☑", "☑", "☑", "–"]

    def test_both_documents_of_a_register(self):
        late = date(2024, 1, 1)

        def marks(*papers: Paper[Commune]) -> list[str]:
            return [line for line in printed(on_time, *papers) if line[0] in "☑☐–" and line[2].isdigit()]

        first = "1.1. Sổ theo dõi báo cáo"
        second = "1.2. Giấy xác nhận số mục trong sổ đã đủ, từ ngày đầu tiên được tính thành tích đến"  # and more below
        assert marks() == [f"☐ {first}", f"☐ {second}"]
        assert marks(paper(report("1", late, late))) == [f"☑ {first}", f"☐ {second}"]
        assert marks(declared) == [f"☐ {first}", f"☑ {second}"]
        assert marks(declared, paper(report("1", late, late))) == [f"☑ {first}", f"☑ {second}"]
        assert marks(paper(reports.complete(entries=0, through=ON, by="UBND xã Mẫu"))) == [f"☑ {first}", f"☑ {second}"]

    def test_entries_and_what_they_lack(self):
        lines = printed(on_time, declared, paper(report("BC-1", date(2024, 1, 1))))

        assert lines[1:4] == [
            "☐ báo cáo (mỗi mục ghi: hạn nộp, ngày gửi)",
            "Đã có: 01 mục; Quyết định số 01/QĐ-UBND ngày 30/6/2025 của UBND huyện Mẫu",
            "Chưa đủ: chưa có giấy tờ về ngày gửi (mục BC-1)",
        ]

    def test_a_number_still_to_be_reached(self):
        assert printed(receipted_gift) == [
            "☐ 1.1. Giấy tờ về khoản đóng góp",
            "☐ khoản đóng góp (mỗi mục ghi: ngày nhận, phiếu thu)",
            "Còn thiếu hoặc chưa đủ: 01 nội dung.",
        ]
        assert printed(receipted_gift, paper(gift("1", receipt=False)))[3].startswith(
            "Chưa đủ: các mục đã có chưa đủ để kết luận"
        )
        assert printed(receipted_gift, paper(gift("1", receipt=True)))[0].startswith("☑")

    def test_a_survey_by_its_own_name_is_named_once(self):
        asked = area.is_one_of(Area.I) & poor_households.at(END_2021).is_at_least(1)

        assert "- số hộ nghèo, rà soát cuối năm 2021" in [
            line.strip() for line in checklist(asking(asked), Commune, on=ON).splitlines()
        ]


class TestHead:
    def test_without_a_dossier_nothing_is_ticked(self):
        said = checklist(SMALL, Commune)

        assert "Đối tượng: xã\n" in said
        assert "Kỳ xét" not in said
        assert "☑" not in said
        assert "số hộ nghèo, đầu kỳ\n" in said

    def test_with_a_day_alone_the_surveys_are_named(self):
        said = checklist(SMALL, Commune, "en", on=ON)

        assert "Review: the final review of 2025; assessed on 31 December 2025; cut-off day 15 December 2025" in said
        assert "poor households, the start of the period (the survey of end-2021)" in said

    def test_a_review_by_name(self):
        data = checklist_data(SMALL, Commune, on=ON, review="special")

        assert data["review"]["id"] == "special"
        assert [form["id"] for form in data["before_proposing"][0]["tells"][0]["forms"]] == ["certificate"]

    def test_the_data_is_plain_json(self):
        data = checklist_data(PLAN, Commune, dossier=example("commune-07-muong-chien"), on=DAY)

        assert json.loads(json.dumps(data)) == data
        assert [part["id"] for part in data["parts"]] == [f"III.2.2-{n}" for n in range(1, 5)]

    def test_a_group_that_asks_whom_it_addresses_has_its_part(self):
        data = checklist_data(PLAN, Household)

        assert data["parts"][0]["id"] == "III.2.4"
        assert data["parts"][0]["documents"][0]["tells"][0]["fact"] == "status"

    def test_a_question_of_one_form_alone_says_which(self):
        tells = {
            item["fact"]: item
            for document in checklist_data(PLAN, Commune)["before_proposing"]
            for item in document["tells"]
        }

        assert tells["is_dissolved"]["every_form"]
        assert [form["id"] for form in tells["meets_local_standards"]["forms"]] == ["local_commendation"]
        assert "(đối với Giấy khen)" in checklist(PLAN, Commune)

    def test_in_english_too(self):
        said = checklist(SMALL, Commune, "en", dossier=Dossier(XA_MAU, (paper(gift("1")), judgement())), on=ON)

        assert "On file: entries: 1; Quyết định no. 01/QĐ-UBND of 30 June 2025, UBND huyện Mẫu" in said
        assert "Missing or not enough:" in said
        assert "Awaiting a judgement" in checklist(SMALL, Commune, "en", dossier=Dossier(XA_MAU), on=ON)


class TestRefusals:
    def test_a_dossier_without_the_day(self):
        with pytest.raises(IncompleteError, match="on="):
            checklist(PLAN, Commune, dossier=example("commune-06-ca-nang"))

    def test_a_review_without_the_day(self):
        with pytest.raises(IncompleteError, match="on="):
            checklist(PLAN, Commune, review="final-2025")

    def test_a_dossier_of_another_kind(self):
        with pytest.raises(WrongOwnerError, match="Household"):
            checklist(PLAN, Commune, dossier=example("household-01-poor"), on=DAY)

    def test_a_day_without_a_review(self):
        with pytest.raises(NoReviewError):
            checklist(PLAN, Commune, on=date(2024, 6, 1))

    def test_a_kind_that_the_plan_does_not_know(self):
        class Ward(Subject):
            pass

        with pytest.raises(UnknownNameError, match="Ward"):
            checklist(PLAN, Ward)
