"""Whatever a public call gives back shows as what it is: strict HTML, plain words, nothing that anybody else wrote run.

Every name, figure and document is invented.
"""

from __future__ import annotations

import copy
import inspect
import json
import re
import unicodedata
from datetime import date
from fractions import Fraction
from io import StringIO
from types import SimpleNamespace
from typing import Any

import polars as pl
import pytest
from attrs import evolve
from html_reading import read
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rewording import reworded
from small_plan import (
    COMMUNES,
    DOSSIER,
    NOT_ADOPTED,
    ON,
    PLAN,
    STRICTLY,
    XA_MAU,
    asking,
    has_fund,
    jobs,
    poverty_falls,
)

import thidua
from thidua import as_html, as_text, compare, impact, lint, sensitivity
from thidua.amendments import amend, mark_no_looser, replace
from thidua.clauses import Clause
from thidua.conditions import ALWAYS, Condition
from thidua.displays import Shown
from thidua.dossiers import Dossier
from thidua.errors import WrongValueError
from thidua.evidence import Paper
from thidua.findings import Finding
from thidua.interpreters.assess import assess
from thidua.interpreters.award import OpenAwards, awards_open
from thidua.interpreters.columns.tabulate import tabulate
from thidua.interpreters.explanation import explanation
from thidua.interpreters.floors import FloorReport, floors_broken, floors_checked, floors_said
from thidua.interpreters.html.outlined import outlined
from thidua.interpreters.linting.results import Fault, LintFinding, LintReport, lint_said
from thidua.interpreters.margins import margins
from thidua.interpreters.needs import needs
from thidua.interpreters.needs_wording import needs_data, needs_text
from thidua.interpreters.populations.changing import impact_of_table
from thidua.interpreters.reading_back import read_explanation
from thidua.interpreters.receipt_check import check_receipt
from thidua.interpreters.remedying.data import remedies_data, remedies_text
from thidua.interpreters.remedying.remedies import remedies
from thidua.interpreters.why import why
from thidua.interpreters.why_wording import why_data, why_text
from thidua.nodes import Compare, Exactly, Op, Recorded
from thidua.quantities import SHARE
from thidua.sources import Document
from thidua.subjects import Commune
from thidua.texts import Sic, Text
from thidua.verdicts import MET, NOT_MET, VERDICTS, M, N

LANGUAGES = ("vi", "en")
LEVELS = ("public", "dossier", "internal")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&lt;</style></div>{}%s\n- a\n  1. b:\x00\x1b\u202e"
SECTIONS = ("why", "needs", "remedies")
ACT = Document("00/QĐ-VD", date(2025, 1, 2), "UBND huyện Mẫu")
letters = st.sampled_from([*"<>&\"'/=-`\n\t :", "</", "<!--", "]]>", "&#x3c;", "\n  - "]) | st.characters()
texts = st.lists(letters, max_size=12).map("".join)
NOT_SHOWN = {"Asked", "Percent", "Money", "Years", "Text"}
"""What is asked is an answer for programs; the rest is what plans are written with."""
MARKED = amend(PLAN, mark_no_looser("III.2.1-1", by=ACT), effective=date(2025, 1, 2))
EASIER = Clause("III.2.1-1", text="Có quỹ.", en="A fund.", requires=ALWAYS)
FRAME = pl.DataFrame({"code": ["VD-01", "VD-02"], "name": ["Xã Một", "Xã Hai"], "has_fund": [True, None]})


