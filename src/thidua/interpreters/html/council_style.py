"""The style of the report: on paper A4 with the margins of Decree 30/2020/NĐ-CP, a sheet of its own for each nominee.

Type is 13 points in the report itself, 9 to 10 on the sheets and in the annexes, so that a sheet holds a nominee.
"""

from __future__ import annotations

from collections.abc import Sequence

from thidua.interpreters.html.parts import say

_FOOT = "font:9pt 'Times New Roman','Liberation Serif',serif"
_SCREEN = (
    "body{max-width:56rem}"
    ".thidua{font-family:'Times New Roman','Liberation Serif','Tinos','DejaVu Serif',serif;font-size:1.05rem;"
    "max-width:56rem}"
    ".thidua a{color:LinkText}"
    ".thidua .letterhead{display:grid;grid-template-columns:2fr 3fr;gap:.2em 1em;text-align:center}"
    ".thidua .letterhead p{margin:.1em 0}"
    ".thidua .rule::after{content:'';display:block;border-bottom:1px solid;margin:.2em auto 0}"
    ".thidua .rule{display:inline-block}.thidua .rule.short::after{width:45%}"
    ".thidua h1{text-align:center;margin:1.4em 0 .8em}.thidua h1 .rule{font-size:.85em}"
    ".thidua .supports{border:1px solid;padding:.5em .8em;margin:.8em 0}"
    ".thidua table{width:100%}.thidua th[scope=col]{text-align:center}"
    ".thidua .totals td{text-align:center}.thidua .totals tr>:first-child{width:34%}"
    ".thidua .totals th .word,.thidua .list .word,.thidua div.part .word{white-space:normal}"
    ".thidua.thidua .list tbody th,.thidua.thidua .sheet tbody th{min-width:0}"
    ".thidua .list tr>:nth-child(1){width:7%;text-align:center}.thidua .list tr>:nth-child(2){width:26%}"
    ".thidua .list tr>:nth-child(3){width:15%}.thidua .list tr>:nth-child(5){width:14%}"
    ".thidua .annex>h2,.thidua .attached{text-align:center}"
    ".thidua .list td,.thidua .sheet td,.thidua .letterhead p{overflow-wrap:anywhere}"
    ".thidua .part{margin-top:1.6em}.thidua .annex>dl{grid-template-columns:3.2em minmax(0,1fr)}"
    ".thidua .sheet{border-top:2px solid #8886;margin-top:1.6em;padding-top:.4em}"
    ".thidua .sheet h3,.thidua .detail h3{font-size:1.15em}"
    ".thidua .running,.thidua .place{font-size:.88em;font-weight:400}"
    ".thidua .sheet .place{display:block}"
    ".thidua .sheet tr>:nth-child(1){width:14%}.thidua .sheet tr>:nth-child(2){width:38%}"
    ".thidua.thidua td ul.grounds{list-style:none;margin:.2em 0 0;padding:0}.thidua ul.grounds li+li{margin-top:.2em}"
    ".thidua .sheet div.part{display:grid;grid-template-columns:9.5em minmax(0,1fr);gap:0 .8em;margin:0;"
    "border-bottom:1px solid #8886;padding:.25em 0}"
    ".thidua .sheet div.part h4{margin:0;font-size:1em;break-after:auto}"
    ".thidua .sheet div.part p{margin:.1em 0}"
    ".thidua .sheet div.part ul,.thidua .sheet div.part ol{margin:.1em 0;padding-left:1.3em}"
    ".thidua .sheet div.part ol.alike{padding-left:2.2em}"
    ".thidua .judged{border:1px dashed;padding:.1em .4em;margin:.15em 0}"
    ".thidua .leader{min-height:1.3em;border-bottom:1px dotted}"
    ".thidua .receipt dl{display:block;font-size:.85em}"
    ".thidua .receipt dt,.thidua .receipt dd{display:inline}"
    ".thidua .receipt dt::after{content:': '}.thidua .receipt dd:not(:last-child)::after{content:' · '}"
    ".thidua .detail{border-top:1px solid #8886;margin-top:.8em}"
    ".thidua .signatures{display:grid;grid-template-columns:2fr 3fr;gap:1em;margin-top:1.2em}"
    ".thidua .signatures strong,.thidua .letterhead p,.thidua h1{text-wrap:balance}"
    ".thidua .signatures p{margin:.1em 0}.thidua .signatures>div+div{text-align:center}"
    ".thidua .receivers{font-size:.85em}.thidua .signatures .room{height:5em}"
)
_PRINT = (
    "@page{size:A4;margin:20mm 15mm 20mm 30mm;"
    "@top-center{content:counter(page);font:13pt 'Times New Roman','Liberation Serif',serif}}"
    "@page:first{@top-center{content:none}}"
    "@media print{.thidua{font-size:13pt;line-height:1.3;font-size-adjust:.45}"
    ".thidua a{color:inherit;text-decoration:none}.thidua .leads{display:none}"
    ".thidua .letterhead{grid-template-columns:2fr 3fr;font-size:12pt;gap:0}"
    ".thidua .letterhead>div+div p:nth-child(n+2),.thidua .letterhead p:nth-child(3){font-size:13pt}"
    ".thidua h1{font-size:14pt;margin:1em 0 .6em}.thidua h1 .rule{font-size:14pt}"
    ".thidua h2,.thidua h3{font-size:13pt}.thidua .supports{break-inside:avoid}"
    ".thidua>p{text-align:justify}.thidua dl{font-size:12pt}"
    ".thidua .receivers{font-size:11pt}.thidua .receivers strong{font-size:12pt}"
    ".thidua .totals table,.thidua .list table{font-size:10pt;line-height:1.25}"
    ".thidua thead{display:table-header-group}"
    ".thidua.thidua th,.thidua.thidua td{border-color:#000;padding:.15em .35em}"
    ".thidua .signatures{break-inside:avoid}"
    ".thidua h2.part,.thidua .sheet,.thidua .sheet+.annex,.thidua .details{break-before:page;border-top:0;margin-top:0;"
    "padding-top:0}.thidua h2.part+.sheet{break-before:auto}"
    ".thidua .annex dd{break-inside:avoid}.thidua h2{padding-top:.25em}"
    ".thidua .sheet{font-size:9pt;line-height:1.1}"
    ".thidua .sheet h3{font-size:11pt;margin:.1em 0}"
    ".thidua .sheet p{margin:.05em 0}"
    ".thidua .sheet table{font-size:9pt;line-height:1.08;margin:.1em 0}"
    ".thidua .sheet td,.thidua .sheet th{padding:.08em .3em}"
    ".thidua.thidua td ul.grounds{margin:0}.thidua .sheet ul.grounds li+li{margin-top:0}"
    ".thidua .sheet div.part ul.run{padding:0;list-style:none}.thidua .sheet ul.run li{display:inline}"
    ".thidua .sheet ul.run li:not(:last-child)::after{content:'; '}"
    ".thidua .sheet div.part{grid-template-columns:22mm minmax(0,1fr);border-color:#000;padding:.03em 0;"
    "break-inside:avoid}.thidua .sheet div.missing{break-inside:auto}"
    ".thidua .sheet li,.thidua .sheet p{break-inside:avoid}.thidua .missing p{break-after:avoid}"
    ".thidua .sheet tr:has(.long),.thidua .sheet .long li{break-inside:auto}"
    ".thidua .missing p:first-child,.thidua .missing p:first-child+p{display:inline}"
    ".thidua .missing p:first-child::after{content:' '}"
    ".thidua .sheet div.part ul:not(.run)>li:only-child{list-style:none;margin-left:-1.3em}"
    ".thidua .sheet div.last{display:block}.thidua .sheet div.last h4{float:left;font-size:7pt;margin-right:.8em}"
    ".thidua .sheet div.part ul,.thidua .sheet div.part ol{margin:0}"
    ".thidua .sheet div.brief{font-size:8.5pt}.thidua .sheet div.brief h4{font-size:9pt}"
    ".thidua .sheet .setting{font-size:7.5pt}.thidua .sheet table .place{font-size:7pt}"
    ".thidua .sheet .receipt dl{font-size:7pt;line-height:1.15}"
    ".thidua .receipt code{font-size:6.5pt;word-break:break-all}"
    ".thidua .sheet .leader{min-height:4.5mm}"
    ".thidua .sheet .reason{font-size:10pt;font-weight:600}.thidua .sheet ul.run{font-size:8.5pt}"
    ".thidua h2.part{font-size:10pt;line-height:1.2;margin:0;padding-top:1px}"
    ".thidua .sheet .word{padding:0 .3em;line-height:1.15}"
    ".thidua .annex{font-size:9.5pt;line-height:1.25}.thidua .annex dl,.thidua .annex table{font-size:9pt}"
    ".thidua .annex p,.thidua .annex li{margin:.1em 0}.thidua .annex .attached{margin:0 0 .6em;font-size:13pt}"
    ".thidua .annex h4{margin:.5em 0 .1em}"
    ".thidua .annex ul.points>li{margin:.2em 0}"
    "}"
)
_PHONE = (
    "@media screen and (max-width:36rem){.thidua .letterhead,.thidua .signatures,.thidua .sheet div.part{"
    "grid-template-columns:minmax(0,1fr)}.thidua .letterhead{font-size:.9em}.thidua .list tr{margin-bottom:.6em}"
    + "".join(
        f".thidua .{each} table,.thidua .{each} tbody,.thidua .{each} tr,.thidua .{each} th,.thidua .{each} td"
        f"{{display:block;width:auto}}.thidua .{each} thead{{display:none}}"
        f".thidua .{each} tr>:nth-child(n){{width:auto;text-align:left}}"
        f".thidua .{each} tr>:nth-child(n+2){{border-top:0}}"
        for each in ("sheet", "list")
    )
    + ".thidua .totals tr>:first-child{min-width:9em}}"
)


def continued(sheets: Sequence[int], language: str) -> str:
    """At the foot of every page of a sheet its number, so that a page that has come loose is told from the others."""
    said = say(language, "Phiếu số", "Sheet")
    pages = "".join(
        f'@page sheet-{each}{{@bottom-right{{content:"{said} {each}";{_FOOT}}}}}'
        f".thidua .sheet:has(#sheet-{each}){{page:sheet-{each}}}"
        for each in sheets
    )
    return pages + "".join(f".thidua h2.part{{page:sheet-{each}}}" for each in sheets[:1])


PRINTED = _SCREEN + _PRINT + _PHONE
"""The style of the whole report, added to that of every page."""
