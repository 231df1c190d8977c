"""Opening the tables of one call: subjects and registers on one engine, checked, and joined by the codes of subjects.

Codes are compared as text, so that whole numbers on one side and their digits on the other are one code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen

from thidua import nodes as n
from thidua.errors import (
    DuplicateNameError,
    IncompleteError,
    ThiduaError,
    UnknownNameError,
    WrongValueError,
    did_you_mean,
)
from thidua.interpreters.columns.door import all_null, check_values, columns_of, raise_all, rows
from thidua.interpreters.columns.engine import Engine, engine_of, opened, words_of
from thidua.interpreters.columns.grouped import Declaration
from thidua.interpreters.columns.naming import (
    CODE,
    ENTRY_KEY,
    KEY,
    OURS,
    Place,
    check_code,
    places_of_columns,
    places_of_entries,
)
from thidua.interpreters.columns.program import Told
from thidua.interpreters.columns.reader import LARGEST_IN_A_SHARE, Column, expression
from thidua.interpreters.columns.supplied import Completeness, MinutesByRow, Register
from thidua.movements import Plan, Setting, Vocabulary
from thidua.walks import facts_of, nodes_of


@frozen(eq=False)
class Tables:
    """The tables of one call, opened: what each place and each register is read from."""

    engine: Engine
    subjects: Any
    entries: Mapping[str, Any]
    names: tuple[str, ...]
    places: Mapping[str, Place]
    columns: Mapping[str, Column]
    told: tuple[Told, ...]


def opened_tables(
    plan: Plan,
    words: Vocabulary,
    setting: Setting,
    subjects: Any,
    records: Mapping[str, Register],
    sittings: Iterable[MinutesByRow] = (),
) -> Tables:
    """The tables, every problem that can be seen without work raised before any is done."""
    engine = engine_of(subjects)
    names = tuple(_schema(subjects).names())
    strange = [name for name in names if name.startswith(OURS)]
    if strange:
        msg = f"columns {', '.join(map(repr, strange))}: names that begin with {OURS!r} are kept for judging"
        raise WrongValueError(msg)
    check_code(names)
    places = places_of_columns(names, plan, words, setting)
    declared = {name: one.complete for name, one in records.items() if one.complete is not None}
    extra = [column for said in declared.values() for column in said.declaration.columns]
    declaring = tuple(extra)
    extra += [column for proof in sittings for column in proof.columns]
    lost = [name for name in extra if name not in names]
    if lost:
        what = "declares a register" if lost[0] in declaring else "tells minutes"
        msg = f"the subjects' table has no column {lost[0]!r}, which {what}{did_you_mean(lost[0], names)}"
        raise UnknownNameError(msg)
    if records and CODE not in names:
        msg = f"registers are joined by the codes of subjects, and the subjects' table has no column {CODE!r}"
        raise IncompleteError(msg)
    identity = [CODE] if CODE in names else []
    read = dict.fromkeys([*identity, *(place.column for place in places.values()), *extra])
    table = opened(subjects, engine, list(read))
    multiplied = _in_shares(plan, words)
    columns = {
        key: evolve(column, largest=LARGEST_IN_A_SHARE) if column.fact in multiplied else column
        for key, column in columns_of(table, places, lazy=engine.lazy).items()
    }
    if not engine.lazy:
        check_values(subjects if engine.name == "polars" else table, columns, engine.words)
        if identity:
            _check_codes(table, engine)
    entries = {name: _entries(one.frame, engine, name) for name, one in records.items()}
    told: list[Told] = []
    for register in words.registers:
        if register.name in records:
            fields = columns_of_entries(entries[register.name], register, engine)
            said = declared.get(register.name)
            made, declaration = ([], None) if said is None else _declared(said, register, table, engine)
            table = table.with_columns(*made) if made else table
            told.append(Told(register, tuple(fields.items()), declaration))
            entries[register.name] = _keyed(entries[register.name], engine, f"register {register.name}")
    if records:
        table = _keyed(table, engine, "the subjects' table")
    return Tables(engine, table, entries, names, places, columns, tuple(told))


def columns_of_entries(table: Any, register: n.Register, engine: Engine) -> Mapping[str, Column]:
    """What the columns of a register's table hold, looked at where they can be."""
    columns = columns_of(table, places_of_entries(_schema(table).names(), register), lazy=engine.lazy)
    if not engine.lazy:
        check_values(table, columns, engine.words)
        for name in (CODE, register.dated_by):
            if rows(table.filter(engine.words.col(name).is_null()).select(name).head(1)):
                msg = f"register {register.name}: an entry needs its {name!r}, and some have none"
                raise IncompleteError(msg)
        _check_keys(table, register, engine)
    return columns


