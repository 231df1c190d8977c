"""Markdown for pull requests and chats: the words of `explain`, and no mark that anybody else put there.

`REWRITE_GOLDEN=1 pytest tests/interpreters/test_markdown.py` writes the golden texts anew; read them before keeping
them. Every name, figure and document is invented.
"""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_reading import said, structure
from random_dossiers import random_dossiers
from small_plan import (
    COMMUNES,
    DOSSIER,
    END_2024,
    ON,
    PLAN,
    XA_MAU,
    Area,
    area,
    assessed,
    counted,
    has_fund,
    jobs,
    judgement,
    paper,
)

import thidua
from thidua import as_markdown, assess, explain, explanation, read_explanation
from thidua.cli import main
from thidua.conditions import ALWAYS, all_of, any_of, not_
from thidua.dossiers import Dossier
from thidua.errors import UnknownNameError, WrongValueError
from thidua.interpreters.explain import SHAPES
from thidua.interpreters.markdown.explained import explained_together
from thidua.interpreters.markdown.marks import escaped, heading, labelled, listed, outlined, quoted, table
from thidua.interpreters.sections import SECTIONS

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = ("vi", "en")
HOSTILE = (
    "*a* _b_ `c` [d](http://x.vn) ![e](f) <b>g</b> | h | # i\n# j\n\n- k\r\n1. l\n> m\n```\nn\n```\n---\n===\n~~o~~ "
    "&lt;p&gt; $q$ \\[r] https://s.vn www.t.vn u@v.vn <!-- w --> \u2028- y\u202ez\x00\t    code"
)
letters = st.characters(exclude_categories=["Cs"])
marks = st.sampled_from([*"*_`[]()<>|#!~&$\\-+=.:0123456789@/^{}\n\r\t ", "\n\n", "\n- ", "\n1. ", "://", "]("])
texts = st.lists(marks | letters, max_size=30).map("".join)


def plain(line: str) -> str:
    """A line of text without what opens it: its indent, its number, its dash."""
    return re.sub(r"^([0-9]+\.|-) ", "", line.strip()).removesuffix(":")


def in_words(source: str) -> list[str]:
    """The lines of Markdown, as they are read."""
    return [line.strip().removesuffix(":") for line in said(source)]


def with_texts(data: Any, text: str) -> Any:
    """An explanation in which every sentence, name and paper is that text."""
    match data:
        case {"vi": str(), "en": str()}:
            return {"vi": text, "en": text}
        case dict():
            told = {key: with_texts(value, text) for key, value in data.items()}
            return told | {key: text for key in ("name", "code", "cite") if isinstance(told.get(key), str)}
        case list():
            return [with_texts(each, text) for each in data]
        case _:
            return data


WHOLE = explanation(assess(PLAN, DOSSIER, on=ON), sections=SECTIONS)
FALLEN_SHORT = explanation(
    assess(PLAN, Dossier(XA_MAU, (*DOSSIER.papers, judgement(), counted(END_2024, near_poor=90))), on=ON),
    sections=SECTIONS,
)


class TestWords:
    """Every line of the text is a line of the Markdown, in the same order, and there is no other."""

    def same(self, told: Any, language: str, level: str) -> None:
        first, *lines = [plain(line) for line in explain(told, language, level).split("\n") if line.strip()]

        assert in_words(as_markdown(told, language, level)) == [f"{SHAPES[told['verdict']]} {first}", *lines]

    @pytest.mark.parametrize("level", ["public", "dossier", "internal"])
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_of_any_dossier_of_the_plan_with_every_section(self, language: str, level: str) -> None:
        for dossier in random_dossiers(thidua.PLAN, 12, seed=7):
            told = explanation(assess(thidua.PLAN, dossier, on=ON), "internal", SECTIONS)
            told = json.loads(re.sub(r"\\[nt]", " ", json.dumps(told)))  # a text of several lines is several, in text
            self.same(json.loads(re.sub(r" +", " ", json.dumps(told))), language, level)

    def test_of_one_that_falls_short(self) -> None:
        self.same(FALLEN_SHORT, "vi", "dossier")

    def test_of_combinations(self) -> None:
        asked = (not_(all_of(has_fund.is_yes(), jobs.is_at_least(2))), any_of(has_fund.is_yes(), jobs.is_at_least(4)))
        for condition in asked:
            judged = assessed(condition, paper(jobs.recorded(3), has_fund.recorded(False)))
            self.same(explanation(judged), "vi", "dossier")

    def test_of_a_group_that_does_not_address_the_subject(self) -> None:
        plan = evolve(PLAN, contents=(evolve(COMMUNES, applies_where=area.is_one_of(Area.I)),), routes=())
        outside = paper(area.recorded(Area.OUTSIDE, since=date(2021, 6, 4)))
        self.same(explanation(assess(plan, Dossier(XA_MAU, (outside,)), on=ON)), "en", "dossier")

    def test_of_a_clause_that_asks_nothing_of_the_papers(self) -> None:
        self.same(explanation(assessed(ALWAYS)), "vi", "dossier")

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_is_letter_for_letter_what_is_kept(self, language: str) -> None:
        golden = GOLDEN / f"explanation.{language}.md"
        told = as_markdown(FALLEN_SHORT, language) + "\n"
        if os.environ.get("REWRITE_GOLDEN"):
            golden.write_text(told, encoding="utf-8")

        assert told == golden.read_text(encoding="utf-8")


