"""A browser of the system's, where there is one; where there is none the tests say so and are skipped.

`CHROMIUM`, `BUILT_DOCS` and `AXE_CORE` name the browser, the built pages and the axe-core to use. Where
`BROWSER_REQUIRED` is set, what is not there fails instead of being skipped.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NoReturn

import pytest

pytest.register_assert_rewrite("watched")  # so that a failure says what was found

from watched import Watched  # noqa: E402  # after the line above

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PHONE, DESKTOP = (360, 740), (1280, 900)
Opens = Callable[..., Watched]


def lacking(what: str) -> NoReturn:
    """Say what is not there."""
    if os.environ.get("BROWSER_REQUIRED"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        lacking("no browser: install chromium with the system's packages, or name one in CHROMIUM")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  # of the extra `browser`
    except ImportError:
        lacking("no Playwright: python -m pip install -e '.[browser]'")
    with sync_playwright() as playwright:
        # As root, as in most containers, Chromium starts only without its sandbox; every page opened here is our own.
        browser = playwright.chromium.launch(executable_path=path, chromium_sandbox=False)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Any) -> Iterator[Opens]:
    """Makes a watched page, as wide as a phone or a desktop, light or dark."""
    contexts = []

    def make(here: str, size: tuple[int, int] = DESKTOP, scheme: str = "light", answered: Any = ()) -> Watched:
        width, height = size
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            screen={"width": width, "height": height},
            is_mobile=size == PHONE,
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        contexts.append(context)
        return Watched(context, here, answered)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe(chromium: Any) -> str:
    path = os.environ.get("AXE_CORE")
    if path is None:
        lacking("no axe-core: python tests/axe_core.py FOLDER, and name the file in AXE_CORE")
    return Path(path).read_text("utf-8")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each file."""


@pytest.fixture(scope="session")
def docs(chromium: Any) -> Iterator[str]:
    """The address of the built documentation, served by this machine to itself."""
    folder = os.environ.get("BUILT_DOCS")
    if folder is None:
        lacking("no built documentation: build it in both languages (see CONTRIBUTING.md), and name it in BUILT_DOCS")
    assert Path(folder, "index.html").is_file(), folder
    assert Path(folder, "vi", "index.html").is_file(), folder
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
