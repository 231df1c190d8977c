"""What a call was given: arguments that were swapped, or left out, are told of before anything is computed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast, get_args

from thidua.clauses import Clause, Criteria
from thidua.conditions import Condition
from thidua.dossiers import Dossier
from thidua.errors import WrongValueError, did_you_mean, handed, nearest
from thidua.findings import Assessment
from thidua.movements import Plan
from thidua.nodes import Predicate, Reading
from thidua.subjects import Subject

_PREDICATES = frozenset(get_args(Predicate))


def check_plan(call: str, plan: object, *others: object) -> None:
    """Raises `WrongValueError` where the first argument of a call is no plan; `others` are those after it."""
    if not isinstance(plan, Plan):
        swapped = any(isinstance(other, Plan) for other in others)
        tail = "the plan comes first: swap them" if swapped else "the plan comes first, such as PLAN"
        msg = f"{call}(): expected a Plan but got {handed(plan)}; {tail}"
        raise WrongValueError(msg)


def check_case(call: str, plan: object, dossier: object) -> None:
    """Raises `WrongValueError` where a call was not given a plan and then a dossier."""
    check_plan(call, plan, dossier)
    if not isinstance(dossier, Dossier):
        write = "Dossier(subject)" if isinstance(dossier, Subject) else "Dossier(subject, papers), or load(plan, …)"
        msg = f"{call}(): expected a Dossier but got {handed(dossier)}; write {write}"
        raise WrongValueError(msg)


def check_assessment(call: str, given: object) -> None:
    """Raises `WrongValueError` where a call was not given an assessment; a dossier is to be assessed first."""
    if not isinstance(given, Assessment):
        what = handed(given)
        tail = "; assess it first, with assess(plan, dossier, on=…)" if isinstance(given, Dossier) else ""
        msg = f"{call}(): expected an Assessment but got {what}{tail}"
        raise WrongValueError(msg)


def check_no_table(call: str, dossiers: object) -> None:
    """Raises `WrongValueError` where a call on dossiers was handed a table, for which there is another call."""
    if any(hasattr(type(dossiers), name) for name in ("columns", "frame")):
        msg = f"{call}(): expected a list of dossiers but got {handed(dossiers)}; for a table write {call}_of_table(…)"
        raise WrongValueError(msg)


def check_kind(call: str, plan: Plan, kind: object) -> None:
    """Raises `WrongValueError` where a kind of subject is named otherwise than by its class."""
    if isinstance(kind, type):
        return
    classes = {words.id: words.subject.__name__ for words in plan.vocabularies}
    what, given = repr(kind), cast(Any, kind)
    held: object = given.subject if isinstance(kind, Dossier) else kind
    if isinstance(held, Subject):
        what, tail = handed(given), f"; write {type(held).__name__}"
    elif isinstance(kind, str):
        known = {**classes, **{name.lower(): name for name in classes.values()}}
        near = nearest(kind.lower(), known)
        tail = f"; write {known[near]}, without quotes" if near else did_you_mean(kind, classes.values())
    else:
        tail = did_you_mean("", classes.values())
    msg = f"{call}(): a kind of subject is a class, such as Commune, but got {what}{tail}"
    raise WrongValueError(msg)


def check_given(name: str, given: object, kind: type[object], expected: str) -> None:
    """Raises `WrongValueError` where what is given by name is of another kind; `expected` says what is meant."""
    if isinstance(given, bool) or not isinstance(given, kind):
        msg = f"{name}=: expected {expected} but got {handed(given)}"
        raise WrongValueError(msg)


def names_given(name: str, given: Iterable[str], such_as: str) -> tuple[str, ...]:
    """The names in a list; `WrongValueError` for one name alone, and for what is no list of names."""
    if isinstance(given, str):
        msg = f"{name}={given!r} is one name; expected a list of them: {name}=[{given!r}]"
        raise WrongValueError(msg)
    check_given(name, given, Iterable, f"a list of names, such as [{such_as!r}],")
    names = tuple(given)
    for each in names:
        check_given(name, each, str, f"a list of names, such as [{such_as!r}],")
    return names


def readings_named(plan: Plan, names: Iterable[str] | None) -> tuple[Reading, ...]:
    """The readings of a plan that are named, all where none are; `UnknownNameError` for one it does not have."""
    if names is None:
        return plan.readings
    return tuple(plan.reading(name) for name in names_given("readings", names, "A-02"))


def checked_predicate(call: str, given: Predicate | Condition[Any] | Clause[Any] | Criteria[Any]) -> Predicate:
    """The predicate that a condition, a clause or a group stands for; `WrongValueError` for anything else."""
    node = given.node if isinstance(given, Condition | Clause | Criteria) else given
    if type(node) not in _PREDICATES:
        msg = f"{call}(): expected a condition, a clause or a group but got {handed(given)}"
        raise WrongValueError(msg)
    return node
