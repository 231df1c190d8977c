"""Work on poverty reduction policy (sửa đổi, bổ sung, kiến nghị chính sách), one entry each."""

from enum import Enum

from thidua.facts import choice, day
from thidua.texts import Text


class PolicyWork:
    """One piece of policy reviewed, amended, or proposed for amendment."""


class Outcome(Enum):
    """What the work came to."""

    REVIEWED = Text("nghiên cứu, rà soát", "studied and reviewed")
    AMENDED = Text("sửa đổi, bổ sung theo thẩm quyền", "amended within the agency's own powers")
    PROPOSED = Text("kiến nghị cấp có thẩm quyền sửa đổi, bổ sung", "proposed to the competent level for amendment")


done_on = day(
    PolicyWork,
    "done_on",
    Text("ngày ban hành hoặc ngày trình", "the day it was issued or submitted"),
    proof=Text(
        "văn bản sửa đổi; tờ trình, dự thảo, phiếu tiếp nhận", "the amending document; submission, draft, receipt"
    ),
)
outcome = choice(
    PolicyWork,
    "outcome",
    Outcome,
    Text("kết quả", "the outcome"),
    proof=Text("văn bản sửa đổi; văn bản kiến nghị", "the amending document; the document that proposes"),
)

FIELDS = (done_on, outcome)
