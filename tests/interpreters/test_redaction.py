"""Facts have a sensitivity, and an explanation takes a level: nothing above the level survives anywhere in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from sentinels import LEVELS, ON, Marked, marked
from small_plan import DOSSIER, area, assessed, jobs, paper
from small_plan import PLAN as SMALL

from thidua import PLAN, Household, assess, dump, explain, explanation, load, redact
from thidua.cli import main
from thidua.dossiers import Dossier
from thidua.errors import UnknownNameError, WrongValueError
from thidua.evidence import Entry, Evidence, Paper, Said
from thidua.findings import Assessment
from thidua.interpreters.levels import WITHHELD
from thidua.interpreters.sections import SECTIONS
from thidua.interpreters.tables import table
from thidua.knowledge import Caution
from thidua.movements import Vocabulary
from thidua.sources import Document

BY_KIND = pytest.mark.parametrize("words", PLAN.vocabularies, ids=lambda words: words.id)
KINDS = st.sampled_from(PLAN.vocabularies)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "quynh-nhai"
DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


def judged(case: Marked) -> Assessment[Any]:
    return assess(PLAN, case.dossier, on=ON)


def everything_said(assessment: Assessment[Any], level: str) -> str:
    """The data and the texts in both languages, without digests, and numbers without their separators."""
    data = explanation(assessment, level, SECTIONS)
    whole = explanation(assessment, "internal", SECTIONS)
    said = [json.dumps(data, ensure_ascii=False)]
    for language in ("vi", "en"):
        said += [explain(data, language, "internal"), explain(assessment, language, level), table([data], language)]
        said.append(explain(whole, language, level))
    text = DIGEST.sub("", "\n".join(said))
    return text + re.sub(r"(?<=\d)[.,](?=\d)", "", text)


def nodes(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    waiting = [data["group"], *data["clauses"]]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.get("children", ()))


class TestNothingAboveTheLevelSurvives:
    """No name, key, number, issuer, title, reason, dissent or value above the level: in the data and in the words."""

    @BY_KIND
    @settings(max_examples=8)
    @given(data=st.data())
    def test_of_a_dossier_marked_in_every_place(self, words: Vocabulary, data: st.DataObject) -> None:
        case = data.draw(marked(words))
        assessment = judged(case)
        for level in LEVELS:
            said = everything_said(assessment, level)
            assert [mark for mark in case.forbidden(level) if mark in said] == []

    @BY_KIND
    @settings(max_examples=3)
    @given(data=st.data())
    def test_and_the_marks_are_read_where_they_may_be(self, words: Vocabulary, data: st.DataObject) -> None:
        """Else the search above could not fail: what a level may tell stands there, for some dossier of the kind."""
        case = data.draw(marked(words))
        said = everything_said(judged(case), "internal")

        assert case.dossier.subject.name in said
        assert sum(mark in said for mark in case.marks) > 1 or not case.dossier.papers

    @settings(max_examples=12)
    @given(KINDS.flatmap(marked))
    def test_a_withheld_leaf_tells_nothing_but_why(self, case: Marked) -> None:
        for level in LEVELS[:2]:
            for node in nodes(explanation(judged(case), level)):
                if node.get("withheld"):
                    told = {
                        "path",
                        "node",
                        "verdict",
                        "possible",
                        "decisive",
                        "required",
                        "found",
                        "reasons",
                        "missing",
                    }
                    beside = {"id", "group", "text", "corrected", "citation", "awaits_only_judgement", "readings"}
                    assert set(node) - {"entry"} <= told | beside | {"sensitivity", "withheld", "cautions"}
                    assert node["found"]["vi"].startswith("không công bố")
                    assert node["found"]["en"].startswith("withheld")

    @settings(max_examples=12)
    @given(KINDS.flatmap(marked))
    def test_two_dossiers_that_differ_only_in_what_is_withheld_are_told_alike(self, case: Marked) -> None:
        """Every document, key, judge's reason and dissent is called something else: everybody reads the same."""
        other = assess(PLAN, renamed(case.dossier), on=ON)

        assert explanation(other, "public") == explanation(judged(case), "public")
        assert explanation(other, "internal") != explanation(judged(case), "internal") or not case.dossier.papers

    def test_the_names_of_persons_and_families_are_not_for_everybody(self) -> None:
        assert {words.id for words in PLAN.vocabularies if words.personal} == {"household", "official"}

    def test_of_whom_is_not_said(self) -> None:
        told = assess(PLAN, Dossier(Household("HO-01", "Hộ Ví Dụ")), on=ON)

        assert explain(told, level="public").startswith("Hộ gia đình (không công bố tên, mã): ")
        assert explain(told, "en", "public").startswith("Household (name and code withheld): ")
        assert explanation(told, "public")["subject"]["name"] is None
        assert table([explanation(told, "public")] * 2).count("Hộ gia đình") == 2

    def test_the_words_say_that_something_is_withheld(self) -> None:
        told = explain(assess(PLAN, example("household-03-escaped"), on=ON))

        assert "thực tế: không công bố (theo giấy tờ trong hồ sơ)" in told

    def test_what_is_not_on_file_is_named_to_everybody(self) -> None:
        told = explain(assess(PLAN, Dossier(Household("HO-01", "Hộ Ví Dụ")), on=ON), level="public")

        assert "chưa có giấy tờ về diện hộ" in told
        assert WITHHELD.vi not in told.split("\n", 1)[1]


