"""Nothing that is written runs, and nothing that is read raises anything but listed problems."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from thidua import PLAN, Commune, Dossier, InvalidDocumentError
from thidua.errors import CODES
from thidua.workbooks import read_workbook, write_workbook
from thidua.workbooks.cells import guarded, unguarded

POOR = "poor_households@2024"
SURVEY = "survey@2024:document"


class TestInjection:
    @pytest.mark.parametrize("text", ["=1+1", "+84 912", "-5", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''", "#NULL!"])
    def test_text_that_could_run_is_guarded_and_comes_back(self, text: str):
        assert guarded(text) == f"'{text}"
        assert unguarded(guarded(text)) == text

    @pytest.mark.parametrize("text", ["Xã Ví Dụ", "1=1", "'tên'", "", "'"])
    def test_other_text_is_left_alone(self, text: str):
        assert unguarded(text) == text
        assert unguarded(guarded(text)) == text

    def test_no_cell_written_for_a_user_begins_a_formula(self, tmp_path: Path):
        texts = ["=HYPERLINK(A1)", "+1", "-1", "@x"]
        dossiers = [Dossier(Commune(text, text)) for text in texts]
        write_workbook(PLAN, dossiers, tmp_path / "book.xlsx")
        write_workbook(PLAN, dossiers, tmp_path / "book")

        cells = [cell for sheet in load_workbook(tmp_path / "book.xlsx") for row in sheet for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert [cell.coordinate for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))] == []
        for path in (tmp_path / "book").iterdir():
            for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")):
                assert [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
        assert [dossier.subject.name for dossier in read_workbook(PLAN, tmp_path / "book")] == texts
        assert [dossier.subject.name for dossier in read_workbook(PLAN, tmp_path / "book.xlsx")] == texts


class TestFuzz:
    """Every outcome is dossiers or listed problems, never another exception."""

    @given(st.binary(max_size=200), st.sampled_from(["a.xlsx", "a.csv"]))
    def test_bytes(self, tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str):
        self.read(tmp_path_factory, name, content)

    @given(st.lists(st.lists(st.one_of(st.text(max_size=8), st.sampled_from(["1", "có", "1/1/2025", "V1", "III", ""])),
                             max_size=12), max_size=5))  # fmt: skip
    def test_cells_of_csv(self, tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]):
        codes = ["commune:code", "commune:name", POOR, SURVEY, "area", "area:since", "area:until", "mobilising",
                 "mobilising:on", "is_dissolved", "contributions_target"]  # fmt: skip
        text = "\n".join(";".join(cell.replace(";", "") for cell in row) for row in [codes, *rows])
        self.read(tmp_path_factory, "a.csv", text.encode("utf-8", "replace"))

    @given(
        st.lists(
            st.lists(
                st.one_of(
                    st.integers(-5, 10**18), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times(),
                    st.timedeltas(), st.text(st.characters(min_codepoint=32, max_codepoint=0x2000), max_size=8),
                    st.none(),
                ),
                max_size=7,
            ),
            max_size=4,
        )
    )  # fmt: skip
    @settings(max_examples=40)
    def test_cells_of_excel(self, tmp_path_factory: pytest.TempPathFactory, rows: list[list[Any]]):
        book = Workbook()
        book.active.append(
            ["commune:code", "commune:name", POOR, "area", "area:since", "mobilising:on", "is_dissolved"]
        )
        for row in rows:
            book.active.append(row)
        out = io.BytesIO()
        book.save(out)
        self.read(tmp_path_factory, "a.xlsx", out.getvalue())

    @given(st.integers(0, 10**6), st.binary(min_size=1, max_size=4))
    @settings(max_examples=40)
    def test_a_damaged_workbook(self, tmp_path_factory: pytest.TempPathFactory, at: int, instead: bytes):
        content = bytearray(WHOLE)
        at %= len(content)
        content[at : at + len(instead)] = instead
        self.read(tmp_path_factory, "a.xlsx", bytes(content))

    def read(self, factory: pytest.TempPathFactory, name: str, content: bytes) -> None:
        path = factory.mktemp("fuzz") / name
        path.write_bytes(content)
        told = CODES
        try:
            read_workbook(PLAN, path)
        except InvalidDocumentError as error:
            told = [problem.code for problem in error.problems]
        assert told
        assert set(told) <= set(CODES)


def _whole() -> bytes:
    book = Workbook()
    book.active.append(["commune:code", "commune:name", POOR])
    book.active.append(["VD-01", "Xã Ví Dụ", 5])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


WHOLE = _whole()
