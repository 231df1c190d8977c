"""What stands beside verdicts: which clauses decide a row, for which reasons, whether only judgement is awaited.

Each clause is asked for itself first, in columns of its own, and the group then reads those: written out as one, the
expressions would double with every level of the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import define, field

from thidua import nodes as n
from thidua.interpreters.columns.naming import OURS
from thidua.interpreters.columns.predicates import Found, Predicates
from thidua.interpreters.columns.reached import is_open, leaves_reached, open_leaves
from thidua.interpreters.columns.reason_codes import codes
from thidua.interpreters.columns.truth import bits, both, either, opposite
from thidua.interpreters.reasons import REASONS

JUDGED, MEASURED = "awaits_judged", "awaits_measured"


@define
class Why:
    """Gathers, clause by clause, what leaves each open and the codes of the leaves that decide it."""

    predicates: Predicates
    columns: dict[str, Any] = field(factory=dict[str, Any])
    _told: dict[str, dict[str, Any]] = field(factory=dict[str, dict[str, Any]])
    _kept: dict[str, dict[str, Any]] = field(factory=dict[str, dict[str, Any]])

    def clause(self, name: str, found: Found) -> None:
        """Ask a clause, and keep what it says in columns of its own."""
        words = self.predicates.reader.words
        told: dict[str, Any] = {}
        self._told[name] = self._asked(found)
        for what, rows in self._told[name].items():
            column = f"{OURS}_{name}_{what}"
            if isinstance(rows, bool):
                told[what] = rows
            else:
                self.columns[column] = rows
                told[what] = words.col(column)
        self._kept[name] = told

    def _asked(self, found: Found) -> dict[str, Any]:
        """What leaves a node open, and the codes of what decides it, each with its rows."""
        asked: dict[str, Any] = {}

        def tell(what: str, rows: Any) -> None:
            asked[what] = either(asked.get(what, False), rows)

        for leaf, rows in leaves_reached(found):
            for code, applies in self._codes(leaf):
                tell(code, both(rows, applies))
        for leaf, rows in open_leaves(found, is_open(bits(found.truth))):
            for what, applies in self._opens(leaf):
                tell(what, both(rows, applies))
        return asked

    def _codes(self, leaf: Found) -> Iterator[tuple[str, Any]]:
        if isinstance(leaf.node, n.ClauseMet):
            yield from ((code, rows) for code, rows in self._told[leaf.node.clause].items() if code in REASONS)
        else:
            yield from codes(leaf, self.predicates)

    def _opens(self, leaf: Found) -> Iterator[tuple[str, Any]]:
        if isinstance(leaf.node, n.ClauseMet):
            told = self._told[leaf.node.clause]
            yield from ((what, told.get(what, False)) for what in (JUDGED, MEASURED))
        else:
            yield JUDGED if isinstance(leaf.node, n.JudgedAtLeast) else MEASURED, True

    def group(self, whole: Found) -> dict[str, Any]:
        """The columns beside the verdict on the group."""
        words = self.predicates.reader.words
        self._told = self._kept
        clauses: dict[str, Any] = dict.fromkeys(self._told, False)
        for leaf, rows in leaves_reached(whole):
            if isinstance(leaf.node, n.ClauseMet):
                clauses[leaf.node.clause] = either(clauses[leaf.node.clause], rows)
        asked = self._asked(whole)
        waits = both(asked.get(JUDGED, False), opposite(asked.get(MEASURED, False)))
        return {
            "decisive": listed(clauses, words),
            "reasons": listed({code: asked.get(code, False) for code in REASONS}, words),
            "awaits_judgement": words.lit(waits) if isinstance(waits, bool) else waits,
        }


def listed(asked: dict[str, Any], words: Any) -> Any:
    """The names that hold in a row, in their order, with semicolons between them."""
    told = [
        words.lit(name) if holds is True else words.when(holds).then(words.lit(name))
        for name, holds in asked.items()
        if holds is not False
    ]
    return words.concat_str(told, separator="; ", ignore_nulls=True) if told else words.lit("")
