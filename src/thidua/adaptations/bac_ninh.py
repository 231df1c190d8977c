"""Bắc Ninh, 416/KH-UBND of August 2022: one number is reported, an end rate below 1 %. Not its words, not all of it."""

from datetime import date

from thidua.adaptations.reported import (
    CRITERION_OR_AIM,
    ITS_WORDS,
    SUMMARIES,
    Certainty,
    Statement,
    poor_rate,
    reported_plan,
    survey,
)
from thidua.clauses import Clause
from thidua.periods import Period
from thidua.quantities import percent
from thidua.texts import Text

rate_ends_below_one_percent = Clause(
    "reported-1",
    text="[Theo nguồn đã đăng, không phải nguyên văn] Đến năm 2025, tỷ lệ hộ nghèo dưới 1%.",
    en="[As reported, not the words of the plan] By 2025 the poverty rate is below 1 %.",
    dash=False,
    requires=poor_rate.is_less_than(percent(1)),
)

BAC_NINH = reported_plan(
    "bac-ninh-416-reported",
    Text(
        "Kế hoạch số 416/KH-UBND của UBND tỉnh Bắc Ninh (phần được đưa tin)",
        "Plan No. 416/KH-UBND of Bắc Ninh Province (what is reported of it)",
    ),
    Text("Ủy ban nhân dân tỉnh Bắc Ninh", "the People's Committee of Bắc Ninh Province"),
    Period(date(2021, 1, 1), date(2025, 12, 31)),
    rate_ends_below_one_percent,
    start=survey(2021),
    end=survey(2025),
    readings=(),
    statements=(
        Statement(Text("số 416/KH-UBND, tháng 8/2022", "No. 416/KH-UBND, August 2022"), Certainty.REPORTED, SUMMARIES),
        Statement(
            Text("đến năm 2025 tỷ lệ hộ nghèo dưới 1%", "by 2025 the poverty rate is below 1 %"),
            Certainty.REPORTED,
            SUMMARIES,
        ),
        Statement(Text("ngày ban hành", "the day of issue"), Certainty.UNKNOWN),
        CRITERION_OR_AIM,
        ITS_WORDS,
        Statement(
            Text(
                "giai đoạn 2021-2025; xem xét sau rà soát cuối năm 2025, phê duyệt ngày 31/01/2026",
                "the period 2021-2025; looked at after the survey of end-2025, approved on 31 January 2026",
            ),
            Certainty.ASSUMED,
        ),
    ),
)
"""What can be computed of it, and what is and is not known."""
