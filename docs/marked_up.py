"""Markdown as the generated pages need it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SPECIAL = re.compile(r"([\\*_\[\]<>|])")


def plain(text: str) -> str:
    """Words that shall stand as they are; what stands between backticks stays a name of the program."""
    parts = " ".join(text.split()).split("`")
    return "`".join(part if place % 2 else SPECIAL.sub(r"\\\1", part) for place, part in enumerate(parts))


def code(name: str) -> str:
    """A name of the program."""
    return f"`{name}`"


def spoken(said: str, language: str, page: str) -> str:
    """Words in a language, named on a page in another, so that a voice that reads it aloud knows how to say them."""
    return said if language == page else f"[{said}]{{.language-{language}}}"


def unbroken(name: str) -> str:
    """A short name such as `III.2.2-4` that is not to be broken at its hyphen, in a narrow cell."""
    return f'<span style="white-space: nowrap">{name}</span>'


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table, its cells Markdown already, but for a bar between backticks, which would end its cell."""
    yield "| " + " | ".join(head) + " |"
    yield "| " + " | ".join("---" for _ in head) + " |"
    for row in rows:
        yield "| " + " | ".join(re.sub(r"(?<!\\)\|", r"\\|", cell) for cell in row) + " |"
    yield ""


def folded(summary: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines that open when asked for."""
    yield f"<details>\n<summary>{summary}</summary>\n"
    yield from lines
    yield "\n</details>\n"
