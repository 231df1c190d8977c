"""checklist_data(): the papers a nominee's file needs, in the order of the plan, with what is on file of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from thidua.dossiers import Dossier
from thidua.errors import IncompleteError, WrongOwnerError
from thidua.interpreters.amended import amending
from thidua.interpreters.arguments import check_kind, check_plan
from thidua.interpreters.asked import Asked, Place, Use, asked_of, places_of, sentence_of
from thidua.interpreters.assess import assess
from thidua.interpreters.competent import Within, bodies_said, competent, through
from thidua.interpreters.on_file import OnFile, on_file
from thidua.interpreters.schema_values import Data, both
from thidua.interpreters.wording import in_both
from thidua.movements import Plan, Setting
from thidua.nodes import Fact, Kind, Register
from thidua.sources import Document
from thidua.subjects import Subject
from thidua.texts import Text

_OF_THE_REGISTER = ("declaration_void", "register_open")
"""What is lacking of a register as a whole: a declaration that it is complete would tell it."""
_TOO_FEW = Text(
    "các mục đã có chưa đủ để kết luận, sổ cũng chưa khai là đủ",
    "the entries on file do not decide, and the register is not declared complete",
)
_DECLARATION = Text(
    "giấy xác nhận số mục trong sổ đã đủ, từ ngày đầu tiên được tính thành tích đến ngày chốt thành tích",
    "a confirmation of how many entries the register has from the first day that counts through the cut-off day",
)
_WITHOUT = Text("số liệu chưa có văn bản kèm theo", "a value without a document")
_Pair = tuple[Asked, OnFile | None]


def checklist_data(
    plan: Plan,
    kind: type[Subject],
    *,
    dossier: Dossier[Any] | None = None,
    on: date | None = None,
    review: str | None = None,
) -> Data:
    """The checklist as JSON-ready data, in both languages: parts of the plan, documents, and what each tells."""
    check_plan("checklist", plan, kind)
    check_kind("checklist", plan, kind)
    words = plan.vocabulary(kind)
    setting: Setting | None = None if on is None else plan.setting(on=on, review=review)
    pairs: list[_Pair]
    if dossier is None:
        pairs = [(asked, None) for asked in asked_of(plan, kind, on=on, review=review)]
    else:
        pairs = [(held.asked, held) for held in _on_file(plan, kind, dossier, on, review)]
    within = None if setting is None else (plan, setting)
    parts = [_part(item, pairs, within) for item in places_of(plan, kind)]
    subject: Any = dossier and dossier.subject
    return {
        "plan": {"id": plan.id, "title": both(plan.title), "amended_by": [both(act) for act in amending(plan)]},
        "kind": {"id": words.id, "label": both(words.label)},
        "subject": {"code": subject.code, "name": subject.name} if dossier is not None else None,
        "on": setting and setting.on.isoformat(),
        "cut_off": setting and setting.cut_off.isoformat(),
        "review": setting and {"id": setting.review.id, "label": both(setting.review.label)},
        "parts": [part for part in parts if part["documents"]],
        "before_proposing": _before_proposing(plan, pairs, within),
    }


def _on_file(
    plan: Plan, kind: type[Subject], dossier: Dossier[Any], on: date | None, review: str | None
) -> tuple[OnFile, ...]:
    if on is None:
        msg = "checklist() of a dossier needs on=…, the day of assessment"
        raise IncompleteError(msg)
    if type(dossier.subject) is not kind:
        msg = f"checklist() of a {kind.__name__}: the dossier is about a {type(dossier.subject).__name__}"
        raise WrongOwnerError(msg)
    return on_file(assess(plan, dossier, on=on, review=review))


def _part(item: Place, pairs: Sequence[_Pair], within: Within) -> Data:
    told = sentence_of(item)
    wanted = [(asked, held, [use for use in asked.clauses if use.place == item.id]) for asked, held in pairs]
    documents = _documents([(asked, held, uses) for asked, held, uses in wanted if uses], within)
    return {
        "id": item.id,
        "citation": both(told.citation),
        "text": {"vi": told.text, "en": told.en},
        "documents": documents,
    }


def _before_proposing(plan: Plan, pairs: Sequence[_Pair], within: Within) -> list[Data]:
    """What is asked before a form of commendation is proposed, each question with the forms that ask it."""
    asking = {use.place for asked, _ in pairs for use in asked.forms}
    forms = {form.id: both(form.label) for form in plan.forms if form.id in asking}
    documents = _documents([(asked, held, list(asked.forms)) for asked, held in pairs if asked.forms], within)
    for document in documents:
        for item in document["tells"]:
            places = item.pop("places")
            item["forms"] = [{"id": name, "label": label} for name, label in forms.items() if name in places]
            item["every_form"] = len(item["forms"]) == len(forms)
    return documents


def _documents(wanted: Sequence[tuple[Asked, OnFile | None, list[Use]]], within: Within) -> list[Data]:
    """The documents that usually prove what is asked, each once, with everything that is asked of it."""
    told: list[tuple[Text, Data]] = []
    declared: list[tuple[Text, Data]] = []
    for asked, held, uses in wanted:
        declaration = any(use.complete for use in uses)
        told.append((_document(asked.what, within), _item(asked, held, uses, declaration=declaration)))
        if declaration:
            declared.append((_DECLARATION, _declaration(asked, held, uses)))
    found: dict[Text, Data] = {}
    for document, item in (*told, *declared):
        found.setdefault(document, {"document": both(document), "tells": []})["tells"].append(item)
    return list(found.values())


def _document(what: Fact | Register, within: Within) -> Text:
    if isinstance(what, Fact) and what.kind is Kind.JUDGED:
        judges = None if within is None else competent(what, *within)

        def minutes(language: str) -> str:
            vi = language == "vi"
            if judges is not None and judges.ended is not None:
                ended = judges.ended.in_(language)
                return f"biên bản đánh giá ({ended})" if vi else f"minutes of the judgement ({ended})"
            bodies = judges.named(language) if judges else bodies_said([through(b) for b in what.judges], language)
            return f"biên bản đánh giá của {bodies}" if vi else f"minutes of the judgement by {bodies}"

        return in_both(minutes)
    return what.proof or Text(f"giấy tờ về {what.label.vi}", f"a paper about {what.label.en}")


def _item(asked: Asked, held: OnFile | None, uses: list[Use], *, declaration: bool) -> Data:
    what = asked.what
    item: Data = {"register" if isinstance(what, Register) else "fact": what.name, "label": both(what.label)}
    if asked.when is not None:
        item["when"] = both(asked.when.label)
    if asked.survey is not None:
        item["at"] = {"id": asked.survey.id, "label": both(asked.survey.label)}
    if isinstance(what, Fact) and what.kind is Kind.JUDGED and what.proof is not None:
        item["to_look_at"] = both(what.proof)
    fields = dict.fromkeys(fact for use in uses for fact in use.fields)
    if fields:
        item["fields"] = [{"name": fact.name, "label": both(fact.label)} for fact in fields]
    item["places"] = [use.place for use in uses]
    if held is None:
        return item
    if isinstance(what, Register):
        item["entries"] = held.entries
    lacks = [(lack.code, in_both(lack.said)) for lack in held.lacks if lack.code not in _OF_THE_REGISTER]
    if held.lacks and not lacks and not declaration:
        lacks.append((held.lacks[0].code, _TOO_FEW))
    there = bool(held.documents) or (bool(held.declared) and not held.lacks)
    return {**item, **_state(held, uses, held.documents, lacks, there=there)}


def _declaration(asked: Asked, held: OnFile | None, uses: list[Use]) -> Data:
    item: Data = {"register": asked.what.name, "declaration": True, "label": both(asked.what.label)}
    item["places"] = [use.place for use in uses if use.complete]
    if held is None:
        return item
    lacks = [(lack.code, in_both(lack.said)) for lack in held.lacks if lack.code in _OF_THE_REGISTER]
    return {**item, **_state(held, uses, held.declared, lacks, there=bool(held.declared))}


def _state(
    held: OnFile, uses: list[Use], documents: Sequence[Document | None], lacks: list[tuple[str, Text]], *, there: bool
) -> Data:
    """What is on file: ticked when nothing is lacking, or nothing that could still decide."""
    needed = bool(lacks) and any(use.place in held.open_in for use in uses)
    cited = [in_both(document.cite) if document else _WITHOUT for document in documents]
    return {
        "on_file": there and not needed,
        "papers": [both(text) for text in cited],
        "lacks": [{"code": code, "text": both(text)} for code, text in lacks],
        "needed": needed,
    }
