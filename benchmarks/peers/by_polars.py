"""polars, written by hand for the two workloads: once with sets and bounds as thidua means them, once without.

A nullable Boolean is unknown where it is null, and polars' own three-valued logic does the rest. Where bounds can
decide a comparison of two columns, it needs two plain Booleans: can it be met, can it be not met.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import polars as pl
from workloads.oracle import NOT_APPLICABLE, THREE_YEARS_BEFORE, UNKNOWN

Codes = tuple[pl.Expr, ...]
NAMES = ("a", "b", "c", "d", "whole")
_c = pl.col


def _code(condition: pl.Expr) -> pl.Expr:
    return condition.cast(pl.UInt8).fill_null(UNKNOWN)


def _where(guard: pl.Expr, code: pl.Expr, *, guard_may_be_missing: bool) -> pl.Expr:
    unknown, passed_over = pl.lit(UNKNOWN, pl.UInt8), pl.lit(NOT_APPLICABLE, pl.UInt8)
    if guard_may_be_missing:
        return pl.when(guard).then(code).when(guard.is_null()).then(unknown).otherwise(passed_over)
    return pl.when(guard).then(code).otherwise(passed_over)


def _household(*, sets: bool) -> Codes:
    registered = _c("registered_to_escape")
    developed = (_c("initiatives") >= 1) & (_c("jobs_created") >= 1) & (_c("income_growth") > 0)
    stayed = (_c("escape_date") <= THREE_YEARS_BEFORE) & (_c("households_helped") >= 1)
    escaped = _c("status") == "ESCAPED"
    repaid = _c("purpose_ok") & _c("interest_on_time") & _c("principal_on_time")
    borrowed = _c("has_loan")
    whole = registered & developed & (~escaped | stayed) & (~borrowed | repaid)
    return (
        _code(registered),
        _code(developed),
        _where(escaped, _code(stayed), guard_may_be_missing=sets),
        _where(borrowed, _code(repaid), guard_may_be_missing=sets),
        _code(whole),
    )


def _commune_plain() -> Codes:
    a = _c("initiatives") >= 1
    b = (
        (_c("budget_spent") <= _c("budget_allocated"))
        & (_c("settlement_done") <= _c("settlement_due"))
        & (_c("reports_on_time") >= _c("reports_required"))
    )
    c = (_c("resources_mobilised") > 0) & (_c("resources_mobilised") >= _c("resources_target"))
    applies = (_c("area") != "OUTSIDE") & _c("is_ethnic_minority_mountainous")
    d = 2 * (_c("poor_end") + _c("near_poor_end")) < _c("poor_start") + _c("near_poor_start")
    return (
        _code(a),
        _code(b),
        _code(c),
        _where(applies, _code(d), guard_may_be_missing=False),
        _code(a & b & c & (~applies | d)),
    )


class _Bits:
    """Whether a condition can be met and whether it can be not met."""

    def __init__(self, met: pl.Expr, unmet: pl.Expr) -> None:
        self.met, self.unmet = met, unmet

    def __and__(self, other: _Bits) -> _Bits:
        return _Bits(self.met & other.met, self.unmet | other.unmet)

    @property
    def code(self) -> pl.Expr:
        return self.met.cast(pl.UInt8) * (self.unmet.cast(pl.UInt8) + 1)


def _of(condition: pl.Expr) -> _Bits:
    return _Bits(condition.fill_null(value=True), ~condition.fill_null(value=False))


def _no_less(left: str, right: str) -> _Bits:
    """A count or an amount against another: both at least zero, whatever is missing."""
    met = (_c(left) >= _c(right).fill_null(0)).fill_null(value=True)
    return _Bits(met, (_c(left).fill_null(0) < _c(right)).fill_null(value=True))


def _commune_sets() -> Codes:
    a = _of(_c("initiatives") >= 1)
    b = (
        _no_less("budget_allocated", "budget_spent")
        & _of(_c("settlement_done") <= _c("settlement_due"))
        & _no_less("reports_on_time", "reports_required")
    )
    c = _of(_c("resources_mobilised") > 0) & _no_less("resources_mobilised", "resources_target")
    start, end = _c("poor_start") + _c("near_poor_start"), _c("poor_end") + _c("near_poor_end")
    least = _c("poor_start").fill_null(0) + _c("near_poor_start").fill_null(0)
    lowest = _c("poor_end").fill_null(0) + _c("near_poor_end").fill_null(0)
    falls = (2 * lowest < start).fill_null(value=True)
    rises = (2 * end >= least).fill_null(value=True)
    zero = (least == 0) & (lowest == 0)
    only_zero = ((start == 0) & (end == 0)).fill_null(value=False)
    area = (_c("area") != "OUTSIDE") & _c("is_ethnic_minority_mountainous")
    applies, outside = area.fill_null(value=True), ~area.fill_null(value=False)
    met, unmet = applies & falls & ~only_zero, applies & rises & ~only_zero
    none = outside | (applies & zero)
    d = (
        pl.when(~met & ~unmet)
        .then(pl.lit(NOT_APPLICABLE, pl.UInt8))
        .when(none)
        .then(pl.lit(UNKNOWN, pl.UInt8))
        .otherwise(_Bits(met, unmet).code)
    )
    return a.code, b.code, c.code, d, (a & b & c & _Bits(met | none, unmet)).code


EXPRESSIONS: Mapping[tuple[str, bool], Callable[[], Codes]] = {
    ("household", True): lambda: _household(sets=True),
    ("household", False): lambda: _household(sets=False),
    ("commune", True): _commune_sets,
    ("commune", False): _commune_plain,
}


def expressions(workload: str, *, sets: bool) -> list[pl.Expr]:
    """The five codes of a workload, named."""
    return [code.alias(name) for name, code in zip(NAMES, EXPRESSIONS[workload, sets](), strict=True)]


def conditions(workload: str) -> list[pl.Expr]:
    """The codes of the nine conditions of a household, or the seven of a commune, each on its own."""
    asked: Mapping[str, tuple[pl.Expr, ...]] = {
        "household": (
            _c("registered_to_escape"),
            _c("initiatives") >= 1,
            _c("jobs_created") >= 1,
            _c("income_growth") > 0,
            _c("escape_date") <= THREE_YEARS_BEFORE,
            _c("households_helped") >= 1,
            _c("purpose_ok"),
            _c("interest_on_time"),
            _c("principal_on_time"),
        ),
        "commune": (
            _c("initiatives") >= 1,
            _c("budget_spent") <= _c("budget_allocated"),
            _c("settlement_done") <= _c("settlement_due"),
            _c("reports_on_time") >= _c("reports_required"),
            _c("resources_mobilised") > 0,
            _c("resources_mobilised") >= _c("resources_target"),
            2 * (_c("poor_end") + _c("near_poor_end")) < _c("poor_start") + _c("near_poor_start"),
        ),
    }
    return [_code(one).alias(f"condition_{i}") for i, one in enumerate(asked[workload], 1)]


def codes(frame: pl.DataFrame, workload: str, *, sets: bool) -> pl.DataFrame:
    """The five columns, materialised."""
    return frame.lazy().select(expressions(workload, sets=sets)).collect()
