"""The plan, a group and a clause as HTML: the law's sentence first, then what is asked of it, then how it is read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from thidua import nodes as n
from thidua.clauses import Clause, Criteria
from thidua.interpreters.describe import describe, shown
from thidua.interpreters.history import history
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.parts import definitions, folded, heading, listed, say
from thidua.interpreters.wording import TO_COUNSEL, capital
from thidua.movements import Plan
from thidua.nodes import Node, Predicate, Reading
from thidua.provisions import Provision
from thidua.walks import facts_of, readings_of


def plan_shown(plan: Plan, language: str) -> Markup:
    """A plan: its title, what it asks of each kind of subject, its readings, and what was amended."""
    counted = len(plan.clauses)
    groups = [
        folded(
            group.heading.text if language == "vi" else group.heading.en,
            *(_sentence(clause, language) for clause in group.clauses),
            class_="item",
        )
        for group in plan.criteria
    ]
    first, last = plan.period.first.year, plan.period.last.year
    told = definitions(
        [
            (say(language, "Ban hành", "Issued by"), plan.issuer.in_(language)),
            (say(language, "Giai đoạn", "Period"), f"{first}–{last}"),
            (say(language, "Tiêu chí", "Clauses"), str(counted)),
            (say(language, "Mã", "Id"), tag("code", plan.id)),
        ]
    )
    amended = folded(say(language, "Sửa đổi, bổ sung", "Amendments"), tag("pre", history(plan, language)))
    return joined(
        heading(3, plan.title.in_(language)),
        told,
        *groups,
        _readings(plan.readings, language),
        amended if plan.amendments else None,
    )


def group_shown(group: Criteria[Any], language: str) -> Markup:
    """A group of subjects: whom it addresses, its clauses in order, and how they count together."""
    title = group.heading.text if language == "vi" else group.heading.en
    addressed = None if group.applies_where is None else describe(group.applies_where, language)
    told = definitions(
        [
            (say(language, "Áp dụng khi", "Applies where"), addressed),
            (say(language, "Tính chung", "Together"), describe(group.requires, language)),
        ]
    )
    clauses = (
        joined(_sentence(clause, language), folded(say(language, "Yêu cầu", "Required"), _asked(clause, language)))
        for clause in group.clauses
    )
    return joined(heading(3, title), *clauses, told, _readings(group.rests_on, language))


def clause_of_plan(clause: Clause[Any], language: str) -> Markup:
    """A clause: its sentence, what it requires in words, what it reads, and how it is read."""
    title = joined(f"{clause.id} ", tag("span", f"({clause.citation.in_(language)})", class_="place"))
    other = clause.en if language == "vi" else clause.text
    beside = tag("blockquote", other, lang="en" if language == "vi" else "vi")
    return joined(
        heading(3, title),
        tag("blockquote", clause.text if language == "vi" else clause.en),
        _asked(clause, language),
        folded(say(language, "Bản tiếng Anh", "In Vietnamese, as issued"), beside),
        _slips(clause, language),
        _facts(clause.node, language),
        _readings(clause.rests_on, language),
    )


def predicate_shown(node: Predicate, language: str) -> Markup:
    """A predicate: the sentence it stands for, what it reads, and how it is read."""
    return joined(
        tag("p", capital(describe(node, language))),
        _facts(node, language),
        _readings(readings_of(node), language),
    )


def reading_shown(reading: Reading, language: str) -> Markup:
    """A reading of the law: the question it answers, the options, the one adopted, and why."""
    by = f"{say(language, 'người chọn', 'by')}: {reading.by.in_(language)}"
    acts = None if reading.acts is None else f"{say(language, 'áp dụng ở', 'acts')}: {reading.acts.in_(language)}"
    return joined(
        heading(3, reading.id),
        tag("div", _reading(reading, language)),
        *(tag("p", said, class_="setting") for said in (acts, by) if said),
    )


def provision_shown(provision: Provision, language: str) -> Markup:
    """A line of the plan that is no criterion: its place, its words, and the readings it names."""
    place = tag("span", f"({provision.citation.in_(language)}; {provision.role.value.in_(language)})", class_="place")
    other = provision.en if language == "vi" else provision.text
    beside = tag("blockquote", other, lang="en" if language == "vi" else "vi")
    return joined(
        heading(3, f"{provision.id} ", place),
        tag("blockquote", provision.text if language == "vi" else provision.en),
        folded(say(language, "Bản tiếng Anh", "In Vietnamese, as issued"), beside),
        _slips(provision, language),
        _readings(provision.readings, language),
    )


def _slips(part: Clause[Any] | Provision, language: str) -> Markup | None:
    def issued(words: str) -> Markup:
        return tag("span", words, lang="vi")

    slips = [
        joined("“", issued(s.written), "” → “", issued(s.read), "”: ", say(language, s.why_vi, s.why_en))
        for s in part.sic
    ]
    return folded(say(language, "Lỗi trong văn bản gốc", "Slips of the text"), listed(slips)) if slips else None


def _sentence(clause: Clause[Any], language: str) -> Markup:
    return joined(
        tag("p", tag("strong", clause.id), " ", tag("span", f"({clause.citation.in_(language)})", class_="place")),
        tag("blockquote", clause.text if language == "vi" else clause.en),
    )


def _asked(clause: Clause[Any], language: str) -> Markup:
    node = shown(clause.requires.node)
    asked = [describe(part, language) for part in (node.parts if isinstance(node, n.AllOf) else (node,))]
    where = None if clause.applies_where is None else describe(clause.applies_where, language)
    told = [
        (say(language, "Áp dụng khi", "Applies where"), where),
        (say(language, "Yêu cầu", "Required"), listed(asked)),
    ]
    return joined(definitions(told))


def _facts(node: Node, language: str) -> Markup | None:
    rows = [
        (capital(what.label.in_(language)), what.proof.in_(language) if what.proof else tag("code", what.name))
        for what in facts_of(node)
    ]
    title = say(language, "Thông tin cần có và giấy tờ thường chứng minh", "What it reads, and what usually proves it")
    return folded(title, definitions(rows)) if rows else None


def _readings(readings: Iterable[Reading], language: str) -> Markup | None:
    told = [(reading.id, _reading(reading, language)) for reading in readings]
    if not told:
        return None
    return folded(say(language, f"Cách hiểu ({len(told)})", f"Readings ({len(told)})"), definitions(told))


def _reading(reading: Reading, language: str) -> Markup:
    adopted = say(language, "được chọn", "adopted")
    options = (
        joined(option.label.in_(language), tag("strong", f" ● {adopted}") if option.id == reading.adopted else None)
        for option in reading.options
    )
    because = f"{say(language, 'vì', 'because')}: {reading.because.in_(language)}"
    flag = TO_COUNSEL.in_(language) if reading.flagged else ""
    return joined(reading.question.in_(language), flag, listed(options), tag("p", because, class_="setting"))
