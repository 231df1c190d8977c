"""Khoản 3 mục III as data: the four forms, who decides on each, and the routes to them at each review.

A route tells who proposes, to whom, who completes the dossier, and what is still to be asked. It never tells who is
commended: “tiêu biểu, xuất sắc” is for the Council (A-35). Law whose text was not read is marked as reported, or asked.
"""

from datetime import date, timedelta
from typing import Any

from thidua.awards import AwardForm, Decider, Route
from thidua.conditions import NEVER, Condition, all_of, any_of, not_, where
from thidua.criteria.eligibility import (
    AFTER_THE_INTERIM,
    CLASS_OF_THE_ORDER,
    FORCES_AND_ASSOCIATIONS,
    MOVEMENT_LASTS,
    OUTSIDERS,
    OUTSTANDING,
    PLACES_AND_PEOPLE,
    WHO_SIGNS,
)
from thidua.criteria.schedule import FINAL_2025, INTERIM_2023, LAUNCH, PERIOD, SPECIAL
from thidua.movements import Review
from thidua.nodes import CompareDays, DayOf, ExactDay, Op, YearsAfter
from thidua.periods import END_OF_REVIEW_YEAR
from thidua.subjects import Agency, Commune, Enterprise, Household, Official, Subject, Village
from thidua.texts import Text
from thidua.vocabulary import guards

_LAW = "Luật Thi đua, khen thưởng số 06/2022/QH15"
_PLAN = "khoản 3 mục III của Kế hoạch"
_DISTRICT = Text("Chủ tịch UBND huyện", "the Chairman of the district People's Committee")
_COMMUNE = Text("Chủ tịch UBND xã", "the Chairman of the commune People's Committee")
_PROVINCE = Text("Chủ tịch UBND tỉnh", "the Chairman of the provincial People's Committee")

LABOUR_ORDER = AwardForm(
    "labour_order",
    "III.3.1-1",
    Text("Huân chương Lao động", "Labour Order"),
    deciders=(
        Decider(
            Text("Chủ tịch nước", "the State President"),
            source=f"{_LAW}, các Điều 42, 43 và 44 (theo bản tóm lược; chưa đối chiếu nguyên văn)",
            reported=True,
        ),
    ),
    readings=(CLASS_OF_THE_ORDER.reading, MOVEMENT_LASTS.reading),
)
PRIME_MINISTERS_MERIT = AwardForm(
    "prime_ministers_merit",
    "III.3.1-2",
    Text("Bằng khen của Thủ tướng Chính phủ", "Certificate of merit of the Prime Minister"),
    deciders=(
        Decider(
            Text("Thủ tướng Chính phủ", "the Prime Minister"),
            source=f"{_PLAN}; {_LAW}, điểm a khoản 1 Điều 73",
        ),
    ),
)
PROVINCIAL_MERIT = AwardForm(
    "provincial_merit",
    "III.3.1-3",
    Text(
        "Bằng khen của Chủ tịch UBND tỉnh",
        "Certificate of merit of the Chairman of the provincial People's Committee",
    ),
    deciders=(Decider(_PROVINCE, source=f"{_PLAN}; {_LAW}, Điều 74"),),
)
LOCAL_COMMENDATION = AwardForm(
    "local_commendation",
    "III.3.1-4",
    Text("Giấy khen", "Certificate of commendation"),
    deciders=(
        Decider(
            _DISTRICT,
            until=date(2023, 12, 31),
            source=f"{_PLAN}, theo cách hiểu A-29 (Luật số 15/2003/QH11: chưa đối chiếu nguyên văn)",
            reported=True,
        ),
        Decider(_DISTRICT, since=date(2024, 1, 1), until=date(2025, 6, 30), source=f"{_LAW}, khoản 2 Điều 80"),
        Decider(_COMMUNE, since=date(2025, 7, 1), source=f"{_LAW}, khoản 3 Điều 80"),
    ),
    readings=(WHO_SIGNS,),
)
FORMS = (LABOUR_ORDER, PRIME_MINISTERS_MERIT, PROVINCIAL_MERIT, LOCAL_COMMENDATION)

_CLEAN: Condition[Any] = all_of(
    not_(guards.discipline_pending.is_yes()),
    not_(guards.under_investigation.is_yes()),
    not_(guards.under_inspection.is_yes()),
    not_(guards.complaint_being_verified.is_yes()),
    not_(guards.press_report_being_verified.is_yes()),
    where(guards.was_disciplined.is_yes(), guards.achieved_after_discipline.is_yes()),
    not_(guards.made_false_declaration.is_yes()),
    not_(guards.commended_for_the_same.is_yes()),
)
_STILL_PROPOSED = where(guards.nominator_is_dissolved.is_yes(), guards.successor_nominates.is_yes())
_NOT_DISSOLVED = not_(guards.is_dissolved.is_yes())
_NOT_THE_SAME_AGAIN = AFTER_THE_INTERIM.choose(
    new_facts=where(guards.commended_at_interim.is_yes(), guards.achieved_after_interim.is_yes()),
    bar=not_(guards.commended_at_interim.is_yes()),
)


