"""The plan of Quỳnh Nhai over tables of every kind of subject, on every engine: each row is what assess finds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import polars as pl
import pytest
import small_plan
from attrs import evolve
from columnar import BACKENDS, TYPES, rows_of
from criteria.adopting import adopted

from thidua import (
    PLAN,
    Clause,
    Commune,
    Completeness,
    Document,
    Level,
    Minutes,
    Register,
    Subject,
    all_of,
    any_of,
    tabulate,
)
from thidua.clauses import Criteria
from thidua.errors import DisagreementError
from thidua.findings import Assessment, Finding
from thidua.interpreters.assess import judge
from thidua.interpreters.columns.program import without_judgements
from thidua.interpreters.decisive import deciding, deciding_clauses
from thidua.interpreters.found import LEAVES
from thidua.interpreters.reasons import REASONS, reasons
from thidua.movements import Plan, Vocabulary
from thidua.nodes import Constant, Fact, Kind, Lives, Predicate
from thidua.verdicts import N
from thidua.walks import readings_of

ON = date(2025, 12, 31)
ROWS = 10
KINDS = [words for words in PLAN.vocabularies if any(c.subject is words.subject for c in PLAN.criteria)]
MINUTES = Document("BB-01", date(2025, 12, 2), "Hội đồng", "Biên bản")


def value(fact: Fact, luck: Random) -> Any:
    """Something that a fact can be, or nothing."""
    if luck.random() < 0.15:
        return None
    match fact.kind:
        case Kind.NUMBER:
            return luck.choice([0, 1, 2, 3, 50, 100] if fact.high is None else range(fact.high + 1))
        case Kind.DAY:
            return date(2020, 1, 1) + timedelta(days=luck.randrange(2100))
        case Kind.YES_NO:
            return luck.random() < 0.7
        case _:
            return luck.choice(fact.options).id


def table_of(facts: dict[str, Fact], rows: list[dict[str, Any]], extra: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(rows, {**extra, **{name: TYPES[fact.kind] for name, fact in facts.items()}})


def tables(words: Vocabulary, luck: Random) -> tuple[pl.DataFrame, dict[str, tuple[pl.DataFrame, Completeness | None]]]:
    """Subjects with gaps, and a table of entries for each register but one in four."""
    facts: dict[str, Fact] = {}
    for fact in words.facts:
        surveys = PLAN.setting(on=ON).surveys
        names = [f"{fact.name}@{moment}" for moment, _ in surveys] if fact.lives is Lives.AT_SURVEYS else [fact.name]
        facts.update(dict.fromkeys(names, fact))
    rows = [{"code": f"VD-{at}", **{name: value(fact, luck) for name, fact in facts.items()}} for at in range(ROWS)]
    held: dict[str, tuple[pl.DataFrame, Completeness | None]] = {}
    declared: dict[str, Any] = {}
    for register in words.registers:
        if luck.random() < 0.2:
            continue
        fields = {fact.name: fact for fact in register.fields}
        entries = [
            {"code": f"VD-{luck.randrange(ROWS)}", **{name: value(fact, luck) for name, fact in fields.items()}}
            for _ in range(2 * ROWS)
        ]
        dated = [entry for entry in entries if entry[register.dated_by] is not None]
        complete = None
        if luck.random() < 0.7:
            column = f"{register.name}.declared" if luck.random() < 0.5 else None
            complete = Completeness(luck.choice([ON, date(2025, 12, 15), date(2024, 1, 1)]), "UBND", column)
            if column:
                declared[column] = pl.Int64
                for row in rows:
                    row[column] = luck.choice([None, 0, 1, 2, 3, 4])
        held[register.name] = table_of(fields, dated, {"code": pl.String}), complete
    return table_of(facts, rows, {"code": pl.String, **declared}), held


def minutes(words: Vocabulary) -> dict[str, Minutes]:
    judged = [fact for fact in words.facts if fact.kind is Kind.JUDGED]
    return {fact.name: Minutes(MINUTES, fact.judges[0].label.vi, date(2025, 12, 2), "") for fact in judged}


def judged(plan: Plan, kind: type[Subject], backend: str, seed: int) -> Any:
    words = plan.vocabulary(kind)
    subjects, held = tables(words, Random(seed))
    records = {name: Register(BACKENDS[backend](frame), complete) for name, (frame, complete) in held.items()}
    return tabulate(
        plan, kind, BACKENDS[backend](subjects), on=ON, records=records, documents=minutes(words), possible=True
    )


@pytest.mark.parametrize("words", KINDS, ids=[words.id for words in KINDS])
class TestEveryKind:
    """`explain` builds a row's dossier and refuses when assess finds another verdict: it never does."""

    @pytest.mark.parametrize("backend", BACKENDS)
    def test_every_row_is_explained(self, words: Vocabulary, backend: str) -> None:
        made = judged(PLAN, words.subject, backend, seed=7)
        told = {row["code"]: row for row in rows_of(made.frame)}
        explained = {code: made.explain(code) for code in told}

        assert len(explained) == ROWS
        for code, assessment in explained.items():
            assert told[code] | beside(assessment) == told[code]

    def test_under_every_option_of_every_reading(self, words: Vocabulary) -> None:
        asked = [tree for criteria in PLAN.criteria if criteria.subject is words.subject for tree in trees(criteria)]
        for reading in dict.fromkeys(reading for tree in asked for reading in readings_of(tree)):
            for option in (*(option.id for option in reading.options), None):
                made = judged(adopted(reading.id, option), words.subject, "polars", seed=11)

                for row in rows_of(made.frame)[:4]:
                    assert row | beside(made.explain(row["code"])) == row


