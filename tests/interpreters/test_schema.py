"""schema_of(): what a dossier looks like, exactly as load takes it, and what it says beside every field.

With REWRITE_GOLDEN=1 the schemas shipped in `src/thidua/schemas/` are written anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from copy import deepcopy
from importlib.resources import files
from pathlib import Path
from typing import Any
from unicodedata import is_normalized

import pytest
from attrs import evolve
from dossier_documents import DOCUMENT, JUDGED, OURS, Cooperative, document
from dossier_draws import damaged, dossiers
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from movement import START, Place, plan_for, poor
from schema_draws import DAYS, VALUES, Schema, instances

import thidua
from thidua import PLAN, Dossier, Household, InvalidDocumentError, Paper, dump, load, schema_of
from thidua.dossiers import Dossier as AnyDossier
from thidua.interpreters.schema_values import value_schema
from thidua.movements import Vocabulary
from thidua.nodes import Fact, Kind
from thidua.quantities import PERSONS, SHARE
from thidua.texts import Text

Data = dict[str, Any]
SHIPPED = Path(thidua.__file__).parent / "schemas"
EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples" / "quynh-nhai").glob("*.json"))
SCHEMAS = {words.id: schema_of(OURS, words.subject) for words in OURS.vocabularies}
VALIDATORS = {kind: Draft202012Validator(schema) for kind, schema in SCHEMAS.items()}
KINDS = [words.id for words in PLAN.vocabularies]


def written(value: Any, indent: int = 0, before: int = 0) -> str:
    """JSON as a person would set it: what fits on a line stands on one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + before <= 120 or not isinstance(value, dict | list) or not value:
        return line
    margin = " " * (indent + 2)
    if isinstance(value, list):
        items = [f"{margin}{written(item, indent + 2, indent + 3)}" for item in value]
        return "[\n" + ",\n".join(items) + f"\n{' ' * indent}]"
    keys = [(json.dumps(key, ensure_ascii=False), item) for key, item in value.items()]
    pairs = [f"{margin}{key}: {written(item, indent + 2, indent + 5 + len(key))}" for key, item in keys]
    return "{\n" + ",\n".join(pairs) + f"\n{' ' * indent}}}"


def refusals(given: Any, plan: Any = OURS) -> set[str]:
    """The codes of what load refuses, but for what no schema can tell."""
    try:
        load(plan, given)
    except InvalidDocumentError as error:
        return {problem.code for problem in error.problems} - {"cross_reference"}
    return set()


