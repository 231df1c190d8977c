"""How the words of the criteria are read where they are silent or say two things, and how clauses count together.

Readings of a single bullet of 2.1, 2.2 or 2.3 are in `bullets`, what falls by more than half in `falls`, surveys and
reviews in `moments`, who may be proposed in `eligibility`.
"""

from typing import TypeVar

from thidua.conditions import Condition, all_of, any_of, at_least
from thidua.nodes import ReadingKind
from thidua.readings import Level, Switch, level_switch, reading
from thidua.texts import Text

S = TypeVar("S")

HOW_CLAUSES_COUNT = Switch(
    reading(
        "A-01",
        ReadingKind.PREDICATE,
        Text("Các gạch đầu dòng của một nhóm có phải đạt tất cả không?", "Must all clauses of a group be met?"),
        options={
            "all_applicable": Text("đạt mọi tiêu chí áp dụng được", "every clause that applies must be met"),
            "all_strictly": Text(
                "đạt mọi tiêu chí; tiêu chí không áp dụng coi như không đạt",
                "every clause must be met; one that does not apply counts as not met",
            ),
            "all_but_one": Text(
                "được thiếu một tiêu chí, kể cả tiêu chí không áp dụng",
                "one clause may be missing, one that does not apply included",
            ),
            "any_one": Text("đạt một tiêu chí là đủ", "one clause met is enough"),
        },
        adopted="all_applicable",
        because=Text(
            "kế hoạch nêu các tiêu chí ngang nhau, không nói được chọn; tiêu chí không áp dụng thì không thể đòi hỏi",
            "the plan lists the clauses side by side and offers no choice; what does not apply cannot be asked",
        ),
        places=("III.2.1", "III.2.2", "III.2.3", "III.2.5"),
    )
)
SUFFICIENT = level_switch(
    reading(
        "B-01",
        ReadingKind.PREDICATE,
        Text(
            "Những từ phải đánh giá (“chủ động, tích cực”, “có chất lượng” …) cần đạt mức nào?",
            "Which level do the judged words (“with initiative”, “of good quality”, …) ask for?",
        ),
        options={
            "done": Text("từ hoàn thành trở lên", "fulfilled or better"),
            "done_well": Text("từ hoàn thành tốt trở lên", "well fulfilled or better"),
            "excellent": Text("hoàn thành xuất sắc", "excellently fulfilled"),
        },
        adopted="done_well",
        because=Text(
            "“thực hiện tốt”, “có chất lượng”, “có hiệu quả” đòi hỏi làm tốt chứ không chỉ làm xong; “xuất sắc” là để "
            "Hội đồng chọn trong số đã đạt",
            "“carry out well”, “of good quality”, “effectively” ask for work done well, not merely done; “outstanding” "
            "is for the Council's choice among those who meet the criteria",
        ),
        places=("III.2.1", "III.2.2", "III.2.3", "III.2.4", "III.2.5", "III.2.6"),
    ),
    {"done": Level.DONE, "done_well": Level.DONE_WELL, "excellent": Level.EXCELLENT},
)
PURPOSE_PHRASES = Switch(
    reading(
        "B-02",
        ReadingKind.PREDICATE,
        Text(
            "Những cụm từ chỉ mục đích (“vượt khó vươn lên thoát nghèo” …) có phải là điều kiện riêng không?",
            "Are phrases of purpose (“rise out of poverty”, …) conditions of their own?",
        ),
        options={
            "purpose": Text("chỉ là mục đích, không xét riêng", "only the purpose, not judged apart"),
            "condition": Text("là điều kiện riêng, phải có kết quả", "conditions of their own, asking for results"),
        },
        adopted="purpose",
        because=Text(
            "câu văn nêu việc phải làm và việc đó nhằm đến đâu; hộ còn đang nghèo cũng được xét nên không thể đòi mọi "
            "hộ đã thoát nghèo",
            "the sentences say what is to be done and to what end; households still poor are addressed too, so having "
            "escaped cannot be asked of all",
        ),
        places=("III.2.1-3", "III.2.3-1", "III.2.4-4"),
    )
)
SOLUTIONS_TOO_ARE_RECOGNISED = Switch(
    reading(
        "B-04",
        ReadingKind.PREDICATE,
        Text(
            "“Giải pháp” có phải được công nhận như sáng kiến không?",
            "Must a “solution” be recognised as an initiative is?",
        ),
        options={
            "recognised": Text(
                "phải được cấp có thẩm quyền công nhận", "it must be recognised by a competent authority"
            ),
            "applied": Text("đã áp dụng, có giấy tờ chứng minh là đủ", "it is enough that it was applied, documented"),
        },
        adopted="recognised",
        because=Text(
            "“sáng kiến, giải pháp” đi liền nhau; công nhận là căn cứ duy nhất không phải do đơn vị tự nói",
            "“initiatives, solutions” are named in one breath; only recognition is more than the unit's own word",
        ),
        places=("III.2.1-1", "III.2.1-3"),
    )
)
HOW_MUCH_IS_MOBILISED = Switch(
    reading(
        "B-05",
        ReadingKind.PREDICATE,
        Text(
            "Huy động, đóng góp bao nhiêu cũng được hay phải đạt chỉ tiêu?",
            "Does any amount mobilised or given count, or must a target be reached?",
        ),
        options={
            "any_amount": Text("có khoản huy động, đóng góp là đủ", "any documented contribution"),
            "target": Text("đạt chỉ tiêu đã đề ra", "the target that was set"),
        },
        adopted="any_amount",
        because=Text("kế hoạch không đặt chỉ tiêu nào", "the plan sets no target"),
        places=("III.2.2-3", "III.2.3-3", "III.2.6-1"),
    )
)
LEAP_DAY = Switch(
    reading(
        "B-10",
        ReadingKind.PREDICATE,
        Text(
            "Tính tròn năm từ ngày 29/02: đủ vào ngày nào của năm không nhuận?",
            "Full years from 29 February: on which day are they full in a common year?",
        ),
        options={
            "february_28": Text("ngày 28/02", "28 February"),
            "march_1": Text("ngày 01/3", "1 March"),
        },
        adopted="february_28",
        because=Text(
            "là ngày cuối của cùng tháng, có lợi cho người được xét",
            "it is the last day of the same month, and favours whoever is considered",
        ),
        places=("III.2.4", "III.2.4-3"),
    )
)
MATTERS_OF_INITIATIVES = Switch(
    reading(
        "B-11",
        ReadingKind.PREDICATE,
        Text(
            "Sáng kiến về cơ chế, chính sách, hướng dẫn “và” tháo gỡ khó khăn: một nội dung hay đủ các nội dung?",
            "Initiatives on policy, guidance “and” removing difficulties: on one of these matters, or on each?",
        ),
        options={
            "any_matter": Text("có sáng kiến về một trong các nội dung", "an initiative on one of the matters"),
            "each_matter": Text("có sáng kiến về từng nội dung", "an initiative on each of the matters"),
        },
        adopted="any_matter",
        because=Text(
            "liệt kê phạm vi của “có sáng kiến”, không đòi số lượng; mục 2.1 cùng ý dùng chữ “hoặc”",
            "the list gives the scope of “has initiatives” and asks for no number; 2.1 says the same with “or”",
        ),
        places=("III.2.2-1", "III.2.5-1"),
    )
)

