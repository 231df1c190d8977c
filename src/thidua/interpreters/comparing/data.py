"""A comparison as plain JSON-ready data in both languages; the text is rendered from it, stored or fresh."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import partial
from typing import Any, assert_never

from thidua.clauses import Clause, Criteria
from thidua.evidence import Complete, Entry, Evidence, Said
from thidua.findings import Assessment
from thidua.interpreters.comparing.editions import PERIOD
from thidua.interpreters.comparing.results import (
    Change,
    Comparison,
    GroupComparison,
    ItemChange,
    Move,
    Relation,
    Status,
    Witness,
)
from thidua.interpreters.describe import describe
from thidua.interpreters.found import value_said
from thidua.interpreters.loading import dump
from thidua.interpreters.receipts import plan_digest
from thidua.interpreters.wording import in_both, tally
from thidua.movements import Plan
from thidua.nodes import Kind, Reading
from thidua.periods import written
from thidua.provisions import Provision
from thidua.texts import Text
from thidua.verdicts import VERDICTS, WORDS

FORMAT = "thidua.comparison/1"
Data = dict[str, Any]


def comparison_data(comparison: Comparison) -> Data:
    """The comparison as data, format `thidua.comparison/1`; nothing in it needs this library to be read.

    Only what differs is listed of clauses, rules and provisions; of groups, every one at every review compared.
    """
    old, new = comparison.old, comparison.new
    return {
        "format": FORMAT,
        "old": _plan(old),
        "new": _plan(new),
        **_word("relation", comparison.relation()),
        **_word("status", comparison.status()),
        "clauses": [_item(change, old, new) for change in _changed(comparison.clauses)],
        "rules": [_item(change, old, new) for change in _changed(comparison.rules)],
        "provisions": [_item(change, old, new) for change in _changed(comparison.provisions)],
        "readings": [_reading(name, old, new) for name in comparison.readings],
        "schedule": list(comparison.schedule),
        "schedule_labels": [_both(label) for label in schedule_labels(comparison)],
        "awards": list(comparison.awards),
        "awards_labels": [_both(label) for label in award_labels(comparison)],
        "groups": [_group(one, comparison) for one in comparison.groups],
    }


def schedule_labels(comparison: Comparison) -> list[Text]:
    """What the reviews and surveys that differ are called, and the period, in their order."""
    labels = {PERIOD: Text("giai đoạn của kế hoạch", "the period of the plan")}
    for plan in (comparison.old, comparison.new):
        labels |= {survey.id: survey.label for survey in plan.surveys}
        labels |= {review.id: review.label for review in plan.reviews}
    return [labels[name] for name in comparison.schedule]


def award_labels(comparison: Comparison) -> list[Text]:
    """What the forms that differ are called, in their order."""
    labels = {form.id: form.label for plan in (comparison.old, comparison.new) for form in plan.forms}
    return [labels[name] for name in comparison.awards]


def _plan(plan: Plan) -> Data:
    return {"id": plan.id, "title": _both(plan.title), "digest": plan_digest(plan)}


def _both(text: Text) -> Data:
    return {"vi": text.vi, "en": text.en}


def _word(name: str, word: Relation | Status | Change) -> Data:
    return {name: _id(word), f"{name}_label": _both(word.value)}


def _id(word: Enum) -> str:
    return word.name.lower()


def _changed(changes: tuple[ItemChange, ...]) -> Iterator[ItemChange]:
    return (change for change in changes if change.only is not Change.UNCHANGED)


def _item(change: ItemChange, old: Plan, new: Plan) -> Data:
    before = old.item(change.old) if change.old else None
    after = new.item(change.new) if change.new else None
    item = after or before
    data: Data = {
        "old": change.old,
        "new": change.new,
        "citation": _both((item.heading if isinstance(item, Criteria) else item).citation) if item else None,
        "changes": [{"id": _id(one), "label": _both(_change_said(one, change))} for one in change.changes],
        "readings": list(change.readings),
    }
    if {Change.LOGIC, Change.THRESHOLD, Change.READING, Change.ADDED, Change.REPEALED} & set(change.changes):
        data |= {"requires_before": _requires(before), "requires_after": _requires(after)}
    if {Change.TEXT, Change.ADDED, Change.REPEALED} & set(change.changes):
        data |= {"text_before": _text(before), "text_after": _text(after)}
    return data


def _change_said(one: Change, change: ItemChange) -> Text:
    """Text and citation are told apart where nothing else has changed."""
    if change.only is Change.TEXT:
        return Text("chỉ sửa câu chữ", "text only")
    if change.only is Change.CITATION:
        return Text("chỉ sửa dẫn chiếu", "citation only")
    return one.value


def _requires(item: Provision | Criteria[Any] | Clause[Any] | None) -> Data | None:
    if item is None or isinstance(item, Provision):
        return None
    return _both(in_both(lambda language: describe(item.node, language)))


def _text(item: Provision | Criteria[Any] | Clause[Any] | None) -> Data | None:
    if item is None:
        return None
    words = item.heading if isinstance(item, Criteria) else item
    return {"vi": words.text, "en": words.en}


def _reading(name: str, old: Plan, new: Plan) -> Data:
    before, after = (next((one for one in plan.readings if one.id == name), None) for plan in (old, new))
    said = after or before
    return {
        "id": name,
        "question": _both(said.question) if said else None,
        "before": _adopted(before),
        "after": _adopted(after),
    }


def _adopted(reading: Reading | None) -> Data | None:
    if reading is None or reading.adopted is None:
        return None
    return {"option": reading.adopted, "label": _both(reading.option(reading.adopted).label)}


def _group(found: GroupComparison, comparison: Comparison) -> Data:
    old, new = comparison.old, comparison.new
    group = next(one for plan in (new, old) for one in plan.criteria if one.id == found.group)
    review = new.review(found.review, found.on)
    return {
        "group": found.group,
        "heading": {"vi": group.heading.text, "en": group.heading.en},
        "review": {"id": review.id, "label": _both(review.label)},
        "on": found.on.isoformat(),
        **_word("relation", found.relation),
        **_word("status", found.status),
        "reason": _both(found.reason) if found.reason else None,
        "cells": found.cells,
        "examples": found.examples,
        "seed": found.seed,
        "moves": [_move(move) for move in found.moves],
        "asks_for_different_papers": {
            "only_before": [_both(label) for label in found.reads_before],
            "only_after": [_both(label) for label in found.reads_after],
            "open_difference": witness_data(found.open_difference) if found.open_difference else None,
        },
    }


def _move(move: Move) -> Data:
    return {
        "old": move.old,
        "new": move.new,
        "possible": move.possible,
        "witness": witness_data(move.witness) if move.witness else None,
    }


def witness_data(witness: Witness) -> Data:
    """A witness: both verdicts, the clauses that differ, its papers in words, and its dossier as `load` reads it."""
    old, new = dict(witness.before.clauses), dict(witness.after.clauses)
    masks = {name: tuple(side[name].mask if name in side else None for side in (old, new)) for name in {**old, **new}}
    return {
        "old": _verdict(witness.before),
        "new": _verdict(witness.after),
        "clauses": [
            {"id": name, "old": _clause_word(was), "new": _clause_word(now)}
            for name, (was, now) in masks.items()
            if was != now
        ],
        "papers": [
            _both(in_both(partial(said_in_words, said))) for paper in witness.dossier.papers for said in paper.proves
        ],
        "dossier": dump(witness.before.plan, witness.dossier),
        "dossier_after": dump(witness.after.plan, witness.after.dossier),
    }


def _verdict(judged: Assessment[Any]) -> Data:
    verdict = judged.verdict
    return {"verdict": verdict.id, "possible": [final.id for final in verdict], "word": _both(verdict.word_of_group)}


def _clause_word(mask: int | None) -> Data | None:
    return None if mask is None else {"verdict": VERDICTS[mask].id, "word": _both(WORDS[VERDICTS[mask].id])}


def said_in_words(said: Said[Any], language: str = "vi") -> str:
    """What a paper of an example says, in a line."""
    vi = language == "vi"
    match said:
        case Evidence():
            return _evidence(said, language)
        case Entry(register=register, key=key, facts=facts):
            listed = "; ".join(_evidence(one, language) for one in facts)
            return f"{register.label.in_(language)}, {'mục' if vi else 'entry'} {key}: {listed}"
        case Complete(register=register, entries=entries, through=through):
            label, day = register.label.in_(language), written(through, language)
            if vi:
                counted = f"{tally(entries)} mục" if entries else "không có mục nào"
                return f"{label}: khai đủ đến hết ngày {day}, {counted}"
            return f"{label}: declared complete through {day}, entries: {entries}"
        case _:
            assert_never(said)


def _evidence(said: Evidence[Any], language: str) -> str:
    """The place and its value; a yes or no in its own words."""
    value = value_said(said.fact, said.value, language)
    if said.fact.kind is Kind.YES_NO:
        return f"{value}{_days(said, language)}"
    survey = f" ({said.at.label.in_(language)})" if said.at else ""
    return f"{said.fact.label.in_(language)}{survey}{_days(said, language)}: {value}"


def _days(said: Evidence[Any], language: str) -> str:
    """From which day to which, where it was in force for a while and no longer."""
    if said.since is None or said.until is None:
        return ""
    first, last = written(said.since, language), written(said.until, language)
    if language == "vi":
        return f" (ngày {first})" if first == last else f" (từ ngày {first} đến ngày {last})"
    return f" (on {first})" if first == last else f" (from {first} to {last})"
