"""schema_of(): the JSON Schema of the dossier that a kind of subject needs, for validators and for makers of forms.

A document that is valid raises nothing in `load` but problems coded `cross_reference`: two places that do not fit
together, which no schema can tell. What `dump` writes is valid. Everything a form shows beside a field stands under
`x-thidua`, in both languages: the label, the unit, who asks and why, the document that usually proves it.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from thidua.interpreters.arguments import check_kind, check_plan
from thidua.interpreters.loading.shapes import FORMAT
from thidua.interpreters.schema_asking import Asking
from thidua.interpreters.schema_values import Data, both, closed, day_schema, definitions, listed, named, value_schema
from thidua.movements import Plan, Vocabulary
from thidua.nodes import Fact, Kind, Lives, Register
from thidua.subjects import Subject
from thidua.texts import Text

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"$ref": "#/$defs/text"}
_FILLED = {"$ref": "#/$defs/filled"}
_DAY = {"$ref": "#/$defs/day"}


def schema_of(plan: Plan, kind: type[Subject]) -> Data:
    """The schema of `thidua.dossier/1` for one kind of subject, in JSON Schema 2020-12.

    >>> from thidua import PLAN, Commune
    >>> schema_of(PLAN, Commune)["properties"]["subject"]["properties"]["kind"]
    {'const': 'commune'}
    """
    check_plan("schema_of", plan, kind)
    check_kind("schema_of", plan, kind)
    words = plan.vocabulary(kind)
    asking = Asking(plan, words)
    said = {
        **{f"fact.{fact.name}": _fact(fact, asking) for fact in words.facts},
        **{f"entry.{register.name}": _entry(register, asking) for register in words.registers},
        **{f"complete.{register.name}": _complete(register, asking) for register in words.registers},
    }
    surveys = listed((survey.id, survey.label) for survey in plan.surveys)
    return {
        "$schema": DIALECT,
        "$id": f"urn:thidua:dossier:1:{quote(plan.id)}:{quote(words.id)}",
        **named(
            Text(f"Hồ sơ: {words.label.vi}", f"Dossier: {words.label.en}"),
            plan.title,
            plan=plan.id,
            clauses=asking.clauses(),
            forms=asking.forms(),
            reviews=asking.reviews(),
        ),
        **closed(
            {
                "format": {"const": FORMAT},
                "note": {**named(Text("ghi chú, không dùng để xét", "a note, never judged")), **_TEXT},
                "extra": named(Text("dữ liệu khác của phần mềm, không đọc", "other data of an application, not read")),
                "subject": _subject(words),
                "papers": {
                    **named(Text("giấy tờ trong hồ sơ", "the papers on file")),
                    "type": "array",
                    "items": {"$ref": "#/$defs/paper"},
                },
                "succession": {"$ref": "#/$defs/succession"},
            },
            "note",
            "extra",
            "succession",
        ),
        "$defs": {
            "unit": _unit(words),
            "succession": _succession(),
            "paper": _paper(said),
            "document": _document(),
            **said,
            "survey": {**named(Text("kỳ rà soát", "the survey")), **surveys},
            **definitions(),
        },
    }


def _unit(words: Vocabulary) -> Data:
    return closed(
        {
            "subject": _subject(words),
            "papers": {"type": "array", "items": {"$ref": "#/$defs/paper"}},
            "succession": {"$ref": "#/$defs/succession"},
        },
        "succession",
        **named(Text("đơn vị cũ, với giấy tờ về đơn vị ấy", "a former unit, with the papers about it")),
    )


def _succession() -> Data:
    return closed(
        {
            "document": {"$ref": "#/$defs/document"},
            "on": {**named(Text("ngày đơn vị mới kế thừa", "the day the successor took over")), **_DAY},
            "units": {
                **named(Text("các đơn vị cũ có hồ sơ", "the former units with a dossier")),
                "type": "array",
                "items": {"$ref": "#/$defs/unit"},
            },
            "missing": {
                **named(Text("mã các đơn vị cũ chưa có hồ sơ", "the codes of former units without a dossier")),
                "type": "array",
                "items": _FILLED,
            },
            "renaming": {
                **named(Text("chỉ đổi tên hoặc đổi mã", "no more than another name or code")),
                "type": "boolean",
            },
        },
        "missing",
        "renaming",
        **named(Text("đơn vị cũ mà đối tượng kế thừa", "the former units the subject took over")),
    )


def _subject(words: Vocabulary) -> Data:
    return closed(
        {
            "kind": {"const": words.id},
            "code": {**named(Text("mã đối tượng", "the code of the subject")), **_FILLED},
            "name": {**named(Text("tên đối tượng", "the name of the subject")), **_FILLED},
        },
        **named(words.label),
    )


def _paper(said: Iterable[str]) -> Data:
    judgement = {"type": "object", "required": ["judged"]}
    return {
        **closed(
            {
                "id": {
                    **named(
                        Text(
                            "tên của giấy tờ trong tệp này, khi có giấy tờ khác đính chính nó",
                            "a name within this file, where another paper corrects this one",
                        )
                    ),
                    **_FILLED,
                },
                "document": {"$ref": "#/$defs/document"},
                "corrects": {
                    **named(
                        Text(
                            "giấy tờ được đính chính: tên trong tệp này, hoặc văn bản không có trong hồ sơ",
                            "the paper this one corrects: its name within this file, or a document that is not on file",
                        )
                    ),
                    "anyOf": [_TEXT, {"$ref": "#/$defs/document"}],
                },
                "proves": {
                    **named(Text("những gì giấy tờ chứng minh", "what the paper proves")),
                    "type": "array",
                    "items": {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in said]},
                },
            },
            "id",
            "document",
            "corrects",
            **named(Text("giấy tờ", "a paper")),
        ),
        "if": {"properties": {"proves": {"contains": judgement}}},
        "then": {"required": ["document"]},
    }


def _document() -> Data:
    filled = [{"properties": {name: _FILLED}, "required": [name]} for name in ("number", "title")]
    return {
        **closed(
            {
                "number": {**named(Text("số, ký hiệu", "its number")), **_TEXT},
                "issued_on": {**named(Text("ngày ban hành", "the day it was issued")), **_DAY},
                "issuer": {**named(Text("cơ quan ban hành", "who issued it")), **_FILLED},
                "title": {**named(Text("tên loại và trích yếu", "its kind and title")), **_TEXT},
            },
            "number",
            "title",
            **named(Text("văn bản", "a document"), Text("Có số hoặc có tên.", "It has a number or a title.")),
        ),
        "anyOf": filled,
    }


def _fact(fact: Fact, asking: Asking) -> Data:
    value = {**value_schema(fact), **named(_value_label(fact), **_value_words(fact))}
    told = asking.told(fact)
    keys: Data = {"fact": {"const": fact.name}}
    match fact.lives:
        case _ if fact.kind is Kind.JUDGED:
            return closed(
                {
                    **keys,
                    "judged": value,
                    "by": {**named(Text("cơ quan đánh giá", "the body that judges")), **_FILLED},
                    "on": {**named(Text("ngày đánh giá", "the day of the judgement")), **_DAY},
                    "reason": {**named(Text("lý do", "the reason")), **_FILLED},
                    "dissent": {**named(Text("ý kiến khác", "dissent")), **_TEXT},
                },
                "dissent",
                **told,
            )
        case Lives.AT_SURVEYS:
            return closed({**keys, "at": {"$ref": "#/$defs/survey"}, "value": value}, **told)
        case Lives.IN_FORCE:
            since = {**named(Text("có hiệu lực từ ngày", "in force from")), **_DAY}
            until = {**named(Text("hết hiệu lực sau ngày", "in force through")), **_DAY}
            return closed({**keys, "since": since, "until": until, "value": value}, "until", **told)
        case _:
            return closed({**keys, "value": value}, **told)


def _value_label(fact: Fact) -> Text:
    if fact.kind is Kind.JUDGED:
        return Text("mức đánh giá", "the level judged")
    unit = fact.unit.label if fact.unit else Text("", "")
    if not unit.vi:
        return fact.label
    return Text(f"{fact.label.vi} ({unit.vi})", f"{fact.label.en} ({unit.en})")


def _value_words(fact: Fact) -> Data:
    said: Data = {"unit": both(fact.unit.label)} if fact.unit else {}
    if fact.holds is not None:
        said["holds"] = both(fact.holds)
    if fact.fails is not None:
        said["fails"] = both(fact.fails)
    return said


def _entry(register: Register, asking: Asking) -> Data:
    fields = {fact.name: _field(fact, register, asking) for fact in register.fields}
    optional = [fact.name for fact in register.fields if fact.name != register.dated_by]
    keys = {
        "register": {"const": register.name},
        "entry": {**named(Text("mã của mục trong sổ", "the key of the entry")), **_FILLED},
        "fields": closed(fields, *optional, **named(Text("nội dung của mục", "what the entry says"))),
    }
    return closed(keys, **asking.told(register))


def _field(fact: Fact, register: Register, asking: Asking) -> Data:
    value = day_schema() if fact.name == register.dated_by else value_schema(fact)
    more = asking.of_field(register, fact)
    if fact.name == register.dated_by:
        more["dates_the_entry"] = True
    return {**value, **named(_value_label(fact), **_value_words(fact), **more)}


def _complete(register: Register, asking: Asking) -> Data:
    label = Text("số mục trong sổ, tính từ ngày đầu tiên được tính thành tích", "how many entries it has that count")
    about = Text(
        "Chỉ đếm các mục từ ngày đầu tiên được tính thành tích; mục có ngày trước đó không đếm.",
        "Only entries from the first day that counts are counted; older ones are not.",
    )
    entries = {**named(label, about), "$ref": "#/$defs/whole"}
    keys = {
        "register": {"const": register.name},
        "complete": entries,
        "through": {**named(Text("đủ đến hết ngày", "complete through")), **_DAY},
        "by": {**named(Text("đơn vị khai đủ", "who declares it complete")), **_FILLED},
    }
    return closed(keys, **asking.declared(register))
