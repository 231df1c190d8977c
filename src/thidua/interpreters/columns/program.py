"""What is done to a table, made once for a plan, a setting and the columns there are, and kept.

Each clause is computed once, in columns of its own that are dropped at the end; the group, and every other clause that
refers to it, reads those.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen

from thidua import nodes as n
from thidua.clauses import Criteria
from thidua.interpreters.assess import Prepared
from thidua.interpreters.columns.engine import Engine
from thidua.interpreters.columns.grouped import Declaration, Grouped
from thidua.interpreters.columns.grouping import Grouping, grouping
from thidua.interpreters.columns.naming import OURS
from thidua.interpreters.columns.predicates import Found, Predicates, staged
from thidua.interpreters.columns.reached import awaits_only_judgement, clauses_reached, leaves_reached
from thidua.interpreters.columns.reader import Column, TableReader
from thidua.interpreters.columns.reason_codes import codes
from thidua.interpreters.columns.registers import Registers
from thidua.interpreters.columns.truth import Bits, bits, both, constant, either
from thidua.interpreters.reasons import REASONS
from thidua.movements import Plan, Setting
from thidua.nodes import Predicate, Register
from thidua.subjects import Subject
from thidua.verdicts import F, M, N

VERDICT = "verdict"
"""The column of the verdict on the group."""


@frozen(cache_hash=True)
class Told:
    """What is told of one register: the columns of its table, and how it is declared complete."""

    register: Register
    columns: tuple[tuple[str, Column], ...]
    declaration: Declaration | None


@frozen(cache_hash=True)
class Asked:
    """All that the expressions of a call depend on."""

    plan: Plan
    kind: type[Subject]
    setting: Setting
    engine: Engine
    columns: tuple[tuple[str, Column], ...]
    registers: tuple[Told, ...]
    reasons: bool
    possible: bool


@frozen
class Program:
    """Registers to be counted, expressions to be added step by step, and the new columns.

    Of those `words` hold words of verdicts, and `verdicts` the verdicts themselves.
    """

    groupings: tuple[Grouping, ...]
    steps: tuple[tuple[Any, ...], ...]
    new: tuple[str, ...]
    words: tuple[str, ...]
    verdicts: tuple[str, ...]


@lru_cache(maxsize=64)
def program(asked: Asked) -> Program:
    """The steps of a call: leaves, clauses, the group, what each row is told, and why."""
    criteria = asked.plan.criteria_for(asked.kind)
    kept: dict[str, Any] = {}
    predicates, held = judging(asked.engine, asked.setting, asked.columns, asked.registers, kept)
    words = predicates.reader.words
    judged, clauses, group = _judged(criteria, predicates, lambda node: node, "")
    said = {name: asked.engine.word(*bits(found.truth)) for name, found in judged.items()}
    verdicts = tuple(said)
    more: dict[str, Any] = {}
    if asked.reasons:
        measured, its_clauses, its_group = _judged(criteria, predicates, without_judgements, "measured")
        clauses |= its_clauses
        group |= its_group
        for name, found in [*list(measured.items())[1:], (VERDICT, measured[VERDICT])]:
            asks_judgement = found.node != judged[name].node or (name == VERDICT and len(said) > len(judged))
            if asks_judgement and not nothing(found):
                said[f"{name}.measured"] = asked.engine.word(*bits(found.truth))
        more = _why(judged[VERDICT], predicates)
    if asked.possible:
        more |= {f"{name}.possible": _possible(found, words) for name, found in judged.items()}
    groupings = tuple(grouping(one) for one in held if one.flags)
    steps = tuple(
        tuple(made.alias(name) for name, made in step.items()) for step in (kept, clauses, group, said | more)
    )
    return Program(groupings, steps, (*said, *more), tuple(said), verdicts)


def _judged(
    criteria: Criteria[Any], predicates: Predicates, taken: Callable[[Predicate], Predicate], mark: str
) -> tuple[dict[str, Found], dict[str, Any], dict[str, Any]]:
    """The group and its clauses, and the columns of their own in which each is kept."""
    predicates.clauses = {}
    columns: dict[str, Any] = {}
    for clause in criteria.clauses:
        found = predicates.found(taken(clause.node))
        truth, made = staged(found.truth, f"{OURS}_{clause.id}{mark}", predicates.reader.words)
        columns |= made
        predicates.clauses[clause.id] = found._replace(truth=truth)
    whole = predicates.found(taken(criteria.node))
    truth, group = staged(whole.truth, f"{OURS}_{VERDICT}{mark}", predicates.reader.words)
    return {VERDICT: whole._replace(truth=truth)} | predicates.clauses, columns, group


def nothing(found: Found) -> bool:
    """Whether nothing is left of a clause but judgements."""
    return isinstance(found.truth, Bits) and tuple(map(repr, found.truth)) == tuple(map(repr, constant(N)))


def _why(whole: Found, predicates: Predicates) -> dict[str, Any]:
    """Which clauses decide a row, for which reasons, and whether it waits for judgements alone."""
    words = predicates.reader.words
    clauses: dict[str, Any] = dict.fromkeys(predicates.clauses, False)
    for name, rows in clauses_reached(whole):
        clauses[name] = either(clauses[name], rows)
    reasons: dict[str, Any] = dict.fromkeys(REASONS, False)
    for leaf, rows in leaves_reached(whole):
        for code, applies in codes(leaf, predicates):
            reasons[code] = either(reasons[code], both(rows, applies))
    waits = awaits_only_judgement(whole)
    return {
        "decisive": _listed(clauses, words),
        "reasons": _listed(reasons, words),
        "awaits_judgement": words.lit(waits) if isinstance(waits, bool) else waits,
    }


def _listed(asked: dict[str, Any], words: Any) -> Any:
    """The names that hold in a row, in their order, with semicolons between them."""
    told = [
        words.lit(name) if holds is True else words.when(holds).then(words.lit(name))
        for name, holds in asked.items()
        if holds is not False
    ]
    return words.concat_str(told, separator="; ", ignore_nulls=True) if told else words.lit("")


def _possible(found: Found, words: Any) -> Any:
    """The finals still possible, by their ids."""
    return _listed(dict(zip(("met", "not_met", "not_applicable"), bits(found.truth), strict=True)), words)


def without_judgements(node: Predicate) -> Predicate:
    """The predicate as if nothing had been left to judgement: what is judged drops out, as what does not apply does."""
    match node:
        case n.JudgedAtLeast():
            return n.Constant(N)
        case n.AllOf(parts=parts) | n.AnyOf(parts=parts) | n.AtLeast(parts=parts):
            return evolve(node, parts=tuple(map(without_judgements, parts)))
        case n.Not(part=part):
            return evolve(node, part=without_judgements(part))
        case n.Where(guard=guard, body=body):
            return evolve(node, guard=without_judgements(guard), body=without_judgements(body))
        case n.Unless(body=body, disqualifier=lost):
            return evolve(node, body=without_judgements(body), disqualifier=without_judgements(lost))
        case n.Choose(options=options):
            return evolve(node, options=tuple((name, without_judgements(option)) for name, option in options))
        case _:
            return node


def judging(
    engine: Engine,
    setting: Setting,
    columns: tuple[tuple[str, Column], ...],
    registers: tuple[Told, ...],
    kept: dict[str, Any] | None = None,
) -> tuple[Predicates, list[Grouped]]:
    """What judges predicates over such tables, and the registers in which it gathers what is to be counted."""
    language = "polars" if engine.name == "polars" else "narwhals"
    held = [
        Grouped(
            told.register, TableReader(language, dict(told.columns)), setting, told.declaration, checked=not engine.lazy
        )
        for told in registers
    ]
    made = Prepared(setting.review.id, dict(setting.surveys))
    tables = {one.register.name: one for one in held}
    return Predicates(TableReader(language, dict(columns)), setting, Registers(made, setting.days, tables), kept), held


def mask(found: Found, words: Any) -> Any:
    """The set of finals of a node as a small integer."""
    met, fails, skips = (
        words.lit(int(one)) if isinstance(one, bool) else one.cast(words.Int64) for one in bits(found.truth)
    )
    return met * M + fails * F + skips * N
