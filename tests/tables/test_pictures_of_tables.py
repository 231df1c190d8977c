"""Pictures of a judged table show what the table says, in either language."""

from __future__ import annotations

import sys
from typing import Any

import polars as pl
import pytest
from columnar import BACKENDS
from drawn_words import fits
from small_plan import asking, poverty_rate
from tables.drawn import ON

from thidua import PLAN, Commune, Household, Official, distance_plot, percent, tabulate, verdict_matrix
from thidua.errors import IncompleteError, UnknownNameError, WrongValueError

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

        assert [label.get_text() for label in axes.get_xticklabels()][3:] == ["III.2.2\n-4", "Kết luận"]
        assert [text[0] for text in texts(axes)] == [*"???✓?", *"???✗✗", *"???–?", *"?????"]
        assert texts(axes)[9] == "✗ không đạt"

    def test_names_are_drawn_as_they_are(self) -> None:
        figure = verdict_matrix(tabulate(PLAN, Commune, COMMUNES, on=ON), "en")
        figure.draw_without_rendering()

        assert figure.axes[0].get_yticklabels()[0].get_text() == "Xã $Một$"
        assert figure.get_supxlabel().startswith("✓ met   ✗ not met")
        assert (
            " ".join(figure.get_suptitle().split())
            == "quynh-nhai-2021-2025; the final review of 2025; assessed on 31 December 2025"
        )

    def test_what_is_not_addressed_is_worded_so(self) -> None:
        table = pl.DataFrame({"code": ["C-1"], "works_on_poverty_reduction": [False]})
        (axes,) = verdict_matrix(tabulate(PLAN, Official, table, on=ON)).axes

        assert " ".join(texts(axes)[-1].split()) == "– không thuộc đối tượng"

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_every_word_fits(self, language: str) -> None:
        long = COMMUNES.with_columns(name=pl.lit("Xã có tên gọi rất dài gồm nhiều thôn, bản, xóm sáp nhập lại $x$"))
        for table in (COMMUNES, long):
            judged = tabulate(PLAN, Commune, table, on=ON)
            fits(verdict_matrix(judged, language))
            fits(distance_plot(judged, "III.2.2-4", language))

    def test_a_notebook_shows_it(self) -> None:
        assert verdict_matrix(tabulate(PLAN, Commune, COMMUNES, on=ON))._repr_png_().startswith(b"\x89PNG")

    def test_only_so_many_are_shown(self) -> None:
        (axes,) = verdict_matrix(tabulate(PLAN, Commune, COMMUNES, on=ON), at_most=2).axes

        assert len(axes.get_yticks()) == 2

    @pytest.mark.parametrize("backend", BACKENDS)
    def test_that_there_are_more_is_said(self, backend: str) -> None:
        judged = tabulate(PLAN, Commune, BACKENDS[backend](COMMUNES), on=ON)
        for picture in (verdict_matrix, distance_plot):
            asked = (judged,) if picture is verdict_matrix else (judged, "III.2.2-4")
            assert "3 đối tượng đầu tiên của bảng" in picture(*asked, at_most=3).get_supxlabel()
            assert "the first 3 subjects" in picture(*asked, "en", at_most=3).get_supxlabel()
            assert "đầu tiên" not in picture(*asked, at_most=4).get_supxlabel()


class TestDistances:
    """Right of the line the threshold is met; one who is not addressed or not fully known is left out."""

    def test_in_the_unit_of_the_condition(self) -> None:
        (axes,) = distance_plot(tabulate(PLAN, Commune, COMMUNES, on=ON), "III.2.2-4").axes

        assert texts(axes) == ["✓ 4", "✗ −6"]
        assert axes.get_xlabel() == "Khoảng cách đến ngưỡng (hộ)"
        assert [label.get_text() for label in axes.get_yticklabels()] == ["Xã $Một$", "Xã Hai"]

    def test_those_left_out_are_counted(self) -> None:
        judged = tabulate(PLAN, Commune, COMMUNES, on=ON)

        assert distance_plot(judged, "III.2.2-4").get_supxlabel().startswith("không vẽ 02 đối tượng: ")
        assert distance_plot(judged, "III.2.2-4", "en").get_supxlabel().startswith("2 not drawn: ")
        assert distance_plot(judged, "III.2.2-4", at_most=2).get_supxlabel() == "2 đối tượng đầu tiên của bảng"
        fits(distance_plot(judged, "III.2.2-4"))

    @pytest.mark.parametrize(("language", "said"), [("vi", "✓ 1.500.000"), ("en", "✓ 1,500,000")])
    def test_numbers_are_exact_and_written_as_an_officer_writes_them(self, language: str, said: str) -> None:
        table = pl.DataFrame({"code": ["H-1"], "income_before": [1_000_000], "income_now": [2_500_001]})
        figure = distance_plot(tabulate(PLAN, Household, table, on=ON), "III.2.4-2", language)

        assert texts(figure.axes[0]) == [said]

    def test_a_share_is_drawn_in_percentage_points(self) -> None:
        asked = asking(poverty_rate.is_at_most(percent("4.5")))
        table = pl.DataFrame({"code": ["VD-1"], "poverty_rate@2024": [3]})
        (axes,) = distance_plot(tabulate(asked, Commune, table, on=ON), "III.2.1-1").axes

        assert texts(axes) == ["✓ 1,5"]
        assert axes.get_xlabel() == "Khoảng cách đến ngưỡng (điểm phần trăm)"

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
        monkeypatch.setitem(sys.modules, "matplotlib.figure", None)

        with pytest.raises(ModuleNotFoundError, match=r"pip install 'thidua\[plots\]'"):
            verdict_matrix(tabulate(PLAN, Commune, COMMUNES, on=ON))
