"""Readings of a single bullet of 2.4 or 2.6."""

from thidua.nodes import ReadingKind
from thidua.readings import Switch, reading
from thidua.texts import Text

BULLETS_OF_A_HOUSEHOLD = Switch(
    reading(
        "A-05",
        ReadingKind.PREDICATE,
        Text(
            "Hộ nghèo, hộ cận nghèo, hộ đã thoát nghèo: hộ nào phải đạt gạch đầu dòng nào?",
            "Poor, near-poor and escaped households: which clauses are asked of which?",
        ),
        options={
            "by_state": Text(
                "theo diện hộ: gạch đầu dòng thứ ba chỉ áp dụng với hộ đã thoát nghèo; các gạch đầu dòng còn lại áp "
                "dụng với mọi hộ",
                "by the household's state: the third clause only of escaped households, the others of all",
            ),
            "every_bullet": Text("mọi hộ phải đạt mọi gạch đầu dòng", "every clause of every household"),
            "any_bullet": Text("hộ đạt một gạch đầu dòng áp dụng được là đủ", "one clause that applies is enough"),
        },
        adopted="by_state",
        because=Text(
            "đề mục nêu ba diện hộ mà gạch đầu dòng thứ ba chỉ hợp với một; hộ đang nghèo không thể đã thoát nghèo "
            "03 năm",
            "the heading names three states and the third clause fits one of them; a household still poor cannot have "
            "left poverty three years ago",
        ),
        places=("III.2.4", "III.2.4-3"),
    )
)
LONG_ESCAPED = Switch(
    reading(
        "A-06",
        ReadingKind.PREDICATE,
        Text(
            "Hộ thoát nghèo đã quá 03 năm, không còn là “hộ mới thoát nghèo”, có được xét không?",
            "Is a household considered that left poverty more than three years ago and is no longer “newly escaped”?",
        ),
        options={
            "bullet_rules": Text(
                "có: theo gạch đầu dòng thứ ba, “từ 03 năm trở lên”",
                "yes: the third clause rules, “three years or more”",
            ),
            "heading_rules": Text(
                "không: theo đề mục, thoát nghèo không quá 03 năm", "no: the heading rules, three years at most"
            ),
        },
        adopted="bullet_rules",
        because=Text(
            "nếu theo đề mục thì hộ chỉ đạt gạch đầu dòng thứ ba đúng vào ngày tròn 03 năm",
            "under the heading the third clause could be met only on the very day of the third anniversary",
        ),
        places=("III.2.4", "III.2.4-3"),
        flagged=True,
    )
)
CREDIT_CLAUSE_BINDS = Switch(
    reading(
        "A-07",
        ReadingKind.PREDICATE,
        Text(
            "Thực hiện chính sách tín dụng: mọi doanh nghiệp hay chỉ tổ chức cho vay?",
            "Carrying out credit policy: every enterprise, or lenders only?",
        ),
        options={
            "lenders_only": Text("chỉ doanh nghiệp có chức năng cấp tín dụng", "only those whose function is credit"),
            "every_enterprise": Text("mọi doanh nghiệp", "every enterprise"),
        },
        adopted="lenders_only",
        because=Text(
            "chỉ ngân hàng, quỹ tín dụng mới thực hiện được chính sách tín dụng; nơi khác thì không áp dụng",
            "only banks and credit funds can carry out credit policy; to others the clause does not apply",
        ),
        places=("III.2.6-3",),
    )
)
WITHOUT_A_LOAN = Switch(
    reading(
        "A-08",
        ReadingKind.PREDICATE,
        Text("“(nếu có)”: hộ không vay vốn thì sao?", "“(if any)”: what of a household without a loan?"),
        options={
            "not_applicable": Text("không áp dụng", "the clause does not apply"),
            "not_met": Text("không đạt", "the clause is not met"),
        },
        adopted="not_applicable",
        because=Text(
            "“nếu có” gắn với khoản vay; không vay không phải là khuyết điểm",
            "“if any” belongs to the loan; having none is no fault",
        ),
        places=("III.2.4-4",),
    )
)
THREE_YEARS_UNTIL = Switch(
    reading(
        "A-25",
        ReadingKind.PREDICATE,
        Text(
            "“Thoát nghèo từ 03 năm trở lên” tính từ ngày nào đến ngày nào?",
            "“Left poverty three years ago or more”: from which day to which?",
        ),
        options={
            "to_the_cut_off": Text(
                "tròn năm, từ ngày quyết định công nhận đến ngày chốt thành tích",
                "full calendar years from the decision of recognition to the cut-off",
            ),
            "review_year": Text(
                "từ ngày quyết định công nhận đến hết năm xét",
                "from the decision of recognition to the end of the year of the review",
            ),
        },
        adopted="to_the_cut_off",
        because=Text(
            "quyết định công nhận là mốc có giấy tờ; thành tích chỉ tính đến ngày chốt",
            "the decision is the day on paper, and achievements count up to the cut-off only",
        ),
        places=("III.2.4-3",),
    )
)
HELP_COUNTS = Switch(
    reading(
        "A-26",
        ReadingKind.PREDICATE,
        Text(
            "Giúp bao nhiêu hộ nghèo, và hộ được giúp có phải đã thoát nghèo không?",
            "How many poor households must be helped, and must they have escaped?",
        ),
        options={
            "one_helped": Text("từ 01 hộ nghèo được giúp, có tên", "one named poor household helped, or more"),
            "one_escaped": Text("từ 01 hộ nghèo được giúp đã thoát nghèo", "one of those helped has escaped poverty"),
        },
        adopted="one_helped",
        because=Text(
            "câu chữ đòi sự giúp đỡ; “cùng vươn lên thoát nghèo” là mục đích của việc giúp",
            "the words ask for the help; rising out of poverty together is its aim",
        ),
        places=("III.2.4-3",),
    )
)
EXTENDED_PAYMENTS = Switch(
    reading(
        "A-32",
        ReadingKind.PREDICATE,
        Text(
            "Trả nợ trong thời gian được ngân hàng cho gia hạn có là “đúng hạn” không?",
            "Is a payment within an extension granted by the bank “on time”?",
        ),
        options={
            "on_time": Text("đúng hạn, nếu ngân hàng đã cho gia hạn", "on time, where the bank granted the extension"),
            "late": Text("quá hạn: chỉ tính hạn ban đầu", "late: only the first due day counts"),
        },
        adopted="on_time",
        because=Text(
            "gia hạn của ngân hàng đặt ra hạn trả mới",
            "the bank's extension sets a new due day",
        ),
        places=("III.2.4-4",),
        flagged=True,
    )
)
ESCAPE_TO_NEAR_POOR = Switch(
    reading(
        "A-33",
        ReadingKind.PREDICATE,
        Text(
            "Hộ thoát nghèo nhưng còn là hộ cận nghèo có được coi là đã thoát nghèo không?",
            "Has a household escaped poverty when it is no longer poor but still near-poor?",
        ),
        options={
            "does_not_count": Text("chưa: phải ra khỏi cả hai danh sách", "no: it must have left both lists"),
            "counts": Text("rồi: ra khỏi danh sách hộ nghèo là đủ", "yes: leaving the list of the poor is enough"),
        },
        adopted="does_not_count",
        because=Text(
            "theo nguồn đã đăng, “hộ mới thoát nghèo” phải có thu nhập trên mức của hộ cận nghèo (Quyết định số "
            "28/2015/QĐ-TTg, số 02/2021/QĐ-TTg); chưa đối chiếu nguyên văn",
            "as reported, a newly escaped household earns more than the near-poor line (Decisions No. 28/2015/QĐ-TTg "
            "and No. 02/2021/QĐ-TTg); the texts were not seen",
        ),
        places=("III.2.4-3",),
    )
)
PARTS_OF_GOOD_WORK = Switch(
    reading(
        "B-06",
        ReadingKind.PREDICATE,
        Text(
            "Cách làm hay, mô hình hiệu quả, tạo việc làm, tăng thu nhập: phải có đủ không?",
            "Good ways, effective models, jobs created, income raised: must there be all of them?",
        ),
        options={
            "models_where_joined": Text(
                "đủ các phần; phần mô hình chỉ xét với hộ tham gia mô hình",
                "all; the part about models only of households that take part in one",
            ),
            "every_part": Text("đủ các phần, với mọi hộ", "all, of every household"),
            "any_result": Text(
                "cách làm hay và một trong các kết quả: mô hình hiệu quả, việc làm, thu nhập",
                "good ways and one result: an effective model, jobs, or income",
            ),
        },
        adopted="models_where_joined",
        because=Text(
            "các vế nối tiếp bằng dấu phẩy và chữ “và” đều là việc hộ phải làm được; mô hình do Nhà nước hoặc tổ chức "
            "triển khai, không phải hộ nào cũng được tham gia",
            "the parts, joined by commas and “and”, are all things the household has done; models are set up by the "
            "State or by others, and not every household can join one",
        ),
        places=("III.2.4-2",),
    )
)
PARTS_OF_WORK_WITH_THE_POOR = Switch(
    reading(
        "B-07",
        ReadingKind.PREDICATE,
        Text(
            "Sản xuất, chế biến và tiêu thụ; mô hình, dạy nghề và việc làm: phải có đủ không?",
            "Production, processing and sale; models, training and jobs: must there be all of them?",
        ),
        options={
            "each_half": Text(
                "đủ hai vế hai bên dấu chấm phẩy, mỗi vế một nội dung là đủ",
                "both sides of the semicolon, with one of the things listed on each",
            ),
            "every_part": Text("đủ sáu nội dung", "all six things"),
            "either_half": Text("một nội dung của một trong hai vế là đủ", "one thing on either side"),
        },
        adopted="each_half",
        because=Text(
            "dấu chấm phẩy ngăn hai việc phải làm; trong mỗi vế là liệt kê hình thức, không doanh nghiệp nào làm đủ",
            "the semicolon parts two things to be done; within each the ways are listed, and no enterprise is in all "
            "of them",
        ),
        places=("III.2.6-2",),
    )
)
GOOD_WAYS_OF_A_HOUSEHOLD = Switch(
    reading(
        "B-14",
        ReadingKind.PREDICATE,
        Text(
            "“Sáng kiến, cách làm hay” của hộ có phải được công nhận là sáng kiến không?",
            "Must a household's “initiatives and good ways” be recognised as initiatives?",
        ),
        options={
            "judged": Text("không, do nơi có thẩm quyền đánh giá", "no, they are judged"),
            "recognised": Text(
                "phải có sáng kiến được công nhận", "yes, there must be a recognised initiative, besides the judgement"
            ),
        },
        adopted="judged",
        because=Text(
            "hai từ đi liền nhau chỉ cách làm ăn của hộ; hộ gia đình ít khi lập hồ sơ công nhận sáng kiến",
            "the two words together mean how the household works; households seldom apply for recognition",
        ),
        places=("III.2.4-2",),
    )
)
CLASSES_OF_BORROWERS = Switch(
    reading(
        "B-15",
        ReadingKind.PREDICATE,
        Text(
            "Cho vay hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo: phải có đủ ba diện không?",
            "Credit for poor, near-poor and newly escaped households: to all three?",
        ),
        options={
            "any_class": Text("có hộ vay thuộc một trong ba diện", "borrowers of one of the three"),
            "each_class": Text("có hộ vay thuộc cả ba diện", "borrowers of each"),
        },
        adopted="any_class",
        because=Text(
            "ba diện là đối tượng của chính sách; có vay hay không tùy hộ, hiệu quả chung đã được đánh giá",
            "the three are whom the policy serves; borrowing is up to them, and the effect is judged as a whole",
        ),
        places=("III.2.6-3",),
    )
)

READINGS = (
    BULLETS_OF_A_HOUSEHOLD.reading,
    LONG_ESCAPED.reading,
    CREDIT_CLAUSE_BINDS.reading,
    WITHOUT_A_LOAN.reading,
    THREE_YEARS_UNTIL.reading,
    HELP_COUNTS.reading,
    EXTENDED_PAYMENTS.reading,
    ESCAPE_TO_NEAR_POOR.reading,
    PARTS_OF_GOOD_WORK.reading,
    PARTS_OF_WORK_WITH_THE_POOR.reading,
    GOOD_WAYS_OF_A_HOUSEHOLD.reading,
    CLASSES_OF_BORROWERS.reading,
)
