"""An explanation as HTML: the verdict and what decides it, then clause by clause; what is settled is folded away.

Rendered from the document alone, so that one stored long ago is shown in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from thidua.findings import Assessment
from thidua.interpreters.amended import amended_said
from thidua.interpreters.explain import (
    APPLIES,
    CAUTIONS,
    READINGS,
    WHOM,
    adopted_readings,
    at_level,
    caution_said,
    clauses_told,
    reading_said,
    setting_said,
)
from thidua.interpreters.headline import addressed, headline, left, subject_said
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.outlined import outlined
from thidua.interpreters.html.parts import definitions, folded, fragment, heading, say, word
from thidua.interpreters.html.points import point, points
from thidua.interpreters.levels import LEVELS
from thidua.interpreters.sections import SECTIONS
from thidua.texts import Text

Data = Mapping[str, Any]
RECEIPT = Text("Biên nhận: kết quả này được tính từ đâu", "Receipt: what this outcome rests on")
LEVEL_WORDS = {
    "public": Text("công khai", "for everybody"),
    "dossier": Text("người xử lý hồ sơ", "for those who handle the dossier"),
    "internal": Text("người thẩm tra", "for those who verify it"),
}


@frozen
class Layout:
    """In which language, and from which depth of headings on."""

    language: str
    depth: int = 3


def explain_html(assessment: Assessment[Any] | Data, language: str = "vi", level: str = "dossier") -> Markup:
    """What `explain` says, as HTML: no script, nothing loaded, everything escaped, in the reader's own colours.

    Takes an assessment, or an explanation stored as data, which says no more than it holds. Raises `UnknownNameError`
    for what is no level.

    >>> from datetime import date
    >>> from thidua import PLAN, Commune, Dossier, assess
    >>> told = explain_html(assess(PLAN, Dossier(Commune("VD-01", "Xã <Ví Dụ>")), on=date(2025, 12, 31)))
    >>> "Xã &lt;Ví Dụ&gt;" in told, '<span class="word undetermined">? chưa đủ căn cứ</span>' in told
    (True, True)
    """
    data = at_level(assessment, level)
    return fragment(language, tag("article", *explained(data, Layout(language))))


def explained(data: Data, layout: Layout) -> Iterator[Markup]:
    """The parts of an explanation, one after the other, with all that it rests on folded away below them."""
    language = layout.language
    yield from findings_shown(data, layout)
    readings = readings_shown([data], language)
    if readings is not None:
        count = len(adopted_readings(data))
        yield folded(f"{READINGS.in_(language)} ({count})", readings)
    yield from cautions_shown(data, layout)
    yield folded(RECEIPT.in_(language), receipt_shown(data["receipt"], language))


def findings_shown(data: Data, layout: Layout) -> Iterator[Markup]:
    """The verdict and what decides it, whom the criteria address, each clause, and the sections asked for."""
    language = layout.language
    yield _head(data, layout)
    guard = addressed(data["group"])
    if guard is not None:
        yield heading(layout.depth + 1, WHOM.in_(language))
        yield joined(points(point(guard, language, APPLIES)))
    for clause in clauses_told(data):
        yield clause_shown(clause, language)
    for name, section in data.get("sections", {}).items():
        if name in SECTIONS:
            yield outlined(SECTIONS[name].said(section, language), layout.depth + 1)


def _head(data: Data, layout: Layout) -> Markup:
    language = layout.language
    _, *lines = headline(data, language)
    who = tag("bdi", subject_said(data["subject"], language))
    return tag(
        "header",
        heading(
            layout.depth,
            who,
            " ",
            word(data["verdict"], language, data["word"][language]),
            left(data, language),
        ),
        *(tag("p", line) for line in lines),
        tag("p", setting_said(data, language), class_="setting"),
        *(tag("p", line, class_="setting") for line in amended_said(data["receipt"], language)),
    )


def clause_shown(clause: Data, language: str) -> Markup:
    """A clause: its word, its sentence, and point by point what is required and what was found."""
    place = tag("span", f"({clause['citation'][language]})", class_="place")
    head = joined(
        word(clause["verdict"], language), " ", tag("strong", clause["id"]), left(clause, language), " ", place
    )
    readings = [each for each in clause["readings"] if each["adopted"] is not None]
    used = ", ".join(f"{each['id']} ({each['adopted_label'][language]})" for each in readings)
    inside = joined(
        tag("blockquote", clause["text"][language], lang=language),
        points(point(clause, language)),
        tag("p", f"{say(language, 'Cách hiểu', 'Readings')}: {used}", class_="setting") if used else None,
    )
    opened = clause["decisive"] or clause["verdict"] in ("not_met", "undetermined")
    return folded(head, inside, open_=opened, class_="item")


def cautions_shown(data: Data, layout: Layout) -> Iterator[Markup]:
    """What whoever relies on the outcome should know; nothing where there is nothing."""
    language = layout.language
    if data["cautions"]:
        yield heading(layout.depth + 1, CAUTIONS.in_(language))
        yield tag("ul", *(tag("li", caution_said(caution, language)) for caution in data["cautions"]))


def readings_shown(told: Iterable[Data], language: str) -> Markup | None:
    """The readings that some explanations rely on, each once, with its question and the option adopted."""
    used = {each["id"]: each for data in told for each in adopted_readings(data)}
    return definitions((name, reading_said(used[name], language)) for name in sorted(used))


def receipt_shown(receipt: Data, language: str) -> Markup | None:
    """All that the outcome depends on, by content."""
    level = receipt["level"]
    read_by = LEVEL_WORDS[level].in_(language) if level in LEVELS else str(level)
    return definitions(
        [
            (say(language, "Phần mềm", "Library"), receipt["library"]),
            (say(language, "Kế hoạch", "Plan"), receipt["plan"]),
            (say(language, "Mã băm kế hoạch", "Digest of the plan"), _digest(receipt["plan_digest"])),
            (say(language, "Sửa đổi", "Amendments"), "; ".join(receipt["amendments"])),
            (say(language, "Mã băm hồ sơ", "Digest of the dossier"), _digest(receipt["dossier_digest"])),
            (say(language, "Ngày xét", "Day of assessment"), receipt["on"]),
            (say(language, "Kỳ xét", "Review"), receipt["review"]),
            (say(language, "Mức công bố", "Who may read it"), read_by),
            (say(language, "Mã băm nội dung", "Digest of the body"), _digest(receipt["body_digest"])),
        ]
    )


def _digest(given: str | None) -> Markup | None:
    return None if given is None else tag("code", given)


def finding_shown(node: Data, language: str) -> Markup:
    """One finding by itself, told as a node of an explanation."""
    told = tag("p", word(node["verdict"], language), left(node, language), " ", tag("span", node["required"][language]))
    return joined(told, points(point(node, language)))
