"""What happens rarely: plans that cannot be assessed, searches that are given up, cases that ask in vain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import strategies as st

from thidua import PLAN, Dossier, Official, adopting, lint
from thidua.amendments import amend, drop_group
from thidua.interpreters.comparing.cells import TooManyCells
from thidua.interpreters.comparing.linear_programs import TooManyBranches
from thidua.interpreters.linting import worlds
from thidua.interpreters.linting.worlds import Asking, Field
from thidua.nodes import Lives
from thidua.sources import Document
from thidua.testing import boundaries, case_files, met_dossiers, policies
from thidua.testing.case_changes import plain
from thidua.testing.met_dossiers import met_papers
from thidua.testing.told import Told
from thidua.texts import Text
from thidua.thresholds import Threshold
from thidua.verdicts import M

WITHOUT_A_START = adopting(PLAN, "A-09", None)
"""The plan with no survey adopted as đầu kỳ: no review of it can be made."""


class TestPlansThatCannotBeAssessed:
    """A plan whose reviews have no start is drawn from and looked at all the same; nothing is met, nothing claimed."""

    def test_nobody_is_shown_who_meets_it(self) -> None:
        assert met_papers(WITHOUT_A_START, Official) == ()

    def test_lint_claims_nothing_of_what_it_cannot_judge(self) -> None:
        assert {fault.fault.name for fault in lint(WITHOUT_A_START)} <= {"NO_CITATION", "NO_SCALE", "OUTSIDE_ITS_UNIT"}


class TestSearchesThatAreGivenUp:
    """Where a search ends early nothing is claimed: not that somebody meets it, and not that nobody does."""

    def test_too_many_cells_show_nobody(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: Any) -> Any:
            raise TooManyCells

        monkeypatch.setattr(met_dossiers, "ground_of", refuse)
        assert met_papers(PLAN, Official) == ()

    def test_a_cell_without_a_world_shows_nobody(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(met_dossiers, "world_of", lambda *_: None)
        assert met_papers(PLAN, Official) == ()

    def test_what_is_open_is_not_known(self, monkeypatch: pytest.MonkeyPatch) -> None:
        field = Field((PLAN.criteria_for(Official),), PLAN.setting(on=PLAN.reviews[1].window.last))
        asking = Asking(field.root, frozenset({M}))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # not read here

        class Endless:
            def __init__(self, *_: Any, **__: Any) -> None: ...

            def cells(self, *_: Any) -> Iterator[Any]:
                yield SimpleNamespace(free=False)
                raise TooManyCells

            def point(self, *_: Any) -> Any:
                raise TooManyBranches

        monkeypatch.setattr(worlds, "Search", Endless)
        assert field.point(asking) is None
        assert field.possible(asking) is None

    def test_a_free_cell_proves_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        field = Field((PLAN.criteria_for(Official),), PLAN.setting(on=PLAN.reviews[1].window.last))
        asking = Asking(field.root, frozenset({M}))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # not read here

        class Free:
            def __init__(self, *_: Any, **__: Any) -> None: ...

            def cells(self, *_: Any) -> Iterator[Any]:
                yield SimpleNamespace(free=True)

        monkeypatch.setattr(worlds, "Search", Free)
        assert field.possible(asking) is None


class TestThresholdsThatAreNoNumbers:
    """A level of a scale is a threshold, but there is no number next to it."""

    LEVEL = Threshold("effort", Text("mức", "the level"), "DONE_WELL", None, ())

    def test_nothing_lies_beside_it(self) -> None:
        jobs = next(fact for words in PLAN.vocabularies for fact in words.facts if fact.lives is Lives.AT_SURVEYS)
        assert list(boundaries._near(self.LEVEL, jobs)) == []
        assert policies._beside(self.LEVEL) == ()


class TestCases:
    """A case of a kind that the plan asks nothing of, and a moment where a day is meant, are told at their place."""

    def test_of_a_kind_that_is_asked_nothing(self) -> None:
        act = Document("00/QĐ-VD", PLAN.reviews[0].window.first, "UBND huyện Ví Dụ")
        plan = amend(PLAN, drop_group("III.2.5", by=act), effective=act.issued_on)
        reader = case_files._Reader(Path("x.cases.toml"))
        assert reader._expected(plan, Dossier(Official("CB", "Cán bộ")), {"III.2.5": "met"}, "case 1") == ()
        assert reader.wrong[0].startswith("case 1: plan ")

    def test_a_moment_is_no_day(self, tmp_path: Path) -> None:
        path = tmp_path / "một.cases.toml"
        assert plain(datetime(2025, 1, 2, 3, 4)) == "2025-01-02T03:04:00"  # as TOML writes it
        path.write_text(MOMENT, encoding="utf-8")
        with pytest.raises(case_files.CaseError, match="a day is written year-month-day"):
            case_files.read_cases(path)


MOMENT = """
plan = "thidua:PLAN"
on = 2025-12-31

[[case]]
name = "một ngày, không phải một thời điểm"
expect = { "III.2.5" = "undetermined" }

[case.dossier]
format = "thidua.dossier/1"
subject = { kind = "official", code = "CB", name = "Cán bộ" }
papers = [{ document = { number = "1", issuer = "x", issued_on = 2025-01-02T03:04:05 }, proves = [] }]
"""


def test_a_strategy_is_shown_in_its_own_words() -> None:
    assert repr(Told("dossiers(…)", st.just(1))) == "dossiers(…)"
