"""What a subject took over, in the dossier format: written, read back, and refused at its place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from dossier_documents import DOCUMENT, OURS, document, paper, problems
from dossier_draws import dossiers
from hypothesis import given
from hypothesis import strategies as st

from thidua import Dossier, dump, load
from thidua.dossiers import Succession
from thidua.errors import WrongOwnerError, WrongValueError
from thidua.sources import Document
from thidua.subjects import Commune, Subject, Village

DAY = date(2025, 7, 1)
ACT = Document("00/NQ-VD", date(2025, 6, 16), "Cơ quan Ví Dụ")
WHO = {"kind": "commune", "code": "VD-01", "name": "Xã Cũ"}
UNIT = {"subject": WHO, "papers": []}


def taking_over(**changes: Any) -> dict[str, Any]:
    """A successor's document, with changes to what it took over; `None` leaves a key out."""
    succession = {"document": DOCUMENT, "on": "2025-07-01", "units": [UNIT], "missing": ["VD-02"], **changes}
    return document(succession={key: value for key, value in succession.items() if value is not None})


class TestWellFormed:
    def test_it_is_read(self) -> None:
        read = load(OURS, taking_over()).succession

        assert read is not None
        assert ([unit.subject.code for unit in read.units], read.missing, read.renaming) == (
            ["VD-01"],
            ("VD-02",),
            False,
        )

    @given(dossiers(), st.data())
    def test_it_comes_back_as_it_was(self, dossier: Dossier[Any], data: st.DataObject) -> None:
        kind: type[Subject] = type(dossier.subject)
        old = [Dossier(kind(f"{n}", "Đơn vị cũ"), dossier.papers) for n in range(data.draw(st.integers(1, 3)))]
        renaming = len(old) == 1 and data.draw(st.booleans())
        missing = () if renaming else ("x",)[: data.draw(st.integers(0, 1))]
        taken = Succession(ACT, DAY, tuple(old), missing, renaming)
        unit = Dossier(kind("giữa", "Đơn vị giữa"), dossier.papers, taken)
        nested = Dossier(dossier.subject, dossier.papers, Succession(ACT, DAY, (unit,)))

        assert load(OURS, dump(OURS, nested)) == nested


class TestMistakes:
    """Every mistake is told at its place, with those of the former units at theirs."""

    @pytest.mark.parametrize(
        ("changes", "told"),
        [
            ({"on": "1/7/2025"}, [("bad_date", "on")]),
            ({"on": None}, [("incomplete", "on")]),
            ({"document": None}, [("incomplete", "document")]),
            ({"document": 5}, [("wrong_type", "document")]),
            ({"units": None}, [("incomplete", "units")]),
            ({"units": {}}, [("wrong_type", "units")]),
            ({"units": [5]}, [("wrong_type", "units[0]")]),
            ({"units": [], "missing": None}, [("cross_reference", "units")]),
            ({"missing": [5]}, [("wrong_type", "missing[0]")]),
            ({"missing": "VD-02"}, [("wrong_type", "missing")]),
            ({"missing": ["VD-01"]}, [("cross_reference", "missing[0]")]),
            ({"units": [UNIT, UNIT]}, [("cross_reference", "units[1].subject.code")]),
            ({"units": [{**UNIT, "subject": {**WHO, "kind": "village"}}]}, [("wrong_owner", "units[0].subject.kind")]),
            ({"units": [{**UNIT, "subject": 5}]}, [("wrong_type", "units[0].subject")]),
            ({"units": [{**UNIT, "papers": [paper({"fact": "has_fnd", "value": True})]}]},
             [("unknown_name", "units[0].papers[0].proves[0].fact")]),
            ({"renaming": True}, [("cross_reference", "renaming")]),
            ({"renaming": 1}, [("wrong_type", "renaming")]),
            ({"unit": []}, [("unknown_field", "unit")]),
        ],
    )  # fmt: skip
    def test_is_told(self, changes: dict[str, Any], told: list[tuple[str, str]]) -> None:
        found = [(code, path) for code, path, _ in problems(taking_over(**changes))]

        assert found == [(code, f"$.succession.{path}") for code, path in told]

    @pytest.mark.parametrize("given", [5, [], "x"])
    def test_that_is_no_object(self, given: Any) -> None:
        assert problems(document(succession=given)) == [("wrong_type", "$.succession", "")]

    def test_of_an_unknown_kind_leaves_the_units_alone(self) -> None:
        given = {**taking_over(), "subject": {**WHO, "code": "VD-10", "kind": "zzz"}}

        assert [path for _, path, _ in problems(given)] == ["$.subject.kind"]


class TestValues:
    """A succession that makes no sense cannot be built."""

    def test_units_stand_once(self) -> None:
        with pytest.raises(WrongValueError, match="each once"):
            Succession(ACT, DAY, (Dossier(Commune("a", "A")),), ("a",))
        with pytest.raises(WrongValueError, match="a renaming has one"):
            Succession(ACT, DAY, (), ("a",), renaming=True)

    def test_they_are_of_the_kind_of_the_successor(self) -> None:
        taken = Succession[Any](ACT, DAY, (Dossier(Village("a", "A")),))
        with pytest.raises(WrongOwnerError, match="takes over units of its own kind, and so not a"):
            Dossier(Commune("b", "B"), (), taken)
