"""The receipt of an explanation: all that the outcome depends on, by content, and a digest of what was said.

A digest of a dossier lets whoever knows most of it try out the rest, and a yes or no takes two tries. So it stands only
where nothing on file is withheld; elsewhere the digest of the body, which everybody can read, tells outcomes apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from thidua.digests import digest
from thidua.findings import Assessment
from thidua.interpreters.levels import LEVELS, is_shown, sensitivity_of_dossier
from thidua.movements import Plan

Data = dict[str, Any]


def receipt(assessment: Assessment[Any], sections: tuple[str, ...] = ()) -> Data:
    """What the outcome depends on, at the highest level; without the digest of the body."""
    from importlib.metadata import version  # noqa: PLC0415  # costs more than the rest of the import; asked for rarely

    return {
        "library": f"thidua {version('thidua')}",
        "plan": assessment.plan.id,
        "plan_digest": plan_digest(assessment.plan),
        "amendments": [made.line for made in assessment.plan.amendments],
        "dossier_digest": digest(assessment.dossier),
        "dossier_holds": sensitivity_of_dossier(assessment.dossier),
        "on": assessment.setting.on.isoformat(),
        "review": assessment.setting.review.id,
        "level": LEVELS[-1],
        "sections": list(sections),
    }


def lowered_receipt(given: Mapping[str, Any], level: str) -> Data:
    """The receipt as it may be read at a level: no digest of anything withheld."""
    kept = {key: given[key] for key in _KEPT}
    holds = given["dossier_holds"] if is_shown(LEVELS[1], level) else None
    whole = holds is not None and is_shown(holds, level)
    return {
        **kept,
        "dossier_digest": given["dossier_digest"] if whole else None,
        "dossier_holds": holds,
        "level": level,
    }


_KEPT = ("library", "plan", "plan_digest", "amendments", "on", "review", "sections")


def sealed(document: Data) -> Data:
    """The document with the digest of its body in its receipt."""
    return {**document, "receipt": {**document["receipt"], "body_digest": body_digest(document)}}


def body_digest(document: Mapping[str, Any]) -> str:
    """The digest of all of a document but its receipt."""
    return digest({key: document[key] for key in document if key != "receipt"})


@lru_cache(maxsize=16)
def plan_digest(plan: Plan) -> str:
    """The content hash of a plan: the same in every process."""
    return digest(plan)