def _lasts_five_years(eve: date) -> Condition[Any]:
    return Condition(CompareDays(YearsAfter(ExactDay(eve), 5), Op.AT_MOST, DayOf(END_OF_REVIEW_YEAR)))


_LASTS_FIVE_YEARS = MOVEMENT_LASTS.choose(
    named_period=_lasts_five_years(PERIOD.first - timedelta(days=1)),
    launch=_lasts_five_years(LAUNCH - timedelta(days=1)),
)
_OF_THE_ORDER = CLASS_OF_THE_ORDER.choose(
    third=guards.meets_third_class_standards.is_yes(),
    any=any_of(guards.meets_third_class_standards.is_yes(), guards.meets_higher_class_standards.is_yes()),
)
_HELPED = any_of(
    guards.helped_a_poor_district.is_yes(),
    guards.helped_a_hard_place.is_yes(),
    guards.helped_the_poor.is_yes(),
)

_BODIES: tuple[type[Subject], ...] = (Agency, Commune, Village, Enterprise)


def _admitted(kind: type[Subject], asked: Condition[Any]) -> Condition[Any]:
    """What is asked of a kind of subject, under A-17, A-18 and A-19."""
    if kind is Commune:
        return asked
    if kind in (Village, Household, Official):
        return PLACES_AND_PEOPLE.choose(eligible=asked, ineligible=NEVER)
    from_inside = not_(guards.based_outside_the_district.is_yes())
    asked = OUTSIDERS.choose(eligible=asked, special_only=all_of(asked, from_inside))
    if kind is Enterprise:
        return asked
    is_neither = not_(guards.is_force_or_association.is_yes())
    return FORCES_AND_ASSOCIATIONS.choose(
        as_agencies=asked,
        ineligible=all_of(asked, is_neither),
        council=all_of(asked, any_of(is_neither, guards.council_takes_it_up.is_yes())),
    )


_OWN_UNIT = Text(
    "cơ quan, đơn vị hoặc UBND xã nơi đạt thành tích",
    "the agency, unit or commune People's Committee where the achievement was made",
)
_RECEIVER = Text("đơn vị được nhận hỗ trợ", "the unit that received the support")
_INTERIM_NOTE = Text(
    "Điểm 3.2 còn cho các cơ quan, đơn vị, UBND xã khen thưởng theo thẩm quyền của mình. Năm 2023 áp dụng Luật số "
    "15/2003/QH11, chưa đối chiếu nguyên văn; các câu hỏi theo Nghị định số 152/2025/NĐ-CP ở đây chỉ để rà soát.",
    "Point 3.2 also lets agencies, units and communes commend within their own powers. In 2023 Law No. 15/2003/QH11 "
    "applied, whose text was not read; the questions of Decree No. 152/2025/NĐ-CP are put here only as a check.",
)
_FINAL_NOTE = Text(
    "Không bắt buộc có hình thức thấp mới được đề nghị hình thức cao; khen thưởng theo phong trào không dùng làm căn "
    "cứ đề nghị khen thưởng công trạng (Nghị định số 152/2025/NĐ-CP). Theo nguồn đã đăng, tập thể đã giải thể không "
    "được khen thưởng (Thông tư số 15/2025/TT-BNV) và cơ quan kế thừa nhiệm vụ đề nghị (Nghị định số 98/2023/NĐ-CP); "
    "chưa đối chiếu nguyên văn.",
    "A lower form is no precondition of a higher one, and awards of movements are no basis to propose awards of merit "
    "(Decree No. 152/2025/NĐ-CP). As reported, dissolved bodies are not commended (Circular No. 15/2025/TT-BNV) and "
    "the body that took over the task proposes (Decree No. 98/2023/NĐ-CP); the texts were not read.",
)
_ORDER_NOTE = Text(
    "Đến hết năm 2023, hồ sơ đề nghị tặng huân chương phải được công khai để lấy ý kiến (khoản 10 Điều 45 Nghị định số "
    "91/2017/NĐ-CP); quy định thay thế chưa đối chiếu nguyên văn: cần hỏi.",
    "Through 2023 a dossier for an order had to be published for comment first (Decree No. 91/2017/NĐ-CP, Article "
    "45(10)); what replaced that was not read, and must be asked.",
)
_SPECIAL_NOTE = Text(
    "Công văn số 45/HĐTĐKT ngày 10/8/2020 chưa có trong tay: cần hỏi hình thức nào được áp dụng cho trường hợp này. "
    "Đơn vị được nhận hỗ trợ hoàn thiện hồ sơ, không phải đơn vị của người được đề nghị.",
    "Letter No. 45/HĐTĐKT of 10 August 2020 is not in hand: which forms it opens must be asked. The unit that received "
    "the support completes the dossier, not the nominee's own.",
)


