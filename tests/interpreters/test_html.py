"""What people look at: HTML in a notebook, words on a console. Every name, figure and document is invented.

`REWRITE_GOLDEN=1 pytest tests/interpreters/test_html.py` writes the pages anew; open them before keeping them.
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
from html_reading import read
from hypothesis import given, settings
from hypothesis import strategies as st
from sentinels import Marked, marked
from small_plan import (
    COMMUNES,
    DOSSIER,
    END_2024,
    NOT_ADOPTED,
    ON,
    PLAN,
    XA_MAU,
    Area,
    area,
    assessed,
    counted,
    document,
    effort,
    gift,
    gifts,
    has_fund,
    jobs,
    judgement,
    paper,
    poverty_falls,
    report,
    reports,
    under_inquiry,
)

import thidua
from thidua import as_html, as_text, compare, impact, sensitivity
from thidua.amendments import adopting, amend, set_threshold
from thidua.clauses import Clause
from thidua.conditions import ALWAYS, all_of, any_of, at_least, not_, where
from thidua.dossiers import Dossier
from thidua.errors import UnknownNameError, WrongValueError
from thidua.evidence import Paper
from thidua.interpreters.assess import assess
from thidua.interpreters.comparing.data import said_in_words
from thidua.interpreters.comparing.results import Change, Comparison
from thidua.interpreters.comparing.said import comparison_said
from thidua.interpreters.explain import explain
from thidua.interpreters.explanation import explanation
from thidua.interpreters.html.markup import Markup, joined, tag, text
from thidua.interpreters.html.page import page
from thidua.interpreters.html.parts import definitions, listed
from thidua.interpreters.html.styles import FRAGMENT, PAGE, PAIRS
from thidua.interpreters.impact import impact_said
from thidua.interpreters.outline import item_said, plan_said
from thidua.interpreters.sections import SECTIONS, Section
from thidua.interpreters.sensitivity import PairEffect, sensitivity_said
from thidua.movements import Plan
from thidua.quantities import percent
from thidua.sources import Document
from thidua.subjects import Commune
from thidua.texts import Sic
from thidua.vocabulary import household, official

GOLDEN = Path(__file__).parent / "golden"
ACT = Document("00/QĐ-VD", date(2025, 1, 2), "UBND huyện Mẫu")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&lt;\x00\x1b\u202e"
LANGUAGES = ("vi", "en")


def stricter(plan: Plan = thidua.PLAN) -> Plan:
    return amend(plan, set_threshold("III.2.2-4", "fall", percent(60), by=ACT), effective=date(2025, 1, 2))


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    """One of each kind of value that shows itself."""
    examples = Path(__file__).parents[2] / "examples" / "quynh-nhai"
    dossiers = [thidua.load(thidua.PLAN, path.read_bytes()) for path in sorted(examples.glob("commune-0[1-3]*.json"))]
    judged = assess(PLAN, DOSSIER, on=ON)
    return {
        "plan": PLAN,
        "amended plan": stricter(),
        "group": COMMUNES,
        "clause": poverty_falls,
        "dossier": DOSSIER,
        "assessment": judged,
        "finding": judged.finding(poverty_falls),
        "comparison": compare(thidua.PLAN, stricter(), group="III.2.2", review="final-2025"),
        "impact": impact(thidua.PLAN, stricter(), dossiers, on=ON),
        "sensitivity": sensitivity(thidua.PLAN, dossiers, on=ON, readings=["A-02", "A-13"]),
    }


KINDS = (
    "plan", "amended plan", "group", "clause", "dossier", "assessment", "finding", "comparison", "impact",
    "sensitivity",
)  # fmt: skip


class TestEveryKind:
    """In a notebook, with nothing to configure, each value shows as what it is."""

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_is_strict_html_in_either_language(self, kind: str, language: str, values: dict[str, Any]) -> None:
        found = read(as_html(values[kind], language))

        assert found.elements[0] == ("div", {"class": "thidua", "lang": language})
        assert found.text

    @pytest.mark.parametrize("kind", KINDS)
    def test_shows_itself(self, kind: str, values: dict[str, Any]) -> None:
        value = values[kind]

        assert value._repr_html_() == as_html(value)
        assert str(value) == as_text(value)
        assert value._repr_mimebundle_(include=None, exclude=None) == {
            "text/plain": as_text(value),
            "text/html": str(as_html(value)),
        }

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_words_on_a_console_hold_no_html(self, kind: str, language: str, values: dict[str, Any]) -> None:
        said = as_text(values[kind], language)

        assert said == said.strip()
        assert "<" not in said

    @pytest.mark.parametrize("kind", KINDS)
    def test_stays_short_beside_what_it_stands_for(self, kind: str, values: dict[str, Any]) -> None:
        assert len(as_text(values[kind])) < len(repr(values[kind]))

    def test_the_words_are_those_of_each_function(self, values: dict[str, Any]) -> None:
        assert as_text(PLAN, "en") == plan_said(PLAN, "en")
        assert as_text(poverty_falls) == item_said(PLAN, poverty_falls.id)
        assert as_text(values["assessment"], "en") == explain(values["assessment"], "en")
        assert as_text(values["impact"]) == impact_said(values["impact"])
        assert as_text(values["sensitivity"]) == sensitivity_said(values["sensitivity"])

    @pytest.mark.parametrize("show", [as_html, as_text])
    def test_what_has_no_form_is_refused(self, show: Any) -> None:
        with pytest.raises(WrongValueError, match="int has no form to be shown in; expected a plan, a group"):
            show(3)

    @pytest.mark.parametrize("show", [as_html, as_text])
    def test_what_is_no_level_is_refused(self, show: Any) -> None:
        with pytest.raises(UnknownNameError, match="publc"):
            show(PLAN, level="publc")


class TestAssessment:
    """The verdict, then clause by clause; required and found; what is settled is folded away."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_is_letter_for_letter_what_is_kept(self, language: str) -> None:
        told = explanation(assess(PLAN, DOSSIER, on=ON))
        told["receipt"].update(library="thidua", plan_digest="…", dossier_digest="…", body_digest="…")
        shown = re.sub("<style>.*?</style>", "<style>…</style>", page("Xã Mẫu", language, as_html(told, language)))
        shown = shown.replace("><", ">\n<")
        golden = GOLDEN / f"explanation.{language}.html"
        if os.environ.get("REWRITE_GOLDEN"):
            golden.write_text(shown, encoding="utf-8")

        assert shown == golden.read_text(encoding="utf-8")

    def test_one_stored_as_data_looks_the_same(self) -> None:
        judged = assess(PLAN, DOSSIER, on=ON)

        assert as_html(json.loads(json.dumps(explanation(judged)))) == as_html(judged)

    def test_says_all_that_the_text_says(self) -> None:
        judged = assess(PLAN, DOSSIER, on=ON)
        shown = read(as_html(judged, "en")).text.casefold()
        told = [line.split(": ", 1)[-1].strip(" “”-") for line in explain(judged, "en").splitlines() if ": " in line]

        for line in told:
            for part in re.split(r" → |; |\(|\) –| – ", line):
                assert part.strip(" ()[]→").removesuffix("--remedies").strip(" (").casefold() in shown

    def test_the_decisive_clause_is_open_and_a_settled_one_is_folded(self) -> None:
        papers = (*DOSSIER.papers, judgement(), counted(END_2024, near_poor=5))
        found = read(as_html(assess(PLAN, Dossier(XA_MAU, papers), on=ON)))
        opened = ["open" in attributes for attributes in found.named("details")]

        assert opened == [True, False, False, False, False]

    def test_each_word_has_its_shape_and_is_read_aloud(self) -> None:
        found = read(as_html(assess(PLAN, DOSSIER, on=ON)))
        marks = {(span["class"], span["aria-label"]) for span in found.named("span") if "aria-label" in span}

        assert ("mark undetermined", "chưa đủ căn cứ") in marks
        assert ("mark not_met", "không đạt") in marks
        assert "✗ không đạt" in found.text

    def test_what_does_not_apply_is_said_not_to_be_asked(self) -> None:
        outside = paper(area.recorded(Area.OUTSIDE, since=date(2021, 6, 4)))

        assert "Không yêu cầu" in read(as_html(assess(PLAN, Dossier(XA_MAU, (outside,)), on=ON))).text

    def test_a_group_that_does_not_address_the_subject_says_so_and_no_more(self) -> None:
        elsewhere = evolve(COMMUNES, applies_where=area.is_one_of(Area.I))
        plan = evolve(PLAN, contents=(elsewhere,), routes=())
        outside = paper(area.recorded(Area.OUTSIDE, since=date(2021, 6, 4)))
        shown = read(as_html(assess(plan, Dossier(XA_MAU, (outside,)), on=ON))).text

        assert "Đối tượng của nhóm tiêu chí" in shown
        assert "– không thuộc đối tượng" in shown
        assert poverty_falls.text not in shown

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_combinations_keep_their_parts(self, language: str) -> None:
        asked = (
            not_(has_fund.is_yes()),
            not_(all_of(has_fund.is_yes(), jobs.is_at_least(2))),
            any_of(all_of(has_fund.is_yes(), jobs.is_at_least(2)), jobs.is_at_least(4)),
            at_least(1, has_fund.is_yes(), where(has_fund.is_yes(), jobs.is_at_least(9)), if_fewer_applicable="cap"),
        )
        for condition in asked:
            found = read(as_html(assessed(condition, paper(jobs.recorded(3), has_fund.recorded(False))), language))
            assert found.named("li")

    def test_a_clause_that_refers_to_another_says_which(self) -> None:
        first = Clause("III.2.1-1", text="…", en="…", requires=has_fund.is_yes())
        second = Clause("III.2.1-2", text="…", en="…", requires=first.is_met())
        group = evolve(COMMUNES, clauses=(first, second), requires=second.is_met(), readings=())
        plan = evolve(PLAN, contents=(group,), routes=())

        assert "đạt tiêu chí III.2.1-1" in read(as_html(assess(plan, Dossier(XA_MAU), on=ON))).text

    def test_a_clause_that_asks_nothing_of_the_papers(self) -> None:
        shown = read(as_html(assessed(ALWAYS))).text

        assert "✓ đạt" in shown
        assert "Cách hiểu đã dùng" not in shown

    def test_a_section_is_told_as_in_the_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(
            SECTIONS,
            "extra",
            Section(lambda _: {"said": "<một>"}, lambda data, _: data, lambda data, _: [data["said"]]),
        )
        told = explanation(assess(PLAN, DOSSIER, on=ON), sections=["extra"])

        assert "<p>&lt;một&gt;</p>" in as_html(told)
        told["sections"]["unheard of"] = {}
        assert "unheard of" not in as_html(told)

    def test_a_level_nobody_knows_is_shown_as_it_stands(self) -> None:
        told = explanation(assess(PLAN, DOSSIER, on=ON))
        receipt = {**told["receipt"], "amendments": ["sửa"]}

        assert "sửa" in read(as_html({**told, "receipt": receipt})).text


