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
from thidua.interpreters.columns.distances import distances
from thidua.interpreters.columns.engine import Engine
from thidua.interpreters.columns.grouped import Declaration, Grouped
from thidua.interpreters.columns.grouping import Grouping, grouping
from thidua.interpreters.columns.naming import OURS
from thidua.interpreters.columns.predicates import Found, Predicates, staged
from thidua.interpreters.columns.reader import Column, TableReader
from thidua.interpreters.columns.registers import Registers
from thidua.interpreters.columns.truth import Bits, bits, constant
from thidua.interpreters.columns.why import Why, listed
from thidua.movements import Plan, Setting
from thidua.nodes import Predicate, Register
from thidua.subjects import Subject
from thidua.verdicts import F, M, N
from thidua.walks import nodes_of

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
    margins: bool = False


@frozen
class Program:
    """Registers to be counted, expressions to be added step by step, and the new columns.

    Of those `words` hold words of verdicts, and `verdicts` the verdicts themselves; `margins` are the paths of leaves.
    """

    groupings: tuple[Grouping, ...]
    steps: tuple[tuple[Any, ...], ...]
    new: tuple[str, ...]
    words: tuple[str, ...]
    verdicts: tuple[str, ...]
    margins: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def program(asked: Asked) -> Program:
    """The steps of a call: leaves, clauses, the group, what each row is told, and why."""
    criteria = asked.plan.criteria_for(asked.kind)
    kept: dict[str, Any] = {}
    read: dict[str, Any] = {}
    predicates, held = judging(
        asked.engine, asked.setting, asked.columns, asked.registers, kept if asked.reasons else None, read
    )
    words = predicates.reader.words
    judged, steps = _judged(criteria, predicates, lambda node: node, "")
    if not (asked.reasons or asked.possible):
        judged[VERDICT] = predicates.found(criteria.node)  # nothing but its word reads it
        steps.pop()
    said = {name: asked.engine.word(found.truth) for name, found in judged.items()}
    verdicts = tuple(said)
    more: dict[str, Any] = {}
    if asked.reasons:
        measured, others = _judged(criteria, predicates, without_judgements, "measured")
        steps += others
        for name, found in [*list(measured.items())[1:], (VERDICT, measured[VERDICT])]:
            asks_judgement = found.node != judged[name].node or (name == VERDICT and len(said) > len(judged))
            if asks_judgement and not nothing(found):
                said[f"{name}.measured"] = asked.engine.word(found.truth)
        why = Why(predicates)
        for name, found in list(judged.items())[1:]:
            why.clause(name, found)
        steps.append(why.columns)
        more = why.group(judged[VERDICT])
    if asked.possible:
        more |= {f"{name}.possible": _possible(found, words) for name, found in judged.items()}
    apart = (
        distances({name: found for name, found in judged.items() if name != VERDICT}, predicates)
        if asked.margins
        else {}
    )
    for columns in apart.values():
        more |= columns
    groupings = tuple(grouping(one) for one in held if one.flags)
    taken = tuple(
        tuple(made.alias(name) for name, made in step.items()) for step in (read, kept, *steps, said | more) if step
    )
    return Program(groupings, taken, (*said, *more), tuple(said), verdicts, tuple(apart))


def _judged(
    criteria: Criteria[Any], predicates: Predicates, taken: Callable[[Predicate], Predicate], mark: str
) -> tuple[dict[str, Found], list[dict[str, Any]]]:
    """The group and its clauses, and step by step the columns of their own in which each is kept."""
    predicates.clauses = {}
    steps: list[dict[str, Any]] = [{}]
    for clause in criteria.clauses:
        if any(isinstance(node, n.ClauseMet) for node in nodes_of(clause.node)):
            steps.append({})
        found = predicates.found(taken(clause.node))
        truth, made = staged(found.truth, f"{OURS}_{clause.id}{mark}", predicates.reader.words)
        steps[-1] |= made
        predicates.clauses[clause.id] = found._replace(truth=truth)
    whole = predicates.found(taken(criteria.node))
    truth, group = staged(whole.truth, f"{OURS}_{VERDICT}{mark}", predicates.reader.words)
    return {VERDICT: whole._replace(truth=truth)} | predicates.clauses, [*steps, group]


def nothing(found: Found) -> bool:
    """Whether nothing is left of a clause but judgements."""
    return isinstance(found.truth, Bits) and tuple(map(repr, found.truth)) == tuple(map(repr, constant(N)))


def _possible(found: Found, words: Any) -> Any:
    """The finals still possible, by their ids."""
    return listed(dict(zip(("met", "not_met", "not_applicable"), bits(found.truth), strict=True)), words)


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
    read: dict[str, Any] | None = None,
) -> tuple[Predicates, list[Grouped]]:
    """What judges predicates over such tables, and the registers in which it gathers what is to be counted."""
    language = engine.language
    held = [
        Grouped(
            told.register, TableReader(language, dict(told.columns)), setting, told.declaration, checked=not engine.lazy
        )
        for told in registers
    ]
    made = Prepared(setting.review.id, dict(setting.surveys))
    tables = {one.register.name: one for one in held}
    registers_of = Registers(made, setting.days, tables)
    return Predicates(TableReader(language, dict(columns), read), setting, registers_of, kept), held


def mask(found: Found, words: Any) -> Any:
    """The set of finals of a node as a small integer."""
    met, fails, skips = (
        words.lit(int(one)) if isinstance(one, bool) else one.cast(words.Int64) for one in bits(found.truth)
    )
    return met * M + fails * F + skips * N