ONE_IS_ENOUGH = reading(
    "B-16",
    ReadingKind.DEFINITION,
    Text(
        "Kế hoạch không nêu mức tối thiểu: một khoản, một việc, một người, một hộ, một đồng tăng thêm đã đủ chưa?",
        "The plan names no minimum: is one gift, one act, one person, one household, one đồng more enough?",
    ),
    options={
        "one": Text("một là đủ; có hiệu quả hay không đã được đánh giá riêng", "one is; the effect is judged apart"),
        "minimum": Text("phải đạt một mức do nơi áp dụng đặt ra", "only from a minimum set by the place"),
    },
    adopted="one",
    because=Text(
        "đặt thêm mức tối thiểu là đặt thêm tiêu chuẩn mà kế hoạch không có",
        "to add a minimum would be to add a criterion that the plan does not have",
    ),
    places=("III.2.1-3", "III.2.3-1", "III.2.4-2", "III.2.6-2"),
    acts=Text(
        "ở các ngưỡng “từ 01 trở lên” và “cao hơn” của các tiêu chí này; đặt mức khác là sửa kế hoạch",
        "in the thresholds “at least 1” and “more than” of these clauses; another minimum is an amendment of the plan",
    ),
)

READINGS = (
    ONE_IS_ENOUGH,
    HOW_CLAUSES_COUNT.reading,
    SUFFICIENT.reading,
    PURPOSE_PHRASES.reading,
    SOLUTIONS_TOO_ARE_RECOGNISED.reading,
    HOW_MUCH_IS_MOBILISED.reading,
    LEAP_DAY.reading,
    MATTERS_OF_INITIATIVES.reading,
)


def counted_together(*clauses: Condition[S]) -> Condition[S]:
    """How the clauses of a group count together, by A-01."""
    return HOW_CLAUSES_COUNT.choose(
        all_applicable=all_of(*clauses),
        all_strictly=at_least(len(clauses), *clauses, if_fewer_applicable="strict"),
        all_but_one=at_least(max(1, len(clauses) - 1), *clauses, if_fewer_applicable="cap"),
        any_one=any_of(*clauses),
    )
