"""tabulate(): a whole table of subjects judged at once, on the engine that holds it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from attrs import frozen

from thidua.interpreters.assess import Prepared
from thidua.interpreters.columns.door import check_values, columns_of
from thidua.interpreters.columns.engine import Engine, closed, engine_of, opened, words_of
from thidua.interpreters.columns.naming import OURS, places_of_columns
from thidua.interpreters.columns.predicates import Found, Predicates
from thidua.interpreters.columns.reader import Column, TableReader
from thidua.interpreters.columns.registers import Registers
from thidua.interpreters.columns.truth import Bits, Kleene, Truth, bits
from thidua.movements import Plan, Setting
from thidua.subjects import Subject
from thidua.verdicts import F, M, N

VERDICT = "verdict"


@frozen
class Steps:
    """Expressions to be added to a table one after the other, and the names of the verdicts among them."""

    steps: tuple[tuple[Any, ...], ...]
    words: tuple[str, ...]
    new: tuple[str, ...]


@frozen(cache_hash=True)
class Asked:
    """All that the expressions of a call depend on, so that they are made once and kept."""

    plan: Plan
    kind: type[Subject]
    setting: Setting
    engine: Engine
    columns: tuple[tuple[str, Column], ...]
    possible: bool


@frozen
class Population:
    """A table judged."""

    plan: Plan
    kind: type[Subject]
    setting: Setting
    frame: Any


def tabulate(
    plan: Plan,
    kind: type[Subject],
    subjects: Any,
    *,
    on: date,
    review: str | None = None,
    possible: bool = False,
) -> Population:
    """The verdict on every row of a table, and on each clause."""
    setting = plan.setting(on=on, review=review)
    engine = engine_of(subjects)
    schema = words_of("narwhals").from_native(subjects).collect_schema()
    places = places_of_columns(schema.names(), plan, plan.vocabulary(kind), setting)
    table = opened(subjects, engine, [place.column for place in places.values()])
    columns = columns_of(table, places, lazy=engine.lazy)
    if not engine.lazy:
        check_values(table, columns, engine.words)
    steps = _steps(Asked(plan, kind, setting, engine, tuple(columns.items()), possible))
    for step in steps.steps:
        table = table.with_columns(*step)
    kept: list[str] = schema.names() if engine.name != "pandas" else []
    table = table.select(*kept, *steps.new)
    return Population(plan, kind, setting, closed(table, engine, subjects, steps.words))


@lru_cache(maxsize=64)
def _steps(asked: Asked) -> Steps:
    """The expressions of a call."""
    criteria = asked.plan.criteria_for(asked.kind)
    engine = asked.engine
    language = "polars" if engine.name == "polars" else "narwhals"
    reader = TableReader(language, dict(asked.columns))
    made = Prepared(asked.setting.review.id, dict(asked.setting.surveys))
    predicates = Predicates(reader, asked.setting, Registers(made, asked.setting.days))
    first: list[Any] = []
    for clause in criteria.clauses:
        found = predicates.found(clause.node)
        staged, expressions = _staged(found.truth, f"{OURS}.{clause.id}", reader.words)
        first.extend(expressions)
        predicates.clauses[clause.id] = found._replace(truth=staged)
    whole = predicates.found(criteria.node)
    judged = {VERDICT: whole} | predicates.clauses
    last = [engine.word(*bits(found.truth)).alias(name) for name, found in judged.items()]
    words = tuple(judged)
    new = list(words)
    if asked.possible:
        last.extend(mask(found, reader.words).alias(f"{name}.possible") for name, found in judged.items())
        new.extend(f"{name}.possible" for name in judged)
    return Steps((tuple(first), tuple(last)), words, tuple(new))


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
            kept.append(words.col(f"{name}.{final}"))
            made.append(expression.alias(f"{name}.{final}"))
    return Bits(*kept), made


def mask(found: Found, words: Any) -> Any:
    """The set of finals of a node as a small integer."""
    met, fails, skips = (
        words.lit(int(one)) if isinstance(one, bool) else one.cast(words.Int64) for one in bits(found.truth)
    )
    return met * M + fails * F + skips * N
