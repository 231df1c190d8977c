"""Reads Markdown as CommonMark does, with tables and struck words: what it is made of, and what it says."""

from __future__ import annotations

from markdown_it import MarkdownIt

_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_TEXT = ("text", "text_special", "softbreak")


def structure(source: str) -> list[str]:
    """Every block and every mark within a line, in order; text is left out."""
    found: list[str] = []
    for token in _READER.parse(source):
        found.append(f"{token.type} {token.tag}")
        found += [inner.type for inner in token.children or () if inner.type not in _TEXT]
    return found


def said(source: str) -> list[str]:
    """What is read in each line of it, marks left out."""
    lines = [token.children or [] for token in _READER.parse(source) if token.type == "inline"]
    return ["".join("\n" if part.type == "softbreak" else part.content for part in line) for line in lines]
