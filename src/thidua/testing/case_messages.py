"""What a drafter is told of a file of cases that cannot be read: where, what is likely meant, and what to write."""

# what TOML holds is known once it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false
# pyright: reportUnknownParameterType=false

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

from attrs import evolve

from thidua.clauses import Criteria
from thidua.errors import InvalidDocumentError, did_you_mean, nearest
from thidua.interpreters.loading.refusals import clean, folded, is_object, shown
from thidua.movements import Plan
from thidua.verdicts import OUTSIDE, WORDS

_AT_LINE = re.compile(r"(?P<why>.*) \(at line (?P<line>\d+), column \d+\)", re.DOTALL)
HOW_TO_WRITE = (
    'texts, and names such as "III.2.2-4", stand between straight quotes, days without any: 2025-12-31; '
    "what { opens, } closes on the same line; folders are parted by /"
)
WHERE_MODULES_ARE = (
    "a file of your own, ours.py say, is found as ours when it is installed, or when pyproject.toml names its folder: "
    '[tool.pytest.ini_options] pythonpath = ["."]'
)
_SAID = {folded(said): word for word, text in WORDS.items() for said in (text.vi, text.en)} | {
    folded(said): "not_applicable" for said in (OUTSIDE.vi, OUTSIDE.en)
}


def as_written(value: object) -> str:
    """What was written, short, on one line."""
    match value:
        case str():
            return f"'{clean(value)}'"
        case date() | time():
            return value.isoformat()
        case None:
            return "nothing"
        case _:
            return shown(value)


def not_toml(text: str, error: ValueError) -> str:
    """Why a text is no TOML, with the line as it is written where that is known."""
    found = _AT_LINE.fullmatch(str(error))
    if found is None:
        return str(error)
    line = text.splitlines()[int(found["line"]) - 1].strip()
    return f"line {found['line']}, {as_written(line)}: {found['why']}; {HOW_TO_WRITE}"


def no_cases(told: Mapping[str, Any]) -> str:
    """That there is none, or that it is opened as one table."""
    if is_object(told.get("case")):
        return "[case]: write two brackets, [[case]], before each case"
    return "[[case]]: a file of cases has at least one"


def no_such_file(beside: Path, given: str) -> str:
    """Where a dossier was looked for, and the name that was likely meant."""
    there = (path.name for path in beside.parent.glob("*.json"))
    close = nearest(Path(given).name, there)
    return f"there is no such file in the folder of {beside.name}" + (
        f"; did you mean '{clean(close)}'?" if close else ""
    )


def no_module(home: str, error: ImportError) -> str:
    """That a module is not found, and where those of a drafter are."""
    missing = error.name if isinstance(error, ModuleNotFoundError) and error.name else ""
    ours = home == missing or home.startswith(f"{missing}.")
    return f"{error}; {WHERE_MODULES_ARE}" if missing and ours else str(error)


def no_plan_called(name: str, module: object, home: str) -> str:
    """That a module holds no such plan, and the name that was likely meant: a plan is written in capitals."""
    close = nearest(name, (one for one in dir(module) if one.isupper()))
    return f"module '{clean(home)}' has no attribute '{clean(name)}'" + (f"; did you mean '{close}'?" if close else "")


def no_plan(named: str, found: object) -> str:
    """That what was found is no plan, or holds one."""
    its_own = f"; its plan is {as_written(named + '.plan')}" if isinstance(getattr(found, "plan", None), Plan) else ""
    return f"{as_written(named)} is no plan but {type(found).__name__}{its_own}"


def no_verdict(place: str, word: object) -> str:
    """That a word is no verdict; which is meant, or which there are."""
    if is_object(word):
        return f'expect {clean(place)}: {shown(word)} is no verdict; a name with dots stands in quotes: "III.2.2-4" = …'
    meant = _SAID.get(folded(word)) if isinstance(word, str) else None
    if meant is None and isinstance(word, str):
        meant = nearest(word, WORDS)
    known = ", ".join(f"{one} ({text.vi})" for one, text in WORDS.items())
    tail = f"did you mean '{meant}'?" if meant else f"there are: {known}"
    return f"expect {clean(place)}: {as_written(word)} is no verdict; {tail}"


def no_clause(name: str, group: Criteria[Any], plan: Plan) -> str:
    """That a clause is none of the dossier's group: the group that has it, or the name that was likely meant."""
    for other in plan.criteria:
        if name == other.id or any(name == clause.id for clause in other.clauses):
            theirs, ours = (plan.vocabulary(each.subject).label.en for each in (other, group))
            return f"expect: {name} is asked of a {theirs}, and the dossier is that of a {ours} ({group.id})"
    places = [group.id, *(clause.id for clause in group.clauses)]
    return f"expect: {group.id} has no '{clean(name)}'{did_you_mean(name, places)}"


def in_the_changes(error: InvalidDocumentError, changes: Mapping[int, int]) -> InvalidDocumentError:
    """The problems of a dossier; those of papers that a change made are told at the change. By place, its number."""
    problems = error.problems
    for place, number in changes.items():
        papers = f"$.papers[{place}]"
        problems = tuple(
            evolve(one, path=f"change {number}{one.path.removeprefix(papers).removeprefix('.proves[0]')}")
            if one.path.startswith(papers)
            else one
            for one in problems
        )
    return InvalidDocumentError(problems, error.source)
