"""What the pages say is what the code does: the counts, the clause shown, the two commands."""

import re
from pathlib import Path

import pytest

from thidua import PLAN

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
    def test_counts_what_there_is(self, language: str) -> None:
        communes = len(list(EXAMPLES.glob("commune-*.json")))

        assert (len(PLAN.clauses), communes) == (19, 11)
        assert re.search(r"\b19\b", page(language))
        assert re.search(r"\b11\b", page(language))

    @pytest.mark.parametrize("language", ["en", "vi"])
    def test_shows_the_clause_in_its_own_words(self, language: str) -> None:
        words = re.sub(r"\n> ", " ", page(language))

        assert PLAN.item("III.2.2-4").text in words

    @pytest.mark.parametrize("language", ["en", "vi"])
    def test_links_to_files_that_are_there(self, language: str) -> None:
        links = [link for link in re.findall(r"\]\(([^)#]+)\)", page(language)) if "://" not in link]

        assert links
        assert [link for link in links if not (ROOT / link).exists()] == []
