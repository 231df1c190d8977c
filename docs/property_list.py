"""The page of verified properties, collected from the tests: their docstrings are sentences, and so are their names."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from marked_up import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS = Path(__file__).parents[1] / "tests"


class Property(NamedTuple):
    """One test: its class and the sentence of it, the sentence its name is, and whether a counter-example is sought."""

    file: Path
    where: str
    about: str
    says: str
    searched: bool


def page(language: str) -> str:
    """The page. All but its title is in the language of the tests, which is English."""
    return "\n".join(_page("Các tính chất được kiểm chứng" if language == "vi" else "Verified properties"))


def _page(title: str) -> Iterator[str]:
    laws = [each for path in sorted((TESTS / "laws").glob("test_*.py")) for each in properties(path)]
    others = [path for path in sorted(TESTS.rglob("test_*.py")) if path.parent.name != "laws"]
    beside = [each for path in others for each in properties(path) if each.searched]
    searched = sum(each.searched for each in laws) + len(beside)
    yield f"# {title}\n"
    yield (
        f"The tests state {searched} properties for which counter-examples are searched among generated dossiers,"
        " plans, documents and trees. Each sentence below is the name of a test, under the sentence of its class."
        " This page is collected from the tests.\n"
    )
    yield (
        "*Searched* means that every run tries many generated cases. The laws without that mark are tried on every"
        " case there is, or on cases worked by hand, as their headings say. None of this is what `compare` calls"
        " [proved](../explanation/amendments-and-proof.md).\n"
    )
    yield "## The laws\n"
    yield from _listed(laws, mark=True)
    yield "## Beside the laws\n"
    yield "Properties of single functions, searched as well.\n"
    yield from _listed(beside, mark=False)


def properties(path: Path) -> list[Property]:
    """The tests of a file, in its order."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: list[Property] = []
    for each in tree.body:
        if isinstance(each, ast.FunctionDef):
            found += _tests(path, "", "", [each])
        elif isinstance(each, ast.ClassDef) and each.name.startswith("Test"):
            functions = [one for one in each.body if isinstance(one, ast.FunctionDef)]
            about = _first(each) or _words(each.name.removeprefix("Test"))
            found += _tests(path, each.name, about, functions)
    return found


def about(path: Path) -> str:
    """What a file of tests is about: the first paragraph of its docstring."""
    return _first(ast.parse(path.read_text(encoding="utf-8")))


def _tests(path: Path, where: str, sentence: str, functions: list[ast.FunctionDef]) -> list[Property]:
    return [
        Property(path, where, sentence, each.name.removeprefix("test_").replace("_", " "), _is_searched(each))
        for each in functions
        if each.name.startswith("test_")
    ]


def _is_searched(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, ast.Name) and node.id == "given" for each in function.decorator_list for node in ast.walk(each)
    )


def _first(node: ast.Module | ast.ClassDef) -> str:
    return " ".join((ast.get_docstring(node) or "").split("\n\n")[0].split())


def _words(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip().capitalize()


def _listed(properties: list[Property], *, mark: bool) -> Iterator[str]:
    file, sentence = None, None
    for each in properties:
        if each.file != file:
            file, sentence = each.file, None
            yield f"\n### {plain(about(each.file)).rstrip('.')}\n"
            yield f"{{download}}`{each.file.name} <../../{each.file.relative_to(TESTS.parent)}>`\n"
        if each.about != sentence:
            sentence = each.about
            if sentence:
                yield f"\n{plain(sentence)}\n"
        searched = " *(searched)*" if mark and each.searched else ""
        yield f"- {plain(each.says[:1].upper() + each.says[1:])}{searched}"
    yield ""
