"""Forms of commendation and the routes to them. Nothing here says who wins."""

from datetime import date

import pytest
from small_plan import FORMS, ROUTES, again

from thidua.awards import Decider
from thidua.texts import Text

CHAIRMAN = Text("Chủ tịch", "the Chairman")


class TestDecider:
    """Who decides a form, in force from a day through another."""

    @pytest.mark.parametrize(
        ("decider", "days"),
        [
            (Decider(CHAIRMAN), (True, True, True)),
            (Decider(CHAIRMAN, since=date(2025, 7, 1)), (False, True, True)),
            (Decider(CHAIRMAN, until=date(2025, 7, 1)), (True, True, False)),
            (Decider(CHAIRMAN, since=date(2025, 7, 1), until=date(2025, 7, 1)), (False, True, False)),
        ],
    )
    def test_holds_through_its_ends(self, decider: Decider, days: tuple[bool, ...]) -> None:
        asked = (date(2025, 6, 30), date(2025, 7, 1), date(2025, 7, 2))

        assert tuple(decider.holds_on(day) for day in asked) == days


@pytest.mark.parametrize("value", [*FORMS, *ROUTES])
def test_forms_and_routes_are_values(value: object) -> None:
    assert again(value) == value
    assert hash(again(value)) == hash(value)
