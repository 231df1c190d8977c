"""Cases in TOML, as a drafter of another repository runs them: in a folder of its own, with pytest as a program."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import thidua
from thidua.testing.case_files import CaseError, read_cases
from thidua.testing.cases import CaseFailed, check_case

EXAMPLE = Path(__file__).parents[2] / "examples" / "quynh-nhai" / "commune-01-muong-giang.json"
HEAD = 'plan = "thidua:PLAN"\non = 2025-12-31\n'
HALF = f"""
[[case]]
name = "Xã giảm đúng một nửa"
dossier = "{EXAMPLE.as_posix()}"
change = [{{fact = "near_poor_households", at = "2024", value = 20}}]
"""
TEN_LINES = """\
from datetime import date
from thidua import PLAN, Document, amend, percent
from thidua.amendments import set_threshold
from thidua.testing import assert_no_looser

DECISION = Document("05/QĐ-UBND", date(2023, 2, 1), "UBND huyện Ví Dụ", "Quyết định")
OURS = amend(PLAN, set_threshold("III.2.2-4", "fall", percent(40), by=DECISION), effective=date(2023, 2, 15))

def test_promise():
    assert_no_looser(PLAN, OURS, group="III.2.2")
"""
GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "test-your-policy.md"


def written(folder: Path, text: str) -> Path:
    path = folder / "ours.cases.toml"
    path.write_text(text, encoding="utf-8")
    return path


def pytest_in(folder: Path) -> str:
    """What pytest says when it is run there as a program."""
    environment = {**os.environ, "PYTHONPATH": str(Path(thidua.__file__).parents[1]), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "thidua.testing.plugin", "-p", "no:cacheprovider", "."]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8")
    return run.stdout + run.stderr


class TestADrafterOfAnotherRepository:
    """Ten lines and a file of cases: a broken promise is shown by a dossier in Vietnamese."""

    def test_is_shown_a_minimal_counter_example(self, tmp_path: Path) -> None:
        (tmp_path / "test_ours.py").write_text(TEN_LINES, encoding="utf-8")

        told = pytest_in(tmp_path)

        assert len(TEN_LINES.splitlines()) == 10
        assert "1 failed" in told
        assert "bản mới KHÔNG được nới lỏng hơn bản cũ, nhưng có đối tượng chỉ đạt theo bản mới." in told
        assert "khác nhau ở III.2.2-4: không đạt → đạt" in told
        assert "Số hộ nghèo đa chiều (rà soát cuối năm 2024)" in told

    def test_keeps_the_promise_of_the_guide(self, tmp_path: Path) -> None:
        """`example: a promise to keep`, in a file of tests as the guide says, with the names it has before."""
        page = GUIDE.read_text(encoding="utf-8")
        (promised,) = re.findall(r"<!-- example: a promise to keep -->\n```python\n(.*?)```", page, re.DOTALL)
        before = re.findall(r"```\{code-cell\} python\n(from datetime.*?)\ntry:", page, re.DOTALL)[0]
        (tmp_path / "test_ours.py").write_text(f"{before}\n\n{promised}", encoding="utf-8")

        told = pytest_in(tmp_path)

        assert "1 failed" in told
        assert "bản mới KHÔNG được nới lỏng hơn bản cũ" in told

    def test_runs_cases_and_is_told_why_one_fails(self, tmp_path: Path) -> None:
        expected = 'expect = {"III.2.2-4" = "'
        again = HALF.replace("đúng một nửa", "một nửa")
        written(tmp_path, HEAD + HALF + expected + 'not_met"}\n' + again + expected + 'met"}\n')

        told = pytest_in(tmp_path)

        assert "1 failed, 1 passed" in told
        assert "Xã giảm một nửa (ours.cases.toml, case 2)" in told
        assert "III.2.2-4: mong đợi đạt, kết luận không đạt" in told
        assert "Traceback" not in told

    def test_is_told_of_a_file_that_cannot_be_read(self, tmp_path: Path) -> None:
        written(tmp_path, HEAD + HALF + 'expect = {"III.2.2-9" = "meet"}\n')

        told = pytest_in(tmp_path)

        assert "case 1 “Xã giảm đúng một nửa”: expect: III.2.2 has no 'III.2.2-9'" in told
        assert "'meet' is no verdict; did you mean 'met'?" in told


class TestReading:
    """Every mistake of a file, each at its place."""

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("plan = ", "ours.cases.toml: "),
            ("", "plan: expected"),
            (HEAD, "[[case]]: a file of cases has at least one"),
            (HEAD + "plans = 1\n" + HALF, "no key 'plans'; did you mean 'plan'?"),
            ('plan = "thidua:PLON"\non = 2025-12-31\n' + HALF, "plan: module 'thidua' has no attribute 'PLON'"),
            ('plan = "thidua:assess"\n', "is no plan but function"),
            (HEAD + "case = [1]\n", "case 1: expected a table but got 1"),
            (HEAD + "[[case]]\n", "case 1: name: a case is named by a sentence"),
            (HEAD + "[[case]]\nname = 'a'\n", "case 1 “a”: dossier: expected the name of a file"),
            (HEAD + "[[case]]\nname = 'a'\ndossier = 'no.json'\n", "case 1 “a”: dossier 'no.json':"),
            (
                HEAD + "[[case]]\nname = 'a'\ndossier = 'list.json'\n",
                "dossier list.json: 1 problem\n  expected an object {...}",
            ),
            (HEAD + "[[case]]\nname = 'a'\n[case.dossier]\npapers = []\n", "case 1 “a”: dossier: "),
            (HEAD + HALF.replace("[{", "{").replace("}]", "}"), "change: expected a list of tables"),
            (HEAD + HALF.replace("fact", "fakt"), "change 1: names the fact that is changed"),
            (HEAD + HALF.replace("value", "valu"), "change 1: no key 'valu'; did you mean 'value'?"),
            (HEAD + HALF, "expect: what each clause comes to"),
            (HEAD.replace("2025-12-31", "'2025'") + HALF, "on: expected a day such as 2025-12-31"),
            (HEAD.replace("2025", "2020") + HALF + 'expect = {"III.2.2" = "met"}\n', "no review is made on 2020-12-31"),
        ],
    )
    def test_tells_what_is_wrong_and_where(self, tmp_path: Path, text: str, told: str) -> None:
        (tmp_path / "list.json").write_text("[]", encoding="utf-8")

        with pytest.raises(CaseError) as error:
            read_cases(written(tmp_path, text))
        assert told in str(error.value)

    def test_of_a_dossier_written_in_the_case(self, tmp_path: Path) -> None:
        text = """
[[case]]
name = "Chưa có giấy tờ nào"
expect = {"III.2.5-1" = "undetermined"}
[case.dossier.subject]
kind = "official"
code = "VD-01"
name = "Cán bộ Ví Dụ"
"""
        (case,) = read_cases(
            written(
                tmp_path,
                HEAD + text.replace("[case.dossier.subject]", "[case.dossier]\npapers = []\n[case.dossier.subject]"),
            )
        )

        assert check_case(case).verdict.id == "undetermined"

    def test_a_case_that_fails_is_told_in_english_too(self, tmp_path: Path) -> None:
        (case,) = read_cases(written(tmp_path, HEAD + HALF + 'expect = {"III.2.2-4" = "met"}\n'))

        with pytest.raises(CaseFailed, match="expected met, found not met"):
            check_case(case, "en")
