"""The annex: finding by finding what was required, found and proved, for whoever wants to follow a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thidua.interpreters.explain import APPLIES, caution_said
from thidua.interpreters.headline import addressed, left
from thidua.interpreters.html.markup import Markup, tag
from thidua.interpreters.html.nominee import Nominee, link
from thidua.interpreters.html.parts import heading, say, word
from thidua.interpreters.html.points import point, points
from thidua.interpreters.sections import SECTIONS


def details_shown(nominees: Iterable[Nominee], title: Markup, language: str) -> Markup:
    """Every nominee's findings, one after the other, each with a link back to its sheet."""
    return tag("section", title, *(_detail(each, language) for each in nominees), class_="annex details")


def _detail(nominee: Nominee, language: str) -> Markup:
    number, data = str(nominee.number), nominee.data
    back = link(f"sheet-{number}", say(language, f"về phiếu số {number}", f"to sheet {number}"), f"detail-{number}")
    return tag(
        "section",
        heading(3, f"{number}. ", tag("bdi", nominee.name(language)), " ", back),
        *_findings(nominee, language),
        *_cautions(nominee, language),
        *(
            tag("pre", "\n".join(SECTIONS[name].said(section, language)))
            for name, section in data.get("sections", {}).items()
            if name in SECTIONS
        ),
        class_="detail",
    )


def _findings(nominee: Nominee, language: str) -> Iterator[Markup | None]:
    guard = addressed(nominee.data["group"])
    if guard is not None:
        yield heading(4, say(language, "Đối tượng của nhóm tiêu chí", "Whom these criteria address"))
        yield points(point(guard, language, APPLIES))
    if nominee.is_addressed:
        for clause in nominee.data["clauses"]:
            yield heading(4, f"{clause['id']} ", word(clause["verdict"], language), left(clause, language))
            yield points(point(clause, language))
            readings = [each for each in clause["readings"] if each["adopted"] is not None]
            used = ", ".join(f"{each['id']} ({each['adopted_label'][language]})" for each in readings)
            yield tag("p", f"{say(language, 'Cách hiểu', 'Readings')}: {used}", class_="setting") if used else None


def _cautions(nominee: Nominee, language: str) -> Iterator[Markup]:
    cautions = nominee.data["cautions"]
    if cautions:
        yield heading(4, say(language, "Lưu ý", "Cautions"))
        yield tag("ul", *(tag("li", caution_said(caution, language)) for caution in cautions))
