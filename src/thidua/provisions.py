"""Sentences of a plan that are no criteria: its headings, purposes, contents, award forms, organisation."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from thidua.displays import Shown
from thidua.errors import WrongValueError
from thidua.nodes import Reading
from thidua.sources import cite
from thidua.texts import Sic, Text, corrected, nfc


class Role(Enum):
    """What a provision is for."""

    HEADING = Text("đề mục", "heading")
    PREAMBLE = Text("phần mở đầu", "preamble")
    PURPOSE = Text("mục đích", "purpose")
    REQUIREMENT = Text("yêu cầu", "requirement")
    CONTENT = Text("nội dung thi đua", "content of the movement")
    SUBJECTS = Text("đối tượng", "subjects")
    AWARD_FORM = Text("hình thức khen thưởng", "form of commendation")
    REVIEW = Text("sơ kết, tổng kết", "review")
    SPECIAL_CASE = Text("trường hợp đặc biệt", "special case")
    ORGANISATION = Text("tổ chức thực hiện", "organisation")
    CLOSING = Text("phần kết", "closing")


@frozen(cache_hash=True)
class Provision(Shown):
    """One line of the plan, in its own words; `sic` notes its slips, `dash` says whether it opens with a dash."""

    id: str
    role: Role
    text: str = field(converter=nfc)
    en: str = field(converter=nfc)
    dash: bool = False
    sic: tuple[Sic, ...] = ()
    readings: tuple[Reading, ...] = ()

    def __attrs_post_init__(self) -> None:
        check_slips(self.id, self.text, self.sic)

    @property
    def line(self) -> str:
        """The line as published, its dash included."""
        return f"- {self.text}" if self.dash else self.text

    @property
    def corrected(self) -> str:
        """The text as it is read, slips replaced."""
        return corrected(self.text, self.sic)

    @property
    def citation(self) -> Text:
        """Its place, spelt out."""
        return cite(self.id, dash=self.dash)


def check_slips(where: str, text: str, slips: tuple[Sic, ...]) -> None:
    """Every slip stands in the text exactly once; `WrongValueError` otherwise."""
    for slip in slips:
        if text.count(slip.written) != 1:
            msg = (
                f"{where}: the slip {slip.written!r} stands {text.count(slip.written)} times in the text, expected once"
            )
            raise WrongValueError(msg)
