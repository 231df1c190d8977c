"""A predicate as it is asked: readings followed as adopted, references to clauses replaced by what the clauses ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from attrs import evolve, fields

from thidua import nodes as n
from thidua.nodes import Node, Predicate
from thidua.verdicts import NOT, F, M, N
from thidua.walks import children


class Resolving:
    """Resolves predicates of one group for one review; what several of them share stays shared.

    What the review alone decides is decided, and what then does not apply is left out: no verdict depends on it.
    """

    def __init__(self, clauses: Mapping[str, Predicate], review: str) -> None:
        self.clauses, self.review = clauses, review
        self._seen: dict[int, tuple[Node, Any]] = {}

    def resolved(self, node: Node) -> Any:
        """The node, with no reading in it but those with nothing adopted, and no reference to a clause."""
        held = self._seen.get(id(node))
        if held is None:
            held = self._seen[id(node)] = (node, self._resolve(node))
        return held[1]

    def _resolve(self, node: Node) -> Any:
        match node:
            case n.ClauseMet(clause=clause):
                return self.resolved(self.clauses[clause])
            case n.Choose(reading=reading, options=options) if reading.adopted is not None:
                return self.resolved(dict(options)[reading.adopted])
            case n.ChooseQuantity(reading=reading, options=options) if reading.adopted is not None:
                return self.resolved(dict(options)[reading.adopted])
            case n.AtReview(reviews=reviews):
                return n.Constant(M if self.review in reviews else F)
            case n.Not(part=part) if isinstance(below := self.resolved(part), n.Constant):
                return n.Constant(NOT[below.mask])
            case n.Where(guard=guard, body=body) if isinstance(asked := self.resolved(guard), n.Constant):
                return self.resolved(body) if asked.mask == M else n.Constant(N)
            case n.AllOf(parts=parts):
                left = tuple(part for part in map(self.resolved, parts) if part != n.Constant(N))
                return left[0] if len(left) == 1 else n.AllOf(left) if left else n.Constant(N)
            case _ if any(True for _ in children(node)):
                return evolve(node, **{each.name: self._value(getattr(node, each.name)) for each in fields(type(node))})
            case _:
                return node

    def _value(self, value: object) -> Any:
        if isinstance(value, Node):
            return self.resolved(value)
        if isinstance(value, tuple):
            return tuple(self._value(item) for item in cast(tuple[object, ...], value))
        return value
