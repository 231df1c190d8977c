"""Numbers are exact and carry their meaning; a float is refused at the door, wherever the door is."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from small_plan import again

from thidua.errors import FloatRefusedError, NotAQuantityError
from thidua.quantities import (
    DONG,
    HOUSEHOLDS,
    PERSONS,
    SHARE,
    YEARS,
    Money,
    Percent,
    Years,
    dong,
    exact,
    number_of,
    percent,
    unit_of,
    whole,
    years,
)


class TestExactness:
    """Everything is exact: int, Fraction, Decimal from text."""

    @pytest.mark.parametrize(
        ("given", "number"),
        [(52, 52), ("52.5", Fraction(105, 2)), (Decimal("0.1"), Fraction(1, 10)), (Fraction(1, 3), Fraction(1, 3))],
    )
    def test_loses_nothing(self, given: Any, number: Any) -> None:
        assert exact(given) == number

    def test_thirty_percent_is_three_tenths(self) -> None:
        assert percent(30) == Percent(Fraction(3, 10))

    def test_a_share_with_decimals_is_written_as_text(self) -> None:
        assert percent("17.83") == Percent(Fraction(1783, 10_000))


class TestFloats:
    """A float came where exactness matters; write the number as text or as an integer."""

    @pytest.mark.parametrize("door", [exact, whole, percent, dong, years, number_of, Percent, Money, Years])
    @pytest.mark.parametrize("given", [52.5, 50.0, float("nan"), True])
    def test_are_refused_at_every_door(self, door: Any, given: object) -> None:
        with pytest.raises(FloatRefusedError, match=repr(given)):
            door(given)

    def test_are_refused_with_the_way_to_write_them(self) -> None:
        with pytest.raises(FloatRefusedError, match=r"write it as text, such as '52.5'"):
            exact(0.5)


class TestWhatIsNoNumber:
    """What is no exact quantity is refused, with what was given."""

    @pytest.mark.parametrize("given", ["nhiều", "4,5", "50%", "1/0", Decimal("NaN"), Decimal("Infinity"), None, [1]])
    def test_is_refused_where_a_number_is_expected(self, given: Any) -> None:
        with pytest.raises(NotAQuantityError, match=r"expected an exact number, such as 7, '52.5' or '100/3', but got"):
            exact(given)

    def test_half_a_dong_is_no_amount(self) -> None:
        with pytest.raises(NotAQuantityError, match="expected a whole number but got Fraction"):
            dong(Fraction(1, 2))

    def test_an_untyped_bound_is_answered_with_the_functions_to_use(self) -> None:
        with pytest.raises(NotAQuantityError, match=r"got '50%' \(str\); use percent\(…\), dong\(…\) or years\(…\)"):
            number_of("50%")


class TestMeaning:
    """A quantity brings its unit; a bare integer takes the unit of what it is compared with."""

    @pytest.mark.parametrize(
        ("value", "number", "unit"),
        [
            (dong(40_000_000), 40_000_000, DONG),
            (percent(50), Fraction(1, 2), SHARE),
            (years(3), 3, YEARS),
            (7, 7, None),
            (Fraction(1, 2), Fraction(1, 2), None),
        ],
    )
    def test_is_kept_beside_the_number(self, value: object, number: object, unit: object) -> None:
        assert number_of(value) == number
        assert unit_of(value) == unit

    def test_units_are_told_apart(self) -> None:
        assert len({DONG, SHARE, HOUSEHOLDS, PERSONS}) == 4

    @pytest.mark.parametrize("value", [dong(5), percent(5), years(5), HOUSEHOLDS])
    def test_is_compared_and_hashed_by_value_also_after_pickling(self, value: object) -> None:
        assert again(value) == value
        assert hash(again(value)) == hash(value)

    def test_five_dong_are_not_five_years(self) -> None:
        assert len({dong(5), years(5), percent(5)}) == 3