def values() -> dict[str, Any]:
    """One of each kind of value that shows itself, by what it is called here."""
    clause = evolve(poverty_falls, readings=(NOT_ADOPTED,), sic=(Sic("Quy mô", "quy mô", "viết hoa", "a capital"),))
    provision = evolve(PLAN.item("I"), readings=(STRICTLY.reading,), sic=(Sic("I.", "1.", "số", "a numeral"),))
    faulty = asking(jobs.is_at_least(2000), has_fund.is_yes())
    other = evolve(PLAN, contents=(evolve(COMMUNES, clauses=(EASIER, *COMMUNES.clauses[1:])),), routes=PLAN.routes)
    judged = assess(PLAN, DOSSIER, on=ON)
    told = explanation(judged, sections=SECTIONS)
    asks = replace("III.2.1-1", text="Có quỹ.", en="A fund.", requires=has_fund.is_yes(), by=ACT)
    looser = amend(MARKED, asks, effective=date(2025, 1, 2))
    return {
        "plan": PLAN,
        "amended plan": looser,
        "group": COMMUNES,
        "clause": clause,
        "provision": provision,
        "reading": STRICTLY.reading,
        "reading with nothing adopted": evolve(NOT_ADOPTED, acts=Text("ở đó", "there")),
        "condition": poverty_falls.requires,
        "condition that is always met": ALWAYS,
        "dossier": DOSSIER,
        "paper": DOSSIER.papers[0],
        "paper that says nothing": Paper(ACT),
        "assessment": judged,
        "finding": judged.finding(poverty_falls),
        "why": why(judged),
        "why of a clause": why(judged, of="III.2.1-2"),
        "needs": needs(judged, of="III.2.1-3"),
        "remedies": remedies(assess(PLAN, DOSSIER, on=date(2025, 6, 30), review="final")),
        "margins": margins(judged),
        "no margins": margins(assess(PLAN, Dossier(XA_MAU), on=ON)),
        "awards": awards_open(PLAN, judged),
        "no awards": awards_open(evolve(PLAN, routes=()), judged),
        "award": awards_open(PLAN, judged)[0],
        "comparison": compare(PLAN, other, group="III.2.1", review="final"),
        "impact": impact(PLAN, other, [DOSSIER], on=ON),
        "sensitivity": sensitivity(PLAN, [DOSSIER], on=ON, readings=["A-02", "B-01"]),
        "lint": lint(faulty),
        "lint with nothing found": LintReport([], PLAN, [PLAN.reviews[0].label], 3),
        "floors": floors_checked(looser),
        "floors that hold": floors_broken(PLAN),
        "table": tabulate(PLAN, Commune, FRAME, on=ON),
        "lazy table": tabulate(PLAN, Commune, FRAME.lazy(), on=ON),
        "table impact": impact_of_table(PLAN, other, Commune, FRAME, on=ON),
        "table impact of nothing": impact_of_table(PLAN, PLAN, Commune, FRAME, on=ON),
        "lazy table impact": impact_of_table(PLAN, other, Commune, FRAME.lazy(), on=ON),
        "stored": read_explanation(told),
        "check": check_receipt(other, DOSSIER, told),
        "check that agrees": check_receipt(PLAN, DOSSIER, told),
    }


VALUES = values()


def pages() -> dict[str, Any]:
    """The public functions that give a page of text, each asked in a language."""
    judged, still_open = VALUES["assessment"], assess(asking(has_fund.is_yes()), Dossier(XA_MAU), on=ON)
    table, moved = VALUES["table"], thidua.sensitivity_of_table(PLAN, Commune, FRAME, on=ON, readings=["A-02"])
    return {
        "explain": lambda language: thidua.explain(judged, language),
        "as_markdown": lambda language: thidua.as_markdown(judged, language),
        "as_text": lambda language: as_text(table, language),
        "history": lambda language: thidua.history(VALUES["amended plan"], language),
        "history of nothing": lambda language: thidua.history(PLAN, language),
        "checklist": lambda language: thidua.checklist(PLAN, Commune, language),
        "judgement_sheet": lambda language: thidua.judgement_sheet(PLAN, Dossier(XA_MAU), language, on=ON),
        "request_letter": lambda language: thidua.request_letter(still_open, language),
        "why_text": lambda language: why_text(judged, language),
        "needs_text": lambda language: needs_text(judged, language),
        "remedies_text": lambda language: remedies_text(judged, language),
        "lint_said": lambda language: lint_said(VALUES["lint"], language),
        "floors_said": lambda language: floors_said(VALUES["floors"], language),
        "impact_said": lambda language: thidua.impact_said(VALUES["impact"], language),
        "sensitivity_said": lambda language: thidua.sensitivity_said(VALUES["sensitivity"], language),
        "summary_said": lambda language: thidua.summary_said(table, language),
        "decisive_clauses_said": lambda language: thidua.decisive_clauses_said(table, language),
        "missing_said": lambda language: thidua.missing_said(table, language),
        "impact_of_table_said": lambda language: thidua.impact_of_table_said(VALUES["table impact"], language),
        "sensitivity_of_table_said": lambda language: thidua.sensitivity_of_table_said(PLAN, moved, language),
    }


