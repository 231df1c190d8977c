"""The plan in the code is the plan as issued: every line once, in order, not a letter changed."""

from collections import Counter
from pathlib import Path
from typing import Any
from unicodedata import is_normalized

from thidua.clauses import Clause, Criteria
from thidua.criteria import PLAN
from thidua.provisions import Provision
from thidua.subjects import Agency

SOURCE = Path(__file__).parent.parent / "data" / "quynh-nhai-plan.txt"


def published() -> list[tuple[str, str]]:
    """The lines of the file with their ids, those that come more than once numbered."""
    lines = [line[1:].split("] ", 1) for line in SOURCE.read_text(encoding="utf-8").splitlines()]
    often = Counter(name for name, _ in lines)
    seen: Counter[str] = Counter()
    numbered: list[tuple[str, str]] = []
    for name, text in lines:
        seen[name] += 1
        numbered.append((f"{name}-{seen[name]}" if often[name] > 1 else name, text))
    return numbered


def test_headings_provisions_and_clauses_joined_in_order_are_the_plan() -> None:
    assert list(PLAN.lines()) == published()


def test_every_line_has_an_id_of_its_own() -> None:
    ids = [name for name, _ in published()]

    assert len(set(ids)) == len(ids)


def test_the_six_groups_hold_nineteen_bullets() -> None:
    assert [len(group.clauses) for group in PLAN.criteria] == [3, 4, 4, 4, 1, 3]


def test_every_line_has_an_english_rendering_of_its_own() -> None:
    sentences: list[Provision | Clause[Any]] = [
        *(item.heading if isinstance(item, Criteria) else item for item in PLAN.contents),
        *PLAN.clauses,
    ]

    assert len(sentences) == len(published())
    assert [one.id for one in sentences if not one.en.strip() or one.en == one.text] == []


def test_the_text_is_in_unicode_nfc() -> None:
    assert all(is_normalized("NFC", text) for _, text in PLAN.lines())


def test_a_slip_is_noted_and_never_corrected_in_the_text() -> None:
    clause = PLAN.criteria_for(Agency).clause("III.2.1-1")

    assert "ban ngành hoặc trình" in clause.text
    assert "ban hành hoặc trình" in clause.corrected