def beside(assessment: Assessment[Any]) -> dict[str, Any]:
    """What stands in the new columns, by the definition."""
    found = {"verdict": assessment.found, **dict(assessment.clauses)}
    clauses = {clause.id: without_judgements(clause.node) for clause in assessment.criteria.clauses}
    measured = {"verdict": without_judgements(assessment.criteria.node), **clauses}
    asked = {clause.id: clause.node for clause in assessment.criteria.clauses}
    codes = {code for leaf in deciding_leaves(assessment.found) for code in reasons(leaf)}
    told: dict[str, Any] = {
        "decisive": "; ".join(deciding_clauses(assessment)),
        "reasons": "; ".join(code for code in REASONS if code in codes),
        "awaits_judgement": assessment.awaits_only_judgement,
    }
    for name, finding in found.items():
        told[name] = finding.verdict.id
        told[f"{name}.possible"] = "; ".join(final.id for final in finding.verdict)
        node = assessment.criteria.node if name == "verdict" else assessment.criteria.clause(name).node
        if measured[name] != node or (name == "verdict" and measured | {"verdict": None} != asked | {"verdict": None}):
            left = judge(measured[name], assessment.knowledge, assessment.setting, clauses)
            if not (isinstance(measured[name], Constant) and left.mask == N):
                told[f"{name}.measured"] = left.verdict.id
    return told


def deciding_leaves(finding: Finding) -> Iterator[Finding]:
    """The leaves reached through deciding findings alone."""
    if isinstance(finding.node, LEAVES):
        yield finding
    else:
        for part, decides in zip(finding.parts, deciding(finding), strict=True):
            if decides:
                yield from deciding_leaves(part)


def trees(criteria: Criteria[Any]) -> list[Predicate]:
    return [criteria.node, *(clause.node for clause in criteria.clauses)]


def test_a_table_that_says_otherwise_is_not_explained() -> None:
    made = judged(PLAN, Commune, "polars", seed=7)
    forged = evolve(made, frame=made.frame.with_columns(pl.lit("not_applicable").alias("verdict")))
    with pytest.raises(DisagreementError, match="verdict: not_applicable in the table, "):
        forged.explain("VD-0")


def test_a_clause_may_refer_to_another() -> None:
    first = Clause("III.2.1-1", text="…", en="…", requires=small_plan.jobs.is_at_least(1))
    second = Clause(
        "III.2.1-2", text="…", en="…", requires=all_of(first.is_met(), small_plan.effort.is_judged_at_least(Level.DONE))
    )
    third = Clause("III.2.1-3", text="…", en="…", requires=any_of(second.is_met(), small_plan.has_fund.is_yes()))
    asked = evolve(
        small_plan.COMMUNES,
        clauses=(first, second, third),
        requires=all_of(third.is_met(), first.is_met()),
        readings=(),
    )
    plan = evolve(small_plan.PLAN, contents=(asked,), routes=())
    rows = [
        {"code": f"{jobs}{fund}{effort}", "jobs": jobs, "has_fund": fund, "effort": effort}
        for jobs in (None, 0, 1)
        for fund in (None, True, False)
        for effort in (None, "DONE", "NOT_DONE")
    ]
    minutes = {"effort": Minutes(MINUTES, "Hội đồng Mẫu", date(2025, 12, 2), "")}
    made = tabulate(plan, Commune, pl.DataFrame(rows), on=ON, documents=minutes, possible=True)

    for row in rows_of(made.frame):
        assert row | beside(made.explain(row["code"])) == row
