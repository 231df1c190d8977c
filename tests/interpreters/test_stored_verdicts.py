"""A thousand dossiers loaded, judged, dumped, reloaded and judged again: equal receipts, equal bodies."""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import date

import pytest
from random_dossiers import random_dossiers

from thidua import PLAN, assess, dump, explanation, load
from thidua.interpreters.explanation import receipt

ON = date(2025, 12, 31)


def judged_again(number: int, seed: int) -> Counter[str]:
    """How many of each verdict, once each dossier has gone through JSON twice."""
    verdicts: Counter[str] = Counter()
    for index, dossier in enumerate(random_dossiers(PLAN, number, seed)):
        text = json.dumps(dump(PLAN, dossier), ensure_ascii=index % 2 == 0)
        first = assess(PLAN, load(PLAN, text), on=ON)
        stored = json.dumps(dump(PLAN, first.dossier)).encode()
        second = assess(PLAN, load(PLAN, stored), on=ON)

        assert receipt(first) == receipt(second)
        assert first.verdict == second.verdict
        assert first.clauses == second.clauses
        if index % 10 == 0:
            assert explanation(first) == explanation(second) == explanation(assess(PLAN, dossier, on=ON))
        verdicts[first.verdict.id] += 1
    return verdicts


def test_a_thousand_dossiers_of_every_kind() -> None:
    verdicts = judged_again(1_000, seed=1384)

    assert sum(verdicts.values()) == 1_000
    assert set(verdicts) == {"met", "not_met", "not_applicable", "undetermined"}


@pytest.mark.slow
@pytest.mark.skipif(os.environ.get("HYPOTHESIS_PROFILE") != "nightly", reason="only at night: minutes")
def test_twenty_thousand_dossiers_of_every_kind() -> None:
    assert sum(judged_again(20_000, seed=666).values()) == 20_000
