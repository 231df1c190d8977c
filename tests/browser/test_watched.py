"""What the tests of pages would find is found: none of them passes because it looks at nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

HEAD = "<!doctype html><html lang='en'><head><title>x</title><meta name='viewport' content='width=device-width'></head>"
PHONE = (360, 740)


@pytest.fixture
def page_of(opened: Any, tmp_path: Path) -> Any:
    """Opens a page with this body on a phone."""

    def make(body: str) -> Any:
        path = tmp_path / "page.html"
        path.write_text(f"{HEAD}<body><main><h1>x</h1>{body}</main></body></html>", "utf-8")
        watched = opened(path.as_uri(), PHONE)
        watched.page.goto(path.as_uri())
        return watched

    return make


class TestWatched:
    def test_a_plain_page_passes(self, page_of: Any, axe: str) -> None:
        watched = page_of("<p>Thoát nghèo.</p>")

        watched.does_not_scroll_sideways()
        watched.is_accessible(axe)
        watched.is_quiet()

    @pytest.mark.parametrize(
        "body",
        [
            "<img alt='' src='https://example.org/x.png'>",
            "<script src='https://example.org/x.js'></script>",
            "<style>main { background: url(https://example.org/x.png) }</style>",
            "<script>new WebSocket('wss://example.org/')</script>",
        ],
    )
    def test_what_asks_the_network_is_told_on(self, body: str, page_of: Any) -> None:
        watched = page_of(body)
        watched.page.wait_for_timeout(200)

        assert watched.asked[0].split(":")[1].startswith("//example.org/")

    @pytest.mark.parametrize("body", ["<script>console.error('x')</script>", "<script>throw 'x'</script>"])
    def test_what_goes_wrong_is_told(self, body: str, page_of: Any) -> None:
        assert len(page_of(body).wrong) == 1

    def test_what_is_too_wide_is_named(self, page_of: Any) -> None:
        with pytest.raises(AssertionError, match="thing too wide"):
            page_of("<p style='width: 400px' class='thing too wide'>x</p>").does_not_scroll_sideways()

    @pytest.mark.parametrize(
        ("body", "rule"),
        [("<p style='color: #999'>Thoát nghèo.</p>", "color-contrast"), ("<h4>x</h4>", "heading-order")],
    )
    def test_what_keeps_people_from_reading_is_named(self, body: str, rule: str, page_of: Any, axe: str) -> None:
        with pytest.raises(AssertionError, match=rule):
            page_of(body).is_accessible(axe)
