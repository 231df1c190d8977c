"""Files of cases that nobody meant to write so: each is told in words, with its name and the place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import thidua
from thidua.limits import MOST_BYTES
from thidua.testing.case_changes import make_change
from thidua.testing.case_files import CaseError, read_cases

EXAMPLES = Path(__file__).parents[2] / "examples" / "quynh-nhai"
HEAD = 'plan = "thidua:PLAN"\non = 2025-12-31\n'
FILED = f"""\
[[case]]
name = "một"
dossier = "{(EXAMPLES / "commune-01-muong-giang.json").as_posix()}"
expect = {{"III.2.2-4" = "met"}}
"""
WRITTEN = """\
[[case]]
name = "một"
dossier = {{ subject = {{ kind = "official", code = "CB", name = "Cán bộ" }}, papers = {papers} }}
expect = {{"III.2.5-1" = "undetermined"}}
change = [{{ fact = "effort", judged = "DONE", by = "HĐ", on = 2025-12-01, reason = "x" }}]
"""
BESIDE = FILED.replace(EXAMPLES.as_posix(), ".").replace("commune-01-muong-giang", "{}")
POOR = 'change = [{fact = "poor_households", at = '
HOSTILE = {
    "plan-without-module": ('plan = ":PLAN"\non = 2025-12-31\n' + FILED, 'plan: expected "module:NAME"'),
    "plan-relative": ('plan = ".x:PLAN"\non = 2025-12-31\n' + FILED, "but got '.x:PLAN'"),
    "plan-of-no-module": ('plan = "no_such_module:PLAN"\non = 2025-12-31\n' + FILED,
                          "No module named 'no_such_module'; a file of your own, ours.py say,"),
    "plan-of-no-part": ('plan = "thidua.no_such:PLAN"\non = 2025-12-31\n' + FILED,
                        "No module named 'thidua.no_such'; a file of your own"),
    "plan-that-imports-nothing": ('plan = "lost_plan:PLAN"\non = 2025-12-31\n' + FILED,
                                  "plan: No module named 'no_such_thing'"),
    "plan-that-names-nothing": ('plan = "lost_name:PLAN"\non = 2025-12-31\n' + FILED,
                                "plan: cannot import name 'nothing_of_that' from 'thidua'"),
    "plan-misspelt": ('plan = "thidua:PLON"\non = 2025-12-31\n' + FILED,
                      "plan: module 'thidua' has no attribute 'PLON'; did you mean 'PLAN'?"),
    "plan-reported": ('plan = "thidua.adaptations.bac_ninh:BAC_NINH"\non = 2025-12-31\n' + FILED,
                      "is no plan but ReportedPlan; its plan is 'thidua.adaptations.bac_ninh:BAC_NINH.plan'"),
    "plan-of-a-part-unknown": ('plan = "thidua:PLAN.x"\non = 2025-12-31\n' + FILED, "has no attribute 'PLAN.x'; did"),
    "plan-unlike-any": ('plan = "thidua:xyz"\non = 2025-12-31\n' + FILED, "module 'thidua' has no attribute 'xyz'"),
    "one-table": (HEAD + FILED.replace("[[case]]", "[case]"), "[case]: write two brackets, [[case]], before each case"),
    "text-without-quotes": (HEAD + "x = a\n" + FILED, "line 3, 'x = a': Invalid value; texts, and names such as"),
    "not-closed": (HEAD + FILED + "x = [1,", "(at end of document)"),
    "clause-without-quotes": (HEAD + FILED.replace('"III.2.2-4"', "III.2.2-4"),
                              'expect III: {...} is no verdict; a name with dots stands in quotes: "III.2.2-4" = …'),
    "clause-of-villages": (HEAD + FILED.replace("III.2.2-4", "III.2.3-4"),
                           "III.2.3-4 is asked of a village, and the dossier is that of a commune (III.2.2)"),
    "group-of-villages": (HEAD + FILED.replace("III.2.2-4", "III.2.3"), "III.2.3 is asked of a village"),
    "verdict-in-vietnamese": (HEAD + FILED.replace('"met"', '"Không đạt"'),
                              "'Không đạt' is no verdict; did you mean 'not_met'?"),
    "verdict-outside": (HEAD + FILED.replace('"met"', '"không thuộc đối tượng"'), "did you mean 'not_applicable'?"),
    "verdict-of-no-kind": (HEAD + FILED.replace('"met"', '"vàng"'),
                           "there are: met (đạt), not_met (không đạt), not_applicable (không áp dụng), undetermined ("),
    "dossier-misspelt": (HEAD + BESIDE.replace("{}", "twise"),
                         "file in the folder of dossier-misspelt.cases.toml; did you mean 'twice.json'?"),
    "dossier-not-there": (HEAD + BESIDE.replace("{}", "xyzxyz"),
                          "no such file in the folder of dossier-not-there.cases.toml"),
    "change-in-no-list": (HEAD + FILED + 'change = {fact = "area"}\n', "write brackets around: change = [{…}]"),
    "change-of-a-wrong-value": (HEAD + FILED + POOR + '"2024", value = 1}, {fact = "area", value = "IV"}]\n',
                                "did you mean “I”? @ change 2.value"),
    "plan-that-fails": ('plan = "broken_plan:PLAN"\non = 2025-12-31\n' + FILED, "ZeroDivisionError: division by zero"),
    "plan-that-leaves": ('plan = "leaving_plan:PLAN"\non = 2025-12-31\n' + FILED, "SystemExit: 3 (leaving_plan.py,"),
    "day-that-is-none": (HEAD.replace("12-31", "02-30") + FILED, "line 2, 'on = 2025-02-30': Invalid date or"),
    "moment": (HEAD.replace("12-31", "12-31T10:00:00") + FILED, "a day such as 2025-12-31 but got 2025-12-31T10:00:00"),
    "no-day": (HEAD.partition("\n")[0] + "\n" + FILED, "a day such as 2025-12-31 but got nothing"),
    "review-of-a-number": (HEAD + "review = 1\n" + FILED, "has no review 1; there are: final-2025"),
    "name-on-two-lines": (HEAD + FILED.replace("một", "một\\nhai"), "case 1: name: a case is named by a sentence"),
    "name-given-twice": (HEAD + FILED + FILED, "case 2 “một”: name: case 1 “một” has it already"),
    "expected-a-list": (HEAD + FILED.replace('"met"', '["met"]'), "[...] is no verdict; there are: met"),
    "expected-a-number": (HEAD + FILED.replace('"met"', "nan"), "float is no verdict"),
    "unknown-clause": (HEAD + FILED.replace("2.2-4", "m" * 90_000), "mmm…'; there are: III.2.2"),
    "dossier-of-no-file": (HEAD + FILED.replace("commune", "x" * 5_000), "xxx…': File name too long"),
    "dossier-named-by-nul": (HEAD + FILED.replace("commune", "\\u0000"), "embedded null byte"),
    "dossier-too-deep": (HEAD + BESIDE.replace("{}", "deep"), "deep.json: 1 problem\n  lists and objects stand more"),
    "dossier-said-twice": (HEAD + BESIDE.replace("{}", "twice"), "the key “papers” is given twice @ $.papers"),
    "dossier-of-many-mistakes": (HEAD + BESIDE.replace("{}", "many"), "only the first 200 are told"),
    "papers-of-text": (HEAD + WRITTEN.format(papers='"x"'), "expected a list [...] but got the text “x” @ $.papers"),
    "papers-of-numbers": (HEAD + WRITTEN.format(papers="[1]"), "expected an object {...} but got 1 @ $.papers[0]"),
    "paper-without-proves": (HEAD + WRITTEN.format(papers="[{}]"), "the key “proves” is missing @ $.papers[0].proves"),
    "proves-of-text": (HEAD + WRITTEN.format(papers='[{proves = "ab"}]'), "got the text “ab” @ $.papers[0].proves"),
    "proves-of-lists": (HEAD + WRITTEN.format(papers="[{proves = [[1]]}]"), "got [...] @ $.papers[0].proves[0]"),
    "change-of-a-fact-unknown": (HEAD + FILED + 'change = [{fact = "por_households"}]\n', "mean 'poor_households'?"),
    "change-at-another-survey": (HEAD + FILED + POOR + '"2042"}]\n', "could be taken away; did you mean '2024'?"),
    "change-to-an-hour": (HEAD + FILED + POOR + '"2024", value = 10:00:00}]\n',
                          "expected a whole number (households) but got time"),
    "number-too-long": (HEAD + FILED + f"x = {'9' * 5_000}\n", "digits"),
    "too-deep": (HEAD + "x = " + "[" * 5_000 + "]" * 5_000, "stand too deep in one another"),
    "too-many-mistakes": (HEAD + "".join(f"k{n} = 1\n" for n in range(300)) + FILED, "cases.toml: 100 mistakes more"),
    "no-unicode": ("plan = 'thidua:PLAN\udcff'", "can't decode byte 0xff"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, (text, _) in HOSTILE.items():
        (tmp_path / f"{name}.cases.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    (tmp_path / "broken_plan.py").write_text("1 / 0\n", "utf-8")
    (tmp_path / "lost_plan.py").write_text("import no_such_thing\n", "utf-8")
    (tmp_path / "lost_name.py").write_text("from thidua import nothing_of_that\n", "utf-8")
    (tmp_path / "leaving_plan.py").write_text("raise SystemExit(3)\n", "utf-8")
    (tmp_path / "deep.json").write_text("[" * 100_000 + "]" * 100_000, "utf-8")
    (tmp_path / "twice.json").write_text('{"papers": [], "papers": []}', "utf-8")
    (tmp_path / "many.json").write_text('{"papers": [' + "NaN, " * 300 + "1]}", "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", HOSTILE)
def test_every_one_is_told_in_words(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.syspath_prepend(str(folder))

    with pytest.raises(CaseError) as error:
        read_cases(folder / f"{name}.cases.toml")

    told = str(error.value)
    assert HOSTILE[name][1] in told
    assert all(line.startswith((f"{name}.cases.toml: ", "  ")) for line in told.splitlines())
    assert len(told) < 25_000


def test_pytest_shows_the_words_and_no_calls(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(thidua.__file__).parents[1]), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "thidua.testing.plugin", "-p", "no:cacheprovider", "."]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8")

    assert f"{len(HOSTILE)} errors" in run.stdout
    assert all(expected.splitlines()[0] in run.stdout for _, expected in HOSTILE.values())
    assert "Traceback" not in run.stdout
    assert ".py:" not in run.stdout


def test_a_file_larger_than_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.cases.toml"
    path.write_bytes(b"#" * (MOST_BYTES + 1))

    with pytest.raises(CaseError, match=r"^large\.cases\.toml: the file is too large; at most 8 MB$"):
        read_cases(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"^none\.cases\.toml: No such file or directory$"):
        read_cases(tmp_path / "none.cases.toml")


def test_a_mark_of_byte_order_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "marked.cases.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + FILED).encode())

    assert [case.name for case in read_cases(path)] == ["một"]


class TestWhatAChangeTakesAway:
    """A paper that says nothing any more is gone; one that said nothing before is left, and so is what is no paper."""

    @pytest.mark.parametrize(
        ("papers", "left"),
        [
            ([{"proves": [{"fact": "a"}]}, {"proves": [{"fact": "a"}, {"fact": "b"}]}], [{"proves": [{"fact": "b"}]}]),
            ([{"proves": []}, {"proves": [{"fact": "a"}]}], [{"proves": []}]),
            (
                [1, {"document": {}}, {"proves": ["x"]}, {"proves": [{"fact": "a"}]}],
                [1, {"document": {}}, {"proves": ["x"]}],
            ),
        ],
    )
    def test_of_papers(self, papers: list[object], left: list[object]) -> None:
        document = {"papers": papers}

        assert make_change(document, {"fact": "a"}) == ""
        assert document == {"papers": left}

    def test_where_nothing_is_said_at_all(self) -> None:
        assert make_change({}, {"fact": "a"}).startswith("nothing is said of 'a' that could be taken away")
