"""The style of what is shown: the reader's own colours for text and paper, fixed pairs for the four words.

The pairs are told apart without colour by their shapes, and with any colour vision by their lightness.
"""

from __future__ import annotations

from collections.abc import Mapping

PAIRS: Mapping[str, tuple[str, str]] = {
    "met": ("#ffffff", "#00558f"),
    "not_met": ("#ffffff", "#a33400"),
    "undetermined": ("#1a1a1a", "#f2c230"),
    "not_applicable": ("#ffffff", "#5a5a5a"),
}
"""For each word the colour of its letters and of the ground below them."""

_WORDS = "".join(
    f".thidua .{word}{{color:{letters};background:{ground};border-color:{ground}}}"
    for word, (letters, ground) in PAIRS.items()
)

FRAGMENT = (
    ".thidua{font-family:system-ui,'Segoe UI','Noto Sans','DejaVu Sans',sans-serif;font-size:1rem;line-height:1.5;"
    "max-width:62rem;overflow-wrap:anywhere}"
    ".thidua *{box-sizing:border-box}"
    ".thidua h1,.thidua h2,.thidua h3,.thidua h4{font-size:1.05em;line-height:1.35;margin:.9em 0 .35em;"
    "padding:0;font-weight:600}"
    ".thidua h1{font-size:1.4em}.thidua h2{font-size:1.2em}"
    ".thidua p{margin:.35em 0}"
    ".thidua blockquote{margin:.5em 0;padding:.1em 0 .1em .8em;border-left:3px solid #8888;font-style:normal}"
    ".thidua .word,.thidua .mark{display:inline-block;border:1px solid;border-radius:.25em;font-weight:600;"
    "font-style:normal;line-height:1.35;padding:0 .45em;white-space:nowrap}"
    ".thidua .mark{min-width:1.7em;padding:0 .3em;text-align:center;align-self:start;justify-self:start}"
    f"{_WORDS}"
    ".thidua .place,.thidua .setting{font-size:.92em;font-weight:400}"
    ".thidua ul.points{list-style:none;margin:.4em 0;padding:0}"
    ".thidua ul.points ul.points{margin-left:1.1em}"
    ".thidua ul.points>li{display:grid;grid-template-columns:2.2em minmax(0,1fr);margin:.4em 0}"
    ".thidua dl{display:grid;grid-template-columns:minmax(7em,max-content) minmax(0,1fr);gap:.15em .8em;margin:0}"
    ".thidua dl dt,.thidua dl dd{float:none;width:auto;margin:0;padding:0}.thidua dl dt{font-weight:600}"
    ".thidua ul,.thidua ol{margin:.35em 0;padding-left:1.6em}.thidua li ul,.thidua li ol{margin:0}"
    ".thidua.thidua dd ul:not(.points),.thidua.thidua td ul{margin:0;padding-left:1.1em}"
    ".thidua .moved{white-space:nowrap}"
    ".thidua details{margin:.45em 0}"
    ".thidua summary{cursor:pointer;padding:.1em 0}.thidua summary .word{white-space:normal}"
    ".thidua details.item{border-top:1px solid #8886;padding-top:.45em}"
    ".thidua section.item{border-top:1px solid #8886}"
    ".thidua .inside{padding-left:1.1em}"
    ".thidua .wide{overflow-x:auto}"
    ".thidua table{table-layout:auto;border-collapse:collapse;overflow-wrap:normal;margin:.5em 0;font-size:.95em}"
    ".thidua.thidua th,.thidua.thidua td{border:1px solid #8886;padding:.25em .5em;text-align:left;vertical-align:top;"
    "background:transparent;color:inherit;white-space:normal}"
    ".thidua th{font-weight:600}"
    ".thidua.thidua tbody th{min-width:9em}"
    ".thidua td li+li{margin-top:.2em}"
    ".thidua code{font-family:ui-monospace,'DejaVu Sans Mono',monospace;font-size:.88em;background:none;color:inherit}"
    ".thidua.thidua pre{white-space:pre-wrap;word-break:normal;overflow-wrap:break-word;font:inherit;margin:.4em 0}"
    ".thidua.thidua pre.columns{white-space:pre;overflow-x:auto;"
    "font-family:ui-monospace,'DejaVu Sans Mono',monospace;font-size:.88em}"
    "@media(max-width:36rem){.thidua dl{grid-template-columns:minmax(0,1fr)}.thidua dl dd{margin-bottom:.3em}"
    ".thidua ul.points ul.points{margin-left:.3em}}"
)
"""For a fragment: within `.thidua` only, so that nothing around it changes.

Jupyter floats terms to the left, sets what is in tables to the right and breaks lines of text within a word, by rules
that weigh more than one class: hence the class written twice.
"""

PAGE = (
    ":root{color-scheme:light dark}"
    "body{margin:0 auto;padding:1rem;max-width:64rem;background:Canvas;color:CanvasText}"
    "@media print{:root{color-scheme:light}body{padding:0 1px;max-width:none;background:#fff;color:#000}"
    ".thidua{font-size:11pt;max-width:none}"
    ".thidua .word,.thidua .mark{color:#000;background:none;border-color:#000}"
    ".thidua td .not_applicable{white-space:normal}"
    ".thidua h1,.thidua h2,.thidua h3,.thidua h4{break-after:avoid}"
    ".thidua ul.points>li,.thidua tr,.thidua blockquote{break-inside:avoid}"
    ".thidua .wide{overflow:visible}}"
)
"""For a whole page: the reader's light or dark colours on screen, black on white on paper."""
