"""What the pages say is what the code does: the counts, the clause shown, the two commands."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import thidua
from thidua import PLAN, limits
from thidua.verdicts import FINALS

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "quynh-nhai"
PAGES = {"en": ROOT / "README.md", "vi": ROOT / "README.vi.md"}


def page(language: str) -> str:
    return PAGES[language].read_text(encoding="utf-8")


def block(language: str, mark: str) -> str:
    """The fenced block after a mark."""
    found = re.search(rf"<!-- {re.escape(mark)} -->\n```\w*\n(.*?)\n```", page(language), re.DOTALL)
    assert found, f"{PAGES[language].name}: no block after {mark}"
    return found[1]


class TestReadme:
    """The README shows what the library really says."""

    @pytest.mark.parametrize("mark", ["command: run", "command: test"])
    def test_both_languages_give_the_same_commands(self, mark: str) -> None:
        assert block("en", mark) == block("vi", mark)

    @pytest.mark.parametrize("language", ["en", "vi"])
    def test_shows_the_clause_in_its_own_words(self, language: str) -> None:
        words = re.sub(r"\n> ", " ", page(language))

        assert PLAN.item("III.2.2-4").text in words

    @pytest.mark.parametrize("language", ["en", "vi"])
    def test_links_to_files_that_are_there(self, language: str) -> None:
        links = [link for link in re.findall(r"\]\(([^)#]+)\)", page(language)) if "://" not in link]

        assert links
        assert [link for link in links if not (ROOT / link).exists()] == []


INTERPRETER = "docs/how-to/write-an-interpreter.md"
DRAWN = [name for name in thidua.__all__ if name.startswith("draw_")]
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNTED: list[tuple[str, str, Callable[[], int]]] = [
    ("README.md", r"(\w+) communes and other subjects", lambda: len(list(EXAMPLES.glob("commune-*.json")))),
    ("README.vi.md", r"hồ sơ ví dụ gồm (\w+) xã", lambda: len(list(EXAMPLES.glob("commune-*.json")))),
    ("README.md", r"\[(\w+) clauses\]", lambda: len(PLAN.clauses)),
    ("README.vi.md", r"\[(\w+) tiêu chí\]", lambda: len(PLAN.clauses)),
    ("README.md", r"There are (\w+) words", lambda: len(FINALS) + 1),
    ("CHANGELOG.md", r"All (\w+) clauses", lambda: len(PLAN.clauses)),
    ("CHANGELOG.md", r"the (\w+) kinds of subject", lambda: len(PLAN.vocabularies)),
    ("CHANGELOG.md", r"A-01 to A-(\w+)", lambda: highest("A")),
    ("CHANGELOG.md", r"B-01 to B-(\w+)", lambda: highest("B")),
    ("docs/explanation/judgement.md", r"Of the (\w+) clauses", lambda: len(PLAN.clauses)),
    (
        "docs/explanation/judgement.md",
        r"clauses only (\w+) name a number",
        lambda: sum(any(map(str.isdigit, clause.text)) for clause in PLAN.clauses),
    ),
    ("docs/explanation/four-verdicts.md", r"# The (\w+) verdicts", lambda: len(FINALS) + 1),
    ("docs/explanation/four-verdicts.md", r"The first (\w+) are \*final", lambda: len(FINALS)),
    ("docs/explanation/four-verdicts.md", r"There are (\w+) larger sets", lambda: 2 ** len(FINALS) - 1 - len(FINALS)),
    (
        "docs/explanation/floors.md",
        r"does this in (\w+) cases",
        lambda: cases_of(INTERPRETER),
    ),
    (INTERPRETER, r"## (\w+) cases", lambda: cases_of(INTERPRETER)),
    (
        "docs/how-to/report.md",
        r"(\w+) functions\s+draw",
        lambda: len(DRAWN),
    ),
    ("docs/how-to/spreadsheets.md", r"up to (\w+) MB unpacked", lambda: limits.MOST_BYTES_OF_A_WORKBOOK // 2**20),
    ("docs/how-to/spreadsheets.md", r"unpacked, (\w+) sheets", lambda: limits.MOST_SHEETS),
    ("docs/how-to/spreadsheets.md", r"(\w+) million cells", lambda: limits.MOST_CELLS // 10**6),
    ("docs/how-to/spreadsheets.md", r"a text up to ([\d ]+) letters", lambda: limits.MOST_LETTERS),
    ("docs/how-to/spreadsheets.md", r"a number up to (\w+) digits", lambda: limits.MOST_DIGITS),
    ("docs/reference/formats.md", r"after the first (\w+) problems", lambda: limits.MOST_PROBLEMS),
]
"""Every count that a page states in words of its own: the page, where it stands, and what the code says it is."""


def highest(letter: str) -> int:
    """The highest number of the readings under a letter, which are numbered without a gap."""
    numbers = sorted(int(reading.id[2:]) for reading in PLAN.readings if reading.id.startswith(f"{letter}-"))
    return numbers[-1]


def cases_of(page: str) -> int:
    """The cases of the interpreter shown on a page, with the last, which no node reaches."""
    return len(re.findall(r"^        case ", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE))


class TestCounts:
    """Where a page says how many there are, there are so many."""

    @pytest.mark.parametrize(("path", "says", "there_are"), COUNTED, ids=[says for _, says, _ in COUNTED])
    def test_there_are_so_many(self, path: str, says: str, there_are: Callable[[], int]) -> None:
        found = re.findall(says, (ROOT / path).read_text(encoding="utf-8"), re.IGNORECASE)

        assert len(found) == 1
        word = found[0].lower().replace(" ", "")
        assert (WORDS.index(word) if word in WORDS else int(word)) == there_are()

    def test_the_measurements_quoted_are_those_of_the_benchmarks(self) -> None:
        measured = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
        guide = (ROOT / "docs" / "how-to" / "duckdb-and-spark.md").read_text(encoding="utf-8")
        quoted = re.findall(r"\d+\.\d+ to \d+\.\d+|\b0\.\d+\b|\d+ MB", guide.partition("Measured on")[2])

        assert len(quoted) == 3
        assert [each for each in quoted if each not in measured] == []
