"""Markup: HTML made of elements alone, so that whatever is text is escaped, whoever wrote it."""

from __future__ import annotations

from html import escape

VOID = frozenset(("br", "hr", "meta"))
"""Elements that hold nothing and are not closed."""
_REPLACED = "\ufffd"
_FORBIDDEN = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), _REPLACED)
_KEPT = {ord("\t"): "\t", ord("\n"): "\n", ord("\r"): "\n"}


class Markup(str):
    """HTML that is safe to put into a page; what is not markup is text, and is escaped. A notebook shows it."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def text(said: str) -> Markup:
    """Text as HTML. Letters that no page may hold are replaced.

    >>> text("Bản A & <b>B</b>")
    'Bản A &amp; &lt;b&gt;B&lt;/b&gt;'
    """
    if isinstance(said, Markup):
        return said
    return Markup(escape(str(said).translate(_FORBIDDEN | _KEPT), quote=True))


def tag(name: str, /, *inside: str | None, **attributes: str | None) -> Markup:
    """An element around texts and elements; `None` is left out. An underscore ends `class_`, and is a hyphen elsewhere.

    >>> tag("p", "a < b", class_="note")
    '<p class="note">a &lt; b</p>'
    """
    named = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    given = "".join(f' {key}="{text(value)}"' for key, value in named.items() if value is not None)
    if name in VOID:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{''.join(text(part) for part in inside if part is not None)}</{name}>")


def joined(*parts: str | None) -> Markup:
    """Texts and elements one after the other."""
    return Markup("".join(text(part) for part in parts if part is not None))
