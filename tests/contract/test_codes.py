"""The codes of problems are a closed list: none is raised that is not on it, and none is on it that is never raised."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import thidua
from thidua.errors import CODES

SOURCE = Path(thidua.__file__).parent
RAISES = {"Refused": 1, "_Missing": 1, "_unknown": 3}
"""Where each of these takes the code, unless by name."""


def raised(path: Path) -> Iterator[str]:
    """The codes that a module gives to problems, as they are written there."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords):
                at = RAISES.get(name)
                given = [*args[at : at + 1]] if at is not None else []
                given += [keyword.value for keyword in keywords if keyword.arg == "code"]
            case ast.FunctionDef(args=ast.arguments() as taken):
                named = [
                    *zip(reversed(taken.args), reversed(taken.defaults), strict=False),
                    *zip(taken.kwonlyargs, taken.kw_defaults, strict=True),
                ]
                given = [default for argument, default in named if argument.arg == "code" and default is not None]
            case ast.Assign(targets=[ast.Name(id="code")], value=value):
                given = [value]
            case _:
                given = []
        for value in given:
            branches = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
            yield from (str(each.value) for each in branches if isinstance(each, ast.Constant))


DOORS = [*(SOURCE / "interpreters" / "loading").glob("*.py"), SOURCE / "interpreters" / "filled_sheet.py",
         *(SOURCE / "workbooks").glob("*.py")]  # fmt: skip


class TestCodes:
    def test_all_that_are_raised_are_on_the_list_and_the_other_way_round(self) -> None:
        assert {code for path in DOORS for code in raised(path)} == set(CODES)

    @pytest.mark.parametrize("code", CODES)
    def test_each_has_words_in_both_languages(self, code: str) -> None:
        words = CODES[code]

        assert words.vi
        assert words.en
        assert words.vi != words.en

    def test_each_is_one_word_and_the_list_is_in_order(self) -> None:
        assert list(CODES) == sorted(CODES)
        assert all(code.isidentifier() and code.islower() for code in CODES)
