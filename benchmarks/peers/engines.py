"""One subject at a time: every peer asked for the most it offers about each of the four clauses and the whole.

A peer turns a row into its native form outside the timing, explains it inside, and is read as codes outside again.
What its language lacks is written out: null is tested before it is compared, `not applicable` is a fourth code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from workloads.oracle import MET, NOT_APPLICABLE, THREE_YEARS_BEFORE, UNKNOWN, UNMET, Codes, Row, all_of, codes_of

_DAY = THREE_YEARS_BEFORE.toordinal()


class Peer(NamedTuple):
    """A way of asking: `says` is the most it tells."""

    name: str
    says: str
    native: Callable[[Row], Any]
    explain: Callable[[Any], Any]
    codes: Callable[[Any], Codes]


class Asked(NamedTuple):
    """A condition: the fields that must be there, and the test in infix, as zen and rule-engine both read it."""

    fields: tuple[str, ...]
    text: str


class ClauseAsked(NamedTuple):
    """A clause: its conditions, and the guard under which it applies."""

    conditions: tuple[Asked, ...]
    guard: str = ""


_FALL = ("poor_start", "near_poor_start", "poor_end", "near_poor_end")
CLAUSES: Mapping[str, tuple[ClauseAsked, ...]] = {
    "commune": (
        ClauseAsked((Asked(("initiatives",), "initiatives >= 1"),)),
        ClauseAsked(
            (
                Asked(("budget_spent",), "budget_spent <= budget_allocated"),
                Asked(("settlement_done",), "settlement_done <= settlement_due"),
                Asked(("reports_on_time",), "reports_on_time >= reports_required"),
            )
        ),
        ClauseAsked(
            (
                Asked(("resources_mobilised",), "resources_mobilised > 0"),
                Asked(("resources_mobilised",), "resources_mobilised >= resources_target"),
            )
        ),
        ClauseAsked(
            (Asked(_FALL, "2 * (poor_end + near_poor_end) < poor_start + near_poor_start"),),
            'area != "OUTSIDE" and is_ethnic_minority_mountainous == true',
        ),
    ),
    "household": (
        ClauseAsked((Asked(("registered_to_escape",), "registered_to_escape == true"),)),
        ClauseAsked(
            (
                Asked(("initiatives",), "initiatives >= 1"),
                Asked(("jobs_created",), "jobs_created >= 1"),
                Asked(("income_growth",), "income_growth > 0"),
            )
        ),
        ClauseAsked(
            (
                Asked(("escape_date",), f"escape_date <= {_DAY}"),
                Asked(("households_helped",), "households_helped >= 1"),
            ),
            'status == "ESCAPED"',
        ),
        ClauseAsked(
            tuple(
                Asked((name,), f"{name} == true") for name in ("purpose_ok", "interest_on_time", "principal_on_time")
            ),
            "has_loan == true",
        ),
    ),
}


def _plain(row: Row) -> dict[str, Any]:
    """A row whose days are numbers, since few of the engines compare days."""
    return {name: value.toordinal() if isinstance(value, date) else value for name, value in row.items()}


def _infix(clause: ClauseAsked) -> str:
    """Known to fail, unmet; else anything missing, unknown; else met."""
    fails = " or ".join(
        "(" + " and ".join([*(f"{name} != null" for name in asked.fields), f"not ({asked.text})"]) + ")"
        for asked in clause.conditions
    )
    names = dict.fromkeys(name for asked in clause.conditions for name in asked.fields)
    missing = " or ".join(f"{name} == null" for name in names)
    code = f"({fails}) ? {UNMET} : (({missing}) ? {UNKNOWN} : {MET})"
    return f"({clause.guard}) ? ({code}) : {NOT_APPLICABLE}" if clause.guard else code


def _overall(codes: list[Any]) -> Codes:
    a, b, c, d = (int(code) for code in codes)
    return a, b, c, d, all_of(a, b, c, d)


def rule_engine(workload: str) -> Peer:
    """rule-engine: one rule a clause, and one for the whole over their codes."""
    from rule_engine import Context, Rule  # noqa: PLC0415  # every peer is optional

    context = Context(default_value=None)
    rules = [Rule(_infix(clause), context=context) for clause in CLAUSES[workload]]
    whole = Rule(
        "(a == 0 or b == 0 or c == 0 or d == 0) ? 0 : ((a == 2 or b == 2 or c == 2 or d == 2) ? 2 : 1)",
        context=context,
    )

    def explain(row: dict[str, Any]) -> list[Any]:
        found = [rule.evaluate(row) for rule in rules]
        found.append(whole.evaluate(dict(zip("abcd", found, strict=True))))
        return found

    return Peer("rule-engine", "status of each clause", _plain, explain, lambda found: codes_of(map(int, found)))


_OPERATORS = {" >= ": ">=", " <= ": "<=", " > ": ">", " == ": "=="}


def _logic(asked: Asked) -> dict[str, Any]:
    """The condition in json-logic."""

    def operand(text: str) -> Any:
        return True if text == "true" else int(text) if text.isdigit() else {"var": text}

    if asked.fields == _FALL:
        start = {"+": [{"var": "poor_start"}, {"var": "near_poor_start"}]}
        return {"<": [{"*": [2, {"+": [{"var": "poor_end"}, {"var": "near_poor_end"}]}]}, start]}
    sign = next(sign for sign in _OPERATORS if sign in asked.text)
    left, right = asked.text.split(sign)
    return {_OPERATORS[sign]: [operand(left), operand(right)]}


_GUARDS: Mapping[str, dict[str, Any]] = {
    CLAUSES["commune"][3].guard: {
        "and": [{"!=": [{"var": "area"}, "OUTSIDE"]}, {"==": [{"var": "is_ethnic_minority_mountainous"}, True]}]
    },
    CLAUSES["household"][2].guard: {"==": [{"var": "status"}, "ESCAPED"]},
    CLAUSES["household"][3].guard: {"==": [{"var": "has_loan"}, True]},
}


def json_logic(workload: str) -> Peer:
    """json-logic: one tree a clause, and one for the whole over their codes."""
    from json_logic import jsonLogic  # noqa: PLC0415  # as above

    def rule(clause: ClauseAsked) -> dict[str, Any]:
        fails = [
            {"and": [*({"!==": [{"var": name}, None]} for name in asked.fields), {"!": [_logic(asked)]}]}
            for asked in clause.conditions
        ]
        names = dict.fromkeys(name for asked in clause.conditions for name in asked.fields)
        missing = [{"===": [{"var": name}, None]} for name in names]
        code: dict[str, Any] = {"if": [{"or": fails}, UNMET, {"or": missing}, UNKNOWN, MET]}
        return {"if": [_GUARDS[clause.guard], code, NOT_APPLICABLE]} if clause.guard else code

    rules = [rule(clause) for clause in CLAUSES[workload]]

    def any_is(code: int) -> dict[str, Any]:
        return {"or": [{"==": [{"var": name}, code]} for name in "abcd"]}

    whole = {"if": [any_is(UNMET), UNMET, any_is(UNKNOWN), UNKNOWN, MET]}

    def explain(row: dict[str, Any]) -> list[Any]:
        found = [jsonLogic(rule, row) for rule in rules]
        found.append(jsonLogic(whole, dict(zip("abcd", found, strict=True))))
        return found

    return Peer("json-logic", "status of each clause", _plain, explain, lambda found: codes_of(map(int, found)))


def zen(workload: str) -> Peer:
    """zen-engine: a decision of one expression node, its five expressions in order, with its trace."""
    import json  # noqa: PLC0415  # for this peer alone

    import zen as engine_of  # noqa: PLC0415  # as above

    expressed = {key: _infix(clause) for key, clause in zip("abcd", CLAUSES[workload], strict=True)}
    any_is = {code: " or ".join(f"$.{key} == {code}" for key in "abcd") for code in (UNMET, UNKNOWN)}
    expressed["whole"] = f"({any_is[UNMET]}) ? {UNMET} : ({any_is[UNKNOWN]}) ? {UNKNOWN} : {MET}"
    expressions = [{"id": key, "key": key, "value": value} for key, value in expressed.items()]
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "content": {}},
        {"id": "clauses", "name": "clauses", "type": "expressionNode", "content": {"expressions": expressions}},
        {"id": "out", "name": "out", "type": "outputNode", "content": {}},
    ]
    edges = [
        {"id": f"{here['id']}-{there['id']}", "sourceId": here["id"], "targetId": there["id"], "type": "edge"}
        for here, there in pairwise(nodes)
    ]
    content = engine_of.ZenDecisionContent(json.dumps({"nodes": nodes, "edges": edges}))
    engine = engine_of.ZenEngine({"loader": lambda _key: content})
    options = {"trace": True}

    def codes(found: Any) -> Codes:
        assert "clauses" in found["trace"]
        return codes_of(int(found["result"][key]) for key in expressed)

    return Peer(
        "zen decision", "status of each clause, trace", _plain, lambda row: engine.evaluate("w", row, options), codes
    )


def _margin(asked: Asked, row: dict[str, Any]) -> int | None:
    """How far a condition is from failing: at least zero where it is met, `None` where something is missing."""
    values = [row[name] for name in asked.fields]
    if any(value is None for value in values):
        return None
    if asked.fields == _FALL:
        begun, ended = (int(row[f"poor_{at}"] + row[f"near_poor_{at}"]) for at in ("start", "end"))
        return begun - 2 * ended - 1
    left, sign, right = asked.text.split(" ")
    bound = int(right) if right.isdigit() else 1 if right == "true" else row[right]
    distance = int(row[left]) - bound
    return {">=": distance, "==": distance, "<=": -distance, ">": distance - 1}[sign]


def hamcrest(workload: str) -> Peer:
    """PyHamcrest: margins derived beforehand, each clause asked twice: missing accepted, missing refused."""
    import hamcrest as asks  # noqa: PLC0415  # as above
    from hamcrest.core.string_description import StringDescription  # noqa: PLC0415  # as above

    enough = asks.greater_than_or_equal_to(0)
    accepted, refused = asks.any_of(asks.none(), enough), asks.all_of(asks.not_none(), enough)
    clauses = CLAUSES[workload]
    keys = [[asked.text for asked in clause.conditions] for clause in clauses]
    lenient = [asks.all_of(*(asks.has_entry(key, accepted) for key in row)) for row in keys]
    strict = [asks.all_of(*(asks.has_entry(key, refused) for key in row)) for row in keys]
    guards = {"area": lambda row: row["area"] != "OUTSIDE" and row["is_ethnic_minority_mountainous"]}

    def applies(clause: ClauseAsked, row: dict[str, Any]) -> bool:
        if not clause.guard:
            return True
        name = clause.guard.split(" ", maxsplit=1)[0]
        return bool(guards[name](row)) if name in guards else row[name] in {"ESCAPED", True}

    def native(row: Row) -> list[dict[str, Any] | None]:
        plain = _plain(row)
        return [
            {asked.text: _margin(asked, plain) for asked in clause.conditions} if applies(clause, plain) else None
            for clause in clauses
        ]

    def explain(margins: list[dict[str, Any] | None]) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        for accepts, refuses, held in zip(lenient, strict, margins, strict=True):
            if held is None:
                found.append((NOT_APPLICABLE, ""))
                continue
            told = StringDescription()
            if not accepts.matches(held, told):
                found.append((UNMET, str(told)))
            elif not refuses.matches(held, told):
                found.append((UNKNOWN, str(told)))
            else:
                found.append((MET, ""))
        found.append((all_of(*(code for code, _ in found)), ""))
        return found

    return Peer(
        "PyHamcrest",
        "first failing condition of each clause, as text",
        native,
        explain,
        lambda found: tuple(code for code, _ in found),
    )


def openfisca(workload: str) -> Peer:
    """openfisca-core: a simulation of one subject, with its computation log."""
    from peers import fisca  # noqa: PLC0415  # as above

    def explain(native: Mapping[str, Any]) -> tuple[list[int], list[str]]:
        simulation = fisca.simulation(workload, native, 1, trace=True)
        found = [int(simulation.calculate(name, fisca.PERIOD)[0]) for name in fisca.ASKED]
        return found, simulation.tracer.computation_log.lines()

    return Peer(
        "openfisca-core",
        "status of each clause, computation log",
        lambda row: fisca.native(workload, row),
        explain,
        lambda found: tuple(found[0]),
    )


PEERS: tuple[Callable[[str], Peer], ...] = (hamcrest, zen, rule_engine, json_logic, openfisca)
