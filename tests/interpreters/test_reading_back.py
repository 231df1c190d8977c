"""read_explanation() and check_receipt(): a stored explanation, read back and proved years later."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from dossier_draws import damaged
from hypothesis import given, settings
from hypothesis import strategies as st
from sentinels import LEVELS, ON, Marked, marked
from small_plan import DOSSIER, XA_MAU, judgement
from small_plan import PLAN as SMALL

from thidua import PLAN, Assessment, Household, assess, explain, explanation, load, redact
from thidua.dossiers import Dossier
from thidua.errors import CODES, InvalidDocumentError, UnknownNameError
from thidua.evidence import Paper
from thidua.interpreters.reading_back import read_explanation
from thidua.interpreters.receipt_check import PARTS, check_receipt
from thidua.interpreters.stored import StoredAssessment
from thidua.verdicts import MET, NOT_MET

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples" / "quynh-nhai").glob("*.json"))
FULL = assess(SMALL, DOSSIER, on=ON)
DATA = explanation(FULL)
KINDS = st.sampled_from(PLAN.vocabularies)


def changed(*steps: Any, to: Any) -> dict[str, Any]:
    """The document with one thing changed, or left out where it becomes `...`."""
    copy: Any = deepcopy(DATA)
    inside = copy
    for step in steps[:-1]:
        inside = inside[step]
    if to is ...:
        del inside[steps[-1]]
    else:
        inside[steps[-1]] = to
    return copy  # type: ignore[no-any-return]  # a copy of what it was made from


def problems(document: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidDocumentError) as error:
        read_explanation(document)
    return [(problem.code, problem.path) for problem in error.value.problems]


def told(stored: StoredAssessment) -> dict[str, Any]:
    """What an assessment and its stored explanation have in common."""
    return {"group": stored.verdict, **{clause.id: clause.verdict for clause in stored.clauses}}


class TestReadsBack:
    """An assessment reads back from its explanation: verdicts, what was possible, reasons, receipt."""

    @settings(max_examples=8)
    @given(KINDS.flatmap(marked), st.sampled_from(LEVELS))
    def test_with_its_verdicts_at_every_level(self, case: Marked, level: str) -> None:
        assessment = assess(PLAN, case.dossier, on=ON)
        data = explanation(assessment, level)
        for document in (data, json.dumps(data), json.dumps(data, ensure_ascii=False).encode()):
            stored = read_explanation(document)
            assert told(stored) == {
                "group": assessment.verdict, **{name: finding.verdict for name, finding in assessment.clauses}
            }  # fmt: skip
            assert stored.document == data
            assert stored.is_intact
            assert stored.said("en") == explain(data, "en", "internal")

    def test_with_its_reasons_and_its_receipt(self) -> None:
        stored = read_explanation(DATA)
        leaf = next(node for node in stored.clause("III.2.1-2").found.walk() if node.node == "AreAll")

        assert (leaf.verdict, leaf.reasons, leaf.withheld) == (NOT_MET, ("evidence",), False)
        assert leaf.found is not None
        assert leaf.found.vi.startswith("trong hồ sơ có 02 báo cáo")
        assert (stored.receipt.on, stored.receipt.review, stored.receipt.level) == (ON, "final", "dossier")
        assert (stored.kind, stored.code, stored.name) == ("commune", "VD-01", "Xã Mẫu")
        assert (stored.cut_off, stored.review, stored.awaits_only_judgement) == (date(2025, 12, 15), "final", False)
        assert stored.cautions == tuple(caution["code"] for caution in DATA["cautions"])

    def test_clause_by_clause(self) -> None:
        stored = read_explanation(DATA)

        assert stored.of("III.2.1-2") == NOT_MET
        assert MET in stored.of("III.2.1-1")
        assert stored.clause("III.2.1-1").readings == (("A-02", "more_than"),)
        assert stored.clause("III.2.1-1").citation.vi.endswith("mục III")
        with pytest.raises(UnknownNameError, match=r"no clause 'III.2.1-9'; did you mean 'III.2.1-"):
            stored.of("III.2.1-9")

    def test_node_by_node(self) -> None:
        told_ = [node.path for node in read_explanation(DATA).clause("III.2.1-3").found.walk()]

        assert told_ == [
            "III.2.1-3", "III.2.1-3/0", "III.2.1-3/0/0", "III.2.1-3/1", "III.2.1-3/1/0", "III.2.1-3/1/1",
        ]  # fmt: skip

    def test_what_a_later_version_adds_is_passed_over(self) -> None:
        later = changed("receipt", "weather", to="sunny")
        later["clauses"][0]["new"] = 1

        assert told(read_explanation(later)) == told(read_explanation(DATA))

    def test_it_can_be_kept_in_a_set(self) -> None:
        assert len({read_explanation(DATA), read_explanation(json.dumps(DATA))}) == 1
        assert "document=" not in repr(read_explanation(DATA))

    @pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
    def test_every_example(self, path: Path) -> None:
        dossier = load(PLAN, path.read_bytes())
        data = explanation(assess(PLAN, dossier, on=ON), "internal")

        assert check_receipt(PLAN, dossier, read_explanation(json.dumps(data))).agrees


class TestMalformed:
    """All problems at once, each at its place, from the closed list."""

    @pytest.mark.parametrize(
        ("document", "found"),
        [
            (changed("format", to="thidua.explanation/2"), [("unknown_name", "$.format")]),
            (changed("format", to=...), [("incomplete", "$.format")]),
            (changed("clauses", to={}), [("wrong_type", "$.clauses")]),
            (changed("clauses", 0, "verdict", to="passed"), [
                ("cross_reference", "$.clauses[0].verdict"), ("unknown_name", "$.clauses[0].verdict"),
            ]),
            (changed("clauses", 0, "possible", to=[]), [("incomplete", "$.clauses[0].possible")]),
            (changed("clauses", 0, "possible", to=["met"]), [("cross_reference", "$.clauses[0].verdict")]),
            (changed("clauses", 0, "possible", to=["meet"]), [("unknown_name", "$.clauses[0].possible[0]")]),
            (changed("clauses", 0, "possible", to=[1]), [("wrong_type", "$.clauses[0].possible[0]")]),
            (changed("clauses", 0, "children", to=[]), [("cross_reference", "$.clauses[0].children")]),
            (changed("clauses", 1, "reasons", to=...), [("incomplete", "$.clauses[1].reasons")]),
            (changed("clauses", 1, "withheld", to="no"), [("wrong_type", "$.clauses[1].withheld")]),
            (changed("clauses", 0, "readings", 0, "adopted_label", to=None), [
                ("incomplete", "$.clauses[0].readings[0].adopted_label"),
            ]),
            (changed("receipt", "level", to="secret"), [("unknown_name", "$.receipt.level")]),
            (changed("receipt", "level", to=3), [("wrong_type", "$.receipt.level")]),
            (changed("receipt", "on", to="31/12/2025"), [("bad_date", "$.receipt.on")]),
            (changed("receipt", "on", to="2025-12-30"), [("cross_reference", "$.receipt.on")]),
            (changed("receipt", "review", to="interim"), [("cross_reference", "$.receipt.review")]),
            (changed("receipt", "sections", to=["why"]), [("cross_reference", "$.receipt.sections")]),
            (changed("subject", to=None), [("incomplete", "$.subject")]),
            (changed("subject", to=[]), [("wrong_type", "$.subject")]),
            (changed("moments", to={"review": {"vi": "a", "en": "b"}}), [("incomplete", "$.moments.start_of_period")]),
            (changed("group", "readings", to=[1]), [("wrong_type", "$.group.readings[0]")]),
            (changed("group", to=1), [("wrong_type", "$.group"), ("wrong_type", "$.group")]),
            (changed("clauses", 0, "decisive", to=0.5), [("float", "$.clauses[0].decisive")]),
            ("{", [("not_json", "$")]),
            (b"\xff", [("not_json", "$")]),
            ("[]", [("wrong_type", "$")]),
        ],
    )  # fmt: skip
    def test_is_refused_at_its_place(self, document: Any, found: list[tuple[str, str]]) -> None:
        assert problems(document) == found

    def test_everything_wrong_is_told_together(self) -> None:
        wrong = changed("receipt", "level", to="secret")
        wrong["clauses"][2]["decisive"] = "yes"
        del wrong["subject"]["name"]

        assert problems(wrong) == [
            ("unknown_name", "$.receipt.level"), ("incomplete", "$.subject.name"),
            ("wrong_type", "$.clauses[2].decisive"),
        ]  # fmt: skip

    def test_the_file_is_named(self) -> None:
        with pytest.raises(InvalidDocumentError, match=r"kept\.json: 1 problem"):
            read_explanation(changed("format", to=...), source="kept.json")

    def test_what_is_too_deep_is_refused(self) -> None:
        deep: Any = {}
        for _ in range(150):
            deep = {"x": [deep]}

        assert problems({**DATA, "sections": {"x": deep}})[0][0] == "too_deep"

    @given(st.data())
    def test_whatever_is_damaged_is_read_or_refused(self, data: st.DataObject) -> None:
        document = data.draw(damaged(deepcopy(DATA)))
        refused = None
        try:
            stored = read_explanation(document)
        except InvalidDocumentError as error:
            refused = error
        else:
            assert stored.said()
            assert stored.said("en", "public")
        assert refused is None or {problem.code for problem in refused.problems} <= set(CODES)


class TestCheckReceipt:
    """Years later: the plan and the dossier of then give the same document, or it is told which part differs."""

    @settings(max_examples=8)
    @given(KINDS.flatmap(marked), st.sampled_from(LEVELS))
    def test_the_same_plan_and_dossier_agree(self, case: Marked, level: str) -> None:
        check = check_receipt(PLAN, case.dossier, explanation(assess(PLAN, case.dossier, on=ON), level))

        assert (check.agrees, check.outcome_agrees, check.said()) == (True, True, "khớp hoàn toàn")
        assert check.said("en") == "the same to the letter"

    def test_another_dossier(self) -> None:
        check = check_receipt(SMALL, DOSSIER.with_(judgement()), DATA)

        assert check.parts == {"dossier", "outcome"}
        assert not check.outcome_agrees
        assert check.said("en").splitlines()[0] == "another dossier @ $.receipt.dossier_digest"
        assert "$.clauses[2].verdict" in check.said()

    def test_another_dossier_that_says_the_same(self) -> None:
        check = check_receipt(SMALL, Dossier(XA_MAU, DOSSIER.papers[::-1]), DATA)

        assert "dossier" in check.parts

    def test_for_everybody_only_the_outcome_can_be_compared(self) -> None:
        renamed = tuple(
            Paper(paper.document and evolve(paper.document, number=f"x{paper.document.number}"), *paper.proves)
            for paper in DOSSIER.papers
        )

        assert check_receipt(SMALL, Dossier(XA_MAU, renamed), redact(DATA, "public")).agrees
        assert not check_receipt(SMALL, Dossier(XA_MAU, renamed), DATA).agrees

    def test_another_plan(self) -> None:
        check = check_receipt(evolve(SMALL, issuer=SMALL.title), DOSSIER, DATA)

        assert check.parts == {"plan"}
        assert (check.outcome_agrees, check.agrees) == (True, False)

    def test_another_version_of_the_library(self) -> None:
        check = check_receipt(SMALL, DOSSIER, changed("receipt", "library", to="thidua 0.0.0"))

        assert [(each.part, each.stored) for each in check.differences] == [("library", "thidua 0.0.0")]
        assert check.outcome_agrees

    def test_a_document_that_was_changed(self) -> None:
        check = check_receipt(SMALL, DOSSIER, changed("clauses", 0, "text", "vi", to="Không yêu cầu gì."))

        assert check.parts == {"seal", "outcome"}
        assert not check.outcome_agrees
        assert check.differences[1].path == "$.clauses[0].text.vi"
        assert check.differences[1].stored == "Không yêu cầu gì."

    def test_something_left_out_or_put_in(self) -> None:
        fewer, more = changed("clauses", to=DATA["clauses"][:1]), changed("rumour", to="x")

        assert "$.clauses" in [each.path for each in check_receipt(SMALL, DOSSIER, fewer).differences]
        assert ("$.rumour", "x", None) in [
            (each.path, each.stored, each.now) for each in check_receipt(SMALL, DOSSIER, more).differences
        ]

    def test_a_plan_that_cannot_assess_it(self) -> None:
        check = check_receipt(PLAN, Dossier(Household("HO-01", "Hộ Ví Dụ")), DATA)

        assert check.parts == {"not_assessed"}
        assert "no review 'final'" in check.differences[0].now

    def test_every_part_is_worded(self) -> None:
        assert all(text.vi and text.en for text in PARTS.values())

    def test_data_that_is_no_explanation_is_refused(self) -> None:
        with pytest.raises(InvalidDocumentError):
            check_receipt(SMALL, DOSSIER, {"format": "thidua.dossier/1"})


def test_an_assessment_is_told_alike_live_and_stored() -> None:
    assessment: Assessment[Any] = FULL

    assert read_explanation(DATA).said() == explain(assessment)


def test_one_read_back_is_explained_as_it_was_stored() -> None:
    """A stored assessment says of itself what was said when it was made."""
    stored = read_explanation(DATA)
    assert explain(stored) == explain(DATA)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # by its document
