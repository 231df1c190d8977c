"""The explanation document: an assessment as plain JSON-ready data, in both languages, with its receipt.

Text, Markdown and HTML are all rendered from it, so wording exists once and a stored assessment renders too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from thidua.findings import Assessment
from thidua.interpreters.arguments import check_assessment
from thidua.interpreters.decisive import decisive
from thidua.interpreters.levels import checked_level
from thidua.interpreters.papers import places_read, reads_surveys
from thidua.interpreters.receipts import receipt
from thidua.interpreters.redaction import lowered
from thidua.interpreters.sections import checked_sections, produced
from thidua.interpreters.telling import Teller, both, caution_data, verdict_data
from thidua.interpreters.voice import voices
from thidua.interpreters.why import nothing_known
from thidua.subjects import Subject
from thidua.verdicts import OUTSIDE

FORMAT = "thidua.explanation/1"
Data = dict[str, Any]


def explanation(assessment: Assessment[Any], level: str = "dossier", sections: Iterable[str] = ()) -> Data:
    """The assessment as data, `thidua.explanation/1`: receipt, group, clauses in the order of the plan, cautions.

    Nothing in it needs this library to be read. What is undetermined keeps the set of what is still possible. What is
    more sensitive than the level, `public`, `dossier` or `internal`, is not in it. Raises `UnknownNameError` for what
    is no level, or no section.

    >>> from datetime import date
    >>> from thidua import PLAN, Dossier, Household, assess
    >>> told = explanation(assess(PLAN, Dossier(Household("VD-01", "Hộ Ví Dụ")), on=date(2025, 12, 31)), level="public")
    >>> told["verdict"], told["subject"]["name"], told["receipt"]["dossier_digest"]
    ('undetermined', None, None)
    """
    check_assessment("explanation", assessment)
    asked = checked_sections(sections)
    return lowered(_whole(assessment, asked), checked_level(level))


def _whole(assessment: Assessment[Any], sections: tuple[str, ...]) -> Data:
    """All there is to tell."""
    plan, setting = assessment.plan, assessment.setting
    cautions = assessment.knowledge.cautions
    reached = decisive(assessment.found, nothing_known(assessment).found)
    teller = Teller(voices(assessment), cautions, reached)
    subject: Subject = assessment.dossier.subject
    words = plan.vocabulary(type(subject))
    group = assessment.criteria
    surveyed = reads_surveys(places_read(plan, type(subject).__name__, setting.surveys))
    outside = assessment.verdict.id == "not_applicable"
    told: Data = {
        "format": FORMAT,
        "receipt": receipt(assessment, sections),
        "subject": {
            "kind": words.id,
            "label": both(words.label),
            "personal": words.personal,
            "code": subject.code,
            "name": subject.name,
        },
        "on": setting.on.isoformat(),
        "review": {"id": setting.review.id, "label": both(setting.review.label)},
        "cut_off": setting.cut_off.isoformat(),
        "moments": {moment: both(survey.label) for moment, survey in (setting.surveys if surveyed else ())},
        **verdict_data(assessment.found.mask),
        "word": both(OUTSIDE if outside else assessment.verdict.word),
        "awaits_only_judgement": assessment.awaits_only_judgement,
        "group": teller.group(group, assessment.found),
        "clauses": [teller.clause(group, group.clause(name), finding) for name, finding in assessment.clauses],
        "cautions": [caution_data(caution) for caution in cautions],
    }
    if sections:
        told["sections"] = produced(assessment, sections)
    return told
