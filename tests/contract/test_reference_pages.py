"""The pages written from the code say everything they are to say, and the hand-written ones can be found."""

from __future__ import annotations

import importlib
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import is_normalized

import pytest

from thidua import MET, NOT_APPLICABLE, NOT_MET, PLAN, Clause, Dossier, assess, errors
from thidua.interpreters.reasons import REASONS
from thidua.knowledge import CAUTIONS
from thidua.movements import common_facts
from thidua.nodes import Kind

DOCS = Path(__file__).resolve().parents[2] / "docs"
sys.path.insert(0, str(DOCS))

import clause_table  # noqa: E402  # stands with the pages, outside the package
import code_table  # noqa: E402  # as clause_table
import fact_table  # noqa: E402  # as clause_table
import glossary_table  # noqa: E402  # as clause_table
import property_list  # noqa: E402  # as clause_table
from marked_up import plain, spoken, table, unbroken  # noqa: E402  # as clause_table

LANGUAGES = ("en", "vi")
PAGES = sorted(page for page in DOCS.rglob("*.md") if "_build" not in page.parts)


def sections(language: str) -> dict[str, str]:
    """The part of the page of clauses on each clause."""
    parts = re.split(r"^### (\S+)\n", clause_table.page(language), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


class TestClauses:
    """The plan, clause by clause: verbatim, in English, what is required, papers, readings, examples, tests."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_each_has_its_section_in_the_order_of_the_plan(self, language: str) -> None:
        assert list(sections(language)) == [clause.id for clause in PLAN.clauses]

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("clause", PLAN.clauses, ids=lambda clause: clause.id)
    def test_says_it_all(self, clause: Clause[Any], language: str) -> None:
        told = sections(language)[clause.id]

        assert plain(clause.text) in told
        assert plain(clause.en) in told
        assert [reading.id for reading in clause.rests_on if f"| {unbroken(reading.id)} |" not in told] == []
        assert all(
            plain(option.label.in_(language)) in told for reading in clause.rests_on for option in reading.options
        )
        path, name = clause_table.held_by()[clause.id]
        assert f"`{name}`" in told
        assert f"class {name}" in path.read_text(encoding="utf-8")
        cases = [each.says for each in property_list.properties(path) if each.where == name]
        assert cases
        assert [says for says in cases if f"- {spoken(plain(says), 'en', language)}\n" not in told] == []

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("clause", PLAN.clauses, ids=lambda clause: clause.id)
    def test_shows_an_example_of_every_verdict_it_can_have(self, clause: Clause[Any], language: str) -> None:
        told = sections(language)[clause.id]
        (kind,) = [criteria.subject for criteria in PLAN.criteria if clause in criteria.clauses]
        open_to_all = assess(PLAN, Dossier(kind("VD-01", "Ví Dụ")), on=date(2025, 12, 31)).of(clause)
        shown = re.findall(r"<summary>(.*)</summary>", told)[:-1]

        words = [MET, NOT_MET, open_to_all, *([NOT_APPLICABLE] if NOT_APPLICABLE in open_to_all else [])]
        assert [word.casefold() for word in shown] == [word.word.in_(language) for word in words]

    def test_no_two_are_held_by_one_test(self) -> None:
        assert len(set(clause_table.held_by().values())) == len(PLAN.clauses) == 19


class TestFacts:
    """Every fact and every field of a register, under the name that a program and a file write."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_all_are_listed_each_where_it_belongs(self, language: str) -> None:
        page = fact_table.page(language)
        common = common_facts(PLAN)
        own = [fact.name for words in PLAN.vocabularies for fact in words.facts if fact not in common]
        fields = [
            field.name for words in PLAN.vocabularies for register in words.registers for field in register.fields
        ]
        rows = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)

        assert sorted(rows) == sorted([*own, *fields, *(fact.name for fact in common)])

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_options_and_judges_are_told(self, language: str) -> None:
        page = fact_table.page(language)
        facts = [fact for words in PLAN.vocabularies for fact in words.facts]
        options = [option for fact in facts if fact.kind is Kind.CHOICE for option in fact.options]
        shown = {option.id: f"`{option.id}` {plain(option.label.in_(language))}" for option in options}
        bodies = {body.label.in_(language) for fact in facts for body in fact.judges}

        assert [name for name, told in shown.items() if told not in page] == []
        assert [body for body in bodies if body not in page] == []


