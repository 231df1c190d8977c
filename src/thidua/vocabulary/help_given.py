"""Help given to households (việc giúp đỡ hộ nghèo), one entry each."""

from enum import Enum

from thidua.facts import choice, day, yes_no
from thidua.texts import Text


class HelpGiven:
    """One help of one kind, given to one named household."""


class Means(Enum):
    """With what the household was helped."""

    CAPITAL = Text("vốn", "capital")
    EXPERIENCE = Text("kinh nghiệm", "experience")
    TECHNIQUE = Text("kỹ thuật", "technique")
    OTHER = Text("hình thức khác", "other help")


given_on = day(
    HelpGiven,
    "given_on",
    Text("ngày giúp đỡ", "the day the help was given"),
    proof=Text(
        "xác nhận của hộ được giúp và của trưởng bản", "confirmation of the household helped and of the village head"
    ),
)
to_a_poor_household = yes_no(
    HelpGiven,
    "to_a_poor_household",
    Text("việc hộ được giúp là hộ nghèo trên địa bàn", "that the household helped was a poor household of the place"),
    holds=Text("hộ được giúp là hộ nghèo trên địa bàn", "the household helped was a poor household of the place"),
    fails=Text(
        "hộ được giúp không phải hộ nghèo trên địa bàn", "the household helped was no poor household of the place"
    ),
    proof=Text(
        "danh sách hộ nghèo được phê duyệt của năm giúp đỡ",
        "the approved list of poor households of the year of the help",
    ),
)
means = choice(
    HelpGiven,
    "means",
    Means,
    Text("hình thức giúp đỡ", "the kind of help"),
    proof=Text("sổ theo dõi, giấy nhận vốn, danh sách lớp tập huấn", "the ledger, receipts for capital, class lists"),
)
escaped_on = day(
    HelpGiven,
    "escaped_on",
    Text(
        "ngày hộ được giúp được công nhận thoát nghèo", "the day the household helped was recognised as out of poverty"
    ),
    proof=Text("quyết định công nhận hộ thoát nghèo", "the decision recognising households out of poverty"),
)
returned_on = day(
    HelpGiven,
    "returned_on",
    Text(
        "ngày hộ được giúp trở lại danh sách hộ nghèo",
        "the day the household helped came back on the list of poor households",
    ),
    proof=Text(
        "quyết định phê duyệt danh sách hộ nghèo hằng năm", "the yearly decisions approving the list of poor households"
    ),
)

FIELDS = (given_on, to_a_poor_household, means, escaped_on, returned_on)
