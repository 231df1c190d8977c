"""Subjects against clauses: who came out how under which sentence of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from thidua.findings import Assessment
from thidua.interpreters.explain import SHAPES, at_level
from thidua.interpreters.html.council import name
from thidua.interpreters.html.styles import PAIRS
from thidua.pictures.canvas import WORDS, bare, broken, canvas, named, room
from thidua.verdicts import WORDS as FOUR_WORDS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Data = Mapping[str, Any]
_CELL, _LAST, _ROW = 0.8, 1.8, 0.4


def draw_verdicts(
    assessments: Iterable[Assessment[Any] | Mapping[str, Any]], language: str = "vi", level: str = "dossier"
) -> Figure:
    """A matrix of subjects against clauses for each group, every cell with its shape; the verdict in the last column.

    Takes assessments or explanations stored as data. At public level persons and families go by number. Raises
    `PlotsMissingError` without the extra `plots`, `UnknownNameError` for what is no level.
    """
    told = [at_level(one, level) for one in assessments]
    groups = [list(group) for _, group in groupby(enumerate(told, start=1), key=lambda each: each[1]["group"]["id"])]
    labels = [[broken(name(data["subject"], number, language)) for number, data in group] for group in groups]
    columns = max((len(data["clauses"]) for data in told), default=0)
    width = max(4.5, 0.6 + room([label for group in labels for label in group]) + columns * _CELL + _LAST)
    heights = [0.6 + _ROW * sum(1 + label.count("\n") for label in group) for group in labels]
    title = "Kết luận theo từng tiêu chí" if language == "vi" else "Verdicts clause by clause"
    figure = canvas(width, 1.0 + sum(heights), title)
    if groups:
        drawn = figure.subplots(len(groups), 1, squeeze=False, height_ratios=heights)
        for axes, group, rows in zip(drawn[:, 0], groups, labels, strict=True):
            _matrix(axes, [data for _, data in group], rows, columns, language)
    whole: Any = figure
    whole.supxlabel(legend(language), fontsize=8, color="black", **WORDS)
    return figure


def legend(language: str) -> str:
    """The four shapes in words, two on a line."""
    said = [f"{shape} {FOUR_WORDS[verdict].in_(language)}" for verdict, shape in SHAPES.items()]
    return f"{said[0]}   {said[1]}\n{said[2]}   {said[3]}"


def _matrix(axes: Any, told: Sequence[Data], rows: Sequence[str], columns: int, language: str) -> None:
    clauses = [clause["id"] for clause in told[0]["clauses"]]
    wide = _LAST / _CELL
    last = columns - 0.5 + wide / 2
    for y, data in enumerate(told):
        for x, clause in enumerate(data["clauses"]):
            _cell(axes, x, y, 1, clause["verdict"], SHAPES[clause["verdict"]])
        said = f"{SHAPES[data['verdict']]} {data['word'][language]}"
        _cell(axes, last, y, wide, data["verdict"], broken(said, 18))
    axes.set_xlim(-0.5, last + wide / 2)
    axes.set_ylim(len(told) - 0.5, -0.5)
    verdict = "Kết luận" if language == "vi" else "Verdict"
    axes.set_xticks(
        [*range(len(clauses)), last],
        labels=[*(clause.replace("-", "\n-") for clause in clauses), verdict],
        fontsize=8,
        color="black",
        **WORDS,
    )
    axes.xaxis.tick_top()
    named(axes.set_yticks, rows)
    bare(axes)


def _cell(axes: Any, x: float, y: int, wide: float, verdict: str, said: str) -> None:
    letters, ground = PAIRS[verdict]
    axes.bar(x, 0.9, width=wide - 0.08, bottom=y - 0.45, color=ground)
    axes.text(x, y, said, ha="center", va="center", color=letters, fontsize=8, fontweight="bold", **WORDS)