class TestCodes:
    """Reasons, cautions, problems and errors: every one of the closed lists."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_all_are_listed(self, language: str) -> None:
        page = code_table.page(language)
        names = [*REASONS, *CAUTIONS, *errors.CODES, *(name for name, _ in code_table.classes())]

        assert [name for name in names if f"| `{name}` |" not in page] == []

    @pytest.mark.parametrize(("language", "head"), [("vi", "| Mã | Tiếng Việt |"), ("en", "| Code | English |")])
    def test_the_language_of_the_page_comes_first(self, language: str, head: str) -> None:
        assert code_table.page(language).count(head) == len(code_table.LISTS)

    def test_each_class_is_told_in_vietnamese_as_well(self) -> None:
        assert list(code_table.RAISED_VI) == [name for name, _ in code_table.classes()]

    def test_a_bar_between_backticks_ends_no_cell(self) -> None:
        assert list(table(["a"], [[f"{plain('`x | y` or z | w')}"]]))[2] == r"| `x \| y` or z \| w |"

    def test_each_error_says_which_builtin_it_is(self) -> None:
        for name, kind in code_table.classes():
            if name != "ThiduaError":
                assert code_table._builtin(kind) not in ("–", "`Exception`"), name


class TestProperties:
    """The properties that the tests verify, each a sentence."""

    def test_every_law_is_listed(self) -> None:
        page = property_list.page("en")
        laws = [
            each
            for path in (DOCS.parent / "tests" / "laws").glob("test_*.py")
            for each in property_list.properties(path)
        ]

        assert len(laws) > 40
        assert [each.says for each in laws if plain(each.says[1:]) not in page] == []

    def test_a_property_is_told_from_a_case(self) -> None:
        algebra = property_list.properties(DOCS.parent / "tests" / "laws" / "test_papers.py")
        searched = {each.says: each.searched for each in algebra}

        assert searched["the order of papers"]
        assert not searched["an entry too many beside a disputed one contradicts"]


class TestGlossary:
    """The glossary, Vietnamese and English, each term with its source."""

    TERMS = tuple(term for terms in glossary_table.GROUPS.values() for term in terms)

    def test_each_term_stands_once_and_is_composed(self) -> None:
        words = [term.vi for term in self.TERMS]

        assert len(set(words)) == len(words)
        assert all(is_normalized("NFC", word) for word in words)

    def test_each_has_english_and_a_source_that_is_explained(self) -> None:
        assert all(term.en for term in self.TERMS)
        assert {term.source for term in self.TERMS} == set(glossary_table.SOURCES)

    def test_what_is_said_to_be_in_the_plan_is(self) -> None:
        plan = (DOCS.parent / "tests" / "data" / "quynh-nhai-plan.txt").read_text(encoding="utf-8").casefold()

        assert [t.vi for t in self.TERMS if glossary_table.is_in_the_plan(t.vi) != (t.vi.casefold() in plan)] == []
        assert glossary_table.is_in_the_plan("thoát nghèo")
        assert not glossary_table.is_in_the_plan("chưa đủ căn cứ")

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_page_holds_every_term(self, language: str) -> None:
        page = glossary_table.page(language)

        assert [term.vi for term in self.TERMS if f"| **{spoken(plain(term.vi), 'vi', language)}** |" not in page] == []


class TestLanguages:
    """What is said in the other language is named as such, so that a voice that reads the page aloud knows how."""

    @pytest.mark.parametrize(("page", "other"), [("en", "vi"), ("vi", "en")])
    def test_on_the_pages_written_from_the_code(self, page: str, other: str) -> None:
        said = {"vi": [clause.text for clause in PLAN.clauses], "en": [clause.en for clause in PLAN.clauses]}
        said["vi"] += [criteria.heading.text for criteria in PLAN.criteria]
        clauses = clause_table.page(page)
        codes = code_table.page(page)
        glossary = glossary_table.page(page)

        assert [each for each in said[other] if f"{plain(each)}]{{.language-{other}}}" not in clauses] == []
        words = [getattr(each, other) for each in (*REASONS.values(), *CAUTIONS.values())]
        assert [each for each in words if f"| [{plain(each)}]{{.language-{other}}} |" not in codes] == []
        terms = [getattr(term, other) for term in TestGlossary.TERMS]
        assert [each for each in terms if f"[{plain(each)}]{{.language-{other}}}" not in glossary] == []
        assert f"language-{page}" not in clauses + codes + glossary

    def test_of_what_is_quoted_on_the_others(self) -> None:
        docutils = pytest.importorskip("docutils.nodes")
        name_quotations = importlib.import_module("quotations").name_quotations
        said = ("A term (hồ sơ), “có chất lượng” or “well done”.", "không áp dụng", "Quỳnh Nhai District", "“x”")
        page = docutils.section("", *(docutils.paragraph("", "", docutils.Text(each)) for each in said))
        page += docutils.literal_block("", "“có chất lượng”")
        name_quotations(page)
        name_quotations(page)  # what is named already is not named twice

        named = [node.astext() for node in page.findall() if getattr(node, "attributes", {}).get("classes")]
        assert named == ["(hồ sơ)", "“có chất lượng”", "không áp dụng"]
        assert [paragraph.astext() for paragraph in page[:4]] == list(said)


class TestPages:
    """Every page can be reached, and every example on it is run."""

    def test_every_page_is_in_the_contents(self) -> None:
        inner = re.sub(
            "^api/", "reference/api/", (DOCS / "reference" / "api.md").read_text("utf-8"), flags=re.MULTILINE
        )
        contents = (DOCS / "index.md").read_text(encoding="utf-8") + inner
        names = [page.relative_to(DOCS).with_suffix("").as_posix() for page in PAGES if page.name != "index.md"]

        assert [name for name in names if not re.search(rf"^{name}$", contents, re.MULTILINE)] == []

    @pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
    def test_a_page_with_code_cells_is_executed(self, page: Path) -> None:
        text = page.read_text(encoding="utf-8")

        assert ("{code-cell}" in text) == text.startswith("---\nfile_format: mystnb\n")
        assert "skip-execution" not in text
        assert "raises-exception" not in text

    @pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
    def test_every_picture_is_told_in_words(self, page: Path) -> None:
        cells = re.findall(r"```\{code-cell\} python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
        draws = re.compile(r"^(draw_\w+|verdict_matrix|distance_plot)\(", re.MULTILINE)
        drawing = [cell for cell in cells if draws.search(cell)]

        assert [cell for cell in drawing if not re.search(r"^    alt: .{20}", cell, re.MULTILINE)] == []


class TestTranslations:
    """The catalogues: no sentence left out, none merely guessed, letters composed."""

    CATALOGUES = sorted((DOCS / "locale" / "vi").rglob("*.po"))
    PAGES = tuple(catalogue for catalogue in CATALOGUES if catalogue.name != "sphinx.po")
    """Without the words of the theme, which stand in no page of ours."""

    @pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
    def test_every_sentence_is_translated(self, catalogue: Path) -> None:
        text = catalogue.read_text(encoding="utf-8")
        entries = text.split("\n\n")[1:]

        assert entries
        assert "fuzzy" not in text
        assert [entry for entry in entries if re.search(r'^msgstr ""$(?!\n")', entry, re.MULTILINE)] == []
        assert is_normalized("NFC", text)

    def test_every_page_is_listed_in_vietnamese(self) -> None:
        """Its title at least, by which it stands in the contents; the pages written from the code bring their own."""
        written = {"clauses", "codes", "facts", "glossary", "properties"}
        translated = {
            path.relative_to(DOCS / "locale" / "vi" / "LC_MESSAGES").with_suffix(".md") for path in self.PAGES
        }

        assert [page for page in PAGES if page.stem not in written and page.relative_to(DOCS) not in translated] == []

    @pytest.mark.parametrize("catalogue", PAGES, ids=lambda path: path.stem)
    def test_none_is_of_a_sentence_that_is_gone(self, catalogue: Path) -> None:
        source = (DOCS / catalogue.relative_to(DOCS / "locale" / "vi" / "LC_MESSAGES")).with_suffix(".md")
        page = " ".join(source.read_text(encoding="utf-8").split())
        said = re.findall(r'^msgid "(.+)"$', catalogue.read_text(encoding="utf-8"), re.MULTILINE)

        assert said
        assert [one for one in said if " ".join(one.replace('\\"', '"').split()) not in page] == []
