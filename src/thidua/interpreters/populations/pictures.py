"""Pictures of a judged table: subjects against clauses, and how far subjects lie from a threshold. Extra `plots`.

Each verdict has a colour that is told apart without seeing colours, and its own sign as well. Figures are matplotlib's
own, made without any global state: a notebook shows them, `savefig` writes them.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from thidua.errors import IncompleteError, WrongValueError
from thidua.interpreters.columns.door import rows
from thidua.interpreters.columns.naming import CODE, NAME
from thidua.interpreters.columns.population import Population
from thidua.interpreters.columns.program import VERDICT
from thidua.interpreters.explain import SHAPES
from thidua.interpreters.figures import empty_figure
from thidua.interpreters.margins import MarginAt, margins
from thidua.interpreters.populations.counting import names_of, words_for
from thidua.verdicts import WORDS as SAID

COLOURS = {"met": "#0072B2", "not_met": "#D55E00", "undetermined": "#F0E442", "not_applicable": "#DDDDDD"}
"""Of Okabe and Ito's palette, which is told apart with every kind of colour blindness."""
MOST = 200
"""How many subjects a picture shows; more than that nobody can read."""
SMALL: dict[str, Any] = {"fontsize": 8, "parse_math": False}
"""How words are set: letter by letter, since a name may hold a dollar sign."""


def verdict_matrix(result: Population[Any], language: str = "vi", *, at_most: int = MOST) -> Any:
    """The verdict on each subject, a row each, and on each clause, a column each, as a matplotlib figure.

    The first `at_most` rows are shown, and only they are computed of a lazy table. Raises `ModuleNotFoundError` without
    the extra `plots`, `IncompleteError` for a table without codes, `WrongValueError` for one without rows.
    """
    told = _told(result, at_most)
    columns = (*result.verdicts[1:], VERDICT)
    figure, axes = _figure(1.1 * len(columns) + 3, 0.28 * len(told) + 1.6)
    for at, row in enumerate(told):
        for across, name in enumerate(columns):
            word = str(row[name])
            axes.barh(at, 0.96, left=across - 0.48, height=0.92, color=COLOURS[word])
            axes.text(across, at, SHAPES[word], ha="center", va="center", **SMALL)
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(told) - 0.5, -0.5)
    names = [*columns[:-1], "Kết luận" if language == "vi" else "Verdict"]
    axes.set_xticks(range(len(columns)), names, rotation=45, ha="left", **SMALL)
    axes.xaxis.tick_top()
    axes.set_yticks(range(len(told)), [_name(row) for row in told], **SMALL)
    axes.tick_params(length=0)
    patches = import_module("matplotlib.patches")
    signs = [patches.Patch(color=COLOURS[word], label=f"{SHAPES[word]} {SAID[word].in_(language)}") for word in SHAPES]
    axes.legend(handles=signs, loc="upper center", bbox_to_anchor=(0.5, -0.02), ncols=2, frameon=False, fontsize=8)
    return figure


def distance_plot(result: Population[Any], clause: str, language: str = "vi", *, at_most: int = MOST) -> Any:
    """How far each subject lies from the thresholds of a clause, as a matplotlib figure: right of the line it meets.

    One panel for each condition with figures on file, in its own unit; each of the first `at_most` subjects is assessed
    by itself, as `margins` finds it; one to whom the clause does not apply, or whose distance is not fully known, is
    left out. Raises as `verdict_matrix`
    does, and `UnknownNameError` for a clause of another group, `WrongValueError` where there is no distance to show.
    """
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
                found.setdefault(each.path, []).append((_name(row), distance))
    if not found:
        msg = f"no subject has a distance to a threshold of {clause} that is fully known"
        raise WrongValueError(msg)
    lines = max(map(len, found.values()))
    figure, panels = _figure(8, len(found) * (0.28 * lines + 1.4), len(found))
    for axes, (path, distances) in zip(panels if len(found) > 1 else [panels], found.items(), strict=True):
        for at, (_, distance) in enumerate(distances):
            word = "met" if distance >= 0 else "not_met"
            axes.barh(at, distance, height=0.7, color=COLOURS[word])
            axes.text(distance, at, f" {SHAPES[word]} {distance:g} ".replace("-", "−"), va="center", **SMALL)
        axes.axvline(0, color="black", linewidth=1)
        axes.set_yticks(range(len(distances)), [name for name, _ in distances], **SMALL)
        axes.invert_yaxis()
        unit = first[path].margin.unit.label.in_(language)
        away = "Khoảng cách đến ngưỡng" if language == "vi" else "Distance to the threshold"
        axes.set_xlabel(f"{away} ({unit})" if unit else away)
        axes.set_title(f"{clause}: {first[path].required.in_(language)}", fontsize=9, wrap=True, parse_math=False)
        axes.margins(x=0.2)
    return figure


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


def _figure(width: float, height: float, panels: int = 1) -> tuple[Any, Any]:
    figure = empty_figure(width, height)
    return figure, figure.subplots(panels)