class TestSources:
    """An assessment, one stored as data, one read back: the same words."""

    def test_all_three_look_the_same(self) -> None:
        judged = assess(PLAN, DOSSIER, on=ON)
        told = explanation(judged)

        assert as_markdown(judged) == as_markdown(json.loads(json.dumps(told))) == as_markdown(read_explanation(told))

    def test_one_stored_at_a_lower_level_says_no_more(self) -> None:
        told = explanation(assess(PLAN, DOSSIER, on=ON), "public")

        assert as_markdown(told, level="internal") == as_markdown(told, level="public")

    def test_a_section_of_a_later_version_is_passed_over(self) -> None:
        assert as_markdown({**WHOLE, "sections": {"dreams": {}}}) == as_markdown({**WHOLE, "sections": {}})

    @pytest.mark.parametrize("given", [{}, {"format": "thidua.dossier/1"}, 3, "text"])
    def test_what_is_no_explanation_is_refused(self, given: Any) -> None:
        for show in (as_markdown, explain, thidua.as_html, thidua.as_text):
            with pytest.raises(WrongValueError, match=r"expected an? "):
                show(given)

    def test_what_is_no_language_or_level_is_refused(self) -> None:
        with pytest.raises(UnknownNameError, match="'fr'"):
            as_markdown(WHOLE, "fr")
        with pytest.raises(UnknownNameError, match="publik"):
            as_markdown(WHOLE, level="publik")


class TestHostile:
    """No text of a fact, a paper, a name or the plan makes a mark: what the page is made of stays the same."""

    @settings(max_examples=100, deadline=None)
    @given(texts)
    @example(HOSTILE)
    def test_whatever_is_written_anywhere_the_structure_is_that_of_plain_words(self, text: str) -> None:
        for told in (WHOLE, FALLEN_SHORT):
            hostile, harmless = with_texts(told, f"x{text}"), with_texts(told, "x")

            assert structure(as_markdown(hostile)) == structure(as_markdown(harmless))

    @settings(max_examples=300, deadline=None)
    @given(texts.filter(str.strip))
    @example(HOSTILE)
    def test_a_text_is_read_as_it_was_written_wherever_it_stands(self, text: str) -> None:
        written = " ".join(text.split())
        for block, before in (
            (escaped(text), ""),
            (heading(2, f"{text}:"), ""),
            (quoted(text), ""),
            (listed([text]), ""),
            (listed([f"  1. {text}"]), ""),
            (labelled(f"Next: {text}"), "Next: "),
        ):
            (line,) = said(block)
            assert [two for one, two in zip(f"{before}{written}", line, strict=True) if one != two] == [
                "\ufffd"
            ] * line.count("\ufffd")
        assert structure(escaped(text)) == structure("x")
        assert structure(listed(["a", f"  1. {text}"])) == structure(listed(["a", "  1. x"]))
        assert structure(table([["a", text], [text, "b"]])) == structure(table([["a", "b"], ["c", "d"]]))

    @given(texts)
    def test_no_address_is_left_of_which_a_site_might_make_a_link(self, text: str) -> None:
        told = escaped(f"http://{text} www.{text} a@b.{text}")

        assert re.search(r"(?<!\\):/|(?<!\\)@|www\.[A-Za-z]", told) is None

    @pytest.mark.parametrize("letter", ["\x00", "\x1b", "\x7f", "\ud800", "\uffff", "\u202e", "\u2066"])
    def test_letters_no_page_may_hold_and_those_that_turn_a_line_around_are_replaced(self, letter: str) -> None:
        assert escaped(f"a{letter}b") == "a\ufffdb"


class TestBlocks:
    """Lines by their indent, numbers below the words they belong to."""

    def test_a_list_goes_down_and_up_again(self) -> None:
        lines = ["  whole:", "  10. first", "      - below", "  11. second", "  other"]

        assert listed(lines).split("\n") == ["- whole:", "  10. first", "      - below", "  11. second", "- other"]

    def test_what_stands_alone_is_a_sentence_and_what_opens_something_a_heading(self) -> None:
        told = list(outlined(["Needed:", "  1. one", "", "Nothing else.", "  - two"], 3))

        assert told == ["### Needed", "1. one", "Nothing else.", "- two"]


class TestCommandLine:
    """`assess --format markdown`: a table of all, then each explained with the forms of commendation."""

    EXAMPLES = Path(__file__).parents[2] / "examples" / "quynh-nhai"
    FILES = (str(EXAMPLES / "commune-02-chieng-bang.json"), str(EXAMPLES / "household-01-poor.json"))

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_prints_one_page(self, language: str, capsys: pytest.CaptureFixture[str]) -> None:
        asked = ("--on", "2025-12-31", "--format", "markdown", "--language", language, "--why")
        assert main(["assess", *self.FILES, *asked]) == 0

        printed = capsys.readouterr().out
        first, commune, household = printed.split("\n\n---\n\n")
        assert structure(first).count("table_open table") == 2
        assert commune.startswith("## ✗ Xã Chiềng Bằng")
        assert ("### Hình thức khen thưởng" if language == "vi" else "### Forms of commendation") in commune
        assert ("### Vì sao" if language == "vi" else "### Why") in household
        assert structure(printed).count("hr hr") == 2

    def test_not_the_forms_for_everybody(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["assess", self.FILES[0], "--on", "2025-12-31", "--format", "markdown", "--level", "public"]) == 0
        assert "Hình thức khen thưởng" not in capsys.readouterr().out

    def test_a_hostile_name_stays_in_its_cell(self) -> None:
        hostile, harmless = with_texts(WHOLE, HOSTILE), with_texts(WHOLE, "x")
        pages = [explained_together([told], [[]], "vi", "dossier") for told in (hostile, harmless)]

        assert structure(pages[0]) == structure(pages[1])
