"""Every block of code in the README, the guides and the examples is run: here, by myst-nb, or by the test named."""

from __future__ import annotations

import contextlib
import io
import re
import runpy
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from contract.test_floors import FLOORS

import thidua.criteria.communes
import thidua.criteria.falls
from thidua import PLAN, all_of, describe, dump, load, percent
from thidua.cli import main
from thidua.periods import START_OF_PERIOD
from thidua.testing.case_files import read_cases
from thidua.testing.cases import check_case
from thidua.workbooks import write_workbook

ROOT = Path(__file__).resolve().parents[2]
READMES = [ROOT / "README.md", ROOT / "README.vi.md"]
PAGES = [
    *READMES,
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "examples").rglob("*.md")),
    *sorted((ROOT / "benchmarks").glob("*.md")),
    *(page for page in sorted((ROOT / "docs").rglob("*.md")) if "_build" not in page.parts),
]
HERE = "tests/contract/test_blocks.py"
RUN_BY = {
    ("README.md", "example: the clause as data"): HERE,
    ("README.vi.md", "example: the clause as data"): HERE,
    ("README.md", "example: library"): HERE,
    ("README.vi.md", "example: library"): HERE,
    ("CONTRIBUTING.md", "example: a place of its own"): "tests/adaptations/test_the_next_place.py",
    ("CONTRIBUTING.md", "example: using it"): "tests/adaptations/test_the_next_place.py",
    ("docs/how-to/duckdb-and-spark.md", "example: spark"): "tests/tables/test_spark.py",
    ("docs/how-to/test-your-policy.md", "example: cases"): HERE,
    ("docs/how-to/test-your-policy.md", "example: a promise to keep"): "tests/policy_testing/test_cases_plugin.py",
    ("docs/reference/formats.md", "example: dossier"): HERE,
    ("README.md", "output: explained verdict"): HERE,
    ("README.vi.md", "output: explained verdict"): HERE,
    ("docs/how-to/write-an-interpreter.md", "output: mypy"): "tests/contract/test_typing.py",
    ("docs/explanation/floors.md", "drawing: the floors"): HERE,
}
"""Which file runs a block that myst-nb does not, by its page and the mark on the line before."""
OTHER_PROGRAMS = re.compile(
    r"python3 -m venv \.venv$|pip install |python benchmarks/\w+\.py|\.ci/run$"
    r"|(\.venv/bin/)?python -m pytest -n auto$|python -m flask --app examples/web-form/app\.py run$"
    r"|sphinx-build |python tests/axe_core\.py |export |python -m pytest tests/browser( -m browser)?$"
)
"""What the pages call besides thidua: how it is installed, tested, measured and served."""


