"""What is done to a table, made once for a plan, a setting and the columns there are, and kept.

Each clause is computed once, in columns of its own that are dropped at the end; the group, and every other clause that
refers to it, reads those.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from attrs import frozen

from thidua.interpreters.assess import Prepared
from thidua.interpreters.columns.engine import Engine
from thidua.interpreters.columns.grouped import Declaration, Grouped
from thidua.interpreters.columns.grouping import Grouping, grouping
from thidua.interpreters.columns.naming import OURS
from thidua.interpreters.columns.predicates import Found, Predicates
from thidua.interpreters.columns.reader import Column, TableReader
from thidua.interpreters.columns.registers import Registers
from thidua.interpreters.columns.truth import Bits, Kleene, Truth, bits
from thidua.movements import Plan, Setting
from thidua.nodes import Register
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
    possible: bool


@frozen
class Program:
    """Registers to be counted, expressions to be added step by step, the new columns, and which of them are words."""

    groupings: tuple[Grouping, ...]
    steps: tuple[tuple[Any, ...], ...]
    new: tuple[str, ...]
    words: tuple[str, ...]


@lru_cache(maxsize=64)
def program(asked: Asked) -> Program:
    """The steps of a call."""
    criteria = asked.plan.criteria_for(asked.kind)
    predicates, held = judging(asked.engine, asked.setting, asked.columns, asked.registers)
    words = predicates.reader.words
    first: list[Any] = []
    for clause in criteria.clauses:
        found = predicates.found(clause.node)
        truth, expressions = _staged(found.truth, f"{OURS}_{clause.id}", words)
        first.extend(expressions)
        predicates.clauses[clause.id] = found._replace(truth=truth)
    judged = {VERDICT: predicates.found(criteria.node)} | predicates.clauses
    last = [asked.engine.word(*bits(found.truth)).alias(name) for name, found in judged.items()]
    new = list(judged)
    if asked.possible:
        last.extend(mask(found, words).alias(f"{name}.possible") for name, found in judged.items())
        new.extend(f"{name}.possible" for name in judged)
    groupings = tuple(grouping(one) for one in held if one.flags)
    return Program(groupings, (tuple(first), tuple(last)), tuple(new), tuple(judged))


def judging(
    engine: Engine, setting: Setting, columns: tuple[tuple[str, Column], ...], registers: tuple[Told, ...]
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
    return Predicates(TableReader(language, dict(columns)), setting, Registers(made, setting.days, tables)), held


def _staged(truth: Truth, name: str, words: Any) -> tuple[Truth, list[Any]]:
    """The truth kept in columns of its own, so that what refers to it does not compute it again."""
    if isinstance(truth, Kleene):
        return Kleene(words.col(name)), [truth.holds.alias(name)]
    kept: list[Any] = []
    made: list[Any] = []
    for expression, final in zip(truth, ("met", "fails", "skips"), strict=True):
        if isinstance(expression, bool):
            kept.append(expression)
        else:
            kept.append(words.col(f"{name}_{final}"))
            made.append(expression.alias(f"{name}_{final}"))
    return Bits(*kept), made


def mask(found: Found, words: Any) -> Any:
    """The set of finals of a node as a small integer."""
    met, fails, skips = (
        words.lit(int(one)) if isinstance(one, bool) else one.cast(words.Int64) for one in bits(found.truth)
    )
    return met * M + fails * F + skips * N


def nodes_found(found: Found) -> list[Found]:
    """A node and all below it, in the order they stand."""
    return [found, *(below for part in found.parts for below in nodes_found(part))]
