"""Settlements of accounts (quyết toán kinh phí), one entry each."""

from thidua.facts import day
from thidua.texts import Text


class Settlement:
    """One settlement of the funds of a year or a project."""


due_on = day(
    Settlement,
    "due_on",
    Text("hạn quyết toán", "the day the settlement was due"),
    proof=Text(
        "quy định về thời hạn quyết toán; quyết định giao kinh phí",
        "the rules on settlement; the decision allocating the funds",
    ),
)
approved_on = day(
    Settlement,
    "approved_on",
    Text("ngày quyết toán được phê duyệt", "the day the settlement was approved"),
    proof=Text("quyết định hoặc thông báo phê duyệt quyết toán", "the decision or notice approving the settlement"),
)

FIELDS = (due_on, approved_on)
