"""Kinds of subject: whom a letter about one is sent to."""

from __future__ import annotations

from typing import Any

import pytest
from small_plan import COMMUNE

from thidua.kinds import Addressee
from thidua.texts import Text
from thidua.vocabulary import agency, commune, enterprise, household, official, village

TO_THE_COMMITTEE = commune.VOCABULARY.addressee


class TestAddressee:
    """Kính gửi: cơ quan hoặc người nhận, không phải tên địa bàn."""

    @pytest.mark.parametrize(
        ("kind", "name", "said"),
        [
            (commune, "Xã Ví Dụ", "Ủy ban nhân dân xã Ví Dụ"),
            (commune, "Thị trấn Ví Dụ", "Ủy ban nhân dân thị trấn Ví Dụ"),
            (village, "Bản Ví Dụ 1", "Ông (bà) Trưởng bản Ví Dụ 1"),
            (village, "Tổ dân phố số 2", "Ông (bà) Trưởng tổ dân phố số 2"),
            (official, "Nguyễn Văn Ví Dụ", "Ông (bà) Nguyễn Văn Ví Dụ"),
            (household, "Hộ Ví Dụ", "Hộ Ví Dụ"),
            (agency, "Phòng Ví Dụ", "Phòng Ví Dụ"),
            (enterprise, "Công ty Ví Dụ", "Công ty Ví Dụ"),
        ],
    )
    def test_is_who_receives_letters(self, kind: Any, name: str, said: str) -> None:
        assert kind.VOCABULARY.addressee.of(name, "vi") == said

    def test_the_noun_before_a_name_is_small_within_a_sentence_and_only_there(self) -> None:
        """Nghị định số 30/2020/NĐ-CP, Phụ lục II: danh từ chung không viết hoa."""
        assert TO_THE_COMMITTEE.within("Xã Ví Dụ", "vi") == "xã Ví Dụ"
        assert TO_THE_COMMITTEE.within("Xãng Ví Dụ", "vi") == "Xãng Ví Dụ"
        assert TO_THE_COMMITTEE.within("Xã Ví Dụ", "en") == "Xã Ví Dụ"

    def test_in_english(self) -> None:
        assert TO_THE_COMMITTEE.of("Xã Ví Dụ", "en") == "the People's Committee of Xã Ví Dụ"

    def test_is_the_name_where_the_kind_says_nothing(self) -> None:
        assert COMMUNE.addressee.of("Xã Mẫu", "vi") == "Xã Mẫu"

    def test_is_no_part_of_what_is_asked(self) -> None:
        """How a letter is addressed changes no plan, and so no digest and no receipt."""
        other = Addressee(Text("Kho bạc {name}", "the Treasury of {name}"))
        same = type(COMMUNE)(
            COMMUNE.subject, COMMUNE.id, COMMUNE.label, COMMUNE.facts, COMMUNE.registers, addressee=other
        )
        assert same == COMMUNE