def _check_keys(table: Any, register: n.Register, engine: Engine) -> None:
    """No two entries of a subject have one key."""
    if ENTRY_KEY not in _schema(table).names():
        return
    words = engine.words
    times = table.filter(~words.col(ENTRY_KEY).is_null()).group_by([CODE, ENTRY_KEY])
    several = rows(times.agg(words.col(register.dated_by).count().alias(OURS)).filter(words.col(OURS) > 1).head(1))
    if several:
        msg = f"register {register.name}: entry {several[0][ENTRY_KEY]!r} of {several[0][CODE]!r} stands there twice"
        raise DuplicateNameError(msg)


@lru_cache(maxsize=64)
def _in_shares(plan: Plan, words: Vocabulary) -> frozenset[n.Fact | n.Register]:
    """What stands in a share, under any reading."""
    criteria = plan.criteria_for(words.subject)
    trees = [criteria.node, *(clause.node for clause in criteria.clauses)]
    shares = [node for tree in trees for node in nodes_of(tree) if isinstance(node, n.Quotient)]
    return frozenset(fact for share in shares for fact in facts_of(share))


def _schema(table: Any) -> Any:
    return words_of("narwhals").from_native(table, pass_through=True).collect_schema()


def _check_codes(table: Any, engine: Engine) -> None:
    """Every subject has a code, and no two have one: a lazy table is not asked, and each of its rows is judged."""
    code = engine.words.col(CODE)
    blank = code.cast(engine.words.String).str.strip_chars() == ""
    asked = (code.is_duplicated().any(), code.is_null().sum(), blank.fill_null(value=False).sum())
    several, missing, empty = rows(table.select(*(each.alias(f"a{at}") for at, each in enumerate(asked))))[0].values()
    if missing + empty:
        msg = f"column {CODE!r}: every subject needs its code, and {_rows(int(missing + empty))} none"
        raise IncompleteError(msg)
    if several:
        given = rows(table.filter(code.is_duplicated()).select(CODE).head(1))[0][CODE]
        msg = f"column {CODE!r}: {given!r} stands in more than one row; each subject has one"
        raise DuplicateNameError(msg)


def _rows(number: int) -> str:
    return "one row has" if number == 1 else f"{number} rows have"


def _entries(frame: Any, engine: Engine, name: str) -> Any:
    """A register's table, opened as the subjects' is."""
    other = engine_of(frame)
    fits = other == engine or (engine.name == "polars" == other.name and engine.lazy)
    if not fits:
        msg = f"records={{{name!r}: …}} is on {other.said} and the subjects on {engine.said}: bring both to one engine"
        raise WrongValueError(msg)
    return opened(frame, other, None)


def _keyed(table: Any, engine: Engine, what: str) -> Any:
    """The table with the codes of subjects as text."""
    words, narwhals = engine.words, words_of("narwhals")
    dtype = _schema(table)[CODE]
    texts = (narwhals.String, narwhals.Categorical, narwhals.Enum)
    if not (dtype in texts or dtype.is_integer() or (not engine.lazy and all_null(table, CODE))):
        msg = f"{what}: column {CODE!r} holds {dtype}; codes are texts or whole numbers"
        raise WrongValueError(msg)
    return table.with_columns(words.col(CODE).cast(words.String).alias(KEY))


def _declared(said: Completeness, register: n.Register, table: Any, engine: Engine) -> tuple[list[Any], Declaration]:
    """The columns that declare a register, brought to days and whole numbers under names of our own."""
    made: list[Any] = []
    refused: list[ThiduaError] = []
    kept: list[Any] = []
    day = n.Fact(register.owner, "through", n.Kind.DAY, register.label)
    number = n.Fact(register.owner, "entries", n.Kind.NUMBER, register.label, low=0)
    for fact, given in ((day, said.through), (number, said.entries)):
        if not isinstance(given, str):
            kept.append(given)
            continue
        name = f"{OURS}_{register.name}_said_{fact.name}"
        kept.append(name)
        try:
            made.append(_typed(given, fact, table, engine).alias(name))
        except ThiduaError as error:
            refused.append(error)
    raise_all(refused)
    through: date | str = kept[0]
    entries: str | None = kept[1]
    return made, Declaration(through, entries)


def _typed(given: str, fact: n.Fact, table: Any, engine: Engine) -> Any:
    columns = columns_of(table, {given: Place(given, fact)}, lazy=engine.lazy)
    words = engine.words
    kind = words.Date if fact.kind is n.Kind.DAY else words.Int64
    if given not in columns:
        return words.lit(None).cast(kind)
    if not engine.lazy:
        check_values(table, columns, words)
    return expression(columns[given], words).cast(kind)
