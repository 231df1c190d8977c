"""The laws of the report: each nominee once, everything counted as it stands, every link leads somewhere and back."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from council_page import links, parts, rows, sheets
from hypothesis import given, settings
from hypothesis import strategies as st

import thidua
from thidua.interpreters.assess import assess
from thidua.interpreters.explanation import explanation
from thidua.interpreters.html.council import council_report

LANGUAGES = ("vi", "en")
ON = date(2025, 12, 31)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "quynh-nhai"


@cache
def examples() -> tuple[dict[str, Any], ...]:
    """The shipped examples, explained."""
    dossiers = [thidua.load(thidua.PLAN, path.read_bytes()) for path in sorted(EXAMPLES.glob("*.json"))]
    return tuple(explanation(assess(thidua.PLAN, each, on=ON)) for each in dossiers)


places = st.lists(st.integers(0, 28), unique=True, max_size=6)
batches = places.map(lambda drawn: [examples()[place] for place in drawn])
law = settings(max_examples=10, deadline=None)


class TestLaws:
    """Every nominee once, in the table, on a sheet and in the annex; what is counted is what stands there."""

    @law
    @given(batches)
    def test_each_nominee_stands_exactly_once(self, batch: list[dict[str, Any]]) -> None:
        page = council_report(thidua.PLAN, batch)
        names = Counter(data["subject"]["name"] for data in batch)
        listed = [re.sub(r" \([^()]*\)$", "", row[1]) for row in rows(page, "list")]

        assert Counter(listed) == names
        assert len(parts(page, "sheet")) == len(parts(page, "detail")) == len(batch)
        assert [name for sheet in sheets(page) for name in names if f". {name} (" in sheet] == listed

    @law
    @given(batches)
    def test_groups_stand_in_the_order_of_the_plan_and_nominees_in_the_order_given(self, batch: list[Any]) -> None:
        order = [group.id for group in thidua.PLAN.criteria]
        expected = sorted(batch, key=lambda data: order.index(data["group"]["id"]))
        found = [row[1] for row in rows(council_report(thidua.PLAN, batch), "list")]

        assert all(data["subject"]["name"] in said for data, said in zip(expected, found, strict=True))

    @law
    @given(batches.filter(bool))
    def test_the_table_counts_the_nominees(self, batch: list[dict[str, Any]]) -> None:
        found = rows(council_report(thidua.PLAN, batch), "totals")
        *groups, together = [[int(cell) for cell in row[1:]] for row in found]
        verdicts = Counter(data["verdict"] for data in batch)
        kinds = ("met", "not_met", "undetermined", "not_applicable")

        assert together == [sum(column) for column in zip(*groups, strict=True)]
        assert together[:5] == [len(batch), *(verdicts[kind] for kind in kinds)]
        assert together[5] == sum(data["awaits_only_judgement"] for data in batch)
        assert all(row[0] == sum(row[1:5]) for row in groups)

    @law
    @given(batches, st.sampled_from(LANGUAGES))
    def test_every_sentence_of_its_group_stands_on_a_sheet_once_word_for_word(self, batch: Any, language: str) -> None:
        page = council_report(thidua.PLAN, batch, language)
        said = {
            group.id: [clause.text if language == "vi" else clause.en for clause in group.clauses]
            for group in thidua.PLAN.criteria
        }
        order = list(said)
        groups = sorted((data["group"]["id"] for data in batch), key=order.index)

        for group, sheet in zip(groups, sheets(page), strict=True):
            assert [sheet.count(f"“{sentence}”") for sentence in said[group]] == [1] * len(said[group])

    @law
    @given(batches)
    def test_links_lead_somewhere_and_back(self, batch: list[dict[str, Any]]) -> None:
        lead, names = links(council_report(thidua.PLAN, batch))

        assert sorted(set(names)) == sorted(names)
        assert set(lead) == set(names)
        assert len(names) == 3 * len(batch)
