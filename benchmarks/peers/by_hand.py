"""The yardstick: a row as an attrs object, one function, a dictionary and a sentence for each condition."""

from __future__ import annotations

from typing import Any

from attrs import make_class
from workloads.oracle import MET, NOT_APPLICABLE, THREE_YEARS_BEFORE, UNKNOWN, UNMET, Codes, Row

from peers.engines import Peer


def _said(out: list[dict[str, Any]], name: str, met: bool | None, found: Any, wanted: str) -> int:
    code = UNKNOWN if met is None else MET if met else UNMET
    out.append({"id": name, "code": code, "found": found, "text": f"{name}: {found}, yêu cầu {wanted}"})
    return code


def _all(*codes: int) -> int:
    return UNMET if UNMET in codes else UNKNOWN if UNKNOWN in codes else MET


def _commune(x: Any) -> tuple[Codes, list[dict[str, Any]]]:
    out: list[dict[str, Any]] = []
    ideas = x.initiatives
    a = _said(out, "initiatives", None if ideas is None else ideas >= 1, ideas, "ít nhất 1")
    spent, done, sent = x.budget_spent, x.settlement_done, x.reports_on_time
    b = _all(
        _said(out, "budget", None if spent is None else spent <= x.budget_allocated, spent, f"≤ {x.budget_allocated}"),
        _said(out, "settlement", None if done is None else done <= x.settlement_due, done, f"≤ {x.settlement_due}"),
        _said(out, "reports", None if sent is None else sent >= x.reports_required, sent, f"≥ {x.reports_required}"),
    )
    got = x.resources_mobilised
    c = _all(
        _said(out, "mobilised", None if got is None else got > 0, got, "> 0"),
        _said(out, "target", None if got is None else got >= x.resources_target, got, f"≥ {x.resources_target}"),
    )
    d = NOT_APPLICABLE
    if x.area != "OUTSIDE" and x.is_ethnic_minority_mountainous:
        p, n, p_, n_ = x.poor_start, x.near_poor_start, x.poor_end, x.near_poor_end
        known = p is not None and n is not None and p_ is not None and n_ is not None
        d = _said(out, "fall", 2 * (p_ + n_) < p + n if known else None, (p, n, p_, n_), "giảm trên 50%")
    return (a, b, c, d, _all(a, b, c, d)), out


def _household(x: Any) -> tuple[Codes, list[dict[str, Any]]]:
    out: list[dict[str, Any]] = []
    a = _said(out, "registered", x.registered_to_escape, x.registered_to_escape, "có đăng ký")
    ideas, jobs, growth = x.initiatives, x.jobs_created, x.income_growth
    b = _all(
        _said(out, "initiatives", None if ideas is None else ideas >= 1, ideas, "ít nhất 1"),
        _said(out, "jobs", None if jobs is None else jobs >= 1, jobs, "ít nhất 1"),
        _said(out, "growth", None if growth is None else growth > 0, growth, "> 0"),
    )
    c = d = NOT_APPLICABLE
    if x.status == "ESCAPED":
        day, helped = x.escape_date, x.households_helped
        c = _all(
            _said(out, "escaped", None if day is None else day <= THREE_YEARS_BEFORE, day, "đủ 3 năm"),
            _said(out, "helped", None if helped is None else helped >= 1, helped, "ít nhất 1"),
        )
    if x.has_loan:
        d = _all(
            _said(out, "purpose", x.purpose_ok, x.purpose_ok, "đúng mục đích"),
            _said(out, "interest", x.interest_on_time, x.interest_on_time, "đúng hạn"),
            _said(out, "principal", x.principal_on_time, x.principal_on_time, "đúng hạn"),
        )
    return (a, b, c, d, _all(a, b, c, d)), out


_FUNCTIONS = {"commune": _commune, "household": _household}


def by_hand(workload: str) -> Peer:
    """Plain Python over a slotted attrs object."""
    made: dict[tuple[str, ...], Any] = {}

    def native(row: Row) -> Any:
        names = tuple(row)
        kind = made.setdefault(names, make_class("Row", list(names)))
        return kind(**row)

    return Peer("by hand", "a sentence for each condition", native, _FUNCTIONS[workload], lambda found: found[0])
