"""DuckDB: the same codes in SQL, whose `and` and `or` are three-valued too."""

from __future__ import annotations

from typing import Any

from workloads.oracle import THREE_YEARS_BEFORE

_CONDITIONS = {
    "commune": (
        "initiatives >= 1",
        (
            "budget_spent <= budget_allocated and settlement_done <= settlement_due "
            "and reports_on_time >= reports_required"
        ),
        "resources_mobilised > 0 and resources_mobilised >= resources_target",
        "2 * (poor_end + near_poor_end) < poor_start + near_poor_start",
    ),
    "household": (
        "registered_to_escape",
        "initiatives >= 1 and jobs_created >= 1 and income_growth > 0",
        f"escape_date <= date '{THREE_YEARS_BEFORE}' and households_helped >= 1",
        "purpose_ok and interest_on_time and principal_on_time",
    ),
}
_GUARDS = {
    "commune": {3: "area <> 'OUTSIDE' and is_ethnic_minority_mountainous"},
    "household": {2: "status = 'ESCAPED'", 3: "has_loan"},
}


def _code(condition: str) -> str:
    return f"case when {condition} then 1::utinyint when not ({condition}) then 0::utinyint else 2::utinyint end"


def select(workload: str) -> str:
    """The five codes as the columns of a SELECT."""
    guards = _GUARDS[workload]
    columns = []
    whole = []
    for number, condition in enumerate(_CONDITIONS[workload]):
        code = _code(condition)
        guard = guards.get(number)
        columns.append(f"case when {guard} then {code} else 3::utinyint end" if guard else code)
        whole.append(f"(not ({guard}) or ({condition}))" if guard else f"({condition})")
    columns.append(_code(" and ".join(whole)))
    return ", ".join(f"{column} as {name}" for column, name in zip(columns, ("a", "b", "c", "d", "whole"), strict=True))


def codes(connection: Any, source: str, workload: str) -> Any:
    """The five columns as an Arrow table."""
    return connection.sql(f"select {select(workload)} from {source}").to_arrow_table()  # noqa: S608  # our own text
