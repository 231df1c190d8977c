"""A digest is the same for equal values, in any process and under any hash seed, and differs for different ones."""

import os
import subprocess
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve, field, frozen
from small_plan import COMMUNES, PLAN, Area, again

from thidua.digests import canonical, digest
from thidua.evidence import DID_NOT_HAPPEN
from thidua.subjects import Commune


@frozen
class Noted:
    """A value with a field that takes no part in equality."""

    kept: int
    remark: str = field(default="", eq=False)


class TestCanonicalForm:
    """Plain JSON data, with the class of every frozen value beside its fields."""

    @pytest.mark.parametrize(
        ("value", "plain"),
        [
            (None, None),
            (True, True),
            (7, 7),
            ("hộ", "hộ"),
            (Fraction(1, 2), "1/2"),
            (date(2025, 6, 20), "2025-06-20"),
            (Area.II, "Area.II"),
            (DID_NOT_HAPPEN, "DidNotHappen.DID_NOT_HAPPEN"),
            (Commune, "Commune"),
            ((1, [2]), [1, [2]]),
            (frozenset("cab"), ["a", "b", "c"]),
            ({"b": 1, "a": 2}, {"a": 2, "b": 1}),
            (Commune("1", "Xã Mẫu"), ["Commune", "1", "Xã Mẫu"]),
            (Noted(1, "x"), ["Noted", 1]),
        ],
    )
    def test_of_each_kind_of_value(self, value: object, plain: object) -> None:
        assert canonical(value) == plain

    def test_of_what_has_none_is_refused(self) -> None:
        with pytest.raises(TypeError, match=r"no canonical form for 0\.5 \(float\)"):
            canonical(0.5)


class TestDigest:
    """Equal values, equal digests."""

    def test_names_its_function(self) -> None:
        assert digest(()).startswith("sha256:")

    def test_does_not_depend_on_the_process(self) -> None:
        tests = Path(__file__).parent.parent
        code = "from small_plan import PLAN; from thidua.digests import digest; print(digest(PLAN))"
        path = os.pathsep.join([str(tests), *filter(None, sys.path)])
        found = {
            subprocess.run(
                [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
                check=True, capture_output=True, text=True,
            ).stdout.strip()
            for seed in ("1", "2")
        }  # fmt: skip

        assert found == {digest(PLAN)}

    def test_survives_pickling(self) -> None:
        assert digest(again(PLAN)) == digest(PLAN)

    def test_differs_as_soon_as_a_clause_does(self) -> None:
        other = evolve(
            PLAN, contents=(evolve(COMMUNES, clauses=COMMUNES.clauses[:2], requires=COMMUNES.clauses[0].is_met()),)
        )

        assert digest(other) != digest(PLAN)
