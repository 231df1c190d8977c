"""Pictures: what stands in them, and that every word fits. All figures are invented."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drawn_words import fits, numeral, said, texts
from matplotlib.colors import to_rgb
from small_plan import DOSSIER, END_2021, END_2024, ON, PLAN, XA_MAU, counted

import thidua
from thidua import draw_distances, draw_sensitivity, draw_transitions, draw_verdicts, impact, sensitivity
from thidua.amendments import amend, set_threshold
from thidua.dossiers import Dossier
from thidua.errors import UnknownNameError
from thidua.interpreters.assess import assess
from thidua.interpreters.explanation import explanation
from thidua.interpreters.html.styles import PAIRS
from thidua.pictures import PlotsMissingError
from thidua.quantities import percent
from thidua.sources import Document
from thidua.subjects import Commune

LANGUAGES = ("vi", "en")
ACT = Document("00/QĐ-VD", date(2025, 1, 2), "UBND huyện Mẫu")
STRICTER = amend(thidua.PLAN, set_threshold("III.2.2-4", "fall", percent(60), by=ACT), effective=date(2025, 1, 2))
LONG = "Xã có tên gọi rất dài gồm nhiều thôn, bản, xóm sáp nhập lại với nhau $x$ \\frac{"


@pytest.fixture(scope="module")
def dossiers() -> list[Dossier[Any]]:
    files = sorted((Path(__file__).parents[1] / "examples" / "quynh-nhai").glob("*.json"))
    return [thidua.load(thidua.PLAN, path.read_bytes()) for path in files]


@pytest.fixture(scope="module")
def judged(dossiers: list[Dossier[Any]]) -> list[Any]:
    assessments = [assess(thidua.PLAN, dossier, on=ON) for dossier in dossiers]
    return sorted(assessments, key=lambda each: each.criteria.id)


class TestEveryPicture:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_word_fits(self, language: str, dossiers: list[Dossier[Any]], judged: list[Any]) -> None:
        for figure in (
            draw_verdicts(judged, language),
            draw_distances(judged, language, clauses=["III.2.2-4", "III.2.3-4"]),
            draw_transitions(impact(thidua.PLAN, STRICTER, dossiers, on=ON), language),
            draw_sensitivity(
                sensitivity(thidua.PLAN, dossiers, on=ON, readings=["A-01", "A-02", "A-03", "A-08", "B-01"]), language
            ),
        ):
            fits(figure)
            assert all(text.get_fontfamily() == ["DejaVu Sans"] for text in texts(figure) if not numeral(text))

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_of_nothing_is_a_picture_that_says_so(self, language: str) -> None:
        unmoved = sensitivity(PLAN, [], on=ON, readings=["A-02"])
        pictures = {
            draw_verdicts([], language): ("Không có hồ sơ nào.", "There is no dossier."),
            draw_distances([], language): ("Không có khoảng cách nào tính được.", "There is no distance to count."),
            draw_sensitivity(unmoved, language): ("Không hồ sơ nào thay đổi.", "No dossier is moved by any of them."),
            draw_transitions(impact(PLAN, PLAN, [], on=ON), language): ("0 hồ sơ", "0 dossiers"),
        }
        for figure, told in pictures.items():
            fits(figure)
            assert any(told[LANGUAGES.index(language)] in text for text in said(figure))

    def test_a_long_or_hostile_name_is_broken_and_drawn_letter_by_letter(self) -> None:
        dossier = Dossier(Commune("VD-9", LONG), DOSSIER.papers)
        one = assess(PLAN, dossier, on=ON)

        for figure in (draw_verdicts([one, one]), draw_distances([one])):
            fits(figure)
            assert any("$x$" in text for text in said(figure))

    def test_is_a_figure_that_a_notebook_shows_without_pyplot(self) -> None:
        figure: Any = draw_verdicts([assess(PLAN, DOSSIER, on=ON)])

        assert type(figure).__mro__[1].__name__ == "Figure"
        assert figure._repr_png_().startswith(b"\x89PNG")

    def test_without_the_extra_it_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "matplotlib.figure", None)

        with pytest.raises(PlotsMissingError, match=r"pip install 'thidua\[plots\]'"):
            draw_verdicts([])

    @pytest.mark.parametrize("draw", [draw_verdicts, draw_distances])
    def test_what_is_no_level_is_refused(self, draw: Any) -> None:
        with pytest.raises(UnknownNameError, match="publik"):
            draw([assess(PLAN, DOSSIER, on=ON)], level="publik")


class TestVerdicts:
    """Subjects against clauses, each cell with its shape."""

    def test_each_cell_has_the_colour_and_the_shape_of_its_word(self) -> None:
        figure: Any = draw_verdicts([assess(PLAN, DOSSIER, on=ON)])
        (axes,) = figure.axes
        grounds = [patch.get_facecolor()[:3] for patch in axes.patches]
        words = ("undetermined", "not_met", "undetermined", "not_met")

        assert grounds == [to_rgb(PAIRS[word][1]) for word in words]
        assert [text.get_text() for text in axes.texts] == ["?", "✗", "?", "✗ không đạt"]

    def test_names_subjects_clauses_and_the_four_words(self, judged: list[Any]) -> None:
        words = said(draw_verdicts(judged))

        assert "Xã Chiềng Bằng" in words
        assert "III.2.2 -4" in words
        assert "✓ đạt ✗ không đạt ? chưa đủ căn cứ – không áp dụng" in words

    def test_at_public_level_persons_go_by_number(self, judged: list[Any]) -> None:
        officials = [explanation(each) for each in judged if each.criteria.id == "III.2.5"]
        words = " ".join(said(draw_verdicts(officials, level="public")))

        assert "Cán bộ A" not in words
        assert " 1" in words


class TestDistances:
    """On the left of the threshold short of it, on the right to spare."""

    def fallen(self, end: int | None, near_poor: int | None = 0) -> Any:
        at_the_end = counted(END_2024, end, near_poor)
        return assess(PLAN, Dossier(XA_MAU, (counted(END_2021, 60, 40), *DOSSIER.papers[2:], at_the_end)), on=ON)

    @pytest.mark.parametrize(
        ("end", "side", "shape", "says"),
        [(55, "not_met", "<", "mức giảm còn thiếu 6 hộ"), (44, "met", ">", "đạt, dư 5 hộ")],
    )
    def test_a_known_figure_stands_on_its_side(self, end: int, side: str, shape: str, says: str) -> None:
        figure: Any = draw_distances([self.fallen(end)], clauses=["III.2.1-1"])
        bar, mark, threshold = figure.axes[0].lines

        assert says in said(figure)
        assert (bar.get_color(), mark.get_marker()) == (PAIRS[side][1], shape)
        assert (mark.get_xdata()[0] < 0) == (side == "not_met")
        assert list(threshold.get_xdata()) == [0, 0]

    def test_what_is_open_goes_to_the_edge(self) -> None:
        figure: Any = draw_distances([self.fallen(44, None)], clauses=["III.2.1-1"])
        bar, mark, _ = figure.axes[0].lines
        low, high = bar.get_xdata()

        assert (mark.get_marker(), list(mark.get_xdata())) == ("D", [0])
        assert low < 0 < high

    def test_one_short_by_at_least_goes_to_the_left_edge(self) -> None:
        figure: Any = draw_distances([self.fallen(70, None)], clauses=["III.2.1-1"])
        low, high = figure.axes[0].lines[0].get_xdata()

        assert low < high < 0

    def test_takes_what_was_stored(self) -> None:
        one = self.fallen(44)

        assert said(draw_distances([explanation(one)])) == said(draw_distances([one]))


class TestTransitions:
    """From the row's word to the column's."""

    def test_counts_stand_where_they_belong(self, dossiers: list[Dossier[Any]]) -> None:
        result = impact(thidua.PLAN, STRICTER, dossiers, on=ON)
        figure: Any = draw_transitions(result)
        (axes,) = figure.axes
        at = {text.get_position(): text.get_text() for text in axes.texts}
        order = ("met", "not_met", "undetermined", "not_applicable")

        for y, before in enumerate(order):
            for x, after in enumerate(order):
                count = len([e for e in result.effects if (e.before.id, e.after.id) == (before, after)])
                assert at[x, y] == ("·" if not count else str(count) if before == after else f"→ {count}")

    def test_says_before_and_after(self) -> None:
        words = said(draw_transitions(impact(PLAN, PLAN, [DOSSIER], on=ON), "en"))

        assert {"before", "after", "✗ not met", "– not addressed", "mau (old) → mau (new): 1 dossier"} <= set(words)


class TestSensitivity:
    """What hangs on each option of each reading."""

    def test_each_bar_is_as_long_as_the_dossiers_it_moves(self, dossiers: list[Dossier[Any]]) -> None:
        result = sensitivity(thidua.PLAN, dossiers, on=ON, readings=["A-02", "A-03", "B-01"])
        figure: Any = draw_sensitivity(result)
        (axes,) = figure.axes
        moved = [len(option.effects) for reading in result.matter for option in reading.options if option.effects]

        assert [text.get_text() for text in axes.texts] == [str(count) for count in moved]
        assert sum(patch.get_width() for patch in axes.patches) == sum(moved)

    def test_each_outcome_is_named_once(self, dossiers: list[Dossier[Any]]) -> None:
        result = sensitivity(thidua.PLAN, dossiers, on=ON, readings=["A-03", "A-08", "B-01"])
        for language, same in (("vi", "chỉ đổi ở tiêu chí hoặc hình thức"), ("en", "only a clause or a form moved")):
            words = said(draw_sensitivity(result, language))
            assert words.count(same) == 1
