"""How values show themselves: in a notebook as HTML, on a console in words. The words are looked up when asked.

This is the one upward edge: no value knows how it is rendered.
"""

from __future__ import annotations

from typing import Any, Self


class Shown:
    """A value that a notebook shows as what it is, with nothing to configure; `print` writes the same in plain text.

    In Vietnamese, and as those who handle a dossier may read it; `as_html` and `as_text` take a language and a level. A
    further kind of value joins by inheriting this, and by a case in each of those two.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        return html_of(self)

    def _repr_mimebundle_(self, **_asked: object) -> dict[str, str]:
        return bundle_of(self)

    def __str__(self) -> str:
        return text_of(self)


class Words(str):
    """Text of several lines, in a language: notebooks and IPython show it line by line; else it is a `str`.

    With `columns` its words stand below one another by their spaces, so that its lines are kept whole.
    """

    __slots__ = ("columns", "language")
    language: str
    columns: bool

    def __new__(cls, said: str, language: str = "vi", *, columns: bool = False) -> Self:
        """The text, in Vietnamese unless said otherwise."""
        made = super().__new__(cls, said)
        made.language, made.columns = language, columns
        return made

    def _repr_html_(self) -> str:
        return html_of(self)

    def _repr_pretty_(self, printer: Any, _cycle: object) -> None:
        printer.text(str(self))


def html_of(value: object) -> str:
    """The value as HTML."""
    from thidua.interpreters.html.display import as_html  # noqa: PLC0415  # asked for rarely, and only upward from here

    return str(as_html(value))


def text_of(value: object, level: str = "dossier") -> str:
    """The value in plain text, as far as it may be read at a level."""
    from thidua.interpreters.html.display import as_text  # noqa: PLC0415  # as above

    return str(as_text(value, level=level))


def bundle_of(value: object) -> dict[str, str]:
    """Both forms, so that a notebook keeps the short text beside the HTML and not the whole representation."""
    return {"text/plain": text_of(value), "text/html": html_of(value)}
