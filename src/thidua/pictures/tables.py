"""Pictures of a judged table: subjects against clauses, and how far each lies from a threshold, in its own units."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from thidua.errors import IncompleteError, WrongValueError, expect
from thidua.findings import Assessment
from thidua.interpreters.columns.door import rows
from thidua.interpreters.columns.naming import CODE, NAME
from thidua.interpreters.columns.population import Population
from thidua.interpreters.columns.program import VERDICT
from thidua.interpreters.explain import SHAPES
from thidua.interpreters.html.styles import PAIRS
from thidua.interpreters.margins import MarginAt, margins
from thidua.interpreters.populations.counting import names_of, words_for
from thidua.interpreters.populations.summary import judged_at
from thidua.interpreters.wording import number, tally
from thidua.pictures.canvas import LETTER, WORDS, broken, canvas, named, room
from thidua.pictures.verdicts import Row, grid, legend, width_of
from thidua.quantities import POINTS, SHARE
from thidua.verdicts import OUTSIDE
from thidua.verdicts import WORDS as FOUR_WORDS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST = 200
"""How many subjects a picture shows; more than that nobody can read."""
_LINE, _AXIS = 0.28, 6.0
_Distance = tuple[str, Fraction]


def verdict_matrix(result: Population[Any], language: str = "vi", *, at_most: int = MOST) -> Figure:
    """The verdict on each subject, a row each, and on each clause, a column each.

    The first `at_most` rows are shown, which the picture says where there are more. Raises `PlotsMissingError` without
    the extra `plots`, `IncompleteError` for a table without codes, `WrongValueError` for one without rows.
    """
    expect(result, Population)
    clauses = result.verdicts[1:]
    first, more = _told(result, at_most)
    told = [_row(row, clauses, language) for row in first]
    lines = sum(1 + row.label.count("\n") for row in told)
    figure = canvas(width_of(told, len(clauses)), 1.6 + _LINE * lines, judged_at(result, language))
    axes: Any = figure.subplots()
    grid(axes, told, clauses, len(clauses), language)
    whole: Any = figure
    below = f"{legend(language)}\n{_first_said(len(told), language)}" if more else legend(language)
    whole.supxlabel(below, fontsize=8, color="black", **WORDS)
    return figure


def _row(row: dict[str, Any], clauses: tuple[str, ...], language: str) -> Row:
    verdict = str(row[VERDICT])
    said = OUTSIDE if verdict == "not_applicable" else FOUR_WORDS[verdict]
    return Row(broken(_name(row)), [str(row[clause]) for clause in clauses], verdict, said.in_(language))


def distance_plot(result: Population[Any], clause: str, language: str = "vi", *, at_most: int = MOST) -> Figure:
    """How far each subject lies from the thresholds of a clause: right of the line it meets.

    One panel for each condition with figures on file, in its own unit; each of the first `at_most` subjects is assessed
    by itself, as `margins` finds it; one to whom the clause does not apply, or whose distance is not fully known, is
    left out, and the picture says how many. Raises as `verdict_matrix` does, `UnknownNameError` for a clause of another
    group, and `WrongValueError` where there is no distance to show.
    """
    expect(result, Population)
    result.criteria.clause(clause)
    first, more = _told(result, at_most)
    panels: dict[str, tuple[MarginAt, list[_Distance]]] = {}
    left_out = 0
    for row in first:
        known = [] if str(row[clause]) == "not_applicable" else list(_known(result.explain(row[CODE]), clause))
        left_out += not known
        for each in known:
            panels.setdefault(each.path, (each, []))[1].append((broken(_name(row)), _distance(each)))
    if not panels:
        msg = f"no subject has a distance to a threshold of {clause} that is fully known"
        raise WrongValueError(msg)
    away = "Khoảng cách đến ngưỡng" if language == "vi" else "Distance to the threshold"
    labels = [name for _, distances in panels.values() for name, _ in distances]
    lines = max(sum(1 + name.count("\n") for name, _ in distances) for _, distances in panels.values())
    notes = [_first_said(len(first), language)] if more else []
    notes += [_left_out_said(left_out, language)] if left_out else []
    height = len(panels) * (_LINE * lines + 1.7) + 0.4 + _LINE * len(notes)
    figure = canvas(_AXIS + room(labels), height, f"{clause}: {away[0].lower()}{away[1:]}")
    drawn: Any = figure.subplots(len(panels), 1, squeeze=False)
    for axes, (asked, distances) in zip(drawn[:, 0], panels.values(), strict=True):
        _panel(axes, distances, language)
        unit = (POINTS if asked.margin.unit == SHARE else asked.margin.unit).label.in_(language)
        axes.set_xlabel(f"{away} ({unit})" if unit else away, fontsize=8, color="black", **WORDS)
        required = broken(asked.required.in_(language), int(_AXIS / LETTER))
        axes.set_title(required, fontsize=9, color="black", **WORDS)
    whole: Any = figure
    if notes:
        whole.supxlabel("\n".join(notes), fontsize=8, color="black", **WORDS)
    return figure


def _known(assessment: Assessment[Any], clause: str) -> Iterator[MarginAt]:
    """The margins on a clause that are fully known."""
    for each in margins(assessment):
        if each.clause == clause and each.margin.low is not None and each.margin.low == each.margin.high:
            yield each


def _distance(told: MarginAt) -> Fraction:
    """How far to the right of the threshold; of a share in percentage points."""
    away = Fraction(told.margin.low or 0) * (100 if told.margin.unit in (SHARE, POINTS) else 1)
    return -away if told.margin.side == "short" else away


def _panel(axes: Any, distances: list[_Distance], language: str) -> None:
    for at, (_, distance) in enumerate(distances):
        word = "met" if distance >= 0 else "not_met"
        axes.barh(at, float(distance), height=0.7, color=PAIRS[word][1])
        said = f" {SHAPES[word]} {_numeral(distance, language)} "
        side = "left" if distance >= 0 else "right"
        axes.text(float(distance), at, said, va="center", ha=side, fontsize=8, color="black", **WORDS)
    axes.axvline(0, color="black", linewidth=1)
    named(axes.set_yticks, [name for name, _ in distances])
    axes.set_ylim(len(distances) - 0.5, -0.5)
    axes.margins(x=0.2)

    def tick(value: float, _place: object) -> str:
        return _numeral(round(Fraction(value), 2), language)

    axes.xaxis.set_major_formatter(tick)


def _numeral(value: Fraction, language: str) -> str:
    return number(value, language).replace("-", "−")


def _first_said(shown: int, language: str) -> str:
    return f"{shown} đối tượng đầu tiên của bảng" if language == "vi" else f"the first {shown} subjects of the table"


def _left_out_said(count: int, language: str) -> str:
    if language == "vi":
        return f"không vẽ {tally(count)} đối tượng: không áp dụng hoặc chưa biết đủ số liệu"
    return f"{count} not drawn: the clause does not apply, or not all is known"


def _told(result: Population[Any], at_most: int) -> tuple[list[dict[str, Any]], bool]:
    """The first rows: who, and the verdicts; and whether there are more."""
    names = names_of(result.frame)
    if CODE not in names:
        msg = f"the table has no column {CODE!r}, so no subject can be shown by its name"
        raise IncompleteError(msg)
    words = words_for(result.frame)
    shown = [name for name in (CODE, NAME, *result.verdicts) if name in names]
    told = rows(words.from_native(result.frame).select(*map(words.col, shown)).head(at_most + 1))
    if not told:
        msg = "the table has no rows, so there is nothing to show"
        raise WrongValueError(msg)
    return told[:at_most], len(told) > at_most


def _name(row: dict[str, Any]) -> str:
    return str(row.get(NAME) or row[CODE])
