"""The public names: a literal list, sorted, importable, documented, and equal to what `dir()` shows."""

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import thidua

VALUES = ("DID_NOT_HAPPEN", "MET", "NOT_APPLICABLE", "NOT_MET", "PLAN")
"""Names of values, which have no docstring of their own; the docstring of their class speaks for them."""


def by_kind(name: str) -> tuple[int, str]:
    """Constants first, then classes, then functions, each by name: the order that linters keep."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2), name


class TestNames:
    """`__all__` is sorted, importable, and equal to `dir()`."""

    def test_are_sorted_and_each_once(self) -> None:
        assert sorted(set(thidua.__all__), key=by_kind) == thidua.__all__

    def test_are_what_dir_shows(self) -> None:
        assert dir(thidua) == sorted(thidua.__all__)

    @pytest.mark.parametrize("name", thidua.__all__)
    def test_can_be_imported(self, name: str) -> None:
        assert getattr(thidua, name) is not None

    def test_a_misspelt_name_is_an_attribute_error(self) -> None:
        with pytest.raises(
            AttributeError, match=r"^module 'thidua' has no attribute 'asess'; did you mean 'assess'\?$"
        ):
            _ = thidua.asess

    def test_one_that_is_like_no_other_is_answered_with_none(self) -> None:
        with pytest.raises(AttributeError, match=r"^module 'thidua' has no attribute 'xyzzy'$") as told:
            _ = thidua.xyzzy
        assert told.value.name == "xyzzy"

    def test_a_name_that_python_looks_for_is_no_misspelling(self) -> None:
        with pytest.raises(AttributeError, match=r"^module 'thidua' has no attribute '_assess'$"):
            _ = thidua._assess

    def test_a_star_import_gives_them_all(self) -> None:
        names: dict[str, object] = {}
        exec("from thidua import *", names)  # noqa: S102  # how a notebook does it

        assert set(thidua.__all__) <= set(names)

    def test_type_checkers_are_told_the_same_homes(self) -> None:
        source = ast.parse(Path(thidua.__file__).read_text(encoding="utf-8"))
        told = {
            alias.name: node.module
            for guard in source.body
            if isinstance(guard, ast.If)
            for node in guard.body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }

        assert told == thidua._HOMES
        assert set(told) == set(thidua.__all__)


class TestDocumentation:
    """No docs means no public name."""

    @pytest.mark.parametrize("name", [name for name in thidua.__all__ if name not in VALUES])
    def test_every_function_and_class_is_documented(self, name: str) -> None:
        doc = inspect.getdoc(getattr(thidua, name))

        assert doc
        assert doc.split("\n")[0].endswith((".", ":"))

    @pytest.mark.parametrize("name", VALUES)
    def test_every_value_is_of_a_documented_class(self, name: str) -> None:
        assert inspect.getdoc(type(getattr(thidua, name)))

    @pytest.mark.parametrize("name", thidua.__all__)
    def test_stands_in_the_reference(self, name: str) -> None:
        reference = Path(__file__).parents[2] / "docs" / "reference"
        pages = [reference / "api.md", *sorted((reference / "api").glob("*.md"))]
        page = "\n".join(each.read_text(encoding="utf-8") for each in pages)
        modules = dict(re.findall(r"^\.\. automodule:: ([\w.]+)\n   :members: ?(.*)$", page, re.MULTILINE))
        values = re.findall(r"^(?:\.\. py:data::|            ) thidua\.(\w+)$", page, re.MULTILINE)
        named = modules.get(thidua._HOMES[name])

        assert (name in values) == (name in VALUES)
        assert name in values or (named is not None and (not named or name in named.split(", ")))

    def test_the_package_says_what_it_is(self) -> None:
        assert "kept twice" in (thidua.__doc__ or "")


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import thidua; print(*sorted(set(sys.modules) - before))"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()

    assert [name for name in told if name.startswith(("attr", "cattrs", "dateutil", "thidua."))] == []
