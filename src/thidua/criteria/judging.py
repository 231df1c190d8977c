"""Who judges what the plan leaves to bodies of the district, now that the district level has ended."""

from thidua.bodies import Handover
from thidua.nodes import ReadingKind
from thidua.readings import by_reading, reading
from thidua.texts import Text
from thidua.vocabulary.bodies import (
    COMMUNE_COMMITTEE,
    COMMUNE_COUNCIL,
    DISTRICT_COMMITTEE,
    DISTRICT_COUNCIL,
    FINANCE_OFFICE,
    PROVINCIAL_COUNCIL,
)

WHO_JUDGES_AFTERWARDS = reading(
    "B-17",
    ReadingKind.DEFINITION,
    Text(
        "Từ ngày 01/7/2025 không còn cấp huyện: những nội dung trước đây do Hội đồng, UBND huyện đánh giá nay do cơ "
        "quan nào đánh giá?",
        "There is no district level from 1 July 2025: who judges what was left to its Council and its Committee?",
    ),
    options={
        "ask_the_province": Text(
            "chưa rõ: xin ý kiến của tỉnh; đánh giá đề tên cơ quan cấp huyện sau ngày đó vẫn được xem xét, kèm lưu ý",
            "it is open: the province is asked; a later judgement in the name of a district body is read, with a "
            "caution",
        ),
        "last_judgement": Text(
            "không đánh giá thêm: chỉ xem xét đánh giá của cơ quan cấp huyện đến hết ngày 30/6/2025",
            "nobody judges anew: what the district's bodies judged through 30 June 2025 stands",
        ),
        "commune": Text(
            "do Hội đồng, UBND của xã mới đánh giá, kể cả khi xét chính xã đó",
            "the Council and the Committee of the new commune judge, of the commune itself too",
        ),
        "province": Text("do Hội đồng cấp tỉnh đánh giá", "the Council of the province judges"),
    },
    adopted="ask_the_province",
    because=Text(
        "chưa thấy văn bản nào quy định cơ quan tiếp nhận việc đánh giá; phần mềm không tự chọn cơ quan thay",
        "no document was seen that says who takes the judging over, and software chooses no body in its place",
    ),
    places=("III.2.1", "III.2.2", "III.2.3", "III.2.4", "III.2.5", "III.2.6"),
    acts=Text(
        "khi xác định đánh giá nào được xem xét và còn chờ đánh giá của cơ quan nào",
        "in which judgements are read, and in whose judgement is awaited",
    ),
    flagged=True,
)
_COMMUNE = (
    (DISTRICT_COUNCIL, (COMMUNE_COUNCIL,)),
    (DISTRICT_COMMITTEE, (COMMUNE_COMMITTEE,)),
    (FINANCE_OFFICE, (COMMUNE_COMMITTEE,)),
)
_PROVINCE = tuple((body, (PROVINCIAL_COUNCIL,)) for body in (DISTRICT_COUNCIL, DISTRICT_COMMITTEE, FINANCE_OFFICE))

HANDOVER = by_reading(
    WHO_JUDGES_AFTERWARDS,
    {
        "ask_the_province": Handover(reads_outside=True, ask=Text("tỉnh", "the province")),
        "last_judgement": Handover(),
        "commune": Handover(_COMMUNE),
        "province": Handover(_PROVINCE),
    },
)
READINGS = (WHO_JUDGES_AFTERWARDS,)
