"""The words of a picture: what they say, and that each fits."""

from __future__ import annotations

from itertools import pairwise
from typing import Any


def texts(figure: Any) -> list[Any]:
    """Every text that is drawn."""
    from matplotlib.text import Text  # noqa: PLC0415  # beside its only use

    figure.canvas.draw()
    return [each for each in figure.findobj(Text) if each.get_visible() and each.get_text().strip()]


def said(figure: Any) -> list[str]:
    """The words of a picture, on one line each."""
    return [" ".join(text.get_text().split()) for text in texts(figure)]


def fits(figure: Any) -> None:
    """Every word stands within the picture, and no two labels of an axis cover one another."""
    drawn = [text for text in texts(figure) if not numeral(text)]  # some numerals stand beyond the axis, not drawn
    whole = figure.bbox
    for text in drawn:
        box = text.get_window_extent()
        inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= whole.x1 + 1 and box.y1 <= whole.y1 + 1
        assert inside, f"{text.get_text()!r} does not fit: {box} in {whole}"
    for axes in figure.axes:
        for labels in (axes.get_xticklabels(), axes.get_yticklabels()):
            boxes = [label.get_window_extent() for label in labels if label in drawn]
            for one, other in pairwise(boxes):
                assert not one.overlaps(other)


def numeral(text: Any) -> bool:
    """Whether it is a number that matplotlib itself writes at an axis."""
    return text.get_text().replace("−", "").replace(".", "").isdecimal()
