"""One commune, all four clauses, explained: thidua beside the same clauses written by hand, as ratios in one run.

The dossier is the shipped example of Mường Giàng, figures invented; both must find every clause met.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from timeit import repeat

import handwritten

from thidua import PLAN, Commune, Dossier, assess, dump, explain, explanation, load
from thidua.evidence import DID_NOT_HAPPEN, Entry, Evidence
from thidua.interpreters.assess import judge
from thidua.interpreters.papers import read_papers

EXAMPLE = Path(__file__).parent.parent / "examples" / "quynh-nhai" / "commune-01-muong-giang.json"
ON = date(2025, 12, 31)
LEVELS = ("NOT_DONE", "DONE", "DONE_WELL", "EXCELLENT")


def by_hand(dossier: Dossier[Commune]) -> handwritten.Commune:
    """The same figures as plain values."""
    said = [said for paper in dossier.papers for said in paper.proves]
    facts = {(e.fact.name, e.at.id if e.at else ""): e.value for e in said if isinstance(e, Evidence)}
    entries: dict[str, list[dict[str, object]]] = {}
    for entry in said:
        if isinstance(entry, Entry):
            entries.setdefault(entry.register.name, []).append({e.fact.name: e.value for e in entry.facts})

    def day(value: object) -> date | None:
        return None if value in (None, DID_NOT_HAPPEN) else value  # type: ignore[return-value]  # days, by their names

    def dated(register: str, done: str) -> list[handwritten.Report]:
        return [handwritten.Report(day(e["due_on"]) or ON, day(e.get(done))) for e in entries[register]]

    def level(fact: str) -> int:
        return LEVELS.index(str(facts[fact, ""]))

    return handwritten.Commune(
        area=str(facts["area", ""]),
        poor_start=int(str(facts["poor_households", "2021"])),
        near_poor_start=int(str(facts["near_poor_households", "2021"])),
        poor_end=int(str(facts["poor_households", "2024"])),
        near_poor_end=int(str(facts["near_poor_households", "2024"])),
        effort=level("officials_effort"),
        initiatives=[(day(e.get("recognised_on")), str(e["concern"])) for e in entries["initiatives"]],
        funds=level("funds_by_the_rules"),
        settlements=dated("settlements", "approved_on"),
        reports=dated("reports", "sent_on"),
        mobilising=level("mobilising"),
        contributions=[(str(e["source"]), e["for_poverty_reduction"] is True) for e in entries["contributions"]],
    )


def microseconds(work: Callable[[], object], number: int = 1000) -> float:
    """The fastest of seven laps, per call."""
    return min(repeat(work, number=number, repeat=7)) / number * 1e6


def main() -> None:
    """Print microseconds and ratios to the hand-written explanation of the same commune."""
    text = EXAMPLE.read_text(encoding="utf-8")
    dossier: Dossier[Commune] = load(PLAN, text)
    commune = by_hand(dossier)
    assessment = assess(PLAN, dossier, on=ON)
    met, clauses, _ = handwritten.explained(commune, ON)
    assert met
    assert clauses == (True, True, True, True)
    assert [assessment.of(clause).id for clause in assessment.criteria.clauses] == ["met"] * 4

    setting = assessment.setting
    knowledge = assessment.knowledge
    group = assessment.criteria
    clauses_of = {clause.id: clause.node for clause in group.clauses}
    hand = microseconds(lambda: handwritten.explained(commune, ON), 20_000)
    rows = [
        ("by hand: verdict and one sentence per condition", hand),
        ("assess: papers read, verdict, tree of findings", microseconds(lambda: assess(PLAN, dossier, on=ON))),
        ("  of which reading the papers", microseconds(lambda: read_papers(PLAN, dossier, setting))),
        ("judge, with nothing prepared", microseconds(lambda: judge(group.node, knowledge, setting, clauses_of), 50)),
        ("explanation: the whole document, both languages", microseconds(lambda: explanation(assessment), 20)),
        ("explain: the text", microseconds(lambda: explain(assessment), 20)),
        ("load: from JSON text", microseconds(lambda: load(PLAN, text), 20)),
        ("dump: to plain data", microseconds(lambda: dump(PLAN, dossier), 100)),
    ]
    for name, cost in rows:
        print(f"{name:<56} {cost:9.1f} µs   {cost / hand:8.1f} × by hand")


if __name__ == "__main__":
    main()
