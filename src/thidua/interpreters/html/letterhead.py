"""The head and foot of an administrative document, after Decree 30/2020/NĐ-CP; what is not given is left blank."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen
from attrs.validators import optional

from thidua.interpreters.html.markup import Markup, tag
from thidua.interpreters.html.parts import say
from thidua.periods import is_day, written
from thidua.texts import nfc

_DOTS = "…………"
_SHORT = "………"


@frozen(kw_only=True)
class Letterhead:
    """Who reports, where and on which day; whatever is left out is a blank to be filled in by hand.

    The number and the signature are always left blank: they are given when the report is issued.

    >>> from datetime import date
    >>> Letterhead(agency="Phòng Nội vụ huyện Ví Dụ", place="Ví Dụ", day=date(2026, 1, 5)).dated("vi")
    'Ví Dụ, ngày 05 tháng 01 năm 2026'
    """

    superior: str = field(default="", converter=nfc)
    agency: str = field(default="", converter=nfc)
    place: str = field(default="", converter=nfc)
    day: date | None = field(default=None, validator=optional(is_day))

    def dated(self, language: str) -> str:
        """The place and the day; days up to the ninth and the first two months with a nought, as the Decree asks."""
        place = self.place or _DOTS
        if self.day is None:
            return say(language, f"{place}, ngày …… tháng …… năm ……", f"{place}, day …… month …… year ……")
        return f"{place}, {say(language, _in_full(self.day), written(self.day, 'en'))}"

    def attached(self, language: str) -> str:
        """What says of an annex which report it goes with; the number is left blank."""
        number = f"{_SHORT}/BC-{_SHORT}"
        if self.day is None:
            return say(language, f"kèm theo Báo cáo số {number} ngày …… tháng …… năm ……", f"with Report No. {number}")
        vi, en = _in_full(self.day), written(self.day, "en")
        return say(language, f"kèm theo Báo cáo số {number} {vi}", f"with Report No. {number} of {en}")


def _in_full(day: date) -> str:
    number, month, year = written(day).split("/")
    return f"ngày {number} tháng {month} năm {year}"


BLANK = Letterhead()


def letterhead(title: str, subtitle: str, head: Letterhead, language: str) -> Markup:
    """The name of the State and its motto, who reports, room for the number, place and day; then the title."""
    superior = head.superior or f"{say(language, 'CƠ QUAN CHỦ QUẢN', 'SUPERIOR AUTHORITY')} {_SHORT}"
    agency = head.agency or f"{say(language, 'CƠ QUAN LẬP BÁO CÁO', 'REPORTING AUTHORITY')} {_SHORT}"
    reporting = tag(
        "div",
        tag("p", superior.upper()),
        tag("p", tag("strong", agency.upper(), class_="rule short")),
        tag("p", say(language, f"Số: {_DOTS}/BC-{_DOTS}", f"No.: {_DOTS}/BC-{_DOTS}")),
    )
    state = say(language, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")
    motto = say(language, "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")
    nation = tag(
        "div",
        tag("p", tag("strong", state)),
        tag("p", tag("strong", motto, class_="rule")),
        tag("p", tag("em", head.dated(language))),
    )
    named = tag("h1", title.upper(), tag("br"), tag("span", subtitle, class_="rule short"))
    return tag("header", tag("div", reporting, nation, class_="letterhead"), named)


def signatures(language: str) -> Markup:
    """Who receives it, and room for the office, the signature, the seal and the name."""
    council = say(language, "Hội đồng Thi đua - Khen thưởng", "Emulation and Commendation Council")
    kept = say(language, "Lưu: VT", "Filed")
    receivers = tag(
        "div",
        tag("p", tag("strong", tag("em", say(language, "Nơi nhận:", "To:")))),
        tag("p", f"- {council} ……;"),
        tag("p", f"- {kept}, {_DOTS}."),
        class_="receivers",
    )
    office = say(language, "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "OFFICE OF THE SIGNATORY")
    named = say(language, "(Chữ ký, dấu, họ và tên)", "(Signature, seal, full name)")
    signed = tag("div", tag("p", tag("strong", office)), tag("p", tag("em", named)), tag("div", class_="room"))
    return tag("footer", tag("div", receivers, signed, class_="signatures"))
