"""Numbers, days and lists as an officer writes them: “52,5%”, “1.250 hộ”, “20/6/2025”."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from thidua import (
    PLAN,
    Commune,
    Dossier,
    as_html,
    as_text,
    assess,
    checklist,
    compare,
    explain,
    history,
    impact,
    impact_said,
    judgement_sheet,
    needs_text,
    remedies_text,
    request_letter,
    sensitivity,
    sensitivity_said,
    why_text,
)
from thidua.errors import UnknownNameError
from thidua.interpreters.comparing.said import comparison_said
from thidua.interpreters.wording import amount, bounds, capital, in_both, joined, number, tally
from thidua.quantities import DONG, HOUSEHOLDS, POINTS, SHARE, TIMES
from thidua.texts import Text


class TestNumbers:
    """Separators as in each language; at most two decimals, and “about” where they do not say it all."""

    @pytest.mark.parametrize(
        ("value", "vi", "en"),
        [
            (0, "0", "0"),
            (1250, "1.250", "1,250"),
            (1_234_567, "1.234.567", "1,234,567"),
            (-3, "-3", "-3"),
            (Fraction(105, 2), "52,5", "52.5"),
            (Fraction(1783, 100), "17,83", "17.83"),
            (Fraction(1, 3), "khoảng 0,33", "about 0.33"),
            (Fraction(-1, 3), "khoảng -0,33", "about -0.33"),
            (Fraction(2999, 1000), "khoảng 3", "about 3"),
            (Fraction(1, 20), "0,05", "0.05"),
        ],
    )
    def test_of_each_shape(self, value: Any, vi: str, en: str) -> None:
        assert (number(value), number(value, "en")) == (vi, en)

    @pytest.mark.parametrize(
        ("value", "unit", "vi", "en"),
        [
            (1250, HOUSEHOLDS, "1.250 hộ", "1,250 households"),
            (50_000_000, DONG, "50.000.000 đồng", "50,000,000 đồng"),
            (Fraction(21, 40), SHARE, "52,5%", "52.5%"),
            (Fraction(1, 3), SHARE, "khoảng 33,33%", "about 33.33%"),
            (3, TIMES, "3", "3"),
        ],
    )
    def test_carry_their_unit(self, value: Any, unit: Any, vi: str, en: str) -> None:
        assert (amount(value, unit), amount(value, unit, "en")) == (vi, en)

    @pytest.mark.parametrize(("count", "vi", "en"), [(1, "01", "1"), (12, "12", "12"), (0, "00", "0")])
    def test_small_counts_have_two_digits_in_documents(self, count: int, vi: str, en: str) -> None:
        assert (tally(count), tally(count, "en")) == (vi, en)

    def test_percentage_points_are_hundredths_of_a_share_and_one_stands_in_the_singular(self) -> None:
        assert amount(Fraction(1, 100), POINTS, "en") == "1 percentage point"
        assert amount(Fraction(5, 200), POINTS, "en") == "2.5 percentage points"
        assert amount(Fraction(5, 200), POINTS) == "2,5 điểm phần trăm"


class TestBounds:
    """What a number may be, from both ends."""

    @pytest.mark.parametrize(
        ("low", "high", "unit", "vi", "en"),
        [
            (40, 40, HOUSEHOLDS, "40 hộ", "40 households"),
            (40, None, HOUSEHOLDS, "ít nhất 40 hộ", "at least 40 households"),
            (None, 40, HOUSEHOLDS, "nhiều nhất 40 hộ", "at most 40 households"),
            (3, 5, HOUSEHOLDS, "từ 3 đến 5 hộ", "from 3 to 5 households"),
            (3, 5, TIMES, "từ 3 đến 5", "from 3 to 5"),
            (Fraction(1, 4), Fraction(1, 2), SHARE, "từ 25% đến 50%", "from 25% to 50%"),
            (None, None, HOUSEHOLDS, "chưa biết", "not known"),
            (0, None, HOUSEHOLDS, "chưa biết", "not known"),
            (0, 0, HOUSEHOLDS, "0 hộ", "0 households"),
        ],
    )
    def test_of_each_shape(self, low: Any, high: Any, unit: Any, vi: str, en: str) -> None:
        assert (bounds(low, high, unit), bounds(low, high, unit, "en")) == (vi, en)


class TestSentences:
    """Lists and capitals."""

    @pytest.mark.parametrize(
        ("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")]
    )
    def test_a_list_ends_with_a_conjunction(self, parts: list[str], said: str) -> None:
        assert joined(parts, "và") == said

    def test_a_list_of_clauses_is_parted_by_semicolons(self) -> None:
        assert joined(["a, b", "c", "d"], "hoặc", mark="; ") == "a, b; c hoặc d"

    @pytest.mark.parametrize(("text", "said"), [("đạt", "Đạt"), ("", "")])
    def test_a_sentence_begins_with_a_capital(self, text: str, said: str) -> None:
        assert capital(text) == said

    def test_the_same_thing_is_said_in_both_languages(self) -> None:
        assert in_both(lambda language: number(1250, language)) == Text("1.250", "1,250")


class TestLanguages:
    """There are words in Vietnamese and in English; any other language is refused, and never answered in another."""

    @pytest.mark.parametrize(
        "say",
        [
            explain,
            why_text,
            needs_text,
            remedies_text,
            request_letter,
            lambda a, language: checklist(PLAN, Commune, language),
            lambda a, language: judgement_sheet(PLAN, a.dossier, language, on=a.setting.on),
            lambda a, language: history(PLAN, language),
            lambda a, language: comparison_said(compare(PLAN, PLAN, group="III.2.5"), language),
            lambda a, language: impact_said(impact(PLAN, PLAN, [], on=a.setting.on), language),
            lambda a, language: sensitivity_said(sensitivity(PLAN, [], on=a.setting.on, readings=[]), language),
            as_html,
            as_text,
        ],
    )
    def test_another_is_refused(self, say: Callable[[Any, str], object]) -> None:
        assessment = assess(PLAN, Dossier(Commune("VD-01", "Xã Ví Dụ")), on=date(2025, 12, 31))
        assert say(assessment, "en")
        with pytest.raises(UnknownNameError, match="words in 'vi' and 'en', and none in 'fr'"):
            say(assessment, "fr")
