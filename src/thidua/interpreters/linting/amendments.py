"""Amendments that have effect before anybody could know of them: before the document that makes them was issued."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.interpreters.linting.results import Fault, LintFinding
from thidua.movements import Plan
from thidua.periods import written
from thidua.texts import Text


def amendment_faults(plan: Plan) -> Iterator[LintFinding]:
    """Each amendment whose day of effect lies before the day of its document, at its target."""
    for made in plan.amendments:
        issued = made.by.issued_on
        if made.effective < issued:
            since = {language: written(made.effective, language) for language in ("vi", "en")}
            yield LintFinding(
                Fault.BEFORE_ITS_DOCUMENT,
                made.target,
                Text(
                    f"Có hiệu lực từ ngày {since['vi']}, trước ngày ban hành {made.by.cite('vi')}; cần xem lại thẩm "
                    "quyền quy định hiệu lực trở về trước.",
                    f"In effect from {since['en']}, before its document was issued ({made.by.cite('en')}): see whether "
                    "it may have effect on days past.",
                ),
            )
