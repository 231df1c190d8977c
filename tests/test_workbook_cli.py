"""The command line over workbooks: a template written, filled in, and judged."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from filled_books import QD, XA, csv_folder
from openpyxl import load_workbook

from thidua import PLAN, explanation, load
from thidua.cli import main
from thidua.interpreters.assess import assess
from thidua.periods import iso_day
from thidua.workbooks import write_workbook

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "quynh-nhai"
ON = ("--on", "2025-12-31")
POOR = "poor_households@2024"
Printed = pytest.CaptureFixture[str]


def refused(printed: Printed, *argv: str) -> str:
    assert main(argv) == 2
    out, err = printed.readouterr()
    assert out == ""
    return err.rstrip("\n")


def test_a_template_is_written_filled_in_and_judged(tmp_path: Path, capsys: Printed):
    path = tmp_path / "xã.xlsx"
    assert main(["template", "--kind", "commune", "--review", "final-2025", "-o", str(path)]) == 0
    assert capsys.readouterr().out == f"Đã tạo {path}\n"

    book = load_workbook(path)
    columns = {cell.value: cell.column for cell in book["Xã"][3]}
    told = {**XA, "poor_households@2021": 100, POOR: 60, "area": "khu vực I", "area:since": "4/6/2021"}
    for code, value in told.items():
        book["Xã"].cell(4, columns[code]).value = value
    book.save(path)

    assert main(["assess", str(path), *ON]) == 0
    out = capsys.readouterr().out
    assert out.startswith("2.2. Đối với các xã\n")
    assert "Xã Ví Dụ" in out


def test_a_workbook_is_judged_as_the_same_dossier_in_json(tmp_path: Path, capsys: Printed):
    dossier = load(PLAN, (EXAMPLES / "commune-05-chieng-khay.json").read_bytes())
    write_workbook(PLAN, [dossier], tmp_path / "book.xlsx", review="final-2025")

    assert main(["assess", str(tmp_path / "book.xlsx"), *ON, "--format", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["assessments"]
    as_json = explanation(assess(PLAN, dossier, on=iso_day("2025-12-31")))
    assert told["subject"] == as_json["subject"]
    assert told["verdict"] == as_json["verdict"]


def test_a_folder_with_json_a_workbook_and_csv_files(tmp_path: Path, capsys: Printed):
    shutil.copy(EXAMPLES / "commune-01-muong-giang.json", tmp_path)
    csv_folder(tmp_path / "csv", {"commune.csv": [{**XA, POOR: 25}], "document.csv": [QD]})
    assert main(["template", "--kind", "village", "-o", str(tmp_path / "bản.xlsx"), "--language", "en"]) == 0
    assert capsys.readouterr().out == f"Wrote {tmp_path / 'bản.xlsx'}\n"
    book = load_workbook(tmp_path / "bản.xlsx")
    book["Bản, xóm"]["A4"], book["Bản, xóm"]["B4"] = "B-01", "Bản Ví Dụ"
    book.save(tmp_path / "bản.xlsx")
    (tmp_path / "~$bản.xlsx").write_bytes(b"what Excel keeps beside an open file")

    assert main(["assess", str(tmp_path), *ON]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in ("Xã Mường Giàng", "Xã Ví Dụ", "Bản Ví Dụ"))


def test_every_wrong_cell_of_every_file_is_reported_and_nothing_judged(tmp_path: Path, capsys: Printed):
    one = csv_folder(tmp_path / "a", {"commune.csv": [{**XA, POOR: "1.250", "area": "IV"}]})
    two = csv_folder(tmp_path / "b", {"commune.csv": [{**XA, POOR: "=1"}]})

    err = refused(capsys, "assess", str(one), str(two / "commune.csv"), *ON)
    assert f"{one}: 3 lỗi" in err
    assert "@ commune.csv!C2" in err
    assert f"{two / 'commune.csv'}: 1 lỗi" in err
    assert refused(capsys, "assess", str(two), *ON, "--language", "en").startswith(f"{two}: 1 problem\n")


@pytest.mark.parametrize(("language", "said"), [("vi", "bảng chưa ghi đối tượng nào"), ("en", "has no subject")])
def test_a_workbook_that_nobody_filled_in(tmp_path: Path, capsys: Printed, language: str, said: str):
    assert main(["template", "--kind", "official", "-o", str(tmp_path / "book")]) == 0
    capsys.readouterr()
    assert said in refused(capsys, "assess", str(tmp_path / "book"), *ON, "--language", language)


class TestTemplateRefused:
    @pytest.mark.parametrize(
        ("argv", "vi", "en"),
        [
            (("--kind", "xã"), "Không có loại đối tượng “xã”; hiện có: agency, commune,", "no kind of subject “xã”;"),
            (
                ("--kind", "commune", "--review", "2025"),
                "Không có kỳ xét “2025”; hiện có:",
                "There is no review “2025”",
            ),
        ],
    )
    def test_names_that_the_plan_does_not_know(
        self, tmp_path: Path, capsys: Printed, argv: tuple[str], vi: str, en: str
    ):
        output = ("-o", str(tmp_path / "book.xlsx"))
        assert vi in refused(capsys, "template", *argv, *output)
        assert en in refused(capsys, "template", *argv, *output, "--language", "en")

    def test_paths(self, tmp_path: Path, capsys: Printed):
        (tmp_path / "book.xlsx").write_bytes(b"filled in")
        (tmp_path / "file").write_bytes(b"x")
        for name, vi, en in (
            ("book.xlsx", "không ghi đè", "kept as it is"),
            ("book.ods", "ghi tên tệp .xlsx", "name an .xlsx file"),
            ("file/book.xlsx", "không ghi được", "cannot be written"),
        ):
            argv = ("template", "--kind", "commune", "-o", str(tmp_path / name))
            assert vi in refused(capsys, *argv)
            assert en in refused(capsys, *argv, "--language", "en")
        assert (tmp_path / "book.xlsx").read_bytes() == b"filled in"

    def test_without_the_extra(self, tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setitem(sys.modules, "openpyxl", None)
        path = tmp_path / "book.xlsx"
        assert "pip install 'thidua[excel]'" in refused(capsys, "template", "--kind", "commune", "-o", str(path))
        path.write_bytes(b"x")
        for language in ("vi", "en"):
            assert "pip install 'thidua[excel]'" in refused(capsys, "assess", str(path), *ON, "--language", language)
