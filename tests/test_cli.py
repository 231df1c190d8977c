"""The command line: what it prints, what it refuses, and that it refuses everything wrong at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import small_plan

from thidua import PLAN, assess, dump, explain, explanation, load
from thidua.cli import main
from thidua.dossiers import Dossier
from thidua.periods import written

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples" / "quynh-nhai"
COMMUNE = EXAMPLES / "commune-01-muong-giang.json"
HOUSEHOLD = EXAMPLES / "household-01-poor.json"
BAD = Path(__file__).resolve().parent / "data" / "bad"
ON = ("--on", "2025-12-31")

Printed = pytest.CaptureFixture[str]


def assessed(path: Path) -> Any:
    """The assessment that the command line should print."""
    return assess(PLAN, load(PLAN, path.read_bytes()), on=date(2025, 12, 31))


def refused(printed: Printed, *argv: str) -> str:
    """What is said on standard error by a command that could not do what was asked; nothing is half-printed."""
    assert main(argv) == 2
    out, err = printed.readouterr()
    assert out == ""
    return err


class TestAssess:
    def test_a_table_then_each_explanation_in_the_order_of_the_plan(self, capsys: Printed) -> None:
        assert main(["assess", str(HOUSEHOLD), str(COMMUNE), *ON]) == 0

        table, commune, household = capsys.readouterr().out.split(f"\n\n{'─' * 80}\n\n")
        assert table.startswith("2.2. Đối với các xã\n")
        assert "2.4. Đối với hộ nghèo" in table
        assert commune.startswith(explain(assessed(COMMUNE)))
        assert household.startswith(explain(assessed(HOUSEHOLD)))
        assert "\nHình thức khen thưởng:\n" in commune

    def test_in_english(self, capsys: Printed) -> None:
        assert main(["assess", str(COMMUNE), *ON, "--language", "en"]) == 0

        out = capsys.readouterr().out
        assert out.startswith("2.2. Communes\n")
        assert explain(assessed(COMMUNE), "en") in out
        assert "\nForms of commendation:\n" in out

    def test_as_json(self, capsys: Printed) -> None:
        assert main(["assess", str(COMMUNE), str(HOUSEHOLD), *ON, "--format", "json"]) == 0

        out = capsys.readouterr().out
        assert "Mường Giàng" in out
        assert json.loads(out) == {
            "format": "thidua.assessments/1",
            "assessments": [explanation(assessed(path)) for path in (COMMUNE, HOUSEHOLD)],
        }

    @pytest.mark.parametrize("day", ["2025-12-31", "31/12/2025", "31-12-2025"])
    def test_the_day_is_iso_or_day_first(self, day: str, capsys: Printed) -> None:
        assert main(["assess", str(COMMUNE), "--on", day]) == 0
        assert "ngày xét 31/12/2025" in capsys.readouterr().out

    def test_seven_october_is_written_day_first(self, capsys: Printed) -> None:
        assert main(["assess", str(COMMUNE), "--on", "7/10/2025"]) == 0
        assert f"ngày xét {written(date(2025, 10, 7))}" in capsys.readouterr().out

    def test_a_review_may_be_named(self, capsys: Printed) -> None:
        assert main(["assess", str(COMMUNE), *ON, "--review", "interim-2023"]) == 0
        assert "Sơ kết năm 2023" in capsys.readouterr().out

    def test_a_folder_is_read_with_all_that_is_below_it_and_a_file_once(self, tmp_path: Path, capsys: Printed) -> None:
        (tmp_path / "a" / "b").mkdir(parents=True)
        (tmp_path / "a" / "b" / "xã.json").write_bytes(COMMUNE.read_bytes())
        (tmp_path / "a" / "notes.txt").write_text("not a dossier", "utf-8")

        assert main(["assess", str(tmp_path), str(tmp_path / "a" / "b" / "xã.json"), *ON]) == 0
        assert "Tổng số 1: 1 đạt" in capsys.readouterr().out

    def test_of_another_plan(self, tmp_path: Path, capsys: Printed) -> None:
        path = tmp_path / "xã.json"
        path.write_text(json.dumps(dump(small_plan.PLAN, Dossier(small_plan.XA_MAU))), "utf-8")

        assert main(["assess", str(path), "--on", small_plan.ON.isoformat()], plan=small_plan.PLAN) == 0
        assert small_plan.HEADING.text in capsys.readouterr().out

    def test_where_no_form_is_open(self, tmp_path: Path, capsys: Printed) -> None:
        plan = small_plan.asking(small_plan.has_fund.is_yes())
        path = tmp_path / "xã.json"
        path.write_text(json.dumps(dump(plan, Dossier(small_plan.XA_MAU))), "utf-8")

        assert main(["assess", str(path), "--on", small_plan.ON.isoformat()], plan=plan) == 0
        assert capsys.readouterr().out.endswith("Hình thức khen thưởng:\n  Kế hoạch không mở hình thức nào.\n")


class TestBadInput:
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_every_problem_of_every_file_is_in_one_report(self, language: str, capsys: Printed) -> None:
        err = refused(capsys, "assess", str(COMMUNE), str(BAD), *ON, "--language", language)

        golden = (BAD / f"report.{language}.txt").read_text("utf-8")
        assert err.replace(f"{BAD}{os.sep}", "") == golden

    def test_a_path_that_is_not_there_and_a_folder_without_dossiers(self, tmp_path: Path, capsys: Printed) -> None:
        err = refused(capsys, "assess", str(tmp_path), str(tmp_path / "none.json"), *ON)

        empty, missing = err.splitlines()
        assert empty == f"{tmp_path}: thư mục không có tệp .json nào"
        assert missing == f"{tmp_path / 'none.json'}: không đọc được (không có tệp hoặc thư mục này)"

    def test_in_english(self, tmp_path: Path, capsys: Printed) -> None:
        err = refused(capsys, "assess", str(tmp_path), str(tmp_path / "none.json"), *ON, "--language", "en")

        assert "no .json file in the folder" in err
        assert "cannot be read (No such file or directory)" in err

    def test_a_subject_of_whom_the_plan_asks_nothing(self, tmp_path: Path, capsys: Printed) -> None:
        plan = small_plan.asking(small_plan.has_fund.is_yes())
        path = tmp_path / "hộ.json"
        household = {"kind": "household", "code": "HO-01", "name": "Hộ Mẫu"}
        path.write_text(json.dumps({"format": "thidua.dossier/1", "subject": household, "papers": []}), "utf-8")

        assert main(["assess", str(path), "--on", small_plan.ON.isoformat()], plan=plan) == 2
        assert f"{path}: plan mau has no criteria for Household" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("language", "head"),
        [("vi", "Không có kỳ xét nào vào ngày 15/12/2020"), ("en", "No review is made on 15 December 2020")],
    )
    def test_a_day_without_a_review(self, language: str, head: str, capsys: Printed) -> None:
        err = refused(capsys, "assess", str(COMMUNE), "--on", "2020-12-15", "--language", language)

        assert err.startswith(head)
        assert "  final-2025: " in err

    @pytest.mark.parametrize(
        ("name", "language", "head"),
        [
            ("fnal-2025", "vi", "Không có kỳ xét “fnal-2025”; có phải là “final-2025”?"),
            ("fnal-2025", "en", "There is no review “fnal-2025”; did you mean “final-2025”?"),
            ("???", "vi", "Không có kỳ xét “???”\n"),
            ("???", "en", "There is no review “???”\n"),
        ],
    )
    def test_a_review_that_nobody_knows(self, name: str, language: str, head: str, capsys: Printed) -> None:
        assert refused(capsys, "assess", str(COMMUNE), *ON, "--review", name, "--language", language).startswith(head)

    @pytest.mark.parametrize(
        ("language", "head"),
        [
            ("vi", "Kỳ xét “final-2025” chưa mở vào ngày 31/12/2024"),
            ("en", "The review “final-2025” is not open yet on 31 December 2024"),
        ],
    )
    def test_a_review_that_is_not_open_yet(self, language: str, head: str, capsys: Printed) -> None:
        argv = ("assess", str(COMMUNE), "--on", "2024-12-31", "--review", "final-2025", "--language", language)

        assert refused(capsys, *argv).startswith(head)

    @pytest.mark.parametrize(
        "argv",
        [
            [],
            ["assess"],
            ["assess", str(COMMUNE)],
            ["assess", str(COMMUNE), "--on", "12/2025"],
            ["assess", str(COMMUNE), "--on", "31/2/2025"],
            ["assess", str(COMMUNE), *ON, "--language", "fr"],
            ["assess", *ON],
            ["judge"],
        ],
    )
    def test_a_command_written_wrongly(self, argv: list[str], capsys: Printed) -> None:
        with pytest.raises(SystemExit) as stopped:
            main(argv)

        assert stopped.value.code == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert "usage: python -m thidua" in err

    def test_a_bad_day_is_told_how_a_day_is_written(self, capsys: Printed) -> None:
        with pytest.raises(SystemExit):
            main(["assess", str(COMMUNE), "--on", "12/2025"])

        assert "2025-12-31 hoặc 31/12/2025" in capsys.readouterr().err


class TestPlan:
    def test_without_an_id_every_line_with_its_id(self, capsys: Printed) -> None:
        assert main(["plan"]) == 0

        out = capsys.readouterr().out
        assert all(f"[{place}] {line}\n" in out for place, line in PLAN.lines())

    @pytest.mark.parametrize("place", ["III.2.2", "III.2.2-4", "III.3.1-1", "A-02"])
    def test_a_group_a_clause_a_provision_or_a_reading(self, place: str, capsys: Printed) -> None:
        assert main(["plan", place]) == 0
        assert capsys.readouterr().out.startswith(place)

    @pytest.mark.parametrize(
        ("place", "language", "said"),
        [
            ("III.2.2-44", "vi", "Kế hoạch không có “III.2.2-44”; có phải là “III.2.2-4”?"),
            ("III.2.2-44", "en", "The plan has no “III.2.2-44”; did you mean “III.2.2-4”?"),
            ("???", "vi", "Kế hoạch không có “???”"),
            ("???", "en", "The plan has no “???”"),
        ],
    )
    def test_an_id_that_it_does_not_have(self, place: str, language: str, said: str, capsys: Printed) -> None:
        assert refused(capsys, "plan", place, "--language", language) == f"{said}\n"


def test_streams_that_know_no_encoding_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    written_to = StringIO()
    monkeypatch.setattr(sys, "stdout", written_to)

    assert main(["plan", "A-02"]) == 0
    assert written_to.getvalue().startswith("A-02: ")


def test_the_module_runs_only_as_a_program(capsys: Printed) -> None:
    import_module("thidua.__main__")

    assert capsys.readouterr() == ("", "")


class TestAsAProgram:
    """`python -m thidua`, under a locale that knows nothing but ASCII."""

    environment = {**os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}  # noqa: RUF012  # read only

    def run(self, *argv: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "thidua", *argv]
        return subprocess.run(command, capture_output=True, env=self.environment, check=False)

    def test_speaks_utf8_under_any_locale(self) -> None:
        done = self.run("assess", str(COMMUNE), *ON)

        assert (done.returncode, done.stderr) == (0, b"")
        assert explain(assessed(COMMUNE)) in done.stdout.decode("utf-8")

    def test_refuses_in_utf8_under_any_locale(self) -> None:
        done = self.run("assess", str(BAD / "cut-off.json"), *ON)

        assert (done.returncode, done.stdout) == (2, b"")
        assert "1 lỗi\n  không phải JSON: lỗi ở dòng 1" in done.stderr.decode("utf-8")

    def test_a_reader_who_has_seen_enough_is_no_error(self) -> None:
        command = [sys.executable, "-m", "thidua", "assess", str(EXAMPLES), *ON]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment) as running:
            assert running.stdout is not None
            assert running.stderr is not None
            running.stdout.readline()
            running.stdout.close()

            assert running.stderr.read() == b""
            assert running.wait() == 0


class TestHelp:
    """An option that several commands have is worded the same in each of them."""

    @pytest.mark.parametrize("command", ["assess", "report", "letter", "checklist", "sheet", "tabulate"])
    def test_says_how_a_day_is_written(self, command: str, capsys: Printed) -> None:
        with pytest.raises(SystemExit):
            main([command, "--help"])
        said = " ".join(capsys.readouterr().out.split())

        assert "ngày xét (day of assessment): 2025-12-31, hoặc ngày trước (or day first): 31/12/2025" in said
        assert "kỳ xét; bỏ trống: theo ngày xét (by default, by the day)" in said
