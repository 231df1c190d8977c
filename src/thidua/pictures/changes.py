"""What another plan or another reading does to verdicts: from which word to which, and of how many."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from thidua.errors import expect
from thidua.interpreters.explain import SHAPES
from thidua.interpreters.html.compared import editions_said
from thidua.interpreters.html.styles import PAIRS
from thidua.interpreters.impact import Effect, Impact, Outcome
from thidua.interpreters.sensitivity import SensitivityReport
from thidua.pictures.canvas import NOT_BROKEN, WORDS, bare, broken, canvas, named, nothing, room
from thidua.verdicts import OUTSIDE
from thidua.verdicts import WORDS as FOUR_WORDS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ORDER = ("met", "not_met", "undetermined", "not_applicable")
_WORDS = {**FOUR_WORDS, "not_applicable": OUTSIDE}
"""The words for a group: to whom it does not apply, it does not address."""
_KINDS = {
    Outcome.GAINS: (PAIRS["met"][1], ""),
    Outcome.LOSES: (PAIRS["not_met"][1], "//"),
    Outcome.LACKS_EVIDENCE: (PAIRS["undetermined"][1], ".."),
    Outcome.SETTLED: ("#5a5a5a", "xx"),
    Outcome.OTHERWISE: ("#b0b0b0", "\\\\"),
    Outcome.SAME: ("#ffffff", ""),
}
"""For each outcome its colour and its hatching, so that it is told apart on paper as well."""


def draw_transitions(result: Impact, language: str = "vi") -> Figure:
    """How many dossiers go from which word to which when one plan takes the place of another.

    Rows are verdicts under the old plan, columns under the new one; on the diagonal nothing moved. Raises
    `PlotsMissingError` without the extra `plots`.
    """
    expect(result, Impact)
    vi = language == "vi"
    counts = Counter((effect.before.id, effect.after.id) for effect in result.effects)
    words = [f"{SHAPES[each]} {_WORDS[each].in_(language)}" for each in _ORDER]
    number = len(result.effects)
    counted = f"{number} hồ sơ" if vi else f"{number} dossier{'' if number == 1 else 's'}"
    title = f"{editions_said(result.old, result.new, language)}: {counted.replace(' ', NOT_BROKEN)}"
    figure = canvas(7.2, 4.6, title)
    axes: Any = figure.subplots()
    for y, before in enumerate(_ORDER):
        for x, after in enumerate(_ORDER):
            count = counts[before, after]
            same = before == after
            ground = "#eeeeee" if same or not count else PAIRS[after][1]
            letters = "#1a1a1a" if same or not count else PAIRS[after][0]
            axes.bar(x, 0.9, width=0.92, bottom=y - 0.45, color=ground)
            said = f"{'' if same else '→ '}{count}" if count else "·"
            axes.text(x, y, said, ha="center", va="center", color=letters, fontsize=10, fontweight="bold", **WORDS)
    axes.set_xlim(-0.5, len(_ORDER) - 0.5)
    axes.set_ylim(len(_ORDER) - 0.5, -0.5)
    named(axes.set_xticks, [broken(word, 16) for word in words])
    named(axes.set_yticks, words)
    axes.set_xlabel("nay" if vi else "after", fontsize=9, color="black", **WORDS)
    axes.set_ylabel("trước" if vi else "before", fontsize=9, color="black", **WORDS)
    bare(axes)
    return figure


def draw_sensitivity(result: SensitivityReport, language: str = "vi") -> Figure:
    """For every option of every reading on which something hangs, of how many dossiers something moves, and how.

    Raises `PlotsMissingError` without the extra `plots`.
    """
    expect(result, SensitivityReport)
    vi = language == "vi"
    rows: list[tuple[str, tuple[Effect, ...]]] = [
        (broken(f"{reading.reading.id}: {option.option.label.in_(language)}", 40), option.effects)
        for reading in result.matter
        for option in reading.options
        if option.effects
    ]
    labels = [label for label, _ in rows]
    lines = sum(1 + label.count("\n") for label in labels)
    title = "Số hồ sơ thay đổi khi hiểu khác" if vi else "Dossiers moved by another reading"
    figure = canvas(max(6.5, 3.6 + room(labels)), 2.4 + 0.4 * max(1, lines), title)
    axes: Any = figure.subplots()
    if not rows:
        nothing(axes, "Không hồ sơ nào thay đổi." if vi else "No dossier is moved by any of them.")
        return figure
    most = max(len(effects) for _, effects in rows)
    seen: dict[Outcome, None] = {}
    for y, (_, effects) in enumerate(rows):
        left = 0
        counts = Counter(effect.outcome for effect in effects)
        for outcome in (each for each in Outcome if counts[each]):
            colour, hatch = _KINDS[outcome]
            once = None if outcome in seen else _said(outcome, language)
            seen[outcome] = None
            axes.barh(
                y,
                counts[outcome],
                left=left,
                height=0.7,
                color=colour,
                hatch=hatch,
                edgecolor="black",
                label=once,
            )
            left += counts[outcome]
        axes.text(left + most * 0.02, y, str(left), va="center", color="black", fontsize=9, **WORDS)
    axes.set_xlim(0, most * 1.15)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.xaxis.get_major_locator().set_params(integer=True)
    named(axes.set_yticks, labels)
    axes.set_xlabel("số hồ sơ" if vi else "dossiers", fontsize=9, color="black", **WORDS)
    whole: Any = figure
    whole.legend(loc="outside lower center", ncols=1, prop={"family": WORDS["fontfamily"], "size": 8})
    return figure


def _said(outcome: Outcome, language: str) -> str:
    if outcome is Outcome.SAME:
        return "chỉ đổi ở tiêu chí hoặc hình thức" if language == "vi" else "only a clause or a form moved"
    return broken(outcome.value.in_(language), 60)
