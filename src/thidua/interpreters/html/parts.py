"""The parts that everything shown is made of: words with their shapes, definitions, folds, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from thidua.displays import Words
from thidua.interpreters.explain import SHAPES
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.styles import FRAGMENT
from thidua.verdicts import WORDS


def say(language: str, vi: str, en: str) -> str:
    """One of two wordings."""
    return vi if language == "vi" else en


def word(verdict: str, language: str, said: str | None = None) -> Markup:
    """One of the four words, with its shape as well as its colour; `said` where it is worded otherwise."""
    return tag("span", f"{SHAPES[verdict]} {said or WORDS[verdict].in_(language)}", class_=f"word {verdict}")


def mark(verdict: str, language: str) -> Markup:
    """The shape alone, read aloud as the word."""
    label = WORDS[verdict].in_(language)
    return tag("span", SHAPES[verdict], class_=f"mark {verdict}", role="img", aria_label=label)


def heading(depth: int, *inside: str | None) -> Markup:
    """A heading, none deeper than the fourth."""
    return tag(f"h{min(depth, 4)}", *inside)


def folded(summary: str, *inside: str | None, open_: bool = False, class_: str | None = None) -> Markup:
    """What opens when it is asked for."""
    below = tag("div", *inside, class_="inside")
    return tag("details", tag("summary", summary), below, class_=class_, open="" if open_ else None)


def definitions(pairs: Iterable[tuple[str, str | None]]) -> Markup | None:
    """Terms and what is said of each; those of which nothing is said are left out."""
    told = [joined(tag("dt", term), tag("dd", said)) for term, said in pairs if said]
    return tag("dl", *told) if told else None


def listed(items: Iterable[str]) -> Markup | None:
    """A list, or the only item itself."""
    told = list(items)
    if len(told) < 2:  # noqa: PLR2004  # one is no list
        return joined(*told) if told else None
    return tag("ul", *(tag("li", item) for item in told))


def table(head: Sequence[str], rows: Iterable[Sequence[str]], label: str | None = None) -> Markup:
    """A table with a heading for each column, and for each row its first cell; `label` is read aloud."""
    columns = tag("tr", *(tag("th", cell, scope="col") for cell in head))
    lines = [tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell) for cell in row[1:])) for row in rows]
    # What scrolls sideways can be reached by the keys as well.
    whole = tag("table", tag("thead", columns), tag("tbody", *lines))
    return tag("div", whole, class_="wide", tabindex="0", role="group", aria_label=label or head[0])


def lines(words: Words) -> Markup:
    """A page of text; where its words stand below one another, it is scrolled sideways and no line is broken."""
    if not words.columns:
        return tag("pre", words)
    label = say(words.language, "Văn bản", "Text")
    return tag("pre", words, class_="columns", tabindex="0", role="group", aria_label=label)


def fragment(language: str, *inside: str | None) -> Markup:
    """A piece of a page that brings its own style, and changes nothing around it."""
    return tag("div", tag("style", Markup(FRAGMENT)), *inside, class_="thidua", lang=language)
