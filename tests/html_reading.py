"""Reads HTML strictly: every element closed, each in a place where it may stand, nothing run or loaded."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "br", "hr"}
PHRASING = {"span", "strong", "code", "bdi", "br", "small", "em", "a"}
INSIDE = {
    "ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd"}, "table": {"caption", "thead", "tbody"}, "thead": {"tr"},
    "tbody": {"tr"}, "tr": {"th", "td"}, "html": {"head", "body"},
    "head": {"meta", "title", "style"}, "body": {"main"}, "title": set(), "style": set(),
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "summary", "dt", "span", "strong", "code", "bdi", "small"), PHRASING),
}  # fmt: skip
"""What may stand in what; anything may stand in the rest."""
KNOWN = {
    *INSIDE, *VOID, *PHRASING, "div", "main", "article", "section", "header", "footer", "blockquote", "details",
    "summary", "li", "dd", "dt", "th", "td", "p", "pre", "caption", "h1", "h2", "h3", "h4",
}  # fmt: skip
ATTRIBUTES = {
    "class", "lang", "open", "role", "aria-label", "scope", "tabindex", "charset", "http-equiv", "content", "name",
    "id", "href", "start",
}  # fmt: skip
WITHOUT_TEXT = {"ul", "ol", "dl", "table", "thead", "tbody", "tr", "html", "head", "body"}


class Read(HTMLParser):
    """HTML as read: its wrongs, its texts, its elements."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)
        self.close()
        self.wrong += [f"<{name}> is never closed" for name in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        above = self.open[-1] if self.open else ""
        if tag not in KNOWN or (above in INSIDE and tag not in INSIDE[above]):
            self.wrong.append(f"<{tag}> in <{above}>")
        self.wrong += [f"{name}= on <{tag}>" for name, _ in attrs if name not in ATTRIBUTES]
        self.wrong += [
            f"a link to {value}" for name, value in attrs if name == "href" and not f"{value}".startswith("#")
        ]
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        above = self.open[-1] if self.open else ""
        if above == "style":
            self.wrong += [f"{word} in a style" for word in ("url(", "@import", "<", "expression") if word in data]
            return
        if data.strip() and above in WITHOUT_TEXT:
            self.wrong.append(f"text in <{above}>: {data!r}")
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"a comment: {data!r}")

    @property
    def text(self) -> str:
        """All that is read aloud, spaces as one."""
        return " ".join(" ".join(self.texts).split())

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of that name."""
        return [attributes for name, attributes in self.elements if name == tag]


def read(source: str) -> Read:
    """The HTML, which must have nothing wrong in it."""
    found = Read(source)
    assert found.wrong == []
    return found
