"""What is handed in for an option of a call is named, and nothing fails further inside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from thidua import PLAN, Commune, Dossier, assess, explanation, lint, needs, remedies, sensitivity, tabulate, why
from thidua.errors import UnknownNameError, WrongValueError

ON = date(2025, 12, 31)
FOUND = assess(PLAN, Dossier(Commune("VD-01", "Xã Ví Dụ")), on=ON)
TABLE: dict[str, list[str]] = {"code": []}


NUMBERS: list[tuple[str, Callable[[Any], object]]] = [
    ("at_most", lambda given: needs(FOUND, at_most=given)),
    ("at_most", lambda given: why(FOUND, at_most=given)),
    ("cap", lambda given: remedies(FOUND, cap=given)),
]


class Dear:
    """A cost without words."""

    def of(self, remedy: object) -> tuple[int, ...]:
        """Every remedy alike."""
        raise NotImplementedError


@pytest.mark.parametrize(("given", "named"), [("x", "the text 'x'"), (None, "nothing"), (True, "a bool")])
@pytest.mark.parametrize(("name", "call"), NUMBERS)
def test_where_a_number_is_expected(name: str, call: Callable[[Any], object], given: object, named: str) -> None:
    with pytest.raises(WrongValueError, match=f"^{name}=: expected a whole number but got {named}$"):
        call(given)


@pytest.mark.parametrize(
    ("given", "named"), [(None, "nothing"), ("dear", "the text 'dear'"), (Dear(), "a Dear"), (PLAN, "a Plan")]
)
def test_where_a_cost_is_expected(given: Any, named: str) -> None:
    with pytest.raises(WrongValueError, match=f"^cost=: expected a Cost, .* but got {named}; leave it out"):
        remedies(FOUND, cost=given)


LISTS: dict[str, Callable[[Any], object]] = {
    "sections": lambda given: explanation(FOUND, sections=given),
    "readings": lambda given: sensitivity(PLAN, [], on=ON, readings=given),
}


@pytest.mark.parametrize("name", LISTS)
class TestNames:
    """A list of names is neither one name nor something else."""

    @pytest.mark.parametrize("given", [1, [1, "why"], [["why"]], [None]])
    def test_what_holds_no_names(self, name: str, given: Any) -> None:
        with pytest.raises(WrongValueError, match=f"^{name}=: expected a list of names, such as .*, but got a?"):
            LISTS[name](given)

    def test_one_name(self, name: str) -> None:
        with pytest.raises(WrongValueError, match=rf"^{name}='A-02' is one name; .* {name}=\['A-02'\]$"):
            LISTS[name]("A-02")

    def test_a_name_there_is_not(self, name: str) -> None:
        with pytest.raises(UnknownNameError, match="A-99"):
            LISTS[name](["A-99"])


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (1, "given=: expected conditions by kind of subject, such as .*, but got an int"),
        (False, "given=: expected conditions by kind of subject, such as .*, but got a bool"),
        ([], "given=: expected conditions by kind of subject, such as .*, but got a list"),
        ({"commune": None}, "given=: expected conditions by kind of subject, such as .*, but got the text 'commune'"),
        ({Commune: "poor"}, r"given=\{Commune: …\}: expected a Condition but got the text 'poor'"),
    ],
)
def test_where_conditions_by_kind_are_expected(given: Any, named: str) -> None:
    with pytest.raises(WrongValueError, match=f"^{named}$"):
        lint(PLAN, given=given)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (None, "dossiers=: expected a list of dossiers but got nothing"),
        (FOUND.dossier, "dossiers=: expected a list of dossiers but got a Dossier"),
        ([FOUND], "expected a Dossier but got an Assessment; give its .dossier"),
        ("VD-01", "expected a Dossier but got the text 'V'"),
    ],
)
def test_where_dossiers_are_expected(given: Any, named: str) -> None:
    with pytest.raises(WrongValueError, match=f"^{named}$"):
        sensitivity(PLAN, given, on=ON, readings=[])


@pytest.mark.parametrize("given", [None, [], "initiatives"])
@pytest.mark.parametrize("name", ["records", "documents"])
def test_where_what_a_table_brings_is_expected(name: str, given: Any) -> None:
    with pytest.raises(WrongValueError, match=f"^{name}=: expected .*, but got "):
        tabulate(PLAN, Commune, TABLE, on=ON, **{name: given})
