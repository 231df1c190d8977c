"""Pictures of a judged table show what the table says, in either language."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from columnar import BACKENDS
from tables.drawn import ON

from thidua import PLAN, Commune, Household, distance_plot, tabulate, verdict_matrix
from thidua.errors import IncompleteError, UnknownNameError, WrongValueError
from thidua.interpreters import figures

COMMUNES = pl.DataFrame(
    {
        "code": ["VD-01", "VD-02", "VD-03", "VD-04"],
        "name": ["Xã $Một$", "Xã Hai", "Xã Ba", "Xã Bốn"],
        "area": ["III", "III", "OUTSIDE", "III"],
        "poor_households@2021": [60, 60, 60, 60],
        "near_poor_households@2021": [40, 40, 40, 40],
        "poor_households@2024": [25, 25, 25, 10],
        "near_poor_households@2024": [20, 30, 20, None],
    }
)


def texts(axes: Any) -> list[str]:
    return [text.get_text().strip() for text in axes.texts]


class TestMatrix:
    """A row for each subject, a column for each clause, the group last."""

    @pytest.mark.parametrize("backend", BACKENDS)
    def test_each_cell_has_the_sign_of_its_verdict(self, backend: str) -> None:
        (axes,) = verdict_matrix(tabulate(PLAN, Commune, BACKENDS[backend](COMMUNES), on=ON)).axes

        assert [label.get_text() for label in axes.get_xticklabels()][3:] == ["III.2.2-4", "Kết luận"]
        assert texts(axes) == [*"???✓?", *"???✗✗", *"???–?", *"?????"]

    def test_names_are_drawn_as_they_are(self) -> None:
        figure = verdict_matrix(tabulate(PLAN, Commune, COMMUNES, on=ON), "en")
        figure.draw_without_rendering()

        assert figure.axes[0].get_yticklabels()[0].get_text() == "Xã $Một$"
        assert figure.axes[0].get_legend().get_texts()[0].get_text() == "✓ met"

    def test_a_notebook_shows_it(self) -> None:
        assert verdict_matrix(tabulate(PLAN, Commune, COMMUNES, on=ON))._repr_png_().startswith(b"\x89PNG")

    def test_only_so_many_are_shown(self) -> None:
        (axes,) = verdict_matrix(tabulate(PLAN, Commune, COMMUNES, on=ON), at_most=2).axes

        assert len(axes.get_yticks()) == 2


class TestDistances:
    """Right of the line the threshold is met; one who is not addressed or not fully known is left out."""

    def test_in_the_unit_of_the_condition(self) -> None:
        (axes,) = distance_plot(tabulate(PLAN, Commune, COMMUNES, on=ON), "III.2.2-4").axes

        assert texts(axes) == ["✓ 4", "✗ −6"]
        assert axes.get_xlabel() == "Khoảng cách đến ngưỡng (hộ)"
        assert [label.get_text() for label in axes.get_yticklabels()] == ["Xã $Một$", "Xã Hai"]

    def test_a_panel_for_each_condition(self) -> None:
        table = pl.DataFrame({"code": ["H-1"], "jobs_created": [3], "income_before": [10], "income_now": [9]})
        figure = distance_plot(tabulate(PLAN, Household, table, on=ON), "III.2.4-2", "en")

        assert [texts(axes) for axes in figure.axes] == [["✓ 2"], ["✗ −2"]]
        assert all(axes.get_xlabel().startswith("Distance to the threshold") for axes in figure.axes)


class TestRefused:
    """What cannot be drawn is told before anything is."""

    def test_no_distance_is_known(self) -> None:
        with pytest.raises(WrongValueError, match="no subject has a distance"):
            distance_plot(tabulate(PLAN, Commune, COMMUNES, on=ON), "III.2.2-1")

    def test_a_clause_of_another_group(self) -> None:
        with pytest.raises(UnknownNameError):
            distance_plot(tabulate(PLAN, Commune, COMMUNES, on=ON), "III.2.4-2")

    def test_a_table_without_codes(self) -> None:
        with pytest.raises(IncompleteError, match="'code'"):
            verdict_matrix(tabulate(PLAN, Commune, COMMUNES.drop("code"), on=ON))

    def test_a_table_without_rows(self) -> None:
        with pytest.raises(WrongValueError, match="no rows"):
            verdict_matrix(tabulate(PLAN, Commune, COMMUNES.clear(), on=ON))

    def test_without_the_extra(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def lost(name: str) -> None:
            raise ModuleNotFoundError(name, name="matplotlib")

        monkeypatch.setattr(figures, "import_module", lost)
        with pytest.raises(ModuleNotFoundError, match=r"pip install 'thidua\[plots\]'"):
            verdict_matrix(tabulate(PLAN, Commune, COMMUNES, on=ON))
