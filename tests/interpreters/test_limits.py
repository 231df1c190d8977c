"""More than is read is refused, and refusing costs no more than reading: no document is slow."""

from __future__ import annotations

import json
from time import process_time
from typing import Any

import pytest
from dossier_documents import COUNTED, DOCUMENT, caught, document, paper, problems, said

from thidua import PLAN, Commune, Dossier, InvalidDocumentError, judgements, load
from thidua.interpreters.loading import refusals
from thidua.limits import (
    MOST_BYTES,
    MOST_DIGITS,
    MOST_LETTERS,
    MOST_LEVELS,
    MOST_MARKS,
    MOST_PROBLEMS,
    MOST_VALUES,
)

SECONDS = 15
"""Far more than any of these takes, and far less than what is quadratic in a document of this size."""


def empty(**more: Any) -> str:
    return json.dumps(document(**more), ensure_ascii=False)


def circle(of: int) -> list[Any]:
    """Papers of which each corrects the one before it, in rings of so many."""
    return [
        paper(id=str(number), document={**DOCUMENT, "number": str(number)},
              corrects=str(number - 1 if number % of else number + of - 1))
        for number in range(3_000)
    ]  # fmt: skip


def loop(times: int) -> list[Any]:
    held: list[Any] = []
    held.extend([held] * times)
    return held


class TestBytes:
    def test_as_many_as_are_read(self) -> None:
        text = empty()
        full = text + " " * (MOST_BYTES - len(text.encode()))

        assert load(PLAN, full.encode()) == load(PLAN, text)
        assert problems(full.encode() + b" ") == problems(text + " " * MOST_BYTES) == [("too_large", "$", "")]

    def test_the_message_says_how_many(self) -> None:
        (problem,) = caught(b" " * (MOST_BYTES + 1))

        assert problem.message.vi == "tài liệu quá lớn; tối đa 8 MB"
        assert problem.message.en == "the document is too large; at most 8 MB"
        assert problem.expected == "at most 8 MB"


