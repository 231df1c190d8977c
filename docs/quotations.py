"""Vietnamese words on an English page, named as such, so that a voice that reads it aloud knows how to say them."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

nodes: Any = import_module("docutils.nodes")  # it comes without types
LETTER = re.compile("[ăâđêôơưàáãèéìíòóõùúýĩũạ-ỹ]", re.IGNORECASE)
"""A letter that English does not have, and Vietnamese does."""
ASIDE = re.compile(r"“[^”]+”|\([^()]+\)")
"""What is quoted, or said in brackets."""
NAMED = "language-vi"
"""The class that is written as the attribute `lang`."""


def is_vietnamese(said: str) -> bool:
    """Whether it is Vietnamese: a quotation with such a letter, or words all of which have one."""
    if said.startswith("“"):
        return bool(LETTER.search(said))
    words = re.findall(r"[^\W\d_]+", said)
    return bool(words) and all(map(LETTER.search, words))


def name_quotations(doctree: Any) -> None:
    """Name the language of every quotation, aside, emphasis and cell that is Vietnamese."""
    for text in list(doctree.findall(nodes.Text)):
        whole = text.parent
        if isinstance(whole, nodes.FixedTextElement | nodes.literal | nodes.Invisible) or NAMED in whole["classes"]:
            continue
        if is_vietnamese(whole.astext()):
            whole["classes"].append(NAMED)
        else:
            whole.replace(text, list(_parts(text.astext())))


def _parts(said: str) -> Iterator[Any]:
    end = 0
    for aside in ASIDE.finditer(said):
        if is_vietnamese(aside[0]):
            yield nodes.Text(said[end : aside.start()])
            yield nodes.inline("", aside[0], classes=[NAMED])
            end = aside.end()
    yield nodes.Text(said[end:])
