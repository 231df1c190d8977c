"""Text is kept in NFC, in both languages, with its slips noted and never mended."""

from typing import Any
from unicodedata import normalize

import pytest
from attrs.exceptions import FrozenInstanceError
from small_plan import again

from thidua.texts import Sic, Text, corrected, nfc

DECOMPOSED = normalize("NFD", "hộ nghèo")


class TestNormalForm:
    """NFD input equals NFC input."""

    def test_of_a_bare_string(self) -> None:
        assert DECOMPOSED != "hộ nghèo"
        assert nfc(DECOMPOSED) == "hộ nghèo"

    @pytest.mark.parametrize("given", [None, 5, b"VD-01", ["VD-01"]])
    def test_of_what_is_no_text_there_is_none(self, given: Any) -> None:
        with pytest.raises(TypeError, match=r"expected text but got .* \((NoneType|int|bytes|list)\)"):
            nfc(given)

    def test_of_both_languages_of_a_text(self) -> None:
        assert Text(DECOMPOSED, DECOMPOSED) == Text("hộ nghèo", "hộ nghèo")

    def test_of_every_field_of_a_slip(self) -> None:
        slip = Sic(*(DECOMPOSED for _ in range(4)))

        assert slip == Sic("hộ nghèo", "hộ nghèo", "hộ nghèo", "hộ nghèo")


class TestText:
    """The same words in Vietnamese, which rules, and in English beside it."""

    text = Text("hộ", "household")

    def test_is_read_in_either_language(self) -> None:
        assert (self.text.in_("vi"), self.text.in_("en")) == ("hộ", "household")

    def test_is_frozen(self) -> None:
        with pytest.raises(FrozenInstanceError):
            self.text.vi = "x"

    def test_is_compared_and_hashed_by_value_also_after_pickling(self) -> None:
        assert again(self.text) == self.text
        assert len({self.text, again(self.text), Text("hộ", "household")}) == 1


class TestSlips:
    """A slip is noted beside the text, which is never touched."""

    slip = Sic("vươ lên", "vươn lên", "thiếu chữ n", "a missing letter")

    def test_are_replaced_in_the_text_as_it_is_read(self) -> None:
        assert corrected("cùng vươ lên thoát nghèo", (self.slip,)) == "cùng vươn lên thoát nghèo"

    def test_leave_a_text_without_them_as_it_is(self) -> None:
        assert corrected("thoát nghèo", ()) == "thoát nghèo"

    def test_survive_pickling(self) -> None:
        assert again(self.slip) == self.slip
