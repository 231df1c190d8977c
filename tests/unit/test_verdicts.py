"""A verdict is a non-empty set of the finals still possible. Its algebra is among the laws; here are its words."""

from itertools import combinations
from typing import Any

import pytest
from small_plan import again

from thidua.errors import CountOutOfRangeError, NoTruthValueError, WrongValueError
from thidua.verdicts import MET, NOT_APPLICABLE, NOT_MET, OUTSIDE, VERDICTS, WORDS, F, M, N, Verdict, at_least_mask

OPEN = VERDICTS[M | F | N]
CANNOT_FAIL = VERDICTS[M | N]
SETS = tuple(VERDICTS.values())


class TestWords:
    """A singleton is that final; anything larger is the fourth word."""

    @pytest.mark.parametrize(
        ("verdict", "word", "vi", "en"),
        [
            (MET, "met", "đạt", "met"),
            (NOT_MET, "not_met", "không đạt", "not met"),
            (NOT_APPLICABLE, "not_applicable", "không áp dụng", "not applicable"),
            (OPEN, "undetermined", "chưa đủ căn cứ", "undetermined"),
            (CANNOT_FAIL, "undetermined", "chưa đủ căn cứ", "undetermined"),
        ],
    )
    def test_of_each(self, verdict: Verdict, word: str, vi: str, en: str) -> None:
        assert (verdict.id, verdict.word.vi, verdict.word.en) == (word, vi, en)

    def test_there_are_four_and_one_for_the_root_of_a_group(self) -> None:
        assert len({text.vi for text in WORDS.values()}) == 4
        assert OUTSIDE.vi == "không thuộc đối tượng"

    def test_only_a_singleton_is_definite(self) -> None:
        assert [verdict.is_definite for verdict in SETS] == [True, True, False, True, False, False, False]

    def test_the_set_is_kept_and_shown(self) -> None:
        assert repr(CANNOT_FAIL) == "{met, not_applicable}"


class TestAsASet:
    """“Cannot fail any more” is not confused with “anything can happen”."""

    def test_says_whether_a_final_is_still_possible(self) -> None:
        assert MET in CANNOT_FAIL
        assert NOT_MET not in CANNOT_FAIL

    def test_says_whether_a_whole_set_is(self) -> None:
        assert CANNOT_FAIL in OPEN
        assert OPEN not in CANNOT_FAIL

    def test_is_iterated_final_by_final(self) -> None:
        assert list(CANNOT_FAIL) == [MET, NOT_APPLICABLE]
        assert [list(verdict) for verdict in (MET, NOT_MET, NOT_APPLICABLE)] == [[MET], [NOT_MET], [NOT_APPLICABLE]]

    @pytest.mark.parametrize("mask", [0, 8, -1, True, 1.0, "met", {MET}, None])
    def test_holds_some_of_the_three_and_is_never_empty(self, mask: Any) -> None:
        with pytest.raises(
            WrongValueError, match="a set of finals, and not empty: write MET, NOT_MET or NOT_APPLICABLE"
        ):
            Verdict(mask)

    @pytest.mark.parametrize(("one", "other"), list(combinations(SETS, 2)))
    def test_different_sets_differ(self, one: Verdict, other: Verdict) -> None:
        assert one != other

    @pytest.mark.parametrize("verdict", SETS)
    def test_is_compared_and_hashed_by_value_also_after_pickling(self, verdict: Verdict) -> None:
        assert again(verdict) == verdict == Verdict(verdict.mask)
        assert hash(again(verdict)) == hash(verdict)


class TestTruth:
    """`bool()` of a verdict raises and says what to write instead."""

    @pytest.mark.parametrize("verdict", SETS)
    def test_a_verdict_has_none(self, verdict: Verdict) -> None:
        with pytest.raises(NoTruthValueError, match="`verdict == MET`, or ask `MET in verdict`"):
            bool(verdict)

    def test_so_it_cannot_decide_a_branch(self) -> None:
        with pytest.raises(TypeError):
            bool(MET and NOT_MET)

    @pytest.mark.parametrize("k", [0, 4])
    def test_a_count_outside_its_children_means_nothing(self, k: int) -> None:
        with pytest.raises(CountOutOfRangeError, match=f"k={k} of 3 predicates: expected 1 to 3"):
            at_least_mask(k, [M, F, N], "cap")


def test_a_group_does_not_address_whom_a_clause_does_not_apply_to() -> None:
    assert (NOT_APPLICABLE.word.vi, NOT_APPLICABLE.word_of_group.vi) == ("không áp dụng", "không thuộc đối tượng")
    assert all(verdict.word_of_group == verdict.word for verdict in (MET, NOT_MET, VERDICTS[M | N]))
