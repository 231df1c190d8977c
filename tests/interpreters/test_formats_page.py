"""The page on formats: its examples are read by the code, and every code of a problem has one."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from thidua import PLAN, Commune, InvalidDocumentError, assess, explanation, limits, load, schema_of
from thidua.errors import CODES
from thidua.interpreters.reasons import REASONS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "formats.md").read_text(encoding="utf-8")
EXAMPLE = PAGE.partition("<!-- example: dossier -->\n```json\n")[2].partition("```")[0]
ROWS = re.findall(r"^\| `(\w+)` \| [^|]+ \| `([^`|]+)` \| `([^`|]+)` \|$", PAGE, flags=re.MULTILINE)


def test_the_example_is_valid_and_loads():
    data = json.loads(EXAMPLE)

    assert list(Draft202012Validator(schema_of(PLAN, Commune)).iter_errors(data)) == []
    assert len(load(PLAN, EXAMPLE).papers) == 4


def test_every_code_has_its_row_in_order_or_is_told_to_have_none():
    told = re.findall(r"`(\w+)`", PAGE.partition("These come of no single change")[2].partition("###")[0])
    rows = [code for code, _, _ in ROWS]

    assert rows == sorted(rows)
    assert sorted([*rows, *told]) == list(CODES)


def test_every_limit_is_told_as_it_is():
    told = re.findall(r"^\|[^|]+\| (\d+(?: \d+)*)(?: MB)? \| `(\w+)` \|$", PAGE, flags=re.MULTILINE)
    told = [(int(most.replace(" ", "")), name) for most, name in told]

    assert [(most * 2**20 if name == "MOST_BYTES" else most, name) for most, name in told] == [
        (getattr(limits, name), name) for _, name in told
    ]
    assert len(told) == 7


@pytest.mark.parametrize(("code", "before", "after"), ROWS, ids=[code for code, _, _ in ROWS])
def test_the_change_brings_the_problem_about(code, before, after):
    assert EXAMPLE.count(before) == 1
    with pytest.raises(InvalidDocumentError) as error:
        load(PLAN, EXAMPLE.replace(before, after))

    assert code in {problem.code for problem in error.value.problems}


def test_every_reason_has_its_row_in_order():
    told = PAGE.partition("The reasons are a closed list:")[2].partition("Within version 1")[0]

    assert re.findall(r"^\| `(\w+)` \| ([^|]+) \|$", told, flags=re.MULTILINE) == [
        (code, text.en) for code, text in REASONS.items()
    ]


def test_every_key_of_an_explanation_is_told():
    told = explanation(assess(PLAN, load(PLAN, EXAMPLE), on=date(2025, 12, 31)), "internal")
    page = PAGE.partition("## An explanation")[2]

    assert [key for key in (*told, *told["receipt"]) if f"`{key}`" not in page and key != "format"] == []


def test_every_schema_is_linked():
    linked = re.findall(r"schemas/dossier\.(\w+)\.json>`", PAGE)

    assert linked == [words.id for words in PLAN.vocabularies]
    assert "src/thidua/schemas/explanation.json>`" in PAGE
