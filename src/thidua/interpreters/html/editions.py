"""Comparisons, impacts and sensitivities as HTML: what changed in a line, whom it touches in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from thidua.interpreters.comparing.results import Change, Comparison
from thidua.interpreters.comparing.said import comparison_lines
from thidua.interpreters.html.compared import (
    changes_said,
    details_said,
    editions_said,
    group_relation,
    group_said,
    others_changed,
    place,
    relation_said,
    review_said,
)
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.outlined import outlined
from thidua.interpreters.html.parts import definitions, folded, heading, listed, say, table, word
from thidua.interpreters.impact import Effect, Impact, Moved, Outcome, forms_called
from thidua.interpreters.sensitivity import OptionEffect, PairEffect, SensitivityReport
from thidua.periods import written
from thidua.verdicts import Verdict


def comparison_shown(comparison: Comparison, language: str) -> Markup:
    """Two editions: whether the new one is stricter, which clauses changed, and on whom they differ."""
    changed = [(place(e), changes_said(e, language)) for e in comparison.clauses if e.changes != (Change.UNCHANGED,)]
    groups = [
        (
            group_said(comparison, group, language),
            group_relation(group, language),
            joined(listed(details_said(group, language))),
        )
        for group in comparison.groups
    ]
    who = say(language, "Nhóm, kỳ xét", "Group, review"), say(language, "Bản mới", "The new edition")
    return joined(
        heading(
            3,
            f"{editions_said(comparison.old, comparison.new, language)}: {relation_said(comparison, language)}",
        ),
        definitions((*changed, *others_changed(comparison, language))),
        table((*who, say(language, "Ví dụ giả định", "Invented examples")), groups) if groups else None,
        folded(
            say(language, "Đầy đủ: yêu cầu trước và sau, ví dụ giả định", "In full: before, after, invented examples"),
            outlined(comparison_lines(comparison, language), 4),
        ),
    )


def impact_shown(result: Impact, language: str) -> Markup:
    """Who gains and who loses, and under which clause."""
    counts = Counter(effect.outcome for effect in result.effects)
    told = ((outcome.value.in_(language), str(counts[outcome])) for outcome in Outcome if counts[outcome])
    return joined(
        heading(3, editions_said(result.old, result.new, language)),
        tag(
            "p",
            _judged(
                len(result.effects),
                review_said(result.new, result.review, language),
                written(result.on, language),
                language,
            ),
        ),
        definitions(told),
        _effects(result.changed, forms_called(result.old, result.new, language=language), language),
    )


def sensitivity_shown(result: SensitivityReport, language: str) -> Markup:
    """The readings on which something hangs, option by option; then the names of all others."""
    matter, quiet = result.matter, result.quiet
    on, forms = written(result.on, language), forms_called(result.plan, language=language)
    shown = [
        folded(
            joined(tag("strong", effect.reading.id), f" {effect.reading.question.in_(language)}"),
            *(_option(option, forms, language) for option in effect.options if option.effects),
            open_=True,
            class_="item",
        )
        for effect in matter
    ]
    none = say(language, "Không cách hiểu nào có ảnh hưởng.", "No reading matters to them.")
    return joined(
        heading(3, say(language, "Kết luận phụ thuộc cách hiểu nào", "On which readings the verdicts hang")),
        tag("p", _judged(result.dossiers, review_said(result.plan, result.review, language), on, language)),
        *(shown or [tag("p", none)]),
        *(_pair(pair, forms, language) for pair in result.pairs),
        _quiet([effect.reading.id for effect in quiet], language),
    )


def _judged(dossiers: int, review: str, on: str, language: str) -> str:
    vi, en = f"{dossiers} hồ sơ; {review}; ngày xét {on}", f"dossiers: {dossiers}; {review}; assessed on {on}"
    return say(language, vi, en)


def _quiet(names: list[str], language: str) -> Markup | None:
    head = say(language, "Không ảnh hưởng đến các hồ sơ này", "Matter to none of these dossiers")
    return tag("p", f"{head}: {', '.join(names)}", class_="setting") if names else None


def _option(option: OptionEffect, forms: Mapping[str, str], language: str) -> Markup:
    label = f"{say(language, 'nếu', 'if')}: {option.option.label.in_(language)}"
    return joined(tag("p", label), _effects(option.effects, forms, language))


def _pair(pair: PairEffect, forms: Mapping[str, str], language: str) -> Markup:
    ids = " + ".join(reading.id for reading in pair.readings)
    labels = "; ".join(option.label.in_(language) for option in pair.options)
    return folded(f"{ids}: {labels}", _effects(pair.effects, forms, language), open_=True, class_="item")


def _effects(effects: Iterable[Effect], forms: Mapping[str, str], language: str) -> Markup:
    """A line for each subject; the forms of commendation only where they do not just follow from the verdict."""
    head = (
        say(language, "Đối tượng", "Subject"),
        say(language, "Trước", "Before"),
        say(language, "Sau", "After"),
        say(language, "Tiêu chí, hình thức đổi", "Clauses and forms that moved"),
    )
    rows = [
        (
            tag("bdi", f"{effect.subject.name} ({effect.subject.code})"),
            word(effect.before.id, language, effect.before.word_of_group.in_(language)),
            word(effect.after.id, language, effect.after.word_of_group.in_(language)),
            listed(
                joined(forms.get(moved.id, moved.id), " ", tag("span", *_moved(moved, language), class_="moved"))
                for moved in (*effect.clauses, *(effect.awards if effect.before == effect.after else ()))
            )
            or "–",
        )
        for effect in effects
    ]
    return table(head, rows) if rows else tag("p", say(language, "Không có gì thay đổi.", "Nothing moved."))


def _moved(moved: Moved, language: str) -> tuple[str, ...]:
    return _word(moved.before, language), " → ", _word(moved.after, language)


def _word(verdict: Verdict, language: str) -> Markup:
    return word(verdict.id, language)
