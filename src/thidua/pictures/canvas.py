"""A figure to draw on, and words that fit it, in a font that has every Vietnamese letter."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from thidua.errors import ThiduaError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FONT = "DejaVu Sans"
"""Comes with matplotlib, and has every Vietnamese letter and the four shapes."""
WORDS: dict[str, Any] = {"fontfamily": FONT, "parse_math": False}
"""How every text is set: in that font, and letter by letter, since a name may hold a dollar sign."""
NOT_BROKEN = "\u00a0"
"""A space at which no line is broken."""
LETTER = 0.1
"""Inches that a letter of a label takes at most, on the average of a line."""
LABEL = 30
"""Letters of a label before it is broken."""


class PlotsMissingError(ThiduaError, ModuleNotFoundError):
    """The extra that draws pictures is not installed."""


def canvas(width: float, height: float, title: str) -> Figure:
    """An empty figure, in inches, that a notebook shows as it is; raises `PlotsMissingError` without the extra."""
    try:
        figures: Any = import_module("matplotlib.figure")
        agg: Any = import_module("matplotlib.backends.backend_agg")
    except ImportError as error:
        msg = "pictures need matplotlib: python -m pip install 'thidua[plots]'"
        raise PlotsMissingError(msg, name="matplotlib") from error

    class Picture(figures.Figure):  # type: ignore[misc]  # its base is there only where the extra is
        """A figure that shows itself, whether or not pyplot was ever imported."""

        def _repr_png_(self) -> bytes:
            drawn = BytesIO()
            self.savefig(drawn, format="png", dpi=110)
            return drawn.getvalue()

    figure: Any = Picture(figsize=(width, height), layout="constrained", facecolor="white")
    agg.FigureCanvasAgg(figure)
    letters = int((width - 0.4) / LETTER)
    figure.suptitle("\n".join(wrap(title, letters)), fontsize=11, fontweight="bold", color="black", **WORDS)
    whole: Figure = figure
    return whole


def nothing(axes: Any, said: str) -> None:
    """Axes on which there is nothing to draw, and that say so."""
    axes.set_xticks([])
    axes.set_yticks([])
    bare(axes)
    said = broken(said, 48)
    axes.text(0.5, 0.5, said, transform=axes.transAxes, ha="center", va="center", fontsize=9, color="black", **WORDS)


def broken(label: str, letters: int = LABEL) -> str:
    """A label in lines; a word longer than a line is broken as well."""
    return "\n".join(wrap(label, letters)) or " "


def room(labels: Sequence[str]) -> float:
    """The inches that the longest line of some labels takes."""
    return LETTER * max((len(line) for label in labels for line in label.splitlines()), default=0)


def named(ticks: Any, labels: Sequence[str], **how: Any) -> None:
    """Labels at the places 0, 1, 2 and so on of an axis; `ticks` is its `set_xticks` or `set_yticks`."""
    ticks(range(len(labels)), labels=list(labels), fontsize=9, color="black", **how, **WORDS)


def bare(axes: Any) -> None:
    """The axes without frame and ticks."""
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
