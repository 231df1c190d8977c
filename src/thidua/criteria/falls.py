"""“Quy mô hộ nghèo và hộ cận nghèo đa chiều giảm trên 50% so với đầu kỳ”: what 2.2-4 and 2.3-4 have in common."""

from __future__ import annotations

from typing import Generic, TypeVar

from attrs import frozen

from thidua.conditions import ALWAYS, NEVER, NOT_APPLICABLE, Condition, all_of, at_review, not_, where
from thidua.criteria.moments import HALF_AT_THE_INTERIM
from thidua.criteria.readings import counted_together
from thidua.criteria.schedule import INTERIM_2023
from thidua.measures import DatedQuantity
from thidua.nodes import ReadingKind
from thidua.periods import START_OF_PERIOD
from thidua.quantities import Money, Percent, percent
from thidua.readings import Switch, reading
from thidua.texts import Text

S = TypeVar("S")
V = TypeVar("V", int, Money, Percent)

_PLACES = ("III.2.2-4", "III.2.3-4")

STRICTLY = Switch(
    reading(
        "A-02",
        ReadingKind.PREDICATE,
        Text(
            "“Giảm trên” một mức: giảm đúng mức đó có đạt không?",
            "“Falls by more than” a share: is exactly that share enough?",
        ),
        options={
            "more_than": Text("phải giảm trên mức đã định", "it must fall by more than the share set"),
            "at_least": Text("giảm từ mức đã định trở lên", "a fall by the share set, or more"),
        },
        adopted="more_than",
        because=Text("đúng câu chữ: “trên”", "the text says “trên”, more than"),
        places=_PLACES,
    )
)
WHO_IS_COUNTED = Switch(
    reading(
        "A-03",
        ReadingKind.PREDICATE,
        Text("Hộ nghèo và hộ cận nghèo: cộng lại hay xét riêng?", "Poor and near-poor households: together, or each?"),
        options={
            "together": Text("cộng lại", "together"),
            "each": Text("mỗi loại đều phải giảm", "each must fall"),
            "poor_only": Text("chỉ hộ nghèo", "poor households only"),
        },
        adopted="together",
        because=Text(
            "theo nguồn đã đăng, Quyết định số 90/QĐ-TTg đặt một mục tiêu chung cho số hộ nghèo và hộ cận nghèo, và "
            "hai loại hộ có cùng chuẩn thu nhập",
            "as reported, Decision No. 90/QĐ-TTg sets one aim for poor and near-poor households together, and both "
            "share one income line",
        ),
        places=_PLACES,
    )
)
WHAT_SCALE_MEANS = Switch(
    reading(
        "A-04",
        ReadingKind.PREDICATE,
        Text("“Quy mô” là số hộ, tỷ lệ hộ hay số người?", "Is the “scale” a number of households, a rate, or persons?"),
        options={
            "households": Text("số hộ", "the number of households"),
            "rate": Text("tỷ lệ trong tổng số hộ", "the share of all households"),
            "persons": Text("số nhân khẩu", "the number of persons"),
        },
        adopted="households",
        because=Text(
            "văn bản nói “quy mô hộ”; tỷ lệ còn thay đổi do tách hộ, nhập hộ",
            "the text says “scale of households”; a rate also moves when households split or arrive",
        ),
        places=_PLACES,
    )
)
ZERO_AT_START = Switch(
    reading(
        "A-12",
        ReadingKind.PREDICATE,
        Text("Đầu kỳ không có hộ nào thì sao?", "What if there was none at the start?"),
        options={
            "not_applicable": Text("vẫn không có hộ nào: không áp dụng", "still none: it does not apply"),
            "met": Text("vẫn không có hộ nào: đạt", "still none: met"),
            "not_met": Text("vẫn không có hộ nào: không đạt", "still none: not met"),
        },
        adopted="not_applicable",
        because=Text(
            "không có gì để giảm; nếu cuối kỳ có hộ nghèo thì là phát sinh nghèo, không đạt theo mọi cách hiểu",
            "there was nothing to reduce; a rise from zero is not met under every option",
        ),
        places=_PLACES,
    )
)
SMALL_AT_START = reading(
    "A-13",
    ReadingKind.CAUTION,
    Text("Số đầu kỳ rất nhỏ (từ 1 xuống 0 là giảm 100%) có tính không?", "Does a very small start (1 to 0) count?"),
    options={
        "accept": Text("có tính, nêu rõ con số", "it counts, the figures shown"),
        "minimum": Text("chỉ tính từ một quy mô tối thiểu", "only from a minimum size"),
    },
    adopted="accept",
    because=Text("kế hoạch không đặt quy mô tối thiểu", "the plan sets no minimum size"),
    places=_PLACES,
    acts=Text(
        "khi giải thích: luôn nêu số đầu kỳ và số cuối kỳ bên cạnh tỷ lệ giảm; phần mềm không tự đặt quy mô tối thiểu",
        "in the explanation, which always shows both figures beside the fall; no minimum is applied by the software",
    ),
)
WHICH_COMMUNES = Switch(
    reading(
        "A-15",
        ReadingKind.PREDICATE,
        Text(
            "Những xã nào thuộc “khu vực III, II, I vùng đồng bào dân tộc thiểu số và miền núi”?",
            "Which communes are “of areas III, II and I of the ethnic-minority and mountain area”?",
        ),
        options={
            "by_the_list": Text("xã có trong danh sách có hiệu lực tại ngày chốt", "those on the list in force"),
            "every_commune": Text("mọi xã", "every commune"),
        },
        adopted="by_the_list",
        because=Text(
            "khu vực do cấp có thẩm quyền phê duyệt thành danh sách; xã ngoài vùng thì không áp dụng",
            "the areas are approved as a list; to a commune outside it the clause does not apply",
        ),
        places=("III.2.2-4",),
    )
)

