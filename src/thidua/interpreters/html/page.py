"""A whole page around a fragment: one file, nothing loaded from anywhere."""

from __future__ import annotations

from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.styles import FRAGMENT, PAGE

_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""A browser is told to load nothing and to run nothing, should anything get in."""


def page(title: str, language: str, *inside: str | None, style: str = "") -> Markup:
    """The page, complete from its doctype; `style` is added to that of every page."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_NOTHING_ELSE),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("style", Markup(FRAGMENT + PAGE + style)),
    )
    body = tag("body", tag("main", *inside, class_="thidua"))
    return joined(Markup("<!DOCTYPE html>\n"), tag("html", head, body, lang=language), "\n")
