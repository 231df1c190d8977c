"""The page of all codes, written from the closed lists in the code."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from marked_up import code, plain, table

from thidua import errors
from thidua.interpreters.reasons import REASONS
from thidua.knowledge import CAUTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua.texts import Text

HEAD = ("Code", "Tiếng Việt", "English")


def page(language: str) -> str:
    """The page; both languages stand side by side, so all but its title is the same in each."""
    return "\n".join(_page("Các mã" if language == "vi" else "Codes"))


def _page(title: str) -> Iterator[str]:
    yield f"# {title}\n"
    yield (
        "A program may act on these. Each list is closed: new codes may be added, and none is ever given another"
        " meaning. This page is written from the code.\n"
    )
    yield "(reason-codes)=\n## Reasons\n"
    yield f"Why a leaf of the explanation has its verdict, under `reasons`: {len(REASONS)} codes.\n"
    yield from _codes(REASONS)
    yield "(caution-codes)=\n## Cautions\n"
    yield (
        f"What the reader should know of the papers, under `cautions`: {len(CAUTIONS)} codes. None changes a verdict"
        " by itself.\n"
    )
    yield from _codes(CAUTIONS)
    yield "(problem-codes)=\n## Problems of a document\n"
    yield (
        f"What is wrong with a dossier, a sheet or a workbook that was refused: {len(errors.CODES)} codes. Each"
        " problem says where, what was found and what was expected.\n"
    )
    yield from _codes(errors.CODES)
    yield "(error-classes)=\n## Errors\n"
    yield (
        "Exceptions, for programmers. Each is also the builtin that a caller would guess, so `except ValueError`"
        " works. All are `ThiduaError`.\n"
    )
    yield from table(
        ["Class", "Is also", "Raised for"],
        [
            [code(name), _builtin(each), plain((inspect.getdoc(each) or "").split("\n\n")[0])]
            for name, each in classes()
        ],
    )


def classes() -> list[tuple[str, type[Exception]]]:
    """The classes of errors, in the order of the module."""
    found = [
        (name, each)
        for name, each in vars(errors).items()
        if inspect.isclass(each) and issubclass(each, errors.ThiduaError)
    ]
    return sorted(found, key=lambda named: inspect.getsourcelines(named[1])[1])


def _builtin(each: type[Exception]) -> str:
    return next((code(base.__name__) for base in each.__mro__[1:] if base.__module__ == "builtins"), "–")


def _codes(codes: Mapping[str, Text]) -> Iterator[str]:
    yield from table(HEAD, [[code(name), plain(words.vi), plain(words.en)] for name, words in codes.items()])
