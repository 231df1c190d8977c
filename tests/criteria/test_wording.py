"""What each clause is said to require, word for word. With REWRITE_GOLDEN=1 the words are kept; read them aloud."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from thidua import PLAN, describe

GOLDEN = Path(__file__).parent / "golden"
CLAUSES = [clause for criteria in PLAN.criteria for clause in criteria.clauses]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.id)
def test_a_clause_is_said_in_these_words(clause, language):
    file = GOLDEN / f"{clause.id}.{language}.txt"
    said = describe(clause.node, language) + "\n"
    if "REWRITE_GOLDEN" in os.environ:
        file.write_text(said, encoding="utf-8", newline="\n")

    assert said == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.id)
def test_the_vietnamese_is_a_sentence_an_officer_can_sign(clause):
    said = describe(clause.node)

    assert said == said.strip()
    assert "((" not in said
    assert "  " not in said
    assert not any(name in said for name in ("_", "None", "at_least", "is_"))
