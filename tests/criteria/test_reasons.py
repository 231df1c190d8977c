"""why() and needs() of each of the 19 clauses, and the letters, word for word.

With REWRITE_GOLDEN=1 the words are kept; read them aloud.
"""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from criteria.dossiers import assessed
from criteria.reasons import EXAMPLES, Example
from criteria.supplying import KINDS, supplied
from hypothesis import given
from hypothesis import strategies as st

from thidua import NOT_APPLICABLE, PLAN, Dossier, needs, needs_data, needs_text, request_letter, why, why_data, why_text
from thidua.findings import Assessment
from thidua.verdicts import FINALS

GOLDEN = Path(__file__).parent / "golden_reasons"
LETTERS = ("III.2.1-1", "III.2.2-2", "III.2.4-3", "III.2.6-3")


def example_of(clause: str) -> Example:
    return next(example for example in EXAMPLES if example.clause == clause)


def kept(name: str, said: str) -> str:
    """The golden text of that name, written anew when asked to."""
    file = GOLDEN / name
    if "REWRITE_GOLDEN" in os.environ:
        file.parent.mkdir(exist_ok=True)
        file.write_text(said, encoding="utf-8", newline="\n")
    return file.read_text(encoding="utf-8")


class TestEveryClause:
    """For each of the 19 clauses, one worked example with its reasons and what it needs, in both languages."""

    def test_has_its_example(self) -> None:
        assert [example.clause for example in EXAMPLES] == [clause.id for clause in PLAN.clauses]

    @pytest.mark.parametrize("language", ["vi", "en"])
    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.clause)
    def test_is_said_in_these_words(self, example: Example, language: str) -> None:
        opened = assessed(example.nominee(**example.open))
        failed = assessed(example.nominee(**example.fails))
        met = assessed(example.nominee())
        outside = [] if example.outside is None else [assessed(example.nominee(**example.outside))]
        said = "\n\n".join((
            needs_text(needs_data(opened, of=example.clause), language),
            *(why_text(why_data(each, of=example.clause), language) for each in (opened, failed, met, *outside)),
        ))  # fmt: skip

        assert [each.of(example.clause).id for each in (opened, failed, met)] == ["undetermined", "not_met", "met"]
        assert all(each.of(example.clause) is NOT_APPLICABLE for each in outside)
        assert f"{said}\n" == kept(f"{example.clause}.{language}.txt", f"{said}\n")

    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.clause)
    def test_shows_whom_it_does_not_address_wherever_that_can_be(self, example: Example) -> None:
        nobody = Dossier(example.nominee().subject)

        assert (example.outside is not None) == (NOT_APPLICABLE in assessed(nobody).of(example.clause))

    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.clause)
    def test_is_said_so_that_an_officer_can_sign_it(self, example: Example) -> None:
        said = needs_text(needs_data(assessed(example.nominee(**example.open)), of=example.clause))

        assert unicodedata.is_normalized("NFC", said)
        assert not any(name in said for name in ("_", "None", "((", ";;", " ;"))


class TestLetters:
    """The letter asking the nominee to complete the file, with the list, in proper administrative Vietnamese."""

    @pytest.mark.parametrize("language", ["vi", "en"])
    @pytest.mark.parametrize("clause", LETTERS)
    def test_is_written_in_these_words(self, clause: str, language: str) -> None:
        example = example_of(clause)
        said = request_letter(assessed(example.nominee(**example.open)), language) + "\n"

        assert said == kept(f"letter-{clause}.{language}.txt", said)
        assert all(len(line) <= 92 for line in said.splitlines())


class TestSupplying:
    """Every `needs` set, once supplied in any way, makes the verdict of `assess` definite."""

    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.clause)
    def test_settles_the_example(self, example: Example) -> None:
        settles_in_any_way(example.nominee(**example.open), example.clause)

    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
    def test_settles_an_empty_dossier(self, kind: Any) -> None:
        settles_in_any_way(Dossier(kind("VD-01", "Ví Dụ")), None)

    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
    def test_of_an_empty_dossier_names_places_once(self, kind: Any) -> None:
        answer = needs(assessed(Dossier(kind("VD-01", "Ví Dụ"))))

        assert answer.settles
        assert not answer.capped
        assert [len(set(each)) for each in answer.sets] == [len(each) for each in answer.sets] == [len(answer.sets[0])]


def settles_in_any_way(dossier: Dossier[Any], clause: str | None) -> None:
    before = assessed(dossier)
    needed = needs(before, of=clause).sets

    @given(st.data())
    def settles(data: st.DataObject) -> None:
        for each in needed:
            after = assessed(supplied(before, each, data))
            assert mask_of(after, clause) in FINALS

    settles()


def mask_of(found: Assessment[Any], clause: str | None) -> int:
    return (found.verdict if clause is None else found.of(clause)).mask


class TestWhy:
    """Why a nominee who meets everything meets it, and one who fails fails."""

    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.clause)
    def test_a_clause_that_fails_fails_the_group_alone(self, example: Example) -> None:
        found = assessed(example.nominee(**example.fails))
        answer = why(found)

        assert not answer.capped
        assert found.verdict.id == "not_met"
        assert (example.clause,) in [tuple(p for reason in each[-1:] for p in reason.places) for each in answer.clauses]
