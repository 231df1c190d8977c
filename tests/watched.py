"""A page in a browser that lets nothing out: what it asked of the network and what went wrong in it are kept."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

SIDEWAYS = """() => {
    const wide = document.documentElement.scrollWidth;
    if (wide <= screen.width) return [];
    const scrolls = (element) => element && element !== document.body
        && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    const out = [...document.body.querySelectorAll("*")].filter(
        (element) => element.getBoundingClientRect().right > screen.width + 1 && !scrolls(element));
    return [`${wide} px`, ...out.map((element) => element.outerHTML.slice(0, 120))];
}"""
"""How wide the page is and what makes it so, where it is wider than the screen."""

AXE = """async (within) => {
    const found = await axe.run(within ?? document, { resultTypes: ["violations"] });
    return found.violations.flatMap((rule) => rule.nodes.map(
        (node) => `${rule.id}: ${node.target.join(" ")}: ${node.any.map((check) => check.message).join("; ")}`));
}"""
"""All rules of axe-core, its good practices too: contrast, order of headings, names of what can be reached by keys."""


class Watched:
    """A page that may load from `here` only; `answered` are addresses that get an empty file, the rest get nothing."""

    def __init__(self, context: Any, here: str, answered: Collection[str] = ()) -> None:
        self.here, self.answered = here, answered
        self.asked: list[str] = []
        self.wrong: list[str] = []
        context.route("**/*", self._route)
        context.route_web_socket("**/*", lambda socket: self.asked.append(socket.url))
        self.page = context.new_page()
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def _route(self, route: Any) -> None:
        address = route.request.url
        if address.startswith(self.here):
            route.continue_()
        elif address in self.answered:
            route.fulfill(body="", content_type="text/javascript")
        else:
            self.asked.append(address)
            route.abort()

    def opens(self, address: str) -> Any:
        """The page, opened without an error and without a word to the network."""
        self.page.goto(address, wait_until="load")
        self.is_quiet()
        return self.page

    def is_quiet(self) -> None:
        """Nothing was asked of the network, and nothing went wrong, up to now."""
        assert self.asked == []
        assert self.wrong == []

    def unfolds(self) -> None:
        """Everything that is folded away is open."""
        self.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")

    def does_not_scroll_sideways(self) -> None:
        """Nothing on the page is wider than the screen, unless it scrolls by itself."""
        wide = self.page.evaluate(SIDEWAYS)
        assert not wide, "\n".join(wide)

    def is_accessible(self, axe: str, within: str | None = None) -> None:
        """axe-core finds nothing that keeps people from reading the page, or what is `within`."""
        self.page.evaluate(axe)
        found = self.page.evaluate(AXE, within)
        assert not found, "\n".join(found)
