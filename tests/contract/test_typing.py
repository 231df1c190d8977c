"""What types promise: `accepted.py` pleases strict checkers wholly, and each marked line of `refused.py` is refused."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

import thidua
from thidua.conditions import ALWAYS
from thidua.criteria.falls import STRICTLY
from thidua.errors import UnknownNameError
from thidua.evidence import Evidence
from thidua.vocabulary import household

HERE = Path(__file__).parent.parent / "typing"
SOURCE = Path(thidua.__file__).parent.parent
ACCEPTED, REFUSED = HERE / "accepted.py", HERE / "refused.py"
Refusals = list[tuple[str, int]]
"""The name of a file and the number of a line."""


def marked() -> Refusals:
    """The lines that must be refused."""
    lines = REFUSED.read_text(encoding="utf-8").splitlines()
    return [(REFUSED.name, number) for number, line in enumerate(lines, start=1) if "# refused: " in line]


def mypy(where: Path) -> Refusals:
    found = subprocess.run(
        [
            sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={where}", "--no-error-summary",
            str(ACCEPTED), str(REFUSED),
        ],
        env={**os.environ, "MYPYPATH": str(SOURCE)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    errors = re.findall(r"^(.+?):(\d+): error: ", found.stdout, flags=re.MULTILINE)
    assert errors, found.stdout + found.stderr
    return [(Path(file).name, int(line)) for file, line in errors]


def pyright(where: Path) -> Refusals:
    for file in (ACCEPTED, REFUSED):
        shutil.copy(file, where)
    (where / "pyrightconfig.json").write_text(json.dumps({"extraPaths": [str(SOURCE)]}), encoding="utf-8")
    found = subprocess.run(
        [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, "--project", str(where)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.stdout.startswith("{"), found.stdout + found.stderr
    told = json.loads(found.stdout)["generalDiagnostics"]
    return [
        (Path(error["file"]).name, error["range"]["start"]["line"] + 1)
        for error in told
        if error["severity"] == "error"
    ]


@pytest.mark.typing
@pytest.mark.parametrize("checker", [mypy, pyright], ids=["mypy", "pyright"])
def test_each_mistake_is_refused_and_nothing_else_is(checker: Callable[[Path], Refusals], tmp_path: Path) -> None:
    if find_spec(checker.__name__) is None:
        assert "CI" not in os.environ, f"{checker.__name__} must be installed where changes are checked"
        pytest.skip(f"{checker.__name__} is not installed: pip install -e '.[test]'")

    assert sorted(set(checker(tmp_path))) == marked()  # an overloaded call is refused twice by some


def test_more_than_twenty_mistakes_are_planted() -> None:
    assert len(marked()) >= 21


@pytest.mark.typing
@pytest.mark.skipif(find_spec("mypy") is None, reason="mypy is not installed")
def test_the_guide_shows_what_mypy_says_of_an_interpreter_with_a_case_left_out(tmp_path: Path) -> None:
    """The page “Write an interpreter”: without the case of `Unless` its example is refused, in these words."""
    page = (HERE.parents[1] / "docs" / "how-to" / "write-an-interpreter.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- output: mypy -->\n```text\n(.*?)\n```", page, re.DOTALL)
    cells = re.findall(r"```\{code-cell\} python\n(.*?)```", page, re.DOTALL)
    program = next(cell for cell in cells if "def asked" in cell).replace(" | n.Unless(one, other)", "")
    assert shown
    assert "Unless" not in program
    (tmp_path / "counted.py").write_text(f"from thidua import nodes as n\n{program}", encoding="utf-8")
    said = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file=", f"--cache-dir={tmp_path}", "counted.py"],
        env={**os.environ, "MYPYPATH": str(SOURCE)}, cwd=tmp_path, capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip

    assert re.findall(r"error: .*", said)[0].startswith(shown[1])


class TestOnlyWhenBuilt:
    """What no type checker can see is refused when the plan is built or the evidence is given."""

    def test_a_misspelt_option_of_a_reading(self) -> None:
        with pytest.raises(UnknownNameError, match="'more' is not one of its options; did you mean 'more_than'"):
            STRICTLY.choose(more=ALWAYS, at_least=ALWAYS)

    def test_nothing_typed_is_refused_for_nothing(self) -> None:
        said: Evidence[thidua.Household] = household.registered_on.recorded(date(2025, 1, 1))

        assert said.value == date(2025, 1, 1)
