"""explain(): an assessment in words. Per clause the verdict, then what is required and what was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from thidua.findings import Assessment
from thidua.interpreters.explanation import explanation
from thidua.interpreters.headline import addressed, headline, left, shown
from thidua.interpreters.levels import WITHHELD, checked_level, is_shown
from thidua.interpreters.redaction import lowered
from thidua.interpreters.sections import SECTIONS
from thidua.interpreters.wording import capital
from thidua.periods import written
from thidua.texts import Text
from thidua.verdicts import WORDS

Data = Mapping[str, Any]
SHAPES = {"met": "✓", "not_met": "✗", "undetermined": "?", "not_applicable": "–"}
_ORDER = ("not_met", "undetermined", "met", "not_applicable")
_OUT = ("not_met", "not_applicable")
_GROUPING = {
    "AnyOf": ("một trong các nội dung sau:", "one of these:"),
    "AtLeast": ("đủ số nội dung trong các nội dung sau:", "enough of these:"),
    "Not": ("không có điều sau:", "not this:"),
}
_TOGETHER = ("đồng thời các nội dung sau:", "all of these:")
_REQUIRED = Text("yêu cầu", "required")
_APPLIES = Text("điều kiện áp dụng", "applies where")


def explain(assessment: Assessment[Any] | Data, language: str = "vi", level: str = "dossier") -> str:
    """The verdict on a dossier with its reasons, decisive ones first; also of an explanation stored as data.

    Every line of a clause says what is required, then what was found; what is not on file is never worded as not met.
    What is more sensitive than the level, `public`, `dossier` or `internal`, is said to be withheld; a stored
    explanation says no more than it holds. Raises `UnknownNameError` for what is no level.
    """
    if isinstance(assessment, Assessment):
        data: Data = explanation(assessment, level)
    else:
        given = assessment["receipt"]["level"]
        data = assessment if is_shown(given, checked_level(level)) else lowered(assessment, level)
    return "\n".join(_lines(data, language))


def _lines(data: Data, language: str) -> Iterator[str]:
    vi = language == "vi"
    yield from headline(data, language)
    yield _setting(data, language)
    guard = addressed(data["group"])
    if guard is not None:
        yield ""
        yield "Đối tượng của nhóm tiêu chí:" if vi else "Whom these criteria address:"
        yield from _node(guard, language, "  ", _APPLIES)
    if guard is None or guard["verdict"] not in _OUT:
        for clause in sorted(data["clauses"], key=lambda c: (not c["decisive"], _ORDER.index(c["verdict"]))):
            yield ""
            yield from _clause(clause, language)
    for name, section in data.get("sections", {}).items():
        if name in SECTIONS:
            yield ""
            yield from SECTIONS[name].said(section, language)
    yield from _readings(data, language)
    yield from _cautions(data["cautions"], language)


def _setting(data: Data, language: str) -> str:
    """The review, the days, and the surveys where the criteria read any."""
    vi = language == "vi"
    on, cut_off = (written(date.fromisoformat(data[key]), language) for key in ("on", "cut_off"))
    said = [capital(data["review"]["label"][language])]
    said.append(f"ngày xét {on}, chốt thành tích {cut_off}" if vi else f"assessed on {on}, achievements to {cut_off}")
    if data["moments"]:
        start, end = data["moments"]["start_of_period"][language], data["moments"]["review"][language]
        said.append(f"đầu kỳ: {start}" if vi else f"start of the period: {start}")
        said.append(f"cuối kỳ: {end}" if vi else f"end of the period: {end}")
    return "; ".join(said)


def _clause(clause: Data, language: str) -> Iterator[str]:
    vi = language == "vi"
    word = WORDS[clause["verdict"]].in_(language).upper()
    head = f"{SHAPES[clause['verdict']]} {clause['id']}: {word}{left(clause, language)}"
    yield f"{head} ({clause['citation'][language]})"
    yield f"  “{clause['text'][language]}”"
    yield from _node(clause, language, "  ")
    adopted = [reading for reading in clause["readings"] if reading["adopted"] is not None]
    if adopted:
        listed = "; ".join(f"{reading['id']} ({reading['adopted_label'][language]})" for reading in adopted)
        yield f"  {'cách hiểu' if vi else 'readings'}: {listed}"


def _node(node: Data, language: str, indent: str, head: Text = _REQUIRED) -> Iterator[str]:
    if "found" in node:
        yield from _leaf(node, language, indent, head)
        return
    if node["node"] == "ClauseMet":
        yield f"{indent}{SHAPES[node['verdict']]} {head.in_(language)}: {node['required'][language]}"
        return
    children = sorted(node.get("children", ()), key=lambda child: not child["decisive"])
    if node["node"] == "Where":
        guard, body = node["children"]
        yield from _where(guard, body, language, indent)
        return
    if node["node"] == "Not" and "found" in children[0]:
        told = {**children[0], "verdict": node["verdict"], "required": node["required"], "margin": None}
        yield from _leaf(told, language, indent, head)
        return
    grouping = _GROUPING.get(node["node"])
    if grouping and (len(children) > 1 or node["node"] == "Not"):
        yield from _grouped(node, children, grouping, language, indent, head)
        return
    for child in children:
        yield from _node(child, language, indent, head)


def _where(guard: Data, body: Data, language: str, indent: str) -> Iterator[str]:
    if guard["verdict"] in _OUT:
        yield f"{indent}– {'không yêu cầu' if language == 'vi' else 'not asked'}: {body['required'][language]}"
        yield from _node(guard, language, indent + "  ", _APPLIES)
        return
    yield from _node(guard, language, indent, _APPLIES)
    yield from _node(body, language, indent + "  ")


def _grouped(
    node: Data, children: list[Data], grouping: tuple[str, str], language: str, indent: str, head: Text
) -> Iterator[str]:
    yield f"{indent}{grouping[0 if language == 'vi' else 1]} → {WORDS[node['verdict']].in_(language)}"
    for child in children:
        below = shown(child)
        if below["node"] == "AllOf":
            yield from _grouped(below, below["children"], _TOGETHER, language, indent + "  ", head)
        else:
            yield from _node(child, language, indent + "  ", head)


def _leaf(node: Data, language: str, indent: str, head: Text) -> Iterator[str]:
    vi = language == "vi"
    mark = SHAPES["not_applicable" if head is _APPLIES and node["verdict"] == "not_met" else node["verdict"]]
    yield f"{indent}{mark} {head.in_(language)}: {node['required'][language]}"
    if node["found"][language]:
        yield f"{indent}  {'thực tế' if vi else 'found'}: {node['found'][language]}"
    if head is _REQUIRED and _tells(node):
        yield f"{indent}  {'chênh lệch' if vi else 'margin'}: {node['margin']['text'][language]}"
    if node.get("papers"):
        cited = "; ".join(paper["cite"][language] for paper in node["papers"])
        yield f"{indent}  {'giấy tờ' if vi else 'papers'}: {cited}"


def _tells(node: Data) -> bool:
    """Whether there is a distance to tell: of figures always, of days and judgements where they fall short."""
    margin = node.get("margin")
    if margin is None or (node["node"] not in ("Compare", "Falls") and margin["side"] != "short"):
        return False
    known = [end for end in (margin["low"], margin["high"]) if end is not None]
    return any(known) or len(known) > 1


def _readings(data: Data, language: str) -> Iterator[str]:
    """The question of every reading relied on, put once."""
    vi = language == "vi"
    asked = {
        r["id"]: r for item in (data["group"], *data["clauses"]) for r in item["readings"] if r["adopted"] is not None
    }
    if asked:
        yield ""
        yield "Cách hiểu đã dùng:" if vi else "Readings relied on:"
    for name in sorted(asked):
        reading = asked[name]
        flag = (" (nên hỏi ý kiến pháp chế)" if vi else " (to be put to counsel)") if reading["flagged"] else ""
        yield f"  {name}: {reading['question'][language]} – {reading['adopted_label'][language]}{flag}"


def _cautions(cautions: list[Data], language: str) -> Iterator[str]:
    if cautions:
        yield ""
        yield "Lưu ý:" if language == "vi" else "Cautions:"
    for caution in cautions:
        papers = [paper["cite"][language] for paper in caution.get("papers", ())]
        about = caution["about"][language]
        if not about and papers:
            about = papers.pop(0)
        detail = caution.get("detail", {language: ""})[language]
        about += f" ({detail})" if detail else ""
        listed = f" [{'; '.join(papers)}]" if papers else ""
        yield f"  - {about or WITHHELD.in_(language)}: {caution['text'][language]}{listed}"
