"""The shapes of the dossier format, `thidua.dossier/1`. What has been refused stands in them as `BAD`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import frozen

from thidua.interpreters.loading.trees import Bad

FORMAT = "thidua.dossier/1"

Words = str | Bad
Day = date | Bad
Whole = int | Bad


@frozen(kw_only=True)
class RawSubject:
    """Who the dossier is about."""

    kind: Words
    code: Words
    name: Words


@frozen(kw_only=True)
class RawDocument:
    """The document a paper is, or the one it corrects."""

    number: Words | None = None
    issued_on: Day
    issuer: Words
    title: Words | None = None


@frozen(kw_only=True)
class RawValue:
    """The value of a fact."""

    fact: Words
    at: Words | None = None
    since: Day | None = None
    until: Day | None = None
    value: Any


@frozen(kw_only=True)
class RawJudgement:
    """A judgement on a fact."""

    fact: Words
    judged: Any
    by: Words
    on: Day
    reason: Words
    dissent: Words | None = None


@frozen(kw_only=True)
class RawEntry:
    """An entry of a register: its fields by name."""

    register: Words
    entry: Words
    fields: Mapping[str, Any] | Bad


@frozen(kw_only=True)
class RawComplete:
    """The declaration that a register is complete, with how many entries."""

    register: Words
    complete: Whole
    through: Day
    by: Words


RawSaid = RawValue | RawJudgement | RawEntry | RawComplete


@frozen(kw_only=True)
class RawPaper:
    """A paper; `id` is a name within this document, needed only by a paper that corrects it."""

    id: Words | None = None
    document: RawDocument | Bad | None = None
    corrects: str | RawDocument | Bad | None = None
    proves: list[RawSaid | Bad] | Bad


@frozen(kw_only=True)
class RawUnit:
    """A unit that ended, and the papers about it."""

    subject: RawSubject | Bad
    papers: list[RawPaper | Bad] | Bad
    succession: RawSuccession | Bad | None = None


@frozen(kw_only=True)
class RawSuccession:
    """What a subject took over from units that ended; `missing` are the codes of those without a dossier."""

    document: RawDocument | Bad
    on: Day
    units: list[RawUnit | Bad] | Bad
    missing: list[Words] | Bad | None = None
    renaming: bool | Bad | None = None


@frozen(kw_only=True)
class RawDossier:
    """The whole document."""

    format: Words
    note: Words | None = None
    extra: Any = None
    subject: RawSubject | Bad
    papers: list[RawPaper | Bad] | Bad
    succession: RawSuccession | Bad | None = None
