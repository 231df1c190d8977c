"""A figure of matplotlib that a notebook shows as it is, made without any global state. Extra `plots`."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import Any


def empty_figure(width: float, height: float) -> Any:
    """An empty figure, in inches, on white; raises `ModuleNotFoundError` without the extra."""
    try:
        figures: Any = import_module("matplotlib.figure")
        agg: Any = import_module("matplotlib.backends.backend_agg")
    except ModuleNotFoundError as error:
        msg = f"pictures need {error.name}: python -m pip install 'thidua[plots]'"
        raise ModuleNotFoundError(msg, name=error.name) from error

    class Picture(figures.Figure):  # type: ignore[misc]  # its base is there only where the extra is
        """A figure that shows itself, whether or not pyplot was ever imported."""

        def _repr_png_(self) -> bytes:
            drawn = BytesIO()
            self.savefig(drawn, format="png", dpi=110)
            return drawn.getvalue()

    figure = Picture(figsize=(width, height), layout="constrained", facecolor="white")
    agg.FigureCanvasAgg(figure)
    return figure
