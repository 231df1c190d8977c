"""redact(): an explanation as it may be read at a lower level. What is not known to be harmless is left out.

Verdicts, what is still possible, requirements, citations, reason codes and readings are for everybody, and so is what
is not on file. Of a leaf more sensitive than the level nothing else is told: no value, no distance, no paper, no entry,
not how many there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from thidua.errors import WrongValueError, handed
from thidua.interpreters.levels import LEVELS, WITHHELD, checked_level, is_shown
from thidua.interpreters.reasons import NOTHING_ON_FILE, REASONS, TELLING
from thidua.interpreters.receipts import lowered_receipt, sealed
from thidua.interpreters.sections import lowered as lowered_sections
from thidua.interpreters.sections_lowered import picked
from thidua.interpreters.telling import both
from thidua.interpreters.wording import in_both

Data = dict[str, Any]
_TOP = (
    "format", "on", "review", "cut_off", "moments", "verdict", "possible", "word", "awaits_only_judgement",
)  # fmt: skip
_PARTS = ("receipt", "subject", *_TOP, "group", "clauses", "cautions")
_ITEM = ("id", "group", "text", "corrected", "citation")
_NODE = ("path", "node", "verdict", "possible", "decisive", "required", "clause", "reading", "entry")
_AFTER = ("awaits_only_judgement", "readings")
_LEAF = ("reasons", "missing", "sensitivity", "cautions")
_TOLD = ("threshold", "margin")
_SAID = ("fact", "at", "since", "until", "value")


def redact(document: Mapping[str, Any], level: str) -> Data:
    """The explanation as it may be read at `public`, `dossier` or `internal`: the same as one made at that level.

    Raises `WrongValueError` for what is no explanation, and for a level above that of the document, since what was left
    out cannot come back; `UnknownNameError` for what is no level, or for a section of which nobody here knows what is
    sensitive.
    """
    check_explanation(document)
    given = document["receipt"]["level"]
    if not is_shown(checked_level(level), given):
        msg = f"the explanation was made for level {given!r}; what it leaves out cannot be put back for {level!r}"
        raise WrongValueError(msg)
    return lowered(document, level)


def check_explanation(given: Mapping[str, Any]) -> None:
    """Raises `WrongValueError` for what is not all that an explanation holds."""
    lost = [part for part in _PARTS if not isinstance(given, Mapping) or part not in given]
    if lost:
        msg = f"{handed(given)} without {lost[0]!r} is no explanation; expected what explanation() gave, or its data"
        raise WrongValueError(msg)


def lowered(document: Mapping[str, Any], level: str) -> Data:
    """The document at a level that is not above its own, with the digest of what is left of it."""
    kept = {key: document[key] for key in _TOP}
    body: Data = {
        "format": kept.pop("format"),
        "receipt": lowered_receipt(document["receipt"], level),
        "subject": _subject(document["subject"], level),
        **kept,
        "group": lowered_node(document["group"], level),
        "clauses": [lowered_node(clause, level) for clause in document["clauses"]],
        "cautions": [_caution(caution, level) for caution in document["cautions"]],
    }
    if "sections" in document:
        body["sections"] = lowered_sections(document["sections"], level)
    return sealed(body)


def _subject(subject: Mapping[str, Any], level: str) -> Data:
    hidden = subject["personal"] and not is_shown(LEVELS[1], level)
    return {
        "kind": subject["kind"],
        "label": subject["label"],
        "personal": subject["personal"],
        "code": None if hidden else subject["code"],
        "name": None if hidden else subject["name"],
    }


def lowered_node(node: Mapping[str, Any], level: str) -> Data:
    """A node and all below it, as they may be read at a level."""
    data = picked(node, (*_ITEM, *_NODE))
    withheld = False
    if "found" in node:
        on_file = not NOTHING_ON_FILE.issuperset(node["reasons"])
        withheld = node["withheld"] or (on_file and not is_shown(node["sensitivity"], level))
        data.update(_withheld_leaf(node) if withheld else _leaf(node, level))
    if "children" in node and not withheld:
        data["children"] = [lowered_node(child, level) for child in node["children"]]
    return data | picked(node, _AFTER)


def _leaf(node: Mapping[str, Any], level: str) -> Data:
    papers = {"papers": node["papers"], "evidence": node["evidence"]} if "papers" in node else {}
    if papers and not is_shown(LEVELS[1], level):
        papers = {"evidence": [picked(said, _SAID) for said in node["evidence"]]}
    elif not papers and "evidence" in node:
        papers = {"evidence": node["evidence"]}
    return {"found": node["found"], "withheld": False, **papers, **picked(node, (*_TOLD, *_LEAF))}


def _withheld_leaf(node: Mapping[str, Any]) -> Data:
    kept = [code for code in node["reasons"] if code not in TELLING]

    def said(language: str) -> str:
        why = "; ".join(REASONS[code].in_(language) for code in kept if code in REASONS)
        first = f"{WITHHELD.in_(language)} ({why})" if why else WITHHELD.in_(language)
        return "; ".join([first, *(missing[language] for missing in node["missing"])])

    return {"found": both(in_both(said)), "withheld": True, **picked(node, _LEAF), "reasons": kept}


def _caution(caution: Mapping[str, Any], level: str) -> Data:
    data = picked(caution, ("code", "text", "sensitivity"))
    if caution["withheld"] or not is_shown(caution["sensitivity"], level):
        return {**data, "withheld": True, "about": both(WITHHELD)}
    data.update(withheld=False, about=caution["about"])
    return data | (picked(caution, ("detail", "papers")) if is_shown(LEVELS[1], level) else {})