PAGES = pages()


class TestEveryKind:
    """In a notebook, with nothing to configure, each value shows as what it is."""

    @pytest.mark.parametrize("kind", VALUES)
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("level", LEVELS)
    def test_is_strict_html_and_plain_words(self, kind: str, language: str, level: str) -> None:
        shown, said = as_html(VALUES[kind], language, level), as_text(VALUES[kind], language, level)
        found = read(shown)

        assert found.elements[0] == ("div", {"class": "thidua", "lang": language})
        assert found.text
        assert said == said.strip()
        assert "<" not in said
        assert all(unicodedata.is_normalized("NFC", text) for text in (shown, said))

    @pytest.mark.parametrize("kind", VALUES)
    def test_shows_itself(self, kind: str) -> None:
        value = VALUES[kind]

        assert value._repr_html_() == as_html(value)
        assert str(value) == as_text(value)
        assert value._repr_mimebundle_() == {"text/plain": as_text(value), "text/html": str(as_html(value))}

    @pytest.mark.parametrize("kind", VALUES)
    def test_headings_go_down_one_at_a_time(self, kind: str) -> None:
        depths = [int(tag[1]) for tag, _ in read(as_html(VALUES[kind])).elements if re.fullmatch("h[1-6]", tag)]

        assert all(after - before <= 1 for before, after in zip([2, *depths], depths, strict=False))

    @pytest.mark.parametrize("kind", VALUES)
    def test_what_is_wide_stands_in_a_box_of_its_own(self, kind: str) -> None:
        found = read(as_html(VALUES[kind]))
        boxes = [attributes for attributes in found.named("div") if attributes.get("class") == "wide"]

        assert len(found.named("table")) == len(boxes)
        assert all(box["aria-label"] and box["tabindex"] == "0" for box in boxes)

    def test_every_class_that_shows_itself_is_looked_at_here(self) -> None:
        def below(kind: type[Any]) -> set[type[Any]]:
            return {kind, *(each for one in kind.__subclasses__() for each in below(one))}

        assert {type(value) for value in VALUES.values()} == (below(Shown) - {Shown}) | {Finding}

    def test_every_class_that_a_public_function_gives_shows_itself(self) -> None:
        given: dict[str, type[Any]] = {}
        for function in (getattr(thidua, name) for name in thidua.__all__):
            if inspect.isfunction(function):
                named = re.findall(r"\w+", str(function.__annotations__["return"]))
                kinds = [kind for name in named if inspect.isclass(kind := function.__globals__.get(name))]
                given |= {kind.__name__: kind for kind in kinds if kind.__module__.startswith("thidua.")}
        silent = {name for name, kind in given.items() if not hasattr(kind, "_repr_html_")}

        assert {"LintReport", "FloorReport", "OpenAwards", "Needs", "Why", "Remedies", "Population"} <= set(given)
        assert silent == NOT_SHOWN


class TestLanguages:
    """The law's own words are named as Vietnamese wherever they stand in English, and its English in Vietnamese."""

    @pytest.mark.parametrize("kind", ["clause", "provision"])
    def test_of_a_part_of_the_plan(self, kind: str) -> None:
        part = VALUES[kind]
        slip = part.sic[0]

        assert f'<blockquote lang="vi">{part.text}</blockquote>' in as_html(part, "en")
        assert f'<blockquote lang="en">{part.en}</blockquote>' in as_html(part, "vi")
        for words in (slip.written, slip.read):
            assert f'“<span lang="vi">{words}</span>”' in as_html(part, "en")