class TestValues:
    def test_as_many_as_are_read(self) -> None:
        extra = [1] * (MOST_VALUES - 20)

        load(PLAN, empty(extra=extra))
        assert problems(empty(extra=extra * 2)) == [("too_large", "$", "")]

    def test_commas_and_brackets_in_a_text_are_none(self) -> None:
        text = ',[{\\",' * (MOST_LETTERS // 6)

        assert load(PLAN, empty(extra=[text] * 40)) == load(PLAN, empty())

    def test_of_data_those_that_are_read(self) -> None:
        load(PLAN, document(extra=[1] * MOST_VALUES))
        assert problems(document(*[5] * MOST_VALUES)) == [("too_large", "$", "")]

    def test_data_that_holds_itself_many_times(self) -> None:
        found = problems(document(note=loop(5)))

        assert [code for code, _, _ in found[1:]] == ["too_deep"] * (MOST_PROBLEMS - 1) + ["too_many"]


class TestTexts:
    def test_as_long_as_are_read(self) -> None:
        load(PLAN, empty(note="x" * MOST_LETTERS))
        assert problems(empty(note="x" * (MOST_LETTERS + 1))) == [("too_large", "$.note", "")]

    def test_with_as_many_marks_on_one_letter_as_are_read(self) -> None:
        marks = "\u0301\u0316" * (MOST_MARKS // 2)

        load(PLAN, empty(note=f"a{marks}b{marks}", extra="!" * (MOST_MARKS + 1)))
        load(PLAN, empty(note="!" * (MOST_MARKS + 1)))
        assert problems(empty(note=f"a{marks}\u0301")) == [("too_large", "$.note", "")]

    @pytest.mark.parametrize("letter", [0, 8, 0x0B, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
    def test_without_what_no_page_can_hold(self, letter: int) -> None:
        (problem,) = caught(document(note=f"a{chr(letter)}b"))

        assert (problem.code, problem.path) == ("not_json", "$.note")
        assert f"U+{letter:04X}" in problem.message.vi
        assert f"U+{letter:04X}" in problem.message.en

    def test_tabs_and_ends_of_lines_are_letters(self) -> None:
        load(PLAN, empty(note="a\tb\r\nc\x85d"))

    def test_a_key_is_a_text_too(self) -> None:
        assert problems(document(**{"a\x00": 1})) == [("not_json", "$", "")]
        assert problems(document(**{"x" * (MOST_LETTERS + 1): 1})) == [("too_large", "$", "")]


class TestDigits:
    def test_as_many_as_are_read(self) -> None:
        load(PLAN, document(paper({**COUNTED, "value": 10**MOST_DIGITS - 1})))
        assert said({**COUNTED, "value": 10**MOST_DIGITS}) == [("too_large", ".value", "")]


class TestLevels:
    def test_the_deepest_is_the_same_in_text_and_data(self) -> None:
        held: Any = 1
        for _ in range(MOST_LEVELS):
            held = [held]

        assert ("too_deep", "$.note" + "[0]" * MOST_LEVELS, "") in problems(document(note=held))
        assert problems(empty(note=held)) == problems(document(note=held))


class TestProblems:
    def test_all_that_are_told_and_that_there_are_more(self) -> None:
        found = problems(document(*[5] * (MOST_PROBLEMS + 1)))

        assert found[0] == ("wrong_type", "$.papers[0]", "")
        assert len(found) == MOST_PROBLEMS + 1
        assert found[-1] == ("too_many", "$", "")

    def test_as_many_as_are_told(self) -> None:
        assert [code for code, _, _ in problems(document(*[5] * MOST_PROBLEMS))] == ["wrong_type"] * MOST_PROBLEMS

    def test_of_a_filled_sheet(self) -> None:
        with pytest.raises(InvalidDocumentError) as error:
            judgements(PLAN, Dossier(Commune("VD-01", "Xã Ví Dụ")), {f"key {n}": 1 for n in range(MOST_PROBLEMS + 5)})

        assert error.value.problems[-1].code == "too_many"

    def test_names_are_guessed_among_a_thousand_only(self) -> None:
        names = [f"rà soát {number}" for number in range(2_000)]

        assert refusals.closest("ra soat 5", names) == ""
        assert refusals.closest("Rà soát 5", names) == "rà soát 5"
        assert len(refusals.unknown(refusals.TEXT, "?", names).expected.split(", ")) == len(names) // 2


class TestSlowness:
    """What would take minutes were anything quadratic, or were all of it told."""

    @pytest.mark.parametrize(
        "given",
        [
            "[" * MOST_BYTES, '{"a":' * (MOST_BYTES // 5), '{"a":[' + "1," * (MOST_BYTES // 3),
            '"' + '\\",' * 2_500_000,
            '{"a":"' + "," * (MOST_BYTES - 10) + '"}', '{"format":' + "9" * (MOST_BYTES - 20) + "}",
            '{"format":1e-' + "9" * (MOST_BYTES - 20) + "}", "{" + '"k":1,' * 40_000 + '"k":2}',
            json.dumps({f"khóa {number}": 1 for number in range(40_000)}),
            document(note=loop(50)), document(*[{}] * 40_000), document(paper(*[{"fact": "area"}] * 20_000)),
            document(paper(*[{"judgd": 1}] * 20_000)),
            document(*[paper(document={**DOCUMENT, "issued_on": "1/1/22"})] * 9_000),
            document(note="", papers=["a" + "\u0301\u0316" * (MOST_LETTERS // 2 - 1)] * 300),
            document(paper({"register": "reports", "entry": "1", "fields": {f"due_o{n}": 1 for n in range(40_000)}})),
            document(*circle(2)), document(*circle(3_000)),
            document(*[paper(id=f"văn bản số {number}", corrects=f"van ban so {number}") for number in range(9_000)]),
        ],
        ids=range(19),
    )  # fmt: skip
    def test_a_document_that_is_refused(self, given: Any) -> None:
        begun = process_time()
        found = caught(given)

        assert process_time() - begun < SECONDS
        assert len(found) <= MOST_PROBLEMS + 1

    def test_a_document_that_is_read(self) -> None:
        chain = [
            paper(id=str(number), document={**DOCUMENT, "number": str(number)}, corrects=str(number - 1))
            for number in range(8_000)
        ]
        del chain[0]["corrects"]
        begun = process_time()

        assert len(load(PLAN, document(*chain)).papers) == len(chain)
        assert process_time() - begun < SECONDS
