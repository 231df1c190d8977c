"""Who may be proposed for an award, and for which form: readings of III.1 and III.3."""

from thidua.criteria import later_bullets
from thidua.nodes import ReadingKind
from thidua.readings import Switch, reading
from thidua.texts import Text

_ON_THE_ROUTES = Text(
    "ở câu hỏi trên các đường đề nghị khen thưởng", "in what is asked on the routes to the forms of commendation"
)

FORCES_AND_ASSOCIATIONS = Switch(
    reading(
        "A-17",
        ReadingKind.ELIGIBILITY,
        Text(
            "Lực lượng vũ trang, tổ chức xã hội nghề nghiệp có tên trong đối tượng nhưng không có tiêu chí riêng: xét "
            "thế nào?",
            "Armed forces and socio-professional organisations are named as subjects but have no criteria: what then?",
        ),
        options={
            "as_agencies": Text("xét theo tiêu chí của cơ quan, đơn vị (2.1)", "by the criteria of agencies (2.1)"),
            "ineligible": Text("không xét", "they are not considered"),
            "council": Text("xét khi Hội đồng chấp thuận", "they are considered when the Council agrees"),
        },
        adopted="as_agencies",
        because=Text(
            "mục III.1 gọi tên họ là đối tượng; tiêu chí gần nhất là của “cơ quan …, đơn vị”",
            "III.1 names them as subjects; the nearest criteria are those of “agencies … and units”",
        ),
        places=("III.1-1", "III.2.1"),
        acts=_ON_THE_ROUTES,
        flagged=True,
    )
)
PLACES_AND_PEOPLE = Switch(
    reading(
        "A-18",
        ReadingKind.ELIGIBILITY,
        Text(
            "Mục III.1 không nêu bản, hộ gia đình, cá nhân: có được xét khen thưởng không?",
            "III.1 does not name villages, households or individuals: may they be commended?",
        ),
        options={
            "eligible": Text("có", "yes"),
            "ineligible": Text("không", "no"),
        },
        adopted="eligible",
        because=Text(
            "các điểm 2.3, 2.4, 2.5 đặt tiêu chí cho họ; các điểm 3.2, 3.3 nêu “tập thể, gia đình và cá nhân”",
            "points 2.3, 2.4 and 2.5 set criteria for them; 3.2 and 3.3 name “collectives, families and individuals”",
        ),
        places=("III.1-1", "III.3.2-1", "III.3.3-1"),
        acts=_ON_THE_ROUTES,
    )
)
OUTSIDERS = Switch(
    reading(
        "A-19",
        ReadingKind.ELIGIBILITY,
        Text(
            "Tổ chức, doanh nghiệp ngoài huyện được xét theo đường nào?",
            "By which route is an organisation or enterprise from outside the district considered?",
        ),
        options={
            "eligible": Text(
                "như trong huyện; trường hợp đặc biệt theo điểm 3.4", "as those inside; special cases by 3.4"
            ),
            "special_only": Text("chỉ theo điểm 3.4", "by 3.4 only"),
        },
        adopted="eligible",
        because=Text("mục III.1 nói rõ “trong và ngoài huyện”", "III.1 says “inside and outside the district”"),
        places=("III.1-1", "III.3.4-1"),
        acts=_ON_THE_ROUTES,
    )
)
MOVEMENT_LASTS = Switch(
    reading(
        "A-27",
        ReadingKind.AWARD,
        Text(
            "Phong trào giai đoạn 2021-2025, phát động năm 2022, có đủ 05 năm để xét Huân chương Lao động không?",
            "Does a movement for 2021-2025, launched in 2022, last the five years asked for the Labour Order?",
        ),
        options={
            "named_period": Text(
                "tính theo giai đoạn đã nêu tên, 2021-2025", "by the period it is named for, 2021-2025"
            ),
            "launch": Text(
                "tính từ ngày tỉnh phát động, 12/7/2022 (Quyết định số 1384/QĐ-UBND)",
                "from the province's launch, 12 July 2022 (Decision No. 1384/QĐ-UBND)",
            ),
        },
        adopted="named_period",
        because=Text(
            "văn bản phát động lấy giai đoạn 2021-2025 làm thời gian thực hiện; mức 05 năm theo bản tóm lược khoản 2 "
            "Điều 44 Luật số 06/2022/QH15, chưa đối chiếu nguyên văn",
            "the launching documents take 2021-2025 as its time; the five years are as reported of Law No. "
            "06/2022/QH15, Article 44(2), whose text was not seen",
        ),
        places=("III.3.1-1", "III.3.3-2"),
        acts=_ON_THE_ROUTES,
        flagged=True,
    )
)
CLASS_OF_THE_ORDER = Switch(
    reading(
        "A-28",
        ReadingKind.AWARD,
        Text(
            "“Huân chương Lao động” không ghi hạng: đề nghị được hạng nào?",
            "“Labour Order” without a class: which class may be proposed?",
        ),
        options={
            "third": Text("hạng Ba", "the third class"),
            "any": Text("hạng nào đáp ứng tiêu chuẩn của hạng đó", "any class whose own standards are met"),
        },
        adopted="third",
        because=Text(
            "hướng dẫn của nơi khác cho cùng phong trào (Hải Dương, theo báo chí) chỉ nêu hạng Ba; các hạng khác có "
            "tiêu chuẩn riêng của Luật",
            "another province's guidance for the same movement (Hải Dương, as reported) names the third class only; "
            "the others have standards of their own in the Law",
        ),
        places=("III.3.1-1",),
        acts=_ON_THE_ROUTES,
    )
)
WHO_SIGNS = reading(
    "A-29",
    ReadingKind.AWARD,
    Text("“Giấy khen của UBND huyện” do ai quyết định tặng?", "Who decides on the district's certificate?"),
    options={
        "chairman": Text(
            "Chủ tịch UBND huyện; từ 01/7/2025 là Chủ tịch UBND xã",
            "the Chairman of the district People's Committee; from 1 July 2025 the commune's Chairman",
        ),
        "committee": Text("tập thể UBND huyện", "the district People's Committee as a body"),
    },
    adopted="chairman",
    because=Text(
        "Điều 80 Luật số 06/2022/QH15: Chủ tịch UBND quyết định tặng giấy khen",
        "Law No. 06/2022/QH15, Article 80: the Chairman decides on the certificate",
    ),
    places=("III.3.1-4",),
    acts=Text(
        "ở người quyết định tặng Giấy khen và nơi nhận đề nghị; hiểu khác thì phải sửa cả hình thức khen thưởng này",
        "in who decides on the certificate and who receives the proposal; another reading amends the form itself",
    ),
)
AFTER_THE_INTERIM = Switch(
    reading(
        "A-30",
        ReadingKind.AWARD,
        Text(
            "Đã được khen khi sơ kết thì khi tổng kết có được khen nữa không?",
            "May one commended at the interim review be commended again at the final review?",
        ),
        options={
            "new_facts": Text(
                "chỉ với thành tích phát sinh sau lần khen trước", "only for achievements after the first commendation"
            ),
            "bar": Text("không", "no"),
        },
        adopted="new_facts",
        because=Text(
            "khoản 2 Điều 5 Luật số 06/2022/QH15: không khen thưởng nhiều lần, nhiều hình thức cho một thành tích đạt "
            "được; thành tích mới thì không vướng",
            "Law No. 06/2022/QH15, Article 5(2): not several times or in several forms for one achievement; a new "
            "achievement is not touched by that",
        ),
        places=("III.3.2-1", "III.3.3-1"),
        acts=_ON_THE_ROUTES,
    )
)
SAME_HOUSEHOLD = reading(
    "A-34",
    ReadingKind.PREPARATION,
    Text(
        "Hộ tách, hộ chuyển đi trong kỳ: nhận ra là cùng một hộ bằng gì?",
        "A household that split or moved: what makes it the same household?",
    ),
    options={
        "by_code": Text("mã hộ; không khớp mã thì để ngỏ", "the household's code; left open where codes do not match"),
        "by_head": Text("chủ hộ", "the head of household"),
    },
    adopted="by_code",
    because=Text(
        "họ tên chủ hộ trùng nhau và thay đổi; mã hộ do cơ quan rà soát cấp",
        "names of heads coincide and change; codes are given by the survey",
    ),
    places=("III.2.4",),
    acts=Text(
        "khi chuẩn bị hồ sơ: hồ sơ của một hộ là hồ sơ theo mã hộ",
        "in preparing the dossier: one dossier to one code",
    ),
)
OUTSTANDING = reading(
    "A-35",
    ReadingKind.NEVER_COMPUTED,
    Text("“Xuất sắc”, “tiêu biểu” là từ mức nào?", "From which level is one “outstanding” or “exemplary”?"),
    options={
        "council": Text(
            "do Hội đồng bình xét, bỏ phiếu; không tính toán", "the Council deliberates and votes; never computed"
        ),
    },
    adopted="council",
    because=Text(
        "kế hoạch không đặt ngưỡng; phần mềm chỉ cho biết được đề nghị hay chưa, không chọn ai",
        "the plan sets no threshold; software says who may be proposed, and chooses nobody",
    ),
    places=("I.2-2", "III.1-1", "III.3.2-1", "III.3.3-1", "III.3.4-1"),
    acts=Text("không ở đâu: không kết quả nào nói ai được khen", "nowhere: no result says that anybody is commended"),
)

READINGS = (
    *later_bullets.READINGS,
    FORCES_AND_ASSOCIATIONS.reading,
    PLACES_AND_PEOPLE.reading,
    OUTSIDERS.reading,
    MOVEMENT_LASTS.reading,
    CLASS_OF_THE_ORDER.reading,
    WHO_SIGNS,
    AFTER_THE_INTERIM.reading,
    SAME_HOUSEHOLD,
    OUTSTANDING,
)
