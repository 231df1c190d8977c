"""load(): a dossier from JSON, or every mistake in it at once; and its inverse, `dump`.

First the shape, by cattrs, then the meaning, by the words of the plan. What is refused in one place hides nothing that
is wrong in another. The format is `thidua.dossier/1`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from thidua.dossiers import Dossier
from thidua.errors import InvalidDocumentError
from thidua.interpreters.arguments import check_plan
from thidua.interpreters.loading.dumping import dump
from thidua.interpreters.loading.meaning import Meaning
from thidua.interpreters.loading.refusals import Enough, Problems, unknown
from thidua.interpreters.loading.shapes import FORMAT
from thidua.interpreters.loading.structuring import shaped
from thidua.interpreters.loading.trees import BAD, tree_of
from thidua.movements import Plan
from thidua.texts import Text

__all__ = ["dump", "load"]


def load(plan: Plan, document: str | bytes | Mapping[str, Any], *, source: str = "") -> Dossier[Any]:
    """The dossier that a JSON document, or the data of one, tells in the words of a plan.

    Text and bytes may come from anywhere: nothing in them is run, and more than `thidua.limits` allows is refused.
    Raises `InvalidDocumentError` with all its problems, each at its place; `source` names the file in the report.
    Nothing is converted in silence, and nothing wrong with a document raises another error.
    """
    check_plan("load", plan, document)
    problems = Problems()
    tree: Any = BAD
    dossier = None
    try:
        tree = tree_of(document, problems)
        if tree is not BAD and isinstance(tree.get("format"), str) and tree["format"] != FORMAT:
            problems.add(("format",), unknown(Text("định dạng", "format"), tree["format"], [FORMAT]))
        else:
            dossier = Meaning(plan, problems).dossier(shaped(tree, problems))
    except Enough:
        dossier = None
    if dossier is None:
        raise InvalidDocumentError(problems.told(tree), source)
    return dossier