class TestHostile:
    """Whoever wrote it, and wherever it stands, a text is a text: the page is made of what it was made of."""

    @pytest.mark.parametrize("kind", VALUES)
    @settings(max_examples=8, deadline=None)
    @given(text=texts)
    @example(text=HOSTILE)
    def test_no_text_changes_what_a_page_is_made_of(self, kind: str, text: str) -> None:
        hostile, harmless = reworded(VALUES[kind], f"x{text}"), reworded(VALUES[kind], "x")
        for level in LEVELS[1:]:
            shown = as_html(hostile, "en", level)

            assert read(shown).elements == read(as_html(harmless, "en", level)).elements
            assert not set("\x00\x1b\x7f") & set(shown)

    def test_every_text_was_reworded(self) -> None:
        for kind in ("plan", "clause", "dossier", "assessment", "finding", "why", "comparison", "lint", "awards"):
            assert "XYZ" in as_html(reworded(VALUES[kind], "XYZ"))


class TestReports:
    """A report is the tuple it always was, and knows what was asked."""

    def test_an_empty_one_says_that_nothing_was_found_and_what_was_asked(self) -> None:
        report = lint(PLAN)

        assert report == ()
        assert not report
        assert as_text(report, "en").splitlines()[0].startswith("mau: looked through: 4 clauses, ")
        assert lint_said(()) in as_text(report)
        assert all(fault.value.vi in as_text(report) for fault in Fault)
        assert "✓ Không thấy lỗi nào." in read(as_html(report)).text

    def test_one_with_faults_is_iterated_indexed_and_searched(self) -> None:
        report = lint(asking(jobs.is_at_least(2000), has_fund.is_yes()))
        first = report[0]

        assert isinstance(first, LintFinding)
        assert [first, *report[1:]] == list(report)
        assert first in report
        assert report == tuple(report)
        assert len(report) == len(tuple(report))
        assert first.reason.vi[1:] in read(as_html(report)).text

    def test_readings_that_could_not_be_tried_are_not_said_to_be(self) -> None:
        beyond = lint(asking(Condition(Compare(Recorded(jobs.fact), Op.AT_LEAST, Exactly(Fraction(1, 2), SHARE)))))

        assert (beyond.readings, [found.fault for found in beyond]) == (0, [Fault.OUTSIDE_ITS_UNIT])
        assert "kỳ xét: không có" in as_text(lint(evolve(PLAN, reviews=(), routes=())))

    @pytest.mark.parametrize("kind", ["lint", "floors", "awards", "margins"])
    def test_can_be_copied(self, kind: str) -> None:
        made = copy.deepcopy(VALUES[kind])

        assert made == VALUES[kind]
        assert as_text(made) == as_text(VALUES[kind])

    def test_of_floors(self) -> None:
        assert isinstance(floors_checked(PLAN), FloorReport)
        assert as_text(floors_checked(PLAN), "en").splitlines() == [
            "mau: marks as no looser, checked: 0", floors_said((), "en"),
        ]  # fmt: skip
        assert VALUES["floors"].asked().endswith(": 1")

    def test_of_awards(self) -> None:
        assert isinstance(VALUES["awards"], OpenAwards)
        assert read(as_html(VALUES["awards"], "en")).text.count("To be answered for every form") == 0
        assert "The plan opens no form." in as_html(VALUES["no awards"], "en")


