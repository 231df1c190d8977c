"""In every row of a table, on every engine, every node is what the definition finds from the same knowledge."""

import pytest
from columnar import BACKENDS, Table, in_columns, knowledge_of, side_by_side, tables
from hypothesis import given, settings
from hypothesis import strategies as st
from one_world import Clauses
from strategies import FAMILIES, groups, of_family

from thidua.interpreters.assess import judge

NO_CLAUSES: Clauses = {}


def wrong(table: Table, backend: str) -> list[object]:
    """The nodes that columns and definition see differently, with the row."""
    found, rows = in_columns(table, backend)
    assert len(rows) == len(table.rows)
    differing: list[object] = []
    for row, told in zip(table.rows, rows, strict=True):
        knowledge = knowledge_of(row, table)
        finding = judge(table.predicate, knowledge, table.setting, table.clauses)
        differing.extend((row, *seen) for seen in side_by_side(found, finding, told) if seen[1] != seen[2])
    return differing


@pytest.mark.parametrize("backend", BACKENDS)
class TestNodeByNode:
    """tabulate is assess, row by row and node by node."""

    @pytest.mark.parametrize("family", FAMILIES)
    @given(data=st.data())
    @settings(max_examples=15, deadline=None)
    def test_leaves(self, backend: str, family: str, data: st.DataObject) -> None:
        table = data.draw(tables(of_family(family).map(lambda condition: (condition, NO_CLAUSES))))

        assert wrong(table, backend) == []

    @given(tables(groups()))
    @settings(max_examples=25, deadline=None)
    def test_whole_groups(self, backend: str, table: Table) -> None:
        assert wrong(table, backend) == []
