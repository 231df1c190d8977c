"""Readings of a single bullet of 2.1, 2.2 or 2.3."""

from thidua.nodes import ReadingKind
from thidua.readings import Switch, reading
from thidua.texts import Text

WHOSE_EFFORT = reading(
    "A-20",
    ReadingKind.DEFINITION,
    Text(
        "Tiêu chí về cán bộ, công chức trong nhóm các xã xét tập thể hay từng người?",
        "Does the clause about officials, asked of communes, look at them together or one by one?",
    ),
    options={
        "together": Text("xét chung tập thể xã, bằng kết quả công tác của xã", "together, by the work of the commune"),
        "each": Text("xét từng cán bộ, công chức", "each official"),
    },
    adopted="together",
    because=Text(
        "nhóm này xét các xã; từng cá nhân đã có tiêu chí riêng tại điểm 2.5",
        "this group is about communes; individuals have a criterion of their own in 2.5",
    ),
    places=("III.2.2-1",),
    acts=Text(
        "ở nghĩa của dữ kiện “sự nỗ lực của cán bộ, công chức xã”: câu hỏi đánh giá hỏi chung, không tính từng người",
        "in what the fact of the officials' effort means: its question is about them all, and no one is computed alone",
    ),
)
PROPOSING_IS_ENOUGH = Switch(
    reading(
        "A-21",
        ReadingKind.PREDICATE,
        Text(
            "Chỉ kiến nghị sửa đổi, bổ sung chính sách có được tính không?",
            "Does it count to propose an amendment of policy only?",
        ),
        options={
            "either": Text("sửa đổi, bổ sung hoặc kiến nghị đều được", "amending and proposing both count"),
            "amended_only": Text("phải tự sửa đổi, bổ sung", "the agency must itself amend"),
        },
        adopted="either",
        because=Text(
            "câu chữ là “hoặc kiến nghị”; cơ quan cấp huyện ít khi được ban hành chính sách",
            "the text says “or propose”; a district agency can seldom make policy",
        ),
        places=("III.2.1-2",),
    )
)
PUPILS_IN_THE_REMIT = Switch(
    reading(
        "A-22",
        ReadingKind.PREDICATE,
        Text(
            "Phần giúp đỡ học sinh có hoàn cảnh khó khăn áp dụng cho mọi cơ quan không?",
            "Is the part about pupils in difficult circumstances asked of every agency?",
        ),
        options={
            "where_in_the_remit": Text(
                "chỉ nơi có chức năng, nhiệm vụ đó", "only of an agency with that function or task"
            ),
            "every_agency": Text("mọi cơ quan", "of every agency"),
        },
        adopted="where_in_the_remit",
        because=Text(
            "cơ quan không có nhiệm vụ về học sinh thì chỉ xét phần giúp đỡ người nghèo",
            "an agency that has no task about pupils is judged on its help for the poor alone",
        ),
        places=("III.2.1-3",),
    )
)
ANY_HELP_COUNTS = Switch(
    reading(
        "A-23",
        ReadingKind.PREDICATE,
        Text(
            "“Hỗ trợ vốn, chia sẻ kinh nghiệm, kỹ thuật”: cần một hay cả ba?",
            "“Capital, experience, technique”: is one enough, or are all three asked?",
        ),
        options={
            "any_help": Text("một trong ba, có giấy tờ chứng minh", "any one of the three, documented"),
            "all_three": Text("đủ cả ba", "all three"),
        },
        adopted="any_help",
        because=Text(
            "đọc dấu phẩy là liệt kê ví dụ; bản, xóm không phải tổ chức cho vay",
            "the commas are read as a list of examples; a village is no lender",
        ),
        places=("III.2.3-1",),
        flagged=True,
    )
)
WITHOUT_A_STATE_MODEL = Switch(
    reading(
        "A-24",
        ReadingKind.PREDICATE,
        Text(
            "Bản, xóm không có mô hình dùng vốn ngân sách nhà nước thì sao?",
            "What of a village that has no State-funded model?",
        ),
        options={
            "not_applicable": Text("không áp dụng", "the clause does not apply"),
            "not_met": Text("không đạt", "the clause is not met"),
        },
        adopted="not_applicable",
        because=Text(
            "không được giao vốn thì không có gì để quản lý, thu hồi, luân chuyển",
            "without such capital there is nothing to manage, recover or rotate",
        ),
        places=("III.2.3-2",),
    )
)
NO_RETURN_TO_POVERTY = Switch(
    reading(
        "A-31",
        ReadingKind.PREDICATE,
        Text(
            "“Không tái nghèo”: ai xác định, trong thời gian nào?",
            "“No return to poverty”: who says so, over what time?",
        ),
        options={
            "any_return": Text(
                "không hộ nào đã được giúp thoát nghèo trở lại danh sách hộ nghèo đến ngày chốt",
                "no household helped out of poverty is back on the list by the cut-off",
            ),
            "judged": Text("cơ quan có thẩm quyền đánh giá chung", "the judging body judges it as a whole"),
        },
        adopted="any_return",
        because=Text(
            "danh sách hộ nghèo hằng năm là căn cứ chính thức duy nhất và đo được",
            "the yearly list of poor households is the only official basis, and measurable",
        ),
        places=("III.2.1-3",),
    )
)
MANY = Switch(
    reading(
        "B-03",
        ReadingKind.PREDICATE,
        Text("“Nhiều sáng kiến, giải pháp” là bao nhiêu?", "How many initiatives and solutions are “many”?"),
        options={
            "two": Text("từ 02 trở lên, tính chung các nội dung", "two or more, all matters together"),
            "three": Text("từ 03 trở lên, tính chung các nội dung", "three or more, all matters together"),
            "two_of_each": Text("từ 02 trở lên cho mỗi nội dung", "two or more for each matter"),
        },
        adopted="two",
        because=Text(
            "“nhiều” ít nhất là hơn một; kế hoạch không cho con số nào cao hơn",
            "“many” is at least more than one; the plan gives no higher number",
        ),
        places=("III.2.1-3",),
    )
)
TOWNSHIPS = Switch(
    reading(
        "B-08",
        ReadingKind.PREDICATE,
        Text("Thị trấn có thuộc “các xã” không?", "Does a township (thị trấn) count among “the communes”?"),
        options={
            "counts": Text("có, như mọi đơn vị hành chính cấp xã", "yes, as every unit of commune level"),
            "does_not_count": Text("không, chỉ các xã", "no, communes only"),
        },
        adopted="counts",
        because=Text(
            "khi ban hành kế hoạch huyện chỉ có xã; một xã trở thành thị trấn trong kỳ không vì thế mà hết được xét",
            "when the plan was issued the district had communes only; one that becomes a township meanwhile is not "
            "dropped for that",
        ),
        places=("III.2.2",),
    )
)
RAISED_AND_REPLICATED = Switch(
    reading(
        "B-12",
        ReadingKind.PREDICATE,
        Text(
            "“Nhằm nâng cao hiệu quả và nhân rộng được các mô hình” là kết quả phải có hay chỉ là mục đích?",
            "“So as to raise their effectiveness and replicate the models”: a result asked for, or only the purpose?",
        ),
        options={
            "results": Text("kết quả phải có", "results asked for"),
            "purpose": Text("chỉ là mục đích", "only the purpose"),
        },
        adopted="results",
        because=Text(
            "“nhân rộng được” nói đến việc đã làm được, khác với các cụm từ chỉ mục đích khác",
            "“nhân rộng được” speaks of what has been achieved, unlike the other phrases of purpose",
        ),
        places=("III.2.3-2",),
    )
)
RULES_OR_RESULTS = Switch(
    reading(
        "B-18",
        ReadingKind.PREDICATE,
        Text(
            "“Xây dựng được quy chế quản lý, duy trì, thu hồi và luân chuyển được phần vốn”: có quy chế về các việc đó "
            "là đủ, hay các việc đó phải làm được?",
            "Rules to manage, keep, recover and rotate the capital: are the rules enough, or must all of it be done?",
        ),
        options={
            "results": Text(
                "có quy chế, và phần vốn được duy trì, thu hồi, luân chuyển",
                "rules, and the capital kept, recovered and rotated",
            ),
            "rules_only": Text("có quy chế là đủ", "the rules are enough"),
        },
        adopted="results",
        because=Text(
            "chữ “được” đứng lại sau “luân chuyển”: nói đến việc đã làm được, không chỉ đến nội dung của quy chế",
            "the word “được” (to have achieved) stands again after “luân chuyển” (to rotate): it speaks of what was "
            "done, not of the rules alone",
        ),
        places=("III.2.3-2",),
    )
)
WHOSE_DIRECTIVES = reading(
    "B-13",
    ReadingKind.DEFINITION,
    Text(
        "“Hoàn thành … các văn bản chỉ đạo hướng dẫn thực hiện của các cấp có thẩm quyền”: hoàn thành cái gì?",
        "“Complete … the documents directing and guiding implementation, of the competent levels”: complete what?",
    ),
    options={
        "own_documents": Text(
            "văn bản đơn vị phải ban hành, tham mưu ban hành để chỉ đạo, hướng dẫn thực hiện",
            "the documents the agency has to draft or issue to direct and guide implementation",
        ),
        "tasks_set": Text(
            "nhiệm vụ nêu trong văn bản của cấp trên", "the tasks set in the documents of the higher levels"
        ),
    },
    adopted="own_documents",
    because=Text(
        "“có chất lượng, đúng thời gian” nói về văn bản; giấy tờ thường có là danh mục văn bản đến hạn và đã ban hành",
        "“of good quality, on time” is said of documents; the usual paper is a list of documents due and issued",
    ),
    places=("III.2.1-1",),
    acts=Text(
        "ở những gì được ghi vào sổ văn bản chỉ đạo, hướng dẫn của đơn vị",
        "in what is entered in the agency's register of directives",
    ),
)

READINGS = (
    WHOSE_EFFORT,
    PROPOSING_IS_ENOUGH.reading,
    PUPILS_IN_THE_REMIT.reading,
    ANY_HELP_COUNTS.reading,
    WITHOUT_A_STATE_MODEL.reading,
    NO_RETURN_TO_POVERTY.reading,
    MANY.reading,
    TOWNSHIPS.reading,
    RAISED_AND_REPLICATED.reading,
    RULES_OR_RESULTS.reading,
    WHOSE_DIRECTIVES,
)
