"""check_receipt(): whether a stored explanation still follows from a plan and a dossier, and where it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from thidua.displays import Shown
from thidua.dossiers import Dossier
from thidua.errors import ThiduaError
from thidua.interpreters.arguments import check_case
from thidua.interpreters.assess import assess
from thidua.interpreters.explanation import explanation
from thidua.interpreters.loading.refusals import Path, is_list, is_object, json_path
from thidua.interpreters.reading_back import read_explanation
from thidua.interpreters.receipts import body_digest
from thidua.interpreters.stored import StoredAssessment
from thidua.movements import Plan
from thidua.texts import Text

_NOTHING = object()
PARTS: Mapping[str, Text] = {
    "seal": Text("nội dung đã bị thay đổi sau khi lập", "what it says was changed after it was made"),
    "not_assessed": Text("không xét lại được", "it cannot be assessed again"),
    "library": Text("phiên bản thư viện khác", "another version of the library"),
    "plan": Text("kế hoạch khác", "another plan"),
    "dossier": Text("hồ sơ khác", "another dossier"),
    "outcome": Text("kết quả xét lại khác", "assessed again, it says something else"),
}
"""What can differ, from what explains most to what follows from it."""
_RECEIPT = {
    "library": "library", "plan": "plan", "plan_digest": "plan", "amendments": "plan", "dossier_digest": "dossier",
    "dossier_holds": "dossier",
}  # fmt: skip


@frozen
class Difference:
    """One place at which the stored explanation and the one made again differ: its part, its JSON path, both values."""

    part: str
    path: str
    stored: Any
    now: Any

    def said(self, language: str = "vi") -> str:
        """One line: what differs, and where."""
        return f"{PARTS[self.part].in_(language)} @ {self.path}"


@frozen
class ReceiptCheck(Shown):
    """The outcome of a check: every difference, those of the receipt first."""

    differences: tuple[Difference, ...]

    @property
    def agrees(self) -> bool:
        """Whether receipt and body are the same to the letter."""
        return not self.differences

    @property
    def outcome_agrees(self) -> bool:
        """Whether the same is said, untouched since it was made, whatever else the receipt tells apart."""
        return self.parts <= {"library", "plan", "dossier"}

    @property
    def parts(self) -> frozenset[str]:
        """Which of `PARTS` differ."""
        return frozenset(difference.part for difference in self.differences)

    def said(self, language: str = "vi") -> str:
        """Every difference on a line of its own."""
        if self.agrees:
            return "khớp hoàn toàn" if language == "vi" else "the same to the letter"
        return "\n".join(difference.said(language) for difference in self.differences)


def check_receipt(plan: Plan, dossier: Dossier[Any], stored: StoredAssessment | Mapping[str, Any]) -> ReceiptCheck:
    """Assesses a dossier again as a stored explanation says it was, and tells where the two differ.

    The day, the review, the level and the sections are those of the receipt. With the plan and the dossier of then, and
    the library of then, nothing differs. The same papers in another order are another dossier to
    its digest, and are listed in that order, though no verdict depends on it. Raises `InvalidDocumentError` for data
    that is no explanation.

    >>> from datetime import date
    >>> from thidua import PLAN, Commune, Dossier, assess, explanation
    >>> dossier = Dossier(Commune("VD-01", "Xã Ví Dụ"))
    >>> told = explanation(assess(PLAN, dossier, on=date(2025, 12, 31)))
    >>> check_receipt(PLAN, dossier, told).agrees
    True
    >>> check_receipt(PLAN, Dossier(Commune("VD-02", "Xã Ví Dụ")), told).said("en").splitlines()[0]
    'another dossier @ $.receipt.dossier_digest'
    """
    check_case("check_receipt", plan, dossier)
    before = stored if isinstance(stored, StoredAssessment) else read_explanation(stored)
    return ReceiptCheck(tuple(_differences(plan, dossier, before)))


def _differences(plan: Plan, dossier: Dossier[Any], stored: StoredAssessment) -> Iterator[Difference]:
    receipt = stored.receipt
    if not stored.is_intact:
        yield Difference("seal", "$.receipt.body_digest", receipt.body_digest, body_digest(stored.document))
    try:
        again = assess(plan, dossier, on=receipt.on, review=receipt.review)
        now = explanation(again, receipt.level, receipt.sections)
    except ThiduaError as error:
        yield Difference("not_assessed", "$", None, str(error))
        return
    for key, part in _RECEIPT.items():
        before, after = stored.document["receipt"][key], now["receipt"][key]
        if before != after:
            yield Difference(part, f"$.receipt.{key}", before, after)
    for key in dict.fromkeys((*stored.document, *now)):
        if key != "receipt":
            yield from _apart(stored.document.get(key, _NOTHING), now.get(key, _NOTHING), (key,))


def _apart(before: Any, after: Any, path: Path) -> Iterator[Difference]:
    """Where two trees differ, as far down as both have something."""
    if is_object(before) and is_object(after):
        for key in dict.fromkeys((*before, *after)):
            yield from _apart(before.get(key, _NOTHING), after.get(key, _NOTHING), (*path, key))
    elif is_list(before) and is_list(after) and len(before) == len(after):
        for index, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from _apart(one, other, (*path, index))
    elif before != after:
        yield Difference("outcome", json_path(path), _told(before), _told(after))


def _told(value: Any) -> Any:
    return None if value is _NOTHING else value
