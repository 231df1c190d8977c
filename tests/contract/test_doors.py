"""What is handed in where something else is expected is named by the call that got it; nothing fails further inside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from inspect import isfunction
from typing import Any

import polars as pl
import pytest

import thidua
from thidua import (
    PLAN,
    Commune,
    Crosswalk,
    Document,
    Dossier,
    Subject,
    assess,
    compare,
    council_report,
    draw_distances,
    draw_verdicts,
    dump,
    edition_in_force,
    explain,
    explanation,
    floors_said,
    impact,
    impact_of_table,
    judgement_form,
    lint_said,
    load,
    needs_data,
    needs_text,
    redact,
    remedies_data,
    remedies_text,
    sensitivity_of_table,
    sensitivity_of_table_said,
    succeed,
    why_data,
    why_text,
)
from thidua.errors import ThiduaError, WrongValueError, expect_each

ON = date(2025, 12, 31)
DOSSIER = Dossier(Commune("VD-01", "Xã Ví Dụ"))
FOUND = assess(PLAN, DOSSIER, on=ON)
TOLD = explanation(FOUND)
SHEET = judgement_form(PLAN, DOSSIER, on=ON)
TABLE: dict[str, Any] = {"code": []}
MERGED = Crosswalk(Document("00/NQ-VD", date(2025, 6, 16), "Cơ quan Ví Dụ"), date(2025, 7, 1), {"VD-01": ("VD-02",)})
AT = {"on": ON}
Call = tuple[tuple[object, ...], dict[str, Any]]
"""What a call is given after its first argument, all of it as it should be."""


class NobodyAsked(Subject):
    """A kind of subject of which the plan asks nothing."""


def others(*arguments: object, **named: Any) -> Call:
    return arguments, named


PLANS: dict[str, Call] = {
    "adopting": others("A-02", "at_least"),
    "amend": others(),
    "as_if_in_force": others(),
    "asked_of": others(Commune),
    "assess": others(DOSSIER, **AT),
    "awards_open": others(FOUND),
    "check_receipt": others(DOSSIER, TOLD),
    "checklist": others(Commune),
    "checklist_data": others(Commune),
    "compare": others(PLAN),
    "council_report": others([TOLD]),
    "dump": others(DOSSIER),
    "floors_broken": others(),
    "floors_checked": others(),
    "history": others(),
    "impact": others(PLAN, [DOSSIER], **AT),
    "impact_of_table": others(PLAN, Commune, TABLE, **AT),
    "judgement_form": others(DOSSIER, **AT),
    "judgement_sheet": others(DOSSIER, **AT),
    "judgements": others(DOSSIER, SHEET),
    "lint": others(),
    "load": others(dump(PLAN, DOSSIER)),
    "schema_of": others(Commune),
    "sensitivity": others([], **AT),
    "sensitivity_of_table": others(Commune, TABLE, **AT),
    "sensitivity_of_table_said": others(TABLE),
    "tabulate": others(Commune, TABLE, **AT),
}
ASSESSMENTS: dict[str, Call] = {
    "explanation": others(),
    "margins": others(),
    "needs": others(),
    "needs_data": others(),
    "remedies": others(),
    "remedies_data": others(),
    "request_letter": others(),
    "why": others(),
    "why_data": others(),
}
TOLD_OF: dict[str, Call] = {
    "as_markdown": others(),
    "explain": others(),
    "needs_text": others(),
    "redact": others("public"),
    "remedies_text": others(),
    "why_text": others(),
}
RESULTS: dict[str, tuple[str, Call]] = {
    "decisive_clauses": ("a Population", others()),
    "decisive_clauses_said": ("a Population", others()),
    "distance_plot": ("a Population", others("III.2.2-4")),
    "draw_sensitivity": ("a SensitivityReport", others()),
    "draw_transitions": ("an Impact", others()),
    "impact_of_table_said": ("a TableImpact", others()),
    "impact_said": ("an Impact", others()),
    "missing": ("a Population", others()),
    "missing_said": ("a Population", others()),
    "sensitivity_said": ("a SensitivityReport", others()),
    "succeed": ("a Dossier", others([], MERGED)),
    "summary": ("a Population", others()),
    "summary_said": ("a Population", others()),
    "verdict_matrix": ("a Population", others()),
}
SEVERAL: dict[str, tuple[str, Call]] = {
    "draw_distances": ("assessments or explanations", others()),
    "draw_verdicts": ("assessments or explanations", others()),
    "edition_in_force": ("Plans", others(ON)),
    "floors_said": ("FloorFindings", others()),
    "lint_said": ("LintFindings", others()),
}
DOORS: dict[str, Call] = {
    "describe": others(),
    **PLANS,
    **ASSESSMENTS,
    **TOLD_OF,
    **{name: call for name, (_, call) in (*RESULTS.items(), *SEVERAL.items())},
}
OF_SOMETHING_ELSE = {
    "all_of", "any_of", "as_html", "as_text", "at_least", "cite", "day_first", "dong", "not_", "percent",
    "read_explanation", "unless", "where", "years",
}  # fmt: skip
"""The functions that take neither a plan nor a dossier, nor anything that came of them, but nodes, numbers or text."""


def called(name: str, given: object) -> object:
    """What a function gives of a first argument, all others being right."""
    arguments, named = DOORS[name]
    return getattr(thidua, name)(given, *arguments, **named)


class TestLaw:
    """Handed anything else where a plan, a dossier or what came of them is expected, every call says so by name."""

    def test_every_function_has_its_door(self) -> None:
        functions = {name for name in thidua.__all__ if isfunction(getattr(thidua, name))}

        assert functions == DOORS.keys() | OF_SOMETHING_ELSE
        assert not DOORS.keys() & OF_SOMETHING_ELSE

    @pytest.mark.parametrize(
        "given", [object(), None, 1, "x", Commune, TABLE], ids=["object", "None", "1", "x", "C", "{…}"]
    )
    @pytest.mark.parametrize("name", DOORS)
    def test_nothing_but_an_error_of_ours_leaves_it(self, name: str, given: object) -> None:
        with pytest.raises(ThiduaError):
            called(name, given)


@pytest.mark.parametrize(
    ("given", "named"), [(None, "nothing"), ("x", "the text 'x'"), (DOSSIER, "a Dossier"), (FOUND, "an A")]
)
@pytest.mark.parametrize("name", PLANS)
def test_where_a_plan_is_expected(name: str, given: object, named: str) -> None:
    with pytest.raises(WrongValueError, match=f"expected a Plan but got {named}"):
        called(name, given)


@pytest.mark.parametrize(("given", "named"), [(None, "nothing"), (Commune, "the class Commune"), (PLAN, "a Plan")])
@pytest.mark.parametrize("name", ASSESSMENTS)
def test_where_an_assessment_is_expected(name: str, given: object, named: str) -> None:
    with pytest.raises(WrongValueError, match=f"expected an Assessment but got {named}"):
        called(name, given)


@pytest.mark.parametrize("given", [{}, PLAN, [FOUND]], ids=["{}", "a plan", "a list"])
@pytest.mark.parametrize("name", TOLD_OF)
def test_where_an_assessment_or_what_was_told_of_it_is_expected(name: str, given: object) -> None:
    with pytest.raises(WrongValueError, match=r"is no explanation; expected|: expected an assessment, what "):
        called(name, given)


@pytest.mark.parametrize(("given", "named"), [(None, "nothing"), (PLAN, "a Plan"), (Commune, "the class Commune")])
def test_where_a_sentence_is_expected(given: object, named: str) -> None:
    with pytest.raises(WrongValueError, match=f"expected a condition, a clause or a group but got {named}"):
        called("describe", given)


@pytest.mark.parametrize(("given", "named"), [(None, "nothing"), (PLAN, "a Plan"), ([], "a list")])
@pytest.mark.parametrize("name", RESULTS)
def test_where_a_result_is_expected(name: str, given: object, named: str) -> None:
    with pytest.raises(WrongValueError, match=f"expected {RESULTS[name][0]} but got {named}"):
        called(name, given)


@pytest.mark.parametrize(("given", "named"), [(None, "nothing"), (PLAN, "a Plan"), (FOUND, "an Assessment")])
@pytest.mark.parametrize("name", SEVERAL)
def test_where_several_are_expected(name: str, given: object, named: str) -> None:
    with pytest.raises(WrongValueError, match=f"expected {SEVERAL[name][0]} in a list but got {named}"):
        called(name, given)


@pytest.mark.parametrize(
    ("call", "kind"),
    [
        (lambda given: edition_in_force(given, ON), "Plan"),
        (floors_said, "FloorFinding"),
        (lambda given: impact(PLAN, PLAN, given, on=ON), "Dossier"),
        (lint_said, "LintFinding"),
        (lambda given: succeed(DOSSIER, given, MERGED), "Dossier"),
    ],
)
def test_where_one_of_several_is_something_else(call: Callable[[Any], object], kind: str) -> None:
    with pytest.raises(WrongValueError, match=f"expected a {kind} but got nothing"):
        call(iter([None]))


def test_what_is_gone_through_once_is_kept() -> None:
    assert expect_each(iter([1, 2]), int) == (1, 2)


@pytest.mark.parametrize("call", [draw_distances, draw_verdicts, lambda given: council_report(PLAN, given)])
class TestExplanations:
    """Where several explanations are expected, one alone, or what is none, is refused before anything is drawn."""

    @pytest.mark.parametrize(("given", "named"), [(None, "nothing"), (FOUND, "an Assessment"), (TOLD, "a dict")])
    def test_one_alone(self, call: Callable[[Any], object], given: object, named: str) -> None:
        with pytest.raises(WrongValueError, match=f"expected assessments or explanations in a list but got {named}"):
            call(given)

    @pytest.mark.parametrize("given", [{}, DOSSIER, "VD-01", {"format": TOLD["format"]}], ids=["{}", "D", "x", "part"])
    def test_something_else(self, call: Callable[[Any], object], given: object) -> None:
        with pytest.raises(WrongValueError, match="is no explanation; expected"):
            call([given])


class TestPartsOfAnAnswer:
    """Data that lacks what an answer always holds is no answer, though it looks like one."""

    @pytest.mark.parametrize("lost", TOLD)
    def test_of_an_explanation(self, lost: str) -> None:
        left = {key: value for key, value in TOLD.items() if key != lost}

        with pytest.raises(WrongValueError, match="is no explanation"):
            explain(left)
        with pytest.raises(WrongValueError, match=f"a dict without '{lost}' is no explanation"):
            redact(left, "public")

    @pytest.mark.parametrize("data", [TOLD, {}], ids=["an explanation", "{}"])
    @pytest.mark.parametrize("call", [needs_text, remedies_text, why_text])
    def test_of_another_answer(self, call: Callable[[Any], str], data: Any) -> None:
        with pytest.raises(WrongValueError, match="dict: expected an assessment, what "):
            call(data)

    @pytest.mark.parametrize(("told", "said"), [(needs_data, needs_text), (why_data, why_text)])
    def test_of_an_answer_cut_short(self, told: Callable[[Any], Any], said: Callable[[Any], str]) -> None:
        left = {key: value for key, value in told(FOUND).items() if key != "capped"}

        with pytest.raises(WrongValueError, match="dict: expected an assessment, what "):
            said(left)

    def test_of_remedies_cut_short(self) -> None:
        left = {key: value for key, value in remedies_data(FOUND).items() if key != "is_past_the_cut_off"}

        with pytest.raises(WrongValueError, match="dict: expected an assessment, what remedies"):
            remedies_text(left)


class TestSecondArguments:
    """What was swapped is named too."""

    @pytest.mark.parametrize(
        "call",
        [
            lambda given: compare(PLAN, given),
            lambda given: impact(PLAN, given, [DOSSIER], on=ON),
            lambda given: impact_of_table(PLAN, given, Commune, TABLE, on=ON),
        ],
    )
    def test_the_new_plan(self, call: Callable[[Any], object]) -> None:
        with pytest.raises(WrongValueError, match="expected a Plan but got a Dossier"):
            call(DOSSIER)

    def test_load_says_to_swap(self) -> None:
        document: Any = dump(PLAN, DOSSIER)

        with pytest.raises(WrongValueError, match=r"load\(\): expected a Plan but got a dict; .*: swap them"):
            load(document, PLAN)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # swapped on purpose

    def test_dossiers_and_crosswalk(self) -> None:
        given: Any = PLAN

        with pytest.raises(WrongValueError, match="expected Dossiers in a list but got a Plan"):
            impact(PLAN, PLAN, given, on=ON)
        with pytest.raises(WrongValueError, match="expected Dossiers in a list but got a Plan"):
            succeed(DOSSIER, given, MERGED)
        with pytest.raises(WrongValueError, match="expected a Crosswalk but got a Plan"):
            succeed(DOSSIER, [], given)

    def test_an_assessment_and_a_dossier(self) -> None:
        swapped: Any = {"awards_open": DOSSIER, "dump": FOUND}

        with pytest.raises(WrongValueError, match="expected an Assessment but got a Dossier"):
            thidua.awards_open(PLAN, swapped["awards_open"])
        with pytest.raises(WrongValueError, match="expected a Dossier but got an Assessment"):
            dump(PLAN, swapped["dump"])

    @pytest.mark.parametrize(
        "call",
        [
            lambda given: impact_of_table(PLAN, PLAN, Commune, given, on=ON),
            lambda given: impact_of_table(PLAN, PLAN, NobodyAsked, given, on=ON),
            lambda given: sensitivity_of_table(PLAN, NobodyAsked, given, on=ON),
            lambda given: sensitivity_of_table_said(PLAN, given),
        ],
    )
    def test_the_table(self, call: Callable[[Any], object]) -> None:
        with pytest.raises(WrongValueError, match=r"expected a table of polars, .* but got .*dict"):
            call(TABLE)

    def test_another_table(self) -> None:
        with pytest.raises(WrongValueError, match="no column 'reading'; expected what sensitivity_of_table"):
            sensitivity_of_table_said(PLAN, pl.DataFrame(TABLE))

    @pytest.mark.parametrize("name", ["check_receipt", "judgements"])
    def test_the_dossier(self, name: str) -> None:
        with pytest.raises(WrongValueError, match="expected a Dossier but got an Assessment"):
            getattr(thidua, name)(PLAN, FOUND, TOLD)


@pytest.mark.parametrize("kind", [None, 1, "communes"])
@pytest.mark.parametrize(
    "call",
    [
        lambda kind: thidua.checklist(PLAN, kind),
        lambda kind: thidua.schema_of(PLAN, kind),
        lambda kind: impact_of_table(PLAN, PLAN, kind, TABLE, on=ON),
        lambda kind: sensitivity_of_table(PLAN, kind, TABLE, on=ON),
    ],
)
def test_where_a_kind_of_subject_is_expected(call: Callable[..., object], kind: Any) -> None:
    with pytest.raises(WrongValueError, match="a kind of subject is a class, such as Commune, but got"):
        call(kind)
