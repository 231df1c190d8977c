"""Lines of text as HTML: headings, paragraphs, and what is indented as lists, with numbers where there were some."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import define, field

from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.parts import heading

_LISTED = re.compile(r"([0-9]+\.|-) ")


@define
class _Item:
    """A line, how far it is indented, whether it had a number, and the lines below it."""

    depth: int
    numbered: bool
    said: str
    below: list[_Item] = field(factory=list["_Item"])


def outlined(lines: Iterable[str], depth: int) -> Markup:
    """Lines as headings from a depth on, paragraphs, and lists one below another where they are indented further."""
    parts: list[Markup] = []
    below: list[str] = []
    for line in (*lines, ""):
        if line.startswith((" ", "- ")):
            below.append(line)
            continue
        if below:
            parts += _outer(_tree(below))
            below = []
        if line:
            parts.append(heading(depth, line.removesuffix(":")) if line.endswith(":") else tag("p", line))
    return joined(*parts)


def _tree(lines: Iterable[str]) -> list[_Item]:
    top: list[_Item] = []
    above: list[_Item] = []
    for line in lines:
        said = line.lstrip(" ")
        mark = _LISTED.match(said)
        depth = len(line) - len(said) + bool(mark)  # what is numbered belongs to the words before it
        item = _Item(depth, mark is not None and mark[0] != "- ", said.removeprefix(mark[0]) if mark else said)
        while above and above[-1].depth >= depth:
            above.pop()
        (above[-1].below if above else top).append(item)
        above.append(item)
    return top


def _outer(items: list[_Item]) -> Iterator[Markup]:
    """The lists of one place; a line that stands alone, or alone after numbers, is a sentence and no list."""
    *others, last = items
    if last.numbered or last.below or (others and not others[-1].numbered):
        yield from _lists(items)
    else:
        yield from _lists(others)
        yield tag("p", last.said)


def _lists(items: list[_Item]) -> Iterator[Markup]:
    """Neighbours of one sort as one list."""
    while items:
        first = items[0]
        same = next((at for at, item in enumerate(items) if item.numbered != first.numbered), len(items))
        told, items = items[:same], items[same:]
        yield tag("ol" if first.numbered else "ul", *(tag("li", item.said, *_lists(item.below)) for item in told))
