"""Marks: Markdown made of blocks alone, so that whatever is text stays text, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import category

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
"""Written as entities, which even a reader that knows Markdown of 2004 alone takes for text."""
_MARKS = re.compile(r"[\\`*_{}\[\]|#~$^@!]|:(?=/)|\.(?=[A-Za-z])")
"""Emphasis, code, links, tables, formulas; a colon and a dot where an address might be made a link."""
_AT_THE_START = re.compile(r"^(?:[-+=:]|[0-9]+(?=[.)]))")
_LISTED = re.compile(r"([0-9]+\.|-) ")
_TURNED = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_REPLACED = "\ufffd"


def escaped(said: str) -> str:
    r"""Text on one line, every sign that would be a mark of Markdown or HTML written so that it is none.

    Letters that no page may hold, and those that turn the rest of a line around, are replaced.

    >>> print(escaped("1. <b>Bản</b> *A_1*"))
    1\. &lt;b&gt;Bản&lt;/b&gt; \*A\_1\*
    """
    line = " ".join("".join(map(_letter, said)).split())
    line = _MARKS.sub(lambda found: f"\\{found[0]}", line)
    line = _AT_THE_START.sub(lambda found: f"{found[0]}\\" if found[0][0].isdigit() else f"\\{found[0]}", line)
    return "".join(_ENTITIES.get(letter, letter) for letter in line)


def _letter(letter: str) -> str:
    if letter.isspace():
        return " "
    return _REPLACED if letter in _TURNED or category(letter) in ("Cc", "Cs", "Cn") else letter


def heading(depth: int, said: str) -> str:
    """A heading; a colon at its end is left out."""
    return f"{'#' * depth} {escaped(said.removesuffix(':'))}"


def quoted(said: str) -> str:
    """A sentence of the law."""
    return f"> {escaped(said)}"


def labelled(said: str) -> str:
    """A line whose words before the first colon, where it has one, name what comes after."""
    label, colon, rest = said.partition(": ")
    return f"**{escaped(label)}:** {escaped(rest)}" if colon else escaped(said)


def listed(lines: Iterable[str]) -> str:
    """Lines as a list, one below another where it is indented further; those with numbers keep them.

    >>> print(listed(["  whole", "    1. part", "    2. part"]))
    - whole
      1. part
      2. part
    """
    return "\n".join(_items(lines))


def _items(lines: Iterable[str]) -> Iterator[str]:
    above: list[tuple[int, int]] = []
    for line in lines:
        said = line.lstrip(" ")
        numbered = _LISTED.match(said)
        depth = len(line) - len(said) + bool(numbered)  # what is numbered belongs to the words before it
        while above and above[-1][0] >= depth:
            above.pop()
        start = above[-1][1] if above else 0
        mark = numbered[0] if numbered else "- "
        above.append((depth, start + len(mark)))
        yield f"{' ' * start}{mark}{escaped(said.removeprefix(mark) if numbered else said)}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table, its first row the head."""
    head, *others = (f"| {' | '.join(map(escaped, row))} |" for row in rows)
    return "\n".join([head, f"|{' --- |' * len(rows[0])}", *others])


def outlined(lines: Iterable[str], depth: int) -> Iterator[str]:
    """Lines of text as blocks: what opens something as a heading, what is indented as lists."""
    below: list[str] = []
    for line in lines:
        if line.startswith(" "):
            below.append(line)
            continue
        if below:
            yield listed(below)
            below = []
        if line:
            yield heading(depth, line) if line.endswith(":") else escaped(line)
    if below:
        yield listed(below)
