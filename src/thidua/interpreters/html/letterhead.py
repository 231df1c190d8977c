"""The head and foot of an administrative document, after Decree 30/2020/NĐ-CP; what people fill in is left blank."""

from __future__ import annotations

from thidua.interpreters.html.markup import Markup, tag
from thidua.interpreters.html.parts import say

_DOTS = "…………"
PRINTED = (
    "@page{size:A4;margin:20mm 15mm 20mm 25mm}"
    "body{max-width:52rem}"
    ".thidua{font-family:'Times New Roman','Liberation Serif','Tinos','DejaVu Serif',serif;font-size:1.05rem}"
    ".thidua .letterhead{display:grid;grid-template-columns:2fr 3fr;gap:.2em 1em;text-align:center;font-size:.92em}"
    ".thidua .letterhead p{margin:.1em 0}"
    ".thidua .letterhead .rule{display:inline-block;border-bottom:1px solid;padding-bottom:.15em}"
    ".thidua h1{text-align:center;margin:1.4em 0 .8em}"
    ".thidua .supports{border:1px solid;padding:.5em .8em;margin:.8em 0}"
    ".thidua .nominee{border-top:2px solid #8886;margin-top:1.4em}"
    ".thidua .nominee h3{font-size:1.15em}"
    ".thidua table{width:100%}.thidua th[scope=col]{white-space:nowrap}.thidua td:nth-child(2){min-width:8em}"
    ".thidua .receipt{font-size:.85em}"
    ".thidua .signatures{display:grid;grid-template-columns:1fr 1fr;gap:1em;margin-top:2em;text-align:center}"
    ".thidua .signatures p{margin:.1em 0}.thidua .signatures .room{height:5em}"
    "@media print{.thidua{font-size:12pt}.thidua .letterhead{font-size:10.5pt}"
    ".thidua .letterhead strong{font-size:10pt}"
    ".thidua table{font-size:10pt}.thidua .nominee,.thidua .annex{font-size:10pt;line-height:1.35}"
    ".thidua .part,.thidua .nominee,.thidua .annex{break-before:page;border-top:0;margin-top:0}"
    ".thidua .part+.nominee{break-before:auto}.thidua .nominee p,.thidua .nominee li,.thidua dl{margin:.15em 0}"
    ".thidua .receipt,.thidua .signatures{break-inside:avoid}}"
    "@media(max-width:36rem){.thidua .letterhead,.thidua .signatures{grid-template-columns:minmax(0,1fr)}}"
)
"""The style of a page that is printed on A4: margins within those of the Decree, a page for each nominee."""


def letterhead(title: str, language: str) -> Markup:
    """The name of the State and its motto, room for who reports, number, place and day; then the title."""
    agency = tag(
        "div",
        tag("p", say(language, "CƠ QUAN CHỦ QUẢN", "SUPERIOR AUTHORITY"), f" {_DOTS}"),
        tag(
            "p", tag("strong", say(language, "CƠ QUAN LẬP BÁO CÁO", "REPORTING AUTHORITY"), f" {_DOTS}", class_="rule")
        ),
        tag("p", say(language, f"Số: {_DOTS}/{_DOTS}", f"No.: {_DOTS}/{_DOTS}")),
    )
    state = say(language, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")
    motto = say(language, "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")
    day = say(language, f"{_DOTS}, ngày …… tháng …… năm ……", f"{_DOTS}, day …… month …… year ……")
    nation = tag(
        "div",
        tag("p", tag("strong", state)),
        tag("p", tag("strong", motto, class_="rule")),
        tag("p", tag("em", day)),
    )
    return tag("header", tag("div", agency, nation, class_="letterhead"), tag("h1", title))


def signatures(language: str) -> Markup:
    """Room to sign: who made the report, and who presides over the Council."""
    named = say(language, "(Ký, ghi rõ họ tên)", "(Signature and full name)")
    signers = (
        say(language, "NGƯỜI LẬP BÁO CÁO", "MADE BY"),
        say(language, "Ý KIẾN CỦA HỘI ĐỒNG", "THE COUNCIL'S OPINION"),
    )
    rooms = (
        tag("div", tag("p", tag("strong", who)), tag("p", tag("em", named)), tag("div", class_="room"))
        for who in signers
    )
    return tag("footer", tag("div", *rooms, class_="signatures"))
