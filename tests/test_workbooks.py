"""Workbooks: dossiers come out of one as they went in, and what one cannot say is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import small_plan
from attrs import evolve
from dossier_documents import OURS
from dossier_draws import dossiers
from filled_books import canonical
from hypothesis import assume, given, settings
from openpyxl import load_workbook

from thidua import PLAN, Commune, assess, load
from thidua.dossiers import Dossier
from thidua.errors import IncompleteError, WrongOwnerError, WrongValueError
from thidua.evidence import Complete, Entry, Evidence, Paper
from thidua.sources import Document
from thidua.subjects import Household, Subject
from thidua.workbooks import read_workbook, template, write_workbook
from thidua.workbooks.cells import tidied

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "quynh-nhai"
KINDS = [words.subject for words in PLAN.vocabularies]
REVIEW = "final-2025"
ON = date(2025, 12, 31)


def examples(kind: type[Subject]) -> list[Dossier[Any]]:
    everyone = [load(PLAN, path.read_bytes()) for path in sorted(EXAMPLES.glob("*.json"))]
    return [dossier for dossier in everyone if type(dossier.subject) is kind and dossier.succession is None]


def verdicts(dossier: Dossier[Any]) -> list[Any]:
    assessment = assess(PLAN, dossier, on=ON)
    return [assessment.of(clause.id) for clause in assessment.criteria.clauses]


class TestRoundTrip:
    @pytest.mark.parametrize("ending", [".xlsx", ""], ids=["excel", "csv"])
    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
    def test_every_example_comes_back_as_it_is_in_json(self, kind: type[Subject], ending: str, tmp_path: Path):
        given_as_json = examples(kind)
        write_workbook(PLAN, given_as_json, tmp_path / f"book{ending}", review=REVIEW)

        back = read_workbook(PLAN, tmp_path / f"book{ending}")

        assert [canonical(dossier) for dossier in back] == [canonical(dossier) for dossier in given_as_json]
        assert [verdicts(dossier) for dossier in back] == [verdicts(dossier) for dossier in given_as_json]

    def test_former_units_have_no_place_in_it_and_are_not_lost(self, tmp_path: Path):
        successor = load(PLAN, (EXAMPLES / "successor-01-xa-vi-du-moi.json").read_bytes())
        with pytest.raises(WrongValueError, match="write VD-10 as JSON"):
            write_workbook(PLAN, [successor], tmp_path / "book.xlsx")
        assert not list(tmp_path.iterdir())

    @given(dossiers())
    def test_whatever_a_dossier_says_in_csv(self, tmp_path_factory: pytest.TempPathFactory, dossier: Dossier[Any]):
        dossier = sayable(dossier)
        folder = tmp_path_factory.mktemp("book") / "csv"
        write_workbook(OURS, [dossier], folder)

        (back,) = read_workbook(OURS, folder)
        assert canonical(back) == canonical(dossier)

    @given(dossiers())
    @settings(max_examples=15)
    def test_whatever_a_dossier_says_in_excel(self, tmp_path_factory: pytest.TempPathFactory, dossier: Dossier[Any]):
        dossier = sayable(dossier)
        path = tmp_path_factory.mktemp("book") / "book.xlsx"
        write_workbook(OURS, [dossier], path, review=REVIEW)

        (back,) = read_workbook(OURS, path)
        assert canonical(back) == canonical(dossier)

    def test_a_conflict_a_correction_and_figures_without_a_document_come_back(self, tmp_path: Path):
        """Commune 07 has two figures for one moment, 08 a correction, 09 a figure nobody proves, 11 two areas."""
        several = [
            dossier for dossier in examples(Commune) if dossier.subject.code in ("QN-07", "QN-08", "QN-09", "QN-11")
        ]
        write_workbook(PLAN, several, tmp_path / "book.xlsx", review=REVIEW)

        sheet = load_workbook(tmp_path / "book.xlsx")["Xã"]
        rows = [cell.value for (cell,) in sheet.iter_rows(min_row=4, max_col=1) if cell.value]
        assert rows == ["QN-07", "QN-07", "QN-08", "QN-08", "QN-09", "QN-09", "QN-11", "QN-11"]

    def test_an_empty_template_says_nothing(self, tmp_path: Path):
        template(PLAN, "village", tmp_path / "book.xlsx")
        assert read_workbook(PLAN, tmp_path / "book.xlsx") == ()

    def test_a_document_that_is_only_corrected_is_listed(self, tmp_path: Path):
        before = Document("1/QĐ", date(2024, 1, 1), "UBND xã Ví Dụ")
        after = Document("2/QĐ", date(2025, 1, 1), "UBND xã Ví Dụ")
        counted = small_plan.poor_households.recorded(5, at=small_plan.END_2024)
        dossier = Dossier(Commune("VD-01", "Xã Ví Dụ"), (Paper(after, counted, corrects=before),))
        write_workbook(small_plan.PLAN, [dossier], tmp_path / "book")

        assert read_workbook(small_plan.PLAN, tmp_path / "book") == (dossier,)


def sayable(dossier: Dossier[Any]) -> Dossier[Any]:
    """The dossier in tidy words, without papers that prove nothing and corrections by no document."""

    def said(one: Any) -> Any:
        match one:
            case Entry():
                return evolve(one, key=tidy(one.key))
            case Complete():
                return evolve(one, by=tidy(one.by))
            case Evidence(judgement=judgement) if judgement is not None:
                words = {part: tidy(getattr(judgement, part)) for part in ("by", "reason", "dissent")}
                return evolve(one, judgement=evolve(judgement, **words))
            case _:
                return one

    def document(one: Document | None) -> Document | None:
        words = ("number", "issuer", "title")
        return one and evolve(one, **{part: tidy(getattr(one, part)) for part in words})

    def tidy(text: str) -> str:
        return tidied("".join(letter for letter in text if letter.isprintable()))

    try:
        subject = type(dossier.subject)(tidy(dossier.subject.code), tidy(dossier.subject.name))
        papers = [
            Paper(
                document(paper.document), *map(said, paper.proves), corrects=document(paper.document and paper.corrects)
            )
            for paper in dossier.papers
            if paper.proves
        ]
        tidied_up = Dossier[Any](subject, tuple(papers))
    except (IncompleteError, WrongValueError):
        assume(False)
        raise
    assume(all(one.judgement.by and one.judgement.reason for paper in papers for one in paper.proves
               if isinstance(one, Evidence) and one.judgement))  # fmt: skip
    return tidied_up


class TestWhatAWorkbookCannotSay:
    DOCUMENT = Document("1/QĐ", date(2025, 1, 1), "UBND xã Ví Dụ")

    def test_dossiers_of_several_kinds_or_none(self, tmp_path: Path):
        two = [Dossier(Commune("1", "Xã")), Dossier(Household("2", "Hộ"))]
        with pytest.raises(WrongOwnerError, match="Commune, Household"):
            write_workbook(PLAN, two, tmp_path / "book.xlsx")
        with pytest.raises(WrongOwnerError, match="got: none"):
            write_workbook(PLAN, [], tmp_path / "book.xlsx")

    def test_a_paper_that_proves_nothing(self, tmp_path: Path):
        with pytest.raises(WrongValueError, match="'1/QĐ' proves nothing"):
            write_workbook(PLAN, [Dossier(Commune("1", "Xã"), (Paper(self.DOCUMENT),))], tmp_path / "book")

    def test_a_correction_without_a_document(self, tmp_path: Path):
        counted = small_plan.poor_households.recorded(5, at=small_plan.END_2024)
        dossier = Dossier(Commune("1", "Xã"), (Paper(None, counted, corrects=self.DOCUMENT),))
        with pytest.raises(WrongValueError, match="a paper without a document"):
            write_workbook(small_plan.PLAN, [dossier], tmp_path / "book")

    @pytest.mark.parametrize("name", ["Xã\x07", "Xã" * 20_000], ids=["a bell", "a book"])
    def test_text_that_no_cell_holds(self, name: str, tmp_path: Path):
        with pytest.raises(WrongValueError, match="a cell holds"):
            write_workbook(PLAN, [Dossier(Commune("1", name))], tmp_path / "book.xlsx")
        assert list(tmp_path.iterdir()) == []
