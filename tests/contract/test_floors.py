"""Imports go down only. A new module is given its place here; an upward edge is a floor drawn wrongly."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import thidua

SOURCE = Path(thidua.__file__).parent
FLOORS = (
    (
        "displays", "texts", "errors", "spelling", "limits", "verdicts", "quantities", "periods", "sources", "digests",
        "bodies", "changes",
    ),
    ("nodes", "walks", "subjects"),
    (
        "conditions", "coherence", "evidence", "measures", "readings", "handles", "facts", "records", "provisions",
        "clauses", "awards", "kinds", "reviews", "thresholds", "groups", "enactments", "knowledge", "filing",
        "dossiers", "successions", "movements", "editions", "drafts", "amending", "amendments", "findings",
    ),
    ("vocabulary", "interpreters"),
    ("criteria",),
    ("adaptations",),
    ("workbooks", "pictures", "cli", "testing", "__init__", "__main__"),
)  # fmt: skip
"""From the lowest up. On floors 0 to 2 a module imports only those listed before it; rooms above are siblings."""
UPWARD = {("displays", "interpreters.html.display")}
"""The one upward edge: what gives values their notebook display looks the renderer up when asked."""
IN_ORDER = 3
I_O = 6
LENGTH = 300
LONGER = {"nodes": 400, "__init__": 400}
"""The closed language is one page, though a long one; the public names are a list."""


@cache
def modules() -> dict[str, Path]:
    """Every module by its name within the package."""
    return {
        ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sorted(SOURCE.rglob("*.py"))
    }


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """The modules of this package that a file imports, anywhere in it."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Import(names=names):
                yield from (
                    alias.name.removeprefix("thidua.") for alias in names if alias.name.split(".")[0] == "thidua"
                )
            case ast.ImportFrom(module=module, names=names, level=0) if module and module.split(".")[0] == "thidua":
                inside = module.removeprefix("thidua").removeprefix(".")
                for alias in names:
                    deeper = f"{inside}.{alias.name}".removeprefix(".")
                    yield deeper if deeper in modules() else inside
            case ast.ImportFrom(level=level) if level:
                yield "a relative import"


def place(module: str) -> tuple[int, int]:
    """The floor of a module and its room there."""
    room = module.split(".", maxsplit=1)[0]
    return next((floor, rooms.index(room)) for floor, rooms in enumerate(FLOORS) if room in rooms)


def is_below(lower: str, upper: str) -> bool:
    """Whether a module may be imported from another: from a lower floor, or from the rooms before it where they are in
    order, or from the same room."""
    if lower.split(".", maxsplit=1)[0] == upper.split(".", maxsplit=1)[0]:
        return True
    (floor, room), (floor_, room_) = place(lower), place(upper)
    return floor < floor_ or (floor == floor_ and room < room_ and (floor < IN_ORDER or floor == I_O))


ALL = modules()
FORBIDDEN = {("criteria", "interpreters"), ("interpreters", "vocabulary"), ("interpreters", "criteria"),
             ("vocabulary", "interpreters"), ("vocabulary", "criteria")}  # fmt: skip


class TestFloors:
    """Each module stands on a floor, and imports only what stands below it."""

    def test_every_module_has_its_place_and_every_place_its_module(self) -> None:
        rooms = {module.split(".")[0] for module in ALL}

        assert rooms == {room for floor in FLOORS for room in floor}

    @pytest.mark.parametrize("module", ALL)
    def test_imports_go_down_only(self, module: str) -> None:
        upward = [
            lower
            for lower in imports(ALL[module])
            if not lower or not (is_below(lower, module) or (module, lower) in UPWARD)
        ]

        assert upward == []

    @pytest.mark.parametrize("module", ALL)
    def test_plan_and_engines_do_not_know_one_another(self, module: str) -> None:
        rooms = {(module.split(".", maxsplit=1)[0], lower.split(".")[0]) for lower in imports(ALL[module])}

        assert rooms & FORBIDDEN == set()

    def test_the_upward_edge_is_taken_only_when_asked(self) -> None:
        named = {(module, lower) for module in ALL for lower in imports(ALL[module])} & UPWARD
        at_the_top = {
            (module, node.module.removeprefix("thidua."))
            for module, _ in UPWARD
            for node in tree(ALL[module]).body
            if isinstance(node, ast.ImportFrom) and node.module
        }

        assert named == UPWARD
        assert at_the_top & UPWARD == set()

    def test_within_a_room_there_is_no_circle(self) -> None:
        below = {
            module: {
                lower for lower in imports(path) if lower in ALL and lower != module and (module, lower) not in UPWARD
            }
            for module, path in ALL.items()
        }
        settled: set[str] = set()
        while ready := {module for module in below if module not in settled and below[module] <= settled}:
            settled |= ready

        assert set(below) - settled == set()


def calls(path: Path) -> Iterator[str]:
    """What a file calls, as it is written: `open`, `date.today`, `Path.read_text`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


class TestHabits:
    """What no module does, and what only the topmost floor may."""

    @pytest.mark.parametrize("module", ALL)
    def test_nothing_is_imported_by_star(self, module: str) -> None:
        starred = [node for node in ast.walk(tree(ALL[module])) if isinstance(node, ast.alias) and node.name == "*"]

        assert starred == []

    @pytest.mark.parametrize("module", ALL)
    def test_a_module_fits_on_a_few_pages(self, module: str) -> None:
        lines = len(ALL[module].read_text(encoding="utf-8").splitlines())

        assert lines <= LONGER.get(module, LENGTH)

    @pytest.mark.parametrize("module", [module for module in ALL if module != "" and place(module)[0] < I_O])
    def test_there_is_no_clock_no_file_and_no_code_in_strings(self, module: str) -> None:
        told = set(calls(ALL[module]))
        clocks = {call for call in told if call.split(".")[-1] in ("now", "today", "utcnow", "time")}
        files = {call for call in told if call == "open" or call.split(".")[-1] in ("read_text", "write_text", "open")}
        code = told & {"eval", "exec", "compile", "pickle.loads", "pickle.load", "__import__"}

        assert clocks | files | code == set()

    @pytest.mark.parametrize("module", ALL)
    def test_nothing_is_pickled(self, module: str) -> None:
        names = {
            alias.name for node in ast.walk(tree(ALL[module])) if isinstance(node, ast.Import) for alias in node.names
        }

        assert names & {"pickle", "marshal", "shelve"} == set()

    def test_no_module_is_a_drawer(self) -> None:
        drawers = {"utils", "util", "helpers", "helper", "common", "base", "misc", "tools"}

        assert {part for module in ALL for part in module.split(".")} & drawers == set()
