"""The command line about what a dossier needs: as a schema, as a list of papers, as a sheet to judge by."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import small_plan

from thidua import (
    PLAN,
    Commune,
    assess,
    checklist,
    checklist_data,
    judgement_form,
    judgement_sheet,
    load,
    request_letter,
    schema_of,
)
from thidua.cli import main
from thidua.limits import MOST_BYTES

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "quynh-nhai"
PATH = EXAMPLES / "commune-08-muong-gion.json"
DOSSIER = load(PLAN, PATH.read_bytes())
ON = date(2025, 12, 31)
DAY = ("--on", "2025-12-31")
Printed = pytest.CaptureFixture[str]


def printed(capsys: Printed, *argv: str) -> str:
    assert main(argv) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out.removesuffix("\n")


def refused(capsys: Printed, *argv: str) -> str:
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.removesuffix("\n")


class TestSchema:
    @pytest.mark.parametrize("words", PLAN.vocabularies, ids=lambda words: words.id)
    def test_of_every_kind(self, words, capsys: Printed):
        assert json.loads(printed(capsys, "schema", "--kind", words.id)) == schema_of(PLAN, words.subject)

    def test_of_a_kind_that_is_none(self, capsys: Printed):
        assert refused(capsys, "schema", "--kind", "ward").startswith(
            "Không có loại đối tượng “ward”; hiện có: agency, "
        )
        assert refused(capsys, "schema", "--kind", "ward", "--language", "en").startswith("There is no kind of subject")


class TestChecklist:
    def test_of_a_kind(self, capsys: Printed):
        assert printed(capsys, "checklist", "--kind", "commune") == checklist(PLAN, Commune)

    def test_of_a_kind_at_a_review_in_english(self, capsys: Printed):
        argv = ("checklist", "--kind", "commune", *DAY, "--review", "interim-2023", "--language", "en")

        assert printed(capsys, *argv) == checklist(PLAN, Commune, "en", on=ON, review="interim-2023")

    def test_of_a_dossier(self, capsys: Printed):
        assert printed(capsys, "checklist", str(PATH), *DAY) == checklist(PLAN, Commune, dossier=DOSSIER, on=ON)

    def test_as_json(self, capsys: Printed):
        told = printed(capsys, "checklist", str(PATH), *DAY, "--format", "json")

        assert json.loads(told) == json.loads(json.dumps(checklist_data(PLAN, Commune, dossier=DOSSIER, on=ON)))

    @pytest.mark.parametrize(
        ("argv", "vi", "en"),
        [
            ((), "Ghi --kind, hoặc tệp hồ sơ", "Name a --kind, or a dossier"),
            ((str(PATH),), "Ghi ngày xét: --on 2025-12-31", "Name the day of assessment: --on 2025-12-31"),
            (("--kind", "commune", "--review", "special"), "Ghi ngày xét: --on 2025-12-31",
             "Name the day of assessment: --on 2025-12-31"),
            (("--kind", "xã"), "Không có loại đối tượng “xã”", "There is no kind of subject “xã”"),
            (("--kind", "commune", "--on", "2019-01-01"), "Không có kỳ xét nào vào ngày 01/01/2019",
             "No review is made on 1 January 2019"),
            ((str(EXAMPLES), *DAY), f"{EXAMPLES}: có 29 hồ sơ, cần đúng một", f"{EXAMPLES}: there are 29 dossiers"),
        ],
    )  # fmt: skip
    def test_what_is_refused(self, argv: tuple[str, ...], vi: str, en: str, capsys: Printed):
        assert refused(capsys, "checklist", *argv).startswith(vi)
        assert refused(capsys, "checklist", *argv, "--language", "en").startswith(en)

    def test_of_a_subject_of_whom_the_plan_asks_nothing(self, tmp_path: Path, capsys: Printed):
        plan = small_plan.asking(small_plan.has_fund.is_yes())
        household = {"kind": "household", "code": "HO-01", "name": "Hộ Mẫu"}
        path = tmp_path / "hộ.json"
        path.write_text(json.dumps({"format": "thidua.dossier/1", "subject": household, "papers": []}), "utf-8")

        for command in ("checklist", "sheet", "letter"):
            assert main([command, str(path), "--on", small_plan.ON.isoformat()], plan=plan) == 2
            assert "has no criteria for Household" in capsys.readouterr().err


class TestSheet:
    def test_as_it_is_printed(self, capsys: Printed):
        assert printed(capsys, "sheet", str(PATH), *DAY) == judgement_sheet(PLAN, DOSSIER, on=ON)

    def test_in_english_as_data(self, capsys: Printed):
        told = printed(capsys, "sheet", str(PATH), *DAY, "--format", "json", "--language", "en")

        assert json.loads(told) == judgement_form(PLAN, DOSSIER, on=ON)

    def test_filled_in_it_gives_the_dossier_that_is_then_judged(self, tmp_path: Path, capsys: Printed):
        form = json.loads(printed(capsys, "sheet", str(PATH), *DAY, "--format", "json"))
        minutes = {"number": "05/BB", "issued_on": "2025-12-21", "issuer": "Hội đồng TĐKT huyện"}
        for part in form["parts"]:
            part.update(by=part["judges"][0]["label"]["vi"], on="2025-12-20", minutes=minutes)
            for word in part["judgements"]:
                word.update(judged="DONE_WELL", reason="Có kế hoạch, có kết quả.")
        (tmp_path / "phiếu.json").write_text(json.dumps(form), "utf-8")

        told = printed(capsys, "sheet", str(PATH), *DAY, "--filled", str(tmp_path / "phiếu.json"))
        (tmp_path / "xã.json").write_text(told, "utf-8")

        assert len(load(PLAN, told).papers) == len(DOSSIER.papers) + len(form["parts"])
        assert "1 đạt" in printed(capsys, "assess", str(tmp_path / "xã.json"), *DAY)

    def test_a_filled_sheet_that_is_wrong_or_not_there(self, tmp_path: Path, capsys: Printed):
        (tmp_path / "phiếu.json").write_text("{}", "utf-8")
        argv = ("sheet", str(PATH), *DAY, "--filled")

        assert refused(capsys, *argv, str(tmp_path / "phiếu.json")).startswith(f"{tmp_path / 'phiếu.json'}: 5 lỗi")
        assert "không đọc được" in refused(capsys, *argv, str(tmp_path / "none.json"))
        assert "cannot be read" in refused(capsys, *argv, str(tmp_path / "none.json"), "--language", "en")

    def test_a_dossier_that_is_wrong(self, tmp_path: Path, capsys: Printed):
        (tmp_path / "xã.json").write_bytes(b" " * (MOST_BYTES + 1))

        assert "tài liệu quá lớn; tối đa 8 MB" in refused(capsys, "sheet", str(tmp_path / "xã.json"), *DAY)


class TestLetter:
    """Công văn đề nghị bổ sung hồ sơ, hoặc lý do không có gì để đề nghị."""

    OPEN = EXAMPLES / "commune-06-ca-nang.json"

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_of_an_open_dossier(self, capsys: Printed, language: str):
        judged = assess(PLAN, load(PLAN, self.OPEN.read_bytes()), on=ON)

        argv = ("letter", str(self.OPEN), *DAY, "--language", language)
        assert printed(capsys, *argv) == request_letter(judged, language)

    def test_of_one_that_is_settled(self, capsys: Printed):
        settled = str(EXAMPLES / "commune-01-muong-giang.json")

        assert refused(capsys, "letter", settled, *DAY).startswith("hồ sơ đã đủ để kết luận")
        assert refused(capsys, "letter", settled, *DAY, "--language", "en").startswith("nothing to ask QN-01 for")

    def test_of_one_that_no_review_takes(self, capsys: Printed):
        assert "Không có kỳ xét" in refused(capsys, "letter", str(self.OPEN), "--on", "2030-01-01")
