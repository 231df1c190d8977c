"""Tỉnh Mẫu, a province that does not exist, adopts the plan: everything an adaptation can do, on one page.

Its decision, its cooperatives and its figures are invented.
"""

from datetime import date

from thidua.amendments import (
    add,
    add_facts,
    add_group,
    adopt_reading,
    amend,
    change_period,
    mark_no_looser,
    repeal,
    replace,
    set_threshold,
)
from thidua.clauses import Clause, Criteria
from thidua.conditions import all_of
from thidua.criteria import PLAN
from thidua.facts import dated_count, dated_rate, yes_no
from thidua.movements import Vocabulary
from thidua.periods import START_OF_PERIOD, Period
from thidua.provisions import Provision, Role
from thidua.quantities import HOUSEHOLDS, percent, years
from thidua.sources import Document
from thidua.subjects import Commune, Subject
from thidua.texts import Text

DECISION = Document("05/QĐ-UBND", date(2022, 10, 3), "UBND tỉnh Mẫu", "Quyết định")


class Cooperative(Subject):
    """A cooperative: a kind of subject that the plan does not know."""


poor_members = dated_count(
    Cooperative,
    "poor_members",
    Text("số thành viên là hộ nghèo", "members who are poor households"),
    HOUSEHOLDS,
    proof=Text(
        "danh sách thành viên, đối chiếu danh sách hộ nghèo", "the list of members beside that of poor households"
    ),
)
shares_profit = yes_no(
    Cooperative,
    "shares_profit",
    Text("việc trích lãi hỗ trợ hộ nghèo", "setting aside profit for poor households"),
    holds=Text("có trích lãi hỗ trợ hộ nghèo", "it sets aside profit for poor households"),
    fails=Text("không trích lãi hỗ trợ hộ nghèo", "it sets aside no profit for poor households"),
    proof=Text("nghị quyết đại hội thành viên", "the resolution of the members' meeting"),
)
poverty_rate = dated_rate(
    Commune,
    "poverty_rate",
    Text("tỷ lệ hộ nghèo đa chiều đã công bố", "the published multidimensional poverty rate"),
    proof=Text("quyết định công bố kết quả rà soát", "the decision publishing the survey"),
)

takes_in_poor_households = Clause(
    "III.2.7-1",
    text="Kết nạp hộ nghèo làm thành viên; trích lãi hỗ trợ hộ nghèo.",
    en="Takes in poor households as members; sets aside profit for poor households.",
    requires=all_of(poor_members.is_at_least(1), shares_profit.is_yes()),
)
poverty_rate_falls = Clause(
    "III.2.2-5",
    text="Tỷ lệ hộ nghèo đa chiều giảm từ 6 điểm phần trăm trở lên so với đầu kỳ.",
    en="The multidimensional poverty rate falls by 6 percentage points or more since the start of the period.",
    requires=poverty_rate.decreases_by_at_least(percent(6), since=START_OF_PERIOD),
)
COOPERATIVES = Criteria(
    Provision("III.2.7", Role.HEADING, text="2.7. Đối với hợp tác xã", en="2.7. Cooperatives"),
    Cooperative,
    (takes_in_poor_households,),
    requires=takes_in_poor_households.is_met(),
)
WORDS = Vocabulary(
    Cooperative, "cooperative", Text("hợp tác xã", "cooperative"), (poor_members.fact, shares_profit.fact)
)

TINH_MAU = amend(
    PLAN,
    set_threshold(
        "III.2.4-3", "years", years(4), by=DECISION, words=(Text("03 năm", "three years"), Text("04 năm", "four years"))
    ),
    adopt_reading(
        "A-03", "each", by=DECISION,
        because=Text("tỉnh giao chỉ tiêu riêng cho từng loại hộ", "the province sets a target for each class"),
    ),
    add_facts(Commune, poverty_rate, by=DECISION),
    add(poverty_rate_falls, after="III.2.2-4", counted_with="III.2.2-3", by=DECISION),
    replace(
        "III.2.6-1", by=DECISION,
        text="Có đóng góp bằng tiền, hiện vật hoặc công lao động cho công tác giảm nghèo.",
        en="Contributes money, goods or labour to the work of poverty reduction.",
    ),
    repeal("III.2.6-3", by=DECISION),
    add_group(COOPERATIVES, WORDS, after="III.2.6", by=DECISION),
    mark_no_looser("III.2.3-4", by=DECISION),
    change_period(Period(date(2022, 1, 1), date(2025, 12, 31)), by=DECISION),
    effective=date(2022, 10, 15),
    id="tinh-mau-2022-2025",
    title=Text(
        "Kế hoạch thực hiện phong trào thi đua “Vì người nghèo - Không để ai bị bỏ lại phía sau” trên địa bàn tỉnh Mẫu",
        "Plan implementing the emulation movement “For the Poor - Leaving No One Behind” in Mẫu Province",
    ),
    issuer=Text("Ủy ban nhân dân tỉnh Mẫu", "the People's Committee of Mẫu Province"),
)  # fmt: skip
"""The plan as Tỉnh Mẫu adopts it."""
