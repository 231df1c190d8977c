"""Files of cases in TOML: a dossier or changes to one, and the verdict that each clause is expected to come to.

A file names its plan and the day, and holds cases, each named by a sentence:

    plan = "thidua:PLAN"
    on = 2025-12-31

    [[case]]
    name = "Xã giảm đúng một nửa thì chưa đạt"
    dossier = "xa-mau.json"
    change = [{fact = "poor_households", at = "2024", value = 50}]
    expect = {"III.2.2-4" = "not_met"}

Dossiers are `thidua.dossier/1` in JSON beside the file, or written in the case itself. A change says anew what a fact
is, at a survey where it has several; without a value it is taken away.
"""

# what TOML holds is known once it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownLambdaType=false
# pyright: reportUnknownVariableType=false, reportUnknownParameterType=false

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import reduce
from importlib import import_module
from pathlib import Path
from traceback import extract_tb, format_exception_only
from typing import Any

from thidua.dossiers import Dossier
from thidua.errors import InvalidDocumentError, ThiduaError, did_you_mean
from thidua.interpreters.loading import load
from thidua.interpreters.loading.refusals import Enough, Problems, clean
from thidua.interpreters.loading.trees import tree_of
from thidua.limits import MOST_BYTES, MOST_PROBLEMS
from thidua.movements import Plan
from thidua.testing.case_changes import KEYS as CHANGE_KEYS
from thidua.testing.case_changes import make_change, plain
from thidua.testing.case_messages import (
    as_written,
    in_the_changes,
    no_cases,
    no_clause,
    no_module,
    no_plan,
    no_plan_called,
    no_such_file,
    no_verdict,
    not_toml,
)
from thidua.testing.cases import Case
from thidua.verdicts import WORDS as VERDICTS

FILE_KEYS = ("plan", "on", "review", "case")
CASE_KEYS = ("name", "dossier", "change", "expect", "on", "review")
FORMAT = "thidua.dossier/1"
WORDS = tuple(VERDICTS)


