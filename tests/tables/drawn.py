"""Small tables of communes with gaps, for what is asked of a judged table as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
from columnar import BACKENDS, TYPES
from hypothesis import strategies as st

from thidua import PLAN, Commune, Completeness, Document, Minutes, Population, Register, tabulate
from thidua.movements import Plan
from thidua.nodes import Fact, Kind, Lives

ON = date(2025, 12, 31)
SURVEYS = ("2021", "2024")
MINUTES = Document("BB-01", date(2025, 12, 2), "Hội đồng", "Biên bản")
WORDS = PLAN.vocabulary(Commune)
REGISTERS = {register.name: register for register in WORDS.registers}


def columns() -> dict[str, Fact]:
    """The columns of a table of communes."""
    found: dict[str, Fact] = {}
    for fact in WORDS.facts:
        for name in [f"{fact.name}@{survey}" for survey in SURVEYS] if fact.lives is Lives.AT_SURVEYS else [fact.name]:
            found[name] = fact
    return found


def values(fact: Fact) -> st.SearchStrategy[Any]:
    match fact.kind:
        case Kind.NUMBER:
            return st.sampled_from([0, 1, 20, 40, 100] if fact.high is None else [0, 1])
        case Kind.DAY:
            return st.dates(date(2021, 1, 1), date(2026, 3, 1))
        case Kind.YES_NO:
            return st.sampled_from([True, True, True, False])
        case _:
            ids = [option.id for option in fact.options]
            return st.sampled_from([*ids, *ids[-2:], *ids[-2:]])


@st.composite
def subjects(draw: st.DrawFn, gaps: int = 4) -> pl.DataFrame:
    """Up to five communes, one value in so many not on file."""
    facts = columns()
    rows = [
        {
            "code": f"VD-{order}",
            **{name: draw(values(fact)) if draw(st.integers(0, gaps)) else None for name, fact in facts.items()},
        }
        for order in range(draw(st.integers(0, 5)))
    ]
    return pl.DataFrame(rows, {"code": pl.String, **{name: TYPES[fact.kind] for name, fact in facts.items()}})


@st.composite
def registers(draw: st.DrawFn) -> dict[str, tuple[pl.DataFrame, Completeness | None]]:
    """Tables of some registers, complete or not."""
    found: dict[str, tuple[pl.DataFrame, Completeness | None]] = {}
    for name, register in REGISTERS.items():
        if not draw(st.integers(0, 4)):
            continue
        entries = [
            {
                "code": f"VD-{draw(st.integers(0, 4))}",
                **{
                    fact.name: draw(values(fact)) if fact.name == register.dated_by or draw(st.integers(0, 4)) else None
                    for fact in register.fields
                },
            }
            for _ in range(draw(st.integers(0, 6)))
        ]
        schema = {"code": pl.String, **{fact.name: TYPES[fact.kind] for fact in register.fields}}
        complete = Completeness(ON, "UBND xã") if draw(st.integers(0, 2)) else None
        found[name] = pl.DataFrame(entries, schema), complete
    return found


def minutes() -> dict[str, Minutes]:
    judged = [fact for fact in WORDS.facts if fact.kind is Kind.JUDGED]
    return {fact.name: Minutes(MINUTES, fact.judges[0].label.vi, date(2025, 12, 2), "") for fact in judged}


def judged(
    table: pl.DataFrame,
    held: Mapping[str, tuple[pl.DataFrame, Completeness | None]],
    backend: str = "polars",
    plan: Plan = PLAN,
) -> Population[Commune]:
    records = {name: Register(BACKENDS[backend](frame), complete) for name, (frame, complete) in held.items()}
    return tabulate(plan, Commune, BACKENDS[backend](table), on=ON, records=records, documents=minutes())
