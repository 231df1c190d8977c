"""What a change in a case takes away, and what a broken promise or a broken test says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from thidua import PLAN, adopting, compare
from thidua.testing import assert_no_looser, assertions, check_case, read_cases
from thidua.testing.plugin import CaseFile, CaseItem

EXAMPLE = Path(__file__).parents[2] / "examples" / "quynh-nhai" / "commune-01-muong-giang.json"
CASE = f"""
plan = "thidua:PLAN"
on = 2025-12-31

[[case]]
name = "Xã chưa rõ số hộ cận nghèo"
dossier = "{EXAMPLE.as_posix()}"
expect = {{"III.2.2-4" = "%s"}}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "ours.cases.toml"
    path.write_text(text, encoding="utf-8")
    return path


class TestAChangeWithoutAValue:
    """A fact changed to no value is taken away: at its survey alone, or at every one."""

    def test_leaves_nothing_known_of_it_there(self, tmp_path: Path) -> None:
        change = 'change = [{fact = "near_poor_households", at = "2024"}]\n'
        (as_filed,) = read_cases(written(tmp_path, CASE % "met"))
        (taken,) = read_cases(written(tmp_path, CASE % "undetermined" + change))

        assert check_case(as_filed).verdict.id == "met"
        assert check_case(taken).verdict.id == "undetermined"
        assert surveys(taken.dossier.papers) == ["2021"]

    def test_at_no_survey_is_taken_away_at_every_one(self, tmp_path: Path) -> None:
        change = 'change = [{fact = "near_poor_households"}]\n'
        (taken,) = read_cases(written(tmp_path, CASE % "undetermined" + change))

        check_case(taken)
        assert surveys(taken.dossier.papers) == []


def surveys(papers: Any) -> list[str]:
    """The surveys at which near-poor households are said."""
    said = [one for paper in papers for one in paper.proves]
    return [one.at.id for one in said if getattr(one, "fact", None) and one.fact.name == "near_poor_households"]


def test_the_only_counter_example_is_not_followed_by_a_count_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    looser = adopting(PLAN, "A-02", "at_least")
    compared = compare(PLAN, looser, group="III.2.2")
    first = next(one for one in compared.groups if one.gained)
    move = next(one for one in first.moves if one.witness is first.gained[0])
    alone = evolve(compared, groups=(evolve(first, moves=(move,)),))
    monkeypatch.setattr(assertions, "compare", lambda *_, **__: alone)

    assert len(alone.groups[0].gained) == 1
    with pytest.raises(AssertionError) as told:
        assert_no_looser(PLAN, looser)
    assert "Hồ sơ phản ví dụ" in str(told.value)
    assert "phản ví dụ khác" not in str(told.value)


def test_an_error_that_is_no_failed_case_is_shown_as_pytest_shows_errors(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    path = written(tmp_path, CASE % "met")
    (case,) = read_cases(path)
    file = CaseFile.from_parent(request.session, path=path)
    item = CaseItem.from_parent(file, name=case.name, case=case)
    with pytest.raises(ZeroDivisionError) as error:
        _ = 1 // 0

    shown = str(item.repr_failure(error))

    assert "ZeroDivisionError" in shown
    assert "_ = 1 // 0" in shown
