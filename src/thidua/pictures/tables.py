"""Pictures of a judged table: subjects against clauses, and how far each lies from a threshold, in its own units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.errors import IncompleteError, WrongValueError, expect
from thidua.interpreters.columns.door import rows
from thidua.interpreters.columns.naming import CODE, NAME
from thidua.interpreters.columns.population import Population
from thidua.interpreters.columns.program import VERDICT
from thidua.interpreters.explain import SHAPES
from thidua.interpreters.html.styles import PAIRS
from thidua.interpreters.margins import MarginAt, margins
from thidua.interpreters.populations.counting import names_of, words_for
from thidua.interpreters.populations.summary import judged_at
from thidua.pictures.canvas import LETTER, WORDS, broken, canvas, named, room
from thidua.pictures.verdicts import Row, grid, legend, width_of
from thidua.verdicts import OUTSIDE
from thidua.verdicts import WORDS as FOUR_WORDS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST = 200
"""How many subjects a picture shows; more than that nobody can read."""
_LINE, _AXIS = 0.28, 6.0


def verdict_matrix(result: Population[Any], language: str = "vi", *, at_most: int = MOST) -> Figure:
    """The verdict on each subject, a row each, and on each clause, a column each.

    The first `at_most` rows are shown, and only they are computed of a lazy table. Raises `PlotsMissingError` without
    the extra `plots`, `IncompleteError` for a table without codes, `WrongValueError` for one without rows.
    """
    expect(result, Population)
    clauses = result.verdicts[1:]
    told = [_row(row, clauses, language) for row in _told(result, at_most)]
    lines = sum(1 + row.label.count("\n") for row in told)
    figure = canvas(width_of(told, len(clauses)), 1.6 + _LINE * lines, judged_at(result, language))
    axes: Any = figure.subplots()
    grid(axes, told, clauses, len(clauses), language)
    whole: Any = figure
    whole.supxlabel(legend(language), fontsize=8, color="black", **WORDS)
    return figure


def _row(row: dict[str, Any], clauses: tuple[str, ...], language: str) -> Row:
    verdict = str(row[VERDICT])
    said = OUTSIDE if verdict == "not_applicable" else FOUR_WORDS[verdict]
    return Row(broken(_name(row)), [str(row[clause]) for clause in clauses], verdict, said.in_(language))


def distance_plot(result: Population[Any], clause: str, language: str = "vi", *, at_most: int = MOST) -> Figure:
    """How far each subject lies from the thresholds of a clause: right of the line it meets.

    One panel for each condition with figures on file, in its own unit; each of the first `at_most` subjects is assessed
    by itself, as `margins` finds it; one to whom the clause does not apply, or whose distance is not fully known, is
    left out. Raises as `verdict_matrix` does, `UnknownNameError` for a clause of another group, and `WrongValueError`
    where there is no distance to show.
    """
    expect(result, Population)
    result.criteria.clause(clause)
    found: dict[str, list[tuple[str, float]]] = {}
    first: dict[str, MarginAt] = {}
    for row in _told(result, at_most):
        for each in margins(result.explain(row[CODE])):
            margin = each.margin
            applies = str(row[clause]) != "not_applicable"
            if applies and each.clause == clause and margin.low is not None and margin.low == margin.high:
                distance = float(-margin.low if margin.side == "short" else margin.low)
                first.setdefault(each.path, each)
                found.setdefault(each.path, []).append((broken(_name(row)), distance))
    if not found:
        msg = f"no subject has a distance to a threshold of {clause} that is fully known"
        raise WrongValueError(msg)
    away = "Khoảng cách đến ngưỡng" if language == "vi" else "Distance to the threshold"
    labels = [name for distances in found.values() for name, _ in distances]
    lines = max(sum(1 + name.count("\n") for name, _ in distances) for distances in found.values())
    title = f"{clause}: {away[0].lower()}{away[1:]}"
    figure = canvas(_AXIS + room(labels), len(found) * (_LINE * lines + 1.7) + 0.4, title)
    panels: Any = figure.subplots(len(found), 1, squeeze=False)
    for axes, (path, distances) in zip(panels[:, 0], found.items(), strict=True):
        _panel(axes, distances)
        unit = first[path].margin.unit.label.in_(language)
        axes.set_xlabel(f"{away} ({unit})" if unit else away, fontsize=8, color="black", **WORDS)
        asked = broken(first[path].required.in_(language), int(_AXIS / LETTER))
        axes.set_title(asked, fontsize=9, color="black", **WORDS)
    return figure


def _panel(axes: Any, distances: list[tuple[str, float]]) -> None:
    for at, (_, distance) in enumerate(distances):
        word = "met" if distance >= 0 else "not_met"
        axes.barh(at, distance, height=0.7, color=PAIRS[word][1])
        said = f" {SHAPES[word]} {distance:g} ".replace("-", "−")
        side = "left" if distance >= 0 else "right"
        axes.text(distance, at, said, va="center", ha=side, fontsize=8, color="black", **WORDS)
    axes.axvline(0, color="black", linewidth=1)
    named(axes.set_yticks, [name for name, _ in distances])
    axes.set_ylim(len(distances) - 0.5, -0.5)
    axes.margins(x=0.2)


def _told(result: Population[Any], at_most: int) -> list[dict[str, Any]]:
    """The first rows: who, and the verdicts."""
    names = names_of(result.frame)
    if CODE not in names:
        msg = f"the table has no column {CODE!r}, so no subject can be shown by its name"
        raise IncompleteError(msg)
    words = words_for(result.frame)
    shown = [name for name in (CODE, NAME, *result.verdicts) if name in names]
    told = rows(words.from_native(result.frame).select(*map(words.col, shown)).head(at_most))
    if not told:
        msg = "the table has no rows, so there is nothing to show"
        raise WrongValueError(msg)
    return told


def _name(row: dict[str, Any]) -> str:
    return str(row.get(NAME) or row[CODE])