FENCED = re.compile(r"(?:<!-- ([^\n]+) -->\n)?^```(\S+)[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: its page, the mark before it if any, its language and what it holds."""

    page: str
    mark: str
    language: str
    body: str


def blocks() -> list[Block]:
    """Every block of every page, in order."""
    return [
        Block(path.relative_to(ROOT).as_posix(), found[1] or "", found[2], found[3])
        for path in PAGES
        for found in FENCED.finditer(path.read_text(encoding="utf-8"))
    ]


BLOCKS = blocks()


def marked(page: str, mark: str) -> str:
    (body,) = [block.body for block in BLOCKS if (block.page, block.mark) == (page, mark)]
    return body


def commands(script: str) -> Iterator[str]:
    """The commands of a shell script, one by one, without comments."""
    for line in script.replace("\\\n", " ").splitlines():
        for command in re.sub(r"(^|\s+)#.*", "", line).split(" && "):
            if command.strip():
                yield command.strip()


SCRIPTS = [block for block in BLOCKS if block.language in {"sh", "bash", "console", "shell"}]
CALLS = sorted({
    found[1]
    for block in SCRIPTS
    for command in commands(block.body)
    if (found := re.fullmatch(r"(?:\.venv/bin/)?python -m thidua (.+)", command))
})  # fmt: skip
"""What is called in blocks, in the pages' own words."""
SPANS = sorted({
    span.removeprefix("python -m thidua ")
    for page in PAGES
    for span in re.findall(r"`(python -m thidua [^`]+)`", page.read_text(encoding="utf-8"))
})  # fmt: skip
"""What is called in the midst of a sentence; some are a command alone, such as `assess`."""


class TestEveryBlock:
    """No block stands on a page that nothing runs."""

    def test_is_run_by_myst_nb_or_by_a_test(self) -> None:
        by_nobody = [
            (block.page, block.mark or block.body.splitlines()[0])
            for block in BLOCKS
            if not block.language.startswith("{") and block not in SCRIPTS and (block.page, block.mark) not in RUN_BY
        ]

        assert by_nobody == []

    @pytest.mark.parametrize(("page", "mark"), RUN_BY, ids=str)
    def test_is_read_by_the_test_that_is_said_to_run_it(self, page: str, mark: str) -> None:
        assert marked(page, mark)
        assert mark in (ROOT / RUN_BY[page, mark]).read_text(encoding="utf-8")

    def test_that_is_a_script_calls_only_what_is_run_or_known(self) -> None:
        called = [
            command
            for block in SCRIPTS
            for command in commands(block.body)
            if "python -m thidua " not in command and not OTHER_PROGRAMS.search(command)
        ]

        assert called == []

    def test_installs_extras_that_there_are_and_starts_programs_that_are_there(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        texts = [page.read_text(encoding="utf-8") for page in PAGES]
        named = {
            each.strip()
            for text in texts
            for found in re.findall(r"(?:thidua|-e '?\.)\[([a-z, ]+)\]", text)
            for each in found.split(",")
        }
        programs = {found for text in texts for found in re.findall(r"\b((?:benchmarks|examples)/[\w/-]+\.py)\b", text)}

        assert named
        assert named - set(project["optional-dependencies"]) == set()
        assert programs
        assert [program for program in programs if not (ROOT / program).is_file()] == []


class TestReadme:
    """The two blocks of Python on the first page."""

    @pytest.mark.parametrize("page", [path.name for path in READMES])
    def test_the_clause_shown_is_the_clause_of_the_plan(self, page: str) -> None:
        names = {**vars(thidua.criteria.falls), **vars(thidua.criteria.communes)}
        names |= {"all_of": all_of, "percent": percent, "START_OF_PERIOD": START_OF_PERIOD}
        names["NONE_THEN_OR_NOW"] = thidua.criteria.falls._NONE_THEN_OR_NOW
        exec(marked(page, "example: the clause as data"), names)  # noqa: S102  # it is ours, and this is how it is run
        shown, ours = names["poverty_falls_by_more_than_half"], PLAN.item("III.2.2-4")

        assert ours.text.startswith(shown.text.removesuffix(" …"))
        for language in ("vi", "en"):
            assert describe(shown.node, language) == describe(ours.node, language)

    @pytest.mark.parametrize("page", [path.name for path in READMES])
    def test_the_program_prints_an_explanation(self, page: str, tmp_path: Path) -> None:
        program = tmp_path / "example.py"
        program.write_text(marked(page, "example: library"), encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            runpy.run_path(str(program))

        assert printed.getvalue().startswith(marked(page, "output: explained verdict"))

    def test_both_languages_show_the_same_programs(self) -> None:
        for mark in ("example: the clause as data", "example: library"):
            english, vietnamese = (re.sub(r' +#.*|, "en"', "", marked(path.name, mark)) for path in READMES)
            assert english == vietnamese


class TestData:
    """The dossier shown is one, and so are the cases."""

    def test_the_dossier_is_read_and_written(self) -> None:
        dossier = load(PLAN, marked("docs/reference/formats.md", "example: dossier"))

        assert load(PLAN, dump(PLAN, dossier)) == dossier

    def test_the_cases_hold(self, tmp_path: Path) -> None:
        example = ROOT / "examples" / "quynh-nhai" / "commune-01-muong-giang.json"
        (tmp_path / "commune-01.json").write_bytes(example.read_bytes())
        path = tmp_path / "ours.cases.toml"
        path.write_text(marked("docs/how-to/test-your-policy.md", "example: cases"), encoding="utf-8")
        half, nothing_filed = read_cases(path)

        assert check_case(half).of("III.2.2-4").id == "not_met"
        assert check_case(nothing_filed).verdict.id == "undetermined"

    def test_the_floors_are_drawn_as_they_are(self) -> None:
        drawn: dict[int, set[str]] = {}
        floor = len(FLOORS)
        for line in marked("docs/explanation/floors.md", "drawing: the floors").splitlines():
            floor = int(line[:3].strip() or floor)
            drawn.setdefault(floor, set()).update(re.findall(r"[a-z_]+", line[4:46]))

        assert list(drawn) == [6, 5, 4, 3, 2, 1, 0]
        assert {floor: rooms - set(FLOORS[floor]) for floor, rooms in drawn.items() if rooms - set(FLOORS[floor])} == {}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a reader of the pages stands: the examples are here, and two tables of invented communes."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "communes.csv").write_text(
        "code,name,area,poor_households@2021,near_poor_households@2021,poor_households@2024,near_poor_households@2024\n"
        "VD-01,Xã Ví Dụ,III,60,40,25,24\n",
        encoding="utf-8",
    )
    (tmp_path / "reports.csv").write_text("code,due_on,sent_on\nVD-01,2024-06-15,2024-06-14\n", encoding="utf-8")
    (tmp_path / "xa.json").symlink_to(ROOT / "examples" / "quynh-nhai" / "commune-08-muong-gion.json")
    return tmp_path


class TestCommands:
    """Every `python -m thidua …` of the pages does what it is asked."""

    def test_there_are_some(self) -> None:
        assert len(CALLS) > 5
        assert len(SPANS) > 5

    @pytest.mark.parametrize("call", CALLS)
    def test_of_a_block(self, call: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        if call.startswith("assess xa-2025.xlsx"):  # the form, filled in
            write_workbook(PLAN, [load(PLAN, (folder / "xa.json").read_bytes())], folder / "xa-2025.xlsx")
        status = main(shlex.split(call))
        out, err = capsys.readouterr()

        assert (status, err) == (0, "")
        assert out.strip()

    @pytest.mark.parametrize("span", SPANS)
    def test_of_a_sentence(self, span: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        command, *rest = shlex.split(span)
        try:
            assert main([command, *rest]) == 0
        except SystemExit:  # a part of a call, named in passing
            capsys.readouterr()
            with pytest.raises(SystemExit, match=r"^0$"):
                main([command, "--help"])
            told = capsys.readouterr().out

            assert [part for part in rest if part not in told] == []