def walk(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every place below a value, with what stands there."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in steps:
        yield (*at, key), inner
        yield from walk(inner, (*at, key))


def put(given: Any, at: tuple[Any, ...], *value: Any) -> Any:
    """A copy with another value at a place, or without it."""
    copy = deepcopy(given)
    inside = copy
    for step in at[:-1]:
        inside = inside[step]
    if value:
        inside[at[-1]] = value[0]
    else:
        del inside[at[-1]]
    return copy


class TestShipped:
    """The schemas are in the package, one for each kind of subject, and are those of the plan."""

    @pytest.mark.parametrize("kind", KINDS)
    def test_is_the_schema_of_the_plan(self, kind):
        schema = schema_of(PLAN, PLAN.vocabulary(kind).subject)
        text = written(schema) + "\n"
        if "REWRITE_GOLDEN" in os.environ:
            SHIPPED.mkdir(exist_ok=True)
            (SHIPPED / f"dossier.{kind}.json").write_text(text, encoding="utf-8", newline="\n")

        kept = (files("thidua") / "schemas" / f"dossier.{kind}.json").read_text(encoding="utf-8")

        assert json.loads(kept) == schema
        assert kept == text

    def test_there_is_one_for_each_kind_and_no_other(self):
        assert sorted(path.name for path in SHIPPED.glob("dossier.*")) == sorted(
            f"dossier.{kind}.json" for kind in KINDS
        )


class TestForm:
    """JSON Schema 2020-12, closed, with every reference at hand."""

    @pytest.mark.parametrize("kind", SCHEMAS)
    def test_is_a_schema(self, kind):
        assert SCHEMAS[kind]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
        Draft202012Validator.check_schema(SCHEMAS[kind])

    @pytest.mark.parametrize("kind", SCHEMAS)
    def test_is_plain_json_in_nfc(self, kind):
        text = json.dumps(SCHEMAS[kind], ensure_ascii=False)

        assert json.loads(text) == SCHEMAS[kind]
        assert is_normalized("NFC", text)

    def test_is_the_same_each_time(self):
        assert schema_of(PLAN, Household) == schema_of(PLAN, Household)
        assert len({schema["$id"] for schema in SCHEMAS.values()}) == len(SCHEMAS)

    def test_format_and_kind_are_constants(self):
        keys = SCHEMAS["commune"]["properties"]

        assert keys["format"] == {"const": "thidua.dossier/1"}
        assert keys["subject"]["properties"]["kind"] == {"const": "commune"}

    @pytest.mark.parametrize("kind", SCHEMAS)
    def test_every_object_is_closed(self, kind):
        objects = [at for at, value in walk(SCHEMAS[kind]) if isinstance(value, dict) and "properties" in value]

        for at in objects:
            value: Any = SCHEMAS[kind]
            for step in at:
                value = value[step]
            assert value.get("additionalProperties") is False or {"anyOf", "if"} & set(at)

    @pytest.mark.parametrize("kind", SCHEMAS)
    def test_every_reference_is_defined_and_every_definition_used(self, kind):
        used = {value.removeprefix("#/$defs/") for at, value in walk(SCHEMAS[kind]) if at[-1] == "$ref"}

        assert used <= set(SCHEMAS[kind]["$defs"])
        assert set(SCHEMAS[kind]["$defs"]) - used <= {"whole", "survey", "evidence_day"}

    @pytest.mark.parametrize("kind", SCHEMAS)
    def test_every_fact_and_register_of_the_kind_is_there(self, kind):
        words = OURS.vocabulary(kind)
        entries = [f"{shape}.{register.name}" for shape in ("entry", "complete") for register in words.registers]
        told = [item["$ref"].removeprefix("#/$defs/") for item in _proves(SCHEMAS[kind])]

        assert told == [*(f"fact.{fact.name}" for fact in words.facts), *entries]


def _proves(schema: Data) -> list[Data]:
    listed: list[Data] = schema["$defs"]["paper"]["properties"]["proves"]["items"]["oneOf"]
    return listed


class TestAnnotations:
    """What a form shows beside a field, in both languages."""

    @pytest.mark.parametrize("kind", SCHEMAS)
    def test_every_text_is_in_both_languages(self, kind):
        for at, value in walk(SCHEMAS[kind]):
            if isinstance(value, dict) and set(value) & {"vi", "en"}:
                assert set(value) == {"vi", "en"}, at
                assert value["vi"].strip(), at
                assert value["en"].strip(), at

    @pytest.mark.parametrize("kind", SCHEMAS)
    def test_what_is_said_is_a_sentence(self, kind):
        for at, value in walk(SCHEMAS[kind]["$defs"]):
            if at[-1] == "description" and at[-2] == "x-thidua":
                assert value["vi"].endswith((".", "?")), at
                assert value["en"].endswith((".", "?")), at
                assert "  " not in value["vi"] + value["en"], at

    def test_a_count_has_its_unit_its_clause_and_its_proof(self):
        poor = SCHEMAS["commune"]["$defs"]["fact.poor_households"]
        beside, value = poor["x-thidua"], poor["properties"]["value"]

        assert poor["title"] == "số hộ nghèo đa chiều"
        assert poor["description"].startswith(
            "Dùng để xét gạch đầu dòng thứ tư, điểm 2.2, khoản 2, mục III: tổng số hộ nghèo đa chiều và số hộ cận nghèo"
        )
        assert beside["label"]["en"] == "multidimensionally poor households"
        assert beside["lives"] == "at_surveys"
        assert beside["sensitivity"] == "public"
        assert beside["proof"]["vi"].startswith("quyết định phê duyệt kết quả rà soát")
        assert [clause["id"] for clause in beside["asked"]["clauses"]] == ["III.2.2-4"]
        assert beside["asked"]["clauses"][0]["why"]["vi"].endswith("giảm trên 50% so với đầu kỳ")
        assert beside["asked"]["at"]["final-2025"] == ["2021", "2024"]
        assert beside["asked"]["at"]["interim-2023"] == ["2021", "2022"]
        assert value["x-thidua"]["unit"] == {"vi": "hộ", "en": "households"}
        assert value["title"] == "số hộ nghèo đa chiều (hộ)"

    def test_a_judged_word_has_its_question_its_bodies_and_its_scale(self):
        effort = SCHEMAS["commune"]["$defs"]["fact.officials_effort"]

        assert effort["x-thidua"]["question"]["vi"].endswith("ở mức nào?")
        assert [body["id"] for body in effort["x-thidua"]["judges"]] == ["district_council", "district_committee"]
        assert [step["title"] for step in effort["properties"]["judged"]["oneOf"]] == [
            "không hoàn thành",
            "hoàn thành",
            "hoàn thành tốt",
            "hoàn thành xuất sắc",
        ]

    def test_a_yes_or_no_says_what_each_means(self):
        loan = SCHEMAS["household"]["$defs"]["fact.has_policy_loan"]["properties"]["value"]["x-thidua"]

        assert loan["holds"]["vi"] == "hộ có vay vốn Ngân hàng Chính sách xã hội"
        assert loan["fails"]["en"] == "the household has no loan from the Bank for Social Policies"

    def test_a_question_before_an_award_names_the_forms(self):
        pending = SCHEMAS["household"]["$defs"]["fact.discipline_pending"]["x-thidua"]

        assert pending["asked"]["clauses"] == []
        assert "local_commendation" in pending["asked"]["forms"]
        assert "Cần làm rõ trước khi đề nghị: Huân chương Lao động;" in pending["description"]["vi"]

    def test_a_question_of_the_special_case_is_there_too(self):
        helped = SCHEMAS["enterprise"]["$defs"]["fact.helped_the_poor"]["x-thidua"]

        assert helped["asked"]["forms"]

    def test_what_only_another_reading_asks_names_it(self):
        target = SCHEMAS["commune"]["$defs"]["fact.contributions_target"]["x-thidua"]

        assert target["asked"]["clauses"] == []
        assert target["asked"]["under_other_readings"] == [{"id": "III.2.2-3", "readings": ["B-05"]}]
        assert target["description"]["vi"].startswith("Chỉ dùng khi chọn cách hiểu khác ở B-05.")

    def test_what_nobody_asks_is_said_not_to_be_used(self):
        members = SCHEMAS["cooperative"]["$defs"]["fact.members"]["x-thidua"]

        assert members["asked"] == {"clauses": []}
        assert members["description"] == {"vi": "Kế hoạch không dùng đến.", "en": "Not used by the plan."}

    def test_a_register_says_which_clause_needs_it_complete(self):
        defined = SCHEMAS["commune"]["$defs"]

        assert defined["complete.reports"]["x-thidua"]["needed_by"] == ["III.2.2-2"]
        assert defined["complete.contributions"]["x-thidua"]["needed_by"] == []
        assert defined["entry.reports"]["x-thidua"]["dated_by"] == "due_on"
        assert defined["entry.reports"]["properties"]["fields"]["required"] == ["due_on"]
        sent = defined["entry.reports"]["properties"]["fields"]["properties"]["sent_on"]["x-thidua"]
        assert sent["asked"] == {"clauses": ["III.2.2-2"]}

    def test_the_clauses_stand_at_the_top_in_their_own_words(self):
        told = SCHEMAS["commune"]["x-thidua"]

        assert told["plan"] == "quynh-nhai-2021-2025"
        assert [clause["id"] for clause in told["clauses"]] == ["III.2.2", *(f"III.2.2-{n}" for n in range(1, 5))]
        assert told["clauses"][4]["text"]["vi"] == PLAN.item("III.2.2-4").text
        assert [review["id"] for review in told["reviews"]] == ["interim-2023", "final-2025", "special"]

    def test_a_moment_that_no_reading_settles_is_left_open(self):
        plan = plan_for(poor.is_at_least(1))
        open_ = tuple(evolve(each, adopted=None) if each == START else each for each in plan.readings)

        asked, unsettled = (
            schema_of(each, Place)["$defs"]["fact.poor"]["x-thidua"]["asked"]
            for each in (plan, evolve(plan, readings=open_))
        )
        assert asked["at"] == {"interim": ["2022"], "final": ["2024"]}
        assert unsettled == {"clauses": asked["clauses"]}


COUNTED = {"fact": "poor_households", "at": "2021", "value": 60}
JUDGED_SO = {**JUDGED, "fact": "honest", "judged": "YES"}
SAID = {
    "commune": [
        COUNTED,
        {"fact": "area", "since": "2021-01-01", "value": "III"},
        {"fact": "area", "since": "2021-01-01", "until": "2022-01-01", "value": "III"},
        {"fact": "contributions_target", "value": 5},
        {"fact": "contributions_target", "value": {"dong": 5}},
        {"fact": "is_dissolved", "value": True},
        JUDGED,
        {**JUDGED, "dissent": "một ý kiến khác"},
        {"register": "reports", "entry": "1", "fields": {"due_on": "2024-01-01", "sent_on": "DID_NOT_HAPPEN"}},
        {
            "register": "contributions",
            "entry": "1",
            "fields": {"given_on": "2024-01-01", "value": 5, "source": "SOCIETY", "for_poverty_reduction": True},
        },
        {"register": "reports", "complete": 1, "through": "2024-01-01", "by": "Văn phòng xã"},
    ],
    "household": [
        {"fact": "status", "since": "2021-01-01", "value": "POOR"},
        {"fact": "left_poverty_on", "value": "2020-02-29"},
        {"fact": "jobs_created", "value": 2},
    ],
    "cooperative": [
        {"fact": "poverty_rate", "at": "2021", "value": "4.5"},
        {"fact": "poverty_rate", "at": "2021", "value": {"percent": "1/3"}},
        {"fact": "members", "value": 2},
        {"fact": "capital", "value": 2},
        JUDGED_SO,
    ],
}
LENIENT = ("007", "-0")
"""What load takes besides: it also passes over a key whose value is null, where the key may be left out."""


def about(kind: str, *proves: Any) -> Data:
    """A document about a kind of subject with one paper."""
    subject = {"kind": kind, "code": "1", "name": "Ví Dụ"}
    return document({"document": DOCUMENT, "proves": list(proves)}, subject=subject)


def agree(kind: str, given: Data, is_valid: bool, changed: Any) -> None:
    """What is valid loads; what is not does not, but for what load is lenient about."""
    codes = refusals(given)
    if is_valid:
        assert codes == set(), (changed, codes)
    elif changed not in LENIENT and changed is not None:
        try:
            load(OURS, given)
        except InvalidDocumentError:
            return
        pytest.fail(f"{kind}: {changed!r} loads but is not valid")


class TestAgreement:
    """What is valid by the schema loads, and what is not is refused: value by value, at every place."""

    @pytest.mark.parametrize(("kind", "said"), [(kind, said) for kind, listed in SAID.items() for said in listed])
    def test_of_what_a_paper_says(self, kind, said):
        schema = SCHEMAS[kind]
        name = f"fact.{said['fact']}" if "fact" in said else None
        shape = name or ("complete." if "complete" in said else "entry.") + said["register"]
        validator = Draft202012Validator({"$ref": f"#/$defs/{shape}", "$defs": schema["$defs"]})
        assert VALIDATORS[kind].is_valid(about(kind, said))
        for at, _ in walk(said):
            if at not in (("fact",), ("register",)):
                for value in VALUES:
                    changed = put(said, at, value)
                    agree(kind, about(kind, changed), validator.is_valid(changed), value)
            changed = put(said, at)
            agree(kind, about(kind, changed), validator.is_valid(changed), "left out")
        for key in ("zzz", "at", "since", "until", "dissent", "by", "fields", "value", "judged", "entry"):
            if key not in said:
                changed = {**said, key: "2024-01-01"}
                agree(kind, about(kind, changed), validator.is_valid(changed), key)

    PAPERS = (
        {"id": "p", "document": {**DOCUMENT, "title": "Báo cáo"}, "proves": [JUDGED]},
        {"corrects": "p", "proves": []},
        {"id": "q", "corrects": {"title": "Báo cáo", "issued_on": "2025-01-01", "issuer": "UBND xã"}, "proves": []},
    )
    WHOLE = document(*PAPERS, note="ghi chú", extra={"tự do": [1.5]})

    @pytest.mark.parametrize("at", [at for at, _ in walk(WHOLE) if at[:1] != ("extra",)])
    def test_of_the_document_around_it(self, at):
        for value in VALUES:
            changed = put(self.WHOLE, at, value)
            agree("commune", changed, VALIDATORS["commune"].is_valid(changed), value)
        changed = put(self.WHOLE, at)
        agree("commune", changed, VALIDATORS["commune"].is_valid(changed), "left out")

    @pytest.mark.parametrize("at", [(), ("subject",), ("papers", 0), ("papers", 0, "document")])
    def test_of_a_key_that_nobody_knows(self, at):
        changed = put(self.WHOLE, (*at, "zzz"), 1)

        assert not VALIDATORS["commune"].is_valid(changed)
        assert refusals(changed) == {"unknown_field"}

    def test_a_judgement_needs_its_minutes(self):
        given = document({"proves": [COUNTED]}, {"proves": [COUNTED, JUDGED]})

        assert not VALIDATORS["commune"].is_valid(given)
        assert VALIDATORS["commune"].is_valid(document({"proves": [COUNTED]}))
        assert refusals(given) == {"incomplete"}

    @pytest.mark.parametrize("given", [3.0, 1e2, -0.0])
    def test_a_count_given_with_a_point_is_a_count(self, given):
        changed = about("commune", {**COUNTED, "value": given})

        assert VALIDATORS["commune"].is_valid(changed)
        assert load(OURS, changed).papers[0].proves[0].value == int(given)
        assert load(OURS, json.dumps(changed)) == load(OURS, changed)

    @pytest.mark.parametrize(("day", "is_one"), DAYS)
    def test_a_day_is_a_day_of_the_calendar(self, day, is_one):
        validator = Draft202012Validator({"$ref": "#/$defs/day", "$defs": SCHEMAS["commune"]["$defs"]})
        strict = Draft202012Validator(validator.schema, format_checker=FormatChecker(["date"]))

        assert validator.is_valid(day) is is_one
        assert strict.is_valid(day) is is_one

    def test_every_day_of_eight_years_is_one_and_no_other(self):
        validator = Draft202012Validator({"$ref": "#/$defs/day", "$defs": SCHEMAS["commune"]["$defs"]})
        checker = Draft202012Validator({"type": "string", "format": "date"}, format_checker=FormatChecker(["date"]))
        days = [f"{y}-{m:02d}-{d:02d}" for y in (1900, *range(2019, 2026)) for m in range(14) for d in range(33)]

        assert [d for d in days if validator.is_valid(d)] == [d for d in days if checker.is_valid(d)]

    def test_a_fraction_over_a_hundred_is_two_numbers_that_do_not_fit(self):
        given = about("cooperative", {"fact": "poverty_rate", "at": "2021", "value": "301/3"})

        assert VALIDATORS["cooperative"].is_valid(given)
        with pytest.raises(InvalidDocumentError) as error:
            load(OURS, given)
        assert [problem.code for problem in error.value.problems] == ["cross_reference"]

    @pytest.mark.parametrize(
        ("low", "high", "valid", "invalid"),
        [
            (None, 5, [-(10**99), 0, 5], [6, -(10**100)]),
            (2, None, [2, 10**99], [1, 10**100]),
            (2, 4, [2, 3.0, 4], [1, 5]),
        ],
    )
    def test_a_number_keeps_the_bounds_of_its_fact(self, low, high, valid, invalid):
        fact = Fact("Cooperative", "n", Kind.NUMBER, Text("số", "number"), unit=PERSONS, low=low, high=high)
        validator = Draft202012Validator(value_schema(fact))

        assert all(map(validator.is_valid, valid))
        assert not any(map(validator.is_valid, invalid))

    def test_a_change_of_a_share_may_be_negative_and_over_a_hundred(self):
        fact = Fact("Cooperative", "n", Kind.NUMBER, Text("mức tăng", "the rise"), unit=SHARE)
        validator = Draft202012Validator(value_schema(fact))

        assert all(map(validator.is_valid, ["-4.5", "250", "1/3"]))
        assert not any(map(validator.is_valid, ["4,5", "--1", "1/0", 5]))


class TestProperties:
    @given(dossiers())
    def test_whatever_dump_writes_is_valid(self, dossier: AnyDossier[Any]) -> None:
        data = dump(OURS, dossier)

        assert list(VALIDATORS[data["subject"]["kind"]].iter_errors(data)) == []

    @given(st.data(), st.sampled_from(sorted(SCHEMAS)))
    def test_whatever_is_valid_loads_but_for_what_does_not_fit_together(self, data: st.DataObject, kind: str) -> None:
        given = data.draw(instances(Schema(SCHEMAS[kind])))

        assert VALIDATORS[kind].is_valid(given)
        assert refusals(given) == set()
        assert refusals(json.dumps(given)) == set()

    @given(st.data(), dossiers())
    def test_so_does_a_damaged_document_that_is_still_valid(
        self, data: st.DataObject, dossier: AnyDossier[Any]
    ) -> None:
        given = data.draw(damaged(dump(OURS, dossier)))
        kind = type(dossier.subject).__name__.lower()

        if VALIDATORS[kind].is_valid(given):
            assert refusals(given) == set()


class TestExamples:
    @pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
    def test_is_valid_by_its_schema(self, path):
        data = json.loads(path.read_text(encoding="utf-8"))
        validator = Draft202012Validator(schema_of(PLAN, PLAN.vocabulary(data["subject"]["kind"]).subject))

        assert list(validator.iter_errors(data)) == []

    def test_there_are_some_of_every_kind(self):
        kinds = {json.loads(path.read_text(encoding="utf-8"))["subject"]["kind"] for path in EXAMPLES}

        assert kinds == set(KINDS)


class TestOtherPlans:
    """The maker of schemas knows no plan."""

    def test_a_kind_of_another_place_has_a_schema(self):
        schema = schema_of(OURS, Cooperative)

        assert schema["x-thidua"]["clauses"] == schema["x-thidua"]["forms"] == []
        assert schema["$defs"]["fact.poverty_rate"]["properties"]["value"]["x-thidua"]["unit"] == {"vi": "%", "en": "%"}

    def test_a_kind_without_facts_may_have_papers_that_prove_nothing(self):
        words = Vocabulary(Cooperative, "cooperative", Text("hợp tác xã", "cooperative"), ())
        empty = evolve(OURS, vocabularies=(words,), contents=(), routes=())
        dossier = Dossier(Cooperative("1", "HTX Ví Dụ"), (Paper(None),))

        assert Draft202012Validator(schema_of(empty, Cooperative)).is_valid(dump(empty, dossier))
