"""What columns are called: by fact and moment, as knowledge calls its places.

`poor_households@2021` is a fact at a survey; a moment names the survey it means for the review,
`poor_households@start_of_period`, `poor_households@review`. Facts that are not counted by surveys stand under their own
name. `left_on.never` says, where true, that the day `left_on` did not happen. Of a register `reports`, where
completeness is declared subject by subject, the caller names the columns. Subjects are known by `code`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from thidua.errors import DuplicateNameError, IncompleteError, UnknownNameError, did_you_mean, nearest
from thidua.interpreters.columns.days import never
from thidua.knowledge import place_of
from thidua.movements import Plan, Setting, Vocabulary
from thidua.nodes import Fact, Kind, Lives, Register

CODE, NAME = "code", "name"
"""The columns that identify a subject: by its code alone; the name is only shown."""
ENTRY_KEY = "key"
"""The column of a register's table that holds the key of an entry, where there is one."""
OURS = "__thidua"
"""What the names of columns begin with that are there only while a table is judged."""
KEY = "__thidua_code"
"""The code of a subject as text, by which registers are joined."""


class Place(NamedTuple):
    """Where a fact stands in a table: the column, the fact, and the survey's id for facts counted by surveys."""

    column: str
    fact: Fact
    survey: str | None = None
    is_never: bool = False


def places_of_columns(columns: Iterable[str], plan: Plan, words: Vocabulary, setting: Setting) -> dict[str, Place]:
    """What each column tells, by the key of its place; columns that are the caller's own are left out.

    Raises `UnknownNameError` for a column that reads like a fact and is none, with the nearest name, and
    `DuplicateNameError` for a place told by two columns, as by a moment and by the survey it means.
    """
    known = _known(plan, words, setting)
    found: dict[str, Place] = {}
    problems: list[str] = []
    twice: list[str] = []
    for column in columns:
        named = known.get(column)
        if named is None:
            problems.extend(_misspelt(column, known))
            continue
        key, place = named
        if key in found:
            twice.append(f"{found[key].column!r} and {column!r} both tell {key!r}")
        found[key] = place
    if problems:
        raise UnknownNameError("; ".join(problems))
    if twice:
        raise DuplicateNameError("; ".join(twice))
    return found


def places_of_entries(columns: Iterable[str], register: Register) -> dict[str, Place]:
    """What each column of a register's table tells; `IncompleteError` when subject or day is not among them."""
    known: dict[str, tuple[str, Place]] = {}
    for fact in register.fields:
        known[fact.name] = fact.name, Place(fact.name, fact)
        if fact.kind is Kind.DAY:
            known[never(fact.name)] = never(fact.name), Place(never(fact.name), fact, is_never=True)
    given = list(columns)
    problems = [wrong for column in given if column not in known for wrong in _misspelt(column, known)]
    if problems:
        raise UnknownNameError(f"register {register.name}: " + "; ".join(problems))
    lacking = [name for name in (CODE, register.dated_by) if name not in given]
    if lacking:
        msg = f"register {register.name}: its table needs the columns {', '.join(map(repr, lacking))}"
        raise IncompleteError(msg)
    return dict(known[column] for column in given if column in known)


@lru_cache(maxsize=64)
def _known(plan: Plan, words: Vocabulary, setting: Setting) -> dict[str, tuple[str, Place]]:
    """Every name a column may have, with the key of the place it tells."""
    known: dict[str, tuple[str, Place]] = {}
    for fact in words.facts:
        if fact.lives is Lives.AT_SURVEYS:
            for moment, survey in (*((survey.id, survey) for survey in plan.surveys), *setting.surveys):
                column = f"{fact.name}@{moment}"
                known[column] = place_of(fact, survey), Place(column, fact, survey.id)
        else:
            known[fact.name] = fact.name, Place(fact.name, fact)
        if fact.kind is Kind.DAY:
            known[never(fact.name)] = never(fact.name), Place(never(fact.name), fact, is_never=True)
    return known


def _misspelt(column: str, known: dict[str, tuple[str, Place]]) -> list[str]:
    """What is wrong with a column that is not known: nothing, when it is the caller's own."""
    stem, mark, _ = column.partition("@")
    stems = {name.partition("@")[0]: name for name in known}
    if mark:
        return [f"column {column!r} is no fact at a moment{did_you_mean(column, known)}"]
    if stem in stems and stems[stem] != stem:
        return [f"column {column!r} names no moment{did_you_mean(stems[stem], known)}"]
    bare = {_bare(name): name for name in known}
    written = nearest(_bare(column), bare)
    if written and (written == _bare(column) or ("@" in bare[written] and _close(_bare(column), written))):
        return [f"column {column!r} is no fact; did you mean {bare[written]!r}?"]
    close = nearest(column, stems)
    return [f"column {column!r} is no fact; did you mean {close!r}?"] if close and _close(column, close) else []


def _bare(name: str) -> str:
    """A name without what stands between its words, and without capitals."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def check_code(columns: Iterable[str]) -> None:
    """Raises `UnknownNameError` where the codes of subjects stand in a column that is called otherwise, by a slip.

    A table without codes is judged all the same, though none of its rows can then be told by its subject.
    """
    given = list(columns)
    meant = [column for column in given if _bare(column) in (CODE, f"{CODE}s")]
    if CODE not in given and meant:
        msg = f"column {meant[0]!r} is not where the codes of subjects are looked for; did you mean {CODE!r}?"
        raise UnknownNameError(msg)


def _close(given: str, known: str) -> bool:
    """Whether a name is a slip of the other rather than a word of its own: one letter more, less or other."""
    if abs(len(given) - len(known)) > 1 or min(len(given), len(known)) < _LONG_ENOUGH:
        return False
    start = 0
    while start < min(len(given), len(known)) and given[start] == known[start]:
        start += 1
    end = 0
    while end < min(len(given), len(known)) - start and given[-1 - end] == known[-1 - end]:
        end += 1
    return max(len(given), len(known)) - start - end <= _SLIP


_LONG_ENOUGH = 4
_SLIP = 2
