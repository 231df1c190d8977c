"""read_explanation(): a stored explanation as typed values, or every mistake in it at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from thidua.errors import InvalidDocumentError
from thidua.interpreters.explanation import FORMAT
from thidua.interpreters.loading.refusals import Problems, misfit, unknown
from thidua.interpreters.loading.trees import BAD, tree_of
from thidua.interpreters.stored import Receipt, StoredAssessment, StoredClause, StoredNode
from thidua.interpreters.stored_shapes import EXPLANATION, mask_of
from thidua.texts import Text
from thidua.verdicts import VERDICTS

Data = Mapping[str, Any]
_LEVELS = 200
"""Trees of a plan are deeper than dossiers, and each node takes two levels of JSON."""


def read_explanation(document: str | bytes | Data, *, source: str = "") -> StoredAssessment:
    """The assessment that a stored explanation, `thidua.explanation/1`, tells: at whatever level it was stored.

    Keys and codes of a later minor version are passed over. Raises `InvalidDocumentError` with all problems, each at
    its place; `source` names the file in the report. Whether what it says still holds is for `check_receipt` to tell.

    >>> from thidua import PLAN, Commune, Dossier, assess, explanation
    >>> told = explanation(assess(PLAN, Dossier(Commune("VD-01", "Xã Ví Dụ")), on=date(2025, 12, 31)))
    >>> read_explanation(told).of("III.2.2-4")
    {met, not_met, not_applicable}
    """
    problems = Problems()
    tree = tree_of(document, problems, _LEVELS)
    if tree is not BAD:
        if isinstance(tree.get("format"), str) and tree["format"] != FORMAT:
            problems.add(("format",), unknown(Text("định dạng", "format"), tree["format"], [FORMAT]))
        else:
            EXPLANATION(tree, (), problems)
            if not problems:
                _check_receipt(tree, problems)
    if problems or tree is BAD:
        raise InvalidDocumentError(problems.told(tree), source)
    return _assessment(tree)


def _check_receipt(tree: Data, problems: Problems) -> None:
    """The day and the review of the receipt are those of the document, its sections those it has."""
    receipt = tree["receipt"]
    for key, said in (("on", tree["on"]), ("review", tree["review"]["id"]), ("sections", [*tree.get("sections", ())])):
        if receipt[key] != said and sorted(receipt[key]) != sorted(said):
            vi, en = "biên nhận không khớp với nội dung", "the receipt does not fit what the document says"
            problems.add(("receipt", key), misfit(vi, en, found=str(receipt[key])))


def _assessment(tree: Data) -> StoredAssessment:
    subject, receipt = tree["subject"], tree["receipt"]
    return StoredAssessment(
        subject["kind"],
        subject["code"],
        subject["name"],
        date.fromisoformat(tree["on"]),
        tree["review"]["id"],
        date.fromisoformat(tree["cut_off"]),
        tree["awaits_only_judgement"],
        _node(tree["group"]),
        tuple(_clause(clause) for clause in tree["clauses"]),
        tuple(caution["code"] for caution in tree["cautions"]),
        Receipt(
            receipt["library"],
            receipt["plan"],
            receipt["plan_digest"],
            tuple(receipt["amendments"]),
            receipt["dossier_digest"],
            receipt["dossier_holds"],
            date.fromisoformat(receipt["on"]),
            receipt["review"],
            receipt["level"],
            tuple(receipt["sections"]),
            receipt["body_digest"],
        ),
        tree,
    )


def _clause(clause: Data) -> StoredClause:
    readings = tuple((reading["id"], reading["adopted"]) for reading in clause["readings"])
    return StoredClause(clause["id"], _text(clause["text"]), _text(clause["citation"]), readings, _node(clause))


def _node(node: Data) -> StoredNode:
    return StoredNode(
        node["path"],
        node["node"],
        VERDICTS[mask_of(node["possible"])],
        node["decisive"],
        _text(node["required"]),
        _text(node["found"]) if "found" in node else None,
        tuple(node.get("reasons", ())),
        node.get("withheld", False),
        tuple(_node(child) for child in node.get("children", ())),
    )


def _text(words: Data) -> Text:
    return Text(words["vi"], words["en"])
