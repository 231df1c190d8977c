"""What a clause's verdict rests on: only the findings that make it what it is, each in one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.interpreters.explain import OUT
from thidua.interpreters.html.parts import say

Data = Mapping[str, Any]


def grounds(node: Data) -> Iterator[Data]:
    """The leaves from which a node has its verdict, each with the verdict it counts with."""
    if "found" in node:
        yield node
        return
    children = node.get("children", ())
    if node["node"] == "Where":
        yield from _where(*children)
    elif node["node"] == "Not":
        yield from ({**leaf, "verdict": node["verdict"], "margin": None} for leaf in grounds(children[0]))
    else:
        alike = [child for child in children if child["verdict"] == node["verdict"]]
        for child in alike or children:
            yield from grounds(child)


def _where(guard: Data, body: Data) -> Iterator[Data]:
    """What is asked where it applies; why it does not apply, or what leaves that open."""
    if guard["verdict"] in OUT:
        yield from ({**leaf, "verdict": "not_applicable"} for leaf in grounds(guard))
        return
    if guard["verdict"] == "undetermined":
        yield from grounds(guard)
    yield from grounds(body)


def ground_said(leaf: Data, language: str) -> str:
    """A ground in words: what was found, after what was required where the finding falls short of it."""
    found: str = leaf["found"][language]
    required: str = leaf["required"][language]
    if leaf["verdict"] != "not_met" or not found:
        return found or required
    short = short_of(leaf, language)
    asked = say(language, f"yêu cầu {required}; thực tế: {found}", f"required {required}; found: {found}")
    return f"{asked} ({short})" if short else asked


def short_of(leaf: Data, language: str) -> str:
    """By how much a finding falls short, where that can be told."""
    margin = leaf.get("margin")
    told: str = margin["text"][language] if margin is not None and margin["side"] == "short" else ""
    return told