READINGS = (
    STRICTLY.reading,
    WHO_IS_COUNTED.reading,
    WHAT_SCALE_MEANS.reading,
    ZERO_AT_START.reading,
    SMALL_AT_START,
    WHICH_COMMUNES.reading,
)

HALF = percent(50)
QUARTER = percent(25)
"""Half of the half: what A-11 may ask at the interim review."""

_NONE_THEN_OR_NOW = ZERO_AT_START.choose(not_applicable=NOT_APPLICABLE, met=ALWAYS, not_met=NEVER)


@frozen
class Poor(Generic[S]):
    """The poor of one place, or the near-poor: their households, all households, and the persons in theirs."""

    households: DatedQuantity[S, int]
    among: DatedQuantity[S, int]
    persons: DatedQuantity[S, int]

    def __add__(self, other: Poor[S]) -> Poor[S]:
        return Poor(self.households + other.households, self.among, self.persons + other.persons)


def poverty_falls(by: Percent, poor: Poor[S], near_poor: Poor[S]) -> Condition[S]:
    """The scale of poverty falls by a share since the start of the period, by A-02, A-03, A-04 and A-12."""
    poor_alone = _scale_falls(by, poor)
    return WHO_IS_COUNTED.choose(
        together=_scale_falls(by, poor + near_poor),
        each=all_of(poor_alone, _scale_falls(by, near_poor)),
        poor_only=poor_alone,
    )


def _scale_falls(by: Percent, of: Poor[S]) -> Condition[S]:
    return WHAT_SCALE_MEANS.choose(
        households=_falls(by, of.households),
        rate=_falls(by, of.households.as_share_of(of.among)),
        persons=_falls(by, of.persons),
    )


def _falls(by: Percent, scale: DatedQuantity[S, V]) -> Condition[S]:
    return STRICTLY.choose(
        more_than=scale.falls_by_more_than(by, since=START_OF_PERIOD, from_zero=_NONE_THEN_OR_NOW),
        at_least=scale.falls_by_at_least(by, since=START_OF_PERIOD, from_zero=_NONE_THEN_OR_NOW),
    )


def counted_with_the_fall(*others: Condition[S], fall: Condition[S], half_way: Condition[S]) -> Condition[S]:
    """How clauses count together when one of them is the fall, by A-01 and, at the interim review, by A-11."""
    every_clause = counted_together(*others, fall)
    return HALF_AT_THE_INTERIM.choose(
        inform_only=_at_the_interim(counted_together(*others), otherwise=every_clause),
        full=every_clause,
        half=_at_the_interim(counted_together(*others, half_way), otherwise=every_clause),
    )


def _at_the_interim(then: Condition[S], *, otherwise: Condition[S]) -> Condition[S]:
    at_the_interim = at_review(INTERIM_2023.label, INTERIM_2023.id)
    return all_of(where(at_the_interim, then), where(not_(at_the_interim), otherwise))
