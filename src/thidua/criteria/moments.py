"""From when to when: the surveys that are đầu kỳ and cuối kỳ, the interim review, the day records count from."""

from thidua.nodes import ReadingKind
from thidua.readings import Switch, reading
from thidua.texts import Text

FIRST_SURVEY = reading(
    "A-09",
    ReadingKind.MOMENT,
    Text("“Đầu kỳ” là kết quả rà soát nào?", "Which survey is “the start of the period”?"),
    options={
        "end_2021": Text("rà soát cuối năm 2021, theo chuẩn nghèo 2022-2025", "the survey of end-2021, new standard"),
        "end_2020": Text("rà soát cuối năm 2020, theo chuẩn nghèo cũ", "the survey of end-2020, old standard"),
        "end_2022": Text("rà soát đầu tiên sau khi phát động", "the first survey after the launch"),
    },
    adopted="end_2021",
    because=Text(
        "hai đầu cùng một chuẩn nghèo thì mới so sánh được; theo nguồn đã đăng, chuẩn mới là của Nghị định số "
        "07/2021/NĐ-CP",
        "two figures compare only under the same standard; the new one is, as reported, that of Decree No. "
        "07/2021/NĐ-CP",
    ),
    places=("III.2.2-4", "III.2.3-4"),
    acts=Text("ở kỳ rà soát mà mỗi kỳ xét lấy làm đầu kỳ", "in the survey each review takes as the start"),
)
LAST_SURVEY = reading(
    "A-10",
    ReadingKind.MOMENT,
    Text("“Cuối kỳ” của mỗi kỳ xét là kết quả rà soát nào?", "Which survey is “the end of the period” at a review?"),
    options={
        "last_approved": Text(
            "kết quả rà soát được phê duyệt gần nhất trước ngày chốt", "the last one approved by the cut-off"
        ),
        "same_year": Text(
            "rà soát của chính năm xét, dù phê duyệt sau", "that of the review's own year, even if later"
        ),
    },
    adopted="last_approved",
    because=Text(
        "kết quả rà soát của một năm được phê duyệt vào đầu năm sau; chỉ số liệu đã phê duyệt mới là căn cứ",
        "a year's survey is approved early in the next year, and only approved figures are a basis",
    ),
    places=("III.2.2-4", "III.2.3-4"),
    acts=Text("ở kỳ rà soát mà mỗi kỳ xét lấy làm cuối kỳ", "in the survey each review takes as the end"),
)
HALF_AT_THE_INTERIM = Switch(
    reading(
        "A-11",
        ReadingKind.PREDICATE,
        Text(
            "Khi sơ kết năm 2023, mức giảm của cả kỳ đã bắt buộc chưa?",
            "Is the fall of the whole period already required at the interim review of 2023?",
        ),
        options={
            "inform_only": Text("chưa: vẫn xét để biết, không tính", "no: judged to inform, not counted"),
            "full": Text("bắt buộc đủ", "required in full"),
            "half": Text("bắt buộc một nửa: 25%", "half of it required: 25 %"),
        },
        adopted="inform_only",
        because=Text(
            "mức giảm là mục tiêu của cả kỳ; kế hoạch không đặt mục tiêu giữa kỳ",
            "the fall is the aim of the whole period; the plan names no interim target",
        ),
        places=("III.2.2", "III.2.2-4", "III.2.3", "III.2.3-4", "III.3.2"),
    )
)
MERGED_UNITS = reading(
    "A-14",
    ReadingKind.PREPARATION,
    Text(
        "Đơn vị hành chính sáp nhập trong kỳ thì số đầu kỳ lấy thế nào?",
        "Which figure is the start when units were merged within the period?",
    ),
    options={
        "sum_of_the_old": Text("cộng số của các đơn vị cũ", "the sum over the old units"),
        "left_out": Text("không xét", "the unit is left out"),
    },
    adopted="sum_of_the_old",
    because=Text(
        "đơn vị mới gồm đúng dân cư của các đơn vị cũ",
        "the new unit holds just the people of the old ones",
    ),
    places=("III.2.2-4", "III.2.3-4"),
    acts=Text(
        "khi lập hồ sơ đơn vị kế thừa theo bảng chuyển đổi (mã và ngày hiệu lực); phần mềm không tự tìm đơn vị cũ",
        "in making the successor's dossier by a dated crosswalk of codes; no unit is ever added unasked",
    ),
)
WHEN_THE_AREA_COUNTS = reading(
    "A-16",
    ReadingKind.PREPARATION,
    Text(
        "Xã đổi khu vực trong kỳ: xét theo khu vực đầu kỳ hay cuối kỳ?", "A commune changed its area: which one counts?"
    ),
    options={
        "at_the_cut_off": Text("khu vực tại ngày chốt", "the area at the cut-off"),
        "at_the_start": Text("khu vực đầu kỳ", "the area at the start of the period"),
    },
    adopted="at_the_cut_off",
    because=Text(
        "ba khu vực chung một mức nên đổi khu vực không đổi kết quả; chỉ việc ra khỏi vùng mới có ý nghĩa",
        "the three areas share one threshold, so a change among them changes nothing; only leaving the area matters",
    ),
    places=("III.2.2-4",),
    acts=Text(
        "khi ghi khu vực của xã, có ngày bắt đầu và ngày hết hiệu lực; xét giá trị có hiệu lực tại ngày chốt",
        "in recording the area with its first and last day; what is in force at the cut-off is read",
    ),
)
COUNTED_FROM = reading(
    "B-09",
    ReadingKind.MOMENT,
    Text("Thành tích được tính từ ngày nào?", "From which day do achievements count?"),
    options={
        "start_of_the_period": Text("từ đầu giai đoạn, 01/01/2021", "from the start of the period, 1 January 2021"),
        "launch": Text(
            "từ ngày tỉnh phát động, 12/7/2022 (Quyết định số 1384/QĐ-UBND)",
            "from the province's launch, 12 July 2022 (Decision No. 1384/QĐ-UBND)",
        ),
    },
    adopted="start_of_the_period",
    because=Text(
        "kế hoạch gọi tên giai đoạn 2021-2025 ở mọi chỗ và không định ngày nào khác",
        "the plan names the period 2021-2025 throughout, and no other day",
    ),
    places=("III.2.1", "III.2.2", "III.2.3", "III.2.4", "III.2.5", "III.2.6"),
    acts=Text("ở ngày mà mỗi kỳ xét bắt đầu tính các mục trong sổ", "in the day from which a review counts entries"),
)

READINGS = (
    FIRST_SURVEY,
    LAST_SURVEY,
    HALF_AT_THE_INTERIM.reading,
    MERGED_UNITS,
    WHEN_THE_AREA_COUNTS,
    COUNTED_FROM,
)
