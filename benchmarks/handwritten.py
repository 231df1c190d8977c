"""The yardstick: the four clauses of 2.2 by hand, over plain objects, one dictionary and one sentence per condition.

It knows no missing evidence, no readings, no papers and no English: it is what a careful programmer writes in an hour.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import define


@define
class Report:
    """One report, or one settlement of accounts: when due, when done."""

    due: date
    done: date | None


@define
class Commune:
    """What the four clauses read, as plain values."""

    area: str
    poor_start: int
    near_poor_start: int
    poor_end: int
    near_poor_end: int
    effort: int
    initiatives: list[tuple[date | None, str]]
    funds: int
    settlements: list[Report]
    reports: list[Report]
    mobilising: int
    contributions: list[tuple[str, bool]]


def explained(commune: Commune, cut_off: date) -> tuple[bool, tuple[bool | None, ...], list[dict[str, Any]]]:
    """The group, its four clauses, and the conditions with what was found."""
    out: list[dict[str, Any]] = []

    def say(name: str, met: bool, found: object, text: str) -> bool:
        out.append({"id": name, "met": met, "found": found, "text": text})
        return met

    effort = say("effort", commune.effort >= 2, commune.effort, f"nỗ lực: mức {commune.effort}, yêu cầu từ mức 2")
    count = sum(
        1
        for recognised, concern in commune.initiatives
        if recognised is not None and recognised <= cut_off and concern in ("POLICY", "GUIDANCE", "DIFFICULTIES")
    )
    initiatives = say("initiatives", count >= 1, count, f"số sáng kiến: {count}, yêu cầu ít nhất 1")
    funds = say("funds", commune.funds >= 2, commune.funds, f"kinh phí: mức {commune.funds}, yêu cầu từ mức 2")
    late = [s for s in commune.settlements if s.done is None or s.done > s.due]
    settled = say("settlements", not late, late, f"quyết toán: {len(commune.settlements)} lần, {len(late)} lần chậm")
    missed = [r for r in commune.reports if r.done is None or r.done > r.due]
    reported = say("reports", not missed, missed, f"báo cáo: {len(commune.reports)}, {len(missed)} chậm hoặc không gửi")
    mobilising = say(
        "mobilising", commune.mobilising >= 2, commune.mobilising, f"huy động: mức {commune.mobilising}, yêu cầu từ 2"
    )
    gifts = sum(1 for source, for_poor in commune.contributions if source in ("PEOPLE", "SOCIETY") and for_poor)
    given = say("contributions", gifts >= 1, gifts, f"số khoản huy động: {gifts}, yêu cầu ít nhất 1")
    falls: bool | None = None
    if commune.area in ("I", "II", "III"):
        start = commune.poor_start + commune.near_poor_start
        end = commune.poor_end + commune.near_poor_end
        falls = say(
            "falls", 2 * end < start, (start, end), f"đầu kỳ {start} hộ, cuối kỳ {end} hộ, yêu cầu giảm trên 50%"
        )
    clauses = (effort and initiatives, funds and settled and reported, mobilising and given, falls)
    return all(clause is not False for clause in clauses), clauses, out