def example(name: str) -> Dossier[Any]:
    return load(PLAN, (EXAMPLES / f"{name}.json").read_bytes())


def renamed(dossier: Dossier[Any]) -> Dossier[Any]:
    """The same values on papers of other names, in entries of other keys, judged for other reasons."""

    def other(document: Document | None) -> Document | None:
        return document and Document(f"{document.number}'", document.issued_on, f"{document.issuer}'", "Khác")

    def said(what: Said[Any]) -> Said[Any]:
        if isinstance(what, Evidence):
            judgement = what.judgement and evolve(what.judgement, reason="khác", dissent="")
            return evolve(what, judgement=judgement)
        return evolve(what, key=f"{what.key}'") if isinstance(what, Entry) else evolve(what, by="khác")

    personal = PLAN.vocabulary(type(dossier.subject)).personal
    subject = evolve(dossier.subject, code="khác", name="Khác") if personal else dossier.subject
    papers = (Paper(other(p.document), *map(said, p.proves), corrects=other(p.corrects)) for p in dossier.papers)
    return Dossier(subject, tuple(papers))


class TestCautions:
    """A caution keeps its code and its sentence; what it is about, and on which papers, as the level allows."""

    LATE = paper(jobs.recorded(3), number="99", issued_on=date(2026, 1, 1))

    def test_no_paper_is_named_to_everybody(self) -> None:
        told = explanation(assessed(jobs.is_at_least(1), self.LATE), "public")

        assert [set(caution) for caution in told["cautions"]] == [{"code", "text", "sensitivity", "withheld", "about"}]
        assert told["cautions"][0]["code"] == "issued_later"
        assert "  - không công bố: ban hành sau ngày xét" in explain(told)
        assert "  - withheld: issued after the day" in explain(told, "en")

    def test_a_leaf_points_to_those_that_concern_what_it_reads(self) -> None:
        told = explanation(assess(SMALL, DOSSIER, on=ON))
        pointed = {node["required"]["en"]: node["cautions"] for node in nodes(told) if node.get("cautions")}

        assert {need: [told["cautions"][place]["code"] for place in places] for need, places in pointed.items()} == {
            "it has a rotating fund": ["undocumented"]
        }

    def test_takes_no_part_in_equality_with_what_it_is_of(self) -> None:
        caution = Caution("conflict", area.fact.label, of=area.fact)

        assert caution == Caution("conflict", area.fact.label)