class TestHostile:
    """Everything is escaped, whoever wrote it."""

    def dossier(self) -> Dossier[Commune]:
        source = Document(HOSTILE, date(2025, 6, 30), HOSTILE, HOSTILE)
        other = Document("khác", date(2025, 6, 30), HOSTILE)
        said = judgement()
        return Dossier(
            Commune(HOSTILE, HOSTILE),
            (
                Paper(source, jobs.recorded(3), has_fund.recorded(False), corrects=other),
                Paper(other, jobs.recorded(2)),
                Paper(source, gift(HOSTILE, 1), report(HOSTILE, date(2024, 6, 20), date(2024, 7, 1))),
                Paper(source, reports.complete(entries=1, through=date(2025, 12, 15), by=HOSTILE)),
                Paper(
                    said.document,
                    effort.judged("DONE", by="Hội đồng Mẫu", on=date(2025, 12, 2), reason=HOSTILE, dissent=HOSTILE),
                ),
            ),
        )

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("level", ["public", "dossier", "internal"])
    def test_in_dossiers_and_assessments(self, language: str, level: str) -> None:
        dossier = self.dossier()
        judged = assess(PLAN, dossier, on=ON)
        for value in (dossier, judged, judged.found, explanation(judged, "internal")):
            shown = as_html(value, language, level)
            read(shown)
            assert not set("\x00\x1b") & set(shown)
            assert "<script" not in shown
            assert "<img" not in shown

    def test_in_the_law_itself(self) -> None:
        words: dict[str, Any] = {"text": HOSTILE, "en": HOSTILE}
        clause = Clause("III.2.1-1", **words, requires=has_fund.is_yes())
        slip = Sic(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
        with_slip = Clause("III.2.1-2", **words, requires=has_fund.is_yes(), sic=(slip,))
        group = evolve(
            COMMUNES,
            heading=evolve(COMMUNES.heading, text=HOSTILE, en=HOSTILE),
            clauses=(clause, with_slip),
            requires=clause.is_met(),
        )
        plan = evolve(PLAN, id=HOSTILE, contents=(group,), title=evolve(PLAN.title, vi=HOSTILE, en=HOSTILE), routes=())
        told = (plan, group, clause, with_slip, impact(plan, plan, [Dossier(Commune(HOSTILE, HOSTILE))], on=ON))
        for value in told:
            for language in LANGUAGES:
                read(as_html(value, language))

    @given(st.text(st.characters(min_codepoint=0x20, exclude_categories=("Cs", "Cc", "Cn"))))
    def test_in_any_text(self, said: str) -> None:
        found = read(tag("p", said, class_=said))

        assert "".join(found.texts) == said
        assert found.named("p") == [{"class": said}]

    @pytest.mark.parametrize("letter", ["\x00", "\x1b", "\x7f", "\x9f", "\ud800", "\uffff"])
    def test_letters_no_page_may_hold_are_replaced(self, letter: str) -> None:
        assert text(f"a{letter}b\n") == "a\ufffdb\n"


class TestLevels:
    """What is more sensitive than the level is not in it."""

    def test_a_dossier_at_public_level_names_nobody_and_shows_no_paper(self) -> None:
        shown = read(as_html(DOSSIER, level="public")).text

        assert XA_MAU.name not in shown
        assert "UBND" not in shown
        assert "không công bố" in shown

    def test_an_assessment_at_public_level_shows_no_paper(self) -> None:
        shown = read(as_html(assess(PLAN, DOSSIER, on=ON), level="public")).text

        assert "UBND huyện Mẫu" not in shown
        assert "công khai" in shown

    def test_a_finding_is_lowered_as_well(self) -> None:
        found = assess(PLAN, Dossier(XA_MAU, (judgement(),)), on=ON).finding("III.2.1-3")

        for show in (as_html, as_text):
            assert "có sản phẩm cụ thể" in show(found)
            assert "có sản phẩm cụ thể" in show(found, level="internal")
            assert "có sản phẩm cụ thể" not in show(found, level="public")

    @settings(max_examples=20, deadline=None)
    @given(st.sampled_from([household.VOCABULARY, official.VOCABULARY]).flatmap(marked))
    def test_nothing_forbidden_is_read_in_a_dossier_or_an_assessment(self, found: Marked) -> None:
        judged = assess(thidua.PLAN, found.dossier, on=ON)
        for level in ("public", "dossier"):
            for value in (found.dossier, judged, *(finding for _, finding in judged.clauses)):
                said = read(as_html(value, level=level)).text + as_text(value, level=level)
                assert [mark for mark in found.forbidden(level) if mark in said] == []


class TestDossier:
    """A dossier shows paper by paper what is on file."""

    def test_without_papers(self) -> None:
        assert as_text(Dossier(XA_MAU)) == "Xã Mẫu (VD-01)\n  hồ sơ chưa có giấy tờ nào"
        assert "no paper on file" in as_html(Dossier(XA_MAU), "en")

    def test_says_what_each_paper_proves(self) -> None:
        corrected = Paper(document("07/QĐ-UBND"), jobs.recorded(4), corrects=document("06/QĐ-UBND"))
        for_a_while = area.recorded(Area.II, since=date(2021, 6, 4), until=date(2022, 6, 4))
        dossier = Dossier(XA_MAU, (Paper(None, for_a_while), corrected, judgement(), Paper(document("08/QĐ-UBND"))))

        assert as_text(dossier).splitlines() == [
            "Xã Mẫu (VD-01)",
            "  Chưa có văn bản kèm theo",
            "    - khu vực của xã: xã khu vực II, từ 04/6/2021, đến 04/6/2022",
            "  Quyết định số 07/QĐ-UBND ngày 30/6/2025 của UBND huyện Mẫu "  # noqa: ISC004  # one line
            "(đính chính: Quyết định số 06/QĐ-UBND ngày 30/6/2025 của UBND huyện Mẫu)",
            "    - số việc làm tạo được: 4 người",
            "  Biên bản số BB-01 ngày 02/12/2025 của Hội đồng Mẫu",
            "    - sự nỗ lực của cán bộ xã: hoàn thành tốt, Hội đồng Mẫu đánh giá ngày 02/12/2025",
            "  Quyết định số 08/QĐ-UBND ngày 30/6/2025 của UBND huyện Mẫu",
        ]

    def test_says_what_registers_hold(self) -> None:
        said = as_text(DOSSIER, "en")

        assert "- reports, BC-02: the day it was due: 20 June 2025; the day it was sent: never (on record)" in said
        assert "- reports: declared complete by Văn phòng xã, 2 in all through 15 December 2025" in said
        assert "- contributions, PT-02: the day it was received: 1 May 2024; value: 5,000,000 đồng" in said
        assert "- poor households: 60 households, the survey of end-2021" in said
        assert gifts.register.label.vi in as_text(DOSSIER)
        assert "- báo cáo: Văn phòng xã khai đủ đến hết ngày 15/12/2025, 02 mục" in as_text(DOSSIER)

    @pytest.mark.parametrize(("entries", "counted"), [(0, "không có mục nào"), (1, "01 mục")])
    def test_a_register_declared_empty_is_not_counted_in_digits(self, entries: int, counted: str) -> None:
        declared = reports.complete(entries=entries, through=date(2025, 12, 15), by="Văn phòng xã")
        dossier = Dossier(XA_MAU, (Paper(document("08/QĐ-UBND"), declared),))

        assert f"- báo cáo: Văn phòng xã khai đủ đến hết ngày 15/12/2025, {counted}" in as_text(dossier)
        assert said_in_words(declared) == f"báo cáo: khai đủ đến hết ngày 15/12/2025, {counted}"


class TestLaw:
    """The law's sentence first, then what is asked and how it is read."""

    @pytest.mark.parametrize("clause", thidua.PLAN.clauses, ids=lambda clause: clause.id)
    def test_every_clause_shows_its_sentence_in_both_languages(self, clause: Clause[Any]) -> None:
        for language in LANGUAGES:
            shown = read(as_html(clause, language)).text

            assert clause.text in shown
            assert clause.en in shown

    def test_the_plan_shows_every_sentence_and_every_reading(self) -> None:
        shown = read(as_html(thidua.PLAN)).text

        assert all(clause.text in shown for clause in thidua.PLAN.clauses)
        assert all(reading.question.vi in shown for reading in thidua.PLAN.readings)
        assert "Sửa đổi, bổ sung" not in shown

    def test_an_amended_plan_tells_its_history(self) -> None:
        assert "Mức giảm: trước đây 50%, nay 60%" in read(as_html(stricter())).text

    def test_a_reading_that_nothing_is_adopted_of_marks_no_option(self) -> None:
        clause = evolve(poverty_falls, readings=(NOT_ADOPTED,))
        shown = read(as_html(clause)).text

        assert NOT_ADOPTED.question.vi in shown
        assert shown.count("● được chọn") == 1

    def test_a_clause_without_guard_or_readings(self) -> None:
        clause = Clause("III.2.1-1", text="…", en="…", requires=has_fund.is_yes())
        shown = read(as_html(evolve(COMMUNES, clauses=(clause,), requires=clause.is_met(), readings=()))).text

        assert "Áp dụng khi" not in shown
        assert "Cách hiểu" not in shown

    def test_a_group_says_whom_it_addresses(self) -> None:
        assert "Áp dụng khi" in as_html(evolve(COMMUNES, applies_where=under_inquiry.is_yes()))


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return compare(thidua.PLAN, stricter(), group="III.2.2", review="final-2025")


class TestEditions:
    """What changed, and whom it touches."""

    def test_a_comparison_in_words(self, compared: Comparison) -> None:
        assert as_text(compared) == comparison_said(compared)
        assert as_text(compared, "en") == comparison_said(compared, "en")

    def test_a_comparison_as_a_page(self, compared: Comparison) -> None:
        said = read(as_html(compared)).text

        assert "chặt hơn (đã chứng minh)" in said
        assert "III.2.2-4" in said
        assert "sửa ngưỡng" in said

    def test_a_comparison_tells_what_else_differs(self) -> None:
        other = adopting(thidua.PLAN, "A-02", "at_least")
        said = read(as_html(compare(thidua.PLAN, other, group="III.2.2", review="final-2025"), "en")).text

        assert "looser (proved)" in said
        assert "A-02" in said
        assert "met now, not before" in said

    def test_a_comparison_that_is_not_decided_says_why(self, compared: Comparison) -> None:
        (group,) = compared.groups
        unsure = evolve(group, reason=PLAN.title, reads_before=(PLAN.title,))
        said = read(as_html(evolve(compared, groups=(unsure,)))).text

        assert PLAN.title.vi in said
        assert "hai bản hỏi những giấy tờ khác nhau" in said

    def test_a_comparison_without_groups(self, compared: Comparison) -> None:
        assert not read(as_html(evolve(compared, clauses=(), groups=()))).named("table")

    def test_a_clause_that_went_elsewhere_is_told_by_both_ids(self, compared: Comparison) -> None:
        change = evolve(compared.clause("III.2.2-4"), old="III.2.2-3", changes=(Change.RENUMBERED,), readings=("A-02",))
        gone = evolve(change, old="III.2.2-2", new=None, changes=(Change.REPEALED,), readings=())
        said = read(as_html(evolve(compared, clauses=(change, gone)))).text

        assert "III.2.2-3 → III.2.2-4" in said
        assert "đánh số lại (A-02)" in said
        assert "III.2.2-2" in said
        assert "bãi bỏ" in said

    def test_an_impact_counts_and_lists(self) -> None:
        dossiers = [Dossier(XA_MAU, DOSSIER.papers)]

        assert "Không có gì thay đổi." in as_html(impact(PLAN, PLAN, dossiers, on=ON))

    def test_a_sensitivity_without_effect(self) -> None:
        shown = read(as_html(sensitivity(PLAN, [Dossier(XA_MAU)], on=ON, readings=["A-02"]), "en")).text

        assert "No reading matters to them." in shown
        assert "Matter to none of these dossiers: A-02" in shown

    def test_pairs_are_shown(self) -> None:
        found = sensitivity(PLAN, [DOSSIER], on=ON, readings=["A-02", "B-01"])
        pair = PairEffect(
            (PLAN.reading("A-02"), PLAN.reading("B-01")),
            (PLAN.reading("A-02").options[1], PLAN.reading("B-01").options[0]),
            impact(thidua.PLAN, stricter(), [], on=ON).changed,
        )
        shown = read(as_html(evolve(found, readings=(), pairs=(pair,)))).text

        assert "A-02 + B-01: hiểu là at_least; hiểu là done" in shown


class TestParts:
    def test_markup_is_not_escaped_twice_and_shows_itself(self) -> None:
        assert tag("p", tag("b", "<")) == "<p><b>&lt;</b></p>"
        assert tag("br") == "<br>"
        assert joined("<", None) == "&lt;"
        assert Markup("<b>")._repr_html_() == "<b>"

    def test_lists_and_definitions_of_nothing_are_nothing(self) -> None:
        assert listed([]) is None
        assert listed(["một"]) == "một"
        assert definitions([("tên", None), ("tên", "")]) is None


def luminance(colour: str) -> float:
    """WCAG 2.1's relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class TestStyle:
    """Readable in dark and in light, without colour, and without anything from elsewhere."""

    @pytest.mark.parametrize("word", PAIRS)
    def test_letters_stand_out_from_the_ground_below_them(self, word: str) -> None:
        assert contrast(*PAIRS[word]) >= 4.5

    def test_a_fragment_sets_no_colour_but_those_pairs(self) -> None:
        colours = set(re.findall(r"(?<!-)(?:color|background):([^;}]+)", FRAGMENT))

        assert colours == {colour for pair in PAIRS.values() for colour in pair} | {"transparent", "none", "inherit"}

    def test_a_fragment_touches_nothing_around_it(self) -> None:
        rules = re.findall(r"([^{}]+)\{[^{}]*\}", re.sub(r"@media\([^)]*\)\{", "", FRAGMENT))

        assert all(one.strip().startswith(".thidua") for rule in rules for one in rule.split(","))

    def test_a_page_follows_the_reader_and_prints_black_on_white(self) -> None:
        assert "color-scheme:light dark" in PAGE
        assert "background:Canvas;color:CanvasText" in PAGE
        assert "@media print{:root{color-scheme:light}" in PAGE

    def test_nothing_is_loaded_and_nothing_runs(self) -> None:
        found = read(page("Thử", "vi", as_html(assess(PLAN, DOSSIER, on=ON))))
        (policy,) = (meta["content"] for meta in found.named("meta") if "http-equiv" in meta)

        assert policy is not None
        assert policy.startswith("default-src 'none'")
