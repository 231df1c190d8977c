"""The yearly surveys and the reviews: sơ kết 2023, tổng kết 2025, and the special cases of III.3.4."""

from datetime import date

from thidua.criteria.moments import COUNTED_FROM, FIRST_SURVEY, LAST_SURVEY
from thidua.movements import Review
from thidua.periods import Period, Survey
from thidua.readings import ByReading, by_reading
from thidua.texts import Text

END_2020 = Survey(
    "2020",
    Text("rà soát cuối năm 2020 (chuẩn nghèo cũ)", "the survey of end-2020 (old standard)"),
    approved_on=date(2021, 1, 31),
)
END_2021 = Survey("2021", Text("rà soát cuối năm 2021", "the survey of end-2021"), approved_on=date(2022, 1, 31))
END_2022 = Survey(
    "2022",
    Text("rà soát cuối năm 2022", "the survey of end-2022"),
    approved_on=date(2023, 1, 12),
    assumed=False,
    source="Quyết định số 87/QĐ-UBND ngày 12/01/2023 của UBND tỉnh Sơn La (theo nguồn đã đăng: bandantoc.sonla.gov.vn)",
)
END_2023 = Survey("2023", Text("rà soát cuối năm 2023", "the survey of end-2023"), approved_on=date(2024, 1, 31))
END_2024 = Survey("2024", Text("rà soát cuối năm 2024", "the survey of end-2024"), approved_on=date(2025, 1, 31))
END_2025 = Survey("2025", Text("rà soát cuối năm 2025", "the survey of end-2025"), approved_on=date(2026, 1, 31))
SURVEYS = (END_2020, END_2021, END_2022, END_2023, END_2024, END_2025)

PERIOD = Period(date(2021, 1, 1), date(2025, 12, 31))
LAUNCH = date(2022, 7, 12)

_START = by_reading(FIRST_SURVEY, {"end_2021": END_2021, "end_2020": END_2020, "end_2022": END_2022})
_COUNTS_FROM = by_reading(COUNTED_FROM, {"start_of_the_period": PERIOD.first, "launch": LAUNCH})


def _end(of_its_year: Survey) -> ByReading[Survey | None]:
    options: dict[str, Survey | None] = {"last_approved": None, "same_year": of_its_year}
    return by_reading(LAST_SURVEY, options)


INTERIM_2023 = Review(
    "interim-2023",
    Text("sơ kết năm 2023", "the interim review of 2023"),
    window=Period(date(2023, 1, 1), date(2023, 12, 31)),
    cut_off=date(2023, 12, 31),
    start=_START,
    end=_end(END_2023),
    counts_from=_COUNTS_FROM,
    provisions=("III.3.2", "III.3.2-1"),
)
FINAL_2025 = Review(
    "final-2025",
    Text("tổng kết năm 2025", "the final review of 2025"),
    window=Period(date(2025, 1, 1), date(2025, 12, 31)),
    cut_off=date(2025, 12, 31),
    start=_START,
    end=_end(END_2025),
    counts_from=_COUNTS_FROM,
    provisions=("III.3.3", "III.3.3-1", "III.3.3-2", "III.3.3-3"),
)
SPECIAL = Review(
    "special",
    Text("xét trường hợp đặc biệt", "a special case"),
    window=Period(LAUNCH, PERIOD.last),
    cut_off=PERIOD.last,
    start=_START,
    end=_end(END_2025),
    counts_from=_COUNTS_FROM,
    provisions=("III.3.4", "III.3.4-1"),
    only_by_name=True,
)
REVIEWS = (INTERIM_2023, FINAL_2025, SPECIAL)
