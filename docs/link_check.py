"""Links that lead nowhere, found without the network: in the built pages, and in the Markdown that stands outside them.

Of a page elsewhere only the address is looked at: https, well-formed, and of a host that is known.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

HOSTS = {
    "github.com": "issues and pull requests that the comparison cites as threads",
    "json-schema.org": "the dialect that the schemas are written in",
    "keepachangelog.com": "the form of the changelog",
    "semver.org": "the numbers of versions",
    "sphinx-doc.org": "named in the foot of every built page, by the theme",
    "www.sphinx-doc.org": "named on the built pages, by Sphinx",
    "pradyunsg.me": "named in the foot of every built page, by the theme",
}
"""The hosts that pages may lead to, each with its reason; a new one is a decision."""
OWN = ("http://127.0.0.1:5000",)
"""Addresses of programs that the reader starts: no page elsewhere."""
WEB = re.compile(r"https?://[^\s<>()\[\]\"'`{}|]+[^\s<>()\[\]\"'`{}|.,;:]")
FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
OTHER_LANGUAGE = "vi"
"""The folder in which the pages of the other language stand, as the switch of language says."""


def web_problem(address: str) -> str | None:
    """What is wrong with the address of a page elsewhere, if anything is."""
    if address.startswith(OWN):
        return None
    parts = urlsplit(address)
    if parts.scheme != "https":
        return "is not https"
    if parts.hostname not in HOSTS:
        return f"is of a host that is not known: {parts.hostname}"
    return "holds a space or an empty step" if re.search(r"\s|%20|[^:]//", address) else None


class Page(HTMLParser):
    """The anchors and the links of one built page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is named, and what is led to."""
        for name, value in attrs:
            if value and (name == "id" or (name == "name" and tag == "a")):
                self.anchors.add(value)
            elif value and name in {"href", "src"}:
                self.links.append(value)


def dangling(built: Path) -> Iterator[str]:
    """Every link of the pages of a build that leads nowhere: the page, the link, and why."""
    other = built / OTHER_LANGUAGE
    pages = {path: Page(path) for path in sorted(built.rglob("*.html")) if other not in path.parents}
    for path, page in pages.items():
        for link in dict.fromkeys(page.links):
            problem = _of_built(path, link, pages, built)
            if problem:
                yield f"{path.relative_to(built)}: {link} {problem}"


def _of_built(path: Path, link: str, pages: dict[Path, Page], built: Path) -> str | None:
    parts = urlsplit(link)
    if parts.scheme in {"http", "https"}:
        return web_problem(link)
    if parts.scheme:
        return None if parts.scheme == "data" else "is neither a page of ours nor https"
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    target = _in_this_language(target, built)
    if not target.is_file():
        return "leads to no file"
    if parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
        return "leads to no such place on its page"
    return None


def _in_this_language(target: Path, built: Path) -> Path:
    """The page of this build in place of its sister in the other language, which may not be built yet."""
    if built / OTHER_LANGUAGE in target.parents:
        return built / target.relative_to(built / OTHER_LANGUAGE)
    if built not in target.parents and built.parent in target.parents:
        return built / target.relative_to(built.parent)
    return target


def dangling_in(page: Path) -> Iterator[str]:
    """Every link of a page of Markdown that leads to no file, no heading, or to an address that may not stand there."""
    text = page.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(<?([^)\s>]+)>?\)", _without_code(text)):
        parts = urlsplit(link)
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if parts.scheme:
            continue
        if not target.exists():
            yield f"{page.name}: {link} leads to no file"
        elif parts.fragment and parts.fragment not in headings(target):
            yield f"{page.name}: {link} leads to no such heading"
    for address in WEB.findall(text):
        problem = web_problem(address)
        if problem:
            yield f"{page.name}: {address} {problem}"


def headings(page: Path) -> set[str]:
    """The anchors of the headings of a page of Markdown, as GitHub makes them."""
    found = re.findall(r"^#+ (.+)$", FENCED.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.strip().lower()).replace(" ", "-") for heading in found}


def _without_code(text: str) -> str:
    return re.sub(r"`[^`\n]+`", "", FENCED.sub("", text))
