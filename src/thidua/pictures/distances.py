"""How far each figure lies from what is asked, in its own units and against its threshold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua.findings import Assessment
from thidua.interpreters.explain import each_at_level
from thidua.interpreters.html.nominee import name
from thidua.interpreters.html.styles import PAIRS
from thidua.pictures.canvas import WORDS, broken, canvas, named, nothing, room

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Data = Mapping[str, Any]
_OF = {"spare": "met", "short": "not_met", "open": "undetermined"}
_SHAPE = {"spare": ">", "short": "<", "open": "D"}
_LINE, _GAP, _AXIS = 0.17, 0.16, 4.0


class _Distance(NamedTuple):
    """One distance to draw: whose, its bounds as a share of the whole in percent, and in words."""

    label: str
    side: str
    low: float | None
    high: float | None
    said: str


def draw_distances(
    assessments: Iterable[Assessment[Any] | Data],
    language: str = "vi",
    level: str = "dossier",
    clauses: Iterable[str] = (),
) -> Figure:
    """How far every figure lies from its threshold, in percent of it and in its own units; on the left, short of it.

    A bar spans what is still possible, an open end going to the edge; its mark stands where it comes nearest to the
    threshold. Of a fall the percentage is that of its start. Distances that no share tells, such as those of days and
    judgements, are left out. `clauses` names those to draw, all otherwise. Takes assessments, or explanations stored as
    data. Raises `PlotsMissingError` without the extra `plots`, `UnknownNameError` for what is no level.
    """
    wanted = frozenset(clauses)
    told = each_at_level(assessments, level)
    distances = [
        each
        for number, data in enumerate(told, start=1)
        for clause in data["clauses"]
        if not wanted or clause["id"] in wanted
        for each in _distances(clause, name(data["subject"], number, language), language)
    ]
    labels = [broken(each.label, 40) for each in distances]
    said = [broken(each.said, 34) for each in distances]
    lines = [1 + max(one.count("\n"), other.count("\n")) for one, other in zip(labels, said, strict=True)]
    title = "Khoảng cách đến mức phải đạt" if language == "vi" else "Distance to what is asked"
    row = _GAP + _LINE * max(lines, default=1)
    figure = canvas(_AXIS + room(labels) + room(said), 1.6 + row * max(1, len(labels)), title)
    axes: Any = figure.subplots()
    if not distances:
        nothing(axes, "Không có khoảng cách nào tính được." if language == "vi" else "There is no distance to count.")
        return figure
    ends = [abs(end) for each in distances for end in (each.low, each.high) if end is not None]
    edge = max(ends, default=0.0) * 1.15 or 1.0
    for y, each in enumerate(distances):
        low, high = -edge if each.low is None else each.low, edge if each.high is None else each.high
        colour = PAIRS[_OF[each.side]][1]
        axes.plot([low, high], [y, y], color=colour, linewidth=4, solid_capstyle="butt")
        nearest = min(max(0.0, low), high)
        axes.plot(nearest, y, marker=_SHAPE[each.side], color=colour, markeredgecolor="black", markersize=8)
    axes.axvline(0, color="black", linewidth=1)
    axes.set_xlim(-edge * 1.05, edge * 1.05)
    axes.set_ylim(len(distances) - 0.5, -0.5)
    named(axes.set_yticks, labels)
    beside = axes.twinx()
    beside.set_ylim(axes.get_ylim())
    named(beside.set_yticks, said)
    for one in (axes, beside):
        one.tick_params(axis="y", length=0)
    axis = (
        "← còn thiếu          còn dư →\n% của mức (mức giảm: % của số đầu kỳ)"
        if language == "vi"
        else "← short          to spare →\n% of the threshold (of a fall: % of its start)"
    )
    axes.set_xlabel(axis, fontsize=8, color="black", **WORDS)
    return figure


def _distances(clause: Data, who: str, language: str) -> Iterator[_Distance]:
    for leaf in _leaves(clause):
        margin = leaf.get("margin")
        if margin is not None and margin["percent"] is not None:
            low, high = (
                None if end is None else float(Fraction(end))
                for end in (margin["percent"]["low"], margin["percent"]["high"])
            )
            if margin["side"] == "short":
                low, high = None if high is None else -high, None if low is None else -low
            yield _Distance(f"{who}, {clause['id']}", margin["side"], low, high, margin["text"][language])


def _leaves(node: Data) -> Iterator[Data]:
    if "found" in node:
        yield node
    for child in node.get("children", ()):
        yield from _leaves(child)