def _interim(form: AwardForm, to: Text, *asks: Condition[Any]) -> tuple[Route, ...]:
    provisions = (form.provision, "III.3.2-1")
    return _routes(form, INTERIM_2023, provisions, _OWN_UNIT, to, _INTERIM_NOTE, *asks)


def _final(form: AwardForm, by: Text, to: Text, provision: str, *asks: Condition[Any]) -> tuple[Route, ...]:
    provisions = (form.provision, "III.3.3-1", provision)
    note = _ORDER_NOTE if form is LABOUR_ORDER else _FINAL_NOTE
    return _routes(form, FINAL_2025, provisions, by, to, note, _STILL_PROPOSED, _NOT_THE_SAME_AGAIN, *asks)


def _routes(
    form: AwardForm,
    review: Review,
    provisions: tuple[str, ...],
    by: Text,
    to: Text,
    note: Text,
    *asks: Condition[Any],
) -> tuple[Route, ...]:
    """One route for each kind of subject, since what is asked differs."""
    return tuple(
        Route(
            form.id,
            (review.id,),
            (kind,),
            proposed_by=by,
            proposed_to=to,
            dossier_by=by,
            asks=_admitted(kind, all_of(*_asked_of(kind, review), *asks)).node,
            provisions=tuple(dict.fromkeys(provisions)),
            readings=(OUTSTANDING,),
            note=note,
        )
        for kind in (*_BODIES, Household, Official)
    )


def _asked_of(kind: type[Subject], review: Review) -> tuple[Condition[Any], ...]:
    if kind in _BODIES and review is not INTERIM_2023:
        return (_CLEAN, _NOT_DISSOLVED)
    return (_CLEAN,)


def _special(form: AwardForm, *asks: Condition[Any]) -> tuple[Route, ...]:
    return tuple(
        Route(
            form.id,
            (SPECIAL.id,),
            (kind,),
            proposed_by=_RECEIVER,
            proposed_to=Text(
                "cấp có thẩm quyền theo Công văn số 45/HĐTĐKT ngày 10/8/2020",
                "the competent level under Letter No. 45/HĐTĐKT of 10 August 2020",
            ),
            dossier_by=_RECEIVER,
            asks=all_of(
                _HELPED,
                guards.receiver_completed_dossier.is_yes(),
                *_asked_of(kind, SPECIAL),
                *asks,
            ).node,
            provisions=(form.provision, "III.3.4-1"),
            special=True,
            readings=(OUTSTANDING,),
            note=_SPECIAL_NOTE,
        )
        for kind in (*_BODIES, Household, Official)
    )


_BY_GUIDANCE = Text(
    "cơ quan có thẩm quyền theo Hướng dẫn của Ban Thi đua - Khen thưởng Trung ương",
    "the body competent under the Guidance of the Central Emulation and Commendation Board",
)
_TO_THE_STATE = Text("cấp Nhà nước theo Hướng dẫn đó", "the State level under that Guidance")
_OF_THE_PRIME_MINISTER = guards.meets_prime_ministers_standards.is_yes()
_OF_THE_PROVINCE = guards.meets_provincial_standards.is_yes()
_OF_THE_PLACE = guards.meets_local_standards.is_yes()

ROUTES = (
    *_interim(PROVINCIAL_MERIT, _PROVINCE, _OF_THE_PROVINCE),
    *_interim(LOCAL_COMMENDATION, _DISTRICT, _OF_THE_PLACE),
    *_final(LABOUR_ORDER, _BY_GUIDANCE, _TO_THE_STATE, "III.3.3-2", _LASTS_FIVE_YEARS, _OF_THE_ORDER),
    *_final(PRIME_MINISTERS_MERIT, _BY_GUIDANCE, _TO_THE_STATE, "III.3.3-2", _OF_THE_PRIME_MINISTER),
    *_final(
        PROVINCIAL_MERIT,
        _OWN_UNIT,
        Text(
            "Chủ tịch UBND tỉnh, do Sở Nội vụ tham mưu",
            "the Chairman of the provincial People's Committee, advised by the Department of Home Affairs",
        ),
        "III.3.3-3",
        _OF_THE_PROVINCE,
    ),
    *_final(
        LOCAL_COMMENDATION,
        _OWN_UNIT,
        Text(
            "Chủ tịch UBND huyện (từ 01/7/2025: Chủ tịch UBND xã)",
            "the Chairman of the district People's Committee (from 1 July 2025: of the commune)",
        ),
        "III.3.3-1",
        _OF_THE_PLACE,
    ),
    *_special(LABOUR_ORDER, _OF_THE_ORDER),
    *_special(PRIME_MINISTERS_MERIT, _OF_THE_PRIME_MINISTER),
    *_special(PROVINCIAL_MERIT, _OF_THE_PROVINCE),
    *_special(LOCAL_COMMENDATION, _OF_THE_PLACE),
)
