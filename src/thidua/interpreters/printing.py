"""Paper: lines that fit a page, boxes to tick, room to write."""

from __future__ import annotations

from textwrap import wrap

WIDTH = 92
"""How many letters a printed line holds."""
BOX, TICKED, NEITHER = "☐", "☑", "–"


def lines(text: str, indent: str = "", hanging: str | None = None) -> list[str]:
    """The text in lines of a page; those after the first stand under `hanging`."""
    after = indent if hanging is None else hanging
    return wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=after,
        break_long_words=False,
        break_on_hyphens=False,
    )


def room(label: str, indent: str = "", more: int = 0) -> list[str]:
    """A label with dots to write on, and so many lines of dots below it."""
    first = f"{indent}{label} "
    dots = indent + "." * (WIDTH - len(indent))
    return [first + "." * (WIDTH - len(first)), *[dots] * more]