class TestLowering:
    """A stored explanation can be lowered, to the same as one made at that level; it can never be raised."""

    @settings(max_examples=12)
    @given(KINDS.flatmap(marked))
    def test_lowering_is_making_it_at_that_level(self, case: Marked) -> None:
        assessment = judged(case)
        made = {level: explanation(assessment, level) for level in LEVELS}
        for higher in LEVELS:
            for lower in LEVELS[: LEVELS.index(higher) + 1]:
                assert redact(made[higher], lower) == made[lower]
                assert redact(json.loads(json.dumps(made[higher])), lower) == made[lower]
        assert redact(redact(made["internal"], "dossier"), "public") == made["public"]

    @pytest.mark.parametrize(
        ("given_", "asked"), [("public", "dossier"), ("public", "internal"), ("dossier", "internal")]
    )
    def test_what_is_gone_cannot_be_put_back(self, given_: str, asked: str) -> None:
        with pytest.raises(WrongValueError, match=f"made for level '{given_}'.*cannot be put back for '{asked}'"):
            redact(explanation(assess(SMALL, DOSSIER, on=ON), given_), asked)

    def test_there_are_three_levels(self) -> None:
        for ask in (
            lambda: explanation(assess(SMALL, DOSSIER, on=ON), "publik"),
            lambda: explain(assess(SMALL, DOSSIER, on=ON), level="publik"),
            lambda: explain(explanation(assess(SMALL, DOSSIER, on=ON)), level="publik"),
            lambda: redact(explanation(assess(SMALL, DOSSIER, on=ON)), "publik"),
        ):
            with pytest.raises(UnknownNameError, match="there is no level 'publik'; did you mean 'public'"):
                ask()

    def test_what_is_not_known_to_be_harmless_is_left_out(self) -> None:
        told = explanation(assess(SMALL, DOSSIER, on=ON), "internal")
        later = {**told, "secret": 1, "subject": {**told["subject"], "born": 2}, "receipt": {**told["receipt"], "x": 3}}
        later["clauses"] = [{**clause, "whispered": 4} for clause in told["clauses"]]

        assert redact(later, "public") == redact(told, "public")

    def test_a_stored_one_says_no_more_than_it_holds(self) -> None:
        public = explanation(assess(SMALL, DOSSIER, on=ON), "public")

        assert explain(public, level="internal") == explain(public)


class TestDigestOfTheDossier:
    """A digest of what is withheld would let it be tried out: it stands only where nothing on file is withheld."""

    def test_stands_for_those_who_verify(self) -> None:
        told = explanation(assess(PLAN, example("household-03-escaped"), on=ON), "internal")

        assert told["receipt"]["dossier_digest"].startswith("sha256:")
        assert told["receipt"]["dossier_holds"] == "internal"

    def test_is_left_out_where_something_on_file_is_withheld(self) -> None:
        told = explanation(assess(PLAN, example("household-03-escaped"), on=ON))["receipt"]

        assert (told["dossier_digest"], told["dossier_holds"]) == (None, "internal")

    def test_stands_where_nothing_is(self) -> None:
        told = explanation(assess(SMALL, DOSSIER, on=ON))["receipt"]

        assert told["dossier_digest"].startswith("sha256:")
        assert told["dossier_holds"] == "dossier"

    def test_is_never_for_everybody(self) -> None:
        told = explanation(assess(SMALL, DOSSIER, on=ON), "public")["receipt"]

        assert (told["dossier_digest"], told["dossier_holds"]) == (None, None)


class TestCommandLine:
    """`--level` says who will read it; the default is those who handle the dossier."""

    def run(self, capsys: pytest.CaptureFixture[str], path: Path, *options: str) -> str:
        assert main(["assess", str(path), "--on", "2025-12-31", *options]) == 0
        return capsys.readouterr().out

    def test_takes_a_level(self, capsys: pytest.CaptureFixture[str]) -> None:
        path = EXAMPLES / "household-03-escaped.json"
        name = example("household-03-escaped").subject.name

        assert name in self.run(capsys, path)
        assert name not in self.run(capsys, path, "--level", "public")
        assert json.loads(self.run(capsys, path, "--level", "public", "--format", "json"))["assessments"] == [
            explanation(assess(PLAN, example("household-03-escaped"), on=ON), "public")
        ]

    @settings(max_examples=6)
    @given(case=KINDS.flatmap(marked))
    def test_prints_nothing_above_it(self, tmp_path_factory: pytest.TempPathFactory, case: Marked) -> None:
        folder = tmp_path_factory.mktemp("marked")
        path = folder / "one.json"
        path.write_text(json.dumps(dump(PLAN, case.dossier)), encoding="utf-8")
        for level in LEVELS:
            for form in ("text", "json"):
                said = printed([str(path), "--level", level, "--format", form])
                text = DIGEST.sub("", said)
                text += re.sub(r"(?<=\d)[.,](?=\d)", "", text)
                assert [mark for mark in case.forbidden(level) if mark in text] == []

    def test_forms_of_commendation_are_not_for_everybody(self, capsys: pytest.CaptureFixture[str]) -> None:
        path = EXAMPLES / "commune-01-muong-giang.json"

        assert "Hình thức khen thưởng:" in self.run(capsys, path)
        assert "Hình thức khen thưởng:" not in self.run(capsys, path, "--level", "public")


def printed(arguments: list[str]) -> str:
    """What the command line prints."""
    with redirect_stdout(StringIO()) as out:
        assert main(["assess", *arguments, "--on", "2025-12-31"]) == 0
    return out.getvalue()
