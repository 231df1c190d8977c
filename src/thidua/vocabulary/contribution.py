"""Contributions of money or kind (khoản đóng góp, huy động), one entry each."""

from enum import Enum

from thidua.facts import amount, choice, day, yes_no
from thidua.texts import Text


class Contribution:
    """One contribution of money or kind, received or given."""


class Source(Enum):
    """Where it comes from."""

    PEOPLE = Text("nhân dân, cộng đồng dân cư", "the people and the local community")
    SOCIETY = Text("tổ chức, doanh nghiệp, cá nhân khác", "organisations, enterprises and other individuals")
    STATE_BUDGET = Text("ngân sách nhà nước", "the State budget")


given_on = day(
    Contribution,
    "given_on",
    Text("ngày đóng góp", "the day it was given"),
    proof=Text("phiếu thu, biên bản giao nhận", "the receipt or the record of handover"),
)
value = amount(
    Contribution,
    "value",
    Text("giá trị đóng góp", "the value of the contribution"),
    proof=Text(
        "phiếu thu, sổ theo dõi, xác nhận của Quỹ “Vì người nghèo”",
        "the receipt, the ledger, confirmation of the Fund for the Poor",
    ),
)
source = choice(
    Contribution,
    "source",
    Source,
    Text("nguồn đóng góp", "the source of the contribution"),
    proof=Text("sổ theo dõi, bảng tổng hợp theo nguồn", "the ledger, with sums by source"),
)
for_poverty_reduction = yes_no(
    Contribution,
    "for_poverty_reduction",
    Text("mục đích giảm nghèo", "the purpose of poverty reduction"),
    holds=Text("dành cho giảm nghèo, hỗ trợ người nghèo", "it is for poverty reduction and support of the poor"),
    fails=Text("dành cho việc khác", "it is for another purpose"),
    proof=Text(
        "danh sách thụ hưởng, xác nhận của đơn vị được nhận hỗ trợ",
        "the list of beneficiaries, confirmation of the unit that received the support",
    ),
)

FIELDS = (given_on, value, source, for_poverty_reduction)
