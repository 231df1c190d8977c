"""What a document of the right shape means: its names looked up in the plan, its papers put together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar, assert_never

from thidua.dossiers import Dossier, Succession
from thidua.evidence import DID_NOT_HAPPEN, Complete, Entry, Evidence, Judgement, Paper, Said, Value
from thidua.interpreters.loading.corrections import corrected, itself, papers_named, refuse_circles
from thidua.interpreters.loading.lookups import fact_named, field_named, kind_named, register_named, survey_named
from thidua.interpreters.loading.refusals import (
    Path,
    Problems,
    Refused,
    incomplete,
    is_object,
    misfit,
    out_of_place,
    said_of,
    shown,
)
from thidua.interpreters.loading.shapes import (
    RawComplete,
    RawDocument,
    RawDossier,
    RawEntry,
    RawJudgement,
    RawPaper,
    RawSaid,
    RawSubject,
    RawSuccession,
    RawUnit,
    RawValue,
)
from thidua.interpreters.loading.trees import BAD, Bad
from thidua.interpreters.loading.units import units_told_apart
from thidua.interpreters.loading.values import value_of
from thidua.movements import Plan, Vocabulary
from thidua.nodes import Fact, Kind, Lives
from thidua.periods import Survey
from thidua.sources import Document
from thidua.subjects import Subject
from thidua.texts import Text

T = TypeVar("T")

_TIMES = {Lives.AT_SURVEYS: ("at",), Lives.IN_FORCE: ("since", "until")}
"""The keys that say when a value holds; all others hold over the whole period."""
_WHEN = {
    Lives.AT_SURVEYS: Text("tính theo kỳ rà soát: ghi “at”", "is counted by surveys: give “at”"),
    Lives.IN_FORCE: Text(
        "có hiệu lực từ một ngày: ghi “since”, và “until” nếu đã hết hiệu lực",
        "is in force from a day: give “since”, and “until” where it has ended",
    ),
    Lives.OVER_THE_PERIOD: Text("không gắn với ngày hay kỳ rà soát nào", "belongs to no day and no survey"),
}


class Meaning:
    """Reads one document; whatever it refuses goes to the problems, and reading goes on."""

    def __init__(self, plan: Plan, problems: Problems) -> None:
        self.plan = plan
        self.problems = problems

    def dossier(self, raw: RawDossier | RawUnit | Bad) -> Dossier[Any] | None:
        """The dossier, or nothing where there are problems."""
        if isinstance(raw, Bad):
            return None
        words, subject = (None, None) if isinstance(raw.subject, Bad) else self._subject(raw.subject)
        given = [] if isinstance(raw.papers, Bad) else raw.papers
        documents = [
            self._document(paper.document, ("papers", i, "document")) if isinstance(paper, RawPaper) else None
            for i, paper in enumerate(given)
        ]
        corrects = self._corrects(given, documents)
        refuse_circles(documents, corrects, self.problems)
        proofs = [self._proofs(words, paper, ("papers", i)) for i, paper in enumerate(given)]
        succession = self._succession(raw.succession, words)
        if self.problems or subject is None:
            return None
        papers = zip(documents, proofs, corrects, strict=True)
        told = tuple(Paper(document, *proves, corrects=before) for document, proves, before in papers)
        return Dossier(subject, told, succession)

    def _succession(self, raw: RawSuccession | Bad | None, words: Vocabulary | None) -> Succession[Any] | None:
        """What was taken over, each unit read like a document of its own."""
        if raw is None or isinstance(raw, Bad):
            return None
        problems = self.problems.within(("succession",))
        units_told_apart(raw, words, problems)
        given = [] if isinstance(raw.units, Bad) else raw.units
        units = [Meaning(self.plan, problems.within(("units", i))).dossier(unit) for i, unit in enumerate(given)]
        document = self._document(raw.document, ("succession", "document"))
        if self.problems or document is None or isinstance(raw.on, Bad):
            return None
        codes = raw.missing if isinstance(raw.missing, list) else []
        missing = tuple(code for code in codes if isinstance(code, str))
        kept = tuple(unit for unit in units if unit is not None)
        return Succession(document, raw.on, kept, missing, bool(raw.renaming))

    def _tried(self, path: Path, make: Callable[[], T]) -> T | None:
        """What is made, or nothing with one problem more."""
        try:
            return make()
        except Refused as refused:
            self.problems.add(path, refused)
            return None

    def _filled(self, value: str | Bad, path: Path, what: Text) -> str | None:
        """The text, unless it is blank."""
        if isinstance(value, Bad):
            return None
        if not value.strip():
            self.problems.add(path, incomplete(f"{what.vi} để trống", f"{what.en} is empty"))
            return None
        return value

    def _subject(self, raw: RawSubject) -> tuple[Vocabulary | None, Subject | None]:
        words = None if isinstance(raw.kind, Bad) else self._kind(raw.kind)
        code = self._filled(raw.code, ("subject", "code"), Text("mã đối tượng", "the code of the subject"))
        name = self._filled(raw.name, ("subject", "name"), Text("tên đối tượng", "the name of the subject"))
        return words, words.subject(code, name) if words and code and name else None

    def _kind(self, name: str) -> Vocabulary | None:
        """The words of that kind of subject; of the kind that was meant, so that the rest is still looked at."""
        try:
            return kind_named(self.plan, name)
        except Refused as refused:
            self.problems.add(("subject", "kind"), refused)
            return kind_named(self.plan, refused.near) if refused.near else None

    # papers

    def _document(self, raw: RawDocument | Bad | None, path: Path) -> Document | None:
        if raw is None or isinstance(raw, Bad):
            return None
        issuer = self._filled(raw.issuer, (*path, "issuer"), Text("cơ quan ban hành", "the issuer"))
        number, title, issued_on = raw.number or "", raw.title or "", raw.issued_on
        if isinstance(number, str) and isinstance(title, str) and not (number.strip() or title.strip()):
            vi, en = "văn bản phải có số hoặc tên", "a document needs its number or its title"
            self.problems.add((*path, "number"), incomplete(vi, en))
        elif issuer and isinstance(number, str) and isinstance(title, str) and isinstance(issued_on, date):
            return Document(number, issued_on, issuer, title)
        return None

    def _corrects(self, papers: list[RawPaper | Bad], documents: list[Document | None]) -> list[Document | None]:
        """For each paper the document it corrects: one of this dossier, by its local name, or one not on file."""
        named = papers_named(papers, self.problems)
        found: list[Document | None] = []
        for index, paper in enumerate(papers):
            path: Path = ("papers", index, "corrects")
            target = paper.corrects if isinstance(paper, RawPaper) else None
            before: Document | None = None
            if isinstance(target, str):
                name = target
                other = self._tried(path, lambda: corrected(name, index, named, papers))  # noqa: B023  # called at once
                before = None if other is None else documents[other]
            else:
                before = self._document(target, path)
            if before is not None and before == documents[index]:
                self.problems.add(path, itself())
                before = None
            found.append(before)
        return found

    def _proofs(self, words: Vocabulary | None, paper: RawPaper | Bad, path: Path) -> list[Said[Any]]:
        if isinstance(paper, Bad) or isinstance(paper.proves, Bad):
            return []
        said: list[Said[Any] | None] = []
        for index, raw in enumerate(paper.proves):
            here = (*path, "proves", index)
            if isinstance(raw, RawJudgement) and paper.document is None:
                vi = "đánh giá phải có biên bản: ghi “document” cho giấy tờ này"
                en = "a judgement needs its minutes: give this paper its “document”"
                self.problems.add(here, incomplete(vi, en, expected="document"))
            if words is not None and not isinstance(raw, Bad):
                said.append(self._said(words, raw, here))
        return [each for each in said if each is not None]

    def _said(self, words: Vocabulary, raw: RawSaid, path: Path) -> Said[Any] | None:
        match raw:
            case RawValue():
                return self._evidence(words, raw, path)
            case RawJudgement():
                return self._judgement(words, raw, path)
            case RawEntry():
                return self._entry(words, raw, path)
            case RawComplete():
                return self._complete(words, raw, path)
            case _:
                assert_never(raw)

    # what a paper says

    def _fact(self, words: Vocabulary, name: str | Bad, path: Path) -> Fact | None:
        if isinstance(name, Bad):
            return None
        return self._tried((*path, "fact"), lambda: fact_named(self.plan, words, name))

    def _value(self, fact: Fact, raw: Any, path: Path) -> Value | None:
        if raw is BAD or (is_object(raw) and BAD in raw.values()):
            return None
        return self._tried(path, lambda: value_of(fact, raw))

    def _evidence(self, words: Vocabulary, raw: RawValue, path: Path) -> Evidence[Any] | None:
        fact = self._fact(words, raw.fact, path)
        if fact is None:
            return None
        if fact.kind is Kind.JUDGED:
            said = said_of(fact)
            vi = f"{said.vi} phải do cơ quan có thẩm quyền đánh giá: ghi “judged”, “by”, “on”, “reason”"
            en = f"{said.en} is judged by a body: give “judged”, “by”, “on” and “reason”"
            self.problems.add((*path, "value"), out_of_place("value", vi, en, near="judged"))
            return None
        at, since, until = self._when(fact, raw, path)
        value = self._value(fact, raw.value, (*path, "value"))
        return None if value is None else Evidence(fact, value, at, since, until)

    def _when(self, fact: Fact, raw: RawValue, path: Path) -> tuple[Survey | None, date | None, date | None]:
        given = {"at": raw.at, "since": raw.since, "until": raw.until}
        keys = _TIMES.get(fact.lives, ())
        strange = [key for key, value in given.items() if value is not None and key not in keys]
        vi, en = f"{said_of(fact).vi} {_WHEN[fact.lives].vi}", f"{said_of(fact).en} {_WHEN[fact.lives].en}"
        for key in strange:
            self.problems.add((*path, key), out_of_place(key, vi, en, near=keys[0] if keys else ""))
        if strange:
            return None, None, None
        if keys and given[keys[0]] is None:
            self.problems.add((*path, keys[0]), incomplete(vi, en, expected=keys[0]))
        at, since, until = raw.at, raw.since, raw.until
        if isinstance(since, date) and isinstance(until, date) and until < since:
            vi, en = f"ngày hết hiệu lực trước ngày có hiệu lực {since}", f"it ends before it begins, on {since}"
            self.problems.add((*path, "until"), misfit(vi, en, found=str(until)))
            return None, None, None
        survey = self._tried((*path, "at"), lambda: survey_named(self.plan, at)) if isinstance(at, str) else None
        return survey, None if isinstance(since, Bad) else since, None if isinstance(until, Bad) else until

    def _judgement(self, words: Vocabulary, raw: RawJudgement, path: Path) -> Evidence[Any] | None:
        fact = self._fact(words, raw.fact, path)
        by = self._filled(raw.by, (*path, "by"), Text("cơ quan đánh giá", "the body that judges"))
        reason = self._filled(raw.reason, (*path, "reason"), Text("lý do đánh giá", "the reason of the judgement"))
        if fact is None:
            return None
        if fact.kind is not Kind.JUDGED:
            said = said_of(fact)
            vi, en = f"{said.vi} không phải do đánh giá: ghi “value”", f"{said.en} is not judged: give “value”"
            self.problems.add((*path, "judged"), out_of_place("judged", vi, en, near="value"))
            return None
        value = self._value(fact, raw.judged, (*path, "judged"))
        dissent = raw.dissent or ""
        if value is None or by is None or reason is None or isinstance(raw.on, Bad) or isinstance(dissent, Bad):
            return None
        return Evidence(fact, value, judgement=Judgement(by, raw.on, reason, dissent))

    def _entry(self, words: Vocabulary, raw: RawEntry, path: Path) -> Entry[Any] | None:
        name, given = raw.register, raw.fields
        key = self._filled(raw.entry, (*path, "entry"), Text("mã mục trong sổ", "the key of the entry"))
        if isinstance(name, Bad) or isinstance(given, Bad):
            return None
        register = self._tried((*path, "register"), lambda: register_named(self.plan, words, name))
        if register is None:
            return None
        facts: list[Evidence[Any]] = []
        held: dict[str, Value | None] = {}
        for field, value in given.items():
            here = (*path, "fields", field)
            try:
                fact = field_named(register, field)
            except Refused as refused:
                self.problems.add(here, refused)
                held.setdefault(refused.near, None)
                continue
            known = held[field] = self._value(fact, value, here)
            if known is not None:
                facts.append(Evidence(fact, known))
        day = register.dated_by
        if held.get(day, DID_NOT_HAPPEN) is DID_NOT_HAPPEN:
            vi, en = f"mục trong sổ phải có ngày “{day}”", f"an entry needs its day, “{day}”"
            self.problems.add((*path, "fields", day), incomplete(vi, en, expected="YYYY-MM-DD"))
        return Entry(register, key, tuple(facts)) if key and isinstance(held.get(day), date) else None

    def _complete(self, words: Vocabulary, raw: RawComplete, path: Path) -> Complete[Any] | None:
        name, entries = raw.register, raw.complete
        by = self._filled(raw.by, (*path, "by"), Text("đơn vị khai đủ", "who declares the register complete"))
        if isinstance(entries, int) and entries < 0:
            vi, en = f"số mục không thể âm; đã ghi {entries}", f"a number of entries is not negative; got {entries}"
            refused = Refused(Text(vi, en), "out_of_range", found=shown(entries), expected="at least 0")
            self.problems.add((*path, "complete"), refused)
        if isinstance(name, Bad):
            return None
        register = self._tried((*path, "register"), lambda: register_named(self.plan, words, name))
        if register is None or by is None or isinstance(entries, Bad) or entries < 0 or isinstance(raw.through, Bad):
            return None
        return Complete(register, entries, raw.through, by)
