"""Initiatives and solutions (sáng kiến, giải pháp), one entry each."""

from enum import Enum

from thidua.facts import choice, day
from thidua.texts import Text


class Initiative:
    """One initiative or solution, put to use and perhaps recognised."""


class Form(Enum):
    """What it is put forward as."""

    INITIATIVE = Text("sáng kiến", "an initiative")
    SOLUTION = Text("giải pháp", "a solution")


class Concern(Enum):
    """What it is mainly about."""

    POLICY = Text("xây dựng, tham mưu, trình ban hành cơ chế, chính sách", "drafting, advising on or submitting policy")
    GUIDANCE = Text("hướng dẫn thực hiện", "guidance on implementation")
    DIFFICULTIES = Text("tháo gỡ khó khăn cho cơ sở", "removing difficulties for the grassroots")
    PUPILS = Text("giúp học sinh có hoàn cảnh khó khăn", "helping pupils in difficult circumstances")
    LIVELIHOODS = Text(
        "giúp người nghèo phát triển sản xuất kinh doanh", "helping the poor develop production and business"
    )
    OTHER = Text("nội dung khác", "another matter")


applied_on = day(
    Initiative,
    "applied_on",
    Text("ngày áp dụng lần đầu hoặc áp dụng thử", "the day it was first applied or tried out"),
    proof=Text(
        "đơn đề nghị công nhận sáng kiến; xác nhận của đơn vị áp dụng",
        "the application for recognition; confirmation of the unit that applied it",
    ),
)
recognised_on = day(
    Initiative,
    "recognised_on",
    Text("ngày được cấp có thẩm quyền công nhận", "the day a competent authority recognised it"),
    proof=Text(
        "quyết định công nhận sáng kiến (số, ngày, cấp công nhận)",
        "the decision recognising the initiative (number, date, level)",
    ),
)
form = choice(
    Initiative,
    "form",
    Form,
    Text("hình thức", "what it is put forward as"),
    proof=Text(
        "quyết định công nhận hoặc báo cáo kết quả áp dụng",
        "the decision of recognition, or the report on its application",
    ),
)
concern = choice(
    Initiative,
    "concern",
    Concern,
    Text("nội dung chính", "its main concern"),
    proof=Text(
        "quyết định công nhận; bản mô tả sáng kiến, giải pháp",
        "the decision of recognition; the description of the initiative or solution",
    ),
)

FIELDS = (applied_on, recognised_on, form, concern)
