"""Subjects against clauses: who came out how under which sentence of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua.findings import Assessment
from thidua.interpreters.explain import SHAPES, each_at_level
from thidua.interpreters.html.nominee import name
from thidua.interpreters.html.styles import PAIRS
from thidua.pictures.canvas import WORDS, bare, broken, canvas, named, nothing, room
from thidua.verdicts import WORDS as FOUR_WORDS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Data = Mapping[str, Any]
_CELL, _LAST, _ROW = 0.8, 1.8, 0.4


class Row(NamedTuple):
    """One subject: what it is called, the verdicts on its clauses, that on the whole and how it is worded."""

    label: str
    clauses: Sequence[str]
    verdict: str
    said: str


def draw_verdicts(
    assessments: Iterable[Assessment[Any] | Mapping[str, Any]], language: str = "vi", level: str = "dossier"
) -> Figure:
    """A matrix of subjects against clauses for each group, every cell with its shape; the verdict in the last column.

    Takes assessments or explanations stored as data. At public level persons and families go by number. Raises
    `PlotsMissingError` without the extra `plots`, `UnknownNameError` for what is no level.
    """
    told = each_at_level(assessments, level)
    groups = [list(group) for _, group in groupby(enumerate(told, start=1), key=lambda each: each[1]["group"]["id"])]
    rows = [[_row(data, number, language) for number, data in group] for group in groups]
    columns = max((len(data["clauses"]) for data in told), default=0)
    heights = [0.6 + _ROW * sum(1 + row.label.count("\n") for row in group) for group in rows]
    title = "Kết luận theo từng tiêu chí" if language == "vi" else "Verdicts clause by clause"
    width = width_of([row for group in rows for row in group], columns)
    figure = canvas(width, 1.0 + (sum(heights) or _ROW), title)
    if groups:
        drawn = figure.subplots(len(groups), 1, squeeze=False, height_ratios=heights)
        for axes, group, told_of in zip(drawn[:, 0], groups, rows, strict=True):
            grid(axes, told_of, [clause["id"] for clause in group[0][1]["clauses"]], columns, language)
    else:
        nothing(figure.subplots(), "Không có hồ sơ nào." if language == "vi" else "There is no dossier.")
    whole: Any = figure
    whole.supxlabel(legend(language), fontsize=8, color="black", **WORDS)
    return figure


def _row(data: Data, number: int, language: str) -> Row:
    label = broken(name(data["subject"], number, language))
    return Row(label, [clause["verdict"] for clause in data["clauses"]], data["verdict"], data["word"][language])


def width_of(rows: Sequence[Row], columns: int) -> float:
    """The inches that some rows of so many clauses take."""
    return max(4.5, 0.6 + room([row.label for row in rows]) + columns * _CELL + _LAST)


def legend(language: str) -> str:
    """The four shapes in words, two on a line."""
    said = [f"{shape} {FOUR_WORDS[verdict].in_(language)}" for verdict, shape in SHAPES.items()]
    return f"{said[0]}   {said[1]}\n{said[2]}   {said[3]}"


def grid(axes: Any, rows: Sequence[Row], clauses: Sequence[str], columns: int, language: str) -> None:
    """Subjects against clauses, every cell with its shape; of as many columns as the widest group has."""
    wide = _LAST / _CELL
    last = columns - 0.5 + wide / 2
    for y, row in enumerate(rows):
        for x, verdict in enumerate(row.clauses):
            _cell(axes, x, y, 1, verdict, SHAPES[verdict])
        _cell(axes, last, y, wide, row.verdict, broken(f"{SHAPES[row.verdict]} {row.said}", 18))
    axes.set_xlim(-0.5, last + wide / 2)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    verdict = "Kết luận" if language == "vi" else "Verdict"
    axes.set_xticks(
        [*range(len(clauses)), last],
        labels=[*(clause.replace("-", "\n-") for clause in clauses), verdict],
        fontsize=8,
        color="black",
        **WORDS,
    )
    axes.xaxis.tick_top()
    named(axes.set_yticks, [row.label for row in rows])
    bare(axes)


def _cell(axes: Any, x: float, y: int, wide: float, verdict: str, said: str) -> None:
    letters, ground = PAIRS[verdict]
    axes.bar(x, 0.9, width=wide - 0.08, bottom=y - 0.45, color=ground)
    axes.text(x, y, said, ha="center", va="center", color=letters, fontsize=8, fontweight="bold", **WORDS)
