"""A comparison of two editions in words: clause by clause, then group by group with whom they differ on."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.interpreters.comparing.data import award_labels, schedule_labels
from thidua.interpreters.comparing.results import Change, Comparison, GroupComparison, ItemChange, Witness
from thidua.interpreters.edition_names import told_apart
from thidua.movements import Plan
from thidua.periods import written
from thidua.texts import Text
from thidua.verdicts import Verdict

MET_NOW = Text("nay đạt, trước không đạt", "met now, not before")
MET_BEFORE = Text("trước đạt, nay không đạt", "met before, not now")
DIFFERENT_PAPERS = Text("hai bản hỏi những giấy tờ khác nhau", "the two editions ask for different papers")


def relation_said(comparison: Comparison, language: str) -> str:
    """The relation over all groups and how surely it is known."""
    return f"{comparison.relation().value.in_(language)} ({comparison.status().value.in_(language)})"


def editions_said(old: Plan, new: Plan, language: str) -> str:
    """From which edition to which, each by its id and the documents that amended it."""
    before, after = told_apart(old.id, new.id, language)
    return f"{_edition(before, old, language)} → {_edition(after, new, language)}"


def _edition(name: str, plan: Plan, language: str) -> str:
    by = "; ".join(dict.fromkeys(made.by.number for made in plan.amendments))
    amended = f"sửa đổi theo {by}" if language == "vi" else f"amended by {by}"
    return f"{name} ({amended})" if by else name


def review_said(plan: Plan, name: str, language: str) -> str:
    """What a review is called, by its id."""
    labels = {review.id: review.label for review in plan.reviews}
    return labels[name].in_(language) if name in labels else name


def group_said(comparison: Comparison, group: GroupComparison, language: str) -> str:
    """Which group, at which review, on which day."""
    review = review_said(comparison.new, group.review, language)
    return f"{group.group}, {review}, {written(group.on, language)}"


def group_relation(group: GroupComparison, language: str) -> str:
    """The relation of one group and how surely it is known."""
    return f"{group.relation.value.in_(language)} ({group.status.value.in_(language)})"


def place(item: ItemChange) -> str:
    """The id of an item, and its old one where that was another."""
    if item.old is None or item.new is None or item.old == item.new:
        return item.new or item.old or ""
    return f"{item.old} → {item.new}"


def changes_said(item: ItemChange, language: str) -> str:
    """What has become of an item, and the readings that bear on it."""
    said = ", ".join(change.value.in_(language) for change in item.changes)
    return f"{said} ({', '.join(item.readings)})" if item.readings else said


def others_changed(comparison: Comparison, language: str) -> Iterator[tuple[str, str]]:
    """What else differs, by name; items and readings by their ids, all else by what it is called."""
    vi = language == "vi"
    rules = [place(each) for each in comparison.rules if each.changes != (Change.UNCHANGED,)]
    provisions = [place(each) for each in comparison.provisions if each.changes != (Change.UNCHANGED,)]
    schedule, awards = (
        [label.in_(language) for label in labels(comparison)] for labels in (schedule_labels, award_labels)
    )
    for name, ids in (
        ("cách tính chung" if vi else "how clauses count together", rules),
        ("điều khoản khác" if vi else "provisions", provisions),
        ("cách hiểu" if vi else "readings", comparison.readings),
        ("giai đoạn, kỳ xét, kỳ rà soát" if vi else "period, reviews and surveys", schedule),
        ("hình thức khen thưởng" if vi else "forms of commendation", awards),
    ):
        if ids:
            yield name, ", ".join(ids)


def details_said(group: GroupComparison, language: str) -> Iterator[str]:
    """Whom the editions differ on, one subject for each way, and what was left open."""
    for witness, head in (*((w, MET_NOW) for w in group.gained), *((w, MET_BEFORE) for w in group.lost)):
        yield f"{head.in_(language)}: {witness_said(witness, language)}"
    if group.asks_for_different_papers:
        yield DIFFERENT_PAPERS.in_(language)
    if group.reason is not None:
        yield group.reason.in_(language)


def witness_said(witness: Witness, language: str) -> str:
    """Who it is, from which word to which, and the papers, as few as can be."""
    papers = len(witness.dossier.papers)
    counted = f"{papers} giấy tờ" if language == "vi" else f"papers: {papers}"
    return f"{witness.dossier.subject.name}, {moved(witness.old, witness.new, language)} ({counted})"


def moved(before: Verdict, after: Verdict, language: str) -> str:
    """From one word on a subject to another."""
    return f"{before.word_of_group.in_(language)} → {after.word_of_group.in_(language)}"
