"""For the people who test a policy of their own: strategies for Hypothesis, assertions, cases in TOML run by pytest.

Strategies ask for the extra `testing`; nothing here is imported before it is asked for, so that the pytest plugin
costs nothing where there are no cases.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from thidua.testing.assertions import assert_equivalent, assert_no_looser, assert_no_stricter
    from thidua.testing.case_files import read_cases
    from thidua.testing.cases import Case, check_case
    from thidua.testing.drawn_dossiers import dossiers
    from thidua.testing.policies import plans, predicates
    from thidua.testing.rows import tables

__all__ = [
    "Case",
    "assert_equivalent",
    "assert_no_looser",
    "assert_no_stricter",
    "check_case",
    "dossiers",
    "plans",
    "predicates",
    "read_cases",
    "tables",
]

_HOMES = {
    "Case": "thidua.testing.cases",
    "assert_equivalent": "thidua.testing.assertions",
    "assert_no_looser": "thidua.testing.assertions",
    "assert_no_stricter": "thidua.testing.assertions",
    "check_case": "thidua.testing.cases",
    "dossiers": "thidua.testing.drawn_dossiers",
    "plans": "thidua.testing.policies",
    "predicates": "thidua.testing.policies",
    "read_cases": "thidua.testing.case_files",
    "tables": "thidua.testing.rows",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
