"""2.2. Đối với các xã: what is asked of communes, bullet by bullet."""

from thidua.clauses import Clause, Criteria
from thidua.conditions import ALWAYS, all_of, where
from thidua.criteria.bullets import TOWNSHIPS, WHOSE_EFFORT
from thidua.criteria.falls import (
    HALF,
    QUARTER,
    SMALL_AT_START,
    WHICH_COMMUNES,
    Poor,
    counted_with_the_fall,
    poverty_falls,
)
from thidua.criteria.initiatives import has_initiatives_of_advice
from thidua.criteria.judging import WHO_JUDGES_AFTERWARDS
from thidua.criteria.moments import (
    COUNTED_FROM,
    FIRST_SURVEY,
    HALF_AT_THE_INTERIM,
    LAST_SURVEY,
    MERGED_UNITS,
    WHEN_THE_AREA_COUNTS,
)
from thidua.criteria.readings import HOW_MUCH_IS_MOBILISED, SUFFICIENT
from thidua.provisions import Provision, Role
from thidua.subjects import Commune
from thidua.texts import Sic
from thidua.vocabulary import commune, contribution, report, settlement
from thidua.vocabulary.commune import Area, Unit
from thidua.vocabulary.contribution import Source

officials_strive_and_have_initiatives = Clause(
    "III.2.2-1",
    text=(
        "Cán bộ, công chức, đặc biệt các đồng chí là cán bộ quản lý đơn vị cần có sự nỗ lực trong công tác tham mưu, "
        "chỉ đạo, bám sát cơ sở, có sáng kiến trong việc xây dựng, tham mưu ban hành cơ chế, chính sách hướng dẫn thực "
        "hiện và tháo gỡ khó khăn cho cơ sở trong việc thực hiện chương trình giảm nghèo của địa phương."
    ),
    en=(
        "Officials and civil servants, especially those who manage the unit, need to strive in advising, directing and "
        "staying close to the grassroots, and have initiatives in drafting, and advising on the issue of, mechanisms, "
        "policies and guidance on implementation, and in removing difficulties for the grassroots, in carrying out the "
        "locality's poverty reduction programme."
    ),
    sic=(
        Sic(
            "chính sách hướng dẫn",
            "chính sách, hướng dẫn",
            "thiếu dấu phẩy, so với điểm 2.5",
            "a missing comma; point 2.5 has it",
        ),
    ),
    requires=all_of(
        commune.officials_effort.is_judged_at_least(SUFFICIENT),
        has_initiatives_of_advice(commune.initiatives),
    ),
    readings=(WHOSE_EFFORT, COUNTED_FROM),
)

funds_settled_and_reports_sent_on_time = Clause(
    "III.2.2-2",
    text=(
        "Phân bổ, sử dụng kinh phí đúng chế độ và quyết toán đúng thời gian quy định. "
        "Thực hiện nghiêm chế độ báo cáo định kỳ, đột xuất theo yêu cầu của cơ quan quản lý."
    ),
    en=(
        "Funds are allocated and used by the rules and settled within the prescribed time. The rules on periodic and "
        "ad hoc reports, as required by the managing agency, are strictly observed."
    ),
    requires=all_of(
        commune.funds_by_the_rules.is_judged_at_least(SUFFICIENT),
        commune.settlements.are_all(settlement.approved_on.is_not_after(settlement.due_on)),
        commune.reports.are_all(report.sent_on.is_not_after(report.due_on)),
    ),
    readings=(COUNTED_FROM,),
)

_from_society = all_of(
    contribution.source.is_one_of(Source.PEOPLE, Source.SOCIETY),
    contribution.for_poverty_reduction.is_yes(),
)

resources_are_mobilised = Clause(
    "III.2.2-3",
    text="Chủ động, tích cực huy động các nguồn lực trong xã hội để thực hiện các mục tiêu giảm nghèo bền vững.",
    en=(
        "Actively and on its own initiative mobilises the resources of society to achieve the objectives of "
        "sustainable poverty reduction."
    ),
    requires=all_of(
        commune.mobilising.is_judged_at_least(SUFFICIENT),
        HOW_MUCH_IS_MOBILISED.choose(
            any_amount=commune.contributions.number(where=_from_society).is_at_least(1),
            target=commune.contributions.total(contribution.value, where=_from_society).is_at_least(
                commune.contributions_target
            ),
        ),
    ),
    readings=(COUNTED_FROM,),
)

_poor = Poor(commune.poor_households, commune.households, commune.poor_persons)
_near_poor = Poor(commune.near_poor_households, commune.households, commune.near_poor_persons)
_in_the_area = WHICH_COMMUNES.choose(
    by_the_list=commune.area.is_one_of(Area.III, Area.II, Area.I),
    every_commune=ALWAYS,
)

poverty_falls_by_more_than_half = Clause(
    "III.2.2-4",
    text=(
        "Đối với xã khu vực III, xã khu vực II, xã khu vực I vùng đồng bào dân tộc thiểu số và miền núi quy mô hộ "
        "nghèo và hộ cận nghèo đa chiều giảm trên 50% so với đầu kỳ."
    ),
    en=(
        "In communes of area III, area II and area I of the ethnic-minority and mountain area, the scale of "
        "multidimensionally poor and near-poor households falls by more than 50 % since the start of the period."
    ),
    sic=(Sic("miền núi quy mô", "miền núi, quy mô", "thiếu dấu phẩy", "a missing comma"),),
    applies_where=_in_the_area,
    requires=poverty_falls(HALF, _poor, _near_poor),
    readings=(
        FIRST_SURVEY,
        LAST_SURVEY,
        HALF_AT_THE_INTERIM.reading,
        SMALL_AT_START,
        MERGED_UNITS,
        WHEN_THE_AREA_COUNTS,
    ),
)

HEADING = Provision("III.2.2", Role.HEADING, text="2.2. Đối với các xã", en="2.2. Communes")
CLAUSES = (
    officials_strive_and_have_initiatives,
    funds_settled_and_reports_sent_on_time,
    resources_are_mobilised,
    poverty_falls_by_more_than_half,
)
_together = counted_with_the_fall(
    officials_strive_and_have_initiatives.is_met(),
    funds_settled_and_reports_sent_on_time.is_met(),
    resources_are_mobilised.is_met(),
    fall=poverty_falls_by_more_than_half.is_met(),
    half_way=where(_in_the_area, poverty_falls(QUARTER, _poor, _near_poor)),
)
COMMUNES = Criteria(
    HEADING,
    Commune,
    CLAUSES,
    requires=TOWNSHIPS.choose(
        counts=_together,
        does_not_count=where(commune.unit.is_one_of(Unit.COMMUNE), _together),
    ),
    readings=(WHO_JUDGES_AFTERWARDS,),
)
