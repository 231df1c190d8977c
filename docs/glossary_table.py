"""The glossary, from `glossary.toml`. Whether the plan uses a term is looked up in the plan."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from marked_up import plain, spoken, table

from thidua import PLAN
from thidua.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator


class Term(NamedTuple):
    """A term, its English, what it means, and where the English comes from."""

    vi: str
    en: str
    means: Text
    source: str


GLOSSARY = tomllib.loads((Path(__file__).parent / "glossary.toml").read_text(encoding="utf-8"))
SOURCES = {key: (Text(*source["name"]), Text(*source["means"])) for key, source in GLOSSARY["sources"].items()}
"""By key, the name of a source and what it is."""
GROUPS = {
    Text(group["vi"], group["en"]): [
        Term(term, en, Text(*means), source) for term, en, *means, source in group["terms"]
    ]
    for group in GLOSSARY["groups"]
}
TITLE = Text("Thuật ngữ Việt - Anh", "Glossary, Vietnamese–English")
INTRODUCTION = Text(
    "Thuật ngữ tiếng Việt là gốc; tiếng Anh để hiển thị và để người đọc khác theo dõi. Cột cuối cho biết bản tiếng"
    " Anh lấy từ đâu. Dấu ✓ nghĩa là kế hoạch có dùng đúng từ đó.",
    "The Vietnamese term is the original; the English is for display and for other readers. The last column says"
    " where the English comes from. ✓ means that the plan itself uses the term.",
)
HEAD = (
    Text("Tiếng Việt", "Vietnamese"), Text("Tiếng Anh", "English"), Text("Nghĩa ở đây", "What it is here"),
    Text("Trong kế hoạch", "In the plan"), Text("Nguồn", "English from"),
)  # fmt: skip
WHERE_FROM = Text("Nguồn của bản tiếng Anh", "Where the English comes from")
PLAN_TEXT = "\n".join(text for _, text in PLAN.lines()).casefold()


def page(language: str) -> str:
    """The page in a language."""
    return "\n".join(_page("vi" if language == "vi" else "en"))


def _page(language: str) -> Iterator[str]:
    yield f"# {TITLE.in_(language)}\n"
    yield INTRODUCTION.in_(language) + "\n"
    for title, terms in GROUPS.items():
        yield f"## {title.in_(language)}\n"
        yield from table([head.in_(language) for head in HEAD], [_row(term, language) for term in terms])
    yield f"## {WHERE_FROM.in_(language)}\n"
    yield from (f"{name.in_(language)}\n: {plain(means.in_(language))}\n" for name, means in SOURCES.values())


def _row(term: Term, language: str) -> list[str]:
    used = "✓" if is_in_the_plan(term.vi) else ""
    return [
        f"**{spoken(plain(term.vi), 'vi', language)}**",
        spoken(plain(term.en), "en", language),
        plain(term.means.in_(language)),
        used,
        SOURCES[term.source][0].in_(language),
    ]


def is_in_the_plan(words: str) -> bool:
    """Whether the plan uses these words, letter case aside."""
    return words.casefold() in PLAN_TEXT
