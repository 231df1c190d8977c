"""Linkages of an enterprise with the poor (liên kết, phối hợp), one entry each."""

from enum import Enum

from thidua.facts import choice, day, yes_no
from thidua.texts import Text


class Linkage:
    """One contract or arrangement to produce, process or sell together."""


class Stage(Enum):
    """At which stage they work together."""

    PRODUCTION = Text("sản xuất", "production")
    PROCESSING = Text("chế biến", "processing")
    CONSUMPTION = Text("tiêu thụ sản phẩm", "sale of the products")


signed_on = day(
    Linkage,
    "signed_on",
    Text("ngày ký kết", "the day it was agreed"),
    proof=Text("hợp đồng, biên bản thỏa thuận", "the contract or record of agreement"),
)
stage = choice(
    Linkage,
    "stage",
    Stage,
    Text("khâu liên kết", "its stage"),
    proof=Text("hợp đồng, biên bản thỏa thuận", "the contract or record of agreement"),
)
with_the_poor = yes_no(
    Linkage,
    "with_the_poor",
    Text("việc liên kết về sản phẩm của người nghèo", "that it concerns products of the poor"),
    holds=Text("liên kết về sản phẩm của người nghèo", "the linkage concerns products of the poor"),
    fails=Text("liên kết không phải về sản phẩm của người nghèo", "the linkage does not concern products of the poor"),
    proof=Text(
        "danh sách hộ tham gia, đối chiếu danh sách hộ nghèo được phê duyệt; chứng từ mua bán",
        "the list of households, checked against the approved list of the poor; papers of purchase and sale",
    ),
)

FIELDS = (signed_on, stage, with_the_poor)
