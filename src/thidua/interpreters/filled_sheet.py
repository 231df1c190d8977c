"""judgements(): a filled judgement sheet read back as evidence, a paper of its minutes for each part filled in.

What the sheet holds is put in the shape of a dossier and read by the same loader, so that a mistake is told in the same
words; its place is that in the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar, cast

from thidua.bodies import Body, judges_on
from thidua.dossiers import Dossier
from thidua.errors import InvalidDocumentError
from thidua.evidence import Evidence, Judgement, Paper
from thidua.interpreters.arguments import check_case
from thidua.interpreters.loading import load
from thidua.interpreters.loading.refusals import (
    LIST,
    OBJECT,
    TEXT,
    Enough,
    Path,
    Problems,
    Refused,
    clean,
    incomplete,
    is_list,
    is_object,
    misfit,
    unknown,
    wrong_type,
)
from thidua.interpreters.loading.shapes import FORMAT as DOSSIER
from thidua.interpreters.loading.structuring import day_of
from thidua.interpreters.loading.trees import BAD, tree_of
from thidua.interpreters.papers import read_papers
from thidua.interpreters.sheet import FORMAT
from thidua.movements import Plan, Review
from thidua.nodes import Fact, Kind
from thidua.periods import written
from thidua.sources import Document
from thidua.subjects import Subject
from thidua.texts import Text

S = TypeVar("S", bound=Subject)

_KEYS = {
    "sheet": ("format", "plan", "review", "on", "subject", "parts"),
    "subject": ("kind", "code", "name"),
    "part": ("judges", "ended", "judgements", "by", "on", "minutes"),
    "minutes": ("number", "issued_on", "issuer", "title"),
    "word": (
        *("fact", "label", "question", "scale", "clauses", "forms", "to_look_at", "on_file"),
        *("judged", "reason", "dissent"),
    ),
}
_FILLED_IN = ("judged", "reason", "dissent")
_PLACE = re.compile(r"\$\.papers\[(\d+)\](?:\.proves\[(\d+)\])?(?:\.(\w+))?(?:\.(\w+))?")


def judgements(
    plan: Plan, dossier: Dossier[S], filled: str | bytes | Mapping[str, Any], *, source: str = ""
) -> Dossier[S]:
    """The dossier with the judgements of a filled sheet, `thidua.judgements/1`; words left blank are still awaited.

    Raises `InvalidDocumentError` with everything that is wrong with the sheet, each at its place: a level without a
    reason, a part without minutes, a body that may not judge, a sheet about another subject.
    """
    check_case("judgements", plan, dossier)
    problems = Problems()
    tree: Any = BAD
    papers: list[Paper[S]] = []
    try:
        tree = tree_of(filled, problems)
        papers = [] if tree is BAD else list(_Sheet(plan, dossier, problems).papers(tree))
    except Enough:
        papers = []
    if problems:
        raise InvalidDocumentError(problems.told(tree), source)
    return dossier.with_(*papers)


class _Sheet:
    """Reads one sheet; whatever it refuses goes to the problems, and reading goes on."""

    def __init__(self, plan: Plan, dossier: Dossier[Any], problems: Problems) -> None:
        self._plan = plan
        self._subject: Subject = dossier.subject
        self._kind = plan.vocabulary(type(self._subject)).id
        self._problems = problems

    def papers(self, tree: Any) -> Iterator[Paper[Any]]:
        """The papers that the parts filled in make; none of a sheet with problems."""
        given = tree.get("format")
        if isinstance(given, str) and given != FORMAT:
            self._problems.add(("format",), unknown(Text("định dạng", "format"), given, [FORMAT]))
            return
        self._known(tree, "sheet", ())
        self._required(tree, "format", ())
        review = self._addressed(tree)
        told = [(at, self._paper(part, at)) for at, part in self._objects(tree, "parts", "part", ())]
        filled = [(at, *paper) for at, paper in told if paper is not None]
        for at, _, paper in filled:
            self._counts(paper["proves"], review, at)
        loaded = self._loaded([one for one in filled if _whole(one[2])])
        if loaded is not None:
            yield from loaded.papers

    # whom it is about

    def _addressed(self, tree: Any) -> Review | None:
        """The review the sheet was made for, once plan and subject are those of the dossier."""
        plan = self._required(tree, "plan", ())
        if plan is not None and plan != self._plan.id:
            self._problems.add(("plan",), unknown(Text("kế hoạch", "plan"), plan, [self._plan.id]))
        subject = tree.get("subject")
        if self._object(tree, "subject", "subject", ()):
            for key, expected in (("kind", self._kind), ("code", self._subject.code)):
                given = self._required(subject, key, ("subject",))
                if given is not None and given != expected:
                    vi = f"phiếu của đối tượng khác: “{clean(given)}”"
                    en = f"the sheet is about another subject: “{clean(given)}”"
                    self._problems.add(("subject", key), misfit(vi, en, found=clean(given)))
        name = self._required(tree, "review", ())
        reviews = {review.id: review for review in self._plan.reviews}
        if name is not None and name not in reviews:
            self._problems.add(("review",), unknown(Text("kỳ xét", "review"), name, reviews))
        return reviews.get(name or "")

    # what is filled in

    def _paper(self, part: dict[str, Any], at: Path) -> tuple[list[int], dict[str, Any]] | None:
        """The places of the words judged, and the paper they make; nothing where no word is judged."""
        self._object(part, "minutes", "minutes", at, optional=True)
        signed = {key: part[key] for key in ("by", "on") if not _blank(part.get(key))}
        proves: list[dict[str, Any]] = []
        words: list[int] = []
        seen: set[str] = set()
        for here, word in self._objects(part, "judgements", "word", at):
            said = {key: word[key] for key in _FILLED_IN if not _blank(word.get(key))}
            if said and "judged" not in said:
                self._problems.add((*here, "judged"), incomplete("chưa chọn mức đánh giá", "no level is chosen"))
            elif said:
                fact = word.get("fact")
                if isinstance(fact, str) and fact in seen:
                    vi, en = "nội dung này ghi hai lần", "this word is given twice"
                    self._problems.add((*here, "fact"), Refused(Text(vi, en), "duplicate", found=clean(fact)))
                elif isinstance(fact, str):
                    seen.add(fact)
                words.append(int(here[-1]))
                proves.append({**{key: word[key] for key in ("fact",) if key in word}, **said, **signed})
        minutes = part.get("minutes")
        named = minutes if is_object(minutes) else {}
        document = {key: named[key] for key in _KEYS["minutes"] if not _blank(named.get(key))}
        return (words, {"document": document, "proves": proves}) if proves else None

    def _loaded(self, filled: list[tuple[Path, list[int], dict[str, Any]]]) -> Dossier[Any] | None:
        """The papers read by the loader of dossiers; its problems are told at their places in the sheet."""
        subject = {"kind": self._kind, "code": self._subject.code, "name": self._subject.name}
        papers = [paper for _, _, paper in filled]
        try:
            return load(self._plan, {"format": DOSSIER, "subject": subject, "papers": papers})
        except InvalidDocumentError as error:
            told: set[tuple[Path, str]] = set()
            for problem in error.problems:
                at = _at(problem.path, filled)
                if (at, problem.code) not in told:
                    told.add((at, problem.code))
                    said = (problem.found, problem.expected, problem.nearest)
                    refused = Refused(problem.message, problem.code, found=said[0], expected=said[1], near=said[2])
                    self._problems.add(at, refused)
            return None

    def _counts(self, proves: list[dict[str, Any]], review: Review | None, at: Path) -> None:
        """Refuses judgements that would not be read: of a body that may not judge, or of before the review opens."""
        by, on = proves[0].get("by"), proves[0].get("on")
        facts = {fact.name: fact for fact in self._plan.vocabulary(self._kind).facts if fact.kind is Kind.JUDGED}
        judged = [facts[word["fact"]] for word in proves if isinstance(word.get("fact"), str) and word["fact"] in facts]
        if review is None:
            return
        first = review.window.first
        try:
            day = day_of(on)
        except Refused:
            day = None
        sat = day if day is not None and day in review.window else first
        strange = [fact for fact in judged if isinstance(by, str) and not self._may_judge(fact, by, sat, review)]
        if strange:
            self._problems.add(
                (*at, "by"),
                _not_competent(strange[0], str(by), judges_on(strange[0].judges, sat, self._plan.handovers)),
            )
        if day is None:
            return
        if day < first:
            message = Text(
                f"ngày đánh giá {written(day)} trước khi mở kỳ xét, {written(first)}",
                f"judged on {written(day, 'en')}, before the review opens on {written(first, 'en')}",
            )
            refused = Refused(message, "out_of_range", found=day.isoformat(), expected=f"from {first.isoformat()}")
            self._problems.add((*at, "on"), refused)

    def _may_judge(self, fact: Fact, by: str, on: date, review: Review) -> bool:
        """Whether minutes with this name of a body are read: as they are read in any dossier."""
        said: Evidence[Any] = Evidence(fact, fact.options[0].id, judgement=Judgement(by, on, by))
        alone: Dossier[Any] = Dossier(self._subject, (Paper(Document(by, on, by), said),))
        setting = self._plan.setting(on=review.window.last, review=review.id)
        cautions = read_papers(self._plan, alone, setting).cautions
        return all(caution.code != "body_not_named" for caution in cautions)

    # shape

    def _objects(self, data: dict[str, Any], key: str, kind: str, at: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
        """The objects of a list, each with its place; what is none is refused."""
        held = data.get(key)
        if held is BAD:
            return
        if key not in data:
            self._problems.add((*at, key), _missing(key))
        elif not is_list(held):
            self._problems.add((*at, key), wrong_type(held, LIST))
        else:
            for index in range(len(held)):
                if self._object(held, index, kind, (*at, key)):
                    yield (*at, key, index), held[index]

    def _object(self, data: Any, key: str | int, kind: str, at: Path, *, optional: bool = False) -> bool:
        """Whether there is an object of that kind; what else there is goes to the problems."""
        held = data.get(key) if isinstance(key, str) else data[key]
        if is_object(held):
            self._known(held, kind, (*at, key))
            return True
        if isinstance(key, str) and key not in data:
            if not optional:
                self._problems.add((*at, key), _missing(key))
        elif held is not BAD and not (optional and held is None):
            self._problems.add((*at, key), wrong_type(held, OBJECT))
        return False

    def _known(self, data: dict[str, Any], kind: str, at: Path) -> None:
        for key in data:
            if key not in _KEYS[kind]:
                refused = unknown(Text("mục", "key"), key, _KEYS[kind], code="unknown_field")
                self._problems.add((*at, key), refused)

    def _required(self, data: Any, key: str, at: Path) -> str | None:
        held = data.get(key)
        if isinstance(held, str):
            return held
        if held is not BAD:
            self._problems.add((*at, key), _missing(key) if key not in data else wrong_type(held, TEXT))
        return None


def _missing(key: str) -> Refused:
    return incomplete(f"thiếu mục “{key}”", f"the key “{key}” is missing")


def _blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _whole(value: Any) -> bool:
    """Whether nothing in it was refused already: a part with a value that cannot be read is told of once."""
    below: Iterable[object] = ()
    if isinstance(value, dict):
        below = cast(dict[str, object], value).values()
    elif isinstance(value, list):
        below = cast(list[object], value)
    return value is not BAD and all(map(_whole, below))


def _at(path: str, filled: list[tuple[Path, list[int], dict[str, Any]]]) -> Path:
    """The place in the sheet of a place in the dossier made from it."""
    found = _PLACE.match(path)
    if found is None:
        return ()
    part, words, _ = filled[int(found[1])]
    if found[2] is not None and found[3] not in ("by", "on"):
        return (*part, "judgements", words[int(found[2])], *([found[3]] if found[3] else []))
    return (*part, *("minutes" if key == "document" else key for key in found.groups()[2:] if key))


def _not_competent(fact: Fact, by: str, competent: tuple[Body, ...]) -> Refused:
    bodies = [body.label for body in competent or fact.judges]
    message = Text(
        f"“{clean(by)}” không thuộc các cơ quan được đánh giá nội dung này: {'; '.join(body.vi for body in bodies)}",
        f"“{clean(by)}” is none of the bodies that may judge this: {'; '.join(body.en for body in bodies)}",
    )
    return Refused(message, "unknown_name", found=clean(by), expected="; ".join(body.vi for body in bodies))
