"""Which judgements are read: those of bodies that may judge, on days of the review, as the plan reads who judges."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Any

from thidua.bodies import Body, may_judge
from thidua.evidence import Evidence, Judgement
from thidua.knowledge import Caution, Source
from thidua.movements import Plan, Setting
from thidua.nodes import Fact
from thidua.periods import written
from thidua.texts import Text


def judgements_read(
    fact: Fact, sources: Sequence[Source], setting: Setting, plan: Plan, cautions: list[Caution]
) -> list[Source]:
    """The judgements of a word that are read for a review, with a caution for each of the others.

    Where nothing is adopted of who judges once a body has ended, a word is taken as judged when it is under every
    option, and then by all that any option reads.
    """
    kept: list[Source] = []
    for source in sources:
        judgement = source.said.judgement
        if judgement is None or not setting.review.window.first <= judgement.on <= setting.on:
            cautions.append(Caution("another_review", fact.label, (source.paper,), _by(source.said), fact))
        else:
            kept.append(source)
    if fact.judges:
        kept = _competent(fact, kept, plan, cautions)
    for source in kept:
        document, judgement = source.paper.document, source.said.judgement
        if document is not None and judgement is not None and document.issued_on < judgement.on:
            cautions.append(Caution("minutes_before_sitting", fact.label, (source.paper,), _by(source.said), fact))
    return kept


def _competent(fact: Fact, sources: Sequence[Source], plan: Plan, cautions: list[Caution]) -> list[Source]:
    """Those of bodies that may judge the word."""
    named = [(source, judgement, _body(plan, judgement)) for source in sources if (judgement := source.said.judgement)]
    under = [
        [source for source, judgement, body in named if may_judge(body, fact.judges, judgement.on, handover)]
        for handover in plan.handovers
    ]
    read = [source for source in sources if any(source in each for each in under)] if all(under) else []
    for source, judgement, body in named:
        outside = body is not None and not body.is_there_on(judgement.on)
        code = "body_not_there" if outside and source in read else "body_not_named"
        if source not in read or outside:
            detail = _by(source.said) if body is None else _named(judgement, body)
            cautions.append(Caution(code, fact.label, (source.paper,), detail, fact))
    return read


def _by(said: Evidence[Any]) -> Text:
    by = said.judgement.by if said.judgement else ""
    return Text(by, by)


def _named(judgement: Judgement, body: Body) -> Text:
    """The name that minutes give, with the day on which the body was no longer there, or not yet."""
    by, day = judgement.by, judgement.on
    if body.until is not None and body.until < day:
        ended = body.until + timedelta(days=1)
        return Text(f"{by}, kết thúc hoạt động từ {written(ended)}", f"{by}, which ended on {written(ended, 'en')}")
    if body.since is not None and day < body.since:
        return Text(f"{by}, có từ {written(body.since)}", f"{by}, there from {written(body.since, 'en')}")
    return Text(by, by)


def _body(plan: Plan, judgement: Judgement) -> Body | None:
    return body_named(judgement.by, bodies_of(plan))


@lru_cache(maxsize=64)
def bodies_of(plan: Plan) -> tuple[Body, ...]:
    """The bodies that minutes may name: those the plan lists, and all that may judge, now or afterwards."""
    judges = (body for words in plan.vocabularies for fact in words.facts for body in fact.judges)
    after = (body for handover in plan.handovers for _, to in handover.to for body in to)
    return tuple(dict.fromkeys((*plan.bodies, *judges, *after)))


@lru_cache(maxsize=1024)
def body_named(by: str, bodies: tuple[Body, ...]) -> Body | None:
    """The body that minutes name: by its id, or by the longest of all known names that theirs begins with.

    “Hội đồng TĐKT” is the district's; “Hội đồng TĐKT xã Ví Dụ” begins with a longer name, and is the commune's.
    """
    given = by.casefold()
    best: tuple[int, Body | None] = (0, None)
    for body in bodies:
        for name in (body.id, body.label.vi, *body.names):
            known_name = name.casefold()
            whole = given.startswith(known_name) and not given[len(known_name) :][:1].isalnum()
            if whole and len(known_name) > best[0]:
                best = (len(known_name), body)
    return best[1]