class CaseError(ThiduaError, ValueError):
    """A file of cases that cannot be read; every mistake in it is told at its place."""


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file. `CaseError` with every mistake in it, each at its place."""
    reader = _Reader(path)
    try:
        cases = tuple(reader.cases(_parsed(path)))
    except RecursionError:
        msg = f"{path.name}: lists and tables stand too deep in one another"
        raise CaseError(msg) from None
    told = reader.wrong[:MOST_PROBLEMS]
    if len(reader.wrong) > MOST_PROBLEMS:
        told.append(f"{len(reader.wrong) - MOST_PROBLEMS} mistakes more")
    if told:
        raise CaseError("\n".join(f"{path.name}: {each}" for each in told))
    return cases


def _parsed(path: Path) -> dict[str, Any]:
    text = ""
    try:
        written = path.read_bytes()
        if len(written) <= MOST_BYTES:
            text = written.decode("utf-8-sig")
            return tomllib.loads(text)
        wrong = f"the file is too large; at most {MOST_BYTES // 2**20} MB"
    except UnicodeDecodeError as error:
        wrong = f"the file is not in UTF-8 ({error}); save it as UTF-8"
    except tomllib.TOMLDecodeError as error:
        wrong = not_toml(text, error)
    except (OSError, ValueError) as error:  # a number too long to read is a ValueError and no more
        wrong = _why(error)
    msg = f"{path.name}: {wrong}"
    raise CaseError(msg)


class _Reader:
    """Reads one file, and keeps every mistake with its place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.wrong: list[str] = []
        self.named: dict[str, str] = {}

    def cases(self, told: Mapping[str, Any]) -> Iterator[Case]:
        """The cases that can be made; of the others it is kept what is wrong."""
        self._known(told, FILE_KEYS, "")
        plan = self._plan(told.get("plan"))
        listed = told.get("case")
        if not isinstance(listed, list) or not listed:
            self.wrong.append(no_cases(told))
            return
        for number, given in enumerate(listed, start=1):
            case = self._case(given, told, plan, f"case {number}")
            if case is not None:
                yield case

    def _known(self, told: Mapping[str, Any], keys: tuple[str, ...], place: str) -> None:
        for name in told:
            if name not in keys:
                self.wrong.append(f"{place}{': ' if place else ''}no key '{clean(name)}'{did_you_mean(name, keys)}")

    def _plan(self, named: object) -> Plan | None:
        home, _, name = named.partition(":") if isinstance(named, str) else ("", "", "")
        if not all(step.isidentifier() for step in (*home.split("."), *name.split("."))):
            self.wrong.append(f'plan: expected "module:NAME", such as "thidua:PLAN", but got {as_written(named)}')
            return None
        try:
            module = import_module(home)
        except ImportError as error:
            self.wrong.append(f"plan: {no_module(home, error)}")
            return None
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever a module of the drafter's raises when run
            self.wrong.append(f"plan: module '{home}' cannot be imported: {_raised(error)}")
            return None
        try:
            plan = reduce(getattr, name.split("."), module)
        except AttributeError:
            self.wrong.append(f"plan: {no_plan_called(name, module, home)}")
            return None
        if not isinstance(plan, Plan):
            self.wrong.append(f"plan: {no_plan(f'{home}:{name}', plan)}")
            return None
        return plan

    def _case(self, given: object, told: Mapping[str, Any], plan: Plan | None, place: str) -> Case | None:
        if not isinstance(given, dict):
            self.wrong.append(f"{place}: expected a table but got {as_written(given)}")
            return None
        before = len(self.wrong)
        name = given.get("name")
        if not isinstance(name, str) or not name.strip() or not name.isprintable():
            self.wrong.append(f"{place}: name: a case is named by a sentence, on one line")
        else:
            place = f"{place} “{clean(name)}”"
            first = self.named.setdefault(name, place)
            if first is not place:
                self.wrong.append(f"{place}: name: {first} has it already; another sentence tells them apart")
        self._known(given, CASE_KEYS, place)
        on = given.get("on", told.get("on"))
        if not isinstance(on, date) or isinstance(on, datetime):
            self.wrong.append(f"{place}: on: expected a day such as 2025-12-31 but got {as_written(on)}")
        filed = given.get("dossier")
        document = self._document(filed, place)
        made = {} if document is None else self._changed(document, given.get("change", []), place)
        source = _name(filed) if isinstance(filed, str) else ""
        dossier = None if plan is None or document is None else self._dossier(plan, document, place, source, made)
        expect = () if plan is None or dossier is None else self._expected(plan, dossier, given.get("expect"), place)
        review = given.get("review", told.get("review"))
        if plan is not None and isinstance(on, date) and len(self.wrong) == before:
            try:
                _ = plan.setting(on=on, review=review)
            except ThiduaError as error:
                self.wrong.append(f"{place}: {error}")
        if plan is None or dossier is None or not isinstance(on, date) or len(self.wrong) > before:
            return None
        return Case(str(name), f"{self.path.name}, {place.partition(' “')[0]}", plan, dossier, on, review, expect)

    def _document(self, given: object, place: str) -> dict[str, Any] | None:
        if isinstance(given, dict):
            return {"format": FORMAT, **given}
        if not isinstance(given, str):
            self.wrong.append(
                f"{place}: dossier: expected the name of a file, or a dossier, but got {as_written(given)}"
            )
            return None
        problems, tree = Problems(), None
        try:
            tree = tree_of((self.path.parent / given).read_bytes(), problems)
        except FileNotFoundError:
            self.wrong.append(f"{place}: dossier {as_written(given)}: {no_such_file(self.path, given)}")
            return None
        except (OSError, ValueError) as error:
            self.wrong.append(f"{place}: dossier {as_written(given)}: {_why(error)}")
            return None
        except Enough:
            pass
        if problems:
            self.wrong.append(f"{place}: dossier {InvalidDocumentError(problems.told(tree), _name(given))}")
            return None
        return tree

    def _changed(self, document: dict[str, Any], changes: object, place: str) -> dict[int, int]:
        """What a fact is said to be anew, in place of all that was said of it there.

        Gives the places of the papers that changes made, each with the number of its change.
        """
        if not isinstance(changes, list):
            told = f"expected a list of tables but got {as_written(changes)}; write brackets around: change = [{{…}}]"
            self.wrong.append(f"{place}: change: {told}")
            return {}
        made: list[tuple[int, object]] = []
        for number, change in enumerate(changes, start=1):
            at = f"{place}: change {number}"
            if not isinstance(change, dict) or not isinstance(change.get("fact"), str):
                self.wrong.append(f"{at}: names the fact that is changed, fact = …")
                continue
            self._known(change, CHANGE_KEYS, at)
            amiss = make_change(document, change)
            if amiss:
                self.wrong.append(f"{at}: {amiss}")
            elif change.keys() - {"fact", "at"} and isinstance(document["papers"], list):
                made.append((number, document["papers"][-1]))
        papers: list[object] = document["papers"] if made else []
        return {at: number for at, paper in enumerate(papers) for number, one in made if one is paper}

    def _dossier(
        self, plan: Plan, document: dict[str, Any], place: str, source: str, changes: Mapping[int, int]
    ) -> Dossier[Any] | None:
        try:
            return load(plan, plain(document), source=source)
        except InvalidDocumentError as error:
            self.wrong.append(f"{place}: dossier{'' if source else ':'} {in_the_changes(error, changes)}")
            return None

    def _expected(self, plan: Plan, dossier: Dossier[Any], given: object, place: str) -> tuple[tuple[str, str], ...]:
        if not isinstance(given, dict) or not given:
            self.wrong.append(f'{place}: expect: what each clause comes to, such as {{"III.2.2-4" = "met"}}')
            return ()
        try:
            group = plan.criteria_for(type(dossier.subject))
        except ThiduaError as error:
            self.wrong.append(f"{place}: {error}")
            return ()
        places = {group.id, *(clause.id for clause in group.clauses)}
        for name, word in given.items():
            if name not in places and not isinstance(word, dict):
                self.wrong.append(f"{place}: {no_clause(name, group, plan)}")
            if word not in WORDS:
                self.wrong.append(f"{place}: {no_verdict(name, word)}")
        return tuple(given.items())


def _name(file: str) -> str:
    return clean(Path(file).name)


def _why(error: OSError | ValueError) -> str:
    """Why a file cannot be read, without its name."""
    return error.strerror or "cannot be read" if isinstance(error, OSError) else str(error)


def _raised(error: BaseException) -> str:
    """What was raised, and where."""
    last = extract_tb(error.__traceback__)[-1]
    return f"{format_exception_only(error)[-1].strip()} ({Path(last.filename).name}, line {last.lineno})"
