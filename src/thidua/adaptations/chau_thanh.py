"""Châu Thành (Sóc Trăng), 85/KH-UBND of 3 May 2024: as reported, the poverty rate falls 1 to 1.5 points in a year."""

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
from thidua.conditions import all_of
from thidua.nodes import ReadingKind
from thidua.periods import START_OF_PERIOD, Period
from thidua.quantities import percent
from thidua.readings import Switch, reading
from thidua.texts import Text

HOW_FAR = Switch(
    reading(
        "R-02",
        ReadingKind.PREDICATE,
        Text(
            "“Giảm 1 - 1,5 điểm phần trăm”: mức nào là đạt?",
            "“Falls by 1 to 1.5 percentage points”: from how much is it met?",
        ),
        options={
            "from_one": Text("giảm từ 1 điểm phần trăm trở lên", "a fall by 1 point or more"),
            "from_one_and_a_half": Text("giảm từ 1,5 điểm phần trăm trở lên", "a fall by 1.5 points or more"),
            "within": Text("giảm trong khoảng từ 1 đến 1,5 điểm phần trăm", "a fall of 1 to 1.5 points, no more"),
        },
        adopted="from_one",
        because=Text(
            "giảm nhiều hơn mục tiêu không thể là không đạt; mức thấp của mục tiêu là đủ",
            "to fall by more than was aimed at cannot fail; the lower end of the aim is enough",
        ),
        flagged=True,
    )
)
_one = poor_rate.decreases_by_at_least(percent(1), since=START_OF_PERIOD)

rate_falls_within_the_year = Clause(
    "reported-1",
    text="[Theo nguồn đã đăng, không phải nguyên văn] Tỷ lệ hộ nghèo giảm 1 - 1,5 điểm phần trăm trong năm 2024.",
    en="[As reported, not the words of the plan] The poverty rate falls by 1 to 1.5 percentage points in 2024.",
    dash=False,
    requires=HOW_FAR.choose(
        from_one=_one,
        from_one_and_a_half=poor_rate.decreases_by_at_least(percent("1.5"), since=START_OF_PERIOD),
        within=all_of(_one, (poor_rate.at(START_OF_PERIOD) - poor_rate).is_at_most(percent("1.5"))),
    ),
)

CHAU_THANH = reported_plan(
    "chau-thanh-85-reported",
    Text(
        "Kế hoạch số 85/KH-UBND ngày 03/5/2024 của UBND huyện Châu Thành, tỉnh Sóc Trăng (phần được đưa tin)",
        "Plan No. 85/KH-UBND of 3 May 2024 of Châu Thành District, Sóc Trăng Province (what is reported of it)",
    ),
    Text(
        "Ủy ban nhân dân huyện Châu Thành, tỉnh Sóc Trăng", "the People's Committee of Châu Thành District, Sóc Trăng"
    ),
    Period(date(2024, 1, 1), date(2024, 12, 31)),
    rate_falls_within_the_year,
    start=survey(2023),
    end=survey(2024),
    readings=(HOW_FAR.reading,),
    statements=(
        Statement(
            Text("số 85/KH-UBND ngày 03/5/2024, cho một năm", "No. 85/KH-UBND of 3 May 2024, for one year"),
            Certainty.REPORTED,
            SUMMARIES,
        ),
        Statement(
            Text(
                "tỷ lệ hộ nghèo giảm 1 - 1,5 điểm phần trăm trong năm; chỉ nói hộ nghèo",
                "the poverty rate falls by 1 to 1.5 points in the year; poor households only",
            ),
            Certainty.REPORTED,
            SUMMARIES,
        ),
        CRITERION_OR_AIM,
        ITS_WORDS,
        Statement(
            Text(
                "năm 2024 so rà soát cuối năm 2023 với cuối năm 2024, phê duyệt ngày 31/01 năm sau",
                "for 2024 the surveys of end-2023 and end-2024, each approved on 31 January of the next year",
            ),
            Certainty.ASSUMED,
        ),
    ),
)
"""What can be computed of it, and what is and is not known."""
