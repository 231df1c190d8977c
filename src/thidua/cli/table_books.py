"""A workbook of dossiers as a judged table: each is assessed by itself, since papers say more than columns hold."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from thidua.cli.dossiers import dossiers_in
from thidua.cli.refusals import Refusal
from thidua.interpreters.assess import assess
from thidua.interpreters.columns.engine import WORDS, words_of
from thidua.interpreters.columns.naming import CODE, NAME
from thidua.interpreters.columns.program import VERDICT
from thidua.interpreters.decisive import deciding_clauses
from thidua.interpreters.found import deciding_leaves
from thidua.interpreters.reasons import REASONS, reasons
from thidua.movements import Plan


def book_judged(plan: Plan, given: argparse.Namespace, paths: list[Path]) -> Any:
    """A row for each dossier of a kind: who, the verdicts, and what decides them."""
    polars = words_of("polars")
    reports: list[str] = []
    kind = plan.vocabulary(given.kind).subject
    dossiers = [one for _, one in dossiers_in(plan, [str(path) for path in paths], given.language, reports)]
    others = [one.subject.code for one in dossiers if type(one.subject) is not kind]
    if others:
        vi, en = f"{others[0]}: không phải {given.kind}", f"{others[0]} is no {given.kind}"
        reports.append(vi if given.language == "vi" else en)
    if given.summary or given.stream or given.complete or given.minutes:
        vi = "--summary, --stream, --complete, --minutes: chỉ dùng cho bảng .csv, .parquet"
        en = "--summary, --stream, --complete, --minutes: these are for .csv and .parquet tables"
        reports.append(vi if given.language == "vi" else en)
    if reports:
        raise Refusal("\n".join(reports))
    lines: list[dict[str, Any]] = []
    for dossier in dossiers:
        found = assess(plan, dossier, on=given.on, review=given.review)
        codes = {code for leaf in deciding_leaves(found.found) for code in reasons(leaf)}
        lines.append({
            CODE: dossier.subject.code, NAME: dossier.subject.name, VERDICT: found.verdict.id,
            **{name: finding.verdict.id for name, finding in found.clauses},
            "decisive": "; ".join(deciding_clauses(found)),
            "reasons": "; ".join(code for code in REASONS if code in codes),
            "awaits_judgement": found.awaits_only_judgement,
        })  # fmt: skip
    judged = [VERDICT, *(clause.id for clause in plan.criteria_for(kind).clauses)]
    return polars.DataFrame(lines).with_columns(polars.col(name).cast(polars.Enum(WORDS)) for name in judged)
