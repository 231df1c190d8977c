"""Why leaves are as they are, in columns: the codes of `reasons`, each with the rows in which it applies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from thidua import nodes as n
from thidua.interpreters.asked import taken
from thidua.interpreters.columns.days import never
from thidua.interpreters.columns.predicates import Found, Predicates
from thidua.interpreters.columns.reached import is_open
from thidua.interpreters.columns.truth import bits, both, opposite
from thidua.nodes import Node
from thidua.periods import AT_REVIEW, When

Code = tuple[str, Any]


def codes(leaf: Found, predicates: Predicates) -> Iterator[Code]:
    """The codes of a leaf."""
    opened = is_open(bits(leaf.truth))
    node = leaf.node
    match node:
        case n.Constant() | n.AtReview():
            yield "by_the_plan", True
        case n.IsOneOf(fact=fact) | n.JudgedAtLeast(fact=fact):
            there = _there(predicates.reader.column(fact.name))
            yield "evidence", there
            yield "judgement_pending" if isinstance(node, n.JudgedAtLeast) else "missing", opposite(there)
        case n.AreAll(register=register):
            yield from predicates.registers.codes(register.name, opened)
        case n.Falls(term=term, since=since, until=until):
            yield from _term(term, since, predicates, opened)
            yield from _term(term, until, predicates, opened)
            _, most = predicates.terms.ends(term, since)
            if most is not None:
                zero = most.number == 0
                yield "zero_at_start", zero.fill_null(value=False) if most.gaps else zero
        case _:
            for side in taken(node):
                yield from _term(side, AT_REVIEW, predicates, opened)


def _there(column: Any) -> Any:
    return False if column is None else ~column.is_null()


def _term(term: Node, when: When, predicates: Predicates, opened: Any) -> Iterator[Code]:
    """The codes of what a term reads."""
    match term:
        case n.Recorded(fact=fact):
            there = _there(predicates.reader.column(predicates.terms.place(fact, when)))
            yield "evidence", there
            yield "missing", opposite(there)
        case n.RecordedDay(fact=fact):
            there, told = _there(predicates.reader.column(fact.name)), predicates.reader.column(never(fact.name))
            not_at_all = False if told is None else told.fill_null(value=False)
            yield "conflict", both(there, not_at_all)
            yield "evidence", both(there, opposite(not_at_all))
            yield "evidence", both(opposite(there), not_at_all)
            yield "did_not_happen", both(opposite(there), not_at_all)
            yield "missing", both(opposite(there), opposite(not_at_all))
        case n.Number(register=register) | n.Total(register=register):
            yield from predicates.registers.codes(register.name, opened)
        case n.At(term=inner, when=other):
            yield from _term(inner, other, predicates, opened)
        case _:
            for part in taken(term):
                yield from _term(part, when, predicates, opened)
