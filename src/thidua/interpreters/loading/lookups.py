"""Names of a document looked up in the words of a plan; what is unknown is refused with what was meant."""

from __future__ import annotations

from collections.abc import Mapping

from thidua.interpreters.loading.refusals import Refused, closest, folded, unknown
from thidua.movements import Plan, Vocabulary
from thidua.nodes import Fact, Register
from thidua.periods import Survey
from thidua.texts import Text

_KIND = Text("loại đối tượng", "kind of subject")
_FACT = Text("thông tin", "fact")
_REGISTER = Text("sổ", "register")
_FIELD = Text("mục", "field")
_SURVEY = Text("kỳ rà soát", "survey")


def meant(name: str, labels: Mapping[str, Text]) -> str:
    """The id that was meant: by what it is called in either language, or else by its spelling."""
    spoken = {folded(said): id_ for id_, label in labels.items() for said in (label.vi, label.en)}
    return spoken.get(folded(name)) or closest(name, labels)


def _unknown(what: Text, name: str, labels: Mapping[str, Text], code: str = "unknown_name") -> Refused:
    return unknown(what, name, labels, code=code, near=meant(name, labels))


def kind_named(plan: Plan, name: str) -> Vocabulary:
    """The words of a kind of subject."""
    kinds = {words.id: words for words in plan.vocabularies}
    if name not in kinds:
        raise _unknown(_KIND, name, {id_: words.label for id_, words in kinds.items()})
    return kinds[name]


def survey_named(plan: Plan, name: str) -> Survey:
    """A survey of the plan."""
    surveys = {survey.id: survey for survey in plan.surveys}
    if name not in surveys:
        near = next((id_ for id_ in surveys if id_ in name), "")
        raise unknown(_SURVEY, name, surveys, near=near)
    return surveys[name]


def fact_named(plan: Plan, words: Vocabulary, name: str) -> Fact:
    """A fact of a kind of subject."""
    facts = {fact.name: fact for fact in words.facts}
    if name in facts:
        return facts[name]
    if name in [register.name for register in words.registers]:
        vi, en = f"“{name}” là sổ: ghi “register” thay “fact”", f"“{name}” is a register: give it as “register”"
        raise Refused(Text(vi, en), "unknown_name", found=name, expected="register")
    raise _stranger(plan, words, _FACT, name, {id_: fact.label for id_, fact in facts.items()})


def register_named(plan: Plan, words: Vocabulary, name: str) -> Register:
    """A register of a kind of subject."""
    registers = {register.name: register for register in words.registers}
    if name in registers:
        return registers[name]
    if name in [fact.name for fact in words.facts]:
        vi, en = f"“{name}” không phải sổ: ghi “fact” thay “register”", f"“{name}” is no register: give it as “fact”"
        raise Refused(Text(vi, en), "unknown_name", found=name, expected="fact")
    raise _stranger(plan, words, _REGISTER, name, {id_: register.label for id_, register in registers.items()})


def field_named(register: Register, name: str) -> Fact:
    """A field of the entries of a register."""
    fields = {fact.name: fact for fact in register.fields}
    if name not in fields:
        raise _unknown(_FIELD, name, {id_: fact.label for id_, fact in fields.items()}, "unknown_field")
    return fields[name]


def _stranger(plan: Plan, words: Vocabulary, what: Text, name: str, labels: Mapping[str, Text]) -> Refused:
    owners = [other.label for other in plan.vocabularies if name in other.names()]
    if not owners:
        return _unknown(what, name, labels)
    vi, en = (", ".join(owner.in_(language) for owner in owners) for language in ("vi", "en"))
    near = meant(name, labels)
    ask = (f"; có phải là “{near}”?", f"; did you mean “{near}”?") if near else ("", "")
    message = Text(
        f"“{name}” là {what.vi} của {vi}, không phải của {words.label.vi}{ask[0]}",
        f"“{name}” is a {what.en} of another kind of subject ({en}), not of {words.label.en}{ask[1]}",
    )
    return Refused(message, "wrong_owner", found=name, expected=words.id, near=near)
