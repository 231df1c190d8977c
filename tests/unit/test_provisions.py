"""Sentences of the plan that are no criteria: in their own words, with their role and their place."""

import pytest
from small_plan import again

from thidua.errors import WrongValueError
from thidua.provisions import Provision, Role
from thidua.texts import Sic

SLIP = Sic("hyện", "huyện", "thiếu chữ u", "a missing letter")
PROVISION = Provision(
    "IV.1-2",
    Role.ORGANISATION,
    "Ủy ban nhân dân hyện chỉ đạo.",
    "The district committee directs.",
    dash=True,
    sic=(SLIP,),
)


class TestProvision:
    """One line of the plan, as published."""

    def test_its_line_opens_with_a_dash_where_the_plan_does(self) -> None:
        assert PROVISION.line == "- Ủy ban nhân dân hyện chỉ đạo."
        assert Provision("IV", Role.HEADING, "IV. TỔ CHỨC", "IV. ORGANISATION").line == "IV. TỔ CHỨC"

    def test_its_slips_are_corrected_beside_the_text(self) -> None:
        assert PROVISION.corrected == "Ủy ban nhân dân huyện chỉ đạo."
        assert PROVISION.text == "Ủy ban nhân dân hyện chỉ đạo."

    def test_its_place_is_spelt_out(self) -> None:
        assert PROVISION.citation.vi == "gạch đầu dòng thứ hai, khoản 1, mục IV"

    @pytest.mark.parametrize(("text", "times"), [("Không có gì", 0), ("hyện hyện", 2)])
    def test_a_slip_stands_in_the_text_exactly_once(self, text: str, times: int) -> None:
        with pytest.raises(
            WrongValueError, match=f"IV.1: the slip 'hyện' stands {times} times in the text, expected once"
        ):
            Provision("IV.1", Role.ORGANISATION, text, "…", sic=(SLIP,))

    def test_is_a_value(self) -> None:
        assert again(PROVISION) == PROVISION
        assert hash(again(PROVISION)) == hash(PROVISION)

    def test_every_role_has_a_name_in_both_languages(self) -> None:
        assert all(role.value.vi and role.value.en for role in Role)
