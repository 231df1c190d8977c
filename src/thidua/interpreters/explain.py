"""explain(): an assessment in words. Per clause the verdict, then what is required and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from thidua.displays import Words
from thidua.errors import WrongValueError, handed
from thidua.findings import Assessment
from thidua.interpreters.amended import amended_said
from thidua.interpreters.explanation import FORMAT, explanation
from thidua.interpreters.headline import addressed, headline, left, shown
from thidua.interpreters.levels import WITHHELD, checked_level, is_shown
from thidua.interpreters.redaction import check_explanation, lowered
from thidua.interpreters.sections import SECTIONS
from thidua.interpreters.wording import TO_COUNSEL, capital, checked_language
from thidua.periods import written
from thidua.texts import Text
from thidua.verdicts import WORDS

Data = Mapping[str, Any]
SHAPES = {"met": "✓", "not_met": "✗", "undetermined": "?", "not_applicable": "–"}
ORDER = ("not_met", "undetermined", "met", "not_applicable")
OUT = ("not_met", "not_applicable")
GROUPING = {
    "AnyOf": ("một trong các nội dung sau:", "one of these:"),
    "AtLeast": ("đủ số nội dung trong các nội dung sau:", "enough of these:"),
    "Not": ("không có điều sau:", "not this:"),
}
TOGETHER = ("đồng thời các nội dung sau:", "all of these:")
REQUIRED = Text("yêu cầu", "required")
APPLIES = Text("điều kiện áp dụng", "applies where")
WHOM = Text("Đối tượng của nhóm tiêu chí", "Whom these criteria address")
READINGS = Text("Cách hiểu đã dùng", "Readings relied on")
CAUTIONS = Text("Lưu ý", "Cautions")


def explain(assessment: Assessment[Any] | Data, language: str = "vi", level: str = "dossier") -> str:
    """The verdict on a dossier with its reasons, decisive ones first; also of an explanation stored as data.

    Every line of a clause says what is required, then what was found; what is not on file is never worded as not met.
    What is more sensitive than the level, `public`, `dossier` or `internal`, is said to be withheld; a stored
    explanation says no more than it holds. Raises `UnknownNameError` for what is no level.
    """
    checked_language(language)
    return Words("\n".join(_lines(at_level(assessment, level), language)), language)


def at_level(assessment: Assessment[Any] | Data, level: str) -> Data:
    """The explanation as it may be read at a level; a stored one says no more than it holds."""
    if isinstance(assessment, Assessment):
        return explanation(assessment, level)
    document: Data = getattr(assessment, "document", assessment)  # one read back holds it, and is not known here
    if not isinstance(document, Mapping) or document.get("format") != FORMAT:
        raise _no_explanation(document)
    check_explanation(document)
    given = document["receipt"]["level"]
    return document if is_shown(given, checked_level(level)) else lowered(document, level)


def each_at_level(assessments: Iterable[Assessment[Any] | Data], level: str) -> list[Data]:
    """Several explanations, as they may be read at a level; `WrongValueError` for one alone, or for anything else."""
    several: object = assessments
    if isinstance(several, Mapping) or not isinstance(several, Iterable):
        msg = f"expected assessments or explanations in a list but got {handed(assessments)}"
        raise WrongValueError(msg)
    return [at_level(one, level) for one in assessments]


def _no_explanation(given: object) -> WrongValueError:
    told = f"{handed(given)}, not in the format {FORMAT},"
    msg = f"{told} is no explanation; expected an assessment, or what explanation() gave, stored or read back"
    return WrongValueError(msg)


def _lines(data: Data, language: str) -> Iterator[str]:
    yield from headline(data, language)
    yield setting_said(data, language)
    yield from amended_said(data["receipt"], language)
    guard = addressed(data["group"])
    if guard is not None:
        yield ""
        yield f"{WHOM.in_(language)}:"
        yield from node_said(guard, language, "  ", APPLIES)
    for clause in clauses_told(data):
        yield ""
        yield from _clause(clause, language)
    for name, section in data.get("sections", {}).items():
        if name in SECTIONS:
            yield ""
            yield from SECTIONS[name].said(section, language)
    yield from _readings(data, language)
    yield from _cautions(data["cautions"], language)


def clauses_told(data: Data) -> list[Data]:
    """The clauses, decisive ones first; none where the group does not address the subject."""
    guard = addressed(data["group"])
    if guard is not None and guard["verdict"] in OUT:
        return []
    return sorted(data["clauses"], key=lambda clause: (not clause["decisive"], ORDER.index(clause["verdict"])))


def setting_said(data: Data, language: str) -> str:
    """The review, the days, and the surveys where the criteria read any."""
    vi = language == "vi"
    on, cut_off = (written(date.fromisoformat(data[key]), language) for key in ("on", "cut_off"))
    said = [capital(data["review"]["label"][language])]
    said.append(
        f"ngày xét {on}, tính thành tích đến {cut_off}" if vi else f"assessed on {on}, achievements to {cut_off}"
    )
    if data["moments"]:
        start, end = data["moments"]["start_of_period"][language], data["moments"]["review"][language]
        said.append(f"đầu kỳ: {start}" if vi else f"start of the period: {start}")
        said.append(f"cuối kỳ: {end}" if vi else f"end of the period: {end}")
    return "; ".join(said)


def _clause(clause: Data, language: str) -> Iterator[str]:
    yield clause_head(clause, language)
    yield f"  “{clause['text'][language]}”"
    yield from clause_points(clause, language)


def clause_head(clause: Data, language: str) -> str:
    """The verdict on a clause, and its place."""
    word = WORDS[clause["verdict"]].in_(language).upper()
    head = f"{SHAPES[clause['verdict']]} {clause['id']}: {word}{left(clause, language)}"
    return f"{head} ({clause['citation'][language]})"


def clause_points(clause: Data, language: str) -> Iterator[str]:
    """What a clause requires and what was found, and the readings it rests on, line by line."""
    yield from node_said(clause, language, "  ")
    adopted = [reading for reading in clause["readings"] if reading["adopted"] is not None]
    if adopted:
        listed = "; ".join(f"{reading['id']} ({reading['adopted_label'][language]})" for reading in adopted)
        yield f"  {'cách hiểu' if language == 'vi' else 'readings'}: {listed}"


def node_said(node: Data, language: str, indent: str = "", head: Text = REQUIRED) -> Iterator[str]:
    """What is required at a node and below it, and what was found, line by line."""
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
    grouping = GROUPING.get(node["node"])
    if grouping and (len(children) > 1 or node["node"] == "Not"):
        yield from _grouped(node, children, grouping, language, indent, head)
        return
    for child in children:
        yield from node_said(child, language, indent, head)


def _where(guard: Data, body: Data, language: str, indent: str) -> Iterator[str]:
    if guard["verdict"] in OUT:
        yield f"{indent}– {'không yêu cầu' if language == 'vi' else 'not asked'}: {body['required'][language]}"
        yield from node_said(guard, language, indent + "  ", APPLIES)
        return
    yield from node_said(guard, language, indent, APPLIES)
    yield from node_said(body, language, indent + "  ")


def _grouped(
    node: Data, children: list[Data], grouping: tuple[str, str], language: str, indent: str, head: Text
) -> Iterator[str]:
    yield f"{indent}{grouping[0 if language == 'vi' else 1]} → {WORDS[node['verdict']].in_(language)}"
    for child in children:
        below = shown(child)
        if below["node"] == "AllOf":
            yield from _grouped(below, below["children"], TOGETHER, language, indent + "  ", head)
        else:
            yield from node_said(child, language, indent + "  ", head)


def _leaf(node: Data, language: str, indent: str, head: Text) -> Iterator[str]:
    vi = language == "vi"
    mark = SHAPES["not_applicable" if head is APPLIES and node["verdict"] == "not_met" else node["verdict"]]
    yield f"{indent}{mark} {head.in_(language)}: {node['required'][language]}"
    if node["found"][language]:
        yield f"{indent}  {'thực tế' if vi else 'found'}: {node['found'][language]}"
    if head is REQUIRED and tells_margin(node):
        yield f"{indent}  {'chênh lệch' if vi else 'margin'}: {node['margin']['text'][language]}"
    if node.get("papers"):
        cited = "; ".join(paper["cite"][language] for paper in node["papers"])
        yield f"{indent}  {'giấy tờ' if vi else 'papers'}: {cited}"


def tells_margin(node: Data) -> bool:
    """Whether there is a distance to tell: of figures always, of days and judgements where they fall short."""
    margin = node.get("margin")
    if margin is None or (node["node"] not in ("Compare", "Falls") and margin["side"] != "short"):
        return False
    known = [end for end in (margin["low"], margin["high"]) if end is not None]
    return any(known) or len(known) > 1


def adopted_readings(data: Data) -> list[Data]:
    """The readings relied on, each once, by their ids."""
    items = (data["group"], *data["clauses"])
    asked = {each["id"]: each for item in items for each in item["readings"] if each["adopted"] is not None}
    return [asked[name] for name in sorted(asked)]


def reading_said(reading: Data, language: str) -> str:
    """The question of a reading and the option adopted."""
    flag = TO_COUNSEL.in_(language) if reading["flagged"] else ""
    return f"{reading['question'][language]} – {reading['adopted_label'][language]}{flag}"


def _readings(data: Data, language: str) -> Iterator[str]:
    """The question of every reading relied on, put once."""
    asked = adopted_readings(data)
    if asked:
        yield ""
        yield f"{READINGS.in_(language)}:"
    yield from (f"  {reading['id']}: {reading_said(reading, language)}" for reading in asked)


def _cautions(cautions: list[Data], language: str) -> Iterator[str]:
    if cautions:
        yield ""
        yield f"{CAUTIONS.in_(language)}:"
    yield from (f"  - {caution_said(caution, language)}" for caution in cautions)


def caution_said(caution: Data, language: str) -> str:
    """What a caution is about, what it says, and the papers it names."""
    papers = [paper["cite"][language] for paper in caution.get("papers", ())]
    about = caution["about"][language]
    if not about and papers:
        about = papers.pop(0)
    detail = caution.get("detail", {language: ""})[language]
    listed = f" [{'; '.join(papers)}]" if papers else ""
    if caution["code"] == "cannot_be" and detail:
        return f"{about}: {caution['text'][language]}; {detail}{listed}"
    about += f" ({detail})" if detail else ""
    return f"{about or WITHHELD.in_(language)}: {caution['text'][language]}{listed}"
