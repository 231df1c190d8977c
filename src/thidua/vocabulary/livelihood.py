"""Models, classes and jobs for the poor (mô hình giảm nghèo, dạy nghề, tạo việc làm), one entry each."""

from enum import Enum

from thidua.facts import choice, count, day
from thidua.quantities import PERSONS
from thidua.texts import Text


class Livelihood:
    """One model carried out, one class of a trade, or one intake of workers."""


class Way(Enum):
    """How it brings a livelihood."""

    MODEL = Text("mô hình giảm nghèo", "a poverty reduction model")
    TRAINING = Text("dạy nghề", "vocational training")
    JOBS = Text("tạo việc làm", "jobs")


begun_on = day(
    Livelihood,
    "begun_on",
    Text("ngày bắt đầu", "the day it began"),
    proof=Text("kế hoạch, quyết định mở lớp, hợp đồng lao động", "plan, decision opening the class, labour contracts"),
)
way = choice(
    Livelihood,
    "way",
    Way,
    Text("hình thức", "its kind"),
    proof=Text("hồ sơ mô hình, lớp dạy nghề, hợp đồng lao động", "papers of the model, class or contracts"),
)
poor_persons = count(
    Livelihood,
    "poor_persons",
    Text("số người nghèo tham gia", "the number of poor persons who take part"),
    PERSONS,
    proof=Text(
        "danh sách người tham gia, đối chiếu danh sách hộ nghèo được phê duyệt",
        "the list of those who take part, checked against the approved list of the poor",
    ),
)

FIELDS = (begun_on, way, poor_persons)