class TestAnswers:
    """What `why`, `needs` and `remedies` found is told like the assessment it is about."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_as_from_the_assessment(self, language: str) -> None:
        judged = assess(PLAN, DOSSIER, on=ON)

        assert why_text(why(judged), language) == why_text(judged, language) == why_text(why_data(judged), language)
        assert needs_text(needs(judged), language) == needs_text(judged, language)
        assert needs_text(needs_data(judged), language) == needs_text(judged, language)
        assert remedies_text(remedies(judged), language) == remedies_text(judged, language)
        assert remedies_text(remedies_data(judged), language) == remedies_text(judged, language)

    @pytest.mark.parametrize("tell", [why_text, needs_text, remedies_text])
    @pytest.mark.parametrize("given", [3, {}, None])
    def test_anything_else_is_refused(self, tell: Any, given: Any) -> None:
        with pytest.raises(WrongValueError, match="expected an assessment, what"):
            tell(given)

    def test_answers_about_equal_findings_are_equal_whoever_asked(self) -> None:
        judged = assess(PLAN, DOSSIER, on=ON)
        named = assess(PLAN, Dossier(Commune("VD-09", "Xã Khác"), DOSSIER.papers), on=ON)

        assert (why(judged), needs(judged)) == (why(named), needs(named))
        assert remedies(judged) == remedies(named)
        assert "assessment" not in repr(needs(judged))


class TestMargins:
    """Margins show themselves clause by clause; of what is withheld, not even that there is one."""

    def test_tell_what_is_asked_where_the_threshold_lies_and_how_far_it_is(self) -> None:
        said, shown = as_text(VALUES["margins"]), read(as_html(VALUES["margins"])).text

        for line in ("yêu cầu: tổng số hộ nghèo và số hộ cận nghèo giảm trên 50%", "ngưỡng: nhiều nhất 49 hộ"):
            assert line in said
        assert "Chênh lệch nếu đạt thì dư nhiều nhất 9 hộ" in shown
        assert all(each.margin.text.vi in said for each in VALUES["margins"])

    def test_of_an_entry_say_which(self) -> None:
        assert "\n    mục trong sổ: BC-01\n" in as_text(VALUES["margins"])

    def test_with_nothing_to_count_say_so(self) -> None:
        assert as_text(VALUES["no margins"], "en").splitlines()[1:] == ["There is nothing to count."]

    def test_leave_out_what_is_withheld(self) -> None:
        said = {level: as_text(VALUES["margins"], "en", level) for level in LEVELS}

        assert "BC-01" not in said["public"]
        assert [level for level in LEVELS if "What is withheld is left out here." in said[level]] == ["public"]


class TestConditions:
    """A condition shows the sentence it stands for, and not the nodes it is made of."""

    def test_is_the_sentence_that_describe_says(self) -> None:
        condition = jobs.is_at_least(10) & ~has_fund.is_yes()

        assert str(condition) == as_text(condition) == thidua.describe(condition)
        assert thidua.describe(condition)[1:] in read(as_html(condition)).text
        assert "Số việc làm tạo được" in read(as_html(condition)).text

    def test_names_the_readings_it_rests_on(self) -> None:
        assert f"<dt>{STRICTLY.reading.id}</dt>" in as_html(poverty_falls.requires)
        assert "<details" not in as_html(ALWAYS)


class TestPapers:
    """A paper by itself shows as it does in its dossier, and tells no more."""

    @pytest.mark.parametrize("level", LEVELS)
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_as_in_a_dossier(self, language: str, level: str) -> None:
        whole = as_text(DOSSIER, language, level)

        for paper in DOSSIER.papers:
            assert "\n".join(f"  {line}" for line in as_text(paper, language, level).splitlines()) in whole
            assert read(as_html(paper, language, level)).text in read(as_html(DOSSIER, language, level)).text


class TestTables:
    """A judged table shows its counts under the sentences they are about; a lazy one is not computed."""

    def test_counts_the_four_words(self) -> None:
        shown = read(as_html(VALUES["table"])).text

        assert "Số đối tượng: 2" in shown
        assert "✓ đạt ✗ không đạt ? chưa đủ căn cứ – không áp dụng" in shown
        assert poverty_falls.text in shown
        assert "has_fund" in shown

    def test_a_lazy_one_says_so(self) -> None:
        for language, said in (("vi", "gọi summary(…) để tính"), ("en", "The table is lazy and was not computed")):
            assert said in as_text(VALUES["lazy table"], language)
            assert said in as_html(VALUES["lazy table"], language)
        assert ".moves" in as_text(VALUES["lazy table impact"])

    def test_of_which_no_column_is_read(self) -> None:
        shown = as_html(tabulate(PLAN, Commune, FRAME.select("code"), on=ON))

        assert "Cột đã đọc" not in shown

    def test_nothing_moved(self) -> None:
        assert "Không có gì thay đổi." in as_html(VALUES["table impact of nothing"])


class TestEditions:
    def test_an_edition_is_told_by_the_documents_that_amended_it(self) -> None:
        compared = evolve(VALUES["comparison"], old=PLAN, new=VALUES["amended plan"])

        assert "mau (old) → mau (new) (amended by 00/QĐ-VD)" in as_html(compared, "en")

    def test_a_review_that_the_new_plan_does_not_have_goes_by_its_id(self) -> None:
        moved = evolve(VALUES["impact"], review="elsewhere")

        assert "; elsewhere; assessed on" in as_html(moved, "en")


class TestWords:
    """What is a page of text is shown line by line, in its own language, and is a text like any other."""

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("function", PAGES)
    def test_of_every_function_that_gives_a_page(self, function: str, language: str) -> None:
        words = PAGES[function](language)
        found = read(words._repr_html_())

        assert found.elements[0] == ("div", {"class": "thidua", "lang": language})
        assert "".join(found.texts) == words
        assert as_text(words) == words == copy.deepcopy(words) == json.loads(json.dumps(words))
        assert copy.deepcopy(words).language == language

    def test_of_every_public_function_that_gives_text(self) -> None:
        public = [getattr(thidua, name) for name in thidua.__all__]
        giving = {
            each.__name__ for each in public if inspect.isfunction(each) and each.__annotations__["return"] == "str"
        }

        assert giving - {*PAGES} == {"describe"}  # what it says stands within a sentence

    def test_what_stands_below_one_another_is_not_broken(self) -> None:
        letter = thidua.request_letter(assess(asking(has_fund.is_yes()), Dossier(XA_MAU), on=ON))
        box = {"class": "columns", "tabindex": "0", "role": "group", "aria-label": "Văn bản"}

        assert read(letter._repr_html_()).elements[2:] == [("pre", box)]
        assert not thidua.history(PLAN).columns

    def test_ipython_writes_the_lines_and_not_their_representation(self) -> None:
        printed = StringIO()
        words: Any = thidua.explain(assess(PLAN, DOSSIER, on=ON))
        words._repr_pretty_(SimpleNamespace(text=printed.write), None)

        assert printed.getvalue().startswith("Xã Mẫu (xã, mã VD-01): KHÔNG ĐẠT\n")


class TestVerdicts:
    """A verdict by itself shows its word with its shape; in code it stays the set it is."""

    def test_each_of_the_four_words(self) -> None:
        assert as_text(MET) == "✓ đạt"
        assert as_text(VERDICTS[M | N], "en") == "? undetermined, can now only be met or not applicable"
        assert '<span class="word not_met">✗ không đạt</span>' in NOT_MET._repr_html_()
        assert "chỉ còn khả năng" in read(as_html(VERDICTS[M | N])).text
        assert (str(MET), f"{VERDICTS[M | N]}") == ("{met}", "{met, not_applicable}")


class TestOutline:
    """Lines of text as headings, sentences and lists."""

    def test_by_indent_and_number(self) -> None:
        told = outlined(["Why:", "  so:", "    1. one", "    2. two", "  else", "", "Plain.", "- a", "    b"], 3)

        assert told == (
            "<h3>Why</h3><ul><li>so:<ol><li>one</li><li>two</li></ol></li><li>else</li></ul>"
            "<p>Plain.</p><ul><li>a<ul><li>b</li></ul></li></ul>"
        )

    def test_a_line_alone_after_numbers_is_a_sentence(self) -> None:
        assert outlined(["  1. one", "  (note)"], 3) == "<ol><li>one</li></ol><p>(note)</p>"
        assert outlined(["  only"], 3) == "<p>only</p>"
        assert outlined(["  1. one"], 3) == "<ol><li>one</li></ol>"
