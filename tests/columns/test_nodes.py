"""In every row of a table, on every engine, every node is what the definition finds from the same knowledge."""

import pytest
from columnar import BACKENDS, Table, in_columns, knowledge_of, side_by_side, tables
from hypothesis import given, settings
from hypothesis import strategies as st
from knowledge_strategies import few_worlds
from one_world import Clauses
from possible import possible
from strategies import FAMILIES, groups, of_family

from thidua.interpreters.assess import judge

NO_CLAUSES: Clauses = {}
OTHERS = [name for name in BACKENDS if name != "polars"]
FEWER = settings(max_examples=max(10, settings().max_examples // 5))
"""One engine is searched as far as anything is; the others, slower to be asked, a fifth as far."""


def wrong(table: Table, backend: str) -> list[object]:
    """The nodes that columns and definition see differently, with the row."""
    found, rows = in_columns(table, backend)
    assert len(rows) == len(table.rows)
    differing: list[object] = []
    for row, told in zip(table.rows, rows, strict=True):
        finding = judge(table.predicate, knowledge_of(row, table), table.setting, table.clauses)
        differing.extend((row, *seen) for seen in side_by_side(found, finding, told) if seen[1] != seen[2])
    return differing


class TestNodeByNode:
    """tabulate is assess, row by row and node by node."""

    @pytest.mark.parametrize("family", FAMILIES)
    @given(data=st.data())
    def test_leaves(self, family: str, data: st.DataObject) -> None:
        assert wrong(data.draw(tables(of_family(family).map(lambda asked: (asked, NO_CLAUSES)))), "polars") == []

    @given(tables(groups()))
    def test_whole_groups(self, table: Table) -> None:
        assert wrong(table, "polars") == []

    @pytest.mark.parametrize("backend", OTHERS)
    @pytest.mark.parametrize("family", FAMILIES)
    @given(data=st.data())
    @FEWER
    def test_leaves_on_other_engines(self, backend: str, family: str, data: st.DataObject) -> None:
        assert wrong(data.draw(tables(of_family(family).map(lambda asked: (asked, NO_CLAUSES)))), backend) == []

    @pytest.mark.parametrize("backend", OTHERS)
    @given(tables(groups()))
    @FEWER
    def test_whole_groups_on_other_engines(self, backend: str, table: Table) -> None:
        assert wrong(table, backend) == []


class TestTheSpecificationAgrees:
    """No world that a row leaves open has a verdict that its columns leave out, and no verdict set is empty."""

    @given(tables(groups()))
    def test_in_every_row(self, table: Table) -> None:
        _, rows = in_columns(table, "polars")
        for row, told in zip(table.rows, rows, strict=True):
            knowledge = knowledge_of(row, table)
            assert 1 <= told["0"] <= 7
            if few_worlds(table.predicate, knowledge, table.setting, table.clauses):
                assert possible(table.predicate, knowledge, table.setting, table.clauses) & ~told["0"] == 0
