"""The documentation as a reader meets it: in a browser, on a desktop and on a phone, in either language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).parents[2] / "docs"
SIZES = {"phone": (360, 740), "desktop": (1280, 900)}
WRITTEN = [
    path.relative_to(DOCS).with_suffix(".html").as_posix()
    for path in sorted(DOCS.rglob("*.md"))
    if not path.is_relative_to(DOCS / "_build")
]
MADE = ["search.html", "genindex.html"]
FEW = ["index.html", "tutorials/first-dossier.html", "how-to/report.html", "reference/clauses.html"]
LANGUAGES = {"en": "", "vi": "vi/"}
"""Where each language stands below the root of the site."""


def seen(docs: str, opened: Any, axe: str, address: str, size: str, scheme: str) -> None:
    """A page opens in peace, does not scroll sideways with all of it unfolded, and can be read by everybody."""
    page = opened(docs, SIZES[size], scheme)
    page.opens(docs + address)
    page.unfolds()
    page.does_not_scroll_sideways()
    page.is_accessible(axe)
    page.is_quiet()


@pytest.mark.parametrize("language", LANGUAGES)
class TestPages:
    """A page opens without an error and without the network, fits a phone, and can be read by everybody."""

    @pytest.mark.parametrize(("size", "scheme"), [("phone", "dark"), ("desktop", "light")])
    @pytest.mark.parametrize("name", FEW)
    def test_those_that_are_read_most(
        self, name: str, size: str, scheme: str, language: str, docs: str, opened: Any, axe: str
    ) -> None:
        seen(docs, opened, axe, LANGUAGES[language] + name, size, scheme)

    @pytest.mark.browser
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("name", [*WRITTEN, *MADE])
    def test_every_page(
        self, name: str, size: str, scheme: str, language: str, docs: str, opened: Any, axe: str
    ) -> None:
        seen(docs, opened, axe, LANGUAGES[language] + name, size, scheme)


@pytest.mark.parametrize("language", LANGUAGES)
class TestSearch:
    """Who types “thoát nghèo” finds where the plan says it."""

    def test_finds_what_the_plan_says(self, language: str, docs: str, opened: Any) -> None:
        watched = opened(docs)
        page = watched.opens(f"{docs}{LANGUAGES[language]}index.html")

        page.locator(".sidebar-search").fill("thoát nghèo")
        page.keyboard.press("Enter")
        page.locator("#search-results a[href*='reference/clauses.html']").first.click()

        page.wait_for_url(f"{docs}{LANGUAGES[language]}reference/clauses.html*")
        assert "thoát nghèo" in page.locator("article").inner_text()
        watched.is_quiet()

    def test_finds_nothing_that_is_not_there(self, language: str, docs: str, opened: Any) -> None:
        watched = opened(docs)
        page = watched.opens(f"{docs}{LANGUAGES[language]}search.html?q=zzzyx")

        page.wait_for_function("document.querySelector('#search-results .search-summary')?.innerText")
        assert page.locator("#search-results li").count() == 0
        watched.is_quiet()


class TestLanguages:
    """Every page leads to the same page in the other language, and back."""

    @pytest.mark.parametrize("name", ["index.html", "reference/clauses.html"])
    @pytest.mark.parametrize("size", SIZES)
    def test_there_and_back(self, size: str, name: str, docs: str, opened: Any) -> None:
        watched = opened(docs, SIZES[size])
        page = watched.opens(docs + name)

        for language, link in (("vi", "Tiếng Việt"), ("en", "English")):
            if size == "phone":
                page.locator("label.mobile-header__nav, .nav-overlay-icon").first.click()
            page.get_by_role("link", name=link, exact=True).click()
            page.wait_for_url(f"{docs}{LANGUAGES[language]}{name}")
            assert page.locator("html").get_attribute("lang") == language
        watched.is_quiet()


@pytest.mark.parametrize("language", LANGUAGES)
class TestFolds:
    """What is folded away opens at a click, and by the keys."""

    def test_a_fold_opens_and_closes(self, language: str, docs: str, opened: Any) -> None:
        watched = opened(docs)
        page = watched.opens(f"{docs}{LANGUAGES[language]}how-to/report.html")
        fold = page.locator("details.item:not([open])").first.element_handle()
        summary, inside = fold.query_selector("summary"), fold.query_selector(".inside")

        assert not inside.is_visible()
        summary.click()
        assert inside.is_visible()
        summary.press("Enter")
        assert not inside.is_visible()
        watched.is_quiet()
