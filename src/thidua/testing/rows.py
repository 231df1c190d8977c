"""tables(): what Hypothesis draws of tables for tabulate(), a column each fact, close to where verdicts turn."""

# Hypothesis infers nothing of what lambdas are given.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownLambdaType=false
# pyright: reportUnknownVariableType=false, reportUnknownParameterType=false

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, assert_never

from hypothesis import strategies as st

from thidua.movements import Plan
from thidua.nodes import Fact, Kind, Lives
from thidua.quantities import SHARE
from thidua.subjects import Subject
from thidua.testing.boundaries import boundary_days, boundary_numbers
from thidua.testing.told import told
from thidua.walks import facts_of

MOST_ROWS = 4
MOST_IN_A_COLUMN = 2**53
"""Amounts beyond it are left to dossiers."""
Table = dict[str, list[Any]]


def tables(plan: Plan, kind: type[Subject], *, rows: int = MOST_ROWS) -> st.SearchStrategy[Table]:
    """Tables of a kind of subject as columns, `{"code": […], "poor_households@2021": […]}`, ready for any engine.

    Columns are those of the facts its criteria read, apart from rates, registers and what is judged, which needs its
    minutes; values lie at and next to every
    threshold, and are null where nothing is known. It shrinks towards one row of nulls.
    """
    group = plan.criteria_for(kind)
    trees = [group.node, *(clause.node for clause in group.clauses)]
    read = dict.fromkeys(what for tree in trees for what in facts_of(tree) if isinstance(what, Fact))
    columns = {name: values for fact in read for name, values in _columns(plan, fact)}
    row = st.fixed_dictionaries(columns)
    made = st.lists(row, min_size=1, max_size=rows).map(lambda drawn: _table(drawn, list(columns)))
    return told(f"tables({plan.id}, {kind.__name__})", made)


def _table(drawn: list[dict[str, Any]], names: list[str]) -> Table:
    codes = [f"VD-{number:02d}" for number in range(1, len(drawn) + 1)]
    return {"code": codes, **{name: [row[name] for row in drawn] for name in names}}


def _columns(plan: Plan, fact: Fact) -> Iterator[tuple[str, st.SearchStrategy[Any]]]:
    if fact.unit == SHARE or fact.kind is Kind.JUDGED:
        return
    values = st.sampled_from([None, *_values(plan, fact)])
    if fact.lives is Lives.AT_SURVEYS:
        yield from ((f"{fact.name}@{survey.id}", values) for survey in plan.surveys)
    else:
        yield fact.name, values


def _values(plan: Plan, fact: Fact) -> list[bool | int | str | date]:
    match fact.kind:
        case Kind.YES_NO:
            return [True, False]
        case Kind.DAY:
            return list(boundary_days(plan))
        case Kind.CHOICE | Kind.JUDGED:
            return [option.id for option in fact.options]
        case Kind.NUMBER:
            return [int(value) for value in boundary_numbers(plan, fact) if value <= MOST_IN_A_COLUMN]
        case _:
            assert_never(fact.kind)
