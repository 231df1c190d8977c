"""The dossiers in examples/: they load, they are invented, and their verdicts are those worked out by hand."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import is_normalized

import pytest

from thidua import PLAN, Assessment, assess, awards_open, dump, explain, load
from thidua.evidence import Entry, Evidence
from thidua.knowledge import CAUTIONS
from thidua.nodes import Kind, Lives

FOLDER = Path(__file__).resolve().parents[1] / "examples" / "quynh-nhai"
FILES = sorted(FOLDER.glob("*.json"))
ON = date(2025, 12, 31)
WORDS = {"M": "met", "F": "not_met", "N": "not_applicable", "?": "undetermined"}

# What the plan says of each dossier, worked out from the plan and the papers: the group, then its clauses in order.
EXPECTED = {
    "agency-01-phong-vi-du": ("M", "MMM"),
    "agency-02-hoi-vi-du": ("F", "?MF"),
    "commune-01-muong-giang": ("M", "MMMM"),
    "commune-02-chieng-bang": ("F", "MMMF"),
    "commune-03-chieng-khoang": ("M", "MMMN"),
    "commune-04-chieng-on": ("F", "MMMF"),
    "commune-05-chieng-khay": ("F", "MMMF"),
    "commune-06-ca-nang": ("?", "M?M?"),
    "commune-07-muong-chien": ("?", "MMM?"),
    "commune-08-muong-gion": ("?", "MM?M"),
    "commune-09-pa-ma-pha-khinh": ("F", "MFMM"),
    "commune-10-muong-sai": ("?", "M?MM"),
    "commune-11-nam-et": ("?", "M?MM"),
    "enterprise-01-quy-tin-dung-vi-du": ("M", "MMM"),
    "enterprise-02-cong-ty-vi-du": ("F", "MFN"),
    "household-01-poor": ("M", "MMN?"),
    "household-02-near-poor": ("M", "MMNN"),
    "household-03-escaped": ("M", "MMMM"),
    "household-04-newly-escaped": ("F", "MMFN"),
    "household-05-other": ("N", "??N?"),
    "household-06-poor": ("F", "FFNF"),
    "household-07-status-missing": ("?", "M??N"),
    "official-01-can-bo-a": ("M", "M"),
    "official-02-can-bo-b": ("N", "?"),
    "official-03-can-bo-c": ("F", "F"),
    "successor-01-xa-vi-du-moi": ("?", "????"),
    "village-01-vi-du-1": ("M", "MNMM"),
    "village-02-vi-du-2": ("F", "MF?M"),
    "village-03-vi-du-3": ("?", "?MMM"),
}


def read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def judged(name: str) -> Assessment[Any]:
    return assess(PLAN, load(PLAN, (FOLDER / f"{name}.json").read_text(encoding="utf-8"), source=name), on=ON)


@pytest.fixture(scope="module")
def assessed() -> dict[str, Assessment[Any]]:
    return {path.stem: judged(path.stem) for path in FILES}


class TestTheFiles:
    def test_each_is_in_the_table_and_nothing_else_is(self):
        assert [path.stem for path in FILES] == sorted(EXPECTED)

    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
    def test_is_readable_by_hand(self, path: Path):
        text = path.read_text(encoding="utf-8")
        assert text.endswith("}\n")
        assert "\t" not in text
        assert "\\u" not in text
        assert is_normalized("NFC", text)
        assert all(len(line) <= 120 or line.startswith('  "note"') for line in text.splitlines())

    @pytest.mark.parametrize("name", EXPECTED)
    def test_comes_back_from_what_it_loads_as(self, name: str):
        dossier = judged(name).dossier
        assert load(PLAN, dump(PLAN, dossier)) == dossier

    @pytest.mark.parametrize("name", EXPECTED)
    def test_says_that_it_is_invented(self, name: str):
        note = read(name)["note"]
        assert note.startswith("SỐ LIỆU GIẢ ĐỊNH. ")
        assert " / INVENTED FIGURES. " in note

    @pytest.mark.parametrize("name", EXPECTED)
    def test_every_document_and_name_is_marked_as_invented(self, name: str):
        data = read(name)
        numbers = [paper["document"]["number"] for paper in data["papers"] if "document" in paper]
        assert numbers
        assert all(number.endswith("(giả định)") for number in numbers)
        if data["subject"]["kind"] != "commune":
            assert data["subject"]["name"].endswith("(giả định)")

    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
    def test_names_no_person(self, path: Path):
        """A title of address before a capital letter is how papers name people."""
        person = re.compile(r"\b(?:ông|bà|anh|chị|đồng chí|Ông|Bà|Mr|Mrs|Ms)\s+[A-ZĐ]")
        assert not person.search(path.read_text(encoding="utf-8"))

    def test_the_eleven_communes_of_the_district(self):
        names = [read(name)["subject"]["name"] for name in EXPECTED if name.startswith("commune")]
        assert names == [
            "Xã Mường Giàng",
            "Xã Chiềng Bằng",
            "Xã Chiềng Khoang",
            "Xã Chiềng Ơn",
            "Xã Chiềng Khay",
            "Xã Cà Nàng",
            "Xã Mường Chiên",
            "Xã Mường Giôn",
            "Xã Pá Ma Pha Khinh",
            "Xã Mường Sại",
            "Xã Nặm Ét",
        ]

    def test_the_readme_lists_each_with_its_verdict(self):
        readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
        said = {"M": "đạt / met", "F": "không đạt / not met", "?": "chưa đủ căn cứ / undetermined"}
        said["N"] = "không thuộc đối tượng / not addressed"
        listed = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", readme, flags=re.MULTILINE)
        assert sorted(listed) == sorted((name, said[group]) for name, (group, _) in EXPECTED.items())


class TestTheVerdicts:
    @pytest.mark.parametrize("name", EXPECTED)
    def test_are_those_worked_out_by_hand(self, assessed: dict[str, Assessment[Any]], name: str):
        group, clauses = EXPECTED[name]
        assert assessed[name].verdict.id == WORDS[group]
        assert [finding.verdict.id for _, finding in assessed[name].clauses] == [WORDS[letter] for letter in clauses]

    def test_a_clause_that_cannot_fail_any_more_leaves_the_household_met(self, assessed: dict[str, Assessment[Any]]):
        possible = {final.id for final in assessed["household-01-poor"].of("III.2.4-4")}
        assert possible == {"met", "not_applicable"}

    def test_only_one_awaits_nothing_but_judgement(self, assessed: dict[str, Assessment[Any]]):
        waiting = [name for name, assessment in assessed.items() if assessment.awaits_only_judgement]
        assert waiting == ["commune-08-muong-gion"]

    def test_the_missing_paper_is_named(self, assessed: dict[str, Assessment[Any]]):
        said = explain(assessed["commune-06-ca-nang"], "vi")
        assert "chưa có giấy tờ về số hộ cận nghèo đa chiều (rà soát cuối năm 2024)" in said
        assert "quyết định phê duyệt kết quả rà soát" in said

    def test_a_subject_not_addressed_is_told_why(self, assessed: dict[str, Assessment[Any]]):
        assert "diện hộ: hộ khác" in explain(assessed["household-05-other"], "vi")
        assert "không được phân công làm công tác giảm nghèo" in explain(assessed["official-02-can-bo-b"], "vi")

    @pytest.mark.parametrize("name", EXPECTED)
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_can_be_explained(self, assessed: dict[str, Assessment[Any]], name: str, language: str):
        assert assessed[name].dossier.subject.code in explain(assessed[name], language)


class TestTheAwards:
    def test_some_may_be_proposed(self, assessed: dict[str, Assessment[Any]]):
        assert forms(assessed["household-02-near-poor"])["local_commendation"] == "met"
        assert forms(assessed["enterprise-01-quy-tin-dung-vi-du"])["provincial_merit"] == "met"

    def test_a_dissolved_unit_may_not_though_it_meets_the_criteria(self, assessed: dict[str, Assessment[Any]]):
        assert set(forms(assessed["commune-01-muong-giang"]).values()) == {"not_met"}

    def test_unanswered_questions_leave_every_form_open(self, assessed: dict[str, Assessment[Any]]):
        assert set(forms(assessed["agency-01-phong-vi-du"]).values()) == {"undetermined"}
        assert set(forms(assessed["official-01-can-bo-a"]).values()) == {"undetermined"}

    def test_a_subject_not_addressed_is_open_to_none(self, assessed: dict[str, Assessment[Any]]):
        assert set(forms(assessed["household-05-other"]).values()) == {"not_applicable"}


class TestTogether:
    def test_they_show_all_four_words_of_clauses_and_of_groups(self, assessed: dict[str, Assessment[Any]]):
        assert {assessment.verdict.id for assessment in assessed.values()} == set(WORDS.values())
        clauses = {finding.verdict.id for assessment in assessed.values() for _, finding in assessment.clauses}
        assert clauses == set(WORDS.values())

    def test_they_show_every_kind_of_fact_and_of_life_in_time(self, assessed: dict[str, Assessment[Any]]):
        told = [
            evidence
            for assessment in assessed.values()
            for paper in assessment.dossier.papers
            for said in paper.proves
            for evidence in (said.facts if isinstance(said, Entry) else [said])
            if isinstance(evidence, Evidence)
        ]
        assert {evidence.fact.kind for evidence in told} == set(Kind)
        assert {evidence.fact.lives for evidence in told} == set(Lives)
        assert any(evidence.judgement and evidence.judgement.dissent for evidence in told)

    def test_they_use_every_register_of_every_kind_of_subject(self, assessed: dict[str, Assessment[Any]]):
        used = {
            (said.register.owner, said.register.name)
            for assessment in assessed.values()
            for paper in assessment.dossier.papers
            for said in paper.proves
            if not isinstance(said, Evidence)
        }
        known = {(words.owner, words.name) for vocabulary in PLAN.vocabularies for words in vocabulary.registers}
        assert used == known

    def test_they_give_rise_to_every_caution_but_those_of_days_that_do_not_fit(
        self, assessed: dict[str, Assessment[Any]]
    ):
        codes = {caution.code for assessment in assessed.values() for caution in assessment.knowledge.cautions}
        assert codes == set(CAUTIONS) - {"body_not_there", "minutes_before_sitting", "correction_before", "cannot_be"}


def forms(assessment: Assessment[Any]) -> dict[str, str]:
    return {award.form.id: award.verdict.id for award in awards_open(PLAN, assessment)}
